"""Reads figures as authors write them: "5", "about 40 minutes", "500 billion USD", "3 billion USD a year"."""

from __future__ import annotations

import re

from bot.factrules import value
from bot.facts import SMALLER, Amount
from bot.language.figures import scaled
from bot.language.text import has_hangul
from bot.loading.readers import Line
from bot.loading.reading import Reading
from bot.loading.yamlnodes import Node

_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_AMOUNT = re.compile(
    r"(?P<about>about )?"
    r"(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    rf"(?: (?P<scale>{'|'.join(_SCALE)}))?"
    r"(?: ?(?P<unit>[^\d\s,.:$€¥£₩{}\[\]-][^\d,:$€¥£₩{}\[\]]{0,40}?))?"
    r"(?: (?:an?|per) (?P<per>[a-z]+))?"
)
_LENGTH = re.compile(
    r"(?P<about>about )?(?P<larger>(?:\d+ [a-z]+ (?:and )?)+)(?P<number>\d+(?:\.\d+)?) (?P<unit>[a-z]+)"
)
_IN_ENGLISH = {
    "원": "KRW", "달러": "USD", "유로": "EUR", "엔": "JPY", "분": "minutes", "시간": "hours", "일": "days", "주": "weeks",
    "개월": "months", "달": "months", "년": "years", "명": "people", "사람": "people", "층": "floor", "퍼센트": "%",
    "번": "times", "회": "times", "점": "points", "개": "",
}  # fmt: skip
"""Units as a Korean author may write them, and what stands for them in a fact."""
CURRENCIES = {"€": "EUR", "£": "GBP", "₩": "KRW", "won": "KRW", "euro": "EUR", "yen": "JPY"}
"""Signs and words for money that mean but one currency, with its code; a dollar may be one of many."""
_MONEY = re.compile(r"[$€¥£₩]|\b(?:won|dollar|euro|yen)s?\b", re.I)
_PLURALS = {
    "feet": "foot",
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "mice": "mouse",
    "%": "percent",
}
_NO_PLURALS = {"series", "species", "celsius", "lens", "bus", "gas", "news", "plus"}


class AmountReader:
    """A figure with its unit. `unit` is the one meant where the author writes a bare number."""

    def __init__(self, part: str, unit: str | None, must_have_unit: bool) -> None:
        self.part, self.unit, self.must_have_unit = part, unit, must_have_unit

    def read(self, node: Node, reading: Reading) -> Amount | None:
        text = Line("40 minutes").read(node, reading)
        if text is None:
            return None
        if money := _MONEY.search(text):
            word = money[0].lower()
            code = CURRENCIES.get(word, "") or CURRENCIES.get(word.removesuffix("s"), "")
            reading.tell(value.which_currency(node.place, money[0], code))
            return None
        amount = read_amount(text, self.unit or "")
        if amount is None:
            reading.tell(value.not_a_figure(node.place, text))
        elif has_hangul(amount.unit):
            reading.tell(value.unit_in_korean(node.place, amount.unit, _IN_ENGLISH.get(amount.unit)))
        elif self.must_have_unit and not amount.unit:
            reading.tell(value.no_unit(node.place, text, self.part))
        return amount

    def schema(self) -> dict[str, object]:
        return {"type": ["string", "number"], "examples": ["5", "about 40 minutes", "500 billion USD"]}


def read_amount(text: str, unit: str = "") -> Amount | None:
    """A figure from its text, None where it is not written as one; `unit` is meant where the text has none.

    >>> read_amount("about 3.5 billion USD a year")
    Amount(value=3500000000.0, unit='USD', about=True, per='year', larger=())
    >>> read_amount("3 hours 20 minutes").value
    200.0
    """
    found = _AMOUNT.fullmatch(text)
    if not found or len(found["number"]) > 40:
        return _length(text)
    figure = scaled(float(found["number"].replace(",", "")), _SCALE.get(found["scale"], 1))
    return Amount(figure, singular(found["unit"] or unit), bool(found["about"]), found["per"])


def _length(text: str) -> Amount | None:
    """A length of time in several units, each of them the next smaller one, as a figure in the smallest."""
    found = _LENGTH.fullmatch(text) if len(text) < 60 else None
    if not found:
        return None
    figure = 0.0
    units: list[str] = []
    for number, word in re.findall(r"(\d+) ([a-z]+)", found["larger"]):
        unit = singular(word)
        if unit not in SMALLER or (units and SMALLER[units[-1]][0] != unit):
            return None
        figure = (figure + float(number)) * SMALLER[unit][1]
        units.append(unit)
    unit = singular(found["unit"])
    if SMALLER[units[-1]][0] != unit:
        return None
    return Amount(round(figure + float(found["number"]), 6), unit, bool(found["about"]), larger=tuple(units))


def singular(unit: str) -> str:
    """A unit in the singular ("square metres" -> "square metre"); codes in capitals stay as they are."""
    *before, last = unit.split() or [""]
    return " ".join((*before, _PLURALS.get(last) or _cut(last)))


def _cut(word: str) -> str:
    if not word.islower() or not word.isascii() or len(word) < 4 or word in _NO_PLURALS or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word.removesuffix("s")
