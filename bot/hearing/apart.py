"""English typed without spaces: a long unknown run is cut into known words, where the whole of it comes apart."""

from __future__ import annotations

from bot.hearing.words import strange, tokens_of
from bot.language.english import bases
from bot.language.text import has_hangul
from bot.learning.enter import listed
from bot.learning.known import Known
from bot.learning.lexicon import Lexicon
from bot.segment import Token

_LEAST, _LEAST_AMONG = 9, 14
"""Letters of a run that is cut: where it is all of the text, and where other words stand beside it."""
_WORDS, _LETTERS = 3, 3
"""Words that it comes apart into at least, and the letters that these have on the average: "weatherman" is no "we at her man"."""
_LEAST_AMONG_HANGUL = 5
"""Letters of a run of Latin words in a Korean question ("ACMECEO는")."""
_LEAST_NAME = 7
"""Letters of a run that is one known name, whatever words that has ("kimhana")."""
_LONGEST, _LONGEST_RUN = 20, 120
"""Letters of one word, and of a run."""
_SUFFIX = 3
"""Letters by which an inflected word may go beyond all known ones."""
_SHORT = (0.6, 0.3, 0.1)
"""More for a word of one letter, two, three."""
_NAME, _MEANINGLESS = -0.15, 0.5
"""Less for a name; more for a real word that means nothing here."""


def apart(text: str, tokens: list[Token], known: Known) -> str:
    """The text with its long unknown runs of Latin letters cut into known words; "" where none is, or one stays unknown.

    "whometkimatacme" is "who met kim at acme"; a run with a name in it that nobody knows is left alone.
    """
    spaced, among = text, has_hangul(text)
    least = _LEAST if len(tokens) == 1 else _LEAST_AMONG
    for n, token in reversed(list(enumerate(tokens))):
        run = text[token.start : token.end]
        if (
            (_LEAST_AMONG_HANGUL if among else _LEAST_NAME) <= len(run) <= _LONGEST_RUN
            and run.isalpha()
            and run.isascii()
            and _unheard(token, known.lexicon)
        ):
            words = _cut(run.lower(), known)
            named = n > 0 and run[0].isupper() and not text.isupper()
            sentence = not named and len(run) >= max(least, _LETTERS * len(words)) and len(words) >= _WORDS
            if (
                sentence
                or (among and len(words) > 1 and all(len(w) > 1 for w in words))
                or _is_name(words, known.lexicon)
            ):
                spaced = spaced[: token.start] + " ".join(words) + spaced[token.end :]
    if spaced == text or any(map(strange, tokens_of(spaced, known.lexicon)[0])):
        return ""
    return spaced


def _is_name(words: list[str], lexicon: Lexicon) -> bool:
    return len(words) > 1 and lexicon.has(" ".join(words), frozenset({"name"}))


def _unheard(token: Token, lexicon: Lexicon) -> bool:
    return strange(token) and not lexicon.is_real_latin(token.text)


def _cut(run: str, known: Known) -> list[str]:
    """The cheapest way to read a run as words; none where there is no way."""
    short = frozenset(listed(known.words["en"]["short"]))
    best: list[tuple[float, int] | None] = [(0.0, 0), *[None] * len(run)]
    for start in range(len(run)):
        here = best[start]
        if here is None:
            continue
        for end, cost in _words(run, start, short, known.lexicon):
            old = best[end]
            if old is None or here[0] + cost < old[0]:
                best[end] = (here[0] + cost, start)
    words: list[str] = []
    at = len(run)
    while at and (step := best[at]) is not None:
        words.append(run[step[1] : at])
        at = step[1]
    return words[::-1]


def _words(run: str, start: int, short: frozenset[str], lexicon: Lexicon) -> list[tuple[int, float]]:
    """Where known words end that begin at a letter, each with what it costs."""
    found: list[tuple[int, float]] = []
    for end in range(start + 1, min(start + _LONGEST, len(run)) + 1):
        word = run[start:end]
        if word[: max(len(word) - _SUFFIX, 1)] not in lexicon.heads:
            break
        if len(word) > 2 or word in short or word in lexicon.name_words:
            cost = _cost(word, lexicon)
            found += [(end, cost)] if cost is not None else []
    return found


def _cost(word: str, lexicon: Lexicon) -> float | None:
    """What a word costs in the reading of a run; None where it is none."""
    more = _SHORT[len(word) - 1] if len(word) < len(_SHORT) else 0.0
    if word in lexicon.name_words or word.removesuffix("s") in lexicon.name_words:
        return 1.0 + more + _NAME
    forms = bases(word)
    if word.endswith("in") and word not in lexicon.heads:
        return None  # "meetingin" is no "meetinging"
    if any(b in lexicon.latin or lexicon.senses(b) for b in forms):
        return 1.0 + more
    return 1.0 + more + _MEANINGLESS if lexicon.is_real_latin(word) else None
