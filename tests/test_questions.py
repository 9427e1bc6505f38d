"""The question bank: what was reached with it is kept, by set, sort of slip and language (questions/floor.yaml)."""

from __future__ import annotations

import random
from functools import cache

import pytest
import yaml
from questions.ask import Judged, ask, counted, known_of
from questions.bank import BASES, HERE, SETS, Case, facts_of, read_set
from questions.judge import judge
from questions.slips import KINDS, letters, slipped

from bot.turn import LANGS, Reason, Reply, Status

FLOOR = yaml.safe_load((HERE / "floor.yaml").read_text("utf-8"))
ROWS = [(name, noise, lang) for name in FLOOR for noise in FLOOR[name] for lang in FLOOR[name][noise]]
SLIPPED = {name for n, name in enumerate(SETS) if facts_of(name).parent != BASES or n % 4 == 0}
"""The sets that are asked with slips too: of the fixture bases every fourth, for that takes long."""
GROUPED = [
    pytest.param(*row, marks=pytest.mark.xdist_group("-".join(row[:2])))
    for row in ROWS
    if row[1] == "plain" or row[0] in SLIPPED
]
"""Both languages of a set are asked at once, so one worker judges them."""


@cache
def judged_of(name: str, noise: str) -> list[Judged]:
    """All questions of a set asked in order: dialogs may turn from one language to the other."""
    return list(ask(read_set(name, None if noise == "plain" else noise), known_of(facts_of(name))))


@pytest.mark.parametrize(("name", "noise", "lang"), GROUPED)
def test_what_was_reached_is_kept(name: str, noise: str, lang: str) -> None:
    count = counted(j for j in judged_of(name, noise) if j.case.lang == lang)
    floor = FLOOR[name][noise][lang]
    assert count.share("right") >= floor["right"], count
    assert count.share("wrong") <= floor["wrong"], count


def test_the_floor_has_every_set_in_both_languages() -> None:
    wanted = {(name, "plain", lang) for name in SETS for lang in LANGS}
    wanted |= {(name, noise, lang) for name in SETS for lang in LANGS for noise in KINDS[lang]}
    assert set(ROWS) == wanted


def test_ids_are_unique() -> None:
    ids = [(name, case.id) for name in SETS for case in read_set(name)]
    assert len(ids) == len(set(ids))


def case(**given: object) -> Case:
    """A question of the bank."""
    plain: dict[str, object] = {"id": "x", "lang": "en", "text": "who?", "asked": "who?", "answerable": True}
    return Case(**{**plain, "expect": (("Ann",),), "forbid": ("Bob",), "tags": (), **given})  # type: ignore[arg-type]


def reply(answer: str, status: Status = Status.ANSWERED) -> Reply:
    """A reply with that answer."""
    return Reply("who?", "en", status, Reason.NOT_STATED if status is Status.UNKNOWN else None, answer)


@pytest.mark.parametrize(
    ("asked", "replied", "verdict"),
    [
        (case(), reply("It was a n n."), "right"),
        (case(), reply("It was Ann, not Bob."), "wrong"),
        (case(), reply("It was Cy."), "wrong"),
        (case(), reply("I do not know.", Status.UNKNOWN), "missed"),
        (case(), reply("Ann or Cy?", Status.CLARIFY), "missed"),
        (case(lang="ko", text="누구?"), reply("Ann."), "wrong"),
        (case(lang="ko", text="누구?"), reply("Ann입니다."), "right"),
        (case(), reply("Ann 씨와 다른 모든 사람들"), "wrong"),
        (case(chat="dialog", text="누구 who?"), reply("Ann입니다."), "right"),
        (case(answerable=False, expect=()), reply("I do not know.", Status.UNKNOWN), "right"),
        (case(answerable=False, expect=()), reply("Not Bob.", Status.UNKNOWN), "wrong"),
        (case(answerable=False, expect=()), reply("No, it was Ann."), "wrong"),
        (case(answerable=False, expect=(), tags=("near-miss",)), reply("No, it was Ann."), "right"),
        (case(answerable=False, expect=(), tags=("near-miss",)), reply("It was Ann."), "wrong"),
        (case(answerable=False, expect=(), tags=("near-miss",)), reply("It was Ann.", Status.CORRECTED), "wrong"),
        (case(answerable=False, expect=(), tags=("false-premise",)), reply("It was Ann.", Status.CORRECTED), "right"),
    ],
)
def test_a_reply_is_right_wrong_or_missed(asked: Case, replied: Reply, verdict: str) -> None:
    assert judge(asked, replied) == verdict


@pytest.mark.parametrize(
    ("text", "kind", "typed"),
    [
        ("누구 만났어?", "layout", "snrn aksskTdj?"),
        ("왜 값을 물어?", "layout", "dho rkqtdmf anfdj?"),
        ("누구 만났어?", "nospace", "누구만났어?"),
        ("Who met Ann?", "case", "who met ann"),
        ("a b c", "typo", "a b c"),
    ],
)
def test_slips_are_those_that_people_make(text: str, kind: str, typed: str) -> None:
    assert slipped(text, kind, random.Random(1)) == typed


def test_a_typo_changes_one_long_word_and_is_the_same_every_time() -> None:
    text = "누가 회의실에서 만났나요"
    found = {slipped(text, "typo", random.Random(seed)) for seed in range(40)}
    assert all(sum(a != b for a, b in zip(text.split(), t.split(), strict=True)) <= 1 for t in found)
    assert len(found) > 10
    assert slipped(text, "typo", random.Random(7)) == slipped(text, "typo", random.Random(7))
    assert letters("값") == ("ㄱ", "ㅏ", "ㅄ")
