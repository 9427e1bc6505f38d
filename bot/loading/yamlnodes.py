"""The nodes of a YAML tree: texts, lists and mappings that know where they stand."""

from __future__ import annotations

from bot.facts import Place


class Scalar:
    """A text; all scalars are texts, whatever YAML would take them for."""

    __slots__ = ("column", "file", "line", "value")

    def __init__(self, file: str, line: int, column: int, value: str) -> None:
        self.file, self.line, self.column, self.value = file, line, column, value

    @property
    def place(self) -> Place:
        return Place(self.file, self.line, self.column)


class List:
    """A list of nodes."""

    __slots__ = ("column", "file", "items", "line")

    def __init__(self, file: str, line: int, column: int) -> None:
        self.file, self.line, self.column = file, line, column
        self.items: list[Node] = []

    @property
    def place(self) -> Place:
        return Place(self.file, self.line, self.column)


class Map:
    """Keys and their nodes in the author's order; of a key that is there twice, the first."""

    __slots__ = ("column", "entries", "file", "line")

    def __init__(self, file: str, line: int, column: int) -> None:
        self.file, self.line, self.column = file, line, column
        self.entries: dict[str, tuple[Scalar, Node]] = {}

    @property
    def place(self) -> Place:
        return Place(self.file, self.line, self.column)


Node = Scalar | List | Map
