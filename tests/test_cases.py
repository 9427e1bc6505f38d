"""What the bot must say: cases/*.yaml are questions with what a right reply holds, dialogs/*.yaml are conversations.

A phrasing is added below the answer that it wants, a bug is added here before it is mended.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.answer import answer
from bot.learning.known import Known
from bot.learning.learn import know
from bot.loading.factfiles import load
from bot.ready import shipped
from bot.turn import LANGS, Lang, Memory, Reply, Status

HERE = Path(__file__).parent
TOLD = [Status.ANSWERED, Status.CORRECTED]


@pytest.fixture(scope="module")
def known() -> Known:
    return know(load(shipped()))


def cases() -> Iterator[Any]:
    """Every phrasing with what is wanted of its reply."""
    for file in sorted((HERE / "cases").glob("*.yaml")):
        for case in yaml.safe_load(file.read_text("utf-8")):
            unknown = case.keys() - {"about", "says", "not", "status", "reason", "read_as", "ask"}
            assert not unknown, f"{file.name}: {unknown}"
            for lang in LANGS:
                for text in case["ask"].get(lang, ()):
                    yield pytest.param(case, lang, text, id=f"{file.stem}-{text or 'nothing'}")


def dialogs() -> Iterator[Any]:
    """Every conversation."""
    for file in sorted((HERE / "dialogs").glob("*.yaml")):
        for dialog in yaml.safe_load(file.read_text("utf-8")):
            yield pytest.param(dialog["turns"], id=dialog["name"])


def in_language(wanted: Any, lang: Lang) -> list[str]:
    """What is wanted in that language: a text or texts, for both or by language."""
    if isinstance(wanted, dict):
        wanted = wanted.get(lang, [])
    return [wanted] if isinstance(wanted, str) else list(wanted or [])


def hold(wanted: Any, reply: Reply, lang: Lang) -> None:
    """See that a reply is as the case wants it."""
    assert reply.status in (in_language(wanted.get("status"), lang) or TOLD), reply
    assert wanted.get("reason") in (None, reply.reason), reply
    said = reply.answer.casefold()
    assert [text for text in in_language(wanted.get("says"), lang) if text.casefold() not in said] == [], reply
    assert [text for text in in_language(wanted.get("not"), lang) if text.casefold() in said] == [], reply
    read_as = (reply.read_as or "").casefold()
    assert all(text.casefold() in read_as for text in in_language(wanted.get("read_as"), lang)), reply


@pytest.mark.parametrize(("case", "lang", "text"), list(cases()))
def test_a_question_gets_the_reply_that_its_case_wants(case: Any, lang: Lang, text: str, known: Known) -> None:
    reply = answer(text, known)
    hold(case, reply, lang)
    assert reply.lang == lang
    assert bool(reply.reason) == (reply.status is Status.UNKNOWN)
    assert bool(reply.sources) == bool(reply.facts)


@pytest.mark.parametrize("turns", list(dialogs()))
def test_a_conversation_keeps_its_thread(turns: list[Any], known: Known) -> None:
    memory = Memory()
    for turn in turns:
        assert turn.keys() <= {"ask", "says", "not", "status", "reason", "lang"}
        reply = answer(turn["ask"], known, memory)
        memory = reply.memory
        hold(turn, reply, reply.lang)
        assert turn.get("lang") in (None, reply.lang)


def test_every_outcome_stands_in_the_cases() -> None:
    asked = [param.values[0] for param in cases()]
    assert {status for case in asked for status in in_language(case.get("status"), "en")} >= {"unknown", "chat"}
    reasons = {case.get("reason") for case in asked}
    assert reasons >= {"unknown_name", "not_stated", "not_related", "unreadable"}


@pytest.mark.parametrize(("case", "lang", "text"), list(cases()))
def test_a_chat_that_holds_to_the_other_language_is_told_the_same_facts(
    case: Any, lang: Lang, text: str, known: Known
) -> None:
    other: Lang = "en" if lang == "ko" else "ko"
    reply, pinned = answer(text, known), answer(text, known, Memory(lang=other))
    assert pinned.lang == other
    assert (pinned.status, pinned.facts) == (reply.status, reply.facts)
