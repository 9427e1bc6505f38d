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
    sort = _without_sorts(tokens, text)
    if sort:
        return sort
    marks = [n for n in range(1, len(tokens)) if "?" in text[tokens[n - 1].end : tokens[n].start]]
    if not marks or tokens[0].text.isascii():
        return tokens
    denied = _without_denied(tokens[: marks[0]], tokens[marks[0] :])
    if denied:
        return denied
    tails = [tokens[at:end] for at, end in zip(marks, [*marks[1:], len(tokens)], strict=True)]
    if len(tails) == 1 and _guesses_doer(tails[0]) and any("who" in t.ids("question") for t in tokens[: marks[0]]):
        return tokens[: marks[0]]
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


def _without_sorts(tokens: list[Token], text: str) -> list[Token]:
    """ "What sort of thing is it, a fund, a trust?", "what kind of house is Acme? like a bank or what": without the sorts behind it; none for any other."""
    asked = next((n for n, t in enumerate(tokens) if t.text.startswith(_WHAT_SORT)), -1)
    cut = next(
        (n for n in range(asked + 3, len(tokens)) if _PARTED & set(text[tokens[n - 1].end : tokens[n].start])), 0
    )
    tail = tokens[cut:] if asked >= 0 else []
    if not cut or not tail or tail[0].text not in (*_LIKE, "a", "an"):
        return []
    nouns = [t for t in tail if t.text not in (*_LIKE, "a", "an", "or", "what", "something")]
    plain = all(
        (t.has("noun", "sort", "kind", "part", "word") or t.unknown) and not t.has("prep", "auxiliaries") for t in nouns
    )
    return tokens[:cut] if nouns and plain else []


_WHAT_SORT = ("what sort of", "what kind of", "what type of", "which kind of", "which type of", "which sort of")
_PARTED = frozenset(",?;:")
_LIKE = frozenset({"like", "say", "eg", "is"})


def _without_denied(first: list[Token], second: list[Token]) -> list[Token]:
    """ "발표 가나가 한 거 아니었어? 누가 했어": who did it is asked, and not of the one who is thought of first; none for any other."""
    at = next((n for n in range(len(first) - 1, -1, -1) if first[n].ending is None), -1)
    denied = at > 1 and any(t.text.startswith("아니") for t in (first[at], *first[at].pieces))
    named = [n for n, t in enumerate(first[:-1]) if t.has("name") and first[n + 1].ending == "subject"]
    if not denied or not named or not any({"who", "where"} & set(t.ids("question")) for t in second):
        return []
    return [*first[: named[-1]], *(t for t in first[named[-1] + 2 : at] if not t.has("filler")), *second]


def _guesses_doer(tokens: list[Token]) -> bool:
    """Whether these only ask whether somebody did it: "김이 했나", "김이 한 거야"."""
    led = len(tokens) > 2 and tokens[0].has("name") and tokens[1].ending == "subject"
    return led and all(t.ending is not None or t.has("light", "follow", "filler") for t in tokens[2:])


def _is_guess(tokens: list[Token]) -> bool:
    """Whether these are a noun or two that ask for nothing themselves."""
    return 0 < len(tokens) <= _LONGEST and not any(
        t.ending is not None
        or t.has("sort", "question", "ask", "tell", "verb", "confirm", "filler", "follow", "light")
        or (t.has("part") and not t.has("kind", "name"))
        for t in tokens
    )


_LONGEST = 2
