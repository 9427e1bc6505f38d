"""The console: the same talk in a terminal and through a pipe; commands, completion, history, a clean end."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.prompt import Names, spellings
from bot.ready import ready, shipped
from bot.talk_console import COMMANDS, Console

FACTBOT = (sys.executable, "-m", "bot")


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> Console:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return Console(ready(shipped()), shipped(), clock=lambda: 1.0)


def said(console: Console, line: str) -> str:
    """What is shown for a line."""
    return "\n".join(line.text for line in console.take(line))


def test_a_question_gets_its_answer_source_and_suggestions(console: Console) -> None:
    told = list(console.take("who announced Stargate?"))
    assert "Trump" in told[0].text
    assert (told[1].text[:8], told[1].style) == ("Source: ", "dim")
    assert all(line.style == "dim" for line in console.next())


def test_a_mended_question_is_shown_as_it_was_read(console: Console) -> None:
    assert "이렇게 읽었습니다: 올트먼 누구 만났어?" in said(console, "올트먼 뉴구 만났어?")


def test_the_talk_is_remembered(console: Console) -> None:
    said(console, "who met Altman at Samsung?")
    assert "5" in said(console, "which floor?")


def test_why_tells_facts_with_their_lines_and_how_it_was_read(console: Console) -> None:
    assert said(console, "/why") == "There is no answer yet to explain."
    said(console, "who announced Stargate?")
    told = said(console, "/why")
    assert "announced: kind" in told
    assert ".yaml:" in told
    assert "Source: " in told


def test_the_language_can_be_pinned_and_let_go(console: Console) -> None:
    assert said(console, "/lang ko") == "한국어로 답합니다."
    assert "트럼프" in said(console, "who announced Stargate?")
    said(console, "/lang auto")
    assert "Trump" in said(console, "who announced Stargate?")
    assert "/lang auto" in said(console, "/lang fr")
    assert "/lang auto" in said(console, "/lang")


def test_topics_lists_the_stories_and_what_can_be_asked(console: Console) -> None:
    told = said(console, "/topics")
    assert all(story.title["en"] in told for story in console.known.facts.stories.values())
    assert "→" in told


def test_reload_reads_the_files_again(tmp_path: Path) -> None:
    for folder in ("stories", "names"):
        (tmp_path / folder).mkdir()
    (tmp_path / "names/things.yaml").write_text("things:\n  kite: {name: {en: kite, ko: 연}}\n", "utf-8")
    file = tmp_path / "stories/kites.yaml"
    file.write_text(KITES.format(town="Ulsan"), "utf-8")
    console = Console(ready(tmp_path), tmp_path)
    assert "Ulsan" in said(console, "where do the kites fly?")
    file.write_text(KITES.format(town="Gimhae"), "utf-8")
    assert said(console, "/reload").startswith("reloaded")
    assert "Gimhae" in said(console, "where do the kites fly?")
    file.write_text("story: [", "utf-8")
    assert said(console, "/reload").startswith("not reloaded")
    assert "Gimhae" in said(console, "where do the kites fly?")


KITES = """
story: kites
title: {{en: Kites, ko: 연}}
date: 2031-05-01
main: the-kites
subject: kite
source: {{outlet: {{en: Kite News, ko: 연 소식}}}}
facts:
  the-kites:
    asked: {{en: where do the kites fly?, ko: 연은 어디서 날려?}}
    told: {{en: "The kites fly in {town}.", ko: "연은 {town}에서 날립니다."}}
"""


def test_unknown_commands_and_empty_lines(console: Console) -> None:
    assert "/nonsense" in said(console, "/nonsense")
    assert said(console, "  ") == ""
    assert not list(console.next())
    assert all(command in said(console, "/help") for command in COMMANDS if command != "/help")


def completed(text: str) -> list[str]:
    """What Tab offers at the end of a line."""
    names = Names(spellings(ready(shipped()).facts), tuple(COMMANDS))
    return [
        text[: len(text) + c.start_position] + c.text for c in names.get_completions(Document(text), CompleteEvent())
    ]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("/wh", "/why"),
        ("who met Masa", "who met Masayoshi Son"),
        ("who is rene h", "who is Rene Haas"),
        ("올트", "올트먼"),
    ],
)
def test_commands_and_names_are_completed(typed: str, offered: str) -> None:
    assert offered in completed(typed)


def test_nothing_is_offered_where_nothing_fits() -> None:
    assert completed("who met zzz") == []
    assert completed("") == []


def test_piped_it_is_plain_and_ends_with_the_input() -> None:
    feed = "who announced Stargate?\n\n/quit\nwho met Altman?\n"
    done = subprocess.run(FACTBOT, input=feed, capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    assert "› " not in done.stdout
    assert len(done.stdout.splitlines()) == 2, "an answer and its source; nothing for what follows /quit"


class Terminal:
    """`factbot` in a terminal of its own."""

    def __init__(self, data: Path, **env: str) -> None:
        here, there = pty.openpty()
        settings = os.environ | {"XDG_DATA_HOME": str(data), "TERM": "xterm", "LC_ALL": "C.UTF-8"} | env
        self.process = subprocess.Popen(
            FACTBOT, stdin=there, stdout=there, stderr=there, env=settings, start_new_session=True
        )
        os.close(there)
        self.end = here
        self.shown = ""

    def types(self, keys: str) -> None:
        """Press keys."""
        os.write(self.end, keys.encode())

    def shows(self, text: str, seconds: float = 20) -> None:
        """Wait until the text was shown since it was last waited for."""
        until = time.monotonic() + seconds
        while text not in self.shown:
            assert time.monotonic() < until, f"never shown: {text!r} in {self.shown!r}"
            if select.select([self.end], [], [], 0.1)[0]:
                self._read()
        self.shown = self.shown.split(text, 1)[1]

    def _read(self) -> None:
        got = os.read(self.end, 65536).decode("utf-8", "replace")
        if "\x1b[6n" in got:  # prompt_toolkit asks where the cursor is, as a terminal tells it
            self.types("\x1b[1;1R")
        self.shown += got

    def ends(self, keys: str) -> int:
        """Press keys at the prompt, and read on until the process ends; its exit code."""
        self.shows("›")
        self.types(keys)
        try:
            while select.select([self.end], [], [], 20)[0]:
                self._read()
        except OSError:  # nobody has the other end open any more
            pass
        os.close(self.end)
        return self.process.wait(20)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    yield terminal
    if terminal.process.poll() is None:
        terminal.process.kill()
        terminal.process.wait(20)


def test_a_terminal_asks_answers_and_keeps_the_history(terminal: Terminal, tmp_path: Path) -> None:
    terminal.shows("/help")
    terminal.types("who announced Stargate?\r")
    terminal.shows("Trump")
    terminal.shows("Source")
    assert terminal.ends("\x04") == 0
    history = tmp_path / "factbot/console.history"
    assert "who announced Stargate?" in history.read_text("utf-8")
    assert history.stat().st_mode & 0o077 == 0, "nobody else reads what was asked"
    again = Terminal(tmp_path)
    again.shows("/help")
    again.types("\x1b[A\r")
    again.shows("Trump")
    assert again.ends("\x03") == 130


def test_no_colour_where_none_is_wanted(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, NO_COLOR="1")
    terminal.shows("/help")
    assert terminal.ends("/quit\r") == 0
