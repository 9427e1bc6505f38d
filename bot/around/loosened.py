"""A question once more without the words that say little, or that only the text of what is told has: "how many lines were knocked out"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.finding import Finding, Settled, Untold
from bot.language.english import bases
from bot.language.text import words_in
from bot.learning.known import Known
from bot.question import Item, Question
from bot.recalling.amiss import are_marked
from bot.segment import Token
from bot.turn import Reason


def loosened(tokens: tuple[Token, ...], question: Question, finding: Untold, known: Known) -> tuple[Token, ...] | None:
    """The words of a question, with those that nothing accounts for made to mean nothing; None where one of these says what is asked."""
    if finding.reason is not Reason.UNKNOWN_WORD or not finding.words or question.filled:
        return None
    if not question.foci and not question.yesno and "person" in question.sorts:
        return None  # "the people who were already sitting there": they are asked for
    gone = {w.lower() for w in finding.words}
    said = known.told[question.asked_in]
    if not all(_is_vague(w, known) or any(b in said for b in bases(w.split()[0])) for w in gone):
        return None
    deeds = {b.text if _asks_who(a) else a.text for a, b in pairwise(tokens) if _asks_who(a) or b.text == "by"}
    held = {
        t.text for t in tokens if "not" in t.ids("mark") or t.has("when", "relative", "number", "weekday", "daypart")
    }
    if gone & (deeds | held):
        return None  # "who dragged him there", "led by whom": that is what is asked; nor is it of another time
    fewer = tuple(t.silenced() if t.text in gone else t for t in tokens)
    return fewer if fewer != tokens else None


def holds(question: Question, finding: Finding, before: Question, gone: Sequence[str], known: Known) -> bool:
    """Whether what a question came to without some words is sure enough to be told: one fact, by more than names, and that says these words itself.

    A word that says little it need not say, but where yes or no is asked, or of what sort that is which is asked for.
    """
    if not isinstance(finding, Settled) or len({a.record.fact.id for a in finding.answers}) != 1:
        return False
    if (finding.holds is not None and not before.yesno) or not any(map(_anchors, question.items)):
        return False
    fact = finding.answers[0].record.fact
    here = list(known.texts_of(t for a in finding.answers for t in a.told))
    measured = any(w.startswith("how") or w == "extent" for w in question.asks)  # then a word says what is measured
    whole = [*fact.headlines, *(here if measured else known.texts_of(fact.parts.values()))]
    asked, told = ([t[question.asked_in].lower() for t in texts] for texts in (here, whole))
    heads = {n.text for f in before.foci for n in f.nouns}
    if _is_other_end(before, finding, known):
        return False
    return all(
        _stands(w, asked) if w in heads else _stands(w, told) or (not before.yesno and _is_vague(w, known))
        for w in map(str.lower, gone)
    )


def _is_other_end(before: Question, finding: Settled, known: Known) -> bool:
    """Whether the first of something was asked for, and the title of what is told calls it the last; or the other way about."""
    other = {"first": "last", "last": "first"}
    ends = {other[m] for m in before.marks if m in other}
    title = finding.answers[0].record.fact.title
    words = words_in(title[before.asked_in].lower()) if title is not None and len(ends) == 1 else []
    return are_marked(words, ends, known)


def _stands(word: str, texts: Sequence[str]) -> bool:
    """Whether a word, or a form of it, stands in what is told; a Korean one of two syllables at least, with any ending.

    >>> _stands("old hat", ["The oldest hats."]), _stands("go", ["They went."]), _stands("옛집", ["옛집은 헐렸습니다."])
    (True, True, True)
    """
    if not word.isascii():
        return len(word) > 1 and any(word in t for t in texts)
    spoken = {b for t in texts for w in _WORD.findall(t) for b in bases(w)}
    return all(spoken.intersection(bases(w)) for w in word.split())


_WORD = re.compile(r"[a-z']+")


def _asks_who(token: Token) -> bool:
    """Whether what stands behind a word is what somebody did who is asked for: "who", "the one that"."""
    return "who" in token.ids("question") or token.text in ("that", "who")


def _is_vague(word: str, known: Known) -> bool:
    return any(w in known.vague for w in (word, *bases(word)))


def _anchors(item: Item) -> bool:
    """Whether a word is of a fact or of a kind of them, and no more courtesy than name."""
    return item.has("kind", "word", "of_fact") and not item.has("name", "light", "filler", "question", "auxiliaries")
