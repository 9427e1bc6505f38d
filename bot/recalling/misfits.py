"""Facts that account for every word of a question, and whose answer would be of another sort than what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.facts import AGENTS, Amount, Flag, When
from bot.language.english import IS
from bot.language.text import words_in
from bot.learning.known import NAME_KIND, Known
from bot.question import Item, Question
from bot.recalling.aspect import only_houses
from bot.recalling.match import Fit
from bot.recalling.narrow import means
from bot.recalling.spoken import own_word
from bot.recalling.stale import to_come


def without_misfits(question: Question, whole: list[Fit], known: Known) -> list[Fit]:
    """The facts that a question may be answered from; none where the one that is meant first is no answer."""
    if question.yesno:
        return [
            f
            for f in whole
            if not (
                _only_says_who(question, f, whole, known)
                or _not_the_host(question, f, known)
                or _words_of_his_own(question, f, known)
                or _words_of_another(question, f, known)
                or _one_that_was(question, f)
                or _the_only_one(question, f, whole)
            )
        ]
    if _leaves_out_somebody_unknown(question) or _of_an_earlier_post(question, known):
        return []
    whole = [
        f
        for f in whole
        if not (
            _only_named(question, f, whole, known)
            or _of_the_event(question, f, whole, known)
            or _wider_than_the_place(f, whole, known)
            or _of_now(question, f, known)
            or _met_and_not_told(question, f, known)
            or _nobody_said(question, f)
            or _left_out_again(question, f)
        )
    ]
    whole = _spoken_for(question, whole, known)
    rules = [rule for rule, asking in _RULES if not asking or not asking.isdisjoint(question.asks)]
    left = [f for f in whole if not any(rule(question, f, known) for rule in rules)]
    first = max(whole, key=lambda f: f.weight, default=None)
    return left if first in left else []


def _words_of_his_own(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked if somebody said anything, and a fact has him in an event, and is known not to tell what was said there."""
    record = found.record
    if question.asked_in != "en" or "said" not in record.fact.not_told:
        return False
    asking = [i for i in question.items if i.lends is None and not i.has("name") and record.kind not in i.ids("kind")]
    spoke = [w for i in asking for w in (i, *i.pieces[:1]) if "said" in w.ids("part")]
    told = set(found.parts[:1])
    first = next((i for i in question.items if i.has("name")), None)
    if first is None or not spoke or (told and not any(told & {*w.ids("part")} for w in spoke)):
        return False  # "did Kim say that talks will go on"
    if not told and any(known.standing(n, record) for n in known.of_type(first.ids("name"), "organisation")):
        return True
    return any(known.parts_of(n, record) for n in known.of_type(first.ids("name"), "person"))


def _the_only_one(question: Question, found: Fit, whole: list[Fit]) -> bool:
    """Whether it is asked if there are others, and there is this one: "are there other direct flights to Rome?"."""
    first, *behind = question.items
    other = bool(behind) and "else" in behind[0].ids("mark") and "present" in first.ids("mark")
    alike = {f.record.fact.id for f in whole if f.record.kind == found.record.kind}
    return other and not _tells_flag(found, found.parts) and len(alike) < 2


def _tells_flag(found: Fit, parts: Sequence[str]) -> bool:
    """Whether a fact tells no more than yes or no of one of some parts."""
    told = found.record.fact.parts
    return any(isinstance(v, Flag) for p in parts if p in told for v in told[p].values)


def _words_of_another(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked if a house said anything, and somebody who is not of it spoke: "did Acme comment on the talks?"."""
    if question.asked_in != "en" or "said" not in found.record.fact.parts:
        return False
    asking = [i for i in question.items if i.lends is None and not i.has("name")]
    first = next((i for i in question.items if i.has("name")), None)
    houses = set(known.of_type(first.ids("name"), "organisation")) if first is not None else set()
    spoke = any("said" in w.ids("part") for i in asking for w in (i, *i.pieces[:1]))
    if not houses or not spoke or any(i.text == "to" for i in question.items):
        return False
    speakers = known.names_as("by", found.record)
    return bool(speakers) and not known.around(speakers) & houses


def _said_by_another(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked what somebody said, and the words told are another's, or nobody's: "what did Kim say in the hall?"."""
    spoke = [i for i in question.items if "said" in i.ids("part") and i.has("ask", "kind")]
    by = [n for i in question.items if i.role in ("by", "topic") for n in known.of_type(i.ids("name"), "person")]
    if not spoke or len(by) != 1 or found.record.kind == NAME_KIND:
        return False
    if "said" not in found.record.fact.parts:
        return any("where" in known.part(found.record, p).asks for p in found.parts[:1])
    speakers = known.of_type(known.names_as("by", found.record), "person")
    return found.parts[:1] == ("said",) and bool(speakers) and by[0] not in speakers


def _met_and_not_told(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked to whom somebody spoke, and a fact would tell whom he met: "who did he speak to then?"."""
    if question.asks != ("who",) or question.foci[0].role != "to" or "person" not in question.anaphora:
        return False
    verbs = [i for i in question.items if i.lends is None and "said" in i.ids("part") and i.has("kind")]
    mutual = any(known.part(found.record, p).mutual for p in found.parts[:1])
    return mutual and bool(verbs) and not any(found.record.kind in i.ids("kind") for i in verbs)


def _nobody_said(question: Question, found: Fit) -> bool:
    """Whether it is asked who says or thinks that something is so, and a fact tells of nobody's words: "who thinks it is by Kim?"."""
    if question.asks != ("who",) or question.asked_in != "en" or found.record.phrasings:
        return False
    verb = next((i for i in question.items if i.at == question.foci[0].at + 1), None)
    clause = [i for i in question.items if verb is not None and i.at > verb.at]
    stated = len(clause) > 1 and clause[0].text in _CLAUSE and any(i.text in IS for i in clause[1:])
    if verb is None or not stated or "said" not in verb.ids("part"):
        return False
    return "said" not in found.record.fact.parts and found.record.kind not in verb.ids("kind")


_CLAUSE = frozenset({"that", "it", "he", "she", "they", "this", "the"})
"""Words with which what is said begins, behind the verb of saying."""


def _one_that_was(question: Question, found: Fit) -> bool:
    """Whether it is asked whether another of a kind is still to come, and a fact is of one that was: "will there be another talk?"."""
    if "another" not in question.texts or not (question.future or question.opener == "will"):
        return False
    others = [i.at for i in question.items if i.text == "another" and "else" in i.ids("mark")]
    ahead = any(i.at == at + 1 and i.has("kind") for at in others for i in question.items)
    return ahead and found.record.fact.sure != "planned" and not to_come(found.record)


def _leaves_out_somebody_unknown(question: Question) -> bool:
    """Whether all but the holder of a title are asked for, and nothing says who that is, or he alone would be told."""
    if "except" not in question.marks:
        return False
    left_out = any(f.holder and question.excepted.issuperset(f.holder) for f in question.foci)
    korean = question.asked_in == "ko"
    beside = 1 if korean else -1
    marks = [i.at for i in question.items if "except" in i.ids("mark") and (korean or i.at)]  # whose, stands behind
    titles = [i for i in question.items if i.has("title") and not i.has("name") and not i.has("auxiliaries")]
    bare = any(0 <= (at - i.at) * beside <= _NEAR for at in marks for i in titles)
    return left_out or (bare and not question.excepted)


_NEAR = 2
"""How far from "apart from" or 빼고 a title stands that is left out, with an article or a particle between."""


def _of_an_earlier_post(question: Question, known: Known) -> bool:
    """Whether what somebody was before is asked, which what he is does not tell: "Kim's previous job", "김 이전 직장"."""
    posts = [n for f in question.foci for n in f.nouns[-1:] if {"title", "of"} & set(n.ids("part"))]
    before = any("earlier" in i.ids("mark") and i.at + 1 == n.at for i in question.items for n in posts)
    return before and bool(known.of_type(question.names, "person"))


def _of_now(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked what somebody did before, and his own entry only has what he is: "what was Kim's job before Acme?"."""
    if not set(question.asks) <= {"what", "which", "who"} or not _BEFORE.search(question.text):
        return False
    used_to = _USED_TO.search(question.text) is not None
    posts = any({"title", "of"} & set(n.ids("part")) for f in question.foci for n in f.nouns[-1:])
    if found.record.kind != NAME_KIND:
        return (used_to and found.sureness < _NAMED) or (posts and to_come(found.record))
    return (posts or used_to) and bool(known.of_type(found.record.fact.names, "person"))


_NAMED = 2.0
"""A part that a word of the question names is at least so surely asked for."""
_BEFORE = re.compile(r"\b(?:was|were|did)\b.*\bbefore\b|예전|이전|옛날|전에")
_USED_TO = re.compile(r"[하했]던 (?:사람|분|일)")
"""What somebody used to do, in Korean."""


def _only_named(question: Question, found: Fit, whole: list[Fit], known: Known) -> bool:
    """Whether an entry tells nothing that is asked, and a word means a part of another fact of that name: "what was asked of Kim?"."""
    if found.record.kind != NAME_KIND:
        return False
    if question.asks == ("who",) and found.parts == ("is",):  # "who is the lamp carved by?"
        return any(f.sureness >= _BY_WORD and f.names_hit >= found.names_hit for f in whole)
    if found.parts or question.asks != ("what",):
        return False
    words = [i for i in question.items if i.has("part") and not i.has("kind", "light", "name", "noun", "sort")]
    return any(f.parts and f.names_hit >= found.names_hit and means(i, f, known) for f in whole for i in words)


_BY_WORD = 4.0
"""A part is asked for at least so surely where a word of its own and the question word both do."""


def _wider_than_the_place(found: Fit, whole: list[Fit], known: Known) -> bool:
    """Whether an entry only has what a thing lies in, and a fact of it has the place that a word asks for: "Acme Fair venue"."""
    things = known.of_type(found.record.fact.names, "thing") if found.record.kind == NAME_KIND else []
    if not things or found.parts[:1] != ("in",):
        return False
    return any(
        f.parts[:1] == ("where",) and f.sureness >= _BY_PART and set(things) & f.record.names.keys() for f in whole
    )


_BY_PART = 2.5
"""A part is asked for at least so surely where a word of its own does."""


def _of_the_event(question: Question, found: Fit, whole: list[Fit], known: Known) -> bool:
    """Whether an entry tells of a name what is asked of an event: those with somebody there ("김 배석자"), or its nature ("가나 회동 성격")."""
    nouns = [n for f in question.foci for n in f.nouns[-1:] if not n.has("name")]
    if found.record.kind != NAME_KIND or not nouns:
        return False
    events = [f for f in whole if f.record.kind != NAME_KIND]
    beside = {p for f in events for p in f.parts if known.part(f.record, p).extra}
    if any(beside & set(n.ids("part")) for n in nouns) and beside.isdisjoint(found.parts):
        return True
    kinds = {k for i in question.items for n in nouns if i.at + 1 == n.at and not i.has("name") for k in i.ids("kind")}
    natured = found.parts[:1] == ("is",) and any("is" in n.ids("part") for n in nouns)
    affair = any(i.text in _AFFAIR and j.has("name") and 0 < i.at - j.at <= 1 for j, i in pairwise(question.items))
    return natured and any((affair or f.record.kind in kinds) and f.names_hit >= found.names_hit for f in events)


_AFFAIR = ("건", "사안")
"""Korean nouns that make of the name before them what happened to it: "가나 건은 성격이 뭐야"."""


def _only_says_who(question: Question, found: Fit, whole: list[Fit], known: Known) -> bool:
    """Whether it says who somebody is, where a Korean noun with 했 asks what was done, and a fact tells of such a deed."""
    if found.record.kind != NAME_KIND or not known.of_type(found.record.fact.names, "person"):
        return False
    deeds = {k for i in question.items for k in i.ids("kind") if f"{i.text}했" in question.text}
    return any(f.record.kind in deeds and f.names_hit >= found.names_hit for f in whole)


def _of_owning(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked whose a thing is, and an entry would tell of what is that thing's, or not whose it is itself."""
    if found.record.kind != NAME_KIND or not set(question.asks) & {"who", "what", "which"}:
        return False
    said = [i for i in question.items if i.lends is None and "of" in i.ids("part")]
    of_house = [i for i in said if not i.has("sort") or i.text.startswith(_OWNING)]
    if not of_house:
        return False
    if not any(i.text.startswith(_OWNING) for i in of_house):  # "who works for Acme"
        return question.asks == ("who",) and "of" not in found.parts and not known.of_type(found.record.names, "person")
    return not ("of" in found.parts and set(found.record.fact.names) & set(question.names))


_OWNING = ("own", "parent")
"""How the words begin that ask whose a thing is, and not who belongs to it."""


def _of_another_kind(question: Question, found: Fit, known: Known) -> bool:
    """Whether who did it is asked, and a part of a kind is told that is not spoken of, and of nobody who is named."""
    beside = question.asks == ("who",) and not found.names_hit and not found.kind_named
    beside = beside and bool(known.of_type(question.names, *AGENTS))
    return beside and not known.general.issuperset(found.parts[:1])


def _no_holder(question: Question, found: Fit, known: Known) -> bool:
    """Whether one of those with a title is asked for, and no names would be told: "which reporter asked Kim?"."""
    titled = any(
        f.word == "which"
        and f.nouns
        and f.nouns[0].has("title")
        and not any(n.has("sort", "noun") for n in f.nouns[1:])
        for f in question.foci
    )
    told = [found.record.fact.parts[p] for p in found.parts[:1] if p in found.record.fact.parts]
    return titled and found.record.kind != NAME_KIND and not found.missing and not any(t.names for t in told)


def _no_person(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked who somebody with a common title was, and only houses would be told: "a rower drowned, who was it?"."""
    if question.asks != ("who",) or "title" not in question.tags or found.record.kind == NAME_KIND:
        return False
    titled = [i for i in question.items if i.has("title") and not i.has("name", "kind", "sort", "noun", "light")]
    asked = {i.at + 1 for i in question.items if i.text == "which"}
    if not any(i.role in ("by", "topic") or i.at in asked for i in titled):
        return False
    return _tells_houses(found, known)


def _house_for_person(question: Question, found: Fit, known: Known) -> bool:
    """Whether a person is asked for by a bare word for one, and only a house would be told: "who's the first guy from the left?"."""
    nouns = [n for f in question.foci for n in f.nouns[-1:] if "person" in n.ids("sort")]
    if question.asks != ("who",) or not nouns or any(n.has("part", "title", "kind") for n in nouns):
        return False
    return found.record.kind != NAME_KIND and _tells_houses(found, known)


def _tells_houses(found: Fit, known: Known) -> bool:
    """Whether nothing but houses would be told."""
    told = tuple(n for p in found.parts[:1] for n in found.record.fact.parts[p].names)
    return bool(told) and only_houses(told, known)


def _share_of_one(question: Question, found: Fit, known: Known) -> bool:
    """Whether one's own share is asked, and a fact tells the sum of several: "how much does Acme alone put in"."""
    figure = [v for p in found.parts[:1] for v in found.record.fact.parts[p].values]
    if "alone" not in question.marks or not figure or not all(isinstance(v, Amount) for v in figure):
        return False
    acting = known.names_as("by", found.record)
    return len(acting) > 1 and len(set(question.names) & set(acting)) == 1


def _to_be_again(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked when something will be again, and a fact tells when it was: "when do Kim and Park meet again?"."""
    again = _AGAIN.search(question.text) is not None
    past = any("past" in i.ids("verb") for i in question.items) or _PAST.search(question.text) is not None
    return again and not past and bool(found.record.rank) and not to_come(found.record)


_AGAIN = re.compile(r"\b(?:meet|will|shall|going to)\b.*\bagain\b|다시 (?:만나|모이|열리|하)|또 (?:만나|모이)")
_PAST = re.compile(r"\b(?:did|was|were|had|met|saw|came|went|last)\b")


def _begun_otherwise(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked from when on a thing is in use, and a fact tells when it was agreed: "언제부터 앱에 적용돼"."""
    since = any("start" in i.ids("part") and i.has("ask", "question") for i in question.items)
    if not since or found.parts[:1] != ("when",):
        return False
    told = found.record.fact.parts
    words = [*(n for f in question.foci for n in f.nouns), *(i for i in question.items if i.has("verb"))]
    return any(p in told and known.of_type(told[p].names, "thing") for i in words for p in i.ids("part"))


def _place_for_count(question: Question, found: Fit, known: Known) -> bool:
    """Whether people are counted, and a fact would tell a place: "몇 명까지 들어가는 방인가요"."""
    people = any("person" in f.units or any("person" in n.ids("sort") for n in f.nouns) for f in question.foci)
    return people and any("where" in known.part(found.record, p).asks for p in found.parts[:1])


def _was_there(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked where some are now, and a fact that is over tells where they were: "where are those arrested now?"."""
    if question.asks != ("where",) or question.names or not _NOW.search(question.text):
        return False
    over = any(t.day and t.until is None for t in found.record.times) and "end" not in found.record.fact.parts
    return over and bool(found.record.rank) and not to_come(found.record) and found.record.kind != NAME_KIND


_NOW = re.compile(r"\bnow\b|지금|현재")


def _only_spoken_of(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked when or where something was of which a fact only has that somebody spoke of it, or kept silent."""
    timed = question.asks in (("when",), ("clock",), ("days",), ("where",))
    if not timed or found.kind_named or not {"said", "about"} & found.record.fact.parts.keys():
        return False
    deeds = [
        i for i in question.items if i.lends is None and not i.has("name", "noun", "light", "kind", "part", "when")
    ]
    deeds = [i for i in deeds if "after" not in i.ids("mark")]  # "회담 마치고 나온 시간"
    return found.parts[:1] in (("when",), ("where",)) and any(own_word(i, found.record) for i in deeds)


def _came_and_not_left(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked when somebody went from where a fact only tells that he came to: "when does Kim fly out of Rome?"."""
    if not set(question.asks) <= {"when", "clock"} or question.asked_in != "en":
        return False
    left = {n for i in question.items if i.role == "from" and i.lends is None for n in i.ids("name")}
    told = found.record.fact.parts.items()
    return found.parts[:1] in (("when",), ("clock",)) and any(
        known.part(found.record, p).role == "to" and known.around(left) & known.around(t.names) for p, t in told
    )


def _entered_his_house(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked when somebody came to a house that he is of, and a fact tells of something else: "when did Kim join Acme?"."""
    if found.record.kind == NAME_KIND or found.kind_named or question.asked_in != "en":
        return False
    verbs = [i for i in question.items if i.lends is None and "present" in i.ids("mark") and i.text.startswith("join")]
    houses = {n for v in verbs for i in question.items if v.at < i.at <= v.at + 2 for n in i.ids("name")}
    who = known.of_type((n for v in verbs for i in question.items if i.at < v.at for n in i.ids("name")), "person")
    own = any(own_word(v, found.record) for v in verbs)
    return not own and any(houses & known.members[n] for n in who)


def _no_cause(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked of what somebody died or the like, and only when that was would be told: "what did Kim die of?"."""
    if question.asks != ("what",) or question.foci[0].role != "about" or not found.parts:
        return False
    told = found.record.fact.parts[found.parts[0]]
    timed = all(isinstance(v, When) for v in told.values)
    return timed and not {"year", "month", "date", "day", "daypart"} & question.sorts


def _another_speaker(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked what a house has said itself, or who spoke for it, and none of its people did: "what's Acme's view?"."""
    if not (found.parts[:1] in (("said",), ("by",)) or (not found.parts and "said" in found.record.fact.parts)):
        return False
    houses = set(known.of_type((n for i in _speaking_for(question) for n in i.ids("name")), "organisation"))
    if len(houses) != 1 or set(question.names) - houses:
        return False
    spoke = known.names_as("by", found.record)
    return bool(spoke) and not any(n in houses or houses & known.members[n] for n in spoke)


def _spoken_for(question: Question, whole: list[Fit], known: Known) -> list[Fit]:
    """The facts but for what others said, where only such is found first: then those of what the house let known itself are left."""
    others = [f for f in whole if _another_speaker(question, f, known)]
    if not others or max(whole, key=lambda f: f.weight) not in others:
        return [f for f in whole if f not in others]
    return [f for f in whole if f not in others and f.parts and f.parts[0] not in ("said", "by")]


def _speaking_for(question: Question) -> list[Item]:
    """Names whose the word for a deed behind them is, or for whom somebody spoke: "Acme's view", "who speaks for Acme"."""
    words = [(i.at, w) for i in question.items for w in (i, *i.pieces)]
    theirs = {at - 1 for at, w in words if w.has("kind") or "said" in w.ids("part")}
    behind = {i.at + 1 for i in question.items if i.has("kind") and i.text.endswith(" for")}
    return [i for i in question.items if (i.role == "of" and i.at in theirs) or i.at in behind]


def _same_again(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked what a thing holds, and only that thing would be told: "what does the plan include?"."""
    if not set(question.asks) <= {"what", "which"} or not any(i.text.startswith(_HOLDING) for i in question.items):
        return False
    told = [found.record.fact.parts[p] for p in found.parts[:1] if p in found.record.fact.parts]
    texts = [t[question.asked_in] for part in told for t in part.texts]
    said = set(words_in(question.text.lower()))
    return bool(texts) and all(set(words_in(t.lower())) <= said for t in texts)


_HOLDING = ("includ", "contain", "compris", "consist", "involv", "entail", "cover")
"""How English verbs begin that ask for the parts of a whole."""


def _left_out_again(question: Question, found: Fit) -> bool:
    """Whether what else there was is asked, and hardly more than what is left out would be told: "besides 'fine', what did Kim say"."""
    korean = question.asked_in == "ko"
    marks = [i.at for i in question.items if "except" in i.ids("mark")]
    if not marks or not set(question.asks) <= {"what", "which"}:
        return False
    near = [i for i in question.items for at in marks if 0 < (at - i.at if korean else i.at - at) <= _BESIDE_MARK]
    left_out = {"".join(i.text.split()) for i in near if not i.has("name", "light", "question")}
    told = [t for p in found.parts[:1] for t in found.record.fact.parts[p].texts]
    texts = ["".join(t[question.asked_in].casefold().split()) for t in told]
    return bool(texts) and any(all(w in text and len(text) <= len(w) + _MORE for text in texts) for w in left_out)


_MORE = 3
"""Letters that what is told may have beside what is left out: quotation marks, an article."""
_BESIDE_MARK = 4
"""Words from "besides" or 말고 to what is left out."""


def _ends_what_begins(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked when somebody was received, and only the end would be told: "what time did Kim welcome Park?"."""
    if found.parts[:1] != ("end",):
        return False
    return any(w.startswith(_RECEIVING) for i in question.items if i.lends is None for w in i.text.split())


def _not_the_host(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked who held it, or if a house did, by a verb of its kind for that, and only who took part would be told."""
    asked = {"who", "which"} & set(question.asks) and all(f.role in ("by", "subject", "") for f in question.foci)
    named = (i for i in question.items if question.yesno and question.asked_in == "ko" and i.role == "by")
    by_house = any(known.of_type(i.ids("name"), "organisation") for i in named)
    if not (asked or by_house) or "organiser" in found.record.fact.parts:
        return False
    own = {f"kind:{found.record.kind}", *([""] if by_house else ())}
    held = any(s.tag == "part" and s.id == "organiser" and s.fact in own for i in question.items for s in i.senses)
    return held and not any(
        "place" in i.ids("sort") or i.has("noun") for f in question.foci for i in f.nouns
    )  # "which hotel held it"


_RECEIVING = ("welcom", "greet", "receiv", "맞이", "맞았", "영접", "마중")
"""How verbs begin for what one does when somebody comes."""


def _figure_of_its_people(question: Question, found: Fit, known: Known) -> bool:
    """Whether nothing but a figure of a house is asked for, and a fact tells that of one of its people: "how old is Acme?"."""
    told = found.record.fact.parts
    figure = found.parts[:1]
    if found.record.kind == NAME_KIND or not figure or not all(isinstance(v, Amount) for v in told[figure[0]].values):
        return False
    said = [i for i in question.items if i.lends is None and not i.has("question", "auxiliaries", "prep", "filler")]
    named = [i for i in said if i.has("name", "noun") and figure[0] not in i.ids("part")]
    houses = set(known.of_type((n for i in named for n in (*i.ids("name"), *i.ids("noun"))), "organisation"))
    rest = [i for i in said if i not in named and not (i.has("light") and not i.has("part", "title", "word"))]
    people = known.names_as("by", found.record)
    if len(named) != 1 or not houses or houses & found.record.names.keys() or not people:
        return False
    bare = all(figure[0] in i.ids("part") for i in rest)
    return bare and all(houses & known.members[n] for n in known.of_type(people, "person")) and not question.anaphora


def _yes_for_topic(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked what something was about, and only yes or no would be told: "what was the coach's talk about?"."""
    topic = question.foci[0].role == "about" and question.text.rstrip(" ?!.").endswith(" about")
    return question.asks == ("what",) and topic and _tells_flag(found, found.parts[:1])


def _another_by_entry(question: Question, found: Fit, known: Known) -> bool:
    """Whether it is asked who else there was, and an entry would tell only who somebody is that nothing names: "who else wanted the job?"."""
    if question.asks != ("who",) or "else" not in question.marks or question.names or question.anaphora:
        return False
    return found.record.kind == NAME_KIND and not question.filled


_ANY = frozenset[str]()
_RULES = (
    (_of_owning, frozenset({"who", "what", "which"})),
    (_of_another_kind, frozenset({"who"})),
    (_no_holder, frozenset({"which"})),
    (_no_person, frozenset({"who"})),
    (_same_again, _ANY),
    (_ends_what_begins, _ANY),
    (_house_for_person, frozenset({"who"})),
    (_place_for_count, frozenset({"how_many"})),
    (_share_of_one, frozenset({"how_much", "how_many"})),
    (_to_be_again, frozenset({"when", "clock", "days", "where"})),
    (_begun_otherwise, frozenset({"when"})),
    (_was_there, frozenset({"where"})),
    (_no_cause, frozenset({"what"})),
    (_said_by_another, frozenset({"what"})),
    (_only_spoken_of, frozenset({"when", "clock", "days", "where"})),
    (_came_and_not_left, _ANY),
    (_entered_his_house, _ANY),
    (_not_the_host, frozenset({"who", "which"})),
    (_figure_of_its_people, _ANY),
    (_yes_for_topic, frozenset({"what"})),
    (_another_by_entry, frozenset({"who"})),
)
"""What makes a fact no answer, each with the question words behind which it may; none where it hangs on no such word."""
