"""Names go out to a spreadsheet and come back the same; what cannot is refused with its place, and nothing changes."""

from __future__ import annotations

import shutil
from argparse import Namespace
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from bot.authors import spreadsheet
from bot.authors.sheetrows import COLUMNS, LISTS, TEXTS
from bot.facts import Amount, Name, Place
from bot.loading.factfiles import load
from bot.loading.factshapes import NAME
from bot.ready import shipped

BASE = Path(__file__).parent / "spoilt" / "base"
OTHERS = sorted(path for path in (Path(__file__).parent / "bases").iterdir() if path.is_dir())
STORY = """
story: a-day
title: {en: A day, ko: 하루}
date: 2031-05-04
main: day
subject: %s
source: {outlet: {en: Paper, ko: 신문}}
facts: {day: {told: {en: It was., ko: 그랬다.}, asked: {en: day, ko: 하루}}}
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "base"))


def call(command: str, facts: Path, sheet: Path | None, dry_run: bool = False) -> tuple[int, str]:
    out = StringIO()
    args = Namespace(command=command, what="names", facts=facts, csv=sheet, dry_run=dry_run)
    return spreadsheet.run(args, out), out.getvalue()


def names(folder: Path) -> dict[str, Name]:
    return {id_: replace(name, place=Place("", 0)) for id_, name in load(folder).names.items()}


def test_every_key_of_a_name_has_its_column() -> None:
    assert {*TEXTS, *LISTS, "of", "country"} == set(NAME)


@pytest.mark.parametrize("source", [shipped(), BASE, *OTHERS], ids=lambda base: base.name)
def test_names_that_went_out_and_came_back_into_an_empty_base_are_the_same(source: Path, tmp_path: Path) -> None:
    sheet, empty = tmp_path / "names.csv", tmp_path / "empty"
    assert call("export", source, sheet)[0] == 0
    shutil.copytree(source / "questions", empty / "questions")
    code, said = call("import", empty, sheet)
    expected = names(source)
    assert (code, said) == (0, f"{len(expected)} added, 0 changed, 0 same\n")
    (empty / "stories").mkdir()
    (empty / "stories" / "day.yaml").write_text(STORY % next(iter(expected)), "utf-8")
    assert names(empty) == expected


def test_a_sheet_that_was_not_touched_changes_no_byte(base: Path, tmp_path: Path) -> None:
    before = (base / "names" / "names.yaml").read_bytes()
    call("export", base, tmp_path / "names.csv")
    assert call("import", base, tmp_path / "names.csv") == (0, "0 added, 0 changed, 5 same\n")
    assert (base / "names" / "names.yaml").read_bytes() == before


def test_a_changed_and_a_new_row_change_just_those_names(base: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "names.csv"
    call("export", base, sheet)
    text = sheet.read_text("utf-8-sig").replace("the club", '"the club | The Kites, Inc."')
    pond = ["pond", "place", "the pond", "연못", *[""] * (len(COLUMNS) - 5), '"{""how_much"": ""5 USD""}"']
    sheet.write_text(text + ",".join(pond) + "\n", "utf-8")
    before = (base / "names" / "names.yaml").read_text("utf-8")
    assert (
        call("import", base, sheet, dry_run=True)[1] == "changed: kite-club\nadded: pond\n1 added, 1 changed, 4 same\n"
    )
    assert (base / "names" / "names.yaml").read_text("utf-8") == before
    assert call("import", base, sheet) == (0, "1 added, 1 changed, 4 same\n")
    after = (base / "names" / "names.yaml").read_text("utf-8")
    gone = [line for line in before.splitlines() if line not in after.splitlines()]
    assert gone == ["    also: {en: [the club], ko: [모임]}"]
    assert after.startswith("# An invented club")
    assert names(base)["kite-club"].also["en"] == ("the club", "The Kites, Inc.")
    assert names(base)["pond"].parts["how_much"].values == (Amount(5, "USD"),)


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (b"id,type,name_en,name_ko\nkim,person,Kim\n", ":2:3: [missing-language] the text in Korean is missing"),
        (b"id,type,name_en,name_ko\n,person,Kim,\xea\xb9\x80\n", ":2:1: a name needs its id"),
        (b"id,type,name_en,name_ko\nkim,animal,Kim,Kim\n", ":2:2: 'animal' is none of person"),
        (b"id,type,name_en,name_ko\nkim,person,a,b\nkim,person,c,d\n", ":3:1: 'kim' is already in line 2"),
        (b"id,type,name_en,name_ko\nmina-park,place,a,b\n", ":2:2: 'mina-park' at "),
        (b"id,type,name_en,name_ko,age\n", ":1:5: no column, or twice: 'age'"),
        (b"id,type,name_en\n", ":1:1: the column 'name_ko' is missing"),
        (b"id,type,name_en,name_ko\nkim,person,a,b,c\n", ":2:5: a cell without a column"),
        (b"id,type,name_en,name_ko,parts\nkim,person,a,b,[1]\n", ":2:5: this is no JSON of the form"),
        (b"id,type,name_en,name_ko\nkim,person,\xb1\xe8,b\n", ":1:1: this is no UTF-8"),
        (b'id,type,name_en,name_ko\nkim,person,"a"b,c\n', ":2:1: this is no CSV"),
        (b"id,type,name_en,name_ko,of\nkim,person,a,b,nobody\n", ":2:5: [unknown-id] there is no name 'nobody'"),
        (b'id,type,name_en,name_ko,parts\nkim,person,a,b,"{""how_much"": 5}"\n', ":2:5: [no-unit] '5' has no currency"),
        (b'id,type,name_en,name_ko,parts\nkim,person,a,b,"{""title"": 5}"\n', ":2:5: this is no JSON of the form"),
        (b'id,type,name_en,name_ko,parts\nkim,person,a,b,"{""x: y"": 5}"\n', ":2:5: this is no JSON of the form"),
        (b"id,type,name_en,name_ko,parts\nkim,person,a,b," + b"[" * 90_000, ":2:5: this is no JSON of the form"),
        (b"id,type,name_en,name_ko\nKim,person,a,b\n", ":2:1: [bad-id] 'Kim' is no id"),
        (b"", ":1:1: the column 'id' is missing"),
    ],
    ids=lambda value: repr(value)[:80],
)
def test_what_cannot_come_in_is_refused_with_its_place(
    sheet: bytes, said: str, base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "names.csv").write_bytes(sheet)
    before = {path: path.read_bytes() for path in base.rglob("*") if path.is_file()}
    assert call("import", base, tmp_path / "names.csv")[0] == 1
    assert said in capsys.readouterr().err
    assert {path: path.read_bytes() for path in base.rglob("*") if path.is_file()} == before


def test_a_spelling_that_holds_the_mark_between_spellings_is_refused_with_its_place(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = base / "names" / "names.yaml"
    path.write_text(path.read_text("utf-8").replace("[the club]", '["the|club"]'), "utf-8")
    assert call("export", base, None)[0] == 1
    assert f"{path}:10:3: 'the|club' holds '|'" in capsys.readouterr().err


def test_a_sheet_is_written_to_stdout_where_no_file_is_named() -> None:
    assert call("export", BASE, None)[1].splitlines()[0] == ",".join(COLUMNS)


def test_what_has_no_column_in_the_sheet_stays_as_it_is(base: Path, tmp_path: Path) -> None:
    (tmp_path / "few.csv").write_text(
        "id,type,name_en,name_ko,also_en\nkite-club,organisation,Kite Club,연날리기 모임,the kites\n"
        "mina-park,person,Mina Park,박미나,\n",
        "utf-8",
    )
    assert call("import", base, tmp_path / "few.csv") == (0, "0 added, 1 changed, 1 same\n")
    assert names(base)["kite-club"].also == {"en": ("the kites",), "ko": ("모임",)}
    assert names(base)["mina-park"].of == ("kite-club",)
    assert names(base)["mina-park"].title is not None


def test_an_emptied_cell_takes_the_value_away(base: Path, tmp_path: Path) -> None:
    (tmp_path / "few.csv").write_text("id,type,name_en,name_ko,of\nmina-park,person,Mina Park,박미나,\n", "utf-8")
    assert call("import", base, tmp_path / "few.csv") == (0, "0 added, 1 changed, 0 same\n")
    assert names(base)["mina-park"].of == ()


@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_sheet_may_have_another_mark_between_cells(mark: str, base: Path, tmp_path: Path) -> None:
    rows = ["id,type,name_en,name_ko", "kim,person,Kim Hana,김하나"]
    (tmp_path / "names.csv").write_text("\n".join(rows).replace(",", mark), "utf-8")
    assert call("import", base, tmp_path / "names.csv") == (0, "1 added, 0 changed, 0 same\n")


def test_a_file_or_folder_that_is_not_there_is_told_in_words(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("import", base, tmp_path / "none.csv")[0] == 1
    assert capsys.readouterr().err == f"{tmp_path}/none.csv: No such file or directory\n"
    assert call("export", tmp_path / "none", None) == (2, "")
    assert "[no-folder]" in capsys.readouterr().err
