"""What only the owners may ask for. To everybody else these commands do not exist."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from unicodedata import normalize

from bot.store import Vain
from bot.talk_telegram.base import fold
from bot.talk_telegram.hearing import Said
from bot.talk_telegram.reloading import load_anew, sizes, told
from bot.talk_telegram.shell import Shell
from bot.talk_telegram.show import pieces

DAYS = 30
MOST_GROUPS, MOST_GROUPED = 30, 1000
"""Groups that are shown, and questions that are grouped: each is compared with each, 1,000 take half a second."""
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
    await _say(shell, said, "stats", days=DAYS, asked=asked, **figures, **sizes(shell.base.facts))


async def reload(shell: Shell, said: Said) -> None:
    """Load the facts again and tell which answers change; where they are broken, what was there stays in use."""
    result = await load_anew(shell)
    await shell.tell_all(said, told(shell, result, shell.lang(said.asker, said.guess)))


async def unanswered(shell: Shell, said: Said) -> None:
    """What people asked in vain, grouped by likeness, with counts."""
    asked = shell.store.vain()
    groups = await asyncio.to_thread(group, asked[:MOST_GROUPED])
    lang, say = shell.lang(said.asker, said.guess), shell.words.say
    days = f"{shell.settings.keep_questions / 86400:g}"
    if not groups:
        await _say(shell, said, "unanswered_none", days=days)
        return
    lines = [say("unanswered", lang, days=days)]
    for one in groups[:MOST_GROUPS]:
        whys = ", ".join(dict.fromkeys(shell.words.reason(why, lang) for why in one.whys))
        lines.append(f"{one.count} × {one.text} ({whys})")
    more = len(groups[MOST_GROUPS:]) + len(asked[MOST_GROUPED:])
    lines += [say("more_of_them", lang, n=more)] if more else []
    await shell.tell_all(said, [escape(piece) for piece in pieces("\n".join(lines))])


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


async def _say(shell: Shell, said: Said, key: str, **slots: object) -> None:
    await shell.tell(said, escape(shell.words.say(key, shell.lang(said.asker, said.guess), **slots)))
