"""Yes or no on an hour or a weekday, held against the hours at which something is open: "is it open at 7 am?", "월요일에 열어?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from bot.facts import Flag, When
from bot.finding import Answer, Finding, Settled, answers_of
from bot.language.english import IS
from bot.language.text import words_in
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.askable import is_anchored
from bot.recalling.choose_names import CLOSE
from bot.recalling.match import Fit, whole_fit
from bot.recalling.timetable import OPEN, SHUT, Hours, timetable
from bot.turn import Memory

BARRED = frozenset({"not", "undone", "without", "before", "after", "except", "only"})
"""Marks with which it is asked of something else than of that time."""
EDGES = frozenset({"until", "till", "by", "since", "from", "to", "before", "after", "through"})
"""Words before a time that make it an end of what lasts."""
EDGES_BEHIND = ("까지", "부터", "전", "이전", "후", "이후")
"""Korean words behind a time that do."""
_HOUR_EDGES, _HOUR_EDGES_BEHIND = EDGES | {"past"}, (*EDGES_BEHIND, "넘어")
_MAY = frozenset({"can", "could", "may"})
_MORNING, _HALF_DAY = range(8, 12), 12


def opening(question: Question, known: Known, memory: Memory) -> Finding | None:
    """Yes or no, where a question says an hour or a weekday, and facts when something is open; None for any other."""
    if not question.yesno or question.alternatives or question.marks & BARRED:
        return None
    asked = _asked(question)
    if asked is None:
        return None
    state = _state(question)
    if state is None and (not asked.hours or (question.opener not in _MAY and question.asked_in == "en")):
        return None
    if _is_of_edge(question):
        asked = asked._replace(edge="end" if state == "shut" else "start")
    held = [v for f in _fits(question, asked, state, known, memory) if (v := _verdict(f, asked, question, known))]
    held = [v for v in held if v.said] or held
    wanted = state != "shut" or bool(asked.edge)
    so = [v for v in held if v.holds is wanted]
    if so and len(so) < len(held) and not asked.days:
        return Settled(tuple(v.answer for v in held), "tell")  # it is so on some days alone
    best = max(so or held, key=lambda v: v.fit.weight, default=None)
    if best is None:
        return None
    holds = best.holds is wanted
    houses = {frozenset(v.fit.record.names) for v in held}
    if best.answer.parts and len(houses) == 1:
        return Settled((best.answer,), "value", holds=holds)
    return Settled((Answer(best.fit.record),), _YES[holds])  # of several houses the reply says which one it is


_YES: dict[bool, Literal["yes", "no"]] = {True: "yes", False: "no"}


def opened_once(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked if something is open at an hour or on a weekday, and the day is found on which something opened, or was begun."""
    if not question.yesno or question.future or _asked(question) is None or _state(question) is None:
        return False
    past = question.opener in ("was", "were", "did") or any("past" in i.ids("verb") for i in question.items)
    told = answers_of(finding)
    return not past and bool(told) and all(_is_dated(a.record) and not timetable(a.record, known) for a in told)


def _is_dated(record: Record) -> bool:
    """Whether a fact tells of one day or year, and by no flag whether something is so."""
    values = [v for t in record.fact.parts.values() for v in t.values]
    return any(isinstance(v, When) and v.year for v in values) and not any(isinstance(v, Flag) for v in values)


class _Asked(NamedTuple):
    """The time that a question says."""

    items: tuple[Item, ...]
    hours: tuple[int, ...]
    """The minutes of the day that it may be; two where nothing says of which half of the day it is."""
    days: frozenset[int]
    edge: Literal["start", "end", ""] = ""
    """Where it is asked at which hour something opens or shuts."""

    def holds(self, minute: int, line: Hours) -> bool:
        if self.edge:
            return {"start": line.start, "end": line.end}[self.edge] == minute
        return line.holds_at(minute)


class _Verdict(NamedTuple):
    """What a fact says to it."""

    fit: Fit
    answer: Answer
    holds: bool
    said: bool
    """Whether the fact speaks of that weekday."""


def _asked(question: Question) -> _Asked | None:
    """The one hour that a question says, or its weekdays, or both; None where it says a date, or an end of what lasts."""
    items = [i for i in question.items if i.lends is None]
    timed = [i for i in items if any(w.has(*_TIMES) for w in (i, *i.pieces))]
    if any(w.has("relative", "today") for i in timed for w in (i, *i.pieces)):
        return None
    whens = [question.times[i.ids("when")[0]] for i in timed if i.has("when")]
    clocks = [w for w in whens if w.hour is not None and w.until is None and not (w.year or w.month or w.day)]
    parts = [d for i in timed for d in i.ids("daypart")]
    if "noon" in parts and not whens:
        clocks, parts = [When(hour=_HALF_DAY)], []
    days = frozenset(int(d) for i in timed for w in (i, *i.pieces) for d in w.ids("weekday"))
    if len(clocks) > 1 or len(whens) > len(clocks) or (parts and not clocks) or not (clocks or days):
        return None
    if any(_is_edge(i, items, question) for i in timed):
        return None
    return _Asked(tuple(timed), tuple(_minutes(clocks[0], parts, question)) if clocks else (), days)


_TIMES = ("when", "daypart", "weekday", "relative", "today")


def _is_edge(item: Item, items: Sequence[Item], question: Question) -> bool:
    before = next((i.text for i in reversed(items) if i.at < item.at and i.text != "the"), "")
    time, text = (t.lower().replace(" ", "") for t in (item.text, question.text))
    return before in _HOUR_EDGES or any(f"{time}{w}" in text for w in _HOUR_EDGES_BEHIND) or item.role in ("from", "to")


def _minutes(clock: When, dayparts: Sequence[str], question: Question) -> list[int]:
    """The minutes of the day that an hour may be: "at 8 in the morning", "at 11", which of a day's work is in the morning."""
    hour, minute = clock.hour or 0, clock.minute or 0
    if clock.daypart or not 0 < hour <= _HALF_DAY or "morning" in dayparts:
        return [60 * hour + minute]
    late = 60 * (hour % _HALF_DAY + _HALF_DAY) + minute
    if dayparts or hour == _HALF_DAY:
        return [late]
    if _is_of_edge(question):
        return [60 * hour + minute, late]
    return [60 * hour + minute] if hour in _MORNING else [late] if hour < min(_EARLIEST) else [60 * hour + minute, late]


_EARLIEST = range(6, 8)
"""Hours that may as well be of the morning as of the evening."""


def _state(question: Question) -> str | None:
    """Whether it is asked if something is open or if it is shut; None where of neither."""
    words = _words(question)
    return "shut" if words & SHUT else "open" if words & OPEN else None


def _is_of_edge(question: Question) -> bool:
    """Whether it is asked at which hour something opens or shuts: "does it open at 7?", "7시에 닫아?", not "7시에 열어?", which is of all its hours."""
    words = _words(question)
    if not any(question.times[w].hour is not None for i in question.items for w in i.ids("when")):
        return False
    if question.asked_in == "en":
        return bool(words & (OPEN | SHUT)) and not words & (IS | STAYS)
    past = any("past" in i.ids("verb") for i in question.items)
    return bool(words & SHUT) and "present" not in question.marks and not past


STAYS = frozenset({"be", "still", "stay", "remain"})
"""Words behind which it is asked of how it is all the while, and not of an end of it."""


def _words(question: Question) -> frozenset[str]:
    items = [i for i in question.items if i.lends is None and not i.has("name")]
    return frozenset(w for i in items for w in (i.text, *i.text.split()))


def _fits(
    question: Question, asked: _Asked, state: str | None, known: Known, memory: Memory
) -> list[tuple[Fit, tuple[Hours, ...]]]:
    """The facts with hours that account for all that a question says beside the time; for the state itself where they have it."""
    rest = replace(question, items=tuple(i for i in question.items if i not in asked.items))
    stateless = replace(rest, items=tuple(i for i in rest.items if not set(i.text.split()) & (OPEN | SHUT | {"문"})))
    lines = [(r, h) for r in known.records.values() if not r.phrasings and (h := timetable(r, known))]
    for reading in (rest, stateless) if state else (rest,):
        found = [(f, h) for r, h in lines if (f := whole_fit(_of_story(reading, r, known), r, known)) is not None]
        found = [(f, h) for f, h in found if f.kind_named or f.names_hit or f.parts]
        if not is_anchored(reading):
            spoken = [(f, h) for f, h in found if f.record.fact.id in memory.facts]
            found = spoken or ([] if reading.anaphora else found)
        found = [(f, h) for f, h in found if f.kind_named] or found
        if found:
            top = max(f.weight for f, _ in found)
            return [(f, h) for f, h in found if f.weight > top - CLOSE]
    return []


def _of_story(question: Question, record: Record, known: Known) -> Question:
    """A question without the name of what the whole story is about, where a fact names nothing else: "is the zoo open", of its hours."""
    story = known.facts.stories.get(record.fact.story)
    if story is None or record.names:
        return question
    return replace(question, items=tuple(i for i in question.items if i.ids("name") != (story.subject,)))


def _verdict(found: tuple[Fit, tuple[Hours, ...]], asked: _Asked, question: Question, known: Known) -> _Verdict | None:
    """What a fact says to an hour and a weekday; None where it tells nothing of that day."""
    fit, lines = found
    shut = [h for h in lines if h.shut]
    lines = tuple(h for h in lines if h.start is not None)
    if any(h.days & asked.days for h in shut):
        told = next((h for h in shut if h.days & asked.days and _says_shut(h.part, fit.record, known)), None)
        told = told or next((h for h in lines if h.days), shut[0])
        return _Verdict(fit, _answer(fit, told, known), False, True)
    if not lines:
        return None if asked.hours else _Verdict(fit, _answer(fit, shut[0], known), True, False)
    said = False
    if asked.days:
        dated = [h for h in lines if h.days]
        said = any(asked.days <= h.days for h in dated)
        if dated and not said:
            return _Verdict(fit, _answer(fit, lines[0], known), False, False)
        if not dated and not _speaks_of_day(asked, question, fit.record, known):
            return None
        lines = tuple(h for h in dated if asked.days <= h.days) or lines
    if not asked.hours:
        return _Verdict(fit, _answer(fit, lines[0], known), True, said)
    verdicts = {any(asked.holds(m, h) for h in lines) for m in asked.hours}
    if len(verdicts) > 1 and not asked.edge:
        return None
    return _Verdict(fit, _answer(fit, lines[0], known), any(verdicts), said)


def _answer(fit: Fit, line: Hours, known: Known) -> Answer:
    """The part that tells it, or the whole fact where an author's sentence for that has the hours with all that goes with them."""
    told = fit.record.fact.told
    bare = line.part and not fit.record.fact.parts[line.part].says
    whole = bare and told is not None and any(c.isdigit() for c in told.en)
    if line.shut:
        whole = not _says_shut(line.part, fit.record, known)
    return Answer(fit.record, (line.part,) if line.part and not whole else ())


def _says_shut(part: str, record: Record, known: Known) -> bool:
    """Whether what is told of a part says by itself that it is shut then, and not only when."""
    says = record.fact.parts[part].says
    told = says.en if says else known.part(record, part).says.get("en", "")
    return any(w in SHUT for w in words_in(told.lower()))


def _speaks_of_day(asked: _Asked, question: Question, record: Record, known: Known) -> bool:
    """Whether a fact that says no weekdays in its hours has words of its own for those that are asked."""
    days = replace(question, items=tuple(i for i in asked.items if any(w.has("weekday") for w in (i, *i.pieces))))
    return record.kind != NAME_KIND and whole_fit(days, record, known) is not None
