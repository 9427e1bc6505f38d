"""A fact base made ready for questions: its facts as records, and every word of it in one lexicon."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.facts import Fact, Facts, Flag, NameType, Part, Text, Told, When, in_both
from bot.learning.dates import precedes
from bot.learning.lexicon import Lexicon
from bot.turn import LANGS, Lang

NAME_KIND = "name"
"""The kind of the record that every name has of itself: who or what it is."""


CERTAIN = "certain"
"""The general part that tells of what is only reported that it is not confirmed."""
TO_COME = "next"
"""The general part that tells what follows."""


@dataclass(frozen=True, slots=True)
class Record:
    """One fact, with all that a question may say of it looked up beforehand."""

    fact: Fact
    kind: str
    names: Mapping[str, tuple[str, ...]]
    """Names that stand in the fact, each with its parts."""
    near: frozenset[str]
    """Names that belong to those: a person's company, a company's group, the city around a house."""
    countries: frozenset[str]
    """The countries of its people and companies ("Korean leaders")."""
    figures: frozenset[tuple[float, str]]
    """Each figure with its unit, "" for a plain count."""
    times: tuple[When, ...]
    today: When
    """The day that the fact's story declares."""
    current: bool
    """It is of the story's own day, not of the time before."""
    rank: tuple[int, ...]
    """Where it stands in time; records without a time keep the author's order."""
    of_kinds: frozenset[str] = frozenset()
    """The kinds of the other facts that it speaks of: a remark made after a meeting."""
    phrasings: tuple[frozenset[int], ...] = ()
    """For a simply told fact: sets of words, each of which asks for it."""
    titles: tuple[str, ...] = ()
    """Its title in each language, letters and digits alone."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that the core knows. Built once by `know`, then only read."""

    facts: Facts
    lexicon: Lexicon
    records: Mapping[str, Record]
    titles: Mapping[str, frozenset[str]]
    """The groups of titles (ceo, chairman) that each person's title falls in."""
    members: Mapping[str, frozenset[str]]
    """For each name, all that it belongs to, the nearest and the wider."""
    words: Mapping[Lang, Mapping[str, Any]] = field(default_factory=dict)
    general: frozenset[str] = frozenset()
    """Parts that ship with the engine, whose words are the loosest."""
    index: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """Ids of the records that may account for a sense: by name, kind, part, noun, title."""

    two_sided: frozenset[str] = frozenset()
    """Kinds of fact that have verbs for both of their sides: to sell, and to buy."""

    vague: frozenset[str] = frozenset()
    """Words of both languages that say little of what they are said of, with the forms of Korean verbs."""

    series: frozenset[str] = frozenset()
    """What stands in names right before a number: "gate", where the base has a Gate 3."""

    told: Mapping[Lang, str] = field(default_factory=dict)
    """All that the facts tell, in small letters."""

    contraries: Mapping[Lang, tuple[tuple[frozenset[str], frozenset[str]], ...]] = field(default_factory=dict)
    """Pairs of sides whose verbs deny each other, to stay and to leave: English verbs as they stand, Korean ones in all their forms."""

    def texts_of(self, told: Iterable[Told]) -> Iterator[Text]:
        """What some parts of a fact tell, with the names in them."""
        for part in told:
            yield from (*part.texts, *([part.says] if part.says else []))
            yield from (self.facts.names[n].name for n in part.names)

    def entry(self, id_: str) -> Record:
        """A name's own entry, which tells what is told of it beside all facts."""
        return self.records[f"{NAME_KIND}:{id_}"]

    def event(self, id_: str) -> Record | None:
        """The record of that id where it is one of something that was, and no name's own entry; None for any other."""
        record = self.records.get(id_)
        return None if record is None or record.kind == NAME_KIND else record

    def is_title_of(self, text: str, id_: str) -> bool:
        """Whether a word is one of the titles that the author wrote for a name, or the noun at its end: "presenter", of a radio presenter."""
        name = self.facts.names[id_]
        held = tuple(name.title[lang] for lang in LANGS) if name.title else ()
        titles = [t.lower() for t in (*in_both(name.titles), *held)]
        return any(text == t or (" of " not in t and text == t.split()[-1]) for t in titles)

    def standing(self, id_: str, record: Record) -> list[str]:
        """Names of a record that are the given one, or belong to it."""
        return [n for n in record.names if n == id_ or id_ in self.members[n]]

    def of_type(self, ids: Iterable[str], *types: NameType) -> list[str]:
        """Those of some names that are of one of these types, in their order; an id that is no name falls away."""
        if not ids:  # as of most words
            return []
        names = self.facts.names
        return [n for n in ids if n in names and names[n].type in types]

    def parts_of(self, id_: str, record: Record) -> list[Part]:
        """The parts of a record that a name stands in; none where it is not in it."""
        return [self.part(record, p) for p in record.names.get(id_, ())]

    def acts_in(self, id_: str, record: Record) -> bool:
        """Whether a name does what a record tells, alone or with others."""
        return any(p.mutual or p.role in ("by", "with") for p in self.parts_of(id_, record))

    def names_as(self, role: str, record: Record) -> set[str]:
        """The names that are this to what a record tells: "by", "with", "object"."""
        return {n for p, told in record.fact.parts.items() if self.part(record, p).role == role for n in told.names}

    def extras(self, record: Record) -> list[str]:
        """The parts of a record that hold who was there beside the principals."""
        return [p for p in record.fact.parts if self.part(record, p).extra]

    def two_of(self, record: Record) -> list[str]:
        """The two people between whom something was; none where it was between more, or houses."""
        mutual = [n for n in record.names if any(p.mutual for p in self.parts_of(n, record))]
        people = self.of_type(mutual, "person")
        return people if len(people) == len(mutual) == 2 else []

    def came_first(self, one: Record, other: Record) -> bool | None:
        """Whether a fact was before another: its author says which came after which, or the times tell; None where nothing does."""
        if one.fact.id in self._behind(other):
            return True
        if other.fact.id in self._behind(one):
            return False
        times = [
            v
            for r in (one, other)
            if "when" in r.fact.parts
            for v in r.fact.parts["when"].values
            if isinstance(v, When)
        ]
        return precedes(*times) if len(times) == 2 else None

    def _behind(self, record: Record) -> set[str]:
        """Ids of the facts that one came after, and of those that these came after."""
        found: set[str] = set()
        fact: Fact | None = record.fact
        while fact is not None and fact.after:
            ids = set(fact.after) - found
            found |= ids
            fact = next((self.facts.facts[i] for i in ids if i in self.facts.facts), None)
        return found

    def around(self, ids: Collection[str]) -> set[str]:
        """Names, and all that they belong to."""
        return set(ids).union(*(self.members[n] for n in ids))

    def meant(self, part: str, scope: str) -> Part:
        """A part as its word means it: in the kind that the scope of the sense names ("kind:race"), or at large."""
        kind = self.facts.kinds.get(scope.removeprefix("kind:"))
        return (kind.parts.get(part) if kind else None) or self.facts.parts[part]

    def part(self, record: Record, part: str) -> Part:
        """A part as the record's kind reads it."""
        kind = self.facts.kinds.get(record.kind)
        return (kind.parts.get(part) if kind else None) or self.facts.parts[part]

    def worded(self, record: Record, part: str, lang: Lang) -> str | None:
        """What the author worded for the yes or no that a part tells; None where he left it to the whole fact."""
        told, definition = record.fact.parts[part], self.part(record, part)
        if told.says:
            return told.says[lang]
        yes = any(isinstance(v, Flag) and v.yes for v in told.values)
        return (definition.yes if yes else definition.no).get(lang)
