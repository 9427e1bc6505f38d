"""A whole story, and what happened somewhere or at some time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot import choose
from bot.finding import Answer, Finding, Settled, Untold
from bot.known import NAME_KIND, Known, Record
from bot.match import Fit
from bot.question import Question
from bot.turn import Reason


def happenings(question: Question, whole: list[Fit], known: Known) -> Finding | None:
    """What happened somewhere or at some time: the events of there and then, in their order."""
    places = known.of_type(question.names, "place")
    timed = any(i.has("when", "relative", "today", "daypart") for i in question.items)
    there = [f for f in whole if f.record.rank and f.record.kind != NAME_KIND]
    there = [f for f in there if all(_took_place(f.record, n, known) for n in places)]
    days = {t.day for t in question.times.values() if t.day}
    there = [f for f in there if not days or days & {t.day for t in f.record.times}]  # a season is not its days
    there = [f for f in there if f.kind_named or f.names_hit or places or not question.names]
    if not (places or timed) or not there:
        return None
    if len(there) > _FEW and not question.names:
        return story_told(known, (there[0].record.fact.id,), "summary")
    row = list({(f.record.rank[:3], frozenset(f.record.names)): f for f in reversed(there)}.values())  # once each
    row = choose.in_time(row)
    return Settled(tuple(Answer(f.record) for f in row[:_FEW]), "list" if len(row) > 1 else "tell")


_FEW = 6
"""As many events are listed; where a time alone is said and more were then, the story is told in short."""


def _took_place(record: Record, place: str, known: Known) -> bool:
    """Whether a fact tells that it was at a place, or in it."""
    there = record.fact.parts.get("where")
    return there is not None and any(place == n or place in known.members[n] for n in there.names)


def story_told(known: Known, spoken_of: Sequence[str], manner: Literal["summary", "source"]) -> Finding:
    """The main fact of the story that facts spoken of (their ids) are in, which is told, or whose source is."""
    story = _story(known, spoken_of)
    if story is None:
        return Untold(Reason.NOT_STATED)
    return Settled((Answer(known.records[known.facts.stories[story].main]),), manner)


def _story(known: Known, spoken_of: Sequence[str]) -> str | None:
    for id_ in spoken_of:
        if id_ in known.records and known.records[id_].fact.story in known.facts.stories:
            return known.records[id_].fact.story
    return next(iter(known.facts.stories), None)
