"""What some verbs say that mean something else, or nothing, in one construction: "who won", "사표 낸 사람", "is it off"."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import IS
from bot.language.senses import Sense
from bot.segment import Token

_CAME = ("왔", "와", "온", "나왔", "나온", "갔", "간")
"""Korean verbs of coming and going, as they are cut up."""


@found_by(*_CAME)
def came_there(tokens: list[Token]) -> list[Token]:
    """ "회동에 누구누구 왔어", "회동 누가 나왔어": to come to an event is to be there."""
    found = list(tokens)
    for n, asked in enumerate(tokens[1:-1], 1):
        event, verb = tokens[n - 2 if n > 1 and tokens[n - 1].ending == "at" else n - 1], tokens[n + 1]
        noun = event.pieces[-1] if event.pieces else event
        there = noun.has("kind") and not noun.has("verb", "light", "question")
        if there and "who" in asked.ids("question") and verb.text in _CAME:
            found[n + 1] = replace(verb, senses=(Sense("mark", "present"), Sense("verb", "past")), pieces=())
    return found


@found_by("order", "ordered", "orders")
def orders_given(tokens: list[Token]) -> list[Token]:
    """ "Who may order people to leave", "did Kim order it": as a verb, it is no order of things in a row."""
    return [
        replace(t, senses=tuple(s for s in t.senses if s.tag != "mark"))
        if t.text in ("order", "ordered", "orders") and t.has("kind", "part", "asked", "word") and _as_verb(t, before)
        else t
        for t, before in zip(tokens, [None, *tokens], strict=False)
    ]


def _as_verb(token: Token, before: Token | None) -> bool:
    """Whether an English word that may be a noun stands where only a verb does."""
    if before is None:
        return False
    verbal = before.has("auxiliaries", "name") or "who" in before.ids("question") or before.text == "to"
    return verbal or "person" in before.ids("anaphor") or token.text.endswith("ed")


@found_by(tags=("contrary",))
def described_events(tokens: list[Token]) -> list[Token]:
    """ "What was the closed event", "비공개 행사 뭐였어": beside a question word, what an event was only says which one is meant."""
    if not any(map(asks, tokens)):
        return tokens
    found: list[Token] = []
    for token in tokens:
        last = token.pieces[-1] if len(token.pieces) > 1 else None
        event = last is not None and last.has("kind", "noun") and not last.has("verb", "light")
        bare = event and token.has("contrary") and not token.has("name", "kind", "part", "mark", "question", "of_fact")
        found += token.pieces if bare else (token,)
    return found


def twice(tokens: list[Token]) -> list[Token]:
    """ "누가 누가 왔어": a question word said twice over is one, and asks for all."""
    found: list[Token] = []
    for token in tokens:
        again = bool(found) and found[-1].text == token.text and "who" in token.ids("question")
        if again:
            found[-1] = replace(token, text=EVERYONE, start=found[-1].start)
        else:
            found.append(token)
    return found


EVERYONE = "누구누구"


_OFF = frozenset({"off", "over", "done", "finished"})


@found_by(*_OFF)
def said_off(tokens: list[Token]) -> list[Token]:
    """ "Is the strike off?", "was it over by then": behind "is", these say something, and are no courtesy."""
    content = [n for n, t in enumerate(tokens) if not t.has("follow") or t.text in _OFF]
    while len(content) > 3 and tokens[content[-1]].text in _NOW:
        content.pop()
    last = content[-1] if len(content) > 2 else -1
    if last < 0 or tokens[last].text not in _OFF or tokens[content[0]].text not in IS:
        return tokens
    told = tuple(s for s in tokens[last].senses if s.tag not in ("light", "filler", "follow", "prep", "bound"))
    return [replace(t, senses=told) if n == last else t for n, t in enumerate(tokens)]


_NOW = frozenset({"now", "then", "yet", "already", "today", "again"})


_PROGRAMMES = frozenset({"programme", "program", "agenda", "schedule", "lineup", "bill", "menu", "table"})


@found_by(*_PROGRAMMES)
def on_programme(tokens: list[Token]) -> list[Token]:
    """ "What was on the Acme programme?" asks what it was about, and not what Acme is."""
    at = next((n for n, t in enumerate(tokens) if t.text == "on"), 0)
    behind = [t for t in tokens[at + 1 :] if not t.has("name") and t.text != "the"]
    asked = at > 1 and "what" in tokens[at - 2].ids("question") and tokens[at - 1].has("auxiliaries")
    if not asked or len(behind) != 1 or behind[0].text not in _PROGRAMMES:
        return tokens
    return [replace(t, senses=(Sense("part", "about"),), pieces=()) if t is behind[0] else t for t in tokens]


_FIELDS = frozenset(
    {"field", "fielded", "handle", "handled", "tackle", "tackled", "addressed", "dealt with", "parried", "dodged"}
)


@found_by(*_FIELDS)
def fielded(tokens: list[Token]) -> list[Token]:
    """ "Who fielded the question on pay?", "did Kim handle that question?": who answered it."""
    at = next((n for n, t in enumerate(tokens) if n and t.text in _FIELDS), 0)
    asked = [t for t in tokens[at + 1 : at + _NEAR_VERB] if t.text.split()[-1] in ("question", "questions")]
    who = {"who"} & set(tokens[at - 1].ids("question")) or tokens[at - 1].has("name", "anaphor")
    if not at or not asked or not who:
        return tokens
    return [replace(t, senses=(Sense("part", "said"),), pieces=()) if n == at else t for n, t in enumerate(tokens)]


_NEAR_VERB = 6


_ASKED = frozenset({"asked", "asked about", "questioned", "questioned about", "quizzed", "quizzed about", "quizzed on"})


@found_by(*_ASKED, "was asked", "got asked", "were asked")
def was_asked(tokens: list[Token]) -> list[Token]:
    """ "Who was asked about the price?", "who got asked whether it was sold?": who answered that."""
    words = [w for t in tokens[:3] for w in t.text.split()]
    passive = words[:1] == ["who"] and words[1:2] in (["was"], ["got"], ["were"]) and words[2] in _ASKED
    if not passive or len(tokens) < _NEAR + 1 or any(t.text == "by" for t in tokens[2:]):
        return tokens
    at = 1 if len(tokens[1].text.split()) > 1 else 2
    said = replace(tokens[at], text="answered", senses=(Sense("part", "said"),), pieces=())
    behind = tokens[at + 1 :]
    if behind[0].text in ("whether", "if"):
        behind = [t for t in behind if not t.has("auxiliaries")]
    return [tokens[0], said, *(tokens[2].pieces[1:] if at > 1 else ()), *behind]


_NEAR = 3


_ARTICLES = frozenset({"a", "an", "the", "any", "another", "some", "no", "this", "that", "new", "final", "firm"})


@found_by("deal with")
def a_deal_with(tokens: list[Token]) -> list[Token]:
    """ "Did Acme sign a deal with Bolt?": behind an article that is a deal, and not what something deals with."""
    return [
        p
        for n, t in enumerate(tokens)
        for p in (t.pieces if n and t.text == "deal with" and tokens[n - 1].text in _ARTICLES and t.pieces else (t,))
    ]


_REFUSING = frozenset({"refuse", "refused", "refuses", "refusing", "decline", "declined", "declines", "declining"})


@found_by(*_REFUSING)
def refused_to_say(tokens: list[Token]) -> list[Token]:
    """ "Did Kim decline to say more?": to refuse to speak is nothing that was decided; no fact tells it but by that word."""
    found = list(tokens)
    for n, token in enumerate(tokens[:-2]):
        said = (tokens[n + 2], *tokens[n + 2].pieces)
        spoken = tokens[n + 1].text == "to" and any("said" in t.ids("part") for t in said)
        if token.text in _REFUSING and spoken:
            found[n] = replace(token, senses=tuple(s for s in token.senses if s.tag != "contrary"), pieces=())
    return found


_HANDING = frozenset({"show", "give", "hand", "bring", "offer", "send", "lend", "serve"})


@found_by(*_HANDING)
def handed(tokens: list[Token]) -> list[Token]:
    """ "What did Kim show Park?": a verb of handing something over is a deed here, and no courtesy."""
    found = list(tokens)
    for n, token in enumerate(tokens):
        between = n > 1 and tokens[n - 1].has("name") and tokens[n - 2].text == "did"
        if between and token.text in _HANDING and n + 1 < len(tokens) and tokens[n + 1].has("name"):
            senses = tuple(s for s in token.senses if s.tag not in ("light", "tell", "filler"))
            found[n] = replace(token, senses=senses, pieces=())
    return found


_ALL = frozenset({"everything", "all", "anything", "the things", "things", "whatever"})


@found_by(*_ALL)
def everything(tokens: list[Token]) -> list[Token]:
    """ "Everything Kim did that day?", "list all that Kim did" ask what Kim did."""
    first = next((n for n, t in enumerate(tokens) if not t.has("tell", "follow") or t.text in _ALL), len(tokens))
    start = first + 1 + (tokens[first + 1 : first + 2] != [] and tokens[first + 1].text == "that")
    named = next((n for n in range(start, len(tokens)) if tokens[n].has("name", "anaphor")), len(tokens))
    if first + 2 >= len(tokens) or tokens[first].text not in _ALL or named != start:
        return tokens
    did = start + 1
    if did >= len(tokens) or tokens[did].text not in ("did", "does", "do", "has done", "was doing"):
        return tokens
    what, do = (Sense("question", "what"),), tokens[did].senses
    return [
        replace(tokens[first], text="what", senses=what, pieces=()),
        *tokens[start:did],
        replace(tokens[did], text="do", senses=do, pieces=()),
        *tokens[did + 1 :],
    ]


@found_by("won")
def victories(tokens: list[Token]) -> list[Token]:
    """ "Who won the race?": behind somebody "won" is a verb, and no Korean money."""
    found: list[Token] = []
    for token, after in zip_longest(tokens, tokens[1:]):
        who = bool(found) and _may_win(found[-1])
        if token.text == "won" and who and (after is None or after.text != "by"):
            won = tuple(s for s in token.senses if s.tag not in ("sort", "unit") and (s.tag, s.id, s.fact) != _SUM)
            token = replace(token, senses=won)
        found.append(token)
    return found


def _may_win(token: Token) -> bool:
    """Whether a word may be the subject of "won": no figure, nor what asks for one."""
    counts = token.has("number", "unit", "prep", "follow") or token.text in _MUCH
    return not counts and (not token.has("question") or bool(_WHOEVER & set(token.ids("question"))))


_MUCH = frozenset({"the", "a", "korean", "much", "many", "million", "billion", "trillion", "thousand"})


_WHOEVER = frozenset({"who", "which", "what"})


_SUM = ("part", "how_much", "")


_COMES_TO = frozenset(
    {"come to", "comes to", "came to", "amount to", "amounts to", "amounted to", "add up to", "adds up to"}
)


@found_by(*_COMES_TO)
def sums(tokens: list[Token]) -> list[Token]:
    """ "What does it come to", "what did it add up to in dollars" ask how much."""
    asked = next((n for n, t in enumerate(tokens) if "what" in t.ids("question")), len(tokens))
    verb = next((n for n in range(asked, len(tokens)) if tokens[n].text in _COMES_TO), len(tokens))
    behind = [t for t in tokens[verb + 1 :] if not t.has("prep", "light")]
    subject = tokens[asked + 1 : verb]
    whole = len(subject) > 1 and subject[0].has("auxiliaries") and any(t.has("kind", "part") for t in subject[1:])
    if verb == len(tokens) or not whole or any(not t.has("sort", "unit") for t in behind):
        return tokens
    much = (Sense("question", "how_much"),)
    return [
        replace(t, senses=much, pieces=()) if n == asked else t.silenced() if n == verb else t
        for n, t in enumerate(tokens)
    ]


@found_by("서")
def on_coming(tokens: list[Token]) -> list[Token]:
    """ "와서 만난 사람", "앞에 나와서 말했어": to come, before what was done then and with no place, says nothing of its own."""
    return [
        t.silenced()
        if (t.text in ("와", "가") and _leads_to_deed(tokens, n)) or (t.text in _OUT and _leads_to_words(tokens, n))
        else t
        for n, t in enumerate(tokens)
    ]


_OUT = frozenset({"나와", "나가", "앞에 나와", "앞에 나가", "앞에 나서"})


def _leads_to_words(tokens: list[Token], at: int) -> bool:
    """Whether 서 and a verb of saying stand behind a verb of coming out."""
    joined = at + 2 < len(tokens) and tokens[at + 1].text in ("서", "선")
    return joined and any("said" in t.ids("part") and t.has("verb") for t in tokens[at + 2 : at + 4])


def _leads_to_deed(tokens: list[Token], at: int) -> bool:
    """Whether 서 and another verb stand behind a verb that has no place before it."""
    joined = at + 2 < len(tokens) and tokens[at + 1].text == "서" and tokens[at].spaced
    placed = at > 0 and tokens[at - 1].ending in ("at", "to", "into", "from")
    return joined and not placed and any(t.has("verb") and t.has("kind") for t in tokens[at + 2 : at + 5])


@found_by("데", "cost")
def costs(tokens: list[Token]) -> list[Token]:
    """ "짓는 데 얼마 들었어", "what will the bridge cost": what something costs is asked, and no place and no thing."""
    asked = next((n for n, t in enumerate(tokens) if "what" in t.ids("question") and t.text.isascii()), -1)
    helped = any(t.has("auxiliaries", "filler") for t in tokens[asked + 1 : -1])
    if asked >= 0 and tokens[-1].text == "cost" and helped and tokens[-2].text not in ("the", "a"):
        much = (Sense("question", "how_much"),)
        return [replace(t, senses=much, pieces=()) if n == asked else t for n, t in enumerate(tokens)]
    return [
        t.silenced()
        if t.text == "데"
        and any(a.has("question") and {"how_much", "how_long"} & set(a.ids("question")) for a in tokens[n + 1 : n + 3])
        else t
        for n, t in enumerate(tokens)
    ]


@found_by("자고", "자는", "하자고")
def proposals(tokens: list[Token]) -> list[Token]:
    """What somebody proposed was not done by that ("누가 만나자고 했어"): there the verb is a word of no fact."""
    found = list(tokens)
    for at, token in enumerate(tokens[:-2]):
        after = tokens[at + 2]
        if token.has("kind") and tokens[at + 1].text in ("자고", "자는") and after.text[:1] in tuple("하한했함해할제"):
            text = token.text + tokens[at + 1].text
            found[at] = replace(token, text=text, end=tokens[at + 1].end, senses=(), pieces=())
        if (
            token.text == "하자고"
            and tokens[at + 1].text[:1] in tuple("한했해할제")
            and any(t.has("kind", "word") for t in tokens[:at])
        ):
            found[at] = replace(token, senses=(), pieces=())  # "회동 누가 하자고 했어"
    return found


_CARRYING = (
    "낸",
    "냈",
    "내는",
    "던진",
    "던졌",
    "던지",
    "내건",
    "내걸",
    "세운",
    "세웠",
    "거둔",
    "거뒀",
    "벌인",
    "벌였",
    "치른",
    "치렀",
)
"""How Korean verbs begin that only carry out what the noun before them says."""


@found_by(begins=_CARRYING)
def carried_out(tokens: list[Token]) -> list[Token]:
    """ "사표 낸 사람", "내건 조건": beside a noun of the base such a verb only says that it was done."""
    found: list[Token] = []
    for token, after in zip_longest(tokens, tokens[1:]):
        before = found[-2] if len(found) > 1 and found[-1].ending == "object" else found[-1] if found else None
        beside = [t for t in (before, after) if t is not None and not t.has("name", "question", "verb")]
        if token.text.startswith(_CARRYING) and not _is_deed(token) and any(map(_is_deed, beside)):
            verb = tuple(s for s in token.senses if s.tag == "verb") or (Sense("verb", "past"),)
            token = replace(token, senses=(Sense("light", ""), *verb), pieces=())
        found.append(token)
    return found


def _is_deed(token: Token) -> bool:
    """Whether a word is the author's own for a kind of fact, or for a part of one kind."""
    return any(not s.like and (s.tag == "kind" or (s.tag == "part" and bool(s.fact))) for s in token.senses)


_INTO_WHAT = frozenset({"뭐", "무엇", "머", "뭣"})


_FOR_WHAT = frozenset({"뭐 하는 데", "뭐하는 데", "무엇을 하는 데", "뭘 하는 데"})


@found_by("어디", *_INTO_WHAT, *_FOR_WHAT)
def used_for(tokens: list[Token]) -> list[Token]:
    """ "돈을 뭐에 써", "무엇에 그 기술을 쓴대", "어디에 쓰는 돈": what something is used for is asked, and nothing that it stands in."""
    tokens = _what_that_does(tokens)
    at = next((n for n in range(len(tokens) - 2) if _is_into(tokens[n : n + 3])), None)
    verbs = [t for t in tokens[(at or 0) + 2 :] if t.ending is None and not t.has("confirm", "tell")]
    if at is None or not verbs or not verbs[-1].text.startswith(_USING):
        return tokens
    why = replace(tokens[at], text="왜", senses=(Sense("question", "why"),), pieces=())
    used = replace(verbs[-1], senses=(*verbs[-1].senses, Sense("light", "")))
    rest = [*tokens[:at], *tokens[at + 2 :]]
    verb = rest.index(verbs[-1])
    return [*rest[:verb], why, used, *rest[verb + 1 :]]


def _what_that_does(tokens: list[Token]) -> list[Token]:
    """ "뭐 하는 데 쓰여", "뭐하는 데에 쓰는 돈": right before a verb of use, that is 뭐에."""
    for at in range(len(tokens) - 1):
        placed = at + 2 < len(tokens) and tokens[at + 1].ending == "at"
        verb = tokens[at + 1 + placed]
        if tokens[at].text in _FOR_WHAT and verb.ending is None and verb.text.startswith(_USING):
            what = replace(tokens[at], text="뭐", senses=(Sense("question", "what"),), pieces=())
            into = Token("에", what.end, what.end, ending="at", spaced=False)
            return [*tokens[:at], what, into, *tokens[at + 1 + placed :]]
    return tokens


def _is_into(tokens: list[Token]) -> bool:
    """Whether 뭐 stands here in what something goes into, or 어디 with a verb of use right behind."""
    asking, particle, behind = tokens
    into = asking.text in _INTO_WHAT or (asking.text == "어디" and behind.text.startswith(_USING))
    return into and particle.ending == "at"


_USING = ("쓰", "쓴", "써", "썼", "쓸", "사용", "이용", "활용")
