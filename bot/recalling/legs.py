"""A journey of several stops: from where one came to a stop, and where one goes on to from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.facts import AGENTS
from bot.finding import Answer, Finding, Settled, Untold
from bot.learning.dates import agree, order, reckoned
from bot.learning.known import Known, Record
from bot.question import PLACES, THAT_DAY, Focus, Item, Question
from bot.recalling.match import whole_fit
from bot.turn import Memory, Reason

_ORDER = frozenset({"before", "after", "next", "first", "last", "order"})
"""Marks that say themselves which stop is meant."""


def leg(question: Question, known: Known) -> Finding | None:
    """The stop before or behind one: "where did Kim fly in from?", "where does Kim move on to?", "어디 들렀다 왔어", "가나국 떠나서 어디 가"."""
    if question.yesno or question.marks & _ORDER or len(question.foci) != 1 or not _asks_place(question.foci[0]):
        return None
    places = [i for i in question.items if known.of_type(i.ids("name"), "place") and i.lends != 0.0]
    step = _step(question, places)
    if not step or len(places) > 1:
        return None
    for row in _journeys(question, known):
        here = _here(row, places, known)
        if here is None:
            continue
        rest = [i for i in question.items if i not in places and not (step > 0 and i.has("move"))]
        aside = tuple(i for i in rest if not i.has("anaphor"))
        target = next(iter(row[row.index(here) + 1 :] if step > 0 else row[: row.index(here)][::-1]), None)
        if whole_fit(replace(question, items=aside), target or here, known) is None:
            continue
        if target is None:
            return Untold(Reason.NOT_STATED, (), here, ("next" if step > 0 else "before",))
        return Settled((Answer(target, ("where",)),), "value")
    return None


def stopped(question: Question, known: Known) -> Finding | None:
    """Whether somebody was at one stop the day before or after another: "가나국 가기 전날 다라국에 있었지?"."""
    if not question.yesno or question.foci or "relative" not in question.tags:
        return None
    places = [i for i in question.items if known.of_type(i.ids("name"), "place")]
    days = [i for i in question.items if any(r.startswith(f"{THAT_DAY}:") for r in i.ids("relative"))]
    if len(places) != 2 or len(days) != 1:
        return None
    before = [i for i in places if i.at < days[0].at]
    verbs = [i for i in question.items if before and before[-1].at < i.at < days[0].at and i.has("kind")]
    for row in _journeys(question, known) if verbs else ():
        here = _here(row, before[-1:], known)
        if here is None or not here.times or not any(here.kind in v.ids("kind") for v in verbs):
            continue
        day = reckoned(days[0].ids("relative")[0], here.times[0])
        then = next((r for r in row if any(agree(day, t) for t in r.times)), None)
        there = _here(row, [i for i in places if i is not before[-1]], known)
        said = tuple(i for i in question.items if i not in (before[-1], days[0]))
        if there is None or then is None or whole_fit(replace(question, items=said), there, known) is None:
            return Untold(Reason.NOT_STATED, (), here)
        return Settled((Answer(then),), "yes" if then is there else "no")
    return None


def stops(question: Question, known: Known) -> Finding | None:
    """All stops of somebody's journey: "how many countries does Kim visit", "김 방문 국가", "어디어디 들러"."""
    if question.yesno or question.marks & _ORDER:
        return None
    counted = question.asks == ("how_many",)
    twice = any(i.has("question") and i.text.startswith("어디어디") for i in question.items)
    if not (counted or twice or _is_of_countries(question)):
        return None
    for row in (*_journeys(question, known), *_only_journeys(question, known)):
        reached = [n for r in row for n in r.fact.parts["where"].names]
        said = [i for i in question.items if not _spans(i, row)]
        if all(_is_of_stops(i, row[0].kind, reached) for i in said) and _names_stops(question, row[0].kind):
            answers = tuple(Answer(r, ("where",), r.fact.parts["where"].names) for r in row)
            return Settled(answers, "count") if counted else Settled(answers, "value", True)
    return None


def next_stop(question: Question, known: Known, memory: Memory) -> Finding | None:
    """The first stop behind the story's day: "where does he go next?", "which country is next?", "what's next on his trip?"."""
    if question.yesno or question.asked_in != "en" or len(question.foci) != 1 or "mark" not in question.tags:
        return None
    marks = [i for i in question.items if "next" in i.ids("mark") and not i.has("name")]
    if len(marks) != 1 or question.foci[0].word not in ("where", "what", "which"):
        return None
    said = [i for i in question.items if i is not marks[0]]
    for row in (*_journeys(question, known), *_only_journeys(question, known)):
        verbs = [i for i in said if row[0].kind in i.ids("kind") and not i.has("name")]
        travels = any(not memory.facts or i.text.split()[0] not in ("come", "comes") for i in verbs)
        placed = bool(question.sorts & PLACES)
        where = question.foci[0].word == "where" and (bool(question.names) or not memory.facts)
        for_him = [i for i in said if i.role == "for" and set(i.ids("name")) & set(row[0].names)]
        alone = bool(for_him) and question.foci[0].word == "what"  # "what's next for Kim?"
        ahead = [r for r in row if r.rank[:3] > order(r.today)[:3]]
        reached = [n for r in row for n in r.fact.parts["where"].names]
        asked = travels or placed or where or alone
        if ahead and asked and all(i in for_him or _is_of_stops(i, row[0].kind, reached) for i in said):
            return Settled((Answer(ahead[0], ("where",)),), "value")
    return None


def _spans(item: Item, row: Sequence[Record]) -> bool:
    """Whether a week, month or year holds all stops of a journey: "which countries does Kim visit this week"."""
    said = next(iter(item.ids("relative")), "")
    if not said.startswith(("week:", "month:", "year:")):
        return False
    return all(any(agree(reckoned(said, r.today), t) for t in r.times) for r in row)


def _is_of_countries(question: Question) -> bool:
    """Whether Korean key words end in a word for a place of a journey, which is put in no number: "김 방문 국가"."""
    last = question.items[-1:] if question.asked_in == "ko" else ()
    bare = not any(i.has("question") for i in question.items)
    return bare and any("where" in i.ids("part") and i.has("kind", "noun") for i in last)


def _is_of_stops(item: Item, kind: str, reached: Sequence[str]) -> bool:
    """Whether a word says no more than who travels, that he does, and of what sort the places are."""
    if item.lends is not None or kind in item.ids("kind"):
        return True
    if item.has("name"):
        return item.role in ("", "by", "topic", "of") and not set(item.ids("name")) & set(reached)
    return set(reached) <= set(item.ids("noun")) or (
        item.has("question", "auxiliaries", "light", "anaphor") and not item.has("kind")
    )


def _names_stops(question: Question, kind: str) -> bool:
    """Whether it says that somebody travels, and counts places and nothing else."""
    counted = [n for f in question.foci for n in f.nouns]
    places = all(set(n.ids("sort")) & PLACES or "where" in n.ids("part") for n in counted)
    if not counted and question.asks == ("how_many",):
        places = any(i.has("question") and i.text.endswith(_COUNTERS) for i in question.items)
    return places and any(kind in i.ids("kind") for i in question.items)


_COUNTERS = ("나라", "개국", "국가", "곳", "군데")
"""How a Korean word for how many ends where it counts places of a journey: "몇 나라"."""


def _asks_place(focus: Focus) -> bool:
    """Whether a place is asked for: "where", "from which country"."""
    sorts = {s for n in focus.nouns for s in n.ids("sort")}
    return focus.word == "where" or (focus.word in ("which", "what") and bool(sorts & PLACES))


def _step(question: Question, places: Sequence[Item]) -> int:
    """-1 where it is asked from where somebody came, 1 where he goes on to; 0 where neither is."""
    focus, moves = question.foci[0], [i for i in question.items if i.has("move")]
    coming = [i for i in moves if "coming" in i.ids("move")]
    leaving = [i for i in moves if "leaving" in i.ids("move")]
    if question.asked_in == "ko":
        noun = focus.nouns[-1].role if focus.nouns else ""
        from_where = any(i.at == focus.at and i.text in _FROM_WHERE for i in question.items) or noun == "from"
        by_way = [i for i in question.items if focus.at < i.at < coming[-1].at and i.has("kind")] if coming else []
        if coming and coming[-1] is question.items[-1] and not leaving and (from_where or by_way):
            return -1
        if from_where:
            return 0
        going = moves or focus.role in ("to", "into") or any(i.has("light") and i.has("verb") for i in question.items)
        left = places and ((going and places[0].role == "from") or _is_left(places[0], question))
        return 1 if left or (leaving and not places) else 0
    if focus.role == "from":
        return 0 if leaving or _is_lasting(question) or _since(question) else -1
    left = [p for p in places if p.role == "from" or any(p.at - 3 < i.at < p.at for i in leaving)]
    return 1 if left or (leaving and not places) else 0


_FROM_WHERE = ("어디서", "어디에서")


def _is_lasting(question: Question) -> bool:
    """Whether it is asked where somebody is from, which is no journey: "where does Kim come from"."""
    verbs = {i.text for i in question.items if i.has("part") and "country" in i.ids("part")}
    return bool(verbs) and not any(i.text in ("did", "has", "had") for i in question.items)


def _since(question: Question) -> bool:
    """Whether "from" says since when: "which countries did Kim visit from the 3rd to the 5th"."""
    dated = {i.at - 1 for i in question.items if i.has("when", "relative", "today", "daypart", "weekday")}
    return any(i.at in dated and "from" in i.ids("prep") for i in question.items)


def _is_left(place: Item, question: Question) -> bool:
    """Whether a Korean verb behind a place says that one left it, or was there and went on: "가나국 떠나서", "가나국 왔다가"."""
    verb = next((i for i in question.items if i.at > place.at), None)
    if verb is None or verb.at > place.at + 2 or not verb.has("kind"):
        return False
    went_on = verb.text.endswith("다가") or f"{verb.text}다가" in question.text
    return "leaving" in verb.ids("move") or went_on


def _journeys(question: Question, known: Known) -> Iterator[list[Record]]:
    """The stops of each kind of journey of those who are named, in their order."""
    agents = set(known.of_type(question.names, *AGENTS))
    for kind in known.facts.kinds.values():
        where = kind.parts.get("where")
        if where is None or where.role != "to" or not agents:
            continue
        stops = [r for r in known.records.values() if r.kind == kind.id and r.rank and "where" in r.fact.parts]
        row = sorted((r for r in stops if agents <= set(r.names)), key=lambda r: r.rank)
        if len(row) > 1:
            yield row


def _only_journeys(question: Question, known: Known) -> Iterator[list[Record]]:
    """The stops of a kind of journey that nobody else made, where nobody is named: "how many countries are on the tour"."""
    if known.of_type(question.names, *AGENTS):
        return
    for kind in known.facts.kinds.values():
        made = [r for r in known.records.values() if r.kind == kind.id and r.rank and "where" in r.fact.parts]
        by = {tuple(known.of_type(r.names, *AGENTS)) for r in made}
        if len(by) == 1 and next(iter(by)):
            yield from _journeys(replace(question, names=next(iter(by))), known)


def _here(row: Sequence[Record], places: Sequence[Item], known: Known) -> Record | None:
    """The stop that is spoken of: at the place that is named, or the last that was reached by the story's day."""
    if not places:
        return max((r for r in row if r.rank[:3] <= order(r.today)[:3]), key=lambda r: r.rank, default=None)
    named = places[0].ids("name")
    scene = any("where" in r.names.get(n, ()) for n in named for r in known.records.values() if r not in row)
    around = set(named) if scene else known.around(named)  # a city stands for its country, and no house in it
    return next((r for r in row if around & set(r.fact.parts["where"].names)), None)
