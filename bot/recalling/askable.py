"""Whether a text asks for anything that facts could tell: what makes it readable, and what makes it ask for nothing."""

from __future__ import annotations

import re

from bot.language.korean import is_syllable
from bot.question import Item, Question
from bot.recalling.asked import wants
from bot.turn import Reason


def unknown_reason(question: Question) -> Reason:
    """Whether an unknown word looks like a name, by its capital or its two or three syllables, or like any other."""
    named = any(w[0].isupper() for w in question.unknown) or any(
        2 < len(w) < 5 and is_syllable(w[0]) for w in question.unknown
    )
    return Reason.UNKNOWN_NAME if named else Reason.UNKNOWN_WORD


def is_meaningful(question: Question) -> bool:
    """Whether any word means something to the base, or asks."""
    return bool(question.items) and any(
        i.has("name", "kind", "part", "question", "word", "when", "number", "summary", "source", "mark", "sort", "anaphor",
              "title", "noun", "of_fact", "asked", "confirm", "contrary", "story", "relative", "daypart", "weekday", "today", "unit")
        for i in question.items
    )  # fmt: skip


def figures_only(question: Question) -> bool:
    """Whether a question is made of figures and nothing that they could be of: "40", "what is 2+2?"."""
    figures = [i for i in question.items if i.has("number")]
    rest = [i for i in question.items if i not in figures]
    return (
        bool(figures)
        and all(set(i.ids("question")) <= {"what"} for i in rest)
        and all(
            (i.has("light", "question", "auxiliaries", "prep", "follow") and not i.has("kind"))
            or (i.has("unit") and not i.has("part"))
            for i in rest
        )
    )


_ANCHORS = ("name", "word", "when", "noun", "of_fact", "asked", "relative", "title", "number")
ABOUT = (*_ANCHORS, "kind", "part", "contrary", "story", "summary", "source", "sort", "mark", "weekday")
"""Senses of words that say what a question is about; one without any of them asks about nothing."""


def is_anchored(question: Question) -> bool:
    """Whether the question itself says what it is about."""
    return any(
        i.has(*_ANCHORS) and (i.has("name", "when", "asked") or not i.has("kind", "part", "light", "mark"))
        for i in question.items
        if not i.has("source", "summary")
    )


def part_of_kind(question: Question) -> bool:
    """Whether the word for a source is a part of a kind that is spoken of: "the source of the photos"."""
    kinds = {f"kind:{k}" for i in question.items if not i.has("light", "source") for k in i.ids("kind")}
    return any(s.fact in kinds for i in question.items if i.has("source") for s in i.senses if s.tag == "part")


def is_free(item: Item) -> bool:
    """Whether a word, or each word of a phrase, may stand for nothing."""
    if item.has(
        "light",
        "follow",
        "summary",
        "tell",
        "question",
        "anaphor",
        "story",
        "unit",
        "number",
        "prep",
        "auxiliaries",
        "confirm",
    ):
        return True
    return bool(item.pieces) and all(is_free(p) for p in item.pieces)


def is_negated(question: Question) -> bool:
    """Whether it asks for what was not: no list of facts can answer "whom did he not meet"."""
    if question.yesno or not wants(question) or set(question.asks) & {"why", "how"}:
        return False
    if "mark" not in question.tags:
        return False
    asked_at = min((i.at for i in question.items if i.has("question")), default=0)
    korean = question.asked_in == "ko"
    if korean and _DENIED_BY_OTHERS.search(question.text):
        return False  # "안 정해졌다고 한 사람": it is what was said that is so put
    return any(
        (korean or i.at > asked_at)
        and i.lends is None
        and bool({"not", "without"} & set(i.ids("mark")))
        and not i.has("of_fact", "part", "contrary")
        and (not i.has("follow") or (i.text == "no" and not _numbered(i, question)))
        and not any(s.tag == "word" and not s.fact for s in i.senses)
        for i in question.items
    )


def _numbered(item: Item, question: Question) -> bool:
    """Whether a figure stands behind "no", which then is short for "number": "picture no. 2"."""
    return any(i.at == item.at + 1 and i.has("number") for i in question.items)


def bare_verb(question: Question) -> Item | None:
    """The verb of "what does Acme want?", where it is one that no fact uses and so nothing is asked that could be told."""
    if [(f.word, f.role, f.nouns) for f in question.foci] != [("what", "object", ())] or question.doing:
        return None
    said = [i for i in question.items if i.at > question.foci[0].at and not i.has("auxiliaries")]
    named = [i for i in said if i.has("name")]
    rest = [i for i in said if i not in named and not i.has("prep")]
    if len(named) != 1 or len(rest) != 1 or not rest[0].text.isascii() or rest[0].at < named[0].at:
        return None
    return rest[0] if rest[0].senses and all(s.tag in ("light", "filler") for s in rest[0].senses) else None


def asks_meaning(question: Question) -> bool:
    """Whether it is asked what a common word means that facts only use: "what is a lease?", "임대가 뭐야?"."""
    if question.asks == ("what",) and any(i.text in _MEANT_BY for i in question.items if i.lends is None):
        return True  # "what did he mean by fine"
    if (
        question.asks != ("what",)
        or len(question.foci) != 1
        or question.follow
        or question.marks - {"judged"}
        or question.anaphora
    ):
        return False
    if question.foci[0].role not in ("", "by") and not _says_mean(question):
        return False  # "뭐에 쓰는 돈이야"
    said = [i for i in question.items if not i.has("question", "auxiliaries", "prep")]
    said = [
        i for i in said if not i.has("light") or (i.has("part") and i.role in ("by", "topic"))
    ]  # "요금 질문이 뭐야"
    if len(said) != 1 or not said[0].has("word", "of_fact") or not _is_said_to_be(question):
        return False
    known_of = (
        "name",
        "kind",
        "part",
        "noun",
        "title",
        "sort",
        "contrary",
        "summary",
        "source",
        "tell",
        "asked",
        "when",
        "ask",
    )
    return not said[0].named(*known_of) and not any(i.text in ("the", "this", "that") for i in question.items)


_MEANT_BY = frozenset({"mean by", "meaning by"})
"""Phrases that ask what somebody thought of with a word, and not what it is."""


def _is_said_to_be(question: Question) -> bool:
    """Whether nothing but a form of "be" joins the question word to what is asked about, or it is asked what that means."""
    helpers = [i.text for i in question.items if i.has("auxiliaries")]
    be = helpers in (["is"], ["are"]) or "what's" in question.text.lower()
    return question.asked_in == "ko" or be or _says_mean(question)


def _says_mean(question: Question) -> bool:
    """Whether it is put as "what does that mean"."""
    return [i.text for i in question.items if i.has("auxiliaries")] == ["does"] and question.items[-1].text == "mean"


_DENIED_BY_OTHERS = re.compile(r"(?:안|못) \S+(?:[다냐라]고|려고?\b)|지 (?:않|못)\S*(?:[다냐라]고|려고?\b)")
"""A denial that somebody is asked to have said, or that was only the aim: "안 늦으려고 뭘 탔어"."""
