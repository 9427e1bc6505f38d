"""Before or after: by the words with which a fact itself says that it was after something ("walking after their meeting")."""

from __future__ import annotations

import re

from bot.finding import Answer, Finding, Settled
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.fits import whole_fits
from bot.turn import Lang

_AFTER = {
    "en": re.compile(r"\b(after|following)\b(.{0,40})"),
    "ko": re.compile(r"(.{0,12})(마치고|마친|끝나고|끝난|끝내고|직후|뒤에|후에)"),
}
_BEFORE = {
    "en": re.compile(r"\b(before|ahead of|prior to)\b(.{0,40})"),
    "ko": re.compile(r"(.{0,12})(앞두고|직전|하기 전|전에)"),
}


def told_order(question: Question, known: Known) -> Finding | None:
    """Whether a photo or the like was before or after an event, as its own text says; None where that is not asked, or no text says it."""
    marks = [i for i in question.items if _ORDER & set(i.ids("mark")) and i.lends is None and not i.has("name")]
    if not question.yesno or question.alternatives or len(marks) != 1:
        return None
    mark = marks[0]
    events = [i for i in question.items if i.has("kind") and not i.has("name", "light", "verb") and _beside(i, mark)]
    found = sorted(whole_fits(question, known, marks), key=lambda f: -f.weight)
    if not events or not found or any(f.weight > found[0].weight - _ALIKE for f in found[1:]):
        return None
    record = found[0].record
    if record.kind in events[0].ids("kind"):
        return None  # the event itself
    said = {order for order in ("before", "after") if _says(record, order, events[0], question.asked_in, known)}
    if len(said) != 1:
        return None
    if "either_way" in question.marks:
        return Settled((Answer(record),), "tell")
    return Settled(
        (Answer(record),),
        "yes" if said == {"before" if _ORDER & {"before", "earlier"} & set(mark.ids("mark")) else "after"} else "no",
    )


_ORDER = frozenset({"before", "after", "earlier"})
_ALIKE = 0.2
"""Two facts are meant as likely when their weights are no further apart."""


def _beside(item: Item, mark: Item) -> bool:
    """Whether the word for an event stands where what came before or after it does: behind an English mark, right before a Korean one."""
    return item.at > mark.at if mark.text.isascii() else mark.at - 2 <= item.at < mark.at


def _says(record: Record, order: str, event: Item, lang: Lang, known: Known) -> bool:
    """Whether a fact says that it was before or after an event of one of these kinds."""
    words = {w for k in event.ids("kind") for w in known.facts.kinds[k].words.get(lang, ())} | {event.text}
    texts = [t[lang].lower() for t in (*record.fact.headlines, *known.texts_of(record.fact.parts.values()))]
    spans = (m[0] for t in texts for m in (_AFTER if order == "after" else _BEFORE)[lang].finditer(t))
    return any(w in s for s in spans for w in words if len(w) > 1)
