"""What people put around a question: "Hi there! ...", "Quick question - ...", "... Thank you very much in advance!"."""

from __future__ import annotations

import re

from bot.interpreting.asker import doubts_the_answer, joins_to_somebody
from bot.interpreting.interrogatives import BE
from bot.segment import Token

_MARK = re.compile(r"[.!?;:,]|\s[-–—]\s")
_LEADING_ON = ("는데", "한데", "는데요", "한데요")
_COURTESY = ("filler", "light", "tell", "auxiliaries", "prep", "verb")
_WEIGHS = (
    "name", "kind", "part", "word", "noun", "of_fact", "asked", "question", "mark", "anaphor", "number", "when", "relative",
    "today", "daypart", "summary", "title", "sort", "ask", "story", "unit",
)  # fmt: skip
_ASKS = ("name", "question", "anaphor", "number", "when", "relative", "today", "daypart", "summary", "ask")
"""What no word of courtesy is, whatever else it may be."""
_POLITE = frozenset({"greeting", "thanks"})


def proper(text: str, tokens: list[Token]) -> str:
    """The question proper: the text without the courtesy that opens and closes it; as it is where nothing else stands."""
    first, last = _opening(text, tokens), _closing(text, tokens)
    rest = tokens[first:last]
    if len(rest) == len(tokens) or not any(map(_weighs, rest)) or (last < len(tokens) and _thanked_for(rest)):
        return text
    begin = tokens[first].start if first else 0
    end = tokens[last].start if last < len(tokens) else len(text)
    return text[begin:end].strip()


def _thanked_for(rest: list[Token]) -> bool:
    """Whether what stands before Korean thanks is only what they are for: "답변 감사합니다", "친절한 설명 고마워요"."""
    content = [t for t in rest if t.ending is None]
    return bool(content) and content[-1].text in _THANKED and all(t.has("light", "filler") for t in content)


_THANKED = frozenset({"답변", "대답", "답", "설명", "안내", "정보", "말씀", "도움", "확인"})


def _weighs(token: Token) -> bool:
    """Whether a word alone may be a question: not "well", and not thanks."""
    return token.unknown or (token.has(*_WEIGHS) and not (_polite(token) or token.has("follow")))


def _opening(text: str, tokens: list[Token]) -> int:
    """Index of the first token behind a greeting, an excuse or the like, up to a mark, a Korean ending or an English question word."""
    found = 0
    if tokens and tokens[0].has("follow", "confirm"):
        return found
    for n in range(1, len(tokens)):
        if not _leads(tokens[n - 1]):
            break
        polite = any(_polite(t) for t in tokens[found:n])
        apart = _MARK.search(text[tokens[n - 1].end : tokens[n].start])
        asking = tokens[n].has("question") and tokens[n].text.isascii() and not joins_to_somebody(tokens, n)
        if polite and (apart or asking or text[: tokens[n - 1].end].endswith(_LEADING_ON)):
            found = n
    return found


def _closing(text: str, tokens: list[Token]) -> int:
    """Index of the first token of the thanks at the end, of what is said behind the question mark, or of a doubt ("or don't we know")."""
    found = next((n for n in range(2, len(tokens)) if doubts_the_answer(tokens, n)), len(tokens))
    if any(t.ending is not None and t.text.startswith(("다고", "라고")) for t in tokens[1:]):
        return found  # "고맙다고 했어" is what somebody said
    for n in range(found - 1, 0, -1):
        if not (
            _courteous(tokens[n])
            or _points(tokens[n])
            or (_polite(tokens[n]) and not tokens[n].has("name", "kind", "question"))
        ):
            break
        between = text[tokens[n - 1].end : tokens[n].start]
        polite = any(_polite(t) for t in tokens[n:])
        thanks = "thanks" in tokens[n].ids("chat") and tokens[n].spaced and _polite(tokens[n])
        if tokens[n - 1].text in BE and not between.strip():
            continue  # "that was very helpful"
        if thanks or "?" in between or (polite and re.search(r"[.!;]", between)):
            found = n
    return found


def _polite(token: Token) -> bool:
    """Whether a word greets, thanks or excuses; not what somebody said in a fact ("wonderful")."""
    if token.has("word", "of_fact"):
        return "greeting" in token.ids("chat")
    return token.has("filler") or not _POLITE.isdisjoint(token.ids("chat"))


def _points(token: Token) -> bool:
    """Whether a word points back at the question: "I can't find it"."""
    return token.has("light") and "thing" in token.ids("anaphor")


def _leads(token: Token) -> bool:
    """Whether a word may stand in what only leads up to a question: no name, no time, nothing that asks."""
    courteous = token.has(*_COURTESY) or _polite(token)
    return token.ending is not None or (
        courteous and not token.has(*_ASKS) and (_polite(token) or not token.named("kind"))
    )


def _courteous(token: Token) -> bool:
    """Whether a word says nothing of what is asked; a Korean ending goes with the word before it."""
    free = token.has(*_COURTESY) or _polite(token)
    return token.ending is not None or (free and not token.has(*_WEIGHS, "confirm", "follow"))
