"""Whether what a part holds is what a question word asks for: its type, its unit, its number, its role."""

from __future__ import annotations

from collections.abc import Collection

from bot.facts import AGENTS, Amount, Names, Part, Texts, Told, Value, When
from bot.language.senses import currencies, is_money
from bot.learning.known import Known
from bot.question import Focus

SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629800, "year": 31557600}
"""How long each unit of time is."""
TIME_UNITS = frozenset(SECONDS)

OPEN = frozenset({"what", "which"})
"""Question words that any part answers which is named beside them ("what floor")."""
NAMED = frozenset({"name", "person", "organisation", "thing"})
"""Types of parts that hold names which are no places."""
_ROLE = 0.6
"""What the right role is worth, and the wrong one costs."""
_COUNT, _MISCOUNT = 2.0, -1.0
_UNIT, _OTHER_UNIT = 0.5, -1.0
_SORT = 0.5


def suits(part: Part, told: Told | None, focus: Focus) -> bool:
    """Whether a part is of the sort that the question word asks for; one that is not told, whether it could be."""
    if told is None or told.open or not told.values:
        return _may_hold(part, focus.word)
    return _holds(part, told, focus)


def _holds(part: Part, told: Told, focus: Focus) -> bool:
    values = told.values
    match focus.word:
        case "who":
            return "who" in part.asks or (part.type in ("name", "person", "organisation") and part.role != "none")
        case "where":
            return "where" in part.asks or part.type == "place"
        case "when":
            return part.type == "when" or "when" in part.asks
        case "days":  # 며칠: the day of a month, or so many days
            timed = part.type == "when" or ("when" in part.asks and part.type != "event")
            return timed or _measured(part, values, frozenset({"day"}))
        case "clock":
            return part.type == "when" and any(isinstance(v, When) and v.hour is not None for v in values)
        case "how_long":
            asks = "how_long" in part.asks
            made = asks and any(isinstance(v, When) for v in values)  # "April 15 to September 30"
            return made or _measured(part, values, TIME_UNITS) or (asks and part.type == "text")
        case "extent":  # 얼마나: how much or how long
            return part.type == "amount" and any(isinstance(v, Amount) and v.unit for v in values)
        case "how_much":
            return part.type == "amount" and any(
                isinstance(v, Amount) and v.unit and v.unit not in TIME_UNITS for v in values
            )
        case "how_many" if part.type in NAMED:
            sorts = {s for n in focus.nouns for s in n.ids("sort")}
            return bool(sorts & AGENTS) and part.role in ("by", "with")
        case "how_many":
            counts = part.type == "amount" and ("how_many" in part.asks or "which" not in part.asks)
            counts = counts and not _of_time(part, values, focus) and not _of_money(part, values, focus)
            counts = counts and (part.id == "how_many" or not _of_facts(focus)) and _is_counted(part, values, focus)
            return counts and not (of_people(focus) and _of_things(values))
        case "which":
            return "which" in part.asks or "what" in part.asks
        case word:
            return word in part.asks


def _of_time(part: Part, values: tuple[Value, ...], focus: Focus) -> bool:
    """Whether a part tells an age or another length of time, in which nothing but time is counted."""
    units = {v.unit for v in values if isinstance(v, Amount)}
    counted = "how_many" in part.asks or bool(focus.units & TIME_UNITS)
    return bool(units) and units <= TIME_UNITS and not counted


def _is_counted(part: Part, values: tuple[Value, ...], focus: Focus) -> bool:
    """Whether a part is asked for by "how many", or tells a plain number, or one in the unit that is asked for."""
    units = {v.unit for v in values if isinstance(v, Amount)}
    return "how_many" in part.asks or (bool(units) and units <= {"", "person"}) or bool(units & focus.units)


def _of_money(part: Part, values: tuple[Value, ...], focus: Focus) -> bool:
    """Whether a part tells a sum, in which nothing but money is counted ("how many dollars")."""
    sums = [v for v in values if isinstance(v, Amount) and is_money(v.unit)]
    asked = any(currencies(n.ids("sort")) for n in focus.nouns) or bool(currencies(focus.units))
    return bool(sums) and "how_many" not in part.asks and not asked


def of_people(focus: Focus) -> bool:
    """Whether people are asked for, by a noun or by the unit that they are counted in."""
    return "person" in focus.units or any("person" in n.ids("sort") for n in focus.nouns)


def _of_facts(focus: Focus) -> bool:
    """Whether things of a kind of fact are to be counted ("how many animals"), which no figure of one of them tells."""
    return (
        bool(focus.nouns)
        and focus.nouns[-1].has("kind")
        and not focus.nouns[-1].has("part", "sort", "unit", "noun", "of_fact")
    )


def _of_things(values: tuple[Value, ...]) -> bool:
    return all(isinstance(v, Amount) and v.unit not in ("", "person") for v in values)


def _measured(part: Part, values: tuple[Value, ...], units: frozenset[str]) -> bool:
    return part.type == "amount" and any(isinstance(v, Amount) and v.unit in units for v in values)


_TYPES = {
    "when": "when", "clock": "when", "days": "when",
    "how_long": "amount", "how_much": "amount", "how_many": "amount", "extent": "amount",
}  # fmt: skip


def _may_hold(part: Part, word: str) -> bool:
    words = {word, "when"} if word in ("clock", "days") else {word}
    return bool(set(part.asks) & words) or (not part.asks and _TYPES.get(word) == part.type)


def measures(part: Part, told: Told | None, word: str) -> bool:
    """Whether a part that a noun names holds what the question word measures; "how many" may be told by telling all."""
    if word == "how_many" and told is not None and sum(map(_size, told.values)) > 1:
        return True
    if word == "days":
        return part.type in ("amount", "when")
    return part.type == "amount" if word.startswith("how_") else part.type == "when" and word == "when"


def _size(value: Value) -> int:
    return len(value.ids) if isinstance(value, Names) else len(value.items) if isinstance(value, Texts) else 0


def counted(told: Told | None, focus: Focus, known: Known, excepted: Collection[str] = ()) -> float:
    """More for a part that holds as many names as are asked for ("the two companies", "three besides Kim"), less for any other; people are no places."""
    if not focus.count:
        return 0.0
    placed = any({"country", "city"} & set(n.ids("sort")) for n in focus.nouns)
    named = set(known.of_type(told.names, "place") if placed else told.names) if told else set()
    names = len(named - set(excepted))
    return 0.0 if not names else _COUNT if names == focus.count else _MISCOUNT


def in_unit(told: Told | None, focus: Focus) -> float:
    """More for a figure in the unit that is asked for; months are no minutes."""
    figures = {v.unit for v in told.values if isinstance(v, Amount)} if told and focus.units else set[str]()
    if figures & focus.units - TIME_UNITS - _COUNTING:
        return _UNIT
    units = focus.units & TIME_UNITS
    held = figures & TIME_UNITS if units else set()
    return 0.0 if not held else _UNIT if units & held else _OTHER_UNIT


def of_other_unit(told: Told | None, focus: Focus) -> bool:
    """Whether a part only holds lengths of time, and a measure of another sort is asked for: minutes are no metres."""
    if told is None or not focus.units or focus.units & (TIME_UNITS | _COUNTING):
        return False
    held = {v.unit for v in told.values if isinstance(v, Amount)} - {""}
    return bool(held) and held <= TIME_UNITS


_COUNTING = frozenset({"", "person", "time", "place", "work"})
"""Units in which things are only counted."""


def of_sort(told: Told | None, focus: Focus, known: Known) -> float:
    """More for names of the sort that the nouns say: an agency is no person."""
    sorts = {s for n in focus.nouns for s in n.ids("sort")} & AGENTS
    held = {known.facts.names[n].type for n in told.names} if told else set()
    return 0.0 if len(sorts) != 1 or not held else _SORT if sorts & held else -_SORT


_AS_ROLE = {"agent": "by", "from": "by", "topic": "", "subject": "by"}
"""The role of a part that is meant by that of a question word, where it is another one."""


def in_role(part: Part, focus: Focus) -> float:
    """More for a part that is to the verb what the thing asked for is."""
    role = _AS_ROLE.get(focus.role, focus.role)
    if (
        focus.word == "where"
        and focus.role != "from"
        and role in ("at", "to", "by")
        and part.type not in ("place", "text")
        and part.role != "at"
    ):
        return -2.0  # "어디서" asks for a place, never for a company
    if focus.word == "what" and role == "about":
        return _ROLE if part.role == "about" else 0.0
    if focus.word != "who" or not role or part.mutual:
        return 0.0
    if focus.role == "from" and part.role in ("none", "from"):
        return _ROLE  # "from whom" asks for a source before it asks for who did it
    near = {part.role, role} in ({"with", "by"}, {"about", "object"}, {"to", "object"}, {"to", "for"})
    return _ROLE if part.role == role else 0.0 if near else -_ROLE
