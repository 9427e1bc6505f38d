"""One of those just told of, picked by a word of their title or house: "which one does sales", "and the ferry guy?"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.facts import Name
from bot.language.senses import Sense
from bot.learning.known import NAME_KIND, Known
from bot.question import Focus, Item, Question
from bot.turn import LANGS, Memory

_IDLE = ("light", "follow", "question", "prep", "anaphor", "auxiliaries", "filler", "sort")
_LEAST = 4
"""Letters that two English words must share from their beginning to be one: "admin", "administration"."""


def one_of_them(question: Question, known: Known, memory: Memory) -> Question:
    """The question as one of who that is, where its words are of one alone of the people in the fact last told."""
    told = (known.records[f] for f in memory.facts if f in known.records)
    record = next((r for r in told if r.kind != NAME_KIND), None)
    if record is None or question.yesno:
        return question
    houses = set(known.of_type(question.names, "organisation"))
    sided = not houses or any("person" in i.ids("sort") for i in question.items[-1:])  # "가나 쪽 분은", not "가나 쪽은"
    named = len(houses) == len(question.names) and sided
    if not named or not _points(question):
        return question
    people = known.of_type(record.names, "person")
    words = [*_words(question), *(w.lower() for w in question.unknown)]
    meant = [p for p in people if houses <= known.members[p] and all(_is_of(w, p, known) for w in words)]
    if len(people) < 2 or not (words or houses) or len(meant) != 1:
        return question
    return replace(who_is(meant[0], question), unknown=(), unknown_at=())


def other_of_house(question: Question, known: Known, memory: Memory) -> Question:
    """ "가나 쪽 또 한 명은?": behind who somebody of a house is, the only other one of that house."""
    record = known.records.get(memory.topic)
    if record is None or record.kind != NAME_KIND or "else" not in question.marks or len(question.names) != 1:
        return question
    house = known.of_type(question.names, "organisation")
    bare = all("else" in i.ids("mark") or i.has("name", *_IDLE) for i in question.items)
    if not bare:
        return question
    spoken = known.of_type(memory.names[:1], "person")
    there = [n.id for n in known.facts.names.values() if n.type == "person" and house and house[0] in n.of]
    others = [n for n in there if n not in memory.names]
    one = bool(spoken) and spoken[0] in there and len(others) == 1 and not question.yesno
    return who_is(others[0], question) if one else question


def who_is(id_: str, question: Question) -> Question:
    """The question as one of who somebody is."""
    person = Item("", (Sense("name", id_),))
    anaphora = question.anaphora - {"member"}
    return replace(question, items=(person,), names=(id_,), foci=(Focus("who", holder=(id_,)),), anaphora=anaphora)


def _points(question: Question) -> bool:
    """Whether it asks for one of several: "which one", "그중 누가", or names nobody but "the ... guy", "... 쪽 분은"."""
    text = question.text.lower()
    if "member" in question.anaphora or any(i.text in ("which one", "which") for i in question.items[:2]):
        return not any(n.has("kind", "part") for f in question.foci for n in f.nouns)
    items = _before_who(question.items)
    person = any("person" in i.ids("sort") or i.text in ("one", "쪽", "측") for i in items[-2:])
    bare = not any(i.has("question", "kind") and "person" not in i.ids("sort") for i in items)
    return person and bare and (question.follow or question.asked_in == "ko" or text.startswith("the "))


def _before_who(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The words without what only asks who that is behind them: "the ferry one, who would that be?"."""
    at = next((n for n, i in enumerate(items) if n and i.text == "who"), len(items))
    idle = all(i.has("light", "auxiliaries", "anaphor") for i in items[at + 1 :])
    return tuple(replace(i, lends=None) for i in items[:at]) if at < len(items) and idle else items


def _words(question: Question) -> list[str]:
    """What it says of the one meant, word by word."""
    said = [i for i in _before_who(question.items) if i.lends is None and i.text and not i.has("name", *_IDLE)]
    said = [i for i in said if set(i.ids("part")) != {"title"}]  # "담당", "맡은"
    return [w for i in said for w in i.text.lower().split()]


def _is_of(word: str, person: str, known: Known) -> bool:
    name = known.facts.names[person]
    own = {w for n in (name, *(known.facts.names[o] for o in name.of)) for w in _spoken(n)}
    if not word.isascii():
        return len(word) > 1 and any(word in w for w in own)
    return any(word == w or (len(min(word, w, key=len)) >= _LEAST and _begins(word, w)) for w in own)


def _begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _spoken(name: Name) -> frozenset[str]:
    """The words of a title, or of a house as it is called and what it is."""
    told = (name.title, None if name.type == "person" else name.name)
    texts = [t[lang] for t in told if t is not None for lang in LANGS]
    texts += [w for lang in LANGS for w in name.kind.get(lang, ())]
    return frozenset(w.lower() for text in texts for w in re.split(r"[\s,()]+", text) if w)
