"""Starting and ending: one clear line and an exit code where it cannot go on, patience where waiting helps."""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from botapi import BotProcess, FakeTelegram, by_webhook, faults, free_port, on_stage


def ends(tmp_path: Path, *options: str, **settings: str) -> tuple[int, str]:
    """Start the bot where it cannot work: its exit code, and what it said."""

    async def run() -> tuple[int, str]:
        async with FakeTelegram() as telegram, BotProcess(telegram, tmp_path, *options, **settings) as bot:
            return await bot.ended(), bot.said

    return asyncio.run(run())


def one_line(said: str) -> str:
    """The last line for the person who started it; nothing may look like a crash."""
    assert "Traceback" not in said
    return said.strip().splitlines()[-1]


def test_without_a_token_it_says_which_setting_is_missing(tmp_path: Path) -> None:
    code, said = ends(tmp_path, TELEGRAM_BOT_TOKEN="")
    assert code == 2
    assert "TELEGRAM_BOT_TOKEN" in one_line(said)
    assert len(said.strip().splitlines()) == 1


def test_a_token_that_telegram_refuses_is_told_and_not_shown(tmp_path: Path) -> None:
    code, said = ends(tmp_path, TELEGRAM_BOT_TOKEN="4200000042:AAG-revoked")
    assert code == 2
    assert "token" in one_line(said)
    assert "AAG-revoked" not in said


def test_the_help_names_where_the_token_comes_from_and_the_exit_codes(tmp_path: Path) -> None:
    code, said = ends(tmp_path, "--help")
    assert code == 0
    for told in ("TELEGRAM_BOT_TOKEN", "TELEGRAM_BOT_TOKEN_FILE", "--webhook", "--log-questions", "Exit codes: 0"):
        assert told in " ".join(said.split())


def test_the_token_can_stand_in_a_file(tmp_path: Path) -> None:
    async def run() -> None:
        async with FakeTelegram() as telegram:
            secret = tmp_path / "token"
            secret.write_text(telegram.token + "\n", encoding="utf-8")
            where = {"TELEGRAM_BOT_TOKEN": "", "TELEGRAM_BOT_TOKEN_FILE": str(secret)}
            async with BotProcess(telegram, tmp_path, **where) as bot:
                await bot.ready()

    asyncio.run(run())


def test_a_server_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    where = f"http://127.0.0.1:{free_port()}/bot"
    code, said = ends(tmp_path, TELEGRAM_API_URL=where, FACTBOT_REACH_WAIT="0.1")
    assert code == 2
    assert where in one_line(said)


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        code, said = ends(tmp_path, "--webhook", f"http://127.0.0.1:{port}/x", "--listen", f"127.0.0.1:{port}")
    assert code == 2
    assert str(port) in one_line(said)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--listen", "127.0.0.1:80"), "--webhook"),
        (("--webhook", "https://example.org/x", "--listen", "everywhere"), "--listen"),
        (("--webhook", "example.org/x"), "--webhook"),
    ],
)
def test_options_that_make_no_sense_are_told_before_anybody_is_called(
    tmp_path: Path, options: tuple[str, ...], named: str
) -> None:
    code, said = ends(tmp_path, *options, TELEGRAM_API_URL=f"http://127.0.0.1:{free_port()}/bot")
    assert code == 2
    assert named in one_line(said)
    assert len(said.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("way", "methods"),
    [
        (tuple, ("getMe", "deleteWebhook", "setMyCommands", "getUpdates")),
        (by_webhook, ("getMe", "setWebhook", "setMyCommands", "setMyDescription")),
    ],
)
def test_starting_outlives_a_server_that_is_busy(
    tmp_path: Path, way: Callable[[], tuple[str, ...]], methods: tuple[str, ...]
) -> None:
    async def run() -> None:
        async with FakeTelegram() as telegram:
            busy = [
                telegram.fail(method, fault)
                for method in methods
                for fault in (faults.bad_gateway(), faults.server_error(), faults.too_many(0))
            ]
            async with BotProcess(telegram, tmp_path, *way()) as bot:
                await bot.ready()
                kim = telegram.private("Kim", "ko")
                await kim.says("안녕")
                await kim.sees("*")
                await telegram.until(lambda: all(fault.met for fault in busy))

    asyncio.run(run())


def test_menus_and_descriptions_are_set_in_both_languages_and_per_scope(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path, FACTBOT_OWNERS="77") as (telegram, _):
            telegram.private(telegram.person("Kim"))
            await telegram.until(lambda: ("short description", "ko") in telegram.texts)
            menus = {
                (json.loads(scope)["type"], lang): [command["command"] for command in commands]
                for (scope, lang), commands in telegram.commands.items()
            }
            for scope in ("all_private_chats", "all_group_chats"):
                assert menus[scope, "ko"] == menus[scope, ""]
                assert {"help", "topics", "why"} <= set(menus[scope, ""])
            assert "ask" in menus["all_group_chats", ""]
            everybodys = {*menus["all_private_chats", ""], *menus["all_group_chats", ""]}
            assert not {"stats", "reload", "unanswered"} & everybodys
            assert re.search("[가-힣]", telegram.texts["description", "ko"])
            assert not re.search("[가-힣]", telegram.texts["description", ""])
            assert ("chat", "") not in menus  # the owner never wrote to the bot, so that Telegram refuses it
            assert {call.method for call in telegram.refused} <= {"setMyCommands"}

    asyncio.run(run())


def test_an_owner_finds_the_owners_commands_in_their_own_menu_only(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path) as (telegram, _):
            olga = telegram.owner("Olga", "ko")
            scope = json.dumps({"chat_id": olga.id, "type": "chat"}, sort_keys=True)
            await telegram.until(lambda: (scope, "ko") in telegram.commands)
            menu = {command["command"]: command["description"] for command in telegram.commands[scope, "ko"]}
            assert {"stats", "reload", "unanswered", "help", "topics"} <= menu.keys()
            assert all(re.search("[가-힣]", text) for text in menu.values())

    asyncio.run(run())


def test_neither_the_token_nor_what_people_write_reaches_the_log(tmp_path: Path) -> None:
    async def run(folder: Path, *options: str) -> str:
        folder.mkdir()
        async with on_stage(folder, *options) as (telegram, bot):
            kim = telegram.private("Kim", "en")
            telegram.fail("sendMessage", faults.bad_gateway())
            await kim.says("is Blorbo in it?")
            await kim.sees("*Blorbo*")
            await bot.stop()
            assert telegram.token not in bot.said
            assert telegram.token.split(":")[1] not in bot.said
            return bot.said

    assert "Blorbo" not in asyncio.run(run(tmp_path / "quiet"))
    assert "Blorbo" in asyncio.run(run(tmp_path / "asked", "--log-questions"))


def test_a_revoked_token_ends_it_with_code_3(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path, FACTBOT_POLL_WAIT="1") as (telegram, bot):
            telegram.fail("getUpdates", faults.unauthorized())
            await telegram.private("Kim").says("wakes the poll that is under way")
            assert await bot.ended() == 3
            assert "401" in one_line(bot.said)

    asyncio.run(run())


@pytest.mark.parametrize("method", ["sendMessage", "answerCallbackQuery"])
@pytest.mark.parametrize("way", [tuple, by_webhook])
def test_a_token_that_is_revoked_while_it_answers_ends_it_with_code_3_and_the_question_waits(
    tmp_path: Path, method: str, way: Callable[[], tuple[str, ...]]
) -> None:
    async def run() -> None:
        options = way()
        async with FakeTelegram() as telegram:
            kim = telegram.private("Kim", "en")
            async with BotProcess(telegram, tmp_path, *options) as bot:
                await kim.says("/lang")
                await kim.sees("*")
                await kim.handled()
                telegram.fail(method, faults.unauthorized())
                await (kim.presses("English") if method == "answerCallbackQuery" else kim.says("who met Altman?"))
                assert await bot.ended() == 3
                assert "401" in one_line(bot.said)
            assert not telegram.updates.confirmed(kim.last_update)
            telegram.ahead += 2  # setting a webhook twice within a second is refused
            async with BotProcess(telegram, tmp_path, *options):
                await (kim.sees("*English*", "edited") if method == "answerCallbackQuery" else kim.sees("*Source:*"))
                await kim.stays_quiet()

    asyncio.run(run())


def test_another_poller_is_put_up_with_for_a_while_only(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path, FACTBOT_CONFLICT_WAIT="1") as (telegram, bot):
            telegram.fail("getUpdates", faults.another_poller(), times=2)
            kim = telegram.private("Kim", "en")
            await kim.says("hello")
            await kim.sees("*")
            await kim.says("hello again")
            await kim.sees("*")
            telegram.fail("getUpdates", faults.another_poller(), times=1000)
            await kim.says("and again")
            assert await bot.ended() == 3
            assert "409" in one_line(bot.said)

    asyncio.run(run())


def test_another_poller_is_noticed_also_where_every_other_poll_brings_something(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path, FACTBOT_CONFLICT_WAIT="1", FACTBOT_POLL_WAIT="0") as (telegram, bot):
            polls = itertools.count()
            telegram.fail("getUpdates", faults.another_poller(), times=10**6).when = lambda params: next(polls) % 2 == 0
            kim = telegram.private("Kim", "en")
            await kim.says("hello")
            await kim.sees("*")
            assert await bot.ended() == 3
            assert "409" in one_line(bot.said)

    asyncio.run(run())


def test_a_server_that_goes_away_and_comes_back_is_found_again(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path) as (telegram, _):
            kim = telegram.private("Kim", "en")
            await kim.says("hello")
            await kim.sees("*")
            await telegram.goes_away()
            await kim.says("who met Altman?")
            await telegram.comes_back()
            await kim.sees("*Source:*")
            await kim.stays_quiet()

    asyncio.run(run())


def test_polling_that_has_silently_died_ends_the_process(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path, FACTBOT_WATCHDOG="0.5", FACTBOT_POLL_WAIT="0") as (telegram, bot):
            telegram.fail("getUpdates", faults.held(), times=1000)
            assert await bot.ended() == 3
            assert "no sign of life" in one_line(bot.said)

    asyncio.run(run())


def test_the_health_check_tells_whether_a_bot_works_there(tmp_path: Path) -> None:
    async def health(telegram: FakeTelegram) -> int:
        async with BotProcess(telegram, tmp_path, "--health") as check:
            return await check.ended()

    async def run() -> None:
        async with FakeTelegram() as telegram:
            assert await health(telegram) == 1
            async with BotProcess(telegram, tmp_path) as bot:
                kim = telegram.private("Kim", "en")
                await kim.says("hello")
                await kim.sees("*")
                assert await health(telegram) == 0
                await bot.stop()
            assert await health(telegram) == 1

    asyncio.run(run())


def test_the_image_runs_the_bot_and_its_health_check_sees_what_the_watchdog_sees(tmp_path: Path) -> None:
    image = (Path(__file__).parent.parent / "Dockerfile").read_text("utf-8")
    program, arguments, check = (
        json.loads(re.findall(rf"^{line} *(\[.*\])$", image, re.MULTILINE)[-1])
        for line in ("ENTRYPOINT", "CMD", r"HEALTHCHECK .*CMD")
    )
    assert (program, arguments, check[:2]) == (["factbot"], ["telegram"], ["factbot", "telegram"])
    assert "XDG_DATA_HOME=/data" in image
    settings = {"FACTBOT_STORE": "", "XDG_DATA_HOME": str(tmp_path)}

    async def health(telegram: FakeTelegram) -> int:
        async with BotProcess(telegram, tmp_path, *check[2:], **settings) as checking:
            return await checking.ended()

    async def run() -> None:
        async with FakeTelegram() as telegram:
            async with BotProcess(telegram, tmp_path, **settings, FACTBOT_POLL_WAIT="0"):
                kim = telegram.private("Kim", "en")
                await kim.says("hello")
                await kim.sees("*")
                assert await health(telegram) == 0
            assert (tmp_path / "factbot" / "store.sqlite").exists()
            assert await health(telegram) == 1

    asyncio.run(run())


@pytest.mark.parametrize("kind", ["a folder in its place", "no database", "no such folder to make", "locked"])
def test_a_broken_store_never_stops_an_answer(tmp_path: Path, kind: str, request: pytest.FixtureRequest) -> None:
    store = tmp_path / "broken.sqlite"
    if kind == "a folder in its place":
        store.mkdir()
    elif kind == "locked":
        other = sqlite3.connect(store)
        request.addfinalizer(other.close)
        other.execute("BEGIN EXCLUSIVE")
    elif kind == "no database":
        store.write_bytes(b"this is no database " * 100)
    else:
        (tmp_path / "file").touch()
        store = tmp_path / "file" / "store.sqlite"

    async def run() -> None:
        async with on_stage(tmp_path, FACTBOT_STORE=str(store), FACTBOT_HEARTBEAT=str(tmp_path / "beat")) as stage:
            telegram, bot = stage
            kim = telegram.private("Kim", "en")
            for _ in range(3):
                await kim.says("who met Altman?")
                await kim.sees("*Source:*")
            await kim.says("/forget")
            await kim.sees("*nothing was deleted*")
            complaints = [line for line in bot.said.splitlines() if "WARNING" in line or "ERROR" in line]
            assert len([line for line in complaints if "store" in line]) == 1, bot.said
            assert "Traceback" not in bot.said

    asyncio.run(run())
