"""The words of the two languages that ship with the engine, read from `vocabulary/` as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.loading.factfolder import VOCABULARY, read_file
from bot.loading.yamlnodes import List, Map, Node
from bot.problems import BrokenFacts
from bot.turn import LANGS, Lang


def read_vocabulary() -> Mapping[Lang, Mapping[str, Any]]:
    """For each language its file: keys with texts, lists of texts, or such mappings again."""
    return {lang: {**read_plain(lang), **{list_: _text(f"{list_}_{lang}") for list_ in _LISTS}} for lang in LANGS}


_LISTS = ("common", "filler", "synonyms", "vague")
"""Real words that no slip is repaired to or from; words that never change what is asked; a group of like words a line;
words that say little, and are passed over where all else leads to one fact."""


def _text(name: str) -> str:
    return (VOCABULARY / f"{name}.txt").read_text(encoding="utf-8")


def read_plain(name: str) -> Mapping[str, Any]:
    """One file of `vocabulary/`, which has keys."""
    file = read_file(VOCABULARY / f"{name}.yaml", "vocabulary")
    if file.problems:
        raise BrokenFacts(file.problems)
    return plain(file.root) if isinstance(file.root, Map) else {}


def plain(node: Node) -> Any:
    """A tree without its places."""
    if isinstance(node, Map):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, List):
        return [plain(item) for item in node.items]
    return node.value
