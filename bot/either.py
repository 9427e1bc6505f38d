"""Either/or questions: of the things that a question sets against one another, the one that a fact holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.finding import Answer, Finding, Settled
from bot.known import NAME_KIND, Known
from bot.match import Fit
from bot.question import Focus, Item, Question
from bot.senses import Sense
from bot.stale import stale

_CLEAR = 0.5
"""So much better must one alternative fit than the others; with less between them, both are told."""


def either(
    question: Question, fits: Callable[[Question], Sequence[Fit]], known: Known, topic: Sequence[str] = ()
) -> Finding | None:
    """What holds: each alternative is held against the facts without the others; None where none or all of them fit."""
    title = _title_of(question, known)
    if title is not None:
        return title
    of_told = _of_topic(question, fits, known, topic)
    if of_told is not None:
        return of_told
    found: list[tuple[Fit, list[Item]]] = []
    for alternative in question.alternatives:
        alone = _unordered(only(question, alternative))
        if alone.unknown:
            continue
        whole = [
            f
            for f in fits(alone)
            if not f.uncovered and (f.kind_named or f.names_hit or f.parts or f.record.fact.id in topic)
        ]
        if question.marks & _ORDER:
            whole = [f for f in whole if f.record.rank] or whole
        if whole:
            found.append((max(whole, key=lambda f: f.weight), [i for i in alone.items if i.at in alternative]))
    if not found:
        return None
    if len(found) == len(question.alternatives) and question.marks & _ORDER:
        ranked = sorted((f for f in found if f[0].record.rank), key=lambda f: f[0].record.rank)
        if ranked and ranked[0][0].record is not ranked[-1][0].record:
            chosen, items = ranked[-1 if question.marks & {"last", "after"} else 0]
            event = any(i.has("kind") and not i.has("name") for i in items)
            return Settled((Answer(chosen.record),), "tell") if event else _tell(items, chosen, known, question)
    best = max(fit.weight for fit, _ in found)
    held = [(fit, items) for fit, items in found if fit.weight > best - _CLEAR]
    of_topic = [(fit, items) for fit, items in held if fit.record.fact.id in topic]
    if len(held) > len(of_topic) == 1:
        held = of_topic
    if len(held) == len(question.alternatives):
        if question.asks == ("who",):
            return _all_of(held, known) if all(f.kind_named for f, _ in held) else None
        return _deciding(held, known)
    return _tell([i for _, items in held for i in items], held[0][0], known, question)


def _deciding(held: Sequence[tuple[Fit, list[Item]]], known: Known) -> Finding | None:
    """What a fact tells that accounts for all alternatives: a flag that one of them names, else a sentence of its own."""
    record = max((fit for fit, _ in held), key=lambda f: f.weight).record
    told = record.fact.parts
    senses = [
        s for _, items in held for i in items for s in i.senses if s.id in told and s.fact in ("", record.fact.id)
    ]
    flags = [s.id for s in senses if s.tag in ("part", "contrary") and known.part(record, s.id).type == "flag"]
    said = [s.id for s in senses if s.tag == "of_fact" and known.part(record, s.id).type == "text"]
    return next((Settled((Answer(record, (p,)),), "value") for p in (*flags, *said)), None)


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
        alone = _unordered(only(question, alternative))
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
    titles = bool(sets) and all(
        items and all(_says_title(i) or (houses and known.of_type(i.ids("name"), "organisation")) for i in items)
        for items in sets
    )
    if not titles or "who" in question.asks or len(people) != 1 or not known.of_type(people[0].ids("name"), "person"):
        return None
    record = known.entry(people[0].ids("name")[0])
    return Settled((Answer(record, ("title",)),), "value") if "title" in record.fact.parts else None


def _spanning(alternative: frozenset[int], items: Sequence[Item]) -> list[Item]:
    """The items that the tokens of an alternative are in: a title and its house are one item of several tokens."""
    ends = [i.at for i in items[1:]] + [max(alternative, default=0) + 1]
    return [i for i, end in zip(items, ends, strict=True) if any(i.at <= n < end for n in alternative)]


def _says_title(item: Item) -> bool:
    """Whether a word is a title, with the house beside it or without: "the chairman of Acme or the vice chairman"."""
    return item.titled or (item.has("title") and not item.has("name"))


_ORDER = frozenset({"first", "last", "before", "after", "earlier"})


def _unordered(question: Question) -> Question:
    """Without the words that choose by order, which no single fact accounts for."""
    return replace(question, items=tuple(i for i in question.items if not _ORDER & set(i.ids("mark")) or i.has("name")))


def only(question: Question, alternative: frozenset[int]) -> Question:
    """The question without the words of all other alternatives, asked for yes or no."""
    gone = frozenset[int]().union(*(a for a in question.alternatives if a is not alternative))
    return replace(
        question,
        items=tuple(
            replace(i, role="") if i.at in alternative and question.asks == ("who",) else i
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
    for item in held:
        for id_ in item.ids("name"):
            stands = known.standing(id_, record)
            if stands and record.kind != NAME_KIND:
                return Settled((Answer(record, record.names[stands[0]][:1], (id_,)),), "names")
        if item.has("title") and "title" in record.fact.parts:
            return Settled((Answer(record, ("title",)),), "value")
        if item.has("daypart", "when", "relative", "weekday") and "when" in record.fact.parts:
            return Settled((Answer(record, ("when",)),), "value")
    asked = {p for i in held for p in (*i.ids("part"), *i.ids("contrary"))}
    asked |= {p for i in held for p in i.ids("of_fact") if known.part(record, p).type == "text"}
    fresh = (p for p in found.parts if p in asked and not stale(told[p], Focus("what"), question, known))
    part = next(fresh, None)  # the sum that the question itself says settles nothing
    if part is not None:
        return Settled((Answer(record, (part,)),), "value")
    return Settled((Answer(record),), "tell")
