"""What each word is to the verb: by particles in Korean, by prepositions and word order in English."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from bot.facts import AGENTS
from bot.language.english import IS, bases
from bot.language.korean import is_syllable, shapes
from bot.language.senses import Sense
from bot.learning.known import Known
from bot.question import Item
from bot.segment import Token


def items_of(tokens: list[Token], passive: bool, text: str, lends: Collection[int]) -> list[Item]:
    """The words with their roles; `lends` are the tokens of clauses that only lead up, in which the verb does not stand."""
    deeds = [n for n, t in enumerate(tokens) if (t.has("kind") or _says(tokens, n)) and not t.has("name")]
    verb = next((n for n in deeds if n not in lends and not _nominal(tokens, n, text)), len(tokens))
    became = _becoming(tokens)
    items = []
    for at, token in enumerate(tokens):
        if token.ending is not None or token.unknown:
            continue
        owns = _possessive(token, text) and not _at_theirs(tokens, at)
        role = "of" if owns else _role(tokens, at, verb, passive)
        if became and role == "by" and at + 1 < len(tokens) and tokens[at + 1].ending == "subject":
            role = "topic"  # "도서관이 설립됐어" as "도서관은 설립됐어"
        senses = _frame(token) if _quotes(tokens, at) else token.senses
        if _is_owned_part(tokens, at, text):
            senses = ()
        quoted = text[max(0, token.start - 1) : token.start] in _QUOTES
        if quoted:
            senses = tuple(s for s in senses if s.tag not in ("light", "filler", "chat", "follow", "confirm")) or senses
        quoted = quoted and text[token.end : token.end + 1] in _UNQUOTES
        quoted = quoted or (token.has("word") and at + 1 < len(tokens) and tokens[at + 1].ending == "quote")
        items.append(Item(token.text, senses, role, at, False, () if quoted else _pieces(token, role, at)))
    return items


def _says(tokens: list[Token], at: int) -> bool:
    """Whether an English phrase for saying stands behind who says it: "did Kim tell reporters"."""
    said = "said" in tokens[at].ids("part") and tokens[at].text.isascii()
    return said and at > 1 and tokens[at - 1].has("name", "anaphor") and tokens[at - 2].has("auxiliaries")


def beside_nouns(items: list[Item], known: Known) -> list[Item]:
    """ "Acme Bolt lawsuit", "the Bolt acquisition price": names before a noun for a deed may be of either side of it."""
    at = next((n for n, i in enumerate(items) if i.has("kind") and not i.has("name")), 0)
    if not at or items[at - 1].role != "by" or not _is_noun(items[at], known):
        return items
    if any(i.has("auxiliaries") for i in items[:at]):
        return items  # "did Acme purchase Bolt"
    if any(i.has("name", "anaphor") for i in items[at + 1 : at + 2]):
        return items  # "when Acme purchase Bolt"
    first = next((n for n in range(at, 0, -1) if not (items[n - 1].has("name") or items[n - 1].text == "and")), 0)
    return [replace(i, role="") if first <= n < at and i.role == "by" else i for n, i in enumerate(items)]


def _is_noun(item: Item, known: Known) -> bool:
    """Whether an English word for a kind of fact is the noun by which the kind is called, or is made as nouns of deeds are."""
    titles = {known.facts.kinds[k].title["en"].split()[-1] for k in item.ids("kind") if k in known.facts.kinds}
    return item.text.isascii() and (item.text in titles or item.text.endswith(("tion", "sion", "ment", "ance", "suit")))


_QUOTES, _UNQUOTES = frozenset("\"'“‘「『«"), frozenset("\"'”’」』»")
"""What stands behind these is held to the letter: "did she say 'wonderful'?"."""


def _quotes(tokens: list[Token], at: int) -> bool:
    """Whether a verb only frames what is said before it: "뭘 논의했다고 밝혔는지"."""
    if not at or tokens[at - 1].ending is None or not tokens[at - 1].text.endswith("다고"):
        return False
    asked = any(t.has("question") for t in tokens[:at]) and not tokens[at - 1].has("ask")
    return asked and "said" in tokens[at].ids("part")


def _frame(token: Token) -> tuple[Sense, ...]:
    return tuple(s for s in token.senses if s.tag != "part" or s.id == "said")


def _is_owned_part(tokens: list[Token], at: int, text: str) -> bool:
    """Whether it is asked what somebody's part of something is, who is not said to be part of it: "what is Acme's part of it"."""
    owned = at > 1 and tokens[at].text.startswith(("part of", "part in")) and _possessive(tokens[at - 1], text)
    return owned and any(t.has("question") for t in tokens[: at - 1])


def _possessive(token: Token, text: str) -> bool:
    return token.has("name") and text[token.start : token.end].lower().endswith(("'s", "s'"))


def _at_theirs(tokens: list[Token], at: int) -> bool:
    """Whether what somebody has is only the place where something was done: "who met at Acme's place"."""
    place = at + 1 < len(tokens) and "place" in tokens[at + 1].ids("sort") and not tokens[at + 1].has("name", "noun")
    return place and at > 1 and tokens[at - 1].text in ("at", "in")


def _nominal(tokens: list[Token], at: int, text: str) -> bool:
    """Whether an English word for a kind stands as a noun: behind an article, a preposition or a possessive, or "how much"."""
    if not at:
        return False
    before = tokens[at - 1]
    if before.has("question") and at + 1 < len(tokens) and tokens[at + 1].text in _ASKING_VERBS:
        return True  # "how much aid did Kim pledge"
    return (
        before.text.split()[-1] in _BEFORE_NOUN
        or (before.has("prep") and before.text != "to")
        or _possessive(before, text)
    )


_BEFORE_NOUN = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "this",
        "that",
        "any",
        "some",
        "official",
        "first",
        "last",
        "second",
    ]
)


def _pieces(token: Token, role: str, at: int) -> tuple[Item, ...]:
    if not token.pieces or (token.has("tell") and token.has("verb") and not token.has("kind", "part")):
        return ()  # "불러봐" calls nobody anything
    modifies = not token.has("name") and bool(token.pieces) and token.pieces[-1].has("kind")  # "about the Acme talks"
    pieces = list(token.pieces)
    roles = [_korean_role(pieces, n) if p.has("name") else None for n, p in enumerate(pieces)]  # "가나시에서"
    return tuple(
        Item(p.text, p.senses, own if own is not None else "" if modifies and p.has("name") else role, at)
        for p, own in zip(pieces, roles, strict=True)
        if p.ending is None
    )


def _role(tokens: list[Token], at: int, verb: int, passive: bool) -> str:
    if _is_except(tokens, at):
        return "except"
    korean = _korean_role(tokens, at)
    if korean is not None:
        return korean
    if _with_i(tokens[at]):
        return "by"
    if not tokens[at].has("name") or is_syllable(tokens[at].text[-1]) or _before_hangul(tokens, at):
        return ""
    return _english_role(tokens, at, verb, passive)


def _before_hangul(tokens: list[Token], at: int) -> bool:
    """Whether a Korean word stands right behind a word, which is then read by the rules of Korean: "SK 회장 인상이"."""
    return at + 1 < len(tokens) and is_syllable(tokens[at + 1].text[0])


def _with_i(token: Token) -> bool:
    """Whether a name was read together with the particle 이, as in a child's name."""
    return bool(token.pieces) and token.pieces[0].has("name") and token.text == f"{token.pieces[0].text}이"


def _is_except(tokens: list[Token], at: int) -> bool:
    if not tokens[at].has("name"):
        return False
    after = [t for t in tokens[at + 1 : at + 6] if t.ending is None and not t.has("title") and not _of_side(t)]
    if after[1:] and after[0].has("name") and tokens[at + 1].ending == "with":
        after = after[1:]  # "가나랑 다라 말고"
    if after and "except" in after[0].ids("mark") and not after[0].text.isascii():
        return True
    for before in reversed(tokens[:at]):
        if "except" in before.ids("mark") and before.text.isascii():
            return True
        if before.text in ("at", "in") or (before.has("auxiliaries") and before.text.isascii()):
            return False  # "apart from Kim, who was at Acme", "where besides Rome did Kim go"
        counted = before.has("number", "anaphor")  # "apart from the two Acme people"
        if not (before.has("name", "title", "light") or before.ending is not None or before.text == "and" or counted):
            return False
    return False


def _of_side(token: Token) -> bool:
    """Whether a Korean word behind a house only says that its people are meant: "가나 쪽 사람 빼고"."""
    return token.text in SIDE or ("person" in token.ids("sort") and not token.has("name") and not token.text.isascii())


def _korean_role(tokens: list[Token], at: int) -> str | None:
    """By the particles behind the word (a title in between is passed over); None where there is none."""
    seen, side = None, False
    for token in tokens[at + 1 : at + 5]:
        if token.ending is not None:
            if token.ending in ("about", "than", "by"):
                return token.ending
            if seen is None and token.ending not in ("", "also", "only", "quote"):
                seen = {"subject": "by", "into": "at"}.get(token.ending, token.ending)
            continue
        if token.has("prep") and not token.text.isascii():
            return token.ids("prep")[0]
        if seen is None and (token.has("title") or token.text in SIDE):
            side |= token.text in SIDE
            continue
        break
    return "of" if seen is None and side else seen


SIDE = frozenset({"쪽", "측", "편"})
"""Words for a side: the particle behind them is the name's ("가나 쪽에서")."""


def _english_role(tokens: list[Token], at: int, verb: int, passive: bool) -> str:
    for n in range(at - 1, -1, -1):
        token = tokens[n]
        if token.has("prep") and token.text.isascii():
            return token.ids("prep")[0]
        if token.text == "against":
            return "object"
        if not token.has("name") and token.text.endswith(" with"):
            return "with"  # "working with", read as one phrase
        if not (token.has("name", "title") or token.text in _WITHIN):
            break
    if at > verb:
        return "object"
    if _describes_asked(tokens, at):
        return ""
    return ("object" if passive else "by") if verb < len(tokens) and not _before_doer(tokens, at, verb) else ""


def _describes_asked(tokens: list[Token], at: int) -> bool:
    """Whether a name only says of whom or whence those are who are asked for: "which Korean chairman", "what Acme people"."""
    noun = tokens[at + 1] if at + 1 < len(tokens) else None
    people = noun is not None and not noun.has("name") and (noun.has("title") or "person" in noun.ids("sort"))
    return people and at > 0 and bool({"which", "what"} & set(tokens[at - 1].ids("question")))


def _before_doer(tokens: list[Token], at: int, verb: int) -> bool:
    """Whether the one who did it is asked right before the verb, and a name before that is only the topic: "Acme - who founded it?"."""
    asked = tokens[verb - 1].ids("question")
    return verb - 1 > at and bool({"who", "which", "what"} & set(asked)) and not tokens[verb].has("auxiliaries")


_WITHIN = frozenset({"the", "a", "an", "and", "s", "mr", "chairman"})
"""What may stand between a preposition and a name that it governs."""


_INSTEAD = frozenset({"말고", "아니라", "아니고", "아니"})


def instead(items: list[Item], known: Known) -> list[Item]:
    """ "가나 말고 다라는": what is set right is about 다라 alone, where both are of one sort and neither holds the other."""
    items = _set_right(items, known)
    if not any(i.text in _INSTEAD for i in items):
        return items
    types = {i.at: {known.facts.names[n].type for n in i.ids("name")} for i in items}
    for before, mark, after in zip(items, items[1:], items[2:], strict=False):
        if mark.text not in _INSTEAD or not types[before.at] & types[after.at]:
            continue
        if not any(o in known.members[n] for n in before.ids("name") for o in after.ids("name")):
            return [i for i in items if i is not before and i is not mark]
    return items


def _set_right(items: list[Item], known: Known) -> list[Item]:
    """ "Not Kim, I mean Park", "Rome, not Paris": who or what is meant alone, where nothing else is said."""
    denied = next((i.at for i in items if i.text == "not"), -1)
    if denied < 0:
        return items
    named = [i for i in items if i.has("name")]
    barred = next((i for i in named if 0 <= denied < i.at), None)
    bare = all(i.has("name", "follow", "light", "prep") or i.text == "not" for i in items)
    if (
        barred is None
        or not bare
        or len(named) != 2
        or any(i.text[:1].isalpha() and not i.text.isascii() for i in named)
    ):
        return items
    sorts = [{known.facts.names[n].type for n in i.ids("name")} for i in named]
    return [i for i in items if i is not barred and i.text != "not"] if sorts[0] & sorts[1] else items


def is_passive(tokens: list[Token]) -> bool:
    for before, token in pairwise(tokens):
        if before.text == "got" and token.has("part") and token.text.endswith("ed"):
            return True
        if (
            token.has("kind")
            and token.text.isascii()
            and before.text in ("was", "were", "is", "are", "been", "be", "being", "got")
        ):
            last = token.text.split()[0]
            if not last.endswith("ing") and (last.endswith("ed") or len(bases(last)) > 1):
                return True
    if _parted(tokens) or any(t.has("kind") and _of_one_word(t.text) for t in tokens):
        return True
    if all(t.text.isascii() for t in tokens):
        return False
    if any((t.ending is not None and t.text[:1] in ("받", "당")) or _CALLED(t.text) is not None for t in tokens):
        return True
    if _becoming(tokens):
        return True
    return any(t.ending == "by" for t in tokens) or any("by" in t.ids("prep") and not t.text.isascii() for t in tokens)


def _becoming(tokens: list[Token]) -> bool:
    return any(_comes_to_be(before, token) for before, token in pairwise(tokens))


def _comes_to_be(token: Token, after: Token) -> bool:
    """Whether a Korean word for a deed stands as what became of its subject: "설립됐어", "세워졌어", "팔렸어"."""
    if not token.has("kind") or token.text.isascii():
        return False
    became = after.ending is not None and after.text[:1] in ("되", "됐", "된", "될", "돼", "됩")
    in_becoming = len(token.text) > 2 and token.has("verb") and token.text[-1] in "지졌져진질집"
    return became or in_becoming or token.text in _BECOMES


def _of_one_word(text: str) -> bool:
    """Whether a form of "be" and a participle are one word of the lexicon: "was elected"."""
    first, *rest = text.split()
    return first in IS and len(rest) == 1 and rest[0].endswith("ed")


def _parted(tokens: list[Token]) -> bool:
    """Whether a form of "be" and its participle stand around the subject: "when was the library founded"."""
    at = next((n for n, t in enumerate(tokens) if t.text in IS and t.has("auxiliaries")), len(tokens))
    for token in tokens[at + 1 :]:
        if token.has("kind") and token.text.split()[0].endswith("ed") and not token.has("name", "sort"):
            return True
        if not token.has("name", "light", "title", "noun", "sort") or token.has("auxiliaries", "question", "anaphor"):
            return False
    return False


def asked_role(tokens: list[Token], at: int, passive: bool) -> str:
    """What the thing that a question word asks for is to the verb; "agent": who did it, however the verb stands."""
    token = tokens[at]
    if not token.text.isascii():
        if token.text.endswith("서"):  # 어디서
            return "at"
        if token.text == "누가":
            return "agent" if passive else "by"
        role = {"누굴": "object"}.get(token.text) or _korean_role(tokens, at) or ""
        return "agent" if role == "by" and passive else role
    if token.pieces and token.pieces[0].text == "from":
        return "from"  # "from where"
    before = tokens[at - 1] if at else None
    if before is not None and before.has("prep") and not before.has("verb"):
        return _agent(before.ids("prep")[0])
    trailing = (
        n
        for n, t in reversed(list(enumerate(tokens)))
        if t.ending is None and (t.has("prep") or t.text == "whom" or not t.has("light"))
    )
    end = next(trailing, at)
    last = tokens[end]
    named = "called" in last.ids("part")  # "what it goes by"
    speaks = token.text == "who" and any("said" in t.ids("part") for t in tokens[at + 1 : at + 2])
    named |= speaks and end > at + 2  # "who said the talks would go on"
    last = last.pieces[-1] if last.pieces and not last.has("prep") and not named else last
    if last.has("prep") and last is not token:
        about = "about" in last.ids("prep") and "what" in token.ids("question")  # "what did they agree on"
        about = about and not tokens[end - 1].has("title")  # "what is he the chairman of"
        return "about" if about else _agent(last.ids("prep")[0])
    stranded = _stranded(tokens, at)
    if stranded is not None:
        return stranded
    for n in range(at + 1, len(tokens)):
        if tokens[n].has("auxiliaries") and tokens[n].text in _ASKING_VERBS:
            follows = tokens[n + 1] if n + 1 < len(tokens) else None
            left_out = follows is not None and follows is tokens[-1] and follows.has("follow")  # "who did then?"
            verbal = follows is not None and (follows.pieces or (follows,))[0].has("kind", "tell")  # "who did talk?"
            verbal |= token.text == "who" and n == at + 1 and _only_has(tokens[n:])
            return "object" if follows and not verbal and not left_out else "by"
        if "present" in tokens[n].ids("mark"):
            return ""  # "which firms are in it"
        if tokens[n].has("kind", "auxiliaries") and not tokens[n].has("sort", "noun"):
            behind = tokens[n + 1] if n + 1 < len(tokens) else None
            if n == at + 1 and token.text in ("what", "which") and behind is not None and behind.text in _ASKING_VERBS:
                continue  # "what gift did Kim give"
            return "" if behind is not None and behind.has("prep") and tokens[n].has("auxiliaries") else "by"
    if passive and token.text == "where":
        return "at"  # "it was bought where?"
    return "object" if before is not None and not before.has("light", "follow", "tell", "anaphor") else "by"


def _only_has(tokens: list[Token]) -> bool:
    """Whether "has" is all the verb there is, behind which stands what somebody has: "who has the majority of the shares"."""
    has, *behind = tokens
    plain = not any(t.has("kind", "tell", "anaphor", "auxiliaries", "name") and not t.has("noun") for t in behind)
    return has.text in _HAS and bool(behind) and plain and not behind[0].has("name")


_HAS = frozenset({"has", "have", "had"})


def _stranded(tokens: list[Token], at: int) -> str | None:
    """The role of a preposition behind the verb that has no noun behind it: "what did they talk about when they met"."""
    for n in range(at + 2, len(tokens) - 1):
        token, before, after = tokens[n], tokens[n - 1], tokens[n + 1]
        verb = before.has("kind", "tell") and not before.has("sort", "noun", "name")
        opens = after.text.split()[0]
        dated = opens in ("last", "next") if token.text in ("at", "in", "on") else _dates(after)
        if token.text in _STRANDING and verb and (opens in _LEADING_ON or dated):
            return _agent("about" if token.text == "on" else token.ids("prep")[0])
    return None


_STRANDING = frozenset({"about", "at", "with", "to", "from", "in", "on"})
_LEADING_ON = frozenset({"when", "while", "after", "before", "during", "at", "in", "on"})
"""Words behind which another clause or circumstance begins."""


def _dates(token: Token) -> bool:
    """Whether a word only says when it was: "yesterday", "last June"."""
    first = token.text.split()[0]
    return token.has("when", "relative", "today", "daypart", "weekday") or first in ("last", "this", "next", "that")


_ASKING_VERBS = frozenset({"did", "does", "do", "will", "would", "has", "have", "had", "can", "should", "didn't"})


_BECOMES = frozenset(
    form
    for verb in ("생기다", "팔리다", "뽑히다", "잡히다", "붙잡히다", "잘리다", "쫓겨나다", "밀리다", "물리다", "묻히다")
    for form in shapes(verb)
)
"""Korean verbs of one word whose subject is what it was done to."""
_CALLED = re.compile("불[리린렸려]").search
"""Forms of 불리다, to be called."""


def _agent(preposition: str) -> str:
    """ "By whom" asks for the one who did it, however the verb stands."""
    return "agent" if preposition == "by" else preposition


def _is_of_people(item: Item, known: Known) -> bool:
    """Whether a word stands for whoever holds a title or a part that people hold: "the winner"."""
    return item.has("title") or any(known.meant(s.id, s.fact).type == "person" for s in item.senses if s.tag == "part")


def with_speaker(items: list[Item], known: Known) -> list[Item]:
    """To say is courtesy ("can you say where ..."), unless somebody says it ("what did Kim say")."""
    if not any(i.has("light") and "said" in i.ids("part") for i in items):
        return items
    asked = {i.at + 2 for i in items if i.text in _ASKING_VERBS}  # "what did the winner say"
    agents = [
        i
        for i in items
        if known.of_type(i.ids("name"), *AGENTS)
        or "person" in i.ids("anaphor")
        or (i.at in asked and _is_of_people(i, known))
    ]
    if not agents:
        return items
    first = agents[0].at
    return [
        replace(i, senses=tuple(s for s in i.senses if s.tag != "light"))
        if i.at > first and "said" in i.ids("part") and i.has("light")
        else i
        for i in items
    ]


def spoken_by(items: list[Item], known: Known) -> list[Item]:
    """ "Kim's comment", "김 소감": whose words are asked for has said them, where the noun is none for what is said of one."""
    found = list(items)
    named = [i for i in items if i.has("name")]
    for at, (item, noun) in enumerate(pairwise(items)):
        uttered = noun.text in _UTTERED or ("said" in noun.ids("part") and _of_somebody(items[at + 2 : at + 4], known))
        if not uttered or not noun.has("part", "kind") or noun.at > item.at + 3:
            continue
        owns = item.role == "of" and not _is_of(items[:at])
        bare = item.role == "" and named == [item] and at == 0 and noun.at - item.at <= len(item.text.split())
        bare |= item.role == "" and at == 0 and noun.text == "said" and noun.has("ask")  # "Kim on Park"
        if (owns or bare) and known.of_type(item.ids("name"), *AGENTS):
            found[at] = replace(item, role="by", senses=tuple(s for s in item.senses if s.tag != "word"))
    return found


def _of_somebody(behind: list[Item], known: Known) -> bool:
    """Whether a noun for words is followed by whom they are on: "Kim's verdict on Park"."""
    on = len(behind) == 2 and behind[0].text in ("on", "about")
    return on and bool(known.of_type(behind[1].ids("name"), *AGENTS))


def _is_of(before: list[Item]) -> bool:
    """Whether a preposition stands right before a name: "the praise of Kim comments"."""
    return bool(before) and before[-1].has("prep") and before[-1].text.isascii()


_UTTERED = frozenset(
    {
        "comment", "comments", "remark", "remarks", "statement", "statements", "reaction", "reactions", "response",
        "reply", "answer", "quote", "quotes", "words", "impression", "impressions", "feedback", "thoughts", "said",
        "소감", "발언", "코멘트", "반응", "한마디", "답변", "대답", "답", "멘트", "말", "말씀", "입장", "소회", "느낌", "의견", "견해",
    }
)  # fmt: skip
"""Nouns for words that somebody has spoken; praise and a description are of him whom they are said of."""
