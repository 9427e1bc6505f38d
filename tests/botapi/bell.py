"""Waiting for something to have happened, with a bound and without polling a clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 60.0
"""Seconds that a wait may take before the test fails; a wait ends the moment the thing happens."""


class Bell:
    """Rung after each change; those who wait look again."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Something changed."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, look: Callable[[], T | None], within: float = PATIENCE) -> T:
        """What `look` finds, as soon as it is not None; TimeoutError after `within` seconds."""
        loop = asyncio.get_running_loop()
        end = loop.time() + within
        while (found := look()) is None:
            future: asyncio.Future[None] = loop.create_future()
            self._waiting.add(future)
            try:
                async with asyncio.timeout_at(end):
                    await future
            finally:
                self._waiting.discard(future)
        return found
