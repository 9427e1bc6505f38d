"""A question to its finding: the facts that settle it, or the named reason why there are none.

The order of precedence: unreadable, chat, unknown name or word, contradiction, not related, not told, unclear, answered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from bot import choose, confirm, dates, match, order
from bot.asked import wants
from bot.choose import CLOSE
from bot.clauses import FULL
from bot.compare import COMPARING
from bot.echo import echoed
from bot.either import either
from bot.facts import AGENTS, Amount, Event, Fact, Names, Value, When
from bot.finding import Answer, Chatter, Corrected, Finding, Settled, Unclear, Untold
from bot.known import NAME_KIND, Known, Record
from bot.korean import is_syllable
from bot.match import Fit, fit
from bot.question import Item, Question
from bot.suits import TIME_UNITS
from bot.turn import Memory, Reason

_TOPIC = 2.5
_TOPIC_SLIGHT = 0.4
_MEMORY_NAME = 0.8
_MEMORY_KIND = 0.6


def recall(question: Question, known: Known, memory: Memory) -> Finding:
    """Find what the facts have to say to a question."""
    if question.chat:
        return Chatter(question.chat)
    if question.alternatives and not question.marks & COMPARING and len(question.foci) < 2:
        chosen = either(question, lambda one: _fits(one, known, memory), known, memory.facts[:1])
        if chosen is not None:
            return chosen
    if question.unknown:
        return Untold(_unknown_reason(question), question.unknown)
    if not _meaningful(question) or (not memory.facts and _figures_only(question)):
        return Untold(Reason.UNREADABLE)
    if not memory.facts and not any(i.has(*_ABOUT) for i in question.items):
        return Untold(Reason.NOT_STATED)  # nothing says what it is about
    bare = _bare_verb(question)
    if bare is not None:
        return Untold(Reason.UNKNOWN_WORD, (bare.text,))
    if _asks_meaning(question):
        return Untold(Reason.NOT_STATED)
    if _negated(question):
        return Untold(
            Reason.UNKNOWN_WORD,
            tuple(i.text for i in question.items if "not" in i.ids("mark") or "without" in i.ids("mark")),
        )
    if question.source and not _anchored(question) and not _part_of_kind(question):
        return _main(known, memory, "source")
    if question.summary and not question.names and all(_free(i) for i in question.items):
        return _main(known, memory, "summary")
    confirmed = (
        echoed(question, known, memory)
        or confirm.confirmed(question, known)
        or confirm.holding(question, known, memory)
    )
    if confirmed is not None:
        return confirmed
    ordered = order.ordered(question, known, memory)
    if ordered is None and "who" in question.asks and question.marks & {"most", "least", "old", "new"}:
        return Untold(Reason.NOT_STATED)  # nobody is told to be the most of anything because he was there
    return ordered or _matched(question, known, memory)


def _unknown_reason(question: Question) -> Reason:
    named = any(w[0].isupper() for w in question.unknown) or any(
        2 < len(w) < 5 and is_syllable(w[0]) for w in question.unknown
    )
    return Reason.UNKNOWN_NAME if named else Reason.UNKNOWN_WORD


def _meaningful(question: Question) -> bool:
    return bool(question.items) and any(
        i.has("name", "kind", "part", "question", "word", "when", "number", "summary", "source", "mark", "sort", "anaphor",
              "title", "noun", "of_fact", "asked", "confirm", "contrary", "story", "relative", "daypart", "weekday", "today", "unit")
        for i in question.items
    )  # fmt: skip


def _figures_only(question: Question) -> bool:
    """Whether a question is made of figures and nothing that they could be of: "40", "what is 2+2?"."""
    figures = [i for i in question.items if i.has("number")]
    rest = [i for i in question.items if i not in figures]
    return (
        bool(figures)
        and all(set(i.ids("question")) <= {"what"} for i in rest)
        and all(
            i.has("light", "question", "auxiliaries", "prep", "follow") or (i.has("unit") and not i.has("part"))
            for i in rest
        )
    )


_ANCHORS = ("name", "word", "when", "noun", "of_fact", "asked", "relative", "title", "number")


_ABOUT = (*_ANCHORS, "kind", "part", "contrary", "story", "summary", "source", "sort", "mark", "weekday")


def _anchored(question: Question) -> bool:
    """Whether the question itself says what it is about."""
    return any(
        i.has(*_ANCHORS) and (i.has("name", "when", "asked") or not i.has("kind", "part", "light", "mark"))
        for i in question.items
        if not i.has("source", "summary")
    )


def _part_of_kind(question: Question) -> bool:
    """Whether the word for a source is a part of a kind that is spoken of: "the source of the photos"."""
    kinds = {f"kind:{k}" for i in question.items if not i.has("light", "source") for k in i.ids("kind")}
    return any(s.fact in kinds for i in question.items if i.has("source") for s in i.senses if s.tag == "part")


def _free(item: Item) -> bool:
    """Whether a word, or each word of a phrase, may stand for nothing."""
    if item.has(
        "light",
        "follow",
        "summary",
        "tell",
        "question",
        "anaphor",
        "story",
        "unit",
        "number",
        "prep",
        "auxiliaries",
        "confirm",
    ):
        return True
    return bool(item.pieces) and all(_free(p) for p in item.pieces)


def _negated(question: Question) -> bool:
    """Whether it asks for what was not: no list of facts can answer "whom did he not meet"."""
    if question.yesno or not wants(question) or set(question.asks) & {"why", "how"}:
        return False
    asked_at = min((i.at for i in question.items if i.has("question")), default=0)
    korean = question.lang == "ko"
    if korean and _DENIED_BY_OTHERS.search(question.text):
        return False  # "안 정해졌다고 한 사람": it is what was said that is so put
    return any(
        (korean or i.at > asked_at)
        and i.lends is None
        and bool({"not", "without"} & set(i.ids("mark")))
        and not i.has("word", "of_fact", "part", "contrary", "follow")
        for i in question.items
    )


def _bare_verb(question: Question) -> Item | None:
    """The verb of "what does Acme want?", where it is one that no fact uses and so nothing is asked that could be told."""
    if [(f.word, f.role, f.nouns) for f in question.foci] != [("what", "object", ())] or question.doing:
        return None
    said = [i for i in question.items if i.at > question.foci[0].at and not i.has("auxiliaries")]
    named = [i for i in said if i.has("name")]
    rest = [i for i in said if i not in named and not i.has("prep")]
    if len(named) != 1 or len(rest) != 1 or not rest[0].text.isascii() or rest[0].at < named[0].at:
        return None
    return rest[0] if rest[0].senses and all(s.tag in ("light", "filler") for s in rest[0].senses) else None


def _asks_meaning(question: Question) -> bool:
    """Whether it is asked what a common word means that facts only use: "what is a lease?", "임대가 뭐야?"."""
    if question.asks != ("what",) or len(question.foci) != 1 or question.follow or question.marks or question.anaphora:
        return False
    if question.foci[0].role not in ("", "by"):
        return False  # "뭐에 쓰는 돈이야"
    said = [i for i in question.items if not i.has("question", "auxiliaries", "light", "prep")]
    if len(said) != 1 or not said[0].has("word", "of_fact") or not _is_said_to_be(question):
        return False
    known_of = (
        "name",
        "kind",
        "part",
        "noun",
        "title",
        "sort",
        "contrary",
        "summary",
        "source",
        "tell",
        "asked",
        "when",
    )
    return not said[0].named(*known_of) and not any(i.text in ("the", "this", "that") for i in question.items)


def _is_said_to_be(question: Question) -> bool:
    """Whether nothing but a form of "be" joins the question word to what is asked about."""
    helpers = [i.text for i in question.items if i.has("auxiliaries")]
    return question.lang == "ko" or helpers in (["is"], ["are"]) or "what's" in question.text.lower()


_DENIED_BY_OTHERS = re.compile(r"(?:안|못) \S+[다냐라]고|지 (?:않|못)\S*[다냐라]고")
"""A denial that somebody is asked to have said."""


# The best fit


def _matched(question: Question, known: Known, memory: Memory) -> Finding:
    fits = _fits(question, known, memory)
    whole = [f for f in fits if not f.uncovered]
    if not whole:
        joined = _joined(question, fits, known, memory)
        return joined or _other_value(question, fits, known) or _uncovered(question, fits, known)
    strayed = _strayed(question, whole, known, memory)
    if strayed is not None:
        return strayed
    whole = _of_topic_alone(question, whole, known, memory)
    pointed = _pointed(question, whole, memory)
    if pointed is not None:
        return pointed
    if question.filled:  # what was told is told again if it can be
        whole = [f for f in whole if f.parts and f.names_hit] or whole
    if question.foci and not any(f.parts or f.missing for f in whole):
        entry = _joined(question, fits, known, memory)
        if entry is not None:
            return entry
    if question.summary and not question.foci:
        happened = _happenings(question, whole, known)
        if happened is not None:
            return happened
    left = _unclear(question, _alike(question, whole), memory)
    if isinstance(left, Unclear):
        return left
    return choose.settle(question, _alike(question, left), known, memory)


def _happenings(question: Question, whole: list[Fit], known: Known) -> Finding | None:
    """What happened somewhere or at some time: the events of there and then, in their order."""
    places = {n for n in question.names if known.facts.names[n].type == "place"}
    timed = any(i.has("when", "relative", "today", "daypart") for i in question.items)
    there = [f for f in whole if f.record.rank and f.record.kind != NAME_KIND]
    there = [f for f in there if all(_took_place(f.record, n, known) for n in places)]
    days = {t.day for t in question.times.values() if t.day}
    there = [f for f in there if not days or days & {t.day for t in f.record.times}]  # a season is not its days
    there = [f for f in there if f.kind_named or f.names_hit or places or not question.names]
    if not (places or timed) or not there:
        return None
    if len(there) > _FEW and not question.names:
        return _main(known, Memory(facts=(there[0].record.fact.id,)), "summary")
    row = list({(f.record.rank[:3], frozenset(f.record.names)): f for f in reversed(there)}.values())  # once each
    row = choose.in_time(row)
    return Settled(tuple(Answer(f.record) for f in row[:_FEW]), "list" if len(row) > 1 else "tell")


_FEW = 6
"""As many events are listed; where a time alone is said and more were then, the story is told in short."""


def _took_place(record: Record, place: str, known: Known) -> bool:
    """Whether a fact tells that it was at a place, or in it."""
    there = record.fact.parts.get("where")
    return there is not None and any(place == n or place in known.members[n] for n in there.names)


def _pointed(question: Question, whole: list[Fit], memory: Memory) -> Finding | None:
    """Where the question points at what was told ("there", "그때") and that does not tell it: nothing else is told instead."""
    if question.names or not question.anaphora & {"place", "time"} or not memory.facts:
        return None
    topic = next((f for f in whole if f.record.fact.id == memory.facts[0]), None)
    if topic is None or topic.parts or not topic.missing:
        return None
    return Untold(Reason.NOT_STATED, (), topic.record, topic.missing)


def _strayed(question: Question, whole: list[Fit], known: Known, memory: Memory) -> Finding | None:
    """Where a bare follow-up asks for what the topic does not have: no fact that has nothing to do with it is told."""
    topic = known.records.get(memory.facts[0]) if memory.facts else None
    if topic is None or not _bare(question) or any(f.record.fact.id in memory.facts for f in whole):
        return None
    near = set(memory.names[:3]) | set(topic.names)
    pointing = _points_at_topic(question, topic)
    if not pointing and (_scope(question) or any(near & set(f.record.names) for f in whole)):
        return None
    return Untold(Reason.NOT_STATED, (), topic)


def _bare(question: Question) -> bool:
    """Whether a question says nothing of what it is about."""
    return (
        bool(question.foci)
        and not question.foci[0].holder
        and not question.names
        and not question.marks
        and not any(
            i.has("kind", "word", "noun", "story", "title", "when", "number", "asked", "sort") for i in question.items
        )
    )


def _points_at_topic(question: Question, topic: Record) -> bool:
    """Whether it asks of the thing itself that was told of, and of nothing else: "whose is it?"."""
    return "thing" in question.anaphora and topic.kind != NAME_KIND


def _of_topic_alone(question: Question, whole: list[Fit], known: Known, memory: Memory) -> list[Fit]:
    """The facts last told of, where a bare question points at them."""
    topic = known.records.get(memory.facts[0]) if memory.facts else None
    if topic is None or not _bare(question) or not _points_at_topic(question, topic):
        return whole
    return [f for f in whole if f.record.fact.id in memory.facts and f.parts] or whole


def _joined(question: Question, fits: list[Fit], known: Known, memory: Memory) -> Finding | None:
    """What a name's own entry tells, where another fact accounts for how the question describes that name.

    "What is the title of Kim, who opened the library?": the entry of Kim has the title, the opening all the rest.
    """
    if question.yesno or not question.foci:
        return None
    entries = [f for f in fits if f.record.kind == NAME_KIND and f.sureness >= _SURE and f.parts]
    entries = [f for f in entries if set(f.record.fact.names) & set(question.names)]
    owners = {n for i in question.items if i.role == "of" for n in i.ids("name")}
    entries = [f for f in entries if f.record.fact.names[0] in owners] or entries
    for found in entries if len(entries) == 1 else ():  # of two, nothing says whose it is
        name = found.record.fact.names[0]
        lost = {i.at for i in found.uncovered}
        if any(name in f.record.names and not lost & {i.at for i in f.uncovered} for f in fits if f is not found):
            rest = replace(question, items=tuple(i for i in question.items if i.at not in lost))
            return choose.settle(rest, [fit(rest, found.record, known)], known, memory)
    return None


_SURE = 1.5
"""A part of a name's entry must be asked for at least so surely, by a word of its own."""


def _unclear(question: Question, fits: list[Fit], memory: Memory) -> Unclear | list[Fit]:
    """The choice between two people of one name, where nothing said so far decides it; else the fits that are left."""
    for item in question.items:
        ids = item.ids("name")
        if len(ids) < 2:
            continue
        top = [f for f in fits if f.weight >= fits[0].weight - CLOSE]
        held = [{n for n in ids if n in f.record.names} for f in top]
        meant = set().union(*held)
        spoken = [n for n in memory.names if n in meant]
        if spoken:
            fits = [f for f in fits if spoken[0] in f.record.names]
        elif len(meant) > 1 and not any(len(h) > 1 for h in held):
            return Unclear(tuple(n for n in ids if n in meant), "name", item.text)
    return fits


def _fits(question: Question, known: Known, memory: Memory) -> list[Fit]:
    pool = match.likely(question, known)
    if not pool:  # no word speaks of any: of names only those that were spoken of can be meant
        subjects = {s.subject for s in known.facts.stories.values()}
        meant = {f"{NAME_KIND}:{n}" for n in (*memory.names, *subjects)}
        pool = [id_ for id_, r in known.records.items() if r.kind != NAME_KIND or id_ in meant]
    fits = [match.covering(question, known.records[id_], known) for id_ in pool if _possible(question, id_, known)]
    settled = any(not f.uncovered for f in fits)  # then nothing is told of the others, but for names' own entries
    fits = [
        match.asking(f, question, known) if not (settled and f.uncovered) or f.record.kind == NAME_KIND else f
        for f in fits
    ]
    leaning = bool(question.anaphora - {"now"}) or not _anchored(question)
    apart = _scope(question)
    return [
        f._replace(
            weight=f.weight + _bonus(question, f, leaning and (not apart or f.record.kind in apart), known, memory)
        )
        for f in fits
    ]


def _scope(question: Question) -> tuple[str, ...]:
    """The kind whose own part is asked for by a noun that no other kind has ("기자 이름"): what it is about is then said."""
    for focus in question.foci:
        for noun in focus.nouns:
            scopes = {s.fact for s in noun.senses if s.tag == "part"}
            if noun.text and len(scopes) == 1 and "" not in scopes:
                return tuple(s.removeprefix("kind:") for s in scopes)
    return ()


def _possible(question: Question, id_: str, known: Known) -> bool:
    """A simply told fact needs one of its phrasings whole."""
    record = known.records[id_]
    if not record.phrasings:
        return True
    here = {
        int(s.id)
        for i in question.items
        if i.lends is None or i.lends == FULL
        for w in (i, *i.pieces)
        for s in w.senses
        if s.tag == "asked" and s.fact == id_
    }
    return any(phrasing <= here for phrasing in record.phrasings)


def _bonus(question: Question, found: Fit, leaning: bool, known: Known, memory: Memory) -> float:
    """What the talk so far adds: the topic, when the question leans on it, and the names and kinds last spoken of."""
    record, bonus = found.record, 0.0
    if record.fact.id in memory.facts:
        if "now" in question.anaphora and not record.current:
            return -_TOPIC  # "this time" leaves what was before
        again = found.parts[:1] == memory.parts[:1] == ("said",) and not question.filled
        bonus += _TOPIC if leaning and not again else _TOPIC_SLIGHT  # words told just now are not asked for again
    if leaning or question.follow or not any(known.facts.names[n].type == "person" for n in question.names):
        bonus += sum(_MEMORY_NAME / 2**nth for nth, n in enumerate(memory.names[:3]) if n in record.names)
    if record.kind in memory.kinds and record.kind != NAME_KIND and not found.kind_named:
        bonus += _MEMORY_KIND
    if "after" in question.marks and not question.names and set(memory.facts) & set(follows(record.fact)):
        bonus += _TOPIC
    if record.phrasings:
        bonus += 2.0
    bonus += (0.8 if found.parts else 0.5) * found.sureness
    if record.kind == NAME_KIND:
        bonus += _self_bonus(question, found, known)
    return bonus


def follows(fact: Fact) -> tuple[str, ...]:
    """The facts that this one says it came after."""
    return tuple(v.id for told in fact.parts.values() for v in told.values if isinstance(v, Event))


def _self_bonus(question: Question, found: Fit, known: Known) -> float:
    """A name's own entry answers "who is X", not what X did."""
    about_self = bool(found.parts) and any(
        i.has("part", "of_fact", "title", "noun", "sort") and not i.has("auxiliaries") for i in question.items
    )
    plain = (
        (set(question.asks) <= {"who", "what", "which"} or (question.asks == ("where",) and found.parts[:1] == ("in",)))
        and not question.excepted
        and not ("who" in question.asks and question.asked_role in ("for", "with"))
        and not question.marks & ({"else"} if question.asks == ("where",) else {"else", "present"})
        and not any(i.has("name") and i.role == "from" for i in question.items)
    )
    agents = (i.at for i in question.items if any(known.facts.names[n].type in AGENTS for n in i.ids("name")))
    led = any(at > f.at for at in agents for f in question.foci[:1])
    plain &= question.asked_role != "object" or not led or about_self  # "who did he see", "what does it want"
    plain &= not question.doing and not any(
        i.has("kind", "word")
        and not (i.has("sort") and question.asks == ("what",) and not question.foci[0].nouns)  # "어떤 회사야"
        and not (i.has("light") and not _asked_about(i, question))
        and not i.has("name")
        and not set(i.ids("noun")) & set(found.record.fact.names)
        for i in question.items
    )
    elsewhere = not found.parts and any(n.has("part") for f in question.foci for n in f.nouns)
    if _owned(question, found):
        return 3.0
    bare = all(_free(i) and not i.has("prep") for i in question.items if i.text)
    if plain and bare and "person" in question.anaphora:
        return 4.0  # "who is he?"
    told_of = (
        not question.asks and not question.yesno and any(i.has("tell") and not i.has("part") for i in question.items)
    )
    if (
        plain
        and not elsewhere
        and question.names == found.record.fact.names
        and (question.asks or about_self or told_of)
    ):
        return 3.0
    return 0.2 if about_self else -1.0


def _asked_about(item: Item, question: Question) -> bool:
    """Whether a Korean verb stands right behind what it asks for: "뭘 조사하고 있어"."""
    return (
        item.has("kind")
        and not item.has("tell")
        and not item.text.isascii()
        and any(i.at == item.at - 1 and i.has("question") for i in question.items)
    )


def _owned(question: Question, found: Fit) -> bool:
    """Whether what is asked for stands right behind its owner's name: "Kim's position", "김가나의 직책"."""
    spoken = {n.at for f in question.foci for n in f.nouns if set(n.ids("part")) & set(found.parts[:1])}
    name = found.record.fact.names[0]
    bare = len(question.items) == 2  # "kim position"
    return any(
        i.ids("name") == (name,) and (i.role == "of" or bare) and {i.at + 1, i.at + 2} & spoken for i in question.items
    )


def _alike(question: Question, whole: Sequence[Fit]) -> list[Fit]:
    """The best fits, likest first; of equals those of the story's day come before what went before."""
    earlier = bool(question.marks & {"earlier", "before"})
    past = [f for f in whole if not f.record.current and f.record.kind != NAME_KIND and f.kind_named]
    whole = past if earlier and past else whole
    ranked = sorted(whole, key=lambda f: -f.weight - (0.3 if _in_its_time(f, question, earlier) else 0.0))
    top = ranked[0].weight
    return [f for f in ranked if f.weight >= top - CLOSE] + [f for f in ranked if f.weight < top - CLOSE]


def _in_its_time(found: Fit, question: Question, earlier: bool) -> bool:
    if found.record.kind == NAME_KIND:
        return found.record.fact.names[0] in question.names
    return found.record.current != earlier and (found.record.fact.sure != "planned" or "next" in question.marks)


# Where no fact accounts for all


def _uncovered(question: Question, fits: list[Fit], known: Known) -> Finding:
    if not fits:
        return Untold(Reason.UNKNOWN_WORD, tuple(i.text for i in question.items[:2]))
    lost_by = {f.record.fact.id: _whole_again(f.uncovered, question, known) for f in fits}
    contradicted = [
        f
        for f in fits
        if question.yesno
        and (f.kind_named or question.claimed)
        and all(_conflicts(i, f, question, known) for i in lost_by[f.record.fact.id])
    ]
    best = min(contradicted or fits, key=lambda f: (bool(contradicted) and _agent_lost(f, known), f.penalty, -f.weight))
    lost = lost_by[best.record.fact.id] if contradicted else best.uncovered
    conflict = [i for i in lost if _conflicts(i, best, question, known)]
    told_apart = question.yesno or (wants(question) and _agents(question, known) > 1)
    held = [i for i in question.items if i not in best.uncovered]
    near = {n for i in held for w in (i, *i.pieces) for n in w.ids("name")} & {*best.record.names, *best.record.near}
    known_by = bool(near or question.claimed) or any(i.has("number") for i in held)
    if len(conflict) == len(lost) and (best.kind_named or question.claimed) and known_by and told_apart:
        if question.yesno:
            return Settled((Answer(best.record),), "no")
        if not any(i.has("when", "relative", "daypart") for i in lost):
            return Corrected(Answer(best.record))
    names = tuple(i.text for i in question.items if i.has("name") and i.text)
    if any(i.has("name") for i in lost):
        return Untold(Reason.NOT_RELATED, names)
    if names and any(i.has("kind") for i in lost):
        return Untold(Reason.NOT_RELATED, names)
    return Untold(Reason.UNKNOWN_WORD, tuple(dict.fromkeys(i.text for i in lost if i.text)))


def _other_value(question: Question, fits: list[Fit], known: Known) -> Finding | None:
    """No, with what is so: where only a figure or a time is lost, and the fact tells another one of that sort."""
    lost = [f for f in fits if f.uncovered and f.parts and all(i.has("number", "when", "daypart") for i in f.uncovered)]
    best = max(lost, key=lambda f: f.weight, default=None)
    if (
        not question.yesno
        or best is None
        or best.penalty > min(f.penalty for f in fits)
        or best.record.kind == NAME_KIND
    ):
        return None
    part = best.parts[0]
    rivals = [f for f in lost if f.record is not best.record and f.weight > best.weight - CLOSE and part in f.parts]
    told = best.record.fact.parts[part].values
    for item in best.uncovered:
        if not any(_same_sort(item, v, part, question) for v in told):
            return None
    if rivals and not question.names:
        rivals = [f for f in rivals if f.record.current == best.record.current]
    return None if rivals else Settled((Answer(best.record, (part,)),), "value", holds=False)


def _same_sort(item: Item, value: Value, part: str, question: Question) -> bool:
    """Whether a figure or time of a question is of the sort that a part holds: hours and minutes, one currency, floors."""
    if isinstance(value, When):
        return item.has("when", "daypart")
    behind = [i for i in question.items if i.at in (item.at, item.at + 1)]
    units = {u for i in behind for u in i.ids("unit")}
    if not isinstance(value, Amount) or not item.has("number"):
        return False
    named = any(part in i.ids("part") for i in behind)
    return value.unit in units or {value.unit, *units} <= TIME_UNITS or (named and not value.unit)


def _whole_again(lost: Sequence[Item], question: Question, known: Known) -> tuple[Item, ...]:
    """Words that were taken apart as the name that they make; a house right before its own place is part of that."""
    phrases = {i.at: i for i in question.items if i.pieces and i.has("name")}
    whole = tuple(dict.fromkeys(phrases.get(i.at, i) for i in lost))
    places = [(i.at, n) for i in whole for n in i.ids("name") if known.facts.names[n].type == "place"]
    owned = {i.at for i in whole for at, n in places if i.at == at - 1 and set(i.ids("name")) & known.members[n]}
    return tuple(i for i in whole if i.at not in owned)


def _agent_lost(found: Fit, known: Known) -> bool:
    """Whether somebody who is named is not in the fact: then it is no other place or time that the question has wrong."""
    return any(known.facts.names[n].type in AGENTS for i in found.uncovered for n in i.ids("name")[:1])


def _agents(question: Question, known: Known) -> int:
    """How many people and houses a question names."""
    return sum(known.facts.names[n].type in AGENTS for n in question.names)


def _conflicts(item: Item, found: Fit, question: Question, known: Known) -> bool:
    """Whether the fact says otherwise: another place or time, or a list that its author called complete."""
    record = found.record
    if question.claimed and item.ids("name") == question.claimed:
        return _done_by_others(record, known)
    if item.has("weekday"):
        return any(dates.weekdays_of(t) for t in record.times)
    if item.has("when", "relative", "daypart") and record.times:
        return True
    if item.has("number") and record.figures:
        return True
    for id_ in item.ids("name"):
        name = known.facts.names[id_]
        parts = [p for p in record.fact.parts if known.part(record, p).type == "place" or p == "where"]
        if name.type == "place" and parts and "where" in record.fact.parts:
            there = {n for i in question.items if i.has("name") for n in i.ids("name")} & set(record.names)
            if any(known.facts.names[n].type == "place" for n in there):
                return False  # the question says the fact's own place as well
            return not any(id_ in known.members[n] for n in record.names)
        if name.type in AGENTS and _complete(record.fact):
            return True
    return False


def _done_by_others(record: Record, known: Known) -> bool:
    """Whether a fact says who did it."""
    parts = (known.part(record, p) for ps in record.names.values() for p in ps)
    return any(p.mutual or p.role == "by" for p in parts)


def _complete(fact: Fact) -> bool:
    return any(isinstance(v, Names) and v.complete for told in fact.parts.values() for v in told.values)


# The whole story, its source


def _main(known: Known, memory: Memory, manner: Literal["summary", "source"]) -> Finding:
    """The main fact of the story that is spoken of, which is told, or whose source is."""
    story = _story(known, memory)
    if story is None:
        return Untold(Reason.NOT_STATED)
    return Settled((Answer(known.records[known.facts.stories[story].main]),), manner)


def _story(known: Known, memory: Memory) -> str | None:
    for id_ in memory.facts:
        if id_ in known.records and known.records[id_].fact.story in known.facts.stories:
            return known.records[id_].fact.story
    return next(iter(known.facts.stories), None)
