"""A word that nothing accounts for is passed over where the fact that is told says it itself, and nowhere else."""

from __future__ import annotations

import pytest
from questions.ask import known_of
from questions.bank import BASES

from bot.answer import answer
from bot.turn import Status


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("film", "for how many days was the shoot interrupted by the typhoon?", "9 days"),
        ("gadget", "Besides the singer, who else was an invited guest at the launch?", "Sato"),
        ("strike", "In which room did the failed session of 16 March take place?", "Room 2"),
        ("eruption", "is it ok to drink from the tap in port elvane", "Yes"),
        ("concert", "멤버들 계약 언제까지래요? 대표가 말했다던데", "2030년 3월"),
    ],
)
def test_a_word_that_what_is_told_says_itself_keeps_nobody_from_it(base: str, question: str, says: str) -> None:
    assert says in answer(question, known_of(BASES / base)).answer


@pytest.mark.parametrize(
    ("base", "question"),
    [
        (
            "summit",
            "곡물 관세는 얼마나 줄이기로 했대?",
        ),  # how long the talks were, which another part's text would let pass
        ("strike", "18일 시청 협상에서 시장이 오기 전부터 앉아있던 세 사람은요?"),
        ("gadget", "who was not an invited guest at the launch?"),
        ("film", "was the shoot interrupted by the landlord?"),
        ("park", "how many rescue missions in January?"),
    ],
)
def test_what_is_asked_and_what_is_denied_is_never_passed_over(base: str, question: str) -> None:
    assert answer(question, known_of(BASES / base)).status is Status.UNKNOWN
