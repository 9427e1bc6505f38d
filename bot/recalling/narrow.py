"""Of facts that account for a question alike, those that it means: of its tense, and of those alone whom it names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.facts import Amount
from bot.language.english import is_past
from bot.language.korean import is_of_past, is_syllable
from bot.language.text import words_in
from bot.learning.known import NAME_KIND, Known
from bot.question import Item, Question
from bot.recalling.match import Fit
from bot.recalling.meant import asks_what_people
from bot.recalling.spoken import speaks_of
from bot.recalling.stale import to_come
from bot.recalling.timetable import OPEN, SHUT, timetable


def narrowed(question: Question, whole: list[Fit], known: Known) -> list[Fit]:
    """The same without facts beside which another of their kind is meant more closely."""
    if len(whole) > 1 and question.yesno and question.asked_in == "en":
        return _of_event_named(question, whole)
    if len(whole) < 2 or question.yesno or not question.foci:
        return whole
    whole = _for_what_people(question, _with_excepted(question, _of_its_phrase(question, whole), known), known)
    whole = _with_another(question, _told_before_open(question, whole), known)
    if not question.anaphora and question.names:
        whole = _of_words_told(whole)
    whole = _at_their_place(question, _of_hours(question, _of_thing_itself(question, whole), known), known)
    meant = _of_its_tense(question, _of_words_meant(question, whole, known))
    return _of_those_named(question, _of_its_way(question, meant, known))


def _with_excepted(question: Question, whole: list[Fit], known: Known) -> list[Fit]:
    """Those in which whoever is left out has a part: "who else is in the plan besides Acme?"."""
    if not question.excepted or "else" not in question.marks or question.asks != ("who",):
        return whole
    return [f for f in whole if f.parts and any(known.standing(n, f.record) for n in question.excepted)] or whole


def _of_its_phrase(question: Question, whole: list[Fit]) -> list[Fit]:
    """What is simply told, where a phrase by which its author has it asked for says which one: "who is on the far right in the photo?"."""
    phrases = [i for i in question.items if i.lends is None and i.has("asked") and " " in i.text]
    asked = {s.fact for i in phrases for s in i.senses if s.tag == "asked"} if question.asks == ("who",) else set()
    return [f for f in whole if f.record.phrasings and f.record.fact.id in asked] or whole


def _for_what_people(question: Question, whole: list[Fit], known: Known) -> list[Fit]:
    """Those that tell for whom they were, where that is asked: "가나에 어떤 사람들이 모였어"."""
    if not asks_what_people(question, question.foci[0]):
        return whole
    return [f for f in whole if f.parts and known.part(f.record, f.parts[0]).role == "for"] or whole


def _told_before_open(question: Question, whole: list[Fit]) -> list[Fit]:
    """Without those that have a word only because something in them is not disclosed, where it is the deed of another that tells what is asked.

    "Who publishes the book?", beside a vote whose voters were not published.
    """
    borrowed: dict[str, list[Item]] = {}
    for found in whole:
        told = found.record.fact.parts
        for item in (i for i in question.items if i.lends is None and found.record.kind not in i.ids("kind")):
            opened = [s for s in item.senses if s.tag == "of_fact" and s.fact == found.record.fact.id and s.id in told]
            named = any(s.tag == "part" and s.id in told and speaks_of(s.fact, found.record) for s in item.senses)
            if opened and not named and all(told[s.id].open for s in opened):
                borrowed.setdefault(found.record.fact.id, []).append(item)
    telling = [f for f in whole if f.parts and f.record.fact.id not in borrowed]
    kinds = {f.record.kind for f in telling} | {p for f in telling for p in f.parts}
    return [
        f
        for f in whole
        if not any(kinds & {*i.ids("kind"), *i.ids("part")} for i in borrowed.get(f.record.fact.id, ()))
    ]


def _with_another(question: Question, whole: list[Fit], known: Known) -> list[Fit]:
    """Those that tell who was together, where it is asked with whom something was done, and not by whom: "전략 얘기는 누구랑 했어"."""
    if question.asks != ("who",) or question.asked_role != "with" or question.names or question.asked_in != "ko":
        return whole
    parts = ((f, known.part(f.record, p)) for f in whole for p in f.parts[:2])
    return list({id(f): f for f, p in parts if p.mutual or p.role == "with"}.values()) or whole


def _of_event_named(question: Question, whole: list[Fit]) -> list[Fit]:
    """The facts of the kind of an event of which no more is to be confirmed than that it was held: "did the talks take place there?"."""
    nouns = [b for a, b in pairwise(question.items) if a.text == "the" and b.has("kind") and not b.has("name", "light")]
    rest = [i for i in question.items if i not in nouns and not i.has("name", "prep")]
    if len(nouns) != 1 or not all(i.has("light") or i.text in _HELD for i in rest):
        return whole
    kinds = {s.id for s in nouns[0].senses if s.tag == "kind" and not s.like}
    return [f for f in whole if f.record.kind in kinds] or whole


_HELD = frozenset({"take place", "took place", "happen", "happened", "held", "hold"})


def _of_words_told(whole: list[Fit]) -> list[Fit]:
    """Those that tell somebody's words, where the one that is meant first is known not to tell any."""
    telling = [f for f in whole if f.parts[:1] == ("said",) and f.names_hit]
    silent = max(whole, key=lambda f: f.weight).missing[:1] == ("said",)
    return telling if telling and silent else whole


def _of_thing_itself(question: Question, whole: list[Fit]) -> list[Fit]:
    """What stands right at a name, where nothing but that name is said: "how much is the ship?", which is not what somebody gave for it."""
    said = [i for i in question.items if i.lends is None and not i.has("light", "question")]
    if question.asks != ("how_much",) or len(question.names) != 1 or not all(i.has("name") for i in said):
        return whole
    return [f for f in whole if f.record.kind == NAME_KIND and f.parts and f.names_hit] or whole


def _of_hours(question: Question, whole: list[Fit], known: Known) -> list[Fit]:
    """Those that tell the hours at which something is open, and not when it was opened: "when does the zoo open?", "몇 시에 열어?"."""
    words = {i.text for i in question.items if i.lends is None and not i.has("name")}
    past = any("past" in i.ids("verb") for i in question.items) if question.asked_in == "ko" else not words & _PRESENT
    if question.asks not in (("when",), ("clock",)) or past or question.future or not words & (OPEN | SHUT):
        return whole
    telling = [f for f in whole if timetable(f.record, known)]
    return [f for f in telling if f.kind_named] or telling or whole


_PRESENT = frozenset({"is", "are", "does", "do"})


def _of_words_meant(question: Question, whole: list[Fit], known: Known) -> list[Fit]:
    """Those to which a word means something that is mere courtesy elsewhere: where a base has finding, "find" is no request.

    Only where they hold as many of the names that the question says as any other.
    """
    for item in question.items:
        if item.lends is not None or not item.has("light") or item.has("auxiliaries", "question", "name"):
            continue
        meant = [f for f in whole if means(item, f, known)]
        if any(f.names_hit for f in meant):
            whole = [f for f in whole if f in meant or f.kind_named or f.record.kind != NAME_KIND]
    return whole


def _at_their_place(question: Question, whole: list[Fit], known: Known) -> list[Fit]:
    """What was done at a place of the house where it is asked to have been: "when did they meet at Acme?"."""
    at = {n for i in question.items if i.role == "at" and i.lends is None for n in i.ids("name")}
    houses = set(known.of_type(at, "organisation")) if question.asked_in == "en" else set()
    if not houses:
        return whole
    wheres = ((f, f.record.fact.parts.get("where")) for f in whole)
    there = [f for f, told in wheres if told is not None and houses & known.around(told.names)]
    return there if any(f.parts and f.kind_named for f in there) else whole


def means(item: Item, found: Fit, known: Known) -> bool:
    """Whether a word is the author's own for the kind of a record that tells what is asked, or for a part of its own."""
    record = found.record
    parts = {*record.fact.parts, *record.fact.not_told} - known.general
    own = [s for s in item.senses if not s.like]
    of_kind = bool(found.parts) and any(s.tag == "kind" and s.id == record.kind for s in own)
    return of_kind or any(s.tag == "part" and s.id in parts and speaks_of(s.fact, record) for s in own)


def _of_its_way(question: Question, whole: list[Fit], known: Known) -> list[Fit]:
    """How somebody left, and not how he came, where that is asked: "how did he get out of the hall?", "갈 때는 어떻게 갔어?"."""
    places = [i for i in question.items if i.has("name", "noun") and not known.of_type(i.ids("name"), "person")]
    out = any(i.text == "out of" for i in question.items) or any(i.role == "from" for i in places)
    going = question.asked_in == "ko" and not places and any(i.text.startswith("갈 때") for i in question.items)
    if not (out or going) or question.asks != ("how",):
        return whole
    return [f for f in whole if f.record.kind != NAME_KIND and is_of_leaving(f.record.kind, known)] or whole


def is_of_leaving(kind: str, known: Known) -> bool:
    """Whether the verbs of a kind of fact say that one left, and none that one came."""
    words = known.facts.kinds[kind].words["en"] if kind in known.facts.kinds else ()
    return {s.id for w in words for s in known.lexicon.senses(w) if s.tag == "move"} == {"leaving"}


def _of_its_tense(question: Question, whole: list[Fit]) -> list[Fit]:
    """What has been for "who resigned?", what is to come for "who will resign?", where a kind has facts of both."""
    if question.asks != ("who",):
        return whole
    if question.future or _is_of_what_comes(question):
        meant = [f for f in whole if to_come(f.record)]
    elif _is_of_what_was(question):
        meant = [f for f in whole if not to_come(f.record)]
    else:
        return whole
    kinds = {f.record.kind for f in meant} - {NAME_KIND}
    return [f for f in whole if f in meant or f.record.kind not in kinds]


def _is_of_what_comes(question: Question) -> bool:
    """Whether a Korean verb for a kind of fact stands in the shape of what is to come: "물러날 사람"."""
    return any(set(i.ids("verb")) == {"l"} for i in question.items if i.has("kind"))


def _is_of_what_was(question: Question) -> bool:
    """Whether a verb is in the past: in Korean any syllable that ends in ㅆ, but for 있 and 겠."""
    if question.asked_in == "ko":
        return any(is_of_past(c) and c not in "있겠" for c in question.text)
    verbs = [i for i in question.items if i.lends is None and i.has("kind", "auxiliaries")]
    return any(i.text in _WAS or (i.has("kind") and i.text.endswith("ed")) for i in verbs)


_WAS = frozenset({"did", "was", "were", "has", "have", "had"})


def is_of_deed_done(question: Question) -> bool:
    """Whether it is to be confirmed that somebody did a thing: "did Kim resign?", "김하나 사임했어?", not "사임하기로 했어?".

    Of what is to come the promise has been made, and so "did Kim promise to resign?" and "사임한다고 했어?" ask for no deed done.
    """
    promised = [i for i in question.items if i.lends is None and any(w.startswith(_PROMISING) for w in i.text.split())]
    if any(not _is_aside(i, question) for i in promised):
        return False
    if question.asked_in == "ko":
        coming = any(w in question.text for w in _TO_COME) or _is_told_of_what_comes(question.text)
        return question.yesno and _is_of_what_was(question) and not coming
    opener = question.opener.split()[:1]  # "have they"
    deeds = [i for i in question.items if i.has("kind")]
    done = any(is_past(i.text.split()[0]) for i in deeds) if opener[:1] in (["was"], ["were"]) else False
    by_now = opener[:1] in (["is"], ["are"]) and any(w in _BY_NOW for w in words_in(question.text))
    return question.yesno and bool(deeds) and (bool(_HAS.intersection(opener)) or done or by_now)


_BY_NOW = frozenset({"yet", "already"})
"""What asks whether something to come has come."""


def _is_aside(promise: Item, question: Question) -> bool:
    """Whether a word for promising only says which thing is meant: "invested the pledged money", "약속한 돈 투자했어"."""
    apart = (promise.at, promise.at + 1) if question.asked_in == "en" else (promise.at,)  # "the pledged investment"
    deeds = [i for i in question.items if i.has("kind") and not i.has("part", "light", "name") and i.at not in apart]
    if question.asked_in == "ko":
        last = [i for i in question.items if not i.has("light", "mark")][-1:]
        return "n" in promise.ids("verb") and any(i.at > promise.at and i in last for i in deeds)
    before = [i for i in question.items if i.at < promise.at]
    pointed = [i for i in before[-1:] if i.text in ("the", "their", "its", "his", "her")]
    told = [i for i in before[-1:] if i.has("anaphor", "name") and any(b.has("kind") for b in before[:-1])]
    return promise.text.endswith("ed") and bool(deeds and (pointed or told))


def _is_told_of_what_comes(text: str) -> bool:
    """Whether a Korean verb that is not in the past is told to have been said: "사임한다고 했어", not "사임했다고 했어"."""
    said = [text[at - 1] for at in range(1, len(text)) if text.startswith(_SAID, at)]
    return any(is_syllable(c) and not is_of_past(c) for c in said)


_SAID = ("다고", "다는", "다던")
"""What stands behind a verb whose deed somebody told of."""
_TO_COME = ("기로", "예정", "겠다", "려고", "거라고", "거라는")
"""What a Korean verb holds where its deed was only to come."""


_PROMISING = ("pledge", "promis", "commit", "vow", "plan", "agree", "약속", "공약", "다짐", "계획", "합의")
"""How words begin for saying that one will do a thing."""
_HAS = frozenset({"did", "has", "have"})


def _of_those_named(question: Question, whole: list[Fit]) -> list[Fit]:
    """Without the sum of several, where a figure of the one that is named is told: "how many did Acme close?"."""
    named = set(question.names)
    closest = {f.record.kind for f in whole if _tells_figure(f) and _beside(f, named) == 0}
    return [f for f in whole if f.record.kind not in closest or not _tells_figure(f) or not _beside(f, named)]


def _tells_figure(found: Fit) -> bool:
    return any(isinstance(v, Amount) for p in found.parts[:1] for v in found.record.fact.parts[p].values)


def _beside(found: Fit, named: set[str]) -> int:
    """How many other names stand in the same parts as those that the question names."""
    lists: Sequence[tuple[str, ...]] = [t.names for t in found.record.fact.parts.values() if named & set(t.names)]
    return sum(len(set(names) - named) for names in lists)
