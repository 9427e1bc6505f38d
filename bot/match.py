"""How one question fits one record: which words the record accounts for, and which parts are asked of it.

The residue rule lives here. A word is accounted for by a name in the fact (in the right role), a name those belong to,
the kind of fact, one of its parts, a word of the fact itself, its time, its figures, or by being a word of courtesy.
Nothing else counts, however alike it looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import NamedTuple

from bot import dates
from bot.asked import Ranked, asked
from bot.facts import AGENTS, Texts, When
from bot.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.senses import SCALE, currencies
from bot.spoken import own_word, speaks_of
from bot.suits import OPEN, TIME_UNITS, is_money

# What each sort of accounting is worth when two records account for all words: a name says more than a kind, a kind
# more than a word of the text. Only the order matters; measured on the working half of the question bank.
_NAME, _NEAR, _KIND, _LIKE, _OF_FACT, _WORD, _PART, _NOUN, _TITLE = 3.0, 1.2, 2.4, 1.5, 1.6, 1.3, 1.0, 0.8, 0.8
_TEXT = 0.7
_BOTH = 0.3  # more, for a common noun of what stands in a fact, where it may ask for a part as well
_PHRASE = 0.5  # more, for a phrase that the author wrote down for this fact
_OF_KIND = 0.8  # a word for another fact that this one speaks of
_TOLD_OF = 2.2  # a name that a fact only speaks about, or only mentions
_GATHERED = 1.5  # that people came together in a fact, where it is asked who was there
_AT_HOUSE = 2.6  # the house at whose place something was: "at Acme"
_TIME, _SILENT_TIME, _FIGURE, _STORY = 1.0, 0.2, 1.2, 0.2
_FREE = frozenset(
    {
        "light",
        "follow",
        "question",
        "anaphor",
        "sort",
        "summary",
        "source",
        "confirm",
        "prep",
        "auxiliaries",
        "tell",
        "filler",
    }
)
_ORDINAL = frozenset({"first", "second", "last", "most", "least", "order", "next"})
"""Marks that choose among facts: where nothing chose by them, they are not accounted for."""


class Fit(NamedTuple):
    """One record held against one question."""

    record: Record
    weight: float
    uncovered: tuple[Item, ...]
    kind_named: bool
    names_hit: int
    penalty: float
    items: tuple[Item, ...]
    """The words of the question as this record takes them."""
    asking: Callable[[], Ranked]
    """Which parts the question asks of the record: looked up when it is first wanted, and once."""

    @property
    def parts(self) -> tuple[str, ...]:
        """Parts asked for that the record tells."""
        return self.asking().parts

    @property
    def missing(self) -> tuple[str, ...]:
        """Parts asked for that it does not."""
        return self.asking().missing

    @property
    def sureness(self) -> float:
        """How surely the first of those is asked for."""
        return self.asking().sureness

    def put(self, question: Question, known: Known) -> Fit:
        """The same, with another question put to the record."""
        return self._replace(asking=_asking(question, self.record, known))

    def unasked(self) -> Fit:
        """The same, with nothing asked of the record."""
        return self._replace(asking=Ranked)


def _asking(question: Question, record: Record, known: Known) -> Callable[[], Ranked]:
    return cache(partial(asked, question, record, known))


def fit(question: Question, record: Record, known: Known) -> Fit:
    """Hold a record against a question."""
    weight, uncovered, kind_named, hits = 0.0, [], False, 0
    worths = [cover(i, question, record, known) for i in question.items]
    items = _effective(question, worths)
    if items is not question.items:
        apart = [i for i in question.items if i not in items and any(s.tag == "word" and not s.fact for s in i.senses)]
        weight -= _TAKEN_APART * len(apart)
        question = replace(question, items=items)
        worths = [cover(i, question, record, known) for i in items]
    for item, worth in zip(items, worths, strict=True):
        if item.lends is not None:
            weight += item.lends * (worth or 0.0)
            hits += worth is not None and any(n in record.names for n in item.ids("name"))
            continue
        if worth is None:
            uncovered.append(item)
            continue
        weight += worth
        kind_named |= record.kind in item.ids("kind") and worth >= _LIKE
        kind_named |= worth >= _WORD and any(record.kind in p.ids("kind") for p in item.pieces)  # "earlier meeting"
        hits += any(n in record.names for n in item.ids("name"))
    penalty = sum(_loss(item) for item in uncovered)
    entry = record.kind == NAME_KIND and record.fact.names[0] in question.names
    asking = _asking(question, record, known) if penalty < _HOPELESS or entry else Ranked
    return Fit(record, weight, tuple(uncovered), kind_named, hits, penalty, items, asking)


def whole_fit(question: Question, record: Record, known: Known) -> Fit | None:
    """A record held against a question, where it accounts for every word; it is left at the first that it does not."""
    for item in question.items:
        if item.lends is None and not _comes_apart(item, question) and cover(item, question, record, known) is None:
            return None
    found = fit(question, record, known)
    return None if found.uncovered else found


_TAKEN_APART = 0.5
"""Less for a fact to which a phrase means nothing that the author of another one wrote down for that."""
_HOPELESS = 6.0
"""With so much of a question not accounted for, it no longer matters what the record would tell."""


def likely(question: Question, known: Known) -> list[str]:
    """Ids of the records worth a closer look: those that nearly all of the weighty words may speak of; none where no word speaks of any."""
    hits: dict[str, int] = {}
    slack = 1
    for item in question.items:
        if (_is_free(item) and not _large(item)) or item.lends is not None:
            continue
        slack += bool(known.of_type(item.ids("name"), "place"))
        for id_ in _speakers(item, known):
            hits[id_] = hits.get(id_, 0) + 1
    most = max(hits.values(), default=0)
    if not most:
        return []
    return [id_ for id_ in known.records if hits.get(id_, 0) >= max(1, most - slack)]


def _is_free(item: Item) -> bool:
    return any(
        s.tag in _FREE or s.tag in ("mark", "when", "relative", "today", "daypart", "number", "unit", "story")
        for s in item.senses
    )


def _large(item: Item) -> bool:
    """Whether a figure is so large that it says by itself of what it is."""
    return any(float(n) >= _LARGE for n in item.ids("number"))


_LARGE = 10_000
"""From here on a figure is no year, no floor and no number of people in a room."""


def _speakers(item: Item, known: Known) -> set[str]:
    found: set[str] = set()
    for sense in (*item.senses, *(s for p in item.pieces for s in p.senses)):
        if sense.tag == "word":
            found.add(sense.id)
        elif sense.tag in ("of_fact", "asked"):
            found.add(sense.fact)
        else:
            found |= known.index.get(("part" if sense.tag == "contrary" else sense.tag, sense.id), frozenset())
    return found


def _effective(question: Question, worths: Sequence[float | None]) -> tuple[Item, ...]:
    """The words as a record takes them that finds them worth so much: a phrase that means nothing to it word by word."""
    found: list[Item] = []
    apart = False
    for item, worth in zip(question.items, worths, strict=True):
        if worth is None and _comes_apart(item, question):
            found += item.pieces
            apart = True
        else:
            found.append(item)
    return tuple(found) if apart else question.items


def _comes_apart(item: Item, question: Question) -> bool:
    """Whether a phrase is read word by word by a record to which it means nothing as such."""
    return bool(item.pieces) and not item.has("number") and not _whole_word(item, question)


def _whole_word(item: Item, question: Question) -> bool:
    """Whether a phrase is never read word by word: it names a kind, or asks for a part of one kind alone ("기자 이름")."""
    if {"most", "least"} & set(item.ids("mark")) or _orders_as_a_whole(item):
        return True
    if item.has("weekday") or item.named("kind"):
        return True
    if all(p.has("light", "auxiliaries", "filler") for p in item.pieces):
        own = len({s.id for s in item.senses if not s.fact}) == 1 and all(s.tag == "word" for s in item.senses)
        return own and not any(p.has("kind", "part", "tell") for p in item.pieces)  # "nice guy", not "say anything"
    scopes = {s.fact for s in item.senses}
    own = len(scopes) == 1 and "" not in scopes and all(s.tag == "part" for s in item.senses)
    return own and any(item.at == n.at for f in question.foci for n in f.nouns)


def _orders_as_a_whole(item: Item) -> bool:
    """Whether none of its words by itself says which in a row is meant: "두 번째"."""
    orders = {"first", "second", "last"} & set(item.ids("mark"))
    return bool(orders) and not any(orders & set(p.ids("mark")) for p in item.pieces)


def unmeasured(item: Item) -> bool:
    """Whether a word compares by what no part of the base is: "taller", where no fact has a height."""
    return "measured" in item.ids("mark") and not item.has("part")


def _judges(item: Item) -> bool:
    """Whether a word says what somebody thinks of a thing or how it is: "good", "유명하다"."""
    marks = set(item.ids("mark"))
    return "judged" in marks and not marks & SCALE and not item.named("part")


def _loss(item: Item) -> float:
    """What a word weighs that a record does not account for: another verb is worse than another name."""
    if item.has("name"):
        return 4.0
    if item.has("kind") and not item.has("light"):
        return 4.5
    return 3.0 if item.has("when", "number", "relative") else 2.0


def cover(item: Item, question: Question, record: Record, known: Known) -> float | None:
    """What a word is worth for a record; None where the record does not account for it."""
    if item.senses and (not item.pieces or item.has("tell")) and item.by_tag.keys() <= _FREE:
        return 0.0  # half of all words are mere courtesy
    if not item.by_tag.keys().isdisjoint(_BARRING) and _unanswerable(item, question, record, known):
        return None
    checked = item.has("name") and (question.yesno or question.filled)  # what is to be confirmed is no mere colour
    timed = item.has("daypart")  # nor is a part of the day a greeting
    figure = question.yesno and item.has("number") and bool(_units(item, question))  # nor a figure a word of a text
    misplaced = item.has("name") and not question.yesno and _misplaced(item, question, record, known)
    here = record.fact.id
    deed = record.kind == NAME_KIND and _bare_deed(item, question)  # nor is what somebody did, for who that is
    judged = question.yesno and _judges(item)  # nor is what somebody is called a courtesy: "was it good?"
    worths = [
        _LIKE_WORD * w if s.like else w
        for s in item.senses
        if s[0] != "word" or s[1] == here  # most senses of a word are of other facts, and cost nothing more
        if not (misplaced and s.tag in ("word", "story"))  # who is in the fact in another role is no word of its text
        if not (judged and (s.like or s.tag in ("light", "filler", "follow", "chat", "story")))
        if not (checked and s.tag in ("story", "light", "filler"))
        if not (deed and s.tag in ("light", "filler", "follow"))
        if not (timed and s.tag in ("chat", "light", "filler"))
        if not (figure and s.tag != "number")
        if (w := _sense(s.tag, s.id, s.fact, item, question, record, known)) is not None
    ]
    gathers = item.text.isascii() and "present" in item.ids("mark")  # "was at" is a kind of its own, and any gathering
    if worths and item.has("kind") and not gathers and not item.has("light") and not _of_kind(item, record, known):
        worths = [min(w, _OTHER_KIND) for w in worths]
    single = item.has("number") or "who" in item.ids("question") or "except" in item.ids("mark")
    if worths and item.pieces and not single:  # a phrase is worth no less than its words
        whole = _by_pieces(item, question, record, known)
        gathered = item.ids("mark") == ("present",)  # "온 사람들" did not only come
        worths.append(min(whole, _GATHERED) if gathered else whole)
    if len(worths) > 1 and item.has("kind") and _of_kind(item, record, known):
        return max(worths) + (_OWN_WORD if own_word(item, record) else 0.0)
    return max(worths) if worths else None


def _at_another(verb: Item, question: Question, record: Record) -> bool:
    """Whether a noun says at which event something was, of another kind than a record: "who came to the talks"."""
    return "who" in question.asks and any(
        i.role == "at" and i.has("kind") and not i.has("light") and record.kind not in i.ids("kind")
        for i in question.items
        if i is not verb and i.lends is None
    )


def _by_pieces(item: Item, question: Question, record: Record, known: Known) -> float:
    """What a phrase is worth by its words; nothing where one of them is not accounted for."""
    worths = [cover(p, question, record, known) for p in item.pieces]
    if None in worths:
        return 0.0
    names = [w for p, w in zip(item.pieces, worths, strict=True) if w and p.has("name")] if item.has("name") else []
    once = sum(names) - max(names, default=0.0)  # "Nabi 5 Mini" beside a "Nabi 5" is one name, and not both
    return sum(w for w in worths if w) - once


_OWN_WORD = 0.5
"""More for a word of the kind that the author wrote down for this fact as well."""
_LIKE_WORD = 0.8
"""A word of the thesaurus counts for a little less than the author's own."""
_OTHER_KIND = 0.5
"""A word that names another kind of fact counts for little, even where the fact's own text has it."""


def _bare_deed(item: Item, question: Question) -> bool:
    """Whether a word names a kind of fact and no part, in a bare topic: "김하나 일정 알려줘"."""
    bare = not question.foci and not question.yesno
    return bare and item.named("kind") and not item.has("tell", "part", "name", "summary", "noun")


def _of_kind(item: Item, record: Record, known: Known) -> bool:
    kind = known.facts.kinds.get(record.kind)
    like = (record.kind, *kind.like) if kind else (record.kind,)
    return any(k in like for k in item.ids("kind")) or item.has("of_fact", "name")


def _sense(tag: str, id_: str, fact: str, item: Item, question: Question, record: Record, known: Known) -> float | None:
    match tag:
        case "name":
            return _name(id_, item, question, record, known)
        case "kind":
            kind = known.facts.kinds.get(record.kind)
            if id_ == record.kind:
                return 0.0 if item.has("light") and _at_another(item, question, record) else _KIND
            if kind and id_ in kind.like:
                return _LIKE
            return _OF_KIND if id_ in record.of_kinds and not _during(item, question) else None
        case "part" | "contrary" if (
            question.foci
            and _ORDINAL & set(item.ids("mark"))
            and not _asked_for(id_, question)
            and not (fact and id_ not in known.general)  # "1등" is a winner of its own kind of fact
        ):
            return None  # "when is the next one" is not settled by what comes next after this one
        case "part" | "contrary":
            return (
                _PART if speaks_of(fact, record) and (id_ in record.fact.parts or id_ in record.fact.not_told) else None
            )
        case "of_fact":
            return _OF_FACT if fact == record.fact.id else None
        case "word":
            phrase = _PHRASE if item.pieces and not fact else 0.0
            return (_TEXT if fact else _WORD) + phrase if id_ == record.fact.id else None
        case "asked":
            return _WORD if fact == record.fact.id else None
        case "noun":
            both = _BOTH if id_ in record.names and item.has("part") else 0.0
            return _NOUN + both if id_ in record.names else _NOUN / 2 if id_ in record.near else None
        case "title":
            held = [n for n in record.names if id_ in known.titles[n]]
            if "when" in question.asks and record.kind != NAME_KIND and set(held) & set(question.names):
                return None  # "when did Kim become chairman" is not told by when he did anything else
            if question.yesno and record.kind != NAME_KIND:  # "did Kim meet a president?" is not told by his own title
                held = [n for n in held if n not in question.names]
            return _TITLE if held else None
        case "when" | "relative" | "today" | "daypart" | "weekday":
            if record.kind == NAME_KIND and not record.times and (question.yesno or _of_an_event(question)):
                return None  # "whom did he see on the 4th", "was he there on the 4th" are not told by who he is
            bound = _bound(item, question, record) if tag == "when" else ""
            if bound:
                asked = question.times[id_]
                asked = replace(asked, year=record.today.year) if asked.year is None and asked.month else asked
                return _TIME if any(_lies(bound, t, asked) for t in record.times) else None
            if tag == "when" and question.yesno and not _clocked(question.times[id_], question, record):
                return None
            if (
                tag == "when"
                and question.yesno
                and question.times[id_].until
                and not any(t.until for t in record.times)
            ):
                return None  # what was on one of several days did not last for all of them
            worth = _time(tag, id_, question, record)
            hour = tag == "daypart" or (tag == "when" and question.times[id_].hour is not None)
            return None if worth != _TIME and hour else worth
        case "sort" if id_ in ("month", "year") and item.role in ("at", "to") and len(item.text) == 1:
            return None  # 달에: the moon
        case "number":
            if not _units(item, question) and _tells_names_apart(item, float(id_), question, known):
                return None  # "Apollo 12" is not Apollo 11
            figured = any(i.has("unit") and i.at == item.at + 1 for i in question.items)
            if _numbers_a_thing(item, question):
                if any(i.at == item.at - 1 and i.text.isascii() and i.has("noun") for i in question.items):
                    return None  # "room 9": were it known, it would be a name
                return _FIGURE if any(figure == float(id_) for figure, _ in record.figures) else None
            checked = question.yesno and (
                item.text.isdigit() or figured
            )  # what is to be confirmed is held to the letter
            return _figure(float(id_), _units(item, question), record, checked)
        case "story":
            return _STORY if id_ == record.fact.story else None
        case "mark":
            if record.kind == NAME_KIND and id_ == "before" and "who" in question.asks:
                return None  # who was before somebody is not told by who he is
            if (
                unmeasured(item)
                or id_ in ("judged", "swift")
                or (id_ == "priced" and not any(is_money(unit) for _, unit in record.figures))
            ):
                return None
            if id_ == "present" and question.asks == ("who",) and item.text.isascii() and record.kind != NAME_KIND:
                met = "where" in record.fact.parts and any(known.part(record, p).mutual for p in record.fact.parts)
                return _GATHERED if met else 0.0
            consumed = id_ == "last" and bool(question.marks & {"earlier", "before"})
            consumed = consumed or (id_ in ("first", "second") and _of_several(item, question, record))
            return None if id_ in _ORDINAL and not consumed else 0.0
        case "unit":
            if id_ == "person" and not any(i.at == item.at - 1 and i.has("number", "question") for i in question.items):
                return 0.0  # "르네라는 분이"
            if any(item.at == n.at for f in question.foci for n in f.nouns) and item.has("part"):
                return None  # "which floor" asks for a floor, not for a number of them
            measured = bool({"how_many", "how_long", "how_much", "extent"} & set(question.asks)) or any(
                i.has("number", "when") for i in question.items
            )
            return 0.0 if measured else None
        case "chat":
            return 0.0 if id_ in ("greeting", "thanks") else None
        case "bound":  # "over" is a bound beside a figure, and no courtesy elsewhere
            figured = any(i.has("number", "when", "daypart") for i in question.items)
            return 0.0 if figured or (question.foci and item.text.isascii()) else None
        case "verb":
            return None
        case _:
            return 0.0 if tag in _FREE else None


def _of_several(item: Item, question: Question, record: Record) -> bool:
    """Whether one of several things is asked for that a part tells together: "what is the second subhead"."""
    noun = next((n for f in question.foci for n in f.nouns if n.at == item.at + 1), None)
    parts = noun.ids("part") if noun is not None and not noun.has("kind", "name") else ()
    told = [record.fact.parts[p] for p in parts if p in record.fact.parts]
    return any(isinstance(v, Texts) and len(v.items) > 1 for t in told for v in t.values)


def _of_an_event(question: Question) -> bool:
    """Whether it is asked where it was, or whom somebody did it to."""
    placed = question.sorts & {"place", "country", "city"} or "where" in question.asks
    return bool(placed) or question.asked_role == "object"


def _during(item: Item, question: Question) -> bool:
    """Whether it is a place or time in which something was: "at the talks", "회의에서"."""
    if item.role in ("at", "from"):
        return True
    before = (i for i in question.items if item.at - 3 < i.at < item.at)
    return any("at" in i.ids("prep") for i in before)


def _asked_for(part: str, question: Question) -> bool:
    """Whether what is asked for is open, or is this part."""
    return any(
        f.word in OPEN or f.word in ("how", "why") or any(part in n.ids("part") for n in f.nouns) for f in question.foci
    )


def _name(id_: str, item: Item, question: Question, record: Record, known: Known) -> float | None:
    if item.role == "except":
        return None if record.kind == NAME_KIND else 0.5 if id_ in record.names or id_ in record.near else None
    if record.kind == NAME_KIND and item.role == "with" and "who" in question.asks:
        return None  # who was with somebody is not told by what somebody is
    if id_ in record.names:
        if not _role_fits(id_, item.role, question, record, known):
            return None
        only_told_of = record.kind != NAME_KIND and all(p.role == "about" for p in known.parts_of(id_, record))
        return _TOLD_OF if only_told_of else _NAME
    if id_ in record.near:
        stands = known.standing(id_, record)
        if item.role == "by" and known.facts.names[id_].type == "place" and not known.of_type(stands, *AGENTS):
            return None  # a country does not do what was done in it
        if item.role == "object" and known.of_type([id_], "organisation") and not known.of_type(stands, *AGENTS):
            return None  # "who bought Acme" is not told by who bought what Acme makes
        placed = known.facts.names[id_].type == "place" and known.of_type(stands, "place") == stands
        wider = not any(id_ in known.facts.names[n].of for n in stands)
        if stands and placed and wider and item.role == "object" and question.yesno:
            return None  # who left a hall did not leave the country it is in
        if not stands and known.facts.names[id_].type == "place":
            return _NEAR  # what was said after the talks was said where they were
        if item.role == "at" and _at_house(id_, stands, question, record, known):
            return _AT_HOUSE
        return _NEAR if any(_role_fits(n, item.role, question, record, known) for n in stands) else None
    if id_ in record.countries and (
        item.role == "of" or (not item.role and _describes(item, id_, question, known)) or hails(item, question)
    ):
        return 0.5
    if question.filled:
        return None  # "and here?" asks for what is of that place, which the story's own place is not
    if item.role in ("", "at", "of", "from", "to", "topic") and known.facts.names[id_].type == "place":
        story = known.facts.stories.get(record.fact.story)
        here = known.members.get(story.subject, frozenset()) if story else frozenset()
        somebody = story is not None and known.facts.names[story.subject].type == "person"
        return 0.1 if id_ in here and not somebody else None  # where somebody is from is not where it was
    return None


def _at_house(id_: str, stands: Sequence[str], question: Question, record: Record, known: Known) -> bool:
    """Whether a fact was at a place of a house: "who was at Acme"; not "Kim's rank at Acme", who is from there."""
    own = any(id_ in known.members[n] for n in question.names)
    placed = any("where" in record.names[n] for n in stands)
    return placed and not own and bool(known.of_type([id_], "organisation"))


def _misplaced(item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether a name is in a fact, and in another role than the question gives it."""
    here = [n for n in item.ids("name") if n in record.names]
    if not here or any(_role_fits(n, item.role, question, record, known) for n in here):
        return False
    alone = sum(i.has("name") for i in question.items) == 1  # of several, one may act within what was said
    alone |= item.role == "by" and any(
        item.at == f.at + 2 and f.word == "what" for f in question.foci
    )  # "what did Kim"
    says = any(n.has("ask") for f in question.foci for n in f.nouns)  # "가나는 뭐라고 했어", and not "가나가 들은 말"
    return alone and (says or question.asked_in == "en")


def hails(item: Item, question: Question) -> bool:
    """Whether a country only says from where the house or person is that is asked for: "which firm from France"."""
    nouns = question.foci[0].nouns[-1:] if question.foci else ()
    return item.role == "from" and any(
        {"organisation", "person"} & {s for w in (n, *n.pieces) for s in w.ids("sort")} and 0 < item.at - n.at <= 3
        for n in nouns
    )


def _describes(item: Item, id_: str, question: Question, known: Known) -> bool:
    """Whether a country is said of somebody ("the Japanese firm"), and is not spoken of itself."""
    if question.asked_in == "ko":
        return any(i.at == item.at + 1 and i.has("sort", "noun", "title", "part") for i in question.items)
    return item.text in map(str.lower, known.facts.names[id_].exact.get("en", ()))


_BARRING = frozenset({"sort", "mark"})
"""What a word is to which some records can have nothing to say."""


def _unanswerable(item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether a record can have nothing to say to a word: to money, where it tells none; to a talk of two, where it is of more."""
    if _is_currency(item) and record.kind != NAME_KIND:
        said = any(i.lends is None and not i.has("light", "follow") and not _is_currency(i) for i in question.items)
        return said and not any(is_money(unit) for _, unit in record.figures)
    if item.text in _SEXES and _tells_apart(item, question):
        names = (known.facts.names[n] for n in record.names)
        spelt = {w for n in names for t in (n.name["en"], *n.also.get("en", ())) for w in re.findall(r"\w+", t.lower())}
        return item.text not in spelt
    if "alone" in item.ids("mark") and not question.yesno and not item.has("name"):
        return _of_more(record, known)  # "how long was the one-on-one" is not told by talks of three
    return False


_SEXES = frozenset({"women", "men", "girls", "boys", "ladies", "gentlemen"})


def _tells_apart(item: Item, question: Question) -> bool:
    """Whether a word for people only tells one thing from another: "the women's race", but not "the women's names"."""
    whose = re.search(rf"\b{item.text}['\u2019]s?\b", question.text.lower()) is not None
    return whose and any(i.at == item.at + 1 and not i.has("sort") for i in question.items)


def _is_currency(item: Item) -> bool:
    """Whether a word is the name of a currency, and nothing else."""
    other = item.has("kind", "word", "verb", "light", "number") or len(item.text) == 1  # 원 is many things
    return bool(currencies(item.ids("sort"))) and not other


def _of_more(record: Record, known: Known) -> bool:
    """Whether more than two took part in a fact as its principals."""
    acting = [
        n
        for n in record.names
        if any(p.mutual or (p.role in ("by", "with") and not p.extra) for p in known.parts_of(n, record))
    ]
    return record.kind != NAME_KIND and len(known.of_type(acting, *AGENTS)) > 2


def _role_fits(id_: str, role: str, question: Question, record: Record, known: Known) -> bool:
    """Whether a name may stand in the role that the question gives it: who said it is not whom it was said of."""
    wanted = _expected_role(role, question)
    if wanted not in ("by", "object") or record.kind == NAME_KIND:
        return True
    parts = known.parts_of(id_, record)
    if (
        not parts
        or any(p.mutual or p.extra or (p.role == "to" and not _acts_on_others(wanted, question)) for p in parts)
        or not known.of_type([id_], *AGENTS, *(("place",) if _turned_round(wanted, question) else ()))
    ):
        return True
    has = {"by" if p.role in ("by", "with") else p.role for p in parts}
    if wanted in has:
        return True
    others = [n for n in record.names if n != id_ and any(p.role == wanted for p in known.parts_of(n, record))]
    return not any(known.facts.names[n].type in (*AGENTS, "place") for n in others)


def _acts_on_others(wanted: str, question: Question) -> bool:
    """Whether one who did it cannot be whom it was done to: who says a thing, or who did it to somebody named."""
    says = wanted == "by" and question.asks == ("what",) and question.asked_in == "en"
    says = says and any("said" in n.ids("part") for f in question.foci for n in f.nouns)
    return says or _turned_round(wanted, question)


def _turned_round(wanted: str, question: Question) -> bool:
    """Whether a question says who did it, and to whom: then who it was done to is not the doer."""
    return wanted == "by" and any(i.role == "to" and i.has("name") for i in question.items)


def _expected_role(role: str, question: Question) -> str:
    if role == "topic":
        taken = question.asked_role == "by" or any(i.role == "by" for i in question.items if i.has("name"))
        return "" if taken or question.passive else "by"
    return role


def _time(tag: str, id_: str, question: Question, record: Record) -> float | None:
    today = record.today
    if tag == "when":
        asked = question.times[id_]
    elif tag == "today":
        asked = When(today.year, today.month, today.day)
    elif tag == "relative":
        unit, _, offset = id_.partition(":")
        asked = dates.relative(unit, int(offset), today)
    elif tag == "daypart":
        asked = When(daypart=id_)
    else:
        return _TIME if any(int(id_) in dates.weekdays_of(t) for t in record.times) else None
    verdicts = [dates.agree(asked, t) for t in record.times]
    if any(v is True for v in verdicts):
        return _TIME
    if not verdicts:
        return {True: _SILENT_TIME, None: _SILENT_TIME / 2, False: None}[dates.agree(asked, today)]
    if asked.day is not None and not any(t.day or t.hour is not None or t.weekdays for t in record.times):
        return None  # a month is no certain day
    joined = dates.agree(asked, _joined(record.times, today))
    return _SILENT_TIME if joined is True else None if any(v is False for v in verdicts) else _SILENT_TIME / 2


def _clocked(asked: When, question: Question, record: Record) -> bool:
    """Whether an hour is not only that of another time than when it was ("was it at 4?", where it ended at 4)."""
    told = record.fact.parts.items()
    parts = [
        p for p, t in told for v in t.values if isinstance(v, When) and asked.hour is not None and v.hour == asked.hour
    ]
    named = {p for i in question.items for p in (*i.ids("part"), *i.ids("of_fact"))}
    return not parts or record.kind == NAME_KIND or bool({"when", "clock", "start"} & set(parts) or named & set(parts))


def _bound(item: Item, question: Question, record: Record) -> str:
    """Whether a year or day is only what something was before or after: "before 2025", "2025년 전에"."""
    beside = (item.at - 1,) if question.asked_in == "en" else (item.at + 1, item.at + 2)
    near = next((i for i in question.items if i.at in beside and not i.has("kind")), None)
    marks = set(near.ids("mark")) & {"before", "after"} if near is not None else set()
    time = question.times[item.ids("when")[0]]
    if near is not None and any(p in record.fact.parts for p in near.ids("part")):
        return ""  # what it was before is a part of the fact
    return marks.pop() if len(marks) == 1 and (time.year or time.month) else ""


def _lies(bound: str, told: When, asked: When) -> bool:
    """Whether a time is before or after another, as far as both of them say: 2025 is not after 2025."""
    both = [(a, b) for a, b in zip(dates.order(told)[:3], dates.order(asked)[:3], strict=True)]
    both = both[: next((n for n, (a, b) in enumerate(both) if not a or not b), 3)]
    one, other = [a for a, _ in both], [b for _, b in both]
    return one < other if bound == "before" else one > other


def _joined(times: tuple[When, ...], today: When) -> When:
    """All that a record says of its time in one; a bare clock time falls on the story's day."""
    year, month, day, daypart, hour, minute = (
        next((v for t in times if (v := getattr(t, field)) is not None), None)
        for field in ("year", "month", "day", "daypart", "hour", "minute")
    )
    if year is None and month is None and day is None:
        year, month, day = today.year, today.month, today.day
    return When(year, month, day, daypart, hour, minute)


def _numbers_a_thing(item: Item, question: Question) -> bool:
    """Whether a figure tells one of several things apart ("room 9"): such a figure is never passed over."""
    beside = [i for i in question.items if abs(i.at - item.at) == 1]
    return any(i.has("noun") and not i.has("sort", "unit") for i in beside)


def _tells_names_apart(item: Item, value: float, question: Question, known: Known) -> bool:
    """Whether a figure right behind a name is another than the one in that name as it is spelt."""
    before = next((i for i in question.items if i.at == item.at - 1 and i.has("name")), None)
    spelt = [known.facts.names[n].name[question.asked_in] for n in before.ids("name")] if before else []
    figures = [set(map(float, re.findall(r"\d+(?:\.\d+)?", text))) for text in spelt]
    return bool(figures) and all(f and value not in f for f in figures)


def _units(item: Item, question: Question) -> frozenset[str]:
    """The units that stand right behind a figure."""
    return frozenset(u for i in question.items if i.at == item.at + 1 for u in i.ids("unit"))


def _figure(value: float, units: frozenset[str], record: Record, strict: bool) -> float | None:
    held = {unit for figure, unit in record.figures if figure == value}
    plain = "" in held and not units & (TIME_UNITS | {"KRW", "USD"})
    if held and (not units or units & held or plain or units == {""}):
        return _FIGURE
    if held:
        return None  # ten years are not ten days
    if not units and any(value in (t.year, t.day, t.hour, t.month) for t in record.times):
        return _PART
    return 0.0 if value <= 12 and value == int(value) and not strict else None
