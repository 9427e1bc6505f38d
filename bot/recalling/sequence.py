"""Yes/no questions about what came first: two facts that are set before and after one another, or one beside that told last."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bot.facts import AGENTS
from bot.finding import Answer, Finding, Settled, Untold
from bot.learning.dates import order
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.bounds import bound_of
from bot.recalling.fits import whole_fits
from bot.recalling.match import Fit, whole_fit
from bot.turn import Memory, Reason

_EARLIER, _LATER = frozenset({"first", "before"}), frozenset({"after", "next"})
_WEIGHTY = ("name", "word", "noun", "kind", "title", "when", "relative", "number", "of_fact")


def anchors(items: Sequence[Item]) -> list[Item]:
    """The words that may say by themselves what is spoken of; a verb may not."""
    return [i for i in items if i.has("name", "noun", "title") or (i.has("word") and not i.has("kind"))]


class _Claim(NamedTuple):
    """What a question says of the order of two things."""

    one: tuple[Item, ...]
    other: tuple[Item, ...]
    earlier: bool
    """Whether it says that the one came before the other."""


def after_its_event(question: Question, known: Known) -> Finding | None:
    """ "김이 말한 건 회의 전이야 후야?", "did Kim speak before the talks": of a fact told to have come after an event beside the mark."""
    if not question.yesno or question.alternatives:
        return None
    marks = [i for i in question.items if (_EARLIER | _LATER) & set(i.ids("mark")) and i.lends is None]
    rest = [i for i in _unmarked(question) if i.text]
    event = _event_beside(marks[0], rest, question) if len(marks) == 1 else []
    if not event:
        return None
    said = replace(question, items=tuple(i for i in rest if i not in event), marks=frozenset())
    told = [f for f in whole_fits(said, known) if "after" in f.record.fact.parts and _did(f.record, question)]
    for found in sorted(told, key=lambda f: -f.weight):
        events = [known.records[id_] for id_ in found.record.fact.after]
        here = next((r for r in events if _is_event(event, r, question, known)), None)
        if here is not None:
            which = "either_way" in question.marks
            holds = not which and not _says_earlier(marks[0])
            return Settled((Answer(here), Answer(found.record)), "list", holds=holds, before=which)
    return None


def _event_beside(mark: Item, rest: Sequence[Item], question: Question) -> list[Item]:
    """The words for the event that a mark of order is put to: right before it in Korean, all behind it in English."""
    if question.asked_in == "ko":
        noun = next((i for i in reversed(rest) if i.at < mark.at), None)
        event = noun is not None and noun.at >= mark.at - 2 and noun.has("kind") and not noun.has("name", "verb")
        return [noun] if noun is not None and event else []
    behind = [i for i in rest if i.at > mark.at] if {"before", "after"} & set(mark.ids("mark")) else []
    plain = not any(i.has("auxiliaries", "verb", "question", "number", "when", "daypart") for i in behind)
    thing = any(i.has("kind", "word") or "thing" in i.ids("anaphor") for i in behind)
    return behind if plain and thing and len(behind) <= _WORDS else []


_WORDS = 5
"""Words for an event at most: "the talks with Kim"."""


def _is_event(event: Sequence[Item], record: Record, question: Question, known: Known) -> bool:
    """Whether words for an event are of this one."""
    if question.asked_in == "ko":
        return record.kind in event[0].ids("kind")
    names = tuple(n for i in event for n in i.ids("name"))
    alone = replace(question, items=tuple(event), names=names, foci=(), marks=frozenset(), yesno=False)
    return whole_fit(alone, record, known) is not None


def _did(record: Record, question: Question) -> bool:
    """Whether those who are said to have done it did it in a fact."""
    roles = ("by", "topic") if question.asked_in == "ko" else ("by", "topic", "")
    doers = [i for i in question.items if i.role in roles and i.has("name")]
    names = [n for i in (doers if question.asked_in == "ko" else doers[:1]) for n in i.ids("name")]
    return bool(names) and all("by" in record.names.get(n, ()) for n in names)


def in_sequence(question: Question, known: Known) -> Finding | None:
    """Yes or no with both facts in their order; None where the question sets no two facts against one another."""
    if not question.yesno or question.alternatives or not question.marks & (_EARLIER | _LATER):
        return None
    if bound_of(question) is not None:
        return None  # "open after 9"
    claims = [c for c in _claims(question) if all(anchors(side) or _event(side) for side in (c.one, c.other))]
    if not claims:
        return None
    rest = replace(question, items=tuple(_unmarked(question)))
    whole = [f for f in whole_fits(rest, known) if f.kind_named or f.names_hit]
    if "first" in question.marks and any("first" in f.record.fact.parts for f in whole):
        return None  # "제휴한 건 김이 처음이야", where a fact tells whether it was
    if whole:  # one fact tells of both; who is in it tells nothing of an order
        named = "else" not in question.marks and any(_named_beside(c, f.record) for c in claims for f in whole)
        return Untold(Reason.NOT_STATED, (), whole[0].record) if named else None
    denied = any({"not", "undone"} & set(i.ids("mark")) and not i.has("auxiliaries", "confirm") for i in question.items)
    for claim in claims:
        one, other = (fact_of(items, question, known) for items in (claim.one, claim.other))
        if one is None or other is None or one.record is other.record:
            continue
        first = known.came_first(one.record, other.record)
        holds = first is claim.earlier
        if first is None or (holds and "close" in question.marks):  # no fact tells how soon
            return Untold(Reason.NOT_STATED, (), one.record)
        row = (one.record, other.record) if first else (other.record, one.record)
        which = "either_way" in question.marks
        return Settled(tuple(Answer(r) for r in row), "list", holds=first if which else holds != denied, before=which)
    return None


def enclosed(question: Question, known: Known) -> Finding | None:
    """ "Which town comes between Rome and Paris?", "whom did Kim meet between Park and Lee?": what of a row stands between the two."""
    if question.yesno or len(question.foci) != 1 or not _WHICH_ONE.issuperset(question.asks):
        return None
    ends = _ends(question)
    if len(ends) != 2:
        return None
    left, right = (set(i.ids("name")) for i in ends)
    others = {n for i in question.items if i not in ends for n in i.ids("name")[:1]}
    rows: dict[str, list[Record]] = {}
    for record in sorted(
        (r for r in known.records.values() if r.rank and others <= set(r.names)), key=lambda r: r.rank
    ):
        rows.setdefault(record.kind, []).append(record)
    for row in rows.values():
        first, last = (next((r for r in row if side & set(r.names)), None) for side in (left, right))
        apart = first is not None and last is not None and first.rank != last.rank
        if first is None or last is None or not apart or any(left & set(r.names) and right & set(r.names) for r in row):
            continue
        low, high = sorted((first.rank, last.rank))
        within = [r for r in row if low < r.rank < high]
        parts = [p for n in left for p in first.names.get(n, ())]
        held = [r for r in within if parts and parts[0] in r.fact.parts]
        if not held:
            return Untold(Reason.NOT_STATED, (), first)
        same = others | set.intersection(*(set(r.names) for r in row))
        answers = (
            Answer(r, tuple(parts[:1]), tuple(n for n in r.fact.parts[parts[0]].names if n not in same)) for r in held
        )
        return Settled(tuple(answers), "names")
    return None


def _ends(question: Question) -> list[Item]:
    """The two names between which something is asked for: "between Rome and Paris", "after Rome and before Paris"."""
    items = [i for i in question.items if i.text not in ("the", "right", "just")]
    at = next((n for n, i in enumerate(items) if i.text == "between" and i.lends is None), -1)
    if at >= 0:
        joined = [i.text for i in items[at + 2 : at + 3]] == ["and"] and not _is_of_both(items[:at])
        return [i for i in items[at + 1 : at + 4] if i.has("name")] if joined else []
    behind = {m.text: i for m, i in pairwise(items) if m.text in ("after", "before") and i.has("name")}
    return list(behind.values()) if len(behind) > 1 else []


def _is_of_both(items: Sequence[Item]) -> bool:
    """Whether a noun for what two have with one another ends a phrase: "the meeting between", not "did Kim meet between"."""
    noun = bool(items) and items[-1].has("kind") and not items[-1].has("light")
    return noun and not (len(items) > 1 and items[-2].has("name", "anaphor", "title"))


_WHICH_ONE = frozenset({"who", "which", "where", "what"})


def comes_next(question: Question, known: Known) -> Finding | None:
    """ "Does Kim visit Rome next?", "로마가 다음이야?": whether it is the first of its kind after the story's day."""
    if not question.yesno or question.alternatives or not question.names:
        return None
    marks = [i for i in question.items if "next" in i.ids("mark")]
    if not marks:
        return None
    found = [f for f in whole_fits(question, known, marks) if f.record.rank and f.names_hit]
    found = [f for f in found if f.kind_named] or [f for f in found if f.names_hit == len(question.names)]
    agents = set(known.of_type(question.names, *AGENTS))
    kinds = {f.record.kind for f in found}
    row = [r for r in known.records.values() if r.rank and r.kind in kinds and agents <= set(r.names)]
    ahead = [r for r in row if r.rank[:3] > order(r.today)[:3]]
    coming = min(ahead, key=lambda r: r.rank, default=None)
    if coming is None or (len(kinds) > 1 and not agents):
        return None
    return Settled((Answer(coming),), "yes" if any(f.record is coming for f in found) else "no")


def beside_told(question: Question, known: Known, memory: Memory) -> Finding | None:
    """ "Before or after Park?", "was that before the lunch?": the fact last told, held against that of which no more is said."""
    if not question.yesno or question.alternatives:
        return None
    here = known.records.get(memory.topic)
    marks = [i for i in question.items if {"before", "after"} & set(i.ids("mark"))]
    if len(marks) != 1:
        return None
    led = [i for i in question.items if i.at < marks[0].at and i.text]
    said = [i for i in question.items if i.at > marks[0].at]
    bare = all(i.has("light", "follow", "anaphor", "auxiliaries") and not i.has("name", "kind") for i in led)
    if not bare or not any(i.has("name", "kind", "noun", "word") for i in said):
        return None
    if here is None or not here.rank:  # "was that before the lunch?", of what has no time
        pointing = any("thing" in i.ids("anaphor") or i.text.split()[-1] == "that" for i in led)
        return Untold(Reason.NOT_STATED, (), here) if pointing else None
    other = fact_of(said, question, known, here)
    if other is None or other.record is here:
        return None
    first = known.came_first(here, other.record)
    if first is None or "close" in question.marks:
        return Untold(Reason.NOT_STATED, (), here)
    row = (here, other.record) if first else (other.record, here)
    which = "either_way" in question.marks
    holds = first if which or _says_earlier(marks[0]) else not first
    return Settled(tuple(Answer(r) for r in row), "list", holds=holds, before=which)


def _named_beside(claim: _Claim, record: Record) -> bool:
    """Whether the question sets a name in one fact before or after no more than another one in it: "did Kim see Park before Lee"."""
    beside = [i for i in claim.other if i not in claim.one]
    named = [i for i in claim.one if i.has("name")]
    if len(beside) != 1 or not beside[0].has("name") or not named:
        return False
    return all(set(i.ids("name")) & set(record.names) for i in (named[-1], beside[0]))


def fact_of(
    items: Sequence[Item],
    question: Question,
    known: Known,
    beside: Record | None = None,
    among: Collection[str] = (),
) -> Fit | None:
    """The fact with a time that accounts for all of a clause, of several the earliest; where none is called so, one of the kind of another fact.

    It is one of those that are given (their ids), where any are.
    """
    names = tuple(dict.fromkeys(n for i in items for n in i.ids("name")[:1]))
    alone = replace(question, items=tuple(items), names=names, foci=(), marks=frozenset())
    whole = [f for f in whole_fits(alone, known) if f.record.rank and (not among or f.record.fact.id in among)]
    whole.sort(key=lambda f: f.record.rank)
    if beside is not None:
        alike = [f for f in whole if f.record.kind == beside.kind and (f.names_hit or not names)]
        whole = [f for f in whole if f.kind_named] or alike
    top = max((f.weight for f in whole), default=0.0)
    near = [f for f in whole if f.weight > top - _LIKE]
    return max(near, key=lambda f: (f.record.fact.sure != "planned", f.record.current, f.weight), default=None)


_LIKE = 0.2
"""Two facts are meant as likely when their weights are no further apart."""


def _unmarked(question: Question) -> list[Item]:
    """The words without those of the order itself."""
    items = [i for i in question.items if i.lends is None]
    return [i for i in items if i.has("name") or not (_EARLIER | _LATER | {"order"}) & set(i.ids("mark"))]


def _claims(question: Question) -> list[_Claim]:
    items = [i for i in question.items if i.lends is None]
    rest = _unmarked(question)
    marks = [i for i in items if i not in rest and "order" not in i.ids("mark")]
    if not marks:
        return []
    korean = not marks[0].text.isascii()
    found = _korean(rest, marks) if korean else _english(rest, marks)
    return [c for c in found if c.one and c.other]


def _says_earlier(mark: Item) -> bool:
    return bool(_EARLIER & set(mark.ids("mark")))


def _english(rest: list[Item], marks: list[Item]) -> list[_Claim]:
    """ "Did Kim see Park before Lee?", "was the lunch after the talk?", "did she go to Lyon first and then to Rome?"."""
    mark = marks[0]
    left = [i for i in rest if i.at < mark.at]
    right = [i for i in rest if i.at > mark.at]
    kinds = [i for i in left if i.has("kind") and not i.has("light")]
    anchor = next(reversed(anchors(left) or kinds), None)
    if anchor is None or not right:
        return []
    shared = [i for i in left if i is not anchor]
    subjects = [i for i in shared if i.role in ("by", "topic") or not i.has(*_WEIGHTY)]
    ways = (shared, subjects) if any(i.has("kind") for i in right) else (shared,)
    if any("person" in i.ids("anaphor") and verb.has("kind") for i, verb in pairwise(right)):
        ways = (subjects,)  # "before he met Park"
    found = [_Claim(tuple(left), (*some, *right), _says_earlier(mark)) for some in ways]
    clause = _own_clause(right)
    return [*found, _Claim(tuple(left), clause, _says_earlier(mark))] if clause else found


def _own_clause(items: list[Item]) -> tuple[Item, ...]:
    """A clause of time that has a subject before its verb, or an event, and takes nothing from the other: "before Acme withdrew"."""
    verb = next((i for i in items if i.has("kind", "word") and not i.has("name", "noun")), None)
    led = [i for i in items if verb is not None and i.at < verb.at and i.has("name", "noun")]
    if not led and not _event(items):
        return ()
    return tuple(replace(i, role="") if i in led and i.role == "object" else i for i in items)


def _event(items: Sequence[Item]) -> bool:
    """Whether a clause is a noun that says what happened: "the strike", "Kim's resignation"."""
    return any(two.has("kind") and (one.text == "the" or one.role == "of") for one, two in pairwise(items))


def _korean(rest: list[Item], marks: list[Item]) -> list[_Claim]:
    """ "가나를 다라보다 먼저 만났나요?", "가나를 만난 뒤에 다라를 만났어?", "가나에 간 건 다라에 온 다음이야?"."""
    mark = marks[-1] if any(i.role == "than" for i in rest) else marks[0]
    subjects = [i for i in rest if i.has("name") and i.role in ("by", "topic")]
    standard = next((i for i in rest if i.role == "than"), None)
    after = [i for i in rest if i.at > mark.at]
    if standard is not None:
        beside = [i for i in rest if standard.at - 2 <= i.at < standard.at and i.role in ("", "of") and i.has("name")]
        there = [i for i in rest if i is not standard and i not in beside]
        named = anchors(there)
        near = next((i for i in named if i.at > standard.at), named[-1] if named else None)
        doer = next(
            (i for i in subjects if i is not near and i.at < standard.at), None
        )  # "가나가 다라보다 먼저 마바를"
        held = (*beside, replace(standard, role=""))
        claims: list[_Claim] = []
        for apart in (near, doer) if doer is not None else (near,):
            others = [i for i in there if i is not apart]
            plain = [i for i in others if i.has("verb") or not i.has("kind")]
            claims += [_Claim(tuple(there), (*some, *held), _says_earlier(mark)) for some in (others, plain)]
        return claims
    if anchors(after):  # "... 뒤에 ...": what stands behind came later
        before = [i for i in rest if i.at < mark.at]
        led = [i for i in subjects if i in before and i.at != max(b.at for b in before)]
        verbless = [] if any(i.has("kind") for i in before) else [i for i in after if i.has("kind")]
        inner = [p for p in mark.pieces if p.has("kind")]
        firstly = mark.ids("mark")[:1] == ("first",)  # "먼저 가나를 만나고 ..."
        earlier = not _says_earlier(mark) or firstly
        return [_Claim((*before, *inner, *verbless), (*led, *after), earlier)]
    sides = [i for i in anchors(rest) if i not in subjects]
    sides = sides if len(sides) > 1 else anchors(rest)
    if len(sides) < 2:
        return []
    second = sides[-1]
    one = [i for i in rest if i.at < second.at]
    other = [*(i for i in subjects if i in one and i is not sides[-2]), *(i for i in rest if i.at >= second.at)]
    return [_Claim(tuple(one), tuple(other), _says_earlier(mark))]
