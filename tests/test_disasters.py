"""What people ask of a disaster: who died, what was last before it, who may order what. Asked of the eruption, the zoo and the museum."""

from __future__ import annotations

import pytest
from questions.ask import known_of
from questions.bank import BASES

from bot.answer import answer
from bot.turn import Status


@pytest.mark.parametrize(
    ("base", "question", "told"),
    [
        ("eruption", "Who died?", "Pell Garrone and Mira Stant"),
        ("eruption", "how long did the last eruption last?", "5 hours"),
        ("eruption", "when did the volcano last erupt before this month?", "In 1961"),
        (
            "eruption",
            "which eruption was the last before this month?",
            "Before this month Mount Kervane last erupted in 1961",
        ),
        ("eruption", "who may order people to leave?", "Corin Halbeck"),
        ("eruption", "did 34 people die in May?", "No."),
        ("eruption", "who's the boss of the volcano observatory", "Ilsa Marrow"),
        ("zoo", "who's the boss of the zoo?", "Yoon Seri"),
        ("zoo", "who runs the zoo?", "Yoon Seri"),
    ],
)
def test_it_is_told(base: str, question: str, told: str) -> None:
    reply = answer(question, known_of(BASES / base))
    assert reply.status is Status.ANSWERED
    assert reply.answer.startswith(told)


@pytest.mark.parametrize(
    ("base", "question"),
    [
        ("eruption", "how many people have been moved out altogether, from all the villages?"),
        ("eruption", "how many people were warned?"),
        ("museum", "did the museum buy a jar in March?"),
    ],
)
def test_who_did_it_or_in_which_year_is_no_answer(base: str, question: str) -> None:
    assert answer(question, known_of(BASES / base)).status is Status.UNKNOWN
