"""What a reading says it is found by stands in every question that it changes."""

from __future__ import annotations

import pytest

from bot.hear import hear
from bot.interpreting.cues import may_change
from bot.interpreting.frames import FRAMES
from bot.interpreting.readings import ENGLISH, KOREAN
from tests.questions.ask import known_of
from tests.questions.bank import facts_of, read_set


@pytest.mark.parametrize("name", ["dev", "work"])
def test_a_reading_changes_nothing_without_its_cue(name: str) -> None:
    known = known_of(facts_of(name))
    for case in read_set(name):
        tokens = list(hear(case.asked, known).tokens)
        korean, english = (any(t.text.isascii() is ascii_ for t in tokens) for ascii_ in (False, True))
        for reading in (*(KOREAN if korean else ()), *((*FRAMES, *ENGLISH) if english else ())):
            put = reading(tokens)
            assert put == tokens or may_change(reading, tokens), (reading, case.asked)
            tokens = put
