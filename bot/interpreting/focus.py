"""What a question asks for: its question words, each with its role and the nouns that narrow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.interpreting.holder import with_holder
from bot.interpreting.interrogatives import BE, asking_at, is_light
from bot.interpreting.keywords import english_heads, heads_of
from bot.interpreting.nouns import THINGS, antecedent, governing, is_noun, named_by, nouns_of
from bot.interpreting.roles import asked_role
from bot.language.senses import Sense
from bot.question import Focus, Item
from bot.segment import Token

SORT_ASKS = {
    "person": "who", "organisation": "who", "place": "where", "country": "where", "city": "where", "name": "what", "clock": "clock",
    "year": "when", "month": "when", "date": "when", "day": "when", "daypart": "when", "won": "how_much", "dollar": "how_much",
}  # fmt: skip
"""The question word that a noun of each sort stands for: "which company" asks who."""


def foci_of(tokens: list[Token], items: list[Item], passive: bool) -> tuple[Focus, ...]:
    """What is asked for, in the order of the text. Empty where nothing but yes or no, or only a topic, is."""
    by_token = {i.at: i for i in items}
    found = [_measured(f, by_token) for at in asking_at(tokens) for f in _with_joined(tokens, at, by_token, passive)]
    if not found:
        return _trailing(tokens, by_token)
    return tuple(
        f for n, f in enumerate(found) if f.nouns or (f.word, f.role) not in {(g.word, g.role) for g in found[:n]}
    )


def _trailing(tokens: list[Token], items: dict[int, Item]) -> tuple[Focus, ...]:
    """What a statement asks for that breaks off behind a preposition or "is": "and the photos are from?", "and his job is?", "Kim is head of?"."""
    content = [t for t in tokens if t.ending is None and not t.has("follow")]
    if len(content) > 1 and content[-1].text in BE and not content[0].has("auxiliaries"):
        at = tokens.index(content[-1]) - 1
        noun = at in items and is_noun(tokens[at]) and tokens[at].has("part", "sort") and not tokens[at].has("kind")
        return (Focus(_word_of(items[at]), "", (items[at],), at, _sides(tokens, at, items)),) if noun else ()
    if len(content) > 2 and content[-1].text == "of" and content[-2].has("title") and not content[0].has("auxiliaries"):
        at = tokens.index(content[-1]) + 1
        return (Focus("what", "of", (), at),) if any(t.text in BE for t in content) else ()  # "Kim is chief of?"
    if len(content) < 3 or content[-1].text not in ("from", "by", "with") or content[0].has("auxiliaries"):
        return ()
    stated = any(t.text in BE for t in content[1:-1])
    return (Focus("who", asked_role(tokens, tokens.index(content[0]), False)),) if stated else ()


def _with_joined(tokens: list[Token], at: int, items: dict[int, Item], passive: bool) -> list[Focus]:
    """What a question word asks for, behind a noun that is asked for with it: "장소랑 몇 층", "the venue and what floor"."""
    focus = _focus(tokens, at, items, passive)
    two = next((i for i, n in enumerate(focus.nouns[1:], 1) if _and_between(focus.nouns[i - 1], n, tokens)), 0)
    if two:  # "what room and floor"
        return [
            replace(focus, word=_word_of(ns[-1], "what"), nouns=ns) for ns in (focus.nouns[:two], focus.nouns[two:])
        ]
    n = at - 2
    if at > 1 and tokens[at - 1].text == "and" and not any(t.has("auxiliaries", "question") for t in tokens[:at]):
        n = next(iter(english_heads(tokens, list(range(at - 1)))), n)  # "price of the lamp, and who sold it"
    joined = n in items and (tokens[at - 1].ending == "with" or tokens[at - 1].text == "and")
    if n > 0 and tokens[n - 1].has("question"):
        joined = False  # "which paper and which author" asks for each by itself
    noun = joined and is_noun(tokens[n]) and not tokens[n].has("verb") and tokens[n].has(*THINGS)
    measured = noun and bool(set(tokens[n].ids("part")) & _MEASURED)
    noun = noun and (not tokens[n].has("kind") or measured or "name" in tokens[n].ids("sort"))
    return [_head(tokens, n, items), focus] if noun and items[n] not in focus.nouns else [focus]


def _and_between(one: Item, other: Item, tokens: list[Token]) -> bool:
    """Whether two nouns are two things that are asked for."""
    joined = other.at == one.at + 2 and tokens[one.at + 1].text == "and" and one.has("part")
    placed = bool({"where", "in"} & set(one.ids("part"))) and other.has("noun")  # "which city and hotel"
    return joined and (other.has("part") or (placed and not other.has("name", "title")))


_MEASURED = frozenset({"how_much", "how_many", "how_long", "when", "where"})
"""Parts that a noun asks for although it also names a kind of fact ("price" and a purchase)."""


def head_foci(tokens: list[Token], items: list[Item]) -> tuple[Focus, ...]:
    """What a text of key words asks for: "the venue of the talks?", "회동 참석자", "floor and room"."""
    by_token = {i.at: i for i in items}
    heads = [at for at in heads_of(tokens) if at in by_token]
    heads = [at for at in heads if not (at + 1 in heads and _says_of_what(*tokens[at : at + 2]))]
    if not heads or all(tokens[at].has("title") and not tokens[at].has("sort") for at in heads):
        alone = [i for i in items if not i.has("light", "tell", "follow", "auxiliaries") or i.titled]
        titled = [i for i in alone if i.titled]
        alone = [i for i in alone if i.titled or not i.has("title")]
        named = any("name" in i.ids("sort") and i.at < t.at and t.role == "of" for i in items for t in titled[:1])
        if titled and (
            len(alone) == len(titled) or (named and len(titled) == 1)
        ):  # "name of the Acme head at the talks"
            return (Focus("who", holder=titled[0].ids("name")),)
    if not heads:
        return ()
    return tuple(_measured(with_holder(_head(tokens, at, by_token), tokens, by_token), by_token) for at in heads)


def _says_of_what(noun: Token, head: Token) -> bool:
    """Whether an English noun only says of what the one right behind it is: "tech cooperation aim"."""
    joined = noun.text.isascii() and noun.end + 1 == head.start and not noun.has("part", "sort", "title")
    return joined and head.has("part") and not head.has("kind", "name")


def spelt_out(items: Sequence[Item]) -> tuple[Focus, ...]:
    """What a phrase asks for that holds both answers: "before or after lunch", "am or pm"."""
    which = next((i for i in items if " or " in i.text and i.has("sort")), None)
    return () if which is None else (Focus(_word_of(which), "", (which,), which.at),)


def _measured(focus: Focus, items: dict[int, Item]) -> Focus:
    """With the units that are asked for, and how many."""
    here = [items[at] for at in (focus.at, focus.at + 1) if at in items]
    units = frozenset(u for i in here for w in (i, *i.pieces) for u in w.ids("unit"))
    beside = [items[n.at + step] for n in focus.nouns for step in (-1, 0, 1) if n.at + step in items]
    numbers = (int(float(v)) for i in (*beside, *focus.nouns) for w in (i, *i.pieces) for v in w.ids("number"))
    count = 0 if focus.word in ("when", "clock") else next((n for n in numbers if 1 < n < _SUM), 0)
    return replace(focus, units=units, count=count)  # "what date the three guests met" asks for no three


_SUM = 1000
"""From here on a figure beside a noun is a sum, and not how many of them are asked for."""


def _head(tokens: list[Token], at: int, items: dict[int, Item]) -> Focus:
    nouns = (items[at],) if items[at].text.isascii() else named_by(tokens, at, items)
    behind = [t for t in tokens[at + 1 :] if t.ending is None]
    if _houses(nouns) and all(t.has("tell") or "all" in t.ids("mark") for t in behind):
        nouns = (FIRM,)
    word = "how_long" if nouns[0].text in _SPANS else _word_of(nouns[0])
    return Focus(word, "", nouns, at, _sides(tokens, at, items))


_SPANS = frozenset({"years", "months", "weeks", "minutes"})
"""Key words for a length of time: "amount and years"."""


def _focus(tokens: list[Token], at: int, items: dict[int, Item], passive: bool) -> Focus:
    token = tokens[at]
    words = [*token.ids("question"), *token.ids("ask")]
    nouns = antecedent(tokens, at, items) or nouns_of(tokens, at, items)
    if nouns and _does_it(tokens, nouns[-1].at, at):
        nouns = ()
    word = "extent" if words[0] == "how_much" and token.text.startswith("얼마나") else words[0]
    counted = word == "how_many" and bool(nouns) and not token.text.isascii()
    if counted and nouns[-1].has("noun") and not nouns[-1].has("sort", "unit"):
        placed = _particle_behind(tokens, nouns[-1].at) in ("at", "from", "to")
        word = "which" if placed or not nouns[-1].has("part") else word  # "몇 전시실에서" asks for one room of several
    if word == "which" and token.text.isascii() and at and tokens[at - 1].text == "between":
        word, nouns = "who", ()  # "between which two"
    which = token.text == "which" or (token.text == "what" and at > 0 and not _helps(tokens[at + 1 : at + 2]))
    placed = which and not nouns and asked_role(tokens, at, passive) == "at"
    if placed and tokens[at - 1].text != "on":
        word = "where"  # "at which Acme office", "in what building"
    if word == "how_long" and tokens[at].text.endswith("년") and _points(tokens, at):
        word = "when"  # "몇 년에 열렸어"
    if word == "where" and not token.text.isascii() and _where_done(tokens, nouns):
        nouns = ()
    if word in ("where", "which", "what") and _houses(nouns):
        nouns = (FIRM,)
    if word == "where" and not nouns and (_which_of_them(tokens, at) or _of_firms(tokens, at)):
        nouns = (FIRM,)
    if word == "where" and not nouns and (_whose(tokens, at) or _given_it_by(tokens, at) or _did_it(tokens, at)):
        nouns = (FIRM,)
    if word == "where" and not token.text.isascii() and _particle_behind(tokens, at) == "with":
        word, nouns = "who", (FIRM,)  # "어디랑 제휴했어"
    if nouns and token.text == "what" and at and tokens[at - 1].text in ("into", "onto") and nouns[0].at == at + 1:
        word = "which"  # "into what products will it be put"
    if not nouns and word in ("what", "which"):
        nouns = governing(tokens, at, items)
    if token.text == "what" and nouns and nouns[0].at > at + 1 and nouns[-1].has("title") and _is_stranded(tokens):
        nouns = ()  # "what was the meeting with the coach about", "what is the coach unhappy about"
    if nouns and (word in ("what", "which") or (word == "where" and nouns[-1].ids("sort") == ("organisation",))):
        word = _word_of(nouns[-1], word)
    if _what_sort(tokens, at, nouns):
        word, nouns = "what", ()
    if token.text == "whose" and at + 1 in items:
        of_place = {"place", "where"} & {*items[at + 1].ids("sort"), *items[at + 1].ids("part")}
        villa = items[at + 1].has("noun") and asked_role(tokens, at, passive) == "at"
        met = tokens[at + 1].has("kind") and not tokens[at + 1].has("noun")  # "in whose meeting did it come up"
        if of_place or villa or (at and "at" in tokens[at - 1].ids("prep") and not met):
            # "at whose office", "whose building was it", "whose villa did they meet at"
            return Focus("where", "", (), at)
    if token.text == "whose" and token.has("part") and at in items:
        return Focus("who", "of", (items[at],), at)
    if word == "who" and not nouns:
        nouns = _holding_part(tokens, at, items) or _predicate(tokens, at, items)
    role = asked_role(tokens, at, passive)
    if word in ("who", "what") and _of_whom(tokens, at, role):
        word, role = "who", "about"
    focus = Focus(word, role, nouns, at, _sides(tokens, at, items))
    return with_holder(focus, tokens, items)


def _is_stranded(tokens: list[Token]) -> bool:
    """Whether an English question ends in the preposition before which what is asked for would stand."""
    said = [t for t in tokens if t.ending is None]
    return bool(said) and said[-1].text in ("about", "over", "on", "for", "with") and said[-1].has("prep")


def _helps(behind: list[Token]) -> bool:
    """Whether nothing stands behind a question word, or a helping verb: "in what did he invest"."""
    return not behind or behind[0].has("auxiliaries")


def _does_it(tokens: list[Token], noun: int, at: int) -> bool:
    """Whether a Korean noun right before the question word is who does it, to another thing that is asked for: "배가 뭐에 부딪혔어"."""
    subject = _particle_behind(tokens, noun) == "subject" and noun < at and "what" in tokens[at].ids("question")
    verb = tokens[at + 2] if at + 2 < len(tokens) else None
    return subject and _particle_behind(tokens, at) in ("at", "to", "object") and verb is not None and verb.has("verb")


def _of_whom(tokens: list[Token], at: int, role: str) -> bool:
    """Whether it is asked of whom something is said: "누구한테 한 말이야", "뭘 두고 한 말", unlike "누구한테 말했어"."""
    after = [t for t in tokens[at + 1 : at + 5] if t.ending is None]
    if role not in ("to", "about") or len(after) < 2 or tokens[at].text.isascii():
        return False
    words = after[1:] if after[0].has("prep") and not after[0].text.startswith(_SAYINGS) else after
    said = (
        words[1:] if words and words[0].text in ("한", "했던", "하신", "나온") else words[:1] if role == "about" else []
    )
    return bool(said) and said[0].text.startswith(_SAYINGS) and said[0] is [t for t in tokens if t.ending is None][-1]


_SAYINGS = ("말", "소리", "칭찬", "얘기", "이야기", "평", "극찬", "표현", "소감", "발언")
"""How Korean nouns begin for what is said of somebody."""


def _holding_part(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """The only other word of "who is the reporter", "기자는 누구야", where it is a part of some kind of fact."""
    others = [
        n for n, t in enumerate(tokens) if n != at and t.ending is None and not (is_light(t) and not t.has("part"))
    ]
    if len(others) != 1 or others[0] not in items or tokens[others[0]].has("verb", "mark"):
        return ()
    noun = items[others[0]]
    scopes = {s.fact.removeprefix("kind:") for s in noun.senses if s.tag == "part" and s.fact}
    kinds = set(noun.ids("kind"))
    return (noun,) if scopes and (not kinds or (noun.has("title") and kinds <= scopes)) else ()


def _points(tokens: list[Token], at: int) -> bool:
    """Whether 에 makes a point of what is else a span, and no 걸쳐 stands behind."""
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    return _particle_behind(tokens, at) == "at" and not (after is not None and after.text.startswith("걸"))


def _what_sort(tokens: list[Token], at: int, nouns: tuple[Item, ...]) -> bool:
    """Whether it is asked what somebody or something is: "what kind of firm is Acme", "가나는 어떤 회사야"."""
    if not tokens[at].text.startswith(("what kind of", "what sort of", "what type of", "어떤")) or not nouns:
        return False
    others = [t for n, t in enumerate(tokens) if n != at and t.ending is None and t.text != nouns[-1].text]
    named = [t for t in others if t.has("name")]
    return len(named) == 1 and nouns[-1].has("sort") and all(t is named[0] or is_light(t) for t in others)


def _particle_behind(tokens: list[Token], at: int) -> str | None:
    return tokens[at + 1].ending if at + 1 < len(tokens) else None


FIRM = Item("", (Sense("sort", "organisation"),))
"""What "어디 기사야", "어디 거예요" ask for: whose it is, which is a house and no place."""


def _where_done(tokens: list[Token], nouns: tuple[Item, ...]) -> bool:
    """Whether 한 곳 is where something was done, and not one house: "그 얘기를 한 곳이 어디"."""
    at = nouns[-1].at if nouns and nouns[-1].text == "한 곳" else 0
    return at > 0 and tokens[at - 1].ending == "object"


def _whose(tokens: list[Token], at: int) -> bool:
    """Whether 어디 stands right before a noun that it owns, or before 꺼, as people type 거: "어디꺼예요"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or tokens[at].text.isascii() or tokens[at].text != "어디":
        return False
    if after.text.startswith(("꺼", "거")) and after.ending is not None and not after.spaced:
        return all(t.ending is not None or t.has("light", "filler") for t in tokens[at + 2 :])  # no slip of 어디서
    beside = after.text in ("앞", "뒤", "옆", "근처", "안", "밖", "쪽")  # "어디 앞에서"
    return after.ending is None and not after.has("verb", "name", "question", "mark") and not beside  # "어디 같이 갔어"


def _did_it(tokens: list[Token], at: int) -> bool:
    """Whether 어디가 asks which house did something: "어디가 했어", "어디가 가나에 투자해"; not "어디가 회의 장소야"."""
    behind = [n for n in range(at + 2, len(tokens)) if tokens[n].ending is None]
    if tokens[at].text != "어디" or not behind or tokens[at + 1].text != "가":
        return False
    verb, ending = tokens[behind[-1]], tokens[behind[-1] + 1 : behind[-1] + 2]
    if verb.has("light"):
        return verb.text[:1] in _DOING
    return verb.has("kind") and (verb.has("verb") or any(t.text[:1] in _DOING for t in ending))


_DOING = frozenset("했한하할해")
"""How forms of 하다 begin."""


def _given_it_by(tokens: list[Token], at: int) -> bool:
    """Whether 어디 asks who does something to what is named with 에: "가나에 투자한다는 게 어디어디야"."""
    if tokens[at].text.isascii() or not tokens[at].text.startswith("어디") or at < _LEAST_GIVEN:
        return False
    deed = next((n for n in range(at - 1, -1, -1) if tokens[n].has("kind") and not tokens[n].has("light")), -1)
    thing = tokens[at - 1].text.endswith(_THAT_IT_IS) and any(t.ending is not None for t in tokens[deed + 1 : at])
    given = any(t.has("name") and end.text == "에" for t, end in pairwise(tokens[:deed])) if deed > 0 else False
    return thing and given


_LEAST_GIVEN = 4
"""Tokens before it at least: a name with its particle, a verb with its ending."""
_THAT_IT_IS = ("게", "건", "거", "것", "것이", "것은")


def _predicate(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """What "who is" is followed by, where that names a part of one kind: "who is credited for the photos"."""
    behind = tokens[at + 1 : at + 3]
    if len(behind) < 2 or behind[0].text not in BE or behind[1].has("kind", "name", "verb", "prep", "light"):
        return ()
    own = any(s.tag == "part" and s.fact for s in behind[1].senses)
    return (items[at + 2],) if own and behind[1].text.endswith("ed") and at + 2 in items else ()


def _which_of_them(tokens: list[Token], at: int) -> bool:
    """Whether 어디어디 asks which those are that a plain noun before it says: "참가한 극단 어디어디야"."""
    before = [t for t in tokens[:at] if t.ending is None]
    noun = before[-1] if before and tokens[at].text == "어디어디" else None
    described = len(before) > 1 and before[-2].has("verb")
    return noun is not None and described and noun.has("word") and not noun.has("name", "kind", "verb", "sort", "noun")


def _houses(nouns: tuple[Item, ...]) -> bool:
    """Whether the noun is a phrase whose last word says that it is houses: "가나국 기업 어디어디"."""
    pieces = nouns[-1].pieces if nouns and not nouns[-1].has("sort") else ()
    return len(pieces) > 1 and pieces[0].has("name") and "organisation" in pieces[-1].ids("sort")


def _of_firms(tokens: list[Token], at: int) -> bool:
    """Whether 어디 asks for houses that are only counted behind their noun: "회사 두 군데가 어디야", "회사가 셋이라며 어디어디"."""
    before = [t for t in reversed(tokens[:at]) if t.ending is None]
    counted = [t for t in before[:3] if _counts(t)]
    noun = next((t for t in before[:4] if not _counts(t) and not (t.has("light") and not t.has("sort"))), None)
    return bool(counted) and not tokens[at].text.isascii() and noun is not None and "organisation" in noun.ids("sort")


def _counts(token: Token) -> bool:
    return token.has("number", "unit") or "pair" in token.ids("mark")


def _sides(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[str, ...]:
    """The names within the phrase of what is asked for."""
    if tokens[at].text.isascii() and tokens[at].has("question"):
        found: list[str] = []
        for n in range(at + 1, len(tokens)):
            if tokens[n].has("auxiliaries", "question", "kind") or (tokens[n].has("prep") and not is_noun(tokens[n])):
                break
            if "present" in tokens[n].ids("mark"):
                break  # "which heads were in the Acme room"
            found += items[n].ids("name")[:1] if n in items else []
        return tuple(found)
    return ()


def _word_of(noun: Item, word: str = "what") -> str:
    people = noun.pieces[-1:] if not noun.has("sort", "noun") and not noun.text.isascii() else ()  # "온 사람들"
    said = next((p for p in people if "person" in p.ids("sort")), noun)
    sorts = [SORT_ASKS[s] for s in said.ids("sort") if s in SORT_ASKS]
    if not sorts and noun.has("title") and not noun.named("part", "noun"):
        return "who"
    placed = sorts[:1] == ["where"] and Sense("part", "where") in noun.senses  # "체결된 곳은?"
    plain = not noun.has("part", "of_fact")
    return sorts[0] if sorts and (sorts[0] in ("when", "clock", "who") or placed or plain) else word
