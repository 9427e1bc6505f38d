"""Long polling that confirms an update only after it was handled, so that a killed process loses none.

Telegram deletes every update below the `offset` of a getUpdates. So the offset is the oldest update that is still under
way; those above it come again meanwhile and are known. Where the oldest has to wait for long (a 429, a flood) and a
whole batch has piled up behind it, what is under way is written down in the store and confirmed.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot.talk_telegram.ending import SESSION_OVER, Ended, revoked
from bot.talk_telegram.intake import InOtherHands, Intake, handled
from bot.talk_telegram.request import Slow
from bot.talk_telegram.settings import Settings
from bot.talk_telegram.shell import Shell
from bot.talk_telegram.updates import ALLOWED, fetch

log = logging.getLogger(__name__)

BATCH = 100
"""The most updates that one getUpdates brings."""
STILL, LONGEST_STILL, MOST = 0.1, 0.4, 1.0
"""How long a batch may stand still (longer each time that nothing new came), and how long it may take, before the next
one is fetched beside it, in seconds. Shorter: the same updates come again more often. Longer: others wait."""


class Polling:
    """One loop that fetches; `beat` is called after each good getUpdates."""

    def __init__(self, shell: Shell, intake: Intake, beat: Callable[[], None]) -> None:
        self.shell = shell
        self.intake = intake
        self.beat = beat
        self.settings: Settings = shell.settings
        self.pending: dict[int, Update] = {}
        self.handled: set[int] = set()
        """Updates at or above the offset that were handled."""
        self.next = 0
        """One above the highest update seen."""
        self.conflict_since, self.conflict_last = 0.0, float("-inf")
        """When the 409s began that have come ever since, and when the last one came, in the loop's time."""
        self.pause = 0.0
        self.still = STILL
        self.progress = asyncio.Event()

    @property
    def offset(self) -> int:
        """Everything below it was handled."""
        return min(self.pending, default=self.next)

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch until told to stop; raises Ended where Telegram ends it. What is under way then is left to drain."""
        ends = {asyncio.create_task(event.wait()) for event in (stop, self.intake.revoked)}
        try:
            while not stop.is_set():
                fetching = asyncio.create_task(self._fetch())
                await asyncio.wait({fetching, *ends}, return_when=asyncio.FIRST_COMPLETED)
                if not fetching.done():
                    fetching.cancel()  # what it would have brought is not confirmed and comes again
                    await asyncio.wait({fetching})
                if self.intake.revoked.is_set():
                    raise revoked()
                if not fetching.cancelled():
                    fetching.result()
        finally:
            for end in ends:
                end.cancel()

    async def confirm(self) -> None:
        """Tell Telegram what was handled, at the end."""
        try:
            await self.shell.bot.get_updates(self.offset, limit=1, timeout=0, allowed_updates=ALLOWED)
        except TelegramError as error:
            log.warning("the last updates could not be confirmed and will be known by the store: %s", error)

    async def _fetch(self) -> None:
        try:
            updates = await fetch(self.shell.bot, self.offset, BATCH, int(self.settings.poll_wait))
        except TelegramError as error:
            await self._failed(error)
            return
        self.pause = 0.0
        self.beat()
        fresh = [update for update in updates if update.update_id not in self.pending.keys() | self.handled]
        for update in fresh:
            if not self._take(update):
                await asyncio.sleep(LONGEST_STILL)  # not confirmed, it comes again
                break
        if not fresh and len(updates) >= BATCH:
            self._park()
        self.still = STILL if fresh else min(2 * self.still, LONGEST_STILL)
        await self._settle()

    def _take(self, update: Update) -> bool:
        """Have an update handled. False: a process that went before us, with a webhook, may still be at it."""
        try:
            task = self.intake.take(update)
        except InOtherHands:
            return False
        self.next = max(self.next, update.update_id + 1)
        if task is None:
            self.handled.add(update.update_id)
        else:
            self.pending[update.update_id] = update
            task.add_done_callback(lambda done: self._over(update.update_id, done))
        return True

    def _over(self, id_: int, task: asyncio.Task[None]) -> None:
        if handled(task):
            self._leave(id_)

    def _leave(self, id_: int) -> None:
        if self.pending.pop(id_, None):
            self.handled.add(id_)
            offset = self.offset
            self.handled = {handled for handled in self.handled if handled >= offset}
        self.progress.set()

    def _park(self) -> None:
        """Let the queue go on behind updates that have to wait."""
        waiting = [update for update in self.pending.values() if self.intake.park(update)]
        for update in waiting:
            self._leave(update.update_id)
        if waiting:
            log.warning("%d updates have to wait, they are kept in the store", len(waiting))

    async def _settle(self) -> None:
        """Let what was taken be handled, so that the next call confirms it; not longer than others would notice."""
        loop = asyncio.get_running_loop()
        until = loop.time() + MOST
        while self.pending and loop.time() < until:
            self.progress.clear()
            began = loop.time()
            try:
                await asyncio.wait_for(self.progress.wait(), self.still)
            except TimeoutError:
                if loop.time() - began < 1.5 * self.still:
                    return
                # else the loop itself was busy with the batch all the while: that is no standing still

    async def _failed(self, error: TelegramError) -> None:
        """Wait before the next try, or end the run."""
        loop = asyncio.get_running_loop()
        if isinstance(error, InvalidToken):
            raise revoked() from None
        if isinstance(error, Conflict):
            self._conflict(loop.time())
        elif not isinstance(error, NetworkError):
            log.error("getUpdates was refused: %s", error)
        first, most = self.settings.backoff, 30 * self.settings.backoff
        self.pause = min(max(2 * self.pause, first), most)
        wait = error.seconds if isinstance(error, Slow) else self.pause
        log.warning("getUpdates failed (%s), again in %g s", type(error).__name__, wait)
        await asyncio.sleep(wait)

    def _conflict(self, now: float) -> None:
        """Another poller is there. Where people talk, both get some updates: a good poll is no sign that it left."""
        if now - self.conflict_last > self.settings.conflict_wait:
            self.conflict_since = now
        self.conflict_last = now
        if now - self.conflict_since >= self.settings.conflict_wait:
            raise Ended(SESSION_OVER, "another process polls with the same token, or a webhook is set (409)")
