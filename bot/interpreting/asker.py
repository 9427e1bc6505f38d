"""What somebody tells of himself around an English question: why he asks, and that the bot may not know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.interpreting.interrogatives import asks, is_light
from bot.segment import Token

_SELF = frozenset({"i", "i'm", "i've", "i'd", "i'll", "im", "ive", "we", "we're", "we've", "we'd", "my", "our"})
_LEADING = frozenset([
    "and", "but", "so", "ok", "okay", "well", "now", "then", "still", "since", "as", "because", "before", "if", "when", "while",
    "though", "although", "given", "hey", "hi", "sorry", "see",
])  # fmt: skip
"""Words that open a clause before its subject."""
_HEARD = frozenset([
    "read", "reading", "hear", "hears", "heard", "hearing", "see", "seen", "saw", "know", "knew", "think", "thought", "believe",
    "guess", "assume", "understand", "understood", "remember", "recall", "notice", "noticed", "gather", "told", "tell", "tells",
    "say", "says", "said", "saying", "insist", "insists", "insisting", "claim", "claims", "claiming", "want", "wanted", "wish",
    "need", "like", "love", "wonder", "wondering", "ask", "asking", "forgot", "forget", "curious", "interested", "looking",
    "talking", "mean", "meant",
])  # fmt: skip
"""Verbs of what somebody heard, thinks or wants to know: behind them stands what the question is about."""
_HEAD = 5
"""So many words of a clause hold its verb."""


def begins_of_himself(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and I", "but now we", "so I" stand here, where somebody goes on to tell of himself."""
    if tokens[at].text not in ("and", "but", "so"):
        return False
    after = next((t for t in tokens[at + 1 : at + 3] if t.text not in _LEADING), None)
    return after is not None and after.text.split()[0] in _SELF - {"my", "our"}


def says_he_asks(tokens: Sequence[Token], at: int, text: str, mark: re.Pattern[str]) -> bool:
    """Whether somebody says here that he asks, or what seems so to him: "… and I was wondering who", "… and it seemed to me that"."""
    first = tokens[at].text.split()[0]
    seems = first == "it" and tokens[at - 1].text in ("and", "but")
    if not seems and first not in SPEAKERS:
        return False
    end = next((n for n in range(at + 1, len(tokens)) if asks(tokens[n]) or tokens[n].text == "that"), 0)
    if not end or mark.search(text, tokens[at].start, tokens[end].start):
        return False
    return all(is_light(t) or t.has("filler") for t in tokens[at:end])


SPEAKERS = frozenset({"i", "i'd", "i'm", "i've", "we", "we'd"})
"""Subjects of a clause in which somebody says why he asks."""


def of_himself(clause: Sequence[Token]) -> bool:
    """Whether a clause tells of the one who asks, and nothing that he heard: "I live in Lyon", not "I read that Kim came"."""
    words = [w for t in clause for w in t.text.split()]
    while words and words[0] in _LEADING:
        words.pop(0)
    return words[:1] != [] and words[0] in _SELF and not _HEARD.intersection(words[:_HEAD])


def asks_of_himself(clause: Sequence[Token]) -> bool:
    """Whether a question holds "our", "my" or "we", and so may mean what he told of himself: "did Kim meet our boss"."""
    return any(t.text in ("my", "our", "we", "us", "mine", "ours") for t in clause)


def doubts_the_answer(tokens: Sequence[Token], at: int) -> bool:
    """Whether all that is left only says that the answer may not be known: "or do we not hear of that", "or is that all we have"."""
    first = tokens[at].text == "or" and any(t.has("auxiliaries") for t in tokens[at + 1 : at + 2])
    return first and any(t.text in ("we", "you", "i") for t in tokens[at + 2 : at + 5])


def joins_to_somebody(tokens: Sequence[Token], at: int) -> bool:
    """Whether "who" only goes on about somebody: "from somebody who holds shares"."""
    return tokens[at].text == "who" and at > 0 and tokens[at - 1].text in _SOMEBODY


_SOMEBODY = frozenset({"somebody", "someone", "anybody", "anyone", "person", "people", "one", "guy", "reader", "those"})


def tells_what_he_heard(token: Token) -> bool:
    """Whether one whom nobody knows is the subject, who only says what is asked about: "my boss claims that"."""
    return token.text.split()[0] in _TELLERS


_TELLERS = frozenset({"my", "our", "somebody", "someone", "people", "everybody", "everyone"})
