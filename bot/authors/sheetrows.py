"""Names as rows of a CSV sheet and back: which column holds what, and what cannot go through one."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from bot.authors.factedit import Refused, flow
from bot.facts import Place
from bot.loading.factshapes import NAME, NAME_SECTIONS
from bot.loading.reading import is_id
from bot.turn import LANGS

Record = dict[str, Any]
"""A name as it stands in YAML: keys with texts, lists and mappings."""
BETWEEN = " | "
"""What stands between several spellings in one cell."""
TEXTS = ("name", "short", "title", "about")
LISTS = ("also", "exact", "titles", "kind")
COLUMNS = (
    "id",
    "type",
    *(f"{key}_{lang}" for key in TEXTS for lang in LANGS),
    *(f"{key}_{lang}" for key in LISTS for lang in LANGS),
    "of",
    "country",
    "parts",
)
"""Every key of a name; `parts` holds what has no column of its own, as JSON."""


def row_of(id_: str, type_: str, record: Record, place: Place) -> dict[str, str]:
    """A name as the cells of a row. Raises `Refused` for a spelling that holds what separates spellings."""
    row = {"id": id_, "type": type_, "country": record.get("country", "")}
    for key in TEXTS:
        row |= {f"{key}_{lang}": text for lang, text in record.get(key, {}).items()}
    for key in LISTS:
        row |= {f"{key}_{lang}": _cell(texts, place) for lang, texts in record.get(key, {}).items()}
    row["of"] = _cell(record.get("of", ""), place)
    rest = {key: value for key, value in record.items() if key not in NAME}
    row["parts"] = json.dumps(rest, ensure_ascii=False) if rest else ""
    return row


def _cell(texts: str | Sequence[str], place: Place) -> str:
    items = [texts] if isinstance(texts, str) else list(texts)
    for item in items:
        if BETWEEN.strip() in item:
            raise Refused(f"{place}: '{item}' holds '{BETWEEN.strip()}', which stands between spellings in a cell")
    return BETWEEN.join(items)


class Row(NamedTuple):
    """A name as a sheet has it."""

    id: str
    section: str
    record: Record
    line: int
    columns: tuple[str, ...]
    """The columns of the sheet, in its order."""

    def upon(self, old: Record) -> Record:
        """The record that comes of it: what has no column in the sheet stays as it is."""
        kept = {}
        for key, value in old.items():
            if key not in NAME:
                missing = "parts" not in self.columns
            elif key in ("of", "country"):
                missing = key not in self.columns
            else:
                value = {lang: text for lang, text in value.items() if f"{key}_{lang}" not in self.columns}
                missing = bool(value)
            if missing:
                kept[key] = value
        return {
            key: {**kept.get(key, {}), **self.record.get(key, {})}
            if key in (*TEXTS, *LISTS)
            else kept.get(key, self.record.get(key))
            for key in (*NAME, *kept, *self.record)
            if key in kept or key in self.record
        }

    def column(self, key: str) -> int:
        """The number of the first column that holds a key of the record."""
        names = (key, *(f"{key}_{lang}" for lang in LANGS), "parts")
        return next((self.columns.index(name) + 1 for name in names if name in self.columns), 1)


def rows_in(path: Path) -> Iterator[Row]:
    """The rows of a CSV file. Raises `Refused` with file, line and column of the cell."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{path}:1:1: this is no UTF-8; save the sheet as “CSV UTF-8”") from None
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)  # where the comma is the decimal mark, spreadsheet programs write ';'
    rows = csv.reader(StringIO(text, newline=""), strict=True, delimiter=mark)
    seen: dict[str, int] = {}
    try:
        header = [column.strip() for column in next(rows, [])]
        _check_header(header, path)
        for cells in rows:
            row = {column: " ".join(cell.split()) for column, cell in zip(header, cells, strict=False)}
            if any(row.values()):
                if len(cells) > len(header):
                    raise Refused(f"{path}:{rows.line_num}:{len(header) + 1}: a cell without a column")
                yield _checked(row, header, f"{path}:{rows.line_num}", seen, rows.line_num)
    except csv.Error as error:
        raise Refused(f"{path}:{rows.line_num}:1: this is no CSV ({error})") from None


def _check_header(header: list[str], path: Path) -> None:
    for number, column in enumerate(header, 1):
        if column not in COLUMNS or column in header[: number - 1]:
            raise Refused(f"{path}:1:{number}: no column, or twice: '{column}'; there are: {', '.join(COLUMNS)}")
    for column in ("id", "type", "name_en", "name_ko"):
        if column not in header:
            raise Refused(f"{path}:1:1: the column '{column}' is missing")


def _checked(row: dict[str, str], header: list[str], line: str, seen: dict[str, int], number: int) -> Row:
    """A row whose cells are as they must be."""

    def refuse(column: str, why: str) -> Refused:
        return Refused(f"{line}:{header.index(column) + 1}: {why}")

    sections: dict[str, str] = {type_: section for section, type_ in NAME_SECTIONS.items()}
    if not row["id"]:
        raise refuse("id", "a name needs its id")
    if row["id"] in seen:
        raise refuse("id", f"'{row['id']}' is already in line {seen[row['id']]}")
    if row["type"] not in sections:
        raise refuse("type", f"'{row['type']}' is none of {', '.join(sections)}")
    seen[row["id"]] = number
    try:
        return Row(row["id"], sections[row["type"]], record_of(row), number, tuple(header))
    except (ValueError, RecursionError):
        raise refuse("parts", 'this is no JSON of the form {"part": value}') from None


def record_of(row: Mapping[str, str]) -> Record:
    """The record of a row. Raises ValueError where `parts` is no JSON object."""
    record: Record = {}
    for key in NAME:
        if key in TEXTS:
            value: Any = {lang: row[f"{key}_{lang}"] for lang in LANGS if row.get(f"{key}_{lang}")}
        elif key in LISTS:
            value = {lang: _items(row[f"{key}_{lang}"]) for lang in LANGS if row.get(f"{key}_{lang}")}
        else:
            value = _one_or_more(_items(row.get(key, "")))
        if value:
            record[key] = value
    rest = json.loads(row.get("parts") or "{}")
    if not isinstance(rest, dict) or rest.keys() & NAME.keys() or not all(map(is_id, rest)):
        raise ValueError("no object, or its keys are no parts")
    return record | rest


def _items(cell: str) -> list[str]:
    return [item.strip() for item in cell.split(BETWEEN.strip()) if item.strip()]


def _one_or_more(items: list[str]) -> str | list[str]:
    return items[0] if len(items) == 1 else items


def one_form(record: Record) -> Record:
    """A record in one of the forms that mean the same: lists where one text may stand too, white space single."""

    def lists(value: Any) -> list[str]:
        return [" ".join(item.split()) for item in ([value] if isinstance(value, str) else value)]

    same = dict(record)
    for key in LISTS:
        if key in same:
            same[key] = {lang: lists(texts) for lang, texts in same[key].items()}
    for key in TEXTS:
        if key in same:
            same[key] = {lang: " ".join(text.split()) for lang, text in same[key].items()}
    if "of" in same:
        same["of"] = lists(same["of"])
    return same


def block_of(id_: str, record: Record) -> str:
    """A record as YAML, a line a key."""
    return "\n".join([f"{id_}:", *(f"  {key}: {flow(value)}" for key, value in record.items())]) + "\n"
