"""The commands that everybody has, each a function of the shell and what was said."""

from __future__ import annotations

from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.talk_telegram.hearing import Said
from bot.talk_telegram.questions import ask
from bot.talk_telegram.receipt import receipt
from bot.talk_telegram.shell import Shell
from bot.talk_telegram.show import LONGEST, pieces
from bot.talk_telegram.topics import fact_card, topics_root
from bot.turn import Lang

LANG = "l:"
"""What the data of a language button begins with."""
LANGUAGES = {"ko": "ko", "한국어": "ko", "korean": "ko", "en": "en", "영어": "en", "english": "en"} | {
    "auto": "auto",
    "자동": "auto",
}
"""What may be written after /lang."""
FACT = "f_"
"""What a deep link to a fact begins with: t.me/bot?start=f_<id>."""


async def start(shell: Shell, said: Said) -> None:
    """Say hello, or show the fact that a deep link names."""
    lang = shell.lang(said.asker, said.guess)
    if said.text.startswith(FACT) and (key := shell.base.fact_key(said.text.removeprefix(FACT))):
        card = fact_card(shell, key, lang)
        await shell.tell_all(said, card.page.messages(), card.buttons)
        return
    key = "start_group" if not said.private else "ask_me" if said.text == "ask" else "start"
    await _say(shell, said, key)


async def help_(shell: Shell, said: Said) -> None:
    """How to use the bot."""
    await _say(shell, said, "help", bot=shell.me.username)


async def ask_command(shell: Shell, said: Said) -> None:
    """`/ask` and a question, for groups where the bot sees commands only."""
    await (ask(shell, said) if said.text else _say(shell, said, "ask_usage"))


async def topics(shell: Shell, said: Said) -> None:
    """Browse what is known, by buttons."""
    card = topics_root(shell, shell.lang(said.asker, said.guess))
    await shell.tell(said, card.page.message(), card.buttons)


async def why(shell: Shell, said: Said) -> None:
    """The receipt of the last answer, or of the one that is replied to."""
    store = shell.store
    sent = store.sent(said.asker.chat, said.reply_to) if said.reply_to else store.last(said.asker)
    if sent is None:
        await _say(shell, said, "why_nothing")
        return
    texts = [escape(text) for text in pieces(receipt(shell, sent, shell.lang(said.asker, said.guess)), LONGEST)]
    await shell.tell_all(said, texts)


async def lang_command(shell: Shell, said: Said) -> None:
    """`/lang ko|en|auto`, or the three as buttons."""
    if choice := LANGUAGES.get(said.text.casefold()):
        await shell.tell(said, escape(choose_lang(shell, said.asker.user, choice, said.guess)))
        return
    lang = shell.lang(said.asker, said.guess)
    say = shell.words.say
    now = say(f"lang_name_{shell.store.pinned(said.asker.user) or 'auto'}", lang)
    names = {"ko": "한국어", "en": "English", "auto": "auto"}
    row = [InlineKeyboardButton(name, callback_data=LANG + key) for key, name in names.items()]
    await shell.tell(said, escape(say("lang_ask", lang, now=now)), InlineKeyboardMarkup([row]))


def choose_lang(shell: Shell, user: int, choice: str, guess: Lang) -> str:
    """Keep the person's choice (ko, en, auto) and return what to say of it."""
    if choice == "ko" or choice == "en":
        pinned: Lang = "ko" if choice == "ko" else "en"
        shell.store.pin(user, pinned)
        return shell.words.say("lang_set", pinned)
    shell.store.pin(user, None)
    return shell.words.say("lang_auto", guess)


async def sources(shell: Shell, said: Said) -> None:
    """Where the facts come from."""
    lang = shell.lang(said.asker, said.guess)
    text = "\n".join([shell.words.say("sources", lang), *(f"• {line}" for line in shell.base.source_list(lang))])
    await shell.tell_all(said, [escape(piece) for piece in pieces(text)])


async def privacy(shell: Shell, said: Said) -> None:
    """What is kept, for how long."""
    lang, settings = shell.lang(said.asker, said.guess), shell.settings
    kept = {"context": settings.keep_context, "questions": settings.keep_questions}
    text = shell.words.say("privacy", lang, **{key: shell.words.duration(time, lang) for key, time in kept.items()})
    logged = "\n\n" + shell.words.say("privacy_logged", lang) if shell.log_questions else ""
    await shell.tell(said, escape(text + logged))


async def forget(shell: Shell, said: Said) -> None:
    """Delete all that is tied to the asker."""
    lang = shell.lang(said.asker, said.guess)
    done = shell.store.forget(said.asker.user)
    await shell.tell(said, escape(shell.words.say("forgotten" if done else "not_forgotten", lang)))


async def _say(shell: Shell, said: Said, key: str, **slots: object) -> None:
    lang = shell.lang(said.asker, said.guess)
    await shell.tell(said, escape(shell.words.say(key, lang, **slots)))
