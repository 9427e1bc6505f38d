"""Reads updates one by one where the library cannot read a whole batch, so that none holds up the others."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from telegram import Bot, Update
from telegram.error import TelegramError

log = logging.getLogger(__name__)

ALLOWED = ["message", "edited_message", "callback_query", "inline_query"]
"""What the bot wants to be told of."""


async def fetch(bot: Bot, offset: int, limit: int, wait: int) -> list[Update]:
    """Up to `limit` updates from `offset` on, none after `wait` seconds. Raises TelegramError."""
    try:
        return list(await bot.get_updates(offset, limit, wait, allowed_updates=ALLOWED))
    except TelegramError:
        raise
    except Exception:  # the library reads all or none, and says by any error that it cannot
        return await _one_by_one(bot, offset, limit)


def read(data: Mapping[str, Any], bot: Bot) -> Update:
    """One update; one without anything in it where the library cannot read what is in it.

    Raises KeyError, TypeError or ValueError where it has no number, for then it is no update.
    """
    number = int(data["update_id"])
    try:
        return Update.de_json(dict(data), bot)
    except Exception as error:  # a message without a chat, a field of another type: nothing that can be answered
        log.error("update %d cannot be read and is passed over: %s", number, type(error).__name__)
        return Update(number)


async def _one_by_one(bot: Bot, offset: int, limit: int) -> list[Update]:
    asked = {"offset": offset, "limit": limit, "timeout": 0, "allowed_updates": ALLOWED}
    # spelled so because the library warns of its own spellings; Telegram takes method names in any case
    return [read(data, bot) for data in await bot.do_api_request("GetUpdates", api_kwargs=asked)]
