"""Findings that are true of something, and no answer to what is asked."""

from __future__ import annotations

from typing import TypeGuard

from bot.facts import When
from bot.finding import Finding, Settled, answers_of
from bot.learning.dates import agree, reckoned
from bot.learning.known import NAME_KIND, Known
from bot.question import Item, Question
from bot.recalling.stale import to_come


def of_another_time(question: Question) -> bool:
    """Whether it is to be confirmed that something had been so before: "has Kim met Park before?", "예전에 만난 적 있어"."""
    said = [i for i in question.items if i.lends is None]
    last = said[-1] if said else None
    ends = last is not None and last.text == "before"
    return question.yesno and (ends or any("earlier" in i.ids("mark") and i.text not in _AT_ANY_TIME for i in said))


_AT_ANY_TIME = frozenset(
    {"ever", "already", "at any time", "once", "so far", "until now", "up to now", "till now", "earlier", "earlier on",
     "한번이라도", "이미", "그동안"}
)  # fmt: skip
"""Words for an earlier time that holds the present too."""


def of_one_day_a_year(question: Question, finding: Finding) -> bool:
    """Whether it is to be confirmed of today, or of a day reckoned from it, and what is so on another day of each year is found."""
    if not question.yesno or question.tags.isdisjoint(("today", "relative")) or not says_yes_or_no(finding):
        return False
    items = [i for i in question.items if i.lends is None and i.has("today", "relative")]
    told = [a.record for a in answers_of(finding)]
    days = [(r, t) for r in told for t in r.times]
    if not items or not days:
        return False
    asked = [reckoned(r, told[0].today) for i in items for r in i.ids("relative")] or [told[0].today]
    yearly = all(t.month and t.day and not t.year for _, t in days)
    return yearly and not any(agree(When(month=a.month, day=a.day), t) for a in asked for _, t in days)


def is_of_now(finding: Finding) -> bool:
    """Whether it says yes by a fact with a time, none of which was before that of its story."""
    told = [a.record for a in answers_of(finding)] if isinstance(finding, Settled) and finding.manner == "yes" else []
    return bool(told) and all(r.rank and r.current for r in told)


def is_to_come(finding: Finding) -> TypeGuard[Settled]:
    """Whether it says yes to what its source only tells as a plan."""
    if not isinstance(finding, Settled) or not finding.answers or finding.answers[0].record.fact.sure != "planned":
        return False
    return finding.manner == "yes" or bool(finding.manner == "value" and finding.holds)


def says_yes_or_no(finding: Finding) -> bool:
    """Whether it says yes or no."""
    return isinstance(finding, Settled) and (finding.manner in ("yes", "no") or finding.holds is not None)


def named_later(question: Question, finding: Finding) -> bool:
    """Whether it is asked what something will be called, and what is so called now is found."""
    naming = question.future and "name" in question.sorts and set(question.asks) <= {"what", "which"}
    return naming and any(not to_come(a.record) for a in answers_of(finding))


def of_others(question: Question, finding: Finding, known: Known) -> bool:
    """Whether somebody of a house is asked for ("who is Acme's spokesman"), and another than one of theirs is found."""
    people = [n for f in question.foci for n in f.nouns[-1:] if "person" in n.ids("sort") and not n.titled]
    if not people:
        return False
    owners = [i for i in question.items if any(_owns(i, n) for n in people)]
    houses = set(known.of_type((n for i in owners for n in i.ids("name")), "organisation"))
    if not houses or question.yesno or "how_many" in question.asks:
        return False
    named = [
        n for a in answers_of(finding) for n in a.names or (a.record.fact.names if a.record.kind == NAME_KIND else ())
    ]
    sorts = {s for n in people for w in (n, *n.pieces) for s in w.ids("sort")}
    asked = set(named if "organisation" in sorts else known.of_type(named, "person"))  # "which firms' heads"
    return not all(n in asked and n not in houses and houses & known.members[n] for n in named)


def came_to_thing(question: Question, finding: Finding, known: Known) -> bool:
    """Whether houses are asked for that did something at a thing, and what that thing is would be told: "어떤 회사가 왔어"."""
    if question.asked_in != "ko" or not question.foci or not isinstance(finding, Settled):
        return False
    asked = any(i.role == "by" and "organisation" in i.ids("sort") and i.lends is None for i in question.items)
    deed = asked and any(i.has("kind") and i.has("verb") for i in question.items)
    return deed and all(
        a.record.kind == NAME_KIND and known.of_type(a.record.fact.names, "thing") and not a.names
        for a in finding.answers
    )


def _owns(item: Item, noun: Item) -> bool:
    """Whether a name stands right before a noun as the one whose it is: "Acme's new spokesman", "Acme spokesman"."""
    return noun.at == item.at + 1 or (item.role == "of" and item.at < noun.at <= item.at + 2)


def of_becoming(question: Question) -> bool:
    """Whether it is asked when or how somebody came to what he is: "김하나는 언제 가나 대표가 됐어"."""
    if not set(question.asks) & {"when", "why", "how", "how_long"}:
        return False
    titled = [i for i in question.items if i.titled and i.lends is None and i.role == "by"]
    return any(
        i.at < t.at and i.role == "topic" and i.ids("name") == t.ids("name") for t in titled for i in question.items
    )


def set_against(question: Question) -> bool:
    """Whether a standard is named that something is held against: "than", "보다"."""
    return any(i.role == "than" or i.text.endswith("than") for i in question.items if "except" not in i.ids("mark"))
