"""Words for the most and the least, for more and less: which end of the scale a question asks for, and what is asked beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.language.senses import SCALE, Sense
from bot.learning.known import Known
from bot.question import MEASURES, Item, Question
from bot.recalling.fits import whole_fits

COMPARING = frozenset({"more", "less"})
"""Marks that hold two things against one another."""
_OPPOSITE = {"most": "least", "more": "less"}


def end_of_scale(question: Question) -> frozenset[str]:
    """The end of the scale that is asked for: "the heaviest"; "the most" of a small measure ("제일 가벼운") is the least."""
    top = question.marks & SCALE
    if any(i.role == "than" and i.text for i in question.items):
        top = frozenset({"less"} if top & {"least", "less"} else {"more"})  # "가나가 다라보다 무거워?"
    small = "small" in question.marks
    return frozenset(_OPPOSITE.get(t, t) if small else t for t in top)


def place_asked(question: Question) -> int:
    """Which in the row of the greatest or the smallest is asked for: "the second largest", "두 번째로 큰"."""
    tops = [i.at for i in question.items if {"most", "least", "old", "new"} & set(i.ids("mark"))]
    marks = [i for i in question.items if i.has("nth") and any(0 < at - i.at <= _NTH_BEFORE for at in tops)]
    return max(1, int(marks[0].ids("nth")[0])) if len(marks) == 1 else 1


_NTH_BEFORE = 5
"""So near before the word for the most stands the ordinal: "두 번째로 관중이 가장 많은"."""


def asks_dearest(question: Question) -> bool:
    """Whether the dearest or cheapest of all is asked for, which no one fact tells: "제일 비싼 거 뭐야"."""
    return any(
        "priced" in i.ids("mark") and (i.text.split()[0] in _OF_ALL or i.text.endswith("est")) for i in question.items
    )


_OF_ALL = frozenset({"most", "least", "가장", "제일", "젤"})


def asks_what_most(question: Question) -> bool:
    """Whether it is asked of what there is the most: "제일 많이 나온"."""
    return "많이" in question.text and bool(SCALE & question.marks)


def goods_compared(question: Question) -> list[Item]:
    """Words of the base that only say that things are compared, with how many there are: "which of the three new devices"."""
    goods = [
        i for i in question.items if i.has("goods") and i.has("part", "kind", "word") and not i.has("noun", "name")
    ]
    return goods + [i for i in question.items if i.has("number") and any(0 < g.at - i.at <= 2 for g in goods)]


def says_measure(item: Item) -> bool:
    """Whether a word tells by what things are compared ("which costs more, A or B"; not "which is bigger")."""
    measure = item.has("kind", "part", "daypart") or "priced" in item.ids("mark")
    return measure and not item.has("sort", "name", "auxiliaries")


def qualifies(item: Item, question: Question) -> bool:
    """Whether a word that compares stands right before the noun for what is measured: "the bigger share"."""
    behind = next((i for i in question.items if i.at == item.at + 1), None)
    return behind is not None and behind.has("part") and not behind.has("mark", "name", "light") and item.text.isascii()


def unmarked(item: Item) -> Item:
    """A word of measure without its sense of comparing: "older" is only the word for an age."""
    if not (item.has("part") and SCALE & set(item.ids("mark"))):
        return item
    return replace(item, senses=tuple(s for s in item.senses if s.tag != "mark"))


def without_size(question: Question) -> Question:
    """Without words for great and small alone, where no fact has them for a part of its own: "the largest gift"."""
    gone = {i.at for i in question.items if i.text in _OF_ANY_SIZE or _is_of_any_size(i.text)}
    foci = tuple(replace(f, nouns=tuple(n for n in f.nouns if n.at not in gone)) for f in question.foci)
    return (
        replace(question, foci=foci, items=tuple(i for i in question.items if i.at not in gone)) if gone else question
    )


def _is_of_any_size(text: str) -> bool:
    """Whether Korean words say that something is the greatest or smallest, and not by what: "제일 큰"."""
    most, _, size = text.partition(" ")
    return most in _OF_ALL and size.startswith(("큰", "크", "커", "작"))


_OF_ANY_SIZE = frozenset({"largest", "biggest", "greatest", "highest", "smallest", "lowest"})


def unphrased(question: Question, known: Known) -> Question:
    """With the words one by one of a superlative that an author wrote down for another fact: "the highest hall", "가장 많다"."""
    taken = {i.at: words for i in question.items if (words := _superlative(i, known))}
    if not taken or whole_fits(question, known):
        return question
    items = tuple(w for i in question.items for w in taken.get(i.at, (i,)))
    return replace(question, items=items, marks=question.marks | {m for i in items for m in i.ids("mark")})


def _superlative(item: Item, known: Known) -> tuple[Item, ...]:
    """The words of an author's phrase one by one, where one of them says that something is the most or the least; none of any other."""
    words = item.text.split()
    if len(words) < len(("the", "most")) or item.has("name"):
        return ()
    if not any(s.tag in ("word", "of_fact") or (s.tag in ("part", "kind") and s.fact) for s in item.senses):
        return ()
    apart = leaves(item)
    if len(apart) < len(words):
        degree = replace(item, text=words[0], senses=known.lexicon.senses(words[0]), pieces=())
        apart = (degree, replace(item, text=words[-1], senses=(Sense("light", ""),), pieces=()))
    return apart if any({"most", "least"} & set(w.ids("mark")) for w in apart) else ()


def leaves(item: Item) -> tuple[Item, ...]:
    """The words of a phrase one by one."""
    return tuple(w for p in item.pieces for w in leaves(p)) or (item,)


def measures_of(ends: Sequence[Item]) -> set[str]:
    """The parts that superlatives name: "the highest" that for a height."""
    return {p for i in ends for w in (i, *leaves(i)) for p in w.ids("part")} - MEASURES
