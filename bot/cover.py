"""What one word of a question is worth for one record; None where the record does not account for it.

A word is accounted for by a name in the fact (in the right role), a name those belong to, the kind of fact, one of its
parts, a word of the fact itself, its time, its figures, or by being a word of courtesy. Nothing else counts, however
alike it looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from bot.cover_names import foreigners, is_excepted, misplaced, of_more, posts_beside, worth_of_name
from bot.cover_times import numbers_part, units, worth_of_number, worth_of_time
from bot.judging import is_judged
from bot.known import NAME_KIND, Known, Record
from bot.question import PLACES, Item, Question
from bot.senses import Sense, currencies, is_money
from bot.spoken import names_doer, numbered, own_word, speaks_of, tells_which
from bot.suits import OPEN
from bot.text import words_in
from bot.turn import LANGS

# What each sort of accounting is worth when two records account for all words: a name says more than a kind, a kind
# more than a word of the text. Only the order matters; measured on the working half of the question bank.
_KIND, LIKE, _OF_FACT, WORD, _PART, _NOUN, _TITLE = 2.4, 1.5, 1.6, 1.3, 1.0, 0.8, 0.8
_TEXT = 0.7
_BOTH = 0.3  # more, for a common noun of what stands in a fact, where it may ask for a part as well
_PHRASE = 0.5  # more, for a phrase that the author wrote down for this fact
_OF_KIND = 0.8  # a word for another fact that this one speaks of
_GATHERED = 1.5  # that people came together in a fact, where it is asked who was there
_STORY = 0.2
FREE = frozenset(
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
_OWN_WORD = 0.5
"""More for a word of the kind that the author wrote down for this fact as well."""
_LIKE_WORD = 0.8
"""A word of the thesaurus counts for a little less than the author's own."""
_OTHER_KIND = 0.5
"""A word that names another kind of fact counts for little, even where the fact's own text has it."""

_Worth = Callable[[Sense, Item, Question, Record, Known], float | None]
"""What one sense of a word is worth for a record; None where the record has nothing to do with it."""


class _Readied(NamedTuple):
    """What of a word is the same for all records, looked up once for each question."""

    item: Item
    courtesy: bool = False
    """It is mere courtesy, as half of all words are; then nothing else is told of it."""
    barring: bool = False
    """Some records can have nothing to say to it."""
    placed: bool = False
    """A name whose role in the fact decides whether a word of its text counts."""
    idle: int = 0
    """How many of its senses ask nothing of a record."""
    idle_of_deed: int = 0
    """How many, of who somebody is, where it names what somebody did."""
    here: Mapping[str, tuple[float, ...]] = {}
    """What it is worth as a word for one part of one fact, by fact."""
    worded: Mapping[str, tuple[float, ...]] = {}
    """What it is worth as a word of a fact, by fact: most of its senses are such, and of other facts."""
    stories: tuple[str, ...] = ()
    senses: tuple[tuple[_Worth, Sense], ...] = ()
    """All others, each with what tells its worth."""
    of_kind: bool = False
    """It names a kind of fact."""
    capped: bool = False
    """It is worth little for facts of other kinds."""
    pieced: bool = False
    """It is a phrase that is worth no less than its words."""
    gathered: bool = False
    apart: bool = False
    """A record to which it means nothing as a phrase reads it word by word."""


def readied(item: Item, question: Question) -> _Readied:
    """What can be told of a word of a question before any record is looked at."""
    found: _Readied | None = question.looked_up.get(id(item))
    if found is None:
        found = question.looked_up[id(item)] = _ready(item, question)
    return found


def _ready(item: Item, question: Question) -> _Readied:
    if item.senses and (not item.pieces or item.has("tell")) and item.by_tag.keys() <= FREE:
        return _Readied(item, courtesy=True)
    dropped = set[str]()
    if item.has("name") and (question.yesno or question.filled):  # what is to be confirmed is no mere colour
        dropped |= {"story", "light", "filler"}
    if item.has("daypart"):  # nor is a part of the day a greeting
        dropped |= {"chat", "light", "filler"}
    judged = is_judged(item, question)
    if judged:  # nor is what somebody is called a courtesy: "was it good?"
        dropped |= {"light", "filler", "follow", "chat", "story", "mark"}
    chopped = judged and bool(item.pieces) and (item.pieces[0].has("prep") or not item.text.isascii())  # 안 전해
    senses = list(item.senses)
    if dropped:
        senses = [s for s in senses if s.tag not in dropped and not (judged and s.like)]
    if question.yesno and item.has("number") and units(item, question):  # nor a figure a word of a text
        senses = [s for s in senses if s.tag == "number"]
    here, worded, held, idle = _sorted_out(senses, item, question)
    deed = bool(idle) and (_bare_deed(item, question) or _describing_deed(item))  # nor is a deed, for who that is
    single = item.has("number") or "who" in item.ids("question") or "except" in item.ids("mark")
    gathers = item.text.isascii() and "present" in item.ids("mark")  # "was at" is a kind of its own, and any gathering
    return _Readied(
        item,
        barring=_bars(item),
        placed=item.has("name") and not question.yesno,
        idle=len(idle),
        idle_of_deed=sum(tag not in ("light", "filler", "follow") for tag in idle) if deed else len(idle),
        here=here,
        worded=worded,
        stories=tuple(s.id for s in senses if s.tag == "story") if item.has("story") else (),
        senses=held,
        of_kind=item.has("kind"),
        capped=item.has("kind") and not gathers and not item.has("light"),
        pieced=bool(item.pieces) and not single and not chopped,  # a phrase is worth no less than its words
        gathered=item.ids("mark") == ("present",),  # "온 사람들" did not only come
        apart=bool(item.pieces)
        and not chopped
        and not _asks_its_own(item)
        and not item.has("number")
        and not _whole_word(item, question)
        and not _comes(item, question)
        and not (question.yesno and item.has("name")),  # "was Kim at Acme's office" is not confirmed by another office
    )


def _asks_its_own(item: Item) -> bool:
    """Whether a phrase asks how long ago something was, as the author of a part wrote it: "몇 년 전", of an age."""
    ago = item.pieces and "before" in item.pieces[-1].ids("mark") and not item.text.isascii()
    return bool(ago) and item.has("ask") and item.has("part")


_ByFact = dict[str, tuple[float, ...]]


def _sorted_out(
    senses: Iterable[Sense], item: Item, question: Question
) -> tuple[_ByFact, _ByFact, tuple[tuple[_Worth, Sense], ...], list[str]]:
    """The senses of a word by what is to be done with them: `here`, `worded` and `senses` of `_Readied`, and those that ask nothing."""
    here, worded, held, idle = _ByFact(), _ByFact(), list[tuple[_Worth, Sense]](), list[str]()
    for sense in senses:
        tag = sense.tag
        if tag == "word":
            worded[sense.id] = (*worded.get(sense.id, ()), _as_word(sense, item))
        elif tag in ("of_fact", "asked"):
            worth = _liked(_OF_FACT if tag == "of_fact" else WORD, sense)
            here[sense.fact] = (*here.get(sense.fact, ()), worth)
        elif tag in _WORTHS:
            held.append((_WORTHS[tag], sense))
        elif _idles(sense, item, question):
            idle.append(tag)
    return here, worded, tuple(held), idle


def _as_word(sense: Sense, item: Item) -> float:
    return _liked((_TEXT if sense.fact else WORD) + (_PHRASE if item.pieces and not sense.fact else 0.0), sense)


def _liked(worth: float, sense: Sense) -> float:
    return _LIKE_WORD * worth if sense.like else worth


def _idles(sense: Sense, item: Item, question: Question) -> bool:
    """Whether a sense asks nothing of any record, and so is nothing that a record may fail to account for."""
    match sense.tag:
        case "sort" if sense.id in ("month", "year") and item.role in ("at", "to") and len(item.text) == 1:
            return False  # 달에: the moon
        case "light" if item.has("move") and item.pieces and question.asks == ("how",):
            return False  # "how did he get to it" asks how he came
        case "unit":
            return _measures(sense.id, item, question)
        case "chat":
            return sense.id in ("greeting", "thanks")
        case "bound":  # "over" is a bound beside a figure, and no courtesy elsewhere
            figured = any(i.has("number", "when", "daypart") for i in question.items)
            return figured or (bool(question.foci) and item.text.isascii())
        case tag:
            return tag in FREE


def _measures(unit: str, item: Item, question: Question) -> bool:
    """Whether a unit counts what is asked or told in figures."""
    if unit == "person" and not any(i.at == item.at - 1 and i.has("number", "question") for i in question.items):
        return True  # "르네라는 분이"
    if unit == "" and not any(0 < item.at - i.at <= 2 and i.has("number", "question") for i in question.items):
        return False  # "표 몇 장" asks for no votes
    if any(item.at == n.at for f in question.foci for n in f.nouns) and item.has("part"):
        return False  # "which floor" asks for a floor, not for a number of them
    measured = {"how_many", "how_long", "how_much", "extent"} & set(question.asks)
    measured |= {
        f.word for f in question.foci if unit in f.units and item.at - 1 in {n.at for n in f.nouns}
    }  # "stake %"
    return bool(measured) or any(i.has("number", "when") for i in question.items)


def cover(item: Item, question: Question, record: Record, known: Known) -> float | None:
    """What a word is worth for a record; None where the record does not account for it."""
    ready = readied(item, question)
    if ready.courtesy:
        return 0.0
    if ready.barring and _unanswerable(item, question, record, known):
        return None
    worths = [0.0] * (ready.idle_of_deed if record.kind == NAME_KIND else ready.idle)
    worths += ready.here.get(record.fact.id, ())
    worded = ready.worded.get(record.fact.id, ())
    stories = ready.stories.count(record.fact.story)
    if (worded or stories) and not (ready.placed and misplaced(item, question, record, known)):
        worths += worded  # who is in it in another role is no word of it
        if stories and not _elsewhere(item, record, known):
            worths += [_STORY] * stories
    for worth_of, sense in ready.senses:
        worth = worth_of(sense, item, question, record, known)
        if worth is not None:
            worths.append(_LIKE_WORD * worth if sense.like else worth)
    if worths and ready.capped and not _of_kind(item, record, known):
        worths = [min(w, _OTHER_KIND) for w in worths]
    if worths and ready.pieced:
        whole = _by_pieces(item, question, record, known)
        worths.append(min(whole, _GATHERED) if ready.gathered else whole)
    if len(worths) > 1 and ready.of_kind and _of_kind(item, record, known):
        return max(worths) + (_OWN_WORD if own_word(item, record) else 0.0)
    return max(worths) if worths else None


def _elsewhere(item: Item, record: Record, known: Known) -> bool:
    """Whether a place where it is said to be is none of those that a record tells or is known not to tell: such a name is no mere colour."""
    fact = record.fact
    if item.role not in ("at", "from") or "where" not in (*fact.parts, *fact.not_told):  # 에, 에서
        return False
    asked = known.of_type(item.ids("name"), "place")
    moves = known.part(record, "where").role == "to"  # one may go there from here
    return bool(asked) and not moves and not {*record.names, *record.near}.intersection(asked)


def _name(sense: Sense, item: Item, question: Question, record: Record, known: Known) -> float | None:
    return worth_of_name(sense.id, item, question, record, known)


def _kind(sense: Sense, item: Item, question: Question, record: Record, known: Known) -> float | None:
    if sense.id == record.kind:
        if item.text == "talk" and _GIVES_TALK.search(question.text.lower()) and _is_mutual(record, known):
            return None  # who held a talk before others talked with nobody
        return 0.0 if item.has("light") and _at_another(item, question, record) else _KIND
    kind = known.facts.kinds.get(record.kind)
    if kind and sense.id in kind.like:
        return LIKE
    if sense.id in record.of_kinds and not _during(item, question):
        return _OF_KIND
    if _sorts_those_asked(sense.id, item, question, record, known):
        return _NOUN
    return _STORY if _is_setting(sense.id, item, question, record, known) else None


def _sorts_those_asked(kind: str, item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether a word only says of what sort those are who are asked for, which other facts say of them: "which players drew?"."""
    asked = any(f.word == "who" and f.nouns and item.at == f.nouns[0].at for f in question.foci)
    if not asked or record.kind == NAME_KIND or not names_doer(item, known):
        return False
    key = ("sorted", kind)
    if key not in question.looked_up:
        alike = [r for r in known.records.values() if r.kind == kind]
        alike = alike if not any(r.rank for r in alike) else []  # what lasts says of what sort they are
        question.looked_up[key] = frozenset(
            n for r in alike for n in r.names if len(alike) > 1 and any(p.role == "by" for p in known.parts_of(n, r))
        )
    told = {n for n in record.names if any(p.role == "by" for p in known.parts_of(n, record))}
    return bool(told) and told <= question.looked_up[key]


def _is_setting(kind: str, item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether a word only says that it was in the time of what the whole story is about: "during the strike", "파업 때"."""
    if record.kind == NAME_KIND or item.at not in question.once(_settings):
        return False
    story = known.facts.stories.get(record.fact.story)
    return story is not None and known.facts.facts[story.main].kind == kind


def _settings(question: Question) -> frozenset[int]:
    """The indexes of the words for kinds before or behind which it is said that something was in their time."""
    text = question.text.lower()
    led = [found.end() for found in _IN_TIME_OF.finditer(text)]
    return frozenset(
        i.at
        for i in question.items
        if i.has("kind")
        and i.text
        and (
            any(text.startswith(i.text, at) and not _GOES_ON.match(text, at + len(i.text)) for at in led)
            or any(_TIME_OF_IT.match(rest) for rest in question.text.split(i.text)[1:])
        )
    )


_IN_TIME_OF = re.compile(r"\b(?:during|throughout|amid|because of|due to)\s+(?:(?:the|this|that)\s+)?")
_TIME_OF_IT = re.compile(r"\s*(?:때|동안|중에|기간|땜|때문|와중|내내)")
_GOES_ON = re.compile(r"\w")


_GIVES_TALK = re.compile(r"\b(?:giv(?:e|es|en|ing)|gave|deliver\w*)\s+(?:an?|the|his|her|any)\s+(?:\w+\s+)?talk\b")


def _is_mutual(record: Record, known: Known) -> bool:
    """Whether it is of a kind that people do to one another: to meet, to talk."""
    return any(known.part(record, p).mutual for p in record.fact.parts)


def _part(sense: Sense, item: Item, question: Question, record: Record, known: Known) -> float | None:
    told = sense.id in record.fact.parts or sense.id in record.fact.not_told
    if not told or not speaks_of(sense.fact, record):
        return None
    own = bool(sense.fact) and sense.id not in known.general  # "1등" is a winner of its own kind of fact
    if question.foci and not own and _ORDINAL & set(item.ids("mark")) and not _asked_for(sense.id, question):
        return None  # "when is the next one" is not settled by what comes next after this one
    return _PART * _LIKE_WORD if sense.id in known.general and tells_which(item, question.items, record) else _PART


def _contrary(sense: Sense, item: Item, question: Question, record: Record, known: Known) -> float | None:
    if not question.yesno and "second" in item.ids("mark"):
        return None  # who was the second is not told by who was the first
    return _part(sense, item, question, record, known)


def _noun(sense: Sense, item: Item, question: Question, record: Record, known: Known) -> float | None:
    if _of_another_house(sense.id, item, question, known):
        return None
    if sense.id in record.names:
        return _NOUN + (_BOTH if item.has("part") else 0.0)
    return _NOUN / 2 if sense.id in record.near or _called_so(sense, item, question, record, known) else None


def _called_so(sense: Sense, item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether a fact has another common noun of the same thing among its own words: "the grave", where it has "tomb"."""
    said = record.fact.words.get(question.asked_in, ())
    nouns = known.facts.names[sense.id].kind.get(question.asked_in, ()) if said and not sense.like else ()
    asked = any(item.at == n.at for f in question.foci for n in f.nouns)  # which grave it is, no other noun tells
    return not asked and not item.has("kind") and item.text in nouns and any(n in said for n in nouns)


def _of_another_house(id_: str, item: Item, question: Question, known: Known) -> bool:
    """Whether the house named right before a noun is not that whose place the noun may mean: "Acme headquarters"."""
    owners = set(known.of_type(known.members[id_], "organisation")) if known.of_type((id_,), "place") else set()
    before = (
        [i for i in question.items if i.at == item.at - 1 and i.role in ("", "of", item.role, "at", "to")]
        if owners
        else []
    )
    houses = {n for i in before for n in known.of_type(i.ids("name"), "organisation")}
    return bool(houses) and not houses & {*owners, *(w for o in owners for w in known.members[o])}


def _title(sense: Sense, item: Item, question: Question, record: Record, known: Known) -> float | None:
    held = [n for n in record.names if sense.id in known.titles[n]]
    if "when" in question.asks and record.kind != NAME_KIND and set(held) & set(question.names):
        return None  # "when did Kim become chairman" is not told by when he did anything else
    if question.yesno and record.kind != NAME_KIND:  # "did Kim meet a president?" is not told by his own title
        held = [n for n in held if n not in question.names]
        if "president-of-country" in item.ids("title"):  # "did Kim meet the president?", where a CEO was there
            held = [n for n in held if "president-of-country" in known.titles[n] or _is_called(n, item, known)]
    if not held and _is_met(sense.id, record, known) and (beside := posts_beside(item, question, known)):
        held = [n for n in record.names if beside & known.titles[n]]
    return _TITLE if held else None


def _is_called(name: str, item: Item, known: Known) -> bool:
    """Whether a title is in the very words of somebody's own."""
    title = known.facts.names[name].title
    return title is not None and any(item.text.lower() in title[lang].lower() for lang in LANGS)


def _is_met(title: str, record: Record, known: Known) -> bool:
    """Whether somebody of a title is in an event of the same kind."""
    alike = (r for r in known.records.values() if r.kind == record.kind and r.kind != NAME_KIND)
    return any(title in known.titles[n] for r in alike for n in r.names)


def _time(sense: Sense, item: Item, question: Question, record: Record, known: Known) -> float | None:
    if record.kind == NAME_KIND and not record.times and (question.yesno or _of_an_event(question)):
        return None  # "whom did he see on the 4th", "was he there on the 4th" are not told by who he is
    return worth_of_time(sense, item, question, record)


def _number(sense: Sense, item: Item, question: Question, record: Record, known: Known) -> float | None:
    return worth_of_number(float(sense.id), item, question, record, known)


def _mark(sense: Sense, item: Item, question: Question, record: Record, known: Known) -> float | None:
    id_ = sense.id
    if record.kind == NAME_KIND and id_ == "before" and "who" in question.asks:
        return None  # who was before somebody is not told by who he is
    if unmeasured(item) or id_ in ("judged", "swift"):
        return None
    if id_ == "priced" and not any(is_money(unit) for _, unit in record.figures):
        return None
    if id_ == "foreign":
        return 0.0 if question.asks and foreigners(record, known) else None
    if id_ == "present" and question.asks == ("who",) and item.text.isascii() and record.kind != NAME_KIND:
        met = "where" in record.fact.parts and any(known.part(record, p).mutual for p in record.fact.parts)
        return _GATHERED if met else 0.0
    if id_ not in _ORDINAL or (id_ == "last" and question.marks & {"earlier", "before"}):
        return 0.0
    if id_ in _IN_A_ROW and numbers_part(item, _IN_A_ROW[id_], question, record, known):
        return _PART
    if id_ == "first" and not question.yesno and _told_so(item, question, record):
        return 0.0
    return 0.0 if id_ in ("first", "second") and bool(numbered((item,), question, record)) else None


def _told_so(item: Item, question: Question, record: Record) -> bool:
    """Whether a fact's own sentence says that it was the first, of a deed that the question names: "whom did Kim tell first"."""
    told = record.fact.told
    behind = next((i for i in question.items if i.at == item.at + 1), None)
    which = behind is not None and behind.has("kind", "noun") and not behind.has("verb")  # "the first photograph"
    if told is None or which or not any(record.kind in i.ids("kind") for i in question.items):
        return False
    return item.text.split()[-1].lower() in words_in(told[question.asked_in])


_WORTHS: dict[str, _Worth] = {
    "name": _name,
    "kind": _kind,
    "part": _part,
    "contrary": _contrary,
    "noun": _noun,
    "title": _title,
    "when": _time,
    "relative": _time,
    "today": _time,
    "daypart": _time,
    "weekday": _time,
    "number": _number,
    "mark": _mark,
}
"""The senses whose worth hangs on the record, each with what tells it."""


def _by_pieces(item: Item, question: Question, record: Record, known: Known) -> float:
    """What a phrase is worth by its words; nothing where one of them is not accounted for."""
    total, names = 0.0, []
    for piece in item.pieces:
        worth = cover(piece, question, record, known)
        if worth is None:
            return 0.0
        total += worth
        if worth and piece.has("name"):
            names.append(worth)
    once = sum(names) - max(names) if names and item.has("name") else 0.0  # "Nabi 5 Mini" beside "Nabi 5" is one name
    return total - once


def _bare_deed(item: Item, question: Question) -> bool:
    """Whether a word names a kind of fact and no part, in a bare topic: "김하나 일정 알려줘"."""
    bare = not question.foci and not question.yesno
    return bare and item.named("kind") and not item.has("tell", "part", "name", "summary", "noun")


def _describing_deed(item: Item) -> bool:
    """Whether a Korean verb for a kind of fact describes the noun behind it: "간 나라"."""
    return item.named("kind") and "n" in item.ids("verb") and not item.has("tell", "part", "filler", "number")


def _of_kind(item: Item, record: Record, known: Known) -> bool:
    kind = known.facts.kinds.get(record.kind)
    like = (record.kind, *kind.like) if kind else (record.kind,)
    return any(k in like for k in item.ids("kind")) or item.has("of_fact", "name")


def unmeasured(item: Item) -> bool:
    """Whether a word compares by what no part of the base is: "taller", where no fact has a height."""
    return "measured" in item.ids("mark") and not item.has("part")


def _comes(item: Item, question: Question) -> bool:
    """Whether a phrase says how one comes to be somewhere, and so is of no other getting: "how did he get there", not "how hot did it get in"."""
    if question.asks != ("how",) or not item.has("kind") or item.pieces[0].text not in ("get", "got", "come", "came"):
        return False
    behind = next((i for i in question.items if i.at == question.foci[0].at + 1), None)
    return behind is None or behind.has("auxiliaries")


def _whole_word(item: Item, question: Question) -> bool:
    """Whether a phrase is never read word by word: it names a kind, or asks for a part of one kind alone ("기자 이름")."""
    if {"most", "least"} & set(item.ids("mark")) or _orders_as_a_whole(item):
        return True
    if item.has("weekday") or (item.named("kind") and not _composed(item) and not _asked_apart(item)):
        return True
    figures = [p for p in item.pieces if p.has("number") and not p.has("light")]
    if figures and all(p.has("light") for p in item.pieces if p not in figures):
        return all(s.tag == "word" for s in item.senses)  # "three-way", not "in one word"
    if "judged" in (item.pieces[0].ids("mark") if item.pieces else ()) and _of_one(item):
        return True  # "good discussion": a verdict on something, in somebody's words
    if all(p.has("light", "auxiliaries", "filler") for p in item.pieces):
        return _of_one(item) and not any(
            p.has("kind", "part", "tell") for p in item.pieces
        )  # "nice guy", not "say anything"
    scopes = {s.fact for s in item.senses}
    own = len(scopes) == 1 and "" not in scopes and all(s.tag == "part" for s in item.senses)
    compound = question.yesno and not item.text.isascii() and not any(p.has("question") for p in item.pieces)
    compound = compound and (" " not in item.text or _said_to_be(item, question))  # "입장문" is no 문
    return own and (compound or any(item.at == n.at for f in question.foci for n in f.nouns))


def _asked_apart(item: Item) -> bool:
    """Whether all words of a phrase are among those that ask for one simply told fact: "title sponsor", of `asked: title sponsor pay`."""
    facts = [{s.fact for s in p.senses if s.tag == "asked"} for p in item.pieces]
    return bool(facts) and bool(set.intersection(*facts))


def _of_one(item: Item) -> bool:
    """Whether it is written as a word of one fact alone."""
    return len({s.id for s in item.senses if not s.fact}) == 1 and all(s.tag == "word" for s in item.senses)


def _said_to_be(item: Item, question: Question) -> bool:
    """Whether 있다 or 없다 stands right behind a noun, with no more than its particle between: "공식 입장 없어?"."""
    behind = (i for i in question.items if i.at > item.at)
    return any(i.text.startswith(("있", "없")) and i.at <= item.at + 2 for i in islice(behind, 1))


def _composed(item: Item) -> bool:
    """Whether a phrase says what its verb says, and with whom: "working with", "같이 일해"; so the verb alone says as much."""
    verbs = [p for p in item.pieces if p.text not in _JOINTLY]
    return len(item.pieces) == 2 and len(verbs) == 1 and verbs[0].named("kind") and not verbs[0].has("light")


_JOINTLY = frozenset({"with", "to", "together", "같이", "함께"})


def _orders_as_a_whole(item: Item) -> bool:
    """Whether none of its words by itself says which in a row is meant: "두 번째"."""
    orders = {"first", "second", "last"} & set(item.ids("mark"))
    return bool(orders) and not any(orders & set(p.ids("mark")) for p in item.pieces)


def _at_another(verb: Item, question: Question, record: Record) -> bool:
    """Whether a noun says at which event something was, of another kind than a record: "who came to the talks"."""
    return "who" in question.asks and any(
        i.role == "at" and i.has("kind") and not i.has("light") and record.kind not in i.ids("kind")
        for i in question.items
        if i is not verb and i.lends is None
    )


def _of_an_event(question: Question) -> bool:
    """Whether it is asked where it was, or whom somebody did it to."""
    placed = question.sorts & PLACES or "where" in question.asks
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


def _bars(item: Item) -> bool:
    """Whether some records can have nothing to say to a word (`_unanswerable`)."""
    marks = item.ids("mark")
    people = item.text in _SEXES or ("present" in marks and "person" in item.ids("sort"))
    return (
        item.role == "except" or people or bool(_IN_A_ROW.keys() & set(marks)) or "alone" in marks or _is_currency(item)
    )


def _unanswerable(item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether a record can have nothing to say to a word: to money, where it tells none; to a talk of two, where it is of more."""
    if is_excepted(item, question, record, known):
        return True
    if _is_currency(item) and record.kind != NAME_KIND:
        said = any(i.lends is None and not i.has("light", "follow") and not _is_currency(i) for i in question.items)
        return said and not any(is_money(unit) for _, unit in record.figures)
    row = [value for mark, value in _IN_A_ROW.items() if mark in item.ids("mark")]
    if row and numbers_part(item, row[0], question, record, known) is False:
        return True  # "the first edition" is none that its author calls the sixth
    if item.text in _SEXES and _tells_apart(item, question):
        names = (known.facts.names[n] for n in record.names)
        spelt = {w for n in names for t in (n.name["en"], *n.also.get("en", ())) for w in words_in(t)}
        return item.text not in spelt
    if record.kind == NAME_KIND and "present" in item.ids("mark") and "person" in item.ids("sort"):
        return not item.text.isascii()  # "가나에 모인 사람들" are not told by what 가나 is
    if "alone" in item.ids("mark") and not question.yesno and not item.has("name"):
        return of_more(record, known)  # "how long was the one-on-one" is not told by talks of three
    return False


_IN_A_ROW = {"first": 1.0, "second": 2.0}
"""The place in a row that a mark says."""
_SEXES = frozenset({"women", "men", "girls", "boys", "ladies", "gentlemen"})


def _tells_apart(item: Item, question: Question) -> bool:
    """Whether a word for people only tells one thing from another: "the women's race", but not "the women's names"."""
    whose = re.search(rf"\b{item.text}['\u2019]s?\b", question.text.lower()) is not None
    return whose and any(i.at == item.at + 1 and not i.has("sort") for i in question.items)


def _is_currency(item: Item) -> bool:
    """Whether a word is the name of a currency, and nothing else."""
    other = item.has("kind", "word", "verb", "light", "number") or len(item.text) == 1  # 원 is many things
    return bool(currencies(item.ids("sort"))) and not other
