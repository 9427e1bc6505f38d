"""Rules about the spellings of names: two names that are written alike, and spellings that are other words too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.authors.factplaces import Places
from bot.facts import Facts, Name
from bot.language.text import bare
from bot.problems import Problem
from bot.turn import LANGS, Lang


def alias_collision(facts: Facts, places: Places) -> Iterator[Problem]:
    """Two names have the same spelling, so that nobody can tell which one is meant.

    The other order of a person's name counts too: "Mina Park" is understood for "Park Mina" by itself.

    Wrong:
        people:
          kim: {name: {en: Kim, ko: 김}, also: {en: [Mina Park]}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}, also: {en: [Mina Kim]}}
    """
    owners: dict[str, tuple[Name, str]] = {}
    for name in facts.names.values():
        for text in _spellings(name):
            first, spelling = owners.setdefault(_squeezed(text), (name, text))
            if first.id != name.id:
                yield _collision(places, name, text, first, spelling)
    yield from _turned_collisions(facts, owners, places)


def _turned_collisions(facts: Facts, owners: Mapping[str, tuple[Name, str]], places: Places) -> Iterator[Problem]:
    """Spellings that are the other order of another person's name, each pair of people once."""
    told: set[frozenset[str]] = set()
    for name in facts.names.values():
        for text in _turned(name):
            first, spelling = owners.get(_squeezed(text), (name, text))
            pair = frozenset((first.id, name.id))
            if first.id != name.id and pair not in told:
                told.add(pair)
                yield _collision(places, first, spelling, name, _turn(text))


def _collision(places: Places, name: Name, text: str, other: Name, spelling: str) -> Problem:
    """`text` of one name is the `spelling` of another, or what is understood for it."""
    there = places.of(other.place, spelling)
    message = f"'{text}' is a spelling of '{other.id}' too, at {there}"
    mend = "take it from one of the two, or make it longer in both"
    return Problem(places.of(name.place, text), "alias-collision", message, mend)


def _turned(name: Name) -> Iterator[str]:
    """The full English names of a person in their other order, which the author need not write."""
    if name.type == "person":
        yield from (_turn(text) for text in (name.name["en"], *name.also.get("en", ())) if text.count(" ") == 1)


def _turn(text: str) -> str:
    return " ".join(reversed(text.split(" ")))


def _spellings(name: Name) -> Iterator[str]:
    yield from dict.fromkeys(
        text
        for lang in LANGS
        for text in (
            name.name[lang],
            *((name.short[lang],) if name.short else ()),
            *name.also.get(lang, ()),
            *name.exact.get(lang, ()),
        )
    )


def _squeezed(text: str) -> str:
    return bare(text).replace(" ", "").replace("-", "")


def short_alias(facts: Facts, places: Places) -> Iterator[Problem]:
    """A spelling is so short that it may be a part of another word.

    Wrong:
        people:
          kim: {name: {en: Kim, ko: 김미나}, also: {ko: [김]}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김미나}, exact: {ko: [김]}}
    """
    for name in facts.names.values():
        for _, text in _repairable(name):
            if len(_squeezed(text)) < 2:
                message = f"'{text}' is too short to be told from a part of another word"
                mend = "put it under `exact`, or make it longer"
                yield Problem(places.of(name.place, text), "short-alias", message, mend, "warning")


def everyday_alias(facts: Facts, places: Places) -> Iterator[Problem]:
    """A spelling is also an everyday word, or one by which people speak of a kind of fact.

    A question with that word would always be taken to speak of the name. Under `exact` the author says that so it shall
    be.

    Wrong:
        things:
          trip: {name: {en: the trip, ko: 여행}, also: {en: [outing, that one]}}
    Right:
        things:
          trip: {name: {en: the trip, ko: 여행}, also: {en: [the tour]}, exact: {en: [outing]}}
    """
    kinds = {_squeezed(w): kind for kind in facts.kinds.values() for ws in kind.words.values() for w in ws}
    everyday = {lang: set(map(_squeezed, _everyday(facts, lang))) for lang in LANGS}
    for name in facts.names.values():
        for lang, text in _repairable(name):
            if len(_squeezed(text)) < 2:  # too short anyway
                continue
            if kind := kinds.get(_squeezed(text)):
                message = f"'{text}' is also a word of the kind '{kind.id}', at {places.of(kind.place, text)}"
            elif _squeezed(text) in everyday[lang]:
                message = f"'{text}' is also an everyday word of questions"
            else:
                continue
            mend = "take it from one of the two, or put it under `exact`" if kind else "make it longer, or take it away"
            yield Problem(places.of(name.place, text), "everyday-alias", message, mend, "warning")


def _repairable(name: Name) -> Iterator[tuple[Lang, str]]:
    """The spellings that the author chose freely, and to which slips are repaired."""
    for lang in LANGS:
        yield from ((lang, text) for text in name.also.get(lang, ()))
        if name.short:
            yield lang, name.short[lang]


_EVERYDAY = (
    "question", "asking", "marks", "anaphora", "follow", "light", "chat", "source", "summary", "tell", "confirm", "today",
    "prepositions", "auxiliaries", "dayparts", "weekdays", "months", "relative", "sorts",
)  # fmt: skip
"""Sections of the vocabulary whose words ask, point, are polite, or tell the time."""


def _everyday(facts: Facts, lang: Lang) -> Iterator[str]:
    """Words of the language that mean something in any question."""
    vocabulary = facts.vocabulary.get(lang, {})
    for section in _EVERYDAY:
        for entry in _leaves(vocabulary.get(section, "")):
            yield from entry.split(", ")


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _leaves(item)


RULES: tuple[Callable[[Facts, Places], Iterator[Problem]], ...] = (alias_collision, short_alias, everyday_alias)
