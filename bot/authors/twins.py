"""Negative twins: for every fact, questions that are like it and must not be answered as if it were so.

Another verb, a person who was not there, another place, another day, another figure, a negation. A twin is kept where
the bot says a plain no with what is so, asks back, corrects, or says that it does not know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from bot.authors.phrasings import Asker, did, principals
from bot.facts import Amount, Fact, Facts, Names, When
from bot.learning.known import Known
from bot.learning.lexicon import is_verb
from bot.saying import render
from bot.turn import LANGS, Lang, Reply, Status


class Twin(NamedTuple):
    """A question that must not be told as fact."""

    text: str
    lang: Lang
    fact: str
    what: str
    """What was changed: verb, person, place, day, figure, not."""


class Twins:
    """Makes the twins of facts from the templates of `vocabulary/asking.yaml`."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.asker = Asker(facts)

    def of(self, fact: Fact) -> Iterator[Twin]:
        """All twins of one fact, in both languages."""
        for lang in LANGS:
            for what, text in self._texts(fact, lang):
                yield Twin(text, lang, fact.id, what)

    def _texts(self, fact: Fact, lang: Lang) -> Iterator[tuple[str, str]]:
        words = self.asker.templates[lang]["twin"]
        yield from self._deeds(fact, words, lang)
        if title := self.asker.title(fact, lang):
            if len(principals(fact, self.facts)) > 1:
                yield "not", words["not"].format(title=title)
            for place in self._places(fact, words["elsewhere"], lang):
                yield "place", words["where"].format(title=title, place=place)
            for when in _other_days(fact):
                yield "day", words["when"].format(title=title, date=render.when(when, lang))
            for amount in _other_amounts(fact):
                yield "figure", words["how_much"].format(title=title, figure=render.amount(amount, lang))
        for asked in fact.asked.get(lang, ())[:1]:
            yield "person", f"{asked} {words['stranger']}"
            yield "place", f"{asked} {words['elsewhere']}"

    def _deeds(self, fact: Fact, words: Mapping[str, Any], lang: Lang) -> Iterator[tuple[str, str]]:
        """Who did what to whom: another verb, and another person in the place of the last one named."""
        who = principals(fact, self.facts)
        if not fact.kind or not who:
            return
        first, *others = (self._name(id_, lang) for id_ in who[:2])
        for other in words["verbs"]:
            yield "verb", _said(words["did"], first, "".join(others), did(other, lang))
        kind = self.facts.kinds[fact.kind]
        verb = did(kind.words[lang][0], lang)
        absent = self._absent(fact, who, lang) if is_verb(kind.words["ko"][0]) or others else ()
        for stranger in (words["stranger"], *absent):
            whom = stranger if others else ""
            yield "person", _said(words["did"], first if others else stranger, whom, verb)

    def _name(self, id_: str, lang: Lang) -> str:
        return self.facts.names[id_].name[lang]

    def _absent(self, fact: Fact, who: list[str], lang: Lang) -> Iterator[str]:
        """One of the same sort that no fact of the kind names, and none together with the first."""
        all_facts = self.facts.facts.values()
        with_who = [ids for other in all_facts if (ids := named(other)) and (other.kind == fact.kind or who[0] in ids)]
        near = set().union(*with_who)
        sort = self.facts.names[who[:2][-1]].type
        absent = (n.id for n in self.facts.names.values() if n.type == sort and not kin(n.id, near, self.facts))
        yield from (self._name(id_, lang) for id_ in islice(absent, 1))

    def _places(self, fact: Fact, elsewhere: str, lang: Lang) -> Iterator[str]:
        """A place that is not in the base, and one that is, but far from where the same people were at such a time."""
        yield elsewhere
        if "where" in fact.parts:
            who = set(principals(fact, self.facts))
            told = set().union(*(named(f) for f in self.facts.facts.values() if f is fact or who & named(f)))
            far = (n.id for n in self.facts.names.values() if n.type == "place" and not kin(n.id, told, self.facts))
            yield from (self._name(id_, lang) for id_ in islice(far, 1))


def _other_days(fact: Fact) -> Iterator[When]:
    """The same day some years before, and another day of the month."""
    values = fact.parts["when"].values if "when" in fact.parts else ()
    for when in values:
        if isinstance(when, When) and when.year and when.month and not when.until:
            plain = When(when.year, when.month, when.day)
            yield replace(plain, year=when.year - 3)
            if when.day:
                yield replace(plain, day=when.day % 28 + 1 if when.day != 28 else 3)


def _said(template: str, who: str, whom: str, verb: str) -> str:
    """A template filled; where there is nobody else, without a gap."""
    return " ".join(template.format(who=who, whom=whom, verb=verb).split()).replace(" ?", "?")


def named(fact: Fact) -> set[str]:
    """All names of a fact."""
    values = (value for told in fact.parts.values() for value in told.values)
    return {*fact.names, *(id_ for value in values if isinstance(value, Names) for id_ in value.ids)}


def kin(id_: str, others: set[str], facts: Facts) -> bool:
    """Whether a name belongs to one of the others, or they to it, or both to the same."""
    own = _above(id_, facts)
    return any(own & _above(other, facts) for other in others)


def _above(id_: str, facts: Facts) -> set[str]:
    """A name, and all that it belongs to, countries apart."""
    found, queue = set[str](), [id_]
    while queue:
        name = facts.names.get(queue.pop())
        if name and name.id not in found:
            found.add(name.id)
            queue += name.of
    return found


def _other_amounts(fact: Fact) -> Iterator[Amount]:
    for told in fact.parts.values():
        for value in told.values[:1]:
            if isinstance(value, Amount):
                yield replace(value, value=value.value * 3 + 7, about=False)


def tells(reply: Reply, known: Known, twin: Twin) -> bool:
    """Whether a reply tells a twin as fact: its fact is told without a plain no, or it gets a yes by another fact."""
    if reply.status is not Status.ANSWERED:
        return False
    if twin.fact not in reply.facts:
        return reply.answer.startswith(_opening(known, reply.lang, "yes"))
    return twin.what == "not" or not reply.answer.startswith(_opening(known, reply.lang, "no"))


def _opening(known: Known, lang: Lang, reply: str) -> str:
    """The word with which a yes or no begins."""
    wording: str = known.words[lang]["replies"][reply]
    return wording.partition("{")[0].strip(" .,")


def all_twins(known: Known) -> Iterator[Twin]:
    """The twins of all facts of a base."""
    twins = Twins(known.facts)
    for fact in known.facts.facts.values():
        yield from twins.of(fact)
