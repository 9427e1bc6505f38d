"""What the talk so far adds to a fit: the topic, the names last spoken of, what came after what."""

from __future__ import annotations

from bot.facts import AGENTS
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import MEASURES, Question
from bot.recalling.lean_self import means_new, of_no_house, self_bonus
from bot.recalling.lean_topic import follows
from bot.recalling.match import Fit
from bot.recalling.spoken import own_word
from bot.turn import Memory

# What it is worth that a fact was the topic, and leant on or not; that it holds the name last spoken of; that it is of
# the kind. Only the order matters; measured on the working half of the question bank.
_TOPIC, _TOPIC_SLIGHT = 2.5, 0.4
_MEMORY_NAME, _MEMORY_KIND = 0.8, 0.6


def leaning_bonus(question: Question, found: Fit, leaning: bool, known: Known, memory: Memory) -> float:
    """What the talk so far adds: the topic, when the question leans on it, and the names and kinds last spoken of."""
    record, bonus = found.record, 0.0
    if question.asks == ("who",) and question.asked_role == "with" and not _takes_part(question, record, known):
        return -_TOPIC  # who somebody came with is told by what they came to
    asked = found.asking()
    if record.fact.id in memory.facts:
        anew = "now" in question.anaphora or any(i.text.split()[-1:] == ["again"] for i in question.items)
        if anew and not record.current:
            return -_TOPIC  # "this time", "when did they meet again" leave what was before
        if "said" in record.fact.parts and turns_to_itself(question):
            return -_TOPIC
        again = asked.parts[:1] == memory.parts[:1] == ("said",) and not question.filled
        beyond = "after" in question.marks and bool(asked.missing)  # "끝나고 뭐라고 했대?", of what does not tell it
        leant = leaning and not again and not beyond
        whole = asked.parts[:1] == ("said",) and any(i.role == "about" and i.has("name") for i in question.items)
        if not whole:  # all that was said of somebody is asked, by what name he may be called
            bonus += _TOPIC if leant else _TOPIC_SLIGHT  # words told just now are not asked for again
    spoke = memory.names or memory.new
    if spoke and (leaning or question.follow or not known.of_type(question.names, "person")):
        new = memory.new if len(memory.new) == 1 and record.kind == NAME_KIND else ()
        spoken = tuple(dict.fromkeys((*new, *memory.names)))[:3]  # what somebody is, is asked of who came new
        spoken = tuple(n for n in spoken if not any(n in known.members[m] for m in question.names))  # his house
        bonus += sum(_MEMORY_NAME / 2**nth for nth, n in enumerate(spoken) if n in record.names)
    measured = bool(question.asks) and set(question.asks) <= MEASURES and bool(asked.parts)
    if leaning and measured and _in_place_spoken_of(record, known, memory):
        bonus += _TOPIC  # "얼마 투자해?", behind what is planned in that country
    if record.kind in memory.kinds and record.kind != NAME_KIND and not found.kind_named:
        bonus += _MEMORY_KIND
    if "after" in question.marks and not question.names and set(memory.facts) & set(follows(record.fact)):
        bonus += _TOPIC
    if leaning and asked.parts[:1] == ("said",) and record.fact.id not in memory.facts and _judges(question, record):
        bonus += _TOPIC  # "그분은 논의를 어떻게 평가했어?", behind another of his words
    if record.phrasings:
        bonus += 2.0
    if _between_the_two(question, found, known, memory):
        bonus += _TOPIC + _MEMORY_NAME
    bonus += (0.8 if asked.parts else 0.5) * asked.sureness
    if record.kind == NAME_KIND:
        bonus += self_bonus(question, found, known)
        bonus -= _TOPIC * of_no_house(question, record, known, memory)
        if asked.parts and means_new(question, record, memory):
            bonus += _TOPIC
    return bonus


def _in_place_spoken_of(record: Record, known: Known, memory: Memory) -> bool:
    """Whether a fact was, as the one told last, at a place that the talk named."""
    topic = known.records.get(memory.topic)
    if topic is None or NAME_KIND in (topic.kind, record.kind) or record.fact.id in memory.facts:
        return False
    places = known.of_type(memory.names, "place")
    return any("where" in topic.names.get(p, ()) and "where" in record.names.get(p, ()) for p in places)


def turns_to_itself(question: Question) -> bool:
    """Whether it turns from what was told to the thing or the person that this was about: "and the talk itself?"."""
    return any(i.text in _ITSELF for i in question.items)


_ITSELF = frozenset({"itself", "himself", "herself", "themselves"})


def _takes_part(question: Question, record: Record, known: Known) -> bool:
    """Whether whoever is named acts in a fact, or nobody is named; to be mentioned is no act, nor is to be somebody."""
    agents = known.of_type(question.names, *AGENTS)
    mentioned = bool(set(agents) & set(record.names)) and not any(known.acts_in(n, record) for n in agents)
    return record.kind != NAME_KIND and not mentioned


def _judges(question: Question, record: Record) -> bool:
    """Whether the verb of saying that a question asks with, or on what, is a word that the author of a fact wrote down for it alone."""
    said = [i for i in question.items if i.lends is None]
    verbs = [i for i in said if ("said" in i.ids("part") or record.kind in i.ids("kind")) and not i.has("light")]
    on = {i.at for i in said if i.text in ("about", "on") and i.has("prep")}
    topics = [i for i in said if i.has("part") and not i.has("name", "kind") and on & {i.at - 1, i.at - 2}]
    return any(own_word(i, record) for i in (*verbs, *topics))


def _between_the_two(question: Question, found: Fit, known: Known, memory: Memory) -> bool:
    """Whether it is asked what two talked of, right behind what one of them said after it: "둘이 무슨 얘기 했는데"."""
    topic = known.records.get(memory.topic)
    if topic is None or found.record.fact.id not in follows(topic.fact) or found.parts[:1] != ("about",):
        return False
    return not question.names and "pair" in question.marks | question.anaphora


def _is_over_by_then(question: Question, record: Record) -> bool:
    """Whether a Korean question only says of an event that something was after it: "회담 마치고 나온 시간"."""
    if question.asked_in != "ko":
        return False
    events = [i.at for i in question.items if record.kind in i.ids("kind") and not i.has("light")]
    over = [i.at for i in question.items if "after" in i.ids("mark") and i.has("word", "verb")]
    return bool(events) and all(any(0 < o - e <= _OVER for o in over) for e in events)


_OVER = 2
"""Words from an event to the verb that says it was over, a particle counted."""


def behind(question: Question, whole: list[Fit]) -> list[Fit]:
    """With more for what a fact tells that came after the event that is named: "what did Kim say after the talks?"."""
    if "after" not in question.marks or not question.foci:
        return whole
    passed = {f.record.fact.id for f in whole if f.kind_named and _is_over_by_then(question, f.record)}
    events = {f.record.fact.id for f in whole if f.kind_named and f.names_hit and not f.parts} | passed
    told = any(f.kind_named and f.parts for f in whole if f.record.fact.id not in passed)  # "how did he leave after"
    return [
        f._replace(weight=f.weight + _TOPIC)
        if f.parts and (f.kind_named or not told) and events & set(follows(f.record.fact))
        else f
        for f in whole
    ]
