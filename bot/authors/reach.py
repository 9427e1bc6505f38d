"""Which parts of which facts can be asked for, in each language: the map of what a base can be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.answer import answer
from bot.authors.phrasings import Asker, Phrasing
from bot.facts import Fact
from bot.learning.known import Known
from bot.saying import render
from bot.turn import LANGS, Lang, Reply, Status


class Reach(NamedTuple):
    """One part of a fact, and the question that reaches it in each language."""

    fact: str
    part: str
    """Empty for the fact as such."""
    by: dict[Lang, str]
    """A language in which nothing reaches it is not there."""


def reach(fact: Fact, known: Known, asker: Asker) -> Iterator[Reach]:
    """The map of one fact: as such, and part by part."""
    yield Reach(fact.id, "", _first(known, {lang: asker.of_whole(fact, lang) for lang in LANGS}))
    for part in fact.parts:
        yield Reach(fact.id, part, _first(known, {lang: asker.of_part(fact, part, lang) for lang in LANGS}))


def _first(known: Known, ways: dict[Lang, Iterator[Phrasing]]) -> dict[Lang, str]:
    """In each language the first question that is answered with what it asks for."""
    found = {lang: _reaching(known, phrasings) for lang, phrasings in ways.items()}
    return {lang: text for lang, text in found.items() if text is not None}


def _reaching(known: Known, phrasings: Iterable[Phrasing]) -> str | None:
    return next((p.text for p in phrasings if reaches(answer(p.text, known), p, known)), None)


def reaches(reply: Reply, asked: Phrasing, known: Known) -> bool:
    """Whether a reply tells the fact, and of it the part, that was asked for."""
    if reply.status is not Status.ANSWERED or asked.fact not in reply.facts:
        return False
    return not asked.part or asked.part in reply.memory.parts or _value(asked, known) in reply.answer


def _value(asked: Phrasing, known: Known) -> str:
    """What the reply must hold to tell the part."""
    told = known.facts.facts[asked.fact].parts[asked.part]
    return told.says[asked.lang] if told.says else render.told(told, known.facts, asked.lang)
