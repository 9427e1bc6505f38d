"""The settings of `factbot telegram`, read from the environment once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.store import data_folder

API_URL = "https://api.telegram.org/bot"
WATCHDOG = 180.0


class BadSetting(Exception):
    """A setting is missing or cannot be read; the text is one line for the person who runs the bot."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the bot runs. Times are in seconds; each field but the token has its variable in `NUMBERS` or `read`."""

    token: str
    api_url: str = API_URL
    """Where the Bot API is; the token follows it, as python-telegram-bot's base_url takes it."""
    owners: frozenset[int] = frozenset()
    store: Path = Path("store.sqlite")
    heartbeat: Path = Path("telegram.alive")
    """The file whose time of change is the last good sign of life."""
    webhook_secret: str | None = None
    """None: derived from the token, so that replicas agree on it."""
    flood: float = 20
    """Questions a minute that one person is answered at once."""
    slots: float = 32
    """Calls under way at a time; measured best between 16 and 32 (more only queue at Telegram's side)."""
    poll_wait: float = 30
    """How long one getUpdates waits for an update."""
    request_wait: float = 20
    """How long one call may take before its fate is unknown."""
    send_wait: float = 300
    """How long a message is tried again that surely did not arrive."""
    reach_wait: float = 10
    """How long start-up tries a server that cannot be reached."""
    start_wait: float = 120
    """How long start-up tries a server that answers with 429 or 5xx."""
    conflict_wait: float = 60
    """How long another poller is put up with (a deploy overlaps for some seconds)."""
    watchdog: float = WATCHDOG
    """How old the last good getUpdates may be before the process ends itself."""
    lease: float = 5
    """With a webhook: for how long an update that was delivered to a process is its own; renewed while it is at it."""
    hold: float = 10
    """With a webhook: how long a delivery is held open; what has to wait longer is parked, for Telegram opens few."""
    drain_wait: float = 20
    """How long SIGTERM waits for what was taken; what is left then is not confirmed and comes again."""
    backoff: float = 1
    """The first pause after a failure; each further one is twice as long, up to 30 times this."""
    sweep: float = 600
    """How often what was kept long enough is deleted."""
    keep_context: float = 86400
    keep_questions: float = 30 * 86400


NUMBERS = {
    "FACTBOT_FLOOD": "flood",
    "FACTBOT_SLOTS": "slots",
    "FACTBOT_POLL_WAIT": "poll_wait",
    "FACTBOT_REQUEST_WAIT": "request_wait",
    "FACTBOT_SEND_WAIT": "send_wait",
    "FACTBOT_REACH_WAIT": "reach_wait",
    "FACTBOT_START_WAIT": "start_wait",
    "FACTBOT_CONFLICT_WAIT": "conflict_wait",
    "FACTBOT_WATCHDOG": "watchdog",
    "FACTBOT_LEASE": "lease",
    "FACTBOT_HOLD": "hold",
    "FACTBOT_DRAIN_WAIT": "drain_wait",
    "FACTBOT_BACKOFF": "backoff",
    "FACTBOT_SWEEP": "sweep",
    "FACTBOT_KEEP_CONTEXT": "keep_context",
    "FACTBOT_KEEP_QUESTIONS": "keep_questions",
}


def read_settings(env: Mapping[str, str]) -> Settings:
    """The settings that the environment names, the others as they are by default. Raises BadSetting."""
    store = Path(env["FACTBOT_STORE"]) if env.get("FACTBOT_STORE") else data_folder() / "store.sqlite"
    settings = Settings(
        token=_token(env),
        api_url=env.get("TELEGRAM_API_URL") or API_URL,
        owners=_owners(env.get("FACTBOT_OWNERS", "")),
        store=store,
        heartbeat=heartbeat_file(env),
        webhook_secret=env.get("FACTBOT_WEBHOOK_SECRET") or None,
        **{field: _number(name, env[name]) for name, field in NUMBERS.items() if env.get(name)},
    )
    if settings.watchdog <= settings.poll_wait:
        raise BadSetting("FACTBOT_WATCHDOG has to be longer than FACTBOT_POLL_WAIT, in which nothing need come")
    return settings


def heartbeat_file(env: Mapping[str, str]) -> Path:
    """Where the sign of life is kept: beside the store, or at FACTBOT_HEARTBEAT."""
    store = Path(env["FACTBOT_STORE"]).parent if env.get("FACTBOT_STORE") else data_folder()
    return Path(env["FACTBOT_HEARTBEAT"]) if env.get("FACTBOT_HEARTBEAT") else store / "telegram.alive"


def _token(env: Mapping[str, str]) -> str:
    token = env.get("TELEGRAM_BOT_TOKEN", "").strip()
    file = env.get("TELEGRAM_BOT_TOKEN_FILE")
    if not token and file:
        try:
            token = Path(file).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise BadSetting(f"TELEGRAM_BOT_TOKEN_FILE cannot be read: {error}") from None
    if not token:
        raise BadSetting("no token: set TELEGRAM_BOT_TOKEN, or TELEGRAM_BOT_TOKEN_FILE to a file that holds it")
    if any(c.isspace() or c == "/" for c in token):
        raise BadSetting("the token is not one: it reads like 123456:ABC-DEF, without spaces or slashes")
    return token


def _owners(text: str) -> frozenset[int]:
    try:
        return frozenset(int(part) for part in text.replace(",", " ").split())
    except ValueError:
        raise BadSetting("FACTBOT_OWNERS is a list of Telegram user ids, such as 1234567,7654321") from None


def _number(name: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number < 1e9:
        raise BadSetting(f"{name} is a number, 0 or more, not {text!r}")
    return number
