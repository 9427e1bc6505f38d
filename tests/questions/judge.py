"""Judges a reply to a question of the bank: right, wrong, or missed."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from bot.turn import Reply, Status

from .bank import Case
from .slips import is_syllable

Verdict = Literal["right", "wrong", "missed"]

TOLD = (Status.ANSWERED, Status.CORRECTED)
_DENIAL = re.compile(r"\W*(no\b|not\b|아니|아뇨)", re.IGNORECASE)
_SPACE = re.compile(r"[\s\u200b]+")
_MOST_HANGUL = 0.6
"""Of the letters of an English answer: names may stand in Hangul."""


def judge(case: Case, reply: Reply) -> Verdict:
    """What the reply is worth."""
    said = squashed(reply.answer)
    forbidden = any(squashed(text) in said for text in case.forbid)
    if not case.answerable:
        return "right" if _declined(case, reply) and not forbidden else "wrong"
    if reply.status not in TOLD:
        return "missed"
    lang = _language(case)
    if lang and not _speaks(reply.answer, lang):
        return "wrong"
    met = all(any(squashed(text) in said for text in group) for group in case.expect)
    return "right" if met and not forbidden else "wrong"


def squashed(text: str) -> str:
    """A text as it is compared: without white space and case."""
    return _SPACE.sub("", unicodedata.normalize("NFC", text)).casefold()


def _declined(case: Case, reply: Reply) -> bool:
    """Whether nothing was told as fact, or what was assumed was denied."""
    tags = " ".join(case.tags)
    if reply.status not in TOLD:
        return True
    if reply.status is Status.CORRECTED and "false-premise" in tags and squashed(reply.answer):
        return True
    return bool(_DENIAL.match(reply.answer)) and ("false-premise" in tags or "near-miss" in tags)


def _language(case: Case) -> str | None:
    """The language that the reply must have; None where a dialog's turn leaves it open."""
    if case.chat is None:
        return case.lang
    ko, en = bool(re.search("[가-힣]", case.text)), bool(re.search("[A-Za-z]", case.text))
    return None if ko == en else "ko" if ko else "en"


def _speaks(answer: str, lang: str) -> bool:
    """Whether an answer is in the language: Korean has Hangul; English may carry a few Korean names."""
    letters = [c for c in answer if c.isalpha()]
    hangul = sum(map(is_syllable, letters))
    return not letters or (hangul > 0 if lang == "ko" else hangul <= _MOST_HANGUL * len(letters))
