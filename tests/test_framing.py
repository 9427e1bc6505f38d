"""What people put around a question changes nothing of the answer."""

from __future__ import annotations

import pytest
from questions.ask import known_of
from questions.bank import read_set

from bot.answer import answer
from bot.hear import hear
from bot.ready import shipped
from bot.turn import LANGS, Lang

AROUND = {
    "en": (
        "Hi there! {}",
        "I have a question: {}",
        "quick question - {}",
        "My boss wants to know: {}",
        "Dear Sir or Madam, {}",
        "asking for a friend: {}",
        "{} thanks",
        "{} cheers mate",
        "{} Thank you very much in advance!",
    ),
    "ko": (
        "안녕하세요! {}",
        "저기요, {}",
        "질문 있어요. {}",
        "궁금한 게 있는데 {}",
        "죄송한데 {}",
        "실례합니다, {}",
        "친구가 물어보는데 {}",
        "{} 감사합니다",
        "{} 고마워!",
    ),
}


@pytest.mark.parametrize(("lang", "around"), [(lang, around) for lang in LANGS for around in AROUND[lang]])
def test_courtesy_around_a_question_changes_nothing_of_the_answer(lang: Lang, around: str) -> None:
    known = known_of(shipped())
    other = {}
    for case in read_set("dev"):
        if case.lang == lang and case.answerable and case.chat is None:
            bare, framed = (answer(text, known) for text in (case.asked, around.format(case.asked)))
            if (bare.status, bare.answer) != (framed.status, framed.answer):
                other[framed.question] = framed.answer
    assert other == {}


@pytest.mark.parametrize(
    ("text", "proper"),
    [
        ("Hello! Who met Altman? Thanks.", "Who met Altman?"),
        ("감사합니다", "감사합니다"),
        ("'Wonderful' - who said that?", "'Wonderful' - who said that?"),
        ("Kakao, who is its CEO?", "Kakao, who is its CEO?"),
    ],
)
def test_only_courtesy_is_taken_off(text: str, proper: str) -> None:
    assert hear(text, known_of(shipped())).text == proper
