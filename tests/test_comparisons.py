"""Facts held side by side by what they measure: the most and the least, and one against another. Asked of the zoo."""

from __future__ import annotations

import pytest
from questions.ask import known_of
from questions.bank import BASES

from bot.answer import answer
from bot.learning.known import Known
from bot.turn import Status


def zoo() -> Known:
    """The fixture base with animals of several ages and weights."""
    return known_of(BASES / "zoo")


def answered(question: str) -> str:
    """What the zoo's bot tells."""
    reply = answer(question, zoo())
    assert reply.status is Status.ANSWERED
    return reply.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which is the heaviest animal?", "Gaon"),
        ("which animal is the lightest?", "Bandi"),
        ("who's the oldest animal?", "Taro"),
        ("which animal is the youngest?", "Mori"),
        ("제일 무거운 동물은?", "가온"),
        ("제일 가벼운 동물은?", "반디"),
    ],
)
def test_a_superlative_goes_by_the_measure_that_its_adjective_names(question: str, told: str) -> None:
    assert answered(question).startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which is heavier, Mori or Taro?", "Taro"),
        ("who is younger, Mori or Gaon?", "Mori"),
        ("모리랑 가온 중에 누가 더 어려?", "모리"),
        ("is Taro older than Gaon?", "Yes"),
        ("is Mori heavier than Gaon?", "No"),
        ("가온이가 타로보다 무거워?", "네"),
        ("타로가 가온보다 무거워?", "아니요"),
    ],
)
def test_two_are_held_against_one_another(question: str, told: str) -> None:
    assert answered(question).startswith(told)


@pytest.mark.parametrize("question", ["who is the most?", "최순실이 누구야?", "제일은?"])
def test_the_most_of_nothing_is_not_answered(question: str) -> None:
    assert answer(question, zoo()).status is Status.UNKNOWN


def test_what_no_fact_measures_is_not_compared() -> None:
    assert answer("who is taller, Mori or Gaon?", zoo()).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("코끼리를 먹이는 사람이 한아름인지 오동민인지 헷갈려요", "한아름입니다."),
        ("가온은 배로 온 건지 비행기로 온 건지 알려주세요", "배입니다."),
        ("펭귄 먹이 시간이 11시인지 12시인지 모르겠어요", "오전 11시입니다."),
        ("노을이 이미 온 건지 아니면 내년에 오는 건지 궁금합니다", "2034년 4월입니다."),
    ],
)
def test_of_two_korean_questions_that_are_only_to_be_told_the_one_that_holds_is(question: str, told: str) -> None:
    assert answered(question) == told


def test_other_places_than_one_are_told_by_the_other_facts() -> None:
    told = answered("수달 물굽이 말고 어디서 먹이를 줘")
    assert [place in told for place in ("펭귄 해안", "코끼리 언덕", "수달 물굽이")] == [True, True, False]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("타로랑 가온 중에 무거운 쪽은?", "가온"),
        ("타로랑 가온 중에 더 무거운 건?", "가온"),
        ("타로랑 가온 중에 가벼운 동물은", "타로"),
        ("타로랑 가온 중에 나이가 더 많은 쪽은", "타로"),
        ("타로랑 가온 중에 누가 나이 많아", "타로"),
    ],
)
def test_of_two_in_korean_the_heavy_one_is_the_heavier(question: str, says: str) -> None:
    assert answered(question).startswith(says)


def in_concert(question: str) -> str:
    """What the bot of the band tells."""
    reply = answer(question, known_of(BASES / "concert"))
    assert reply.status is Status.ANSWERED
    return reply.answer


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("전작보다 이번 앨범 트랙 수가 더 많아?", "아니요"),
        ("이번 앨범 트랙 수가 전작보다 더 많아?", "아니요"),
        ("블루 오차드가 글래스 타이드보다 곡 수가 많아?", "네"),
        ("Does Glass Tide have more tracks than Blue Orchard?", "No."),
        ("글래스 타이드랑 블루 오차드 중에 곡 수가 많은 건?", "루미베일의 정규 1집"),
    ],
)
def test_what_is_counted_is_no_side_of_a_comparison(question: str, says: str) -> None:
    assert in_concert(question).startswith(says)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("election", "who got more votes, Yoon or Han?", "Yoon"),
        ("election", "who got fewer votes, Han or Seo?", "Seo"),
        ("election", "did Han get more votes than Yoon?", "No."),
        ("election", "Which has the bigger share, Han Do-yeon or Seo Ba-reum?", "Han"),
        ("election", "표 제일 많은 사람은?", "푸른항구당 윤태겸"),
        ("league", "득점 가장 많은 구단", "달래 폭스"),
        ("league", "which club has the fewest goals", "Mireu Rovers"),
        ("market", "칼국수하고 고등어구이 중에 뭐가 더 싸?", "칼국수"),
        ("concert", "글래스 타이드하고 블루 오차드 중 어디가 판매량 적어?", "루미베일의 정규 1집"),
        ("dig", "설인대학교가 베르홀름대학교보다 인원 많아?", "네"),
    ],
)
def test_of_two_whoever_has_more_of_what_is_said_is_told(base: str, question: str, says: str) -> None:
    reply = answer(question, known_of(BASES / base))
    assert reply.status is Status.ANSWERED
    assert reply.answer.startswith(says)


@pytest.mark.parametrize(
    ("base", "question", "told"),
    [
        ("eruption", "where was the ash thinnest?", "Ash lay 2 cm deep in Port Elvane"),
        ("eruption", "which eruption was the shortest?", "Mount Kervane erupted on May 6"),
        ("eruption", "제일 조금 낸 곳은?", "가수 주노 애스터"),
        ("zoo", "제일 어린 동물은?", "모리"),
    ],
)
def test_the_small_end_of_a_scale_is_of_the_same_measure(base: str, question: str, told: str) -> None:
    assert answer(question, known_of(BASES / base)).answer.startswith(told)


def test_no_other_measure_stands_in_for_the_one_that_is_asked() -> None:
    assert answer("which phone is the thickest?", known_of(BASES / "gadget")).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("zoo", "타로는 가온이랑 비교하면 더 무거워?", "아니요"),
        ("zoo", "가온이는 타로에 비해 더 무거워?", "네"),
        ("zoo", "compared to Gaon, is Taro older?", "Yes"),
        ("zoo", "is Mori heavier compared with Gaon?", "No"),
        ("concert", "이번 앨범은 전작에 비하면 트랙이 더 적어?", "네"),
        ("league", "compared with Mireu, did Dalle score more goals?", "Yes"),
        ("league", "미르랑 비교하면 달래가 골을 더 넣었어?", "네"),
    ],
)
def test_what_something_is_compared_with_is_what_it_is_held_against(base: str, question: str, says: str) -> None:
    assert answer(question, known_of(BASES / base)).answer.startswith(says)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("chess", "우승자는 몇 점으로 끝냈어요?", "6.5점"),
        ("chess", "31수 만에 끝난 경기는 누구랑 누구", "페트로사"),
        ("merger", "솔뫼은행 주식 그날 종가 얼마로 끝났나", "2만4300"),
    ],
)
def test_that_something_ended_at_a_figure_asks_for_no_end(base: str, question: str, says: str) -> None:
    assert says in answer(question, known_of(BASES / base)).answer
