"""A whole fact, or who somebody is, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from bot.facts import Amount, Fact
from bot.learning.known import NAME_KIND, Known, Record
from bot.saying import render
from bot.saying.wording import SLOT, fill, sentence, wording
from bot.turn import Lang


def hedge(fact: Fact, known: Known, lang: Lang) -> str:
    return hedge_of(fact.sure, known, lang)


def hedge_of(sure: str, known: Known, lang: Lang) -> str:
    return " " + wording("reported", known, lang) if sure == "reported" else ""


def opening(holds: bool, said: str, known: Known, lang: Lang, words: tuple[str, str] = ("yes", "no")) -> str:
    """A reply that opens with one of two wordings, as it should, whichever of yes and no its author made it open with."""
    return wording(words[0] if holds else words[1], known, lang, fact=unopened(said, known, lang))


def unopened(said: str, known: Known, lang: Lang) -> str:
    """What an author wrote, without the yes or no before it."""
    for word in ("yes", "no"):
        opener = wording(word, known, lang, fact="").strip(" .,")
        if said.startswith(opener) and said[len(opener) : len(opener) + 1] in _CLOSING:  # not "No photos are allowed"
            said = said[len(opener) :].lstrip(" .,:")
    return said[:1].upper() + said[1:]


_CLOSING = tuple(".,:;!")


def whole(record: Record, known: Known, lang: Lang) -> str:
    """The whole fact in a sentence: the author's, or the fullest of its kind's that is all told."""
    fact = record.fact
    if fact.told:
        return fact.told[lang]
    if record.kind == NAME_KIND:
        return _who_is(record, known, lang)
    kind = known.facts.kinds[record.kind]
    values = {p: value(record, p, known, lang) for p, t in fact.parts.items() if not t.open}
    for template in kind.says.get(lang, ()):
        if all(m[1] in values for m in SLOT.finditer(template)):
            said = fill(template, values, lang)
            return said[:1].upper() + said[1:] + hedge(fact, known, lang)
    return fill("{title}.", {"title": fact.title[lang] if fact.title else fact.id}, lang)


def value(
    record: Record, part: str, known: Known, lang: Lang, currency: str | None = None, only: Sequence[str] = ()
) -> str:
    """What a part holds, in words; of the number by which one of several is called, which one that is: "9th floor"."""
    told, definition = record.fact.parts[part], known.part(record, part)
    numbers = [v for v in told.values if isinstance(v, Amount)]
    called = definition.unit and "which" in definition.asks and not {"how_many", "how_much"} & {*definition.asks}
    if lang == "en" and called and numbers and len(numbers) == len(told.values):
        return render.joined([render.ordinal(v) for v in numbers], lang)
    return render.told(told, known.facts, lang, currency, only)


def _who_is(record: Record, known: Known, lang: Lang) -> str:
    name = known.facts.names[record.fact.names[0]]
    called = name.name[lang]
    if name.title:
        orgs = [known.facts.names[o].name[lang] for o in name.of if o in known.facts.names]
        home = orgs[0] if orgs and orgs[0].lower() not in name.title[lang].lower() else ""
        if lang == "ko":
            return fill("{name}은 {post}입니다.", {"name": called, "post": f"{home} {name.title['ko']}".strip()}, lang)
        return fill("{told}.", {"told": f"{called} is {name.title['en']}{f' of {home}' if home else ''}"}, lang)
    if name.about:
        if lang == "ko":
            return fill("{name}은 {about}입니다.", {"name": called, "about": name.about["ko"]}, lang)
        return sentence(f"{called} is {name.about['en']}", lang)
    holder = [known.facts.names[o] for o in name.of if o in known.facts.names]
    if holder:
        lies = name.type != "person" and holder[0].type == "place"
        home = holder[0].name[lang]
        if lang == "ko":
            said = "{name}은 {home}에 있습니다." if lies else "{name}은 {home}에 속합니다."
            return fill(said, {"name": called, "home": home}, lang)
        return sentence(f"{called} {'is in' if lies else 'belongs to'} {home}", lang)
    return fill("{name}입니다." if lang == "ko" else "{name}.", {"name": called}, lang)
