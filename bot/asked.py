"""Which parts of a record answer what is asked, and how surely."""

from __future__ import annotations

from typing import NamedTuple

from bot.facts import Amount, Names, Part, Texts, Told, Value, When
from bot.known import Known, Record
from bot.question import Focus, Item, Question

_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})

# How strongly a word names a part: a word that its fact, its kind or the engine has for it; or a common noun of what
# stands in it ("which hotel"). Then what the question word by itself is worth. Only the order matters.
_BY_FACT, _BY_KIND, _BY_GENERAL, _BY_NOUN = 3.0, 2.5, 1.5, 1.8
_BY_WORD, _BY_WHAT, _BY_SORT, _ROLE = 2.0, 1.0, 1.5, 0.6
_BESIDE = 0.6
"""What a word is worth for a part that it names without standing where the thing asked for does."""
_COURTESY = 0.5
"""What a word that is mostly courtesy ("say", "나오다") is worth as the name of a part, of what another would be."""
_OWN = 0.2
"""More for a part of the base's own that a word names, before one that every base has."""
OPEN = frozenset({"what", "which"})
"""Question words that any part answers which is named beside them ("what floor")."""
_NAMED = frozenset({"name", "person", "organisation", "thing"})


class Ranked(NamedTuple):
    """The parts that a question asks of one record, the surest first."""

    parts: tuple[str, ...] = ()
    """Those that the record tells."""
    missing: tuple[str, ...] = ()
    """Those that the record does not tell; set only where one of them is asked for more surely than any it tells."""
    sureness: float = 0.0


def asked(question: Question, record: Record, known: Known) -> Ranked:
    """The parts that the question asks of this record; of several things asked for, the first that it may answer."""
    spoken = _spoken(question.items, record, known, question.yesno)
    if not question.foci:
        return _ranked(_of_yesno(question, spoken, record, known), record)
    found = [_ranked(_scores(f, spoken, question, record, known), record) for f in question.foci]
    return max(found, key=lambda r: r.sureness)


def _ranked(scores: dict[str, float], record: Record) -> Ranked:
    ranked = sorted((p for p in scores if scores[p] > 0), key=lambda p: -scores[p])
    if not ranked:
        return Ranked()
    told = tuple(p for p in ranked if p in record.fact.parts)
    if told and scores[told[0]] >= scores[ranked[0]]:
        return Ranked(told, (), scores[told[0]])
    return Ranked((), tuple(p for p in ranked if p not in record.fact.parts), scores[ranked[0]])


def _of_yesno(question: Question, spoken: dict[str, float], record: Record, known: Known) -> dict[str, float]:
    if not question.yesno:
        return spoken
    told = {
        p: s + (0.5 if known.part(record, p).type == "flag" else 0.0)
        for p, s in spoken.items()
        if known.part(record, p).type not in _NAMED
    }
    here = {p: s for p, s in told.items() if p in record.fact.parts and s >= _BY_GENERAL * 0.8}
    return here or {p: s for p, s in told.items() if known.part(record, p).type == "flag" or s >= _BY_KIND}


def _scores(
    focus: Focus, spoken: dict[str, float], question: Question, record: Record, known: Known
) -> dict[str, float]:
    named = _held(focus.nouns[-1:], record, known) or _held(focus.nouns, record, known)
    if _put(focus) and not any(p in record.fact.parts for p in named) and any(p in record.fact.parts for p in spoken):
        named = {}  # it tells another thing that a word of the question names
    if (
        not named
        and focus.word in OPEN
        and any(i.has("part") and not i.has("kind", "ask") and i.text for i in focus.nouns)
    ):
        return {}  # it asks for a part that this record does not have
    if not _held(focus.nouns[-1:], record, known) and _names_a_thing(focus, question):
        return {}
    found = {}
    specific = {p for p in spoken if p not in known.general}
    for part in (*record.fact.parts, *record.fact.not_told):
        if focus.word == "how_many" and "how_many" in record.fact.not_told and part != "how_many" and part not in named:
            continue
        found[part] = _score(part, focus, named, spoken, question, record, known)
        if found[part] and part in specific:
            found[part] += _OWN
    return found


def _said_already(told: Told, question: Question) -> bool:
    """Whether a part holds just the names that the question itself says: no answer to what it asks."""
    held = {n for v in told.values if isinstance(v, Names) for n in v.ids}
    return (
        bool(held)
        and held <= set(question.names)
        and len(told.values) == sum(isinstance(v, Names) for v in told.values)
    )


def _circular(told: Told, question: Question) -> bool:
    """Whether a text says nothing but words of the question: "to avoid them" tells nobody why he avoided them."""
    texts = [t for v in told.values if isinstance(v, Texts) for t in v.items]
    if len(texts) != 1 or question.foci[0].word not in ("why", "how"):
        return False
    asked_with = [i.text.split()[0] for i in question.items if i.text and not i.has("question")]
    words = [w.strip(".,!?") for w in texts[0][question.lang].split() if len(w) > (1 if question.lang == "ko" else 3)]
    return bool(words) and all(any(_same_stem(w, a) for a in asked_with) for w in words)


def _names_a_thing(focus: Focus, question: Question) -> bool:
    """Whether the name of a thing is asked for that the question already speaks of by all that is known of it."""
    naming = any("name" in n.ids("sort") or "called" in n.ids("part") for n in focus.nouns[-1:])
    if any("person" in n.ids("sort") for n in focus.nouns):
        return False
    return naming and focus.word in OPEN and any(i.has("name") and not i.titled for i in question.items)


def _same_stem(word: str, other: str) -> bool:
    """Whether two words begin alike: as much as their inflections leave of them."""
    length = 1 if "가" <= word[0] <= "힣" else 4
    return word[:length].lower() == other[:length].lower()


def _held(nouns: tuple[Item, ...], record: Record, known: Known) -> dict[str, float]:
    """The parts of the record that the nouns name."""
    parts = (*record.fact.parts, *record.fact.not_told)
    return {p: s for p, s in _spoken(nouns, record, known, as_noun=True).items() if p in parts}


def _score(
    part: str, focus: Focus, named: dict[str, float], spoken: dict[str, float], question: Question, record: Record, known: Known
) -> float:  # fmt: skip
    definition, told = known.part(record, part), record.fact.parts.get(part)
    if told is not None and (_said_already(told, question) or _circular(told, question)):
        return 0.0
    fits = _one(definition, focus.word, told, question) if told else _may_answer(definition, focus.word)
    beside = _BESIDE * spoken.get(part, 0.0)
    fits = fits or (part in named and (_measures(definition, focus.word) or _numbered(told, focus.word)))
    count = _counted(focus, told) + _in_unit(told, focus.units & _TIME_UNITS)
    fits = fits or count > 0
    abstract = focus.word in ("where", "how") and not any(_fits(p, focus, record, known) for p in named)
    if named and focus.word not in OPEN and not abstract:
        return _BY_WORD + _role(definition, focus) + beside + count + 0.5 * (part in named) if fits else 0.0
    if named:
        if part in named:
            return (
                count
                + named[part]
                + (0.5 if fits else 0.0)
                + (0.3 * beside if named[part] < spoken.get(part, 0.0) else 0.0)
            )
        if spoken.get(part, 0.0) > max(named.values()) and max(named.values()) <= _BY_GENERAL and not _put(focus):
            return 0.8 * spoken[part] + (0.5 if fits else 0.0)
        return 0.2 * _BY_WORD + 0.3 * beside if fits and focus.word not in OPEN else 0.0
    role = _role(definition, focus)
    if any(i.has("sort") for i in focus.nouns):
        return _BY_SORT + role + beside + count + _of_sort(told, focus, known) if fits else 0.0
    if focus.word in OPEN:
        if definition.type == "flag":
            return 0.9 * beside
        worth = 0.3 if definition.type in _NAMED and focus.word == "which" else _BY_WHAT
        return beside + (worth if fits else 0.0)
    if fits:
        return _BY_WORD + role + beside + count
    return beside if focus.word == "how" else 0.0


def _fits(part: str, focus: Focus, record: Record, known: Known) -> bool:
    """Whether a part that the nouns name is of the sort that the question word asks for."""
    told = record.fact.parts.get(part)
    return told is None or _one(known.part(record, part), focus.word, told, None)


def _in_unit(told: Told | None, units: frozenset[str]) -> float:
    """Whether a figure is in the unit that is asked for: months are no minutes."""
    held = {v.unit for v in told.values if isinstance(v, Amount)} if told else set()
    return 0.0 if not units or not held else 0.5 if units & held else -1.0


def _measures(part: Part, word: str) -> bool:
    """Whether a part that is named holds what the question word measures."""
    if word == "days":
        return part.type in ("amount", "when")
    return part.type == "amount" if word.startswith("how_") else part.type == "when" and word in ("when", "clock")


def _of_sort(told: Told | None, focus: Focus, known: Known) -> float:
    """Whether the names of a part are of the sort that the nouns say: an agency is no person."""
    sorts = {s for n in focus.nouns for s in n.ids("sort")} & {"person", "organisation"}
    held = {known.facts.names[n].type for v in told.values if isinstance(v, Names) for n in v.ids} if told else set()
    return 0.0 if len(sorts) != 1 or not held else 0.5 if sorts & held else -0.5


def _numbered(told: Told | None, word: str) -> bool:
    """Whether "how many" may be answered by telling them all."""
    return word == "how_many" and told is not None and sum(_size(v) for v in told.values) > 1


def _size(value: Value) -> int:
    return len(value.ids) if isinstance(value, Names) else len(value.items) if isinstance(value, Texts) else 0


def _counted(focus: Focus, told: Told | None) -> float:
    """Whether a part holds as many names as are asked for ("the two companies")."""
    if not focus.count or told is None:
        return 0.0
    names = sum(len(v.ids) for v in told.values if isinstance(v, Names))
    return 0.0 if not names else 2.0 if names == focus.count else -1.0


def _put(focus: Focus) -> bool:
    """Whether the question word itself says which part it asks for ("뭐라고")."""
    return any(n.has("ask") or not n.text for n in focus.nouns)


def _role(part: Part, focus: Focus) -> float:
    """Whether the part is to the verb what the thing asked for is."""
    role = {"agent": "by", "from": "by", "topic": "", "subject": "by"}.get(focus.role, focus.role)
    if focus.word == "where" and role in ("at", "to", "by") and part.type not in ("place", "text"):
        return -2.0  # "어디서" asks for a place, never for a company
    if focus.word != "who" or not role or part.mutual:
        return 0.0
    near = part.role == role or {part.role, role} in ({"with", "by"}, {"about", "object"}, {"to", "object"})
    return _ROLE if part.role == role else 0.0 if near else -_ROLE


def speaks_of(scope: str, record: Record) -> bool:
    """Whether a part's word holds for a record: a general one always, one of a kind for that kind alone."""
    return not scope or scope == f"kind:{record.kind}"


def worded(item: Item) -> tuple[Item, ...]:
    """A phrase for a kind of fact may hold the word for a part ("투자 규모"): it counts with its words."""
    phrase = (
        item.has("kind") and not item.text.isascii() and not item.has("light", "question", "anaphor", "tell", "ask")
    )
    return (item, *item.pieces) if phrase else (item,)


def _spoken(
    items: tuple[Item, ...], record: Record, known: Known, yesno: bool = False, as_noun: bool = False
) -> dict[str, float]:
    """Parts that a word names, each with how strongly it does."""
    found: dict[str, float] = {}
    for item in (w for i in items for w in worded(i) if not i.has("auxiliaries")):
        weak = _COURTESY if item.has("light") and not as_noun else 1.0
        for sense in item.senses:
            if sense.tag == "of_fact" and sense.fact == record.fact.id:
                strength, parts = _BY_FACT, [sense.id]
            elif sense.tag == "noun" and sense.id in record.names and not yesno and not item.has("name"):
                strength, parts = _BY_NOUN, list(record.names[sense.id])
            elif sense.tag in ("part", "contrary") and speaks_of(sense.fact, record):
                own = sense.fact or sense.id not in known.general
                strength, parts = _BY_KIND if own else _BY_GENERAL, [sense.id]
            else:
                continue
            for part in parts:
                if item.has("mark") and part in record.fact.not_told:
                    continue
                strength *= weak
                found[part] = max(
                    found.get(part, 0.0),
                    strength * (1.0 if item.lends is None else item.lends) * (0.85 if sense.like else 1.0),
                )
    return found


def wants(question: Question) -> frozenset[str]:
    """The question words in effect."""
    return frozenset(f.word for f in question.foci)


def answers(part: Part, wanted: frozenset[str], told: Told, question: Question) -> bool:
    """Whether a told part is what the question words ask for."""
    return any(_one(part, word, told, question) for word in wanted)


def _one(part: Part, word: str, told: Told, question: Question | None) -> bool:
    values = told.values
    match word:
        case "who":
            return "who" in part.asks or (part.type in ("name", "person", "organisation") and part.role != "none")
        case "where":
            return "where" in part.asks or part.type == "place"
        case "when":
            return part.type == "when" or "when" in part.asks
        case "days":  # 며칠: the day of a month, or so many days
            days = any(isinstance(v, Amount) and v.unit == "day" for v in values)
            return part.type == "when" or "when" in part.asks or (part.type == "amount" and days)
        case "clock":
            return part.type == "when" and any(isinstance(v, When) and v.hour is not None for v in values)
        case "how_long":
            timed = any(isinstance(v, Amount) and v.unit in _TIME_UNITS for v in values)
            return (part.type == "amount" and timed) or ("how_long" in part.asks and part.type == "text")
        case "extent":
            return part.type == "amount" and any(isinstance(v, Amount) and v.unit for v in values)
        case "how_much":
            return part.type == "amount" and any(
                isinstance(v, Amount) and v.unit and v.unit not in _TIME_UNITS for v in values
            )
        case "how_many" if part.type in ("name", "person", "organisation", "thing"):
            sorts = question.sorts if question else frozenset()
            return bool(sorts & {"person", "organisation"}) and part.role in ("by", "with")
        case "how_many":
            return part.type == "amount" and ("how_many" in part.asks or "which" not in part.asks)
        case "what":
            return "what" in part.asks
        case "which":
            return "which" in part.asks or "what" in part.asks
        case _:
            return word in part.asks


def _may_answer(part: Part, word: str) -> bool:
    typed = {
        "when": "when",
        "clock": "when",
        "how_long": "amount",
        "how_much": "amount",
        "how_many": "amount",
        "extent": "amount",
        "days": "when",
    }
    words = {word, "when"} if word in ("clock", "days") else {word}
    return bool(set(part.asks) & words) or any(typed.get(w) == part.type for w in words if not part.asks)
