"""What may stand in each record of a fact base: the tables that the loader reads by and the schema is made from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import get_args

from bot.facts import NameType, PartType, Role
from bot.loading.readers import Id, Line, ListOf, OneOf, OneOrMore, PerLang, Template, TextReader, YesNo
from bot.loading.reading import Reader
from bot.loading.records import Key, Keys, Table
from bot.loading.values import SURE, WORDS, PartReader, PartShape
from bot.loading.values_when import DayReader, IsoDayReader
from bot.turn import Status

TEXT = TextReader()
TEMPLATE = PerLang(Template())
TEMPLATES = PerLang(OneOrMore(Template()))
BOTH_WORDS = PerLang(OneOrMore(Line()))
ASKS = ("who", "where", "when", "what", "why", "how", "how_long", "how_much", "how_many", "which")

NAME_SECTIONS: Mapping[str, NameType] = {
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "things": "thing",
}
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "names": tuple(NAME_SECTIONS),
    "questions": ("parts", "kinds", "replies"),
    "stories": (),
}
"""The folders of a fact base, and the sections that their files may have; a story is one record a file."""

NAME: Keys = {
    "name": Key(TEXT, "what replies say", required=True),
    "short": Key(TEXT, "what replies say where the full name is too much"),
    "also": Key(WORDS, "other spellings"),
    "exact": Key(WORDS, "spellings that are everyday words too: matched to the letter only"),
    "title": Key(TEXT, "what a person is (CEO)"),
    "titles": Key(WORDS, "other words for the title"),
    "of": Key(OneOrMore(Id("name")), "what it belongs to: the company, the group, the place around it, the owner"),
    "country": Key(Id("name"), "the id of its country"),
    "about": Key(TEXT, "what it is, in a few words"),
    "kind": Key(WORDS, "common nouns that speak of it (hotel)"),
}
_PART: Keys = {
    "type": Key(OneOf(get_args(PartType)), "what it holds"),
    "words": Key(WORDS, "how people name it"),
    "asks": Key(OneOrMore(OneOf(ASKS)), "question words that ask for it"),
    "role": Key(OneOf(get_args(Role)), "what it is to the verb"),
    "mutual": Key(YesNo(), "yes: those named did it to one another"),
    "extra": Key(YesNo(), "yes: those who were there too, beside the principals"),
    "unit": Key(Line("minute"), "what a bare figure is meant in"),
    "say": Key(TEMPLATE, "the reply to a question for it; {value} is what it holds", to="says"),
    "yes": Key(TEMPLATE, "for a flag: the reply where it holds"),
    "no": Key(TEMPLATE, "for a flag: the reply where it does not"),
    "opposite": Key(WORDS, "for a flag: words that ask for the contrary"),
}
PART: Keys = {"like": Key(Id("part"), "a part from which it has everything that is not given here"), **_PART}
KIND: Keys = {
    "title": Key(TEXT, "what such a fact is called", required=True),
    "words": Key(BOTH_WORDS, "verbs and nouns by which people speak of it", required=True),
    "like": Key(OneOrMore(Id("kind")), "broader kinds, whose words speak of this one too"),
    "say": Key(TEMPLATES, "sentences that tell such a fact, the fullest first", to="says"),
}
FACT: Keys = {
    "kind": Key(Id("kind"), "what kind of fact it is"),
    "title": Key(TEXT, "how replies name it (the first meeting)"),
    "sure": Key(OneOf(SURE), "how sure the source is"),
    "words": Key(WORDS, "further words by which people speak of it"),
    "told": Key(TEXT, "the whole fact in one sentence"),
    "asked": Key(WORDS, "ways of asking for it, where it has no kind"),
    "names": Key(OneOrMore(Id("name")), "the names it is about, where it has no kind"),
}
SOURCE: Keys = {
    "outlet": Key(TEXT, "who published it", required=True),
    "author": Key(TEXT, "who wrote it"),
    "date": Key(IsoDayReader(), "the day of publication"),
    "of": Key(IsoDayReader(), "the day of the events"),
    "url": Key(Line("https://..."), "where it can be read"),
}
EXPECTED: Keys = {
    "ask": Key(PerLang(Line("who came?"), both=False), "the question", required=True),
    "facts": Key(OneOrMore(Id("fact")), "the answer rests on one of these"),
    "says": Key(PerLang(OneOrMore(Line()), both=False), "what the answer must hold"),
    "status": Key(OneOf(tuple(Status)), "how the bot must answer"),
}
STORY: Keys = {
    "story": Key(Line("a-day-of-kites"), "the id of the story", required=True),
    "title": Key(TEXT, "what the story is called", required=True),
    "date": Key(DayReader(), 'the day that "today" means in it', required=True),
    "main": Key(Id("fact"), "the fact that 'what happened?' asks for", required=True),
    "subject": Key(Id("name"), "the name it is mainly about", required=True),
    "source": Key(Table("a source", SOURCE, "{outlet: {en: ..., ko: ...}}"), "where it comes from", required=True),
    "words": Key(WORDS, "words that hold of the whole story"),
    "summary": Key(TEXT, "the story in a sentence or two"),
    "questions": Key(ListOf(Table("a question", EXPECTED, "{ask: {en: ..., ko: ...}}")), "what it must answer"),
}
REPLY = PerLang(Line())


def name_table(parts: Iterable[PartShape]) -> Table:
    """A name, which may have any part that is not a key of every name."""
    return Table("a name", NAME, "{name: {en: ..., ko: ...}}", _parts(parts, NAME))


def fact_table(kind: str, parts: Iterable[PartShape], own: Collection[str] = ()) -> Table:
    """A fact of a kind, with the parts that the kind reads; "" for a fact without kind.

    Parts that the kind has for itself (`own`) come before keys of the same name, but for `kind`.
    """
    shapes = tuple(parts)
    some = OneOrMore(Id("part", tuple(p.id for p in shapes)))
    silent = {
        "not_told": Key(some, "parts that the source is known not to tell"),
        "withheld": Key(some, "parts of which the source says that they are not disclosed"),
        "undecided": Key(some, "parts of which the source says that they are not decided yet"),
    }
    keys = {name: key for name, key in FACT.items() if name == "kind" or name not in own}
    what = f"a fact of the kind '{kind}'" if kind else "a fact without kind"
    return Table(what, {**keys, **silent}, others=_parts(shapes, keys))


def fact_of_unknown_kind() -> Table:
    """A fact whose kind is not known: neither are its parts, so every key passes."""
    return Table(
        "a fact", {**FACT, **dict.fromkeys(("not_told", "withheld", "undecided"), Key(OneOrMore(Line())))}, lenient=True
    )


def part_table(new: bool) -> Table:
    """A part; one that is new, and not like another, must say its type."""
    return Table("a part", PART if not new else {**PART, "type": PART["type"]._replace(required=True)}, "{type: text}")


def kind_table(parts: Reader) -> Table:
    """A kind of fact; `parts` reads the parts that it changes or has for itself."""
    example = "{title: {en: ..., ko: ...}, words: {en: [...], ko: [...]}}"
    return Table("a kind", {**KIND, "parts": Key(parts, "parts of its own, and how it reads others")}, example)


def _parts(parts: Iterable[PartShape], taken: Keys) -> Mapping[str, PartReader]:
    return {part.id: PartReader(part) for part in parts if part.id not in taken}
