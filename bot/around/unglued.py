"""Korean typed without spaces, once more with spaces between its words, and cut in another way: "면담에왔었나요" holds no 담에 (next time)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bot.language.senses import atoms
from bot.language.text import has_hangul
from bot.learning.lexicon import Lexicon
from bot.segment import Token, cheapest

_LEAST = 6
"""Syllables of a written word in which other words may be found."""
_CLOSE = 0.7
"""So much more may another way of cutting the text cost."""


def unglued(tokens: Sequence[Token], text: str, unknown: Collection[str], lexicon: Lexicon) -> list[str]:
    """The text with spaces between its words as they were read, and as they are read without each that is unknown; empty where it has its spaces."""
    longest = max(text.split(), key=len, default="")
    if len(longest) < _LEAST or not has_hangul(longest):
        return []
    gone = [t for t in tokens if t.ending is None and (t.unknown or t.text in unknown) and has_hangul(t.text)]
    return list(dict.fromkeys((spaced(tokens, text), *(spaced(cut, text) for cut in _without(gone, text, lexicon)))))


def _without(gone: Sequence[Token], text: str, lexicon: Lexicon) -> Iterator[list[Token]]:
    """How a text is read where one of some words is none, if that is nearly as cheap."""
    cut = atoms(text)
    starts, ends = {a.start: n for n, a in enumerate(cut)}, {a.end: n + 1 for n, a in enumerate(cut)}
    _, least = cheapest(cut, lexicon)
    for token in gone:
        if token.start in starts and token.end in ends:
            barred = frozenset({(starts[token.start], ends[token.end])})
            other, _ = cheapest(cut, lexicon, most=least + _CLOSE, barred=barred)
            if other:
                yield other


def spaced(tokens: Sequence[Token], text: str) -> str:
    """A text with a space before each word, and none before an ending."""
    out, at = "", 0
    for token in tokens:
        out += text[at : token.start]
        if token.ending is None and out and not out.endswith(" "):
            out += " "
        out += text[token.start : token.end]
        at = token.end
    return out + text[at:]
