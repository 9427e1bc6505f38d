"""Loads a fact base beside the one in use, and swaps them only when the check passes.

A shell keeps one `Known` and replaces it by `reload(...).known`; whatever is wrong with the files, that is always a
base that answers. `Watch` tells when the files have changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.check import must_mend
from bot.factfiles import read
from bot.known import Known
from bot.learn import know
from bot.problems import Problem
from bot.replay import Change, as_text, changes, stated

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

    def __str__(self) -> str:
        """A few lines for the owner."""
        if not self.swapped:
            errors = [p for p in self.problems if p.severity == "error"]
            shown = [str(p) for p in errors[:MOST_SHOWN]]
            return "\n".join([f"not reloaded, the facts before stay in use; errors: {len(errors)}", *shown])
        return "\n".join(["reloaded", as_text(self.changes[:MOST_SHOWN], self.asked)])


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
    questions = list(dict.fromkeys([*stated(known), *stated(now), *asked]))
    return Reloaded(known, True, problems, tuple(changes(now, known, questions)), len(questions))


class Watch:
    """Tells when a file of a folder was written, added or taken away since it was last asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen = self._now()

    def changed(self) -> bool:
        """Whether anything is other than at the last call."""
        seen, self._seen = self._seen, self._now()
        return seen != self._seen

    def _now(self) -> frozenset[tuple[str, int, int]]:
        found = set()
        for pattern in ("*/*.yaml", "*/*.yml"):
            for path in self.folder.glob(pattern):
                try:
                    stat = path.stat()
                except OSError:  # gone between the two calls
                    continue
                found.add((str(path), stat.st_mtime_ns, stat.st_size))
        return frozenset(found)
