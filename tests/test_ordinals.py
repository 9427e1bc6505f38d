"""The second, the third, ... of a row: as its author calls it, as it came, or by what it measures."""

from __future__ import annotations

import pytest
from questions.ask import known_of
from questions.bank import BASES

from bot.answer import answer
from bot.turn import Status


def answered(base: str, question: str) -> str:
    """What a base's bot tells."""
    reply = answer(question, known_of(BASES / base))
    assert reply.status is Status.ANSWERED
    return reply.answer


@pytest.mark.parametrize(
    ("base", "question", "told"),
    [
        ("trial", "when was hearing no. 2?", "October 17"),
        ("trial", "2번째 공판은 언제였어?", "2033년 10월 17일"),
        ("eruption", "when was eruption number three?", "May 13"),
        ("eruption", "맨 처음 분화한 게 언제야?", "2026년 5월 6일"),
    ],
)
def test_an_ordinal_that_its_author_wrote_is_asked_for_in_all_its_ways(base: str, question: str, told: str) -> None:
    assert answered(base, question).startswith(told)


@pytest.mark.parametrize(
    ("base", "question", "told"),
    [
        ("library", "which branch was the second to open?", "Hilltop"),
        ("library", "세 번째로 연 지점은 어디야?", "역전"),
        ("concert", "where is the third concert?", "Osaka"),
        ("merger", "두 번째 승인은 언제야?", "2027년 4월 23일"),
        ("startup", "how much was the second round?", "15 billion"),
        ("concert", "where is the next to last concert?", "Taipei"),
        ("concert", "끝에서 두 번째 공연은 어디야?", "타이베이"),
    ],
)
def test_the_nth_is_counted_in_the_order_of_time(base: str, question: str, told: str) -> None:
    assert answered(base, question).startswith(told)


@pytest.mark.parametrize(
    ("base", "question", "told"),
    [
        ("zoo", "which is the second heaviest animal?", "Taro"),
        ("eruption", "what was the second largest donation?", "South Korea"),
        ("eruption", "두 번째로 큰 대피소는?", "하버 전시관"),
        ("museum", "what was the second most expensive purchase?", "Letter to the Tide"),
        ("league", "관중이 두 번째로 많은 경기는?", "2031년 3월 15일"),
    ],
)
def test_the_nth_most_goes_by_the_measure(base: str, question: str, told: str) -> None:
    assert answered(base, question).startswith(told)


@pytest.mark.parametrize(
    ("base", "question"),
    [
        ("trial", "when was the fourth hearing?"),
        ("trial", "4차 공판은 언제?"),
        ("eruption", "the sixth largest shelter"),
        ("eruption", "which village was evacuated second?"),
    ],
)
def test_what_no_row_has_at_that_place_is_not_told(base: str, question: str) -> None:
    assert answer(question, known_of(BASES / base)).status is Status.UNKNOWN
