"""What tells the whole of what was done, where no one part of it is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.finding import Answer, Finding, Settled, told_whole
from bot.learning.known import NAME_KIND, Known
from bot.question import Item, Question
from bot.recalling.choose_value import MOST, in_time
from bot.recalling.choose_whole import doings, whole
from bot.recalling.match import Fit
from bot.recalling.pick_parts import is_named

_NAMED = 2.0
"""A part that a word of the question names is at least so surely asked for."""


def of_deed(
    question: Question, fits: Sequence[Fit], group: list[Fit], wanted: frozenset[str], known: Known
) -> Finding | None:
    """What tells the whole of what was done, where no one part of it is asked for; None where one is."""
    best = fits[0]
    event = best.record.kind != NAME_KIND
    if _of_kind_alone(question, best):
        return whole(question, group, known)
    worded = [s for i in question.items if i.text == "doing" for s in i.senses if s.tag == "of_fact"]
    meant = next((s.id for s in worded if s.fact == best.record.fact.id and wanted == {"what"}), "")
    if meant in best.record.fact.parts:  # "what was Kim doing when he found it", where the author has it so
        return Settled((Answer(best.record, (meant,)),), "value")
    if question.doing and wanted <= {"what"} and best.sureness < _NAMED:
        found = doings(question, fits, known)
        if found is not None:
            return found
        if question.names and event and all(_circumstance(i) for i in question.items):
            return Settled((Answer(best.record),), "tell")
    if wanted == {"what"} and event and _object_done(question, best, known):
        return Settled((Answer(best.record),), "tell")
    if wanted == {"what"} and _befell(question):
        return _happened_to(question, fits, known)
    if wanted == {"what"} and _would_follow(question) and event and best.sureness < _NAMED:
        return Settled((Answer(best.record),), "tell")
    placed = question.summary and all(known.part(best.record, p).role == "at" for p in best.parts)
    placed = placed or (question.summary and question.yesno)  # "배에 무슨 일이 있었어"
    if not wanted and (placed or not (best.parts or best.missing)):
        return whole(question, group, known)  # "what was going on in the hall"
    return None


def sums_a_part(question: Question, fits: Sequence[Fit]) -> bool:
    """Whether it is one part of a fact of which the contents are asked: "부제는 무슨 내용이야"."""
    best = max(fits, key=lambda f: f.weight)
    nouns = [i for i in question.items if i.lends is None and not i.has("summary", "kind", "light")]
    return bool(best.parts) and any(best.parts[0] in i.ids("part") for i in nouns)


def _of_kind_alone(question: Question, best: Fit) -> bool:
    """Whether key words ask for the fact itself, by a word for its kind ("the schedule of that morning", "전략을 논의한 자리")."""
    if question.yesno or any(i.has("question", "ask") for i in question.items):
        return False
    nouns = question.foci[0].nouns if question.asks == ("what",) else () if question.foci else question.items[-1:]
    if not nouns or not all(best.record.kind in n.ids("kind") for n in nouns):
        return False
    at = nouns[-1].at
    described = any(i.at == at - 1 and "n" in i.ids("verb") for i in question.items)
    said = tuple(i for i in question.items if i.at >= at or not described)  # what describes the noun asks for no part
    return (described or bool(question.foci)) and not is_named(best.parts, best.record, replace(question, items=said))


def _circumstance(item: Item) -> bool:
    """Whether a word says no more than who, when and where."""
    times = ("when", "relative", "today", "daypart", "weekday", "anaphor")
    return item.has("name", "question", "light", "follow", "prep", *times)


def _object_done(question: Question, best: Fit, known: Known) -> bool:
    """Whether it is asked what somebody did something to, where the verb may name the purpose as well: "김이 뭐 만든다고 했어"."""
    record = best.record
    if best.parts[:1] != ("why",) or question.asked_in != "ko" or question.sorts:
        return False
    verb = next((i for i in question.items if i.at > question.foci[0].at and i.has("verb")), None)
    done = verb is not None and record.kind in verb.ids("kind") and not verb.has("light")
    objects = known.names_as("object", record)
    actors = known.names_as("by", record)
    return done and bool(objects) and not objects & set(question.names) and bool(actors & set(question.names))


def _befell(question: Question) -> bool:
    """Whether it is asked what happened to somebody or something, which no one part tells: "what happened to the boat"."""
    behind = [w for i in question.items if i.at > question.foci[0].at for w in i.text.split()][:2]
    return behind[:1] in (["happened"], ["happens"]) and behind[1:] in (["to"], ["with"])


def _happened_to(question: Question, fits: Sequence[Fit], known: Known) -> Finding:
    """The fact that is asked for; of a bare name all facts in which something was done to it, in their order."""
    best = fits[0]
    if best.record.kind != NAME_KIND:
        return Settled((Answer(best.record),), "tell")
    parts = {f.record.fact.id: [p for n in question.names for p in known.parts_of(n, f.record)] for f in fits}
    row = [
        f for f in fits if f.record.rank and any(p.role == "object" or p.id == "what" for p in parts[f.record.fact.id])
    ]
    row = in_time([f for f in row if f.record.kind != NAME_KIND])[:MOST] or [best]
    return told_whole(f.record for f in row)


def _would_follow(question: Question) -> bool:
    """Whether it is asked what follows a deed, which the whole fact of it tells: "what happens if", "늦으면 어떻게 돼"."""
    behind = [w for i in question.items if i.at > question.foci[0].at for w in i.text.split() if w not in _MODALS]
    return behind[:2] in (["happens", "if"], ["happen", "if"], ["happens", "when"]) or bool(
        _FOLLOWS.search(question.text)
    )


_MODALS = frozenset({"will", "would", "could", "can", "might", "to", "me", "you", "us", "them"})
_FOLLOWS = re.compile(r"면\s*(어떻게|어찌) (되|돼|됩|된|될)")
