"""Facts that are read again while the bot runs on Telegram: what the owners are told, and what is answered then."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

from botapi import on_stage

from bot.factfiles import load
from bot.learn import know
from bot.reload import MOST_SHOWN, reload

FACTS = Path(__file__).parent / "spoilt" / "base"


def copied(folder: Path) -> Path:
    """The facts, to be changed."""
    return Path(shutil.copytree(FACTS, folder / "facts"))


def swap(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_all_changed_answers_are_counted_and_some_are_shown(tmp_path: Path) -> None:
    async def run() -> None:
        facts = copied(tmp_path)
        now = know(load(facts))
        async with on_stage(tmp_path, "--facts", str(facts)) as (telegram, _):
            swap(facts / "stories" / "kites.yaml", "who: [mina-park, joon-seo]", "who: mina-park")
            found = reload(facts, now)
            n = len(found.changes)
            assert n > MOST_SHOWN
            olga = telegram.private(telegram.owner("Olga", "en"))
            await olga.says("/reload")
            shown = await olga.sees(f"Loaded. *not what they were: {n}, of {found.asked} questions.\n• *")
            assert shown.text.count("\n• ") == MOST_SHOWN
            assert shown.text.endswith(f"\n… and {n - MOST_SHOWN} more")

    asyncio.run(run())
