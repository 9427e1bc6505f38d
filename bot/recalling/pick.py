"""Which names of a fact answer who or which: those asked for, less those the question names itself."""

from __future__ import annotations

from bot.facts import AGENTS, NameType
from bot.finding import Answer
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.cover_names import foreigners
from bot.recalling.match import Fit
from bot.recalling.pick_all import everyone_asked, his_people, holding, of_all_there, only_beside
from bot.recalling.pick_parts import beside, holds_only, is_named, is_predicate, of_several, parts_in_order, what_joined
from bot.recalling.pick_side import of_foreigners, of_side, stands_for, titled
from bot.turn import Memory


def pick(question: Question, found: Fit, known: Known, memory: Memory) -> Answer | None:
    """The names of a fact that answer who or which: those asked for, less those the question names itself."""
    record = found.record
    holders = holding(question, found, known)
    if holders:
        return Answer(record, tuple(p.id for p in known.parts_of(holders[0], record)), holders)
    beside_alone = only_beside(question, record, known)
    all_left = of_all_there(question, record, known)
    everyone = ("else" not in question.marks or all_left) and not beside_alone
    everyone = everyone and everyone_asked(question, record, known)
    others = bool(question.marks & {"else", "except"})
    spoken = _spoken(question, memory, others=others)
    described = _described(question)
    wanted_type = _type_asked(question)
    barred = _barred(question, record, known)
    orders = parts_in_order(question, found, known, everyone or others)
    if others and not question.names and not memory.parts:  # others of those of whom yes or no was asked
        orders = beside(set(memory.names[:1]), record, known) + orders
    if not all_left:
        orders = beside(question.excepted, record, known) + orders  # "who is in it besides Acme"
    orders = what_joined(question, record, known) + orders
    orders = beside(_listed(question), record, known) + orders
    if beside_alone:
        orders = [[p] for p in known.extras(record)]
    if is_predicate(question):
        orders = [[p for p in record.fact.parts if known.part(record, p).role == "about"], *orders]
    if wanted_type and not of_several(question):  # houses that stand there themselves come before those of people
        orders = [[p] for p in found.parts if holds_only(p, wanted_type, record, known)] + orders
    for parts in orders:
        for part in parts if barred else ():
            if is_named((part,), record, question) and set(record.fact.parts[part].names) <= barred:
                return None  # of those asked for, all are excepted
        ids = [n for p in parts for n in record.fact.parts[p].names]
        ids = titled(question, of_side(question, ids, found, known), known)
        if ids and all(known.part(record, p).extra for p in parts):
            ids = his_people(question, ids, known)
            if not ids:
                return None  # those who sat in are others' people
        own = all(p not in known.general for p in parts) and is_named(tuple(parts), record, question)
        own = own and "else" not in question.marks and not set(ids) & set(question.names)
        whole = everyone or own  # "who signed the Acme contract"
        left = [n for n in ids if n not in spoken | barred and (whole or not stands_for(n, question, record, known))]
        if not wanted_type and not is_named(tuple(parts), record, question):
            left = _agents_first(left, record, question, known)
        if any("person" in n.ids("sort") for f in question.foci for n in f.nouns):
            left = known.of_type(left, "person") or left
        if of_foreigners(question):
            left = [n for n in left if n in foreigners(record, known)]
        if left and wanted_type:
            left = _as_organisations(left, known)
        if left and (set(left) - described or not question.foci or question.foci[0].word != "who"):
            return Answer(record, tuple(parts), tuple(dict.fromkeys(left)))
    return None


def _spoken(question: Question, memory: Memory, *, others: bool) -> set[str]:
    """The names that the question, or the talk that it goes on with, names itself: they are not what is asked for."""
    spoken = set(question.names) | set(question.excepted)
    spoken |= {p for i in question.items for p in i.ids("name")}
    spoken -= {n for i in question.items if i.titled and _is_made(i, question) for n in i.ids("name")}
    spoken -= _guessed(question)
    if others or "pair" in question.anaphora:
        spoken |= set(memory.names if others and not question.names else memory.names[:3])
    if question.asked_role == "with" and not question.names:
        spoken |= set(memory.names[:1])  # "with whom?", of whoever was spoken of
    return spoken


def _described(question: Question) -> set[str]:
    """The names that have a common noun beside what was done: "who played the smuggler" does not ask for the smuggler."""
    if not any(i.has("kind") and not i.has("noun", "name", "light") for i in question.items):
        return set()
    return {n for i in question.items if not i.has("sort", "kind", "part") for n in i.ids("noun")[:1]}


def _type_asked(question: Question) -> NameType | None:
    """Houses, where the noun of what is asked for is one for them; None where any name may answer."""
    nouns = question.foci[0].nouns if question.foci else ()
    houses = any("organisation" in w.ids("sort") for n in nouns for w in (n, *_describing(n, question)))
    return "organisation" if houses and ("person" not in question.sorts or _of_which_houses(question)) else None


def _barred(question: Question, record: Record, known: Known) -> set[str]:
    """The names that are excepted, with the people of a house and what lies in a country that is."""
    barred = set(question.excepted)
    barred |= {n for n in record.names if known.of_type([n], "person") and barred & known.members[n]}
    barred |= {n for n in record.names if known.facts.names[n].country in barred}  # "firms from outside Acmeland"
    return barred


def _guessed(question: Question) -> set[str]:
    """The names of a guess that is put behind the question: "who pays for it, is it Acme?", "누가 냈어, 가나야?"."""
    at = question.foci[0].at if question.foci else -1
    tail = [i for i in question.items if i.lends is not None and i.at > at >= 0]
    bare = all(i.has("name", "light", "follow", "auxiliaries", "anaphor") and not i.has("kind", "verb") for i in tail)
    return {n for i in tail for n in i.ids("name")} if bare and tail[-1:] == list(question.items[-1:]) else set()


def _describing(noun: Item, question: Question) -> tuple[Item, ...]:
    """The words of a phrase, but for a title: "group chairman", "그룹 회장" is no group; of "which group's chairman" that is asked."""
    owned = noun.text.isascii() and any(f"{p.text}'" in question.text.lower() for p in noun.pieces)
    return () if noun.has("title") and not owned else noun.pieces


def _listed(question: Question) -> set[str]:
    """The names of a row that "who" ends: "Acme, Bolt and who else?", "it is Acme, Bolt and who?"."""
    asked = question.foci[0].at if question.asks == ("who",) and question.asked_in == "en" else 0
    row: list[Item] = []
    for item in reversed([i for i in question.items if i.at < asked]):
        if not item.has("name") and not (item.text in ("and", "plus") and not row):
            break
        row += [item] if item.has("name") else []
    return {n for i in row for n in i.ids("name")} if len(row) > 1 else set()


def _is_made(item: Item, question: Question) -> bool:
    """Whether a title says what somebody was made, who is asked for: "who was elected the new head", "새 단장은 누구로 뽑혔어"."""
    if question.asked_in == "ko":
        return bool({"at", "into"} & {question.asked_role, item.role})
    return question.passive and question.asked_role in ("", "by") and item.role in ("", "object")


def _of_which_houses(question: Question) -> bool:
    """Whether the houses are asked for whose people they are: "which companies' heads", "the heads of which companies"; "온 사람들 회사"."""
    noun = question.foci[0].nouns[-1]
    korean = [i for i in question.items if i.at < noun.at and question.asked_in == "ko" and not i.has("name")]
    owners = [i for i in korean if any("person" in w.ids("sort") or w.has("title") for w in (i, *i.pieces))]
    owned = bool(owners) and "organisation" in noun.ids("sort")
    if owned or (question.foci[0].role == "of" and question.asked_in == "en"):
        return True
    words = [n.text.split()[0] for n in question.foci[0].nouns if n.text.isascii() and " " in n.text]
    return any(f"{w}'" in question.text.lower() or f"{w}\u2019" in question.text for w in words)


def _agents_first(left: list[str], record: Record, question: Question, known: Known) -> list[str]:
    """Where "who" is asked of a fact in which people or houses act, only those of them, and places that act as they do; an event is no one."""
    if "who" not in question.asks or not known.of_type(record.names, *AGENTS):
        return left
    acting = [n for n in known.of_type(left, "place") if any(p.role == "by" for p in known.parts_of(n, record))]
    return [n for n in left if n in acting or known.of_type([n], *AGENTS)]


def _as_organisations(ids: list[str], known: Known) -> list[str]:
    found = []
    for id_ in ids:
        name = known.facts.names[id_]
        found.append(name.of[0] if name.type == "person" and name.of else id_)
    return known.of_type(dict.fromkeys(found), "organisation") or list(dict.fromkeys(found))
