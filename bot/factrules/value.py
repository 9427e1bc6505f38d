"""Rules of value: dates, figures, names and flags that stand in the parts of a fact."""

from __future__ import annotations

from bot.facts import Place
from bot.problems import Problem

_WHEN = "write it like 2025-02-04, 2025-02, 2025-02-04 afternoon, about 16:40, 10:00 to 18:00 or Tuesday to Sunday"
_AMOUNT = "write it like 5, 45.5 cm, about 40 minutes, 500 billion USD or 3 million KRW a year"


def not_a_time(place: Place, text: str) -> Problem:
    """A date or time is not written as one.

    Dates are written 2025-02-04, 2025-02 or 2025; a part of the day or an hour may follow (2025-02-04 afternoon,
    2025-02-04 16:40); `about` may stand before either; spans have `to` (10:00 to 18:00); weekdays stand in English.

    Wrong:
        facts:
          a-walk: {kind: outing, who: mina-park, when: 4 May 2031}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park, when: 2031-05-04}
    """
    return Problem(place, "not-a-time", f"'{text}' is no date or time", _WHEN)


def no_year(place: Place, text: str) -> Problem:
    """A date lacks its year.

    Wrong:
        facts:
          a-walk: {kind: outing, who: mina-park, when: 05-04}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park, when: 2031-05-04}
    """
    return Problem(place, "no-year", f"'{text}' has no year", f"write the year first: 2025-{text}")


def no_such_time(place: Place, text: str, why: str) -> Problem:
    """A date or time that cannot be: a 30th of February, 25:00, a span that ends before it begins.

    Wrong:
        facts:
          a-walk: {kind: outing, who: mina-park, when: 2031-06-31}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park, when: 2031-06-30}
    """
    return Problem(place, "no-such-time", f"'{text}' cannot be: {why}", "write a date or time that exists")


def not_a_day(place: Place, text: str) -> Problem:
    """One day is needed, with year, month and day.

    Wrong:
        date: 2031-05
        facts:
          a-walk: {kind: outing, who: mina-park}
    Right:
        date: 2031-05-04
        facts:
          a-walk: {kind: outing, who: mina-park}
    """
    return Problem(place, "not-a-day", f"'{text}' is no day", "write year, month and day: 2025-02-04")


def not_a_figure(place: Place, text: str) -> Problem:
    """A figure is not written as one.

    A figure may have `about` before it, and after it thousand, million, billion or trillion, a unit, and how often it
    comes (a year, per month).

    Wrong:
        facts:
          a-walk: {kind: outing, who: mina-park, how_many: a dozen}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park, how_many: about 12}
    """
    return Problem(place, "not-a-figure", f"'{text}' is no figure", _AMOUNT)


def which_currency(place: Place, word: str, code: str) -> Problem:
    """A currency is written as a sign or a word, which may mean several.

    Wrong:
        facts:
          a-walk: {kind: outing, who: mina-park, how_much: 5 dollars}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park, how_much: 5 USD}
    """
    mend = f"write {code} after the figure" if code else "write its code after the figure: USD, KRW, EUR, JPY"
    return Problem(place, "which-currency", f"'{word}' is no code of a currency", mend)


def unit_in_korean(place: Place, unit: str, english: str | None) -> Problem:
    """A unit stands in Korean. It is written in English, and replies say it in either language.

    Wrong:
        facts:
          a-walk: {kind: outing, who: mina-park, how_long: 40분}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park, how_long: 40 minutes}
    """
    known = f"write {english} after the figure" if english else "write the figure alone"
    mend = "write it in English, or the words themselves under `say`" if english is None else known
    return Problem(place, "unit-in-korean", f"the unit '{unit}' stands in Korean", mend)


def no_unit(place: Place, text: str, part: str) -> Problem:
    """A sum or a length of time has neither currency nor unit.

    Wrong:
        facts:
          a-walk: {kind: outing, who: mina-park, how_long: 40}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park, how_long: 40 minutes}
    """
    mend = f"write it with the figure ({text} KRW, {text} minutes), or give the part a `unit`"
    return Problem(place, "no-unit", f"'{text}' has no currency or unit, and '{part}' is a sum or a length", mend)


def not_yes_or_no(place: Place, text: str) -> Problem:
    """A part that is either so or not holds something else than yes or no.

    Wrong:
        facts:
          a-walk: {kind: outing, who: mina-park, rain: a little}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park, rain: {value: yes, say: {en: A little., ko: 조금 왔습니다.}}}
    """
    return Problem(place, "not-yes-or-no", f"'{text}' is neither yes nor no", "write yes or no, its words under `say`")


def no_value(place: Place, part: str) -> Problem:
    """A part has neither a value nor words of its own.

    Wrong:
        facts:
          a-walk: {kind: outing, who: {note: {en: and others, ko: 외}}}
    Right:
        facts:
          a-walk: {kind: outing, who: {value: mina-park, note: {en: and others, ko: 외}}}
    """
    return Problem(place, "no-value", f"'{part}' has neither a `value` nor a `say`", "add `value:`")


def wrong_type(place: Place, id_: str, is_: str, part: str, wanted: str) -> Problem:
    """A name of another sort than the part holds: a person where a place is needed.

    Wrong:
        facts:
          a-walk: {kind: outing, where: mina-park}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park, where: hill-park}
    """
    mend = f"name a {wanted}, or give the part `type: name`, which takes all"
    return Problem(place, "wrong-type", f"'{id_}' is of the sort {is_}, and '{part}' holds a {wanted}", mend)
