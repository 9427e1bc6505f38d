"""What some verbs say that mean something else, or nothing, in one construction: "사표 낸 사람", "is it off", "all that Kim did"."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from bot.interpreting.cues import found_by
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


_ARTICLES = frozenset({"a", "an", "the", "any", "another", "some", "no", "this", "that", "new", "final", "firm"})


@found_by("deal with")
def a_deal_with(tokens: list[Token]) -> list[Token]:
    """ "Did Acme sign a deal with Bolt?": behind an article that is a deal, and not what something deals with."""
    return [
        p
        for n, t in enumerate(tokens)
        for p in (t.pieces if n and t.text == "deal with" and tokens[n - 1].text in _ARTICLES and t.pieces else (t,))
    ]


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
    return [
        tokens[first].asking("what"),
        *tokens[start:did],
        replace(tokens[did], text="do", pieces=()),
        *tokens[did + 1 :],
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


@found_by("자고", "자는", "하자고")
def proposals(tokens: list[Token]) -> list[Token]:
    """What somebody proposed was not done by that ("누가 만나자고 했어"): there the verb is a word of no fact."""
    found = list(tokens)
    for at, token in enumerate(tokens[:-1]):
        after = tokens[min(at + 2, len(tokens) - 1)]
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


_SETTLED = frozenset({"확정", "결정", "결론", "매듭", "마무리", "합의"})
_CLOSING_VERBS = ("지었", "지은", "짓", "지어", "짓는", "지을")
"""Forms of the Korean verb that, behind a noun for an end or a decision, says that one came to it."""


@found_by(within=_CLOSING_VERBS)
def settled_so(tokens: list[Token]) -> list[Token]:
    """ "확정지었어", "결론 지은 거 있어": behind such a noun the verb only says that it was done."""
    found: list[Token] = []
    for token in tokens:
        one = len(token.pieces) == 2 and token.pieces[0].text in _SETTLED and token.pieces[1].text in _CLOSING_VERBS
        apart = bool(found) and found[-1].text in _SETTLED and token.text in _CLOSING_VERBS
        if one:
            done = Sense("verb", "past")
            found.append(replace(token.pieces[0], end=token.end, senses=(*token.pieces[0].senses, done)))
        else:
            found.append(token.silenced() if apart else token)
    return found
