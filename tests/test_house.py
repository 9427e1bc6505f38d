"""The house stands as the README draws it: imports only go down, each library has one door, the core touches nothing."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.loading.factfiles import load
from bot.ready import shipped
from bot.turn import LANGS

ROOT = Path(__file__).parent.parent
BOT = ROOT / "bot"


def drawn() -> Iterator[tuple[str, str]]:
    """The floors of the README's drawing from the top, each with its modules; what is indented less than a remark goes on with them."""
    drawing = (ROOT / "README.md").read_text("utf-8").split("```house\n")[1].split("```")[0]
    rows = re.sub(r"\n {14}(?=\S)", " ", drawing).splitlines()
    for row in rows:
        if not row.startswith(" "):
            floor, modules = re.split(r"\s{2,}", row)
            yield floor, modules


HOUSE = tuple(drawn())
"""Floors from the top. A module imports only from lower floors, and on its own floor only what stands right of it.
What stands behind a word that ends in a slash is in that folder of bot/, and behind "bot/" in none."""

STAGES = ("hear", "interpret", "recall", "say")

DOORS = {
    "rapidfuzz": "language.fuzzy",
    "yaml": "loading.yamltree",
    "prompt_toolkit": "prompt",
    "telegram": "talk_telegram",
    "aiohttp": "talk_telegram",
}
"""The one module, or package, that imports a library."""

PURE = {
    "__future__",
    "collections",
    "dataclasses",
    "datetime",
    "enum",
    "functools",
    "itertools",
    "marshal",
    "math",
    "re",
    "typing",
}
PURE |= {"unicodedata"}
"""What of the standard library the core may import: nothing that reaches a file, the network, the clock or chance."""

IMPURE_CALLS = {"open", "input", "print", "today", "now", "utcnow", "fromtimestamp"}


@cache
def modules() -> dict[str, Path]:
    """All modules by their name in the house; a package that is one room stands for all of its modules."""
    found = {}
    for path in sorted(BOT.rglob("*.py")):
        name = ".".join(path.relative_to(BOT).with_suffix("").parts)
        found[name] = path
    return found


def room_of(name: str) -> str:
    """The room that a module belongs to, "" for the mere package files."""
    if name.startswith("talk_telegram"):
        return "talk_telegram"
    return "" if name.endswith("__init__") else name


def rooms(row: str) -> Iterator[str]:
    """The modules that a row of the house names, each with its folder."""
    folder = ""
    for word in row.split():
        if word.endswith("/"):
            folder = word.removesuffix("/").removeprefix("bot")
        else:
            yield f"{folder}.{word}".removeprefix(".")


ROOMS = {room: (height, at) for height, (_, row) in enumerate(HOUSE) for at, room in enumerate(rooms(row))}


@cache
def imports(path: Path) -> frozenset[str]:
    """Full names of what a file imports anywhere in it, but for the type checker's eyes alone."""
    tree = ast.parse(path.read_text("utf-8"))
    unseen = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and node not in unseen:
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node not in unseen:
            assert node.module, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def rooms_used(path: Path) -> Iterator[str]:
    """The rooms whose modules a file imports."""
    for full in imports(path):
        if full.split(".")[0] == "bot":
            inner = full.removeprefix("bot.")
            yield next(r for r in (room_of(inner), room_of(inner.rpartition(".")[0])) if r in ROOMS)


def core() -> set[str]:
    """`answer` and all that it reaches."""
    found: set[str] = set()
    todo = ["answer"]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += rooms_used(modules()[name])
    return found


def test_every_module_has_one_room() -> None:
    assert len(ROOMS) == sum(len(list(rooms(row))) for _, row in HOUSE), "a room stands twice"
    assert {room_of(name) for name in modules()} - {""} == set(ROOMS)


@pytest.mark.parametrize("name", sorted(modules()))
def test_imports_only_go_down(name: str) -> None:
    here = ROOMS.get(room_of(name))
    wrong = [used for used in rooms_used(modules()[name]) if used != room_of(name) and here and not here < ROOMS[used]]
    assert not wrong, f"bot.{name} may not import {wrong}"


def test_stages_do_not_know_each_other() -> None:
    known = {stage: set(rooms_used(modules()[stage])) & set(STAGES) for stage in STAGES}
    assert known == {stage: set() for stage in STAGES}


@pytest.mark.parametrize("name", sorted(modules()))
def test_each_library_has_one_door(name: str) -> None:
    for full in imports(modules()[name]):
        top = full.split(".")[0]
        if top != "bot" and top not in sys.stdlib_module_names:
            assert DOORS.get(top) == room_of(name), f"{top} is imported by bot.{name}"


@pytest.mark.parametrize("name", sorted(core()))
def test_the_core_touches_no_file_network_clock_or_chance(name: str) -> None:
    outside = {full.split(".")[0] for full in imports(modules()[name])} - {"bot"}
    assert outside <= PURE | {top for top, door in DOORS.items() if door == name}
    calls = [n.func for n in ast.walk(ast.parse(modules()[name].read_text("utf-8"))) if isinstance(n, ast.Call)]
    called = {c.id for c in calls if isinstance(c, ast.Name)} | {c.attr for c in calls if isinstance(c, ast.Attribute)}
    assert not called & IMPURE_CALLS


def test_the_core_needs_no_loader() -> None:
    assert not core() & {
        "ready",
        "loading.factfiles",
        "learning.learn",
        "loading.yamltree",
        "store",
        "authors.check",
        "talk_console",
        "talk_telegram",
    }


def test_asking_imports_nothing_that_it_does_not_use() -> None:
    script = "import sys; from bot.cli import main; main(['ask', 'hello']); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = {name.split(".")[0] for name in run.stdout.splitlines()[-1].split()}
    assert not loaded & {"telegram", "aiohttp", "httpx", "prompt_toolkit", "asyncio", "sqlite3", "logging", "ssl"}


@pytest.mark.parametrize("name", sorted(modules()))
def test_a_module_tells_its_job_in_its_first_line(name: str) -> None:
    told = ast.get_docstring(ast.parse(modules()[name].read_text("utf-8"))) or ""
    assert len(told.splitlines()[0] if told else "") > 20, f"bot/{name}: a docstring that begins with its job"


def words_of(text: str) -> list[str]:
    """Latin and Hangul words, in lower case."""
    return re.findall(r"[^\W\d_]+", text.casefold())


@cache
def words_of_the_story() -> frozenset[str]:
    """Words of the shipped names that are no everyday words; a name of one word is one whatever else it may mean."""
    everyday = {w for lang in LANGS for w in words_of((BOT / f"vocabulary/common_{lang}.txt").read_text("utf-8"))}
    everyday |= {f"{word}s" for word in everyday}
    found = set()
    for name in load(shipped()).names.values():
        for lang in LANGS:
            for main in (name.name[lang], name.short[lang] if name.short else ""):
                found |= set(words_of(main)) if main.istitle() and main.isalpha() else set()
            for spelling in (name.name[lang], *name.also.get(lang, ())):
                found |= set(words_of(spelling)) - everyday
    return frozenset(w for w in found if len(w) > 2) - {"jun", "maker"}  # a month's, and who made a thing


@pytest.mark.parametrize("name", sorted(modules()))
def test_no_word_of_the_story_stands_in_code(name: str) -> None:
    told = words_of_the_story()
    for number, line in enumerate(modules()[name].read_text("utf-8").splitlines(), 1):
        found = [w for w in words_of(line) if w in told or (w > "가" and any(t in w for t in told if t > "가"))]
        assert not found, f"bot/{name} line {number}: {found}"
