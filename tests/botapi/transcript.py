"""Reads transcripts: who says what, and what the chat then shows (the README beside them tells the language)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

STEP = re.compile(
    r"(?P<who>\w+)(?: (?!in )(?P<verb>[a-z]+(?: [a-z]+)*?))??"
    r"(?: (?P<what>\[.*\]|\".*?\"))?(?: in (?P<topic>\w+))?(?:: ?(?P<text>.*))?"
)
PERSON = re.compile(r"(?P<name>\w+)(?: \((?P<lang>[a-z-]+)(?:, (?P<trait>owner|bot))?\))?(?:, |$)")
PLACE = re.compile(
    r"(?P<kind>group|small group|forum) (?P<title>\w+)(?: \((?P<traits>[a-z, ]+)\))?(?:: (?P<topics>.+))?"
)
LABELS = re.compile(r"\[([^\[\]]*)\]")


class BadTranscript(Exception):
    """A line that cannot be read, as file:line: what is wrong."""


@dataclass
class Step:
    """One thing that happens, or has to."""

    line: int
    who: str
    """A person, or `bot`."""
    verb: str
    """Empty: says."""
    what: str = ""
    """A button's label, or a message that is meant; without its brackets or quotes."""
    topic: str = ""
    text: str = ""
    rows: list[list[str]] | None = None
    """The buttons that must stand below; None where anything may. A row of `...` stands for any further rows."""


@dataclass
class Scenario:
    """One dialog."""

    title: str
    file: Path
    line: int
    people: dict[str, str | None] = field(default_factory=dict)
    """Names, and the language of each one's Telegram."""
    traits: dict[str, str] = field(default_factory=dict)
    """Who of them is an `owner` of the bot, who is a `bot` too."""
    place: re.Match[str] | None = None
    """The group it happens in; None: each person's private chat with the bot."""
    refused: list[str] = field(default_factory=list)
    """Patterns of the calls that Telegram may refuse here."""
    steps: list[Step] = field(default_factory=list)

    @property
    def id(self) -> str:
        """For pytest."""
        return f"{self.file.stem}: {self.title}"


def read(file: Path) -> list[Scenario]:
    """All scenarios of a file. Raises BadTranscript."""
    return list(_scenarios(file, file.read_text(encoding="utf-8")))


def _scenarios(file: Path, text: str) -> Iterator[Scenario]:
    scenario: Scenario | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            if line.startswith("== "):
                if scenario:
                    yield scenario
                scenario = Scenario(line[3:].strip(), file, number)
            elif scenario is None:
                raise ValueError("a scenario begins with == and its title")
            else:
                _read_line(scenario, number, line.rstrip())
        except ValueError as error:
            raise BadTranscript(f"{file}:{number}: {error}: {line.strip()!r}") from None
    if scenario:
        yield scenario


def _read_line(scenario: Scenario, number: int, line: str) -> None:
    key, _, rest = line.partition(": ")
    if line[0].isspace():
        _continue(scenario, line.strip())
    elif key == "with":
        people = list(PERSON.finditer(rest))
        scenario.people = {p["name"]: p["lang"] for p in people}
        scenario.traits = {p["name"]: p["trait"] for p in people if p["trait"]}
        if sum(len(p.group()) for p in people) < len(rest):
            raise ValueError("people are named as in `with: Kim (ko), Lee, Park (en, owner)`")
    elif key == "place":
        scenario.place = PLACE.fullmatch(rest)
        if scenario.place is None:
            raise ValueError("a place is `group Title`, `small group Title` or `forum Title: Topic, Topic`")
    elif key == "refused":
        scenario.refused.append(rest)
    else:
        scenario.steps.append(_step(scenario, number, line))


def _step(scenario: Scenario, number: int, line: str) -> Step:
    match = STEP.fullmatch(line)
    if match is None or match["who"] not in (*scenario.people, "bot"):
        raise ValueError(f"who is that? Known are bot, {', '.join(scenario.people)}")
    who, verb, what, topic, text = match.group("who", "verb", "what", "topic", "text")
    return Step(number, who, verb or "", what[1:-1] if what else "", topic or "", text or "")


def _continue(scenario: Scenario, line: str) -> None:
    """An indented line goes on with the one above: buttons, or a further line of the text."""
    if not scenario.steps:
        raise ValueError("nothing to go on with")
    step = scenario.steps[-1]
    if line == "(no buttons)":
        step.rows = []
    elif step.who == "bot" and LABELS.sub("", line).strip() == "":
        step.rows = [*(step.rows or []), LABELS.findall(line)]
    else:
        step.text = f"{step.text}\n{line}" if step.text else line
