"""Two questions in one text, each with a verb of its own: "where was it and what did he say?", "누구를 만났고 뭐라고 했어?"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from bot.finding import Finding, Settled, Several, Untold
from bot.interpreting.interrogatives import asks, opens_yesno
from bot.interpreting.plain_tails import and_which
from bot.language.korean import EACH
from bot.segment import Token
from bot.turn import Reason


def halves(tokens: Sequence[Token], text: str) -> tuple[str, ...]:
    """The texts of the two questions; empty where it is one."""
    if apart := _severally(tokens, text):
        return apart
    if len(tokens) > _CLAUSE and _tail_behind(tokens[:-1], tokens[-1:], text):
        return text[: tokens[-1].start].rstrip(" ,?") + "?", text[tokens[-1].start :]
    for at in range(2, len(tokens) - 1):
        first, second = tokens[:at], tokens[at:]
        if _next_sentence(first, second, text):
            return text[: first[-1].end] + "?", text[tokens[at].start :]
        if _two_sentences(first, second, text) or _tail_behind(first, second, text):
            return text[: tokens[at].start].rstrip(" ,?") + "?", text[tokens[at].start :]
        if _of_a_phrase(first, second, text):
            return text[: tokens[at].start].rstrip(" ,"), text[tokens[at + 1].start :]
        if _keys_behind(first, second, text):
            return text[: first[-1].end] + "?", text[tokens[at].start :]
        if _word_behind(first, second):
            return text[: tokens[at].start].rstrip(
                " ,"
            ), f"{text[_tail(second)[0].start :].rstrip(' ?.!')} {text[: first[-1].end]}?"
        if _yes_or_no_behind(first, second) or _yes_or_no_before(first, second):
            return text[: tokens[at].start].rstrip(" ,"), text[tokens[at + 1].start :]
        before, english = text[: tokens[at].start].rstrip(" ,"), tokens[at].text.isascii()
        joined = tokens[at].text == "and" if english else tokens[at].spaced and _led_on(before, first)
        if not (joined and any(map(_asking, first)) and any(map(asks, second))):
            continue
        if not english:
            return before, text[tokens[at].start :]
        if _asks_on(tokens, at + 1) and _has_verb(first):
            return before, text[tokens[at + 1].start :]
    return ()


def _two_sentences(first: Sequence[Token], second: Sequence[Token], text: str) -> bool:
    """Whether a question mark parts two questions that ask something each: "who heads Acme? when did he start?"."""
    if "?" not in text[first[-1].end : second[0].start] or len(second) < _LEAST:
        return False
    asked = any(map(_asking, first)) and any(map(_asking, second)) and not second[0].has("confirm", "follow")
    if second[0].text.isascii():
        return asked and any(t.has("auxiliaries") for t in second)  # "when was it? like what hour"
    return asked and any(t.has("kind", "name", "noun", "title") for t in second) and not second[-1].ending


def _tail_behind(first: Sequence[Token], second: Sequence[Token], text: str) -> bool:
    """Whether nothing but what asks for a circumstance stands behind a question and a comma: "what did they agree on, for how long?"."""
    if "," not in text[first[-1].end : second[0].start] or not any(map(_asking, first)):
        return False
    *before, last = second
    return bool(_BARE & set(last.ids("question"))) and all(t.has("prep") for t in before)


def _severally(tokens: Sequence[Token], text: str) -> tuple[str, ...]:
    """The question of each of two that stand joined before "each", where these are no names: "대학이랑 후원사가 각각 얼마 냈어"."""
    at = next((n for n, t in enumerate(tokens) if t.text in EACH), 0)
    joint = next((n for n in range(at) if tokens[n].ending == "with"), 0)
    if not at or not joint:
        return ()
    one, other = tokens[:joint], tokens[joint + 1 : at]
    if not other or all(any(t.has("name") for t in side) for side in (one, other)):
        return ()
    if other[-1].ending is not None:
        other = other[:-1]  # its particle, which the first would need as well
    rest = text[tokens[at].end :].lstrip()
    return tuple(f"{text[side[0].start : side[-1].end]} {rest}" for side in (one, other) if side)


def _keys_behind(first: Sequence[Token], second: Sequence[Token], text: str) -> bool:
    """Whether nothing but key words of the same matter stand behind a question: "where did they sit? Floor and room please."."""
    if "?" not in text[first[-1].end : second[0].start] or not any(map(_asking, first)):
        return False
    keys = [t for t in second if t.text not in _IDLE]
    return bool(keys) and all(t.has("part") and not t.has("name", "kind", "auxiliaries", "verb") for t in keys)


_IDLE = frozenset({"and", "the", "please", "pls", "too", "also", "as well"})


def _yes_or_no_behind(first: Sequence[Token], second: Sequence[Token]) -> bool:
    """Whether a question goes on with one for yes or no: "who is Kim, and did he meet Park?"."""
    if second[0].text != "and" or len(second) < _CLAUSE or not _has_verb(first) or not any(map(_asking, first)):
        return False
    helper, subject = second[1], second[2]
    named = (
        subject.has("name") or bool({"person", "thing", "pair"} & set(subject.ids("anaphor"))) or subject.text in _ANY
    )
    return helper.has("auxiliaries") and named and not any(map(asks, second)) and not opens_yesno(list(first))


_ANY = frozenset({"anything", "anyone", "anybody", "something", "the"})


def _yes_or_no_before(first: Sequence[Token], second: Sequence[Token]) -> bool:
    """Whether a question for yes or no goes on with another: "did Kim meet Park, and what did they discuss?"."""
    if (
        second[0].text != "and"
        or len(second) < _CLAUSE
        or any(map(_asking, first))
        or any(t.has("tell") for t in first)
    ):
        return False
    said = any("said" in t.ids("part") for t in first)
    return opens_yesno(list(first)) and not said and asks(second[1]) and second[2].has("auxiliaries")


def _word_behind(first: Sequence[Token], second: Sequence[Token]) -> bool:
    """Whether a question for yes or no goes on with no more than a question word: "did Kim meet Park, and if so where?"."""
    if second[0].text not in ("and", "if so", "and if so") or any(map(_asking, first)):
        return False
    tail = _tail(second)
    *before, last = tail or second[:1]
    asked = {q for t in (last, *last.pieces) for q in t.ids("question")}
    whole = [*first, *second]
    if and_which(whole) != whole:
        return False  # "did Kim bring anyone, and who"
    return opens_yesno(list(first)) and bool(asked & _BARE) and all(t.has("prep") for t in before)


def _tail(second: Sequence[Token]) -> list[Token]:
    """The words behind a yes-or-no question that go on from it, without those that only join."""
    return list(dropwhile(lambda t: t.text in _JOINING, second))


_JOINING = frozenset({"and", "if", "so", "if so", "and if so", "if yes", "yes"})
_BARE = frozenset({"who", "where", "when", "how_long", "how_much", "clock", "why"})
"""What can be asked of a whole clause by a word behind it; "what" stands for something in it."""


def _asking(token: Token) -> bool:
    """Whether it is a question word, or a phrase that begins with one: "how many people"."""
    return asks(token) or any(map(asks, token.pieces[:1]))


def _asks_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a question with a verb of its own, or of some of those counted before, begins here: "what did", "how many of them"."""
    after = tokens[at + 1 : at + 2]
    done = bool(after) and tokens[at].text == "who" and after[0].has("kind", "part", "title")
    return asks(tokens[at]) and (
        done or (bool(after) and (after[0].has("auxiliaries") or "member" in after[0].ids("anaphor")))
    )


def _of_a_phrase(first: Sequence[Token], second: Sequence[Token], text: str) -> bool:
    """Whether English key words are asked for before a comma, and more of the same behind it: "price of the lamp, and does it dim?"."""
    if second[0].text != "and" or not text[: second[0].start].rstrip().endswith(",") or len(second) < _CLAUSE:
        return False
    bare = not any(_asking(t) or t.has("auxiliaries", "tell", "anaphor", "follow", "chat") for t in first)
    pointed = any(t.has("anaphor") for t in second[2:])
    asking = asks(second[1]) or second[1].has("auxiliaries")
    of = any(t.text == "of" for t in first) or any(t.has("name", "noun") for t in first)
    return bare and pointed and asking and of and any(t.has("part", "title") for t in first)


_CLAUSE = 4
"""Words of a clause that asks of the same thing at least: "and does it dim"."""


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(t.has("auxiliaries", "kind", "tell", "title") for t in tokens)


def _next_sentence(first: Sequence[Token], second: Sequence[Token], text: str) -> bool:
    """Whether a question mark ends one question, and another goes on from it: "who heads Acme? And the one for sales?", "그중 여자는?"."""
    if "?" not in text[first[-1].end : second[0].start] or second[0].text not in _GOING_ON or len(second) < _LEAST:
        return False
    bare = not any(map(asks, second)) and not any(t.has("auxiliaries") for t in second)
    return bare and any(map(asks, first)) and any(t.has("name", "noun", "title", "part", "word") for t in second)


_GOING_ON = frozenset(
    {
        "and",
        "also",
        "plus",
        "what about",
        "how about",
        "and what about",
        "그중",
        "그중에",
        "그중에서",
        "그 중",
        "그 중에",
    }
)
_LEAST = 2
"""Words of a second question at least; a shorter one only adds a word to the first."""


def _led_on(text: str, tokens: Sequence[Token]) -> bool:
    """Whether a Korean clause ends in 고 behind its verb, and quotes nothing: "만났고"."""
    quoting = text.endswith(("라고", "다고", "자고", "냐고", "려고"))
    joining = text.endswith("하고") and any(t.has("name", "question") for t in tokens[-2:])  # "가나하고"
    return (
        text.endswith("고")
        and not quoting
        and not joining
        and (tokens[-1].ending is not None or tokens[-1].has("verb"))
    )


def together(first: Finding, second: Finding) -> Finding | None:
    """What two questions come to; None where neither of them is settled, or one cannot be told beside the other."""
    if any(isinstance(f, Untold) and f.reason is not Reason.NOT_STATED for f in (first, second)):
        return None  # a name or word that nothing is known of comes before all that is told
    if (
        isinstance(first, Settled)
        and isinstance(second, Settled)
        and second.manner == "yes"
        and not _share(first, second)
    ):
        return None  # "price of a ticket, and does it include the tour": that there is one proves nothing
    told: list[Settled] = []
    refused: list[Untold] = []
    for finding in (first, second):
        match finding:
            case Settled():
                told.append(finding)
            case Several(settled, untold):
                told += settled
                refused += [untold] if untold else []
            case Untold():
                refused.append(finding)
            case _:
                return None
    return Several(tuple(told), refused[0] if refused else None) if told and len(refused) < 2 else None


def _share(first: Settled, second: Settled) -> bool:
    """Whether both tell of one fact, or of one name."""
    one, other = (
        {x for a in f.answers for x in (a.record.fact.id, *a.record.names, *a.names)} for f in (first, second)
    )
    return bool(one & other)
