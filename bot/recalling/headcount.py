"""Whether there were as many as a yes/no question says: no where a fact counts them otherwise, and nothing where it counts none."""

from __future__ import annotations

from itertools import pairwise

from bot.facts import Amount
from bot.finding import Answer, Finding, Settled, Untold
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.spoken import own_word, speaks_of
from bot.recalling.suits import TIME_UNITS
from bot.turn import Reason


def miscounted(question: Question, finding: Finding, known: Known) -> Finding | None:
    """What comes of a yes/no question that says how many there were, where the fact does not bear that out; None where it does, or none are counted."""
    match finding:
        case Settled((Answer(record),), "yes" | "tell" as manner):
            affirmed = manner == "yes"
        case Untold(Reason.NOT_STATED, (), Record() as record):
            affirmed = False
        case _:
            return None
    if not question.yesno or question.alternatives:
        return None
    if affirmed and _of_one_alone(question, record):
        return Settled((Answer(record, ("how_many",)),), "value", holds=False)
    for count, noun in _counts_said(question):
        counts = {v for v, unit in record.figures if _may_count(unit, noun)}
        part = _counting(noun, record, known)
        if part and count not in counts:
            return Settled((Answer(record, (part,)),), "value", holds=False)
        if affirmed and count not in counts | _rows(noun, record, known) and not _is_said(count, question, record):
            return Untold(Reason.NOT_STATED, (), record)
    return None


def _may_count(unit: str, noun: Item) -> bool:
    """Whether a figure of a unit may be one of what is counted: of things one without a unit (네 개), else any but a measure."""
    return unit in noun.ids("unit") or (not _is_things(noun) and unit not in _MEASURES)


def _is_things(noun: Item) -> bool:
    """Whether it is the Korean word in which things are counted, whatever they are: 개."""
    return noun.ids("unit") == ("",) and not noun.has("sort")


def _is_said(count: float, question: Question, record: Record) -> bool:
    """Whether the author of a fact wrote the number among its words."""
    return any(own_word(i, record) for i in question.items if count in map(float, i.ids("number")))


def _of_one_alone(question: Question, record: Record) -> bool:
    """Whether a fact is of one alone, where it is to be confirmed of both or all of them: "have both been caught?"."""
    both = any({"both", "all"} & set(i.ids("mark")) and i.lends is None for i in question.items)
    return both and _told("how_many", record) == {1}


def _counting(noun: Item, record: Record, known: Known) -> str:
    """The part of a fact that counts what a noun says: its own, or how many there were in all; "" where none does."""
    own = [s.id for s in noun.senses if s.tag == "part" and speaks_of(s.fact, record) and _told(s.id, record)]
    own = [p for p in own if "how_many" in known.part(record, p).asks]
    if own:
        return own[0] if len(set(own)) == 1 else ""
    in_all = noun.has("unit") or "person" in noun.ids("sort")
    return "how_many" if in_all and _told("how_many", record) else ""


def _told(part: str, record: Record) -> set[float]:
    """The counts that a part of a fact tells; a length of time counts nothing."""
    told = record.fact.parts.get(part)
    return {v.value for v in told.values if isinstance(v, Amount) and v.unit not in TIME_UNITS} if told else set()


def _rows(noun: Item, record: Record, known: Known) -> set[float]:
    """How many names stand in each part of a fact, and in all those of who did it together, unless what is counted are things (네 개)."""
    things = noun.ids("unit") == ("",) and not noun.has("sort")
    doers = (
        set()
        if things
        else {n for n in record.names if any(p.mutual or p.extra or p.role == "by" for p in known.parts_of(n, record))}
    )
    return {float(len(names)) for names in (doers, *(t.names for t in record.fact.parts.values()))}


def _counts_said(question: Question) -> list[tuple[float, Item]]:
    """Each number of a question with what it is said to be of."""
    return list(_ending_korean(question) if question.asked_in == "ko" else _english(question))


def _english(question: Question) -> list[tuple[float, Item]]:
    """Numbers right before a noun, with no word before them that says which ones are meant or sets a bound: "did the jury have seven members"."""
    found = []
    items = (Item("", ()), *question.items)
    for before, (figure, noun) in zip(items, pairwise(question.items), strict=False):
        apart = figure.lends is not None or noun.at != figure.at + 1 or before.text in _MEANT or before.has("name")
        plain = figure.has("number") and not figure.has("when", "name", "nth", "kind", "part")
        counted = noun.text.endswith("s") and noun.has("part", "kind", "noun", "sort", "word", "name")
        counted |= "person" in noun.ids("sort")
        if plain and counted and not apart and not set(noun.ids("unit")) & TIME_UNITS and figure.text.isalnum():
            found.append((float(figure.ids("number")[0]), noun))
    return found


_MEANT = frozenset([
    "the", "these", "those", "all", "his", "her", "its", "their", "our", "both", "than", "least", "most", "over", "under", "about",
    "other", "another", "of", "last", "first", "next", "only", "around", "nearly", "almost", "some", "to", "more", "with",
])  # fmt: skip
"""Words before a number by which it says which ones are meant, or how many about or at most."""


_MEASURES = TIME_UNITS | {"floor", "KRW", "USD", "%", "percent"}
"""Units of figures that count nobody and nothing."""


def _ending_korean(question: Question) -> list[tuple[float, Item]]:
    """How many houses or people they are asked to be, by the phrase that ends the question: "회사가 네 곳이야?", "무대가 세 개야?"."""
    said = [w for i in question.items if i.lends is None and not i.has("confirm") for w in _apart(i)]
    if len(said) <= _COUNTED:
        return []
    *before, figure, unit = said
    subject = before[-1].has("sort", "part", "kind", "noun") and any(i.role in ("by", "topic") for i in before[-2:])
    counts = unit.has("unit", "sort") and set(unit.ids("unit")) <= {"", "person"}  # no minutes
    return [(float(n), unit) for n in figure.ids("number")[:1]] if subject and counts else []


_COUNTED = 2
"""Words of a figure with what it counts: "네 곳"."""


def _apart(item: Item) -> tuple[Item, ...]:
    """The words of a phrase that is a figure with what it counts."""
    counted = len(item.pieces) == _COUNTED and item.pieces[0].has("number") and not item.has("name", "kind")
    return item.pieces if counted else (item,)
