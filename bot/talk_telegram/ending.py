"""How a run ends before it should: one line for the person who runs the bot, and the exit code."""

from __future__ import annotations

WRONG_START = 2
"""Nothing began: no token, a refused one, a port in use, a server that cannot be reached."""
SESSION_OVER = 3
"""Telegram ended it: 401, another poller for long, silence for long."""


class Ended(Exception):
    """The run is over; the text is the line to show."""

    def __init__(self, code: int, line: str) -> None:
        super().__init__(line)
        self.code = code


def revoked() -> Ended:
    """The end of a run whose token Telegram no longer takes."""
    return Ended(SESSION_OVER, "Telegram has ended the session: the token is no longer valid (401)")
