"""The question bank: banks of questions by set, read from JSON lines, with or without slips."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .slips import KINDS, slipped

HERE = Path(__file__).parent
BASES = HERE.parent / "bases"
SETS = (
    "dev",
    "work",
    "fresh",
    "late",
    "hard",
    "wide",
    "held",
    "sealed",
    *sorted(folder.name for folder in BASES.iterdir() if folder.is_dir()),
)
"""Eight of the shipped facts, and one of each fixture base."""


@dataclass(frozen=True)
class Case:
    """One question, and what a right reply to it is."""

    id: str
    lang: str
    text: str
    asked: str
    """The text as it is asked: with a slip where slips are wanted."""
    answerable: bool
    expect: tuple[tuple[str, ...], ...]
    """Groups; of each the reply must hold one."""
    forbid: tuple[str, ...]
    tags: tuple[str, ...]
    chat: str | None = None
    """The dialog that it is a turn of."""


UNREAD = frozenset({"held", "sealed"})
"""Those of which nothing is ever shown."""


def facts_of(name: str) -> Path:
    """The fact base that a set is asked of."""
    return BASES / name if (BASES / name).is_dir() else HERE.parent.parent / "facts"


def files_of(name: str) -> list[Path]:
    """The files of a set, in a fixed order."""
    return sorted((BASES / name).glob("questions_*.jsonl") if (BASES / name).is_dir() else HERE.glob(f"{name}_*.jsonl"))


def read_set(name: str, noise: str | None = None) -> list[Case]:
    """All questions of a set, each turn of a dialog one; with `noise`, those in whose language there is such a slip, of large sets a part."""
    cases = [case for file in files_of(name) for case in _cases(_rows(file))]
    if noise is not None:
        cases = [case for case in _sampled(cases) if noise in KINDS[case.lang]]
    return [replace(case, asked=slipped(case.text, noise, random.Random(case.id))) for case in cases]


def _sampled(cases: list[Case]) -> list[Case]:
    """Of a large set some 700 questions and dialogs, evenly spread, for what is asked with slips takes long."""
    asked = list(dict.fromkeys(case.chat or case.id for case in cases))
    kept = {*asked[:: max(1, round(len(asked) / _WITH_SLIPS))]}
    return [case for case in cases if (case.chat or case.id) in kept]


_WITH_SLIPS = 700
"""So many of a set are asked with slips, where it has many more."""


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _cases(rows: Iterable[dict[str, Any]]) -> Iterator[Case]:
    for row in rows:
        turns = row.get("turns")
        for number, turn in enumerate(turns or [row], 1):
            yield Case(
                id=f"{row['id']}.{number}" if turns else row["id"],
                lang=turn.get("lang", row["lang"]),
                text=turn["text"],
                asked=turn["text"],
                answerable=turn["answerable"],
                expect=tuple(map(tuple, turn["expect"])),
                forbid=tuple(turn.get("forbid", ())),
                tags=tuple(turn.get("tags", row.get("tags", ()))),
                chat=row["id"] if turns else None,
            )
