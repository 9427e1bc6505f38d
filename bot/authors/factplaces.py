"""Where a text stands in the fact files: looked up again when a doubt about it is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from bot.facts import Place
from bot.loading.factfolder import read_folder
from bot.loading.yamlnodes import List, Map, Node, Scalar

_TEMPLATES = ("say", "yes", "no", "replies")
"""Keys of questions/ whose texts have slots."""


class Places:
    """The files of a base, to find texts in. They are read when the first text is looked up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._records: dict[Place, Map] = {}
        self._roots: list[Map] = []
        self._questions: list[Map] = []
        """Those of them that lie in questions/."""

    def of(self, record: Place, text: str) -> Place:
        """Where `text` stands, as a key or a value, in the record that begins at `record`; else the record itself."""
        self._read()
        node = self._records.get(record)
        return record if node is None else next(_found(node, text), record)

    def value(self, record: Place, key: str, text: str) -> Place:
        """Where `text` stands under a key of the record that begins at `record`; else as `of`."""
        self._read()
        node = self._records.get(record)
        under = node.entries[key][1] if node is not None and key in node.entries else None
        return next(_found(under, text), record) if under is not None else self.of(record, text)

    def plain_texts(self) -> Iterator[Scalar]:
        """All texts of the base that are no templates."""
        self._read()
        for root in self._roots:
            yield from _texts(root, _TEMPLATES if root in self._questions else ())

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
                self._questions += [file.root] * (file.folder == "questions")
                self._records.update((node.place, node) for node in _maps(file.root))


def _maps(node: Node) -> Iterator[Map]:
    if isinstance(node, Map):
        for _, value in node.entries.values():
            yield from _maps(value)
        yield node  # last, so that of two that begin at one place the outer is found
    elif isinstance(node, List):
        for item in node.items:
            yield from _maps(item)


def _texts(node: Node, but: Collection[str]) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, List):
        for item in node.items:
            yield from _texts(item, but)
    else:
        for key, (_, value) in node.entries.items():
            if key not in but:
                yield from _texts(value, but)


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
