"""People spoken of by title: "the Acme CEO", "한빛 대표", "김하나 회장" are one name each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from bot.facts import Name, in_both
from bot.language.english import IS
from bot.language.korean import AMONG
from bot.language.senses import Sense
from bot.learning.known import NAME_KIND, Known
from bot.question import Item
from bot.turn import LANGS


def absorb_titles(items: list[Item], known: Known, apart: tuple[frozenset[int], ...] = ()) -> list[Item]:
    """Read "the Acme CEO", "CEO of Acme", "가나 대표" as the person, and "김영희 회장" as one name.

    Titles that the question sets against each other (`apart`, by their tokens), with no name to them, stay as they are.
    """
    named = {i.at for i in items if i.has("name")}
    kept = {at for a in apart if not a & named for at in a}
    deed = any(i.has("kind") and not i.has("name", "title") for i in items)
    done: list[Item] = []
    items = _without_sides(items)
    items = _by_alias([_as_people(i, n, items, known) for n, i in enumerate(items)], known)
    items = [_by_noun(i, n, items, known) for n, i in enumerate(items)]
    items = [_of_owner(i, items[n - 1], known) if n else i for n, i in enumerate(items)]
    items = [i for n, i in enumerate(items) if not (items[n + 1 :] and _is_their_house(i, items[n + 1], known))]
    items = [i for n, i in enumerate(items) if not _is_house_behind(n, items, known) or any(i.at in a for a in apart)]
    at = 0
    while at < len(items):
        item, after = _by_own_title(_of_words(items[at], known)), items[at + 1] if at + 1 < len(items) else None
        if after is not None and items[at + 1 :] == [after] and _is_not_his(item, after, known):
            done += [replace(item, role="topic"), after]  # "김하나 부회장이야?"
            break
        if (
            item.has("name")
            and after
            and after.has("title")
            and after.at not in kept
            and not after.text.endswith(("ing", "ed", " of"))
            and not (
                after.has("leads") and after.text.isascii() and "person" not in after.ids("sort")
            )  # "does Kim head it"
            and after.at - item.at <= 3
            and item.role in ("", "of", "from", after.role, "by", "object", "at", "with", "about", "to", "except")
            and not _of_house(items, at, known)
            and not _is_predicate(items, at)
            and not _marked_off(item, after)
            and not _is_of_several(items, at)
            and not (deed and _is_nationality(item, after, known))
        ):
            merged = _titled(item, after, known)
            if merged and merged.has("name") and _are_of_whom(items, at):
                done += [item, after]
                at += 2
                continue
            behind = items[at + 2] if merged and at + 2 < len(items) else None
            if merged and behind and _is_in_apposition(merged, behind):
                done.append(behind)
                at += 3
                continue
            if merged:
                if done and merged.has("held") and _asks_who(items[at + 2 :]):
                    done[-1] = _shares_title(done[-1], item, after, known)
                done.append(replace(merged, role=after.role or merged.role))
                at += 2
                continue
        if after is not None and (
            (item.text.isascii() and _is_own_title(item, after, known)) or _leads_own_name(items, at, known)
        ):
            done.append(replace(after, text=f"{item.text} {after.text}", at=item.at))
            at += 2
            continue
        own = after is not None and item.role == "" and _is_own_title(after, item, known)
        if after is not None and own and not all(i.has("light", "follow", "confirm", "verb") for i in items[at + 2 :]):
            done.append(replace(item, text=f"{item.text} {after.text}", role=after.role))
            at += 2
            continue
        led = after is not None and after.text == "of"
        house = _house_of_nobody(item, items[at + 2 : at + 4], known) if led else None
        if house is not None:
            done.append(Item(f"{item.text} {house.text}", (), item.role, item.at))
            at = items.index(house) + 1
            continue
        if item.has("title", "leads") and not item.has("name") and item.at not in kept:
            merged, used = _title_first(items, at, known)
            if merged:
                done.append(merged)
                at += used
                continue
        if after is not None and item.role == "of" and after.has("sort") and "organisation" in after.ids("sort"):
            homes = [h for n in item.ids("name") for h in known.facts.names[n].of[:1]]
            if homes and not _asks_house(items, at, known):  # "Kim's company"
                if after.text.endswith("s"):
                    done = _owners_joined(done, known)
                senses = tuple(Sense("name", h) for h in homes)
                done.append(Item(f"{item.text} {after.text}", senses, after.role, item.at))
                at += 2
                continue
        done.append(item)
        at += 1
    return _beside_head(_excepted(done, known), known)


def _asks_house(items: list[Item], at: int, known: Known) -> bool:
    """Whether nothing but the house of somebody is asked for: "what's Kim's company?", but not "who heads Kim's company?"."""
    rest = [i for n, i in enumerate(items) if n not in (at, at + 1)]
    bare = all(i.text in IS or i.text in ("what", "which") or i.has("follow", "confirm") for i in rest)
    one = len(known.of_type(items[at].ids("name"), "person")) == 1 and not items[at + 1].text.endswith("s")
    return bare and one


def _without_sides(items: list[Item]) -> list[Item]:
    """The items without words that only say that the holder of a title is of a house, which then stands right before it."""
    done: list[Item] = []
    for item, after in zip_longest(items, items[1:]):
        if done and after is not None and _is_side(done[-1], item, after):
            done[-1] = replace(done[-1], role="", at=item.at)
        else:
            done.append(item)
    return done


def _owners_joined(done: list[Item], known: Known) -> list[Item]:
    """Somebody joined to another whose house is spoken of, as his own house: "Kim's and Park's companies"."""
    joined = len(done) > 1 and done[-1].text == "and"
    homes = (
        [h for n in known.of_type(done[-2].ids("name"), "person") for h in known.facts.names[n].of[:1]]
        if joined
        else []
    )
    if not homes:
        return done
    house = replace(done[-2], senses=tuple(Sense("name", h) for h in homes), role="", pieces=())
    return [*done[:-2], house, done[-1]]


def _is_side(house: Item, side: Item, title: Item) -> bool:
    """Whether a word only says that the holder of a title is of a house: "가나 쪽 부장도", but not "가나 쪽 대표로"."""
    plain = title.has("title") and not title.has("name", "kind") and title.role in ("", "by", "topic", "object", "with")
    return plain and house.has("name") and side.text in ("쪽", "측")


def _house_of_nobody(title: Item, behind: list[Item], known: Known) -> Item | None:
    """The house or country behind a title that only people of other ones hold: "the premier of Y", where there is one of X."""
    if not (title.titled or title.has("title")):
        return None
    people = known.of_type(title.ids("name"), "person")
    if not people:
        return None
    house = next((i for i in behind if i.text != "the"), None)
    houses = set(known.of_type(house.ids("name"), "organisation", "place")) if house is not None else set()
    return house if houses and not any(houses & known.members[p] for p in people) else None


def _is_own_title(title: Item, named: Item, known: Known) -> bool:
    """Whether a title that the author wrote down for one alone stands right before the name: "councillor Kim", "the union head Kim"."""
    people = known.of_type(named.ids("name"), "person")
    if len(people) != 1 or (title.text.isascii() and title.at > named.at):
        return False
    own = any(s.tag == "of_fact" and s.id == "title" and s.fact == f"{NAME_KIND}:{people[0]}" for s in title.senses)
    own |= not title.text.isascii() and known.is_title_of(title.text, people[0])
    return own or (title.titled and title.ids("name") == tuple(people))


def _leads_own_name(items: list[Item], at: int, known: Known) -> bool:
    """Whether a title that a person's entry holds stands right before the name, though it is a word of facts too: "the lawyer Kim", "변호사 김하나는"."""
    title, named = items[at], items[at + 1]
    people = known.of_type(named.ids("name"), "person")
    if (
        len(people) != 1
        or title.has("name", "title")
        or title.role not in ("", "by", "object")
        or named.at - title.at > 2
    ):
        return False
    before = [i for i in items[:at] if i.text not in ("the", "a", "an")]
    if title.text.isascii():
        asserted = bool(before) and before[-1].text in IS and not any("who" in i.ids("question") for i in before)
    else:
        asserted = title.role != "" or all(i.has("light", "confirm") for i in items[at + 2 :])
    return not asserted and known.is_title_of(title.text, people[0])


def _as_people(item: Item, at: int, items: list[Item], known: Known) -> Item:
    """ "Which two Acme bosses were there?": several people of a house, and not the one at its top."""
    if "leader" not in item.ids("title") or item.has("name") or at < 2:
        return item
    plural = item.text.isascii() and item.text.endswith("s") and not item.text.endswith("ss") and " " not in item.text
    if not plural:
        return item
    asked = next((i for i in items[at - 2 :: -1] if not i.has("number")), item)
    house = known.of_type(items[at - 1].ids("name"), "organisation")
    several = house and {"which", "what", "how_many"} & set(asked.ids("question"))
    return replace(item, senses=_PEOPLE, pieces=()) if several else item


_PEOPLE = (Sense("light", ""), Sense("sort", "person"), Sense("unit", "person"))


def _is_of_several(items: list[Item], at: int) -> bool:
    """Whether an English title in the plural is of several houses: "the Acme and Bolt chiefs"."""
    joined = at > 1 and items[at - 1].text == "and" and items[at - 2].has("name")
    return joined and items[at].has("name") and items[at + 1].text.endswith("s") and items[at + 1].text.isascii()


def _are_of_whom(items: list[Item], at: int) -> bool:
    """Whether a Korean title tells of whom it is asked which of them did it: "가나 부사장 중에 누가 왔어", "가나 이사는 누가 왔어"."""
    behind = items[at + 2 : at + 4]
    among = bool(behind) and behind[0].text in AMONG and any("who" in i.ids("question") for i in behind)
    came = len(behind) > 1 and behind[0].text == "누가" and behind[1].text.startswith(CAME)
    return among or (came and items[at + 1].role == "topic")


CAME = ("왔", "들어갔", "들어왔", "참석", "나왔", "나온", "동석", "배석", "앉", "있었", "갔")
"""How Korean verbs begin for coming, or being there."""


def _is_in_apposition(titled: Item, named: Item) -> bool:
    """Whether whoever is spoken of by title is named right behind it: "가나 사장 김하나", "Acme president Kim"."""
    person = named.ids("name")
    near = named.at - titled.at in (2, len(titled.text.split()))
    return titled.has("held") and near and len(person) == 1 and person[0] in titled.ids("name")


def _excepted(items: list[Item], known: Known) -> list[Item]:
    """A bare title behind "other than" as its holder at the house that is named: "who came from Acme besides the CEO"."""
    mark = next((n for n, i in enumerate(items) if "except" in i.ids("mark")), len(items))
    if mark == len(items):
        return items
    houses = [h for i in items[:mark] for h in known.of_type(i.ids("name"), "organisation")]
    behind = [i for i in items[mark + 1 :] if not i.has("light") or i.has("title")]
    asked = next((n for n, i in enumerate(behind) if "who" in i.ids("question")), 0)
    if not houses and asked == 1:  # "besides the CEO, who from Acme came"
        houses = [h for i in behind[2:] if i.role == "from" for h in known.of_type(i.ids("name"), "organisation")]
        behind = behind[:1]
    if not houses or len(behind) != 1 or not behind[0].has("title") or behind[0].has("name"):
        return items
    holders = holders_of((houses[-1],), behind[0].ids("title"), known)
    held = replace(behind[0], senses=_held(holders, behind[0]), role="except", titled=True)
    return [held if i is behind[0] else i for i in items] if len(holders) == 1 else items


def _beside_head(items: list[Item], known: Known) -> list[Item]:
    """A bare title of one who was there with others as its holder at the house that is named: "who from Acme came with the chairman?"."""
    at = next((n for n, i in enumerate(items) if n > 2 and i.has("title") and not i.has("name", "kind")), 0)
    led = at and items[at - 1].text in ("the", "their", "its") and items[at - 2].text.split()[-1] in _BESIDE
    houses = [i for i in items[:at] if known.of_type(i.ids("name"), "organisation")]
    asked = any({"who", "which"} & set(i.ids("question")) for i in items[:at])
    if not led or not asked or len(houses) != 1 or not items[at].text.isascii():
        return items
    own = set(items[at].ids("title")) - {"leader", "head"}
    holders = [p for p in _holders(houses[0], items[at], known) if own & known.titles[p]]
    if len(holders) != 1:
        return items
    held = replace(items[at], senses=_held(holders, items[at]), role="with", titled=True)
    return [*items[:at], held, *items[at + 1 :]]


_BESIDE = frozenset({"with", "alongside", "joined", "accompanied", "beside", "besides"})


def _by_alias(items: list[Item], known: Known) -> list[Item]:
    """A title that an author wrote down as another name of its holder, as somebody spoken of by title.

    The house behind it says nothing more ("the minister of the ministry").
    """
    done: list[Item] = []
    for item in items:
        holder = _holder_by_alias(item, known)
        led = bool(done) and done[-1].text in ("of", "at", "in", "the")
        before = next((i for i in reversed(done) if not i.has("light")), None) if led else None
        if holder:
            item = replace(item, titled=True)
        if before is not None and before.titled and _is_home(item, before, known):
            while done[-1] is not before:
                done.pop()
            done[-1] = replace(before, role=before.role if before.role != "of" else "")
            continue
        done.append(item)
    return done


def _holder_by_alias(item: Item, known: Known) -> str:
    """The one person whose other name a phrase is, where that is a title and no part of the name; else empty."""
    people = known.of_type(item.ids("name"), "person")
    if len(people) != 1 or item.ids("name") != tuple(people) or not known.titles.get(people[0]):
        return ""
    text, name = item.text.removeprefix("the "), known.facts.names[people[0]]
    spoken = _written(name) | {title.casefold() for titles in name.titles.values() for title in titles}
    words = set(text.replace("'s", "").split())
    worded = words & spoken and not words & set(name.name["en"].casefold().replace("-", " ").split())  # union's head
    return people[0] if text in spoken or worded or any(s.tag == "title" for s in item.senses) else ""


def _is_home(item: Item, person: Item, known: Known) -> bool:
    """Whether a word is for the house that somebody is of."""
    houses = known.of_type(item.ids("name"), "organisation")
    return bool(houses) and all(set(houses) & known.members[n] for n in person.ids("name"))


def _asks_who(items: list[Item]) -> bool:
    """Whether only who somebody is is asked behind a title: "대표 누구야", "사장 이름"."""
    asked = [i for i in items if not i.has("light", "tell", "filler", "question") or "name" in i.ids("sort")]
    named = any("who" in i.ids("question") or "name" in i.ids("sort") for i in items)
    return named and all("name" in i.ids("sort") for i in asked)


def _shares_title(house: Item, other: Item, title: Item, known: Known) -> Item:
    """A Korean house joined to the one whose head is spoken of, as its own head: "가나랑 다라 대표가 누구야"."""
    joined = house.role == "with" and other.at - house.at == 2 and not title.text[-1].isascii()
    if not joined or house.titled or not known.of_type(house.ids("name"), "organisation"):
        return house
    holders = _holders(house, title, known)
    return Item(f"{house.text} {title.text}", _held(holders, title), title.role, house.at, True) if holders else house


def _is_house_behind(at: int, items: list[Item], known: Known) -> bool:
    """Whether a house only says again where somebody is from, of whom more is said: "was Kim of Acme there?"."""
    house, person = items[at], items[at - 2] if at > 1 else None
    if person is None or items[at - 1].text not in ("of", "from") or not person.has("name") or at + 1 == len(items):
        return False
    said = any(
        i.has("kind", "mark", "part", "word") and not i.has("name", "title", "auxiliaries") for i in items[at + 1 :]
    )
    return said and bool(known.of_type(person.ids("name"), "person")) and _is_home(house, person, known)


def _by_noun(item: Item, at: int, items: list[Item], known: Known) -> Item:
    """A common noun of one house beside a title as that house: "the ferry company's boss", "president of the bank"."""
    houses = known.of_type(item.ids("noun"), "organisation")
    if len(houses) != 1 or item.has("name", "kind"):
        return item
    after = items[at + 1] if at + 1 < len(items) else None
    before = [i for i in items[max(0, at - 3) : at] if not i.has("light") or i.has("title")]
    behind = (
        after is not None and after.has("title") and after.at - item.at <= 3 and item.role in ("", "of", after.role)
    )
    if not behind and not (item.role in ("of", "at") and before and before[-1].has("title")):
        return item
    return replace(item, senses=(Sense("name", houses[0]), *item.senses), pieces=())


def _of_owner(item: Item, before: Item, known: Known) -> Item:
    """A common noun of places behind a house ("Acme's head office", "가나 본사"): only those that are of that house."""
    names = known.facts.names
    if not item.has("noun") or item.has("name", "kind") or before.role not in ("", "of", "by"):
        return item
    owners = set(known.of_type(before.ids("name"), "organisation"))
    places = known.of_type(item.ids("noun"), "place")
    owned = [n for n in places if known.of_type(names[n].of, "organisation")]
    if not owners or not places or places != owned:
        return item
    theirs = {n for n in places if owners & (set(names[n].of) | known.members[n])}
    return replace(item, senses=tuple(s for s in item.senses if s.tag == "noun" and s.id in theirs), pieces=())


def _is_predicate(items: list[Item], at: int) -> bool:
    """Whether the title behind a name is what somebody is asked to be: "is Kim vice chairman?"."""
    opens = at > 0 and items[at - 1].text in ("is", "was") and items[at - 1].has("auxiliaries")
    opens = opens and items[at].role != "of" and not any(i.has("question") for i in items[:at])
    korean = not items[at].text[-1].isascii() and items[at + 1].at > items[at].at + 1  # "가나도 부회장 아냐"
    korean |= at == 0 and any(i.has("confirm") and not i.text.isascii() for i in items[2:])  # "김하나 부회장 맞아?"
    return (opens or korean) and all(i.has("light", "follow", "confirm", "verb") for i in items[at + 2 :])


def _is_not_his(name: Item, title: Item, known: Known) -> bool:
    """Whether the bare title behind a Korean name is none that the person holds."""
    people = known.of_type(name.ids("name"), "person")
    held = [known.titles[p] for p in people if known.titles.get(p)]
    bare = not title.text.isascii() and not name.text[-1].isascii() and not title.role and not name.role
    return bare and title.has("title") and len(held) == 1 and held[0].isdisjoint(title.ids("title"))


def _marked_off(name: Item, title: Item) -> bool:
    """Whether a Korean name has a particle of its own, and so is not the one whom the title behind it is of: "가나가 장관을"."""
    return not name.text[-1].isascii() and name.is_subject_before(title)


def _is_their_house(house: Item, person: Item, known: Known) -> bool:
    """Whether a house only says whose somebody is who is named right behind it: "Acme's Kim", "가나의 김하나", "가나 김하나"."""
    bare = house.role == "" and person.at == house.at + 1 and not person.text.isascii() and not person.titled
    if not bare and (house.role != "of" or person.at - house.at > 2):
        return False
    people = known.of_type(person.ids("name"), "person")
    return bool(people) and all(set(house.ids("name")) & known.members[n] for n in people)


def _of_house(items: list[Item], at: int, known: Known) -> bool:
    """Whether the title behind a person's name is that of the head of a house behind it: "is Kim CEO of Acme"."""
    people = known.of_type(items[at].ids("name"), "person")
    house = next((i for i in items[at + 2 : at + 5] if i.has("name")), None)
    if not people or house is None or house.role not in ("of", "at") or not house.text.isascii():
        return False
    return bool(known.of_type(house.ids("name"), "organisation"))


def _of_words(item: Item, known: Known) -> Item:
    """A phrase that is only a word of some fact, as the person whom its words speak of by title."""
    if len(item.pieces) != 2 or any(s.tag != "word" for s in item.senses):
        return item
    house, title = item.pieces
    holders = (
        holders_of(house.ids("name"), title.ids("title"), known) if house.has("name") and title.has("title") else []
    )
    if len(holders) != 1:
        return item
    return replace(item, senses=(Sense("name", holders[0]), *item.senses), titled=True, pieces=())


def _by_own_title(item: Item) -> Item:
    """The one person whose title a phrase is as it was written down: "the Canadian ambassador"."""
    if not item.pieces or item.has("name", "kind", "part"):
        return item
    people = {s.fact.removeprefix(f"{NAME_KIND}:") for s in item.senses if s.tag == "of_fact" and s.id == "title"}
    if len(people) != 1:
        return item
    return replace(item, senses=tuple(Sense("name", p) for p in people), titled=True)


def _is_nationality(item: Item, title: Item, known: Known) -> bool:
    """Whether a country only says whence the holders of a title are, and none of them is its own: "한국 회장", not "한국 대통령"."""
    countries = {n.country for n in known.facts.names.values()}
    if _is_of_countries(title, known):
        return False
    return bool(item.ids("name")) and set(item.ids("name")) <= countries and not _holders(item, title, known)


def _is_of_countries(title: Item, known: Known) -> bool:
    """Whether all who are known to hold a title hold it in a country: a president of one."""
    held = [[p for p, titles in known.titles.items() if group in titles] for group in title.ids("title")]
    return any(people and all(known.of_type(known.facts.names[p].of, "place") for p in people) for people in held)


def _titled(name: Item, title: Item, known: Known) -> Item | None:
    people = known.of_type(name.ids("name"), "person")
    theirs = _who_is_theirs(people, title, known)
    if theirs:
        return Item(f"{name.text} {title.text}", _held(theirs, title), title.role, name.at, True)
    english = name.role == "of" and f"{name.text}{title.text}".isascii() and not title.has("leads")
    if people and english and not _is_held_part(title, known):
        over = above(people[0], title.ids("title"), known)  # "Kim's chairman", "Kim's boss"
        return Item(f"{name.text} {title.text}", tuple(Sense("name", p) for p in over), title.role, name.at, bool(over))
    if people:
        apart = _is_to_them(name, title, people, known) or _is_of_others(people, title, known)
        return None if apart else replace(name, text=f"{name.text} {title.text}")
    holders = _holders(name, title, known)
    if not holders:
        return _nobody(name, title, name.at, known)
    return Item(f"{name.text} {title.text}", _held(holders, title), title.role or name.role, name.at, True)


def above(person: str, groups: tuple[str, ...], known: Known) -> list[str]:
    """Who else holds a title where somebody is, or in the house that one belongs to; nobody, where several do."""
    houses = known.of_type(known.facts.names[person].of, "organisation")
    for theirs in (houses[:1], [h for n in houses for h in known.of_type(known.members[n], "organisation")]):
        held = [p for p in holders_of(tuple(theirs), groups, known) if p != person] if theirs else []
        if held:
            return held if len(held) == 1 else []
        if groups == ("leader",):
            return []  # who leads a group is not told to be the boss of those in its firms
    return []


def _who_is_theirs(people: Iterable[str], title: Item, known: Known) -> list[str]:
    """Who holds a title that is written to be that of a person: "Kim's coach", "김하나 코치", of a coach `of: kim`."""
    groups, of = set(title.ids("title")), set(people)
    return [p for p, held in known.titles.items() if held & groups and of & set(known.facts.names[p].of)]


def _is_to_them(name: Item, title: Item, people: list[str], known: Known) -> bool:
    """Whether a title behind a person is what another is to him, and none of his own: "Kim's coach", where he is no coach."""
    groups = set(title.ids("title"))
    if any(known.titles.get(p, frozenset()) & groups for p in people):
        return False
    written = any(
        held & groups and known.of_type(known.facts.names[p].of, "person") for p, held in known.titles.items()
    )
    return written or _is_held_part(title, known) or (name.role == "of" and not groups & _HEADS and name.text.isascii())


def _is_held_part(title: Item, known: Known) -> bool:
    """Whether an author has a title as the name of a part that a person is: "coach", of a player."""
    parts = (s for s in title.senses if s.tag == "part" and s.fact and not s.like)
    return any(known.meant(s.id, s.fact).type == "person" for s in parts)


def _is_of_others(people: list[str], title: Item, known: Known) -> bool:
    """Whether a Korean title is an office of state that somebody does not hold: "김 대통령" of the head of a firm."""
    own = set().union(*(known.titles[p] for p in people))
    return not title.text.isascii() and bool(OF_STATE & set(title.ids("title"))) and not OF_STATE & own


OF_STATE = frozenset({"president-of-country", "premier", "minister"})
"""Titles that nobody is given out of courtesy, as the head of any house is."""


def _held(holders: list[str], title: Item) -> tuple[Sense, ...]:
    """The holders, with the titles by which they are spoken of; a verb of leading says none."""
    titles = () if title.has("leads") else title.ids("title")
    return (*(Sense("name", h) for h in holders), *(Sense("held", t) for t in titles))


def _holders(house: Item, title: Item, known: Known) -> list[str]:
    """Who holds a title at a house; those whose very title it is, where there are any.

    "The captain" is not the stand-in captain, nor "원장" a 과장. What somebody is elsewhere is nobody's other title here.
    """
    holders = holders_of(house.ids("name"), title.ids("title"), known)
    spoken = {title.text, *title.ids("title")}
    own = [h for h in holders if spoken & _written(known.facts.names[h])]
    if "leader" in title.ids("title") and not own:  # the boss is whom the author calls so, else no "head keeper"
        own = [h for h in holders if title.text in in_both(known.facts.names[h].titles)]
        own = own or _plainly(at_the_top(house.ids("name"), known), known)
    if title.has("leads"):
        tops = at_the_top(house.ids("name"), known)  # who runs it is not the head of sales
        own = [p for p in tops if _HEADS & _written(known.facts.names[p])] or own or tops  # nor the deputy CEO
    elsewhere = any(spoken & _written(name) for name in known.facts.names.values())
    return own or ([] if elsewhere and not _HEADS & set(title.ids("title")) else holders)


def _leaders(people: Iterable[str], known: Known) -> list[str]:
    """Those of some people who lead their house: a chairman or CEO comes before the leader of some part of it."""
    leaders = [p for p in people if "leader" in known.titles[p]]
    return [p for p in leaders if known.titles[p] & {"chairman", "ceo"}] or leaders


def at_the_top(houses: tuple[str, ...], known: Known) -> list[str]:
    """Who leads a house itself: its leader, where somebody's title says so, else whoever has a title of those at the top."""
    theirs = [p for p in known.titles if set(known.facts.names[p].of) & set(houses)]
    leaders = _leaders(theirs, known)
    directors = [p for p in theirs if known.titles[p] & (_HEADS | {"director"})]
    return leaders if _plainly(leaders, known) else _plainly(directors, known) or leaders or directors


def _plainly(people: list[str], known: Known) -> list[str]:
    """Those of some people whose whole title says that they are at the top: a director, but no head keeper."""
    tops = _HEADS | {"director"}
    return [
        p
        for p in people
        if any(
            s.tag == "title" and s.id in tops for t in _written(known.facts.names[p]) for s in known.lexicon.senses(t)
        )
    ]


def _written(name: Name) -> set[str]:
    """The titles of a person as the author wrote them, one by one: "President and CEO" are two."""
    texts = [name.title[lang].casefold() for lang in LANGS] if name.title else []
    return {part for text in texts for part in re.split(r", | and | & | 겸 ", text)}


def _nobody(name: Item, title: Item, at: int, known: Known) -> Item | None:
    """A title at a house where nobody known holds it: one thing that no fact accounts for, and never somebody else."""
    houses = all(known.facts.names[n].type in ("organisation", "place") for n in name.ids("name"))
    if not houses or title.has("kind", "part", "sort", "noun"):
        return None
    first, last = sorted((name, title), key=lambda i: i.at)
    return Item(f"{first.text} {last.text}", (), title.role, at)


def _is_anothers(title: Item, people: list[str], known: Known) -> bool:
    """Whether a title before a name is the very title of others, and these people have another: "keeper Kim", who is a clerk."""
    groups = set(title.ids("title"))
    known_ = title.text in {t for n in known.facts.names.values() for t in _written(n)}
    return known_ and not groups & _HEADS and all(known.titles.get(p) and not known.titles[p] & groups for p in people)


_HEADS = frozenset({"ceo", "president", "chairman", "leader", "head"})
"""Titles that people use for one another of whoever is at the top."""


def holders_of(orgs: tuple[str, ...], groups: tuple[str, ...], known: Known) -> list[str]:
    """The people who hold a title at one of the organisations; those of the organisation itself before its parts'."""
    held = [p for p, titles in known.titles.items() if titles & set(groups)]
    direct = [p for p in held if set(known.facts.names[p].of) & set(orgs)]
    if all(known.facts.names[o].type == "place" for o in orgs):
        return direct  # who heads a company there is not the president of a country
    found = direct or known.of_type((p for p in held if known.members[p] & set(orgs)), "person")
    if found or not set(groups) & _HEADS:
        return found
    heads = [p for p, titles in known.titles.items() if "leader" in titles and set(known.facts.names[p].of) & set(orgs)]
    return heads if len(heads) == 1 else []


def _is_verb(title: Item, before: list[Item]) -> bool:
    """Whether an English word for leading a house is a verb here: "who runs Acme", "does Kim head Acme"."""
    whose = any(i.has("name") for i in before[-1:]) and any(i.has("auxiliaries") for i in before)
    return title.text.endswith("s") or (title.text.isascii() and title.has("leads") and whose)


def _its_part(house: Item, behind: list[Item], known: Known) -> Item | None:
    """What is named right behind a house as a part of it, by name or by its common noun: "Acme's Sales Division"."""
    if not behind or not house.has("name") or behind[0].at - house.at > 2:
        return None
    meant = known.of_type(dict.fromkeys((*behind[0].ids("name"), *behind[0].ids("noun"))), "organisation")
    parts = [n for n in meant if set(house.ids("name")) & known.members[n]]
    if len(parts) != 1:
        return None
    return replace(behind[0], senses=(Sense("name", parts[0]),), role=behind[0].role or house.role, pieces=())


def _title_first(items: list[Item], at: int, known: Known) -> tuple[Item | None, int]:
    title = items[at]
    stranded = title.text.endswith(" of")  # "what is she in charge of at Acme"
    rest = range(at + 1, min(at + 6, len(items)))
    for n in rest:
        other = items[n]
        part = _its_part(other, items[n + 1 : n + 2], known)
        if part is not None:
            items = [*items[: n + 1], part, *items[n + 2 :]]
            continue
        if other.has("name"):
            people = known.of_type(other.ids("name"), "person")
            theirs = _who_is_theirs(people, title, known) if n == at + 1 and _is_verb(title, items[:at]) else []
            if theirs:
                return Item(f"{title.text} {other.text}", _held(theirs, title), title.role, title.at, True), 2
            if people and n == at + 1 and _is_anothers(title, people, known):
                return None, 0
            if people and n == at + 1 and title.text.endswith("s") and _is_to_them(other, title, people, known):
                return None, 0
            if people and n == at + 1 and (title.text.isascii() or not title.role):  # not "어느 회장이 김을"
                return replace(other, text=f"{title.text} {other.text}"), 2
            beside = all(i.text == "the" or i.has("name") for i in items[at + 1 : n])
            runs = other.role in ("", "object", "by") and beside and _is_verb(title, items[:at])
            holders = (
                _holders(other, title, known)
                if runs or (other.role in ("of", "at", "from") and not (stranded and other.role == "at"))
                else []
            )
            if holders:
                return Item(f"{title.text} {other.text}", _held(holders, title), title.role, title.at, True), n - at + 1
            nobody = _nobody(other, title, title.at, known) if other.role == "of" else None
            return (nobody, n - at + 1) if nobody else (None, 0)
        joined = other.text == "and" or (other.has("title") and items[n - 1].text == "and")  # "president and CEO of"
        if not other.has("prep", "light") and not joined:
            return None, 0
    return None, 0
