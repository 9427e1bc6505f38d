"""The watchdog: ends the process when no sign of life has come for long, and shows the last one to health checks."""

from __future__ import annotations

import contextlib
import logging
import os
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.talk_telegram.ending import SESSION_OVER
from bot.talk_telegram.settings import WATCHDOG, heartbeat_file

log = logging.getLogger(__name__)


class Watch:
    """A thread of its own, so that it also sees an event loop that hangs.

    `die` ends the process at once: what was not handled is not confirmed, and comes again to the next one.
    """

    def __init__(self, heartbeat: Path, limit: float, die: Callable[[int], object] = os._exit) -> None:
        self.heartbeat = heartbeat
        self.limit = limit
        self.die = die
        self.last = time.monotonic()
        self.stopped = threading.Event()

    def beat(self) -> None:
        """A sign of life: a good getUpdates, or with a webhook a turn of the loop that listens."""
        self.last = time.monotonic()
        with contextlib.suppress(OSError):  # a read-only disk must not end the bot; the health check then says no
            self.heartbeat.touch()

    def start(self) -> None:
        """Begin to watch."""
        try:
            self.heartbeat.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            log.warning("no heartbeat file: %s", error)
        self.beat()
        threading.Thread(target=self._run, name="watchdog", daemon=True).start()

    def stop(self) -> None:
        """No longer watch, and leave no sign of life behind."""
        self.stopped.set()
        with contextlib.suppress(OSError):
            self.heartbeat.unlink(missing_ok=True)

    def _run(self) -> None:
        while not self.stopped.wait(min(self.limit / 4, 5)):
            silent = time.monotonic() - self.last
            if silent > self.limit:
                log.critical("no sign of life from Telegram for %.0f s: this process ends itself", silent)
                self.die(SESSION_OVER)
                return


def alive(env: Mapping[str, str], now: float) -> bool:
    """Whether the last sign of life is recent enough; `now` in seconds since 1970."""
    try:
        limit = float(env.get("FACTBOT_WATCHDOG") or WATCHDOG)
        return now - heartbeat_file(env).stat().st_mtime < limit
    except (OSError, ValueError):
        return False
