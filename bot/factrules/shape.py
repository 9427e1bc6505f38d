"""Rules of shape: keys, ids and languages of the records in a fact file."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from bot.facts import Place
from bot.problems import Problem, nearest

_LANGUAGE = {"en": "English", "ko": "Korean"}


def unknown_key(place: Place, key: str, what: str, known: Collection[str]) -> Problem:
    """A key that no record of this sort has.

    The keys of a fact are those of all facts, and the parts that its kind has: see `questions/`.

    Wrong:
        people:
          kim: {name: {en: Kim, ko: 김}, titel: {en: chair, ko: 회장}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}, title: {en: chair, ko: 회장}}
    """
    return Problem(place, "unknown-key", f"{what} has no '{key}'", _instead(key, known))


def _instead(word: str, known: Collection[str]) -> str:
    """What may have been meant; else all there is, where that is little."""
    close = nearest(word, known)
    if close:
        return f"did you mean '{close}'?"
    listed = ", ".join(known) if len(known) <= 12 else ""
    return f"there are: {listed}" if listed else "take it away, or see the README beside the facts"


def unknown_section(place: Place, section: str, folder: str, sections: Mapping[str, tuple[str, ...]]) -> Problem:
    """A section that does not belong into this folder.

    Wrong:
        persons:
          kim: {name: {en: Kim, ko: 김}}
        people:
          lee: {name: {en: Lee, ko: 이}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}}
          lee: {name: {en: Lee, ko: 이}}
    """
    homes = [name for name, known in sections.items() if section in known]
    message = f"a file in {folder}/ has no section '{section}'"
    mend = f"move it into {homes[0]}/" if homes else _instead(section, sections[folder])
    return Problem(place, "unknown-section", message, mend)


def missing_key(place: Place, key: str, what: str, about: str) -> Problem:
    """A record lacks a key that it must have.

    Wrong:
        people:
          kim: {title: {en: chair, ko: 회장}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}, title: {en: chair, ko: 회장}}
    """
    return Problem(place, "missing-key", f"{what} needs '{key}'", f"add `{key}:`" + (f" ({about})" if about else ""))


def missing_language(place: Place, lang: str) -> Problem:
    """A text stands in one language only, and replies are given in both.

    Wrong:
        people:
          kim: {name: {en: Kim}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}}
    """
    return Problem(place, "missing-language", f"the text in {_LANGUAGE[lang]} is missing", f"add `{lang}: ...`")


def one_text_for_both(place: Place, text: str) -> Problem:
    """A single text stands where one in each language is needed.

    Wrong:
        people:
          kim: {name: {en: Kim, ko: 김}, title: chair}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}, title: {en: chair, ko: 회장}}
    """
    shown = text if text and len(text) <= 40 else "..."
    message = "a text is needed in both languages"
    return Problem(place, "one-text-for-both", message, f"write {{en: {shown}, ko: ...}}")


def not_a_text(place: Place, example: str) -> Problem:
    """A list or a mapping stands where one text is needed.

    Wrong:
        people:
          kim: {name: {en: [Kim, Kimmy], ko: 김}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}, also: {en: [Kimmy]}}
    """
    return Problem(place, "not-a-text", "one text is needed, no list or mapping", f"write it like `{example}`")


def empty(place: Place, example: str) -> Problem:
    """A key without a value.

    Wrong:
        people:
          kim: {name: {en: Kim, ko: ""}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}}
    """
    return Problem(place, "empty", "nothing stands here", f"write a value (like `{example}`), or take the key away")


def empty_list(place: Place) -> Problem:
    """A list without items.

    Wrong:
        people:
          kim: {name: {en: Kim, ko: 김}, also: {en: []}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}}
    """
    return Problem(place, "empty-list", "this list is empty", "take the key away")


def not_a_record(place: Place, what: str, example: str) -> Problem:
    """A text or a list stands where a record with keys is needed.

    Wrong:
        people:
          kim: Kim
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}}
    """
    mend = f"write it like `{example}`" if example else "write `key: value` in the lines below, indented"
    return Problem(place, "not-a-record", f"{what} has keys, each with its value", mend)


def not_a_section(place: Place) -> Problem:
    """A section holds ids, each with its record; here stands something else.

    Wrong:
        people: [kim]
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}}
    """
    message = "a section holds ids, each with its record"
    return Problem(place, "not-a-section", message, "write `id:` and below it the keys of its record")


def not_a_list(place: Place) -> Problem:
    """A list is needed.

    Wrong:
        questions: {ask: {en: "who came?", ko: "누가 왔어?"}}
    Right:
        questions:
          - {ask: {en: "who came?", ko: "누가 왔어?"}}
    """
    return Problem(place, "not-a-list", "a list is needed here", "begin each item with '- ' in a line of its own")


def unknown_choice(place: Place, text: str, choices: Collection[str]) -> Problem:
    """One of a few words is needed, and another stands there.

    Wrong:
        facts:
          a-walk: {kind: outing, who: mina-park, sure: certain}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park, sure: reported}
    """
    close = nearest(text, choices)
    mend = f"did you mean '{close}'?" if close else "write one of them"
    return Problem(place, "unknown-choice", f"'{text}' is none of {', '.join(choices)}", mend)


def bad_id(place: Place, id_: str) -> Problem:
    """An id has other characters than small letters, digits, and single hyphens or underscores between them.

    Wrong:
        people:
          Kim: {name: {en: Kim, ko: 김}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}}
    """
    mend = "use small letters, digits and single hyphens or underscores" + (
        f": {like}" if (like := slug(id_)) else " (kite-club)"
    )
    return Problem(place, "bad-id", f"'{id_}' is no id", mend)


def slug(text: str) -> str:
    """A text as an id, "" where nothing of it can stand in one.

    >>> slug("Mina Park")
    'mina-park'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def duplicate_id(place: Place, sort: str, id_: str, first: Place) -> Problem:
    """Two records have the same id. Names share their ids whatever their section; so do the facts of all stories.

    Wrong:
        people:
          swan: {name: {en: Mr Swan, ko: 백조}}
        places:
          swan: {name: {en: the Swan, ko: 스완}}
    Right:
        people:
          mr-swan: {name: {en: Mr Swan, ko: 백조}}
        places:
          swan: {name: {en: the Swan, ko: 스완}}
    """
    return Problem(place, "duplicate-id", f"the {sort} '{id_}' is already at {first}", "rename one of the two")


def unknown_id(place: Place, sort: str, id_: str, known: Collection[str]) -> Problem:
    """An id that nothing in the base has.

    Wrong:
        facts:
          a-walk: {kind: outing, who: minna-park}
    Right:
        facts:
          a-walk: {kind: outing, who: mina-park}
    """
    close = nearest(id_, known)
    mend = f"did you mean '{close}'?" if close else _ADD[sort]
    return Problem(place, "unknown-id", f"there is no {sort} '{id_}'", mend)


_ADD = {
    "name": "add it to names/, or write {en: ..., ko: ...} for what needs no entry",
    "fact": "write the id of a fact of this base",
    "kind": "add it to the kinds in questions/",
    "part": "add it to the parts in questions/",
}


def fact_without_kind(place: Place, kinds: Collection[str]) -> Problem:
    """A fact has no kind, and is not simply told either: then it must have `told` and `asked`.

    Wrong:
        facts:
          weather:
            told: {en: It was sunny., ko: 맑았습니다.}
    Right:
        facts:
          weather:
            told: {en: It was sunny., ko: 맑았습니다.}
            asked: {en: [weather], ko: [날씨]}
    """
    listed = ", ".join(list(kinds)[:8]) + ", ..." * (len(kinds) > 8)
    mend = "add `kind:`" + (f" ({listed})" if listed else "") + ", or both `asked:` and `told:`"
    return Problem(place, "fact-without-kind", "a fact without kind needs 'asked' and 'told'", mend)


def unknown_slot(place: Place, slot: str, parts: Collection[str]) -> Problem:
    """A `{slot}` of a reply that no part fills.

    Wrong:
        kinds:
          walk:
            title: {en: walk, ko: 산책}
            words: {en: walk, ko: 걷다}
            say: {en: "{whoo} walked.", ko: "{who}이 걸었습니다."}
    Right:
        kinds:
          walk:
            title: {en: walk, ko: 산책}
            words: {en: walk, ko: 걷다}
            say: {en: "{who} walked.", ko: "{who}이 걸었습니다."}
    """
    close = nearest(slot, parts)
    mend = f"did you mean {{{close}}}?" if close else "name a part of this kind, or {value}"
    return Problem(place, "unknown-slot", f"nothing fills {{{slot}}}", mend)


def main_elsewhere(place: Place, id_: str) -> Problem:
    """The main fact of a story stands in another story.

    Wrong:
        main: first-outing
        facts:
          a-walk: {kind: outing, who: mina-park}
    Right:
        main: a-walk
        facts:
          a-walk: {kind: outing, who: mina-park}
    """
    return Problem(place, "main-elsewhere", f"'{id_}' is a fact of another story", "name a fact of this story")


def like_circle(place: Place, sort: str, id_: str) -> Problem:
    """A part is like another that is, in the end, like itself.

    Wrong:
        parts:
          breeze: {like: gust}
          gust: {like: breeze}
    Right:
        parts:
          breeze: {like: gust}
          gust: {type: amount}
    """
    return Problem(place, "like-circle", f"the {sort} '{id_}' is like itself in the end", "take one of the `like` away")
