"""How something came out: what was said of it after it ("how did the talks go?", "회의 어땠대?"), who said so, and if it is over."""

from __future__ import annotations

from collections.abc import Sequence

from bot.finding import Answer, Finding, Settled, Untold
from bot.known import Known, Record
from bot.question import Item, Question
from bot.sequence import fact_of
from bot.spoken import own_word
from bot.turn import Memory, Reason

_IDLE = ("light", "auxiliaries", "question", "follow", "filler", "prep", "anaphor")


def how_it_went(question: Question, known: Known, memory: Memory) -> Finding | None:
    """The verdicts on the event that is named, or was told last; None where it is not asked how anything went."""
    verdict = _verdict(question)
    if verdict is None:
        return None
    rest = [i for i in question.items if i is not verdict and i.text and i.lends is None]
    doer = rest and all(i.has(*_IDLE) or known.of_type(i.ids("name"), "person") for i in rest)
    if doer and question.asked_in == "en" and not any("thing" in i.ids("anaphor") for i in rest):
        return None  # "how did Kim go" asks for a way
    bare = all(i.has(*_IDLE) and not i.has("name", "kind") for i in rest)
    said = [r for r in known.records.values() if {"said", "after"} <= r.fact.parts.keys() and own_word(verdict, r)]
    events = {e for r in said for e in r.fact.after}
    if bare:
        here = memory.topic if memory.topic in events else ""
    else:
        rest = [i for i in rest if not i.has("question", "auxiliaries")]
        found = fact_of(rest, question, known, among=events or {""})
        here = found.record.fact.id if found and (found.kind_named or found.names_hit) else ""
    told = [r for r in said if here in r.fact.after or (bare and not memory.facts)]
    if told:
        return Settled(tuple(Answer(r, ("said",)) for r in told), "value")
    return Untold(Reason.NOT_STATED) if question.asked_in == "en" and not bare else None


def _verdict(question: Question) -> Item | None:
    """The word by which it is asked how something went."""
    if question.asks != ("how",) or question.yesno:
        return None
    last = question.items[-1]
    if question.asked_in == "ko":
        return last if last.has("question") and last.text.startswith(("어땠", "어땟", "어때")) else None
    led = question.items[0].text == "how" and question.items[1:2] and question.items[1].text in ("did", "does", "has")
    return last if led and last.text in ("go", "gone") and len(question.items) > 3 else None


def is_over(question: Question, finding: Finding) -> Finding | None:
    """When it ended, and what is to come all the same, where no more is asked than if it is over: "논의 끝난 거야?", "are the talks over?"."""
    match finding:
        case Settled((Answer(record), *_), "yes"):
            pass
        case Untold(Reason.NOT_STATED, _, Record() as record):
            pass
        case _:
            return None
    said = [
        i for i in question.items if i.lends is None and not (i.has("light", "filler", "confirm") and not i.has("part"))
    ]
    over = bool(said) and "end" in said[-1].ids("part") and not said[-1].has("name", "question", "kind")
    timed = any(i.has("number", "when", "daypart", "relative", "weekday") for i in question.items)
    if not question.yesno or question.alternatives or not over or timed or "end" not in record.fact.parts:
        return None
    return Settled((Answer(record, tuple(p for p in ("end", "next") if p in record.fact.parts)),), "value")


def met_about(question: Question, finding: Finding, known: Known) -> Finding | None:
    """What people talked about, where no more is asked than why they met, and no other reason is told: "why did they meet?"."""
    match finding:
        case Untold(Reason.NOT_STATED, _, Record() as record) if question.asks == ("why",):
            pass
        case _:
            return None
    met = [i for i in question.items if record.kind in i.ids("kind") and not i.has("name")]
    mutual = any(known.part(record, p).mutual for p in record.fact.parts)
    rest = [i for i in question.items if i not in met and "why" not in i.ids("part")]
    there = all(
        {*record.names, *record.near}.intersection(i.ids("name")) if i.has("name") else i.has(*_IDLE, "mark")
        for i in rest
    )
    told = met and mutual and there and "about" in record.fact.parts and "why" not in record.fact.parts
    undone = any({"not", "without", "undone"} & set(i.ids("mark")) for i in rest)
    return Settled((Answer(record, ("about",)),), "value") if told and not undone else None


def spoken_of(record: Record, parts: Sequence[str], known: Known) -> Record | None:
    """The remark that tells of an event, after it, the same that was just told of the event itself: "who said so?"."""
    if "said" in record.fact.parts:
        return record
    after = (r for r in known.records.values() if {"said", "after"} <= r.fact.parts.keys())
    return next((r for r in after if record.fact.id in r.fact.after and set(parts[:1]) & r.fact.parts.keys()), None)
