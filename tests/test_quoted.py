"""A quotation tells by itself who said it: word for word, with marks or without, in both languages."""

from __future__ import annotations

import pytest
from questions.ask import known_of
from questions.bank import BASES

from bot.answer import answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ('"take your neighbour" - who said that', "Corin Halbeck"),
        ("who said take your neighbour?", "Corin Halbeck"),
        ('who said "a fourth eruption cannot be ruled out"?', "Teo Vandry"),
        ('"네 번째 분화를 배제할 수 없다"라고 말한 사람은 누구야?', "테오 밴드리"),
        ("‘이웃을 데리고 나오십시오’ 누가 한 말이야?", "코린 핼벡"),
        ("여섯 시간을 벌었다라고 누가 말했어?", "일사 매로"),
    ],
)
def test_who_said_it_is_told(question: str, told: str) -> None:
    assert answer(question, known_of(BASES / "eruption")).answer.startswith(told)


@pytest.mark.parametrize("question", ['who heard "take your neighbour"?', 'did Runa Tolvey say "take your neighbour"?'])
def test_who_said_it_is_no_answer_to_another_question(question: str) -> None:
    assert "Halbeck" not in answer(question, known_of(BASES / "eruption")).answer
