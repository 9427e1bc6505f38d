"""Who won against whom: a verb of losing is one of winning the other way round ("who did Acme lose to", "가나가 다라한테 졌어")."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, NamedTuple

from bot.facts import AGENTS, Flag
from bot.finding import Answer, Finding, Settled, Untold
from bot.language.english import IS
from bot.language.korean import forms
from bot.language.senses import Sense
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.doers import stands_otherwise
from bot.recalling.match import whole_fit
from bot.turn import Reason

Side = Literal["winner", "loser"]


class _Sides(NamedTuple):
    """The parts of a fact that hold who won and who lost."""

    winner: str
    loser: str


class _Asked(NamedTuple):
    """What a question says of a contest: who is named on each side, and which side is asked for."""

    winner: tuple[str, ...]
    loser: tuple[str, ...]
    asks: Side | None


def contested(question: Question, known: Known) -> Finding | None:
    """Who won against whom, or whether somebody did; None where it is no such question, or no fact tells of such a contest."""
    if len(question.foci) > 1 or question.marks & _DENYING:
        return None
    bare = next((i for i in question.items if _deed(i, question, bare=True)), None)
    if bare is None:
        return None
    pair = _pair(bare, question, known)
    if pair:
        return _of_two(pair, bare, question, known)
    if question.yesno and _deed(bare, question, bare=True) == "loser":
        alone = [i for i in question.items if known.of_type(i.ids("name"), *AGENTS)]
        if len(alone) == 1 and len(alone[0].ids("name")) == 1 and alone[0].at < bare.at:
            return _ever_lost(alone[0].ids("name")[0], bare, question, known)
    verb = next((i for i in question.items if _deed(i, question)), None)
    said = _asked(verb, question, known) if verb is not None and not question.alternatives else None
    if verb is None or said is None or not (said.winner or said.loser):
        return None
    told = _told(verb, {*said.winner, *said.loser}, question, known, asked=said.asks is not None)
    straight = [(r, t) for r, t in told if _holds(said.winner, t.winner, r) and _holds(said.loser, t.loser, r)]
    turned = [(r, t) for r, t in told if _holds(said.loser, t.winner, r) and _holds(said.winner, t.loser, r)]
    if said.asks is not None:
        if not straight:
            return Untold(Reason.NOT_STATED) if turned else None
        parts = [(r, t.winner if said.asks == "winner" else t.loser) for r, t in straight]
        return Settled(tuple(Answer(r, (p,), r.fact.parts[p].names) for r, p in parts), "names")
    if question.yesno and straight:
        record = next((r for r, _ in straight if not stands_otherwise(question, r, known)), None)
        return Settled((Answer(record or straight[0][0]),), "yes" if record else "no")
    if straight or not turned or not (said.winner and said.loser):
        return None
    return Settled((Answer(turned[0][0]),), "no") if question.yesno else Untold(Reason.NOT_STATED)


def _of_two(pair: tuple[str, ...], verb: Item, question: Question, known: Known) -> Finding | None:
    """Who of two won, or lost: "A and B, who won?", "A vs B 누가 이겼어"."""
    side = _deed(verb, question, bare=True)
    found = []
    for record, sides in _told(verb, set(pair), question, known, asked=True):
        part = sides.winner if side == "winner" else sides.loser
        both = {n for p in sides for n in record.fact.parts[p].names}
        if both >= set(pair):
            found.append(Answer(record, (part,), tuple(n for n in record.fact.parts[part].names if n in pair)))
    ways = {a.names for a in found}
    if len(ways) > 1:
        return Settled(tuple(Answer(a.record) for a in found), "list")
    return Settled(tuple(found[:1]), "names") if ways else None


def _ever_lost(name: str, verb: Item, question: Question, known: Known) -> Finding | None:
    """Whether somebody lost to anybody: that he is in a contest that he won is no yes to it ("did A ever lose?")."""
    told = _told(verb, {name}, question, known, asked=False)
    lost = [r for r, t in told if name in r.fact.parts[t.loser].names]
    if lost:
        return Settled((Answer(lost[0]),), "yes")
    for record in (r for r in known.records.values() if name in r.names):
        for part, told_of in record.fact.parts.items():  # "unbeaten", of which to lose is the contrary
            flag = next((v for v in told_of.values if isinstance(v, Flag)), None)
            if flag is not None and Sense("contrary", part, f"kind:{record.kind}") in verb.senses:
                return Settled((Answer(record, (part,)),), "value", holds=not flag.yes)
    return Untold(Reason.NOT_STATED) if told else None


def _told(verb: Item, named: set[str], question: Question, known: Known, *, asked: bool) -> list[tuple[Record, _Sides]]:
    """The contests that account for all else that a question says; of several the first or the last, where that is asked."""
    rest = [i for i in question.items if not _is_said(i, verb, named, asked=asked)]
    order = [i for i in rest if {"first", "last"} & set(i.ids("mark")) and not i.has("name")]
    plain = replace(question, items=tuple(i for i in rest if i not in order), foci=(), alternatives=())
    told = [(r, t) for r in known.records.values() if (t := _contest(r, known)) and _accounts(plain, r, known)]
    if not order:
        return told
    theirs = [(r, t) for r, t in told if r.rank and named & {n for p in t for n in r.fact.parts[p].names}]
    theirs.sort(key=lambda one: one[0].rank)
    return theirs[:1] if "first" in order[0].ids("mark") else theirs[-1:]


def _pair(verb: Item, question: Question, known: Known) -> tuple[str, ...]:
    """The two of whom it is asked who won, where neither is said to have: "A or B", "A and B", "A vs B", "A랑 B 중에"."""
    named = [i for i in question.items if known.of_type(i.ids("name"), *AGENTS)]
    named = [i for i in named if i.lends is None] or named  # "누가 이겼어, 가나야 다라야"
    asks = question.asks in (("who",), ("which",)) or (question.alternatives and not question.foci)
    if len(named) != 2 or not asks or any(len(i.ids("name")) != 1 for i in named):
        return ()
    first, second = named
    between = [i for i in question.items if first.at < i.at < second.at]
    joined = bool(between) and all(i.text in _JOINING for i in between)
    joined |= first.role == "with" or bool(question.alternatives) or (not between and second.at - first.at <= 2)
    apart = not (first.at < verb.at < second.at)
    return tuple(n for i in named for n in i.ids("name")) if joined and apart else ()


_JOINING = frozenset(
    {"and", "or", "vs", "v", "versus", "against", "between", "대", "중", "중에", "중에서", "사이", "사이에"}
)
_DENYING = frozenset({"not", "undone", "without", "else", "except", "only"})
_BEATS = frozenset({"beat", "beats", "beaten", "defeat", "defeats", "defeated"})
_WINS = frozenset({"win", "wins", "won"})
_LOSES = frozenset({"lose", "loses", "lost"})
_AGAINST = frozenset({"to", "against", "over"})
_WON = frozenset(f for verb in ("이기다", "꺾다", "물리치다", "제압하다", "승리하다", "격파하다") for f in forms(verb))
_LOST = frozenset(f for verb in ("지다", "패하다", "패배하다") for f in forms(verb)) - {"지"}


def _deed(item: Item, question: Question, *, bare: bool = False) -> Side | None:
    """Which side is the doing one of a verb for winning against somebody, or for losing to somebody; where `bare`, whomever."""
    if not item.text or item.has("name") or item.lends is not None:
        return None
    first, *more = (item.pieces[0].text if item.pieces else item.text).split()
    if not item.text.isascii():
        return "winner" if first in _WON else "loser" if first in _LOST else None
    if first in _BEATS:
        return "winner"
    if first not in _WINS and first not in _LOSES:
        return None
    led = {*more, *item.text.split()[1:]} | {i.text for i in question.items if i.at == item.at + 1}
    if first in _WINS and (bare or led & (_AGAINST - {"to"})):
        return "winner"
    return "loser" if first in _LOSES and (bare or led & _AGAINST) else None


def _asked(verb: Item, question: Question, known: Known) -> _Asked | None:
    """Who is named on each side of a contest, and which side is asked for; None where that is not plain."""
    named = [i for i in question.items if known.of_type(i.ids("name"), *AGENTS) and i.lends is None]
    if any(len(i.ids("name")) != 1 for i in named):
        return None
    read = _in_english if verb.text.isascii() else _in_korean
    found = read(verb, named, question)
    if found is None:
        return None
    doer, other, asks = found
    if _deed(verb, question) == "loser":
        return _Asked(other, doer, {"doer": "loser", "other": "winner"}.get(asks))  # type: ignore[arg-type]
    return _Asked(doer, other, {"doer": "winner", "other": "loser"}.get(asks))  # type: ignore[arg-type]


_Read = tuple[tuple[str, ...], tuple[str, ...], str]
"""Whom a verb has as the doing one, whom as the other, and which of them is asked for: "doer", "other" or ""."""


def _in_english(verb: Item, named: list[Item], question: Question) -> _Read | None:
    """ "Who did A lose to?", "who lost to B?", "was A beaten by B?"."""
    before = [i for i in named if i.at < verb.at][-1:]
    between = {i.at for i in question.items if i.text in (*_AGAINST, "the", "by")} | {verb.at}
    after = [i for i in named if i.at > verb.at and all(n in between for n in range(verb.at + 1, i.at))][:1]
    asked = next((f for f in question.foci if f.word in ("who", "which", "what")), None)
    if question.foci and asked is None and not (before and after):
        return None
    passive = any(i.text in IS and i.at < verb.at for i in question.items)
    passive &= any(i.text == "by" and i.at > verb.at for i in question.items)
    first, second = ((i[0].ids("name")[:1] if i else ()) for i in (before, after))
    asks = ""
    if asked is not None:
        if asked.at > verb.at or (before and not after):
            asks = "second"
        elif after and not before:
            asks = "first"
        elif not (before and after):
            return None
    if asked is None and question.yesno and not (before and after):
        return None
    sides = {"first": "other", "second": "doer"} if passive else {"first": "doer", "second": "other"}
    return (second, first, sides.get(asks, "")) if passive else (first, second, sides.get(asks, ""))


def _in_korean(verb: Item, named: list[Item], question: Question) -> _Read | None:
    """ "A는 누구한테 졌어", "B한테 진 팀은", "A가 B를 이겼어"."""
    to = ("to", "at", "from") if _deed(verb, question) == "loser" else ("object",)
    asked = next((f for f in question.foci if f.word in ("who", "which", "what", "where")), None)
    others = [i for i in named if i.role in to and i.at < verb.at]
    doers = [i for i in named if i.role in ("by", "topic") and i.at < verb.at]
    if asked is not None and asked.role == "by" and doers and doers[0].role == "topic" and not others:
        others, doers = doers, []
    if len(others) > 1 or len(doers) > 1 or (question.foci and asked is None and not (others and doers)):
        return None
    doer, other = ((i[0].ids("name")[:1] if i else ()) for i in (doers, others))
    asks = ""
    if asked is not None:
        if asked.role == "by" and not doers:
            asks = "doer"
        elif asked.role in to and not others:
            asks = "other"
        elif _describes(verb, question) and bool(doers) != bool(others):
            asks = "other" if doers else "doer"
        elif not (doers and others):
            return None
    elif not (doers and others):
        return None
    return doer, other, asks


def _describes(verb: Item, question: Question) -> bool:
    """Whether a Korean verb only describes the noun for a person or house behind it: "가나한테 진 팀"."""
    noun = verb.pieces[-1] if len(verb.pieces) > 1 else next((i for i in question.items if i.at == verb.at + 1), None)
    shaped = "n" in (verb.pieces[0] if verb.pieces else verb).ids("verb")
    return noun is not None and (shaped or len(verb.pieces) > 1) and noun.has("sort", "part", "noun", "kind")


def _is_said(item: Item, verb: Item, named: set[str], *, asked: bool) -> bool:
    """Whether a word is the verb, one of those named on a side, or a word that joins them."""
    if item is verb or (item.text in _AGAINST and item.at > verb.at) or item.text in _JOINING:
        return True
    described = item.at == verb.at + 1 and not item.text.isascii() and not item.has("name")  # "진 사람"
    question = asked and (item.has("question") or described)
    noun = asked and item.has("sort") and not item.has("when", "number")
    return question or noun or bool(named & set(item.ids("name")[:1]))


def _accounts(rest: Question, record: Record, known: Known) -> bool:
    """Whether a fact accounts for all else that a question says."""
    return whole_fit(rest, record, known) is not None


def _holds(named: tuple[str, ...], part: str, record: Record) -> bool:
    return not named or bool(set(named) & set(record.fact.parts[part].names))


_WINNER = ("winner", "victor", "승자", "이긴 팀")
_LOSER = ("loser", "beaten", "패자", "진 팀")


def _contest(record: Record, known: Known) -> _Sides | None:
    """The parts of a fact that hold who won and who lost; None where it is of no such contest."""
    if record.kind == NAME_KIND:
        return None
    winner, loser = (_part_called(words, record, known) for words in (_WINNER, _LOSER))
    if not winner and not loser:
        won, lost = (
            _kinds_of(verbs, known) for verbs in (("beat", "이기다", "꺾다"), ("lose", "concede", "지다", "패배"))
        )
        winner = _part_of_role("by", record, known) if record.kind in won - lost else ""
    winner = winner or _beside(loser, record, known)
    loser = loser or _beside(winner, record, known)
    return _Sides(winner, loser) if winner and loser and winner != loser else None


def _kinds_of(verbs: tuple[str, ...], known: Known) -> set[str]:
    """The kinds of fact that have one of some verbs."""
    return {s.id for verb in verbs for s in known.lexicon.senses(verb) if s.tag == "kind" and not s.like}


def _part_called(words: tuple[str, ...], record: Record, known: Known) -> str:
    """The part of a fact with names in it that its author calls by one of these words."""
    named = {s.id for w in words for s in known.lexicon.senses(w) if s[:3:2] == ("part", f"kind:{record.kind}")}
    return next((p for p, t in record.fact.parts.items() if p in named and known.of_type(t.names, *AGENTS)), "")


def _beside(part: str, record: Record, known: Known) -> str:
    """The side of a contest beside that which a part tells."""
    if not part:
        return ""
    roles = ("object", "with", "to", "from") if known.part(record, part).role == "by" else ("by",)
    return next((p for role in roles if (p := _part_of_role(role, record, known))), "")


def _part_of_role(role: str, record: Record, known: Known) -> str:
    told = [p for p, t in record.fact.parts.items() if known.of_type(t.names, *AGENTS)]
    return next((p for p in told if (d := known.part(record, p)).role == role and not d.mutual), "")
