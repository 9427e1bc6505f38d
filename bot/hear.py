"""Text to words: cleaned, cut up, slips repaired, the wrong keyboard layout undone.

Fuzziness repairs words here, and nowhere else; it never decides what a question means. A word is mended only towards
a spelling one slip away, only where it is itself no real word, and a written word of two syllables or three letters only to a question word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.facts import When
from bot.hearing.apart import apart
from bot.hearing.everyday import denials_apart, verbs_together, written_out
from bot.hearing.framing import proper
from bot.hearing.keyboard import undo_layout
from bot.hearing.mend import doubtful, mend, whole
from bot.hearing.words import strange, tokens_of
from bot.language.text import Clean, clean, has_hangul, plain
from bot.learning.known import Known
from bot.segment import Token
from bot.turn import Lang

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
"""Where a capital begins a further word without a space ("MasayoshiSon")."""
_SIGNS = (
    (re.compile(r"(?<!\d)(?<!\d\s)%"), "percent", "퍼센트"),
    (re.compile(r"(?<=[^\W\d]) ?= ?(?=[^\W\d])"), " is ", "는 "),
    (re.compile(r"^([\w ]{1,24}[가-힣]) ?= ?\?*$"), r"\1 뭐야?", r"\1 뭐야?"),
    (re.compile(r"^([\w' ]{1,24}[a-z]) ?= ?\?*$", re.IGNORECASE), r"\1 is what?", r"\1 is what?"),
    (re.compile(r"\$+(?!\s?\d)"), "dollars", "달러"),
    (re.compile(r"\b4 (?=sure\b|certain\b|real\b|ever\b)", re.IGNORECASE), "for ", "for "),
    (
        re.compile(r"\b(after|for|over|about|in|of|within|every) (?:\?+|_{2,}) ?(?=[a-z])", re.IGNORECASE),
        r"\1 how many ",
        r"\1 how many ",
    ),
    (re.compile(r"(?<=\s)(?:\?+|_{2,}) ?(?=(?:개월|분|시간|명|층|년|달러|원)(?:\s|만|간|동안|에))"), "몇 ", "몇 "),
    (re.compile(r"(?<![\w.])(\d{1,2}) ?[Ff](?![A-Za-z])"), r"floor \1", r"\1층"),
    (
        re.compile(
            r"[\s,;:(\[-]*(?:\b(?:y ?/ ?n|yes ?/ ?no|t ?/ ?f|true ?(?:/|or) ?false|o ?/ ?x)|ㅇㅇ\W+ㄴㄴ)\W*$",
            re.IGNORECASE,
        ),
        ", right?",
        " 맞아?",
    ),
)
"""Signs for words: "what % of the votes", "how many $$$", "for ? minutes", "Kim = ?", "4 sure", "5F", a box to tick ("Kim came, y/n"); the first two where no figure stands beside them."""
_SIGNED = re.compile(r"[%=$/_]|\d ?f|false|ㄴㄴ| \?|\b4 ", re.IGNORECASE).search
"""Whether any of these may stand in a text."""
LONGEST = 500
"""Characters of a question that are read; no question in any bank has over 200."""


@dataclass(frozen=True, slots=True)
class Slipped:
    """A question before its slips were mended."""

    text: Clean
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A question as words."""

    text: Clean
    tokens: tuple[Token, ...]
    times: dict[str, When]
    """Dates and times written in the text, by the id that their token's sense carries."""
    lang: Lang | None
    """None where nothing but names, figures or marks stands."""
    read_as: str | None
    slipped: Slipped | None = None
    """None where no slip was mended."""


def hear(text: str, known: Known) -> Heard:
    """Read a text as words of the base and of the two languages."""
    typed = plain(text)[:LONGEST].strip()
    for sign, english, korean in _SIGNS if _SIGNED(typed) else ():
        typed = sign.sub(korean if has_hangul(typed.rsplit(" ", 1)[-1]) else english, typed)
    if has_hangul(typed):
        typed = written_out(typed, known)
    typed = verbs_together(typed)
    cleaned: Clean = clean(typed)
    tokens, times = tokens_of(cleaned, known.lexicon)
    if any(map(strange, tokens)) and (spaced := denials_apart(cleaned, tokens, known)) != cleaned:
        typed, cleaned = spaced, Clean(spaced)
        tokens, times = tokens_of(cleaned, known.lexicon)
    if (question := proper(cleaned, tokens)) != cleaned:
        typed, cleaned = question, Clean(question)
        tokens, times = tokens_of(cleaned, known.lexicon)
    turned = apart(cleaned, tokens, known) or undo_layout(typed, tokens, known.lexicon)
    if turned != typed:
        cleaned = clean(turned)
        tokens, times = tokens_of(cleaned, known.lexicon)
    elif any(map(strange, tokens)) and (split := _CAMEL.sub(" ", cleaned)) != cleaned:
        humps, humps_times = tokens_of(split, known.lexicon)
        if sum(map(strange, humps)) < sum(map(strange, tokens)):
            cleaned, tokens, times = Clean(split), humps, humps_times
    if doubtful(tokens):
        mended = Clean(mend(cleaned, tokens, known.lexicon))
        if mended != cleaned:
            fresh, fresh_times = tokens_of(mended, known.lexicon)
            if sum(map(strange, fresh)) <= sum(map(strange, tokens)):
                fresh = whole(fresh, mended)
                before = Slipped(cleaned, tuple(tokens))
                return Heard(mended, tuple(fresh), fresh_times, _language(mended, fresh), mended, before)
        tokens = whole(tokens, cleaned)
    return Heard(cleaned, tuple(tokens), times, _language(cleaned, tokens), turned if turned != typed else None)


_FRAME = ("question", "auxiliaries", "prep")
"""What holds a sentence together, and so tells its language where words of both stand in it."""


def _frames(token: Token) -> bool:
    return token.ending is not None or token.has("question", "ask", "verb", "tell", "auxiliaries")


def _language(text: str, tokens: list[Token]) -> Lang | None:
    """Mask the names: any Hangul left means Korean, any Latin letter left English; else the script of the whole."""
    rest = [t for t in tokens if not t.has("name")]
    hangul = [t for t in rest if has_hangul(t.text)]
    english = [w for t in rest if t.text.isascii() for w in (t, *t.pieces)]
    if hangul and any(w.has(*_FRAME) for w in english) and not any(_frames(t) for t in hangul):
        return "en"  # an English sentence with Korean nouns in it
    if hangul:
        return "ko"
    if any(t.text[0].isalpha() for t in rest if t.text):
        return "en"
    if has_hangul(text):
        return "ko"
    return "en" if any(c.isalpha() for c in text) else None
