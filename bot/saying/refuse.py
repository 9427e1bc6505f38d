"""What is said where nothing is told: the named reason, what is told instead, and chatter."""

from __future__ import annotations

from bot.facts import Text
from bot.finding import Untold
from bot.learning.known import Known, Record
from bot.question import Question
from bot.saying import render
from bot.saying.wording import wording
from bot.turn import Lang, Reason


def untold(finding: Untold, question: Question, known: Known) -> str:
    lang = question.lang
    said = [_as_typed(_unmarked(w, known), question.text) for w in finding.words if w]
    words = {_as_typed(i.text, question.text) for i in question.items if not i.has("name")}
    quoted = render.joined([f"'{w}'" if lang == "ko" else f"“{w}”" if w in words else w for w in said], lang)
    match finding.reason:
        case Reason.UNREADABLE:
            return wording("unreadable", known, lang)
        case Reason.UNKNOWN_NAME | Reason.UNKNOWN_WORD:
            if not said:  # what lacks was only filled in from what was said before
                return wording("unknown_plain", known, lang)
            return wording(finding.reason.value, known, lang, words=", ".join(said))
        case Reason.NOT_RELATED:
            return (
                wording(
                    "not_related" if len(said) > 1 and words.isdisjoint(said) else "not_related_one",
                    known,
                    lang,
                    names=quoted,
                )
                if said
                else wording("unknown_plain", known, lang)
            )
        case Reason.NOT_STATED:
            return _not_stated(finding, question, known)


def _unmarked(word: str, known: Known) -> str:
    """A Korean name without the 이 that is only put behind a given name, where an author writes both: "하나", not "하나이"."""
    bare = word.removesuffix("이")
    ids = {s.id for s in known.lexicon.senses(bare.lower()) if s.tag == "name"} if bare != word else set()
    return bare if any(s.tag == "name" and s.id in ids for s in known.lexicon.senses(word.lower())) else word


def _as_typed(word: str, text: str) -> str:
    """A word of a question with the capitals it was typed with, and what was typed between its parts.

    >>> _as_typed("acme chief", "did Kim call Acme's chief")
    "Acme's chief"
    """
    first, *_, last = word.split(" ") if " " in word else (word, word)
    start = text.lower().find(first)
    if start >= 0 and word.endswith(_STEMS):
        return text[start:].split(" ")[0].rstrip(".,!?~")
    end = text.lower().find(last, start) + len(last)
    return text[start:end] if start >= 0 and len(word) <= end - start <= len(word) + _BETWEEN else word


_STEMS = ("하", "되")
"""How the stem of a Korean verb ends that is no word without its ending: "운영하는", not "운영하"."""
_BETWEEN = 4
"""Letters at most that were typed between the parts of a word: "'s ", " of"."""


def _not_stated(finding: Untold, question: Question, known: Known) -> str:
    record, lang = finding.record, question.lang
    if record is None:
        return wording("unknown_plain", known, lang)
    topic = record.fact.title[lang] if record.fact.title else record.fact.id
    told = [p for p in record.fact.parts if p in _SHOWN and p not in question.asks][:4]  # not what was just declined
    said = f"{topic}: " if lang == "ko" else f"On {topic}: "
    parts = render.joined([_called(p, record, known)[lang] for p in told], lang)
    plain = wording("unknown_plain", known, lang)
    tail = " " + wording("told_instead", known, lang, parts=parts) if parts else ""
    return said + (plain[:1].lower() + plain[1:] if lang == "en" else plain) + tail


def _called(part: str, record: Record, known: Known) -> Text:
    """How people call a part: those between whom something was are its guests only where they are people."""
    people = known.of_type(record.fact.parts[part].names, "person")
    return _GUESTS if part == "who" and people and known.part(record, part).mutual else _SHOWN[part]


_GUESTS = Text("who", "참석자")
_SHOWN = {
    "who": Text("who", "당사자"), "where": Text("where", "장소"), "when": Text("when", "시기"), "about": Text("what about", "주제"), "said": Text("what was said", "발언"),
    "how_long": Text("how long", "소요 시간"), "how_much": Text("how much", "금액"), "why": Text("why", "이유"), "how": Text("how", "방법"),
}  # fmt: skip
"""Parts that a refusal offers instead, as people call them."""


def chatter(kind: str, known: Known, lang: Lang) -> str:
    story = next(iter(known.facts.stories.values()), None)
    title = story.title[lang] if story else ""
    example = next((e.ask for s in known.facts.stories.values() for e in s.expected if e.lang == lang), "")
    return (
        wording(kind, known, lang, title=title, example=example)
        if kind in known.words[lang]["replies"]
        else wording("help", known, lang, title=title, example=example)
    )
