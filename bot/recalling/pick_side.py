"""Of the names of a fact those of one side: of the house, the country or the title that a question names."""

from __future__ import annotations

from bot.facts import AGENTS
from bot.learning.known import Known, Record
from bot.question import Item, Question
from bot.recalling.cover_names import hails, posts_in_plural
from bot.recalling.match import Fit
from bot.recalling.meant import doers_by_title
from bot.recalling.pick_parts import is_named


def of_side(question: Question, ids: list[str], found: Fit, known: Known) -> list[str]:
    """Only those of a company or country that the question names as a side ("from Acme", "가나 측")."""
    sides = question.foci[0].sides if question.foci else ()
    for item in (w for i in question.items for w in ((i,) if i.has("name") else (i, *_sides_in(i)))):
        for side in item.ids("name"):
            type_ = known.facts.names[side].type
            if "from" in found.record.names.get(side, ()) or _gave(side, question, found.record, known):
                continue  # whoever left it, or got it, is asked for
            if side in sides and side not in ids and any(side in known.members[n] for n in ids):
                ids = _from_any(sides, ids, known)
                continue
            # of "가나에서 둘이 만났는데" nobody is meant to be from there
            pair = _is_of_two(question) and "present" not in question.marks
            sided = item.role == "from" and "who" in question.asks and "from" not in found.record.fact.parts
            if side in ids and sided and not pair:
                ids = [n for n in ids if n != side and side in known.members[n]]  # who of it came, not with whom
                continue
            if side in ids or type_ not in ("organisation", "place") or (pair and item.role == "from"):
                continue
            house = type_ == "organisation"
            led = any(_leads(i, question, known) for i in question.items if i.at != item.at)
            is_side = (
                (item.role == "of" or (item.role == "from" and not (led and question.asked_in == "ko")))
                if house
                else side in found.record.countries
                and item.role not in ("to", "at", "for")
                and (_adjective(item.text, side, known) or hails(item, question) or _of_the_country(item, question))
            )
            extra = any(
                known.part(found.record, p).extra for p in found.parts if is_named((p,), found.record, question)
            )
            named_so = item.role == "" or side in sides
            if (
                is_side
                or (house and extra and item.role != "at")
                or (house and named_so and _before_people(question, item.at))
            ):
                beside = _from_any(_same_role(item, question, known), ids, known)
                ids = beside if beside or item.role != "of" else ids
    return ids


def _gave(side: str, question: Question, record: Record, known: Known) -> bool:
    """Whether a house gave what somebody took: "who received the money from Acme?" is no one of Acme."""
    taken = any("taking" in i.ids("transfer") and record.kind in i.ids("kind") for i in question.items)
    return taken and any(p.role == "by" for p in known.parts_of(side, record))


def _is_of_two(question: Question) -> bool:
    """Whether two are spoken of, and no noun for people before the word is only counted by it: "가나 임원 두 명"."""
    people = {i.at + 1 for i in question.items if "person" in i.ids("sort") and not i.text.isascii()}
    return "pair" in question.marks and not any("pair" in i.ids("mark") and i.at in people for i in question.items)


def _leads(item: Item, question: Question, known: Known) -> bool:
    """Whether somebody stands here as who did it, and not only to tell an event apart ("김 회담에")."""
    if item.role not in _LEADING or not known.of_type(item.ids("name"), *AGENTS):
        return False
    behind = next((i for i in question.items if i.at == item.at + 1), None)
    return item.role != "" or behind is None or not behind.has("kind") or behind.has("verb")


_LEADING = frozenset({"by", "topic", ""})
"""Roles of a name beside which "가나에서" is where it was, and not whose people are asked for."""


def _sides_in(phrase: Item) -> tuple[Item, ...]:
    """The words of a phrase, where none of them is an event that a house in it only tells apart ("가나 회동")."""
    return () if any(p.has("kind") for p in phrase.pieces) else phrase.pieces


def _same_role(item: Item, question: Question, known: Known) -> tuple[str, ...]:
    """The houses that stand where one does: "from Acme and Beta"."""
    beside = [i for i in question.items if i.role == item.role] if item.role else []
    return tuple(known.of_type((n for i in beside for n in i.ids("name")), "organisation", "place")) or item.ids("name")


def _from_any(sides: tuple[str, ...], ids: list[str], known: Known) -> list[str]:
    return [n for n in ids if set(sides) & known.members[n]]


def _adjective(text: str, id_: str, known: Known) -> bool:
    return any(text == word.lower() for word in known.facts.names[id_].exact.get("en", ())) or text == "국내"


def _of_the_country(item: Item, question: Question) -> bool:
    """Whether a Korean name of a country stands right before a noun for houses or people: "가나국 기업", "가나국 사람"."""
    near = [w for i in question.items if i.at in (item.at, item.at + 1) for w in (i, *i.pieces)]
    behind = next((w for n, w in enumerate(near) if n and near[n - 1].text == item.text), None)
    people = behind is not None and (behind.has("title") or bool({"organisation", "person"} & set(behind.ids("sort"))))
    return people and not item.text.isascii()


def _before_people(question: Question, at: int) -> bool:
    near = [i for i in question.items if at < i.at <= at + 2]
    events = {
        i.at for i in near if i.has("kind") and not i.has("sort", "title")
    }  # "가나 회동 참석자" are not 가나's alone
    people = (i.at for i in near if "person" in i.ids("sort") or i.has("title"))
    return any(not any(e < n for e in events) for n in people)


def of_another_side(question: Question, found: Fit, known: Known) -> bool:
    """Whether those who were there too are of the house of another principal than him whose company is asked for."""
    record, names = found.record, known.facts.names
    part = found.parts[0]
    if not known.part(record, part).extra or found.kind_named or len(question.names) != 1:
        return False
    asked = question.names[0]
    mutual = [n for n in record.names if any(p.mutual for p in known.parts_of(n, record))]
    theirs = {o for n in mutual if n != asked for o in names[n].of} - set(names[asked].of)
    extra = [known.members[n] for n in record.fact.parts[part].names]
    return names[asked].type == "person" and bool(extra) and all(theirs & houses for houses in extra)


def titled(question: Question, ids: list[str], known: Known) -> list[str]:
    """Only those who hold the title that is asked for ("which vice chairman")."""
    doers = [i.at for f in question.foci[:1] for i in doers_by_title(question, f)]
    items = [i for i in question.items if i.at not in doers and not i.has("name", "light", "kind", "part")]
    groups = {t for i in items for t in i.ids("title")}
    if groups and question.asked_in == "ko":
        groups |= posts_in_plural(question, known)
    if any(float(v) == len(ids) for i in question.items if i.lends is not None for v in i.ids("number")):
        return ids  # "which heads were in the room, all 5"
    houses = {
        h for f in question.foci[:1] for n in f.nouns[-2:-1] for h in known.of_type(n.ids("noun"), "organisation")
    }
    if houses and question.foci[0].nouns[-1].has("title"):  # "which bank's chief"
        ids = [n for n in ids if houses & known.members[n]]
    return [n for n in ids if groups & known.titles[n]] if groups and known.of_type(ids, "person") else ids


def stands_for(id_: str, question: Question, record: Record, known: Known) -> bool:
    """Whether the question speaks of someone by the company ("who did Acme meet"), not of what was done to that."""
    for item in question.items:
        for org in item.ids("name"):
            if any(p.role == "object" for p in known.parts_of(org, record)):
                continue  # "who owns Acme"
            if (
                known.facts.names[org].type == "organisation"
                and item.role in ("by", "topic", "with", "object")
                and org in known.members[id_]
                and not any(org in f.sides for f in question.foci)
            ):
                return True
    return False


def of_foreigners(question: Question) -> bool:
    """Whether those from another country are asked for, by a word that no fact has as its own ("foreign minister")."""
    return "mark" in question.tags and any(
        "foreign" in i.ids("mark") and {s.tag for s in i.senses} <= {"mark", "light"} for i in question.items
    )
