"""What something is held against, and how it came out, put plainly: "전작과 비교하면 더 많아?", "compared to Acme", "8위로 끝난"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.senses import Sense
from bot.segment import Token

_JOINS = frozenset({"이랑", "랑", "와", "과", "하고", "에"})
_HOLDS = ("비교", "비하", "비해", "비", "견주", "견줘")
"""How Korean words begin that say, behind what something is held against, that it is."""


@found_by("대비", begins=_HOLDS)
def held_against(tokens: list[Token]) -> list[Token]:
    """ "전작과 비교하면 더 많아?", "전작에 비해", "전작 대비": what stands before it is what the rest is held against."""
    at = next((n for n, t in enumerate(tokens) if n and (t.text == "대비" or _holds(tokens, n))), 0)
    before = at - 1 if at and tokens[at].text == "대비" else at - 2
    if before < 0 or tokens[before].ending is not None or not any(map(_compares, tokens[at:])):
        return tokens
    if any(t.text.startswith(_SMALLER) and _compares(b) for b, t in pairwise(tokens[at:])):
        return tokens  # "더 많아 적어?" asks which of the two
    behind = next((n for n in range(at + 1, len(tokens)) if tokens[n].ending is None and tokens[n].text != "때"), at)
    than = Token("보다", tokens[before].end, tokens[before].end, ending="than", spaced=False)
    return [*tokens[: before + 1], than, *tokens[behind:]] if behind > at else tokens


def _holds(tokens: list[Token], at: int) -> bool:
    return tokens[at].ending is None and tokens[at].text in _HOLDS and tokens[at - 1].text in _JOINS


def _compares(token: Token) -> bool:
    """Whether a word says that there is more or less of something."""
    return bool({"more", "less", "most", "least"} & set(token.ids("mark")))


_SMALLER = ("적", "작", "낮", "짧", "싸", "덜")


@found_by("compared", "comparison")
def compared_to(tokens: list[Token]) -> list[Token]:
    """ "Compared to Acme, is Bolt dearer?", "is Bolt dearer compared with Acme?": dearer than Acme."""
    at = next((n for n, t in enumerate(tokens) if t.text in ("compared", "comparison")), len(tokens))
    if tokens[at + 1 : at + 2] and tokens[at + 1].text in ("to", "with") and any(map(_compares, tokens)):
        opens = at - 1 if at and tokens[at].text == "comparison" and tokens[at - 1].text in ("in", "by") else at
        than = Token("than", tokens[at].start, tokens[at + 1].end, (Sense("light", ""),))
        standard = tokens[at + 2 :]
        if opens:
            return [*tokens[:opens], than, *standard]
        verb = next((n for n, t in enumerate(standard) if t.has("auxiliaries") or asks(t)), 0)
        return [*standard[verb:], than, *standard[:verb]] if verb else tokens
    return tokens


_ENDED = ("끝나", "끝난", "끝났", "끝내", "끝낸", "끝냈", "마친", "마쳤")
"""How Korean verbs of ending begin."""


@found_by(begins=_ENDED)
def came_out_at(tokens: list[Token]) -> list[Token]:
    """ "8위로 끝난", "6점으로 마쳤어?", "31수 만에 끝난": behind the figure or result at which something ended, that it did is no more."""
    found = list(tokens)
    for n, (before, token) in enumerate(pairwise(tokens), 1):
        figure = any(_tells_figure(t) for t in tokens[max(0, n - 3) : n])
        at = before.text.endswith(("로", "으로", "만에"))
        ends = token.ending is None and token.text.startswith(_ENDED)
        if ends and at and figure and not token.has("name"):
            kinds = (s for s in token.senses if s.tag == "kind")
            found[n] = replace(token, senses=(Sense("light", ""), *kinds), pieces=())
    return found


def _tells_figure(token: Token) -> bool:
    """Whether a word is a figure, or asks for one: "6점", "8위", "몇 점", "얼마"."""
    asked = {"how_many", "how_much"} & set(token.ids("question"))
    return bool(asked) or token.has("number", "unit", "nth") or token.text[:1].isdigit()
