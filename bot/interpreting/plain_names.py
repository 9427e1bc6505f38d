"""What some constructions that ask for the name of something say in other words: "what is it called", "단장 이름"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import IS, POSSESSIVES
from bot.language.senses import Sense
from bot.segment import Token

_NAME = (Sense("light", ""), Sense("sort", "name"))
"""What a word means that asks for a name, whatever else the base means by names."""


@found_by("called", "named")
def what_called(tokens: list[Token]) -> list[Token]:
    """ "What is the ship called?", "how is it called?" ask for its name, and for nothing that was said."""
    asked = max((n for n, t in enumerate(tokens) if t.text in ("what", "whats", "how")), default=len(tokens))
    content = [n for n in range(asked, len(tokens)) if tokens[n].ending is None]
    if len(content) < 3 or tokens[content[-1]].text not in ("called", "named"):
        return tokens
    helpers = {tokens[n].text for n in content if tokens[n].has("auxiliaries")}
    to_be = helpers <= {"will", "would", "be"} and tokens[content[-2]].text == "be"  # "what will it be called"
    if not helpers <= IS and not to_be:
        return tokens
    return [
        replace(t, text="name", senses=_NAME, pieces=())
        if n == content[-1]
        else t.asking("what")
        if n == asked
        else replace(t, text="is")
        if to_be and t.text in ("will", "would")
        else t
        for n, t in enumerate(tokens)
        if not (to_be and n == content[-2])
    ]


@found_by("called", "named", "name", "call")
def name_wanted(tokens: list[Token]) -> list[Token]:
    """ "The ship, what's it called?", "the ship has what name?", "how do they call the ship?": what the name of the ship is."""
    words = [t.text for t in tokens]
    at = next((n for n, w in enumerate(words) if w in _NAMING and n), 0)
    body = _named_before(tokens, words, at) if at else []
    body = body or (_named_behind(tokens, words, at) if at else [])
    if not any(t.has("noun", "part") and not t.has("auxiliaries", "title") for t in body):
        return tokens
    if any(t.text in ("a", "an") or t.has("tell", "confirm") or (asks(t) and t.text not in _JOINING) for t in body):
        return tokens
    if body[0].text in ("that", "this"):
        body = [body[0].leading("the", "the").silenced(), *body[1:]]
    name = Token("name", tokens[at].start, tokens[at].end, _NAME)
    return [tokens[0].asking("what"), tokens[0].helping("is"), name, tokens[0].leading("of", "of"), *body]


_NAMING = frozenset({"called", "named", "name", "call"})
_WHAT = frozenset({"what", "whats", "what's"})
_JOINING = frozenset({"where", "who", "whom", "which"})
_IT = frozenset({"it", "they", "that", "this"})
_BEAR = frozenset({"have", "has", "had", "bear", "carry", "got", "get"})


def _named_before(tokens: list[Token], words: list[str], at: int) -> list[Token]:
    """What stands before the words that ask for its name; nothing where none do: "the ship, what's it called?"."""
    tail = words[at + 1 :]
    if tail in (["what"], ["how"]) and words[at] != "call":  # "the ship was called what"
        return [t for t in tokens[:at] if t.text not in IS]
    start = max((n for n in range(at) if words[n] in _WHAT), default=at)
    if words[at] == "name" and start == at - 1 and not tail:  # "the ship has what name"
        return tokens[: start - 1] if words[start - 1] in _BEAR else []
    if words[at] == "name" and not tail and words[at - 3 : at - 1] in (["it", "has"], ["it", "had"]):
        return tokens[: at - 3]  # "the ship, it has a name?"
    rest = {*words[start + 1 : at], *tail}
    helped = all(w in IS | _IT | _BEAR | {"did", "does", "do", "has", "had"} for w in rest)
    return tokens[:start] if helped and rest & _IT and words[at] != "call" else []  # "the ship, what name did it have"


def _named_behind(tokens: list[Token], words: list[str], at: int) -> list[Token]:
    """What stands behind the words that ask for its name; nothing where none do: "what was the ship called that he saw?"."""
    by_them = words[at - 1] in ("they", "people") and {*_WHAT, "how"} & set(words[max(0, at - 3) : at - 1])
    if words[at] == "call":
        return tokens[at + 1 :] if by_them and tokens[at + 1 :] and tokens[-1].has("noun", "part", "name") else []
    start = next((n for n in range(at) if words[n] in _WHAT), at)
    relative = words[at + 1 : at + 2] and words[at + 1] in ("that", "which", "where")
    if words[at] == "name" or not relative or IS.isdisjoint(words[start + 1 : start + 2]):
        return []
    return [*tokens[start + 2 : at], *tokens[at + 1 :]]


def in_short(tokens: list[Token]) -> list[Token]:
    """ "암은 어느 나라": a name of one syllable with a particle of nouns behind it is no verb that is shortened to a noun."""
    return [
        replace(t, senses=tuple(s for s in t.senses if s.tag not in ("light", "verb")))
        if len(t.text) == 1 and t.has("name") and t.ids("verb")[:1] == ("m",) and _is_noun_before(after)
        else t
        for t, after in zip(tokens, [*tokens[1:], None], strict=True)
    ]


def _is_noun_before(after: Token | None) -> bool:
    """Whether a particle that only nouns have is joined to the word before it."""
    return after is not None and not after.spaced and after.ending in ("subject", "topic", "object", "of", "with")


@found_by("name")
def name_had(tokens: list[Token]) -> list[Token]:
    """ "Did the ship have a name?" asks for it."""
    words = [t.text for t in tokens]
    if words[-5:] in (["has", "it", "got", "a", "name"], ["does", "it", "have", "a", "name"]) and len(words) > 5:
        return name_had([tokens[-5], *tokens[:-5], *tokens[-3:]])  # "the ship, does it have a name?"
    if words[-3:] not in (["have", "a", "name"], ["got", "a", "name"]) or words[0] not in ("did", "does", "has"):
        return tokens
    return [tokens[0].asking("what"), *tokens[1:-3], tokens[-3].helping("is"), *tokens[-2:]]


@found_by("name")
def name_last(tokens: list[Token]) -> list[Token]:
    """ "Acme workshop hotel name?", "sales chief at the fair, name": the name of that."""
    body = tokens[:-1]
    if len(body) == 1 and tokens[-1].text == "name" and body[0].has("part") and not body[0].has(*_NAMED_THINGS):
        return body  # "byline name"
    named = len(body) > 1 and tokens[-1].text == "name" and body[0].text not in ("the", "name", *POSSESSIVES)
    spoken = any(asks(t) or t.has("auxiliaries", "tell", "confirm", "anaphor") for t in body)
    things = [t for t in body if t.has("noun", "title", "sort")]
    if not named or spoken or not things or any(t.text in _WITH_NAMES for t in body):
        return tokens
    of = tokens[-1].leading("of", "of")
    return [tokens[-1], of, *body]


_NAMED_THINGS = (
    "name",
    "noun",
    "title",
    "sort",
    "called",
    "mark",
    "prep",
    "anaphor",
    "light",
    "auxiliaries",
    "question",
)
_WITH_NAMES = frozenset(
    {"by", "full", "first", "last", "other", "own", "real", "family", "second", "korean", "english"}
)
"""Words that say which name, or by what name."""


@found_by("go by", "goes by", "by")
def goes_by(tokens: list[Token]) -> list[Token]:
    """ "What does the ship go by?", "by what name does the ship go?": what it is called."""
    asked = next((n for n, t in enumerate(tokens) if t.text == "what"), len(tokens))
    if tokens[-1].text in ("goes by", "go by"):
        body = tokens[asked + 1 : -1]
    elif [t.text for t in tokens[asked - 1 : asked + 2]] == ["by", "what", "name"]:
        body = [t for t in tokens[asked + 2 :] if t.text not in ("go", "goes")]
    else:
        return tokens
    body = [t for t in body if t.text != "name" and not (t.has("auxiliaries") and t.text in ("does", "do", "did"))]
    if not any(t.has("noun", "sort") for t in body):
        return tokens
    last = tokens[-1]
    name = Token("name", last.start, last.end, _NAME)
    return [tokens[0].asking("what"), tokens[0].helping("is"), *body, name]


@found_by(tags=("noun",))
def its_own_name(tokens: list[Token]) -> list[Token]:
    """ "Name of the joint venture", "합작 벤처 이름": the name of the one that is such, and not of the term."""
    if not any("name" in t.ids("sort") for t in tokens):
        return tokens
    return [
        replace(t, senses=tuple(s for s in t.senses if s.tag != "name")) if t.has("name") and t.has("noun") else t
        for t in tokens
    ]


@found_by("name", tags=("title",))
def name_of(tokens: list[Token]) -> list[Token]:
    """ "The name of the ship", "단장 이름" ask for a name, whatever else the base means by names."""
    at = next((n for n in range(2, len(tokens) - 1) if [t.text for t in tokens[n - 2 : n]] == ["name", "of"]), 0)
    if at and tokens[at].text in ("that", "this") and tokens[at + 1].has("part", "noun"):
        tokens = [*tokens[:at], tokens[at].silenced(), *tokens[at + 1 :]]  # "the name of that room"
        tokens[at - 2] = replace(tokens[at - 2], senses=_NAME, pieces=())
    return [
        replace(t, senses=_NAME, pieces=())
        if (t.text == "name" and _of_thing(tokens[n + 1 : n + 5])) or _name_behind_title(tokens, n)
        else t
        for n, t in enumerate(tokens)
    ]


def _of_thing(tokens: list[Token]) -> bool:
    """Whether "of" and a common noun for something that has a name, or a title, stand here."""
    return [t.text for t in tokens[:1]] == ["of"] and any(
        any(w.has("noun", "title") for w in (t, *t.pieces[-1:])) and not t.has("sort") for t in tokens[1:]
    )


def _name_behind_title(tokens: list[Token], n: int) -> bool:
    """Whether a Korean word for a name stands right behind a title: "단장 이름"."""
    named = "name" in tokens[n].ids("sort") and not tokens[n].text.isascii() and n > 0
    return named and tokens[n - 1].has("title") and not tokens[n - 1].has("question")


@found_by("name")
def name_of_the(tokens: list[Token]) -> list[Token]:
    """ "Name of the closed workshop Kim went to": what its name is, and not whether it was closed."""
    led = [t.text for t in tokens[:3]]
    described = led in (["name", "of", "the"], ["the", "name", "of"]) and any(t.has("contrary") for t in tokens[3:])
    if not described or any(t.has("question") for t in tokens):
        return tokens
    return [tokens[0].asking("what"), tokens[1].helping("is"), *tokens]
