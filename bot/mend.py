"""Slips mended: a strange word becomes the known word that is one slip away, or stays as it is."""

from __future__ import annotations

from bot.lexicon import Lexicon
from bot.mend_hangul import chopped, mend_long, mend_piece
from bot.mend_latin import mend_latin, mend_mixed
from bot.segment import Token
from bot.text import has_hangul
from bot.words import strange


def doubtful(tokens: list[Token]) -> bool:
    """Whether a text may hold a slip: a word that nothing known accounts for, or one that is cut into crumbs."""
    return any(map(strange, tokens)) or any(
        chopped(tokens[first:last]) or _nameless(tokens, first, last) for first, last in runs(tokens)
    )


def _nameless(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a written word stands where a name does, before a title, and is none ("이제용 회장")."""
    if last >= len(tokens) or not tokens[last].has("title") or tokens[last].has("name"):
        return False
    run = tokens[first:last]
    return sum(len(t.text) for t in run) == 3 and not any(t.has(*_MAY_STAND_THERE) for t in run)


_MAY_STAND_THERE = (
    "name",
    "title",
    "noun",
    "sort",
    "part",
    "question",
    "anaphor",
    "mark",
    "word",
    "kind",
    "relative",
    "number",
)


def runs(tokens: list[Token]) -> list[tuple[int, int]]:
    """The written words: stretches of tokens without a space between them."""
    starts = [n for n, t in enumerate(tokens) if t.spaced or not n]
    if not tokens:
        return []
    return list(zip(starts, [*starts[1:], len(tokens)], strict=True))


def mend(text: str, tokens: list[Token], lexicon: Lexicon) -> str:
    """The text with every doubtful word put right where one slip explains it."""
    mended = text
    for first, last in reversed(runs(tokens)):
        for start, end, better in _mends(text, tokens, first, last, lexicon):
            mended = mended[:start] + better + mended[end:]
    return mended


def _who_is(tokens: list[Token], run: list[Token], last: int) -> bool:
    """Whether a written word of three syllables with a particle stands before "누구", as a name does."""
    asked = last < len(tokens) and "who" in tokens[last].ids("question")
    return asked and sum(len(t.text) for t in run) == 4 and run[-1].text[-1] in "은는이가"


def _mends(text: str, tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """What to put in a written word, the last piece of it first."""
    run = tokens[first:last]
    odd = [n for n in range(last - 1, first - 1, -1) if strange(tokens[n])]
    hangul = [t for t in run if has_hangul(t.text)]
    titled = last < len(tokens) and tokens[last].has("title") and tokens[last].ending is None
    titled = titled or (bool(odd) and _who_is(tokens, run, last))
    if len(hangul) == len(run) and (odd or chopped(run) or titled):
        whole = mend_long(text, run, titled, lexicon)
        if whole is not None or titled:
            return [whole] if whole else []  # before a title or "who is" stands a name, and no other word
    elif odd and hangul:
        whole = mend_mixed(text, run, lexicon)
        if whole is not None:
            return [whole]
    found = []
    for at in odd:
        token = tokens[at]
        if token.senses and len(token.text) > 2:
            continue
        start, end, better = (
            mend_piece(text, tokens, at, lexicon)
            if has_hangul(token.text)
            else mend_latin(token, text, lexicon, titled and at + 1 == last)
        )
        if better:
            found.append((start, end, better))
    return found
