"""Cutting a text into known words, endings and unknown rests: the cheapest reading of all, found left to right.

Spaces are hints, not law: Korean is written without them as often as with, and a name may hold one.
The costs keep three promises: a longer known word beats shorter ones; an unknown name is not chopped into
known syllables (three one-syllable words cost more than one unknown word of three); an ending holds to its word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import inf
from typing import NamedTuple

from bot.language.korean import agrees, chains, harmonises, is_of_past, is_syllable, joins, split
from bot.language.senses import COMMON, HELPER, Atom, Sense, Sensed, sorts
from bot.learning.lexicon import Lexicon

_FIXED = 0.5  # a date or figure
_WORD = 1.0
_SHORT = 0.9  # more, for a Hangul word of one syllable
_SHORT_COUNTING = 0.4  # instead, for one that counts or is counted (몇 층)
_SHORT_ASKED = 0.2  # instead, for one right behind a word that asks or points (무슨 방, 그 돈)
_SORT_ASKED = 0.5  # less, for a noun of a sort right behind a word that asks which (어느나라)
_INSIDE = 0.35  # more, for a word that begins within a run of Hangul
_STRADDLING = 0.8  # more, for a word that begins within a run of Hangul and ends behind a space
_ACROSS = 0.1  # more, for each space within a word
_POSSESSED = 0.1  # more, for a word with somebody's possessive within ("Acme | Bank's president")
_COUNTED = 1.5  # more, for a phrase that takes a number from the unit behind it (면담 한 시간)
_ENDING = 0.3
_CHAINED = 1.0  # more, for an ending behind another ending, but for that of a tense (었+나요)
_ILL_FITTING = 1.5  # more, for an ending that the verb before it does not take in this shape (갑+한거야)
_DISAGREEING = 0.5  # more, for a particle in the other of its two forms (바+이)
_LOOSE = 2.2  # more, for an ending after a space
_UNKNOWN = 1.6  # a stretch of unknown syllables, and for each of them
_SYLLABLE = 1.0
_LATIN = 3.0
_NAME = -0.15
_ANOTHERS = 4.0  # more, for a given name behind a syllable that makes it somebody else's
_NOUN = -0.05  # for a common noun of several words, by which the base calls a name
_CHAT = 0.6
_COMMON = 0.5


_POINTING = frozenset({"question", "anaphor"})
_COUNTING = frozenset({"question", "unit", "number"})
_INFLECTED = frozenset({"verb", "question", "ask"})
"""Senses of words that a verb's ending may follow."""


@dataclass(frozen=True, slots=True)
class Token(Sensed):
    """One word of a question as it was read."""

    text: str
    start: int
    end: int
    senses: tuple[Sense, ...] = ()
    """Empty for an unknown stretch and for a Korean ending."""
    ending: str | None = None
    """For a particle or ending: what it makes of the word before ("" where it makes nothing of it)."""
    spaced: bool = True
    ill: bool = False
    """For an ending: whether it does not go with what is before it."""
    pieces: tuple[Token, ...] = ()
    """For a phrase whose words are all known by themselves: those words."""
    by_tag: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    @property
    def unknown(self) -> bool:
        return not self.senses and self.ending is None

    def silenced(self) -> Token:
        """The same word as one that means nothing by itself."""
        return replace(self, senses=(Sense("light", ""),), pieces=())

    def asking(self, word: str, what: str = "") -> Token:
        """A question word in the place of this one: "how many" for how_many, or 누가 for who."""
        return replace(self, text=word, senses=(Sense("question", what or word.replace(" ", "_")),), pieces=())

    def helping(self, verb: str) -> Token:
        """A helping verb in the place of this word."""
        return replace(self, text=verb, senses=HELPER, pieces=())

    def leading(self, word: str, role: str) -> Token:
        """A preposition in the place of this word, that gives a role to what stands behind it."""
        return replace(self, text=word, senses=(Sense("light", ""), Sense("prep", role)), pieces=())


class _Step(NamedTuple):
    cost: float
    back: int
    verb: bool
    """Whether a verb ending may follow."""
    before: _Step | None
    senses: tuple[Sense, ...] = ()
    ending: str | None = None
    ill: bool = False


_Best = list[dict[bool, _Step]]
"""For each place between atoms, the cheapest way there that ends in a verb, and the cheapest that does not."""


_Fixed = Mapping[int, tuple[int, Sense]]
_Barred = frozenset[tuple[int, int]]
"""Stretches of atoms: of each where it begins, and one beyond its end."""


def segment(atoms: list[Atom], lexicon: Lexicon, fixed: _Fixed) -> list[Token]:
    """The cheapest reading of the atoms, with the words of its phrases; `fixed` as in `cheapest`."""
    found: list[Token] = []
    first = 0
    for token in cheapest(atoms, lexicon, fixed)[0]:
        last = first + 1
        while last < len(atoms) and atoms[last].start < token.end:
            last += 1
        found.append(_with_pieces(token, atoms[first:last], lexicon) if last > first + 1 else token)
        first = last
    return found


def cheapest(
    atoms: list[Atom],
    lexicon: Lexicon,
    fixed: _Fixed | None = None,
    limit: int = 0,
    most: float = inf,
    barred: _Barred = frozenset(),
) -> tuple[list[Token], float]:
    """The cheapest reading of the atoms, phrases whole, and its cost; no tokens, and no end of cost, where it costs more than `most`.

    `fixed` are stretches already read (dates, figures); `limit`, where it is not 0, is the most atoms of one word;
    `barred` are stretches of atoms that are no word.
    """
    last = min(_ways(atoms, lexicon, fixed or {}, limit, most, barred=barred)[-1].values(), key=_cost, default=None)
    if last is None or last.cost > most:
        return [], inf
    return _walk(last, atoms), last.cost


def _ways(
    atoms: list[Atom],
    lexicon: Lexicon,
    fixed: _Fixed,
    limit: int,
    most: float = inf,
    *,
    known: bool = False,
    barred: _Barred = frozenset(),
) -> _Best:
    """The cheapest ways to each place between atoms; where `known`, by known words and endings alone."""
    best: _Best = [{} for _ in range(len(atoms) + 1)]
    best[0][False] = _Step(0.0, 0, False, None)
    for start in range(len(atoms)):
        if not best[start]:
            continue
        here = min(best[start].values(), key=_cost)
        if here.cost > most:  # no word costs less than nothing
            continue
        if start in fixed:
            end, sense = fixed[start]
            if _cheaper(best, end, here.cost + _FIXED):
                best[end][False] = _Step(here.cost + _FIXED, start, False, here, (sense,))
        _words(best, atoms, start, here, lexicon, limit, barred)
        if not limit and atoms[start].hangul:
            _real_words(best, atoms, start, here, lexicon, barred)
        if start and atoms[start].hangul:
            tails = lexicon.tails_from(atoms, start)
            for step in tuple(best[start].values()) if tails else ():
                _endings(best, atoms, start, step, tails)
        if not known:
            _unknown(best, atoms, start, here, barred)
    return best


def _cost(step: _Step) -> float:
    return step.cost


def _with_pieces(token: Token, inner: list[Atom], lexicon: Lexicon) -> Token:
    """A word of several atoms with its words one by one, where all of them are known."""
    if token.unknown or token.ending is not None or token.has("relative", "when", "nth"):
        return token
    last = _cut(inner, lexicon)
    if last is None:
        return token  # as nearly all words
    pieces = _walk(last, inner)
    if token.by_tag.keys() == {"other"} and not _is_kind(pieces[-1]):
        senses = _of_base(pieces)
        return replace(token, senses=senses) if senses else token
    if token.has("other") and not _is_kind(pieces[-1]):
        return token
    return replace(token, pieces=tuple(pieces)) if _sound(token, pieces) else token


def _cut(atoms: list[Atom], lexicon: Lexicon) -> _Step | None:
    """The cheapest reading of a phrase as several words; None where it has none by known words and endings alone."""
    key, kept = tuple((a.text, a.spaced, a.end - a.start) for a in atoms), lexicon.cuts
    found: _Step | None = kept.get(key, _UNCUT)
    if found is not _UNCUT:
        return found
    limit = len(atoms) - 1
    known = _ways(atoms, lexicon, {}, limit, known=True)[-1]
    found = min(_ways(atoms, lexicon, {}, limit)[-1].values(), key=_cost) if known else None
    if len(kept) >= _MOST_CUTS:  # another thread may empty it at any time
        kept.clear()
    kept[key] = found
    return found


_UNCUT = _Step(0.0, 0, False, None)
"""Stands for what was not yet tried."""
_MOST_CUTS = 2048


def _is_kind(token: Token) -> bool:
    """Whether a word is one by which the base calls a kind of fact, and nothing else."""
    return not token.has("light", "prep") and token.named("kind")


def _of_base(pieces: list[Token]) -> tuple[Sense, ...]:
    """What a phrase means by words of the base for a kind of fact, or a part: there "get hurt" is of hurts; nothing if by none."""
    first, last = pieces[0], pieces[-1]
    ends = tuple(s for s in last.senses if _own_part(s) or (s.tag == "kind" and not s.like))
    opens = tuple(s for s in first.senses if _own_part(s) or (s.tag == "kind" and not s.like))
    if ends and (opens or any(s.fact or s.tag == "kind" for s in ends)):
        return (*ends, *(s for s in opens if s.tag == "kind"))
    return opens if last.text in _GOVERNED and not first.has("light") else ()


def _own_part(sense: Sense) -> bool:
    return sense.tag == "part" and not sense.like


_GOVERNED = frozenset({"for", "to", "against", "of"})
"""Prepositions behind a verb or noun of the base that only lead on: "vote for", "lose to", "in favour of"."""


def _sound(token: Token, pieces: list[Token]) -> bool:
    """Whether the pieces are words, not syllables that happen to be words: 나비 is not 나 and 비."""
    if any(p.unknown for p in pieces):
        return False
    if token.has("question"):
        return True
    if token.has("name"):
        return any(p.has("name") for p in pieces)
    short = any(len(p.text) == 1 and p.ending is None for p in pieces)
    if len(token.ids("noun")) == 1 and " " not in token.text and short:
        return False  # 합작사 is no 합작
    return (
        " " in token.text
        or sum(len(p.text) == 1 and not p.text.isascii() for p in pieces) < min(2, len(pieces) - 1) + 1
    )


def _cheaper(best: _Best, at: int, cost: float, *, verb: bool = False) -> bool:
    """Whether a way to a place costs less than what is known of."""
    old = best[at].get(verb)
    return old is None or cost < old.cost - 1e-9


def _words(
    best: _Best, atoms: list[Atom], start: int, here: _Step, lexicon: Lexicon, limit: int, barred: _Barred
) -> None:
    inside = _INSIDE if start and not atoms[start].spaced and atoms[start].hangul and atoms[start - 1].hangul else 0.0
    within, possessed = 0, False
    last = start
    for end, senses in lexicon.matches(atoms, start):
        if limit and end - start > limit:
            return
        if barred and (start, end) in barred:
            continue
        while last < end - 1:
            possessed |= atoms[last].end - atoms[last].start > len(atoms[last].text)
            last += 1
            within += atoms[last].spaced
        cost = here.cost + _WORD + inside
        if end > start + 1:
            if inside and within:
                cost += _STRADDLING
            cost += _COUNTED if _counts(atoms, end, lexicon) else 0.0
            cost += _POSSESSED * possessed
            cost += _ACROSS * within + (_NOUN if within and any(s.tag == "noun" for s in senses) else 0.0)
        elif atoms[start].hangul:
            cost += _SHORT
        tags = sorts(senses).keys()
        if end == start + 1 and atoms[start].hangul:
            asked = "part" in tags and "sort" not in tags and any(s.tag in _POINTING for s in here.senses)
            cost -= _SHORT - _SHORT_ASKED if asked else _SHORT - _SHORT_COUNTING if tags & _COUNTING else 0.0
        if inside and "sort" in tags and end > start + 1 and any(s[:2] == ("question", "which") for s in here.senses):
            cost -= inside + _SORT_ASKED
        if (
            "unit" in tags
            and atoms[end - 1].text == "이"
            and _of_many(here)
            and end < len(atoms)
            and not atoms[end].spaced
        ):
            cost += _DISAGREEING  # "40분이라고" are minutes
        if "name" in tags:
            cost += _NAME + (_ANOTHERS if inside and _is_given(atoms, start, lexicon) else 0.0)
        if tags == {"chat"}:
            cost += _CHAT
        verb = not tags.isdisjoint(_INFLECTED)
        if _cheaper(best, end, cost, verb=verb):
            best[end][verb] = _Step(cost, start, verb, here, senses)


def _of_many(step: _Step) -> bool:
    """Whether a number stands here of more than people are counted one by one."""
    return any(s.tag == "number" and float(s.id) > _FEW for s in step.senses)


_FEW = 12


def _is_given(atoms: list[Atom], start: int, lexicon: Lexicon) -> bool:
    """Whether a given name begins here, behind one syllable that is none of its own family names: "안재용"."""
    first = start == 1 or atoms[start - 1].spaced
    return first and "".join(a.text for a in atoms[start : start + 2]) in lexicon.given


def _counts(atoms: list[Atom], end: int, lexicon: Lexicon) -> bool:
    """Whether what ends a phrase here is a number by itself, with its unit behind it: "면담 한 시간" is no "면담한"."""
    last = atoms[end - 1]
    if not (last.spaced and last.hangul and end < len(atoms)):
        return False
    number = any(s.tag == "number" for s in lexicon.senses(last.text))
    return number and any(s.tag == "unit" for _, senses in lexicon.matches(atoms, end) for s in senses)


def _real_words(best: _Best, atoms: list[Atom], start: int, here: _Step, lexicon: Lexicon, barred: _Barred) -> None:
    """Real words that mean nothing here: better than cutting them up, not as good as any word that does."""
    inside = _INSIDE if start and not atoms[start].spaced and atoms[start].hangul and atoms[start - 1].hangul else 0.0
    for end in lexicon.real_words(atoms, start):
        cost = here.cost + _WORD + inside + _COMMON
        if _cheaper(best, end, cost) and (start, end) not in barred:
            best[end][False] = _Step(cost, start, False, here, (COMMON,))


def _endings(best: _Best, atoms: list[Atom], start: int, here: _Step, tails: list[tuple[int, str, str | None]]) -> None:
    """The particles and endings that begin at a place, behind one way there; `tails` as `Lexicon.tails_from` tells them."""
    spaced, before = atoms[start].spaced, atoms[start - 1].text
    described = spaced and atoms[start].text == "거" and _describes(here, before)
    for end, tail, role in tails:
        if role is None and not here.verb:
            continue
        whole = described and (end == len(atoms) or atoms[end].spaced)  # 모인 거래, but 맺은 거래가
        cost = here.cost + _ENDING + (_LOOSE if spaced and not whole else 0.0)
        if not _cheaper(best, end, cost, verb=True):
            continue
        misfit = 0.0 if whole else _misfit(here, before, tail, role)
        if _cheaper(best, end, cost + misfit, verb=True):
            best[end][True] = _Step(cost + misfit, start, True, here, ending=role or "", ill=misfit > 0)


def _describes(here: _Step, last: str) -> bool:
    """Whether a verb stands in the shape that describes a thing behind it: 모인 거래 is no deal (거래) but 거 and 래."""
    if here.ending is not None:
        return here.verb and is_syllable(last) and split(last)[2] in ("ㄴ", "ㄹ")
    return any(s.tag == "verb" and s.id in ("n", "l") for s in here.senses)


def _misfit(here: _Step, last: str, ending: str, role: str | None) -> float:
    """What an ending costs more that does not go with what is before it, of which `last` is the last syllable."""
    if here.ending is not None:
        if is_of_past(last):
            return 0.0 if joins(("past",), ending) else _ILL_FITTING
        return 0.0 if chains(last, ending) else _CHAINED
    shapes = [s.id for s in here.senses if s.tag == "verb"]
    if shapes:
        return 0.0 if joins(shapes, ending) and harmonises(last, ending) else _ILL_FITTING
    return 0.0 if role is None or agrees(last, ending) else _DISAGREEING


def _unknown(best: _Best, atoms: list[Atom], start: int, here: _Step, barred: _Barred) -> None:
    if not atoms[start].hangul:
        if _cheaper(best, start + 1, here.cost + _LATIN):
            best[start + 1][False] = _Step(here.cost + _LATIN, start, False, here)
        return
    unknown = here.before is not None and not here.senses and here.ending is None
    if unknown and atoms[start - 1].hangul and not atoms[start].spaced:
        return  # one unknown stretch costs less than two
    cost = here.cost + _UNKNOWN
    for end in range(start, len(atoms)):
        if not atoms[end].hangul or (end > start and atoms[end].spaced):
            return
        cost += _SYLLABLE
        if _cheaper(best, end + 1, cost) and (start, end + 1) not in barred:
            best[end + 1][False] = _Step(cost, start, False, here)


def _walk(last: _Step, atoms: list[Atom]) -> list[Token]:
    tokens: list[Token] = []
    step, at = last, len(atoms)
    while step.before is not None:
        chunk = atoms[step.back : at]
        text = chunk[0].text
        for atom in chunk[1:]:
            text += f" {atom.text}" if atom.spaced else atom.text
        tokens.append(Token(text, chunk[0].start, chunk[-1].end, step.senses, step.ending, chunk[0].spaced, step.ill))
        step, at = step.before, step.back
    return tokens[::-1]
