"""The hours and weekdays at which a fact tells something to be open, or to be shut: "Tuesday to Sunday 10:00 to 18:00"."""

from __future__ import annotations

from typing import NamedTuple

from bot.facts import Flag, When, Words, in_both
from bot.language.text import words_in
from bot.learning.dates import minutes
from bot.learning.known import Known, Record

OPEN = frozenset(
    {
        "open",
        "열다",
        "열리다",
        "영업",
        "운영",
        "개장",
        *("열", "여", "연", "엽", "열어", "열려", "열리", "열렸", "열었"),
    }
)
SHUT = frozenset(
    {"closed", "shut", "close", "closing", "day off", "닫다", "닫히다", "쉬다", "휴무", "휴무일", "휴관", "휴관일", "휴업", "휴일"}
    | {"닫", "닫아", "닫았", "닫혀", "닫혔", "닫히", "쉬", "쉬어", "쉰"}
)  # fmt: skip
"""Words that say that something is open, or shut, as they are written and as the stems that a question leaves of them."""


class Hours(NamedTuple):
    """One line of a timetable."""

    part: str
    """The part that tells it; "" where its beginning and its end are parts of their own."""
    days: frozenset[int]
    """The weekdays that it says, Monday 0; empty where it says none."""
    start: int | None = None
    end: int | None = None
    """From which minute of the day to which; None where it says days alone."""
    shut: bool = False
    """Whether it is shut then."""

    def holds_at(self, minute: int) -> bool:
        """Whether a minute of the day lies within; what ends before it begins lasts over midnight."""
        start, end = self.start or 0, self.end or 0
        return start <= minute < end if start < end else minute >= start or minute < end


def timetable(record: Record, known: Known) -> tuple[Hours, ...]:
    """What a fact tells of the hours and weekdays of something that comes again and again; nothing where it tells no hours and no day that is shut."""
    told = record.fact.parts
    whens = [(p, v) for p, t in told.items() for v in t.values if isinstance(v, When) and _comes_again(v)]
    lines = [
        Hours(p, days, shut=True)
        for p, t in told.items()
        if (days := frozenset(d for text in t.texts for d in _named(text.en))) and _tells_shut(p, record, known)
    ]
    if not whens and not lines:
        return ()
    for part, value in whens:
        days, start = frozenset(value.weekdays), _minute(value)
        end = _minute(value.until) if value.until else None
        if start is not None and end is not None:
            lines.append(Hours(part, days, start, end))
        elif start is None and days:
            lines.append(Hours(part, days, shut=_tells_shut(part, record, known)))
    apart = [line.days for line in lines if line.start is None and not line.shut]
    if len(apart) == 1:  # which days they are is a part of its own
        lines = [line._replace(days=apart[0]) if line.start is not None and not line.days else line for line in lines]
    edges = {p: _minute(v) for p, v in whens if p in ("start", "end") and not v.until}
    if not any(line.start is not None for line in lines) and len(edges) > 1 and None not in edges.values():
        lines.append(Hours("", apart[0] if len(apart) == 1 else frozenset(), edges["start"], edges["end"]))
    return tuple(lines) if any(line.shut or line.start is not None for line in lines) else ()


def _comes_again(value: When) -> bool:
    """Whether a time is of no date, but of a weekday or an hour."""
    dated = value.year or value.month or value.day
    return not dated and bool(value.weekdays or value.hour is not None)


def _named(text: str) -> set[int]:
    """The weekdays that a text names: "Mondays"."""
    words = {w.removesuffix("s") for w in words_in(text.lower())}
    return {n for n, day in enumerate(_WEEK) if day in words}


_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _minute(value: When) -> int | None:
    reach = minutes(value) if value.hour is not None else None
    return reach[0] if reach else None


def _tells_shut(part: str, record: Record, known: Known) -> bool:
    """Whether a part tells when something is shut: by its words, or by those of its kind where a flag denies that it is open."""
    words = known.part(record, part).words
    if _of(SHUT, words) and not _of(OPEN, words):
        return True
    kind = known.facts.kinds.get(record.kind)
    denied = any(v == Flag(False) for t in record.fact.parts.values() for v in t.values)
    return denied and kind is not None and _of(SHUT, kind.words)


def _of(state: frozenset[str], words: Words) -> bool:
    return any(w in state for w in in_both(words))
