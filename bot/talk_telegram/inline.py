"""Inline mode: the answer to what is being typed first, facts that hold its words below, each ready to be sent."""

from __future__ import annotations

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.constants import ParseMode

from bot.answer import answer
from bot.talk_telegram.base import short_key
from bot.talk_telegram.hearing import guess_lang
from bot.talk_telegram.shell import NO_PREVIEW, Shell
from bot.talk_telegram.show import Page, reply_page, source_lines
from bot.turn import Lang, Memory, Reply, Status

PAGE = 20
"""Results of one page; Telegram takes 50 and asks for the next page when the person scrolls."""
CACHE_SECONDS = 60
"""How long Telegram may show the same results to the same person again."""
TITLE = 80
"""A title and a description show about two lines of a phone."""


async def inline(shell: Shell, query: InlineQuery) -> None:
    """Answer an inline query at once."""
    pinned = shell.store.pinned(query.from_user.id)
    text = query.query.strip()
    page = int(query.offset) if query.offset.isdecimal() else 0
    reply = answer(text, shell.base.known, Memory(lang=pinned), shell.clock()) if text else None
    lang = pinned or (reply.lang if reply else guess_lang(query.from_user))
    results, more = _results(shell, text, reply, lang, page)
    key = "inline_private" if results or page else "inline_nothing"
    button = InlineQueryResultsButton(shell.words.say(key, lang), start_parameter="ask")
    if not page:
        shell.store.tally("inline")
    await shell.calls.urgent(
        lambda: shell.bot.answer_inline_query(
            query.id,
            results,
            cache_time=CACHE_SECONDS,
            is_personal=True,
            next_offset=str(page + 1) if more else "",
            button=button,
        )
    )


def _results(
    shell: Shell, text: str, reply: Reply | None, lang: Lang, page: int
) -> tuple[list[InlineQueryResultArticle], bool]:
    """One page of results, and whether there is another."""
    told = reply if reply and reply.status in (Status.ANSWERED, Status.CORRECTED) else None
    facts = [fact for fact in shell.base.search(text) if not told or fact not in told.facts[:1]]
    shown = facts[page * PAGE : (page + 1) * PAGE]
    first = [_answer(shell, told)] if told and not page else []
    return [*first, *(_fact(shell, fact, lang) for fact in shown)], len(facts) > (page + 1) * PAGE


def _answer(shell: Shell, reply: Reply) -> InlineQueryResultArticle:
    """The answer, with the question above it: in the chat where it lands, nobody else has seen that."""
    html = reply_page(reply, shell.words, asked=True).message()
    title = shell.words.say("inline_answer", reply.lang, text=reply.answer)
    return _article("a" + short_key(f"{reply.lang}:{reply.question}"), title, reply.question, html)


def _fact(shell: Shell, fact: str, lang: Lang) -> InlineQueryResultArticle:
    base = shell.base
    sentence = base.sentence(fact, lang)
    page = Page((), sentence, source_lines(base.cited(fact, lang), shell.words, lang))
    return _article(f"f{short_key(fact)}{lang}", base.label(fact, lang), sentence, page.message())


def _article(id_: str, title: str, description: str, html: str) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=id_,
        title=_short(title, TITLE),
        description=_short(description, 2 * TITLE),
        input_message_content=InputTextMessageContent(html, ParseMode.HTML, link_preview_options=NO_PREVIEW),
    )


def _short(text: str, size: int) -> str:
    return text if len(text) <= size else text[: size - 1] + "…"
