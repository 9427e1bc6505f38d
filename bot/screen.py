"""A reply as the lines that a terminal shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from bot.learning.known import Known
from bot.turn import Lang, Reply

_LABELS: dict[str, dict[Lang, str]] = {
    "read_as": {"en": "Read as", "ko": "이렇게 읽었습니다"},
    "source": {"en": "Source", "ko": "출처"},
    "facts": {"en": "Facts", "ko": "근거"},
    "how": {"en": "How the question was read", "ko": "질문을 읽은 과정"},
}


class Line(NamedTuple):
    """One line, and how much it matters."""

    text: str
    style: Literal["", "dim", "bold"] = ""


def shown(reply: Reply) -> Iterator[Line]:
    """How the question was read where it was mended, the answer, its choices by number, its source."""
    if reply.read_as:
        yield Line(f"{_LABELS['read_as'][reply.lang]}: {reply.read_as}", "dim")
    yield Line(reply.answer)
    yield from (Line(f"  {number}. {choice}") for number, choice in enumerate(reply.choices, 1))
    yield from sources(reply)


def suggested(reply: Reply) -> Iterator[Line]:
    """What can be asked next."""
    yield from (Line(f"  → {question}", "dim") for question in reply.suggestions)


def why(reply: Reply, known: Known) -> Iterator[Line]:
    """How the bot came to a reply: how it read the question, and the facts it rests on with their places."""
    yield Line(f"{_LABELS['how'][reply.lang]}:", "bold")
    yield from (Line(f"  {step}") for step in reply.how)
    if reply.facts:
        yield Line(f"{_LABELS['facts'][reply.lang]}:", "bold")
        yield from (Line(f"  {_placed(fact, known)}") for fact in reply.facts)


def _placed(fact: str, known: Known) -> str:
    place = known.facts.place_of(fact)
    return f"{fact}  {place.file}:{place.line}" if place else fact


def sources(reply: Reply) -> Iterator[Line]:
    """A line for each source."""
    for source in reply.sources:
        url = f" <{source.url}>" if source.url else ""
        yield Line(f"{_LABELS['source'][reply.lang]}: {source.line}{url}", "dim")
