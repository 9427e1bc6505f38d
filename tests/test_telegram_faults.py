"""When Telegram fails: repeated where it surely did not arrive, never where that is unknown, and nobody else waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from botapi import FakeTelegram, Stage, Talk, by_webhook, faults, on_stage
from botapi.refusals import bad

QUESTION = "who met Altman?"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One bot for all but the flood."""
    stage = Stage(tmp_path_factory.mktemp("bot"))
    yield stage
    stage.stop()


async def answered(chat: Talk, pattern: str = "*Source:*") -> None:
    """The chat shows one answer, and no other."""
    await chat.sees(pattern)
    await chat.stays_quiet()


@pytest.mark.parametrize("fault", [faults.bad_gateway, faults.server_error, lambda: faults.too_many(0)])
def test_an_answer_that_surely_did_not_arrive_is_sent_again(stage: Stage, fault: faults.Maker) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        kim = telegram.private("Kim", "en")
        struck = telegram.fail("sendMessage", fault(), times=3)
        await kim.says(QUESTION)
        await answered(kim)
        assert struck.met == 3
        assert len(telegram.made("sendMessage")) == 4

    stage.play(scene)


@pytest.mark.parametrize("fault", [faults.answer_lost, faults.dropped])
def test_an_answer_whose_fate_is_unknown_is_never_doubled(stage: Stage, fault: faults.Maker) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        kim = telegram.private("Kim", "en")
        struck = telegram.fail("sendMessage", fault())
        await kim.says(QUESTION)
        await kim.handled()
        assert len(telegram.made("sendMessage")) == 1
        if struck.acts:
            await kim.sees("*Source:*")
        await kim.says("/help")
        await answered(kim, "*@factbot_test_bot*")

    stage.play(scene)


@pytest.mark.parametrize("fault", [faults.answer_lost, faults.dropped, faults.bad_gateway])
def test_an_edit_is_repeated_until_it_is_there(stage: Stage, fault: faults.Maker) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        kim = telegram.private("Kim", "en")
        question = await kim.says("where did Altman meet Lee Jae-yong?")
        await kim.sees("*Seocho*")
        telegram.fail("editMessageText", fault())
        await kim.edits(question, "where did Altman meet Chung Shin-a?")
        await kim.sees("*Plaza*", "edited")
        await kim.stays_quiet()

    stage.play(scene)


def test_a_429_holds_back_one_chat_and_nobody_else(stage: Stage) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        kim, lee = telegram.private("Kim", "en"), telegram.private("Lee", "en")
        await kim.says("/lang")
        await kim.sees("*")
        fault = telegram.fail("sendMessage", faults.too_many(1), chat_id=kim.id)
        await kim.says(QUESTION)
        await telegram.until(lambda: fault.met)
        press = await kim.presses("English")
        await kim.answered(press)
        await lee.says(QUESTION)
        await lee.sees("*Source:*")
        assert kim.owner
        assert (await telegram.asks_inline(kim.owner, "altman")).results
        assert len(kim.shown) == 1  # Kim still waits
        await kim.sees("*Source:*")
        refused, sent = telegram.made("sendMessage", chat_id=kim.id)[-2:]
        assert sent.at - refused.at >= 1
        await kim.sees("*English*", "edited")  # what the press led to kept its place in the chat
        await kim.stays_quiet()
        await lee.stays_quiet()

    stage.play(scene)


def test_after_a_429_the_chat_gets_its_answers_in_order(stage: Stage) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        kim = telegram.private("Kim", "en")
        telegram.fail("sendMessage", faults.too_many(1), chat_id=kim.id)
        for name in ("Blorbo", "Plimbo", "Trimbo"):
            await kim.says(f"who is {name}?")
        for name in ("Blorbo", "Plimbo", "Trimbo"):
            await kim.sees(f"*{name}*")
        await kim.stays_quiet()

    stage.play(scene)


def test_where_the_answer_was_deleted_an_edited_question_gets_a_new_one(stage: Stage) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        kim = telegram.private("Kim", "en")
        question = await kim.says("where did Altman meet Lee Jae-yong?")
        answer = await kim.sees("*Seocho*")
        await kim.deletes(answer.message)
        await kim.edits(question, "where did Altman meet Chung Shin-a?")
        await answered(kim, "*Plaza*")
        await kim.edits(question, "where did Altman meet Lee Jae-yong?")
        await kim.sees("*Seocho*", "edited")
        await kim.stays_quiet()

    stage.play(scene)


def test_an_answer_follows_a_small_group_that_has_become_a_large_one(stage: Stage) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        small, large = telegram.group("Newsroom", small=True), telegram.group("Newsroom")
        moved = bad("group chat was upgraded to a supergroup chat", "state", migrate_to_chat_id=large.id)
        telegram.fail("sendMessage", faults.Fault("moved", moved), chat_id=small.id)
        await small.says(f"/ask {QUESTION}", by=telegram.person("Ann", "en"))
        await large.sees("*Source:*")
        await small.stays_quiet()

    stage.play(scene)


def test_a_slow_answer_to_one_holds_nobody_else(stage: Stage) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        kim, lee = telegram.private("Kim", "en"), telegram.private("Lee", "en")
        fault = telegram.fail("sendMessage", faults.held(), chat_id=kim.id)
        await kim.says(QUESTION)
        await telegram.until(lambda: fault.met)
        await lee.says(QUESTION)
        await lee.sees("*Source:*")
        assert not kim.shown
        assert fault.hold
        fault.hold.set()
        await answered(kim)
        await lee.stays_quiet()

    stage.play(scene)


def test_who_blocks_the_bot_stops_nothing(stage: Stage) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        kim, lee = telegram.private("Kim", "en"), telegram.private("Lee", "en")
        await kim.says(QUESTION)
        await kim.blocks()
        await kim.handled()
        assert [call.method for call in telegram.refused] == ["sendMessage"]  # tried once, not again and again
        telegram.fail("sendMessage", faults.forbidden(), chat_id=lee.id)
        await lee.says(QUESTION)
        await lee.handled()
        await lee.says("/help")
        await answered(lee, "*@factbot_test_bot*")
        assert "Traceback" not in stage.bot.said

    stage.play(scene)


def test_a_press_or_an_inline_question_that_came_too_late_stops_nothing(stage: Stage) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        kim = telegram.private("Kim", "en")
        await kim.says("/lang")
        await kim.sees("*")
        fault = telegram.fail("answerCallbackQuery", faults.held())
        await kim.presses("English")
        await telegram.until(lambda: fault.met)
        telegram.ahead += 60
        assert fault.hold
        fault.hold.set()
        await kim.sees("*English*", "edited")
        await kim.stays_quiet()
        assert [call.method for call in telegram.refused] == ["answerCallbackQuery"]
        assert "Traceback" not in stage.bot.said

    stage.play(scene)


LONG = {
    "as long as Telegram takes": "who is " + "Blorbo " * 584,
    "tags only": "<b>" * 1365,
    "ampersands": "&" * 4096,
    "one Korean letter": "ㅋ" * 4096,
    "emoji": "🤔" * 4000,
    "no spaces": "올트먼은누구를만났어" * 400,
    "line breaks": "who met Altman?\n" * 250,
}


def test_what_is_very_long_or_strange_gets_one_answer_that_telegram_takes(stage: Stage) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        for name, text in LONG.items():
            kim = telegram.private(name, "en")
            await kim.says(text)
            await kim.sees("*")
            await kim.says("/why")
            await kim.sees("*")
            await kim.handled()
            assert telegram.made("sendMessage", chat_id=kim.id)
        assert not telegram.refused
        assert "Traceback" not in stage.bot.said

    stage.play(scene)


def test_what_finds_no_connection_is_sent_when_there_is_one_again(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path, FACTBOT_SLOTS="1") as (telegram, bot):
            kim, lee = telegram.private("Kim", "en"), telegram.private("Lee", "en")
            fault = telegram.fail("sendMessage", faults.held(), chat_id=kim.id)
            await kim.says(QUESTION)
            await lee.says(QUESTION)
            await telegram.until(lambda: fault.met)  # Kim's answer is on its way, Lee's waits for its turn
            await telegram.goes_away()
            assert fault.hold
            fault.hold.set()
            await bot.logs("getUpdates failed")
            await telegram.comes_back()
            await lee.sees("*Source:*")
            await lee.stays_quiet()
            assert len(kim.shown) <= 1  # its fate was unknown, so it was not repeated

    asyncio.run(run())


async def flood(telegram: FakeTelegram, chat: Talk, how_many: int) -> None:
    """Someone asks that often at once, in a group."""
    someone = telegram.person("Flo", "en")
    for _ in range(how_many):
        await chat.says("/ask who is Blorbo?", by=someone)


def test_who_floods_slows_only_themself_and_is_told_once(tmp_path: Path) -> None:
    async def run() -> None:
        settings = {"FACTBOT_FLOOD": "10", "FACTBOT_DRAIN_WAIT": "0.1"}
        async with on_stage(tmp_path, **settings) as (telegram, bot):
            group, lee = telegram.group("Newsroom"), telegram.person("Lee", "en")
            await flood(telegram, group, 15)
            for n in range(10):
                shown = await group.sees("*Blorbo*")
                assert shown.message.reply_to is group.messages[n + 1]
            told = await group.sees("*one every 6 seconds*")
            assert told.message.reply_to is not None
            await group.says(f"/ask {QUESTION}", by=lee)
            await group.sees("*Source:*")
            assert await bot.stop() == 0
            assert len([shown for shown in group.shown if "seconds" in shown.text]) == 1

    asyncio.run(run())


UNREADABLE: dict[str, dict[str, Any]] = {
    "a message that lacks what every message has": {"message_id": 1, "date": 1, "text": "SECRET"},
    "a mention that begins within a letter": {
        "message_id": 1,
        "date": 1,
        "chat": {"id": 1, "type": "private"},
        "from": {"id": 1, "is_bot": False, "first_name": "Eve"},
        "text": "😀 SECRET",
        "entities": [{"type": "mention", "offset": 1, "length": 1}],
    },
}


@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("way", [tuple, by_webhook])
def test_an_update_that_cannot_be_read_holds_up_no_other_and_is_not_quoted(
    tmp_path: Path, name: str, way: Callable[[], tuple[str, ...]]
) -> None:
    async def run() -> None:
        async with on_stage(tmp_path, *way()) as (telegram, bot):
            kim = telegram.private("Kim", "en")
            for _ in range(2):
                odd = telegram.updates.add("message", UNREADABLE[name], 1)
                await kim.says(QUESTION)
                await answered(kim)
                await telegram.until(lambda odd=odd: telegram.updates.confirmed(odd))
            assert bot.process.returncode is None
            assert bot.said.count("passed over") == 2
            assert "SECRET" not in bot.said
            assert "Traceback" not in bot.said

    asyncio.run(run())


def test_who_presses_too_many_buttons_slows_only_themself_and_is_told_once(tmp_path: Path) -> None:
    async def run() -> None:
        settings = {"FACTBOT_FLOOD": "5", "FACTBOT_DRAIN_WAIT": "0.1"}
        async with on_stage(tmp_path, **settings) as (telegram, bot):
            group = telegram.group("Newsroom")
            ann, flo = telegram.person("Ann", "en"), telegram.person("Flo", "en")
            await group.says("/ask who met Altman at Samsung?", by=ann)
            first = await group.sees("*Source:*")
            for _ in range(8):
                await group.answered(await group.presses("*?", on=first.message, by=flo))
            for _ in range(5):
                await group.sees("▸ *")
            await group.sees("*one every 12 seconds*")
            await group.says(f"/ask {QUESTION}", by=ann)
            await group.sees("*Source:*")
            assert await bot.stop() == 0
            assert len([shown for shown in group.shown if "seconds" in shown.text]) == 1

    asyncio.run(run())


def test_what_a_button_leads_to_keeps_its_place_also_where_its_answer_is_slow(stage: Stage) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        kim = telegram.private("Kim", "en")
        await kim.says("who met Altman at Samsung?")
        await kim.sees("*Source:*")
        fault = telegram.fail("answerCallbackQuery", faults.held())
        press = await kim.presses("*?")
        await telegram.until(lambda: fault.met)
        await kim.says("who is Blorbo?")
        await kim.sees("▸ *")
        await kim.sees("*Blorbo*")
        assert fault.hold
        fault.hold.set()
        await kim.answered(press)
        await kim.stays_quiet()

    stage.play(scene)


@pytest.mark.parametrize("gone", ["message thread not found", "TOPIC_DELETED", "TOPIC_CLOSED", "chat not found"])
def test_a_topic_or_group_that_is_gone_is_nobodys_mistake(stage: Stage, gone: str) -> None:
    async def scene(telegram: FakeTelegram) -> None:
        said = len(stage.bot.said)
        group, ann = telegram.group("Newsroom"), telegram.person("Ann", "en")
        telegram.fail("sendMessage", faults.Fault(gone, bad(gone, "state")), chat_id=group.id)
        await group.says(f"/ask {QUESTION}", by=ann)
        await group.handled()
        await telegram.until(lambda: gone.casefold() in stage.bot.said[said:].casefold())
        assert "ERROR" not in stage.bot.said[said:]

    stage.play(scene)
