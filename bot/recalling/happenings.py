"""A whole story, what happened somewhere or at some time, and what a figure is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from bot.facts import AGENTS
from bot.finding import Answer, Finding, Settled, Untold, told_whole
from bot.language.senses import CURRENCIES, currencies
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import MEASURES, PLACES, Item, Question
from bot.recalling.askable import is_free
from bot.recalling.choose_value import in_time
from bot.recalling.match import Fit
from bot.recalling.stale import to_come
from bot.turn import Reason


def happenings(question: Question, whole: list[Fit], known: Known) -> Finding | None:
    """What happened somewhere or at some time: the events of there and then, in their order."""
    places = known.of_type(question.names, "place")
    timed = any(i.has("when", "relative", "today", "daypart") for i in question.items)
    there = [f for f in whole if f.record.rank and f.record.kind != NAME_KIND]
    there = [f for f in there if all(_took_place(f.record, n, known) for n in places)]
    days = {t.day for t in question.times.values() if t.day}
    there = [f for f in there if not days or days & {t.day for t in f.record.times}]  # a season is not its days
    there = [f for f in there if f.kind_named or f.names_hit or places or not question.names]
    row = [f for f in there if f.kind_named and f.names_hit]
    if not (places or timed):  # "the stops of the tour in short"
        row = in_time(row)
        return Settled(tuple(Answer(f.record) for f in row[:_FEW]), "list") if len(row) > 1 else None
    if not there:
        return None
    if len(there) > _FEW and not question.names:
        return story_told(known, (there[0].record.fact.id,), "summary")
    row = list({(f.record.rank[:3], frozenset(f.record.names)): f for f in reversed(there)}.values())  # once each
    row = in_time(row)
    return told_whole(f.record for f in row[:_FEW])


def in_short(question: Question, whole: Sequence[Fit], known: Known) -> Finding | None:
    """Names alone in short ("the news on Acme"): the fact that tells most of them; of its own subject the whole story."""
    said = [i for i in question.items if i.lends is None]
    things = known.of_type(question.names, "thing")  # of a thing it is told what that is
    if not question.names or things or question.anaphora or any(not i.has("name") and not is_free(i) for i in said):
        return None
    story = next((s for s in known.facts.stories.values() if {s.subject} == set(question.names)), None)
    if story is not None:
        return story_told(known, (story.main,), "summary")
    there = [f for f in whole if f.record.kind != NAME_KIND and f.record.current]
    there = [
        f for f in there if {*f.record.names, *f.record.near}.intersection(question.names)
    ] or there  # one in whose text the name only stands tells less of it
    if not there:
        return None
    return Settled((Answer(max(there, key=lambda f: (len(f.record.fact.parts), f.weight)).record),), "tell")


def befell(question: Question, whole: Sequence[Fit], known: Known) -> Finding | None:
    """What happened to somebody or something: "what happened to Kim?", "김한테 무슨 일이 있었어"; None where no deed is told, or too many."""
    if (question.yesno and not question.summary) or not question.names or not _BEFELL.search(question.text.lower()):
        return None
    if any(i.lends is None and i.has("when", "relative", "today", "daypart", "number") for i in question.items):
        return None
    deeds = [f for f in whole if f.names_hit >= len(question.names) and _undergone(f.record, question, known)]
    deeds = [f for f in deeds if f.weight > max(d.weight for d in deeds) - _ALIKE]
    row = in_time([f for f in deeds if f.record.rank]) or deeds
    if not 0 < len(row) <= _MOST_BEFELL:
        return None
    return told_whole(f.record for f in row)


def given_by(question: Question, whole: Sequence[Fit], known: Known) -> Finding | None:
    """The facts with somebody's own part in them, where no more is asked than what that was: "가나가 제공한 게 뭐야", "what did Acme provide?"."""
    if question.asks != ("what",) or question.yesno or len(question.names) != 1:
        return None
    idle = ("name", "question", "auxiliaries", "prep", "follow")
    said = [i for i in question.items if i.lends is None and not i.has(*idle) and (i.has("part") or not i.has("light"))]
    if len(said) != 1 or any(n.text and n is not said[0] for f in question.foci for n in f.nouns):
        return None
    if not said[0].has("verb") and not any(i.text in ("did", "does", "has") for i in question.items):
        return None
    own = {(s.id, s.fact.removeprefix("kind:")) for s in said[0].senses if s.tag == "part" and s.fact and not s.like}
    there = [f.record for f in whole if (_part_of(question.names[0], f.record, known), f.record.kind) in own]
    if not there or any(r.kind in said[0].ids("kind") for r in there):
        return None
    return told_whole(there[:_FEW])


def put_into(question: Question, whole: Sequence[Fit], known: Known) -> Finding | None:
    """The whole fact where it is asked what goes where, and it only tells where by itself: "가나에 뭐가 적용돼"."""
    if question.asks != ("what",) or question.yesno or question.foci[0].role not in ("by", "agent", ""):
        return None
    places = [i for i in question.items if i.has("name") and i.role in ("at", "to", "into") and i.lends is None]
    verbs = [i for i in question.items if i.has("part") and not i.has("name", "question") and i.lends is None]
    for record in (f.record for f in whole if f.record.kind != NAME_KIND):
        into = {p.id for i in places for n in i.ids("name") for p in known.parts_of(n, record) if p.role == "to"}
        if any(into & set(v.ids("part")) for v in verbs) and record.fact.told is not None:
            return Settled((Answer(record),), "tell")
    return None


def _part_of(name: str, record: Record, known: Known) -> str:
    """The one part of its own kind in which a record holds a name alone; "" where there is none."""
    parts = [p for p, t in record.fact.parts.items() if t.names == (name,) and p not in known.general]
    return parts[0] if len(parts) == 1 else ""


_BEFELL = re.compile(
    r"\bwhat(?:'s| has| had|s)? ?(?:ever )?happen(?:s|ed|ing) (?:to|with)\b|\bwhat became of\b"
    r"|(?:한테|에게|에|는|은) ?(?:무슨|뭔|어떤) ?일이? ?(?:있었|생겼|일어났|벌어졌|났)|(?:는|은|이|가) 어떻게 (?:됐|되었|된)"
)
_MOST_BEFELL = 3
"""Of more deeds than these nothing says which of them is meant."""
_ALIKE = 1.2
"""They weigh as much as the likeliest, but for one word."""


def _undergone(record: Record, question: Question, known: Known) -> bool:
    """Whether a fact is of something done or come about, and not by those who are named to others, nor a plan or a remark."""
    kind = known.facts.kinds.get(record.kind)
    if kind is None or record.kind == NAME_KIND or (to_come(record) and record.fact.sure == "planned"):
        return False
    told = record.fact.parts
    if "said" in told or not any(w.endswith("다") for w in kind.words.get("ko", ())):
        return False
    if known.of_type(question.names, *AGENTS) and not record.rank:
        return False
    if len(known.of_type(question.names, "thing")) == len(question.names):
        return bool(record.rank)  # a ship that strikes a rock does nothing that does not happen to it
    acting = any(p.role == "by" for n in question.names for p in known.parts_of(n, record))
    others = [p for n in record.names if n not in question.names for p in known.parts_of(n, record)]
    return not acting or all(p.type == "place" or (p.role in ("by", "at", "none") and not p.mutual) for p in others)


_FEW = 6
"""As many events are listed; where a time alone is said and more were then, the story is told in short."""


def of_figure(question: Question, known: Known) -> Finding | None:
    """The facts that tell a figure of which it is asked what it is: "$5 million is for what?", "5억 원이 무슨 돈이야?"."""
    if "number" not in question.tags:
        return None
    figures = [i for i in question.items if i.has("number") and i.lends is None]
    if len(figures) != 1 or not question.asks or question.yesno:
        return None
    rest = [i for i in question.items if i not in figures and i.lends is None]
    said = any(i.at == question.foci[0].at and i.text.startswith("what") for i in question.items if question.foci)
    words = {"what", "which", "why", *(["how_much"] if said else [])}  # "what is the $5 million"
    if not set(question.asks) <= words or any(i.has("name") or not _of_amount(i) for i in rest):
        return None
    value = float(figures[0].ids("number")[0])
    units = {u for i in rest for u in (*i.ids("unit"), *currencies(i.ids("sort")))}
    if not units and value < _LARGE:
        return None
    held = [r for r in known.records.values() if any(v == value and (not units or u in units) for v, u in r.figures)]
    held = [r for r in held if r.kind != NAME_KIND]
    held = [r for r in held if r.current] or held
    parts = tuple(p for p, t in held[0].fact.parts.items() if t.tells(value)) if len(held) == 1 else ()
    if parts and not MEASURES & set(parts) and not _said_whole(held[0], value):
        return Settled((Answer(held[0], parts),), "value", label=True)
    return told_whole(held[:_FEW]) if held else None


def _said_whole(record: Record, value: float) -> bool:
    """Whether what the author tells of the whole fact says a figure; by itself it would only be said again."""
    told = record.fact.told["en"] if record.fact.told else ""
    return not record.fact.told or f"{value:,.0f}" in told or f"{value:.0f}" in told


_LARGE = 1000
"""From here on a bare figure says by itself of what it is."""


def _of_amount(item: Item) -> bool:
    """Whether a word only goes with a figure: its unit, "money", a courtesy."""
    return (
        item.has("light", "question", "unit", "prep", "follow", "filler", "anaphor")
        or bool({"how_much", "how_many", "how_long", "stands_for", "why"} & set(item.ids("part")))
        or bool(CURRENCIES.keys() & set(item.ids("sort")))
    )


_TIMED = frozenset({"when", "relative", "today"})
"""Sorts of words that say on which day something was."""


def whereabouts(question: Question, whole: list[Fit], known: Known) -> Finding | None:
    """Where somebody was on a day on which several facts place them: where the place is that holds all the others.

    Of a stretch of days ("from the 3rd to the 5th", "3일이랑 4일에 어느 나라에"), all such places in their order.
    """
    several = any(t.until for t in question.times.values())
    asked = question.asks == ("where",) or (several and question.asks == ("which",) and bool(PLACES & question.sorts))
    if not asked or question.tags.isdisjoint(_TIMED) or len(known.of_type(question.names, *AGENTS)) != 1:
        return None
    if any(i.has("kind") and not i.has("light") for i in question.items):
        return None
    there = [f for f in whole if f.record.rank and "where" in f.record.fact.parts and f.names_hit]
    places = {f.record.fact.id: set(f.record.fact.parts["where"].names) for f in there}
    if several:
        outer = [
            f
            for f in there
            if not any(p & known.around(places[f.record.fact.id]) - places[f.record.fact.id] for p in places.values())
        ]
        row = in_time(outer)[:_FEW]
        return Settled(tuple(Answer(f.record, ("where",)) for f in row), "value", label=True) if len(row) > 1 else None
    for found in there if len(there) > 1 else ():
        wide = places[found.record.fact.id]
        if all(wide & known.around(p) for p in places.values()):
            return Settled((Answer(found.record, ("where",)),), "value")
    return None


def _took_place(record: Record, place: str, known: Known) -> bool:
    """Whether a fact tells that it was at a place, or in it."""
    there = record.fact.parts.get("where")
    return there is not None and any(place == n or place in known.members[n] for n in there.names)


def story_told(known: Known, spoken_of: Sequence[str], manner: Literal["summary", "source"]) -> Finding:
    """The main fact of the story that facts spoken of (their ids) are in, which is told, or whose source is."""
    story = _story(known, spoken_of)
    if story is None:
        return Untold(Reason.NOT_STATED)
    return Settled((Answer(known.records[known.facts.stories[story].main]),), manner)


def _story(known: Known, spoken_of: Sequence[str]) -> str | None:
    for id_ in spoken_of:
        if id_ in known.records and known.records[id_].fact.story in known.facts.stories:
            return known.records[id_].fact.story
    return next(iter(known.facts.stories), None)
