"""Dates and times as people write them in a question, in both languages, and whether two of them agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from bot.facts import When

_MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
MONTHS = tuple(name for names in _MONTHS for name in names.split() if len(name) > 5)
"""The English names that are too long to be taken for another word."""
_MONTH = {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split()}
_M = "|".join(sorted(_MONTH, key=len, reverse=True))


class Span(NamedTuple):
    """A stretch of text that says a time."""

    start: int
    end: int
    when: When


def _clock(value: str, half: str | None, minute: int | None = None) -> When:
    """An hour as it was written; without a word for the half of the day it may be of either."""
    hour = int(value)
    if half and half.lower().startswith(("p", "오후", "저녁", "밤")) and hour < 12:
        return When(hour=hour + 12, minute=minute)
    early = half is not None and half.lower().startswith(("a", "오전", "아침", "새벽")) and hour < 12
    return When(daypart="morning" if early else None, hour=hour, minute=minute)


def _spoken_clock(minutes: str, side: str, hour: str, half: str | None) -> When:
    """An hour in words: "twenty to five", "half past four in the afternoon"."""
    said, past = _HOURS[hour.lower()], _PAST[minutes.lower()]
    if side.lower() == "past":
        return _clock(str(said), half, past)
    return _clock(str(said - 1 or 12), half, 60 - past)


def _int(value: str | None) -> int | None:
    return int(value) if value else None


def _stretch(month: int | None, day: str, last_month: int | None, last_day: str) -> When:
    """From one day to another: "3일부터 5일까지", "March 30 to April 2", "the 3rd, 4th and 5th"."""
    return When(month=month, day=int(day), until=When(month=last_month or month, day=int(last_day)))


def _months(year: int | None, first: int, last: int) -> When:
    """From one month to another: "between May and July", "5월부터 7월까지", "5~7월"."""
    return When(year, first, until=When(year, last))


_ORDINALS = {
    word: day for day, word in enumerate((
        "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"
    ), 3)
}  # fmt: skip
"""Days that are written out; "on the first" and "on the second" may as well be of two things told before."""
_HOURS = {
    word: hour for hour, word in enumerate((
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    ), 1)
}  # fmt: skip
_KOREAN_HOURS = {
    word: 12 - n for n, word in enumerate((
        "열두", "열한", "열", "아홉", "여덟", "일곱", "여섯", "다섯", "네", "세", "두", "한"
    ))
}  # fmt: skip
_PAST = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "twenty five": 25, "half": 30}
"""Minutes past an hour, or before it, in words."""
_MAY_HOLD = re.compile(
    r"\d|[두한열홉덟곱섯네세]\s*시|\bon\s+the\s|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|half past|(?:quarter|twenty|ten|five) (?:to|past)",
    re.I,
).search
_NO_DAY = (
    r"(?!\s*(?:floor|photo|picture|time|place|round|match|track|song|album|single|show|concert|gig|race|lap|heat|game|set|"
    r"stage|stop|leg|chapter|verse|act|scene|episode|season|edition|volume|issue|line|row|seat|prize|rank|position|spot|"
    r"century|anniversary|birthday|item|point|question|step|lesson|largest|biggest|longest|highest|most|best)\b)"
)
"""Behind a figure with its ending: nouns of which things are numbered, so that it is no day of a month ("the 5th song")."""
_HALF = r"(오전|오후|아침|저녁|밤|새벽)?"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], When]], ...]:
    """Compiled at the first text that may hold a time: that takes longer than most answers."""
    return (
    (re.compile(r"(?<![\d.,월:])(?:(\d{1,2})\s*월\s*)?(\d{1,2})\s*일?\s*(?:부터|에서|[~∼-])\s*(?:(\d{1,2})\s*월\s*)?(\d{1,2})\s*일(?![간본정부])"),
     lambda m: _stretch(_int(m[1]), m[2], _int(m[3]), m[4])),
    (re.compile(r"(?<![\d.,월:])(\d{1,2})일(?:\s*[,·]?\s*\d{1,2}일)*(?:\s*[,·]?|이?랑|과|하고|\s+및)\s*(\d{1,2})일(?![간본정부]|\s*중)"),
     lambda m: _stretch(None, m[1], None, m[2])),
    (re.compile(rf"\b({_M})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*\d{{1,2}}(?:st|nd|rd|th)?)*,?\s+(?:and|&)\s+(\d{{1,2}})(?:st|nd|rd|th)?(?=\s*(?:[,.?!;:]|$))", re.I),
     lambda m: _stretch(_MONTH[m[1].lower()], m[2], None, m[3])),
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)(?:,?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th))*,?\s+(?:and|&)\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)\b{_NO_DAY}", re.I),
     lambda m: _stretch(None, m[1], None, m[2])),
    (re.compile(rf"\b({_M})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:to|through|until|till|[-–])\s*(?:({_M})\.?\s+)?(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|\s*[ap]\.?m)", re.I),
     lambda m: _stretch(_MONTH[m[1].lower()], m[2], _MONTH[m[3].lower()] if m[3] else None, m[4])),
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:to|through|until|till|[-–])\s*(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_M})\b", re.I),
     lambda m: _stretch(_MONTH[m[3].lower()], m[1], None, m[2])),
    (re.compile(rf"\b(?:(?:between|from)\s+({_M})\s+(?:and|to|until|till|through)|({_M})\s*(?:to|through|[-–]))\s+({_M})\b(?!\s+\d{{1,2}}\b)(?:,?\s+(\d{{4}}))?", re.I),
     lambda m: _months(_int(m[4]), _MONTH[(m[1] or m[2]).lower()], _MONTH[m[3].lower()])),
    (re.compile(r"(?:(\d{4})\s*년\s*)?(?<![\d.,])(\d{1,2})\s*(?:월\s*(?:부터|에서|[~∼-])|[~∼-])\s*(\d{1,2})\s*월(?!\s*\d{1,2}\s*일)"),
     lambda m: _months(_int(m[1]), int(m[2]), int(m[3]))),
    (re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})"), lambda m: When(int(m[1]), int(m[2]), int(m[3]))),
    (re.compile(r"(?:(\d{2,4})\s*년도?\s*)?(\d{1,2})\s*월\s*(?:(\d{1,2})\s*일)?"),
     lambda m: When(_int(m[1]) and (int(m[1]) + 2000 if int(m[1]) < 100 else int(m[1])), int(m[2]), _int(m[3]))),
    (re.compile(r"(?<!\d)(\d{4})\s*년도?(?!\s*(?:간|동안))"), lambda m: When(int(m[1]))),
    (re.compile(_HALF + r"\s*(?<!몇)(?<!\d)(\d{1,2})\s*시(?:\s*(\d{1,2})\s*분|\s*(반))?(?!간)"),
     lambda m: _clock(m[2], m[1], 30 if m[4] else _int(m[3]))),
    (re.compile(rf"{_HALF}\s*(?<![가-힣])({'|'.join(_KOREAN_HOURS)})\s*시(?:\s*(\d{{1,2}})\s*분|\s*(반))?(?=\s|[에까부쯤경이면였가?.,!]|$)"),
     lambda m: _clock(str(_KOREAN_HOURS[m[2]]), m[1], 30 if m[4] else _int(m[3]))),
    (re.compile(r"(?<![\d.,])(\d{1,2})\s*일(?!\s*(?:간|동안)|본|정|부(?!터)|반|상|하|어(?!디|느))"), lambda m: When(day=int(m[1]))),
    (re.compile(rf"\b({_M})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(\d{{4}}))?\b", re.I),
     lambda m: When(_int(m[3]), _MONTH[m[1].lower()], int(m[2]))),
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_M})\.?(?:,?\s+(\d{{4}}))?\b", re.I),
     lambda m: When(_int(m[3]), _MONTH[m[2].lower()], int(m[1]))),
    (re.compile(rf"\bon\s+the\s+({'|'.join(_ORDINALS)})\b(?=\s*(?:[,.?!;:]|$|of\s+(?:{_M})\b))(?:\s+of\s+({_M})\b)?", re.I),
     lambda m: When(month=_MONTH[m[2].lower()] if m[2] else None, day=_ORDINALS[m[1].lower()])),
    (re.compile(rf"\b({_M})\.?(?:\s+(?:of\s+)?(\d{{4}}))\b", re.I), lambda m: When(int(m[2]), _MONTH[m[1].lower()])),
    (re.compile(rf"\b(?!may\b|mar\b|march\b)({_M})\b", re.I), lambda m: When(month=_MONTH[m[1].lower()])),
    (re.compile(r"\b(?:in|of|last|this|next)\s+(may|march)\b", re.I), lambda m: When(month=_MONTH[m[1].lower()])),
    (re.compile(r"(?<=\bat )(\d{1,2})(?:[:.](\d{2}))?(?: o'?clock)? (?:in the (morning|afternoon|evening)|at night)\b", re.I),
     lambda m: _clock(m[1], "a" if (m[3] or "").lower() == "morning" else "p", _int(m[2]))),
    (re.compile(_HALF + r"\s*(?<![\d:])(\d{1,2}):(\d{2})(?![\d:]|\s*[ap]\b|\s*[ap]\.?m)", re.I), lambda m: _clock(m[2], m[1], int(m[3]))),
    (re.compile(r"\b(\d{1,2})[:.](\d{2})\s*([ap])?\.?\s*m?\b\.?", re.I), lambda m: _clock(m[1], m[3], int(m[2]))),
    (re.compile(r"\b(\d{1,2})\s*([ap])\.?m\b\.?", re.I), lambda m: _clock(m[1], m[2])),
    (re.compile(r"(?<=\bat )(\d{1,2})(?=\s*(?:[,.?!;]|$)(?!\d))"), lambda m: _clock(m[1], None)),
    (re.compile(rf"\b(?:(?<=at )|(?<=about )|(?<=around )|(?<=by )|(?<=a )|(?=half past|quarter ))({'|'.join(sorted(_PAST, key=len, reverse=True))})\s+(to|past)\s+({'|'.join(_HOURS)})\b(?:\s*([ap])\.?m\b\.?)?(?=\s*(?:[,.?!;:)]|$|that\b|this\b|in\b|on\b|or\b|when\b))", re.I),
     lambda m: _spoken_clock(m[1], m[2], m[3], m[4])),
    (re.compile(rf"\b(?:on\s+the\s+|on\s+|day\s+|the\s+(?!1st|2nd|3rd))(\d{{1,2}})(?:st|nd|rd|th)\b{_NO_DAY}", re.I), lambda m: When(day=int(m[1]))),
    (re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])"), lambda m: When(month=int(m[1]), day=int(m[2]))),
    (re.compile(r"\b((?:19|20)\d{2})\b(?!\s*(?:억|만|조|원|명|달러))"), lambda m: When(int(m[1]))),
)  # fmt: skip


def find(text: str) -> Iterator[Span]:
    """The dates and times written in a text, leftmost and longest pattern first, none overlapping.

    >>> [s.when.day for s in find("2월 4일 오후 4시 40분")], [s.when.hour for s in find("at 4:40 pm")]
    ([4, None], [16])
    """
    taken: list[tuple[int, int]] = []
    if not _MAY_HOLD(text):
        return
    for pattern, read in _patterns():
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < e and s < end for s, e in taken):
                continue
            when = read(match)
            if _possible(when):
                taken.append((start, end))
                yield Span(start, end, when)


def _possible(when: When) -> bool:
    return (
        1 <= (when.month or 1) <= 12
        and 1 <= (when.day or 1) <= 31
        and (when.hour or 0) <= 24
        and (when.minute or 0) < 60
    )


def relative(unit: str, offset: int, today: When) -> When:
    """The day, week, month or year so far from a story's day: "yesterday" is ("day", -1), "the day before" ("that_day", -1)."""
    year, month, day = today.year or 2000, today.month or 1, today.day or 1
    if unit == "week":  # from its Monday to its Sunday
        now = date(year, month, day)
        first = now + timedelta(days=7 * offset - now.weekday())
        last = first + timedelta(days=6)
        return When(first.year, first.month, first.day, until=When(last.year, last.month, last.day))
    if unit in ("day", "that_day"):
        then = date(year, month, day) + timedelta(days=offset)
        return When(then.year, then.month, then.day)
    if unit == "month":
        months = year * 12 + month - 1 + offset
        return When(months // 12, months % 12 + 1)
    return When(year + offset)


def reckoned(said: str, today: When) -> When:
    """The time that a word counts from a day, by the id of its sense: "day:-1" is the day before.

    >>> reckoned("day:-1", When(2031, 5, 1)) == When(2031, 4, 30)
    True
    """
    unit, _, offset = said.partition(":")
    return relative(unit, int(offset), today)


def daypart(hour: int) -> str:
    """The part of the day that an hour is in."""
    return "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"


def agree(asked: When, told: When) -> bool | None:
    """Whether a told time fits an asked one; None where the told one is silent on what was asked.

    >>> agree(When(day=4), When(2025, 2, 4)), agree(When(2023), When(2025, 2)), agree(When(hour=9), When(2025))
    (True, False, None)
    """
    if asked.until is not None:
        return _amid(asked, asked.until, told)
    if told.until is not None and asked.day is not None:
        return _within(asked, told)
    silent = False
    for field in ("year", "month", "day", "daypart", "hour", "minute"):
        want, have = getattr(asked, field), getattr(told, field)
        if want is None:
            continue
        if have is None and field == "daypart" and told.hour is not None:
            have = daypart(told.hour)
        if have is None:
            silent = True
        elif (field == "hour" and want != have and want + 12 != have) or (field != "hour" and want != have):
            return False
    return None if silent else True


def _amid(first: When, last: When, told: When) -> bool | None:
    """Whether a told day lies in a stretch of days; one without a month is of the month that is told."""
    if first.year and told.year and told.year not in (first.year, last.year):
        return False
    if first.day is None:
        return _amid_months(first, last, told)
    if told.day is None:
        return None
    month = told.month or 0
    return (first.month or month, first.day or 0) <= (month, told.day) <= (last.month or month, last.day or 0)


def _amid_months(first: When, last: When, told: When) -> bool | None:
    """Whether a told time lies in a stretch of months; of what lasted itself, whether it lasted for just these."""
    if told.month is None or first.month is None or last.month is None:
        return None
    if told.until is not None:
        return (told.month, told.until.month) == (first.month, last.month)
    return first.month <= told.month <= last.month


def _within(asked: When, told: When) -> bool | None:
    until = told.until
    if until is None or None in (told.month, told.day, until.month, until.day):
        return None
    month = asked.month or told.month
    key = (asked.year or told.year or 0, month, asked.day)
    return (told.year or 0, told.month, told.day) <= key <= (until.year or told.year or 0, until.month, until.day)


def weekdays_of(when: When) -> tuple[int, ...]:
    """The weekdays that a time falls on: those written, or that of its date; none where it is no certain day."""
    if when.weekdays or when.until or not (when.year and when.month and when.day):
        return when.weekdays
    return (date(when.year, when.month, when.day).weekday(),)


def lasts_over(asked: When, start: When, end: When | None, today: When) -> bool:
    """Whether a day or month lies wholly within what began once and ended later, or is still so where no end is told.

    >>> lasts_over(When(2025, 3), When(2025, 2, 4), When(2025, 4, 1), When(2025, 5, 1))
    True
    """
    if not (asked.year and asked.month and start.year and start.month) or asked.until or asked.hour is not None:
        return False
    first, last = (asked.year, asked.month, asked.day or 1), (asked.year, asked.month, asked.day or 31)
    until = end or today
    known = bool(until.year and until.month)
    return known and order(start)[:3] <= first and last <= (until.year or 0, until.month or 0, until.day or 31)


def order(when: When) -> tuple[int, int, int, int, int]:
    """A key that sorts times; a part of a day stands where it mostly is."""
    part = {"morning": 9, "noon": 12, "afternoon": 15, "evening": 19, "night": 22}.get(when.daypart or "", 0)
    return (
        when.year or 0,
        when.month or 0,
        when.day or 0,
        when.hour if when.hour is not None else part,
        when.minute or 0,
    )


_MINUTES = {
    "morning": (0, 719),
    "noon": (720, 779),
    "afternoon": (720, 1079),
    "evening": (1080, 1439),
    "night": (1200, 1439),
}
"""First and last minute of each part of a day."""


def minutes(when: When) -> tuple[int, int] | None:
    """From which minute of its day to which a time may be; None where it tells no hour and no part of a day.

    >>> minutes(When(hour=16, minute=40)), minutes(When(daypart="morning"))
    ((1000, 1000), (0, 719))
    """
    if when.hour is None:
        return _MINUTES.get(when.daypart or "")
    start = 60 * when.hour + (when.minute or 0)
    return start, start


def precedes(one: When, other: When) -> bool | None:
    """Whether a time is before another, as far as both tell it; None where they may be one: a day is not before its afternoon.

    >>> precedes(When(2024, 6), When(2025, 2, 4)), precedes(When(2025, 2, 4), When(2025, 2, 4, "morning"))
    (True, None)
    """
    if one.until is not None or other.until is not None:
        ends = order(one.until or one)[:3], order(other.until or other)[:3]
        if order(one)[:3] <= ends[1] and order(other)[:3] <= ends[0]:
            return None
        return order(one) < order(other)
    for field in ("year", "month", "day"):
        here, there = getattr(one, field), getattr(other, field)
        if (here is None) != (there is None):
            return None
        if here is not None and here != there:
            return bool(here < there)
    early, late = minutes(one), minutes(other)
    if early is None or late is None or (early[0] <= late[1] and late[0] <= early[1]):
        return None
    return early < late
