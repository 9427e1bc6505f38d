"""A small base of a cycling club, written as facts/README.md says: ways of asking that the larger ones do not have."""

from __future__ import annotations

from functools import cache

import pytest
from written import made

from bot.answer import answer
from bot.learning.known import Known
from bot.turn import Status

NAMES = """
people:
  noh-jiwon: {name: {en: Noh Jiwon, ko: 노지원}, exact: {en: [Noh]}, title: {en: rider, ko: 선수}, of: bora-cycling}
  ha-sumin: {name: {en: Ha Sumin, ko: 하수민}, title: {en: treasurer, ko: 회계}, titles: {en: [money keeper], ko: [살림 책임자]}, of: bora-cycling}
  ada-quist: {name: {en: Ada Quist, ko: 아다 퀴스트}, exact: {en: [Quist], ko: [퀴스트]}, title: {en: coach, ko: 감독}, of: bora-cycling, country: denmark}
organisations:
  tori-bikes: {name: {en: Tori Bikes, ko: 토리자전거}, exact: {en: [Tori], ko: [토리]}}
  mago-cider: {name: {en: Mago Cider, ko: 마고사이다}, exact: {en: [Mago], ko: [마고]}}
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
  sponsorship:
    title: {en: sponsorship, ko: 후원}
    words: {en: [sponsorship, contract], ko: [후원, 후원 계약]}
    parts: {who: {words: {en: [sponsor], ko: [후원사]}}}
    say: {en: "{who} sponsors {to} since {when}.", ko: "{who}이 {when}부터 {to}을 후원합니다."}
  withdrawal:
    title: {en: withdrawal, ko: 철회}
    words: {en: [withdraw], ko: [철회하다]}
    say: {en: "{who} withdrew on {when}.", ko: "{who}이 {when} 철회했습니다."}
  crash:
    title: {en: crash, ko: 충돌}
    words: {en: [crash, fall], ko: [충돌, 넘어지다]}
    parts:
      hurt: {type: flag, words: {en: [hurt, injured], ko: [다치다]}, no: {en: "No, nobody was hurt.", ko: "아니요, 다친 사람은 없었습니다."}}
      bike: {type: text, asks: [what, which], words: {en: [bike], ko: [자전거]}, say: {en: "{value}.", ko: "{value}입니다."}}
    say: {en: "{bike} hit the fence on {when}.", ko: "{when} {bike}가 울타리에 부딪혔습니다."}
  apology:
    title: {en: apology, ko: 사과}
    words: {en: [apology, apologise, sorry], ko: [사과, 사과하다]}
    say: {en: "{who} apologised for {about} on {when}.", ko: "{who}이 {when} {about}에 대해 사과했습니다."}
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
  pursuit-final:
    kind: race
    title: {en: "the men's pursuit final", ko: 남자 추발 결승}
    who: noh-jiwon
    what: mens-pursuit
    where: velodrome
    when: 2033-04-09 15:00
    time: 4 minutes 12 seconds
  comet-sale:
    kind: sale
    title: {en: the sale of Red Comet, ko: 붉은혜성 판매}
    who: bora-cycling
    what: red-comet
    to: hill-school
    when: 2033-04-02
    price: 8.2 million KRW
    rent: 20,000 KRW
  tori-contract:
    kind: sponsorship
    title: {en: the contract with Tori, ko: 토리 계약}
    who: tori-bikes
    to: bora-cycling
    when: 2033-03-01
  mago-leaves:
    kind: withdrawal
    title: {en: the withdrawal of Mago, ko: 마고의 철회}
    who: mago-cider
    when: 2032-11-05
    words: {en: [sponsor], ko: [후원사]}
  warm-up-crash:
    kind: crash
    title: {en: the crash, ko: 충돌 사고}
    who: bora-cycling
    hurt: no
    bike: {en: an old tandem, ko: 낡은 탠덤}
    where: velodrome
    when: 2033-04-08
  quist-sorry:
    kind: apology
    title: {en: the apology of Quist, ko: 퀴스트의 사과}
    who: ada-quist
    about: {en: the crash, ko: 충돌}
    when: 2033-04-09
    after: warm-up-crash
    names: [velodrome]
"""


TOWN_NAMES = """
people:
  seo-nari: {name: {en: Seo Nari, ko: 서나리}, title: {en: warden, ko: 관장}, of: reed-museum}
  ban-oju: {name: {en: Ban Oju, ko: 반오주}}
  im-taek: {name: {en: Im Taek, ko: 임택}}
organisations:
  reed-museum: {name: {en: Reed Museum, ko: 갈대박물관}, kind: {en: [museum], ko: [박물관]}}
  carp-club: {name: {en: Carp Club, ko: 잉어클럽}, exact: {en: [Carp]}}
  heron-club: {name: {en: Heron Club, ko: 왜가리클럽}, exact: {en: [Heron]}}
  dew-fund: {name: {en: Dew Fund, ko: 이슬재단}}
things:
  dew-prize: {name: {en: Dew Prize, ko: 이슬상}, kind: {en: [prize], ko: [상]}}
  rowing-boat: {name: {en: the rowing boat, ko: 노젓는배}}
  pedal-boat: {name: {en: the pedal boat, ko: 발배}}
  pier: {name: {en: the pier, ko: 부두}}
"""
TOWN_QUESTIONS = """
parts:
  fee: {like: how_much, words: {en: [fee, cost], ko: [요금, 비용]}}
  fine: {like: how_much, words: {en: [fine], ko: [벌금]}}
  reporters: {type: amount, asks: [how_many], words: {en: [reporters, press], ko: [기자]}, say: {en: "{value} reporters.", ko: "기자 {value}명입니다."}}
  queries: {type: amount, asks: [how_many], words: {en: [questions], ko: [질문]}, say: {en: "{value} questions.", ko: "질문 {value}개입니다."}}
kinds:
  hire:
    title: {en: hire, ko: 대여}
    words: {en: [hire], ko: [대여, 빌리다]}
    say: {en: "{what} costs {fee}.", ko: "{what}은 {fee}입니다."}
  breach:
    title: {en: breach, ko: 위반}
    words: {en: [breach, break], ko: [위반, 어기다]}
    say: {en: "Whoever does so pays {fine}.", ko: "벌금은 {fine}입니다."}
  award:
    title: {en: award, ko: 시상}
    words: {en: [award, win, receive], ko: [받다, 타다, 수상]}
    parts: {by: {words: {en: [award, give], ko: [주다, 수여하다]}}}
    say: {en: "{who} won {what} on {when}.", ko: "{who}이 {when} {what}을 받았습니다."}
  choice:
    title: {en: election, ko: 선출}
    words: {en: [elect, election], ko: [선출하다, 뽑다, 뽑히다]}
    parts:
      turnout: {type: amount, words: {en: [turnout], ko: [투표율]}, say: {en: "{value}.", ko: "{value}입니다."}}
      rivals: {type: person, role: with, words: {en: [rival], ko: [경쟁자]}}
    say: {en: "{who} was elected on {when}.", ko: "{who}이 {when} 선출되었습니다."}
  lecture:
    title: {en: lecture, ko: 강연}
    words: {en: [lecture], ko: [강연]}
    say: {en: "{who} spoke about {about} on {when}.", ko: "{who}이 {when} {about}에 대해 강연했습니다."}
  game:
    title: {en: game, ko: 경기}
    words: {en: [beat, win, game], ko: [이기다, 경기]}
    parts: {with: {type: organisation, words: {en: [lose], ko: [지다]}}}
    say: {en: "{who} beat {with} on {when}.", ko: "{who}이 {when} {with}을 이겼습니다."}
  vote:
    title: {en: vote, ko: 표결}
    words: {en: [vote], ko: [표결]}
    parts:
      yes_votes: {type: amount, asks: [how_many], words: {en: [in favour], ko: [찬성, 찬성표]}, say: {en: "{value} votes.", ko: "{value}표입니다."}}
      no_votes: {type: amount, asks: [how_many], words: {en: [against], ko: [반대, 반대표]}, say: {en: "{value} votes.", ko: "{value}표입니다."}}
    say: {en: "The town voted on {what} on {when}.", ko: "{when} {what} 표결이 있었습니다."}
  building:
    title: {en: building, ko: 건설}
    words: {en: [build], ko: [짓다, 건설]}
    say: {en: "{what} is to be built in {when}.", ko: "{what}을 {when} 짓습니다."}
  briefing:
    title: {en: briefing, ko: 회견}
    words: {en: [briefing], ko: [회견]}
    say: {en: "{who} met {reporters} reporters on {when}.", ko: "{who}이 {when} 기자 {reporters}명을 만났습니다."}
"""
TOWN = """
story: town
title: {en: the lake town, ko: 호숫가 마을}
date: 2034-06-01
main: dew-award
subject: reed-museum
source: {outlet: {en: Lake News (invented), ko: 호수뉴스(지어낸 신문)}, date: 2034-06-02}
facts:
  rowing-hire: {kind: hire, title: {en: the hire of the rowing boat, ko: 노젓는배 대여}, what: rowing-boat, fee: "9,000 KRW"}
  pedal-hire: {kind: hire, title: {en: the hire of the pedal boat, ko: 발배 대여}, what: pedal-boat, fee: "12,000 KRW"}
  late-return:
    kind: breach
    title: {en: a late return, ko: 반납 지연}
    for: {en: late return of a boat, ko: 배 반납 지연}
    fine: 20,000 KRW
    words: {en: [late, return, boat], ko: [늦다, 반납하다, 배]}
  dew-award:
    kind: award
    title: {en: the award of the Dew Prize, ko: 이슬상 시상}
    who: ban-oju
    what: dew-prize
    by: dew-fund
    when: 2034-05-30
  warden-choice:
    kind: choice
    title: {en: the election of the warden, ko: 관장 선출}
    who: seo-nari
    rivals: [im-taek]
    turnout: 81%
    when: 2034-05-20
    words: {en: [warden], ko: [관장]}
  first-talk:
    kind: lecture
    title: {en: the first lecture, ko: 첫 강연}
    who: im-taek
    about: {en: reeds, ko: 갈대}
    when: 2034-05-02 10:00
    words: {en: [opening], ko: [개막]}
  second-talk: {kind: lecture, title: {en: the second lecture, ko: 둘째 강연}, who: ban-oju, about: {en: dew, ko: 이슬}, when: 2034-05-09 10:00}
  pier-vote:
    kind: vote
    title: {en: the vote on the pier, ko: 부두 표결}
    what: pier
    when: 2034-05-26
    yes_votes: 12
    no_votes: 7
    result: {en: "The town borrows the money.", ko: 마을이 돈을 빌립니다.}
  pier-building: {kind: building, title: {en: the building of the pier, ko: 부두 건설}, what: pier, when: 2035-03, sure: planned}
  the-game: {kind: game, title: {en: the game, ko: 경기}, who: carp-club, with: heron-club, when: 2034-05-25}
  the-briefing: {kind: briefing, title: {en: the briefing, ko: 회견}, who: seo-nari, when: 2034-05-21, reporters: 30, queries: 4}
"""


@cache
def known() -> Known:
    """The base made ready."""
    return made(names=NAMES, questions=QUESTIONS, stories=STORY)


@cache
def town() -> Known:
    """Another one, of rules and prices."""
    return made(names=TOWN_NAMES, questions=TOWN_QUESTIONS, stories=TOWN)


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
    assert answer(question, known()).answer.startswith(told)


@pytest.mark.parametrize("question", ["who won the men's sprint?", "who won Red Comet?"])
def test_what_nobody_won_is_not_told(question: str) -> None:
    assert answer(question, known()).status is Status.UNKNOWN


def test_who_won_is_told() -> None:
    assert answer("who won the women's sprint?", known()).answer == "Noh Jiwon."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who was the sponsor before Tori?", "Mago Cider."),
        ("who was the previous sponsor?", "Mago Cider."),
        ("토리 전에 후원사는 누구였어?", "마고사이다"),
        ("who is the sponsor?", "Tori Bikes."),
        ("was there an admission fee?", "No. Admission was free."),
        ("입장료 있었어?", "아니요, 입장은 무료였습니다."),
        ("what happened to the bike?", "An old tandem hit the fence"),
        ("what happened to Red Comet?", "Bora Cycling sold Red Comet"),
        ("was the crash at Moon Velodrome on April 9?", "No. An old tandem hit the fence"),
        ("was Quist sorry for the crash on April 9?", "Yes. "),
        ("is Tori a sponsor?", "Yes. "),
        ("보라사이클 살림 책임자는 누구야?", "하수민은 "),
    ],
)
def test_what_is_asked_beside_a_fact_of_like_words_is_told_right(question: str, told: str) -> None:
    assert answer(question, known()).answer.startswith(told)


@pytest.mark.parametrize(
    "question",
    ["is Bora a sponsor?", "보라는 후원사야?", "스프린트 결승에 누가 없었어?", "who was the sponsor before Mago?"],
)
def test_what_only_stands_near_is_not_told(question: str) -> None:
    assert answer(question, known()).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what was Noh's time?", "1 minute 4.2 seconds."),
        ("women's sprint time", "1 minute 4.2 seconds."),
        ("노지원 기록은?", "1분 4.2초입니다."),
        ("what time was the women's sprint?", "April 10, 2033, 11:00 a.m."),
        ("which race was the fastest?", "Noh Jiwon won the women's sprint"),
        ("제일 느린 경주는?", "노지원이 2033년 4월 9일 오후 3시 남자 추발"),
        ("was the women's sprint slower than the men's pursuit?", "No. "),
        ("여자 스프린트가 남자 추발보다 빨랐어?", "네, "),
    ],
)
def test_of_a_length_of_time_the_least_is_the_fastest(question: str, told: str) -> None:
    assert answer(question, known()).answer.startswith(told)


@pytest.mark.parametrize("question", ["who was hurt in the crash?", "who was injured?", "충돌로 누가 다쳤어?"])
def test_whoever_something_did_not_happen_to_is_nobody(question: str) -> None:
    reply = answer(question, known())
    assert reply.status is Status.CORRECTED
    assert "obody was hurt" in reply.answer or "다친 사람은 없었습니다" in reply.answer
    assert "Bora" not in reply.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is the pedal boat more expensive than the rowing boat?", "Yes. "),
        ("is the pedal boat cheaper than the rowing boat?", "No. "),
        ("노젓는배가 발배보다 싸?", "네, "),
        ("발배랑 노젓는배 중에 뭐가 더 싸?", "노젓는배는 9000 원"),
    ],
)
def test_two_things_are_held_against_one_another_by_their_facts_of_one_kind(question: str, told: str) -> None:
    assert answer(question, town()).answer.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what happens if I return a boat late?", "Whoever does so pays 20,000 won."),
        ("배를 늦게 반납하면 어떻게 돼?", "벌금은 2만 원입니다."),
    ],
)
def test_what_is_told_is_more_than_the_question_says(question: str, told: str) -> None:
    assert answer(question, town()).answer.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who was awarded the Dew Prize?", "Ban Oju."),
        ("who was the Dew Prize given to?", "Ban Oju."),
        ("who awarded the Dew Prize?", "Dew Fund."),
        ("who was elected the new warden?", "Seo Nari."),
        ("관장은 누구로 뽑혔어?", "서나리가 2034년 5월 20일 선출되었습니다."),
        ("what was discussed in the opening lecture?", "Reeds."),
        ("how many questions did Seo take from the press?", "4 questions."),
        ("when did Carp beat Heron?", "May 25, 2034."),
        ("when did Heron lose to Carp?", "May 25, 2034."),
        ("잉어클럽이 왜가리클럽 이긴 날은?", "2034년 5월 25일입니다."),
    ],
)
def test_whoever_and_whatever_a_construction_asks_for_is_told_alone(question: str, told: str) -> None:
    assert answer(question, town()).answer == told


@pytest.mark.parametrize(
    "question", ["when did Heron beat Carp?", "왜가리클럽이 잉어클럽 이긴 날은?", "when did Carp lose to Heron?"]
)
def test_who_did_it_is_not_whom_it_was_done_to(question: str) -> None:
    assert answer(question, town()).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how much are the rowing boat and the pedal boat?", ["9,000 won", "12,000 won"]),
        ("노젓는배랑 발배 얼마야?", ["9000 원", "1만2000 원"]),
        ("what came first, the award or the game?", ["Carp Club beat"]),
        ("경기랑 회견 중에 뭐가 먼저야?", ["서나리가 2034년 5월 21일"]),
        ("경기하고 회견, 뭐가 먼저 열렸어?", ["서나리가 2034년 5월 21일"]),
        ("was the turnout 81%?", ["Yes. "]),
        ("was the turnout 71 percent?", ["No. "]),
        ("election turnout %", ["81%"]),
    ],
)
def test_two_things_of_one_kind_are_told_together_or_in_their_order(question: str, told: list[str]) -> None:
    reply = answer(question, town()).answer
    assert all(t in reply for t in told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many voted against the pier?", "7 votes."),
        ("how many voted for the pier?", "12 votes."),
        ("부두 표결에서 반대표 던진 사람은 몇 명이야?", "7표입니다."),
        ("has the pier been built yet?", "Not yet. The pier is to be built"),
        ("what came of the vote?", "The town borrows the money."),
    ],
)
def test_a_phrase_is_of_the_words_that_the_base_has_for_it(question: str, told: str) -> None:
    assert answer(question, town()).answer.startswith(told)
