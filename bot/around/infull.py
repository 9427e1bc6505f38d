"""A whole fact beside the part of it that was picked, where that part is not surely all that was asked."""

from __future__ import annotations

from bot.finding import Answer, Finding, Settled, Several, answers_of
from bot.learning.known import Known
from bot.question import Question
from bot.recalling.asked import asked

_SURE = 1.5
"""A part that a question word and its role ask for, or a word of its own."""


def in_full(question: Question, finding: Finding, known: Known) -> Finding:
    """The finding, with the whole fact behind it where a part of one fact is told that may not be the one, or not the only one, that is meant.

    So it is where two things are asked for ("who called whom a fool?"), and where nothing in the question asks surely
    for what is told. A reader then sees for himself what the short answer is of.
    """
    records = {a.record.fact.id: a.record for a in answers_of(finding)}
    if question.yesno or question.alternatives or len(records) != 1 or not _is_picked(finding):
        return finding
    record = next(iter(records.values()))
    surely = not question.foci or asked(question, record, known).sureness >= _SURE
    if surely and not _asks_two(question):
        return finding
    told = finding.told if isinstance(finding, Several) else (finding,)
    return Several((*told, Settled((Answer(record),), "tell")), getattr(finding, "untold", None))


def _is_picked(finding: Finding) -> bool:
    """Whether parts of a fact are told, each as a whole: not the fact, and not some of those who were in it."""
    if isinstance(finding, Several):
        return True
    if not isinstance(finding, Settled) or finding.manner not in ("value", "choice", "names"):
        return False
    return all(not a.names or set(a.names) == {n for t in a.told for n in t.names} for a in finding.answers)


def _asks_two(question: Question) -> bool:
    """Whether two questions are put in one; an English "when" or "where" may also lead a clause that only describes."""
    return len(question.foci) > 1 or (question.asked_in == "ko" and sum(i.has("question") for i in question.items) > 1)
