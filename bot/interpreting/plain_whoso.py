"""What some constructions that describe somebody and then ask who that is say in other words: "Acme has a president, who's that"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks, opens_yesno
from bot.language.english import IS, SOMEBODY
from bot.language.senses import PEOPLE, THERE, Sense
from bot.segment import Token

_SOMEONE = (*sorted(SOMEBODY - {"anyone", "anybody"}),)
_POINTING = frozenset({"that", "it", "he", "she", "this", "exactly", "again", "him", "her", "they", "would", "be", *IS})


def _asks_who_that_is(tokens: list[Token]) -> int:
    """Where the question stands that asks no more than who that is, behind all the rest; 0 where none does."""
    at = max((n for n, t in enumerate(tokens) if t.text in ("who", "name", "whose name")), default=0)
    behind = tokens[at + 1 :]
    plain = all(t.text in _POINTING for t in behind)
    return at if at and plain and not any(map(asks, tokens[:at])) and not opens_yesno(tokens) else 0


@found_by(*_SOMEONE)
def somebody_asked(tokens: list[Token]) -> list[Token]:
    """ "Kim walks beside somebody in a picture, who's that": beside whom Kim walks is asked."""
    at = _asks_who_that_is(tokens)
    said = [n for n, t in enumerate(tokens[:at]) if t.text in _SOMEONE]
    if not at or len(said) != 1:
        return tokens
    who = tokens[said[0]].asking("who")
    body = tokens[: at - (tokens[at - 1].text in ("and", "but") or tokens[at - 1].has("confirm"))]
    return [*body[: said[0]], who, *body[said[0] + 1 :]]


@found_by("has", "have", "got", "has got")
def has_a_head(tokens: list[Token]) -> list[Token]:
    """ "Acme has a president, who's that": who the president of Acme is."""
    at = _asks_who_that_is(tokens)
    has = next((n for n, t in enumerate(tokens[:at]) if t.text in ("has", "have", "got", "has got")), 0)
    house = [t for t in tokens[:has] if t.text not in ("so", "and", "ok", "well", "the")]
    post = [t for t in tokens[has + 1 : at] if t.text not in ("a", "an", "the", "its", "but", "own")]
    titled = bool(post) and all(t.has("title", "follow") or "title" in t.ids("of_fact") for t in post)
    titled |= 0 < len(post) <= _POST and tokens[has + 1].text in ("a", "an")  # "Acme has a lawyer, who's that"
    titled = titled and not any(t.has("name", "auxiliaries", "number") for t in post)
    if not has or len(house) != 1 or not house[0].has("name") or not titled:
        return tokens
    be, of = tokens[has].helping("is"), tokens[has].leading("of", "of")
    return [tokens[at].asking("who"), be, *post, of, *house]


_POST = 3
"""Words for a post at most that is no known title."""


@found_by("what")
def is_called_what(tokens: list[Token]) -> list[Token]:
    """ "The head of Acme is called what?", "Acme's chief goes by what name": what whoever that is is called."""
    last = tokens[-1]
    called = len(tokens) - 2
    whole = called > 0 and tokens[called].text in _IS_CALLED
    be = called if whole else called - 1
    if called < 1 or last.text != "what" or not (whole or (tokens[called].text == "called" and tokens[be].text in IS)):
        return tokens
    whose = tokens[:be]
    titled = any(t.has("title", "name") or "person" in t.ids("sort") for t in whose[-1:])
    if not titled or any(asks(t) or t.has("auxiliaries") for t in whose):
        return tokens
    if not whose[-1].has("name") or whose[-1].has("title"):
        return [last.asking("who"), last.helping("is"), *whose]
    return [last, last.helping("is"), *whose, replace(tokens[called], text="called")]


_IS_CALLED = frozenset({"is called", "was called", "are called"})


_WHERE_HELD = (["where"], ["where", "at"], ["at", "what", "company"], ["at", "which", "company"], ["for", "whom"])


@found_by("and")
def post_and_where(tokens: list[Token]) -> list[Token]:
    """ "What post does Kim hold and where?": where somebody holds a post, his title tells."""
    at = max((n for n, t in enumerate(tokens) if t.text == "and"), default=0)
    tail = [t.text for t in tokens[at + 1 :]]
    tail = tail[:-1] if tail[-1:] in (["exactly"], ["then"]) else tail
    nouns = [t for t in tokens[:at] if "title" in t.ids("part") and not t.has("auxiliaries", "kind")]
    posts = [t for t in tokens[:at] if "title" in t.ids("part") and t.text in _POSTS]
    asked = any(asks(t) for t in tokens[:at])
    return tokens[:at] if at and tail in _WHERE_HELD and (nouns or posts) and asked else tokens


_POSTS = frozenset({"post", "position", "title", "job", "role", "office", "rank"})


@found_by("executives", "people", "men", "officials", "representatives", "executive", "folks", "guys", "managers")
def of_theirs_there(tokens: list[Token]) -> list[Token]:
    """ "Name the two Acme executives in the talks", "who are the Acme people at the talks": who from Acme was at them."""
    led = next((n for n, t in enumerate(tokens) if not t.has("follow", "filler")), 0)
    opened = tokens[led:]
    said = (
        1
        if opened[0].has("tell")
        else 2
        if [t.text for t in opened[:1]] == ["who"] and len(opened) > 1 and opened[1].text in IS
        else 0
    )
    rest = opened[said:]
    house = next((n for n, t in enumerate(rest) if t.has("name")), 0) if said else 0
    if not house or not all(t.text in _THE or t.has("number") for t in rest[:house]) or len(rest) < house + _LEAST:
        return tokens
    noun, at, *event = rest[house + 1 :]
    there = "at" in at.ids("prep") or at.text in ("at", "in", "inside", "present at", "was at", "who were at")
    happens = any(w.has("kind", "word") for t in event for w in (t, *t.pieces))
    people = "person" in noun.ids("sort") and not noun.has("name")
    if not people or not there or not happens or any(asks(t) or t.has("auxiliaries") for t in event):
        return tokens
    who, origin = tokens[0].asking("who"), at.leading("from", "from")
    was = replace(at, text="was at", senses=THERE, pieces=())
    return [who, origin, rest[house], was, *event]


_THE = frozenset({"the", "all", "all the", "the two", "both", "the three", "those", "these"})
_LEAST = 4
"""Words of a house, its people, a preposition and an event."""


_HEADS = frozenset({"bosses", "chiefs", "heads", "leaders"})
"""Words for several heads that are nobody's title."""


@found_by(*_HEADS)
def which_bosses(tokens: list[Token]) -> list[Token]:
    """ "Which two foreign bosses did Acme's chairman meet": right before a helping verb, several heads are people, of no house that follows."""
    for at, (noun, helper) in enumerate(pairwise(tokens)):
        several = noun.text in _HEADS and noun.has("title") and not noun.has("name")
        led = any(t.text in ("which", "what") for t in tokens[max(at - 4, 0) : at])
        if at and several and led and helper.text in ("did", "does", "do", "had", "has", "have", "will"):
            return [*tokens[:at], replace(noun, text="people", senses=PEOPLE, pieces=()), *tokens[at + 1 :]]
    return tokens


@found_by("spend", "spent", "spends")
def spent_with(tokens: list[Token]) -> list[Token]:
    """ "Forty minutes - with whom did Kim spend them?", "whom did Kim spend 40 minutes with": with whom Kim spoke for so long."""
    at = next((n for n, t in enumerate(tokens) if t.text in ("spend", "spent", "spends")), 0)
    number = next((n for n, (a, b) in enumerate(pairwise(tokens)) if a.has("number") and b.has("unit")), -1)
    asked = [n for n, t in enumerate(tokens) if "who" in t.ids("question")]
    if not at or number < 0 or len(asked) != 1 or "how_long" not in tokens[number + 1].ids("part"):
        return tokens
    time = tokens[number : number + 2]
    rest = [
        t for n, t in enumerate(tokens) if n not in (at, number, number + 1) and t.text not in ("them", "it", "with")
    ]
    who = [t.asking("whom", "who") if "who" in t.ids("question") else t for t in rest]
    if not any(t.text == "with" for t in tokens) or any(t.has("kind", "daypart") for t in rest):
        return tokens
    others = [t for t in who if not t.has("question")]
    asking = next(t for t in who if t.has("question"))
    did = [t for t in others if t.text in ("did", "does")]
    if not did:
        did = [tokens[at].helping("did")]
    named = [t for t in others if t not in did and (t.has("name", "anaphor") or t.text == "the")]
    if len(named) < 1 or len(named) + len([t for t in others if t in did]) < len(others):
        return tokens
    talk = replace(tokens[at], text="talk with", senses=_TALKING, pieces=())
    return [asking, *did, *named, talk, time[0].leading("for", "for"), *time]


@found_by("who")
def was_doing(tokens: list[Token]) -> list[Token]:
    """ "Who was talking to the press at noon?": who talked to it."""
    if len(tokens) < _DOING or tokens[0].text != "who" or tokens[1].text not in ("was", "were"):
        return tokens
    verb = tokens[2].text.split()
    said = len(verb) > 1 and verb[0].endswith("ing") and tokens[2].has("part", "kind")
    return [tokens[0], *tokens[2:]] if said and not tokens[2].has("name", "noun", "mark") else tokens


_DOING = 3
_TALKING = (Sense("light", ""), Sense("prep", "with"))


_RUMOUR_AND_QUESTION = 4
"""That it is said, and a question of the shortest."""
_RUMOURS = ("word is", "word has it", "word is that", "rumour has it", "rumor has it", "legend has it")


@found_by(*_RUMOURS)
def rumoured_to_have(tokens: list[Token]) -> list[Token]:
    """ "Word is Kim and Park went over what?": that it is said so adds nothing to what is asked."""
    told = tokens[0].text in _RUMOURS and len(tokens) > _RUMOUR_AND_QUESTION and tokens[1].has("name", "light")
    return tokens[1:] if told and any(map(asks, tokens[1:])) else tokens


_ONES = (["are", "they"], ["were", "they"], ["would", "they", "be"], ["are", "those"])


@found_by("which ones", "who", "which", "what are they", "which are they")
def which_are_they(tokens: list[Token]) -> list[Token]:
    """ "Three towns in two days, which ones did Kim visit?", "two firms merged, which are they?": which towns, which two firms."""
    at = next((n for n, t in enumerate(tokens) if n > 1 and t.text in ("which ones", "who", "which", *_THEY)), 0)
    led = tokens[:at]
    start = next((n for n, t in enumerate(led) if not t.has("follow", "filler") and t.text != "the"), 0)
    led, behind = led[start:], tokens[at + 1 :]
    counted = len(led) > 1 and led[0].has("number") and led[1].has("sort", "noun") and not led[1].has("unit")
    counted |= len(led) > 1 and led[0].has("number") and "person" in led[1].ids("sort")
    if not counted or any(asks(t) or t.has("auxiliaries", "tell", "other") for t in led) or led[1].has("name"):
        return tokens
    which = tokens[0].asking("which")
    bare = tokens[at].text in _THEY or (tokens[at].text == "which ones" and not behind)
    bare |= [t.text for t in behind] in _ONES
    done = len(led) > _COUNTED and led[2].text.isascii() and not led[2].has("prep", "mark")
    if done and len(led) > _COUNTED + 1 and led[2].text.endswith((" in", " on", " at")):
        return tokens  # "two men walk in a picture"
    if bare and done and "person" in led[1].ids("sort"):
        return [tokens[0].asking("who"), *led[2:]]
    if bare and len(led) > _COUNTED:
        return [which, *led]
    if tokens[at].text == "which ones" and behind and behind[0].has("auxiliaries"):
        return [which, led[1], *behind, *led[2:]]
    return tokens


_COUNTED = 2
"""A number and the noun behind it."""
_THEY = ("what are they", "which are they", "who are they")


@found_by("turn")
def whose_turn(tokens: list[Token]) -> list[Token]:
    """ "After Kim, whose turn was it to meet Park?": who met Park then."""
    words = [t.text for t in tokens]
    at = next((n for n in range(len(words) - 1) if words[n : n + 2] == ["whose", "turn"]), -1)
    if at < 0:
        return tokens
    behind = at + 2
    while behind < len(words) and words[behind] in ("was", "is", "it", "then", "came", "next"):
        behind += 1
    who = tokens[at].asking("who")
    if behind < len(words):
        return [*tokens[:at], who, *tokens[behind + 1 :]] if words[behind] == "to" else tokens
    return [*tokens[:at], who, tokens[at + 1].helping("was"), replace(tokens[at + 1], text="next", senses=_NEXT)]


_NEXT = (Sense("mark", "next"),)
_DONE = frozenset({"done", "finished", "through", "was done", "was finished", "had finished", "had done", "were done"})


@found_by("with")
def done_with(tokens: list[Token]) -> list[Token]:
    """ "After he was done with Kim, whom did he see next?": after Kim."""
    after = next((n for n, t in enumerate(tokens) if t.text in ("after", "once", "when")), len(tokens))
    at = next((n for n in range(after + 1, len(tokens)) if tokens[n].text == "with"), 0)
    between = tokens[after + 1 : at]
    helpers = {"was", "is", "were", "had", "got", "being", "been"}
    done = [t for t in between if t.text in _DONE]
    who = [t for t in between if t not in done and t.text not in helpers]
    if len(done) != 1 or len(who) > 1 or not all(t.has("name") or "person" in t.ids("anaphor") for t in who):
        return tokens
    whom = next((t for t in tokens[at + 1 :] if t.text != "the"), None)
    if whom is None or not whom.has("name", "title"):
        return tokens
    joint = replace(tokens[after], text="after", senses=(Sense("mark", "after"),), pieces=())
    return [*tokens[:after], joint, *tokens[at + 1 :]]


@found_by("about", "on")
def but_about_what(tokens: list[Token]) -> list[Token]:
    """ "Three bosses in one room, but about what?": what those people spoke about."""
    at = len(tokens) - 2
    if at < _PEOPLE or tokens[at].text not in ("about", "on") or tokens[-1].text != "what":
        return tokens
    led = [t for t in tokens[:at] if not t.has("follow", "filler")]
    counted = len(led) > 1 and led[0].has("number") and (led[1].has("title") or "person" in led[1].ids("sort"))
    if not counted or any(asks(t) or t.has("kind", "auxiliaries") for t in led):
        return tokens
    about = (Sense("part", "about"),)
    talk = replace(tokens[at], text="talk about", senses=about, pieces=())
    led = [replace(t, senses=tuple(s for s in t.senses if s.tag != "part")) if t.text == "room" else t for t in led]
    return [tokens[-1], tokens[at].helping("did"), *led, talk]


_PEOPLE = 2
"""Words of a number of people."""


@found_by("that one")
def that_ones(tokens: list[Token]) -> list[Token]:
    """ "What's that one's title?": of a person the post is asked, and so of him."""
    for at, (one, post) in enumerate(pairwise(tokens)):
        if one.text == "that one" and "title" in post.ids("part") and not post.has("auxiliaries"):
            his = replace(one, text="his", senses=(Sense("anaphor", "person"), Sense("light", "")), pieces=())
            return [*tokens[:at], his, *tokens[at + 1 :]]
    return tokens


@found_by("누구")
def of_whose_party(tokens: list[Token]) -> list[Token]:
    """ "누구 일행이었어?", of somebody spoken of before: with whom he came."""
    at = next((n for n, t in enumerate(tokens[:-1]) if t.text == "누구"), -1)
    led = [t for t in tokens[: max(at, 0)] if not t.has("light", "follow", "anaphor")]
    if at < 0 or led or tokens[at + 1].text not in ("일행", "동행", "수행원"):
        return tokens
    place = tokens[at].end
    return [*tokens[: at + 1], Token("랑", place, place, ending="with", spaced=False), *tokens[at + 1 :]]


_NOTED = frozenset({"표기", "표현", "기재"})
_TEXT = frozenset({"기사", "본문", "기사에", "기사상"})


@found_by(*_NOTED)
def post_as_noted(tokens: list[Token]) -> list[Token]:
    """ "김하나 직함 기사 표기": by what title somebody goes, and not how he is spelt."""
    content = [t for t in tokens if t.ending is None]
    *led, last = content
    led = [t for t in led if t.text not in _TEXT]
    bare = len(led) == _NAME_AND_POST and led[0].has("name") and "title" in led[1].ids("part")
    return [t for t in tokens if t in led] if bare and last.text in _NOTED else tokens


_NAME_AND_POST = 2


_BRINGING = ("데리고", "데려", "대동")
"""How Korean verbs begin by which somebody comes with another."""


@found_by("사람", "분", "인물")
def was_there_none(tokens: list[Token]) -> list[Token]:
    """ "데리고 온 사람은 없고?", "같이 간 사람 없었나": who that was is asked."""
    content = [n for n, t in enumerate(tokens) if t.ending is None and not t.has("follow")]
    if any(map(asks, tokens)):
        return tokens
    noun = next((n for n in content if tokens[n].text in ("사람", "분", "인물")), 0)
    behind = tokens[noun + 1 :]
    none = [t for t in behind if t.ending is None]
    described = noun > 0 and ("n" in tokens[noun - 1].ids("verb") or tokens[noun - 1].text in ("는", "은", "ㄴ"))
    if not described or len(none) != 1 or not none[0].text.startswith("없"):
        return tokens
    place = tokens[noun].end
    who = Token("누구", place, place, (Sense("question", "who"),))
    if tokens[noun - 1].text.startswith(_BRINGING):  # whom somebody brought came with him
        beside = Token("랑", place, place, ending="with", spaced=False)
        return [*tokens[: noun - 1], who, beside, tokens[noun - 1]]
    topic = Token("은", place, place, ending="topic", spaced=False)
    return [*tokens[: noun + 1], topic, who]
