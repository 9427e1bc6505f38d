"""Starting and stopping: a server that is not there yet, and the signals that end a run."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot.talk_telegram.ending import WRONG_START, Ended
from bot.talk_telegram.request import ServerFailed, Slow
from bot.talk_telegram.settings import Settings

log = logging.getLogger(__name__)
T = TypeVar("T")


class Stop:
    """Set by the signal that ends the run."""

    def __init__(self) -> None:
        self.event = asyncio.Event()
        self.number = 0

    def stop(self, number: int) -> None:
        self.number = number
        self.event.set()


async def patiently(call: Callable[[], Awaitable[T]], settings: Settings) -> T:
    """Make a call of start-up, again while the server is busy or cannot be reached. Raises Ended."""
    loop = asyncio.get_running_loop()
    began, pause = loop.time(), settings.backoff / 2
    while True:
        try:
            return await call()
        except InvalidToken:
            raise Ended(
                WRONG_START, "Telegram refuses the token: is TELEGRAM_BOT_TOKEN the one of BotFather?"
            ) from None
        except BadRequest as error:
            raise Ended(WRONG_START, f"Telegram refuses to start: {error}") from None
        except NetworkError as error:
            busy = isinstance(error, Slow | ServerFailed)
            patience = settings.start_wait if busy else settings.reach_wait
            pause = error.seconds if isinstance(error, Slow) else min(2 * pause, 30.0)
            if loop.time() - began + pause > patience:
                raise Ended(WRONG_START, f"the Bot API at {settings.api_url} does not answer: {error}") from None
            log.warning("the Bot API does not answer yet (%s), again in %g s", error, pause)
            await asyncio.sleep(pause)
        except TelegramError as error:
            raise Ended(WRONG_START, f"Telegram refuses to start: {error}") from None


async def or_stop(work: Awaitable[object], stop: asyncio.Event) -> None:
    """Wait for the work, or for the signal to stop."""
    task, stopped = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if task.done():
        task.result()
    else:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def either(*events: asyncio.Event) -> None:
    """Wait for the first of them."""
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()


@contextlib.contextmanager
def stopping() -> Iterator[Stop]:
    """Until the end of the block, SIGTERM and SIGINT stop the run instead of killing it."""
    stop, loop = Stop(), asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)
    for number in signals:
        with contextlib.suppress(NotImplementedError):  # Windows has none; ^C then ends the loop itself
            loop.add_signal_handler(number, stop.stop, number)
    try:
        yield stop
    finally:
        for number in signals:
            with contextlib.suppress(NotImplementedError):
                loop.remove_signal_handler(number)
