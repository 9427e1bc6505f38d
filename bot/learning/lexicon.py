"""All words that are known, with what each may mean, and the spellings that slips are repaired against."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from bot.language import korean
from bot.language.english import bases
from bot.language.senses import Atom, Sense, atoms

_SORTS = frozenset({"sort"})


class Lexicon:
    """Spellings and their senses, in one flat table. Filled once, then only read.

    Each spelling and each beginning of one is a key, and its value the place of its senses: that loads several times
    as fast from a cache as a tree of small nodes, and what only repairs need is unpacked when the first of them asks.
    """

    def __init__(self) -> None:
        self.entries: dict[str, int] = {"": 0}
        """Spellings and their beginnings, each with its place in `table`; 0: a beginning that means nothing yet."""
        self.table: list[tuple[Sense, ...]] = [()]
        self._places: dict[tuple[Sense, ...], int] = {(): 0}
        self.latin: set[str] = set()
        """Every Latin word that some entry holds."""
        self.name_words: set[str] = set()
        """Those of them that stand in names."""
        self.mixed: set[str] = set()
        """Names that hold both scripts, without spaces (가나ai)."""
        self.given: set[str] = set()
        """Given names of two syllables: behind one syllable they are somebody else's (안재용 is no 재용)."""
        self.particles: dict[str, str] = {}
        """What may follow any Korean word, by what it makes of the word before; "" where it makes nothing of it."""
        self.endings: set[str] = set()
        """What may follow a Korean verb only."""
        self._packed = ["", "", ""]
        self.cuts: dict[tuple[tuple[str, bool, int], ...], Any] = {}
        """How the phrases that were heard last come apart, for `segment`: the same ones are heard again and again."""
        self.slips: dict[str, Any] = {}
        """What the words that were mended last may have been, for `mend_hangul`: a question is read several times over."""

    def __getstate__(self) -> bytes:
        table = [tuple(map(tuple, senses)) for senses in self.table]
        words = [sorted(s) for s in (self.latin, self.name_words, self.endings, self.mixed, self.given)]
        packed = ["\n".join(sorted(s)) for s in (self.common, self.surfaces["name"], self.surfaces["word"])]
        return marshal.dumps((self.entries, table, words, self.particles, packed))

    def __setstate__(self, state: bytes) -> None:
        self.entries, table, words, self.particles, self._packed = marshal.loads(state)
        self.table = [tuple(map(Sense._make, senses)) for senses in table]
        self.latin, self.name_words, self.endings, self.mixed, self.given = map(set, words)
        self.cuts, self.slips = {}, {}

    @cached_property
    def common(self) -> set[str]:
        """Real words of the two languages that are never repaired into others."""
        return set(self._packed[0].splitlines())

    @cached_property
    def surfaces(self) -> dict[str, set[str]]:
        """Hangul spellings by sort (name, word), for repair."""
        return {"name": set(self._packed[1].splitlines()), "word": set(self._packed[2].splitlines())}

    @cached_property
    def heads(self) -> frozenset[str]:
        """Whatever the known Latin words begin with."""
        words = (w for w in (*self.entries, *self.latin, *self.common) if w.isascii() and w.isalpha())
        return frozenset(w[:end] for w in words for end in range(1, len(w) + 1))

    # Filling it

    def add(self, surface: str, sense: Sense, *, name: bool = False, repair: bool = True) -> None:
        """Enter one spelling of one sense."""
        self._enter(surface, (sense,), name, repair)

    def add_words(self, words: Iterable[str], lang: str, sense: Sense, *, repair: bool = True) -> None:
        """Enter words of one language: Korean verbs with all their forms, English words as they stand."""
        for word in words:
            if lang == "ko" and is_verb(word):
                for surface, kinds in verb_surfaces(word):
                    if kinds == ["m"] and self.has(surface, _SORTS):
                        continue  # 이름 is a name, and not that something is early (이르다)
                    self._enter(surface, (sense, *(Sense("verb", kind) for kind in kinds)), False, repair)
                continue
            for surface in (word,) if lang == "ko" else english_surfaces(word):
                self._enter(surface, (sense,), False, repair)

    def add_common(self, words: Iterable[str]) -> None:
        """Enter real words that mean nothing here: they are not repaired, nor cut up into words that do."""
        self.common.update(words)

    def _enter(self, surface: str, senses: tuple[Sense, ...], name: bool, repair: bool) -> None:
        keys = _keys(surface)
        if not keys:
            return
        spelling = ""
        for key in keys:
            spelling = joined(spelling, key)
            self.entries.setdefault(spelling, 0)
        known = self.table[self.entries[spelling]]
        if known and _of_verb(known) != _of_verb(senses):
            senses = (*senses, Sense("verb", korean.ANY))
        new = known + tuple(s for s in senses if s not in known)
        place = self._places.get(new)
        if place is None:
            place = self._places[new] = len(self.table)
            self.table.append(new)
        self.entries[spelling] = place
        if repair:
            self._offer(keys, name)

    def _offer(self, keys: list[str], name: bool) -> None:
        """Let slips be repaired towards a spelling."""
        if all(map(korean.is_syllable, keys)):
            if len(keys) > 1:
                self.surfaces["name" if name else "word"].add("".join(keys))
            return
        if name and any(map(korean.is_syllable, keys)) and len("".join(keys)) > 3:
            self.mixed.add("".join(keys))
        latin = [k for k in keys if k.isalpha() and not korean.is_syllable(k[0])]
        self.latin.update(latin)
        if name:
            self.name_words.update(latin)

    def harden(self, marks: frozenset[str]) -> None:
        """Take the sense of courtesy from words that are one of these marks."""
        for place, senses in enumerate(self.table):
            if any(s.tag == "mark" and s.id in marks for s in senses):
                self.table[place] = tuple(s for s in senses if s.tag != "light")
        self._places = {senses: place for place, senses in enumerate(self.table)}

    # Reading it

    def senses(self, surface: str) -> tuple[Sense, ...]:
        """The senses of a spelling as it stands."""
        spelling = ""
        for key in _keys(surface):
            spelling = joined(spelling, key)
        return self.table[self.entries.get(spelling, 0)]

    def has(self, surface: str, tags: frozenset[str]) -> bool:
        """Whether a spelling, as it stands, has a sense of one of these sorts."""
        return any(s.tag in tags for s in self.senses(surface))

    def matches(self, text: list[Atom], start: int) -> Iterator[tuple[int, tuple[Sense, ...]]]:
        """Every entry that begins at an atom: its end, and its senses. A Latin word also matches as its bases."""
        entries, typed = self.entries, ""
        while start < len(text) and text[start].hangul:  # syllables have no bases, and stand together
            typed += text[start].text
            start += 1
            place = entries.get(typed)
            if place is None:
                return
            if senses := self.table[place]:
                yield start, senses
        spellings = [typed]
        for end in range(start, len(text)):
            atom = text[end]
            keys = (atom.text,) if atom.hangul or not atom.text.isalpha() else bases(atom.text)
            spellings = [s for before in spellings for key in keys if (s := joined(before, key)) in entries]
            if not spellings:
                return
            typed = joined(typed, atom.text)
            if spellings == [typed]:
                senses = self.table[entries[typed]]
            else:
                senses = tuple(
                    s
                    for spelling in spellings
                    for s in self.table[entries[spelling]]
                    if not _as_it_stands(s, spelling)
                    or typed in (spelling, spelling + "s")  # "Names" are no people called Nam
                )
            if senses:
                yield end + 1, senses

    def tails_from(self, text: list[Atom], start: int) -> list[tuple[int, str, str | None]]:
        """Where particles and endings end that begin at a syllable, each with what it makes of the word before; None for what follows only a verb."""
        found: list[tuple[int, str, str | None]] = []
        run = ""
        for end in range(start, min(start + self._longest_tails.get(text[start].text, 0), len(text))):
            if not text[end].hangul or (end > start and text[end].spaced):
                break
            run += text[end].text
            role = self.particles.get(run)
            if role is not None or run in self.endings:
                found.append((end + 1, run, role))
        return found

    @cached_property
    def _longest_tails(self) -> dict[str, int]:
        """By their first syllable, how long the longest particle or ending is."""
        found: dict[str, int] = {}
        for tail in (*self.particles, *self.endings):
            found[tail[0]] = max(found.get(tail[0], 0), len(tail))
        return found

    def real_words(self, text: list[Atom], start: int) -> Iterator[int]:
        """Where Hangul words end that begin at an atom and are real words, though they mean nothing here."""
        run = ""
        for end in range(start, min(start + 5, len(text))):
            if not text[end].hangul or (end > start and text[end].spaced):
                return
            run += text[end].text
            if end > start and run in self.common:
                yield end + 1

    # What slips are repaired towards

    def is_real(self, word: str) -> bool:
        """Whether a Hangul word is a real word that means nothing here, or a shape of one."""
        return word in self.common or (len(word) > 1 and word in self._common_forms)

    def is_real_latin(self, word: str) -> bool:
        """Whether an English word in small letters is a real word, or a form of one, whatever it means here."""
        return any(b in self.common for b in bases(word))

    def is_real_verb(self, word: str) -> bool:
        """Whether a Hangul word is a real verb that means nothing here, with its ending (팔았어)."""
        return any(
            word[end:] in self.endings
            and korean.joins(shapes, word[end:])
            and korean.harmonises(word[end - 1], word[end:])
            for end in range(1, len(word))
            if (shapes := self._common_forms.get(word[:end])) is not None
        )

    @cached_property
    def _common_forms(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for word in self.common:
            if is_verb(word):
                for form, shapes in korean.shapes(word).items():
                    found[form] = korean.kept(found.get(form, frozenset()) | shapes)
        return found

    def sized(self, sort: str, length: int) -> tuple[str, ...]:
        """The Hangul spellings of one sort (name, word; of words those that ask) and so many syllables, in order."""
        return self._by_length.get((sort, length), ())

    @cached_property
    def _by_length(self) -> dict[tuple[str, int], tuple[str, ...]]:
        asks = {place for place, senses in enumerate(self.table) if any(s.tag in ("question", "ask") for s in senses)}
        asking = {word for word in self.surfaces["word"] if self.entries[word] in asks}
        found: dict[tuple[str, int], list[str]] = {}
        for sort, words in {**self.surfaces, "asking": asking}.items():
            for word in sorted(words):
                found.setdefault((sort, len(word)), []).append(word)
        return {key: tuple(words) for key, words in found.items()}

    @cached_property
    def targets(self) -> frozenset[str]:
        """The Hangul words that a slip is mended to: names and words, words of courtesy, and of one syllable verbs and what asks and counts."""
        more = (
            spelling
            for spelling, place in self.entries.items()
            if place and all(map(korean.is_syllable, spelling)) and _is_target(spelling, self.table[place])
        )
        return frozenset((*self.surfaces["name"], *self.surfaces["word"], *more))

    @cached_property
    def tails(self) -> frozenset[str]:
        """The particles and endings that a slip is mended to."""
        return frozenset(e for e in (*self.particles, *self.endings) if korean.is_syllable(e[0]))

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Whatever the targets and the tails begin with, and nothing at all."""
        return frozenset(w[:end] for w in (*self.targets, *self.tails) for end in range(len(w) + 1))


def _as_it_stands(sense: Sense, spelling: str) -> bool:
    """Whether a word is a name, or a name of several words in a text, and so has no other forms: "does Hae-in" is not "Do Hae-in"."""
    return sense.tag == "name" or (" " in spelling and sense.tag == "word" and sense.fact == "text")


def _is_target(spelling: str, senses: Iterable[Sense]) -> bool:
    if len(spelling) == 1:
        return any(s.tag in ("question", "unit") or (s.tag == "verb" and s.id != korean.ANY) for s in senses)
    return any(s.tag == "filler" for s in senses)


def joined(before: str, key: str) -> str:
    """A spelling with one more atom: syllables stand together, all else apart.

    >>> joined("나비", "길"), joined("maple", "lane"), joined("abc", "가")
    ('나비길', 'maple lane', 'abc 가')
    """
    if not before or ("가" <= before[-1] <= "힣" and "가" <= key[0] <= "힣"):
        return before + key
    return f"{before} {key}"


_PLAIN_HANGUL = re.compile(r"[가-힣 ]+").fullmatch


def _keys(surface: str) -> list[str]:
    """The atoms of a spelling; the plain cases without the regular expression."""
    if _PLAIN_HANGUL(surface):
        return list(surface.replace(" ", ""))
    if surface.isascii() and surface.isalpha():
        return [surface.lower()]
    return [a.text for a in atoms(surface)]


def is_verb(word: str) -> bool:
    """Whether a Korean entry is a verb or adjective in its dictionary form, and no noun that ends like one."""
    return word.endswith("다") and len(word) > 1 and korean.is_syllable(word[-2]) and not word.endswith(_NOUNS_IN_DA)


_NOUNS_IN_DA = (
    "바다", "캐나다", "르완다", "우간다", "버뮤다", "베란다", "사이다", "소다", "판다", "아젠다", "어젠다",
    "프로파간다", "마쓰다", "혼다", "프라다", "람다",
)  # fmt: skip


def surfaces(word: str) -> Iterable[str]:
    """The shapes a Korean word takes before its ending: a verb's stems, a noun as it is."""
    return [surface for surface, _ in verb_surfaces(word)] if is_verb(word) else (word,)


def verb_surfaces(word: str) -> Iterator[tuple[str, list[str]]]:
    """The spellings of a Korean verb before its ending, each with the shapes that it is; 들어가다 also as it sounds.

    The particle of a short object may be left out: 문을 열다, 문 열다.
    """
    head, _, verb = word.rpartition(" ")
    heads = (head, head[:-1]) if head[-1:] in ("을", "를") and len(head.split()[-1]) == 2 else (head,)
    for form, kinds in sorted(korean.shapes(verb).items()):
        for said in heads:
            yield f"{said} {form}".strip(), sorted(kinds)
        if len(verb) > 3 and form.startswith("들어"):
            yield f"{head} 드러{form[2:]}".strip(), sorted(kinds)


def _of_verb(senses: Iterable[Sense]) -> bool:
    return any(s.tag == "verb" for s in senses)


def english_surfaces(word: str) -> Iterable[str]:
    """An English entry; its singular where it was given in the plural; "didnt" beside "didn't"."""
    if word.endswith("n't"):
        return (word, word.replace("'", ""))
    last = word.rsplit(" ", 1)[-1]  # "who dis" has no singular
    plural = word.endswith("s") and not word.endswith("ss") and len(word) > 4 and len(last) > 3
    return (word, word[:-1]) if plural else (word,)
