"""The store's SQLite file: opened late, used in short transactions, left alone for a while when it fails."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

log = logging.getLogger(__name__)
T = TypeVar("T")

BUSY_SECONDS = 0.1
"""How long one statement waits for another process; a whole turn takes under a millisecond."""
REST_SECONDS = 10.0
"""How long a failed store is left alone, so that a locked file costs one wait and not one an answer."""
SCHEMA = """
CREATE TABLE IF NOT EXISTS pinned (user INTEGER PRIMARY KEY, lang TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS context (chat INTEGER, thread INTEGER, user INTEGER, memory TEXT NOT NULL,
    message INTEGER NOT NULL, at REAL NOT NULL, PRIMARY KEY (chat, thread, user)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sent (chat INTEGER, message INTEGER, thread INTEGER NOT NULL, user INTEGER NOT NULL,
    asked INTEGER NOT NULL, body TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (chat, message)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sent_asked ON sent (chat, asked);
CREATE INDEX IF NOT EXISTS sent_user ON sent (user);
CREATE INDEX IF NOT EXISTS sent_at ON sent (at);
CREATE TABLE IF NOT EXISTS vote (chat INTEGER, message INTEGER, user INTEGER, up INTEGER NOT NULL, at REAL NOT NULL,
    PRIMARY KEY (chat, message, user)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS vain (day TEXT, text TEXT, why TEXT, lacked TEXT, count INTEGER NOT NULL,
    PRIMARY KEY (day, text, why, lacked)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tally (day TEXT, what TEXT, count INTEGER NOT NULL, PRIMARY KEY (day, what)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS claim (key TEXT PRIMARY KEY, done INTEGER NOT NULL, until REAL NOT NULL, body TEXT,
    at REAL NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_at ON claim (at);
"""


class StoreFile:
    """One SQLite file that may be locked, broken, full or not to be opened. `clock` gives seconds since 1970."""

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        self.path = path
        self.clock = clock
        self.db: sqlite3.Connection | None = None
        self.rest_until = 0.0
        self.complained = False

    def safely(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Do the work in one transaction, or come back with `otherwise`."""
        if self.clock() < self.rest_until:
            return otherwise
        try:
            if self.db is None:
                self.db = self._open()
            with self.db as db:
                result = work(db)
        except (sqlite3.Error, OSError) as error:
            self._rest(error)
            return otherwise
        if self.complained:
            log.info("the store works again: %s", self.path)
            self.complained = False
        return result

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        if self.db is not None:
            self.db.close()
            self.db = None

    def _rest(self, error: Exception) -> None:
        self.rest_until = self.clock() + REST_SECONDS
        if not self.complained:
            self.complained = True
            log.warning("going on without memory, the store fails: %s (%s)", error, self.path)
        with suppress(sqlite3.Error):
            self.close()
        self.db = None

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.touch(mode=0o600)
        db = sqlite3.connect(self.path, timeout=BUSY_SECONDS, check_same_thread=False)
        try:
            # WAL: readers do not wait for a writer, and a killed process loses nothing. NORMAL: no disk flush a turn.
            for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON"):
                with closing(db.execute(f"PRAGMA {pragma}")) as answer:
                    answer.fetchall()
            db.executescript(SCHEMA)
        except sqlite3.Error:
            db.close()
            raise
        return db
