"""All words that are known, with what each may mean: a trie over Hangul syllables, Latin words and figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bot import korean
from bot.english import bases
from bot.text import bare

_LETTER = r"(?:(?![가-힣ㄱ-ㅣ])[^\W\d_])"
ATOM = re.compile(rf"[가-힣]|[ㄱ-ㅎㅏ-ㅣ]+|\d+(?:[.,]\d+)*|{_LETTER}+(?:'{_LETTER}+)?|%|\$|€|₩|&")
"""What a text is cut into: one syllable, one run of loose jamo, one figure, one word, one money sign."""
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:'[A-Za-z]+)?")


class Sense(NamedTuple):
    """One thing that a word may mean."""

    tag: str
    """name, kind, part, contrary, of_fact, word, noun, title, question, mark, sort, anaphor, follow, light, chat, ..."""
    id: str
    """Which name, kind, part or mark."""
    fact: str = ""
    """For `of_fact`: the fact whose part `id` the word asks for."""


class Sensed:
    """What has senses, and is asked for them by their sort."""

    __slots__ = ()
    senses: tuple[Sense, ...]

    def ids(self, tag: str) -> tuple[str, ...]:
        """What it may be, of one sort."""
        return tuple(dict.fromkeys(s.id for s in self.senses if s.tag == tag))

    def has(self, *tags: str) -> bool:
        """Whether any sense is of one of these sorts."""
        return any(s.tag in tags for s in self.senses)


class Atom(NamedTuple):
    """One piece of a text with its place in it."""

    text: str
    start: int
    end: int
    spaced: bool
    """Whether white space or a mark stands before it."""

    @property
    def hangul(self) -> bool:
        return korean.is_syllable(self.text[0])


def atoms(text: str) -> list[Atom]:
    """Cut a clean text into atoms; possessive 's and other marks fall away."""
    found: list[Atom] = []
    last = -1
    for match in ATOM.finditer(text):
        word = bare(match[0])
        word = word.removesuffix("'s")
        found.append(Atom(word, match.start(), match.end(), match.start() != last))
        last = match.end()
    return found


@dataclass(slots=True)
class Lexicon:
    """The trie, and the surfaces that slips are repaired against. Filled once, then only read."""

    root: dict[str, Any] = field(default_factory=dict)
    latin: set[str] = field(default_factory=set)
    """Every Latin word that some entry holds."""
    name_words: set[str] = field(default_factory=set)
    """Those of them that stand in names."""
    exact: set[str] = field(default_factory=set)
    """Spellings that are matched to the letter and never a target of repair."""
    particles: dict[str, str] = field(default_factory=dict)
    """What may follow any Korean word, by what it makes of the word before; "" where it makes nothing of it."""
    endings: set[str] = field(default_factory=set)
    """What may follow a Korean verb only."""
    surfaces: dict[str, set[str]] = field(default_factory=dict)
    """Hangul surfaces by sort (name, word), for repair."""
    by_length: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    """`surfaces` by sort and number of syllables, made at the first repair."""
    common_forms: set[str] = field(default_factory=set)
    """The forms of common verbs, made at the first repair."""
    common: frozenset[str] = frozenset()
    """Real words of the language that are never repaired into others."""

    def add(self, surface: str, sense: Sense, *, name: bool = False, repair: bool = True) -> None:
        """Enter one spelling of one sense."""
        self._enter(surface, (sense,), name, repair)

    def _enter(self, surface: str, senses: tuple[Sense, ...], name: bool, repair: bool) -> None:
        keys = _keys(surface)
        node = self.root
        for key in keys:
            found = node.get(key)
            if found is None:
                found = node[key] = {}
            node = found
        if not keys:
            return
        known = node.setdefault("", [])
        known += [s for s in senses if s not in known]
        if repair:
            self._offer(keys, name)

    def _offer(self, keys: list[str], name: bool) -> None:
        if all(map(korean.is_syllable, keys)):
            if len(keys) > 1:
                self.surfaces.setdefault("name" if name else "word", set()).add("".join(keys))
            return
        latin = [k for k in keys if k.isalpha() and not korean.is_syllable(k[0])]
        self.latin.update(latin)
        if name:
            self.name_words.update(latin)

    def add_common(self, words: Iterable[str]) -> None:
        """Enter real words that mean nothing here: they are not repaired, nor cut up into words that do."""
        self.common |= frozenset(words)

    def sized(self, sort: str, length: int) -> tuple[str, ...]:
        """The Hangul surfaces of one sort and so many syllables, in order."""
        if ("word", 2) not in self.by_length:
            for kind, words in self.surfaces.items():
                for word in sorted(words):
                    self.by_length.setdefault((kind, len(word)), []).append(word)
        return tuple(self.by_length.get((sort, length), ()))

    def is_real(self, word: str) -> bool:
        """Whether a Hangul word is a real word that means nothing here, or a form of one."""
        if not self.common_forms:
            self.common_forms.update(f for w in self.common if is_verb(w) for f in korean.forms(w) if len(f) > 1)
        return word in self.common or word in self.common_forms

    def sized_endings(self, length: int) -> tuple[str, ...]:
        """Particles and endings of so many syllables, in order."""
        if ("ending", length) not in self.by_length:
            every = {*self.particles, *self.endings}
            self.by_length["ending", length] = sorted(e for e in every if len(e) == length and korean.is_syllable(e[0]))
        return tuple(self.by_length["ending", length])

    def add_words(self, words: Iterable[str], lang: str, sense: Sense) -> None:
        """Enter words of one language: Korean verbs with all their forms, English words as they stand."""
        for word in words:
            senses = (sense, VERB) if lang == "ko" and is_verb(word) else (sense,)
            for surface in surfaces(word) if lang == "ko" else english_surfaces(word):
                self._enter(surface, senses, False, True)

    def harden(self, marks: frozenset[str]) -> None:
        """Take the sense of courtesy from words that are one of these marks."""
        nodes = [self.root]
        while nodes:
            node = nodes.pop()
            senses = node.get("", [])
            if any(s.tag == "mark" and s.id in marks for s in senses):
                node[""] = [s for s in senses if s.tag != "light"]
            nodes += [child for key, child in node.items() if key]

    def matches(self, text: list[Atom], start: int) -> Iterator[tuple[int, list[Sense]]]:
        """Every entry that begins at an atom: its end, and its senses. A Latin word also matches as its bases."""
        nodes = [self.root]
        for end in range(start, len(text)):
            word = text[end].text
            keys = (word,) if text[end].hangul or not word.isalpha() else bases(word)
            nodes = [node[key] for node in nodes for key in keys if key in node]
            if not nodes:
                return
            senses = [sense for node in nodes for sense in node.get("", ())]
            if senses:
                yield end + 1, senses

    def real_words(self, text: list[Atom], start: int) -> Iterator[int]:
        """Where Hangul words end that begin at an atom and are real words, though they mean nothing here."""
        run = ""
        for end in range(start, min(start + 5, len(text))):
            if not text[end].hangul or (end > start and text[end].spaced):
                return
            run += text[end].text
            if end > start and run in self.common:
                yield end + 1


COMMON = Sense("common", "")
_PLAIN_HANGUL = re.compile(r"[가-힣 ]+").fullmatch


def _keys(surface: str) -> list[str]:
    """The atoms of a spelling; the plain cases without the regular expression."""
    if _PLAIN_HANGUL(surface):
        return list(surface.replace(" ", ""))
    if surface.isascii() and surface.isalpha():
        return [surface.lower()]
    return [a.text for a in atoms(surface)]


VERB = Sense("verb", "")
"""Marks the stems of verbs and adjectives, which alone take verb endings."""


def is_verb(word: str) -> bool:
    """Whether a Korean entry is a verb or adjective in its dictionary form."""
    return word.endswith("다") and len(word) > 1 and korean.is_syllable(word[-2])


def surfaces(word: str) -> Iterable[str]:
    """The shapes a Korean word takes before its ending: a verb's stems, a noun as it is."""
    if is_verb(word):
        head, _, verb = word.rpartition(" ")
        return [f"{head} {form}".strip() for form in korean.forms(verb)]
    return (word,)


def english_surfaces(word: str) -> Iterable[str]:
    """An English entry; its singular where it was given in the plural; "didnt" beside "didn't"."""
    if word.endswith("n't"):
        return (word, word.replace("'", ""))
    return (word, word[:-1]) if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else (word,)
