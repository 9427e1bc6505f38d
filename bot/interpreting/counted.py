"""How many there are of a kind, said beside the word for it: "사진 두 장 다 가나뉴스야" speaks of both that are told."""

from __future__ import annotations

from dataclasses import replace

from bot.language.senses import Sense
from bot.learning.known import Known
from bot.question import Item

_FIGURE_AND_COUNTER = 2


def all_of_so_many(items: list[Item], known: Known) -> list[Item]:
    """The words with "all" for a figure and its counter behind a Korean noun, where just so many facts of its kind are told."""
    found: list[Item] = []
    for item in items:
        one = item.pieces if len(item.pieces) == _FIGURE_AND_COUNTER and not item.has("name", "kind") else ()
        apart = not one and found and found[-1].has("number") and found[-1].at == item.at - 1
        figure, counter = one or ((found[-1], item) if apart else (None, item))
        before = found[:-1] if apart else found
        sheets = _sheets(item, known)
        figure = figure if figure is not None and _counts(figure, counter) else sheets
        if figure is not None and before and _are_all(before, figure, known):
            found = [*before, replace(item, senses=(Sense("mark", "all"),), pieces=())]
        else:
            found += (item,) if sheets is None else (sheets, replace(sheets, text="장", senses=(Sense("unit", ""),)))
    return found


def _sheets(item: Item, known: Known) -> Item | None:
    """The figure of so many sheets, pictures or cards, which are written as one word: "두장"."""
    if "pair" not in item.ids("mark") or not item.text.endswith("장"):
        return None
    figure = item.text.removesuffix("장").strip()
    number = tuple(s for s in known.lexicon.senses(figure) if s.tag == "number")
    return replace(item, text=figure, senses=number, pieces=())


def _counts(figure: Item, counter: Item) -> bool:
    """Whether these are a figure and a plain Korean counter."""
    return figure.has("number") and "" in counter.ids("unit") and not counter.text.isascii()


def _are_all(before: list[Item], figure: Item, known: Known) -> bool:
    """Whether a figure is that of all facts of the kind that the noun before it, or what describes that, names."""
    noun = before[-1]
    described = before[-2:-1] if noun.has("sort", "part") and not noun.has("kind") else []
    word = described[0] if described and described[0].has("verb") else noun
    if word.has("name") or (word is noun and noun.has("verb")):
        return False
    told = {sum(r.kind == k for r in known.records.values()) for k in word.ids("kind")}
    return bool(told & {int(float(n)) for n in figure.ids("number")})
