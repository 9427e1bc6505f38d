"""Records that can have nothing to say to a word, whatever else they tell: a sum of money, what is excepted, which in a row."""

from __future__ import annotations

import re

from bot.language.senses import currencies, is_money
from bot.language.text import words_in
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.cover_names import is_excepted, of_more
from bot.recalling.cover_times import IN_A_ROW, numbers_part


def bars(item: Item) -> bool:
    """Whether some records can have nothing to say to a word (`unanswerable`)."""
    marks = item.ids("mark")
    people = item.text in _SEXES or ("present" in marks and "person" in item.ids("sort"))
    return (
        item.role == "except" or people or bool(IN_A_ROW.keys() & set(marks)) or "alone" in marks or _is_currency(item)
    )


def unanswerable(item: Item, question: Question, record: Record, known: Known) -> bool:
    """Whether a record can have nothing to say to a word: to money, where it tells none; to a talk of two, where it is of more."""
    if is_excepted(item, question, record, known):
        return True
    if _is_currency(item) and record.kind != NAME_KIND:
        said = any(i.lends is None and not i.has("light", "follow") and not _is_currency(i) for i in question.items)
        return said and not any(is_money(unit) for _, unit in record.figures)
    row = [value for mark, value in IN_A_ROW.items() if mark in item.ids("mark")]
    if row and numbers_part(item, row[0], question, record, known) is False:
        return True  # "the first edition" is none that its author calls the sixth
    if item.text in _SEXES and _tells_apart(item, question):
        names = (known.facts.names[n] for n in record.names)
        spelt = {w for n in names for t in (n.name["en"], *n.also.get("en", ())) for w in words_in(t)}
        return item.text not in spelt
    if record.kind == NAME_KIND and "present" in item.ids("mark") and "person" in item.ids("sort"):
        return not item.text.isascii()  # "가나에 모인 사람들" are not told by what 가나 is
    if "alone" in item.ids("mark") and not question.yesno and not item.has("name"):
        return of_more(record, known)  # "how long was the one-on-one" is not told by talks of three
    return False


_SEXES = frozenset({"women", "men", "girls", "boys", "ladies", "gentlemen"})


def _tells_apart(item: Item, question: Question) -> bool:
    """Whether a word for people only tells one thing from another: "the women's race", but not "the women's names"."""
    whose = re.search(rf"\b{item.text}['\u2019]s?\b", question.text.lower()) is not None
    return whose and any(i.at == item.at + 1 and not i.has("sort") for i in question.items)


def _is_currency(item: Item) -> bool:
    """Whether a word is the name of a currency, and nothing else."""
    if not item.has("sort") or not currencies(item.ids("sort")):
        return False
    return len(item.text) > 1 and not item.has("kind", "word", "verb", "light", "number")  # 원 is many things
