"""Which function answers a message: the commands by name, any other text as a question."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from html import escape

from bot.talk_telegram import commands, owners
from bot.talk_telegram.hearing import Said
from bot.talk_telegram.questions import ask
from bot.talk_telegram.shell import Shell

Handler = Callable[[Shell, Said], Awaitable[None]]

EVERYBODY: dict[str, Handler] = {
    "ask": commands.ask_command,
    "topics": commands.topics,
    "why": commands.why,
    "lang": commands.lang_command,
    "sources": commands.sources,
    "help": commands.help_,
    "privacy": commands.privacy,
    "forget": commands.forget,
    "start": commands.start,
}
OWNERS: dict[str, Handler] = {
    "stats": owners.stats,
    "reload": owners.reload,
    "unanswered": owners.unanswered,
}


async def handle(shell: Shell, said: Said) -> None:
    """Answer one message to the bot."""
    if said.private and said.asker.user in shell.settings.owners:
        shell.guesses[said.asker.user] = said.guess
    if said.only_text:
        await _only_text(shell, said)
    elif said.command is None:
        await (ask(shell, said) if said.text else commands.start(shell, said))
    elif handler := _handler(shell, said):
        await handler(shell, said)
    elif said.private and not said.edited:
        await shell.tell(said, escape(shell.words.say("no_command", shell.lang(said.asker, said.guess))))


def _handler(shell: Shell, said: Said) -> Handler | None:
    """The command's function; a command that is edited is not done again, but for the question of `/ask`."""
    if said.edited and said.command != "ask":
        return None
    owner = said.private and said.asker.user in shell.settings.owners  # in a group, all would read along
    found = OWNERS.get(said.command or "") if owner else None
    return found or EVERYBODY.get(said.command or "")


async def _only_text(shell: Shell, said: Said) -> None:
    """One kind line for a photo, a voice message, a whole album."""
    if said.album is None or shell.store.first(f"album:{said.album}"):
        await shell.tell(said, escape(shell.words.say("only_text", shell.lang(said.asker, said.guess))))
