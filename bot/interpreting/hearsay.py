"""Korean ways of asking again, and of asking whether what was heard is so: "어디서 만났다고?", "열었다는 얘기가 맞아?", "직책이 뭐라고?"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.senses import Sense
from bot.segment import Token


@found_by(ends=("고", "구", "고요", "구요"))
def asked_again(tokens: list[Token]) -> list[Token]:
    """ "어디서 만났다고?", "연 게 누구라고 했지?": said once more, that asks for no words of anybody."""
    last = max((n for n, t in enumerate(tokens) if t.ending is None), default=0)
    recalled = (
        last > 0
        and tokens[last].text in ("했", "하셨", "그랬")
        and all(t.text in _RECALLING for t in tokens[last + 1 :])
    )
    at = last - 1 if recalled else next((n for n in range(last + 1, len(tokens)) if _quotes(tokens[n])), 0)
    plain = [t for t in tokens[: max(at, 0)] if asks(t)]
    if at < 1 or not plain or not _quotes(tokens[at]):
        return tokens
    of_words = any(t.has("ask") or t.ids("question")[:1] in (("what",), ("which",)) for t in plain)
    if of_words or (recalled and any(t.text == "누가" for t in plain)):
        return tokens  # "어떤 회사라고 했지", "누가 못 한다고 했지" ask for what was said, or by whom
    did = tokens[at].text[: -len("다고")]  # "발표했다고"
    return [*tokens[:at], *([replace(tokens[at], text=f"{did}어")] if did in ("했", "됐") else [])]


def _quotes(token: Token) -> bool:
    """Whether an ending closes what somebody says."""
    return token.ending is not None and token.text.removesuffix("요").endswith(_QUOTING)


_QUOTING = ("다고", "다구", "라고", "라구", "냐고", "냐구")
"""Ends of what somebody says, with the spoken forms of them."""
_RECALLING = ("지", "죠", "지요", "더라", "던가", "나", "나요")
"""Endings by which somebody tries to remember ("라고 했지")."""


@found_by(tags=("ask",))
def what_again(tokens: list[Token]) -> list[Token]:
    """ "직책이 뭐라고?": of a noun for what is told, what it is is asked once more, and no words of anybody."""
    found = list(tokens)
    for at in range(2, len(tokens)):
        noun = tokens[at - 2]
        named = tokens[at - 1].ending in ("subject", "topic") and noun.has("part", "sort")
        named = named and not noun.has("name", "title") and not {"said", "about"} & set(noun.ids("part"))
        last = all(t.ending is not None for t in tokens[at + 1 :])
        if "what" in tokens[at].ids("ask") and named and last and "person" not in noun.ids("sort"):
            found[at] = tokens[at].asking("뭐", "what")
    return found


_HEARD = frozenset({"얘기", "이야기", "말", "소리", "소문", "소식", "내용", "주장", "보도", "뉴스", "썰"})
"""Nouns for what was heard or read."""


@found_by(*_HEARD)
def rumoured(tokens: list[Token]) -> list[Token]:
    """ "열었다는 얘기가 맞아?", "연다는 소문이 사실이야?": the noun for what was heard is no thing that is asked about."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        told = at > 0 and tokens[at - 1].ending is not None and tokens[at - 1].text.endswith(("다는", "라는", "단"))
        checked = any(t.has("confirm") for t in tokens[at + 1 : at + 3])
        light = told and checked and token.ending is None and token.text in _HEARD
        found.append(token.silenced() if light else token)
    return found


@found_by("분")
def honoured(tokens: list[Token]) -> list[Token]:
    """ "연 분 성함이?": behind a verb and before a word for a name, 분 is a person, and no minute."""
    person = (Sense("sort", "person"),)
    return [
        replace(t, text="사람", senses=person, pieces=())
        if t.text == "분" and 0 < n < len(tokens) - 1 and _is_adnominal(tokens, n) and _names(tokens[n + 1])
        else t
        for n, t in enumerate(tokens)
    ]


def _is_adnominal(tokens: list[Token], at: int) -> bool:
    """Whether a verb that describes a noun stands right before it."""
    before = tokens[at - 1]
    return before.ending is not None or "n" in before.ids("verb")


def _names(token: Token) -> bool:
    return "name" in token.ids("sort") or token.text in ("성함", "존함")


_STANDS = ("나와 있", "나와있", "나오", "나와", "알려져 있", "알려졌", "적혀 있")
"""How a Korean verb begins, as it is cut up, that asks whether something stands in a text."""


@found_by(begins=_STANDS)
def written(tokens: list[Token]) -> list[Token]:
    """ "소속 나와 있나요?", "이유가 나오나요?": what is asked for is that, and not whether it stands somewhere."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    if len(content) < 2 or any(map(asks, tokens)) or not tokens[content[-1]].text.startswith(_STANDS):
        return tokens
    noun = tokens[content[-2]]
    beside = [t.ending for t in tokens[content[-2] + 1 : content[-1]]]
    bare = noun.has("part") and not noun.has("name", "verb", "kind") and beside in ([], ["subject"], ["topic"])
    return tokens[: content[-2] + 1] if bare else tokens


@found_by("내용")
def words_of(tokens: list[Token]) -> list[Token]:
    """ "말한 내용", "밝힌 내용": behind a verb of saying alone these are the words, and not what they are about."""
    said = (Sense("part", "said"),)
    return [
        replace(t, senses=said, pieces=())
        if t.text == "내용" and n and {"said", "about"} & set(t.ids("part")) and _says(tokens[n - 1])
        else t
        for n, t in enumerate(tokens)
    ]


def _says(token: Token) -> bool:
    parts = set(token.ids("part"))
    return "n" in token.ids("verb") and "said" in parts and "about" not in parts


@found_by(begins=("맡",))
def in_office(tokens: list[Token]) -> list[Token]:
    """ "주심을 맡은 사람": to take the part that the noun names says nothing more; not where a base tells of that itself."""
    at = next((n for n in range(2, len(tokens)) if _takes_part(tokens, n)), 0)
    if not at:
        return tokens
    if "n" in tokens[at].ids("verb") and [t.text for t in tokens[at + 1 : at + 2]] in (["사람"], ["분"]):
        return [*tokens[: at - 1], *tokens[at + 2 :]]
    light = (Sense("light", ""), *(s for s in tokens[at].senses if s.tag == "verb"))
    return [*tokens[:at], replace(tokens[at], senses=light, pieces=()), *tokens[at + 1 :]]


def _takes_part(tokens: list[Token], at: int) -> bool:
    """Whether 맡다 stands here, right behind a noun for the part that somebody has in something."""
    noun, verb = tokens[at - 2], tokens[at]
    held = tokens[at - 1].ending == "object" and verb.text.startswith("맡") and noun.has("part", "title")
    return held and not noun.has("name", "noun") and not set(noun.ids("kind")) & set(verb.ids("kind"))


@found_by("사람", "분")
def for_anyone(tokens: list[Token]) -> list[Token]:
    """ "연 날짜 알려줄 사람?", "연 날짜 아시는 분": whoever is to tell it is not asked for."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    last = content[-1] if len(content) > 2 else 0
    before = tokens[content[-2]] if last else None
    tells = before is not None and before.has("tell") and before.text.endswith(("줄", "주실", "줄래", "주는"))
    return tokens[:last] if tells and tokens[last].text in ("사람", "분") else tokens


@found_by("뭐", "뭐라고", "네", "예", "엥", "어")
def startled(tokens: list[Token]) -> list[Token]:
    """ "뭐? 누가 열었다고?": by the first word nothing is asked yet."""
    content = [t for t in tokens if t.ending is None]
    alone = len(content) > 2 and content[0] is tokens[0] and tokens[0].text in ("뭐", "뭐라고", "네", "예", "엥", "어")
    return tokens[1:] if alone and tokens[1].start - tokens[0].end > 1 else tokens


_SAID_SO = frozenset({"그랬어", "그랬어요", "그랬나", "그랬나요", "그랬음"})


@found_by("한")
def having_said(tokens: list[Token]) -> list[Token]:
    """ "좋다고 한 건 김이야": behind what somebody says, 한 is no number, and 건 is only what he said."""
    found = list(tokens)
    for at, (before, token) in enumerate(pairwise(tokens), 1):
        if token.text == "한" and before.ending is not None and before.text.endswith(("다고", "라고", "냐고")):
            found[at] = replace(token, senses=tuple(s for s in token.senses if s.tag != "number"))
            if tokens[at + 1 : at + 2] and tokens[at + 1].text == "건":
                found[at + 1] = tokens[at + 1].silenced()
    return found


@found_by(*_SAID_SO)
def said_so(tokens: list[Token]) -> list[Token]:
    """ "없다 그랬어?": behind what somebody says, that is "없다고 했어", and no word of assent."""
    at = len(tokens) - 1
    quoted = at > 1 and tokens[at - 1].ending is not None and tokens[at - 1].text.endswith(("다", "라", "냐"))
    if not quoted or tokens[at].text not in _SAID_SO:
        return tokens
    said = replace(tokens[at], text="했", senses=(Sense("light", ""), Sense("verb", "past")), pieces=())
    end = replace(tokens[at], text="어", senses=(), pieces=(), ending="", spaced=False)
    return [*tokens[: at - 1], replace(tokens[at - 1], text=f"{tokens[at - 1].text}고", ending=""), said, end]
