"""Who is in the world: people, owners, their private chats, groups; and what people type after the bot's name."""

from __future__ import annotations

from typing import Any

from .chats import Person
from .talk import Talk
from .world import Ask, World

OWNERS = range(9_000_001, 9_000_033)
"""The ids that FACTBOT_OWNERS names in tests."""


class People(World):
    """The world with ways to bring people and chats into it."""

    def person(self, name: str, lang: str | None = None, **more: Any) -> Person:
        """Someone new."""
        return self._join(Person(1_000_001 + len(self.people), name, lang, **more))

    def owner(self, name: str, lang: str | None = None) -> Person:
        """Someone new whom the bot was told to be its owner (its settings name OWNERS)."""
        taken = sum(id_ in OWNERS for id_ in self.people)
        return self._join(Person(OWNERS[taken], name, lang))

    def _join(self, person: Person) -> Person:
        self.people[person.id] = person
        return person

    def private(self, who: str | Person, lang: str | None = None) -> Talk:
        """Someone's private chat with the bot."""
        person = who if isinstance(who, Person) else self.person(who, lang)
        if person.id not in self.chats:
            self.chats[person.id] = Talk(person.id, "private", person.name, person, world=self)
        chat = self.chats[person.id]
        assert isinstance(chat, Talk)
        return chat

    def group(self, title: str, forum: bool = False, small: bool = False, **more: Any) -> Talk:
        """A supergroup (or a small basic group) that the bot is in."""
        id_ = -(5_000_001 if small else 1_001_000_000_001) - len(self.chats)
        chat = Talk(id_, "group" if small else "supergroup", title, forum=forum, world=self, **more)
        self.chats[id_] = chat
        return chat

    async def asks_inline(self, by: Person, query: str, offset: str = "") -> Ask:
        """Someone types a question after the bot's name in any chat, and waits for the results."""
        ask = Ask(str(9000 + len(self.asks)), by, query, offset, self.now())
        self.asks[ask.id] = ask
        body = {"id": ask.id, "from": by.wire(), "query": query, "offset": offset, "chat_type": "private"}
        self.updates.add("inline_query", body, by.id)
        try:
            await self.bell.until(lambda: ask.answer, self.patience)
        except TimeoutError:
            raise AssertionError(f"no answer to the inline question {query!r}") from None
        return ask

    async def until(self, look: Any) -> Any:
        """What `look` finds, as soon as it is neither None nor False nor empty."""
        return await self.bell.until(lambda: look() or None, self.patience)
