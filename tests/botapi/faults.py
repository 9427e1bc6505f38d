"""What can go wrong on the way to Telegram and back, on demand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .refusals import Refused

Params = dict[str, Any]


@dataclass(eq=False)
class Fault:
    """One way to fail, for the next `times` calls of `method` (any method: "*") that `when` holds for."""

    name: str
    refused: Refused | None = None
    """Answer this, and do nothing."""
    page: tuple[int, str] | None = None
    """Answer this status and page, and do nothing: what a proxy says when the API behind it is down."""
    hold: asyncio.Event | None = None
    """Carry the call out only when this is set."""
    acts: bool = False
    """Carry the call out, whatever is answered."""
    drops: bool = False
    """Cut the connection instead of an answer."""
    method: str = "*"
    times: int = 1
    when: Callable[[Params], bool] = field(default=lambda params: True)
    met: int = 0
    """How many calls it struck."""

    def strikes(self, method: str, params: Params) -> bool:
        """Whether this call fails; counts it if so."""
        hit = self.met < self.times and self.method in ("*", method) and self.when(params)
        self.met += hit
        return hit


def too_many(retry_after: int) -> Fault:
    """429: wait that many seconds."""
    text = f"Too Many Requests: retry after {retry_after}"
    return Fault("429", Refused(429, text, "state", retry_after=retry_after))


def unauthorized() -> Fault:
    """401: the token was revoked."""
    return Fault("401", Refused(401, "Unauthorized", "state"))


def forbidden() -> Fault:
    """403: the person blocked the bot a moment ago."""
    return Fault("403", Refused(403, "Forbidden: bot was blocked by the user", "state"))


def another_poller() -> Fault:
    """409: another process polls with the same token."""
    text = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    return Fault("409", Refused(409, text, "state"))


def server_error() -> Fault:
    """500 in Telegram's own words."""
    return Fault("500", Refused(500, "Internal Server Error", "state"))


def bad_gateway() -> Fault:
    """502 with a page instead of JSON."""
    page = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1>nginx</body></html>"
    return Fault("502", page=(502, page))


def held() -> Fault:
    """The answer takes long: until the test sets `hold`."""
    return Fault("held", hold=asyncio.Event(), acts=True)


def dropped() -> Fault:
    """The connection is cut before anything was done."""
    return Fault("dropped", drops=True)


def answer_lost() -> Fault:
    """The call is carried out, but the connection is cut before the answer."""
    return Fault("answer lost", drops=True, acts=True)


Maker = Callable[[], Fault]
"""Makes a fault; each use needs one of its own, as it counts."""
