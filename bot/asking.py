"""How a question is put: its question words, yes or no, key words alone, what sort of thing it asks for."""

from __future__ import annotations

from dataclasses import replace

from bot.question import Item
from bot.segment import Token
from bot.senses import Sense


def is_doing(tokens: list[Token]) -> bool:
    for at, token in enumerate(tokens):
        if "what" not in token.ids("question"):
            continue
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and after.text[:1] in tuple("하한했함해할") and not after.text.startswith("하는"):
            return after.ending is not None or after.has("light")
        if token.text.isascii() and tokens[at + 1 : at + 2] and tokens[at + 1].text not in ("does", "do"):
            return any(t.text in ("do", "doing", "done") for t in tokens[at + 2 :])
    return False


_CURRENCY = frozenset({"won", "dollar"})


def sorts_of(tokens: list[Token]) -> frozenset[str]:
    """What sort of thing the nouns of the question speak of; of a phrase's words only a currency counts."""
    own = {s for t in tokens for s in t.ids("sort") if not (t.text.isascii() and t.text.endswith("ed"))}
    inner = {
        s
        for t in tokens
        for p in t.pieces
        for s in p.ids("sort")
        if s in _CURRENCY or (len(p.text) > 1 and not t.has("question"))
    }
    figures = any(t.has("number") for t in tokens)
    return frozenset((own | inner) - (_CURRENCY if figures and own - _CURRENCY else set()))


def without_when(tokens: list[Token]) -> list[Token]:
    """In an English yes/no question "when" mostly joins clauses ("did he speak when leaving?")."""
    if not tokens or not tokens[0].has("auxiliaries") or not tokens[0].text.isascii():
        return tokens
    if any(t.text in ("you", "say", "tell", "mention", "know", "says") for t in tokens[1:]):
        return tokens
    light = (Sense("light", ""),)
    return [replace(t, senses=light) if t.text == "when" else t for t in tokens]


def what_for(tokens: list[Token]) -> list[Token]:
    """ "What is it for?" asks why."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    if len(content) < 3 or tokens[content[-1]].text != "for" or not any(t.text == "what" for t in tokens):
        return tokens
    why = (Sense("question", "why"),)
    return [replace(t, senses=why) if t.text == "what" else t for t in tokens]


def asking_words(token: Token) -> tuple[Token, ...]:
    """The token itself, and the words of a phrase that holds a question word without being one ("what floor")."""
    return (token,) if token.has("question", "ask", "follow") else (token, *token.pieces)


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
        says = says or (
            after is not None
            and ("said" in after.ids("part") or after.text.startswith(("그랬", "그러", "하", "했", "한", "함", "해")))
        )
        if not says:
            found[at] = replace(token, senses=(Sense("question", "what"),))
    return found


_ASKED_BY = {
    "person": "who", "organisation": "who", "place": "where", "country": "where", "city": "where", "name": "what", "clock": "clock",
    "year": "when", "month": "when", "day": "when", "daypart": "when",
}  # fmt: skip


def head_noun(tokens: list[Token]) -> tuple[str, ...]:
    """A question of key words asks for its last noun: "... 들어간 사람은?", "Acme CEO at talks, name?"."""
    last = max((n for n, t in enumerate(tokens) if t.ending is None), default=None)
    first = next((t for t in tokens if t.ending is None), None)
    if first is not None and first.text.isascii() and first.has("auxiliaries"):
        return ()
    if (
        last is None
        or tokens[last].has("name")
        or tokens[last].has("tell")
        or any(t.text in VERBAL for t in tokens[last + 1 :])
    ):
        return ()
    sorts = tokens[last].ids("sort")
    return (_ASKED_BY[sorts[0]],) if sorts and sorts[0] in _ASKED_BY and not tokens[last].has("light") else ()


def anyone_from(items: list[Item], tokens: list[Token]) -> bool:
    """ "Did anyone from X join?" wants to know who."""
    return any(t.text in ("anyone", "anybody", "someone", "somebody") for t in tokens) and any(
        i.has("name") and i.role == "from" for i in items
    )


def occupation(tokens: list[Token]) -> list[Item]:
    """ "What does she do?" asks for her title."""
    words = [t.text for t in tokens if t.ending is None]
    if "what" in words and words[-1:] in (["does"], ["do"]) and ("does" in words or words[-1] == "does"):
        return [Item("", (Sense("part", "title"),))]
    return []


def is_yesno(tokens: list[Token], asks: tuple[str, ...], text: str) -> bool:
    if asks:
        return False
    content = [t for t in tokens if t.ending is None]
    if not content:
        return False
    first = next(
        (t for t in content if not t.has("follow") and not (t.has("light") and not t.has("auxiliaries"))), None
    )
    if first is not None and first.has("auxiliaries") and first.text.isascii():
        return not any(t.has("tell") for t in content[1:4])
    if any(t.has("confirm") for t in content[-2:]):
        return True
    if any(t.ending is not None and t.text in _EMBEDDED for t in tokens):
        return True
    if any(_asks_here(tokens, n, text) for n in range(len(tokens))):
        return True
    last = max((n for n, t in enumerate(tokens) if t.ending is None), default=0)
    if tokens[last].has("tell"):
        return False
    return tokens[last].has("verb") or any(t.text in VERBAL for t in tokens[last + 1 :])


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
])  # fmt: skip
"""Endings of a yes/no question within a sentence ("왔는지 궁금해요")."""


VERBAL = frozenset([
    "어", "아", "어요", "아요", "나", "나요", "니", "냐", "지", "죠", "지요", "까", "습니까", "니까", "음", "임", "대", "대요", "는지", "은지",
    "을까", "을까요", "는가요", "은가요", "거야", "거죠", "거지", "던데", "다던데", "다며", "다면서", "야", "이야", "예요", "이에요", "인가요", "인가",
    "했어", "했나", "했나요", "했어요", "했음", "했지", "했죠", "됐어", "됐나", "됐나요", "됐어요", "돼", "해", "해요", "합니까", "됩니까", "되나",
    "되나요", "하나", "하나요", "거임", "건가", "건가요", "는거야", "는거임", "였어", "였나", "였나요", "이었나요", "맞지", "었어", "었나", "네", "네요",
])  # fmt: skip
