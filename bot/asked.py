"""Which parts of a record answer what is asked, and how surely."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bot.english import IS
from bot.facts import AGENTS, Amount, Flag, Part, Texts, Told
from bot.known import CERTAIN, NAME_KIND, Known, Record
from bot.korean import AMONG
from bot.question import Focus, Item, Question
from bot.spoken import BY_GENERAL, BY_KIND, BY_NOUN, nouns_name, numbered, own_word, speaks_of, spoken, states_figure
from bot.stale import stale, to_come
from bot.suits import (
    NAMED,
    OPEN,
    TIME_UNITS,
    counted,
    in_role,
    in_unit,
    is_money,
    measures,
    of_other_unit,
    of_people,
    of_sort,
    suits,
)

# What a question word by itself is worth, an open one ("what"), one with a noun of a sort ("which city"); a word for
# a part that does not stand where the thing asked for does; and a part of the base's own. Only the order matters.
_BY_WORD, _BY_WHAT, _BY_WHICH, _BY_SORT = 2.0, 1.0, 0.3, 1.5
_BESIDE, _FLAG, _OWN = 0.6, 0.9, 0.2
_PUT = 0.1  # more for what is put in words than for a name, where nothing says which of them is asked for
_BENEFIT = 0.3  # less for whom or what it was for, where "what did they ..." asks what was done
_ADDRESSED = 0.4  # less for those who were told it, where the question has no "to" ("which firm did she praise")
_OF_PERSON = 0.5  # what a word for whoever does it ("announce") is worth where a thing is asked for
_SURE_FLAG = 0.5
_NOT_THERE = 1.0  # less for names of those who only had to do with it, where it is asked who was there
_LESS_NAMED = 0.8  # less for a part that a noun only may name, which is the very word for another
_WHERE_OR_WHO = frozenset({"곳", "데"})
"""Korean nouns that may mean a place, or a house that does something."""
_DONE = frozenset({"한", "했던", "하는", "할"})
"""Forms of 하다 that stand before 곳 or 데 behind the verb that says what was done: "투자하기로 한 데"."""
_LIES = "in"
"""The general part of a place that tells what it lies in: "which city", "무슨 구"."""
_NAMELESS = frozenset({"amount", "when", "flag"})
"""Types of parts that hold no name of anything."""
_REPORTED = 1.0  # more for what is only reported, where the question says so
_EXCEPTED = 1.0  # more for a part that holds what others than are asked for
_BY_DEED = 6.0  # what a verb for a deed of its own is worth, before all who only took part
_SPOKEN_OF = frozenset({"about", "to", "for"})
"""Roles of those of whom, to whom or for whom something is: they did not do it together."""
DEEDS = frozenset({"organiser", "inviter", "payer"})
"""Parts of the doer of a verb that is not what those who took part did."""


class Ranked(NamedTuple):
    """The parts that a question asks of one record, the surest first."""

    parts: tuple[str, ...] = ()
    """Those that the record tells."""
    missing: tuple[str, ...] = ()
    """Those that the record does not tell; set only where one of them is asked for more surely than any it tells."""
    sureness: float = 0.0


def asked(question: Question, record: Record, known: Known) -> Ranked:
    """The parts that the question asks of this record; of several things asked for, the one most surely."""
    said = spoken(question.items, record, known, yesno=question.yesno)
    if not question.foci:
        if not question.yesno:
            return _ranked(_of_topic(said, question, record), record)
        said = _but_for_attending(_but_for_truth(said, question, record), question, record)
        said = _but_for_count(said, question)
        return _ranked(_of_yesno(_without_flags(said, question, record, known), record, known), record)
    return max(
        (_ranked(_Asking(f, said, question, record, known).scores(), record) for f in question.foci), key=_sureness
    )


def _sureness(ranked: Ranked) -> float:
    return ranked.sureness


def _ranked(scores: dict[str, float], record: Record) -> Ranked:
    ranked = sorted((p for p in scores if scores[p] > 0), key=lambda p: -scores[p])
    if not ranked:
        return Ranked()
    told = tuple(p for p in ranked if p in record.fact.parts)
    if told and scores[told[0]] >= scores[ranked[0]]:
        return Ranked(told, (), scores[told[0]])
    return Ranked((), tuple(p for p in ranked if p not in record.fact.parts), scores[ranked[0]])


def _of_yesno(said: dict[str, float], record: Record, known: Known) -> dict[str, float]:
    """Parts that a yes/no question asks for: flags before all else, and no part that only holds names."""
    types = {p: known.part(record, p).type for p in said}
    found = {p: s + (_SURE_FLAG if types[p] == "flag" else 0.0) for p, s in said.items() if types[p] not in NAMED}
    own = any(p in record.fact.parts and types[p] == "flag" and p not in known.general for p in found)
    if CERTAIN in found and CERTAIN in record.fact.parts and not own:
        return {CERTAIN: found[CERTAIN]}  # "is the topic confirmed" asks nothing of the topic
    here = {p: s for p, s in found.items() if p in record.fact.parts and s >= 0.8 * BY_GENERAL}
    return here or {p: s for p, s in found.items() if types[p] == "flag" or s >= BY_KIND}


def _but_for_truth(said: dict[str, float], question: Question, record: Record) -> dict[str, float]:
    """Without parts that the record does not tell, and that only a word for being true names: "열었다는 게 사실이야"."""
    true = {p for i in question.items if i.has("confirm") for p in i.ids("part")}
    other = {p for i in question.items if not i.has("confirm") for p in i.ids("part")}
    return {p: s for p, s in said.items() if p in record.fact.parts or p not in true - other}


def _but_for_attending(said: dict[str, float], question: Question, record: Record) -> dict[str, float]:
    """Without parts that it does not tell, where their only word says too that those who are named took part: "회동에 나왔어"."""
    told, names = record.fact.parts, set(question.names)
    words = [set(i.ids("part")) for i in question.items]
    other = {p for parts in words if not any(p in told and names & set(told[p].names) for p in parts) for p in parts}
    attending = {p for parts in words for p in parts} - other
    return {p: s for p, s in said.items() if p in told or p not in attending}


def _but_for_count(said: dict[str, float], question: Question) -> dict[str, float]:
    """Without how many there were, where only a word for those who are counted names it: "is Acme a member of it"."""
    counting = [i for i in question.items if "how_many" in (*i.ids("part"), *i.ids("of_fact"))]
    figured = any(i.has("number") for i in question.items) or not all(i.has("part") for i in counting)
    of_them = all(set(i.ids("part")) - {"how_many"} for i in counting)
    return said if figured or not of_them else {p: s for p, s in said.items() if p != "how_many"}


def _without_flags(said: dict[str, float], question: Question, record: Record, known: Known) -> dict[str, float]:
    """Without flags that are named only by a word for the kind itself, where the time is to be confirmed ("오전에 열린 행사")."""
    placed = [n for i in question.items if i.role in ("at", "from") for n in i.ids("name")]
    if not any(i.has("when", "daypart") for i in question.items) and not known.of_type(placed, "place"):
        return said
    words = [i for i in question.items if record.kind not in i.ids("kind")]
    named = {p for i in words for p in (*i.ids("part"), *i.ids("contrary"), *i.ids("of_fact"))}
    return {p: s for p, s in said.items() if known.part(record, p).type != "flag" or p in named}


def _of_topic(said: dict[str, float], question: Question, record: Record) -> dict[str, float]:
    """Parts that a bare topic names: those told, or named by a word that does not only say what sort of fact it is."""
    words = (i for i in question.items if record.kind not in i.ids("kind") and not i.has("tell"))
    named = {p for i in words for p in i.ids("part")}
    return {p: s for p, s in said.items() if p in record.fact.parts or p in named}


class _Asking:
    """One thing asked for, held against one record."""

    def __init__(self, focus: Focus, said: dict[str, float], question: Question, record: Record, known: Known) -> None:
        self.said, self.question, self.record, self.known = said, question, record, known
        self.stated = self._stated(focus)
        nouns = tuple(n for n in focus.nouns if not self.stated.intersection(n.ids("part")))
        focus = replace(focus, nouns=nouns) if focus.word == "where" else focus
        self.focus = replace(focus, word="what", units=frozenset()) if self._taken(focus) else focus
        self.named = self._named()

    def _stated(self, focus: Focus) -> set[str]:
        """The parts within a place of which a figure stands right beside "where": "where on the 5th floor", "5층 어디서"."""
        items, at = self.question.items, focus.at
        did = next((i.at for i in items if i.at > at and i.has("auxiliaries")), at)
        said = [i for i in items if states_figure(i, items) and (at < i.at < did or at - 2 <= i.at < at)]
        told = {p for i in said for p in i.ids("part") if p in self.record.fact.parts}
        return {p for p in told if self.known.part(self.record, p).role == "at"}

    def _put_to_use(self) -> list[str]:
        """What a thing goes into, which the record tells, where "어디에 쓰여" asks for that and not what for."""
        asking = next((i.text for i in self.question.items if i.at == self.focus.at), "")
        if self.focus.word != "why" or not asking.startswith("어디"):
            return []
        into = ((p, self.known.part(self.record, p)) for p, t in self.record.fact.parts.items() if t.names)
        return [p for p, d in into if d.role == "to" and "where" in d.asks]

    def _taken(self, focus: Focus) -> bool:
        """Whether a noun that asks for an hour is the base's own word for how long it took: "what was her time"."""
        noun = focus.nouns[-1] if focus.nouns else None
        worded = any(i.at == focus.at and i.has("question") for i in self.question.items)
        if focus.word != "clock" or noun is None or (worded and noun.at <= focus.at + 1):  # "what time was it"
            return False
        told, known = self.record.fact.parts, self.known
        own = {
            s.id
            for s in noun.senses
            if s.tag == "part" and s.id not in known.general and speaks_of(s.fact, self.record)
        }
        return any(isinstance(v, Amount) and v.unit in TIME_UNITS for p in own if p in told for v in told[p].values)

    def _named(self) -> dict[str, float]:
        """The parts that the nouns of the question word name: the last noun before those that narrow it."""
        focus, record, known = self.focus, self.record, self.known
        named = nouns_name(focus.nouns[-1:], record, known) or nouns_name(focus.nouns, record, known)
        told = record.fact.parts
        if focus.word == "where" and any(record.kind in n.ids("kind") for n in focus.nouns):
            own = {s.id for n in focus.nouns for s in n.senses if s.tag in ("part", "of_fact") and not s.like}
            named = {p: s for p, s in named.items() if p in own}  # "the Acme show, where": the show is no place
        if not named and any(self._holds(n) for n in focus.nouns[-1:]):
            named = {p: BY_KIND for p, t in told.items() if t.names and known.part(record, p).type == "place"}
        if self._put and not any(p in told for p in named) and any(p in told for p in self.said):
            return {}  # it tells another thing that a word of the question names
        if focus.word in ("when", "clock", "days"):
            dated = {
                p: s for p, s in named.items() if p != "when" or p in told
            }  # "what year is it from" is any time of it
            return (named if self._put else {}) or self._other_times() or dated
        return named

    def _says_himself(self, part: str) -> bool:
        """Whether the words of somebody who took part are asked for, which no flag of a house tells: "김은 무슨 말 했어"."""
        naming = [i for i in self.question.items if i.lends is None and part in i.ids("part")]
        if not naming or "said" not in self.record.fact.not_told or any("said" not in i.ids("part") for i in naming):
            return False
        doers = [n for i in self.question.items if i.role in ("by", "topic", "of", "") for n in i.ids("name")]
        return any(n in self.record.names for n in self.known.of_type(doers, "person"))

    def _holds(self, noun: Item) -> bool:
        """Whether a noun asks for what a place lies in: "which city", "무슨 구", but not "어느 나라 밴드"."""
        before = next((i for i in self.question.items if i.at == noun.at - 1 and not noun.text.isascii()), None)
        done = before is not None and before.ids("verb")[:1] == ("n",) and before.has("kind")  # "만난 나라"
        kinds = {f"kind:{k}" for k in before.ids("kind")} if before is not None else set()
        done = done and not any(s.tag == "part" and s.fact in kinds for s in noun.senses)  # "방문한 나라"
        return _LIES in noun.ids("part") and (self.focus.role == "at" or "country" not in noun.ids("sort") or done)

    def _other_times(self) -> dict[str, float]:
        """Other times than when it was, that a word names: the start, the end, a deadline."""
        return {
            p: s
            for p, s in self.said.items()
            if p not in ("when", "clock", "daypart")
            and self.known.part(self.record, p).type == "when"
            and s >= BY_GENERAL
        }

    @property
    def _put(self) -> bool:
        """Whether the question word itself says which part it asks for ("뭐라고")."""
        return any(n.has("ask") or not n.text for n in self.focus.nouns)

    def scores(self) -> dict[str, float]:
        """How surely each part is asked for; none where it asks for what such a record does not have."""
        if self._elsewhere() or self._name_of_a_thing():
            return {}
        fact = self.record.fact
        undone = self._undone()
        if undone:
            return dict.fromkeys(undone, _BY_DEED)
        meant = self._put_to_use() or self._counted() or numbered(self.question.items, self.question, self.record)
        if meant:
            return dict.fromkeys(meant, _BY_DEED)
        uncounted = self.focus.word == "how_many" and "how_many" in fact.not_told
        parts = (*fact.parts, *fact.not_told)
        counted_by = {p for p, s in self.said.items() if s >= BY_KIND} | {"how_many", *self.named}
        found = {p: self._score(p) for p in parts if not uncounted or p in counted_by}
        house = self._house_that()
        if house:
            return {house: _BY_DEED}
        if self._naming():  # "the names of the judges" are not how many there were
            found = {p: 0.0 if self._nameless(p) else s for p, s in found.items()}
        if self._put and not self.named and self._of_a_topic():  # "중점 두는 건 뭐래" asks for that, and for no words
            words = {p for n in self.focus.nouns for p in n.ids("part")}
            found = {p: s for p, s in found.items() if p in fact.parts or p not in words}
        if self._lying():
            found = {p: s for p, s in found.items() if self._is_place(p)}
        houses = [p for p in self.named if p in found and self._house(p, named=True)]
        found = {p: found[p] for p in houses} if houses else found
        found |= dict.fromkeys(self._deeds(), _BY_DEED)
        done = self._done()
        most = max((found.get(p, 0.0) for p in done), default=0.0)
        if most:
            found = {p: s if p in done else min(s, most - _OWN) for p, s in found.items()}
        own = {p for p in self.said if p not in self.known.general}
        acting = _of_subject(self.question, self.focus)
        if any(s > 0 and p not in acting for p, s in found.items()):
            found = {p: s for p, s in found.items() if p not in acting}
        return {p: s + (_OWN if s and p in own else 0.0) for p, s in found.items()}

    def _of_a_topic(self) -> bool:
        """Whether a part that is told is the topic of the question: "제휴가 중점 두는 건 뭐래"."""
        topics = [i for i in self.question.items if i.role == "topic" and not i.has("name", "title")]
        return any(set(i.ids("part")) & self.record.fact.parts.keys() for i in topics)

    def _done(self) -> list[str]:
        """The part of its own that a fact tells by the verb right behind the only "who": "who provided the photos", "사진 누가 줬어".

        So too behind 어디서, where that may ask for it, and the verb is none for the kind itself: "사진 어디서 났어".
        """
        focus, record, told = self.focus, self.record, self.record.fact.parts
        behind = next((i for i in self.question.items if i.at == focus.at + 1), None)
        asking = any(i.at == focus.at and i.text in ("who", "누가", "어디서") for i in self.question.items)
        if focus.word not in ("who", "where") or focus.at < 0 or not asking or behind is None:
            return []
        said = [w for i in self.question.items if i is not behind for w in (i, *i.pieces)]  # "the second photo"
        named = any(record.kind in w.ids("kind") for w in said)
        placed = focus.word == "where" and record.kind in behind.ids("kind")
        if not named or placed or behind.has("auxiliaries", "sort", "name", "noun"):
            return []
        own = (s.id for s in behind.senses if s.tag == "part" and s.fact and not s.like and speaks_of(s.fact, record))
        parts = [(p, self.known.part(record, p)) for p in own if p in told]
        return [p for p, d in parts if d.type in NAMED and (focus.word == "who" or focus.word in d.asks)]

    def _counted(self) -> list[str]:
        """Parts of the base's own that a word names in figures: "무효표가 몇 장이야", "표가 얼마나 늘었어", "how many people died"."""
        if self.focus.word not in ("how_many", "extent"):
            return []
        if self.question.asked_in == "en":
            return self._suffered()
        told = self.record.fact.parts
        idle = ("name", "verb") if self.focus.word == "how_many" else ("name", "light")
        nouns = [i for i in self.question.items if i.lends is None and not i.has(*idle)]
        parts = [s.id for i in nouns for s in i.senses if s.tag == "part" and not s.like and s.id in told]
        own = [p for p in dict.fromkeys(parts) if p not in self.known.general]
        ordinal = {p for n in self.focus.nouns[-1:] for p in n.ids("part")}  # "몇 위"
        return [p for p in own if p in ordinal or any(isinstance(v, Amount) for v in told[p].values)]

    def _suffered(self) -> list[str]:
        """Figures of the base's own that a verb names where people are counted by no word of their own: "how many died"."""
        focus, told = self.focus, self.record.fact.parts
        if not (of_people(focus) or not focus.nouns) or self.named.keys() - {"how_many"}:
            return []
        behind = [i for i in self.question.items if i.at > focus.at and (focus.nouns or i.at < focus.at + 3)]
        verbs = [i for i in behind if i.lends is None and i not in focus.nouns]
        verbs = [i for i in verbs if not i.has("light", "name", "kind", "noun", "number", "prep")]
        own = [
            s.id for i in verbs for s in i.senses if s.tag == "part" and s.id not in self.known.general and not s.like
        ]
        return [p for p in own if p in told and any(isinstance(v, Amount) for v in told[p].values)]

    def _undone(self) -> list[str]:
        """Parts that tell that nobody did or suffered what is asked of people: "how many died?" where none was hurt."""
        if self.focus.word != "how_many" or not of_people(self.focus):
            return []
        told, kind = self.record.fact.parts, self.record.kind
        verbs = [i for i in self.question.items if i.lends is None and i not in self.focus.nouns]
        verbs = [i for i in verbs if not i.has("light", "name", "sort", "noun") and kind not in i.ids("kind")]
        parts = [p for i in verbs for p in i.ids("part") if p in told]
        return [p for p in parts if any(isinstance(v, Flag) and not v.yes for v in told[p].values)]

    def _deeds(self) -> set[str]:
        """Who did what a verb names, where such a fact tells only who took part ("who hosted it", "누가 초청했어")."""
        other = any(n.has("part") and not set(n.ids("part")) & DEEDS and not n.has("sort") for n in self.focus.nouns)
        undone = self.question.passive and (self.focus.role != "agent" or self._underwent())
        if self.focus.word != "who" or other or undone or self.focus.role not in ("by", "agent", ""):
            return set()
        record, known = self.record, self.known
        verbs = [i for i in self.question.items if i.lends is None and i.has("part") and not i.has("name")]
        spoken = {s.id for i in verbs for s in i.senses if s.tag == "part" and not s.fact and not s.like}
        own = {s.id for i in verbs for s in i.senses if s.tag == "part" and s.fact == f"kind:{record.kind}"}
        return set() if own else {p for p in spoken & DEEDS if p in known.general and p not in record.fact.parts}

    def _underwent(self) -> bool:
        """Whether a Korean subject is asked for, to whom it was done: "누가 초대받았어"."""
        return any(i.at == self.focus.at and i.text == "누가" for i in self.question.items)

    def _elsewhere(self) -> bool:
        """Whether a noun names a part, and the record has no such part."""
        whole = () if self.record.kind == NAME_KIND else ("kind",)
        parts = [n for n in self.focus.nouns if n.has("part") and not n.has("ask", *whole) and n.text]
        if self.focus.word in OPEN:
            return bool(parts) and not self.named
        last = self.focus.nouns[-1:]
        if self.focus.word == "how_many" and not self.named and any(n.has("kind") for n in last):
            return not any(self.record.kind in n.ids("kind") for n in last)  # what is counted is of another kind
        own = [n for n in parts if not n.has("sort", "noun", "of_fact", "light", "filler")]
        scoped = self.focus.word == "who"  # "기자 누구": those whom a word of one kind of fact names are of no other
        own = [n for n in own if not self._general(n, scoped)]
        return bool(own) and not self.named

    def _general(self, noun: Item, scoped: bool) -> bool:
        """Whether a noun names a part that all kinds of fact may have; where `scoped`, as none of one kind's own."""
        return any(s.tag == "part" and s.id in self.known.general and not (scoped and s.fact) for s in noun.senses)

    def _name_of_a_thing(self) -> bool:
        """Whether the name of a thing is asked for that the question already speaks of by all that is known of it."""
        nouns = self.focus.nouns
        naming = any("name" in n.ids("sort") or "called" in n.ids("part") for n in nouns[-1:])
        if not naming or self.focus.word not in OPEN or any("person" in n.ids("sort") for n in nouns):
            return False
        by_another = bool(set(self.named) - {"said"}) or "called" in self.record.fact.parts
        return not by_another and _names_itself(self.question)

    def _nameless(self, part: str) -> bool:
        """Whether a part holds no name: a figure, a time, or a text that only says what sort of people or things they were."""
        type_ = self.known.part(self.record, part).type
        worded = part in self.named or self.said.get(part, 0.0) >= BY_KIND
        told = self.record.fact.parts.get(part)
        return type_ in _NAMELESS or (type_ == "text" and not (worded and (told is None or _tells_a_name(told))))

    def _naming(self) -> bool:
        """Whether a name is asked for: "what are the names of the judges", "노래 제목이 뭐야"."""
        nouns = self.focus.nouns
        behind = [i for i in self.question.items for n in nouns[-1:] if i.at == n.at + 1]
        if any(n.ids("sort") == ("organisation",) for n in nouns) and self._in_plural():
            return True  # "참가한 기업 어디어디야"
        if any(i.text in ("name", "names") and 0 < n.at - i.at <= 3 for i in self.question.items for n in nouns[:1]):
            return self.focus.word == "who"  # "names of the firms", which that they were firms does not tell
        return any("name" in i.ids("sort") and not i.has("part", "of_fact") for i in (*nouns, *behind))

    def _in_plural(self) -> bool:
        return any(i.at == self.focus.at and i.text == "어디어디" for i in self.question.items)

    def _score(self, part: str) -> float:
        definition, told = self.known.part(self.record, part), self.record.fact.parts.get(part)
        focus, named = self.focus, self.named
        if told is not None and (of_other_unit(told, focus) or stale(told, focus, self.question, self.known)):
            return 0.0
        if (
            self.question.future
            and (definition.type == "when" or ("when" in definition.asks and definition.type != "text"))
            and not to_come(self.record)
        ):
            return 0.0  # when it will be is not told by when it was
        if definition.type == "flag" and self._says_himself(part):
            return 0.0
        if definition.type == "place" and focus.word == "where" and self._inside_it(part):
            return 0.0  # "where is Kim in the photo"
        reacting = focus.word == "how" and self.question.asked_in == "en" and definition.type == "flag"
        if reacting and self._answers_for_words(part):
            return _BY_DEED  # "how has Acme officially responded"
        if definition.type == "flag" and focus.word in OPEN and self._words_of_a_person():
            return 0.0  # "what was Kim's comment" is not told by what his house did not say
        if definition.type == "flag" and focus.word == "which" and any(n.text.isascii() for n in focus.nouns):
            return 0.0  # "which hospital" asks for one
        if self._placed() and definition.type not in NAMED and part not in named:
            return 0.0  # "which states will they build in" is not told by what for
        if focus.word == "how_many" and self._counts_others(told):
            return 0.0
        if told is not None and (self._is_share(told) or self._goes_into(told, definition)):
            return 0.0
        if definition.type == "event" and focus.word in ("when", "clock") and self._of_start_or_end():
            return 0.0  # when it began is not told by what it came after
        if part == "why" and "how" in self.record.fact.parts and self._only_goes():
            return 0.0  # why he went there is not told by why he went in by the back door
        if self._lasted_untold() and part not in self.known.general and part not in self.said and part not in named:
            return 0.0  # how long they met is not told by how long ago that was
        if definition.extra and part not in self.said and self._is_beside(told):
            return 0.0  # "김 was there; whose talks were they" asks for no others like him
        if definition.role == "for" and part not in self.known.general and self._which_of_them(part):
            return 0.0  # "which firms get it" is not told by whom it is for
        if definition.role == "for" and not self._is_for(part):
            return 0.0  # nor is what it was
        if focus.word == "where" and part == "where" and told is not None and self._lies_in(told):
            return 0.0  # "where in Lyon" is not told by the country
        if focus.word == "where" and part == "where" and self._within():
            return 0.0  # nor is where Kim is in the photo told by where it was taken
        if focus.word == "where" and (part == "where" or part in self.stated) and self.stated:
            return 0.0  # "where on the 5th floor" is told neither by the house nor by the floor
        if self._accompanied() and definition.role in _SPOKEN_OF and part not in named:
            return 0.0  # "누구랑 왔어" is not told by of whom or to whom he spoke
        said, beside = self.said.get(part, 0.0), _BESIDE * self.said.get(part, 0.0)
        if told is not None and self._holds_excepted(told):
            beside += _EXCEPTED
        if told is not None and "reported" in self.question.marks:
            beside += _REPORTED * ((told.sure or self.record.fact.sure) == "reported")
        origin = focus.word == "where" and focus.role == "from"
        if origin and part not in ("country", "from", "in") and not self._is_source(part, definition):
            return 0.0  # "where is he from" is not where he was
        if focus.word == "where" and part == "country" and not origin and part not in self.said:
            return 0.0  # nor is where they held it where they are from
        right = counted(told, focus, self.known, self.question.excepted)
        right += in_unit(told, focus) if focus.word.startswith("how") else 0.0
        if focus.word == "who" and "present" in self.question.marks and definition.role == "none":
            right -= _NOT_THERE  # "who is in the photo"
        fits = suits(definition, told, focus) or right > 0 or self._people(part)
        fits = fits or self._house(part, named=part in named) or self._only_by_word(part, definition)
        fits = fits or (part in named and measures(definition, told, focus.word))
        fits = fits and (part in named or part in self.said or not self._another_measure(definition, told))
        fits = fits and not (definition.type in NAMED and self._told_in_figures())
        costs = focus.word == "extent" and any("how_much" in i.ids("part") for i in self.question.items)
        fits = fits and not (costs and part not in self.said and (_tells_people(told) or _lasts(told)))
        if named and (focus.word in OPEN or self._abstract()):
            return self._by_noun(part, fits, said, beside, right)
        if named:
            right += 0.5 * (part in named) + 0.5 * (named.get(part, 0.0) >= BY_KIND)
            right -= _LESS_NAMED * (focus.word == "who" and 0 < named.get(part, 0.0) < max(named.values()))
            return _BY_WORD + self._role(part, definition) + beside + right if fits else 0.0
        if any(i.has("sort") for i in focus.nouns):
            sorted_ = of_sort(told, focus, self.known)
            sorted_ -= _ADDRESSED * (definition.role == "to" and focus.role not in ("to", "at", "from"))
            return _BY_SORT + self._role(part, definition) + beside + right + sorted_ if fits else 0.0
        if focus.word in OPEN:
            if definition.type == "flag":
                return _FLAG * beside
            if focus.word == "what" and "who" in definition.asks and "what" not in definition.asks and not fits:
                beside *= _OF_PERSON
            worth = _BY_WHICH if definition.type in NAMED and focus.word == "which" else _BY_WHAT
            put = _PUT if told is not None and definition.type == "text" and not self.said else 0.0
            put -= _BENEFIT * (focus.role == "object" and definition.role == "for")
            return beside + (worth + put + in_role(definition, focus) if fits else 0.0)
        if fits:
            return _BY_WORD + self._role(part, definition) + beside + right
        return beside if focus.word == "how" else 0.0

    def _is_for(self, part: str) -> bool:
        """Whether it may be asked for whom or what something is: by a word that says so, or by no "what" alone."""
        return self.focus.word not in OPEN or self.focus.role == "for" or part in self.said or part in self.named

    def _holds_excepted(self, told: Told) -> bool:
        """Whether others than one who is told here are asked for, and nobody else says which others those are."""
        others = set(self.known.of_type(self.question.names, "person"))
        return bool(self.question.excepted & set(told.names)) and not others & set(told.names)

    def _inside_it(self, part: str) -> bool:
        """Whether it is asked where within the thing itself, and the fact tells that: "where in the photo", "사진에서 어디"."""
        items = self.question.items
        nouns = [i for i in items if self.record.kind in i.ids("kind") and not i.has("verb", "light")]
        nouns += [
            i for i in items if own_word(i, self.record) and i.pieces and self.record.kind in i.pieces[-1].ids("kind")
        ]
        inside = any(
            n.role in ("at", "from") or any(i.text == "in" and 0 < n.at - i.at < 4 for i in items) for n in nouns
        )
        passed = ("name", "light", "mark", "question", "auxiliaries", "prep")
        other = (i for i in items if i not in nouns and not i.has(*passed) and i.lends is None)
        deed = any(self.record.kind not in i.ids("kind") for i in other)  # "사진에서 인터뷰한 곳"
        told = self.record.fact.parts
        within = (p for p in told if p != part and "where" in self.known.part(self.record, p).asks)
        return inside and not deed and any(isinstance(v, Texts) for p in within for v in told[p].values)

    def _role(self, part: str, definition: Part) -> float:
        """More for what is to the verb what is asked for; where no place is known of, "어디서" may ask for a house that says so."""
        houses = self.focus.word == "where" and "where" in definition.asks and definition.type in NAMED | {"thing"}
        if houses and self._by_word_of_its_own(part, "light") and self._towards(definition):
            return in_role(definition, replace(self.focus, word="who", role="to"))
        if houses and part not in self.known.general and (self._by_word_of_its_own(part) or not self._has_place()):
            return 0.0
        return in_role(definition, self.focus)

    def _towards(self, definition: Part) -> bool:
        """Whether 어디에 asks where something goes: "어디에 들어가", but no 어디에서."""
        text = self.question.text
        return definition.role == "to" and "어디에" in text and "어디에서" not in text

    def _by_word_of_its_own(self, part: str, *courtesy: str) -> bool:
        """Whether a verb names a part, and does not only say of which kind the fact is: "사진 어디서 받았어"."""
        verbs = [i for i in self.question.items if i.has("verb") and (courtesy or not i.has("light"))]
        return any(part in i.ids("part") and (courtesy or self.record.kind not in i.ids("kind")) for i in verbs)

    def _has_place(self) -> bool:
        """Whether the record tells a place, or is known not to."""
        told = (*self.record.fact.parts, *self.record.fact.not_told)
        return any(self.known.part(self.record, p).type == "place" for p in told)

    def _only_by_word(self, part: str, definition: Part) -> bool:
        """Whether "who" asks for names that no question word asks for by itself, and a word of the question does."""
        by_word = self.focus.word == "who" and not definition.asks and definition.role == "none"
        return by_word and definition.type in NAMED and self.said.get(part, 0.0) >= BY_KIND

    def _which_of_them(self, part: str) -> bool:
        """Whether people or houses of a sort are asked for by a noun that names no part, and not "for whom"."""
        sorts = {s for n in self.focus.nouns for w in (n, *n.pieces) for s in w.ids("sort")}
        return bool(sorts & AGENTS) and self.focus.role != "for" and part not in self.named

    def _within(self) -> bool:
        """Whether it is asked where in such a thing one person is, and a part of its own tells that."""
        record, known = self.record, self.known
        people = {n for n in known.of_type(self.question.names, "person") if n in record.names}
        own = (p for p in record.fact.parts if p not in known.general and "where" in known.part(record, p).asks)
        texts = [v for p in own for v in record.fact.parts[p].values if isinstance(v, Texts)]
        spots = any(spelt in t["en"] for n in people for v in texts for t in v.items for spelt in self._spelt(n))
        idle = ("name", "question", "light", "prep", "auxiliaries")
        said = [i for i in self.question.items if i.lends is None and not i.has(*idle)]
        bare = all(record.kind in i.ids("kind") or record.fact.id in i.ids("word") for i in said)
        bare &= all(i.text.startswith(("있", "서")) or not i.has("verb") for i in said)
        within = self.question.asked_in == "ko" or any(i.text == "in" for i in self.question.items)
        return len(people) == 1 and spots and bool(said) and bare and within

    def _spelt(self, person: str) -> tuple[str, ...]:
        """How a person may be written in a text of a fact."""
        entry = self.known.facts.names[person]
        return ((entry.short or entry.name)["en"], entry.name["en"], *entry.exact.get("en", ()))

    def _lies_in(self, told: Told) -> bool:
        """Whether all the places told are those in which a place lies that the question names."""
        places = self.known.of_type(self.question.names, "place")
        return bool(told.names and places) and all(
            n not in places and any(n in self.known.members[p] for p in places) for n in told.names
        )

    def _is_beside(self, told: Told | None) -> bool:
        """Whether the question says of one of those who were there too that he did something, and asks for no others."""
        if told is None or self.focus.word != "who" or {"else", "except", "present"} & self.question.marks:
            return False
        return any(i.role in ("by", "topic") and set(i.ids("name")) & set(told.names) for i in self.question.items)

    def _goes_into(self, told: Told, definition: Part) -> bool:
        """Whether it is asked what goes where, and a part only tells where: "what goes into the lamp"."""
        sort = any(n.has("sort", "noun") for n in self.focus.nouns) or {"else", "except"} & self.question.marks
        return (
            self.focus.word == "what"
            and not sort
            and definition.role == "to"
            and not set(told.names).isdisjoint(self.question.names)
        )

    def _accompanied(self) -> bool:
        """Whether it is asked with whom something was done that is not what the fact tells."""
        with_whom = self.focus.word == "who" and "with" in (self.focus.role, *(n.role for n in self.focus.nouns[-1:]))
        return with_whom and not any(self.record.kind in i.ids("kind") for i in self.question.items)

    def _only_goes(self) -> bool:
        """Whether it is only said that somebody went somewhere, by a verb that many kinds of fact share, and not how."""
        said = [i for i in self.question.items if i.lends is None and not i.has("question", "auxiliaries", "follow")]
        verbs = [i for i in said if not i.has("name", "when")]
        place = any(self.known.of_type(i.ids("name"), "place", "organisation") for i in said)
        return place and all(len(i.ids("kind")) > 1 or (i.has("light") and not i.has("anaphor")) for i in verbs)

    def _lasted_untold(self) -> bool:
        """Whether it is asked how long it was, which the source is known not to tell."""
        ago = {"before", "earlier"} & self.question.marks  # "몇 달 전이야"
        return not ago and self.focus.word in ("how_long", "extent") and "how_long" in self.record.fact.not_told

    def _of_start_or_end(self) -> bool:
        """Whether the beginning or the end is asked for."""
        return any({"start", "end"} & set(i.ids("part")) for i in self.question.items if i.lends is None)

    def _is_share(self, told: Told) -> bool:
        """Whether it is asked how much of a whole is one doer's or goes somewhere, and a part tells the whole: "how much of it does Acme pay", "그중 얼마를"."""
        if self.focus.word not in ("how_much", "extent") or not any(isinstance(v, Amount) for v in told.values):
            return False
        near = [i for i in self.question.items if abs(i.at - self.focus.at) == 1]
        if not any(i.text == "of" if i.at > self.focus.at else i.text in _OUT_OF for i in near):
            return False
        if any(told.tells(float(n)) for i in self.question.items for n in i.ids("number")):
            return True
        doers = [set(t.names) for p, t in self.record.fact.parts.items() if self._does_it(p)]
        return any(d & set(self.question.names) and not d <= set(self.question.names) for d in doers)

    def _counts_others(self, told: Told | None) -> bool:
        """Whether a figure only counts houses that the fact names, and other things are counted: "직원 몇 명", "how many jobs"."""
        figures = {v.value for v in told.values if isinstance(v, Amount) and not v.unit} if told is not None else set()
        held = (t.names for t in self.record.fact.parts.values() if t.names and len(t.names) in figures)
        if not any(_only_houses(names, self.known) for names in held):
            return False
        nouns = [i for i in self.question.items if i.at == self.focus.at - 1 and not i.role and not i.has("name")]
        nouns = [n for n in (*nouns, *self.focus.nouns) if n.text and not n.has("verb", "question", "light")]
        others = any(n.senses and all(s.like for s in n.senses) for n in nouns)  # a word only like one for a part
        return others or of_people(self.focus)

    def _placed(self) -> bool:
        """Whether it is asked in which of several places it is: "which states will they build in"."""
        if self.focus.word != "which" or self.focus.role != "at":
            return False
        places = [n for noun in self.focus.nouns[-1:] for n in noun.ids("noun")]
        return bool(places) and len(self.known.of_type(places, "place")) == len(places)

    def _answers_for_words(self, part: str) -> bool:
        """Whether a word names a flag of the base's own, in a fact that is known not to tell what was said."""
        own = part not in self.known.general and part in self.record.fact.parts
        return (
            own and "said" in self.record.fact.not_told and "said" in self.said and self.said.get(part, 0.0) >= BY_KIND
        )

    def _words_of_a_person(self) -> bool:
        """Whether it is asked what a person said, of a fact that is known not to tell it."""
        speakers = (n for i in self.question.items if i.role == "by" for n in i.ids("name"))
        untold = "said" in self.record.fact.not_told and "said" in self.said
        return untold and bool(self.known.of_type(speakers, "person"))

    def _is_source(self, part: str, definition: Part) -> bool:
        """Whether a part of the base's own holds houses alone, and may be asked for by "where": a photo is from its agency."""
        told = self.record.fact.parts.get(part)
        own = "where" in definition.asks and definition.type in NAMED and part not in self.known.general
        return own and told is not None and bool(told.names) and _only_houses(told.names, self.known)

    def _house_that(self) -> str:
        """The part with the houses that a Korean verb before 곳 or 데 describes: "주최한 곳이 어디야", "가나랑 제휴한 데가 어디"."""
        focus, record, told = self.focus, self.record, self.record.fact.parts
        houses = {p for p, t in told.items() if t.names and _only_houses(t.names, self.known)}
        if not houses or focus.word != "where" or self.question.asked_in != "ko":
            return ""
        if self._in_plural() and focus.role in ("", "by", "topic"):  # "어디어디 참여해"
            named = (p for i in self.question.items for p in i.ids("part") if p in houses and not i.has("name"))
            part = next(named, "")
            if part:
                return part
        beside = self._beside(houses)
        if beside:
            return beside
        noun = focus.nouns[-1] if focus.nouns else None
        before = [i for i in self.question.items if noun is not None and 0 <= i.at < noun.at and i.text not in _DONE]
        verb = before[-1] if before else None
        if (
            noun is None
            or verb is None
            or noun.text not in _WHERE_OR_WHO
            or not verb.has("verb", "kind", "word", "part")
        ):
            return ""
        own = [s.id for s in verb.senses if s.tag == "part" and not s.like and s.id in houses]
        if own:
            return own[0]
        one_of = any(i.text in AMONG or "member" in (*i.ids("mark"), *i.ids("anaphor")) for i in before)
        sides = [p for p in told if p in houses and self._does_it(p)]
        if sides and record.kind not in verb.ids("kind") and self._means_to(verb):
            return sides[0]  # "보급하려는 데가 어디야"
        chosen = one_of or "first" in self.question.marks or self._says_where() or self._in_plural()
        if sides and record.kind in verb.ids("kind") and chosen:
            return sides[0]  # "셋 중에 제휴를 맺은 데", "처음으로 제휴한 곳", "가나시에 투자한 데"
        for item in self.question.items:
            here = [p for n in self.known.of_type(item.ids("name"), "organisation") for p in record.names.get(n, ())]
            if (
                item.role == "with"
                and not self._acting()
                and (both := [p for p in here if p in houses and len(told[p].names) > 1])
            ):
                return both[0]
            done = [p for p in here if self.known.part(record, p).role in ("object", "to")]
            if item.role in ("to", "object") and done and not self._acting():
                return next((p for p in told if p in houses and self.known.part(record, p).role == "by"), "")
        return ""

    def _beside(self, houses: set[str]) -> str:
        """The part of a house of which 어디 asks for those beside it: "내기로 한 데가 가나랑 또 어디야"."""
        items, told = self.question.items, self.record.fact.parts
        those = any(i.text in _WHERE_OR_WHO and 0 < i.at < self.focus.at for i in items)
        if not those or not {"else", "except"} & self.question.marks:
            return ""
        named = {n for i in items if i.role in ("with", "except") for n in i.ids("name")}
        return next((p for p in told if p in houses and self._does_it(p) and named & set(told[p].names)), "")

    def _means_to(self, verb: Item) -> bool:
        """Whether a verb says what for the fact was, and not what was done."""
        return any(s[:3] == ("of_fact", "why", self.record.fact.id) for s in verb.senses)

    def _does_it(self, part: str) -> bool:
        """Whether those in a part did it, the one or both of them."""
        definition = self.known.part(self.record, part)
        return definition.mutual or definition.role == "by"

    def _says_where(self) -> bool:
        """Whether the question itself says where it was, and so asks for no place."""
        told = self.record.fact.parts.items()
        places = {n for p, t in told if self.known.part(self.record, p).type == "place" for n in t.names}
        return bool(places & set(self.question.names))

    def _acting(self) -> bool:
        """Whether the question says who did it."""
        return any(i.role in ("by", "topic") and i.has("name") for i in self.question.items)

    def _house(self, part: str, *, named: bool = False) -> bool:
        """Whether 어디 asks which house it is ("후원사가 어디야"): one that tells no place, or names this part, and houses in it.

        Of people it is so however it is put: "where does Kim work", "어디서 일해".
        """
        told, of_people = self.record.fact.parts, self.record.kind == NAME_KIND and part in self.said
        bare = self.question.asked_in == "ko" and self.focus.role in ("", "topic") and not self._lying()
        place = any("place" in n.ids("sort") and n.text not in _WHERE_OR_WHO for n in self.focus.nouns)  # "말한 장소는"
        if self.focus.word != "where" or place or not (bare or of_people):
            return False
        placed = self._has_place()
        names = told[part].names if part in told else ()
        return (named or not placed) and bool(names) and _only_houses(names, self.known)

    def _lying(self) -> bool:
        """Whether it is asked where something is, and not what it has to do with: "어디 있어", "where is Acme"."""
        behind = [i for i in self.question.items if i.at > self.focus.at]
        if self.focus.word != "where" or self.focus.role == "from" or not behind:
            return False
        if self.question.asked_in == "ko":
            return behind[0].at == self.focus.at + 1 and behind[0].text.startswith("있")
        return behind[0].text in IS and all(i.has("name", "light", "auxiliaries") for i in behind)

    def _is_place(self, part: str) -> bool:
        """Whether a part tells a place, or what something is in."""
        definition = self.known.part(self.record, part)
        return definition.type in ("place", "text") or definition.role == "at" or part == "of"

    def _people(self, part: str) -> bool:
        """Whether people are counted ("몇 명 있었어", "how many were there") that a fact names, and tells no number of."""
        focus, told = self.focus, self.record.fact.parts
        asked = "person" in focus.units or (not focus.nouns and "present" in self.question.marks)
        if focus.word != "how_many" or not asked or part not in told:
            return False
        told_of = any(map(_tells_people, told.values()))
        definition = self.known.part(self.record, part)
        return (definition.mutual or definition.extra) and not told_of

    def _told_in_figures(self) -> bool:
        """Whether people are counted, and a figure of people is told: those who are named beside it are not all."""
        if self.focus.word != "how_many" or not of_people(self.focus):
            return False
        told = self.record.fact.parts.items()
        counts = [t for p, t in told if "how_many" in self.known.part(self.record, p).asks]
        return any(isinstance(v, Amount) and v.unit in ("", "person") for t in counts for v in t.values)

    def _another_measure(self, definition: Part, told: Told | None) -> bool:
        """Whether an English "how much" asks for a price, and a part measures something else: "how much is it" is no count."""
        if self.focus.word != "how_much" or self.question.asked_in != "en" or told is None:
            return False
        if any(isinstance(v, Amount) and is_money(v.unit) for v in told.values):
            return False
        plain = any(i.at == self.focus.at + 1 and i.text in IS for i in self.question.items)
        bare = all(
            i.has("name", "question", "light", "follow", "prep") and not i.has("auxiliaries")
            for i in self.question.items
        )
        plain |= bare and bool(self.question.names)  # "the lamp - how much?"
        return plain or definition.asks == ("how_many",)

    def _by_noun(self, part: str, fits: bool, said: float, beside: float, right: float) -> float:
        """Where nouns name the part that is asked for: that part, or one that a word names more strongly still."""
        most = max(self.named.values())
        if part in self.named:
            more = 0.3 * beside if self.named[part] < said else 0.0
            return right + self.named[part] + (0.5 if fits else 0.0) + more
        idle = self._is_subject() or self._governed(part)
        if said > max(most, BY_NOUN) and most <= BY_GENERAL and not self._put and not idle:
            return 0.8 * said + (0.5 if fits else 0.0)
        return 0.2 * _BY_WORD + 0.3 * beside if fits and self.focus.word not in OPEN else 0.0

    def _is_subject(self) -> bool:
        """Whether it is asked of a Korean noun right before the question word what it is: "협력하는 목표가 뭔지"."""
        noun = self.focus.nouns[-1]
        return noun.role in ("by", "topic") and not noun.text.isascii() and noun.at + 2 == self.focus.at

    def _governed(self, part: str) -> bool:
        """Whether all words for a part stand behind the "of" of the noun: "goal of the joint work" asks for no work."""
        noun = self.focus.nouns[-1]
        words = [i for i in self.question.items if part in (*i.ids("part"), *i.ids("of_fact"))]
        return noun.text.endswith(" of") and bool(words) and all(i.at > noun.at for i in words)

    def _abstract(self) -> bool:
        """Whether "where" and "how" ask for a thing that is no place and no manner ("초점은 어디에")."""
        if self.focus.word not in ("where", "how"):
            return False
        parts = self.record.fact.parts
        return not any(suits(self.known.part(self.record, p), parts.get(p), self.focus) for p in self.named)


_OUT_OF = frozenset({"중", "중에", "중에서", "가운데", "그중", "그중에", "그중에서", "그 중", "그 중에", "그 중에서"})
"""Korean words behind a whole of which a share is asked for."""


def _of_subject(question: Question, focus: Focus) -> set[str]:
    """Parts that only the noun names which does what is asked about: the boat in "what did the boat hit", "배가 뭐에 부딪혔어"."""
    if focus.word != "what" or focus.nouns:
        return set()
    said = [i for i in question.items if i.lends is None]
    if question.asked_in == "ko":
        subjects = [i for i in said if i.role == "by" and i.at < focus.at and focus.role not in ("", "by", "topic")]
        subjects = [i for i in subjects if not i.has("name")]
    else:
        helped = any(i.at == focus.at + 1 and i.text in _HELPING for i in said)
        behind = [i for i in said if i.at > focus.at + 1 and not i.has("light", "prep", "name")] if helped else []
        behind = [i for i in behind if i.at <= focus.at + 3] if len(behind) > 1 else []
        subjects = behind[:1]
    others = {p for i in said if i not in subjects for p in i.ids("part")}
    return {p for i in subjects for p in i.ids("part")} - others


_HELPING = frozenset({"did", "does", "do", "will", "would"})


def _lasts(told: Told | None) -> bool:
    """Whether a part tells a length of time alone."""
    return told is not None and all(isinstance(v, Amount) and v.unit in TIME_UNITS for v in told.values)


def _tells_people(told: Told | None) -> bool:
    """Whether a part tells how many people there were."""
    return told is not None and any(isinstance(v, Amount) and v.unit == "person" for v in told.values)


def _only_houses(names: tuple[str, ...], known: Known) -> bool:
    return len(known.of_type(names, "organisation")) == len(names)


def _tells_a_name(told: Told) -> bool:
    """Whether a text is a name ("the Corporate Room"), and does not only say what something is."""
    texts = [t.en for v in told.values if isinstance(v, Texts) for t in v.items]
    small = [w for text in texts for w in text.split() if w[0].islower() and w not in _SMALL_IN_NAMES]
    return not small


_SMALL_IN_NAMES = frozenset({"the", "a", "an", "of", "and", "in", "for"})


def _names_itself(question: Question) -> bool:
    """Whether the word whose name is asked for is a name: "the name of Acme", "가나 이름", not "가나가 만든 배 이름"."""
    said = [i for i in question.items if not i.has("question", "auxiliaries")]
    items = [i for i in said if i.has("name") or not i.has("light") or (i.has("sort") and i.text.isascii())]
    at = next((n for n, i in enumerate(items) if "name" in i.ids("sort") or "called" in i.ids("part")), -1)
    if at < 0 and any("name" in after.ids("sort") and i.has("name") and i.has("noun") for i, after in pairwise(said)):
        return False  # "합작사 이름", which is what several things may be
    if at < 0:
        return any(i.has("name") and not i.titled for i in question.items)
    beside = items[at + 1 : at + 2] if items[at].text.isascii() and at + 1 < len(items) else items[max(0, at - 1) : at]
    return any(i.has("name") and not i.has("noun") and not i.titled for i in beside)


def wants(question: Question) -> frozenset[str]:
    """The question words in effect."""
    return frozenset(f.word for f in question.foci)
