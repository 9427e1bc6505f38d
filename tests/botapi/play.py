"""Plays a transcript with the people of a fake Telegram, and holds the bot to what it says there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from .chats import Message, Person
from .server import Call, FakeTelegram
from .talk import Talk, fits
from .transcript import Scenario, Step
from .world import Ask, Press


class Play:
    """One scenario under way: its people, its chats, and what was done last."""

    def __init__(self, telegram: FakeTelegram, scenario: Scenario) -> None:
        self.telegram = telegram
        self.scenario = scenario
        self.people = {name: self._join(name, lang) for name, lang in scenario.people.items()}
        self.group = self._group()
        self.topics: dict[str, int] = {}
        self.here = self.group or telegram.private(next(iter(self.people.values())))
        """The chat in which something was said last."""
        self.said: Message | None = None
        self.presses: list[Press] = []
        self.ask: Ask | None = None
        self.calls_before = len(telegram.calls)

    async def run(self) -> None:
        """Play it all; AssertionError at the first line that does not come true."""
        step: Step | None = None
        try:
            for title in self._topic_titles():
                self.topics[title] = await self.here.opens_topic(title, next(iter(self.people.values())))
            for step in self.scenario.steps:
                await (self._bot(step) if step.who == "bot" else self._person(step, self.people[step.who]))
            step = None
            await self._rest_is_silence()
        except AssertionError as error:
            raise AssertionError(self._failure(step, error)) from None

    # what people do

    async def _person(self, step: Step, person: Person) -> None:
        chat = self.here = self.group or self.telegram.private(person)
        text = self._typed(step.text)
        topic = self.topics[step.topic] if step.topic else None
        match step.verb:
            case "":
                self.said = await chat.says(text, person, topic=topic)
            case "replies" | "replies to":
                self.said = await chat.says(text, person, self._meant(chat, step.what), topic)
            case "edits":
                mine = [m for m in chat.messages.values() if m.sender is person and not m.deleted]
                await chat.edits(mine[-1], text)
            case "deletes":
                await chat.deletes(next(m for m in reversed(chat.messages.values()) if m.sender is person))
            case "presses":
                self.presses.append(await chat.presses(self._typed(step.what), by=person))
            case "asks inline":
                self.ask = await self.telegram.asks_inline(person, text)
            case "asks for more":
                assert self.ask is not None, "nothing was asked inline"
                offset = (self.ask.answer or {}).get("next_offset", "")
                assert offset, "there is no further page"
                self.ask = await self.telegram.asks_inline(person, self.ask.query, offset)
            case "picks":
                assert self.ask is not None, "nothing was asked inline"
                self.said = await chat.picks(self.ask, self._typed(step.what))
            case "blocks":
                await chat.blocks()
            case "unblocks":
                await chat.unblocks()
            case "sends an album":
                for _ in range(3):
                    self.said = await chat.sends("photo", text, person, topic, album=f"album {step.line}")
            case "sends a photo" | "sends a voice" | "sends a sticker" | "sends a location":
                self.said = await chat.sends(step.verb.split()[-1], text, person, topic)
            case _:
                raise AssertionError(f"nobody can do that: {step.who} {step.verb}")

    # what the bot must do

    async def _bot(self, step: Step) -> None:
        checks: dict[str, Callable[[Step], Awaitable[None]]] = {
            "": self._says,
            "replies": self._replies,
            "edits": self._edits,
            "deletes": self._deletes,
            "notice": self._notices,
            "offers": self._offers,
            "offers button": self._offers_button,
            "says nothing": self._says_nothing,
            "leaves": self._leaves,
        }
        assert step.verb in checks, f"the bot cannot do that: {step.verb}"
        await checks[step.verb](step)

    async def _says(self, step: Step) -> None:
        topic = self.topics[step.topic] if step.topic else None
        shown = await self.here.sees(self._typed(step.text) or "*", topic=topic)
        _check_rows(step.rows, shown.message.buttons)

    async def _replies(self, step: Step) -> None:
        topic = self.topics[step.topic] if step.topic else None
        shown = await self.here.sees(self._typed(step.text) or "*", topic=topic)
        assert shown.message.reply_to is self.said, "the bot's message does not reply to what was said last"
        _check_rows(step.rows, shown.message.buttons)

    async def _edits(self, step: Step) -> None:
        shown = await self.here.sees(self._typed(step.text) or "*", "edited")
        _check_rows(step.rows, shown.message.buttons)

    async def _deletes(self, step: Step) -> None:
        await self.here.sees(self._typed(step.text) or "*", "deleted")

    async def _notices(self, step: Step) -> None:
        notice = await self.here.answered(self.presses[-1])
        assert fits(step.text, notice), f"expected the notice {step.text!r}, got {notice!r}"

    async def _offers(self, step: Step) -> None:
        assert self.ask is not None, "nothing was asked inline"
        wanted = [label for row in step.rows or [] for label in row]
        open_end = wanted[-1:] == ["..."]
        titles = self.ask.titles
        same = len(titles) >= len(wanted) - 1 if open_end else len(titles) == len(wanted)
        pairs = zip(wanted[:-1] if open_end else wanted, titles, strict=False)
        same = same and all(fits(pattern, title) for pattern, title in pairs)
        assert same, f"expected {wanted}, got {titles}"

    async def _offers_button(self, step: Step) -> None:
        assert self.ask is not None, "nothing was asked inline"
        assert fits(step.text, self.ask.button or ""), f"expected {step.text!r}, got {self.ask.button!r}"

    async def _says_nothing(self, step: Step) -> None:
        await self.here.stays_quiet()

    async def _leaves(self, step: Step) -> None:
        await self.telegram.until(lambda: self.here.blocked)

    async def _rest_is_silence(self) -> None:
        """Nothing is shown beyond the transcript, each press is answered, and no call was refused that may not be."""
        for chat in self._chats():
            await chat.stays_quiet()
        for press in self.presses:
            await self.here.answered(press)
        refused = self._refused()
        wrong = [str(c) for c in refused if not any(fits(pattern, str(c)) for pattern in self.scenario.refused)]
        assert not wrong, f"Telegram refused {wrong}"
        assert not self.scenario.refused or refused, f"expected to be refused: {self.scenario.refused}"

    def _refused(self) -> list[Call]:
        return [call for call in self.telegram.calls[self.calls_before :] if call.refused]

    # the stage

    def _join(self, name: str, lang: str | None) -> Person:
        trait = self.scenario.traits.get(name)
        if trait == "owner":
            return self.telegram.owner(name, lang)
        return self.telegram.person(name, lang, is_bot=trait == "bot")

    def _group(self) -> Talk | None:
        place = self.scenario.place
        if place is None:
            return None
        traits = {trait.strip() for trait in (place["traits"] or "").split(",")}
        return self.telegram.group(
            place["title"],
            forum=place["kind"] == "forum",
            small=place["kind"] == "small group",
            privacy="no privacy" not in traits,
            admin="admin" in traits,
            muted="muted" in traits,
        )

    def _topic_titles(self) -> list[str]:
        place = self.scenario.place
        return place["topics"].split(", ") if place and place["topics"] else []

    def _chats(self) -> list[Talk]:
        return [self.group] if self.group else [self.telegram.private(p) for p in self.people.values()]

    def _typed(self, text: str) -> str:
        return text.replace("@bot", f"@{self.telegram.bot.username}")

    def _meant(self, chat: Talk, pattern: str) -> Message:
        """The latest message that fits; without a pattern, the bot's latest."""
        for message in reversed(chat.messages.values()):
            if fits(pattern, message.text) if pattern else message.sender is self.telegram.bot:
                return message
        raise AssertionError(f"no message {pattern!r} in {chat.title}")

    def _failure(self, step: Step | None, error: AssertionError) -> str:
        where = f"{self.scenario.file}:{step.line if step else self.scenario.line}"
        lines = [f"{where}: {error}", "", f"what was said in {self.here.title}:"]
        for message in self.here.messages.values():
            lines.append(f"  {message.sender.name}: {message.text or message.media}")
            lines += ["    " + " ".join(f"[{button['text']}]" for button in row) for row in message.buttons]
        lines += [f"  refused: {call}" for call in self._refused()]
        return "\n".join(lines)


def _check_rows(wanted: list[list[str]] | None, got: Sequence[Sequence[dict[str, str]]]) -> None:
    if wanted is None:
        return
    rows = [[button["text"] for button in row] for row in got]
    left = list(rows)
    for n, row in enumerate(wanted):
        if row == ["..."]:
            rest = wanted[n + 1 :]
            left = left[len(left) - len(rest) :] if len(left) >= len(rest) else left
            continue
        same = bool(left) and len(left[0]) == len(row) and all(map(fits, row, left[0]))
        assert same, f"expected the buttons {wanted}, got {rows}"
        left = left[1:]
    assert not left or wanted[-1:] == [["..."]], f"expected the buttons {wanted}, got {rows}"
