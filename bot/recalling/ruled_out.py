"""Parts of a record that cannot be what is asked, though the question word would fit them."""

from __future__ import annotations

import re

from bot.facts import AGENTS, Amount, Part, Texts, Told, When
from bot.learning import dates
from bot.recalling.aspect import only_houses
from bot.recalling.meant import Meant, doers_by_title
from bot.recalling.spoken import own_word
from bot.recalling.stale import stale, to_come
from bot.recalling.suits import NAMED, OPEN, TIME_UNITS, of_other_unit, of_people

_SPOKEN_OF = frozenset({"about", "to", "for"})
"""Roles of those of whom, to whom or for whom something is: they did not do it together."""
_OUT_OF = frozenset({"중", "중에", "중에서", "가운데", "그중", "그중에", "그중에서", "그 중", "그 중에", "그 중에서"})
"""Korean words behind a whole of which a share is asked for."""


_TAKING = re.compile(r"\b(?:takes?|took|taken|lasts?|lasted|need)\b|걸[리려렸린릴]")
"""Verbs that only go with a length of time."""


def _lasts_no_time(told: Told) -> bool:
    """Whether a part tells figures alone, none of which is a length of time."""
    return bool(told.values) and all(isinstance(v, Amount) and v.unit not in TIME_UNITS for v in told.values)


_MEASURES = frozenset(
    {"m", "metre", "cm", "mm", "millimetre", "km", "kilometre", "inch", "ft", "mile", "km/h", "m/s"}
    | {"g", "kg", "kilogram", "tonne", "percent", "°C", "degree"}
)
"""Units in which nothing is counted."""


_COUNTER = re.compile(
    r"\}\s?(?:명|개|대|곳|권|장|원|세|살|점|층|도|분|시간|년|유로|달러|[kcm]?m|kg|킬로|미터|퍼센트|%)"
)
"""Korean words right behind a figure that count something else than how often."""


class RuledOut(Meant):
    """With the parts that are ruled out."""

    def _ruled_out(self, part: str, definition: Part, told: Told | None) -> bool:
        """Whether a part cannot be what is asked, whatever its words."""
        focus, named = self.focus, self.named
        origin = focus.word == "where" and focus.role == "from"
        if told is not None and (of_other_unit(told, focus) or stale(told, focus, self.question, self.known)):
            return True
        if (
            self.question.future
            and (definition.type == "when" or ("when" in definition.asks and definition.type != "text"))
            and not to_come(self.record)
        ):
            return True  # when it will be is not told by when it was
        if (
            told is not None
            and focus.word == "how_long"
            and _lasts_no_time(told)
            and _TAKING.search(self.question.text)
        ):
            return True  # nor is how long it takes told by how many kilometres it is
        if told is not None and focus.word in ("when", "clock") and (self._is_asked_of(told) or self._hourless(told)):
            return True  # "when does it open in 2031" is not told by that year, nor "몇 시까지" by a day
        if told is not None and focus.word == "how_many" and self._measures_only(part, told):
            return True  # "how many reached the end" counts neither kilometres nor per cents
        if told is not None and focus.word == "who" and self._done_by_them(told):
            return True  # "who did the student tell" is not told by who that student is
        if definition.type == "flag" and self._says_himself(part):
            return True
        if definition.type == "place" and focus.word == "where" and self._inside_it(part):
            return True  # "where is Kim in the photo"
        if definition.type == "flag" and focus.word in OPEN and self._words_of_a_person():
            return True  # "what was Kim's comment" is not told by what his house did not say
        if definition.type == "flag" and focus.word == "which" and any(n.text.isascii() for n in focus.nouns):
            return True  # "which hospital" asks for one
        if definition.type == "event" and focus.word == "which" and part not in named and self._is_no_event():
            return True  # "which strategy was it" is not told by the talks that it came after
        if definition.type not in NAMED and part not in named and self._placed():
            return True  # "which states will they build in" is not told by what for
        if focus.word == "how_many" and self._counts_others(told):
            return True
        if told is not None and (self._is_share(told) or self._goes_into(told, definition)):
            return True
        if definition.type == "event" and focus.word in ("when", "clock") and self._of_start_or_end():
            return True  # when it began is not told by what it came after
        if part == "why" and "how" in self.record.fact.parts and self._only_goes():
            return True  # why he went there is not told by why he went in by the back door
        if part not in self.known.general and part not in self.said and part not in named and self._lasted_untold():
            return True  # how long they met is not told by how long ago that was
        whose = any(n.text == "whose" for n in focus.nouns)
        if definition.extra and (whose or part not in self.said) and self._is_beside(told):
            return True  # "김 was there; whose talks were they" asks for no others like him
        if definition.role == "for" and part not in self.known.general and self._which_of_them(part):
            return True  # "which firms get it" is not told by whom it is for
        if definition.role == "for" and not self._is_for(part):
            return True  # nor is what it was
        if focus.word == "where" and part == "where" and told is not None and self._lies_in(told):
            return True  # "where in Lyon" is not told by the country
        if focus.word == "where" and part == "where" and self._within():
            return True  # nor is where Kim is in the photo told by where it was taken
        if definition.type in NAMED and part not in named and any(n.text == "place" for n in focus.nouns):
            return True  # nor is the place of anything a house
        if focus.word == "where" and (part == "where" or part in self.stated) and self.stated:
            return True  # "where on the 5th floor" is told neither by the house nor by the floor
        if definition.role in _SPOKEN_OF and part not in named and self._accompanied():
            return True  # "누구랑 왔어" is not told by of whom or to whom he spoke
        if origin and part not in ("country", "from", "in") and not self._is_source(part, definition):
            return not self._says_origin(part)  # "where is he from" is not where he was
        return (
            focus.word == "where" and part == "country" and not origin and part not in self.said
        )  # nor is where they held it where they are from

    def _is_asked_of(self, told: Told) -> bool:
        """Whether all that a part tells is a month or year that the question itself says, which is no answer to when."""
        question = self.question
        said = [question.times[t] for i in question.items for t in i.ids("when")]
        said += [dates.reckoned(r, self.record.today) for i in question.items for r in i.ids("relative")]
        years = [v for v in told.values if isinstance(v, When) and v.day is None and v.hour is None]
        return bool(years) and len(years) == len(told.values) and all(v in said for v in years)

    def _hourless(self, told: Told) -> bool:
        """Whether a Korean question asks for an hour by which or from which on, and a part tells days alone: "몇 시까지"."""
        asked = next((i.text for i in self.question.items if i.at == self.focus.at), "")
        times = [v for v in told.values if isinstance(v, When)]
        hourless = bool(told.events) if not times else all(v.hour is None for v in times)
        return asked.startswith(("몇 시", "몇시")) and hourless

    def _measures_only(self, part: str, told: Told) -> bool:
        """Whether a part that no word names tells lengths, weights or shares alone, and no such unit is asked for."""
        units = {v.unit for v in told.values if isinstance(v, Amount)}
        often = "time" in self.focus.units
        if often and units and units <= TIME_UNITS:
            return True  # "how many times"
        if not units or part in self.said or part in self.named or units & self.focus.units:
            return False
        says = self.known.part(self.record, part).says.get("ko", "")
        return units <= _MEASURES or (often and bool(_COUNTER.search(says)))

    def _is_no_event(self) -> bool:
        """Whether the English noun beside "which" names no event that this one came after or was part of."""
        nouns = [n for n in self.focus.nouns if n.text.isascii()]
        return bool(nouns) and not any(self.record.of_kinds.intersection(n.ids("kind")) for n in nouns)

    def _done_by_them(self, told: Told) -> bool:
        """Whether all whom a part tells hold the title of whoever did it to others that are asked for: "학생은 누구한테 알렸어"."""
        doers = doers_by_title(self.question, self.focus) if told.names else ()
        return any(all(set(i.ids("title")) & self.known.titles[n] for n in told.names) for i in doers)

    def _says_himself(self, part: str) -> bool:
        """Whether the words of somebody who took part are asked for, which no flag of a house tells: "김은 무슨 말 했어"."""
        if "said" not in self.record.fact.not_told:
            return False
        naming = [i for i in self.question.items if i.lends is None and part in i.ids("part")]
        if not naming or any("said" not in i.ids("part") for i in naming):
            return False
        doers = [n for i in self.question.items if i.role in ("by", "topic", "of", "") for n in i.ids("name")]
        return any(n in self.record.names for n in self.known.of_type(doers, "person"))

    def _is_for(self, part: str) -> bool:
        """Whether it may be asked for whom or what something is: by a word that says so, or by no "what" alone."""
        return self.focus.word not in OPEN or self.focus.role == "for" or part in self.said or part in self.named

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
        items = [i for i in self.question.items if i.role in ("by", "topic") or self.focus.role == "of"]
        return any(set(i.ids("name")) & set(told.names) for i in items)

    def _goes_into(self, told: Told, definition: Part) -> bool:
        """Whether it is asked what goes where, and a part only tells where: "what goes into the lamp"."""
        if self.focus.word != "what" or definition.role != "to" or set(told.names).isdisjoint(self.question.names):
            return False
        sorted_ = any(n.has("sort", "noun") for n in self.focus.nouns)
        return not sorted_ and self.question.marks.isdisjoint(("else", "except"))

    def _accompanied(self) -> bool:
        """Whether it is asked with whom something was done that is not what the fact tells."""
        if self.focus.word != "who":
            return False
        with_whom = "with" in (self.focus.role, *(n.role for n in self.focus.nouns[-1:]))
        return with_whom and not any(self.record.kind in i.ids("kind") for i in self.question.items)

    def _only_goes(self) -> bool:
        """Whether it is only said that somebody went somewhere, by a verb that many kinds of fact share, and not how."""
        said = [i for i in self.question.items if i.lends is None and not i.has("question", "auxiliaries", "follow")]
        verbs = [i for i in said if not i.has("name", "when")]
        place = any(self.known.of_type(i.ids("name"), "place", "organisation") for i in said)
        return place and all(len(i.ids("kind")) > 1 or (i.has("light") and not i.has("anaphor")) for i in verbs)

    def _lasted_untold(self) -> bool:
        """Whether it is asked how long it was, which the source is known not to tell."""
        if self.focus.word not in ("how_long", "extent") or "how_long" not in self.record.fact.not_told:
            return False
        return self.question.marks.isdisjoint(("before", "earlier"))  # "몇 달 전이야"

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
        if not any(only_houses(names, self.known) for names in held):
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

    def _words_of_a_person(self) -> bool:
        """Whether it is asked what a person said, of a fact that is known not to tell it."""
        speakers = (n for i in self.question.items if i.role == "by" for n in i.ids("name"))
        untold = "said" in self.record.fact.not_told and "said" in self.said
        return untold and bool(self.known.of_type(speakers, "person"))

    def _is_source(self, part: str, definition: Part) -> bool:
        """Whether a part of the base's own holds houses alone, and may be asked for by "where": a photo is from its agency."""
        told = self.record.fact.parts.get(part)
        own = "where" in definition.asks and definition.type in NAMED and part not in self.known.general
        return own and told is not None and bool(told.names) and only_houses(told.names, self.known)

    def _says_origin(self, part: str) -> bool:
        """Whether the base has a word with "from" for a part of its own that is no general one: "come from", of a home town."""
        words = [i for i in self.question.items if i.text.split()[-1:] == ["from"] and part in i.ids("part")]
        return part not in self.known.general and bool(words)

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
        said = [i for i in said if i not in self.focus.nouns or i.ids("sort") != ("place",)]  # "Kim's place in it"
        bare = all(record.kind in i.ids("kind") or record.fact.id in i.ids("word") for i in said)
        bare &= all(i.text.startswith(("있", "서")) or not i.has("verb") for i in said)
        within = self.question.asked_in == "ko" or any(i.text == "in" for i in self.question.items)
        return len(people) == 1 and spots and bool(said) and bare and within

    def _spelt(self, person: str) -> tuple[str, ...]:
        """How a person may be written in a text of a fact."""
        entry = self.known.facts.names[person]
        return ((entry.short or entry.name)["en"], entry.name["en"], *entry.exact.get("en", ()))
