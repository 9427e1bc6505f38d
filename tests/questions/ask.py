"""Asks a set of the bank, and counts what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import median

from bot.answer import answer
from bot.learning.known import Known
from bot.learning.learn import know
from bot.loading.factfiles import load
from bot.turn import Memory, Reply

from .bank import Case
from .judge import Verdict, judge


@cache
def known_of(folder: Path) -> Known:
    """The base in a folder, made ready once for all who ask it."""
    return know(load(folder))


@dataclass(frozen=True)
class Judged:
    """One question, its reply and what that is worth."""

    case: Case
    reply: Reply
    verdict: Verdict


@dataclass
class Count:
    """What became of some questions."""

    verdicts: Counter[str] = field(default_factory=Counter)
    lengths: list[int] = field(default_factory=list)
    """Characters of the right answers to answerable questions."""

    def add(self, judged: Judged) -> None:
        """Count one more."""
        self.verdicts[judged.verdict] += 1
        if judged.verdict == "right" and judged.case.answerable:
            self.lengths.append(len(judged.reply.answer))

    def share(self, verdict: Verdict) -> float:
        """Percent of the questions."""
        return 100 * self.verdicts[verdict] / max(self.verdicts.total(), 1)

    def __str__(self) -> str:
        right, total = self.verdicts["right"], self.verdicts.total()
        length = f"  {median(self.lengths):4.0f} characters" if self.lengths else ""
        return (
            f"{right:4}/{total:<4} right {self.share('right'):5.1f} %  wrong {self.verdicts['wrong']:3} "
            f"({self.share('wrong'):4.1f} %)  missed {self.verdicts['missed']:3}{length}"
        )


def ask(cases: Iterable[Case], known: Known) -> Iterator[Judged]:
    """Ask in order; the turns of a dialog share a memory, all else has none."""
    memories: dict[str, Memory] = {}
    for case in cases:
        reply = answer(case.asked, known, memories.get(case.chat or case.id, Memory()))
        memories[case.chat or case.id] = reply.memory
        yield Judged(case, reply, judge(case, reply))


def counted(judged: Iterable[Judged]) -> Count:
    """All of them together."""
    count = Count()
    for one in judged:
        count.add(one)
    return count
