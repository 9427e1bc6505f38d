"""What some constructions that ask for a list of those there, or for one of them, say in other words: "full roster of the talks", "누가 누가 왔어"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import IS
from bot.language.korean import EACH, ONE
from bot.language.senses import THERE, Sense
from bot.segment import Token

_ROSTERS = frozenset(
    {
        *("full roster", "roster", "roll call", "full cast", "attendance list", "full line-up", "full lineup"),
        *("guest list", "list of guests", "list of attendees", "attendee list", "attendees list"),
        *("list of participants", "participant list", "participants list"),
        *("full line up", "entire line up", "whole line up", "line up", "lineup", "entire lineup", "line-up"),
    }
)


@found_by(*_ROSTERS)
def rosters(tokens: list[Token]) -> list[Token]:
    """ "Full roster of the talks", "guest list Rome", "Acme meeting guest list": who was there is asked, and nothing that was said."""
    at = next((n for n, t in enumerate(tokens) if t.text in _ROSTERS and not t.has("name") and not t.own_part), None)
    if at is None or any(asks(t) or t.has("auxiliaries", "anaphor") for t in tokens):
        return tokens
    led = next((n for n in range(at) if not tokens[n].has("light", "tell", "follow", "filler")), at)
    behind = tokens[at + 1 :]
    if behind and behind[0].text in ("of", "for", "at", "from"):
        behind = behind[1:]
    event = [*(t for t in tokens[led:at] if t.text != "the"), *behind]
    if not any(t.has("name", "kind", "word", "noun") for t in event):
        return tokens
    who = tokens[at].asking("who")
    there = replace(tokens[at], text="was at", senses=THERE, pieces=())
    return [*(t for t in tokens[:led] if t.text != "the"), who, there, *event]


@found_by("면면")
def line_ups(tokens: list[Token]) -> list[Token]:
    """ "참석자 면면이 어떻게 돼", "회동 면면": who they are is asked."""
    at = next((n for n, t in enumerate(tokens) if n and t.text == "면면"), 0)
    behind = [t for t in tokens[at + 1 :] if t.ending is None]
    if not at or not all(t.has("light", "tell", "filler", "question", "ask") for t in behind):
        return tokens
    return [
        *tokens[:at],
        replace(tokens[at], text="누구", senses=(Sense("question", "who"), Sense("mark", "present")), pieces=()),
    ]


@found_by(*EACH)
def severally(tokens: list[Token]) -> list[Token]:
    """ "A와 B는 각각 어디서 열렸어": unless it is asked how much, that it is asked of each says nothing about anybody's share."""
    if any("how_much" in (*t.ids("question"), *t.ids("ask"), *t.ids("part")) for t in tokens):
        return tokens
    return [t.silenced() if t.text in EACH and not t.has("name") else t for t in tokens]


@found_by("번째", "째")
def ordinals(tokens: list[Token]) -> list[Token]:
    """ "네 번째": before the word that makes it an ordinal, 네 is a figure and no yes."""
    return [
        replace(t, senses=tuple(s for s in t.senses if s.tag == "number"))
        if t.has("number", "follow") and t.has("number") and after is not None and after.text in ("번째", "째")
        else t
        for t, after in zip(tokens, [*tokens[1:], None], strict=True)
    ]


@found_by(ends=("번째", "째"))
def ordinal_behind(tokens: list[Token]) -> list[Token]:
    """ "부제 두 번째 거", "부제 첫 번째는": behind its noun, an ordinal says the same as before it."""
    for at, (noun, token) in enumerate(pairwise(tokens)):
        ordinal = {"first", "second"} & set(token.ids("mark")) and token.text.endswith("째")
        of_part = noun.has("part") and not noun.has("name", "mark", "verb", "question", "kind")
        after = tokens[at + 2] if at + 2 < len(tokens) else None
        closes = after is None or after.text in ONE or after.ending in ("topic", "subject", "object")
        if ordinal and of_part and closes:
            return [*tokens[:at], token, noun, *tokens[at + 2 + (after is not None and after.text in ONE) :]]
    return tokens


@found_by("words")
def in_so_many_words(tokens: list[Token]) -> list[Token]:
    """ "In two words, what did Kim say?": how short the answer is to be says nothing of what it is."""
    for at in range(len(tokens) - 2):
        short = tokens[at].text == "in" and tokens[at + 2].text == "words"
        if short and (tokens[at + 1].has("number") or tokens[at + 1].text in ("few", "simple")) and len(tokens) > 4:
            return [*tokens[:at], *tokens[at + 3 :]]
    return tokens


@found_by("say")
def in_a_language(tokens: list[Token]) -> list[Token]:
    """ "How do you say good day in Latin?": where nobody is named, a word of another language is asked for, which nothing tells."""
    words = [t.text for t in tokens[:4]]
    says = words in (["how", "do", "you", "say"], ["how", "would", "you", "say"], ["how", "do", "i", "say"])
    if not says or any(t.has("name") for t in tokens):
        return tokens
    return [*tokens[:-1], replace(tokens[-1], senses=(), pieces=())]


_WRITTEN = frozenset({"spelled", "spelt", "written", "spelled in", "spelt in", "written in"})


@found_by(*_WRITTEN)
def spelt_in(tokens: list[Token]) -> list[Token]:
    """ "How is Kim's name written in Latin?": how it is spelt, and nothing of a country."""
    at = next((n for n, t in enumerate(tokens) if n > 2 and t.text in _WRITTEN), 0)
    if not at or tokens[0].text != "how" or tokens[1].text not in IS:
        return tokens
    name = [t for t in tokens[2:at] if t.has("name") and t.text != "name"]
    rest = [t.text for t in tokens[2:at] if t not in name]
    behind = [t for t in tokens[at + 1 :] if t.text != "in"]  # one word names the language
    if not name or len(behind) > 1 or not {"name", "the"}.issuperset(rest):
        return tokens
    return [*name, replace(tokens[at], text="spelling", senses=(Sense("part", "spelt"),), pieces=())]


@found_by("across", "through", "around", "round")
def routes(tokens: list[Token]) -> list[Token]:
    """ "Her route across Europe": the way through a part of the world is a row of stops, and no way in."""
    for at, (token, after) in enumerate(pairwise(tokens)):
        through = after.text in ("across", "through", "around", "round") and any(
            t.has("name") for t in tokens[at + 2 :]
        )
        if through and token.text in ("route", "way", "path") and token.has("kind"):
            senses = tuple(s for s in token.senses if s.tag not in ("part", "of_fact"))
            return [*tokens[:at], replace(token, text="itinerary", senses=senses, pieces=()), *tokens[at + 1 :]]
    return tokens


@found_by(tags=("part",))
def hosts_of(tokens: list[Token]) -> list[Token]:
    """ "Host of the workshop", "행사 주최가 어디야": who held it is asked, and nothing that was done there."""
    hosts = [n for n, t in enumerate(tokens) if "organiser" in t.ids("part") and not t.has("title")]
    if len(hosts) != 1:
        return tokens
    at = hosts[0]
    behind = tokens[at + 1 :]
    if tokens[at].text.isascii():
        noun = [t.text for t in behind[:1]] == ["of"] and not any(asks(t) or t.has("auxiliaries") for t in tokens)
    else:
        joined = not behind or behind[0].ending in ("subject", "topic") or behind[0].has("question")
        noun = (
            joined
            and not tokens[at].has("verb")  # "행사 어디서 열려"
            and not any(t.ending in ("at", "from") for t in behind)
            and all(t.ending is not None or t.has("question", "light") for t in behind)
        )
    if not noun:
        return tokens
    part = (Sense("part", "organiser"), Sense("light", ""))
    host = replace(tokens[at], senses=part, pieces=())
    if host.text.isascii():
        return [*tokens[:at], host.asking("who"), host, *behind]
    return [
        *tokens[:at],
        host,
        replace((behind[-1] if behind else host).asking("누구", "who"), ending=None),
    ]


@found_by(begins=("last", "one last", "final"))
def last_of(tokens: list[Token]) -> list[Token]:
    """ "The last question to Kim": with somebody behind it, it is no announcement of one's own."""
    for at, (token, after) in enumerate(pairwise(tokens)):
        own = token.text in ("last question", "one last question", "final question") and token.has("follow")
        if own and after.text in ("to", "for", "of", "put"):
            return [*tokens[:at], replace(token, senses=(), pieces=()), *tokens[at + 1 :]]
    return tokens


@found_by("뭐", "뭘", "무엇", "무얼")
def given(tokens: list[Token]) -> list[Token]:
    """ "박한테 뭐 줬어": right behind what was given, 줬 is the deed, and no favour that another verb tells of."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    for asked, at in pairwise(content):
        gave = tokens[at].text in ("줬", "주었", "줄", "준") and tokens[at].has("light")
        if (
            gave
            and tokens[asked].text in ("뭐", "뭘", "무엇", "무얼")
            and any(t.ending == "to" for t in tokens[:asked])
        ):
            deed = tuple(s for s in tokens[at].senses if s.tag in ("kind", "verb", "move"))
            return [*tokens[:at], replace(tokens[at], senses=deed), *tokens[at + 1 :]]
    return tokens


@found_by("몇 번째", "몇번째")
def nth_of_what(tokens: list[Token]) -> list[Token]:
    """ "사진 중에 김이 나오는 건 몇 번째야", "사진 몇 번째에 나와": which of those it is, is asked by their own noun."""
    at = next((n for n, t in enumerate(tokens) if n and t.text in ("몇 번째", "몇번째")), 0)
    thing = next((n for n in range(at) if tokens[n].has("kind") and not tokens[n].has("verb", "name")), at)
    behind = tokens[at + 1 : at + 2]
    among = thing == at - 1 or any(t.text in _AMONG for t in tokens[thing + 1 : thing + 4])
    if not at or thing == at or not among or (behind and behind[0].ending is None):
        return tokens
    front = [*tokens[:thing], *tokens[thing + 1 : at]] if thing == at - 1 else tokens[:at]
    return [*front, tokens[at], tokens[thing], *tokens[at + 1 :]]


_AMONG = frozenset({"중", "중에", "중에서", "가운데", "가운데서"})


def twice(tokens: list[Token]) -> list[Token]:
    """ "누가 누가 왔어": a question word said twice over is one, and asks for all."""
    found: list[Token] = []
    for token in tokens:
        again = bool(found) and found[-1].text == token.text and "who" in token.ids("question")
        if again:
            found[-1] = replace(token, text=EVERYONE, start=found[-1].start)
        else:
            found.append(token)
    return found


EVERYONE = "누구누구"
