"""The facts that a follow-up without words of its own points at, and what belongs to what was told."""

from __future__ import annotations

from bot.facts import AGENTS, Fact
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.askable import is_free
from bot.recalling.match import Fit
from bot.turn import Memory


def of_topic_alone(question: Question, whole: list[Fit], known: Known, memory: Memory) -> list[Fit]:
    """The facts last told of, where a bare question points at them; else, where it goes on, those of whoever was spoken of."""
    topic = known.records.get(memory.topic)
    if topic is None or not is_bare(question):
        return whole
    if points_at_topic(question, topic):
        meant = _for_whom_it_was(whole, topic, known, memory)
        if meant:
            return meant
        told = [f for f in whole if f.record.fact.id in memory.facts and f.parts]
        things = set(known.of_type(topic.names, "thing"))  # what another fact tells of that very thing
        silent = any(f.record is topic and f.missing for f in whole)
        beside = [f for f in whole if f.parts and things & set(f.record.names) and not silent]
        return told or beside or whole
    nouns = [n for x in question.foci for n in x.nouns if n.text]
    named = [f for f in whole if any(set(n.ids("part")) & set(f.parts[:1]) for n in nouns)]
    again = any(f.record.fact.id in memory.facts for f in named)
    if question.follow and topic.kind != NAME_KIND and not again:  # "what about the details"
        return [f for f in named if set(memory.names[:2]) & set(f.record.names)] or whole
    best = max(whole, key=lambda f: f.weight)
    if best.record is topic and not (best.parts or best.missing):  # "in won?", where another fact of it tells the sum
        return _nearest(named, topic, known, memory) or whole
    told = [f for f in whole if f.record.fact.id in memory.facts and f.parts]
    if told and not own_kinds(question) and not linked(best.record, topic, known):
        return told
    return whole


def _nearest(fits: list[Fit], topic: Record, known: Known, memory: Memory) -> list[Fit]:
    """Those that share most with the talk: the place of what was told before the names spoken of."""
    places = set(known.of_type(topic.names, "place"))
    shared = [(len(places & set(f.record.names)), len(set(memory.names) & set(f.record.names))) for f in fits]
    most = max(shared, default=(0, 0))
    return [f for f, s in zip(fits, shared, strict=True) if any(most) and s == most]


def _for_whom_it_was(whole: list[Fit], topic: Record, known: Known, memory: Memory) -> list[Fit]:
    """ "Who was that for?", behind a lunch "at the fair": the fact of the fair tells it, where the lunch does not."""
    thing = known.of_type(memory.names[:1], "thing")
    if not thing or set(memory.parts[:1]) - set(topic.names.get(thing[0], ())):
        return []
    its = [f for f in whole if thing[0] in f.record.names and f.record is not topic and f.parts[:1]]
    return [f for f in its if known.part(f.record, f.parts[0]).role == "for" and "for" not in topic.fact.parts]


def of_subject_left_out(question: Question, whole: list[Fit], known: Known, memory: Memory) -> list[Fit]:
    """The facts in which whoever was spoken of acts, where a Korean question leaves out who did it: "누구 데리고 갔는데?"."""
    spoken = known.of_type(memory.names[:1], "person")
    said = any(i.role in ("by", "topic") for i in question.items)
    if question.asked_in != "ko" or not spoken or question.names or said or question.asked_role == "by":
        return whole
    best = max(whole, key=lambda f: f.weight, default=None)
    if best is None or question.yesno or best.record.kind == NAME_KIND or spoken[0] in best.record.names:
        return whole
    his = [f for f in whole if f.parts and known.acts_in(spoken[0], f.record)]
    same = (best.record.kind, best.parts[:1])  # "무슨 질문 받았어", of words of another
    return [f for f in his if f.kind_named or (f.record.kind, f.parts[:1]) == same] or whole


def own_kinds(question: Question) -> tuple[str, ...]:
    """The kind whose own part is asked for by a noun that no other kind has ("기자 이름"): what it is about is then said."""
    for focus in question.foci:
        for noun in focus.nouns:
            scopes = {s.fact for s in noun.senses if s.tag == "part"}
            if noun.text and len(scopes) == 1 and "" not in scopes:
                return tuple(s.removeprefix("kind:") for s in scopes)
    return ()


def of_own_kind(question: Question, whole: list[Fit]) -> list[Fit]:
    """The facts of the only kind that has the part which is asked for, where nothing else is said: "who's the author?"."""
    kinds = own_kinds(question)
    if not kinds or question.yesno:
        return whole
    said = [i for i in question.items if not is_free(i)]
    if len(said) != 1 or said[0].has("verb", "of_fact", "asked") or set(said[0].ids("kind")) - set(kinds):
        return whole
    return [f for f in whole if f.record.kind in kinds and f.parts] or whole


def is_bare(question: Question) -> bool:
    """Whether a question says nothing of what it is about."""
    return (
        bool(question.foci)
        and not question.foci[0].holder
        and not question.names
        and question.marks <= _OTHERS
        and not any(
            i.has(*_TELLING) and not (i.has("prep") and i.has("light")) and not _asks_of_it(i, question)
            for i in question.items
            if not any(i is n for f in question.foci for n in f.nouns)
        )
    )


def _asks_of_it(item: Item, question: Question) -> bool:
    """Whether a word names what is asked of a thing pointed at ("when will it start?"), though facts of others have it too."""
    return "thing" in question.anaphora and item.has("part") and not item.has(*(t for t in _TELLING if t != "word"))


_OTHERS = frozenset({"except", "else"})


_TELLING = ("kind", "word", "noun", "story", "title", "when", "number", "asked", "sort")
"""What says something of what a question is about; not the noun of what it asks for."""


def points_at_topic(question: Question, topic: Record) -> bool:
    """Whether it asks of the thing itself that was told of, and of nothing else: "whose is it?"."""
    return "thing" in question.anaphora and topic.kind != NAME_KIND


def linked(record: Record, topic: Record, known: Known) -> bool:
    """Whether one fact belongs to another: of one kind or thing, the one behind the other, or with nobody who is not in the other."""
    if NAME_KIND in (record.kind, topic.kind) or record.kind == topic.kind or record is topic:
        return True
    steps = [{r.fact.id, *follows(r.fact)} for r in (record, topic)]
    subjects = {s.subject for s in known.facts.stories.values()}  # who is in all of a story links nothing
    people = [set(known.of_type(r.names, *AGENTS)) - subjects for r in (record, topic)]
    together = bool(people[0] and people[1]) and (people[0] <= people[1] or people[1] <= people[0])
    shared = known.of_type(set(record.names) & set(topic.names), "thing")
    if not (people[0] and people[1]):  # what nobody is named in belongs to what is told of the same place
        shared += known.of_type(set(record.names) & set(topic.names), "place")
    return together or bool(shared) or not steps[0].isdisjoint(steps[1])


def follows(fact: Fact) -> tuple[str, ...]:
    """The facts that this one says it came after."""
    return tuple(id_ for told in fact.parts.values() for id_ in told.events)
