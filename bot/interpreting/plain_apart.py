"""What stands apart from an English question, before or behind it, and is what a pronoun in it stands for: "Kim, what's his job?"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import IS, POSSESSIVES
from bot.language.senses import THERE
from bot.segment import Token

_SUBJECTS = frozenset({"he", "she", "they", "it"})
_HOUSE_AND_NAME = 2


@found_by(*POSSESSIVES, *_SUBJECTS)
def dislocated(tokens: list[Token]) -> list[Token]:
    """ "Kim, what's his job?", "what did he say, the Acme guy?": what opens or ends it apart is what "his" and "he" stand for."""
    tail = _apart_behind(tokens)
    if tail:
        return _put_for_pronoun(tokens[:tail], tokens[tail:])
    helper = next((n for n, t in enumerate(tokens[:-2]) if t.has("auxiliaries")), 0)
    before = [t for t in tokens[:helper] if not t.has("light", "filler", "follow")]
    named = 0 < len(before) <= _HOUSE_AND_NAME and all(t.has("name") for t in before)
    named = named and not any(map(asks, tokens[:helper]))
    if named and tokens[helper + 1].text in _SUBJECTS:
        return [tokens[helper], *before, *tokens[helper + 2 :]]
    asked = next((n for n, t in enumerate(tokens) if t.has("question")), 0)
    pronoun = next((n for n in range(asked + 1, len(tokens)) if tokens[n].text in POSSESSIVES), 0)
    led = [t for t in tokens[:asked] if not t.has("light", "filler", "follow")]
    noun = 0 < pronoun < len(tokens) - 1 and pronoun == asked + 1 + (tokens[asked + 1].text in IS)
    if not asked or not noun or len(led) != 1 or not led[0].has("name"):
        return tokens
    of = tokens[pronoun].leading("of", "of")
    rest = [t for t in tokens[asked:] if t is not tokens[pronoun]]
    behind = [t for t in rest if t.has("confirm")]
    return [*(t for t in rest if t not in behind), of, led[0], *behind]


def _apart_behind(tokens: list[Token]) -> int:
    """Where behind a pause a phrase for a person stands that ends the question: "what did he say, the Acme guy"; 0 where none does."""
    pauses = (n for n in range(1, len(tokens)) if tokens[n].text == "the" and tokens[n].start > tokens[n - 1].end + 1)
    at = next(pauses, 0)
    phrase = tokens[at + 1 :] if at else []
    person = any(t.has("title") or "person" in t.ids("sort") for t in phrase)
    named = any(t.has("name") for t in phrase)
    plain = all(t.has("name", "title", "sort") or t.text in ("of", "from", "at") for t in phrase)
    return at if person and named and plain else 0


def _put_for_pronoun(body: list[Token], phrase: list[Token]) -> list[Token]:
    """A question with a phrase for a person in place of the pronoun that stands for him."""
    at = next((n for n, t in enumerate(body) if t.text in ("he", "she", *POSSESSIVES)), None)
    whom = next((n for n, t in enumerate(body) if t.text in ("him", "her") and n == _behind_verb(body, n)), None)
    if whom is not None:  # "what did he call him, the Acme boss"
        return [*body[:whom], *phrase, *body[whom + 1 :]]
    if at is None:
        return [*body, *phrase]
    if body[at].text not in POSSESSIVES:
        return [*body[:at], *phrase, *body[at + 1 :]]
    return [*body[:at], *body[at + 1 :], body[at].leading("of", "of"), *phrase]


def _behind_verb(body: list[Token], at: int) -> int:
    """The place of a pronoun that stands behind another one and a verb, and so is another person; -1 where it does not."""
    subject = any(t.text in ("he", "she", "they") or t.has("name") for t in body[:at])
    return at if subject and at > 1 and not body[at - 1].has("auxiliaries") else -1


@found_by("it", ends=("it",))
def topic_for_it(tokens: list[Token]) -> list[Token]:
    """ "The Acme talks, who was in it?", "Acme Bolt merger: who signed it": who was in those talks, and who signed that."""
    asked = next((n for n, t in enumerate(tokens) if asks(t)), 0)
    led = [t for t in tokens[:asked] if not t.has("light", "filler", "follow")]
    last = tokens[-1]
    ends = last.text.split()[-1] == "it" and not last.has("name", "confirm") and asked < len(tokens) - 2
    event = any(t.has("kind", "word") for t in led) and not any(t.has("auxiliaries", "tell", "anaphor") for t in led)
    event = event and len(led) <= _TOPIC and not any("person" in t.ids("anaphor") for t in tokens[asked:])
    if not ends or not event or (tokens[-2].text in IS and not last.pieces):
        return tokens
    rest = [*tokens[asked:-1], *last.pieces[:-1]]
    if rest[-1].text == "in" and rest[-2].text in IS:
        rest = [*rest[:-2], replace(rest[-1], text="was in", senses=THERE, pieces=())]
    return [*rest, *led]


_TOPIC = 6
"""Words of what stands before the question at most."""
