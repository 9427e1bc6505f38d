"""Which parts of a record answer what is asked, and how surely."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import NamedTuple

from bot.facts import Amount, Part, Told
from bot.language.english import IS
from bot.language.senses import currencies, is_money
from bot.learning.known import CERTAIN, NAME_KIND, Known, Record
from bot.question import PLACES, Focus, Item, Question
from bot.recalling.aspect import tells_people
from bot.recalling.ruled_out import RuledOut
from bot.recalling.spoken import BY_GENERAL, BY_KIND, BY_NOUN, numbered, speaks_of, spoken
from bot.recalling.suits import NAMED, OPEN, TIME_UNITS, counted, in_role, in_unit, measures, of_people, of_sort, suits

_BY_WORD, _BY_WHAT, _BY_WHICH, _BY_SORT = 2.0, 1.0, 0.3, 1.5
_BESIDE, _FLAG, _OWN = 0.6, 0.9, 0.2
_PUT = 0.1  # more for what is put in words than for a name, where nothing says which of them is asked for
_MUTUAL = 0.6  # more for those between whom it was, each of whom did it: "제휴 누가 했어"
_FOR_WHOM = 2.0  # more for whom it was for, where "for whom" asks
_SETTING_OUT = ("set off", "set out", "depart", "start", "출발", "떠나", "떠났", "떠난", "이륙", "출항")
"""How words begin for leaving a place."""
_SET_OUT = 1.5  # more for the place from which somebody set out, where it is asked where they did: "어디서 출발했어"
_BENEFIT = 0.3  # less for whom or what it was for, where "what did they ..." asks what was done
_ADDRESSED = 0.4  # less for those who were told it, where the question has no "to" ("which firm did she praise")
_OF_PERSON = 0.5  # what a word for whoever does it ("announce") is worth where a thing is asked for
_SURE_FLAG = 0.5
_NOT_THERE = 1.0  # less for names of those who only had to do with it, where it is asked who was there
_LESS_NAMED = 0.8  # less for a part that a noun only may name, which is the very word for another
_NAMELESS = frozenset({"amount", "when", "flag"})
"""Types of parts that hold no name of anything."""
_REPORTED = 1.0  # more for what is only reported, where the question says so
_EXCEPTED = 1.0  # more for a part that holds what others than are asked for
_BY_NOUN_OF_NAMES = 2.0  # more for a part whose names the noun calls so, where the verb names it too
_BY_DEED = 6.0  # what a verb for a deed of its own is worth, before all who only took part
_HELPING = frozenset({"did", "does", "do", "will", "would"})
_GOVERNING = frozenset({"for", "behind"})
_SMALL_IN_NAMES = frozenset({"the", "a", "an", "of", "and", "in", "for"})


class Ranked(NamedTuple):
    """The parts that a question asks of one record, the surest first."""

    parts: tuple[str, ...] = ()
    """Those that the record tells."""
    missing: tuple[str, ...] = ()
    """Those that the record does not tell; set only where one of them is asked for more surely than any it tells."""
    sureness: float = 0.0


def asked(question: Question, record: Record, known: Known) -> Ranked:
    """The parts that the question asks of this record; of several things asked for, the one most surely. Looked up once."""
    key = (asked, record.fact.id)
    found: Ranked | None = question.looked_up.get(key)
    if found is None:
        found = question.looked_up[key] = _asked(question, record, known)
    return found


def _asked(question: Question, record: Record, known: Known) -> Ranked:
    said = spoken(question, record, known)
    if not question.foci:
        if not question.yesno:
            return _ranked(_of_topic(said, question, record), record)
        said = _but_for_attending(_but_for_truth(said, question, record), question, record)
        said = _but_for_other_days(_but_for_count(said, question), question, record)
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


def _but_for_other_days(said: dict[str, float], question: Question, record: Record) -> dict[str, float]:
    """What is told of the weekday alone that is spoken of, where a part is of that day: "are they open on Sunday?"."""
    of_day = {p for i in question.items if i.has("weekday") for p in i.ids("part")} & said.keys()
    return {p: said[p] for p in of_day} if of_day & record.fact.parts.keys() else said


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


_PEOPLE = frozenset(
    {"people", "person", "persons", "how many people", "headcount", "사람", "인원", "명", "몇 명", "인원수"}
)
"""Words by which an author lets a part of his own count people."""


class _Asking(RuledOut):
    """One thing asked for, held against one record: how surely it asks for each part."""

    def scores(self) -> dict[str, float]:
        """How surely each part is asked for; none where it asks for what such a record does not have."""
        if self._elsewhere() or self._name_of_a_thing():
            return {}
        fact = self.record.fact
        undone = self._undone()
        if undone:
            return dict.fromkeys(undone, _BY_DEED)
        meant = (
            self._put_to_use()
            or self._open_to()
            or self._written_in()
            or self._the_one_that()
            or self._counted()
            or ("mark" in self.question.tags and numbered(self.question.items, self.question, self.record))
        )
        if meant:
            return dict.fromkeys(meant, _BY_DEED)
        uncounted = self.focus.word == "how_many" and "how_many" in fact.not_told and not self._of_one_house()
        parts = (*fact.parts, *fact.not_told)
        counted_by = {p for p, s in self.said.items() if s >= BY_KIND} | {"how_many", *self.named}
        found = {p: self._score(p) for p in parts if not uncounted or p in counted_by}
        doer = self.focus.word == "who" and self.focus.role == "by" and not self.question.passive
        if doer and "who" in fact.not_told:  # nor is who did it told by who else is its doer
            unnamed = {p for p in found if p not in self.said and p not in self.named and p != "who"}
            found = {
                p: 0.0 if p in unnamed and self.known.part(self.record, p).role == "by" else s for p, s in found.items()
            }
        house = self._house_that()
        if house:
            return {house: _BY_DEED}
        if self._naming():  # "the names of the judges" are not how many there were
            found = {p: 0.0 if self._nameless(p) else s for p, s in found.items()}
        if self._put and not self.named and self._of_a_topic():  # "중점 두는 건 뭐래" asks for that, and for no words
            words = {p for n in self.focus.nouns for p in n.ids("part")}
            found = {p: s for p, s in found.items() if p in fact.parts or p not in words}
        if self._which_it_was():
            found = {p: 0.0 if self.known.part(self.record, p).type == "flag" else s for p, s in found.items()}
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

    def _which_it_was(self) -> bool:
        """Whether a Korean question asks which thing of a kind it was, whatever else it says of it: "비공개 행사가 뭐였지"."""
        if self.focus.word != "what" or not self.focus.nouns or self.question.asked_in != "ko":
            return False
        noun = self.focus.nouns[-1]
        thing = (noun.pieces or (noun,))[-1]
        named = any(s.tag == "part" and speaks_of(s.fact, self.record) for s in thing.senses)
        return noun.at <= self.focus.at and self.record.kind in thing.ids("kind") and not named

    def _of_one_house(self) -> bool:
        """Whether the people of one house are counted who are named, though not how many there were: "how many Acme people"."""
        focus, items = self.focus, self.question.items
        people = {i.at for i in items if "person" in i.ids("sort") or i.has("title")} if of_people(focus) else set()
        sided = [
            n
            for i, behind in zip_longest(items, items[1:])
            for n in i.ids("name")
            if (behind is None or not behind.has("kind"))  # "at the Acme talks"
            if i.role in ("from", "of") or n in focus.sides or not people.isdisjoint({i.at + 1, i.at + 2})
        ]
        houses = self.known.of_type(sided, "organisation") if of_people(focus) else []
        return any(n not in self.record.names and self.known.standing(n, self.record) for n in houses)

    def _of_a_topic(self) -> bool:
        """Whether a part that is told is the topic of the question: "제휴가 중점 두는 건 뭐래"."""
        topics = [i for i in self.question.items if i.role == "topic" and not i.has("name", "title")]
        return any(set(i.ids("part")) & self.record.fact.parts.keys() for i in topics)

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
        own = [n for n in own if self.record.fact.id not in n.ids("word")]  # 다친 승객, in a fact of passengers
        scoped = self.focus.word == "who"  # "기자 누구": those whom a word of one kind of fact names are of no other
        own = [n for n in own if not self._general(n, scoped) and not self._tells_in(n)]
        return bool(own) and not self.named

    def _tells_in(self, unit: Item) -> bool:
        """Whether something is told in the unit that a noun is, whatever parts of other facts are named so: "how many metres is it"."""
        units, told = unit.ids("unit"), self.record.fact.parts.values()
        return any(isinstance(v, Amount) and v.unit in units for t in told for v in t.values)

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
        put = type_ == "text" or (told is not None and bool(told.texts) and not told.names)
        return type_ in _NAMELESS or (put and not (worded and (told is None or _tells_a_name(told))))

    def _naming(self) -> bool:
        """Whether a name is asked for: "what are the names of the judges", "노래 제목이 뭐야"."""
        nouns = self.focus.nouns
        if not nouns:
            return False
        behind = [i for i in self.question.items for n in nouns[-1:] if i.at == n.at + 1]
        if any(n.ids("sort") == ("organisation",) for n in nouns) and self._in_plural():
            return True  # "참가한 기업 어디어디야"
        houses = [n for n in nouns[-1:] if "organisation" in n.ids("sort")]
        if any("name" in p.ids("sort") for n in houses for p in n.pieces[-1:]):
            return True  # "참가한 기업 이름들"
        if any(i.text in ("name", "names") and 0 < n.at - i.at <= 3 for i in self.question.items for n in nouns[:1]):
            return self.focus.word == "who"  # "names of the firms", which that they were firms does not tell
        return any("name" in i.ids("sort") and not i.has("part", "of_fact") for i in (*nouns, *behind))

    def _score(self, part: str) -> float:
        definition, told = self.known.part(self.record, part), self.record.fact.parts.get(part)
        reacting = self.focus.word == "how" and self.question.asked_in == "en" and definition.type == "flag"
        if reacting and self._answers_for_words(part):
            return _BY_DEED  # "how has Acme officially responded"
        worth = self._worth(part, definition, told)
        return 0.0 if worth and self._ruled_out(part, definition, told) else worth  # most are worth nothing anyhow

    def _worth(self, part: str, definition: Part, told: Told | None) -> float:
        """How surely a part is asked for, unless it is ruled out."""
        focus, named = self.focus, self.named
        if told is not None and self._of_houses_left_out():
            return (_BY_WORD + _EXCEPTED) * self._holds_excepted(told)
        said, beside = self.said.get(part, 0.0), _BESIDE * self.said.get(part, 0.0)
        if told is not None and self.question.excepted and self._holds_excepted(told):
            beside += _EXCEPTED
        if told is not None and "reported" in self.question.marks:
            beside += _REPORTED * ((told.sure or self.record.fact.sure) == "reported")
        right = counted(told, focus, self.known, self.question.excepted) if focus.count else 0.0
        right += in_unit(told, focus) if focus.word.startswith("how") else 0.0
        if focus.word == "who" and "present" in self.question.marks and definition.role == "none":
            right -= _NOT_THERE  # "who is in the photo"
        right += _FOR_WHOM * (focus.word == "who" and focus.role == definition.role == "for")
        fits = suits(definition, told, focus) or right > 0 or self._people(part) or self._goes(definition, told)
        fits = fits or self._sets_out(definition)
        fits = fits or self._house(part, named=part in named) or self._only_by_word(part, definition)
        fits = fits or (part in named and measures(definition, told, focus.word))
        fits = fits and (part in named or part in self.said or not self._another_measure(definition, told))
        fits = fits and not (definition.type in NAMED and self._told_in_figures())
        costs = focus.word == "extent" and any("how_much" in i.ids("part") for i in self.question.items)
        fits = fits and not (costs and part not in self.said and (tells_people(told) or _lasts(told)))
        if named and told is not None and self._named_by_noun(part, told):
            right += _BY_NOUN_OF_NAMES
        if focus.word == "which" and definition.asks == ("how_many",):
            return 0.0  # which of them it was is not told by how many there were
        if named and (focus.word in OPEN or self._abstract()):
            return self._by_noun(part, fits, said, beside, right)
        if named:
            right += 0.5 * (part in named) + 0.5 * (named.get(part, 0.0) >= BY_KIND)
            right -= _LESS_NAMED * (focus.word == "who" and 0 < named.get(part, 0.0) < max(named.values()))
            return _BY_WORD + self._role(part, definition) + beside + right if fits else 0.0
        if self.of_sort:
            sorted_ = of_sort(told, focus, self.known)
            sorted_ -= _ADDRESSED * (definition.role == "to" and focus.role not in ("to", "at", "from"))
            return _BY_SORT + self._role(part, definition) + beside + right + sorted_ if fits else 0.0
        if focus.word in OPEN:
            if self.of_thing and (definition.type == "flag" or (definition.type == "text" and part not in self.said)):
                return 0.0  # "which lamp did Acme make"
            if definition.type == "flag":
                return _FLAG * beside
            if focus.word == "what" and "who" in definition.asks and "what" not in definition.asks and not fits:
                beside *= _OF_PERSON
            worth = _BY_WHICH if definition.type in NAMED and focus.word == "which" else _BY_WHAT
            meant = definition.role == "object" if self._by_noun_of_deed() else definition.type == "text"
            put = _PUT if told is not None and meant and not self.said else 0.0
            put -= _BENEFIT * (focus.role == "object" and definition.role == "for")
            return beside + (worth + put + in_role(definition, focus) if fits else 0.0)
        if fits:
            return _BY_WORD + self._role(part, definition) + beside + right
        return beside if focus.word == "how" else 0.0

    def _by_noun_of_deed(self) -> bool:
        """Whether what was done is called by the noun of the deed itself: "what gift did Kim give"."""
        behind = (i for i in self.question.items if i.at == self.focus.at + 1)
        return self.focus.role == "object" and any(self.record.kind in i.ids("kind") for i in behind)

    def _of_houses_left_out(self) -> bool:
        """Whether "where" asks for others than houses or things that are named: "가나 말고 또 어디가 들어가", "besides the app, where else is it built in"."""
        left_out = self.question.excepted & set(self.record.names)
        bare = self.focus.word == "where" and not self.focus.nouns
        return bare and bool(left_out) and not self.known.of_type(left_out, "place", "person")

    def _holds_excepted(self, told: Told) -> bool:
        """Whether others than one who is told here are asked for, and nobody else says which others those are."""
        if self.question.excepted.isdisjoint(told.names):
            return False
        return set(told.names).isdisjoint(self.known.of_type(self.question.names, "person"))

    def _role(self, part: str, definition: Part) -> float:
        """More for what is to the verb what is asked for; where no place is known of, "어디서" may ask for a house that says so."""
        if self._goes(definition, self.record.fact.parts.get(part)):
            return 0.0
        houses = self.focus.word == "where" and "where" in definition.asks and definition.type in NAMED | {"thing"}
        if houses and self._by_word_of_its_own(part, "light") and self._towards(definition):
            return in_role(definition, replace(self.focus, word="who", role="to"))
        if houses and self.question.asked_in == "en" and self._has_place() and self._named_by_kind(part):
            return -_BY_WORD  # "a photo shot where"
        if houses and part not in self.known.general and (self._by_word_of_its_own(part) or not self._has_place()):
            return 0.0
        if definition.mutual and self.focus.word == "who" and self.focus.role == "by":
            return _MUTUAL if self.question.asked_in == "ko" else 0.0
        return _SET_OUT if self._sets_out(definition) else in_role(definition, self.focus)

    def _sets_out(self, definition: Part) -> bool:
        """Whether "where" asks from where somebody set out, and a part tells that: "어디서 출발했어"."""
        if self.focus.word != "where" or definition.id != "from" or self.focus.role in ("to", "into", "for"):
            return False
        told = self.record.fact.parts.get("from")
        coming = any(i.text.startswith("come") for i in self.question.items)
        setting_out = any(i.text.startswith(_SETTING_OUT) for i in self.question.items)
        setting_out |= self.focus.role == "from" and self.question.asked_in == "en" and not coming
        return setting_out and told is not None and bool(self.known.of_type(told.names, "place"))

    def _named_by_kind(self, part: str) -> bool:
        """Whether no word names a part but such as say of which kind the fact is."""
        words = [i for i in self.question.items if part in i.ids("part")]
        return bool(words) and all(self.record.kind in i.ids("kind") for i in words)

    def _goes(self, definition: Part, told: Told | None) -> bool:
        """Whether "where" asks for the place or house that something goes to or comes from, in a fact with no other place: "where did they apply"."""
        if self.focus.word != "where" or told is None:
            return False
        end = "from" if self.focus.role == "from" else "to"
        if definition.id != end or self._has_place():
            return False
        if "said" in self.record.fact.parts or not set(told.names).isdisjoint(self.question.names):
            return False  # to whom it was said is no place
        return bool(self.known.of_type(told.names, "place", "organisation"))

    def _towards(self, definition: Part) -> bool:
        """Whether 어디에 asks where something goes: "어디에 들어가", but no 어디에서."""
        text = self.question.text
        return definition.role == "to" and "어디에" in text and "어디에서" not in text

    def _only_by_word(self, part: str, definition: Part) -> bool:
        """Whether "who" asks for names that no question word asks for by itself, and a word of the question does."""
        by_word = self.focus.word == "who" and not definition.asks and definition.role == "none"
        return by_word and definition.type in NAMED and self.said.get(part, 0.0) >= BY_KIND

    def _answers_for_words(self, part: str) -> bool:
        """Whether a word names a flag of the base's own, in a fact that is known not to tell what was said."""
        own = part not in self.known.general and part in self.record.fact.parts
        return (
            own and "said" in self.record.fact.not_told and "said" in self.said and self.said.get(part, 0.0) >= BY_KIND
        )

    def _told_in_figures(self) -> bool:
        """Whether people are counted, and a figure of people is told: those who are named beside it are not all."""
        if self.focus.word != "how_many" or not of_people(self.focus):
            return False
        told = self.record.fact.parts.items()
        counts = [t for p, t in told if "how_many" in self.known.part(self.record, p).asks]
        return any(isinstance(v, Amount) and v.unit in ("", "person") for t in counts for v in t.values)

    def _another_measure(self, definition: Part, told: Told | None) -> bool:
        """Whether an English "how much" asks for a price, or people are counted, and a part measures something else.

        "How much is it" is no count, and how many people or countries there were is not told by how many episodes.
        """
        if self.focus.word == "how_many" and PLACES & {s for n in self.focus.nouns for s in n.ids("sort")}:
            return definition.type == "amount" and definition.id not in self.known.general
        if self.focus.word == "how_many" and of_people(self.focus) and told is not None:
            units = {v.unit for v in told.values if isinstance(v, Amount)}
            spoken = {w for words in definition.words.values() for w in words}
            spoken |= {"명" for said in (definition.says.get("ko", ""),) if "}명" in said}
            general = definition.id in self.known.general and "how_many" in definition.asks
            return definition.type == "amount" and not (general or "person" in units or spoken & _PEOPLE)
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
        if said > max(most, BY_NOUN) and most <= BY_GENERAL and not self._put and not self._idle(part):
            return 0.8 * said + (0.5 if fits else 0.0)
        return 0.2 * _BY_WORD + 0.3 * beside if fits and self.focus.word not in OPEN else 0.0

    def _idle(self, part: str) -> bool:
        """Whether the words for a part only say more of what the nouns ask for."""
        return (self._is_subject() and not self._measures_too(part)) or self._governed(part) or self._in_money()

    def _in_money(self) -> bool:
        """Whether the noun is a currency in which it is to be told, as no reason nor anything else is: "yearly spending, in won"."""
        noun = self.focus.nouns[-1]
        if not currencies(noun.ids("sort")):
            return False
        return noun.text.startswith("in ") or any(i.text == "in" and i.at == noun.at - 1 for i in self.question.items)

    def _named_by_noun(self, part: str, told: Told) -> bool:
        """Whether the noun calls what a part holds by name, and the verb names that part too: "what products does it go into"."""
        held = {n for noun in self.focus.nouns[-1:] for n in noun.ids("noun")} if told.names else set()
        if held.isdisjoint(told.names):
            return False
        at = {n.at for n in self.focus.nouns}
        verbs = [i for i in self.question.items if i.at not in at and i.text.endswith("into") and i.lends is None]
        return any(part in i.ids("part") for i in verbs)

    def _measures_too(self, part: str) -> bool:
        """Whether a figure of the base's own answers what the noun asks for as well: "재회까지 걸린 기간이 어느 정도"."""
        own = self.known.part(self.record, part)
        asks = {a for p in self.named for a in self.known.part(self.record, p).asks}
        return part not in self.known.general and own.type == "amount" and bool(asks & set(own.asks))

    def _is_subject(self) -> bool:
        """Whether it is asked of a Korean noun right before the question word what it is: "협력하는 목표가 뭔지"."""
        noun = self.focus.nouns[-1]
        return noun.role in ("by", "topic") and not noun.text.isascii() and noun.at + 2 == self.focus.at

    def _governed(self, part: str) -> bool:
        """Whether all words for a part stand behind the "of" or "for" of the noun, or say of what it is: "goal of the joint work" asks for no work."""
        noun, items = self.focus.nouns[-1], self.question.items
        words = [i for i in items if part in (*i.ids("part"), *i.ids("of_fact"))]
        governs = noun.text.endswith((" of", " behind")) or any(
            i.at == noun.at + 1 and i.text in _GOVERNING for i in items
        )
        compound = noun.text.isascii() and not noun.narrowed and any(p in self.record.fact.parts for p in self.named)
        before = [i.at for i in words] == [noun.at - 1] and not words[0].has("part", "name")
        return (governs and bool(words) and all(i.at > noun.at for i in words)) or (compound and before)

    def _abstract(self) -> bool:
        """Whether "where" and "how" ask for a thing that is no place and no manner ("초점은 어디에")."""
        if self.focus.word not in ("where", "how"):
            return False
        parts = self.record.fact.parts
        return not any(suits(self.known.part(self.record, p), parts.get(p), self.focus) for p in self.named)


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


def _lasts(told: Told | None) -> bool:
    """Whether a part tells a length of time alone."""
    return (
        told is not None
        and bool(told.values)
        and all(isinstance(v, Amount) and v.unit in TIME_UNITS for v in told.values)
    )


def _tells_a_name(told: Told) -> bool:
    """Whether a text is a name ("the Corporate Room"), and does not only say what something is."""
    texts = [t.en for t in told.texts]
    small = [w for text in texts for w in text.split() if w[0].islower() and w not in _SMALL_IN_NAMES]
    return not small


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
