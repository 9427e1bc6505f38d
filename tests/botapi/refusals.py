"""What Telegram says when it refuses a call, and why the call was refused."""

from __future__ import annotations

from typing import Any, Literal

Because = Literal["schema", "rule", "state"]
"""schema: not in the official API; rule: against a limit or syntax; state: not as the world is (blocked, expired)."""


class Refused(Exception):
    """A call that is answered with `"ok": false`."""

    def __init__(self, code: int, description: str, because: Because = "rule", **parameters: int) -> None:
        super().__init__(f"{code} {description} ({because})")
        self.code = code
        self.description = description
        self.because = because
        self.parameters = parameters

    def wire(self) -> dict[str, Any]:
        """The body of the answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad(description: str, because: Because = "rule", **parameters: int) -> Refused:
    """A 400, as Telegram words it."""
    return Refused(400, f"Bad Request: {description}", because, **parameters)


def forbidden(description: str) -> Refused:
    """A 403: the bot may not speak there."""
    return Refused(403, f"Forbidden: {description}", "state")


def conflict(description: str) -> Refused:
    """A 409: two receivers of updates."""
    return Refused(409, f"Conflict: {description}", "state")
