"""`factbot export names` and `factbot import names`: names as CSV, lossless both ways or refused with the place."""

from __future__ import annotations

import csv
import re
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path
from typing import TextIO

from bot.authors.change import Wrong, change, write_all
from bot.authors.factedit import Refused, inserted, replaced, schema_line
from bot.authors.sheetrows import COLUMNS, Record, Row, block_of, one_form, row_of, rows_in
from bot.factrules import form
from bot.facts import Place
from bot.loading.factfolder import FactFile, read_folder, shown
from bot.loading.factshapes import NAME_SECTIONS
from bot.loading.vocabulary_files import plain
from bot.loading.yamlnodes import Map
from bot.problems import Problem
from bot.ready import shipped


def run(args: Namespace, out: TextIO | None = None) -> int:
    """Export to or import from `args.csv`. 0; 1 refused, and nothing was changed; 2 the facts are broken already."""
    out = out or sys.stdout
    folder = args.facts or shipped()
    if args.command == "export":
        if not folder.is_dir():
            sys.stderr.write(f"{form.no_folder(shown(folder))}\n")
            return 2
        return change(folder, lambda _: _export(folder, args.csv, out))
    return change(folder, lambda _: _import(folder, args, out))


def records_of(folder: Path) -> dict[str, tuple[FactFile, str, Place, Record]]:
    """The names of a base by id: file, section, place, record."""
    found = {}
    for file in read_folder(folder):
        sections = file.root.entries if file.folder == "names" and isinstance(file.root, Map) else {}
        for section, (_, node) in sections.items():
            for id_, (key, record) in node.entries.items() if isinstance(node, Map) else ():
                found[id_] = (file, section, key.place, plain(record))
    return found


# Out


def _export(folder: Path, path: Path | None, out: TextIO) -> int:
    text = StringIO()
    rows = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    rows.writeheader()
    for id_, (_, section, place, record) in records_of(folder).items():
        rows.writerow(row_of(id_, NAME_SECTIONS[section], record, place))
    if path is None:
        out.write(text.getvalue())
    else:
        path.write_bytes(text.getvalue().encode("utf-8-sig"))  # a spreadsheet program takes UTF-8 only with its mark
        out.write(f"written to {path}\n")
    return 0


# In


def _import(folder: Path, args: Namespace, out: TextIO) -> int:
    """Add the names that are new, rewrite those that differ, and leave the others alone."""
    existing = records_of(folder)
    texts: dict[Path, str] = {}
    counts = {"added": 0, "changed": 0, "same": 0}
    rows: dict[str, Row] = {}
    for row in rows_in(args.csv):
        rows[row.id] = row
        done = _merge(folder, row, existing, texts, args.csv)
        counts[done] += 1
        if done != "same" and args.dry_run:
            out.write(f"{done}: {row.id}\n")
    if not args.dry_run:
        try:
            write_all(folder, texts)
        except Wrong as wrong:
            raise Refused(_in_sheet(wrong.problems, rows, texts, args.csv)) from None
    out.write(", ".join(f"{count} {what}" for what, count in counts.items()) + "\n")
    return 0


def _merge(
    folder: Path,
    row: Row,
    existing: Mapping[str, tuple[FactFile, str, Place, Record]],
    texts: dict[Path, str],
    sheet: Path,
) -> str:
    """Put one name into the texts of the files to write. Returns added, changed or same."""
    id_, section = row.id, row.section
    if id_ not in existing:
        block = block_of(id_, row.record)
        path = next((f.path for f, s, _, _ in existing.values() if s == section), folder / "names" / f"{section}.yaml")
        texts[path] = inserted(_text(folder, path, texts), shown(path), section, id_, block)
        return "added"
    file, old_section, place, old = existing[id_]
    if old_section != section:
        sorts = f"{NAME_SECTIONS[old_section]} here, and {NAME_SECTIONS[section]} in the sheet"
        raise Refused(f"{sheet}:{row.line}:{row.column('type')}: '{id_}' at {place} is of the sort {sorts}")
    record = row.upon(old)
    if one_form(old) == one_form(record):
        return "same"
    texts[file.path] = replaced(_text(folder, file.path, texts), file.shown, section, id_, block_of(id_, record))
    return "changed"


def _text(folder: Path, path: Path, texts: Mapping[Path, str]) -> str:
    if path in texts:
        return texts[path]
    return path.read_text("utf-8") if path.exists() else schema_line(folder, "names")


_ID_LINE = re.compile(r"  ([\w-]+):")
_KEY_LINE = re.compile(r"    (\w+):")


def _in_sheet(problems: Iterable[Problem], rows: Mapping[str, Row], texts: Mapping[Path, str], sheet: Path) -> str:
    """What would be wrong, each with the cell that it comes from where that can be told."""
    lines = {shown(path): text.splitlines() for path, text in texts.items()}
    told = []
    for problem in problems:
        above = lines.get(problem.place.file, [])[: problem.place.line]
        id_ = next((found[1] for line in reversed(above) if (found := _ID_LINE.match(line))), "")
        key = _KEY_LINE.match(above[-1]) if above else None
        row = rows.get(id_)
        at = f"{sheet}:{row.line}:{row.column(key[1] if key else 'id')}" if row else str(problem.place)
        told.append(f"{at}: [{problem.rule}] {problem.message}; {problem.mend}")
    return "\n".join(["nothing was written, since it would be wrong:", *told])
