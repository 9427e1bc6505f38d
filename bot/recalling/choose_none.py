"""Where the likeliest fact tells something of the sort, and not what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.facts import Flag, Texts
from bot.finding import Untold
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Question
from bot.recalling.affirm import is_flag
from bot.recalling.doers import done_to_a_doer
from bot.recalling.match import Fit
from bot.recalling.stale import to_come
from bot.turn import Memory, Reason


def unstated(found: Fit) -> Untold:
    """The refusal, where a fact does not tell what is asked of its likeliest part."""
    return Untold(Reason.NOT_STATED, (), found.record, found.parts[:1])


def unmeasured(question: Question, fits: Sequence[Fit], able: Sequence[Fit], wanted: frozenset[str]) -> Untold | None:
    """A time, a beginning or a number that is asked of one event and not told, whatever another tells of the sort."""
    best = fits[0]
    timed = {"when", "clock"} & set(question.asks) or ("where" in question.asks and not to_come(best.record))
    if timed and _of_next(question) and best.record.fact.sure != "planned":
        return Untold(Reason.NOT_STATED, (), best.record, ("when",))  # what has been is not the next time
    silent = _unbegun(question, fits, able) if able else None
    if silent is not None:
        return Untold(Reason.NOT_STATED, (), silent.record, silent.missing)
    if "how_many" not in wanted:
        return None
    uncounted = next((f for f in fits[:5] if "how_many" in f.missing and f.weight > best.weight - 2), None)
    if uncounted is not None:
        return Untold(Reason.NOT_STATED, (), uncounted.record, ("how_many",))
    return None


def of_another(question: Question, fits: Sequence[Fit], best: Fit, known: Known, memory: Memory) -> Untold | None:
    """The refusal, where the fact would tell what is so of somebody or something else than is asked about."""
    other_reason = _of_another_reason(fits, best)
    if other_reason is not None:
        return Untold(Reason.NOT_STATED, (), other_reason.record, ("why",))
    if _of_a_bystander(question, best, known) or _of_which_firms(question, best, known):
        return unstated(best)
    if question.marks & {"else", "except"} and _points_out(question) and not memory.names:
        return unstated(best)  # "besides those three", whoever they are
    return Untold(Reason.NOT_STATED) if done_to_a_doer(question, best.record, known) else None


def _points_out(question: Question) -> bool:
    """Whether it points at several who were spoken of: "besides those three"."""
    return any(i.text.split()[0] in ("those", "these") and "pair" in i.ids("anaphor") for i in question.items if i.text)


def _unbegun(question: Question, fits: Sequence[Fit], able: Sequence[Fit]) -> Fit | None:
    """The event of which it is asked when it began or ended, and not told: when something was said of it is no answer."""
    if not {"when", "clock"} & set(question.asks) or able[0].parts[:1] != ("after",):
        return None
    near = [f for f in fits if f.kind_named and f.weight > fits[0].weight - _NEARLY]
    return next((f for f in near if f.missing[:1] in (("start",), ("end",))), None)


def by_what_means(question: Question, record: Record) -> str:
    """The text that tells with what something is to be done, where how is asked: "how do they plan to upgrade it?" - "cooperation to upgrade it"."""
    if question.asks != ("how",) or question.asked_in != "en":
        return ""
    scopes = (record.fact.id, f"kind:{record.kind}")
    spoken = {s.id for i in question.items if i.lends is None for s in i.senses if s.fact in scopes and not s.like}
    texts = ((p, t["en"]) for p, told in record.fact.parts.items() if p in spoken for t in told.texts)
    return next((p for p, text in texts if _MEANS.match(text)), "")


_MEANS = re.compile(r"(?!to )[\w' -]+ (?:to|through|via) [a-z]", re.IGNORECASE)
"""How a text reads that tells of a means before what it is for."""


def asks_untold_others(question: Question, record: Record) -> bool:
    """Whether others are asked for than those who are named nowhere, of a fact that is known not to tell who else was there."""
    spoken = {*question.names, *question.excepted}
    return "else" in question.marks and "also" in record.fact.not_told and not spoken & set(record.names)


def _of_another_reason(fits: Sequence[Fit], best: Fit) -> Fit | None:
    """A fact that all words fit nearly as well, and that is known not to tell why: the reason of another is none of its."""
    if best.parts[:1] != ("why",) or not best.kind_named:
        return None
    near = (f for f in fits if f.weight > best.weight - _NEARLY and f.kind_named and f.record.kind != best.record.kind)
    return next((f for f in near if "why" in f.missing and "why" in f.record.fact.not_told), None)


_NEARLY = 1.0
"""So little more does no word by itself weigh that names something."""


def _of_a_bystander(question: Question, found: Fit, known: Known) -> bool:
    """Whether what somebody said is asked, who in this fact only sat in: "Park's comment on the talks", "박은 무슨 말 했어"."""
    nouns = {n.at for f in question.foci for n in f.nouns if "said" in n.ids("part") or n.has("part")}
    said = any("said" in n.ids("part") for f in question.foci for n in f.nouns)
    owners = [i for i in question.items if i.role == "of" and {i.at + 1, i.at + 2} & nouns]
    owners += [i for i in question.items if said and i.role in ("by", "topic") and question.asked_in == "ko"]
    people = [n for i in owners for n in known.of_type(i.ids("name"), "person") if n in found.record.names]
    return (
        bool(people)
        and found.record.kind != NAME_KIND
        and all(p.extra for n in people for p in known.parts_of(n, found.record))
    )


def _of_which_firms(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked which firms took part, where only for whom it was is told: "which startups were there?"."""
    focus = question.foci[0] if question.foci else None
    if focus is None or not focus.nouns or focus.role in ("for", "of") or found.record.kind == NAME_KIND:
        return False
    if not any(i.at == focus.at and i.has("question") for i in question.items):
        return False
    part = known.part(found.record, found.parts[0])
    sorted_ = {s for w in (focus.nouns[-1], *focus.nouns[-1].pieces) for s in w.ids("sort")}
    plural = focus.nouns[-1].text.endswith("s") and "kind" not in question.text
    return part.role == "for" and part.type == "text" and sorted_ == {"organisation"} and plural


def _of_next(question: Question) -> bool:
    """Whether the time or place is asked of what comes next ("when is the next meeting", "다음 회동 날짜")."""
    words = [w for i in question.items for w in (i, *i.pieces) if i.lends is None]
    return any("next" in w.ids("mark") or ("next" in w.ids("of_fact") and w.text.startswith("next ")) for w in words)


def is_barred(question: Question, best: Fit, known: Known) -> bool:
    """Whether the question leaves out the part that would be told: "아침 말고는 몇 분 간격"."""
    texts = (v for p in best.parts[:1] for v in best.record.fact.parts[p].values)
    several = any(isinstance(v, Texts) and len(v.items) > 1 for v in texts)
    if not best.parts or several or "else" in question.marks:
        return False
    return best.parts[0] in _barred(question, known)


def _barred(question: Question, known: Known) -> set[str]:
    """Parts that what is excepted names: "아침 말고는 몇 분 간격" does not ask for what is told of the morning."""
    marks = {i.at for i in question.items if "except" in i.ids("mark") and not i.text.isascii()}
    left_out = [i for i in question.items if i.at + 1 in marks and not i.has("name")]
    return {p for i in left_out for p in (*i.ids("part"), *i.ids("of_fact")) if p not in known.general}


def kept_secret(found: Fit, known: Known) -> str:
    """The flag by which its author tells that a sum is not made public, where that is asked: "what did the film cost?"."""
    record, told = found.record, found.record.fact.parts
    sums = [part for p in found.missing[:1] if "how_much" in (part := known.part(record, p)).asks]
    if not sums:
        return ""
    flags = [p for p in told if is_flag(p, record) and Flag(False) in told[p].values]
    flags = [p for p in flags if _PUBLIC & {w for ws in known.part(record, p).words.values() for w in ws}]
    costs = [w for w in sums[0].words.get("en", ()) if len(w) > _SHORT]
    said = ((p, (known.worded(record, p, "en") or "").lower()) for p in flags)
    return next((p for p, text in said if any(w in text for w in costs)), "")


_SHORT = 2
"""A word of no more letters stands within too many others."""
_PUBLIC = frozenset({"disclose", "disclosed", "make public", "made public", "공개하다", "공개되다", "밝히다"})
"""Words by which a flag tells whether something was made public."""
