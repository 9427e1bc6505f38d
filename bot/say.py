"""A finding to a reply: words in the asker's language, the source, what can be asked next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from bot.facts import Flag, Names, Text
from bot.finding import Answer, Chatter, Corrected, Finding, Settled, Several, Unclear, Untold
from bot.language.korean import is_syllable
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Question
from bot.saying import render
from bot.saying.cite import source_line
from bot.saying.refuse import chatter, untold
from bot.saying.repeat import unrepeated
from bot.saying.tell import hedge, hedge_of, opening, unopened, value, whole
from bot.saying.weekdays import with_weekdays
from bot.saying.wording import fill, sentence, wording
from bot.turn import Lang, Reason, Status


def say(finding: Finding, question: Question, known: Known) -> tuple[Status, Reason | None, str, tuple[Record, ...]]:
    """The outcome's name, its reason, its words, and the records it rests on."""
    lang = question.lang
    finding = with_weekdays(finding, question)
    match finding:
        case Settled():
            said = _settled(finding, known, lang)
            return _status_of(finding), None, said, tuple(a.record for a in finding.answers)
        case Several(told, refused):
            each = [_settled(one, known, lang) for one in told]
            each += [untold(refused, question, known)] if refused else []
            records = dict.fromkeys(a.record.fact.id for one in told for a in one.answers)
            return _status_of(*told), None, " ".join(unrepeated(each)), tuple(known.records[r] for r in records)
        case Corrected(answer):
            flag = next((known.worded(answer.record, p, lang) for p in answer.parts), None)
            fact = unopened(flag, known, lang) if flag else whole(answer.record, known, lang)
            words = wording("corrected", known, lang, fact=fact)
            return Status.CORRECTED, None, words, (answer.record,)
        case Unclear(of=of):
            return Status.CLARIFY, None, wording("clarify_name" if of == "name" else "clarify", known, lang), ()
        case Untold():
            finding = _without_asking(finding, question)
            return (
                Status.UNKNOWN,
                finding.reason,
                untold(finding, question, known),
                (finding.record,) if finding.record else (),
            )
        case Chatter(kind):
            return Status.CHAT, None, chatter(kind, known, lang), ()
        case _:
            assert_never(finding)


def _without_asking(finding: Untold, question: Question) -> Untold:
    """What is not told, without the words that only ask: nobody is told that nothing is known of "뭐라고"."""
    if finding.reason is not Reason.UNKNOWN_WORD:
        return finding
    asking = {i.text for i in question.items if i.has("question", "ask") and not i.has("name", "kind", "word")}
    words = tuple(w for w in finding.words if w not in asking)
    return replace(finding, words=words, reason=finding.reason if words else Reason.NOT_STATED)


# What facts settle


def _status_of(*told: Settled) -> Status:
    return Status.CORRECTED if any(one.corrects for one in told) else Status.ANSWERED


def _settled(finding: Settled, known: Known, lang: Lang) -> str:
    said = _plain(finding, known, lang)
    if lang == "en" and _only_hangul(said):
        said = wording("unspelt", known, lang, fact=said)
    if finding.holds is None:
        return said
    return opening(finding.holds, said, known, lang, ("before", "after") if finding.before else ("yes", "no"))


def _only_hangul(said: str) -> bool:
    """Whether a reply is no more than a name that has no English form."""
    return any(map(is_syllable, said)) and not any(c.isascii() and c.isalpha() for c in said)


def _plain(finding: Settled, known: Known, lang: Lang) -> str:
    answers = finding.answers
    match finding.manner:
        case "yes":
            return _with_others(_confirmed(answers[0].record, known, lang), answers[0], known, lang)
        case "no":
            said = wording("no", known, lang, fact=whole(answers[0].record, known, lang))
            return _with_others(said, answers[0], known, lang)
        case "not_yet":
            return wording("not_yet", known, lang, fact=whole(answers[0].record, known, lang))
        case "tell":
            return whole(answers[0].record, known, lang)
        case "choice":
            return unopened(_value(answers[0], known, lang, finding), known, lang)
        case "list":
            return (
                " ".join(whole(a.record, known, lang) for a in answers) if len(answers) < 3 else _titles(answers, lang)
            )
        case "order":
            return _in_row(answers, known, lang)
        case "count":
            return _events(answers, known, lang, finding.unit) if finding.unit else _count(answers, known, lang)
        case "names":
            return _names(answers, known, lang)
        case "others":
            return sentence(render.joined([_person(n, known, lang) for n in answers[0].names], lang), lang)
        case "summary":
            story = known.facts.stories[answers[0].record.fact.story]
            return story.summary[lang] if story.summary else whole(answers[0].record, known, lang)
        case "source":
            return wording(
                "source", known, lang, source=source_line(known.facts.sources[answers[0].record.fact.source], lang)
            )
        case _:
            return " ".join(_value(a, known, lang, finding) for a in answers)


def _with_others(said: str, answer: Answer, known: Known, lang: Lang) -> str:
    """A reply with those who were there as well."""
    too = [_person(n, known, lang) for n in answer.names]
    return f"{said} {wording('also_there', known, lang, names=render.joined(too, lang))}" if too else said


def _confirmed(record: Record, known: Known, lang: Lang) -> str:
    """A fact behind "yes"; behind "no", where all that it says beside names is that something is not so.

    A sentence that says that nothing is known yet stands by itself: it is neither.
    """
    told = [v for part in record.fact.parts.values() for v in part.values if not isinstance(v, Names)]
    flags = [v.yes for v in told if isinstance(v, Flag)]
    said = whole(record, known, lang)
    if _UNKNOWN.search(_SENTENCES(said)[0]):
        return said
    return opening(flags != [False] or len(told) > 1 or not _DENIAL.search(said), said, known, lang)


_DENIAL = re.compile(r"\b(?:not|no|nothing|nobody|never|none|neither|nor|without)\b|n't\b|없|않|아니|못|안 ")
"""Words by which a sentence says that something is not so; a fact may also tell what is so, and a flag beside it."""
_UNKNOWN = re.compile(
    r"(?:\bnot|n't|\bnever|\bnobody|\bno one)\b(?: \w+){0,3} (?:decided|said|say|says|known|knows?|announced|settled|clear|sure)\b"
    r"[^.]* (?:whether|if|when|who|what|where|how)\b"
    r"|\bwhether\b[^.]* (?:is|was|has|remains?|had)\b(?: \w+){0,2} (?:not|n't|un\w+|open)\b"
    r"|지는? (?:아직 |모두 )?(?:정해지지|정하지|알려지지|밝혀지지|밝히지|말하지|결정되지|결정하지|확정되지|공개되지|확인되지) (?:않|못)|지는? (?:아직 )?(?:미정|모른|불확실)"
)
"""Words by which a sentence says that it is open whether something is so; what stands behind it may say what is so."""
_SENTENCES = re.compile(r"(?<=[.?!])\s+").split
"""The sentences of a text, without the white space between them."""


def _titles(answers: Sequence[Answer], lang: Lang) -> str:
    titles = [a.record.fact.title[lang] for a in answers if a.record.fact.title]
    return sentence(render.joined(titles, lang), lang)


def _in_row(answers: Sequence[Answer], known: Known, lang: Lang) -> str:
    steps = []
    told = [a.record.fact.parts for a in answers]
    places = [next((render.told(t[p], known.facts, lang) for p in ("where", "what") if p in t), None) for t in told]
    apart = len(set(places)) == len(places)  # what happened at one place is told apart by what it was
    for answer, place in zip(answers, places, strict=True):
        parts = answer.record.fact.parts
        what = place if apart else None
        what = what or (answer.record.fact.title[lang] if answer.record.fact.title else answer.record.fact.id)
        when = render.told(parts["when"], known.facts, lang) if "when" in parts else ""
        hint = answer.record.fact.sure == "reported"
        mark = ("로 알려짐" if lang == "ko" else ", reportedly") if hint else ""
        steps.append(f"{what}({when}{mark})" if lang == "ko" else f"{what} ({when}{mark})")
    said = ", ".join(steps)
    return f"{said} 순입니다." if lang == "ko" else f"{said[:1].upper()}{said[1:]}."


def _names(answers: Sequence[Answer], known: Known, lang: Lang) -> str:
    ids = list(dict.fromkeys(n for a in answers for n in a.names))
    said = render.joined([_person(n, known, lang) for n in ids], lang)
    only = answers[0]
    if len(answers) == 1 and len(only.parts) == 1 and only.record.fact.parts[only.parts[0]].says:
        return only.record.fact.parts[only.parts[0]].says[lang]  # type: ignore[index]
    note = _note(answers)
    tail = f" {note[lang]}" if note else hedge(answers[0].record.fact, known, lang)
    return sentence(said, lang) + tail


def _count(answers: Sequence[Answer], known: Known, lang: Lang) -> str:
    ids = list(dict.fromkeys(n for a in answers for n in a.names))
    items = render.joined([_person(n, known, lang) for n in ids], lang)
    person = all(known.facts.names[n].type == "person" for n in ids)
    said = wording("count", known, lang, n=render.count(len(ids), lang), unit="명" if person else "곳", items=items)
    note = _note(answers)
    return f"{said} {note[lang]}" if note and person else said


def _events(answers: Sequence[Answer], known: Known, lang: Lang, unit: str) -> str:
    """How many events are told of, and which."""
    titles = [a.record.fact.title[lang] for a in answers if a.record.fact.title]
    items = render.joined(titles, lang)
    return wording("count", known, lang, n=render.count(len(answers), lang), unit=unit, items=items)


def _note(answers: Sequence[Answer]) -> Text | None:
    """What is noted beside the names of a part."""
    return next((t.note for a in answers for p in a.parts if (t := a.record.fact.parts[p]).note), None)


def _person(id_: str, known: Known, lang: Lang) -> str:
    """A person with the organisation where there is room for it."""
    return render.name(known.facts.names[id_], lang)


def _value(answer: Answer, known: Known, lang: Lang, finding: Settled) -> str:
    record = answer.record
    if record.kind == NAME_KIND and not answer.parts:
        return whole(record, known, lang)
    said = " ".join(_part(record, p, known, lang, finding.currency, answer.names) for p in answer.parts) or whole(
        record, known, lang
    )
    apart = finding.holds is None or len(finding.answers) > 1
    title = record.fact.title[lang] if record.fact.title and record.kind != NAME_KIND else ""
    if finding.label and apart and title and not _stands_in(title, answer, known, lang):
        said = f"{title}: {said}" if lang == "ko" else f"{title[:1].upper()}{title[1:]}: {said}"
    return said


def _stands_in(title: str, answer: Answer, known: Known, lang: Lang) -> bool:
    """Whether the title of a fact only says again what is told of it: "the stop in Rome" where Rome is told."""
    ids = [n for p in answer.parts for n in answer.record.fact.parts[p].names]
    return bool(ids) and all(known.facts.names[n].name[lang] in title for n in ids)


def _part(record: Record, part: str, known: Known, lang: Lang, currency: str | None, only: Sequence[str]) -> str:
    told = record.fact.parts[part]
    definition = known.part(record, part)
    if told.says and not (currency and len(told.values) > 1):
        return told.says[lang]
    if told.values and isinstance(told.values[0], Flag):
        opener = "yes" if told.values[0].yes else "no"
        return known.worded(record, part, lang) or wording(opener, known, lang, fact=whole(record, known, lang))
    if record.kind == NAME_KIND and part in ("title", "is"):
        return whole(record, known, lang)
    said_of_it = value(record, part, known, lang, currency, only)
    template = definition.says.get(lang, "{value}.")
    said = fill(
        template,
        {
            "value": said_of_it,
            **{p: value(record, p, known, lang) for p in record.fact.parts if f"{{{p}}}" in template},
        },
        lang,
    )
    note = f" {told.note[lang]}" if told.note else ""
    sure = told.sure or record.fact.sure
    return said[:1].upper() + said[1:] + note + hedge_of(sure, known, lang)
