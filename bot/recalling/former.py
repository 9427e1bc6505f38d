"""Who held a post before: "the former director", "이전 대표", which is never told by who holds it now."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bot.facts import in_both
from bot.finding import Answer, Finding, Settled, Untold, answers_of
from bot.language.text import words_in
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.fits import facts_of
from bot.recalling.match import whole_fit
from bot.recalling.spoken import own_word
from bot.turn import Reason

_FORMER = frozenset(
    {"former", "previous", "prior", "ex", "erstwhile", "이전", "전", "전임", "예전", "직전", "종전", "옛"}
)
"""Words that say so right before a post."""


def former(question: Question, finding: Finding, known: Known) -> Finding | None:
    """Who held the post before, where those are found who hold it now, or that it is not told; None where what is found stands."""
    if not isinstance(finding, Settled) or question.yesno or question.asks not in (("who",), ()):
        return None
    pair = _post(question, known)
    if pair is None:
        return None
    word, post = pair
    found = answers_of(finding)
    if all(_is_former(a, word, known) for a in found):
        return None
    named = [f for r in facts_of(known) if own_word(word, r) and (f := whole_fit(question, r, known)) is not None]
    earlier = [f.record for f in sorted(named, key=lambda f: -f.weight)]
    earlier += [r for a in found for r in _followed(a.record, pair, known)]
    for record in earlier:
        by = _doer(record, known)
        if by:
            return Settled((Answer(record, (by,), record.fact.parts[by].names),), "names")
    people = [n for n in known.of_type(known.facts.names, "person") if _held(n, post, question, known)]
    if len(people) == 1:
        return Settled((Answer(known.entry(people[0]), ("title",)),), "value")
    return Untold(Reason.NOT_STATED, (), found[0].record)


def _post(question: Question, known: Known) -> tuple[Item, Item] | None:
    """The word for former and the post that it stands right before; None where the question has no such pair."""
    items = [i for i in question.items if i.lends is None]
    pairs = ((a, b) for a, b in pairwise(items) if set(a.text.split()[-1:]) & _FORMER and _is_post(b, known))
    return next(pairs, None)


def _is_post(item: Item, known: Known) -> bool:
    """Whether a word is for a post, or stands for somebody by his title alone."""
    names = [known.facts.names[n] for n in known.of_type(item.ids("name"), "person")]
    called = {w.lower() for n in names for t in ((n.title,) if n.title else ()) for w in (t.en, t.ko)}
    called |= {w.lower() for n in names for w in in_both(n.titles)}
    return item.has("title", "held") or item.text in called


def _is_former(answer: Answer, word: Item, known: Known) -> bool:
    """Whether what is found is of somebody who held it before: by its author's words, by its order, by his title, or by a part of its own."""
    record = answer.record
    if record.kind == NAME_KIND:
        name = known.facts.names[record.fact.id.removeprefix(f"{NAME_KIND}:")]
        return name.title is not None and bool(_FORMER & set(words_in(name.title.en.lower())))
    part = answer.parts[0] if answer.parts else ""
    if part and part not in _AGENTS and part not in known.general:
        return True
    row = [r for r in facts_of(known) if r.kind == record.kind and r is not record]
    return own_word(word, record) or any(known.came_first(record, r) for r in row)


_AGENTS = frozenset({"who", "by", "with"})


def _followed(record: Record, words: tuple[Item, Item], known: Known) -> Iterator[Record]:
    """The facts of such a post that one says it came after."""
    told = record.fact.parts.get("after")
    for id_ in told.events if told else ():
        before = known.event(id_)
        if before is not None and (before.kind == record.kind or any(own_word(w, before) for w in words)):
            yield before


def _doer(record: Record, known: Known) -> str:
    """The part that tells who it was, where that is a person."""
    told = record.fact.parts.items()
    return next((p for p, t in told if known.part(record, p).role == "by" and known.of_type(t.names, "person")), "")


def _held(id_: str, post: Item, question: Question, known: Known) -> bool:
    """Whether the title of a person is that of one who held a post before, of the house that is named."""
    title = known.facts.names[id_].title
    if title is None or not _FORMER & set(words_in(title.en.lower())):
        return False
    houses = {n for n in question.names if not known.of_type([n], "person")}
    called = set(words_in(title.en.lower())) - _FORMER
    ends = "".join(title.ko.split()).endswith("".join(post.text.split()))
    alike = ends if question.asked_in == "ko" else called <= set(post.text.split())
    return alike and houses <= known.members[id_] | {id_}
