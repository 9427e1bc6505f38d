"""The fake server's webhook: the secret goes along, a chat stays in order, what is not taken comes again."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
from aiohttp import web
from botapi import FakeTelegram


class Listener:
    """A bot's web server that takes updates, or not."""

    def __init__(self) -> None:
        self.got: list[tuple[str, str]] = []
        self.secrets: set[str | None] = set()
        self.refuse: set[str] = set()
        """Texts to answer with 500 once."""
        self.hold: dict[str, asyncio.Event] = {}

    async def take(self, request: web.Request) -> web.Response:
        message: dict[str, Any] = (await request.json())["message"]
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        text = message["text"]
        if text in self.hold:
            await self.hold[text].wait()
        self.got.append((message["chat"]["first_name"], text))
        if text in self.refuse:
            self.refuse.remove(text)
            return web.Response(status=500)
        return web.Response()

    async def start(self) -> web.AppRunner:
        app = web.Application()
        app.router.add_post("/hook", self.take)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = "http://{}:{}/hook".format(*runner.addresses[0][:2])
        return runner


async def set_webhook(telegram: FakeTelegram, url: str) -> None:
    async with aiohttp.ClientSession() as session:
        form = {"url": url, "secret_token": "s3cret"}
        async with session.post(f"{telegram.url}{telegram.token}/setWebhook", data=form) as answer:
            assert (await answer.json())["ok"]


def test_updates_reach_the_webhook_with_the_secret_and_come_again_until_taken() -> None:
    async def run() -> None:
        listener = Listener()
        listener.refuse = {"b"}
        runner = await listener.start()
        async with FakeTelegram() as telegram:
            await set_webhook(telegram, listener.url)
            kim = telegram.private("Kim")
            for text in "abc":
                await kim.says(text)
            await kim.handled()
            assert listener.got == [("Kim", "a"), ("Kim", "b"), ("Kim", "b"), ("Kim", "c")]
            assert listener.secrets == {"s3cret"}
            assert [status for _, status in telegram.postman.attempts] == [200, 500, 200, 200]
        await runner.cleanup()

    asyncio.run(run())


def test_a_slow_chat_holds_only_itself() -> None:
    async def run() -> None:
        listener = Listener()
        listener.hold = {"slow": asyncio.Event()}
        runner = await listener.start()
        async with FakeTelegram() as telegram:
            await set_webhook(telegram, listener.url)
            kim, lee = telegram.private("Kim"), telegram.private("Lee")
            await kim.says("slow")
            await kim.says("next")
            await lee.says("quick")
            await lee.handled()
            assert listener.got == [("Lee", "quick")]
            listener.hold["slow"].set()
            await kim.handled()
            assert listener.got[1:] == [("Kim", "slow"), ("Kim", "next")]
        await runner.cleanup()

    asyncio.run(run())


def test_updates_wait_while_nobody_listens() -> None:
    async def run() -> None:
        listener = Listener()
        runner = await listener.start()
        await runner.cleanup()  # the port is known to be closed now
        async with FakeTelegram() as telegram:
            await set_webhook(telegram, listener.url)
            kim = telegram.private("Kim")
            await kim.says("a")
            await telegram.until(lambda: len(telegram.postman.attempts) >= 2)
            assert not telegram.updates.confirmed(kim.last_update)

    asyncio.run(run())
