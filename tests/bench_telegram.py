"""By hand: 1,000 questions queued at once by 200 chats, for the bot and for bare echo bots, on one fake server each.

    python tests/bench_telegram.py [chats] [questions a chat] [bot | bot-httpx | echo-httpx | echo-aiohttp-32 ...]

`bot` is ours, `bot-httpx` ours on the library's own HTTP client; `-32`: 32 updates at a time, else one after the other.
Prints for each bot how many were answered, whether each chat got its answers once and in order, and what an update
cost: CPU of the bot's own process, and time from the first update queued to the last answer (which the fake server, in
Python on the same machine, has a large part in).
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from unittest.mock import patch

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from botapi import BotProcess, FakeTelegram, Talk, process  # noqa: E402 - it is found only from here on

BOTS = ("bot", "bot-httpx", "echo-httpx", "echo-httpx-32", "echo-aiohttp", "echo-aiohttp-32")
PATIENCE = 120.0


@dataclass
class Figures:
    """What one bot did."""

    bot: str
    answered: int
    in_order: bool
    cpu_ms: float
    wall_ms: float
    memory_mb: float

    def __str__(self) -> str:
        order = "once, in order" if self.in_order else "NOT once and in order"
        return (
            f"{self.bot:16} {self.answered} answered {order:22} CPU {self.cpu_ms:5.2f} ms, "
            f"time {self.wall_ms:5.2f} ms an update ({1000 / self.wall_ms:.0f}/s), {self.memory_mb:.0f} MB"
        )


def questions(chat: int, how_many: int) -> list[str]:
    """Unlike each other in a way that shows in the answer: names that no fact base knows."""
    syllables = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu")
    name = "".join(syllables[int(digit)] for digit in str(chat))
    return [f"who met Xq{name}z{syllables[n % 10]}?" for n in range(how_many)]


class Other(BotProcess):
    """A bare python-telegram-bot echo bot in place of ours, or ours on httpx."""

    def __init__(self, telegram: FakeTelegram, folder: Path, kind: str) -> None:
        super().__init__(telegram, folder)
        self.kind = kind

    async def __aenter__(self) -> Self:
        with patch.object(process, "PROGRAM", (sys.executable, __file__, "--run", self.kind)):
            return await super().__aenter__()


def run_on_httpx() -> int:
    """What the process of our bot does with the library's own HTTP client."""
    from telegram.request import HTTPXRequest

    from bot import talk_telegram
    from bot.ready import shipped
    from bot.talk_telegram import run

    def client(wait: float, *, proxied: bool) -> HTTPXRequest:
        return HTTPXRequest(connection_pool_size=256, read_timeout=wait, pool_timeout=wait)

    with patch.object(run, "AiohttpRequest", client):
        return talk_telegram.main(shipped(), None, None, False)


def run_echo(kind: str) -> None:
    """What an echo bot's process does."""
    from telegram import Update
    from telegram.ext import Application, ContextTypes, MessageHandler, filters

    from bot.talk_telegram.request import AiohttpRequest

    builder = Application.builder().token(os.environ["TELEGRAM_BOT_TOKEN"]).base_url(os.environ["TELEGRAM_API_URL"])
    if "aiohttp" in kind:
        builder = builder.request(AiohttpRequest(20)).get_updates_request(AiohttpRequest(50))
    if kind.endswith("-32"):
        builder = builder.concurrent_updates(32)
    application = builder.build()

    async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message and update.message.text:
            await update.message.reply_text(update.message.text)

    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(allowed_updates=["message"], timeout=10)


async def measure(bot: str, chats: int, each: int) -> Figures:
    """Queue all questions at once for a bot that is up, and wait for the last answer."""
    with tempfile.TemporaryDirectory() as folder:
        async with FakeTelegram() as telegram:
            home = Path(folder)
            async with BotProcess(telegram, home) if bot == "bot" else Other(telegram, home, bot) as running:
                await running.ready()
                warm = telegram.private("Warm", "en")
                await warm.says("who met Qx?")
                await warm.sees("*")
                talks = [telegram.private(f"P{n}", "en") for n in range(chats)]
                cpu, began = _cpu(running), time.perf_counter()
                for n in range(each):
                    for chat, talk in enumerate(talks):
                        await talk.says(questions(chat, each)[n])
                await telegram.bell.until(lambda: _all_shown(talks, each), PATIENCE)
                wall = time.perf_counter() - began
                for talk in talks:
                    await talk.handled()
                cpu = _cpu(running) - cpu
                memory = _memory(running)
            shown = [[s.text for s in talk.shown] for talk in talks]
            total = chats * each
            in_order = all(_fits(texts, questions(chat, each)) for chat, texts in enumerate(shown))
            assert not telegram.refused, telegram.refused[:3]
            return Figures(bot, sum(map(len, shown)), in_order, 1000 * cpu / total, 1000 * wall / total, memory)


def _fits(texts: list[str], asked: list[str]) -> bool:
    names = [question.removeprefix("who met ").removesuffix("?") for question in asked]
    return len(texts) == len(names) and all(name in text for name, text in zip(names, texts, strict=True))


def _all_shown(talks: list[Talk], each: int) -> bool | None:
    return all(len(talk.shown) >= each for talk in talks) or None


def _cpu(running: BotProcess) -> float:
    """Seconds of CPU that the process has used (Linux)."""
    fields = Path(f"/proc/{running.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(running: BotProcess) -> float:
    """Megabytes that the process holds (Linux)."""
    pages = int(Path(f"/proc/{running.process.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main(arguments: list[str]) -> None:
    """Measure each bot in turn."""
    if arguments[:1] == ["--run"]:
        if arguments[1] == "bot-httpx":
            sys.exit(run_on_httpx())
        run_echo(arguments[1])
        return
    numbers = [int(argument) for argument in arguments if argument.isdecimal()]
    chats, each = (*numbers, 200, 5)[:2] if numbers else (200, 5)
    bots = [argument for argument in arguments if argument in BOTS] or list(BOTS)
    print(f"{chats * each} questions by {chats} chats")
    for bot in bots:
        print(asyncio.run(measure(bot, chats, each)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
