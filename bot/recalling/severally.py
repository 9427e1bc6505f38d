"""What is told of each of several names that stand joined: "how many branches do Acme and Bolt have"."""

from __future__ import annotations

from dataclasses import replace

from bot.finding import Answer, Finding, Settled
from bot.learning.known import Known
from bot.question import MEASURES, Focus, Item, Question
from bot.recalling import choose, confirm
from bot.recalling.gather import leant_on, whole_by_itself, whole_in_talk
from bot.recalling.match import Fit
from bot.recalling.sides import is_of
from bot.turn import Memory


def told_apart(question: Question, known: Known, memory: Memory) -> Finding | None:
    """What facts of one kind tell of each of several names that stand joined: "how many branches do Acme and Bolt have"."""
    row = _joined_names(question, known)
    items = [i for i in question.items if i.text not in confirm.EACH]
    foci = tuple(f for f in question.foci if not any(n.text in confirm.EACH for n in f.nouns))
    if not row or question.yesno or len(foci) != 1:
        return None
    each = _each_alone(question, row, items, foci)
    people = _of_each_house(question, each, known, memory)
    if people is not None:
        return people
    answers = []
    for item, one in each:
        told = [f for f in whole_by_itself(one, known, memory) if f.names_hit]
        fits = [f for f in leant_on(told, one, known, memory) if f.parts and f.sureness >= SURE]
        fits.sort(key=lambda f: (f.weight, is_of(f.record, set(item.ids("name")))), reverse=True)
        answers += [Answer(f.record, f.parts[:1]) for f in fits[:1] if _is_of_one(f, item, known)]
    alike = {(a.record.kind, a.parts) for a in answers}
    apart = len({a.record.fact.id for a in answers}) == len(row)
    one_sort = len(alike) == 1 or {a.parts[0] for a in answers} in ({m} for m in MEASURES)
    return Settled(tuple(answers), "value", label=True) if apart and one_sort else None


def _each_alone(
    question: Question, row: list[Item], items: list[Item], foci: tuple[Focus, ...]
) -> list[tuple[Item, Question]]:
    """Each name of a row, with the question put of that one alone."""
    others = tuple(n for n in question.names if not any(n in i.ids("name") for i in row))
    found = []
    for item in row:
        kept = (replace(i, role=row[-1].role) if i is item else i for i in items if i is item or i not in row)
        found.append((item, replace(question, items=tuple(kept), foci=foci, names=(*others, *item.ids("name")))))
    return found


def _of_each_house(
    question: Question, each: list[tuple[Item, Question]], known: Known, memory: Memory
) -> Finding | None:
    """Who of each of several houses did it: "which Acme and Bolt people did Kim meet"; None where one sent nobody."""
    houses = all(known.of_type(item.ids("name"), "organisation") for item, _ in each)
    word = each[0][1].foci[0].word
    if not houses or word not in ("who", "which") or (word == "which" and "person" not in question.sorts):
        return None
    answers: list[Answer] = []
    for item, one in each:
        house = item.ids("name")[0]
        asked = tuple(replace(f, word="who", sides=(house,) if f.sides else ()) for f in one.foci)
        one = replace(one, foci=asked)
        fits = sorted(whole_in_talk(one, known, memory), key=lambda f: -f.weight)
        found = choose.settle(one, fits, known, memory) if fits else None
        if not isinstance(found, Settled) or found.manner != "names":
            return None
        theirs = [a for a in found.answers if all(house in known.members[n] for n in a.names)]
        if not theirs:
            return None
        answers += theirs
    return Settled(tuple(answers), "names") if len({a.record.kind for a in answers}) == 1 else None


def _joined_names(question: Question, known: Known) -> list[Item]:
    """The names of one sort that stand joined in the longest row: "Acme, Bolt and Cord", "가나랑 다라"; none where no two do."""
    rows: list[list[Item]] = []
    for item in (i for i in question.items if i.has("name") and i.lends is None):
        if rows and _is_joined(rows[-1][-1], item, question, known):
            rows[-1].append(item)
        else:
            rows.append([item])
    row = max(rows, key=len, default=[])
    return row if len(row) > 1 and "alone" not in question.marks else []


def _is_joined(before: Item, item: Item, question: Question, known: Known) -> bool:
    """Whether two names of one sort stand beside one another, with no more than "and" between them."""
    between = [i for i in question.items if before.at < i.at < item.at]
    near = item.at - before.at < _NEAR and all(i.has("follow", "light") for i in between)
    one, other = ({known.facts.names[n].type for n in i.ids("name")} for i in (before, item))
    return near and one == other and before.role in ("with", item.role)


_NEAR = 4
"""Names that stand joined are fewer tokens apart, with their particles and "and" between them."""


def _is_of_one(found: Fit, item: Item, known: Known) -> bool:
    """Whether a fact measures or dates what has this name, and is nothing that it had with others."""
    mutual = any(p.mutual for n in item.ids("name") for p in known.parts_of(n, found.record))
    return not mutual and known.part(found.record, found.parts[0]).type in ("amount", "when")


SURE = 1.5
"""A part of a name's entry must be asked for at least so surely, by a word of its own."""
