"""A running bot outlives reloads of good and bad files in any order: a right answer after each, and nothing leaks."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import pytest
from botapi import on_stage

BASE = Path(__file__).parent / "spoilt" / "base"
RELOADS = int(os.environ.get("RELOADS", "40"))
"""Good and bad ones by chance; runs of 200 (`RELOADS=200 pytest -k running`) passed too."""
GROWTH = 1.15
"""What a process may have grown since a fifth of the reloads; after 200 it was 1.02 at most."""

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system does not tell what is open")


class Step(NamedTuple):
    """What stands in the story's file now, and who flew kites as the bot must see it."""

    good: bool
    told: str


def steps(story: Path, chance: random.Random) -> Iterator[Step]:
    """Write the story again and again, well or badly."""
    whole = story.read_text("utf-8")
    told = "Mina Park and Joon Seo"
    for _ in range(RELOADS):
        who, name = chance.choice([("mina-park", "Mina Park"), ("joon-seo", "Joon Seo")])
        text = whole.replace("who: [mina-park, joon-seo]", f"who: {who}")
        good = chance.random() < 0.5
        bad = (
            "\0",
            "story: [",
            "",
            "story: kites\nfacts: *x\n",
            text.replace(who, "nobody"),
            text.partition(", ko: 첫")[0],
        )
        story.write_text(text if good else chance.choice(bad), "utf-8")
        told = name if good else told
        yield Step(good, told)


def weight(process: int) -> tuple[int, int]:
    """Files that a process has open, and kilobytes that it holds."""
    status = Path(f"/proc/{process}/status").read_text()
    return len(os.listdir(f"/proc/{process}/fd")), int(status.split("VmRSS:")[1].split()[0])


def has_not_grown(before: tuple[int, int], after: tuple[int, int]) -> bool:
    return after[0] <= before[0] and after[1] <= before[1] * GROWTH


def test_a_running_console(tmp_path: Path) -> None:
    base = Path(shutil.copytree(BASE, tmp_path / "base"))
    command = (sys.executable, "-m", "bot", "--facts", str(base))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as talk:
        assert talk.stdin is not None
        assert talk.stdout is not None

        def said(*lines: str) -> list[str]:
            print(*lines, "/end", sep="\n", file=talk.stdin, flush=True)
            return list(takewhile(lambda line: line and "/end" not in line, iter(talk.stdout.readline, None)))

        assert said("who flew kites?")[0] == "Mina Park and Joon Seo.\n"
        before = (0, 0)
        for number, step in enumerate(steps(base / "stories" / "kites.yaml", random.Random(7))):
            lines = said("/reload", "who flew kites?")
            assert lines[0].startswith("reloaded" if step.good else "not reloaded"), lines
            assert lines[-2] == f"{step.told}.\n", lines
            if number == RELOADS // 5:
                before = weight(talk.pid)
        assert has_not_grown(before, weight(talk.pid)), (before, weight(talk.pid))
        talk.stdin.close()
        assert talk.wait(20) == 0


def test_a_running_bot_on_telegram(tmp_path: Path) -> None:
    async def run() -> None:
        base = Path(shutil.copytree(BASE, tmp_path / "base"))
        async with on_stage(tmp_path, "--facts", str(base), FACTBOT_FLOOD="100000") as (telegram, bot):
            olga = telegram.private(telegram.owner("Olga", "en"))
            before, chance = (0, 0), random.Random(9)
            await olga.says("/stats")
            await olga.sees("*")
            for number, step in enumerate(steps(base / "stories" / "kites.yaml", random.Random(8))):
                if chance.random() < 0.5 and hasattr(signal, "SIGHUP"):
                    bot.process.send_signal(signal.SIGHUP)
                else:
                    await olga.says("/reload")
                await olga.sees("Loaded. *" if step.good else "Not loaded*")
                await olga.says("who flew kites?")
                await olga.sees(f"{step.told}.*Source: The Kite Letter*")
                if number == RELOADS // 5:
                    before = weight(bot.process.pid)
            assert has_not_grown(before, weight(bot.process.pid)), (before, weight(bot.process.pid))

    asyncio.run(run())
