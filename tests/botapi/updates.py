"""The queue of updates: what waits for the bot, what it was given, what it confirmed."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Any

from .bell import Bell

NOT_UNLESS_ASKED = {"chat_member", "message_reaction", "message_reaction_count"}
"""Kinds that a bot is only sent when its allowed_updates name them."""


@dataclass(frozen=True)
class Update:
    """One update; `chat` is what it is kept in order by."""

    id: int
    kind: str
    body: dict[str, Any]
    chat: int

    def wire(self) -> dict[str, Any]:
        return {"update_id": self.id, self.kind: self.body}


class Updates:
    """Updates in order. A confirmed one is gone for good; every other is given out again when asked for."""

    def __init__(self, bell: Bell) -> None:
        self._bell = bell
        self._next = 500_000_001
        self._waiting: deque[Update] = deque()
        self.allowed: list[str] | None = None
        """The kinds the bot asked for; None for all usual ones."""
        self.given: list[int] = []
        """Ids in the order they were given out, repeats included."""

    def add(self, kind: str, body: dict[str, Any], chat: int) -> int:
        """Queue an update; gives its id, 0 for one of a kind that the bot does not want."""
        wanted = kind in self.allowed if self.allowed else kind not in NOT_UNLESS_ASKED
        if not wanted:
            return 0
        id_, self._next = self._next, self._next + 1
        self._waiting.append(Update(id_, kind, body, chat))
        self._bell.ring()
        return id_

    def allow(self, kinds: list[str] | None) -> None:
        """Take over allowed_updates: None keeps the setting, an empty list is the default again."""
        if kinds is not None:
            self.allowed = kinds or None

    def confirm_below(self, offset: int) -> None:
        """Forget all updates before `offset`; a negative one keeps that many from the end."""
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while self._waiting and self._waiting[0].id < offset:
            self._waiting.popleft()
        self._bell.ring()

    def confirm(self, update: Update) -> None:
        """Forget one update (webhooks confirm each by itself)."""
        if update in self._waiting:
            self._waiting.remove(update)
            self._bell.ring()

    def give(self, limit: int) -> list[Update]:
        """The next updates for getUpdates."""
        batch = list(self._waiting)[:limit]
        self.given += [update.id for update in batch]
        return batch

    @property
    def waiting(self) -> tuple[Update, ...]:
        """All that are not confirmed."""
        return tuple(self._waiting)

    def confirmed(self, id_: int) -> bool:
        """Whether the bot is done with this update, or never gets it."""
        return all(update.id != id_ for update in self._waiting)
