"""By webhook: only Telegram is listened to, a delivery is taken when it is done with, and deaths lose nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from botapi import BotProcess, FakeTelegram, faults, free_port, on_stage

SECRET = "X-Telegram-Bot-Api-Secret-Token"


def hook() -> tuple[str, tuple[str, ...]]:
    """An address that is free, and the options that make the bot listen there."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/hook"
    return url, ("--webhook", url, "--listen", f"127.0.0.1:{port}")


def update(text: str) -> dict[str, Any]:
    """What a stranger who knows the address might post."""
    person = {"id": 5, "is_bot": False, "first_name": "Eve"}
    message = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "from": person, "text": text}
    return {"update_id": 1, "message": message}


def test_a_delivery_without_the_secret_is_refused_and_not_read(tmp_path: Path) -> None:
    async def run() -> None:
        url, options = hook()
        async with on_stage(tmp_path, *options) as (telegram, _), aiohttp.ClientSession() as web:
            assert telegram.webhook
            assert telegram.webhook.secret
            wrong = ["", "wrong", telegram.webhook.secret + "x", "비밀"]
            for headers in ({}, *({SECRET: secret} for secret in wrong)):
                async with web.post(url, json=update("hello"), headers=headers) as answer:
                    assert answer.status in (401, 403)
            for odd in (b"no json", b"[]", b"null", b'"x"', b"{}", b'{"update_id": "x"}', b"\xff"):
                async with web.post(url, data=odd, headers={SECRET: telegram.webhook.secret}) as answer:
                    assert answer.status == 400
            kim = telegram.private("Kim", "en")
            await kim.says("hello")
            await kim.sees("*")
            await kim.handled()
            assert {call.params["chat_id"] for call in telegram.made("sendMessage")} == {kim.id}

    asyncio.run(run())


def test_a_secret_that_is_no_text_is_refused_like_any_other(tmp_path: Path) -> None:
    async def run() -> None:
        url, options = hook()
        async with on_stage(tmp_path, *options) as (_, bot):
            where = urlsplit(url)
            answers, request = await asyncio.open_connection(where.hostname, where.port)
            head = f"POST {where.path} HTTP/1.1\r\nHost: bot\r\nContent-Length: 0\r\n{SECRET}: "
            request.write(head.encode() + b"\xff\xfe\r\n\r\n")
            assert b" 403 " in await answers.readline()
            request.close()
            assert "Traceback" not in bot.said

    asyncio.run(run())


def test_a_delivery_is_taken_only_when_its_question_was_answered(tmp_path: Path) -> None:
    async def run() -> None:
        _, options = hook()
        async with on_stage(tmp_path, *options) as (telegram, _):
            kim = telegram.private("Kim", "en")
            fault = telegram.fail("sendMessage", faults.held(), chat_id=kim.id)
            await kim.says("hello")
            await telegram.until(lambda: fault.met)
            assert not telegram.updates.confirmed(kim.last_update)
            assert fault.hold
            fault.hold.set()
            await kim.sees("*")
            await kim.stays_quiet()

    asyncio.run(run())


def test_sigterm_and_sigkill_lose_no_question(tmp_path: Path) -> None:
    async def run() -> None:
        _, options = hook()
        async with FakeTelegram() as telegram:
            chats = [telegram.private(f"Person {n}", "en") for n in range(10)]
            for chat in chats:
                await chat.says("who is Blorbo?")
                await chat.says("who is Plimbo?")
                await chat.says("who is Trimbo?")
            for end in (BotProcess.stop, BotProcess.die):
                before = sum(len(chat.shown) for chat in chats)
                async with BotProcess(telegram, tmp_path, *options, FACTBOT_LEASE="1") as bot:
                    await telegram.until(lambda before=before: sum(len(chat.shown) for chat in chats) > before + 4)
                    await end(bot)
            async with BotProcess(telegram, tmp_path, *options, FACTBOT_LEASE="1"):
                for chat in chats:
                    await chat.handled()
            for chat in chats:
                got = [next(name for name in ("Blorbo", "Plimbo", "Trimbo") if name in s.text) for s in chat.shown]
                assert list(dict.fromkeys(got)) == ["Blorbo", "Plimbo", "Trimbo"]
                assert len(got) <= 4  # the one that was in hand at the SIGKILL

    asyncio.run(run())


def test_two_replicas_on_one_store_answer_each_question_once(tmp_path: Path) -> None:
    async def run() -> None:
        (other, to_other), (_, to_second) = hook(), hook()
        async with FakeTelegram() as telegram, BotProcess(telegram, tmp_path, *to_other) as first:
            await first.ready()
            telegram.ahead += 2  # setting a webhook twice within a second is refused
            async with BotProcess(telegram, tmp_path, *to_second) as second:
                await second.ready()
                assert telegram.webhook
                kim = telegram.private("Kim", "en")
                fault = telegram.fail("sendMessage", faults.held(), chat_id=kim.id)
                await kim.says("who met Altman?")
                await telegram.until(lambda: fault.met)
                again = telegram.updates.waiting[0].wire()
                async with aiohttp.ClientSession() as web:
                    secret = {SECRET: telegram.webhook.secret or ""}
                    async with web.post(other, json=again, headers=secret) as answer:
                        assert answer.status != 200  # in the other's hands: to be delivered again
                    assert fault.hold
                    fault.hold.set()
                    await kim.sees("*Source:*")
                    await kim.handled()
                    async with web.post(other, json=again, headers=secret) as answer:
                        assert answer.status == 200  # done already
                await kim.stays_quiet()

    asyncio.run(run())
