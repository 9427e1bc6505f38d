"""Reads records by a table of keys: which keys a record has, which it must have, and what each of them holds.

The tables of `factshapes.py` are the only place that says what may stand in a fact file: the loader reads by them, and
the JSON Schema is made from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from bot.factrules import shape
from bot.loading.reading import Reader, Reading, is_key
from bot.loading.yamlnodes import Map, Node
from bot.problems import nearest


class Key(NamedTuple):
    """One key of a record."""

    reader: Reader
    about: str = ""
    """What it holds, in one line; editors show it."""
    required: bool = False
    to: str = ""
    """The field of the value it becomes; empty: of the same name."""


Keys = Mapping[str, Key]


class Table(NamedTuple):
    """A sort of record: what it is called, and its keys."""

    what: str
    """As problems name it: "a name", "a fact"."""
    keys: Keys
    example: str = ""
    """A record written in one line, for whoever wrote something else there."""
    others: Mapping[str, Reader] = {}
    """Keys whose values are gathered under `parts`: the parts of a fact or name."""
    lenient: bool = False
    """Keys that are not known are passed over, because what there may be is not known either."""

    def read(self, node: Node, reading: Reading) -> dict[str, Any] | None:
        """The values by field, with the `place` of the record; None where the node is no mapping."""
        if not isinstance(node, Map):
            reading.tell(shape.not_a_record(node.place, self.what, self.example))
            return None
        found: dict[str, Any] = {"place": node.place}
        meant: set[str | None] = set()
        for name, (key_node, value_node) in node.entries.items():
            if key := self.keys.get(name):
                found[key.to or name] = key.reader.read(value_node, reading)
            elif other := self.others.get(name):
                found.setdefault("parts", {})[name] = other.read(value_node, reading)
            elif not self.lenient and is_key(name):
                known = (*self.keys, *self.others)
                meant.add(nearest(name, known))
                reading.tell(shape.unknown_key(key_node.place, name, self.what, known))
        for name, key in self.keys.items():
            if key.required and name not in node.entries and name not in meant:  # a slip is told as one
                reading.tell(shape.missing_key(node.place, name, self.what, key.about))
        return found

    def schema(self) -> dict[str, Any]:
        properties = {name: {**key.reader.schema(), **_described(key.about)} for name, key in self.keys.items()}
        properties |= {name: reader.schema() for name, reader in self.others.items()}
        required = [name for name, key in self.keys.items() if key.required]
        return {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            **({"required": required} if required else {}),
        }


def _described(about: str) -> dict[str, str]:
    return {"description": about} if about else {}
