"""Several that are named in a row: "Rome, Lyon, Oslo in that order?", "was Rome first or second?", "whom of the three did Kim see last?"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.facts import AGENTS
from bot.finding import Answer, Finding, Settled
from bot.learning.known import Known, Record
from bot.question import Item, Question

_PLACES_IN_ROW = {"first": 0, "second": 1, "last": -1}
_BY_NUMBER = {
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "세 번째": 2,
    "세번째": 2,
    "셋째": 2,
    "네 번째": 3,
    "네번째": 3,
}
_IDLE = ("light", "auxiliaries", "prep", "follow", "confirm", "filler", "tell", "anaphor", "number", "question")


def in_row(question: Question, known: Known) -> Finding | None:
    """The finding of a question for the order of those it lists, or for the place of one in a journey; None for any other."""
    if "mark" not in question.tags and question.texts.isdisjoint(_BY_NUMBER):
        return None
    if not any({"order", *_PLACES_IN_ROW} & set(i.ids("mark")) or i.text in _BY_NUMBER for i in question.items):
        return None
    return _ordered(question, known) or _placed(question, known) or _end_among(question, known)


def _ordered(question: Question, known: Known) -> Finding | None:
    """ "김하나 로마→리옹 순 맞아?", "put in order: the Acme talks, the Kim talks": the events of those listed; yes or no where asked."""
    if not any("order" in i.ids("mark") for i in question.items):
        return None
    listed, others = _listed(question, known)
    ways = [(listed, others), (listed[1:], others | {*listed[:1]})]  # "김하나 박둘 이셋 순으로 만났어"
    rows = (_row(names, beside, question, known) for names, beside in ways if len(names) > 1)
    row = next((r for r in rows if r and len({e.fact.id for e in r}) == len(r)), None)
    if row is None:
        return None
    holds = all(a.rank < b.rank for a, b in pairwise(row)) if question.yesno else None
    return Settled(tuple(Answer(r) for r in sorted(row, key=lambda r: r.rank)), "order", holds=holds)


def _placed(question: Question, known: Known) -> Finding | None:
    """ "Was Rome the first stop?", "was Rome first or second?": the whole journey, behind yes or no."""
    said = [i for i in question.items if i.lends is None and i.has("name")]
    places = [i for i in said if known.of_type(i.ids("name"), "place")]
    told = [i for i in question.items if i.lends is None]
    marks = [_PLACES_IN_ROW[m] for i in told for m in i.ids("mark") if m in _PLACES_IN_ROW]
    marks += [_BY_NUMBER[i.text] for i in told if i.text in _BY_NUMBER]
    if not question.yesno or len(places) != 1 or not marks or "order" in question.marks or question.anaphora:
        return None
    if places[0].role not in ("", "by", "topic", "object"):
        return None  # "the first in Rome"
    agents = {n for i in said for n in known.of_type(i.ids("name"), *AGENTS)}
    for row in _journeys(agents, known):
        here = next((r for r in row if set(places[0].ids("name")) & set(r.fact.parts["where"].names)), None)
        rest = [i for i in question.items if i.lends is None and i not in said]
        if here is None or not all(_says_no_more(i, here) for i in rest) or not _beside(question, here, row):
            continue
        which = bool(question.alternatives) or len(marks) > 1
        holds = None if which else here in row[marks[0] :][:1]
        return Settled(tuple(Answer(r) for r in row), "order", holds=holds)
    return None


def _beside(question: Question, here: Record, row: Sequence[Record]) -> bool:
    """Whether what a clause beside it says of the stops before and after is so: "after Lyon and before Oslo"."""
    later: bool | None = None
    for item in (i for i in question.items if i.lends is not None):
        marks = set(item.ids("mark"))
        later = True if "before" in marks else False if "after" in marks else later
        other = next((r for r in row if set(item.ids("name")) & set(r.fact.parts["where"].names)), None)
        if item.has("name") and (other is None or later is None or (other.rank > here.rank) is not later):
            return False
    return True


def _end_among(question: Question, known: Known) -> Finding | None:
    """ "Of Kim, Park and Lee, whom did Choi see last?": the first or the last of those who are listed."""
    ends = [m for i in question.items for m in i.ids("mark") if m in ("first", "last")]
    if not set(question.asks) & {"who", "which"} or len(set(ends)) != 1 or question.excepted:
        return None
    listed, others = _listed(question, known)
    row = _row(listed, others, question, known) if len(listed) > 1 else []
    if not row or len({r.fact.id for r in row}) < 2:
        return None
    at = (min if ends[0] == "first" else max)(range(len(row)), key=lambda n: row[n].rank)
    parts = tuple(p.id for p in known.parts_of(listed[at], row[at]))[:1]
    return Settled((Answer(row[at], parts, (listed[at],)),), "names") if parts else None


def _listed(question: Question, known: Known) -> tuple[list[str], set[str]]:
    """The names that stand in a row, all of one type, and all other names of the question."""
    names = [(i.at, n) for i in question.items if not i.has("filler") for n in _names(i)[:1]]
    heard = {i.at for i in question.items if not i.has(*_IDLE) and not _names(i) and not i.has("kind", "sort")}
    types = ["agent" if known.of_type([n], *AGENTS) else known.facts.names[n].type for _, n in names]
    best: list[int] = []
    for start in range(len(names)):
        run = [start]
        for n in range(start + 1, len(names)):
            if types[n] != types[start] or any(names[run[-1]][0] < at < names[n][0] for at in heard):
                break
            run.append(n)
        best = run if len(run) > len(best) else best
    return [names[n][1] for n in best], {n for at, (_, n) in enumerate(names) if at not in best}


def _names(item: Item) -> tuple[str, ...]:
    return item.ids("name") or tuple(n for p in item.pieces for n in p.ids("name"))


def _row(listed: Sequence[str], others: set[str], question: Question, known: Known) -> list[Record]:
    """An event of one kind for each of those listed, with all others in it; none where any of them has none, or a word is left."""
    said = [i for i in question.items if "order" not in i.ids("mark") and not i.has(*_IDLE, "name")]
    named = {k for i in said for k in i.ids("kind")}
    for kind in named or known.facts.kinds:
        events = [r for r in known.records.values() if r.kind == kind and r.rank and others <= set(r.names)]
        row = [max((r for r in events if known.standing(n, r)), key=_nearest, default=None) for n in listed]
        found = [r for r in row if r is not None]
        if len(found) == len(listed) and all(_says_no_more(i, found[0]) for i in question.items if not _names(i)):
            return found
    return []


def _nearest(record: Record) -> tuple[bool, tuple[int, ...]]:
    """Of several events with somebody, the one of the story's own day counts."""
    return record.current, record.rank


def _says_no_more(item: Item, record: Record) -> bool:
    """Whether a word says no more than of what kind the events are, and that there is an order to them."""
    order = bool({"order", "either", "pair", *_PLACES_IN_ROW} & set(item.ids("mark"))) or item.text in _BY_NUMBER
    order |= item.has("confirm")
    where = "where" in item.ids("part") or record.kind in item.ids("kind")
    return order or where or (item.has(*_IDLE) and not item.has("word")) or item.has("sort")


def _journeys(agents: set[str], known: Known) -> list[list[Record]]:
    """The stops of each journey of those who are named; with nobody named, of whoever alone travels."""
    found = []
    for kind in known.facts.kinds.values():
        if "where" not in kind.parts or kind.parts["where"].role != "to":
            continue
        stops = [r for r in known.records.values() if r.kind == kind.id and r.rank and "where" in r.fact.parts]
        travellers = set[str].intersection(*(set(known.of_type(r.names, *AGENTS)) for r in stops)) if stops else set()
        if len(stops) > 1 and travellers and agents <= travellers:
            found.append(sorted(stops, key=lambda r: r.rank))
    return found
