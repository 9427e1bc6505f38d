"""What a word of a question means by the one beside it, or by what is asked: "rental price", "who got it", "김하나 호텔 갔어"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bot.facts import AGENTS, Part
from bot.language.senses import Sense
from bot.learning.known import Known
from bot.question import Focus, Item


def exchanges(items: list[Item], known: Known) -> list[Item]:
    """What two talked about is asked, and no words of one, where somebody did it with another: "가나랑 무슨 얘기 했어"."""
    if not any(i.has("name") and i.role in ("with", "from") for i in items):
        return items
    talks = [i for i in items if {"about", "said"} <= set(i.ids("part")) and not i.text.isascii()]
    if not talks:
        return items
    between = {k.id for k in known.facts.kinds.values() if any(p.mutual for p in k.parts.values())}
    return [
        replace(i, senses=tuple(s for s in i.senses if _of_both(s, between)), pieces=())
        if i in talks and between & set(i.ids("kind"))
        else i
        for i in items
    ]


def _of_both(sense: Sense, between: set[str]) -> bool:
    """Whether a word may mean what two do, or what that was about."""
    return (sense.tag, sense.id) != ("part", "said") and (sense.tag != "kind" or sense.id in between)


def compounded(items: list[Item], known: Known) -> list[Item]:
    """Words for a sum or a time with the parts of the word right before them that hold such: "rental price", "마감 날짜"."""
    before = [None, *items][:-1] if items else []
    return [
        replace(item, narrowed=narrower)
        if first is not None and first.at == item.at - 1 and (narrower := _narrower(first, item, known))
        else item
        for first, item in zip(before, items, strict=True)
    ]


def _narrower(first: Item, noun: Item, known: Known) -> tuple[Sense, ...]:
    """The parts that a word names which hold what a general noun behind it is for: a deadline is a date."""
    if noun.has("name", "kind") or first.has("name") or not (noun.has("part") and first.has("part")):
        return ()
    heads = [known.facts.parts[p] for p in noun.ids("part") if p in known.general]
    own = [s for s in first.senses if s.tag == "part" and not s.like and (s.fact or s.id not in known.general)]
    return tuple(s for s in own if any(_holds_such(known.meant(s.id, s.fact), head) for head in heads))


def _holds_such(part: Part, head: Part) -> bool:
    """Whether a part holds what another one is the general part for."""
    of_one_sort = part.type == head.type and (part.type == "when" or bool(set(part.asks) & set(head.asks)))
    return of_one_sort and part.type in ("when", "amount") and part.id != head.id


def converse(items: list[Item], foci: tuple[Focus, ...], known: Known) -> list[Item]:
    """Who bought it is asked, where the kind of fact is of selling: whoever it went to, and not who sold it.

    So too "who sold it", where the kind is of buying, of whoever it came from.
    """
    asks = {"who", "which", "where"} & {f.word for f in foci} and all(
        f.role in ("by", "subject", "agent", "") for f in foci
    )
    if not asks or any(i.role in ("by", "topic") and known.of_type(i.ids("name"), *AGENTS) for i in items):
        return items
    asked_at = {f.at + 1 for f in foci if f.at >= 0}
    return [
        replace(i, senses=(*i.senses, *_other_side(i, known)))
        if i.has("transfer") and (not i.has("light") or i.at in asked_at)  # "who got it", not "did I get that right"
        else i
        for i in items
    ]


def _other_side(verb: Item, known: Known) -> Iterator[Sense]:
    """The part for the other side of a deed, in each kind that has verbs for both of its sides."""
    sides = verb.ids("transfer")
    for kind in verb.ids("kind") if len(sides) == 1 else ():
        if kind in known.two_sided:
            yield Sense("part", "to" if "taking" in sides else "from", f"kind:{kind}")


_GOING = ("갔", "간", "왔", "온", "들렀", "들른", "가", "오")
"""How Korean verbs of going and coming begin."""


def went_to(items: list[Item], known: Known) -> list[Item]:
    """A place right before a Korean verb of going as where somebody went: "김하나 호텔 갔어?"."""
    found = list(items)
    for at, (place, verb) in enumerate(pairwise(items)):
        going = verb.text.startswith(_GOING) and verb.has("verb") and verb.has("light") and not verb.has("name")
        bare = going and place.role == "" and not place.text.isascii()
        if bare and known.of_type(place.ids("name"), "place") and at and verb.at == place.at + 1:
            found[at] = replace(place, role="at")
    return found
