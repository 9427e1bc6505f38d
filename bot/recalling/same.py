"""Yes/no questions whether two are one: one person under two names, two things on one day or in one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from bot.finding import Answer, Finding, Settled, Untold
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.fits import whole_fits
from bot.recalling.sequence import anchors, fact_of
from bot.turn import Reason

_Of = Literal["person", "day", "place"]

_POINTING: dict[str, _Of] = {"person": "person", "place": "place", "time": "day"}
_SORTS: dict[str, _Of] = {"person": "person", "day": "day", "date": "day", "place": "place"}


def same(question: Question, known: Known) -> Finding | None:
    """Yes or no with what is told of both; None where it is no such question, or no facts account for both."""
    at = next((n for n, i in enumerate(question.items) if "same" in i.ids("mark") and i.lends is None), None)
    if at is None and question.yesno and question.asked_in == "ko":
        return _another_name(question, known)
    if at is None or question.alternatives or not (question.yesno or _asks_if_one(question, at)):
        return None
    of, gone = _of_what(question.items, at, known)
    rest = [i for i in question.items if i not in gone and i.lends is None and not _came_about(i)]
    denied = any("not" in i.ids("mark") and not i.has("auxiliaries", "confirm") for i in rest)
    if of == "person":
        return _one_person(rest, known, denied)
    alone = replace(question, items=tuple(rest), marks=question.marks - {"same"})
    if any(f.names_hit > 1 for f in whole_fits(alone, known)):
        return None  # one fact tells of both
    for one, other in _sides(rest, question.items[at]) if of else ():
        found = [fact_of(side, question, known) for side in (one, other)]
        records = [f.record for f in found if f is not None]
        if len(records) == 2 and records[0] is not records[1]:
            holds = _same_day(*records) if of == "day" else _same_place(known, *records)
            if holds is None:
                return Untold(Reason.NOT_STATED, (), records[0])
            named = sorted(records, key=lambda r: not {*r.names, *r.near}.intersection(question.names))
            return Settled(tuple(Answer(r) for r in named), "list", holds=holds != denied)
    return None


def _asks_if_one(question: Question, at: int) -> bool:
    """Whether nothing is asked for behind two things but if they are the same: "the Acme deal and the Bolt talks, same day?"."""
    behind = [i for i in question.items[at:] if not i.has("light", "mark", "follow", "confirm")]
    asked = any(i.has("question", "ask", "tell") for i in question.items)
    return not asked and len(behind) <= 1 and all(i.has("sort", "unit", "noun") for i in behind)


def _came_about(item: Item) -> bool:
    """Whether a Korean word only says that something was: "있었던 일"."""
    return item.text in _HAPPENED and not item.has("name")


_HAPPENED = frozenset({"있었던 일", "일어난 일", "벌어진 일", "있던 일", "생긴 일", "있었던", "일"})


def _another_name(question: Question, known: Known) -> Finding | None:
    """ "밥 김이 로버트 김 맞죠": two spellings of one person, and nothing else."""
    people = [known.of_type(i.ids("name"), "person") for i in question.items if i.has("name")]
    alike = len(people) == 2 and people[0] == people[1] and len(people[0]) == 1
    return _one_person(question.items, known, denied=False) if alike else None


def _of_what(items: Sequence[Item], at: int, known: Known) -> tuple[_Of | None, list[Item]]:
    """What is asked to be one, and the words that say so."""
    word = items[at]
    pointing = next((_POINTING[a] for a in word.ids("anaphor") if a in _POINTING), None)
    if pointing is not None:
        return pointing, [word]
    for item in (word, *items[at + 1 : at + 2]):
        if {"city", "country"} & set(item.ids("sort")):
            return None, []  # two places in one city are no one place, and nothing says how wide each of them is
        placed = bool(known.of_type(item.ids("noun"), "place")) or "where" in item.ids("part")
        named = next((_SORTS[s] for s in (*item.ids("sort"), *item.ids("unit")) if s in _SORTS), None)
        of = named or ("place" if placed else None)
        if of is not None:
            return of, [word, item]
    return None, []


def _one_person(rest: Sequence[Item], known: Known, denied: bool) -> Finding | None:
    """ "Is Bob Kim the same person as Robert Kim?": by the ids of both."""
    people = [known.of_type(i.ids("name"), "person") for i in rest if i.has("name")]
    other = [i for i in rest if not i.has("name", "light", "auxiliaries", "prep", "follow", "confirm", "anaphor")]
    if len(people) != 2 or not all(len(p) == 1 for p in people) or other:
        return None
    ids = dict.fromkeys((people[0][0], people[1][0]))
    if len(ids) == 1:
        return Settled((Answer(known.entry(people[0][0])),), "no" if denied else "yes")
    return Settled(tuple(Answer(known.entry(n)) for n in ids), "list", holds=denied)


def _sides(rest: Sequence[Item], word: Item) -> Iterator[tuple[list[Item], list[Item]]]:
    """The words of each of the two: "A on the same day as B", "A and B on the same day", "A랑 B는 같은 날"."""
    behind = [i for i in rest if i.at > word.at]
    if any(anchors([i]) for i in behind) and word.text.isascii():  # "... the same day as the talks"
        before = [i for i in rest if i.at < word.at]
        kinds = [i for i in before if i.has("kind") and not i.has("light")]
        anchor = next(reversed(anchors(before) or kinds), None)
        shared = [i for i in before if i is not anchor]
        subjects = [i for i in shared if i.role in ("by", "topic") and i.has("name")]
        for some in (shared, subjects, []):
            yield before, [*some, *behind]
        return
    yield from _clauses(rest, word)
    named = anchors(rest)
    for one, other in pairwise(named):
        joined = any(one.at <= i.at < other.at and (i.role == "with" or i.has("follow")) for i in rest)
        joined |= any(
            i.role == "with" and other.at <= i.at < word.at for i in rest
        )  # "가나 제휴도 다라 회동이랑 같은 날"
        if one.role == "with" and not one.has("name"):  # "가나 회동이랑 다라 제휴가", where "가나 회동" is one word
            yield (
                [replace(i, role="") if i is one else i for i in rest if i.at <= one.at],
                [i for i in rest if i.at > one.at],
            )
        if joined:
            apart = {i.at for i in rest if one.at < i.at < other.at and i.has("kind")}
            left = [i for i in rest if i is not other]
            right = [i for i in rest if i is not one and i.at not in apart]
            yield left, right


def _clauses(rest: Sequence[Item], word: Item) -> Iterator[tuple[list[Item], list[Item]]]:
    """The words of each of two Korean clauses: "가나 제휴한 것과 다라 만난 것은 같은 날", the second with who did the first."""
    joint = next((i for i in rest if i.role == "with" and i.has("kind") and i.at < word.at), None)
    behind = [i for i in rest if joint is not None and joint.at < i.at]
    if joint is None or not any(i.has("kind") and not i.has("name") for i in behind):
        return
    before = [replace(i, role="") if i is joint else i for i in rest if i.at <= joint.at]
    yield before, behind
    yield before, [*(i for i in before if i.has("name") and i.role in ("by", "topic")), *behind]


def _same_day(one: Record, other: Record) -> bool | None:
    days = [_day(r) for r in (one, other)]
    months = [(r.fact.when.year, r.fact.when.month) for r in (one, other) if r.fact.when and not r.fact.when.until]
    if len(months) == 2 and all(all(m) for m in months) and months[0] != months[1]:
        return False
    if any(day is None for day in days):
        return None
    return days[0] == days[1]


def _day(record: Record) -> tuple[int, int, int] | None:
    when = record.fact.when
    if when is None or when.until is not None or not (when.year and when.month and when.day):
        return None
    return when.year, when.month, when.day


def _same_place(known: Known, one: Record, other: Record) -> bool | None:
    """Whether two facts were in one place; that they were in one city says nothing of one place."""
    places = [set(r.fact.parts["where"].names) if "where" in r.fact.parts else set() for r in (one, other)]
    if not all(places):
        return None
    wider = [known.around(p) for p in places]
    return bool(places[0] & wider[1] or places[1] & wider[0])
