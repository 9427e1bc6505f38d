"""What stood beside an event in somebody's day, of whatever kind: "what did he do after the talks?", "회의 전에는 뭐 했어?", "다음 일정은?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.finding import Answer, Finding, Settled, Untold, told_whole
from bot.learning.dates import order
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.askable import is_free
from bot.recalling.asked import wants
from bot.recalling.match import fit
from bot.recalling.narrow import is_of_leaving
from bot.recalling.pick import pick
from bot.recalling.sequence import fact_of
from bot.turn import Memory, Reason

_ORDER = frozenset({"before", "after", "next"})
SCHEDULE = frozenset(
    {"schedule", "itinerary", "agenda", "calendar", "diary", "programme", "일정", "스케줄", "행보", "동선"}
)
"""Nouns for the row of what somebody does."""


def beside_in_day(question: Question, known: Known, memory: Memory) -> Finding | None:
    """What somebody did before or after an event, where the question says no more of it than who, where or what; None for any other."""
    if question.yesno or len(question.foci) > 1 or question.alternatives:
        return None
    items = [
        p for i in question.items for p in (i.pieces if _leads(i) else (i,)) if p.lends is None or _went_on(p, question)
    ]
    marks = [i for i in items if _is_of_order(i) or _went_on(i, question)]
    if not marks or not _asks(question, marks):
        return None
    clause, main = _parted([i for i in items if i not in marks], marks, question)
    doers = [i for i in clause if i.has("name") and i.role in ("topic", "by") and question.asked_in == "ko"]
    clause = [i for i in clause if i not in doers]
    spoken = [i for i in main if i.has("name")] + doers
    if not all(map(_says_no_more, main)) or not (clause or spoken or any(map(_is_scheduled, main))):
        return None
    agent = _agent(spoken, question, known, memory)
    later = not any("before" in i.ids("mark") for i in marks)
    here = _here(clause, agent, later, question, known, memory) if agent else None
    if here is None:
        return None
    row = _row(agent, here, later, question, known)
    row = row if clause or memory.facts else [r for r in row if r.rank]
    row = [r for r in row if all(r.kind in i.ids("kind") for i in main if _is_deed(i))]
    if question.summary and not spoken and not question.anaphora and row:
        return told_whole(row[:_FEW])
    if not row:
        return Untold(Reason.NOT_STATED, (), here, ("next" if later else "before",))
    return _told(row[0 if later else -1], agent, question, known)


def _is_of_order(item: Item) -> bool:
    """Whether a word sets one thing before or after another; "earlier than" and "led" do not say what was done then."""
    return bool(_ORDER & set(item.ids("mark"))) and "first" not in item.ids("mark") and not item.has("verb")


def _leads(item: Item) -> bool:
    """Whether a phrase opens with a word of order that leads a clause of time: "after meeting"."""
    return not item.has("mark") and any({"before", "after"} & set(p.ids("mark")) for p in item.pieces)


def _went_on(item: Item, question: Question) -> bool:
    """Whether a Korean verb says that one was there and went on: "가나 갔다가", "가나 들렀다가"."""
    return item.has("verb") and item.has("kind") and f"{item.text}다가" in question.text


def _says_no_more(item: Item) -> bool:
    """Whether a word says nothing of what was done, but by whom: "what did Kim do", "김의 일정은"."""
    plain = is_free(item) or _is_scheduled(item) or item.has("name") or _is_deed(item)
    return plain and "said" not in item.ids("part")


def _is_deed(item: Item) -> bool:
    """Whether a verb says of what kind it was: "who did Kim meet before going to Rome"."""
    return item.has("kind") and not item.has("light", "name", "auxiliaries") and not _is_scheduled(item)


_FEW = 4
"""So many events are listed where it is asked what happened."""


def _asks(question: Question, marks: Sequence[Item]) -> bool:
    """Whether no more is asked than who, where, what somebody did, what happened, or what was next on a schedule."""
    wanted = wants(question)
    last = max(i.at for i in marks) if question.asked_in == "ko" else -1  # a noun before it names the event
    nouns = [n for f in question.foci for n in f.nouns if not _is_scheduled(n) and not n.has("mark") and n.at > last]
    row = any(map(_is_scheduled, question.items))
    by_deed = question.doing or question.summary or row
    return not nouns and (wanted in ({"who"}, {"where"}) or (wanted <= {"what"} and by_deed))


def _is_scheduled(item: Item) -> bool:
    return item.text in SCHEDULE


def _parted(rest: Sequence[Item], marks: Sequence[Item], question: Question) -> tuple[list[Item], list[Item]]:
    """The words that name the event, and those that ask, without the words of order."""
    asked = max((i.at for i in question.items if i.has("question", "summary")), default=-1)
    leading = [i for i in marks if {"before", "after"} & set(i.ids("mark"))]
    if question.asked_in == "ko":
        clause = [i for i in rest if i.at < marks[-1].at]
    elif leading:
        at = leading[-1].at
        clause = [i for i in rest if i.at >= at and (asked < at or i.at < asked)]
    else:
        clause = []
    main = [i for i in rest if i not in clause]
    return (clause if any(i.has("name", "kind", "noun", "word") for i in clause) else []), main


def _agent(spoken: Sequence[Item], question: Question, known: Known, memory: Memory) -> str:
    """Who did it: the one that is named, or was spoken of, or the subject of the story; "" where it is none of these."""
    if spoken:
        named = [n for i in spoken for n in known.of_type(i.ids("name"), "person")]
        return named[0] if len(named) == len(spoken) == 1 else ""
    said = known.of_type(memory.names, "person") if question.anaphora else []
    return next((n for n in (*said[:1], *(s.subject for s in known.facts.stories.values()))), "")


def _here(
    clause: list[Item], agent: str, later: bool, question: Question, known: Known, memory: Memory
) -> Record | None:
    """The event of somebody's day that is named; where none is, that told last, or the end of the story's day."""
    row = sorted((r for r in known.records.values() if r.rank and _takes_part(agent, r, known)), key=lambda r: r.rank)
    if not clause:
        topic = known.event(memory.topic)
        today = [r for r in row if r.rank[:3] == order(r.today)[:3]]
        return next(iter(today[::-1]), None) if topic is None else topic if topic in row else None
    if any({"thing", "time", "pair", "place"} & set(i.ids("anaphor")) for i in clause) or _is_his(
        clause, question, known
    ):
        return None
    names = [n for i in clause for n in i.ids("name")[:1] if n != agent]
    if names and all(i.has("name") or is_free(i) for i in clause):  # "after Acme", "before going to Rome"
        held = [r for r in row if r.current and all(_is_of(n, r, known) for n in names)]
        met = [r for r in held for n in known.of_type(names, "person") if any(p.mutual for p in known.parts_of(n, r))]
        return next(iter(met or (held[::-1] if later else held)), None)
    found = fact_of(clause, question, known, among={r.fact.id for r in row})
    return found.record if found else None


def _is_his(clause: Sequence[Item], question: Question, known: Known) -> bool:
    """Whether a person right before the next on a schedule may be the one whose schedule it is: "김하나 다음 일정은"."""
    person = len(clause) == 1 and known.of_type(clause[0].ids("name"), "person")
    return bool(person) and question.asked_in == "ko" and any(map(_is_scheduled, question.items))


def _is_of(name: str, record: Record, known: Known) -> bool:
    """Whether an event is called by a name: somebody who took part in it, or what or where it was."""
    type_ = known.facts.names[name].type
    if type_ == "place":
        return "where" in record.fact.parts and name in known.around(record.fact.parts["where"].names)
    return _takes_part(name, record, known) if type_ == "person" else name in known.around(record.names)


def _takes_part(agent: str, record: Record, known: Known) -> bool:
    own = [p for p in known.parts_of(agent, record) if not p.extra]
    return record.kind != NAME_KIND and any(p.mutual or p.role in ("by", "with") for p in own)


def _row(agent: str, here: Record, later: bool, question: Question, known: Known) -> list[Record]:
    """All that somebody took part in on that side of an event, in time; what he said only where there is nothing else."""
    asked = wants(question)
    there = here.fact.parts["where"].names if "where" in here.fact.parts else ()
    found = []
    for record in known.records.values():
        if record is here or not _takes_part(agent, record, known):
            continue
        place = record.fact.parts.get("where")
        if "where" in asked and (place is None or place.names == there):
            continue
        others = (n for n in known.of_type(record.names, "person") if n != agent)
        if "who" in asked and not any(_takes_part(n, record, known) for n in others):
            continue
        left = (
            later
            and not record.rank
            and place is not None
            and place.names == there
            and is_of_leaving(record.kind, known)
        )
        if left or (known.came_first(here, record) if later else known.came_first(record, here)) is True:
            found.append(record)
    found = [r for r in found if later or r.current] or found
    deeds = [r for r in found if "said" not in r.fact.parts] or [r for r in found if r.rank] or found
    return sorted(deeds, key=lambda r: r.rank or here.rank)


def _told(target: Record, agent: str, question: Question, known: Known) -> Finding:
    """Who was there, where it was, or all of it."""
    wanted = wants(question)
    if "where" in wanted:
        return Settled((Answer(target, ("where",)),), "value")
    if "who" in wanted:
        rest = replace(question, items=(), names=(agent,))
        chosen = pick(rest, fit(rest, target, known), known, Memory())
        return Settled((chosen,), "names") if chosen else Untold(Reason.NOT_STATED, (), target)
    return Settled((Answer(target),), "tell")
