"""The author's subcommands: check, questions, diff, new, schema, export, import, unanswered; each in its own module."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

COMMANDS: dict[str, tuple[str, str]] = {
    # command: its module, and what it does
    "check": ("bot.authors.check", "tell everything that is wrong or doubtful in a fact base"),
    "questions": ("bot.authors.questions", "show what can be asked of every fact, in each language"),
    "diff": ("bot.authors.diff", "show which answers change between two fact bases or git revisions"),
    "new": ("bot.authors.new", "begin a story, a name or a fact: writes a commented block in the right file"),
    "schema": ("bot.authors.schema", "print the JSON Schema of the fact files, for editors"),
    "export": ("bot.authors.spreadsheet", "write the names as CSV, for a spreadsheet"),
    "import": ("bot.authors.spreadsheet", "add and change names from CSV"),
    "unanswered": ("bot.authors.unanswered", "list what was asked in vain"),
}


def add_commands(subparsers: Any, parents: Sequence[ArgumentParser] = ()) -> None:
    """Add the author's commands to the result of `add_subparsers`.

    `parents` bring in what all commands share; without them each has its own `--facts DIR`. A parsed command has
    `run`: a function of the arguments that returns the exit code, and imports the command only when it is called.
    """
    for command, (module, about) in COMMANDS.items():
        parser = subparsers.add_parser(
            command, help=about, description=about[0].upper() + about[1:] + ".", parents=parents
        )
        if not parents:
            parser.add_argument("--facts", type=Path, metavar="DIR", help="the fact base (default: the shipped one)")
        _ARGUMENTS[command](parser)
        parser.set_defaults(run=_runner(module), command=command)


def _runner(module: str) -> Callable[[Namespace], int]:
    def run(args: Namespace) -> int:
        return int(import_module(module).run(args))

    return run


def _check(parser: ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, metavar="FACTS", help="the fact base to check")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--twins", action="store_true", help="also ask what is not so, and see that it is not told")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="how to print problems")
    parser.add_argument(
        "--explain",
        metavar="RULE",
        nargs="?",
        const="",
        help="print the manual of a rule, with samples; `all` for all, nothing for a list of the rules",
    )


def _questions(parser: ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", metavar="STORY|FACT", help="one story or one fact (default: all)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _diff(parser: ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help="a folder, or a git revision of the fact base")
    parser.add_argument("new", nargs="?", metavar="NEW", help="the same; default: the fact base as it is now")
    parser.add_argument(
        "--store", type=Path, metavar="FILE", help="where what was really asked is kept (default: the bot's own)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def _new(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=("story", "name", "fact"))
    parser.add_argument("answers", nargs="*", metavar="KEY=VALUE", help="answers given beforehand; the rest is asked")
    parser.add_argument("--dry-run", action="store_true", help="print the block and write nothing")


def _schema(parser: ArgumentParser) -> None:
    parser.add_argument(
        "which", nargs="?", choices=("names", "questions", "stories"), help="one of them (default: all)"
    )
    parser.add_argument("--write", action="store_true", help="write them into schema/ of the base, for its files")


def _export(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=("names",))
    parser.add_argument("--csv", type=Path, metavar="FILE", help="where to (default: stdout)")


def _import(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=("names",))
    parser.add_argument("--csv", type=Path, metavar="FILE", required=True, help="the file to read")
    parser.add_argument("--dry-run", action="store_true", help="say what would change and write nothing")


def _unanswered(parser: ArgumentParser) -> None:
    parser.add_argument("--store", type=Path, metavar="FILE", help="the store to read (default: the bot's own)")
    parser.add_argument("--days", type=int, default=30, help="how far back (default: 30)")
    parser.add_argument("--yaml", action="store_true", help="write YAML blocks to fill in")


_ARGUMENTS: dict[str, Callable[[ArgumentParser], None]] = {
    "check": _check,
    "questions": _questions,
    "diff": _diff,
    "new": _new,
    "schema": _schema,
    "export": _export,
    "import": _import,
    "unanswered": _unanswered,
}
