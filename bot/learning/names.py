"""The spellings of a name: those its author gave, and those that can be derived from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bot.facts import Name
from bot.language.korean import is_syllable
from bot.language.text import has_hangul
from bot.turn import LANGS


class Spelling(NamedTuple):
    """One way to write a name."""

    id: str
    text: str
    exact: bool
    """Matched to the letter, no target of repair."""


_ARTICLE = "the "
_MOST = ("가장", "제일", "젤")
"""Korean words by which one of several may be called, each for the others: "가장 큰 탑", "젤 큰 탑"."""


def spellings(names: Mapping[str, Name]) -> list[Spelling]:
    """All spellings of all names. What is derived gives way to what an author wrote, and to another's post; what two share is exact."""
    given = list(_given(names.values()))
    written = {(s.text.casefold().replace(" ", "")) for s in given}
    derived = [s for name in names.values() for s in _derived(name)]
    owners: dict[str, set[str]] = {}
    for spelling in derived:
        owners.setdefault(_key(spelling), set()).add(spelling.id)
    shared = {key for key, ids in owners.items() if len(ids) > 1}
    posts = Counter(name.title["ko"] for name in names.values() if name.title)
    own = {(name.title["ko"], name.id) for name in names.values() if name.title}
    taken = written | {_key(s) for s in derived if posts[s.text] == 1 and (s.text, s.id) not in own} - shared
    left = [s for s in dict.fromkeys(derived) if _key(s) not in taken]
    return given + [s._replace(exact=True) if _key(s) in shared else s for s in left]


def given_names(names: Iterable[Name]) -> Iterator[str]:
    """The Korean given names of people whose names have three syllables."""
    people = (name.name["ko"] for name in names if name.type == "person")
    yield from (text[1:] for text in people if len(text) == 3 and all(map(is_syllable, text)))


def common_nouns(names: Iterable[Name]) -> Iterator[tuple[str, str]]:
    """The last words of the English names of houses and places, with the id of each: "the court", of Moss District Court.

    None where its author gave that word to any name himself.
    """
    names = tuple(names)
    given = {w.casefold() for name in names for w in name.kind.get("en", ())}
    for name in names:
        words = name.name["en"].removeprefix("the ").split()
        last = words[-1].casefold()
        proper = len(words) > 1 and words[0][0].isupper() and words[-1].isalpha() and words[-1].istitle()
        if proper and name.type in ("organisation", "place") and last not in given:
            yield last, name.id


def tails(names: Iterable[Name]) -> Iterator[tuple[str, str]]:
    """What the long names of houses and places end in, with the id of the only one that does: 운송협회, "Labour Commission".

    Of Korean ones in one word all tails of four syllables or more, of English ones all of two words or more.
    """
    found: dict[str, set[str]] = {}
    for name in names:
        if name.type not in ("organisation", "place"):
            continue
        whole, words = name.name["ko"], name.name["en"].removeprefix("the ").split()
        if len(whole) >= _LONG and whole.isalpha() and not whole.isascii():
            for start in range(1, len(whole) - _TAIL + 1):
                found.setdefault(whole[start:], set()).add(name.id)
        if len(words) > 2 and all(w[0].isupper() for w in words):
            for start in range(1, len(words) - 1):
                found.setdefault(" ".join(words[start:]).casefold(), set()).add(name.id)
    yield from ((tail, min(ids)) for tail, ids in found.items() if len(ids) == 1)


_LONG, _TAIL = 6, 4
"""Syllables of a Korean name that is also called by its tail, and of the shortest such tail."""


def _key(spelling: Spelling) -> str:
    return spelling.text.casefold().replace(" ", "")


def _given(names: Iterable[Name]) -> Iterator[Spelling]:
    for name in names:
        for lang in LANGS:
            for text in (name.name[lang], *name.also.get(lang, ()), *((name.short[lang],) if name.short else ())):
                yield Spelling(name.id, text, _short(text))
            for text in name.exact.get(lang, ()):
                yield Spelling(name.id, text, True)


def _short(text: str) -> bool:
    """Names of one or two syllables, or up to three letters, are too near to other words to be repaired towards."""
    letters = text.replace(" ", "").replace("-", "")
    return len(letters) <= (2 if has_hangul(text) else 3)


def _derived(name: Name) -> Iterator[Spelling]:
    for text in (name.name["en"], *name.also.get("en", ())):
        plain = text.split(" (")[0].replace(".", "")
        if plain.casefold().startswith(_ARTICLE):
            yield Spelling(name.id, plain[len(_ARTICLE) :], _short(plain[len(_ARTICLE) :]))
        elif name.type == "person":
            yield from _romanised(name.id, plain)
        joined = plain.replace(" ", "").replace("-", "")
        if len(joined) >= 6 and joined.isalpha():
            yield Spelling(name.id, joined, False)
    for text in (name.name["ko"], *name.also.get("ko", ())):
        yield from (Spelling(name.id, f"{most}{text[2:]}", False) for most in _MOST if text.startswith(_MOST[:2]))
        words = text.split()
        if name.type == "person" and len(words) > 1 and len(words[-1]) > 1:
            yield Spelling(name.id, words[-1], _short(words[-1]))
        elif name.type == "person" and len(text) == 3 and has_hangul(text):
            yield Spelling(name.id, f"{text[0]}씨", True)


def _romanised(id_: str, text: str) -> Iterator[Spelling]:
    """Family name first or last, given name with a hyphen, a space or none; the surname or a long given name alone."""
    words = text.split()
    if len(words) != 2:
        return
    hyphened = next((w for w in words if "-" in w), None)
    if hyphened is None:
        yield Spelling(id_, f"{words[1]} {words[0]}", False)
        yield from (Spelling(id_, w, _short(w) or len(w) < 5) for w in words if len(w) > 2)
        return
    family = next(w for w in words if w is not hyphened)
    for given in (hyphened, hyphened.replace("-", "")):
        yield Spelling(id_, f"{given} {family}", False)
        yield Spelling(id_, f"{family} {given}", False)
        yield Spelling(id_, given, len(given) < 6)
    if len(family) > 2:
        yield Spelling(id_, family, True)
