"""Either/or questions: of the things that a question sets against one another, the one that a fact holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.facts import Texts, When
from bot.finding import Answer, Finding, Settled, Untold
from bot.language.senses import Sense
from bot.learning.dates import agree
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Focus, Item, Question
from bot.recalling.match import Fit
from bot.recalling.stale import stale
from bot.turn import Reason

_CLEAR = 0.5
"""So much better must one alternative fit than the others; with less between them, both are told."""


def either(
    question: Question, fits: Callable[[Question], Sequence[Fit]], known: Known, topic: Sequence[str] = ()
) -> Finding | None:
    """What holds: each alternative is held against the facts without the others; None where none or all of them fit."""
    set_apart = frozenset[int]().union(*question.alternatives)
    orders = _ORDER.intersection(m for i in question.items if i.at not in set_apart for m in i.ids("mark"))
    title = (not orders and _title_of(question, known)) or _house_of(question, known)
    if title:
        return title
    company = _alone_or_not(question, fits, known)
    if company is not None:
        return company
    of_told = _of_topic(question, fits, known, topic)
    if of_told is not None:
        return of_told
    found: list[tuple[Fit, list[Item]]] = []
    for alternative in question.alternatives:
        alone = _unordered(only(question, alternative), alternative)
        if alone.unknown:
            continue
        whole = [
            f
            for f in fits(alone)
            if not f.uncovered and (f.kind_named or f.names_hit or f.parts or f.record.fact.id in topic)
        ]
        items = [i for i in alone.items if i.at in alternative]
        if _says_after_what(question):
            whole = [f for f in whole if _followed(f.record, items, known)]
        elif orders:
            whole = [f for f in whole if f.record.rank] or whole
        if whole:
            found.append((max(whole, key=lambda f: f.weight), items))
    stranger = any(
        w[0].isupper() and at in set_apart for w, at in zip(question.unknown, question.unknown_at, strict=True)
    )
    if not found or (orders and stranger):  # "Kim or Foo first"
        return None
    if len(found) == len(question.alternatives) and orders and not _says_after_what(question):
        ranked = sorted((f for f in found if f[0].record.rank), key=lambda f: f[0].record.rank)
        if ranked and ranked[0][0].record is not ranked[-1][0].record:
            chosen, items = ranked[-1 if orders & {"last", "after"} else 0]
            event = any(i.has("kind") and not i.has("name") for i in items)
            return Settled((Answer(chosen.record),), "tell") if event else _tell(items, chosen, known, question)
    found = _in_part(found, question, set_apart, known) or found
    best = max(fit.weight for fit, _ in found)
    held = [(fit, items) for fit, items in found if fit.weight > best - _CLEAR]
    of_topic = [(fit, items) for fit, items in held if fit.record.fact.id in topic]
    if len(held) > len(of_topic) == 1:
        held = of_topic
    chief = max(found, key=lambda f: f[0].weight)[0].record
    several = [(f, items) for f, items in found if f.record is chief]
    if 1 < len(several) < len(question.alternatives):  # two of three that were in it
        joint = _all_of(several, known)
        if joint is not None:
            return joint
    if len(held) == len(question.alternatives):
        if question.asks == ("who",):
            return _all_of(held, known) if all(f.kind_named for f, _ in held) else None
        joint = _all_of(held, known) if not question.foci and all(f.kind_named for f, _ in held) else None
        return _doer(held, known) or _deciding(held, known) or joint
    return _tell([i for _, items in held for i in items], held[0][0], known, question)


def _in_part(
    found: list[tuple[Fit, list[Item]]], question: Question, set_apart: frozenset[int], known: Known
) -> list[tuple[Fit, list[Item]]]:
    """Those who stand in the part that a word of the question is for alone: "가나 다라 중에 불참한 사람"."""
    words = [i for i in question.items if i.at not in set_apart and not i.has("name", "kind", "light")]
    kept: list[tuple[Fit, list[Item]]] = []
    for fit, items in found:
        parts = fit.record.fact.parts
        named = [p for i in words for p in i.ids("part") if p in parts and known.part(fit.record, p).role == "none"]
        held = {n for p in named for n in parts[p].names}
        kept += [(fit, items)] if held & {n for i in items for n in i.ids("name")} else []
    return kept


def _alone_or_not(question: Question, fits: Callable[[Question], Sequence[Fit]], known: Known) -> Finding | None:
    """ "Did Kim come alone or with her aides?": who was there too, of the event that the rest speaks of."""
    set_apart = frozenset[int]().union(*question.alternatives)
    named = any(i.has("name") and i.at in set_apart for i in question.items)  # "alone or with Park"
    if question.foci or named or not any("alone" in i.ids("mark") for i in question.items):
        return None
    rest = [replace(i, lends=None) for i in question.items if i.has("name") or (i.has("kind") and not i.has("light"))]
    rest = [i for i in rest if "alone" not in i.ids("mark")]
    told = fits(replace(question, items=tuple(rest), alternatives=(), yesno=False, alone=False, unknown=()))
    for found in sorted(told, key=lambda f: -f.weight):
        extra = next(iter(known.extras(found.record)), None)
        if found.names_hit and extra:
            return Settled((Answer(found.record, (extra,)),), "value")
    return None


def _deciding(held: Sequence[tuple[Fit, list[Item]]], known: Known) -> Finding | None:
    """What a fact tells that accounts for all alternatives: a flag that one of them names, else a sentence of its own."""
    record = max((fit for fit, _ in held), key=lambda f: f.weight).record
    told = record.fact.parts
    senses = [
        s for _, items in held for i in items for s in i.senses if s.id in told and s.fact in ("", record.fact.id)
    ]
    flags = [s.id for s in senses if s.tag in ("part", "contrary") and known.part(record, s.id).type == "flag"]
    said = [s.id for s in senses if s.tag == "of_fact" and known.part(record, s.id).type == "text"]
    return next((_told(record, p, known) for p in (*flags, *said)), None)


def _told(record: Record, part: str, known: Known) -> Settled:
    """One part, and of a flag what it says without yes or no, which no either/or is answered by."""
    return Settled((Answer(record, (part,)),), "choice" if known.part(record, part).type == "flag" else "value")


def _doer(held: Sequence[tuple[Fit, list[Item]]], known: Known) -> Finding | None:
    """Who did it, where a firm and a head, or two titles, are set against one another as the subject: "기업이 했어 총리가 했어"."""
    record = held[0][0].record
    subjects = [i for _, items in held for i in items if i.role == "by" and not i.has("name")]
    if len(subjects) < len(held) or any(f.record is not record for f, _ in held):
        return None
    doers = {p: t.names for p, t in record.fact.parts.items() if known.part(record, p).role == "by" and t.names}
    for part, names in doers.items():
        meant = [i for i in subjects if any(_may_be(i, n, known) for n in names)]
        if len(meant) == 1:
            return Settled((Answer(record, (part,), tuple(names)),), "names")
    return None


def _may_be(item: Item, id_: str, known: Known) -> bool:
    """Whether a noun of a sort, or a title, may speak of a name."""
    return known.facts.names[id_].type in item.ids("sort") or bool(
        known.titles.get(id_, frozenset()) & set(item.ids("title"))
    )


def _says_after_what(question: Question) -> bool:
    """Whether each of two things is put as what it came after: "가나 회동 뒤야 다라 회동 뒤야"."""
    behind = [i for i in question.items if "after" in i.ids("mark") and "after" in i.ids("part")]
    return len(behind) >= len(question.alternatives) > 1


def _of_topic(
    question: Question, fits: Callable[[Question], Sequence[Fit]], known: Known, topic: Sequence[str]
) -> Finding | None:
    """What holds of the fact last told, where nothing but the alternatives is said: "at Acme or at the hotel"."""
    set_apart = frozenset[int]().union(*question.alternatives)
    said = [i for i in question.items if i.at not in set_apart and "either" not in i.ids("mark")]
    if not topic or not all(i.has("light", "prep", "follow") and not i.has("kind", "part") for i in said):
        return None
    held: list[tuple[Fit, list[Item]]] = []
    for alternative in question.alternatives:
        alone = _unordered(only(question, alternative), alternative)
        items = [i for i in alone.items if i.at in alternative]
        here = next((f for f in fits(alone) if f.record.fact.id in topic and not f.uncovered), None)
        if here is not None and not alone.unknown and any(i.has("name", "noun") for i in items):
            held.append((here, [_by_noun(i, here) for i in items]))
    return _tell(held[0][1], held[0][0], known, question) if len(held) == 1 else None


def _by_noun(item: Item, found: Fit) -> Item:
    """A common noun as the name in a fact that it speaks of there: "the hotel"."""
    meant = [n for n in item.ids("noun") if n in found.record.names]
    return replace(item, senses=(Sense("name", meant[0]),)) if len(meant) == 1 and not item.has("name") else item


def _all_of(held: Sequence[tuple[Fit, list[Item]]], known: Known) -> Finding | None:
    """All who are set against one another, where each of them did it."""
    found: list[Answer] = []
    for fit, items in held:
        for id_ in (n for i in items for n in i.ids("name")[:1]):
            stands = known.standing(id_, fit.record)
            if fit.record.kind != NAME_KIND and stands:
                found.append(Answer(fit.record, fit.record.names[stands[0]][:1], (id_,)))
    return Settled(tuple(found), "names") if len(found) == len(held) else None


def _title_of(question: Question, known: Known) -> Finding | None:
    """ "Is Kim the chairman or the vice chairman?": what the one who is named is, by their own entry."""
    sets = [_spanning(alternative, question.items) for alternative in question.alternatives]
    people = [i for i in question.items if i.has("name") and not any(i in items for items in sets)]
    first = sets[0] if sets else []
    if not people and len(first) == 1 and first[0].has("name") and " " in first[0].text:  # "is Kim chairman or ..."
        people, sets = first, sets[1:]
    houses = any(i.titled for i in sets[0]) if sets else False  # "the chairman of Acme or of Bolt"
    if houses and any(i.has("kind") and not i.has("light", "name", "title") for i in question.items):
        return None  # "did Kim meet the head of Acme or the chairman of Bolt"
    titles = bool(sets) and all(
        items and all(_says_title(i) or (houses and known.of_type(i.ids("name"), "organisation")) for i in items)
        for items in sets
    )
    if not titles or "who" in question.asks or len(people) != 1 or not known.of_type(people[0].ids("name"), "person"):
        return None
    record = known.entry(people[0].ids("name")[0])
    return Settled((Answer(record, ("title",)),), "value") if "title" in record.fact.parts else None


def _house_of(question: Question, known: Known) -> Finding | None:
    """ "김이 가나 사람이야 다라 사람이야", "is Kim from Acme or Bolt?": what the one who is of one of two houses is, by their own entry."""
    sets = [[i for i in question.items if i.at in alternative] for alternative in question.alternatives]
    houses = [
        known.of_type((n for i in items for n in i.ids("name") or i.ids("noun")), "organisation") for items in sets
    ]
    ends = map(max, question.alternatives)
    tied = all(any(i.at in (at + 1, at + 2) and _ties(i) for i in question.items) for at in ends)
    first = min(map(min, question.alternatives))
    tied |= any(first - 2 <= i.at < first and i.has("prep") and i.text in _OF_HOUSE for i in question.items)
    if not tied or not all(len(h) == 1 for h in houses) or any(i.has("kind") for i in _asking(question)):
        return None
    homes = {h[0] for h in houses}
    theirs = {n: homes & known.members[n] for i in question.items for n in known.of_type(i.ids("name"), "person")}
    at_home = [n for n, found in theirs.items() if len(found) == 1]
    if theirs and not any(theirs.values()) and any(i.at == first - 1 and i.text == "from" for i in question.items):
        return Untold(Reason.NOT_STATED)  # of neither house
    return Settled((Answer(known.entry(at_home[0]), ("title",)),), "value") if len(at_home) == 1 else None


_OF_HOUSE = frozenset({"from", "of", "with", "at"})


def _asking(question: Question) -> list[Item]:
    """The words of the clause that asks, but for names and courtesy."""
    return [i for i in question.items if i.lends is None and not i.has("name", "light")]


def _ties(item: Item) -> bool:
    """Whether a Korean noun behind a house makes it the one that somebody is of: 사람, 쪽, 소속."""
    return not item.text.isascii() and ("person" in item.ids("sort") or item.text in ("쪽", "측", "소속", "출신"))


def _followed(record: Record, items: Sequence[Item], known: Known) -> bool:
    """Whether a fact tells that it came after an event of one who is named."""
    names = {n for i in items for w in (i, *i.pieces) for n in w.ids("name")}
    events = [known.records[id_] for id_ in record.fact.after]
    return any(known.standing(n, e) for e in events for n in names)


def _spanning(alternative: frozenset[int], items: Sequence[Item]) -> list[Item]:
    """The items that the tokens of an alternative are in: a title and its house are one item of several tokens."""
    ends = [i.at for i in items[1:]] + [max(alternative, default=0) + 1]
    return [i for i, end in zip(items, ends, strict=True) if any(i.at <= n < end for n in alternative)]


def _says_title(item: Item) -> bool:
    """Whether a word is a title, with the house beside it or without: "the chairman of Acme or the vice chairman"."""
    return item.titled or (item.has("title") and not item.has("name"))


_ORDER = frozenset({"first", "last", "before", "after", "earlier"})


def _unordered(question: Question, alternative: frozenset[int]) -> Question:
    """Without the words that choose by order, which no single fact accounts for; one that a fact has, and that is set apart, stays."""
    kept = {i.at for i in question.items if i.at in alternative and i.has("of_fact") and not i.has("part")}
    return replace(
        question,
        items=tuple(i for i in question.items if not _ORDER & set(i.ids("mark")) or i.has("name") or i.at in kept),
    )


def _weighed(item: Item) -> Item:
    """An event that is set against another counts, in whatever clause it stands: "김하나 사임하고 파업, 뭐가 먼저야"."""
    return replace(item, lends=None) if item.has("kind", "noun") and not item.has("name") else item


def only(question: Question, alternative: frozenset[int]) -> Question:
    """The question without the words of all other alternatives, asked for yes or no."""
    gone = frozenset[int]().union(*(a for a in question.alternatives if a is not alternative))
    return replace(
        question,
        items=tuple(
            (replace(i, role="") if question.asks == ("who",) else _weighed(i)) if i.at in alternative else i
            for i in question.items
            if i.at not in gone and "either" not in i.ids("mark")
        ),
        unknown=tuple(w for w, at in zip(question.unknown, question.unknown_at, strict=True) if at not in gone),
        unknown_at=tuple(at for at in question.unknown_at if at not in gone),
        names=tuple(n for n in question.names if any(n in i.ids("name") for i in question.items if i.at not in gone)),
        foci=(),
        yesno=True,
        alternatives=(),
    )


def _tell(held: list[Item], found: Fit, known: Known, question: Question) -> Finding:
    record, told = found.record, found.record.fact.parts
    if _says_after_what(question):
        return Settled((Answer(record, ("after",)),), "value")
    for item in held:
        for id_ in item.ids("name"):
            stands = known.standing(id_, record)
            if stands and record.kind != NAME_KIND:
                return Settled((Answer(record, record.names[stands[0]][:1], (id_,)),), "names")
        if item.has("title") and "title" in record.fact.parts:
            return Settled((Answer(record, ("title",)),), "value")
        part = _time_with(item, found, question)
        if part is not None:
            return Settled((Answer(record, (part,)),), "value")
        figure = next(map(float, item.ids("number")), None)
        part = next((p for p, t in told.items() if figure is not None and t.tells(figure)), None)
        if part is not None and part in found.parts:
            return Settled((Answer(record, (part,)),), "value")
        part = _text_with(item, record, question)
        if part is not None:
            return Settled((Answer(record, (part,)),), "value")
    asked = {p for i in held for p in (*i.ids("part"), *i.ids("contrary"))}
    beside = [s.id for i in held for s in i.senses if s[::2] == ("of_fact", record.fact.id)]
    asked |= {p for p in beside if known.part(record, p).type == "text"}
    fresh = (p for p in found.parts if p in asked and not stale(told[p], Focus("what"), question, known))
    part = next(fresh, None)  # the sum that the question itself says settles nothing
    part = part or next((p for p in beside if known.part(record, p).extra), None)  # "alone, or with her aides"
    return _told(record, part, known) if part is not None else Settled((Answer(record),), "tell")


def _time_with(item: Item, found: Fit, question: Question) -> str | None:
    """The part whose time is the one said, before the day of it all: "ended at 4:40 or at 5:40"."""
    if not item.has("daypart", "when", "relative", "weekday"):
        return None
    told = found.record.fact.parts
    asked = [question.times[t] for t in item.ids("when")] or [When(daypart=d) for d in item.ids("daypart")]
    times = {p: [v for v in told[p].values if isinstance(v, When)] for p in (*found.parts, *told)}
    so = (p for p, values in times.items() if any(agree(a, v) for a in asked for v in values))
    return next(so, "when" if "when" in told else None)


def _text_with(item: Item, record: Record, question: Question) -> str | None:
    """The part of a fact whose text has a word, or is the way that a Korean word with 로 says: "배로 왔어 기차로 왔어"."""
    if not item.text or item.has("name", "kind", "contrary", "part"):
        return None
    texts = {p: v.items for p, t in record.fact.parts.items() for v in t.values if isinstance(v, Texts) and p != "said"}
    way = any(f"{item.text}{particle}" in question.text for particle in ("로", "으로"))
    saying = (p for p, said in texts.items() if any(item.text in text[question.lang] for text in said))
    return next(saying, "how" if way and "how" in texts else None)
