"""The parts of a fact in which the names that are asked for are looked for, the likeliest first."""

from __future__ import annotations

from collections.abc import Set

from bot.facts import Names, Part
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.match import Fit
from bot.recalling.spoken import speaks_of
from bot.recalling.suits import NAMED


def parts_in_order(question: Question, found: Fit, known: Known, everyone: bool) -> list[list[str]]:
    """The parts to look in, the likeliest first."""
    record = found.record
    holding = [p for p, t in record.fact.parts.items() if any(isinstance(v, Names) for v in t.values)]
    holding = [p for p in holding if _holds_names(known.part(record, p), p == found.parts[0] if found.parts else False)]
    role = {p: known.part(record, p).role for p in holding}
    mutual = {p for p in holding if known.part(record, p).mutual}
    named = [p for p in found.parts if p in holding and is_named((p,), record, question)]
    if _receives(question):  # "who was awarded it" is not who awarded it
        named = [p for p in named if role[p] not in ("by", "from")]
    extras = [p for p in holding if known.part(record, p).extra]
    others = [p for p in holding if p not in extras]
    main = [p for p in others if _suits(known.part(record, p), question)]
    if not main and question.asked_in == "en" and question.passive and question.asked_role in ("", "by"):
        main = [p for p in others if role[p] == "to"]  # "who was awarded it"
        main = main or [p for p in others if p == "who"]  # "who was elected", before those who were not
    if not main and question.asked_in == "ko" and question.asked_role in ("at", "into"):
        main = [p for p in others if role[p] == "by"]  # "누구로 뽑혔어"
    along = question.asked_role == "with" and bool(found.parts) and found.parts[0] in extras  # and no one who met them
    if along:
        main = [p for p in main if role[p] == "with" or p in mutual]
    main.sort(key=lambda p: found.parts.index(p) if p in found.parts else len(found.parts))
    rest = [p for p in others if p not in main]
    rest.sort(key=lambda p: {"to": 1, "by": 2}.get(role[p], 0))
    own = {p for i in question.items if "present" in i.ids("mark") for p in i.ids("part")}  # "members" of a venture
    pointed = [p for p in named if p not in mutual and p not in extras and (p not in main or p in own)]
    if question.asked_role == "of" and not any(record.kind in i.ids("kind") for i in question.items):
        main = [p for p in main if role[p] == "with"] or main  # "whose venture is it"
    if set(question.asks) <= {"what", "which", "where"} and found.parts[:1] and found.parts[0] in holding:
        main = [found.parts[0], *(p for p in main if p != found.parts[0])]
    if of_several(question) and question.asked_role in ("by", "", "topic") and not question.passive:
        main += [p for p in holding if role[p] == "with" and p not in main]  # "어느 회사들이 지어"
        return [[*main], *([p] for p in (*extras, *rest))]
    headed = [p for p in named if p in main and role[p] == "with"]
    if headed and question.marks & {"all"} and "who" not in question.asks:
        return [[p] for p in headed]  # "all partners" are not those who did it with them
    if everyone and not pointed:
        if "present" in question.marks and not set(question.asks) & {"what", "which"}:
            there = [p for p in (*main, *rest) if _was_there(known.part(record, p), record)]
            main, rest = ([p for p in parts if p in there or not there] for parts in (main, rest))
            main += [p for p in rest if role[p] == "with" and p not in main] if main else []
        return [[*main, *extras] if main or along else [*rest, *extras]]
    return [[p] for p in (*(p for p in named if p not in mutual), *main, *extras, *rest)]


def _receives(question: Question) -> bool:
    """Whether it is asked to whom something was done: "who was awarded it", "who was it given to"; not "who does it belong to"."""
    if question.asked_role == "to":
        return any(i.text in ("was", "were", "is", "are", "been") for i in question.items)
    return question.passive and question.asked_role in ("", "by")


def _was_there(part: Part, record: Record) -> bool:
    """Whether those in a part took part themselves, and are not what it was about, nor who made it."""
    if part.id in ("by", "what") and "who" in record.fact.parts:
        return False
    return part.mutual or part.extra or part.role in ("by", "with", "to", "object")


def _holds_names(part: Part, first: bool) -> bool:
    return part.type in NAMED and (part.role != "none" or first)


def _suits(part: Part, question: Question) -> bool:
    role = question.asked_role
    if question.passive and role in ("", "by"):
        role = "object" if part.role != "about" else "about"
    if role == "agent":
        role = "by"
    if part.mutual:
        return True
    if part.role == "about" and _described(question):
        return True
    if role in ("", "topic", "of"):
        return part.role in ("by", "with", "object")
    if role in ("by", "subject"):
        return part.role == "by"
    return (
        part.role == role
        or (role == "with" and part.role in ("with", "by"))
        or (role == "about" and part.role in ("about", "object"))
    )


def _described(question: Question) -> bool:
    """Whether the one is asked of whom something is said: "who did Kim call a fool", "김이 칭찬한 사람은"."""
    said = any(i.has("name") and i.role in ("by", "topic") for i in question.items)
    return said and question.asked_role in (("object",) if question.asked_in == "en" else ("object", ""))


def what_joined(question: Question, record: Record, known: Known) -> list[list[str]]:
    """Of one who is in it with others, what that is, where a thing is asked for: "what did Acme join", "가나는 무슨 사업에 끼었어"."""
    sorts = {s for f in question.foci for n in f.nouns for s in n.ids("sort")}
    if not set(question.asks) <= {"what", "which"} or not question.asks or sorts & {"organisation", "person", "name"}:
        return []
    partners = known.names_as("with", record)
    if not question.names or not partners.issuperset(question.names):
        return []
    parts = [known.part(record, p) for p, t in record.fact.parts.items() if t.names]
    return [[p.id] for p in parts if p.role == "object" and not p.mutual]


def beside(ids: Set[str], record: Record, known: Known) -> list[list[str]]:
    """The parts that some names stand in, but for those of the principals."""
    held = (p for p, told in record.fact.parts.items() if not ids.isdisjoint(told.names))
    return [[p] for p in held if not known.part(record, p).mutual]


def holds_only(part: str, sort: str, record: Record, known: Known) -> bool:
    """Whether a part holds names, and all of one type."""
    ids = record.fact.parts[part].names
    return bool(ids) and all(known.facts.names[n].type == sort for n in ids)


def is_predicate(question: Question) -> bool:
    """Whether it is asked who is called something: "who is the hero?", "누가 영웅이야?", "영웅이 누구야?"; no verb stands there."""
    if question.asks != ("who",) or question.foci[0].nouns:
        return False
    if question.asked_in == "ko" and question.foci[0].role == "":
        led = [i for i in question.items if i.at < question.foci[0].at]
        bare = all(i.at == question.foci[0].at or i in led or i.has("light") for i in question.items)
        return bare and bool(led) and led[-1].role in ("by", "topic") and all(map(_only_worded, led))
    if question.foci[0].role != "by":
        return False
    if question.asked_in == "ko" and any(f"{end}고" in question.text for end in "다라냐"):
        return False  # "누가 좋은 논의였다고 했어"
    rest = [i for i in question.items if i.at > question.foci[0].at and not (i.has("light") and not i.has("word"))]
    if any(i.at == question.foci[0].at + 1 and i.has("verb") for i in question.items):
        return False  # "누가 한 말이야, 영웅이라고"
    be = question.asked_in == "ko" or "who's" in question.text.lower()
    be |= any(i.at == question.foci[0].at + 1 and i.text in ("is", "was") for i in question.items)
    return be and bool(rest) and all(i.has("name", "word") and not _deed(i) for i in rest)


def _deed(item: Item) -> bool:
    return item.has("kind", "verb", "part", "noun")


def _only_worded(item: Item) -> bool:
    """Whether a word stands in the text of facts, and says nothing of a kind or a part of them."""
    return item.has("word") and not item.has("name") and not _deed(item)


def of_several(question: Question) -> bool:
    """Whether several houses are asked for by a Korean plural: "어느 회사들이", "어떤 기업들이"."""
    nouns = question.foci[0].nouns[-1:] if question.foci else ()
    return any("organisation" in n.ids("sort") and put_in_plural(n, question) for n in nouns)


def put_in_plural(noun: Item, question: Question) -> bool:
    """Whether a Korean noun has the mark of the plural: "나라들"."""
    return noun.text.endswith("들") or f"{noun.text}들" in question.text


def is_named(parts: tuple[str, ...], record: Record, question: Question) -> bool:
    """Whether a word of the question names one of these parts of a record."""
    return any(
        s.id in parts
        and ((s.tag == "part" and speaks_of(s.fact, record)) or (s.tag == "of_fact" and s.fact == record.fact.id))
        for i in question.items
        for s in i.senses
    )
