"""What people write and what they then see: every transcript, played with the real bot by polling and by webhook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from botapi import Play, Scenario, Stage, by_webhook, read

HERE = Path(__file__).parent / "telegram"


@dataclass(frozen=True)
class Setting:
    """A fact base, and the way updates come."""

    transcripts: str
    options: tuple[str, ...]
    webhook: bool

    def __str__(self) -> str:
        return f"{self.transcripts} by {'webhook' if self.webhook else 'polling'}"


BASES = {"transcripts": (), "transcripts_tea": ("--facts", str(HERE / "facts"))}
"""The folders of transcripts, and the options that make the bot use the facts they speak of."""
PLAYED = [
    (Setting(folder, options, webhook), scenario)
    for folder, options in BASES.items()
    for webhook in (False, True)
    for file in sorted((HERE / folder).glob("*.chat"))
    for scenario in read(file)
]


class Stages:
    """A stage for each setting, put up when it is first played on."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self._folders = folders
        self._stages: dict[Setting, Stage] = {}

    def of(self, setting: Setting) -> Stage:
        if setting not in self._stages:
            way = by_webhook() if setting.webhook else ()
            self._stages[setting] = Stage(self._folders.mktemp("bot"), *setting.options, *way)
        return self._stages[setting]

    def stop(self) -> None:
        for stage in self._stages.values():
            stage.stop()


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stages]:
    """One bot for all scenarios of a setting: each brings people of its own."""
    stages = Stages(tmp_path_factory)
    yield stages
    stages.stop()


def test_there_are_transcripts_of_at_least_sixty_scenarios_in_both_languages() -> None:
    scenarios = {scenario.id: scenario for _, scenario in PLAYED}
    assert 2 * len(scenarios) == len(PLAYED)  # no two of one name
    assert len(scenarios) >= 60
    assert sum("ko" in scenario.people.values() for scenario in scenarios.values()) >= 40
    assert sum("en" in scenario.people.values() for scenario in scenarios.values()) >= 40


@pytest.mark.parametrize(("setting", "scenario"), PLAYED, ids=lambda value: str(getattr(value, "id", value)))
def test_the_chat_shows_what_the_transcript_says(stages: Stages, setting: Setting, scenario: Scenario) -> None:
    stages.of(setting).play(lambda telegram: Play(telegram, scenario).run())
