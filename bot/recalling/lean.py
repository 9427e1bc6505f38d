"""What the talk so far adds to a fit: the topic, the names last spoken of, and where a bare question strays from them."""

from __future__ import annotations

from bot.facts import AGENTS, Fact
from bot.finding import Finding, Untold
from bot.learning.known import NAME_KIND, TO_COME, Known, Record
from bot.question import MEASURES, Item, Question
from bot.recalling.askable import is_free
from bot.recalling.match import Fit
from bot.recalling.spoken import own_word
from bot.turn import Memory, Reason

# What it is worth that a fact was the topic, and leant on or not; that it holds the name last spoken of; that it is of
# the kind. Only the order matters; measured on the working half of the question bank.
_TOPIC, _TOPIC_SLIGHT = 2.5, 0.4
_MEMORY_NAME, _MEMORY_KIND = 0.8, 0.6


_WHEN_AND_WHERE = frozenset({"when", "clock", "days", "where", "how_long"})
"""What may be asked of an event that is to come."""


def pointed(question: Question, whole: list[Fit], memory: Memory) -> Finding | None:
    """Where the question points at what was told ("there", "그때") and that does not tell it: nothing else is told instead."""
    topic = next((f for f in whole if f.record.fact.id == memory.topic), None)
    if topic is not None and _silent_on_it(question, topic, whole):
        return Untold(Reason.NOT_STATED, (), topic.record, ("said",))
    if topic is None or question.names:
        return None
    if memory.parts[:1] == (TO_COME,) and _bare(question) and set(question.asks) & _WHEN_AND_WHERE:
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
    far = topic is not None and (
        _far_off(question, whole, topic, known, memory)
        or _sum_untold(question, topic)
        or _of_another_event(question, whole, _event(topic, known, memory), known, memory)
        or _untold_of_it(question, whole, topic)
    )
    if far:
        return Untold(Reason.NOT_STATED, (), topic)
    if topic is None or any(f.record.fact.id in memory.facts for f in whole):
        return None
    if question.yesno and (_measures_it(question, topic) or _another_there(question, topic, known, memory)):
        return Untold(Reason.NOT_STATED, (), topic)
    event = _untold_event(question, topic, known)
    if event is not None and not any(event.fact.id in (f.record.fact.id, *follows(f.record.fact)) for f in whole[:1]):
        return Untold(Reason.NOT_STATED, (), event)
    if not _bare(question):
        return None
    near = set(memory.names[:3]) | set(topic.names)
    pointing = _points_at_topic(question, topic)
    if not pointing and (own_kinds(question) or any(near & set(f.record.names) for f in whole)):
        return None
    return Untold(Reason.NOT_STATED, (), topic)


def _far_off(question: Question, whole: list[Fit], topic: Record, known: Known, memory: Memory) -> bool:
    """Whether what fits a bare question best has to do with nothing that was told, and what was told tells it not."""
    if not _bare(question) or question.yesno or own_kinds(question) or question.marks:
        return False
    best = max(of_topic_alone(question, whole, known, memory), key=lambda f: f.weight)
    named = {p for f in question.foci for n in f.nouns for p in n.ids("part")} & set(best.parts[:1])
    told = (p for p in named if p not in topic.fact.not_told)
    if any(sum(p in r.fact.parts for r in known.records.values()) == 1 for p in told):
        return False  # no other fact tells such a thing
    if _own_of(question, best) and set(memory.names[:3]) & best.record.names.keys():
        return False  # "어디로 들어갔어", of whoever was spoken of
    return not _linked(best.record, topic, known)


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
    own = next((f for f in whole if f.record is topic), None)
    best = max(whole, key=lambda f: f.weight)
    silent = own is not None and not own.parts and topic.kind not in (NAME_KIND, "")
    events = [f for f in memory.facts if f in known.records and known.records[f].kind != NAME_KIND]
    return asks and of_it and silent and len(events) == 1 and best.record.kind == topic.kind and bool(best.parts)


def _untold_of_it(question: Question, whole: list[Fit], topic: Record) -> bool:
    """ "When will it start?", of a thing whose source is known not to tell that."""
    parts = {p for i in question.items for p in i.ids("part") if not i.has("auxiliaries")}
    own = next((f for f in whole if f.record is topic), None)
    silent = own is not None and not own.parts and topic.kind != NAME_KIND
    return silent and _points_at_topic(question, topic) and _bare(question) and bool(parts & set(topic.fact.not_told))


_THERE = frozenset({"present", "pair", "else", "except"})
"""Marks of words that say no more than that somebody was there."""


def _linked(record: Record, topic: Record, known: Known) -> bool:
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


def _bare(question: Question) -> bool:
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


def _points_at_topic(question: Question, topic: Record) -> bool:
    """Whether it asks of the thing itself that was told of, and of nothing else: "whose is it?"."""
    return "thing" in question.anaphora and topic.kind != NAME_KIND


def of_topic_alone(question: Question, whole: list[Fit], known: Known, memory: Memory) -> list[Fit]:
    """The facts last told of, where a bare question points at them; else, where it goes on, those of whoever was spoken of."""
    topic = known.records.get(memory.topic)
    if topic is None or not _bare(question):
        return whole
    if _points_at_topic(question, topic):
        meant = _for_whom_it_was(question, whole, topic, known, memory)
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
    if told and not own_kinds(question) and not _linked(best.record, topic, known):
        return told
    return whole


def _nearest(fits: list[Fit], topic: Record, known: Known, memory: Memory) -> list[Fit]:
    """Those that share most with the talk: the place of what was told before the names spoken of."""
    places = set(known.of_type(topic.names, "place"))
    shared = [(len(places & set(f.record.names)), len(set(memory.names) & set(f.record.names))) for f in fits]
    most = max(shared, default=(0, 0))
    return [f for f, s in zip(fits, shared, strict=True) if any(most) and s == most]


def _for_whom_it_was(question: Question, whole: list[Fit], topic: Record, known: Known, memory: Memory) -> list[Fit]:
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
    his = [f for f in whole if f.parts and _acts_in(spoken[0], f.record, known)]
    same = (best.record.kind, best.parts[:1])  # "무슨 질문 받았어", of words of another
    return [f for f in his if f.kind_named or (f.record.kind, f.parts[:1]) == same] or whole


def _acts_in(id_: str, record: Record, known: Known) -> bool:
    """Whether somebody does what a fact tells, alone or with others."""
    return any(p.mutual or p.role in ("by", "with") for p in known.parts_of(id_, record))


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
    said = [i for i in question.items if not is_free(i)]
    if (
        not kinds
        or len(said) != 1
        or question.yesno
        or said[0].has("verb", "of_fact", "asked")
        or set(said[0].ids("kind")) - set(kinds)
    ):
        return whole
    return [f for f in whole if f.record.kind in kinds and f.parts] or whole


def leaning_bonus(question: Question, found: Fit, leaning: bool, known: Known, memory: Memory) -> float:
    """What the talk so far adds: the topic, when the question leans on it, and the names and kinds last spoken of."""
    record, bonus = found.record, 0.0
    if question.asks == ("who",) and question.asked_role == "with" and not _takes_part(question, record, known):
        return -_TOPIC  # who somebody came with is told by what they came to
    if record.fact.id in memory.facts:
        anew = "now" in question.anaphora or any(i.text.split()[-1:] == ["again"] for i in question.items)
        if anew and not record.current:
            return -_TOPIC  # "this time", "when did they meet again" leave what was before
        if "said" in record.fact.parts and turns_to_itself(question):
            return -_TOPIC
        again = found.parts[:1] == memory.parts[:1] == ("said",) and not question.filled
        beyond = "after" in question.marks and bool(found.missing)  # "끝나고 뭐라고 했대?", of what does not tell it
        leant = leaning and not again and not beyond
        bonus += _TOPIC if leant else _TOPIC_SLIGHT  # words told just now are not asked for again
    if leaning or question.follow or not known.of_type(question.names, "person"):
        new = memory.new if len(memory.new) == 1 and record.kind == NAME_KIND else ()
        spoken = tuple(dict.fromkeys((*new, *memory.names)))[:3]  # what somebody is, is asked of who came new
        spoken = tuple(n for n in spoken if not any(n in known.members[m] for m in question.names))  # his house
        bonus += sum(_MEMORY_NAME / 2**nth for nth, n in enumerate(spoken) if n in record.names)
    measured = bool(question.asks) and set(question.asks) <= MEASURES and bool(found.parts)
    if leaning and measured and _in_place_spoken_of(record, known, memory):
        bonus += _TOPIC  # "얼마 투자해?", behind what is planned in that country
    if record.kind in memory.kinds and record.kind != NAME_KIND and not found.kind_named:
        bonus += _MEMORY_KIND
    if "after" in question.marks and not question.names and set(memory.facts) & set(follows(record.fact)):
        bonus += _TOPIC
    if leaning and found.parts[:1] == ("said",) and record.fact.id not in memory.facts and _judges(question, record):
        bonus += _TOPIC  # "그분은 논의를 어떻게 평가했어?", behind another of his words
    if record.phrasings:
        bonus += 2.0
    if _between_the_two(question, found, known, memory):
        bonus += _TOPIC + _MEMORY_NAME
    bonus += (0.8 if found.parts else 0.5) * found.sureness
    if record.kind == NAME_KIND:
        bonus += _self_bonus(question, found, known)
        bonus -= _TOPIC * _of_no_house(question, record, known, memory)
        if found.parts and _means_new(question, record, memory):
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
    mentioned = bool(set(agents) & set(record.names)) and not any(_acts_in(n, record, known) for n in agents)
    return record.kind != NAME_KIND and not mentioned


def _judges(question: Question, record: Record) -> bool:
    """Whether the verb of saying that a question asks with is a word that the author of a fact wrote down for it alone."""
    verbs = [i for i in question.items if i.lends is None and "said" in i.ids("part") and not i.has("light")]
    return any(own_word(i, record) for i in verbs)


def _of_no_house(question: Question, record: Record, known: Known, memory: Memory) -> bool:
    """Whether houses are asked for by name ("가나국 기업 어디어디"), and it is the entry of a person whom nobody spoke of."""
    nouns = [n for f in question.foci for n in f.nouns[-1:]]
    houses = bool(nouns) and all(n.ids("sort") == ("organisation",) for n in nouns)
    spoken = {*question.names, *memory.names, *memory.new}
    return houses and bool(known.of_type(record.fact.names[:1], "person")) and record.fact.names[0] not in spoken


def _between_the_two(question: Question, found: Fit, known: Known, memory: Memory) -> bool:
    """Whether it is asked what two talked of, right behind what one of them said after it: "둘이 무슨 얘기 했는데"."""
    topic = known.records.get(memory.topic)
    if topic is None or found.record.fact.id not in follows(topic.fact) or found.parts[:1] != ("about",):
        return False
    return not question.names and "pair" in question.marks | question.anaphora


def _means_new(question: Question, record: Record, memory: Memory) -> bool:
    """Whether a pronoun alone says whose entry it is, of one who was brought in just now: "which company is he from"."""
    meant = question.items[0] if question.items else None
    filled = meant is not None and not meant.text and meant.ids("name") == memory.new == record.fact.names
    return filled and len(question.names) == 1 and "person" in question.anaphora


def behind(question: Question, whole: list[Fit]) -> list[Fit]:
    """With more for what a fact tells that came after the event that is named: "what did Kim say after the talks?"."""
    if "after" not in question.marks or not question.foci:
        return whole
    events = {f.record.fact.id for f in whole if f.kind_named and f.names_hit and not f.parts}
    told = any(f.kind_named and f.parts for f in whole)  # "how did he leave after the talks"
    return [
        f._replace(weight=f.weight + _TOPIC)
        if f.parts and (f.kind_named or not told) and events & set(follows(f.record.fact))
        else f
        for f in whole
    ]


def follows(fact: Fact) -> tuple[str, ...]:
    """The facts that this one says it came after."""
    return tuple(id_ for told in fact.parts.values() for id_ in told.events)


def _self_bonus(question: Question, found: Fit, known: Known) -> float:
    """A name's own entry answers "who is X", not what X did."""
    sided = "who" in question.asks and any(i.has("name") and i.role == "from" for i in question.items)
    about_self = (
        bool(found.parts)
        and not sided
        and any(i.has("part", "of_fact", "title", "noun", "sort") and not i.has("auxiliaries") for i in question.items)
    )
    plain = (
        (set(question.asks) <= {"who", "what", "which"} or (question.asks == ("where",) and found.parts[:1] == ("in",)))
        and not question.excepted
        and not ("who" in question.asks and question.asked_role in ("for", "with"))
        and not question.marks & ({"else"} if question.asks == ("where",) else {"else", "present"})
        and not any(i.has("name") and i.role == "from" for i in question.items)
    )
    agents = (i.at for i in question.items if known.of_type(i.ids("name"), *AGENTS))
    led = any(at > f.at for at in agents for f in question.foci[:1])
    plain &= question.asked_role != "object" or not led or about_self  # "who did he see", "what does it want"
    plain &= not question.doing and not any(
        i.has("kind", "word")
        and not (i.has("sort") and question.asks == ("what",) and not question.foci[0].nouns)  # "어떤 회사야"
        and not (i.has("light") and not _asked_about(i, question))
        and not i.has("name")
        and not set(i.ids("noun")) & set(found.record.fact.names)
        for i in question.items
    )
    elsewhere = not found.parts and any(n.has("part") for f in question.foci for n in f.nouns)
    if _holds_asked(question, found, known):
        return -1.0
    if _owned(question, found):
        return 3.0
    own = found.record.fact.names
    bare = all((is_free(i) and not i.has("prep")) or i.ids("name") == own for i in question.items if i.text)
    if plain and bare and "person" in question.anaphora:
        return 4.0  # "who is he?"
    told_of = (
        not question.asks and not question.yesno and any(i.has("tell") and not i.has("part") for i in question.items)
    )
    if (
        plain
        and not elsewhere
        and _names_itself(question, found.record, known)
        and (question.asks or about_self or told_of)
    ):
        return 3.0
    return 0.2 if about_self else -1.0


def _names_itself(question: Question, record: Record, known: Known) -> bool:
    """Whether nobody else is named than the one of an entry, but for the house of whoever is asked for: "who is the Acme chair"."""
    own = record.fact.names[0]
    houses = known.members[own] if question.asks == ("who",) else frozenset[str]()
    return tuple(n for n in question.names if n not in houses) == (own,)


def _asked_about(item: Item, question: Question) -> bool:
    """Whether a verb stands right behind what it asks for, or asks whom somebody saw: "뭘 조사하고 있어", "who did Kim see"."""
    if not item.has("kind") or item.has("tell", "auxiliaries"):
        return False
    asked = [i.at for i in question.items if i.has("question")]
    if not item.text.isascii():
        return item.at - 1 in asked or (question.asked_role == "object" and item.at - 2 in asked)
    did = any(i.has("auxiliaries") and i.text == "did" for i in question.items)
    seen = any(i.has("name") and i.role in ("object", "by") for i in question.items)
    return question.asks == ("who",) and seen and (did or item.at - 1 in asked)


def _holds_asked(question: Question, found: Fit, known: Known) -> bool:
    """Whether a place is asked for that lies in the one named: "Lyon venue" is a hall there, not where Lyon is."""
    asked = (n for f in question.foci for noun in f.nouns for n in noun.ids("noun"))
    return any(found.record.fact.names[0] in known.members[n] and n not in question.names for n in asked)


def _owned(question: Question, found: Fit) -> bool:
    """Whether what is asked for stands right behind its owner's name: "Kim's position", "김가나의 직책"."""
    spoken = {n.at for f in question.foci for n in f.nouns if set(n.ids("part")) & set(found.parts[:1])}
    name = found.record.fact.names[0]
    bare = len(question.items) == 2  # "kim position"
    return any(
        i.ids("name") == (name,) and (i.role == "of" or bare) and {i.at + 1, i.at + 2} & spoken for i in question.items
    )
