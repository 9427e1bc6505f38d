"""A question that says no more of a fact than its title: "where was the evening concert?", "일본 계획 장소"."""

from __future__ import annotations

from bot.language.text import pressed
from bot.learning.known import Record
from bot.question import Item, Question

_CARRIES = ("name", "kind", "word", "noun", "number", "when", "title")
"""What a word of a title is to the facts."""


class Spoken:
    """The words of a question that speak of a fact, to hold titles against."""

    def __init__(self, question: Question) -> None:
        self._asked = {n.at for f in question.foci for n in f.nouns}
        said = [i for i in question.items if i.lends is None and not i.has("question", "auxiliaries", "filler", "tell")]
        self._said = [i for i in said if i.has(*_CARRIES) and (not i.has("light") or i.has("name", "kind"))]
        self._bare = all(i.has("name") for i in self._said) or question.yesno
        self._text = "" if self._bare else pressed(question.text)

    def entitles(self, record: Record) -> bool:
        """Whether the question says a whole title of the fact, and nothing else of any; a bare name is no title."""
        if self._bare:
            return False
        titles = [t for t in record.titles if t in self._text]
        if not titles:
            return False
        words = [pressed(i.text) for i in self._said]
        beside = {pressed(i.text) for i in self._said if i.at in self._asked or i.has("sort") or _only_part(i)}
        return any(all(w in t or w in beside for w in words) for t in titles)


def _only_part(item: Item) -> bool:
    """Whether a word is for a part of a fact rather than for a fact: "장소"."""
    return item.has("part") and not item.has("name", "kind", "noun")
