"""What was on the day of something else, or the day beside it, in two steps: "가나랑 제휴한 날 오전에 김은 뭐 했어", "the day before he came to Rome"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.facts import When
from bot.finding import Finding, Settled
from bot.learning.dates import relative
from bot.segment import Token

_DAYS = frozenset({"날", "날에", "날에는", "날엔", "당일", "당일에"})
_THERE_WAS = frozenset({"있던", "있었던", "열린", "열렸던"})


class DayOf(NamedTuple):
    """A question in two steps: on what day it was, and what was then, or so many days from then."""

    when: str
    behind: str
    offset: int = 0
    english: bool = False

    def on(self, day: When) -> str:
        """What was on that day."""
        that = relative("day", self.offset, day)
        if self.english:
            return f"{self.behind} on {that.year}-{that.month:02}-{that.day:02}"
        return f"{that.month}월 {that.day}일에 {self.behind}"


def day_of(tokens: Sequence[Token], text: str) -> DayOf | None:
    """The two questions in one for what was on the day of an event; None where it is no such question."""
    if any(t.unknown for t in tokens):
        return None
    return _day_beside(text) or (_day_itself(tokens, text) if any(word in text for word in _DAYS) else None)


def _day_beside(text: str) -> DayOf | None:
    """What was the day after or before an event: "로마에 간 다음 날 김은 뭐 했어", "was Kim in Oslo the day before he came to Rome"."""
    if not _BESIDE(text):
        return None
    if found := _BESIDE_KO.match(text):
        event = found["event"].replace("갔다가", "간")
        when = f"{event} 날이 언제야?" if event[-1] in _DESCRIBING else f"{event} 언제였어?"
        return DayOf(when, found["behind"], 1 if found["next"] else -1)
    if found := _BESIDE_EN.match(text):
        event = found["event"].rstrip("?.! ")
        when = f"when {event}" if _HAS_VERB.search(event) else f"when was {event}"
        return DayOf(when, found["behind"], 1 if found["next"] else -1, english=True)
    return None


_BESIDE = re.compile(r"다음 ?날|이튿날|하루 [뒤후전]|전날|day (?:before|after|following)", re.IGNORECASE).search
"""Whether a day beside another may be named at all: most questions name none."""
_BESIDE_KO = re.compile(
    r"(?P<event>[가-힣A-Za-z0-9 ]+[가-힣])(?<!기) (?:바로 )?"
    r"(?:(?P<next>다음 ?날|이튿날|하루 뒤|하루 후)|전날|하루 전)에?(?:는|은)? (?P<behind>.+)"
)
_DESCRIBING = frozenset("간온난한른선린찬던은")
"""What a verb ends in that describes the day behind it."""
_BESIDE_EN = re.compile(
    r"(?P<behind>.+?),? (?:on )?the (?:very )?(?:day before|(?P<next>day after|next day after|day following)) (?P<event>.+)",
    re.IGNORECASE,
)
_HAS_VERB = re.compile(r"\b(?:he|she|they|it) ", re.IGNORECASE)


def _day_itself(tokens: Sequence[Token], text: str) -> DayOf | None:
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
