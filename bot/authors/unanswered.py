"""`factbot unanswered`: what was asked in vain or disliked, as a list, or as YAML blocks for the author to fill in."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TextIO

from bot.answer import answer
from bot.authors.factedit import flow
from bot.authors.report import facts_or_report
from bot.authors.twins import named
from bot.learning.known import Known
from bot.learning.learn import know
from bot.ready import shipped
from bot.store import DAY, Store, Vain, data_folder
from bot.turn import Reply

HEAD = """\
# Asked in vain. Move each into the `questions:` of its story, say what must answer it, and mend the facts until
# `factbot check` is content."""
NEAREST = 3
"""Facts that are offered as what may have been meant."""


def run(args: Namespace, out: TextIO | None = None) -> int:
    """Print the questions asked in vain in the last `args.days`, the most frequent first. 0; 2 for broken facts."""
    out = out or sys.stdout
    path = args.store or default_store()
    if not path.is_file():
        out.write("# " * args.yaml + f"nothing was asked in vain: there is no store at {path}\n")
        return 0
    with closing(Store(path, keep_questions=args.days * DAY)) as store:
        asked = store.vain()
    if not args.yaml or not asked:
        out.write("\n".join(("# " * args.yaml) + line for line in as_lines(asked)) + "\n")
        return 0
    facts = facts_or_report(args.facts or shipped())
    if facts is None:
        return 2
    known = know(facts)
    out.write("\n".join([HEAD, "questions:", *(block(question, known) for question in asked)]) + "\n")
    return 0


def default_store() -> Path:
    """Where the bot keeps its store."""
    return Path(os.environ.get("FACTBOT_STORE") or data_folder() / "store.sqlite")


def questions_in(path: Path) -> list[str]:
    """The questions that a store remembers."""
    if not path.is_file():
        return []
    with closing(Store(path)) as store:
        return [question.text for question in store.vain()]


def as_lines(asked: Iterable[Vain]) -> list[str]:
    """A line a question: how often, why in vain, when last, the question, and the words that were not known."""
    lines = [f"{q.count:5}  {q.why:13} {q.last}  {q.text}" + (f"  [{q.lacked}]" if q.lacked else "") for q in asked]
    return lines or ["nothing was asked in vain"]


def block(question: Vain, known: Known) -> str:
    """An entry for the `questions:` of a story, with what was read in comments."""
    reply = answer(question.text, known)
    near = nearest_facts(reply, known)
    titles = (f"{id_} ({title.en})" if (title := known.facts.facts[id_].title) else id_ for id_ in near)
    read = [f"  # asked {_times(question.count)}, last on {question.last}; {question.why}"]
    read += [f"  # answered now: {_line(reply.answer)}"]
    read += [f"  # read as: {_line(reply.read_as)}"] if reply.read_as else []
    read += [f"  # not accounted for: {', '.join(map(_line, reply.residue))}"] if reply.residue else []
    read += [f"  # nearest facts: {', '.join(titles)}"] if near else []
    entry = [
        f"  - ask: {flow({reply.lang: question.text})}",
        f"    facts: {flow(near[:1])}  # one of the facts it is answered by" if near else "    # facts: [the-fact]",
        f"    # says: {flow({reply.lang: ['what the answer must hold']})}",
    ]
    return "\n".join([*read, *entry])


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _line(text: str) -> str:
    """A text that stays in its comment."""
    return " ".join(text.split())


def nearest_facts(reply: Reply, known: Known) -> list[str]:
    """The facts that share most with what was read: those replied with, then those with its names and kinds."""
    names, kinds = set(reply.memory.names), set(reply.memory.kinds)
    scores = {f.id: 2 * len(names & named(f)) + (f.kind in kinds) for f in known.facts.facts.values()}
    told = [id_ for id_ in reply.facts if id_ in scores]
    others = sorted((id_ for id_, score in scores.items() if score > 0), key=lambda id_: -scores[id_])
    return list(dict.fromkeys([*told, *others]))[:NEAREST]
