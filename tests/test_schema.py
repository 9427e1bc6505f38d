"""The JSON Schema accepts what the loader accepts, and refuses what it refuses for its shape."""

from __future__ import annotations

from argparse import Namespace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from bot import schema
from bot.factfolder import read_folder
from bot.ready import shipped
from bot.vocabulary_files import plain
from bot.yamltree import parse

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


def test_the_command_prints_one_or_all_and_writes_files(tmp_path: Path) -> None:
    out = StringIO()
    assert schema.run(Namespace(facts=SPOILT / "base", which="names", write=None), out) == 0
    assert out.getvalue() == schema.as_json(SCHEMAS[SPOILT / "base"]["names"])
    assert schema.run(Namespace(facts=SPOILT / "base", which=None, write=tmp_path / "schema"), StringIO()) == 0
    assert {p.name for p in (tmp_path / "schema").iterdir()} == {"names.json", "questions.json", "stories.json"}
