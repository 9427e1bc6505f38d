"""What some English constructions say of who was there, with whom and for which house: "who represented Acme", "whom did Acme send"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import IS
from bot.language.senses import PEOPLE, THERE, Sense
from bot.segment import Token

_CAME = (Sense("mark", "present"), Sense("part", "also"))

_REPRESENTS = frozenset({"represented", "represents", "represent", "representing", "was there for", "were there for"})


@found_by("for", *_REPRESENTS)
def on_behalf(tokens: list[Token]) -> list[Token]:
    """ "Who attended for Acme", "who represented Acme", "by whom was Acme represented": those who came from there are asked for."""
    tokens = _house_of_theirs(_by_whom(tokens))
    if not tokens or "who" not in tokens[0].ids("question"):
        return tokens
    at = next((n for n in range(1, len(tokens) - 1) if _stands_for(tokens, n)), 0)
    if not at:
        return tokens
    came = replace(tokens[at], senses=_CAME, pieces=())
    origin = tokens[at].leading("from", "from")
    return [*tokens[:at], *([] if tokens[at].text == "for" else [came]), origin, *tokens[at + 1 :]]


def _stands_for(tokens: list[Token], at: int) -> bool:
    """Whether a name stands right behind "for", where somebody was there, or behind a verb of representing."""
    verbs = [t for t in tokens[1:at] if "present" in t.ids("mark") or t.text in _CAME_EN]
    here = bool(verbs) if tokens[at].text == "for" else at < _NEAR and tokens[at].text in _REPRESENTS
    return here and tokens[at + 1].has("name")


_CAME_EN = frozenset({"came", "come", "went", "there", "sat", "joined", "spoke", "took part"})
_NEAR = 3


def _by_whom(tokens: list[Token]) -> list[Token]:
    """ "By whom was Acme represented at the talks", "who was Acme represented by": who represented Acme."""
    verb = next((n for n in range(2, len(tokens)) if tokens[n].text == "represented"), 0)
    who = next((n for n, t in enumerate(tokens[:verb]) if "who" in t.ids("question")), -1)
    if who < 0 or all(t.text != "by" for t in tokens[max(who - 1, 0) : who] + tokens[verb + 1 : verb + 2]):
        return tokens
    house = [t for t in tokens[who + 1 : verb] if not t.has("auxiliaries")]
    if tokens[who + 1].text not in IS or not house or not all(t.has("name") or t.text == "the" for t in house):
        return tokens
    behind = tokens[verb + 1 + (tokens[verb + 1 : verb + 2] != [] and tokens[verb + 1].text == "by") :]
    return [tokens[who], tokens[verb], *house, *behind]


def _house_of_theirs(tokens: list[Token]) -> list[Token]:
    """ "Which company did Kim represent at the talks?", "whom did Kim represent?": of which house Kim is."""
    verb = next((n for n in range(3, len(tokens)) if tokens[n].text == "represent"), 0)
    if not verb or not (tokens[0].text in ("which", "what") or "who" in tokens[0].ids("question")):
        return tokens
    helper = next((n for n in range(1, verb) if tokens[n].text in ("did", "does")), verb)
    noun, named = tokens[1:helper], tokens[helper + 1 : verb]
    house = all("organisation" in t.ids("sort") for t in noun) and len(noun) == ("who" not in tokens[0].ids("question"))
    if (
        not house
        or not named
        or not all(t.has("name", "title") for t in named)
        or any(t.unknown for t in tokens[verb:])
    ):
        return tokens
    which = tokens[0].asking("which")
    firm = replace(tokens[0], text="company", senses=(Sense("sort", "organisation"), Sense("part", "of")), pieces=())
    be = tokens[0].helping("is")
    return [which, firm, be, *named, be.leading("of", "of")]


_SENT = frozenset({"send", "sent", "sends", "sending", "sent along", "send along"})
_ANYBODY = frozenset(
    {"anyone", "anybody", "someone", "somebody", "people", "executives", "representatives", "anybody else"}
)


@found_by(*_SENT)
def sent_there(tokens: list[Token]) -> list[Token]:
    """ "Whom did Acme send to the talks", "did Acme send anyone to them": who from there was at them; "which firms sent people": which were."""
    verb = next((n for n in range(2, len(tokens)) if tokens[n].text in _SENT), 0)
    behind = tokens[verb + 1 :]
    people = [t for t in behind[:2] if t.text in _ANYBODY or t.has("anaphor", "else")]
    event = next((n for n, t in enumerate(behind) if t.text in ("to", "into", "along to", "over to")), -1)
    held = [w for t in behind[event + 1 :] if not t.has("name") for w in (t, *t.pieces)]
    if not verb or event < 0 or event > len(people) or not any(w.has("kind") for w in held):
        return tokens
    there = replace(tokens[verb], text="was at", senses=THERE, pieces=())
    if tokens[0].text == "which" and people and not any(t.has("auxiliaries", "anaphor") for t in tokens[:verb]):
        return [*tokens[:verb], there, *behind[event + 1 :]]
    house = [t for t in tokens[:verb] if t.has("name")]
    asked = tokens[0].text in ("who", "whom", "did", "does") and all(
        t.has("name", "auxiliaries") or t.text == "the" or "who" in t.ids("question") for t in tokens[:verb]
    )
    if not asked or not house:
        return tokens
    who = tokens[0].asking("who")
    came = replace(tokens[verb], senses=_CAME, pieces=())
    origin = tokens[verb].leading("from", "from")
    at = tokens[verb].leading("at", "at")
    return [who, came, origin, *house, at, *behind[event + 1 :]]


_BESIDE = frozenset(
    {"accompanied", "joined", "came along with", "came with", "went along with", "went with", "tagged along with"}
)
_TO_MEET = (["to"], ["when", "he"], ["when", "she"], ["when", "they"], ["as", "he"], ["as", "she"])


@found_by(*_BESIDE)
def beside_at(tokens: list[Token]) -> list[Token]:
    """ "Who came along with Kim to meet Park", "who accompanied Kim when he met Park": who else was there when Kim met Park."""
    at = 1 if tokens[1:] and tokens[0].text == "who" and tokens[1].text in _BESIDE else 0
    named = next((n for n in range(at + 1, len(tokens)) if not tokens[n].has("name", "title")), len(tokens))
    led = next((w for w in _TO_MEET if [t.text for t in tokens[named : named + len(w)]] == w), None)
    if not at or named == at + 1 or led is None:
        return tokens
    deed = tokens[named + len(led) :]
    if (
        len(deed) < _PHRASE
        or not deed[0].has("kind")
        or deed[0].has("name")
        or not any(t.has("name") for t in deed[1:])
    ):
        return tokens
    came = replace(tokens[at], senses=(Sense("part", "also"), *tokens[at].senses), pieces=())
    beside = tokens[at].leading("with", "with")
    return [tokens[0], came, beside, *tokens[at + 1 : named], *deed]


_ALL = (Sense("mark", "all"), Sense("light", ""))
_NAMES = frozenset({"names", "full names", "name", "all names", "the names"})
_EVERYBODY = frozenset(
    {
        "everyone",
        "everybody",
        "people",
        "persons",
        "those",
        "all",
        "participants",
        "attendees",
        "executives",
        "guests",
        "men",
        "individuals",
        "whoever",
        "all people",
        "all those",
        "all of those",
    }
)


@found_by(*_NAMES, within=("names of",))
def names_of_those(tokens: list[Token]) -> list[Token]:
    """ "Names of all people in the talks", "the names of those who met Kim": who was at them, who met Kim."""
    at = next(
        (n for n, t in enumerate(tokens[:-2]) if t.text.split()[-1:] == ["names"] or t.text.startswith("names of")), -1
    )
    led = tokens[: max(at, 0)]
    if at < 0 or not all(t.has("tell", "follow", "light", "auxiliaries") or t.text in ("what", "all") for t in led):
        return tokens
    behind = [*(tokens[at].pieces[1:] if tokens[at].text.startswith("names of") else ()), *tokens[at + 1 :]]
    behind = [p for t in behind for p in (t.pieces if t.text.startswith(("of ", "all ")) and t.pieces else (t,))]
    of = behind[:1] and behind[0].text in ("of", "who", "that")
    passed = ("all", "the", "of", "every")
    said = next((n for n, t in enumerate(behind) if n and not (t.text in passed or t.has("number"))), len(behind))
    people = [t.text for t in behind[1 : said + 1] if t.text in _EVERYBODY or t.has("number")]
    if of and behind[0].text != "of":  # "all names who took part"
        said, people = 0, ["everyone"]
    if said < len(behind) and behind[said].text in _EVERYBODY:
        said += 1
    saying, rest = {t.text for t in behind[:said]}, behind[said:]
    counted = any(t.has("number") for t in behind[1:said])
    if counted and (len(people) > 1 or not rest or not rest[0].has("prep")):
        return tokens  # "names of the two men who met"
    if not of or not people or len(rest) < _PHRASE or any(map(asks, rest[1:])):
        return tokens
    who = [tokens[at].asking("who")]
    if counted:  # "the five at the talks"
        number = next(t for t in behind[1:said] if t.has("number"))
        who = [tokens[at].asking("which"), number, replace(tokens[at], text="people", senses=PEOPLE, pieces=())]
    there = replace(rest[0], text="was at", senses=THERE, pieces=())
    kept = [t for t in led if t.has("tell")]
    if rest[0].text in ("who", "that"):
        everyone = (
            [replace(tokens[at], text="all", senses=_ALL, pieces=())]
            if {"all", "everyone", "everybody"} & {*people, *saying}
            else []
        )
        return [*kept, *who, *everyone, *rest[1:]]
    if rest[0].text in ("present", "present at", "there") or "present" in rest[0].ids("mark"):
        rest = rest[rest[0].text == "present" :]
    return [*kept, *who, there, *rest[1:]] if rest[0].has("prep") or "present" in rest[0].ids("mark") else tokens


_PHRASE = 2
"""Words of a place or an event with its preposition at least."""


@found_by("come from", "comes from", "came from")
def of_theirs(tokens: list[Token]) -> list[Token]:
    """ "Which two people come from Acme?", "which executives came from Acme?": who is of that house, and from no country."""
    at = next((n for n, t in enumerate(tokens[:-1]) if n and t.text in ("come from", "comes from", "came from")), 0)
    people = [t for t in tokens[1:at] if "person" in (*t.ids("sort"), *t.ids("unit")) or t.has("title")]
    if not at or tokens[0].text not in ("which", "what") or not people or not tokens[at + 1].has("name"):
        return tokens
    be = tokens[at].helping("are")
    origin = tokens[at].leading("from", "from")
    return [*tokens[:at], be, origin, *tokens[at + 1 :]]


@found_by(tags=("title",))
def done_by_one(tokens: list[Token]) -> list[Token]:
    """ "Which reporter covered this?": right behind whoever did it, a word that is a deed and a part is the deed."""
    at = next((n for n, t in enumerate(tokens[:-2]) if t.text == "which" and tokens[n + 1].has("title")), -1)
    verb = tokens[at + 2] if at >= 0 else None
    if verb is None or not verb.text.endswith("ed") or not verb.has("kind") or "said" in verb.ids("part"):
        return tokens
    deed = tuple(s for s in verb.senses if s.tag != "part")
    return [replace(t, senses=deed) if t is verb else t for t in tokens]
