"""Whether a fact bears a yes/no question out: who is said to have done what, and what a part tells of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from bot.facts import AGENTS, Amount, Flag, Part, Told
from bot.finding import Answer, Finding, Settled, Untold
from bot.language.english import IS
from bot.language.senses import SCALE, Sense, is_money
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.cover import cover
from bot.recalling.cover_names import was_at_house
from bot.recalling.doers import done_in_others, stands_otherwise
from bot.recalling.match import Fit
from bot.recalling.meant import asks_who_may
from bot.recalling.spoken import BY_KIND, own_word, speaks_of
from bot.recalling.suits import NAMED
from bot.turn import Reason


def affirm(question: Question, group: list[Fit], known: Known) -> Finding:
    """Yes, where a fact bears a yes/no question out; of the likeliest facts, the first that does."""
    silent = _silent(question, group[0].record, known)
    if silent:
        return Untold(Reason.NOT_STATED, (), group[0].record, silent)
    unsettled = _unsettled(question, group[0].record)
    if unsettled:
        said = holds(unsettled, group[0], question)
        return Settled((Answer(group[0].record, (unsettled,)),), "value", holds=said)
    able = next((f for f in group if _acted(question, f.record, known) and _happened(question, f, known)), None)
    missed = _left_out(question)
    if able is not None and missed:
        there = able.kind_named and bool(missed & set(able.record.names))
        return Settled((Answer(able.record),), "no") if there else Untold(Reason.NOT_STATED, (), able.record)
    absent = _absent(question, group[0].record, known) if able is None else ""
    if absent:
        said = group[0].record.fact.parts[absent].says is not None
        return (
            Settled((Answer(group[0].record, (absent,)),), "value", holds=False)
            if said
            else Settled((Answer(group[0].record),), "no")
        )
    if able is None:
        return Untold(Reason.NOT_RELATED, tuple(i.text for i in question.items if i.has("name") and i.text))
    settled = permitted(question, able.record, known) or paid(question, able.record)
    if settled is not None:
        return settled
    if _OPEN_TO_ALL.search(question.text) or (able.record.rank and _may_one(question)):
        return Untold(Reason.NOT_STATED, (), able.record)  # what was says nothing of what one may do
    if _only(question):
        return Untold(Reason.NOT_STATED, (), able.record)  # that it was so says nothing of what else was
    doing = done_in_others(question, able.record, known)
    if doing:
        alone_told = Settled((Answer(doing[0]),), "tell")
        return alone_told if len(doing) == 1 else Untold(Reason.NOT_STATED, (), able.record)
    others = _other_holders(question, able.record, known)
    if others:
        return Untold(Reason.NOT_STATED, (), able.record, others)
    if stands_otherwise(question, able.record, known):
        sole = all(n in question.names for n in known.of_type(able.record.names, *AGENTS)) or len(group) == 1
        return Settled((Answer(able.record),), "no") if sole else Untold(Reason.NOT_STATED, (), able.record)
    manner: Literal["yes", "no"] = "no" if _negates(question) else "yes"
    return Settled((Answer(able.record, (), there_too(question, able.record, known)),), manner)


def _absent(question: Question, record: Record, known: Known) -> str:
    """The part that tells who was not there, where it is asked whether somebody was of whom nothing else is told; "" elsewhere."""
    asks = question.opener in ("was", "were") or "present" in question.marks
    asks |= any(i.lends is None and i.text.startswith(_COMING) for i in question.items)
    if record.kind == NAME_KIND or not asks or DENYING & question.marks:
        return ""
    stands = [known.parts_of(n, record) for n in known.of_type(question.names, *AGENTS)]
    alone = [parts[0] for parts in stands if len(parts) == 1 and parts[0].role == "none"]
    told = [p.id for p in alone if any(w in known.words[lang]["absence"] for lang in p.words for w in p.words[lang])]
    return told[0] if told and len(stands) == 1 else ""


_COMING = ("참석", "갔", "왔", "나왔", "나타났")
"""How Korean verbs begin for having come to an event."""
_OPEN_TO_ALL = re.compile("(누구나|아무나|누구든|아무든)[^?]*(수 ?있|되는|돼|됐)")
"""It is asked in Korean whether anybody may do something."""


def _other_holders(question: Question, record: Record, known: Known) -> tuple[str, ...]:
    """The part whose holders, others than whoever was spoken of, are asked for: "are there other guests?", "다른 손님도 있어"."""
    for item in question.items:
        before = [i for i in question.items if i.at in (item.at - 1, item.at - 2) and "else" in i.ids("mark")]
        if not before or item.lends is not None or record.kind == NAME_KIND:
            continue
        parts = [p for p in item.ids("part") if p in record.fact.parts and known.part(record, p).type in NAMED]
        held = [p for p in parts if record.fact.parts[p].names]
        if held and not any(set(record.fact.parts[p].names) & {*question.names, *question.excepted} for p in held):
            return tuple(held[:1])
    return ()


def alone(question: Question, record: Record, known: Known) -> Finding:
    """Whether those whom a question names were the only ones in a fact; told only of a list that is whole."""
    extra = [n for n in record.names if any(p.extra for p in known.parts_of(n, record))]
    beside = tuple(n for n in extra if n not in question.names)
    if any({"only", "alone"} & set(i.ids("mark")) and own_word(i, record) for i in question.items):
        return Settled((Answer(record, (), beside),), "yes")  # its author calls it so
    if _others(question, record, known):
        return Settled((Answer(record, (), beside),), "no")
    return Settled((Answer(record),), "yes") if record.fact.complete else Untold(Reason.NOT_STATED, (), record)


def _only(question: Question) -> bool:
    """Whether something else than a figure is asked to have been the only one: "only in Lyon", not "for only an hour"."""
    words = [i for i in question.items if "only" in i.ids("mark") and i.text != "just" and i.lends is None]
    figures = [i.at for i in question.items if i.has("number") or i.text in ("a", "an")]
    return any(not any(w.at < at <= w.at + 2 for at in figures) for w in words)


def _others(question: Question, record: Record, known: Known) -> bool:
    """Whether others than those named took part in a fact."""
    agents = known.of_type(question.names, *AGENTS)  # a country where it was does not speak for a firm of it
    named = {*question.names, *(w for n in agents for w in known.standing(n, record))}
    acting = [n for n in record.names if known.acts_in(n, record)]
    pair = "pair" in question.marks and not question.names
    acting = known.of_type(acting, *AGENTS)
    return len(acting) > 2 if pair else not named.issuperset(acting)


def _left_out(question: Question) -> set[str]:
    """Whom a question says not to have been there: "without Kim", "김 없이"."""
    at = next((i.at for i in question.items if "without" in i.ids("mark")), None)
    beside = () if at is None else (at + 1, at + 2) if question.asked_in == "en" else (at - 1,)
    return {n for i in question.items if i.at in beside for n in i.ids("name")}


def _happened(question: Question, found: Fit, known: Known) -> bool:
    """Whether a fact that no word calls by its kind is not taken for one of another kind that a word does name."""
    alone = len(question.names) == 1 and bool(known.of_type(question.names, *AGENTS))
    last = question.items[-1]
    if alone and question.opener == "did" and last.ids("mark") == ("present",) and found.record.kind != NAME_KIND:
        named = found.record.kind in last.ids("kind")  # "did Kim take part", of whatever he took part in
        return named or any(p.mutual or p.extra for p in known.parts_of(question.names[0], found.record))
    if found.kind_named or found.record.kind == NAME_KIND:
        return True
    if alone and "present" in question.marks and not _takes_place(found.record, known):
        return False  # "was Kim present" is of no statement that he made somewhere
    if question.opener in ("did", "does") and not any(_does(i, found, question, known) for i in question.items):
        return False  # nothing that the fact tells is what somebody is asked to have done
    if _is_in_it(question, found.record, known):
        return True
    if _asks_being(question, known) and not any(_speaks(i, found, question, known) for i in question.items):
        return False  # that somebody is somewhere proves nothing of what he is asked to be
    for item in question.items:
        kinds = {s.id for s in item.senses if s.tag == "kind" and not s.like}
        rest = tuple(s for s in item.senses if s.tag not in ("kind", "light", "filler", "tell", "verb", "story"))
        if not kinds or item.lends is not None or item.has("name", "filler"):
            continue
        if _goes_there(item, question, found.record, known):
            continue
        if item.has("light") and any(own_word(i, found.record) and i.has("verb") for i in question.items):
            continue  # "얘기 잘 됐어"
        if _names_another_kind(item, kinds, found.record):
            return False
        if not _told_by(rest, item, question, found.record, known):
            return False
    return True


def _goes_there(item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether a Korean verb of going says no more than that somebody was where he took part in something: "김이 가나에 갔어"."""
    kinds = (known.facts.kinds[k].parts.get("where") for k in item.ids("kind"))
    going = item.has("light", "move") and item.has("verb") and any(p is not None and p.role == "to" for p in kinds)
    there = record.fact.parts.get("where")
    if not going or there is None or item.text.isascii():
        return False
    held = known.around(there.names)
    places = known.of_type(question.names, "place")
    agents = known.of_type(question.names, *AGENTS)
    idle = ("name", "light", "mark", "when", "relative")
    bare = all(i.has(*idle) or i is item for i in question.items if i.lends is None)
    return bare and bool(places and agents) and held.issuperset(places) and set(agents) <= record.names.keys()


def _is_in_it(question: Question, record: Record, known: Known) -> bool:
    """Whether all that is asked is whether a house is in a thing that the fact is about, as one of those who have a hand in it."""
    thing = [i for i in question.items if known.of_type(i.ids("name"), "thing") and i.role == "at"]
    objects = {n for i in thing for n in i.ids("name")[:1] if "what" in record.names.get(n, ())}
    others = [n for n in question.names if n not in objects]
    bare = all(i.has("name", "light", "prep", "auxiliaries") for i in question.items)
    inside = question.opener in IS and any(i.text == "in" for i in question.items)
    houses = known.of_type(others, "organisation")
    return inside and bare and bool(objects and others) and set(others) <= record.names.keys() & set(houses)


def _takes_place(record: Record, known: Known) -> bool:
    """Whether a fact is an event that one can be at: it tells a place, or of several who were together."""
    parts = [known.part(record, p) for p in record.fact.parts]
    return any(p.mutual or p.extra or p.type == "place" for p in parts)


def _names_another_kind(item: Item, kinds: set[str], record: Record) -> bool:
    """Whether a noun names an event of another kind alone, which a fact has among its words since it came of that."""
    acts = bool(set(item.ids("verb")) - {"m", "any"})  # 만남 is a noun
    plain = not acts and not item.has("light", "part", "sort", "title", "noun", "mark")
    own = any(s.tag == "of_fact" and s.fact == record.fact.id for s in item.senses)  # "did Kim come along with her"
    return plain and not own and not kinds & {record.kind, *record.of_kinds}


def times_another(question: Question, record: Record) -> bool:
    """Whether all that is asked is when another event was, of which a fact only speaks: "was the strike on Monday?"."""
    timed = any(i.has("when", "relative", "today", "weekday", "daypart") for i in question.items)
    said = [i for i in question.items if i.has("kind", "part", "word") and not i.has("name", "light")]
    if not timed or len(said) != 1 or said[0].has("verb") or not said[0].has("kind"):
        return False
    named = any(record.kind in i.ids("kind") for i in question.items)
    flags = {p for p, t in record.fact.parts.items() if any(isinstance(v, Flag) for v in t.values)}
    state = any(s.tag in ("part", "contrary") and s.id in flags and speaks_of(s.fact, record) for s in said[0].senses)
    return not named and not state and not own_word(said[0], record)


def _told_by(senses: tuple[Sense, ...], item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether a fact accounts for a word by some of its senses alone."""
    bare = replace(item, senses=senses, pieces=())
    return bool(senses) and cover(bare, question, record, known) is not None


def _asks_being(question: Question, known: Known) -> bool:
    """Whether a yes/no question with a name may ask for what the named one is, and not where it was."""
    placed = question.opener in ("was", "were") or "present" in question.marks or bool(question.alternatives)
    if question.asked_in == "ko":
        placed |= any(i.role in ("at", "from") and known.of_type(i.ids("name"), "place") for i in question.items)
    things = [n for i in question.items if i.role == "at" for n in known.of_type(i.ids("name"), "thing")]
    placed |= bool(things) and " in " in question.text.lower()  # "is Acme in the venture"
    titled = any(i.role == "of" and i.has("name") for i in question.items)  # "is Kim captain of Acme"
    return bool(question.names) and not placed and not titled


def _may_one(question: Question) -> bool:
    """Whether somebody asks what he may do himself ("can I visit it?")."""
    return question.opener in ("can", "could", "may", "should") and any(i.text in ("i", "we") for i in question.items)


def permitted(question: Question, record: Record, known: Known) -> Settled | None:
    """Whether something may be done, where that is asked and a flag tells it: a fact on a ban has all words of "may I eat there?"."""
    permit = _permission(record, known) if _asks_leave(question) else ""
    if not permit:
        return None
    allowed = any(isinstance(v, Flag) and v.yes for v in record.fact.parts[permit].values)
    return Settled((Answer(record, (permit,)),), "value", holds=allowed != _negates(question))


def paid(question: Question, record: Record) -> Settled | None:
    """No, where it is asked if one pays for what is free, and yes, where it is asked if it is: "do children have to pay?"."""
    text = question.text.lower()
    pays, free = _PAYS.search(text) is not None, _FREE.search(text) is not None
    if pays == free or DENYING & question.marks:
        return None
    sums = [
        (p, v) for p, t in record.fact.parts.items() for v in t.values if isinstance(v, Amount) and is_money(v.unit)
    ]
    nothing = next((p for p, v in sums if v.value == 0), "")
    if nothing:
        return Settled((Answer(record, (nothing,)),), "value", holds=free)
    spared = {p for i in question.items for p in i.ids("contrary") if is_flag(p, record)} if pays and sums else set()
    if any(isinstance(v, Flag) and v.yes for p in spared for v in record.fact.parts[p].values):
        return Settled((Answer(record, tuple(sorted(spared))),), "value")  # some pay and some do not
    told = record.fact.told
    if pays and not sums and told is not None and _FREE.search(told[question.lang].lower()):
        return Settled((Answer(record),), "no")
    return None


_PAYS = re.compile(
    r"\b(?:pay|paid|charged|costs? (?:anything|money|me|us))\b|돈 ?을? ?(?:내|들|받)|유료|요금 ?을? ?(?:내|받)"
)
_FREE = re.compile(r"\bfree\b|\bfor nothing\b|무료|공짜")


def _asks_leave(question: Question) -> bool:
    """Whether it is asked what may be done: "can I take photos?", "사진 찍어도 돼?", "is it ok to eat there"."""
    if question.asked_in == "ko":
        said = question.text.replace(" ", "")
        return any(leave in said for leave in _LEAVES)
    return _LEAVE.match(question.text.lower()) is not None


_LEAVES = ("도돼", "도되", "도될", "도됨", "도괜찮", "도상관", "수있")
_LEAVE = re.compile(
    r"(?:can|could|may) \w+|(?:is|was) it (?:ok|okay|alright|all right|fine|possible|allowed|permitted)\b"
)
_ALLOWED = "allowed"
"""The general part for it."""
_MAY = frozenset({"allow", "allowed", "permit", "permitted", "may", "허용", "허용되다", "가능하다", "가능", "되다"})
"""Words by which an author asks for the flag that says whether something may be done."""


def _permission(record: Record, known: Known) -> str:
    """The flag of a fact that says whether something may be done: the general one, else its only flag; "" where it has none."""
    if is_flag(_ALLOWED, record):
        return _ALLOWED
    flags = [p for p, t in record.fact.parts.items() if any(isinstance(v, Flag) for v in t.values)]
    found = [p for p in flags if _MAY & {w for ws in known.part(record, p).words.values() for w in ws}]
    return found[0] if len(found) == len(flags) == 1 else ""


def _speaks(item: Item, found: Fit, question: Question, known: Known) -> bool:
    """Whether a word that is no name and no time speaks of what a fact tells."""
    rest = tuple(s for s in item.senses if s.tag in ("kind", "part", "word", "of_fact", "contrary", "noun"))
    if (
        (item.has("name") and not item.titled and not item.has("noun"))
        or item.has("auxiliaries", "when", "relative", "today")
        or not rest
    ):
        return item.titled
    return _told_by(rest, item, question, found.record, known)


def _does(item: Item, found: Fit, question: Question, known: Known) -> bool:
    """Whether a word that is no name and no courtesy speaks of what a fact tells."""
    rest = tuple(s for s in item.senses if s.tag in ("kind", "part", "word", "of_fact", "contrary"))
    if item.has("name", "noun", "auxiliaries") or (item.has("light") and not item.has("word", "of_fact")):
        return False
    if "present" in item.ids("mark") and _takes_place(found.record, known):
        return True  # "did Kim take part"
    return _told_by(rest, item, question, found.record, known)


def _silent(question: Question, record: Record, known: Known) -> tuple[str, ...]:
    """Parts that the record is known not to tell, where a word of the question can be nothing else."""
    found = []
    for item in question.items:
        parts = [p for p in item.ids("part") if p in record.fact.not_told and p not in record.fact.parts]
        rest = tuple(s for s in item.senses if s.tag != "part")
        if not parts or item.lends is not None or not set(item.ids("mark")) <= SCALE:
            continue
        if item.has("name") or any(p in record.fact.parts for p in item.ids("part")):
            continue  # "가나 얘기도 했어", of talks whose topic is told
        if not _told_by(rest, item, question, record, known):
            found.append(parts[0])
    return tuple(found)


def _unsettled(question: Question, record: Record) -> str:
    """The part of which a fact tells only that it is not disclosed, or not decided yet, where a word asks for it; "" for none."""
    unsettled = [p for p, t in record.fact.parts.items() if t.open]
    words = [i for i in question.items if i.lends is None and not i.has("name", "light")]
    placed = any(i.role in ("at", "to") and i.has("name") for i in question.items)
    return next(
        (
            p
            for p in unsettled
            if any(p in (*i.ids("part"), *i.ids("of_fact")) for i in words) or (placed and p == "where")
        ),
        "",
    )


def _acted(question: Question, record: Record, known: Known) -> bool:
    """Whether all people and companies of a yes/no question had a hand in the fact; being spoken of is not enough."""
    described = {n for n in record.names if any(p.role == "about" for p in known.parts_of(n, record))}
    if question.opener in ("is", "are") and known.of_type(described, *AGENTS):
        return bool(described & set(question.names))  # what is said of one is not so of him who said it
    spoken = {p for i in question.items for p in (*i.ids("part"), *i.ids("of_fact"))}
    for item in question.items:
        for id_ in item.ids("name")[:1]:
            if record.kind == NAME_KIND:
                return any(_says_of(i, question, record) and not i.has("name", "light") for i in question.items)
            if known.facts.names[id_].type not in AGENTS:
                continue
            called = _called_a(item, question)
            if called and not _stands_so(id_, called, record):
                return False
            standing = [id_] if called else known.standing(id_, record)
            parts = [p for n in standing for p in known.parts_of(n, record)]
            if was_at_house(item, record, known):
                continue  # "did Kim call the talks at Acme good"
            if not parts and item.role in ("with", "about", "at"):
                continue  # a circumstance that the fact's words hold
            placed = all(p.role == "at" for p in parts)
            if parts and placed and item.role == "at" and question.asked_in == "ko":
                continue  # "가나에 지하로 들어갔어", at its own place
            beside = placed and item.role in ("object", "") and _another_acts(id_, question, record, known)
            if beside and (own_word(item, record) or _at_house(id_, record, known)):
                continue  # "김이 기자들 피했어", "가나 들어갈 때"
            if _done_to_a_doer(item, parts, question):
                return False
            taking = ("by", "with", "object", "for", "of", *(() if item.role in ("by", "topic") else ("to",)))
            others = any(i.role in ("by", "topic") and i.has("name") and i is not item for i in question.items)
            praised = (
                others
                and item.role in ("", "object", "for")
                and any(record.kind in i.ids("kind") or own_word(i, record) for i in question.items)
            )
            taking += ("about",) if item.role in ("with", "to") or praised else ()
            taking += ("from",) if item.role in ("at", "from") else ()
            if item.role == "by" and _another_did(question, record) and _verb_of(question, record, known):
                taking = tuple(r for r in taking if r != "with")  # "did B announce it", where A did, with B
            owned = _is_theirs(item, question, record)
            taking_part = (
                p.mutual or p.extra or p.role in taking or (p.role == "none" and (owned or p.id in spoken))
                for p in parts
            )
            if item.role != "about" and not any(taking_part):
                return False
    return True


def _says_of(item: Item, question: Question, record: Record) -> bool:
    """Whether a word says what a name itself is, or what it is to another one that is named: "does Kim work for Acme"."""
    told = record.fact.parts
    tied = any(p in told and not set(told[p].names).isdisjoint(question.names) for p in item.ids("part"))
    return tied or item.has("title", "noun", "word", "of_fact")


def _is_theirs(item: Item, question: Question, record: Record) -> bool:
    """Whether a Korean question ends in that something is somebody's: "사진은 가나 거야?", "두 사진 다 가나 사진이야?"."""
    behind = [i for i in question.items if i.at > item.at]
    thing = any(record.kind in i.ids("kind") and not i.has("verb") for i in question.items)
    if len(behind) != 1 or not thing or behind[0].text.isascii() or behind[0].at != item.at + 1:
        return False
    return record.kind in behind[0].ids("kind") or behind[0].text[:1] in _THEIRS


_THEIRS = frozenset("거것건")
"""How the Korean noun begins for what is somebody's."""


def _called_a(item: Item, question: Question) -> list[Item]:
    """The words for what somebody is asked to be, which no one of his house is in his place: "is Acme a sponsor"."""
    behind = [i for i in question.items if i.at > item.at]
    if question.asked_in == "ko":
        noun = len(behind) == 1 and item.role in ("topic", "by") and not behind[0].has("verb", "name")
        return behind if noun else []
    called = question.opener in IS and behind and behind[0].text in ("a", "an", "the")
    return behind[1:] if called and behind[0].at == item.at + 1 else []


def _stands_so(id_: str, called: list[Item], record: Record) -> bool:
    """Whether somebody stands in the part that says what he is asked to be; where no part says it, he may."""
    told = record.fact.parts
    named = {s.id for i in called for s in i.senses if s.tag == "part" and speaks_of(s.fact, record) and s.id in told}
    held = [told[p].names for p in named if told[p].names]
    if held:
        return any(id_ in names for names in held)
    return not any(i.has("sort") and _is_of_others(i, record) for i in called)


def _is_of_others(item: Item, record: Record) -> bool:
    """Whether a noun for people is a word that the base has for another fact, and not for this one: "guest", of who cooked."""
    own = [
        s for s in item.senses if s.tag in ("kind", "part", "of_fact") and (s.fact or s.tag == "kind") and not s.like
    ]
    here = any(record.kind == s.id if s.tag == "kind" else speaks_of(s.fact, record) for s in own)
    return bool(own) and not here and not own_word(item, record) and not item.has("title", "noun")


def _another_acts(id_: str, question: Question, record: Record, known: Known) -> bool:
    """Whether a question names another than this one, who does something in a fact."""
    doing = ("by", "with")
    return any(p.mutual or p.role in doing for n in question.names if n != id_ for p in known.parts_of(n, record))


def _at_house(house: str, record: Record, known: Known) -> bool:
    """Whether a fact was at the place of a house."""
    where = record.fact.parts.get("where")
    return where is not None and any(house in known.members[place] for place in where.names)


def _done_to_a_doer(item: Item, parts: list[Part], question: Question) -> bool:
    """Whether a question says that somebody did it to one who in this fact did it too: "did Kim pay Park?"."""
    doers = bool(parts) and all(p.role == "by" and not p.mutual and not p.extra for p in parts)
    led = any(i.role == "by" and i.has("name") and i is not item for i in question.items)
    return doers and led and item.role in ("object", "at", "to", "for")


def _another_did(question: Question, record: Record) -> bool:
    """Whether a fact tells who did it, and the question names none of them."""
    told = record.fact.parts.get("by")
    return told is not None and not set(told.names) & set(question.names)


def _verb_of(question: Question, record: Record, known: Known) -> bool:
    """Whether the verb is one for the kind of a fact itself, and none for taking part in it."""
    verbs = [i for i in question.items if record.kind in i.ids("kind")]
    joined = any(known.part(record, p).role == "with" for i in verbs for p in i.ids("part") if p in record.fact.parts)
    return bool(verbs) and not joined


def there_too(question: Question, record: Record, known: Known) -> tuple[str, ...]:
    """Of those whom a yes/no question names, the ones that were there beside the principals."""
    return tuple(n for n in question.names if any(p.extra for p in known.parts_of(n, record)))


def contrary_asked(found: Fit, question: Question) -> bool:
    """Whether a yes/no question says the opposite of a flag that holds ("is it closed?" of what is open)."""
    said = {p for i in question.items if not i.has("mark") for p in i.ids("contrary")}
    told = found.record.fact.parts
    return any(
        isinstance(v, Flag) and v.yes for p in found.parts[:1] if p in said and p in told for v in told[p].values
    )


def presumed_otherwise(question: Question, record: Record, known: Known) -> str:
    """The flag that denies what a question takes for granted that is none of yes or no; "" where there is none.

    "Why did they accept", where they refused; not "when will it be decided", nor "the injured", who may be others.
    """
    if question.yesno or record.kind == NAME_KIND or not set(question.asks) & _OF_A_DEED or question.marks & DENYING:
        return ""
    if question.future or any(t in question.text for t in _NOT_YET):
        return ""
    if asks_who_may(question) and any(known.part(record, p).role == "for" for p in record.fact.parts):
        return ""
    if any(p in record.fact.not_told for f in question.foci for n in f.nouns[-1:] for p in n.ids("part")):
        return ""  # "시공사는 어디로 정해졌어", where it is only of the name that nothing is settled
    before = ""
    for n, item in enumerate(question.items):
        article, before = before in ("the", "a", "an", "any"), item.text
        if item.lends is not None or item.has("light", "name", "mark", "question") or not item.has("part", "contrary"):
            continue
        verbal = item.has("verb") or any(p.has("verb") for p in item.pieces[:1])  # "다친 사람은 누구야"
        priced = item.has("contrary") and "how_much" in question.asks  # "입장료 얼마야", where it is free
        if (
            not item.text.isascii()
            and not (verbal or priced)
            and any(item is x for f in question.foci for x in f.nouns)
        ):
            continue  # "저작권은 누구 거야" takes nothing for granted
        behind = question.items[n + 1 : n + 2]
        attribute = any("person" in i.ids("sort") or i.has("name", "noun") for i in behind if i.at == item.at + 1)
        attribute &= item.at != question.foci[0].at + 1  # "who left Acme"
        own = (s for w in (item, *item.pieces) for s in w.senses if s.tag in ("part", "contrary") and not s.like)
        denied = [s for s in own if _denies(s, record, known)]
        ids = {s.id for s in denied}
        rest = tuple(s for s in item.senses if not (s.tag in ("part", "contrary") and s.id in ids))
        if denied and not article and not attribute and not _told_by(rest, item, question, record, known):
            return denied[0].id
    return ""


_NOT_YET = ("is it not", "예정", "언제 될", "언제쯤 될")
"""What asks of what is to come, or denies by itself."""
_OF_A_DEED = frozenset({"who", "why", "when", "where", "how_much", "how_long"})
DENYING = frozenset({"not", "undone", "without"})
"""Marks that turn what is said round."""


def _denies(sense: Sense, record: Record, known: Known) -> bool:
    """Whether a fact tells the other answer of a flag of the base's own than the one that a word says."""
    told = record.fact.parts.get(sense.id)
    if told is None or sense.id in known.general:
        return False
    return any(isinstance(v, Flag) and v.yes == (sense.tag == "contrary") for v in told.values)


def is_flag(part: str, record: Record) -> bool:
    """Whether a record tells only yes or no of a part."""
    told = record.fact.parts.get(part)
    return told is not None and bool(told.values) and all(isinstance(v, Flag) for v in told.values)


def is_denied(part: str, record: Record) -> bool:
    """Whether a record tells of a part only that it is not so."""
    return is_flag(part, record) and not any(isinstance(v, Flag) and v.yes for v in record.fact.parts[part].values)


def affirmed(found: Fit, question: Question, known: Known) -> bool:
    """Whether a yes/no question that names a part says its value too ("was it the 5th floor?"), and so is true."""
    types = {known.part(found.record, p).type for p in found.parts}
    if "flag" in types:
        return False
    told = (n for p in found.parts[:1] for n in found.record.fact.parts[p].names)
    placed = "place" in types and any(n in question.names for n in told)
    return bool(types & NAMED) or placed or any(_in_text(i, found) for i in question.items)


def _in_text(item: Item, found: Fit) -> bool:
    return any((s.tag == "word" and s.id == found.record.fact.id) or s.tag in ("when", "number") for s in item.senses)


def holds(part: str, found: Fit, question: Question) -> bool | None:
    """Whether what a yes/no question says of a flag is so; its contrary ("is it closed?") where a word says that."""
    if not question.yesno:
        return None
    told = found.record.fact.parts[part]
    flag = next((v for v in told.values if isinstance(v, Flag)), None)
    if told.open:
        asking = [i for i in question.items if i.lends is None and part in i.ids("of_fact")]
        # "will he return" is answered neither yes nor no
        return any(part in i.ids("contrary") for i in asking) if asking else None
    if flag is None:
        return True if found.sureness >= BY_KIND * 0.8 and _affirms(told, question) else None
    spoken = [i for i in question.items if i.lends is None and part in (*i.ids("contrary"), *i.ids("part"))]
    spoken = [i for i in spoken if not _describes(i, question)]
    if spoken and spoken[-1].has("confirm"):
        spoken = spoken[-1:]  # it ends the sentence: "진짜 그림은 창고에 있다는 소문 맞아"
    contrary = any(part in i.ids("contrary") and part not in i.ids("part") for i in spoken)
    denied = contrary or _lacking(part, question) or _negates(question) or _confirms_denial(question)
    return flag.yes != denied


def _describes(item: Item, question: Question) -> bool:
    """Whether an English word only says which one is meant: "the real painting"."""
    by_at = {i.at: i for i in question.items}
    before, behind = by_at.get(item.at - 1), by_at.get(item.at + 1)
    led = before is not None and before.text in ("the", "this", "that", "its", "their")
    return led and behind is not None and behind.has("name", "noun") and not behind.has("light", "auxiliaries")


def flag_asked(found: Fit, question: Question) -> str:
    """The flag of a fact that the last word of a yes/no question is for, though other words ask for its text: "is the claim true?"."""
    asking = [i for i in question.items if i.lends is None and i.text and not i.has("auxiliaries")][-1:]
    if not question.yesno or any(is_flag(p, found.record) for p in found.parts[:1]):
        return ""
    said = (s for i in asking if i.has("confirm") for s in i.senses if s.tag in ("part", "contrary") and not s.like)
    return next((s.id for s in said if is_flag(s.id, found.record) and speaks_of(s.fact, found.record)), "")


def _confirms_denial(question: Question) -> bool:
    """Whether an English denial is to be confirmed as true ("is it true that nothing was decided?"), and not only asked."""
    asks = any(i.has("confirm") and i.lends is None and not DENYING & set(i.ids("mark")) for i in question.items)
    denies = any("not" in i.ids("mark") and not i.has("contrary") and i.lends is None for i in question.items)
    return asks and denies and question.asked_in == "en"


def _negates(question: Question) -> bool:
    """Whether 안 or 못 stands right before a verb ("모습 안 보이고"), or nobody is said to have done it."""
    by_at = {i.at: i for i in question.items}
    return any("undone" in i.ids("mark") and i.lends is None and _is_done(by_at.get(i.at + 1)) for i in question.items)


def _is_done(item: Item | None) -> bool:
    """Whether a word may be the verb that a denial stands before; in Korean 안 before a noun is "inside"."""
    if item is None:
        return False
    return item.text.isascii() or (item.has("verb", "kind", "part") and not item.has("name", "noun"))


def _lacking(part: str, question: Question) -> bool:
    """Whether "without" turns a flag round; not where another word names what is done ("copy it without permission")."""
    marks = [i.at for i in question.items if "without" in i.ids("mark")]
    named = [i.at for i in question.items if part in i.ids("part")]
    return bool(marks) and len(named) < 2


def _affirms(told: Told, question: Question) -> bool:
    """Whether what is told of a part bears out a question that says no more than it ("will they talk again")."""
    texts = [t[question.asked_in] for t in told.texts] or list(told.names)
    said = " ".join((*texts, told.says[question.asked_in] if told.says else "")).lower()
    denied = _DENIAL.search(said) or "not" in question.marks
    return bool(texts) and not denied


_DENIAL = re.compile(r"\b(?:not|no|nothing|never|none|neither|nor|without)\b|n't\b|없|않|아니|못")
