"""What changes between two fact bases: the same questions put to both, and the answers that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from bot.answer import answer
from bot.authors.phrasings import Asker
from bot.authors.twins import all_twins
from bot.learning.known import Known
from bot.turn import LANGS, Reply, Status

Sort = Literal["new", "changed", "lost"]
_TOLD = (Status.ANSWERED, Status.CORRECTED)


@dataclass(frozen=True, slots=True)
class Change:
    """One question that is answered otherwise than before."""

    question: str
    sort: Sort
    """new: it had no answer before; lost: it has none any more; changed: another answer, or another refusal."""
    before: str
    after: str


def stated(known: Known) -> Iterator[str]:
    """The questions that the stories themselves state."""
    for story in known.facts.stories.values():
        yield from (expected.ask for expected in story.expected)


def invited(known: Known) -> Iterator[str]:
    """Those, and one for every part of every fact, every spelling of every name, and every twin."""
    yield from stated(known)
    asker = Asker(known.facts)
    for lang in LANGS:
        for fact in known.facts.facts.values():
            yield from (p.text for p in islice(asker.of_whole(fact, lang), 2))
            for part in fact.parts:
                yield from (p.text for p in islice(asker.of_part(fact, part, lang), 2))
        yield from (p.text for p in asker.of_names(lang))
    yield from (twin.text for twin in all_twins(known))


def changes(old: Known, new: Known, questions: Iterable[str]) -> list[Change]:
    """The questions whose answers differ, in the order of `questions`."""
    found = []
    for question in dict.fromkeys(questions):
        before, after = answer(question, old), answer(question, new)
        if (before.status, before.answer) != (after.status, after.answer):
            found.append(Change(question, _sort(before, after), before.answer, after.answer))
    return found


def _sort(before: Reply, after: Reply) -> Sort:
    told_before, told_after = before.status in _TOLD, after.status in _TOLD
    return "changed" if told_before == told_after else "new" if told_after else "lost"


_MARKS: dict[Sort, str] = {"new": "+", "changed": "~", "lost": "-"}


def as_text(found: Iterable[Change], asked: int, most: int | None = None) -> str:
    """Each change as a question with what was and is answered, `most` of them, and a last line that counts all."""
    found = list(found)
    lines: list[str] = []
    for change in found[:most]:
        lines.append(f"{_MARKS[change.sort]} {change.question}")
        lines += [f"    was: {change.before}"] * (change.sort != "new")
        lines += [f"    is:  {change.after}"] * (change.sort != "lost")
    more = len(found) - len(found[:most])
    lines += [f"... and {more} more"] * (more > 0)
    counts = ", ".join(f"{sum(c.sort == sort for c in found)} {sort}" for sort in _MARKS)
    return "\n".join([*lines, f"{counts}, of {asked} questions"])
