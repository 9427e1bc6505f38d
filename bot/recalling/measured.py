"""What a fact measures: the figure or date by which a question compares it, and whether others may be held beside it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from bot.facts import Amount, Value, When
from bot.language.senses import SCALE, is_money
from bot.language.text import words_in
from bot.learning.dates import order
from bot.learning.known import Known, Record
from bot.question import MEASURES, Question
from bot.recalling.degree import asks_what_most, leaves
from bot.recalling.match import Fit
from bot.recalling.suits import SECONDS, TIME_UNITS


class Valued(NamedTuple):
    """A fact with what it measures, or its date."""

    size: float | tuple[int, ...]
    fit: Fit
    amount: Amount | None = None
    """The figure as it is told; None of a date."""
    place: bool = False
    """It is the place that somebody came in."""


def valued_by(found: Fit, top: frozenset[str], question: Question, known: Known) -> Valued | None:
    """A fact with the figure or date by which a question compares; None where it tells none such."""
    told = found.record.fact.parts
    if "priced" in question.marks:
        named = {p for i in question.items if not i.has("name", "mark") for p in i.ids("part")}
        price = price_of(found.record, named) or price_of(found.record)
        return None if price is None else Valued(price.value, found, price)
    others = (i for i in question.items if not set(i.ids("noun")) & found.record.names.keys())  # "which phone"
    asked = {n.at for f in question.foci for n in f.nouns if n.has("sort")}  # "표 제일 많은 사람": no number of people
    others = (i for i in others if i.at not in asked and not i.has("light"))
    if any(MEASURES & set(i.ids("part")) and not told.keys() & set(i.ids("part")) for i in others):
        return None  # another measure than it has is asked for
    superlative = bool(top & {"most", "least"})
    words = [i for i in question.items if not i.has("name", "auxiliaries") and (superlative or not i.has("light"))]
    words += [w for i in words if {"most", "least"} & set(i.ids("mark")) for w in leaves(i)]
    spoken = {s.id for i in words for s in i.senses if s.tag == "part" and not (s.like and i.has("light"))}
    sizes = [p for p in told if measurable(told[p].values)]
    if top <= {"most", "least"}:  # of dates the latest is no greatest
        sizes = [p for p in sizes if any(isinstance(v, Amount) for v in told[p].values)]
    parts = [p for p in sizes if p in spoken and p not in question.asks]
    silent = any(p not in known.general and p in found.record.fact.not_told for p in found.missing)
    if not parts and not found.parts and silent:
        return None  # it is known not to tell the very figure that is asked
    parts = parts or [p for p in found.parts if p in sizes]
    bare = any(i.text.split()[-1:] in (["most"], ["least"]) and SCALE & set(i.ids("mark")) for i in question.items)
    worded = not bare or any(i.has("noun") or MEASURES & set(i.ids("part")) for i in question.items)
    parts = parts or [p for p in told if worded and measurable(told[p].values)]
    if not {*parts} & spoken and _RANKED & set(words_in(question.text.lower())):
        parts = [p for p in parts if is_place(p, found.record, known)] or parts
    if not found.parts and sum(isinstance(v, Amount) for p in parts for v in told[p].values) > 1:
        parts = [p for p in parts if p in MEASURES]  # nothing else says which of its figures is meant
    if asks_what_most(question) and "how_many" in parts and not {*parts} & spoken:
        parts = ["how_many"]
    swift = "swift" in question.marks
    if swift:
        parts = [p for p in told if any(isinstance(v, Amount) and (_lasts(v) or v.per) for v in told[p].values)]
        parts = sorted(parts, key=lambda p: p not in spoken)
    values = [v for p in parts for v in told[p].values]
    dated = next((order(v) for v in values if isinstance(v, When) and v.year), None)
    if top & {"old", "new"} and dated is not None:
        return Valued(dated, found)
    amount = next((v for v in values if isinstance(v, Amount)), None)
    if amount is None:
        return None
    size = amount.value * SECONDS[amount.unit] if _lasts(amount) else amount.value
    place = any(amount in told[p].values and is_place(p, found.record, known) for p in parts)
    least = place or (swift and _lasts(amount))  # the fastest takes the least time, and first place is highest
    return Valued(-size if least else size, found, amount, place)


def is_place(part: str, record: Record, known: Known) -> bool:
    """Whether a part tells the place that somebody came in, of which the first is the highest."""
    words = {w for ws in known.part(record, part).words.values() for w in ws}
    return bool(_PLACES & words) and "which" in known.part(record, part).asks


_RANKED = frozenset({"higher", "lower", "highest", "lowest", "better", "worse", "best", "worst", "높은", "낮은"})
_PLACES = frozenset({"rank", "ranking", "place", "position", "placing", "순위", "등수", "등", "위"})


def _lasts(amount: Amount) -> bool:
    """Whether a figure is a length of time."""
    return amount.unit in TIME_UNITS and not amount.per


def price_of(record: Record, named: Set[str] = frozenset()) -> Amount | None:
    """The first sum of money that a fact tells: in one of these parts, where some are named ("is A's rent dearer")."""
    told = (t for p, t in record.fact.parts.items() if not named or p in named)
    amounts = (v for t in told for v in t.values if isinstance(v, Amount))
    return next((v for v in amounts if is_money(v.unit)), None)


def measurable(values: Sequence[Value]) -> bool:
    """Whether there is a figure or a time among what a part tells."""
    return any(isinstance(v, Amount | When) for v in values)


def tells_one_figure(found: Fit) -> bool:
    """Whether a fact whose kind is named tells one figure alone: "did A sell more than B", "did A get more rain than B"."""
    told = found.record.fact.parts
    amounts = [p for p, t in told.items() if any(isinstance(v, Amount) for v in t.values)]
    return found.kind_named and len(amounts) == 1


def in_one_unit(valued: list[Valued]) -> bool:
    """Whether two facts measure the same part in the same unit, of whatever kind they are."""
    told = [
        {(p, v.unit) for p in MEASURES & t.keys() for v in t[p].values if isinstance(v, Amount)}
        for t in (v.fit.record.fact.parts for v in valued)
    ]
    return len(told) == 2 and bool(told[0] & told[1])


def of_one_kind(valued: list[Valued]) -> list[Valued]:
    """The facts of the kind that most of them, and those that fit best, are of."""
    kinds: dict[str, list[Valued]] = {}
    for one in valued:
        kinds.setdefault(one.fit.record.kind, []).append(one)
    return max(kinds.values(), key=lambda row: (sum(v.fit.kind_named for v in row), len(row)), default=[])


_UNITS: dict[str, Set[str]] = {
    "age": {"year", "month", ""},
    "length": {"m", "metre", "cm", "mm", "km", "kilometre", "inch", "ft", "mile", "floor"},
    "span": {"m", "metre", "cm", "mm", "km", "kilometre", "inch", "ft", "mile", "page", "word", "stop", *TIME_UNITS},
    "strength": set(),
}
"""The units of what a word measures that compares by one sort of measure alone."""


def has_gauge(valued: Valued, question: Question) -> bool:
    """Whether a fact tells the part that an adjective names which compares by one sort of measure alone."""
    named = [i for i in question.items if i.has("gauge") and i.has("part") and not i.has("kind", "name")]
    return all(valued.fit.record.fact.parts.keys() & set(i.ids("part")) for i in named)


def is_gauged(valued: Valued, question: Question) -> bool:
    """Whether a figure is of the sort by which an adjective compares, where no part of a fact has that adjective."""
    compared = [i for i in question.items if i.has("mark") and not i.has("part")]
    gauges = [g for i in compared for w in (i, *i.pieces) for g in w.ids("gauge")]
    return valued.amount is None or not gauges or any(valued.amount.unit in _UNITS[g] for g in gauges)
