"""Of whom it is to be confirmed that it was they: "was it Kim who called", "좋다고 김이 말했어"."""

from __future__ import annotations

from itertools import pairwise

from bot.interpreting.endings import WORDS_OF
from bot.language.korean import ONE
from bot.learning.known import Known
from bot.question import Item
from bot.segment import Token


def claimed_of(items: list[Item], tokens: list[Token], known: Known) -> tuple[str, ...]:
    """Of whom it is said that it was they: "was it Kim who called", "말한 사람이 김이야", "김이 한 말이야", "좋다고 김이 말했어"."""
    named = [i for i in items if i.has("name") and i.lends is None]
    if tokens and any(t.text.isascii() for t in tokens[:2]):
        for n, token in enumerate(tokens[:-2]):
            if token.text != "it" or not any(t.text in ("was", "is") for t in tokens[max(0, n - 1) : n + 2]):
                continue
            who = next((i for i in named if n < i.at <= n + 3), None)
            if who is not None and {"who", "that"} & {t.text for t in tokens[who.at + 1 : who.at + 3]}:
                return who.ids("name")
        return ()
    last = max(
        (n for n, t in enumerate(tokens) if t.ending is None and not t.has("confirm", "title", "light")), default=-1
    )
    words = items[-1:] if items and items[-1].text in WORDS_OF else []
    speaker = next((i for i in named[-1:] if words and i.role == "by" and words[0].at - i.at <= 5), None)
    if speaker is not None:
        return speaker.ids("name")
    quoting = next((i for i in named if known.of_type(i.ids("name"), "person") and _quotes(i, items, tokens)), None)
    if quoting is not None:
        return quoting.ids("name")
    for one, other in pairwise(items):
        sorts = {*one.ids("sort"), *one.ids("unit")}
        noun = bool({"person", "organisation"} & sorts) or one.text.endswith(("사람", "분", "회사", "인물"))
        person = noun and (one.role in ("by", "topic") or one.text == "분이") and not one.has("name")
        if person and other in named and last == other.at:
            return other.ids("name")
    return ()


_QUOTING = ("라고", "다고")


def _quotes(person: Item, items: list[Item], tokens: list[Token]) -> bool:
    """Whether it is of somebody that he is said to have put it in such words: "좋다고 김이 말했어", "좋다고 한 건 김이야"."""
    quoted = [n for n, t in enumerate(tokens) if n and t.ending is not None and t.text.endswith(_QUOTING)]
    quoted = [n for n in quoted if next((t for t in reversed(tokens[:n]) if t.ending is None), tokens[n]).has("word")]
    verb = next((t for n, t in enumerate(tokens) if quoted and n > quoted[-1] and t.has("verb")), None)
    if verb is None or not ("said" in verb.ids("part") or verb.text.startswith(("했", "한", "하셨"))):
        return False
    named = [i for i in items if i.at > quoted[-1] and i.has("name")]
    last = named == [person] == items[-1:] and any(t.text in ONE for t in tokens[quoted[-1] : person.at])
    return last or (person.role == "by" and tokens[-1].ending == "")
