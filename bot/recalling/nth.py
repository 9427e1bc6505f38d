"""The second, the third, ... of a kind: by what their author calls them, else as they came ("두 번째로 연 곳", "the 3rd round")."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from bot.finding import Answer, Finding, Settled, Untold
from bot.language.senses import SCALE, atoms
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.asked import wants
from bot.recalling.choose import settle
from bot.recalling.fits import whole_fits
from bot.recalling.match import Fit, fit
from bot.turn import LANGS, Memory, Reason

_NEAR = 3
"""So many words on stands the noun for what is counted: "the second big round"."""
_ELSEWISE = frozenset({*SCALE, "order", "before", "after", "next", "last"})
"""Marks of another order than the one from the first on."""
_TELLING_APART = ("name", "noun", "when", "relative", "weekday", "word", "number", "mark")
"""Senses of words that may say which row is meant."""


def nth(question: Question, known: Known, memory: Memory) -> Finding | None:
    """The one at that place in a row of facts of one kind; None where no such is asked for."""
    marks = [i for i in question.items if i.has("nth") and i.lends is None and "1" not in i.ids("nth")]
    marks = [i for i in marks if not any(u.at == i.at + 1 and u.has("unit") for u in question.items)]  # "the 5th floor"
    if len(marks) != 1 or question.yesno or question.alternatives or question.marks & _ELSEWISE:
        return None
    mark = marks[0]
    noun = _counted(mark, question)
    row = _row(question, mark, noun, known) if noun is not None else []
    if noun is None or not row:
        return None
    told_apart = [i for i in question.items if i is noun or i is mark or i.has(*_TELLING_APART)]
    every = _row(replace(question, items=tuple(told_apart)), mark, noun, known)
    place, rest = int(mark.ids("nth")[0]), replace(question, items=tuple(i for i in question.items if i is not mark))
    found = _at(place, row, known)
    if found is None or (every and _at(place, every, known) not in (None, found)):
        return Untold(Reason.NOT_STATED)  # who won the second match is not told by the second that anybody won
    if not question.foci and not wants(question):
        return Settled((Answer(found),), "tell")
    return settle(rest, [fit(rest, found, known)], known, memory)


def _counted(mark: Item, question: Question) -> Item | None:
    """The word for what is counted: behind the ordinal, else before it ("opened second")."""
    behind = [i for i in question.items if mark.at < i.at <= mark.at + _NEAR]
    before = [i for i in reversed(question.items) if i.at < mark.at]
    said = (
        i
        for i in (*behind, *before)
        if _kinds(i) and not i.has("auxiliaries", "question") and (not i.has("light") or i.at == mark.at + 1)
    )
    return next(said, None)


def _kinds(item: Item) -> set[str]:
    return {k for w in (item, *item.pieces) for k in w.ids("kind")}


def _row(question: Question, mark: Item, noun: Item, known: Known) -> list[Fit]:
    """The facts that account for all but the ordinal, as they came: of one kind of which there are several, and which has that noun.

    Of several such kinds the one that has it for its title counts; none where none or more have.
    """
    kinds = _kinds(noun)
    found = [f for f in whole_fits(question, known, (mark,)) if f.record.rank and f.record.kind in kinds]
    titled = {k for k in kinds if noun.text in (known.facts.kinds[k].title[lang] for lang in LANGS)}
    timed = {k for k in titled if any(r.rank and r.kind == k for r in known.records.values())}
    found = [f for f in found if not timed or f.record.kind in timed]
    several = Counter(f.record.kind for f in found)
    meant = {k for k, n in several.items() if n > 1} or several.keys()
    return sorted((f for f in found if f.record.kind in meant), key=lambda f: f.record.rank) if len(meant) == 1 else []


def _at(place: int, row: list[Fit], known: Known) -> Record | None:
    """The fact at a place in a row, counted from its end where that is below 0; None where it has none there, or nothing tells which that is."""
    if place < 0:
        end = row[place - 1 :] if len(row) > -place else row
        return row[place].record if len(row) >= -place and _is_sure(end) else None
    called = [(f.record, at, places) for at, f in enumerate(row, 1) if (places := _called(f.record, known))]
    if any(at not in places for _, at, places in called):  # it is told of others before them as well
        meant = [r for r, _, places in called if place in places]
        return meant[0] if len(meant) == 1 else None
    return row[place - 1].record if len(row) >= place and _is_sure(row[: place + 1]) else None


def _is_sure(row: list[Fit]) -> bool:
    """Whether it is told of each of these that it came before the next."""
    return all(_apart(a.record, b.record) for a, b in pairwise(row))


def _called(record: Record, known: Known) -> set[int]:
    """The places in the row that an author's title or words for a fact give it."""
    fact = record.fact
    said = [w for lang in LANGS for w in (*fact.words.get(lang, ()), *((fact.title[lang],) if fact.title else ()))]
    cut = [(atoms(text), known.lexicon) for text in said]
    matched = (m for text, lexicon in cut for at in range(len(text)) for m in lexicon.matches(text, at))
    return {int(s.id) for _, senses in matched for s in senses if s.tag == "nth"}


def _apart(one: Record, other: Record) -> bool:
    """Whether it is told which of two came first."""
    return one.rank[:6] < other.rank[:6] and one.rank[:3] != (0, 0, 0)
