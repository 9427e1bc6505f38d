"""Prints right, wrong and missed by set and language; `--help` tells the rest."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from math import ceil, floor

from bot.learning.known import Known
from bot.problems import BrokenFacts
from bot.turn import LANGS

from .ask import Judged, ask, counted, known_of
from .bank import SETS, UNREAD, facts_of, read_set
from .slips import NOISES


def main() -> None:
    """Ask the sets that are wanted, and print a table."""
    sys.stdout.reconfigure(encoding="utf-8")
    parser = ArgumentParser("python -m tests.questions", description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)} (default: all)")
    parser.add_argument("--lang", choices=("ko", "en"), help="only questions of this language")
    parser.add_argument("--noise", choices=NOISES, help="with such a slip in each question, where its language has it")
    parser.add_argument("--show", action="store_true", help="print what is not right; nothing of a held set is shown")
    parser.add_argument("--floor", action="store_true", help="print what is reached in the form of floor.yaml")
    args = parser.parse_args()
    if unknown := set(args.sets) - set(SETS):
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    for name in args.sets or SETS:
        try:
            known = known_of(facts_of(name))
        except BrokenFacts as broken:
            print(f"# {name} cannot be read: {len(broken.problems)} problems, the first: {broken.problems[0]}\n")
            continue
        if args.floor:
            print_floor(name, known)
            continue
        cases = read_set(name, args.noise)
        judged = [j for j in ask(cases, known) if args.lang in (None, j.case.lang)]
        if args.show and name not in UNREAD:
            show(judged)
        print_table(name, judged)


def show(judged: list[Judged]) -> None:
    """What is not right, with what was wanted."""
    for case, reply, verdict in ((j.case, j.reply, j.verdict) for j in judged if j.verdict != "right"):
        print(f"{verdict:6} {case.id} {case.asked!r}\n       [{reply.status}] {reply.answer[:200]!r}")
        print(f"       wanted {case.expect if case.answerable else 'no answer'}, not {case.forbid}")


def print_table(name: str, judged: list[Judged]) -> None:
    """A line a language and sort, and one for all."""
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        sort = "dialogs" if one.case.chat else "answerable" if one.case.answerable else "not answerable"
        groups.setdefault(f"{one.case.lang} {sort}", []).append(one)
    for group, found in sorted(groups.items()):
        print(f"{name:10} {group:18} {counted(found)}")
    print(f"{name:10} {'all':18} {counted(judged)}\n")


def print_floor(name: str, known: Known) -> None:
    """What is reached with each sort of slip, in whole percent: right rounded down, wrong up to half a percent."""
    print(f"{name}:")
    for noise in (None, *NOISES):
        judged = list(ask(read_set(name, noise), known))
        counts = {lang: counted(j for j in judged if j.case.lang == lang) for lang in LANGS}
        reached = ", ".join(
            f"{lang}: {{right: {floor(count.share('right'))}, wrong: {ceil(2 * count.share('wrong')) / 2:g}}}"
            for lang, count in counts.items()
            if count.verdicts
        )
        print(f"  {noise or 'plain'}: {{{reached}}}")


if __name__ == "__main__":
    main()
