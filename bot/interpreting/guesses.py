"""Guesses that a question puts behind itself: what it asks is asked as without them ("who paid, was it Acme?")."""

from __future__ import annotations

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import IS
from bot.segment import Token


@found_by("it")
def guesses(tokens: list[Token]) -> list[Token]:
    """ "Who paid for it, was it Acme?": who did is asked, and the guess behind it says nothing."""
    at = next((n for n in range(3, len(tokens) - 2) if tokens[n].text in IS and tokens[n + 1].text == "it"), 0)
    asked = any("who" in t.ids("question") for t in tokens[:at])
    bare = all(t.has("name", "follow") or t.text in ("and", "the", "or") for t in tokens[at + 2 :])
    return tokens[:at] if at and asked and bare and tokens[-1].has("name") else tokens


def without_guesses(tokens: list[Token], text: str) -> list[Token]:
    """ "성격이 뭐죠? 인수? 제휴?", "동행인은 김? 박?": what bare nouns with question marks behind a Korean question guess at is asked."""
    marks = [n for n in range(1, len(tokens)) if "?" in text[tokens[n - 1].end : tokens[n].start]]
    if not marks or tokens[0].text.isascii():
        return tokens
    tails = [tokens[at:end] for at, end in zip(marks, [*marks[1:], len(tokens)], strict=True)]
    named = any(t.has("name", "number", "daypart") for tail in tails for t in tail)
    if not text.rstrip().endswith("?") or not all(map(_is_guess, tails)) or not (named or len(tails) > 1):
        return tokens
    first = tokens[: marks[0]]
    if any(map(asks, first)):
        return first
    topic = next((n for n in range(len(first) - 1, 0, -1) if first[n].ending is not None), 0)
    noun = topic > 0 and first[topic].ending == "topic" and first[topic - 1].has("sort", "part")
    asked = noun and not first[topic - 1].has("name", "verb") and _is_guess(first[topic + 1 :])
    return first[: topic + 1] if asked else tokens


def _is_guess(tokens: list[Token]) -> bool:
    """Whether these are a noun or two that ask for nothing themselves."""
    return 0 < len(tokens) <= _LONGEST and not any(
        t.ending is not None
        or t.has("sort", "question", "ask", "tell", "verb", "confirm", "filler", "follow", "light")
        or (t.has("part") and not t.has("kind", "name"))
        for t in tokens
    )


_LONGEST = 2
