"""What only the owners may ask for. To everybody else these commands do not exist."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from unicodedata import normalize

from bot.reload import reload as load_again
from bot.replay import as_text
from bot.store import Vain
from bot.talk_telegram.base import fold, make_base
from bot.talk_telegram.hearing import Said
from bot.talk_telegram.shell import Shell
from bot.talk_telegram.show import pieces

DAYS = 30
MOST_SHOWN, MOST_REPLAYED = 10, 200
MOST_GROUPS = 30
ALIKE = 0.6
"""Shared letter triples (Dice) from which two texts count as one; jamo for Hangul. Of whole questions the same in other
words share 0.43 to 0.75, another name or word in the same question 0.44 to 0.77: letters alone cannot tell, so that the
lacking word decides where there is one ("골프", "골프도": 0.71)."""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that are alike, under the most frequent of them."""

    text: str
    whys: tuple[str, ...]
    count: int


async def stats(shell: Shell, said: Said) -> None:
    """Figures of the last days."""
    n = shell.store.tallies(DAYS)
    statuses = ("answered", "corrected", "clarify", "unknown", "chat")
    figures = {key: n.get(key, 0) for key in (*statuses, "inline", "up", "down")}
    asked = sum(figures[key] for key in statuses)
    await _say(shell, said, "stats", days=DAYS, asked=asked, **figures, **_sizes(shell))


async def reload(shell: Shell, said: Said) -> None:
    """Load the facts again and tell which answers change; where they are broken, what was there stays in use."""
    asked = [one.text for one in shell.store.vain()[:MOST_REPLAYED]]
    result = await asyncio.to_thread(load_again, shell.facts_folder, shell.base.known, asked)
    lang, say = shell.lang(said.asker, said.guess), shell.words.say
    if result.swapped:
        shell.base = await asyncio.to_thread(make_base, result.known)
        lines = [say("reloaded", lang, **_sizes(shell))]
        lines += [as_text(result.changes[:MOST_SHOWN], result.asked)] if result.changes else []
    else:
        errors = [str(problem) for problem in result.problems if problem.severity == "error"]
        lines = [say("not_reloaded", lang), *errors[:MOST_SHOWN]]
        lines += [say("unanswered_more", lang, n=len(errors) - MOST_SHOWN)] if len(errors) > MOST_SHOWN else []
    await shell.tell_all(said, [escape(piece) for piece in pieces("\n".join(lines))])


async def unanswered(shell: Shell, said: Said) -> None:
    """What people asked in vain, grouped by likeness, with counts."""
    groups = group(shell.store.vain())
    lang, say = shell.lang(said.asker, said.guess), shell.words.say
    days = f"{shell.settings.keep_questions / 86400:g}"
    if not groups:
        await _say(shell, said, "unanswered_none", days=days)
        return
    lines = [say("unanswered", lang, days=days)]
    lines += [f"{g.count} × {g.text} ({', '.join(g.whys)})" for g in groups[:MOST_GROUPS]]
    if len(groups) > MOST_GROUPS:
        lines.append(say("unanswered_more", lang, n=len(groups) - MOST_GROUPS))
    await shell.send(said.asker, [escape(piece) for piece in pieces("\n".join(lines))])


def group(asked: Iterable[Vain]) -> list[Group]:
    """Put questions that are alike together, the most frequent first. `asked` comes the most frequent first.

    Alike are questions that lacked the same word, whatever else they say; where none was lacking, the letters decide.
    """
    heads: list[tuple[Vain, frozenset[str]]] = []
    members: dict[str, list[Vain]] = {}
    for one in asked:
        triples = _triples(one.lacked or one.text)
        same = (h for h, of in heads if bool(h.lacked) == bool(one.lacked) and _dice(triples, of) >= ALIKE)
        head = next(same, None)
        if head is None:
            heads.append((one, triples))
        members.setdefault((head or one).text, []).append(one)
    groups = [
        Group(text, tuple(dict.fromkeys(one.why for one in alike)), sum(one.count for one in alike))
        for text, alike in members.items()
    ]
    return sorted(groups, key=lambda g: -g.count)


def _triples(text: str) -> frozenset[str]:
    letters = f"  {normalize('NFD', ''.join(c for c in fold(text) if c.isalnum()))} "
    return frozenset(letters[i : i + 3] for i in range(len(letters) - 2))


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b))


def _sizes(shell: Shell) -> dict[str, int]:
    facts = shell.base.facts
    return {"stories": len(facts.stories), "facts": len(facts.facts), "names": len(facts.names)}


async def _say(shell: Shell, said: Said, key: str, **slots: object) -> None:
    await shell.tell(said, escape(shell.words.say(key, shell.lang(said.asker, said.guess), **slots)))
