"""One part of a fact, or the same part of several: which of them are told, and in which words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.finding import Answer, Finding, Settled, Untold
from bot.learning.known import Known, Record
from bot.question import Focus, Item, Question
from bot.recalling.affirm import holds, is_denied
from bot.recalling.match import Fit
from bot.recalling.pick_parts import put_in_plural
from bot.recalling.spoken import parts_called, senses_for, speaks_of, worded
from bot.recalling.suits import NAMED, suits
from bot.turn import Reason

_ALL = 8
"""As many are told where the question puts them in the plural."""
MOST = 4
"""Facts told at once, and looked at for each of several things asked for; more are too many for one reply."""


def in_time(fits: Sequence[Fit]) -> list[Fit]:
    """Fits in the order of their facts' times."""
    return sorted(fits, key=lambda f: f.record.rank or (9999,))


def values(question: Question, fits: list[Fit], known: Known, label: bool) -> Finding:
    """The part surest asked for of the likeliest fact; of all that are as likely where nothing is named, or several are asked for."""
    best = fits[0]
    same = [f for f in fits if f.record.kind == best.record.kind and f.parts[:1] == best.parts[:1]]
    asked_in = question.sorts & {"won", "dollar"}
    both = asked_in == {"won", "dollar"}
    currency = None if both or not asked_in else "KRW" if "won" in asked_in else "USD"
    parts = sharpest(best.parts, best.record, question, known)
    if parts == ("said",) and len(same) == 2:
        return Settled(tuple(Answer(f.record, ("said",)) for f in same), "value")
    placed = known.part(best.record, best.parts[0]).type == "place"
    lasting = any(t.until for t in question.times.values())
    several = _several_asked(question) or (placed and (lasting or "all" in question.marks))
    many = not question.names or several
    same = in_time(same) if placed or (several and all(f.record.rank for f in same)) else same
    if len(same) > 1 and many and len(same) <= (_ALL if several else MOST) and parts != ("said",):
        return Settled(
            tuple(Answer(f.record, tuple(p for p in parts if p in f.record.fact.parts) or f.parts[:1]) for f in same),
            "value",
            True,
            currency,
        )
    if _only_dated(question, best, known):
        return Untold(Reason.NOT_STATED, (), best.record)
    if "said" in best.record.fact.parts and _undecided(question, parts[0]):
        return Settled((Answer(best.record),), "tell")
    narrowed = _narrowed(question, best.record, parts[0], known)
    if narrowed is not None:
        if not narrowed:
            return Untold(Reason.NOT_STATED, (), best.record, parts)
        return Settled((Answer(best.record, parts[:1], narrowed),), "names")
    labelled = label and len(same) == 1 and not best.kind_named
    asks = any(i.has("question", "ask") for i in question.items)
    corrects = asks and not question.yesno and all(is_denied(p, best.record) for p in parts)
    held = holds(parts[0], best, question)
    return Settled((Answer(best.record, parts),), "value", labelled, currency, held, corrects=corrects)


def _undecided(question: Question, part: str) -> bool:
    """Whether what is still open is asked, which a flag of somebody's words does not tell by itself: "what is still up in the air?"."""
    open_asked = set(question.asks) & {"what", "which"} and not question.yesno
    return bool(open_asked) and any(part in i.ids("contrary") for i in question.items if i.lends is None)


def _only_dated(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked whether something was so, of no time, and only when it was is told: "was Kim at the opening too?"."""
    timed = any(i.has("daypart", "when", "relative", "weekday", "number", "bound", "today") for i in question.items)
    asks = bool(question.foci) or bool(question.alternatives)
    undated = question.yesno and not timed and not asks and not found.record.fact.parts[found.parts[0]].open
    return undated and known.part(found.record, found.parts[0]).type == "when"


def _several_asked(question: Question) -> bool:
    """Whether what is asked for is put in the plural: "which countries", "나라들", "세 나라", "어디어디"."""
    if any(i.text.startswith(_TWICE) and i.has("question") for i in question.items):
        return True
    if any(f.count > 1 for f in question.foci) or any("all" in i.ids("mark") for i in question.items if i.text):
        return True  # "세 나라", "나라 세 곳"
    nouns = [f.nouns[-1] for f in question.foci if f.nouns]
    english = (n.text for n in nouns if n.text.isascii())
    return any(put_in_plural(n, question) for n in nouns) or any(
        n.endswith("s") and not n.endswith("ss") for n in english
    )


_TWICE = ("어디어디", "누구누구", "뭐뭐", "무엇무엇", "언제언제")
"""Korean question words said twice over, which ask for all."""


def sharpest(parts: tuple[str, ...], record: Record, question: Question, known: Known) -> tuple[str, ...]:
    """The part surest asked for; others too, where other words or question words ask for them."""
    deed = _counted_by_deed(parts, record, question, known)
    if deed:
        return (deed,)
    chosen = [parts[0]]
    for other in parts[1:5]:
        if any(known.part(record, p).type == "flag" for p in (other, *chosen)):
            break
        if question.foci and _only_counted(chosen[0], other, question):
            continue
        if other in known.general and _asks_as_much(chosen[0], other, record, question, known):
            continue
        if len(chosen) < 3 and all(_asked_apart(p, other, record, question, known) for p in chosen):
            chosen.append(other)
    return tuple(p for p in record.fact.parts if p in chosen)


def _counted_by_deed(parts: tuple[str, ...], record: Record, question: Question, known: Known) -> str:
    """Of what is counted the part that the verb behind it names, and not how many there were of it in all: "how many lots were sold?"."""
    asked = question.foci[0] if len(question.foci) == 1 else None
    if asked is None or asked.word != "how_many" or not asked.nouns or any(i.has("follow") for i in question.items):
        return ""
    noun = asked.nouns[-1]
    counts = [p for p in parts[:5] if known.part(record, p).asks == ("how_many",)]
    words = [i for i in question.items if i.lends is None and i.at > noun.at and not _aside(i, question)]
    of_it, by_deed = parts_called(noun, record), {p for i in words for p in parts_called(i, record)}
    done = [p for p in counts if p in by_deed and p not in of_it and p not in known.general]
    return done[0] if len(done) == 1 and not of_it.isdisjoint(counts) else ""


def _asks_as_much(own: str, general: str, record: Record, question: Question, known: Known) -> bool:
    """Whether one thing is asked for, and a figure of the base's own answers it as a general one does: "재회까지 걸린 시간"."""
    one, other = known.part(record, own), known.part(record, general)
    measured = one.type == other.type == "amount" and own not in known.general
    return measured and len(question.foci) == 1 and bool(set(one.asks) & set(other.asks))


def _only_counted(first: str, other: str, question: Question) -> bool:
    """Whether "how many" counts what one part tells, and a mere circumstance names the other: "questions from the press"."""
    focus = question.foci[0]
    named = {p for n in focus.nouns for p in n.ids("part") if not n.has("unit")}  # "people" are counted in any part
    beside = [i for i in question.items if other in i.ids("part")]
    return focus.word in _FIGURES and first in named and other not in named and all(_aside(i, question) for i in beside)


def _aside(item: Item, question: Question) -> bool:
    """Whether a word only says from whom, with whom or for whom something was."""
    led = {p for i in question.items if 0 < item.at - i.at < 3 for p in i.ids("prep")}
    return bool(_ASIDE & (led | {item.role}))


_FIGURES = frozenset({"how_many", "how_much"})
_ASIDE = frozenset({"from", "with", "for"})


def _asked_apart(first: str, other: str, record: Record, question: Question, known: Known) -> bool:
    """Whether two parts are each asked for by a word of their own ("floor and room?", "how much over how long?")."""
    by: dict[str, set[int]] = {first: set(), other: set()}
    for item in (w for i in question.items for w in worded(i)):
        edged = bool({"start", "end"} & set(item.ids("part")))  # "from when till when"
        own = record.kind in item.ids("kind") if edged else item.has("kind")
        for sense in senses_for(item, record):
            general = not sense.fact and sense.id in known.general and (own or sense.id in ("about", "said"))
            if sense.tag == "part" and sense.id in by and speaks_of(sense.fact, record) and not general:
                by[sense.id].add(item.at)
            if sense.tag == "question" and sense.id not in ("what", "which") and not edged:
                for part in by:
                    definition = known.part(record, part)
                    unasked = sense.id == "who" and definition.type in NAMED and not definition.asks
                    if unasked or suits(definition, record.fact.parts[part], Focus(sense.id)):
                        by[part].add(item.at)
    return bool(by[first] - by[other]) and bool(by[other] - by[first])


def _narrowed(question: Question, record: Record, part: str, known: Known) -> tuple[str, ...] | None:
    """For "which city" the name of that sort in the part or around it, for "where else besides Acme" those left; None where neither is asked."""
    left_out = {n for e in question.excepted for n in known.standing(e, record)}
    names = record.fact.parts[part].names
    if not left_out.isdisjoint(names):
        return tuple(n for n in names if n not in left_out)
    if not question.sorts & {"city", "country"} or known.part(record, part).type not in ("place", "name"):
        return None
    sorts = {n for i in question.items if i.has("sort") for n in i.ids("noun")}
    told = record.fact.parts[part]
    if not sorts or not told.names or set(told.names) & sorts:
        return None
    return tuple(w for n in told.names for w in known.facts.names if w in known.members[n] and w in sorts)[:1]
