"""Who leads what, asked for by a verb: "who is in charge of Acme", "가나 누가 이끌어", "what does Kim run"."""

from __future__ import annotations

from bot.interpreting.titles import at_the_top
from bot.learning.known import Known
from bot.question import Item, Question

_IDLE = ("light", "question", "auxiliaries", "prep", "follow", "filler", "tell", "sort", "confirm")
"""What may stand beside the verb and the house."""


def leader_asked(question: Question, known: Known) -> str:
    """The one at the top whom a question asks for, or of whom it asks what that is, by a verb of leading; else empty."""
    if question.yesno or question.unknown or question.times:
        return ""
    verbs = [i for i in question.items if _leads(i)]
    named = [i for i in question.items if i.has("name")]
    if len(verbs) != 1 or not named:
        return ""
    rest = (i for i in question.items if i not in verbs and i not in named)
    if not all(i.has(*_IDLE) and not i.has("mark") for i in rest):
        return ""
    return _leader_of(named, known) if _asks_person(question) else _who_leads(question, named, known)


def _leader_of(named: list[Item], known: Known) -> str:
    """Who leads the only house named: "누가 가나를 이끌어"."""
    ids = named[0].ids("name")
    led = len(named) == 1 and known.of_type(ids, "organisation") == list(ids)
    heads = at_the_top(ids, known) if led and named[0].role not in ("with", "to", "about", "except") else []
    return heads[0] if len(heads) == 1 else ""


def _who_leads(question: Question, named: list[Item], known: Known) -> str:
    """The only person named, at most with his house, of whom it is asked what it is he leads: "what does Kim head at Acme"."""
    people = [n for i in named for n in known.of_type(i.ids("name"), "person")]
    asks = {"what", "which", "where"} >= {f.word for f in question.foci} and question.foci
    alone = len(people) == 1 and all(set(i.ids("name")) <= {people[0], *known.members[people[0]]} for i in named)
    return people[0] if asks and alone else ""


def _leads(item: Item) -> bool:
    """Whether a word, or the verb of a phrase, is of leading a house: "이끄는 사람"."""
    return item.has("leads") or any(p.has("leads") for p in item.pieces[:1])


def _asks_person(question: Question) -> bool:
    """Whether who somebody is is all that is asked: by a question word, or by a noun for a person alone."""
    words = {f.word for f in question.foci} | {s for f in question.foci for n in f.nouns for s in n.ids("sort")}
    nouns = "person" in question.sorts and not any(i.has("question") for i in question.items)
    return bool(words & {"who", "person", "name"}) or nouns
