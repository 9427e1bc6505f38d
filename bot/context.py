"""What the last turn fills in: pronouns, and questions of gaps ("what about Kim?", "그럼 어디서?")."""

from __future__ import annotations

from dataclasses import replace

from bot.known import NAME_KIND, Known
from bot.question import Item, Question
from bot.senses import Sense
from bot.turn import Memory


def inherit(question: Question, known: Known, memory: Memory) -> Question:
    """A question of gaps ("what about Kim?", "그럼 어디서?") with what the last one was about put in them."""
    question = _resolved(question, known, memory)
    if not memory.kinds and not memory.parts:
        return question
    if question.names and question.marks & {"before", "after", "next"}:
        return question
    if "member" in question.anaphora:
        return _among(question, memory)
    has_part = any(i.has("part", "of_fact", "contrary") for i in question.items)
    has_kind = any(i.has("kind") for i in question.items)
    if (
        question.asks
        or question.summary
        or has_part
        or (question.yesno and not question.follow)
        or (has_kind and not question.follow)
    ):
        return question
    if (
        not question.names
        and not question.anaphora
        and not question.marks & {"before", "after", "earlier", "else", "first", "last"}
    ):
        return question
    kinds = tuple(Sense("kind", k) for k in memory.kinds if k != NAME_KIND and not has_kind)
    extra = [Item("", kinds)] if kinds else []
    extra += [Item("", (Sense("part", p),)) for p in memory.parts]
    asks = tuple(a for p in memory.parts[:1] if p in known.facts.parts for a in known.facts.parts[p].asks[:1])
    return replace(question, items=(*question.items, *extra), asks=asks, yesno=not asks)


def _resolved(question: Question, known: Known, memory: Memory) -> Question:
    """He, she and they as the names last spoken of."""
    people = [n for n in memory.names if n in known.facts.names and known.facts.names[n].type == "person"]
    count = (
        1 if "person" in question.anaphora else 2 if "pair" in question.anaphora and "else" not in question.marks else 0
    )
    found = [n for n in people[:count] if n not in question.names] if not question.names else []
    if not found:
        return question
    extra = tuple(Item("", (Sense("name", n),), "topic" if count == 1 else "") for n in found)
    return replace(question, items=(*extra, *question.items), names=tuple(found))


def _among(question: Question, memory: Memory) -> Question:
    """ "Which of them are from X": the names last told, of one side."""
    items = tuple(
        replace(i, senses=tuple(s for s in i.senses if s.tag != "part")) if i.has("part") else i for i in question.items
    )
    items = tuple(replace(i, role="from") if i.has("name") else i for i in items if i.senses)
    extra = [Item("", (Sense("kind", k),)) for k in memory.kinds[:1]] + [
        Item("", (Sense("part", p),)) for p in memory.parts[:1]
    ]
    return replace(question, items=(*items, *extra), asks=("who",), yesno=False)
