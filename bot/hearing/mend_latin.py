"""Slips in Latin words, and in names that mix both scripts."""

from __future__ import annotations

from itertools import pairwise

from bot.language import english, fuzzy
from bot.language.senses import atoms
from bot.learning.dates import MONTHS
from bot.learning.lexicon import Lexicon
from bot.segment import Token, cheapest

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NEVER = frozenset({"never", "not", "none", "neither", "nobody", "except", "without"})
"""Words that turn a question around are never what a slip is repaired to."""


_SHORT = 4
"""Letters up to which a word is too near to many others."""


def mend_latin(token: Token, text: str, lexicon: Lexicon, titled: bool = False) -> tuple[int, int, str]:
    """Where a strange Latin word stands, and what it should have been; "" where nothing is one slip away.

    A short word before a title (`titled`) is a name or asks for one, and is mended to nothing else.
    """
    word = token.text
    if len(word) < 4 or not word.isalpha() or lexicon.is_real_latin(word):
        return token.start, token.end, ""
    found = [
        w
        for w in fuzzy.near(word, lexicon.latin)
        if len(w) >= 4 and (w[0] == word[0] or len(word) > 4 or w.endswith(word))
    ]
    found += [w for w in _with_one_less(word) if any(b in lexicon.latin for b in english.bases(w))]
    capital = text[token.start].isupper() and not text.isupper() and token.start > 0
    short = titled and len(word) <= _SHORT
    if capital or short:  # a name is repaired to a name
        asking = frozenset({"question"}) if short and not capital else frozenset[str]()
        found = [w for w in found if w in lexicon.name_words or lexicon.has(w, asking)]
    found = [w for w in dict.fromkeys(found) if w not in _NEVER][:6]
    best = min(found, key=lambda w: _trial(text, token, w, lexicon), default="")
    if best and _is_weak(best, lexicon, _MARK) and any(w[0] == word[0] for w in fuzzy.near(word, lexicon.common)):
        best = ""  # it may as well be a real word of which nothing is told (weaher: weaker, or weather)
    return token.start, token.end, best or next(iter(fuzzy.near(word, MONTHS)), "")


def _is_known(word: str, lexicon: Lexicon) -> bool:
    """Whether it is a form of a known word."""
    return any(b in lexicon.latin and not _is_weak(b, lexicon) for b in english.bases(word)[1:])


def _with_another(word: str) -> list[str]:
    """The word with one letter put in, or changed for another."""
    more = [word[:n] + letter + word[n:] for n in range(len(word)) for letter in _LETTERS]
    return more + [word[:n] + letter + word[n + 1 :] for n in range(1, len(word)) for letter in _LETTERS]


def _with_one_less(word: str) -> list[str]:
    """The word with one letter taken out, or two neighbours swapped: what an inflected word may have been."""
    out = [word[:n] + word[n + 1 :] for n in range(1, len(word))]
    return out + [word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1)]


def respellings(token: Token, text: str, lexicon: Lexicon) -> list[tuple[float, str]]:
    """What a strange Latin word may have been with one slip, the likeliest first, with what the whole text then costs; none of a real word."""
    word = token.text
    if len(word) < 4 or not word.isalpha() or lexicon.is_real_latin(word):
        return []
    found = [w for w in fuzzy.near(word, lexicon.latin) if len(w) >= 4]
    found += [w for w in _with_one_less(word) if _is_known(w, lexicon)]
    if text[token.start].isupper() and not text.isupper() and token.start > 0:
        found = [w for w in found if min(len(w), len(word)) > (5 if w in lexicon.name_words else 4) and w[0] == word[0]]
    else:
        found += [w for w in _with_another(word) if _is_known(w, lexicon)]
    trials = sorted(_trial(text, token, w, lexicon) for w in dict.fromkeys(found) if w not in _NEVER)
    return [(trial[0], trial[-1]) for trial in trials]


_MARK = frozenset({"mark"})
_WEAK = frozenset({"mark", "number", "chat", "filler"})
"""Words that a slip is less often meant as than any other."""


def _trial(text: str, token: Token, word: str, lexicon: Lexicon) -> tuple[float, bool, bool, bool, bool, bool, str]:
    """How the whole text reads with a word put in the place of a strange one: the less, the better.

    Of words that read as well, one of which a letter was doubled is meant first, then one that ends as the strange one does ("formaly" is no "formal"), and then one
    that is no shorter, for a letter is sooner left out than put in ("presdent").
    """
    _, cost = cheapest(atoms(text[: token.start] + word + text[token.end :]), lexicon)
    weak, strange = _is_weak(word, lexicon), word not in lexicon.name_words
    doubled = word not in {
        token.text[:n] + token.text[n + 1 :] for n, two in enumerate(pairwise(token.text)) if len({*two}) == 1
    }
    return cost, weak, strange, doubled, word[-1] != token.text[-1], len(word) < len(token.text), word


def _is_weak(word: str, lexicon: Lexicon, weak: frozenset[str] = _WEAK) -> bool:
    tags = {s.tag for base in english.bases(word) for s in lexicon.senses(base)}
    return word not in lexicon.name_words and bool(tags) and tags <= weak


def mend_mixed(text: str, run: list[Token], lexicon: Lexicon) -> tuple[int, int, str] | None:
    """A written word that begins like a name of both scripts ("가나IA가" for 가나AI가), put right; else None."""
    start = run[0].start
    for last in range(len(run), 1, -1):
        written = text[start : run[last - 1].end].lower()
        near = fuzzy.near(written, lexicon.mixed) if len(written) > 2 else []
        near = [w for w in near if _label(w) == _label(written)]
        if near:
            return start, run[last - 1].end, near[0]
    return None


def _label(word: str) -> str:
    """The one Latin letter that tells a thing from its likes ("시리즈a"), which is no slip for another; "" where there is none."""
    latin = [c for c in word if c.isascii() and c.isalpha()]
    return latin[0] if len(latin) == 1 else ""
