"""What a question is after, whatever its question words: what is done, what will be, what sort of thing, only those or anyone."""

from __future__ import annotations

from itertools import pairwise

from bot.language.english import SOMEBODY
from bot.language.senses import CURRENCIES, Sense
from bot.question import Item
from bot.segment import Token


def is_doing(tokens: list[Token]) -> bool:
    """Whether it is asked what somebody does: "뭐 했어", "what did Kim do"."""
    for at, token in enumerate(tokens):
        if "what" not in token.ids("question"):
            continue
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and after.text[:1] in tuple("하한했함해할") and not after.text.startswith("하는"):
            return after.ending is not None or after.has("light")
        if token.text.isascii() and tokens[at + 1 : at + 2] and tokens[at + 1].text not in ("does", "do"):
            return any(t.text in ("do", "doing", "done") for t in tokens[at + 2 :])
    return False


def is_of_future(tokens: list[Token], text: str) -> bool:
    """Whether it is asked what will be: "will they meet?", "any word on when they will meet?", "do they meet again?"."""
    asked = next((n for n, t in enumerate(tokens) if "when" in t.ids("question")), 0)
    near = (*tokens[:6], *tokens[max(asked, 6) : asked + 10 if asked else 0])
    return (
        any(t.text.split()[0] in _WILL for t in near if t.text)
        or " going to " in text
        or ("again" in text and any(t.text in ("do", "does", "are") for t in tokens[:3]))
    )


_WILL = frozenset({"will", "gonna", "shall"})


def sorts_of(tokens: list[Token]) -> frozenset[str]:
    """What sort of thing the nouns of the question speak of; of a phrase's words only a currency counts."""
    own = {s for t in tokens for s in t.ids("sort") if not (t.text.isascii() and t.text.endswith("ed"))}
    inner = {
        s
        for t in tokens
        for p in t.pieces
        for s in p.ids("sort")
        if s in CURRENCIES or (len(p.text) > 1 and not t.has("question"))
    }
    figures = any(t.has("number") for t in tokens)
    return frozenset((own | inner) - (CURRENCIES.keys() if figures and own - CURRENCIES.keys() else set()))


def what_for(tokens: list[Token]) -> list[Token]:
    """ "What is it for?" asks why."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    if len(content) < 3 or tokens[content[-1]].text not in _MEANT_FOR or not any(t.text == "what" for t in tokens):
        return tokens
    return [t.asking(t.text, "why") if t.text == "what" else t for t in tokens]


_MEANT_FOR = frozenset({"for", "meant for", "intended for", "used for", "earmarked for"})


def tells_of_place(tokens: list[Token]) -> bool:
    """Whether it is asked what happened somewhere: "what was going on in the hall" asks for no hall."""
    words = [w for t in tokens[:2] for w in t.text.split()]
    happened = bool(tokens) and tokens[0].has("summary") and tokens[0].text.isascii()
    place = words[len(tokens[0].text.split()) - 1 :] if happened else []
    return bool({"in", "at", "on", "inside"} & set(place))


def says_alone(tokens: list[Token]) -> bool:
    """Whether those who are named are asked to have been the only ones: "only Kim", "김만", "was Kim alone"."""
    content = [t for t in tokens if t.ending is None]
    for at, (before, after) in enumerate(pairwise(tokens), 2):
        closed = at == len(tokens) or tokens[at].spaced or tokens[at].ending is not None  # not 가나만나 for 가나 만나
        if closed and after.ending == "only" and (before.has("name", "title") or "pair" in before.ids("mark")):
            return True
    pair = [t for t in content if "pair" in {*t.ids("mark"), *t.ids("anaphor")}]
    said_of = [t for t, after in pairwise(content) if after.has("name") or after in pair]
    for at, only in enumerate(content[:-2]):  # "did she only see Kim"; "just" before a verb is of time
        did = content[at + 1].has("kind") and only.text != "just"
        said_of += [only] if did and any(t.has("name") for t in content[at + 2 : at + 4]) else []
    if any(_only_one_with(content[n : n + _PHRASE]) for n in range(1, len(content))):
        return True
    return any("alone" in t.ids("mark") for t in content) or any("only" in t.ids("mark") for t in said_of)


def _only_one_with(tokens: list[Token]) -> bool:
    """Whether "the only one with" stands here, before whoever they were with."""
    only, *behind = tokens
    one = "only" in only.ids("mark") and bool(behind) and behind[0].text in ("one", "ones", "person", "people")
    with_whom = [n for n, t in enumerate(behind[1:]) if "with" in t.ids("prep") or t.text.endswith(" with")]
    return one and bool(with_whom) and any(t.has("name") for t in behind[2 + with_whom[0] :])


_PHRASE = 7
"""So many words at most "the only one who came with Kim" has."""


def anyone_from(items: list[Item], tokens: list[Token]) -> bool:
    """ "Did anyone from X join?" wants to know who."""
    return any(i.role == "from" and i.has("name") for i in items) and any(
        t.text.split(" ")[0] in SOMEBODY for t in tokens
    )


def occupation(tokens: list[Token]) -> list[Item]:
    """ "What does she do?" asks for her title."""
    content = [t for t in tokens if t.ending is None]
    while len(content) > 3 and content[-1].text not in ("do", "does") and _idle(content[-1]):
        content.pop()  # "... for a living", "... there", "... at Acme"
    words = [t.text for t in content]
    if "what" in words and words[-1:] in (["does"], ["do"]) and ("does" in words or words[-1] == "does"):
        return [Item("", (Sense("part", "title"),))]
    return []


def _idle(token: Token) -> bool:
    """Whether a word behind "what does she do" says no more than where; "say" is a deed of its own."""
    return (token.has("light", "prep", "name") and not token.has("kind")) or "place" in token.ids("anaphor")
