"""Whether a fact tells who did what a question says: that somebody is in it does not make him the doer of any verb."""

from __future__ import annotations

import re

from bot.facts import AGENTS
from bot.language.english import bases
from bot.language.senses import Sense
from bot.language.text import words_in
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.spoken import own_word, parts_called
from bot.turn import LANGS


def done_by_another(question: Question, part: str, record: Record, known: Known) -> bool:
    """Whether who did something is asked, and what was done to whom is not what this part of a fact tells of its people."""
    if record.kind == NAME_KIND or question.passive or question.asks != ("who",) or len(question.foci) != 1:
        return False
    if _no_doer(question, record, known):
        return True
    verb = _verb(question)
    if verb is None or verb.has("name", "sort", "prep", "mark") or verb.named("noun"):
        return False
    asks_for_it = not question.names and Sense("part", part, f"kind:{record.kind}") in verb.senses
    if not verb.has("light") and not asks_for_it and _of_another_kind(verb, record, known):
        return True
    among = record.fact.parts[part].names
    if any(i.role in ("at", "to", "for") and set(i.ids("name")) & set(among) for i in question.items):
        return True
    return any(_undergoes(i, verb, part, question, record, known) for i in question.items)


def _no_doer(question: Question, record: Record, known: Known) -> bool:
    """Whether it is asked to whom somebody did it, who is only a word of a fact that others did: "whom did Kim tell"."""
    if question.foci[0].role not in ("object", "to"):
        return False
    doing = [i for i in question.items if i.role == "by" and known.of_type(i.ids("name"), *AGENTS)]
    if len(doing) != 1 or set(doing[0].ids("name")) & {*record.names, *record.near}:
        return False
    others = known.names_as("by", record)
    return bool(others) and not any(set(doing[0].ids("name")) & known.members[n] for n in others)


def stands_otherwise(question: Question, record: Record, known: Known) -> bool:
    """Whether somebody is said to have a part in a fact that another has, while he has one beside it: "did Kim play White?"."""
    named = [i for i in question.items if known.of_type(i.ids("name"), *AGENTS)]
    led = named[:1] if question.items[:1] and question.items[0].has("auxiliaries") else []
    subjects = {n for i in named if i.role in ("by", "topic") or i in led for n in i.ids("name")}
    own = {p for n in subjects for p in record.names.get(n, ()) if _is_beside(p, record, known)}
    if record.kind == NAME_KIND or not own:
        return False
    for item in question.items:
        if item.lends is not None or item.has("name") or record.kind in item.ids("kind"):
            continue
        held = {p for p in parts_called(item, record) if _is_beside(p, record, known)}
        if held and not own & held:
            return True
    return False


def done_in_others(question: Question, record: Record, known: Known) -> tuple[Record, ...]:
    """Facts of the kind that alone have the verb that somebody is asked about: "did Kim drive?", of those who sat inside."""
    agents = {n for i in question.items for n in known.of_type(i.ids("name"), *AGENTS)}
    if record.kind == NAME_KIND or not agents:
        return ()
    verbs = [i for i in question.items if i.lends is None and i.text and record.kind in i.ids("kind")]
    if len(verbs) != 1 or verbs[0].has("light", "title", "name") or own_word(verbs[0], record):
        return ()
    if "said" in record.fact.parts or not known.general.isdisjoint(verbs[0].ids("part")):
        return ()
    stems = _stems(verbs[0])
    if not stems or _has_word(stems, record):
        return ()
    alike = (r for r in known.records.values() if r.kind == record.kind and _has_word(stems, r))
    return tuple(r for r in alike if agents.isdisjoint(r.names))


def _stems(item: Item) -> set[str]:
    """What a verb is known by in another form."""
    if item.text.isascii():
        return {b for w in item.text.split() if w not in _EMPTY for b in bases(w) if len(b) > _SHORT}
    done = {found[1] for w in item.text.split() if (found := _NOUN_THEN_DO.match(w))}
    return done if done or item.has("verb") else {w for w in item.text.split() if len(w) > 1}


_SHORT = 2
_NOUN_THEN_DO = re.compile("([가-힣]{2,}?)[하한할했해함]")
"""A Korean noun with the verb of doing behind it; other verbs bend too much."""
_EMPTY = frozenset({"the", "out", "off", "for", "with", "from", "into", "back", "down", "away"})


def _has_word(stems: set[str], record: Record) -> bool:
    """Whether a fact is told or headed in a verb, in whatever form."""
    said = " ".join(t[lang] for t in (record.fact.title, record.fact.told) if t for lang in LANGS).lower()
    return any(w.startswith(s) if not s.isascii() else s in bases(w) for w in words_in(said) for s in stems)


def _is_beside(part: str, record: Record, known: Known) -> bool:
    """Whether a part of the author's own holds people or houses, and is nothing to the verb."""
    told = record.fact.parts[part].names if part in record.fact.parts else ()
    return part not in known.general and known.part(record, part).role == "none" and bool(known.of_type(told, *AGENTS))


def done_by_no_doer(question: Question, record: Record) -> bool:
    """Whether what is said to have done something is only a word of a fact of another kind: "did gates meet Kim?" of his way in."""
    if question.opener not in ("did", "does", "do", "has", "have", "will") or len(question.items) < 3:
        return False
    subject, verb = question.items[1:3]
    bare = bool(subject.senses) and subject.by_tag.keys() <= {"of_fact", "word", "common"} and subject.role != "object"
    return bare and verb.has("kind") and not verb.has("light") and record.kind not in verb.ids("kind")


def done_to_a_doer(question: Question, record: Record, known: Known) -> bool:
    """Whether a passive asks when or where it was done to one who in this fact did it, or is only spoken of: "when was Acme founded?"."""
    if record.kind == NAME_KIND or question.asks not in (("when",), ("where",)):
        return False
    undergone = [
        i for i in question.items if i.has("name") and (i.role == "object" if question.asked_in == "en" else True)
    ]
    verbs = [i for i in question.items if record.kind in i.ids("kind") and not i.has("name")]
    if not (question.passive or _suffers(question)) or len(undergone) != 1 or len(verbs) != 1:
        return False
    name = undergone[0].ids("name")[0]
    parts = known.parts_of(name, record)
    doer = all(p.role in ("by", "with") and not p.extra for p in parts) and (bool(parts) or name not in record.near)
    done_to = any(p.role == "object" for n in record.names if n != name for p in known.parts_of(n, record))
    return doer and done_to and known.facts.names[name].type == "organisation"


def _suffers(question: Question) -> bool:
    """Whether a Korean verb is one of becoming: "설립됐어"."""
    return question.asked_in == "ko" and any(verb in question.text for verb in ("됐", "되었", "된 ", "되나", "될 "))


def _verb(question: Question) -> Item | None:
    """What the one asked for did: "who opened it", "누가 열었어", "연 사람은"."""
    focus = question.foci[0]
    if focus.role == "by":
        return next(
            (i for i in _described(question) if i.at > focus.at and not _idle(i) and i not in focus.nouns), None
        )
    said = {i.role for i in question.items if i.has("name")}
    if question.asked_in == "ko" and not focus.role and len(focus.nouns) == 1 and not said & {"by", "topic"}:
        return next((i for i in question.items if i.at == focus.nouns[0].at - 1 and i.has("verb")), None)
    return None


def _described(question: Question) -> tuple[Item, ...]:
    """The words of a question; of "who is the man that opened it" those behind the noun that a clause describes."""
    items = question.items
    joined = next((n for n, i in enumerate(items) if n > 2 and i.text in ("that", "who")), 0)
    noun = joined and items[joined - 1].has("sort", "unit", "noun", "title") and items[joined - 2].text == "the"
    return items[joined + 1 :] if noun else items


def _idle(item: Item) -> bool:
    """Whether a word behind the question word is not yet what was done: "who was it who", "who actually opened it"."""
    return item.has("auxiliaries", "anaphor", "question") or (
        item.has("follow", "filler") and not item.has("kind", "part", "word")
    )


def _of_another_kind(verb: Item, record: Record, known: Known) -> bool:
    """Whether a verb is one for other kinds of fact alone, and only its text or another part has it here."""
    kinds, kind = {s.id for s in verb.senses if s.tag == "kind" and not s.like}, known.facts.kinds.get(record.kind)
    if not kinds or kinds & {record.kind, *record.of_kinds, *(kind.like if kind else ())}:
        return False
    if verb.has("transfer") and record.kind in verb.ids("kind"):
        return False  # "receive" is its own kind's, and the other side of giving
    own = own_word(verb, record)
    spoken = {s.id for s in verb.senses if s.tag in ("part", "of_fact") and s.id in record.fact.parts}
    return not any(known.part(record, p).role in ("by", "with") for p in spoken) and (bool(spoken) or not own)


def _undergoes(item: Item, verb: Item, part: str, question: Question, record: Record, known: Known) -> bool:
    """Whether the question says of a name that it was done to that, which in this fact is among the doers, or not at all."""
    name = next(iter(item.ids("name")), "")
    done_to = item.role == "object" or (question.asked_in == "ko" and item.role in ("topic", ""))
    if not name or not done_to or item.lends is not None or " " in verb.text:
        return False
    parts = known.parts_of(name, record)
    if not parts:
        return name not in record.near and 0 < item.at - verb.at < 3 and question.asked_in == "en"
    doing = ("by",) if known.part(record, part).role == "by" else ("by", "with")  # "who accompanied Kim"
    doers = all(p.role in doing and not p.mutual and not p.extra for p in parts)
    return doers and known.facts.names[name].type in AGENTS
