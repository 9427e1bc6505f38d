"""What some constructions of money say in other words: what something costs, comes to or is used for, and "won" that is none."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from bot.interpreting.cues import found_by
from bot.language.senses import Sense
from bot.segment import Token


@found_by("won")
def victories(tokens: list[Token]) -> list[Token]:
    """ "Who won the race?": behind somebody "won" is a verb, and no Korean money."""
    found: list[Token] = []
    for token, after in zip_longest(tokens, tokens[1:]):
        who = bool(found) and _may_win(found[-1])
        if token.text == "won" and who and (after is None or after.text != "by"):
            won = tuple(s for s in token.senses if s.tag not in ("sort", "unit") and (s.tag, s.id, s.fact) != _SUM)
            token = replace(token, senses=won)
        found.append(token)
    return found


def _may_win(token: Token) -> bool:
    """Whether a word may be the subject of "won": no figure, nor what asks for one."""
    counts = token.has("number", "unit", "prep", "follow") or token.text in _MUCH
    return not counts and (not token.has("question") or bool(_WHOEVER & set(token.ids("question"))))


_MUCH = frozenset({"the", "a", "korean", "much", "many", "million", "billion", "trillion", "thousand"})


_WHOEVER = frozenset({"who", "which", "what"})


_SUM = ("part", "how_much", "")


_COMES_TO = frozenset(
    {"come to", "comes to", "came to", "amount to", "amounts to", "amounted to", "add up to", "adds up to"}
)


@found_by(*_COMES_TO)
def sums(tokens: list[Token]) -> list[Token]:
    """ "What does it come to", "what did it add up to in dollars" ask how much."""
    asked = next((n for n, t in enumerate(tokens) if "what" in t.ids("question")), len(tokens))
    verb = next((n for n in range(asked, len(tokens)) if tokens[n].text in _COMES_TO), len(tokens))
    behind = [t for t in tokens[verb + 1 :] if not t.has("prep", "light")]
    subject = tokens[asked + 1 : verb]
    whole = len(subject) > 1 and subject[0].has("auxiliaries") and any(t.has("kind", "part") for t in subject[1:])
    if verb == len(tokens) or not whole or any(not t.has("sort", "unit") for t in behind):
        return tokens
    return [
        t.asking(t.text, "how_much") if n == asked else t.silenced() if n == verb else t for n, t in enumerate(tokens)
    ]


@found_by("데", "cost")
def costs(tokens: list[Token]) -> list[Token]:
    """ "짓는 데 얼마 들었어", "what will the bridge cost": what something costs is asked, and no place and no thing."""
    asked = next((n for n, t in enumerate(tokens) if "what" in t.ids("question") and t.text.isascii()), -1)
    helped = any(t.has("auxiliaries", "filler") for t in tokens[asked + 1 : -1])
    if asked >= 0 and tokens[-1].text == "cost" and helped and tokens[-2].text not in ("the", "a"):
        return [t.asking(t.text, "how_much") if n == asked else t for n, t in enumerate(tokens)]
    return [
        t.silenced()
        if t.text == "데"
        and any(a.has("question") and {"how_much", "how_long"} & set(a.ids("question")) for a in tokens[n + 1 : n + 3])
        else t
        for n, t in enumerate(tokens)
    ]


_INTO_WHAT = frozenset({"뭐", "무엇", "머", "뭣"})


_FOR_WHAT = frozenset({"뭐 하는 데", "뭐하는 데", "무엇을 하는 데", "뭘 하는 데"})


@found_by("어디", *_INTO_WHAT, *_FOR_WHAT)
def used_for(tokens: list[Token]) -> list[Token]:
    """ "돈을 뭐에 써", "무엇에 그 기술을 쓴대", "어디에 쓰는 돈": what something is used for is asked, and nothing that it stands in."""
    tokens = _what_that_does(tokens)
    at = next((n for n in range(len(tokens) - 2) if _is_into(tokens[n : n + 3])), None)
    verbs = [t for t in tokens[(at or 0) + 2 :] if t.ending is None and not t.has("confirm", "tell")]
    if at is None or not verbs or not verbs[-1].text.startswith(_USING):
        return tokens
    why = tokens[at].asking("왜", "why")
    used = replace(verbs[-1], senses=(*verbs[-1].senses, Sense("light", "")))
    rest = [*tokens[:at], *tokens[at + 2 :]]
    verb = rest.index(verbs[-1])
    return [*rest[:verb], why, used, *rest[verb + 1 :]]


def _what_that_does(tokens: list[Token]) -> list[Token]:
    """ "뭐 하는 데 쓰여", "뭐하는 데에 쓰는 돈": right before a verb of use, that is 뭐에."""
    for at in range(len(tokens) - 1):
        placed = at + 2 < len(tokens) and tokens[at + 1].ending == "at"
        verb = tokens[at + 1 + placed]
        if tokens[at].text in _FOR_WHAT and verb.ending is None and verb.text.startswith(_USING):
            what = tokens[at].asking("뭐", "what")
            into = Token("에", what.end, what.end, ending="at", spaced=False)
            return [*tokens[:at], what, into, *tokens[at + 1 + placed :]]
    return tokens


def _is_into(tokens: list[Token]) -> bool:
    """Whether 뭐 stands here in what something goes into, or 어디 with a verb of use right behind."""
    asking, particle, behind = tokens
    into = asking.text in _INTO_WHAT or (asking.text == "어디" and behind.text.startswith(_USING))
    return into and particle.ending == "at"


_USING = ("쓰", "쓴", "써", "썼", "쓸", "사용", "이용", "활용")
