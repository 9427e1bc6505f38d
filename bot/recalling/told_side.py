"""Plain words set against one another: which of them a fact has in what it tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.facts import AGENTS, Text
from bot.finding import Answer, Finding, Settled, Untold
from bot.language.english import bases
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Question
from bot.recalling.askable import is_free
from bot.recalling.match import Fit
from bot.turn import Lang, Reason

TOGETHER = frozenset({"together", "jointly", "at once", "all at once", "같이", "함께", "한자리", "한꺼번에", "동시에", "다 같이", "다같이"})  # fmt: skip
APART = frozenset({"separately", "apart", "individually", "one by one", "따로", "따로따로", "각각", "각자", "개별적으로", "하나씩", "한 명씩"})  # fmt: skip
"""Words by which it is asked whether several were met, told or paid at once, or each by himself."""
ALONE = frozenset({"alone", "solo", "by itself", "by himself", "by herself", "by themselves", "on its own", "on his own", "on her own", "on their own", "single-handedly", "혼자", "혼자서", "홀로", "단독", "단독으로"})  # fmt: skip


def told_side(fits: Sequence[Fit], sides: Sequence[Sequence[str]], lang: Lang, known: Known) -> Settled | None:
    """What tells the only one of the sides that is told, of the likeliest facts that tell any; None where it tells none, or several."""
    named = [i for f in fits[:1] for i in f.items if not is_free(i)]
    bare = len(named) == 1 and named[0].has("name")  # "is Acme an app or a service" is told by what it is
    for found in sorted(fits, key=lambda f: (bare and f.record.kind != NAME_KIND, -f.weight)):
        told = _telling(found.record, sides, lang, known)
        if told:
            here = {side for _, side in told}
            return _answer(found.record, told[0][0], known) if len(here) == 1 else None
    return None


def at_once(question: Question, fits: Callable[[Question], Sequence[Fit]], known: Known) -> Settled | None:
    """Whether several were in one event, or each in another with the same one: "did Kim meet Park and Lee together or separately?"."""
    agents = list(dict.fromkeys(known.of_type(question.names, *AGENTS)))
    if len(agents) < _SEVERAL:
        return None
    whole = [r for r in _met(fits(question), known) if set(agents) <= _mutual(r, known)]
    if whole:
        return Settled((Answer(whole[0]),), "tell") if len(whole) == 1 else None
    for one in agents:
        found: list[Record] = []
        for other in (n for n in agents if n != one):
            gone = {n for n in agents if n not in (one, other)}
            items = tuple(i for i in question.items if not gone & set(i.ids("name")))
            pair = fits(replace(question, items=items, names=(one, other)))
            found += [r for r in _met(pair, known) if _mutual(r, known) == {one, other}][:1]
        if len(found) == len(agents) - 1:
            return Settled(tuple(map(Answer, sorted(found, key=lambda r: r.rank))), "list")
    return None


_SEVERAL = 3


def with_others(question: Question, fits: Sequence[Fit], known: Known) -> Finding:
    """Whether somebody did it alone or with others: told where others took part as well, or the list of those who did is whole."""
    named = known.of_type(question.names, *AGENTS)
    facts = [f.record for f in sorted(fits, key=lambda f: -f.weight) if f.record.kind != NAME_KIND]
    done = [
        r for r in facts if any(not p.extra for n in named for p in known.parts_of(n, r)) and _acts(named, r, known)
    ]
    beside = next(((r, p) for r in done for p in known.extras(r)), None)
    if beside is not None:
        return Settled((Answer(beside[0], (beside[1],)),), "value")
    record = next(iter(done), None)
    if record is not None:
        acting = {n for n in record.names if known.acts_in(n, record)}
        if set(known.of_type(acting, *AGENTS)) - set(named) or record.fact.complete:
            return Settled((Answer(record),), "tell")
    return Untold(Reason.NOT_STATED, (), record)


def _acts(names: Sequence[str], record: Record, known: Known) -> bool:
    return any(known.acts_in(n, record) for n in names)


def _met(fits: Sequence[Fit], known: Known) -> list[Record]:
    return [f.record for f in sorted(fits, key=lambda f: -f.weight) if f.kind_named and _mutual(f.record, known)]


def _mutual(record: Record, known: Known) -> set[str]:
    """Those who did something to one another there."""
    return {n for p, t in record.fact.parts.items() if known.part(record, p).mutual for n in t.names}


def _telling(record: Record, sides: Sequence[Sequence[str]], lang: Lang, known: Known) -> list[tuple[str, int]]:
    """Each part with the side that stands in it, the whole fact as the part ""; -1 for a side where several stand in one."""
    fact, found = record.fact, []
    for part, texts in [*((p, list(known.texts_of([t]))) for p, t in fact.parts.items()), ("", list(fact.headlines))]:
        here = [n for n, side in enumerate(sides) if all(_stands(w, texts, lang) for w in side)]
        found += [(part, here[0] if len(here) == 1 else -1)] if here else []
    return found


def _answer(record: Record, part: str, known: Known) -> Settled:
    if not part or (record.kind == NAME_KIND and part == "is"):
        return Settled((Answer(record),), "tell")
    return Settled((Answer(record, (part,)),), "choice" if known.part(record, part).type == "flag" else "value")


def _stands(word: str, texts: Sequence[Text], lang: Lang) -> bool:
    """Whether a word, or a form of it, stands in a text; of one for how they were together or apart, any of its group.

    A Korean one stands at the beginning of a word, with whatever behind it.
    """
    ways = next((group for group in (TOGETHER, APART) if word in group), None)
    if ways is None:
        return _says(word, texts, lang)
    end = r"\b" if lang == "en" else ""
    return any(re.search(rf"(?<!\w){w}{end}", t[lang].lower()) for w in ways for t in texts)


def _says(word: str, texts: Sequence[Text], lang: Lang) -> bool:
    if lang == "ko":
        plain = word.replace(" ", "")
        return any(w.startswith(plain) for t in texts for w in _starts(t["ko"]))
    words = _WORD.findall(word.lower())
    said = {b for t in texts for w in _WORD.findall(t["en"].lower()) for b in bases(w)}
    return bool(words) and all(said.intersection(bases(w)) for w in words)


def _starts(text: str) -> list[str]:
    """What a text is from each of its words on, without the spaces."""
    words = re.split(r"[\s·,(\"']+", text)
    return ["".join(words[n:]) for n in range(len(words))]


_WORD = re.compile(r"[a-z0-9]+")
