"""What the readers of fact files share: the problems found so far, the ids that are known, and what a reader is."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, Protocol

from bot.factrules import shape
from bot.facts import Place
from bot.loading.yamlnodes import Map, Node, Scalar
from bot.problems import Problem

ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
MOST_PROBLEMS = 100
"""Problems told of one file; after so many the rest is the same mistake again."""


class Reading:
    """What the readers share: the problems found so far, and the ids that the base knows."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.told: dict[str, int] = {}
        self.ids: dict[str, dict[str, Any]] = {"name": {}, "fact": {}, "kind": {}, "part": {}}
        """What is known by its id, of each sort; for names the type, else whatever the loader keeps there."""
        self.complete = True
        """No file was left out; else an id may stand there, and none is called unknown."""
        self.spoilt: set[Place] = set()
        """Places of mistakes of form: what stands there says nothing more."""
        self.slots: list[tuple[Place, str]] = []
        """The slots of the templates read last, for whoever knows what can fill them."""

    def add_form(self, problems: Collection[Problem]) -> None:
        """Keep the mistakes of form of one file."""
        self.problems += problems
        self.spoilt |= {p.place for p in problems}
        self.complete = self.complete and not any(p.severity == "error" for p in problems)

    def tell(self, problem: Problem) -> None:
        """Keep a problem, but not the hundreds of a file that is something else altogether."""
        if problem.place in self.spoilt:
            return
        count = self.told[problem.place.file] = self.told.get(problem.place.file, 0) + 1
        if count <= MOST_PROBLEMS:
            self.problems.append(problem)


class Reader(Protocol):
    """Reads one sort of value."""

    def read(self, node: Node, reading: Reading) -> Any:
        """The value, or None where it could not be read; then `reading` was told why."""

    def schema(self) -> dict[str, Any]:
        """The same in JSON Schema."""


def entries_of(node: Node, reading: Reading) -> dict[str, tuple[Scalar, Node]]:
    """The entries of a section; a section that is there but empty has none."""
    if isinstance(node, Map):
        return node.entries
    if not (isinstance(node, Scalar) and not node.value):
        reading.tell(shape.not_a_section(node.place))
    return {}


def is_id(text: str) -> bool:
    """Whether a text can be an id: small letters and digits, joined by hyphens or underscores."""
    return ID.fullmatch(text) is not None


def is_key(name: str) -> bool:
    """Whether a key was written by the author; one in place of a bracket was told already."""
    return not name.startswith("\0")
