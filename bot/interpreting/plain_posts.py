"""What some constructions that ask who of a house it is, or by what title he goes, say in other words: "가나는 누가 대표야", "배석자 중 가나 쪽은"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.interpreting.cues import found_by
from bot.language.english import IS
from bot.language.korean import AMONG
from bot.language.senses import Sense
from bot.segment import Token


@found_by(tags=("title",))
def holder_of_house(tokens: list[Token]) -> list[Token]:
    """ "가나는 누가 대표야", "가나는 대표가 누구야" ask who is the head of 가나, and for nothing that was done."""
    house = next((n for n, t in enumerate(tokens[:-2]) if t.ending is None and not t.has("follow")), 0)
    said = tokens[house + 2 :]
    led = (
        len(tokens) > house + 2 and _is_house(tokens[house]) and tokens[house + 1].ending in ("topic", "subject", "at")
    )
    who = [t for t in said if "who" in t.ids("question")]
    post = [t for t in said if t.has("title") and not t.has("name", "kind")]
    rest = [t for t in said if t not in who and t not in post and t.ending is None]
    if not led or len(who) != 1 or len(post) != 1 or not all(t.has(*_IDLE) and not t.has("kind") for t in rest):
        return tokens
    if said[0] is not who[0]:  # "가나는 대표가 누구야"
        return [*tokens[: house + 1], *said]
    return [*tokens[:house], who[0], tokens[house], *said[said.index(post[0]) :]]


_IDLE = ("light", "filler", "confirm", "tell", "chat")


def _is_house(token: Token) -> bool:
    return token.has("name") and not token.has("title", "kind", "question")


@found_by("who")
def post_at(tokens: list[Token]) -> list[Token]:
    """ "At Acme, who is the chairman?" asks who is the chairman of Acme."""
    start = int(bool(tokens) and tokens[0].has("follow"))
    words = [t.text for t in tokens[start:]]
    post = len(words) > 3 and words[0] in _AT and tokens[start + 1].has("name") and words[2] == "who"
    if not post or not tokens[-1].has("title") or not IS.union({"the"}).issuperset(words[3:-1]):
        return tokens
    of = tokens[start].leading("of", "of")
    return [*tokens[:start], *tokens[start + 2 :], of, tokens[start + 1]]


_AT = frozenset({"at", "in", "over at", "for", "of"})


@found_by("is held", "was held", "held")
def post_held(tokens: list[Token]) -> list[Token]:
    """ "The chairmanship of Acme is held by whom?" asks who is the chairman of Acme."""
    words = [t.text for t in tokens]
    start = words[:1] == ["the"]
    held = next((n for n, w in enumerate(words) if w in ("is held", "was held", "held")), 0)
    asked = (
        held and words[held + 1 : held + 2] == ["by"] and any("who" in t.ids("question") for t in tokens[held + 2 :])
    )
    if not asked or not tokens[start].has("title") or words[start + 1 : start + 2] != ["of"]:
        return tokens
    post = [t for t in tokens[:held] if not t.has("auxiliaries")]
    return [*tokens[held + 2 :], tokens[held].helping("is"), *post]


@found_by("which")
def one_of_theirs(tokens: list[Token]) -> list[Token]:
    """ "Which of Acme's offices", "which of the Acme people" ask which Acme office, which Acme people."""
    for at, (which, of) in enumerate(pairwise(tokens)):
        if which.text != "which" or of.text != "of":
            continue
        start = at + 2 + (tokens[at + 2 : at + 3] != [] and tokens[at + 2].text == "the")
        house = tokens[start : start + 1]
        noun = (
            tokens[start + 1 : start + 2] if house and not house[0].pieces else [p for t in house for p in t.pieces[1:]]
        )
        named = house and house[0].has("name") and noun and noun[0].has("sort", "title", "part", "noun")
        if named and not noun[0].has("auxiliaries", "prep", "follow", "name"):
            return [*tokens[: at + 1], *tokens[start:]]
    return tokens


@found_by("boss of")
def heads_of(tokens: list[Token]) -> list[Token]:
    """ "Who's the boss of the library": with a house behind it, the phrase is a title and its "of"."""
    for at, token in enumerate(tokens):
        house = next((t for t in tokens[at + 1 :] if t.text != "the"), None)
        title, *of = token.pieces or (token,)
        headed = title.has("title") and [t.text for t in of] == ["of"] and not token.has("name", "title")
        if headed and house is not None and house.has("name", "noun"):
            return [*tokens[:at], *token.pieces, *tokens[at + 1 :]]
    return tokens


@found_by("쪽", "측")
def of_a_side(tokens: list[Token]) -> list[Token]:
    """ "배석자 중에 가나 쪽은?": who of them was from 가나 is asked."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    asked = any(t.has("question", "ask") for t in tokens)
    if len(content) < _LEAST or asked or tokens[content[-1]].text not in ("쪽", "측"):
        return tokens
    present, among, house, side = content[-4:]
    there = {"also", "who"} & set(tokens[present].ids("part")) or "present" in tokens[present].ids("mark")
    if not there or tokens[among].text not in AMONG or not tokens[house].has("name", "noun"):
        return tokens
    who = tokens[side].asking("누가", "who")
    return [*tokens[:among], tokens[house], tokens[side], who]


_LEAST = 4


@found_by("whose")
def whose_thing(tokens: list[Token]) -> list[Token]:
    """ "At whose meeting was Kim": where something was done at a thing of another kind, "whose" names no part of its own kind.

    So too "whose company did Kim do it with", which asks with which company.
    """
    found = list(tokens)
    if tokens[0].text == "whose" and tokens[-1].text == "with" and "organisation" in tokens[1].ids("sort"):
        return [tokens[0].asking("which"), *tokens[1:]]
    for n, (token, noun) in enumerate(pairwise(tokens)):
        holds = [s for s in noun.senses if s.tag == "part" and s.fact and (token.text, n) == ("whose", 0)]
        if len({s.id for s in holds}) > 1 and not noun.has("kind", "noun", "sort"):
            found[n] = replace(
                token, senses=tuple(s for s in token.senses if s.tag != "part")
            )  # "whose copyright is it"
            continue
        scopes = {s.fact.removeprefix("kind:") for s in token.senses if s.tag == "part" and s.fact}
        other = noun.has("kind") and not noun.has("part", "auxiliaries", "prep", "verb")
        if (
            n
            and token.text == "whose"
            and tokens[n - 1].has("prep")
            and scopes
            and other
            and not scopes & set(noun.ids("kind"))
        ):
            found[n] = replace(token, senses=tuple(s for s in token.senses if s.tag != "part"))
    return found


_STILL = frozenset({"아직", "아직도", "여전히", "지금도", "이제", "이젠", "원래", "지금"})


@found_by(*_STILL)
def still_in_post(tokens: list[Token]) -> list[Token]:
    """ "김하나 아직 부장이야", "김하나는 아직도 가나 부장이야": whether somebody holds a title is asked, whenever that be."""
    at = next((n for n, t in enumerate(tokens) if n and t.text in _STILL), 0)
    behind = [t for t in tokens[at + 1 :] if t.ending is None]
    titled = bool(behind) and behind[-1].has("title") and all(t.has("name", "title") for t in behind)
    topic = tokens[at - 1].ending in ("topic", "subject", "also")
    named = at and tokens[at - 1 - topic].has("name") and len([t for t in tokens[:at] if t.ending is None]) == 1
    if not titled or not named:
        return tokens
    place = tokens[at - 1].end
    of_whom = [] if topic else [Token("은", place, place, ending="topic", spaced=False)]
    return [*tokens[:at], *of_whom, *tokens[at + 1 :]]


_POSTS = frozenset({"직함", "호칭", "직책", "직위"})


@found_by(*_POSTS)
def called_by_post(tokens: list[Token]) -> list[Token]:
    """ "김하나를 뭐라고 부르나요 직함": what title somebody holds is asked, and no words that were said."""
    post = next((n for n, t in enumerate(tokens) if n and t.text in _POSTS), 0)
    asked = next((n for n in range(post) if tokens[n].has("ask") and "said" in tokens[n].ids("part")), -1)
    verb = asked + 1
    if asked < 1 or verb >= post or not tokens[verb].text.startswith(("부르", "불러", "불렀", "부른")):
        return tokens
    if any(t.ending is None for t in tokens[verb + 1 : post]):
        return tokens
    return [*tokens[:asked], *tokens[post:]]


_STYLED = ("styled", "referred to", "addressed", "titled", "introduced")
_STYLE = ("call", "style", "title", "refer to", "address", "describe", "introduce")
_TEXTS = frozenset({"article", "story", "report", "paper", "text", "piece", "author", "reporter", "newspaper"})


@found_by("how", "what")
def how_styled(tokens: list[Token]) -> list[Token]:
    """ "How is Kim styled in the article?", "what does the article call Kim?": what the title of Kim is."""
    start = next((n for n, t in enumerate(tokens) if t.text in ("how", "what")), 0)
    said = [t for t in tokens[start:] if t.text not in ("the", "this", "as", "mr", "ms")]
    helper, *rest = [t.text for t in said[1:]] or [""]
    before = [t for t in tokens[:start] if not t.has("name")]  # "and Kim, how does the story call him?"
    if helper in IS and len(rest) > 1 and rest[1] in _STYLED:
        name, behind = said[2], said[4:]
    elif helper in ("does", "did") and len(rest) > _STORY_CALLS and rest[0] in _TEXTS and rest[1] in _STYLE:
        name, behind = said[4], said[5:]
    else:
        return tokens
    idle = all(t.has("light", "filler", "follow", "question", "prep") for t in (*before, *behind))
    idle |= [t.text for t in before] in (["finally"], ["lastly"])
    if name.text in ("him", "her"):
        name = next((t for t in tokens[:start] if t.has("name")), name)
    if not name.has("name") or name.has("title", "noun") or not idle:
        return tokens
    title = replace(name, text="title", senses=(Sense("part", "title"),), pieces=())
    return [said[0].asking("what"), said[1].helping("is"), title, name.leading("of", "of"), name]


_STORY_CALLS = 2
"""Words in "the story calls him", less the article."""
