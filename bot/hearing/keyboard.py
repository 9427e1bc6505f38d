"""Undoing the wrong keyboard layout: a text is turned only where that lands on known words."""

from __future__ import annotations

import re

from bot.hearing.words import share, tokens_of
from bot.language import layout
from bot.language.senses import atoms
from bot.language.text import has_hangul
from bot.learning.lexicon import Lexicon
from bot.segment import Token, cheapest


def undo_layout(text: str, tokens: list[Token], lexicon: Lexicon) -> str:
    """The text as it would be in the other layout, where that lands on known words and the text itself does not."""
    loose = _JAMO.search(text) is not None
    if not text or (tokens and not loose and not any(t.unknown for t in tokens)):
        return text
    known_share = share(tokens)
    if known_share > (0.5 if has_hangul(text) else 0.7) and not loose:
        return text
    if has_hangul(text):
        other = layout.to_latin(text)
    else:
        other = " ".join(_LETTERS.sub(lambda m: _to_hangul(m[0], lexicon), text).split())
    return other if other != text and share(tokens_of(other, lexicon)[0]) >= max(0.6, known_share + 0.3) else text


_JAMO = re.compile("[ㄱ-ㅣ]")
_LETTERS = re.compile(r"[A-Za-z]+")


_CAPITALS = re.compile(r"[A-Z]{2,}")


_REAL = 4
"""Letters from which on a run of keys that is an English word is meant as one."""
_LAUGHS = frozenset("zbeswk")
"""Keys of ㅋ ㅠ ㄷ ㄴ ㅈ ㅏ: drawn out, they are laughter or tears."""


def _to_hangul(word: str, lexicon: Lexicon) -> str:
    """A run of keys as Korean; Latin words within it ("CEOrk" is CEO가) and real English words stay as they are."""
    if len(word) >= _REAL and lexicon.is_real_latin(word.lower()):
        return word
    if len(set(word.lower())) == 1 and word[0].lower() in _LAUGHS and len(word) > 1:
        return " "
    readings = [word] if _known(word, lexicon) else []
    around = (_around(word, start, end) for start, end in _latin_parts(word, lexicon))
    readings += [w for w in around if w is not None and (w == word or _known(w, lexicon))]
    whole = layout.to_hangul(word)
    readings += [whole] if whole else []
    return min(readings, key=lambda r: _cost(r, lexicon), default=word)


def _latin_parts(word: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Stretches of a run of keys that may be meant as Latin: capitals, a known word at its head, "ai"."""
    found = [m.span() for m in _CAPITALS.finditer(word)]
    heads = [word[:n].lower() for n in range(2, len(word))]
    found += [(0, len(h)) for h in heads if h in lexicon.latin and (len(h) > 2 or lexicon.has(h, frozenset({"name"})))]
    at = word.find("ai")
    return found + ([(at, at + 2)] if at >= 0 else [])


def _around(word: str, start: int, end: int) -> str | None:
    sides = [layout.to_hangul(side) if side else "" for side in (word[:start], word[end:])]
    return None if None in sides else f"{sides[0]}{word[start:end]}{sides[1]}"


def _cost(text: str, lexicon: Lexicon) -> float:
    return cheapest(atoms(text), lexicon)[1]


def _known(word: str, lexicon: Lexicon) -> bool:
    found, _ = cheapest(atoms(word), lexicon)
    return bool(found) and not any(t.unknown for t in found) and found[0].ending is None
