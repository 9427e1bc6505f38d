"""Rules that ask the bot itself: what a story says must be answered, and what nobody can reach by asking."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.answer import answer
from bot.authors.factplaces import Places
from bot.authors.phrasings import Asker
from bot.authors.reach import reach
from bot.authors.twins import all_twins, tells
from bot.facts import Expected
from bot.learning.known import Known
from bot.problems import Problem
from bot.turn import LANGS, Reply, Status


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
    """A fact that nobody can ask for in one of the languages: of all questions that were tried, none gets it.

    `factbot questions FACT` shows what was tried: questions made of its title, names, kind and words. For a fact of a
    kind, write `words` in that language that no other fact has (the words of its title too: a title is only said, never
    heard), or a name, day or place that sets it apart. For a fact that is simply told, write `asked` in that language.
    Or write a question under `questions:` of the story that people would ask, and see by `factbot ask --explain` what
    it lacks.

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
            add = "`asked`" if fact.asked else "`words` that no other fact has"
            mend = f"give it {add} in {languages}, or a question under `questions:` that gets it"
            yield Problem(
                fact.place, "unreachable-fact", f"no question in {languages} reaches '{fact.id}'", mend, "warning"
            )


def told_twin(known: Known, places: Places) -> Iterator[Problem]:
    """The bot says yes to something that is not so. Only `factbot check --twins` asks such questions.

    For each fact it makes some: with another verb, a person who was not there, another place, day or figure, or a
    negation. A plain no, a correction, a question back, or "I do not know" is right. If the reply is right as it stands
    (nothing in it is false, and it does not agree to what was changed), leave it. If not, one of your words says more
    than it should: ask the question with `factbot ask --explain`, see which `words` the changed part was taken for, and
    take that word away, or move it to where it means only itself. The cause is mostly a common word ("take", "time")
    under `words` of a kind or fact.
    """
    told: set[str] = set()
    for twin in all_twins(known):
        reply = answer(twin.text, known)
        if twin.text not in told and tells(reply, known, twin):
            told.add(twin.text)
            place = places.of(known.facts.facts[twin.fact].place, "kind")
            changed = "a negation" if twin.what == "not" else f"another {twin.what}"
            message = f"'{twin.text}' ({changed}) is not so, and is told as fact: “{reply.answer}”"
            mend = "ask it with `factbot ask --explain`, and take away the word that it is wrongly taken for"
            yield Problem(place, "told-twin", message, mend)


RULES: tuple[Callable[[Known, Places], Iterator[Problem]], ...] = (expected_answer, unreachable_fact)
