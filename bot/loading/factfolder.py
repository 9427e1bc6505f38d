"""The files of a fact base: finds them, reads their bytes, and hands out their trees, each with its problems."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bot.factrules import form
from bot.facts import Place
from bot.loading.yamlnodes import Node
from bot.loading.yamltree import parse
from bot.problems import Problem

FOLDERS = ("questions", "names", "stories")
"""In the order in which they are read: a story speaks of names, and both have the parts of questions/."""
BIGGEST = 2_000_000
"""Bytes of the biggest file that is read."""
VOCABULARY = Path(__file__).parents[1] / "vocabulary"
"""What every base starts with: the general parts, and the words of the two languages."""


class FactFile(NamedTuple):
    """One file of a fact base, parsed."""

    path: Path
    folder: str
    """names, questions or stories."""
    shown: str
    """Its path as problems show it."""
    root: Node | None
    """None for an empty file and one that cannot be read."""
    problems: tuple[Problem, ...]


def shown(path: Path) -> str:
    """A path as people write it: from the current folder where it lies in it, else in full."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError, RuntimeError):
        return str(path)


def read_folder(folder: Path) -> Iterator[FactFile]:
    """All fact files of a base, in a fixed order. What cannot be read comes with its problem and without root."""
    try:
        if not folder.is_dir():
            yield _without(folder, "", form.no_folder(shown(folder)))
            return
        yield from _misplaced(folder)
        for name in FOLDERS:
            sub = folder / name
            if sub.is_dir():
                paths = sorted(p for p in sub.iterdir() if p.suffix in (".yaml", ".yml") and not p.is_dir())
                yield from (read_file(p, name) for p in paths)
    except OSError as error:
        yield _without(folder, "", form.unreadable(shown(folder), error.strerror or "no access"))
    except ValueError:  # a NUL in the path
        yield _without(folder, "", form.no_folder(str(folder).replace("\0", "?")))


def read_file(path: Path, folder: str) -> FactFile:
    """One file, parsed."""
    name = shown(path)
    try:
        if path.exists() and not path.is_file():  # a pipe or device, which may never end
            return _without(path, folder, form.unreadable(name, "it is no file"))
        size = path.stat().st_size
        if size > BIGGEST:
            return _without(path, folder, form.too_big(name, size, BIGGEST))
        data = path.read_bytes()
    except OSError as error:
        return _without(path, folder, form.unreadable(name, error.strerror or "no access"))
    root, problems = parse(data, name)
    return FactFile(path, folder, name, root, tuple(problems))


def _misplaced(folder: Path) -> Iterator[FactFile]:
    """YAML files that lie beside the folders and not in them, which nobody would read."""
    for entry in sorted(os.scandir(folder), key=lambda e: e.name):
        if entry.is_file() and entry.name.endswith((".yaml", ".yml")):
            path = Path(entry.path)
            yield _without(path, "", form.misplaced(Place(shown(path), 1)))


def _without(path: Path, folder: str, problem: Problem) -> FactFile:
    return FactFile(path, folder, shown(path), None, (problem,))
