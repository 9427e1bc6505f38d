"""What some roundabout ways of asking in English of people and their houses say straight: "which firm is run by Kim", "how is Kim involved"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import IS, POSSESSIVES
from bot.language.senses import Sense
from bot.segment import Token

_HOUSES = frozenset({"company", "firm", "outfit", "group", "employer", "organisation", "organization", "business"})


@found_by("with")
def with_which_house(tokens: list[Token]) -> list[Token]:
    """ "Kim is with which company?", "which firm is Kim with?": which house he is of, and not with whom he was."""
    content = [t for t in tokens if t.ending is None and not t.has("follow")]
    words = ["which" if t.text == "what" else t.text for t in content]
    if len(words) == 5 and words[1] in IS and words[2:4] == ["with", "which"] and words[4] in _HOUSES:
        return [*content[3:], content[1], content[0]] if content[0].has("name") else tokens
    led = len(words) == 5 and words[0] == "which" and words[1] in _HOUSES and words[2] in IS
    return content[:-1] if led and content[3].has("name") and words[4] == "with" else tokens


_LEADING = frozenset({"run", "runs", "head", "heads", "lead", "leads", "chair", "chairs", "headed", "led", "chaired"})


@found_by(*_LEADING)
def run_by(tokens: list[Token]) -> list[Token]:
    """ "Which company does Kim run?", "which firm is run by Kim?": of which house he is the head, and nothing that he held there."""
    at = next(
        (n for n, t in enumerate(tokens[:-1]) if t.text in ("which", "what") and tokens[n + 1].text in _HOUSES), -1
    )
    verb = next((n for n in range(at + 3, len(tokens)) if tokens[n].text in _LEADING), 0) if at >= 0 else 0
    between, behind = tokens[at + 2 : verb], tokens[verb + 1 :]
    active = (
        verb and not behind and between[0].text in ("does", "do", "did") and all(t.has("name") for t in between[1:])
    )
    passive = verb and [t.text for t in behind[:1]] == ["by"] and len(behind) > 1 and all(t.text in IS for t in between)
    if not (active and len(between) > 1) and not (passive and all(t.has("name") for t in behind[1:])):
        return tokens
    leads = replace(tokens[verb], senses=(Sense("part", "title"),), pieces=())
    return [*tokens[:verb], leads, *behind]


_STORY = frozenset(
    {"this", "it", "that", "story", "news", "article", "piece", "report", "all", "any", "affair", "the", "of"}
)
_INVOLVED = ("involved", "come into", "come in", "fit in", "fit into", "figure in", "feature in")
_SHARE = frozenset({"role", "part", "connection", "involvement", "link"})


@found_by("how", "where", *_SHARE)
def how_involved(tokens: list[Token]) -> list[Token]:
    """ "How is Kim involved in this?", "where does Kim come in?", "what is Kim's role in all this?": what is told of him is asked."""
    named = [n for n, t in enumerate(tokens) if t.has("name")]
    asked = next((n for n, t in enumerate(tokens) if t.text in ("how", "where", "what", "hows", "whats")), -1)
    if len(named) != 1 or asked < 0 or named[0] - asked not in (1, 2) or named[0] + 1 == len(tokens):
        return tokens
    line = " ".join(t.text for t in tokens[named[0] + 1 :]).split()
    helped = all(t.has("auxiliaries") for t in tokens[asked + 1 : named[0]])
    led = all(t.has("follow", "filler", "tell") for t in tokens[:asked])
    rest = next((line[len(w.split()) :] for w in _INVOLVED if line[: len(w.split())] == w.split()), None)
    if tokens[asked].text.startswith("what"):
        rest = line[2:] if line[0] in _SHARE and line[1:2] in (["in"], ["to"], ["with"]) and len(line) > 2 else None
    if rest is None or not helped or not led or not {*rest} - {"in", "with"} <= _STORY:
        return tokens
    told = replace(tokens[asked], text="summary", senses=(Sense("summary", ""), Sense("light", "")), pieces=())
    return [told, tokens[named[0]]]


@found_by("visitors", "callers")
def visitors_received(tokens: list[Token]) -> list[Token]:
    """ "Which two visitors did Kim receive?": whom he received, and for nobody's visit."""
    at = next((n for n, t in enumerate(tokens) if n and t.text in ("visitors", "callers")), 0)
    asked = [t for t in tokens[:at] if not t.has("number", "tell", "filler")]
    behind = tokens[at + 1 :]
    led = bool(asked) and asked[-1].text in ("which", "what")
    helped = len(behind) > 2 and behind[0].text in ("did", "does") and behind[1].has("name")
    stated = len(behind) > 1 and behind[0].has("name") and behind[1].text in _RECEIVED
    if not led or not (stated or (helped and any(t.text in _RECEIVED for t in behind[2:]))):
        return tokens
    people = replace(tokens[at], senses=(Sense("sort", "person"), Sense("light", "")), pieces=())
    return [*tokens[:at], people, *behind]


_RECEIVED = frozenset(
    {"receive", "received", "host", "hosted", "welcome", "welcomed", "meet", "met", "see", "saw", "have"}
)


@found_by("who", "whom")
def headed_by_whom(tokens: list[Token]) -> list[Token]:
    """ "Acme is chaired by whom?", "sales head at Acme, who?": who chairs Acme, who that is."""
    last, led = tokens[-1], tokens[:-1]
    if len(led) < _LEAST or last.text not in ("who", "whom") or any(map(asks, led)):
        return tokens
    if led[-1].text == "by" and led[-2].text in _LEADING:
        house = [t for t in led[:-2] if t.text not in IS]
        named = any(t.has("name", "noun") for t in house)
        named = named and all(t.has("name", "noun", "prep") or t.text == "the" for t in house)
        leads = replace(led[-2], senses=(Sense("leads", ""), *led[-2].senses))
        return [last, leads, *house] if named else tokens
    be = last.helping("is")
    titled = any(map(_is_title, led)) and all(
        t.has("name", "prep", "noun") or _is_title(t) or t.text == "the" for t in led
    )
    return [last, be, *led] if titled else tokens


_LEAST = 2


def _is_title(token: Token) -> bool:
    return token.has("title") or "title" in token.ids("of_fact")


_OWNERS = POSSESSIVES | {"whose"}


@found_by("own")
def of_ones_own(tokens: list[Token]) -> list[Token]:
    """ "In Acme's own office", "Kim's own view": that it is somebody's own says nothing more than whose it is."""
    at = next((n for n, t in enumerate(tokens[:-1]) if n and t.text == "own"), 0)
    owner = tokens[at - 1]
    helped = at > 1 and tokens[at - 2].text in ("do", "does", "did", "to", "will")
    either = any("either" in t.ids("mark") for t in tokens)
    if not at or helped or either or not (owner.has("name") or owner.text in _OWNERS):
        return tokens
    return tokens if tokens[at + 1].has("name", "question") else [*tokens[:at], *tokens[at + 1 :]]


_FORMS = frozenset({"form", "shape", "legal form", "legal shape"})


@found_by(*_FORMS)
def in_what_form(tokens: list[Token]) -> list[Token]:
    """ "What form does Acme take?", "in what form is Acme being set up?": what it is."""
    words = [t.text for t in tokens]
    at = next((n for n, t in enumerate(tokens[:-1]) if t.text in ("what", "which") and words[n + 1] in _FORMS), -1)
    named = [n for n in range(at + 2, len(tokens)) if tokens[n].has("name")]
    if at < 0 or len(named) < 1 or len(tokens) < at + 5:
        return tokens
    takes = words[at + 2] in ("does", "did", "will") and words[named[-1] + 1 : named[-1] + 2] == ["take"]
    behind = " ".join(words[named[-1] + 1 : named[-1] + 2])
    being = words[at + 2] in IS and behind.startswith("being") and words[:at] == ["in"]
    if not takes and not being:
        return tokens
    be = tokens[at + 2].helping("is")
    form = replace(tokens[at + 1], senses=(*tokens[at + 1].senses, Sense("part", "is")))
    of = be.leading("of", "of")
    return [
        tokens[at],
        be,
        form,
        of,
        *tokens[at + 3 : named[-1] + 1],
        *(t for t in tokens[named[-1] + 1 :] if t.has("kind", "noun")),
    ]
