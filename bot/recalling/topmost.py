"""Whether one of several is the most of them all: "is A the highest peak?", "가나가 제일 높아?"."""

from __future__ import annotations

from dataclasses import replace

from bot.facts import Amount
from bot.finding import Answer, Finding, Settled, Untold
from bot.language.senses import SCALE, Sense
from bot.learning.known import Known, Record
from bot.question import Focus, Item, Question
from bot.recalling.compare import extreme
from bot.recalling.fits import whole_fits
from bot.recalling.sides import is_of

_ENDS = frozenset({"most", "least"})
_BARRED = frozenset({"not", "undone", "without", "except", "only", "more", "less", "first", "last"})
"""Marks with which it is asked of something else."""


def topmost(question: Question, known: Known) -> Finding | None:
    """Yes or no, with what is so: of all facts of a kind, that which measures most is of the one asked about, or is not."""
    marks = question.marks & SCALE
    if not question.yesno or question.alternatives or len(marks) != 1 or not marks <= _ENDS or question.marks & _BARRED:
        return None
    subjects = [i for i in question.items if i.lends is None and i.has("name", "when") and i.text]
    found = (_settled(subject, question, known) for subject in subjects)
    return next((f for f in found if f is not None), None)


def _settled(subject: Item, question: Question, known: Known) -> Finding | None:
    """What comes of it, where this word of the question says of whom or when it is asked."""
    degrees = [i for i in question.items if _ENDS & set(i.ids("mark"))]
    held = [f.record for f in whole_fits(question, known, degrees)]
    own = [r for r in held if _is_subject(subject, r) and _measures(r)]
    kinds = {r.kind for r in own}
    if len(kinds) != 1:
        return None
    kind = Item(own[0].kind, (Sense("kind", own[0].kind),), at=subject.at)
    names = {n for i in question.items if i is not subject for n in i.ids("name")}
    rivals = replace(
        question,
        yesno=False,
        foci=(Focus("which"),),
        items=tuple(kind if i is subject else i for i in question.items),
        names=tuple(n for n in question.names if n in names),
        claimed=(),
    )
    finding = extreme(rivals, known)
    if not isinstance(finding, Settled) or len(finding.answers) != 1:
        return finding if isinstance(finding, Untold) else None
    best = finding.answers[0].record
    if best.kind != own[0].kind:
        return None
    return Settled((Answer(best),), "yes" if best in own else "no")


def _is_subject(subject: Item, record: Record) -> bool:
    """Whether a fact is of the one that a word names, or of the time that it says."""
    timed = subject.has("when") and "when" in record.fact.parts
    return timed or is_of(record, set(subject.ids("name")))


def _measures(record: Record) -> bool:
    """Whether a fact tells a figure at all."""
    return any(isinstance(v, Amount) for t in record.fact.parts.values() for v in t.values)
