"""What single phrases of everyday Korean say in other words: "아무나 갈 수 있는 자리", "어디랑 어디가", "연 지 오래됐어"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.interpreting.plain_lists import EVERYONE
from bot.language.senses import Sense
from bot.segment import Token

_CONTENTS = frozenset({"내용", "문구", "글귀"})


@found_by("누구", "누구나")
def anyone_at_all(tokens: list[Token]) -> list[Token]:
    """ "누구나 갈 수 있어", "누구든 오는 행사": whoever that is, nobody is asked for."""
    for at, (token, end, behind) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        open_to_all = token.text == "누구" and end.text in _WHOEVER and not end.spaced and behind.spaced
        if open_to_all:
            return [*tokens[:at], *tokens[at + 2 :]]
    return tokens


_WHOEVER = frozenset({"나", "든", "든지", "든가"})


@found_by("다", "모두", "전부", "다요")
def both_of_two(tokens: list[Token]) -> list[Token]:
    """ "사진 두 장 다", "두 곳 모두": so many and no more, which is both of them."""
    for at in range(1, len(tokens) - 2):
        number, unit, all_ = tokens[at : at + 3]
        counter = unit.text == "장" or (unit.has("unit") and not unit.has("sort"))
        if number.text == "두" and counter and "all" in all_.ids("mark"):
            both = replace(all_, text="둘 다", start=number.start, senses=(Sense("mark", "both"),), pieces=())
            return [*tokens[:at], both, *tokens[at + 3 :]]
    return tokens


@found_by("면")
def if_put_so(tokens: list[Token]) -> list[Token]:
    """ "김을 영어식으로 부르면?": how that is, is asked by a clause that is not gone on with."""
    verb = tokens[-2] if len(tokens) > _LEAST_PUT else tokens[0]
    put = next((t for t in reversed(tokens[:-2]) if t.ending is None), verb)
    if tokens[-1].text != "면" or any(map(asks, tokens)) or not put.has("of_fact", "part"):
        return tokens
    if not verb.text.startswith(_PUTTING) or not verb.has("verb"):
        return tokens
    return [*tokens[:-2], verb.silenced()]


_LEAST_PUT = 3
_PUTTING = ("부르", "쓰", "읽으", "말하", "하", "치")
"""How Korean verbs begin for putting something in other words."""


@found_by(begins=("받아", "나서"))
def took_it_up(tokens: list[Token]) -> list[Token]:
    """ "누가 받아서 답했어": that somebody took the question says no more than the answer."""
    for at, (verb, end) in enumerate(pairwise(tokens)):
        behind = next((t for t in tokens[at + 2 :] if t.ending is None), None)
        led = verb.text in ("받아", "나서") and end.text in ("서", "가지고", "갖고")
        if led and behind is not None and "said" in behind.ids("part"):
            return [*tokens[:at], *tokens[at + 2 :]]
    return tokens


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
    when = tokens[at].asking("언제", "when")
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


@found_by(begins=("어디 소속", "어디 사람"))
def of_which_house(tokens: list[Token]) -> list[Token]:
    """ "같이 온 사람은 어디 소속이야": of whoever is only described, the house is asked for."""
    at = next((n for n, t in enumerate(tokens) if n > 1 and t.text in ("어디 소속", "어디 사람")), 0)
    topic = [t for t in tokens[:at] if t.ending is None][-1:] if at else []
    people = any("person" in w.ids("sort") or w.has("title") for t in topic for w in (t, *t.pieces))
    if not people or topic[0].has("name"):
        return tokens
    house = Token("회사", tokens[at].end, tokens[at].end, (Sense("sort", "organisation"),))
    which = tokens[at].asking("어느", "which")
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


@found_by(begins=("같이", "함께"))
def to_do_together(tokens: list[Token]) -> list[Token]:
    """ "둘이 뭘 같이 하자고 했어", "같이 뭐 하기로 했대": what it was about is asked, and nobody who came along."""
    at = next((n for n, t in enumerate(tokens) if t.text in _TOGETHER_DO), -1)
    near = tokens[max(at - 2, 0) : at + 3]
    asked = any("what" in t.ids("question") for t in near)
    if at < 0 or not asked or not any(t.text.startswith(_PLANNED) for t in tokens[at + 1 :]):
        return tokens
    own = tuple(s for s in tokens[at].senses if s.fact or s.tag == "verb")
    about = replace(tokens[at], senses=(*own, Sense("part", "about"), Sense("light", "")), pieces=())
    return [*tokens[:at], about, *tokens[at + 1 :]]


_TOGETHER_DO = frozenset({"같이", "함께", "같이 하", "함께 하"})
_PLANNED = ("자고", "기로", "려고", "하자고", "하기로", "하려고")
"""How the end of a Korean verb begins that says what was agreed or meant to be done."""


@found_by(*_CONTENTS)
def what_it_says(tokens: list[Token]) -> list[Token]:
    """ "소제목 내용이 뭐야": what a thing says that is told word by word is that thing itself."""
    for at in range(1, len(tokens) - 1):
        noun = tokens[at - 1]
        own = noun.ending is None and noun.own_part
        bare = own and not noun.has("kind", "name", "verb", "noun", "light", "sort")
        if bare and tokens[at].text in _CONTENTS and tokens[at].has("light"):
            return [*tokens[:at], *tokens[at + 1 :]]
    return tokens


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
