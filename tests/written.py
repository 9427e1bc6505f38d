"""A fact base made ready from the texts of its files, for tests that write a small one."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from bot.learning.known import Known
from bot.learning.learn import know
from bot.loading.factfiles import load


def made(**texts: str) -> Known:
    """The base whose folders (names, questions, stories) hold one file each, with these texts."""
    with TemporaryDirectory() as folder:
        for name, text in texts.items():
            Path(folder, name).mkdir()
            Path(folder, name, "all.yaml").write_text(text, "utf-8")
        return know(load(Path(folder)))
