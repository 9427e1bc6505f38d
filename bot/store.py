"""What the shells remember, in one small SQLite file: languages, contexts, sent answers, votes, questions in vain.

The law of this file: the store never stops an answer. Every method comes back at once with what is known, or with
the empty value where the file is locked, broken, full or not to be opened (`storefile` sees to that). Several processes
may share one file.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from bot.storefile import StoreFile
from bot.turn import Lang, Memory

Claim = Literal["mine", "taken", "done"]

DAY = 86400.0
CLAIM_SECONDS = 2 * DAY
"""Telegram delivers an update again for at most 24 hours."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Whose context it is: one person in one thread of one chat."""

    chat: int
    thread: int
    """0 where the chat has no threads."""
    user: int


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer that stands in a chat, with what `/why`, an edit and a reply to it need."""

    message: int
    """The id of the message that holds the answer."""
    asker: Asker
    asked: int
    """The id of the message that asked; 0 where a button did."""
    question: str
    lang: Lang
    status: str
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    """Source lines as they were shown."""
    read_as: str | None
    how: tuple[str, ...]
    before: Memory
    """What the question was asked upon: an edited question is asked upon it again."""
    after: Memory
    also: tuple[int, ...] = ()
    """The messages above `message` that a long answer took, in their order."""


@dataclass(frozen=True, slots=True)
class Vain:
    """A question that was asked in vain."""

    text: str
    why: str
    """The reason of the reply, or `disliked`."""
    lacked: str
    """The words that nothing known accounted for, "" where it was not that."""
    count: int
    last: str
    """The day it was asked last, ISO 8601."""


def data_folder() -> Path:
    """The folder where this system keeps the data of a user's programs, with our own name."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
    return base / "factbot"


class Store:
    """The one door to what is remembered. `clock` gives seconds since 1970."""

    def __init__(
        self,
        path: Path,
        *,
        keep_context: float = DAY,
        keep_questions: float = 30 * DAY,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.path = path
        self.keep_context = keep_context
        self.keep_questions = keep_questions
        self.clock = clock
        self.file = StoreFile(path, clock)
        self._safely = self.file.safely

    # language and context

    def pinned(self, user: int) -> Lang | None:
        """The language that the person chose, None for the language of each question."""
        rows = self._read("SELECT lang FROM pinned WHERE user = ?", user)
        return rows[0][0] if rows else None

    def pin(self, user: int, lang: Lang | None) -> None:
        """Keep the person's choice of language; None takes it back."""
        if lang is None:
            self._write(("DELETE FROM pinned WHERE user = ?", (user,)))
        else:
            self._write(("INSERT OR REPLACE INTO pinned VALUES (?, ?)", (user, lang)))

    def context(self, asker: Asker) -> Memory:
        """What the asker's last turn left behind, empty after a day."""
        rows = self._read(
            "SELECT memory FROM context WHERE chat = ? AND thread = ? AND user = ? AND at > ?",
            *(asker.chat, asker.thread, asker.user, self.clock() - self.keep_context),
        )
        return _memory(rows[0][0]) if rows else Memory()

    # answers that stand in a chat

    def remember(self, sent: Sent, *, latest: bool = True) -> None:
        """Keep an answer; where it is the asker's latest, it is their context too."""
        at, a = self.clock(), sent.asker
        body = json.dumps(sent, default=_fields, ensure_ascii=False)
        memory = json.dumps(sent.after, default=_fields, ensure_ascii=False)
        row = (a.chat, sent.message, a.thread, a.user, sent.asked, body, at)
        keep: list[tuple[str, tuple[Any, ...]]] = [("INSERT OR REPLACE INTO sent VALUES (?, ?, ?, ?, ?, ?, ?)", row)]
        if latest:
            context = (a.chat, a.thread, a.user, memory, sent.message, at)
            keep.append(("INSERT OR REPLACE INTO context VALUES (?, ?, ?, ?, ?, ?)", context))
        self._write(*keep)

    def sent(self, chat: int, message: int) -> Sent | None:
        """The answer that the bot's message holds, None where it is none or too old."""
        return self._sent("chat = ? AND message = ?", chat, message)

    def answer_to(self, chat: int, asked: int) -> Sent | None:
        """The answer to the question in the message `asked`."""
        return self._sent("chat = ? AND asked = ? ORDER BY message DESC", chat, asked)

    def last(self, asker: Asker) -> Sent | None:
        """The asker's latest answer."""
        rows = self._read(
            "SELECT message FROM context WHERE chat = ? AND thread = ? AND user = ?",
            *(asker.chat, asker.thread, asker.user),
        )
        return self.sent(asker.chat, rows[0][0]) if rows else None

    # what owners see

    def vote(self, chat: int, message: int, user: int, *, up: bool) -> bool:
        """Keep a 👍 or 👎; the same person's next vote on the message replaces it. True: a new or a changed vote."""
        rows = self._read("SELECT up FROM vote WHERE chat = ? AND message = ? AND user = ?", chat, message, user)
        if rows and rows[0][0] == int(up):
            return False
        row = (chat, message, user, int(up), self.clock())
        self._write(("INSERT OR REPLACE INTO vote VALUES (?, ?, ?, ?, ?)", row))
        return True

    def in_vain(self, text: str, why: str, lacked: str = "") -> None:
        """Keep a question that got no answer: its words and the day, nothing of who asked or where."""
        self._count("vain (day, text, why, lacked, count)", text, why, lacked)

    def tally(self, what: str) -> None:
        """Count one of the named things that happen, by day."""
        self._count("tally (day, what, count)", what)

    def vain(self) -> list[Vain]:
        """Questions asked in vain within the time they are kept, the most frequent first."""
        rows = self._read(
            "SELECT text, why, lacked, sum(count) AS n, max(day) FROM vain WHERE day >= ?"
            " GROUP BY text, why, lacked ORDER BY n DESC, text",
            self._day(self.clock() - self.keep_questions),
        )
        return [Vain(*row) for row in rows]

    def tallies(self, days: int) -> dict[str, int]:
        """What was counted in the last so many days, votes included."""
        since = self.clock() - days * DAY
        rows = self._read("SELECT what, sum(count) FROM tally WHERE day >= ? GROUP BY what", self._day(since))
        votes = self._read("SELECT up, count(*) FROM vote WHERE at > ? GROUP BY up", since)
        return dict(rows) | {"up" if up else "down": n for up, n in votes}

    # updates: each handled once, also by two processes or after a crash

    def claim(self, key: str, lease: float = 0.0) -> Claim:
        """Take an update: `mine` is to handle, `done` was, `taken` is in another's hands until its lease ends."""
        now = self.clock()

        def take(db: sqlite3.Connection) -> Claim:
            db.execute("BEGIN IMMEDIATE")
            row = db.execute("SELECT done, until FROM claim WHERE key = ?", (key,)).fetchone()
            if row and (row[0] or row[1] > now):
                return "done" if row[0] else "taken"
            db.execute(
                "INSERT INTO claim VALUES (?, 0, ?, NULL, ?) ON CONFLICT (key) DO UPDATE SET until = excluded.until",
                (key, now + lease, now),
            )
            return "mine"

        return self._safely(take, "mine")

    def done(self, key: str) -> None:
        """The update was handled; what was parked of it is deleted."""
        row = (key, self.clock())
        self._write(("INSERT OR REPLACE INTO claim VALUES (?, 1, 0, NULL, ?)", row))

    def renew(self, keys: Iterable[str], lease: float) -> None:
        """These updates are still in our hands."""
        until = self.clock() + lease
        self._write(*(("UPDATE claim SET until = ? WHERE key = ? AND done = 0", (until, key)) for key in keys))

    def release(self, key: str) -> None:
        """The update was not handled after all: whoever gets it next may take it."""
        self._write(("UPDATE claim SET until = 0 WHERE key = ? AND done = 0", (key,)))

    def park(self, key: str, body: str, lease: float = 0.0) -> bool:
        """Write down an update that has to wait, so that a crash does not lose it. False: it could not be.

        With a lease it stays in these hands for so long.
        """

        def write(db: sqlite3.Connection) -> bool:
            db.execute(
                "INSERT INTO claim VALUES (?, 0, ?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET body = excluded.body, until = excluded.until",
                (key, self.clock() + lease, body, self.clock()),
            )
            return True

        return self._safely(write, False)

    def parked(self) -> list[tuple[str, str]]:
        """Updates that were written down, not handled since, and in nobody's hands; the oldest first."""
        return self._read(
            "SELECT key, body FROM claim WHERE done = 0 AND body IS NOT NULL AND until <= ?"
            " ORDER BY at, length(key), key",
            self.clock(),
        )

    def first(self, key: str) -> bool:
        """Whether this is the first time that the key is seen (True too where nothing can be remembered)."""

        def insert(db: sqlite3.Connection) -> bool:
            row = (key, self.clock())
            return db.execute("INSERT OR IGNORE INTO claim VALUES (?, 1, 0, NULL, ?)", row).rowcount > 0

        return self._safely(insert, True)

    # forgetting

    def forget(self, user: int) -> bool:
        """Delete all that is tied to the person, from the file's free pages too. False: it could not be done now."""

        def delete(db: sqlite3.Connection) -> bool:
            for table in ("pinned", "context", "sent", "vote"):
                db.execute(f"DELETE FROM {table} WHERE user = ?", (user,))
            return True

        def squeeze(db: sqlite3.Connection) -> bool:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return True

        return self._safely(delete, False) and self._safely(squeeze, True)

    def sweep(self) -> None:
        """Delete what has been kept long enough."""
        now = self.clock()
        context, questions = now - self.keep_context, now - self.keep_questions
        self._write(
            ("DELETE FROM context WHERE at <= ?", (context,)),
            ("DELETE FROM sent WHERE at <= ?", (context,)),
            ("DELETE FROM vote WHERE at <= ?", (questions,)),
            ("DELETE FROM vain WHERE day < ?", (self._day(questions),)),
            ("DELETE FROM tally WHERE day < ?", (self._day(questions),)),
            ("DELETE FROM claim WHERE at <= ?", (now - CLAIM_SECONDS,)),
        )

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        self.file.close()

    # how it is done

    def _sent(self, where: str, *values: int) -> Sent | None:
        since = self.clock() - self.keep_context
        rows = self._read(f"SELECT body FROM sent WHERE at > ? AND {where}", since, *values)
        return _sent(rows[0][0]) if rows else None

    def _count(self, table: str, *what: str) -> None:
        marks = ", ".join("?" for _ in what)
        row = (self._day(self.clock()), *what)
        self._write((f"INSERT INTO {table} VALUES (?, {marks}, 1) ON CONFLICT DO UPDATE SET count = count + 1", row))

    @staticmethod
    def _day(at: float) -> str:
        return datetime.fromtimestamp(at, UTC).date().isoformat()

    def _read(self, sql: str, *values: Any) -> list[Any]:
        return self._safely(lambda db: db.execute(sql, values).fetchall(), [])

    def _write(self, *statements: tuple[str, tuple[Any, ...]]) -> None:
        def write(db: sqlite3.Connection) -> None:
            for sql, values in statements:
                db.execute(sql, values)

        self._safely(write, None)


def _fields(value: Any) -> dict[str, Any]:
    """A dataclass as its fields, not copied: half the time of `asdict`, and done twice an answer."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _memory(text: str) -> Memory:
    """The memory that a row holds, empty for a row of another version."""
    try:
        return Memory.load(json.loads(text))
    except (ValueError, TypeError, AttributeError):
        return Memory()


def _sent(text: str) -> Sent | None:
    """The answer that a row holds, None for a row of another version."""
    try:
        data = json.loads(text)
        asker = Asker(**data.pop("asker"))
        before, after = Memory.load(data.pop("before")), Memory.load(data.pop("after"))
        plain: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
        return Sent(asker=asker, before=before, after=after, **plain)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
