"""The most and the least, and one thing against another: facts held side by side by what they measure."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from bot.cover import unmeasured
from bot.dates import order
from bot.either import only
from bot.facts import AGENTS, Amount, Value, When
from bot.finding import Answer, Finding, Settled, Untold
from bot.known import NAME_KIND, Known, Record
from bot.match import Fit, fit, likely, whole_fit
from bot.narrow import means
from bot.question import MEASURES, Item, Question
from bot.senses import SCALE, Sense, is_money
from bot.suits import SECONDS, TIME_UNITS
from bot.text import words_in
from bot.turn import Reason

COMPARING = frozenset({"more", "less"})
"""Marks that hold two things against one another."""


class _Valued(NamedTuple):
    """A fact with what it measures, or its date."""

    size: float | tuple[int, ...]
    fit: Fit
    amount: Amount | None = None
    """The figure as it is told; None of a date."""
    place: bool = False
    """It is the place that somebody came in."""


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
    return [f if len(_lost(f)) < 2 else f.unasked() for f in found]


def _lost(found: Fit) -> set[int]:
    """Where the words stand that a fact does not account for, those of a name together."""
    return {i.at for i in found.uncovered}


def facts_of(known: Known) -> list[Record]:
    """The facts of the base, without names' own entries and what is simply told."""
    return [r for r in known.records.values() if r.kind != NAME_KIND and not r.phrasings]


def extreme(question: Question, known: Known) -> Finding | None:
    """The fact with the greatest or smallest figure, or the oldest or newest date; of all, or of those compared."""
    question = _unphrased(question, known)
    top = _top(question)
    apart = _by_how_much(question, top, known)
    if apart is not None:
        return apart
    superlative = bool(top & {"most", "least"})
    goods = _goods(question) if superlative else []
    place = _place(question) if superlative or top & {"old", "new"} else 1
    if goods and not known.of_type(question.names, "thing"):
        question = replace(question, yesno=False)  # "제일 싼 제품"
    asked = question.foci or question.yesno or any(i.has("kind", "part") and not i.has("light") for i in question.items)
    if len(top) != 1 or not (asked or goods) or any(map(unmeasured, question.items)):
        return None
    rest = replace(
        question,
        foci=tuple(replace(f, nouns=tuple(n for n in f.nouns if n not in goods)) for f in question.foci),
        items=tuple(
            _unmarked(i)
            for i in question.items
            if not ({*SCALE, "swift"} & set(i.ids("mark")) and (not i.has("part") or _qualifies(i, question)))
            and not (i.role == "than" and not i.text)
            and i not in goods
            and not (place > 1 and i.has("nth"))
        ),
    )
    found = all_fits(rest, known)
    if superlative and all(f.uncovered or not f.kind_named for f in found):
        rest = _without_size(rest)
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
        and _led_up(question, known)
    ):
        return Untold(Reason.NOT_STATED)
    if comparing and _of_agents(question, known) and not any(map(_says_measure, question.items)):
        return Untold(Reason.NOT_STATED)
    set_apart = question.alternatives or _than(question)
    if comparing and len(question.alternatives) > 1:
        rest = _without_sort(rest, question)
    priced = [i for i in question.items if "priced" in i.ids("mark") and not i.has("kind")]
    row = _sides(replace(rest, alternatives=set_apart), top, priced, known) if comparing and set_apart else []
    if len(row) < 2 and not question.alternatives:
        row = whole if len(whole) > 1 and not question.yesno else _compared(found, rest, known) if comparing else []
    ends = [i for i in question.items if {"most", "least"} & set(i.ids("mark"))]
    alone = _alone_measured(row or whole, ends, question, known)
    if alone is not None:
        return _alone_said_to_be(alone, ends, question)
    row = _by_measure(row, ends)
    counted = [f for f in row if "how_many" in f.record.fact.parts] if _many(question) else []
    row = counted if len(counted) > 1 else row  # "제일 많이 나온" is of no weight
    measured = [v for f in row if (v := _valued(f, top, rest, known)) is not None]
    measured = [v for v in measured if v.place] or measured  # who came in no place that is told has only other figures
    measured = [v for v in measured if _has_gauge(v, question)]
    if any(not _is_gauged(v, question) for v in measured):
        return Untold(Reason.NOT_STATED)  # who is the youngest is not told by what they weigh
    valued = measured if set_apart and _in_one_unit(measured) else _of_one_kind(measured)
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
    first = {f.record.fact.id: next((t.names for t in f.record.fact.parts.values() if t.names), ()) for f in whole}
    return [f for f in whole if len(first[f.record.fact.id]) == 1 and ids.intersection(first[f.record.fact.id])]


def _without_size(question: Question) -> Question:
    """Without words for great and small alone, where no fact has them for a part of its own: "the largest gift"."""
    gone = {i.at for i in question.items if i.text in _OF_ANY_SIZE or _is_of_any_size(i.text)}
    foci = tuple(replace(f, nouns=tuple(n for n in f.nouns if n.at not in gone)) for f in question.foci)
    return (
        replace(question, foci=foci, items=tuple(i for i in question.items if i.at not in gone)) if gone else question
    )


def _is_of_any_size(text: str) -> bool:
    """Whether Korean words say that something is the greatest or smallest, and not by what: "제일 큰"."""
    most, _, size = text.partition(" ")
    return most in _OF_ALL and size.startswith(("큰", "크", "커", "작"))


_OF_ANY_SIZE = frozenset({"largest", "biggest", "greatest", "highest", "smallest", "lowest"})


def _place(question: Question) -> int:
    """Which in the row of the greatest or the smallest is asked for: "the second largest", "두 번째로 큰"."""
    tops = [i.at for i in question.items if {"most", "least", "old", "new"} & set(i.ids("mark"))]
    marks = [i for i in question.items if i.has("nth") and any(0 < at - i.at <= _NTH_BEFORE for at in tops)]
    return max(1, int(marks[0].ids("nth")[0])) if len(marks) == 1 else 1


_NTH_BEFORE = 5
"""So near before the word for the most stands the ordinal: "두 번째로 관중이 가장 많은"."""


def _qualifies(item: Item, question: Question) -> bool:
    """Whether a word that compares stands right before the noun for what is measured: "the bigger share"."""
    behind = next((i for i in question.items if i.at == item.at + 1), None)
    return behind is not None and behind.has("part") and not behind.has("mark", "name", "light") and item.text.isascii()


def _led_up(question: Question, known: Known) -> bool:
    """Whether two are named before what is asked of them: "A and B had as many points, so who came higher?"."""
    return sum(i.lends is not None and bool(known.of_type(i.ids("name"), *AGENTS)) for i in question.items) > 1


def _unphrased(question: Question, known: Known) -> Question:
    """With the words one by one of a superlative that an author wrote down for another fact: "the highest hall", "가장 많다"."""
    taken = {i.at: words for i in question.items if (words := _superlative(i, known))}
    if not taken or whole_fits(question, known):
        return question
    items = tuple(w for i in question.items for w in taken.get(i.at, (i,)))
    return replace(question, items=items, marks=question.marks | {m for i in items for m in i.ids("mark")})


def _superlative(item: Item, known: Known) -> tuple[Item, ...]:
    """The words of an author's phrase one by one, where one of them says that something is the most or the least; none of any other."""
    written = any(s.tag in ("word", "of_fact") or (s.tag in ("part", "kind") and s.fact) for s in item.senses)
    words = item.text.split()
    if not written or item.has("name") or len(words) < len(("the", "most")):
        return ()
    apart = _leaves(item)
    if len(apart) < len(words):
        degree = replace(item, text=words[0], senses=known.lexicon.senses(words[0]), pieces=())
        apart = (degree, replace(item, text=words[-1], senses=(Sense("light", ""),), pieces=()))
    return apart if any({"most", "least"} & set(w.ids("mark")) for w in apart) else ()


def _leaves(item: Item) -> tuple[Item, ...]:
    """The words of a phrase one by one."""
    return tuple(w for p in item.pieces for w in _leaves(p)) or (item,)


def _measures_of(ends: Sequence[Item]) -> set[str]:
    """The parts that superlatives name: "the highest" that for a height."""
    return {p for i in ends for w in (i, *_leaves(i)) for p in w.ids("part")} - MEASURES


def _by_measure(row: list[Fit], ends: Sequence[Item]) -> list[Fit]:
    """Of facts of a kind those that tell the measure that the superlative names, where some do."""
    held = [f for f in row if _measures_of(ends) & f.record.fact.parts.keys()]
    kinds = {f.record.kind for f in held}
    return [f for f in row if f in held or f.record.kind not in kinds]


def _alone_measured(row: list[Fit], ends: Sequence[Item], question: Question, known: Known) -> Fit | None:
    """The one fact of several of a kind that tells the measure that the superlative names: of the others nothing says how high they stand."""
    held = [f for f in row if _measures_of(ends) & f.record.fact.parts.keys()]
    if len(held) != 1 or question.yesno:
        return None
    alike = [f for f in (row if len(row) > 1 else whole_fits(question, known, ends)) if f.record is not held[0].record]
    return held[0] if any(f.record.kind == held[0].record.kind for f in alike) else None


def _alone_said_to_be(found: Fit, ends: Sequence[Item], question: Question) -> Finding:
    """The one fact that tells a measure, where its own sentence says that it is the most of them."""
    told = found.record.fact.told[question.lang].lower() if found.record.fact.told else ""
    forms = [w.text for i in ends for w in (i, *_leaves(i)) if " " not in w.text]
    if question.lang == "ko":
        forms = [f"{most} {i.text.split()[-1][0]}" for i in ends for most in ("가장", "제일")]
    said = any(form in told for form in forms)
    return Settled((Answer(found.record),), "tell") if said else Untold(Reason.NOT_STATED)


def _many(question: Question) -> bool:
    """Whether it is asked of what there is the most: "제일 많이 나온"."""
    return "많이" in question.text and bool(SCALE & question.marks)


def _by_how_much(question: Question, top: Set[str], known: Known) -> Finding | None:
    """ "How many more members has A than B?", "A는 B보다 얼마나 더 무거워": both figures, for no fact tells what lies between them."""
    asked = next((f for f in question.foci if f.word in ("how_many", "how_much", "extent")), None)
    if asked is None or not top & COMPARING or question.yesno or len(question.foci) > 1:
        return None
    marks = [i for i in question.items if COMPARING & set(i.ids("mark"))]
    set_apart = _held_apart(question)
    if not set_apart or not any(0 < abs(i.at - asked.at) <= _BESIDE for i in marks):
        return None
    gone = [i for i in question.items if i.text == "than" or (i in marks and not i.has("part"))]
    rest = replace(
        question,
        marks=question.marks - COMPARING,
        alternatives=set_apart,
        items=tuple(
            replace(_unmarked(i), role="" if i.role == "than" else i.role) for i in question.items if i not in gone
        ),
    )
    sides = _sides(rest, frozenset(top), (), known)
    row = [v for f in sides if (v := _valued(f, frozenset(top), rest, known)) is not None]
    if len(row) != len(set_apart) or len({v.fit.record.kind for v in row}) > 1:
        return Untold(Reason.NOT_STATED)
    return _labelled(row, question, known) or Settled(tuple(Answer(v.fit.record) for v in row), "list")


_BESIDE = 2
"""So near to the question word stands what it asks the extent of: "how much heavier", "얼마나 더"."""


def _without_sort(rest: Question, question: Question) -> Question:
    """Without the noun for the sort of things set against one another, which need not be a word of each: "which crown is heavier, A or B?"."""
    sides = [i for i in question.items if i.has("name") and any(i.at in a for a in question.alternatives)]
    nouns = {n.at for f in question.foci for n in f.nouns if n.has("noun") and not n.has("part", "kind", "name")}
    if len(sides) < len(question.alternatives) or not nouns:
        return rest
    foci = tuple(replace(f, nouns=tuple(n for n in f.nouns if n.at not in nouns)) for f in rest.foci)
    return replace(rest, foci=foci, items=tuple(i for i in rest.items if i.at not in nouns))


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


def asks_dearest(question: Question) -> bool:
    """Whether the dearest or cheapest of all is asked for, which no one fact tells: "제일 비싼 거 뭐야"."""
    return any(
        "priced" in i.ids("mark") and (i.text.split()[0] in _OF_ALL or i.text.endswith("est")) for i in question.items
    )


_OF_ALL = frozenset({"most", "least", "가장", "제일", "젤"})


def _goods(question: Question) -> list[Item]:
    """Words of the base that only say that things are compared, with how many there are: "which of the three new devices"."""
    goods = [
        i for i in question.items if i.has("goods") and i.has("part", "kind", "word") and not i.has("noun", "name")
    ]
    return goods + [i for i in question.items if i.has("number") and any(0 < g.at - i.at <= 2 for g in goods)]


def _told_of(record: Record) -> list[str]:
    """What a fact is of: the names that stand in its `what`."""
    return [n for n, parts in record.names.items() if "what" in parts]


def _of_agents(question: Question, known: Known) -> bool:
    """Whether people or houses are set against one another, which have no measure of their own."""
    sides = [i for i in question.items if any(i.at in a for a in question.alternatives)]
    return bool(sides) and all(known.of_type(i.ids("name"), *AGENTS) for i in sides)


def _says_measure(item: Item) -> bool:
    """Whether a word tells by what things are compared ("which costs more, A or B"; not "which is bigger")."""
    measure = item.has("kind", "part", "daypart") or "priced" in item.ids("mark")
    return measure and not item.has("sort", "name", "auxiliaries")


def _of_several(found: list[Fit], valued: list[_Valued], question: Question) -> bool:
    """Whether the most is asked of several facts of a kind, by a measure that at most one of them tells."""
    measures = {p for i in question.items if {"most", "least"} & set(i.ids("mark")) for p in i.ids("part")}
    rivals = [f for f in found if f.kind_named and f.penalty <= 3.0 and f.record.current]
    kinds = {v.fit.record.kind for v in valued} or {f.record.kind for f in rivals}
    several = sum(f.record.kind in kinds for f in rivals) > 1
    return several and bool(measures & MEASURES) and not question.yesno and "which" in question.asks


_OPPOSITE = {"most": "least", "more": "less"}


def _top(question: Question) -> frozenset[str]:
    """The end of the scale that is asked for: "the heaviest"; "the most" of a small measure ("제일 가벼운") is the least."""
    top = question.marks & SCALE
    if any(i.role == "than" and i.text for i in question.items):
        top = frozenset({"less"} if top & {"least", "less"} else {"more"})  # "가나가 다라보다 무거워?"
    small = "small" in question.marks
    return frozenset(_OPPOSITE.get(t, t) if small else t for t in top)


def _unmarked(item: Item) -> Item:
    """A word of measure without its sense of comparing: "older" is only the word for an age."""
    if not (item.has("part") and SCALE & set(item.ids("mark"))):
        return item
    return replace(item, senses=tuple(s for s in item.senses if s.tag != "mark"))


def _than(question: Question) -> tuple[frozenset[int], ...]:
    """What is held against a standard, and that: "is Bolt dearer than Acme", "볼트가 가나보다 비싸"; not by how much."""
    return () if {"extent", "how_much", "how_many", "how_long"} & set(question.asks) else _held_apart(question)


def _held_apart(question: Question) -> tuple[frozenset[int], ...]:
    """The names before "than" and those behind it, by their tokens; in Korean the one with 보다, and the others."""
    than = next((i.at for i in question.items if i.text == "than"), None)
    for sort in (("name",), ("name", "noun")):  # a noun for what is counted is no side: "has A more songs than B"
        named = [i for i in question.items if i.has(*sort)]
        standard = frozenset(i.at for i in named if (i.role == "than" if than is None else i.at > than))
        subject = frozenset(i.at for i in named if i.at not in standard)
        if subject and standard:
            return subject, standard
    return ()


def _sides(question: Question, top: frozenset[str], priced: Sequence[Item], known: Known) -> list[Fit]:
    """For each of the things set against one another, the fact that has a figure of it; what asks for a price aside."""
    found = []
    sided = frozenset[int]().union(*question.alternatives)
    measured = any(i.has("part") and not i.has("mark", "light", "name") and i.at not in sided for i in question.items)
    who = any(f.word == "who" for f in question.foci)
    foci = (
        () if who and measured else question.foci
    )  # "who got more votes": which votes is asked, and not who there was
    for alternative in question.alternatives:
        alone = replace(only(question, alternative), foci=foci, yesno=False)
        fits = [f for f in whole_fits(alone, known, priced) if _valued(f, top, alone, known) is not None]
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
    measured = [p for p in found.parts if p in told and _measurable(told[p].values)]  # not which of the two is asked
    own = bool(measured) and measured[0] not in known.general
    return bool(measured), own, is_of(found.record, names), found.weight


def is_of(record: Record, names: set[str]) -> bool:
    """Whether one of these is what a fact is of, and does not only stand in it: the name that it tells first."""
    return bool(names & set(next((t.names for t in record.fact.parts.values() if t.names), ())))


def _in_one_unit(valued: list[_Valued]) -> bool:
    """Whether two facts measure the same part in the same unit, of whatever kind they are."""
    told = [
        {(p, v.unit) for p in MEASURES & t.keys() for v in t[p].values if isinstance(v, Amount)}
        for t in (v.fit.record.fact.parts for v in valued)
    ]
    return len(told) == 2 and bool(told[0] & told[1])


def _of_one_kind(valued: list[_Valued]) -> list[_Valued]:
    """The facts of the kind that most of them, and those that fit best, are of."""
    kinds: dict[str, list[_Valued]] = {}
    for one in valued:
        kinds.setdefault(one.fit.record.kind, []).append(one)
    return max(kinds.values(), key=lambda row: (sum(v.fit.kind_named for v in row), len(row)), default=[])


def _labelled(valued: Sequence[_Valued], question: Question, known: Known, holds: bool | None = None) -> Settled | None:
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


def _told_apart(valued: list[_Valued], question: Question, more: bool, known: Known) -> Finding | None:
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


_UNITS: dict[str, Set[str]] = {
    "age": {"year", "month", ""},
    "length": {"m", "cm", "mm", "km", "inch", "ft", "mile", "floor"},
    "span": {"m", "cm", "mm", "km", "inch", "ft", "mile", "page", "word", "stop", *TIME_UNITS},
    "strength": set(),
}
"""The units of what a word measures that compares by one sort of measure alone."""


def _has_gauge(valued: _Valued, question: Question) -> bool:
    """Whether a fact tells the part that an adjective names which compares by one sort of measure alone."""
    named = [i for i in question.items if i.has("gauge") and i.has("part") and not i.has("kind", "name")]
    return all(valued.fit.record.fact.parts.keys() & set(i.ids("part")) for i in named)


def _is_gauged(valued: _Valued, question: Question) -> bool:
    """Whether a figure is of the sort by which an adjective compares, where no part of a fact has that adjective."""
    compared = [i for i in question.items if i.has("mark") and not i.has("part")]
    gauges = [g for i in compared for w in (i, *i.pieces) for g in w.ids("gauge")]
    return valued.amount is None or not gauges or any(valued.amount.unit in _UNITS[g] for g in gauges)


def _size(valued: _Valued) -> float | tuple[int, ...]:
    return valued.size


def _first_word(found: Fit, question: Question) -> int:
    """Where the question first says what only this fact accounts for."""
    lost = _lost(found)
    return min((i.at for i in question.items if i.at not in lost and i.has("name", "noun", "word")), default=0)


def _compared(found: list[Fit], question: Question, known: Known) -> list[Fit]:
    """Facts of one kind that each account for one of the things compared, and for all else."""
    lost = set[int]().union(*map(_lost, found))
    priced = "priced" in question.marks
    swift = "swift" in question.marks
    telling = [f for f in found if f.parts or (priced and _price(f.record) is not None) or _one_figure(f) or swift]
    row = []
    for at in sorted(lost):
        others = [f for f in telling if at not in _lost(f) and f.names_hit + len(f.uncovered) > 0]
        best = max(others, key=lambda f: (-f.penalty, f.weight), default=None)
        if best is not None and len(_lost(best)) <= 1 and best not in row:
            row.append(best)
    if len(row) == 1:  # the other one tells of both, by a word of its text
        whole = [f for f in telling if not f.uncovered and f.record.kind == row[0].record.kind]
        row = [*(f for f in whole if len(whole) == 1 and f.record is not row[0].record), *row]
    return row


def _one_figure(found: Fit) -> bool:
    """Whether a fact whose kind is named tells one figure alone: "did A sell more than B", "did A get more rain than B"."""
    told = found.record.fact.parts
    amounts = [p for p, t in told.items() if any(isinstance(v, Amount) for v in t.values)]
    return found.kind_named and len(amounts) == 1


def _valued(found: Fit, top: frozenset[str], question: Question, known: Known) -> _Valued | None:
    """A fact with the figure or date by which a question compares; None where it tells none such."""
    told = found.record.fact.parts
    if "priced" in question.marks:
        named = {p for i in question.items if not i.has("name", "mark") for p in i.ids("part")}
        price = _price(found.record, named) or _price(found.record)
        return None if price is None else _Valued(price.value, found, price)
    others = (i for i in question.items if not set(i.ids("noun")) & found.record.names.keys())  # "which phone"
    asked = {n.at for f in question.foci for n in f.nouns if n.has("sort")}  # "표 제일 많은 사람": no number of people
    others = (i for i in others if i.at not in asked and not i.has("light"))
    if any(MEASURES & set(i.ids("part")) and not told.keys() & set(i.ids("part")) for i in others):
        return None  # another measure than it has is asked for
    superlative = bool(top & {"most", "least"})
    words = [i for i in question.items if not i.has("name", "auxiliaries") and (superlative or not i.has("light"))]
    words += [w for i in words if {"most", "least"} & set(i.ids("mark")) for w in _leaves(i)]
    spoken = {s.id for i in words for s in i.senses if s.tag == "part" and not (s.like and i.has("light"))}
    sizes = [p for p in told if _measurable(told[p].values)]
    if top <= {"most", "least"}:  # of dates the latest is no greatest
        sizes = [p for p in sizes if any(isinstance(v, Amount) for v in told[p].values)]
    parts = [p for p in sizes if p in spoken and p not in question.asks]
    silent = any(p not in known.general and p in found.record.fact.not_told for p in found.missing)
    if not parts and not found.parts and silent:
        return None  # it is known not to tell the very figure that is asked
    parts = parts or [p for p in found.parts if p in sizes]
    bare = any(i.text.split()[-1:] in (["most"], ["least"]) and SCALE & set(i.ids("mark")) for i in question.items)
    worded = not bare or any(i.has("noun") or MEASURES & set(i.ids("part")) for i in question.items)
    parts = parts or [p for p in told if worded and _measurable(told[p].values)]
    if not {*parts} & spoken and _RANKED & set(words_in(question.text.lower())):
        parts = [p for p in parts if is_place(p, found.record, known)] or parts
    if not found.parts and sum(isinstance(v, Amount) for p in parts for v in told[p].values) > 1:
        parts = [p for p in parts if p in MEASURES]  # nothing else says which of its figures is meant
    if _many(question) and "how_many" in parts and not {*parts} & spoken:
        parts = ["how_many"]
    swift = "swift" in question.marks
    if swift:
        parts = [p for p in told if any(isinstance(v, Amount) and (_lasts(v) or v.per) for v in told[p].values)]
        parts = sorted(parts, key=lambda p: p not in spoken)
    values = [v for p in parts for v in told[p].values]
    dated = next((order(v) for v in values if isinstance(v, When) and v.year), None)
    if top & {"old", "new"} and dated is not None:
        return _Valued(dated, found)
    amount = next((v for v in values if isinstance(v, Amount)), None)
    if amount is None:
        return None
    size = amount.value * SECONDS[amount.unit] if _lasts(amount) else amount.value
    place = any(amount in told[p].values and is_place(p, found.record, known) for p in parts)
    least = place or (swift and _lasts(amount))  # the fastest takes the least time, and first place is highest
    return _Valued(-size if least else size, found, amount, place)


def is_place(part: str, record: Record, known: Known) -> bool:
    """Whether a part tells the place that somebody came in, of which the first is the highest."""
    words = {w for ws in known.part(record, part).words.values() for w in ws}
    return bool(_PLACES & words) and "which" in known.part(record, part).asks


_RANKED = frozenset({"higher", "lower", "highest", "lowest", "better", "worse", "best", "worst", "높은", "낮은"})
_PLACES = frozenset({"rank", "ranking", "place", "position", "placing", "순위", "등수", "등", "위"})


def _lasts(amount: Amount) -> bool:
    """Whether a figure is a length of time."""
    return amount.unit in TIME_UNITS and not amount.per


def _price(record: Record, named: Set[str] = frozenset()) -> Amount | None:
    """The first sum of money that a fact tells: in one of these parts, where some are named ("is A's rent dearer")."""
    told = (t for p, t in record.fact.parts.items() if not named or p in named)
    amounts = (v for t in told for v in t.values if isinstance(v, Amount))
    return next((v for v in amounts if is_money(v.unit)), None)


def _measurable(values: Sequence[Value]) -> bool:
    return any(isinstance(v, Amount | When) for v in values)
