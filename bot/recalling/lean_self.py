"""How surely a name's own entry answers: who or what somebody is, and not what he did."""

from __future__ import annotations

from bot.facts import AGENTS
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.askable import is_free
from bot.recalling.match import Fit
from bot.turn import Memory


def self_bonus(question: Question, found: Fit, known: Known) -> float:
    """A name's own entry answers "who is X", not what X did."""
    sided = any(i.has("name") and i.role == "from" for i in question.items)
    about_self = (
        bool(found.parts)
        and not (sided and "who" in question.asks)
        and any(i.has("part", "of_fact", "title", "noun", "sort") and not i.has("auxiliaries") for i in question.items)
    )
    plain = (
        (set(question.asks) <= {"who", "what", "which"} or (question.asks == ("where",) and found.parts[:1] == ("in",)))
        and not question.excepted
        and not ("who" in question.asks and question.asked_role in ("for", "with"))
        and not question.marks & ({"else"} if question.asks == ("where",) else {"else", "present"})
        and not sided
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


def of_no_house(question: Question, record: Record, known: Known, memory: Memory) -> bool:
    """Whether houses are asked for by name ("가나국 기업 어디어디"), and it is the entry of a person whom nobody spoke of."""
    nouns = [n for f in question.foci for n in f.nouns[-1:]]
    houses = bool(nouns) and all(n.ids("sort") == ("organisation",) for n in nouns)
    spoken = {*question.names, *memory.names, *memory.new}
    return houses and bool(known.of_type(record.fact.names[:1], "person")) and record.fact.names[0] not in spoken


def means_new(question: Question, record: Record, memory: Memory) -> bool:
    """Whether a pronoun alone says whose entry it is, of one who was brought in just now: "which company is he from"."""
    meant = question.items[0] if question.items else None
    filled = meant is not None and not meant.text and meant.ids("name") == memory.new == record.fact.names
    return filled and len(question.names) == 1 and "person" in question.anaphora


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
