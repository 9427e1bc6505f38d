"""What some constructions about what was said or written say in other words: "누가 한말", "뭐라고 적혀 있어"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.senses import Sense
from bot.segment import Token


@found_by("나서", "고")
def told_after(tokens: list[Token]) -> list[Token]:
    """ "박을 만나고 나서 뭐라고 얘기했어": behind what was over by then, what was said is asked for, and not what was talked about."""
    found = list(tokens)
    for n, token in enumerate(tokens[2:], 2):
        then = token.text == "나서" and tokens[n - 1].text == "고" and tokens[n - 2].has("verb")
        if then and any(t.has("ask") and "said" in t.ids("part") for t in tokens[n + 1 : n + 2]):
            found[n] = token.silenced()
        asks_words = "said" in tokens[n - 1].ids("part") and tokens[n - 1].has("ask")
        over = any(
            t.text == "고" and before.has("kind") and before.has("verb")
            for before, t in pairwise(tokens[max(0, n - 4) : n - 1])
        )
        if asks_words and over and {"about", "said"} <= set(token.ids("part")):
            told = tuple(s for s in token.senses if (s.tag, s.id) != ("part", "about"))
            found[n] = replace(token, senses=told, pieces=())
    return found


@found_by(tags=("source",))
def seen_where(tokens: list[Token]) -> list[Token]:
    """ "이번에는 어디서 본 거야": behind a word for one time of several, where that was is asked, and no source."""
    return [
        p
        for n, t in enumerate(tokens)
        for p in (
            t.pieces
            if t.has("source")
            and any("where" in w.ids("question") for w in t.pieces)
            and any({"now", "time"} & set(b.ids("anaphor")) or "earlier" in b.ids("mark") for b in tokens[:n])
            else (t,)
        )
    ]


_SAID = (Sense("part", "said"), Sense("light", ""))
"""What a noun means for what somebody said."""


@found_by("무슨")
def what_words(tokens: list[Token]) -> list[Token]:
    """ "회의 뒤에 무슨 말 했어": behind an event, what somebody said, as in "무슨 말을 했어"; 말했어 written apart is no other verb there."""
    if not any("after" in t.ids("mark") for t in tokens):
        return tokens
    found: list[Token] = []
    for token in tokens:
        asked = found[-1] if found and found[-1].text == "무슨" else None
        if asked and token.text.startswith("말 ") and "said" in token.ids("part"):
            words = (Sense("ask", "what"), Sense("part", "said"))
            verb = tuple(s for s in token.senses if s.tag in ("verb", "light"))
            found[-1] = Token("무슨 말", asked.start, token.start + 1, words)
            token = replace(token, text=token.text[2:], start=token.start + 2, senses=verb, pieces=())
        found.append(token)
    return found


@found_by("말이")
def words_said(tokens: list[Token]) -> list[Token]:
    """ "김이 한 말이 뭐예요": what was said is asked; 말이 is a phrase of courtesy elsewhere ("말이야")."""
    for at, token in enumerate(tokens[1:-1], 1):
        if token.text == "말이" and tokens[at - 1].text in _SPOKEN and asks(tokens[at + 1]):
            words = replace(token, text="말", end=token.end - 1, senses=_SAID, pieces=())
            subject = replace(
                token, text="이", start=token.end - 1, senses=(), pieces=(), ending="subject", spaced=False
            )
            return [*tokens[:at], words, subject, *tokens[at + 1 :]]
    return tokens


@found_by("한말", "한소리", "소리")
def one_said(tokens: list[Token]) -> list[Token]:
    """ "누가 한말?", "누가 한 소리야": what somebody said, in one word with its verb or by the word for a sound."""
    does = (Sense("light", ""), Sense("verb", "n"), Sense("filler", ""))
    found: list[Token] = []
    for at, token in enumerate(tokens):
        if token.text in ("한말", "한소리") and token.ending is None:
            cut = token.start + 1
            found.append(replace(token, text="한", end=cut, senses=does, pieces=()))
            found.append(replace(token, text="말", start=cut, senses=_SAID, pieces=(), spaced=False))
        elif token.text == "소리" and at and (tokens[at - 1].text in _SPOKEN or tokens[at - 1].text.endswith(_AS_SAID)):
            found.append(replace(token, text="말", senses=_SAID, pieces=()))
        else:
            found.append(token)
    return found


_AS_SAID = ("란", "라는", "다는")
"""How the words end that a noun for what was said has before it: "말도 안 된다는 소리"."""


_TALK = frozenset({"얘기야", "얘기임", "이야기야", "얘긴데", "얘기인데", "얘기예요", "얘기죠", "얘기지", "이야기예요"})


@found_by(*_TALK)
def contents(tokens: list[Token]) -> list[Token]:
    """ "무슨 얘기야": right behind its question word, what is a phrase of courtesy elsewhere asks what it is about."""
    about = (Sense("part", "about"), Sense("light", ""))
    return [
        replace(t, senses=about, pieces=())
        if n and t.text in _TALK and tokens[n - 1].text in ("무슨", "뭔", "어떤", "먼")
        else t
        for n, t in enumerate(tokens)
    ]


_SPOKEN = frozenset({"한", "하신", "했던", "하셨던", "남긴", "남겼던", "꺼낸", "던진", "전한"})
"""Verbs before 말 that make it what was said."""


_WRITTEN = (
    "적", "쓰", "써", "썼", "나오", "나와", "나왔", "나옴", "나온", "되", "돼", "표기", "불리", "불려",
    "부르", "불러", "불렀", "달려", "달린", "달렸", "찍혀", "찍힌", "박혀", "박힌", "붙어", "붙은", "기재", "인쇄",
)  # fmt: skip
"""How verbs begin that 뭐라고 does not make verbs of saying."""


@found_by(tags=("ask",))
def sayings(tokens: list[Token]) -> list[Token]:
    """ "What did X say" holds a verb of saying ("뭐라고 했어"); before another verb it only asks what ("뭐라고 적혀 있어")."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if "what" not in token.ids("ask"):
            continue
        after = next((t for t in tokens[at + 1 :] if t.ending is None), None)
        direct = tokens[at + 1] if at + 1 < len(tokens) else None
        says = (
            direct is None or (direct.ending is not None and direct.text[:1] in tuple("하한했함해할")) or after is None
        )
        says = says or (after is not None and ("said" in after.ids("part") or not after.text.startswith(_WRITTEN)))
        says = says and not (after is not None and "said" in token.ids("part") and _of_own_part(after))
        says = says and not (after is None and at + 1 == len(tokens) and tokens[at - 1].text in _THAT_WHICH)
        if not says or _is_written(tokens[:at]):
            found[at] = replace(token, senses=(Sense("question", "what"),), pieces=())
        if "".join(t.text for t in tokens[at + 1 : at + 3]).startswith(_STANDS):
            found[at + 1] = tokens[at + 1].silenced()
    return found


_STANDS = ("써있", "써 있", "써져", "쓰여", "쓰이", "적혀", "적힌", "적히", "써놨", "써놓", "적어놨", "적어놓", "씌어")
"""How verbs begin that say only that something stands written."""


def _is_written(before: list[Token]) -> bool:
    """Whether a text of its own is what says it, and nobody: "부제는 뭐라고 해"."""
    by = [n for n, t in enumerate(before) if t.ending in ("topic", "subject")]
    return bool(by) and by[-1] > 0 and _is_text(before[by[-1] - 1])


def _is_text(noun: Token) -> bool:
    """Whether a noun is for a part of the base's own and for nothing else: "부제"."""
    parts = {s.id for s in noun.senses if s.tag == "part" and not s.like}
    other = noun.has("name", "title", "sort", "kind", "unit", "light", "noun", "verb", "anaphor", "mark", "question")
    return bool(parts) and parts.isdisjoint(_SAYING_PARTS) and not other


@found_by("내용")
def contents_of_text(tokens: list[Token]) -> list[Token]:
    """ "부제 내용", "부제의 가나 부분 내용": the contents of what is a text of its own are that."""
    at = next((n for n, t in enumerate(tokens) if n and t.text == "내용"), 0)
    plain = (
        at
        and any(map(_is_text, tokens[:at]))
        and not any(t.has("verb", "kind") and not t.has("light") for t in tokens[:at][-2:])
    )
    return [t.silenced() if plain and n == at else t for n, t in enumerate(tokens)]


def _of_own_part(verb: Token) -> bool:
    """Whether a verb names a part of the base's own, and no words said: "뭐라고 주장해", where there is one for what they hold."""
    own = {s.id for s in verb.senses if s.tag == "part" and not s.like}
    return verb.has("verb") and bool(own) and own.isdisjoint(_SAYING_PARTS)


_SAYING_PARTS = frozenset(
    {"said", "about", "is", "title", "called", "spelt", "stands_for", "result", "next", "why", "how"}
)
"""General parts for what is said, or said of something."""
_THAT_WHICH = ("게", "는게", "은게", "건", "는건", "은건", "것이", "것은")
"""What stands before a 뭐라고 that only asks once more what that is: "짓는 게 뭐라고?"."""


@found_by("뭔가", "무언가")
def somethings(tokens: list[Token]) -> list[Token]:
    """A word for something that is no question ("뭔가 정해졌나요" asks whether), where a sentence follows it."""
    return [
        t.silenced() if t.text in ("뭔가", "무언가") and t.has("question") and n < len(tokens) - 2 else t
        for n, t in enumerate(tokens)
    ]


@found_by(tags=("of_fact", "part"))
def asked_by_phrase(tokens: list[Token]) -> list[Token]:
    """ "어디로 들어갔어", "누구 거", where an author wrote that whole down for a part: that part is asked for, and no yes or no."""
    if any(map(asks, tokens)):
        return tokens
    return [
        replace(t, senses=(*t.senses, Sense("ask", "what")))
        if not t.text.isascii()
        and ((t.has("of_fact") and t.has("verb")) or t.has("part"))
        and any(map(asks, t.pieces[:1]))
        else t
        for t in tokens
    ]


_KOREAN = {"who": "누구", "where": "어디", "when": "언제", "what": "뭐", "why": "왜"}


@found_by(*_KOREAN)
def in_korean(tokens: list[Token]) -> list[Token]:
    """ "press 앞에서 말한 사람 who?": an English question word among Korean ones is read by the rules of Korean."""
    if not any(t.ending is not None for t in tokens):
        return tokens
    return [
        replace(t, text=_KOREAN[t.text]) if t.has("question") and t.text in _KOREAN and _amid(tokens, n) else t
        for n, t in enumerate(tokens)
    ]


def _amid(tokens: list[Token], at: int) -> bool:
    """Whether Korean stands right beside a word."""
    beside = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]]
    return any(not t.text.isascii() for t in beside)


@found_by("anything", "something", "nothing", "is there anything", "was there anything", "is there something")
def anything_new(tokens: list[Token]) -> list[Token]:
    """ "Is there anything new in 2031?", "anything new planned for spring": the word behind is what it must be, however idle elsewhere."""
    found = list(tokens)
    for at, (token, after) in enumerate(pairwise(tokens), 1):
        if token.text.split()[-1] not in ("anything", "something", "nothing") or not after.has("light"):
            continue
        own = tuple(s for s in after.senses if s.tag in ("kind", "part", "word"))
        if not own or "judged" not in after.ids("mark"):
            continue
        found[at] = replace(after, senses=own)
        if any(t.text in ("planned", "scheduled") for t in tokens[at + 1 : at + 2]):
            found[at + 1] = tokens[at + 1].silenced()
    return found
