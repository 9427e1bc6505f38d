"""A long queue, as a whole process against the fake server: who has to wait holds up nobody, and nothing is lost."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from botapi import BotProcess, FakeTelegram, Talk, faults

from bot.talk_telegram.webhook import HEADER, secret_of

QUESTION = "who met Zzyzx?"
FAST = {"FACTBOT_BACKOFF": "0.05", "FACTBOT_POLL_WAIT": "2", "FACTBOT_DRAIN_WAIT": "2", "FACTBOT_FLOOD": "0"}


def test_a_chat_that_must_wait_with_more_than_a_batch_holds_up_nobody_and_loses_none(
    tmp_path: Path,
) -> None:
    asyncio.run(held_up(tmp_path, questions=150))


async def held_up(folder: Path, questions: int) -> None:
    """One chat is told to slow down, another asks meanwhile, the process is killed and started again."""
    async with FakeTelegram() as telegram:
        slow, other = telegram.private("Slow", "en"), telegram.private("Other", "en")
        async with BotProcess(telegram, folder, **FAST) as bot:
            await bot.ready()
            telegram.fail("sendMessage", faults.too_many(60), chat_id=slow.id)
            for _ in range(questions):
                await slow.says(QUESTION)
            for _ in range(2):
                await other.says(QUESTION)
                await other.sees("*Zzyzx*")
            assert not slow.shown
            await bot.die()
        async with BotProcess(telegram, folder, **FAST):
            for _ in range(questions):
                await slow.sees("*Zzyzx*")
            await slow.stays_quiet()
            assert len(other.shown) in (2, 3), "only the one in hand may come twice"
        assert not telegram.malformed


def test_of_two_replicas_each_update_is_handled_by_one_also_when_the_other_dies(tmp_path: Path) -> None:
    asyncio.run(two_replicas(tmp_path, updates=100))


async def two_replicas(folder: Path, updates: int) -> None:
    """Every update is delivered to both at once, and one of them is killed while they work."""
    async with FakeTelegram() as telegram:
        people = [telegram.private(f"P{n}", "en") for n in range(20)]
        one, two = (replica(telegram, folder, free_port()) for _ in range(2))
        async with one, two:
            await one.ready()
            await two.ready()
            headers = {HEADER: secret_of(telegram.token, None)}
            async with aiohttp.ClientSession(headers=headers) as web:
                bodies = [update(n, people[n % len(people)]) for n in range(updates)]
                sent = [deliver(web, body, [one, two]) for body in bodies]
                sent += [deliver(web, body, [two]) for body in bodies]
                killed = asyncio.create_task(kill_at_work(telegram, people, one))
                await asyncio.gather(*sent)
                await killed
        in_hand = sum(len(person.shown) for person in people) - updates
        assert all(len(person.shown) >= updates // len(people) for person in people)
        assert in_hand <= len(people), "more were doubled than the one in hand of each chat"


async def kill_at_work(telegram: FakeTelegram, people: list[Talk], bot: BotProcess) -> None:
    await telegram.bell.until(lambda: any(person.shown for person in people) or None)
    await bot.die()


async def deliver(web: aiohttp.ClientSession, body: dict[str, Any], replicas: list[BotProcess]) -> None:
    """As Telegram does: again and again, to whichever replica the balancer picks, until one has handled it."""
    for _ in range(400):
        for bot in replicas:
            try:
                async with web.post(bot.options[1], json=body) as response:
                    if response.status == 200:
                        return
            except aiohttp.ClientError:
                continue
        await asyncio.sleep(0.05)
    pytest.fail("nobody handled the update")


def replica(telegram: FakeTelegram, folder: Path, port: int) -> BotProcess:
    options = ("--webhook", f"http://127.0.0.1:{port}/hook", "--listen", f"127.0.0.1:{port}")
    return BotProcess(telegram, folder, *options, FACTBOT_LEASE="1", **FAST)


def update(number: int, person: Talk) -> dict[str, Any]:
    person.started = True
    owner = person.owner
    assert owner is not None
    message = {"message_id": 1000 + number, "date": 1_700_000_000, "chat": person.wire(), "from": owner.wire()}
    return {"update_id": number + 1, "message": message | {"text": QUESTION}}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
