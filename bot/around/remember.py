"""What a chat carries on: the memory after a turn, and a numbered choice of the turn before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.facts import AGENTS
from bot.finding import Answer, Chatter, Finding, answers_of
from bot.learning.known import NAME_KIND, TO_COME, Known, Record
from bot.question import MEASURES, THAT_DAY, Item, Question
from bot.recalling.asked import wants
from bot.recalling.fits import facts_of
from bot.recalling.match import fit
from bot.turn import Memory

LONGEST_PAUSE = 6 * 3600.0
"""Seconds after which a chat's topic is let go."""
MOST_TURNS = 8
"""Turns that may lean on a topic without naming it."""
_ORDINALS = {
    "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "첫번째": 0, "첫째": 0, "두번째": 1, "둘째": 1, "세번째": 2, "셋째": 2, "네번째": 3,
    "first": 0, "second": 1, "third": 2, "fourth": 3, "one": 0, "two": 1, "three": 2, "1번": 0, "2번": 1, "3번": 2, "4번": 3,
}  # fmt: skip
_CHOICE = re.compile(
    r"^(?:the\s+|number\s+|no\.?\s*)?([1-5a-z]+|[1-5]번|[가-힣]+\s?째?)(?:\s+one|\s*거|\s*것|요|이요)?[.!?]*$", re.I
)


def chosen(text: str, memory: Memory, now: float) -> tuple[str, Memory]:
    """The question that a number picks of the last choices, else the text; and the memory that still holds."""
    if (memory.at and now and now - memory.at > LONGEST_PAUSE) or memory.turns > MOST_TURNS:
        memory = Memory(lang=memory.lang, said=memory.said)
    match = _CHOICE.match(text.strip()) if memory.choices else None
    if match:
        number = _ORDINALS.get(match[1].replace(" ", "").lower())
        if number is not None and number < len(memory.choices):
            return memory.choices[number], memory
    return text, memory


def remembered(
    memory: Memory,
    question: Question,
    finding: Finding,
    records: tuple[Record, ...],
    choices: tuple[str, ...],
    known: Known,
    now: float,
) -> Memory:
    """The memory to hand in with the next question."""
    if isinstance(finding, Chatter):
        return replace(memory, said=question.lang, at=now, choices=())
    records = records or _spoken_of(question, memory, known)
    facts = tuple(r.fact.id for r in records) or memory.facts
    if THAT_DAY in question.times and len(facts) == 1:
        facts = tuple(dict.fromkeys((*facts, *memory.facts[:1])))
    one_of_told = "member" in question.anaphora or (len(question.items) == 1 and not question.items[0].text)
    if one_of_told and len(facts) == 1:  # "which one does sales? and the ferry guy?"
        facts = tuple(dict.fromkeys((*facts, *memory.facts)))
    if _is_aside(records, memory, known):
        facts = tuple(dict.fromkeys((*facts, *memory.facts[:1])))
    answers = answers_of(finding)
    told = tuple(dict.fromkeys(n for a in answers for n in a.names))
    told = told or _meant(question, answers, known)
    people = known.of_type(question.names, "person")
    alone = len(told) == 1 and (not people or _did_it(question))
    company = _company(question, answers, known)
    first = company or _left_out(question, memory, answers)
    names = dict.fromkeys((*first, *told, *question.names) if alone else (*first, *question.names, *told))
    if not question.names and question.marks & {"after", "before", "next"}:
        names = dict.fromkeys((*_asked_on(memory, told, records, known), *names))
    if answers:
        names |= dict.fromkeys(n for r in records for n in r.names if r.kind == NAME_KIND)
    if not question.names or question.filled or "person" in question.anaphora:
        names |= dict.fromkeys(_still_meant(memory, answers, known))
    kinds = tuple(dict.fromkeys(r.kind for r in records if r.kind))
    kinds = tuple(dict.fromkeys((*kinds, *_spoken_kinds(question, kinds))))
    parts = _parts(question, finding, known)
    leaning = not question.names and not any(i.has("kind") for i in question.items)
    new = company or _brought_in(question, told, known) or (memory.new if leaning else ())
    return Memory(
        memory.lang, facts, tuple(names)[:6], new, kinds or memory.kinds, parts, question.lang, choices, now,
        memory.turns + 1 if leaning else 0, _titled(question, known),
    )  # fmt: skip


def _titled(question: Question, known: Known) -> tuple[str, ...]:
    """The one person spoken of by title alone ("did Kim meet the Acme CEO?"); none of several."""
    people = tuple(dict.fromkeys(n for i in question.items if i.titled for n in known.of_type(i.ids("name"), "person")))
    return people if len(people) == 1 else ()


def _is_aside(records: tuple[Record, ...], memory: Memory, known: Known) -> bool:
    """Whether it is only told who somebody is of what was told before: "who was at the talks?", "what is Kim's job?"."""
    before = known.records.get(memory.topic)
    of_name = len(records) == 1 and records[0].kind == NAME_KIND
    if not of_name or before is None or before.kind == NAME_KIND:
        return False
    return bool(before.times) and bool(set(records[0].fact.names[:1]) & set(before.names))


def _spoken_of(question: Question, memory: Memory, known: Known) -> tuple[Record, ...]:
    """The fact that a question is about of which only words are unknown: "was Zorn at the talks?", "who filmed the talks?".

    A verb alone that fits several facts alike points at none of them: "did Zorn meet Kim?".
    """
    said = [i for i in question.items if i.lends is None and not i.has("light")]
    deeds = [i for i in said if any(w.has("kind") for w in (i, *i.pieces))]
    leans = bool(memory.facts) and not question.yesno and not question.names
    lost = {*question.unknown_at, *(i.at for i in said if i.has("other"))}
    if not lost or not deeds or leans:
        return ()
    spoken = {k for i in question.items for w in (i, *i.pieces) for k in w.ids("kind")}
    fits = [fit(question, r, known) for r in facts_of(known) if r.kind in spoken]
    fits = [f for f in fits if f.kind_named and all(i.has("light") or i.at in lost for i in f.uncovered)]
    called = {id_ for i in question.items if i.pieces for id_ in i.ids("word")}  # as its author calls it
    worth = {f.record.fact.id: (f.record.fact.id in called, f.weight) for f in fits}
    best = max(fits, key=lambda f: (worth[f.record.fact.id], f.record.current), default=None)
    if best is None or (list(worth.values()).count(worth[best.record.fact.id]) > 1 and not _nominal(deeds, question)):
        return ()
    return (best.record,)


def _nominal(deeds: list[Item], question: Question) -> bool:
    """Whether an event is spoken of by a noun: "the talks", "회동에"."""
    articles = {i.at + 1 for i in question.items if i.text == "the"}
    return any((i.at in articles or i.role) if i.text.isascii() else not i.has("verb") for i in deeds)


def _brought_in(question: Question, told: tuple[str, ...], known: Known) -> tuple[str, ...]:
    """Who comes new: the people told of the one asked about ("whom did she see?"), or the last of those named ("did she see Kim?").

    Of either and or, the one of whom it is asked: "did Kim come with Park or with Lee?".
    """
    spoken = known.of_type(question.names, "person")
    answered = [n for n in known.of_type(told, "person") if n not in spoken]
    apart = {at for one in question.alternatives for at in one}
    asked_of = [n for i in question.items if apart and i.at not in apart for n in i.ids("name") if n in spoken]
    return tuple(answered or asked_of[:1] or spoken[-1:])


def _asked_on(memory: Memory, told: tuple[str, ...], records: tuple[Record, ...], known: Known) -> tuple[str, ...]:
    """Of whom it is asked on where several people are told ("and after that?"): the one spoken of before who is in it too."""
    if len(known.of_type(told, "person")) < 2 or len(records) != 1:
        return ()
    spoken = known.of_type(memory.names, "person")
    return tuple(n for n in spoken if n in records[0].names and n not in told)[:1]


def _company(question: Question, answers: tuple[Answer, ...], known: Known) -> tuple[str, ...]:
    """The one other person there, of those of a house where it is named ("was Kim alone?", "가나에서는 김 혼자 왔어?"); none of several."""
    record = answers[0].record if question.alone and len(answers) == 1 else None
    if record is None or record.kind == NAME_KIND:
        return ()
    houses = [
        n for i in question.items if i.role in ("from", "at") for n in known.of_type(i.ids("name"), "organisation")
    ]
    there = known.of_type(record.names, "person")
    sided = [p for p in there if any(h in known.members[p] for h in houses)]
    others = [p for p in sided or there if p not in question.names]
    return tuple(others) if len(others) == 1 else ()


def _left_out(question: Question, memory: Memory, answers: tuple[Answer, ...]) -> tuple[str, ...]:
    """The one of whom it was asked with whom he did it, and whom a Korean question need not name: "누구랑 왔는데?"."""
    if question.names or question.asked_in != "ko" or question.asked_role != "with":
        return ()
    return tuple(n for n in memory.names[:1] if any(n in a.record.names for a in answers))


def _meant(question: Question, answers: tuple[Answer, ...], known: Known) -> tuple[str, ...]:
    """Who was asked for by sort ("which firm"), where the whole fact was told that names one of that sort alone."""
    record = answers[0].record if len(answers) == 1 and question.foci else None
    sorts = question.sorts & AGENTS
    if record is None or len(sorts) != 1 or record.kind == NAME_KIND:
        return ()
    meant = [n for n in record.names if known.facts.names[n].type in sorts and n not in question.names]
    return tuple(meant) if len(meant) == 1 else ()


def _still_meant(memory: Memory, answers: tuple[Answer, ...], known: Known) -> Sequence[str]:
    """The names spoken of before; behind a fact told whole that none of them is in, the people in it."""
    whole = [a.record for a in answers if not a.parts and not a.names and a.record.kind != NAME_KIND]
    if len(whole) != 1 or set(memory.names) & {*whole[0].names, *whole[0].near}:
        return memory.names
    return known.of_type(whole[0].names, "person") or memory.names


def _did_it(question: Question) -> bool:
    """Whether the one asked for is the subject, and so the one that "he" means next ("who came with Kim?")."""
    if question.asks != ("who",) or question.foci[0].holder:
        return False
    subject = any(i.role in ("by", "topic") for i in question.items if i.has("name"))
    unmarked = question.asked_in == "ko" and question.asked_role == ""
    return not subject and (unmarked or question.asked_role in ("by", "agent"))


def _spoken_kinds(question: Question, told: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds that the words of the question speak of besides those told, by the same words where some were told."""
    spoken = [i for i in question.items if i.has("kind") and not i.has("light")]
    if not spoken or _asks_holder(question):
        return ()
    return tuple(
        s.id
        for i in spoken
        if not told or set(told) & set(i.ids("kind"))
        for s in i.senses
        if s.tag == "kind" and not s.like
    )


def _parts(question: Question, finding: Finding, known: Known) -> tuple[str, ...]:
    """The part told or asked for; of yes or no only what follows, which is asked on ("when?")."""
    answers = answers_of(finding)
    if question.yesno or question.doing:
        return answers[0].parts[:1] if answers and answers[0].parts[:1] == (TO_COME,) else ()
    if answers and answers[0].parts:
        return answers[0].parts[:1]
    if answers and answers[0].record.kind == NAME_KIND:  # who somebody is was told whole
        return tuple(p for p in ("title", "is") if p in answers[0].record.fact.parts)[:1]
    if not answers and "title" in known.facts.parts and _asks_holder(question):
        return ("title",)
    wanted = wants(question)
    worded = [
        p
        for f in question.foci
        for n in f.nouns[-1:]
        for p in n.ids("part")
        if p in known.facts.parts and (f.word not in MEASURES or f.word in known.facts.parts[p].asks)
    ]  # "how long did they talk" asks for no words
    return tuple(worded[:1]) or tuple(p for p, part in known.facts.parts.items() if set(part.asks) & wanted)[:1]


def _asks_holder(question: Question) -> bool:
    """Whether it is asked no more than who holds a title, and nothing tells of which house: "who is the CEO of Zorn?"."""
    if question.asks != ("who",):
        return False
    said = [i for i in question.items if not i.has("light", "follow", "question", "prep") or i.has("title")]
    titled = [i for i in said if i.has("title") or not i.senses]
    houses = [i for i in said if i.at in question.unknown_at or (i.has("name") and len(question.names) == 1)]
    return bool(titled) and all(i in titled or i in houses for i in said)
