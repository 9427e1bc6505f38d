"""Which names of a fact answer who or which: those asked for, less those the question names itself."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from bot.facts import AGENTS, Names, Part
from bot.finding import Answer
from bot.language.korean import AMONG
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.cover_names import foreigners, hails, posts_in_plural
from bot.recalling.match import Fit
from bot.recalling.meant import doers_by_title
from bot.recalling.spoken import speaks_of
from bot.recalling.suits import NAMED
from bot.turn import Memory


def is_named(parts: tuple[str, ...], record: Record, question: Question) -> bool:
    return any(
        s.id in parts
        and ((s.tag == "part" and speaks_of(s.fact, record)) or (s.tag == "of_fact" and s.fact == record.fact.id))
        for i in question.items
        for s in i.senses
    )


def of_foreigners(question: Question) -> bool:
    """Whether those from another country are asked for, by a word that no fact has as its own ("foreign minister")."""
    return any("foreign" in i.ids("mark") and {s.tag for s in i.senses} <= {"mark", "light"} for i in question.items)


def is_sided(question: Question, known: Known) -> bool:
    """Whether only those of one house are asked for ("who came from Acme", "가나 쪽에서 누가")."""
    sides = ("from", "for") if question.asked_in == "en" and "present" in question.marks else ("from",)
    if "how_many" in question.asks and question.foci[0].sides:
        return True  # "how many Acme people"
    return bool({"who", "how_many"} & set(question.asks)) and any(
        i.role in sides and known.of_type(w.ids("name"), "organisation") for i in question.items for w in (i, *i.pieces)
    )


def pick(question: Question, found: Fit, known: Known, memory: Memory) -> Answer | None:
    """The names of a fact that answer who or which: those asked for, less those the question names itself."""
    record = found.record
    holders = _holding(question, found, known)
    if holders:
        return Answer(record, tuple(p.id for p in known.parts_of(holders[0], record)), holders)
    everyone = bool(question.marks & {"present", "all"}) or is_sided(question, known)
    everyone |= any(i.has("question") and i.text.startswith(_ALL_OF_THEM) for i in question.items)
    everyone |= _so_many(question, record, known) or _counts_named(question)
    beside_alone = _only_beside(question, record, known)
    all_left = _of_all_there(question, record, known)
    everyone &= ("else" not in question.marks or all_left) and not beside_alone
    others = bool(question.marks & {"else", "except"})
    spoken = set(question.names) | set(question.excepted)
    spoken |= {p for i in question.items for p in i.ids("name")}
    spoken -= {n for i in question.items if i.titled and _is_made(i, question) for n in i.ids("name")}
    spoken -= _guessed(question)
    did = any(i.has("kind") and not i.has("noun", "name", "light") for i in question.items)
    nouns = (i for i in question.items if did and not i.has("sort", "kind", "part"))
    described = {n for i in nouns for n in i.ids("noun")[:1]}  # "who played the smuggler"
    if others or "pair" in question.anaphora:
        spoken |= set(memory.names if others and not question.names else memory.names[:3])
    if question.asked_role == "with" and not question.names:
        spoken |= set(memory.names[:1])  # "with whom?", of whoever was spoken of
    wanted_type = (
        "organisation"
        if question.foci
        and any("organisation" in w.ids("sort") for n in question.foci[0].nouns for w in (n, *_describing(n)))
        and ("person" not in question.sorts or _of_which_houses(question))
        else None
    )
    barred = set(question.excepted)
    barred |= {n for n in record.names if known.of_type([n], "person") and barred & known.members[n]}
    barred |= {n for n in record.names if known.facts.names[n].country in barred}  # "firms from outside Acmeland"
    orders = _orders(question, found, known, everyone or others)
    if others and not question.names and not memory.parts:  # others of those of whom yes or no was asked
        orders = _beside(set(memory.names[:1]), record, known) + orders
    if not all_left:
        orders = _beside(question.excepted, record, known) + orders  # "who is in it besides Acme"
    orders = _what_joined(question, record, known) + orders
    orders = _beside(_listed(question), record, known) + orders
    if beside_alone:
        orders = [[p] for p in record.fact.parts if known.part(record, p).extra]
    if _is_predicate(question):
        orders = [[p for p in record.fact.parts if known.part(record, p).role == "about"], *orders]
    if wanted_type and not _of_several(question):  # houses that stand there themselves come before those of people
        orders = [[p] for p in found.parts if _holds_only(p, wanted_type, record, known)] + orders
    for parts in orders:
        for part in parts if barred else ():
            if is_named((part,), record, question) and set(record.fact.parts[part].names) <= barred:
                return None  # of those asked for, all are excepted
        ids = [n for p in parts for n in record.fact.parts[p].names]
        ids = _titled(question, _of_side(question, ids, found, known), known)
        if ids and all(known.part(record, p).extra for p in parts):
            ids = his_people(question, ids, known)
            if not ids:
                return None  # those who sat in are others' people
        own = all(p not in known.general for p in parts) and is_named(tuple(parts), record, question)
        own = own and "else" not in question.marks and not set(ids) & set(question.names)
        whole = everyone or own  # "who signed the Acme contract"
        left = [n for n in ids if n not in spoken | barred and (whole or not _stands_for(n, question, record, known))]
        if not wanted_type and not is_named(tuple(parts), record, question):
            left = _agents_first(left, record, question, known)
        if any("person" in n.ids("sort") for f in question.foci for n in f.nouns):
            left = known.of_type(left, "person") or left
        if of_foreigners(question):
            left = [n for n in left if n in foreigners(record, known)]
        if left and wanted_type:
            left = _as_organisations(left, known)
        if left and (set(left) - described or not question.foci or question.foci[0].word != "who"):
            return Answer(record, tuple(parts), tuple(dict.fromkeys(left)))
    return None


def _of_all_there(question: Question, record: Record, known: Known) -> bool:
    """Whether the rest of all who were there is asked for, and not of those of one part: "김 빼고 회의에 있던 사람"."""
    if not {"present", "except"} <= question.marks or question.asked_in != "ko":
        return False
    extras = [p for p in record.fact.parts if known.part(record, p).extra]
    return bool(extras) and not any(is_named((p,), record, question) for p in extras)


def _what_joined(question: Question, record: Record, known: Known) -> list[list[str]]:
    """Of one who is in it with others, what that is, where a thing is asked for: "what did Acme join", "가나는 무슨 사업에 끼었어"."""
    sorts = {s for f in question.foci for n in f.nouns for s in n.ids("sort")}
    if not set(question.asks) <= {"what", "which"} or not question.asks or sorts & {"organisation", "person", "name"}:
        return []
    partners = {n for p, t in record.fact.parts.items() if known.part(record, p).role == "with" for n in t.names}
    if not question.names or not partners.issuperset(question.names):
        return []
    parts = [known.part(record, p) for p, t in record.fact.parts.items() if t.names]
    return [[p.id] for p in parts if p.role == "object" and not p.mutual]


def _holding(question: Question, found: Fit, known: Known) -> tuple[str, ...]:
    """Those of a title who were there, where it is asked who of them that was: "Acme's head at the talks - who?", "가나 부장 누가 왔어"."""
    named = [i for i in question.items if i.has("name") and i.lends is None]
    focus = question.foci[0] if len(question.foci) == 1 else None
    titled = named and all(i.titled and known.of_type(i.ids("name"), "person") for i in named)
    if focus is None or not titled or found.kind_named or question.marks & {"else", "except"} or question.anaphora:
        return ()
    behind = [i for i in question.items if i.at > focus.at]
    between = [i for i in question.items if named[-1].at < i.at < focus.at]
    if question.asked_in == "ko":
        led = focus.role == "by" and named[-1].role == "" and all(i.text in AMONG for i in between)
    else:
        last = not behind or all("name" in i.ids("sort") for i in behind)
        led = "present" in question.marks and named[-1].at < focus.at and (last or not between)
    return tuple(n for i in named for n in i.ids("name") if n in found.record.names) if led else ()


def his_people(question: Question, ids: list[str], known: Known) -> list[str]:
    """Of those beside the principals, the people of one that is named: "Kim's aides", "김 쪽 배석자"; all where no house of theirs is known."""
    owners = [
        n
        for item, behind in pairwise(question.items)
        if item.role == "of" or behind.text in ("쪽", "측")
        for n in known.of_type(item.ids("name"), "person")
    ]
    housed = [n for n in ids if known.of_type(known.members[n], "organisation")]
    if len(owners) != 1 or len(housed) < len(ids):
        return ids
    houses = set(known.of_type(known.members[owners[0]], "organisation"))
    return [n for n in ids if houses & known.members[n]] if houses else ids


def _only_beside(question: Question, record: Record, known: Known) -> bool:
    """Whether only those beside the principals are asked for: "배석자 명단", "Kim's people at the talks", "김 수행 임원"."""
    extras = {p for p in record.fact.parts if known.part(record, p).extra}
    nouns = [n for f in question.foci for n in f.nouns[-1:]] or [i for i in question.items if i.text in _THEIR_PEOPLE]
    for noun in (n for n in nouns if "person" in n.ids("sort") and not n.has("mark", "kind")):
        before = [i for i in question.items if noun.at - 2 <= i.at < noun.at]
        owned = any(i.role == "of" and known.of_type(i.ids("name"), "person") for i in before)
        attended = any(
            extras & {*i.ids("part"), *i.ids("of_fact")} for i in before if i.at == noun.at - 1 and not i.has("verb")
        )
        if extras & set(noun.ids("part")) or attended or (owned and noun.text in _THEIR_PEOPLE):
            return True
    return False


_THEIR_PEOPLE = frozenset(
    {"people", "men", "folks", "guys", "사람들", "사람", "인사", "인사들", "임원", "임원들", "참석자"}
)
"""Nouns for those who came with the one whose they are."""


def _counts_named(question: Question) -> bool:
    """Whether all who are named are counted: "how many people are named", "how many does the story name"."""
    names = any(i.text in ("name", "names", "named") for i in question.items)
    return names and question.asks == ("how_many",) and "person" in question.sorts


_ALL_OF_THEM = ("누구누구", "who all")
"""Question words that ask for all who were there."""


def _so_many(question: Question, record: Record, known: Known) -> bool:
    """Whether as many people are asked for as there were, those beside the principals too: "the five people there"."""
    people = {n for n in record.names if any(p.mutual or p.extra for p in known.parts_of(n, record))}
    counted = [i for i in question.items if i.has("number")]
    units = [i for i in question.items if "person" in (*i.ids("unit"), *i.ids("sort"))]
    near = [n for n in counted if any(0 <= u.at - n.at <= 2 for u in units)]
    return len(people) > 1 and any(float(v) == len(people) for i in near for v in i.ids("number"))


def _guessed(question: Question) -> set[str]:
    """The names of a guess that is put behind the question: "who pays for it, is it Acme?", "누가 냈어, 가나야?"."""
    at = question.foci[0].at if question.foci else -1
    tail = [i for i in question.items if i.lends is not None and i.at > at >= 0]
    bare = all(i.has("name", "light", "follow", "auxiliaries", "anaphor") and not i.has("kind", "verb") for i in tail)
    return {n for i in tail for n in i.ids("name")} if bare and tail[-1:] == list(question.items[-1:]) else set()


def _describing(noun: Item) -> tuple[Item, ...]:
    """The words of a phrase, but for a Korean title: "그룹 회장" is no group."""
    return () if noun.has("title") and not noun.text.isascii() else noun.pieces


def _beside(ids: Set[str], record: Record, known: Known) -> list[list[str]]:
    """The parts that some names stand in, but for those of the principals."""
    held = (p for p, told in record.fact.parts.items() if not ids.isdisjoint(told.names))
    return [[p] for p in held if not known.part(record, p).mutual]


def _listed(question: Question) -> set[str]:
    """The names of a row that "who" ends: "Acme, Bolt and who else?", "it is Acme, Bolt and who?"."""
    asked = question.foci[0].at if question.asks == ("who",) and question.asked_in == "en" else 0
    row: list[Item] = []
    for item in reversed([i for i in question.items if i.at < asked]):
        if not item.has("name") and not (item.text in ("and", "plus") and not row):
            break
        row += [item] if item.has("name") else []
    return {n for i in row for n in i.ids("name")} if len(row) > 1 else set()


def _is_made(item: Item, question: Question) -> bool:
    """Whether a title says what somebody was made, who is asked for: "who was elected the new head", "새 단장은 누구로 뽑혔어"."""
    if question.asked_in == "ko":
        return bool({"at", "into"} & {question.asked_role, item.role})
    return question.passive and question.asked_role in ("", "by") and item.role in ("", "object")


def _of_which_houses(question: Question) -> bool:
    """Whether the houses are asked for whose people they are: "which companies' heads", "the heads of which companies"; "온 사람들 회사"."""
    noun = question.foci[0].nouns[-1]
    korean = [i for i in question.items if i.at < noun.at and question.asked_in == "ko" and not i.has("name")]
    owners = [i for i in korean if any("person" in w.ids("sort") or w.has("title") for w in (i, *i.pieces))]
    owned = bool(owners) and "organisation" in noun.ids("sort")
    if owned or (question.foci[0].role == "of" and question.asked_in == "en"):
        return True
    words = [n.text.split()[0] for n in question.foci[0].nouns if n.text.isascii() and " " in n.text]
    return any(f"{w}'" in question.text.lower() or f"{w}\u2019" in question.text for w in words)


def _agents_first(left: list[str], record: Record, question: Question, known: Known) -> list[str]:
    """Where "who" is asked of a fact in which people or houses act, only those of them; an event is no one."""
    if "who" not in question.asks or not known.of_type(record.names, *AGENTS):
        return left
    return known.of_type(left, *AGENTS)


def _holds_only(part: str, sort: str, record: Record, known: Known) -> bool:
    ids = record.fact.parts[part].names
    return bool(ids) and all(known.facts.names[n].type == sort for n in ids)


def _orders(question: Question, found: Fit, known: Known, everyone: bool) -> list[list[str]]:
    """The parts to look in, the likeliest first."""
    record = found.record
    holding = [p for p, t in record.fact.parts.items() if any(isinstance(v, Names) for v in t.values)]
    holding = [p for p in holding if _holds_names(known.part(record, p), p == found.parts[0] if found.parts else False)]
    named = [p for p in found.parts if p in holding and is_named((p,), record, question)]
    if _receives(question):  # "who was awarded it" is not who awarded it
        named = [p for p in named if known.part(record, p).role not in ("by", "from")]
    extras = [p for p in holding if known.part(record, p).extra]
    main = [p for p in holding if p not in extras and _suits(known.part(record, p), question)]
    if not main and question.asked_in == "en" and question.passive and question.asked_role in ("", "by"):
        left = [p for p in holding if p not in extras]
        main = [p for p in left if known.part(record, p).role == "to"]  # "who was awarded it"
        main = main or [p for p in left if p == "who"]  # "who was elected", before those who were not
    if not main and question.asked_in == "ko" and question.asked_role in ("at", "into"):
        main = [p for p in holding if p not in extras and known.part(record, p).role == "by"]  # "누구로 뽑혔어"
    along = question.asked_role == "with" and bool(found.parts) and found.parts[0] in extras  # and no one who met them
    if along:
        main = [p for p in main if known.part(record, p).role == "with" or known.part(record, p).mutual]
    main.sort(key=lambda p: found.parts.index(p) if p in found.parts else len(found.parts))
    rest = [p for p in holding if p not in extras and p not in main]
    rest.sort(key=lambda p: {"to": 1, "by": 2}.get(known.part(record, p).role, 0))
    own = {p for i in question.items if "present" in i.ids("mark") for p in i.ids("part")}  # "members" of a venture
    pointed = [p for p in named if not known.part(record, p).mutual and p not in extras and (p not in main or p in own)]
    if question.asked_role == "of" and not any(record.kind in i.ids("kind") for i in question.items):
        main = [p for p in main if known.part(record, p).role == "with"] or main  # "whose venture is it"
    if set(question.asks) <= {"what", "which", "where"} and found.parts[:1] and found.parts[0] in holding:
        main = [found.parts[0], *(p for p in main if p != found.parts[0])]
    if _of_several(question) and question.asked_role in ("by", "", "topic") and not question.passive:
        main += [p for p in holding if known.part(record, p).role == "with" and p not in main]  # "어느 회사들이 지어"
        return [[*main], *([p] for p in (*extras, *rest))]
    headed = [p for p in named if p in main and known.part(record, p).role == "with"]
    if headed and question.marks & {"all"} and "who" not in question.asks:
        return [[p] for p in headed]  # "all partners" are not those who did it with them
    if everyone and not pointed:
        return [[*main, *extras] if main or along else [*rest, *extras]]
    return (
        [[p] for p in named if not known.part(record, p).mutual]
        + [[p] for p in main]
        + [[p] for p in extras]
        + [[p] for p in rest]
    )


def _receives(question: Question) -> bool:
    """Whether it is asked to whom something was done: "who was awarded it", "who was it given to"; not "who does it belong to"."""
    if question.asked_role == "to":
        return any(i.text in ("was", "were", "is", "are", "been") for i in question.items)
    return question.passive and question.asked_role in ("", "by")


def _of_several(question: Question) -> bool:
    """Whether several houses are asked for by a Korean plural: "어느 회사들이", "어떤 기업들이"."""
    nouns = question.foci[0].nouns[-1:] if question.foci else ()
    return any("organisation" in n.ids("sort") and put_in_plural(n, question) for n in nouns)


def put_in_plural(noun: Item, question: Question) -> bool:
    """Whether a Korean noun has the mark of the plural: "나라들"."""
    return noun.text.endswith("들") or f"{noun.text}들" in question.text


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


def _is_predicate(question: Question) -> bool:
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


def _of_side(question: Question, ids: list[str], found: Fit, known: Known) -> list[str]:
    """Only those of a company or country that the question names as a side ("from Acme", "가나 측")."""
    sides = question.foci[0].sides if question.foci else ()
    for item in (w for i in question.items for w in ((i,) if i.has("name") else (i, *_sides_in(i)))):
        for side in item.ids("name"):
            type_ = known.facts.names[side].type
            if "from" in found.record.names.get(side, ()) or _gave(side, question, found.record, known):
                continue  # whoever left it, or got it, is asked for
            if side in sides and side not in ids and any(side in known.members[n] for n in ids):
                ids = _from_any(sides, ids, known)
                continue
            # of "가나에서 둘이 만났는데" nobody is meant to be from there
            pair = _is_of_two(question) and "present" not in question.marks
            sided = item.role == "from" and "who" in question.asks and "from" not in found.record.fact.parts
            if side in ids and sided and not pair:
                ids = [n for n in ids if n != side and side in known.members[n]]  # who of it came, not with whom
                continue
            if side in ids or type_ not in ("organisation", "place") or (pair and item.role == "from"):
                continue
            led = any(_leads(i, question, known) for i in question.items if i.at != item.at)
            is_side = (
                (item.role == "of" or (item.role == "from" and not (led and question.asked_in == "ko")))
                if type_ == "organisation"
                else side in found.record.countries
                and item.role not in ("to", "at", "for")
                and (_adjective(item.text, side, known) or hails(item, question) or _of_the_country(item, question))
            )
            extra = any(
                known.part(found.record, p).extra for p in found.parts if is_named((p,), found.record, question)
            )
            if (
                is_side
                or (extra and type_ == "organisation" and item.role != "at")
                or (
                    type_ == "organisation" and (item.role == "" or side in sides) and _before_people(question, item.at)
                )
            ):
                beside = _from_any(_same_role(item, question, known), ids, known)
                ids = beside if beside or item.role != "of" else ids
    return ids


def _gave(side: str, question: Question, record: Record, known: Known) -> bool:
    """Whether a house gave what somebody took: "who received the money from Acme?" is no one of Acme."""
    taken = any("taking" in i.ids("transfer") and record.kind in i.ids("kind") for i in question.items)
    return taken and any(p.role == "by" for p in known.parts_of(side, record))


def _is_of_two(question: Question) -> bool:
    """Whether two are spoken of, and no noun for people before the word is only counted by it: "가나 임원 두 명"."""
    people = {i.at + 1 for i in question.items if "person" in i.ids("sort") and not i.text.isascii()}
    return "pair" in question.marks and not any("pair" in i.ids("mark") and i.at in people for i in question.items)


def _leads(item: Item, question: Question, known: Known) -> bool:
    """Whether somebody stands here as who did it, and not only to tell an event apart ("김 회담에")."""
    if item.role not in _LEADING or not known.of_type(item.ids("name"), *AGENTS):
        return False
    behind = next((i for i in question.items if i.at == item.at + 1), None)
    return item.role != "" or behind is None or not behind.has("kind") or behind.has("verb")


_LEADING = frozenset({"by", "topic", ""})
"""Roles of a name beside which "가나에서" is where it was, and not whose people are asked for."""


def _sides_in(phrase: Item) -> tuple[Item, ...]:
    """The words of a phrase, where none of them is an event that a house in it only tells apart ("가나 회동")."""
    return () if any(p.has("kind") for p in phrase.pieces) else phrase.pieces


def _same_role(item: Item, question: Question, known: Known) -> tuple[str, ...]:
    """The houses that stand where one does: "from Acme and Beta"."""
    beside = [i for i in question.items if i.role == item.role] if item.role else []
    return tuple(known.of_type((n for i in beside for n in i.ids("name")), "organisation", "place")) or item.ids("name")


def _from_any(sides: tuple[str, ...], ids: list[str], known: Known) -> list[str]:
    return [n for n in ids if set(sides) & known.members[n]]


def of_another_side(question: Question, found: Fit, known: Known) -> bool:
    """Whether those who were there too are of the house of another principal than him whose company is asked for."""
    record, names = found.record, known.facts.names
    part = found.parts[0]
    if not known.part(record, part).extra or found.kind_named or len(question.names) != 1:
        return False
    asked = question.names[0]
    mutual = [n for n in record.names if any(p.mutual for p in known.parts_of(n, record))]
    theirs = {o for n in mutual if n != asked for o in names[n].of} - set(names[asked].of)
    extra = [known.members[n] for n in record.fact.parts[part].names]
    return names[asked].type == "person" and bool(extra) and all(theirs & houses for houses in extra)


def _titled(question: Question, ids: list[str], known: Known) -> list[str]:
    """Only those who hold the title that is asked for ("which vice chairman")."""
    doers = [i.at for f in question.foci[:1] for i in doers_by_title(question, f)]
    items = [i for i in question.items if i.at not in doers and not i.has("name", "light", "kind", "part")]
    groups = {t for i in items for t in i.ids("title")}
    if groups and question.asked_in == "ko":
        groups |= posts_in_plural(question, known)
    if any(float(v) == len(ids) for i in question.items if i.lends is not None for v in i.ids("number")):
        return ids  # "which heads were in the room, all 5"
    return [n for n in ids if groups & known.titles[n]] if groups and known.of_type(ids, "person") else ids


def _adjective(text: str, id_: str, known: Known) -> bool:
    return any(text == word.lower() for word in known.facts.names[id_].exact.get("en", ())) or text == "국내"


def _of_the_country(item: Item, question: Question) -> bool:
    """Whether a Korean name of a country stands right before a noun for houses or people: "가나국 기업", "가나국 사람"."""
    near = [w for i in question.items if i.at in (item.at, item.at + 1) for w in (i, *i.pieces)]
    behind = next((w for n, w in enumerate(near) if n and near[n - 1].text == item.text), None)
    people = behind is not None and (behind.has("title") or bool({"organisation", "person"} & set(behind.ids("sort"))))
    return people and not item.text.isascii()


def _before_people(question: Question, at: int) -> bool:
    near = [i for i in question.items if at < i.at <= at + 2]
    events = {
        i.at for i in near if i.has("kind") and not i.has("sort", "title")
    }  # "가나 회동 참석자" are not 가나's alone
    people = (i.at for i in near if "person" in i.ids("sort") or i.has("title"))
    return any(not any(e < n for e in events) for n in people)


def _stands_for(id_: str, question: Question, record: Record, known: Known) -> bool:
    """Whether the question speaks of someone by the company ("who did Acme meet"), not of what was done to that."""
    for item in question.items:
        for org in item.ids("name"):
            if any(p.role == "object" for p in known.parts_of(org, record)):
                continue  # "who owns Acme"
            if (
                known.facts.names[org].type == "organisation"
                and item.role in ("by", "topic", "with", "object")
                and org in known.members[id_]
                and not any(org in f.sides for f in question.foci)
            ):
                return True
    return False


def _as_organisations(ids: list[str], known: Known) -> list[str]:
    found = []
    for id_ in ids:
        name = known.facts.names[id_]
        found.append(name.of[0] if name.type == "person" and name.of else id_)
    return known.of_type(dict.fromkeys(found), "organisation") or list(dict.fromkeys(found))
