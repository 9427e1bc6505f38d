"""Text typed with the keyboard in the other language: Hangul keys read as Latin letters, and the way back."""

from __future__ import annotations

from bot.korean import CHOSEONG, JONGSEONG, JUNGSEONG, is_syllable, join, split

_KEYS = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        strict=True,
    )
)
"""The Korean standard two-set layout (두벌식, KS X 5002)."""
_LETTER = {jamo: key for key, jamo in _KEYS.items()}
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
