"""The console: a line in, a reply out; commands begin with a slash. Plain where it is piped."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from bot.answer import answer
from bot.learning.known import Known
from bot.ready import ready, shipped
from bot.screen import Line, shown, sources, suggested, why
from bot.turn import Lang, Memory, Reply
from bot.watching import Occasion, Watch

Words = Mapping[str, Mapping[Lang, str]]


def run(args: Namespace) -> int:
    """Talk until the input ends; 0. Raises BrokenFacts, and KeyboardInterrupt at ^C."""
    folder = args.facts or shipped()
    occasion = Occasion(Watch(folder) if args.watch else None)
    occasion.listen()
    console = Console(ready(folder), folder, occasion=occasion)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        for line in sys.stdin:
            for shown_line in (*console.meanwhile(), *console.take(line)):
                print(shown_line.text, flush=True)
            if console.ended:
                break
        return 0
    from bot.prompt import Prompt  # only a terminal needs it

    prompt = Prompt(console.known.facts, tuple(COMMANDS))
    prompt.show(console.hello())
    for line in prompt.lines(console.meanwhile):
        prompt.show([*console.take(line), *console.next(), Line("")])
        prompt.complete(console.known.facts)
        if console.ended:
            break
    return 0


class Console:
    """One talk: what is known, what is remembered of it, and the commands."""

    def __init__(
        self,
        known: Known,
        folder: Path,
        clock: Callable[[], float] = time.monotonic,
        occasion: Occasion | None = None,
    ) -> None:
        self.known = known
        self.folder = folder
        self.clock = clock
        self.occasion = occasion or Occasion()
        self.memory = Memory()
        self.last: Reply | None = None
        self.asked = False
        """Whether the line just taken was a question."""
        self.ended = False
        self.words = _words()

    @property
    def lang(self) -> Lang:
        """The language that the console itself speaks: the pinned one, the last reply's, the system's."""
        system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
        return self.memory.lang or (self.last.lang if self.last else "ko" if system.startswith("ko") else "en")

    def hello(self) -> Iterator[Line]:
        """What a terminal shows first."""
        stories = "; ".join(story.title[self.lang] for story in self.known.facts.stories.values())
        yield self._say("hello", stories=stories)

    def meanwhile(self) -> Iterator[Line]:
        """What came of reading the files again, where it was time for that."""
        if self.occasion.due():
            yield from self._reload("")

    def take(self, line: str) -> Iterator[Line]:
        """What to show for one line: a question or a command; nothing for an empty one."""
        text = line.strip()
        command, _, rest = text.partition(" ")
        self.asked = bool(text) and not text.startswith("/")
        if self.asked:
            self.last = answer(text, self.known, self.memory, self.clock())
            self.memory = self.last.memory
            yield from shown(self.last)
        elif command in COMMANDS:
            yield from COMMANDS[command](self, rest.strip())
        elif command:
            yield self._say("no_command", command=command)

    def next(self) -> Iterator[Line]:
        """What can be asked after the line just taken."""
        if self.asked and self.last:
            yield from suggested(self.last)

    def _help(self, _: str) -> Iterator[Line]:
        yield from map(Line, self._say("help").text.splitlines())

    def _lang(self, wanted: str) -> Iterator[Line]:
        pins: dict[str, Lang | None] = {"en": "en", "ko": "ko", "auto": None}
        if wanted not in pins:
            yield self._say("lang_usage")
            return
        self.memory = replace(self.memory, lang=pins[wanted])
        yield self._say("lang_set" if pins[wanted] else "lang_auto")

    def _topics(self, _: str) -> Iterator[Line]:
        for story in self.known.facts.stories.values():
            yield Line(story.title[self.lang], "bold")
            if story.summary:
                yield Line(f"  {story.summary[self.lang]}")
            titles = [self.known.facts.facts[id_].title for id_ in story.facts]
            yield from (Line(f"  · {title[self.lang]}") for title in titles if title)
            asked = [e.ask for e in story.expected if e.lang == self.lang]
            if asked:
                yield self._say("ask_such")
                yield from (Line(f"  → {question}", "dim") for question in asked)

    def _why(self, _: str) -> Iterator[Line]:
        if not self.last:
            yield self._say("why_none")
            return
        yield from why(self.last, self.known)
        yield from sources(self.last)

    def _reload(self, _: str) -> Iterator[Line]:
        from bot.reload import reload  # checking is not talking: most talks never need it

        found = reload(self.folder, self.known)
        self.known = found.known
        yield from map(Line, str(found).splitlines())

    def _quit(self, _: str) -> Iterator[Line]:
        self.ended = True
        yield from ()

    def _say(self, key: str, **slots: str) -> Line:
        return Line(self.words[key][self.lang].format(**slots))


COMMANDS: dict[str, Callable[[Console, str], Iterator[Line]]] = {
    "/help": Console._help,
    "/topics": Console._topics,
    "/why": Console._why,
    "/lang": Console._lang,
    "/reload": Console._reload,
    "/quit": Console._quit,
}


def _words() -> Words:
    from bot.loading.vocabulary_files import plain
    from bot.loading.yamltree import parse

    root, problems = parse(Path(__file__).with_suffix(".yaml").read_bytes(), "talk_console.yaml")
    assert root is not None, problems
    return plain(root)  # type: ignore[no-any-return]
