"""The fits that are the likest, where several records account for every word: by time, by whose figure it is, by who is meant."""

from __future__ import annotations

from collections.abc import Sequence

from bot.facts import AGENTS, Amount
from bot.finding import Unclear
from bot.learning.known import NAME_KIND, Known
from bot.question import Question
from bot.recalling.choose_names import CLOSE
from bot.recalling.match import Fit
from bot.recalling.spoken import own_word
from bot.turn import Memory


def unclear_name(question: Question, fits: list[Fit], memory: Memory) -> Unclear | list[Fit]:
    """The choice between two people of one name, where nothing said so far decides it; else the fits that are left."""
    for item in question.items:
        ids = item.ids("name")
        if len(ids) < 2:
            continue
        top = [f for f in fits if f.weight >= fits[0].weight - CLOSE]
        held = [{n for n in ids if n in f.record.names} for f in top]
        meant = set().union(*held)
        spoken = [n for n in memory.names if n in meant]
        if spoken:
            fits = [f for f in fits if spoken[0] in f.record.names]
        elif len(meant) > 1 and not any(len(h) > 1 for h in held):
            return Unclear(tuple(n for n in ids if n in meant), "name", item.text)
    return fits


def _companions(question: Question, whole: Sequence[Fit], known: Known) -> list[Fit]:
    """Facts that tell no more than who was with whom, where that is all that is asked: "who was with Kim"."""
    if question.asks != ("who",):
        return []
    said = [i for i in question.items if not i.has("question", "auxiliaries", "prep", "follow") or i.has("name")]
    if len(said) != 1 or said[0].role != "with" or not said[0].has("name"):
        return []
    ids = said[0].ids("name")
    bare = [f for f in whole if not f.record.times and "where" not in f.record.fact.parts]
    return [f for f in bare if any(p.role == "with" for n in ids for p in known.parts_of(n, f.record))]


def likest(question: Question, whole: Sequence[Fit], known: Known, memory: Memory) -> list[Fit]:
    """The best fits, likest first; of equals those of the story's day come before what went before."""
    if len(whole) == 1:
        return list(whole)
    earlier = bool(question.marks & {"earlier", "before"})
    past = [f for f in whole if not f.record.current and f.record.kind != NAME_KIND]
    told = {f.record.kind for f in whole if f.record.fact.id in memory.facts}  # "the time before, where was that?"
    left = (
        question.follow
        and bool(question.foci)
        and not any(i.has("kind") and not i.has("light") for i in question.items)
    )
    past = [f for f in past if f.kind_named or (left and f.record.kind in told) or (not question.yesno and _called(f))]
    if not question.names and not question.yesno and all(f in past for f in whole):
        past = _but_latest(past)
    whole = past if earlier and past else _companions(question, whole, known) or whole
    ranked = sorted(whole, key=lambda f: -f.weight - (0.3 if _in_its_time(f, question, earlier) else 0.0))
    top = ranked[0].weight
    return [f for f in ranked if f.weight >= top - CLOSE] + [f for f in ranked if f.weight < top - CLOSE]


def _but_latest(past: list[Fit]) -> list[Fit]:
    """Of facts that all have been, those before the latest: "the previous sponsor" is not the sponsor."""
    ranked = [f for f in past if f.record.rank]
    latest = max((f.record.rank for f in ranked), default=())
    return [f for f in ranked if f.record.rank < latest] or past


def _called(found: Fit) -> bool:
    """Whether the author wrote down a word for a kind of fact, or for a part of one, as the own word of a fact of another."""
    return any(own_word(i, found.record) for i in found.items if i.has("kind", "part"))


def plainest_first(question: Question, ranked: list[Fit], known: Known) -> list[Fit]:
    """Of figures that are as likely, the one whose fact names nothing that is not in all, or around it: the turnout of all.

    Of several such, the latest; only where the question names nothing itself.
    """
    top = [f for f in ranked if f.weight >= ranked[0].weight - CLOSE and f.record.kind != NAME_KIND and f.parts]
    if len(top) < 2 or question.yesno:
        return ranked
    named = any(i.has("name", "noun", "word", "number", "when", "relative") for i in question.items if i.lends is None)
    told = [v for f in top for p in f.parts[:1] for v in f.record.fact.parts[p].values]
    named |= not all(isinstance(v, Amount) for v in told)
    named |= any(known.of_type(f.record.names, *AGENTS) for f in top)  # nobody's own figure is that of all
    if named or question.marks & {"all", "most", "least"}:
        return ranked
    around = [known.around(f.record.names) for f in top]
    plain = [f for f in top if all(set(f.record.names) <= wide for wide in around)]
    if not plain or len(plain) == len(top):
        return ranked
    chosen = max(plain, key=lambda f: f.record.rank)
    return [chosen, *(f for f in ranked if f not in top)]


def _in_its_time(found: Fit, question: Question, earlier: bool) -> bool:
    if found.record.kind == NAME_KIND:
        return found.record.fact.names[0] in question.names
    return found.record.current != earlier and (found.record.fact.sure != "planned" or "next" in question.marks)
