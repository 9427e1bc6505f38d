"""A fact base made ready: its facts as records, and every word of it and of the two languages in one lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.facts import OPEN, Fact, Facts, Name, Text
from bot.language.senses import Sense
from bot.language.senses import atoms as cut
from bot.learning.enter import (
    WEIGHTY,
    enter_asked,
    enter_base,
    enter_deeds,
    enter_language,
    enter_measures,
    enter_other_sides,
    listed,
    thesauri,
    two_sided,
)
from bot.learning.entries import (
    Prices,
    belongs,
    index_of,
    name_kind,
    of_itself,
    ranks_of,
    record_of,
    with_doubt,
    with_length,
    with_open,
    with_price,
    with_start,
)
from bot.learning.known import NAME_KIND, Known
from bot.learning.lexicon import Lexicon, is_verb, verb_surfaces
from bot.turn import LANGS, Lang

_KEPT: Mapping[str, Any] = {"replies": {}, "shortened": "", "short": "", "spoken": {}, "absence": ()}
"""Keys of the vocabulary that are read at each question; all others stand in the lexicon. Each with what it is where it is missing."""


def know(facts: Facts) -> Known:
    """Make a fact base ready: `facts` as the loader built it, with the vocabulary of both languages."""
    members = {id_: frozenset(belongs(id_, facts.names)) for id_ in facts.names}
    lexicon = Lexicon()
    for lang in LANGS:
        enter_language(lexicon, lang, facts.vocabulary.get(lang, {}))
    lexicon.harden(WEIGHTY)
    titles = {id_: _titles(lexicon, name) for id_, name in facts.names.items()}
    facts = replace(facts, kinds={**facts.kinds, NAME_KIND: name_kind(facts)})
    doubt, free = ({lang: facts.vocabulary[lang]["replies"][r] for lang in LANGS} for r in ("unconfirmed", "free"))
    prices = {lang: _prices(facts.vocabulary[lang]) for lang in LANGS}
    told = [
        _with_open(with_price(with_doubt(with_length(with_start(f)), doubt), facts, prices, free), facts)
        for f in facts.facts.values()
    ]
    entries = [*told, *(of_itself(n, facts) for n in facts.names.values())]
    likes = thesauri(facts)
    phrasings = {f.id: enter_asked(lexicon, f, likes) for f in entries if f.asked}
    ranks = ranks_of(facts)
    records = {f.id: record_of(f, facts, members, ranks, phrasings.get(f.id, ())) for f in entries}
    enter_base(lexicon, facts, records.values(), likes)
    for lang in LANGS:
        enter_measures(lexicon, lang, facts.vocabulary.get(lang, {}))
    for lang in LANGS:
        enter_other_sides(lexicon, lang, facts.vocabulary.get(lang, {}), facts)
    for lang in LANGS:
        enter_deeds(lexicon, lang, facts.vocabulary.get(lang, {}))
    sides = two_sided(facts.vocabulary, lexicon)
    said = {lang: {key: facts.vocabulary.get(lang, {}).get(key, none) for key, none in _KEPT.items()} for lang in LANGS}
    index = index_of(records, facts, titles)
    vague = frozenset(_vague(facts.vocabulary))
    contraries = {lang: tuple(_contraries(facts.vocabulary.get(lang, {}))) for lang in LANGS}
    facts = replace(facts, vocabulary=said)
    known = Known(facts, lexicon, records, titles, members, said, facts.general, index, sides, vague, _series(facts))
    told_facts = (record.fact for record in records.values())
    texts = [t for f in told_facts for t in (*f.headlines, *known.texts_of(f.parts.values()))]
    told_texts = {lang: "\n".join(t[lang] for t in texts).lower() for lang in LANGS}
    return replace(known, told=told_texts, contraries=contraries)


def _with_open(fact: Fact, facts: Facts) -> Fact:
    """A fact with what is said of parts that are withheld and undecided."""
    if not fact.withheld and not fact.undecided:
        return fact
    said = {sort: {lang: facts.vocabulary[lang]["replies"][sort] for lang in LANGS} for sort in OPEN}
    asking, denying = (
        {sort: {lang: tuple(listed(facts.vocabulary[lang]["open"][sort][way])) for lang in LANGS} for sort in OPEN}
        for way in ("told", "silent")
    )
    return with_open(fact, {sort: Text(said[sort]["en"], said[sort]["ko"]) for sort in OPEN}, asking, denying)


def _vague(vocabulary: Mapping[Lang, Mapping[str, Any]]) -> Iterator[str]:
    """Words that say little: English ones as they stand, Korean verbs in all their forms."""
    for lang in LANGS:
        for word in vocabulary.get(lang, {}).get("vague", "").splitlines():
            yield word
            if lang == "ko" and is_verb(word):
                yield from (surface for surface, _ in verb_surfaces(word))


def _contraries(words: Mapping[str, Any]) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Both sides of each pair of verbs that deny each other; of a stem of one syllable only what it can have behind it: 남습, 남는."""
    for pair in words.get("contraries", {}).values():
        yield frozenset(_spellings(listed(pair["this"]))), frozenset(_spellings(listed(pair["that"])))


def _spellings(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        stems = [s for s, _ in verb_surfaces(word)] if is_verb(word) else [word]
        yield from (s + end for s in stems for end in (_CLOSED if is_verb(word) and len(s) == 1 else ("",)))


_CLOSED = ("습", "는", "기", "지", "고", "겠", "나", "냐", "네", "다", "도", "게")
"""How endings begin that stand behind a closed syllable."""


def _prices(words: Mapping[str, Any]) -> Prices:
    price = words["opposites"]["price"]
    return Prices(frozenset(listed(price["this"])), frozenset(listed(price["that"])))


def _series(facts: Facts) -> frozenset[str]:
    """What stands in the names right before their first number, in small letters: of "Gate 3" "gate"."""
    spelt = (
        text
        for name in facts.names.values()
        for lang in LANGS
        for text in (name.name[lang], *name.also.get(lang, ()), *name.exact.get(lang, ()))
    )
    return frozenset(m[1].casefold() for text in spelt if (m := re.match(r"([^\W\d]+) ?\d+\b", text)))


def _titles(lexicon: Lexicon, name: Name) -> frozenset[str]:
    by_lang = {lang: [*([name.title[lang]] if name.title else []), *name.titles.get(lang, ())] for lang in LANGS}
    found = _titles_in(by_lang["ko"], lexicon) or _titles_in(by_lang["en"], lexicon)
    if name.title:  # a title that no language has a group for ("mayor") is a group of its own
        found.add(name.title["en"].casefold())
        for lang in LANGS:
            lexicon.add_words((name.title[lang],), lang, Sense("title", name.title["en"].casefold()))
    return frozenset(found | {"leader"} if found & {"chairman", "ceo"} else found)


def _titles_in(texts: list[str], lexicon: Lexicon) -> set[str]:
    """The groups of the longest titles in some texts; Korean is asked first, where "president" is two words."""
    found: set[str] = set()
    for text in texts:
        keys = cut(text)
        at = 0
        while at < len(keys):
            hits = [(end, s) for end, senses in lexicon.matches(keys, at) for s in senses if s.tag == "title"]
            found |= {s.id for end, s in hits if end == max(e for e, _ in hits)}
            at = max((end for end, _ in hits), default=at + 1)
    return found
