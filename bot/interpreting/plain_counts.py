"""What nouns for a count say in other words: "number of guests", "guests: how many", "참석자 수"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.senses import Sense
from bot.question import PLACES
from bot.segment import Token


@found_by("count", "tally", "number of", "the number of", "how many")
def numbers_of(tokens: list[Token]) -> list[Token]:
    """ "Number of guests", "count of guests", "guests, how many?" ask how many guests."""
    found: list[Token] = []
    for token in tokens:
        if token.text == "of" and found and found[-1].text in ("count", "tally"):
            token = replace(token, start=found.pop().start)
        elif token.text not in ("number of", "the number of"):
            found.append(token)
            continue
        found.append(token.asking("how many"))
    content = [n for n, t in enumerate(found) if not t.has("filler")]
    last = content[-1] if content else 0
    others = (t for n, t in enumerate(found) if n != last)
    trails = last > 0 and found[last].text == "how many" and not any(asks(t) or t.has("auxiliaries") for t in others)
    return [found[last], *found[:last], *found[last + 1 :]] if trails else found


@found_by("비")
def expenses(tokens: list[Token]) -> list[Token]:
    """ "발굴비는 얼마": at the end of a noun, where it is asked how much, 비 is what that costs, and no rain."""
    if not any("how_much" in t.ids("question") for t in tokens):
        return tokens
    costs = (Sense("part", "how_much"), Sense("light", ""))
    return [
        replace(t, senses=costs, pieces=())
        if n and t.text == "비" and not t.spaced and tokens[n - 1].has("kind") and not tokens[n - 1].has("verb")
        else t
        for n, t in enumerate(tokens)
    ]


@found_by("최고", "최고로")
def best_ranks(tokens: list[Token]) -> list[Token]:
    """ "최고 몇 위까지 갔어": what place a thing reached is the best that it had."""
    return [
        t.silenced() if t.text.startswith("최고") and {"몇 위", "몇 등"} & _next_two(tokens, n) else t
        for n, t in enumerate(tokens)
    ]


def _next_two(tokens: list[Token], at: int) -> set[str]:
    """What stands right behind a word, and that with the word behind it."""
    behind = [t.text for t in tokens[at + 1 : at + 3]]
    return {"".join(behind[:1]), " ".join(behind)}


_COUNTS = frozenset({"수", "숫자", "개수", "갯수", "횟수", "인원수", "인원 수", "명수", "수는", "수가"})
"""Korean nouns for how many there were."""


@found_by(ends=_COUNTS)
def counts(tokens: list[Token]) -> list[Token]:
    """ "참석자 수", "만남 횟수": behind what is counted, at the end of key words, how many there were is asked.

    Held against something else ("가보다 나의 회원 수가 많아?", "회원 수가 많은 쪽") it says no more than the noun before it.
    """
    found = [p for t in tokens for p in (t.pieces if t.pieces and t.pieces[-1].text in _COUNTS else (t,))]
    at = next((n for n, t in enumerate(found) if t.text in _COUNTS), 0)
    rest = [t for t in found[at + 1 :] if t.ending is None]
    if not at or any(map(asks, found)) or not all(t.has("light", "tell", "filler") for t in rest):
        return tokens
    noun = next((t for t in found[at - 1 :: -1] if t.ending is None), found[at])
    if not noun.has("sort", "kind", "part", "name", "noun", "mark", "of_fact") or noun.has("number"):
        return tokens
    if any(t.ending == "than" for t in found) or any(t.text.startswith(("많", "적")) for t in rest):
        return [*found[:at], *found[at + 1 :]]
    sorts = set(noun.ids("sort"))
    unit = "번" if found[at].text == "횟수" else "명" if "person" in sorts else "곳" if sorts & PLACES else "개"
    asked = found[at].asking(f"몇 {unit}", "how_many")
    return [*found[:at], asked, *found[at + 1 :]]


def headcounts(tokens: list[Token]) -> list[Token]:
    """Key words whose head is such a noun, with "how many people" in its place; all else stays."""
    if any(t.has("question", "ask", "auxiliaries", "confirm", "number") or t.ending == "than" for t in tokens):
        return tokens
    content = [n for n, t in enumerate(tokens) if t.ending is None and not t.has("light", "follow", "tell")]
    if not content:
        return tokens
    first, last = content[0], content[-1]
    heads = [n for n in (first, last) if _counts_people(tokens[n])]
    plain = [replace(t, senses=_PEOPLE, pieces=()) if n in heads[:1] else t for n, t in enumerate(tokens)]
    behind = heads[:1] == [last] and tokens[last].text.isascii()
    return [plain[last], *plain[:last], *plain[last + 1 :]] if behind else plain  # "Acme meeting headcount"


def _are_people(token: Token) -> bool:
    return "present" in token.ids("mark") or "person" in token.ids("sort")


def _counts_people(token: Token) -> bool:
    """Whether a noun means how many people there were; "인원" by itself may be those people."""
    if token.has("chat") or any(s.tag == "part" and s.id not in _GENERAL and not s.like for s in token.senses):
        return False  # a base may have a part of that name: turnout of an election
    if not any("how_many" in t.ids("part") or "count" in t.ids("mark") for t in (token, *token.pieces)):
        return False
    there = any(map(_are_people, (token, *token.pieces)))
    return token.text in _OF_HEADS or (there and (token.text.isascii() or token.text.endswith(_COUNTED)))


_GENERAL = frozenset({"how_many", "who", "also", "with", "for"})
"""The general parts that a noun for a number of people may name as well."""
_PEOPLE = (Sense("question", "how_many"), Sense("sort", "person"), Sense("mark", "present"))
_OF_HEADS = frozenset({"turnout", "headcount", "head count", "head-count", "people count", "crowd size", "머릿수"})
_COUNTED = ("인원", " 수", "자수", "인원수", "규모", "머릿수")


@found_by("사람", "분", "인원", "쪽", "측")
def people_of_house(tokens: list[Token]) -> list[Token]:
    """ "가나 쪽 사람 총 몇 명 나왔어", "가나 쪽은 몇 명": how many came from that house is asked."""
    asked = next((n for n, t in enumerate(tokens) if n > 1 and "how_many" in t.ids("question")), 0)
    at = asked - 1
    while at > 0 and (tokens[at].ending in ("topic", "subject") or "count" in tokens[at].ids("mark")):
        at -= 1
    people = at > 0 and tokens[at].text in ("사람", "분", "인원")
    side = at - people if at > people and tokens[at - people].text in ("쪽", "측") else at + 1 - people
    person = asked and "person" in tokens[asked].ids("sort")
    if not person or (not people and side > at) or side < 1 or not tokens[side - 1].has("name"):
        return tokens
    place = tokens[side - 1].end
    from_ = Token("에서", place, place, ending="from", spaced=False)
    kept = [t for t in tokens[at + 1 : asked] if t.ending is None]
    return [*tokens[: min(side + 1, at + 1 - people)], from_, *kept, *tokens[asked:]]


@found_by("인")
def businessmen(tokens: list[Token]) -> list[Token]:
    """ "김이 만난 가나국 기업인": at the end of a question it is the people, and no "기업이다"."""
    last = tokens[-1]
    if last.ending is None or last.text != "인" or last.spaced or not tokens[-2].text.endswith("기업"):
        return tokens
    *front, noun = tokens[-2].pieces or (tokens[-2],)
    person = replace(noun, text="기업인", end=last.end, senses=(Sense("sort", "person"),), pieces=())
    return [*tokens[:-2], *front, person]
