"""Jobs in order within a lane, lanes in parallel."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable

Job = Callable[[], Awaitable[None]]


class Lanes:
    """A lane is whatever must keep its order: a chat, or one person who has to be slowed down in it.

    python-telegram-bot's own update processor counts slots, so that one chat which has to wait could hold them all;
    here waiting costs nothing, and only calls under way are counted (see `calls`).
    """

    def __init__(self) -> None:
        self.last: dict[Hashable, asyncio.Task[None]] = {}
        self.tasks: set[asyncio.Task[None]] = set()

    def busy(self, lane: Hashable) -> bool:
        """Whether something in this lane waits or is under way."""
        return lane in self.last

    def submit(self, lane: Hashable, job: Job, *, after: Hashable = None) -> asyncio.Task[None]:
        """Run the job once all before it in its lane, and what now stands last in the lane `after`, is over."""
        before = [task for task in (self.last.get(lane), self.last.get(after)) if task is not None]
        task = asyncio.get_running_loop().create_task(self._run(before, job))
        self.last[lane] = task
        self.tasks.add(task)
        task.add_done_callback(lambda done: self._leave(lane, done))
        return task

    async def drain(self, wait: float) -> bool:
        """Wait until all is done, at most so many seconds; what is left then is cancelled. True: nothing was left."""
        if not self.tasks:
            return True
        _, left = await asyncio.wait(self.tasks, timeout=wait)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        return not left

    @staticmethod
    async def _run(before: list[asyncio.Task[None]], job: Job) -> None:
        if before:
            await asyncio.wait(before)
        await job()

    def _leave(self, lane: Hashable, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        if self.last.get(lane) is task:
            del self.last[lane]
        if not task.cancelled():
            task.exception()
