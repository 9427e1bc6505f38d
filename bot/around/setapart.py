"""Plain words set against one another: "is it a fund or a joint venture", "제휴를 맺은 거야 아니면 인수한 거야", and the question without them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from bot.recalling.told_side import ALONE, APART, TOGETHER
from bot.recalling.verdicts import WITH_THIS
from bot.segment import Token

Side = tuple[str, ...]
"""The words that only one of the alternatives has, as they were read."""


class SetApart(NamedTuple):
    """A question with what it sets apart taken out."""

    rest: tuple[Token, ...]
    """The words that say of what it is asked."""
    sides: tuple[Side, ...]
    """The alternatives, in their order."""

    @property
    def at_once(self) -> bool:
        """Whether it is asked if something was done to several at once, or to each by himself."""
        words = [w for side in self.sides for w in side]
        return not TOGETHER.isdisjoint(words) and not APART.isdisjoint(words)

    @property
    def alone(self) -> bool:
        """Whether it is asked if somebody did it alone, or with others."""
        return any(w in ALONE for side in self.sides for w in side)


def set_apart(tokens: Sequence[Token], text: str) -> SetApart | None:
    """The alternatives of a question, and the rest of it; None where it has none, or these are names, titles, figures or times."""
    if any({"first", "last", "before", "after", "earlier", "more", "most"} & set(t.ids("mark")) for t in tokens):
        return None  # which of two comes first, or is more, is told by holding two facts side by side
    said = [w.text for t in tokens for w in (t.pieces if " " in t.text else (t,))]
    words = [p for t in tokens for p in _words_of(t, said)]
    korean = any(not w.text.isascii() for w in words[-2:])
    found = _apart_ko(words, text) if korean else _apart_en(words, text)
    if found is None or any(_is_held_elsewhere(words[n]) for side in found for n in side):
        return None
    if WITH_THIS.search(text):
        return None  # "is that it, or will they go on"
    gone = frozenset[int]().union(*found)
    first, last = min(gone), max(gone)
    rest = [t for n, t in enumerate(words) if n not in gone and (n < first or n > last or not _joins(t))]
    if not any(t.has("name", "kind", "noun") for t in rest):
        return None
    return SetApart(tuple(rest), tuple(tuple(words[n].text for n in sorted(side)) for side in found))


def _is_held_elsewhere(word: Token) -> bool:
    """Whether a word is of a sort that others hold against the facts: a name, a title, a figure, a time."""
    return word.has(*_HELD_ELSEWHERE) and not word.has("noun")


_HELD_ELSEWHERE = ("name", "title", "number", "daypart", "when", "relative", "weekday", "nth", "question")


def _words_of(token: Token, said: list[str]) -> tuple[Token, ...]:
    """A phrase word by word, where "or" is in it, a word that stands elsewhere too ("회사" in "국내 회사"), or one that only leads on."""
    pieces = token.pieces if " " in token.text and not token.has("name") else ()
    if any(p.has("number") for p in pieces) or _is_way(token):
        return (token,)  # "three way", "one by one"
    apart = any(_is_way(p) or "either" in p.ids("mark") or said.count(p.text) > 1 or p.has("prep") for p in pieces)
    return tuple(_unnamed(p) for p in pieces) if apart else (token,)


def _unnamed(word: Token) -> Token:
    """A word of a phrase, that is not what it names elsewhere: "French firms" are no France."""
    return replace(word, senses=tuple(s for s in word.senses if s.tag != "name"))


def _joins(token: Token) -> bool:
    return "either" in token.ids("mark")


def _is_idle(token: Token) -> bool:
    """Whether a word is none that one may set against another."""
    if token.has("name") or token.unknown or _is_way(token):
        return False
    if "only" in token.ids("mark") or (token.pieces and all(map(_is_idle, token.pieces))):
        return True
    return token.ending is not None or token.has("light", "auxiliaries", "prep", "anaphor", "follow", "filler", "tell", "confirm", "either")  # fmt: skip


# English: what stands on both sides of "or"


def _apart_en(words: list[Token], text: str) -> list[frozenset[int]] | None:
    joint = next((n for n, w in enumerate(words) if n and w.text == "or"), 0)
    if not joint or joint + 1 == len(words) or sum(w.text == "or" for w in words) > 1:
        return None
    other = _behind(words, joint)
    first = _before(words, joint)
    if words[joint - 1].text in ALONE and words[joint + 1].text == "with" and not other:  # "alone or with someone"
        other = frozenset(range(joint + 1, len(words)))
    if not first or not other:
        return None
    sides = [first, other]
    while (comma := min(sides[0]) - 1) and _ends_item(words, comma, text):  # "a company, a fund or a joint venture"
        more = _before(words, comma + 1 - _articles(words, comma))
        if not more or max(more) != comma - _articles(words, comma):
            break
        sides.insert(0, more)
    same = {words[n].text for n in sides[-2]} & {words[n].text for n in sides[-1]}
    found = [frozenset(n for n in side if words[n].text not in same) for side in sides]
    return found if all(found) else None


def _ends_item(words: list[Token], at: int, text: str) -> bool:
    """Whether a comma stands behind the word there, or behind the one before its article."""
    at -= _articles(words, at)
    return at > 0 and text[words[at].end : words[at].end + 1] == ","


def _articles(words: list[Token], at: int) -> int:
    return int(words[at].text in _ARTICLES)


_ARTICLES = frozenset({"a", "an", "the"})


def _before(words: list[Token], joint: int) -> frozenset[int]:
    """The words right before "or" up to an article, a verb or a name, without a place where it was ("at Acme or ...")."""
    at = joint - 1
    while at > 0 and words[at].has("name") and words[at - 1].has("prep"):
        at -= 2
    while at > 0 and words[at].text in _AS_WELL:
        at -= 1
    inner = takewhile(lambda n: not _is_idle(words[n]) and not _is_verb(words, n), range(at, -1, -1))
    found = list(takewhile(lambda n: not words[n].has("name") or words[n].has("noun"), inner))
    return frozenset(found)


_AS_WELL = frozenset({"too", "also", "as well"})


def _behind(words: list[Token], joint: int) -> frozenset[int]:
    """The words behind "or", without the clause that leads to them: "or did Kim see them one by one", "or a fund"."""
    last = len(words) - 1
    while last > joint + 1 and words[last].has("name") and words[last - 1].has("prep"):
        last -= 2
    begun = next((n for n in range(joint + 1, last + 1) if not _is_idle(words[n])), last)
    last = next((n - 1 for n in range(begun + 1, last) if words[n].has("prep") and words[n].has("light")), last)
    led = last
    while led > joint and not _is_idle(words[led]) and not _is_verb(words, led):
        led -= 1
    return frozenset(n for n in range(led + 1, last + 1))


def _is_way(word: Token) -> bool:
    """Whether a word tells if it was all at once or one by one, though it may be idle elsewhere."""
    return word.text in TOGETHER or word.text in APART


def _is_verb(words: list[Token], at: int) -> bool:
    """Whether a word stands as a verb: behind who did it, or a helping verb."""
    before = words[at - 1] if at else None
    led = before is not None and (before.has("name", "auxiliaries", "anaphor") or before.text == "to")
    return led and words[at].has("kind", "move") and not words[at].has("noun")


# Korean: what stands on both sides of "아니면", or before two verbs of the same form


def _apart_ko(words: list[Token], text: str) -> list[frozenset[int]] | None:
    joint = next((n for n, w in enumerate(words) if n and _joins(w)), 0)
    split = joint or _same_form(words) or _asked_twice(words, text)
    if not split:
        return None
    behind = [n for n in range(split + bool(joint), len(words)) if not _is_idle(words[n])]
    before = [n for n in range(split) if not _is_idle(words[n])]
    said, again = ({w for n in clause for w in words[n].text.split()} for clause in (before, behind))
    other = [n for n in behind if words[n].text not in said]
    first = [n for n in before if words[n].text not in again]
    while first and words[first[-1]].has("verb") and len(first) > len(other):
        first.pop()  # "제휴를 맺은 거야 아니면 인수야"
    if any(_is_way(words[n]) for n in other):  # "따로따로"
        first = [n for n in first if _is_way(words[n])]
    elif any(words[n].text in ALONE for n in first):
        first = [n for n in first if words[n].text in ALONE]
    else:
        first = first[len(first) - len(other) :] if other else []
    return [frozenset(first), frozenset(other)] if first and other else None


def _same_form(words: list[Token]) -> int:
    """Where the second of two Korean clauses begins that ask in one form: "시작이라고 했나요 마무리라고 했나요"."""
    ends = [n for n in range(len(words)) if n + 1 == len(words) or words[n + 1].spaced]
    forms = [_form(words, n) for n in ends]
    if len(ends) < 2 or not forms[-1] or any(w.has("question", "ask") for w in words):
        return 0
    alike = [n for n, form in zip(ends[:-1], forms[:-1], strict=True) if form == forms[-1]]
    return alike[-1] + 1 if alike else 0


def _form(words: list[Token], at: int) -> str:
    """The last two syllables of a word that asks, or of one that stands with an ending of use ("회사용"); "" for any other."""
    word = words[at]
    spelt = "".join(w.text for w in words[max(0, at - 2) : at + 1])[-2:]
    if word.has("name") or word.ending not in (None, "", "quote"):
        return ""
    return spelt if spelt[-1:] in _ASKING or spelt[-1:] == _OF_USE else ""


_ASKING = frozenset("야요까니냐지죠가대래어")
_OF_USE = "용"
"""The ending of what something is for: "회사용"."""


def _asked_twice(words: list[Token], text: str) -> int:
    """Where the second of two words begins that are each put as a question, behind the one that leads to them: "자회사? 합작?"."""
    marks = [n for n, w in enumerate(words) if n and "?" in text[words[n - 1].end : w.start]]
    alone = len(marks) == 1 and len([n for n in range(marks[0], len(words)) if not _is_idle(words[n])]) == 1
    return marks[0] if alone else 0
