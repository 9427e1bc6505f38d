"""Whether all who were there are asked for, the rest of them, or those beside the principals alone."""

from __future__ import annotations

from itertools import pairwise

from bot.language.korean import AMONG
from bot.learning.known import Known, Record
from bot.question import Question
from bot.recalling.match import Fit
from bot.recalling.pick_parts import is_named


def everyone_asked(question: Question, record: Record, known: Known) -> bool:
    """Whether all who were there are asked for, those beside the principals too."""
    if question.marks & {"present", "all"} or is_sided(question, known):
        return True
    doubled = any(i.has("question") and i.text.startswith(_ALL_OF_THEM) for i in question.items)
    return doubled or _so_many(question, record, known) or _counts_named(question)


def _so_many(question: Question, record: Record, known: Known) -> bool:
    """Whether as many people are asked for as there were, those beside the principals too: "the five people there"."""
    people = {n for n in record.names if any(p.mutual or p.extra for p in known.parts_of(n, record))}
    counted = [i for i in question.items if i.has("number")]
    units = [i for i in question.items if "person" in (*i.ids("unit"), *i.ids("sort"))]
    near = [n for n in counted if any(0 <= u.at - n.at <= 2 for u in units)]
    return len(people) > 1 and any(float(v) == len(people) for i in near for v in i.ids("number"))


def _counts_named(question: Question) -> bool:
    """Whether all who are named are counted: "how many people are named", "how many does the story name"."""
    names = any(i.text in ("name", "names", "named") for i in question.items)
    return names and question.asks == ("how_many",) and "person" in question.sorts


_ALL_OF_THEM = ("누구누구", "who all")
"""Question words that ask for all who were there."""


def is_sided(question: Question, known: Known) -> bool:
    """Whether only those of one house are asked for ("who came from Acme", "가나 쪽에서 누가")."""
    sides = ("from", "for") if question.asked_in == "en" and "present" in question.marks else ("from",)
    if "how_many" in question.asks and question.foci[0].sides:
        return True  # "how many Acme people"
    return bool({"who", "how_many"} & set(question.asks)) and any(
        i.role in sides and known.of_type(w.ids("name"), "organisation") for i in question.items for w in (i, *i.pieces)
    )


def of_all_there(question: Question, record: Record, known: Known) -> bool:
    """Whether the rest of all who were there is asked for, and not of those of one part: "김 빼고 회의에 있던 사람"."""
    if not {"present", "except"} <= question.marks or question.asked_in != "ko":
        return False
    extras = known.extras(record)
    return bool(extras) and not any(is_named((p,), record, question) for p in extras)


def only_beside(question: Question, record: Record, known: Known) -> bool:
    """Whether only those beside the principals are asked for: "배석자 명단", "Kim's people at the talks", "김 수행 임원"."""
    extras = set(known.extras(record))
    nouns = [n for f in question.foci for n in f.nouns[-1:]] or [i for i in question.items if i.text in _THEIR_PEOPLE]
    for noun in (n for n in nouns if "person" in n.ids("sort") and not n.has("mark", "kind")):
        before = [i for i in question.items if noun.at - 2 <= i.at < noun.at]
        owned = any(i.role == "of" and known.of_type(i.ids("name"), "person") for i in before)
        attended = any(
            extras & {*i.ids("part"), *i.ids("of_fact")} for i in before if i.at == noun.at - 1 and not i.has("verb")
        )
        if extras & set(noun.ids("part")) or attended or (owned and noun.text in _THEIR_PEOPLE):
            return True
    return False


_THEIR_PEOPLE = frozenset(
    {"people", "men", "folks", "guys", "사람들", "사람", "인사", "인사들", "임원", "임원들", "참석자"}
)
"""Nouns for those who came with the one whose they are."""


def holding(question: Question, found: Fit, known: Known) -> tuple[str, ...]:
    """Those of a title who were there, where it is asked who of them that was: "Acme's head at the talks - who?", "가나 부장 누가 왔어"."""
    named = [i for i in question.items if i.has("name") and i.lends is None]
    focus = question.foci[0] if len(question.foci) == 1 else None
    titled = named and all(i.titled and known.of_type(i.ids("name"), "person") for i in named)
    if focus is None or not titled or found.kind_named or question.marks & {"else", "except"} or question.anaphora:
        return ()
    behind = [i for i in question.items if i.at > focus.at]
    between = [i for i in question.items if named[-1].at < i.at < focus.at]
    if question.asked_in == "ko":
        led = focus.role == "by" and named[-1].role == "" and all(i.text in AMONG for i in between)
    else:
        last = not behind or all("name" in i.ids("sort") for i in behind)
        led = "present" in question.marks and named[-1].at < focus.at and (last or not between)
    return tuple(n for i in named for n in i.ids("name") if n in found.record.names) if led else ()


def his_people(question: Question, ids: list[str], known: Known) -> list[str]:
    """Of those beside the principals, the people of one that is named: "Kim's aides", "김 쪽 배석자"; all where no house of theirs is known."""
    owners = [
        n
        for item, behind in pairwise(question.items)
        if item.role == "of" or behind.text in ("쪽", "측")
        for n in known.of_type(item.ids("name"), "person")
    ]
    housed = [n for n in ids if known.of_type(known.members[n], "organisation")]
    if len(owners) != 1 or len(housed) < len(ids):
        return ids
    houses = set(known.of_type(known.members[owners[0]], "organisation"))
    return [n for n in ids if houses & known.members[n]] if houses else ids
