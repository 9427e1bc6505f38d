"""English word forms: the bases that a word may be an inflection of, articles, lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

IS = frozenset({"is", "are", "was", "were"})
"""Forms of "be" that agree with a subject."""
SOMEBODY = frozenset({"anyone", "anybody", "someone", "somebody"})
"""Words for a person who is not named."""
MAY = ("can", "could", "may", "might")
"""How words begin by which it is asked, or said, that something may be."""
POSSESSIVES = frozenset({"his", "her", "their", "its"})
DETERMINERS = POSSESSIVES | {"the", "a", "this", "that"}
"""Words before a noun that say whose it is, or which one."""

_ORDINALS = frozenset({"third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def is_ordinal(word: str) -> bool:
    """Whether a word that is a figure says a place in a row.

    >>> is_ordinal("third"), is_ordinal("22nd"), is_ordinal("three")
    (True, True, False)
    """
    return word in _ORDINALS or _ORDINAL.fullmatch(word) is not None


_IRREGULAR = {
    base: forms.split()
    for base, forms in {
        "be": "am is are was were been being", "have": "has had having", "do": "does did done doing",
        "say": "said", "tell": "told", "meet": "met", "see": "saw seen", "sit": "sat sitting", "go": "went gone goes",
        "come": "came", "get": "got gotten getting", "give": "gave given", "take": "took taken", "make": "made",
        "speak": "spoke spoken", "hold": "held", "leave": "left", "bring": "brought", "buy": "bought", "sell": "sold",
        "pay": "paid", "write": "wrote written", "know": "knew known", "think": "thought", "find": "found",
        "begin": "began begun", "run": "ran running", "win": "won winning", "lose": "lost", "beat": "beaten", "put": "putting",
        "set": "setting", "let": "letting", "cut": "cutting", "fly": "flew flown flies", "lie": "lay lain lying", "lead": "led",
        "build": "built", "send": "sent", "spend": "spent", "lend": "lent", "mean": "meant", "hear": "heard", "feel": "felt",
        "keep": "kept", "stand": "stood", "understand": "understood", "become": "became", "show": "shown", "draw": "drew drawn",
        "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen", "grow": "grew grown", "hang": "hung", "hit": "hitting",
        "hide": "hid hidden", "rise": "rose risen", "score": "scoring", "strike": "struck stricken", "shake": "shook shaken",
        "teach": "taught", "catch": "caught", "wear": "wore worn", "choose": "chose chosen", "break": "broke broken", "ride": "rode ridden",
        "steal": "stole stolen", "shoot": "shot", "seek": "sought", "fight": "fought", "deal": "dealt",
        "sweep": "swept", "swear": "swore sworn", "sleep": "slept", "sink": "sank sunk", "freeze": "froze frozen", "throw": "threw thrown", "forget": "forgot forgotten", "sign": "signing", "plan": "planned planning",
        "man": "men", "woman": "women", "child": "children", "person": "people persons", "foot": "feet", "company": "companies",
        "good": "better best", "bad": "worse worst", "much": "more most", "long": "longer longest",
    }.items()
}  # fmt: skip
_BASE_OF: dict[str, tuple[str, ...]] = {}
for _base, _forms in _IRREGULAR.items():
    for _form in _forms:
        _BASE_OF[_form] = (*_BASE_OF.get(_form, ()), _base)

_SUFFIXES = (
    ("ies", ("y", "ie")), ("ied", ("y",)), ("iest", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ed", ("", "e")), ("d", ("",)),
    ("ing", ("", "e")), ("er", ("", "e")), ("est", ("", "e")),
)  # fmt: skip


_VOWELS = frozenset("aeiouy")
_UNBENT = frozenset({"off", "of", "on", "in", "up", "out", "ov", "inn", "upp", "onn"})
"""What is no stem, though a word may begin with it: an offer is no form of "off"."""


@cache
def bases(word: str) -> tuple[str, ...]:
    """The word itself and what it may be a form of, likeliest first; for the caller to look up.

    >>> bases("meetings")[:2], "meet" in bases("meeting"), "plan" in bases("planned")
    (('meetings', 'meeting'), True, True)
    """
    found = [word, *_BASE_OF.get(word, ())]
    if len(word) > 3:
        for suffix, endings in _SUFFIXES:
            if word.endswith(suffix):
                stem = word[: -len(suffix)]
                if len(stem) < 2 or stem.rsplit(" ", 1)[-1] in _UNBENT:
                    continue
                found += [stem + e for e in endings]
                if suffix in ("ed", "ing", "er", "est") and stem[-1:] == stem[-2:-1] and stem[-3:-2] in _VOWELS:
                    found.append(stem[:-1])
    if word.endswith("in") and len(word) > 4:  # "gettin"
        found += bases(word + "g")[1:]
    if "isation" in word or "ise" in word or "isi" in word:
        found += bases(word.replace("is", "iz"))
    return tuple(dict.fromkeys(found))


def doing(word: str) -> tuple[str, ...]:
    """What whoever is called by a noun may have done, likeliest first; empty for a noun of no doer.

    >>> doing("winner"), doing("donor"), doing("museum")
    (('win', 'winn', 'winne'), ('don', 'done'), ())
    """
    stem = word[:-2] if word.endswith(("er", "or")) and len(word) > len("doer") else ""
    short = (stem[:-1],) if stem[-1:] == stem[-2:-1] else ()
    return (*short, stem, f"{stem}e") if stem else ()


def is_past(word: str) -> bool:
    """Whether a verb's form tells of what was done; of a form that is also the present, no.

    >>> is_past("opened"), is_past("met"), is_past("meets"), is_past("meeting")
    (True, True, False, False)
    """
    return word.endswith("ed") or (word in _BASE_OF and not word.endswith(("ing", "s")))


def listed(items: Sequence[str]) -> str:
    """Items as an English list.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1] if items else ""


def adjectives(word: str) -> tuple[str, ...]:
    """What a comparative or superlative may be made of; empty for any other word.

    >>> adjectives("heaviest"), adjectives("bigger"), adjectives("more")
    (('heavi', 'heavie', 'heavy'), ('bigg', 'bigge', 'big'), ())
    """
    stem = next((word[: -len(end)] for end in ("est", "er") if word.endswith(end) and len(word) > len(end) + 2), "")
    if not stem:
        return ()
    plain = stem[:-1] if stem[-1] == stem[-2] else stem[:-1] + "y" if stem[-1] == "i" else ""
    return tuple(form for form in (stem, stem + "e", plain) if form)
