"""Other stories are other YAML: every fact base here is in order, and the fixtures are invented and have questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from questions.bank import BASES, read_set

from bot.answer import answer
from bot.check import must_mend
from bot.factfiles import load
from bot.learn import know
from bot.ready import shipped
from bot.turn import LANGS, Status

NAMES = sorted(folder.name for folder in BASES.iterdir() if folder.is_dir())


@pytest.mark.parametrize("folder", [shipped(), *(BASES / name for name in NAMES)], ids=["shipped", *NAMES])
def test_the_base_has_no_error(folder: Path) -> None:
    assert [str(problem) for problem in must_mend(know(load(folder)), folder)] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_base_is_marked_as_invented(name: str) -> None:
    texts = [file.read_text("utf-8") for file in (BASES / name).rglob("*.yaml")]
    assert any("invented" in text.casefold() for text in texts)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", LANGS)
def test_the_base_has_its_questions(name: str, lang: str) -> None:
    cases = [case for case in read_set(name) if case.lang == lang]
    assert len(cases) >= 40
    assert any(not case.answerable for case in cases)


def told(base: str, question: str) -> str:
    """What a base's bot answers."""
    reply = answer(question, know(load(BASES / base)))
    assert reply.status is Status.ANSWERED, reply
    return reply.answer


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("museum", "When was the museum founded?", "May 5, 1968"),
        ("museum", "박물관은 언제 설립됐어?", "1968년 5월 5일"),
        ("league", "When was Dallae Foxes founded?", "1994"),
        ("league", "달래 폭스는 언제 창단됐어?", "1994년"),
    ],
)
def test_what_was_done_to_the_only_one_in_a_fact_is_told(base: str, question: str, says: str) -> None:
    assert says in told(base, question)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("zoo", "is Taro more than 10 years old?", "Yes. "),
        ("zoo", "Does Gaon weigh less than 1000 kg?", "No. "),
        ("zoo", "타로는 10살 이상이야?", "네, "),
        ("museum", "does the museum close before 7 p.m.?", "Yes. "),
        ("museum", "is the cafe open after 5pm?", "Yes. "),
        ("museum", "is the cafe open before 10?", "No. "),
        ("museum", "입장료가 만원 넘어?", "아니요, "),
        ("festival", "did Dotori Soda put in more than 300 million won?", "Yes. "),
    ],
)
def test_a_bound_holds_for_whatever_a_base_measures(base: str, question: str, says: str) -> None:
    assert told(base, question).startswith(says)
