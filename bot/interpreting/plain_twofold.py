"""What everyday Korean questions of two parts ask, where one part is set against the other or only leads up to it: "가나 먼저 갔어 다라 먼저 갔어"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.senses import Sense
from bot.segment import Token


@found_by(tags=("mark",))
def one_or_other(tokens: list[Token]) -> list[Token]:
    """ "가나 먼저 갔어 다라 먼저 갔어", "가나가 더 커 다라가 더 커": which of the two it is is asked."""
    if any(map(asks, tokens)):
        return tokens
    for again in range(len(tokens) - 1, 2, -1):
        at = next((n for n in range(1, again - 1) if tokens[n].text == tokens[again].text), 0)
        if not at or not _sets_apart(tokens[again]):
            continue
        one, other = _set_apart(tokens, at), _set_apart(tokens, again)
        between = tokens[at + 1 : other.start]
        if not one or not other or any(t.ending is None and not t.has("verb") for t in between):
            continue
        end = _clause_end(tokens, again + 1)
        if (
            between
            and [t.text for t in between] == [t.text for t in tokens[again + 1 : end]]
            and between[0].ending is None
        ):
            return tokens  # "가나를 먼저 봤어 다라를 먼저 봤어" sets only those two apart
        place = tokens[one.stop - 1].end
        joint = [
            Token("랑", place, place, ending="with", spaced=False),
            *_bare(tokens, other),
            *_asked_which(tokens[again], tokens[again - 1]),
        ]
        front = [*_about(tokens[end:]), *tokens[: one.start], *_bare(tokens, one)]
        return [*front, *joint, *tokens[again + 1 : end]]
    return tokens


def _sets_apart(token: Token) -> bool:
    """Whether a word says by what two are held against one another: 먼저, or a measure."""
    scaled = {"more", "less", "judged", "small"} & set(token.ids("mark")) and not token.has("name", "kind")
    return token.text == "먼저" or bool(scaled)


def _set_apart(tokens: list[Token], at: int) -> range:
    """Where the thing stands that is set against another right before a word of order or measure, with its particle."""
    last = at - 1 if tokens[at - 1].ending is None else at - 2
    if last < 0 or not (tokens[last].has("name", "kind", "noun", "part", "word") or tokens[last].unknown):
        return range(0)
    owned = last > 0 and not tokens[last].has("name") and tokens[last - 1].has("name")
    return range(last - owned, at)


def _bare(tokens: list[Token], span: range) -> list[Token]:
    return [tokens[n] for n in span if tokens[n].ending is None]


def _asked_which(word: Token, before: Token) -> list[Token]:
    """ "중 어느 쪽이 더 커" for "다라가 커"."""
    start = word.start
    among = Token("중", start, start, (Sense("light", ""),))
    side = Token("쪽", start, start, (Sense("light", ""),))
    which = Token("어느 쪽", start, start, (Sense("question", "which"),), pieces=(side,))
    more = (Sense("mark", "more"),) if word.text != "먼저" and not {"more", "less"} & set(word.ids("mark")) else ()
    marked = () if before.ending is None else (replace(before, text="이"),)
    return [among, which, *marked, replace(word, senses=(*word.senses, *more))]


def _clause_end(tokens: list[Token], start: int) -> int:
    """Where the verb ends, if one stands there, with its endings."""
    at = start + (start < len(tokens) and tokens[start].ending is None and tokens[start].has("verb"))
    return next((n for n in range(at, len(tokens)) if tokens[n].ending is None), len(tokens))


def _about(tail: list[Token]) -> list[Token]:
    """What is only put behind a question as what it is about, without a word for order: "김이 만난 순서요"."""
    if not any(t.has("name", "kind") for t in tail):
        return []
    words = [w for t in tail for w in (t.pieces if len(t.pieces) > 1 and "order" in t.pieces[-1].ids("mark") else (t,))]
    return [w for w in words if w.ending is None and "order" not in w.ids("mark")]


@found_by(tags=("mark",))
def or_what_else(tokens: list[Token]) -> list[Token]:
    """ "가나는 화요일에 열었어? 아니면 언제 열었어?": only the second is asked, of what the first is about."""
    at = next((n for n, t in enumerate(tokens) if n and "either" in t.ids("mark") and not t.text.isascii()), 0)
    asked = next((t for t in tokens[at + 1 :] if asks(t)), None)
    if not at or asked is None or any(map(asks, tokens[:at])):
        return tokens
    kept = _units(tokens[:at])
    topic = any(_particle(unit) == "topic" for unit in kept)
    who = bool({"who", "which"} & set(asked.ids("question")))
    beside = (
        {"object", "topic", None} | ({"at", "from"} if who else {"with"}) | (set() if topic or who else {"subject"})
    )
    kept = [unit for unit in kept if _particle(unit) in beside and not unit[0].has("daypart", "when", "number")]
    return [*(t for unit in kept for t in unit), *tokens[at + 1 :]] if kept else tokens


def _units(clause: list[Token]) -> list[list[Token]]:
    """The nouns of a clause, each with the particle behind it; verbs with their endings left out."""
    units: list[list[Token]] = []
    for token in clause:
        if token.ending is None:
            units.append([token])
        elif units:
            units[-1].append(token)
    nouns = [u for u in units if u[0].has("name", "kind", "noun", "word") and not u[0].has("verb")]
    return [u for u in nouns if _particle(u) != ""]


def _particle(unit: list[Token]) -> str | None:
    """What the particle behind a noun makes of it, a plural passed over: "들은" is a topic."""
    return _PLURALS.get(unit[-1].text, unit[-1].ending)


_PLURALS = {"들은": "topic", "들이": "subject", "들을": "object"}


@found_by("없")
def though_there_is_none(tokens: list[Token]) -> list[Token]:
    """ "정한 건 없고 뭐라고 했어": that there is none of it only leads up to the question."""
    at = next((n for n in range(1, len(tokens) - 1) if tokens[n].text == "없" and tokens[n + 1].text == "고"), 0)
    if not at or any(map(asks, tokens[:at])) or not any(map(asks, tokens[at + 2 :])):
        return tokens
    thing = at - 1 if tokens[at - 1].ending in ("topic", "subject") else at
    return [*tokens[:thing], *tokens[at + 2 :]]


@found_by(begins=("맞",))
def right_behind(tokens: list[Token]) -> list[Token]:
    """ "5층 맞나? 가나 회의한 데", "김 맞지 거기 간 사람이": what it is to be right of is put before it."""
    at = next((n for n, t in enumerate(tokens) if n and t.text.startswith("맞") and t.has("confirm")), 0)
    start = next((n for n in range(at + 1, len(tokens)) if tokens[n].ending is None), len(tokens))
    front, behind = tokens[:at], tokens[start:]
    while behind and behind[-1].ending is not None:
        behind = behind[:-1]
    said = [t for t in front if t.ending is None]
    bare = 0 < len(said) <= _SAID_RIGHT and not any(t.has("verb") and not t.has("name", "number") for t in said)
    described = len(behind) > 1 and behind[-1].has("sort", "part", "noun", "kind") and not behind[-1].has("name")
    if not at or not bare or not described or any(map(asks, tokens)):
        return tokens
    if not any(t.has("verb", "kind", "word") for t in behind[:-1]):
        return tokens
    return [*behind, *(t for t in front if t.ending is None), *tokens[at:start]]


_SAID_RIGHT = 3
"""So many words at most stand before 맞나 where what they are is told behind it."""
_DAYS = ("날", "날짜", "일자")


@found_by(begins=("같",))
def on_one_day(tokens: list[Token]) -> list[Token]:
    """ "가나 연 날이랑 다라 연 날이 같아", "가나 행사는 다라 연 날이랑 같은 날이야": whether both were on one day is asked."""
    last = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].ending is None), 0)
    days = [n for n in range(last) if tokens[n].ending is None and tokens[n].text.split()[-1] in _DAYS]
    if not tokens[last].text.startswith("같") or not 0 < len(days) <= _TWO_DAYS or any(map(asks, tokens)):
        return tokens
    one, other = days[0], days[-1]
    if len(days) == 1:
        topic = next((n for n in range(1, one) if tokens[n].ending == "topic"), 0)
        if not topic or tokens[one + 1].ending != "with" or last != one + 2 or not tokens[last].pieces:
            return tokens
        front, behind = tokens[:topic], tokens[topic + 1 : one]
    elif tokens[one + 1].ending != "with" or other < last - 2:
        return tokens
    else:
        front, behind = [*tokens[:one], *_without_day(tokens[one])], tokens[one + 2 : other]
    day = replace(tokens[last], text="같은 날", senses=(Sense("mark", "same"), Sense("sort", "day")), pieces=())
    place = front[-1].end
    joint = Token("랑", place, place, ending="with", spaced=False)
    is_it = Token("이야", day.end, day.end, ending="", spaced=False)
    return [*front, joint, *behind, *_without_day(tokens[other]), day, is_it]


_TWO_DAYS = 2


def _without_day(token: Token) -> tuple[Token, ...]:
    """What a phrase for the day of something says beside the day."""
    return token.pieces[:-1] if len(token.pieces) > 1 else ()


@found_by("그", begins=("물", "질문", "언급", "거론", "나온"))
def thing_asked_about(tokens: list[Token]) -> list[Token]:
    """ "가나에 맡길지 물어본 그 로켓은 누가 만들어": who makes the rocket is asked, and nothing of that other question."""
    for at in range(2, len(tokens) - 1):
        pointed = tokens[at - 1].text == "그"
        verb = at - 1 - pointed
        thing = tokens[at].has("name") and tokens[at].ending is None and not tokens[at].has("title")
        led = verb > 0 and thing and _mentions(tokens, verb, pointed)
        if led and not any(map(asks, tokens[:at])) and any(map(asks, tokens[at + 1 :])):
            return tokens[at:]
    return tokens


def _mentions(tokens: list[Token], at: int, pointed: bool) -> bool:
    """Whether a verb before a thing says that it was asked about: "물어본", "질문에 나온", "맡기느냐던 그"."""
    verb = tokens[at]
    if pointed and verb.ending is not None:
        return verb.text.endswith("던") and tokens[at - 1].text.endswith(("냐", "지"))
    in_question = at > 1 and tokens[at - 1].ending == "at" and tokens[at - 2].text == "질문"
    return verb.text.startswith(_ASKED_ABOUT) or (verb.text == "나온" and in_question)


_ASKED_ABOUT = ("물어본", "물은", "질문한", "질문된", "언급한", "언급된", "거론된")


@found_by("말고", "빼고", "외에", "말고도")
def what_else(tokens: list[Token]) -> list[Token]:
    """ "가나 말고 또 얘기한 건?": what else that was is asked."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    last = content[-1] if len(content) > 3 else 0
    described = tokens[last - 1].has("verb") or tokens[last - 1].text in ("는", "던")
    thing = described and tokens[last].text in ("건", "거", "것", "게")
    barred = any("except" in t.ids("mark") for t in tokens[:last])
    others = any("else" in w.ids("mark") for t in tokens[:last] for w in (t, *t.pieces))
    if not last or not thing or not (barred and others) or any(map(asks, tokens)):
        return tokens
    end = tokens[-1].end
    return [
        *tokens,
        Token("뭐", end, end, (Sense("question", "what"),)),
        Token("야", end, end, ending="", spaced=False),
    ]
