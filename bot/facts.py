"""What is known: names, parts, kinds, facts, stories and their sources, as the loader hands them to the core."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.turn import LANGS, Lang

NameType = Literal["person", "organisation", "place", "thing"]
AGENTS: frozenset[NameType] = frozenset({"person", "organisation"})
"""Types of names that do things."""
PartType = Literal["name", "person", "organisation", "place", "thing", "text", "when", "amount", "flag", "event"]
"""What a part holds: names (of one type or of any), free text, a date or time, a figure, yes or no, another fact."""
Role = Literal["by", "object", "with", "to", "from", "about", "at", "for", "of", "none"]
"""What a part is to the verb of its kind, so that "what did A say about B" is not "what did B say about A"."""
Sure = Literal["stated", "reported", "planned", "said"]

OPEN = ("withheld", "undecided")
"""How a source may tell that it does not tell something."""
Words = Mapping[Lang, tuple[str, ...]]
"""Words or phrasings by language, in the author's order. Korean verbs stand in their dictionary form (만나다)."""


def in_both(words: Words) -> Iterator[str]:
    """The words of all languages, one after another."""
    return (w for lang in LANGS for w in words.get(lang, ()))


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the author's files something stands."""

    file: str
    line: int
    """Counted from 1."""
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages."""

    en: str
    ko: str

    def __getitem__(self, lang: Lang) -> str:
        return self.ko if lang == "ko" else self.en


@dataclass(frozen=True, slots=True)
class When:
    """A date or time, as exact as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    daypart: str | None = None
    """morning, afternoon, evening, night."""
    hour: int | None = None
    minute: int | None = None
    about: bool = False
    until: When | None = None
    """The end of a span ("2025-03-01 to 2025-05-31", "10:00 to 18:00")."""
    weekdays: tuple[int, ...] = ()
    """Monday is 0."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure and its unit: money (USD, KRW), time (minute, year), a measure (cm), or "" for a plain count."""

    value: float
    unit: str = ""
    about: bool = False
    per: str | None = None
    """"year", "month": the figure comes anew each of them."""
    larger: tuple[str, ...] = ()
    """The larger units of time that it was written in as well ("3 hours 20 minutes"), the largest first."""

    @property
    def pieces(self) -> tuple[Amount, ...]:
        """The figure unit by unit, as it was written: 200 minutes are 3 hours and 20 minutes.

        >>> [(p.value, p.unit) for p in Amount(402.3, "second", larger=("minute",)).pieces]
        [(6.0, 'minute'), (42.3, 'second')]
        """
        found, rest, unit = [], self.value, self.unit
        for larger in reversed(self.larger):
            rest, left = divmod(rest, SMALLER[larger][1])
            found.append(Amount(round(left, 6), unit))
            unit = larger
        return tuple(p for p in (Amount(rest, unit), *reversed(found)) if p.value) or (self,)


SMALLER = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
"""For a unit of time the next smaller one, and how many of those it has."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no, stated by the source."""

    yes: bool


@dataclass(frozen=True, slots=True)
class Names:
    """One or more names, by id, in the author's order."""

    ids: tuple[str, ...]
    complete: bool = False
    """The author declared that there were no others."""


@dataclass(frozen=True, slots=True)
class Event:
    """Another fact, by id."""

    id: str


@dataclass(frozen=True, slots=True)
class Texts:
    """One or more free texts, in the author's order."""

    items: tuple[Text, ...]


Value = Names | Texts | When | Amount | Flag | Event


@dataclass(frozen=True, slots=True)
class Told:
    """The value of one part of a fact, and what is to be said of it."""

    values: tuple[Value, ...]
    """Mostly one; several where the source gives a figure in two units (USD and KRW)."""
    sure: Sure | None = None
    """None: as sure as its fact."""
    note: Text | None = None
    """A sentence the reply adds."""
    says: Text | None = None
    """The whole reply for this part, where the composed one would not do."""
    words: Words = field(default_factory=dict)
    """Further words by which people ask for this part of this fact."""
    contrary: Words = field(default_factory=dict)
    """Words that say of it the contrary of what these do ("kept secret" of what may be disclosed)."""
    open: bool = False
    """Told is only that it is not disclosed, or not decided yet."""
    names: tuple[str, ...] = field(init=False, compare=False)
    """The ids of all names that it tells, in the author's order."""

    @property
    def texts(self) -> list[Text]:
        """The free texts that it tells, in the author's order."""
        return [text for value in self.values if isinstance(value, Texts) for text in value.items]

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of the facts that it points at."""
        return tuple(value.id for value in self.values if isinstance(value, Event))

    def __post_init__(self) -> None:
        names = tuple(id_ for value in self.values if isinstance(value, Names) for id_ in value.ids)
        object.__setattr__(self, "names", names)

    def tells(self, figure: float) -> bool:
        """Whether one of its values is a figure, in whatever unit."""
        return any(isinstance(value, Amount) and value.value == figure for value in self.values)


@dataclass(frozen=True, slots=True)
class Part:
    """A part that facts have: who, where, when, floor, price."""

    id: str
    type: PartType
    words: Words = field(default_factory=dict)
    """How people name the part ("venue", "장소")."""
    asks: tuple[str, ...] = ()
    """Question words that ask for it: who, where, when, what, why, how, how_long, how_much, how_many."""
    role: Role = "none"
    mutual: bool = False
    """Those named here did it to one another (A met B is B met A)."""
    extra: bool = False
    """Those who were there too, beside the principals."""
    unit: str | None = None
    """For figures: the unit where the author writes a bare number (floor, month)."""
    says: Mapping[Lang, str] = field(default_factory=dict)
    """The reply to a question for this part; the slots are parts, `value` this one."""
    yes: Mapping[Lang, str] = field(default_factory=dict)
    """For flags: the reply where it holds."""
    no: Mapping[Lang, str] = field(default_factory=dict)
    """For flags: the reply where it does not."""
    opposite: Words = field(default_factory=dict)
    """For flags: words that ask for the contrary ("closed" for `public`)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: what happened, in the words of both languages."""

    id: str
    title: Text
    words: Words
    parts: Mapping[str, Part]
    """The base's own parts and the general ones, as this kind reads them."""
    says: Mapping[Lang, tuple[str, ...]]
    """Whole sentences, the fullest first; the first whose slots are all told is said."""
    place: Place
    like: tuple[str, ...] = ()
    """Broader kinds whose words speak of this one too."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation, place or thing, with all its spellings."""

    id: str
    type: NameType
    name: Text
    place: Place
    short: Text | None = None
    """How a reply calls it where the full name is too much."""
    also: Words = field(default_factory=dict)
    """Other spellings; repaired and derived from like the name."""
    exact: Words = field(default_factory=dict)
    """Spellings that are everyday words too: matched to the letter, never repaired, never a part of a word."""
    title: Text | None = None
    """What a person is at `of` ("CEO")."""
    titles: Words = field(default_factory=dict)
    """Other words for the title."""
    of: tuple[str, ...] = ()
    """Ids of a person's organisations, a company's group, the place around a place, the owner or maker of a thing."""
    country: str | None = None
    """Id of the country's name."""
    about: Text | None = None
    """What it is, one short sentence or noun phrase."""
    kind: Words = field(default_factory=dict)
    """Common nouns that speak of it ("hotel", "workshop")."""
    parts: Mapping[str, Told] = field(default_factory=dict)
    """Parts told of the name itself (size, price, founded)."""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a story."""

    id: str
    story: str
    kind: str | None
    """None for a fact that is simply told (`asked` and `told`)."""
    place: Place
    title: Text | None = None
    """How a reply names it ("the evening concert")."""
    parts: Mapping[str, Told] = field(default_factory=dict)
    sure: Sure = "stated"
    words: Words = field(default_factory=dict)
    """Further words by which people speak of this fact."""
    not_told: tuple[str, ...] = ()
    """Parts that the source is known not to tell."""
    withheld: tuple[str, ...] = ()
    """Parts of which the source tells that they are not disclosed."""
    undecided: tuple[str, ...] = ()
    """Parts of which the source tells that they are not decided yet."""
    told: Text | None = None
    """The whole fact in one sentence, where the composed one would not do."""
    asked: Words = field(default_factory=dict)
    """Ways of asking for a fact that is simply told."""
    names: tuple[str, ...] = ()
    """Names that a simply told fact is about."""
    source: str = ""

    @property
    def complete(self) -> bool:
        """Whether the author declared of any list of names in it that there were no others."""
        return any(isinstance(v, Names) and v.complete for told in self.parts.values() for v in told.values)

    @property
    def headlines(self) -> tuple[Text, ...]:
        """What is told of it as a whole: its sentence and its title, where it has them."""
        return tuple(t for t in (self.told, self.title) if t is not None)

    @property
    def after(self) -> tuple[str, ...]:
        """The ids of the facts that it is told to have come after."""
        told = self.parts.get("after")
        return told.events if told is not None else ()

    @property
    def when(self) -> When | None:
        """The first time that its part of that name tells."""
        told = self.parts.get("when")
        return next((v for v in told.values if isinstance(v, When)), None) if told else None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a story comes from."""

    id: str
    outlet: Text
    author: Text | None = None
    date: str | None = None
    """ISO 8601, of publication; None where it is not known."""
    of: str | None = None
    """ISO 8601, of the events; shown where there is no date of publication."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """A question that a story must answer, for `factbot check`."""

    lang: Lang
    ask: str
    facts: tuple[str, ...]
    """Ids of which the answer must rest on at least one; empty: any."""
    says: tuple[str, ...]
    """Strings that the answer must hold."""
    status: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Story:
    """One file of facts from one source."""

    id: str
    title: Text
    date: When
    """The day that "today" means in it."""
    main: str
    """Id of the main fact: "what happened?", "where was it?"."""
    subject: str
    """Id of the main name."""
    source: str
    facts: tuple[str, ...]
    place: Place
    words: Words = field(default_factory=dict)
    """Words that hold of the whole story ("visit", "방한")."""
    summary: Text | None = None
    expected: tuple[Expected, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """A whole fact base, valid once built: every id in it resolves."""

    names: Mapping[str, Name]
    parts: Mapping[str, Part]
    kinds: Mapping[str, Kind]
    facts: Mapping[str, Fact]
    stories: Mapping[str, Story]
    sources: Mapping[str, Source]
    replies: Mapping[str, Mapping[Lang, str]] = field(default_factory=dict)
    """Wordings of the named outcomes, where the base has its own; else the shipped ones."""
    general: frozenset[str] = frozenset()
    """Ids of the parts that ship with the engine."""
    shipped: Mapping[str, Words] = field(default_factory=dict)
    """The words that those have before a base gives them others."""
    vocabulary: Mapping[Lang, Mapping[str, Any]] = field(default_factory=dict)
    """The words of the two languages themselves, as `vocabulary/ko.yaml` and `en.yaml` hold them."""

    def place_of(self, id_: str) -> Place | None:
        """Where a fact stands in the author's files, or a name (`name:<id>`); None for neither."""
        entry: Fact | Name | None = self.facts.get(id_) or self.names.get(id_.removeprefix("name:"))
        return entry.place if entry else None
