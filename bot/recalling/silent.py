"""Yes/no questions whose own word is for a flag that a fact is known not to tell: no other fact confirms them."""

from __future__ import annotations

from bot.finding import Answer, Finding, Settled, Untold
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Question
from bot.recalling.match import whole_fit
from bot.recalling.spoken import speaks_of
from bot.turn import Reason


def kept_silent(question: Question, finding: Finding, known: Known) -> Finding | None:
    """That it is not told, where a yes was found and the fact that is asked of is silent; None for any other finding.

    "Did the guests attend the opening?", of whom one fact is known not to tell it, is not confirmed by another that only has the words.
    """
    match finding:
        case Settled((Answer(record, ()),), "yes" | "tell") if _tells_nothing(record, known):
            return Untold(Reason.NOT_STATED, (), record)
        case Settled(answers, "yes") if question.yesno:
            told = [a.record for a in answers]
        case _:
            return None
    asked = (
        s
        for i in question.items
        if i.lends is None and not i.has("name", "light")
        for s in i.senses
        if s.tag == "part" and s.id not in known.general and not any(s.id in r.fact.parts for r in told)
    )
    for sense in asked:
        silent = (r for r in known.records.values() if sense.id in r.fact.not_told and speaks_of(sense.fact, r))
        for record in silent:
            meant = record in told or (not question.anaphora and whole_fit(question, record, known) is not None)
            if meant and _is_flag(sense.id, record, known):
                return Untold(Reason.NOT_STATED, (), record, (sense.id,))
    return None


def _tells_nothing(record: Record, known: Known) -> bool:
    """Whether a fact has no sentence of its own or of its kind, and is there to say that a flag is not told."""
    kind = known.facts.kinds.get(record.kind)
    worded = record.fact.told is not None or (kind is not None and bool(kind.says))
    return not worded and any(_is_flag(p, record, known) for p in record.fact.not_told)


def _is_flag(part: str, record: Record, known: Known) -> bool:
    return record.kind != NAME_KIND and known.part(record, part).type == "flag"
