"""`factbot check [FACTS]`: everything that is wrong or doubtful in a fact base, each with its place."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from bot.authors.factplaces import Places
from bot.authors.report import FORMATS
from bot.facts import Facts
from bot.loading.factfiles import read
from bot.problems import Problem, in_order, nearest
from bot.ready import shipped

if TYPE_CHECKING:
    from bot.learning.known import Known


def run(args: Namespace, out: TextIO | None = None) -> int:
    """Check the base in `args.folder` and print its problems in `args.format`.

    0: no error (with `args.strict` no warning either); 1: errors; 2: no such folder, or an unknown `args.explain`.
    """
    out = out or sys.stdout
    if args.explain is not None:
        return explain(args.explain, out)
    folder = args.folder or args.facts or shipped()
    problems = check(folder, twins=args.twins)
    shown = FORMATS[args.format](problems, out)
    if shown:
        out.write(shown + "\n")
    if args.format == "text" and (out.isatty() or not problems):
        (out if out.isatty() else sys.stderr).write(counted(problems) + "\n")
    if any(p.rule == "no-folder" for p in problems):
        return 2
    return int(any(args.strict or p.severity == "error" for p in problems))


def counted(problems: Sequence[Problem]) -> str:
    """The last line on a terminal, and beside an empty output, so that nobody has to guess what silence means."""
    if not problems:
        return "nothing is wrong"
    errors = sum(p.severity == "error" for p in problems)
    numbers = ((errors, "error"), (len(problems) - errors, "warning"))
    return ", ".join(f"{n} {what}{'s' * (n != 1)}" for n, what in numbers if n)


def check(folder: Path, twins: bool = False) -> tuple[Problem, ...]:
    """All problems of a base, errors first. What the bot would answer is only asked where the facts could be read."""
    facts, problems = read(folder)
    if facts is None:
        return problems
    return in_order([*problems, *doubts_of(facts, folder, twins)])


def doubts_of(facts: Facts, folder: Path, twins: bool = False) -> list[Problem]:
    """The problems of a base that could be read; `folder` is where its texts are looked up.

    What cannot be reached is only told where the facts themselves are in order: it may be for what is wrong with them.
    """
    from bot.factrules import answers
    from bot.learning.learn import know  # what follows asks the bot, and only here is it needed

    places = Places(folder)
    found = _doubts(facts, places)
    known = know(facts)
    wrong = any(p.severity == "error" for p in found)
    rules = [rule for rule in answers.RULES if not (wrong and rule is answers.unreachable_fact)]
    rules += [answers.told_twin] * twins
    return [*found, *(problem for rule in rules for problem in rule(known, places))]


def _doubts(facts: Facts, places: Places) -> list[Problem]:
    from bot.factrules import doubts

    return [problem for rule in doubts.RULES for problem in rule(facts, places)]


def must_mend(known: Known, folder: Path) -> list[Problem]:
    """The errors of a base that could be read, without the slow search for what can be asked."""
    from bot.factrules import answers

    places = Places(folder)
    return [
        p for p in (*_doubts(known.facts, places), *answers.expected_answer(known, places)) if p.severity == "error"
    ]


def explain(rule: str, out: TextIO) -> int:
    """Print the manual of a rule; `all` prints them all, and "" each with its first sentence."""
    from bot.factrules.manual import manuals

    known = manuals()
    if not rule:
        out.writelines(f"[{manual.name}] {manual.gist}\n" for manual in known.values())
        return 0
    chosen = list(known) if rule == "all" else [rule] if rule in known else []
    if not chosen:
        close = nearest(rule, known)
        hint = f"did you mean '{close}'?" if close else f"there are: {', '.join(known)}"
        sys.stderr.write(f"there is no rule '{rule}'; {hint}\n")
        return 2
    out.write("\n\n".join(str(known[name]) for name in chosen) + "\n")
    return 0
