"""The other of two times that the same people did the same: "이번엔 어디서?", "and where was it last time?"."""

from __future__ import annotations

from dataclasses import replace

from bot.facts import AGENTS
from bot.finding import Finding
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.choose import settle
from bot.recalling.match import fit
from bot.turn import Memory

_EARLIER = frozenset({"earlier", "before"})


def another_occasion(question: Question, known: Known, memory: Memory) -> Finding | None:
    """What is asked of the one time, where the other one was told last; None where nothing says that it is the other one."""
    topic = known.event(memory.topic)
    if topic is None or not question.foci or "who" in question.asks:
        return None
    said = [i for i in question.items if _is_now(i) or _EARLIER & set(i.ids("mark"))]
    if not said:
        return None
    now = any(map(_is_now, said))
    both = _occasions(topic, known)
    if topic.current == now or len(both) != 2 or not set(known.of_type(question.names, *AGENTS)) <= set(topic.names):
        return None
    rest = replace(
        question,
        items=tuple(i for i in question.items if i not in said),
        marks=question.marks - _EARLIER,
        anaphora=question.anaphora - {"now"},
    )
    found = fit(rest, next(r for r in both if r is not topic), known)
    if found.uncovered or not (found.parts or found.missing):
        return None
    return settle(rest, [found], known, Memory())


def _is_now(item: Item) -> bool:
    """Whether a word says that it is of this time: "이번", "this time"."""
    return "now" in item.ids("anaphor") or item.text.startswith("이번")


def _occasions(topic: Record, known: Known) -> list[Record]:
    """The facts of a kind between the same people, of the story's day and of the time before."""
    between = _between(topic, known)
    same = [r for r in known.records.values() if r.kind == topic.kind and _between(r, known) == between]
    return same if between and len({r.current for r in same}) == len(same) else []


def _between(record: Record, known: Known) -> frozenset[str]:
    return frozenset(n for n in record.names if any(p.mutual for p in known.parts_of(n, record)))
