"""A fact base made ready: every word of it, and of the two languages, entered into one lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot import names
from bot.entries import belongs, index_of, name_kind, of_itself, ranks_of, record_of
from bot.facts import Fact, Facts, Name, Part, Texts
from bot.known import NAME_KIND, Known, Record
from bot.lexicon import Lexicon, surfaces
from bot.senses import Sense
from bot.senses import atoms as cut
from bot.turn import LANGS, Lang


def listed(entry: Any) -> list[str]:
    """A vocabulary entry as a list: YAML lists stand as they are, a text is cut at its commas."""
    if isinstance(entry, str):
        return [w.strip() for w in entry.replace("\n", " ").split(",") if w.strip()]
    return [str(w) for w in entry]


def know(facts: Facts) -> Known:
    """Make a fact base ready: `facts` as the loader built it, with the vocabulary of both languages."""
    members = {id_: frozenset(belongs(id_, facts.names)) for id_ in facts.names}
    lexicon = Lexicon()
    for lang in LANGS:
        _add_vocabulary(lexicon, lang, facts.vocabulary.get(lang, {}))
    lexicon.harden(_WEIGHTY)
    titles = {id_: _titles(lexicon, name) for id_, name in facts.names.items()}
    facts = replace(facts, kinds={**facts.kinds, NAME_KIND: name_kind(facts.parts)})
    entries = [*facts.facts.values(), *(of_itself(n, facts) for n in facts.names.values())]
    phrasings = {f.id: _add_asked(lexicon, f) for f in entries if f.asked}
    ranks = ranks_of(facts)
    records = {f.id: record_of(f, facts, members, ranks, phrasings.get(f.id, ())) for f in entries}
    _add_base(lexicon, facts, records.values())
    return Known(
        facts, lexicon, records, titles, members, facts.vocabulary, facts.general, index_of(records, facts, titles)
    )


_WEIGHTY = frozenset({"not", "without", "first", "second", "last", "next", "most", "least", "except", "else"})
"""Marks that are never courtesy, whatever else the word may be."""


_PLAIN = ("light", "follow", "summary", "confirm", "today", "source", "tell", "other", "auxiliaries")


_GROUPED = {
    "question": "question", "marks": "mark", "sorts": "sort", "anaphora": "anaphor", "chat": "chat", "titles": "title",
    "units": "unit", "prepositions": "prep", "postpositions": "prep", "dayparts": "daypart",
}  # fmt: skip


def _add_vocabulary(lexicon: Lexicon, lang: Lang, words: Mapping[str, Any]) -> None:
    for tag in _PLAIN:
        lexicon.add_words(listed(words.get(tag, "")), lang, Sense(tag, ""))
    for section, tag in _GROUPED.items():
        for id_, entry in words.get(section, {}).items():
            lexicon.add_words(listed(entry), lang, Sense(tag, id_))
    for part, entry in words.get("asking", {}).items():
        for sense in (
            Sense("ask", "when" if part in ("start", "end") else "what"),
            Sense("part", part),
        ):
            lexicon.add_words(listed(entry), lang, sense)
    for number, day in enumerate(words.get("weekdays", ())):
        lexicon.add(day, Sense("weekday", str(number)))
    for unit, offsets in words.get("relative", {}).items():
        for offset, entry in offsets.items():
            lexicon.add_words(listed(entry), lang, Sense("relative", f"{unit}:{offset}"))
    for word, value in words.get("numbers", {}).items():
        lexicon.add(word, Sense("number", value), repair=False)
    for role, entry in words.get("particles", {}).items():
        for particle in listed(entry):
            if role != "plain" or particle not in lexicon.particles:
                lexicon.particles.setdefault(particle, "" if role == "plain" else role)
    for ending in words.get("copula", "").split():
        lexicon.particles.setdefault(ending, "")
    lexicon.endings.update(words.get("endings", "").split())
    lexicon.add_common(words.get("common", "").split())


_EMPTY = frozenset({"light", "prep", "follow", "question", "mark", "anaphor", "auxiliaries", "number"})


def _add_base(lexicon: Lexicon, facts: Facts, records: Iterable[Record]) -> None:
    for spelling in names.spellings(facts.names):
        lexicon.add(spelling.text, Sense("name", spelling.id), name=True, repair=not spelling.exact)
    for part in facts.parts.values():
        _add_part(lexicon, part, None, "")
    for kind in facts.kinds.values():
        for lang in LANGS:
            lexicon.add_words(kind.words.get(lang, ()), lang, Sense("kind", kind.id))
        for part in kind.parts.values():
            if part is not facts.parts.get(part.id):
                _add_part(lexicon, part, facts.parts.get(part.id), f"kind:{kind.id}")
    for lang in LANGS:
        for name in facts.names.values():
            lexicon.add_words(name.kind.get(lang, ()), lang, Sense("noun", name.id))
        for story in facts.stories.values():
            lexicon.add_words(story.words.get(lang, ()), lang, Sense("story", story.id))
    for record in records:
        _add_record(lexicon, record)


def _add_part(lexicon: Lexicon, part: Part, general: Part | None, scope: str) -> None:
    """The words of a part; those that a kind adds speak of the part in that kind alone."""
    for lang in LANGS:
        for tag, words, known in (
            ("part", part.words, general.words if general else {}),
            ("contrary", part.opposite, general.opposite if general else {}),
        ):
            own = [w for w in words.get(lang, ()) if w not in known.get(lang, ())]
            lexicon.add_words(own, lang, Sense(tag, part.id, scope))


def _add_record(lexicon: Lexicon, record: Record) -> None:
    fact = record.fact
    for lang in LANGS:
        lexicon.add_words(fact.words.get(lang, ()), lang, Sense("word", fact.id))
        for part, told in fact.parts.items():
            lexicon.add_words(told.words.get(lang, ()), lang, Sense("of_fact", part, fact.id))
            for text in (t for value in told.values if isinstance(value, Texts) and part != "is" for t in value.items):
                for word in _content(text[lang], lang, lexicon):
                    lexicon.add(word, Sense("word", fact.id, "text"))


def _content(text: str, lang: Lang, lexicon: Lexicon) -> Iterator[str]:
    """The words of a fact's own text that a question may use for it, without their particles."""
    for word in text.replace("(", " ").replace(")", " ").replace("/", " ").split():
        word = word.strip("\"'“”‘’.,!?;:")
        word = _bare(word, lang, lexicon)
        if (
            len(word) > (1 if lang == "ko" else 2)
            and not _light(word, lexicon)
            and not (lang == "ko" and word[-1] in VERBAL)
        ):
            yield word


VERBAL = frozenset("는한할게된될해고며서던")
"""Last syllables of Korean words that are mostly verbs in the middle of a sentence."""


def _bare(word: str, lang: Lang, lexicon: Lexicon) -> str:
    """A Korean word without the particle at its end."""
    if lang == "en":
        return word
    return next((word[:-n] for n in (3, 2, 1) if len(word) > n + 1 and lexicon.particles.get(word[-n:])), word)


def _light(word: str, lexicon: Lexicon, empty: frozenset[str] = _EMPTY) -> bool:
    keys = cut(word)
    return any(end == len(keys) and any(s.tag in empty for s in senses) for end, senses in lexicon.matches(keys, 0))


def _add_asked(lexicon: Lexicon, fact: Fact) -> tuple[frozenset[int], ...]:
    """Enter the words of a simply told fact's phrasings; each phrasing becomes the set of its words' numbers."""
    numbers: dict[str, int] = {}
    found = []
    for lang in LANGS:
        for phrasing in fact.asked.get(lang, ()):
            words = [
                _bare(w, lang, lexicon)
                for w in phrasing.replace("?", " ").split()
                if not _light(w, lexicon, _EMPTY - {"mark", "number"})
            ]
            words = words or [w for w in phrasing.split() if len(w) > 3 or lang == "ko"]
            for word in words:
                n = numbers.setdefault(word, len(numbers))
                for surface in surfaces(word) if lang == "ko" else (word,):
                    lexicon.add(surface, Sense("asked", str(n), fact.id))
            found.append(frozenset(numbers[w] for w in words))
    return tuple(dict.fromkeys(found))


def _titles(lexicon: Lexicon, name: Name) -> frozenset[str]:
    texts = [name.title[lang] for lang in LANGS] if name.title else []
    texts += [t for lang in LANGS for t in name.titles.get(lang, ())]
    found = set()
    for text in texts:
        keys = cut(text)
        at = 0
        while at < len(keys):
            hits = [(end, s) for end, senses in lexicon.matches(keys, at) for s in senses if s.tag == "title"]
            found |= {s.id for end, s in hits if end == max(e for e, _ in hits)}
            at = max((end for end, _ in hits), default=at + 1)
    return frozenset(found | {"leader"} if found & {"chairman", "ceo"} else found)
