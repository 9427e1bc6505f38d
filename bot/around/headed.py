"""Who heads a house that is only described: "who is the CEO of the firm that bought Bolt", "볼트를 산 회사 대표가 누구야"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.finding import Finding, Settled
from bot.interpreting.interrogatives import asks
from bot.learning.known import Known
from bot.segment import Token
from bot.turn import Lang

_HOUSES = frozenset({"회사", "기업", "업체", "그룹", "곳", "데"})
_FIRMS = frozenset({"company", "firm", "group", "business", "organisation", "organization", "house"})


class Headed(NamedTuple):
    """A question in two steps."""

    house: str
    """Which house it is: "볼트를 산 회사가 어디야?"."""
    title: str
    lang: Lang

    def of(self, house: str) -> str:
        """Who holds the title there: "가나 대표 누구야?"."""
        return f"{house} {self.title} 누구야?" if self.lang == "ko" else f"who is the {self.title} of {house}?"


def headed(tokens: Sequence[Token], text: str) -> Headed | None:
    """The two questions in one for who heads a house that is described; None where it is no such question."""
    if not any(w.has("title") for t in tokens for w in (t, *t.pieces)):
        return None
    return _headed_ko(tokens, text) or _headed_en(tokens, text)


def _headed_ko(tokens: Sequence[Token], text: str) -> Headed | None:
    """ "볼트를 산 회사 대표가 누구야", "볼트를 산 곳의 대표 이름"."""
    words = [w for t in tokens for w in (t.pieces if t.pieces and t.pieces[0].text in _HOUSES else (t,))]
    at = next((n for n, w in enumerate(words) if n and w.text in _HOUSES and w.ending is None), 0)
    head = at + 1 + (words[at + 1 : at + 2] != [] and words[at + 1].ending == "of")
    if not at or head >= len(words) or not words[head].has("title") or not _describes(words[:at]):
        return None
    behind = [w for w in words[head + 1 :] if w.ending is None]
    who = any("who" in w.ids("question") or "name" in w.ids("sort") for w in behind)
    if not who or not all(w.has("question", "sort", "light", "tell") for w in behind) or any(map(asks, words[:at])):
        return None
    return Headed(f"{text[: words[at].end]}가 어디야?", words[head].text, "ko")


def _describes(words: Sequence[Token]) -> bool:
    """Whether a Korean verb that describes the noun behind it ends these words: "볼트를 산", "볼트를 파는 그"."""
    last = len(words) - 1 - (words[-1].text in ("그", "이", "저"))
    if last < 1:
        return False
    if words[last].text in ("는", "던", "은") and words[last].ending is not None:
        return (
            words[last - 1].has("verb", "kind") and words[last - 1].ending is None and not words[last - 1].has("name")
        )
    return "n" in words[last].ids("verb") and words[last].has("kind", "part", "word")


def _headed_en(tokens: Sequence[Token], text: str) -> Headed | None:
    """ "Who is the CEO of the company that bought Bolt", "the chairman of the firm which sold it, who is that"."""
    words = [t.text for t in tokens]
    at = next((n for n, w in enumerate(words) if w in _FIRMS and _relates(words[n + 1 :])), 0)
    if at < _LED or words[at - 2 : at] != ["of", "the"] or not tokens[at - 3].has("title"):
        return None
    led = tokens[: at - 3]
    if not any("who" in t.ids("question") or "name" in t.ids("sort") for t in led):
        return None
    if not all(t.has("question", "auxiliaries", "light", "sort", "tell", "prep") for t in led) or at + 2 >= len(words):
        return None
    described = text[tokens[at + 1].start :].split(maxsplit=1)[1]
    return Headed(f"which {words[at]} {described}", words[at - 3], "en")


def _relates(words: Sequence[str]) -> bool:
    """Whether an English relative clause begins here: "that bought", "which is making"."""
    return bool(words) and words[0].split()[0] in ("that", "which")


_LED = 4
"""Words before the house at least: "who CEO of the"."""


def one_house(finding: Finding, known: Known) -> str:
    """The id of the only house that a finding tells; "" where it tells none, or several."""
    if not isinstance(finding, Settled) or finding.manner != "names":
        return ""
    told = {n for a in finding.answers for n in a.names}
    return next(iter(told)) if len(told) == 1 and known.of_type(list(told), "organisation") else ""
