"""Values as words: names, dates, times, figures and money as each language writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.facts import Amount, Event, Facts, Flag, Name, Names, Texts, Told, Value, When
from bot.language.english import listed
from bot.turn import Lang

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "ko": ["월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"],
}
_DAYPART: Mapping[Lang, Mapping[str, str]] = {
    "en": {"morning": "in the morning", "afternoon": "in the afternoon", "evening": "in the evening", "night": "at night", "noon": "at noon"},
    "ko": {"morning": "오전", "afternoon": "오후", "evening": "저녁", "night": "밤", "noon": "정오"},
}  # fmt: skip
_UNIT_KO = {
    "minute": "분", "hour": "시간", "day": "일", "week": "주", "month": "개월", "year": "년", "floor": "층", "person": "명", "percent": "%",
    "point": "점", "goal": "골", "match": "경기", "time": "번", "work": "점", "people": "명", "page": "쪽", "seat": "석", "room": "실", "percentage": "%",
    "second": "초", "animal": "마리", "team": "팀", "night": "박",
    "metre": "미터", "meter": "미터", "kilometre": "킬로미터", "kilometer": "킬로미터", "centimetre": "센티미터", "centimeter": "센티미터",
    "millimetre": "밀리미터", "millimeter": "밀리미터", "square metre": "제곱미터", "square kilometre": "제곱킬로미터", "hectare": "헥타르",
    "kilogram": "킬로그램", "gram": "그램", "tonne": "톤", "ton": "톤", "litre": "리터", "liter": "리터", "mile": "마일", "degree": "도",
    "book": "권", "vote": "표", "tree": "그루", "case": "건", "employee": "명",
}  # fmt: skip
_PER_KO = {
    "year": "연간 ", "month": "월 ", "day": "하루 ", "week": "주 ", "hour": "시간당 ", "person": "1인당 ", "night": "1박에 ", "child": "어린이 1명당 ",
}  # fmt: skip
_MONEY = {
    "USD": ("$", "달러"),
    "KRW": ("", "원"),
    "EUR": ("€", "유로"),
    "JPY": ("¥", "엔"),
    "GBP": ("£", "파운드"),
    "CNY": ("¥", "위안"),
}
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def joined(items: Sequence[str], lang: Lang) -> str:
    """Items as a list in a language."""
    return ", ".join(items) if lang == "ko" else listed(items)


def name(entry: Name, lang: Lang) -> str:
    """A name as a reply says it: a person with a title in Korean, as a newspaper would."""
    return entry.name[lang]


def told(value: Told, facts: Facts, lang: Lang, currency: str | None = None, only: Sequence[str] = ()) -> str:
    """All values of a part; of two currencies the second stands in brackets, or alone where it was asked for."""
    values = [v for v in value.values if not (currency and isinstance(v, Amount) and v.unit != currency)] or list(
        value.values
    )
    words = [one(v, facts, lang, only) for v in values]
    if len(words) > 1 and all(isinstance(v, Amount) for v in values):
        return f"{words[0]}({', '.join(words[1:])})" if lang == "ko" else f"{words[0]} ({', '.join(words[1:])})"
    return joined([w for w in words if w], lang)


def one(value: Value, facts: Facts, lang: Lang, only: Sequence[str] = ()) -> str:
    """One value as words."""
    match value:
        case Names(ids):
            return joined([name(facts.names[n], lang) for n in (only or ids) if n in facts.names], lang)
        case Texts(items):
            return joined([t[lang] for t in items], lang)
        case When():
            return when(value, lang)
        case Amount():
            return amount(value, lang)
        case Event(id_):
            title = facts.facts[id_].title
            return title[lang] if title else id_
        case Flag(yes):
            return ("yes" if yes else "no") if lang == "en" else ("네" if yes else "아니요")


def when(value: When, lang: Lang) -> str:
    """A time, as exact as it is known.

    >>> when(When(2025, 2, 4, "afternoon"), "en"), when(When(2025, 2, 4, hour=16, minute=40, about=True), "ko")
    ('February 4, 2025, in the afternoon', '2025년 2월 4일 오후 4시 40분경')
    >>> when(When(2031, 8, 15, until=When(2031, 8, 17)), "en"), when(When(2031, 8, 30, until=When(2031, 9, 2)), "ko")
    ('August 15 to 17, 2031', '2031년 8월 30일부터 9월 2일까지')
    >>> when(When(2026, 1, 5, hour=10, weekdays=(0,)), "ko"), when(When(2026, 1, 5, until=When(2026, 1, 30), weekdays=(0,)), "ko")
    ('2026년 1월 5일 월요일 오전 10시', '월요일 2026년 1월 5일부터 30일까지')
    """
    if value.until is not None:
        first, last = _ends(value, value.until, lang)
        span = f"{first}부터 {last}까지" if lang == "ko" else f"{first} to {last}"
    else:
        span = when_one(value, lang)
    if value.weekdays:
        days = _weekdays(value.weekdays, lang)
        if lang == "ko" and value.day and value.until is None and (not value.about or value.hour is not None):
            day = when_one(replace(value, hour=None, minute=None, daypart=None, about=False), lang)
            return " ".join(
                p for p in (day, days, when_one(replace(value, year=None, month=None, day=None), lang)) if p
            )
        span = f"{days} {span}".strip() if lang == "ko" else f"{days}, {span}".strip(", ")
    return span


def _ends(first: When, last: When, lang: Lang) -> tuple[str, str]:
    """The two ends of a span; of days in one year, the year and the month are said once."""
    days = bool(first.day and last.day) and first.hour is None and last.hour is None
    if not days or not first.year or first.year != last.year:
        return when_one(first, lang), when_one(last, lang)
    within = first.month == last.month
    if lang == "ko":
        return when_one(first, lang), when_one(replace(last, year=None, month=None if within else last.month), lang)
    return when_one(replace(first, year=None), lang), f"{last.day}, {last.year}" if within else when_one(last, lang)


def _weekdays(numbers: Sequence[int], lang: Lang) -> str:
    """Days of the week: three and more that follow one another as a span, others one by one.

    >>> _weekdays((1, 4), "en"), _weekdays((5, 6, 0), "en"), _weekdays((0, 1, 2, 4), "ko")
    ('Tuesday and Friday', 'Saturday to Monday', '월요일부터 수요일까지, 금요일')
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == (runs[-1][-1] + 1) % 7:
            runs[-1].append(number)
        else:
            runs.append([number])
    days, items = _DAYS[lang], list[str]()
    for run in runs:
        first, last = days[run[0]], days[run[-1]]
        span = f"{first}부터 {last}까지" if lang == "ko" else f"{first} to {last}"
        items += [span] if len(run) > 2 else [days[n] for n in run]
    return joined(items, lang)


def when_one(value: When, lang: Lang) -> str:
    """One end of a span, or a time by itself."""
    return _when_ko(value) if lang == "ko" else _when_en(value)


def _when_en(value: When) -> str:
    day = ""
    if value.month:
        day = _MONTHS[value.month - 1] + (f" {value.day}" if value.day else "")
        day += (", " if value.day else " ") + str(value.year) if value.year else ""
    elif value.year:
        day = str(value.year)
    if day and value.about and value.hour is None:
        day = f"about {day}"
    clock = ""
    if value.hour is not None:
        hour = value.hour % 12 or 12
        clock = (
            f"{'about ' if value.about else ''}{hour}:{value.minute or 0:02d} {'a.m.' if value.hour < 12 else 'p.m.'}"
        )
    elif value.daypart:
        clock = _DAYPART["en"][value.daypart]
    return ", ".join(p for p in (day, clock) if p)


def _when_ko(value: When) -> str:
    parts = [
        f"{value.year}년" if value.year else "",
        f"{value.month}월" if value.month else "",
        f"{value.day}일" if value.day else "",
    ]
    if value.hour is not None:
        hour = value.hour % 12 or 12
        clock = f"{'오전' if value.hour < 12 else '오후'} {hour}시" + (f" {value.minute}분" if value.minute else "")
        parts.append(clock + ("경" if value.about else ""))
    elif value.daypart:
        parts.append(_DAYPART["ko"][value.daypart])
    elif value.about:
        return " ".join(p for p in parts if p) + "경"
    return " ".join(p for p in parts if p)


def amount(value: Amount, lang: Lang) -> str:
    """A figure with its unit.

    >>> amount(Amount(5e11, "USD"), "en"), amount(Amount(4.4e12, "KRW", about=True), "ko"), amount(Amount(40, "minute"), "en")
    ('$500 billion', '약 4조4000억 원', '40 minutes')
    """
    about = ("약 " if lang == "ko" else "about ") if value.about else ""
    if value.larger:
        return about + " ".join(amount(piece, lang) for piece in value.pieces)
    if lang == "ko":
        per = _PER_KO.get(value.per, f"{value.per}당 ") if value.per else ""
        if value.unit in _MONEY:
            return f"{per}{about}{_figure_ko(value.value)} {_MONEY[value.unit][1]}"
        return (
            f"{per}{about}{_figure_ko(value.value)}{_UNIT_KO.get(value.unit, ' ' + value.unit if value.unit else '')}"
        )
    per = f" a {value.per}" if value.per else ""
    number = _figure_en(value.value)
    if value.unit == "KRW":
        return f"{about}{number} won{per}"
    if value.unit in _MONEY:
        return f"{about}{_MONEY[value.unit][0]}{number}{per}"
    unit = value.unit if value.value == 1 else _plural(value.unit)
    return f"{about}{number} {unit}{per}".strip().replace(" percent", "%")


_PLURALS = {"person": "people", "foot": "feet", "man": "men", "woman": "women", "child": "children", "mouse": "mice"}
_AS_THEY_ARE = {"people", "percent", "series", "species", "celsius", "old"}


def _plural(unit: str) -> str:
    """A unit in the plural; what is no word of small letters ("km", "km/h", "CAD") has none.

    >>> _plural("minute"), _plural("square metre"), _plural("entry"), _plural("years old"), _plural("CAD")
    ('minutes', 'square metres', 'entries', 'years old', 'CAD')
    """
    *before, last = unit.split() or [""]
    if len(last) < 3 or not (last.isalpha() and last.islower() and last.isascii()) or not set(last) & set("aeiou"):
        return unit
    if last in _AS_THEY_ARE:
        return unit
    if last in _PLURALS:
        last = _PLURALS[last]
    elif last.endswith("y") and last[-2] not in "aeiou":
        last = last[:-1] + "ies"
    else:
        last += "es" if last.endswith(("s", "x", "ch", "sh")) else "s"
    return " ".join((*before, last))


def _figure_en(value: float) -> str:
    for scale, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= scale and value % (scale / 1000) == 0:
            return f"{value / scale:,.10g} {word}"
    return f"{value:,.15g}"


def _figure_ko(value: float) -> str:
    if value < 10000 or value != int(value):
        return f"{value:.15g}"
    words, rest = "", int(value)
    for scale, word in ((10**12, "조"), (10**8, "억"), (10**4, "만")):
        words += f"{rest // scale}{word}" if rest >= scale else ""
        rest %= scale
    return words + (str(rest) if rest else "")


def ordinal(value: Amount) -> str:
    """A figure that is the number of what it counts, in English: on which floor, and not how many.

    >>> ordinal(Amount(9, "floor")), ordinal(Amount(22, "floor")), ordinal(Amount(1.5, "floor"))
    ('9th floor', '22nd floor', '1.5 floors')
    """
    if value.value != int(value.value) or not value.unit or value.per or value.about:
        return amount(value, "en")
    number = int(value.value)
    end = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{end} {value.unit}"


def count(n: int, lang: Lang) -> str:
    """A small number as a word in English, a figure in Korean."""
    return _SMALL[n].capitalize() if lang == "en" and n < len(_SMALL) else str(n)
