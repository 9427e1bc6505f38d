"""The console: the same talk in a terminal and through a pipe; commands, completion, history, a clean end."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
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


def write_kites(folder: Path, town: str) -> Path:
    """A small base in `folder`/facts; the file with its story."""
    for name in ("stories", "names"):
        (folder / "facts" / name).mkdir(parents=True, exist_ok=True)
    (folder / "facts/names/things.yaml").write_text("things:\n  kite: {name: {en: kite, ko: 연}}\n", "utf-8")
    file = folder / "facts/stories/kites.yaml"
    file.write_text(KITES.format(town=town), "utf-8")
    return file


def test_reload_reads_the_files_again(tmp_path: Path) -> None:
    file = write_kites(tmp_path, "Ulsan")
    console = Console(ready(tmp_path / "facts"), tmp_path / "facts")
    assert "Ulsan" in said(console, "where do the kites fly?")
    write_kites(tmp_path, "Gimhae")
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

    def __init__(self, data: Path, *options: str, **env: str) -> None:
        here, there = pty.openpty()
        settings = os.environ | {"XDG_DATA_HOME": str(data), "TERM": "xterm", "LC_ALL": "C.UTF-8"} | env
        self.process = subprocess.Popen(
            (*FACTBOT, *options), stdin=there, stdout=there, stderr=there, env=settings, start_new_session=True
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
def terminals(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Opens terminals; those that a failed test leaves are closed."""
    opened: list[Terminal] = []

    def start(*options: str, **env: str) -> Terminal:
        opened.append(Terminal(tmp_path, *options, **env))
        return opened[-1]

    yield start
    for terminal in opened:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait(20)


@pytest.fixture
def terminal(terminals: Callable[..., Terminal]) -> Terminal:
    return terminals()


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


def test_saved_files_are_shown_at_work_without_a_key_pressed(
    terminals: Callable[..., Terminal], tmp_path: Path
) -> None:
    write_kites(tmp_path, "Ulsan")
    watching = terminals("--watch", "--facts", str(tmp_path / "facts"))
    watching.shows("›")
    write_kites(tmp_path, "Gimhae")
    watching.shows("~ where do the kites fly?")
    watching.shows("The kites fly in Gimhae.")
    (tmp_path / "facts/stories/kites.yaml").write_text("story: [", "utf-8")
    watching.shows("not reloaded")
    watching.shows("kites.yaml:")
    watching.types("where do the kites fly?\r")
    watching.shows("The kites fly in Gimhae.")
    assert watching.ends("/quit\r") == 0


def test_a_terminal_that_is_closed_ends_the_console(terminal: Terminal) -> None:
    terminal.shows("›")
    os.close(terminal.end)
    terminal.process.wait(20)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no SIGHUP")
def test_a_sighup_reads_the_files_again_before_the_next_question(tmp_path: Path) -> None:
    write_kites(tmp_path, "Ulsan")
    command = (*FACTBOT, "--facts", str(tmp_path / "facts"))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as talk:
        assert talk.stdin is not None
        assert talk.stdout is not None

        def asked() -> str:
            print("where do the kites fly?", file=talk.stdin, flush=True)
            lines = iter(talk.stdout.readline, "")
            return "".join(line for line in iter(lambda: next(lines), "Source: Kite News\n"))

        assert asked() == "The kites fly in Ulsan.\n"
        write_kites(tmp_path, "Gimhae")
        talk.send_signal(signal.SIGHUP)
        told = asked()
        assert told.startswith("reloaded\n")
        assert told.endswith("The kites fly in Gimhae.\n")
        (tmp_path / "facts/stories/kites.yaml").unlink()
        talk.send_signal(signal.SIGHUP)
        assert asked().startswith("not reloaded, the facts before stay in use; errors: 1\n")
        talk.stdin.close()
        assert talk.wait(20) == 0
