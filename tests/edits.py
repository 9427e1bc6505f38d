"""Changes to the files of a test, as an author would make them."""

from __future__ import annotations

from pathlib import Path


def swap(path: Path, old: str, new: str) -> None:
    """Put one text for another, which must stand in the file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
