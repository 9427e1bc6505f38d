"""Rules about the facts themselves: what is well written, and yet wrong or doubtful; with those of names and wordings.

Each takes the fact base and a way to find the place of a text, and yields the problems it finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import combinations

from bot.authors.factplaces import Places
from bot.factrules import spellings, wordings
from bot.facts import Amount, Event, Fact, Facts, Flag, Kind, Names, Place, Told, Value, When
from bot.language.text import bare
from bot.problems import Problem
from bot.turn import LANGS, Lang


def told_and_not_told(facts: Facts, places: Places) -> Iterator[Problem]:
    """A fact tells a part that it also says is not told.

    Wrong:
        facts:
          a-walk: {kind: outing, who: mina-park, where: hill-park, not_told: [where]}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park, where: hill-park, not_told: [why]}
    """
    for fact in facts.facts.values():
        lists = (("not_told", fact.not_told), ("withheld", fact.withheld), ("undecided", fact.undecided))
        for key, part in ((key, part) for key, parts in lists for part in parts):
            if part in fact.parts:
                place = places.value(fact.place, key, part)
                message = (
                    f"'{part}' is told at {places.of(fact.place, part)}, and cannot be {key.replace('_', ' ')} too"
                )
                yield Problem(place, "told-and-not-told", message, "take it from one of the two")


def asked_twice(facts: Facts, places: Places) -> Iterator[Problem]:
    """Two facts that are simply told are asked for in the same words, and tell different things.

    A question would have two answers. Where both are so, give one of them a word more by which people ask for it.

    Wrong:
        facts:
          dogs: {told: {en: Dogs may come., ko: 개도 됩니다.}, asked: {en: [bring dog], ko: [개]}}
          no-dogs: {told: {en: No dogs., ko: 개는 안 됩니다.}, asked: {en: [dog bring], ko: [강아지]}}
    Right:
        facts:
          dogs: {told: {en: Dogs may come., ko: 개도 됩니다.}, asked: {en: [bring dog], ko: [개]}}
          no-cats: {told: {en: No cats., ko: 고양이는 안 됩니다.}, asked: {en: [bring cat], ko: [고양이]}}
    """
    first: dict[object, tuple[Fact, str]] = {}
    for fact in facts.facts.values():
        for lang, text in _asked(fact):
            other, words = first.setdefault((lang, frozenset(bare(text).split())), (fact, text))
            if other.told != fact.told:
                message = f"'{text}' asks for '{other.id}' too, at {places.of(other.place, words)}"
                mend = "correct one of the two, or give one of them a word more"
                yield Problem(places.of(fact.place, text), "asked-twice", message, mend)


def _asked(fact: Fact) -> Iterator[tuple[Lang, str]]:
    yield from ((lang, text) for lang in LANGS for text in fact.asked.get(lang, ()))


def contradiction(facts: Facts, places: Places) -> Iterator[Problem]:
    """Two facts of one kind, with the same names on the same day, say different things.

    A question for that part would have two answers. Where both are so (two matches on one day), tell them apart by a
    name, an hour or the part of the day; by another part (`for`); or by a title with the figure or day in which they
    differ ("award at 10 years").

    Wrong:
        facts:
          a-walk: {kind: outing, who: mina-park, when: 2031-05-05, rain: yes}
          the-walk: {kind: outing, who: mina-park, when: 2031-05-05, rain: no}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park, when: 2031-05-05, rain: yes}
          the-walk: {kind: outing, who: joon-seo, when: 2031-05-05, rain: no}
    """
    same: dict[object, list[Fact]] = {}
    for fact in facts.facts.values():
        if fact.kind is not None and (who := _who(fact, facts.kinds[fact.kind])):
            same.setdefault((fact.kind, who, _day(fact)), []).append(fact)
    for group in same.values():
        for first, second in combinations(group, 2):
            differing = [p for p in second.parts if p in first.parts and _differ(first.parts[p], second.parts[p])]
            if differing and not _told_apart(first, second, differing):
                for part in differing:
                    place = places.of(second.place, part)
                    message = f"'{part}' is told otherwise by '{first.id}', at {places.of(first.place, part)}"
                    mend = "correct one of the two, or tell what sets the facts apart"
                    yield Problem(place, "contradiction", message, mend)


def _told_apart(first: Fact, second: Fact, differing: Collection[str]) -> bool:
    """Whether a question can speak of one of two facts alone: another part, or their titles, set them apart."""
    others = (first.parts.keys() & second.parts.keys()) - set(differing)
    return any(first.parts[p].values != second.parts[p].values for p in others) or any(
        _entitled(first, part) and _entitled(second, part) for part in differing
    )


def _entitled(fact: Fact, part: str) -> bool:
    """Whether the figure or day of a part stands in the title of its fact."""
    value = fact.parts[part].values[0]
    figure = f"{value.value:g}" if isinstance(value, Amount) else str(value.day) if isinstance(value, When) else ""
    return bool(fact.title and figure) and figure in re.findall(r"\d+", fact.title.en if fact.title else "")


def _who(fact: Fact, kind: Kind) -> frozenset[tuple[str, str]]:
    """The names of a fact by part, the place apart, since that may be what differs."""
    named = (
        (part, id_)
        for part, told in fact.parts.items()
        for value in told.values
        if isinstance(value, Names) and kind.parts[part].type != "place" and not kind.parts[part].extra
        for id_ in value.ids
    )
    return frozenset(named)


def _day(fact: Fact) -> tuple[Value, ...]:
    return fact.parts["when"].values if "when" in fact.parts else ()


def _differ(first: Told, second: Told) -> bool:
    """Whether two values cannot both be so. Texts and names can: they may complete one another."""
    if len(first.values) != 1 or len(second.values) != 1 or type(first.values[0]) is not type(second.values[0]):
        return False
    one, other = first.values[0], second.values[0]
    if isinstance(one, Amount) and isinstance(other, Amount):
        return (
            (one.unit, one.per) == (other.unit, other.per)
            and one.value != other.value
            and not (one.about or other.about)
        )
    return isinstance(one, Flag | When) and one != other


def in_itself(facts: Facts, places: Places) -> Iterator[Problem]:
    """A name belongs, in the end, to itself; or a fact comes after itself.

    Wrong:
        places:
          pond: {name: {en: the pond, ko: 연못}, of: garden}
          garden: {name: {en: the garden, ko: 뜰}, of: pond}
    Right:
        places:
          pond: {name: {en: the pond, ko: 연못}, of: garden}
          garden: {name: {en: the garden, ko: 뜰}}
    """
    above = {name.id: name.of for name in facts.names.values()}
    yield from (_circle(facts.names[id_].place, "of", id_, places) for id_ in _circles(above))
    before = {
        fact.id: [v.id for v in fact.parts["after"].values if isinstance(v, Event)] if "after" in fact.parts else []
        for fact in facts.facts.values()
    }
    yield from (_circle(facts.facts[id_].place, "after", id_, places) for id_ in _circles(before))


def _circle(record: Place, key: str, id_: str, places: Places) -> Problem:
    message = f"following `{key}` from '{id_}' leads back to '{id_}'"
    return Problem(places.of(record, key), "in-itself", message, f"take one `{key}` away")


def _circles(steps: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Of every circle the id that stands last in the files."""
    done: set[str] = set()
    for start in reversed(list(steps)):
        seen, queue = set[str](), list(steps[start])
        while queue:
            here = queue.pop()
            if here not in seen:
                seen.add(here)
                queue += steps.get(here, ())
        if start in seen and start not in done:
            done |= seen
            yield start


def later_than_source(facts: Facts, places: Places) -> Iterator[Problem]:
    """A fact is stated as done on a day after its source was published: the date is wrong, or it was planned.

    Wrong:
        source: {outlet: {en: The Kite Letter, ko: 연 소식}, date: 2031-05-06}
        facts:
          a-walk: {kind: outing, who: mina-park, when: 2031-06-05}
    Right:
        source: {outlet: {en: The Kite Letter, ko: 연 소식}, date: 2031-05-06}
        facts:
          a-walk: {kind: outing, who: mina-park, when: 2031-06-05, sure: planned}
    """
    for fact in facts.facts.values():
        published = facts.sources[fact.source].date if fact.source in facts.sources else None
        told = fact.parts.get("when")
        if not published or told is None or (told.sure or fact.sure) in ("planned", "reported"):
            continue
        for when in told.values:
            if isinstance(when, When) and when.year and _iso(when) > published[: len(_iso(when))]:
                message = f"this day comes after {published}, when the source was published"
                mend = "correct the date, or write `sure: planned`"
                place = places.of(fact.place, "when")
                yield Problem(place, "later-than-source", message, mend, "warning")


def _iso(when: When) -> str:
    return "-".join(f"{n:02}" for n in (when.year, when.month, when.day) if n is not None)


RULES: tuple[Callable[[Facts, Places], Iterator[Problem]], ...] = (
    *spellings.RULES,
    *wordings.RULES,
    told_and_not_told,
    asked_twice,
    contradiction,
    in_itself,
    later_than_source,
)
