"""No, with those who did: of a name that a yes/no question puts into a list which its author called complete."""

from __future__ import annotations

from collections.abc import Sequence

from bot.facts import AGENTS, Names
from bot.finding import Answer, Finding, Settled
from bot.learning.known import NAME_KIND, Known
from bot.question import Item, Question
from bot.recalling.affirm import DENYING
from bot.recalling.match import Fit


def unlisted(question: Question, fits: Sequence[Fit], known: Known) -> Finding | None:
    """No, by the one fact of its kind whose complete list lacks nobody but the name that is asked: "was Kim on the jury?"; None elsewhere.

    Where a fact of another kind that the same word speaks of tells of others, the word may mean that one, and nothing is denied.
    """
    if not question.yesno or len(question.names) != 1 or question.alternatives or question.marks & {*DENYING, "else"}:
        return None
    taken_over = any(not i.text for i in question.items)
    if taken_over or question.anaphora or any(_is_added(i, question) for i in question.items):
        return None  # "did Acme too?", behind what another one did
    name = question.names[0]
    lost = [f for f in fits if f.kind_named and f.record.kind != NAME_KIND and _is_led(f.uncovered, name)]
    sort = known.facts.names[name].type
    told = [f for f in lost if _complete(f, name, known)]
    if len(told) != 1 or sum(r.kind == told[0].record.kind for r in known.records.values()) != 1:
        return None
    record = told[0].record
    theirs = known.of_type(record.fact.names, sort)
    others = {n for f in lost for n in known.of_type(f.record.fact.names, sort)}
    if others - set(theirs) or name in record.near or {*theirs} & known.members[name]:
        return None
    if any(name in known.members[n] for n in theirs):
        return None  # his house
    return Settled((Answer(record),), "no")


def _is_added(item: Item, question: Question) -> bool:
    """Whether a name is asked of beside others: "김도", "Kim as well"."""
    return "also" in item.ids("part") or (item.has("name") and f"{item.text}도" in question.text.lower())


def _is_led(lost: Sequence[Item], name: str) -> bool:
    """Whether nothing is lost but the name, which is the subject."""
    return len(lost) == 1 and lost[0].ids("name") == (name,) and lost[0].role in ("", "by", "topic")


def _complete(found: Fit, name: str, known: Known) -> bool:
    """Whether a part that its author called complete holds others of the sort of a name: people for a person, books for a book."""
    names = known.facts.names
    for told in found.record.fact.parts.values():
        closed = any(isinstance(v, Names) and v.complete for v in told.values)
        if closed and all(names[n].type == names[name].type for n in told.names):
            nouns = [set(names[n].kind.get("en", ())) for n in (name, *told.names)]
            return names[name].type in AGENTS or bool(set.intersection(*nouns))
    return False
