"""Text typed with the keyboard in the other language: Hangul keys read as Latin letters, and the way back."""

from __future__ import annotations

from collections.abc import Iterator

from bot.language.korean import CHOSEONG, JONGSEONG, JUNGSEONG, is_syllable, join, split

_KEYS = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        strict=True,
    )
)
"""The Korean standard two-set layout (두벌식, KS X 5002)."""
_LETTER = {jamo: key for key, jamo in _KEYS.items()}
_ROWS = ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ")
_ALIKE = (
    "ㅏㅓ ㅗㅜ ㅐㅔ ㅒㅖ ㅓㅗ ㅡㅓ ㅚㅙ ㅚㅞ ㅙㅞ ㅢㅣ ㅏㅑ ㅓㅕ ㅗㅛ ㅜㅠ ㄱㄲ ㄱㅋ ㄷㄸ ㄷㅌ ㅂㅃ ㅂㅍ ㅅㅆ ㅈㅉ ㅈㅊ"
)
"""Letters that sound alike, or differ by one stroke or the shift key."""
_VOWELS = {"ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ"}
_FINALS = {
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
_APART = {v: k for k, v in {**_VOWELS, **_FINALS}.items()}


def to_hangul(keys: str) -> str | None:
    """What the keys would have written in Korean; None where they make no whole syllables.

    >>> to_hangul("dudgml"), to_hangul("hello")
    ('영희', None)
    """
    jamo = []
    for key in keys:
        letter = _KEYS.get(key) or _KEYS.get(key.lower())
        if letter is None:
            return None
        jamo.append(letter)
    return _compose(jamo)


def _compose(jamo: list[str]) -> str | None:
    written, at = "", 0
    while at < len(jamo):
        if jamo[at] not in CHOSEONG or at + 1 >= len(jamo) or jamo[at + 1] not in JUNGSEONG:
            return None
        cho, jung = jamo[at], jamo[at + 1]
        at += 2
        if at < len(jamo) and jung + jamo[at] in _VOWELS:
            jung = _VOWELS[jung + jamo[at]]
            at += 1
        jong = ""
        if at < len(jamo) and jamo[at] in JONGSEONG and not _begins(jamo, at):
            jong = jamo[at]
            at += 1
            if at < len(jamo) and jong + jamo[at] in _FINALS and not _begins(jamo, at):
                jong = _FINALS[jong + jamo[at]]
                at += 1
        written += join(cho, jung, jong)
    return written


def _begins(jamo: list[str], at: int) -> bool:
    """Whether a consonant opens the next syllable: a vowel stands after it."""
    return at + 1 < len(jamo) and jamo[at + 1] in JUNGSEONG


def to_latin(hangul: str) -> str:
    """The keys that were struck to write this Hangul.

    >>> to_latin("쫴 ㅡㄷㅅ")
    'Who met'
    """
    keys = ""
    for char in hangul:
        for part in split(char) if is_syllable(char) else (char,):
            for single in _APART.get(part, part):
                keys += _LETTER.get(single, single)
    return keys


def distance(one: str, other: str) -> int:
    """How far two jamo lie apart: 0 where they sound alike or one is half of the other, 1 for neighbouring keys, else 2.

    >>> distance("ㅐ", "ㅔ"), distance("ㅇ", "ㄹ"), distance("ㅂ", "ㄹ")
    (0, 1, 2)
    """
    pair = frozenset((one, other))
    return 0 if pair in _SAME else 1 if pair in _BESIDE else 2


def _beside() -> Iterator[frozenset[str]]:
    """The keys that lie beside or below one another."""
    for row, letters in enumerate(_ROWS):
        below = _ROWS[row + 1] if row + 1 < len(_ROWS) else ""
        for column, letter in enumerate(letters):
            near = (letters[column + 1 : column + 2], below[column : column + 1], below[max(column - 1, 0) : column])
            yield from (frozenset((letter, key)) for key in near if key)


_BESIDE = frozenset(_beside())
_SAME = frozenset(
    (*map(frozenset, _ALIKE.split()), *(frozenset((w, key)) for w, keys in _APART.items() for key in keys))
)
