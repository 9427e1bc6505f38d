"""The receipt of an answer for its reader: the question, how it was read, the facts with their places, the sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.store import Sent
from bot.talk_telegram.shell import Shell
from bot.turn import Lang

LINE = re.compile(r"(?P<text>.+?)(?: \([a-z_]+\))?: (?P<senses>.+)")
"""A line of `Reply.how`: a word of the question, perhaps what it is to the verb, and what it may stand for."""
LACKING = "not accounted for"
"""What such a line begins with where it tells the words that nothing known accounts for."""
MEANT = {
    "question": "how_question",
    "kind": "how_kind",
    "when": "how_time",
    "relative": "how_time",
    "today": "how_time",
    "daypart": "how_time",
    "weekday": "how_time",
    "part": "how_part",
    "of_fact": "how_part",
    "word": "how_word",
}
"""What a reader is told of each sort of sense, the first that fits."""
GRAMMAR = {"auxiliaries", "light", "prep"}
"""A word that can be one of these says little ("did", "on"), and nothing is told of it."""


def receipt(shell: Shell, sent: Sent, lang: Lang) -> str:
    """What an answer rests on, as plain text."""
    say = shell.words.say
    lines = [say("why_question", lang, text=sent.question)]
    if sent.read_as:
        lines.append(say("read_as", lang, text=sent.read_as))
    if how := list(_how(shell, sent.how[1:], lang)):
        lines += ["", say("why_how", lang), *(f"• {line}" for line in how)]
    lines.append("")
    if sent.facts:
        lines += [say("why_facts", lang), *(f"• {shell.base.place_of(fact)}" for fact in sent.facts)]
    else:
        lines.append(say("why_no_facts", lang, reason=shell.words.reason(sent.status, lang)))
    lines += [say("source", lang, line=line) for line in sent.sources]
    return "\n".join(lines)


def _how(shell: Shell, lines: Iterable[str], lang: Lang) -> Iterator[str]:
    """The words of the question that carry its meaning, each with what it was taken for."""
    for line in lines:
        match = LINE.fullmatch(line)
        if match and match["text"] == LACKING:
            yield f"{match['senses']} → {shell.words.say('how_lacking', lang)}"
        elif match and (meant := _meant(shell, match["senses"].split(", "), lang)):
            yield f"{match['text']} → {meant}"


def _meant(shell: Shell, senses: list[str], lang: Lang) -> str:
    """What a word was taken for, "" where it is grammar only."""
    pairs = [(tag, id_) for tag, _, id_ in (sense.partition(" ") for sense in senses)]
    names = shell.base.facts.names
    named = [names[id_].name[lang] for tag, id_ in pairs if tag == "name" and id_ in names]
    if named:
        return ", ".join(named)
    tags = {tag for tag, _ in pairs}
    if tags & GRAMMAR and "question" not in tags:
        return ""
    return next((shell.words.say(key, lang) for tag, key in MEANT.items() if tag in tags), "")
