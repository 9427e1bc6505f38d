"""Other stories are other YAML: every fact base here is in order, and the fixtures are invented and have questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from questions.bank import BASES, read_set

from bot.check import must_mend
from bot.factfiles import load
from bot.learn import know
from bot.ready import shipped
from bot.turn import LANGS

NAMES = sorted(folder.name for folder in BASES.iterdir() if folder.is_dir())


@pytest.mark.parametrize("folder", [shipped(), *(BASES / name for name in NAMES)], ids=["shipped", *NAMES])
def test_the_base_has_no_error(folder: Path) -> None:
    assert [str(problem) for problem in must_mend(know(load(folder)), folder)] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_base_is_marked_as_invented(name: str) -> None:
    texts = [file.read_text("utf-8") for file in (BASES / name).rglob("*.yaml")]
    assert any("invented" in text.casefold() for text in texts)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", LANGS)
def test_the_base_has_its_questions(name: str, lang: str) -> None:
    cases = [case for case in read_set(name) if case.lang == lang]
    assert len(cases) >= 40
    assert any(not case.answerable for case in cases)
