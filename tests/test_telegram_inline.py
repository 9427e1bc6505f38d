"""Inline results are the asker's own, the same for the same question, few enough, and whole messages."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from botapi import faults, on_stage

TEA = ("--facts", str(Path(__file__).parent / "telegram" / "facts"))


def test_results_are_personal_and_their_ids_stay(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path) as (telegram, _):
            kim, ann = telegram.person("Kim", "ko"), telegram.person("Ann", "en")
            for query in ("who met Altman?", "올트먼 누구 만났어?", "altman", "삼성", "", "zzzz"):
                first = await telegram.asks_inline(kim, query)
                again = await telegram.asks_inline(kim, query)
                other = await telegram.asks_inline(ann, query)
                ids = [[result["id"] for result in ask.results] for ask in (first, again, other)]
                assert ids[0] == ids[1], query
                assert all(len(set(some)) == len(some) <= 50 for some in ids)
                for ask in (first, other):
                    assert ask.answer
                    assert ask.answer["is_personal"] is True
                    assert ask.answer["cache_time"] <= 300
                    assert all(result["input_message_content"]["message_text"] for result in ask.results)
            assert not telegram.refused

    asyncio.run(run())


@pytest.mark.parametrize(
    ("plain", "typed"),
    [
        ("altman", ["altman?", "Altman!", "“Altman”", "altman,"]),
        ("올트먼", ["올트먼은", "올트먼이", "올트먼을?", "올트먼의"]),
    ],
)
def test_signs_and_particles_hide_no_fact(tmp_path: Path, plain: str, typed: list[str]) -> None:
    async def run() -> None:
        async with on_stage(tmp_path) as (telegram, _):
            kim = telegram.person("Kim", "ko")

            async def found(query: str) -> set[str]:
                ask = await telegram.asks_inline(kim, query)
                return {result["title"] for result in ask.results}

            facts = await found(plain)
            assert len(facts) > 5
            for query in typed:
                assert facts <= await found(query), query

    asyncio.run(run())


def test_all_pages_together_hold_each_fact_once(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path, *TEA) as (telegram, _):
            ann = telegram.person("Ann", "en")
            titles: list[str] = []
            offset = ""
            while True:
                page = await telegram.asks_inline(ann, "oolong", offset)
                assert page.answer
                assert page.results
                titles += page.titles
                offset = page.answer.get("next_offset", "")
                if not offset:
                    break
            shelves = [title for title in titles if "Shelf" in title]
            assert len(shelves) == len(set(shelves)) == 55
            assert not telegram.refused

    asyncio.run(run())


def test_an_inline_answer_waits_for_nobody(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path, FACTBOT_SLOTS="2") as (telegram, _):
            chats = [telegram.private(f"Person {n}", "en") for n in range(4)]
            fault = telegram.fail("sendMessage", faults.held(), times=100)
            for chat in chats:
                await chat.says("hello")
            await telegram.until(lambda: fault.met == 2)  # all slots are taken
            ask = await telegram.asks_inline(telegram.person("Ann", "en"), "altman")
            assert ask.results
            assert fault.hold
            fault.hold.set()
            for chat in chats:
                await chat.sees("*")

    asyncio.run(run())


def test_an_inline_question_that_fails_once_is_answered_at_the_second_try(tmp_path: Path) -> None:
    async def run() -> None:
        async with on_stage(tmp_path) as (telegram, _):
            for fault in (faults.bad_gateway(), faults.dropped(), faults.server_error()):
                telegram.fail("answerInlineQuery", fault)
                assert (await telegram.asks_inline(telegram.person("Ann", "en"), "altman")).results

    asyncio.run(run())
