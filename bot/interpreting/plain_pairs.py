"""What is asked of two or more that are held against one another, put plainly: "가나랑 다라 중에 무거운 쪽은?", "두 번째로 큰 곳"."""

from __future__ import annotations

from itertools import pairwise

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.korean import AMONG
from bot.language.senses import Sense
from bot.segment import Token


@found_by(*AMONG)
def more_of_two(tokens: list[Token]) -> list[Token]:
    """ "가나랑 다라 중에 무거운 쪽은?": of two, the heavy one is the heavier, and which that is is asked."""
    at = next((n for n, t in enumerate(tokens) if t.text in AMONG), len(tokens))
    named = [t for t in tokens[:at] if t.has("name", "noun") and t.ending is None]
    behind = [n for n in range(at + 1, len(tokens)) if tokens[n].ending is None]
    graded = next((n for n in behind if _is_graded(tokens[n])), 0)
    if len(named) != 2 or not graded:
        return tokens
    found = [_which(t) if t.text == "어디" and n > at else t for n, t in enumerate(tokens)]
    describes = any("n" in tokens[n].ids("verb") for n in behind[:-1] if n >= graded)
    if not any(_orders(tokens[n]) for n in behind):
        fewer = tokens[graded].text.startswith("적게")  # all other small ones are marked so
        start, degree = tokens[graded].start, Sense("mark", "less" if fewer else "more")
        found.insert(graded, Token("덜" if fewer else "더", start, start, (degree,)))
    if describes and not any(map(asks, tokens)):
        end = tokens[-1].end
        found.append(Token("어느 쪽", end, end, (Sense("question", "which"),)))
    return found


@found_by(tags=("nth",))
def nth_most(tokens: list[Token]) -> list[Token]:
    """ "두 번째로 큰 곳": it is the second of those that are the greatest."""
    for at, (token, to) in enumerate(pairwise(tokens)):
        if token.has("nth") and to.text in ("로", "으로"):
            near = range(at + 2, min(at + 5, len(tokens)))  # "두 번째로 관중이 많은"
            graded = next((n for n in near if _is_graded(tokens[n])), 0)
            if graded and not _orders(tokens[graded]) and not any(_orders(t) for t in tokens[at + 2 : graded]):
                start = tokens[graded].start
                degree = Sense("mark", "least" if tokens[graded].text.startswith("적게") else "most")
                return [*tokens[:graded], Token("가장", start, start, (degree,)), *tokens[graded:]]
    return tokens


@found_by("than", "or")
def more_apart(tokens: list[Token]) -> list[Token]:
    """ "Has Kim more votes than Park?": held against another, "more" is a word of its own, though a base has "more votes" for a gain."""
    if not any(t.text in ("than", "or") for t in tokens):
        return tokens
    return [p for t in tokens for p in (t.pieces if _begins_with_more(t) else (t,))]


@found_by("or")
def or_others(tokens: list[Token]) -> list[Token]:
    """ "Was Kim the only one, or did Park come too?", "first, or were there others?": behind "only" and "first" that asks no more."""
    at = next((n for n in range(2, len(tokens) - 1) if tokens[n].text == "or"), 0)
    sole = any({"only", "first", "alone"} & set(t.ids("mark")) for t in tokens[:at])
    tail = tokens[at + 1 :]
    there = bool(tail) and (tail[0].has("auxiliaries") or "present" in tail[0].ids("mark"))
    other = {w.text for t in tail for w in (t, *t.pieces)} & _TOO or any("else" in t.ids("mark") for t in tail)
    bare = all(t.has("auxiliaries", "name", "anaphor", "light", "mark", "prep", "sort") for t in tail)
    return tokens[:at] if at and sole and there and other and bare and not any(map(asks, tokens)) else tokens


_TOO = frozenset(
    {"too", "also", "as well", "others", "another", "before", "besides", "beside", "other", "anyone", "anybody"}
)


def _begins_with_more(token: Token) -> bool:
    """Whether a phrase of a base begins with a word that compares."""
    first = token.pieces[0] if token.pieces else token
    return first is not token and bool({"more", "less"} & set(first.ids("mark"))) and not token.has("mark", "name")


def _which(token: Token) -> Token:
    """The same word as one that asks which of two it is, and no place."""
    return token.asking("어느 쪽", "which")


_GRADED = (
    "많",
    "적",
    "작은",
    "큰",
    "커",
    "크",
    "높",
    "낮",
    "긴",
    "길",
    "짧",
    "무거",
    "가벼",
    "두꺼",
    "두껍",
    "얇",
    "넓",
    "좁",
    "깊",
    "얕",
    "센",
    "세",
    "강한",
    "약한",
    "뜨거",
    "더운",
    "추운",
    "비싼",
    "싼",
    "어린",
    "젊",
    "오래",
    "늦",
    "가까",
    "빠른",
    "느린",
)
"""How Korean words begin that say how much there is of something, so that of two one has more of it."""


def _is_graded(token: Token) -> bool:
    """Whether a word says how much there is of something: "무거운", "더 많은", "많이"."""
    return token.text.split()[-1].startswith(_GRADED) and not token.has("name", "number")


def _orders(token: Token) -> bool:
    """Whether a word says already that one is held against the others: "더", "가장 큰"; a dear one alone does not."""
    return bool({"more", "less"} & set(token.ids("mark"))) or token.text.startswith(
        ("가장", "제일", "젤", "더", "덜", "같")
    )
