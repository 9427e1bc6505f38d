"""Writes into fact files as a careful author would: only the lines concerned, so that comments and order stay."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from bot.facts import Place
from bot.loading.vocabulary_files import plain
from bot.loading.yamlnodes import Map, Node
from bot.loading.yamltree import parse

_PLAIN = re.compile(r"[A-Za-z가-힣][\w가-힣]*(?:(?: |-|, |\. )[\w가-힣]+)*\.?")
_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?( [a-z]+)?")
_NOT_PLAIN = {"yes", "no", "true", "false", "null", "on", "off", "y", "n"}


class Refused(Exception):
    """What an author wants written cannot be; the text says why, and where."""


class NotEditable(Refused):
    """The file is written in a way that cannot be added to by machine; `place` is where."""

    def __init__(self, place: Place, why: str) -> None:
        self.place = place
        super().__init__(f"{place}: {why}")


def inserted(text: str, file: str, section: str, id_: str, block: str) -> str:
    """The file with a record added at the end of a section. `block` is the record's lines, its key not indented.

    Raises `NotEditable` where the file is no YAML, or the section stands in brackets.
    """
    tree = _tree(text, file)
    lines = text.splitlines()
    indented = [f"  {line}" if line else "" for line in block.rstrip("\n").splitlines()]
    if section in tree.entries:
        key, node = tree.entries[section]
        if lines[key.line - 1].split("#")[0].rstrip() != f"{section}:":
            raise NotEditable(node.place, f"'{section}' stands in brackets; write each id in a line of its own")
        end = _last_line(lines, key.line, _next_line(tree, key.line, len(lines)), _indent_of(node))
        lines[end:end] = indented
    else:
        lines += [*([""] if lines else []), f"{section}:", *indented]
    return _same_but(tree, "\n".join(lines) + "\n", file, section, id_)


def replaced(text: str, file: str, section: str, id_: str, block: str) -> str:
    """The file with the record of an id rewritten; comments within it move above it. Raises `NotEditable`."""
    tree = _tree(text, file)
    records = tree.entries[section][1]
    if not isinstance(records, Map):
        raise NotEditable(records.place, "there is no record here")
    key, record = records.entries[id_]
    lines = text.splitlines()
    next_ = min(_next_line(records, key.line, len(lines)), _next_line(tree, key.line, len(lines)))
    end = _last_line(lines, key.line, next_, key.column - 1)
    if lines[key.line - 1][: key.column - 1].strip():
        raise NotEditable(record.place, f"'{id_}' stands in brackets; write it in a line of its own")
    indent = " " * (key.column - 1)
    comments = [indent + line.strip() for line in lines[key.line : end] if line.lstrip().startswith("#")]
    lines[key.line - 1 : end] = [
        *comments,
        *(indent + line if line else "" for line in block.rstrip("\n").splitlines()),
    ]
    return _same_but(tree, "\n".join(lines) + "\n", file, section, id_)


def _tree(text: str, file: str) -> Map:
    root, problems = parse(text.encode(), file)
    if problems:
        raise NotEditable(problems[0].place, problems[0].message)
    if root is not None and not isinstance(root, Map):
        raise NotEditable(root.place, "a list or a text, and no sections")
    return root or Map(file, 1, 1)


def _next_line(tree: Map, line: int, last: int) -> int:
    """The line of the key that comes next after `line`, or the line after the last."""
    return min((key.line for key, _ in tree.entries.values() if key.line > line), default=last + 1)


def _last_line(lines: list[str], first: int, next_: int, indent: int) -> int:
    """The last line of a block; blank lines, and comments no deeper than `indent`, belong to what follows."""
    end = next_ - 1
    while end > first and (not lines[end - 1].strip() or _is_comment(lines[end - 1], indent)):
        end -= 1
    return end


def _is_comment(line: str, indent: int) -> bool:
    text = line.lstrip()
    return text.startswith("#") and len(line) - len(text) <= indent


def _indent_of(section: Node) -> int:
    """How far the ids of a section are indented."""
    keys = [key for key, _ in section.entries.values()] if isinstance(section, Map) else []
    return keys[0].column - 1 if keys else 2


def _same_but(before: Map, text: str, file: str, section: str, id_: str) -> str:
    """The new text, which must say the same as before but for one record."""
    after = _tree(text, file)
    if _without(plain(before), section, id_) != _without(plain(after), section, id_):
        raise NotEditable(Place(file, 1), "the file is written in a way that I cannot add to")
    return text


def _without(values: Mapping[str, Any], section: str, id_: str) -> dict[str, Any]:
    records = values.get(section) or {}
    kept = {key: value for key, value in records.items() if key != id_} if isinstance(records, dict) else records
    return {**values, section: kept}


SCHEMA_MARK = "# yaml-language-server:"


def schema_line(folder: Path, name: str) -> str:
    """The line by which editors complete and check a file of `name`/; "" where the base has no schemas."""
    there = (folder / "schema" / f"{name}.json").exists()
    return f"{SCHEMA_MARK} $schema=../schema/{name}.json\n" if there else ""


def scalar(text: str) -> str:
    """A text as YAML in one line, in quotes where it would be read as something else."""
    if _DAY.fullmatch(text) or (_PLAIN.fullmatch(text) and text.lower() not in _NOT_PLAIN and ", " not in text):
        return text
    return json.dumps(text, ensure_ascii=False)


def flow(value: Any) -> str:
    """Texts, lists and mappings as YAML in one line.

    >>> flow({"en": "Kim: a name", "ko": ["김", "no"]})
    '{en: "Kim: a name", ko: [김, "no"]}'
    """
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(str(value))


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all, so that a bot that reads it meanwhile never sees half of it.

    A file that was there keeps its mode, and its line ends where they are those of Windows.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    there = path.exists()
    ends = "\r\n" if there and b"\r\n" in path.read_bytes() else "\n"
    with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        file.write(text.replace("\n", ends).encode())
    os.chmod(file.name, path.stat().st_mode if there else 0o644)
    os.replace(file.name, path)
