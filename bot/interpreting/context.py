"""What the last turn fills in: pronouns, and questions of gaps ("what about Kim?", "그럼 어디서?")."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.facts import AGENTS, When
from bot.interpreting.listed import one_of_them, other_of_house, who_is
from bot.interpreting.pronouns import asked_who, resolved
from bot.interpreting.titles import above
from bot.language.senses import Sense
from bot.learning.dates import relative
from bot.learning.known import NAME_KIND, Known
from bot.question import THAT_DAY, Focus, Item, Question
from bot.recalling.lean import turns_to_itself
from bot.turn import Memory


def inherit(question: Question, known: Known, memory: Memory) -> Question:
    """A question of gaps ("what about Kim?", "그럼 어디서?") with what the last one was about put in them."""
    if memory.facts and _put_back(question):
        return replace(question, yesno=True)
    question = _of_his_head(_others_of_house(_on_another_occasion(question, memory), known), known, memory)
    question = other_of_house(_of_one_named(question, known), known, memory)
    question = one_of_them(_of_named_side(_of_which_house(question, known, memory), known, memory), known, memory)
    question = resolved(_that_day(question, known, memory), known, memory)
    if not memory.kinds and not memory.parts:
        return replace(question, yesno=False) if _goes_on_from_nothing(question) else question
    same = _asks_same(question, known)
    if same:
        question = replace(question, items=tuple(i for i in question.items if i.has("name")), follow=True)
    question = _of_thing_itself(question, known, memory)
    if question.names and question.marks & {"before", "after", "next"}:
        return question
    if _another(question, known, memory):
        question = replace(question, foci=())
    if _of_house(question, known, memory):
        return _among(question, memory)
    sided = bool(question.names) or any(i.has("title") for i in question.items)
    counted = "how_many" in question.asks and not sided  # "how many of them came" asks for no names
    among = "member" in question.anaphora and not counted
    if among and not any(i.has("kind", "part") and not i.has("light") for i in question.items):
        return _among(question, memory)
    asking = [i for i in question.items if not i.has("prep") and not _PLACES & set(i.ids("mark"))]
    has_part = any(i.has("part", "of_fact", "contrary") for i in asking)
    has_kind = any(i.has("kind") for i in question.items)
    of_people = asked_who(memory, known) and not question.yesno and not question.names
    parted = of_people and any(i.has("daypart") for i in question.items)  # "and in the morning?", after whom he met
    timed = any(i.has("when") for i in question.items)
    dated = (question.follow and (parted or timed)) or (THAT_DAY in question.times and timed)
    if (
        question.asks
        or question.summary
        or has_part
        or (question.yesno and not question.follow)
        or (has_kind and not question.follow)
    ):
        return question
    if (
        not question.names
        and not dated
        and not question.anaphora
        and not question.marks & {"before", "after", "earlier", "else", *_PLACES}
    ):
        return question
    theirs, none = _of_their_own(question, known, memory), _of_none(question, known, memory)
    another = none and not theirs and bool(memory.kinds) and asked_who(memory, known)
    if another and NAME_KIND not in memory.kinds and set(known.of_type(question.names, *AGENTS)) == set(question.names):
        theirs = none = False  # "who pays?" "And Acme?" asks whether they do, and not who did anything else with them
        same = True
    spoken = () if theirs or none else memory.kinds
    kinds = tuple(Sense("kind", k) for k in spoken if k != NAME_KIND and not has_kind)
    extra = [Item("", kinds)] if kinds else []
    subject = known.of_type([n for n in memory.names[:1] if n not in memory.new], "person") if dated and parted else []
    extra += [Item("", (Sense("name", n),), "topic") for n in subject]
    question = replace(question, names=(*question.names, *subject))
    placed = memory.parts[:1] == ("where",) and known.of_type(question.names, "place") == list(question.names)
    placed = placed and bool(question.names)  # "where was that?" "And at the port?" asks what happened there
    asked = () if question.alone or same or placed else memory.parts  # "only the two of them?" asks nothing more
    extra += [Item("", (Sense("part", p),)) for p in asked]
    foci = tuple(
        Focus(next(iter(known.facts.parts[p].asks), "what") if p in known.facts.parts else "what", nouns=(part,))
        for p, part in zip(asked[:1], extra[-len(asked) :], strict=False)
    )
    return replace(question, items=(*question.items, *extra), foci=foci, yesno=not foci and not dated and not placed)


def _on_another_occasion(question: Question, memory: Memory) -> Question:
    """ "And when he met Kim?", "김 만날 때는?", "작년 홍수 때는?": what was asked last, of the occasion that it tells."""
    if not memory.parts or question.yesno:
        return question
    said = [i for i in question.items if i.text and not i.has("follow")]
    if question.asked_in == "ko":
        whens = [i for i in said[-1:] if i.text.split()[-1] in _THE_TIME and i.role == "topic"]
        verbal = any(i.has("verb", "kind", "name") for i in said) and not any(i.has("question") for i in said)
    else:
        whens = [i for i in said[:1] if i.text == "when" and question.follow]
        verbal = not any(i.has("auxiliaries") for i in said) and any(i.has("kind") for i in said)
    if not whens or not verbal or len(question.foci) > 1:
        return question
    items = tuple(i for i in question.items if i not in whens or i.has("kind"))
    return replace(question, items=items, foci=(), follow=True)


def _of_his_head(question: Question, known: Known, memory: Memory) -> Question:
    """ "And his chairman?", "who is her boss?": who holds that title where the one last told of is, and not he himself."""
    if question.texts.isdisjoint(_HIS):
        return question
    whose = next((b for a, b in pairwise(question.items) if a.text in _HIS and b.has("title")), None)
    people = known.of_type(memory.names, "person")
    if whose is None or whose.has("name", "leads") or question.names or question.yesno or not people:
        return question
    over = above(people[0], whose.ids("title"), known)
    if not over:
        return replace(question, unknown=(whose.text,), unknown_at=(whose.at,))
    holder = replace(whose, senses=tuple(Sense("name", p) for p in over), titled=True)
    items = tuple(holder if i is whose else i for i in question.items if i.text not in _HIS)
    asks = tuple(replace(f, nouns=(), holder=(over[0],)) for f in question.foci if f.word == "who")
    foci = asks or question.foci or (Focus("who", holder=(over[0],)),)
    return replace(question, items=items, names=(over[0],), foci=foci, anaphora=question.anaphora - {"person", "thing"})


_HIS = frozenset({"his", "her"})
_THE_TIME = frozenset({"때", "땐", "때에", "적"})
"""Korean nouns behind a verb for the time of what it says: "만날 때는"."""


def _goes_on_from_nothing(question: Question) -> bool:
    """Whether only a name stands behind a word that goes on ("그럼 김은?"), which has nothing to be confirmed."""
    return question.follow and all(i.has("name", "follow", "light") for i in question.items)


def _of_one_named(question: Question, known: Known) -> Question:
    """ "그중 김 사장은 어느 회사예요?": who one of them is that is named, and nothing of the others."""
    if "member" not in question.anaphora or len(question.names) != 1 or question.yesno:
        return question
    named = known.of_type(question.names, "person") == list(question.names)
    said = [i for i in question.items if i.lends is None and not i.has("name", "anaphor", "question", "light", "prep")]
    itself = bool(said) and all({"of", "title"} & set(i.ids("part")) for i in said)
    if not named or not itself:
        return question
    items = tuple(i for i in question.items if "member" not in i.ids("anaphor"))
    return replace(question, items=items, anaphora=question.anaphora - {"member"})


def _others_of_house(question: Question, known: Known) -> Question:
    """ "김 말고 가나 사람 더 있었어?": who else of a house was there, which a yes would not tell."""
    if not question.yesno or question.asked_in != "ko" or not {"except", "else"} <= question.marks:
        return question
    house = known.of_type(question.names, "organisation")
    people = known.of_type(question.excepted, "person")
    idle = all(i.has("name", "light", "mark", "follow", "sort") for i in question.items)
    if len(question.names) != 1 or not house or not people or not idle:
        return question
    kept = [i for i in question.items if i.has("name", "mark") and not i.has("light")]
    items = tuple(replace(i, role="from") if house[0] in i.ids("name") else i for i in kept)
    return replace(question, items=items, foci=(Focus("who"),), yesno=False)


_PLACES = frozenset({"first", "second", "last"})
"""Marks of a place in a row, which say of which thing the same is asked: "and the second one?"."""


def _of_named_side(question: Question, known: Known, memory: Memory) -> Question:
    """ "가나 쪽은?", "the Acme side?": a side that is named, of which what was asked last is asked."""
    sides = [i for i in question.items if i.text in ("쪽", "측", "side") and not i.has("name")]
    if not sides:
        return question
    rest = [i for i in question.items if i not in sides]
    whose = [n for n in question.names[:1] if any(i.has("question") for i in rest) and question.asks == ("who",)]
    if _of_those_there(whose, rest, known, memory):  # "가나 쪽은 누구였죠?"
        return _among(replace(question, items=tuple(rest), foci=(Focus("who"),)), memory)
    bare = all(i.has("name", "follow", "light", "prep") for i in rest)
    if not bare or not question.names or any(i.has("question") for i in rest):
        return question
    light = (Sense("light", ""),)
    sided = [i for i in rest if asked_who(memory, known) and known.of_type(i.ids("name"), "organisation")]
    items = (replace(i, senses=light) if i in sides else i for i in question.items)
    return replace(question, items=tuple(replace(i, role="from") if i in sided else i for i in items), foci=())


def _asks_same(question: Question, known: Known) -> bool:
    """ "Did Kim?", "ok, was Park?": whether it is asked if the one named did what was asked last, and no more."""
    said = [i for i in question.items if not i.has("follow") or i.has("name", "auxiliaries")]
    bare = len(said) == 2 and said[0].has("auxiliaries") and bool(known.of_type(said[1].ids("name"), *AGENTS))
    return bare and question.yesno and not question.foci and question.asked_in == "en"


def _of_thing_itself(question: Question, known: Known, memory: Memory) -> Question:
    """ "And the talk itself?", behind what somebody said of whom he met there: what the same one said of that.

    So too on another occasion, behind what somebody said on one: "and after the talks?", "김 만나고는?".
    """
    record = known.records.get(memory.topic)
    itself = not question.foci and not question.names and not question.yesno and turns_to_itself(question)
    elsewhere = memory.parts[:1] == ("said",) and _tells_occasion(question)
    if record is None or "said" not in record.fact.parts or not (itself or elsewhere):
        return question
    speakers = [n for n in record.names if any(p.role == "by" for p in known.parts_of(n, record))]
    if elsewhere and (len(speakers) != 1 or speakers[0] in question.names):
        return question
    said = Item("", (Sense("part", "said"),))
    extra = (*(Item("", (Sense("name", n),), "by") for n in speakers), said)
    return replace(
        question,
        items=(*question.items, *extra),
        names=(*speakers, *question.names),
        foci=(Focus("what", nouns=(said,)),),
        yesno=False,
    )


def _tells_occasion(question: Question) -> bool:
    """Whether a question is only an occasion: "after the talks?", "가나에서는?", "김 만나고는?"."""
    said = [i for i in question.items if i.text and not i.has("follow")]
    bare = not question.foci and any(i.has("name", "kind", "word") and not i.has("mark") for i in said)
    bare = bare and all(i.has("name", "kind", "word", "mark", "light") for i in said)
    ending = question.text.rstrip(" ?")
    placed = any(i.role in ("at", "from") for i in said if i.has("name")) and ending.endswith(("서는", "선"))
    return bare and ("after" in question.marks or placed or ending.endswith("고는"))


def _of_those_there(house: list[str], rest: list[Item], known: Known, memory: Memory) -> bool:
    """Whether people of a house that is all that is named were in the fact told last."""
    record = known.records.get(memory.topic)
    named = known.of_type(house, "organisation") and all(
        i.has("name", "follow", "light", "prep", "question") for i in rest
    )
    there = known.standing(house[0], record) if named and record is not None and record.kind != NAME_KIND else []
    return bool(known.of_type(there, "person"))


def _of_which_house(question: Question, known: Known, memory: Memory) -> Question:
    """ "어디 회장인데?", "which company's CEO?": of which house the person last told of holds the title."""
    if question.names or question.yesno:
        return question
    said = [
        i for i in question.items if i.lends is None and not i.has("light", "follow", "auxiliaries", "prep", "anaphor")
    ]
    words = [w for i in said for w in (i.pieces if i.has("question") and i.pieces else (i,))]
    titles = {t for w in words for t in w.ids("title")}
    bare = bool(titles) and all(w.has("title", "question", "sort") for w in words)
    which = any({"which", "where"} & set(i.ids("question")) for i in said)
    of_what = question.foci[:1] and question.foci[0].role == "of" and question.asks == ("what",)
    which |= bool(of_what) and "person" in question.anaphora  # "he is CEO of what?"
    if not bare or not which:
        return question
    people = known.of_type(memory.names, "person")
    holders = [n for n in people if titles & known.titles[n]] or (people[:1] if of_what else [])
    return who_is(holders[0], question) if holders else question


def _that_day(question: Question, known: Known, memory: Memory) -> Question:
    """ "The next day?", "그 전날은?": the day beside that of the fact last told, where nothing else is said."""
    if not memory.facts or "relative" not in question.tags:
        return question
    days = [i for i in question.items if any(r.startswith("that_day:") for r in i.ids("relative"))]
    if len(days) != 1:
        return question
    rest = [i for i in question.items if i not in days]
    told = [w for f in memory.facts if f in known.records and (w := known.records[f].fact.when) and w.day]
    named = not question.foci and sum(i.has("name") for i in rest) == 1  # "그 다음날은 가나에 있었죠?"
    idle = ("light", "follow", "prep", "question", "anaphor", "confirm")
    bare = all(i.has(*idle, *(("name",) if named else ())) and (named or not i.has("name")) for i in rest)
    if not bare:
        return question
    if not told or told[0].until is not None:  # the day beside one that is not told
        return replace(question, unknown=(days[0].text,), unknown_at=(days[0].at,))
    offset = int(days[0].ids("relative")[0].partition(":")[2])
    between = len(told) == 2 and relative("day", offset, told[0]) == _day_of(told[1])
    when = told[1] if between else told[0]  # "the day before? and the day after?": both of the same day
    day = replace(days[0], senses=(Sense("when", THAT_DAY),), pieces=())
    kinds = [Item("", (Sense("kind", k),)) for k in memory.kinds[:1] if named and k != NAME_KIND]
    return replace(
        question,
        items=(*(day if i is days[0] else i for i in question.items), *kinds),
        times={**question.times, THAT_DAY: relative("day", offset, when)},
        anaphora=question.anaphora | {"time"},
        marks=question.marks - {"before", "after", "next"},
        yesno=question.yesno or named,
    )


def _day_of(when: When) -> When:
    return When(when.year, when.month, when.day)


def _another(question: Question, known: Known, memory: Memory) -> bool:
    """Whether somebody spoken of by title takes the place of another ("and the Acme head?"), where no title was asked.

    Where yes or no was asked, only if the one named did the like: "did Kim comment?" "And the Acme head?".
    """
    bare = all(i.titled or i.has("follow", "light", "prep") for i in question.items)
    held = bool(question.foci) and bool(question.foci[0].holder) and question.foci[0].at < 0
    last = question.items[-1].role if question.items and question.asked_in == "ko" else ""
    topical = last == "topic" and NAME_KIND not in memory.kinds
    goes_on = held and bare and (question.follow or (topical and bool(memory.kinds)))
    if not goes_on or memory.parts:
        return goes_on and not set(memory.parts) & {"title", "is"}
    acts = [r for r in known.records.values() if r.kind in memory.kinds and r.kind != NAME_KIND]
    acted = [p for r in acts for n in question.foci[0].holder for p in known.parts_of(n, r)]
    return any(p.role == "by" and not p.mutual for p in acted)


def _of_house(question: Question, known: Known, memory: Memory) -> bool:
    """Whether those of a house are asked for among the people told ("and Acme?", "가나 소속은요"), where they stand for it."""
    record = known.records.get(memory.topic)
    asked = [n for f in question.foci for n in f.nouns]
    if record is None or len(question.names) != 1 or not asked_who(memory, known) or question.yesno:
        return False
    if question.asks == ("what",) and not asked:
        return False  # "what's Kim's company?"
    house = question.names[0]
    belonging = all("of" in n.ids("part") for n in asked) and all(
        i.has("name", "follow", "light", "prep", "question") or i in asked for i in question.items
    )
    stands = house in record.near and house not in record.names and len(known.standing(house, record)) > 0
    return belonging and stands and known.facts.names[house].type == "organisation"


def _put_back(question: Question) -> bool:
    """Whether it is only a place, a time or a companion with its preposition or particle: "in Lyon?", "오전에요?"."""
    text = question.text.rstrip(" ?!.").removesuffix("요")
    items = [i for i in question.items if not i.has("follow") or i.has("name", "daypart", "when")]
    claims = [i for i in items if i.has("name", "daypart", "when", "weekday")]
    if question.foci or question.follow or not claims or len(items) > 4 or not question.text.rstrip().endswith("?"):
        return False
    if not all(i in claims or i.has("light", "prep") for i in items):
        return False
    if question.asked_in == "en":
        return bool(set(items[0].ids("prep")) & {"at", "with"})
    return claims[-1].role in ("at", "from", "with") and not text.endswith(("은", "는", "도", "엔", "선", "겐"))


def _of_their_own(question: Question, known: Known, memory: Memory) -> bool:
    """Whether what was asked last is told by the entries of the names ("and Lee's?" after a title), and by no fact of then."""
    entries = [known.entry(n) for n in question.names]
    then = [known.records[f] for f in memory.facts if f in known.records]
    return any(p in e.fact.parts for p in memory.parts for e in entries) and not any(
        p in r.fact.parts for p in memory.parts for r in then
    )


def _of_none(question: Question, known: Known, memory: Memory) -> bool:
    """Whether no fact of the kinds spoken of holds what is named, so that another kind is meant ("and there?")."""
    held = (r for r in known.records.values() if r.kind in memory.kinds)
    return bool(memory.parts and question.names) and not any(
        {*r.names, *r.near}.intersection(question.names) for r in held
    )


def _among(question: Question, memory: Memory) -> Question:
    """ "Which of them are from X": the names last told, of one side; "is X one of them": whether X is one."""
    spoken = [i for i in question.items if i.titled]
    if spoken and not question.yesno:
        return replace(question, foci=(Focus("who", holder=spoken[0].ids("name")),))
    kinds = [Item("", (Sense("kind", k),)) for k in memory.kinds[:1]]
    if question.yesno and question.names:
        rest = (replace(i, role="") if i.has("name") else i for i in question.items if not i.has("number"))
        return replace(question, items=(*rest, *kinds))
    items = tuple(
        replace(i, senses=tuple(s for s in i.senses if s.tag != "part")) if i.has("part") else i for i in question.items
    )
    items = tuple(replace(i, role="from") if i.has("name") else i for i in items if i.senses)
    return replace(question, items=(*items, *kinds), foci=(Focus("who"),), yesno=False)
