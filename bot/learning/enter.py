"""Entering words into the lexicon: those of the two languages, and those of a fact base with their likes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from bot.facts import Fact, Facts, Kind, Name, Part, Text, Texts, Words, in_both
from bot.language.english import adjectives, bases, doing
from bot.language.senses import SCALE, Sense
from bot.language.senses import atoms as cut
from bot.learning import names
from bot.learning.known import Record
from bot.learning.lexicon import Lexicon, is_verb, surfaces
from bot.learning.textwords import EMPTY, bare_word, content, is_light, names_in
from bot.learning.thesaurus import Thesaurus
from bot.turn import LANGS, Lang


def listed(entry: Any) -> list[str]:
    """A vocabulary entry as a list: YAML lists stand as they are, a text is cut at its commas."""
    if isinstance(entry, str):
        return [w.strip() for w in entry.replace("\n", " ").split(",") if w.strip()]
    return [str(w) for w in entry]


WEIGHTY = frozenset({"not", "without", "first", "second", "last", "next", "most", "least", "except", "else"})
"""Marks that are never courtesy, whatever else the word may be."""


_PLAIN = ("light", "follow", "summary", "confirm", "today", "source", "tell", "other", "auxiliaries", "leads", "goods")


_GROUPED = {
    "question": "question", "marks": "mark", "sorts": "sort", "anaphora": "anaphor", "chat": "chat", "titles": "title",
    "units": "unit", "bounds": "bound", "prepositions": "prep", "postpositions": "prep", "dayparts": "daypart",
    "ordinals": "nth", "gauges": "gauge",
}  # fmt: skip


def enter_language(lexicon: Lexicon, lang: Lang, words: Mapping[str, Any]) -> None:
    for tag in _PLAIN:
        lexicon.add_words(listed(words.get(tag, "")), lang, Sense(tag, ""))
    for section, tag in _GROUPED.items():
        for id_, entry in words.get(section, {}).items():
            said = listed(entry)
            lexicon.add_words(
                said, lang, Sense(tag, id_), repair=id_ not in _NO_TARGETS and tag not in ("nth", "gauge")
            )
            if tag == "chat":
                lexicon.add_words(_typed_short(said, words.get("typed_short", {})), lang, Sense(tag, id_), repair=False)
    for part, entry in words.get("asking", {}).items():
        for sense in (
            Sense("ask", "when" if part in ("start", "end") else "what"),
            Sense("part", part),
        ):
            lexicon.add_words(listed(entry), lang, sense)
    lexicon.add_words(words.get("filler", "").splitlines(), lang, Sense("filler", ""), repair=False)
    for number, day in enumerate(words.get("weekdays", ())):
        lexicon.add_words(listed(day), lang, Sense("weekday", str(number)))
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


def _typed_short(phrases: Iterable[str], short: Mapping[str, str]) -> list[str]:
    """Phrases as people type them who write some words short: "how's your day" as "hows ur day", "how's ur day".

    >>> _typed_short(["are you there", "hello"], {"you": "u", "are": "r"})
    ['are u there', 'r you there', 'r u there']
    """
    found: list[str] = []
    for phrase in phrases:
        words = [(w, short[w]) if w in short else (w,) for w in phrase.split()]
        if len(words) > 1 and sum(map(len, words)) <= len(words) + _MOST_SHORT:
            found += [" ".join(typed) for typed in product(*words)][1:]
    return found


_MOST_SHORT = 3
"""So many of the words of a phrase are typed short at most."""


_NO_TARGETS = frozenset({"small", "old", "new", "swift"})
"""Groups of words towards which no slip is repaired: their verbs have too many short forms."""
_GRAMMAR = frozenset(
    {"question", "ask", "mark", "bound", "prep", "anaphor", "auxiliaries", "other", "chat", "tell", "name"}
)
"""Words that are one of these keep to it, whatever the thesaurus puts them beside."""


def enter_base(lexicon: Lexicon, facts: Facts, records: Iterable[Record], likes: Mapping[Lang, Thesaurus]) -> None:
    """Enter all words of a base: names first, which no other word may pass for."""
    for spelling in names.spellings(facts.names):
        lexicon.add(spelling.text, Sense("name", spelling.id), name=True, repair=not spelling.exact)
    lexicon.given.update(names.given_names(facts.names.values()))
    base = _Base(lexicon, facts, likes)
    records = tuple(records)
    told = {p for r in records for p in (*r.fact.parts, *r.fact.not_told)}
    for part in facts.parts.values():
        if part.type != "flag" or part.id in told or part.id not in facts.general:
            base.add_part(part, None, "")
    for kind in facts.kinds.values():
        base.add(kind.words, Sense("kind", kind.id))
        base.add_compounds(kind)
        for part in kind.parts.values():
            if part is not facts.parts.get(part.id):
                base.add_part(part, facts.parts.get(part.id), f"kind:{kind.id}")
    for name in facts.names.values():
        base.add(name.kind, Sense("noun", name.id))
        base.add_nouns_like(name)
    for story in facts.stories.values():
        base.add(story.words, Sense("story", story.id))
    for record in records:
        base.add_record(record)
    for word, id_ in names.common_nouns(facts.names.values()):
        if word in lexicon.common and not lexicon.has(word, _NO_NOUNS):
            lexicon.add(word, Sense("noun", id_), repair=False)
    for word, id_ in names.tails(facts.names.values()):
        if not lexicon.senses(word):
            lexicon.add(word, Sense("name", id_), name=True, repair=False)


_NO_NOUNS = frozenset({"name", "title", "kind", "sort", "unit", "light", "question", "number", "when", "story"})
"""Words that are one of these are no common nouns of names that only end in them."""


def enter_measures(lexicon: Lexicon, lang: Lang, words: Mapping[str, Any]) -> None:
    """Let words that compare stand for the part that their adjective names: "heavier" for that of "heavy", "가장 높다" for that of 높다.

    Where none names one, the adjective for the other end of the scale may: "thinnest" is of what the author calls "thick".
    """
    ends = {small: listed(great) for small, great in words.get("ends", {}).items()}
    ends |= {g: [small] for small, great in words.get("ends", {}).items() for g in listed(great)}
    for mark in sorted(SCALE):
        for word in listed(words.get("marks", {}).get(mark, "")):
            plain = adjectives(word) if lang == "en" else _graded(word, lexicon)
            named = [s for a in plain for s in lexicon.senses(a) if s.tag == "part"]
            others = [o for a in plain for o in ends.get(a, ())]
            for sense in named or [s._replace(like=True) for o in others for s in lexicon.senses(o) if s.tag == "part"]:
                lexicon.add_words((word,), lang, sense, repair=False)


def _graded(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The stem of a Korean adjective behind a word that says how far it goes, but of one for a price: 높 of "가장 높다"."""
    degree, _, verb = word.rpartition(" ")
    graded = bool(degree) and is_verb(verb) and Sense("mark", "priced") not in lexicon.senses(verb[:-1])
    return (verb[:-1],) if graded else ()


def enter_other_sides(lexicon: Lexicon, lang: Lang, words: Mapping[str, Any], facts: Facts) -> None:
    """Let a kind of fact that has the verb of one side of a deed have those of the other, where its facts tell that side.

    Who gave it away is told beside whom it went to: then "who received it" is understood with "give" alone.
    """
    for kind in facts.kinds.values():
        told = {p for f in facts.facts.values() if f.kind == kind.id for p in f.parts}
        own = {w for spoken in kind.words.values() for w in spoken}
        for deed in words.get("transfers", {}).values():
            for side, other, part in (("giving", "taking", "to"), ("taking", "giving", "from")):
                if part in told and own & set(listed(deed[side])):
                    rest = [w for w in listed(deed[other]) if w not in own]
                    lexicon.add_words(rest, lang, Sense("kind", kind.id, "", like=True), repair=False)


def enter_deeds(lexicon: Lexicon, lang: Lang, words: Mapping[str, Any]) -> None:
    """Let the words of a base that are verbs of giving or taking, of coming or leaving, say which of the two they are."""
    deeds = [("transfer", deed) for deed in words.get("transfers", {}).values()]
    for tag, deed in [*deeds, ("move", words.get("moves", {}))]:
        for side, entry in deed.items():
            held = [w for w in listed(entry) if any(lexicon.has(s, frozenset({"kind"})) for s in (*surfaces(w), w))]
            lexicon.add_words(held, lang, Sense(tag, side), repair=False)


def two_sided(vocabulary: Mapping[Lang, Mapping[str, Any]], lexicon: Lexicon) -> frozenset[str]:
    """The kinds of fact that have a verb of giving and one of taking, once those are entered."""
    sides: dict[str, set[str]] = {}
    for words in vocabulary.values():
        for verb in (
            v for deed in words.get("transfers", {}).values() for entry in deed.values() for v in listed(entry)
        ):
            senses = [s for spelling in (*surfaces(verb), verb) for s in lexicon.senses(spelling)]
            held = {s.id for s in senses if s.tag == "transfer"}
            for kind in (s.id for s in senses if s.tag == "kind"):
                sides.setdefault(kind, set()).update(held)
    return frozenset(k for k, held in sides.items() if held == {"giving", "taking"})


_CORE = 8
"""So many of an author's words, the first of each list, are looked up in the thesaurus; the further ones are likes already."""


def opposites(pairs: Iterable[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """For each word of either side of some pairs those of the other side.

    >>> opposites([{"this": "open", "that": "closed, shut"}])
    {'open': ('closed', 'shut'), 'closed': ('open',), 'shut': ('open',)}
    """
    found: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        this, that = listed(pair["this"]), listed(pair["that"])
        found |= dict.fromkeys(this, tuple(that)) | dict.fromkeys(that, tuple(this))
    return found


class _Base:
    """Enters the words of a base, and those that the thesaurus puts beside them."""

    def __init__(self, lexicon: Lexicon, facts: Facts, likes: Mapping[Lang, Thesaurus]) -> None:
        self._lexicon = lexicon
        self._thesauri = likes
        self._names = facts.names
        self._own = {
            "kind": frozenset(w for k in facts.kinds.values() for w in in_both(k.words)),
            "part": frozenset(w for p in facts.parts.values() for w in in_both(p.words)),
        }
        """Words that their author gave to a kind or a general part: no other gets them by likeness."""
        self._opposites = {
            lang: opposites(facts.vocabulary.get(lang, {}).get("opposites", {}).values()) for lang in LANGS
        }
        self._ordinals = {
            lang: {n: listed(entry) for n, entry in facts.vocabulary.get(lang, {}).get("ordinals", {}).items()}
            for lang in LANGS
        }
        given = facts.vocabulary.get("ko", {}).get("compounding", {})
        self._compounding = {part: listed(nouns) for part, nouns in given.items()}

    def add(self, words: Words, sense: Sense) -> None:
        for lang in LANGS:
            given = words.get(lang, ())
            self._lexicon.add_words(given, lang, sense)
            taken = self._own.get(sense.tag, frozenset())
            mates = [
                m
                for m in self._thesauri[lang].mates(given[:_CORE])
                if m not in taken and not self._lexicon.has(m, _GRAMMAR)
            ]
            self._lexicon.add_words(mates, lang, sense._replace(like=True))
            if sense.tag == "word":
                self._lexicon.add_words(self._same_place(given, lang), lang, sense._replace(like=True), repair=False)

    def _same_place(self, given: Iterable[str], lang: Lang) -> list[str]:
        """All ways to write the ordinals among some words: a fact that its author calls "3rd" is the third, and no. 3."""
        said = {s.id for w in given for s in self._lexicon.senses(w) if s.tag == "nth"}
        return [w for n in sorted(said) for w in self._ordinals[lang].get(n, ()) if w not in given]

    def add_nouns_like(self, name: Name) -> None:
        """What is like an English common noun by which a name is called, to the letter: "cops", for the police."""
        nouns = [w for w in name.exact.get("en", ()) if w.isalpha() and w.islower()]
        mates = [m for m in self._thesauri["en"].mates(nouns) if not self._lexicon.senses(m)]
        self._lexicon.add_words(mates, "en", Sense("noun", name.id, like=True), repair=False)

    def add_compounds(self, kind: Kind) -> None:
        """A Korean word for a kind with a noun at its end that asks for a part of it: 개봉일 is when, 촬영지 is where."""
        words = kind.words.get("ko", ())
        stems = {w.removesuffix("하다").removesuffix("되다") for w in words}
        for part, nouns in self._compounding.items():
            for noun in nouns:
                compounds = [
                    w for w in words if w.endswith(noun) and w.removesuffix(noun) in stems and w != kind.title["ko"]
                ]
                self._lexicon.add_words(compounds, "ko", Sense("part", part, f"kind:{kind.id}"))

    def add_part(self, part: Part, general: Part | None, scope: str) -> None:
        """The words of a part; those that a kind adds speak of the part in that kind alone."""
        turned = {lang: self._turned(part, lang) for lang in LANGS}
        for tag, words, known in (
            ("part", part.words, general.words if general else {}),
            ("contrary", {**part.opposite, **turned}, general.opposite if general else {}),
        ):
            own = {lang: tuple(w for w in words.get(lang, ()) if w not in known.get(lang, ())) for lang in LANGS}
            if tag == "part":
                own = {lang: tuple(w for w in own[lang] if w not in turned[lang]) for lang in LANGS}
                self._add_deeds(own.get("en", ()), part, scope)
            self.add(own, Sense(tag, part.id, scope))
        if part.type == "flag":
            self._add_contrary(part, scope)

    def _add_deeds(self, words: Iterable[str], part: Part, scope: str) -> None:
        """The English verbs of those who are called by what they did: whoever won is the "winner"."""
        if "who" not in part.asks:
            return
        taken = frozenset({"light", "kind", "part", "name", *_GRAMMAR})
        verbs = [v for w in words if " " not in w for v in doing(w) if v in self._lexicon.common]
        verbs = [v for v in verbs if v not in self._own["kind"] | self._own["part"] and not self._lexicon.has(v, taken)]
        self._lexicon.add_words(verbs, "en", Sense("part", part.id, scope, like=True), repair=False)

    def _turned(self, part: Part, lang: Lang) -> tuple[str, ...]:
        """The contrary words of a flag, with those that its author wrote beside words of which everyone says they are the contrary: "forbidden", behind "allowed"."""
        given, opposite = part.words.get(lang, ()), part.opposite.get(lang, ())
        if part.type != "flag" or opposite:
            return opposite
        pairs = self._opposites[lang]
        contrary = {w: [o for b in bases(w) for o in pairs.get(b, ())] for w in given}
        return tuple(w for n, w in enumerate(given) if any(o in given[:n] for o in contrary[w]))

    def _add_contrary(self, part: Part, scope: str) -> None:
        """What everyone says for the contrary of a flag, though its author did not write it down: whether one must pay for what is free."""
        for lang in LANGS:
            own = {*part.words.get(lang, ()), *part.opposite.get(lang, ())}
            for words, tag in ((part.words, "contrary"), (part.opposite, "part")):
                said = [w for o in words.get(lang, ()) for w in self._opposites[lang].get(o, ())]
                self._lexicon.add_words(
                    [w for w in said if w not in own], lang, Sense(tag, part.id, scope, like=True), repair=False
                )

    def add_record(self, record: Record) -> None:
        fact = record.fact
        said = {  # a word that asks says nothing of a fact, even where its author wrote it down
            lang: tuple(
                w for w in words if not any(s.id in _ASKING and s.tag == "question" for s in self._lexicon.senses(w))
            )
            for lang, words in fact.words.items()
        }
        self.add(said, Sense("word", fact.id))
        for part, told in fact.parts.items():
            self.add(told.words, Sense("of_fact", part, fact.id))
            self.add(told.contrary, Sense("of_fact", part, fact.id))
            self.add(told.contrary, Sense("contrary", part, fact.id))
            for text in (t for value in told.values if isinstance(value, Texts) and part != "is" for t in value.items):
                sense = Sense("word", fact.id, "text")
                self.add({lang: tuple(content(text[lang], lang, self._lexicon)) for lang in LANGS}, sense)
                for spelling in self._long_names(text):
                    self._lexicon.add(spelling, sense, repair=False)

    def _long_names(self, text: Text) -> Iterator[str]:
        """The spellings of names of several words that a fact's own text speaks of, of which no one word is a word of it."""
        spoken = {id_ for lang in LANGS for id_ in names_in(cut(text[lang]), self._lexicon)}
        for name in (self._names[id_] for id_ in sorted(spoken)):
            every = (
                s for lang in LANGS for s in (name.name[lang], *name.also.get(lang, ()), *name.exact.get(lang, ()))
            )
            yield from (s for s in dict.fromkeys(every) if len(s.split()) > 1)


_ASKING = frozenset({"who", "where", "when"})
"""Question words that can say nothing of what is asked; 어땠다 may."""


def thesauri(facts: Facts) -> dict[Lang, Thesaurus]:
    """The thesaurus of each language."""
    return {lang: Thesaurus(facts.vocabulary.get(lang, {}).get("synonyms", "").splitlines()) for lang in LANGS}


def enter_asked(lexicon: Lexicon, fact: Fact, likes: Mapping[Lang, Thesaurus]) -> tuple[frozenset[int], ...]:
    """Enter the words of a simply told fact's phrasings, and their likes; each phrasing becomes the set of its words' numbers."""
    numbers: dict[str, int] = {}
    found = []
    for lang in LANGS:
        for phrasing in fact.asked.get(lang, ()):
            words = [
                bare_word(w, lang, lexicon)
                for w in phrasing.replace("?", " ").split()
                if not is_light(w, lexicon, EMPTY - {"mark", "number"})
            ]
            words = words or [w for w in phrasing.split() if len(w) > 3 or lang == "ko"]
            for word in words:
                n = numbers.setdefault(word, len(numbers))
                for surface in surfaces(word) if lang == "ko" else (word,):
                    lexicon.add(surface, Sense("asked", str(n), fact.id))
                mates = [m for m in likes[lang].mates((word,)) if not lexicon.has(m, _GRAMMAR | {"light"})]
                lexicon.add_words(mates, lang, Sense("asked", str(n), fact.id, like=True), repair=False)
            found.append(frozenset(numbers[w] for w in words))
    return tuple(dict.fromkeys(found))
