"""Where the question words of a text stand, and which of them only join clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.learning.lexicon import Lexicon
from bot.segment import Token


def opened(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Phrases that hold a question word without being one ("at which", "how many guests") word by word."""
    found: list[Token] = []
    content = [t for t in tokens if t.ending is None]
    chatting = all(t.has("chat", "light", "follow", "confirm", "auxiliaries") for t in content)
    for token in tokens:
        if not token.pieces and "count" not in token.ids("mark"):
            found.append(token)
            continue
        if not chatting and token.pieces and all(s.tag in ("chat", "verb") for s in token.senses):
            found += token.pieces
            continue
        if "count" in token.ids("mark") and found and token.text.isascii() and not is_light(found[-1]):
            found += token.pieces or (token,)  # "the phone number of"
            continue
        chatter = all(s.tag == "light" for s in token.senses) and [p.ending for p in token.pieces[1:]] == ["at"]
        if chatter and token.pieces[0].has("part") and found and "which" in found[-1].ids("question"):
            found += token.pieces  # "무슨 신문에 난 기사", unlike "신문에 보니까"
            continue
        sided = token.text.endswith(" from") and len(found) > 0 and "who" in found[-1].ids("question")
        if sided and token.pieces:
            found += token.pieces  # "who came from Acme" asks for guests, and for no origin
            continue
        told = token.text in _OF_WHEN and any(map(asks, found)) and token is not content[-1]
        if told and token.pieces:
            found += token.pieces  # "what did they talk about when they met"
            continue
        quoting = token.has("source") and any(t.has("name", "word", "of_fact") for t in content if t is not token)
        if quoting and token.pieces and token.pieces[0].has("question"):
            found += token.pieces  # "who said it was a good talk"
            continue
        apart = any(p.has("question") for p in token.pieces) and not token.has(*_WHOLE)
        apart = apart and not (token.has("part") and token.pieces[0].text == "누구")  # "누구 거"
        apart = apart and all(p.has("question", "prep", "sort", "part", "noun", "light") for p in token.pieces)
        found += _joined(found, token.pieces, lexicon) if apart else [token]
    return found


def _joined(before: list[Token], pieces: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The words of a phrase, of which the verb before it takes the first, where they are one: "works | at which firm"."""
    first = pieces[0]
    senses = lexicon.senses(f"{before[-1].text} {first.text}") if before and first.has("prep") else ()
    if not senses:
        return list(pieces)
    verb = before.pop()
    return [replace(verb, text=f"{verb.text} {first.text}", end=first.end, senses=senses, pieces=()), *pieces[1:]]


_OF_WHEN = frozenset({"about when", "about where", "around when", "from when"})
"""Phrases that ask for a time or place, and behind another question word only join a clause."""


_WHOLE = (
    "question",
    "ask",
    "prep",
    "follow",
    "summary",
    "source",
    "chat",
    "tell",
    "confirm",
    "other",
    "anaphor",
    "filler",
    "name",
)


def asking_at(tokens: list[Token]) -> list[int]:
    """Where the question words stand; those that only join clauses ("when he met", "who opened it") are none."""
    found = [n for n, t in enumerate(tokens) if asks(t)]
    if any(t.ending is not None for t in tokens) or not found:
        return found
    yesno = opens_yesno(tokens)
    kept: list[int] = []
    for at in found:
        if (
            tokens[at].text in _JOINING
            and (kept or yesno or not _may_open(tokens, at))
            and not _apart(tokens, at, kept)
        ):
            continue
        kept.append(at)
    return kept or ([] if yesno or any(t.has("tell") for t in tokens[: found[0]]) else found[:1])


_JOINING = frozenset({"when", "where", "who", "which", "how", "what", "whom", "whose", "why"})


def asks(token: Token) -> bool:
    """Whether it is a question word, or asks by itself for a part ("뭐라고")."""
    return token.has("question", "ask")


def is_light(token: Token) -> bool:
    """Whether a word only carries others: courtesy, a preposition, a pronoun, a form of "be"."""
    carries = token.has("light", "follow", "tell", "auxiliaries", "anaphor", "prep", "confirm", "chat")
    return carries and not token.has("daypart")  # "was it morning when they met", though "morning" greets


def opens_yesno(tokens: list[Token]) -> bool:
    """Whether an English text opens with the verb of a yes/no question."""
    first = next(
        (t for t in tokens if t.text in _SUBJECTS or not (t.has("follow", "light") and not t.has("auxiliaries"))), None
    )
    if first is None or not first.has("auxiliaries"):
        return False
    at = tokens.index(first)
    return not any(t.has("tell") for t in tokens[at : at + 4])


_SUBJECTS = frozenset({"i", "we", "you", "they", "he", "she", "it", "there"})
"""Before a verb they make a statement ("we had a quiz") of what would be a question."""


def _may_open(tokens: list[Token], at: int) -> bool:
    """Whether a question word has only courtesy and prepositions before it, ends the text, or is one of two ("lunch: where and when")."""
    before, behind = tokens[:at], tokens[at + 1 : at + 3]
    one_of_two = len(behind) == 2 and behind[0].text == "and" and asks(behind[1])
    topic = (
        before and all(is_light(t) or t.has("name") for t in before) and not any(t.has("auxiliaries") for t in before)
    )
    if (
        topic
        and tokens[at].text in ("which", "what")
        and behind
        and behind[0].has("sort", "part")
        and not behind[0].has("kind")
    ):
        return True  # "Kim: which company and what role"
    pointing = len(behind) == 2 and behind[0].has("kind", "part") and behind[1].text in ("it", "that", "this", "so")
    if pointing and not tokens[at - 1].has("sort", "name", "title", "noun", "prep"):
        return True  # "a good talk - who said it and of whom", but no "the man who said it"
    listed = len(behind) > 1 and asks(behind[0]) and not (before and before[-1].has("sort", "name", "title"))
    return one_of_two or listed or all(is_light(t) for t in before) or at + 1 == len(tokens) or _after_verb(tokens, at)


def _after_verb(tokens: list[Token], at: int) -> bool:
    """Whether a question word stands where the thing asked for would ("Kim met who", "said by whom")."""
    before = tokens[at - 1]
    if tokens[at].text in ("when", "where") and not before.has("prep"):
        return False  # "who was there when Kim came"
    return before.has("prep", "auxiliaries") or (
        before.has("kind", "part", "tell") and not before.has("sort", "noun", "name")
    )


def _apart(tokens: list[Token], at: int, kept: list[int]) -> bool:
    """Whether a further question word asks anew: behind "and", a preposition, or right at the start of its clause."""
    if not at:
        return True
    before = tokens[at - 1]
    if not kept:
        there = tokens[at].text == "when" and any("present" in t.ids("mark") for t in tokens[:at])
        return all(is_light(t) for t in tokens[:at]) and not (there and opens_yesno(tokens))  # "was he there when"
    joining = tokens[at].text in ("where", "when")  # "which hall was it in where Kim played"
    if _one_of_three(tokens, at):
        return True
    return (
        tokens[at].text == "whom"
        or before.text in ("and", "or", "plus")
        or before.has("question")
        or (before.has("prep") and not joining)
    )


def _one_of_three(tokens: list[Token], at: int) -> bool:
    """Whether a question word stands alone in a list of them: "who came, when, and with whom", "who came, when and why"."""
    behind = [t for t in tokens[at + 1 : at + 4] if not t.has("prep")]
    joined = len(behind) > 1 and behind[0].text == "and" and asks(behind[1])
    return joined and not tokens[at - 1].has("prep", "question", "auxiliaries")


BE = frozenset({"is", "was", "are", "were", "be", "'s", "being", "been"})
