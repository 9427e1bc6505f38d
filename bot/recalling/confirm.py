"""Who somebody is, or whether they are what a question says: told by that name's own entry, or not at all."""

from __future__ import annotations

from itertools import takewhile

from bot.facts import AGENTS
from bot.finding import Answer, Finding, Settled, Unclear, Untold
from bot.language import korean
from bot.language.english import IS
from bot.learning.known import NAME_KIND, Known
from bot.question import Item, Question
from bot.turn import Memory, Reason


def confirmed(question: Question, known: Known) -> Finding | None:
    """The finding of "is A the head of B?" and "is A such and such?"; None for any other question."""
    if not question.yesno:
        asked = _who_they_are(question, known) or _which_of_them(question, known)
        return asked or _who_is_meant(question, known)
    settled = _holds_title(question, known) or _is_who_else(question, known) or _who_is_meant(question, known)
    settled = settled or _belongs(question, known) or _of_one_house(question, known)
    settled = settled or _lies_there(question, known) or _from_there(question, known)
    return settled or _is_of_sort(question, known) or _is_so(question, known)


def _who_they_are(question: Question, known: Known) -> Finding | None:
    """ "Names of the Acme head and the Bolt head", "김과 박은 각각 어느 회사 대표야": by the entries of all of them."""
    passed = ("light", "auxiliaries", "prep", "follow", "question", "tell", "title")
    beside = {"with"} if question.asked_in == "en" else set()  # "who was with Kim and Park"
    titled = [i for i in question.items if i.lends is None and i.role not in beside]
    titled = [i for i in titled if i.titled or known.of_type(i.ids("name"), "person")]
    if len(titled) < 2:
        return None
    each = _before_each(question)
    titled = [i for i in titled if i in each] or titled  # "김이 만난 박이랑 최, 각각 어느 회사 사람이야"
    rest = [i for i in question.items if i.lends is None and i not in titled and not i.has(*passed)]
    rest = [i for i in rest if i.at > each[0].at] if each else rest
    named = bool(question.foci) and all(f.word == "who" or f.is_for_name for f in question.foci)
    other = [i for i in rest if not set(i.ids("sort")) & {"name", "person"}]
    if question.foci and _of_each(question):
        named = True
        other = [
            i for i in other if "organisation" not in i.ids("sort") and not {"title", "of", "is"} & set(i.ids("part"))
        ]
        other = [i for i in other if not _is_each(i)]
        firms = {i.at - 1 for i in rest if "organisation" in i.ids("sort")}
        other = [i for i in other if not (i.at in firms and known.of_type(i.ids("name"), "organisation"))]
        if any(i.text in EACH for i in question.items):  # "Kim and Park: which bank, respectively"
            other = [i for i in other if i.has("name") or not known.of_type(i.ids("noun"), "organisation")]
    amid = any(i.text in ("between", "사이", "사이에") for i in question.items)
    if question.yesno or question.alternatives or not named or len(titled) < 2 or other or amid:
        return None
    ids = dict.fromkeys(n for i in titled for n in i.ids("name"))
    return Settled(tuple(Answer(known.entry(n)) for n in ids), "list")


def _which_of_them(question: Question, known: Known) -> Finding | None:
    """ "Which of the guests heads Acme?": by the entry of whoever it is, as "who heads Acme?"."""
    *before, titled = question.items or (Item("", ()),)
    if not titled.titled:
        return None
    chosen = any("person" in i.ids("sort") for i in before) and len(question.foci) == 1
    idle = all("person" in i.ids("sort") or i.has("light", "question") or i.text in IS for i in before)
    bare = idle and titled.role in ("", "by", "object", "topic")
    led = any(i.has("prep") for i in before[-1:])
    deed = any(i.has("auxiliaries") and i.text not in IS for i in before)
    which = bool(question.asks) and {*question.asks} <= {"which", "who"} and not question.yesno
    if not (which and chosen and bare) or led or deed:
        return None
    holders = known.of_type(titled.ids("name"), "person")
    return Settled((Answer(known.entry(holders[0])),), "value") if len(holders) == 1 else None


def _of_each(question: Question) -> bool:
    """Whether what several people are is asked of each: "각각 누구야", "둘은 어디 소속이야", or behind that of another one: "김과 박은?"."""
    if any(i.text in EACH for i in question.items):
        return True
    told = [i for i in question.items if {"title", "of", "is"} & set(i.ids("part"))]
    if told and (question.filled or any(_is_each(i) for i in question.items)):
        return True
    if any(i.titled for i in question.items):
        return False
    nouns = [i for i in told if {"title", "of"} & {s.id for s in i.senses if s.tag == "part" and not s.like}]
    nouns = [i for i in nouns if not i.has("kind", "auxiliaries", "name")]
    return bool(nouns) and not question.marks and not question.anaphora  # "which firms are Kim and Park of"


def _is_each(item: Item) -> bool:
    """Whether it says that each of several is asked about: "각각", "둘은"."""
    return item.text in EACH or "pair" in item.ids("mark")


EACH = korean.EACH | {"respectively"}
"""Words by which something is asked of each of several: of people, their entries tell it."""


def _before_each(question: Question) -> list[Item]:
    """The names right before a Korean word for each of them, where there are several."""
    at = next((n for n, i in enumerate(question.items) if i.text in EACH and not i.text.isascii()), 0)
    row = list(takewhile(lambda i: i.has("name"), reversed(question.items[:at])))[::-1]
    joined = [i for n, i in enumerate(row) if all(b.role == "with" for b in row[n:-1])]
    return joined if len(joined) > 1 else []


def _belongs(question: Question, known: Known) -> Finding | None:
    """ "Does A work for B?", "A는 B 소속이야?", "A랑 B 둘 다 C 사람이야?": by their own entries, whoever met whom."""
    passed = ("light", "auxiliaries", "prep", "follow", "confirm", "anaphor")
    both = [i for i in question.items if {"both", "pair"} & set(i.ids("mark")) and not i.has("name", "kind")]
    said = [i for i in question.items if i not in both and (i.has("name") or not i.has(*passed))]
    people = [i for i in said if known.of_type(i.ids("name"), "person")]
    sorts = ("organisation", "place") if len(people) > 1 else ("organisation",)
    houses = [i for i in said if known.of_type(i.ids("name"), *sorts)]
    ties = [i for i in question.items if "of" in i.ids("part") and not i.has("name", "kind", "sort", "auxiliaries")]
    ties = ties or [i for i in said[-1:] if "person" in i.ids("sort") and not i.text.isascii()]  # "A가 B 사람이야"
    tied = len(ties) == 1 or (bool(houses) and houses[0].role == "from" and houses[0].text.isascii())
    tied |= question.asked_in == "ko" and bool(houses) and said[-1:] == houses and houses[0].role == ""  # "A는 B야"
    others = [i for i in said if i not in (*people, *houses, *ties)]
    if not question.yesno or len(people) not in _FEW or len(houses) != 1 or not tied or others:
        return None
    if len(people) > 1:
        return _all_belong(people, houses[0], known)
    person, house = people[0].ids("name")[0], houses[0].ids("name")[0]
    home = known.facts.names[person].of
    if not home:
        return None
    if any(i.text.startswith("own") for i in ties):
        title = known.facts.names[person].title
        if title is None or "own" not in title["en"].lower():  # who heads a house need not own it
            return Untold(Reason.NOT_STATED, (), known.entry(person))
    return Settled((Answer(known.entry(person)),), "yes" if house in known.members[person] else "no")


_FEW = range(1, 5)


def _all_belong(people: list[Item], house: Item, known: Known) -> Finding | None:
    """Whether all of several people are of a house, by the entry of each."""
    entries = [known.entry(i.ids("name")[0]) for i in people]
    homes = [known.facts.names[e.fact.names[0]].of for e in entries]
    if not all(homes) or any(i.role not in ("", "with", "by", "topic") for i in people):
        return None
    of = house.ids("name")[0]
    answers = tuple(Answer(e) for e in entries)
    if known.facts.names[of].type == "place":  # where somebody's house is says not where he is from
        lands = [e.fact.parts["country"].names if "country" in e.fact.parts else () for e in entries]
        own = all(of in (*home, *land) for home, land in zip(homes, lands, strict=True))
        return Settled(answers, "list", holds=True) if own else Untold(Reason.NOT_STATED)
    return Settled(answers, "list", holds=all(of in known.members[e.fact.names[0]] for e in entries))


def _of_one_house(question: Question, known: Known) -> Finding | None:
    """ "Are A and B from the same firm?", "A랑 B는 같은 회사야?": by the entries of both."""
    people = [i for i in question.items if known.of_type(i.ids("name"), *AGENTS)]
    passed = ("auxiliaries", "prep", "follow", "confirm", "anaphor")  # "Kim and Park, do they work for the same firm?"
    rest = [i for i in question.items if i not in people and not i.has(*passed)]
    same = any("same" in i.ids("mark") for i in rest)
    country = any("country" in i.ids("sort") for i in rest)
    housed = any("organisation" in i.ids("sort") or "of" in i.ids("part") for i in rest) and not country
    other = [i for i in rest if not i.has("mark", "sort", "light") and "of" not in i.ids("part")]
    if not question.yesno or len(people) != 2 or not (same and (housed or country)) or other:
        return None
    if housed and not all(known.of_type(i.ids("name"), "person") for i in people):
        return None
    both = [known.entry(i.ids("name")[0]) for i in people]
    homes = [set(known.facts.names[e.fact.names[0]].of) for e in both]
    told = [e.fact.parts.get("country") for e in both]
    if country:  # "are Kim and Park of the same country?"
        homes = [set(known.of_type(sorted(h), "place")) for h in homes]
        homes = [set(t.names) if t is not None else h for t, h in zip(told, homes, strict=True)]
    if not all(homes):
        return Untold(Reason.NOT_STATED) if country else None
    person = any(t is not None and known.of_type(e.fact.names, "person") for t, e in zip(told, both, strict=True))
    lands = {n for i in rest for n in i.ids("noun")}
    if country and (person or not lands.issuperset(homes[0] | homes[1])) and not homes[0] & homes[1]:
        return Untold(Reason.NOT_STATED)  # people may be of several nations, and two cities in one
    denied = any("not" in i.ids("mark") for i in rest)
    return Settled(tuple(Answer(e) for e in both), "list", holds=bool(homes[0] & homes[1]) != denied)


def name_of_last(question: Question, known: Known, memory: Memory) -> Finding | None:
    """ "And the name?", "이름이 뭐더라", behind what was asked of somebody who was spoken of by title: who that is."""
    if question.yesno or "sort" not in question.tags:
        return None
    passed = ("question", "auxiliaries", "follow", "tell", "prep", "light", "filler")
    said = [i for i in question.items if not i.has(*passed) or i.has("anaphor") or i.ids("sort") == ("name",)]
    if memory.titled and "person" in question.anaphora:  # "그 사람 이름"
        said = [i for i in said if i.text]
    bare = bool(said) and all(i.ids("sort") == ("name",) or i.has("anaphor") or not i.senses for i in said)
    whole = not memory.parts or (question.asked_in == "ko" and memory.new == memory.names[:1]) or bool(memory.titled)
    if not bare or not any(i.has("sort") for i in said) or not whole:
        return None
    people = memory.titled or known.of_type(memory.names[:1], "person")
    return Settled((Answer(known.entry(people[0])),), "value") if people else None


def holding(question: Question, known: Known, memory: Memory) -> Finding | None:
    """Who holds a title that is asked for with no house beside it ("who is the director?"): of several, it is asked which."""
    if set(question.asks) != {"who"} or question.asked_role in ("to", "with", "from"):
        return None  # "학생은 누구한테 알렸어"
    said = [i for i in question.items if not i.has("light", "auxiliaries", "prep", "follow", "question", "tell")]
    titles = [i for i in said if i.has("title") and not i.has("name", "kind", "part", "noun", "asked")]
    titles = [i for i in titles if set(i.ids("of_fact")) <= {"title"}]
    if len(titles) != 1 or any(i not in titles and not i.has("anaphor") for i in said):
        return None
    holders = [n for n, held in known.titles.items() if held & set(titles[0].ids("title"))]
    houses = known.of_type(memory.names, "organisation")
    spoken = [n for n in memory.names if n in holders]
    spoken = spoken or [n for house in houses for n in holders if house in known.facts.names[n].of]
    if question.anaphora:  # "who is its head", where nobody known heads it
        return None if spoken else Untold(Reason.NOT_STATED)
    one = spoken[:1] if len(holders) > 1 else holders
    if one:
        return Settled((Answer(known.entry(one[0])),), "value")
    return Unclear(tuple(holders), "name", titles[0].text) if holders else None


def _holds_title(question: Question, known: Known) -> Finding | None:
    """ "Is A the head of B?": yes, or who is; the two of them in one fact would confirm nothing."""
    passed = ("light", "auxiliaries", "anaphor", "follow", "question", "confirm")  # "is Kim the one who heads it"
    spoken = [i for i in question.items if i.has("name") or not (i.has(*passed) or "only" in i.ids("mark"))]
    people = [i for i in spoken if i.has("name")]
    done = any(i.has("kind") and not i.has("name", "title", "auxiliaries", "sort") for i in question.items)
    if not question.yesno or len(spoken) != 2 or len(people) != 2 or sum(i.titled for i in people) != 1 or done:
        return None
    one, titled = sorted(people, key=lambda i: i.titled)
    if one.role not in ("", "by", "topic") or any(known.facts.names[n].type != "person" for n in one.ids("name")):
        return None
    same = [n for n in one.ids("name") if n in titled.ids("name")]
    if any(
        i.has("question") or "only" in i.ids("mark") for i in question.items
    ):  # "the one who heads it", "the only head"
        if not same:
            return Untold(Reason.NOT_STATED)
        return Settled((Answer(known.entry(same[0])),), "yes") if len(titled.ids("name")) == 1 else None
    if same and titled.has("held") and not set(titled.ids("held")) & known.titles[same[0]]:
        return Settled((Answer(known.entry(same[0])),), "no")  # she heads it, but under another title
    holder = same or list(titled.ids("name"))
    if len(holder) != 1:
        holder = list(one.ids("name"))
    return Settled((Answer(known.entry(holder[0])),), "yes" if same else "no")


def _is_who_else(question: Question, known: Known) -> Finding | None:
    """ "Is A the treasurer of B", where that is what somebody is called: yes, or who is so called."""
    passed = ("light", "auxiliaries", "follow", "confirm", "prep")
    spoken = [i for i in question.items if i.has("name") or not i.has(*passed)]
    people = [i for i in spoken if i.has("name") and i.ids("name") == tuple(known.of_type(i.ids("name"), "person"))]
    if not question.yesno or len(people) != 2 or len(spoken) > 3 or any(i.lends is not None for i in spoken):
        return None
    one, other = people
    led = any(i.text == "the" for i in question.items if one.at < i.at < other.at)
    if question.items[0].text not in IS or not led or other.role not in ("", "by", "object", "topic"):
        return None
    called, *more = other.ids("name")
    houses = {n for i in spoken if i not in people for n in known.of_type(i.ids("name"), "organisation")}
    of_house = known.facts.names[called].of
    if more or (len(spoken) > 2 and not houses) or not houses <= set(of_house):
        return None
    return Settled((Answer(known.entry(called)),), "yes" if called in one.ids("name") else "no")


def _who_is_meant(question: Question, known: Known) -> Finding | None:
    """ "Acme 대표도 왔다는데 누구를 말하는 거야?", "Acme 대표가 김하나야 박둘이야?": by name, who it is that is spoken of by title."""
    titled = [i for i in question.items if i.titled and len(i.ids("name")) == 1]
    if len(titled) != 1:
        return None
    said = [i for i in question.items if i.has("name") and i not in titled]
    asked = [i for i in question.items if i.has("question")]
    meaning = any(i.at <= asked[0].at + 2 and i.text.startswith(_MEANS) for i in question.items) if asked else False
    meant = question.asks == ("who",) and question.asked_role == "object" and meaning and not said
    either = bool(question.alternatives) and not question.foci and all(_is_one_of(i, question) for i in said)
    deed = any(i.has("kind", "part") and not i.has("name", "light", "question") for i in question.items)
    if not (meant or (either and len(said) > 1 and not deed)):
        return None
    holder = titled[0].ids("name")[0]
    return Settled((Answer(known.entry(holder)),), "value") if meant or holder in question.names else None


_MEANS = ("말하는", "말씀하시는", "가리키는", "뜻하는", "이르는", "얘기하는")
"""How Korean verbs of meaning somebody begin."""


def _is_one_of(item: Item, question: Question) -> bool:
    return any(item.at in group for group in question.alternatives) and item.role == ""


def _from_there(question: Question, known: Known) -> Finding | None:
    """ "Is Acme a French company?", "is Kim from France?": by the country that its entry tells."""
    said = [i for i in question.items if i.has("name") or not i.has("light", "auxiliaries", "prep", "follow")]
    if not question.yesno or question.alternatives or len(said) not in (2, 3) or not _opens(question):
        return None
    if question.alone:
        return None  # "is Acme in Rome on its own"
    who, rest = said[0], [w for i in said[1:] for w in (i.pieces or (i,))]
    places = [n for w in rest for n in known.of_type(w.ids("name"), "place")]
    other = [w for w in rest if not w.has("sort", "light", "name") and "country" not in w.ids("part")]
    other += [
        w for w in rest if w.has("name") and not known.of_type(w.ids("name"), "place")
    ]  # "is Acme in Rome with Bolt"
    house = bool(known.of_type(who.ids("name"), "organisation"))  # "is Acme French?"
    if not who.has("name") or not places or other:
        return None
    said_from = any(i.role == "from" and i.has("name") for i in said) or any(map(_hails, question.items))
    nation = any(w.text.title() in known.facts.names[p].exact.get("en", ()) for w in rest for p in places)
    of_people = any({"organisation", "person"} & set(w.ids("sort")) for w in rest)
    if not (house and question.asked_in == "en") and not said_from and not of_people and not nation:
        return None
    record = known.entry(who.ids("name")[0])
    told = record.fact.parts.get("country")
    if told is None:
        return None
    holds = bool(set(places) & set(told.names))
    if not holds and not (house or said_from):
        return None  # people may be of several nations
    if not holds and any(set(told.names) & known.members[p] for p in places):
        return Untold(Reason.NOT_STATED, (), record)  # a town of that country may be where he comes from
    if house and known.facts.names[who.ids("name")[0]].about:
        return Settled((Answer(record),), "yes" if holds else "no")
    return Settled((Answer(record, ("country",)),), "value", holds=holds)


def _hails(item: Item) -> bool:
    """Whether a word is of where somebody comes from: "come from", "출신"."""
    return "country" in item.ids("part") and not item.has("name")


def _lies_there(question: Question, known: Known) -> Finding | None:
    """ "Is the lake in Maple Town?": by what it is written to lie in; of a place that lies elsewhere it is denied."""
    passed = ("light", "auxiliaries", "prep", "follow", "confirm")
    said = [i for i in question.items if i.has("name", "noun") or not (i.has(*passed) or _is_there(i))]
    if not question.yesno or question.alternatives or len(said) != 2 or said[1].role != "at":
        return None
    inside = any(i.text in ("in", "within", "inside") for i in question.items if said[0].at < i.at < said[1].at)
    there = any(map(_is_there, question.items)) if question.asked_in == "ko" else inside and question.opener == "is"
    what = known.of_type(said[0].ids("name") or said[0].ids("noun"), "place", "organisation", "thing")
    places = known.of_type(said[1].ids("name"), "place")
    if not there or len(what) != 1 or len(places) != 1:
        return None
    record, around = known.entry(what[0]), known.members[what[0]]
    if places[0] in around:
        return Settled((Answer(record),), "yes")
    told = set(record.fact.parts["in"].names) if "in" in record.fact.parts else set()
    elsewhere = told and not told & known.around(places) and all(_beside(n, places[0], known) for n in told)
    return Settled((Answer(record),), "no") if elsewhere else None


def _beside(one: str, other: str, known: Known) -> bool:
    """Whether two places are of one sort, or in one place, so that what lies in one is not in the other."""
    names = known.facts.names
    return bool(
        set(names[one].kind.get("en", ())) & set(names[other].kind.get("en", ()))
        or known.members[one] & known.members[other]
    )


def _is_there(item: Item) -> bool:
    """Whether a word says no more than that something lies there: "있어", "located"."""
    return ("present" in item.ids("mark") or "in" in item.ids("part")) and not item.has("name", "noun")


def _opens(question: Question) -> bool:
    come = question.opener == "does" and any(map(_hails, question.items))
    return come or question.asked_in == "ko" or question.opener in ("is", "isn't")


def _is_so(question: Question, known: Known) -> Finding | None:
    """ "Is Kim the head?", "is Kim French?": by Kim's own entry or not at all; that they are together somewhere proves nothing."""
    passed = ("light", "auxiliaries", "prep", "follow", "anaphor", "confirm")
    said = [i for i in question.items if i.has("name") or not i.has(*passed)]
    done = any(i.has("kind") and not i.has("auxiliaries", "name") for i in question.items if i not in said)
    if not question.yesno or question.alternatives or done or len(said) != 2 or not _says_what_is(question, said):
        return None
    who, what = said
    names = known.of_type(who.ids("name"), *AGENTS)
    told = any(s.tag == "of_fact" and not s.fact.startswith(f"{NAME_KIND}:") for s in what.senses)
    named = what.has("name") and not _of_country(what, known)
    if not names or who.titled or told or named or any(w.named(*_NO_PREDICATE) for w in (what, *what.pieces)):
        return None
    record = known.entry(names[0])
    if what.has("title") and "title" in record.fact.parts:
        held = set(what.ids("title")) & known.titles[names[0]]
        return Settled((Answer(record),), "yes" if held else "no")
    if any(s.tag == "word" and s.id == record.fact.id for s in what.senses):
        return Settled((Answer(record),), "yes")
    return None if _is_quoted(what, question) else Untold(Reason.UNKNOWN_WORD, (what.text,))


def _is_quoted(what: Item, question: Question) -> bool:
    """Whether it is what somebody is asked to have said, and nothing that he is: "김이 멋진 시합이라고 했어"."""
    return any(f"{what.text}{ending}" in question.text for ending in ("이라고", "라고", "이라 ", "라 "))


def _is_of_sort(question: Question, known: Known) -> Finding | None:
    """ "Is Acme a company?", "가나는 회사야?": what it is, by its own entry; no fact that has both words makes it one."""
    said = [i for i in question.items if i.has("name") or not i.has("light", "auxiliaries", "prep", "follow")]
    if not question.yesno or question.alternatives or len(said) != 2 or not _says_what_is(question, said):
        return None
    who, what = said
    names = known.of_type(who.ids("name"), "organisation", "thing")
    article = any(i.text in ("a", "an") and i.at == what.at - 1 for i in question.items)
    noun = bool(set(what.ids("sort")) & _SORTS or what.ids("noun")) and not what.has("name", "verb", "mark")
    if (
        len(names) != 1
        or not noun
        or not (article or question.asked_in == "ko")
        or not known.facts.names[names[0]].about
    ):
        return None
    return Settled((Answer(known.entry(names[0])),), "tell")


def of_sorts(question: Question, known: Known) -> Finding | None:
    """ "Is Acme a fund?", "is it a fund or a joint venture?": what it is, by its own entry, and by no event that has such a word."""
    articles = {i.at for i in question.items if i.text in ("a", "an")} if not question.foci else set()
    if not articles or question.opener not in IS:
        return None
    said = [i for i in question.items if i.has("name") or not i.has("light", "auxiliaries", "prep", "follow")]
    nouns = [i for i in said[1:] if "either" not in i.ids("mark") and i.text != "what"]
    if not nouns or not all(n.at - 1 in articles and n.has("kind", "noun", "sort") for n in nouns):
        return None
    names = known.of_type(said[0].ids("name"), "organisation", "thing")
    if len(names) != 1 or not known.facts.names[names[0]].about or names[0] in nouns[0].ids("noun")[: len(nouns) == 1]:
        return None
    if any(s.tag == "part" and known.meant(s.id, s.fact).type == "name" for n in nouns for s in n.senses):
        return None  # "was Acme a partner" is told by what it took part in
    return Settled((Answer(known.entry(names[0])),), "tell")


_SORTS = frozenset({"organisation", "person", "place", "city", "country"})
"""Sorts of what a name may be the name of."""
_NO_PREDICATE = (
    "kind", "part", "contrary", "mark", "when", "daypart", "relative", "number", "asked", "anaphor", "verb",
)  # fmt: skip
"""What says something of an event, not of what somebody is."""


def _says_what_is(question: Question, said: list[Item]) -> bool:
    """Whether a name and what it is said to be are all of a question: "is Kim French", "김은 부장이야"."""
    if question.asked_in == "en":
        placed = any(said[0].at < i.at < said[1].at and set(i.ids("prep")) - {"of", "from"} for i in question.items)
        stated = any(i.text in ("is", "was") and said[0].at < i.at < said[1].at for i in question.items)
        opens = question.opener in ("is", "was", "isn't", "wasn't") or stated  # "Kim is French, right?"
        return opens and not placed and said[1].role in ("", "object")
    if any(i.has("confirm") and i.at > said[1].at for i in question.items):
        return said[1].has("title") and said[1].role in ("", "by")  # "김하나 부장이 맞아"
    also = said[0].role == "" and said[1].at > said[0].at + 1  # "김도 부장이야"
    return (said[0].role in ("by", "topic") or also) and said[1].role == ""


def _of_country(item: Item, known: Known) -> bool:
    return all(known.facts.names[n].type == "place" for n in item.ids("name"))
