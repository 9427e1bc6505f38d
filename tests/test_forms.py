"""What a base holds of a name is told in every plain form of asking: all names of all bases, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from questions.ask import known_of
from questions.bank import BASES

from bot.answer import answer
from bot.facts import Name, Text
from bot.language.korean import agree
from bot.learning.known import Known
from bot.ready import shipped
from bot.turn import LANGS, Lang, Status

FOLDERS = [shipped(), *sorted(folder for folder in BASES.iterdir() if folder.is_dir())]
everywhere = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)

WHO_HOLDS = {
    "en": (
        "who is {house}'s {title}",
        "Who is the {title} of {house}?",
        "who's {house}'s {title}?",
        "{house}'s {title}?",
        "who's the {title} at {house}",
        "what is the name of {house}'s {title}",
        "Can you tell me who {house}'s {title} is?",
        "{house}'s {title} is who?",
        "name of the {title} of {house}",
    ),
    "ko": (
        "{house} {title} 누구야?",
        "{house}의 {title}{title_neun} 누구인가요?",
        "{house} {title} 이름",
        "{house} {title}{title_i} 누구임",
        "{house} {title} 성함이 어떻게 되나요",
        "누가 {house} {title}이야",
    ),
}
DOES_HOLD = {
    "en": ("Is {person} the {title} of {house}?", "is {person} {house}'s {title}?", "Does {person} work for {house}?"),
    "ko": (
        "{person}{person_i} {house} {title}이야?",
        "{person}{person_i} {house} 사람이야?",
        "{person} {house} {title} 맞지?",
    ),
}
WHO_IS = {
    "en": ("Who is {person}?", "{person} who", "tell me about {person}", "what do you know about {person}"),
    "ko": (
        "{person} 누구야?",
        "{person}{person_neun} 누구인가요",
        "{person}에 대해 알려줘",
        "{person}{person_neun} 무슨 일 해요",
    ),
}


def in_both(text: Text | None) -> bool:
    """Whether a text is written in each language's own letters, as people would type it."""
    return text is not None and text.en.isascii() and not any(c.isascii() and c.isalpha() for c in text.ko)


def called(name: Name, lang: Lang) -> str:
    text = (name.short or name.name)[lang]
    bare = lang == "en" and text[0].islower() and not text.startswith("the ")
    return f"the {text}" if bare else text


def holders(known: Known) -> Iterator[tuple[Name, Name, Text]]:
    """Each person with the house and the title there.

    Not where the title, or another that the author wrote for it, has a word of the house's name in it, leads over to it
    ("in charge"), or is another's too, nor where the author has a fact asked for by it, or wrote it down for one.
    """
    names = known.facts.names
    facts = [r.fact for r in known.records.values()]
    asked = {w for f in facts for words in f.asked.values() for w in words}
    written = {
        w for f in facts for words in (f.words, *(t.words for t in f.parts.values())) for w in words.get("en", ())
    }
    people = [n for n in names.values() if n.type == "person" and n.of and n.title]
    for person in people:
        house, title = names[person.of[0]], person.title
        rivals = [p for p in people if p is not person and p.of[0] == house.id and p.title == title]
        if title is None or house.type != "organisation" or rivals or not (in_both(person.name) and in_both(title)):
            continue
        others = {w for lang in LANGS for t in person.titles.get(lang, ()) for w in t.split()[:-1]}
        if (
            any(w == title.en or w.startswith(f"{title.en} of ") for w in written)
            or any(title.en in w for w in asked)
            or others.intersection(w for lang in LANGS for w in house.name[lang].split())
        ):
            continue
        if not any(word in title.en.split() for word in ("charge", *called(house, "en").split())):
            yield person, house, title


def put(form: str, lang: Lang, person: Name, house: Name, title: Text) -> str:
    who, what = person.name[lang], title[lang]
    particles = {
        f"{key}_{sound}": agree(word, after) if lang == "ko" else ""
        for key, word in (("person", who), ("title", what))
        for sound, after in (("i", "이"), ("neun", "는"))
    }
    return form.format(person=who, title=what, house=called(house, lang), **particles)


def without_the_name(forms: tuple[str, ...], lang: Lang, known: Known) -> dict[str, str]:
    """Each question in these forms about a person whose answer does not say who that is, with that answer."""
    asked = {put(form, lang, *held): held[0].name[lang] for held in holders(known) for form in forms}
    return {q: said for q, who in asked.items() if who not in (said := answer(q, known).answer)}


@everywhere
@pytest.mark.parametrize("lang", LANGS)
def test_who_holds_a_title_is_told_in_every_form(folder: Path, lang: Lang) -> None:
    known = known_of(folder)
    assert without_the_name(WHO_HOLDS[lang], lang, known) == {}


@everywhere
@pytest.mark.parametrize("lang", LANGS)
def test_whether_somebody_holds_a_title_is_confirmed_or_denied(folder: Path, lang: Lang) -> None:
    known = known_of(folder)
    held = list(holders(known))
    yes, no = {"en": ("Yes.", "No."), "ko": ("네,", "아니요,")}[lang]
    other = {}
    for n, (person, house, title) in enumerate(held):
        stranger = held[(n + 1) % len(held)][0]
        apart = not known.members[stranger.id] & {house.id, *known.members[house.id]}
        for who, opens in ((person, yes), *([(stranger, no)] if apart else [])):
            for form in DOES_HOLD[lang]:
                question = put(form, lang, who, house, title)
                reply = answer(question, known)
                refused = who is stranger and reply.status is Status.UNKNOWN
                if not reply.answer.startswith(opens) and not refused:
                    other[question] = reply.answer
    assert other == {}


@everywhere
@pytest.mark.parametrize("lang", LANGS)
def test_somebody_asked_for_by_name_is_in_the_answer(folder: Path, lang: Lang) -> None:
    known = known_of(folder)
    assert without_the_name(WHO_IS[lang], lang, known) == {}
