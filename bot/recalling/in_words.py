"""Whether one thing was before or after another, by the sentence in which a fact is told: "walking together after their meeting"."""

from __future__ import annotations

from dataclasses import replace

from bot.finding import Answer, Settled
from bot.language.text import words_in
from bot.learning.known import Known
from bot.question import Question
from bot.recalling.fits import whole_fits

_ORDER = frozenset({"before", "after", "following"})


def said_in_order(question: Question, known: Known) -> Settled | None:
    """The whole of a fact that tells itself what it was before or after: "is the photo from before or after the talks?"; None for any other."""
    if "either_way" not in question.marks or question.asked_in != "en" or question.foci:
        return None
    at = next((i.at for i in question.items if "either_way" in i.ids("mark")), -1)
    first = tuple(i for i in question.items if i.at < at)
    behind = {w for i in question.items if i.at > at and not i.has("light", "name") for w in words_in(i.text)}
    rest = replace(question, items=first, marks=frozenset(), anaphora=frozenset())
    fits = [f for f in whole_fits(rest, known) if f.kind_named]
    best = max(fits, key=lambda f: f.weight, default=None)
    told = best.record.fact.told if best else None
    if best is None or told is None or not behind:
        return None
    said = set(words_in(told["en"].lower()))
    return Settled((Answer(best.record),), "tell") if said & _ORDER and said & behind else None
