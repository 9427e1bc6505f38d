"""Where a follow-up strays from what was told: it asks for what that does not tell, and no other fact is told instead."""

from __future__ import annotations

from bot.finding import Finding, Untold
from bot.learning.known import NAME_KIND, TO_COME, Known, Record
from bot.question import Question
from bot.recalling.lean_topic import follows, is_bare, linked, of_topic_alone, own_kinds, points_at_topic
from bot.recalling.match import Fit
from bot.turn import Memory, Reason

_WHEN_AND_WHERE = frozenset({"when", "clock", "days", "where", "how_long"})
"""What may be asked of an event that is to come."""


def pointed(question: Question, whole: list[Fit], memory: Memory) -> Finding | None:
    """Where the question points at what was told ("there", "그때") and that does not tell it: nothing else is told instead."""
    topic = next((f for f in whole if f.record.fact.id == memory.topic), None)
    if topic is not None and _silent_on_it(question, topic, whole):
        return Untold(Reason.NOT_STATED, (), topic.record, ("said",))
    if topic is None or question.names:
        return None
    if memory.parts[:1] == (TO_COME,) and is_bare(question) and set(question.asks) & _WHEN_AND_WHERE:
        return Untold(Reason.NOT_STATED, (), topic.record, (TO_COME,))  # when it was is not when it goes on
    if not question.anaphora & {"place", "time"} or topic.parts or not topic.missing:
        return None
    return Untold(Reason.NOT_STATED, (), topic.record, topic.missing)


def _silent_on_it(question: Question, topic: Fit, whole: list[Fit]) -> bool:
    """Whether it is asked what somebody said about the event told of, whose source is silent on that, as is all that came after it."""
    about = any(i.role == "about" or "about" in i.ids("prep") for i in question.items)
    typed = any(i.has("name", "kind", "noun") and i.text and not i.named("part") for i in question.items)
    asked = "thing" in question.anaphora and about and topic.missing[:1] == ("said",) and not typed
    if not asked or "said" not in topic.record.fact.not_told:
        return False
    return not any(f.parts[:1] == ("said",) and topic.record.fact.id in follows(f.record.fact) for f in whole)


def strayed(question: Question, whole: list[Fit], known: Known, memory: Memory) -> Finding | None:
    """Where a bare follow-up asks for what the topic does not have: no fact that has nothing to do with it is told."""
    topic = known.records.get(memory.topic)
    if topic is None:
        return None
    far = (
        _far_off(question, whole, topic, known, memory)
        or _sum_untold(question, topic)
        or _of_another_event(question, whole, _event(topic, known, memory), known, memory)
        or _untold_of_it(question, whole, topic)
    )
    if far:
        return Untold(Reason.NOT_STATED, (), topic)
    if any(f.record.fact.id in memory.facts for f in whole):
        return None
    if question.yesno and (_measures_it(question, topic) or _another_there(question, topic, known, memory)):
        return Untold(Reason.NOT_STATED, (), topic)
    event = _untold_event(question, topic, known)
    if event is not None and not any(event.fact.id in (f.record.fact.id, *follows(f.record.fact)) for f in whole[:1]):
        return Untold(Reason.NOT_STATED, (), event)
    if not is_bare(question):
        return None
    near = set(memory.names[:3]) | set(topic.names)
    pointing = points_at_topic(question, topic)
    if not pointing and (own_kinds(question) or any(near & set(f.record.names) for f in whole)):
        return None
    return Untold(Reason.NOT_STATED, (), topic)


def _far_off(question: Question, whole: list[Fit], topic: Record, known: Known, memory: Memory) -> bool:
    """Whether what fits a bare question best has to do with nothing that was told, and what was told tells it not."""
    if not is_bare(question) or question.yesno or own_kinds(question) or question.marks:
        return False
    best = max(of_topic_alone(question, whole, known, memory), key=lambda f: f.weight)
    named = {p for f in question.foci for n in f.nouns for p in n.ids("part")} & set(best.parts[:1])
    told = (p for p in named if p not in topic.fact.not_told)
    if any(sum(p in r.fact.parts for r in known.records.values()) == 1 for p in told):
        return False  # no other fact tells such a thing
    if _own_of(question, best) and set(memory.names[:3]) & best.record.names.keys():
        return False  # "어디로 들어갔어", of whoever was spoken of
    return not linked(best.record, topic, known)


def _own_of(question: Question, best: Fit) -> bool:
    """Whether what is asked is said in words by which their author lets just this part of this fact be asked for."""
    own = (best.record.fact.id, *best.parts[:1])
    nouns = [n for f in question.foci for n in f.nouns]
    return any((s.fact, s.id) == own for n in nouns for s in n.senses if s.tag == "of_fact" and not s.like)


def _event(topic: Record, known: Known, memory: Memory) -> Record:
    """What was told last; the event before it, where that was only who somebody in it is."""
    behind = [known.records[f] for f in memory.facts[1:2] if f in known.records and topic.kind == NAME_KIND]
    return next((r for r in behind if r.kind != NAME_KIND), topic)


def _of_another_event(question: Question, whole: list[Fit], topic: Record, known: Known, memory: Memory) -> bool:
    """ "How long did they meet?", behind one meeting whose source does not tell that: what another one took is no answer."""
    said = [i for i in question.items if i.text and not i.has("question", "follow", "anaphor", "prep")]
    said = [i for i in said if not i.has("light") or i.has("kind")]
    of_it = all(topic.kind in i.ids("kind") or set(i.ids("mark")) & _THERE for i in said)
    asks = bool(question.foci) and not question.yesno and not question.names and question.marks <= _THERE
    best = max(whole, key=lambda f: f.weight)
    silent = bool(topic.kind) and _is_silent(topic, whole)
    events = [f for f in memory.facts if f in known.records and known.records[f].kind != NAME_KIND]
    return asks and of_it and silent and len(events) == 1 and best.record.kind == topic.kind and bool(best.parts)


_THERE = frozenset({"present", "pair", "else", "except"})
"""Marks of words that say no more than that somebody was there."""


def _is_silent(topic: Record, whole: list[Fit]) -> bool:
    """Whether an event accounts for all words of a question, and has no part that is asked for."""
    own = next((f for f in whole if f.record is topic), None)
    return own is not None and not own.parts and topic.kind != NAME_KIND


def _untold_of_it(question: Question, whole: list[Fit], topic: Record) -> bool:
    """ "When will it start?", of a thing whose source is known not to tell that."""
    parts = {p for i in question.items for p in i.ids("part") if not i.has("auxiliaries")}
    return (
        _is_silent(topic, whole)
        and points_at_topic(question, topic)
        and is_bare(question)
        and bool(parts & set(topic.fact.not_told))
    )


def _another_there(question: Question, topic: Record, known: Known, memory: Memory) -> bool:
    """ "Was Kim at the talks?" "Park too?": of those same talks it is asked, whomever Park met elsewhere."""
    said = [i for i in question.items if i.text]
    left = any(not i.text and i.has("kind") for i in question.items)  # what was done is filled in from the last turn
    bare = left and all(i.has("name", "follow", "light", "confirm") for i in said)
    people, before = known.of_type(question.names, "person"), known.of_type(memory.names, "person")
    if not bare or len(question.names) != len(people) or not before or set(people) & set(topic.names):
        return False
    there = known.parts_of(before[0], topic)
    return any(p.extra for p in there) or (len(before) == 1 and any(p.mutual for p in there))


def _measures_it(question: Question, topic: Record) -> bool:
    """Whether it is asked if what was told of measured so much, which its source is known not to tell."""
    parts = {p for i in question.items for p in i.ids("part")}
    figure = any(i.has("number") for i in question.items)
    return "thing" in question.anaphora and not question.names and figure and bool(parts & set(topic.fact.not_told))


def _sum_untold(question: Question, topic: Record) -> bool:
    """Whether a Korean question that names nobody asks for no more than a figure that the topic is known not to tell: "돈은 얼마나 들어가?"."""
    measured = bool(question.foci) and set(question.asks) <= {"how_much", "extent", "how_many"}
    if question.asked_in != "ko" or question.names or not measured or topic.kind == NAME_KIND:
        return False
    said = [i for i in question.items if not i.has("question", "light", "follow", "anaphor", "prep")]
    return bool(said) and all(set(i.ids("part")) & set(topic.fact.not_told) for i in said)


def _untold_event(question: Question, topic: Record, known: Known) -> Record | None:
    """The event told of, or that it came after, which is known not to tell what is asked to be confirmed: "그래서 계약까지 했어?"."""
    if not question.yesno or not question.follow or question.names:
        return None
    parts = {p for i in question.items for p in i.ids("part")}
    events = (topic, *(known.records[f] for f in follows(topic.fact) if f in known.records))
    return next((e for e in events if e.kind != NAME_KIND and parts & set(e.fact.not_told)), None)
