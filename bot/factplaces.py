"""Where a text stands in the fact files: looked up again when a doubt about it is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.factfolder import read_folder
from bot.facts import Place
from bot.yamlnodes import List, Map, Node, Scalar


class Places:
    """The files of a base, to find texts in. They are read when the first text is looked up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._records: dict[Place, Map] = {}
        self._roots: list[Map] = []

    def of(self, record: Place, text: str) -> Place:
        """Where `text` stands, as a key or a value, in the record that begins at `record`; else the record itself."""
        self._read()
        node = self._records.get(record)
        return record if node is None else next(_found(node, text), record)

    def key(self, section: str, key: str) -> Place:
        """Where a key of a section stands, in the first file that has it."""
        self._read()
        for root in self._roots:
            node = root.entries[section][1] if section in root.entries else None
            if isinstance(node, Map) and key in node.entries:
                return node.entries[key][0].place
        return Place(str(self.folder), 1)

    def _read(self) -> None:
        if self._roots:
            return
        for file in read_folder(self.folder):
            if isinstance(file.root, Map):
                self._roots.append(file.root)
                self._records.update((node.place, node) for node in _maps(file.root))


def _maps(node: Node) -> Iterator[Map]:
    if isinstance(node, Map):
        for _, value in node.entries.values():
            yield from _maps(value)
        yield node  # last, so that of two that begin at one place the outer is found
    elif isinstance(node, List):
        for item in node.items:
            yield from _maps(item)


def _found(node: Node, text: str) -> Iterator[Place]:
    if isinstance(node, Scalar):
        if " ".join(node.value.split()) == text:
            yield node.place
    elif isinstance(node, List):
        for item in node.items:
            yield from _found(item, text)
    else:
        for key, value in node.entries.values():
            if key.value == text:
                yield key.place
            yield from _found(value, text)
