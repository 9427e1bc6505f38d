"""What is written apart, together or short: Korean as it is spoken ("첨으로", "안보였어"), English verbs around what they are done to ("let Kim go")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from bot.hearing.mend import runs
from bot.hearing.words import strange, tokens_of
from bot.learning.known import Known
from bot.segment import Token


def written_out(text: str, known: Known) -> str:
    """The text with what is written as it is spoken in the spelling that the words are known by: "젤 먼저" is "제일 먼저"."""
    spoken: Mapping[str, str] = known.words["ko"]["spoken"]
    out = _pattern(tuple(spoken)).sub(lambda m: spoken[m[0]], text) if spoken else text
    return _DENIED.sub("지 ", _THEIRS.sub("거", out))


_THEIRS = re.compile(r"꺼(?=(?:야|임|예요|에요|죠|냐|니|라고|래)?(?![가-힣]))")
"""How what belongs to somebody is often written: "가나꺼야"."""


_DENIED = re.compile(r"(?<=[가-힣])지(?=않|못[하했한할해])")
"""The end of a verb that is denied, with the denial right behind it: "오지않은"."""


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Where a written word begins with one of some forms; of one syllable it is the whole word."""
    longest = sorted(forms, key=lambda f: -len(f))
    kept = (f"{f}(?![가-힣])" if len(f) == 1 else f for f in longest)
    return re.compile(f"(?<![가-힣])(?:{'|'.join(kept)})")


def verbs_together(text: str) -> str:
    """The text with an English verb of two words before what stands between these: "why did they let Kim go" is "let go Kim"."""
    return _PARTED.sub(lambda m: f"{m['verb']} {m['behind']} {m['object']}", text)


_OBJECT = r"(?P<object>(?!(?:me|us|it|up|in|to|on)\b)(?:(?:the|his|her|their|its) )?[\w'’.-]+(?: (?!(?:to|in|on|of|for|and) )[\w'’.-]+)?)"
_PARTED = re.compile(
    rf"\b(?P<verb>(?P<let>let|lets|letting)|(?P<give>g[ia]ves?|giving|given)|set) {_OBJECT} (?P<behind>(?(let)go|(?(give)away|free)))\b(?! (?:to|on|in|with|into|ahead|through|home)\b)",
    re.IGNORECASE,
)


def denials_apart(text: str, tokens: list[Token], known: Known) -> str:
    """The text with a space behind each denial that makes a strange word of a known verb: "세부사항 안정했대" is "안 정했대"."""
    spaced = text
    for first, last in reversed(runs(tokens)):
        start, end = tokens[first].start, tokens[last - 1].end
        word = text[start:end]
        if word[:1] not in _DENIALS or len(word) <= _SHORTEST or not any(map(strange, tokens[first:last])):
            continue
        verb, *endings = tokens_of(word[1:], known.lexicon)[0]
        known_verb = verb.has("verb") and not strange(verb) and all(t.ending is not None for t in endings)
        if known_verb and not known.lexicon.is_real_verb(word):
            spaced = f"{spaced[: start + 1]} {spaced[start + 1 :]}"
    return spaced


_DENIALS = frozenset("안못")
_SHORTEST = 2
"""Syllables of a written word that may as well be something else: 안과, 못난."""
