"""`factbot new story|name|fact`: asks a few questions and writes a commented block into the right file."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, TextIO

from bot.authors.change import change, write_all
from bot.authors.factedit import Refused
from bot.authors.newblocks import BLOCKS, Answers, one_of
from bot.facts import Facts
from bot.loading.factfolder import shown
from bot.loading.factshapes import NAME_SECTIONS
from bot.loading.values_amount import read_amount
from bot.loading.values_when import Impossible, read_when
from bot.problems import nearest
from bot.ready import shipped


class Ask(NamedTuple):
    """One question to the author."""

    key: str
    about: str
    needed: bool = True
    type: str = ""
    """What is read there, where it is not any text."""


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
        Ask("date", "its day: 2025-02-04", type="when"),
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
    asked, missing = [], []
    for ask in _asks(what, answers, facts):
        asked.append(ask.key)
        if ask.key not in answers and sys.stdin.isatty():
            answers[ask.key] = _typed(ask, facts)
        elif ask.key not in answers and ask.needed:
            missing.append(ask.key)
    if unknown := answers.keys() - set(asked):
        key = min(unknown)
        close = nearest(key, asked)
        hint = f"did you mean '{close}'?" if close else f"there are: {', '.join(sorted(asked))}"
        raise Refused(f"there is no '{key}' to answer; {hint}")
    if missing:
        raise Refused(f"still to answer: {', '.join(f'{key}=...' for key in missing)}")
    return answers


def _asks(what: str, answers: Answers, facts: Facts | None) -> Iterator[Ask]:
    """The questions, those for the parts of a fact once its kind is known."""
    if what == "fact" and facts is None:
        raise Refused("there is no story yet; begin with: factbot new story")
    if what == "fact" and facts and not facts.kinds:
        raise Refused(
            "there is no kind of fact yet; write one into questions/kinds.yaml, as the README of the facts shows"
        )
    for ask in ASKS[what]:
        if ask is _ID and what == "fact" and facts:
            yield from _asks_of_kind(answers.get("kind", ""), facts)
        yield ask


def _pair(item: str) -> tuple[str, str]:
    key, equals, value = item.partition("=")
    if not equals or not value.strip():
        raise Refused(f"'{item}' is no KEY=VALUE")
    return key, " ".join(value.split())


def _typed(ask: Ask, facts: Facts | None) -> str:
    """What the author types, asked for again until it can be so."""
    known = _choices(ask.key, facts)
    about = f"{ask.about}: {', '.join(known)}" if ask.key in ("story", "kind") else ask.about
    while True:
        try:
            answer = " ".join(input(f"{about}: ").split())
        except EOFError:
            raise Refused("stopped, and nothing was written") from None
        amiss = _amiss(ask, answer, known)
        if amiss is None:
            return answer
        sys.stderr.write(amiss + "\n")


def _choices(key: str, facts: Facts | None) -> Collection[str]:
    """All that an answer may be, where that is known."""
    if key == "sort" or facts is None:
        return tuple(NAME_SECTIONS.values()) if key == "sort" else ()
    found: dict[str, Collection[str]] = {
        "story": facts.stories, "kind": facts.kinds, "subject": facts.names, "of": facts.names,
    }  # fmt: skip
    return tuple(found.get(key, ()))


def _amiss(ask: Ask, answer: str, known: Collection[str]) -> str | None:
    """Why an answer will not do; None where it will."""
    if not answer:
        return "this is needed" if ask.needed else None
    if ask.type == "when" and not _is_time(answer):
        return f"'{answer}' is no date or time; write it like 2025-02-04"
    if ask.type == "amount" and read_amount(answer) is None:
        return f"'{answer}' is no figure; write it like 5 or 45.5 cm"
    return one_of(ask.key, answer, known) if known and answer not in known else None


def _is_time(answer: str) -> bool:
    try:
        return read_when(answer) is not None
    except Impossible:
        return False


def _asks_of_kind(kind_id: str, facts: Facts) -> list[Ask]:
    """The parts that a fact of the kind is told by: those of its fullest sentence."""
    kind = facts.kinds.get(kind_id)
    if kind is None:
        raise Refused(one_of("kind", kind_id, facts.kinds))
    parts = re.findall(r"\{(\w+)\}", kind.says["en"][0]) if kind.says.get("en") else ["who", "where", "when"]
    wanted = [kind.parts[p] for p in dict.fromkeys(parts) if p in kind.parts]
    return [Ask(p.id, f"{p.id} ({_HOLDS.get(p.type, p.type)}), or nothing", needed=False, type=p.type) for p in wanted]


_HOLDS = {
    "when": "a date or time: 2025-02-04 afternoon",
    "amount": "a figure: 40 minutes",
    "text": "{en: ..., ko: ...}",
    "flag": "yes or no",
    "event": "id of a fact",
} | {sort: f"{sort}: its id, or several with commas" for sort in ("name", *NAME_SECTIONS.values())}
"""What is typed for a part of each type."""
