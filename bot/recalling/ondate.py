"""No, with the day or hour that is told: whether an event was at a time that a question says ("was the hearing on Monday?", "시위는 수요일이었어?")."""

from __future__ import annotations

from dataclasses import replace

from bot.facts import When
from bot.finding import Answer, Finding, Settled
from bot.language.text import words_in
from bot.learning import dates
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.turn import Lang

_TIMES = ("weekday", "when", "daypart", "relative")
_IDLE = ("light", "prep", "auxiliaries", "follow", "filler", "confirm")
_TOLD = ("when", "start")
"""Parts that tell when something was."""
_TAILS = frozenset({"of", "at", "in", "on", "for", "with", "by", "from", "to", "about", "against", "that"})
"""English words behind which a title says no more of what it calls the fact."""


def on_another_date(question: Question, known: Known) -> Finding | None:
    """No, where the one fact that is called so is told to be at another time; None for any other question.

    An event is called by the noun that its title, or that of its kind, ends in; what only speaks of it as well is not it.
    """
    timed = [i for i in question.items if i.has(*_TIMES)]
    if not question.yesno or not timed or question.marks or question.alternatives or question.opener in _DEEDS:
        return None
    said = [i for i in question.items if i not in timed and (i.has("kind", "word", "name") or not i.has(*_IDLE))]
    said = [i for i in said if i.text]
    if not said or not all(i.has("kind", "word", "name", "noun") for i in said) or said[-1].has("name"):
        return None  # "was the crash at Acme on April 9" may be of another place
    if question.asked_in == "ko" and timed[-1].at < said[-1].at:
        return None  # "2024년 6월 만남은"
    called = [r for r in known.records.values() if _is_called(said, r, question.asked_in, known)]
    if len(called) != 1:
        return None
    part = next((p for p in _TOLD if p in called[0].fact.parts), None)
    if part is None or not any(_is_denied(i, part, question, called[0]) for i in timed):
        return None
    return Settled((Answer(called[0], (part,)),), "value", holds=False)


_DEEDS = frozenset({"did", "does", "do", "has", "have", "had", "can", "could", "will", "would"})
"""First words of a question for what was done, or can be, rather than for what is so."""


def _is_called(said: list[Item], record: Record, lang: Lang, known: Known) -> bool:
    """Whether the last of some words calls a fact by the noun of its title, and the others speak of it as well."""
    if record.kind == NAME_KIND or not all(_speaks_of(i, record) for i in said):
        return False
    kind = known.facts.kinds.get(record.kind)
    titles = [record.fact.title, kind.title if kind is not None else None]
    return said[-1].text.split()[-1] in {_noun_of(t[lang], lang) for t in titles if t is not None}


def _speaks_of(item: Item, record: Record) -> bool:
    named = set(item.ids("name")) & {*record.names, *record.near}
    return bool(named) or record.kind in item.ids("kind") or record.fact.id in item.ids("word")


def _noun_of(title: str, lang: Lang) -> str:
    """The noun that a title ends in, before what is only joined to it: "the apology of Kim", "시장 만찬"."""
    words = words_in(title.lower())
    end = next((n for n, w in enumerate(words) if n and w in _TAILS), len(words)) if lang == "en" else len(words)
    return words[end - 1] if words else ""


def _is_denied(item: Item, part: str, question: Question, record: Record) -> bool:
    """Whether a time that is said is none at which the fact is told to be, and is told as finely."""
    told = [v for v in record.fact.parts[part].values if isinstance(v, When)]
    if item.has("weekday"):
        days = {d for t in record.times for d in dates.weekdays_of(t)}
        return any(dates.weekdays_of(t) for t in told) and not days & {int(d) for d in item.ids("weekday")}
    asked = [question.times[t] for t in item.ids("when")] or [When(daypart=d) for d in item.ids("daypart")]
    asked = asked or [dates.reckoned(r, record.today) for r in item.ids("relative")]
    agreed = [_agrees(a, t) for a in asked for t in record.times]
    return True not in agreed and any(_agrees(a, t) is False for a in asked for t in told)


_LATE = (1020, 1439)
"""First and last minute of what people call an evening or a night."""
_SMALL = 360
"""The hours before this minute are of a night as well as of a morning."""


def _agrees(asked: When, told: When) -> bool | None:
    """Whether a time that is told is the one asked for; None where it may be: a stretch of days is of no one month, a day has an evening."""
    if asked.daypart and asked.hour is None:
        said, held = _LATE if asked.daypart in ("evening", "night") else dates.minutes(asked), dates.minutes(told)
        day = None if asked.day is None else dates.agree(replace(asked, daypart=None), told)
        if said is None or held is None or held[0] < _SMALL or day is False:
            return day if day is False else None
        return said[0] <= held[1] and held[0] <= said[1]
    if told.until is not None and asked.day is None:
        return None
    return dates.agree(asked, told)
