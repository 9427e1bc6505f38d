"""The names of a fact, or of several, where who or which is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.finding import Answer, Finding, Settled, Untold
from bot.language.english import is_ordinal
from bot.learning.known import NAME_KIND, Known
from bot.question import Question
from bot.recalling.affirm import is_denied, is_flag
from bot.recalling.choose_none import unstated
from bot.recalling.choose_value import sharpest
from bot.recalling.choose_whole import ALIKE_IN_KIND
from bot.recalling.match import Fit
from bot.recalling.pick import pick
from bot.recalling.pick_parts import is_named
from bot.recalling.spoken import own_word
from bot.recalling.suits import NAMED
from bot.turn import Memory, Reason

CLOSE = 0.35
"""Two fits are alike when their weights are no further apart: less than any one word is worth."""


def names(question: Question, fits: list[Fit], known: Known, memory: Memory) -> Finding | None:
    """The names that the likeliest fact tells, with those of all facts of its kind that fit as well; None where they tell none."""
    best = fits[0]
    fits = [f for f in fits if not _denied(f, question)]
    if not fits:
        return unstated(best)
    best = fits[0]
    same = [f for f in fits if f.record.kind == best.record.kind]
    if best.record.kind == NAME_KIND:
        return Settled((Answer(best.record, _self_parts(best, question, known)),), "value")
    picked = [(f, a) for f in same if (a := pick(question, f, known, memory)) is not None]
    if picked and question.marks & {"else", "except"}:
        picked = [(f, a) for f, a in picked if f.weight > picked[0][0].weight - CLOSE]
    answers = [a for _, a in picked]
    if not answers and question.excepted:
        others = [f for f in fits if f.record.kind != best.record.kind and question.excepted & set(f.record.names)]
        answers = [a for f in others[:1] if (a := pick(question, f, known, memory)) is not None]
    if not answers:
        return None
    told = {n for a in answers for n in a.names}
    lent = question.sorts >= {"name", "organisation"} and not any(n in a.record.names for a in answers for n in a.names)
    if len(told) < 2 and (lent or _all_houses(question)):
        return unstated(best)  # one house is not all that came
    if "how_many" in question.asks:
        if question.passive and any(p == "by" for a in answers for p in a.parts):
            return Untold(Reason.NOT_STATED, (), best.record, ("how_many",))  # who warned them is none of those warned
        sort = "person" if "person" in question.sorts else "organisation"
        if any(known.facts.names[n].type != sort for a in answers for n in a.names):
            return Untold(Reason.NOT_STATED, (), best.record, ("how_many",))
        if len(told) < 2 and not question.excepted and not any(a.record.fact.complete for a in answers):
            return Untold(
                Reason.NOT_STATED, (), best.record, ("how_many",)
            )  # that one is named says not that he was the only one
        return Settled(tuple(answers[:6]), "count")
    if _fewer_than_asked(question, answers):
        return unstated(best)
    if len(answers) == 1 and "what" in question.asks and "who" in question.asks:
        what = next((p for p in best.record.fact.parts if "what" in known.part(best.record, p).asks), None)
        if what:
            return Settled((answers[0], Answer(best.record, (what,))), "value")
    return Settled(tuple(answers[:6]), "others" if _all_said_at_once(question, answers) else "names")


def _all_said_at_once(question: Question, answers: Sequence[Answer]) -> bool:
    """Whether the words in which a part is said say those too who are left out, so that the names left are said alone."""
    parts = [a.record.fact.parts[p] for a in answers for p in a.parts]
    return len(parts) == 1 and parts[0].says is not None and not question.excepted.isdisjoint(parts[0].names)


def _fewer_than_asked(question: Question, answers: Sequence[Answer]) -> bool:
    """Whether so many are asked for that those found are not all of them: "which three firms", of which one is told."""
    counted = question.foci[0].count if question.foci and question.asked_in == "en" else 0
    if not counted or "how_many" in question.asks or question.excepted:
        return False
    told = {n for a in answers for n in a.names}
    return 0 < len(told) < counted and not any(is_ordinal(i.text) for i in question.items)


def _all_houses(question: Question) -> bool:
    """Whether all the houses that came are asked for by name: "어디어디", "names of the firms"."""
    if "어디어디" in question.text:
        return True
    nouns = [n for f in question.foci for n in f.nouns[-1:] if n.text.isascii() and "organisation" in n.ids("sort")]
    return "name" in question.sorts and any(n.text.endswith("s") for n in nouns)


def _denied(found: Fit, question: Question) -> bool:
    """Whether a word that says what they are names a flag that does not hold of this fact, and nothing else: "who headlined?"."""
    record = found.record
    for item in question.items:
        if not item.has("part") or item.has("kind", "light", "name") or item.lends is not None:
            continue
        own = {s.id for s in item.senses if s.tag == "part" and s.fact == f"kind:{record.kind}" and not s.like}
        flags = {p for p in own if is_flag(p, record)} if own.isdisjoint(found.parts[:1]) else set()
        if flags:
            return all(is_denied(p, record) for p in flags)
    return False


def _self_parts(found: Fit, question: Question, known: Known) -> tuple[str, ...]:
    """The part of a name's own entry that is asked for; none where who or what it is tells that as well."""
    named = [
        p
        for p in found.parts
        if any(s.id == p and s.tag in ("part", "of_fact") for i in question.items for s in i.senses)
    ]
    told = found.record.fact.parts
    put = [
        p for p in found.parts[:1] if "where" in question.asks and (told[p].says or _unsaid(p, found, question, known))
    ]
    return tuple((named or put)[:1])


def _unsaid(part: str, found: Fit, question: Question, known: Known) -> bool:
    """Whether what something is does not say where it lies."""
    name, names = known.facts.names[found.record.fact.names[0]], known.facts.names
    about = name.about[question.lang].casefold() if name.about and not name.title else None
    told = [names[n].name[question.lang].casefold() for n in found.record.fact.parts[part].names]
    return part == "in" and about is not None and not any(t in about for t in told)


def names_asked(found: Fit, wanted: frozenset[str], question: Question, known: Known) -> bool:
    """Whether names answer: who is asked, and no other part is named for it; or the part that is asked holds names."""
    if question.yesno or wanted == {"why"}:
        return False
    parts = sharpest(found.parts, found.record, question, known)
    if len(parts) > 1:
        return False
    types = {known.part(found.record, p).type for p in parts}
    holds = any(known.part(found.record, p).type in NAMED and found.record.fact.parts[p].names for p in parts)
    worded = bool(parts) and types == {"text"} and "who" in known.part(found.record, parts[0]).asks
    return holds or ("who" in wanted and not worded and not is_named(parts, found.record, question))


def of_like_kind(best: Fit, fits: Sequence[Fit], question: Question) -> list[Fit]:
    """The facts of one kind that answer alike, so that all whom somebody met are named and not only some."""
    if question.marks & {"first", "second", "last", "next"}:
        return [best]
    near = [f for f in fits if f.record.kind == best.record.kind and f.parts and f.weight > best.weight - ALIKE_IN_KIND]
    if "who" in question.asks and any("said" in i.ids("part") for i in question.items):
        own = [i for i in question.items if own_word(i, best.record) and not i.has("kind", "name", "light")]
        near = [f for f in near if all(own_word(i, f.record) for i in own)]  # "who said that it would go on"
    return sorted(near, key=lambda f: f is not best)
