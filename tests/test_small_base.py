"""A small base of a cycling club, written as facts/README.md says: ways of asking that the larger ones do not have."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.answer import answer
from bot.factfiles import load
from bot.known import Known
from bot.learn import know
from bot.turn import Status

NAMES = """
people:
  noh-jiwon: {name: {en: Noh Jiwon, ko: 노지원}, exact: {en: [Noh]}, title: {en: rider, ko: 선수}, of: bora-cycling}
  ada-quist: {name: {en: Ada Quist, ko: 아다 퀴스트}, exact: {en: [Quist], ko: [퀴스트]}, title: {en: coach, ko: 감독}, of: bora-cycling, country: denmark}
organisations:
  bora-cycling: {name: {en: Bora Cycling, ko: 보라사이클}, also: {en: [Bora], ko: [보라]}, kind: {en: [club], ko: [클럽]}, of: sandal}
  hill-school: {name: {en: Hill School, ko: 언덕학교}, kind: {en: [school], ko: [학교]}}
places:
  sandal: {name: {en: Sandal, ko: 산달시}, kind: {en: [city], ko: [도시]}}
  mirim: {name: {en: Mirim, ko: 미림시}, kind: {en: [city], ko: [도시]}}
  velodrome: {name: {en: Moon Velodrome, ko: 달빛경륜장}, of: sandal}
  denmark: {name: {en: Denmark, ko: 덴마크}, exact: {en: [Danish]}}
things:
  womens-sprint: {name: {en: "the women's sprint", ko: 여자 스프린트}, also: {en: ["women's sprint"]}, kind: {en: [sprint], ko: [스프린트]}}
  mens-pursuit: {name: {en: "the men's pursuit", ko: 남자 추발}, also: {en: ["men's pursuit"]}, kind: {en: [pursuit], ko: [추발]}}
  red-comet: {name: {en: Red Comet, ko: 붉은혜성}, kind: {en: [tandem], ko: [탠덤]}}
"""
QUESTIONS = """
parts:
  time:
    like: how_long
    words: {en: [time, fast], ko: [기록, 빠르다]}
  rent:
    type: amount
    asks: [how_much]
    words: {en: [rent, rental], ko: [대여, 대여료, 빌리다]}
    say: {en: "{value} a day.", ko: "하루 {value}입니다."}
  price: {like: how_much, words: {en: [price, cost], ko: [가격, 값]}}
kinds:
  race:
    title: {en: race, ko: 경주}
    words: {en: [race, win, final], ko: [경주, 우승하다, 이기다, 결승]}
    parts: {what: {type: thing}}
    say: {en: "{who} won {what} in {time} on {when}.", ko: "{who}이 {when} {what} 결승에서 {time}로 우승했습니다."}
  sale:
    title: {en: sale, ko: 판매}
    words: {en: [sell, sale, buy], ko: [팔다, 판매, 사다]}
    parts:
      what: {type: thing, role: object}
    say: {en: "{who} sold {what} to {to} on {when}.", ko: "{who}이 {when} {what}을 {to}에 팔았습니다."}
  meet:
    title: {en: meet, ko: 대회}
    words: {en: [meet, event], ko: [대회, 열리다]}
    parts:
      free:
        type: flag
        words: {en: [free], ko: [무료]}
        opposite: {en: [admission fee], ko: [입장료]}
        yes: {en: "Yes, admission was free.", ko: "네, 입장은 무료였습니다."}
    say: {en: "The meet was held at {where} on {when}.", ko: "대회는 {when} {where}에서 열렸습니다."}
"""
STORY = """
story: meet
title: {en: the spring meet, ko: 봄 대회}
date: 2033-04-10
main: spring-meet
subject: bora-cycling
source: {outlet: {en: Sandal News (invented), ko: 산달뉴스(지어낸 신문)}, date: 2033-04-11}
facts:
  spring-meet:
    kind: meet
    title: {en: the spring meet, ko: 봄 대회}
    where: velodrome
    when: 2033-04-10
    free: yes
  sprint-final:
    kind: race
    title: {en: "the women's sprint final", ko: 여자 스프린트 결승}
    who: noh-jiwon
    what: womens-sprint
    where: velodrome
    when: 2033-04-10 11:00
    time: 1 minute 4.2 seconds
  comet-sale:
    kind: sale
    title: {en: the sale of Red Comet, ko: 붉은혜성 판매}
    who: bora-cycling
    what: red-comet
    to: hill-school
    when: 2033-04-02
    price: 8.2 million KRW
    rent: 20,000 KRW
"""


@cache
def known() -> Known:
    """The base made ready."""
    with TemporaryDirectory() as folder:
        for name, text in (("names", NAMES), ("questions", QUESTIONS), ("stories", STORY)):
            Path(folder, name).mkdir()
            Path(folder, name, "all.yaml").write_text(text, "utf-8")
        return know(load(Path(folder)))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is the velodrome in Sandal?", ""),
        ("is Moon Velodrome in Sandal?", "Yes. Moon Velodrome is in Sandal."),
        ("is Moon Velodrome in Mirim?", "No. "),
        ("달빛경륜장은 산달시에 있어?", "네, "),
        ("where is Bora Cycling?", "Bora Cycling is in Sandal."),
        ("where is Ada Quist from?", "Denmark."),
        ("is Ada Quist from Denmark?", "Yes. Denmark."),
        ("퀴스트는 덴마크 출신이야?", "네, 덴마크"),
    ],
)
def test_a_name_tells_where_it_is_and_where_it_is_from(question: str, told: str) -> None:
    reply = answer(question, known())
    if told:
        assert reply.answer.startswith(told)
    else:
        assert reply.status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who sold Red Comet?", "Bora Cycling."),
        ("who bought Red Comet?", "Hill School."),
        ("붉은혜성은 누가 팔았어?", "보라사이클입니다."),
        ("붉은혜성 사간 데가 어디야?", "언덕학교입니다."),
    ],
)
def test_a_verb_from_the_other_side_asks_for_the_other_side(question: str, told: str) -> None:
    assert answer(question, known()).answer.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what is the rental price of Red Comet?", "20,000 won a day."),
        ("붉은혜성 대여 가격은?", "하루 2만 원입니다."),
        ("붉은혜성 가격은?", "820만 원입니다."),
    ],
)
def test_a_common_noun_behind_a_word_for_a_sum_is_of_that_sum(question: str, told: str) -> None:
    assert answer(question, known()).answer == told


@pytest.mark.parametrize("question", ["who won the men's sprint?", "who won Red Comet?"])
def test_what_nobody_won_is_not_told(question: str) -> None:
    assert answer(question, known()).status is Status.UNKNOWN


def test_who_won_is_told() -> None:
    assert answer("who won the women's sprint?", known()).answer == "Noh Jiwon."
