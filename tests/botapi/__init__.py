"""A strict Bot API server for tests, on loopback, with people to talk, faults on demand, and transcripts to play."""

from .bell import PATIENCE
from .play import Play
from .process import BotProcess
from .server import TOKEN, Call, FakeTelegram
from .stage import Stage, by_webhook, free_port, on_stage
from .talk import Talk, fits
from .transcript import BadTranscript, Scenario, read

__all__ = [
    "PATIENCE",
    "TOKEN",
    "BadTranscript",
    "BotProcess",
    "Call",
    "FakeTelegram",
    "Play",
    "Scenario",
    "Stage",
    "Talk",
    "by_webhook",
    "fits",
    "free_port",
    "on_stage",
    "read",
]
