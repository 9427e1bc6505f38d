"""A place, a time or a name put back as a question ("in the morning?", "서초에서요?"): held against the fact told last; what else that tells, and if it is sure."""

from __future__ import annotations

from bot.facts import AGENTS, Part
from bot.finding import Answer, Finding, Settled, Untold
from bot.learning import dates
from bot.learning.known import CERTAIN, NAME_KIND, Known, Record
from bot.question import THAT_DAY, Item, Question
from bot.recalling.cover import cover
from bot.recalling.suits import NAMED, suits
from bot.turn import Memory, Reason

_IDLE = ("light", "prep", "anaphor", "auxiliaries", "follow", "filler")
_CLAIMS = ("when", "daypart", "weekday", "relative")


def echoed(question: Question, known: Known, memory: Memory) -> Finding | None:
    """The finding of a question that says no more than where, when or with whom it was; None for any other."""
    record = known.event(memory.topic)
    if record is None or not question.yesno:
        return None
    claims = [i for i in question.items if i.has("name", *_CLAIMS)]
    rest = [i for i in question.items if i not in claims and i.text]
    bare = all(i.has(*_IDLE) for i in rest)
    bare = bare and not any(i.has("mark", "question", "ask") for i in rest)
    if not claims or not bare:
        return None
    if _says_too(question) and not any(i.role for i in claims):
        return None  # "Rome too?" denies nothing that was told; "in Rome too?" may
    if THAT_DAY in question.times and any(i.has("name") for i in claims):
        return None  # "가나는 그 다음날이죠?" is of another fact
    held = [_holds(i, question, record, known) for i in claims]
    if None in held:
        return None
    if "untold" in held:
        return Untold(Reason.NOT_STATED, (), record)
    return Settled((Answer(record),), "no" if "no" in held else "yes")


def there_as_well(question: Question, known: Known, memory: Memory) -> Finding | None:
    """ "Kim too?", "also Park?", "김하나도?", behind who took part in something: whether he did; None for any other question."""
    topic = known.event(memory.topic)
    people = known.of_type(question.names, "person") if topic is not None else []
    bare = all(i.has("name", *_IDLE) and not i.has("question") for i in question.items if i.text)
    if topic is None or not bare or len(people) != 1 or len(question.names) > 1 or not _says_too(question):
        return None
    parts = memory.parts[:1]
    if any("who" not in known.part(topic, p).asks for p in parts) or topic.kind not in memory.kinds:
        return None
    told = [known.records[f] for f in memory.facts if f in known.records]
    for record in told:
        own = known.parts_of(people[0], record)
        if any(_takes_part(p, general=p.id in known.general) for p in own):
            beside = tuple(people) if any(p.extra for p in own) else ()
            return Settled((Answer(record, (), beside),), "yes")
    return Untold(Reason.NOT_STATED, (), topic) if parts else None


def _says_too(question: Question) -> bool:
    """Whether a word or particle says that one more is meant: "too", "also", 도."""
    said = [i for i in question.items if i.text]
    if question.asked_in == "en":
        return any(i.text in ("too", "also", "as well") for i in said)
    text = question.text.rstrip(" ?!.").removesuffix("요")
    there = "place" in question.anaphora and any(i.has("name") and f"{i.text}도" in text for i in said)
    return there or (bool(said) and text.endswith(f"{said[-1].text}도"))


def part_of_it(question: Question, known: Known, memory: Memory) -> Finding | None:
    """ "Is Acme part of it?", "is Kim in it?", of what was told of: yes, where the name stands in that; None for any other."""
    record = known.event(memory.topic)
    if record is None or not question.yesno or len(question.names) != 1:
        return None
    within = [i for i in question.items if i.text in _WITHIN]
    bare = all(i.has("name", *_IDLE) for i in question.items if i not in within)
    held = question.names[0] in record.names
    return Settled((Answer(record),), "yes") if within and bare and held else None


_WITHIN = frozenset({"part of it", "part of that", "part of this", "in it", "in that", "part of them"})


def others_there(question: Question, known: Known, memory: Memory) -> Finding | None:
    """Who else was at the event told last: "또?", "셋 말고 더 있었어?", "who else was there?"; None for any other question."""
    record = known.event(memory.topic)
    there_too = question.asked_in == "ko" or {"else", "present"} <= question.marks
    if record is None or question.names or not there_too:
        return None
    said = [i for i in question.items if i.text and (not i.has("follow") or i.has("mark"))]
    beside = [i for i in said if i.text.startswith(_BESIDE) or {"else", "except"} & set(i.ids("mark"))]
    there = [i for i in said if _is_of_those_there(i)]
    bare = all(i in beside or i in there or i.has("question", *_IDLE) or _MARKS & set(i.ids("mark")) for i in said)
    after_who = all(known.part(record, p).type in NAMED for p in memory.parts[:1] if p in record.fact.parts)
    if not beside or not bare or not (there or (after_who and len(said) == 1)) or set(question.asks) - {"who"}:
        return None
    people = known.of_type(record.names, "person")
    parts = [p for p in record.fact.parts if _takes_part(known.part(record, p), general=p in known.general)]
    others = [n for n in people if n not in memory.names and set(parts) & set(record.names[n])]
    parts = [p for p in parts if any(p in record.names[n] for n in others)]
    if not others:
        extra = tuple(known.extras(record))
        return Untold(Reason.NOT_STATED, (), record, extra) if len(people) > 1 else None
    return Settled((Answer(record, tuple(parts), tuple(others)),), "names") if len(people) > 1 else None


def _takes_part(part: Part, *, general: bool) -> bool:
    """Whether those in a part were there as the others were, and did not only greet them, or write of it."""
    return part.extra or part.mutual or (general and part.role in ("by", "with"))


def _is_of_those_there(item: Item) -> bool:
    """Whether a word speaks of people who were there: "있었", "사람", "다른 분"."""
    person = "person" in item.ids("sort") or item.text.endswith(("사람", "사람들", "분", "명"))
    return person or "present" in item.ids("mark") or item.text.startswith(_BESIDE)


def house_there(question: Question, known: Known, memory: Memory) -> Finding | None:
    """Whether somebody of a house was at the event told last: "가나에서도 왔어?", "가나 쪽은 안 왔고?"; None where nobody is known to have been."""
    record = known.event(memory.topic)
    if record is None or question.asked_in != "ko" or not question.yesno:
        return None
    houses = known.of_type(question.names, "organisation")
    if len(houses) != 1:
        return None
    rest = [i for i in question.items if not i.has("name", *_IDLE) or i.has("mark")]
    came = (
        any(i.text.startswith(_COMING) or "present" in i.ids("mark") for i in question.items)
        or "undone" in question.marks
    )
    bare = all(i.text.startswith(_COMING) or _BEING & set(i.ids("mark")) for i in rest)
    there = known.of_type(known.standing(houses[0], record), "person")
    if len(question.names) > 1 or not came or not bare or not there:
        return None
    extra = tuple(n for n in there if any(p.extra for p in known.parts_of(n, record)))
    return Settled((Answer(record, (), extra),), "no" if "not" in question.marks else "yes")


_COMING = ("왔", "오", "온", "나왔", "나온", "갔", "참석")
"""How Korean verbs begin for coming to an event."""
_BEING = frozenset({"present", "not", "undone"})
"""Marks of words that say no more than whether somebody was there."""
_BESIDE = ("같이", "함께", "옆에")
"""How Korean words begin for being there with somebody."""
_MARKS = frozenset({"pair", "more", "without"})
"""Marks of words that say no more than that others than those told of are asked for."""


def sure_of_told(question: Question, known: Known, memory: Memory) -> Finding | None:
    """ "Are you sure?", "is that for sure?": what was told last, told once more, unless its author tells how sure it is."""
    record = known.records.get(memory.topic)
    if record is None or question.texts.isdisjoint(_SURE):
        return None
    asked = [i for i in question.items if CERTAIN in i.ids("part") and i.text in _SURE]
    rest = [i for i in question.items if i not in asked and i.text]
    bare = all(i.has("light", "follow", "auxiliaries", "anaphor") and not i.has("name", "kind") for i in rest)
    refused = not set(memory.parts[:1]) <= {*record.fact.parts, CERTAIN}
    if refused or not asked or not bare:
        return None
    if any(p in record.fact.parts for i in asked for p in i.ids("part")):
        return None
    return Settled((Answer(record),), "yes")


_SURE = frozenset({"sure", "for sure", "certain", "confirmed"})


def beside(question: Question, known: Known, memory: Memory) -> Finding | None:
    """What a fact tells beside the thing that was asked about: "where else?", "또 어디에", "name the other one"; None for any other."""
    record = known.records.get(memory.topic)
    if record is None or "else" not in question.marks or question.names or question.yesno:
        return None
    of_things = set(question.asks) <= {"where", "what", "which"}
    for part, told in record.fact.parts.items() if of_things else ():
        definition = known.part(record, part)
        listed = definition.type in NAMED and not definition.mutual and definition.role not in ("by", "with")
        bare = all(
            "else" in i.ids("mark") or part in i.ids("part") or i.has("question", "tell", *_IDLE)
            for i in question.items
        )
        others = tuple(n for n in told.names if n not in memory.names[:_ASKED])
        asked = bool(question.foci) or part in memory.parts[:1] or any(i.has("tell") for i in question.items)
        if listed and bare and asked and others and len(others) < len(told.names):
            return Settled((Answer(record, (part,), others),), "others")
    again = memory.parts[:1] if memory.parts[:1] and memory.parts[0] in record.fact.parts else ()
    bare = all("else" in i.ids("mark") or i.has("question", *_IDLE) for i in question.items)
    alone = again and not question.foci and question.asked_in == "ko"  # "또?", of what was told just now
    if bare and (
        alone or any(suits(known.part(record, p), record.fact.parts[p], f) for p in again for f in question.foci)
    ):
        return Untold(Reason.NOT_STATED, (), record, again)  # "where else?", after all that is told
    more = {p for i in question.items for p in i.ids("part")}
    if bare and not question.foci and not more & {*record.fact.parts, *memory.parts}:
        return Untold(Reason.NOT_STATED, (), record)  # "anything besides that?"
    return None


def listed_beside(question: Question, known: Known) -> Finding | None:
    """What stands in a list beside the thing that is named: "the lamp and what else?", "등 말고 또 뭐 있어"; None for any other."""
    if question.marks.isdisjoint(("else", "except")) or not question.asks or set(question.asks) - {"what", "which"}:
        return None
    named = [i for i in question.items if i.has("name")]
    bare = all(
        i in named or {"else", "except"} & set(i.ids("mark")) or i.has("question", "tell", *_IDLE)
        for i in question.items
    )
    if not bare or len(named) != 1 or known.of_type(named[0].ids("name"), *AGENTS, "place"):
        return None
    lists = [
        (record, part, tuple(n for n in told.names if n not in named[0].ids("name")))
        for record in known.records.values()
        if record.kind != NAME_KIND
        for part, told in record.fact.parts.items()
        if len(told.names) > 1 and set(named[0].ids("name")) & set(told.names)
    ]
    if len(lists) != 1:
        return None
    record, part, others = lists[0]
    return Settled((Answer(record, (part,), others),), "others")


_ASKED = 2
"""So many of the names last spoken of may be what was asked about."""


def _holds(item: Item, question: Question, record: Record, known: Known) -> str | None:
    """Whether a fact bears a claim out: "yes", "no" or "untold"; None where the claim is of another sort."""
    if not item.has("name"):
        if cover(item, question, record, known):
            return "yes"
        return "no" if _told_as_finely(item, question, record) else "untold"
    id_ = item.ids("name")[0]
    if known.facts.names[id_].type in AGENTS:
        return "yes" if id_ in record.names and item.role == "with" else None
    told = record.fact.parts.get("where")
    if known.facts.names[id_].type != "place" or told is None:
        return None
    return "yes" if any(id_ == n or id_ in known.members[n] for n in told.names) else "no"


def _told_as_finely(item: Item, question: Question, record: Record) -> bool:
    """Whether a fact tells a time as exact as the one that is put back: a morning does not deny ten o'clock."""
    if item.has("weekday"):
        return any(dates.weekdays_of(t) for t in record.times)
    hours = [t.hour for id_ in item.ids("when") if (t := question.times[id_]).hour is not None]
    if not hours or any(t.hour is not None for t in record.times):
        return bool(record.times)
    told = {t.daypart for t in record.times if t.daypart}
    return bool(told) and not told & {dates.daypart(h) for h in hours}
