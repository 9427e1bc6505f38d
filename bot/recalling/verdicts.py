"""How something came out: what was said of it after it ("how did the talks go?", "회의 어땠대?"), who said so, what it was about, and if it is over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.finding import Answer, Finding, Settled, Untold, answers_of
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.sequence import fact_of
from bot.recalling.spoken import own_word
from bot.turn import Memory, Reason

_IDLE = ("light", "auxiliaries", "question", "follow", "filler", "prep", "anaphor")


def how_it_went(question: Question, known: Known, memory: Memory) -> Finding | None:
    """The verdicts on the event that is named, or was told last; None where it is not asked how anything went."""
    verdict = _verdict(question)
    if verdict is None:
        return None
    rest = [i for i in question.items if i is not verdict and i.text and i.lends is None]
    doer = rest and all(i.has(*_IDLE) or known.of_type(i.ids("name"), "person") for i in rest)
    if doer and question.asked_in == "en" and not any("thing" in i.ids("anaphor") for i in rest):
        return None  # "how did Kim go" asks for a way
    bare = all(i.has(*_IDLE) and not i.has("name", "kind") for i in rest)
    said = [r for r in known.records.values() if {"said", "after"} <= r.fact.parts.keys() and own_word(verdict, r)]
    led = _speaking(question, known)
    speakers = {n for i in led for n in i.ids("name")}
    events = {e for r in said for e in r.fact.after}
    if bare:
        here = memory.topic if memory.topic in events else ""
    else:
        rest = [i for i in rest if not i.has("question", "auxiliaries") and not i.text.startswith(_ACCOUNT)]
        found = fact_of(rest, question, known, among=events or {""})
        if led and found is None:
            found = fact_of([i for i in rest if i not in led], question, known, among=events or {""})
        here = found.record.fact.id if found and (found.kind_named or found.names_hit) else ""
    told = [r for r in said if here in r.fact.after or (bare and not memory.facts)]
    if speakers:
        told = told or (said if all(i in led for i in rest) else [])
        told = [r for r in told if any(p.role == "by" for n in speakers for p in known.parts_of(n, r))]
        return Settled(tuple(Answer(r, ("said",)) for r in told), "value") if told else Untold(Reason.NOT_STATED)
    if told:
        return Settled(tuple(Answer(r, ("said",)) for r in told), "value")
    return Untold(Reason.NOT_STATED) if question.asked_in == "en" and not bare else None


def _speaking(question: Question, known: Known) -> list[Item]:
    """The words that tell by whose account it is asked in Korean: "김 말로는 회의 어땠대", "김이 보기에"."""
    led = [w for pair in pairwise(question.items) if pair[1].text.startswith(_ACCOUNT) for w in pair]
    led += [i for i in question.items if i.role == "from" and i.text and not i.text.isascii()]
    return led if known.of_type([n for i in led for n in i.ids("name")], "person") else []


_ACCOUNT = ("말로", "보기에", "얘기로")


def _verdict(question: Question) -> Item | None:
    """The word by which it is asked how something went."""
    if question.asks != ("how",) or question.yesno:
        return None
    last = question.items[-1]
    if question.asked_in == "ko":
        return last if last.has("question") and last.text.startswith(("어땠", "어땟", "어때")) else None
    led = question.items[0].text == "how" and question.items[1:2] and question.items[1].text in ("did", "does", "has")
    return last if led and last.text in ("go", "gone") and len(question.items) > 3 else None


def is_over(question: Question, finding: Finding, known: Known) -> Finding | None:
    """When it ended, and what is to come all the same, where no more is asked than if it is over: "논의 끝난 거야?", "are the talks over?"."""
    match finding:
        case Settled((Answer(record), *_), "yes"):
            pass
        case Untold(Reason.NOT_STATED, _, Record() as record):
            pass
        case Settled((Answer(record, ("end",)),), "value") if not any(i.has("question") for i in question.items):
            pass
        case Settled((Answer(record),)) if WITH_THIS.search(question.text):
            pass
        case _:
            return None
    if WITH_THIS.search(question.text):
        return _goes_on(record, known)
    said = [
        i for i in question.items if i.lends is None and not (i.has("light", "filler", "confirm") and not i.has("part"))
    ]
    over = bool(said) and "end" in said[-1].ids("part") and not said[-1].has("name", "question", "kind")
    timed = any(i.has("number", "when", "daypart", "relative", "weekday") for i in question.items)
    if not question.yesno or question.alternatives or not over or timed or "end" not in record.fact.parts:
        return None
    return Settled((Answer(record, tuple(p for p in ("end", "next") if p in record.fact.parts)),), "value")


WITH_THIS = re.compile(
    r"((이|그|요)(걸|것|번|날)|한 ?번|(이번|그) ?[가-힣]{2})(으)?로 ?([가-힣]+ )?(다|그냥|완전히|아예|전부)? ?끝"
    r"|한 ?번 ?(만|하|보|얘기하|만나)고 ?(그냥|다)? ?끝"
)
"""It is asked in Korean whether it was over with that one time: "이걸로 끝이래", "한 번 만나고 끝이야"."""


def _goes_on(record: Record, known: Known) -> Finding | None:
    """When an event ended, or the one that a remark was made of, and what is to come after it all the same."""
    events = (record, *(known.records[e] for e in record.fact.after if e in known.records))
    told = next((r for r in events if "next" in r.fact.parts), None)
    if told is None:
        return Untold(Reason.NOT_STATED, (), record)
    return Settled((Answer(told, tuple(p for p in ("end", "next") if p in told.fact.parts)),), "value")


def met_about(question: Question, finding: Finding, known: Known) -> Finding | None:
    """What people talked about, where no more is asked than why they met, and no other reason is told: "why did they meet?"."""
    match finding:
        case Untold(Reason.NOT_STATED, _, Record() as record) if question.asks == ("why",):
            pass
        case _:
            return None
    met = [i for i in question.items if record.kind in i.ids("kind") and not i.has("name")]
    mutual = any(known.part(record, p).mutual for p in record.fact.parts)
    rest = [i for i in question.items if i not in met and "why" not in i.ids("part")]
    there = all(
        {*record.names, *record.near}.intersection(i.ids("name")) if i.has("name") else i.has(*_IDLE, "mark")
        for i in rest
    )
    told = met and mutual and there and "about" in record.fact.parts and "why" not in record.fact.parts
    undone = any({"not", "without", "undone"} & set(i.ids("mark")) for i in rest)
    return Settled((Answer(record, ("about",)),), "value") if told and not undone else None


def put_in_it(question: Question, finding: Finding, known: Known) -> Finding | None:
    """The text of a part, where it is asked whose or which thing that part was about, and who did it would be told.

    "Whose ship did the press ask about?" asks what was asked, and not who answered.
    """
    answers = answers_of(finding)
    if question.asks != ("who",) or question.yesno or question.asked_in != "en" or len(answers) != 1:
        return None
    record, told = answers[0].record, answers[0].parts
    owner = next((i.at for i in question.items if i.text == "whose"), -1)
    by = bool(told) and all(known.part(record, p).role == "by" for p in told)
    about = {i.at for i in question.items if "about" in i.ids("prep")}
    named = (s.id for i in question.items if i.at > owner for s in i.senses if s.tag == "part" and s.fact)
    texts = [p for p in named if p not in known.general and p in record.fact.parts and record.fact.parts[p].texts]
    asked = owner >= 0 and by and texts and any(at > owner for at in about)
    return Settled((Answer(record, (texts[0],)),), "value") if asked else None


def spoken_of(record: Record, parts: Sequence[str], known: Known) -> Record | None:
    """The remark that tells of an event, after it, the same that was just told of the event itself: "who said so?"."""
    if "said" in record.fact.parts:
        return record
    after = (r for r in known.records.values() if {"said", "after"} <= r.fact.parts.keys())
    return next((r for r in after if record.fact.id in r.fact.after and set(parts[:1]) & r.fact.parts.keys()), None)
