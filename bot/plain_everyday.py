"""What turns of everyday Korean say in other words: "아무나 갈 수 있는 자리", "어디랑 어디가", "이걸로 끝이야"."""

from __future__ import annotations

from dataclasses import replace

from bot.cues import found_by
from bot.interrogatives import asks
from bot.plain_deeds import EVERYONE
from bot.segment import Token
from bot.senses import Sense

_CONTENTS = frozenset({"내용", "문구", "글귀"})
_SETTLED = frozenset({"확정", "결정", "결론", "매듭", "마무리", "합의"})
_CLOSING_VERBS = ("지었", "지은", "짓", "지어", "짓는", "지을")
"""Forms of the Korean verb that, behind a noun for an end or a decision, says that one came to it."""


@found_by("누구", "누구나")
def anyone_at_all(tokens: list[Token]) -> list[Token]:
    """ "누구나 갈 수 있어", "누구든 오는 행사": whoever that is, nobody is asked for."""
    for at, (token, end, behind) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        open_to_all = token.text == "누구" and end.text in _WHOEVER and not end.spaced and behind.spaced
        if open_to_all:
            return [*tokens[:at], *tokens[at + 2 :]]
    return tokens


_WHOEVER = frozenset({"나", "든", "든지", "든가"})


@found_by("자리")
def was_a_gathering(tokens: list[Token]) -> list[Token]:
    """ "가나는 공개된 자리였어", "누구든 갈 수 있는 자리야": behind what describes it, that it was a gathering says nothing more."""
    at = next((n for n, t in enumerate(tokens) if n > 1 and t.text == "자리"), 0)
    described = at and (tokens[at - 1].text in ("는", "은", "던") or "n" in tokens[at - 1].ids("verb"))
    last = at and all(t.ending == "" for t in tokens[at + 1 :]) and tokens[at + 1 : at + 2]
    spoken_of = any(t.has("name", "kind", "noun", "word") for t in tokens[: at - 1])
    if not (described and last and spoken_of) or any(map(asks, tokens)):
        return tokens
    return [*tokens[:at], tokens[at].silenced(), *tokens[at + 1 :]]


@found_by("어디")
def where_and_where(tokens: list[Token]) -> list[Token]:
    """ "어디랑 어디가 지어", "어디하고 어디서 하는 거야": who the two are is asked once."""
    for at in range(len(tokens) - 3):
        one, joint, other, behind = tokens[at : at + 4]
        two = one.text == other.text == "어디" and joint.ending == "with" and behind.ending == "subject"
        if two:
            both = replace(other, text=EVERYONE, start=one.start, senses=(Sense("question", "who"),))
            return [*tokens[:at], both, *tokens[at + 3 :]]
    return tokens


@found_by("오래")
def long_since(tokens: list[Token]) -> list[Token]:
    """ "연 지 오래됐어": how long ago it was is asked."""
    at = next((n for n, t in enumerate(tokens) if n > 1 and t.text.startswith("오래")), 0)
    since = at and tokens[at - 1].text == "지" and "n" in tokens[at - 2].ids("verb")
    if not since or any(map(asks, tokens[:at])):
        return tokens
    verb = at + 1 if tokens[at + 1 : at + 2] and tokens[at + 1].text.startswith("됐") else at
    end = next((n for n in range(verb + 1, len(tokens)) if tokens[n].ending is None), len(tokens))
    behind = tokens[end:]
    if any(map(asks, behind)):
        return [*tokens[: at - 1], *behind]
    when = replace(tokens[at], text="언제", senses=(Sense("question", "when"),), pieces=())
    return [*behind, *tokens[: at - 1], when]


@found_by("뭐", "뭣", "무엇", "뭐라", "뭣이라")
def anything_at_all(tokens: list[Token]) -> list[Token]:
    """ "뭐라도 정했어", "뭐 하나라도 나왔어": whatever that is, nothing is asked for."""
    for at in range(len(tokens) - 2):
        if tokens[at].text in ("뭐라", "뭣이라") and tokens[at + 1].text == "도":
            return [*tokens[:at], *tokens[at + 2 :]]
        if tokens[at].text not in ("뭐", "뭣", "무엇") or tokens[at].ending is not None:
            continue
        one = tokens[at + 1].text in ("하나", "한 가지")
        end = tokens[at + 1 + one]
        if end.text in ("라도", "이라도", "이라두", "라두") and at + 2 + one < len(tokens):
            return [*tokens[:at], *tokens[at + 2 + one :]]
    return tokens


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


@found_by("옆에", "곁에")
def at_side(tokens: list[Token]) -> list[Token]:
    """ "김 옆에 누구야", "혼자 안 왔다던데 옆에 누구": whoever was together with somebody is asked for."""
    at = next((n for n, t in enumerate(tokens) if n and t.text in ("옆에", "곁에")), 0)
    who = any("who" in t.ids("question") for t in tokens[at + 1 :])
    somebody = any(t.has("name", "anaphor") for t in tokens[:at])
    if not at or not who or not somebody or any(map(asks, tokens[:at])):
        return tokens
    there = replace(tokens[at], senses=(*tokens[at].senses, Sense("mark", "present")), pieces=())
    beside = tokens[at - 1].ending is None and tokens[at - 1].has("name", "title", "anaphor")
    place = tokens[at - 1].end
    joint = [Token("랑", place, place, ending="with", spaced=False)] if beside else []
    return [*tokens[:at], *joint, there, *tokens[at + 1 :]]


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


@found_by(tags=("number", "when"))
def figure_of_what(tokens: list[Token]) -> list[Token]:
    """ "5억이라는 숫자는 뭘 가리켜", "5억 원이라는 금액이 뭘 뜻해": what the figure is of is asked."""
    figure = next((n for n, t in enumerate(tokens) if t.has("number", "when")), len(tokens))
    called = next((n for n in range(figure + 1, len(tokens)) if tokens[n].text in _CALLED), len(tokens))
    noun = called + 1 < len(tokens) and tokens[called + 1].text in _FIGURES
    asked = next((n for n in range(figure, len(tokens)) if "what" in tokens[n].ids("question")), len(tokens))
    kept = [t for n, t in enumerate(tokens) if not (noun and n in (called, called + 1))]
    return [t.silenced() if t in tokens[asked:] and t.text.startswith(_MEANING) else t for t in kept]


_CALLED = frozenset({"라는", "이라는", "란", "이란"})
_FIGURES = frozenset({"숫자", "수치", "금액", "액수", "돈", "수", "값"})
_MEANING = ("가리키", "가리킨", "가리켜", "뜻하", "뜻해", "의미하", "의미해", "나타내", "말하는", "말해")
"""How Korean verbs begin for what something stands for."""


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
    """ "가나 연 날이랑 다라 연 날이 같아": whether both were on one day is asked."""
    last = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].ending is None), 0)
    days = [n for n in range(last) if tokens[n].ending is None and tokens[n].text.split()[-1] in _DAYS]
    if not tokens[last].text.startswith("같") or len(days) != 2 or any(map(asks, tokens)):
        return tokens
    one, other = days
    if tokens[one + 1].ending != "with" or other < last - 2:
        return tokens
    day = replace(tokens[last], text="같은 날", senses=(Sense("mark", "same"), Sense("sort", "day")), pieces=())
    place = tokens[one].end
    joint = Token("랑", place, place, ending="with", spaced=False)
    return [
        *tokens[:one],
        *_without_day(tokens[one]),
        joint,
        *tokens[one + 2 : other],
        *_without_day(tokens[other]),
        day,
        Token("이야", day.end, day.end, ending="", spaced=False),
    ]


def _without_day(token: Token) -> tuple[Token, ...]:
    """What a phrase for the day of something says beside the day."""
    return token.pieces[:-1] if len(token.pieces) > 1 else ()


@found_by(begins=("어디 소속", "어디 사람"))
def of_which_house(tokens: list[Token]) -> list[Token]:
    """ "같이 온 사람은 어디 소속이야": of whoever is only described, the house is asked for."""
    at = next((n for n, t in enumerate(tokens) if n > 1 and t.text in ("어디 소속", "어디 사람")), 0)
    topic = [t for t in tokens[:at] if t.ending is None][-1:] if at else []
    people = any("person" in w.ids("sort") or w.has("title") for t in topic for w in (t, *t.pieces))
    if not people or topic[0].has("name"):
        return tokens
    house = Token("회사", tokens[at].end, tokens[at].end, (Sense("sort", "organisation"),))
    which = replace(tokens[at], text="어느", senses=(Sense("question", "which"),), pieces=())
    return [*tokens[:at], which, house, *tokens[at + 1 :]]


@found_by(within=("어떤 사람", "어떤 분", "무슨 사람"))
def what_people(tokens: list[Token]) -> list[Token]:
    """ "어떤 사람들이 모였어": to come together is no meeting where it is asked what people did."""
    asked = next((n for n, t in enumerate(tokens) if t.text in _WHAT_PEOPLE), len(tokens))
    if not any(t.text.startswith("들") for t in tokens[asked + 1 : asked + 2]):
        return tokens
    light = (Sense("light", ""),)
    return [
        replace(t, senses=(*t.senses, *light)) if t.text.startswith(_TOGETHER) and t.has("verb") else t for t in tokens
    ]


_WHAT_PEOPLE = frozenset({"어떤 사람", "어떤 분", "무슨 사람"})
_TOGETHER = ("모였", "모인", "모이", "모여")


@found_by(*_CONTENTS)
def what_it_says(tokens: list[Token]) -> list[Token]:
    """ "소제목 내용이 뭐야": what a thing says that is told word by word is that thing itself."""
    for at in range(1, len(tokens) - 1):
        noun = tokens[at - 1]
        own = noun.ending is None and any(s.tag == "part" and s.fact and not s.like for s in noun.senses)
        bare = own and not noun.has("kind", "name", "verb", "noun", "light", "sort")
        if bare and tokens[at].text in _CONTENTS and tokens[at].has("light"):
            return [*tokens[:at], *tokens[at + 1 :]]
    return tokens


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


@found_by(within=("입장",))
def stances(tokens: list[Token]) -> list[Token]:
    """ "김은 그 일에 어떤 입장을 밝혔어": what somebody said of it is asked, and no showing and no going in."""
    found = [p for t in tokens for p in (t.pieces if t.pieces and t.pieces[0].text == "입장" else (t,))]
    at = next((n for n, t in enumerate(found) if n and t.text == "입장" and t.ending is None), 0)
    verb = next((t for t in found[at + 1 : at + 3] if t.ending is None), None)
    asked = at and {"which", "what"} & set(found[at - 1].ids("question"))
    if not asked or verb is None or not verb.text.startswith(_TAKING_A_STANCE):
        return tokens
    kept = tuple(s for s in found[at].senses if s.tag == "part")
    stance = replace(found[at], senses=(*kept, Sense("part", "said")))
    done = replace(verb, senses=(Sense("light", ""), Sense("verb", "past")), pieces=())
    return [stance if n == at else done if t is verb else t for n, t in enumerate(found)]


_TAKING_A_STANCE = ("밝혔", "밝힌", "보였", "보인", "내놨", "내놓", "냈", "낸", "표했", "표명", "취했", "전했")


@found_by(begins=("이름", "성함"))
def names_of_so_many(tokens: list[Token]) -> list[Token]:
    """ "거기 있던 다섯 명 이름 다 말해 줘": who all those were is asked."""
    at = next((n for n, t in enumerate(tokens) if n > 2 and t.text.split()[0] in ("이름", "이름들", "성함")), 0)
    behind = tokens[at + 1 :]
    if not at or any(t.ending is None and not (t.has("tell", "light") or "all" in t.ids("mark")) for t in behind):
        return tokens
    counted = tokens[at - 1].has("unit") and tokens[at - 2].has("number")
    people = counted or any("person" in w.ids("unit") for w in tokens[at - 1].pieces)
    start = at - 1 - counted
    before = tokens[start - 1]
    described = before.text in ("던", "는", "은") or "n" in before.ids("verb")
    if not people or not described or any(map(asks, tokens)):
        return tokens
    place = tokens[at - 1].end
    those = Token("사람", place, place, (Sense("sort", "person"),))
    topic = Token("은", place, place, ending="topic", spaced=False)
    who = Token(EVERYONE, place, place, (Sense("question", "who"),))
    return [*tokens[:start], those, topic, who]


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
