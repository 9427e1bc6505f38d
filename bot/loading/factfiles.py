"""YAML -> facts: reads a folder of fact files, tells every mistake with its place, and builds the fact base.

Lint, tests and the running bot all come through `read`. It goes in two steps: first every id is collected, then every
record is read by its table, so that an unknown id is told where it stands. Facts are only built when nothing is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot.factrules import form, shape
from bot.facts import Facts, Place
from bot.loading.factbuild import build
from bot.loading.factfolder import VOCABULARY, FactFile, read_file, read_folder, shown
from bot.loading.factparts import Grammar, read_grammar, sections
from bot.loading.factshapes import FACT, NAME_SECTIONS, STORY, fact_of_unknown_kind, fact_table, name_table
from bot.loading.reading import Reading, entries_of, is_id
from bot.loading.records import Key, Table
from bot.loading.values import PartShape
from bot.loading.vocabulary_files import read_vocabulary
from bot.loading.yamlnodes import Map, Node, Scalar
from bot.problems import BrokenFacts, Problem, in_order, nearest

__all__ = ["load", "read"]


def load(folder: Path) -> Facts:
    """The fact base in `folder`. Raises `BrokenFacts` with all problems where any of them is an error."""
    facts, problems = read(folder)
    if facts is None:
        raise BrokenFacts(problems)
    return facts


def read(folder: Path) -> tuple[Facts | None, tuple[Problem, ...]]:
    """The fact base in `folder` (None where it has an error), and all problems, errors first."""
    files = list(read_folder(folder))
    reading = Reading()
    for file in files:
        reading.add_form(file.problems)
    _collect_ids(files, reading)
    general = read_file(VOCABULARY / "parts.yaml", "questions")
    grammar = read_grammar([general, *(f for f in files if f.folder == "questions")], reading)
    names = _read_names(files, grammar, reading)
    stories = [_read_story(f, grammar, reading) for f in files if f.folder == "stories" and f.root is not None]
    if not reading.problems and not reading.ids["fact"]:
        reading.tell(form.no_facts(shown(folder)))
    problems = in_order(reading.problems)
    if any(p.severity == "error" for p in problems):
        return None, problems
    return build(grammar, names, stories, read_vocabulary()), problems


_SORTS = {"facts": "fact", "kinds": "kind", "parts": "part", **dict.fromkeys(NAME_SECTIONS, "name")}
"""What the ids of a section are ids of."""


def _collect_ids(files: Iterable[FactFile], reading: Reading) -> None:
    """Every id of the base, so that a record may speak of one in a later file."""
    firsts: dict[str, dict[str, Scalar]] = {sort: {} for sort in ("name", "fact", "kind", "part", "story")}

    def collect(sort: str, key: Scalar, what: Any) -> None:
        if not is_id(key.value):
            reading.tell(shape.bad_id(key.place, key.value))
            reading.ids.get(sort, {}).setdefault(shape.slug(key.value), what)  # who writes it so is right
        first = firsts[sort].setdefault(key.value, key)
        if first is not key:
            reading.tell(shape.duplicate_id(key.place, sort, key.value, first.place))
        elif sort in reading.ids:
            reading.ids[sort][key.value] = what

    for file in files:
        if not isinstance(file.root, Map):
            continue
        for section, (_, node) in file.root.entries.items():
            sort = _SORTS.get(section)
            if sort and isinstance(node, Map):
                for key, _ in node.entries.values():
                    collect(sort, key, NAME_SECTIONS.get(section))
            elif section == "story" and isinstance(node, Scalar) and node.value:
                collect("story", node, None)


def _read_names(files: Iterable[FactFile], grammar: Grammar, reading: Reading) -> dict[str, dict[str, Any]]:
    table = name_table(grammar.shapes(None))
    names: dict[str, dict[str, Any]] = {}
    for file in files:
        if file.folder != "names":
            continue
        for section, (_, node) in sections(file, reading).items():
            for id_, (_, record) in entries_of(node, reading).items():
                names[id_] = {"type": NAME_SECTIONS[section], **(table.read(record, reading) or {})}
    return names


def _read_story(file: FactFile, grammar: Grammar, reading: Reading) -> dict[str, Any]:
    story = {} if file.root is None else story_table(grammar).read(file.root, reading) or {}
    if story.get("main") and story["main"] not in (story.get("facts") or {}):
        reading.tell(shape.main_elsewhere(_at(file.root, "main"), story["main"]))
    return story


def story_table(grammar: Grammar) -> Table:
    """A story with its facts, which have the parts that their kinds read."""
    facts = Key(_FactsReader(grammar), "its facts by id", required=True)
    return Table("a story", {**STORY, "facts": facts}, "story: the-id")


class _FactsReader:
    """The facts of a story: each is read by the table of its kind."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.tables: dict[str, Table] = {}

    def read(self, node: Node, reading: Reading) -> dict[str, dict[str, Any]]:
        return {id_: self._fact(fact, reading) or {} for id_, (_, fact) in entries_of(node, reading).items()}

    def _fact(self, node: Node, reading: Reading) -> dict[str, Any] | None:
        kind = _text(node, "kind")
        if kind not in self.tables:
            self.tables[kind] = self._table(kind)
        found = self.tables[kind].read(node, reading)
        if found is not None and "kind" not in found and not {"asked", "told"} <= found.keys() | _meant(node):
            reading.tell(shape.fact_without_kind(node.place, list(self.grammar.kinds)))
        return found

    def _table(self, kind: str) -> Table:
        if kind and kind not in self.grammar.kinds:
            return fact_of_unknown_kind()
        return fact_table(kind, self.grammar.shapes(kind or None), self.grammar.own_parts(kind))

    def schema(self) -> dict[str, Any]:
        shapes: dict[str, PartShape] = {}
        for kind in (None, *self.grammar.kinds):
            shapes |= {s.id: s for s in self.grammar.shapes(kind) if s.id not in shapes}
        return {"type": "object", "additionalProperties": fact_table("", shapes.values()).schema()}


def _meant(node: Node) -> set[str | None]:
    """The keys that a fact's slips were meant to be, which are told already."""
    keys = node.entries if isinstance(node, Map) else ()
    return {nearest(key, ("asked", "told", "kind")) for key in keys if key not in FACT}


def _at(node: Node | None, key: str) -> Place:
    """Where the value of a key stands."""
    assert isinstance(node, Map)
    return node.entries[key][1].place


def _text(node: Node, key: str) -> str:
    """The text under a key, "" where there is none."""
    value = node.entries[key][1] if isinstance(node, Map) and key in node.entries else None
    return value.value if isinstance(value, Scalar) else ""
