"""Korean names without the particle that they would have in writing: "김하나 호텔 갔어?"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.learning.known import Known
from bot.question import Item

_GOING = ("갔", "간", "왔", "온", "들렀", "들른", "가", "오")
"""How Korean verbs of going and coming begin."""


def went_to(items: list[Item], known: Known) -> list[Item]:
    """A place right before a Korean verb of going as where somebody went: "김하나 호텔 갔어?"."""
    found = list(items)
    for at, (place, verb) in enumerate(pairwise(items)):
        going = verb.text.startswith(_GOING) and verb.has("verb") and verb.has("light") and not verb.has("name")
        bare = place.role == "" and not place.text.isascii() and bool(known.of_type(place.ids("name"), "place"))
        if going and bare and at and verb.at == place.at + 1:
            found[at] = replace(place, role="at")
    return found
