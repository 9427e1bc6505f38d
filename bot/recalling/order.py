"""Questions about order: before and after, the first and the last, what comes next, all in a row."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Literal

from bot.facts import AGENTS, Amount, Flag, Value, When
from bot.finding import Answer, Finding, Settled, Untold
from bot.learning.dates import agree
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.agenda import SCHEDULE, beside_in_day
from bot.recalling.asked import wants
from bot.recalling.choose import settle
from bot.recalling.compare import extreme
from bot.recalling.cover_times import numbers_part
from bot.recalling.fits import whole_fits
from bot.recalling.lean_topic import follows
from bot.recalling.legs import leg, next_stop, stopped, stops
from bot.recalling.match import Fit, fit, likely, whole_fit
from bot.recalling.measured import is_place
from bot.recalling.nth import nth
from bot.recalling.occasion import another_occasion
from bot.recalling.pick import pick
from bot.recalling.same import same
from bot.recalling.sequence import after_its_event, beside_told, comes_next, enclosed, fact_of, in_sequence
from bot.recalling.spoken import own_word
from bot.recalling.told_order import told_order
from bot.recalling.topmost import topmost
from bot.turn import Memory, Reason


def ordered(question: Question, known: Known, memory: Memory) -> Finding | None:
    """The finding of a question that needs several facts held side by side; None where it is no such question."""
    return (
        same(question, known)
        or _predecessor(question, known)
        or enclosed(question, known)
        or comes_next(question, known)
        or _before_the_first(question, known)
        or in_sequence(question, known)
        or after_its_event(question, known)
        or told_order(question, known)
        or beside_told(question, known, memory)
        or leg(question, known)
        or next_stop(question, known, memory)
        or stopped(question, known)
        or stops(question, known)
        or _the_other(question, known, memory)
        or another_occasion(question, known, memory)
        or beside_in_day(question, known, memory)
        or _beside_event(question, known)
        or _beside(question, known, memory)
        or _first_time(question, known)
        or topmost(question, known)
        or extreme(question, known)
        or _coming(question, known, memory)
        or _nth(question, known, memory)
        or _end_of_row(question, known, memory)
        or _day_in_order(question, known)
        or _in_order(question, known)
    )


# The other one of two


def _the_other(question: Question, known: Known, memory: Memory) -> Finding | None:
    """ "And the other photo?", "다른 사진은 어디서 찍었어?": the only other fact of the kind that was told of."""
    topic = known.event(memory.topic)
    if topic is None or question.names or question.yesno:
        return None
    words = [w for i in question.items for w in (i.pieces if i.text.startswith("other ") else (i,))]
    pairs = [p for p in pairwise(words) if p[0].text.split()[-1:] in _OTHER and _one_of_kind(p[1], topic.kind)]
    others = [r for r in known.records.values() if r.kind == topic.kind and r is not topic]
    if not pairs or len(others) != 1:
        return None
    gone = (pairs[0][0].at, pairs[0][1].at)
    rest = replace(question, items=tuple(i for i in question.items if i.at not in gone))
    found = fit(rest, others[0], known)
    if found.uncovered:
        return None
    return settle(rest, [found], known, Memory()) if question.foci else _tell(rest, others[0], known, memory, None)


_OTHER = (["other"], ["another"], ["remaining"], ["다른"], ["나머지"], ["딴"])


def _one_of_kind(item: Item, kind: str) -> bool:
    """Whether a noun is one of a kind, or stands for it: "the other photo", "the other one"."""
    return (kind in item.ids("kind") and not item.has("verb")) or item.text in ("one", "거", "건", "것", "하나")


# Before and after


def _beside(question: Question, known: Known, memory: Memory) -> Finding | None:
    step = 1 if question.marks & {"after", "next"} else -1 if "before" in question.marks else 0
    if (
        not step
        or set(question.asks) & {"why", "how", "how_long", "how_much"}
        or (question.yesno and (not question.follow or _mere_follow(question)))
        or (question.asked_role == "to" and any("said" in i.ids("part") for i in question.items))
    ):
        return None  # also of "김이 끝나고 누구한테 말했어"
    marks = [i for i in question.items if {"before", "after", "next"} & set(i.ids("mark"))]
    pointing = _pointing(question)
    pivot = None if pointing else _pivot(question)
    if any(
        n.named("part") and (not n.has("sort", "kind") or "said" in n.ids("part"))
        for f in question.foci
        for n in f.nouns
        if (n.text and n.text.isascii()) or n.has("ask") or (n.text == "말" and not n.has("kind"))
    ):
        return None  # "any quotes after he saw Kim"
    of_names = pivot is not None and bool(wants(question) & {"who", "where"}) and not question.yesno
    if not of_names and not pointing and _settled_by_word(question, marks, known):
        return None
    if not wants(question) and _sure_without(question, pivot, known):
        return None
    pair = pointing and (len(question.names) > 1 or _spoken_of(question, known, memory))
    if (
        pivot is None
        and not pair
        and (
            question.names or not memory.facts or not (question.anaphora or question.follow or len(question.items) < 5)
        )
    ):
        return None
    row, here = _row(question, pivot, step, known, memory)
    if here is None:
        topic = known.records.get(memory.topic)
        return Untold(Reason.NOT_STATED, (), topic) if _ends_in_what_came_next(question) else None
    others = [r for r in row if r.fact.id != here.fact.id]
    side = [r for r in others if (r.rank > here.rank) == (step > 0)]
    if not side:
        if step < 0 and pivot is None and not here.current and not memory.parts:
            return None  # what was before was confirmed just now, and is asked about
        side = _former(question, here, known) if step < 0 else []
    if not side and "after" in question.marks and _is_told_behind(question, here, known):
        return None
    if not side:
        return Untold(Reason.NOT_STATED, (), here, ("next" if step > 0 else "before",))
    target = side[0] if step > 0 else side[-1]
    if pivot and "next" in question.marks and set(pivot.ids("name")) & set(target.names):
        return None  # whose next step it is, not after whom
    return _tell(question, target, known, memory, pivot)


def _is_told_behind(question: Question, here: Record, known: Known) -> bool:
    """Whether what is asked is told by a fact that came after one, as its author says: "김이 회담 마치고 나온 시간"."""
    later = (r for r in known.records.values() if here.fact.id in follows(r.fact))
    return any(f.parts for r in later if (f := whole_fit(question, r, known)) is not None)


def _former(question: Question, here: Record, known: Known) -> list[Record]:
    """Earlier facts of other kinds whose author gave them the word for this one: who withdrew as "sponsor" before the sponsor."""
    words = [i for i in question.items if here.kind in i.ids("kind")]
    called = (
        r for r in known.records.values() if r.kind not in (here.kind, NAME_KIND) and r.rank and r.rank < here.rank
    )
    followed = here.fact.parts["after"].events if "after" in here.fact.parts else ()
    meant = (
        r
        for r in called
        if any(own_word(i, r) or (r.fact.id in followed and _does_as_well(i, r.kind, known)) for i in words)
    )
    return sorted(meant, key=lambda r: r.rank)


def _does_as_well(item: Item, kind: str, known: Known) -> bool:
    """Whether a word for one kind is one for another, or both are of those who lead: "who ran Acme before Kim?"."""
    leads = item.has("leads") and kind in known.facts.kinds
    words = known.facts.kinds[kind].words["en"] if leads else ()
    return kind in item.ids("kind") or any(s.tag == "leads" for w in words for s in known.lexicon.senses(w))


def _beside_event(question: Question, known: Known) -> Finding | None:
    """ "Whom did Kim meet after the Acme talks?": the fact of that kind before or after the event that a clause names."""
    if question.yesno or "mark" not in question.tags or not wants(question) <= {"who", "where"}:
        return None
    marks = [i for i in question.items if i.lends is None and {"before", "after"} & set(i.ids("mark"))]
    if len(marks) != 1 or not marks[0].text.isascii():
        return None
    mark, asked = marks[0], max((f.at for f in question.foci), default=-1)
    clause = [i for i in question.items if i.at > mark.at and (asked < mark.at or i.at < asked)]
    main = [i for i in question.items if i not in clause and i is not mark and i.lends is None]
    event = [w for i in clause for w in (i, *i.pieces) if w.has("kind") and not w.has("light", "verb", "auxiliaries")]
    verbs = [i for i in main if i.has("kind") and not i.has("name", "light")]
    here = (
        fact_of(clause, question, known) if event and asked >= 0 and not any(i.has("anaphor") for i in clause) else None
    )
    if here is None or any(here.record.kind not in i.ids("kind") for i in verbs):
        return None
    names = {n for i in main for n in i.ids("name")[:1]}
    row = [r for r in known.records.values() if r.rank and r.kind == here.record.kind and names <= set(r.names)]
    later = "after" in mark.ids("mark")
    side = [r for r in row if known.came_first(here.record, r) is later]
    if not side:
        sure = bool(verbs) and all(set(i.ids("kind")) == {here.record.kind} for i in verbs)
        return Untold(Reason.NOT_STATED, (), here.record, ("next" if later else "before",)) if sure else None
    near = min(side, key=lambda r: r.rank) if later else max(side, key=lambda r: r.rank)
    return _tell(replace(question, items=tuple(main)), near, known, Memory(), None)


def _sure_without(question: Question, pivot: Item | None, known: Known) -> bool:
    """Whether one fact accounts for all of it and tells the part that is named: the order is only a circumstance."""
    pool = likely(question, known) or known.records
    whole = [f for id_ in pool if (f := whole_fit(question, known.records[id_], known)) is not None]
    best = max(whole, key=lambda f: f.weight, default=None)
    if best is None or not best.kind_named or best.sureness < 1.5:
        return False
    spoken = [w for n in pivot.ids("name") for w in (n, *known.members[n])] if pivot else []
    return not any(
        best.parts[:1] and best.parts[0] in best.record.names.get(n, ()) for n in spoken
    )  # not where to, after the place itself


def _pivot(question: Question) -> Item | None:
    """The name that "before" or "after" leans on: next to it in English, before it (a verb may stand between) in Korean."""
    for mark in question.items:
        if not mark.has("mark") or not {"before", "after", "next"} & set(mark.ids("mark")):
            continue
        korean = not mark.text.isascii()
        if not korean and not {"before", "after"} & set(mark.ids("mark")):
            continue
        named = [i for i in question.items if i.has("name") and (i.at < mark.at if korean else i.at > mark.at)]
        near = max(named, key=lambda i: i.at, default=None) if korean else _led_to(named, question)
        if near is not None and abs(near.at - mark.at) <= (5 if korean else 6):
            between = [i for i in question.items if min(near.at, mark.at) < i.at < max(near.at, mark.at)]
            between = [i for i in between if i not in named]
            if korean and not between and (near.is_subject_before(mark) or _of_the_two(near, mark, question)):
                return None  # "김하나가 전에 만난", "김하나 박준 직전 만남": not before Kim
            if all(
                i.has("light", "kind", "anaphor", "follow", "prep", "title", "sort", "auxiliaries", "mark")
                for i in between
            ):
                return near
    return None


def _of_the_two(near: Item, mark: Item, question: Question) -> bool:
    """Whether it is not asked for a person, and right before a name and a word for just before stands another: their own time before."""
    joined = any(
        i.has("name") and i.at in (near.at - 1, near.at - 2) and i.role in ("", "with") for i in question.items
    )
    return joined and "close" in mark.ids("mark") and "who" not in wants(question)


def _led_to(named: list[Item], question: Question) -> Item | None:
    """The name that an English clause of time is about: "before Park", "after Kim met Park"."""
    if len(named) < 2:
        return named[0] if named else None
    first, *rest = sorted(named, key=lambda i: i.at)
    if first.role not in ("by", "topic", "") or rest[0].at - first.at > _CLOSE_BY:
        return first
    between = [i for i in question.items if first.at < i.at < rest[0].at]
    acted = any(i.has("kind") for i in between) and all(i.has("kind", "light", "prep") for i in between)
    return rest[0] if acted else first


_CLOSE_BY = 4
"""Tokens from a subject to its object, with the verb and "with" between them."""


def _mere_follow(question: Question) -> bool:
    """Whether it only opens as a continuation, and asks for yes or no ("thanks, had they met before?")."""
    return any(i.has("auxiliaries") and not i.has("mark") for i in question.items)


def _spoken_of(question: Question, known: Known, memory: Memory) -> bool:
    """Whether the fact last told is one of all who are named: "what did Kim do after that?"."""
    here = known.records.get(memory.topic)
    return here is not None and bool(question.names) and set(question.names) <= set(here.names)


def _pointing(question: Question) -> bool:
    """Whether the word of order points back at what was just said: "그 전에", "그다음에", "after that"."""
    marks = (i for i in question.items if {"before", "after"} & set(i.ids("mark")) or _is_next_of_told(i, question))
    told = {i.at for i in question.items if i.has("anaphor") and not i.has("name", "mark") and i.text.isascii()}
    told -= {i.at for i in question.items if "person" in i.ids("anaphor")}
    back = any(i.text.startswith("그") or "that" in i.text.split() or i.at + 1 in told for i in marks)
    return back or _ends_in_what_came_next(question)


def _ends_in_what_came_next(question: Question) -> bool:
    """Whether it is asked of him or her who was spoken of: "who did he see next?", "where did she go afterwards"."""
    named = any(i.has("name") and i.text for i in question.items)
    past = any(i.has("auxiliaries") and i.text == "did" for i in question.items)
    of_person = "person" in question.anaphora and not named and bool(question.foci)
    return of_person and past and question.items[-1].text in _AFTERWARDS


_AFTERWARDS = frozenset({"next", "after", "afterwards", "afterward"})


def _is_next_of_told(mark: Item, question: Question) -> bool:
    """Whether "그다음" follows what was told, and no one whom the question names before it: "가나 만나고 그다음에"."""
    led = [i for i in question.items if i.has("name") and i.at < mark.at and i.text]
    return "next" in mark.ids("mark") and all(i.role in ("by", "topic") for i in led)


def _row(
    question: Question, pivot: Item | None, step: int, known: Known, memory: Memory
) -> tuple[list[Record], Record | None]:
    """The facts in time that the question moves along, and the one it moves from."""
    kinds = {k for i in question.items for k in i.ids("kind")}
    place_asked = bool(wants(question) & {"where"}) or bool(question.sorts & {"country", "city"})
    ranked = sorted((r for r in known.records.values() if r.rank), key=lambda r: r.rank)
    if pivot is None:
        spoken = set(question.names)
        told = [r for f in memory.facts if f in known.records for r in _timed(known.records[f], known)]
        last = iter(sorted(told, key=lambda r: r.rank, reverse=step > 0))
        together = (r for r in ranked if spoken <= set(r.names) and r.kind in kinds and r.current)
        here = next(last, None) or (next(together, None) if spoken else None)
    else:
        spoken = set(pivot.ids("name"))
        holding = [r for r in ranked if spoken & set(r.names)]
        if not holding:  # a city stands for its country
            wider = {w for n in spoken for w in known.members[n]}
            holding = [r for r in ranked if wider & set(r.names)]
        if place_asked:
            holding = [r for r in holding if _at(r, pivot.ids("name"))] or holding
        named = [r for r in holding if r.kind in kinds]
        if not named and any(i.has("kind") and not i.has("mark") and _is_said(i, question) for i in question.items):
            return [], None
        here = next((r for r in named if r.current), None) or next(iter(named or holding), None)
    if here is None:
        return [], None
    others = set(question.names) - set(pivot.ids("name") if pivot else ())
    others -= {n for f in question.foci for n in f.sides}  # "which Acme person did Kim see after Park"
    if pivot is None and (
        "pair" in question.anaphora or question.asks == ("when",) or (step < 0 and _of_place(question))
    ):  # "when had they met before that?", "그 전엔 어느 도시에서 봤어?"
        others |= set(known.two_of(here)) or {n for n in memory.names[:2] if n in here.names}
    row = [r for r in ranked if r.kind == here.kind and others <= set(r.names)]
    return row, here


def _timed(record: Record, known: Known) -> list[Record]:
    """A fact that has a time, else those which it came after: what was said of a lunch stands where the lunch stood."""
    behind = (known.records[f] for f in follows(record.fact) if f in known.records)
    return [record] if record.rank else [r for r in behind if r.rank]


def _of_place(question: Question) -> bool:
    """Whether it is asked where something was that is named, and not who was there."""
    placed = set(question.asks) <= {"where", "which"} and "where" in wants(question)
    return placed and any(i.has("kind") and not i.has("mark") for i in question.items)


def _is_said(item: Item, question: Question) -> bool:
    """Whether a word is no courtesy, as "record" is none in "held the record"."""
    return not item.has("light") or any(i.at == item.at - 1 and i.text in ("the", "a", "an") for i in question.items)


def _at(record: Record, ids: tuple[str, ...]) -> bool:
    return any("where" in record.names.get(n, ()) or "to" in record.names.get(n, ()) for n in ids)


def _tell(question: Question, target: Record, known: Known, memory: Memory, pivot: Item | None) -> Finding:
    wanted = wants(question)
    rest = replace(question, items=tuple(i for i in question.items if i is not pivot))
    found = fit(rest, target, known)
    if "who" in wanted or (not wanted and "who" in memory.parts):
        subject = {
            n for n in known.facts.names if all(n in r.names for r in known.records.values() if r.kind == target.kind)
        }
        chosen = pick(replace(rest, names=(*rest.names, *subject)), found, known, memory)
        if chosen:
            left = tuple(n for n in chosen.names if n not in subject) or chosen.names
            return Settled((replace(chosen, names=left),), "names")
    beside = [
        p
        for r in known.records.values()
        if pivot and r.kind == target.kind
        for n in pivot.ids("name")
        for p in r.names.get(n, ())
    ]
    nouns = any(f.nouns for f in question.foci)  # "Kim's stop before that"
    named = found.parts if nouns or wanted - {"what", "which", "where"} else ()
    placed = ["where"] if "where" in wanted and pivot and not known.of_type(pivot.ids("name"), "place") else []
    parts = [p for p in (*named, *placed, *beside, *found.parts, *memory.parts) if p in target.fact.parts]
    return Settled((Answer(target, tuple(parts[:1])),), "value" if parts else "tell")


# The first time, the first and last of a row


def _predecessor(question: Question, known: Known) -> Finding | None:
    """Who held a title before or after the one who holds it, which no fact tells: "who was the Acme head before Kim"."""
    if question.yesno or question.marks.isdisjoint(("before", "after")):
        return None
    titled = {n for i in question.items if i.titled for n in i.ids("name")}
    named = {n for i in question.items if i.has("name") and not i.titled for n in i.ids("name")}
    done = any(i.has("kind") and not i.has("light", "title", "name") for i in question.items)
    if done or len(titled & named) != 1:
        return None
    return Untold(Reason.NOT_STATED, (), known.entry(next(iter(titled & named))))


def _before_the_first(question: Question, known: Known) -> Finding | None:
    """ "Did anyone open before Acme?", "가나 이전에 몇 곳이나 열었어": that Acme was the first, where a fact tells it of them."""
    if "contrary" not in question.tags:
        return None
    marks = [i for i in question.items if "before" in i.ids("mark") and i.has("contrary")]
    asked = question.yesno or (bool(question.asks) and set(question.asks) <= {"who", "which", "how_many"})
    if len(marks) != 1 or not asked or {"not", "else"} & question.marks:
        return None
    at, after = marks[0].at, marks[0].text.isascii()
    beside = [i for i in question.items if i.has("name") and 0 < (i.at - at if after else at - i.at) < _NEAR]
    for found in whole_fits(question, known, marks) if beside else ():
        parts, record = found.record.fact.parts, found.record
        first = [p for p in marks[0].ids("contrary") if p in parts and any(_holds(v) for v in parts[p].values)]
        did = [p for n in beside[0].ids("name") for p in known.parts_of(n, record) if p.mutual or p.role == "by"]
        if first and did:
            answers = (Answer(record, (first[0],)),)
            return Settled(answers, "value", holds=False if question.yesno else None, corrects=not question.yesno)
    return None


_NEAR = 4
"""A name stands so near to the word before which or behind which it is."""


def _holds(value: Value) -> bool:
    return isinstance(value, Flag) and value.yes


def _first_time(question: Question, known: Known) -> Finding | None:
    """ "Was it the first time?": no, where an earlier fact of the same kind and names is known."""
    if "first" not in question.marks or not question.yesno:
        return None
    marks = [i for i in question.items if "first" in i.ids("mark")]
    found = [
        f
        for f in whole_fits(question, known, marks)
        if (f.kind_named and f.names_hit >= 2) or f.record.fact.parts.keys() & {"first"}
    ]
    if any("first" in f.record.fact.parts for f in found):
        return None
    earlier = [f for f in found if not f.record.current]
    return Settled((Answer(earlier[0].record),), "no") if earlier and len(found) > 1 else None


def _coming(question: Question, known: Known, memory: Memory) -> Finding | None:
    """What comes next after the day that the base is about ("where does she go next?")."""
    if "next" not in question.marks or question.yesno or not wants(question) or not question.names:
        return None
    marks = [i for i in question.items if "next" in i.ids("mark")]
    now = min((r.rank[:3] for r in known.records.values() if r.rank and r.current), default=())
    coming = [f for f in whole_fits(question, known, marks) if f.kind_named and f.names_hit and f.record.rank[:3] > now]
    if not memory.facts and any(i.has("kind") and i.at - 1 == m.at for i in question.items for m in marks):
        coming = [
            f for f in coming if f.record.fact.sure == "planned" or _lies_ahead(f.record)
        ]  # "the next tournament"
    if not coming:
        return None
    return _tell(question, min(coming, key=lambda f: f.record.rank).record, known, memory, None)


def _lies_ahead(record: Record) -> bool:
    """Whether a fact is of a day after that of its source."""
    today = record.today
    return record.rank[:3] > (today.year or 0, today.month or 0, today.day or 0)


def _end_of_row(question: Question, known: Known, memory: Memory) -> Finding | None:
    ends = question.marks & {"first", "last"}
    if len(ends) != 1 or question.yesno or "earlier" in question.marks:
        return None
    marks = [i for i in question.items if ends & set(i.ids("mark"))]
    of_told = _end_of_told(question, marks, known, memory)
    if of_told is not None:
        return of_told
    followed = {i.at - 1 for i in question.items if i.has("kind", "name", "noun", "sort", "word")}
    if any(set(i.ids("part")) & set(question.asks) and i.at not in followed for i in marks):
        return None  # "how long did it last"
    if _settled_by_word(question, marks, known):
        return None
    fits = whole_fits(question, known, marks)
    placed = _last_place(fits, known) if "last" in ends and question.asks in (("who",), ("which",)) else None
    if placed is not None:
        return placed
    found = [f for f in fits if f.record.rank and f.kind_named]
    if "first" in ends:  # "the first edition" is none that its author calls the sixth
        found = [f for f in found if all(numbers_part(i, 1, question, f.record, known) is not False for i in marks)]
    if "first" not in ends or len(question.names) < 2 or "when" not in question.asks:
        current = _with_those_followed([f for f in found if f.record.current], found)
        before = len(found) > 1 and not any(i.has("kind") for i in marks)  # all of it was before the story's day
        found = current if len(current) > 1 or ("last" in ends and (current or not before)) else found
    if question.foci and len({f.record.kind for f in found}) > 1:
        found = [f for f in found if f.parts]  # a "visit" that tells of a country is none to a workshop
    kinds = {f.record.kind for f in found}
    if len(found) == 1:  # of one fact, the first is that one
        rest = replace(question, items=tuple(i for i in question.items if i not in marks))
        return settle(rest, [fit(rest, found[0].record, known)], known, memory)
    if len(found) < 2 or len(kinds) != 1:
        return None
    row = sorted(found, key=lambda f: f.record.rank)
    return _tell(question, row[0 if "first" in ends else -1].record, known, memory, None)


def _last_place(fits: list[Fit], known: Known) -> Finding | None:
    """Who came last, where facts of the kind that is named tell the places: the one with the greatest number."""
    named = [f for f in fits if f.kind_named and f.parts]
    rows = [
        (v.value, f)
        for f in named
        for p, t in f.record.fact.parts.items()
        for v in t.values
        if isinstance(v, Amount) and not v.unit and is_place(p, f.record, known)
    ]
    if len(rows) < _SEVERAL or len({f.record.kind for _, f in rows}) > 1:
        return None
    last = max(rows, key=lambda row: row[0])[1]
    return Settled((Answer(last.record, last.parts[:1], last.record.fact.parts[last.parts[0]].names),), "names")


_SEVERAL = 3
"""Of fewer that have a place, none is the last of all."""


def _with_those_followed(current: list[Fit], found: list[Fit]) -> list[Fit]:
    """Facts of the story's day or later with those before them that they are written to follow: the first stop of a tour."""
    ids = {id_ for f in current for id_ in follows(f.record.fact)}
    earlier = [f for f in found if f.record.fact.id in ids and f not in current]
    return _with_those_followed([*earlier, *current], found) if earlier else current


def _end_of_told(question: Question, marks: list[Item], known: Known, memory: Memory) -> Finding | None:
    """ "Who was last?", "and first": of the facts told together just now, where nothing else is said."""
    rest = [i for i in question.items if i not in marks and i.text]
    told = [known.records[f] for f in memory.facts if f in known.records]
    asks = any(i.has("question") for i in rest)
    if len(told) == 1 and not asks and told[0].kind in memory.kinds:  # "who was last?" "and first?"
        among = known.of_type(told[0].names, "person")
        told = [r for r in known.records.values() if r.kind == told[0].kind and set(among) & set(r.names)]
    row = sorted((r for r in told if r.rank and r.current), key=lambda r: r.rank)
    bare = all(i.has("light", "follow", "question", "auxiliaries", "prep", "anaphor") for i in rest)
    if len(row) < 2 or len({r.kind for r in row}) > 1 or question.names or not bare or any(i.has("kind") for i in rest):
        return None
    target = row[0 if "first" in question.marks else -1]
    return _tell(replace(question, items=tuple(rest)), target, known, memory, None)


def _settled_by_word(question: Question, marks: list[Item], known: Known) -> bool:
    """Whether the word of order is a word of some fact that accounts for the whole question ("the first photo")."""
    if not any(i.has("part", "contrary", "of_fact", "word", "asked") for i in marks):
        return False
    others = (known.records[id_] for id_ in likely(question, known) or known.records)
    whole = [f for r in others if r.kind != NAME_KIND and (f := whole_fit(question, r, known)) is not None]
    best = max((f.weight for f in whole), default=0.0)
    spoken = any(i.has("kind") and not i.has("light") for i in question.items)
    marks = [replace(m, senses=tuple(s for s in m.senses if s.id != "how_long")) for m in marks]  # "was last to go"
    return any(
        (f.kind_named or (f.names_hit and not spoken)) and f.weight > best - 0.5 and _by_word(f, marks) for f in whole
    )


def _nth(question: Question, known: Known, memory: Memory) -> Finding | None:
    """The one at a place in a row, unless the word for that place is a word of some fact."""
    ordinals = [i for i in question.items if i.has("nth")] if "nth" in question.tags else []
    return None if not ordinals or _settled_by_word(question, ordinals, known) else nth(question, known, memory)


def _by_word(found: Fit, marks: list[Item]) -> bool:
    id_ = found.record.fact.id
    return any(
        (s.tag == "word" and s.id == id_) or (s.tag in ("of_fact", "asked") and s.fact == id_) or (s.tag in ("part", "contrary") and (not s.fact or s.fact == f"kind:{found.record.kind}") and s.id in found.record.fact.parts)
        for i in marks for s in i.senses
    )  # fmt: skip


def _day_in_order(question: Question, known: Known) -> Finding | None:
    """All that somebody took part in on a day, in its order: "김 4일 일정 순서대로", "김 방문 당일 스케줄을 시간 순서대로"."""
    if "order" not in question.marks or question.yesno:
        return None
    agents = known.of_type(question.names, *AGENTS)
    plans = [i for i in question.items if i.text in SCHEDULE or i.text.endswith(" 일정")]
    if len(agents) != 1 or not plans:
        return None
    days = [i for i in question.items if i.has("when") or (i.has("story") and {"day"} & set(i.ids("sort")))]
    places = set(known.of_type(question.names, "place"))
    if not (days or places):
        return None
    here = (t for i in days for t in map(question.times.get, i.ids("when")) if t is not None and t.day)
    asked = next(here, None)
    row = []
    for record in known.records.values():
        parts = [known.part(record, p) for p in record.fact.parts]
        event = any(p.mutual for p in parts) or any(p.type == "place" and p.role != "to" for p in parts)
        mine = known.acts_in(agents[0], record)
        day = asked or (record.today if days else When())
        around = known.around(record.fact.parts["where"].names) if "where" in record.fact.parts else set()
        if places and not places <= around:
            continue
        if record.kind != NAME_KIND and event and mine and any(t.day and agree(day, t) for t in record.times):
            row.append(record)
    row.sort(key=lambda r: r.rank)
    manner: Literal["order", "tell"] = "order" if len(row) > 1 else "tell"
    return Settled(tuple(Answer(r) for r in row[:_MOST_IN_DAY]), manner) if row else None


_MOST_IN_DAY = 6


def _in_order(question: Question, known: Known) -> Finding | None:
    if "order" not in question.marks:
        return None
    marks = [i for i in question.items if "order" in i.ids("mark")]
    found = [f for f in whole_fits(question, known, marks) if f.record.rank and f.kind_named]
    kinds = [f.record.kind for f in sorted(found, key=lambda f: -f.weight)]
    row = sorted((f for f in found if f.record.kind == kinds[0]), key=lambda f: f.record.rank) if kinds else []
    return Settled(tuple(Answer(f.record) for f in row[:6]), "order") if len(row) > 1 else None
