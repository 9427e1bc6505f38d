"""He, she, they and there, as those and the place last spoken of; and who is meant where nobody is named."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.interpreting.titles import holders_of
from bot.language.senses import Sense
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Focus, Item, Question
from bot.turn import Memory


def asked_who(memory: Memory, known: Known) -> bool:
    """Whether it was asked last who it was."""
    return any(p in known.facts.parts and "who" in known.facts.parts[p].asks for p in memory.parts[:1])


_THEIR = frozenset({"their", "its"})


def _of_post(question: Question) -> bool:
    """Whether "there" is the house where somebody holds his post, and no place of an event: "his post there", "her job there"."""
    held = [i for i, j in pairwise(question.items) if "title" in i.ids("part") and "place" in j.ids("anaphor")]
    return "person" in question.anaphora and any(not i.has("auxiliaries", "name") for i in held)


def _there(question: Question, known: Known, memory: Memory) -> Question:
    """ "There" as the place of the fact last spoken of, where the question names none."""
    owned = any(i.text in _THEIR and j.has("title") for i, j in pairwise(question.items))
    headed = any(i.has("title") and j.text == "it" for i, j in pairwise(question.items))  # "who runs it"
    owned |= headed
    owned |= "thing" in question.anaphora and "organisation" in question.sorts and not question.names  # "that company"
    gone = not question.names and any(i.text in ("가", "와") and i.at == 0 and i.has("light") for i in question.items)
    there = gone or "place" in question.anaphora or (question.yesno and _at_it(question))  # "가서 누구 만나?"
    if _of_post(question) or (not owned and (not there or known.of_type(question.names, "place"))):
        return question
    record = known.records.get(memory.topic)
    told = record.fact.parts.get("where") if record else None
    places = told.names if told else ()
    titled = [i for i in question.items if i.has("title") and not i.has("name", "kind")]
    if "who" in question.asks:
        titled = titled or [i for i in question.items if "title" in i.ids("part") and not i.has("auxiliaries", "name")]
    spoken = [known.facts.names[n] for n in memory.names if n in known.facts.names]
    sorts = ("organisation", "thing") if headed else ("organisation",)
    homes = known.of_type(question.names, *sorts) or [n.id for n in spoken if n.type in sorts]
    if not any(i.has("kind") and not i.has("light") for i in question.items):
        homes = homes or [h for n in spoken[:1] for h in n.of[:1]]
    if titled and homes:  # "who heads it?"
        headed_by = _head_of(homes[0], titled, question, known, headed=headed)
        if headed_by is not None:
            return headed_by
    house = _that_house(question)
    if house is not None and homes and any(i.has("part") and i is not house for i in question.items):
        named = replace(house, senses=(Sense("name", homes[0]),), role="of")
        items = tuple(named if i is house else i for i in question.items)
        foci = tuple(f for f in question.foci if house not in f.nouns) or question.foci
        return replace(question, items=items, foci=foci, names=(homes[0],))
    pointed = next((i for i in question.items if i.text == "거기서"), None)
    if not places and homes and question.yesno and pointed is not None:  # "거기서 찍은 거예요?", of a house
        named = replace(_as_name(pointed, homes[0], question, known), role="by", pieces=())
        items = tuple(named if i is pointed else i for i in question.items)
        return replace(question, items=items, names=(*question.names, homes[0]), anaphora=question.anaphora - {"place"})
    event = [n.id for n in spoken[:1] if n.type == "thing"] if pointed is not None and not question.names else []
    if not places and event and not question.yesno:  # "거기서 누구 만났어", of a workshop
        items = (Item("", (Sense("name", event[0]),), "at"), *(i for i in question.items if i is not pointed))
        return replace(question, items=items, names=(event[0],), anaphora=question.anaphora - {"place"})
    if not places:
        return question
    held = [t for t in _held_there(record, known) if t in memory.names and memory.parts[:1] != ("where",)]
    at = held[0] if held and question.asked_in == "ko" else places[0]  # "거기서"
    return replace(question, items=(Item("", (Sense("name", at),), "at"), *question.items))


def _held_there(record: Record | None, known: Known) -> list[str]:
    """The thing that a fact is of at which another event took place, as its author says: the fair that Kim came to and met Park at."""
    told = record.fact.parts.get("what") if record else None
    things = known.of_type(told.names, "thing") if told else []
    others = [r for r in known.records.values() if r is not record and r.kind != NAME_KIND]
    return [
        t
        for t in things
        if any(p.mutual for r in others if t in r.names for q in r.fact.parts for p in [known.part(r, q)])
    ]


def _head_of(house: str, titled: list[Item], question: Question, known: Known, *, headed: bool) -> Question | None:
    """The question as one of who holds a title in a house; of a house whose head is not told it asks for that; None elsewhere."""
    titles = tuple(t for i in titled for t in i.ids("title")) or ("leader",)
    leaders = holders_of((house,), ("leader",), known) if {"head", "leader"} & set(titles) else []
    holders = leaders or holders_of((house,), titles, known)  # who runs it is not the head of sales
    if len(holders) == 1:
        person = replace(titled[0], senses=(Sense("name", holders[0]),), titled=True)
        items = tuple(person if i is titled[0] else i for i in question.items)
        if _does_something(question, titled[0]):
            return replace(
                question, items=items, names=(*question.names, holders[0]), anaphora=question.anaphora - {"pair"}
            )
        return replace(question, items=items, foci=(Focus("who", holder=(holders[0],)),))
    if not headed or holders or question.names:
        return None
    asked = replace(titled[0], senses=(Sense("part", "title"),), pieces=())  # what else was run tells nothing of it
    items = tuple(asked if i is titled[0] else i for i in question.items)
    return replace(question, items=(Item("", (Sense("name", house),), "of"), *items), names=(house,))


def _does_something(question: Question, title: Item) -> bool:
    """Whether it is asked who of a house did something with the holder of its title: "who from Acme joined their boss"."""
    deeds = [i for i in question.items if i.at < title.at and ("present" in i.ids("mark") or i.has("kind"))]
    asked = [f.at for f in question.foci if f.word == "who" and f.at >= 0]
    house = any(i.has("name") and i.role == "from" for i in question.items if i.at < title.at)
    led = any(i.text == "with" and title.at - i.at in (1, 2) for i in question.items)
    done = led or any(asked[:1] < [i.at] and not i.has("light", "title") for i in deeds)
    return house and bool(asked) and done


def _at_it(question: Question) -> bool:
    """Whether it is asked if something happened at the event told of: "did she speak at that one?"."""
    return any("at" in a.ids("prep") and "thing" in b.ids("anaphor") for a, b in pairwise(question.items))


def _that_house(question: Question) -> Item | None:
    """The noun of "that company", "그 회사", where no name is said."""
    if question.names:
        return None
    return next(
        (b for a, b in pairwise(question.items) if "thing" in a.ids("anaphor") and b.ids("sort") == ("organisation",)),
        None,
    )


def resolved(question: Question, known: Known, memory: Memory) -> Question:
    """He, she and they as the names last spoken of; he and she may also be a name that the question itself says first."""
    question = _there(question, known, memory)
    if not (memory.facts or memory.names or memory.new):
        return question  # nobody was spoken of
    people = known.of_type(memory.names, "person")
    record = known.records.get(memory.topic)
    of_house = record is not None and record.kind == NAME_KIND and question.asked_in == "en"
    if not people and record is not None and of_house:  # "his post", of whoever heads the house
        people = holders_of(record.fact.names, ("leader",), known)
    if record is not None and "person" not in question.anaphora:  # "they" are first of all the two whom it was between
        people = known.two_of(record) or people
    if len(memory.new) == 1 and "person" in question.anaphora and _of_entry(question, known.entry(memory.new[0])):
        people = [*memory.new, *(n for n in people if n not in memory.new)]
    if len(memory.new) == 1 and asked_who(memory, known) and _points_out(question):
        people = [*memory.new, *(n for n in people if n not in memory.new)]
    count = (
        1 if "person" in question.anaphora else 2 if "pair" in question.anaphora and "else" not in question.marks else 0
    )
    spoken = [i for i in question.items if known.of_type(i.ids("name"), "person")]
    first = next((i.at for i in question.items if "person" in i.ids("anaphor")), -1)
    meant = not spoken or (count == 1 and first < min(i.at for i in spoken))  # "did she meet Kim?"
    found = [n for n in people[:count] if n not in question.names] if meant else []
    houses = known.of_type(memory.names, "organisation")
    if len(found) < count and (count == 1 or len(houses) > 1):  # "they" are the houses, not one of the people
        beside = [*people, *(known.two_of(record) if record is not None else ())]  # "did Kim call him", of her and him
        found = [n for n in beside if n not in question.names][:1] if count == 1 and _of_verb(question, first) else []
    if question.doing and question.asked_in == "ko" and not question.names and people:
        found, count = people[:1], 1  # "오후엔 뭐 했어?"
    if not found and (_without_subject(question, known, memory) or _of_somebody(question, known, memory)):
        found, count = people[:1], 1
    if not found and _opens_with_verb(question, people):
        question, found, count = replace(question, yesno=True), people[:1], 1
    if not found and _they_with_another(question, known, memory):
        found, count = people[:2], 2
    meant_by = _two_people(question, people)
    if meant_by:
        items = tuple(_as_name(i, meant_by[i.at], question, known) if i.at in meant_by else i for i in question.items)
        return replace(question, items=items, names=(*meant_by.values(), *question.names))
    both = _both(question, people, record, known, memory)
    if both:
        found, count = both, len(both)
    if not found:
        return question
    object_ = "object" if any(i.at == first and i.text in ("him", "them") for i in question.items) else "topic"
    if any(i.at == first and i.role == "about" for i in question.items) and question.asked_in == "ko":
        return _told_of(question, first, _not_speaking(found[0], people, record, known, memory), known)
    role = next((i.ids("prep")[0] for i in question.items if i.at == first - 1 and i.has("prep")), object_)
    extra = tuple(Item("", (Sense("name", n),), role if count == 1 else "") for n in found)
    names = (*question.names, *found) if question.names and object_ == "object" else (*found, *question.names)
    return replace(question, items=(*extra, *question.items), names=names)


def _not_speaking(found: str, people: list[str], record: Record | None, known: Known, memory: Memory) -> str:
    """Of those spoken of the one who can be told of by whoever spoke last: none says something of himself."""
    if record is None or "said" not in record.fact.parts:
        return found
    others = [*known.of_type(memory.new, "person"), *people, *known.of_type(record.names, "person")]
    speaks = {n for n in others if any(p.role == "by" for p in known.parts_of(n, record))}
    return next((n for n in others if n not in speaks), found)


def _told_of(question: Question, at: int, id_: str, known: Known) -> Question:
    """The question of what is said of somebody, with his name in the place of the pronoun: "그 사람 보고는 뭐라고 했어"."""
    items = tuple(_as_name(i, id_, question, known) if i.at == at else i for i in question.items)
    return replace(question, items=items, names=(id_, *question.names), anaphora=question.anaphora - {"person"})


def _points_out(question: Question) -> bool:
    """Whether it points at the one just named ("what did that man say?", "그 사람은 뭐래?"), unlike "he", who is spoken of all along."""
    pronouns = [i for i in question.items if "person" in i.ids("anaphor")]
    return len(pronouns) == 1 and (not pronouns[0].text.isascii() or pronouns[0].text.startswith("that "))


def _both(question: Question, people: list[str], record: Record | None, known: Known, memory: Memory) -> list[str]:
    """ "둘이 무슨 얘기 했어": the two just told, or between whom it was; behind who somebody is, the two last spoken of."""
    those = question.yesno  # of several it is only asked whether they did it too
    several = [i for i in question.items if "pair" in i.ids("mark")]
    several = [i for i in several if _is_of_two(i.text) or (those and _is_of_those(i.text))]
    said = next(iter(several), None)
    if said is None or record is None or "else" in question.marks:
        return []
    led = any(i.has("name") and i.at < said.at for i in question.items)  # "김이랑 박 둘이"
    of_two = _is_of_two(said.text)
    new = len(memory.new) == _TWO if of_two else len(memory.new) > 1  # of three that were told two are none
    told = memory.new if new else ()
    meant = people if record.kind == NAME_KIND else told or known.two_of(record)
    most = _TWO if of_two else len(meant)
    both = [n for n in meant if n not in question.names][:most]
    return both if not led and len(both) > 1 else []


_TWO = 2


def _is_of_two(text: str) -> bool:
    """Whether Korean words for several mean two people: "그 둘", "두 분", but not "세 사람", "두 회사"."""
    return any(word in text.replace(" ", "") for word in ("둘", "두사람", "두분", "두명"))


def _is_of_those(text: str) -> bool:
    """Whether Korean words point at several people, however many: "이 사람들", "그분들"."""
    return text.startswith(("이", "그", "저")) and text.endswith(("사람들", "분들"))


def _of_entry(question: Question, record: Record) -> bool:
    """Whether no more is asked than what somebody is ("what's her job", "그분 어디 소속이야"), and nothing that they did."""
    idle = ("light", "follow", "anaphor", "prep", "question")
    said = [i for i in question.items if i.lends is None and (not i.text or not i.has(*idle))]
    told = record.fact.parts.keys()
    if question.names or question.doing or any(i.has("name") or (i.has("kind") and not i.has("part")) for i in said):
        return False
    bare = question.asks in (("who",), ("where",), ("which",)) and not said
    return bare or any(told & set(i.ids("part")) for i in said)


def _as_name(item: Item, id_: str, question: Question, known: Known) -> Item:
    """A pronoun as the name that it means."""
    return replace(item, text=known.facts.names[id_].name[question.lang], senses=(Sense("name", id_),))


def _two_people(question: Question, people: list[str]) -> dict[int, str]:
    """Whom two pronouns mean ("whom did he see after her"), by their place: the second one the person last spoken of."""
    pronouns = [i for i in question.items if "person" in i.ids("anaphor")]
    sexes = [next((n for n, words in enumerate(_SEXES) if i.text in words), -1) for i in pronouns]
    if len(pronouns) != 2 or sorted(sexes) != [0, 1] or len(people) < 2 or question.names:
        return {}
    return {pronouns[0].at: people[1], pronouns[1].at: people[0]}


_SEXES = (frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"}))


def _of_somebody(question: Question, known: Known, memory: Memory) -> bool:
    """Whether it is asked of whom the talk is who that is, and nothing says of whom: "어느 회사 사람이야?"."""
    last = question.items[-1] if question.items else None
    person = last is not None and "person" in last.ids("sort") and last.has("filler") and not last.text.isascii()
    asks = person and bool(question.foci) and not question.anaphora and not question.marks and len(question.items) > 2
    return asks and bool(memory.names) and len(memory.new) < 2 and _of_entry(question, known.entry(memory.names[0]))


def _without_subject(question: Question, known: Known, memory: Memory) -> bool:
    """Whether a Korean question leaves out who did it, right behind a turn that told who somebody is, or with whom ("박이랑 왔어?")."""
    record = known.records.get(memory.topic)
    if _with_whom(question, known, memory):
        return True
    if question.asked_in != "ko" or record is None or not memory.names:
        return False
    acts = any(w.has("kind") and w.named("kind") for i in question.items for w in (i, *i.pieces))
    if record.kind != NAME_KIND:  # "누구랑 왔어", "누구 만났어", of whoever was there
        person = known.of_type(memory.names[:1], "person")
        another = question.asked_role == "with" or (question.asked_role == "" and _is_of_meeting(question, known))
        asked = question.asks == ("who",) and another and not question.names
        return acts and asked and bool(set(person) & set(record.names))
    if question.asks == ("who",) and question.asked_role == "by":
        return False  # "누가 왔어" asks for the one who did it
    told = known.facts.names[record.fact.names[0]]
    roles = {_role_of(i, question) for i in question.items if i.has("name")}
    there = question.yesno and "present" in question.marks and not question.marks & {"alone", "else", "pair"}
    led = bool(roles) or there or question.asked_role == "with"  # "누구랑 왔어"
    mere = led and roles <= {"with", "object", "to", "at", "from"}
    return told.type == "person" and memory.names[0] == told.id and acts and mere


def _is_of_meeting(question: Question, known: Known) -> bool:
    """Whether it is asked of what several do with one another."""
    kinds = {k for i in question.items if i.has("verb") for k in i.ids("kind")}
    return any(p.mutual for k in kinds if k in known.facts.kinds for p in known.facts.kinds[k].parts.values())


def _role_of(item: Item, question: Question) -> str:
    """What a name is to the verb; right before it and with no particle it is whom it was done to: "박 만났어"."""
    verb = next((i for i in question.items if i.at == item.at + 1), None)
    bare = item.role == "" and verb is not None and verb.has("kind") and verb.has("verb")
    return "object" if bare else item.role


def _they_with_another(question: Question, known: Known, memory: Memory) -> bool:
    """Whether "they" are the two told of by who they are, and another one is named: "were they there with Park?"."""
    told = [known.records[f] for f in memory.facts if f in known.records]
    they = next((i.at for i in question.items if "pair" in i.ids("anaphor")), None)
    named = [i.at for i in question.items if known.of_type(i.ids("name"), "person")]
    entries = len(told) == 2 and all(known.of_type(r.names, "person") and r.kind == NAME_KIND for r in told)
    return entries and question.yesno and they is not None and bool(named) and they < min(named)


def _opens_with_verb(question: Question, people: list[str]) -> bool:
    """Whether an English question is a verb and its object alone, and asks of whoever was spoken of: "met Park?"."""
    said = [i for i in question.items if not i.has("follow")]
    return (
        question.asked_in == "en"
        and not question.foci
        and len(said) == 2
        and said[0].named("kind")
        and not said[0].text.endswith(("ing", "s"))
        and said[1].role == "object"
        and said[1].has("name")
        and bool(people)
        and not set(people[:1]) & set(said[1].ids("name"))
        and question.text.rstrip().endswith("?")
    )


def _with_whom(question: Question, known: Known, memory: Memory) -> bool:
    """Whether it is to be confirmed with whom it was done that somebody did it who was spoken of last."""
    people = known.of_type(question.names, "person")
    named = [i for i in question.items if i.has("name")]
    only = len(named) == len(people) == len(question.names) == 1 and named[0].role == "with"
    last = known.of_type(memory.names[:1], "person")
    acts = any(i.has("kind") and not i.has("light", "part") for i in question.items)
    return question.asked_in == "ko" and question.yesno and only and bool(last) and last != people and acts


def _of_verb(question: Question, at: int) -> bool:
    """Whether he or she stands right behind the verb, and so is another than whom the question names: "did Kim call him"."""
    verb = next((i for i in question.items if i.at == at - 1), None)
    spoken = next((i for i in question.items if i.at == at), None)
    return verb is not None and verb.has("kind") and spoken is not None and spoken.text in ("him", "her")
