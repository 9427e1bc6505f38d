"""What some constructions that ask which of several it is say in other words: "which Koreans came", "the hall where they met", "other town than Rome"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.senses import Sense
from bot.segment import Token


@found_by(begins=("외국", "해외"))
def those_from_abroad(tokens: list[Token]) -> list[Token]:
    """ "김이 만난 외국 기업인들": behind a verb that says what was done with them, people from abroad are asked for word by word."""
    found: list[Token] = []
    asked = any("who" in t.ids("question") for t in tokens)
    for token in tokens:
        if token.text in _FOREIGNER and not token.has("name"):
            foreign = replace(token, senses=(Sense("mark", "foreign"),), pieces=())
            found += (foreign, replace(token, text="사람", senses=(Sense("sort", "person"),), pieces=()))
            continue
        abroad = len(token.pieces) == 2 and "foreign" in token.pieces[0].ids("mark")
        people = abroad and "person" in token.pieces[1].ids("sort") and not token.has("kind", "name", "sort")
        done = bool(found) and found[-1].has("kind") and found[-1].text in ("만난", "만났던", "본", "면담한")
        found += token.pieces if people and (done or asked) else (token,)
    return found


_FOREIGNER = frozenset({"외국인", "외국 사람", "외국인사", "외국 인사", "해외 인사"})


@found_by(ends=("ans",))
def nationals(tokens: list[Token]) -> list[Token]:
    """ "Which Koreans came?", "how many Americans": people from there are asked for."""
    found: list[Token] = []
    for token in tokens:
        asked = bool(found) and bool({"which", "what", "how_many"} & set(found[-1].ids("question")))
        found.append(token)
        if asked and token.has("name") and token.text.endswith("ans"):
            found.append(replace(token, text="people", senses=_PEOPLE, pieces=()))
    return found


@found_by("which", "what", "whose")
def asked_for_itself(tokens: list[Token]) -> list[Token]:
    """ "Which school did Kim go to?": a noun that is idle where the asker speaks of himself ("for school") is not where it is asked for."""
    found: list[Token] = []
    for token in tokens:
        asked = bool(found) and found[-1].has("question") and found[-1].text in _ASKING
        if asked and not _ASKERS.isdisjoint((token.text, token.text.removesuffix("s"))):
            token = replace(token, senses=tuple(s for s in token.senses if s.tag not in _IDLE))
        found.append(token)
    return found


_IDLE = frozenset({"light", "filler", "common", "chat"})
_ASKING = frozenset({"which", "what", "whose"})
_ASKERS = frozenset(["school", "homework", "class", "essay", "assignment", "paper", "quiz", "deck", "editor", "deadline", "colleague",
    "document", "sheet", "guide", "handbook", "website", "site", "section", "publication", "mate", "guy"])  # fmt: skip
"""Nouns for what an asker has to do with himself."""


_PEOPLE = (Sense("light", ""), Sense("sort", "person"), Sense("unit", "person"))


@found_by("name")
def named_ones(tokens: list[Token]) -> list[Token]:
    """ "Name the guests who came" asks which guests came."""
    content = [n for n, t in enumerate(tokens) if not t.has("follow") or t.has("tell")]
    if len(content) < 3 or [tokens[n].text for n in content[:2]] != ["name", "the"]:
        return tokens
    joined = next((n for n in content[3:] if tokens[n].text in ("who", "that", "which")), None)
    if joined is None or not tokens[joined - 1].has("title", "sort", "noun", "name"):
        return tokens
    anyone = joined == content[3] and "person" in {*tokens[content[2]].ids("sort"), *tokens[content[2]].ids("unit")}
    asked, gone = ("who", content[1:4]) if anyone else ("which", [content[1], joined])
    first = tokens[content[0]].asking(asked)
    return [first if n == content[0] else t for n, t in enumerate(tokens) if n not in gone]


@found_by("where", "when", "who")
def described_ones(tokens: list[Token]) -> list[Token]:
    """ "The hall where they met", "Acme people who came" as all that is said ask which hall, which Acme people."""
    joined = next((n for n, t in enumerate(tokens) if n and t.text in ("where", "when", "who")), 0)
    rest = tokens[joined + 1 :]
    if not joined or not rest or (rest[0].has("auxiliaries") and tokens[joined].text != "who"):
        return tokens
    noun = tokens[joined - 1]
    house = joined > 1 and noun.text.endswith("s") and tokens[joined - 2].has("name")
    start = joined - 2 if house else joined - 1
    if tokens[joined].text == "who" and not house:
        return tokens
    start -= start > 0 and tokens[start - 1].text == "the"
    opens = start < 1 or tokens[start - 1].has("tell", "follow")
    named = noun.has("sort", "part", "noun") and not noun.has("kind", "auxiliaries", "question", "prep", "name")
    verb = next((n for n, t in enumerate(rest) if t.has("kind", "auxiliaries")), len(rest))
    stated = not any(t.has("question", "auxiliaries") for t in rest[verb + 1 :])  # "the hall where they met is ..."
    if not (opens and named and stated):
        return tokens
    which = tokens[joined].asking("which")
    of = [t for t in tokens[start : joined - 1] if t.text != "the"]
    return [*tokens[:start], which, *of, noun, *rest]


@found_by(tags=("question",))
def counted_ones(tokens: list[Token]) -> list[Token]:
    """ "Which two firms": a figure and what is counted, though some kind of fact has that phrase for those who did it."""
    found: list[Token] = []
    for token in tokens:
        asked = bool(found) and {"which", "what"} & set(found[-1].ids("question"))
        counted = len(token.pieces) == 2 and token.pieces[0].has("number") and token.pieces[1].has("sort")
        if asked and counted and token.has("part") and token.text.isascii():
            noun = token.pieces[1]
            found += (token.pieces[0], replace(noun, senses=(*noun.senses, *token.senses)))
        else:
            found.append(token)
    return found


@found_by("from")
def from_elsewhere(tokens: list[Token]) -> list[Token]:
    """ "Who was not from Acme", "which people from outside Acme took part": those present, all of Acme excepted."""
    at = next((n for n, t in enumerate(tokens) if n and t.text == "from" and _elsewhere(tokens, n)), 0)
    outside = [t.text for t in tokens[at + 1 : at + 3]]
    start, behind = (at, at + 2 + (outside[1:] == ["of"])) if outside[:1] == ["outside"] else (at - 1, at + 1)
    people = any(asks(t) or (start == at and "person" in t.ids("sort")) for t in tokens[:at])
    if not at or not people or not any(t.has("name") for t in tokens[behind : behind + 2]):
        return tokens
    excepted = replace(tokens[at], text="other than", senses=(Sense("mark", "except"), Sense("mark", "present")))
    return [*tokens[:start], excepted, *tokens[behind:]]


def _elsewhere(tokens: list[Token], at: int) -> bool:
    """Whether "from" stands behind a "not", or before "outside"."""
    return "not" in tokens[at - 1].ids("mark") or (tokens[at + 1 : at + 2] != [] and tokens[at + 1].text == "outside")


@found_by("아닌", "아니었던")
def of_none(tokens: list[Token]) -> list[Token]:
    """ "가나 소속이 아닌 사람": those present, all of 가나 excepted."""
    at = next((n for n, t in enumerate(tokens) if t.text in ("아닌", "아니었던") and n), 0)
    people = at and any("person" in t.ids("sort") for t in tokens[at + 1 : at + 2])
    house = next((n for n in range(at - 1, -1, -1) if tokens[n].ending is None and tokens[n].text not in _OF_HOUSE), 0)
    if not people or not tokens[house].has("name") or not any({"present", "all"} & set(t.ids("mark")) for t in tokens):
        return tokens
    excepted = replace(tokens[at], text="말고", senses=(Sense("mark", "except"),))
    return [*tokens[: house + 1], excepted, *tokens[at + 1 :]]


_OF_HOUSE = frozenset({"소속", "쪽", "측", "출신", "직원", "사람"})


@found_by("than")
def other_than(tokens: list[Token]) -> list[Token]:
    """ "In which other town than Rome": in which town, Rome excepted."""
    at = next((n for n, t in enumerate(tokens) if t.text.split()[0] == "other" and not t.has("name")), len(tokens))
    than = next((n for n in range(at + 1, min(at + 3, len(tokens))) if tokens[n].text == "than"), 0)
    if not than or tokens[at].text == "other than":
        return tokens
    rest = [p for p in tokens[at].pieces if p.text != "other"]
    excepted = replace(tokens[than], text="other than", senses=(Sense("mark", "except"),))
    return [*tokens[:at], *rest, *tokens[at + 1 : than], excepted, *tokens[than + 1 :]]


_HOUSED = frozenset({"hosted", "housed", "saw", "held"})


@found_by(*_HOUSED)
def housed(tokens: list[Token]) -> list[Token]:
    """ "Which hotel hosted the signing?", "hotel that hosted it": a place that hosts only is where it was, whatever it was."""
    joined = next((n for n, t in enumerate(tokens[:-2]) if t.text in ("that", "which") and n), 0)
    opens = all(t.text == "the" or t.has("tell", "follow") for t in tokens[: joined - 1]) if joined else False
    if opens and tokens[joined + 1].text in _HOUSED:
        which = tokens[joined].asking("which")
        tokens = [
            *(t for t in tokens[: joined - 1] if t.text != "the"),
            which,
            tokens[joined - 1],
            *tokens[joined + 1 :],
        ]
    for at in range(2, len(tokens) - 1):
        place = tokens[at - 1].has("noun", "sort", "part") and {"what", "which"} & set(tokens[at - 2].ids("question"))
        where = {"place", "city", "country"} & set(tokens[at - 1].ids("sort")) or "where" in tokens[at - 1].ids("part")
        where = where or any(s[:2] == ("of_fact", "where") for s in tokens[at - 1].senses)
        if place and where and tokens[at].text in _HOUSED:
            host = replace(tokens[at], senses=(*tokens[at].senses, Sense("light", "")))
            return [*tokens[:at], host, *tokens[at + 1 :]]
    return tokens


@found_by(tags=("contrary",))
def described_events(tokens: list[Token]) -> list[Token]:
    """ "What was the closed event", "비공개 행사 뭐였어": beside a question word, what an event was only says which one is meant."""
    if not any(map(asks, tokens)):
        return tokens
    found: list[Token] = []
    for token in tokens:
        last = token.pieces[-1] if len(token.pieces) > 1 else None
        event = last is not None and last.has("kind", "noun") and not last.has("verb", "light")
        bare = event and token.has("contrary") and not token.has("name", "kind", "part", "mark", "question", "of_fact")
        found += token.pieces if bare else (token,)
    return found
