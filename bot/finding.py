"""What recall hands to say: the named outcomes of a question, one class each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bot.facts import Told
from bot.learning.known import Record
from bot.turn import Reason

Manner = Literal[
    "value", "choice", "yes", "no", "not_yet", "tell", "list", "names", "others", "count", "summary", "order", "source"
]
"""How it is told: one part, a flag without yes or no, yes or no with the whole, the whole, several wholes, names of several facts together, some of those of one part, ..."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one fact contributes."""

    record: Record
    parts: tuple[str, ...] = ()
    """The parts to say; empty: the whole fact."""
    names: tuple[str, ...] = ()
    """For parts that hold names: just these of them; empty: all."""

    @property
    def told(self) -> list[Told]:
        """What the fact tells of those parts."""
        parts = self.record.fact.parts
        return [parts[p] for p in self.parts if p in parts]


@dataclass(frozen=True, slots=True)
class Settled:
    """Facts settle it."""

    answers: tuple[Answer, ...]
    manner: Manner
    label: bool = False
    """Several facts would have fitted, so the reply says which one it speaks of."""
    currency: str | None = None
    """KRW or USD, where the question named one."""
    holds: bool | None = None
    """Whether what a yes/no question says holds, where a flag tells it; the reply then opens with yes or no."""
    unit: str = ""
    """The Korean word in which events are counted ("번", "장"); "" where names are."""
    before: bool = False
    """Whether "before or after" was asked, so that the reply opens with one of these in place of yes and no."""
    corrects: bool = False
    """Whether the question takes for granted what is not so: "what did Acme's statement say", where it has put out none."""


@dataclass(frozen=True, slots=True)
class Several:
    """Several things were asked for, and each is settled by itself."""

    told: tuple[Settled, ...]
    untold: Untold | None = None
    """What one of them is refused for."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A fact contradicts what the question takes for granted."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Unclear:
    """Two readings are as likely; each choice is a name's or a fact's id."""

    choices: tuple[str, ...]
    of: Literal["name", "fact"]
    word: str = ""
    """The word of the question that may mean each of them."""


@dataclass(frozen=True, slots=True)
class Untold:
    """Nothing is told, and why."""

    reason: Reason
    words: tuple[str, ...] = ()
    """The unknown words; or the names that nothing links."""
    record: Record | None = None
    """For `not_stated`: the fact whose part is not told."""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chatter:
    """Not about the facts at all."""

    kind: str


Finding = Settled | Several | Corrected | Unclear | Untold | Chatter


def answers_of(finding: Finding) -> tuple[Answer, ...]:
    """What facts contribute to a finding."""
    if isinstance(finding, Settled):
        return finding.answers
    return tuple(a for one in finding.told for a in one.answers) if isinstance(finding, Several) else ()


def told_whole(records: Iterable[Record]) -> Settled:
    """Facts told whole: one, or several in a row."""
    answers = tuple(Answer(r) for r in records)
    return Settled(answers, "list" if len(answers) > 1 else "tell")
