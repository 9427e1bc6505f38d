"""The loader: what an author writes is what the core gets, and no file at all can make it stumble."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.authors.check import check
from bot.facts import Amount, Event, Flag, Names, Part, Place, Text, Texts, When
from bot.loading import yamltree
from bot.loading.factfiles import load, read
from bot.loading.values_amount import read_amount
from bot.loading.values_when import Impossible, read_when
from bot.loading.yamltree import parse
from bot.problems import BrokenFacts, Problem, in_order
from bot.ready import shipped
from bot.saying import render

BASE = Path(__file__).parent / "spoilt" / "base"
STORY = (BASE / "stories" / "kites.yaml").read_text("utf-8")


def base(folder: Path, **files: str) -> Path:
    """A fact base of the clean test base and further files, named `folder__name`."""
    for path in BASE.rglob("*.yaml"):
        put(folder / path.relative_to(BASE), path.read_text("utf-8"))
    for name, text in files.items():
        put(folder / (name.replace("__", "/") + ".yaml"), text)
    return folder


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_a_fact_has_what_its_author_wrote() -> None:
    facts = load(BASE)
    fact = facts.facts["first-outing"]
    assert {part: told.values for part, told in fact.parts.items()} == {
        "who": (Names(("mina-park", "joon-seo")),),
        "where": (Names(("hill-park",)),),
        "when": (When(2031, 5, 4, "afternoon"),),
        "wind": (Amount(25, "km/h"),),
        "rain": (Flag(False),),
    }
    assert (fact.kind, fact.story, fact.source, fact.sure) == ("outing", "kites", "kites", "stated")
    assert facts.sources["kites"].outlet == Text("The Kite Letter", "연 소식")
    assert [(e.lang, e.ask) for e in facts.stories["kites"].expected] == [
        ("en", "who flew kites?"),
        ("ko", "누가 연을 날렸어?"),
    ]


def test_the_long_form_holds_the_value_and_what_is_said_of_it(tmp_path: Path) -> None:
    story = STORY.replace(
        'wind: "25"',
        "wind: {value: about 25, sure: reported, note: {en: gusty, ko: 돌풍}, "
        "say: {en: Some., ko: 조금.}, words: {en: breeze}}",
    ).replace("who: [mina-park, joon-seo]", "who: {value: [mina-park, {en: two guests, ko: 손님 둘}], complete: yes}")
    facts = load(base(tmp_path, stories__kites=story))
    wind, who = (facts.facts["first-outing"].parts[p] for p in ("wind", "who"))
    assert wind.values == (Amount(25, "km/h", about=True),)
    assert (wind.sure, wind.note, wind.says) == ("reported", Text("gusty", "돌풍"), Text("Some.", "조금."))
    assert wind.words == {"en": ("breeze",)}
    assert who.values == (Names(("mina-park",), complete=True), Texts((Text("two guests", "손님 둘"),)))


def test_a_kind_changes_a_part_for_itself_alone_and_a_part_may_be_like_another(tmp_path: Path) -> None:
    questions = """
parts: {meeting_point: {like: where, words: {en: [meeting point], ko: [집결지]}}}
kinds:
  walk:
    title: {en: walk, ko: 산책}
    words: {en: walk, ko: 걷다}
    like: outing
    parts: {who: {mutual: yes}, dog: {type: flag, words: {en: dog, ko: 개}}}
"""
    facts = load(base(tmp_path, questions__more=questions))
    walk, general = facts.kinds["walk"], facts.parts
    assert walk.like == ("outing",)
    assert (walk.parts["who"].mutual, general["who"].mutual) == (True, False)
    assert walk.parts["who"].asks == general["who"].asks
    assert walk.parts["dog"] == Part("dog", "flag", {"en": ("dog",), "ko": ("개",)})
    assert "dog" not in general
    assert general["meeting_point"].type == "place"
    assert general["meeting_point"].words == {"en": ("meeting point",), "ko": ("집결지",)}


def test_names_may_have_parts_and_facts_may_name_other_facts(tmp_path: Path) -> None:
    names = "things: {blue-kite: {name: {en: the blue kite, ko: 파란 연}, how_much: 30 USD}}"
    second = "  second-outing: {kind: outing, who: joon-seo, after: first-outing, not_told: [wind]}\nquestions:"
    facts = load(base(tmp_path, names__more=names, stories__kites=STORY.replace("questions:", second)))
    assert facts.names["blue-kite"].parts["how_much"].values == (Amount(30, "USD"),)
    assert facts.facts["second-outing"].parts["after"].values == (Event("first-outing"),)
    assert facts.facts["second-outing"].not_told == ("wind",)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2025-02-04", When(2025, 2, 4)),
        ("2025-02", When(2025, 2)),
        ("2025", When(2025)),
        ("2025-02-04 afternoon", When(2025, 2, 4, "afternoon")),
        ("2025-02-04 16:40", When(2025, 2, 4, hour=16, minute=40)),
        ("16:40", When(hour=16, minute=40)),
        ("about 16:40", When(hour=16, minute=40, about=True)),
        ("2025-02-04 about 16:40", When(2025, 2, 4, hour=16, minute=40, about=True)),
        ("about 1905", When(1905, about=True)),
        ("morning", When(daypart="morning")),
        ("10:00 to 18:00", When(hour=10, minute=0, until=When(hour=18, minute=0))),
        ("2025-03-01 to 2025-05-31", When(2025, 3, 1, until=When(2025, 5, 31))),
        ("Monday", When(weekdays=(0,))),
        ("Tuesday to Sunday", When(weekdays=(1, 2, 3, 4, 5, 6))),
        ("Saturday to Monday", When(weekdays=(5, 6, 0))),
        ("Monday, Wednesday and Friday", When(weekdays=(0, 2, 4))),
        (
            "Tuesday to Sunday 10:00 to 18:00",
            When(hour=10, minute=0, until=When(hour=18, minute=0), weekdays=(1, 2, 3, 4, 5, 6)),
        ),
        ("22:00 to 02:00", When(hour=22, minute=0, until=When(hour=2, minute=0))),
    ],
)  # fmt: skip
def test_a_date_or_time_is_read_as_exactly_as_it_is_known(text: str, when: When) -> None:
    assert read_when(text) == when


@pytest.mark.parametrize(
    "text", ["02-04", "2025-2-4", "4 Feb 2025", "2025 16:40", "16.40", "soon", "about", "to 10:00"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_when(text) is None


@pytest.mark.parametrize("text", ["2025-02-30", "2025-13", "2025-00-01", "24:00", "16:60", "2025-05 to 2025-03"])
def test_what_cannot_be_is_told_as_such(text: str) -> None:
    with pytest.raises(Impossible):
        read_when(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("5", Amount(5)),
        ("45.5 cm", Amount(45.5, "cm")),
        ("about 40 minutes", Amount(40, "minute", about=True)),
        ("4 years", Amount(4, "year")),
        ("500 billion USD", Amount(500e9, "USD")),
        ("about 4.4 trillion KRW a year", Amount(4.4e12, "KRW", about=True, per="year")),
        ("5,000 KRW", Amount(5000, "KRW")),
        ("3 km per hour", Amount(3, "km", per="hour")),
        ("12%", Amount(12, "percent")),
        ("-4 degrees", Amount(-4, "degree")),
        ("30 square metres", Amount(30, "square metre")),
        ("2 boxes", Amount(2, "box")),
        ("12 people", Amount(12, "person")),
        ("8.2 billion KRW", Amount(8_200_000_000, "KRW")),
        ("3 hours 20 minutes", Amount(200, "minute", larger=("hour",))),
        ("about 6 minutes 42.3 seconds", Amount(402.3, "second", about=True, larger=("minute",))),
    ],
)
def test_a_figure_is_read_with_its_unit(text: str, amount: Amount) -> None:
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    ("text", "en", "ko"),
    [
        ("8.2 billion KRW", "8.2 billion won", "82억 원"),
        ("12345.678 km", "12,345.678 km", "12345.678 km"),
        ("3 hours 20 minutes", "3 hours 20 minutes", "3시간 20분"),
        ("1 hour 0 minutes 5 seconds", "1 hour 5 seconds", "1시간 5초"),
        ("6 minutes 42.3 seconds", "6 minutes 42.3 seconds", "6분 42.3초"),
    ],
)
def test_a_figure_is_said_as_it_was_written(text: str, en: str, ko: str) -> None:
    amount = read_amount(text)
    assert amount is not None
    assert (render.amount(amount, "en"), render.amount(amount, "ko")) == (en, ko)


@pytest.mark.parametrize(
    "text",
    ["", "five", "5,00 KRW", "1.2.3", "USD 5", "5-6 km", "1e9", "5 to 6 km", "2 hours 5 km", "3 minutes 2 hours"],
)
def test_what_is_no_figure_is_none(text: str) -> None:
    assert read_amount(text) is None


def test_problems_come_at_once_errors_first_and_then_by_place() -> None:
    late = Problem(Place("b.yaml", 9), "alias", "m", "n")
    early = Problem(Place("b.yaml", 2, 7), "tag", "m", "n")
    doubt = Problem(Place("a.yaml", 1), "misplaced", "m", "n", "warning")
    assert in_order([doubt, late, early, late]) == (early, late, doubt)
    assert str(early) == "b.yaml:2:7: [tag] m; n"


def test_an_unknown_key_or_id_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    story = STORY.replace("where:", "wheer:").replace("joon-seo", "jun-seo")
    with pytest.raises(BrokenFacts) as broken:
        load(base(tmp_path, stories__kites=story))
    assert [p.mend for p in broken.value.problems] == ["did you mean 'joon-seo'?", "did you mean 'where'?"]


def test_what_is_wrong_in_one_place_is_not_told_again_where_it_is_used(tmp_path: Path) -> None:
    folder = base(tmp_path)
    names, kinds = folder / "names" / "names.yaml", folder / "questions" / "kinds.yaml"
    put(names, names.read_text("utf-8").replace("  mina-park:", "  Mina Park:"))
    put(kinds, kinds.read_text("utf-8").replace("wind: {type: amount", "wind: {type: number"))
    problems = read(folder)[1]
    assert [p.rule for p in problems] == ["bad-id", "unknown-choice"]
    assert problems[0].mend.endswith(": mina-park")


def test_a_file_that_cannot_be_read_makes_no_id_unknown(tmp_path: Path) -> None:
    facts, problems = read(base(tmp_path, names__names="people: {mina-park: [\n"))
    assert facts is None
    assert [p.rule for p in problems] == ["yaml"]


def test_an_empty_file_is_fine_and_a_base_without_facts_is_not(tmp_path: Path) -> None:
    assert read(base(tmp_path / "one", names__empty="", stories__empty="# nothing yet\n"))[1] == ()
    (tmp_path / "two" / "names").mkdir(parents=True)
    assert [p.rule for p in read(tmp_path / "two")[1]] == ["no-facts"]


def test_no_folder_a_file_for_a_folder_and_a_file_nobody_reads(tmp_path: Path) -> None:
    assert [p.rule for p in read(tmp_path / "nowhere")[1]] == ["no-folder"]
    assert [p.rule for p in read(Path(__file__))[1]] == ["no-folder"]
    assert [p.rule for p in read(Path("a\0b"))[1]] == ["no-folder"]
    facts, problems = read(base(tmp_path / "base", loose="people: {}"))
    assert facts is not None
    assert [(p.rule, p.severity) for p in problems] == [("misplaced", "warning")]


def test_a_folder_or_a_link_to_nowhere_among_the_files_is_no_traceback(tmp_path: Path) -> None:
    folder = base(tmp_path)
    (folder / "names" / "folder.yaml").mkdir()
    (folder / "names" / "link.yaml").symlink_to(tmp_path / "nowhere")
    assert [p.rule for p in read(folder)[1]] == ["unreadable"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("people: [" + "x, " * 900_000 + "]", "too-big"),
        ("- [a, b]\n" * 100_000, "too-many"),
        ("people: " + "[" * 50_000, "too-deep"),
        ("- " * 50_000, "too-deep"),
        ("a: &a [x, x]\nb: &b [*a, *a]\n" + "".join(f"c{n}: &c{n} [*b, *b]\n" for n in range(9_000)), "alias"),
        ("people:\n" + "".join(f"  Kim {n}: x\n" for n in range(12_000)), "bad-id"),
    ],
    ids=["bytes", "nodes", "brackets", "dashes", "bomb", "mistakes"],
)
def test_a_monstrous_file_costs_less_than_a_second_and_is_told(text: str, rule: str, tmp_path: Path) -> None:
    folder = base(tmp_path, names__monster=text)
    began = time.process_time()
    facts, problems = read(folder)
    assert time.process_time() - began < 1
    assert facts is None
    assert rule in {p.rule for p in problems}
    assert len(problems) <= 250


def test_the_shipped_facts_have_no_problem() -> None:
    facts, problems = read(shipped())
    assert problems == ()
    assert facts is not None


_BITS = (
    "{",
    "}",
    "[",
    "]",
    ":",
    "- ",
    "\t",
    "\n",
    "  ",
    "'",
    '"',
    "&a ",
    "*a",
    "!t ",
    "\0",
    "#",
    "|",
    ">",
    "?",
    "%",
    "@",
    "<<: ",
)
ROUNDS = int(os.environ.get("MANGLED", "400"))
"""Mangled files a run; runs of 5,000 (`MANGLED=5000 pytest -k mangled`) found none either, the slowest 0.2 s."""


def mangled(data: bytes, chance: random.Random) -> bytes:
    """The file with a few things in it broken: bytes, lines, marks, indentation."""
    for _ in range(chance.randint(1, 4)):
        lines = data.split(b"\n")
        here = chance.randrange(len(lines))
        match chance.randrange(7):
            case 0:
                at = chance.randrange(len(data) + 1)
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
            case 1:
                at = chance.randrange(len(data) + 1)
                data = data[:at] + chance.choice(_BITS).encode() + data[at:]
            case 2:
                data = b"\n".join(lines[:here] + lines[here + 1 :])
            case 3:
                data = b"\n".join([*lines[:here], lines[chance.randrange(len(lines))], *lines[here:]])
            case 4:
                data = b"\n".join([*lines[:here], b" " * chance.randrange(5) + lines[here].strip(), *lines[here + 1 :]])
            case 5:
                words = [b"{}", b"[]", b"", b"no", b"2025-02-30", b"*x", b"{en: a}", b"[[[[]]]]", "한".encode()]
                key = lines[here].partition(b":")[0]
                data = b"\n".join([*lines[:here], key + b": " + chance.choice(words), *lines[here + 1 :]])
            case _:
                begin, end = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
                data = data[:begin] + data[min(end, begin + 40) :]
        data = data or b" "
    return data


def test_a_mangled_file_is_told_with_its_place_and_never_a_traceback(tmp_path: Path) -> None:
    chance = random.Random(5)
    folder = base(tmp_path)
    files = sorted(folder.rglob("*.yaml"))
    for _ in range(ROUNDS):
        path = chance.choice(files)
        whole = path.read_bytes()
        path.write_bytes(mangled(whole, chance))
        began = time.process_time()
        problems = check(folder)
        assert time.process_time() - began < 1
        assert (read(folder)[0] is not None) or any(p.severity == "error" for p in problems)
        assert all(p.place.line >= 1 and p.place.column >= 1 and p.message and p.mend for p in problems)
        path.write_bytes(whole)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_at_all_are_a_tree_or_told_with_their_place(data: bytes) -> None:
    _, problems = parse(data, "f")
    lines = data.count(b"\n") + data.count(b"\r") + data.count(b"\xc2\x85") + data.count(b"\xe2\x80") + 1
    assert all(1 <= p.place.line <= lines + 1 and p.place.column >= 1 for p in problems)


def test_without_the_compiled_parser_files_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = read(BASE)
    monkeypatch.setattr(yamltree, "_LOADER", yaml.BaseLoader)
    assert read(BASE) == compiled
