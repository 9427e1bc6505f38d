"""Rules about the facts themselves: what is well written, and yet wrong or doubtful.

Each takes the fact base and a way to find the place of a text, and yields the problems it finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import combinations

from bot.factplaces import Places
from bot.facts import Amount, Fact, Facts, Flag, Kind, Names, Part, Place, Told, Value, When
from bot.problems import Problem, nearest
from bot.text import bare
from bot.turn import LANGS, Lang


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
    """A `{slot}` stands where nothing fills it: only the `say` of kinds and parts, and `replies`, have slots.

    Whoever asks would see it with its brackets.

    Wrong:
        facts:
          a-walk: {kind: outing, who: {value: mina-park, say: {en: "{value} did.", ko: 박미나입니다.}}}
    Right:
        facts:
          a-walk: {kind: outing, who: {value: mina-park, say: {en: Mina Park did., ko: 박미나입니다.}}}
    """
    for node in places.plain_texts():
        if slot := _SLOT.search(node.value):
            mend = "write the words themselves, or move the text to the `say` of a kind"
            yield Problem(node.place, "slot-in-text", f"nothing fills {slot[0]} here", mend)


_SLOT = re.compile(r"\{[\w ]*\}")


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
        for part in fact.not_told:
            if part in fact.parts:
                place = places.value(fact.place, "not_told", part)
                message = f"'{part}' is told at {places.of(fact.place, part)}, and cannot be not told too"
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
    mute_part,
    slot_in_text,
    told_and_not_told,
    asked_twice,
    unknown_reply,
    contradiction,
    later_than_source,
)
