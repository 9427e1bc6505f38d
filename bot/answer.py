"""The whole way of a question, in four steps: hear, interpret, recall, say."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from bot.around.anything import is_said, what_was_said
from bot.around.dayof import day_of, the_day
from bot.around.halves import halves, together
from bot.around.headed import headed, one_house
from bot.around.infull import in_full
from bot.around.loosened import holds, loosened
from bot.around.pending import what_is_pending, whether_settled
from bot.around.quoted import quoted, who_said
from bot.around.remember import chosen, remembered
from bot.around.respelt import is_understood, likeliest, respelt
from bot.around.setapart import set_apart
from bot.around.suggest import choices_of, suggestions
from bot.around.unglued import unglued
from bot.around.whoever import described_people, is_of, the_one
from bot.finding import Corrected, Finding, Settled, Untold
from bot.hear import Heard, hear
from bot.interpret import interpret
from bot.learning.known import Known
from bot.question import Question
from bot.recall import recall
from bot.recalling.gather import whole_in_talk
from bot.recalling.told_side import at_once, told_side, with_others
from bot.say import say
from bot.saying.cite import cited
from bot.turn import Memory, Reason, Reply, Status

__all__ = ["Known", "answer"]


def answer(text: str, known: Known, memory: Memory = Memory(), now: float = 0.0) -> Reply:  # noqa: B008 - it is frozen
    """Answer a question from what is known.

    `memory` is what the last reply of this chat handed on, `now` the shell's clock in seconds. The same four values
    always give the same reply; nothing is read or kept outside of them.
    """
    asked, memory = chosen(text, memory, now)
    heard = hear(asked, known)
    turn = _quoted(asked, known, memory)
    turn = turn or _told_side(heard, known, memory)
    turn = turn or _each(heard, known, memory, now) or _headed(heard, known, memory) or _found(heard, known, memory)
    turn = _loosened(heard, turn, known, memory) or _of_whoever(heard, turn, known, memory) or turn
    turn = _on_day_of(heard, turn, known, memory) or turn
    turn = _pending(heard, turn, known, memory) or _said_anything(turn, known, memory) or turn
    turn = _unglued(heard, turn, known, memory) or _respelt(heard, turn, known, memory) or turn
    question = turn.question
    status, reason, words, records = say(in_full(question, turn.finding, known), question, known)
    choices = choices_of(turn.finding, question, known)
    last = records if turn.last is turn.finding else say(turn.last, question, known)[3]
    return Reply(
        question=text,
        lang=question.lang,
        status=status,
        reason=reason,
        answer=words,
        facts=tuple(r.fact.id for r in records),
        sources=cited(records, known, question.lang),
        read_as=turn.read_as or heard.read_as,
        residue=question.unknown if status in (Status.UNKNOWN, Status.CLARIFY) else (),
        choices=choices,
        suggestions=suggestions(question, records, known),
        how=turn.how,
        memory=remembered(turn.memory, question, turn.last, last, choices, known, now),
    )


class _Turn(NamedTuple):
    """What is asked, and what the facts have to say to it."""

    question: Question
    finding: Finding
    last: Finding
    """What the chat goes on from: of two questions, what the second came to."""
    memory: Memory
    how: tuple[str, ...]
    read_as: str | None = None
    """The text, where a slip was undone in another way than it was heard."""


def _found(heard: Heard, known: Known, memory: Memory) -> _Turn:
    question = interpret(heard, known, memory)
    finding = recall(question, known, memory)
    return _Turn(question, finding, finding, memory, explained(heard, question))


def _put(text: str, known: Known, memory: Memory) -> _Turn:
    """What comes of another question that is put in place of what was typed."""
    return _found(hear(text, known), known, memory)


def _quoted(text: str, known: Known, memory: Memory) -> _Turn | None:
    """Who said the words that a question quotes; None where it quotes none, or asks more than that."""
    asked = quoted(text, known)
    if asked is None:
        return None
    heard = hear(asked.question, known)
    question = interpret(heard, known, memory)
    finding = who_said(asked, question, known)
    return _Turn(question, finding, finding, memory, explained(heard, question)) if finding else None


def _told_side(heard: Heard, known: Known, memory: Memory) -> _Turn | None:
    """Which of some plain words that are set against one another is told; None where a question sets none apart, or not one of them is told."""
    asked = set_apart(heard.tokens, heard.text)
    if asked is None:
        return None
    question = interpret(replace(heard, tokens=asked.rest), known, memory)
    if question.unknown:
        return None
    whole = whole_in_talk(question, known, memory)
    finding: Finding | None = told_side(whole, asked.sides, question.asked_in, known)
    if finding is None and asked.alone:
        finding = with_others(question, whole, known)
    if finding is None and asked.at_once:
        finding = at_once(question, lambda one: whole_in_talk(one, known, memory), known)
    return _Turn(question, finding, finding, memory, explained(heard, question)) if finding else None


def _each(heard: Heard, known: Known, memory: Memory, now: float) -> _Turn | None:
    """Two questions of one text, the second with the memory of the first; None where it is one, or that settles neither."""
    texts = halves(heard.tokens, heard.text)
    if not texts:
        return None
    one = _put(texts[0], known, memory)
    records = say(one.finding, one.question, known)[3]
    memory = remembered(memory, one.question, one.finding, records, (), known, now)
    other = _put(texts[1], known, memory)
    both = together(one.finding, other.finding)
    return other._replace(finding=both, how=(*one.how, *other.how)) if both else None


def _headed(heard: Heard, known: Known, memory: Memory) -> _Turn | None:
    """Who heads a house that is only described, in two steps; None where it is no such question, or one step leads nowhere."""
    steps = headed(heard.tokens, heard.text)
    if steps is None:
        return None
    house = one_house(_put(steps.house, known, memory).finding, known)
    if not house:
        return None
    turn = _put(steps.of(known.facts.names[house].name[steps.lang]), known, memory)
    return turn if isinstance(turn.finding, Settled) else None


def _of_whoever(heard: Heard, turn: _Turn, known: Known, memory: Memory) -> _Turn | None:
    """What is told of somebody who is only described, in two steps; None where the question is settled, or one step leads nowhere."""
    if not isinstance(turn.finding, Untold | Corrected) or turn.question.yesno:
        return None
    for steps in islice(described_people(heard.tokens, heard.text, known), _WAYS):
        who = the_one(_put(steps.who, known, Memory()).finding, known)
        if not who:
            continue
        found = _put(steps.of(known.facts.names[who].name[steps.lang]), known, memory)
        if is_of(found.finding, who):
            return found
    return None


_WAYS = 6
"""So many ways of reading a description are tried."""


def _on_day_of(heard: Heard, turn: _Turn, known: Known, memory: Memory) -> _Turn | None:
    """What was on the day of something else, or beside it, in two steps; None where the question is settled, or one step leads nowhere."""
    steps = day_of(heard.tokens, heard.text)
    if steps is None or not (steps.offset or isinstance(turn.finding, Untold)):
        return None
    day = the_day(_put(steps.when, known, memory).finding)
    found = _put(steps.on(day), known, memory) if day else None
    return found if found and (steps.offset or isinstance(found.finding, Settled)) else None


def _pending(heard: Heard, turn: _Turn, known: Known, memory: Memory) -> _Turn | None:
    """Whether something is decided or public at all, by what is told of it; None where that is not asked, or told."""
    asked = what_is_pending(heard.tokens, heard.text, turn.question, turn.finding)
    found = _put(asked, known, memory) if asked else None
    told = whether_settled(found.finding, turn.question.lang) if found else None
    return turn._replace(finding=told, last=told) if told else None


def _said_anything(turn: _Turn, known: Known, memory: Memory) -> _Turn | None:
    """What somebody said of whom it is asked whether he said anything; None where that is not asked, or not told."""
    asked = what_was_said(turn.question, turn.finding)
    found = _put(asked, known, memory) if asked else None
    if found and is_said(found.finding):
        return found
    untold = Untold(Reason.NOT_STATED)
    return turn._replace(finding=untold, last=untold) if found and isinstance(turn.finding, Settled) else None


def _unglued(heard: Heard, turn: _Turn, known: Known, memory: Memory) -> _Turn | None:
    """What comes of Korean typed without spaces that is cut in another way; None where it is understood, or no other way settles it."""
    if not isinstance(turn.finding, Untold) or is_understood(turn.finding):
        return None
    ways = (_put(t, known, memory) for t in unglued(heard.tokens, heard.text, turn.finding.words, known.lexicon))
    return next((way for way in ways if isinstance(way.finding, Settled)), None)


def _respelt(heard: Heard, turn: _Turn, known: Known, memory: Memory) -> _Turn | None:
    """What comes of a question with its slips undone in another way; None where it is understood as it was read, or no other way tells more."""
    if not isinstance(turn.finding, Untold) or (heard.slipped and is_understood(turn.finding)):
        return None
    text, tokens = heard.text, heard.tokens
    if heard.slipped and any(w not in heard.slipped.text for w in turn.finding.words):
        text, tokens = heard.slipped.text, heard.slipped.tokens  # a word was mended to one of which nothing is told
    ways = ((cost, hear(way, known)) for cost, way in respelt(tokens, text, known.lexicon))
    turns = ((cost, _found(way, known, memory)._replace(read_as=way.text)) for cost, way in ways if not way.slipped)
    return likeliest((cost, found.finding, found) for cost, found in turns)


def _loosened(heard: Heard, turn: _Turn, known: Known, memory: Memory) -> _Turn | None:
    """What comes of a question without the words that say little; None where that settles nothing."""
    if not isinstance(turn.finding, Untold):
        return None
    fewer = loosened(heard.tokens, turn.question, turn.finding, known)
    found = _found(replace(heard, tokens=fewer), known, memory) if fewer else None
    if found and holds(found.question, found.finding, turn.question, turn.finding.words, known):
        return found
    return None


def explained(heard: Heard, question: Question) -> tuple[str, ...]:
    """How the question was read, a line for each word that carries meaning."""
    lines = [f"{heard.text}  [{question.lang}]"]
    for item in question.items:
        senses = ", ".join(dict.fromkeys(f"{s.tag} {s.id}".strip() for s in item.senses))
        lines.append(f"{item.text}{f' ({item.role})' if item.role else ''}: {senses}")
    if question.unknown:
        lines.append(f"not accounted for: {', '.join(question.unknown)}")
    return tuple(lines)
