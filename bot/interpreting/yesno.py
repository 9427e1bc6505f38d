"""Whether a question asks for yes or no: by its verb, a tag, or what leads up to it."""

from __future__ import annotations

from bot.interpreting.endings import asked_by_ending
from bot.language.english import bases
from bot.language.korean import is_syllable, split
from bot.question import Focus
from bot.segment import Token


def is_tagged(tokens: list[Token], text: str) -> bool:
    """Whether a statement ends in a tag that asks for yes or no, whatever joins its clauses: "..., isn't it?"."""
    content = [t for t in tokens if t.ending is None]
    first = next((t for t in content if not t.has("follow")), None)
    tagged = len(content) > 3 and content[-1].has("confirm") and content[-1].text.isascii()
    stated = first is not None and not first.has("question", "auxiliaries", "prep", "tell")
    return tagged and stated and text.rstrip().endswith("?")


def is_yesno(tokens: list[Token], foci: tuple[Focus, ...], text: str) -> bool:
    """Whether a text that asks for no part of anything asks whether it is so."""
    if foci:
        return False
    asked = text.rstrip().endswith("?")
    content = [t for t in tokens if t.ending is None]
    if not content or _names_a_sort(tokens):
        return False
    if any(t.has("of_fact") and t.text.startswith(_ASKS_ITSELF) for t in content):
        return False  # "누구한테 좋아", where a fact has these words for a part of it
    first = next(
        (t for t in content if not t.has("follow") and not (t.has("light") and not t.has("auxiliaries"))), None
    )
    if first is not None and "order" in first.ids("mark") and {"what", "which"} & {*first.text.split()}:
        return False  # "in what order did they meet"
    if first is not None and first.has("auxiliaries") and first.text.isascii():
        return not any(t.has("tell") for t in content[1:4])
    if _asks_whether(content) or _asks_if_one(content, text) or _left_out(content, text) or _of_anyone(content, text):
        return True
    if content[0].text.split()[:2] in _THERE and len(content) > 1:
        of_names = content[1].has("kind") and any(t.has("name") for t in content)
        if of_names or asked:
            return True  # "is there a red one?", "is there a photo of Kim"
    if any(t.has("confirm") and not _before_noun(t, content) for t in content[-2:]):
        return True
    if any(t.has("confirm") and t.text.split()[0] in _ASKED_OF and " " in t.text for t in content[:2]):
        return True  # "is it true that ..."
    if asked and any(_is_auxiliary(t) for t in content[1 : _condition(content)]):
        return not any(t.has("tell") for t in content[:4])  # "the CEO was there too?"
    pointed = content[0].text == "and" and content[1:2] and "thing" in content[1].ids("anaphor")
    if pointed and asked and any(t.has("number") for t in content):
        return True  # "and that took 40 minutes?"
    stated = tokens[0].text == "so" and asked and not any(t.has("anaphor") for t in content[:3])
    if stated and any(t.has("kind", "part") for t in content):
        return True  # "so the ship goes there as well?"
    return asked_by_ending(tokens, text)


def _asks_if_one(content: list[Token], text: str) -> bool:
    """Whether two names are asked to be of one, with no verb: "가나와 다라는 같은 사람?", "가나는 다라?"."""
    if not text.rstrip().endswith("?") or text.count("?") > 1 or any(t.has("question") for t in content):
        return False
    named = all(t.has("name", "title") and not t.has("kind") for t in content)
    bare = named and len(content) in (_TWO, _TWO + 1) and content[1].has("name")
    same = (
        len(content) > _TWO
        and any("same" in t.ids("mark") for t in content[-2:])
        and "person" in content[-1].ids("sort")
    )
    return (
        (bare or same) and not any(t.text.isascii() for t in content[-1:]) and (same or "는 " in text or "은 " in text)
    )


_TWO = 2


_ASKS_ITSELF = ("누구", "누가", "뭐", "무엇", "뭘", "어디", "언제", "얼마")
"""How Korean phrases begin that hold their question word."""


def _before_noun(token: Token, content: list[Token]) -> bool:
    """Whether a Korean verb that may mean that it is so only describes the noun behind it: "손님을 맞은 방"."""
    described = bool({"n", "past"} & set(token.ids("verb"))) and token is not content[-1]
    return described and content[-1].has("part", "sort", "noun") and not content[-1].has("light")


def _left_out(content: list[Token], text: str) -> bool:
    """Whether only the verb is left out of a yes/no question: "Kim present at the talks?", "the lunch the same day as the talks?"."""
    if not text.rstrip().endswith("?") or not content[0].has("name") or len(content) < 2:
        return False
    if any(t.has("question", "ask", "auxiliaries", "tell") for t in content):
        return False
    if content[-1].has("prep"):
        return False  # "Kim came with?"
    if text[: content[0].end].endswith(("'s", "\u2019s")):
        return False  # "Acme's invited guests?"
    if _acted(content[1]) or (len(content) == 2 and content[1].text in ("present", "there")):
        return True
    there = any("present" in t.ids("mark") and t.text.split()[0] in ("present", "there") for t in content[1:3])
    alike = any("same" in t.ids("mark") and t.text.isascii() for t in content) and any(t.text == "as" for t in content)
    return (there or alike) and len(content) > 2


def _of_anyone(content: list[Token], text: str) -> bool:
    """Whether it is asked if anything was done to anybody, with no helping verb: "anyone hurt at the talks?", "anybody get hurt?"."""
    if content[0].text not in ("anyone", "anybody") or not text.rstrip().endswith("?"):
        return False
    rest = [t for t in content[1:] if not (t.has("light") and not t.has("part"))]
    if any(t.has("question", "tell", "chat") or "else" in t.ids("mark") for t in content):
        return False
    return bool(rest) and rest[0].has("part") and len(bases(rest[0].text.split()[-1])) > 1


def _acted(token: Token) -> bool:
    """Whether an English verb in the past says what somebody did: "Kim attended?", "Kim came along?"."""
    verb = token.text.split()[0]
    past = not verb.endswith(("s", "ing")) and len(bases(verb)) > 1
    deed = token.has("kind") or "present" in token.ids("mark") or "also" in token.ids("part")
    return past and deed and not token.has("name", "sort", "noun", "title")


def _asks_whether(content: list[Token]) -> bool:
    """Whether a text only says that something is to be told, if it is so: "I wonder whether Kim came", "could you check if she did"."""
    at = next((n for n, t in enumerate(content) if t.text.split()[-1] in ("if", "whether")), -1)
    words = {w for t in content[: at + 1] for w in t.text.split()}
    polite = all(
        t.has("light", "tell", "filler", "follow", "chat", "auxiliaries", "confirm") for t in content[: at + 1]
    )
    return 0 <= at < len(content) - 2 and polite and ("whether" in words or not words.isdisjoint(_WONDERING))


_WONDERING = frozenset([
    "wonder", "wondering", "know", "tell", "ask", "asking", "check", "checking", "sure", "idea", "clue", "curious", "see", "confirm",
    "find", "clear", "remember", "remind", "figure", "say", "understand", "hear", "verify",
])  # fmt: skip
"""Words behind which "if" leads on to what is asked, and is no condition."""


def _is_auxiliary(token: Token) -> bool:
    """Whether an English word is a helping verb, or a phrase that begins with one ("was there")."""
    return token.text.isascii() and (token.has("auxiliaries") or token.text.split()[0] in ("was", "were"))


def _condition(content: list[Token]) -> int:
    """Where a condition begins that ends a text, whose verb asks nothing: "the price if I do come late?"."""
    return next((n for n, t in enumerate(content) if n and t.text in _CONDITIONS), len(content))


_CONDITIONS = frozenset({"if", "unless", "when", "once", "whenever", "in case"})

_THERE = (["is", "there"], ["are", "there"], ["was", "there"], ["were", "there"])


def is_marked_noun(tokens: list[Token], at: int) -> bool:
    """Whether a noun of a sort that may be a verb too has a particle of nouns behind it ("날은")."""
    after = tokens[at + 1].ending if at + 1 < len(tokens) else None
    return tokens[at].has("sort") and after in ("topic", "subject", "object")


def _names_a_sort(tokens: list[Token]) -> bool:
    """Whether a noun of a sort with a particle of nouns ends the text, though its form may be a verb's ("시작된 날은?")."""
    last = max((n for n, t in enumerate(tokens) if t.ending is None), default=0)
    described = (
        last > 0 and tokens[last].has("sort", "unit") and last == len(tokens) - 1 and _describes(tokens[last - 1])
    )
    return tokens[last].has("verb") and (described or is_marked_noun(tokens, last))


def _describes(token: Token) -> bool:
    """Whether a Korean verb stands in the form that goes before a noun: "적었던 달", "연 날"."""
    acts = token.has("verb") or (token.ending is not None and not token.text.isascii())
    return acts and is_syllable(token.text[-1]) and split(token.text[-1])[2] == "ㄴ"


_ASKED_OF = frozenset({"is", "isn't", "was", "am", "do", "did", "can", "could", "would", "please"})
