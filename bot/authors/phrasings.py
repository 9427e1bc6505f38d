"""The questions that a fact base invites: for every part of every fact, and for every spelling of a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from bot.facts import Fact, Facts, Names, Part
from bot.language import korean
from bot.loading.vocabulary_files import read_plain
from bot.turn import Lang

WORDS_TRIED = 3
"""Words of a part that are put into phrasings; the others are synonyms of these."""


class Phrasing(NamedTuple):
    """A question, and what it is to be answered with."""

    text: str
    lang: Lang
    fact: str
    """The id of the fact, or `name:<id>`."""
    part: str
    """The part that is asked for; "" for the whole fact."""


class Asker:
    """Makes questions from the templates of `vocabulary/asking.yaml`."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.templates: Mapping[str, Any] = read_plain("asking")

    def of_part(self, fact: Fact, part: str, lang: Lang) -> Iterator[Phrasing]:
        """Ways of asking for one part of a fact, the plainest first."""
        kind = self.facts.kinds[fact.kind] if fact.kind else None
        known = kind.parts[part] if kind else self.facts.parts[part]
        words = (*fact.parts[part].words.get(lang, ()), *known.words.get(lang, ()))[:WORDS_TRIED]
        for template in self._templates(known, lang):
            yield from (Phrasing(t, lang, fact.id, part) for t in self._filled(template, fact, lang, words))

    def _filled(self, template: str, fact: Fact, lang: Lang, words: Sequence[str] = ()) -> Iterator[str]:
        """A template with its slots filled, once for each word that may stand in it."""
        kind = self.facts.kinds[fact.kind] if fact.kind else None
        slots = {
            "title": self.title(fact, lang),
            "names": self.names(fact, lang),
            "kind": kind.title[lang] if kind else "",
            "verb": did(kind.words[lang][0], lang) if kind else "",
        }
        own = fact.words.get(lang, ())[:WORDS_TRIED] if "{own}" in template else ("",)
        for word, own_word in product(words if "{word}" in template else ("",), own):
            yield " ".join(template.format(**slots, word=word, own=own_word).split())

    def _templates(self, part: Part, lang: Lang) -> Iterator[str]:
        by_word = self.templates[lang]
        if part.type == "flag":
            yield from by_word["flag"]
        for ask in part.asks:
            yield from by_word.get(ask, ())
        yield from by_word["word"]

    def of_whole(self, fact: Fact, lang: Lang) -> Iterator[Phrasing]:
        """Ways of asking for a fact as such."""
        for text in fact.asked.get(lang, ()):
            *before, last = text.split()
            for asked in dict.fromkeys((text, " ".join((*before, did(last, lang))))):
                yield Phrasing(asked, lang, fact.id, "")
        for template in self.templates[lang]["whole"]:
            yield from (Phrasing(t, lang, fact.id, "") for t in self._filled(template, fact, lang))

    def of_names(self, lang: Lang) -> Iterator[Phrasing]:
        """Who or what is it, for every spelling of every name."""
        who, what, where = self.templates[lang]["name"]
        for name in self.facts.names.values():
            template = who if name.type == "person" else where if name.type == "place" else what
            texts = (name.name[lang], *name.also.get(lang, ()), *name.exact.get(lang, ()))
            yield from (Phrasing(template.format(name=text), lang, f"name:{name.id}", "") for text in texts)

    def title(self, fact: Fact, lang: Lang) -> str:
        """What a fact is called: its title, or its kind and names."""
        if fact.title:
            return fact.title[lang]
        kind = self.facts.kinds[fact.kind].title[lang] if fact.kind else ""
        return " ".join((self.names(fact, lang), kind)).strip()

    def names(self, fact: Fact, lang: Lang) -> str:
        """Who is in a fact."""
        ids = [*fact.names, *(id_ for id_ in principals(fact, self.facts))]
        texts = [name.short[lang] if name.short else name.name[lang] for name in (self.facts.names[i] for i in ids)]
        return (" and " if lang == "en" else ", ").join(dict.fromkeys(texts))


def did(verb: str, lang: Lang) -> str:
    """A verb as it stands in a question about the past: "meet" after "did", 만났어."""
    if lang == "en" or not verb.endswith("다"):
        return verb
    past = [form for form in korean.forms(verb) if korean.is_of_past(form[-1])]
    return min(past, key=len) + "어" if past else verb


def principals(fact: Fact, facts: Facts) -> list[str]:
    """The ids of those who did it, or to whom it was done."""
    parts = facts.kinds[fact.kind].parts if fact.kind else facts.parts
    return [
        id_
        for part, told in fact.parts.items()
        if parts[part].role in ("by", "object", "with") and not parts[part].extra
        for value in told.values
        if isinstance(value, Names)
        for id_ in value.ids
    ]
