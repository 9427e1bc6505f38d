""" "What kind of firms were they from?": of what kind something is, as a text of the fact says it."""

from __future__ import annotations

from itertools import pairwise

from bot.facts import Texts
from bot.finding import Answer
from bot.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.text import words_in

_KINDS = frozenset({"kind", "kinds", "sort", "sorts", "type", "types", "form"})
_KOREAN = ("무슨", "어떤")


def described(question: Question, record: Record, known: Known) -> Answer | None:
    """The part whose text says of what kind the noun is that is asked for: of "chips" the text "AI chips" says it."""
    if len(question.foci) != 1 or record.kind == NAME_KIND or question.yesno:
        return None
    focus = question.foci[0]
    noun = focus.nouns[-1] if focus.nouns else None
    if noun is None or noun.at <= focus.at or not _asks_kind(question, focus.at) or noun.has("ask"):
        return None
    own = (p for p in noun.ids("part") if p not in known.general)
    if any(p in record.fact.parts and record.fact.parts[p].names for p in own):
        return None  # "어떤 서비스에 쓰나" asks for those that it names
    for part, told in record.fact.parts.items():
        texts = [t[question.asked_in] for v in told.values if isinstance(v, Texts) for t in v.items]
        if part != "said" and any(_says_which(t, noun, question, known) for t in texts):
            return Answer(record, (part,))
    return None


def _asks_kind(question: Question, at: int) -> bool:
    """Whether the word that asks is one for the kind of something: "what kind of", "무슨"."""
    text = next((i.text for i in question.items if i.at == at), "")
    return bool(_KINDS & set(text.split())) or text.startswith(_KOREAN)


def _says_which(text: str, noun: Item, question: Question, known: Known) -> bool:
    """Whether a text has the noun, or one of its sort, with a word before it that says more, and that the question has not said."""
    said = {w for i in question.items for w in words_in(i.text)}
    return any(
        before not in said and len(before) > 1 and _is_same(word, noun, known)
        for before, word in pairwise(words_in(text))
    )


def _is_same(word: str, noun: Item, known: Known) -> bool:
    """Whether a word of a text is the noun, in whatever number or with whatever particle, or means houses or people as that does."""
    if not word.isascii():
        return word.startswith(noun.text)
    sorts = {s.id for s in known.lexicon.senses(word) if s.tag == "sort"}
    return word.removesuffix("s") == noun.text.removesuffix("s") or bool(sorts & set(noun.ids("sort")))
