"""YAML text -> a tree of nodes that know their place, with all that is wrong in the text; the only door to PyYAML.

The tree is made from parser events and not by `yaml.compose`: that is faster, and it shows anchors, aliases and tags,
and stops at too deep a nesting before any recursion can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from bot.factrules import form
from bot.facts import Place
from bot.loading.yamlnodes import List, Map, Node, Scalar
from bot.problems import Problem

DEEPEST = 24
"""Levels of nesting that a file may have; a fact base needs ten."""
MOST_NODES = 60_000
"""Keys and values that a file may have, some 4,000 names: what is read and checked well within a second."""
MOST_PROBLEMS = 100
"""Problems of form told of one file; after so many the rest is the same mistake again."""

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|(?<!^)\ufeff")


class _Unreadable(Exception):
    """The rest of the text cannot be read."""


def parse(data: bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """Read one file's bytes. `file` is the name that places show.

    Returns the tree and the problems of form. The tree is None for an empty file, and for one that cannot be read;
    what can be read of a file with an error in the midst of it is not returned, since its nesting is not to be trusted.
    """
    problems: list[Problem] = []
    try:
        text = _decode(data, file)
        root = _Builder(file, problems).build(_events(text, file))
    except _Unreadable as unreadable:
        return None, [*problems, *unreadable.args]
    return root, problems


def _decode(data: bytes, file: str) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        raise _Unreadable(form.encoding(_place(file, before), data[error.start])) from None
    if bad := _UNPRINTABLE.search(text):
        raise _Unreadable(form.control_character(_place(file, text[: bad.start()]), bad[0]))
    return text


def _place(file: str, before: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _events(text: str, file: str) -> Iterator[Any]:
    loader = _LOADER(text)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    except yaml.MarkedYAMLError as error:
        raise _Unreadable(_syntax(error, text, file)) from None
    finally:
        loader.dispose()


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    def place(mark: Any) -> Place | None:
        return Place(file, mark.line + 1, mark.column + 1) if mark else None

    found, opened = place(error.problem_mark), place(error.context_mark)
    lines = text.splitlines()
    there = lines[found.line - 1] if found and found.line <= len(lines) else ""
    return form.yaml(error.problem or "", found or opened or Place(file, 1), opened, there)


class _Builder:
    """Puts the events of one file together to a tree."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.open: list[tuple[List | Map, Scalar | None]] = []
        """The lists and mappings not closed yet, each with the key under which it stands."""
        self.key: Scalar | None = None
        """The key that waits for its value, where the innermost open node is a mapping."""
        self.root: Node | None = None
        self.nodes = 0

    def build(self, events: Iterator[Any]) -> Node | None:
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                mark = event.start_mark
                if event.anchor is not None or event.tag is not None:
                    self._tell_marks(event)
                self._put(Scalar(self.file, mark.line + 1, mark.column + 1, event.value))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._begin(event, Map if kind is yaml.MappingStartEvent else List)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                node, self.key = self.open.pop()
                self._put(node)
            elif kind is yaml.AliasEvent:
                self._tell(form.alias(self._at(event), event.anchor))
                self._put(Scalar(self.file, event.start_mark.line + 1, event.start_mark.column + 1, ""))
            elif kind is yaml.DocumentStartEvent and self.root is not None:
                raise _Unreadable(form.documents(self._at(event)))
        return self.root

    def _at(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _tell(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Unreadable()

    def _tell_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._tell(form.alias(self._at(event), event.anchor))
        if event.tag is not None:
            self._tell(form.tag(self._at(event), event.tag))

    def _begin(self, event: Any, sort: type[Map] | type[List]) -> None:
        mark = event.start_mark
        node = sort(self.file, mark.line + 1, mark.column + 1)
        if event.anchor is not None or event.tag is not None:
            self._tell_marks(event)
        if len(self.open) >= DEEPEST:
            raise _Unreadable(form.too_deep(node.place, DEEPEST))
        self.open.append((node, self.key))
        self.key = None

    def _put(self, node: Node) -> None:
        """A node is complete: it is the root, an item of a list, a key, or the value of the key before it."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise _Unreadable(form.too_many(node.place, MOST_NODES))
        if not self.open:
            self.root = node
            return
        parent = self.open[-1][0]
        if isinstance(parent, List):
            parent.items.append(node)
        elif self.key is None:
            self.key = node if isinstance(node, Scalar) else self._no_key(node)
        else:
            key, self.key = self.key, None
            if key.value in parent.entries:
                self._tell(form.duplicate_key(key.place, key.value, parent.entries[key.value][0].place))
            else:
                parent.entries[key.value] = (key, node)

    def _no_key(self, node: List | Map) -> Scalar:
        """A list or mapping where a key belongs: mostly a `{slot}` or `[list]` that wants quotes."""
        self._tell(form.bracket_key(node.place))
        return Scalar(self.file, node.line, node.column, f"\0{len(self.problems)}")
