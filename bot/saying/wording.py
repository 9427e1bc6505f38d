"""The bot's own sentences and the authors' templates, with slots filled and particles made to agree."""

from __future__ import annotations

import re

from bot.language.korean import agree
from bot.learning.known import Known
from bot.turn import Lang

SLOT = re.compile(r"\{(\w+)\}")
_ENDED = re.compile(r"[.!?…][\"'”’」』)]*$")


def wording(key: str, known: Known, lang: Lang, **slots: str) -> str:
    """One of the bot's own sentences, with its slots filled and its particles made to agree."""
    own = known.facts.replies.get(key, {})
    template = own.get(lang) or known.words[lang]["replies"][key]
    return fill(template, slots, lang)


def sentence(text: str, lang: Lang) -> str:
    """A text as a sentence of its own: in English with its capital and full stop, in Korean with 입니다."""
    if lang == "ko":
        return f"{text}입니다."
    return fill("{text}.", {"text": text[:1].upper() + text[1:]}, lang)


def fill(template: str, slots: dict[str, str], lang: Lang) -> str:
    """A template with its slots filled; what follows a slot in Korean agrees with it, and no full stop or unit follows another.

    >>> fill("At {value}.", {"value": "9:00 a.m."}, "en"), fill("{value}이 왔습니다.", {"value": "영희"}, "ko")
    ('At 9:00 a.m.', '영희가 왔습니다.')
    >>> fill("{value} years old.", {"value": "7 years"}, "en"), fill("{value}명입니다.", {"value": "7명"}, "ko")
    ('7 years old.', '7명입니다.')
    >>> fill("On floor {value}.", {"value": "9th floor"}, "en"), fill("On the {value}.", {"value": "9th floor"}, "en")
    ('On floor 9.', 'On the 9th floor.')
    """
    said, at = "", 0
    for match in SLOT.finditer(template):
        said += template[at : match.start()]
        value = _led_by_unit(slots[match[1]], said.lower()) if lang == "en" else slots[match[1]]
        said += value
        at = match.end()
        if template.startswith(".", at) and not template.startswith("..", at) and _ENDED.search(value):
            at += 1
        at += _said_again(value, template[at:])
        if lang == "ko" and value:
            rest = template[at:]
            agreed = agree(value, rest)
            template = template[:at] + agreed
            return said + fill(agreed, slots, lang)
    return said + template[at:]


def _led_by_unit(value: str, before: str) -> str:
    """A figure without its unit, where the word before it says that: "floor 9"."""
    figure = _FIGURE.fullmatch(value)
    units = (f"{figure[2]} ", f"{figure[2].removesuffix('s')} ") if figure else ()
    return figure[1] if figure and before.endswith(units) else value


_FIGURE = re.compile(r"(\d+)(?:st|nd|rd|th)? ([a-z]+)")
_UNIT = re.compile(r"\d\S*?( ?[^\W\d]+)$")


def _said_again(value: str, rest: str) -> int:
    """How much of what follows a figure says its unit once more: "7 people people"."""
    unit = _UNIT.search(value)
    if unit is None or not rest.startswith(unit[1]):
        return 0
    word = unit[1].isascii() and rest[len(unit[1]) :][:1].isalpha()  # "7 days", "daystar"
    return 0 if word else len(unit[1])
