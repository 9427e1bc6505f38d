"""Yes/no questions that hold a day, a month or a year against what lasts from one time to another: "is it open in May?"."""

from __future__ import annotations

from dataclasses import replace

from bot.facts import Flag, When
from bot.finding import Answer, Finding, Settled, Untold
from bot.language.english import IS
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.choose_names import CLOSE
from bot.recalling.fits import whole_fits
from bot.recalling.match import Fit
from bot.recalling.opening import BARRED, EDGES, EDGES_BEHIND, STAYS
from bot.recalling.spoken import speaks_of
from bot.turn import Reason

_Day = tuple[int, int, int]


def amid(question: Question, known: Known) -> Finding | None:
    """Yes or no, where a question says one time, and a fact from when to when something lasts; None for any other."""
    if not question.yesno or question.alternatives or question.marks & BARRED:
        return None
    said = _said(question)
    asked = _time(said, question)
    if asked is None:
        return None
    rest = replace(question, items=tuple(i for i in question.items if i not in said))
    fits = [f for f in whole_fits(rest, known) if f.kind_named or f.names_hit]
    top = max((f.weight for f in fits), default=0.0)
    spans = [(f, span) for f in fits if f.weight > top - CLOSE and (span := span_of(f.record)) is not None]
    if len(spans) != 1:
        return None
    found, (start, end) = spans[0]
    edge = _edge(found, question)
    if edge:
        start = end = start if edge == "start" else end
    holds = _overlap(asked, start, end)
    if holds is None:
        return None
    if edge:
        return Settled((Answer(found.record, (edge,)),), "value", holds=holds)
    if _denied_all_that_time(found):
        return None if holds else Untold(Reason.NOT_STATED, (), found.record)
    return Settled((Answer(found.record),), "yes" if holds else "no")


def _denied_all_that_time(found: Fit) -> bool:
    """Whether a fact tells the contrary of what is asked to have been so all the while, and nothing of other times: "is it open in May", of a closure."""
    told = found.record.fact.parts
    flags = {p: v for p, t in told.items() for v in t.values if isinstance(v, Flag)}
    senses = [s for i in found.items if i.lends is None for s in i.senses if s.id in flags]
    senses = [s for s in senses if speaks_of(s.fact, found.record)]
    asked = {s.id for s in senses if s.tag in ("part", "of_fact") and flags[s.id].yes}
    denied = {s.id for s in senses if (s.tag == "contrary") is flags[s.id].yes}
    return bool(denied) and not asked


def _said(question: Question) -> tuple[Item, ...]:
    """The words for the one time of a question; none where it says several, or an end of what lasts: "until May"."""
    items = [i for i in question.items if i.lends is None]
    times = [i for i in items if i.has("when")]
    if not times:
        times = [i for i in items if i.has("number") and _may_be_year(i, items)]
    if len(times) != 1:
        return ()
    at = times[0].at
    before = next((i.text for i in reversed(items) if i.at < at), "")
    time, text = (t.lower().replace(" ", "") for t in (times[0].text, question.text))
    led = before in EDGES or any(f"{time}{w}" in text for w in EDGES_BEHIND)
    if led or times[0].role in ("from", "to"):
        return ()
    return (*times, *(i for i in items if i.at == at + 1 and "year" in i.ids("unit")))


def _may_be_year(item: Item, items: list[Item]) -> bool:
    """Whether a bare figure may be a year: "in 300", "300년에"."""
    year = any(i.at == item.at + 1 and "year" in i.ids("unit") for i in items)
    led = any(i.at == item.at - 1 and i.text == "in" for i in items)
    counted = any(i.at == item.at + 1 and (i.has("unit") or i.has("sort")) for i in items)
    return year if not item.text.isascii() or year else led and not counted


def _time(said: tuple[Item, ...], question: Question) -> When | None:
    """The day, month or year that the words for a time say."""
    if not said:
        return None
    if said[0].has("when"):
        when = question.times[said[0].ids("when")[0]]
        return when if when.until is None and when.hour is None and (when.year or when.month) else None
    value = float(said[0].ids("number")[0])
    return When(int(value)) if 0 < value < _YEARS and value == int(value) else None


_YEARS = 3000


def span_of(record: Record) -> tuple[When, When] | None:
    """From when to when a fact tells that it lasts, in days, months or years; None where it does not."""
    told = record.fact.parts
    whens = {p: v for p in ("when", "start", "end") if p in told for v in told[p].values[:1] if isinstance(v, When)}
    whole = whens.get("when")
    if whole is not None and whole.until is not None:
        pair = (whole, whole.until if whole.until.year else replace(whole.until, year=whole.year))
    elif "start" in whens and "end" in whens:
        pair = (whens["start"], whens["end"])
    else:
        return None
    return pair if all(w.year and w.hour is None for w in pair) else None


def _edge(found: Fit, question: Question) -> str:
    """Which end of it the question is of, as its verb says: "does it start in May", "5월에 개막해"; "" where of none: "is it open"."""
    english = question.asked_in == "en"
    state = english and (question.opener in IS or any(i.text in STAYS for i in question.items))
    for part in ("start", "end"):
        named = [i for i in found.items if part in i.ids("part") and part in found.record.fact.parts]
        if english and named and not state:
            return part
        if not english and any(i.text.startswith(_EDGE_VERBS[part]) for i in named):
            return part
    return ""


_EDGE_VERBS = {"start": ("시작", "개막", "개시", "개장", "개회"), "end": ("끝", "종료", "폐막", "마치", "마감", "폐회")}
"""How the Korean verbs begin that are of one end alone; what 열리다 lasts till it is over."""


def _overlap(asked: When, start: When, end: When) -> bool | None:
    """Whether a time lies within what lasts, or meets it; None where one of them is too rough to tell."""
    year = asked.year or start.year
    if asked.year is None and start.year != end.year:
        return None
    low, high = _first(replace(asked, year=year)), _last(replace(asked, year=year))
    if high < _first(start) or low > _last(end):
        return False
    return True if high >= _last(start) and low <= _first(end) else None


def _first(when: When) -> _Day:
    return when.year or 0, when.month or 1, when.day or 1


def _last(when: When) -> _Day:
    return when.year or 0, when.month or 12, when.day or 31
