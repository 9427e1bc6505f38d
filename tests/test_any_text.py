"""Whatever is typed: one reply, never an exception, and the same bytes for the same question."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.answer import answer
from bot.learning.known import Known
from bot.learning.learn import know
from bot.loading.factfiles import load
from bot.ready import shipped
from bot.turn import LANGS, Memory, Reply, Status

SEVERAL = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

KEYS = "".join(
    [
        "who met where 누구 만났어 어디서 ",
        "ㄱㄴㅏㅣ가힣",
        "?!.,'\"-&<>%$€₩()/\\\n\t ",
        "0123456789",
        "AaéÅßø ",
        "🙃\u200b\u202e\ud800",
    ]
)
"""Letters that come near to questions, and those that break programs."""


@pytest.fixture(scope="module")
def known() -> Known:
    return know(load(shipped()))


WORDS = sorted(
    {word for story in load(shipped()).stories.values() for e in story.expected for word in e.ask.split()}
    | {name.name[lang] for name in load(shipped()).names.values() for lang in LANGS}
)

ANY_TEXT = st.one_of(
    st.text(max_size=80),
    st.text(st.sampled_from(KEYS), max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=5).map("".join),
)
MEMORIES = st.builds(
    Memory,
    lang=st.sampled_from([None, *LANGS]),
    facts=st.lists(st.sampled_from(["no-such-fact", *load(shipped()).facts]), max_size=3).map(tuple),
    names=st.lists(st.sampled_from(["no-such-name", *load(shipped()).names]), max_size=3).map(tuple),
    kinds=st.lists(st.sampled_from(["no-such-kind", *load(shipped()).kinds]), max_size=2).map(tuple),
    parts=st.lists(st.sampled_from(["no-such-part", *load(shipped()).parts]), max_size=2).map(tuple),
    choices=st.lists(st.text(max_size=20), max_size=3).map(tuple),
    said=st.sampled_from([None, *LANGS]),
    turns=st.integers(0, 12),
)


def whole(reply: Reply) -> None:
    """See that a reply has all that the contract promises."""
    assert reply.answer.strip()
    assert reply.lang in LANGS
    assert (reply.reason is None) == (reply.status is not Status.UNKNOWN)
    assert bool(reply.choices) == (reply.status is Status.CLARIFY)
    assert len(reply.suggestions) <= 3
    assert not reply.residue or reply.status in (Status.UNKNOWN, Status.CLARIFY), "a fact was told beside a residue"
    json.dumps(reply.json())
    assert Memory.load(json.loads(json.dumps(reply.memory.dump()))) == reply.memory


@SEVERAL
@given(ANY_TEXT)
@example("")
@example("2")
@example("\0")
@example("\ud800")
@example("&" * 300)
@example("가" * 300)
@example("who " * 100)
@example("누구" * 100)
def test_any_text_gets_one_whole_reply(known: Known, text: str) -> None:
    reply = answer(text, known)
    assert reply.question == text
    whole(reply)


@SEVERAL
@given(ANY_TEXT, MEMORIES)
@example("who's the chairman?", Memory(names=("no-such-name",)))
@example("회장은 누구야?", Memory(names=("no-such-name",)))
def test_so_it_does_whatever_is_remembered(known: Known, text: str, memory: Memory) -> None:
    reply = answer(text, known, memory)
    whole(reply)
    assert reply.lang == (memory.lang or reply.lang), "the pinned language is kept"


@SEVERAL
@given(st.lists(ANY_TEXT, min_size=2, max_size=5))
def test_the_same_questions_get_the_same_bytes(known: Known, texts: list[str]) -> None:
    def talk(known: Known) -> str:
        memory, said = Memory(), []
        for text in texts:
            reply = answer(text, known, memory)
            memory = reply.memory
            said.append(repr(reply))
        return "\n".join(said)

    assert talk(known) == talk(known)


def test_another_process_gives_the_same_bytes() -> None:
    """Sets and dictionaries are ordered anew in each process; no answer may depend on it."""
    asked = [e.ask for story in load(shipped()).stories.values() for e in story.expected]
    feed = "".join(json.dumps({"text": text}) + "\n" for text in [*asked, *WORDS])
    runs = [
        subprocess.run(
            [sys.executable, "-m", "bot", "ask", "--jsonl"],
            input=feed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "XDG_CACHE_HOME": "relative, so never used"},
        ).stdout
        for seed in ("1", "2", "3")
    ]
    assert runs[0] == runs[1] == runs[2]


@pytest.mark.parametrize("size", [100, 1000, 4096])
@pytest.mark.parametrize("text", ["&", "<b>", "가", "who ", "올", "a", "1", "ㅋ", "dhfxmaj", "'s "])
def test_a_page_of_text_is_read_in_time(known: Known, text: str, size: int) -> None:
    assert seconds((text * size)[:size], known) < 1


@pytest.mark.parametrize("size", [80, 300])
def test_hangul_without_any_space_or_sense_is_read_in_time(known: Known, size: int) -> None:
    dice = random.Random(size)
    assert seconds("".join(chr(dice.randint(ord("가"), ord("힣"))) for _ in range(size)), known) < 1


def seconds(text: str, known: Known) -> float:
    """The time that the answer takes, of the processor alone."""
    began = time.process_time()
    whole(answer(text, known))
    return time.process_time() - began
