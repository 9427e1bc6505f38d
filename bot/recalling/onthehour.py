"""Whether something was at the full hour that a yes/no question says: no, with the minute, where a fact tells one past it."""

from __future__ import annotations

import re

from bot.facts import When
from bot.finding import Answer, Finding, Settled
from bot.learning.known import Record
from bot.question import Item, Question


def past_the_hour(question: Question, finding: Finding) -> Finding | None:
    """No, with the time that is told, where a yes was found and it was some minutes past the hour that is asked; None elsewhere."""
    match finding:
        case Settled((Answer(record),), "yes") if question.yesno and not _ROUGHLY.search(question.text.lower()):
            pass
        case _:
            return None
    asked = [h for i in question.items if i.lends is None for h in _full_hours(i, question)]
    if len(asked) != 1 or question.alternatives:
        return None
    hour = asked[0]
    told = [(p, v) for p, t in record.fact.parts.items() for v in t.values if isinstance(v, When)]
    there = [(p, v) for p, v in told if v.hour is not None and _is_within(v.hour, hour)]
    if not there or any(not v.minute or v.until for _, v in there):
        return None
    return Settled((Answer(record, (_asked_part([p for p, _ in there], question, record),)),), "value", holds=False)


_ROUGHLY = re.compile(
    r"\b(?:around|about|roughly|approximately|approx|circa|ish|nearly|almost|near|close to|after|past|before|by|until|till|since"
    r"|between|from|hour|o'?clockish|some ?time|already|still)\b|쯤|경|께|정도|무렵|즈음|약 |넘|전|후|지나|지난|대에|대였|부터|까지|사이|안에|현재|에도"
)
"""What makes an hour a rough one, a bound, or a time at which something still is so."""


def _full_hours(item: Item, question: Question) -> list[When]:
    """The hours with no minute that a word says; a figure behind "at" is one too."""
    times = [question.times[t] for t in item.ids("when")]
    hours = [t for t in times if t.hour is not None and t.minute is None and t.until is None]
    if hours or not item.has("number") or item.has("when"):
        return hours
    led = any(i.at == item.at - 1 and i.text == "at" for i in question.items)
    counts = any(
        i.at == item.at + 1 and (i.has("unit", "noun", "kind", "part") or i.has("sort")) for i in question.items
    )
    value = float(item.ids("number")[0])
    return [When(hour=int(value))] if led and not counts and value == int(value) and 0 < value <= _HOURS else []


_HOURS = 12
"""Up to here a bare figure is an hour of the clock."""


def _is_within(told: int, asked: When) -> bool:
    """Whether a told hour is the one that is asked, in the morning or the evening as far as that is said."""
    return told == asked.hour or (asked.daypart is None and asked.hour is not None and told == asked.hour + _HOURS)


def _asked_part(parts: list[str], question: Question, record: Record) -> str:
    """Of the parts that tell the time, the one that a word of the question names."""
    named = [p for p in parts if any(p in i.ids("part") for i in question.items)]
    return (named or parts)[0]
