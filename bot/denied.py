"""What did not happen, where a fact states it: "who has not commented", "입장을 안 낸 회사는"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.facts import Flag
from bot.finding import Answer, Finding, Settled
from bot.known import NAME_KIND, Known
from bot.match import Fit
from bot.question import Item, Question

_DENYING = frozenset({"not", "undone", "without"})


_LEAST = 2
"""Words that say what was not done: of "who did not speak?" everybody else did not either."""


def undone(question: Question, fits: Callable[[Question], Sequence[Fit]], known: Known) -> Finding | None:
    """The fact with a flag that is no, of which the denied word speaks; None where the question denies nothing such."""
    denials = [i for i in question.items if _denies(i)]
    if question.yesno or not denials or not set(question.asks) <= {"who", "which", "where"} or not question.foci:
        return None
    rest = tuple(i for i in question.items if i not in denials)
    told = [i for i in rest if i.lends is None and not i.has("light", "question", "prep", "follow")]
    if len(told) < _LEAST:
        return None
    asserted = replace(question, items=rest, marks=question.marks - _DENYING)
    found = [(f, p) for f in fits(asserted) if not f.uncovered and (p := _denied_part(f, rest))]
    if not found:
        return None
    best, part = max(found, key=lambda pair: pair[0].weight)
    mutual = any(p.mutual for n in best.record.names for p in known.parts_of(n, best.record))
    doer = next((p for p in best.record.fact.parts if known.part(best.record, p).role == "by"), "")
    if question.asks == ("who",) and doer and not mutual:
        return Settled((Answer(best.record, (doer,), best.record.fact.parts[doer].names),), "names")
    return Settled((Answer(best.record, (part,) if mutual else ()),), "value" if mutual else "tell")


def _denies(item: Item) -> bool:
    """Whether a word only denies."""
    other = item.has("name", "word", "of_fact", "part", "contrary", "follow")
    return item.lends is None and bool(_DENYING & set(item.ids("mark"))) and not other


def _denied_part(found: Fit, rest: Sequence[Item]) -> str:
    """The flag of a fact that is no, and that a word of the question names; "" where there is none."""
    record = found.record
    if record.kind == NAME_KIND:
        return ""
    flags = {p for p, t in record.fact.parts.items() if any(isinstance(v, Flag) and not v.yes for v in t.values)}
    said = (i for i in rest if i.lends is None and not i.has("name"))
    named = (s.id for i in said for s in i.senses if s.tag in ("part", "of_fact"))
    return next((p for p in named if p in flags), "")
