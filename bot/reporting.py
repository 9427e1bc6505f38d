"""What a text is said to tell: "회장이 누구라고 나와", "몇 분이라고 쓰여 있어"; to be written there says nothing of its own."""

from __future__ import annotations

from dataclasses import replace

from bot.segment import Token
from bot.senses import Sense


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
