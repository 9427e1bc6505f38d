"""Rules about wordings: parts that nobody can ask for, slots that nothing fills, replies that the bot never gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from bot.authors.factplaces import Places
from bot.facts import Facts, Part, Place
from bot.problems import Problem, nearest
from bot.turn import LANGS


def mute_part(facts: Facts, places: Places) -> Iterator[Problem]:
    """A part has neither words nor question words, so that nobody can ask for it in one of the languages.

    Wrong:
        parts:
          colour: {type: text, words: {en: [colour]}}
    Right:
        parts:
          colour: {type: text, words: {en: [colour], ko: [색깔]}}
    """
    for part in facts.parts.values():
        yield from _mute(part, places.key("parts", part.id))
    for kind in facts.kinds.values():
        for part in kind.parts.values():
            if part != facts.parts.get(part.id):
                yield from _mute(part, places.of(kind.place, part.id))


def _mute(part: Part, place: Place) -> Iterator[Problem]:
    without = [lang for lang in LANGS if not part.asks and not part.words.get(lang)]
    if without:
        languages = " or ".join({"en": "English", "ko": "Korean"}[lang] for lang in without)
        message = f"nobody can ask for '{part.id}' in {languages}"
        yield Problem(place, "mute-part", message, "give it `words` in both languages, or `asks`", "warning")


def slot_in_text(facts: Facts, places: Places) -> Iterator[Problem]:
    """A `{slot}` stands where nothing fills it: only the `say` of kinds and parts, and `replies`, have slots.

    Whoever asks would see it with its brackets.

    Wrong:
        facts:
          a-walk: {kind: outing, who: {value: mina-park, say: {en: "{value} did.", ko: 박미나입니다.}}}
    Right:
        facts:
          a-walk: {kind: outing, who: {value: mina-park, say: {en: Mina Park did., ko: 박미나입니다.}}}
    """
    for node in places.plain_texts():
        if slot := _SLOT.search(node.value):
            mend = "write the words themselves, or move the text to the `say` of a kind"
            yield Problem(node.place, "slot-in-text", f"nothing fills {slot[0]} here", mend)


_SLOT = re.compile(r"\{[\w ]*\}")


def unknown_reply(facts: Facts, places: Places) -> Iterator[Problem]:
    """A wording under `replies:` that the bot never says, or with a slot that it does not fill.

    Wrong:
        replies:
          unknown_nam: {en: "I do not know {words}.", ko: "{words}은 모릅니다."}
    Right:
        replies:
          unknown_name: {en: "I do not know {words}.", ko: "{words}은 모릅니다."}
    """
    for id_, wording in facts.replies.items():
        place = places.key("replies", id_)
        for lang in LANGS:
            shipped: Mapping[str, str] = facts.vocabulary.get(lang, {}).get("replies", {})
            if not shipped:
                continue
            if id_ not in shipped:
                yield _reply(place, f"the bot has no reply '{id_}'", id_, list(shipped))
                break
            for slot in _slot_names(wording[lang]) - _slot_names(shipped[id_]):
                yield _reply(place, f"nothing fills {{{slot}}} in '{id_}'", slot, sorted(_slot_names(shipped[id_])))


def _reply(place: Place, message: str, word: str, known: list[str]) -> Problem:
    close = nearest(word, known)
    mend = f"did you mean '{close}'?" if close else f"there are: {', '.join(known)}"
    return Problem(place, "unknown-reply", message, mend)


def _slot_names(template: str) -> set[str]:
    return {piece.partition("}")[0] for piece in template.split("{")[1:]}


RULES: tuple[Callable[[Facts, Places], Iterator[Problem]], ...] = (mute_part, slot_in_text, unknown_reply)
