"""The words of a text that a base tells: what a question may use for its fact, without particles; the names in it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.language.senses import Atom
from bot.language.senses import atoms as cut
from bot.learning.lexicon import Lexicon
from bot.turn import Lang

EMPTY = frozenset({"light", "bound", "prep", "follow", "question", "mark", "anaphor", "auxiliaries", "number"})
"""Senses of words that mean nothing by themselves."""


def content(text: str, lang: Lang, lexicon: Lexicon) -> Iterator[str]:
    """The words of a fact's own text that a question may use for it, without their particles."""
    for word in text.translate(_PARTING).split():
        quoted = _quoted(word.strip(",.!?;:"))
        word = quoted or bare_word(word.strip(f"{_QUOTES}.,!?;:"), lang, lexicon)
        if (
            (len(word) > (1 if lang == "ko" else 2) or (len(word) == 2 and word.isupper()))
            and not is_light(word, lexicon)
            and not (lang == "ko" and word[-1] in VERBAL)
        ):
            yield word


_QUOTES = "\"'“”‘’"
_PARTING = str.maketrans(dict.fromkeys("()/·", " "))
"""What parts words besides white space."""


def _quoted(word: str) -> str:
    """What stands in quotes by itself, whatever particle is behind them: '"친구"라고'; "" where no word does."""
    if word[:1] not in tuple(_QUOTES):
        return ""
    return next((word[1:n] for n in range(_LEAST_QUOTED, len(word)) if word[n] in _QUOTES), "")


_LEAST_QUOTED = 2
VERBAL = frozenset("는한할게된될해고며서던")
"""Last syllables of Korean words that are mostly verbs in the middle of a sentence."""


def bare_word(word: str, lang: Lang, lexicon: Lexicon) -> str:
    """A Korean word without the particle, or the verb "to be", at its end: "친구다"."""
    if lang == "en":
        return word
    noun = lexicon.senses(word.removesuffix("다")) if word.endswith("다") else ()
    if noun and not any(s.tag in ("verb", "asked") for s in noun):
        return word.removesuffix("다")
    if lexicon.has(word, frozenset({"name"})):
        return word
    return next((word[:-n] for n in (3, 2, 1) if len(word) > n + 1 and lexicon.particles.get(word[-n:])), word)


def is_light(word: str, lexicon: Lexicon, empty: frozenset[str] = EMPTY) -> bool:
    keys = cut(word)
    return any(end == len(keys) and any(s.tag in empty for s in senses) for end, senses in lexicon.matches(keys, 0))


def names_in(keys: list[Atom], lexicon: Lexicon) -> Iterator[str]:
    """The names that a text speaks of, the longest where several begin at a word: "Nabi 5 Mini" is no "Nabi 5"."""
    for at, atom in enumerate(keys):
        ends = [
            (end, s.id)
            for end, senses in (lexicon.matches(keys, at) if atom.spaced or not at else ())
            for s in senses
            if s.tag == "name" and _ends_there(keys, end, lexicon)
        ]
        yield from (id_ for end, id_ in ends if end == max(e for e, _ in ends))


def _ends_there(keys: list[Atom], end: int, lexicon: Lexicon) -> bool:
    """Whether a name ends a word, but for a particle behind it."""
    rest = []
    for atom in keys[end:]:
        if atom.spaced:
            break
        rest.append(atom.text)
    return not rest or "".join(rest) in lexicon.particles
