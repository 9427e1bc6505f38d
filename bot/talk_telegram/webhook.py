"""The webhook: Telegram delivers an update, it is handled, and only then answered with 200; else it comes again."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from aiohttp import web

from bot.talk_telegram.ending import WRONG_START, Ended
from bot.talk_telegram.intake import InOtherHands, Intake, handled
from bot.talk_telegram.shell import Shell
from bot.talk_telegram.updates import read

log = logging.getLogger(__name__)

LONGEST_HOLD = 50.0
"""How long a delivery is held open that cannot be parked, in seconds: Telegram gives up on it after about a minute."""
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def secret_of(token: str, chosen: str | None) -> str:
    """The secret that Telegram sends along: the chosen one, else one made of the token, the same on all replicas."""
    return chosen or hmac.new(token.encode(), b"factbot webhook", hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class Hook:
    """Where Telegram delivers, and where this process listens for it."""

    url: str
    host: str
    port: int


def read_hook(url: str | None, listen: str | None) -> Hook | None:
    """What --webhook and --listen say, None for polling. HOST:PORT is 127.0.0.1:8080 by default. Raises Ended."""
    if url is None:
        if listen is not None:
            raise Ended(WRONG_START, "--listen goes with --webhook URL, the address at which Telegram delivers")
        return None
    if not re.match(r"https?://[^/\s]+", url):
        raise Ended(WRONG_START, f"--webhook takes a URL, such as https://example.org/hook, not {url!r}")
    host, _, port = (listen or "127.0.0.1:8080").rpartition(":")
    if not port.isdecimal() or not 0 <= int(port) < 65536:
        raise Ended(WRONG_START, f"--listen takes HOST:PORT, such as 0.0.0.0:8080, not {listen!r}")
    return Hook(url, host.strip("[]") or "0.0.0.0", int(port))


class Webhook:
    """The HTTP server behind the webhook's URL."""

    def __init__(self, shell: Shell, intake: Intake, url: str, secret: str, healthy: Callable[[], bool]) -> None:
        self.shell = shell
        self.intake = intake
        self.secret = secret.encode()
        self.healthy = healthy
        app = web.Application()
        app.router.add_post(urlsplit(url).path or "/", self.receive)
        app.router.add_get("/health", self.health)
        self.runner = web.AppRunner(app, access_log=None)

    async def open(self, host: str, port: int) -> None:
        """Begin to listen. Raises Ended where that is not possible."""
        await self.runner.setup()
        try:
            await web.TCPSite(self.runner, host, port).start()
        except OSError as error:
            raise Ended(WRONG_START, f"cannot listen on {host}:{port}: {error.strerror or error}") from None

    async def close(self) -> None:
        """No longer listen; deliveries that are open are answered first."""
        await self.runner.cleanup()

    async def health(self, request: web.Request) -> web.Response:
        """For load balancers: 200 while this process works."""
        return web.Response(status=200 if self.healthy() else 503)

    async def receive(self, request: web.Request) -> web.Response:
        """One delivery."""
        sent = request.headers.get(HEADER, "").encode(errors="surrogateescape")  # whatever bytes they were
        if not hmac.compare_digest(sent, self.secret):
            return web.Response(status=403)
        if not self.healthy():
            return web.Response(status=503)  # it ends: another replica gets this one, or the next process
        try:
            update = read(await request.json(), self.shell.bot)
        except (ValueError, TypeError, KeyError):
            return web.Response(status=400)
        try:
            task = self.intake.take(update)
        except InOtherHands:
            return web.Response(status=503)
        if task is None:
            return web.Response()
        await asyncio.wait({task}, timeout=self.shell.settings.hold)
        if not task.done() and not self.intake.park(update):
            await asyncio.wait({task}, timeout=LONGEST_HOLD)
            return web.Response(status=200 if task.done() and handled(task) else 503)
        return web.Response(status=503 if task.done() and not handled(task) else 200)
