"""Records as read -> the frozen fact base; nothing can be wrong any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.facts import Expected, Fact, Facts, Kind, Name, Part, Source, Story
from bot.loading.factparts import Grammar, Raw
from bot.turn import LANGS, Lang


def build(
    grammar: Grammar,
    names: Mapping[str, Raw],
    stories: Iterable[Raw],
    vocabulary: Mapping[Lang, Mapping[str, Any]],
) -> Facts:
    """The fact base from records that were read without an error."""
    parts = {id_: _part(id_, raw) for id_, raw in grammar.parts.items()}
    kinds = {id_: _kind(id_, raw, parts) for id_, raw in grammar.kinds.items()}
    stories = tuple(stories)
    return Facts(
        names={id_: Name(id=id_, **raw) for id_, raw in names.items()},
        parts=parts,
        kinds=kinds,
        facts={id_: _fact(id_, raw, story["story"]) for story in stories for id_, raw in story["facts"].items()},
        stories={story["story"]: _story(story) for story in stories},
        sources={story["story"]: _source(story) for story in stories},
        replies=dict(grammar.replies),
        general=grammar.general,
        shipped=grammar.shipped,
        vocabulary=vocabulary,
    )


def _part(id_: str, raw: Raw) -> Part:
    return Part(id=id_, **{key: value for key, value in raw.items() if key not in ("place", "like")})


def _kind(id_: str, raw: Raw, parts: Mapping[str, Part]) -> Kind:
    own = {part: _part(part, read) for part, read in (raw.get("parts") or {}).items()}
    return Kind(id=id_, **{**raw, "says": raw.get("says") or {}, "parts": {**parts, **own}})


def _fact(id_: str, raw: Raw, story: str) -> Fact:
    return Fact(**{"id": id_, "story": story, "source": story, "kind": None, **raw})


def _story(raw: Raw) -> Story:
    fields = {key: value for key, value in raw.items() if key not in ("story", "questions", "facts", "source")}
    expected = tuple(e for question in raw.get("questions") or () for e in _expected(question))
    return Story(id=raw["story"], source=raw["story"], facts=tuple(raw["facts"]), expected=expected, **fields)


def _expected(raw: Raw) -> Iterator[Expected]:
    for lang in LANGS:
        if lang in raw["ask"]:
            says = raw.get("says", {}).get(lang, ())
            yield Expected(lang, raw["ask"][lang], raw.get("facts", ()), says, raw.get("status"), raw["place"])


def _source(raw: Raw) -> Source:
    return Source(id=raw["story"], **{key: value for key, value in raw["source"].items() if key != "place"})
