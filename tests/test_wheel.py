"""The wheel holds all that the bot needs: the facts, the vocabulary, the shells' texts; it runs with no checkout near."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built and unpacked as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    script = f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"
    built = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    with zipfile.ZipFile(folder / built.stdout.splitlines()[-1]) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file by its path, without what Python and editors leave."""
    paths = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def test_the_facts_are_inside(unpacked: Path) -> None:
    assert files_below(unpacked / "bot/shipped") == files_below(ROOT / "facts")


def test_so_is_all_of_the_package(unpacked: Path) -> None:
    inside = files_below(unpacked / "bot")
    assert {name: text for name, text in inside.items() if not name.startswith("shipped")} == files_below(ROOT / "bot")


def test_it_answers_where_there_is_no_checkout(unpacked: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from bot.cli import main; sys.exit(main(['ask', '--explain', 'who announced Stargate?']))",
        ],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "Trump" in done.stdout
    assert "bot/shipped/stories" in done.stdout.replace("\\", "/")
