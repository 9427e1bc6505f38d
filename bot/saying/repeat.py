"""Replies in a row, without those that say no more than another."""

from __future__ import annotations

from collections.abc import Sequence

_SAME = 2 / 3
"""Of two sentences that share this part of the words of the longer, the second says nothing new."""


def unrepeated(said: Sequence[str]) -> list[str]:
    """The texts, without those that stand within another, and without a sentence that says a former one over again.

    >>> unrepeated(["Kim Hana.", "Kim Hana opened it in May."])
    ['Kim Hana opened it in May.']
    >>> unrepeated(["In May.", "She said it was good.", "Kim said it was good."])
    ['In May.', 'She said it was good.']
    """
    kept = list[str]()
    for text in dict.fromkeys(said):
        if not any(_bare(text) in other for other in said if other != text) and not any(_alike(text, k) for k in kept):
            kept.append(text)
    return kept


def _bare(text: str) -> str:
    """A short reply without what only makes it a sentence."""
    return text.rstrip(".").removesuffix("입니다")


def _alike(one: str, other: str) -> bool:
    words, others = set(one.rstrip(".").split()), set(other.rstrip(".").split())
    return len(words & others) >= _SAME * max(len(words), len(others))
