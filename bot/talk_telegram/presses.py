"""Pressed buttons: what is answered on the spot, and what is done in the chat afterwards."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from html import escape

from telegram import CallbackQuery, InlineKeyboardMarkup, Message
from telegram.constants import ChatType

from bot.store import Asker
from bot.talk_telegram.commands import LANG, choose_lang
from bot.talk_telegram.hearing import guess_lang
from bot.talk_telegram.questions import ask_by_button
from bot.talk_telegram.shell import Shell
from bot.talk_telegram.show import ASK, DOWN, UP
from bot.talk_telegram.topics import PREFIX, card_for
from bot.turn import Lang


@dataclass(frozen=True, slots=True)
class Press:
    """A button that somebody pressed below a message of the bot."""

    data: str
    text: str
    """What stands on the button; for a question to ask, the question."""
    asker: Asker
    message: int
    private: bool
    lang: Lang


@dataclass(frozen=True, slots=True)
class Response:
    """What a press leads to."""

    notice: str | None = None
    """Shown for a moment where the person looks, None: nothing."""
    then: Callable[[], Awaitable[object]] | None = None
    """What is to be done in the chat, in its order."""
    asks: Press | None = None
    """The press, where `then` answers a question: who presses too often has to wait like one who writes too often."""


def respond(shell: Shell, query: CallbackQuery) -> Response:
    """What a press leads to. Nothing is sent here, so that no press waits for the chat it belongs to."""
    press = _press(shell, query)
    if press is None:
        lang = shell.store.pinned(query.from_user.id) or guess_lang(query.from_user)
        return Response(shell.words.say("too_old", lang))
    if press.data in (UP, DOWN):
        return _vote(shell, press)
    if press.data.startswith(PREFIX):
        return Response(then=lambda: _browse(shell, press))
    if press.data.startswith(LANG):
        return _choose(shell, press)
    then = partial(ask_by_button, shell, press.asker, press.text, press.message, private=press.private)
    return Response(then=then, asks=press)


def _press(shell: Shell, query: CallbackQuery) -> Press | None:
    """Read a press, None where the message is too old for Telegram to show it, or the button is none of ours."""
    message = query.message
    if not isinstance(message, Message):
        return None
    text = _text_of(message.reply_markup, query.data or "")
    if text is None:
        return None
    thread = message.message_thread_id if message.is_topic_message else None
    asker = Asker(message.chat.id, thread or 0, query.from_user.id)
    private = message.chat.type == ChatType.PRIVATE
    lang = shell.lang(asker, guess_lang(query.from_user))
    return Press(query.data or "", text, asker, message.message_id, private, lang)


def _text_of(keyboard: InlineKeyboardMarkup | None, data: str) -> str | None:
    """What stands on the button with this data. The message itself says it, so that nothing needs to be kept."""
    ours = data in (UP, DOWN) or data.startswith((ASK, PREFIX, LANG))
    buttons = [button for row in keyboard.inline_keyboard for button in row] if keyboard and ours else []
    return next((button.text for button in buttons if button.callback_data == data), None)


def _vote(shell: Shell, press: Press) -> Response:
    up = press.data == UP
    new = shell.store.vote(press.asker.chat, press.message, press.asker.user, up=up)
    sent = shell.store.sent(press.asker.chat, press.message) if new and not up else None
    if sent:
        shell.store.in_vain(sent.question, "disliked")
    return Response(shell.words.say("thanks_up" if up else "thanks_down", press.lang))


def _choose(shell: Shell, press: Press) -> Response:
    text = choose_lang(shell, press.asker.user, press.data.removeprefix(LANG), press.lang)
    return Response(then=lambda: shell.edit(press.asker.chat, press.message, escape(text), None))


async def _browse(shell: Shell, press: Press) -> None:
    card = card_for(shell, press.data, press.lang)
    await shell.edit(press.asker.chat, press.message, card.page.message(), card.buttons)
