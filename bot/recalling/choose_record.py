"""What a record settles by itself, before any part of it is looked for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.facts import AGENTS, Amount, Flag, Part
from bot.finding import Answer, Corrected, Finding, Settled, Untold
from bot.language.text import words_in
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.affirm import alone, presumed_otherwise
from bot.recalling.asked import wants
from bot.recalling.choose_names import CLOSE
from bot.recalling.described import described, owned
from bot.recalling.match import Fit
from bot.recalling.spoken import speaks_of
from bot.recalling.suits import NAMED
from bot.turn import Reason


def of_record(question: Question, fits: Sequence[Fit], group: Sequence[Fit], known: Known) -> Finding | None:
    """What the likeliest record settles by itself, before any part of it is looked for; None where it takes a part."""
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
    if question.alone and (best.record.kind != NAME_KIND or question.yesno):
        done = _acted(question, fits, known)
        if done is not None or best.record.kind != NAME_KIND:
            return alone(question, done, known) if done else Untold(Reason.NOT_STATED, (), best.record)
    return _which_fact(question, best, known) if len(group) == 1 else None


def _acted(question: Question, fits: Sequence[Fit], known: Known) -> Record | None:
    """The likeliest fact in which somebody who is named does what it tells; where nobody is named, the likeliest."""
    agents = known.of_type(question.names, *AGENTS)
    facts = [f.record for f in fits if f.record.kind != NAME_KIND]
    acting = (r for r in facts if not agents or any(known.acts_in(w, r) for n in agents for w in known.standing(n, r)))
    return next(acting, None)


def _denied_existence(question: Question, found: Fit, known: Known) -> Finding | None:
    """ "배석자는 없었어?", "has Kim no shares?", where some are told: no, with who they were or how many; None for any other question."""
    if not question.yesno or found.record.kind == NAME_KIND:
        return None
    items = [i for i in question.items if i.lends is None]
    if question.asked_in == "ko":
        denied = items[:-1] if items and "without" in items[-1].ids("mark") and items[-1].text.startswith("없") else []
    else:
        no = {i.at + 1 for i in items if i.text == "no" and "not" in i.ids("mark") and i.at}
        denied = [i for i in items if i.at in no]
    said = [i for i in denied if not i.has("name", "title")]
    told = found.record.fact.parts
    senses = [s for i in said for s in i.senses if s.tag == "part" and s.id in told]
    some = {p for p, t in told.items() if any(isinstance(v, Amount) and v.value > 0 for v in t.values)}
    parts = [
        s.id
        for s in senses
        if (known.part(found.record, s.id).type in NAMED and not known.part(found.record, s.id).mutual)
        or (s.id in some and not s.like and s.id not in known.general)
    ]
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
        nature = _nature(question, found.record, known)
        return nature or Settled((Answer(found.record),), "tell")
    events = [p for p, t in found.record.fact.parts.items() if t.events]
    if kinds & found.record.of_kinds and events:
        return Settled((Answer(found.record, tuple(events[:1])),), "value")
    return None


def _nature(question: Question, record: Record, known: Known) -> Settled | None:
    """The flag by which a fact is open or closed and the like, where "what sort of" asks of what nature it was."""
    at = question.foci[0].at
    asked = {w for i in question.items if i.at == at for w in i.text.split()}
    if not _SORTS & asked or {"people", "person"} & asked:
        return None
    flags = (p for p, t in record.fact.parts.items() if Flag(False) in t.values)
    part = next((p for p in flags if _is_put_as(known.part(record, p), known.worded(record, p, "en") or "")), None)
    return Settled((Answer(record, (part,)),), "choice") if part else None


def _is_put_as(part: Part, said: str) -> bool:
    """Whether a flag is told by a word for the contrary of it: "it was a private meeting"."""
    return bool(set(words_in(said.lower())) & set(part.opposite.get("en", ())))


_SORTS = frozenset({"sort", "kind", "type"})


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


def _sat_in(question: Question, known: Known) -> bool:
    """Whether somebody is said to have been at something, or to have come along."""
    beside = {p.id for p in known.facts.parts.values() if p.extra}
    return any("present" in i.ids("mark") or beside & set(i.ids("part")) for i in question.items)


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


def _holder(holder: tuple[str, ...], fits: Sequence[Fit], known: Known) -> Finding:
    """Who it is that was spoken of by title."""
    there = [n for n in holder if n in fits[0].record.names] or list(holder)
    if len(there) == 1:
        return Settled((Answer(known.entry(there[0])),), "value")
    return Settled((Answer(fits[0].record, (), tuple(there)),), "names")


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
