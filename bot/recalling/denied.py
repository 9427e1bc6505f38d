"""What did not happen, or is not settled, where a fact states it: "who has not commented", "입장을 안 낸 회사는"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.facts import Flag
from bot.finding import Answer, Finding, Settled
from bot.language.english import bases
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.affirm import DENYING
from bot.recalling.match import Fit
from bot.recalling.spoken import own_word, speaks_of
from bot.turn import Lang

_LEAST = 2
"""Words that say what was not done: of "who did not speak?" everybody else did not either."""


def undone(question: Question, fits: Callable[[Question], Sequence[Fit]], known: Known) -> Finding | None:
    """What a fact of the kind that is asked tells of a denied part; None where the question denies nothing such.

    Whose deed it was not is only told where the denial is what somebody said ("who said nothing is settled?"), or where
    one alone is told of ("which of them left without a word?").
    """
    if question.yesno or not set(question.asks) <= {"who", "which", "where"}:
        return None
    denials = [i for i in question.items if _denies(i) or (question.asks == ("who",) and _says_contrary(i))]
    if not denials or sum(i.has("question") for i in question.items) > 1:
        return None
    rest = tuple(i for i in question.items if i not in denials or i.has("contrary"))
    idle = ("question", "prep", "follow", "auxiliaries")
    told = [i for i in rest if i.text and i.lends is None and not i.has(*idle)]
    told = [i for i in told if i.has("kind", "part") or not i.has("light")]
    if len(told) < _LEAST:
        return None
    asserted = replace(question, items=rest, marks=question.marks - DENYING)
    found = [(f, p) for f in fits(asserted) if not f.uncovered and (p := _denied_part(f, rest))]
    found = [(f, p) for f, p in found if f.kind_named or f.names_hit or p not in known.general]
    if not found:
        return None
    best, part = max(found, key=lambda pair: pair[0].weight)
    record = best.record
    said = any(record.kind in i.ids("kind") and not i.has("name") and _frames(i, denials[0]) for i in rest)
    doer = next((p for p, t in record.fact.parts.items() if t.names and known.part(record, p).role == "by"), "")
    alone = bool(doer) and len(record.fact.parts[doer].names) == 1
    alone = alone and not set(record.fact.parts[doer].names) & set(question.names) and "where" not in question.asks
    if doer and (alone or (said and question.asks == ("who",))):
        return Settled((Answer(record, (doer,), record.fact.parts[doer].names),), "names")
    return Settled((Answer(record, (part,)),), "value")


def left_open(question: Question, fits: Callable[[Question], Sequence[Fit]]) -> Finding | None:
    """The fact whose own sentence denies what is asked for as not done: "what is not settled yet?"; None where none does.

    The word behind the denial is one that its author wrote down for it.
    """
    denials = [i for i in question.items if _denies(i)]
    asks = set(question.asks)
    if question.yesno or question.asked_in != "en" or len(denials) != 1 or not asks or not asks <= {"what", "which"}:
        return None
    rest = tuple(i for i in question.items if i is not denials[0] and i.text not in _SOME_OF_IT)
    behind = next((i for i in rest if i.at > denials[0].at and not i.has("auxiliaries", "light", "filler")), None)
    asserted = replace(question, items=rest, marks=question.marks - DENYING, foci=())
    whole = [f for f in fits(asserted) if not f.uncovered and f.record.kind != NAME_KIND]
    told = [f for f in whole if behind is not None and own_word(behind, f.record) and _denies_it(f.record, question)]
    best = max(told, key=lambda f: f.weight, default=None)
    return Settled((Answer(best.record),), "tell") if best is not None else None


_SOME_OF_IT = frozenset({"part", "bit", "aspect", "point", "thing"})
"""Nouns for something of what is spoken of, whatever it is."""


def _denies_it(record: Record, question: Question) -> bool:
    told = record.fact.told[question.lang] if record.fact.told else ""
    return _DENIAL.search(told) is not None


def _frames(verb: Item, denial: Item) -> bool:
    """Whether a verb stands around what is denied, and is not denied itself."""
    return verb.at < denial.at if denial.text.isascii() else verb.at > denial.at + 1


def _denies(item: Item) -> bool:
    """Whether a word only denies."""
    other = item.has("name", "word", "of_fact", "part", "contrary")
    other = other or (item.has("follow") and not (item.text == "no" and item.at > 1))  # "has issued no statement"
    return item.lends is None and bool(DENYING & set(item.ids("mark"))) and not other


def _says_contrary(item: Item) -> bool:
    """Whether a word says by itself that something was not done: "who kept silent", "침묵한 회사는"."""
    other = item.has("name", "word", "of_fact", "part", "kind", "light")
    return item.lends is None and item.has("contrary") and not other


def _denied_part(found: Fit, rest: Sequence[Item]) -> str:
    """The flag of a fact that is no, and that a word of the question names; "" where there is none."""
    record = found.record
    if record.kind == NAME_KIND:
        return ""
    flags = {p for p, t in record.fact.parts.items() if any(isinstance(v, Flag) and not v.yes for v in t.values)}
    said = (i for i in rest if i.lends is None and not i.has("name"))
    named = (
        s.id
        for i in said
        for s in i.senses
        if s.tag in ("part", "contrary") or (s.tag == "of_fact" and not i.has("kind"))
    )
    return next((p for p in named if p in flags), "")


def flag_denied(question: Question, record: Record, known: Known) -> str:
    """The flag of a base's own that a word of a yes/no question names, and that is told not to be so; "" where there is none.

    A word for the kind may name it too: "are they covered?", of an exemption.
    """
    if record.kind == NAME_KIND or question.marks & {"not", "undone", "without"}:
        return ""
    for item in (i for i in question.items if i.lends is None and not i.has("light", "name", "contrary")):
        for sense in item.senses:
            told = record.fact.parts.get(sense.id)
            own = sense.tag == "part" and sense.id not in known.general
            own &= not sense.like or record.kind in item.ids("kind")  # 적용, of 적용되다
            if own and speaks_of(sense.fact, record) and told is not None and told.values == (Flag(False),):
                return sense.id
    return ""


def kind_denied(question: Question, record: Record, known: Known) -> str:
    """The one flag of a fact that is told not to be so, where its own sentence denies what a word for its kind asks; "" elsewhere."""
    flags = [p for p, t in record.fact.parts.items() if p not in known.general and t.values == (Flag(False),)]
    told = record.fact.told[question.lang] if record.fact.told else ""
    if record.kind == NAME_KIND or question.marks & {"not", "undone", "without"} or len(flags) != 1:
        return ""
    named = any(record.kind in i.ids("kind") and i.lends is None and not i.has("light", "name") for i in question.items)
    return flags[0] if named and _DENIAL.search(told) else ""


def flag_untold(question: Question, record: Record, known: Known) -> str:
    """The flag of a base's own that its fact is known not to tell, where no more is asked by a word that its kind has too; "" elsewhere.

    "Did Acme lay off people?", where nothing but how many it has is told.
    """
    said = [
        i for i in question.items if i.lends is None and not i.has("light", "auxiliaries", "prep", "name", "filler")
    ]
    silent = {p for p in record.fact.not_told if p not in known.general} if record.kind != NAME_KIND else set()
    if not silent or any(i.has("when", "number", "daypart", "weekday", "relative") for i in said):
        return ""
    if known.of_type(question.names, "place"):
        return ""
    for item in (i for i in said if record.kind in i.ids("kind")):
        own = (s for s in item.senses if s.tag in ("part", "contrary") and speaks_of(s.fact, record))
        named = next((s.id for s in own if s.id in silent and known.part(record, s.id).type == "flag"), "")
        if named:
            return named
    return ""


def contrary_told(question: Question, record: Record, known: Known) -> bool:
    """Whether a yes/no question asks by a word for the kind of a fact, and its sentence tells the contrary: "will Kim leave?", who stays."""
    if record.kind == NAME_KIND or question.marks & DENYING or question.alternatives:
        return False
    lang = question.asked_in
    told = record.fact.told[lang].lower() if record.fact.told else ""
    told = told or " ".join(known.facts.kinds[record.kind].says.get(lang, ())).lower()
    asked = [i for i in question.items if i.lends is None and record.kind in i.ids("kind") and not i.has("name")]
    for pair in known.contraries[lang] if told else ():
        for side, other in (pair, pair[::-1]):
            if any(_says(i.text, side, lang) for i in asked) and _says(told, other, lang):
                return not _says(told, side, lang)
    return False


def _says(text: str, verbs: frozenset[str], lang: Lang) -> bool:
    """Whether a text has one of some verbs in any form."""
    words = re.findall(r"[\w'-]+", text)
    if lang == "ko":
        return any(rest.startswith(v) for n in range(len(words)) for v in verbs if (rest := " ".join(words[n:])))
    forms = ((b, words[n + 1 : n + 4]) for n, w in enumerate(words) for b in bases(w))
    return any(" ".join((b, *rest[:n])) in verbs for b, rest in forms for n in range(len(rest) + 1))


_DENIAL = re.compile(r"\b(?:not|cannot|no longer|nobody|nothing)\b|n't\b|않|없|못")
"""What a sentence holds that denies."""
