"""What one sense of a word is worth for a record, by its tag; None where the record has nothing to do with it."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.facts import Amount
from bot.language.senses import Sense, is_money
from bot.language.text import words_in
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import PLACES, Item, Question
from bot.recalling.cover_names import foreigners, posts_beside, worth_of_name
from bot.recalling.cover_times import IN_A_ROW, numbers_part, worth_of_number, worth_of_time
from bot.recalling.spoken import names_doer, numbered, speaks_of, tells_which
from bot.recalling.stale import to_come
from bot.recalling.suits import OPEN
from bot.turn import LANGS

# What each sort of accounting is worth when two records account for all words: a name says more than a kind, a kind
# more than a word of the text. Only the order matters; measured on the working half of the question bank.
_KIND, LIKE, OF_FACT, WORD, _PART, _NOUN, _TITLE = 2.4, 1.5, 1.6, 1.3, 1.0, 0.8, 0.8
TEXT = 0.7
_BOTH = 0.3  # more, for a common noun of what stands in a fact, where it may ask for a part as well
PHRASE = 0.5  # more, for a phrase that the author wrote down for this fact
_OF_KIND = 0.8  # a word for another fact that this one speaks of
GATHERED = 1.5  # that people came together in a fact, where it is asked who was there
STORY = 0.2
LIKE_WORD = 0.8
"""A word of the thesaurus counts for a little less than the author's own."""
_ORDINAL = frozenset({"first", "second", "last", "most", "least", "order", "next"})
"""Marks that choose among facts: where nothing chose by them, they are not accounted for."""

Worth = Callable[[Sense, Item, Question, Record, Known], float | None]
"""What one sense of a word is worth for a record; None where the record has nothing to do with it."""


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
    return STORY if _is_setting(sense.id, item, question, record, known) else None


def _sorts_those_asked(kind: str, item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether a word only says of what sort those are who are asked for, which other facts say of them: "which players drew?"."""
    if "who" not in question.asks:
        return False
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


def _at_another(verb: Item, question: Question, record: Record) -> bool:
    """Whether a noun says at which event something was, of another kind than a record: "who came to the talks"."""
    return "who" in question.asks and any(
        i.role == "at" and i.has("kind") and not i.has("light") and record.kind not in i.ids("kind")
        for i in question.items
        if i is not verb and i.lends is None
    )


def _during(item: Item, question: Question) -> bool:
    """Whether it is a place or time in which something was: "at the talks", "회의에서"."""
    if item.role in ("at", "from"):
        return True
    before = (i for i in question.items if item.at - 3 < i.at < item.at)
    return any("at" in i.ids("prep") for i in before)


def _part(sense: Sense, item: Item, question: Question, record: Record, known: Known) -> float | None:
    told = sense.id in record.fact.parts or sense.id in record.fact.not_told
    if not told or not speaks_of(sense.fact, record):
        return None
    if sense.id == "of" and question.marks & {"present", "all"} and known.of_type(record.fact.names, "place"):
        return None  # who was there is not told by whose place it is
    own = bool(sense.fact) and sense.id not in known.general  # "1등" is a winner of its own kind of fact
    if question.foci and not own and _ORDINAL & set(item.ids("mark")) and not _asked_for(sense.id, question):
        return None  # "when is the next one" is not settled by what comes next after this one
    return _PART * LIKE_WORD if sense.id in known.general and tells_which(item, question.items, record) else _PART


def _asked_for(part: str, question: Question) -> bool:
    """Whether what is asked for is open, or is this part."""
    return any(
        f.word in OPEN or f.word in ("how", "why") or any(part in n.ids("part") for n in f.nouns) for f in question.foci
    )


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
    before = _right_before(item, question) if owners else []
    houses = {n for i in before for n in known.of_type(i.ids("name"), "organisation")}
    return bool(houses) and not houses & {*owners, *(w for o in owners for w in known.members[o])}


def _right_before(noun: Item, question: Question) -> list[Item]:
    """What stands right before a noun, or in one phrase with it ("Acme headquarters" as the name of a place)."""
    before = [i for i in question.items if i.at == noun.at - 1 and i.role in ("", "of", noun.role, "at", "to")]
    phrase = [w for i in question.items if i.at == noun.at for w in (i, *i.pieces)]
    return before + (phrase[: phrase.index(noun)] if noun in phrase else [])


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
    worth = worth_of_time(sense, item, question, record)
    if worth is None and sense.tag == "daypart" and not question.yesno and _of_that_evening(sense.id, record, known):
        return STORY
    return worth


def _of_that_evening(daypart: str, record: Record, known: Known) -> bool:
    """Whether something was, at no hour that is told, on the day of what its story is about, and that in the evening: "that night"."""
    story = known.facts.stories.get(record.fact.story)
    main = known.records.get(story.main) if story is not None and daypart in ("evening", "night") else None
    hours = [t.hour for t in main.times if t.hour is not None] if main is not None else []
    same = main is not None and bool(record.rank) and record.rank[:3] == main.rank[:3]
    return same and bool(hours) and min(hours) >= _EVENING and (record is main or not any(t.hour for t in record.times))


_EVENING = 17
"""From this hour on it is evening."""


def _of_an_event(question: Question) -> bool:
    """Whether it is asked where it was, or whom somebody did it to."""
    placed = question.sorts & PLACES or "where" in question.asks
    return bool(placed) or question.asked_role == "object"


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
    if id_ == "planned":  # what was done is no plan
        return STORY if to_come(record) else None
    if id_ == "single":
        return 0.0 if comes_anew(record) else None
    if id_ == "foreign":
        return 0.0 if question.asks and foreigners(record, known) else None
    if id_ == "present" and question.asks == ("who",) and item.text.isascii() and record.kind != NAME_KIND:
        met = "where" in record.fact.parts and any(known.part(record, p).mutual for p in record.fact.parts)
        return GATHERED if met else 0.0
    if id_ not in _ORDINAL or (id_ == "last" and question.marks & {"earlier", "before"}):
        return 0.0
    if id_ in IN_A_ROW and numbers_part(item, IN_A_ROW[id_], question, record, known):
        return _PART
    if id_ == "first" and not question.yesno and _told_so(item, question, record):
        return 0.0
    if id_ in ("first", "last") and _titled_so(item, question, record):
        return 0.0
    return 0.0 if id_ in ("first", "second") and bool(numbered((item,), question, record)) else None


def comes_anew(record: Record) -> str:
    """The part of a fact whose figure comes anew each year or month; "" where none does."""
    told = ((p, v) for p, t in record.fact.parts.items() for v in t.values)
    return next((p for p, v in told if isinstance(v, Amount) and v.per), "")


def unmeasured(item: Item) -> bool:
    """Whether a word compares by what no part of the base is: "taller", where no fact has a height."""
    return "measured" in item.ids("mark") and not item.has("part")


def _titled_so(item: Item, question: Question, record: Record) -> bool:
    """Whether the title of a fact has the word, with the one for its kind right behind: "when was the last session?", of "the council's last session"."""
    behind = question.behind(item)
    if record.fact.title is None or behind is None or record.kind not in behind.ids("kind"):
        return False
    title = record.fact.title[question.asked_in].lower()
    return f"{item.text} {behind.text}" in title


def _told_so(item: Item, question: Question, record: Record) -> bool:
    """Whether a fact's own sentence says that it was the first, of a deed that the question names: "whom did Kim tell first"."""
    told = record.fact.told
    behind = next((i for i in question.items if i.at == item.at + 1), None)
    which = behind is not None and behind.has("kind", "noun") and not behind.has("verb")  # "the first photograph"
    if told is None or which or not any(record.kind in i.ids("kind") for i in question.items):
        return False
    return item.text.split()[-1].lower() in words_in(told[question.asked_in])


WORTHS: dict[str, Worth] = {
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
