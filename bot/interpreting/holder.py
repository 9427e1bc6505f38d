"""Questions for who somebody is that is spoken of by title, or by what he did: "who is the Acme head", "우승자 이름"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.interrogatives import BE, is_light
from bot.learning.known import Known
from bot.question import Focus, Item
from bot.recalling.spoken import names_doer
from bot.segment import Token

_DO = frozenset({"did", "does", "do", "has", "had", "have", "will"})


def with_holder(focus: Focus, tokens: list[Token], items: dict[int, Item]) -> Focus:
    """A question for who somebody is that is spoken of by title."""
    inner = focus.nouns[-1] if focus.nouns and focus.nouns[-1].titled else None
    verb = tokens[focus.at + 1] if 0 <= focus.at < len(tokens) - 1 else None
    if focus.role == "agent" and not tokens[-1].has("title"):
        return focus  # "by whom was the Acme chief accompanied"
    if verb is not None and verb.text in _DO:
        return focus  # "what did the head of Acme say"
    if inner is not None and focus.word == "what" and _goes_on(inner, tokens):
        return replace(focus, nouns=focus.nouns[:-1])  # "what was the Acme chief's line on the price"
    if inner is not None:
        return replace(focus, word="who", nouns=(), holder=inner.ids("name"))
    person = focus.word == "who" or focus.is_for_name
    behind = min((at for at in items if at > focus.at >= 0), default=-1)
    if focus.word == "who" and behind >= 0 and items[behind].has("kind") and not items[behind].text.isascii():
        return focus  # "가나 대표 누구 만났어"
    if not person or any(n.has("noun") for n in focus.nouns):
        return focus
    beside = _beside(tokens, focus, items)
    return replace(focus, word="who", nouns=(), holder=beside.ids("name")) if beside is not None else focus


def with_doer(focus: Focus, items: list[Item], known: Known) -> tuple[Focus, ...]:
    """What is asked for by the name of whoever did something ("name of the winner", "우승자 이름"): who that is, and what else nouns ask for.

    Of any other question the focus as it was.
    """
    nouns = focus.nouns
    behind = [i for i in items if nouns and nouns[-1].at < i.at <= focus.at and not i.text.isascii()]
    name = next((n for n in (*nouns, *behind) if "name" in n.ids("sort")), None)
    if name is None or focus.word not in ("what", "which") or any(n.titled for n in nouns):
        return (focus,)
    if name.text.isascii():
        led = [i for i in items if i.at > name.at and i.text not in ("the", "a", "an")]
        of = next((n for n, i in enumerate(led[:4]) if i.text == "of" or i.text.endswith(" of")), -1)
        beside = led[of + 1 : of + 2] if of >= 0 else [i for i in items if i.at in (name.at - 1, name.at - 2)][-1:]
        if of < 0 and any(i.text.endswith("s") for i in beside):
            return (focus,)  # "the event for beginners, its name"
    else:
        beside = [i for i in items if i.at < name.at][-1:]
        if any(i.has("part") and not i.has("name", "kind") for i in items if beside and i.at < beside[0].at):
            return (focus,)  # "청소년 팀 감독 이름"
    if not any((names_doer(i, known) and not i.has("noun")) or _holds_post(i, known) for i in beside):
        return (focus,)
    rest = tuple(n for n in nouns if n is not name and (name.text.isascii() or n.at > beside[0].at))
    rest = tuple(n for n in rest if n.at != beside[0].at)
    who = replace(focus, word="who", nouns=(), holder=())
    return (who, replace(focus, nouns=rest)) if any(n.has("part") for n in rest) else (who,)


def _holds_post(noun: Item, known: Known) -> bool:
    """Whether a word for a kind of fact is the title of somebody whom such a fact tells as well."""
    kinds, titles, words = set(noun.ids("kind")), set(noun.ids("title")), set(noun.ids("word"))
    told = (r.fact.parts["who"].names for r in known.records.values() if r.kind in kinds and "who" in r.fact.parts)
    return any(titles & known.titles[n] or f"name:{n}" in words for names in told for n in names)


def _goes_on(person: Item, tokens: list[Token]) -> bool:
    """Whether an English question says more behind somebody spoken of by title: about what, or with whom."""
    behind = tokens[person.at + 1 :]
    led = any(t.has("prep") and t.text != "of" for t in behind)
    return person.text.isascii() and led and any(t.has("name", "kind", "part", "noun") for t in behind)


def _beside(tokens: list[Token], focus: Focus, items: dict[int, Item]) -> Item | None:
    """The person spoken of by title right beside the word that asks, or the only one where the name is asked for."""
    titled = [i for i in items.values() if i.titled]
    if not titled:
        return None
    if focus.is_for_name and len(titled) == 1:
        return titled[0]
    for item in titled:
        low, high = sorted((item.at, focus.at))
        between = [t for t in tokens[low + 1 : high] if t.ending is None and not t.has("title")]
        endings = [t.ending for t in tokens[low + 1 : high] if t.ending is not None]
        if low == item.at:  # "가나 대표 누구야"
            if tokens[focus.at].text.isascii() or any(e in ("with", "to", "object", "also") for e in endings):
                continue
            if all(t.has("light", "sort") for t in between) and not (endings and _acts(tokens, focus.at)):
                return item
        elif all((is_light(t) and t.text not in _BESIDE) or _holding(t) for t in between) and (
            not between or between[0].text in BE or _holding(between[0])
        ):  # "who is the Acme CEO", "who holds the post of Acme CEO"
            return item
    return None


_BESIDE = frozenset({"with", "along with", "beside", "next to", "alongside", "together with"})
"""Who was with somebody is not who that is."""


def _holding(token: Token) -> bool:
    """Whether a word is of holding a title ("holds the position of")."""
    return "title" in token.ids("part") and not token.has("auxiliaries")


def _acts(tokens: list[Token], at: int) -> bool:
    """Whether a verb of its own stands behind a question word ("누구 만났어"), not only a form of 이다."""
    return any(t.has("kind", "verb") and not t.has("tell") for t in tokens[at + 1 :])
