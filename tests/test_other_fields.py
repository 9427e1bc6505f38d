"""Plain questions of other fields: what a base has words of its own for, whatever they are in the language at large."""

from __future__ import annotations

import pytest
from questions.ask import known_of
from questions.bank import BASES

from bot.answer import answer
from bot.turn import Status

TOLD = [Status.ANSWERED, Status.CORRECTED]


def told(base: str, question: str) -> str:
    """What a base's bot tells; "" where it tells nothing."""
    reply = answer(question, known_of(BASES / base))
    return reply.answer if reply.status in TOLD else ""


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("zoo", "where did they find Mori?", "kitchen"),
        ("zoo", "모리 어디서 찾았어?", "주방"),
        ("zoo", "반디 엄마는 누구야?", ""),
    ],
)
def test_a_word_of_courtesy_that_a_base_has_for_a_part_is_no_courtesy(base: str, question: str, says: str) -> None:
    assert says in told(base, question) if says else not told(base, question)


@pytest.mark.parametrize("question", ["how much does the Nabi 4 cost?", "나비 4 얼마야?", "돌북 15는 언제 나와?"])
def test_another_number_of_a_series_is_an_unknown_name(question: str) -> None:
    reply = answer(question, known_of(BASES / "gadget"))
    assert reply.status is Status.UNKNOWN
    assert any(digits in reply.answer for digits in ("Nabi 4", "나비 4", "돌북 15"))


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("film", "달무리필름은 언제 설립됐어?", "2011년"),
        ("film", "달무리필름이 언제 설립됐나요?", "2011년"),
        ("film", "달무리필름은 언제 세워졌어?", "2011년"),
        ("film", "달무리필름은 언제 생겼어?", "2011년"),
        ("film", "달무리필름은 누가 세웠어?", "서하진"),
    ],
)
def test_a_korean_verb_of_becoming_tells_of_what_it_was_done_to(base: str, question: str, says: str) -> None:
    assert says in told(base, question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who got the Little Tern?", "Riverside High School"),
        ("who received the Little Tern?", "Riverside High School"),
        ("who gave the Little Tern?", "Heron Rowing Club"),
        ("what did Riverside get?", "Little Tern"),
        ("who got the Morning Star?", "Mirae University"),
        ("who bought the Little Tern?", ""),
    ],
)
def test_the_verb_of_the_other_side_of_a_deed_need_not_be_written_down(question: str, says: str) -> None:
    assert says in told("regatta", question) if says else not told("regatta", question)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("regatta", "what did the boat hit?", "buoy"),
        ("regatta", "배가 뭐에 부딪혔어?", "부표"),
        ("market", "what did the winner cook?", "shrimp dumplings"),
        ("market", "what did the winner get?", "3 million won"),
        ("market", "what did the winner say?", ""),
    ],
)
def test_whoever_does_it_is_not_what_it_was_done_to(base: str, question: str, says: str) -> None:
    assert says in told(base, question) if says else not told(base, question)


@pytest.mark.parametrize(
    ("base", "question", "denies"),
    [
        ("gadget", "나비 3 때문에 다친 사람 있나요?", "아니요"),
        ("zoo", "모리 탈출 때 다친 사람 누구야?", "그렇지는 않습니다"),
        ("zoo", "다친 사람이 누구였어?", "그렇지는 않습니다"),
    ],
)
def test_nobody_is_told_for_those_of_whom_the_base_says_that_there_were_none(
    base: str, question: str, denies: str
) -> None:
    assert told(base, question).startswith(denies)


@pytest.mark.parametrize("question", ["how many Dolbook 14 were sold?", "돌북 14는 몇 대 팔렸어?"])
def test_how_many_is_not_told_by_a_measure(question: str) -> None:
    assert not told("gadget", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who is the prime minister of Karsenia?", "Tomas Brek"),
        ("who is the prime minister of Lundria?", ""),
        ("who is the president of Karsenia?", ""),
        ("who is the president of Lundria?", "Ines Dalvor"),
        ("카르세니아 총리는 누구야?", "토마스 브레크"),
        ("룬드리아 총리는 누구야?", ""),
        ("벨모라 총리가 누구야?", ""),
    ],
)
def test_who_holds_a_title_elsewhere_is_not_told_for_this_house(question: str, says: str) -> None:
    assert says in told("summit", question) if says else not told("summit", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("which film had the most viewers?", "The Ninth Bell drew"),
        ("which film had the fewest viewers?", "Thirteen Umbrellas drew"),
    ],
)
def test_the_most_of_a_thing_is_of_the_figures_of_that_thing(question: str, says: str) -> None:
    assert says in told("film", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("what did Varga do after meeting Brek?", "Dalvor"),
        ("who came next on Varga's schedule after Brek?", "Dalvor"),
        ("바르가는 브레크 만난 다음에 뭐 했어?", "달보르"),
        ("what did Varga eat after meeting Brek?", ""),
    ],
)
def test_what_somebody_did_next_is_the_next_event_of_his_day(question: str, says: str) -> None:
    assert says in told("summit", question) if says else not told("summit", question)
