"""The real bot in a process of its own, started against a fake server, and its log."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Self

from .bell import PATIENCE
from .people import OWNERS
from .server import FakeTelegram

PROGRAM = (sys.executable, "-m", "bot", "telegram")
SETTINGS = ("TELEGRAM_", "FACTBOT_")
"""What a developer may have set for their own bot must not reach the tests'."""


class BotProcess:
    """`factbot telegram` against a server: started on entry, stopped by SIGTERM on exit.

    It fails a test whose bot made a call that no Telegram takes.

    async with BotProcess(telegram, folder) as bot:
        await bot.ready()
    """

    def __init__(self, telegram: FakeTelegram, folder: Path, *options: str, **settings: str) -> None:
        self.telegram = telegram
        self.options = options
        self.folder = folder
        """Where it keeps its store; a second process on the same folder finds what the first remembered."""
        where = {"TELEGRAM_BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": telegram.url}
        where |= {"FACTBOT_STORE": str(folder / "store.sqlite"), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
        where["FACTBOT_BACKOFF"] = "0.05"
        where["FACTBOT_OWNERS"] = " ".join(map(str, OWNERS))
        telegram.met |= {*OWNERS}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(SETTINGS)}
        self.environment = kept | where | settings
        self.said = ""
        """All it wrote to stdout and stderr."""
        self.calls_before = 0

    async def __aenter__(self) -> Self:
        self.calls_before = len(self.telegram.calls)
        self.process = await asyncio.create_subprocess_exec(
            *(*PROGRAM, *self.options),
            env=self.environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        self._ended = asyncio.create_task(self._watch())
        return self

    async def __aexit__(self, *exc: object) -> None:
        if self.process.returncode is None:
            self.process.terminate()
        try:
            await self.ended()
        except TimeoutError:
            self.process.kill()
            await self._ended
            raise AssertionError(f"the bot did not stop on SIGTERM:\n{self.said}") from None
        assert not self.telegram.malformed, [str(call) for call in self.telegram.malformed]
        assert not self.telegram.bugs, self.telegram.bugs

    async def _watch(self) -> int:
        """Read what it says until it ends; those who wait for something look again at each line."""
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            self.said += line.decode(errors="replace")
            self.telegram.bell.ring()
        code = await self.process.wait()
        self.telegram.bell.ring()
        return code

    async def ready(self) -> None:
        """It has asked for updates, or set its webhook; fails if it ended instead."""

        def look() -> bool | None:
            made = self.telegram.calls[self.calls_before :]
            if any(c.method == "getUpdates" or (c.method == "setWebhook" and c.done) for c in made):
                return True
            return False if self.process.returncode is not None else None

        try:
            came = await self.telegram.bell.until(look, PATIENCE)
        except TimeoutError:
            came = False
        assert came, f"the bot is not there (exit code {self.process.returncode}):\n{self.said}"

    async def ended(self, within: float = PATIENCE) -> int:
        """Its exit code, once it has ended."""
        async with asyncio.timeout(within):
            return await asyncio.shield(self._ended)

    async def logs(self, text: str) -> None:
        """Its log holds this text."""
        await self.telegram.until(lambda: text in self.said)

    async def stop(self) -> int:
        """Ask it to end, and wait: the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return await self.ended()

    async def die(self) -> int:
        """End it without any chance to tidy up."""
        self.process.kill()
        return await self.ended()
