"""A name that is not known is never taken for one that is: two jamo or two letters apart, it stays unknown."""

from __future__ import annotations

import random

import pytest

from bot.answer import answer
from bot.hear import hear
from bot.language import fuzzy, korean
from bot.learning.known import Known
from bot.learning.learn import know
from bot.loading.factfiles import load
from bot.ready import shipped

PAIRS = 200


@pytest.fixture(scope="module")
def known() -> Known:
    return know(load(shipped()))


def of_syllables(text: str) -> bool:
    return all(map(korean.is_syllable, text))


def spelt(known: Known, lang: str) -> list[str]:
    """All spellings of people's names of one language as their author wrote them."""
    people = [name for name in known.facts.names.values() if name.type == "person"]
    shorts = [name.short[lang] for name in people if name.short]
    return shorts + [
        text for name in people for text in (name.name[lang], *name.also.get(lang, ()), *name.exact.get(lang, ()))
    ]


def taken_for(question: str, known: Known) -> list[str]:
    """The names that are read in a question, be it once more with its slips undone as the facts need it."""
    read = answer(question, known).read_as or question
    return [token.text for token in hear(read, known).tokens if token.has("name")]


def two_jamo_apart(name: str, dice: random.Random) -> str:
    """A Korean name with two of its letters changed."""
    syllables = [list(korean.split(syllable)) for syllable in name]
    for place, slot in dice.sample([(p, s) for p in range(len(name)) for s in range(3)], 2):
        syllables[place][slot] = dice.choice((korean.CHOSEONG, korean.JUNGSEONG, korean.JONGSEONG)[slot])
    return "".join(korean.join(*jamo) for jamo in syllables)


def two_letters_apart(name: str, dice: random.Random) -> str:
    """An English name with two of its letters changed."""
    letters = list(name)
    for place in dice.sample([n for n, letter in enumerate(name) if letter.isalpha()], 2):
        letters[place] = dice.choice("bcdfghjklmnpqrstvwxz")
    return "".join(letters).title()


def is_near(text: str, names: list[str]) -> bool:
    """Whether some spelling is one letter away, so that mending it is right."""
    return any(fuzzy.near(korean.jamo(text).casefold(), [korean.jamo(name).casefold() for name in names]))


@pytest.mark.parametrize("asked", ["{} 회장은 누구 만났어?", "{}가 누구 만났어?", "{} 누구야?"])
def test_a_korean_name_two_jamo_away_is_not_the_known_one(asked: str, known: Known) -> None:
    dice, names = random.Random(1), spelt(known, "ko")
    people = [name.name["ko"] for name in known.facts.names.values() if name.type == "person"]
    whole = [name for name in people if len(name) == 3 and of_syllables(name)]
    others = {other for _ in range(2 * PAIRS) if not is_near(other := two_jamo_apart(dice.choice(whole), dice), names)}
    assert len(others) >= PAIRS
    assert {other: found for other in others if (found := taken_for(asked.format(other), known))} == {}


def test_an_english_name_two_letters_away_is_not_the_known_one(known: Known) -> None:
    dice, names = random.Random(1), spelt(known, "en")
    surnames = [name for name in names if name.isalpha() and len(name) > 4]
    others = {o for _ in range(2 * PAIRS) if not is_near(o := two_letters_apart(dice.choice(surnames), dice), names)}
    assert len(others) >= PAIRS
    assert {other: found for other in others if (found := taken_for(f"who met {other}?", known))} == {}


@pytest.mark.parametrize("word", ["개봉사진", "탐사기사", "추분호텔", "재미기사", "대비사진", "사악회사"])
def test_a_real_word_right_before_a_known_noun_is_no_slip_of_another(word: str, known: Known) -> None:
    assert hear(f"{word} 누구야", known).read_as is None


def test_a_slip_at_the_head_of_a_long_name_is_mended(known: Known) -> None:
    names = [n.name["ko"] for n in known.facts.names.values() if n.type == "organisation" and len(n.name["ko"]) > 3]
    slips = [(name, chr(ord(name[0]) + 588) + name[1:]) for name in names if of_syllables(name)]
    assert any(hear(f"{slip} 회장 누구야", known).read_as == f"{name} 회장 누구야" for name, slip in slips)
