"""Every rule is named like its function and keeps its manual's word: its wrong sample breaks it, its right one not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.authors.check import check
from bot.factrules import answers, doubts
from bot.factrules.manual import Manual, manuals, name_of
from bot.loading.factfiles import read
from bot.problems import Problem

BASE = Path(__file__).parent / "spoilt" / "base"
STORY = {
    "story": "story: sample",
    "title": "title: {en: A sample, ko: 보기}",
    "date": "date: 2031-05-05",
    "main": "main: a-walk",
    "subject": "subject: kite-club",
    "source": "source: {outlet: {en: The Kite Letter, ko: 연 소식}}",
    "facts": "facts:\n  a-walk: {kind: outing, who: mina-park, when: 2031-05-05}",
}
FOLDERS = {
    "names": ("people", "organisations", "places", "things", "persons"),
    "questions": ("parts", "kinds", "replies"),
}
WITHOUT_SAMPLE = {
    "encoding",
    "control-character",
    "too-big",
    "too-many",
    "unreadable",
    "no-folder",
    "no-facts",
    "misplaced",
    "told-twin",
}
"""What no sample can show; test_factfiles.py and test_twins.py have these."""
DOUBTS = {name_of(rule) for rule in (*doubts.RULES, *answers.RULES)}
"""Rules that `check` adds to those of the loader."""
SAMPLES = [m for m in manuals().values() if m.wrong]


def problems_of_form(folder: Path) -> tuple[Problem, ...]:
    return read(folder)[1]


def lay_out(sample: str, folder: Path) -> Path:
    """A sample as files of the test base: each top-level section in its folder, keys of a story in a story."""
    shutil.copytree(BASE, folder)
    pieces = {re.match(r"\w+|---", piece)[0]: piece for piece in re.split(r"\n(?=\S)", sample)}  # type: ignore[index]
    for name, sections in FOLDERS.items():
        own = [p for section, p in pieces.items() if section in sections or (section == "---" and name == "names")]
        if own:
            (folder / name / "sample.yaml").write_text("\n".join(own) + "\n", "utf-8")
    if story := {section: piece for section, piece in pieces.items() if section in (*STORY, "questions")}:
        if "facts" in story and "main" not in story:
            first = re.search(r"\n  ([\w-]+):", story["facts"])
            story["main"] = f"main: {first[1] if first else ''}"
        (folder / "stories" / "sample.yaml").write_text("\n".join({**STORY, **story}.values()) + "\n", "utf-8")
    return folder


@pytest.mark.parametrize("manual", SAMPLES, ids=lambda m: m.name)
def test_the_wrong_sample_breaks_its_rule_and_the_right_one_breaks_none(manual: Manual, tmp_path: Path) -> None:
    look = check if manual.name in DOUBTS else problems_of_form
    wrong = look(lay_out(manual.wrong, tmp_path / "wrong"))
    assert manual.name in {p.rule for p in wrong}, [str(p) for p in wrong]
    right = look(lay_out(manual.right, tmp_path / "right"))
    assert manual.name not in {p.rule for p in right}
    assert [str(p) for p in right if p.severity == "error"] == []


def test_every_rule_has_a_manual_with_samples_or_cannot_have_any() -> None:
    found = manuals()
    assert all(m.text for m in found.values())
    assert {name for name, m in found.items() if not (m.wrong and m.right)} == WITHOUT_SAMPLE


def test_every_problem_bears_the_name_of_a_rule_with_a_manual() -> None:
    sources = (Path(__file__).parents[1] / "bot" / "factrules").glob("*.py")
    named = {name for path in sources for name in re.findall(r'Problem\([^"]*?"([a-z-]+)"', path.read_text("utf-8"))}
    assert named == set(manuals())


def test_a_part_of_a_kind_that_nobody_can_ask_for_is_told_at_the_kind(tmp_path: Path) -> None:
    base = Path(shutil.copytree(BASE, tmp_path / "base"))
    kinds = base / "questions" / "kinds.yaml"
    kinds.write_text(kinds.read_text("utf-8").replace("words: {en: [rain], ko: [비]}", "words: {en: [rain]}"), "utf-8")
    found = [p for p in check(base) if p.rule == "mute-part"]
    assert [(p.place.line, p.place.column, p.message) for p in found] == [(8, 7, "nobody can ask for 'rain' in Korean")]


def test_a_reply_with_a_slot_that_the_bot_does_not_fill_is_told(tmp_path: Path) -> None:
    base = Path(shutil.copytree(BASE, tmp_path / "base"))
    reply = 'replies: {unknown_name: {en: "No {word}.", ko: "{words}은 모릅니다."}}\n'
    (base / "questions" / "replies.yaml").write_text(reply, "utf-8")
    found = [p for p in check(base) if p.rule == "unknown-reply"]
    assert [(p.message, p.mend) for p in found] == [
        ("nothing fills {word} in 'unknown_name'", "did you mean 'words'?"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("rain: yes", "rain: no", ["rain"]),
        ("rain: no", "rain: no", []),
        ("wind: 5", "wind: 7", ["wind"]),
        ("wind: about 5", "wind: 7", []),
        ("wind: 5", "wind: 7 knots", []),
        ("wind: 5", "rain: no", []),
        ("start: 10:00", "start: 11:00", ["start"]),
        ("how_much: [5 USD, 7000 KRW]", "how_much: 6 USD", []),
        ("why: {en: fun, ko: 재미}", "why: {en: sport, ko: 운동}", []),
        ("wind: 5, why: {en: fun, ko: 재미}", "wind: 7, why: {en: sport, ko: 운동}", []),
        ("wind: 5, title: {en: walk at 5, ko: 걷기 5}", "wind: 7, title: {en: walk at 7, ko: 걷기 7}", []),
        ("wind: 5, title: {en: a walk, ko: 걷기}", "wind: 7, title: {en: the walk, ko: 산책}", ["wind"]),
        ("how_much: 5 USD a year", "how_much: 7 USD a month", []),
    ],
)
def test_what_contradicts_and_what_may_both_be_so(one: str, other: str, parts: list[str], tmp_path: Path) -> None:
    base = Path(shutil.copytree(BASE, tmp_path / "base"))
    facts = "".join(
        f"  walk-{n}: {{kind: outing, who: mina-park, when: 2031-05-05, {part}}}\n"
        for n, part in enumerate((one, other))
    )
    story = base / "stories" / "kites.yaml"
    story.write_text(story.read_text("utf-8").replace("questions:", facts + "questions:"), "utf-8")
    found = [p for p in check(base) if p.rule == "contradiction"]
    assert [p.message.split("'")[1] for p in found] == parts
    assert all((p.place.line, "at " in p.message) == (17, True) for p in found)
