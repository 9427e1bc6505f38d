"""Which parts of a record a question asks for, and how surely."""

from __future__ import annotations

from bot.facts import Amount, Part, Told, When
from bot.known import Known, Record
from bot.question import Item, Question

_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


_BY_AUTHOR, _BY_KIND, _BY_WORD, _BY_QUESTION, _BY_WHAT, _BY_NAME = 3.0, 2.5, 1.5, 2.0, 1.0, 1.5
"""How strongly a part is asked for: by a word its fact or its kind has for it, by a general word, by the question word."""


def asked(question: Question, record: Record, known: Known) -> tuple[tuple[str, ...], tuple[str, ...], float]:
    """The parts that the question asks of this record, the surest first: those it tells, and those it does not.

    With them how surely the first is asked, 0.0 where none is.
    """
    wanted = wants(question)
    named = _named(question, wanted, record, known)
    scores: dict[str, float] = {}
    for part in (*record.fact.parts, *record.fact.not_told):
        if "how_many" in wanted and "how_many" in record.fact.not_told and part != "how_many":
            continue
        score = _asked_score(
            known.part(record, part), named.get(part, 0.0), wanted, record.fact.parts.get(part), question
        )
        if score > 0:
            scores[part] = score
    ranked = sorted(scores, key=lambda p: -scores[p])
    if not ranked:
        return (), (), 0.0
    told = tuple(p for p in ranked if p in record.fact.parts)
    if told and scores[told[0]] >= scores[ranked[0]]:
        return told, (), scores[told[0]]
    return (), tuple(p for p in ranked if p not in record.fact.parts), scores[ranked[0]]


def _asked_score(part: Part, named: float, wanted: frozenset[str], told: Told | None, question: Question) -> float:
    if not wanted:
        return named if part.type == "flag" or not question.yesno or part.type not in _NAMED else 0.5 * named
    if not question.asks:
        return named + (
            0.5 * _BY_QUESTION if told and answers(part, wanted, told, question) and part.type != "flag" else 0.0
        )
    strict = wanted - {"which"} if "where" in wanted else wanted
    fits = answers(part, strict, told, question) if told else _may_answer(part, strict)
    if wanted <= _OPEN:
        a_name = "name" in question.sorts and part.type in ("name", "person") and part.role in ("by", "with", "object")
        if part.type == "flag":
            return 0.45 * named
        return named + (_BY_NAME if a_name else _BY_WHAT if fits else 0.0)
    if named and wanted <= _OPEN | {"how"}:
        return named
    if "where" in wanted and "which" in wanted and named and part.type != "place":
        return named
    if "how_many" in wanted and named and part.type == "amount":
        fits = True
    return named + _BY_QUESTION if fits else 0.0


_NAMED = frozenset({"name", "person", "organisation", "thing"})
_OPEN = frozenset({"what", "which"})
"""Question words that any part answers which is named beside them ("what floor")."""


def speaks_of(scope: str, record: Record) -> bool:
    """Whether a part's word holds for a record: a general one always, one of a kind for that kind alone."""
    return not scope or scope == f"kind:{record.kind}"


def worded(item: Item) -> tuple[Item, ...]:
    """A phrase for a kind of fact may hold the word for a part ("투자 규모"): it counts with its words."""
    phrase = (
        item.has("kind") and not item.text.isascii() and not item.has("light", "question", "anaphor", "tell", "ask")
    )
    return (item, *item.pieces) if phrase else (item,)


def _named(question: Question, wanted: frozenset[str], record: Record, known: Known) -> dict[str, float]:
    """Parts that a word of the question names, each with how strongly it does."""
    found: dict[str, float] = {}
    for item in (w for i in question.items for w in worded(i)):
        for sense in item.senses:
            if sense.tag == "of_fact" and sense.fact == record.fact.id:
                found[sense.id] = _BY_AUTHOR
            elif (
                sense.tag == "noun"
                and sense.id in record.names
                and wanted
                and wanted <= _OPEN | {"where"}
                and not question.yesno
            ):
                for part in record.names[sense.id]:
                    found[part] = max(found.get(part, 0.0), _BY_WORD)
            elif sense.tag in ("part", "contrary") and speaks_of(sense.fact, record):
                strength = _BY_KIND if sense.fact or sense.id not in known.general else _BY_WORD
                found[sense.id] = max(found.get(sense.id, 0.0), strength)
    return found


_BY_SORT = {
    "person": "who", "organisation": "who", "place": "where", "country": "where", "city": "where", "year": "when",
    "month": "when", "day": "when", "clock": "clock", "daypart": "when", "won": "how_much", "dollar": "how_much",
}  # fmt: skip


def _sort_beside(question: Question) -> frozenset[str]:
    """What sort of thing stands right behind "which" or "what": "which building did the leaders ..." asks for a place."""
    asked_at = next((i.at for i in question.items if set(i.ids("question")) & _OPEN), None)
    if asked_at is None or question.lang == "ko":
        return question.sorts
    for item in question.items:
        if asked_at < item.at <= asked_at + 4 and not item.has("light", "auxiliaries", "name", "title", "number"):
            return frozenset(item.ids("sort"))
    return question.sorts


def _numbered_place(question: Question) -> bool:
    """ "몇 전시실에서" asks which room, not how many."""
    asked_at = [i.at for i in question.items if "how_many" in i.ids("question")]
    return any(i.has("noun") and not i.has("sort", "unit") and i.at - 1 in asked_at for i in question.items)


def wants(question: Question) -> frozenset[str]:
    """The question words in effect: "what country" asks where, "which company" asks who."""
    plain = frozenset(question.asks)
    sharp = plain - _OPEN
    if "how_many" in sharp and _numbered_place(question):
        sharp = sharp - {"how_many"} | {"where"}
    if "how_much" in sharp and any("how_long" in i.ids("part") for i in question.items):
        sharp = sharp - {"how_much"} | {"how_long"}
    if sharp == {"where"} and "which" in plain and question.sorts & {"organisation", "person"}:
        return frozenset({"who"})
    if sharp:
        return sharp | (plain & {"which"} if "where" in sharp else frozenset())
    sorts = _sort_beside(question) if plain else question.sorts
    by_sort = frozenset(_BY_SORT[s] for s in sorts if s in _BY_SORT)
    if not plain and "name" in question.sorts and not question.yesno:
        return frozenset({"what"}) | (by_sort & {"who"})
    if plain:
        return by_sort | (plain if "what" in plain or not by_sort else frozenset())
    return (
        frozenset()
        if question.yesno
        else by_sort & {"who", "where", "clock", "how_much"}
        if not question.summary
        else frozenset()
    )


def answers(part: Part, wanted: frozenset[str], told: Told, question: Question) -> bool:
    """Whether a told part is what the question words ask for."""
    return any(_one(part, word, told, question) for word in wanted)


def _one(part: Part, word: str, told: Told, question: Question) -> bool:
    values = told.values
    match word:
        case "who":
            return "who" in part.asks or (part.type in ("name", "person", "organisation") and part.role != "none")
        case "where":
            return "where" in part.asks or part.type == "place"
        case "when":
            return part.type == "when"
        case "clock":
            return part.type == "when" and any(isinstance(v, When) and v.hour is not None for v in values)
        case "how_long":
            return part.type == "amount" and any(isinstance(v, Amount) and v.unit in _TIME_UNITS for v in values)
        case "how_much":
            return part.type == "amount" and any(
                isinstance(v, Amount) and v.unit and v.unit not in _TIME_UNITS for v in values
            )
        case "how_many" if part.type in ("name", "person", "organisation", "thing"):
            return bool(question.sorts & {"person", "organisation"}) and part.role in ("by", "with")
        case "how_many":
            return part.type == "amount" and ("how_many" in part.asks or "which" not in part.asks)
        case "what":
            return "what" in part.asks
        case "which":
            return "which" in part.asks or "what" in part.asks
        case _:
            return word in part.asks


def _may_answer(part: Part, wanted: frozenset[str]) -> bool:
    typed = {"when": "when", "clock": "when", "how_long": "amount", "how_much": "amount", "how_many": "amount"}
    if "clock" in wanted:
        wanted = wanted | {"when"}
    return bool(set(part.asks) & wanted) or any(typed.get(w) == part.type for w in wanted if not part.asks)
