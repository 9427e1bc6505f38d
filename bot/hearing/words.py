"""Text to tokens: dates and figures are read first, the rest is cut into known words."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bot.facts import When
from bot.language import figures
from bot.language.korean import is_syllable
from bot.language.senses import COMMON, Sense, atoms
from bot.language.text import has_hangul
from bot.learning import dates
from bot.learning.lexicon import Lexicon
from bot.segment import Token, segment


def strange(token: Token) -> bool:
    """Whether a word is unknown, or a real word that means nothing here."""
    return token.unknown or token.senses == (COMMON,)


def tokens_of(text: str, lexicon: Lexicon) -> tuple[list[Token], dict[str, When]]:
    cut = atoms(text)
    starts = {a.start: n for n, a in enumerate(cut)}
    ends = {a.end: n + 1 for n, a in enumerate(cut)}
    fixed: dict[int, tuple[int, Sense]] = {}
    times: dict[str, When] = {}
    for span in dates.find(text):
        start, end = span.start, len(text[: span.end].rstrip(" ."))
        start += len(text[start:end]) - len(text[start:end].lstrip())
        if start in starts and end in ends and not _is_name(text, start, end, lexicon):
            times[str(start)] = span.when
            fixed[starts[start]] = (ends[end], Sense("when", str(start)))
    for start, end, value in figures.find(text):
        if start in starts and end in ends and starts[start] not in fixed and not _is_word(text, start, end, lexicon):
            fixed[starts[start]] = (ends[end], Sense("number", repr(value)))
    read = _as_words(_with_figures(segment(cut, lexicon, fixed), lexicon), lexicon)
    return _without_stray_digits(_as_verbs(_as_ordinals(read, lexicon), lexicon)), times


def _as_words(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens, a time with what it means as a word of the base too: "2031", where a kind of fact that holds no date has the year among its words."""
    found = []
    for t in tokens:
        own = t.has("when") and [s for s in lexicon.senses(t.text.lower()) if s.tag in ("kind", "part")]
        found.append(replace(t, senses=(*t.senses, *own)) if own else t)
    return found


_OF_TIMES = frozenset({"minute", "hour", "day", "week", "month", "year"})


def _with_figures(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """A length of time that is a word of the base, with its figure and unit one by one: "1년", where a kind has "1년에"."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        unit = token.text.lstrip("0123456789")
        if (
            token.pieces
            or unit.isascii()
            or len(unit) == len(token.text)
            or token.has("when", "relative", "nth", "number")
        ):
            continue
        senses = lexicon.senses(unit)
        if any(s.tag == "unit" and s.id in _OF_TIMES for s in senses):
            figure, middle = token.text.removesuffix(unit), token.end - len(unit)
            number = Token(figure, token.start, middle, (Sense("number", repr(float(figure))),))
            found[at] = replace(token, pieces=(number, Token(unit, middle, token.end, senses, spaced=False)))
    return found


def _as_verbs(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """A Korean noun with what made it a verb has what that verb means as well: "공개됐어", where some kind is of 공개하다."""
    found = tokens[:1]
    for after in tokens[1:]:
        noun = found[-1]
        if after.ending is not None and not after.spaced and after.text[:1] in _MAKING_VERBS and noun.has("kind"):
            verb = lexicon.senses(f"{noun.text}했")
            more = tuple(s for s in verb if s.tag in ("kind", "part") and s not in noun.senses)
            found[-1] = replace(noun, senses=noun.senses + more) if more else noun
        found.append(after)
    return found


_MAKING_VERBS = frozenset("되돼된됐될됨하한했해할함")


def _as_ordinals(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """A figure that is written with letters has what its words mean as well: "the 3rd song", "ten million", "1000만"."""
    return [
        replace(t, senses=(*t.senses, *lexicon.senses(t.text)))
        if t.by_tag.keys() == {"number"} and not t.text.isdigit() and t.text[-1].isalpha() and len(t.text) > 2
        else t
        for t in tokens
    ]


_OF_TIME = re.compile(r"\b(?:in|of|since|until|till|by|during|last|this|next|early|late|mid|before|after)\W+$", re.I)


def _is_name(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a month by itself is rather somebody's name ("who is June", not "in June")."""
    word = text[start:end]
    return (
        word.isalpha()
        and any(s.tag == "name" for s in lexicon.senses(word.lower()))
        and not _OF_TIME.search(text[:start])
    )


def _is_word(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a number in two syllables with nothing to count is rather a word that the facts have: "구조 시간", of a rescue."""
    word = text[start:end]
    if len(word) != _PAIR or not all(map(is_syllable, word)) or _COUNTED(text, end):
        return False
    return any(s.tag in ("kind", "part", "word", "noun", "name") for s in lexicon.senses(word))


_PAIR = 2
_COUNTED = re.compile(
    r"\s*(?:달러|원|불|분|년|개|명|층|시(?!간)|%|프로|유로|엔|톤|표|달|살|미터|킬로|센티|마리|가구|배|(?:곳|대|건|번|장|주)(?![가-힣]{2}))"
).match


def _without_stray_digits(tokens: list[Token]) -> list[Token]:
    """A syllable that may be a digit is none where it hangs on a question word ("어디사": a slip), nor 이 before a space ("이 글")."""
    tokens = [
        replace(t, senses=tuple(s for s in t.senses if s.tag != "number"))
        if t.text == "이" and t.ending is None and len(t.senses) > 1 and after.spaced
        else t
        for t, after in pairwise(tokens)
    ] + tokens[-1:]
    hanging = {
        n
        for n, (before, token) in enumerate(pairwise(tokens), 1)
        if before.has("question") and not token.spaced and len(token.text) == 1 and has_hangul(token.text)
    }
    return [
        replace(t, senses=()) if n in hanging and t.senses and all(s.tag == "number" for s in t.senses) else t
        for n, t in enumerate(tokens)
    ]


def share(tokens: list[Token]) -> float:
    """How much of a text's letters lies in known words."""
    letters = sum(len(t.text) for t in tokens)
    return sum(len(t.text) for t in tokens if not t.unknown) / letters if letters else 0.0
