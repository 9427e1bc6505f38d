"""Korean ways of putting a deed or a report: "질문 누가 했어", "회장이 누구라고 나와", "누구의 회담에 배석했어"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.language.senses import Sense
from bot.learning.lexicon import Lexicon
from bot.segment import Token


def deeds(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "질문 누가 했어", "답은 누가 했나": the noun before 누가 and to do is the verb that it makes with that."""
    for at, token in enumerate(tokens[1:-1], 1):
        noun = tokens[at - 1] if tokens[at - 1].ending is None else tokens[at - 2] if at > 1 else token
        does = tokens[at + 1]
        if token.text != "누가" or not does.text.startswith(_DOES) or noun.ending is not None or noun.has("question"):
            continue
        made = tuple(s for s in lexicon.senses(noun.text + does.text) if s.tag in ("kind", "part"))
        return [replace(t, senses=(*t.senses, *made)) if t is noun else t for t in tokens]
    return tokens


_DOES = ("했", "하셨", "한", "함", "해")
"""How the forms of 하다 begin that may stand right behind 누가."""


_WRITTEN = (
    "나오",
    "나와",
    "나왔",
    "나옴",
    "나온",
    "적",
    "쓰",
    "써",
    "썼",
    "씌",
    "되",
    "돼",
    "됐",
    "실려",
    "실렸",
    "소개",
    "표기",
    "기재",
    "명시",
    "언급",
)
"""How verbs begin for standing in a text."""


@found_by(begins=_WRITTEN)
def reported(tokens: list[Token]) -> list[Token]:
    """A verb for standing in a text, behind a quoted clause at the end of the question, is courtesy."""
    content = [n for n, t in enumerate(tokens) if t.ending is None and not t.has("tell", "confirm")]
    at = next((n for n in content[1:] if _is_quoted(tokens, n) and tokens[n].text.startswith(_WRITTEN)), len(tokens))
    behind = [n for n in content if n >= at]
    if not behind or any(not tokens[n].text.startswith((*_WRITTEN, "있")) for n in behind):
        return tokens
    asked = any(not _OPEN.intersection(t.ids("question")) and t.has("question") for t in tokens[:at])
    quoting = (
        at - 1 if asked and tokens[at - 1].ending is not None else -1
    )  # "누구라고 나와" asks who, and for no words
    told = [replace(t, senses=_courteous(t), pieces=()) if n in behind else t for n, t in enumerate(tokens)]
    return [t for n, t in enumerate(told) if n != quoting]


@found_by("누구", tags=("part",))
def whose_events(tokens: list[Token]) -> list[Token]:
    """ "김이 배석한 회담은 누구와의 회담": of an event, by one who was there too, those are asked whom it was between."""
    found = list(tokens)
    doer = next((n for n, t in enumerate(tokens[:-1]) if t.has("name") and tokens[n + 1].ending in _DOERS), len(tokens))
    for at in range(doer + 1, len(tokens)):
        behind = [t for t in tokens[at + 1 :] if t.ending is None and not t.has("name", "title")]
        described = "also" in tokens[at].ids("part") and "n" in tokens[at].ids("verb") and _is_event(behind[:1])
        ends = not behind and tokens[at - 1].ending == "at" and any(_asks_whose(tokens, n) for n in range(doer, at - 1))
        acts = tokens[at].has("verb") or (tokens[at].ending is None and tokens[at + 1 :])
        if described or (ends and acts):
            found[at] = replace(tokens[at], senses=_courteous(tokens[at]), pieces=())
    return found


def _asks_whose(tokens: list[Token], at: int) -> bool:
    """Whether 누구 stands right before a word for an event: "누구 회담에 배석했어"."""
    behind = [t for t in tokens[at + 1 : at + 3] if t.ending is None]
    return tokens[at].text == "누구" and tokens[at + 1].ending in (None, "of") and _is_event(behind[:1])


def _is_event(tokens: list[Token]) -> bool:
    return any(t.has("kind") or t.text in _EVENTS for t in tokens)


_EVENTS = ("자리", "행사", "모임", "만남")
_DOERS = ("subject", "topic", "also")
"""What a name has behind it that somebody of that name does something."""


_SCHEDULES = ("일정", "스케줄", "스케쥴", "일과")
"""Korean words for all that somebody has to do."""


_HAPPENED = ("있었던 일", "있던 일", "벌어진 일", "일어난 일", "생긴 일")
"""What happened somewhere, behind the place: "가나에서 있었던 일"."""


@found_by(within=(*_SCHEDULES, *_HAPPENED))
def schedules(tokens: list[Token]) -> list[Token]:
    """ "오전 일정이 뭐야" asks what was done then; "일정이 어떻게 돼" what "일정" does, and for no part of it."""
    apart = [p for t in tokens for p in (t.pieces if any(q.text in _SCHEDULES for q in t.pieces[1:]) else (t,))]
    at = next((n for n, t in enumerate(apart) if t.text in _SCHEDULES and t.has("kind")), 0)
    if at and apart[at - 1].has("daypart"):  # "오후 일정", which else is one word where a base has it
        tokens = apart
    elif len(apart) > len(tokens):
        return tokens
    at = at or next((n for n in range(2, len(tokens)) if _happened_at(tokens, n)), 0)
    behind = [t for t in tokens[at + 1 :] if t.ending is None]
    if not at or not all("what" in t.ids("question") or t.has("tell", "light", "summary") for t in behind):
        return tokens
    if not tokens[at - 1].has("daypart") and tokens[at].text not in _HAPPENED:
        return [t for n, t in enumerate(tokens) if n <= at or (t.ending is None and not t.has("question"))]
    did = (Sense("light", ""), Sense("verb", "past"))
    end = tokens[at].end
    asked = tokens[at].asking("뭐", "what")
    return [*tokens[:at], asked, replace(asked, text="했", start=end, end=end, senses=did)]


def _happened_at(tokens: list[Token], at: int) -> bool:
    """Whether what happened is asked right behind a place: "가나에서 있었던 일"."""
    placed = tokens[at - 1].ending in ("at", "from") and tokens[at - 2].has("name")
    return placed and tokens[at].text in _HAPPENED and not any(t.has("question") for t in tokens[:at])


def _is_quoted(tokens: list[Token], at: int) -> bool:
    """Whether a clause that is told ends right before a word: "만났다고", "누구라고", "왔는지도", "연 걸로"."""
    before = tokens[at - 1]
    text = before.text.removesuffix("도").removesuffix("는")
    return tokens[at].spaced and (before.ending is not None or before.has("light")) and text.endswith(_QUOTING)


def _courteous(token: Token) -> tuple[Sense, ...]:
    """That a word says nothing, and which shape of a verb it is."""
    return (Sense("light", ""), *(s for s in token.senses if s.tag == "verb"))


_OPEN = frozenset({"what", "which"})
"""Question words that behind a quoted clause may ask for its words: "어떤 사람이라고 나와"."""
_QUOTING = ("다고", "라고", "냐고", "는지", "은지", "인지", "던지", "걸로", "거로", "것으로")
