"""Whether somebody said anything at all, by what he said: "did Kim say anything after the talks?", "김이 회의 뒤에 한 말 있어?"."""

from __future__ import annotations

import re

from bot.finding import Finding, Settled
from bot.learning.known import NAME_KIND
from bot.question import Question

_ENGLISH = re.compile(
    r"^(did|has|have) (.+?) (?:say|said|comment on|tell) (?:anything|something|a word)\b", re.IGNORECASE
)
_KOREAN = re.compile(r" ?(?:한|했던) (?:말|얘기|이야기|발언)(?:이|은)? ?(?:있|없)\S*$")


def what_was_said(question: Question, finding: Finding) -> str:
    """The question for what somebody said of whom it is asked if he said anything; "" where it is no such question, or is settled by his words."""
    told = finding.answers if isinstance(finding, Settled) and finding.manner != "list" else ()
    if not question.yesno or (told and all(a.record.kind != NAME_KIND for a in told)):
        return ""
    text = question.text.rstrip(" ?.")
    if question.asked_in == "en":
        found = _ENGLISH.match(text)
        return f"what did {found[2]} say{text[found.end() :]}?" if found else ""
    found = _KOREAN.search(text)
    return f"{text[: found.start()]} 뭐라고 했어?" if found else ""


def is_said(finding: Finding) -> bool:
    """Whether what comes of it are somebody's words."""
    return isinstance(finding, Settled) and all("said" in a.parts for a in finding.answers)
