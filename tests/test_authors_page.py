"""Who follows facts/README.md and nothing else gets a base that answers: its blocks, its tables, its commands are so."""

from __future__ import annotations

import re
import sys
from io import StringIO
from pathlib import Path
from typing import get_args

import pytest
import yaml

from bot.answer import answer
from bot.authors import new
from bot.authors.authoring import COMMANDS
from bot.authors.check import check
from bot.authors.report import text
from bot.cli import parser
from bot.facts import Facts, PartType, Role
from bot.learning.known import Known
from bot.learning.learn import know
from bot.loading.factfiles import load
from bot.loading.factshapes import ASKS, FACT, NAME, STORY
from bot.loading.values import LONG_FORM
from bot.loading.values_amount import read_amount
from bot.loading.values_when import read_when
from bot.ready import shipped
from bot.saying.render import one
from bot.saying.wording import fill
from bot.turn import Memory

PAGE = (shipped() / "README.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE))

NOTHING = Facts({}, {}, {}, {}, {}, {})


def table(head: str) -> list[list[str]]:
    """The cells of the rows of the table whose first head is `head`."""
    (rows,) = re.findall(rf"^\| {re.escape(head)} \|.*\n\|[-|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    return [row.strip("| ").split(" | ") for row in rows.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base that the page makes, and by `factbot new` one fact more."""
    folder = tmp_path_factory.mktemp("base")
    for name, block in BLOCKS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(block, "utf-8")
    answers = {
        "story": "library-opening",
        "kind": "opening",
        "en": "the opening of the annex",
        "ko": "별관 개관",
        "words_en": "annex",
        "words_ko": "별관",
        "who": "park-joon",
        "what": "maple-library",
        "when": "2031-05-01",
    }
    args = parser().parse_args(["new", "fact", *(f"{key}={value}" for key, value in answers.items())])
    args.facts = folder
    assert new.run(args, StringIO()) == 0
    return folder


@pytest.fixture(scope="module")
def known(folder: Path) -> Known:
    return know(load(folder))


def test_the_blocks_make_a_base_of_all_folders_and_seven_facts_without_a_warning(folder: Path, known: Known) -> None:
    assert {Path(name).parts[0] for name in BLOCKS} == {"names", "questions", "stories"}
    assert len(known.facts.facts) == 7
    assert text(check(folder, twins=True), sys.stdout) == ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who opened the library on May 2?", "Kim Minji."),
        ("where was the opening?", "At Mill Street."),
        ("how many books are there at the opening?", "12,000 books."),
        ("when does the reading room open?", "September 2031. No day is given."),
        ("who was the guest?", "Park Joon."),
        ("can I bring my dog?", "No, dogs must stay outside."),
        ("who opened the annex?", "Park Joon."),
        ("how much is Chess for All?", "9,000 won."),
        ("when does Chess for All take place?", "Tuesday and Friday, 10:00 a.m. to 11:30 a.m."),
        ("when does Paper Birds take place?", "Monday, 10:00 a.m. and Monday, 2:30 p.m."),
        ("what is the deadline for Chess for All?", "By May 20, 2031."),
        ("is Chess for All for beginners?", "Yes. It is for beginners."),
        ("is Paper Birds easy?", "No. You must have folded before."),
        ("is Paper Birds hard?", "Yes. You must have folded before."),
        ("how old is Momo?", "7 years old."),
        ("how much does Momo weigh?", "4.5 kg."),
        ("모모 몇 살이야?", "7살입니다."),
        ("모두의 체스 수강료 얼마야?", "9000 원입니다."),
        ("종이 새 신청 마감은 언제야?", "2031년 5월 10일까지입니다."),
        ("who is the mayor of Maple Town?", "Kim Minji is mayor of Maple Town."),
        ("who is the mayor of Busan?", "I have nothing about Busan."),
        ("김 시장은 누구야?", "김민지는 단풍시 시장입니다."),
        ("책은 며칠 빌릴 수 있어?", "다섯 권을 두 주 동안 빌릴 수 있습니다."),
        ("별관은 언제 열었어?", "2031년 5월 1일입니다."),
        ("강아지 데려가도 돼?", "아니요, 개는 들어올 수 없습니다."),
        ("개관식은 어디서 했어?", "물레방앗길입니다."),
    ],
)
def test_it_answers(question: str, told: str, known: Known) -> None:
    assert answer(question, known, Memory()).answer == told


def test_the_table_of_types_has_every_type_and_samples_that_are_read() -> None:
    told = {type_: re.findall("`(.*?)`", row[2]) for row in table("`type`") for type_ in re.findall("`(.*?)`", row[0])}
    assert set(told) == set(get_args(PartType))
    assert len(told["when"]) > 3
    assert all(read_when(sample) for sample in told["when"])
    assert len(told["amount"]) > 3
    assert all(read_amount(sample) for sample in told["amount"])


def test_values_read_as_it_says() -> None:
    for written, *said in table("Written"):
        value = read_when(written.strip("`")) or read_amount(written.strip("`"))
        assert value
        assert [one(value, NOTHING, lang) for lang in ("en", "ko")] == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Tuesday, Friday", ["Tuesday and Friday", "화요일, 금요일"]),
        ("Tuesday to Thursday", ["Tuesday to Thursday", "화요일부터 목요일까지"]),
        ("Saturday to Monday", ["Saturday to Monday", "토요일부터 월요일까지"]),
        ("Sunday, Monday", ["Sunday and Monday", "일요일, 월요일"]),
        ("Monday to Wednesday, Friday", ["Monday to Wednesday and Friday", "월요일부터 수요일까지, 금요일"]),
        ("Friday, Tuesday 10:00", ["Friday and Tuesday, 10:00 a.m.", "금요일, 화요일 오전 10시"]),
        ("about 2031-05", ["about May 2031", "2031년 5월경"]),
        ("45%", ["45%", "45%"]),
        ("6 feet", ["6 feet", "6 foot"]),
        ("60 km/h", ["60 km/h", "60 km/h"]),
        ("12 CAD", ["12 CAD", "12 CAD"]),
        ("2 entries", ["2 entries", "2 entry"]),
        ("3 boxes", ["3 boxes", "3 box"]),
        ("1 box", ["1 box", "1 box"]),
        ("23 years old", ["23 years old", "23 years old"]),
        ("30 seconds", ["30 seconds", "30초"]),
        ("3 EUR per ticket", ["€3 a ticket", "ticket당 3 유로"]),
    ],
)
def test_a_value_is_said_in_full(written: str, said: list[str]) -> None:
    value = read_when(written) or read_amount(written)
    assert value
    assert [one(value, NOTHING, lang) for lang in ("en", "ko")] == said


@pytest.mark.parametrize(
    ("template", "value", "said"),
    [
        ("{value}.", "9:00 a.m.", "9:00 a.m."),
        ("At {value}.", "Hall A", "At Hall A."),
        ("Until {value}, not later.", "9:00 a.m.", "Until 9:00 a.m., not later."),
        ("{value}.", "“Why not?”", "“Why not?”"),
        ("{value}...", "9:00 a.m.", "9:00 a.m...."),
        ("{value}. {value}.", "Acme Inc.", "Acme Inc. Acme Inc."),
        ("{value}이 왔다.", "영희", "영희가 왔다."),
    ],
)
def test_no_full_stop_follows_another(template: str, value: str, said: str) -> None:
    assert fill(template, {"value": value}, "ko" if template.endswith("다.") else "en") == said


def test_the_general_parts_are_all_in_its_table(known: Known) -> None:
    parts = {id_: known.facts.parts[id_] for id_ in known.general}
    told = {id_.strip("`"): (type_, asks.split(", ") if asks != "-" else []) for id_, type_, asks, _ in table("Part")}
    assert told == {id_: (part.type, list(part.asks)) for id_, part in parts.items()}


def test_all_that_asks_and_role_may_be_is_in_its_tables() -> None:
    assert {row[0].strip("`") for row in table("`asks`")} == set(ASKS)
    assert {role for row in table("`role`") for role in re.findall(r"`(\w+)`", row[0])} == set(get_args(Role))


def test_other_yaml_tools_read_its_blocks() -> None:
    for block in BLOCKS.values():
        assert yaml.safe_load(block)


def test_every_key_of_a_name_fact_and_story_stands_on_it() -> None:
    words = set(re.findall(r"[a-z_]+", PAGE))
    assert {*NAME, *FACT, *STORY, *LONG_FORM} - words == {"titles", "country", "of"} - words


def test_every_command_it_names_can_be_given() -> None:
    named = re.findall(r"^    factbot (.*?)(?:  .*)?$", PAGE, re.MULTILINE)
    assert len(named) > 8
    for command in named:
        args = parser().parse_args(command.split())
        assert args.run
    assert {command.split()[0] for command in named} | {"new"} >= set(COMMANDS) - {"import"}
