"""Rules that ask the bot itself: what a story says must be answered, and what nobody can reach by asking."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.answer import answer
from bot.factplaces import Places
from bot.facts import Expected
from bot.known import Known
from bot.phrasings import Asker
from bot.problems import Problem
from bot.reach import reach
from bot.turn import LANGS, Reply, Status
from bot.twins import all_twins, tells


def expected_answer(known: Known, places: Places) -> Iterator[Problem]:
    """A question of a story gets another answer than the one it states.

    `facts` names the facts one of which the answer must rest on, `says` what it must hold, `status` how it must end
    (answered where neither is given). Either the question is read otherwise than you thought (`factbot ask --explain`
    shows how), or a name, a word or a part is missing.

    Wrong:
        facts:
          a-walk: {kind: outing, who: mina-park, when: 2031-05-05}
        questions:
          - {ask: {en: "who flew kites on May 5?"}, facts: [first-outing]}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park, when: 2031-05-05}
        questions:
          - {ask: {en: "who flew kites on May 5?"}, facts: [a-walk]}
    """
    for story in known.facts.stories.values():
        for expected in story.expected:
            reply = answer(expected.ask, known)
            if amiss := _amiss(expected, reply):
                message = f"'{expected.ask}' gets “{reply.answer}”, which {amiss}"
                mend = "correct the fact or the question, or add the words that are missing"
                yield Problem(places.of(expected.place, expected.ask), "expected-answer", message, mend)


def _amiss(expected: Expected, reply: Reply) -> str:
    """What is wrong with the reply, "" where it is as expected."""
    status = expected.status or (Status.ANSWERED if expected.facts or expected.says else "")
    if status and reply.status != status and not (status == Status.ANSWERED and reply.status is Status.CORRECTED):
        return f"is '{reply.status}' and not '{status}'"
    if expected.facts and not set(expected.facts) & set(reply.facts):
        return f"rests on {', '.join(reply.facts) or 'no fact'} and not on {' or '.join(expected.facts)}"
    missing = [text for text in expected.says if text.casefold() not in reply.answer.casefold()]
    return f"does not say '{missing[0]}'" if missing else ""


def unreachable_fact(known: Known, places: Places) -> Iterator[Problem]:
    """No question that `factbot questions` tries, and none of the story's own, reaches a fact in one of the languages.

    Wrong:
        facts:
          weather:
            told: {en: The sun shone all day., ko: 하루 종일 맑았습니다.}
            asked: {en: [weather]}
    Right:
        facts:
          weather:
            told: {en: The sun shone all day., ko: 하루 종일 맑았습니다.}
            asked: {en: [weather], ko: [날씨]}
    """
    asker = Asker(known.facts)
    asked = {
        (id_, expected.lang)
        for story in known.facts.stories.values()
        for expected in story.expected
        for id_ in answer(expected.ask, known).facts
    }
    for fact in known.facts.facts.values():
        missing = [lang for lang in LANGS if (fact.id, lang) not in asked]
        for row in reach(fact, known, asker) if missing else ():
            missing = [lang for lang in missing if lang not in row.by]
            if not missing:
                break
        if missing:
            languages = " or ".join({"en": "English", "ko": "Korean"}[lang] for lang in missing)
            mend = "give it a `title` and `words` that people use, or a question of the story that reaches it"
            yield Problem(
                fact.place, "unreachable-fact", f"no question in {languages} reaches '{fact.id}'", mend, "warning"
            )


def told_twin(known: Known, places: Places) -> Iterator[Problem]:
    """A question that is not so is answered as if it were. Only `factbot check --twins` asks such questions.

    For each fact there are some: with another verb, a person who was not there, another place, day or figure, or a
    negation. A plain no, a correction, a question back, or "I do not know" is right. Where one is told as fact, a word
    of it is mostly taken for something else: `factbot ask --explain` shows for what. A word that stands under `words`
    of a fact or kind, and is not peculiar to it, is the usual cause.
    """
    told: set[str] = set()
    for twin in all_twins(known):
        reply = answer(twin.text, known)
        if twin.text not in told and tells(reply, known, twin):
            told.add(twin.text)
            place = places.of(known.facts.facts[twin.fact].place, "kind")
            changed = "a negation" if twin.what == "not" else f"another {twin.what}"
            message = f"'{twin.text}' ({changed}) is told as fact: “{reply.answer}”"
            yield Problem(place, "told-twin", message, "see `factbot ask --explain` for how it was read")


RULES: tuple[Callable[[Known, Places], Iterator[Problem]], ...] = (expected_answer, unreachable_fact)
