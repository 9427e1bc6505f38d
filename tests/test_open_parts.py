"""What a source says is not disclosed or not decided yet, plans that are still to come, and what one may do."""

from __future__ import annotations

from functools import cache

import pytest
from written import made

from bot.answer import answer
from bot.learning.known import Known
from bot.turn import Status

NAMES = """
people:
  kim-minji: {name: {en: Kim Minji, ko: 김민지}, exact: {en: [Kim]}, title: {en: mayor, ko: 시장}}
organisations:
  maple-library: {name: {en: Maple Library, ko: 단풍도서관}, kind: {en: [library], ko: [도서관]}}
  boat-club: {name: {en: Boat Club, ko: 보트클럽}}
"""
QUESTIONS = """
parts:
  books: {type: amount, asks: [how_many], words: {en: [books], ko: [책, 장서]}, say: {en: "{value} books.", ko: "{value}권입니다."}}
  architect: {type: person, role: by, asks: [who], words: {en: [architect, design], ko: [건축가, 설계하다]}}
  again: {type: flag, words: {en: [return, come back], ko: [돌아오다, 다시]}}
kinds:
  opening:
    title: {en: opening, ko: 개관}
    words: {en: [open, opening], ko: [열다, 개관하다, 개관, 개관식]}
    say: {en: "{who} opened {what} on {when}.", ko: "{who}이 {when} {what}을 열었습니다."}
  rescue:
    title: {en: rescue, ko: 구출}
    words: {en: [rescue], ko: [구출하다, 구출]}
    say: {en: "{who} is to rescue {what}.", ko: "{who}이 {what}을 구출합니다."}
  rule:
    title: {en: rule, ko: 규칙}
    words: {en: [rule], ko: [규칙]}
    say: {en: "The fine is {how_much}.", ko: "과태료는 {how_much}입니다."}
"""
STORIES = """
story: maple
title: {en: the opening, ko: 개관}
date: 2031-05-02
main: first-opening
subject: maple-library
source: {outlet: {en: Herald (invented), ko: 신문(지어낸)}}
facts:
  first-opening:
    kind: opening
    title: {en: the opening, ko: 개관식}
    who: kim-minji
    what: maple-library
    when: 2031-05-02
    withheld: [how_much, books, architect]
  swan:
    kind: rescue
    title: {en: the rescue, ko: 구출}
    sure: planned
    who: boat-club
    what: {en: a swan, ko: 백조}
    undecided: [when, where, how_long, again]
  goose: {kind: rescue, title: {en: the second rescue, ko: 두 번째 구출}, what: {en: a goose, ko: 거위}, withheld: [who], when: 2031-05-01}
  smoking:
    kind: rule
    title: {en: smoking, ko: 흡연}
    allowed: no
    how_much: 50,000 KRW
    words: {en: [smoke, smoking], ko: [담배, 피우다, 흡연]}
"""


@cache
def library() -> Known:
    """A base with parts that its source says it does not tell."""
    return made(names=NAMES, questions=QUESTIONS, stories=STORIES)


def told(question: str) -> str:
    """What the library's bot answers."""
    reply = answer(question, library())
    assert reply.status is Status.ANSWERED, reply
    return reply.answer


@pytest.mark.parametrize(
    "question",
    [
        "how much did the opening of the library cost?",
        "how many books does the library have?",
        "who designed the library?",
        "개관에 돈 얼마 들었어?",
        "개관식 책 몇 권이야",
        "건축가 누구야",
    ],
)
def test_what_is_withheld_is_told_to_be_so(question: str) -> None:
    assert told(question) in ("That is not disclosed.", "공개되지 않았습니다.")


@pytest.mark.parametrize(
    "question",
    [
        "when will the swan be rescued?",
        "where is the rescue",
        "how long will the rescue take?",
        "백조 구출 언제 해?",
        "구출 장소는 어디야",
    ],
)
def test_what_is_undecided_is_told_to_be_so(question: str) -> None:
    assert told(question) in ("That is not decided yet.", "아직 정해지지 않았습니다.")


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("was the cost of the opening disclosed?", "No. That"),
        ("is the architect known?", "No. That"),
        ("was the opening cost kept secret?", "Yes. That"),
        ("has the date of the rescue been decided?", "No. That"),
        ("is it decided when the swan rescue will be?", "No. That"),
        ("개관 비용은 공개됐나요?", "아니요, 공개"),
        ("구출 날짜 정해졌어?", "아니요, 아직"),
        ("구출 날짜 아직 미정이야?", "네, 아직"),
        ("was the library designed by Kim?", "That is not disclosed."),
        ("will the swan rescue return?", "That is not decided yet."),
        ("백조 구출 다시 해?", "아직 정해지지 않았습니다."),
        ("who rescued the goose?", "That is not disclosed."),
        ("거위 누가 구출했어?", "공개되지 않았습니다."),
    ],
)
def test_whether_it_was_disclosed_or_decided_is_yes_or_no(question: str, says: str) -> None:
    assert told(question).startswith(says)


@pytest.mark.parametrize("question", ["will the swan be rescued on May 5?", "did the opening cost 3 million won?"])
def test_a_figure_or_day_of_what_is_open_is_not_confirmed(question: str) -> None:
    assert answer(question, library()).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("was the swan rescued?", "Not yet."),
        ("is the swan rescued yet?", "Not yet."),
        ("백조 구출됐어?", "아니요, 아직입니다."),
        ("will the swan be rescued?", "Yes."),
        ("was the library opened?", "Yes."),
    ],
)
def test_a_plan_is_not_yet_done(question: str, says: str) -> None:
    assert told(question).startswith(says)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("can I smoke?", "No."),
        ("is smoking allowed?", "No."),
        ("is smoking forbidden?", "Yes."),
        ("담배 피워도 돼?", "아니요"),
        ("흡연 금지야?", "네"),
    ],
)
def test_what_one_may_do_is_told_by_the_rule(question: str, says: str) -> None:
    assert told(question).startswith(says)
