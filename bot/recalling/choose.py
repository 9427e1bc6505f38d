"""From the records that account for every word to what is told: which of them, which part, which names of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.facts import Flag, Texts
from bot.finding import Answer, Corrected, Finding, Settled, Several, Untold
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import PLACES, Focus, Item, Question
from bot.recalling.affirm import affirmed, contrary_asked, is_flag, paid, permitted, there_too
from bot.recalling.asked import wants
from bot.recalling.choose_names import CLOSE, names
from bot.recalling.choose_none import asks_untold_others, by_what_means, of_another, unmeasured
from bot.recalling.choose_record import of_record
from bot.recalling.choose_value import MOST, in_time, sharpest, values
from bot.recalling.choose_whole import (
    ALIKE_IN_KIND,
    both_named,
    doings,
    events_asked,
    named_in_full,
    near,
    of_its_kind,
    of_mentioned,
    of_somebody,
    of_topic,
    put_in_words,
    rivals,
    said_of,
    whole,
)
from bot.recalling.doers import done_by_another
from bot.recalling.match import Fit
from bot.recalling.meant import text_named
from bot.recalling.pick import is_named, is_sided, of_another_side
from bot.recalling.spoken import BY_FACT, own_word
from bot.recalling.suits import NAMED
from bot.turn import Memory, Reason

_OTHER_PART = 0.5
"""So much less surely asked for, a part of another fact is not what is meant."""
_NAMED = 2.0
"""A part that a word of the question names is at least so surely asked for."""


def settle(question: Question, fits: Sequence[Fit], known: Known, memory: Memory) -> Finding:
    """Decide among fits (the likeliest first), all of which account for every word."""
    if len(question.foci) > 1:
        return _each(question, fits, known, memory)
    return _settle(question, fits, known, memory)


def _each(question: Question, fits: Sequence[Fit], known: Known, memory: Memory) -> Finding:
    """Several things asked for ("when and where"): each settled by itself, of one fact where one has them."""
    found: list[Finding] = []
    for focus in question.foci:
        items = tuple(i for i in question.items if i.at not in _nouns_of_others(focus, question))
        one = replace(question, foci=(focus,), items=items, sorts=question.sorts - _sorts_of_others(focus, question))
        alone = [f.put(one, known) for f in fits[:MOST]]
        settled = _settle(one, alone, known, memory)
        finding = _not_again(_of_the_one(focus, settled, found, known) or settled, found)
        if finding is not None and finding not in found:
            found.append(finding)
    told = tuple(f for f in found if isinstance(f, Settled))
    untold = next((f for f in found if isinstance(f, Untold)), None)
    if not told:
        return found[0]
    return told[0] if len(told) == 1 and untold is None else Several(told, untold)


def _of_the_one(focus: Focus, finding: Finding, found: Sequence[Finding], known: Known) -> Finding | None:
    """What the entry of the one person found before tells, where the fact does not: "name and post of whoever opened it"."""
    people = {n for f in found if isinstance(f, Settled) and f.manner == "names" for a in f.answers for n in a.names}
    if not isinstance(finding, Untold) or len(people) != 1:
        return None
    entry = known.entry(people.pop())
    parts = tuple(p for n in focus.nouns for p in n.ids("part") if p in entry.fact.parts)
    return Settled((Answer(entry, parts[:1]),), "value") if parts else None


def _not_again(finding: Finding, found: Sequence[Finding]) -> Finding | None:
    """A finding without the parts that those before it tell; None where they tell them all."""
    if not isinstance(finding, Settled) or finding.manner != "value" or len(finding.answers) != 1:
        return finding
    answer = finding.answers[0]
    told = {
        p
        for f in found
        if isinstance(f, Settled)
        for a in f.answers
        if a.record is answer.record and not _of_another_size(a)
        for p in a.parts
    }
    left = tuple(p for p in answer.parts if p not in told)
    if left == answer.parts:
        return finding
    return replace(finding, answers=(replace(answer, parts=left),)) if left else None


def _sorts_of_others(focus: Focus, question: Question) -> set[str]:
    """The sorts of places that only the nouns of the other things asked for are of: "in which city, and in which building"."""
    nouns = [(f, s) for f in question.foci for n in f.nouns for s in n.ids("sort") if s in PLACES]
    return {s for f, s in nouns if f is not focus} - {s for f, s in nouns if f is focus}


def _nouns_of_others(focus: Focus, question: Question) -> set[int]:
    """Where the nouns of the other things asked for stand, which say nothing of this one: "venue, length, topic"."""
    row = sorted(n.at for f in question.foci for n in f.nouns)
    if not focus.nouns or len(question.foci) <= _TWO or any(b - a > _TWO for a, b in pairwise(row)):
        return set()
    nouns = [(f, n) for f in question.foci for n in f.nouns if n.has("part") and not n.has("name", "kind", "noun")]
    return {n.at for f, n in nouns if f is not focus} - {n.at for n in focus.nouns}


_TWO = 2


def _of_another_size(answer: Answer) -> bool:
    """Whether names are told that a part does not hold itself: the city, where it holds the building."""
    held = {n for p in answer.parts if p in answer.record.fact.parts for n in answer.record.fact.parts[p].names}
    return bool(answer.names) and not held.intersection(answer.names)


def _settle(question: Question, fits: Sequence[Fit], known: Known, memory: Memory) -> Finding:
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
        or _of_deed(question, fits, group, wanted, known)
    )
    if told is not None:
        return told
    able = _able(question, group)
    untold = unmeasured(question, fits, able, wanted)
    if untold is not None:
        return untold
    if not able:
        later = _said_after(question, fits[0], known)
        if later:
            return Settled(tuple(Answer(r, ("said",)) for r in later[:MOST]), "value")
        return _unable(question, group, fits, wanted, known, memory)
    best = able[0]
    untold = of_another(question, fits, best, known, memory)
    if untold is not None:
        return untold
    if _names_asked(best, wanted, question, known):
        named = _named(question, fits, best, known, memory)
        if named is not None:
            return named
    decided = _decided(question, best, known) if question.yesno else None
    if decided is not None:
        return decided
    if _is_barred(question, best, known):
        return Untold(Reason.NOT_STATED, (), best.record, best.parts[:1])
    return values(question, able, known, label=len({f.record.fact.id for f in able}) > 1)


def _of_deed(
    question: Question, fits: Sequence[Fit], group: list[Fit], wanted: frozenset[str], known: Known
) -> Finding | None:
    """What tells the whole of what was done, where no one part of it is asked for; None where one is."""
    best = fits[0]
    event = best.record.kind != NAME_KIND
    if _of_kind_alone(question, best):
        return whole(question, group, known)
    worded = [s for i in question.items if i.text == "doing" for s in i.senses if s.tag == "of_fact"]
    meant = next((s.id for s in worded if s.fact == best.record.fact.id and wanted == {"what"}), "")
    if (
        meant in best.record.fact.parts
    ):  # "what was Kim doing when he found it", where the author wrote "doing" for that
        return Settled((Answer(best.record, (meant,)),), "value")
    if question.doing and wanted <= {"what"} and best.sureness < _NAMED:
        found = doings(question, fits, known)
        if found is not None:
            return found
        if question.names and event and all(_circumstance(i) for i in question.items):
            return Settled((Answer(best.record),), "tell")
    if wanted == {"what"} and event and _object_done(question, best, known):
        return Settled((Answer(best.record),), "tell")
    if wanted == {"what"} and _befell(question):
        return _happened_to(question, fits, known)
    if wanted == {"what"} and _would_follow(question) and event and best.sureness < _NAMED:
        return Settled((Answer(best.record),), "tell")
    placed = question.summary and all(known.part(best.record, p).role == "at" for p in best.parts)
    placed = placed or (question.summary and question.yesno)  # "배에 무슨 일이 있었어"
    if not wanted and (placed or not (best.parts or best.missing)):
        return whole(question, group, known)  # "what was going on in the hall"
    return None


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
    unknown = Untold(Reason.NOT_STATED, (), best.record, best.parts[:1])
    if asks_untold_others(question, best.record):
        return Untold(Reason.NOT_STATED, (), best.record, ("also",))
    if done_by_another(question, best.parts[0], best.record, known) or of_another_side(question, best, known):
        return Untold(Reason.NOT_STATED)  # the fact is not the one that is asked about
    found = names(question, list(fits) if others else _of_like_kind(best, fits, question), known, memory)
    if (found is None or best.record.kind == NAME_KIND) and is_sided(question, known):
        told = (f for f in fits if f.parts and f.record.kind != NAME_KIND)
        found = next((n for f in told if (n := names(question, [f], known, memory)) is not None), unknown)
    return found or (unknown if others else None)


def _decided(question: Question, best: Fit, known: Known) -> Finding | None:
    """Yes or no, where the part that is asked decides it; None where its value is to be held against the question."""
    if contrary_asked(best, question):
        if put_in_words(best.parts[0], best.record, question, known):
            return Settled((Answer(best.record, best.parts[:1]),), "value", holds=False)
        return Corrected(Answer(best.record))
    if best.sureness >= BY_FACT or not affirmed(best, question, known):
        return None
    within = text_named(question, best.record, known)
    if within:
        return Settled((Answer(best.record, (within,)),), "value", holds=True)
    settled = permitted(question, best.record, known) or paid(question, best.record)
    return settled or Settled((Answer(best.record, (), there_too(question, best.record, known)),), "yes")


def _is_barred(question: Question, best: Fit, known: Known) -> bool:
    """Whether the question leaves out the part that would be told: "아침 말고는 몇 분 간격"."""
    texts = (v for p in best.parts[:1] for v in best.record.fact.parts[p].values)
    several = any(isinstance(v, Texts) and len(v.items) > 1 for v in texts)
    if not best.parts or several or "else" in question.marks:
        return False
    return best.parts[0] in _barred(question, known)


def sums_a_part(question: Question, fits: Sequence[Fit]) -> bool:
    """Whether it is one part of a fact of which the contents are asked: "부제는 무슨 내용이야"."""
    best = max(fits, key=lambda f: f.weight)
    nouns = [i for i in question.items if i.lends is None and not i.has("summary", "kind", "light")]
    return bool(best.parts) and any(best.parts[0] in i.ids("part") for i in nouns)


def _object_done(question: Question, best: Fit, known: Known) -> bool:
    """Whether it is asked what somebody did something to, where the verb may name the purpose as well: "김이 뭐 만든다고 했어"."""
    record, told = best.record, best.record.fact.parts
    if best.parts[:1] != ("why",) or question.asked_in != "ko" or question.sorts:
        return False
    verb = next((i for i in question.items if i.at > question.foci[0].at and i.has("verb")), None)
    done = verb is not None and record.kind in verb.ids("kind") and not verb.has("light")
    objects = {n for p, t in told.items() if known.part(record, p).role == "object" for n in t.names}
    actors = {n for p, t in told.items() if known.part(record, p).role == "by" for n in t.names}
    return done and bool(objects) and not objects & set(question.names) and bool(actors & set(question.names))


def _befell(question: Question) -> bool:
    """Whether it is asked what happened to somebody or something, which no one part tells: "what happened to the boat"."""
    behind = [w for i in question.items if i.at > question.foci[0].at for w in i.text.split()][:2]
    return behind[:1] in (["happened"], ["happens"]) and behind[1:] in (["to"], ["with"])


def _would_follow(question: Question) -> bool:
    """Whether it is asked what follows a deed, which the whole fact of it tells: "what happens if", "늦으면 어떻게 돼"."""
    behind = [w for i in question.items if i.at > question.foci[0].at for w in i.text.split() if w not in _MODALS]
    return behind[:2] in (["happens", "if"], ["happen", "if"], ["happens", "when"]) or bool(
        _FOLLOWS.search(question.text)
    )


_MODALS = frozenset({"will", "would", "could", "can", "might", "to", "me", "you", "us", "them"})
_FOLLOWS = re.compile(r"면\s*(어떻게|어찌) (되|돼|됩|된|될)")


def _happened_to(question: Question, fits: Sequence[Fit], known: Known) -> Finding:
    """The fact that is asked for; of a bare name all facts in which something was done to it, in their order."""
    best = fits[0]
    if best.record.kind != NAME_KIND:
        return Settled((Answer(best.record),), "tell")
    parts = {f.record.fact.id: [p for n in question.names for p in known.parts_of(n, f.record)] for f in fits}
    row = [
        f for f in fits if f.record.rank and any(p.role == "object" or p.id == "what" for p in parts[f.record.fact.id])
    ]
    row = in_time([f for f in row if f.record.kind != NAME_KIND])[:MOST] or [best]
    return Settled(tuple(Answer(f.record) for f in row), "list" if len(row) > 1 else "tell")


def _lasting_first(fits: Sequence[Fit], known: Known) -> Sequence[Fit]:
    """Where a house is: a fact that lasts and tells a place for it, before what it is written to belong to."""
    record = fits[0].record
    if record.kind != NAME_KIND or fits[0].parts[:1] != ("in",) or not known.of_type(record.fact.names, "organisation"):
        return fits
    lasting = [f for f in fits[1:] if f.parts[:1] == ("where",) and not f.record.rank and f.names_hit]
    return [*lasting, *(f for f in fits if f not in lasting)]


def _entry_first(question: Question, fits: Sequence[Fit], known: Known) -> Sequence[Fit]:
    """What a person is, before a fact with a part of the same name, where nothing but that is said: "position of Kim"."""
    people = known.of_type(question.names, "person")
    said = [i for i in question.items if i.lends is None and not i.has("light", "question", "prep", "name")]
    entries = [f for f in fits if f.record.kind == NAME_KIND and list(f.record.fact.names) == people]
    own = [f for f in entries if f.parts[:1] == ("title",) and all("title" in i.ids("part") for i in said)]
    bare = bool(said) and len(question.names) == 1 and not fits[0].kind_named and not question.yesno
    return [*own, *(f for f in fits if f not in own)] if bare else fits


def _barred(question: Question, known: Known) -> set[str]:
    """Parts that what is excepted names: "아침 말고는 몇 분 간격" does not ask for what is told of the morning."""
    marks = {i.at for i in question.items if "except" in i.ids("mark") and not i.text.isascii()}
    left_out = [i for i in question.items if i.at + 1 in marks and not i.has("name")]
    return {p for i in left_out for p in (*i.ids("part"), *i.ids("of_fact")) if p not in known.general}


def _said_after(question: Question, found: Fit, known: Known) -> list[Record]:
    """The facts that tell what those asked about said after another one, where that is asked: "박을 만나고 뭐라 했어"."""
    deeds = [i for i in question.items if found.record.kind in i.ids("kind") and i.has("verb")]
    after = "after" in question.marks or any(f"{i.text}고" in question.text for i in deeds)
    if found.missing[:1] != ("said",) or not after or question.asked_in != "ko":
        return []
    told = [r for r in known.records.values() if "said" in r.fact.parts and found.record.fact.id in r.fact.after]
    spoken = [n for i in question.items if i.role in ("by", "topic") for n in known.of_type(i.ids("name"), "person")]
    return [r for r in told if any("by" in r.names.get(n, ()) for n in spoken or question.names)]


def _of_kind_alone(question: Question, best: Fit) -> bool:
    """Whether key words ask for the fact itself, by a word for its kind ("the schedule of that morning", "전략을 논의한 자리")."""
    if question.yesno or any(i.has("question", "ask") for i in question.items):
        return False
    nouns = question.foci[0].nouns if question.asks == ("what",) else () if question.foci else question.items[-1:]
    if not nouns or not all(best.record.kind in n.ids("kind") for n in nouns):
        return False
    at = nouns[-1].at
    described = any(i.at == at - 1 and "n" in i.ids("verb") for i in question.items)
    said = tuple(i for i in question.items if i.at >= at or not described)  # what describes the noun asks for no part
    return (described or bool(question.foci)) and not is_named(best.parts, best.record, replace(question, items=said))


def _circumstance(item: Item) -> bool:
    """Whether a word says no more than who, when and where."""
    times = ("when", "relative", "today", "daypart", "weekday", "anaphor")
    return item.has("name", "question", "light", "follow", "prep", *times)


def _of_like_kind(best: Fit, fits: Sequence[Fit], question: Question) -> list[Fit]:
    """The facts of one kind that answer alike, so that all whom somebody met are named and not only some."""
    if question.marks & {"first", "second", "last", "next"}:
        return [best]
    near = [f for f in fits if f.record.kind == best.record.kind and f.parts and f.weight > best.weight - ALIKE_IN_KIND]
    own = [i for i in question.items if own_word(i, best.record) and not i.has("kind", "name", "light")]
    if "who" in question.asks and any("said" in i.ids("part") for i in question.items):
        near = [f for f in near if all(own_word(i, f.record) for i in own)]  # "who said that it would go on"
    return sorted(near, key=lambda f: f is not best)


def _names_asked(found: Fit, wanted: frozenset[str], question: Question, known: Known) -> bool:
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
            return settle(question, [found], known, Memory())
    alike = len(group) > 1 and all(f.missing for f in group)
    for found in fits if alike else ():  # several facts as likely, none of which tells it, and one that names more
        if found.parts and found.names_hit > group[0].names_hit and found.kind_named and near(found, group[0]):
            return settle(question, [found], known, Memory())
    best = next((f for f in group if f.missing), group[0])
    means = by_what_means(question, best.record)
    if means:
        return Settled((Answer(best.record, (means,)),), "value")
    asides = [f for f in fits if said_of(best, f, question, known)]
    if asides:
        return settle(question, asides, known, Memory())
    secret = _kept_secret(best, known)
    if secret:
        return Settled((Answer(best.record, (secret,)),), "choice")
    return Untold(Reason.NOT_STATED, (), best.record, best.missing or tuple(sorted(wanted)))


def _kept_secret(found: Fit, known: Known) -> str:
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
