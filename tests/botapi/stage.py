"""The bot on stage: a fresh Telegram with the real bot in it, for one test or for many."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from .process import BotProcess
from .server import FakeTelegram


@contextlib.asynccontextmanager
async def on_stage(folder: Path, *options: str, **settings: str) -> AsyncIterator[tuple[FakeTelegram, BotProcess]]:
    """A fresh Telegram and the real bot in it, ready."""
    async with FakeTelegram() as telegram, BotProcess(telegram, folder, *options, **settings) as bot:
        await bot.ready()
        yield telegram, bot


class Stage:
    """A Telegram and a bot that stay up from test to test, for all that do not disturb each other."""

    def __init__(self, folder: Path, *options: str, **settings: str) -> None:
        self._runner = asyncio.Runner()
        self._open = contextlib.AsyncExitStack()
        try:
            coming = self._open.enter_async_context(on_stage(folder, *options, **settings))
            self.telegram, self.bot = self._runner.run(coming)
        except BaseException:
            self._runner.close()
            raise

    def play(self, scene: Callable[[FakeTelegram], Awaitable[None]]) -> None:
        """Run a scene; it finds no calls and no faults of those before it."""
        assert not self.telegram.malformed, [str(call) for call in self.telegram.malformed]
        self.telegram.calls.clear()
        self.telegram.mend()
        self._runner.run(self._play(scene))

    async def _play(self, scene: Callable[[FakeTelegram], Awaitable[None]]) -> None:
        await scene(self.telegram)
        assert not self.telegram.malformed, [str(call) for call in self.telegram.malformed]

    def stop(self) -> None:
        """End both."""
        with self._runner:
            self._runner.run(self._open.aclose())


def by_webhook() -> tuple[str, ...]:
    """Options that make the bot take updates by webhook, on a free port."""
    port = free_port()
    return ("--webhook", f"http://127.0.0.1:{port}/hook", "--listen", f"127.0.0.1:{port}")


def free_port() -> int:
    """A port on loopback that nobody listens on just now."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port: int = place.getsockname()[1]
        return port
