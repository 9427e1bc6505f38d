"""What a question holds against one another, and which fact stands on either side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.facts import AGENTS
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.either import only
from bot.recalling.fits import unaccounted, whole_fits
from bot.recalling.match import Fit
from bot.recalling.measured import measurable, price_of, tells_one_figure, valued_by


def held_against(question: Question) -> tuple[frozenset[int], ...]:
    """What is held against a standard, and that: "is Bolt dearer than Acme", "볼트가 가나보다 비싸"; not by how much."""
    return () if {"extent", "how_much", "how_many", "how_long"} & set(question.asks) else held_apart(question)


def held_apart(question: Question) -> tuple[frozenset[int], ...]:
    """The names before "than" and those behind it, by their tokens; in Korean the one with 보다, and the others."""
    than = next((i.at for i in question.items if i.text == "than"), None)
    for sort in (("name",), ("name", "noun")):  # a noun for what is counted is no side: "has A more songs than B"
        named = [i for i in question.items if i.has(*sort)]
        standard = frozenset(i.at for i in named if (i.role == "than" if than is None else i.at > than))
        subject = frozenset(i.at for i in named if i.at not in standard)
        if subject and standard:
            return subject, standard
    return ()


def fact_of_each(question: Question, top: frozenset[str], priced: Sequence[Item], known: Known) -> list[Fit]:
    """For each of the things set against one another, the fact that has a figure of it; what asks for a price aside."""
    found = []
    sided = frozenset[int]().union(*question.alternatives)
    measured = any(i.has("part") and not i.has("mark", "light", "name") and i.at not in sided for i in question.items)
    who = any(f.word == "who" for f in question.foci)
    # "who got more votes": which votes is asked, and not who there was
    foci = () if who and measured else question.foci
    for alternative in question.alternatives:
        alone = replace(only(question, alternative), foci=foci, yesno=False)
        fits = [f for f in whole_fits(alone, known, priced) if valued_by(f, top, alone, known) is not None]
        names = {n for i in alone.items for n in i.ids("name")}
        if fits:
            found.append(sorted(fits, key=lambda f: _likeness(f, names, known), reverse=True))
    both = set.intersection(*({f.record.fact.id for f in fits} for fits in found)) if len(found) > 1 else set()
    apart = [[f for f in fits if f.record.fact.id not in both] for fits in found]
    found = apart if all(apart) else found  # what is of both is the figure of neither
    shared = set.intersection(*({f.record.kind for f in fits} for fits in found)) if len(found) > 1 else set()
    # how long a film is, not how long it was shot
    alike = [[f for f in fits if f.record.kind in shared] for fits in found]
    return [fits[0] for fits in (alike if shared else found)]


def _likeness(found: Fit, names: set[str], known: Known) -> tuple[bool, bool, bool, float]:
    """How likely the figure of a fact is meant: what has a word of its own for it comes first, then what is of the names."""
    told = found.record.fact.parts
    measured = [p for p in found.parts if p in told and measurable(told[p].values)]  # not which of the two is asked
    own = bool(measured) and measured[0] not in known.general
    return bool(measured), own, is_of(found.record, names), found.weight


def is_of(record: Record, names: set[str]) -> bool:
    """Whether one of these is what a fact is of, and does not only stand in it: the name that it tells first."""
    return bool(names.intersection(first_names(record)))


def first_names(record: Record) -> tuple[str, ...]:
    """The names of the first part of a fact that tells any: whom or what it is of."""
    return next((t.names for t in record.fact.parts.values() if t.names), ())


def compared(found: list[Fit], question: Question) -> list[Fit]:
    """Facts of one kind that each account for one of the things compared, and for all else."""
    lost = set[int]().union(*map(unaccounted, found))
    priced = "priced" in question.marks
    swift = "swift" in question.marks
    telling = [
        f for f in found if f.parts or (priced and price_of(f.record) is not None) or tells_one_figure(f) or swift
    ]
    row = []
    for at in sorted(lost):
        others = [f for f in telling if at not in unaccounted(f) and f.names_hit + len(f.uncovered) > 0]
        best = max(others, key=lambda f: (-f.penalty, f.weight), default=None)
        if best is not None and len(unaccounted(best)) <= 1 and best not in row:
            row.append(best)
    if len(row) == 1:  # the other one tells of both, by a word of its text
        whole = [f for f in telling if not f.uncovered and f.record.kind == row[0].record.kind]
        row = [*(f for f in whole if len(whole) == 1 and f.record is not row[0].record), *row]
    return row


def without_sort(rest: Question, question: Question) -> Question:
    """Without the noun for the sort of things set against one another, which need not be a word of each: "which crown is heavier, A or B?"."""
    sides = [i for i in question.items if i.has("name") and any(i.at in a for a in question.alternatives)]
    nouns = {n.at for f in question.foci for n in f.nouns if n.has("noun") and not n.has("part", "kind", "name")}
    if len(sides) < len(question.alternatives) or not nouns:
        return rest
    foci = tuple(replace(f, nouns=tuple(n for n in f.nouns if n.at not in nouns)) for f in rest.foci)
    return replace(rest, foci=foci, items=tuple(i for i in rest.items if i.at not in nouns))


def of_agents(question: Question, known: Known) -> bool:
    """Whether people or houses are set against one another, which have no measure of their own."""
    sides = [i for i in question.items if any(i.at in a for a in question.alternatives)]
    return bool(sides) and all(known.of_type(i.ids("name"), *AGENTS) for i in sides)


def led_up(question: Question, known: Known) -> bool:
    """Whether two are named before what is asked of them: "A and B had as many points, so who came higher?"."""
    return sum(i.lends is not None and bool(known.of_type(i.ids("name"), *AGENTS)) for i in question.items) > 1
