"""Findings that are near what is asked and yet no answer to it: how long a thing lasted, for how long it was until it came."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import pairwise

from bot.facts import Amount, Told
from bot.finding import Finding, answers_of
from bot.language.senses import currencies
from bot.language.text import words_in
from bot.learning.known import NAME_KIND, Known
from bot.question import MEASURES, PLACES, Item, Question
from bot.recalling.opening import opened_once
from bot.recalling.pick_all import his_people
from bot.recalling.spoken import own_word, speaks_of


def amiss(question: Question, finding: Finding, known: Known) -> bool:
    """Whether what was found answers another question than the one that is put."""
    if not answers_of(finding):
        return False
    return (
        _of_between(question, finding)
        or (question.asks == ("why",) and _SO_MUCH.search(question.text.lower()) is not None)
        or _by_another(question, finding, known)
        or _of_so_many(question, finding)
        or _decided_by_others(question, finding, known)
        or _of_fewer(question, finding, known)
        or _without_address(question, finding, known)
        or _of_seats(question)
        or _said_by_another(question, finding, known)
        or _only_mentioned(question, finding)
        or _of_no_owner(question, finding, known)
        or _others_people(question, finding, known)
        or _by_no_payer(question, finding)
        or _in_figures(question, finding)
        or _of_other_sides(question, finding, known)
        or _only_the_doer(question, finding)
        or _of_what_speaks_of_it(question, finding, known)
        or _between_others_too(question, finding, known)
        or _around_the_place(question, finding, known)
        or opened_once(question, finding, known)
        or _only_by_whom(question, finding, known)
        or _of_who_came_later(question, finding)
        or _of_another_post(question, finding, known)
        or _counts_another(question, finding, known)
        or _of_the_other_end(question, finding, known)
        or _of_house_for_one(question, finding, known)
        or _of_home_for_tour(question, finding)
        or _of_their_house(question, finding, known)
        or _counted_again(question, finding)
        or _heard_of(question, finding, known)
        or _where_itself(question, finding, known)
    )


def _of_home_for_tour(question: Question, finding: Finding) -> bool:
    """Whether it is asked which countries somebody did, and where he comes from is found: "which countries did Kim do in May?"."""
    places = any(n.text.endswith("s") and n.has("sort") for f in question.foci for n in f.nouns)
    did = question.texts >= {"did", "do"} and bool(question.sorts & PLACES)
    return places and did and all(a.record.kind == NAME_KIND for a in answers_of(finding))


def _of_house_for_one(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked who somebody of a house is, and only what that house is is found: "what's the name of the Acme spokesman?"."""
    named = any(f.word == "who" or f.is_for_name for f in question.foci)
    people = [i for i in question.items if "person" in i.ids("sort") and not i.has("name", "anaphor", "question")]
    told = [a.record for a in answers_of(finding) if set(a.parts) <= {"is"}]
    entries = bool(told) and len(told) == len(answers_of(finding)) and all(r.kind == NAME_KIND for r in told)
    houses = entries and all(known.of_type(r.fact.names, "organisation") for r in told)
    return named and bool(people) and houses and not question.yesno


def _where_itself(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked where something was, and nothing but that itself is found: "헬기는 어디서 출발했어", of the helicopter."""
    if question.asks != ("where",) or question.yesno or question.alternatives or question.filled:
        return False
    told = {n for a in answers_of(finding) for n in (a.names or [n for t in a.told for n in t.names])}
    said = {n for i in question.items for n in (*i.ids("name"), *i.ids("noun"))}
    plain = all(a.parts and all(t.names and t.says is None for t in a.told) for a in answers_of(finding))
    return plain and bool(told) and told <= said and not known.of_type(told, "place", "organisation")


def _of_their_house(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked who the people of a house are, and whose that house itself is is found: "who are the members of the committee?"."""
    if question.asks != ("who",) or question.yesno or any(a.parts != ("of",) for a in answers_of(finding)):
        return False
    members = any(i.text.startswith(_MEMBERS) for i in question.items if not i.has("name"))
    return members and not known.of_type([n for a in answers_of(finding) for t in a.told for n in t.names], "person")


_MEMBERS = ("member", "회원", "위원", "구성원", "멤버")
"""How words begin for the people of a house."""


def _counted_again(question: Question, finding: Finding) -> bool:
    """Whether those of a certain number are asked for, and nothing but that number is found: "9개국 이름 다 알려줘"."""
    if question.yesno or question.alternatives or {*MEASURES} & {*question.asks} or "number" not in question.tags:
        return False
    said = {float(value) for i in question.items for value in i.ids("number")}
    told = [t for a in answers_of(finding) for t in a.told]
    figures = [v.value for t in told for v in t.values if isinstance(v, Amount)]
    plain = all(t.says is None and len(t.values) == 1 for t in told)
    return plain and bool(figures) and len(figures) == len(told) and said.issuperset(figures)


def _heard_of(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked from whom something was heard or got, and of whom it is is found: "그 소문 누구한테 들은 거래"."""
    if question.asks != ("who",) or not _GOT(question.text):
        return False
    parts = [known.part(a.record, p) for a in answers_of(finding) for p in a.parts]
    return bool(parts) and all(p.role == "object" for p in parts)


_GOT = re.compile(r"(?:한테|에게|로부터)서? ?(?:들[은었어을]|배[웠운]|받[았은]|얻[었은]|빌[렸린]|샀|산 )").search


def _counts_another(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked how many there were of what one kind of fact counts, and what another counts of something else is found.

    "How many guests voted?", of the rounds of a vote, where an opening counts guests.
    """
    if question.asks != ("how_many",) or question.yesno or question.asked_in != "en":
        return False
    nouns = [n for f in question.foci for n in f.nouns[-1:] if n.text.endswith("s") and n.has("part")]
    answers = [a for a in answers_of(finding) if a.parts]
    if len(nouns) != 1 or not answers or nouns[0].has("unit", "kind", "sort", "noun", "name"):
        return False
    noun = nouns[0]
    counting = [s for s in noun.senses if s.tag == "part" and s.fact and not s.like]
    counting = [s for s in counting if "how_many" in known.meant(s.id, s.fact).asks]
    return bool(counting) and not any(
        (noun.has("word") and own_word(noun, a.record))
        or any(speaks_of(s.fact, a.record) for s in noun.senses if s.tag in ("part", "of_fact"))
        for a in answers
    )


def _of_the_other_end(question: Question, finding: Finding, known: Known) -> bool:
    """Whether the first of a kind is asked for, and what is found is called the last by its own title; or the other way about."""
    ends = {"first", "last"} & question.marks
    if len(ends) != 1:
        return False
    asked = [i for i in question.items if ends & set(i.ids("mark")) and i.lends is None]
    other = ({"first", "last"} - ends).pop()
    for answer in answers_of(finding):
        title = answer.record.fact.title
        said = words_in(title[question.asked_in].lower()) if title is not None else []
        for item in asked:
            behind = question.behind(item)
            named = behind is not None and (answer.record.kind in behind.ids("kind") or own_word(behind, answer.record))
            if behind is None or not named or item.text in said:
                continue
            led = [w for w, after in pairwise(said) if after == behind.text]
            if are_marked(led, {other}, known):
                return True
    return False


def are_marked(words: Iterable[str], marks: Collection[str], known: Known) -> bool:
    """Whether one of some words is for one of some marks: "final", for the last."""
    return any(s.tag == "mark" and s.id in marks for w in words for s in known.lexicon.senses(w))


def _around_the_place(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked where within a place something was, and no more than that place is found: "로마에서 어디 묵었어"."""
    if question.sorts or question.asks != ("where",) or question.asked_in != "ko" or question.yesno:
        return False
    within = [n for i in question.items if i.role == "from" for n in known.of_type(i.ids("name"), "place")]
    if not within or question.excepted:
        return False
    answers = answers_of(finding)
    told = {
        n for a in answers for n in (a.names or (a.record.fact.parts["where"].names if a.parts == ("where",) else ()))
    }
    whole = all(a.parts == ("where",) for a in answers)
    return whole and bool(told) and told <= known.around(within)


def _by_no_payer(question: Question, finding: Finding) -> bool:
    """Whether it is asked who paid for a thing, and those are found who only were in it."""
    if question.asks != ("who",) or question.yesno:
        return False
    verbs = [i for i in question.items if _PAYER in i.ids("part") and not i.has("light", "name", "kind")]
    return bool(verbs) and not any(
        _PAYER in a.record.fact.parts or any(own_word(w, a.record) for w in (i, *i.pieces))
        for i in verbs
        for a in answers_of(finding)
    )


_PAYER = "payer"


def _in_figures(question: Question, finding: Finding) -> bool:
    """Whether it is asked which of some it was, and how much it was is found: "which firms get the money?"."""
    if question.asks != ("which",) or question.yesno or question.asked_in != "en":
        return False
    told = {p for a in answers_of(finding) for p in a.parts}
    if not told or not told <= _SUMS:
        return False
    nouns = [n for f in question.foci for n in f.nouns]
    return not any(n.has("unit", "number") or told & set(n.ids("part")) or currencies(n.ids("sort")) for n in nouns)


def _of_other_sides(question: Question, finding: Finding, known: Known) -> bool:
    """Whether others of a house are asked for than the one named, and all who were there are found: "which Acme people met Kim?", of Kim of Acme."""
    sides = set(question.foci[0].sides) if question.asks == ("who",) else set()
    if not sides or question.yesno or any(a.names for a in answers_of(finding)):
        return False
    people = known.of_type([n for a in answers_of(finding) for t in a.told for n in t.names], "person")
    return len(people) > 1 and not any(sides & known.members[n] and n not in question.names for n in people)


_SUMS = frozenset({"how_much", "how_long"})


def _only_the_doer(question: Question, finding: Finding) -> bool:
    """Whether it is asked what somebody did, and nothing is found but who that is: "what did the committee decide?"."""
    if question.asks != ("what",) or question.yesno:
        return False
    told = answers_of(finding)
    names = {n for a in told for t in a.told for n in t.names}
    if not names or not all(
        a.parts and all(_holds_only_names(a.record.fact.parts.get(p)) for p in a.parts) for a in told
    ):
        return False
    asked = {n.at for f in question.foci for n in f.nouns}
    items = [i for i in question.items if i.at not in asked]
    if question.asked_in == "en":
        aux = [i.at for i in items if i.text in _DID and i.at > question.foci[0].at]
        doers = [i for i in items if any(0 < i.at - at <= _NEAR for at in aux)]
    else:
        doers = [i for i in items if i.role in ("by", "topic")] if question.asked_role == "object" else []
    told_of = {p for a in told for p in a.parts}
    called = any(
        told_of <= set(i.ids("part")) and not i.has("auxiliaries") for i in doers
    )  # "what did the winner say?"
    return called or names <= {n for i in doers for n in (*i.ids("name"), *i.ids("noun"))}


def _between_others_too(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked what some were to do together, and what more than those met about is found: "가나랑 다라가 같이 뭐 하기로 했어"."""
    if question.yesno or question.asks != ("what",) or len(question.names) < _TWO:
        return False
    if not any(i.text.startswith(_TOGETHER) and "about" in i.ids("part") for i in question.items):
        return False
    met = [
        [n for n in a.record.names if any(p.mutual for p in known.parts_of(n, a.record))] for a in answers_of(finding)
    ]
    return any(len(m) > len(question.names) for m in met)


_TOGETHER = ("같이", "함께")
_TWO = 2


def _of_what_speaks_of_it(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked when something comes of a thing, and when it was talked of is found: "그 칩 언제 나와?", of talks about chips."""
    if question.asks != ("when",) or question.yesno or not question.names:
        return False
    things = known.of_type(question.names, "thing")
    if len(things) != len(question.names):
        return False
    said = [i for i in question.items if i.lends is None and not i.has("name")]
    told = [a.record for a in answers_of(finding) if a.record.kind != NAME_KIND]
    return bool(told) and not any(
        r.kind in i.ids("kind") or own_word(i, r) or any(known.parts_of(n, r) for n in things)
        for r in told
        for i in said
    )


def _only_by_whom(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked how something was done, and nothing is found but who did it: "how quickly did the crew get out?"."""
    if question.asks != ("how",) or question.yesno or question.asked_in != "en":
        return False
    told = answers_of(finding)
    parts = [(a.record, p) for a in told for p in a.parts]
    return bool(parts) and all(
        known.part(r, p).role == "by" and _holds_only_names(r.fact.parts.get(p)) for r, p in parts
    )


def _of_who_came_later(question: Question, finding: Finding) -> bool:
    """Whether it is asked who did something before somebody, and what is told of that one himself is found: "who led Acme before Kim, and how long?"."""
    if "before" not in question.marks or "who" not in question.asks or question.yesno:
        return False
    told = [a.record for a in answers_of(finding) if a.record.kind == NAME_KIND]
    return any(r.fact.names[0] in question.names for r in told)


def _of_another_post(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked which holder of a post it was, and nobody who is found holds it: "which president spoke?", of a chairman."""
    if question.asks != ("who",) or question.yesno or not question.foci[0].nouns:
        return False
    noun = question.foci[0].nouns[-1]
    posts = set(noun.ids("title")) if not noun.has("name", "kind", "sort") else set()
    if not posts or not any(i.text in ("which", "what") and i.at == noun.at - 1 for i in question.items):
        return False
    told = known.of_type(
        [n for a in answers_of(finding) for n in a.names or [m for t in a.told for m in t.names]], "person"
    )
    return bool(told) and not any(posts & known.titles[n] for n in told)


def _holds_only_names(told: Told | None) -> bool:
    return told is not None and bool(told.names) and told.says is None and not told.texts


_DID = frozenset({"did", "does", "do", "has", "have", "had", "will", "would"})
_NEAR = 2
"""So near behind the auxiliary stands who did it, with an article."""


def _of_between(question: Question, finding: Finding) -> bool:
    """Whether the time until something is asked for, and how long a thing itself lasted is found."""
    text = question.text.lower()
    if question.asks != ("how_long",) or not _UNTIL.search(text) or not _AGAIN.search(text):
        return False
    return {p for a in answers_of(finding) for p in a.parts} == {"how_long"}


_UNTIL = re.compile(r"\bhow long (?:until|till|before)\b|(?:기|을 때|날 때|갈 때|할 때|될 때)까지")
_AGAIN = re.compile(r"\b(?:again|next)\b|다시|다음|또 ")
_SO_MUCH = re.compile(
    r"\bwhy\b.*\bso (?:long|much|many|short|little|few|big|small)\b"
    r"|왜 (?:그렇게|이렇게|그리) ?(?:오래|많이|적게|짧게|조금)"
)
"""Why it was so much of it is asked, which no reason for the thing itself tells."""


def _by_another(question: Question, finding: Finding, known: Known) -> bool:
    """Whether somebody's account is asked for, and what is found is told by another: "according to Kim"."""
    teller = _teller(question, known)
    if not teller:
        return False
    name = known.facts.names[teller].name
    authors = [s.author for s in known.facts.sources.values() if s.author is not None]
    if any(name[question.asked_in] in author[question.asked_in] for author in authors):
        return False
    told = {a.record.fact.id for a in answers_of(finding)}
    of_it = [
        r for r in known.records.values() if r.fact.id in told or told.intersection(r.fact.after)
    ]  # what somebody said of a meeting is his account of it
    return not any(p.role == "by" and not p.mutual for r in of_it for p in known.parts_of(teller, r))


def _teller(question: Question, known: Known) -> str:
    """The person according to whom something is asked; "" where nobody is named as such."""
    if question.texts.isdisjoint(_ACCORDING):
        return ""
    for before, item, after in _threes(question):
        led = before is not None and before.text == "according to"
        owned = after is not None and after.text in _ACCOUNTS and item.role == "of"
        owned = owned and before is not None and before.text in ("by", "in", "from")
        korean = after is not None and after.text in ("따르면", "의하면")
        people = known.of_type(item.ids("name"), "person") if led or owned or korean else []
        if len(people) == 1:
            return people[0]
    return ""


_ACCOUNTS = frozenset({"account", "telling", "version", "words", "view", "opinion"})
_ACCORDING = frozenset({"according to", "따르면", "의하면", *_ACCOUNTS})


def _threes(question: Question) -> list[tuple[Item | None, Item, Item | None]]:
    """Each word with the one before it and the one behind it."""
    items = question.items
    return list(zip((None, *items), items, (*items[1:], None), strict=False))


def _of_so_many(question: Question, finding: Finding) -> bool:
    """Whether all of a certain number are to be listed, and another number of them is found: "list the four heads"."""
    if "number" not in question.tags or not set(question.asks) <= {"who", "what", "which"}:
        return False
    if any(_is_deed(i) for i in question.items):
        return False
    asked = {
        float(value)
        for before, item, after in _threes(question)
        for value in item.ids("number")
        if float(value) <= _MANY and not item.text.endswith(_ORDINALS)
        if before is not None and (before.text in ("the", "all", "those") or "all" in before.ids("mark"))
        if after is None or after.has("title", "sort")
    }
    told: set[str] = set()
    for answer in answers_of(finding):
        held = [answer.record.fact.parts[p] for p in answer.parts]
        if any(isinstance(v, Amount) and v.value in asked for t in held for v in t.values):
            return False
        told |= set(answer.names or [n for t in held for n in t.names])
    return bool(asked) and len(told) not in asked


_ORDINALS = ("st", "nd", "rd", "th", "번째")
_MANY = 20
"""More than that are not listed one by one."""


def _is_deed(item: Item) -> bool:
    return item.has("kind") and not item.has("light", "title", "sort", "name")


def _decided_by_others(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked what somebody did who only sat in, and whether all of them did is found."""
    if question.asks != ("what",) or len(question.names) != 1:
        return False
    for answer in answers_of(finding):
        flags = answer.parts and all(known.part(answer.record, p).type == "flag" for p in answer.parts)
        own = known.parts_of(question.names[0], answer.record)
        if flags and own and all(p.extra for p in own):
            return True
    return False


def _of_fewer(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked how many were at a thing, which its own fact does not tell, and those of another fact are found."""
    if question.asks != ("how_many",) or "present" not in question.marks:
        return False
    things = known.of_type(question.names, "thing", "organisation")
    if not things:
        return False
    told = {a.record.fact.id for a in answers_of(finding)}
    own = [
        r
        for r in known.records.values()
        if r.kind != NAME_KIND and "what" in r.fact.parts and set(things) & set(r.fact.parts["what"].names)
    ]
    return any("how_many" in r.fact.not_told and r.fact.id not in told for r in own)


def _without_address(question: Question, finding: Finding, known: Known) -> bool:
    """Whether the address is asked of what is no place, and where something was done is found."""
    nouns = [n for f in question.foci for n in f.nouns if n.text in _ADDRESS]
    if not nouns:
        return False
    owned = known.of_type(question.names, "place")
    own = any(a.record.kind in n.ids("kind") for n in nouns for a in answers_of(finding))  # a kind that tells where
    return not owned and not own and not _placed(finding)


_ADDRESS = frozenset({"address", "street address", "주소"})


def _placed(finding: Finding) -> bool:
    return all(a.record.kind == NAME_KIND for a in answers_of(finding))


def _of_seats(question: Question) -> bool:
    """Whether it is asked who sat beside whom, or how they were seated, which nothing tells of those who met."""
    texts = question.texts
    if question.asks == ("what",) and "seating" in texts:
        return True
    sat = bool(texts & {"sat", "sit", "sitting", "seated"})
    return "who" in question.asks and sat and bool(texts & {"next to", "opposite", "across from", "facing"})


def _said_by_another(question: Question, finding: Finding, known: Known) -> bool:
    """Whether the words of somebody are asked for, and what is found are those of another: "Kim's opinion of Park", "김 답변 요지"."""
    nouns = [n for f in question.foci for n in f.nouns[:1] if "said" in n.ids("part")]
    for noun in nouns:
        owner = next((i for i in question.items if i.at == noun.at - 1), None)
        people = known.of_type(owner.ids("name"), "person") if owner is not None else []
        if owner is None or len(people) != 1:
            continue
        his = owner.role == "of" if noun.text.isascii() else noun.text.startswith(_HIS_WORDS)
        told = [p for a in answers_of(finding) if a.parts for p in known.parts_of(people[0], a.record)]
        if his and told and not any(p.role == "by" and not p.mutual for p in told):
            return True
    return False


_HIS_WORDS = ("답변", "대답", "발언", "응답", "한마디", "코멘트", "멘트")
"""Korean nouns for words that are of whoever is named before them."""


def _only_mentioned(question: Question, finding: Finding) -> bool:
    """Whether it is asked what or which a thing was that the words of a fact only hold: "what car?"."""
    if question.asked_in != "en" or len(question.items) != 2 or not question.items[0].has("question"):
        return False
    noun = question.items[1]
    whole = not any(a.parts for a in answers_of(finding))
    return whole and set(question.asks) <= {"what", "which"} and noun.by_tag.keys() == {"word"}


def _of_no_owner(question: Question, finding: Finding, known: Known) -> bool:
    """Whether it is asked whose a house is, and others are found than those to whom it belongs: "whose offices?"."""
    if "whose" not in question.texts:
        return False
    houses = [
        n
        for before, i, _ in _threes(question)
        if before is not None and before.text == "whose"
        for n in known.of_type(i.ids("noun"), "place")
    ]
    told = [n for a in answers_of(finding) for n in a.names]
    return bool(houses) and not all(any(n in known.members[house] for house in houses) for n in told)


def _others_people(question: Question, finding: Finding, known: Known) -> bool:
    """Whether the people of one who was there are asked for, and those of another are found."""
    for answer in answers_of(finding):
        parts = [p for p in answer.parts if known.part(answer.record, p).extra]
        names = answer.names or tuple(n for p in parts for n in answer.record.fact.parts[p].names)
        if parts and len(parts) == len(answer.parts) and set(his_people(question, list(names), known)) != set(names):
            return True
    return False
