"""What a time or a figure of a question is worth for a record."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.facts import Amount, Flag, When
from bot.language.english import is_ordinal
from bot.language.senses import SCALE, Sense
from bot.learning import dates
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import MEASURES, Item, Question
from bot.recalling.spoken import speaks_of
from bot.recalling.suits import TIME_UNITS

_TIME, _SILENT_TIME, _FIGURE, _PLAIN = 1.0, 0.2, 1.2, 1.0


def worth_of_time(sense: Sense, item: Item, question: Question, record: Record) -> float | None:
    """What a date, a weekday, a part of the day or "yesterday" is worth; None where the record is of another time."""
    tag, id_ = sense.tag, sense.id
    bound = _bound(item, question, record) if tag in ("when", "relative") else ""
    if bound:
        asked = _asked(tag, id_, question, record)
        asked = replace(asked, year=record.today.year) if asked.year is None and asked.month else asked
        return _TIME if any(_lies(bound, t, asked) for t in record.times) else None
    if tag == "when" and question.yesno and not _clocked(question.times[id_], question, record):
        return None
    if tag == "when" and question.yesno and question.times[id_].until and not any(t.until for t in record.times):
        return None  # what was on one of several days did not last for all of them
    if tag == "when" and _counts_other_months(question.times[id_], question, record):
        return None
    if tag == "when" and is_amid_state(question.times[id_], question, record):
        return _TIME
    worth = _time(tag, id_, question, record)
    hour = tag == "daypart" or (tag == "when" and question.times[id_].hour is not None)
    return None if worth != _TIME and hour else worth


def worth_of_number(value: float, item: Item, question: Question, record: Record, known: Known) -> float | None:
    """What a figure is worth; None where the record has another."""
    beside = units(item, question)
    if not beside and _tells_names_apart(item, value, question, known):
        return None  # "Apollo 12" is not Apollo 11
    numbered = numbers_part(item, value, question, record, known)
    if numbered is not None:
        return _FIGURE if numbered else None
    if is_ordinal(item.text) and item is question.items[-1] and item.role == "":
        days = item.at and any(t.day == value for t in record.times)  # "on the fourth"
        return _FIGURE if _numbered_so(value, record, known) else _PLAIN if days else None
    if value > 2 and _is_rank(item, question) and not _numbered_so(value, record, known):
        return None  # who came fourth is not told by who won
    if (value > 2 or item.has("mark")) and _is_ordinal(item, question):
        named = any(figure == value and unit and unit not in TIME_UNITS for figure, unit in record.figures)
        return _FIGURE if named else None  # "the third photo" is none of two, and none of three minutes
    if _numbers_a_thing(item, question):
        if any(i.at == item.at - 1 and i.text.isascii() and i.has("noun") for i in question.items):
            return None  # "room 9": were it known, it would be a name
        return _FIGURE if any(figure == value for figure, _ in record.figures) else None
    checked = question.yesno and (item.text.isdigit() or bool(beside))  # what is to be confirmed is held to the letter
    return _figure(value, beside, record, strict=checked, dated=not _counts_things(item, question))


def of_another_span(item: Item, question: Question, record: Record) -> bool:
    """Whether it is asked who did something for or after so long, and no figure of a fact is that: "who met again after three years?"."""
    people = "who" in question.asks or ("which" in question.asks and "person" in question.sorts)
    if not people or not units(item, question) & TIME_UNITS:
        return False
    return not {float(v) for v in item.ids("number")} & {figure for figure, _ in record.figures}


def numbers_part(item: Item, value: float, question: Question, record: Record, known: Known) -> bool | None:
    """Whether a fact has the number by which one of several is asked for: "round 3", "the second edition", "2회 대회".

    None where no word beside the figure is for a part that numbers the fact.
    """
    items = question.items
    at = next((n for n, i in enumerate(items) if i is item), len(items))
    behind = next((n for n in range(at + 1, len(items)) if items[n].text not in _COUNTING), len(items))
    row = is_ordinal(item.text) or item.has("mark") or behind > at + 1
    before = item.text.isdigit() and not row and question.asked_in == "en"  # "round 3"
    beside = items[at - 1 : at] if before else items[behind : behind + 1]
    parts = {s.id for i in beside for s in i.senses if s.tag == "part" and speaks_of(s.fact, record)}
    numbers = [p for p in parts & record.fact.parts.keys() if "which" in known.part(record, p).asks]
    told = [v.value for p in numbers for v in record.fact.parts[p].values if isinstance(v, Amount) and not v.unit]
    return value in told if told else None


def _numbered_so(value: float, record: Record, known: Known) -> bool:
    """Whether a figure is the number of a fact among several, and no sum or count: its place, its floor."""
    told = ((p, v) for p, t in record.fact.parts.items() for v in t.values if isinstance(v, Amount))
    return any(v.value == value and "which" in known.part(record, p).asks for p, v in told)


IN_A_ROW = {"first": 1.0, "second": 2.0}
"""The place in a row that a mark says."""
_COUNTING = frozenset({"번째", "째"})


def _is_ordinal(item: Item, question: Question) -> bool:
    """Whether a figure says which of several things is meant, by its place in a row: "the third photo", "세 번째 사진"."""
    behind = [i for i in question.items if item.at < i.at <= item.at + 2]
    if behind and behind[0].text in ("번째", "째"):
        behind = behind[1:]
    elif not is_ordinal(item.text):
        return False
    if not behind:
        return any(
            i.at == item.at - 1 and i.has("kind") and not i.has("light") for i in question.items
        )  # "opened third"
    noun = behind[0]
    counted = noun.has("kind") if noun.has("light") else noun.has("kind", "part")  # "the third hearing"
    return counted and not noun.has("sort", "unit", "when")


def _is_rank(item: Item, question: Question) -> bool:
    """Whether a figure says at which place somebody came, with no noun of what is ranked: "who came fourth in", "4위"."""
    behind = next((i for i in question.items if i.at == item.at + 1), None)
    if not item.text.isascii() or item.text.isdigit():
        if behind is None or question.asked_in != "ko":
            return False
        return behind.text.rstrip("은는이가을를에의도") in _RANKS_KO
    if not is_ordinal(item.text):
        return False
    if behind is not None and behind.text in _RANKS_EN:
        return True
    before = next((i for i in question.items if i.at == item.at - 1), None)
    if before is None or before.has("prep") or before.text in ("the", "a", "an"):
        return False
    return before.has("light", "auxiliaries", "kind", "question") and (behind is None or behind.has("prep"))


_RANKS_EN = frozenset({"place", "spot", "position", "overall"})
_RANKS_KO = frozenset({"위", "등", "등수", "순위"})
"""Words behind a figure that make it a rank."""


def is_silent(asked: When, record: Record) -> bool:
    """Whether a month is asked of what a record tells years alone of."""
    return asked.month is not None and all(t.year and t.month is None for t in record.times)


def _asked(tag: str, id_: str, question: Question, record: Record) -> When:
    """The time that a question says, as it stands or reckoned from the story's day."""
    if tag == "when":
        return question.times[id_]
    return dates.reckoned(id_, record.today)


def _time(tag: str, id_: str, question: Question, record: Record) -> float | None:
    today = record.today
    if tag in ("when", "relative"):
        asked = _asked(tag, id_, question, record)
    elif tag == "today":
        asked = When(today.year, today.month, today.day)
    elif tag == "daypart":
        asked = When(daypart=id_)
    else:
        return _TIME if any(int(id_) in dates.weekdays_of(t) for t in record.times) else None
    verdicts = [dates.agree(asked, t) for t in record.times]
    if any(v is True for v in verdicts):
        return _TIME
    if asked.until is not None and any(v is False for v in verdicts):
        return None
    if not verdicts:
        return {True: _SILENT_TIME, None: _SILENT_TIME / 2, False: None}[dates.agree(asked, today)]
    if asked.day is not None and not any(t.day or t.hour is not None or t.weekdays for t in record.times):
        return None  # a month is no certain day
    if is_silent(asked, record):
        return None  # nor is a year a certain month
    joined = dates.agree(asked, _joined(record.times, today))
    if (
        joined is False
        and question.yesno
        and asked.day is not None
        and not any(t.year or t.month for t in record.times)
    ):
        return None  # what is so every day at an hour is not told to be so on that day
    return _SILENT_TIME if joined is True else None if any(v is False for v in verdicts) else _SILENT_TIME / 2


def _counts_other_months(asked: When, question: Question, record: Record) -> bool:
    """Whether a figure of one month is asked of a fact of several, or the other way about: "how many from May to July"."""
    if asked.month is None or asked.day is not None or not MEASURES & set(question.asks) or SCALE & question.marks:
        return False
    spans = [t.until is not None for t in record.times if t.month and not t.day]
    return bool(spans) and (asked.until is not None) not in spans


def is_amid_state(asked: When, question: Question, record: Record) -> bool:
    """Whether a time lies within what a fact tells to have begun and ended: "is it closed in May?", of what is from April to June.

    A figure of all that time is none of a part of it.
    """
    start, end = _dated("start", record), _dated("end", record)
    counted = set(question.asks) & {*MEASURES, "when"} or any(i.has("number") for i in question.items)
    states = any(isinstance(v, Flag) for t in record.fact.parts.values() for v in t.values)
    if start is None or counted or "end" in record.fact.not_told or not states:
        return False
    coming = question.opener in ("is", "are", "will", "can") or question.future
    if asked.year is None and asked.month:
        earlier = asked.month < (record.today.month or 0)
        asked = replace(asked, year=(record.today.year or 0) + (earlier and coming))
    return dates.lasts_over(asked, start, end, record.today)


def _dated(part: str, record: Record) -> When | None:
    """The day or month that a part of a fact tells."""
    told = record.fact.parts.get(part)
    return next((v for v in told.values if isinstance(v, When) and v.year and v.month), None) if told else None


def _clocked(asked: When, question: Question, record: Record) -> bool:
    """Whether an hour is not only that of another time than when it was ("was it at 4?", where it ended at 4)."""
    hours = () if asked.hour is None else (asked.hour, asked.hour + 12) if asked.daypart is None else (asked.hour,)
    told = record.fact.parts.items()
    parts = [p for p, t in told for v in t.values if isinstance(v, When) and v.hour in hours]
    named = {p for i in question.items for p in (*i.ids("part"), *i.ids("of_fact"))}
    hourly = {p for p, t in told if any(isinstance(v, When) and v.hour is not None for v in t.values)}
    if parts and named & hourly:
        return bool(named & set(parts))  # it does not close at 10 where it opens then
    return not parts or record.kind == NAME_KIND or bool({"when", "clock", "start"} & set(parts) or named & set(parts))


def _bound(item: Item, question: Question, record: Record) -> str:
    """Whether a year or day is only what something was before or after: "before 2025", "2025년 전에"."""
    beside = (item.at - 1,) if question.asked_in == "en" else (item.at + 1, item.at + 2)
    near = next((i for i in question.items if i.at in beside and not i.has("kind")), None)
    near = next((i for i in question.items if i.at == item.at and i is not item and i.has("mark")), near)  # of a phrase
    marks = set(near.ids("mark")) & {"before", "after"} if near is not None else set()
    tag = "when" if item.has("when") else "relative"
    time = _asked(tag, item.ids(tag)[0], question, record)
    if near is not None and any(p in record.fact.parts for p in near.ids("part")):
        return ""  # what it was before is a part of the fact
    return marks.pop() if len(marks) == 1 and (time.year or time.month) else ""


def _lies(bound: str, told: When, asked: When) -> bool:
    """Whether a time is before or after another, as far as both of them say: 2025 is not after 2025."""
    both = [(a, b) for a, b in zip(dates.order(told)[:3], dates.order(asked)[:3], strict=True)]
    both = both[: next((n for n, (a, b) in enumerate(both) if not a or not b), 3)]
    one, other = [a for a, _ in both], [b for _, b in both]
    return one < other if bound == "before" else one > other


def _joined(times: tuple[When, ...], today: When) -> When:
    """All that a record says of its time in one; a bare clock time falls on the story's day."""
    year, month, day, daypart, hour, minute = (
        next((v for t in times if (v := getattr(t, field)) is not None), None)
        for field in ("year", "month", "day", "daypart", "hour", "minute")
    )
    if year is None and month is None and day is None:
        year, month, day = today.year, today.month, today.day
    return When(year, month, day, daypart, hour, minute)


def _numbers_a_thing(item: Item, question: Question) -> bool:
    """Whether a figure tells one of several things apart ("room 9"): such a figure is never passed over."""
    beside = [i for i in question.items if abs(i.at - item.at) == 1]
    return any(i.has("noun") and not i.has("sort", "unit") for i in beside)


def _tells_names_apart(item: Item, value: float, question: Question, known: Known) -> bool:
    """Whether a figure right behind a name is another than the one in that name as it is spelt."""
    before = next((i for i in question.items if i.at == item.at - 1 and i.has("name")), None)
    spelt = [known.facts.names[n].name[question.asked_in] for n in before.ids("name")] if before else []
    figures = [set(map(float, re.findall(r"\d+(?:\.\d+)?", text))) for text in spelt]
    return bool(figures) and all(f and value not in f for f in figures)


def units(item: Item, question: Question) -> frozenset[str]:
    """The units that stand right behind a figure."""
    return frozenset(u for i in question.items if i.at == item.at + 1 for u in i.ids("unit"))


def _counts_things(item: Item, question: Question) -> bool:
    """Whether a figure says how many of a sort are meant, and so is no day, month or hour: "three countries"."""
    return any(i.at == item.at + 1 and i.has("sort") and not i.has("unit") for i in question.items)


def _figure(value: float, units: frozenset[str], record: Record, *, strict: bool, dated: bool) -> float | None:
    held = {unit for figure, unit in record.figures if figure == value}
    plain = "" in held and not units & (TIME_UNITS | {"KRW", "USD"})
    if held and (not units or units & held or plain or units == {""}):
        return _FIGURE
    if held:
        return None  # ten years are not ten days
    if dated and not units and any(value in (t.year, t.day, t.hour, t.month) for t in record.times):
        return _PLAIN
    return 0.0 if value <= 12 and value == int(value) and not strict else None
