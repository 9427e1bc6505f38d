"""All facts of a base held against one question: those that account for all of it, or for all but one word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.match import Fit, fit, likely, whole_fit


def whole_fits(question: Question, known: Known, marks: Sequence[Item] = ()) -> list[Fit]:
    """Records that account for all words but those of the order itself."""
    gone = {i.at for i in marks}
    rest = replace(question, items=tuple(i for i in question.items if i.at not in gone))
    pool = set(likely(rest, known))
    found = (whole_fit(rest, r, known) for r in facts_of(known) if not pool or r.fact.id in pool)
    return [f for f in found if f is not None]


def all_fits(question: Question, known: Known) -> list[Fit]:
    """All facts held against a question; what is asked only of those that account for all but one word."""
    found = [fit(question, r, known) for r in facts_of(known)]
    return [f if len(unaccounted(f)) < 2 else f.unasked() for f in found]


def unaccounted(found: Fit) -> set[int]:
    """Where the words stand that a fact does not account for, those of a name together."""
    return {i.at for i in found.uncovered}


def facts_of(known: Known) -> list[Record]:
    """The facts of the base, without names' own entries and what is simply told."""
    return [r for r in known.records.values() if r.kind != NAME_KIND and not r.phrasings]
