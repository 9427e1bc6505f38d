"""What some roundabout ways of asking in English of figures and sums say straight: "expressed in dollars", "what will the money be spent on"."""

from __future__ import annotations

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import IS
from bot.language.senses import currencies
from bot.segment import Token

_PUT = frozenset({"expressed", "stated", "quoted", "denominated", "given", "put", "shown", "reckoned", "worked out"})


@found_by(*_PUT, begins=("given in", "put in"))
def put_in_units(tokens: list[Token]) -> list[Token]:
    """ "The price, expressed in dollars": how a figure is put says nothing of it but the unit."""
    for at in range(1, len(tokens)):
        words, behind = tokens[at].text.split(), tokens[at + 1 : at + 3]
        verb = " ".join(words[:-1]) if words[-1] == "in" and len(words) > 1 else tokens[at].text
        led = verb is not tokens[at].text or (bool(behind) and behind[0].text.split()[0] == "in")
        if verb in _PUT and led and any(t.has("unit") or currencies(t.ids("sort")) for t in behind):
            start = at - (tokens[at - 1].text in ("when", "if", "as", "is"))
            return [*tokens[:start], *tokens[at + 1 :]]
    return tokens


@found_by("or")
def this_number_or_that(tokens: list[Token]) -> list[Token]:
    """ "Was it floor 5 or floor 3 where Kim met Park?": on which floor."""
    start = 2 + (tokens[2:3] != [] and tokens[2].text == "the")
    either = next((n for n, t in enumerate(tokens) if "either" in t.ids("mark")), 0)
    if [t.text in IS for t in tokens[:1]] != [True] or [t.text for t in tokens[1:2]] != ["it"] or either != start + 2:
        return tokens
    noun, number, behind = tokens[start], tokens[start + 1], tokens[either + 1 :]
    behind = behind[len(behind[:1]) if behind and behind[0].text == "the" else 0 :]
    behind = behind[len(behind[:1]) if behind and behind[0].text == noun.text else 0 :]
    counted = noun.has("unit", "part") and not noun.has("name", "kind") and number.has("number")
    if not counted or not behind or not behind[0].has("number"):
        return tokens
    rest = behind[1:]
    rest = rest[1:] if rest and rest[0].text in ("where", "that", "which") else rest
    if not any(t.has("name", "kind", "noun", "anaphor") for t in rest):
        return tokens
    which = tokens[1].asking("which")
    on = tokens[0].leading("on", "at")
    return [on, which, noun, *rest]


_SPENT = ("be spent", "spent", "go towards", "go toward", "going towards", "going toward", "be used", "used")


@found_by("what", "what for", "why", begins=_SPENT)
def spent_on(tokens: list[Token]) -> list[Token]:
    """ "What will the money be spent on?", "what is it going to be used for?": what for."""
    at = next((n for n, t in enumerate(tokens) if n > 2 and t.text.startswith(_SPENT)), 0)
    words = tokens[at].text.split() if at else []
    asked = next((n for n in range(at) if asks(tokens[n])), 0)
    if not at or len([t for t in tokens if asks(t)]) != 1:
        return tokens
    if "why" in tokens[asked].ids("question"):
        rest = [p for p in tokens[at].pieces if p.has("prep") and p.text != "for"]
        return [*tokens[:at], *rest, *tokens[at + 1 :]] if words[0] == "be" and asked < 2 else tokens
    behind = [t.text for t in tokens[at + 1 : at + 2]]
    end = at + 1 + (behind in (["on"], ["for"]))
    toward = words[-1] in ("on", "for", "towards", "toward") or end > at + 1
    subject = tokens[asked + 1 : at]
    helped = tokens[asked].text in ("what", "whats") and len(subject) > 1 and subject[0].has("auxiliaries")
    if not toward or not helped or not any(t.has("part", "noun", "kind", "number") for t in subject[1:]):
        return tokens
    why = tokens[asked].asking("what for", "why")
    subject = [t for t in subject[1:] if t.text not in ("going to", "gonna", "to", "be", "being")]
    return [*tokens[:asked], why, *subject, *tokens[end:]]


@found_by("that", "it", "this", within=("does that", "is that"))
def figure_mentioned(tokens: list[Token]) -> list[Token]:
    """ "The story mentions $5 million. What does that refer to?": what the figure is of, and nothing that was said."""
    words = [p for t in tokens for p in (t.pieces if t.text in ("does that", "is that", "does it", "is it") else (t,))]
    asked = next((n for n, t in enumerate(words) if n > 1 and t.text in ("what", "whats")), 0)
    led, behind = words[:asked], words[asked:]
    start = next((n for n, t in enumerate(led) if t.has("number")), -1)
    told = next((n for n, t in enumerate(behind) if n and "thing" in t.ids("anaphor")), 0)
    figure = led[start:]
    if start < 1 or not told or any(t.has("name", "auxiliaries") for t in led) or len(figure) > _FIGURE:
        return tokens
    measured = all(t.has("number", "unit") or currencies(t.ids("sort")) or t.text in ("a", "per") for t in figure)
    mentioned = any(
        "said" in t.ids("part") or "about" in t.ids("part") or t.has("story", "tell", "filler") for t in led[:start]
    )
    end = (
        told
        + 1
        + (behind[told + 1 : told + 2] != [] and behind[told + 1].text in ("figure", "number", "sum", "amount"))
    )
    idle = all(t.has("light", "filler", "auxiliaries", "prep") for t in (*behind[1:told], *behind[end:]))
    return [*behind[:told], *figure, *behind[end:]] if measured and mentioned and idle else tokens


_FIGURE = 4
"""Words of a figure at most: "5 billion dollars a"."""
