"""A question once more with a slip undone in another way, where only the facts can tell which: "반엉은" is 반응은 or 반영은.

What is one slip away from two known words, the words alone do not settle. Each is tried, and the likeliest in which the
facts account for every word of the question is meant; none where two of these tell different things and are as likely.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from math import inf
from typing import TypeVar

from bot.finding import Finding, Settled, Untold, answers_of
from bot.hearing import mend_hangul, mend_latin
from bot.hearing.mend import runs
from bot.hearing.words import strange
from bot.language.text import has_hangul
from bot.learning.lexicon import Lexicon
from bot.segment import Token
from bot.turn import Reason

_WAYS, _PLACES = 6, 2
"""So many readings are tried, of slips at so many places."""
Turn = TypeVar("Turn")
Way = tuple[float, str]
"""What a reading costs, and the text."""
_Slip = tuple[float, int, int, str]
"""What undoing it costs, where it begins and ends, and what stands there then."""


def respelt(tokens: Sequence[Token], text: str, lexicon: Lexicon) -> list[Way]:
    """The other texts that a text may be with its slips undone, the likeliest first."""
    places = [slips for first, last in runs([*tokens]) if (slips := _slips(tokens[first:last], text, lexicon))]
    if not 0 < len(places) <= _PLACES:
        return []
    ways = ((sum(cost for cost, *_ in slips), _with(text, slips)) for slips in product(*places))
    return sorted(ways)[:_WAYS]


def likeliest(ways: Iterable[tuple[float, Finding, Turn]]) -> Turn | None:
    """What comes of the reading that is meant, cheapest first: of those as likely as the first that is understood, the only one that is told."""
    told: list[tuple[Finding, Turn]] = []
    most = inf
    for cost, finding, turn in ways:
        if cost >= most:
            break
        if is_understood(finding):
            most = min(most, cost + mend_hangul.CLOSE)
            told += [(finding, turn)] if isinstance(finding, Settled) else []
    one = told and all(answers_of(finding) == answers_of(told[0][0]) for finding, _ in told)
    return told[0][1] if one else None


def is_understood(finding: Finding) -> bool:
    """Whether all words of a question were accounted for, be it that its answer is told or not."""
    return not isinstance(finding, Untold) or finding.reason is Reason.NOT_STATED


def _with(text: str, slips: tuple[_Slip, ...]) -> str:
    for _, start, end, better in reversed(slips):
        text = text[:start] + better + text[end:]
    return text


def _slips(run: Sequence[Token], text: str, lexicon: Lexicon) -> list[_Slip]:
    """What a written word may have been that is strange, or in crumbs; nothing of one that is neither, or holds both scripts."""
    odd = [t for t in run if strange(t)]
    ways: list[Way] = []
    held: Sequence[Token] = run
    if all(has_hangul(t.text) for t in run):
        if odd or mend_hangul.chopped([*run]):
            ways = mend_hangul.respellings(text[run[0].start : run[-1].end], lexicon)
    elif len(odd) == 1 and not any(has_hangul(t.text) for t in run):
        held = odd
        ways = mend_latin.respellings(odd[0], text, lexicon)
    return [(cost, held[0].start, held[-1].end, better) for cost, better in ways[:_WAYS]]
