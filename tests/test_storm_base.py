"""A small base of a storm: figures of several places, a figure of none, a time that is not known yet, nouns that end like verbs."""

from __future__ import annotations

from functools import cache

import pytest
from written import made

from bot.answer import answer
from bot.learning.known import Known

NAMES = """
people:
  kim-hana: {name: {en: Kim Hana, ko: 김하나}}
  park-dul: {name: {en: Park Dul, ko: 박둘}}
organisations:
  moon-bank: {name: {en: Moon Bank, ko: 달빛은행}}
  hill-fund: {name: {en: Hill Fund, ko: 언덕기금}}
  twin-house: {name: {en: Twin House, ko: 쌍둥이집}}
places:
  sandal: {name: {en: Sandal, ko: 산달시}, kind: {en: [city], ko: [도시]}}
  mago-island: {name: {en: Mago Island, ko: 마고섬}, kind: {en: [island], ko: [섬]}}
  tori-county: {name: {en: Tori County, ko: 토리군}, also: {en: [Tori], ko: [토리]}}
things:
  nari: {name: {en: Storm Nari, ko: 태풍 나리}, also: {en: [Nari], ko: [나리]}, kind: {en: [storm], ko: [태풍]}}
  moon-tunnel: {name: {en: Moon Tunnel, ko: 달빛터널}, kind: {en: [tunnel], ko: [터널]}}
  moon-bridge: {name: {en: Moon Bridge, ko: 달빛대교}, kind: {en: [bridge], ko: [다리]}}
"""
QUESTIONS = """
parts:
  rain: {type: amount, asks: [how_much], words: {en: [mm], ko: [강수량]}, say: {en: "{value} of rain.", ko: "강수량은 {value}입니다."}}
  homes: {type: amount, asks: [how_many], words: {en: [homes], ko: [집]}, say: {en: "{value} homes.", ko: "{value}가구입니다."}}
kinds:
  shut:
    title: {en: closures, ko: 폐점}
    words: {en: [branch, shut], ko: [지점, 닫다]}
    say: {en: "{who} shuts {how_many} branches on {when}.", ko: "{who}이 {when} 지점 {how_many}곳을 닫습니다."}
  resign:
    title: {en: resignation, ko: 사임}
    words: {en: [resign, step down], ko: [사임, 사임하다, 물러나다]}
    say: {en: "{who} resigned on {when}.", ko: "{who}이 {when} 사임했습니다."}
  rainfall:
    title: {en: the rain, ko: 비}
    words: {en: [rain, rainfall], ko: [비, 내리다, 오다]}
    say: {en: "{rain} of rain fell in {where} on {when}.", ko: "{when} {where}에 비 {rain}가 내렸습니다."}
  blackout:
    title: {en: blackout, ko: 정전}
    words: {en: [blackout, lose power], ko: [정전, 정전되다]}
    say: {en: "{homes} homes in {where} lost power.", ko: "{where}에서 {homes}가구가 정전되었습니다."}
  injury:
    title: {en: injuries, ko: 부상자}
    words: {en: [injured, hurt], ko: [부상자, 다치다]}
    parts:
      who: {role: by}
      how_many: {words: {en: [people], ko: [명]}, say: {en: "{value} people.", ko: "{value}명입니다."}}
      deaths:
        type: amount
        asks: [how_many]
        words: {en: [die, killed], ko: [숨지다, 사망자]}
        say: {en: "Deaths: {value}.", ko: "사망자는 {value}명입니다."}
    say: {en: "{how_many} people were hurt.", ko: "{how_many}명이 다쳤습니다."}
  crossing:
    title: {en: the crossing, ko: 통과}
    words: {en: [cross], ko: [지나가다]}
    parts:
      who: {role: by}
      exit: {type: text, asks: [where], words: {en: [sea], ko: [바다]}, say: {en: "{value}.", ko: "{value}입니다."}}
    say: {en: "{who} crossed {where} on {when}.", ko: "{who}가 {when} {where}를 지나갔습니다."}
  withdrawal:
    title: {en: withdrawal, ko: 철회}
    words: {en: [withdraw, withdrawal], ko: [철회, 철회하다]}
    say: {en: "{who} withdrew on {when}.", ko: "{who}이 {when} 철회했습니다."}
  cover:
    title: {en: cover, ko: 보험}
    words: {en: [cover, insure], ko: [보험, 보장하다]}
    parts:
      share: {type: amount, asks: [how_much], words: {en: [share, percent], ko: [비율, 지분]}, say: {en: "{value}.", ko: "{value}입니다."}}
    say: {en: "{who} covers {share} of the damage.", ko: "{who}이 피해의 {share}를 보장합니다."}
  founding:
    title: {en: founding, ko: 설립}
    words: {en: [found, founding], ko: [설립, 설립하다]}
    parts: {what: {role: object}}
    say: {en: "{what} was founded on {when}.", ko: "{what}이 {when} 설립되었습니다."}
  closure:
    title: {en: closure, ko: 통제}
    words: {en: [close, closed], ko: [통제하다]}
    parts:
      what: {type: thing, role: object}
      again: {type: text, asks: [when], words: {en: [reopen], ko: [다시, 열리다]}, say: {en: "{value}.", ko: "{value}."}}
    say: {en: "{what} is closed since {when}.", ko: "{what}는 {when}부터 통제되고 있습니다."}
"""
STORY = """
story: nari
title: {en: Storm Nari, ko: 태풍 나리}
date: 2033-09-08
main: crossing-nari
subject: nari
source: {outlet: {en: Sandal News (invented), ko: 산달뉴스(지어낸 신문)}, date: 2033-09-08}
facts:
  crossing-nari: {kind: crossing, title: {en: the crossing, ko: 통과}, who: nari, where: mago-island, when: 2033-09-07, exit: {en: at Cape Sol, ko: 솔곶 앞}}
  rain-sandal: {kind: rainfall, title: {en: the rain in Sandal, ko: 산달의 비}, where: sandal, when: 2033-09-07, rain: 263 mm}
  rain-tori: {kind: rainfall, title: {en: the rain in Tori, ko: 토리의 비}, where: tori-county, when: 2033-09-07, rain: 174 mm}
  blackout-sandal: {kind: blackout, title: {en: the blackout in Sandal, ko: 산달 정전}, where: sandal, when: 2033-09-07, homes: 18600}
  blackout-mago: {kind: blackout, title: {en: the blackout on Mago Island, ko: 마고섬 정전}, where: mago-island, when: 2033-09-07, homes: 3450}
  injuries: {kind: injury, title: {en: the injured, ko: 부상자}, who: nari, how_many: 9, deaths: 0, when: 2033-09-07}
  shut-all: {kind: shut, title: {en: all closures, ko: 폐점 전체}, who: [hill-fund, moon-bank], how_many: 74, when: 2033-09-07}
  shut-hill: {kind: shut, title: {en: the closures of Hill Fund, ko: 언덕기금 폐점}, who: hill-fund, how_many: 28, when: 2033-09-07}
  shut-moon: {kind: shut, title: {en: the closures of Moon Bank, ko: 달빛은행 폐점}, who: moon-bank, how_many: 46, when: 2033-09-07}
  kim-goes: {kind: resign, title: {en: the resignation of Kim, ko: 김하나 사임}, who: kim-hana, when: 2033-09-07}
  park-goes: {kind: resign, sure: planned, title: {en: the resignation of Park, ko: 박둘 사임}, who: park-dul, when: 2033-10-01}
  fund-out: {kind: withdrawal, title: {en: the withdrawal of Hill Fund, ko: 언덕기금 철회}, who: hill-fund, when: 2033-09-05}
  fund-cover: {kind: cover, title: {en: the cover, ko: 보험}, who: hill-fund, share: 41%}
  twin: {kind: founding, title: {en: the founding of Twin House, ko: 쌍둥이집 설립}, what: twin-house, when: 2033-01-03, words: {en: [Hill Fund], ko: [언덕기금]}}
  tunnel: {kind: closure, title: {en: the closure of the tunnel, ko: 터널 통제}, what: moon-tunnel, when: 2033-09-06}
  bridge: {kind: closure, title: {en: the closure of the bridge, ko: 다리 통제}, what: moon-bridge, when: 2033-09-07, again: {en: Nobody knows yet, ko: 아직 알 수 없습니다}}
"""


@cache
def known() -> Known:
    """The base made ready."""
    return made(names=NAMES, questions=QUESTIONS, stories=STORY)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("did Tori get more rain than Sandal?", "No. "),
        ("was there more rain in Sandal than in Tori?", "Yes. "),
        ("산달시에 비가 토리군보다 많이 왔어?", "네, "),
        ("did more homes lose power in Sandal than on Mago Island?", "Yes. "),
    ],
)
def test_the_one_figure_of_two_facts_of_a_kind_is_compared(question: str, told: str) -> None:
    assert answer(question, known()).answer.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many people died?", "Deaths: 0."),
        ("how many were killed?", "Deaths: 0."),
        ("몇 명이 숨졌나요?", "사망자는 0명입니다."),
        ("how many people were hurt?", "9 people."),
    ],
)
def test_a_figure_of_none_is_told_and_no_other_one_for_it(question: str, told: str) -> None:
    assert answer(question, known()).answer == told


@pytest.mark.parametrize("question", ["when will Moon Bridge reopen?", "when does the bridge reopen?"])
def test_a_text_that_tells_when_is_told_of_what_is_to_come(question: str) -> None:
    assert answer(question, known()).answer == "Nobody knows yet."


def test_a_noun_that_ends_like_a_verb_is_a_noun() -> None:
    assert answer("나리는 어디서 바다로 갔어?", known()).answer == "솔곶 앞입니다."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hill Fund share %", "Hill Fund covers 41%"),
        ("what % does Hill Fund cover?", "41%."),
        ("언덕기금 보험 비율이 몇 %야?", "41%입니다."),
        ("does Hill Fund cover 41%?", "Yes. "),
        ("does Hill Fund cover 41 percent?", "Yes. "),
        ("언덕기금이 51% 보장해?", "아니요, "),
    ],
)
def test_a_share_is_asked_for_and_confirmed_with_its_sign_or_in_words(question: str, told: str) -> None:
    assert answer(question, known()).answer.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [("which was the last to close?", "Moon Bridge"), ("which was first to close?", "Moon Tunnel")],
)
def test_the_last_of_what_was_all_before_the_day_of_the_story_is_told(question: str, told: str) -> None:
    assert told in answer(question, known()).answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many branches does Hill Fund shut?", "28."),
        ("달빛은행은 지점 몇 개 닫아?", "46입니다."),
        ("how many branches do Hill Fund and Moon Bank shut together?", "74."),
    ],
)
def test_the_sum_of_several_is_not_told_of_one_of_them(question: str, told: str) -> None:
    assert answer(question, known()).answer == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who resigned?", "Kim Hana."),
        ("누가 사임했어?", "김하나입니다."),
        ("who will resign?", "Park Dul."),
        ("물러날 사람은 누구야?", "박둘입니다."),
    ],
)
def test_who_is_to_do_a_thing_is_not_told_among_those_who_did_it(question: str, told: str) -> None:
    assert answer(question, known()).answer == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("did Park Dul resign?", "Not yet. "),
        ("has Park Dul resigned?", "Not yet. "),
        ("박둘 사임했어?", "아니요, 아직입니다. "),
        ("did Kim Hana resign?", "Yes. "),
    ],
)
def test_a_plan_is_not_confirmed_as_done(question: str, told: str) -> None:
    assert answer(question, known()).answer.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("was the blackout in Sandal before or after Moon Tunnel closed?", "After. "),
        ("did Moon Tunnel close before or after Nari crossed Mago Island?", "Before. "),
        ("did Kim Hana resign before Moon Tunnel closed?", "No. "),
        ("was Kim Hana's resignation before Park Dul resigns?", "Yes. "),
    ],
)
def test_a_clause_of_time_has_a_subject_of_its_own_or_is_an_event(question: str, told: str) -> None:
    assert answer(question, known()).answer.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("resignation of Kim Hana - when and where", "Kim Hana resigned on September 7, 2033."),
        ("the crossing: where and when?", "At Mago Island. Storm Nari crossed Mago Island on September 7, 2033."),
        (
            "crossing of Nari, where and what day",
            "At Mago Island. Storm Nari crossed Mago Island on September 7, 2033.",
        ),
    ],
)
def test_two_question_words_behind_what_is_spoken_of_are_both_asked(question: str, told: str) -> None:
    assert answer(question, known()).answer.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many branches does Moon Bank axe?", "46."),
        ("when did Hill Fund pull out of it?", "September 5, 2033."),
        ("how many people got hurt?", "9 people."),
        ("when did Kim Hana hand in her resignation?", "September 7, 2033."),
        ("does anyone know when Moon Bridge reopens?", "Nobody knows yet."),
    ],
)
def test_everyday_verbs_and_courtesy_are_understood(question: str, told: str) -> None:
    assert answer(question, known()).answer == told


def test_how_many_and_how_many_of_them_are_two_questions() -> None:
    told = answer("how many people were hurt and how many of them died?", known()).answer
    assert told == "9 people. Deaths: 0."


def test_when_it_was_done_to_one_is_not_told_by_a_fact_that_only_speaks_of_it() -> None:
    assert answer("when was Twin House founded?", known()).answer == "January 3, 2033."
    assert answer("when was Hill Fund founded?", known()).answer == "The source does not tell that."
