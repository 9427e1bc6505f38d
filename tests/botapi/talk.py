"""The people's side: say, edit, press, ask inline, block; and look at what the bot lets them see."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .chats import Chat, Message, Person, Shown, typed
from .rules import shown_text
from .world import Ask, Press, World

MEDIA: dict[str, dict[str, Any]] = {
    "photo": {"photo": [{"file_id": "ph", "file_unique_id": "ph", "width": 640, "height": 480}]},
    "voice": {"voice": {"file_id": "vo", "file_unique_id": "vo", "duration": 3}},
    "sticker": {
        "sticker": {
            "file_id": "st",
            "file_unique_id": "st",
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
        }
    },
    "location": {"location": {"longitude": 127.0, "latitude": 37.5}},
}
"""What people send besides text, as on the wire."""


def fits(pattern: str, text: str) -> bool:
    """Whether a text is what the pattern says; `*` stands for anything, line breaks too."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text, re.DOTALL) is not None


@dataclass(eq=False)
class Talk(Chat):
    """A chat from the side of the people in it. What the bot shows is looked at in order, each thing once."""

    world: World = field(kw_only=True, repr=False)
    seen: int = 0
    """How much of `shown` was looked at."""
    last_update: int = 0
    """The id of the last update that came from here."""

    async def says(
        self, text: str, by: Person | None = None, reply_to: Message | None = None, topic: int | None = None
    ) -> Message:
        """Someone (in a private chat: its owner) writes a message."""
        return self._put(by, reply_to, topic, **typed(text))

    async def sends(
        self, what: str, caption: str = "", by: Person | None = None, topic: int | None = None, album: str = ""
    ) -> Message:
        """Someone sends a photo, voice message, sticker or place; those of one album come one by one."""
        media = MEDIA[what] | ({"media_group_id": album} if album else {})
        return self._put(by, None, topic, **typed(caption), media=media)

    async def edits(self, message: Message, text: str) -> None:
        """The author changes a message."""
        message.text, message.entities = typed(text).values()
        message.edited = int(self.world.now())
        self._tell("edited_message", message)

    async def deletes(self, message: Message) -> None:
        """Someone deletes a message; bots are not told."""
        message.deleted = True

    async def presses(self, label: str, on: Message | None = None, by: Person | None = None) -> Press:
        """Someone presses the button whose label fits, on this message or the latest that has such a button."""
        places = [on] if on else [m for m in reversed(self.messages.values()) if not m.deleted]
        found = ((m, b) for m in places for row in m.buttons for b in row if fits(label, b["text"]))
        message, button = next(found, (None, None))
        assert message is not None, (
            f"no button {label!r} in {self.title}: {[m.labels for m in places if m.buttons][:3]}"
        )
        assert button is not None
        assert "callback_data" in button, f"the button {label!r} does not call back: {button}"
        press = Press(
            str(len(self.world.presses) + 1), self._who(by), button["callback_data"], message, self.world.now()
        )
        self.world.presses[press.id] = press
        place: dict[str, Any] = {"message": message.wire()}
        if message.inline_id:
            place = {"inline_message_id": message.inline_id}
        body = {"id": press.id, "from": press.by.wire(), "chat_instance": str(self.id), "data": press.data} | place
        self._update("callback_query", body)
        return press

    async def answered(self, press: Press) -> str:
        """The notice that the press was answered with."""
        await self._until(lambda: press.answer, f"an answer to the press of {press.data!r}")
        return press.notice

    async def picks(self, ask: Ask, title: str = "*") -> Message:
        """The asker chooses the first inline result whose title fits; it is posted here in their name."""
        chosen = next((r for r in ask.results if fits(title, r.get("title", ""))), None)
        assert chosen is not None, f"no result {title!r} among {ask.titles}"
        message = self.add(ask.by, int(self.world.now()), **self._chosen(chosen))
        inline_id = f"inline-{len(self.world.picked) + 1}"
        if message.markup:
            message.inline_id = inline_id
            self.world.picked[inline_id] = message
        self._tell("message", message)
        return message

    async def sees(self, pattern: str = "*", how: str = "sent", topic: int | None = None) -> Shown:
        """The next thing the bot shows here; fails unless it comes in time and fits."""
        await self._until(lambda: self._unseen() or None, f"{how}: {pattern!r}")
        shown = self.shown[self.seen]
        self.seen += 1
        assert shown.how == how, f"{self.title}: expected {how} {pattern!r}, the bot {shown.how} {shown.text!r}"
        assert fits(pattern, shown.text), f"{self.title}: expected {pattern!r}, the bot {how} {shown.text!r}"
        if topic is not None:
            assert shown.message.thread == topic, f"{self.title}: in thread {shown.message.thread}, not {topic}"
        return shown

    async def handled(self) -> None:
        """The bot is done with the last thing that happened here (it confirmed the update)."""
        await self._until(lambda: self.world.updates.confirmed(self.last_update) or None, "the update being confirmed")

    async def stays_quiet(self) -> None:
        """The bot is done with all that was said here, and shows nothing more."""
        await self.handled()
        unseen = [(shown.how, shown.text) for shown in self._unseen()]
        assert not unseen, f"{self.title}: expected silence, the bot showed {unseen}"

    async def blocks(self) -> None:
        """The person blocks the bot, or an administrator removes it."""
        self.blocked = True
        self._member("member", "kicked")

    async def unblocks(self) -> None:
        """And lets it in again."""
        self.blocked = False
        self._member("kicked", "member")

    async def opens_topic(self, name: str, by: Person | None = None) -> int:
        """A topic is opened in a forum; gives its number."""
        made = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        head = self.add(self._who(by), int(self.world.now()), media=made)
        head.thread = head.id
        self.topics[head.id] = head
        self._tell("message", head)
        return head.id

    def _put(self, by: Person | None, reply_to: Message | None, topic: int | None, **what: Any) -> Message:
        self.started = True
        if topic is not None and reply_to is None:
            reply_to = self.topics[topic]  # as Telegram does: a message in a topic replies to the topic's first
        thread = self.thread_of(reply_to, topic)
        message = self.add(self._who(by), int(self.world.now()), reply_to=reply_to, thread=thread, **what)
        self._tell("message", message)
        return message

    def _tell(self, kind: str, message: Message) -> None:
        if self.open_to(self.world.bot, message):
            self._update(kind, message.wire())

    def _update(self, kind: str, body: dict[str, Any]) -> None:
        self.last_update = self.world.updates.add(kind, body, self.id) or self.last_update

    def _chosen(self, result: dict[str, Any]) -> dict[str, Any]:
        content = result["input_message_content"]
        text, entities = shown_text(content, "message_text")
        return {"text": text, "entities": entities, "markup": result.get("reply_markup"), "via_bot": self.world.bot}

    def _member(self, before: str, after: str) -> None:
        def member(status: str) -> dict[str, Any]:
            return {"status": status, "user": self.world.bot.wire()} | ({"until_date": 0} if status == "kicked" else {})

        person = self.owner or next(iter(self.world.people.values()))
        change = {"chat": self.wire(), "from": person.wire(), "date": int(self.world.now())}
        change |= {"old_chat_member": member(before), "new_chat_member": member(after)}
        self._update("my_chat_member", change)

    def _who(self, by: Person | None) -> Person:
        person = by or self.owner
        assert person is not None, f"who in {self.title}?"
        return person

    def _unseen(self) -> list[Shown]:
        return self.shown[self.seen :]

    async def _until(self, look: Any, hoped: str) -> None:
        try:
            await self.world.bell.until(look, self.world.patience)
        except TimeoutError:
            raise AssertionError(f"{self.title}: waited {self.world.patience:g} s for {hoped}") from None
