"""The Telegram shell: `main(facts_folder, webhook, listen, log_questions, watch) -> exit code`, and `health() -> exit code`.

    main(folder, None, None, False)                                  long polling
    main(folder, "https://example.org/hook", "0.0.0.0:8080", False)  webhook, behind a proxy that ends TLS

The rest comes from the environment: TELEGRAM_BOT_TOKEN or TELEGRAM_BOT_TOKEN_FILE, TELEGRAM_API_URL, FACTBOT_OWNERS,
FACTBOT_STORE, FACTBOT_HEARTBEAT, FACTBOT_WEBHOOK_SECRET, and the waits and limits that `settings.NUMBERS` lists.

Exit codes: 0 ended by SIGTERM; 2 it could not start (token, port, server, broken facts); 3 Telegram ended the session
(401, 409 for long, silence for long); 130 ended by ^C. `health` gives 0 while the last sign of life is recent, else 1.

The way of an update: `polling` or `webhook` -> `intake` (once, in the order of its chat) -> `hearing` -> `handle` ->
`questions`, `commands`, `topics`, `owners`; pressed buttons go to `presses`, inline queries to `inline`.
Whatever writes to a chat leaves by `shell.send` and `calls`. At SIGHUP and with `watch`, `occasions` has the facts read
again by `reloading`, as `owners` has at /reload, and tells all owners.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path


def main(facts_folder: Path, webhook: str | None, listen: str | None, log_questions: bool, watch: bool = False) -> int:
    """Run the bot until it is told to stop; the exit code. What goes wrong is told in one line on stderr."""
    from bot.talk_telegram.launch import launch

    return launch(facts_folder, webhook, listen, log_questions, watch)


def health() -> int:
    """The watchdog's view, for `factbot telegram --health` and an image's HEALTHCHECK; imports no Telegram."""
    from bot.talk_telegram.watch import alive

    if alive(os.environ, time.time()):
        return 0
    print("no recent sign of life", file=sys.stderr)
    return 1
