"""Sources as a reader is shown them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bot.facts import Source, When
from bot.learning.known import Known, Record
from bot.saying import render
from bot.turn import Cited, Lang


@lru_cache(128)
def source_line(source: Source, lang: Lang) -> str:
    """The source as a reader is shown it: outlet, author, date."""
    parts = [source.outlet[lang]]
    if source.author and source.author[lang] not in parts[0]:
        parts.append(source.author[lang])
    if source.date:
        parts.append(_day(source.date, lang))
    elif source.of:
        parts.append(f"{_day(source.of, lang)}의 일" if lang == "ko" else f"on the events of {_day(source.of, lang)}")
    return ", ".join(parts)


def _day(iso: str, lang: Lang) -> str:
    numbers = [int(p) for p in iso.split("-")]
    year, month, day = (*numbers, None, None)[:3]
    return render.when(When(year, month, day), lang)


def cited(records: Iterable[Record], known: Known, lang: Lang) -> tuple[Cited, ...]:
    """The sources of the records, each once."""
    ids = dict.fromkeys(r.fact.source for r in records if r.fact.source in known.facts.sources)
    found = []
    for id_ in ids:
        source = known.facts.sources[id_]
        found.append(Cited(id_, source.outlet[lang], source.date or source.of, source_line(source, lang), source.url))
    return tuple(found)
