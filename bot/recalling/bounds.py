"""Yes/no questions that hold what a fact tells against a bound: "for more than an hour?", "5시 전에 끝났어?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from bot.facts import Amount, Value, When
from bot.finding import Answer, Finding, Settled, Untold
from bot.language.senses import currencies
from bot.learning.dates import minutes
from bot.learning.known import Known
from bot.question import Item, Question
from bot.recalling.askable import is_anchored
from bot.recalling.choose_names import CLOSE
from bot.recalling.fits import whole_fits
from bot.recalling.match import Fit
from bot.recalling.suits import SECONDS, TIME_UNITS
from bot.turn import Memory, Reason

_Side = Literal["over", "under", "at_least", "at_most", "as_much"]

_OF_FIGURES: dict[str, _Side] = {"more": "over", "less": "under"}
_OF_HOURS: dict[str, _Side] = {"after": "over", "before": "under"}
"""Marks that set a bound beside a figure, and beside an hour; words that do nothing else have the tag `bound`."""

_HALF_DAY = 12 * 60


class Bound(NamedTuple):
    """What a question says that something lies beyond or within."""

    side: _Side
    items: tuple[Item, ...]
    """The words that say it, which no fact accounts for."""
    value: float
    """The figure as it stands, or an hour in minutes since midnight."""
    units: frozenset[str] = frozenset()
    """The units that the figure may be in."""
    parts: frozenset[str] = frozenset()
    """Ids of the parts that the word behind the figure may name, where it is no unit: "10 years old"."""
    hour: When | None = None

    @property
    def is_lower(self) -> bool:
        """Whether what lies beyond it is more or later."""
        return self.side in ("over", "at_least")


def bound_of(question: Question) -> Bound | None:
    """The first bound of a question: a figure with its unit, or an hour, with a word beside it that makes it one."""
    items = [i for i in words_of(question) if i.lends is None]
    for n, item in enumerate(items):
        hour, figure = _hour(item, question), _figure(items, n)
        if hour is None and figure is None:
            continue
        behind = n if hour else _unit_behind(items, n)
        for word in _beside(items, n, behind, question):
            bare = behind == n and figure in range(1, 13) and word.text.isascii() and word.has("mark")  # "before 10"
            clock = When(hour=int(figure)) if figure and bare and _side(word, True) else hour
            side = _side(word, clock is not None) or (_against(word) if items[behind].role == "than" else None)
            side = side or ("as_much" if _is_length(items, n, behind, word) else None)
            if side is None or _spread(items, word, behind):
                continue
            said = (word, *(i for i in items[n : behind + 1] if i is not word), *_money_before(items, n))
            if clock is not None:
                return Bound(side, said, 60.0 * (clock.hour or 0) + (clock.minute or 0), hour=clock)
            units = frozenset(u for i in said if i is not word for u in (*i.ids("unit"), *_currencies(i)))
            parts = frozenset(items[behind].ids("part") if not units and behind > n else ())
            return Bound(side, said, figure or 0.0, units, parts)
    return None


_NOON = When(daypart="noon", hour=12)


def _hour(item: Item, question: Question) -> When | None:
    noon = _NOON if "noon" in item.ids("daypart") else None
    return next((question.times[w] for w in item.ids("when") if question.times[w].hour is not None), noon)


def _figure(items: Sequence[Item], at: int) -> float | None:
    """The figure that a word is; "an hour" is one."""
    one = items[at].text in ("a", "an") and items[at + 1 : at + 2] and items[at + 1].has("unit")
    return next(map(float, items[at].ids("number")), 1.0 if one else None)


def words_of(question: Question) -> Iterator[Item]:
    """The words of a question, one by one where a phrase holds a part of the day, or counts one unit: "before noon", "a year"."""
    for item in question.items:
        apart = any(p.has("daypart") for p in item.pieces) or _is_one(item) or item.text == "been over"
        yield from item.pieces if apart else (item,)


def _is_one(item: Item) -> bool:
    """Whether a phrase is so many of a unit, and no more: "a year", "1년", which may also say how often."""
    if len(item.pieces) == 2 and item.text[:1].isdigit() and item.pieces[1].has("unit") and not item.has("unit"):
        return item.pieces[0].has("number")
    return [p.text for p in item.pieces[:1]] in (["a"], ["an"]) and len(item.pieces) == 2 and item.pieces[1].has("unit")


def _unit_behind(items: Sequence[Item], at: int) -> int:
    """Where what a figure is of stands: "30 minutes", "half an hour", "10 years old"; the figure's own place where nothing does."""
    for n in range(at + 1, min(at + 3, len(items))):
        if n == at + 1 and items[n].has("part") and not items[n].has("kind", "bound"):
            return n
        if items[n].has("unit"):
            return n
        if not items[n].has("light"):
            break
    return at


def _money_before(items: Sequence[Item], at: int) -> tuple[Item, ...]:
    """The sign of a currency, which stands before its figure."""
    return tuple(i for i in items[max(at - 1, 0) : at] if _currencies(i))


def _currencies(item: Item) -> frozenset[str]:
    return currencies(item.ids("sort"))


def _beside(items: Sequence[Item], at: int, behind: int, question: Question) -> Iterator[Item]:
    """The words next to a figure that may make it a bound: before it, in Korean also behind its unit."""
    if question.asked_in == "ko":
        for item in items[behind + 1 : behind + 3]:
            yield item
            if not item.has("light"):
                break
    for item in reversed(items[max(at - 3, 0) : at]):
        yield item
        if not item.has("light", "unit") and not _currencies(item):
            break


def _side(item: Item, of_hour: bool) -> _Side | None:
    for side in item.ids("bound"):
        return side  # type: ignore[return-value]
    if "undone" in item.ids("mark") and not of_hour:
        return "under"  # "한 시간 안 됐어"
    marks = _OF_HOURS if of_hour else _OF_FIGURES
    return next((marks[m] for m in item.ids("mark") if m in marks), None)


def _is_length(items: Sequence[Item], at: int, behind: int, word: Item) -> bool:
    """Whether one of a unit of time is said to be how long something was: "did it last an hour", "was it about a year since"."""
    timed = behind > at and set(items[behind].ids("unit")) <= TIME_UNITS
    return timed and items[at].text in ("a", "an") and word.text in _LASTING


_LASTING = frozenset(
    {"it", "for", "about", "around", "last", "lasted", "take", "took", "roughly", "almost", "nearly", "been"}
)
_ALIKE = 0.1
"""So much may what is told differ from "an hour" that is meant as it stands."""


def _spread(items: Sequence[Item], word: Item, behind: int) -> bool:
    """Whether it is said over what time something is spent, which is no bound: "to be spent over ten years".

    So it is right behind a deed of which years are told, for what is short is never spread: "is the grant over two years".
    """
    if not word.has("prep") or any({"how_long", "age"} & set(i.ids("part")) for i in items[behind + 1 : behind + 2]):
        return False
    years = bool(_SPREAD & set(items[behind].ids("unit")))
    before = [i for i in items if i.at == word.at - 1 and i.has("kind")]
    return any(years or "how_much" in i.ids("part") for i in before)


_SPREAD = frozenset({"week", "month", "year"})
"""Units of a time over which things are spread."""


def _against(item: Item) -> _Side | None:
    """What an adjective says behind the standard of a comparison: "한 시간보다 길었어", "만 원보다 싸"."""
    if not item.has("mark", "part", "verb"):
        return None
    return "under" if {"small", "less"} & set(item.ids("mark")) else "over"


def bounded(question: Question, known: Known, memory: Memory) -> Finding | None:
    """Yes or no with what is told; None where a question sets no bound, or nothing is known of what it sets it to."""
    bound = bound_of(question) if question.yesno and not question.alternatives else None
    if bound is None or any("not" in i.ids("mark") for i in question.items if i not in bound.items):
        return None
    rest = replace(question, items=tuple(i for i in words_of(question) if i not in bound.items))
    whole = [f for f in whole_fits(rest, known) if f.kind_named or f.names_hit or f.parts]
    if not is_anchored(rest):
        spoken = [f for f in whole if f.record.fact.id in memory.facts]
        whole = spoken or ([] if rest.anaphora else whole)
    if not whole:
        return None
    if question.opener in ("can", "may") and bound.side == "at_most":
        bound = bound._replace(side="at_least")  # one may take up to two days where three are the most
    lasting = question.opener in ("is", "are") or any(still in question.text for still in _STILL)
    top = max(whole, key=lambda f: f.weight)
    verdicts = [held for f in whole if (held := _held(f, bound, lasting)) is not None]
    ended = [v for v in verdicts if v.named and bound.hour is not None]  # only one of them tells when it was over
    near = [v for v in verdicts if v.fit.weight > top.weight - CLOSE]
    verdicts = ended or [v for v in near if v.named] or near
    best = max(verdicts, key=lambda v: (v.fit.weight, v.fit.record.current), default=None)
    if best is None or best.holds is None or any(v.holds != best.holds for v in verdicts):
        return Untold(Reason.NOT_STATED, (), (best.fit if best else top).record)
    return Settled((Answer(best.fit.record, (best.part,)),), "value", holds=best.holds)


_STILL = ("에도", "서도", "후도", "까지도")
"""Behind an hour they ask whether something lasts till then."""


class _Verdict(NamedTuple):
    """What a fact says to a bound."""

    fit: Fit
    part: str
    named: bool
    """Whether the question says of which part the bound is: "was it over after 5?"."""
    holds: bool | None


def _held(found: Fit, bound: Bound, lasting: bool) -> _Verdict | None:
    """What a fact says to a bound by the part that it is of; None where it tells none of that sort.

    What lasts is still so after an hour where its end is after that, and so before one where its beginning is.
    """
    told = found.record.fact.parts
    late = bound.is_lower or any("end" in i.ids("part") for i in found.items)
    spans = {p: spans for p, t in told.items() if (spans := [s for v in t.values if (s := _span(v, p, bound, late))])}
    usual = "when" if bound.hour is not None else "how_long" if bound.units and bound.units <= TIME_UNITS else ""
    named = [p for i in found.items for p in i.ids("part") if p in spans] or list(bound.parts & spans.keys())
    verbal = all(
        i.has("verb") or not set(i.ids("part")) & set(found.parts) for i in found.items if not i.has("number", "unit")
    )
    if found.parts and not bound.parts and not spans.keys() & set(found.parts) and not (verbal and usual in spans):
        return None  # what is asked of is another part
    asked = [p for p in found.parts if p in spans] or named
    if not asked and usual:
        asked = [usual] if usual in spans or usual in found.record.fact.not_told else []
    asked = [
        p for p in asked if p not in spans or not any(isinstance(v, When) and v.until for v in told[p].values)
    ] or asked
    if lasting and bound.hour is not None and {"start", "end"} <= spans.keys():
        asked = ["end" if bound.is_lower else "start"]
    parts = list(dict.fromkeys(asked or spans))
    if not any(p in spans for p in parts):
        return None
    if len(parts) != 1 or len(spans[parts[0]]) != 1:
        return _Verdict(found, parts[0], bool(named), None)  # nothing says of which figure
    return _Verdict(found, parts[0], bool(named), _lies(*spans[parts[0]][0], bound))


def _span(value: Value, part: str, bound: Bound, late: bool) -> tuple[float, float] | None:
    """From where to where a value reaches, in the unit of the bound; None where it is of another sort."""
    match value:
        case Amount() if bound.hour is None and (value.unit in bound.units or part in bound.parts):
            return value.value, value.value
        case Amount() if bound.hour is None and bound.units and {value.unit, *bound.units} <= TIME_UNITS:
            figure = value.value * SECONDS[value.unit] / SECONDS[min(bound.units)]
            return figure, figure
        case When(until=None) if bound.hour is not None:
            return minutes(value)
        case When(until=When() as until) if bound.hour is not None and until.hour is not None:
            return minutes(until if late else value)
    return None


def _lies(low: float, high: float, bound: Bound) -> bool | None:
    """Whether all that lies from `low` to `high` is on one side of a bound; None where that is not told."""
    limit = bound.value
    if bound.hour is not None and bound.hour.daypart is None and limit < _HALF_DAY <= low:
        limit += _HALF_DAY  # "5시" of an afternoon
    match bound.side:
        case "as_much":
            return abs(low - limit) <= _ALIKE * limit
        case "over" | "at_least" if low > limit or (low == limit and bound.side == "at_least"):
            return True
        case "over" | "at_least" if high < limit or (high == limit and bound.side == "over"):
            return False
        case "under" | "at_most" if high < limit or (high == limit and bound.side == "at_most"):
            return True
        case "under" | "at_most" if low > limit or (low == limit and bound.side == "under"):
            return False
    return None
