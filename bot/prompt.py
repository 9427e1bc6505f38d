"""A terminal that asks for lines: history kept between runs, completion of names and commands; the only door to
prompt_toolkit."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.output.color_depth import ColorDepth

from bot.facts import Facts
from bot.screen import Line
from bot.store import data_folder
from bot.turn import LANGS

LOOK_SECONDS = 1.0
"""How often it is looked whether there is something to tell besides."""


class Prompt:
    """Asks for lines on the terminal, and shows lines there."""

    def __init__(self, facts: Facts, commands: Iterable[str]) -> None:
        self.commands = tuple(commands)
        self.session: PromptSession[str] = PromptSession(
            history=_history(data_folder() / "console.history"),
            completer=Names(spellings(facts), self.commands),
            complete_while_typing=False,
        )
        self.colours = ColorDepth.MONOCHROME if os.environ.get("NO_COLOR") else None

    def lines(self, meanwhile: Callable[[], Iterable[Line]] = tuple) -> Iterator[str]:
        """The lines that are typed, until ^D; ^C raises KeyboardInterrupt.

        While nothing is typed `meanwhile` is called each second, and what it tells is shown above the prompt.
        """

        async def look() -> None:
            while True:
                await asyncio.sleep(LOOK_SECONDS)
                if told := list(meanwhile()):
                    self.show(told)

        def begin() -> None:
            get_app().create_background_task(look())

        while True:
            try:
                yield self.session.prompt("› ", color_depth=self.colours, pre_run=begin)
            except EOFError:
                return

    def complete(self, facts: Facts) -> None:
        """Offer the names of these facts from now on."""
        self.session.completer = Names(spellings(facts), self.commands)

    def show(self, lines: Iterable[Line]) -> None:
        """Print lines, with colours where the terminal has them; above the prompt where one stands there."""
        pieces = [piece for line in lines for piece in ((line.style, line.text), ("", "\n"))]
        print_formatted_text(FormattedText(pieces), end="", color_depth=self.colours)


def _history(file: Path) -> History:
    """Kept in a file that only its owner reads; for this run alone where there can be none."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        with file.open("ab"):
            return FileHistory(file)
    except OSError:
        return InMemoryHistory()


def spellings(facts: Facts) -> tuple[str, ...]:
    """What names can be completed to, in the author's order."""
    found: dict[str, None] = {}
    for name in facts.names.values():
        for lang in LANGS:
            found |= dict.fromkeys([name.name[lang], *([name.short[lang]] if name.short else [])])
    return tuple(found)


class Names(Completer):
    """Completes a command at the start of the line, and names anywhere."""

    def __init__(self, names: tuple[str, ...], commands: tuple[str, ...]) -> None:
        self.names = names
        self.commands = commands

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """What the words before the cursor may be the beginning of; the longest run of words counts."""
        typed = document.text_before_cursor
        if typed.startswith("/"):
            yield from (Completion(c, -len(typed)) for c in self.commands if c.startswith(typed))
            return
        words = typed.split(" ")
        for start in range(len(words)):
            begun = " ".join(words[start:])
            found = [n for n in self.names if begun and n.casefold().startswith(begun.casefold())]
            if found:
                yield from (Completion(name, -len(begun)) for name in found)
                return
