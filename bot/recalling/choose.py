"""From the records that account for every word to what is told, of one thing that is asked for or of each of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.finding import Answer, Finding, Settled, Several, Untold
from bot.learning.known import Known
from bot.question import PLACES, Focus, Question
from bot.recalling.choose_one import settle_one
from bot.recalling.choose_value import MOST
from bot.recalling.match import Fit
from bot.turn import Memory


def settle(question: Question, fits: Sequence[Fit], known: Known, memory: Memory) -> Finding:
    """Decide among fits (the likeliest first), all of which account for every word."""
    if len(question.foci) > 1:
        return _each(question, fits, known, memory)
    return settle_one(question, fits, known, memory)


def _each(question: Question, fits: Sequence[Fit], known: Known, memory: Memory) -> Finding:
    """Several things asked for ("when and where"): each settled by itself, of one fact where one has them."""
    found: list[Finding] = []
    for focus in question.foci:
        items = tuple(i for i in question.items if i.at not in _nouns_of_others(focus, question))
        one = replace(question, foci=(focus,), items=items, sorts=question.sorts - _sorts_of_others(focus, question))
        alone = [f.put(one, known) for f in fits[:MOST]]
        settled = settle_one(one, alone, known, memory)
        finding = _not_again(_of_the_one(focus, settled, found, known) or settled, found)
        if finding is not None and finding not in found:
            found.append(finding)
    told = tuple(f for f in found if isinstance(f, Settled))
    untold = next((f for f in found if isinstance(f, Untold)), None)
    if not told:
        return found[0]
    return told[0] if len(told) == 1 and untold is None else Several(told, untold)


def _of_the_one(focus: Focus, finding: Finding, found: Sequence[Finding], known: Known) -> Finding | None:
    """What the entry of the one person found before tells, where the fact does not: "name and post of whoever opened it"."""
    people = {n for f in found if isinstance(f, Settled) and f.manner == "names" for a in f.answers for n in a.names}
    if not isinstance(finding, Untold) or len(people) != 1:
        return None
    entry = known.entry(people.pop())
    parts = tuple(p for n in focus.nouns for p in n.ids("part") if p in entry.fact.parts)
    return Settled((Answer(entry, parts[:1]),), "value") if parts else None


def _not_again(finding: Finding, found: Sequence[Finding]) -> Finding | None:
    """A finding without the parts that those before it tell; None where they tell them all."""
    if not isinstance(finding, Settled) or finding.manner != "value" or len(finding.answers) != 1:
        return finding
    answer = finding.answers[0]
    told = {
        p
        for f in found
        if isinstance(f, Settled)
        for a in f.answers
        if a.record is answer.record and not _of_another_size(a)
        for p in a.parts
    }
    left = tuple(p for p in answer.parts if p not in told)
    if left == answer.parts:
        return finding
    return replace(finding, answers=(replace(answer, parts=left),)) if left else None


def _sorts_of_others(focus: Focus, question: Question) -> set[str]:
    """The sorts of places that only the nouns of the other things asked for are of: "in which city, and in which building"."""
    nouns = [(f, s) for f in question.foci for n in f.nouns for s in n.ids("sort") if s in PLACES]
    return {s for f, s in nouns if f is not focus} - {s for f, s in nouns if f is focus}


def _nouns_of_others(focus: Focus, question: Question) -> set[int]:
    """Where the nouns of the other things asked for stand, which say nothing of this one: "venue, length, topic"."""
    row = sorted(n.at for f in question.foci for n in f.nouns)
    if not focus.nouns or len(question.foci) <= _TWO or any(b - a > _TWO for a, b in pairwise(row)):
        return set()
    nouns = [(f, n) for f in question.foci for n in f.nouns if n.has("part") and not n.has("name", "kind", "noun")]
    return {n.at for f, n in nouns if f is not focus} - {n.at for n in focus.nouns}


_TWO = 2


def _of_another_size(answer: Answer) -> bool:
    """Whether names are told that a part does not hold itself: the city, where it holds the building."""
    held = {n for p in answer.parts if p in answer.record.fact.parts for n in answer.record.fact.parts[p].names}
    return bool(answer.names) and not held.intersection(answer.names)
