"""`factbot schema [names|questions|stories]`: the JSON Schema of the fact files, made from the loader's own tables."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from bot.authors.factedit import SCHEMA_MARK, schema_line, write
from bot.factrules import form
from bot.loading.factfiles import story_table
from bot.loading.factfolder import VOCABULARY, read_file, read_folder, shown
from bot.loading.factparts import Grammar, kind_reader, read_grammar
from bot.loading.factshapes import NAME_SECTIONS, REPLY, name_table, part_table
from bot.loading.reading import ID, Reader, Reading
from bot.ready import shipped

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that the YAML extensions of editors know best."""

WORTH_A_NAME = 100
"""Characters from which on a schema that comes twice is said once."""


def run(args: Namespace, out: TextIO | None = None) -> int:
    """Print the schemas; or write them into schema/ of the base, and point its files there. 0; 2 for no such folder."""
    out = out or sys.stdout
    folder = args.facts or shipped()
    if not folder.is_dir():
        sys.stderr.write(f"{form.no_folder(shown(folder))}\n")
        return 2
    found = schemas(folder)
    if args.write:
        for path in (*_written(folder, found), *_pointed(folder)):
            out.write(f"written to {shown(path)}\n")
        return 0
    out.write(as_json(found[args.which] if args.which else found))
    return 0


def _written(folder: Path, found: Mapping[str, Mapping[str, Any]]) -> Iterator[Path]:
    """The schemas as files, those that were other before."""
    for name, schema in found.items():
        path, text = folder / "schema" / f"{name}.json", as_json(schema)
        if not path.exists() or path.read_text("utf-8") != text:
            write(path, text)
            yield path


def _pointed(folder: Path) -> Iterator[Path]:
    """The files that have not had the line by which editors find the schema, with it."""
    for file in read_folder(folder):
        text = file.path.read_text("utf-8") if file.root is not None else SCHEMA_MARK
        if SCHEMA_MARK not in text:
            write(file.path, schema_line(folder, file.folder) + text.removeprefix("\ufeff"))
            yield file.path


def as_json(schema: Mapping[str, Any]) -> str:
    """A schema as it is printed and written."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def schemas(folder: Path) -> dict[str, dict[str, Any]]:
    """The schemas of the three folders, with the parts and kinds that the base in `folder` has."""
    grammar = _grammar(folder)
    names = {section: _section(name_table(grammar.shapes(None))) for section in NAME_SECTIONS}
    questions = {
        "parts": _section(part_table(new=False)),
        "kinds": _section(kind_reader(grammar)),
        "replies": _section(REPLY),
    }
    story = story_table(grammar).schema()
    return {
        "names": _document("names of a fact base", _object(names)),
        "questions": _document("parts, kinds and replies of a fact base", _object(questions)),
        "stories": _document("a story of a fact base", story | {"type": ["object", "null"]}),
    }


def _grammar(folder: Path) -> Grammar:
    general = read_file(VOCABULARY / "parts.yaml", "questions")
    return read_grammar([general, *(f for f in read_folder(folder) if f.folder == "questions")], Reading())


def _section(reader: Reader) -> dict[str, Any]:
    """Ids, each with its record; a section may be empty."""
    return {
        "type": ["object", "null"],
        "propertyNames": {"pattern": f"^{ID.pattern}$"},
        "additionalProperties": reader.schema(),
    }


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}


def _document(title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": DRAFT, "title": title, **_shared(schema)}


def _shared(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema with what it says more than once said once, under `definitions`."""
    counts = Counter(_texts(schema))
    names = {text: f"shape{n}" for n, text in enumerate((t for t, count in counts.items() if count > 1), 1)}

    def short(node: dict[str, Any]) -> dict[str, Any]:
        name = names.get(json.dumps(node))
        return {"$ref": f"#/definitions/{name}"} if name else _mapped(node, short)

    definitions = {name: _mapped(json.loads(text), short) for text, name in names.items()}
    return {**_mapped(schema, short), "definitions": definitions}


def _texts(schema: dict[str, Any]) -> Iterator[str]:
    """Every schema within a schema that is long enough to be worth a name, as text."""
    found: list[dict[str, Any]] = []

    def collect(part: dict[str, Any]) -> dict[str, Any]:
        found.append(part)
        return part

    _mapped(schema, collect)
    for part in found:
        if len(text := json.dumps(part)) > WORTH_A_NAME:
            yield text
        yield from _texts(part)


def _mapped(schema: dict[str, Any], change: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """A schema with the schemas right within it changed."""
    changed = dict(schema)
    for key in ("items", "additionalProperties", "propertyNames"):
        if isinstance(schema.get(key), dict):
            changed[key] = change(schema[key])
    if "anyOf" in schema:
        changed["anyOf"] = [change(part) for part in schema["anyOf"]]
    if "properties" in schema:
        changed["properties"] = {name: change(part) for name, part in schema["properties"].items()}
    return changed
