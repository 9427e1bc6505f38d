"""Parts that a word of the question asks for by itself, before all that its question word might: "who hosted it", "주최한 곳"."""

from __future__ import annotations

import re

from bot.facts import Amount, Flag, Texts
from bot.language.english import MAY
from bot.language.korean import AMONG
from bot.learning.known import Known, Record
from bot.question import Focus, Item, Question
from bot.recalling.aspect import WHERE_OR_WHO, Aspect, only_houses
from bot.recalling.spoken import speaks_of
from bot.recalling.suits import NAMED, of_people

_DONE = frozenset({"한", "했던", "하는", "할"})
"""Forms of 하다 that stand before 곳 or 데 behind the verb that says what was done: "투자하기로 한 데"."""
_SAID_SO = ("다고 한", "기로 한", "다고 하는", "겠다는")
"""What stands before 곳 or 데 where it is for whoever said that he would do it."""
_CAN = re.compile("수 ?있(는|던|었던) ?(사람|분|이들)|누가 (?!.*(알려|말해|가르쳐|설명해)).*수 ?있")
"""Who could do something; not "누가 했는지 알려 줄 수 있어"."""
DEEDS = frozenset({"organiser", "inviter", "payer"})
"""Parts of the doer of a verb that is not what those who took part did."""


def asks_who_may(question: Question) -> bool:
    """Whether it is asked who could do something: "who could go", "갈 수 있는 사람은"."""
    if question.asks != ("who",) or question.future:
        return False
    if question.asked_in == "ko":
        return bool(_CAN.search(question.text))
    return any(i.at == question.foci[0].at + 1 and i.text.startswith(MAY) for i in question.items)


def asks_what_people(question: Question, focus: Focus) -> bool:
    """Whether it is asked what sort of people came together: "어떤 사람들이 모였어", "모인 사람들은 뭐하는 사람들이야"."""
    if not _WHAT_PEOPLE.search(question.text):
        return False
    said = [i for i in question.items if i.lends is None and i.at != focus.at]
    return any(i.text.startswith(_GATHERED) for i in said)


_WHAT_PEOPLE = re.compile("(어떤|어떠한|무슨|(뭐|뭘|무슨 ?일을?|어떤 ?일을?) ?하(는|시는)) ?(사람|분|이)들")
_GATHERED = ("모", "불", "부르", "부른", "초대", "초청", "참", "온", "왔", "오", "간", "갔", "가", "들으", "들은")
"""How Korean verbs begin for coming together, or having people come."""


def doers_by_title(question: Question, focus: Focus) -> tuple[Item, ...]:
    """The titles by which it is said who did it to others that are asked for: "who did the student tell", "학생은 누구한테 알렸어"."""
    if focus.role not in ("object", "to", "with"):
        return ()
    titled = [i for i in question.items if i.has("title") and not i.has("name", "kind")]
    if question.asked_in == "ko":
        return tuple(i for i in titled if i.role in ("by", "topic"))
    helped = any(i.at == focus.at + 1 and i.has("auxiliaries") for i in question.items)
    return tuple(i for i in titled if helped and 0 < i.at - focus.at - 1 <= _NEAR)


_NEAR = 2
"""So far behind the helping verb the subject of an English question stands: "did the student"."""


def text_named(question: Question, record: Record, known: Known) -> str:
    """The text in which something is said to be: "표어에 꿀이 나와"; "" where none is named."""
    names = [i for i in question.items if i.role == "at" and not i.text.isascii() and not i.has("name", "kind", "noun")]
    told = ((p, record.fact.parts.get(p)) for i in names for p in i.ids("part"))
    return next(
        (p for p, t in told if t and known.part(record, p).role == "none" and isinstance(t.values[0], Texts)), ""
    )


def _has_room(verb: Item, record: Record, known: Known) -> bool:
    """Whether a verb is the author's own for how many seats or places something has: "how many people does the hall hold"."""
    own = (s.id for s in verb.senses if s.tag == "part" and not s.like and s.id in record.fact.parts)
    told = (v for p in own if p not in known.general for v in record.fact.parts[p].values)
    return record.kind not in verb.ids("kind") and any(isinstance(v, Amount) and v.unit in _ROOM for v in told)


_ROOM = frozenset({"", "seat", "person", "place", "spectator"})
"""What is counted of what people find room in."""


class Meant(Aspect):
    """With the parts that a word asks for by itself."""

    def _put_to_use(self) -> list[str]:
        """What a thing goes into, which the record tells, where "어디에 쓰여" asks for that and not what for."""
        if self.focus.word != "why":
            return []
        asking = next((i.text for i in self.question.items if i.at == self.focus.at), "")
        if not asking.startswith("어디"):
            return []
        into = ((p, self.known.part(self.record, p)) for p, t in self.record.fact.parts.items() if t.names)
        return [p for p, d in into if d.role == "to" and "where" in d.asks]

    def _done(self) -> list[str]:
        """The part of its own that a fact tells by the verb right behind the only "who": "who provided the photos", "사진 누가 줬어".

        So too behind 어디서, where that may ask for it, and the verb is none for the kind itself: "사진 어디서 났어".
        """
        focus, record, told = self.focus, self.record, self.record.fact.parts
        if focus.word not in ("who", "where") or focus.at < 0:
            return []
        behind = next((i for i in self.question.items if i.at == focus.at + 1), None)
        asking = any(i.at == focus.at and i.text in ("who", "누가", "어디서") for i in self.question.items)
        if not asking or behind is None:
            return []
        said = [w for i in self.question.items if i is not behind for w in (i, *i.pieces)]  # "the second photo"
        named = any(record.kind in w.ids("kind") for w in said)
        placed = focus.word == "where" and record.kind in behind.ids("kind")
        if not named or placed or behind.has("auxiliaries", "sort", "name", "noun"):
            return []
        own = (s.id for s in behind.senses if s.tag == "part" and s.fact and not s.like and speaks_of(s.fact, record))
        parts = [(p, self.known.part(record, p)) for p in own if p in told]
        return [p for p, d in parts if d.type in NAMED and (focus.word == "who" or focus.word in d.asks)]

    def _the_one_that(self) -> list[str]:
        """The part that holds what a common noun stands for which is asked about by all that was done with it: "가나가 지으려고 세운 공장이 뭐였지"."""
        focus, items = self.focus, [i for i in self.question.items if i.lends is None]
        if focus.word != "what" or focus.nouns or focus.role or self.question.asked_in != "ko":
            return []
        at = next((n for n, i in enumerate(items) if i.at in (focus.at - 1, focus.at - 2) and i.has("noun")), 0)
        noun = items[at]
        described = at > 1 and set(items[at - 1].ids("verb")) & {"n", "l"} and not noun.has("part", "kind", "sort")
        if not described or noun.role not in ("by", "topic"):
            return []
        return [p for n in noun.ids("noun") for p in self.record.names.get(n, ())]

    def _written_in(self) -> list[str]:
        """The text in which it is asked what stands: "표어에 뭐라고 써놨어"."""
        written = self.focus.word == "what" and all(n.has("verb") for n in self.focus.nouns)
        named = text_named(self.question, self.record, self.known) if written else ""
        return [named] if named else []

    def _open_to(self) -> list[str]:
        """For whom it was, where it is asked who could do it, or what people came, and not who did."""
        may = asks_who_may(self.question) or asks_what_people(self.question, self.focus)
        may = may and not self.known.of_type(self.question.names, "person")
        return [p for p in self.record.fact.parts if may and self.known.part(self.record, p).role == "for"]

    def _counted(self) -> list[str]:
        """Parts of the base's own that a word names in figures: "무효표가 몇 장이야", "표가 얼마나 늘었어", "how many people died"."""
        if self.focus.word not in ("how_many", "extent"):
            return []
        if self.question.asked_in == "en":
            return self._suffered()
        told = self.record.fact.parts
        units = [n for n in self.focus.nouns if n.has("unit") and self.focus.word == "how_many"]  # "병원에 몇 대"
        in_unit = {s.id for n in units for s in n.senses if s.tag == "part" and not s.like and s.id in told}
        in_unit -= self.known.general
        before = [i for i in self.question.items if 0 <= i.at < self.focus.at][-1:]
        if any(p in told and p not in in_unit for i in before for p in i.ids("part")):
            in_unit = set()  # "자원봉사자가 몇 명", beside how many employees there are
        if len(in_unit) == 1 and all(isinstance(v, Amount) for p in in_unit for v in told[p].values):
            return list(in_unit)
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
        verbs = [i for i in behind if i.lends is None and i not in focus.nouns and not i.has("auxiliaries")]
        verbs = [i for i in verbs if not i.has("name", "noun", "number", "prep")]
        verbs = [i for i in verbs if not i.has("light", "kind") or _has_room(i, self.record, self.known)]
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
        if self.focus.word != "who" or self.focus.role not in ("by", "agent", ""):
            return set()
        other = any(n.has("part") and not set(n.ids("part")) & DEEDS and not n.has("sort") for n in self.focus.nouns)
        undone = self.question.passive and (self.focus.role != "agent" or self._underwent())
        if other or undone:
            return set()
        record, known = self.record, self.known
        verbs = [i for i in self.question.items if i.lends is None and i.has("part") and not i.has("name")]
        spoken = {s.id for i in verbs for s in i.senses if s.tag == "part" and not s.fact and not s.like}
        if spoken.isdisjoint(DEEDS):
            return set()
        own = {s.id for i in verbs for s in i.senses if s.tag == "part" and s.fact == f"kind:{record.kind}"}
        return set() if own else {p for p in spoken & DEEDS if p in known.general and p not in record.fact.parts}

    def _underwent(self) -> bool:
        """Whether a Korean subject is asked for, to whom it was done: "누가 초대받았어"."""
        return any(i.at == self.focus.at and i.text == "누가" for i in self.question.items)

    def _house_that(self) -> str:
        """The part with the houses that a Korean verb before 곳 or 데 describes: "주최한 곳이 어디야", "가나랑 제휴한 데가 어디"."""
        focus, record, told = self.focus, self.record, self.record.fact.parts
        if focus.word != "where" or self.question.asked_in != "ko":
            return ""
        houses = {p for p, t in told.items() if t.names and self._holds_houses(p)}
        if not houses:
            return self._untold(self._before_place()[-1:])
        if self._in_plural() and focus.role in ("", "by", "topic"):  # "어디어디 참여해"
            named = (p for i in self.question.items for p in i.ids("part") if p in houses and not i.has("name"))
            part = next(named, "")
            if part:
                return part
        beside = self._beside(houses)
        if beside:
            return beside
        before = self._before_place()
        verb = before[-1] if before else None
        if verb is None:
            return ""
        own = [s.id for s in verb.senses if s.tag == "part" and not s.like and s.id in houses]
        described = f"{verb.text.split()[-1]} 곳"
        own = own or [p for p in houses if described in self.known.part(record, p).words.get("ko", ())]
        if own:
            return own[0]
        one_of = any(i.text in AMONG or "member" in (*i.ids("mark"), *i.ids("anaphor")) for i in before)
        sides = [p for p in told if p in houses and self._does_it(p)]
        if sides and record.kind not in verb.ids("kind") and self._means_to(verb):
            return sides[0]  # "보급하려는 데가 어디야"
        chosen = one_of or "first" in self.question.marks or self._says_where() or self._in_plural()
        chosen = chosen or not self._has_place()  # "조사하는 곳이 어디야", where no place is told
        chosen = chosen or any(said in self.question.text for said in _SAID_SO)  # "투자하겠다고 한 데"
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

    def _before_place(self) -> list[Item]:
        """What stands before 곳 or 데, the verb that describes it last; none where nothing does."""
        noun = self.focus.nouns[-1] if self.focus.nouns else None
        if noun is None or noun.text not in WHERE_OR_WHO:
            return []
        before = [i for i in self.question.items if 0 <= i.at < noun.at and i.text not in _DONE]
        return before if before and before[-1].has("verb", "kind", "word", "part") else []

    def _untold(self, verb: list[Item]) -> str:
        """The part for a house that a verb names, where a fact tells none that it names: "주최한 데가 어디", of no host."""
        named = [s.id for v in verb for s in v.senses if s.tag == "part" and not s.like and s.id in self.known.general]
        parts = [self.known.part(self.record, p) for p in named if p not in self.record.fact.parts]
        houses = bool(named) and len(parts) == len(named) and all(p.type == "name" and p.role == "by" for p in parts)
        return named[0] if houses else ""

    def _holds_houses(self, part: str) -> bool:
        """Whether a part holds houses alone; where it tells who did it, a town may be one."""
        names = self.record.fact.parts[part].names
        acting = self._does_it(part) and len(self.known.of_type(names, "organisation", "place")) == len(names)
        return acting or only_houses(names, self.known)

    def _means_to(self, verb: Item) -> bool:
        """Whether a verb says what for the fact was, and not what was done."""
        return any(s[:3] == ("of_fact", "why", self.record.fact.id) for s in verb.senses)

    def _says_where(self) -> bool:
        """Whether the question itself says where it was, and so asks for no place."""
        told = self.record.fact.parts.items()
        places = {n for p, t in told if self.known.part(self.record, p).type == "place" for n in t.names}
        return bool(places & set(self.question.names))

    def _acting(self) -> bool:
        """Whether the question says who did it."""
        return any(i.role in ("by", "topic") and i.has("name") for i in self.question.items)

    def _beside(self, houses: set[str]) -> str:
        """The part of a house of which 어디 asks for those beside it: "내기로 한 데가 가나랑 또 어디야"."""
        items, told = self.question.items, self.record.fact.parts
        those = any(i.text in WHERE_OR_WHO and 0 < i.at < self.focus.at for i in items)
        if not those or not {"else", "except"} & self.question.marks:
            return ""
        named = {n for i in items if i.role in ("with", "except") for n in i.ids("name")}
        return next((p for p in told if p in houses and self._does_it(p) and named & set(told[p].names)), "")
