"""The command menu and the bot's descriptions, set in the background until Telegram has taken them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.talk_telegram.request import Slow
from bot.talk_telegram.shell import Shell
from bot.turn import Lang

log = logging.getLogger(__name__)

PRIVATE = ("topics", "why", "lang", "sources", "help", "privacy", "forget")
GROUP = ("ask", "why", "topics", "help")
OWNER = ("stats", "reload", "unanswered")
LANGUAGES: tuple[tuple[Lang, str | None], ...] = (("en", None), ("ko", "ko"))
"""English is what every language without its own menu shows."""


async def set_menu(shell: Shell) -> None:
    """Set all of it, each call repeated until it is taken or refused."""
    for call in _calls(shell):
        await _insist(call, shell.settings.backoff)


def _calls(shell: Shell) -> Iterator[Callable[[], Awaitable[bool]]]:
    bot, texts = shell.bot, shell.words.description
    for lang, code in LANGUAGES:
        yield partial(_commands, shell, PRIVATE, BotCommandScopeAllPrivateChats(), lang, code)
        yield partial(_commands, shell, GROUP, BotCommandScopeAllGroupChats(), lang, code)
        for owner in sorted(shell.settings.owners):
            yield partial(_commands, shell, PRIVATE + OWNER, BotCommandScopeChat(owner), lang, code)
        yield partial(bot.set_my_description, texts["long"][lang], language_code=code)
        yield partial(bot.set_my_short_description, texts["short"][lang], language_code=code)


async def _commands(shell: Shell, names: tuple[str, ...], scope: BotCommandScope, lang: Lang, code: str | None) -> bool:
    menu = [BotCommand(name, shell.words.menu[name][lang]) for name in names]
    return await shell.bot.set_my_commands(menu, scope=scope, language_code=code)


async def _insist(call: Callable[[], Awaitable[bool]], pause: float) -> None:
    most = 60 * pause
    while True:
        try:
            await call()
            return
        except (BadRequest, Forbidden, InvalidToken) as refused:
            # an owner who never wrote to the bot has no chat yet: their menu is set at the next start
            log.info("a menu was refused: %s", refused)
            return
        except TelegramError as error:
            wait = error.seconds if isinstance(error, Slow) else pause
            pause = min(2 * pause, most)
            await asyncio.sleep(wait)
