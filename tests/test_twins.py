"""A neighbour of a fact that is not so is never told as fact, and where one is, `check --twins` says which."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.answer import answer
from bot.authors.factplaces import Places
from bot.authors.twins import Twin, Twins, all_twins, tells
from bot.factrules import answers
from bot.learning.known import Known
from bot.learning.learn import know
from bot.loading.factfiles import load
from bot.ready import shipped
from bot.turn import LANGS, Lang, Reply, Status

BASE = Path(__file__).parent / "spoilt" / "base"
KNOWN = know(load(BASE))
SHIPPED = know(load(shipped()))
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
        (Status.ANSWERED, "Yes. It was the second outing.", ("second-outing",), "place", True),
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


def test_every_shipped_fact_has_twins_in_both_languages_and_none_is_told() -> None:
    twins = list(all_twins(SHIPPED))
    assert {(t.fact, t.lang) for t in twins} == {(fact, lang) for fact in SHIPPED.facts.facts for lang in LANGS}
    told = {t.text for t in twins if tells(answer(t.text, SHIPPED), SHIPPED, t)}
    assert not told


def test_a_fact_that_is_simply_told_or_has_one_person_has_twins_too(tmp_path: Path) -> None:
    base = Path(shutil.copytree(BASE, tmp_path / "base"))
    story = base / "stories" / "kites.yaml"
    more = """\
  a-walk: {kind: outing, title: {en: the walk, ko: 산책}, who: mina-park}
  weather: {told: {en: The sun shone., ko: 맑았습니다.}, asked: {en: [weather], ko: [날씨]}}
questions:"""
    story.write_text(story.read_text("utf-8").replace("questions:", more), "utf-8")
    known = know(load(base))
    twins = Twins(known.facts)
    walk, weather = ({t.text for t in twins.of(known.facts.facts[id_])} for id_ in ("a-walk", "weather"))
    assert {"did Mina Park kidnap?", "did Zebulon Quackenbush fly?", "was the walk in Ulaanbaatar?"} <= walk
    assert {"weather Ulaanbaatar", "날씨 독고탁순"} <= weather
    assert [str(p) for p in answers.told_twin(known, Places(base))] == []
