"""Slips mended: a strange word becomes the known word that is one slip away, or stays as it is."""

from __future__ import annotations

from bot.hearing.mend_hangul import chopped, is_dust, mend_run
from bot.hearing.mend_latin import mend_latin, mend_mixed
from bot.hearing.words import strange
from bot.language.senses import atoms
from bot.language.text import has_hangul
from bot.learning.lexicon import Lexicon
from bot.segment import Token, segment


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


def whole(tokens: list[Token], text: str) -> list[Token]:
    """The tokens, with each written word that is nothing but syllables as one unknown word."""
    kept: list[Token] = []
    for first, last in runs(tokens):
        run = tokens[first:last]
        core = run[:-1] if run[-1].ending and len(run) > 1 else run
        if is_dust(core) and all(has_hangul(t.text) for t in core):
            start, end = core[0].start, core[-1].end
            run = [Token(text[start:end], start, end, spaced=core[0].spaced), *run[len(core) :]]
        kept += run
    return kept


def _who_is(tokens: list[Token], run: list[Token], last: int) -> bool:
    """Whether a written word of three syllables, with a particle or without, stands before "누구", as a name does."""
    asked = last < len(tokens) and "who" in tokens[last].ids("question") and tokens[last].text.startswith("누구")
    length = sum(len(t.text) for t in run)
    return asked and (length == 3 or (length == 4 and run[-1].text[-1] in "은는이가"))


def _mends(text: str, tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """What to put in a written word, the last piece of it first."""
    run = tokens[first:last]
    odd = [n for n in range(last - 1, first - 1, -1) if strange(tokens[n])]
    hangul = [t for t in run if has_hangul(t.text)]
    titled = last < len(tokens) and tokens[last].has("title") and not run[0].has("name")
    who = (bool(odd) or chopped(run)) and _who_is(tokens, run, last)
    if len(hangul) == len(run) and (odd or titled or chopped(run)):
        mended = mend_run(text, run, titled, lexicon)
        if who and (mended is None or _is_no_person(mended[2], lexicon)):
            mended = mend_run(text, run, True, lexicon)
        return [mended] if mended else []
    if odd and hangul:
        mixed = mend_mixed(text, run, lexicon)
        if mixed is not None:
            return [mixed]
    found = []
    for at in odd:
        token = tokens[at]
        if token.senses and len(token.text) > 2:
            continue
        if has_hangul(token.text):
            mended = _mend_stretch(text, tokens, at, first, last, lexicon)
        else:
            mended = mend_latin(token, text, lexicon, titled and at + 1 == last)
        if mended and mended[2]:
            found.append(mended)
    return found


def _is_no_person(written: str, lexicon: Lexicon) -> bool:
    """Whether a mended word before "누구" is neither a name nor another word for somebody (그사람)."""
    words = [t for t in segment(atoms(written), lexicon, {}) if t.ending is None]
    return not any(t.has("name", "anaphor", "title") or "person" in t.ids("sort") for t in words)


def _mend_stretch(
    text: str, tokens: list[Token], at: int, first: int, last: int, lexicon: Lexicon
) -> tuple[int, int, str] | None:
    """The Hangul around a strange piece of a written word that holds other letters too; what is counted stays."""
    start = end = at
    while start > first and has_hangul(tokens[start - 1].text):
        start -= 1
    while end + 1 < last and has_hangul(tokens[end + 1].text):
        end += 1
    counted = start > first and tokens[start - 1].has("number")
    return None if counted else mend_run(text, tokens[start : end + 1], False, lexicon)
