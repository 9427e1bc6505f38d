"""Shows problems: as lines, on a terminal with the author's line and a caret, as JSON, or for GitHub's annotations."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size
from typing import TextIO
from unicodedata import east_asian_width

from bot.facts import Facts
from bot.problems import Problem

_COLOURS = {"error": "\x1b[31m", "warning": "\x1b[33m", "": "\x1b[0m", "place": "\x1b[1m", "caret": "\x1b[32m"}


def facts_or_report(folder: Path, revision: str = "") -> Facts | None:
    """The facts in a folder; None after their problems were written to stderr.

    `revision` is what was unpacked there for the while, and is shown instead of the folder.
    """
    from bot.loading.factfiles import read

    facts, problems = read(folder)
    if facts is None:
        if revision:
            problems = tuple(_elsewhere(p, f"{folder}/", f"{revision}:") for p in problems)
        sys.stderr.write(text(problems, sys.stderr) + "\n")
    return facts


def _elsewhere(problem: Problem, folder: str, name: str) -> Problem:
    place = replace(problem.place, file=problem.place.file.replace(folder, name))
    return replace(problem, place=place, message=problem.message.replace(folder, name))


def text(problems: Iterable[Problem], out: TextIO) -> str:
    """A line a problem; on a terminal also the line of the file, with a caret, in colours unless NO_COLOR is set."""
    if not out.isatty():
        return "\n".join(_line(p) for p in problems)
    colours = _COLOURS if not os.environ.get("NO_COLOR") else dict.fromkeys(_COLOURS, "")
    columns = get_terminal_size().columns
    return "\n".join(_shown(p, colours, columns) for p in problems)


def _line(problem: Problem) -> str:
    return str(problem) if problem.severity == "error" else f"{problem} (warning)"


def _shown(problem: Problem, colours: dict[str, str], columns: int) -> str:
    off = colours[""]
    head = f"{colours['place']}{problem.place}:{off} {colours[problem.severity]}{problem.severity}{off}"
    lines = [f"{head} [{problem.rule}] {problem.message}; {problem.mend}"]
    if source := _source_line(problem):
        before, after = _fitting(source[: problem.place.column - 1], source[problem.place.column - 1 :], columns)
        lines += [f"  {before}{after}", f"  {' ' * _width(before)}{colours['caret']}^{off}"]
    return "\n".join(lines)


def _fitting(before: str, after: str, columns: int) -> tuple[str, str]:
    """What of a line stands before and after the place, cut so that it fits one line of the terminal with the caret."""
    room = max(columns - 2, 20)
    after = _cut(after, max(room - _width(before[-room:]), room // 2))
    return _cut(before[::-1], room - _width(after))[::-1], after


def _cut(text: str, room: int) -> str:
    """The beginning of a text that takes no more than `room` columns."""
    kept = text[:room]
    if kept == text and _width(kept) <= room:
        return text
    while _width(kept) > room - 1:
        kept = kept[:-1]
    return kept + "…"


def _source_line(problem: Problem) -> str:
    """The line of the file, "" where it cannot be shown."""
    try:
        lines = Path(problem.place.file).read_text("utf-8", "replace").splitlines()
    except (OSError, ValueError):
        return ""
    line = lines[problem.place.line - 1] if problem.place.line <= len(lines) else ""
    return "".join(c if c.isprintable() else " " for c in line)


def _width(line: str) -> int:
    """Columns on the terminal; a Hangul syllable takes two."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in line)


def as_json(problems: Iterable[Problem], _: TextIO) -> str:
    """A list of objects, one a problem."""
    values = [
        {
            "file": p.place.file,
            "line": p.place.line,
            "column": p.place.column,
            "severity": p.severity,
            "rule": p.rule,
            "message": p.message,
            "mend": p.mend,
        }
        for p in problems
    ]
    return json.dumps(values, ensure_ascii=False, indent=2)


def github(problems: Iterable[Problem], _: TextIO) -> str:
    """Workflow commands that GitHub shows at the lines of a pull request."""
    return "\n".join(
        f"::{p.severity} file={_escaped(p.place.file, ':,')},line={p.place.line},col={p.place.column},"
        f"title={_escaped(p.rule, ':,')}::{_escaped(f'{p.message}; {p.mend}')}"
        for p in problems
    )


def _escaped(value: str, also: str = "") -> str:
    """As GitHub's toolkit escapes the data and the properties of a workflow command."""
    for character in "%\r\n" + also:
        value = value.replace(character, f"%{ord(character):02X}")
    return value


FORMATS: dict[str, Callable[[Iterable[Problem], TextIO], str]] = {"text": text, "json": as_json, "github": github}
