"""Rules about the facts themselves: what is well written, and yet wrong or doubtful.

Each takes the fact base and a way to find the place of a text, and yields the problems it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from bot.factplaces import Places
from bot.facts import Amount, Fact, Facts, Flag, Kind, Name, Names, Part, Place, Text, Told, Value, When
from bot.problems import Problem, nearest
from bot.text import bare
from bot.turn import LANGS


def alias_collision(facts: Facts, places: Places) -> Iterator[Problem]:
    """Two names have the same spelling, so that nobody can tell which one is meant.

    Wrong:
        people:
          kim: {name: {en: Kim, ko: 김}, also: {en: [Mina Park]}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}, also: {en: [Mina Kim]}}
    """
    owners: dict[str, tuple[Name, str]] = {}
    for name in facts.names.values():
        for text in _spellings(name):
            first, spelling = owners.setdefault(_squeezed(text), (name, text))
            if first.id != name.id:
                there = places.of(first.place, spelling)
                message = f"'{text}' is a spelling of '{first.id}' too, at {there}"
                mend = "take it from one of the two, or make it longer in both"
                yield Problem(places.of(name.place, text), "alias-collision", message, mend)


def _spellings(name: Name) -> Iterator[str]:
    yield from dict.fromkeys(
        text
        for lang in LANGS
        for text in (
            name.name[lang],
            *((name.short[lang],) if name.short else ()),
            *name.also.get(lang, ()),
            *name.exact.get(lang, ()),
        )
    )


def _squeezed(text: str) -> str:
    return bare(text).replace(" ", "").replace("-", "")


def short_alias(facts: Facts, places: Places) -> Iterator[Problem]:
    """A spelling is so short that it may be a part of another word.

    Wrong:
        people:
          kim: {name: {en: Kim, ko: 김미나}, also: {ko: [김]}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김미나}, exact: {ko: [김]}}
    """
    for name in facts.names.values():
        for text in (t for lang in LANGS for t in name.also.get(lang, ())):
            if len(_squeezed(text)) < 2:
                message = f"'{text}' is too short to be told from a part of another word"
                mend = "put it under `exact`, or make it longer"
                yield Problem(places.of(name.place, text), "short-alias", message, mend, "warning")


def everyday_alias(facts: Facts, places: Places) -> Iterator[Problem]:
    """A spelling is also a word by which people speak of a kind of fact or of a part.

    A question with that word would always be taken to speak of the name.

    Wrong:
        things:
          trip: {name: {en: the trip, ko: 여행}, also: {en: [outing]}}
    Right:
        things:
          trip: {name: {en: the trip, ko: 여행}, exact: {en: [outing]}}
    """
    words = {_squeezed(w): kind for kind in facts.kinds.values() for ws in kind.words.values() for w in ws}
    for name in facts.names.values():
        for text in (t for lang in LANGS for t in name.also.get(lang, ())):
            if kind := words.get(_squeezed(text)):
                message = f"'{text}' is also a word of the kind '{kind.id}', at {places.of(kind.place, text)}"
                mend = "take it from one of the two, or put it under `exact`"
                yield Problem(places.of(name.place, text), "everyday-alias", message, mend, "warning")


def mute_part(facts: Facts, places: Places) -> Iterator[Problem]:
    """A part has neither words nor question words, so that nobody can ask for it in one of the languages.

    Wrong:
        parts:
          colour: {type: text, words: {en: [colour]}}
    Right:
        parts:
          colour: {type: text, words: {en: [colour], ko: [색깔]}}
    """
    for part in facts.parts.values():
        yield from _mute(part, places.key("parts", part.id))
    for kind in facts.kinds.values():
        for part in kind.parts.values():
            if part != facts.parts.get(part.id):
                yield from _mute(part, places.of(kind.place, part.id))


def _mute(part: Part, place: Place) -> Iterator[Problem]:
    without = [lang for lang in LANGS if not part.asks and not part.words.get(lang)]
    if without:
        languages = " or ".join({"en": "English", "ko": "Korean"}[lang] for lang in without)
        message = f"nobody can ask for '{part.id}' in {languages}"
        yield Problem(place, "mute-part", message, "give it `words` in both languages, or `asks`", "warning")


def slot_in_text(facts: Facts, places: Places) -> Iterator[Problem]:
    """A `{slot}` stands in a text of a fact, where nothing fills it: only the `say` of kinds and parts has slots.

    Wrong:
        facts:
          a-walk: {kind: outing, who: {value: mina-park, say: {en: "{value} did.", ko: 박미나입니다.}}}
    Right:
        facts:
          a-walk: {kind: outing, who: {value: mina-park, say: {en: Mina Park did., ko: 박미나입니다.}}}
    """
    for place, told in _all_told(facts):
        for text in (told.says, told.note):
            yield from _slots(text, place, places)
    for fact in facts.facts.values():
        yield from _slots(fact.told, fact.place, places)


def _all_told(facts: Facts) -> Iterator[tuple[Place, Told]]:
    yield from ((fact.place, told) for fact in facts.facts.values() for told in fact.parts.values())
    yield from ((name.place, told) for name in facts.names.values() for told in name.parts.values())


def _slots(text: Text | None, record: Place, places: Places) -> Iterator[Problem]:
    for lang in LANGS:
        if text and "{" in text[lang]:
            place = places.of(record, text[lang])
            mend = "write the words themselves, or move the text to the kind"
            yield Problem(place, "slot-in-text", "nothing fills a {slot} here", mend, "warning")


def unknown_reply(facts: Facts, places: Places) -> Iterator[Problem]:
    """A wording under `replies:` that the bot never says, or with a slot that it does not fill.

    Wrong:
        replies:
          unknown_nam: {en: "I do not know {words}.", ko: "{words}은 모릅니다."}
    Right:
        replies:
          unknown_name: {en: "I do not know {words}.", ko: "{words}은 모릅니다."}
    """
    for id_, wording in facts.replies.items():
        place = places.key("replies", id_)
        for lang in LANGS:
            shipped: Mapping[str, str] = facts.vocabulary.get(lang, {}).get("replies", {})
            if not shipped:
                continue
            if id_ not in shipped:
                yield _reply(place, f"the bot has no reply '{id_}'", id_, list(shipped))
                break
            for slot in _slot_names(wording[lang]) - _slot_names(shipped[id_]):
                yield _reply(place, f"nothing fills {{{slot}}} in '{id_}'", slot, sorted(_slot_names(shipped[id_])))


def _reply(place: Place, message: str, word: str, known: list[str]) -> Problem:
    close = nearest(word, known)
    mend = f"did you mean '{close}'?" if close else f"there are: {', '.join(known)}"
    return Problem(place, "unknown-reply", message, mend)


def _slot_names(template: str) -> set[str]:
    return {piece.partition("}")[0] for piece in template.split("{")[1:]}


def contradiction(facts: Facts, places: Places) -> Iterator[Problem]:
    """Two facts of one kind, with the same names on the same day, say different things.

    A question for that part would have two answers. Where both are so (two matches on one day), tell them apart by a
    name, an hour or the part of the day.

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
            for part in first.parts.keys() & second.parts.keys():
                if _differ(first.parts[part].values, second.parts[part].values):
                    place = places.of(second.place, part)
                    message = f"'{part}' is told otherwise by '{first.id}', at {places.of(first.place, part)}"
                    mend = "correct one of the two, or tell what sets the facts apart"
                    yield Problem(place, "contradiction", message, mend)


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


def _differ(first: tuple[Value, ...], second: tuple[Value, ...]) -> bool:
    """Whether two values cannot both be so. Texts and names can: they may complete one another."""
    if len(first) != 1 or len(second) != 1 or type(first[0]) is not type(second[0]):
        return False
    one, other = first[0], second[0]
    if isinstance(one, Amount) and isinstance(other, Amount):
        return one.unit == other.unit and one.value != other.value and not (one.about or other.about)
    return isinstance(one, Flag | When) and one != other


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
    alias_collision,
    short_alias,
    everyday_alias,
    mute_part,
    slot_in_text,
    unknown_reply,
    contradiction,
    later_than_source,
)
