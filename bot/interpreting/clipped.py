"""English words that stand apart, are left out, or are set behind: "ruled Acme out", "countries Kim visited", "Acme CEO, name?"."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import is_past
from bot.language.senses import PEOPLE, Sense
from bot.learning.lexicon import Lexicon
from bot.segment import Token

_PARTICLES = frozenset({"out", "off", "up", "down", "along", "away", "aside", "forward", "public", "clear"})
"""Words that English verbs have behind their object."""
_BETWEEN = 4
"""So many words of an object at most stand between a verb and such a word."""


def rejoined(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "Did Kim rule Acme out?", "who made the deal public?": a verb and its particle are one, as the author wrote them down."""
    at = next((n for n in range(2, len(tokens)) if tokens[n].text in _PARTICLES), 0)
    for n in range(at - 2, max(at - 2 - _BETWEEN, -1), -1):
        if not all(t.text == "the" or t.has("name", "noun", "title", "anaphor") for t in tokens[n + 1 : at]):
            break
        said = lexicon.senses(f"{tokens[n].text} {tokens[at].text}") if not tokens[n].has("name") else ()
        if any(s.tag in ("kind", "part", "of_fact", "word", "contrary") for s in said):
            verb = replace(tokens[n], text=f"{tokens[n].text} {tokens[at].text}", senses=said, pieces=())
            return [*tokens[:n], verb, *tokens[n + 1 : at], *tokens[at + 1 :]]
    return tokens


def one_of_slashed(tokens: list[Token], text: str) -> list[Token]:
    """ "Who took/supplied the photos?", "when did they meet/talk": of two words for one thing the one that says more."""
    at = next((n for n in range(1, len(tokens)) if text[tokens[n - 1].end : tokens[n].start].strip() == "/"), 0)
    if not at or any(t.has(*_NO_OTHER_WORD) or not t.text.isascii() for t in tokens[at - 1 : at + 1]):
        return tokens
    one, other = tokens[at - 1], tokens[at]
    second = other.pieces[:1] or (other,)  # "meet/see in Rome"
    says_less = one.has("light") and not one.has("kind", "part")
    ids = {s[:2] for t in second for s in t.senses if s.tag in _SAYING}
    if not says_less and not ids & {s[:2] for s in one.senses}:
        return tokens
    return [*tokens[: at - 1], *((other,) if says_less else (one, *other.pieces[1:])), *tokens[at + 1 :]]


_NO_OTHER_WORD = ("name", "number", "question", "auxiliaries", "when", "daypart", "unit", "anaphor", "follow")
_SAYING = ("kind", "part", "noun", "sort")


def about_a_name(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "When is the last Acme bus?", "the main Acme hall": what the author calls the last bus, and whose it is in between."""
    for at, (word, named, behind) in enumerate(zip_longest(tokens, tokens[1:], tokens[2:])):
        which = (word.pieces or (word,))[-1]  # "the first"
        if named is None or not named.has("name") or not which.text.isascii() or which.has(*_SAYS_NO_WHICH):
            continue
        within = named.pieces[-1] if named.pieces else None
        for noun in (within, behind):
            if noun is None or not noun.has("noun", "kind", "part") or noun.has("name", "prep", "verb"):
                continue
            said = lexicon.senses(f"{which.text} {noun.text}")
            if any(s.tag in ("kind", "part", "of_fact") for s in said):
                whole = replace(which, text=f"{which.text} {noun.text}", senses=said, pieces=(which, noun))
                return [*tokens[:at], named, whole, *tokens[at + (3 if noun is behind else 2) :]]
    return tokens


_SAYS_NO_WHICH = ("name", "light", "prep", "auxiliaries", "question", "kind", "verb", "number")

_NUMBER = frozenset({"number", "no", "nr"})


_SPELT = {"1st": "first", "2nd": "second", "3rd": "third"}


def numbered(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "Photo number two", "photo no. 2" are "photo two", as the author wrote it down."""
    found: list[Token] = []
    for token in tokens:
        words = token.text.split()
        spelt = lexicon.senses(" ".join([_SPELT[words[0]], *words[1:]])) if words[0] in _SPELT else ()  # "1st time"
        if spelt:
            token = replace(token, senses=tuple(dict.fromkeys((*token.senses, *spelt))))
        if found and found[-1].text in _NUMBER and token.has("number"):
            found.pop()  # "number two"
        elif len(words) < len(_PAIR) or words[0] not in _NUMBER or not words[1].isdigit():
            found.append(token)
            continue
        noun = found[-1] if found else token
        if not noun.has("kind", "noun") or noun.has("verb", "name"):
            return tokens
        said = lexicon.senses(words[-1])
        ordinal = token.senses if token.has("nth") else ()
        figure = replace(token, text=words[-1], senses=(*said, *ordinal) or token.senses, pieces=())
        whole = f"{noun.text} {figure.text}"
        longer = f"{found[-2].text} {whole}" if len(found) > 1 else ""
        for at, text in ((-2, longer), (-1, whole)):
            said = lexicon.senses(text) if text else ()
            if said:  # "took photo one", "photo one"
                found[at:] = [replace(noun, text=text, senses=said, pieces=())]
                break
        else:
            found.append(figure)
    return found


_PAIR = ("number", "figure")


@found_by(tags=("sort",))
def which_they_did(tokens: list[Token]) -> list[Token]:
    """ "Country Kim visited after Rome?", "the two banks Acme bought": which those are is asked, and not whether it is so."""
    start = next((n for n, t in enumerate(tokens) if t.text not in ("the", "all", "a")), 0)
    noun = next((n for n in range(start, len(tokens)) if not tokens[n].has("number")), start)
    noun += tokens[noun].has("name") and tokens[noun + 1 : noun + 2] != [] and tokens[noun + 1].text.endswith("s")
    does = noun + 1 + (tokens[noun + 1 : noun + 2] != [] and tokens[noun + 1].text in ("that", "which", "who", "whom"))
    if len(tokens) < does + 2 or any(map(asks, tokens)) or tokens[-1].has("confirm"):
        return tokens
    sort = {"country", "city", "place", "organisation", "person"} & set(tokens[noun].ids("sort"))
    plural = "leader" in tokens[noun].ids("title") and tokens[noun].text.endswith("s")
    one = tokens[noun].has("title") and not plural  # "minister Kim met", "ministers Kim met"
    of_them = sort and not one and not tokens[noun].has("name", "auxiliaries", "light")
    acts = tokens[does].has("name") and does < len(tokens) - 1 and tokens[does + 1].has("kind")
    if not of_them or not acts or not is_past(tokens[does + 1].text.split()[0]):
        return tokens
    which = Token("which", tokens[0].start, tokens[0].end, (Sense("question", "which"), Sense("light", "")))
    of_sort = (
        replace(tokens[noun], text="people", senses=PEOPLE, pieces=()) if tokens[noun].has("title") else tokens[noun]
    )
    return [which, *tokens[start:noun], of_sort, *tokens[does:]]  # "bosses Kim met" are no boss by that name


@found_by(ends=("name",))
def name_behind(tokens: list[Token]) -> list[Token]:
    """ "Sales chief at Acme, name?", "name of the sales chief at Acme": who that is."""
    words = [t.text for t in tokens]
    body = tokens[:-1] if words[-1:] == ["name"] else tokens[2:] if words[:2] == ["name", "of"] else []
    body = body[1:] if body and body[0].text == "the" else body
    start = int(words[:1] == ["the"])
    if not body and [p.text for t in tokens[start : start + 1] for p in t.pieces[-1:]] == ["name"]:
        body = [*tokens[start].pieces[:-1], *tokens[start + 1 :]]  # "the reporter's name at Acme"
    post = body[:-2] if len(body) > 2 and body[-2].text in ("at", "of", "from") and body[-1].has("name") else []
    titled = (
        bool(post)
        and any(t.has("title", "part") for t in (post[-1].pieces or post)[-1:])
        and not any(t.has("prep", "auxiliaries") or (t.has("name") and not t.has("title")) for t in post)
    )
    if not titled or any(map(asks, tokens)):
        return tokens
    who = replace(tokens[0], text="who", senses=(Sense("question", "who"), Sense("light", "")), pieces=())
    be = tokens[0].helping("is")
    return [who, be, *body]


_WORDS = frozenset({"quote", "words", "word", "remark", "comment", "statement", "line", "quotation", "saying"})


@found_by(*_WORDS)
def quoted_from(tokens: list[Token]) -> list[Token]:
    """ "That is a quote from whom?", "whom are those words from?": words are from the one who said them."""
    words = [n for n, t in enumerate(tokens) if "said" in t.ids("part") and t.text in _WORDS]
    at = next((n for n, t in enumerate(tokens) if t.text == "from"), -1)
    who = at >= 0 and any("who" in t.ids("question") for t in tokens[at + 1 : at + 2] or tokens[:1])
    if not words or not who or any(t.has("name", "kind") for n, t in enumerate(tokens) if n not in words):
        return tokens
    by = (Sense("prep", "by"), Sense("light", ""))
    return [replace(t, text="by", senses=by, pieces=()) if n == at else t for n, t in enumerate(tokens)]


def linking(tokens: list[Token]) -> list[Token]:
    """ "Which firm has kept silent?", "did they remain closed?": a verb that only says of what sort somebody was, or stayed."""
    found = list(tokens)
    for at, token in enumerate(tokens[:-1]):
        if token.text in _STAYING and at:
            after = tokens[at + 1]
            how = after.has("part", "contrary", "of_fact") and not after.has("sort", "noun", "kind", "prep", "name")
            if how and not after.text.endswith("ing"):
                found[at] = token.silenced()
    return found


_STAYING = frozenset({"keep", "keeps", "kept", "remain", "remains", "remained", "stay", "stays", "stayed"})


def without_asker(tokens: list[Token], text: str) -> list[Token]:
    """ "A summary I can read on air", "explain it like I'm five", "nurse here. Who …": what one tells of himself says nothing of it."""
    here = next((n for n, t in enumerate(tokens[:_SHORT]) if n and t.text == "here"), 0)
    if here and text[tokens[here].end :].lstrip()[:1] in tuple(".,:;!-–—") and len(tokens) > here + 2:
        himself = not any(t.has("name", "auxiliaries", "question", "kind") for t in tokens[:here])
        tokens = tokens[here + 1 :] if himself else tokens
    at = next((n for n in range(1, len(tokens)) if _tells_of_me(tokens[n : n + 4])), 0)
    if not at or any(asks(t) or t.has("name") for t in tokens[at:]):
        return tokens
    return tokens[: at - (tokens[at - 1].text == "that" and at > 1)]


_SHORT = 5
"""Words in which one says who he is."""


def _tells_of_me(tokens: list[Token]) -> bool:
    """Whether a clause begins in which the asker says what he can do with the reply, or as whom he is to be told."""
    return tokens[0].text in _OF_ME and " ".join(t.text for t in tokens).startswith(_OF_ME_SAID)


_OF_ME = frozenset({"i", "we", "like", "as if", "as", "like i", "as though"})
_OF_ME_SAID = (
    *(f"{who} {can} {do}" for who in ("i", "we") for can in ("can", "could", "may", "might") for do in ("read", "quote", "cite", "use", "print", "say", "repeat", "understand", "remember", "show")),
    "like i'm", "like i am", "like i was", "like i were", "as if i'm", "as if i am", "as if i was", "as if i were", "as though i",
)  # fmt: skip


_TRADES = frozenset({"business", "industry", "trade", "sector", "line of work", "line of business", "field", "line"})


@found_by(*_TRADES)
def trade_of(tokens: list[Token]) -> list[Token]:
    """ "What business is Acme in?", "Acme, what line of work is that?": what Acme is."""
    at = next((n for n, t in enumerate(tokens[:-2]) if t.text == "what" and tokens[n + 1].text in _TRADES), -1)
    if at < 0 or tokens[at + 2].text not in ("is", "was"):
        return tokens
    rest = [t for t in tokens[at + 3 :] if t.text not in ("in", "the")]
    whose = rest if len(rest) == 1 and rest[0].has("name", "anaphor") else []
    if whose and whose[0].has("anaphor") and at and tokens[at - 1].has("name"):
        whose = [tokens[at - 1]]
    return [tokens[at], tokens[at + 2], *whose] if whose else tokens


@found_by("what makes", "what made")
def what_sets_apart(tokens: list[Token]) -> list[Token]:
    """ "What makes the deal special in Rome?": what is special about it, and not why it was made."""
    at = next((n for n, t in enumerate(tokens) if t.text in _MARKED_OUT), 0)
    if at < 2 or tokens[0].text not in ("what makes", "what made") or any(map(asks, tokens[1:])):
        return tokens
    what = replace(tokens[0], text="what", senses=(Sense("question", "what"), Sense("light", "")), pieces=())
    be = what.helping("is")
    about = what.leading("about", "about")
    return [what, be, tokens[at], about, *tokens[1:at], *tokens[at + 1 :]]


_MARKED_OUT = frozenset({"special", "unique", "distinctive", "different", "notable", "remarkable", "unusual"})


@found_by(ends=("ing",))
def nouns_in_ing(tokens: list[Token]) -> list[Token]:
    """ "What building is it?": right behind the question word a common noun in -ing is no form of a verb."""
    return [
        replace(t, senses=tuple(s for s in t.senses if s.tag not in ("kind", "of_fact") and s[:2] != ("part", "what")))
        if n and t.text.endswith("ing") and t.has("noun") and tokens[n - 1].text in ("what", "which")
        else t
        for n, t in enumerate(tokens)
    ]


@found_by("compliment", "compliments", "tribute")
def paid(tokens: list[Token]) -> list[Token]:
    """ "What compliment did Kim pay Park?": to pay one is to say it, and costs nothing."""
    at = next((n for n, t in enumerate(tokens) if t.text in ("pay", "paid", "pays", "paying")), 0)
    spoken = any(t.text in ("compliment", "compliments", "tribute") for t in tokens)
    return [t.silenced() if spoken and n == at else t for n, t in enumerate(tokens)]
