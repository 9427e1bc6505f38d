"""One thing that a question asks for, held against one record: what both say of it."""

from __future__ import annotations

from dataclasses import replace

from bot.facts import Amount, Texts, Told
from bot.language.english import IS
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Focus, Item, Question
from bot.recalling.spoken import BY_GENERAL, BY_KIND, nouns_name, parts_called, speaks_of, states_figure
from bot.recalling.suits import TIME_UNITS

WHERE_OR_WHO = frozenset({"곳", "데"})
"""Korean nouns that may mean a place, or a house that does something."""
_LIES = "in"
"""The general part of a place that tells what it lies in: "which city", "무슨 구"."""


class Aspect:
    """One thing asked for, held against one record."""

    def __init__(self, focus: Focus, said: dict[str, float], question: Question, record: Record, known: Known) -> None:
        self.said, self.question, self.record, self.known = said, question, record, known
        self.stated = self._stated(focus) if focus.word == "where" else frozenset()
        if self.stated:
            nouns = tuple(n for n in focus.nouns if self.stated.isdisjoint(n.ids("part")))
            focus = replace(focus, nouns=nouns)
        self.of_thing = self._thing(focus)
        self.focus = replace(focus, word="what", units=frozenset()) if self.of_thing or self._taken(focus) else focus
        self.named = self._named()
        self.of_sort = any(n.has("sort") for n in self.focus.nouns)

    def _stated(self, focus: Focus) -> set[str]:
        """The parts within a place of which a figure stands right beside "where": "where on the 5th floor", "5층 어디서"."""
        items, at = self.question.items, focus.at
        did = next((i.at for i in items if i.at > at and i.has("auxiliaries")), at)
        said = [i for i in items if states_figure(i, items) and (at < i.at < did or at - 2 <= i.at < at)]
        said = said or (self._asked_beside(at) if not self.question.yesno else [])
        told = {p for i in said for p in i.ids("part") if p in self.record.fact.parts}
        return {p for p in told if self.known.part(self.record, p).role == "at"}

    def _asked_beside(self, at: int) -> list[Item]:
        """The Korean unit that is asked for right before 어디, where the fact tells a place within it: "몇 층 어디서"."""
        items, told = self.question.items, self.record.fact.parts
        asked = [i for i in items if i.has("unit", "part") and at - 2 <= i.at < at and not i.text.isascii()]
        asked = [i for i in asked if any(j.at == i.at - 1 and j.has("question") for j in items)]
        units = {p for i in asked for p in i.ids("part")}
        within = (
            p for p in told if p not in units and p != "where" and "where" in self.known.part(self.record, p).asks
        )
        return asked if any(isinstance(v, Texts) for p in within for v in told[p].values) else []

    def _taken(self, focus: Focus) -> bool:
        """Whether a noun that asks for an hour is the base's own word for how long it took: "what was her time"."""
        noun = focus.nouns[-1] if focus.nouns else None
        if focus.word != "clock" or noun is None:
            return False
        worded = any(i.at == focus.at and i.has("question") for i in self.question.items)
        if worded and noun.at <= focus.at + 1:  # "what time was it"
            return False
        told, known = self.record.fact.parts, self.known
        own = {
            s.id
            for s in noun.senses
            if s.tag == "part" and s.id not in known.general and speaks_of(s.fact, self.record)
        }
        return any(isinstance(v, Amount) and v.unit in TIME_UNITS for p in own if p in told for v in told[p].values)

    def _thing(self, focus: Focus) -> bool:
        """Whether "which" stands before the name of a thing alone, which is no one of several: "which lamp did Acme make"."""
        bare = focus.word == "which" and bool(focus.sides) and not focus.nouns
        bare = bare and any(i.at == focus.at and i.text == "which" for i in self.question.items)  # no "what kind of"
        return bare and len(self.known.of_type(focus.sides, "thing")) == len(focus.sides)

    def _named(self) -> dict[str, float]:
        """The parts that the nouns of the question word name: the last noun before those that narrow it."""
        focus, record, known = self.focus, self.record, self.known
        named = nouns_name(focus.nouns[-1:], record, known)
        if not named and len(focus.nouns) > 1:
            named = nouns_name(focus.nouns, record, known)
        told = record.fact.parts
        if focus.word == "where" and any(record.kind in n.ids("kind") for n in focus.nouns):
            own = {s.id for n in focus.nouns for s in n.senses if s.tag in ("part", "of_fact") and not s.like}
            named = {p: s for p, s in named.items() if p in own}  # "the Acme show, where": the show is no place
        named = named or self._in_asking(focus)
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

    def _in_asking(self, focus: Focus) -> dict[str, float]:
        """The part of the base's own of which the question word itself is the author's word: "how high" of a rank."""
        asking = next((i for i in self.question.items if i.at == focus.at and i.has("part")), None)
        if asking is None or not asking.text.startswith("how ") or not asking.has("question"):
            return {}
        own = parts_called(asking, self.record) - self.known.general
        return {p: BY_KIND for p in self.record.fact.parts if p in own}

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

    def _in_plural(self) -> bool:
        return any(i.at == self.focus.at and i.text == "어디어디" for i in self.question.items)

    def _has_place(self) -> bool:
        """Whether the record tells a place, or is known not to."""
        told = (*self.record.fact.parts, *self.record.fact.not_told)
        return any(self.known.part(self.record, p).type == "place" for p in told)

    def _does_it(self, part: str) -> bool:
        """Whether those in a part did it, the one or both of them."""
        definition = self.known.part(self.record, part)
        return definition.mutual or definition.role == "by"

    def _is_place(self, part: str) -> bool:
        """Whether a part tells a place, or what something is in."""
        definition = self.known.part(self.record, part)
        return definition.type in ("place", "text") or definition.role == "at" or part == "of"

    def _lying(self) -> bool:
        """Whether it is asked where something is, and not what it has to do with: "어디 있어", "where is Acme"."""
        if self.focus.word != "where" or self.focus.role == "from":
            return False
        behind = [i for i in self.question.items if i.at > self.focus.at]
        if not behind:
            return False
        if self.question.asked_in == "ko":
            return behind[0].at == self.focus.at + 1 and behind[0].text.startswith("있")
        return behind[0].text in IS and all(i.has("name", "light", "auxiliaries") for i in behind)

    def _house(self, part: str, *, named: bool = False) -> bool:
        """Whether 어디 asks which house it is ("후원사가 어디야"): one that tells no place, or names this part, and houses in it.

        Of people it is so however it is put: "where does Kim work", "어디서 일해".
        """
        if self.focus.word != "where":
            return False
        told, of_people = self.record.fact.parts, self.record.kind == NAME_KIND and part in self.said
        bare = self.question.asked_in == "ko" and self.focus.role in ("", "topic") and not self._lying()
        place = any("place" in n.ids("sort") and n.text not in WHERE_OR_WHO for n in self.focus.nouns)  # "말한 장소는"
        if place or not (bare or of_people):
            return False
        placed = self._has_place()
        names = told[part].names if part in told else ()
        return (named or not placed) and bool(names) and only_houses(names, self.known)

    def _by_word_of_its_own(self, part: str, *courtesy: str) -> bool:
        """Whether a verb names a part, and does not only say of which kind the fact is: "사진 어디서 받았어"."""
        verbs = [i for i in self.question.items if i.has("verb") and (courtesy or not i.has("light"))]
        return any(part in i.ids("part") and (courtesy or self.record.kind not in i.ids("kind")) for i in verbs)

    def _people(self, part: str) -> bool:
        """Whether people are counted ("몇 명 있었어", "how many were there") that a fact names, and tells no number of."""
        focus, told = self.focus, self.record.fact.parts
        if focus.word != "how_many" or part not in told:
            return False
        asked = "person" in focus.units or (not focus.nouns and "present" in self.question.marks)
        if not asked:
            return False
        told_of = any(map(tells_people, told.values()))
        definition = self.known.part(self.record, part)
        return (definition.mutual or definition.extra) and not told_of


def tells_people(told: Told | None) -> bool:
    """Whether a part tells how many people there were."""
    return told is not None and any(isinstance(v, Amount) and v.unit == "person" for v in told.values)


def only_houses(names: tuple[str, ...], known: Known) -> bool:
    """Whether all of some names are of houses."""
    return len(known.of_type(names, "organisation")) == len(names)
