"""A transcript is worth what it notices: a bot that says something else, or more, or less, fails it."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path

import pytest
from botapi import PATIENCE, BadTranscript, FakeTelegram, Play, read
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton(name, callback_data=name) for name in ("one", "two")]])


async def parrot(bot: Bot, update: Update) -> None:
    """A bot for the tests: repeats what is said, is silent on "psst", breaks its lines as in a browser, has two buttons."""
    if update.message and update.message.text == "break":
        with contextlib.suppress(BadRequest):
            await update.message.reply_html("one<br>two")
    elif update.message and update.message.text not in (None, "psst"):
        group = update.message.chat.type != "private"
        await update.message.reply_text(f"You said {update.message.text}", reply_markup=KEYBOARD, do_quote=group)
    if update.edited_message:
        await bot.edit_message_text(f"Now {update.edited_message.text}", update.edited_message.chat.id, 2)
    if update.callback_query and update.callback_query.data == "one":
        await update.callback_query.answer("thanks")


async def live(bot: Bot) -> None:
    offset = 0
    while True:
        for update in await bot.get_updates(offset, timeout=20, read_timeout=30):
            await parrot(bot, update)
            offset = update.update_id + 1


def play(tmp_path: Path, text: str, patience: float = PATIENCE) -> None:
    """Play the first scenario of a text with the parrot."""
    file = tmp_path / "t.chat"
    file.write_text(text, encoding="utf-8")

    async def run() -> None:
        async with FakeTelegram() as telegram, Bot(telegram.token, base_url=telegram.url) as bot:
            telegram.patience = patience
            living = asyncio.create_task(live(bot))
            try:
                await Play(telegram, read(file)[0]).run()
            finally:
                living.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await living

    asyncio.run(run())


HEAD = "== A title\nwith: Kim (ko), Lee\n"
TRUE = {
    "an answer": "Kim: hello\nbot: You said hello\n [one] [two]\n",
    "wildcards": "Kim: hello\nbot: *said*\n [*] [t*]\n",
    "any buttons": "Kim: hello\nbot: *\n [...]\n",
    "several lines": "Kim: a\n b\nbot: You said a\n b\n",
    "an edit": "Kim: a\nbot: You said a\nKim edits: b\nbot edits: Now b\n (no buttons)\n",
    "a press": "Kim: a\nbot: *\nKim presses [one]\nbot notice: thanks\n",
    "silence": "Kim: psst\nbot says nothing\n",
    "a group": "place: group News\nKim: hello\nKim: @bot hi\nbot replies: *hi*\n",
    "a topic": "place: forum News: Chips\nKim in Chips: @bot hi\nbot replies in Chips: *hi*\n",
}
FALSE = {
    "another text": ("Kim: hello\nbot: You said bye\n", "t.chat:4: Kim: expected 'You said bye'"),
    "another button": ("Kim: hello\nbot: *\n [one] [three]\n", "expected the buttons"),
    "a missing button": ("Kim: hello\nbot: *\n [one]\n", "expected the buttons"),
    "a further row": ("Kim: hello\nbot: *\n [one] [two]\n [three]\n", "expected the buttons"),
    "no buttons": ("Kim: hello\nbot: *\n (no buttons)\n", "expected the buttons"),
    "more than is written": ("Kim: hello\n", "expected silence"),
    "no silence": ("Kim: hello\nbot says nothing\n", "expected silence"),
    "an edit that is a message": ("Kim: hello\nbot edits: *\n", "expected edited"),
    "another notice": ("Kim: a\nbot: *\nKim presses [one]\nbot notice: welcome\n", "expected the notice"),
    "no such button": ("Kim: a\nbot: *\nKim presses [three]\n", "no button 'three'"),
    "no reply": ("Kim: a\nbot replies: *\n", "does not reply"),
    "no refusal": ("refused: sendMessage*\nKim: psst\n", "expected to be refused"),
    "a line break tag": ("Kim: break\n", "Telegram refused"),
    "a message after an edit": ("Kim: a\nbot: *\nKim edits: \nbot says nothing\nKim edits: a\n", "expected silence"),
}


@pytest.mark.parametrize("name", TRUE)
def test_a_true_transcript_holds(tmp_path: Path, name: str) -> None:
    play(tmp_path, HEAD + TRUE[name])


@pytest.mark.parametrize("name", FALSE)
def test_a_false_transcript_fails_and_says_where(tmp_path: Path, name: str) -> None:
    text, why = FALSE[name]
    with pytest.raises(AssertionError) as failure:
        play(tmp_path, HEAD + text)
    assert why in str(failure.value)
    assert "t.chat:" in str(failure.value)


def test_what_never_comes_is_waited_for_only_so_long(tmp_path: Path) -> None:
    for text in ("Kim: psst\nbot: *\n", "Kim: a\nbot: *\nKim presses [two]\n"):
        with pytest.raises(AssertionError, match=r"waited 0\.2 s for"):
            play(tmp_path, HEAD + text, patience=0.2)


@pytest.mark.parametrize(
    "text",
    [
        "Kim: no title\n",
        HEAD + "Park: who am I?\n",
        HEAD + "place: somewhere\n",
        "== A title\nwith: Kim ko\n",
        "== A title\nwith: Kim\n  nothing to go on with\n",
    ],
)
def test_a_transcript_that_cannot_be_read_says_at_which_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "t.chat"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadTranscript, match=r"t\.chat:\d+: "):
        read(file)
