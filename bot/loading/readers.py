"""Readers of single values: texts, choices, ids, lists, and what stands in both languages."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, NamedTuple

from bot.factrules import shape
from bot.facts import Text
from bot.loading.reading import ID, Reader, Reading, is_key
from bot.loading.yamlnodes import List, Map, Node, Scalar
from bot.turn import LANGS, Lang

_SLOT = re.compile(r"\{([^{}]*)\}")


class Line(NamedTuple):
    """A text of one line or several."""

    example: str = "text"

    def read(self, node: Node, reading: Reading) -> str | None:
        if not isinstance(node, Scalar):
            reading.tell(shape.not_a_text(node.place, self.example))
            return None
        text = " ".join(node.value.split())
        if not text:
            reading.tell(shape.empty(node.place, self.example))
            return None
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"], "minLength": 1}  # editors see more in a text than we do


class Template:
    """A text with `{slots}`, which the parts of a fact fill."""

    def read(self, node: Node, reading: Reading) -> str | None:
        text = Line("{who} met at {where}.").read(node, reading)
        if text is not None:
            reading.slots += [(node.place, slot) for slot in _SLOT.findall(text)]
        return text

    def schema(self) -> dict[str, Any]:
        return Line().schema()


class OneOf(NamedTuple):
    """One word of a few."""

    choices: tuple[str, ...]

    def read(self, node: Node, reading: Reading) -> str | None:
        text = Line(self.choices[0]).read(node, reading)
        if text is not None and text not in self.choices:
            reading.tell(shape.unknown_choice(node.place, text, self.choices))
            return None
        return text

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.choices)}


class YesNo:
    """Yes or no."""

    def read(self, node: Node, reading: Reading) -> bool | None:
        text = OneOf(("yes", "no")).read(node, reading)
        return None if text is None else text == "yes"

    def schema(self) -> dict[str, Any]:
        return {"enum": ["yes", "no", True, False]}  # editors read a bare yes or no as a truth value


class Id(NamedTuple):
    """The id of a name, fact, kind or part that stands elsewhere in the base."""

    sort: str
    known: Collection[str] | None = None
    """All that may stand here; None: whatever the base has of that sort."""

    def read(self, node: Node, reading: Reading) -> str | None:
        text = Line(f"the-id-of-a-{self.sort}").read(node, reading)
        known = reading.ids[self.sort] if self.known is None else self.known
        if text is not None and text not in known:
            if reading.complete:
                reading.tell(shape.unknown_id(node.place, self.sort, text, known))
            return None
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{ID.pattern}$"} if self.known is None else {"enum": list(self.known)}


class OneOrMore(NamedTuple):
    """One value, or a list of them."""

    one: Reader

    def read(self, node: Node, reading: Reading) -> tuple[Any, ...] | None:
        if not isinstance(node, List):
            value = self.one.read(node, reading)
            return None if value is None else (value,)
        if not node.items:
            reading.tell(shape.empty_list(node.place))
            return None
        values = [self.one.read(item, reading) for item in node.items]
        return None if any(v is None for v in values) else tuple(values)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [self.one.schema(), {"type": "array", "items": self.one.schema()}]}


class PerLang(NamedTuple):
    """Something in each language: `{en: ..., ko: ...}`."""

    one: Reader
    both: bool = True
    """Both languages must be there."""

    def read(self, node: Node, reading: Reading) -> dict[Lang, Any] | None:
        if not isinstance(node, Map):
            reading.tell(shape.one_text_for_both(node.place, node.value if isinstance(node, Scalar) else ""))
            return None
        found: dict[Lang, Any] = {}
        for name, (key, value) in node.entries.items():
            if name in LANGS:
                found[name] = self.one.read(value, reading)
            elif is_key(name):
                reading.tell(shape.unknown_key(key.place, name, "a text", LANGS))
        for lang in LANGS if self.both else ():
            if lang not in node.entries:
                reading.tell(shape.missing_language(node.place, lang))
        return found if len(found) == len(LANGS) or not self.both else None

    def schema(self) -> dict[str, Any]:
        each = {lang: self.one.schema() for lang in LANGS}
        needed = {"required": list(LANGS)} if self.both else {}
        return {"type": "object", "properties": each, "additionalProperties": False, **needed}


class TextReader:
    """A text in both languages, as a `Text`."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        found = PerLang(Line()).read(node, reading)
        if found is None or None in found.values():
            return None
        return Text(found["en"], found["ko"])

    def schema(self) -> dict[str, Any]:
        return PerLang(Line()).schema()


class ListOf(NamedTuple):
    """A list of records."""

    one: Reader

    def read(self, node: Node, reading: Reading) -> tuple[Any, ...] | None:
        if isinstance(node, List):
            values = [self.one.read(item, reading) for item in node.items]
            return tuple(v for v in values if v is not None)
        if isinstance(node, Scalar) and not node.value:
            return ()
        reading.tell(shape.not_a_list(node.place))
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": ["array", "null"], "items": self.one.schema()}
