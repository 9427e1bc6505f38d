"""Plain questions of other fields: what a base has words of its own for, whatever they are in the language at large."""

from __future__ import annotations

from functools import cache

import pytest
from questions.ask import known_of
from questions.bank import BASES
from written import made

from bot.answer import answer
from bot.learning.known import Known
from bot.turn import Status

NAMES = """
people:
  kim-hana:
    name: {en: Kim Hana, ko: 김하나}
    exact: {en: [Kim]}
    title: {en: member, ko: 의원}
    titles: {en: [alderman], ko: [구의원]}
    of: town-council
  park-dul: {name: {en: Park Dul, ko: 박둘}, title: {en: keeper, ko: 등대지기}, age: 61}
organisations:
  town-council: {name: {en: Moss Town Council, ko: 이끼읍의회}, kind: {en: [council], ko: [읍의회]}}
places:
  moss-pier: {name: {en: Moss Pier, ko: 이끼부두}}
things:
  old-light: {name: {en: the Old Light, ko: 옛등대}, kind: {en: [lighthouse], ko: [등대]}}
"""
QUESTIONS = """
parts:
  age: {type: amount, words: {en: [age, old], ko: [나이]}, say: {en: "{value}.", ko: "{value}세입니다."}}
  votes_for: {type: amount, asks: [how_many], words: {en: [in favour], ko: [찬성]}, say: {en: "{value} for.", ko: "찬성 {value}표입니다."}}
  free: {type: flag, words: {en: [free], ko: [무료]}, yes: {en: "Yes, entry is free.", ko: "네, 들어가는 데 무료입니다."}}
  host: {type: person, asks: [who], words: {en: [host], ko: [진행하다]}, say: {en: "{value}.", ko: "{value}입니다."}}
kinds:
  opening:
    title: {en: opening, ko: 개방}
    words: {en: [open, opening], ko: [문을 열다, 개방]}
    say: {en: "{what} opened on {when}.", ko: "{what}이 {when} 문을 열었습니다."}
  vote:
    title: {en: vote, ko: 표결}
    words: {en: [vote], ko: [표결]}
    say: {en: "{who} voted on {when}.", ko: "{who}가 {when} 표결했습니다."}
  speech:
    title: {en: speech, ko: 연설}
    words: {en: [speech, say], ko: [연설, 말하다]}
    say: {en: "{who}: {said}", ko: "{who}: {said}"}
"""
STORIES = """
story: light
title: {en: the Old Light, ko: 옛등대}
date: 2031-05-02
main: opening
subject: old-light
source: {outlet: {en: Moss News (invented), ko: 이끼뉴스(지어낸 신문)}}
facts:
  opening:
    kind: opening
    title: {en: the opening of the lighthouse, ko: 등대 개방}
    what: old-light
    where: moss-pier
    when: 2031-05-02
    clock: 09:30
    how_many: 70
    host: park-dul
    free: yes
  ballot: {kind: vote, title: {en: the vote, ko: 표결}, who: town-council, when: 2031-04-01, votes_for: 12}
  speech:
    kind: speech
    title: {en: Kim's speech, ko: 김하나의 연설}
    who: kim-hana
    when: 2031-05-02
    said: {en: "The light is for all.", ko: "등대는 모두의 것입니다."}
"""


@cache
def lighthouse() -> Known:
    """The base of a lighthouse, where authors left out what everyone knows."""
    return made(names=NAMES, questions=QUESTIONS, stories=STORIES)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("when did the opening start?", "May 2, 2031, 9:30 a.m."),
        ("등대 개방 몇 시에 시작했어?", "2031년 5월 2일 오전 9시 30분입니다."),
    ],
)
def test_an_hour_of_its_own_is_when_a_thing_that_lasts_began(question: str, says: str) -> None:
    assert answer(question, lighthouse()).answer == says


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("what did alderman Kim say?", "The light is for all."),
        ("what did the alderman Kim Hana say?", "The light is for all."),
        ("김하나 구의원이 뭐라고 말했어?", "등대는 모두의 것입니다."),
        ("what did keeper Kim say?", ""),
        ("did Park Dul host the opening?", "Yes. "),
        ("did Kim Hana host the opening?", ""),
    ],
)
def test_a_title_beside_a_name_says_only_who_that_is(question: str, says: str) -> None:
    reply = answer(question, lighthouse())
    assert reply.answer.startswith(says) if says else reply.status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("do I have to pay for the opening?", "No. Entry is free."),
        ("how much is the opening?", "Nothing; it is free."),
        ("등대 개방 돈 내야 돼?", "무료입니다."),
        ("등대 개방 유료야?", "아니요, 들어가는 데 무료입니다."),
        ("what is the budget of the opening?", ""),
        ("how much is the vote?", ""),
    ],
)
def test_what_is_free_costs_nothing(question: str, says: str) -> None:
    reply = answer(question, lighthouse())
    assert reply.answer == says if says else reply.status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("찬성이 몇 표였어?", "찬성 12표입니다."),
        ("등대 문 연 날은?", "2031년 5월 2일입니다."),
        ("등대 문 열 때 몇 명이었어?", "70입니다."),
        ("표 몇 장 팔렸어?", ""),
    ],
)
def test_korean_counters_and_verbs_without_the_particle_of_their_noun(question: str, says: str) -> None:
    reply = answer(question, lighthouse())
    assert reply.answer == says if says else reply.status is Status.UNKNOWN


def test_whether_something_was_so_is_not_told_by_when_it_was() -> None:
    assert told("market", "was the architect at the opening too?") == ""


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


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("gadget", "which of the three new devices is the cheapest?", "The Nabi 5 Mini goes"),
        ("gadget", "which of the four devices is the cheapest?", ""),
        ("gadget", "which phone is the lightest?", "The Nabi 5 Mini goes"),
        ("gadget", "제일 가벼운 제품은 뭐야?", "나비 5 미니는"),
        ("gadget", "제일 비싼 거 뭐야?", ""),
        ("market", "which device is the cheapest?", ""),
        ("zoo", "제일 무거운 제품은?", ""),
    ],
)
def test_the_most_of_all_goods_is_of_the_things_that_are_measured(base: str, question: str, says: str) -> None:
    assert says in told(base, question) if says else not told(base, question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("부표를 조사하는 곳이 어디야?", "가온시"),
        ("쇠제비호를 기증한 데가 어디야?", "왜가리조정클럽"),
        ("사고가 난 곳이 어디야?", "달빛호"),
    ],
)
def test_where_no_place_is_told_a_place_that_does_it_is_who_does_it(question: str, says: str) -> None:
    assert says in told("regatta", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("how long did the unveiling of the Nabi 5 take?", "90 minutes"),
        ("where was the Dolbook 14 unveiled?", "Harbor Hall"),
        ("한유리가 나비 5에 대해 뭐라고 했어?", "저녁"),
        ("젠트로 쪽에서는 나비 5 미니 보고 뭐래?", "취미"),
        ("브란트가 나비 5에 대해 뭐라고 했어?", ""),
        ("what did Han say about the Nabi 5 Mini?", ""),
    ],
)
def test_a_name_of_several_words_in_the_text_of_a_fact_is_a_word_of_it(question: str, says: str) -> None:
    assert says in told("gadget", question) if says else not told("gadget", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("are student dorms covered by the ordinance?", "No. Student dormitories are exempt."),
        ("학생 기숙사도 조례 적용되나요?", "아니요, 학생 기숙사는 적용되지 않습니다."),
        ("what is the fine for a false statement under the ordinance?", "The fine is 2 million won."),
        ("how much does the ordinance cost?", ""),
        ("who repealed the ordinance?", ""),
    ],
)
def test_the_one_thing_that_a_story_is_about_holds_of_all_its_facts(question: str, says: str) -> None:
    assert told("law", question) == says


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("전시 끝났어?", "2031년 7월 27일에 끝납니다."),
        ("전시 다 끝난 거야?", "2031년 7월 27일에 끝납니다."),
        ("전시가 7월에 끝나?", "네"),
    ],
)
def test_whether_it_is_over_is_told_by_when_it_ends(question: str, says: str) -> None:
    assert told("museum", question).startswith(says)


MILL_NAMES = """
people:
  ko-mina: {name: {en: Ko Mina, ko: 고미나}, exact: {en: [Ko]}, title: {en: miller, ko: 방앗간지기}, of: mill-trust, age: 44}
  yu-sol: {name: {en: Yu Sol, ko: 유솔}, title: {en: mayor, ko: 시장}}
organisations:
  mill-trust: {name: {en: Reed Mill Trust, ko: 갈대방앗간재단}, kind: {en: [trust], ko: [재단]}}
places:
  reed-bridge: {name: {en: Reed Bridge, ko: 갈대다리}}
  reed-hall: {name: {en: Reed Hall, ko: 갈대회관}}
things:
  old-wheel: {name: {en: the Old Wheel, ko: 옛 물레}, kind: {en: [wheel], ko: [물레]}, about: {en: a wheel of oak, ko: 참나무 물레}}
"""
MILL_QUESTIONS = """
parts:
  age: {type: amount, words: {en: [age], ko: [나이]}, say: {en: "{value}.", ko: "{value}세입니다."}}
  arrests: {type: flag, words: {en: [arrested], ko: [체포되다]}}
  carver: {type: text, role: by, asks: [who], words: {en: [carve, carved], ko: [깎다]}}
  span: {type: amount, words: {en: [long, length], ko: [길이]}}
  ground: {type: flag, words: {en: [milled], ko: [빻다]}}
kinds:
  sale:
    title: {en: sale, ko: 판매}
    words: {en: [sell, sale, buy], ko: [팔다, 판매, 사다]}
    parts: {how_much: {words: {en: [price], ko: [값]}}}
    say: {en: "{who} sold {what}.", ko: "{who}가 {what}을 팔았습니다."}
  protest:
    title: {en: protest, ko: 시위}
    words: {en: [protest], ko: [시위]}
    say: {en: "They protested at {where} on {when}.", ko: "{when} {where}에서 시위했습니다."}
  silence:
    title: {en: silence, ko: 침묵}
    words: {en: [silence, comment], ko: [침묵, 말하다]}
    say: {en: "{who}: {said}", ko: "{who}: {said}"}
  grinding:
    title: {en: grinding, ko: 제분}
    words: {en: [grind, grinding, ground], ko: [제분]}
    say: {en: "{what} grinds.", ko: "{what}가 제분합니다."}
"""
MILL_STORIES = """
story: mill
title: {en: Reed Mill, ko: 갈대방앗간}
date: 2031-06-09
main: wheel-sale
subject: mill-trust
source: {outlet: {en: Reed News (invented), ko: 갈대뉴스(지어낸 신문)}}
facts:
  wheel-sale:
    kind: sale
    title: {en: the sale of the wheel, ko: 물레 판매}
    who: ko-mina
    what: old-wheel
    when: 2031-06-09
    how_much: 900 USD
    carver: {en: the joiner Bo, ko: 목수 보}
    span: 4 m
    words: {en: [generous], ko: [후하다]}
  protest:
    kind: protest
    title: {en: the protest, ko: 시위}
    where: reed-bridge
    when: 2031-06-08
    arrests: no
  silence:
    kind: silence
    title: {en: Yu's silence, ko: 유솔의 침묵}
    who: yu-sol
    when: 2031-06-07
    where: reed-hall
    said: {en: "Yu had nothing for anyone.", ko: "유솔은 할 말이 없었습니다."}
    about: {en: stepping back, ko: 은퇴}
    words: {en: [retire], ko: [은퇴하다]}
  no-rye:
    kind: grinding
    title: {en: rye, ko: 호밀}
    what: old-wheel
    ground: no
    words: {en: [rye], ko: [호밀]}
    told: {en: "Rye is not ground here.", ko: "호밀은 제분하지 않습니다."}
"""


@cache
def mill() -> Known:
    """The base of a mill."""
    return made(names=MILL_NAMES, questions=MILL_QUESTIONS, stories=MILL_STORIES)


def of_the_mill(question: str) -> str:
    """What the bot of the mill tells; "" where it tells nothing."""
    reply = answer(question, mill())
    return reply.answer if reply.status in TOLD else ""


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("price of the Old Wheel, and who sold it?", "$900. Ko Mina."),
        ("물레를 판 사람 이름이랑 소속", "고미나입니다. 갈대방앗간재단입니다."),
        ("price of the Old Wheel, and does it sing?", ""),
    ],
)
def test_key_words_and_a_question_are_both_answered(question: str, says: str) -> None:
    assert of_the_mill(question) == says


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("where was the protest?", "At Reed Bridge."),
        ("where are the people arrested at the protest now?", ""),
        ("시위에서 체포된 사람들 지금 어디 있어?", ""),
    ],
)
def test_where_it_was_does_not_tell_where_they_are_now(question: str, says: str) -> None:
    assert of_the_mill(question) == says


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("when did Yu Sol comment?", "June 7, 2031."),
        ("when did Yu Sol retire?", ""),
        ("when is Yu Sol retiring?", ""),
        ("유솔은 언제 은퇴했어?", ""),
    ],
)
def test_when_something_was_spoken_of_is_not_when_it_was(question: str, says: str) -> None:
    assert of_the_mill(question) == says


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who carved the Old Wheel?", "The joiner Bo."),
        ("is rye ground here?", "No. Rye is not ground here."),
        ("how long is the Old Wheel?", "4 m."),
        ("how long did the sale of the Old Wheel take?", ""),
        ("did Yu Sol hear of the sale?", ""),
    ],
)
def test_what_is_told_is_of_the_sort_that_is_asked(question: str, says: str) -> None:
    assert of_the_mill(question) == says


@pytest.mark.parametrize(
    ("question", "says"),
    [("전시 몇 점이에요? 46점?", "46점.")],
)
def test_guesses_behind_a_question_say_nothing_of_what_it_asks(question: str, says: str) -> None:
    assert told("museum", question) == says


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("trial", "when did the court rule?", "January 19"),
        ("trial", "what did Gu Bonil tell the court?", "files at night"),
        ("trial", "which university is the professor from?", "Norak University"),
        ("trial", "what did Oh Seran tell the police?", ""),
        ("storm", "who owns the university?", ""),
    ],
)
def test_the_last_word_of_the_name_of_a_house_is_its_common_noun(base: str, question: str, says: str) -> None:
    assert says in told(base, question) if says else not told(base, question)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("law", "보증금 반환 기한이 며칠인가요?", "60일"),
        ("law", "첫 개정은 며칠에 됐어?", "5월 20일"),
        ("hospital", "is the hospital open on Sundays?", "No."),
        ("hospital", "is the hospital open on Saturday?", "Yes."),
    ],
)
def test_days_are_counted_or_named_as_the_grammar_says(base: str, question: str, says: str) -> None:
    assert says in told(base, question)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("startup", "what was Han Ji-woo's job before Moru?", "engineer"),
        ("startup", "what is Han Ji-woo's job?", "CEO"),
        ("merger", "what was Min Seo-yeon's job before?", ""),
        ("space", "할보르센은 예전에 뭐 하던 사람이야?", ""),
    ],
)
def test_what_somebody_is_does_not_tell_what_he_was_before(base: str, question: str, says: str) -> None:
    assert says in told(base, question) if says else not told(base, question)


def test_a_korean_question_about_some_of_those_before_is_answered_too() -> None:
    assert told("startup", "모루 직원은 몇 명인가요? 그중 엔지니어는?") == "164명입니다. 96명입니다."


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("strike", "How many lines were knocked out by the strike?", "118"),
        ("trial", "what time did the court sit on 17 October", "2:00"),
        ("storm", "열대저압부로 바뀐 게 언제죠", "9월 8일"),
        ("strike", "Which lines were sold by the strike?", ""),
        ("strike", "Were any lines knocked out by the strike?", ""),
        ("strike", "what was the result of the ratification vote?", ""),
        ("trial", "who dragged Voltmar into court?", ""),
    ],
)
def test_a_word_that_says_little_keeps_no_fact_from_an_open_question(base: str, question: str, says: str) -> None:
    assert says in told(base, question) if says else not told(base, question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("what present did Dalvor give Varga", "mountain honey"),
        ("what gift did Brek give to Varga", "Winter Heron"),
        ("who presented the winter heron to Varga", "Tomas Brek"),
        ("give me the names of those who were in the Cedar Room", "Mila Korsak"),
        ("was the treaty signed in a hall, and if so which one", "Harbour Hall"),
        ("how did she arrive, the president of Lundria", "By train"),
        ("when did they meet/talk in the Cedar Room", "10:00"),
        ("how many countries and which ones signed the treaty", ""),
        ("Lake Sarn Treaty, who signed it", "Ines Dalvor"),
        ("how did Dalvor spend September 12", "state dinner"),
        ("is Clear River a party, a company or a group?", "environmental group"),
        ("did Korsak take part", "Yes"),
        ("did Lant take part", ""),
        ("can I have the date of the next summit", "May 2035"),
    ],
)
def test_presents_lists_and_what_stands_behind(question: str, says: str) -> None:
    assert says in told("summit", question) if says else not told("summit", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("브레크는 누구랑 왔어", "노라 퀼"),
        ("달보르가 데꼬온 사람은", "오스카 펠트"),
        ("감기 땜에 안온 사람 누구야", "밀라 코르사크"),
        ("바르가 달보르 코르사크 중에 만찬 안 온 사람", "밀라 코르사크"),
        ("브레크 달보르 스텐 중에 만찬 온 사람", "토마스 브레크"),
        ("바르가랑 브레크가 뭘 같이 하기로 했대", "곡물 관세"),
        ("달보르 도착이 4시 15분이야 5시야", "4시 15분"),
        ("만찬 누가 요리했어? 바르가가 했나", "휴고 란트"),
        ("케이블 얘기도 있던데 합의했어?", "합의하지 못했"),
        ("골프 얘기도 나왔다던데 누가 했어", ""),
    ],
)
def test_everyday_korean_is_read_in_another_field_too(question: str, says: str) -> None:
    assert says in told("summit", question) if says else not told("summit", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who came fourth in the women's marathon?", ""),
        ("who got fourth place in the women's marathon?", ""),
        ("여자 마라톤 4위는 누구야?", ""),
        ("누가 4등이야?", ""),
        ("who came third in the women's marathon?", "Clara Montes."),
        ("여자 마라톤 3위 누구", "클라라 몬테스입니다."),
    ],
)
def test_a_place_that_no_fact_has_is_not_told_by_another(question: str, says: str) -> None:
    assert told("marathon", question) == says


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("name and age of the oldest volunteer", "Edda Rusk; 88"),
        ("what is the name and age of the oldest volunteer?", "Edda Rusk; 88"),
        ("최고령 자원봉사자 이름이랑 나이 알려줘", "에다 루스크; 88"),
        ("여자 하프 마라톤 우승자 이름", "페트라 린드크비스트입니다."),
        ("what is the name of the oldest finisher?", "Gustav Orlan."),
        ("name of the designer of the medal", "Yara Finch."),
        ("총감독 이름이 뭐야", "잉그리드 솔베이입니다."),
    ],
)
def test_the_name_of_whoever_did_something_is_who_that_is(question: str, says: str) -> None:
    assert all(word in told("marathon", question) for word in says.split("; "))


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("how many metres is the total climb?", "185 metres."),
        ("총 오르막은 몇 미터야?", "185미터입니다."),
        ("how many kilometres is the marathon?", "42.195 km."),
        ("by what time did you have to pass km 21?", "By October 11, 2026, 11:45 a.m."),
        ("21km 지점은 몇 시까지 통과해야 해?", "2026년 10월 11일 오전 11시 45분까지입니다."),
        ("when can I register for 2027?", "February 1, 2027, 10:00 a.m."),
        ("마라톤 대회 몇 회째야?", ""),
        ("how many times did Vorel win?", ""),
    ],
)
def test_what_is_asked_in_a_unit_is_told_in_it(question: str, says: str) -> None:
    assert told("marathon", question) == says


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("will Vorel be back in 2027?", "She did not say whether"),
        ("보렐은 2027년에 다시 나와?", "2027년에 다시 올지는 말하지 않았습니다."),
        ("is there a relay in 2027?", "Yes. New in 2027 is a relay"),
        ("anything new planned for 2027?", "New in 2027 is a relay"),
        ("will the start be moved forward?", "It has not been decided whether"),
        ("출발 시각이 8시로 바뀌어?", "경찰이 요청한 대로"),
    ],
)
def test_a_year_is_a_word_of_a_base_too_and_what_is_open_is_no_yes(question: str, says: str) -> None:
    assert told("marathon", question).startswith(says)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("prize", "did the jury have seven members?", "No. The jury had five members at first"),
        ("prize", "did four jurors vote?", "Yes. "),
        ("prize", "심사위원은 7명이었어?", "아니요, 처음에는 다섯 명"),
        ("prize", "심사위원이 다섯 명이었어?", "네, "),
        ("prize", "did the vote take four rounds?", "No. Three rounds"),
        ("storm", "were 40 domestic flights cancelled?", "No. 41 domestic flights."),
        ("storm", "were twelve flights cancelled?", ""),
        ("library", "are there three study rooms?", "Yes. "),
        ("library", "are there four study rooms?", ""),
        ("prize", "how many jurors voted?", "4 jurors voted."),
        ("prize", "how many readers voted?", ""),
    ],
)
def test_a_number_in_words_is_held_to_as_one_in_figures(base: str, question: str, says: str) -> None:
    assert told(base, question).startswith(says)
    assert bool(told(base, question)) == bool(says)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("storm", "did it land at 2?", "No. September 7, 2024, 2:20 a.m."),
        ("storm", "2시에 상륙했어?", "아니요, 2024년 9월 7일 오전 2시 20분입니다."),
        ("storm", "2시쯤 상륙했어?", "네, "),
        ("council", "did the session end at 10 p.m.?", "No. It ended at 10:50 p.m."),
        ("council", "did the session begin at 6?", "Yes. "),
    ],
)
def test_an_hour_is_held_to_the_minute(base: str, question: str, says: str) -> None:
    assert told(base, question).startswith(says)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("did the shortlisted writers attend?", ""),
        ("최종후보 작가들은 참석했어?", ""),
        ("were Lindqvist and Obi at the fair?", ""),
        ("did Mirinae come?", "No. Mirinae Books stayed away"),
        ("was Kang on the jury?", "No. The jury had five members at first: Noh Jae-rin"),
        ("야간 여객선이 상을 받았어?", "아니요, 2026년 5월 15일 금요일 포르투갈 소설가 마르타 킨텔라의"),
        ("was Noh on the jury?", "Yes. "),
        ("did the jury meet Kang?", ""),
    ],
)
def test_what_a_fact_is_silent_on_is_not_confirmed_and_a_complete_list_denies(question: str, says: str) -> None:
    assert told("prize", question).startswith(says)
    assert bool(told("prize", question)) == bool(says)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("한이슬 번역가는 어디서 공부했나요?", "코임브라입니다."),
        ("where did the translator Han Yi-seul study?", "In Coimbra."),
        ("who is the lawyer Pyo Eun-jeong?", "Pyo Eun-jeong is the lawyer"),
        ("심사위원장 노재린이야?", "네, "),
        ("전주 낭독회는 언제로 잡혔어요?", "2026년 5월 18일입니다."),
        ("readings planned in which cities, please?", "In Jeonju. In Seoul."),
        ("조사한 변호사 이름 알려줘", "표은정"),
        ("킨텔라가 한이슬 얘기 뭐라고 했어?", "마르타 킨텔라는 소감에서"),
    ],
)
def test_a_title_beside_a_name_and_a_word_of_planning_are_no_words_of_another_fact(question: str, says: str) -> None:
    assert told("prize", question).startswith(says)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("prize", "when was the jury's last meeting?", "May 14, 2026."),
        ("prize", "심사위원들 마지막 회의는 언제였어?", "2026년 5월 14일입니다."),
        ("prize", "when was the jury's first meeting?", ""),
        ("prize", "첫 회의는 언제였어?", ""),
        ("club", "when was the first training?", "October 20, 2025."),
        ("club", "when was the last training?", ""),
        ("club", "when was the last meeting of Ashworth and Bae?", ""),
        ("prize", "who announced the shortlist?", ""),
        ("prize", "who was shortlisted?", "Of the six three are named"),
        (
            "prize",
            "which country will be guest at the fair next year?",
            "The guest country of next year's fair has not",
        ),
    ],
)
def test_the_first_of_a_kind_is_none_that_is_called_the_last(base: str, question: str, says: str) -> None:
    assert told(base, question).startswith(says)
    assert bool(told(base, question)) == bool(says)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("merger", "Garam Bank has a CFO, who's that?", "Min Seo-yeon"),
        ("merger", "Solmoe's chief is called what?", "Peter Lindqvist"),
        ("merger", "Min Seo-yeon is what at Garam Bank?", "Min Seo-yeon is chief financial officer"),
        ("merger", "what post does Cha Eun-bi hold and where?", "Cha Eun-bi is head of the Solmoe union."),
        ("merger", "Yoo and Lindqvist: which bank, respectively", "Yoo Ha-kyung is chairman of Garam Bank. Peter"),
        ("merger", "유하경 배도환 소속", "유하경은 가람은행 회장입니다. 배도환은"),
        ("merger", "유하경이랑 배도환 둘 다 가람은행 사람이야?", "아니요, "),
        ("summit", "엘레나 바르가랑 유리 스텐 둘 다 벨모라 사람임?", "네, "),
        ("summit", "달보르랑 스텐은 같은 나라 사람이야?", "아니요, "),
        ("summit", "are Varga and Stenn from the same country?", "Yes. "),
        ("summit", "full line-up at the dinner", "Elena Varga, Tomas Brek, Ines Dalvor"),
        ("summit", "after she was done with Brek, whom did Varga meet next?", "Ines Dalvor."),
        ("orchestra", "luca bernardi = what at hangyeol philharmonic", "Luca Bernardi is chief conductor"),
        ("summit", "Velmora has a chess champion, who's that", ""),
        ("merger", "Garam Bank has a janitor, who's that?", ""),
        ("merger", "after Yoo, whose turn was it to resign?", ""),
    ],
)
def test_whoever_is_described_is_told_by_name_and_by_house(base: str, question: str, says: str) -> None:
    assert told(base, question).startswith(says)
    assert bool(told(base, question)) == bool(says)
