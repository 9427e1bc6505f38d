"""What nouns for a count say in other words: "number of guests", "guests: how many", "참석자 수"."""

from __future__ import annotations

from dataclasses import replace

from bot.interrogatives import asks
from bot.question import PLACES
from bot.segment import Token
from bot.senses import Sense

_HOW_MANY = (Sense("question", "how_many"),)


def numbers_of(tokens: list[Token]) -> list[Token]:
    """ "Number of guests", "count of guests", "guests, how many?" ask how many guests."""
    found: list[Token] = []
    for token in tokens:
        if token.text == "of" and found and found[-1].text in ("count", "headcount", "tally"):
            token = replace(token, start=found.pop().start)
        elif token.text not in ("number of", "the number of"):
            found.append(token)
            continue
        found.append(replace(token, text="how many", senses=_HOW_MANY, pieces=()))
    content = [n for n, t in enumerate(found) if not t.has("filler")]
    last = content[-1] if content else 0
    others = (t for n, t in enumerate(found) if n != last)
    trails = last > 0 and found[last].text == "how many" and not any(asks(t) or t.has("auxiliaries") for t in others)
    return [found[last], *found[:last], *found[last + 1 :]] if trails else found


def counts(tokens: list[Token]) -> list[Token]:
    """ "참석자 수", "만남 횟수": behind what is counted, at the end of key words, how many there were is asked."""
    found = [p for t in tokens for p in (t.pieces if t.pieces and t.pieces[-1].text in _COUNTS else (t,))]
    at = next((n for n, t in enumerate(found) if t.text in _COUNTS), 0)
    rest = [t for t in found[at + 1 :] if t.ending is None]
    if not at or any(map(asks, found)) or not all(t.has("light", "tell", "filler") for t in rest):
        return tokens
    noun = next((t for t in found[at - 1 :: -1] if t.ending is None), found[at])
    if not noun.has("sort", "kind", "part", "name", "noun", "mark") or noun.has("number"):
        return tokens
    sorts = set(noun.ids("sort"))
    unit = "번" if found[at].text == "횟수" else "명" if "person" in sorts else "곳" if sorts & PLACES else "개"
    asked = replace(found[at], text=f"몇 {unit}", senses=_HOW_MANY, pieces=())
    return [*found[:at], asked, *found[at + 1 :]]


_COUNTS = frozenset({"수", "숫자", "개수", "갯수", "횟수", "인원수", "인원 수", "명수", "수는", "수가"})
"""Korean nouns for how many there were."""
