"""What some Korean constructions about asking, answering and wording say in other words: "뭐라고 물었어", "표현을 쓴 사람"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.interpreting.plain_lists import EVERYONE
from bot.language.senses import Sense
from bot.segment import Token


@found_by(tags=("ask",))
def in_what_words(tokens: list[Token]) -> list[Token]:
    """ "김이 뭐라고 했어 영어로": how somebody put it is asked, and not how the name of whoever said it is spelt."""
    at = next((n for n, t in enumerate(tokens[:-1]) if t.has("ask") and "said" in t.ids("part")), -1)
    spoke = at >= 0 and tokens[at + 1].text.startswith(_SAID)
    led = [t for t, after in pairwise(tokens) if t.has("name") and after.ending in ("subject", "topic")]
    if not spoke or not led:
        return tokens
    return [t.silenced() if "spelt" in t.ids("part") and not t.text.isascii() else t for t in tokens]


_SAID = ("한", "했", "말했", "말한", "표현했", "표현한", "대답했", "답했", "답한")
"""How Korean verbs begin for having said."""


_TALK = frozenset({"얘기", "이야기", "얘길", "이야길"})


@found_by(*_TALK)
def talk_of_it(tokens: list[Token]) -> list[Token]:
    """ "김이 박 얘기 뭐라고 했어": a noun for talk right before what was said only says of whom it was."""
    for at in range(1, len(tokens) - 1):
        behind = [t for t in tokens[at + 1 : at + 3] if t.ending is None]
        said = bool(behind) and behind[0].has("ask") and "said" in behind[0].ids("part")
        if said and tokens[at].text in _TALK and tokens[at].ending is None and tokens[at - 1].ending is None:
            return [t.silenced() if n == at else t for n, t in enumerate(tokens)]
    return tokens


@found_by(within=("물", "묻", "질문"))
def asked_what(tokens: list[Token]) -> list[Token]:
    """ "기자가 뭐라고 물었어", "뭘 맡길 거냐고 물었어": what the question was is asked, and nothing that it asks of or that was said."""
    at = next((n for n, t in enumerate(tokens) if n and t.text.startswith(_ASKED) and t.has("verb", "part")), 0)
    if not at or any(map(asks, tokens[at:])):
        return tokens
    asked_so = tuple(s for s in tokens[at].senses if s.tag != "light")
    behind = [replace(tokens[at], senses=asked_so), *tokens[at + 1 :]]
    what = Token("뭘", tokens[at].start, tokens[at].start, (Sense("question", "what"),))
    to_somebody = any(t.ending == "to" or (t.has("title") and t.has("part")) for t in tokens[:at])
    if tokens[at - 1].has("ask") and "said" in tokens[at - 1].ids("part") and to_somebody:
        return [*tokens[: at - 1], replace(tokens[at - 1], senses=what.senses, pieces=()), *behind]
    quoted = (
        tokens[at - 1].text.endswith("고") and at > 1 and (tokens[at - 1].text + tokens[at - 2].text).find("냐") >= 0
    )
    asked = [n for n in range(at) if {"what", "which"} & set(tokens[n].ids("question"))]
    if not quoted or len(asked) != 1 or sum(map(asks, tokens[:at])) != 1:
        return tokens
    within = [t.silenced() if n == asked[0] else t for n, t in enumerate(tokens[:at])]
    return [*within, what, *behind]


_ASKED = ("물었", "물은", "물어", "물음", "묻", "질문했", "질문한", "질문하")
"""How Korean verbs of asking begin."""


@found_by(ends=("사람", "분", "이"), begins=("쓴", "사용한", "썼", "사용했"))
def worded_by(tokens: list[Token]) -> list[Token]:
    """ "그 표현을 쓴 사람은", "그 표현 누가 썼어": whoever said so is asked for, and no author."""
    for at in range(2, len(tokens)):
        token = tokens[at]
        before = [t for t in tokens[:at] if t.ending is None and "who" not in t.ids("question")]
        if token.text.startswith(("썼", "사용했")) and before[-1:] and before[-1].text in _WORDING:
            spoke = (Sense("light", ""), Sense("verb", "past"), Sense("part", "said"))
            return [*tokens[:at], replace(token, text="말했", senses=spoke, pieces=()), *tokens[at + 1 :]]
        word = tokens[at - 2] if tokens[at - 1].ending == "object" else tokens[at - 1]
        if token.text.split()[0] in ("쓴", "사용한") and word.text in _WORDING and token.pieces:
            said = (Sense("light", ""), Sense("verb", "n"))
            verb = replace(token.pieces[0], text="한", senses=said)
            return [*tokens[:at], verb, *token.pieces[1:], *tokens[at + 1 :]]
    return tokens


_WORDING = frozenset({"표현", "말", "단어", "용어"})


@found_by(within=("입에서",))
def from_mouth(tokens: list[Token]) -> list[Token]:
    """ "김 입에서 나온 말": what came out of a mouth was said, and was no showing."""
    at = next((n for n, t in enumerate(tokens) if t.text.startswith("입에서")), len(tokens))
    return [t.silenced() if n > at and t.text.startswith("나") and t.has("part") else t for n, t in enumerate(tokens)]


@found_by(within=("받아", "받고"))
def taken_up(tokens: list[Token]) -> list[Token]:
    """ "그 질문 누가 받아서 대답했어": who took it up and answered only answered."""
    for at in range(1, len(tokens) - 2):
        took, ending, verb = tokens[at : at + 3]
        answered = verb.text.startswith(("대답", "답변", "답했", "답한")) and ending.ending is not None
        if answered and took.text.startswith("받") and any(t.text == "질문" for t in tokens[:at]):
            return [*tokens[:at], *tokens[at + 2 :]]
    return tokens


@found_by(within=("받",))
def undergone(tokens: list[Token]) -> list[Token]:
    """ "인터뷰 받는 두 사람": who undergoes a deed is no one who gets or gives anything."""
    found = list(tokens)
    for at, token in enumerate(tokens[1:], 1):
        deed = tokens[at - 2] if at > 1 and tokens[at - 1].ending == "object" else tokens[at - 1]
        if token.text.startswith("받") and deed.text in _UNDERGONE:
            found[at] = token.silenced()
    return found


_UNDERGONE = frozenset({"인터뷰", "취재", "조사", "검사", "치료", "수술", "심문"})
"""Korean deeds that one "gets" done to oneself."""


@found_by(within=("누구",))
def who_and_who(tokens: list[Token]) -> list[Token]:
    """ "두 사람이 누구랑 누구야", "제휴 누구랑 누구야": who the two are is asked once."""
    at = next((n for n in range(len(tokens) - 2) if tokens[n].text == tokens[n + 2].text == "누구"), -1)
    joined = at >= 0 and tokens[at + 1].ending == "with" and not any(map(asks, tokens[:at]))
    if joined and any("pair" in t.ids("mark") for t in tokens[:at]):
        return [*tokens[:at], *tokens[at + 2 :]]
    if joined and at and all(t.ending == "" for t in tokens[at + 3 :]):
        return [*tokens[:at], replace(tokens[at + 2], text=EVERYONE, start=tokens[at].start), *tokens[at + 3 :]]
    return tokens


_ASKING_ENDS = frozenset([
    "나", "나요", "니", "냐", "까", "습니까", "했나", "했나요", "했니", "했냐", "했습니까", "됐나", "됐나요", "됐니", "됐습니까", "하나요", "합니까",
])  # fmt: skip
"""Endings of Korean verbs that do nothing but ask."""


@found_by(*_ASKING_ENDS)
def turned_about(tokens: list[Token]) -> list[Token]:
    """ "김도 갔나 그 회의에", "제휴했나 가나가": what stands behind the verb that asks is put before it."""
    at = next((n for n, t in enumerate(tokens) if n and t.ending == "" and t.text in _ASKING_ENDS), 0)
    behind = tokens[at + 1 :]
    if not at or not 1 < len(behind) <= _BEHIND or behind[-1].ending in (None, "", "also") or any(map(asks, behind)):
        return tokens
    nouns = [t for t in behind if t.ending is None]
    named = any(t.has("name", "kind", "noun", "anaphor", "word") for t in nouns)
    if not named or any(t.has("verb", "tell", "confirm", "follow") for t in nouns):
        return tokens
    return [*behind, *tokens[: at + 1]]


_BEHIND = 6
"""So many tokens at most stand behind a Korean verb that asks, as what was left out before it."""


@found_by("없")
def there_is_none(tokens: list[Token]) -> list[Token]:
    """ "입장은 없는 거예요?", "발표도 없는 건가요": whether there is none."""
    at = next((n for n in range(1, len(tokens) - 2) if tokens[n].text == "없" and tokens[n + 1].text == "는"), 0)
    if not at or not all(t.text in _IT_IS_SO or t.ending is not None for t in tokens[at + 2 :]):
        return tokens
    return [*tokens[: at + 1], replace(tokens[at + 1], text="어", ending="")]


_IT_IS_SO = frozenset({"거", "건", "게", "것", "건가요", "건가", "건지", "거야", "거지", "거죠", "겁니까"})
"""Korean words by which it is only said that it is so ("없는 건가요")."""


@found_by(tags=("ask",))
def made_for(tokens: list[Token]) -> list[Token]:
    """ "가나는 누구를 위한 행사야", "어떤 사람들을 위한 자리였어": for whom it is is asked, and not what gathering it is."""
    at = next((n for n, t in enumerate(tokens[:-1]) if t.has("ask") and "for" in t.ids("part")), -1)
    behind = [t for t in tokens[at + 1 :] if t.ending is None]
    if at < 0 or not tokens[at].text.endswith("위한") or len(behind) != 1 or behind[0] is not tokens[at + 1]:
        return tokens
    noun = tokens[at + 1]
    if noun.has("light", "verb", "tell") or not noun.has("kind", "noun", "name", "word"):
        return tokens
    told = any(t.has("name", "kind", "anaphor") for t in tokens[:at])
    rest = [*tokens[: at + 1], *tokens[at + 2 :]]
    return rest if told and not noun.has("name") else [noun, *rest]


@found_by("거래", "거래요")
def heard_to_be(tokens: list[Token]) -> list[Token]:
    """ "누구를 위한 거래", "왜 간 거래": at the end of a question, behind a verb that describes it, 거래 is no trade but what was heard."""
    last = len(tokens) - 1 - (tokens[-1].text == "요")
    heard = (
        last > 0 and tokens[last].text in ("거래", "거래요") and not tokens[last].has("kind", "part", "word", "noun")
    )
    before = tokens[last - 1]
    described = {"n", "past"} & set(before.ids("verb")) or "for" in before.ids("part") or before.text in ("는", "은")
    return tokens[:last] if heard and described and any(map(asks, tokens)) else tokens


@found_by(*_WORDING)
def quoted_word(tokens: list[Token]) -> list[Token]:
    """ "파트너라는 표현 누가 썼어": a word that somebody is said to have put is no part of anything else."""
    found = list(tokens)
    for at in range(2, len(tokens)):
        word, joint = tokens[at - 2], tokens[at - 1]
        said = tuple(s for s in word.senses if s.tag == "word")
        quoted = joint.ending is not None and joint.text in ("라는", "이라는", "란", "이란")
        if quoted and tokens[at].text in _WORDING and said and word.has("part", "kind"):
            found[at - 2] = replace(word, senses=said)
    return found
