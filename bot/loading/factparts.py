"""Reads questions/: the parts and kinds of facts, what each has from another, and the wordings of replies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from bot.factrules import shape
from bot.facts import Place
from bot.loading.factfolder import FactFile
from bot.loading.factshapes import REPLY, SECTIONS, kind_table, part_table
from bot.loading.reading import Reading, entries_of, is_key
from bot.loading.records import Table
from bot.loading.values import PartShape
from bot.loading.yamlnodes import Map, Node, Scalar
from bot.turn import Lang

Raw = dict[str, Any]
"""A record as read: values by field."""


class Grammar:
    """The parts and kinds of a base as read: records by id, with all that they have from others."""

    def __init__(self) -> None:
        self.parts: dict[str, Raw] = {}
        """The general parts and the base's own."""
        self.kinds: dict[str, Raw] = {}
        self.general: frozenset[str] = frozenset()
        """Ids of the parts that ship with the engine."""
        self.shipped: dict[str, Mapping[Lang, tuple[str, ...]]] = {}
        """The words that those have before a base gives them others."""
        self.replies: dict[str, Mapping[Lang, str]] = {}

    def parts_of(self, kind: str | None) -> dict[str, Raw]:
        """All parts that a fact of this kind may have."""
        return {**self.parts, **self.own_parts(kind or "")}

    def own_parts(self, kind: str) -> dict[str, Raw]:
        """The parts that a kind has for itself or reads in its own way."""
        return self.kinds.get(kind, {}).get("parts") or {}

    def shapes(self, kind: str | None) -> list[PartShape]:
        """The same, as far as their values are concerned."""
        return [
            PartShape(id_, raw.get("type"), raw.get("unit"), raw.get("asks") or ())
            for id_, raw in self.parts_of(kind).items()
        ]


def read_grammar(files: Iterable[FactFile], reading: Reading) -> Grammar:
    """The parts, kinds and replies of `files`, the general parts in the first of them."""
    found = [sections(file, reading) for file in files]
    grammar = Grammar()
    for node in _under("parts", found):
        _read_parts(node, grammar.parts, reading)
        if not grammar.general:
            grammar.general = frozenset(grammar.parts)
            grammar.shipped = {id_: raw.get("words") or {} for id_, raw in grammar.parts.items()}
    grammar.parts = {id_: _inherit(id_, grammar.parts, reading) for id_ in grammar.parts}
    reading.ids["part"] = dict.fromkeys(grammar.parts)
    of_parts, reading.slots = reading.slots, []
    for node in _under("kinds", found):
        _read_kinds(node, grammar, reading)
    everywhere = set().union(grammar.parts, *(grammar.own_parts(kind) for kind in grammar.kinds))
    _check_slots(of_parts, everywhere, reading)
    for node in _under("replies", found):
        grammar.replies |= {id_: REPLY.read(n, reading) or {} for id_, (_, n) in entries_of(node, reading).items()}
    return grammar


def _under(section: str, found: Iterable[Mapping[str, tuple[Scalar, Node]]]) -> list[Node]:
    return [entries[section][1] for entries in found if section in entries]


def kind_reader(grammar: Grammar) -> Table:
    """Reads a kind, whose parts lean on those of the base."""
    return kind_table(_KindParts(grammar.parts))


def _read_kinds(node: Node, grammar: Grammar, reading: Reading) -> None:
    table = kind_reader(grammar)
    for id_, (_, record) in entries_of(node, reading).items():
        grammar.kinds[id_] = table.read(record, reading) or {}
        _check_slots(reading.slots, grammar.parts_of(id_), reading)
        reading.slots = []


def _check_slots(slots: Iterable[tuple[Place, str]], parts: Collection[str], reading: Reading) -> None:
    """Every `{slot}` is a part, or `{value}`, the part's own."""
    for place, slot in slots:
        if slot != "value" and slot not in parts:
            reading.tell(shape.unknown_slot(place, slot, parts))


def sections(file: FactFile, reading: Reading) -> Mapping[str, tuple[Scalar, Node]]:
    """The sections of a file of names/ or questions/ that belong there."""
    known = SECTIONS[file.folder]
    if file.root is None:
        return {}
    if not isinstance(file.root, Map):
        reading.tell(shape.not_a_section(file.root.place))
        return {}
    for name, (key, _) in file.root.entries.items():
        if name not in known and is_key(name):
            reading.tell(shape.unknown_section(key.place, name, file.folder, SECTIONS))
    return {name: entry for name, entry in file.root.entries.items() if name in known}


class _KindParts(NamedTuple):
    """Reads the parts of a kind, which lean on those of the base."""

    base: Mapping[str, Raw]

    def read(self, node: Node, reading: Reading) -> dict[str, Raw]:
        parts = dict(self.base)
        reading.ids["part"] = dict.fromkeys(self.base)
        own = _read_parts(node, parts, reading)
        return {id_: _inherit(id_, parts, reading) for id_ in own}

    def schema(self) -> dict[str, Any]:
        return {"type": ["object", "null"], "additionalProperties": part_table(new=False).schema()}


def _read_parts(node: Node, parts: dict[str, Raw], reading: Reading) -> list[str]:
    """Add the parts of one section, and return their ids; one that is there already keeps what is not given anew."""
    entries = entries_of(node, reading)
    reading.ids["part"] |= dict.fromkeys(entries)
    for id_, (_, record) in entries.items():
        new = id_ not in parts and not (isinstance(record, Map) and "like" in record.entries)
        parts[id_] = {**parts.get(id_, {}), **(part_table(new).read(record, reading) or {})}
    return list(entries)


def _inherit(id_: str, parts: Mapping[str, Raw], reading: Reading) -> Raw:
    chain = [id_]
    while (like := parts[chain[-1]].get("like", "")) in parts:
        if like in chain:
            reading.tell(shape.like_circle(parts[id_]["place"], "part", id_))
            break
        chain.append(like)
    grown: Raw = {}
    for ancestor in reversed(chain):
        grown |= parts[ancestor]
    return grown
