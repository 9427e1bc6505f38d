"""What the shell itself says, read from words.yaml: texts, command words, menu and descriptions in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from bot.loading.yamlnodes import List, Node, Scalar
from bot.loading.yamltree import parse
from bot.turn import Lang


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of words.yaml."""

    texts: Mapping[str, Mapping[Lang, str]]
    commands: Mapping[str, str]
    """The command that a word stands for where it is the whole message."""
    menu: Mapping[str, Mapping[Lang, str]]
    description: Mapping[str, Mapping[Lang, str]]

    def say(self, key: str, lang: Lang, **slots: object) -> str:
        """The text of that key with its slots filled, plain and not escaped. A key that is not there is a KeyError."""
        return self.texts[key][lang].format(**slots) if slots else self.texts[key][lang]

    def reason(self, why: str, lang: Lang) -> str:
        """Why nothing was told, in words; `why` is a status, a reason or `disliked`."""
        return self.say(f"reason_{why}", lang) if f"reason_{why}" in self.texts else why

    def command(self, text: str) -> str | None:
        """The command that the whole text stands for ("도움말", "/도움말" is `help`), None for any other text."""
        return self.commands.get("".join(text.casefold().strip("?!. ").removeprefix("/").split()))

    def duration(self, seconds: float, lang: Lang) -> str:
        """A length of time as a reader is told it: "a day", "30 days"."""
        if seconds in (86400, 3600):
            return self.say("day" if seconds == 86400 else "hour", lang)
        for unit, size in (("days", 86400), ("hours", 3600)):
            if seconds >= size:
                return self.say(unit, lang, n=f"{seconds / size:g}")
        return self.say("seconds", lang, n=f"{seconds:g}")


def load_words() -> Words:
    """Read the file that ships beside this module."""
    root, problems = parse(files(__package__).joinpath("words.yaml").read_bytes(), "words.yaml")
    if root is None or problems:
        raise ValueError(f"words.yaml: {problems}")
    data = _plain(root)
    commands = {word: command for command, words in data["commands"].items() for word in words}
    return Words(data["say"], commands, data["menu"], data["description"])


def _plain(node: Node) -> Any:
    """A tree of nodes as texts, lists and dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, List):
        return [_plain(item) for item in node.items]
    return {key: _plain(value) for key, (_, value) in node.entries.items()}
