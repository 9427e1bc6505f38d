"""When to read the facts again: their files have changed, or the process was sent SIGHUP."""

from __future__ import annotations

import signal
from contextlib import suppress
from pathlib import Path


class Watch:
    """Tells when a file of a folder was written, added or taken away since it was last asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen = self._now()

    def changed(self) -> bool:
        """Whether anything is other than at the last call."""
        seen, self._seen = self._seen, self._now()
        return seen != self._seen

    def _now(self) -> frozenset[tuple[str, int, int]]:
        found = set()
        for pattern in ("*/*.yaml", "*/*.yml"):
            with suppress(OSError):  # a folder that is gone between two calls
                for path in self.folder.glob(pattern):
                    with suppress(OSError):  # a file that is
                        stat = path.stat()
                        found.add((str(path), stat.st_mtime_ns, stat.st_size))
        return frozenset(found)


class Occasion:
    """Tells whether it is time to read the facts again: after a SIGHUP, and with a watch after a change."""

    def __init__(self, watch: Watch | None = None) -> None:
        self.watch = watch
        self.called = False

    def listen(self) -> None:
        """Take SIGHUP for a call, where the system has it. Only the main thread may."""
        if hasattr(signal, "SIGHUP"):
            signal.signal(signal.SIGHUP, lambda *_: self.call())

    def call(self) -> None:
        """It is time."""
        self.called = True

    def due(self) -> bool:
        """Whether it is time, once for each occasion."""
        called, self.called = self.called, False
        changed = self.watch is not None and self.watch.changed()
        return called or changed
