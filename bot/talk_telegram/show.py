"""From a reply to what stands in the chat: HTML in pieces that Telegram takes, and buttons. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.talk_telegram.words import Words
from bot.turn import Cited, Lang, Reply, Status

LONGEST = 4096
"""Code points of one message, counted after its entities are parsed."""
LONGEST_LABEL = 200
"""A button shows about 40 characters and no phone more than a few lines; a label is also the question it asks."""

ASK, UP, DOWN = "a", "u", "d"
"""What the data of a button begins with; the text of an `ASK` button is the question."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is to stand in a chat: short lines around a text of any length."""

    head: tuple[str, ...]
    """HTML lines above."""
    body: str
    """Plain text."""
    tail: tuple[str, ...] = ()
    """HTML lines below."""

    def messages(self) -> list[str]:
        """As HTML, in as many messages as it takes."""
        first, *more = pieces(self.body, self._room) if self.body else [""]
        if not more:
            return ["\n".join(filter(None, (*self.head, escape(first), *self.tail)))]
        start, end = "\n".join((*self.head, escape(first))), "\n".join((escape(more[-1]), *self.tail))
        return [start, *map(escape, more[:-1]), end]

    def message(self) -> str:
        """As HTML in one message; a body that does not fit is cut, and seen to be."""
        first, *more = pieces(self.body, self._room - 2)
        return replace(self, body=f"{first} …").messages()[0] if more else self.messages()[0]

    @property
    def _room(self) -> int:
        """What is left for the body in one message; markup is counted too, to be on the safe side."""
        return max(LONGEST - sum(len(line) + 1 for line in (*self.head, *self.tail)), LONGEST // 4)


def reply_page(reply: Reply, words: Words, *, asked: bool = False) -> Page:
    """The reply with its source; `asked` says the question first (a pressed button asked it)."""
    head = [f"<b>{escape(words.say('asked', reply.lang, text=label(reply.question)))}</b>"] if asked else []
    if reply.read_as:
        head.append(f"<i>{escape(words.say('read_as', reply.lang, text=label(reply.read_as)))}</i>")
    return Page(tuple(head), reply.answer, source_lines(reply.sources, words, reply.lang))


def source_lines(sources: Iterable[Cited], words: Words, lang: Lang) -> tuple[str, ...]:
    """The source line, small below the answer, with a link where the source has one."""
    lines = []
    for source in sources:
        text = escape(words.say("source", lang, line=source.line))
        lines.append(f'<i><a href="{escape(source.url)}">{text}</a></i>' if source.url else f"<i>{text}</i>")
    return tuple(lines)


def reply_buttons(reply: Reply) -> InlineKeyboardMarkup | None:
    """What can be asked next, a row each, and the votes; for `clarify` its choices."""
    questions = reply.choices if reply.status is Status.CLARIFY else reply.suggestions
    rows = [[InlineKeyboardButton(label(text), callback_data=f"{ASK}{n}")] for n, text in enumerate(questions)]
    if reply.status not in (Status.CLARIFY, Status.CHAT):
        rows.append([InlineKeyboardButton("👍", callback_data=UP), InlineKeyboardButton("👎", callback_data=DOWN)])
    return InlineKeyboardMarkup(rows) if rows else None


def label(text: str) -> str:
    """A text as a button shows it."""
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1] + "…"


def pieces(text: str, size: int = LONGEST) -> list[str]:
    """The text cut where a reader would pause, so that each piece is at most `size` long; never empty.

    >>> pieces("One. Two. Three.", 10)
    ['One. Two.', 'Three.']
    """
    found = []
    while len(text) > size:
        cut = max(_last(text, mark, size) for mark in ("\n", ". ")) or _last(text, " ", size) or size
        found.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*found, text]


def _last(text: str, mark: str, size: int) -> int:
    """Where the last such mark within `size` ends, 0 where there is none."""
    return text.rfind(mark, 0, size) + len(mark) if mark in text[:size] else 0
