"""A change to a base on disk: made as a whole, or refused and taken back."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bot.authors.factedit import Refused, write
from bot.authors.factplaces import Places
from bot.authors.report import text as report
from bot.factrules import doubts
from bot.facts import Facts
from bot.loading.factfiles import read
from bot.problems import Problem


def change(folder: Path, make: Callable[[Facts | None], int]) -> int:
    """Run `make` on the facts of a folder, None where it has none yet; its exit code.

    1: `make` refused, and nothing was changed; 2: the facts are broken already. Both are told on stderr.
    """
    facts, problems = read(folder)
    if facts is None and any(p.rule not in ("no-facts", "no-folder") for p in problems):
        sys.stderr.write(report(problems, sys.stderr) + "\n")
        return 2
    try:
        return make(facts)
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
    except OSError as error:
        sys.stderr.write(f"{error.filename or folder}: {error.strerror or error}\n")
    return 1


class Wrong(Refused):
    """The base would have errors; `problems` holds them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__("nothing was written, since it would be wrong:\n" + "\n".join(map(str, problems)))


def write_all(folder: Path, texts: Mapping[Path, str]) -> None:
    """Write the files; where the base would have an error more by it, take all of them back and raise `Wrong`."""
    before = {path: path.read_text("utf-8") if path.exists() else None for path in texts}
    known = _errors(folder)
    for path, text in texts.items():
        write(path, text)
    if new := [problem for key, problem in _errors(folder).items() if key not in known]:
        for path, old in before.items():
            if old is None:
                path.unlink()
            else:
                write(path, old)
        raise Wrong(new)


def _errors(folder: Path) -> dict[tuple[str, ...], Problem]:
    """The errors of a base but for that it has no fact yet, by what they say without their lines."""
    facts, problems = read(folder)
    if facts is not None:
        places = Places(folder)
        problems += tuple(p for rule in doubts.RULES for p in rule(facts, places))
    wrong = (p for p in problems if p.severity == "error" and p.rule not in ("no-facts", "no-folder"))
    return {(p.place.file, p.rule, _LINE.sub("", p.message)): p for p in wrong}


_LINE = re.compile(r":\d+:\d+")
