"""People, chats and messages as the server keeps them, and as they look on the wire."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from .markup import Entities, typed_entities
from .refusals import bad, forbidden

ChatType = Literal["private", "group", "supergroup"]


@dataclass(eq=False)
class Person:
    """Someone with a Telegram account; a bot too."""

    id: int
    name: str
    lang: str | None = None
    """What the client says its language is."""
    username: str | None = None
    is_bot: bool = False

    def wire(self) -> dict[str, Any]:
        told = {"username": self.username, "language_code": self.lang}
        known = {key: value for key, value in told.items() if value is not None}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.name} | known


@dataclass(eq=False)
class Message:
    """A message in a chat, changed in place by edits."""

    id: int
    chat: Chat
    sender: Person
    date: int
    text: str = ""
    """The text, or the caption of `media`."""
    entities: Entities = field(default_factory=list)
    markup: dict[str, Any] | None = None
    thread: int | None = None
    """The topic of a forum, or the first message of a chain of replies in another supergroup."""
    reply_to: Message | None = None
    edited: int | None = None
    media: dict[str, Any] = field(default_factory=dict)
    """Photo, voice, sticker or what a service message tells, as on the wire."""
    via_bot: Person | None = None
    inline_id: str | None = None
    """For a message that a person picked from inline results: the only name by which the bot can edit it."""
    deleted: bool = False

    @property
    def buttons(self) -> list[list[dict[str, Any]]]:
        """The rows of its inline keyboard."""
        rows: list[list[dict[str, Any]]] = (self.markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def labels(self) -> list[str]:
        """What its buttons say, in reading order."""
        return [button["text"] for row in self.buttons for button in row]

    def wire(self, deep: bool = True) -> dict[str, Any]:
        """The message as the API gives it; the one it replies to is given without its own."""
        body: dict[str, Any] = {"message_id": self.id, "date": self.date, "chat": self.chat.wire()}
        body["from"] = self.sender.wire()
        names = ("caption", "caption_entities") if self.media else ("text", "entities")
        body |= {name: value for name, value in zip(names, (self.text, self.entities), strict=True) if value}
        body |= self.media
        if self.markup and "inline_keyboard" in self.markup:
            body["reply_markup"] = self.markup
        if self.edited is not None:
            body["edit_date"] = self.edited
        if self.thread is not None:
            body["message_thread_id"] = self.thread
            if self.chat.forum:
                body["is_topic_message"] = True
        if deep and self.reply_to is not None and not self.reply_to.deleted:
            body["reply_to_message"] = self.reply_to.wire(deep=False)
        if self.via_bot is not None:
            body["via_bot"] = self.via_bot.wire()
        return body


@dataclass(frozen=True)
class Shown:
    """One thing that the bot let a chat see."""

    how: Literal["sent", "edited", "deleted"]
    message: Message
    text: str
    """The text at that time."""
    labels: tuple[str, ...]
    """Its buttons at that time."""


@dataclass(eq=False)
class Chat:
    """A private chat, a group or a supergroup, perhaps a forum."""

    id: int
    type: ChatType
    title: str
    owner: Person | None = None
    """Whose private chat with the bot this is."""
    forum: bool = False
    privacy: bool = True
    """Whether the bot is shown only what is meant for it (BotFather's privacy mode)."""
    admin: bool = False
    """An administrator is shown everything."""
    muted: bool = False
    """The bot may not write here."""
    blocked: bool = False
    """The person blocked the bot, or it was removed from the group."""
    started: bool = False
    """Whether the person ever wrote to the bot: before that, it may not write."""
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, Message] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    """What sendChatAction told, in order."""

    def wire(self) -> dict[str, Any]:
        if self.owner is not None:
            name = {"username": self.owner.username} if self.owner.username else {}
            return {"id": self.id, "type": "private", "first_name": self.owner.name} | name
        return {"id": self.id, "type": self.type, "title": self.title} | ({"is_forum": True} if self.forum else {})

    def add(self, sender: Person, date: int, **what: Any) -> Message:
        """Put a message into the chat."""
        message = Message(id=max(self.messages, default=0) + 1, chat=self, sender=sender, date=date, **what)
        self.messages[message.id] = message
        return message

    def show(self, how: Literal["sent", "edited", "deleted"], message: Message) -> None:
        """Note what people see of the bot."""
        self.shown.append(Shown(how, message, message.text, tuple(message.labels)))

    def thread_of(self, reply_to: Message | None, topic: int | None) -> int | None:
        """The thread in which a message lands: its topic, or in a supergroup the head of the replies it continues."""
        if self.forum:
            return topic if topic is not None or reply_to is None else reply_to.thread
        if self.type == "supergroup" and reply_to is not None:
            return reply_to.thread or reply_to.id
        return None

    def open_to(self, bot: Person, message: Message) -> bool:
        """Whether the bot is shown this message: in privacy mode commands, mentions and replies to it."""
        if self.blocked:
            return False
        if self.type == "private" or self.admin or not self.privacy or not (message.text or message.media):
            return True
        if message.reply_to is not None and message.reply_to.sender is bot:
            return True
        if message.media and "topic" in " ".join(message.media):
            return True
        return any(self._calls(bot, message.text, mark) for mark in message.entities)

    @staticmethod
    def _calls(bot: Person, text: str, mark: dict[str, Any]) -> bool:
        cut = text.encode("utf-16-le")[mark["offset"] * 2 : (mark["offset"] + mark["length"]) * 2].decode("utf-16-le")
        name = f"@{bot.username}".lower()
        if mark["type"] == "bot_command":
            return "@" not in cut or cut.lower().endswith(name)
        return mark["type"] == "mention" and cut.lower() == name

    def check_bot_may_write(self) -> None:
        """Refused where Telegram would not let the bot write."""
        if self.type == "private":
            if self.blocked:
                raise forbidden("bot was blocked by the user")
            if not self.started:
                raise forbidden("bot can't initiate conversation with a user")
        elif self.blocked:
            raise forbidden(f"bot was kicked from the {self.type} chat")
        elif self.muted:
            raise bad("not enough rights to send text messages to the chat", "state")

    def check_thread(self, thread: int | None) -> None:
        """A thread can be named in forums only, and must exist there; the general topic has no number."""
        if thread is not None and not (self.forum and thread in self.topics):
            raise bad("message thread not found")

    def replied(self, params: dict[str, Any] | None) -> Message | None:
        """The message that `reply_parameters` names; Refused where it is gone and that was not allowed for."""
        if params is None:
            return None
        found = self.messages.get(params["message_id"])
        if found is not None and not found.deleted:
            return found
        if params.get("allow_sending_without_reply"):
            return None
        raise bad("message to be replied not found", "state")

    def own(self, id_: int, bot: Person, verb: str) -> Message:
        """The bot's own message, for editing or deleting; Refused where it is gone or someone else's."""
        found = self.messages.get(id_)
        if found is None or found.deleted:
            raise bad(f"message to {verb} not found", "state")
        if verb == "edit" and found.sender is not bot:
            raise bad("message can't be edited")
        if verb == "delete" and found.sender is not bot and self.type != "private" and not self.admin:
            raise bad("message can't be deleted")
        return found


def typed(text: str) -> dict[str, Any]:
    """The text of a person's message and the entities their client finds in it."""
    return {"text": text, "entities": typed_entities(text)}
