"""One thing that is asked for: which record tells it, and whether by a part, by names, by yes or no, or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.finding import Answer, Corrected, Finding, Settled, Untold
from bot.language.english import IS
from bot.learning.known import NAME_KIND, Known
from bot.question import PLACES, Question
from bot.recalling.affirm import affirmed, contrary_asked, flag_asked, holds, is_flag, paid, permitted, there_too
from bot.recalling.asked import wants
from bot.recalling.choose_deed import of_deed, sums_a_part
from bot.recalling.choose_names import CLOSE, names, names_asked, of_like_kind
from bot.recalling.choose_none import (
    asks_untold_others,
    by_what_means,
    is_barred,
    kept_secret,
    of_another,
    unmeasured,
    unstated,
)
from bot.recalling.choose_record import of_record
from bot.recalling.choose_value import MOST, values
from bot.recalling.choose_whole import (
    both_named,
    events_asked,
    named_in_full,
    near,
    of_its_kind,
    of_mentioned,
    of_somebody,
    of_topic,
    put_in_words,
    rivals,
    said_after,
    said_of,
    titled_there,
    whole,
)
from bot.recalling.doers import done_by_another
from bot.recalling.match import LARGE, Fit
from bot.recalling.meant import text_named
from bot.recalling.pick_all import is_sided
from bot.recalling.pick_side import of_another_side
from bot.recalling.spoken import BY_FACT
from bot.turn import Memory, Reason

_OTHER_PART = 0.5
"""So much less surely asked for, a part of another fact is not what is meant."""


def settle_one(question: Question, fits: Sequence[Fit], known: Known, memory: Memory) -> Finding:
    """One thing that is asked for: by a record itself, by no part of it, by who it names, by yes or no, or by a value."""
    fits = _entry_first(question, _lasting_first(fits, known), known)
    if question.summary and sums_a_part(question, fits):
        question = replace(question, yesno=False)
    group = [f for f in fits if f.weight >= fits[0].weight - CLOSE]
    wanted = wants(question)
    told = (
        events_asked(question, fits)
        or both_named(question, fits[0], known)
        or of_record(question, fits, group, known)
        or of_deed(question, fits, group, wanted, known)
    )
    if told is not None:
        return told
    able = _able(question, group)
    untold = unmeasured(question, fits, able, wanted)
    if untold is not None:
        return untold
    if not able:
        later = said_after(question, fits[0], known)
        if later:
            return Settled(tuple(Answer(r, ("said",)) for r in later[:MOST]), "value")
        return _unable(question, group, fits, wanted, known, memory)
    best = able[0]
    untold = of_another(question, fits, best, known, memory)
    if untold is not None:
        return untold
    if names_asked(best, wanted, question, known):
        named = _named(question, fits, best, known, memory)
        if named is not None:
            return named
    decided = _decided(question, best, known) if question.yesno else None
    if decided is not None:
        return decided
    if is_barred(question, best, known):
        return unstated(best)
    return values(question, able, known, label=len({f.record.fact.id for f in able}) > 1)


def _lasting_first(fits: Sequence[Fit], known: Known) -> Sequence[Fit]:
    """Where a house is: a fact that lasts and tells a place for it, before what it is written to belong to."""
    record = fits[0].record
    if record.kind != NAME_KIND or fits[0].parts[:1] != ("in",) or not known.of_type(record.fact.names, "organisation"):
        return fits
    lasting = [f for f in fits[1:] if f.parts[:1] == ("where",) and not f.record.rank and f.names_hit]
    return [*lasting, *(f for f in fits if f not in lasting)]


def _entry_first(question: Question, fits: Sequence[Fit], known: Known) -> Sequence[Fit]:
    """What a person is, before a fact with a part of the same name, where nothing but that is said: "position of Kim"."""
    if question.yesno or len(question.names) != 1 or fits[0].kind_named:
        return fits
    people = known.of_type(question.names, "person")
    said = [i for i in question.items if i.lends is None and not i.has("light", "question", "prep", "name")]
    entries = [f for f in fits if f.record.kind == NAME_KIND and list(f.record.fact.names) == people]
    own = [f for f in entries if f.parts[:1] == ("title",) and all("title" in i.ids("part") for i in said)]
    return [*own, *(f for f in fits if f not in own)] if said else fits


def _able(question: Question, group: Sequence[Fit]) -> list[Fit]:
    """Those of the likeliest that tell what is asked."""
    best = group[0]
    if not (question.foci or best.parts or best.missing):
        return []
    able = [f for f in group if f.parts]
    if best.missing:  # another part of another fact is no answer to what the likeliest does not tell
        able = [f for f in able if f.sureness > best.sureness - _OTHER_PART]
    return able


def _named(question: Question, fits: Sequence[Fit], best: Fit, known: Known, memory: Memory) -> Finding | None:
    """The names that answer, or why they do not; None where the part that is asked holds none."""
    others = bool(question.marks & {"else", "except"})
    unknown = unstated(best)
    if asks_untold_others(question, best.record):
        return Untold(Reason.NOT_STATED, (), best.record, ("also",))
    if done_by_another(question, best.parts[0], best.record, known) or of_another_side(question, best, known):
        return Untold(Reason.NOT_STATED)  # the fact is not the one that is asked about
    found = names(question, list(fits) if others else of_like_kind(best, fits, question), known, memory)
    if (found is None or best.record.kind == NAME_KIND) and is_sided(question, known):
        told = (f for f in fits if f.parts and f.record.kind != NAME_KIND)
        found = next((n for f in told if (n := names(question, [f], known, memory)) is not None), unknown)
    return found or (unknown if others else None)


def _decided(question: Question, best: Fit, known: Known) -> Finding | None:
    """Yes or no, where the part that is asked decides it; None where its value is to be held against the question."""
    flag = flag_asked(best, question)
    if flag:
        return Settled((Answer(best.record, (flag,)),), "value", holds=holds(flag, best, question))
    if contrary_asked(best, question):
        if put_in_words(best.parts[0], best.record, question, known):
            return Settled((Answer(best.record, best.parts[:1]),), "value", holds=False)
        return Corrected(Answer(best.record))
    if _says_figure(question, best):
        return Settled((Answer(best.record, best.parts[:1]),), "value", holds=True)
    if best.sureness >= BY_FACT or not affirmed(best, question, known):
        return None
    within = text_named(question, best.record, known)
    if within:
        return Settled((Answer(best.record, (within,)),), "value", holds=True)
    settled = permitted(question, best.record, known) or paid(question, best.record)
    return settled or Settled((Answer(best.record, (), there_too(question, best.record, known)),), "yes")


def _says_figure(question: Question, best: Fit) -> bool:
    """Whether the only figure of a question is the one that the part tells which is asked: "is 7 million the value of the pledge"."""
    figures = [float(n) for i in question.items if i.lends is None for n in i.ids("number")]
    told = best.record.fact.parts[best.parts[0]]
    if question.opener not in IS:
        return False
    return len(figures) == 1 and figures[0] >= LARGE and told.tells(figures[0]) and not question.foci


def _unable(
    question: Question, group: list[Fit], fits: Sequence[Fit], wanted: frozenset[str], known: Known, memory: Memory
) -> Finding:
    """The likeliest records do not tell what is asked."""
    naming = any(f.is_for_name for f in question.foci)
    titled = "name" in question.sorts and bool(question.foci)  # "노래 제목이 뭐야"
    if "which" in wanted and any(
        is_flag(p, group[0].record) for f in question.foci for n in f.nouns for p in n.ids("part")
    ):
        return Untold(Reason.NOT_STATED, (), group[0].record, ("which",))
    places = group[0].record.fact.parts.get("where")
    said = set(places.names) <= set(question.names) if places else False
    wider = known.around(places.names) - set(places.names) if places else set()
    if PLACES & question.sorts and said and not known.of_type(wider, "place"):
        return Untold(Reason.NOT_STATED, (), group[0].record, ("where",))  # "which city of a country"
    if naming and (meant := named_in_full(question, known)):
        return Settled((Answer(known.entry(meant)),), "value")
    if "name" in question.sorts and (titled_one := titled_there(question, group[0], known)):
        return titled_one
    rough = {p for f in question.foci if "day" in f.units for n in f.nouns for p in n.ids("part")}
    if rough & set(group[0].record.fact.parts):
        return Untold(Reason.NOT_STATED, (), group[0].record, ("day",))  # it tells the month alone
    if (
        wanted <= {"what", "which"}
        and not of_mentioned(question)
        and not (titled and not of_somebody(group[0], known))
        and not any(f.missing for f in group)
        and of_its_kind(question, group[0])
    ):
        return whole(replace(question, yesno=False), group, known)
    for found in fits:
        if found.parts and not group[0].missing and (rivals(found, group[0]) or of_topic(question, found, memory)):
            return settle_one(question, [found], known, Memory())
    alike = len(group) > 1 and all(f.missing for f in group)
    for found in fits if alike else ():  # several facts as likely, none of which tells it, and one that names more
        if found.parts and found.names_hit > group[0].names_hit and found.kind_named and near(found, group[0]):
            return settle_one(question, [found], known, Memory())
    best = next((f for f in group if f.missing), group[0])
    means = by_what_means(question, best.record)
    if means:
        return Settled((Answer(best.record, (means,)),), "value")
    asides = [f for f in fits if said_of(best, f, question, known)]
    if asides:
        return settle_one(question, asides, known, Memory())
    secret = kept_secret(best, known)
    if secret:
        return Settled((Answer(best.record, (secret,)),), "choice")
    return Untold(Reason.NOT_STATED, (), best.record, best.missing or tuple(sorted(wanted)))
