"""What Korean questions for what a time or place was there for ask plainly: "4시 40분은 무슨 시간이야", "그 방에서 뭐가 있었어"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.senses import Sense
from bot.segment import Token

_TIMES = frozenset({"시간", "시각", "때", "순간", "날", "날짜"})
_WHICH = frozenset({"무슨", "뭔", "어떤"})
_WHAT = frozenset({"뭐", "뭔", "무엇", "뭣"})


@found_by(tags=("when",))
def what_time_it_is(tokens: list[Token]) -> list[Token]:
    """ "4시 40분은 무슨 시간이야", "5월 4일이 무슨 날이야": what happened then is asked."""
    start = next((n for n, t in enumerate(tokens) if not t.has("when")), 0)
    if not start or len(tokens) < _LEAST:
        return tokens
    called = [w for t in tokens[start:] if t.ending is None for w in t.text.split()]
    sort = called[-2:] if called[-2:-1] and called[-2] in _WHICH and called[-1] in _TIMES else called[-1:]
    before = called[: len(called) - len(sort)]
    asked = len(sort) == 2 or (len(sort) == 1 and sort[0] in _WHAT)
    topic = tokens[start].ending in ("topic", "subject") or (before[-1:] and before[-1] in _TIMES)
    if not asked or not topic or any(w not in _TIMES for w in before):
        return tokens
    return _what_happened(tokens[:start], tokens[-1], "에", "at")


_LEAST = 3


@found_by("뭐", "뭣", "무엇")
def what_there_was(tokens: list[Token]) -> list[Token]:
    """ "그 방에서 뭐가 있었어", "5월 4일에 뭐 있었어": what happened there or then is asked, and no thing."""
    at = next((n for n, t in enumerate(tokens) if n > 1 and t.text in _WHAT), 0)
    behind = tokens[at + 1 :]
    verb = next((t for t in behind if t.ending is None), None)
    if not at or verb is None or not verb.text.startswith("있었") or tokens[at - 1].ending not in ("at", "from"):
        return tokens
    last = all(t is verb or t.ending == "" or (t is behind[0] and t.ending == "subject") for t in behind)
    if not last or any(map(asks, tokens[:at])):
        return tokens
    return _what_happened(tokens[: at - 1], tokens[-1], tokens[at - 1].text, tokens[at - 1].ending or "at")


def _what_happened(front: list[Token], last: Token, particle: str, role: str) -> list[Token]:
    """ "... 무슨 일이 있었어"."""
    start = front[-1].end
    then = Token(particle, start, start, ending=role, spaced=False)
    event = replace(
        last, text="무슨 일", start=start, end=start, senses=(Sense("summary", ""),), ending=None, spaced=True
    )
    was = replace(event, text="있었어", end=last.end, senses=(Sense("mark", "present"), Sense("verb", "inf")))
    return [*front, then, event, was]


@found_by("배경")
def setting(tokens: list[Token]) -> list[Token]:
    """ "둘째 사진 배경 어디야": before 어디 it is a place, and no reason."""
    for at, token in enumerate(tokens):
        behind = next((t for t in tokens[at + 1 :] if t.ending is None), None)
        if token.text == "배경" and behind is not None and "where" in behind.ids("question"):
            place = (Sense("sort", "place"), Sense("part", "where"))
            return [*tokens[:at], replace(token, senses=place), *tokens[at + 1 :]]
    return tokens


@found_by("그 다음", "그다음", "다음")
def said_next(tokens: list[Token]) -> list[Token]:
    """ "그 다음에 뭐라고 덧붙였어": what somebody said, whatever he had said before."""
    at = next((n for n, t in enumerate(tokens[:-2]) if t.text in ("그 다음", "그다음", "다음")), -1)
    words = [t for t in tokens[at + 1 :] if t.ending is None]
    asked = next((n for n, t in enumerate(words) if t.has("ask") and "said" in t.ids("part")), -1)
    said = asked >= 0 and any(t.has("verb") and not t.has("name") for t in words[asked + 1 :])
    if at < 0 or tokens[at + 1].ending != "at" or not said:
        return tokens
    return [*tokens[:at], *tokens[at + 2 :]]


@found_by("언제")
def when_it_came_about(tokens: list[Token]) -> list[Token]:
    """ "제휴는 언제 있었던 일이야": when that itself was is asked, and nothing more of things that came about."""
    at = next((n for n, t in enumerate(tokens[:-1]) if n and t.text == "언제"), 0)
    told = any(t.has("kind", "name") and not t.has("story") for t in tokens[:at])
    came_about = at and tokens[at + 1].text.split()[-1] == "일" and tokens[at + 1].text.startswith(_CAME_ABOUT)
    if not told or not came_about or len(tokens[at + 1].text.split()) != _PHRASE:
        return tokens
    return [*tokens[: at + 1], *tokens[at + 2 :]]


_CAME_ABOUT = ("있었던", "있던", "벌어진", "일어난", "생긴")
_PHRASE = 2
