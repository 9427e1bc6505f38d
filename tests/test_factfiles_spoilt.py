"""Every spoilt file gives exactly the problems it was given, each at its line and column, and no other.

A line that is wrong says so itself: `#! RULE TEXT; RULE TEXT` names the rules, and the text where each one points.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.authors.check import check
from bot.factrules.manual import manuals

SPOILT = Path(__file__).parent / "spoilt"
FILES = sorted(p for folder in ("names", "questions", "stories") for p in (SPOILT / folder).glob("*.yaml"))
_MARK = re.compile(r"#! (.*?)(?: #)?$")
_ESCAPES = {"\\t": "\t", "\\x22": '"', "\\0": "\0", "\\xe9": "\udce9"}


def expected(path: Path) -> list[tuple[int, int, str]]:
    """Line, column and rule of each problem that the file says it has."""
    found = []
    for number, line in enumerate(path.read_bytes().decode("utf-8", "surrogateescape").split("\n"), 1):
        mark = _MARK.search(line)
        for each in mark[1].split("; ") if mark else ():
            rule, text = each.split(" ", 1)
            found.append((number, _column(line, _ESCAPES.get(text, text)), rule))
    return sorted(found)


def _column(line: str, text: str) -> int:
    """The column of a text in a line; of a bracket that opens many, the innermost."""
    before = line[: line.index("#!")]
    return (before.rindex(text) if text == "[" else before.index(text)) + 1


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_exactly_the_problems_it_was_given(path: Path, tmp_path: Path) -> None:
    shutil.copytree(SPOILT / "base", tmp_path / "base")
    shutil.copy(path, tmp_path / "base" / path.parent.name / "zz.yaml")
    problems = check(tmp_path / "base")
    assert {Path(p.place.file).name for p in problems} == {"zz.yaml"}
    assert sorted((p.place.line, p.place.column, p.rule) for p in problems) == expected(path)


def test_there_are_forty_of_them_and_the_base_itself_is_clean() -> None:
    assert check(SPOILT / "base") == ()
    assert len(FILES) >= 40


def test_every_rule_that_a_file_can_break_is_broken_by_one_of_them() -> None:
    broken = {rule for path in FILES for _, _, rule in expected(path)}
    assert {name for name, manual in manuals().items() if manual.wrong} - broken == set()
