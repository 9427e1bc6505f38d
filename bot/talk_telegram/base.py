"""The fact base as the shell shows it: short keys for buttons, sentences of facts, search for inline mode."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from bot.facts import Facts
from bot.learning.known import Known
from bot.learning.learn import know
from bot.loading.factfiles import load
from bot.saying.cite import cited, source_line
from bot.saying.tell import whole
from bot.turn import LANGS, Cited, Lang

WORD = re.compile(r"[^\W_]+")
"""What is searched for in a typed text: letters and digits."""


@dataclass(frozen=True, slots=True)
class Base:
    """What is known, read-only once built; a reload builds another."""

    known: Known
    keys: Mapping[str, str]
    """The id behind each short key, of stories, facts and names."""
    haystack: Mapping[str, str]
    """For each fact all words that stand in it, folded, in both languages."""

    @property
    def facts(self) -> Facts:
        return self.known.facts

    def fact_key(self, payload: str) -> str | None:
        """The id of the fact that a deep link names, by its id or its short key."""
        fact = payload if payload in self.facts.facts else self.keys.get(payload, "")
        return fact if fact in self.facts.facts else None

    def label(self, fact: str, lang: Lang) -> str:
        """How a button calls a fact."""
        title = self.facts.facts[fact].title
        return title[lang] if title else self.sentence(fact, lang)

    def sentence(self, fact: str, lang: Lang) -> str:
        """The whole fact in a sentence."""
        return whole(self.known.records[fact], self.known, lang)

    def cited(self, fact: str, lang: Lang) -> tuple[Cited, ...]:
        """The source of a fact."""
        return cited([self.known.records[fact]], self.known, lang)

    def questions(self, fact: str, lang: Lang) -> list[str]:
        """Up to three of the author's own questions that this fact answers."""
        story = self.facts.stories[self.facts.facts[fact].story]
        return [e.ask for e in story.expected if e.lang == lang and fact in e.facts][:3]

    def place_of(self, fact: str) -> str:
        """Where a fact that an answer rests on stands in the author's files."""
        place = self.facts.place_of(fact)
        return f"{fact} ({place.file}:{place.line})" if place else fact

    def facts_of(self, name: str, story: str | None = None) -> list[str]:
        """Facts, of one story or all, in which a name stands."""
        return [
            id_
            for id_, fact in self.facts.facts.items()
            if story in (None, fact.story) and name in self.known.records[id_].names
        ]

    def source_list(self, lang: Lang) -> list[str]:
        """A line for each source of the stories."""
        return [source_line(source, lang) for source in self.facts.sources.values()]

    def search(self, text: str) -> list[str]:
        """Facts that hold words of the text, those that hold more of them first; all facts for an empty text."""
        words = [self._stem(word) for word in WORD.findall(fold(text))]
        hits = {fact: sum(word in hay for word in words) for fact, hay in self.haystack.items()}
        best = max(hits.values(), default=0)
        if text and not best:
            return []
        return sorted((fact for fact, n in hits.items() if n * 2 > best or not words), key=lambda fact: -hits[fact])

    def _stem(self, word: str) -> str:
        """A Korean word without the particle at its end; any other word as it is."""
        particles = self.known.lexicon.particles
        return next((word[:-n] for n in (3, 2, 1) if len(word) > n + 1 and word[-n:] in particles), word)


def load_base(folder: Path) -> Base:
    """Load a folder of facts. Raises bot.problems.BrokenFacts."""
    return make_base(know(load(folder)))


def make_base(known: Known) -> Base:
    """Make ready what the shell shows of it."""
    facts = known.facts
    ids = (*facts.stories, *facts.facts, *facts.names)
    haystack = {fact: fold(" ".join(_words(known, fact))) for fact in facts.facts}
    return Base(known, {short_key(id_): id_ for id_ in ids}, haystack)


def short_key(id_: str) -> str:
    """A key of 10 letters that stays the same as long as the id does: callback data holds 64 bytes only."""
    return blake2b(id_.encode(), digest_size=5).hexdigest()


def fold(text: str) -> str:
    """Text to search in: one spelling for each letter, lower case."""
    return unicodedata.normalize("NFC", text).casefold()


def _words(known: Known, fact: str) -> Iterator[str]:
    """All that a fact can be found by: its title, its sentence, the names in it with their other spellings."""
    record = known.records[fact]
    for lang in LANGS:
        if record.fact.title:
            yield record.fact.title[lang]
        yield whole(record, known, lang)
        yield from record.fact.words.get(lang, ())
        yield from record.fact.asked.get(lang, ())
        for id_ in record.names:
            name = known.facts.names[id_]
            yield name.name[lang]
            yield from name.also.get(lang, ())
