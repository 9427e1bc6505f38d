"""Figures as people write them: digits, the scale words of both languages, and numbers in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_SCALES = {
    "십": 10.0, "백": 100.0, "천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12, "hundred": 100.0, "thousand": 1e3, "k": 1e3, "million": 1e6,
    "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "t": 1e12,
}  # fmt: skip
_WORDS = dict(zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], range(1, 13), strict=True)) | {
    "half": 0.5, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "a": 1,
}  # fmt: skip
_TEENS = {"thirteen": 13, "fourteen": 14, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
_NATIVE_TENS = {"스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
_NATIVE = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
_SINO = dict(zip("일이삼사오육칠팔구", range(1, 10), strict=True))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Compiled at the first text that may hold a figure."""
    scale = r"(?:hundred|thousand|million|billion|trillion)"
    digits = re.compile(
        r"\d[\d,]*(?:\.\d+)?(?:\s*(?:천|백|십|만|억|조|thousand|million|billion|trillion|bn|tn|mn|[kmbt](?![a-z]))"
        r"(?:\s*\d[\d,]*(?=\s*(?:천|만|억)))?)*(?:(?:(?<=1)st|(?<=2)nd|(?<=3)rd|(?<=\d)th)(?![a-z]))?",
        re.I,
    )
    in_english = re.compile(rf"\b(?:{'|'.join(w for w in _WORDS if w != 'a')})(?:[- ](?:a[- ])?{scale})+\b", re.I)
    in_korean = re.compile(
        r"(?<![가-힣])[일이삼사오육칠팔구][일이삼사오육칠팔구십백천만억조]*[십백천만억조](?=\s*(?:달러|원|불|분|년|개월|명|층|시|%|프로|\s|$))"
    )
    scale_alone = re.compile(r"(?<![가-힣])(?:천만|백만|십만|억|만|천)(?=\s*(?:달러|원|명)(?![가-힣]*씩))")
    half = re.compile(
        r"(?:(?<=than )|(?<=over )|(?<=under )|(?<=least )|(?<=within ))half(?=\s+an?\s+(?:hour|day|year)\b)", re.I
    )
    tens = "|".join(w for w, n in _WORDS.items() if 20 <= n < 100)
    ones = "|".join(w for w, n in _WORDS.items() if n in range(1, 10) and w != "a")
    compound = re.compile(rf"\b(?:(?:{tens})[- ](?:{ones})|{'|'.join(_TEENS)})\b(?![- ](?:a[- ])?{scale})", re.I)
    native = re.compile(
        rf"(?<![가-힣])(?:{'|'.join(_NATIVE_TENS)})(?:{'|'.join(_NATIVE)})?"
        r"(?=\s*(?:살|명|개|번|수|권|대|마리|시간|곳|표|장|줄|달|판|병|가지|사람|분|해|편|곡|건|척|채|벌|쪽|집|군데))"
    )
    return (digits, in_english, in_korean, scale_alone, half, compound, native)


_MAY_HOLD = re.compile(
    rf"\d|half|hundred|thousand|illion|teen\b|ty[- ]|[십백천만억조]|{'|'.join(_NATIVE_TENS)}", re.I
).search


def find(text: str) -> Iterator[tuple[int, int, float]]:
    """Every figure in a text: where it starts and ends, and its value."""
    if not _MAY_HOLD(text):
        return
    for pattern in _patterns():
        for match in pattern.finditer(text):
            yield match.start(), len(text[: match.end()].rstrip()), value(match[0])


def value(text: str) -> float:
    """The value of a written figure.

    >>> value("5천억"), value("4조4000억"), value("500 billion"), value("half a trillion"), value("사십")
    (500000000000.0, 4400000000000.0, 500000000000.0, 500000000000.0, 40.0)
    >>> value("thirty-one"), value("sixteen"), value("서른한")
    (31.0, 16.0, 31.0)
    """
    tens = next((w for w in _NATIVE_TENS if text.startswith(w)), "")
    if tens:
        return float(_NATIVE_TENS[tens] + _NATIVE.get(text.removeprefix(tens), 0))
    total, current = 0.0, 0.0
    for part in re.findall(r"\d[\d,]*(?:\.\d+)?|[A-Za-z]+|[가-힣]", text.lower()):
        if part[0].isdigit():
            current = float(part.replace(",", ""))
        elif part in _SCALES:
            scale = _SCALES[part]
            if part in "억조":
                total, current = total + scaled(current or 1.0, scale), 0.0
            else:
                current = scaled(current or 1.0, scale)
        elif part in _SINO:
            current += _SINO[part]
        elif part != "a":
            current += (_WORDS | _TEENS).get(part, 0)
    return total + current


def scaled(number: float, scale: float) -> float:
    """A figure times what its scale word stands for, without what binary fractions add to it.

    >>> scaled(8.2, 1e9)
    8200000000.0
    """
    return float(f"{number * scale:.15g}")
