"""Where no fact accounts for all of a question: what a fact says otherwise, or the words that nothing accounts for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.facts import AGENTS, Amount, Flag, Value, When
from bot.finding import Answer, Corrected, Finding, Settled, Untold
from bot.learning import dates
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.asked import wants
from bot.recalling.bounds import bound_of
from bot.recalling.choose_names import CLOSE
from bot.recalling.cover_times import is_silent
from bot.recalling.match import Fit
from bot.recalling.spoken import own_word
from bot.recalling.suits import TIME_UNITS
from bot.turn import Reason


def uncovered(question: Question, fits: list[Fit], known: Known) -> Finding:
    if not fits:
        return Untold(Reason.UNKNOWN_WORD, tuple(i.text for i in question.items[:2]))
    bound = bound_of(question)
    bounding = bound.items if bound else ()
    lost_by = {f.record.fact.id: _whole_again(f.uncovered, question, known) for f in fits}
    contradicted = [
        f
        for f in fits
        if question.yesno
        and (f.kind_named or question.claimed or _by_its_word(f))
        and all(_conflicts(i, f, question, known, bounding) for i in lost_by[f.record.fact.id])
    ]
    best = min(
        contradicted or fits,
        key=lambda f: (bool(contradicted) and (_agent_lost(f, known), _day_lost(f)), f.penalty, -f.weight),
    )
    lost = lost_by[best.record.fact.id] if contradicted else best.uncovered
    conflict = [i for i in lost if _conflicts(i, best, question, known, bounding)]
    told_apart = question.yesno or (wants(question) and _agents(question, known) > 1)
    held = [i for i in question.items if i not in best.uncovered]
    words = [w for i in held for w in (i, *i.pieces)]
    called = known.of_type((n for w in words for n in w.ids("noun")), "thing")  # "was the workshop in the afternoon"
    near = {*(n for w in words for n in w.ids("name")), *called} & {*best.record.names, *best.record.near}
    known_by = (
        bool(near or question.claimed)
        or any(i.has("number") or (i.has("when") and _is_dated(best)) for i in held)
        or _by_its_word(best)
        or _on_other_days(best, known)
    )
    named = best.kind_named or question.claimed or _by_its_word(best)
    denies = len(conflict) == len(lost) and named and known_by and told_apart
    if denies and not (question.yesno and _agent_lost(best, known) and _tied_elsewhere(question, best, known)):
        if question.yesno:
            return Settled((Answer(best.record),), "no")
        if not any(i.has("when", "relative", "daypart") for i in lost) and not _of_other_words(question, best):
            return Corrected(Answer(best.record))
    names = tuple(i.text for i in question.items if i.has("name") and i.text)
    if any(i.has("name") for i in lost):
        return Untold(Reason.NOT_RELATED, names)
    if names and any(i.has("kind") for i in lost):
        return Untold(Reason.NOT_RELATED, names)
    if question.yesno and named and all(i.has("number") and not i.has("when") for i in lost):
        return Untold(Reason.NOT_STATED, (), best.record)  # how long or how many there were is not told of it
    if question.yesno and names and all(i.named("word", "of_fact") for i in lost):  # what another fact says
        return Untold(Reason.NOT_RELATED, (*names, *(i.text for i in lost)))
    return Untold(Reason.UNKNOWN_WORD, tuple(dict.fromkeys(i.text for i in lost if i.text)))


def _of_other_words(question: Question, found: Fit) -> bool:
    """Whether somebody's words are asked for, and a fact has nobody's: "what did Acme's founder say he talked over with Kim"."""
    said = any("said" in i.ids("part") and not i.has("light") for i in question.items)
    return said and "said" not in found.record.fact.parts


def _by_its_word(found: Fit) -> bool:
    """Whether a word stands for a fact alone, which its author wrote for no other: "was the trilateral in the morning"."""
    timed = bool(found.uncovered) and all(i.has("when", "relative", "daypart") for i in found.uncovered)
    words = [i for i in found.items if own_word(i, found.record) and not i.has("name", "light", "part", "mark")]
    return timed and any(len({s.id for s in i.senses if s.tag == "word"}) == 1 and not i.has("kind") for i in words)


def _on_other_days(found: Fit, known: Known) -> bool:
    """Whether a fact that is the only one of its kind lacks nothing but a day on which it was not: "did they get lost on Sunday"."""
    days = bool(found.uncovered) and all(i.has("weekday", "when") for i in found.uncovered)
    return days and sum(r.kind == found.record.kind for r in known.records.values()) == 1


def other_value(question: Question, fits: list[Fit]) -> Finding | None:
    """No, with what is so: where only a figure or a time is lost, and the fact tells another one of that sort."""
    lost = [f for f in fits if f.uncovered and f.parts and all(i.has("number", "when", "daypart") for i in f.uncovered)]
    best = max(lost, key=lambda f: f.weight, default=None)
    if (
        not question.yesno
        or best is None
        or bound_of(question)
        or best.penalty > min(f.penalty for f in fits)
        or best.record.kind == NAME_KIND
    ):
        return None
    alike = (
        p
        for p in best.parts
        if all(any(_same_sort(i, v, p, question) for v in best.record.fact.parts[p].values) for i in best.uncovered)
    )
    part = next(alike, None)
    if part is None:
        return None
    rivals = [f for f in lost if f.record is not best.record and f.weight > best.weight - CLOSE and part in f.parts]
    if rivals and not question.names:
        rivals = [f for f in rivals if f.record.current == best.record.current]
    return None if rivals else Settled((Answer(best.record, (part,)),), "value", holds=False)


def other_holder(question: Question, fits: list[Fit], known: Known) -> Finding | None:
    """No, with who it was: "was the photo taken by Acme News?", where the part that the verb names tells of another one alone."""
    if not question.yesno or len(question.names) != 1:
        return None
    lost = [f for f in fits if f.uncovered and f.kind_named and f.record.kind != NAME_KIND]
    lost = [f for f in lost if all(_may_hold(i, known) for i in _whole_again(f.uncovered, question, known))]
    best = max(lost, key=lambda f: f.weight, default=None)
    if best is None:
        return None
    told = best.record.fact.parts
    spoken = (p for i in question.items if i.has("verb") for p in i.ids("part") if p in told)
    part = next((p for p in spoken if known.part(best.record, p).role == "none" and len(told[p].names) == 1), None)
    return Settled((Answer(best.record, (part,)),), "value", holds=False) if part else None


def _may_hold(item: Item, known: Known) -> bool:
    """Whether a word is the house or person that did it: "가나뉴스가", "가나뉴스에서"."""
    return item.role in ("by", "from") and bool(known.of_type(item.ids("name"), *AGENTS))


def _same_sort(item: Item, value: Value, part: str, question: Question) -> bool:
    """Whether a figure or time of a question is of the sort that a part holds: hours and minutes, one currency, floors."""
    if isinstance(value, When):
        return item.has("when", "daypart")
    units = _units_behind(item, question)
    if not isinstance(value, Amount) or not item.has("number"):
        return False
    named = any(part in i.ids("part") for i in question.items if i.at in (item.at, item.at + 1))
    return value.unit in units or {value.unit, *units} <= TIME_UNITS or (named and not value.unit)


def _units_behind(item: Item, question: Question) -> set[str]:
    """The units of a figure, which stand in it or right behind it."""
    return {u for i in question.items if i.at in (item.at, item.at + 1) for u in i.ids("unit")}


def _whole_again(lost: Sequence[Item], question: Question, known: Known) -> tuple[Item, ...]:
    """Words that were taken apart as the name that they make; a house right before its own place is part of that."""
    phrases = {i.at: i for i in question.items if i.pieces and i.has("name")}
    whole = tuple(dict.fromkeys(phrases.get(i.at, i) for i in lost))
    places = [(i.at, n) for i in whole for n in known.of_type(i.ids("name"), "place")]
    owned = {i.at for i in whole for at, n in places if i.at == at - 1 and set(i.ids("name")) & known.members[n]}
    return tuple(i for i in whole if i.at not in owned)


def _agent_lost(found: Fit, known: Known) -> bool:
    """Whether somebody who is named is not in the fact: then it is no other place or time that the question has wrong."""
    return any(known.of_type(i.ids("name")[:1], *AGENTS) for i in found.uncovered)


def _day_lost(found: Fit) -> bool:
    """Whether it was on another day than is said: of "the May 2024 meeting in Rome" the place is wrong, and not which meeting it was."""
    said = any(i.has("when") for i in (*found.items, *found.uncovered))
    return said and (any(i.has("when") for i in found.uncovered) or not _is_dated(found))


def _is_dated(found: Fit) -> bool:
    return any(t.month for t in found.record.times)


def _tied_elsewhere(question: Question, found: Fit, known: Known) -> bool:
    """Whether some other fact holds all that the question names, the lost ones too: what it says may be just what is asked."""
    if len(question.names) < 3:
        return False
    return any(
        r is not found.record and r.kind != NAME_KIND and all(n in r.names for n in question.names)
        for r in known.records.values()
    )


def _agents(question: Question, known: Known) -> int:
    """How many people and houses a question names."""
    return len(known.of_type(question.names, *AGENTS))


def _conflicts(item: Item, found: Fit, question: Question, known: Known, bounding: Sequence[Item]) -> bool:
    """Whether the fact says otherwise: another place or time, or a list that its author called complete.

    The words that set a bound say nothing that a fact could contradict: 4:40 is before 5.
    """
    record = found.record
    if question.claimed and item.ids("name") == question.claimed:
        return _done_by_others(record, known)
    if item in bounding:
        return False
    if item.has("weekday"):
        return any(dates.weekdays_of(t) for t in record.times)
    if item.has("when", "relative", "daypart") and record.times:
        silent = any(is_silent(question.times[t], record) for t in item.ids("when"))
        return not silent and not _is_state(found)
    if item.has("number") and record.figures:
        units, held = _units_behind(item, question), {u for _, u in record.figures}
        return not units or bool(units & held) or (units <= TIME_UNITS and bool(held & TIME_UNITS))
    for id_ in item.ids("name"):
        name = known.facts.names[id_]
        parts = [p for p in record.fact.parts if known.part(record, p).type == "place" or p == "where"]
        if name.type == "place" and "next" in question.marks:
            return False  # where something was is not against where it is next
        if name.type == "place" and parts and "where" in record.fact.parts:
            there = {n for i in question.items if i.has("name") for n in i.ids("name")} & set(record.names)
            if known.of_type(there, "place"):
                return False  # the question says the fact's own place as well
            return not any(id_ in known.members[n] for n in record.names)
        if name.type in AGENTS and question.yesno and known.acts_in(id_, record):
            return False  # who acts in it is not one whom it leaves out
        if name.type in AGENTS and _beside_doer(item, found, question, known):
            return True
        if name.type in AGENTS and record.fact.complete and not _done_to_another(id_, question, record, known):
            return True
    return False


def _done_to_another(name: str, question: Question, record: Record, known: Known) -> bool:
    """Whether it is asked of a deed done to what a fact only mentions, or to one who did it there: "did Kim invest in Acme", which invested."""
    named = [i for i in question.items if i.lends is None and i.has("name")]
    items = [i for i in named if name not in i.ids("name")]
    figures = any(i.has("number") for i in question.items)
    if record.fact.sure == "planned" and not figures and known.of_type(question.names, "place"):
        return True  # others may plan likewise there
    if any(not i.text.isascii() and i.role in ("at", "to") for i in named if i not in items) and any(
        known.acts_in(n, record) for i in items for n in i.ids("name")
    ):
        return True  # "did Acme invest in Bolt", where Acme invested elsewhere
    mentioned = set(record.fact.names) | {n for n in record.names if known.acts_in(n, record)}
    return any(
        n in mentioned and (not known.parts_of(n, record) or i.role in ("at", "to", "from", "about", "in"))
        for i in items
        for n in i.ids("name")[:1]
    )


def _is_state(found: Fit) -> bool:
    """Whether a flag is asked for of what began or ended once: how it is at another time, that does not tell."""
    told = found.record.fact.parts
    asked = any(isinstance(v, Flag) for p in found.parts[:1] for v in told[p].values)
    return asked and bool({"start", "end"} & told.keys())


def _beside_doer(item: Item, found: Fit, question: Question, known: Known) -> bool:
    """Whether a name stands joined to one of several who did it, as if these two were they: "did A and C pay", where A and B did."""
    record, told = found.record, found.record.fact.parts
    alone = sum(r.kind == record.kind for r in known.records.values()) == 1  # of several, another may be theirs
    if not alone or not question.yesno:
        return False
    doers = [t.names for p, t in told.items() if known.part(record, p).role == "by" and len(t.names) > 1]
    roles = {"by", "topic", "with", ""} if question.asked_in == "ko" else {"by", ""}
    joined = [i for i in question.items if i.has("name") and i is not item and 0 < abs(i.at - item.at) <= 2]
    joined = [
        i for i in joined if {i.role, item.role} <= roles and ("with" in (i.role, item.role) or i.role == item.role)
    ]
    return any(set(i.ids("name")) & set(names) for i in joined for names in doers)


def _done_by_others(record: Record, known: Known) -> bool:
    """Whether a fact says who did it."""
    return any(p.mutual or p.role == "by" for n in record.names for p in known.parts_of(n, record))
