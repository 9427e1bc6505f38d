"""A whole fact beside the part of it that was picked, where that part is not surely all that was asked."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeGuard

from bot.finding import Finding, Settled, Several, answers_of, told_whole
from bot.learning.known import Known
from bot.question import Question
from bot.recalling.asked import asked
from bot.turn import Lang

_SURE = 1.5
"""A part that a question word and its role ask for, or a word of its own."""


def in_full(question: Question, finding: Finding, known: Known) -> Finding:
    """The finding, with the whole fact behind it where a part of one fact is told that may not be the one, or not the only one, that is meant.

    So it is where two things are asked for ("who called whom a fool?"), and where nothing in the question asks surely
    for what is told. A reader then sees for himself what the short answer is of.
    """
    records = {a.record.fact.id: a.record for a in answers_of(finding)}
    if question.yesno or question.alternatives or len(records) != 1 or not _is_picked(finding):
        return finding
    record = next(iter(records.values()))
    surely = not question.foci or asked(question, record, known).sureness >= _SURE
    if surely and not _asks_two(question):
        return finding
    whole = told_whole([record])
    if isinstance(finding, Several):
        return replace(finding, told=(*finding.told, whole))
    return Several((finding, whole))


def _is_picked(finding: Finding) -> TypeGuard[Settled | Several]:
    """Whether parts of a fact are told, each as a whole: not the fact, and not some of those who were in it."""
    if isinstance(finding, Several):
        return True
    if not isinstance(finding, Settled) or finding.manner not in ("value", "choice", "names"):
        return False
    return all(not a.names or set(a.names) == {n for t in a.told for n in t.names} for a in finding.answers)


def _asks_two(question: Question) -> bool:
    """Whether two things are asked for in one; an English "when" or "where" may also lead a clause that only describes."""
    words = [i for i in question.items if i.has("question")] if question.asked_in == "ko" else []
    if len(question.foci) > 1 or len(words) > 1:
        return True
    last = next((i for i in reversed(question.items) if not i.has("light", "filler", "tell")), None)
    return last is not None and not last.has("name") and _BESIDE[question.asked_in].search(question.text) is not None


_BESIDE: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r" [+&] |(?: and| &) (?:\w+ )?(?:how|who|whom|whose|when|where|what|which|why)\b", re.IGNORECASE),
    "ko": re.compile(
        r" [+&] |[가-힣](?:랑|하고|과|와|및) ?[가-힣]+(?: 좀)?(?: [알말가]\S*)*[.?!]*$|[가-힣]도(?: 좀)?(?: [알말가]\S*)*[.?!]*$"
        r"|[가-힣]고 ?(?:몇|누구|누가|어디|언제|얼마|왜|뭐|무슨|어느|어떤)"
    ),
}
"""What joins another thing that is asked for to the first: "who won + the score", "장소랑 시간"."""
