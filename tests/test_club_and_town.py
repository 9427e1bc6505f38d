"""A small base of a club and its town: who was there and who was not, what stays, and whose a figure is."""

from __future__ import annotations

from functools import cache

import pytest
from questions.ask import known_of
from questions.bank import BASES
from written import made

from bot.answer import answer
from bot.learning.known import Known

NAMES = """
people:
  kim: {name: {en: Kim Minji, ko: 김민지}, exact: {en: [Kim], ko: [김 대표]}, title: {en: president, ko: 사장}, of: acme}
  park: {name: {en: Park Joon, ko: 박준}, exact: {en: [Park]}, title: {en: coach, ko: 감독}, of: acme}
  choi: {name: {en: Choi Ara, ko: 최아라}, exact: {en: [Choi]}}
  lee: {name: {en: Lee Hana, ko: 이하나}, exact: {en: [Lee]}}
  han: {name: {en: Han Bora, ko: 한보라}, exact: {en: [Han]}}
organisations:
  acme: {name: {en: Acme FC, ko: 애크미 FC}, exact: {en: [Acme], ko: [애크미]}, kind: {en: [club], ko: [구단]}, of: rome}
  band: {name: {en: Blue Band, ko: 블루밴드}, kind: {en: [band], ko: [악단]}}
places:
  rome: {name: {en: Rome City, ko: 로마시}, exact: {en: [Rome, the city], ko: [로마, 시]}}
  hall: {name: {en: Town Hall, ko: 시민회관}, exact: {ko: [회관]}, of: rome}
things:
  book: {name: {en: Golden Book, ko: 황금책}, kind: {en: [book], ko: [책]}}
"""
QUESTIONS = """
parts:
  floor: {type: amount, unit: floor, asks: [which], words: {en: [floor], ko: [층]}, say: {en: "On floor {value}.", ko: "{value}입니다."}}
  share: {type: amount, asks: [how_much], words: {en: [share, stake, percent, "%"], ko: [지분, 퍼센트]}, say: {en: "{value}.", ko: "{value}입니다."}}
  absent: {type: name, asks: [who], words: {en: [absent, miss], ko: [불참, 불참하다]}, say: {en: "{value}.", ko: "{value}입니다."}}
  age: {type: amount, words: {en: [age, old], ko: [나이, 몇 살]}, say: {en: "{value} years old.", ko: "{value}살입니다."}}
  concerts: {type: flag, words: {en: [concert, concerts], ko: [콘서트, 공연]}}
  layoffs: {type: flag, words: {en: [layoff, lay off], ko: [해고, 감원]}}
kinds:
  meeting:
    title: {en: meeting, ko: 면담}
    words: {en: [meet, meeting, receive], ko: [만나다, 면담]}
    say: {en: "{who} met {with} at {where} on {when}.", ko: "{who}이 {when} {where}에서 {with}을 만났습니다."}
  holding:
    title: {en: share, ko: 지분}
    words: {en: [own, owner, share, shareholder, hold], ko: [소유하다, 갖다, 지분, 주주]}
    say: {en: "{who} has {share} of {what}.", ko: "{who}이 {what} 지분 {share}를 갖습니다."}
  staying:
    title: {en: future of the president, ko: 사장 거취}
    words: {en: [stay, leave, resign, future, step down], ko: [남다, 떠나다, 물러나다, 거취, 사임하다]}
    say: {en: "{who} stays.", ko: "{who}이 남습니다."}
  building:
    title: {en: building, ko: 건립}
    words: {en: [build, building, arena], ko: [짓다, 건립, 경기장]}
    say: {en: "{what} is built at {where}.", ko: "{what}을 {where}에 짓습니다."}
  personal:
    title: {en: age, ko: 나이}
    words: {en: [age, old], ko: [나이, 살]}
    say: {en: "{who} is {age} years old.", ko: "{who}은 {age}살입니다."}
  layoff:
    title: {en: layoff, ko: 감원}
    words: {en: [layoff, layoffs, lay off, staff], ko: [감원, 해고, 해고하다, 직원]}
    say: {en: "{who}: layoffs.", ko: "{who}: 감원."}
"""
STORIES = """
story: s
title: {en: the day of Acme, ko: 애크미의 하루}
date: 2031-05-02
main: talk
subject: acme
source: {outlet: {en: Herald, ko: 신문}, date: 2031-05-02}
facts:
  talk:
    kind: meeting
    title: {en: the talk, ko: 면담}
    who: kim
    with: {value: [choi, lee], complete: yes}
    also: {value: han, complete: yes}
    by: band
    what: book
    where: hall
    floor: 9
    when: 2031-05-02 14:00
    absent: park
    words: {en: [town hall, book], ko: [시민회관, 책]}
  city-share: {kind: holding, who: rome, what: acme, share: 20%, words: {en: [remaining], ko: [나머지]}}
  kim-share: {kind: holding, who: kim, what: acme, share: 68%}
  stay: {kind: staying, who: kim, told: {en: "Kim stays until the end of the season.", ko: "김민지 사장은 시즌 종료까지 남습니다."}}
  arena:
    kind: building
    title: {en: the arena, ko: 새 경기장}
    what: acme
    where: rome
    told: {en: "The arena is built in Rome.", ko: "경기장을 로마에 짓습니다."}
    not_told: [concerts, layoffs]
  staff:
    kind: layoff
    who: acme
    when: 2031-05-02
    told: {en: "Acme has 30 people on its staff.", ko: "애크미 직원은 30명입니다."}
    not_told: [layoffs]
  coach-age: {kind: personal, who: park, age: 47, words: {en: [coach], ko: [감독]}}
"""


@cache
def known() -> Known:
    return made(names=NAMES, questions=QUESTIONS, stories=STORIES)


def told(question: str) -> str:
    return answer(question, known()).answer


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("will Kim leave?", "No. Kim stays until the end of the season."),
        ("is Kim stepping down?", "No. Kim stays"),
        ("김민지 사임해?", "아니요, 김민지 사장은"),
        ("does Kim stay?", "Yes. Kim stays"),
        ("will Kim not leave?", "Yes. Kim stays"),
    ],
)
def test_the_contrary_of_what_is_told_is_answered_no(question: str, says: str) -> None:
    assert told(question).startswith(says)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who owns the 20%?", "Rome City."),
        ("20% 지분은 누가 갖고 있어?", "로마시입니다."),
        ("who holds 68 percent?", "Kim Minji."),
    ],
)
def test_a_place_that_acts_is_who_did_it(question: str, says: str) -> None:
    assert told(question) == says


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who else was there at the talk?", "Kim Minji, Choi Ara, Lee Hana and Han Bora."),
        ("면담에 또 누가 있었어?", "김민지, 최아라, 이하나, 한보라입니다."),
    ],
)
def test_who_was_there_is_nobody_that_it_was_only_about_or_made_by(question: str, says: str) -> None:
    assert told(question) == says


@pytest.mark.parametrize(
    ("question", "says"),
    [("which floor was the talk on?", "On floor 9."), ("몇 층에서 면담했어?", "9층입니다.")],
)
def test_which_floor_is_no_number_of_floors(question: str, says: str) -> None:
    assert told(question) == says


@pytest.mark.parametrize("question", ["how old is the club?", "how old is Acme?", "구단은 몇 살이야?"])
def test_the_age_of_one_of_its_people_is_not_that_of_a_house(question: str) -> None:
    assert "47" not in told(question)


@pytest.mark.parametrize("question", ["how old is Acme's coach?", "구단 감독 나이는?"])
def test_the_age_of_whoever_has_a_title_is_told(question: str) -> None:
    assert "47" in told(question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("was Park at Town Hall?", "No. Kim Minji met"),
        ("was Park at the talk?", "No. Kim Minji met"),
        ("박준도 면담에 있었어?", "아니요, 김민지가"),
        ("박준 시민회관에 갔어?", "아니요, 김민지가"),
        ("was Choi at the talk?", "Yes. Kim Minji met"),
    ],
)
def test_whoever_is_told_to_have_been_absent_was_not_there(question: str, says: str) -> None:
    assert told(question).startswith(says)


@pytest.mark.parametrize(
    "question", ["did Acme lay off people?", "are there layoffs at Acme?", "애크미가 직원을 해고했어?"]
)
def test_a_flag_that_is_not_told_is_no_yes_by_the_verb_of_its_kind(question: str) -> None:
    assert "30" not in told(question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("로마시는 이제 지분 하나도 없는 거야?", "아니요, 20%"),
        ("김민지는 지분이 없어?", "아니요, 68%"),
        ("does the city have no shares left?", "No. 20%"),
        ("has Kim no stake?", "No. 68%"),
    ],
)
def test_that_somebody_has_none_is_denied_by_what_he_has(question: str, says: str) -> None:
    assert told(question).startswith(says)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("club", "what was the meeting with the mayor about?", "The building of the new stadium."),
        ("club", "what did the mayor's meeting deal with?", "The building of the new stadium."),
        ("club", "who else was on the list for the coaching job?", "The source does not tell that."),
        ("club", "새 구장 시공사 어디로 정해졌어?", "새 구장: 그 내용은 자료에 나오지 않습니다."),
        ("club", "새 구장 이름은 언제 정해졌어?", "그렇지는 않습니다."),
    ],
)
def test_what_is_asked_is_not_told_by_who_holds_a_title_nor_by_another_flag(
    base: str, question: str, says: str
) -> None:
    assert answer(question, known_of(BASES / base)).answer.startswith(says)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("how many people does the new stadium hold?", "It is to have 24,000 seats."),
        ("how many people fit in Namsil?", "15,500 seats."),
        ("how many people protested?", "About 30 people."),
    ],
)
def test_so_many_people_as_there_are_seats_find_room(question: str, says: str) -> None:
    assert answer(question, known_of(BASES / "club")).answer == says
