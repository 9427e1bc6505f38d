"""What is wrong in an author's files: each problem with its place, its rule, and what to write instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from bot.facts import Place

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong or doubtful in the fact base."""

    place: Place
    rule: str
    """The name of the rule that found it, for `factbot check --explain`."""
    message: str
    """What is wrong, in the author's words."""
    mend: str
    """What to write instead."""
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.place}: [{self.rule}] {self.message}; {self.mend}"


class BrokenFacts(Exception):
    """A fact base with errors; `problems` holds all of them, the warnings too."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors before warnings, then by place; the same problem only once."""

    def rank(problem: Problem) -> tuple[bool, str, int, int, str, str]:
        place = problem.place
        return problem.severity == "warning", place.file, place.line, place.column, problem.rule, problem.message

    return tuple(sorted(dict.fromkeys(problems), key=rank))


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that `word` was most likely meant to be, or None.

    >>> nearest("titel", ["title", "of"])
    'title'
    """
    from difflib import get_close_matches  # only a broken fact base pays for its import

    if len(word) > 60 or len(known) > 20_000:
        return None
    by_lower = {k.lower(): k for k in known}
    close = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.65)
    return by_lower[close[0]] if close else None
