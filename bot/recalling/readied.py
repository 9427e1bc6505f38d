"""What can be told of a word of a question before any record is looked at, looked up once for each question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from bot.language.senses import Sense
from bot.question import Item, Question
from bot.recalling.barred import bars
from bot.recalling.cover_senses import LIKE_WORD, OF_FACT, PHRASE, TEXT, WORD, WORTHS, Worth
from bot.recalling.cover_times import units
from bot.recalling.judging import is_judged

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
"""Tags of senses that ask nothing of a record."""


class Readied(NamedTuple):
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
    senses: tuple[tuple[Worth, Sense], ...] = ()
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


def readied(item: Item, question: Question) -> Readied:
    """What can be told of a word of a question before any record is looked at."""
    found: Readied | None = question.looked_up.get(id(item))
    if found is None:
        found = question.looked_up[id(item)] = _ready(item, question)
    return found


def _ready(item: Item, question: Question) -> Readied:
    tags = item.by_tag
    if item.senses and (not item.pieces or item.has("tell")) and tags.keys() <= FREE:
        return Readied(item, courtesy=True)
    dropped: set[str] = set()
    if "name" in tags and (question.yesno or question.filled):  # what is to be confirmed is no mere colour
        dropped |= {"story", "light", "filler"}
    if "daypart" in tags:  # nor is a part of the day a greeting
        dropped |= {"chat", "light", "filler"}
    judged = is_judged(item, question)
    if judged:  # nor is what somebody is called a courtesy: "was it good?"
        dropped |= {"light", "filler", "follow", "chat", "story", "mark"}
    chopped = judged and bool(item.pieces) and (item.pieces[0].has("prep") or not item.text.isascii())  # 안 전해
    senses = list(item.senses)
    if dropped:
        senses = [s for s in senses if s.tag not in dropped and not (judged and s.like)]
    if question.yesno and "number" in tags and units(item, question):  # nor a figure a word of a text
        senses = [s for s in senses if s.tag == "number"]
    here, worded, held, idle = _sorted_out(senses, item, question)
    deed = bool(idle) and (_bare_deed(item, question) or _describing_deed(item))  # nor is a deed, for who that is
    single = "number" in tags or "who" in item.ids("question") or "except" in item.ids("mark") or _is_post(item)
    gathers = item.text.isascii() and "present" in item.ids("mark")  # "was at" is a kind of its own, and any gathering
    return Readied(
        item,
        barring=bars(item),
        placed="name" in tags and not question.yesno,
        idle=len(idle),
        idle_of_deed=sum(tag not in ("light", "filler", "follow") for tag in idle) if deed else len(idle),
        here=here,
        worded=worded,
        stories=tuple(s.id for s in senses if s.tag == "story") if "story" in tags else (),
        senses=held,
        of_kind="kind" in tags,
        capped="kind" in tags and not gathers and "light" not in tags,
        pieced=bool(item.pieces) and not single and not chopped,  # a phrase is worth no less than its words
        gathered=item.ids("mark") == ("present",),  # "온 사람들" did not only come
        apart=bool(item.pieces)
        and not chopped
        and not _asks_its_own(item)
        and "number" not in tags
        and not _whole_word(item, question)
        and not _comes(item, question)
        and not (question.yesno and "name" in tags),  # "was Kim at Acme's office" is not confirmed by another office
    )


def _asks_its_own(item: Item) -> bool:
    """Whether a phrase asks how long ago something was, as the author of a part wrote it: "몇 년 전", of an age."""
    ago = item.pieces and "before" in item.pieces[-1].ids("mark") and not item.text.isascii()
    return bool(ago) and item.has("ask") and item.has("part")


def _bare_deed(item: Item, question: Question) -> bool:
    """Whether a word names a kind of fact and no part, in a bare topic: "김하나 일정 알려줘"."""
    bare = not question.foci and not question.yesno
    return bare and item.named("kind") and not item.has("tell", "part", "name", "summary", "noun")


def _describing_deed(item: Item) -> bool:
    """Whether a Korean verb for a kind of fact describes the noun behind it: "간 나라"."""
    return item.named("kind") and "n" in item.ids("verb") and not item.has("tell", "part", "filler", "number")


def _comes(item: Item, question: Question) -> bool:
    """Whether a phrase says how one comes to be somewhere, and so is of no other getting: "how did he get there", not "how hot did it get in"."""
    if question.asks != ("how",) or not item.has("kind") or item.pieces[0].text not in ("get", "got", "come", "came"):
        return False
    behind = next((i for i in question.items if i.at == question.foci[0].at + 1), None)
    return behind is None or behind.has("auxiliaries")


_ByFact = dict[str, tuple[float, ...]]


def _sorted_out(
    senses: Iterable[Sense], item: Item, question: Question
) -> tuple[_ByFact, _ByFact, tuple[tuple[Worth, Sense], ...], list[str]]:
    """The senses of a word by what is to be done with them: `here`, `worded` and `senses` of `Readied`, and those that ask nothing."""
    here: _ByFact = {}
    worded: _ByFact = {}
    held: list[tuple[Worth, Sense]] = []
    idle: list[str] = []
    for sense in senses:
        tag = sense.tag
        if tag == "word":
            worded[sense.id] = (*worded.get(sense.id, ()), _as_word(sense, item))
        elif tag in ("of_fact", "asked"):
            worth = _liked(OF_FACT if tag == "of_fact" else WORD, sense)
            here[sense.fact] = (*here.get(sense.fact, ()), worth)
        elif tag in WORTHS:
            held.append((WORTHS[tag], sense))
        elif _idles(sense, item, question):
            idle.append(tag)
    return here, worded, tuple(held), idle


def _as_word(sense: Sense, item: Item) -> float:
    return _liked((TEXT if sense.fact else WORD) + (PHRASE if item.pieces and not sense.fact else 0.0), sense)


def _liked(worth: float, sense: Sense) -> float:
    return LIKE_WORD * worth if sense.like else worth


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


def _whole_word(item: Item, question: Question) -> bool:
    """Whether a phrase is never read word by word: it names a kind, or asks for a part of one kind alone ("기자 이름")."""
    if {"most", "least"} & set(item.ids("mark")) or _orders_as_a_whole(item):
        return True
    if _is_post(item):
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


def _is_post(item: Item) -> bool:
    """Whether it is a title and nothing else: a head of state is no head of anything else."""
    return item.by_tag.keys() == {"title"}


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
