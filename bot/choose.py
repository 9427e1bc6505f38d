"""From the records that account for every word to what is told: which of them, which part, which names of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.affirm import affirmed, alone, contrary_asked, presumed_otherwise, text_named, there_too
from bot.asked import wants
from bot.choose_names import CLOSE, is_flag, names
from bot.choose_value import MOST, in_time, sharpest, values
from bot.choose_whole import (
    ALIKE_IN_KIND,
    doings,
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
from bot.described import described, owned
from bot.doers import done_by_another, done_to_a_doer
from bot.facts import Event, Texts
from bot.finding import Answer, Corrected, Finding, Settled, Several, Untold
from bot.known import NAME_KIND, Known, Record
from bot.match import Fit
from bot.pick import is_named, is_sided, of_another_side
from bot.question import PLACES, Focus, Item, Question
from bot.spoken import BY_FACT, own_word, speaks_of
from bot.stale import to_come
from bot.suits import NAMED
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
        one = replace(question, foci=(focus,))
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
    told = {p for f in found if isinstance(f, Settled) for a in f.answers if a.record is answer.record for p in a.parts}
    left = tuple(p for p in answer.parts if p not in told)
    if left == answer.parts:
        return finding
    return replace(finding, answers=(replace(answer, parts=left),)) if left else None


def _settle(question: Question, fits: Sequence[Fit], known: Known, memory: Memory) -> Finding:
    fits = _entry_first(question, _lasting_first(fits, known), known)
    if question.summary and sums_a_part(question, fits):
        question = replace(question, yesno=False)
    best = fits[0]
    holder = question.foci[0].holder if question.foci else ()
    if holder:
        return _holder(holder, fits, known)
    if tells_who_it_is_said_of(question, fits, known):
        return Settled((Answer(best.record),), "value")
    inside = _inside(question, best, known)
    if inside is not None:
        return inside
    worded_so = described(question, best.record, known) or owned(question, best.record, known)
    if worded_so is not None:
        return Settled((worded_so,), "value")
    lacking = _denied_existence(question, best, known)
    if lacking is not None:
        return lacking
    presumed = presumed_otherwise(question, best.record, known)
    if presumed:
        return Corrected(Answer(best.record, (presumed,)))
    if best.record.phrasings:
        return Settled((Answer(best.record),), "tell")
    if question.alone and best.record.kind != NAME_KIND:
        return alone(question, best.record, known)
    group = [f for f in fits if f.weight >= best.weight - CLOSE]
    which = _which_fact(question, best, known) if len(group) == 1 else None
    if which is not None:
        return which
    wanted = wants(question)
    if _of_kind_alone(question, best):
        return whole(question, group, known)
    if question.doing and wanted <= {"what"} and best.sureness < _NAMED:
        found = doings(question, fits, known)
        if found is not None:
            return found
        if question.names and best.record.kind != NAME_KIND and all(_circumstance(i) for i in question.items):
            return Settled((Answer(best.record),), "tell")
    if wanted == {"what"} and _befell(question):
        return _happened_to(question, fits, known)
    if wanted == {"what"} and _would_follow(question) and best.record.kind != NAME_KIND and best.sureness < _NAMED:
        return Settled((Answer(best.record),), "tell")
    placed = question.summary and all(known.part(best.record, p).role == "at" for p in best.parts)
    placed = placed or (question.summary and question.yesno)  # "배에 무슨 일이 있었어"
    if not wanted and (placed or not (best.parts or best.missing)):
        return whole(question, group, known)  # "what was going on in the hall"
    timed = {"when", "clock"} & set(question.asks) or ("where" in question.asks and not to_come(best.record))
    if timed and _of_next(question) and best.record.fact.sure != "planned":
        return Untold(Reason.NOT_STATED, (), best.record, ("when",))  # what has been is not the next time
    able = [f for f in group if f.parts] if question.foci or best.parts or best.missing else []
    if best.missing:  # another part of another fact is no answer to what the likeliest does not tell
        able = [f for f in able if f.sureness > best.sureness - _OTHER_PART]
    silent = _unbegun(question, fits, able) if able else None
    if silent is not None:
        return Untold(Reason.NOT_STATED, (), silent.record, silent.missing)
    uncounted = next((f for f in fits[:5] if "how_many" in f.missing and f.weight > best.weight - 2), None)
    if "how_many" in wanted and uncounted is not None:
        return Untold(Reason.NOT_STATED, (), uncounted.record, ("how_many",))
    if not able and (later := _said_after(question, best, known)):
        return Settled(tuple(Answer(r, ("said",)) for r in later[:MOST]), "value")
    if not able:
        return _unable(question, group, fits, wanted, known, memory)
    best = able[0]
    untold = _of_another_reason(fits, best)
    if untold is not None:
        return Untold(Reason.NOT_STATED, (), untold.record, ("why",))
    if _of_a_bystander(question, best, known):
        return Untold(Reason.NOT_STATED, (), best.record, best.parts[:1])
    pointing = any(
        i.text.split()[0] in ("those", "these") and "pair" in i.ids("anaphor") for i in question.items if i.text
    )
    if question.marks & {"else", "except"} and pointing and not memory.names:
        return Untold(Reason.NOT_STATED, (), best.record, best.parts[:1])  # "besides those three", whoever they are
    if _of_which_firms(question, best, known):
        return Untold(Reason.NOT_STATED, (), best.record, best.parts[:1])
    if done_to_a_doer(question, best.record, known):
        return Untold(Reason.NOT_STATED)
    if _names_asked(best, wanted, question, known):
        if _asks_untold_others(question, best.record):
            return Untold(Reason.NOT_STATED, (), best.record, ("also",))
        if done_by_another(question, best.parts[0], best.record, known) or of_another_side(question, best, known):
            return Untold(Reason.NOT_STATED)  # the fact is not the one that is asked about
        further = list(fits) if question.marks & {"else", "except"} else _of_like_kind(best, fits, question)
        found = names(question, further, known, memory)
        if (found is None or best.record.kind == NAME_KIND) and is_sided(question, known):
            told = (f for f in fits if f.parts and f.record.kind != NAME_KIND)
            found = next((n for f in told if (n := names(question, [f], known, memory)) is not None), None)
            found = found or Untold(Reason.NOT_STATED, (), best.record, best.parts[:1])
        if found is not None:
            return found
        if question.marks & {"else", "except"}:
            return Untold(Reason.NOT_STATED, (), best.record, best.parts[:1])
    if question.yesno and contrary_asked(best, question):
        if put_in_words(best.parts[0], best.record, question, known):
            return Settled((Answer(best.record, best.parts[:1]),), "value", holds=False)
        return Corrected(Answer(best.record))
    if question.yesno and best.sureness < BY_FACT and affirmed(best, question, known):
        within = text_named(question, best.record, known)
        if within:
            return Settled((Answer(best.record, (within,)),), "value", holds=True)
        return Settled((Answer(best.record, (), there_too(question, best.record, known)),), "yes")
    several = any(
        isinstance(v, Texts) and len(v.items) > 1 for p in best.parts[:1] for v in best.record.fact.parts[p].values
    )
    if best.parts and not several and "else" not in question.marks and best.parts[0] in _barred(question, known):
        return Untold(Reason.NOT_STATED, (), best.record, best.parts[:1])
    return values(question, able, known, label=len({f.record.fact.id for f in able}) > 1)


def sums_a_part(question: Question, fits: Sequence[Fit]) -> bool:
    """Whether it is one part of a fact of which the contents are asked: "부제는 무슨 내용이야"."""
    best = max(fits, key=lambda f: f.weight)
    nouns = [i for i in question.items if i.lends is None and not i.has("summary", "kind", "light")]
    return bool(best.parts) and any(best.parts[0] in i.ids("part") for i in nouns)


def _unbegun(question: Question, fits: Sequence[Fit], able: Sequence[Fit]) -> Fit | None:
    """The event of which it is asked when it began or ended, and not told: when something was said of it is no answer."""
    near = [f for f in fits if f.kind_named and f.weight > fits[0].weight - _NEARLY]
    silent = next((f for f in near if f.missing[:1] in (("start",), ("end",))), None)
    timed = bool({"when", "clock"} & set(question.asks)) and able[0].parts[:1] == ("after",)
    return silent if timed else None


def _asks_untold_others(question: Question, record: Record) -> bool:
    """Whether others are asked for than those who are named nowhere, of a fact that is known not to tell who else was there."""
    spoken = {*question.names, *question.excepted}
    return "else" in question.marks and "also" in record.fact.not_told and not spoken & set(record.names)


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
    event = Event(found.record.fact.id)
    told = [r for r in known.records.values() if {"said", "after"} <= r.fact.parts.keys()]
    told = [r for r in told if event in r.fact.parts["after"].values]
    spoken = [n for i in question.items if i.role in ("by", "topic") for n in known.of_type(i.ids("name"), "person")]
    return [r for r in told if any("by" in r.names.get(n, ()) for n in spoken or question.names)]


def _denied_existence(question: Question, found: Fit, known: Known) -> Finding | None:
    """ "배석자는 없었어?", where some are told: no, with who they were; None for any other question."""
    items = [i for i in question.items if i.lends is None]
    if not question.yesno or found.record.kind == NAME_KIND or not items or "without" not in items[-1].ids("mark"):
        return None
    if question.asked_in != "ko" or not items[-1].text.startswith("없"):
        return None
    said = [i for i in items[:-1] if not i.has("name", "title")]
    named = [s.id for i in said for s in i.senses if s.tag == "part" and s.id in found.record.fact.parts]
    parts = [p for p in named if known.part(found.record, p).type in NAMED and not known.part(found.record, p).mutual]
    return Settled((Answer(found.record, tuple(parts[:1])),), "value", holds=False) if parts else None


def _which_fact(question: Question, found: Fit, known: Known) -> Finding | None:
    """ "In which meeting was that?": the fact itself, or the one that it came after; None where no fact is asked for."""
    if _in_row(question, found.record):
        return Settled((Answer(found.record),), "tell")
    noun = _of_which(question, known)
    if noun is None or "person" in question.sorts or noun.has("sort", "noun", "name", "title", "verb"):
        return None
    kinds = {s.id for s in noun.senses if s.tag == "kind" and not s.like}
    if any(p.has("sort", "noun") for p in noun.pieces):
        return None  # "어느 신문 기사"
    parts = {s.id for s in noun.senses if s.tag == "part" and speaks_of(s.fact, found.record)}
    inside = question.asked_in == "en" and question.foci[0].role == "at"  # "in which photo": not whose photo
    if not kinds or (parts - known.general and not inside):
        return None
    if found.record.kind in kinds:
        return Settled((Answer(found.record),), "tell")
    events = [p for p, t in found.record.fact.parts.items() if any(isinstance(v, Event) for v in t.values)]
    if kinds & found.record.of_kinds and events:
        return Settled((Answer(found.record, tuple(events[:1])),), "value")
    return None


def _in_row(question: Question, record: Record) -> bool:
    """Whether 몇 번째 asks which of a row a fact is, as its title says: "가나가 나온 사진 몇 번째야"."""
    focus_at = question.foci[0].at if len(question.foci) == 1 else -1
    asking = [i for i in question.items if i.at == focus_at]
    if not asking or asking[0].text.replace(" ", "") not in _WHICH_OF_ROW or record.fact.title is None:
        return False
    if any(i.at > focus_at and not i.has("light") for i in question.items):
        return False  # "사진 몇 번째 사람"
    before = [i for i in question.items if i.at < focus_at and not i.has("light")]
    return bool(before) and record.kind in before[-1].ids("kind") and "번째" in record.fact.title["ko"]


_WHICH_OF_ROW = frozenset({"몇번째", "몇번", "몇째"})


def _of_which(question: Question, known: Known) -> Item | None:
    """The noun beside the only "which", or a "what" that somebody sat in on: "which meeting", "어느 회동", "무슨 자리에 배석했어"."""
    focus = question.foci[0] if len(question.foci) == 1 else None
    if (
        focus is None
        or focus.at < 0
        or not (focus.word == "which" or (focus.word == "what" and _sat_in(question, known)))
    ):
        return None
    beside = next((i for i in question.items if i.at == focus.at + 1), None)
    if beside is not None and not beside.has("light"):
        return beside if beside.has("kind") else None
    before = [i for i in question.items if i.at < focus.at and not i.has("light")]
    named = question.asked_in == "ko" and bool(before) and before[-1].role in ("by", "topic")
    return before[-1] if named else None


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


def _sat_in(question: Question, known: Known) -> bool:
    """Whether somebody is said to have been at something, or to have come along."""
    beside = {p.id for p in known.facts.parts.values() if p.extra}
    return any("present" in i.ids("mark") or beside & set(i.ids("part")) for i in question.items)


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


def tells_who_it_is_said_of(question: Question, fits: Sequence[Fit], known: Known) -> bool:
    """Whether it is asked who it is of whom a word of one person's own entry is said: "who at Acme is in charge of sales?"."""
    record = fits[0].record
    if record.kind != NAME_KIND or question.yesno or question.asks != ("who",):
        return False
    name = record.fact.names[0]
    said = [i for i in fits[0].items if i.lends is None and not i.has("name", "auxiliaries")]
    words = [i for i in said if not i.has("title")]
    own = any("title" in i.ids("part") or record.fact.id in i.ids("word") or _is_title(i, record) for i in words)
    alone = len(fits) < 2 or fits[1].weight < fits[0].weight - CLOSE
    return own and alone and name not in question.names and known.facts.names[name].type == "person"


def _is_title(item: Item, record: Record) -> bool:
    """Whether a word is one of the titles that somebody's own entry tells."""
    return any(s.tag == "of_fact" and s.id == "title" and s.fact == record.fact.id for s in item.senses)


def _of_next(question: Question) -> bool:
    """Whether the time or place is asked of what comes next ("when is the next meeting", "다음 회동 날짜")."""
    words = [w for i in question.items for w in (i, *i.pieces) if i.lends is None]
    return any("next" in w.ids("mark") or ("next" in w.ids("of_fact") and w.text.startswith("next ")) for w in words)


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


def _holder(holder: tuple[str, ...], fits: Sequence[Fit], known: Known) -> Finding:
    """Who it is that was spoken of by title."""
    there = [n for n in holder if n in fits[0].record.names] or list(holder)
    if len(there) == 1:
        return Settled((Answer(known.entry(there[0])),), "value")
    return Settled((Answer(fits[0].record, (), tuple(there)),), "names")


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


def _inside(question: Question, best: Fit, known: Known) -> Finding | None:
    """ "What is in room 2?": the facts at that place, before what the place itself is."""
    place = best.record.fact.names[0] if best.record.kind == NAME_KIND else ""
    if (
        not place
        or known.facts.names[place].type != "place"
        or wants(question) != {"what"}
        or any(f.nouns for f in question.foci)
        or not ("present" in question.marks or any(place in i.ids("name") and i.role == "at" for i in question.items))
    ):
        return None
    held = [r for r in known.records.values() if r.kind != NAME_KIND and "where" in r.names.get(place, ())]
    return Settled(tuple(Answer(r) for r in held[:6]), "list") if held else None


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
    asides = [f for f in fits if said_of(best, f, question, known)]
    if asides:
        return settle(question, asides, known, Memory())
    return Untold(Reason.NOT_STATED, (), best.record, best.missing or tuple(sorted(wanted)))
