"""What goes into the log: never a token, and what people wrote only where it was asked for."""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from types import TracebackType
from urllib.parse import quote

TOKEN = re.compile(r"\b\d{5,}(?::|%3A)[A-Za-z0-9_-]{20,}")
"""What any bot token looks like, also within a URL."""


class Redacting(logging.Formatter):
    """Formats a record, traceback and all, then takes every token out of it."""

    def __init__(self, token: str) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self.secrets = sorted({token, quote(token, safe="")}, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        return self.redact(super().format(record))

    def redact(self, text: str) -> str:
        """The text without any token."""
        for secret in self.secrets:
            text = text.replace(secret, "<token>")
        return TOKEN.sub("<token>", text)


def set_up_logs(token: str) -> None:
    """Log to stderr, redacted. Libraries that log whole requests speak up only from WARNING on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting(token))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in ("httpx", "httpcore", "telegram", "aiohttp", "asyncio"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # it logs the whole payload of an answer that is no JSON, which may hold what people wrote
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)
    # and this one the whole batch in which it cannot read an update
    logging.getLogger("telegram.Bot").setLevel(logging.CRITICAL + 1)
    sys.excepthook = _told_of
    threading.excepthook = lambda told: _told_of(told.exc_type, told.exc_value, told.exc_traceback)


def _told_of(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    """What Python calls for an error that nobody caught; without this it would print it, token and all."""
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.critical("a bug ended it", exc_info=(kind, error or kind(), trace))


def where(error: BaseException) -> str:
    """The kind of an error and the lines it came through, without its text, which may quote what people wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    path = " < ".join(f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in reversed(frames[-6:]))
    return f"{type(error).__name__} in {path}"
