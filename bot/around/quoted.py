"""Who said what a question quotes word for word: "who said "leave the car"?", ""차도 두고"라고 말한 사람은 누구야?"."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.finding import Answer, Settled
from bot.language.text import has_hangul, pressed
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Question
from bot.turn import LANGS

_MARKED = re.compile(r"(?<!\w)[\"“”「『‘'](.+)[\"”“」』’'](?!s\b)")
"""What stands in quotation marks; an apostrophe ends no quotation."""
_WHO_SAID = re.compile(r"^\W*who(?: was it (?:that|who))? (?:said|wrote)(?: that)?[\s:,]+(.+)$", re.IGNORECASE)
_SAID_WHO = re.compile(r"^(.+?)[\s,.:–—-]+who (?:said|wrote) (?:that|this|it|so)\W*$", re.IGNORECASE)
_SAID_SO = re.compile(r"^(.+?)(?=(?:이라고|라고|고) (?:말|한 |했|이야기|얘기|밝))")
_QUOTING = (
    (_MARKED, re.compile("[\"“”「『‘']").search),
    (_WHO_SAID, re.compile(r"\b(?:said|wrote)\b", re.IGNORECASE).search),
    (_SAID_WHO, re.compile(r" (?:said|wrote) ", re.IGNORECASE).search),
    (_SAID_SO, re.compile("고 [말한했이얘밝]").search),
)
"""Where what is quoted begins and ends, with marks and without; each with what most texts that hold no such quotation lack."""
_WORDS, _SYLLABLES = 3, 6
"""So long is a quotation at least that tells by itself who said it: English words, Korean syllables."""
_REPORTING = re.compile(r"^\s*(?:이라고|라고|라며|고)")
_NAMING = re.compile(r"^\s*(?:이라는|라는|란|는)(?=\s)")


_HEARING = re.compile(r"들은|들었|\bhear")


class Quoted(NamedTuple):
    """What is asked of words of somebody, and the fact that tells them."""

    record: Record
    question: str
    """The question with another word in place of those words."""


def quoted(text: str, known: Known) -> Quoted | None:
    """The fact whose words a question quotes; None where it quotes none, or those of several people."""
    for pattern, holds in _QUOTING:
        match = pattern.search(text) if holds(text) else None
        words = match[1].strip(" ?!.,\"'“”‘’") if match else ""
        if match is None or not _is_long(words):
            continue
        told = [r for r in known.records.values() if r.kind != NAME_KIND and _by(r, known) and _has(r, words)]
        if told and len({r.fact.parts[_by(r, known)].names for r in told}) == 1:
            return Quoted(told[0], _without(text, match.start(1), match.end(1), korean=has_hangul(text)))
    return None


def who_said(asked: Quoted, question: Question, known: Known) -> Settled | None:
    """Who spoke the words, where that is what is asked and nothing else."""
    record = asked.record
    idle = ("question", "light", "anaphor", "auxiliaries", "prep", "sort", "follow", "tell", "confirm", "source")
    said = (i.has(*idle) or record.kind in i.ids("kind") or "said" in i.ids("part") for i in question.items)
    who = question.asks == ("who",) or (question.source and not question.foci)
    if not who or question.names or question.unknown or not all(said) or _HEARING.search(asked.question):
        return None  # also of "그 말을 들은 사람은 누구야"
    by = _by(record, known)
    return Settled((Answer(record, (by,), record.fact.parts[by].names),), "names")


def _is_long(words: str) -> bool:
    return len(pressed(words)) >= _SYLLABLES if has_hangul(words) else len(words.split()) >= _WORDS


def _by(record: Record, known: Known) -> str:
    """The part of a fact that tells whose words it has; "" where it has none."""
    told = record.fact.parts
    if "said" not in told:
        return ""
    return next((p for p, t in told.items() if known.part(record, p).role == "by" and t.names), "")


def _has(record: Record, words: str) -> bool:
    """Whether these stand in the words of a fact, in either language."""
    said, sentence = record.fact.parts["said"], record.fact.told
    texts = [
        t[lang]
        for t in (*said.texts, *((said.says,) if said.says else ()), *((sentence,) if sentence else ()))
        for lang in LANGS
    ]
    return any(pressed(words) in pressed(t) for t in texts)


def _without(text: str, start: int, end: int, *, korean: bool) -> str:
    """The question without the words and the marks around them, with what points at them instead."""
    before, behind = text[:start].rstrip(" \"“”「『‘'"), text[end:].lstrip(" \"“”」』’'?!.,")
    if not korean:
        return f"{before} that {behind}" if "that" not in behind.split()[-1:] else f"{before} {behind}"
    if _REPORTING.match(behind):
        return f"{before} 그렇게{_REPORTING.sub('', behind)}"
    return f"{before} 그{_NAMING.sub('', behind)}" if _NAMING.match(behind) else f"{before} {behind}"
