"""A neighbour of a fact that is not so is never told as fact, and where one is, `check --twins` says which."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.factfiles import load
from bot.factplaces import Places
from bot.factrules import answers
from bot.known import Known
from bot.learn import know
from bot.turn import Lang, Reply, Status
from bot.twins import Twin, Twins, tells

BASE = Path(__file__).parent / "spoilt" / "base"
KNOWN = know(load(BASE))
FACT = KNOWN.facts.facts["first-outing"]


def test_every_fact_has_twins_of_each_sort_in_both_languages() -> None:
    twins = list(Twins(KNOWN.facts).of(FACT))
    for lang in ("en", "ko"):
        assert {t.what for t in twins if t.lang == lang} == {"verb", "person", "not", "place", "day", "figure"}
    assert "was the first outing on May 4, 2028?" in {t.text for t in twins}
    assert len(twins) == len(set(twins))


def reply(text: str, lang: Lang, status: Status, words: str, *facts: str) -> Reply:
    return Reply(text, lang, status, None, words, facts)


@pytest.mark.parametrize(
    ("status", "words", "facts", "what", "told"),
    [
        (Status.ANSWERED, "They flew kites at Hill Park.", ("first-outing",), "place", True),
        (Status.ANSWERED, "No. They flew kites at Hill Park.", ("first-outing",), "place", False),
        (Status.ANSWERED, "Mina Park.", ("first-outing",), "not", True),
        (Status.ANSWERED, "Another thing.", ("second-outing",), "place", False),
        (Status.CORRECTED, "Not so. They flew kites at Hill Park.", ("first-outing",), "place", False),
        (Status.UNKNOWN, "I have nothing about Paris.", (), "place", False),
    ],
)
def test_a_twin_is_told_where_it_is_answered_without_a_plain_no(
    status: Status, words: str, facts: tuple[str, ...], what: str, told: bool
) -> None:
    twin = Twin("was the first outing in Paris?", "en", "first-outing", what)
    assert tells(reply(twin.text, "en", status, words, *facts), KNOWN, twin) is told


def test_a_twin_that_is_told_is_a_problem_of_its_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    def gullible(text: str, known: Known) -> Reply:
        status = Status.ANSWERED if "Ulaanbaatar" in text else Status.UNKNOWN
        return reply(text, "en", status, "They did.", "first-outing")

    monkeypatch.setattr(answers, "answer", gullible)
    problems = list(answers.told_twin(KNOWN, Places(BASE)))
    assert [(p.rule, p.place.line, p.place.column) for p in problems] == [("told-twin", 9, 5)]
    assert "was the first outing in Ulaanbaatar?" in problems[0].message
