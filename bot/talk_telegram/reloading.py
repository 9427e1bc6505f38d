"""The facts are read again beside those in use; what came of it, in the words of the shell."""

from __future__ import annotations

import asyncio
import logging
from html import escape

from bot.facts import Facts
from bot.reload import MOST_SHOWN, Reloaded
from bot.reload import reload as load_again
from bot.talk_telegram.base import make_base
from bot.talk_telegram.shell import Shell
from bot.talk_telegram.show import pieces
from bot.turn import Lang

log = logging.getLogger(__name__)

MOST_REPLAYED = 200
"""Questions asked in vain that are put to both bases."""


async def load_anew(shell: Shell) -> Reloaded:
    """Load the facts again, one load at a time; where they are broken, what was there stays in use."""
    async with shell.reloading:
        asked = [one.text for one in shell.store.vain()[:MOST_REPLAYED]]
        result = await asyncio.to_thread(load_again, shell.facts_folder, shell.base.known, asked)
        if result.swapped:
            shell.base = await asyncio.to_thread(make_base, result.known)
    if result.swapped:
        log.info("facts loaded, %d of %d answers changed", len(result.changes), result.asked)
    for error in result.errors[:MOST_SHOWN]:
        log.warning("facts not loaded: %s", error)
    return result


def told(shell: Shell, result: Reloaded, lang: Lang) -> list[str]:
    """Which answers change, or where the facts are broken: HTML, a message each."""
    say = shell.words.say
    if result.swapped:
        all_ = [
            say("changed_one", lang, question=one.question, before=one.before, after=one.after)
            for one in result.changes
        ]
        head = [
            say("reloaded", lang, **sizes(result.known.facts)),
            say("changed", lang, n=len(all_), asked=result.asked),
        ]
    else:
        all_, head = [str(e) for e in result.errors], [say("not_reloaded", lang)]
    more = len(all_) - MOST_SHOWN
    tail = [say("more_of_them", lang, n=more)] if more > 0 else []
    return [escape(piece) for piece in pieces("\n".join([*head, *all_[:MOST_SHOWN], *tail]))]


def sizes(facts: Facts) -> dict[str, int]:
    """How much is known."""
    return {"stories": len(facts.stories), "facts": len(facts.facts), "names": len(facts.names)}
