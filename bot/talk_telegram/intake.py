"""Where every update comes in, by polling or webhook: handled once, in the order of its chat, and then told so."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from html import escape

from telegram import CallbackQuery, InlineQuery, Update
from telegram.error import InvalidToken

from bot.store import Asker
from bot.talk_telegram.flood import Flood
from bot.talk_telegram.handle import handle
from bot.talk_telegram.hearing import Said, hear
from bot.talk_telegram.inline import inline
from bot.talk_telegram.lanes import Job, Lanes
from bot.talk_telegram.logs import where
from bot.talk_telegram.presses import respond
from bot.talk_telegram.shell import Shell
from bot.talk_telegram.updates import read
from bot.turn import Lang

log = logging.getLogger(__name__)

RECENT = 4096
"""Updates that are known to be done without asking the store, so that none is doubled while it is broken."""


class InOtherHands(Exception):
    """Another process has taken this update and may still be at it."""


def handled(task: asyncio.Task[None]) -> bool:
    """Whether a task that is over has handled its update. Not: it was cut short, or Telegram takes no call any more."""
    return not task.cancelled() and not isinstance(task.exception(), InvalidToken)


class Intake:
    """Takes updates and hands out tasks; a task that ends well was handled, and is never handled again."""

    def __init__(self, shell: Shell, *, lease: float = 0.0) -> None:
        """`lease`: for how long an update is ours, in seconds; 0 where no other process can have it (polling)."""
        self.shell = shell
        self.lease = lease
        self.lanes = Lanes()
        self.flood = Flood(shell.settings.flood)
        self.under_way: dict[int, asyncio.Task[None]] = {}
        self.recent: OrderedDict[int, None] = OrderedDict()
        self.revoked = asyncio.Event()
        """Set once Telegram has refused a call because of the token."""

    def take(self, update: Update) -> asyncio.Task[None] | None:
        """The task that handles the update, None where it was handled before. Raises InOtherHands."""
        id_ = update.update_id
        if id_ in self.under_way:
            return self.under_way[id_]
        if id_ in self.recent:
            return None
        claim = self.shell.store.claim(str(id_), self.lease)
        if claim == "taken":
            raise InOtherHands
        if claim == "done":
            return None
        try:
            task = self._route(update)
        except Exception as error:  # whatever it is: an update that cannot be read must not come again for ever
            log.error("an update was passed over: %s", where(error))
            task = None
        if task is None:
            self._done(id_)
            return None
        self.under_way[id_] = task
        task.add_done_callback(partial(self._over, id_))
        return task

    def park(self, update: Update) -> bool:
        """Write down an update that is under way and has to wait, so that it may be confirmed. False: not possible."""
        return self.shell.store.park(str(update.update_id), update.to_json(), self.lease)

    def renew(self) -> None:
        """Say that what is under way is in good hands, where others could take it."""
        if self.lease and self.under_way:
            self.shell.store.renew(map(str, self.under_way), self.lease)

    def adopt(self) -> None:
        """Take the updates that were parked by a process that is gone."""
        for key, body in self.shell.store.parked():
            if not key.isdecimal() or int(key) in self.under_way:
                continue
            try:
                update = read(json.loads(body), self.shell.bot)
            except (ValueError, TypeError, KeyError):
                log.error("what was parked as %s is no update", key)
                self.shell.store.done(key)
                continue
            with suppress(InOtherHands):
                self.take(update)

    def tell(self, chat: int, job: Job) -> None:
        """Say something of our own accord, in its place in the order of the chat."""

        def over(task: asyncio.Task[None]) -> None:
            if not task.cancelled() and not handled(task):
                self.revoked.set()

        self.lanes.submit(chat, partial(self._guarded, job)).add_done_callback(over)

    async def drain(self, wait: float) -> bool:
        """Let what was taken be handled; what takes too long is given back. True: nothing was left."""
        return await self.lanes.drain(wait)

    def _over(self, id_: int, task: asyncio.Task[None]) -> None:
        del self.under_way[id_]
        if handled(task):
            self._done(id_)
            return
        self.shell.store.release(str(id_))
        if not task.cancelled():
            self.revoked.set()

    def _done(self, id_: int) -> None:
        self.shell.store.done(str(id_))
        self.recent[id_] = None
        if len(self.recent) > RECENT:
            self.recent.popitem(last=False)

    # where an update goes

    def _route(self, update: Update) -> asyncio.Task[None] | None:
        if update.callback_query:
            return self._press(update.callback_query)
        if update.inline_query:
            return self._inline(update.inline_query)
        message, edited = update.message or update.edited_message, update.message is None
        said = hear(message, self.shell.me, self.shell.words, edited=edited) if message else None
        return self._message(said) if said else None

    def _message(self, said: Said) -> asyncio.Task[None] | None:
        work = partial(self._guarded, partial(handle, self.shell, said), said)
        return self._paced(said.asker, said.guess, None if said.private else said.message, work)

    def _press(self, query: CallbackQuery) -> asyncio.Task[None]:
        """Answered at once, outside every lane; what it leads to takes its place in the chat's order at once, too."""
        response = respond(self.shell, query)
        work, press = response.then and partial(self._guarded, response.then), response.asks
        task: asyncio.Task[None] | None = None
        if work and press:
            task = self._paced(press.asker, press.lang, None if press.private else press.message, work)
        elif work:
            task = self.lanes.submit(query.message.chat.id if query.message else query.from_user.id, work)

        async def job() -> None:
            await self.shell.calls.urgent(lambda: self.shell.bot.answer_callback_query(query.id, response.notice))
            if task:
                await task

        return self.lanes.submit(("press", query.id), partial(self._guarded, job))

    def _inline(self, query: InlineQuery) -> asyncio.Task[None]:
        return self.lanes.submit(("inline", query.id), partial(self._guarded, partial(inline, self.shell, query)))

    def _paced(self, asker: Asker, guess: Lang, reply_to: int | None, work: Job) -> asyncio.Task[None] | None:
        """In the chat's lane; who floods goes on in a lane of their own, so that a group does not wait for them."""
        loop = asyncio.get_running_loop()
        chat, own = asker.chat, (asker.chat, asker.user)
        admitted = self.flood.admit(asker.user, loop.time())
        if admitted.dropped:
            return None
        at = loop.time() + admitted.wait

        async def job() -> None:
            if admitted.tell:
                seconds = f"{self.flood.seconds:.3g}"
                text = self.shell.words.say("slow_down", self.shell.lang(asker, guess), seconds=seconds)
                await self.shell.send(asker, [escape(text)], reply_to=reply_to)
            await asyncio.sleep(at - loop.time())
            await work()

        lane = own if admitted.wait or self.lanes.busy(own) else chat
        return self.lanes.submit(lane, job, after=chat)

    async def _guarded(self, job: Callable[[], Awaitable[object]], said: Said | None = None) -> None:
        """Do it; a fault of ours is logged without what people wrote, and the asker is told."""
        try:
            await job()
        except InvalidToken:
            raise
        except Exception as error:  # whatever it is: the next update has to be handled too
            log.error("a handler failed: %s", where(error))
            if said and said.private:
                await self.shell.tell(said, escape(self.shell.words.say("broken", said.guess)))
