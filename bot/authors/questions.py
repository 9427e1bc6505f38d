"""`factbot questions [STORY|FACT]`: what can be asked of every fact, in each language, and what nothing reaches."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping
from typing import TextIO

from bot.authors.phrasings import Asker
from bot.authors.reach import Reach, reach
from bot.authors.report import facts_or_report
from bot.facts import Story
from bot.learning.known import Known
from bot.learning.learn import know
from bot.problems import nearest
from bot.ready import shipped
from bot.turn import LANGS

NOTHING = "-"


def run(args: Namespace, out: TextIO | None = None) -> int:
    """Print the map of the whole base, of one story, or of one fact (`args.what`). 0; 1 for an unknown id; 2 broken."""
    out = out or sys.stdout
    facts = facts_or_report(args.facts or shipped())
    if facts is None:
        return 2
    ids = tuple(facts.facts) if not args.what else _ids(args.what, facts.stories, facts.facts)
    if not ids:
        close = nearest(args.what, (*facts.stories, *facts.facts))
        hint = f"; did you mean '{close}'?" if close else ""
        sys.stderr.write(f"there is no story or fact '{args.what}'{hint}\n")
        return 1
    rows = mapped(ids, know(facts))
    out.write((as_json(rows) if args.json else as_text(rows)) + "\n")
    return 0


def _ids(what: str, stories: Mapping[str, Story], facts: Iterable[str]) -> tuple[str, ...]:
    if what in stories:
        return tuple(stories[what].facts)
    return (what,) if what in facts else ()


def mapped(ids: Iterable[str], known: Known) -> list[Reach]:
    """The map of these facts, in their order."""
    asker = Asker(known.facts)
    return [row for id_ in ids for row in reach(known.facts.facts[id_], known, asker)]


def as_text(rows: Iterable[Reach]) -> str:
    """For each fact its parts, each with the question that reaches it in each language, and a last line that counts."""
    lines: list[str] = []
    rows = list(rows)
    for row in rows:
        if not row.part:
            lines += ["", row.fact]
        lines += [f"  {row.part or '(all)':12} {lang}  {row.by.get(lang, NOTHING)}" for lang in LANGS]
    counts = ", ".join(f"{lang} {sum(lang in r.by for r in rows)}" for lang in LANGS)
    return "\n".join(
        [*lines[1:], "", *_gaps(rows), f"{len(rows)} thing{'s' * (len(rows) != 1)} to ask for; reached: {counts}"]
    )


def _gaps(rows: Iterable[Reach]) -> list[str]:
    """What no question reaches: a line for each fact and part, with the languages that lack one."""
    gaps = [(row, [lang for lang in LANGS if lang not in row.by]) for row in rows]
    where = {("en",): "in English", ("ko",): "in Korean", ("en", "ko"): "in either language"}
    return [f"not reached {where[tuple(langs)]}: {r.fact} {r.part or '(all)'}" for r, langs in gaps if langs]


def as_json(rows: Iterable[Reach]) -> str:
    """The same for programs: a list of objects with fact, part (null for the whole), and a question a language."""
    values = [{"fact": r.fact, "part": r.part or None, **{lang: r.by.get(lang) for lang in LANGS}} for r in rows]
    return json.dumps(values, ensure_ascii=False, indent=2)
