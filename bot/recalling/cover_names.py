"""What a name of a question is worth for a record: whether it stands there in the role that the question gives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.facts import AGENTS
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import PLACES, Item, Question

_NAME, _NEAR = 3.0, 1.2
_TOLD_OF = 2.2  # a name that a fact only speaks about, or only mentions
_AT_HOUSE = 2.6  # the house at whose place something was: "at Acme"
_EXCEPTED = 0.5  # a name that is excepted, in a fact that has it


def _asks_other_place(id_: str, question: Question, known: Known) -> bool:
    """Whether other places than one are asked for, of which other facts tell: "가나국 말고 또 어느 나라에 가"."""
    sorts = {s for f in question.foci for n in f.nouns for s in n.ids("sort")}
    return known.facts.names[id_].type == "place" and bool(sorts & PLACES or "where" in question.asks)


def foreigners(record: Record, known: Known) -> set[str]:
    """Those in a fact who are from another country than that where it was, or where its story is."""
    story = known.facts.stories.get(record.fact.story)
    main = known.records.get(story.main) if story is not None else None
    there = record.fact.parts.get("where") or (main.fact.parts.get("where") if main is not None else None)
    home = known.around(there.names) if there is not None else set()
    from_ = {n: known.facts.names[n].country for n in record.names}
    return {n for n, country in from_.items() if country and home and country not in home}


def posts_in_plural(question: Question, known: Known) -> set[str]:
    """The titles that Korean words for people are the plural of, or end in: "회장과 대표들", "기업 총수랑 대표"."""
    people = [i.text for i in question.items if "person" in i.ids("sort") and not i.has("title", "name", "light")]
    nouns = {t.removesuffix("들").split()[-1] for t in people}
    return {s.id for noun in nouns for s in known.lexicon.senses(noun) if s.tag == "title"}


def posts_beside(item: Item, question: Question, known: Known) -> set[str]:
    """The titles joined to one by "and" or "or", any of whose holders are asked for as well: "회장이나 대표 누구", "회장·대표들"."""
    if question.asked_in != "ko" or question.asks != ("who",):
        return set()
    near = [i for i in question.items if 0 < abs(i.at - item.at) <= _JOINED and not i.has("name", "light")]
    alike = [i for i in near if _joins(i, item) or _joins(item, i)]
    joined = {t for i in alike for t in i.ids("title")}
    return joined | (posts_in_plural(replace(question, items=tuple(alike)), known) if alike else set())


def _joins(first: Item, second: Item) -> bool:
    """Whether two Korean nouns for people stand side by side as of one sort, and not against one another ("회장? 부회장?")."""
    if first.at > second.at:
        return False
    plural = "person" in second.ids("sort") and not second.has("title") and first.role == ""
    return plural or first.role == "with" or first.role == second.role != ""


_JOINED = 2
"""Words from one title to another that is joined to it, particles counted."""


def is_excepted(item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether a fact is of a place that others than it are asked for."""
    places = (n for n in item.ids("name") if _asks_other_place(n, question, known))
    return item.role == "except" and any(known.of_type(known.standing(n, record), "place") for n in places)


def _worth_of_excepted(id_: str, question: Question, record: Record, known: Known) -> float | None:
    """What one who is excepted is worth: a fact with him in it; of other places than one, any fact."""
    if _asks_other_place(id_, question, known):
        return 0.0
    others = known.of_type(question.names, "person")
    if others and all(n in record.names for n in others):
        elsewhere = id_ not in record.names and _asks_who_sat_in(question, record, known)
        return None if elsewhere else 0.0  # "besides Kim, whom did Park meet": all whom Park met
    return _EXCEPTED if id_ in record.names or id_ in record.near else None


def _asks_who_sat_in(question: Question, record: Record, known: Known) -> bool:
    """Whether it is asked who was there, of an event called by a noun for it: "박 빼고 김 면담 참석자"."""
    events = [i for i in question.items if record.kind in i.ids("kind")]
    extras = set(known.extras(record))
    there = "present" in question.marks or any(extras & set(i.ids("part")) for i in question.items)
    return there and bool(events) and not any(i.has("verb") for i in events) and question.asked_in == "ko"


def worth_of_name(id_: str, item: Item, question: Question, record: Record, known: Known) -> float | None:
    if item.role == "except":
        return None if record.kind == NAME_KIND else _worth_of_excepted(id_, question, record, known)
    if record.kind == NAME_KIND and item.role == "with" and "who" in question.asks:
        return None  # who was with somebody is not told by what somebody is
    if id_ in record.names:
        if not _role_fits(id_, item.role, question, record, known):
            return _NEAR if was_at_house(item, record, known) else None
        only_told_of = record.kind != NAME_KIND and all(p.role == "about" for p in known.parts_of(id_, record))
        return _TOLD_OF if only_told_of else _NAME
    if id_ in record.near:
        stands = known.standing(id_, record)
        if item.role == "by" and known.facts.names[id_].type == "place" and not known.of_type(stands, *AGENTS):
            return None  # a country does not do what was done in it
        if item.role == "object" and known.of_type([id_], "organisation") and not known.of_type(stands, *AGENTS):
            return None  # "who bought Acme" is not told by who bought what Acme makes
        placed = known.facts.names[id_].type == "place" and known.of_type(stands, "place") == stands
        wider = not any(id_ in known.facts.names[n].of for n in stands)
        if stands and placed and wider and item.role == "object" and question.yesno:
            return None  # who left a hall did not leave the country it is in
        if not stands and known.facts.names[id_].type == "place":
            return _NEAR  # what was said after the talks was said where they were
        if item.role == "at" and _at_house(id_, stands, question, record, known):
            return _AT_HOUSE
        if item.role == "at" and question.yesno and _is_at_another(id_, record, known):
            return None  # "was the meeting at Acme", of one in the house of those whom Acme's people met
        return _NEAR if any(_role_fits(n, item.role, question, record, known) for n in stands) else None
    if _for_his_house(id_, item, question, record, known):
        return _NEAR
    if id_ in record.countries and (
        item.role == "of" or (not item.role and _describes(item, id_, question, record, known)) or hails(item, question)
    ):
        return 0.5
    if _is_all_about(id_, question, record, known) and _stands_under(item, question):
        return 0.1
    if _is_of_all(id_, question, record, known):
        return 0.1
    if _in_one_of_several(id_, item, question, record, known):
        return _NEAR
    if question.filled:
        return None  # "and here?" asks for what is of that place, which the story's own place is not
    if item.role in ("", "at", "of", "from", "to", "topic") and known.facts.names[id_].type == "place":
        story = known.facts.stories.get(record.fact.story)
        here = known.members.get(story.subject, frozenset()) if story else frozenset()
        somebody = story is not None and known.facts.names[story.subject].type == "person"
        return 0.1 if id_ in here and not somebody else None  # where somebody is from is not where it was
    return None


def _is_at_another(house: str, record: Record, known: Known) -> bool:
    """Whether a fact was at a place of some other house alone than the one that is named."""
    told = record.fact.parts.get("where")
    places = known.of_type(told.names, "place") if told else []
    owners = known.of_type(known.around(places), "organisation")
    return known.facts.names[house].type == "organisation" and bool(owners) and house not in owners


def _for_his_house(id_: str, item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether somebody and his side is spoken of, which is his house: "김네가 투자한 돈", "김 측에서"."""
    name = known.facts.names[id_]
    if name.type != "person" or item.role not in ("from", "of") or question.asked_in != "ko":
        return False
    sided = any(f"{item.text}{side}" in question.text for side in _SIDES)
    parts = [p for h in name.of if sided for p in known.parts_of(h, record)]
    return any(p.mutual or p.role in ("by", "with") for p in parts)


_SIDES = ("네", "측", "쪽", " 측", " 쪽")


def _stands_under(item: Item, question: Question) -> bool:
    """Whether a name is only what something holds of, and nothing it does: "by the law", "under the law", "조례 적용"."""
    led = any(i.text in ("by", "under") and 0 < item.at - i.at <= 2 for i in question.items)
    bare = item.role == "" and question.asked_in == "ko"
    return led or bare or item.role in ("at", "from", "of", "about")


def _is_all_about(id_: str, question: Question, record: Record, known: Known) -> bool:
    """Whether a thing is what the whole story of a fact is about that names no other thing: "are dormitories covered by the law?"."""
    story = known.facts.stories.get(record.fact.story)
    if story is None or story.subject != id_ or record.kind == NAME_KIND or known.facts.names[id_].type != "thing":
        return False
    others = {n for s in known.facts.stories.values() for n in known.of_type((s.subject,), "thing")} - {id_}
    return not others and not known.of_type(record.names, "thing") and len(question.names) == 1


def _is_of_all(id_: str, question: Question, record: Record, known: Known) -> bool:
    """Whether a house or place is what the whole story of a fact is about that names nobody and nothing: "when does the zoo open?", of its hours."""
    story = known.facts.stories.get(record.fact.story)
    told = story is not None and story.subject == id_ and record.kind != NAME_KIND and not record.names
    return told and known.facts.names[id_].type in ("organisation", "place") and question.names == (id_,)


def _in_one_of_several(id_: str, item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether one of several texts that the question asks for speaks of a name: "what does the subhead on Acme say", "가나 나오는 부제"."""
    if item.role in ("by", "with", "to", "from") or record.kind == NAME_KIND:
        return False
    name, lang, asked = known.facts.names[id_], question.asked_in, question.once(_parts_said)
    parts = (t for p, t in record.fact.parts.items() if p in asked)
    texts = [text[lang].casefold() for t in parts if len(t.texts) > 1 for text in t.texts]
    spelt = (item.text, name.name[lang].casefold(), *(w.casefold() for w in name.also.get(lang, ())))
    return any(w in text for w in spelt for text in texts)


def _parts_said(question: Question) -> set[str]:
    return {p for i in question.items if not i.has("name", "light") for p in i.ids("part")}


def was_at_house(item: Item, record: Record, known: Known) -> bool:
    """Whether what a fact came after was at a place of a house: what Kim said of the talks at Acme, which were there."""
    id_ = item.ids("name")[0]
    if item.role != "at" and (item.role != "from" or item.text.isascii()):  # 에서
        return False
    places = [n for n in record.near if n not in record.names and known.facts.names[n].type == "place"]
    return bool(known.of_type([id_], "organisation")) and any(id_ in known.facts.names[n].of for n in places)


def _at_house(id_: str, stands: Sequence[str], question: Question, record: Record, known: Known) -> bool:
    """Whether a fact was at a place of a house: "who was at Acme"; not "Kim's rank at Acme", who is from there."""
    own = any(id_ in known.members[n] for n in question.names)
    placed = any("where" in record.names[n] for n in stands)
    return placed and not own and bool(known.of_type([id_], "organisation"))


def misplaced(item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether a name is in a fact, and in another role than the question gives it."""
    if _only_spoken_of(item, question, record, known):
        return True
    here = [n for n in item.ids("name") if n in record.names]
    if not here or any(_role_fits(n, item.role, question, record, known) for n in here):
        return False
    alone = sum(i.has("name") for i in question.items) == 1  # of several, one may act within what was said
    alone |= item.role == "by" and any(
        item.at == f.at + 2 and f.word == "what" for f in question.foci
    )  # "what did Kim"
    says = any(n.has("ask") for f in question.foci for n in f.nouns)  # "가나는 뭐라고 했어", and not "가나가 들은 말"
    return alone and (says or question.asked_in == "en")


def _only_spoken_of(item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether a house or person whose words are asked for is only a word of what somebody else said: "what did Acme say"."""
    spoken = "said" in record.fact.parts and item.role in ("by", "topic") and question.once(_asks_words)
    agents = known.of_type(item.ids("name"), *AGENTS) if spoken else []
    return bool(agents) and all(_stands_for_nobody(n, record, known) for n in agents)


def _stands_for_nobody(id_: str, record: Record, known: Known) -> bool:
    """Whether a fact only speaks of a house or person: no part of it holds him, nor anybody of that house."""
    return not record.names.get(id_) and not any(n != id_ for n in known.standing(id_, record))


def _is_told_by_another(id_: str, record: Record, known: Known) -> bool:
    """Whether what is said is told to be by somebody else, and a house or person is only what it is of: a report by Acme on Bolt."""
    told = record.fact.parts.get("by")
    by = known.of_type(told.names, *AGENTS) if told else []
    told_to = any(p.role == "to" for p in known.parts_of(id_, record))
    return bool(by) and not told_to and not any(id_ in {n, *known.members[n]} or n in known.members[id_] for n in by)


def _asks_words(question: Question) -> bool:
    """Whether somebody's words are asked for."""
    return any("said" in n.ids("part") for f in question.foci for n in f.nouns)


def hails(item: Item, question: Question) -> bool:
    """Whether a country only says from where the house or person is that is asked for: "which firm from France"."""
    nouns = question.foci[0].nouns[-1:] if question.foci else ()
    return item.role == "from" and any(
        {"organisation", "person"} & {s for w in (n, *n.pieces) for s in w.ids("sort")} and 0 < item.at - n.at <= 3
        for n in nouns
    )


def _describes(item: Item, id_: str, question: Question, record: Record, known: Known) -> bool:
    """Whether a country is said of somebody from there ("the Japanese firm"), and is not spoken of itself, nor said of a thing."""
    behind = next((i for i in question.items if i.at == item.at + 1), None)
    if question.asked_in == "en" and item.text not in map(str.lower, known.facts.names[id_].exact.get("en", ())):
        return False
    if behind is None or not behind.has("sort", "noun", "title", "part"):
        return behind is not None and question.asked_in == "en"
    if behind.has("title") or set(behind.ids("sort")) & set(AGENTS):
        return True
    held = {n for p in behind.ids("part") if p in record.fact.parts for n in record.fact.parts[p].names}
    return any(id_ in known.members[n] for n in (*behind.ids("noun"), *held))


def of_more(record: Record, known: Known) -> bool:
    """Whether more than two took part in a fact as its principals."""
    acting = [
        n
        for n in record.names
        if any(p.mutual or (p.role in ("by", "with") and not p.extra) for p in known.parts_of(n, record))
    ]
    return record.kind != NAME_KIND and len(known.of_type(acting, *AGENTS)) > 2


def _role_fits(id_: str, role: str, question: Question, record: Record, known: Known) -> bool:
    """Whether a name may stand in the role that the question gives it: who said it is not whom it was said of."""
    wanted = _expected_role(role, question)
    if (
        record.kind != NAME_KIND
        and wanted in ("", "by")
        and id_ in record.names
        and _lost_to(id_, question, record, known)
    ):
        return False
    if wanted not in ("by", "object") or record.kind == NAME_KIND:
        return True
    parts = known.parts_of(id_, record)
    speaks = wanted == "by" and "said" in record.fact.parts and question.once(_asks_words)
    if speaks and (_stands_for_nobody(id_, record, known) or _is_told_by_another(id_, record, known)):
        return False
    if (
        not parts
        or any(p.mutual or p.extra or (p.role == "to" and not _acts_on_others(wanted, question)) for p in parts)
        or not known.of_type([id_], *AGENTS, *(("place",) if _turned_round(wanted, question) else ()))
    ):
        return True
    if wanted == "by" and any(p.role == "none" and p.id in question.once(_verb_parts) for p in parts):
        return True  # "did Acme News take the photo", "사진은 가나뉴스가 찍었어"
    has = {"by" if p.role in ("by", "with") else p.role for p in parts}
    if wanted in has:
        return not (wanted == "by" and _reversed(id_, question, record, known))
    others = [n for n in record.names if n != id_ and any(p.role == wanted for p in known.parts_of(n, record))]
    return not any(known.facts.names[n].type in (*AGENTS, "place") for n in others)


def _verb_parts(question: Question) -> set[str]:
    """The parts that the verbs of a question name; an English word may be one wherever the author put it under a part."""
    english = question.asked_in == "en"
    said = [i for i in question.items if not i.has("name", "light") and (english or i.has("verb", "kind"))]
    return {p for i in said for p in i.ids("part")}


def _lost_to(id_: str, question: Question, record: Record, known: Known) -> bool:
    """Whether a fact has the one that a question says lost to another as the winner: "when did Acme lose to Bolt"."""
    to = [n for n in question.once(_led_to) if n in record.names]
    if not to:
        return False
    spoken = {p for i in question.items if not i.has("name") for p in i.ids("part")}
    lost = [p for n in to if n != id_ for p in record.names[n] if p in spoken and known.part(record, p).role == "with"]
    return bool(lost) and not spoken & set(record.names[id_])


def _led_to(question: Question) -> tuple[str, ...]:
    """The names behind a "to"."""
    led = {i.at + 1 for i in question.items if i.text.endswith(" to")}  # "lose to" may be one word of the lexicon
    return tuple(n for i in question.items if i.role == "to" or i.at in led for n in i.ids("name"))


def _reversed(id_: str, question: Question, record: Record, known: Known) -> bool:
    """Whether who did it to whom is the other way round in a fact: "when did Bolt beat Acme", of a match that Acme won."""
    stands = set(record.names[id_])
    if question.passive or any(known.part(record, p).role != "with" for p in stands):
        return False
    spoken = {p for i in question.items if not i.has("name") for p in i.ids("part")}
    others = {n for i in question.items if i.has("name") and i.role in ("", "object") for n in i.ids("name")} - {id_}
    won = [n for n in others if any(p.role == "by" and not p.mutual for p in known.parts_of(n, record))]
    verb = any(record.kind in i.ids("kind") for i in question.items if not i.has("name"))
    return bool(won) and verb and not spoken & stands


def _acts_on_others(wanted: str, question: Question) -> bool:
    """Whether one who did it cannot be whom it was done to: who says a thing, or who did it to somebody named."""
    says = wanted == "by" and question.asks == ("what",) and question.asked_in == "en"
    return (says and question.once(_asks_words)) or _turned_round(wanted, question)


def _turned_round(wanted: str, question: Question) -> bool:
    """Whether a question says who did it, and to whom: then who it was done to is not the doer."""
    return wanted == "by" and question.once(_says_to_whom)


def _says_to_whom(question: Question) -> bool:
    return any(i.role == "to" and i.has("name") for i in question.items)


def _expected_role(role: str, question: Question) -> str:
    if role == "topic":
        return "" if question.once(_says_by_whom) or question.passive else "by"
    return role


def _says_by_whom(question: Question) -> bool:
    """Whether the one who did it is asked for, or is named."""
    return question.asked_role == "by" or any(i.role == "by" for i in question.items if i.has("name"))
