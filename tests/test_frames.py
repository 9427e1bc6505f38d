"""However a question is put, it is the same question: frames around it, the statement of it, key words for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from questions.ask import known_of
from questions.bank import BASES

from bot.answer import answer
from bot.ready import shipped
from bot.turn import Status

TOLD = [Status.ANSWERED, Status.CORRECTED]


def replied(base: str, question: str) -> str:
    """What the bot of a base tells, of which "" is the one that is shipped."""
    folder: Path = BASES / base if base else shipped()
    reply = answer(question, known_of(folder))
    assert reply.status in TOLD, reply
    return reply.answer


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("film", "who did you say directed The Salt Lighthouse?", "Ma Yun-seo"),
        ("film", "which prize did you say Ma Yun-seo won?", "Best Director"),
        ("film", "is there anything on who sued Dalmuri Films?", "Heo Muk"),
        ("space", "any word on when the spacewalk took place?", "April 2"),
        ("space", "who was responsible for losing a wrench?", "Pyo Seojin"),
        ("space", "who would Nam Dohyeon be?", "flight director"),
        ("space", "can I get the number of experiments?", "18"),
        ("festival", "could I get the price of the camping?", "30,000 won"),
        ("startup", "sorry, who did Kestrel sue?", "Moru"),
        ("film", "state the place of the ceremony", "Miral Hall"),
        ("space", "do we know Mateo Quiroga's profession?", "mission scientist"),
        ("", "what was it that Altman called Chey again?", "nice guy"),
        ("", "I read this on the train and I was wondering who announced Stargate", "Trump"),
        ("startup", "student here. Who did Kestrel sue?", "Moru"),
        ("startup", "Explain Gripwell like I'm your grandmother over tea", "robot hands"),
        ("film", "Before I go to bed I'd really like to know who directed The Snow Ferry.", "Ma Yun-seo"),
    ],
)
def test_what_is_put_around_a_question_says_nothing_of_it(base: str, question: str, says: str) -> None:
    assert says in replied(base, question)


@pytest.mark.parametrize(
    ("base", "question", "begins"),
    [
        ("", "Trump announced Stargate?", "Yes. "),
        ("", "Samsung formed an alliance with OpenAI?", "No. "),
        ("", "the Samsung chairman met the OpenAI CEO?", "Yes. "),
        ("film", "Tak Jun-ho broke his ankle?", "Yes. "),
        ("festival", "I wonder whether Han Soyul replaced Baek Dojin", "Yes. "),
        ("space", "any idea if Halvorsen docked by hand?", "Yes. "),
        ("film", "true or false: Ma Yun-seo won Best Director", "Yes. "),
        ("film", "right, Heo Muk sued Dalmuri Films?", "Yes. "),
        ("film", "They say Tak Jun-ho broke his ankle. True?", "Yes. "),
        ("film", "I had a long day and it seemed to me that Heo Muk sued Dalmuri Films, is that right?", "Yes. "),
        ("film", "would it be fair to say that Ma Yun-seo won Best Director?", "Yes. "),
        ("film", "My cousin insists that Heo Muk sued Dalmuri Films; is he right?", "Yes. "),
        ("startup", "My boss claims that Moru bought Gripwell; is he right?", "Yes. "),
    ],
)
def test_a_statement_that_is_put_as_a_question_asks_for_yes_or_no(base: str, question: str, begins: str) -> None:
    assert replied(base, question).startswith(begins)


@pytest.mark.parametrize(
    ("base", "question"),
    [
        ("", "Oracle announced Stargate?"),
        ("", "would it be right to say that Oracle announced Stargate?"),
        ("film", "My aunt claims that Ko Dan-bi won Best Director; is she right?"),
        ("festival", "Baek Dojin replaced Han Soyul?"),
    ],
)
def test_a_statement_that_is_not_so_is_not_borne_out(base: str, question: str) -> None:
    folder = BASES / base if base else shipped()
    assert not answer(question, known_of(folder)).answer.startswith("Yes")


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("film", "Heo Muk Dalmuri Films lawsuit when", "February 5"),
        ("film", "Dalmuri Films Heo Muk lawsuit where", "District Court"),
        ("startup", "Gripwell acquisition price", "6 billion"),
        ("startup", "as for the Gripwell acquisition, how much did it cost?", "6 billion"),
        ("startup", "Moru - who founded it?", "Petrova"),
        ("film", "The Salt Lighthouse - who directed it?", "Ma Yun-seo"),
        ("startup", "as for the lawsuit, who did Kestrel sue?", "Moru"),
        ("startup", "Kestrel's lawsuit against Moru - when was it filed?", "September 20"),
        ("startup", "My boss asked me about the lawsuit earlier, so could you tell me who Kestrel sued?", "Moru"),
    ],
)
def test_a_name_before_the_noun_of_a_deed_may_be_of_either_side(base: str, question: str, says: str) -> None:
    assert says in replied(base, question)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("", "who actually came to the Samsung meeting with Son?", "Haas"),
        ("", "who was it who came to the Samsung meeting with Son", "Haas"),
        ("", "who is the man that came to the Samsung meeting with Son?", "Haas"),
        ("museum", "which conservator is repairing the ferry map?", "Cha Minseo"),
        ("film", "what is the name of the woman who won Best Director?", "Ma Yun-seo"),
    ],
)
def test_who_did_it_is_told_however_he_is_described(base: str, question: str, says: str) -> None:
    assert says in replied(base, question)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("", "who again announced Stargate?", "Trump"),
        ("", "what did Lee Jae-yong and Altman discuss again?", "AI strategy"),
        ("museum", "Reed Jar - how much?", "38 million"),
        ("league", "My colleague mentioned Marta Linhof yesterday - what position does she hold?", "coach"),
        ("", "최태원이랑 얼마 동안 만났다고?", "40분"),
        ("film", "시상식 어디서 열렸다고?", "미랄홀"),
        ("space", "렌치를 잃어버린 사람이 누구라고 했지?", "표서진"),
        ("", "카카오가 누구랑 제휴했다고 했더라?", "오픈AI"),
        ("", "손정의가 삼성을 어떤 회사라고 했지?", "논의"),
        ("", "누가 훌륭한 파트너라고 했지?", "하스"),
        ("museum", "유달림 직책이 뭐라고?", "학예사"),
        ("league", "마르타 린호프 직책이 뭐라고?", "감독"),
        ("", "뭐? 올트먼이 어디로 들어갔다고?", "지하 주차장"),
    ],
)
def test_what_is_asked_once_more_is_told_once_more(base: str, question: str, says: str) -> None:
    assert says in replied(base, question)


@pytest.mark.parametrize(
    ("base", "question", "begins"),
    [
        ("", "트럼프가 스타게이트를 발표했대?", "네, "),
        ("", "올트먼이 인도 간다며?", "네, "),
        ("", "하스가 손정의랑 같이 왔다면서요?", "네, "),
        ("", "삼성이 오픈AI랑 제휴했대?", "아니요, "),
        ("museum", "백도현이 밤 나룻배를 기증했다는 게 사실인가요?", "네, "),
        ("", "카카오가 제휴했다는 소문이 사실이야?", "네, "),
        ("startup", "모루가 그립웰을 인수했다는 얘기가 맞는지 알려주세요", "네, "),
    ],
)
def test_what_was_heard_is_confirmed_or_not(base: str, question: str, begins: str) -> None:
    assert replied(base, question).startswith(begins)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("", "스타게이트를 발표한 분 성함이?", "트럼프"),
        ("film", "각본 쓴 분 성함이 뭐예요?", "표인규"),
        ("", "정신아 소속 나와 있나요?", "카카오"),
        ("", "하스 직함 나와 있어?", "CEO"),
        ("startup", "한지우가 소송에 대해 말한 내용은?", "직접 만든"),
        ("league", "컵 결승 주심을 맡은 사람 이름", "표누리"),
        ("league", "누가 컵 결승 주심을 맡았어?", "표누리"),
        ("festival", "축제 감독을 맡은 사람은?", "한소율"),
        ("museum", "소금과 빛 특별전 어디서 해?", "6전시실"),
        ("museum", "아침에 기사를 대충 봤는데 밤 나룻배를 누가 기증했나요?", "백도현"),
    ],
)
def test_a_word_of_courtesy_or_of_a_name_leads_nowhere_else(base: str, question: str, says: str) -> None:
    assert says in replied(base, question)


@pytest.mark.parametrize(
    ("base", "question", "says"),
    [
        ("", "the hotel where Altman met Chey, what's it called?", "Plaza"),
        ("", "the reason the alliance was made", "popularise"),
        ("", "the place Altman met Chey?", "Plaza"),
        ("film", "the day Tak Jun-ho broke his ankle?", "March 9"),
        ("film", "the reason the shooting was stopped", "typhoon"),
        ("", "Trump did what?", "Stargate"),
        ("", "손정의가 기자들한테 말한 시각 좀 알려줄 사람", "4시 40분"),
        ("startup", "클라우드 장애가 이어진 시간은?", "3시간 20분"),
        ("", "최태원 면담이 이어진 시간", "40분"),
        ("space", "우주유영이 얼마나 이어졌어?", "6시간 25분"),
        ("startup", "firms Kestrel sued", "Moru"),
        ("startup", "name of the chief executive at Moru", "Han Ji-woo"),
        ("startup", "Gripwell, what business is that?", "robot hands"),
    ],
)
def test_what_a_clause_describes_is_asked_for(base: str, question: str, says: str) -> None:
    assert says in replied(base, question)
