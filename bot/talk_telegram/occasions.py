"""When the facts are read again without being asked to in a chat: at SIGHUP, and with `--watch` after a change."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from pathlib import Path

from bot.reload import Reloaded
from bot.store import Asker
from bot.talk_telegram.intake import Intake
from bot.talk_telegram.logs import where
from bot.talk_telegram.reloading import load_anew, told
from bot.talk_telegram.shell import Shell
from bot.watching import Watch

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.5
"""How often the files are looked at; what changes faster than this is still being written."""


class Occasions:
    """Made before the facts are first read, so that no change after that is missed."""

    def __init__(self, folder: Path, *, watch: bool = False) -> None:
        self.watch = Watch(folder) if watch else None
        self.due = asyncio.Event()

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        """Until the end of the block, SIGHUP is an occasion instead of the end."""
        loop = asyncio.get_running_loop()
        number = getattr(signal, "SIGHUP", None)  # Windows has none
        if number:
            loop.add_signal_handler(number, self.due.set)
        try:
            yield
        finally:
            if number:
                loop.remove_signal_handler(number)

    async def look(self) -> None:
        """Notice files that were changed, if they are to be watched."""
        if self.watch:
            await noticed(self.watch.changed, self.due.set, LOOK_SECONDS)

    async def work(self, intake: Intake) -> None:
        """Read the facts again at each occasion, and tell the owners; those that come meanwhile are one."""
        while True:
            await self.due.wait()
            self.due.clear()
            await _reload(intake)


async def noticed(changed: Callable[[], bool], call: Callable[[], None], pause: float) -> None:
    """Look again and again, and call once what was changed stays as it is: a save may take more than one write."""
    writing = False
    while True:
        await asyncio.sleep(pause)
        now = await asyncio.to_thread(changed)
        if writing and not now:
            call()
        writing = now


async def _reload(intake: Intake) -> None:
    result: Reloaded | None = None
    try:
        result = await load_anew(intake.shell)
    except Exception as error:  # whatever it is: the facts from before stay, and the next occasion comes
        log.error("loading the facts failed: %s", where(error))
    for owner in sorted(intake.shell.settings.owners):
        intake.tell(owner, partial(_tell, intake.shell, owner, result))


async def _tell(shell: Shell, owner: int, result: Reloaded | None) -> None:
    """In the owner's private chat, whose id is theirs."""
    asker = Asker(owner, 0, owner)
    lang = shell.lang(asker, shell.guesses.get(owner, "en"))
    await shell.send(asker, told(shell, result, lang) if result else [escape(shell.words.say("broken", lang))])
