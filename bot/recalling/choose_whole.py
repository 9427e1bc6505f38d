"""The whole fact, where no part of it is asked for, and what may stand in where the part is not told."""

from __future__ import annotations

from collections.abc import Sequence

from bot.facts import AGENTS
from bot.finding import Answer, Finding, Settled, told_whole
from bot.learning import dates
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.affirm import affirm
from bot.recalling.choose_value import MOST, in_time
from bot.recalling.match import Fit
from bot.recalling.meant import DEEDS
from bot.recalling.spoken import own_word
from bot.turn import Memory

ALIKE_IN_KIND = 1.2
"""Facts of one kind are told together where their weights are no further apart than one word of their own."""


def whole(question: Question, group: list[Fit], known: Known) -> Finding:
    """No part is asked: a yes/no question, or a bare topic."""
    best = group[0]
    if question.yesno and not question.summary:
        return affirm(question, group, known)
    same = [f for f in group if f.record.kind == best.record.kind and f.record.kind != NAME_KIND]
    if len(same) > 1 and not question.summary:
        return Settled(tuple(Answer(f.record) for f in in_time(same)[:MOST]), "list")
    return Settled((Answer(best.record),), "tell")


def events_asked(question: Question, fits: Sequence[Fit]) -> Finding | None:
    """ "Which meetings took place in Rome?", "what meetings did Kim have?": all such facts, and no part of one; None elsewhere."""
    focus = question.foci[0] if len(question.foci) == 1 and question.asked_in == "en" else None
    noun = next((i for i in question.items if focus and i.at == focus.at + 1), None)
    if focus is None or noun is None or focus.word not in ("which", "what"):
        return None
    behind = [i for i in question.items if i.at > noun.at]
    there = bool(behind) and behind[0].text.split()[0] in ("are", "were")
    if not _are_events(noun, there=there):
        return None
    named = [i for i in behind if i.has("name") or i.has("when", "daypart", "relative", "weekday")]
    plain = all(i in named or i.has("light", "prep", "auxiliaries", "anaphor", "confirm") or _held(i) for i in behind)
    kind = fits[0].record.kind
    listed = bool(named) or (there and behind[-1].text.endswith("there"))  # "what photos are there"
    if not listed or not plain or kind not in noun.ids("kind"):
        return None
    row = in_time([f for f in fits if f.record.kind == kind and near(f, fits[0])])[:MOST]
    return told_whole(f.record for f in row)


def _are_events(noun: Item, *, there: bool) -> bool:
    """Whether an English noun in the plural is of a kind of fact alone: "meetings"; where they are said to be there, of one at all."""
    first = noun.pieces[0] if noun.pieces else noun
    plural = first.text.endswith("s") and not first.text.endswith("ss") and first.text.isascii()
    other = ("sort", "noun", "title") if there else ("part", "sort", "noun", "title")
    return plural and noun.has("kind") and first.has("kind") and not first.has(*other)


def _held(item: Item) -> bool:
    """Whether a verb says only that something was."""
    return item.text.split()[0] in ("held", "took", "take", "happened", "happen", "go", "went", "attend", "attended")


def doings(question: Question, fits: Sequence[Fit], known: Known) -> Finding | None:
    """What somebody did: all facts with a time in which the named ones take part, in their order."""
    row = [f for f in fits if f.record.rank and f.names_hit and f.record.current and f.record.kind != NAME_KIND]
    row = [f for f in row if any(p.role in ("by", "with") for n in question.names for p in known.parts_of(n, f.record))]
    if "time" in question.anaphora:  # "everything he did that day"
        row = [f for f in row if f.record.rank[:3] == dates.order(f.record.today)[:3]] or row
    timed = [f for f in row if f.weight >= max(g.weight for g in row) - 1.5]
    return Settled(tuple(Answer(f.record) for f in in_time(timed)[:6]), "list") if len(timed) > 1 else None


def of_mentioned(question: Question) -> bool:
    """Whether it is asked what or which a thing was that facts only mention: "what car did he come in"."""
    at = question.foci[0].at if question.foci else -1
    behind = [i for i in question.items if i.at in (at + 1, at + 2)]
    if at < 0 or question.asked_in != "en" or len(behind) < 2 or not behind[1].has("auxiliaries"):
        return False
    known_of = ("kind", "part", "noun", "sort", "title", "of_fact", "name", "auxiliaries", "asked", "question", "mark")
    return behind[0].has("word") and not behind[0].has(*known_of)


def near(found: Fit, best: Fit) -> bool:
    """Whether a fit weighs nearly as much as the likeliest."""
    return found.weight >= best.weight - ALIKE_IN_KIND


def of_somebody(found: Fit, known: Known) -> bool:
    """Whether it is a person's own entry, which tells the name as well."""
    return found.record.kind == NAME_KIND and known.facts.names[found.record.fact.names[0]].type == "person"


def of_its_kind(question: Question, found: Fit) -> bool:
    """Whether a fact is called by a word of its kind, or no word speaks of another deed."""
    spoken = [i for i in question.items if i.lends is None and not i.has("name", "light", "noun", "sort", "question")]
    deeds = [i for i in spoken if i.has("kind") or DEEDS & set(i.ids("part"))]
    called = found.kind_named or (bool(deeds) and all(own_word(i, found.record) for i in deeds))
    return called or not deeds or found.record.kind == NAME_KIND or bool(found.record.phrasings)


def put_in_words(part: str, record: Record, question: Question, known: Known) -> bool:
    """Whether the author worded what a flag tells, or the other of its two answers."""
    definition = known.part(record, part)
    said = record.fact.parts[part].says is not None
    return said or bool((definition.yes or definition.no).get(question.lang))


def named_in_full(question: Question, known: Known) -> str | None:
    """The one name that is spoken of by a common noun or in short, where its full name is asked for."""
    nouns = {n for i in question.items if i.lends is None and not i.has("name") for n in i.ids("noun")}
    if len(known.of_type(question.names, *AGENTS)) > 1:
        return None
    spoken = set(question.names) or nouns
    spoken = {n for n in spoken if known.entry(n).fact.parts.keys() - {"spelt"}}
    text = question.text.lower()
    full = {n for n in spoken if known.facts.names[n].name[question.asked_in].lower().removeprefix("the ") not in text}
    full = {n for n in full if _proper(known.facts.names[n].name["en"])}
    return full.pop() if len(spoken) == len(full) == 1 else None


def titled_there(question: Question, found: Fit, known: Known) -> Finding | None:
    """Who in a fact has the title whose holder's name is asked, where that is a word for the fact too: "조사한 변호사 이름", "the name of the lawyer who looked into it"."""
    titles = [i.text for i in question.items if i.has("kind", "part", "word") and not i.has("name", "verb", "light")]
    record = found.record
    held = {n for t in titles for n in known.of_type(record.names, "person") if known.is_title_of(t, n)}
    parts = [p for p, told in record.fact.parts.items() if held & set(told.names)]
    if record.kind == NAME_KIND or len(held) != 1 or held & set(question.names):
        return None
    return Settled((Answer(record, (parts[0],), tuple(held)),), "names")


def _proper(name: str) -> bool:
    """Whether a name is one, and no common noun: "Silver Cup", not "AI chip"."""
    words = [w for w in name.removeprefix("the ").split() if w not in ("of", "and", "the", "in", "for")]
    return all(not w[0].islower() for w in words)


def said_of(best: Fit, other: Fit, question: Question, known: Known) -> bool:
    """Whether another fact tells what the first one named said of an event, whose own fact tells no words of theirs."""
    acting = [n for i in question.items if i.role == "by" for n in i.ids("name")]
    speaker = next(iter(known.of_type((*acting, *question.names), "person")), "")
    spoken = any(p.role == "by" for p in known.parts_of(speaker, other.record))
    return (
        "said" in best.missing[:1]
        and other.parts[:1] == ("said",)
        and spoken
        and set(question.names) <= {*other.record.names, *other.record.near}
        and other.weight >= best.weight - 2.0
    )


def of_topic(question: Question, found: Fit, memory: Memory) -> bool:
    """Whether a question without names of its own finds its answer in another fact about the names last spoken of."""
    return (
        not question.names and bool(set(memory.names[:3]) & set(found.record.names)) and found.record.kind != NAME_KIND
    )


def rivals(found: Fit, best: Fit) -> bool:
    """Whether a weaker fit speaks of the same: the same names and kind, another fact of them."""
    return (
        found.names_hit >= best.names_hit
        and found.weight >= best.weight - 2.0
        and (found.kind_named or not best.kind_named)
        and not best.missing
    )


def both_named(question: Question, best: Fit, known: Known) -> Finding | None:
    """Those who did something with one another, where the question names them all: "who signed the merger of Acme and Bolt"."""
    focus = question.foci[0] if question.asks == ("who",) and len(question.foci) == 1 else None
    verb = next((i for i in question.items if focus and i.at == focus.at + 1), None)
    if focus is None or verb is None or focus.role not in ("by", "") or best.record.kind not in verb.ids("kind"):
        return None
    parts = [p for p in best.record.fact.parts if known.part(best.record, p).mutual]
    told = best.record.fact.parts[parts[0]].names if len(parts) == 1 else ()
    other = question.marks & {"else", "except", "present", "without", "not"}
    all_named = len(told) > 1 and not other and set(told) <= set(question.names) and question.asked_in == "en"
    return Settled((Answer(best.record, tuple(parts), told),), "names") if all_named else None


def said_after(question: Question, found: Fit, known: Known) -> list[Record]:
    """The facts that tell what those asked about said after another one, where that is asked: "박을 만나고 뭐라 했어"."""
    deeds = [i for i in question.items if found.record.kind in i.ids("kind") and i.has("verb")]
    after = "after" in question.marks or any(f"{i.text}고" in question.text for i in deeds)
    if found.missing[:1] != ("said",) or not after or question.asked_in != "ko":
        return []
    told = [r for r in known.records.values() if "said" in r.fact.parts and found.record.fact.id in r.fact.after]
    spoken = [n for i in question.items if i.role in ("by", "topic") for n in known.of_type(i.ids("name"), "person")]
    return [r for r in told if any("by" in r.names.get(n, ()) for n in spoken or question.names)]
