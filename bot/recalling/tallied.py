"""How many events of one sort the facts tell of: "how many times did Kim meet Park", "기사에 사진 몇 장"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.facts import Amount
from bot.finding import Answer, Finding, Settled
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.match import Fit, whole_fit
from bot.recalling.suits import TIME_UNITS

_TIMES = ("times", "번", "차례", "회", "often")
"""How a phrase for how many ends where it counts events."""


_UNIT = re.compile(r"몇\s*(번|차례|회|장|개|건|편|통|마디)")
"""In what a Korean question counts."""


def tallied(question: Question, known: Known) -> Finding | None:
    """All events of the kind that is counted, where two or more account for every other word; None for any other question.

    A base in which such an event tells a figure of its own is left alone: that figure may be what is asked.
    """
    that_day = any("time" in i.ids("anaphor") and i.text.endswith("that day") for i in question.items)
    pointing = question.anaphora - {"thing", *(("time",) if that_day else ())}
    if question.asks != ("how_many",) or question.yesno or question.alternatives or pointing:
        return None
    if question.foci[0].units - {"", "time", "person"}:
        return None  # so many percent are no events
    asked = [i for i in question.items if i.has("question")]
    done = [i for i in question.items if i.has("kind") and not i.has("name", "title", "sort") and not _of_story(i)]
    times = "time" in question.foci[0].units or any(i.text.endswith(_TIMES) for i in asked)
    beside = done if times else [i for i in done for q in asked if i.at in _beside(q)]
    kinds = {k for i in beside[-1:] for k in i.ids("kind")}
    if not kinds or (not times and any("person" in n.ids("sort") for n in question.foci[0].nouns)):
        return None
    rest = tuple(i for i in question.items if i not in asked and not _of_story(i) and "count" not in i.ids("mark"))
    plain = replace(question, foci=(), items=rest)
    events = [r for r in known.records.values() if r.kind in kinds and r.kind != NAME_KIND and not r.phrasings]
    events = [r for r in events if r.current or not that_day]
    events = [r for r in events if set(question.names) <= r.names.keys() and whole_fit(plain, r, known) is not None]
    if any("said" in r.fact.parts for r in events):
        return None  # what somebody said at one time may be told by several facts
    if len(events) < 2 or len({r.kind for r in events}) > 1 or any(_has_figure(r, known) for r in events):
        return None
    events.sort(key=lambda r: r.rank)
    unit = _UNIT.search(question.text)
    return Settled(tuple(Answer(r) for r in events), "count", unit=unit[1] if unit else "번" if times else "건")


def _beside(asked: Item) -> tuple[int, ...]:
    """Where what is counted stands: behind an English question word, before a Korean one."""
    return (asked.at + 1,) if asked.text.isascii() else (asked.at - 1, asked.at - 2)


def _of_story(item: Item) -> bool:
    """Whether a word speaks of the story itself: "in this article"."""
    return item.has("story") or (item.has("prep", "light") and not item.has("name", "unit", "when"))


def _has_figure(record: Record, known: Known) -> bool:
    """Whether an event tells how many there were of something; a length of time counts nothing."""
    told = (t for p, t in record.fact.parts.items() if "how_many" in known.part(record, p).asks)
    return any(isinstance(v, Amount) and v.unit not in TIME_UNITS for t in told for v in t.values)


_ROW = range(2, 4)
"""So many facts of a kind are spoken of as all of them."""


def of_each(question: Question, fits: Callable[[Question], Sequence[Fit]], known: Known) -> Finding | None:
    """ "사진 두 장 다 가나에서 찍었어?": yes where it is so of each fact of that kind, no where of some alone; None for any other."""
    said = [i for i in question.items if i.lends is None and i.ids("mark") != ("pair",)]  # "사진 둘 다"
    nouns = [
        before
        for before, item in pairwise(said)
        if "all" in item.ids("mark") and before.has("kind") and not before.has("verb", "name")
    ]
    if len(nouns) != 1 or question.asked_in != "ko":
        return None
    row = [r for r in known.records.values() if r.kind in nouns[0].ids("kind")]
    if len(row) not in _ROW:
        return None
    borne_out = {f.record.fact.id for f in fits(question) if not f.uncovered}
    holds = all(r.fact.id in borne_out for r in row)
    return Settled(tuple(Answer(r) for r in row), "list", holds=holds)


def of_no_other(question: Question, record: Record) -> bool:
    """Whether others than those named are asked for, where the fact tells of nobody else: "가나신문 말고 다른 데서 낸 기사야?"."""
    if not {"else", "except"} <= question.marks or question.asked_in != "ko" or not question.excepted:
        return False
    held = [set(t.names) for t in record.fact.parts.values() if question.excepted & set(t.names)]
    return bool(held) and all(names <= question.excepted for names in held)
