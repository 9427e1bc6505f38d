"""A question as it was understood: what interpret hands to recall."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.facts import When
from bot.senses import Sense, Sensed
from bot.turn import Lang


@dataclass(frozen=True, slots=True)
class Item(Sensed):
    """One word of the question that has to be accounted for."""

    text: str
    senses: tuple[Sense, ...]
    role: str = ""
    """What it is to the verb: by, object, with, to, from, about, at, for, of, topic, except; "" where nothing says so."""
    at: int = 0
    """Index of its token."""
    titled: bool = False
    """A person spoken of by title alone ("the Acme CEO")."""
    pieces: tuple[Item, ...] = ()
    """For a phrase: its words one by one, which count where the phrase as such means nothing to a fact."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was understood."""

    lang: Lang
    items: tuple[Item, ...]
    """What carries meaning, in the order of the text."""
    asks: tuple[str, ...] = ()
    """Question words, without doubles: who, where, when, what, which, why, how, how_long, how_much, how_many, clock."""
    asked_role: str = ""
    """For who: what the one asked for is to the verb."""
    marks: frozenset[str] = frozenset()
    sorts: frozenset[str] = frozenset()
    anaphora: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    """Names that can be nothing else, as they stand."""
    excepted: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()
    times: dict[str, When] = field(default_factory=dict)
    yesno: bool = False
    """It is put as a yes/no question."""
    summary: bool = False
    source: bool = False
    chat: str | None = None
    follow: bool = False
    """It opens as a continuation ("그럼", "what about")."""
    passive: bool = False
    text: str = ""
    """The question as it was read."""
    doing: bool = False
    """It asks what somebody did, with no other verb."""
