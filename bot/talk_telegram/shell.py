"""What every handler is given: the bot, what is known, the store, the way out, the words and the clock."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
    User,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

from bot.store import Asker, Store
from bot.talk_telegram.base import Base
from bot.talk_telegram.calls import Calls
from bot.talk_telegram.hearing import Said
from bot.talk_telegram.settings import Settings
from bot.talk_telegram.words import Words
from bot.turn import Lang

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(slots=True)
class Shell:
    """The handlers keep no state: what they must remember goes through `store`. Only `reloading` changes `base`."""

    bot: Bot
    me: User
    base: Base
    facts_folder: Path
    store: Store
    calls: Calls
    words: Words
    settings: Settings
    log_questions: bool
    clock: Callable[[], float] = time.time
    aside: Executor = field(default_factory=lambda: ThreadPoolExecutor(1, "long questions"))
    """Where long texts are read, one at a time, so that nobody else waits for them."""
    reloading: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while the facts are read again."""
    guesses: dict[int, Lang] = field(default_factory=dict)
    """The language of each owner's Telegram, from when they last wrote: to tell them what they did not ask for."""

    async def send(
        self,
        asker: Asker,
        texts: list[str],
        buttons: InlineKeyboardMarkup | None = None,
        *,
        reply_to: int | None = None,
    ) -> list[int]:
        """Send HTML to where the asker is, the buttons below the last piece; the ids of the messages, none if undelivered."""
        ids: list[int] = []
        for n, text in enumerate(texts):
            last = n == len(texts) - 1
            post = partial(self._post, asker, text, buttons if last else None, _reply(reply_to if n == 0 else None))
            sent = await self.calls.to_chat(asker.chat, post)
            if sent is None:
                return []
            ids.append(sent.message_id)
        return ids

    async def _post(
        self, asker: Asker, text: str, buttons: InlineKeyboardMarkup | None, reply: ReplyParameters | None
    ) -> Message:
        chat, thread = asker.chat, asker.thread or None
        send = partial(
            self.bot.send_message,
            text=text,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=buttons,
        )
        try:
            return await send(chat, message_thread_id=thread, reply_parameters=reply)
        except ChatMigrated as moved:  # a small group has become a large one since the question
            return await send(moved.new_chat_id)

    async def edit(self, chat: int, message: int, text: str, buttons: InlineKeyboardMarkup | None) -> bool:
        """Make an own message read so. False: somebody has deleted it."""

        async def call() -> bool:
            try:
                await self.bot.edit_message_text(
                    text,
                    chat,
                    message,
                    parse_mode=ParseMode.HTML,
                    link_preview_options=NO_PREVIEW,
                    reply_markup=buttons,
                )
            except BadRequest as refused:
                if "to edit not found" not in refused.message.casefold():
                    raise
                return False
            return True

        return await self.calls.to_chat(chat, call, again=True) is not False

    async def delete(self, chat: int, message: int) -> None:
        """Take an own message back."""
        await self.calls.to_chat(chat, lambda: self.bot.delete_message(chat, message), again=True)

    async def tell(self, said: Said, text: str, buttons: InlineKeyboardMarkup | None = None) -> None:
        """Send HTML in answer to a message; in groups as a reply to it, so that it is plain who is meant."""
        await self.tell_all(said, [text], buttons)

    async def tell_all(self, said: Said, texts: list[str], buttons: InlineKeyboardMarkup | None = None) -> None:
        """The same in several messages."""
        await self.send(said.asker, texts, buttons, reply_to=None if said.private else said.message)

    def lang(self, asker: Asker, guess: Lang) -> Lang:
        """The language for what the shell itself says: the chosen one, that of the last answer, else a guess."""
        return self.store.pinned(asker.user) or self.store.context(asker).said or guess


def _reply(message: int | None) -> ReplyParameters | None:
    """A reply to that message; sent without it where it was deleted meanwhile."""
    return ReplyParameters(message, allow_sending_without_reply=True) if message else None
