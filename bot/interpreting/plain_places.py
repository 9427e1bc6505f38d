"""What some English constructions say of where somebody was: "left or right", "which side of the photo", "round the table"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import IS
from bot.language.senses import THERE
from bot.segment import Token

_BESIDE = frozenset({"on", "the", "to", "at", "from", "side", "hand side", "hand", "far"})
_SIDES = frozenset({"left", "right", "centre", "center", "middle"})


@found_by("left", "right", "left side", "right side")
def left_or_right(tokens: list[Token]) -> list[Token]:
    """ "Is Kim on the left or on the right in the photo?", "Kim's position in the photo, left or right?": where in it he is."""
    either = next((n for n, t in enumerate(tokens) if t.text == "or"), 0)
    start, end = _phrase(tokens, either - 1, -1), _phrase(tokens, either + 1, 1)
    said = {w for t in tokens[start:end] for w in t.text.split()}
    if (
        not either
        or not _SIDES & {w for t in tokens[start:either] for w in t.text.split()}
        or len(_SIDES & said) < _TWO
    ):
        return tokens
    rest = [*tokens[:start], *tokens[end:]]
    if any(map(asks, rest)):
        return rest if rest and asks(rest[0]) else tokens
    body = next((n for n, t in enumerate(rest) if not t.has("follow", "tell")), 0)
    if (
        not rest
        or {"did", "does", "do"} & {t.text for t in rest}
        or any(t.has("part") and not t.has("name", "auxiliaries", "kind") for t in rest)
    ):
        return tokens if not rest or rest[body].has("auxiliaries") else rest  # "Kim's position in the photo"
    where = rest[body].asking("where")
    helper = next((n for n in range(body, len(rest)) if rest[n].has("auxiliaries")), -1)
    if helper < 0:
        return [*rest[:body], where, where.helping("is"), *rest[body:]]
    within = (where.leading("in", "at"), *rest[body:helper])
    return [*rest[:body], where, *rest[helper:], *(within if helper > body else ())]  # "second photo: is Kim on the"


def _phrase(tokens: list[Token], at: int, step: int) -> int:
    """Where a phrase for a side ends, that begins beside "or": "on the left", "the far right"."""
    while 0 <= at < len(tokens) and {*tokens[at].text.split()} <= _BESIDE | _SIDES:
        at += step
    return at if step > 0 else at + 1


_TWO = 2


@found_by("side", "which side", "what side", within=("side of",))
def on_which_side(tokens: list[Token]) -> list[Token]:
    """ "Which side of the photo is Kim on?", "Kim is on which side in the photo?": where in the photo he is."""
    tokens = _side_first(tokens)
    words = [w for t in tokens[:4] for w in t.text.split()]
    led = words[:1] == ["on"]
    if words[led : led + 2] not in (["which", "side"], ["what", "side"]):
        return tokens
    used, at = 0, 0
    while used < led + 2:
        used, at = used + len(tokens[at].text.split()), at + 1
    helper = next((n for n in range(at, len(tokens)) if tokens[n].has("auxiliaries")), 0)
    who = [t for t in tokens[helper + 1 :] if t.text not in ("on", "at")]
    whole = [t for t in tokens[at:helper] if t.text != "of"]
    if not helper or not who or not who[0].has("name", "title") or any(map(asks, tokens[at:])):
        return tokens
    where = tokens[0].asking("where")
    within = tokens[0].leading("in", "at")
    return [where, tokens[helper], *who, *([within, *whole] if whole else ())]


def _side_first(tokens: list[Token]) -> list[Token]:
    """With the side that is asked for in front: "Kim is on which side of it?"."""
    texts = [t.text for t in tokens]
    on = next((n for n in range(2, len(texts)) if texts[n] == "on"), 0)
    asked = on and texts[on + 1 : on + 3] in (["which", "side"], ["what", "side"])
    if not asked or texts[on - 1] not in IS | _STANDS:
        return tokens
    helper = next((t for t in tokens[:on] if t.text in IS), tokens[on].helping("is"))
    subject = [t for t in tokens[:on] if t.text not in IS or not t.has("auxiliaries")]
    who = [t for t in subject if t.text not in _STANDS]
    within = [t for t in tokens[on + 3 :] if t.text not in ("of", "in")]
    of = [tokens[on].leading("of", "of")] if within else []
    return [*tokens[on : on + 3], *of, *within, helper, *who]


_STANDS = frozenset({"stands", "stand", "sits", "shown", "seen"})
"""Verbs that say no more than that somebody is to be seen."""


@found_by(begins=("which",))
def which_one_in(tokens: list[Token]) -> list[Token]:
    """ "Which one is Kim in the photo?", "which of those in the photo is Kim?": where in the photo he is."""
    is_ = next((n for n, t in enumerate(tokens) if t.text in IS), 0)
    within = next((n for n, t in enumerate(tokens) if t.text in ("in", "on")), 0)
    if not is_ or not within or tokens[0].text.split()[0] != "which":
        return tokens
    asked = {w for t in tokens[: min(is_, within)] for w in t.text.split()} - {"which", "of", "the", "two"}
    who = tokens[is_ + 1 : within] if within > is_ else tokens[is_ + 1 :]
    place = tokens[within:] if within > is_ else tokens[within:is_]
    named = len(who) == 1 and who[0].has("name") and not any(t.has("name") or asks(t) for t in place)
    if not asked or not asked <= _ONE or not named or len(place) < _TWO:
        return tokens
    return [tokens[0].asking("where"), tokens[is_], *who, *place]


_ONE = frozenset({"one", "person", "man", "woman", "guy", "figure", "people", "men", "women", "ones", "those", "them"})
"""Words for somebody, or for several, to be seen in a picture."""


_ROUND = frozenset({"around", "round", "at", "shared", "share"})


@found_by("table", "the table", "round the table", "around the table")
def at_the_table(tokens: list[Token]) -> list[Token]:
    """ "Who sat round the table with Kim?", "who shared the table with Kim?": who was there with him."""
    asked = any("who" in t.ids("question") for t in tokens)
    end = next((n for n, t in enumerate(tokens) if n > 1 and t.text.split()[-1] == "table"), 0)
    start = next((n for n in range(end, 0, -1) if tokens[n].text.split()[0] in _ROUND), 0) if end else 0
    if not asked or not start or any(t.text not in ("the", "same", "table", "a") for t in tokens[start + 1 : end]):
        return tokens
    verb = start - 1 if tokens[start - 1].text in ("sat", "sitting", "seated", "was", "were", "gathered") else start
    there = replace(tokens[verb], text="was there", senses=THERE, pieces=())
    return [*tokens[:verb], there, *tokens[end + 1 :]]
