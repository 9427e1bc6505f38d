"""Whether something is decided, or public, at all: "is the venue decided?", "금액은 공개됐어?"; told by what is told of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.facts import Flag
from bot.finding import Finding, Settled, Untold
from bot.language.korean import forms
from bot.learning.known import NAME_KIND
from bot.question import Question
from bot.segment import Token
from bot.turn import Lang, Reason

_SETTLED_EN = frozenset(
    {
        "decided", "settled", "set", "fixed", "finalised", "finalized", "determined", "chosen", "public", "disclosed",
        "revealed", "announced", "published", "made public",
    }
)  # fmt: skip
_SETTLED_KO = frozenset(
    form
    for verb in ("정해지다", "정하다", "결정되다", "확정되다", "공개되다", "알려지다", "밝혀지다", "발표되다")
    for form in forms(verb)
) | {"결정", "확정", "공개", "발표"}


def what_is_pending(tokens: Sequence[Token], text: str, question: Question, finding: Finding) -> str:
    """The question for that of which it is asked if it is decided or public; "" where it is no such question, or is settled."""
    content = [n for n, t in enumerate(tokens) if t.ending is None and t.text not in _BEHIND]
    if not question.yesno or len(content) < _LEAST or question.alternatives:
        return ""
    at = content[-1]
    korean = not tokens[at].text.isascii()
    if tokens[at].text not in (_SETTLED_KO if korean else _SETTLED_EN):
        return ""
    open_ = isinstance(finding, Untold) and finding.reason in (Reason.UNKNOWN_WORD, Reason.NOT_STATED)
    if not open_ and not (
        isinstance(finding, Settled) and finding.manner == "yes" and is_denied(finding, question.lang)
    ):
        return ""
    first = next((n for n in content if not tokens[n].has("auxiliaries", "light")), at)
    start = 0 if korean else tokens[first].start
    return f"{text[start : tokens[at].start].rstrip(' ,.')}?"


_BEHIND = frozenset({"yet", "already", "now", "been", "아직", "벌써", "이미"})
_LEAST = 2
"""Words at least: what it is, and that it is decided."""


def whether_settled(finding: Finding, lang: Lang) -> Settled | None:
    """What is told of it, behind yes or no; None where that is no one thing."""
    if not isinstance(finding, Settled) or len({a.record.fact.id for a in finding.answers}) != 1:
        return None
    answer = finding.answers[0]
    if answer.record.kind == NAME_KIND or finding.manner not in ("value", "tell"):
        return None
    if any(isinstance(v, Flag) for t in answer.told for v in t.values):
        return finding if finding.holds is not None else None
    denied = is_denied(finding, lang)
    if not answer.told:
        return finding if denied else None
    return replace(finding, answers=(answer,), holds=not denied)


def is_denied(finding: Settled, lang: Lang) -> bool:
    """Whether what is told says that something is not so yet."""
    answer = finding.answers[0]
    told, whole = answer.told, answer.record.fact.told
    said = [t.says[lang] for t in told if t.says] + [text[lang] for t in told for text in t.texts]
    said += [whole[lang]] if whole and not told else []
    return any(_DENIAL.search(s.lower()) for s in said)


_DENIAL = re.compile(
    r"\b(?:not|no|nothing|never|none|undecided|undisclosed|open|secret)\b|n't\b|없|않|아니|못|미정|비공개"
)
