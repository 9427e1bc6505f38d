"""What some constructions of time and order say in other words: "the day before", "earlier than", "들렀다가", "며칠 머물렀어"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, zip_longest

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import IS
from bot.language.korean import is_of_past
from bot.language.senses import Sense
from bot.question import PLACES
from bot.segment import Token

_STAYING = ("있다", "들렀", "들르", "거쳐", "거치", "머물", "있었다")
"""How Korean verbs begin for being somewhere on the way: "들렀다가", "거쳐서"."""


@found_by(begins=_STAYING)
def went_before(tokens: list[Token]) -> list[Token]:
    """ "어디 들렀다 왔어", "어디 있다가 왔대": where somebody was before he came is asked, and not where he came to."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    asked = next((n for n in content if "where" in tokens[n].ids("question")), None)
    behind = [n for n in content if asked is not None and n > asked]
    if asked is None or any(t.has("name") for t in tokens[:asked]):
        return tokens
    if not behind or len(behind) > 2 or not tokens[behind[0]].text.startswith(_STAYING):
        return tokens
    if not tokens[behind[-1]].text.split()[-1].startswith(_COMING):
        return tokens
    mark = replace(tokens[behind[0]], text="그 전", senses=(Sense("mark", "before"),), pieces=())
    come = replace(tokens[behind[-1]], text="있었", senses=(Sense("light", ""), Sense("verb", "past")), pieces=())
    return [*tokens[:asked], mark, tokens[asked], come, *tokens[behind[-1] + 1 :]]


_COMING = ("오", "왔", "온", "넘어온", "넘어왔", "들어온", "들어왔")


@found_by(ends=("again",))
def once_more(tokens: list[Token]) -> list[Token]:
    """ "What was it called again?", "who again opened it?": asked once more, and not what will be again."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    if len(content) < 3 or not any(tokens[n].has("question") for n in content):
        return tokens
    if tokens[1].text == "again" and tokens[0].has("question"):
        return [tokens[0], *tokens[2:]]
    last, helpers = tokens[content[-1]], {t.text for t in tokens if t.has("auxiliaries")}
    if last.text.split()[-1] != "again" or not helpers <= {"is", "was", "are", "were", "did"}:
        return tokens
    if "did" in helpers and any("when" in t.ids("question") for t in tokens):
        return tokens  # "when did they meet again" is the next time
    return [*tokens[: content[-1]], *last.pieces[:-1]]


@found_by("고")
def going_on(tokens: list[Token]) -> list[Token]:
    """ "누가 이끌고 있어", "맡고 있는 사람": behind a verb in 고 it says that this goes on, and not who or what is there."""
    return [
        replace(t, senses=tuple(s for s in t.senses if s.tag in ("verb", "light")), pieces=())
        if n > 1 and t.text.startswith(_BEING) and tokens[n - 1].text == "고" and tokens[n - 2].has("verb")
        else t
        for n, t in enumerate(tokens)
    ]


_BEING = ("있", "계시", "계신", "계셔")


@found_by("had")
def had_last(tokens: list[Token]) -> list[Token]:
    """ "When had Kim last seen Park?": what was the last time then is an earlier time now."""
    had = next((n for n, t in enumerate(tokens) if t.text == "had" and t.has("auxiliaries")), len(tokens))
    earlier = (Sense("mark", "earlier"),)
    return [
        replace(t, senses=earlier, pieces=()) if n > had and t.text == "last" and t.has("mark") else t
        for n, t in enumerate(tokens)
    ]


@found_by("last")
def last_or_lasts(tokens: list[Token]) -> list[Token]:
    """ "How long did the last strike last?": before a noun it is the one that came last, and no verb; as the verb behind that it is no more."""
    last = [n for n, t in enumerate(tokens) if t.text == "last" and t.has("mark") and t.has("part")]
    described = [n for n in last if n and tokens[n - 1].text in _WHICH and n + 1 < len(tokens)]
    if len(last) != len(_BOTH) or described != last[:1]:
        return tokens
    found = list(tokens)
    for at, tag in zip(last, _BOTH, strict=True):
        found[at] = replace(tokens[at], senses=tuple(s for s in tokens[at].senses if s.tag != tag))
    return found


_WHICH = frozenset({"the", "this", "that", "its", "their", "his", "her"})
_BOTH = ("part", "mark")
"""What the first and the second "last" do not mean."""


@found_by("run", "runs", "running", "ran")
def running(tokens: list[Token]) -> list[Token]:
    """ "How long does the show run?", "it runs from when till when?": behind or before a question of time, to run is to last."""
    timed = any({"when", "how_long", "clock"} & {*t.ids("question"), *t.ids("ask")} for t in tokens)
    if not timed:
        return tokens
    return [
        t.silenced() if t.text in ("run", "runs", "running", "ran") and not t.named("kind", "word", "of_fact") else t
        for t in tokens
    ]


@found_by("from when")
def to_when(tokens: list[Token]) -> list[Token]:
    """ "From when to when was the show?": behind the one end of it, "to when" asks for the other."""
    start = next((n for n, t in enumerate(tokens) if t.text == "from when"), 0)
    at = next((n for n in range(start + 1, len(tokens) - 1) if tokens[n].text == "to"), 0)
    if not at or tokens[at + 1].text != "when":
        return tokens
    till = replace(tokens[at + 1], text="to when", senses=_TILL_WHEN, pieces=())
    return [*tokens[:at], till, *tokens[at + 2 :]]


_TILL_WHEN = (Sense("question", "when"), Sense("ask", "when"), Sense("part", "end"))


@found_by("since")
def since_how_long(tokens: list[Token]) -> list[Token]:
    """ "It had been how long since they met?": how long since then is asked, and of nothing spoken of before."""
    words = [t.text for t in tokens[:6]]
    start = next((n for n, w in enumerate(words[:2]) if w in ("it", "it's", "its")), -1)
    at = next((n for n, t in enumerate(tokens[:6]) if "how_long" in t.ids("question")), -1)
    helpers = tokens[start + 1 : at]
    stated = 0 <= start < at and all(t.has("auxiliaries", "filler") or t.text == "been" for t in helpers)
    if not stated or "since" not in [t.text for t in tokens[at + 1 : at + 3]]:
        return tokens
    found = [*tokens[:start], *tokens[at:]]
    return [
        replace(t, senses=tuple(s for s in t.senses if s.tag != "light")) if t.text == "since" and t.has("part") else t
        for t in found
    ]


@found_by(tags=("relative",))
def days(tokens: list[Token]) -> list[Token]:
    """ "Where was he the day before?": with nothing behind it, it is a day, and before nothing else."""
    content = [n for n, t in enumerate(tokens) if t.ending is None and not t.has("confirm")]
    last = content[-1] if len(content) > 1 else -1
    return [
        replace(t, senses=tuple(s for s in t.senses if s.tag == "relative"), pieces=())
        if n == last and t.has("relative") and t.has("mark")
        else t
        for n, t in enumerate(tokens)
    ]


@found_by("며칠")
def days_spent(tokens: list[Token]) -> list[Token]:
    """ "며칠 있었어", "기한이 며칠이야": of staying and of a term 며칠 asks for how long; "며칠에" for nothing but the day."""
    how_long, when = (Sense("question", "how_long"),), (Sense("question", "when"),)
    found: list[Token] = []
    for n, (token, after) in enumerate(zip_longest(tokens, tokens[1:])):
        senses = token.senses
        if token.text == "며칠" and after is not None:
            before = [t for t in tokens[:n] if t.ending is None][-1:]
            if after.text.startswith(_STAYED) or any(t.text.endswith(_TERMS) for t in before):
                senses = how_long
            elif after.ending == "at" and after.text == "에":
                senses = when
        found.append(token if senses is token.senses else replace(token, senses=senses, pieces=()))
    return found


_TERMS = ("기한", "기간", "시한")


_STAYED = ("있었", "있다", "있을", "머물", "머무", "묵", "체류", "지냈", "지내")


@found_by("나서", "나서는", "나서도")
def afterwards(tokens: list[Token]) -> list[Token]:
    """ "만나고 나서": what came after that is asked."""
    after = (Sense("mark", "after"),)
    return [
        replace(t, senses=after, pieces=())
        if n
        and t.text in ("나서", "나서는", "나서도")
        and tokens[n - 1].ending is not None
        and tokens[n - 1].text == "고"
        else t
        for n, t in enumerate(tokens)
    ]


_LASTED = ("이어진", "이어졌던", "계속된", "지속된", "걸린")
"""Korean verbs that describe a span of time."""


@found_by(begins=("이어", *_LASTED))
def lasting(tokens: list[Token]) -> list[Token]:
    """ "장애가 이어진 시간", "얼마나 이어졌어": how long it went on is asked, and neither when, nor what came after it."""
    asked = any(t.ids("question")[:1] in (("how_long",), ("how_much",)) for t in tokens)
    found = list(tokens)
    for at, (token, after) in enumerate(zip_longest(tokens, tokens[1:])):
        span = after is not None and after.text.endswith("시간") and token.text.startswith(_LASTED)
        if span and after is not None:
            found[at + 1] = replace(after, senses=(Sense("part", "how_long"),), pieces=())
        if (asked or span) and token.text.startswith("이어") and {"after", "next"} & set(token.ids("mark")):
            kept = tuple(s for s in token.senses if s.tag in ("part", "verb") and not s.fact)
            found[at] = replace(token, senses=kept or (Sense("light", ""),), pieces=())
    return found


@found_by("다가", "서", "고")
def in_passing(tokens: list[Token]) -> list[Token]:
    """ "가나에 들렀다가 다라에 왔지": what was done in between comes after the first."""
    after = (Sense("mark", "after"),)
    if any(map(asks, tokens)):
        return tokens
    return [
        replace(t, text="뒤에", senses=after, ending=None, pieces=())
        if n > 1 and t.ending is not None and ((t.text == "다가" and _done_there(tokens, n)) or _left_for(tokens, n))
        else t
        for n, t in enumerate(tokens)
    ]


def _left_for(tokens: list[Token], at: int) -> bool:
    """Whether a place is left or passed for another one: "가나를 떠나서 다라에 간다"."""
    beside = any(t.has("name") for t in tokens[max(0, at - 3) : at - 1])
    going = tokens[at].text in ("서", "고") and tokens[at - 1].text in ("떠나", "거쳐", "들러", "찍")
    return going and beside and any(t.has("name") for t in tokens[at + 1 : at + 3])


@found_by("between", "사이", "사이에")
def between(tokens: list[Token]) -> list[Token]:
    """ "가나랑 다라 사이에 들른 나라", "which town did she visit between Rome and Paris": of two places in a row, what came after the first."""
    named = [n for n, t in enumerate(tokens) if t.has("name")]
    following = (Sense("mark", "next"), Sense("mark", "after"))
    for one, other in pairwise(named):
        joined, behind = tokens[one + 1 : other], tokens[other + 1 : other + 4]
        with_ = bool(joined) and all(t.ending == "with" for t in joined)
        if with_ and behind and behind[0].text in ("사이", "사이에") and any(t.has("kind") for t in behind[1:]):
            mark = replace(behind[0], text="다음", senses=following, pieces=())
            return [*tokens[: one + 1], mark, *tokens[other + 2 :]]
    return tokens


def _done_there(tokens: list[Token], at: int) -> bool:
    """Whether the verb before is in the past, beside a name, and another name stands behind."""
    last = tokens[at - 1].text[-1]
    past = is_of_past(last) and tokens[at - 1].has("kind")
    return (
        past
        and any(t.has("name") for t in tokens[at - 3 : at - 1])
        and any(t.has("name") for t in tokens[at + 1 : at + 3])
    )


@found_by("then")
def then(tokens: list[Token]) -> list[Token]:
    """ "Then where?", "and then?": what came next is asked, where nothing else is said."""
    content = [t for t in tokens if t.ending is None and t.text not in ("and", "so", "ok")]
    bare = 0 < len(content) < 3 and all(t.text == "then" or t.has("question") for t in content)
    following = (Sense("mark", "next"),)
    return [replace(t, senses=following) if bare and t.text == "then" else t for t in tokens]


@found_by(ends=("before", "after"))
def before_which(tokens: list[Token]) -> list[Token]:
    """ "Rome was visited by Kim before which town?": what came after Rome is asked; "Kim saw Rome after which town?": what before it."""
    at = next((n for n, t in enumerate(tokens[:-1]) if n > 2 and _order(t) and tokens[n + 1].text in _WHAT), 0)
    placed = any(PLACES & set(t.ids("sort")) for t in tokens[at + 1 :])
    first = next((n for n, t in enumerate(tokens) if t.text != "the"), 0)
    if not (at and placed and tokens[first].has("name")) or any(map(asks, tokens[:at])):
        return tokens
    passive = tokens[first + 1].text in ("was", "were", "is") and any("by" in t.ids("prep") for t in tokens[first:at])
    behind = max((n for n in range(first + 1, at) if tokens[n].has("name")), default=0)
    pivot = first if passive else behind
    if not pivot and not passive:
        return tokens
    rest = [t for n, t in enumerate(tokens[:at]) if n != pivot and t.text not in _HOW_SOON]
    order = _TURNED[_order(tokens[at])]
    mark = replace(tokens[at], text=order, senses=(Sense("mark", order),), pieces=())
    return [*tokens[at + 1 :], *rest, mark, tokens[pivot]]


def _order(token: Token) -> str:
    """ "before" or "after", where a word ends in it that says when: "right before"; "" elsewhere."""
    last = token.text.split()[-1]
    return last if last in _TURNED and token.has("mark") else ""


_TURNED = {"before": "after", "after": "before"}


_WHAT = frozenset({"which", "what"})


_HOW_SOON = frozenset({"one day", "a day", "right", "just", "shortly", "the day"})


@found_by("than")
def earlier_than(tokens: list[Token]) -> list[Token]:
    """ "Was the lunch earlier in the day than the talks?": before them; "later than": after them."""
    at = next((n for n, t in enumerate(tokens) if t.text in _SOONER), len(tokens))
    than = next((n for n in range(at + 1, min(at + 6, len(tokens))) if tokens[n].text == "than"), 0)
    if not than or not all(
        t.has("light", "prep", "sort", "anaphor", "relative", "today") for t in tokens[at + 1 : than]
    ):
        return tokens
    order = (Sense("mark", _SOONER[tokens[at].text]),)
    return [*tokens[:at], replace(tokens[at], senses=order, pieces=()), *tokens[than + 1 :]]


_SOONER = {"earlier": "before", "sooner": "before", "later": "after"}


@found_by("빨리")
def swifter(tokens: list[Token]) -> list[Token]:
    """ "가나가 다라보다 빨리 끝났어": behind what it is held against, 빨리 says how fast, and is no courtesy."""
    fast = (Sense("mark", "swift"), Sense("mark", "more"))
    return [
        replace(t, text="더 빨리", senses=(*fast, *_of_parts(t)), pieces=())
        if n and t.text == "빨리" and tokens[n - 1].ending == "than"
        else t
        for n, t in enumerate(tokens)
    ]


def _of_parts(token: Token) -> tuple[Sense, ...]:
    return tuple(s for s in token.senses if s.tag == "part")


@found_by("done")
def when_done(tokens: list[Token]) -> list[Token]:
    """ "When were the talks done?": at the end of what is no deed of anybody, they were over."""
    content = [n for n, t in enumerate(tokens) if t.ending is None and not t.has("confirm")]
    if len(content) < 4 or tokens[content[-1]].text != "done" or tokens[content[-2]].has("auxiliaries"):
        return tokens
    asked = next((n for n in content[:3] if {"when", "clock"} & set(tokens[n].ids("question"))), None)
    words = [w for n in content[:-1] for w in (tokens[n], *tokens[n].pieces) if not w.has("light", "name")]
    event = any(w.has("kind", "noun") for w in words) and not any(w.text in _CLOSED for w in words)
    if asked is None or not event or tokens[asked + 1].text not in IS:
        return tokens
    over = tuple(s for s in tokens[content[-1]].senses if s[:2] == ("part", "end"))
    return [replace(t, senses=over, pieces=()) if over and n == content[-1] else t for n, t in enumerate(tokens)]


_CLOSED = frozenset({"deal", "deals", "agreement", "contract", "pact", "alliance", "tie up"})
"""What is done when it is closed, and not when it is over."""


_WERE_IN = frozenset({"is in", "are in", "was in", "were in", "was at", "were at", "be in", "be at"})


@found_by(*_WERE_IN)
def in_the_morning(tokens: list[Token]) -> list[Token]:
    """ "Whether the talks were in the morning": they were then, and nobody was in them."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        then = any(t.has("daypart", "when", "weekday") for t in tokens[at + 1 : at + 3])
        found += token.pieces if then and token.text in _WERE_IN else (token,)
    return found


def came_before(tokens: list[Token]) -> list[Token]:
    """ "Did the ship come before or after the talks?": to come before an event is no way to show oneself, as before the press."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        order = len(token.pieces) == 2 and {"before", "after"} & set(token.pieces[1].ids("mark"))
        if not order or not token.text.isascii() or token.has("mark"):
            found.append(token)
            continue
        behind = tokens[at + 1 : at + 5]
        either = bool(behind) and "either" in behind[0].ids("mark")
        words = [w for t in behind for w in (t, *t.pieces)]
        event = either or any(w.has("kind") and not w.has("light", "name") for w in words)
        found += token.pieces if event else (token,)
    return found
