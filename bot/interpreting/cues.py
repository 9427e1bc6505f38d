"""What must stand in a question for a reading of one construction to find anything, so that most are passed over at a look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
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
    return bool(_standing(_index((reading,)), tokens))


def put_by(readings: tuple[Reading, ...], tokens: list[Token]) -> list[Token]:
    """The words of a question as all these readings put them, one after another."""
    index, last = _index(readings), -1
    while due := sorted(n for n in _standing(index, tokens) if n > last):
        for last in due:
            put = readings[last](tokens)
            if put != tokens:
                tokens = put
                break  # other readings may find something now
        else:
            break
    return tokens


class _Index(NamedTuple):
    """Which of some readings, by their places, are found by what."""

    words: dict[str, set[int]]
    tags: dict[str, set[int]]
    within: tuple[tuple[str, int], ...]
    always: frozenset[int]
    """Those that were not said to be found by anything."""


@cache
def _index(readings: tuple[Reading, ...]) -> _Index:
    words, tags, within = dict[str, set[int]](), dict[str, set[int]](), list[tuple[str, int]]()
    for n, cue in enumerate(map(_CUES.get, readings)):
        for word in cue.words if cue else ():
            words.setdefault(word, set()).add(n)
        for tag in cue.tags if cue else ():
            tags.setdefault(tag, set()).add(n)
        within += ((part, n) for part in (cue.within if cue else ()))
    always = frozenset(n for n, reading in enumerate(readings) if reading not in _CUES)
    return _Index(words, tags, tuple(within), always)


def _standing(index: _Index, tokens: list[Token]) -> set[int]:
    """The places of the readings by which something stands in a question."""
    texts = [t.text for t in tokens]
    line = f" {' '.join(texts)} "
    found = {n for part, n in index.within if part in line}
    return found.union(
        index.always,
        *(index.words[text] for text in texts if text in index.words),
        *(index.tags[tag] for token in tokens for tag in token.by_tag if tag in index.tags),
    )
