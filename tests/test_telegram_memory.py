"""What is kept and what is not: `/forget` leaves nothing of a person, and questions in vain are nobody's."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import sqlite3
from pathlib import Path

from botapi import PATIENCE, BotProcess, FakeTelegram, on_stage

from bot.store import Store

FACTS = Path(__file__).parent / "telegram" / "facts"


def kept(folder: Path) -> str:
    """All that stands in the store, as text."""
    with contextlib.closing(sqlite3.connect(folder / "store.sqlite")) as store:
        return "\n".join(line for line in store.iterdump() if line.startswith("INSERT"))


def test_forget_leaves_nothing_of_the_person_and_their_question_in_vain_without_a_tie(tmp_path: Path) -> None:
    async def run() -> None:
        async with FakeTelegram() as telegram:
            kim, lee = telegram.private("Kim", "en"), telegram.private("Lee", "en")
            group = telegram.group("Newsroom")
            assert kim.owner
            assert lee.owner
            async with BotProcess(telegram, tmp_path):
                for chat in (kim, lee):
                    await chat.says("/lang en")
                    await chat.sees("*")
                    await chat.says("who met Altman?")
                    await chat.sees("*Source:*")
                    await chat.answered(await chat.presses("👍"))
                await kim.says("is Blorbo in it?")
                await kim.sees("*Blorbo*")
                await kim.answered(await kim.presses("👎"))
                await group.says("/ask where did Altman meet Lee Jae-yong?", by=kim.owner)
                await group.sees("*Seocho*")
                await group.handled()
            before = kept(tmp_path)
            assert str(kim.id) in before
            async with BotProcess(telegram, tmp_path):
                await kim.says("/forget")
                await kim.sees("*deleted*")
                await kim.stays_quiet()
            after = kept(tmp_path)
            assert str(kim.id) not in after
            assert "Seocho" not in after
            assert "is Blorbo in it?" in after
            assert str(lee.id) in after

    asyncio.run(run())


def test_what_was_spoken_of_too_long_ago_is_deleted(tmp_path: Path) -> None:
    async def run() -> None:
        async with FakeTelegram() as telegram:
            kim = telegram.private("Kim", "en")
            async with BotProcess(telegram, tmp_path):
                await kim.says("where did Altman meet Lee Jae-yong?")
                await kim.sees("*Seocho*")
                await kim.handled()
            assert "Lee Jae-yong" in kept(tmp_path)
            async with BotProcess(telegram, tmp_path, FACTBOT_KEEP_CONTEXT="0"):
                await kim.says("/why")
                await kim.sees("There is no answer of mine to explain yet.*")
            assert "Lee Jae-yong" not in kept(tmp_path)

    asyncio.run(run())


def test_what_is_over_is_deleted_while_the_bot_runs_too(tmp_path: Path) -> None:
    async def run() -> None:
        settings = {"FACTBOT_KEEP_CONTEXT": "0.5", "FACTBOT_KEEP_QUESTIONS": "0.5", "FACTBOT_SWEEP": "0.1"}
        async with on_stage(tmp_path, **settings) as (telegram, _):
            kim = telegram.private("Kim", "en")
            await kim.says("where did Altman meet Lee Jae-yong?")
            await kim.sees("*Seocho*")
            await kim.answered(await kim.presses("👍"))
            async with asyncio.timeout(PATIENCE):
                while str(kim.id) in kept(tmp_path):
                    await telegram.asks_inline(telegram.person("Ann"), "altman")  # time goes by, and the bot works

    asyncio.run(run())


def test_what_was_parked_and_cannot_be_read_is_passed_over_and_housekeeping_goes_on(tmp_path: Path) -> None:
    with contextlib.closing(Store(tmp_path / "store.sqlite")) as store:
        for key, body in enumerate(("[]", "no json", '{"update_id": 3, "message": {"text": "SECRET"}}'), 1):
            assert store.park(str(key), body)

        async def run() -> None:
            async with on_stage(tmp_path) as (telegram, bot):
                kim = telegram.private("Kim", "en")
                await kim.says("who met Altman?")
                await kim.sees("*Source:*")
                await kim.stays_quiet()
                assert store.parked() == []
                assert "background work failed" not in bot.said
                assert "SECRET" not in bot.said
                await bot.stop()
                assert "background work failed" not in bot.said

        asyncio.run(run())


def test_facts_are_loaded_anew_and_broken_ones_change_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        facts = tmp_path / "facts"
        shutil.copytree(FACTS, facts)
        names = facts / "names" / "names.yaml"
        async with on_stage(tmp_path, "--facts", str(facts)) as (telegram, _):
            olga = telegram.private(telegram.owner("Olga", "en"))
            await olga.says("what is the tea pavilion?")
            await olga.sees("*pavilion*")
            good = names.read_text(encoding="utf-8")
            new = good.replace("a library of tea", "a library of <tea> & cake").replace("Tea & Leaf", "tea pavilion")
            names.write_text(new, encoding="utf-8")
            await olga.says("/reload")
            await olga.sees(
                "Loaded. Stories: 3, facts: *, names: 3.*: 5, of * questions.*pavilion?*before: *now: *<tea> & cake*"
            )
            await olga.says("what is the tea library?")
            await olga.sees("*a library of <tea> & cake*")
            names.write_text(good + "\n  nonsense: [", encoding="utf-8")
            await olga.says("/reload")
            await olga.sees("Not loaded*names.yaml:*")
            await olga.says("what is the tea library?")
            await olga.sees("*a library of <tea> & cake*")
            assert not telegram.refused

    asyncio.run(run())


def test_what_was_asked_in_vain_is_grouped_with_counts(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path) as (telegram, _):
            for n, text in enumerate(
                ["is Blorbo in it?", "is Blorbo in it", "Is Blorbo in it??", "does Plimbo dance?"]
            ):
                chat = telegram.private(f"Person {n}", "en")
                await chat.says(text)
                await chat.sees("*")
            olga = telegram.private(telegram.owner("Olga", "en"))
            await olga.says("/unanswered")
            shown = await olga.sees("*3 × *Blorbo*1 × does Plimbo dance?*")
            assert shown.text.count("Blorbo") == 1

    asyncio.run(run())
