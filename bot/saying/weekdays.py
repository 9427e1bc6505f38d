"""The weekday beside a date, where a question says one or asks for it: "which weekday was it", "월요일이었어?"."""

from __future__ import annotations

from dataclasses import replace

from bot.facts import Told, When
from bot.finding import Answer, Finding, Settled
from bot.learning.dates import weekdays_of
from bot.question import Question

_ASKED = ("weekday", "day of the week", "days of the week", "요일")
"""Words for a day of the week."""


def with_weekdays(finding: Finding, question: Question) -> Finding:
    """The finding, its dates with their weekdays, where the question is of a weekday."""
    asked = "weekday" in question.tags or any(w in question.text.lower() for w in _ASKED)
    if not asked or not isinstance(finding, Settled):
        return finding
    return replace(finding, answers=tuple(map(_on_weekday, finding.answers)))


def _on_weekday(answer: Answer) -> Answer:
    fact = answer.record.fact
    parts = {p: _dated(t) if p in answer.parts else t for p, t in fact.parts.items()}
    return replace(answer, record=replace(answer.record, fact=replace(fact, parts=parts)))


def _dated(told: Told) -> Told:
    values = [replace(v, weekdays=weekdays_of(v)) if isinstance(v, When) else v for v in told.values]
    return replace(told, values=tuple(values))
