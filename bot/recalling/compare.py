"""The most and the least, and one thing against another: facts held side by side by what they measure."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from bot.finding import Answer, Finding, Settled, Untold
from bot.language.senses import SCALE, is_money
from bot.learning.known import Known, Record
from bot.question import MEASURES, Item, Question
from bot.recalling.cover_senses import unmeasured
from bot.recalling.degree import (
    COMPARING,
    asks_what_most,
    end_of_scale,
    goods_compared,
    leaves,
    measures_of,
    place_asked,
    qualifies,
    says_measure,
    unmarked,
    unphrased,
    without_size,
)
from bot.recalling.fits import all_fits, unaccounted, whole_fits
from bot.recalling.match import Fit
from bot.recalling.measured import Valued, has_gauge, in_one_unit, is_gauged, of_one_kind, valued_by
from bot.recalling.narrow import means
from bot.recalling.sides import (
    compared,
    fact_of_each,
    first_names,
    held_against,
    held_apart,
    is_of,
    led_up,
    of_agents,
    without_sort,
)
from bot.recalling.suits import TIME_UNITS
from bot.turn import Reason


def extreme(question: Question, known: Known) -> Finding | None:
    """The fact with the greatest or smallest figure, or the oldest or newest date; of all, or of those compared."""
    question = unphrased(question, known)
    top = end_of_scale(question)
    apart = _by_how_much(question, top, known)
    if apart is not None:
        return apart
    superlative = bool(top & {"most", "least"})
    goods = goods_compared(question) if superlative else []
    place = place_asked(question) if superlative or top & {"old", "new"} else 1
    if goods and not known.of_type(question.names, "thing"):
        question = replace(question, yesno=False)  # "제일 싼 제품"
    asked = question.foci or question.yesno or any(i.has("kind", "part") and not i.has("light") for i in question.items)
    if len(top) != 1 or not (asked or goods) or any(map(unmeasured, question.items)):
        return None
    rest = replace(
        question,
        foci=tuple(replace(f, nouns=tuple(n for n in f.nouns if n not in goods)) for f in question.foci),
        items=tuple(
            unmarked(i)
            for i in question.items
            if not ({*SCALE, "swift"} & set(i.ids("mark")) and (not i.has("part") or qualifies(i, question)))
            and not (i.role == "than" and not i.text)
            and i not in goods
            and not (place > 1 and i.has("nth"))
        ),
    )
    found = all_fits(rest, known)
    if superlative and all(f.uncovered or not f.kind_named for f in found):
        rest = without_size(rest)
        found = all_fits(rest, known)
    worded = any(i.has("part", "noun", "word") for i in rest.items)
    whole = [f for f in found if not f.uncovered and (f.kind_named or f.names_hit or (f.parts and worded))]
    if goods and not whole:  # nothing else is said but what is compared
        whole = [f for f in found if not f.uncovered and known.of_type(_told_of(f.record), "thing")]
    beside = {i.at for i in rest.items if any(0 < g.at - i.at <= 2 for g in goods)}  # "the cheapest of the new devices"
    whole = _of_noun(whole, question) or whole
    for item in (i for i in rest.items if superlative and i.has("light") and i.has("part") and i.at not in beside):
        whole = [f for f in whole if means(item, f, known)] or whole  # "the most viewers" is of figures of viewers
    comparing = bool(top & COMPARING)
    if (
        comparing
        and not question.yesno
        and not question.alternatives
        and "who" in question.asks
        and led_up(question, known)
    ):
        return Untold(Reason.NOT_STATED)
    if comparing and of_agents(question, known) and not any(map(says_measure, question.items)):
        return Untold(Reason.NOT_STATED)
    set_apart = question.alternatives or held_against(question)
    if comparing and len(question.alternatives) > 1:
        rest = without_sort(rest, question)
    priced = [i for i in question.items if "priced" in i.ids("mark") and not i.has("kind")]
    row = fact_of_each(replace(rest, alternatives=set_apart), top, priced, known) if comparing and set_apart else []
    if len(row) < 2 and not question.alternatives:
        row = whole if len(whole) > 1 and not question.yesno else compared(found, rest) if comparing else []
    ends = [i for i in question.items if {"most", "least"} & set(i.ids("mark")) and "priced" not in i.ids("mark")]
    alone = _alone_measured(row or whole, ends, question, known)
    if alone is not None:
        return _alone_said_to_be(alone, ends, question)
    row = _by_measure(row, ends)
    counted = [f for f in row if "how_many" in f.record.fact.parts] if asks_what_most(question) else []
    row = counted if len(counted) > 1 else row  # "제일 많이 나온" is of no weight
    measured = [v for f in row if (v := valued_by(f, top, rest, known)) is not None]
    measured = [v for v in measured if v.place] or measured  # who came in no place that is told has only other figures
    measured = [v for v in measured if has_gauge(v, question)]
    if any(not is_gauged(v, question) for v in measured):
        return Untold(Reason.NOT_STATED)  # who is the youngest is not told by what they weigh
    valued = measured if set_apart and in_one_unit(measured) else of_one_kind(measured)
    if comparing and not set_apart and _of_one_thing([v.fit for v in valued], question):
        return Untold(Reason.NOT_STATED)  # "which tomb gave more", of things that are all from one
    if len(valued) < 2 and _of_several(found, valued, question):
        return Untold(Reason.NOT_STATED)  # of one alone it is told, so that nothing says which is the most
    if len(valued) < 2 or len({type(v.size) for v in valued}) > 1:
        return None
    if len({v.amount.unit for v in valued if v.amount and is_money(v.amount.unit)}) > 1:
        return Untold(Reason.NOT_STATED)  # nothing says whether so many yen are more than so many won
    if len({v.amount.unit in TIME_UNITS for v in valued if v.amount}) > 1:
        return Untold(Reason.NOT_STATED)  # nor whether forty minutes are more than the fifth floor
    if any(float(v) != len(valued) for i in goods for v in i.ids("number")):
        return None  # "of the three devices", of which two are told
    if question.yesno:
        return _told_apart(valued, question, "more" in top, known) if comparing and len(valued) == 2 else None
    dated = isinstance(valued[0].size, tuple)
    if dated and not any(i.has("kind", "noun") for i in rest.items):
        return None  # people are not as old as what happened
    greatest = bool(top & {"most", "more", "new" if dated else "old"})
    ranked = sorted(valued, key=_size, reverse=greatest)
    if place > 1 and (len(ranked) < place or len({v.size for v in ranked[: place + 1]}) < len(ranked[: place + 1])):
        return Untold(Reason.NOT_STATED)  # of two that are alike none is the second
    best = ranked[place - 1]
    return _labelled([best], question, known) or Settled((Answer(best.fit.record),), "tell")


def _of_noun(whole: Sequence[Fit], question: Question) -> list[Fit]:
    """Those of what the noun speaks of that is asked for: which club scored the most is told by clubs, and not by players of them."""
    nouns = [n for f in question.foci if f.word in ("which", "what") for n in f.nouns if n.has("noun")]
    ids = {s for n in nouns for s in n.ids("noun")}
    return [f for f in whole if len(first_names(f.record)) == 1 and is_of(f.record, ids)]


def _by_measure(row: list[Fit], ends: Sequence[Item]) -> list[Fit]:
    """Of facts of a kind those that tell the measure that the superlative names, where some do."""
    held = [f for f in row if measures_of(ends) & f.record.fact.parts.keys()]
    kinds = {f.record.kind for f in held}
    return [f for f in row if f in held or f.record.kind not in kinds]


def _alone_measured(row: list[Fit], ends: Sequence[Item], question: Question, known: Known) -> Fit | None:
    """The one fact of several of a kind that tells the measure that the superlative names: of the others nothing says how high they stand."""
    held = [f for f in row if measures_of(ends) & f.record.fact.parts.keys()]
    if len(held) != 1 or question.yesno:
        return None
    alike = [f for f in (row if len(row) > 1 else whole_fits(question, known, ends)) if f.record is not held[0].record]
    return held[0] if any(f.record.kind == held[0].record.kind for f in alike) else None


def _alone_said_to_be(found: Fit, ends: Sequence[Item], question: Question) -> Finding:
    """The one fact that tells a measure, where its own sentence says that it is the most of them."""
    told = found.record.fact.told[question.lang].lower() if found.record.fact.told else ""
    forms = [w.text for i in ends for w in (i, *leaves(i)) if " " not in w.text]
    if question.lang == "ko":
        forms = [f"{most} {i.text.split()[-1][0]}" for i in ends for most in ("가장", "제일")]
    said = any(form in told for form in forms)
    return Settled((Answer(found.record),), "tell") if said else Untold(Reason.NOT_STATED)


def _by_how_much(question: Question, top: Set[str], known: Known) -> Finding | None:
    """ "How many more members has A than B?", "A는 B보다 얼마나 더 무거워": both figures, for no fact tells what lies between them."""
    asked = next((f for f in question.foci if f.word in ("how_many", "how_much", "extent")), None)
    if asked is None or not top & COMPARING or question.yesno or len(question.foci) > 1:
        return None
    marks = [i for i in question.items if COMPARING & set(i.ids("mark"))]
    set_apart = held_apart(question)
    if not set_apart or not any(0 < abs(i.at - asked.at) <= _BESIDE for i in marks):
        return None
    gone = [i for i in question.items if i.text == "than" or (i in marks and not i.has("part"))]
    rest = replace(
        question,
        marks=question.marks - COMPARING,
        alternatives=set_apart,
        items=tuple(
            replace(unmarked(i), role="" if i.role == "than" else i.role) for i in question.items if i not in gone
        ),
    )
    sides = fact_of_each(rest, frozenset(top), (), known)
    row = [v for f in sides if (v := valued_by(f, frozenset(top), rest, known)) is not None]
    if len(row) != len(set_apart) or len({v.fit.record.kind for v in row}) > 1:
        return Untold(Reason.NOT_STATED)
    return _labelled(row, question, known) or Settled(tuple(Answer(v.fit.record) for v in row), "list")


_BESIDE = 2
"""So near to the question word stands what it asks the extent of: "how much heavier", "얼마나 더"."""


def _of_one_thing(row: Sequence[Fit], question: Question) -> bool:
    """Whether all facts held side by side are of one and the same of the things of which one is asked for."""
    nouns = [
        n
        for f in question.foci
        if f.word == "which"
        for n in f.nouns[:1]
        if n.has("noun") and not n.has("kind", "part")
    ]
    ids = {s for n in nouns for s in n.ids("noun")}
    held = [ids & {*f.record.names, *f.record.near} for f in row]
    return (
        len(held) > 1
        and bool(ids)
        and bool(set.intersection(*held))
        and not any(set(f.record.names) & ids == ids and len(ids) > 1 for f in row)
    )


def _told_of(record: Record) -> list[str]:
    """What a fact is of: the names that stand in its `what`."""
    return [n for n, parts in record.names.items() if "what" in parts]


def _of_several(found: list[Fit], valued: list[Valued], question: Question) -> bool:
    """Whether the most is asked of several facts of a kind, by a measure that at most one of them tells."""
    measures = {p for i in question.items if {"most", "least"} & set(i.ids("mark")) for p in i.ids("part")}
    rivals = [f for f in found if f.kind_named and f.penalty <= 3.0 and f.record.current]
    kinds = {v.fit.record.kind for v in valued} or {f.record.kind for f in rivals}
    several = sum(f.record.kind in kinds for f in rivals) > 1
    return several and bool(measures & MEASURES) and not question.yesno and "which" in question.asks


def _labelled(valued: Sequence[Valued], question: Question, known: Known, holds: bool | None = None) -> Settled | None:
    """What facts measure, each with its title, where their kind's own sentence would not say of which it speaks."""
    answers = []
    for _, found, amount, _ in valued:
        told, kind = found.record.fact.parts, known.facts.kinds.get(found.record.kind)
        says = kind.says.get(question.lang, ()) if kind else ()
        named = any(f"{{{p}}}" in says[0] for p, t in told.items() if t.names) or "{title}" in says[0] if says else True
        part = next((p for p, t in told.items() if amount in t.values), "")
        if found.record.fact.told or named or not part or not found.record.fact.title:
            return None
        answers.append(Answer(found.record, (part,)))
    return Settled(tuple(answers), "value", label=True, holds=holds)


def _told_apart(valued: list[Valued], question: Question, more: bool, known: Known) -> Finding | None:
    """ "Is A dearer than B?": yes or no, with both figures."""
    standard = next((i for i in question.items if i.role == "than" or "than" in i.text), None)
    first, second = sorted(valued, key=lambda one: _first_word(one.fit, question))
    if standard is not None and standard.role == "than" and _is_standard(first.fit, second.fit, standard, question):
        first, second = second, first  # "A보다 B가"
    if first.size == second.size:
        return None
    holds = (first.size > second.size) == more  # type: ignore[operator]
    labelled = _labelled((first, second), question, known, holds)
    return labelled or Settled((Answer(first.fit.record), Answer(second.fit.record)), "list", holds=holds)


def _is_standard(found: Fit, other: Fit, standard: Item, question: Question) -> bool:
    """Whether a fact is what the other is held against: of the two it alone tells of that, or says it first."""
    names = {*standard.ids("name"), *standard.ids("noun")}
    of_it = [bool(names & f.record.names.keys()) for f in (found, other)]
    return of_it[0] if len(set(of_it)) > 1 else _first_word(found, question) == standard.at


def _size(valued: Valued) -> float | tuple[int, ...]:
    return valued.size


def _first_word(found: Fit, question: Question) -> int:
    """Where the question first says what only this fact accounts for."""
    lost = unaccounted(found)
    return min((i.at for i in question.items if i.at not in lost and i.has("name", "noun", "word")), default=0)
