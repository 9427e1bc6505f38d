"""Reads what a part of a fact holds: names, texts, dates, figures, flags, other facts, in the short form or long."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from bot.factrules import value
from bot.facts import Event, Flag, Names, PartType, Sure, Text, Texts, Told, Value
from bot.loading.readers import Id, Line, OneOf, OneOrMore, PerLang, TextReader, YesNo
from bot.loading.reading import Reader, Reading
from bot.loading.records import Key, Keys, Table
from bot.loading.values_amount import AmountReader
from bot.loading.values_when import WhenReader
from bot.loading.yamlnodes import List, Map, Node
from bot.turn import LANGS

SURE: tuple[Sure, ...] = ("stated", "reported", "planned", "said")
WORDS = PerLang(OneOrMore(Line()), both=False)
LONG_FORM: Keys = {
    "sure": Key(OneOf(SURE), "how sure this part is, where it differs from the fact"),
    "note": Key(TextReader(), "a sentence that the reply adds"),
    "say": Key(TextReader(), "the whole reply to a question for this part", to="says"),
    "words": Key(WORDS, "further words by which people ask for it"),
    "complete": Key(YesNo(), "yes: there were no others than those named"),
}


class PartShape(NamedTuple):
    """What a reader must know of a part."""

    id: str
    type: PartType | None
    """None where it is wrong or missing, which was told: then nothing can be said of what the part holds."""
    unit: str | None = None
    asks: tuple[str, ...] = ()


class PartReader(NamedTuple):
    """Reads the value of one part as a `Told`."""

    part: PartShape

    def read(self, node: Node, reading: Reading) -> Told | None:
        if not isinstance(node, Map) or set(LANGS) & node.entries.keys():
            values = _values(self.part, node, reading)
            return None if values is None else Told(values)
        keys = {"value": Key(_Values(self.part), "what is so"), **LONG_FORM}
        found = Table("this part", keys).read(node, reading) or {}
        if "value" not in found and "says" not in found:
            reading.tell(value.no_value(node.place, self.part.id))
        return _told(found)

    def schema(self) -> dict[str, Any]:
        short = _Values(self.part).schema()
        keys = {"value": short, **{name: key.reader.schema() for name, key in LONG_FORM.items()}}
        long = {"type": "object", "properties": keys, "additionalProperties": False}
        return {"anyOf": [short, long]}


def _told(found: Mapping[str, Any]) -> Told:
    values: tuple[Value, ...] = found.get("value") or ()
    if found.get("complete"):
        values = tuple(replace(v, complete=True) if isinstance(v, Names) else v for v in values)
    return Told(values, found.get("sure"), found.get("note"), found.get("says"), found.get("words") or {})


class _Values(NamedTuple):
    part: PartShape

    def read(self, node: Node, reading: Reading) -> tuple[Value, ...] | None:
        return _values(self.part, node, reading)

    def schema(self) -> dict[str, Any]:
        return _SCHEMAS[self.part.type](self.part) if self.part.type else {}


def _values(part: PartShape, node: Node, reading: Reading) -> tuple[Value, ...] | None:
    return _READERS[part.type](part, node, reading) if part.type else None


def _names(part: PartShape, node: Node, reading: Reading) -> tuple[Value, ...] | None:
    """Names by their ids, and texts for what has no entry; both may stand in one list."""
    items = node.items if isinstance(node, List) else [node]
    ids = [_name(part, item, reading) for item in items if not isinstance(item, Map)]
    texts = [TextReader().read(item, reading) for item in items if isinstance(item, Map)]
    found: list[Value] = []
    if ids:
        found.append(Names(tuple(i for i in ids if i)))
    if texts:
        found.append(Texts(tuple(t for t in texts if t)))
    return tuple(found)


def _name(part: PartShape, node: Node, reading: Reading) -> str | None:
    id_ = Id("name").read(node, reading)
    is_ = reading.ids["name"].get(id_) if id_ else None
    if id_ and is_ and part.type and part.type not in ("name", is_):
        reading.tell(value.wrong_type(node.place, id_, is_, part.id, part.type))
    return id_


def _texts(part: PartShape, node: Node, reading: Reading) -> tuple[Value, ...] | None:
    items = node.items if isinstance(node, List) else [node]
    return (Texts(tuple(t for t in (TextReader().read(item, reading) for item in items) if isinstance(t, Text))),)


def _flag(part: PartShape, node: Node, reading: Reading) -> tuple[Value, ...] | None:
    text = Line("yes").read(node, reading)
    if text is None:
        return None
    if text not in ("yes", "no"):
        reading.tell(value.not_yes_or_no(node.place, text))
    return (Flag(text == "yes"),)


def _event(part: PartShape, node: Node, reading: Reading) -> tuple[Value, ...] | None:
    ids = OneOrMore(Id("fact")).read(node, reading)
    return ids and tuple(Event(id_) for id_ in ids)


def _whens(part: PartShape, node: Node, reading: Reading) -> tuple[Value, ...] | None:
    return OneOrMore(WhenReader()).read(node, reading)


def _amount_reader(part: PartShape) -> AmountReader:
    """A sum and a length of time must say in what; a plain count need not."""
    return AmountReader(part.id, part.unit, must_have_unit=bool({"how_much", "how_long"} & set(part.asks)))


def _amounts(part: PartShape, node: Node, reading: Reading) -> tuple[Value, ...] | None:
    return OneOrMore(_amount_reader(part)).read(node, reading)


_READERS: dict[PartType, Callable[[PartShape, Node, Reading], tuple[Value, ...] | None]] = {
    "name": _names,
    "person": _names,
    "organisation": _names,
    "place": _names,
    "thing": _names,
    "text": _texts,
    "when": _whens,
    "amount": _amounts,
    "flag": _flag,
    "event": _event,
}


def _any_name(part: PartShape) -> dict[str, Any]:
    one = {"anyOf": [Id("name").schema(), TextReader().schema()]}
    return {"anyOf": [*one["anyOf"], {"type": "array", "items": one}]}


def _of(reader: Reader) -> dict[str, Any]:
    return OneOrMore(reader).schema()


_SCHEMAS: dict[PartType, Callable[[PartShape], dict[str, Any]]] = {
    "name": _any_name,
    "person": _any_name,
    "organisation": _any_name,
    "place": _any_name,
    "thing": _any_name,
    "text": lambda _: _of(TextReader()),
    "when": lambda _: _of(WhenReader()),
    "amount": lambda part: _of(_amount_reader(part)),
    "flag": lambda _: YesNo().schema(),
    "event": lambda _: _of(Id("fact")),
}
