"""The README tells the truth: its talks, its drawing of the house, its commands, its links."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from bot.answer import answer
from bot.authors.authoring import COMMANDS
from bot.cli import parser
from bot.ready import ready, shipped
from bot.screen import shown
from bot.turn import Memory

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(sort: str) -> list[str]:
    """The code blocks of one sort."""
    return re.findall(rf"^```{sort}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def talk(questions: list[str]) -> str:
    """The console's side of a talk, with the questions."""
    known, memory, lines = ready(shipped()), Memory(), []
    for question in questions:
        reply = answer(question, known, memory)
        memory = reply.memory
        lines += [f"› {question}", *(line.text for line in shown(reply))]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("block", blocks("talk"))
def test_the_talks_go_as_they_are_printed(block: str) -> None:
    questions = [line.removeprefix("› ") for line in block.splitlines() if line.startswith("› ")]
    assert len(questions) >= 3
    assert block == talk(questions)


def test_there_is_a_talk_in_each_language() -> None:
    assert [bool(re.search("› [가-힣]", block)) for block in blocks("talk")] == [False, True]


def test_every_command_that_is_named_exists() -> None:
    known = set(COMMANDS) | {"ask", "console", "telegram"}
    named = set(re.findall(r"factbot (?:--facts \w+ )?([a-z]+)", README)) - {"telegram"}
    assert named
    assert named <= known
    options = {option for action in parser()._actions for option in action.option_strings}
    assert "--facts" in options


def test_modules_that_are_named_exist() -> None:
    for name in re.findall(r"python3? -m ([\w.]+)", README):
        path = ROOT / name.replace(".", "/")
        assert name == "venv" or path.with_suffix(".py").exists() or (path / "__main__.py").exists(), name


def test_links_and_files_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README) + re.findall(r"`((?:bot|facts|tests)/[\w/.]+)`", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_version_has_its_changes() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert f"### {version}" in README


def test_no_more_than_ten_reasons() -> None:
    reasons = README.split("## Why it is so")[1].split("## ")[0].strip().splitlines()
    assert len(reasons) <= 10
    assert all(" not " in reason and "because" in reason for reason in reasons)


def test_ci_runs_what_the_readme_tells() -> None:
    ci = (ROOT / ".ci/run").read_text("utf-8")
    for heading in re.findall(r'command_below "(.+?)"', ci):
        assert f"## {heading}\n" in README
    assert ".ci/run" in (ROOT / ".github/workflows/ci.yml").read_text("utf-8")


if __name__ == "__main__":  # writes the replies of the talks and the drawing anew
    told = README
    for block in blocks("talk"):
        told = told.replace(block, talk([line[2:] for line in block.splitlines() if line.startswith("› ")]))
    (ROOT / "README.md").write_text(told, "utf-8")
