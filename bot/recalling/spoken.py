"""The parts of a record that the words of a question name, and how strongly each does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bot.facts import Texts
from bot.language.english import doing
from bot.language.senses import Sense
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.segment import Token

# A word that its fact, its kind or the engine has for the part; or a common noun of what stands in it ("which hotel").
# Only the order matters.
BY_FACT, BY_KIND, BY_GENERAL, BY_NOUN = 3.0, 2.5, 1.5, 1.8
_COURTESY = 0.5
"""What a word that is mostly courtesy ("say", "나오다") is worth as the name of a part, of what another would be."""
_ASIDE = 0.5
"""What a word is worth that stands in a clause of time."""
_BY_NAME = 0.6
"""What a word is worth that is a name as well ("Korean")."""
_NAMING = frozenset({"of_fact", "noun", "part", "contrary"})
"""Senses that may name a part."""
_LIKE = 0.85
"""What a word of the thesaurus is worth, of what the author's own would be."""


class _Naming(NamedTuple):
    """A word that may name a part, with what of that is the same for all records."""

    item: Item
    weight: float
    own: bool
    """Whether it names a kind or a part by itself, and not only as the thesaurus has it."""


def _naming(items: Iterable[Item], courtesy: float) -> list[_Naming]:
    """The words among some that may name a part of any record."""
    found: list[_Naming] = []
    for item in (w for i in items for w in worded(i) if not i.has("auxiliaries")):
        if not item.narrowed and item.by_tag.keys().isdisjoint(_NAMING):
            continue
        weight = (courtesy if item.has("light") else 1.0) * (1.0 if item.lends is None else item.lends)
        weight *= _ASIDE if item.aside else 1.0
        weight *= _BY_NAME if item.has("name") else 1.0
        found.append(_Naming(item, weight, item.named("kind", "part")))
    return found


def spoken(question: Question, record: Record, known: Known) -> dict[str, float]:
    """The parts that words of the question name. Yes/no questions say names without asking for where they stand.

    A clause that leads up to it names none where it names one itself: "they asked Kim about the price, what was the answer?".
    """
    words, own, deciding = question.once(_said)
    decided = _named(deciding, record, known, question.yesno) if deciding else {}
    return _named(words if decided.keys().isdisjoint(record.fact.parts) else own, record, known, question.yesno)


def _said(question: Question) -> tuple[list[_Naming], list[_Naming], list[_Naming]]:
    """The words that may name a part; those outside of clauses that lead up; and those by which such clauses name none."""
    said = [i for i in question.items if question.yesno or not states_figure(i, question.items)]
    own = [i for i in said if i.lends is None]
    deciding = [i for i in own if not i.has("name")] if len(own) < len(said) else []
    return _naming(said, _COURTESY), _naming(own, _COURTESY), _naming(deciding, _COURTESY)


def states_figure(item: Item, items: Iterable[Item]) -> bool:
    """Whether a unit stands behind its figure, and so says how much and does not ask it: "what happened on the 5th floor"."""
    return item.has("unit") and item.has("part") and any(i.at == item.at - 1 and i.has("number") for i in items)


def _nouns(item: Item) -> tuple[str, ...]:
    """The names for which a word is a common noun of the author's own."""
    return tuple(s.id for s in item.senses if s.tag == "noun" and not s.like)


def nouns_name(nouns: Iterable[Item], record: Record, known: Known) -> dict[str, float]:
    """The parts of the record, told or known not to be, that the nouns of what is asked for name."""
    parts = (*record.fact.parts, *record.fact.not_told)
    return {p: s for p, s in _named(_naming(nouns, 1.0), record, known, False).items() if p in parts}


def _named(words: Iterable[_Naming], record: Record, known: Known, yesno: bool) -> dict[str, float]:
    found: dict[str, float] = {}
    for item, weight, own in words:
        for sense in senses_for(item, record):
            if sense.tag not in _NAMING or (item.has("when") and sense.tag == "part"):
                continue  # a year is among the words of a part, and yet asks for none
            if sense.tag == "noun" and (yesno or item.has("name")):
                continue
            if yesno and item.text == "데":
                continue  # "만나는 데 갔어" asks for no place
            if sense.tag == "contrary" and ({"else", "except"} & set(item.ids("mark")) or (not yesno and own)):
                continue  # "who else" does not ask who was not the first, nor "what does it cost" whether it is free
            if sense.like and sense.tag == "part" and any(n in record.names for n in _nouns(item)):
                continue  # "the sculpture" is what it is, and not who sculpted it
            if sense.like and (own if yesno else _only_counts(sense, item, record, known)):
                continue  # what the word itself means comes before what it may stand for
            told = sense.id in record.fact.parts and sense.id not in known.general
            if yesno and not told and not sense.fact and record.kind in item.ids("kind"):
                continue  # "was she at the talks?" asks for no topic
            strength, parts = _of_sense(sense, record, known)
            for part in parts:
                if not (item.has("mark") and part not in record.fact.parts):
                    found[part] = max(found.get(part, 0.0), strength * weight * (_LIKE if sense.like else 1.0))
    return found


def _only_counts(sense: Sense, item: Item, record: Record, known: Known) -> bool:
    """Whether a word is like one for a figure of the author's own, and he wrote it down for the kind itself: a sale is no number of those sold."""
    if sense.tag != "part" or sense.id in known.general or not speaks_of(sense.fact, record):
        return False
    return known.part(record, sense.id).type == "amount" and any(
        s.tag == "kind" and s.id == record.kind and not s.like for s in item.senses
    )


def senses_for(item: Item, record: Record) -> tuple[Sense, ...]:
    """What a word means to a record: behind a word for one of its own sums or times a common noun means that alone."""
    if not item.narrowed:
        return item.senses
    parts = (*record.fact.parts, *record.fact.not_told)
    narrower = tuple(s for s in item.narrowed if speaks_of(s.fact, record) and s.id in parts)
    return (*(s for s in item.senses if s.tag != "part"), *narrower) if narrower else item.senses


def _of_sense(sense: Sense, record: Record, known: Known) -> tuple[float, tuple[str, ...]]:
    if sense.tag == "of_fact" and sense.fact == record.fact.id:
        return BY_FACT, (sense.id,)
    if sense.tag == "noun" and sense.id in record.names:
        return BY_NOUN, record.names[sense.id]
    if sense.tag in ("part", "contrary") and speaks_of(sense.fact, record):
        return BY_KIND if sense.fact or sense.id not in known.general else BY_GENERAL, (sense.id,)
    return 0.0, ()


def speaks_of(scope: str, record: Record) -> bool:
    """Whether a part's word holds for a record: a general one always, one of a kind for that kind alone."""
    return not scope or scope == f"kind:{record.kind}"


def parts_called(item: Item, record: Record) -> set[str]:
    """The parts of a record that the author or the language, and not only the thesaurus, calls by a word."""
    return {s.id for s in item.senses if s.tag == "part" and not s.like and speaks_of(s.fact, record)}


def own_word(item: Item, record: Record) -> bool:
    """Whether the author wrote a word down for this fact; that its text has it is not enough."""
    id_ = record.fact.id
    return id_ in item.ids("word") and any(s.tag == "word" and s.id == id_ and not s.fact for s in item.senses)


def tells_which(item: Item, items: Iterable[Item], record: Record) -> bool:
    """Whether a word stands right before one for the kind of a record, and is some fact's own: "the opening lecture"."""
    own = item.has("word") and any(s.tag == "word" and not s.fact and not s.like for s in item.senses)
    return own and any(i.at == item.at + 1 and record.kind in i.ids("kind") for i in items)


def worded(item: Item) -> tuple[Item, ...]:
    """A phrase for a kind of fact may hold the word for a part ("투자 규모"): it counts with its words."""
    if not item.pieces or not item.has("kind") or item.text.isascii():
        return (item,)
    return (item,) if item.has("light", "question", "anaphor", "tell", "ask") else (item, *item.pieces)


def numbered(items: Iterable[Item], question: Question, record: Record) -> tuple[str, ...]:
    """The parts that tell several things together of which one is spoken of by its number: "the second subhead"."""
    ordinals = {i.at for i in items if i.has("mark") and {"first", "second"} & set(i.ids("mark"))}
    if not ordinals:
        return ()
    nouns = [i for i in question.items if i.at - 1 in ordinals and not i.has("kind", "name")]
    told = ((p, record.fact.parts[p]) for n in nouns for p in n.ids("part") if p in record.fact.parts)
    return tuple(p for p, t in told if any(isinstance(v, Texts) and len(v.items) > 1 for v in t.values))


def names_doer(token: Token | Item, known: Known) -> bool:
    """Whether a word of the base is a noun for somebody by what he did or is: "winner", "champion", "우승자"."""
    said = token.has("kind", "part", "word") and not token.has(
        "name", "title", "question", "auxiliaries", "unit", "mark"
    )
    if not said or token.has("verb") or not token.text:
        return False
    last = token.text.split()[-1].removesuffix("'s")
    if not last.isascii():
        return last.removesuffix("들").endswith(_DOERS_KO)
    last = last.removesuffix("s") if last.endswith(("ers", "ors")) else last
    deeds = (s for verb in doing(last) for s in known.lexicon.senses(verb))  # "winner", and no "dinner"
    return last in _PEOPLE_EN or any(s.tag in ("kind", "part") for s in deeds)


_PEOPLE_EN = frozenset(
    {
        "champion", "runner-up", "victim", "thief", "suspect", "survivor", "finalist", "founder", "author", "volunteer",
        "director", "sponsor", "coach", "judge", "guide", "host", "witness", "pilot", "captain", "architect", "artist",
    }
)  # fmt: skip
"""Nouns for somebody by what he did or is, of which the base may have no verb."""
_DOERS_KO = (
    "자", "인", "범", "챔피언", "선수", "디자이너", "스폰서", "감독", "코치", "선장", "조종사", "건축가", "작가", "목격자", "후원사",
)  # fmt: skip
"""How Korean nouns for somebody by what he did or is end."""
