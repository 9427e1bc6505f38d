"""Browsing what is known by buttons, in one message that is edited: stories, their events, their names."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.talk_telegram.base import short_key
from bot.talk_telegram.shell import Shell
from bot.talk_telegram.show import ASK, Page, label, source_lines
from bot.turn import Lang

PREFIX = "t:"
"""What the data of a browsing button begins with: t:<view>:<key>:<page>."""
PAGE = 8
"""Buttons on one page: what a phone shows without scrolling."""


@dataclass(frozen=True, slots=True)
class Card:
    """One page of the browser."""

    page: Page
    buttons: InlineKeyboardMarkup | None = None


def topics_root(shell: Shell, lang: Lang) -> Card:
    """All stories; where there is one only, its page at once."""
    stories = shell.base.facts.stories
    if not stories:
        return Card(Page((), shell.words.say("topics_none", lang)))
    if len(stories) == 1:
        return _story(shell, next(iter(stories)), lang)
    buttons = [_button(story.title[lang], "s", id_) for id_, story in stories.items()]
    return Card(Page((), shell.words.say("topics", lang)), _keyboard(shell, buttons, "r", "", 0, lang, None))


def card_for(shell: Shell, data: str, lang: Lang) -> Card:
    """The page that a button's data names."""
    view, key, page = (*data.removeprefix(PREFIX).split(":"), "", "")[:3]
    id_, at = shell.base.keys.get(key, ""), int(page) if page.isdecimal() else 0
    facts = shell.base.facts
    if view == "s" and id_ in facts.stories:
        return _story(shell, id_, lang)
    if view == "e" and id_ in facts.stories:
        return _events(shell, id_, at, lang)
    if view == "m" and id_ in facts.stories:
        return _names(shell, id_, at, lang)
    if view == "f" and id_ in facts.facts:
        return fact_card(shell, id_, lang)
    if view == "n" and id_ in facts.names:
        return _name(shell, id_, at, lang)
    root = topics_root(shell, lang)
    return root if view == "r" else Card(Page((), shell.words.say("topics_gone", lang)), root.buttons)


def fact_card(shell: Shell, fact: str, lang: Lang) -> Card:
    """One fact: its sentence, its source, what can be asked next, and the way back."""
    base = shell.base
    sources = source_lines(base.cited(fact, lang), shell.words, lang)
    page = Page(_title(base.label(fact, lang)), base.sentence(fact, lang), sources)
    asks = [
        [InlineKeyboardButton(label(text), callback_data=f"{ASK}{n}")]
        for n, text in enumerate(base.questions(fact, lang))
    ]
    back = _button(shell.words.say("back", lang), "e", base.facts.facts[fact].story)
    return Card(page, InlineKeyboardMarkup([*asks, [back]]))


def _story(shell: Shell, story_id: str, lang: Lang) -> Card:
    story, say = shell.base.facts.stories[story_id], shell.words.say
    page = Page(_title(story.title[lang]), story.summary[lang] if story.summary else "")
    row = [_button(say("topics_facts", lang), "e", story_id), _button(say("topics_names", lang), "m", story_id)]
    back = [[_button(say("back", lang), "r", "")]] if len(shell.base.facts.stories) > 1 else []
    return Card(page, InlineKeyboardMarkup([row, *back]))


def _events(shell: Shell, story_id: str, page: int, lang: Lang) -> Card:
    story = shell.base.facts.stories[story_id]
    buttons = [_button(shell.base.label(fact, lang), "f", fact) for fact in story.facts]
    return _list(shell, story.title[lang], "topics_facts", buttons, "e", story_id, page, lang)


def _names(shell: Shell, story_id: str, page: int, lang: Lang) -> Card:
    story, names = shell.base.facts.stories[story_id], shell.base.facts.names
    ids = [name for name in names if shell.base.facts_of(name, story_id)]
    buttons = [_button(names[name].name[lang], "n", name) for name in ids]
    return _list(shell, story.title[lang], "topics_names", buttons, "m", story_id, page, lang)


def _name(shell: Shell, name_id: str, page: int, lang: Lang) -> Card:
    name = shell.base.facts.names[name_id]
    facts = shell.base.facts_of(name_id)
    shown = Page(_title(name.name[lang]), name.about[lang] if name.about else "")
    buttons = [_button(shell.base.label(fact, lang), "f", fact) for fact in facts]
    story = shell.base.facts.facts[facts[0]].story if facts else ""
    return Card(shown, _keyboard(shell, buttons, "n", name_id, page, lang, ("m", story)))


def _list(
    shell: Shell, title: str, what: str, buttons: list[InlineKeyboardButton], view: str, id_: str, page: int, lang: Lang
) -> Card:
    shown = Page(_title(title), shell.words.say(what, lang))
    return Card(shown, _keyboard(shell, buttons, view, id_, page, lang, ("s", id_)))


def _keyboard(
    shell: Shell,
    buttons: list[InlineKeyboardButton],
    view: str,
    id_: str,
    page: int,
    lang: Lang,
    back: tuple[str, str] | None,
) -> InlineKeyboardMarkup:
    """One page of buttons, a row each, then the ways to the other pages and back."""
    say, last = shell.words.say, max(0, (len(buttons) - 1) // PAGE)
    page = min(page, last)
    turn = [_button(say("less", lang), view, id_, page - 1)] if page else []
    turn += [_button(say("more", lang), view, id_, page + 1)] if page < last else []
    rows = [[button] for button in buttons[page * PAGE : (page + 1) * PAGE]]
    home = [_button(say("back", lang), *back)] if back else []
    return InlineKeyboardMarkup([*rows, *([turn] if turn else []), *([home] if home else [])])


def _title(text: str) -> tuple[str, ...]:
    return (f"<b>{escape(label(text))}</b>",)


def _button(text: str, view: str, id_: str, page: int = 0) -> InlineKeyboardButton:
    key = short_key(id_) if id_ else ""
    return InlineKeyboardButton(label(text), callback_data=f"{PREFIX}{view}:{key}:{page}")
