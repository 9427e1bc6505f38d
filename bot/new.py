"""`factbot new story|name|fact`: asks a few questions and writes a commented block into the right file."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Mapping
from typing import NamedTuple, TextIO

from bot.change import change, write_all
from bot.factedit import Refused
from bot.factfolder import shown
from bot.facts import Facts
from bot.factshapes import NAME_SECTIONS
from bot.newblocks import BLOCKS, Answers, one_of
from bot.problems import nearest
from bot.ready import shipped


class Ask(NamedTuple):
    """One question to the author."""

    key: str
    about: str
    needed: bool = True


_ID = Ask("id", "id: small letters and hyphens (kite-club)", needed=False)
ASKS: Mapping[str, tuple[Ask, ...]] = {
    "name": (
        Ask("sort", f"what it is: {', '.join(NAME_SECTIONS.values())}"),
        Ask("en", "name in English"),
        Ask("ko", "name in Korean"),
        Ask("title_en", "title in English (CEO), or nothing", needed=False),
        Ask("title_ko", "title in Korean, or nothing", needed=False),
        Ask("of", "id of what it belongs to, or nothing", needed=False),
        _ID,
    ),
    "story": (
        Ask("en", "title in English"),
        Ask("ko", "title in Korean"),
        Ask("date", "its day: 2025-02-04"),
        Ask("subject", "id of the name that it is mainly about"),
        Ask("outlet_en", "who published it, in English"),
        Ask("outlet_ko", "who published it, in Korean"),
        Ask("told_en", "its first fact: one sentence in English"),
        Ask("told_ko", "the same in Korean"),
        Ask("asked_en", "a few words by which people ask for that, in English"),
        Ask("asked_ko", "the same in Korean"),
        _ID,
    ),
    "fact": (
        Ask("story", "id of the story"),
        Ask("kind", "kind of fact"),
        Ask("en", "what the fact is called, in English (the first meeting)"),
        Ask("ko", "the same in Korean"),
        Ask(
            "words_en", "words that set it apart from others of its kind, in English (first, opening day)", needed=False
        ),
        Ask("words_ko", "the same in Korean", needed=False),
        _ID,
    ),
}


def run(args: Namespace, out: TextIO | None = None) -> int:
    """Write the block for `args.what`. `args.answers` (KEY=VALUE) are not asked again; without a terminal nothing is.

    0: written, and nothing is wrong with it; 1: refused, and nothing was changed; 2: the facts are broken already.
    """
    out = out or sys.stdout
    folder = args.facts or shipped()

    def make(facts: Facts | None) -> int:
        answers = _answers(args.what, args.answers, facts)
        path, text, block = BLOCKS[args.what](folder, answers, facts)
        if args.dry_run:
            out.write(block)
            return 0
        write_all(folder, {path: text})
        out.write(f"written to {shown(path)}\n")
        return 0

    return change(folder, make)


def _answers(what: str, given: list[str], facts: Facts | None) -> Answers:
    """The answers given beforehand, and those that the author types."""
    answers = dict(_pair(item) for item in given)
    asks = list(ASKS[what])
    if what == "fact":
        asks[-1:-1] = _asks_of_kind(answers, facts)
    known = {ask.key for ask in asks}
    if unknown := answers.keys() - known:
        key = min(unknown)
        close = nearest(key, known)
        hint = f"did you mean '{close}'?" if close else f"there are: {', '.join(sorted(known))}"
        raise Refused(f"there is no '{key}' to answer; {hint}")
    missing = [ask for ask in asks if ask.key not in answers]
    if not sys.stdin.isatty():
        if needed := [ask.key for ask in missing if ask.needed]:
            raise Refused(f"still to answer: {', '.join(f'{key}=...' for key in needed)}")
        return answers
    return answers | {ask.key: _typed(ask) for ask in missing}


def _pair(item: str) -> tuple[str, str]:
    key, equals, value = item.partition("=")
    if not equals or not value.strip():
        raise Refused(f"'{item}' is no KEY=VALUE")
    return key, " ".join(value.split())


def _typed(ask: Ask) -> str:
    while True:
        try:
            answer = " ".join(input(f"{ask.about}: ").split())
        except EOFError:
            raise Refused("stopped, and nothing was written") from None
        if answer or not ask.needed:
            return answer


def _asks_of_kind(answers: Answers, facts: Facts | None) -> list[Ask]:
    """The parts that a fact of the kind is told by: those of its fullest sentence."""
    if facts is None:
        raise Refused("there is no story yet; begin with: factbot new story")
    if not facts.kinds:
        raise Refused(
            "there is no kind of fact yet; write one into questions/kinds.yaml, as the README of the facts shows"
        )
    if "kind" not in answers and sys.stdin.isatty():
        answers["kind"] = _typed(Ask("kind", f"kind of fact: {', '.join(facts.kinds)}"))
    kind = facts.kinds.get(answers.get("kind", ""))
    if kind is None:
        raise Refused(one_of("kind", answers.get("kind", ""), facts.kinds))
    parts = re.findall(r"\{(\w+)\}", kind.says["en"][0]) if kind.says.get("en") else ["who", "where", "when"]
    wanted = [p for p in dict.fromkeys(parts) if p in kind.parts]
    return [Ask(p, f"{p} ({kind.parts[p].type}), or nothing", needed=False) for p in wanted]
