"""Loads a fact base beside the one in use, and swaps them only when the check passes.

A shell keeps one `Known` and replaces it by `reload(...).known`; whatever is wrong with the files, that is always a
base that answers. `watching.Occasion` tells when it is time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.authors.check import must_mend
from bot.authors.replay import Change, as_text, changes, invited
from bot.learning.known import Known
from bot.learning.learn import know
from bot.loading.factfiles import read
from bot.problems import Problem

MOST_SHOWN = 10
"""Problems or changes that the owner is told; the whole list is `factbot check` or `factbot diff`."""


@dataclass(frozen=True, slots=True)
class Reloaded:
    """What came of a reload."""

    known: Known
    """The base to answer from now on: the new one where it was swapped in, else the one before."""
    swapped: bool
    problems: tuple[Problem, ...]
    """Why it was not swapped; where it was, the warnings."""
    changes: tuple[Change, ...] = ()
    """The answers that changed by it."""
    asked: int = 0
    """How many questions were put to both bases."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What kept it from being swapped in."""
        return () if self.swapped else tuple(p for p in self.problems if p.severity == "error")

    def __str__(self) -> str:
        """A few lines for the owner."""
        if not self.swapped:
            shown = [str(p) for p in self.errors[:MOST_SHOWN]]
            return "\n".join([f"not reloaded, the facts before stay in use; errors: {len(self.errors)}", *shown])
        return "\n".join(["reloaded", as_text(self.changes, self.asked, MOST_SHOWN)])


def reload(folder: Path, now: Known, asked: Iterable[str] = ()) -> Reloaded:
    """Read `folder` anew. `now` is the base in use, `asked` are recent real questions to compare answers on.

    Swapped only where the facts can be read, contradict nowhere, and answer the questions that their stories state.
    """
    facts, problems = read(folder)
    if facts is None:
        return Reloaded(now, False, problems)
    known = know(facts)
    errors = must_mend(known, folder)
    if errors:
        return Reloaded(now, False, tuple(errors))
    questions = list(dict.fromkeys([*invited(known), *invited(now), *asked]))
    return Reloaded(known, True, problems, tuple(changes(now, known, questions)), len(questions))
