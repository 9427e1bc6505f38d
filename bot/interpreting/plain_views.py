"""What Korean constructions ask of what one thinks of another, or says of him: "박을 어떤 사람으로 생각해", "김이 본 박은", "그 별명 누구 얘기야"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.senses import Sense
from bot.segment import Token


@found_by(begins=("어떤",))
def opinions(tokens: list[Token]) -> list[Token]:
    """ "박을 어떤 사람으로 생각해": what was said of him is asked, and not who somebody is."""
    for at in range(1, len(tokens) - 2):
        asked, particle, verb = tokens[at : at + 3]
        held = particle.ending == "into" and verb.text.startswith(_HOLDING) and asks(asked)
        if held and asked.text.startswith("어떤") and any(t.has("name") for t in tokens[:at]):
            what = (Sense("ask", "what"), Sense("part", "said"))
            light = tuple(s for s in verb.senses if s.tag in ("light", "verb"))
            return [
                *tokens[:at],
                replace(asked, text="뭐라고", senses=what, pieces=()),
                replace(verb, senses=light or (Sense("light", ""),), pieces=()),
                *tokens[at + 3 :],
            ]
    return tokens


_HOLDING = ("생각", "여기", "여겼", "여긴", "보", "봤", "본", "평가", "느끼", "느꼈", "기억", "소개", "묘사", "표현")
"""How Korean verbs begin for what one holds another to be."""


@found_by(begins=("어떻", "어때", "어떠", "어떤지", "어떤가"))
def persons_themselves(tokens: list[Token]) -> list[Token]:
    """ "사람은 어떻대", "그 사람은 어떻다고 했어": what was said of whoever was spoken of is asked."""
    if len(tokens) < _PERSON or tokens[0].text not in _PERSONS or tokens[1].ending not in ("topic", "subject"):
        return tokens
    how = tokens[2]
    reported = any(t.text.endswith(_REPORTED) for t in tokens[2:]) or len(tokens) > _PERSON
    more = any(not t.has("light") and t.ending is None for t in tokens[3:])
    if "how" not in how.ids("question") or not reported or more:
        return tokens
    him = replace(tokens[0], senses=(Sense("anaphor", "person"),), pieces=())
    said = replace(how, text="뭐라고", senses=(Sense("ask", "what"), Sense("part", "said")), pieces=())
    return [him, replace(tokens[1], text="에 대해", ending="about"), said, *tokens[3:]]


_PERSON = 3
"""So many words at least ask how somebody is said to be: he, a particle, and how."""
_PERSONS = frozenset({"사람", "그 사람", "인물", "그 인물", "상대", "그 상대", "상대방", "그분", "그 분"})
_REPORTED = ("대", "했어", "했지", "했나", "하나", "다고", "다던데", "다던가", "대요", "다는데", "답니까", "답디까")


@found_by("누구")
def told_of(tokens: list[Token]) -> list[Token]:
    """ "그 별명 누구 얘기야": whom a word was said of is asked, and not who said it."""
    at = next((n for n, t in enumerate(tokens) if n and t.text == "누구" and t.has("question")), 0)
    behind = tokens[at + 1 :]
    if (
        not at
        or not behind
        or not behind[0].text.startswith(("얘기", "이야기"))
        or any(t.ending is None for t in behind[1:])
    ):
        return tokens
    return [*tokens[: at + 1], replace(behind[0], text="대해", senses=(), pieces=(), ending="about", spaced=False)]


_VIEWS = frozenset({"눈에", "눈엔", "눈으로", "보기에", "보기엔", "보기에는"})
_ACCOUNTS = frozenset({"따르면", "의하면", "말로는", "말로", "말에"})
"""Whose view it is, and whose words, behind a name."""


@found_by("본", "보는", *_VIEWS, begins=("어떤",))
def views(tokens: list[Token]) -> list[Token]:
    """ "김 눈에 박은 어떤 사람이야", "김이 본 박은": what the one said of the other is asked, and not who they are."""
    for at, token in enumerate(tokens):
        name = next(
            (n for n in (at - 1, at - 2) if n >= 0 and tokens[n].ending is None and not tokens[n].has("title")), -1
        )
        quoted = token.text in _ACCOUNTS and any(t.text.startswith("어떤") for t in tokens[at:])
        view = token.text in _VIEWS or quoted or _is_to_him(tokens[at : at + 4]) or _is_seen(tokens[at : at + 2])
        if not view or name < 0 or not tokens[name].has("name", "anaphor") or not any(map(asks, tokens[at:])):
            continue
        subject = replace(token, text="이", senses=(), pieces=(), ending="subject", spaced=False)
        said = replace(token, senses=(Sense("part", "said"),), pieces=())
        before = [t for t in tokens[:at] if t.ending is None or t is not tokens[at - 1]]
        return [*before, subject, said, *_of_what_sort(tokens[at + 1 :])]
    return tokens


def _is_seen(tokens: list[Token]) -> bool:
    """Whether it is asked what another is as the one before sees him: "본 박은 어떤 사람이야"."""
    return len(tokens) > 1 and tokens[0].text in ("본", "보는") and tokens[1].has("name")


def _is_to_him(tokens: list[Token]) -> bool:
    """Whether it is asked what another is to the one before: "한테 박은 어떤 사람이야"."""
    if len(tokens) < 4 or tokens[0].ending != "to" or not tokens[1].has("name") or tokens[2].ending != "topic":
        return False
    return tokens[3].text.startswith("어떤")


def _of_what_sort(tokens: list[Token]) -> list[Token]:
    """ "어떤 사람이야" behind a view: it asks for what was said, and the noun is any."""
    asked = (Sense("ask", "what"), Sense("part", "said"))
    which = [n for n, t in enumerate(tokens) if asks(t) and t.text.startswith("어떤")]
    nouns = {n + 1 for n in which if tokens[n].text == "어떤"}
    return [
        replace(t, text="뭐라고", senses=asked, pieces=()) if n in which else t.silenced() if n in nouns else t
        for n, t in enumerate(tokens)
    ]


@found_by(within=("입장",))
def stances(tokens: list[Token]) -> list[Token]:
    """ "김은 그 일에 어떤 입장을 밝혔어": what somebody said of it is asked, and no showing and no going in."""
    found = [p for t in tokens for p in (t.pieces if t.pieces and t.pieces[0].text == "입장" else (t,))]
    at = next((n for n, t in enumerate(found) if n and t.text == "입장" and t.ending is None), 0)
    verb = next((t for t in found[at + 1 : at + 3] if t.ending is None), None)
    asked = at and {"which", "what"} & set(found[at - 1].ids("question"))
    if not asked or verb is None or not verb.text.startswith(_TAKING_A_STANCE):
        return tokens
    kept = tuple(s for s in found[at].senses if s.tag == "part")
    stance = replace(found[at], senses=(*kept, Sense("part", "said")))
    done = replace(verb, senses=(Sense("light", ""), Sense("verb", "past")), pieces=())
    return [stance if n == at else done if t is verb else t for n, t in enumerate(found)]


_TAKING_A_STANCE = ("밝혔", "밝힌", "보였", "보인", "내놨", "내놓", "냈", "낸", "표했", "표명", "취했", "전했")
