"""What English speakers put around a question inside its sentence: "who did you say …", "any idea if …", "so Kim met Park?"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.asker import tells_what_he_heard
from bot.interpreting.clipped import (
    name_behind,
    nouns_in_ing,
    paid,
    quoted_from,
    trade_of,
    what_sets_apart,
    which_they_did,
    without_asker,
)
from bot.interpreting.cues import found_by, put_by
from bot.interpreting.interrogatives import BE, asks, is_light
from bot.language.english import MAY, is_past
from bot.language.senses import Sense
from bot.segment import Token


def unframed(tokens: list[Token], text: str) -> list[Token]:
    """The words of a question without such a frame; one that asks for yes or no leaves "is it true that" in its place."""
    if not tokens or not tokens[0].text.isascii():
        return tokens
    tokens = _excused(without_asker(_announced(tokens, text), text), text)
    tokens = put_by(FRAMES, _named_behind(_asked_behind(tokens, text), text))
    if any(map(asks, tokens)):
        return tokens
    if tokens[-1].has("confirm") and text.rstrip("?! ")[: tokens[-1].start].rstrip().endswith(
        (".", "?", "!", ";", "-")
    ):
        return [*tokens[:-1], replace(tokens[-1], senses=(Sense("confirm", ""),))]  # "… opened it. True?"
    begin = _behind_whether(tokens) or _behind_claim(tokens) or (_stated(tokens, text) if text.endswith("?") else None)
    return tokens if begin is None else [_is_it_true(tokens[begin]), *tokens[begin:]]


def _announced(tokens: list[Token], text: str) -> list[Token]:
    """ "I'm making a timeline: when did they meet?": what somebody says before a colon of what he is about is no part of it."""
    if not _is_about(tokens[0]):
        return tokens
    at = next((n for n in range(1, len(tokens)) if ":" in text[tokens[n - 1].end : tokens[n].start]), 0)
    led = tokens[:at]
    apart = at and asks(tokens[at]) and not any(t.has("name", "number", "when") or asks(t) for t in led)
    return tokens[at:] if apart else tokens


def _is_about(token: Token) -> bool:
    """Whether somebody begins to say what he himself is doing: "I'm writing", "we are"."""
    return token.text.split()[0] in ("i'm", "im", "we're", "i", "we")


def _is_it_true(before: Token) -> Token:
    """A word that asks whether what follows is so."""
    return Token("is it true that", before.start, before.end, (Sense("confirm", ""),))


_REGRETS = ("apolog", "sorry", "thank")


@found_by(begins=_REGRETS)
def _of_regret(tokens: list[Token]) -> list[Token]:
    """ "Did Kim apologise for it?", "did she say sorry?": what somebody is asked to have done is no courtesy of the asker."""
    at = next((n for n, t in enumerate(tokens) if t.text.startswith(_REGRETS)), 0)
    before = tokens[:at]
    near = at == 2 or (at == 3 and tokens[2].text in ("say", "ever", "even"))
    done = near and before[0].has("auxiliaries") and before[0].text in ("did", "does", "has", "have", "will")
    somebody = done and (before[1].has("name") or bool({"person", "pair"} & set(before[1].ids("anaphor"))))
    return [*before, replace(tokens[at], senses=(), pieces=()), *tokens[at + 1 :]] if somebody else tokens


@found_by("hear", "heard")
def _of_hearing(tokens: list[Token]) -> list[Token]:
    """ "When will the court hear the case?": what another than the asker is to hear is no courtesy of the asker."""
    at = next((n for n, t in enumerate(tokens) if t.text in ("hear", "heard")), 0)
    before = [t for t in tokens[:at] if t.text not in ("the", "ever", "already")]
    helped = (
        len(before) > 1 and before[-2].has("auxiliaries") and before[-1].has("name", "noun", "title", "word", "part")
    )
    if not helped or before[-1].has("auxiliaries", "anaphor", "light", "question"):
        return tokens
    left = tuple(s for s in tokens[at].senses if s.tag not in ("light", "filler", "tell"))
    return [*tokens[:at], replace(tokens[at], senses=left, pieces=()), *tokens[at + 1 :]]


def _excused(tokens: list[Token], text: str) -> list[Token]:
    """ "Sorry, who opened it?": an excuse is no deed that a base may tell of."""
    excuse = tokens[0].has("filler", "light") and tokens[0].has("follow") and tokens[0].has("kind", "part")
    if (
        not excuse
        or len(tokens) < 3
        or not asks(tokens[1])
        or text[tokens[0].end : tokens[0].end + 1] not in (",", ".")
    ):
        return tokens
    return [replace(tokens[0], senses=tuple(s for s in tokens[0].senses if s.tag in _COURTESY)), *tokens[1:]]


_COURTESY = ("light", "filler", "follow", "confirm", "chat")


_TELLING = frozenset({"state", "mention", "report", "cite", "specify", "indicate"})


@found_by(*_TELLING, "know")
def _ordered(tokens: list[Token]) -> list[Token]:
    """ "State the title of Kim", "do we know Kim's title?": that is to be told, whatever else the verb may mean."""
    words = [t.text for t in tokens[:3]]
    if len(tokens) < 4:
        return tokens
    if words[0] in _TELLING and words[1] == "the" and tokens[2].has("part", "sort"):
        return [replace(tokens[0], senses=(Sense("tell", ""), Sense("light", "")), pieces=()), *tokens[1:]]
    known = words[0] in ("do", "does") and words[1] in _ANYBODY and words[2] == "know"
    noun = tokens[3].text == "the" or (tokens[3].has("name") and tokens[-1].has("part"))
    if known and noun and not any(map(asks, tokens)) and _states(tokens[3:]) is None:
        return [replace(tokens[2], senses=(Sense("tell", ""), Sense("light", "")), pieces=()), *tokens[3:]]
    return tokens


_ANYBODY = frozenset({"we", "you", "they", "anyone", "anybody"})


def _named_behind(tokens: list[Token], text: str) -> list[Token]:
    """ "The hall where they met, what's it called?": the hall is asked for, as without the rest."""
    at = next(
        (n for n in range(3, len(tokens)) if text[tokens[n - 1].end : tokens[n].start].strip() in (",", "-", "–", ":")),
        0,
    )
    tail = " ".join(t.text for t in tokens[at:]).replace("what's", "what is").replace("what it", "what is it")
    joined = any(t.text in ("where", "that", "which", "who") for t in tokens[2:at])
    return tokens[:at] if at and joined and tokens[0].text == "the" and tail in _NAMINGS else tokens


_NAMINGS = frozenset(
    {"what is it called", "what is it", "which is it", "what is its name", "which one is it", "which one"}
)


@found_by(within=(" did what ",))
def _did_what(tokens: list[Token]) -> list[Token]:
    """ "Kim did what in Lyon?": what Kim did there is asked."""
    at = next((n for n in range(1, len(tokens) - 1) if [t.text for t in tokens[n : n + 2]] == ["did", "what"]), 0)
    if not at or not all(map(_names_doer, tokens[:at])) or not any(t.has("name") for t in tokens[:at]):
        return tokens
    did, what = tokens[at : at + 2]
    do = what.helping("do")
    return [what, did, *tokens[:at], do, *tokens[at + 2 :]]


@found_by("whose")
def _in_whose_company(tokens: list[Token]) -> list[Token]:
    """ "In whose company did Kim come?": with whom."""
    at = next((n for n in range(1, len(tokens) - 1) if [t.text for t in tokens[n - 1 : n + 2]] in _BESIDE_WHOM), 0)
    if not at:
        return tokens
    with_ = tokens[at - 1].leading("with", "with")
    return [*tokens[: at - 1], with_, replace(tokens[at], text="whom", senses=_WHO, pieces=()), *tokens[at + 2 :]]


_BESIDE_WHOM = (["in", "whose", "company"], ["at", "whose", "side"], ["by", "whose", "side"])
_WHO = (Sense("light", ""), Sense("question", "who"))


def _asked_behind(tokens: list[Token], text: str) -> list[Token]:
    """ "The day Kim came was which?", "Kim said something. What?": the question word at the end asks for what is named before."""
    last = tokens[-1]
    if len(tokens) < 4 or last.text not in _ENDS or not last.has("question") or any(map(asks, tokens[:-1])):
        return tokens
    named = tokens[-2].text in ("is", "was") and tokens[0].text == "the" and tokens[1].text in _ASKED_BY
    if named and tokens[2].text not in ("of", "is", "was"):
        return tokens[:-2]
    some = next((n for n, t in enumerate(tokens) if t.text in _SOME), None)
    apart = text[tokens[-2].end : last.start].strip() in (".", ";", "-", ",", "…", "...")
    if not apart or some is None:
        return tokens
    did = last.helping("did")
    led = [replace(t, text="do") if t.text == "did" else t for t in tokens[:some]]
    return [last, *([did, *led] if led else []), *tokens[some + 1 : -1]]


_ENDS = frozenset({"what", "which", "when", "where", "who", "whom"})
_SOME = frozenset({"something", "someone", "somebody", "somewhere"})


_ASKED_BY = {
    "reason": "why", "cause": "why", "day": "when", "date": "when", "moment": "when", "place": "where", "location": "where",
    "venue": "where", "way": "how", "manner": "how", "amount": "how_much", "sum": "how_much",
}  # fmt: skip
"""The question word that an English noun stands for, before a clause."""


@found_by(*_ASKED_BY)
def _head_of_clause(tokens: list[Token]) -> list[Token]:
    """ "The reason Kim opened it", "the day that Kim opened it": that is asked by the word for it."""
    words = [t.text for t in tokens[:3]]
    asked = _ASKED_BY.get(words[1], "") if words[:1] == ["the"] and len(tokens) > 3 else ""
    start = 2 + (tokens[2].text in ("that", "why", "when", "where")) if asked else 0
    if not asked or any(map(asks, tokens[start:])) or not _is_clause(tokens[start:]):
        return tokens
    return [
        tokens[1].asking(asked.replace("_", " ")),
        *tokens[start:],
    ]


def _is_clause(tokens: list[Token]) -> bool:
    """Whether a statement stands here, in the active or with a form of "be"."""
    named = bool(tokens) and (tokens[0].text == "the" or tokens[0].has("name"))
    return named and (_states(tokens) is not None or any(t.text in BE for t in tokens[1:]))


@found_by(within=(" did you say ",))
def _said_before(tokens: list[Token]) -> list[Token]:
    """ "Who did you say opened it?", "which firm did you say Acme bought?": that it was said before says nothing of it."""
    words = [t.text for t in tokens]
    at = next((n for n in range(1, len(words) - 3) if words[n : n + 3] == ["did", "you", "say"]), 0)
    if not at or not any(map(asks, tokens[:at])) or tokens[at + 3].has("prep"):
        return tokens
    end = at + 3 + (words[at + 3] == "that")
    return [*tokens[:at], *tokens[end:]]


@found_by(begins=("any", "is there"))
def _answerable(tokens: list[Token]) -> list[Token]:
    """ "Is there anything on who opened it?", "any word about when it was": whatever is told of that is asked for."""
    at = next((n for n, t in enumerate(tokens) if asks(t)), 0)
    about = at > 1 and tokens[at - 1].text in ("on", "about", "regarding")
    opens = about and " ".join(t.text for t in tokens[: at - 1]).startswith(_ANY) and all(map(is_light, tokens[:at]))
    return tokens[at:] if opens else tokens


_ANY = ("is there any", "any ", "anything", "is there something", "is there info", "is there a word")


@found_by("i", "we")
def _handed_over(tokens: list[Token]) -> list[Token]:
    """ "Can I have the name of the reporter?", "may we get the date": the name, the date."""
    if tokens[0].text not in MAY or len(tokens) <= _ASKED_FOR or tokens[1].text not in ("i", "we"):
        return tokens
    at = 2 + (tokens[2].text in ("please", "just", "also", "pls"))
    that = next((n for n in range(at + 1, min(at + 5, len(tokens) - 2)) if tokens[n].text == "that"), 0)
    if tokens[at].text.split()[0] in _REPORTING and that:
        end = next((n for n in range(that + 2, len(tokens)) if "either" in tokens[n].ids("mark")), len(tokens))
        return [_is_it_true(tokens[0]), *tokens[that + 1 : end]]  # "may I write that he won, or is it only said so"
    told = any(w in _TOLD_OF_IT for t in tokens[at + 1 : at + 1 + _ASKED_FOR] for w in t.text.split())
    return tokens[at + 1 :] if tokens[at].text in ("have", "get") and told else tokens


_REPORTING = frozenset({"write", "say", "report", "state", "tell", "assume", "claim"})
_ASKED_FOR = 4
"""Words behind "have" in which it stands what is asked for."""
_TOLD_OF_IT = frozenset(
    {
        *("name", "names", "address", "date", "time", "venue", "location", "list", "length"),
        *("title", "headline", "details", "summary", "amount", "figure", "price", "floor", "room", "reason", "gist"),
    }
)


@found_by("responsible for")
def _of_deed(tokens: list[Token]) -> list[Token]:
    """ "Who was responsible for opening it?": who did it is asked, and no title."""
    at = next((n for n, t in enumerate(tokens[:-1]) if t.text == "responsible for"), 0)
    deed = at and tokens[at + 1].text.split()[0].endswith("ing") and not tokens[at + 1].has("name")
    return [*tokens[:at], *tokens[at + 1 :]] if deed else tokens


@found_by("be")
def _supposed(tokens: list[Token]) -> list[Token]:
    """ "Who would Kim be?" asks who Kim is."""
    ends = len(tokens) > 3 and tokens[-1].text == "be" and tokens[-2].has("name", "title")
    if (
        not ends
        or tokens[1].text not in ("would", "might", "could")
        or not {"who", "what"} & set(tokens[0].ids("question"))
    ):
        return tokens
    return [tokens[0], replace(tokens[1], text="is"), *tokens[2:-1]]


def _behind_whether(tokens: list[Token]) -> int | None:
    """Index of what is asked behind "I wonder whether", "any idea if", "can you tell me if"; None where nothing leads up to it."""
    at = next((n for n, t in enumerate(tokens) if t.text.split()[-1] in ("whether", "if")), len(tokens))
    alone = tokens[at].text in ("whether", "if") if at < len(tokens) else False
    if at + 2 > len(tokens) - 1 or (alone and not at) or not all(map(_leads_up, tokens[: at + 1])):
        return None
    return at + 1


@found_by(ends=("whether", "if"))
def _with_clause_of_time(tokens: list[Token]) -> list[Token]:
    """ "I wonder if Kim came alone when she met Park": "when" asks for no time behind what is to be confirmed."""
    begin = _behind_whether(tokens)
    asked = [n for n, t in enumerate(tokens) if asks(t)]
    if begin is None or not asked or any(tokens[n].text != "when" or n < begin + 2 for n in asked):
        return tokens
    if any(t.has("tell") or t.text == "you" for t in tokens[begin : asked[0]]):
        return tokens  # "I wonder if you know when they met"
    return [t.silenced() if n in asked else t for n, t in enumerate(tokens)]


def _behind_claim(tokens: list[Token]) -> int | None:
    """Index of what is stated behind "right," or "true or false:"."""
    claimed = tokens[0].text in ("right", "true or false", "yes or no") and len(tokens) > 2
    return 1 if claimed and _states(tokens[1:]) is not None else None


_CLAIMING = frozenset({"claims", "says", "said", "insists", "thinks", "believes", "claimed", "told me", "say"})


@found_by(*_CLAIMING)
def _as_told(tokens: list[Token]) -> list[Token]:
    """ "My boss claims that Kim opened it, is he right?": what is claimed is asked about, and not who claims it."""
    told = tells_what_he_heard(tokens[0]) and len(tokens) > 1 and tokens[1].text in _CLAIMING
    start = 2 + (len(tokens) > 3 and tokens[2].text == "that")
    stated = told and len(tokens) > 4 and tokens[-1].has("confirm") and _states(tokens[start:]) is not None
    return tokens[start:] if stated else tokens


def _leads_up(token: Token) -> bool:
    """Whether a word only leads up to a question."""
    return is_light(token) or token.has("filler")


def _states(tokens: list[Token]) -> int | None:
    """Index at which a statement begins, of somebody who did something to something: "so Acme bought Bolt?"; else None."""
    begin = next((n for n, t in enumerate(tokens) if not t.has("follow", "filler")), 0)
    verb = next((n for n in range(begin, len(tokens)) if not _names_doer(tokens[n])), begin)
    doers = any(t.has("name") for t in tokens[begin:verb]) or tokens[begin].text == "the"  # "firms invited to Lyon?"
    did = (
        tokens[verb].has("kind")
        and not tokens[verb].has("name", "auxiliaries")
        and is_past(tokens[verb].text.split()[0])
    )
    said = [p for t in tokens[verb:] for p in (t.pieces or (t,))][1:]
    return (
        begin if doers and did and any(t.has("name", "kind", "noun", "word", "number", "when") for t in said) else None
    )


def _stated(tokens: list[Token], text: str) -> int | None:
    """The same, but for what somebody has: "Acme's invited guests?" states nothing."""
    begin = _states(tokens)
    verb = next((t for t in tokens[begin or 0 :] if not _names_doer(t)), tokens[-1])
    return None if text[: verb.start].rstrip().endswith(("'s", "\u2019s")) else begin


def _names_doer(token: Token) -> bool:
    """Whether a word may stand in an English subject that is named."""
    return token.has("name", "noun", "title") or token.text in ("the", "and", "of", "&")


FRAMES = (
    _of_regret,
    _of_hearing,
    _as_told,
    _in_whose_company,
    _did_what,
    _head_of_clause,
    _ordered,
    _supposed,
    _of_deed,
    _handed_over,
    _answerable,
    _said_before,
    _with_clause_of_time,
    which_they_did,
    name_behind,
    quoted_from,
    paid,
    nouns_in_ing,
    trade_of,
    what_sets_apart,
)
"""What stands around a question, and what it is put in, one after another."""
