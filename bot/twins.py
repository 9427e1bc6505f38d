"""Negative twins: for every fact, questions that are like it and must not be answered as if it were so.

Another verb, a person who was not there, another place, another day, another figure, a negation. A twin is kept where
the bot says a plain no with what is so, asks back, corrects, or says that it does not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from bot import render
from bot.facts import Amount, Fact, Facts, Names, When
from bot.known import Known
from bot.phrasings import Asker, did, principals
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
        title = self.asker.title(fact, lang)
        who = principals(fact, self.facts)
        if fact.kind and len(who) > 1:
            first, second = (self._name(id_, lang) for id_ in who[:2])
            verb = did(self.facts.kinds[fact.kind].words[lang][0], lang)
            for other in words["verbs"]:
                yield "verb", words["did"].format(who=first, whom=second, verb=did(other, lang))
            for whom in (words["stranger"], *self._absent(fact, who[0], lang)):
                yield "person", words["did"].format(who=first, whom=whom, verb=verb)
            yield "not", words["not"].format(title=title)
        for place in self._places(fact, words["elsewhere"], lang):
            yield "place", words["where"].format(title=title, place=place)
        for when in _other_days(fact):
            yield "day", words["when"].format(title=title, date=render.when(when, lang))
        for amount in _other_amounts(fact):
            yield "figure", words["how_much"].format(title=title, figure=render.amount(amount, lang))

    def _name(self, id_: str, lang: Lang) -> str:
        return self.facts.names[id_].name[lang]

    def _absent(self, fact: Fact, who: str, lang: Lang) -> Iterator[str]:
        """One of the same sort that no fact names together with `who`."""
        with_who = {id_ for other in self.facts.facts.values() if who in (ids := named(other)) for id_ in ids}
        sort = self.facts.names[principals(fact, self.facts)[1]].type
        absent = (n.id for n in self.facts.names.values() if n.type == sort and not _kin(n.id, with_who, self.facts))
        yield from (self._name(id_, lang) for id_ in islice(absent, 1))

    def _places(self, fact: Fact, elsewhere: str, lang: Lang) -> Iterator[str]:
        """A place that is not in the base, and one that is, but far from the fact's."""
        there = fact.parts.get("where")
        if there is None:
            return
        yield elsewhere
        told = named(fact)
        far = (n.id for n in self.facts.names.values() if n.type == "place" and not _kin(n.id, told, self.facts))
        yield from (self._name(id_, lang) for id_ in islice(far, 1))


def named(fact: Fact) -> set[str]:
    """All names of a fact."""
    values = (value for told in fact.parts.values() for value in told.values)
    return {*fact.names, *(id_ for value in values if isinstance(value, Names) for id_ in value.ids)}


def _kin(id_: str, others: set[str], facts: Facts) -> bool:
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


def _other_days(fact: Fact) -> Iterator[When]:
    """The same day some years before, and another day of the month."""
    values = fact.parts["when"].values if "when" in fact.parts else ()
    for when in values:
        if isinstance(when, When) and when.year and when.month and not when.until:
            plain = When(when.year, when.month, when.day)
            yield replace(plain, year=when.year - 3)
            if when.day:
                yield replace(plain, day=when.day % 28 + 1 if when.day != 28 else 3)


def _other_amounts(fact: Fact) -> Iterator[Amount]:
    for told in fact.parts.values():
        for value in told.values[:1]:
            if isinstance(value, Amount):
                yield replace(value, value=value.value * 3 + 7, about=False)


def tells(reply: Reply, known: Known, twin: Twin) -> bool:
    """Whether a reply tells a twin as fact: it is answered, and not with a plain no."""
    if reply.status is not Status.ANSWERED or twin.fact not in reply.facts:
        return False
    if twin.what == "not":
        return True
    no = known.words[reply.lang]["replies"]["no"].partition("{")[0].strip(" .,")
    return not reply.answer.startswith(no)


def all_twins(known: Known) -> Iterator[Twin]:
    """The twins of all facts of a base."""
    twins = Twins(known.facts)
    for fact in known.facts.facts.values():
        yield from twins.of(fact)
