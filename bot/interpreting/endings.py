"""Korean forms that end a question for yes or no: verbs and their endings, and nouns of what was said, is there or is somebody's."""

from __future__ import annotations

from itertools import takewhile

from bot.segment import Token

WORDS_OF = frozenset({"말", "말이야", "말이에요", "말이죠", "말이지", "말인가요", "말임", "말입니까"})
"""Korean forms of what somebody said, behind a verb: "김이 한 말이야"."""
_THEIRS = frozenset(
    {"거야", "꺼야", "거예요", "꺼예요", "거에요", "꺼에요", "거지", "꺼지", "거죠", "꺼죠", "거임", "꺼임"}
)
"""Korean forms of what is somebody's, behind a name."""
_NEWS = frozenset({"얘기야", "이야기야", "얘기예요", "이야기예요", "소식이야", "뉴스야", "일이야", "일이에요"})
"""Korean forms of what came out or came about, behind a verb: "이번 달에 나온 얘기야"."""


def asked_by_ending(tokens: list[Token], text: str) -> bool:
    """Whether a text asks if something is so, by a Korean verb that ends it, an ending of one, or what stands without one."""
    if any(t.ending is not None and t.text in _EMBEDDED for t in tokens):
        return True
    if any(_asks_here(tokens, n, text) for n in range(len(tokens))):
        return True
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    last = max(content, default=0)
    verb, before, behind = tokens[last], tokens[last - 1] if last else None, tokens[last + 1 :]
    if verb.text == "말" and any(map(_asks_by_form, behind)):
        return True  # "김이 한 말이죠"
    if before is not None and _asks_of(verb, before):
        return True
    if before is not None and verb.text.startswith("있") and _is_told_of(tokens, last - 1):
        return True
    if _is_there([tokens[n] for n in content], text):
        return True
    asked = text.rstrip().endswith("?")
    if before is not None and asked and verb.has("light") and verb.text[-1:] in _FORMS_OF_VERBS:
        return True  # "둘 다 회동에 갔음?"
    if last > 1 and verb.has("light") and verb.text in VERBAL:
        led = tokens[last - 1]
        if (led.text == "는" and tokens[last - 2].has("verb")) or "n" in led.ids("verb") or led.text.endswith("던"):
            return True  # "김이 짓는 건가요", "김을 만난 건가요", "회의였던 건가요"
    told = verb.has("tell") and "past" not in verb.ids("verb")  # "말해 줘", not "말했나요"
    counted = before is not None and _counts(verb, before, asked=asked)
    if (
        told
        or counted
        or (before is not None and _is_known(verb, before))
        or all(s.tag in ("filler", "verb") for s in verb.senses)
    ):
        return False
    return verb.has("verb") or any(t.text in VERBAL or _asks_by_form(t) for t in behind)


def _is_known(verb: Token, before: Token) -> bool:
    """Whether it is asked if one knows what stands before, so that this is to be told: "호텔 이름 알아?", "날짜 아나요"."""
    return verb.text.startswith(_KNOWN) and verb.has("light", "filler") and before.has("sort", "part", "of_fact")


_KNOWN = ("알아", "알어", "알지", "알고", "아나", "아는", "아시", "아세")
"""How the forms of 알다 begin in which one is asked."""


def _asks_of(last: Token, before: Token) -> bool:
    """Whether the last word asks, by the one before it, whether that was said, is somebody's or ever was."""
    if last.text in (WORDS_OF | _NEWS) - {"말"} and "n" in before.ids("verb"):
        return True  # "김이 한 말이야"
    owned = last.text in _THEIRS or (last.text[:1] in ("거", "건") and last.has("light"))
    if owned and before.has("name"):
        return True  # "사진은 가나뉴스꺼야", "사진은 가나 거예요"
    return last.text.startswith(("있", "없")) and before.text in ("적", "적이", "일", "일이")  # "만난 적이 있나요"


def _is_told_of(tokens: list[Token], at: int) -> bool:
    """Whether there is what stands here, before 있: "들어가 있나요", "정해진 게 있나요", "다친 사람 있나요", "기업 중에 가나 있나"."""
    among = any(t.text in _AMONG and t.ending is None for t in tokens)
    return _by_verb(tokens[at]) or _came_about(tokens, at) or (among and tokens[at].has("name"))


_AMONG = frozenset({"중", "중에", "가운데"})


def _counts(figure: Token, noun: Token, *, asked: bool) -> bool:
    """Whether a figure says how many are asked for, and nothing is asked if: "... 한 두 가지", "임원 둘"."""
    last = noun.pieces[-1] if noun.pieces else noun
    of_them = not asked and last.has("sort", "noun", "part") and not last.has("verb")
    return (figure.has("unit") and noun.has("number")) or (figure.has("number") and of_them)


def _is_there(content: list[Token], text: str) -> bool:
    """Whether a bare Korean noun for being there ends a text that asks if: "김하나 참석?", "박도 동석?", "최 배석 여부"."""
    said = list(takewhile(lambda t: not t.text.startswith("여부"), content))
    if len(said) < 2 or (len(said) == len(content) and not text.rstrip().endswith("?")):
        return False
    there = "present" in said[-1].ids("mark") or "also" in said[-1].ids("part")
    noun = there and not said[-1].has("verb", "sort", "name") and not said[-1].text.isascii()
    return noun and (said[-2].has("name", "title") or "title" in said[-2].ids("of_fact"))


_FORMS_OF_VERBS = ("음", "슴")
"""Last syllables of Korean verbs that ask, where a whole such form is one word of courtesy."""


def _by_verb(token: Token) -> bool:
    """Whether a word is a Korean verb, or a phrase that one begins: "다친 사람"."""
    return any(t.has("verb") for t in (token, *token.pieces[:1]))


def _came_about(tokens: list[Token], at: int) -> bool:
    """Whether "게" stands behind what may have come about, and not behind what was said, which is asked for then."""
    return (
        tokens[at].text == "게" and at > 0 and tokens[at - 1].has("part") and "said" not in tokens[at - 1].ids("part")
    )


def _asks_by_form(token: Token) -> bool:
    """Whether an ending is one of a question: "였습니까", "이었나요", "한거야"."""
    if token.ending != "" or len(token.text) < 2:
        return False
    form = token.text.removesuffix("요")
    stated = token.text.endswith(_WHETHER_IT_IS) or form.endswith(_HEARD)
    return form[-1:] in tuple("까나니냐지죠어음가") or stated


_HEARD = ("했대", "됐대", "하대", "된대", "한대", "다며", "다면서", "다매", "다고", "다구", "다던데")
"""Ends of what was heard and is asked about ("열었다며")."""
_WHETHER_IT_IS = ("거야", "거임", "거예요", "거에요")
"""Ends of a yes/no question that run on behind a noun ("계약한거야")."""


def _asks_here(tokens: list[Token], at: int, text: str) -> bool:
    """Whether a Korean verb or its ending stands right before a question mark, wherever that is."""
    token = tokens[at]
    return (
        text[token.end : token.end + 2].strip().startswith("?")
        and not token.text.isascii()
        and (token.has("verb") or token.text in VERBAL)
    )


_EMBEDDED = frozenset([
    "는지", "은지", "을지", "인지", "었는지", "였는지", "이었는지", "는가", "은가", "했는지", "됐는지", "되는지", "하는지", "있는지", "있었는지",
    "하셨는지", "하시는지", "셨는지", "시는지", "으셨는지", "되셨는지", "되었는지", "계셨는지", "계신지",
])  # fmt: skip
"""Endings of a yes/no question within a sentence ("왔는지 궁금해요")."""


VERBAL = frozenset([
    "어", "아", "어요", "아요", "나", "나요", "니", "냐", "지", "죠", "지요", "까", "습니까", "니까", "음", "임", "대", "대요", "는지", "은지",
    "을까", "을까요", "는가요", "은가요", "거야", "거죠", "거지", "던데", "다던데", "다며", "다면서", "야", "이야", "예요", "이에요", "인가요", "인가",
    "했어", "했나", "했나요", "했어요", "했음", "했지", "했죠", "됐어", "됐나", "됐나요", "됐어요", "돼", "해", "해요", "합니까", "됩니까", "되나",
    "되나요", "하나", "하나요", "거임", "건가", "건가요", "는거야", "는거임", "였어", "였나", "였나요", "이었나요", "맞지", "었어", "었나", "네", "네요",
    "였어요", "였니", "였지", "였죠", "였습니까", "이었어", "이었어요", "이었나", "이었니", "이었지", "이었죠", "이었습니까", "입니까",
])  # fmt: skip
