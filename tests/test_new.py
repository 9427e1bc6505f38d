"""An author begins with `factbot new`: the block lands in the right file, and nothing else in it changes."""

from __future__ import annotations

import shutil
from argparse import Namespace
from io import StringIO
from pathlib import Path

import pytest

from bot.answer import answer
from bot.authors import new
from bot.authors.check import check
from bot.authors.factedit import NotEditable, flow, inserted, replaced
from bot.facts import Amount, Names, Text, When
from bot.learning.learn import know
from bot.loading.factfiles import load

BASE = Path(__file__).parent / "spoilt" / "base"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "base"))


def make(folder: Path, what: str, *answers: str, dry_run: bool = False) -> tuple[int, str]:
    out = StringIO()
    code = new.run(Namespace(what=what, answers=list(answers), facts=folder, dry_run=dry_run), out)
    return code, out.getvalue()


def test_a_name_goes_to_the_end_of_its_section_and_comments_stay(base: Path) -> None:
    path = base / "names" / "names.yaml"
    before = path.read_text("utf-8")
    kim = ("sort=person", "en=Kim: the 1st", "ko=김하나", "title_en=pilot", "title_ko=조종사", "of=kite-club")
    assert make(base, "name", *kim) == (0, f"written to {path}\n")
    block = (
        '  kim-the-1st:\n    name: {en: "Kim: the 1st", ko: 김하나}\n'
        "    # also: {en: [another spelling], ko: [다른 표기]}\n"
        "    title: {en: pilot, ko: 조종사}\n    of: kite-club\n"
    )
    assert path.read_text("utf-8") == before.replace("organisations:\n", block + "organisations:\n")
    name = load(base).names["kim-the-1st"]
    assert (name.type, name.name, name.of) == ("person", Text("Kim: the 1st", "김하나"), ("kite-club",))


def test_a_fact_asks_for_the_parts_of_its_kind_and_is_answered(base: Path) -> None:
    questions = base / "questions" / "kinds.yaml"
    text = questions.read_text("utf-8").replace("at {where}.", "at {where} on {when} in {wind}.")
    questions.write_text(text, "utf-8")
    code, _ = make(
        base, "fact", "story=kites", "kind=outing", "en=the windy day", "ko=바람 부는 날", "who=mina-park, joon-seo",
        "where=hill-park", "when=2031-06-01 10:30", "wind=about 40",
    )  # fmt: skip
    assert code == 0
    fact = load(base).facts["the-windy-day"]
    assert fact.parts["who"].values == (Names(("mina-park", "joon-seo")),)
    assert fact.parts["when"].values == (When(2031, 6, 1, hour=10, minute=30),)
    assert fact.parts["wind"].values == (Amount(40, "km/h", about=True),)
    assert "# An invented club" in (base / "names" / "names.yaml").read_text("utf-8")
    assert list(load(base).stories["kites"].facts) == ["first-outing", "the-windy-day"]


STORY = (
    "en=A rainy week",
    "ko=비 오는 주",
    "date=2031-07-01",
    "subject=kite-club",
    "outlet_en=The Kite Letter",
    "outlet_ko=연 소식",
    "told_en=It rained for a week.",
    "told_ko=일주일 동안 비가 왔습니다.",
    "asked_en=rain",
    "asked_ko=비",
)


def test_a_story_begins_with_one_fact_and_passes_the_check(base: Path) -> None:
    (base / "schema").mkdir()
    (base / "schema" / "stories.json").write_text("{}", "utf-8")
    assert make(base, "story", *STORY)[0] == 0
    text = (base / "stories" / "a-rainy-week.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/stories.json\n")
    assert [str(p) for p in check(base) if "rainy" in p.place.file] == []
    assert answer("rain", know(load(base))).facts[:1] == ("a-rainy-week-1",)


def test_a_fact_needs_a_kind_to_be_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert make(tmp_path, "name", "sort=organisation", "en=Kite Club", "ko=연날리기 모임")[0] == 0
    assert make(tmp_path, "story", *STORY)[0] == 0
    assert make(tmp_path, "fact", "story=a-rainy-week", "kind=outing")[0] == 1
    assert "there is no kind of fact yet" in capsys.readouterr().err


def test_a_base_can_be_begun_from_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    assert make(folder, "name", "sort=organisation", "en=Kite Club", "ko=연날리기 모임")[0] == 0
    assert make(folder, "story", *STORY)[0] == 0
    assert check(folder) == ()
    assert all("$schema" not in path.read_text("utf-8") for path in folder.rglob("*.yaml")), "there is none to point at"


@pytest.mark.parametrize(
    ("what", "answers", "said"),
    [
        ("name", ("sort=person", "en=Kim"), "still to answer: ko=..."),
        ("name", ("sort=animal", "en=Kim", "ko=김"), "sort=animal is none of: person, organisation, place, thing"),
        ("name", ("sort=persn", "en=Kim", "ko=김"), "; did you mean 'person'?"),
        ("name", ("sort=person", "en=Kim", "ko=김", "title_en=chair"), "title_ko=... is needed too"),
        ("name", ("sort=person", "en=Kim", "ko=박미나"), "[alias-collision] '박미나' is a spelling of"),
        ("name", ("sort=person", "en=Mina Park", "ko=박미나"), "there is a name 'mina-park' already"),
        ("name", ("sort=person", "en=Kim", "ko=김", "of=nobody"), "[unknown-id] there is no name 'nobody'"),
        ("name", ("sort=person", "en=Kim", "ko=김", "age=5"), "there is no 'age' to answer"),
        (
            "name",
            ("sort=person", "en=Kim", "ko=김", "titel_en=x"),
            "there is no 'titel_en' to answer; did you mean 'title_en'?",
        ),
        ("name", ("Kim",), "'Kim' is no KEY=VALUE"),
        ("fact", ("story=kites", "kind=trip", "en=a", "ko=b"), "kind=trip is none of: outing"),
        ("fact", ("story=none", "kind=outing", "en=a", "ko=b"), "story=none is none of: kites"),
        ("fact", ("story=kites", "kind=outing", "en=a", "ko=b", "where=moon"), "[unknown-id] there is no name 'moon'"),
        ("story", ("id=kites", *STORY), "there is a story 'kites' already"),
        ("story", tuple(a.replace("2031-07-01", "1 July") for a in STORY), "[not-a-time] '1 July'"),
    ],
)
def test_what_would_be_wrong_is_refused_and_no_file_changes(
    what: str, answers: tuple[str, ...], said: str, base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in base.rglob("*") if path.is_file()}
    assert make(base, what, *answers)[0] == 1
    assert said in capsys.readouterr().err
    assert {path: path.read_bytes() for path in base.rglob("*") if path.is_file()} == before


def test_what_was_wrong_before_does_not_stand_in_the_way(base: Path) -> None:
    names = base / "names" / "names.yaml"
    names.write_text(names.read_text("utf-8").replace("name: {en: Joon Seo,", "name: {en: Mina Park,"), "utf-8")
    assert make(base, "name", "sort=place", "en=the pond", "ko=연못")[0] == 0
    assert [p.rule for p in check(base) if p.severity == "error"] == ["alias-collision"]


def test_a_dry_run_shows_the_block_and_writes_nothing(base: Path) -> None:
    before = (base / "names" / "names.yaml").read_bytes()
    code, said = make(base, "name", "sort=place", "en=the pond", "ko=연못", "id=pond", dry_run=True)
    assert (code, said.splitlines()[:2]) == (0, ["pond:", "  name: {en: the pond, ko: 연못}"])
    assert (base / "names" / "names.yaml").read_bytes() == before


def test_an_edit_keeps_every_other_line() -> None:
    text = (
        "# top\npeople:\n  a: {name: x}  # one\n\n  # of b\n  b:\n    # inside\n"
        "    name: >-\n      long\n      text\n# of places\nplaces:\n"
    )
    added = inserted(text, "f", "people", "c", "c:\n  name: z\n")
    assert added == text.replace("      text\n", "      text\n  c:\n    name: z\n")
    assert inserted(text, "f", "places", "p", "p: {name: q}") == text + "  p: {name: q}\n"
    assert inserted(text, "f", "things", "t", "t: {name: u}") == text + "\nthings:\n  t: {name: u}\n"
    changed = replaced(text, "f", "people", "b", "b:\n  name: new\n")
    assert "  # of b\n  # inside\n  b:\n    name: new\n# of places\n" in changed
    deep = text.replace("# of places", "    # also of b\n# of places")
    after = inserted(deep, "f", "people", "c", "c:\n  name: z\n")
    assert after == deep.replace("# also of b\n", "# also of b\n  c:\n    name: z\n")
    assert replaced(text, "f", "people", "a", "a: {name: y}") == text.replace("a: {name: x}  # one", "a: {name: y}")


@pytest.mark.parametrize("text", ["people: {a: {name: x}}\n", "people: [\n", "- people\n"])
def test_a_file_that_cannot_be_added_to_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(NotEditable, match=r"^f:\d:\d+: "):
        inserted(text, "f", "people", "b", "b: {name: y}")


def test_texts_are_quoted_where_yaml_would_read_them_otherwise() -> None:
    assert flow(["no", "2031-05-04 afternoon", "10:30", "a, b", "샘 올트먼", "it's", "R&D", "", "5층", "U.S."]) == (
        '["no", 2031-05-04 afternoon, "10:30", "a, b", 샘 올트먼, "it\'s", "R&D", "", "5층", "U.S."]'
    )


def test_a_file_of_windows_keeps_its_line_ends_and_no_other_file_is_left_behind(base: Path) -> None:
    path = base / "names" / "names.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    assert make(base, "name", "sort=thing", "en=the spool", "ko=얼레")[0] == 0
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n") > before.count(b"\n")
    assert [p.name for p in path.parent.iterdir()] == ["names.yaml"]


def test_on_a_terminal_the_rest_is_asked_and_what_cannot_be_is_asked_again(
    base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kinds = base / "questions" / "kinds.yaml"
    kinds.write_text(kinds.read_text("utf-8").replace("kites at {where}.", "kites at {where} on {when}."), "utf-8")
    typed = iter(
        [
            *("kite", "kites", "outin", "outing", "", "the long day", "긴 하루", "long, whole day", ""),
            *("mina-park", "hill-park", "May 4", "2031-06-31", "2031-06-01", ""),
        ]
    )
    asked = []

    def type_in(prompt: str) -> str:
        asked.append(prompt.split(" (")[0].split(":")[0])
        return next(typed)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", type_in)
    assert make(base, "fact")[0] == 0
    title = ["what the fact is called, in English"] * 2
    words = ["words that set it apart from others of its kind, in English", "the same in Korean"]
    assert asked[:4] == ["id of the story"] * 2 + ["kind of fact"] * 2
    assert asked[4:] == [*title, "the same in Korean", *words, "who", "where", "when", "when", "when", "id"]
    assert capsys.readouterr().err.splitlines() == [
        "story=kite is none of: kites; did you mean 'kites'?",
        "kind=outin is none of: outing; did you mean 'outing'?",
        "this is needed",
        "'May 4' is no date or time; write it like 2025-02-04",
        "'2031-06-31' is no date or time; write it like 2025-02-04",
    ]
    fact = load(base).facts["the-long-day"]
    assert fact.parts["where"].values == (Names(("hill-park",)),)
    assert fact.words == {"en": ("long", "whole day")}


def test_who_stops_in_the_midst_changes_nothing(
    base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def end(prompt: str) -> str:
        raise EOFError

    before = (base / "names" / "names.yaml").read_bytes()
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", end)
    assert make(base, "name")[0] == 1
    assert "nothing was written" in capsys.readouterr().err
    assert (base / "names" / "names.yaml").read_bytes() == before
