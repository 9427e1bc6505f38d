"""A question and its answer: answered from the right memory, shown, and remembered with the message that shows it."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from functools import partial

from bot.answer import answer
from bot.store import Asker, Sent
from bot.talk_telegram.hearing import Said
from bot.talk_telegram.shell import Shell
from bot.talk_telegram.show import reply_buttons, reply_page
from bot.turn import Memory, Reply, Status

log = logging.getLogger(__name__)

LONG = 300
"""Characters from which a text is read beside the loop; the longest of 950 questions had 120."""


async def ask(shell: Shell, said: Said) -> None:
    """Answer a message; an edited one has its answer edited."""
    if said.edited and await _ask_again(shell, said):
        return
    reply, before = await _answer(shell, said.asker, said.text, _memory(shell, said))
    await _tell(shell, said.asker, reply, before, said.message, None if said.private else said.message)


async def ask_by_button(shell: Shell, asker: Asker, text: str, message: int, *, private: bool) -> None:
    """Answer the question that a button below the bot's own `message` asks. The answer says the question first."""
    sent = shell.store.sent(asker.chat, message)
    memory = sent.after if sent else shell.store.context(asker)
    reply, before = await _answer(shell, asker, text, memory)
    await _tell(shell, asker, reply, before, 0, None if private else message, asked=True)


def _memory(shell: Shell, said: Said) -> Memory:
    """What the question leans on: the answer that it replies to, else the asker's last turn."""
    sent = shell.store.sent(said.asker.chat, said.reply_to) if said.reply_to else None
    return sent.after if sent else shell.store.context(said.asker)


async def _ask_again(shell: Shell, said: Said) -> bool:
    """Edit the answer to an edited question. False: none of its answers is known."""
    old = shell.store.answer_to(said.asker.chat, said.message)
    if old is None:
        return False
    if old.question == said.text:
        return True
    reply, before = await _answer(shell, said.asker, said.text, old.before)
    page, buttons = reply_page(reply, shell.words), reply_buttons(reply)
    if not await shell.edit(said.asker.chat, old.message, page.message(), buttons):
        await _tell(shell, said.asker, reply, before, said.message, None if said.private else said.message)
        return True
    for piece in old.also:
        await shell.delete(said.asker.chat, piece)
    last = shell.store.last(said.asker)
    latest = last is None or last.message == old.message
    shell.store.remember(_sent(reply, before, said.asker, old.message, said.message), latest=latest)
    return True


async def _answer(shell: Shell, asker: Asker, text: str, memory: Memory) -> tuple[Reply, Memory]:
    """The reply, and the memory it was asked upon."""
    before = replace(memory, lang=shell.store.pinned(asker.user))
    work = partial(answer, text, shell.base.known, before, shell.clock())
    # a question takes a millisecond or two, a page of text may take a thousand: those wait for each other only
    reply = work() if len(text) <= LONG else await asyncio.get_running_loop().run_in_executor(shell.aside, work)
    shell.store.tally(reply.status)
    if reply.status is Status.UNKNOWN and reply.reason:
        shell.store.in_vain(" ".join(text.split()), reply.reason, ", ".join(reply.residue))
    if shell.log_questions:
        log.info("asked %r, %s: %r", text, reply.status, reply.answer)
    return reply, before


async def _tell(
    shell: Shell,
    asker: Asker,
    reply: Reply,
    before: Memory,
    question: int,
    reply_to: int | None,
    *,
    asked: bool = False,
) -> None:
    texts = reply_page(reply, shell.words, asked=asked).messages()
    ids = await shell.send(asker, texts, reply_buttons(reply), reply_to=reply_to)
    if ids:
        shell.store.remember(replace(_sent(reply, before, asker, ids[-1], question), also=tuple(ids[:-1])))


def _sent(reply: Reply, before: Memory, asker: Asker, message: int, asked: int) -> Sent:
    return Sent(
        message=message,
        asker=asker,
        asked=asked,
        question=reply.question,
        lang=reply.lang,
        status=reply.reason or reply.status,
        facts=reply.facts,
        sources=tuple(source.line for source in reply.sources),
        read_as=reply.read_as,
        how=reply.how,
        before=before,
        after=reply.memory,
    )
