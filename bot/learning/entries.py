"""Facts and names as records: what stands in each, what belongs to it, where it stands in time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from bot.facts import (
    AGENTS,
    Amount,
    Fact,
    Facts,
    Flag,
    Kind,
    Name,
    Names,
    Part,
    Place,
    Text,
    Texts,
    Told,
    When,
    Words,
    in_both,
)
from bot.language.senses import is_money
from bot.language.text import pressed
from bot.learning import dates
from bot.learning.known import CERTAIN, NAME_KIND, Record
from bot.turn import LANGS, Lang


def belongs(id_: str, all_names: Mapping[str, Name]) -> Iterator[str]:
    seen: set[str] = {id_}
    queue = [id_]
    while queue:
        name = all_names.get(queue.pop(0))
        if name is None:
            continue
        for other in (*name.of, *((name.country,) if name.country else ())):
            if other not in seen:
                seen.add(other)
                queue.append(other)
                yield other


def name_kind(facts: Facts) -> Kind:
    """The kind that names' own entries are of; there a part of theirs keeps its words though the base gives it others.

    So it is still understood who works for whom, but for the words that the base has for something else.
    """
    taken = {
        w
        for k in facts.kinds.values()
        for words in (k.words, *(p.words for p in k.parts.values()))
        for w in in_both(words)
    }
    taken |= {w for p in facts.parts.values() for w in in_both(p.words)}
    given = {p: words for p in _OF_ENTRIES if (words := facts.shipped.get(p, {})) != facts.parts[p].words}
    parts = {**facts.parts, **{p: _with_words(facts.parts[p], words, taken) for p, words in given.items()}}
    return Kind(NAME_KIND, Text("who or what it is", "소개"), {}, parts, {}, Place("", 1))


_OF_ENTRIES = ("title", "of", "in", "country", "is")
"""Parts that are made of what stands at a name."""


def _with_words(part: Part, words: Words, taken: Collection[str]) -> Part:
    more = {lang: tuple(w for w in words.get(lang, ()) if w not in taken) for lang in LANGS}
    return replace(part, words={lang: (*part.words.get(lang, ()), *more[lang]) for lang in LANGS})


def of_itself(name: Name, facts: Facts) -> Fact:
    """A name's entry as a fact about the name."""
    parts = dict(name.parts)
    if name.title:
        parts["title"] = Told((Texts((name.title,)),), words=name.titles)
    around = tuple(n for n in name.of if n in facts.names and facts.names[n].type == "place")
    whose = tuple(n for n in name.of if n not in around) if name.type == "place" else name.of
    if whose:
        parts.setdefault("of", Told((Names(whose),)))
    if around and name.type != "person":
        parts.setdefault("in", Told((Names(around),)))
    if name.country:
        parts.setdefault("country", Told((Names((name.country,)),)))
    parts.setdefault("spelt", Told((), says=_both_scripts(name)))
    if name.about:
        parts.setdefault("is", Told((Texts((name.about,)),)))
    home = next((f.story for f in facts.facts.values() if any(name.id in t.names for t in f.parts.values())), "")
    story = home or next(iter(facts.stories), "")
    source = facts.stories[story].source if story else ""
    return Fact(
        f"name:{name.id}",
        story,
        NAME_KIND,
        name.place,
        name.name,
        parts,
        names=(name.id,),
        source=name.source or source,
    )


def with_doubt(fact: Fact, wording: Mapping[Lang, str]) -> Fact:
    """A fact that is only reported, or a part of it, with a flag that says so to whoever asks whether it is confirmed."""
    reported = fact.sure == "reported" or any(t.sure == "reported" for t in fact.parts.values())
    if not reported or CERTAIN in fact.parts:
        return fact
    told = Told((Flag(False),), says=Text(wording["en"], wording["ko"]))
    return replace(fact, parts={**fact.parts, CERTAIN: told})


def with_open(
    fact: Fact, replies: Mapping[str, Text], words: Mapping[str, Words], contrary: Mapping[str, Words]
) -> Fact:
    """A fact with a part for all that is not disclosed, and not decided yet: what says so to whoever asks for it, or whether it is.

    For each of the two: the reply, and the words by which people ask whether it was told ("disclosed"), and whether not ("secret").
    """
    told = {
        part: Told((), says=replies[sort], words=words[sort], contrary=contrary[sort], open=True)
        for sort, parts in (("withheld", fact.withheld), ("undecided", fact.undecided))
        for part in parts
    }
    return replace(fact, parts={**fact.parts, **told}) if told else fact


def with_start(fact: Fact) -> Fact:
    """A fact that lasts, and whose time tells a day and an hour, with that for its start; so too where the hour stands apart.

    What came after another fact and what has a start of its own stay as they are; so does what has no length, as a landing.
    """
    told = _hours(fact)
    if told is None or {"start", "after"} & {*fact.parts, *fact.not_told}:
        return fact
    return replace(fact, parts={**fact.parts, "start": told}) if _LASTING & {*fact.parts, *fact.not_told} else fact


def _hours(fact: Fact) -> Told | None:
    """The times of a fact with their hours, all of which must be told; an hour that stands apart is that of its day."""
    when, clock = fact.parts.get("when"), fact.parts.get("clock")
    days = [v for v in when.values if isinstance(v, When) and v.year] if when is not None else []
    if when is not None and all(v.hour is not None for v in days) and len(days) == len(when.values):
        return when
    hours = [v for v in clock.values if isinstance(v, When) and v.hour is not None] if clock is not None else []
    if clock is None or len(hours) != len(clock.values):
        return None
    if len(days) == len(hours) == 1 and days[0].until is None:
        return Told((replace(days[0], hour=hours[0].hour, minute=hours[0].minute),))
    return clock


_LASTING = frozenset({"how_long", "end", "how_many", "also", "about"})
"""Parts of what takes its time, and of where people come together."""


def with_length(fact: Fact) -> Fact:
    """A fact that tells from which day to which it lasts, and not how long that is, with those days for its length."""
    told = fact.parts
    if fact.kind is None or "how_long" in {*told, *fact.not_told}:
        return fact
    when = _single(told.get("when"))
    if when is None or when.until is None:
        start, end = _single(told.get("start")), _single(told.get("end"))
        when = replace(start, until=end) if start is not None and end is not None else None
    if when is None or not when.year or when.hour is not None or when.until is None or when.until.hour is not None:
        return fact
    return replace(fact, parts={**told, "how_long": Told((when,))})


def _single(told: Told | None) -> When | None:
    """The one time that a part tells; None where it tells none, or several."""
    value = told.values[0] if told is not None and len(told.values) == 1 else None
    return value if isinstance(value, When) else None


def with_price(fact: Fact, facts: Facts, prices: Mapping[Lang, Prices], wording: Mapping[Lang, str]) -> Fact:
    """A fact with a flag that says that it is free, and no sum of money, with that for its price."""
    kind = facts.kinds.get(fact.kind or "")
    amounts = (v for t in fact.parts.values() for v in t.values if isinstance(v, Amount))
    if kind is None or "how_much" in {*fact.parts, *fact.not_told} or any(is_money(v.unit) for v in amounts):
        return fact
    for part, told in fact.parts.items():
        words = (kind.parts.get(part) or facts.parts[part]).words
        free = any(set(words.get(lang, ())) & prices[lang].free for lang in LANGS)
        paid = not free and any(set(words.get(lang, ())) & prices[lang].paid for lang in LANGS)
        if (free and told.values == (Flag(True),)) or (paid and told.values == (Flag(False),)):
            price = Told((Amount(0, "KRW"),), says=Text(wording["en"], wording["ko"]))
            return replace(fact, parts={**fact.parts, "charge": price})
    return fact


class Prices(NamedTuple):
    """The words of a language for what costs nothing, and for what must be paid."""

    free: frozenset[str]
    paid: frozenset[str]


def _both_scripts(name: Name) -> Text:
    """A name as it is written in English and in Korean."""
    en, ko = name.name["en"], name.name["ko"]
    return Text(f"{en} in English, {ko} in Korean.", f"영어로는 {en}, 한글로는 {ko}입니다.")


def record_of(
    fact: Fact, facts: Facts, members: Mapping[str, frozenset[str]], ranks: Mapping[str, tuple[int, ...]],
    phrasings: tuple[frozenset[int], ...],
) -> Record:  # fmt: skip
    found: dict[str, tuple[str, ...]] = dict.fromkeys(fact.names, ())
    times: list[When] = []
    figures: set[tuple[float, str]] = set()
    for part, told in fact.parts.items():
        for id_ in told.names:
            found[id_] = (*found.get(id_, ()), part)
        for value in told.values:
            if isinstance(value, When):
                times += (value,) if part != "how_long" else ()  # made of the others
            elif isinstance(value, Amount) and part != "charge":  # what is free is no sum of money
                figures.update((piece.value, piece.unit) for piece in (value, *value.pieces))
    if not any(t.month for t in times):
        times += _days_in(fact)
    wider = {id_: members.get(id_, frozenset()) for id_ in found}
    agents = [id_ for id_ in found if facts.names[id_].type in AGENTS]
    near = {w for id_ in found for w in wider[id_] if id_ not in agents or facts.names[w].type != "place"}
    near |= set(_scene(fact, facts))
    countries = {w for id_ in agents for w in wider[id_] if facts.names[w].type == "place"}
    story = facts.stories.get(fact.story)
    today = story.date if story else When()
    return Record(
        fact, fact.kind or "", found, frozenset(near - set(found)), frozenset(countries), frozenset(figures), tuple(times), today,
        _current(fact, times, today), ranks.get(fact.id, ()), _kinds_of(fact, facts), phrasings,
        tuple(pressed(fact.title[lang]) for lang in LANGS) if fact.title else (),
    )  # fmt: skip


def _days_in(fact: Fact) -> list[When]:
    """The days of a year that a fact's own words are, and nothing else: "December 25", of what is so every year."""
    spans = [(w, s) for w in in_both(fact.words) if any(c.isdigit() for c in w) for s in dates.find(w)]
    return [s.when for w, s in spans if s.when.month and s.when.day and not s.when.until and s.end - s.start == len(w)]


def _scene(fact: Fact, facts: Facts) -> tuple[str, ...]:
    """Where the fact was that somebody's words came after, which tell no place of their own: "what did Kim say at the hall"."""
    if "said" not in fact.parts or "where" in (*fact.parts, *fact.not_told) or _after(fact) not in facts.facts:
        return ()
    place = facts.facts[str(_after(fact))].parts.get("where")
    return place.names if place is not None else ()


def _kinds_of(fact: Fact, facts: Facts) -> frozenset[str]:
    events = (id_ for told in fact.parts.values() for id_ in told.events)
    return frozenset(kind for id_ in events if id_ in facts.facts and (kind := facts.facts[id_].kind))


def _current(fact: Fact, times: list[When], today: When) -> bool:
    return all(dates.order(t)[:3] >= dates.order(today)[:3] for t in times if t.year) or fact.kind is None


def ranks_of(facts: Facts) -> dict[str, tuple[int, ...]]:
    """A sort key in time for each fact; `after` puts a fact right behind the one it names, and one without a date right before."""
    ranks: dict[str, tuple[int, ...]] = {}
    for n, fact in enumerate(facts.facts.values()):
        if fact.when is not None:
            ranks[fact.id] = (*dates.order(fact.when), 0, n)
    for n, fact in enumerate(facts.facts.values()):
        previous = _after(fact)
        if fact.id in ranks and previous in facts.facts and previous not in ranks:
            behind = ranks[fact.id]
            ranks[previous] = (*behind[:5], behind[5] - 1, n)
    for _ in facts.facts:
        for fact in facts.facts.values():
            previous = _after(fact)
            if previous in ranks and fact.id in ranks:
                before = ranks[previous]
                if ranks[fact.id][:6] <= before[:6]:
                    ranks[fact.id] = (*before[:5], before[5] + 1, ranks[fact.id][6])
    return ranks


def index_of(
    records: Mapping[str, Record], facts: Facts, titles: Mapping[str, frozenset[str]]
) -> Mapping[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for id_, record in records.items():
        kind = facts.kinds.get(record.kind)
        keys = {("kind", k) for k in (record.kind, *(kind.like if kind else ()), *record.of_kinds)}
        keys |= {("part", p) for p in (*record.fact.parts, *record.fact.not_told)}
        for name in (*record.names, *record.near, *record.countries):
            keys |= {("name", name), ("noun", name)}
        keys |= {("number", str(value)) for value, _ in record.figures}
        keys |= {("title", t) for n in record.names for t in titles.get(n, ())}
        for key in keys:
            found.setdefault(key, set()).add(id_)
    return {key: frozenset(ids) for key, ids in found.items()}


def _after(fact: Fact) -> str:
    return next(iter(fact.after), "")
