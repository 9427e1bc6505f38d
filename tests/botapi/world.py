"""All that the server knows: the bot, its settings, people, chats, open questions, the queue of updates."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from .bell import PATIENCE, Bell
from .chats import Chat, Message, Person
from .refusals import bad
from .updates import Updates

ANSWERABLE_FOR = 30.0
"""Seconds in which a button press or an inline question can be answered. Telegram does not tell its own; about this."""


@dataclass(eq=False)
class Press:
    """A press of a button, which the bot answers once, with or without a notice."""

    id: str
    by: Person
    data: str
    message: Message
    at: float
    answer: dict[str, Any] | None = None
    """What answerCallbackQuery told; None until then."""

    @property
    def notice(self) -> str:
        """What the person was shown on the press; empty for a silent answer."""
        return str((self.answer or {}).get("text", ""))


@dataclass(eq=False)
class Ask:
    """What a person typed after the bot's name, which the bot answers once, with results."""

    id: str
    by: Person
    query: str
    offset: str
    at: float
    answer: dict[str, Any] | None = None
    """What answerInlineQuery told; None until then."""

    @property
    def results(self) -> list[dict[str, Any]]:
        return list((self.answer or {}).get("results", []))

    @property
    def titles(self) -> list[str]:
        """The results as the person reads them."""
        return [result.get("title", "") for result in self.results]

    @property
    def button(self) -> str | None:
        """The text of the button above the results."""
        text: str | None = (self.answer or {}).get("button", {}).get("text")
        return text


@dataclass(eq=False)
class Webhook:
    """Where updates are to be sent."""

    url: str
    secret: str | None
    connections: int = 40


@dataclass(eq=False)
class World:
    """The state behind the server. Methods of the API change it, and so do people."""

    bell: Bell = field(default_factory=Bell)
    bot: Person = field(
        default_factory=lambda: Person(4_200_000_042, "Factbot", username="factbot_test_bot", is_bot=True)
    )
    patience: float = PATIENCE
    """Seconds that people wait for what they hope to see."""
    ahead: float = 0.0
    """Seconds that the server's clock runs ahead, so that tests need not wait for things to expire."""
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    asks: dict[str, Ask] = field(default_factory=dict)
    picked: dict[str, Message] = field(default_factory=dict)
    """Messages that came from inline results, by inline_message_id."""
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    """By scope (as JSON) and language code."""
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    """The bot's name and descriptions, by field and language code."""
    met: set[int] = field(default_factory=set)
    """Chats that the bot has long known, though nobody speaks in them now."""
    polls: int = 0
    """How many getUpdates began; only the latest one is served."""
    webhook: Webhook | None = None
    webhook_set_at: float = float("-inf")
    updates: Updates = field(init=False)

    def __post_init__(self) -> None:
        self.updates = Updates(self.bell)

    def now(self) -> float:
        """Seconds since 1970 by the server's clock."""
        return time.time() + self.ahead

    def chat(self, id_: int | str) -> Chat:
        """The chat that a call names; Refused where there is none."""
        found = self.chats.get(id_) if isinstance(id_, int) else None
        if found is None:
            raise bad("chat not found", "state")
        return found

    def open(self, pending: dict[str, Any], id_: str) -> Any:
        """The press or inline question to answer; Refused where it is unknown, too old or was answered."""
        found = pending.get(id_)
        if found is None or found.answer is not None or self.now() - found.at > ANSWERABLE_FOR:
            raise bad("query is too old and response timeout expired or query ID is invalid", "state")
        return found
