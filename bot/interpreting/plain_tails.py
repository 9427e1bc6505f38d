"""What a question word that English questions end in asks of what stands before it: "did Kim bring anyone, and who?", "how many towns and which ones"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks, opens_yesno
from bot.language.english import IS, SOMEBODY
from bot.language.senses import Sense
from bot.question import PLACES
from bot.segment import Token

_JOINTS = frozenset({"and", "if so", "and if so"})
_SOMETHING = frozenset({"anything", "something"})
_SOMEWHERE = frozenset({"anywhere", "somewhere"})
_UNTOLD = {"who": SOMEBODY, "what": _SOMETHING, "where": _SOMEWHERE}
"""Words for what is not named, by the question word that asks for it."""
_OF_SEVERAL = frozenset({"a", "an", "any", "some", "the same"})
_WHICH = frozenset({"which", "which one", "which ones", "what", "which is it"})


def tail_of(tokens: Sequence[Token]) -> int:
    """Where the "and" or "if so" stands with no more than a question word behind it that ends the text; 0 where none does."""
    asked = len(tokens) - 1
    while asked > 0 and (tokens[asked].text in ("one", "ones", "exactly") or not asks(tokens[asked])):
        if tokens[asked].text not in ("one", "ones", "exactly"):
            return 0
        asked -= 1
    joint = asked - 1 - bool(tokens[asked - 1 : asked] and tokens[asked - 1].has("prep"))
    if joint < 1 or tokens[joint].text not in _JOINTS:
        return 0
    return joint - (tokens[joint - 1].text in _JOINTS)


@found_by(*SOMEBODY, *_SOMETHING, *_SOMEWHERE, *_OF_SEVERAL, "if so")
def and_which(tokens: list[Token]) -> list[Token]:
    """ "Did Kim bring anyone, and who?", "were both in a hall, and which?": who that was, and in which hall they were."""
    at = tail_of(tokens)
    body = tokens[:at]
    if not at or any(map(asks, body)):
        return tokens
    asked = next(t for t in tokens[at:] if asks(t))
    put = _put_for_untold(body, asked) if opens_yesno(body) else None
    if put is not None:
        return put
    if not any(t.text == "if so" for t in tokens[at:]):
        return tokens
    circumstance = asked.text in ("where", "when", "why", "how") and body[0].has("auxiliaries")
    return [asked, *body] if circumstance else body  # who, the answer tells


def _put_for_untold(body: list[Token], asked: Token) -> list[Token] | None:
    """A question with its question word in place of "anyone", and "which" in place of "a"; None where nothing stands untold."""
    untold = _UNTOLD.get(asked.ids("question")[0], frozenset())
    body = [w for t in body for w in (t.pieces if untold & {p.text for p in t.pieces} else (t,))]
    left = next((n for n, t in enumerate(body) if t.text in untold), 0)
    if left:
        return [asked, *body[:left], *body[left + 1 :]]
    last = max((n for n, t in enumerate(body[:-1]) if t.text in _OF_SEVERAL), default=0)
    noun = body[last + 1] if last else None
    if noun is None or asked.text not in _WHICH or noun.has("name") or not noun.has("noun", "sort", "part"):
        return None
    which = asked.asking("which")
    led = last - (body[last - 1].has("prep") and not body[last - 1].has("auxiliaries"))
    return [*body[led:last], which, noun, *body[:led], *body[last + 2 :]]


@found_by("which", "which ones", "what are they", "which are they")
def count_and_which(tokens: list[Token]) -> list[Token]:
    """ "How many towns and which ones did Kim visit": how many, of which it is told which they are."""
    if len(tokens) < _COUNTED or "how_many" not in tokens[0].ids("question"):
        return tokens
    tail = tail_of(tokens)
    if tail and PLACES & set(tokens[1].ids("sort")) and "which" in tokens[tail + 1].ids("question"):
        return tokens[:tail]
    joint = next((n for n in (2, 3) if tokens[n].text == "and"), 0)
    noun = tokens[joint - 1] if joint else None
    if noun is None or not noun.has("sort", "noun", "part") or "person" in noun.ids("sort"):
        return tokens
    end = joint + 2 + (tokens[joint + 2 : joint + 3] != [] and tokens[joint + 2].text in ("one", "ones"))
    which = "which" in tokens[joint + 1].ids("question")
    return [*tokens[:joint], *tokens[end:]] if which and end < len(tokens) else tokens


_COUNTED = 5
"""Words at least: how many, what, and which, and what was done with them."""


@found_by("name", "list")
def others_to_name(tokens: list[Token]) -> list[Token]:
    """ "Name the other two at the meeting", "list two others who met Kim": who else was there."""
    at = next((n for n, t in enumerate(tokens[1:4], 1) if "else" in t.ids("mark")), 0)
    if not at or len(tokens) <= at + 2 or tokens[0].text not in ("name", "list"):
        return tokens
    behind = [n for n, t in enumerate(tokens) if t.text == "who"]
    if behind:
        return [tokens[behind[0]], tokens[at], *tokens[behind[0] + 1 :]]
    people = all(t.has("number", "sort", "unit", "light") for t in tokens[1 : at + 2] if "else" not in t.ids("mark"))
    return [tokens[0].asking("who"), tokens[0].helping("were"), *tokens[1:]] if people else tokens


@found_by("or")
def kinds_offered(tokens: list[Token]) -> list[Token]:
    """ "Is Acme a bank, a fund or a shop?": what it is."""
    end = next((n for n in range(1, min(len(tokens), _NAMED)) if tokens[n].text in ("a", "an")), 0)
    subject = [t for t in tokens[1:end] if t.text != "the"]
    named = bool(subject) and all(t.has("name") for t in subject) and tokens[0].text in IS
    either = any("either" in t.ids("mark") for t in tokens[end:])
    kinds = [t for t in tokens[end:] if t.text not in ("a", "an") and "either" not in t.ids("mark")]
    articles = sum(t.text in ("a", "an") for t in tokens[end:])
    plain = not any(t.has("name", "auxiliaries", "prep", "question") and not t.has("noun") for t in kinds)
    if not (end and named and either and plain) or len(kinds) > articles + 1:
        return tokens
    what = Token("what", tokens[0].start, tokens[0].end, (Sense("question", "what"),))
    return [what, *tokens[:end]]


@found_by("who")
def who_is_behind(tokens: list[Token]) -> list[Token]:
    """ "The AI chief at Acme, who's that?", "the Acme AI chief is who": who that is."""
    who = max((n for n, t in enumerate(tokens) if t.text == "who"), default=0)
    if not who:
        return tokens
    body = tokens[: who - 1] if tokens[who - 1].text in IS else tokens[:who]
    tail = [t for t in tokens[who + 1 :] if t.text not in IS]
    pointing = all(t.text in _POINTING for t in tail) and len(tail) <= 1
    said = sum(t.has(*_CALLED) for t in body)
    plain = all(t.has(*_CALLED, "light", "prep") and not t.has("auxiliaries", "anaphor", "tell") for t in body)
    asked = [tokens[who], tokens[who].helping("is"), *body]
    return asked if pointing and said > 1 and plain else tokens


_CALLED = ("name", "title", "of_fact")
_POINTING = frozenset({"that", "this", "he", "she", "it", "they"})
_NAMED = 5
"""Where the first kind that is offered begins at the latest."""
_TURNED = frozenset({"round", "around"})


@found_by("versa", "vice versa", "reverse", "opposite", *_TURNED, ends=("round", "around"))
def or_vice_versa(tokens: list[Token]) -> list[Token]:
    """ "Was he in Rome before Paris or the other way round?": whether it was so."""
    either = max((n for n, t in enumerate(tokens) if "either" in t.ids("mark")), default=0)
    words = " ".join(t.text for t in tokens[either + 1 :])
    turned = words.removeprefix("was it ").removeprefix("the ") in _REVERSES
    return tokens[:either] if either > 1 and turned and tokens[0].has("auxiliaries") else tokens


_REVERSES = frozenset(
    {"other way round", "other way around", "other way", "vice versa", "reverse", "opposite", "reverse order"}
)


@found_by("so", "right", "true", "correct", "yes", "yeah")
def stated(tokens: list[Token]) -> list[Token]:
    """ "The talks were in Rome, right?", "so it was Kim who called?": whether they were."""
    lead = int(tokens[0].text == "so")
    tag = int(len(tokens) > _LEAST_STATED and tokens[-1].text in _TAGS and tokens[-1].has("confirm"))
    said = tokens[lead : len(tokens) - tag]
    words = [w for t in said for w in (t.pieces if t.pieces and t.pieces[0].text in IS else (t,))]
    at = next((n for n, w in enumerate(words[:_LONGEST_SUBJECT]) if w.text in IS), 0)
    subject = words[:at]
    if at and (subject[0].has("prep") or words[-1].text == "or"):
        return tokens  # "in which photo is he left or right"
    cleft = at == 1 and subject[0].text == "it" and any(w.text in ("who", "that") for w in words)
    named = subject and all(w.has(*_NAMING) and not asks(w) and not w.has("auxiliaries", "verb") for w in subject)
    if not (lead or tag) or not named or (any(map(asks, words)) and not cleft) or at + 1 == len(words):
        return tokens
    if not cleft and not any(w.has("name", "noun", "number") for w in subject):
        return tokens
    return [words[at], *subject, *words[at + 1 :]]


_LEAST_STATED = 3
_LONGEST_SUBJECT = 6
_TAGS = frozenset({"right", "true", "correct", "yes", "yeah"})
_NAMING = ("name", "noun", "kind", "title", "light", "number", "unit", "anaphor", "word", "part")
