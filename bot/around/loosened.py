"""A question once more without the words that say little, where nothing else keeps it from a fact: "how many lines were knocked out"."""

from __future__ import annotations

from itertools import pairwise

from bot.finding import Finding, Settled, Untold
from bot.language.english import bases
from bot.learning.known import Known
from bot.question import Item, Question
from bot.segment import Token
from bot.turn import Reason


def loosened(tokens: tuple[Token, ...], question: Question, finding: Finding, known: Known) -> tuple[Token, ...] | None:
    """The words of the question with such ones made to mean nothing; None where another word stands in the way, or it is no open question."""
    if not isinstance(finding, Untold) or finding.reason is not Reason.UNKNOWN_WORD or not finding.words:
        return None
    gone = {w.lower() for w in finding.words}
    if question.yesno or not question.foci or question.filled or not all(_is_vague(w, known) for w in gone):
        return None
    heads = {i.text for f in question.foci for i in f.nouns}
    deeds = {b.text if _asks_who(a) else a.text for a, b in pairwise(tokens) if _asks_who(a) or b.text == "by"}
    if gone & (heads | deeds):
        return None  # "what was the result of it", "who dragged him there", "led by whom": that is what is asked
    fewer = tuple(t.silenced() if t.text in gone else t for t in tokens)
    return fewer if fewer != tokens else None


def holds(question: Question, finding: Finding) -> bool:
    """Whether what such a question came to is sure enough to be told: one fact, by more than names."""
    if not isinstance(finding, Settled) or finding.holds is not None or question.yesno:
        return False
    return len({a.record.fact.id for a in finding.answers}) == 1 and any(map(_anchors, question.items))


def _asks_who(token: Token) -> bool:
    """Whether what stands behind a word is what somebody did who is asked for: "who", "the one that"."""
    return "who" in token.ids("question") or token.text in ("that", "who")


def _is_vague(word: str, known: Known) -> bool:
    return any(w in known.vague for w in (word, *bases(word)))


def _anchors(item: Item) -> bool:
    """Whether a word is of a fact or of a kind of them, and no more courtesy than name."""
    return item.has("kind", "word", "of_fact") and not item.has("name", "light", "filler", "question", "auxiliaries")
