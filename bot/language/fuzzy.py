"""Likeness of spellings: the one slip that a word may be away from a word we know. The only door to rapidfuzz."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from bot.language import korean


def _within(word: str, known: Sequence[str] | Iterable[str], slips: int) -> list[tuple[str, float, Any]]:
    from rapidfuzz import process  # here, since most questions hold no slip and it takes a while to import
    from rapidfuzz.distance import OSA

    distance: Any = OSA.distance  # its stub is overloaded in a way that `extract`'s own does not take
    return process.extract(word, known, scorer=distance, score_cutoff=slips, limit=None)


def near(word: str, known: Iterable[str], slips: int = 1) -> list[str]:
    """Known words at most so many slips (swap, drop, double, neighbour) away, nearest first, then in order.

    >>> near("libary", ["library", "liberty"])
    ['library']
    """
    found = _within(word, known, slips)
    return [choice for choice, _, _ in sorted(found, key=lambda hit: (hit[1], hit[0]))]


@lru_cache(maxsize=64)
def _jamo_of(known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(korean.jamo, known))


def near_hangul(word: str, known: Sequence[str]) -> list[str]:
    """Known Hangul words that differ from `word` in one jamo of one syllable (padded jamo, three slots a syllable).

    >>> near_hangul("박물간", ["박물관", "미술관"])
    ['박물관']
    """
    written = korean.jamo(word)
    shapes = _jamo_of(tuple(known))
    found = _within(written, shapes, 1)
    return sorted(known[index] for choice, _, index in found if len(choice) == len(written))
