"""Facts that are read again while the bot runs on Telegram: what the owners are told, and what is answered then."""

from __future__ import annotations

import asyncio
import shutil
import signal
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from botapi import BotProcess, Talk, by_webhook, faults, on_stage
from edits import swap

from bot.learning.learn import know
from bot.loading.factfiles import load
from bot.reload import MOST_SHOWN, reload
from bot.store import Asker, Store
from bot.talk_telegram import reloading
from bot.talk_telegram.base import load_base
from bot.talk_telegram.intake import Intake
from bot.talk_telegram.occasions import Occasions, noticed
from bot.talk_telegram.settings import Settings
from bot.talk_telegram.shell import Shell
from bot.talk_telegram.words import load_words

FACTS = Path(__file__).parent / "spoilt" / "base"
WAYS = pytest.mark.parametrize("way", [tuple, by_webhook])
WITH_SIGHUP = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no SIGHUP")


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """The facts, to be changed."""
    return Path(shutil.copytree(FACTS, tmp_path / "facts"))


def hang_up(bot: BotProcess) -> None:
    bot.process.send_signal(signal.SIGHUP)


async def asks(chat: Talk, answer: str) -> None:
    await chat.says("who flew kites?")
    await chat.sees(f"{answer}.*Source: The Kite Letter*")


def test_all_changed_answers_are_counted_and_some_are_shown(tmp_path: Path, facts: Path) -> None:
    async def run() -> None:
        now = know(load(facts))
        async with on_stage(tmp_path, "--facts", str(facts)) as (telegram, _):
            swap(facts / "stories" / "kites.yaml", "who: [mina-park, joon-seo]", "who: mina-park")
            found = reload(facts, now)
            n = len(found.changes)
            assert n > MOST_SHOWN
            olga = telegram.private(telegram.owner("Olga", "en"))
            await olga.says("/reload")
            shown = await olga.sees(f"Loaded. *not what they were: {n}, of {found.asked} questions.\n• *")
            assert shown.text.count("\n• ") == MOST_SHOWN
            assert shown.text.endswith(f"\n… and {n - MOST_SHOWN} more")

    asyncio.run(run())


@WITH_SIGHUP
@WAYS
def test_a_sighup_loads_the_facts_and_tells_each_owner_in_their_language(
    tmp_path: Path, facts: Path, way: Callable[[], tuple[str, ...]]
) -> None:
    async def run() -> None:
        story = facts / "stories" / "kites.yaml"
        async with on_stage(tmp_path, "--facts", str(facts), *way()) as (telegram, bot):
            kim = telegram.private("Kim", "en")
            await asks(kim, "Mina Park and Joon Seo")
            olga, oh, lee = (
                telegram.private(telegram.owner(*who)) for who in (("Olga", "en"), ("Oh", "ko"), ("Lee", "en"))
            )
            for chat, said in ((olga, "/stats"), (oh, "/stats"), (lee, "/lang ko")):
                await chat.says(said)
                await chat.sees("*")
            swap(story, "who: [mina-park, joon-seo]", "who: mina-park")
            hang_up(bot)
            await olga.sees("Loaded. Stories: 1,*• who flew kites?\n   before: Mina Park and Joon Seo.\n*now: Mina*")
            await oh.sees("다시 읽었습니다: 기사 1건,*• 누가 연을 날렸어?*전: *지금: *")
            await lee.sees("다시 읽었습니다: *")
            await asks(kim, "Mina Park")
            story.write_text("story: [", "utf-8")
            hang_up(bot)
            await olga.sees("Not loaded, *\n*kites.yaml:2:1:*")
            await oh.sees("읽지 못해 이전 자료를 그대로 씁니다:\n*kites.yaml:2:1:*")
            await lee.sees("읽지 못해*")
            await asks(kim, "Mina Park")
            await bot.logs("kites.yaml:2:1:")
            shutil.rmtree(facts)
            hang_up(bot)
            await olga.sees("Not loaded, *")
            await asks(kim, "Mina Park")
            await kim.stays_quiet()

    asyncio.run(run())


@WITH_SIGHUP
def test_the_language_that_an_owner_was_told_in_last_is_known_after_a_restart(tmp_path: Path, facts: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path, "--facts", str(facts)) as (telegram, bot):
            oh = telegram.private(telegram.owner("Oh", "ko"))
            await oh.says("누가 연을 날렸어?")
            await oh.sees("*")
            await oh.handled()
            await bot.stop()
            async with BotProcess(telegram, tmp_path, "--facts", str(facts)) as again:
                await again.ready()
                hang_up(again)
                await oh.sees("다시 읽었습니다: *0개.")

    asyncio.run(run())


@WITH_SIGHUP
@WAYS
def test_a_token_that_is_revoked_when_the_owners_are_told_ends_it_with_code_3(
    tmp_path: Path, facts: Path, way: Callable[[], tuple[str, ...]]
) -> None:
    async def run() -> None:
        async with on_stage(tmp_path, "--facts", str(facts), *way()) as (telegram, bot):
            telegram.fail("sendMessage", faults.unauthorized())
            hang_up(bot)
            assert await bot.ended() == 3

    asyncio.run(run())


@WAYS
def test_with_watch_each_save_is_loaded_and_told(
    tmp_path: Path, facts: Path, way: Callable[[], tuple[str, ...]]
) -> None:
    async def run() -> None:
        story = facts / "stories" / "kites.yaml"
        whole = story.read_text("utf-8")
        async with on_stage(tmp_path, "--watch", "--facts", str(facts), *way()) as (telegram, _):
            olga = telegram.private(telegram.owner("Olga", "en"))
            await asks(olga, "Mina Park and Joon Seo")
            story.write_text("story: [", "utf-8")
            await olga.sees("Not loaded, *\n*kites.yaml:2:1:*")
            await asks(olga, "Mina Park and Joon Seo")
            story.write_text(whole.replace("[mina-park, joon-seo]", "joon-seo"), "utf-8")
            await olga.sees("Loaded. *• who flew kites?*now: Joon Seo*")
            await asks(olga, "Joon Seo")

    asyncio.run(run())


def test_files_that_are_still_being_written_are_left_alone_until_they_stay() -> None:
    looks, calls = [False, True, True, False, False, True, False], []

    class Over(Exception):
        pass

    def changed() -> bool:
        if not looks:
            raise Over
        return looks.pop(0)

    with pytest.raises(Over):
        asyncio.run(noticed(changed, lambda: calls.append(len(looks)), 0))
    assert calls == [3, 0]


def test_a_load_that_fails_is_told_and_the_next_one_comes(
    tmp_path: Path, facts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RecursionError

    async def run() -> None:
        sent: asyncio.Queue[tuple[int, str]] = asyncio.Queue()

        class Quiet(Shell):
            async def send(self, asker: Asker, texts: list[str], *_: object, **__: object) -> list[int]:
                sent.put_nowait((asker.chat, texts[0]))
                return []

        with closing(Store(tmp_path / "store.sqlite")) as store:
            settings, base = Settings("1:x", owners=frozenset({7})), load_base(facts)
            shell = Quiet(None, None, base, facts, store, None, load_words(), settings, False)  # type: ignore[arg-type]
            occasions = Occasions(facts)
            work = asyncio.create_task(occasions.work(Intake(shell)))
            with monkeypatch.context() as patch:
                patch.setattr(reloading, "load_again", fails)
                occasions.due.set()
                chat, text = await sent.get()
                assert (chat, text.split(".")[0]) == (7, "Something went wrong on my side")
                assert shell.base is base
            occasions.due.set()
            assert (await sent.get())[1].startswith("Loaded.")
            work.cancel()

    asyncio.run(run())
