"""From a Telegram message to what was said to the bot, or None where it was not said to the bot. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram import Message, MessageEntity, User
from telegram.constants import ChatType

from bot.store import Asker
from bot.talk_telegram.words import Words
from bot.turn import Lang

COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+|$)")
ANONYMOUS_ADMIN = 1087968824
"""The account that Telegram lets anonymous administrators write as; it is marked as a bot but is none."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message to the bot."""

    asker: Asker
    message: int
    text: str
    """The question, or what follows the command; without the mention of the bot."""
    command: str | None
    private: bool
    edited: bool
    reply_to: int | None
    """The bot's own message that this one replies to."""
    guess: Lang
    """The language of the person's Telegram; what they type says more."""
    only_text: bool = False
    """It is a photo, a voice message or the like, without a word in it."""
    album: str | None = None


def hear(message: Message, me: User, words: Words, *, edited: bool = False) -> Said | None:
    """What a message says to the bot `me`. None: a bot wrote it, it came by way of a bot, or nobody asked us."""
    private = message.chat.type == ChatType.PRIVATE
    user = _person(message)
    if user is None or message.chat.type == ChatType.CHANNEL:
        return None
    text = message.text or message.caption or ""
    command, text, to_me = _command(text, me)
    if command is None and to_me is False:
        return None
    text, mentioned = _without_mention(text, message, me) if command is None else (text, False)
    reply_to = _own_message(message, me)
    meant = private or mentioned or to_me or (reply_to and not _to_another(message))
    if not meant:
        return None
    if command is None:
        command = words.command(text)
    without_words = not text and command is None and not mentioned
    if without_words and not (private and message.effective_attachment and not edited):
        return None
    thread = message.message_thread_id if message.is_topic_message else None
    return Said(
        asker=Asker(message.chat.id, thread or 0, user),
        message=message.message_id,
        text=text,
        command=command,
        private=private,
        edited=edited,
        reply_to=reply_to,
        guess=guess_lang(message.from_user),
        only_text=without_words,
        album=message.media_group_id,
    )


def guess_lang(user: User | None) -> Lang:
    """The language to begin with, from the person's Telegram."""
    return "ko" if user and (user.language_code or "").startswith("ko") else "en"


def _person(message: Message) -> int | None:
    """Who is speaking, None where it is a bot, a channel's post or an answer that some bot supplied."""
    if message.via_bot or message.is_automatic_forward or message.from_user is None:
        return None
    if message.from_user.is_bot:
        return message.chat.id if message.from_user.id == ANONYMOUS_ADMIN else None
    return message.from_user.id


def _command(text: str, me: User) -> tuple[str | None, str, bool | None]:
    """The command, the rest, and whether it is for us: None where there is no command, False where another's."""
    match = COMMAND.match(text)
    if not match:
        return None, text.strip(), None
    name, bot = match.groups()
    if bot and bot.casefold() != (me.username or "").casefold():
        return None, text, False
    return name.casefold(), text[match.end() :].strip(), True


def _without_mention(text: str, message: Message, me: User) -> tuple[str, bool]:
    """The text without "@bot", and whether the bot was mentioned."""
    handle = f"@{me.username}".casefold()
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    found = message.parse_entities(kinds) if message.text else message.parse_caption_entities(kinds)
    ours = [
        part
        for entity, part in found.items()
        if part.casefold() == handle or (entity.user is not None and entity.user.id == me.id)
    ]
    for part in ours:
        text = text.replace(part, " ", 1)
    return " ".join(text.split()) if ours else text, bool(ours)


def _to_another(message: Message) -> bool:
    """Whether the message speaks to somebody by name at its beginning: in a reply to the bot, that is not the bot."""
    marks = message.entities or message.caption_entities
    return any(mark.offset == 0 and mark.type in (MessageEntity.MENTION, MessageEntity.TEXT_MENTION) for mark in marks)


def _own_message(message: Message, me: User) -> int | None:
    """The bot's message that is replied to. In a forum, every message replies to the one that opened the thread."""
    to = message.reply_to_message
    if to is None or to.forum_topic_created or to.from_user is None or to.from_user.id != me.id:
        return None
    return to.message_id
