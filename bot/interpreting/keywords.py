"""What a text of key words asks for: its last noun, or the nouns before a preposition."""

from __future__ import annotations

from bot.interpreting.interrogatives import is_light
from bot.interpreting.nouns import is_noun
from bot.interpreting.roles import SIDE
from bot.interpreting.yesno import is_marked_noun
from bot.segment import Token


def heads_of(tokens: list[Token]) -> list[int]:
    """Indexes of the nouns that key words without a verb ask for."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    if not content:
        return []
    if any(t.ending is not None for t in tokens) or not tokens[content[-1]].text.isascii():
        return _korean_heads(tokens, content)
    return english_heads(tokens, content)


def _korean_heads(tokens: list[Token], content: list[int]) -> list[int]:
    """The last noun, with those that 와 or a comma joins to it."""
    last = next((n for n in reversed(content) if not _passing(tokens[n]) or _is_part(tokens, n)), None)
    if last is None or not is_noun(tokens[last]) or (tokens[last].has("verb") and not is_marked_noun(tokens, last)):
        return []
    found = [last]
    for n in reversed([n for n in content if n < last and not (is_light(tokens[n]) and not is_noun(tokens[n]))]):
        between = tokens[n + 1 : found[-1]]
        joined = any(t.ending == "with" for t in between) or (not between and _lists(tokens[n], tokens[found[-1]]))
        kind = any(t.ending == "with" for t in between) and tokens[n].named("kind") and not tokens[n].has("name")
        if not (is_noun(tokens[n]) or kind) or tokens[n].has("verb") or not joined:
            break
        found.append(n)
    return found[::-1]


def _lists(one: Token, other: Token) -> bool:
    """Whether two nouns side by side name two things ("층수 회의실"), not one ("회의 주제")."""
    if one.text in SIDE:
        return False  # "가나 쪽 사람"
    currencies = set(one.ids("sort")) ^ set(other.ids("sort"))
    if currencies == {"won", "dollar"}:
        return True
    last = one.pieces[-1] if one.pieces else one  # "투자 규모 기간"
    parts = set(one.ids("part")), set(other.ids("part"))
    return all(parts) and not parts[0] & parts[1] and not one.has("noun") and not last.has("kind")


def _is_part(tokens: list[Token], at: int) -> bool:
    """Whether a unit asks for a part by itself, with no number before it: "말한 시간은", but no "한 시간"."""
    unit = tokens[at].has("unit") and tokens[at].has("part") and at > 0
    return unit and not tokens[at - 1].has("number", "question", "unit") and not tokens[at].has("light", "verb")


def _passing(token: Token) -> bool:
    return (token.has("tell", "confirm", "follow", "unit", "number", "mark") and not token.has("sort")) or (
        token.has("light", "filler") and not is_noun(token)
    )


def _imperative(tokens: list[Token], at: int) -> bool:
    """Whether a word of courtesy is a verb that asks to be told: "provide the names of"."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at].has("light") and after in ("the", "a", "an", "me", "us", "all")


def english_heads(tokens: list[Token], content: list[int]) -> list[int]:
    """The nouns before the first preposition; behind "the", only the last of them."""
    first: list[int] = []
    article = False
    for n in content:
        token = tokens[n]
        if token.text == "per" or (token.has("prep") and not is_noun(token)):
            if all("name" in tokens[m].ids("sort") for m in first):
                continue
            break
        if first and token.has("light", "kind") and token.text.endswith("ing"):
            break  # "companies using it"
        article |= token.text in ("the", "a", "an")
        if is_noun(token) and not _imperative(tokens, n):
            first.append(n)
            if token.text.endswith(" of"):
                break  # "goal of the Acme cooperation", where a phrase holds the preposition
    kinds = [n for n in first if tokens[n].named("kind") and "name" not in tokens[n].ids("sort")]
    plain = [n for n in first if n not in kinds]
    worded = [n for n in kinds if tokens[n].has("part")]
    if worded and plain and all(tokens[n].has("light") and not tokens[n].has("sort") for n in plain):
        plain = worded[:1]  # "Kim reply price question"
    named = bool(plain) and all(set(tokens[n].ids("sort")) == {"name"} for n in plain)
    first = plain if plain and not (named and any(tokens[n].has("noun") for n in kinds)) else first[-1:]
    if not first:
        return [n for n in content[-1:] if is_noun(tokens[n])]
    if not article:
        return first
    return [n for n in first if n == first[-1] or (n + 1 < len(tokens) and tokens[n + 1].text in ("and", "or"))]
