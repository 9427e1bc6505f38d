"""What was on the day of something else, in two steps: "가나랑 제휴한 날 오전에 김은 뭐 했어"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.facts import When
from bot.finding import Finding, Settled
from bot.segment import Token

_DAYS = frozenset({"날", "날에", "날에는", "날엔", "당일", "당일에"})
_THERE_WAS = frozenset({"있던", "있었던", "열린", "열렸던"})


class DayOf(NamedTuple):
    """A question in two steps: on what day it was, and what was then."""

    when: str
    behind: str

    def on(self, day: When) -> str:
        """What was on that day."""
        return f"{day.month}월 {day.day}일에 {self.behind}"


def day_of(tokens: Sequence[Token], text: str) -> DayOf | None:
    """The two questions in one for what was on the day of an event; None where it is no such question."""
    if any(t.unknown for t in tokens) or not any(word in text for word in _DAYS):
        return None
    words = text.split(" ")
    at = next((n for n, w in enumerate(words[:-1]) if w in _DAYS), 0)
    topic = int(len(tokens) > 1 and tokens[1].ending == "topic")  # "김은 회의 당일 뭐라고 했어"
    led, behind = words[topic:at], " ".join([*words[:topic], *words[at + 1 :]])
    if not led or not behind or behind.startswith(("언제", "며칠", "같", "이랑")):
        return None
    if words[at].startswith("당일") or led[-1] in _THERE_WAS:
        event = " ".join(led[:-1] if led[-1] in _THERE_WAS else led)
        return DayOf(f"{event} 언제였어?", behind) if event else None
    described = any(t.start == text.find(led[-1]) or "n" in t.ids("verb") for t in tokens)
    return DayOf(f"{' '.join(led)} 날이 언제야?", behind) if described else None


def the_day(finding: Finding) -> When | None:
    """The only day that a finding tells; None where it tells none, or several."""
    if not isinstance(finding, Settled) or finding.manner != "value" or finding.holds is not None:
        return None
    told = (v for a in finding.answers for t in a.told for v in t.values)
    days = {(v.month, v.day): v for v in told if isinstance(v, When)}
    return next(iter(days.values())) if len(days) == 1 and all(m and d for m, d in days) else None
