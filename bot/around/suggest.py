"""What can be asked next: questions that have an answer, taken from the facts themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from bot.facts import Expected
from bot.finding import Finding, Unclear
from bot.language.korean import agree
from bot.learning.known import Known, Record
from bot.question import Question
from bot.turn import Lang


def choices_of(finding: Finding, question: Question, known: Known) -> tuple[str, ...]:
    """The questions that an unclear finding offers."""
    if not isinstance(finding, Unclear):
        return ()
    lang = question.lang
    found = []
    for id_ in finding.choices:
        if finding.of == "name":
            found.append(_with_name(question.text, finding.word, known.facts.names[id_].name[lang], lang))
        else:
            title = known.facts.facts[id_].title
            found.append(title[lang] if title else id_)
    return tuple(found)


def _with_name(text: str, word: str, name: str, lang: Lang) -> str:
    """The question with the unclear word spelt out: "who is Kim?" as "who is Kim Minji?"."""
    at = text.casefold().find(word.casefold())
    if at < 0:
        return name
    before, after = text[:at], text[at + len(word) :]
    if lang == "ko":
        return f"{before}{name}{agree(name, after)}"
    return f"{before.removesuffix('the ').removesuffix('The ')}{name}{after}"


def suggestions(question: Question, records: Sequence[Record], known: Known) -> tuple[str, ...]:
    """Up to three questions that their author states an answer for: of the facts just told, then of the same names.

    None behind chatter and what could not be read.
    """
    if not question.items:
        return ()
    text = question.text.casefold()
    told = {r.fact.id for r in records}
    asked = [e for s in known.facts.stories.values() for e in s.expected if e.lang == question.lang and e.facts]
    near = [e for e in asked if not told.isdisjoint(e.facts) and _is_fresh(e, text)][:_MOST]
    if len(near) < _MOST:
        names = {n for r in records for n in r.names}
        rest = [e for e in asked if told.isdisjoint(e.facts) and _is_fresh(e, text)]
        near += islice((e for e in rest if _speaks_of(e, names, known)), _MOST - len(near))
        near += islice((e for e in rest if e not in near), _MOST - len(near))
    return tuple(e.ask for e in near)


def _is_fresh(expected: Expected, text: str) -> bool:
    """Whether an answer is stated to a question, and it is not the one that was just asked."""
    return expected.status in (None, "answered") and expected.ask.casefold() != text


def _speaks_of(expected: Expected, names: set[str], known: Known) -> bool:
    """Whether the answer to a question tells of one of some names."""
    return any(not names.isdisjoint(known.records[f].names) for f in expected.facts if f in known.records)


_MOST = 3
