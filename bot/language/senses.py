"""What a text is cut into, and what its words may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from bot.language import korean
from bot.language.text import bare

_LETTER = r"(?:(?![가-힣ㄱ-ㅣ])[^\W\d_])"
ATOM = re.compile(rf"[가-힣]|[ㄱ-ㅎㅏ-ㅣ]+|\d+(?:[.,]\d+)*|{_LETTER}+(?:'{_LETTER}+)?|%|\$|€|₩|&")
"""What a text is cut into: one syllable, one run of loose jamo, one figure, one word, one money sign."""


class Sense(NamedTuple):
    """One thing that a word may mean."""

    tag: str
    """name, kind, part, contrary, of_fact, word, noun, title, question, mark, sort, anaphor, follow, light, chat, ..."""
    id: str
    """Which name, kind, part or mark; of a verb: which shape of it (`korean.shapes`)."""
    fact: str = ""
    """For `of_fact`: the fact whose part `id` the word asks for."""
    like: bool = False
    """Not the author's own word, but one that the thesaurus puts beside it."""


HELPER = (Sense("auxiliaries", ""), Sense("light", ""))
"""What "is", "was" and "did" mean, where a reading puts one in."""
THERE = (Sense("mark", "present"), Sense("light", ""))
"""What "was there" means, where a reading puts it in."""
PEOPLE = (Sense("sort", "person"), Sense("light", ""), Sense("unit", "person"))
"""What "people" means, where a reading puts it in."""
COMMON = Sense("common", "")
"""A real word of the language that means nothing here."""


SCALE = frozenset({"most", "least", "more", "less", "old", "new"})
"""Marks of words that compare, and so may stand for the part that their adjective names."""


CURRENCIES = {"dollar": "USD", "won": "KRW"}
"""The unit of money that a noun of a sort stands for."""


def currencies(sorts: Iterable[str]) -> frozenset[str]:
    """The units of money among what nouns of some sorts stand for."""
    return frozenset(CURRENCIES[s] for s in sorts if s in CURRENCIES)


@lru_cache(maxsize=4096)
def sorts(senses: tuple[Sense, ...]) -> dict[str, tuple[str, ...]]:
    """The ids of some senses by their tag: looked up, as the same words come as matches, tokens and items again and again."""
    found: dict[str, tuple[str, ...]] = {}
    for sense in senses:
        known = found.get(sense[0], ())
        if sense[1] not in known:
            found[sense[0]] = (*known, sense[1])
    return found


class Sensed:
    """What has senses, and is asked for them by their sort: a thousand times a question, so each is looked up once."""

    __slots__ = ()
    senses: tuple[Sense, ...]
    by_tag: dict[str, tuple[str, ...]]
    """The ids of its senses, by their tag."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_tag", sorts(self.senses))

    def ids(self, tag: str) -> tuple[str, ...]:
        """What it may be, of one sort."""
        return self.by_tag.get(tag, ())

    def has(self, *tags: str) -> bool:
        """Whether any sense is of one of these sorts."""
        by_tag = self.by_tag
        for tag in tags:  # noqa: SIM110 - twice as fast as any()
            if tag in by_tag:
                return True
        return False

    def named(self, *tags: str) -> bool:
        """Whether the author or the language, and not only the thesaurus, gives it a sense of one of these sorts."""
        return self.has(*tags) and any(s.tag in tags and not s.like for s in self.senses)

    @property
    def own_part(self) -> bool:
        """Whether the author of a base, and not only the thesaurus, calls a part of his own so."""
        return any(s.tag == "part" and s.fact and not s.like for s in self.senses)


class Atom(NamedTuple):
    """One piece of a text with its place in it."""

    text: str
    start: int
    end: int
    spaced: bool
    """Whether white space or a mark stands before it."""
    hangul: bool
    """Whether it is one Hangul syllable."""


_CLOSING = frozenset("'\"’”」』»")
"""Marks that end a quotation; a Korean particle or ending stands right behind them."""


def atoms(text: str) -> list[Atom]:
    """Cut a clean text into atoms; possessive 's and other marks fall away."""
    found: list[Atom] = []
    last = -1
    for match in ATOM.finditer(text):
        word = match[0]
        start, end = match.span()
        hangul = korean.is_syllable(word[0])
        if not hangul:
            word = bare(word).removesuffix("'s")
            hangul = korean.is_syllable(word[0])
        spaced = start != last and not (hangul and text[last:start] in _CLOSING and last > 0)
        found.append(Atom(word, start, end, spaced, hangul))
        last = end
    return found


def is_money(unit: str) -> bool:
    """Whether a unit is the code of a currency (KRW)."""
    return len(unit) == 3 and unit.isupper()
