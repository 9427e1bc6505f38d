"""What a part tells that answers nothing: it only says the question again, or is less exact than what is asked."""

from __future__ import annotations

from bot.facts import Amount, Names, Text, Told, When
from bot.language.senses import currencies
from bot.learning import dates
from bot.learning.known import Known, Record
from bot.question import Focus, Question


def to_come(record: Record) -> bool:
    """Whether a fact is of a time behind its story's day, or a plan."""
    today = dates.order(record.today)[:3]
    return record.fact.sure == "planned" or any(dates.order(t)[:3] > today for t in record.times if t.month)


def stale(told: Told, focus: Focus, question: Question, known: Known) -> bool:
    """Whether a part says nothing that the question does not say itself."""
    circular = (
        _said_already(told, focus, question, known)
        or _figure_said(told, question)
        or _circular(told, focus, question, known)
        or _place_said(told, focus, question)
        or _goes_into(told, focus, question)
        or _month_said(told, focus, question)
    )
    return circular or _too_rough(told, focus, question)


def _said_already(told: Told, focus: Focus, question: Question, known: Known) -> bool:
    """It holds just the names that the question says, though it should say them as common nouns: "the deposit"."""
    names = set(told.names)
    if not names or not all(isinstance(v, Names) for v in told.values):
        return False
    if focus.word == "where" and all(_only_described(n, question, known) for n in names):
        return False
    placed = any({"city", "country"} & set(n.ids("sort")) for n in focus.nouns)
    if placed and set(known.of_type(known.around(names), "place")) - names - set(question.names):
        return False  # "which city is the Acme office in, where they met"
    if names <= set(question.names):
        return True
    spelt = (known.facts.names[n].name[question.asked_in].lower().removeprefix("the ") for n in names)
    return focus.word == "what" and all(name in question.text.lower() for name in spelt)


def _place_said(told: Told, focus: Focus, question: Question) -> bool:
    """It holds what the place is called that is asked for: "where is the Blue Room" is not told by "the Blue Room"."""
    if focus.word != "where":
        return False
    texts = told.texts
    said = question.text.lower().replace(" ", "")
    lang = question.asked_in
    spelt = [t[lang].lower().removeprefix("the ").replace(" ", "") for t in texts]
    return bool(spelt) and all(s in said for s in spelt)


def _only_described(name: str, question: Question, known: Known) -> bool:
    """Whether a place is spoken of without a word of its own name: "the Acme building", which has another name."""
    entry, lang = known.facts.names[name], question.asked_in
    owners = " ".join(known.facts.names[o].name[lang] for o in entry.of).lower()
    words = [w.strip("'’s.,") for w in entry.name[lang].lower().split()]
    own = [w for w in words if len(w) > 1 and w not in owners]
    return bool(own) and not any(w in question.text.lower() for w in own)


def _figure_said(told: Told, question: Question) -> bool:
    """It holds just the figure that the question says, and no other currency is asked for: "of the 9 million, how much ..."."""
    amounts = [v for v in told.values if isinstance(v, Amount)]
    if not any(v.value > _SMALL for v in amounts):
        return False
    said = {float(n) for i in question.items for n in i.ids("number")}
    units = currencies(question.sorts)
    asked = [v for v in amounts if v.unit in units] or amounts
    return any(v.value in said and v.value > _SMALL for v in amounts) and all(v.value in said for v in asked)


_SMALL = 12
"""Up to here a figure counts things, and says nothing of which sum is meant."""


def _circular(told: Told, focus: Focus, question: Question, known: Known) -> bool:
    """It holds only words of the question: "to avoid them" tells nobody why he avoided them, nor "nurse" which of them is one."""
    if focus.word not in ("why", "how", "which"):
        return False
    texts = told.texts
    if len(texts) != 1:
        return False
    asked_with = [i.text.split()[0] for i in question.items if i.text and not i.has("question")]
    asked_with += [w for n in question.names for w in _spellings(n, question, known)]
    if focus.word == "which" and any(c.isdigit() for c in texts[0][question.asked_in]):
        return False  # "which form": "form D-3"
    words = [w for w in _words(texts[0], question) if len(w) > (1 if question.asked_in == "ko" else 3)]
    return bool(words) and all(any(_same_stem(w, a) for a in asked_with) for w in words)


def _goes_into(told: Told, focus: Focus, question: Question) -> bool:
    """It holds the thing into which something goes: "가나에 뭐가 들어가" is not told by where it goes."""
    if question.asked_in != "ko" or focus.word not in ("what", "which"):
        return False
    if focus.role not in ("by", "object", "subject", ""):
        return False
    if not any(i.at == focus.at and i.has("question") for i in question.items):
        return False
    into = {n for i in question.items if i.role in ("at", "to", "into") for n in i.ids("name")}
    return bool(into & set(told.names))


def _month_said(told: Told, focus: Focus, question: Question) -> bool:
    """It holds no more than the month that the question says: "on which day in January was it?" is not told by "in January"."""
    if focus.word != "when" or not all(isinstance(v, When) and v.day is None and v.month for v in told.values):
        return False
    if any({"year", "년"} & set(i.text.split()) for i in question.items if i.at == focus.at):
        return False
    said = [question.times[w] for i in question.items if i.lends is None for w in i.ids("when") if w in question.times]
    months = [(v.year, v.month) for v in told.values if isinstance(v, When)]
    return any(s.day is None and s.month == month and s.year in (None, year) for s in said for year, month in months)


def _spellings(name: str, question: Question, known: Known) -> list[str]:
    entry, lang = known.facts.names[name], question.asked_in
    return [entry.name[lang], *entry.also.get(lang, ()), *entry.exact.get(lang, ())]


def _words(text: Text, question: Question) -> list[str]:
    return [w.strip(".,!?\"'") for w in text[question.asked_in].split()]


def _same_stem(word: str, other: str) -> bool:
    """Whether two words begin alike: as much as their inflections leave of them."""
    length = 1 if "가" <= word[0] <= "힣" else 4
    return word[:length].lower() == other[:length].lower()


def _too_rough(told: Told, focus: Focus, question: Question) -> bool:
    """It tells the month, and the day is asked for."""
    day = focus.word == "days" or (focus.word == "when" and any(n.ids("sort") == ("day",) for n in focus.nouns))
    day |= focus.word == "which" and "day" in focus.units
    asking = (i.text.split() for i in question.items if i.at == focus.at)
    day |= focus.word == "when" and any(len(words) > 1 and words[-1] == "day" for words in asking)  # "on which day"
    rough = day and all(isinstance(v, When) and v.day is None and not v.weekdays for v in told.values)
    return rough and bool(told.values)
