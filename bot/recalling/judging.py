"""What a yes/no question says of its subject: "was it good?", "was the room big?", "회담이 화려했어?".

Such a word is asked about, so it is no mere courtesy, though it is one before a noun: "was the big meeting in Rome?".
"""

from __future__ import annotations

from bot.language.senses import SCALE
from bot.question import Item, Question

_MANNERS = ("prep", "follow", "auxiliaries", "question", "confirm", "today", "when", "relative", "daypart")
"""What may stand behind a word that is said of a subject, and is nothing that it describes."""

_SIZES = SCALE | {"small", "priced", "swift"}


def is_judged(item: Item, question: Question) -> bool:
    """Whether a word is what a yes/no question asks of its subject."""
    if not question.yesno or _called_out(item, question):
        return False
    return (_judges(item) and not _describes(item, question)) or _is_said_of(item, question)


def _judges(item: Item) -> bool:
    """Whether a word says what somebody thinks of a thing or how it is: "good", "유명하다"."""
    marks = set(item.ids("mark"))
    return "judged" in marks and not marks & SCALE and not item.named("part")


def _describes(item: Item, question: Question) -> bool:
    """Whether an English word stands before the noun that it describes: "the famous hotel", not "a big one"."""
    if not item.text.isascii():
        return False
    behind = next((i for i in question.items if i.at == item.at + 1), None)
    return (
        behind is not None and not behind.has(*_MANNERS) and behind.has("kind", "part", "noun", "name", "title", "sort")
    )


def _is_said_of(item: Item, question: Question) -> bool:
    """Whether a Korean word that is else mere colour is the predicate of a noun: "회담이 화려했어", not "갔는지 의문스럽다"."""
    if item.text.isascii() or item is not question.items[-1] or len(question.items) < 2:
        return False
    before = question.items[-2]
    size = bool(_SIZES & set(item.ids("mark"))) and " " not in item.text  # not "더 큼"
    adjective = item.has("verb") and (size or (item.has("filler") and not item.has("light")))
    told_so = adjective or (item.has("light") and item.text.endswith("적"))  # "인상적이었어"
    return told_so and before.role in ("by", "topic") and not before.has("verb")


def _called_out(item: Item, question: Question) -> bool:
    """Whether a word is an exclamation before the question: "great, did Kim come?"."""
    return item.at == 0 and question.text.lower().startswith((f"{item.text},", f"{item.text}!"))
