"""Reads dates, times, spans and weekdays as authors write them: "2025-02-04 about 16:40", "Tuesday to Sunday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.factrules import value
from bot.facts import When
from bot.loading.readers import Line
from bot.loading.reading import Reading
from bot.loading.yamlnodes import Node

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = f"(?:{'|'.join(DAYS)})"
_WEEK = re.compile(rf"{_DAY}(?:(?: to |, ?| and |, and ){_DAY})*(?=\s|$)", re.I)
_MOMENT = re.compile(
    r"(?P<about>about )?"
    r"(?:(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?: |$))?"
    r"(?P<about_time>about )?"
    r"(?:(?P<daypart>morning|noon|afternoon|evening|night)|(?P<hour>\d{1,2}):(?P<minute>\d\d))?"
)
_NO_YEAR = re.compile(r"\d\d-\d\d")


class Impossible(ValueError):
    """A date or time that is well written and cannot be; the text says why."""


class WhenReader:
    """A date, a time, or a span of them."""

    def read(self, node: Node, reading: Reading) -> When | None:
        text = Line("2025-02-04").read(node, reading)
        if text is None:
            return None
        try:
            when = read_when(text)
        except Impossible as why:
            reading.tell(value.no_such_time(node.place, text, str(why)))
            return None
        if when is None:
            found = value.no_year if _NO_YEAR.fullmatch(text) else value.not_a_time
            reading.tell(found(node.place, text))
        return when

    def schema(self) -> dict[str, object]:
        return {"type": ["string", "integer"], "examples": ["2025-02-04", "2025-02-04 afternoon", "10:00 to 18:00"]}


class DayReader:
    """One day, as a `When` with year, month and day."""

    def read(self, node: Node, reading: Reading) -> When | None:
        when = WhenReader().read(node, reading)
        if when is not None and when != When(when.year, when.month, when.day or 0):
            reading.tell(value.not_a_day(node.place, Line().read(node, reading) or ""))
            return None
        return when

    def schema(self) -> dict[str, object]:
        return {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}


class IsoDayReader:
    """One day, as its text in ISO 8601."""

    def read(self, node: Node, reading: Reading) -> str | None:
        when = DayReader().read(node, reading)
        return None if when is None else f"{when.year:04}-{when.month:02}-{when.day:02}"

    def schema(self) -> dict[str, object]:
        return DayReader().schema()


def read_when(text: str) -> When | None:
    """A date or time from its text; None where it is not written as one.

    Raises `Impossible` for a 30th of February, 25:00, or a span that ends before it begins.

    >>> read_when("2025-02-04 about 16:40")
    When(year=2025, month=2, day=4, daypart=None, hour=16, minute=40, about=True, until=None, weekdays=())
    >>> read_when("Tuesday to Thursday").weekdays
    (1, 2, 3)
    """
    week = _WEEK.match(text)
    rest = text[week.end() :].strip() if week else text
    weekdays = tuple(_weekdays(week[0])) if week else ()
    if week and not rest:
        return When(weekdays=weekdays)
    begin, _, end = rest.partition(" to ")
    when, until = _moment(begin), _moment(end) if end else None
    if when is None or (end and until is None) or (week and when.year):
        return None
    if until is not None and _later(when, until):
        raise Impossible("it ends before it begins")
    return replace(when, weekdays=weekdays, until=until)


def _weekdays(text: str) -> Iterator[int]:
    for group in re.split(r", and |, ?| and ", text.lower()):
        first, _, last = group.partition(" to ")
        begin = DAYS.index(first)
        length = (DAYS.index(last) - begin) % 7 if last else 0
        yield from ((begin + n) % 7 for n in range(length + 1))


def _moment(text: str) -> When | None:
    """One date, time, or date and time."""
    found = _MOMENT.fullmatch(text)
    if not found or not (found["year"] or found["daypart"] or found["hour"]):
        return None
    year, month, day, hour, minute = (_number(found[g]) for g in ("year", "month", "day", "hour", "minute"))
    if year is not None and day is None and (found["daypart"] or hour is not None):
        return None
    _must_exist(year, month, day, hour, minute)
    about = bool(found["about"] or found["about_time"])
    return When(year, month, day, found["daypart"], hour, minute, about)


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def _must_exist(year: int | None, month: int | None, day: int | None, hour: int | None, minute: int | None) -> None:
    if month is not None and not 1 <= month <= 12:
        raise Impossible(f"there is no month {month}")
    if year is not None:
        try:
            date(year, month or 1, 1 if day is None else day)
        except ValueError:
            raise Impossible(f"there is no such day in {year:04}" + (f"-{month:02}" if month else "")) from None
    if (hour or 0) > 23 or (minute or 0) > 59:
        raise Impossible("a day goes from 00:00 to 23:59")


def _later(when: When, until: When) -> bool:
    """Whether a span of days ends before it begins. One of hours may: 22:00 to 02:00 goes over midnight."""
    if not (when.year and until.year):
        return False
    known = [(a, b) for a, b in zip(_order(when), _order(until), strict=True) if a is not None and b is not None]
    return [a for a, _ in known] > [b for _, b in known]


def _order(when: When) -> tuple[int | None, ...]:
    return when.year, when.month, when.day, when.hour, when.minute
