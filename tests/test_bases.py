"""Other stories are other YAML: every fact base here is in order, and the fixtures are invented and have questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from questions.ask import known_of
from questions.bank import BASES, read_set

from bot.answer import answer
from bot.authors.check import must_mend
from bot.ready import shipped
from bot.turn import LANGS, Memory, Status

NAMES = sorted(folder.name for folder in BASES.iterdir() if folder.is_dir())


def tells_or_declines(base: str, question: str, says: str) -> None:
    """See that what a base says to a question holds something, or where that is nothing, that it declines."""
    reply = answer(question, known_of(BASES / base))
    assert says in reply.answer if says else reply.status is Status.UNKNOWN, reply


@pytest.mark.parametrize("folder", [shipped(), *(BASES / name for name in NAMES)], ids=["shipped", *NAMES])
def test_the_base_has_no_error(folder: Path) -> None:
    assert [str(problem) for problem in must_mend(known_of(folder), folder)] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_base_is_marked_as_invented(name: str) -> None:
    texts = [file.read_text("utf-8") for file in (BASES / name).rglob("*.yaml")]
    assert any("invented" in text.casefold() for text in texts)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", LANGS)
def test_the_base_has_its_questions(name: str, lang: str) -> None:
    cases = [case for case in read_set(name) if case.lang == lang]
    assert len(cases) >= 40
    assert any(not case.answerable for case in cases)


def told(base: str, question: str) -> str:
    """What a base's bot answers."""
    reply = answer(question, known_of(BASES / base))
    assert reply.status in (Status.ANSWERED, Status.CORRECTED), reply
    return reply.answer


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("museum", "When was the museum founded?", "May 5, 1968"),
        ("park", "나래다리 길이랑 폭이 각각 어떻게 되나요", "186 m입니다. 폭 1.5 m"),
        ("heist", "Repairing the tiara: how long will that take, at what cost?", "eight months"),
        ("museum", "박물관은 언제 설립됐어?", "1968년 5월 5일"),
        ("museum", "염부들은 작년에 샀어? 아니면 언제 샀어", "2003년"),
        ("festival", "종이등대가 먼저야 벨벳주판이 먼저야? 공연 순서", "종이등대"),
        ("festival", "종이등대 공연한 날이랑 벨벳주판 공연한 날이 같아?", "아니요, "),
        ("festival", "토요일 맞나? 벨벳주판 공연한 날", "네, "),
        ("league", "When was Dallae Foxes founded?", "1994"),
        ("league", "달래 폭스는 언제 창단됐어?", "1994년"),
    ],
)
def test_what_was_done_to_the_only_one_in_a_fact_is_told(base: str, question: str, says: str) -> None:
    assert says in told(base, question)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("zoo", "is Taro more than 10 years old?", "Yes. "),
        ("zoo", "Does Gaon weigh less than 1000 kg?", "No. "),
        ("zoo", "타로는 10살 이상이야?", "네, "),
        ("museum", "does the museum close before 7 p.m.?", "Yes. "),
        ("museum", "is the cafe open after 5pm?", "Yes. "),
        ("museum", "is the cafe open before 10?", "No. "),
        ("museum", "입장료가 만원 넘어?", "아니요, "),
        ("festival", "did Dotori Soda put in more than 300 million won?", "Yes. "),
    ],
)
def test_a_bound_holds_for_whatever_a_base_measures(base: str, question: str, says: str) -> None:
    assert told(base, question).startswith(says)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("airport", "도재현이 가람만공항공사 사장 맞지?", "아니요, "),
        ("airport", "how many people died in the HO417 landing", "Nobody was badly hurt"),
        ("airport", "터미널 짓는데 돈 얼마 들었대", "3120억"),
        ("airport", "후쿠오카랑 다낭 중에 어디가 더 싸", "해오름항공은 2026년 6월 3일부터 후쿠오카"),
        ("airport", "후쿠오카랑 다낭 중에 어디가 더 비싸", "해오름항공은 2026년 7월 9일부터 다낭"),
        ("airport", "is Fukuoka more expensive than Da Nang?", "No. "),
        ("film", "소금 등대 개봉일", "2025년 6월 18일"),
        ("film", "밀수꾼 역은 누가 연기했나요", "탁준호"),
        ("film", "태풍 때문에 며칠 쉬었대", "9일"),
        ("film", "소금 등대 몇 분짜리 영화임?", "127분"),
        ("film", "Who are the owners of Dalmuri?", "Seo Ha-jin"),
        ("concert", "Which city sold out fastest?", "Seoul"),
        ("concert", "가장 빨리 매진된 공연은?", "서울"),
        ("concert", "서울이 부산보다 빨리 매진됐어?", "네, "),
        ("concert", "Where does Tessa come from?", "Melbourne"),
        ("concert", "What is the 5th track?", "Ninety Steps, a ballad"),
        ("concert", "How high did Green Window get?", "Number 7"),
        ("concert", "What happened to Jiyul?", "sprained"),
        ("concert", "지율한테 무슨 일이 있었어?", "삐었고"),
        ("concert", "What happened to the Taipei show?", "postponed"),
        ("concert", "Who received the 200 million won from Lumiveil?", "Saenal"),
        ("concert", "글래스타이드 몇시에 공개됐어?", "오후 6시"),
        ("concert", "How long did it take the Night Ferry clip to hit ten million?", "19 hours"),
        ("concert", "budget of the Night Ferry music video?", "did not disclose"),
        ("concert", "그린 윈도는 최고 몇 위였어?", "7위"),
        ("concert", "what's Owlpaper's actual name", "Bae Se-jun"),
    ],
)
def test_what_was_learned_from_other_fields_stays_learned(base: str, question: str, says: str) -> None:
    assert says in told(base, question)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("gadget", "is Harbor Hall in Busan?", "Yes. "),
        ("gadget", "하버홀은 부산에 있어?", "네, "),
        ("gadget", "where is Harbor Hall?", "Harbor Hall is in Busan."),
        ("law", "where is the Deposit Office?", "8 Lantern Street"),
    ],
)
def test_what_something_is_written_to_lie_in_tells_where_it_is(base: str, question: str, says: str) -> None:
    assert says in told(base, question)


@pytest.mark.parametrize(
    ("base", "question"),
    [
        ("airport", "비상착륙 다솔공항에서 한거 맞죠"),
        ("airport", "how many metres long is the runway"),
        ("airport", "Did more people fly through Garam Bay in 2025 than in 2024?"),
        ("film", "탁준호 발목 다 나았대? 언제 복귀함"),
        ("concert", "which city has the cheapest tickets?"),
        ("concert", "월드 투어 울란바토르에서 했어?"),
        ("festival", "무대가 네 개야?"),
    ],
)
def test_what_only_looks_like_an_answer_is_not_told(base: str, question: str) -> None:
    assert answer(question, known_of(BASES / base)).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("zoo", "What is the most expensive ticket?", "The family ticket: 45,000 won"),
        ("zoo", "어른표랑 어린이표 중 뭐가 더 비싸?", "어른 입장권: 1만8000"),
        ("zoo", "어른표가 어린이표보다 비싸?", "네, "),
        ("zoo", "Are the penguins fed before the otters?", "Yes. "),
        ("zoo", "who is the turtle?", "Taro"),
        ("league", "Who was the most expensive signing this year?", "Sim Ga-on"),
        ("league", "심가온이 오로보다 비싸?", "네, "),
        ("league", "Did Seorin and Hanul play on the same day?", "Yes. "),
        ("league", "Who came from Mireu?", "Benedikt Oro"),
        ("airport", "what's the most expensive route?", "Da Nang"),
        ("hospital", "Is parking free for half an hour?", "Yes. "),
        ("airport", "Is Do Jae-hyun the one who runs Haeoreum Air?", "CEO"),
        ("merger", "who runs Solmoe Bank?", "Lindqvist"),
    ],
)
def test_what_a_new_rule_could_have_cost_is_told_still(base: str, question: str, says: str) -> None:
    assert says in told(base, question)


@pytest.mark.parametrize(
    ("base", "question"),
    [
        ("league", "Did Mireu win at least one match?"),
        ("league", "Did Seorin finish above Hanul?"),
        ("airport", "Did Terminal 2 cost more than 300 billion won?"),
        ("airport", "Does the state own half of the corporation?"),
        ("benefits", "최소 며칠 전에 신청해야 돼?"),
        ("library", "저녁 7시 넘어서도 열어?"),
    ],
)
def test_a_bound_or_a_verb_that_no_fact_settles_is_not_told(base: str, question: str) -> None:
    assert answer(question, known_of(BASES / base)).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("what was the turnout?", "65%"),
        ("투표율 몇임", "65%"),
        ("유권자가 모두 몇 명이었습니까?", "21만2400명"),
        ("한도연 몇 위야?", "2위"),
    ],
)
def test_a_figure_is_that_of_the_word_beside_it_and_of_the_whole(question: str, says: str) -> None:
    assert says in told("election", question)


@pytest.mark.parametrize(
    ("base", "turns", "says"),
    [
        ("storm", ["how strong was the gust?", "where was that?", "and at Danpo Port?"], "38 m/s"),
        ("benefits", ["does the company plan a four-and-a-half-day week?", "when will it start?"], ""),
        ("benefits", ["where will the second childcare room be?", "what will it cost?"], ""),
    ],
)
def test_a_follow_up_asks_of_the_very_thing_told_of(base: str, turns: list[str], says: str) -> None:
    known, memory = known_of(BASES / base), Memory()
    for turn in turns:
        reply = answer(turn, known, memory)
        memory = reply.memory
    assert (says in reply.answer) if says else (reply.status is Status.UNKNOWN)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("where did the union apply for mediation?", "Labour Commission"),
        ("조정 신청은 어디에 했습니까?", "노동위원회"),
        ("where did the marchers start from", "Sori Plaza"),
    ],
)
def test_where_asks_for_the_house_or_place_that_something_goes_to_in_a_fact_of_no_other_place(
    question: str, says: str
) -> None:
    assert says in told("strike", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [("운송협회 회사 몇 개야", "14"), ("what is the Regional Labour Commission?", "mediated")],
)
def test_a_house_of_a_long_name_is_called_by_its_tail(question: str, says: str) -> None:
    assert says in told("strike", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [("how many people were hurt during the strike?", "Three"), ("파업 동안 다친 승객 몇 명이야", "세 명")],
)
def test_what_the_whole_story_is_about_is_no_stranger_to_a_fact_of_it_as_the_time_of_that(
    question: str, says: str
) -> None:
    assert says in told("strike", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("협회가 맨 처음 제시한 건 몇 프로야", "1.8"),
        ("what was the association's first offer", "1.8"),
        ("노조의 최종 요구는 몇 퍼센트였어?", "6.4"),
    ],
)
def test_what_a_dated_fact_came_after_is_the_first_of_its_kind_though_it_has_no_date(question: str, says: str) -> None:
    assert says in told("strike", question)


def test_the_name_of_a_person_is_not_told_by_what_sort_of_thing_it_was() -> None:
    reply = answer("사고난 대체버스 운전기사 이름은?", known_of(BASES / "strike"))
    assert reply.status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("ferry", "Is the ticket office open at 7 am?", "Yes. "),
        ("ferry", "is the ticket office still open at 8:30 p.m.?", "No. "),
        ("ferry", "does the ticket office open at 7 am?", "No. "),
        ("ferry", "매표소 아침 일곱 시에 열려 있어?", "네, "),
        ("ferry", "매표소 8시에 닫아?", "네, "),
        ("ferry", "is the exhibition closed on Mondays?", "Yes. "),
        ("ferry", "is the exhibition closed on Tuesdays?", "No. "),
        ("park", "is the visitor centre open at 8 in the morning?", "No. "),
        ("park", "탐방안내소 수요일에 열어?", "네, "),
        ("museum", "Is the museum open at 8 pm on Fridays?", "Yes. "),
        ("museum", "박물관 월요일에 열어?", "아니요, "),
        ("museum", "when does the museum open?", "10:00 to 18:00"),
        ("zoo", "Is the zoo open at 8 am?", "No. From March"),
        ("hospital", "Can I visit a patient at 3 pm?", "Yes. 2:00 p.m. to"),
        ("campus", "is the library open at 8 am on Saturday?", "No. Saturday"),
        ("library", "도서관 월요일에 쉬어?", "네, "),
        ("election", "can I vote at 9 pm?", "No. "),
    ],
)
def test_an_hour_and_a_weekday_are_held_against_the_hours_of_a_house(base: str, question: str, says: str) -> None:
    assert says in told(base, question)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("ferry", "who was the previous managing director?", "Malcolm Dray."),
        ("ferry", "이전 대표이사는 누구였어?", "맬컴 드레이입니다."),
        ("ferry", "who ran the company before Ingrid Sorley?", "Malcolm Dray."),
        ("hospital", "who was the previous director of the hospital?", "Jang Moon-sik"),
        ("ferry", "who has the majority of the shares in the company?", "The Tesk Islands Council."),
        ("ferry", "노던 라크호는 얼마야?", "4600만 유로입니다."),
        ("ferry", "how much is the Northern Lark?", "€46 million."),
        ("ferry", "what happened to the Storm Petrel?", "struck the Gannet Rock"),
        ("ferry", "orrin sound line head office address", "8 Capstan Street"),
        ("ferry", "how quickly did they rescue the passengers?", "within 45 minutes"),
        ("ferry", "first sailing to Brannoy in the morning, what time?", "6:30 a.m."),
        ("ferry", "보고서 권고사항 중에 맨 첫 번째가 뭐였죠", "레이더"),
    ],
)
def test_what_is_asked_of_a_holder_and_of_a_thing_is_told_of_that_one(base: str, question: str, says: str) -> None:
    assert says in told(base, question)


def test_who_held_a_post_before_is_not_told_by_who_holds_it_now() -> None:
    for base, question in (
        ("ferry", "who was the previous captain of the Lady Anwen?"),
        ("ferry", "레이디 안웬호 이전 선장은 누구였어?"),
        ("zoo", "who was the previous director of the zoo?"),
        ("election", "who was the previous mayor?"),
        ("startup", "who was the previous CEO of Moru?"),
        ("ferry", "who ran the company before Ingrid Sorley, and for how many years"),
    ):
        assert answer(question, known_of(BASES / base)).status is Status.UNKNOWN


def test_how_a_thing_was_done_is_not_told_by_who_did_it() -> None:
    assert answer("how gently did the lifeboat get everyone off", known_of(BASES / "ferry")).status is Status.UNKNOWN


def test_what_stands_before_a_bare_question_word_is_held_to_the_letter() -> None:
    reply = answer("first sailing to Ormsay in the morning, what time", known_of(BASES / "ferry"))
    assert reply.status is Status.UNKNOWN


def test_when_a_house_is_open_is_not_told_by_when_something_was_opened() -> None:
    for question in ("is the zoo open on Sunday?", "동물원 화요일에 열어?"):
        assert answer(question, known_of(BASES / "zoo")).status is Status.UNKNOWN


def test_what_is_so_at_an_hour_of_every_day_is_not_told_to_be_so_on_one_day() -> None:
    assert told("ferry", "are there any boats on december 25th?").startswith("No. ")
    for question in ("is there a ferry on December 24?", "is there a ferry today?", "내일 배 떠?"):
        assert answer(question, known_of(BASES / "ferry")).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Is the exhibition open in May 2026?", "Yes. "),
        ("Is the exhibition open in November 2026?", "No. "),
        ("Does the exhibition start in May 2026?", "No. April 15"),
        ("2026년 5월에도 전시회 해?", "네, "),
        ("did the Garan kingdom exist in 300?", "Yes. "),
        ("exhibition, from when till when?", "September 30, 2026."),
        ("when does the exhibition start and end?", "September 30, 2026."),
        ("how long does the exhibition run?", "April 15 to September 30"),
        ("전시 기간", "9월 30일까지"),
        ("전시회 언제 열려?", "4월 15일부터"),
    ],
)
def test_what_lasts_is_told_with_both_its_ends(question: str, says: str) -> None:
    assert says in told("dig", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("학생은 누구한테 알렸어?", "탈비크"),
        ("who did the student tell first?", "Talvik"),
        ("달매 언덕 발굴 누가 이끌고 있어?", "제갈림"),
        ("방도율 누구야?", "학생"),
        ("제일 많이 나온 유물이 뭐야?", "유리구슬 150점"),
        ("Which crown is heavier, the Dalmae crown or the Chilmok crown?", "640 g"),
        ("How many more members does Seolin have than Verholm?", "12 people"),
        ("have both of the break-in guys been caught?", "No. One"),
        ("did the thieves get away with anything?", "No. Nothing"),
        ("what was Bang doing when he came across the capstone?", "tree roots"),
        ("온서에서 부담한 발굴비는 얼마야?", "4억"),
        ("젤 큰 청동거울은 어디 놓여 있었어?", "머리맡"),
        ("what are the dates of the exhibition?", "April 15 to September 30"),
    ],
)
def test_what_the_dig_taught_stays_learned(question: str, says: str) -> None:
    assert says in told("dig", question)


@pytest.mark.parametrize(
    "question",
    [
        "who did Jegal tell?",
        "Which tomb gave more objects?",
        "which university sent more people?",
        "which is heavier, the mirror or the crown?",
        "Who determined that the bones belong to a woman?",
        "무덤 지어진 게 대략 몇년 전이래",
    ],
)
def test_what_the_dig_does_not_settle_is_not_told(question: str) -> None:
    assert answer(question, known_of(BASES / "dig")).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("chess", "did Min lose to Halmgren?", "No. "),
        ("chess", "did Halmgren lose to Min?", "Yes. "),
        ("chess", "할름그렌은 누구에게 패했어?", "코르바노, 민하율"),
        ("chess", "who did Halmgren lose against in round 3?", "Min Ha-yul."),
        ("chess", "who did Halmgren lose to last?", "Elias Corvano."),
        ("chess", "who won, Danvers or Petrossa?", "Okel Danvers."),
        ("chess", "코르바노 한번이라도 졌어?", "아니요, "),
        ("league", "did Seorin lose to Mireu?", "No. "),
        ("league", "달래는 누구한테 졌어?", "서린"),
        ("league", "미르랑 서린 누가 이겼어", "서린"),
        ("campus", "하린대가 서율대한테 졌어?", "아니요, "),
        ("trial", "who did Voltmar lose to?", "Haneul Cell won"),
        ("election", "did Han beat Yoon?", "No. "),
    ],
)
def test_to_lose_is_to_win_the_other_way_round(base: str, question: str, says: str) -> None:
    assert says in told(base, question)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("chess", "did Min beat Halmgren with White?", "No. "),
        ("chess", "did Min beat Halmgren with Black?", "Yes. "),
        ("chess", "민하율이 할름그렌을 백으로 이겼어?", "아니요, "),
        ("chess", "could I take my phone in?", "No. "),
        ("library", "can I take newspapers home?", "No. "),
        ("library", "is it ok to eat a sandwich in the reading room?", "No. "),
        ("museum", "could I take photos in Room 6?", "No. No photos"),
        ("museum", "can I take pictures?", "Yes. "),
        ("chess", "did children have to pay?", "No. "),
        ("chess", "was the locker free?", "Yes. "),
        ("library", "does a reservation cost anything?", "No. "),
        ("chess", "did Desrosh finish higher than Halmgren?", "Yes. "),
        ("chess", "has the venue for next year been announced?", "No. "),
        ("chess", "내년 대회 장소 정해졌나요", "아니요, "),
    ],
)
def test_yes_and_no_go_by_what_is_told_of_whom_and_what_may_be_done(base: str, question: str, says: str) -> None:
    assert told(base, question).startswith(says)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who won the first edition?", "Winther"),
        ("5회 대회는 누가 우승했어?", "할름그렌"),
        ("who finished fourth?", "Seo Ji-hwan."),
        ("who finished higher, Seo or Ombarri?", "Seo Ji-hwan finished fourth"),
        ("who was placed highest?", "Elias Corvano"),
        ("who came last?", "Tomas Relk."),
        ("who was beaten in forty-one moves?", "Viktor Halmgren."),
        ("마흔한 수 만에 이긴 사람은?", "민하율"),
    ],
)
def test_one_of_several_is_told_by_its_number(question: str, says: str) -> None:
    assert says in told("chess", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("how old is the champion?", "27"),
        ("기권한 선수는 몇 살이야?", "35"),
        ("what's the rating of the player who withdrew?", "2,751"),
        ("what did the champion say?", "dreamt"),
        ("who did the champion beat in the last round?", "Viktor Halmgren."),
        ("which players drew in round 9?", "Anika Desrosh and Yoon Do-gyeom."),
        ("어떤 선수가 기권했어?", "렐크"),
        ("who coaches Min?", "Baek"),
    ],
)
def test_somebody_is_known_by_what_he_did(question: str, says: str) -> None:
    assert says in told("chess", question)


@pytest.mark.parametrize(
    "question",
    [
        "who won the second edition?",
        "2회 대회 우승자는 누구야?",
        "who is Seo's coach?",
        "서지환 코치 누구야",
        "what did the committee decide?",
        "what days did they not play?",
        "did Min ever lose?",
        "what was the rating of the player that beat Halmgren?",
    ],
)
def test_what_the_chess_tournament_does_not_settle_is_not_told(question: str) -> None:
    assert answer(question, known_of(BASES / "chess")).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("is Nuribong the highest peak?", "Yes. Nuribong"),
        ("is the highest peak Maebawi?", "No. Nuribong"),
        ("매바위봉이 가장 높은 봉우리야?", "아니요, 누리봉"),
        ("is Monk's Trail the longest?", "No. Sky Ridge Trail"),
        ("does Saebyeok Shelter have the most beds?", "Yes. Saebyeok Shelter"),
        ("was July the busiest month?", "No. The park had 94,700"),
        ("which month between May and July had the most visitors?", "May: 81,400"),
        ("5~7월 중 탐방객이 제일 적었던 달", "6월"),
        ("탐방객이 가장 많았던 달은?", "8월"),
        ("how many rescue missions from January to September?", "38"),
        ("is Gureum Shelter open in December?", "No. "),
        ("is Gureum Shelter closed in February?", "Yes. "),
        ("구름대피소 12월에 열어?", "아니요, "),
        ("갈대골길 9월에 열려 있었어?", "아니요, "),
        ("when is the last Blue Line bus?", "8:00 p.m."),
        ("is the last bus at 8?", "Yes. "),
        ("is the first bus at 8?", "No. "),
        ("does the visitor centre open at 6?", "No. "),
    ],
)
def test_what_the_park_taught_stays_learned(question: str, says: str) -> None:
    assert says in told("park", question)


@pytest.mark.parametrize(
    "question",
    [
        "visitors in April 2029",
        "2028년 5월 탐방객 수",
        "how many visitors from May to September?",
        "how many rescue missions in January?",
        "is Gureum Shelter open in June 2030?",
        "was Reed Valley Trail open in July?",
    ],
)
def test_what_the_park_does_not_settle_is_not_told(question: str) -> None:
    assert answer(question, known_of(BASES / "park")).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("how many lots were sold?", "31 lots were sold."),
        ("how many lots went unsold?", "7 lots went unsold."),
        ("how many works were withdrawn?", "One lot, lot 23"),
        ("how many lots were offered and how many sold?", "38 lots were offered. 31 lots were sold."),
    ],
)
def test_what_is_counted_is_what_the_verb_says_of_it(question: str, says: str) -> None:
    assert told("auction", question).startswith(says)


@pytest.mark.parametrize("question", ["what was the most expensive lot?", "which lot was the most expensive?"])
def test_the_dearest_is_held_by_the_sums_of_all(question: str) -> None:
    assert "Salt Gatherers" in told("auction", question)


@pytest.mark.parametrize(
    "question", ["in what building was the sale?", "in which building was this sale?", "which hall was this sale in?"]
)
def test_in_what_building_asks_where(question: str) -> None:
    assert "Old Grain Hall" in told("auction", question)


@pytest.mark.parametrize(
    "question", ["who thinks it is by a pupil?", "who believes it is by a pupil?", "who said it was by a pupil?"]
)
def test_who_thinks_that_it_is_so_asks_for_whoever_says_so(question: str) -> None:
    assert "Haldane" in told("auction", question)


@pytest.mark.parametrize("question", ["will there be another evening sale?", "will there be another sale?"])
def test_whether_there_will_be_another_is_not_told_by_what_was(question: str) -> None:
    assert "October" not in told("auction", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who was the auctioneer that night?", "Ottilie Brandt"),
        ("what was the hammer total of the night?", "9.86 million"),
        ("what sold for the most that night?", "Salt Gatherers"),
        ("who bought the tide clock on the night?", "Seoul"),
        ("그날 밤 조수 시계는 얼마에 팔렸어?", "15만 유로"),
    ],
)
def test_that_night_is_the_evening_of_which_the_story_tells(question: str, says: str) -> None:
    assert says in told("auction", question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who won Salt Gatherers?", "Velmora City Museum"),
        ("who won the sketchbook?", "Tessin"),
        ("are the cops investigating?", "No, the police are not"),
        ("how did the crowd react to the withdrawal?", "boos from the back rows"),
        ("was there any jeering?", "boos from the back rows"),
        ("is the tide clock still functioning?", "still runs"),
        ("did the museum's director make a down payment?", ""),
    ],
)
def test_likes_of_what_an_author_wrote_are_understood_wherever_he_wrote_it(question: str, says: str) -> None:
    tells_or_declines("auction", question, says)


@pytest.mark.parametrize(
    "question",
    [
        "number to call if I have a tip?",
        "emergency number if I have a break-in?",
        "the price of a ticket if I am 15?",
        "opening hours if I do come on Monday?",
    ],
)
def test_the_verb_of_a_condition_asks_no_yes_or_no(question: str) -> None:
    assert not answer(question, known_of(BASES / "heist")).answer.startswith(("Yes", "No"))


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Did Ruben Kast drive?", "Tilda Orban drove"),
        ("Was it Nils Orban who drove?", "Tilda Orban drove"),
        ("Was the third man the driver?", "Tilda Orban drove"),
        ("운전한 사람이 루벤 카스트야?", "틸다 오르반이"),
        ("세 번째 남자가 운전했어?", "틸다 오르반이"),
        ("was Tilda Orban inside the palace?", "Nils Orban and Ruben Kast were inside"),
    ],
)
def test_what_another_did_is_told_by_the_fact_that_has_the_verb(question: str, says: str) -> None:
    said = told("heist", question)
    assert says in said
    assert not said.startswith(("Yes", "네"))


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("진짜 목걸이가 국립은행에 있다는 소문 사실이야?", "아니요, "),
        ("진짜 목걸이는 국립은행에 있다던데 그 소문 맞아?", "아니요, "),
        ("도난당한 목걸이가 진품이야?", "네, "),
        ("was the rumour true?", "No. "),
        ("is it true that the real necklace is in the National Bank?", "No. "),
        ("Is the rumour that the real necklace is in the National Bank true?", "No. "),
        ("was the stolen necklace a copy?", "No. "),
    ],
)
def test_whether_a_rumour_is_true_is_asked_by_the_predicate(question: str, says: str) -> None:
    assert told("heist", question).startswith(says)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("when does Halden Pool close for ever?", "September 30"),
        ("who said no to the closure?", "Green Forum"),
        ("who said yes to the closure?", "Citizens' List"),
        ("within what time must the signatures be collected?", "90 days"),
        ("how is the hole in the budget plugged?", "reserves"),
        ("who did not turn up?", "Solvang"),
        ("who sat on the fence in the pool vote?", "Viktor Sand"),
        ("전기버스 값에서 나라가 몇 퍼센트 내?", "40%"),
    ],
)
def test_likes_of_words_of_towns_and_votes_are_understood(question: str, says: str) -> None:
    assert says in told("council", question)


@pytest.mark.parametrize(
    ("base", "question"),
    [
        ("council", "anyone nicked over the egg?"),
        ("council", "anybody busted over the egg?"),
        ("council", "anyone hurt at the protest?"),
        ("council", "anybody get handcuffed over the egg?"),
        ("trial", "anyone get arrested at the rally?"),
    ],
)
def test_anyone_before_what_was_done_asks_whether_it_was(base: str, question: str) -> None:
    assert told(base, question).startswith(("No", "Not so"))


@pytest.mark.parametrize(
    "question", ["어린이 도서관 카드도 돈 내야 돼?", "애들 도서관 카드 돈 내야 하나요?", "청소년도 도서관 카드 돈 내?"]
)
def test_what_some_pay_and_some_do_not_is_told_without_a_yes(question: str) -> None:
    assert told("council", question).startswith("18세 미만은 계속 무료")


@pytest.mark.parametrize(
    "question",
    [
        "which school did the Orban siblings go to?",
        "what class was Kast in?",
        "what website did Kast use?",
        "which document did Musil give?",
        "which paper did Holt read?",
        "what deadline did Dorn give?",
    ],
)
def test_a_noun_that_is_asked_for_is_not_idle(question: str) -> None:
    assert answer(question, known_of(BASES / "heist")).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("why did they let the ex-guard go again", "lack of evidence"),
        ("when did they let the former guard go?", "February 26"),
        ("why did they let Kast go?", ""),
        ("who let the thieves go?", ""),
        ("What gave Kast away?", ""),
        ("what gave the Orbans away?", ""),
    ],
)
def test_a_verb_of_two_words_is_one_around_its_object(question: str, says: str) -> None:
    tells_or_declines("heist", question, says)


@pytest.mark.parametrize(
    "question",
    [
        "When did Holt join the criminal police?",
        "when did Wenz join the court?",
        "when did Musil join the union?",
        "why did Holt join the police?",
    ],
)
def test_when_somebody_came_to_his_house_is_told_by_no_other_event(question: str) -> None:
    assert answer(question, known_of(BASES / "heist")).status is Status.UNKNOWN
