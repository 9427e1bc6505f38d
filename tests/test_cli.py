"""The command line as others build on it: what it prints, in which form, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

from bot.authors.authoring import COMMANDS
from bot.cli import main

FACTBOT = (sys.executable, "-m", "bot")
KEYS = "question lang status reason answer facts sources read_as residue choices suggestions".split()  # noqa: SIM905
BROKEN = "story: kites\ntitle: {en: Kites, ko: 연}\n"


def run(*arguments: str, feed: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """`factbot` as a process of its own."""
    return subprocess.run(
        [*FACTBOT, *arguments],
        input=feed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | env,
        timeout=60,
    )


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A fact base that cannot be read."""
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories/kites.yaml").write_text(BROKEN, "utf-8")
    return tmp_path


def lines(
    feed: list[Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, list[Any]]:
    """`factbot ask --jsonl` on these lines; texts stand as they are."""
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)}\n" for line in feed)
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    code = main(["ask", "--jsonl"])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_ask_prints_the_answer_and_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "who announced Stargate?"]) == 0
    answer, source = capsys.readouterr().out.splitlines()
    assert "Trump" in answer
    assert source.startswith("Source: 포쓰저널")


def test_ask_takes_the_words_without_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "누가", "스타게이트", "발표했어"]) == 0
    assert "트럼프" in capsys.readouterr().out


@pytest.mark.parametrize("question", ["who announced Stargate?", "who is Nobody Atall?", "", "올트먼 뉴구 만났어?"])
def test_json_has_every_key_always(question: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", question]) == 0
    reply = json.loads(capsys.readouterr().out)
    assert list(reply) == KEYS
    assert reply["question"] == question
    assert (reply["reason"] is None) == (reply["status"] != "unknown")
    assert all(source.keys() == {"id", "outlet", "date"} for source in reply["sources"])


def test_an_empty_question_is_unreadable(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", " "]) == 0
    reply = json.loads(capsys.readouterr().out)
    assert (reply["status"], reply["reason"]) == ("unknown", "unreadable")


def test_explain_tells_how_it_was_read_and_where_the_facts_stand(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--explain", "who announced Stargate?"]) == 0
    told = capsys.readouterr().out
    assert "announced: kind" in told
    assert ".yaml:" in told


def test_the_language_of_the_answer_can_be_pinned(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--lang", "ko", "who announced Stargate?"]) == 0
    assert "트럼프" in capsys.readouterr().out


def test_lines_of_one_chat_share_a_memory_and_others_have_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, then = {"text": "how long did Altman meet Chey?"}, {"text": "where?"}
    feed = [first | {"chat": "a"}, then, then | {"chat": "a"}, first, then | {"chat": 1}]
    code, replies = lines(feed, monkeypatch, capsys)
    assert code == 0
    assert [r["question"] for r in replies] == [line["text"] for line in feed]
    assert "Plaza" in replies[2]["answer"]
    assert replies[1]["answer"] == replies[4]["answer"] != replies[2]["answer"]


def test_a_line_can_pin_its_language(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    text = "who announced Stargate?"
    _, replies = lines([{"text": text, "lang": "ko"}, {"text": text}], monkeypatch, capsys)
    assert [r["lang"] for r in replies] == ["ko", "en"]


@pytest.mark.parametrize(
    "bad",
    [
        *("nope", "", "[1]", '"text"', "{}", '{"text": 1}', '{"text": "a"', "[" * 100_000, "1" * 5000),
        *('{"text": "a", "lang": "fr"}', '{"text": "a", "lang": []}'),
    ],
)
def test_a_bad_line_is_told_in_its_place_and_the_run_goes_on(
    bad: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, replies = lines([{"text": "hello"}, bad, {"text": "hello"}], monkeypatch, capsys)
    assert code == 1
    assert [set(r) == {"error"} for r in replies] == [False, True, False]
    assert replies[1]["error"].startswith("line 2: ")


def test_each_line_is_answered_before_the_next_is_sent() -> None:
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [*FACTBOT, "ask", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=buffered) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(2):
            process.stdin.write(b'{"text": "hello"}\n')
            process.stdin.flush()
            assert select.select([process.stdout], [], [], 20)[0], "nothing was flushed"
            assert json.loads(process.stdout.readline())["status"] == "chat"
        process.stdin.close()
        assert process.wait(30) == 0


def test_utf_8_whatever_the_locale() -> None:
    feed = json.dumps({"text": "올트먼 \ud800\u2028 누구 만났어?"}) + "\n"
    done = run(
        "ask", "--jsonl", feed=feed, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 1, "no mark that ends a line for some stands in it"
    assert "올트먼" in done.stdout
    assert json.loads(done.stdout)["question"] == json.loads(feed)["text"]


@contextmanager
def in_the_midst() -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes], IO[bytes]]]:
    """`ask --jsonl` after its first reply, with its stdin, stdout and stderr."""
    with subprocess.Popen(
        [*FACTBOT, "ask", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as p:
        assert p.stdin
        assert p.stdout
        assert p.stderr
        p.stdin.write(b'{"text": "hello"}\n')
        p.stdin.flush()
        p.stdout.readline()
        yield p, p.stdin, p.stdout, p.stderr


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    with in_the_midst() as (p, stdin, stdout, stderr):
        stdout.close()
        stdin.write(b'{"text": "hello"}\n' * 10)
        stdin.close()
        assert p.wait(30) == 0
        assert stderr.read() == b""


def test_interrupted_is_130() -> None:
    with in_the_midst() as (p, _, _, stderr):
        p.send_signal(signal.SIGINT)
        assert p.wait(30) == 130
        assert stderr.read() == b""


@pytest.mark.parametrize("command", [["ask", "hello"], ["ask", "--jsonl"], ["console"], []])
def test_broken_facts_are_told_with_their_places(
    command: list[str], broken: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(["--facts", str(broken), *command]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "kites.yaml:1:1: " in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize(("where", "code"), [("before", 2), ("after", 2)])
def test_facts_may_stand_before_and_after_the_command(where: str, code: int, broken: Path) -> None:
    option = ["--facts", str(broken)]
    assert main([*option, "ask", "hello"] if where == "before" else ["ask", *option, "hello"]) == code


def test_check_ends_with_1_for_errors_and_2_for_no_folder(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(broken)]) == 1
    assert main(["check", str(broken / "nowhere")]) == 2
    assert "no-folder" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong",
    [
        *(["ask"], ["ask", "--jsonl", "who?"], ["ask", "--json", "--jsonl"], ["ask", "--lang", "fr", "a"]),
        *(["nonsense"], ["--nonsense"], ["telegram", "--nonsense"]),
    ],
)
def test_wrong_usage_is_2(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(wrong)
    assert ended.value.code == 2
    assert "usage: factbot" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["ask"], ["console"], ["telegram"], *([name] for name in COMMANDS)])
@pytest.mark.parametrize("option", ["--help", "--version"])
def test_every_command_has_help_and_version(
    command: list[str], option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command, option])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith("factbot ") if option == "--version" else "--facts DIR" in told


def test_a_bug_is_not_dressed_up_as_broken_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_code(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.ask.answer", broken_code)
    with pytest.raises(ZeroDivisionError):
        main(["ask", "hello"])
