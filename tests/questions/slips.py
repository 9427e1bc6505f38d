"""Slips that people make when they type, made on purpose: typo, nospace, layout, case."""

from __future__ import annotations

import random
import unicodedata

KINDS = {"ko": ("typo", "nospace", "layout"), "en": ("typo", "case")}
"""The slips that make sense in a language."""
NOISES = ("typo", "nospace", "layout", "case")

_KEYS = dict(
    zip(
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        strict=True,
    )
)
"""The key of each letter on the Korean keyboard."""
_NEAR_KO = dict(
    zip("ㅏㅓㅗㅜㅐㅔㅂㅈㄷㄱㅅㅁㄴㅇㄹㅎㅋㅌㅊㅍ", "ㅓㅏㅜㅗㅔㅐㅈㄷㄱㅅㄱㄴㅇㄹㅎㄹㅌㅊㅍㅋ", strict=True)
)
_NEAR_EN = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuiopoasdfghjkzxcvbnbm", strict=True))
"""A neighbour of each key."""

_FIRST, _VOWEL, _LAST = 0x1100, 0x1161, 0x11A7
"""Where Unicode's conjoining letters begin: the first, the vowel, and one before the last of a syllable."""
_FIRSTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_LASTS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
_SPLIT = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ", "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ",
    "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
"""Letters that are typed as two."""


def slipped(text: str, kind: str | None, dice: random.Random) -> str:
    """The text with a slip of that kind; None: as it is."""
    match kind:
        case None:
            return text
        case "nospace":
            return text.replace(" ", "")
        case "case":
            return text.lower().rstrip("?.! ")
        case "layout":
            return _on_latin_keys(text)
        case "typo":
            return _with_typo(text, dice)
    raise ValueError(kind)


def is_syllable(letter: str) -> bool:
    """Whether it is a whole Hangul syllable."""
    return "가" <= letter <= "힣"


def letters(syllable: str) -> tuple[str, str, str]:
    """The first, the vowel and the last of a syllable ("" where it is open)."""
    first, vowel, *last = unicodedata.normalize("NFD", syllable)
    return _FIRSTS[ord(first) - _FIRST], _VOWELS[ord(vowel) - _VOWEL], _LASTS[ord(last[0]) - _LAST if last else 0]


def _syllable(first: str, vowel: str, last: str) -> str:
    return chr(0xAC00 + (_FIRSTS.index(first) * 21 + _VOWELS.index(vowel)) * 28 + _LASTS.index(last))


def _on_latin_keys(text: str) -> str:
    """Hangul typed with the keyboard left in English."""
    typed = "".join("".join(letters(c)) if is_syllable(c) else c for c in text)
    typed = "".join(_SPLIT.get(c, c) for c in typed)
    return "".join(_KEYS.get(c, c) for c in typed)


def _with_typo(text: str, dice: random.Random) -> str:
    """One slip in one word of three syllables or five letters and more."""
    words = text.split(" ")
    spots = [n for n, word in enumerate(words) if _is_long(word)]
    if not spots:
        return text
    spot = dice.choice(spots)
    word = list(words[spot])
    at = dice.randrange(len(word))
    if is_syllable(word[at]):
        word[at] = _slipped_syllable(word[at], dice)
    else:
        _slip_letter(word, at, dice)
    return " ".join([*words[:spot], "".join(word), *words[spot + 1 :]])


def _is_long(word: str) -> bool:
    return sum(map(is_syllable, word)) >= 3 or (word.isascii() and word.isalpha() and len(word) >= 5)


def _slipped_syllable(syllable: str, dice: random.Random) -> str:
    first, vowel, last = letters(syllable)
    slip = _NEAR_KO.get(vowel, "ㅓ") if dice.random() < 0.5 else vowel
    if slip == vowel:
        near = _NEAR_KO.get(first, "ㅇ")
        first = near if near in _FIRSTS else "ㅇ"
    return _syllable(first, slip, last)


def _slip_letter(word: list[str], at: int, dice: random.Random) -> None:
    slip = dice.choice(["swap", "drop", "double", "near"])
    if slip == "swap" and at + 1 < len(word):
        word[at], word[at + 1] = word[at + 1], word[at]
    elif slip == "drop":
        del word[at]
    elif slip == "double":
        word.insert(at, word[at])
    else:
        word[at] = _NEAR_EN.get(word[at].lower(), word[at])
