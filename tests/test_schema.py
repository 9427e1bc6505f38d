"""The JSON Schema accepts what the loader accepts, and refuses what it refuses for its shape."""

from __future__ import annotations

import json
import shutil
from argparse import Namespace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from bot.authors import schema
from bot.loading.factfiles import load
from bot.loading.factfolder import read_folder
from bot.loading.vocabulary_files import plain
from bot.loading.yamltree import parse
from bot.ready import shipped

SPOILT = Path(__file__).parent / "spoilt"
SCHEMAS = {base: schema.schemas(base) for base in (shipped(), SPOILT / "base")}


def broken(base: Path, folder: str, values: Any) -> list[str]:
    return [error.message for error in Draft7Validator(SCHEMAS[base][folder]).iter_errors(values)]


@pytest.mark.parametrize("base", SCHEMAS, ids=["shipped", "test base"])
def test_every_good_file_fits_its_schema(base: Path) -> None:
    files = list(read_folder(base))
    assert files
    for file in files:
        assert file.root is not None
        assert broken(base, file.folder, plain(file.root)) == [], file.shown


@pytest.mark.parametrize("name", ["names", "questions", "stories"])
def test_the_schema_is_a_schema_with_a_line_on_every_key(name: str) -> None:
    found = SCHEMAS[shipped()][name]
    Draft7Validator.check_schema(found)
    assert len(schema.as_json(found)) < 100_000
    assert '"description"' in schema.as_json(found)


@pytest.mark.parametrize(
    "spoilt",
    [
        "names/unknown-key",
        "names/unknown-section",
        "names/no-name",
        "names/one-language",
        "names/third-language",
        "names/bad-id",
        "names/a-list",
        "names/a-text",
        "questions/unknown-choice",
        "questions/no-words",
        "stories/unknown-part",
        "stories/story-keys",
        "stories/long-form",
    ],
)
def test_what_the_loader_refuses_for_its_shape_an_editor_sees_too(spoilt: str) -> None:
    root, problems = parse((SPOILT / f"{spoilt}.yaml").read_bytes(), spoilt)
    assert problems == []
    assert root is not None
    assert broken(SPOILT / "base", spoilt.partition("/")[0], plain(root))


def test_the_command_prints_one_or_all() -> None:
    out = StringIO()
    assert schema.run(Namespace(facts=SPOILT / "base", which="names", write=False), out) == 0
    assert out.getvalue() == schema.as_json(SCHEMAS[SPOILT / "base"]["names"])
    assert schema.run(Namespace(facts=SPOILT / "base", which=None, write=False), out) == 0
    assert json.loads(out.getvalue().removeprefix(schema.as_json(SCHEMAS[SPOILT / "base"]["names"]))).keys() == {
        "names",
        "questions",
        "stories",
    }


def test_no_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert schema.run(Namespace(facts=tmp_path / "none", which=None, write=True)) == 2
    assert "[no-folder]" in capsys.readouterr().err


def test_written_into_a_base_every_file_points_at_its_schema_and_says_what_it_said(tmp_path: Path) -> None:
    base = Path(shutil.copytree(SPOILT / "base", tmp_path / "base"))
    names = base / "names" / "names.yaml"
    names.write_bytes(b"\xef\xbb\xbf" + names.read_bytes().replace(b"\n", b"\r\n"))
    before = load(base)
    out = StringIO()
    assert schema.run(Namespace(facts=base, which=None, write=True), out) == 0
    assert out.getvalue().count("written to ") == 6
    assert load(base).names.keys() == before.names.keys()
    for file in read_folder(base):
        line = file.path.read_bytes().split(b"\n")[0].strip().decode()
        assert line == f"# yaml-language-server: $schema=../schema/{file.folder}.json"
        target = file.path.parent / line.partition("$schema=")[2]
        assert json.loads(target.read_text("utf-8")) == SCHEMAS[SPOILT / "base"][file.folder]
    again = StringIO()
    assert schema.run(Namespace(facts=base, which=None, write=True), again) == 0
    assert again.getvalue() == ""


@pytest.mark.parametrize("name", ["names", "questions", "stories"])
def test_the_schemas_that_ship_are_those_of_the_loader(name: str) -> None:
    told = (shipped() / "schema" / f"{name}.json").read_text("utf-8")
    assert told == schema.as_json(SCHEMAS[shipped()][name]), "write them anew: factbot schema --write"


def test_the_shipped_names_point_at_their_schema() -> None:
    for path in (shipped() / "names").glob("*.yaml"):
        assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=../schema/names.json\n")
