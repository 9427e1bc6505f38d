"""Calls to a chat: paced as Telegram asks, repeated only when they surely did not arrive."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError

from bot.talk_telegram.request import NotArrived, Slow
from bot.talk_telegram.settings import Settings

log = logging.getLogger(__name__)
T = TypeVar("T")
Call = Callable[[], Awaitable[T]]

QUIET = (
    "not modified",
    "to delete not found",
    "can't be deleted",
    "query is too old",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "topic_closed",
    "topic_deleted",
    "thread not found",
    "chat not found",
)
"""Refusals that are nobody's mistake: nothing has changed, the person went on or
deleted it (a message, a topic, a whole group), or the group allows no message."""


class Calls:
    """The one way out. A 429 for one chat holds back that chat alone; urgent calls are never held back."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.slots = asyncio.Semaphore(max(1, int(settings.slots)))
        self.not_before: dict[int, float] = {}
        """When the next call to a chat may be made, in the loop's time; only chats that got a 429 stand here."""

    async def to_chat(self, chat: int, call: Call[T], *, again: bool = False) -> T | None:
        """Make a call that writes to a chat; None where it was not delivered, which is logged where it matters.

        `again`: doing it twice does no harm (an edit), so it is repeated too when its fate is unknown.
        """
        loop = asyncio.get_running_loop()
        give_up = loop.time() + self.settings.send_wait
        pause = self.settings.backoff / 2
        while True:
            await self._turn(chat)
            try:
                async with self.slots:
                    return await call()
            except Slow as slow:
                self.not_before[chat] = loop.time() + slow.seconds
                error: TelegramError = slow
            except BadRequest as refused:
                _refused(refused)
                return None
            except NetworkError as failed:
                if not isinstance(failed, NotArrived) and not again:
                    log.warning("not repeated, for it may have arrived: %s", failed)
                    return None
                pause = min(2 * pause, 30 * self.settings.backoff)
                self.not_before[chat] = loop.time() + pause
                error = failed
            except InvalidToken:
                raise  # nobody is answered any more: what is under way was not handled
            except TelegramError as refused:
                _refused(refused)
                return None
            if loop.time() > give_up:
                log.error("given up after %g s: %s", self.settings.send_wait, error)
                return None

    async def urgent(self, call: Call[T]) -> T | None:
        """Make a call that somebody waits for on the screen (a pressed button, an inline query): at once or not at all.

        Telegram takes such an answer for some seconds only, so that it is tried once more and no longer.
        """
        for _ in range(2):
            try:
                return await call()
            except BadRequest as refused:
                _refused(refused)
                return None
            except NetworkError as failed:
                error = failed
            except InvalidToken:
                raise
            except TelegramError as refused:
                _refused(refused)
                return None
        log.warning("an urgent answer failed: %s", error)
        return None

    async def _turn(self, chat: int) -> None:
        loop = asyncio.get_running_loop()
        while (wait := self.not_before.get(chat, 0.0) - loop.time()) > 0:
            await asyncio.sleep(wait)
        self.not_before.pop(chat, None)


def _refused(error: TelegramError) -> None:
    if isinstance(error, Forbidden) or any(quiet in error.message.casefold() for quiet in QUIET):
        log.info("not delivered: %s", error)
    else:
        log.error("refused: %s", error)
