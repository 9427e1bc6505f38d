"""The records that may speak of a question, each with what it accounts for and what the talk so far adds to it."""

from __future__ import annotations

from bot.learning.known import NAME_KIND, Known, Record
from bot.question import FULL, Question
from bot.recalling import match
from bot.recalling.askable import is_anchored
from bot.recalling.entitled import Spoken
from bot.recalling.lean import leaning_bonus
from bot.recalling.lean_topic import own_kinds
from bot.recalling.match import Fit, fit, whole_fit
from bot.turn import Memory

_ENTITLED = 2.5
"""More for the fact whose title is all that the question says of any."""


def whole_in_talk(question: Question, known: Known, memory: Memory) -> list[Fit]:
    """The records that account for every word of a question, with what the talk so far adds to each."""
    return leant_on(whole_by_itself(question, known, memory), question, known, memory)


def whole_by_itself(question: Question, known: Known, memory: Memory) -> list[Fit]:
    """The records that account for every word of a question, as if nothing had been said before."""
    found = (whole_fit(question, r, known) for r in _pool(question, known, memory))
    return [f for f in found if f is not None]


def all_in_talk(question: Question, known: Known, memory: Memory, *, settled: bool) -> list[Fit]:
    """All that may speak of it; where some account for all of it, nothing is asked of the others but of names' own entries."""
    found = [fit(question, r, known) for r in _pool(question, known, memory)]
    if settled:
        found = [f.unasked() if f.uncovered and f.record.kind != NAME_KIND else f for f in found]
    return leant_on(found, question, known, memory)


def _pool(question: Question, known: Known, memory: Memory) -> list[Record]:
    pool = match.likely(question, known)
    if not pool:  # no word speaks of any: of names only those that were spoken of can be meant
        subjects = {s.subject for s in known.facts.stories.values()}
        meant = {f"{NAME_KIND}:{n}" for n in (*memory.names, *subjects)}
        pool = [id_ for id_, r in known.records.items() if r.kind != NAME_KIND or id_ in meant]
    return [known.records[id_] for id_ in pool if _possible(question, id_, known)]


def leant_on(fits: list[Fit], question: Question, known: Known, memory: Memory) -> list[Fit]:
    """The same, with what the talk so far adds to each."""
    leaning = bool(question.anaphora - {"now"}) or not is_anchored(question)
    apart = own_kinds(question)
    spoken = Spoken(question)
    return [
        f._replace(
            weight=f.weight
            + (_ENTITLED if spoken.entitles(f.record) else 0.0)
            + leaning_bonus(question, f, leaning and (not apart or f.record.kind in apart), known, memory)
        )
        for f in fits
    ]


def _possible(question: Question, id_: str, known: Known) -> bool:
    """A simply told fact needs one of its phrasings whole."""
    record = known.records[id_]
    if not record.phrasings:
        return True
    here = {
        int(s.id)
        for i in question.items
        if i.lends is None or i.lends == FULL
        for w in (i, *i.pieces)
        for s in w.senses
        if s.tag == "asked" and s.fact == id_
    }
    return any(phrasing <= here for phrasing in record.phrasings)
