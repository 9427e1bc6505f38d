"""How one question fits one record: which words the record accounts for, and which parts are asked of it.

The residue rule lives here: a record answers only a question of which it accounts for every word (`cover`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.asked import Ranked, asked
from bot.recalling.cover import cover
from bot.recalling.cover_senses import LIKE, WORD
from bot.recalling.readied import FREE, readied


class Fit(NamedTuple):
    """One record held against one question."""

    record: Record
    weight: float
    uncovered: tuple[Item, ...]
    kind_named: bool
    names_hit: int
    penalty: float
    items: tuple[Item, ...]
    """The words of the question as this record takes them."""
    asking: Callable[[], Ranked]
    """Which parts the question asks of the record."""

    @property
    def parts(self) -> tuple[str, ...]:
        """Parts asked for that the record tells."""
        return self.asking().parts

    @property
    def missing(self) -> tuple[str, ...]:
        """Parts asked for that it does not."""
        return self.asking().missing

    @property
    def sureness(self) -> float:
        """How surely the first of those is asked for."""
        return self.asking().sureness

    def put(self, question: Question, known: Known) -> Fit:
        """The same, with another question put to the record."""
        return self._replace(asking=partial(asked, question, self.record, known))

    def unasked(self) -> Fit:
        """The same, with nothing asked of the record."""
        return self._replace(asking=Ranked)


def fit(question: Question, record: Record, known: Known) -> Fit:
    """Hold a record against a question."""
    worths = [cover(i, question, record, known) for i in question.items]
    read = _read_by(question, worths)
    if read.question is not question:
        worths = [cover(i, read.question, record, known) for i in read.question.items]
    return _held(read, record, known, worths)


def whole_fit(question: Question, record: Record, known: Known) -> Fit | None:
    """A record held against a question, where it accounts for every word; it is left at the first that it does not."""
    worths = _all_worths(question, record, known)
    if worths is None:
        return None
    read = _read_by(question, worths)
    if read.question is not question:
        worths = _all_worths(read.question, record, known)
    found = _held(read, record, known, worths) if worths is not None else None
    return None if found is None or found.uncovered else found


def _all_worths(question: Question, record: Record, known: Known) -> list[float | None] | None:
    """What each word is worth for a record; None where there is one that is worth nothing, and cannot be read word by word.

    The word at which the last record was left is tried first: most others are left at that too.
    """
    items, order = question.items, question.once(_order_to_try)
    worths: list[float | None] = [None] * len(items)
    for nth, at in enumerate(order):
        item = items[at]
        worth = worths[at] = cover(item, question, record, known)
        if worth is None and item.lends is None and not readied(item, question).apart:
            order.insert(0, order.pop(nth))
            return None
    return worths


def _order_to_try(question: Question) -> list[int]:
    return list(range(len(question.items)))


class _Reading(NamedTuple):
    """A question as a record reads it."""

    question: Question
    loss: float = 0.0
    """What it loses of its weight by the phrases that it reads word by word."""


def _held(read: _Reading, record: Record, known: Known, worths: Sequence[float | None]) -> Fit:
    """What comes of a record that reads a question so, and for which its words are worth so much."""
    question, items = read.question, read.question.items
    weight, uncovered, kind_named, hits = -read.loss, [], False, 0
    for item, worth in zip(items, worths, strict=True):
        if item.lends is not None:
            weight += item.lends * (worth or 0.0)
            hits += worth is not None and any(n in record.names for n in item.ids("name"))
            continue
        if worth is None:
            uncovered.append(item)
            continue
        weight += worth
        kind_named |= worth >= LIKE and record.kind in item.ids("kind")
        if item.pieces:  # "earlier meeting"
            kind_named |= worth >= WORD and any(record.kind in p.ids("kind") for p in item.pieces)
        if item.has("name"):
            hits += any(n in record.names for n in item.ids("name"))
    penalty = sum(map(_loss, uncovered))
    entry = record.kind == NAME_KIND and record.fact.names[0] in question.names
    asking = partial(asked, question, record, known) if penalty < _HOPELESS or entry else Ranked
    return Fit(record, weight, tuple(uncovered), kind_named, hits, penalty, items, asking)


def _read_by(question: Question, worths: Sequence[float | None]) -> _Reading:
    """How a record reads a question whose words it finds worth so much: a phrase that means nothing to it word by word.

    It is one and the same for all records that read the same phrases so.
    """
    if None not in worths:
        return _Reading(question)
    apart = tuple(
        n
        for n, (item, worth) in enumerate(zip(question.items, worths, strict=True))
        if worth is None and readied(item, question).apart
    )
    if not apart:
        return _Reading(question)
    found: _Reading | None = question.looked_up.get(apart)
    if found is None:
        words = (i.pieces if n in apart else (i,) for n, i in enumerate(question.items))
        loss = sum(_taken_apart(question.items[n]) for n in apart)
        found = _Reading(replace(question, items=tuple(w for pieces in words for w in pieces)), loss)
        question.looked_up[apart] = found
    return found


def _taken_apart(item: Item) -> float:
    """What a fact loses to which a phrase means nothing that the author of another one wrote down for that: less where it tells a deed."""
    if not any(s.tag == "word" and not s.fact for s in item.senses):
        return 0.0
    deed = any(p.has("verb") or set(p.ids("mark")) - {"judged"} for p in item.pieces)
    return _TAKEN_APART if deed else _NAME_TAKEN_APART


_TAKEN_APART, _NAME_TAKEN_APART = 0.5, 2.0
_HOPELESS = 6.0
"""With so much of a question not accounted for, it no longer matters what the record would tell."""


def likely(question: Question, known: Known) -> list[str]:
    """Ids of the records worth a closer look: those that nearly all of the weighty words may speak of; none where no word speaks of any."""
    hits: dict[str, int] = {}
    slack = 1
    for item in question.items:
        if (_is_free(item) and not _large(item)) or item.lends is not None:
            continue
        places = known.of_type(item.ids("name"), "place")
        if places and item.role == "except":
            continue  # the other places are told by other facts
        slack += bool(places)
        for id_ in _speakers(item, known):
            hits[id_] = hits.get(id_, 0) + 1
    most = max(hits.values(), default=0)
    if not most:
        return []
    least = max(1, most - slack)
    found = {id_ for id_, spoken in hits.items() if spoken >= least}
    return [id_ for id_ in known.records if id_ in found]


def _is_free(item: Item) -> bool:
    return not item.by_tag.keys().isdisjoint(_IDLE)


_IDLE = FREE | {"mark", "when", "relative", "today", "daypart", "number", "unit", "story"}


def _large(item: Item) -> bool:
    """Whether a figure is so large that it says by itself of what it is."""
    return any(float(n) >= LARGE for n in item.ids("number"))


LARGE = 10_000
"""From here on a figure is no year, no floor and no number of people in a room."""


def _speakers(item: Item, known: Known) -> set[str]:
    found: set[str] = set()
    for sense in (*item.senses, *(s for p in item.pieces for s in p.senses)):
        if sense.tag == "word":
            found.add(sense.id)
        elif sense.tag in ("of_fact", "asked"):
            found.add(sense.fact)
        else:
            found |= known.index.get(("part" if sense.tag == "contrary" else sense.tag, sense.id), frozenset())
    return found


def _loss(item: Item) -> float:
    """What a word weighs that a record does not account for: another verb is worse than another name."""
    if item.has("name"):
        return 4.0
    if item.has("kind") and not item.has("light"):
        return 4.5
    return 3.0 if item.has("when", "number", "relative") else 2.0
