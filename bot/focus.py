"""What a question asks for: its question words, each with its role and the nouns that narrow it."""

from __future__ import annotations

from dataclasses import replace

from bot.asking import is_marked_noun
from bot.korean import is_syllable, split
from bot.question import Focus, Item
from bot.roles import asked_role
from bot.segment import Token
from bot.senses import Sense

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
        return _trailing(tokens)
    return tuple(
        f for n, f in enumerate(found) if f.nouns or (f.word, f.role) not in {(g.word, g.role) for g in found[:n]}
    )


def _trailing(tokens: list[Token]) -> tuple[Focus, ...]:
    """What a statement asks for that breaks off behind a preposition: "and the photos are from?"."""
    content = [t for t in tokens if t.ending is None and not t.has("follow")]
    if len(content) < 3 or content[-1].text not in ("from", "by", "with") or content[0].has("auxiliaries"):
        return ()
    stated = any(t.text in _BE for t in content[1:-1])
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
        n = next(iter(_english_heads(tokens, list(range(at - 1)))), n)  # "price of the lamp, and who sold it"
    joined = n in items and (tokens[at - 1].ending == "with" or tokens[at - 1].text == "and")
    noun = joined and is_noun(tokens[n]) and not tokens[n].has("verb") and tokens[n].has(*_THINGS)
    noun = noun and (not tokens[n].has("kind") or bool(set(tokens[n].ids("part")) & _MEASURED))
    return [_head(tokens, n, items), focus] if noun and items[n] not in focus.nouns else [focus]


def _and_between(one: Item, other: Item, tokens: list[Token]) -> bool:
    """Whether two nouns are two things that are asked for."""
    return other.at == one.at + 2 and tokens[one.at + 1].text == "and" and one.has("part") and other.has("part")


_MEASURED = frozenset({"how_much", "how_many", "how_long", "when", "where"})
"""Parts that a noun asks for although it also names a kind of fact ("price" and a purchase)."""


def head_foci(tokens: list[Token], items: list[Item]) -> tuple[Focus, ...]:
    """What a text of key words asks for: "the venue of the talks?", "회동 참석자", "floor and room"."""
    by_token = {i.at: i for i in items}
    heads = [at for at in _heads(tokens) if at in by_token]
    if not heads or all(tokens[at].has("title") and not tokens[at].has("sort") for at in heads):
        alone = [i for i in items if not i.has("light", "tell", "follow", "auxiliaries") or i.titled]
        titled = [i for i in alone if i.titled]
        alone = [i for i in alone if i.titled or not i.has("title")]
        if titled and len(alone) == len(titled):
            return (Focus("who", holder=titled[0].ids("name")),)
    if not heads:
        return ()
    return tuple(_measured(_with_holder(_head(tokens, at, by_token), tokens, by_token), by_token) for at in heads)


def _measured(focus: Focus, items: dict[int, Item]) -> Focus:
    """With the units that are asked for, and how many."""
    here = [items[at] for at in (focus.at, focus.at + 1) if at in items]
    units = frozenset(u for i in here for w in (i, *i.pieces) for u in w.ids("unit"))
    beside = [items[n.at + step] for n in focus.nouns for step in (-1, 0, 1) if n.at + step in items]
    numbers = (int(float(v)) for i in (*beside, *focus.nouns) for w in (i, *i.pieces) for v in w.ids("number"))
    return replace(focus, units=units, count=next((n for n in numbers if n > 1), 0))


def _head(tokens: list[Token], at: int, items: dict[int, Item]) -> Focus:
    nouns = (items[at],) if items[at].text.isascii() else _naming(tokens, at, items)
    return Focus(_word_of(nouns[0]), "", nouns, at, _sides(tokens, at, items))


_DO = frozenset({"did", "does", "do", "has", "had", "have", "will"})


def _with_holder(focus: Focus, tokens: list[Token], items: dict[int, Item]) -> Focus:
    """A question for who somebody is that is spoken of by title."""
    inner = focus.nouns[-1] if focus.nouns and focus.nouns[-1].titled else None
    verb = tokens[focus.at + 1] if 0 <= focus.at < len(tokens) - 1 else None
    if verb is not None and verb.text in _DO:
        return focus  # "what did the head of Acme say"
    if inner is not None:
        return replace(focus, word="who", nouns=(), holder=inner.ids("name"))
    person = focus.word == "who" or any("name" in n.ids("sort") for n in focus.nouns)
    behind = min((at for at in items if at > focus.at >= 0), default=-1)
    if focus.word == "who" and behind >= 0 and items[behind].has("kind") and not items[behind].text.isascii():
        return focus  # "가나 대표 누구 만났어"
    if not person or any(n.has("noun") for n in focus.nouns):
        return focus
    beside = _beside(tokens, focus, items)
    return replace(focus, word="who", nouns=(), holder=beside.ids("name")) if beside is not None else focus


def _beside(tokens: list[Token], focus: Focus, items: dict[int, Item]) -> Item | None:
    """The person spoken of by title right beside the word that asks, or the only one where the name is asked for."""
    titled = [i for i in items.values() if i.titled]
    if not titled:
        return None
    if any("name" in n.ids("sort") for n in focus.nouns) and len(titled) == 1:
        return titled[0]
    for item in titled:
        low, high = sorted((item.at, focus.at))
        between = [t for t in tokens[low + 1 : high] if t.ending is None and not t.has("title")]
        endings = [t.ending for t in tokens[low + 1 : high] if t.ending is not None]
        if low == item.at:  # "가나 대표 누구야"
            if tokens[focus.at].text.isascii() or any(e in ("with", "to", "object", "also") for e in endings):
                continue
            if all(t.has("light", "sort") for t in between) and not (endings and _acts(tokens, focus.at)):
                return item
        elif all((_light(t) and t.text not in _BESIDE) or _holding(t) for t in between) and (
            not between or between[0].text in _BE or _holding(between[0])
        ):  # "who is the Acme CEO", "who holds the post of Acme CEO"
            return item
    return None


_BESIDE = frozenset({"with", "along with", "beside", "next to", "alongside", "together with"})
"""Who was with somebody is not who that is."""


def _holding(token: Token) -> bool:
    """Whether a word is of holding a title ("holds the position of")."""
    return "title" in token.ids("part") and not token.has("auxiliaries")


def _acts(tokens: list[Token], at: int) -> bool:
    """Whether a verb of its own stands behind a question word ("누구 만났어"), not only a form of 이다."""
    return any(t.has("kind", "verb") and not t.has("tell") for t in tokens[at + 1 :])


# Question words


def opened(tokens: list[Token]) -> list[Token]:
    """Phrases that hold a question word without being one ("at which", "how many guests") word by word."""
    found: list[Token] = []
    content = [t for t in tokens if t.ending is None]
    chatting = all(t.has("chat", "light", "follow", "confirm", "auxiliaries") for t in content)
    for token in tokens:
        if not chatting and token.pieces and all(s.tag in ("chat", "verb") for s in token.senses):
            found += token.pieces
            continue
        if "count" in token.ids("mark") and found and token.text.isascii() and not _light(found[-1]):
            found += token.pieces  # "the phone number of"
            continue
        apart = any(p.has("question") for p in token.pieces) and not token.has(*_WHOLE)
        apart = apart and all(p.has("question", "prep", "sort", "part", "noun", "light") for p in token.pieces)
        found += token.pieces if apart else [token]
    return found


_WHOLE = (
    "question",
    "ask",
    "prep",
    "follow",
    "summary",
    "source",
    "chat",
    "tell",
    "confirm",
    "other",
    "anaphor",
    "filler",
    "name",
)


def asking_at(tokens: list[Token]) -> list[int]:
    """Where the question words stand; those that only join clauses ("when he met", "who opened it") are none."""
    found = [n for n, t in enumerate(tokens) if asks(t)]
    if any(t.ending is not None for t in tokens) or not found:
        return found
    yesno = opens_yesno(tokens)
    kept: list[int] = []
    for at in found:
        if (
            tokens[at].text in _JOINING
            and (kept or yesno or not _may_open(tokens, at))
            and not _apart(tokens, at, kept)
        ):
            continue
        kept.append(at)
    return kept or ([] if yesno or any(t.has("tell") for t in tokens[: found[0]]) else found[:1])


_JOINING = frozenset({"when", "where", "who", "which", "how", "what", "whom", "whose", "why"})


def asks(token: Token) -> bool:
    """Whether it is a question word, or asks by itself for a part ("뭐라고")."""
    return token.has("question", "ask")


def _light(token: Token) -> bool:
    return token.has("light", "follow", "tell", "auxiliaries", "anaphor", "prep", "confirm", "chat")


def opens_yesno(tokens: list[Token]) -> bool:
    first = next(
        (t for t in tokens if t.text in _SUBJECTS or not (t.has("follow", "light") and not t.has("auxiliaries"))), None
    )
    if first is None or not first.has("auxiliaries"):
        return False
    at = tokens.index(first)
    return not any(t.has("tell") for t in tokens[at : at + 4])


_SUBJECTS = frozenset({"i", "we", "you", "they", "he", "she", "it", "there"})
"""Before a verb they make a statement ("we had a quiz") of what would be a question."""


def _may_open(tokens: list[Token], at: int) -> bool:
    """Whether only courtesy and prepositions stand before a question word, or nothing but it ends the text."""
    before = tokens[:at]
    return all(_light(t) for t in before) or at + 1 == len(tokens) or _after_verb(tokens, at)


def _after_verb(tokens: list[Token], at: int) -> bool:
    """Whether a question word stands where the thing asked for would ("Kim met who", "said by whom")."""
    before = tokens[at - 1]
    if tokens[at].text in ("when", "where") and not before.has("prep"):
        return False  # "who was there when Kim came"
    return before.has("prep", "auxiliaries") or (
        before.has("kind", "part", "tell") and not before.has("sort", "noun", "name")
    )


def _apart(tokens: list[Token], at: int, kept: list[int]) -> bool:
    """Whether a further question word asks anew: behind "and", a preposition, or right at the start of its clause."""
    if not at:
        return True
    before = tokens[at - 1]
    if not kept:
        return all(_light(t) for t in tokens[:at])
    return tokens[at].text == "whom" or before.text in ("and", "or", "plus") or before.has("prep", "question")


def _focus(tokens: list[Token], at: int, items: dict[int, Item], passive: bool) -> Focus:
    token = tokens[at]
    words = [*token.ids("question"), *token.ids("ask")]
    nouns = _antecedent(tokens, at, items) or _nouns(tokens, at, items)
    word = "extent" if words[0] == "how_much" and token.text.startswith("얼마나") else words[0]
    counted = word == "how_many" and bool(nouns) and not token.text.isascii()
    if counted and nouns[-1].has("noun") and not nouns[-1].has("sort", "unit"):
        placed = _particle_behind(tokens, nouns[-1].at) in ("at", "from", "to")
        word = "which" if placed or not nouns[-1].has("part") else word  # "몇 전시실에서" asks for one room of several
    if word == "which" and token.text.isascii() and not nouns and asked_role(tokens, at, passive) == "at":
        word = "where"  # "at which Acme office"
    if word == "how_long" and tokens[at].text.endswith("년") and _points(tokens, at):
        word = "when"  # "몇 년에 열렸어"
    if word == "where" and not nouns and _of_firms(tokens, at):
        nouns = (FIRM,)
    if word == "where" and not nouns and _whose(tokens, at):
        nouns = (FIRM,)
    if word == "where" and not token.text.isascii() and _particle_behind(tokens, at) == "with":
        word, nouns = "who", (FIRM,)  # "어디랑 제휴했어"
    if not nouns and word in ("what", "which"):
        nouns = _governing(tokens, at, items)
    if nouns and (word in ("what", "which") or (word == "where" and nouns[-1].ids("sort") == ("organisation",))):
        word = _word_of(nouns[-1], word)
    if _what_sort(tokens, at, nouns):
        word, nouns = "what", ()
    if token.text == "whose" and token.has("part") and at in items:
        return Focus("who", "of", (items[at],), at)
    if word == "who" and not nouns:
        nouns = _holding_part(tokens, at, items) or _predicate(tokens, at, items)
    focus = Focus(word, asked_role(tokens, at, passive), nouns, at, _sides(tokens, at, items))
    return _with_holder(focus, tokens, items)


def _holding_part(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """The only other word of "who is the reporter", "기자는 누구야", where it is a part of some kind of fact."""
    others = [n for n, t in enumerate(tokens) if n != at and t.ending is None and not (_light(t) and not t.has("part"))]
    own = len(others) == 1 and any(s.tag == "part" and s.fact for s in tokens[others[0]].senses)
    return (
        (items[others[0]],) if own and others[0] in items and not tokens[others[0]].has("kind", "verb", "mark") else ()
    )


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
    return len(named) == 1 and nouns[-1].has("sort") and all(t is named[0] or _light(t) for t in others)


def _antecedent(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """The noun that a relative clause describes: "the time at which it began"."""
    if tokens[at].text != "which" or at < 2 or not tokens[at - 1].has("prep") or tokens[at - 1].text == "of":
        return ()
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or (is_noun(after) and not after.has("name")):
        return ()
    n = next((n for n in range(at - 2, -1, -1) if not _light(tokens[n]) or is_noun(tokens[n])), -1)
    return (items[n],) if n in items and is_noun(tokens[n]) else ()


def _particle_behind(tokens: list[Token], at: int) -> str | None:
    return tokens[at + 1].ending if at + 1 < len(tokens) else None


FIRM = Item("", (Sense("sort", "organisation"),))
"""What "어디 기사야", "어디 거예요" ask for: whose it is, which is a house and no place."""


def _whose(tokens: list[Token], at: int) -> bool:
    """Whether 어디 stands right before a noun that it owns."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or tokens[at].text.isascii() or tokens[at].text != "어디":
        return False
    return after.ending is None and not after.has("verb", "name", "question")


def _predicate(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """What "who is" is followed by, where that names a part of one kind: "who is credited for the photos"."""
    behind = tokens[at + 1 : at + 3]
    if len(behind) < 2 or behind[0].text not in _BE or behind[1].has("kind", "name", "verb", "prep", "light"):
        return ()
    own = any(s.tag == "part" and s.fact for s in behind[1].senses)
    return (items[at + 2],) if own and behind[1].text.endswith("ed") and at + 2 in items else ()


def _of_firms(tokens: list[Token], at: int) -> bool:
    """Whether 어디 asks for houses that are only counted behind their noun: "회사 두 군데가 어디야"."""
    before = [t for t in reversed(tokens[:at]) if t.ending is None]
    counted = [t for t in before[:3] if t.has("number", "unit")]
    noun = next(
        (t for t in before[:4] if not t.has("number", "unit") and not (t.has("light") and not t.has("sort"))), None
    )
    return bool(counted) and not tokens[at].text.isascii() and noun is not None and "organisation" in noun.ids("sort")


def _governing(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """The verb whose object is asked for, where it names a part of its own: "what did they ask", "뭘 물어봤어"."""
    after = [n for n in range(at + 1, len(tokens)) if tokens[n].ending is None]
    if not tokens[at].text.isascii():
        after = [n for n in after[:1] if tokens[n].has("verb")]
    elif "'" not in tokens[at].text and not (after and tokens[after[0]].has("auxiliaries")):
        return ()
    for n in after:
        token = tokens[n]
        if token.has("tell") and not any(s.tag == "part" and s.fact and not s.like for s in token.senses):
            continue
        if n in items and token.has("part", "of_fact") and not token.has("name", "sort", "noun", "auxiliaries", "prep"):
            if _is_adverb(token.text):
                continue
            return (items[n],)
        if token.has("prep", "question") and token.text.isascii():
            break
    return ()


def _sides(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[str, ...]:
    """The names within the phrase of what is asked for."""
    if tokens[at].text.isascii() and tokens[at].has("question"):
        found: list[str] = []
        for n in range(at + 1, len(tokens)):
            if tokens[n].has("auxiliaries", "question", "kind") or (tokens[n].has("prep") and not is_noun(tokens[n])):
                break
            found += items[n].ids("name")[:1] if n in items else []
        return tuple(found)
    return ()


def _nouns(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    token = tokens[at]
    if not token.has("question"):  # "뭐라고"
        before = _korean_nouns(tokens, at, items) if not token.text.isascii() else ()
        speaker = bool(before) and (before[-1].titled or before[-1].has("title") or "person" in before[-1].ids("sort"))
        return (before if not speaker else ()) or ((items[at],) if at in items else ())
    inner = tuple(p for p in items[at].pieces if is_noun(p) and not p.has("verb")) if at in items else ()
    if inner:
        quoted = _quoted(tokens, at)
        return (SAID,) if quoted else inner  # "어떤 사람이라고"; "which day", "어느 나라"
    if token.text.isascii():
        return _english_nouns(tokens, at, items)
    return _korean_nouns(tokens, at, items)


def _english_nouns(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """The noun phrase behind "which" or "what", or behind a form of "be": "what was the purpose"."""
    n = at + 1
    if tokens[at].text == "whose":
        return ()
    if "'" in tokens[at].text and not tokens[at].text.endswith("'s"):
        return ()  # "what'd he say"
    if not set(tokens[at].ids("question")) & {"what", "which", "who"}:
        people = n in items and "person" in items[n].ids("sort")
        counted = n in items and is_noun(tokens[n]) and not tokens[n].has("light", "kind")
        return (items[n],) if counted or people else ()
    if n < len(tokens) and tokens[n].has("auxiliaries") and tokens[n].text in _BE:
        n += 1
    elif n < len(tokens) and tokens[n].has("auxiliaries"):
        return ()
    if n == at + 1 < len(tokens) and "who" in tokens[at].ids("question") and tokens[n].has("kind"):
        return ()  # "who came along with the Acme head"
    found: list[Item] = []
    while n < len(tokens):
        token = tokens[n]
        if token.has("auxiliaries", "question") or (token.has("anaphor") and n > at + 1):
            break
        if token.has("prep") and not token.has("part", "sort", "noun"):
            if token.text == "of" and found and all(i.has("light") or "name" in i.ids("sort") for i in found):
                n += 1
                continue
            break
        if token.has("kind") and not token.has("part", "noun", "sort", "title") and found:
            break
        describes = n + 1 < len(tokens) and n + 1 in items and is_noun(tokens[n + 1])  # "the name of the injured baker"
        if found and token.has("kind") and token.text.endswith("ed") and not describes:
            break  # "which building hosted the talks"
        named = n in items and items[n].has("name")
        if token.has("verb") or (named and (found or _ends_phrase(tokens, n, items))):
            break
        if n in items and (is_noun(token) or items[n].titled):
            found.append(items[n])
        n += 1
    if len(found) > 1 and found[-1].text == "name":  # "what is the ship called": the name of the ship
        found = [found[-1], *found[:-1]]
    return tuple(found)


def _ends_phrase(tokens: list[Token], at: int, items: dict[int, Item]) -> bool:
    """Whether a clause of its own begins with a name ("what Kim and ...", "what the Board the ..."), no "what Acme staff"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return not items[at].titled and after is not None and (after.text in ("and", "the", "a") or after.has("anaphor"))


_BE = frozenset({"is", "was", "are", "were", "be", "'s", "being", "been"})


def is_noun(token: Token | Item) -> bool:
    """Whether a word may say what sort of thing is asked for."""
    if token.text.isascii() and (
        token.text.endswith("ed")
        or _is_adverb(token.text)
        or (_is_verb_phrase(token.text) and not token.has("sort", "noun", "title"))
        or (token.text.endswith("ing") and not token.has("sort", "noun"))
    ):
        return False
    if token.has("mark") and not token.has("sort"):
        return False
    return token.has("sort", "part", "noun", "of_fact", "title", "contrary") and not token.has(
        "name", "question", "auxiliaries", "prep"
    )


_IN_LY = frozenset({"reply", "family", "ally", "supply", "assembly", "rally", "apply", "fly", "monopoly"})


def _is_adverb(text: str) -> bool:
    return text.endswith("ly") and text not in _IN_LY


_ADVERBS = frozenset({"on", "in", "at", "by", "to", "for", "with", "off", "up", "out"})
"""Words that make a verb of a phrase ("happened on")."""


def _is_verb_phrase(text: str) -> bool:
    return " " in text and text.rsplit(maxsplit=1)[-1] in _ADVERBS


def _naming(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """For "name": the noun whose name it is ("호텔 이름", "임원의 이름"), where one stands before it."""
    if set(items[at].ids("sort")) != {"name"} or items[at].has("part"):
        return (items[at],)
    n = at - 1
    while n >= 0 and (
        tokens[n].ending == "of"
        or tokens[n].text == "들의"
        or (tokens[n].has("number", "unit", "both") and not tokens[n].has("sort", "noun"))
    ):
        n -= 1
    if n not in items or tokens[n].has("verb"):
        return (items[at],)
    named = [p for p in (items[n], *items[n].pieces[-1:]) if is_noun(p) and not p.has("name") and p.has(*_THINGS)]
    if items[at].has("of_fact") and not (named and named[0].has("part", "of_fact")):
        return (items[at],)
    return tuple(named[:1]) or (items[at],)


_THINGS = ("sort", "part", "noun", "of_fact", "title")
"""What may have a name; the contrary of a part ("비공개") only describes one."""


def _korean_nouns(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """The noun behind 어느, 무슨 or 몇, or the one before 뭐, 누구, 어디: "직함이 뭐야"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if "how" in tokens[at].ids("question"):
        return ()
    phrase = at + 1 in items and after is not None and (not is_noun(after) or after.has("verb"))
    phrase = phrase and after is not None and not after.has("unit")
    inner = [p for p in items[at + 1].pieces if is_noun(p) and not p.has("verb")] if phrase else []
    if inner and "what" not in tokens[at].ids("question")[:1]:
        return (inner[0],)  # "어느 신문 기사"
    counts = (
        "how_many" in tokens[at].ids("question") and not tokens[at].pieces
    )  # "몇 살", which may be a verb elsewhere
    noun = after is not None and after.ending is None and is_noun(after) and (counts or not after.has("verb"))
    if noun and at + 1 in items:
        quoted = _quoted(tokens, at + 1)  # "어떤 사람이라고"
        return (SAID,) if quoted else (items[at + 1],)
    if _quoted(tokens, at):
        return (SAID,)
    n = at - 1
    passed = ("subject", "topic", "also", "object") if _naming_verb(after, tokens, at) else ("subject", "topic", "also")
    while n >= 0 and (tokens[n].ending in passed or (_light(tokens[n]) and not is_noun(tokens[n]))):
        n -= 1
    before = tokens[n] if n >= 0 else None
    if before is not None and n in items and is_noun(before) and _nominal(before):
        return _described(tokens, n, items) or _naming(tokens, n, items)
    return ()


def _quoted(tokens: list[Token], at: int) -> bool:
    """Whether a noun ends what somebody says it is: "어떤 사람이라고", "어떤 회의였다고"."""
    endings = [t for t in tokens[at + 1 : at + 3] if t.ending is not None]
    return any(t.ending == "quote" or t.text.endswith(("다고", "라고")) for t in endings)


def _naming_verb(after: Token | None, tokens: list[Token], at: int) -> bool:
    """Whether to be called is what stands behind 뭐라고: "그 방을 뭐라고 불러"."""
    verb = tokens[at + 2] if after is not None and after.ending is not None and at + 2 < len(tokens) else after
    return verb is not None and verb.text.startswith(("부르", "부른", "불러", "불렀", "불리", "불린"))


def _described(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """The verb right before a noun for what is told, which says what is asked: "물어본 내용"."""
    verb = items.get(at - 1)
    contents = any(s.tag == "part" and not s.fact and s.id in ("about", "said") for s in tokens[at].senses)
    if verb is None or not contents or not tokens[at - 1].has("verb"):
        return ()
    last = verb.text[-1]
    adnominal = is_syllable(last) and split(last)[2] in ("ㄴ", "ㄹ")
    own = any(s.tag == "part" and s.fact.startswith("kind:") for s in verb.senses)
    return (verb,) if adnominal and own and not tokens[at].has("sort") else ()


SAID = Item("", (Sense("part", "said"),))
"""What "무엇이라고" asks for, whatever verb stands behind it."""


def _nominal(token: Token) -> bool:
    return (
        token.ending is None
        and not token.has("verb")
        and (not token.has("kind") or token.has("part", "of_fact", "sort"))
    )


def _word_of(noun: Item, word: str = "what") -> str:
    sorts = [SORT_ASKS[s] for s in noun.ids("sort") if s in SORT_ASKS]
    if not sorts and noun.has("title") and not noun.named("part", "noun"):
        return "who"
    placed = sorts[:1] == ["where"] and Sense("part", "where") in noun.senses  # "체결된 곳은?"
    plain = not noun.has("part", "of_fact")
    return sorts[0] if sorts and (sorts[0] in ("when", "clock", "who") or placed or plain) else word


# Key words alone


def _heads(tokens: list[Token]) -> list[int]:
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    if not content:
        return []
    if any(t.ending is not None for t in tokens) or not tokens[content[-1]].text.isascii():
        return _korean_heads(tokens, content)
    return _english_heads(tokens, content)


def _korean_heads(tokens: list[Token], content: list[int]) -> list[int]:
    """The last noun, with those that 와 or a comma joins to it."""
    last = next((n for n in reversed(content) if not _passing(tokens[n])), None)
    if last is None or not is_noun(tokens[last]) or (tokens[last].has("verb") and not is_marked_noun(tokens, last)):
        return []
    found = [last]
    for n in reversed([n for n in content if n < last and not (_light(tokens[n]) and not is_noun(tokens[n]))]):
        between = tokens[n + 1 : found[-1]]
        joined = any(t.ending == "with" for t in between) or (not between and _lists(tokens[n], tokens[found[-1]]))
        if not is_noun(tokens[n]) or tokens[n].has("verb") or not joined:
            break
        found.append(n)
    return found[::-1]


def _lists(one: Token, other: Token) -> bool:
    """Whether two nouns side by side name two things ("층수 회의실"), not one ("회의 주제")."""
    currencies = set(one.ids("sort")) ^ set(other.ids("sort"))
    if currencies == {"won", "dollar"}:
        return True
    last = one.pieces[-1] if one.pieces else one  # "투자 규모 기간"
    parts = set(one.ids("part")), set(other.ids("part"))
    return all(parts) and not parts[0] & parts[1] and not one.has("noun") and not last.has("kind")


def _passing(token: Token) -> bool:
    return (token.has("tell", "confirm", "follow", "unit", "number", "mark") and not token.has("sort")) or (
        token.has("light", "filler") and not is_noun(token)
    )


def _imperative(tokens: list[Token], at: int) -> bool:
    """Whether a word of courtesy is a verb that asks to be told: "provide the names of"."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at].has("light") and after in ("the", "a", "an", "me", "us", "all")


def _english_heads(tokens: list[Token], content: list[int]) -> list[int]:
    """The nouns before the first preposition; behind "the", only the last of them."""
    first: list[int] = []
    article = False
    for n in content:
        token = tokens[n]
        if token.has("prep") and not is_noun(token):
            if all("name" in tokens[m].ids("sort") for m in first):
                continue
            break
        if first and token.has("light", "kind") and token.text.endswith("ing"):
            break  # "companies using it"
        article |= token.text in ("the", "a", "an")
        if is_noun(token) and not _imperative(tokens, n):
            first.append(n)
    kinds = [n for n in first if tokens[n].named("kind")]
    plain = [n for n in first if n not in kinds]
    named = bool(plain) and all(set(tokens[n].ids("sort")) == {"name"} for n in plain)
    first = plain if plain and not (named and any(tokens[n].has("noun") for n in kinds)) else first[-1:]
    if not first:
        return [n for n in content[-1:] if is_noun(tokens[n])]
    if not article:
        return first
    return [n for n in first if n == first[-1] or (n + 1 < len(tokens) and tokens[n + 1].text in ("and", "or"))]
