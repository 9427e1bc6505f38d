"""`factbot diff OLD [NEW]`: which answers are new, changed or lost between two fact bases."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from bot.authors.replay import as_text, changes, invited
from bot.authors.report import facts_or_report
from bot.authors.revisions import NoSuchRevision, base_at
from bot.learning.known import Known
from bot.learning.learn import know
from bot.ready import shipped


def run(args: Namespace, out: TextIO | None = None) -> int:
    """Print what changes from `args.old` to `args.new` (folders or git revisions). 0; 2 where one cannot be read."""
    facts = args.facts or shipped()
    if args.store and not args.store.is_file():
        sys.stderr.write(f"there is no store at {args.store}\n")
        return 2
    with ExitStack() as stack:
        try:
            wheres = (args.old, args.new or str(facts))
            folders = [(stack.enter_context(base_at(where, facts)), where) for where in wheres]
        except NoSuchRevision as error:
            sys.stderr.write(f"{error}\n")
            return 2
        bases = [facts_or_report(folder, "" if Path(where).is_dir() else where) for folder, where in folders]
        if None in bases:
            return 2
        old, new = (know(base) for base in bases if base)
    return _print(old, new, really_asked(args.store), args.json, out or sys.stdout)


def _print(old: Known, new: Known, real: list[str], as_json: bool, out: TextIO) -> int:
    questions = list(dict.fromkeys([*invited(new), *invited(old), *real]))
    found = changes(old, new, questions)
    if as_json:
        out.write(json.dumps([asdict(change) for change in found], ensure_ascii=False, indent=2) + "\n")
    else:
        out.write(as_text(found, len(questions)) + "\n")
    return 0


def really_asked(store: Path | None) -> list[str]:
    """The questions that a store remembers, the bot's own where none is named; none where there is no store."""
    from bot.authors.unanswered import default_store, questions_in

    return questions_in(store or default_store())
