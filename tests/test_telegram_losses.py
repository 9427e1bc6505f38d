"""Nothing is lost and nothing doubled: confirmed only when handled, drained on SIGTERM, found again after SIGKILL."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from botapi import BotProcess, FakeTelegram, Talk, by_webhook, faults, on_stage


async def ask_all(telegram: FakeTelegram, chats: int, questions: int) -> list[Talk]:
    """Groups in which that many questions are asked at once; an answer there tells which question it replies to."""
    groups = []
    for n in range(chats):
        group, person = telegram.group(f"Group {n}"), telegram.person(f"Person {n}", "en")
        groups.append(group)
        for _ in range(questions):
            await group.says("/ask where did Altman meet Lee Jae-yong?", by=person)
    return groups


def answers(group: Talk) -> list[int]:
    """The numbers of the questions that were answered, in the order of the answers."""
    return [shown.message.reply_to.id for shown in group.shown if shown.message.reply_to]


async def all_answered(telegram: FakeTelegram, groups: list[Talk], how_many: int) -> None:
    await telegram.until(lambda: sum(len(set(answers(group))) for group in groups) == how_many)


@pytest.mark.parametrize("way", [tuple, by_webhook])
def test_a_thousand_questions_queued_at_once_are_answered_once_and_in_order(
    tmp_path: Path, way: Callable[[], tuple[str, ...]]
) -> None:
    async def run() -> None:
        async with FakeTelegram() as telegram:
            telegram.patience = 60
            groups = await ask_all(telegram, chats=200, questions=5)
            async with BotProcess(telegram, tmp_path, *way()) as bot:
                await bot.ready()
                await all_answered(telegram, groups, 1000)
                for group in groups:
                    await group.handled()
                assert [answers(group) for group in groups] == [[1, 2, 3, 4, 5]] * 200
                assert not telegram.refused

    asyncio.run(run())


def test_nothing_is_confirmed_before_it_was_handled(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path) as (telegram, _):
            kim, lee = telegram.private("Kim", "en"), telegram.private("Lee", "en")
            fault = telegram.fail("sendMessage", faults.held(), chat_id=kim.id)
            await kim.says("hello")
            await telegram.until(lambda: fault.met)
            await lee.says("hello")
            await lee.sees("*")
            polls = len(telegram.made("getUpdates"))
            await telegram.until(lambda: len(telegram.made("getUpdates")) > polls)
            assert not telegram.updates.confirmed(kim.last_update)
            assert fault.hold
            fault.hold.set()
            await kim.handled()
            await lee.handled()
            assert len(kim.shown) == len(lee.shown) == 1

    asyncio.run(run())


def test_sigterm_drains_what_was_taken_and_the_rest_waits_for_the_next(tmp_path: Path) -> None:
    async def run() -> None:
        async with FakeTelegram() as telegram:
            groups = await ask_all(telegram, chats=10, questions=5)
            fault = telegram.fail("sendMessage", faults.held(), times=10)
            assert fault.hold
            async with BotProcess(telegram, tmp_path) as bot:
                await telegram.until(lambda: fault.met == 10)
                bot.process.terminate()
                fault.hold.set()
                assert await bot.ended() == 0
            taken = [answers(group) for group in groups]
            assert all(numbers == sorted(set(numbers)) and numbers for numbers in taken)
            async with BotProcess(telegram, tmp_path) as bot:
                await all_answered(telegram, groups, 50)
                await groups[-1].handled()
            assert [answers(group) for group in groups] == [[1, 2, 3, 4, 5]] * 10

    asyncio.run(run())


def test_sigkill_loses_no_question_and_doubles_at_most_the_one_in_hand(tmp_path: Path) -> None:
    async def run() -> None:
        async with FakeTelegram() as telegram:
            (group,) = await ask_all(telegram, chats=1, questions=10)
            for reply_to in (4, 8):
                parameters = {"message_id": reply_to, "allow_sending_without_reply": True}
                fault = telegram.fail("sendMessage", faults.held(), reply_parameters=parameters)
                async with BotProcess(telegram, tmp_path) as bot:
                    await telegram.until(lambda fault=fault: fault.met)
                    await bot.die()
                assert fault.hold
                fault.hold.set()  # Telegram acts on it all the same, after the death
                await telegram.until(lambda number=reply_to: number in answers(group))
            async with BotProcess(telegram, tmp_path) as bot:
                await all_answered(telegram, [group], 10)
                await group.handled()
            got = answers(group)
            assert list(dict.fromkeys(got)) == list(range(1, 11))
            assert {number for number in got if got.count(number) > 1} <= {4, 8}
            assert len(got) <= 12

    asyncio.run(run())


def test_sigkill_among_many_chats_loses_no_question(tmp_path: Path) -> None:
    async def run() -> None:
        async with FakeTelegram() as telegram:
            groups = await ask_all(telegram, chats=10, questions=5)
            async with BotProcess(telegram, tmp_path) as bot:
                await telegram.until(lambda: sum(len(group.shown) for group in groups) >= 15)
                await bot.die()
            async with BotProcess(telegram, tmp_path) as bot:
                await all_answered(telegram, groups, 50)
                await groups[-1].handled()
            for group in groups:
                got = answers(group)
                assert list(dict.fromkeys(got)) == [1, 2, 3, 4, 5]
                assert len(got) <= 6  # the one in hand of this chat

    asyncio.run(run())


def test_what_was_said_while_the_bot_was_away_is_answered(tmp_path: Path) -> None:
    async def run() -> None:
        async with FakeTelegram() as telegram:
            kim = telegram.private("Kim", "en")
            await kim.says("where did Altman meet Lee Jae-yong?")
            async with BotProcess(telegram, tmp_path):
                await kim.sees("*Seocho*")
                await kim.handled()
            await kim.says("and when?")
            async with BotProcess(telegram, tmp_path):
                await kim.sees("*afternoon*")  # it also remembers what was spoken of
                await kim.stays_quiet()

    asyncio.run(run())
