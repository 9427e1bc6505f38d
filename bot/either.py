"""Either/or questions: of two things of one sort that a question names, the one that a fact holds."""

from __future__ import annotations

from collections.abc import Sequence

from bot.finding import Answer, Finding, Settled
from bot.known import NAME_KIND, Known
from bot.match import Fit, cover
from bot.question import Item, Question

_SORTS = ("daypart", "title", "when", "relative", "weekday", "name", "number")


def either(question: Question, fits: Sequence[Fit], known: Known) -> Finding | None:
    """What holds, where each word that a fact does not account for stands beside one of its sort that it does."""
    if not _alternatives(question):
        return None
    for found in sorted(fits, key=lambda f: -f.weight)[:3]:
        held = [_partner(lost, question, found, known) for lost in found.uncovered]
        if found.uncovered and all(h is not None for h in held) and (found.kind_named or found.names_hit):
            return _tell([h for h in held if h is not None], found, known)
    return None


def _alternatives(question: Question) -> bool:
    for sort in ("daypart", "title", "weekday"):
        if len({id_ for i in question.items for id_ in i.ids(sort)[:1]}) > 1:
            return True
    return "either" in question.marks


def _partner(lost: Item, question: Question, found: Fit, known: Known) -> Item | None:
    """The word of the same sort that the fact does account for."""
    for item in question.items:
        shared = [s for s in _SORTS if lost.has(s) and item.has(s)]
        if shared == ["name"] and not _same_type(lost, item, known):
            continue
        if item is not lost and shared and item not in found.uncovered and cover(item, question, found.record, known):
            return item
    return None


def _same_type(one: Item, other: Item, known: Known) -> bool:
    types = [{known.facts.names[n].type for n in item.ids("name")} for item in (one, other)]
    return bool(types[0] & types[1])


def _tell(held: list[Item], found: Fit, known: Known) -> Finding:
    record = found.record
    for item in held:
        for id_ in item.ids("name"):
            stands = [n for n in record.names if n == id_ or id_ in known.members[n]]
            if stands and record.kind != NAME_KIND:
                part = record.names[stands[0]][:1]
                return Settled((Answer(record, part, (id_,)),), "names")
        if item.has("title") and "title" in record.fact.parts:
            return Settled((Answer(record, ("title",)),), "value")
        if item.has("daypart", "when", "relative", "weekday") and "when" in record.fact.parts:
            return Settled((Answer(record, ("when",)),), "value")
    return Settled((Answer(record),), "tell")
