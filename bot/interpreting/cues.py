"""What must stand in a question for a reading of one construction to find anything, so that most are passed over at a look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from bot.segment import Token

Reading = Callable[[list[Token]], list[Token]]
"""What puts one construction in other words; the tokens as they are where it does not stand."""


class _Cue(NamedTuple):
    """At least one of these stands in every question that a reading changes."""

    words: frozenset[str]
    within: tuple[str, ...]
    tags: frozenset[str]


_CUES: dict[Reading, _Cue] = {}


def found_by(
    *words: str,
    within: Iterable[str] = (),
    tags: Iterable[str] = (),
    begins: Iterable[str] = (),
    ends: Iterable[str] = (),
) -> Callable[[Reading], Reading]:
    """Say of a reading that it changes nothing where none of this stands: whole words, how one begins or ends, sorts of senses."""
    parts = (*within, *(f" {w}" for w in begins), *(f"{w} " for w in ends))

    def noted(reading: Reading) -> Reading:
        _CUES[reading] = _Cue(frozenset(words), parts, frozenset(tags))
        return reading

    return noted


def may_change(reading: Reading, tokens: list[Token]) -> bool:
    """Whether what a reading is found by stands here."""
    return _Standing(tokens).holds(_CUES.get(reading))


def put_by(readings: Iterable[Reading], tokens: list[Token]) -> list[Token]:
    """The words of a question as all these readings put them, one after another."""
    standing = _Standing(tokens)
    for reading in readings:
        if standing.holds(_CUES.get(reading)):
            put = reading(tokens)
            if put != tokens:
                tokens, standing = put, _Standing(put)
    return tokens


class _Standing:
    """What stands in a question."""

    def __init__(self, tokens: list[Token]) -> None:
        texts = [t.text for t in tokens]
        self._words, self._line = set(texts), f" {' '.join(texts)} "
        self._tags = {tag for t in tokens for tag in t.by_tag}

    def holds(self, cue: _Cue | None) -> bool:
        if cue is None:
            return True
        if not (self._words.isdisjoint(cue.words) and self._tags.isdisjoint(cue.tags)):
            return True
        line = self._line
        for part in cue.within:  # noqa: SIM110 - twice as fast as any()
            if part in line:
                return True
        return False
