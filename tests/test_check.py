"""`factbot check` tells all at once, in the form that is asked for, with the exit code that scripts rely on."""

from __future__ import annotations

import json
import shutil
from argparse import ArgumentParser, Namespace
from io import StringIO
from pathlib import Path

import pytest

from bot.authors import check, questions
from bot.authors.authoring import COMMANDS, add_commands
from bot.authors.report import as_json, github, text
from bot.facts import Place
from bot.problems import Problem

BASE = Path(__file__).parent / "spoilt" / "base"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "base"))


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def call(*words: str, out: StringIO | None = None) -> tuple[int, str]:
    out = out or StringIO()
    parser = ArgumentParser()
    add_commands(parser.add_subparsers())
    args = parser.parse_args(["check", *words])
    return check.run(args, out), out.getvalue()


def spoil(base: Path, old: str, new: str) -> None:
    story = base / "stories" / "kites.yaml"
    story.write_text(story.read_text("utf-8").replace(old, new), "utf-8")


def test_a_clean_base_prints_nothing_and_exits_with_0(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(str(base), "--strict") == (0, "")
    assert capsys.readouterr().err == "nothing is wrong\n"
    assert call(str(base), "--format", "json") == (0, "[]\n")
    assert capsys.readouterr().err == ""
    assert call(str(base), out=Terminal()) == (0, "nothing is wrong\n")


def test_errors_exit_with_1_and_warnings_only_where_that_is_asked_for(base: Path) -> None:
    (base / "loose.yaml").write_text("people:\n", "utf-8")
    code, said = call(str(base))
    assert (code, said.count("\n")) == (0, 1)
    assert said.endswith("(warning)\n")
    assert call(str(base), "--strict")[0] == 1
    spoil(base, "where:", "wheer:")
    code, said = call("--facts", str(base))
    assert code == 1
    assert [line.split("[")[1].split("]")[0] for line in said.splitlines()] == ["unknown-key", "misplaced"]


def test_no_folder_exits_with_2(tmp_path: Path) -> None:
    code, said = call(str(tmp_path / "none"))
    assert (code, said) == (
        2,
        f"{tmp_path / 'none'}:1:1: [no-folder] there is no such folder; give the one with names/ and stories/\n",
    )


def test_a_terminal_shows_the_line_and_a_caret_below_the_place(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(base, "title: {en: A day of kites, ko: 연 날리는 날}", "title: {ko: 연 날리는 날, eng: Kites}")
    monkeypatch.setenv("NO_COLOR", "1")
    _, said = call(str(base), out=Terminal())
    assert said.splitlines()[3:] == [
        f"{base}/stories/kites.yaml:2:22: error [unknown-key] a text has no 'eng'; did you mean 'en'?",
        "  title: {ko: 연 날리는 날, eng: Kites}",
        " " * (2 + 21 + 5) + "^",  # a syllable takes two columns
        "2 errors",
    ]
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b[31merror\x1b[0m" in call(str(base), out=Terminal())[1]


def test_json_and_github_hold_the_same_for_programs() -> None:
    problem = Problem(Place("a,b.yaml", 3, 7), "no-unit", "50% of\nwhat", "say: it", "warning")
    assert json.loads(as_json([problem], StringIO())) == [
        {
            "file": "a,b.yaml",
            "line": 3,
            "column": 7,
            "severity": "warning",
            "rule": "no-unit",
            "message": "50% of\nwhat",
            "mend": "say: it",
        }
    ]
    assert github([problem], StringIO()) == (
        "::warning file=a%2Cb.yaml,line=3,col=7,title=no-unit::50%25 of%0Awhat; say: it"
    )
    assert json.loads(as_json([], StringIO())) == []


def test_a_place_that_is_gone_or_no_line_is_shown_without_its_line(tmp_path: Path) -> None:
    problem = Problem(Place(str(tmp_path / "none.yaml"), 3), "tag", "m", "n")
    assert text([problem], Terminal()).count("\n") == 0


def test_explain_prints_the_manual_of_one_rule_or_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = call("--explain", "no-unit")
    assert code == 0
    assert said.startswith("[no-unit] A sum or a length of time has neither currency nor unit.\n\nWrong:\n    facts:\n")
    assert call("--explain", "all")[1].count("\nWrong:\n") > 40
    code, said = call("--explain")
    assert code == 0
    assert "[no-unit] A sum or a length of time has neither currency nor unit\n" in said
    assert said.count("\n") == said.count("\n[") + 1 > 40
    assert call("--explain", "no-unitt")[0] == 2
    assert "did you mean 'no-unit'?" in capsys.readouterr().err


def test_a_question_that_gets_another_answer_is_told_at_its_place(base: Path) -> None:
    spoil(base, "facts: [first-outing]}", "says: {en: [Zoe], ko: [박미나]}}")
    code, said = call(str(base))
    assert code == 1
    assert "kites.yaml:17:16: [expected-answer] 'who flew kites?' gets “" in said
    assert "which does not say 'Zoe'" in said


def test_a_fact_that_nobody_can_reach_is_a_warning_that_names_the_language(base: Path) -> None:
    weather = "  weather: {told: {en: It was fine., ko: 맑았다.}, asked: {en: [barometer]}}\nquestions:"
    spoil(base, "questions:", weather)
    code, said = call(str(base))
    assert code == 0
    assert (
        "kites.yaml:16:12: [unreachable-fact] no question in Korean reaches 'weather'; give it `asked` in Korean"
        in said
    )


def test_the_map_shows_for_each_part_the_question_that_reaches_it(capsys: pytest.CaptureFixture[str]) -> None:
    out = StringIO()
    assert questions.run(Namespace(facts=BASE, what="first-outing", json=True), out) == 0
    rows = {row["part"]: row for row in json.loads(out.getvalue())}
    assert set(rows) == {None, "who", "where", "when", "wind", "rain"}
    assert rows["where"]["fact"] == "first-outing"
    assert questions.run(Namespace(facts=BASE, what="kites", json=False), out) == 0
    assert "6 things to ask for; reached: en " in out.getvalue()
    assert "not reached" not in out.getvalue()
    assert questions.run(Namespace(facts=BASE, what="kitess", json=False), out) == 1
    assert "did you mean 'kites'?" in capsys.readouterr().err


def test_every_command_of_the_author_can_be_parsed_and_runs_its_own_module(capsys: pytest.CaptureFixture[str]) -> None:
    parser = ArgumentParser(prog="factbot")
    add_commands(parser.add_subparsers())
    for command in COMMANDS:
        with pytest.raises(SystemExit) as stopped:
            parser.parse_args([command, "--help"])
        assert stopped.value.code == 0
    assert "--facts DIR" in capsys.readouterr().out
    args = parser.parse_args(["schema", "names", "--facts", str(BASE)])
    assert args.run(args) == 0
    assert '"title": "names of a fact base"' in capsys.readouterr().out


def test_parents_bring_in_what_all_commands_share() -> None:
    shared = ArgumentParser(add_help=False)
    shared.add_argument("--facts", type=Path)
    parser = ArgumentParser()
    add_commands(parser.add_subparsers(), [shared])
    assert parser.parse_args(["diff", "HEAD", "--facts", "x"]).facts == Path("x")


@pytest.mark.parametrize("columns", [30, 60, 200])
def test_a_long_line_is_cut_so_that_the_caret_stays_below_the_place(
    columns: int, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = ", ".join(f"kite {n}" for n in range(40))
    spoil(base, "    rain: no", f"    words: {{en: [{long}], kr: [연]}}")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(columns))
    _, line, caret, last = call(str(base), out=Terminal())[1].splitlines()
    assert last == "1 error"
    assert len(line) <= columns
    assert line[caret.index("^") :].startswith("kr")
    assert "…" in line


def test_the_map_ends_with_what_no_question_reaches(base: Path) -> None:
    spoil(
        base, "questions:", "  weather: {told: {en: It was fine., ko: 맑았다.}, asked: {en: [barometer]}}\nquestions:"
    )
    out = StringIO()
    assert questions.run(Namespace(facts=base, what="weather", json=False), out) == 0
    assert out.getvalue().splitlines()[-2:] == [
        "not reached in Korean: weather (all)",
        "1 thing to ask for; reached: en 1, ko 0",
    ]
