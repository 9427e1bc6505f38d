"""The Bot API over HTTP on loopback: reads a call, lets it fail on demand, refuses what Telegram would, answers."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import json
from dataclasses import dataclass
from typing import Any, Self

from aiohttp import web

from .calls import METHODS
from .faults import Fault
from .people import People
from .refusals import Refused
from .schema import method_named, read_call
from .webhook import Postman

TOKEN = "4200000042:AAG-not-a-real-token-only-for-tests"


@dataclass(eq=False)
class Call:
    """One call the bot made."""

    method: str
    params: dict[str, Any]
    at: float
    """By the event loop's clock."""
    refused: Refused | None = None
    """Set where Telegram would have refused it."""
    fault: str | None = None
    """The name of the fault that struck it."""
    done: bool = False
    """Whether it was carried out."""

    def __str__(self) -> str:
        return f"{self.method}({json.dumps(self.params, ensure_ascii=False)}) -> {self.refused or self.fault or 'ok'}"


class FakeTelegram(People):
    """A Bot API server of its own for one bot, and the people who talk with it.

    async with FakeTelegram() as telegram:
        kim = telegram.private("Kim", lang="ko")
        await kim.says("안녕")
        await kim.sees("*")
    """

    def __init__(self, token: str = TOKEN) -> None:
        super().__init__()
        self.token = token
        self.port = 0
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.bugs: list[str] = []
        """What went wrong in the server itself, by no fault of the bot's."""
        self.postman = Postman(self)
        self._stack = contextlib.AsyncExitStack()

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=50 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        self._stack.push_async_callback(self._runner.cleanup)
        await self.comes_back()
        carrying = asyncio.create_task(self.postman.run())
        self._stack.push_async_callback(self._cancelled, carrying)
        return self

    async def comes_back(self) -> None:
        """Listen, on the same port as before."""
        self._site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await self._site.start()
        self.port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{self.port}/bot"

    async def goes_away(self) -> None:
        """Cut all connections and take no new ones; people can still talk, and what they say waits."""
        await self._site.stop()
        assert self._runner.server is not None
        for connection in list(self._runner.server.connections):
            connection.force_close()

    async def __aexit__(self, *exc: object) -> None:
        self.mend()
        await self._stack.aclose()

    @staticmethod
    async def _cancelled(task: asyncio.Task[None]) -> None:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    def fail(self, method: str, fault: Fault, times: int = 1, **when: Any) -> Fault:
        """Let the next `times` calls of `method` fail that way; `when` names parameters that they must have."""
        fault.method, fault.times = method, times
        fault.when = lambda params: all(params.get(key) == value for key, value in when.items())
        self.faults.append(fault)
        return fault

    def mend(self) -> None:
        """No more faults; what was held goes on."""
        for fault in self.faults:
            if fault.hold:
                fault.hold.set()
        self.faults.clear()

    @property
    def refused(self) -> list[Call]:
        """The calls that Telegram would have refused, each a mistake of the bot's unless the scenario made it so."""
        return [call for call in self.calls if call.refused is not None]

    @property
    def malformed(self) -> list[Call]:
        """Those of them that Telegram would refuse in any world: unknown fields, bad markup, too long."""
        return [call for call in self.refused if call.refused and call.refused.because != "state"]

    def made(self, method: str, **params: Any) -> list[Call]:
        """The calls of a method with these parameters."""
        return [c for c in self.calls if c.method == method and all(c.params.get(k) == v for k, v in params.items())]

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        call = Call(request.match_info["method"], {}, asyncio.get_running_loop().time())
        self.calls.append(call)
        try:
            result = await self._answered(call, request)
        except Refused as refused:
            if request.transport is None:  # the bot hung up, so nobody was refused anything
                return web.Response(status=499)
            call.refused = refused
            return web.json_response(refused.wire(), status=refused.code)
        except (ConnectionError, web.RequestPayloadError):  # the bot hung up in the middle of its call
            return web.Response(status=499)
        except Exception as bug:
            self.bugs.append(f"{call}: {bug!r}")
            raise
        finally:
            self.bell.ring()
        if isinstance(result, web.StreamResponse):
            return result
        return web.json_response({"ok": True, "result": result})

    async def _answered(self, call: Call, request: web.Request) -> Any:
        if request.match_info["token"] != self.token:
            raise Refused(401, "Unauthorized", "state")
        call.method = method_named(call.method)
        call.params = await _sent(request)  # as sent, until the schema has read it
        call.params = read_call(call.method, call.params)
        fault = next((f for f in self.faults if f.strikes(call.method, call.params)), None)
        if fault is None:
            return await self._act(call)
        call.fault = fault.name
        self.bell.ring()
        if fault.hold:
            await fault.hold.wait()
        result = await self._act(call) if fault.acts else None
        if fault.refused:
            return web.json_response(fault.refused.wire(), status=fault.refused.code)
        if fault.drops:
            return _cut(request)
        if fault.page:
            return web.Response(status=fault.page[0], text=fault.page[1], content_type="text/html")
        return result

    async def _act(self, call: Call) -> Any:
        result = METHODS[call.method](self, call.params)
        if inspect.isawaitable(result):
            result = await result
        call.done = True
        return result


async def _sent(request: web.Request) -> dict[str, Any]:
    """The parameters as sent: in the query, a form (files become their names) or JSON."""
    sent: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        if text := await request.text():
            sent |= json.loads(text)
    else:
        sent |= {key: getattr(value, "filename", value) for key, value in (await request.post()).items()}
    return sent


def _cut(request: web.Request) -> web.Response:
    """Close the connection at once; the response that is returned goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
