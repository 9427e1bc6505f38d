"""The command line: reads what is wanted, and calls the module that does it."""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, Action, ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

BROKEN = 2
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run `factbot`; returns the exit code (0 done, 1 problems, 2 wrong usage or broken facts, 130 interrupted)."""
    _speak_utf8()
    try:
        args = parser().parse_args(argv, Namespace(facts=None, watch=False))
        code = int(args.run(args))
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output has gone: there is nobody left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _broken(error)


def _broken(error: Exception) -> int:
    """Broken facts are told with their places; anything else is a bug, and shows itself as one."""
    from bot.authors.report import text
    from bot.problems import BrokenFacts

    if not isinstance(error, BrokenFacts):
        raise error
    print(text(error.problems, sys.stderr), file=sys.stderr)
    return BROKEN


def _speak_utf8() -> None:
    """UTF-8 whatever the locale. What no text can hold is read as U+FFFD, and written as JSON and Python escape it."""
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if reconfigure := getattr(stream, "reconfigure", None):  # a test's stream need not have it
            reconfigure(encoding="utf-8", errors=errors)


def parser() -> ArgumentParser:
    """The parser of all commands; a command imports its module only when it runs."""
    from bot.authors import authoring

    shared = ArgumentParser(add_help=False)
    shared.add_argument(  # a default of the command would undo what stands before it
        "--facts", type=Path, metavar="DIR", default=SUPPRESS, help="the fact base (default: the shipped one)"
    )
    shared.add_argument("--version", action=_Version, nargs=0, default=SUPPRESS, help="show the version and exit")
    top = ArgumentParser(
        "factbot", description="A chat bot that answers questions from a fact base, with the source.", parents=[shared]
    )
    top.set_defaults(run=_console)
    commands = top.add_subparsers(metavar="COMMAND")
    console = commands.add_parser("console", help="talk to the bot here (the default)", parents=[shared])
    for talks in (top, console):
        talks.add_argument(
            "--watch",
            action="store_true",
            default=SUPPRESS,
            help="in the console and on Telegram: read the facts again when they change",
        )
    console.set_defaults(run=_console)
    _add_ask(commands, shared)
    _add_telegram(commands, shared)
    authoring.add_commands(commands, [shared])
    return top


def _add_ask(commands: Any, shared: ArgumentParser) -> None:
    ask = commands.add_parser("ask", help="ask one question, or many as JSON lines", parents=[shared])
    ask.add_argument("question", nargs="*", help="the question (with --jsonl: none)")
    ask.add_argument("--lang", choices=("ko", "en"), help="the language of the answer (default: the question's)")
    how = ask.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="print the whole reply as JSON")
    how.add_argument(
        "--jsonl", action="store_true", help='read {"text": ..., "chat": ..., "lang": ...} a line, write a reply a line'
    )
    how.add_argument("--explain", action="store_true", help="show how the question was read, and the facts told")
    ask.set_defaults(run=_ask, usage=ask.error)


def _add_telegram(commands: Any, shared: ArgumentParser) -> None:
    telegram = commands.add_parser(
        "telegram",
        help="run the bot on Telegram",
        description="Run the bot on Telegram. The token comes from TELEGRAM_BOT_TOKEN, or from the file that "
        "TELEGRAM_BOT_TOKEN_FILE names. Exit codes: 0 ended by SIGTERM, 2 it could not start, 3 Telegram ended it.",
        parents=[shared],
    )
    telegram.add_argument(
        "--webhook", metavar="URL", help="be called by Telegram at this address (default: long polling)"
    )
    telegram.add_argument("--listen", metavar="HOST:PORT", help="where the webhook listens")
    telegram.add_argument(
        "--watch",
        action="store_true",
        default=SUPPRESS,
        help="read the facts again when they change, and tell the owners",
    )
    telegram.add_argument("--log-questions", action="store_true", help="log what people write")
    telegram.add_argument("--health", action="store_true", help="tell whether a running bot is alive, by its watchdog")
    telegram.set_defaults(run=_telegram)


def _ask(args: Namespace) -> int:
    from bot.ask import run

    return run(args)


def _console(args: Namespace) -> int:
    from bot.talk_console import run

    return run(args)


def _telegram(args: Namespace) -> int:
    from bot import talk_telegram
    from bot.ready import shipped

    if args.health:
        return talk_telegram.health()
    return talk_telegram.main(args.facts or shipped(), args.webhook, args.listen, args.log_questions, args.watch)


class _Version(Action):
    """`--version`, which looks the version up only when it is asked for."""

    def __call__(self, parser: ArgumentParser, *_: Any) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"factbot {version('factbot')}")
        except PackageNotFoundError:
            print("factbot, not installed: run from a checkout")
        parser.exit()
