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
