"""Text as it is typed, made plain: one spelling for what looks the same, marks and decoration taken off."""

from __future__ import annotations

import re
import unicodedata
from typing import NewType

Clean = NewType("Clean", str)
"""Text that went through `clean`: NFC, no decoration, white space single."""

_LAUGHTER = re.compile(r"[ㅋㅎㅠㅜㅡㄷㄱㅇㅂㅅ~^]{2,}|[ㅋㅎㅠㅜ^]|~(?!\d)")
_ACRONYM = re.compile(r"(?<![ㄱ-ㅎㅏ-ㅣ])(ㅇㅋ|ㄱㅅ|ㄴㄴ|ㅇㅇ|ㅎㅇ|ㅂㅂ|ㅅㄱ|ㄳ)(?![ㄱ-ㅎㅏ-ㅣ])")
_MARK = re.compile(r"[^\w\s]")
"""All that may be an emoji or the like."""
_REPEATED = re.compile(r"(?<=[A-Za-z])([b-hj-tv-z])\1\1(?=(?!\1)[a-z])|([A-Za-z가-힣])\2{2,}")
"""A letter that stands twice in English words, thrice within one ("meeeting"); any letter drawn out."""
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "·": " ", "・": " "}
)
_SPELT_OUT = {
    "ㅇㅋ": " 오케이 ",
    "ㄱㅅ": " 감사 ",
    "ㄳ": " 감사 ",
    "ㅎㅇ": " 하이 ",
    "ㅂㅂ": " 바이 ",
    "ㅅㄱ": " 수고 ",
    "ㅇㅇ": " 응 ",
    "ㄴㄴ": " 노노 ",
}


_IS_PLAIN = re.compile(r"[\x00-_a-\x7f가-힣ㄱ-ㅣ]*").fullmatch
"""Whether a text is nothing but Hangul and ASCII, without a backtick, so that nothing in it is to be made plain."""


def plain(text: str) -> str:
    """NFKC (full-width letters become plain), straight quotes, no control or invisible characters."""
    text = unicodedata.normalize("NFC", text)
    if not (
        text.isascii() or _IS_PLAIN(text)
    ):  # NFKC but for single jamo, which it would make unlike those that people type
        text = "".join(c if "ㄱ" <= c <= "ㅣ" else unicodedata.normalize("NFKC", c) for c in text).translate(_QUOTES)
    if text.isprintable():
        return text
    return "".join(c if unicodedata.category(c)[0] != "C" else " " if c.isspace() else "" for c in text)


def clean(text: str) -> Clean:
    """Take off what carries no meaning: laughter, tears, emoji, letters drawn out ("whoooo").

    >>> clean("영희  누구 만났어ㅋㅋㅋ??")
    '영희 누구 만났어 ??'
    """
    text = _ACRONYM.sub(lambda m: _SPELT_OUT[m[1]], plain(text))
    text = _REPEATED.sub(r"\1\1\2", _LAUGHTER.sub(" ", text))
    text = _MARK.sub(lambda m: " " if unicodedata.category(m[0]) in ("So", "Sk", "Cs", "Co", "Cn") else m[0], text)
    return Clean(" ".join(text.split()))


def bare(letters: str) -> str:
    """Latin letters without accents, in lower case ("Zoë" is "zoe")."""
    if letters.isascii():
        return letters.lower()
    split = unicodedata.normalize("NFD", letters)
    return unicodedata.normalize("NFC", "".join(c for c in split if not unicodedata.combining(c))).casefold()


def words_in(text: str) -> list[str]:
    """The words of a text in lower case, marks taken off, in their order."""
    return re.findall(r"\w+", text.casefold())


_APART = re.compile(r"[\W_]+")
_ARTICLES = ("the ", "a ", "an ")


def pressed(text: str) -> str:
    """Only the letters and digits, in lower case, without an article ("The Acme talks" is "acmetalks")."""
    text = text.casefold().strip()
    text = next((text.removeprefix(a) for a in _ARTICLES if text.startswith(a)), text)
    return _APART.sub("", text)


def has_hangul(text: str) -> bool:
    """Whether any Hangul syllable or letter stands in the text."""
    return _HANGUL(text) is not None


_HANGUL = re.compile(r"[가-힣ㄱ-ㅣ]").search
