"""From the command line to a run: settings, logs and facts first, then one event loop."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

from bot.problems import BrokenFacts
from bot.talk_telegram.base import load_base
from bot.talk_telegram.ending import WRONG_START, Ended
from bot.talk_telegram.logs import Redacting, set_up_logs
from bot.talk_telegram.occasions import Occasions
from bot.talk_telegram.run import run
from bot.talk_telegram.settings import BadSetting, read_settings
from bot.talk_telegram.webhook import read_hook


def launch(facts_folder: Path, webhook: str | None, listen: str | None, log_questions: bool, watch: bool) -> int:
    """Run the bot; the exit code."""
    try:
        settings = read_settings(os.environ)
        set_up_logs(settings.token)
        hook = read_hook(webhook, listen)
        occasions = Occasions(facts_folder, watch=watch)
        base = load_base(facts_folder)
        interrupted = asyncio.run(
            run(settings, base, facts_folder, hook=hook, log_questions=log_questions, occasions=occasions)
        )
    except BadSetting as error:
        return _fail(WRONG_START, str(error))
    except BrokenFacts as broken:
        return _fail(WRONG_START, *(str(problem) for problem in broken.problems))
    except Ended as ended:
        return _fail(ended.code, Redacting(settings.token).redact(str(ended)))
    return 130 if interrupted == signal.SIGINT else 0


def _fail(code: int, *lines: str) -> int:
    for line in lines:
        print(f"factbot: {line}", file=sys.stderr)
    return code
