""" "What kind of firms were they from?": of what kind something is, or whose it is, as a text of the fact says it."""

from __future__ import annotations

from itertools import pairwise

from bot.facts import AGENTS
from bot.finding import Answer
from bot.language.text import words_in
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question

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
        texts = [t[question.asked_in] for t in told.texts]
        if part != "said" and any(_says_which(t, noun, question, known) for t in texts):
            return Answer(record, (part,))
    return None


def owned(question: Question, record: Record, known: Known) -> Answer | None:
    """The name right before the noun in a text of the fact, where it is asked whose that is: "whose technology", "어느 회사 기술"."""
    if len(question.foci) != 1 or record.kind == NAME_KIND or question.yesno:
        return None
    noun = _owned_noun(question)
    there = {*record.names, *record.near, *record.countries}
    if noun is None or not noun.text or record.kind in noun.ids("kind") or not there.issuperset(question.names):
        return None
    fact, lang = record.fact, question.asked_in
    texts = {p: [t[lang] for t in told.texts] for p, told in fact.parts.items() if p != "said"}
    whole = [fact.told[lang]] if fact.told else []
    for name in known.facts.names.values():
        if name.id in question.names or name.type not in AGENTS:
            continue
        said = [p for p, all_ in texts.items() if any(_says_whose(t, name.name[lang], noun, known) for t in all_)]
        if not said and not any(_says_whose(t, name.name[lang], noun, known) for t in whole):
            continue
        holding = next((p for p, told in fact.parts.items() if name.id in told.names), None)
        return Answer(record, (holding,), (name.id,)) if holding else Answer(record, tuple(said[:1]))
    return None


def _owned_noun(question: Question) -> Item | None:
    """The noun of which it is asked whose it is: "whose N", "which company's N", "누구 N", "N은 어디 거야"."""
    focus = question.foci[0]
    by_at = {i.at: i for i in question.items}
    asking, behind = by_at.get(focus.at), by_at.get(focus.at + 1)
    if asking is None or behind is None:
        return None
    if asking.text.startswith("어디") and behind.text.startswith(_THINGS):
        return next((n for n in focus.nouns[-1:] if n.at < focus.at), None)
    if asking.text == "whose" or asking.text.startswith("누구"):
        return behind
    return by_at.get(focus.at + 2) if {"organisation", "person"} & set(behind.ids("sort")) else None


_THINGS = ("거", "꺼", "것")
"""Korean nouns for what is somebody's: "어디 거야"."""


def _says_whose(text: str, name: str, noun: Item, known: Known) -> bool:
    """Whether a text has the noun, or one of its sort, right behind a name."""
    words = [w for w in words_in(text) if w != "s"]  # of a possessive
    spelled = words_in(name)
    many = len(spelled)
    return any(
        words[n - many : n] == list(spelled) and (_is_same(words[n], noun, known) or _is_short_for(noun.text, words[n]))
        for n in range(many, len(words))
    )


def _is_short_for(short: str, word: str) -> bool:
    """Whether a word is the beginning of another, and long enough to be short for it: "tech"."""
    return len(short) >= _SHORT and word.startswith(short)


_SHORT = 4


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
