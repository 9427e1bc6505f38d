"""Somebody who is only described, in two steps: "how old is the champion", "기권한 선수는 몇 살이야"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.facts import AGENTS
from bot.finding import Finding, Settled, answers_of
from bot.interpreting.interrogatives import asks
from bot.learning.known import NAME_KIND, Known
from bot.recalling.spoken import names_doer
from bot.segment import Token
from bot.turn import Lang


class Whoever(NamedTuple):
    """A question in two steps: who it is that is described, and what is asked of him."""

    who: str
    before: str
    behind: str
    lang: Lang

    def of(self, name: str) -> str:
        """What is asked of whoever it is."""
        return f"{self.before}{name}{self.behind}"


def described_people(tokens: Sequence[Token], text: str, known: Known) -> Iterator[Whoever]:
    """The ways in which a question may be one about somebody who is only described."""
    if any(t.unknown for t in tokens):
        return
    korean = any(not t.text.isascii() for t in tokens)
    yield from _in_korean(tokens, text, known) if korean else _in_english(tokens, text, known)


def the_one(finding: Finding, known: Known) -> str:
    """The id of the only person or house that a finding tells; "" where it tells none, or several."""
    if not isinstance(finding, Settled) or finding.holds is not None:
        return ""
    told = [a for a in answers_of(finding) if a.record.kind != NAME_KIND]
    if finding.manner == "tell" and len(told) == 1:  # "who is the youngest player"
        names = set(known.of_type(told[0].record.names, "person"))
    else:
        names = {n for a in told for n in a.names} if finding.manner == "names" else set()
    return names.pop() if len(names) == 1 and known.of_type(list(names), *AGENTS) else ""


def is_of(finding: Finding, name: str) -> bool:
    """Whether what was found is told of somebody, and more than who he is."""
    told = answers_of(finding)
    more = all(a.record.kind != NAME_KIND or set(a.parts) - {"is", "spelt"} for a in told)
    return isinstance(finding, Settled) and bool(told) and more and all(name in a.record.names for a in told)


def _in_english(tokens: Sequence[Token], text: str, known: Known) -> Iterator[Whoever]:
    """ "The rating of the player who withdrew", "how old is the champion", "the champion's age"."""
    for at, token in enumerate(tokens[:-1]):
        if token.text != "the" or at == 0:
            continue
        noun = at + 1 + (tokens[at + 1].has("mark") and not tokens[at + 1].has("kind") and at + 2 < len(tokens))
        start = tokens[at].start
        person = "person" in tokens[noun].ids("sort") or names_doer(tokens[noun], known)
        joined = [t for t in tokens[noun + 1 : noun + 2] if not text[tokens[noun].end : t.start].strip()]
        relative = noun + 1 if joined and joined[0].text in ("who", "that") else 0
        if relative and person:
            for end in range(len(tokens) - 1, relative, -1):
                clause, rest = tokens[relative + 1 : end + 1], [*tokens[:at], *tokens[end + 1 :]]
                if any(map(_is_deed, clause)) and not any(map(asks, clause)) and _asks_more(rest):
                    said = text[clause[0].start : clause[-1].end]
                    yield Whoever(f"who {said}?", text[:start], text[clause[-1].end :], "en")
        elif not relative and _is_one(tokens[noun], known) and _asks_more([*tokens[:at], *tokens[noun + 1 :]]):
            for end in dict.fromkeys((_end_of_phrase(tokens, noun), noun)):
                written = text[tokens[at + 1].start : tokens[end].end]
                said = written[:-2] if written.endswith(("'s", "’s")) else written
                yield Whoever(f"who is the {said}?", text[:start], written[len(said) :] + text[tokens[end].end :], "en")


def _is_one(noun: Token, known: Known) -> bool:
    """Whether an English noun is for one alone who did something: "the winner", and not "the winners"."""
    return names_doer(noun, known) and not noun.text.split()[-1].removesuffix("'s").endswith("s")


def _end_of_phrase(tokens: Sequence[Token], noun: int) -> int:
    """Where a noun with what it is of ends: "the founder of Acme"."""
    at = noun + 1
    if at >= len(tokens) or tokens[at].text not in ("of", "in"):
        return noun
    at += 1 + (tokens[at + 1 : at + 2] != [] and tokens[at + 1].text == "the")
    named = at < len(tokens) and tokens[at].has("name", "kind", "noun", "word") and not tokens[at].has("question")
    return at if named else noun


def _in_korean(tokens: Sequence[Token], text: str, known: Known) -> Iterator[Whoever]:
    """ "기권한 선수는 몇 살이야", "우승자는 어느 나라 출신이야"."""
    for at, token in enumerate(tokens[:-1]):
        if token.ending is not None or token.text.isascii() or token.has("name", "question"):
            continue
        said = text[tokens[0].start : token.end]
        behind = text[token.end :]
        before = next((t for t in reversed(tokens[:at]) if t.ending is None), None)
        clause = before is not None and "n" in before.ids("verb") and _is_deed(before)
        person = "person" in token.ids("sort") or names_doer(token, known)
        if clause and person and not any(map(asks, tokens[:at])):
            led = text[tokens[0].start : token.start]
            yield Whoever(f"{said}이 누구야?", "", behind, "ko")
            yield Whoever(f"{led}사람이 누구야?", "", behind, "ko")
        elif names_doer(token, known) and _asks_more([*tokens[:at], *tokens[at + 1 :]]):
            noun = text[token.start : token.end]
            yield Whoever(f"{noun}가 누구야?", text[: token.start], behind, "ko")
            if at and not any(map(asks, tokens[:at])):
                yield Whoever(f"{said}가 누구야?", "", behind, "ko")


def _is_deed(token: Token) -> bool:
    """Whether a word is one for what a fact of the base tells."""
    return token.has("kind", "part", "word", "of_fact") and not token.has("name", "auxiliaries", "light")


def _asks_more(rest: Sequence[Token]) -> bool:
    """Whether more is asked of somebody than who that is."""
    content = [t for t in rest if t.ending is None and not t.has("light", "tell", "filler", "follow", "auxiliaries")]
    return any("who" not in t.ids("question") and "name" not in t.ids("sort") for t in content)
