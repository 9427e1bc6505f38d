"""The values that cross borders: what a shell hands to the core, and what it gets back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, Literal

Lang = Literal["ko", "en"]
LANGS: tuple[Lang, ...] = ("en", "ko")


class Status(StrEnum):
    """The named outcomes of a question."""

    ANSWERED = "answered"
    CORRECTED = "corrected"
    CLARIFY = "clarify"
    UNKNOWN = "unknown"
    CHAT = "chat"


class Reason(StrEnum):
    """Why nothing is told."""

    UNKNOWN_NAME = "unknown_name"
    UNKNOWN_WORD = "unknown_word"
    NOT_STATED = "not_stated"
    NOT_RELATED = "not_related"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Memory:
    """What a chat remembers between two turns; plain text all through, so that any store can keep it."""

    lang: Lang | None = None
    """The language that replies are pinned to; None: the language of each question."""
    facts: tuple[str, ...] = ()
    """Ids of the facts last spoken of, the topic of the chat."""
    names: tuple[str, ...] = ()
    """Ids of the names last spoken of, the latest first."""
    new: tuple[str, ...] = ()
    """Ids of the people whom the last turn brought in: whom it named for another one, or beside another one."""
    kinds: tuple[str, ...] = ()
    """Kinds of fact that the last question was about."""
    parts: tuple[str, ...] = ()
    """Parts that the last question asked for; empty for a yes/no question."""
    said: Lang | None = None
    """The language of the last reply."""
    choices: tuple[str, ...] = ()
    """The questions offered by the last `clarify`, in their order."""
    at: float = 0.0
    """When the last turn was, in seconds of the shell's clock."""
    turns: int = 0
    """Turns since the topic was last named, not only leant on."""
    titled: tuple[str, ...] = ()
    """Ids of the people whom the last question spoke of by title alone."""

    @property
    def topic(self) -> str:
        """Id of the fact last told; "" where nothing was."""
        return self.facts[0] if self.facts else ""

    def dump(self) -> dict[str, Any]:
        """The memory as JSON values; `load` reads it back."""
        return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()}

    @classmethod
    def load(cls, data: Mapping[str, Any]) -> Memory:
        """Read what `dump` wrote. Keys of another version are passed over."""
        known = {f.name for f in fields(cls)}
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items() if k in known}
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as a reply names it, in the reply's language."""

    id: str
    outlet: str
    """Who published it."""
    date: str | None
    """The day it speaks of or was published, ISO 8601; None where it is not known."""
    line: str
    """The whole source line as a reader is shown it, with author and date."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says to one question, with all that a shell needs to show it."""

    question: str
    """The text as it was asked."""
    lang: Lang
    status: Status
    reason: Reason | None
    """Set just where `status` is `unknown`."""
    answer: str
    """The plain text to show, without the source line; never markup."""
    facts: tuple[str, ...] = ()
    """Ids of the facts that the answer rests on; a name's own entry stands as `name:<id>`."""
    sources: tuple[Cited, ...] = ()
    read_as: str | None = None
    """The question as it was read, where a slip was repaired or another keyboard layout undone."""
    residue: tuple[str, ...] = ()
    """The words of the question that nothing known accounts for."""
    choices: tuple[str, ...] = ()
    """The questions that `clarify` offers; sending one back (or its number) asks it."""
    suggestions: tuple[str, ...] = ()
    """Up to three questions that can be asked next; each of them has an answer."""
    how: tuple[str, ...] = ()
    """How the question was read, a line a step, for `--explain` and `/why`."""
    memory: Memory = Memory()
    """What to hand in with the next question of this chat."""

    def json(self) -> dict[str, Any]:
        """The reply as the command line prints it: every key always there."""
        return {
            "question": self.question,
            "lang": self.lang,
            "status": self.status.value,
            "reason": self.reason and self.reason.value,
            "answer": self.answer,
            "facts": list(self.facts),
            "sources": [{"id": s.id, "outlet": s.outlet, "date": s.date} for s in self.sources],
            "read_as": self.read_as,
            "residue": list(self.residue),
            "choices": list(self.choices),
            "suggestions": list(self.suggestions),
        }
