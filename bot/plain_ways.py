"""What some roundabout ways of asking in English say straight: "what did they hope to gain from it", "in what sense is it new"."""

from __future__ import annotations

from dataclasses import replace

from bot.cues import found_by
from bot.english import IS
from bot.interrogatives import asks
from bot.lexicon import Lexicon
from bot.question import PLACES
from bot.segment import Token
from bot.senses import Sense, currencies

_WHY = (Sense("question", "why"),)
_WHICH = (Sense("question", "which"),)
_PUT = frozenset({"expressed", "stated", "quoted", "denominated", "given", "put", "shown", "reckoned", "worked out"})


@found_by(*_PUT, begins=("given in", "put in"))
def put_in_units(tokens: list[Token]) -> list[Token]:
    """ "The price, expressed in dollars": how a figure is put says nothing of it but the unit."""
    for at in range(1, len(tokens)):
        words, behind = tokens[at].text.split(), tokens[at + 1 : at + 3]
        verb = " ".join(words[:-1]) if words[-1] == "in" and len(words) > 1 else tokens[at].text
        led = verb is not tokens[at].text or (bool(behind) and behind[0].text.split()[0] == "in")
        if verb in _PUT and led and any(t.has("unit") or currencies(t.ids("sort")) for t in behind):
            start = at - (tokens[at - 1].text in ("when", "if", "as", "is"))
            return [*tokens[:start], *tokens[at + 1 :]]
    return tokens


_IT = frozenset({"it", "things", "that", "this", "everything", "all"})


@found_by("go with")
def went_with(tokens: list[Token]) -> list[Token]:
    """ "How did it go with Kim, according to Park?": what went so or so is no going along with somebody."""
    for at in range(2, len(tokens)):
        how = any("how" in t.ids("question") for t in tokens[max(0, at - 3) : at - 1])
        if tokens[at].text == "go with" and tokens[at - 1].text in _IT and how:
            return [*tokens[:at], *tokens[at].pieces, *tokens[at + 1 :]]
    return tokens


_SAID = frozenset({"words", "view", "opinion", "eyes", "account"})


@found_by("go in")
def went_in_words(tokens: list[Token]) -> list[Token]:
    """ "How did the talks go in Kim's view?": in Kim's words, how they were."""
    at = next((n for n, t in enumerate(tokens) if n > 2 and t.text == "go in"), 0)
    whose = tokens[at + 1 : -1]
    if not at or not whose or tokens[-1].text not in _SAID or not all(t.has("name") for t in whose):
        return tokens
    if "how" not in tokens[0].ids("question") or tokens[1].text != "did":
        return tokens
    was = replace(tokens[1], text="was", senses=(Sense("auxiliaries", ""), Sense("light", "")), pieces=())
    said = replace(tokens[-1], text="words", senses=(Sense("light", ""), Sense("part", "said")), pieces=())
    return [tokens[at].pieces[-1], *whose, said, tokens[0], was, *tokens[2:at]]


_HOUSES = frozenset({"company", "firm", "outfit", "group", "employer", "organisation", "organization", "business"})


@found_by("with")
def with_which_house(tokens: list[Token]) -> list[Token]:
    """ "Kim is with which company?", "which firm is Kim with?": which house he is of, and not with whom he was."""
    content = [t for t in tokens if t.ending is None and not t.has("follow")]
    words = ["which" if t.text == "what" else t.text for t in content]
    if len(words) == 5 and words[1] in IS and words[2:4] == ["with", "which"] and words[4] in _HOUSES:
        return [*content[3:], content[1], content[0]] if content[0].has("name") else tokens
    led = len(words) == 5 and words[0] == "which" and words[1] in _HOUSES and words[2] in IS
    return content[:-1] if led and content[3].has("name") and words[4] == "with" else tokens


_LEADING = frozenset({"run", "runs", "head", "heads", "lead", "leads", "chair", "chairs", "headed", "led", "chaired"})


@found_by(*_LEADING)
def run_by(tokens: list[Token]) -> list[Token]:
    """ "Which company does Kim run?", "which firm is run by Kim?": of which house he is the head, and nothing that he held there."""
    at = next(
        (n for n, t in enumerate(tokens[:-1]) if t.text in ("which", "what") and tokens[n + 1].text in _HOUSES), -1
    )
    verb = next((n for n in range(at + 3, len(tokens)) if tokens[n].text in _LEADING), 0) if at >= 0 else 0
    between, behind = tokens[at + 2 : verb], tokens[verb + 1 :]
    active = (
        verb and not behind and between[0].text in ("does", "do", "did") and all(t.has("name") for t in between[1:])
    )
    passive = verb and [t.text for t in behind[:1]] == ["by"] and len(behind) > 1 and all(t.text in IS for t in between)
    if not (active and len(between) > 1) and not (passive and all(t.has("name") for t in behind[1:])):
        return tokens
    leads = replace(tokens[verb], senses=(Sense("part", "title"),), pieces=())
    return [*tokens[:verb], leads, *behind]


_STORY = frozenset(
    {"this", "it", "that", "story", "news", "article", "piece", "report", "all", "any", "affair", "the", "of"}
)
_INVOLVED = ("involved", "come into", "come in", "fit in", "fit into", "figure in", "feature in")
_SHARE = frozenset({"role", "part", "connection", "involvement", "link"})


@found_by("how", "where", *_SHARE)
def how_involved(tokens: list[Token]) -> list[Token]:
    """ "How is Kim involved in this?", "where does Kim come in?", "what is Kim's role in all this?": what is told of him is asked."""
    named = [n for n, t in enumerate(tokens) if t.has("name")]
    asked = next((n for n, t in enumerate(tokens) if t.text in ("how", "where", "what", "hows", "whats")), -1)
    if len(named) != 1 or asked < 0 or named[0] - asked not in (1, 2) or named[0] + 1 == len(tokens):
        return tokens
    line = " ".join(t.text for t in tokens[named[0] + 1 :]).split()
    helped = all(t.has("auxiliaries") for t in tokens[asked + 1 : named[0]])
    led = all(t.has("follow", "filler", "tell") for t in tokens[:asked])
    rest = next((line[len(w.split()) :] for w in _INVOLVED if line[: len(w.split())] == w.split()), None)
    if tokens[asked].text.startswith("what"):
        rest = line[2:] if line[0] in _SHARE and line[1:2] in (["in"], ["to"], ["with"]) and len(line) > 2 else None
    if rest is None or not helped or not led or not {*rest} - {"in", "with"} <= _STORY:
        return tokens
    told = replace(tokens[asked], text="summary", senses=(Sense("summary", ""), Sense("light", "")), pieces=())
    return [told, tokens[named[0]]]


_SEEING = frozenset(
    {"see", "catch", "spot", "notice", "photograph", "film", "recognise", "recognize", "bother", "snap"}
)
_NOT = frozenset({"wouldn't", "couldn't", "can't", "won't", "cannot", "didn't"})


@found_by("so", "so that")
def lest_seen(tokens: list[Token]) -> list[Token]:
    """ "Which way did Kim go in so the press wouldn't see him?": what was to be avoided is told by whom; that it was is no "not"."""
    at = next((n for n, t in enumerate(tokens) if n > 2 and t.text in ("so", "so that")), 0)
    asked = any(map(asks, tokens[:at]))
    denied = next((n for n in range(at + 1, len(tokens)) if tokens[n].text in _NOT), 0) if asked else 0
    behind = tokens[denied + 1 :]
    if not denied or not any(t.has("name") for t in tokens[at + 1 : denied]) or not behind:
        return tokens
    seen = behind[0].text in _SEEING and all("person" in t.ids("anaphor") for t in behind[1:])
    return [*tokens[:at], *tokens[at + 1 : denied]] if seen else tokens


_OVER = frozenset({"finished", "over", "done", "concluded", "complete", "completed", "ended", "closed", "through"})
_ON = frozenset(
    {"go on", "continue", "going on", "keep going", "carry on", "resume", "still going", "ongoing", "go further"}
)


@found_by("or")
def over_or_on(tokens: list[Token]) -> list[Token]:
    """ "Are the talks finished for good or will they go on?", "is it over or still going?": whether that goes on."""
    either = next((n for n, t in enumerate(tokens) if "either" in t.ids("mark")), 0)
    over = next((n for n in range(either) if tokens[n].text in _OVER), 0)
    tail = [t for t in tokens[either + 1 :] if not t.has("auxiliaries", "anaphor") and t.text != "still"]
    line = " ".join(t.text for t in tail)
    on = line in _ON or line in ("going", "more", "be more", "be more of them", "go on for longer", "keep talking")
    if not over or not on or tokens[0].text not in IS or len(tokens[1:over]) < 1:
        return tokens
    if not all(t.has("light", "filler") or t.text == "good" for t in tokens[over + 1 : either]):
        return tokens
    what = replace(tokens[0], text="what", senses=(Sense("question", "what"),), pieces=())
    future = replace(tokens[over], senses=(Sense("part", "next"),), pieces=())
    of = replace(tokens[over], text="of", senses=(Sense("prep", "of"), Sense("light", "")), pieces=())
    return [what, tokens[0], future, of, *tokens[1:over]]


@found_by("go on", "keep going")
def going_further(tokens: list[Token]) -> list[Token]:
    """ "Will the talks go on?": what goes on later, and not for how long it went on."""
    if tokens[0].text not in ("will", "would", "can", "could", "should") or tokens[-1].text not in (
        "go on",
        "keep going",
    ):
        return tokens
    left = tuple(s for s in tokens[-1].senses if s.id == "next" or not (s.like or s.id == "how_long"))
    return [*tokens[:-1], replace(tokens[-1], senses=left, pieces=())]


_GOING = frozenset(
    {"go", "go to", "head", "head to", "travel", "travel to", "come", "come to", "drive to", "turn up at"}
)


@found_by(*_GOING, begins=("go to",))
def went_to_meet(tokens: list[Token]) -> list[Token]:
    """ "Which hotel did Kim go to for his meeting with Park?", "where did Kim go to see Park?": where that was."""
    visit = next((n for n, t in enumerate(tokens) if n > 2 and t.text in ("go to see", "go to meet")), 0)
    if visit and tokens[0].text == "where" and len(tokens[visit].pieces) > 1:
        return [*tokens[:visit], tokens[visit].pieces[-1], *tokens[visit + 1 :]]
    at = next((n for n, t in enumerate(tokens) if n > 2 and t.text in _GOING), 0)
    helper = next((n for n in range(at) if tokens[n].text in ("did", "does", "will")), 0)
    asked = any(t.text == "where" or PLACES & {*t.ids("sort")} or t.has("noun") for t in tokens[:helper])
    behind = at + 1 + ([t.text for t in tokens[at + 1 : at + 2]] == ["to"])
    if not helper or not asked or not any(t.has("name", "title", "anaphor") for t in tokens[helper:at]):
        return tokens
    for_ = [t.text for t in tokens[behind : behind + 1]] == ["for"]
    to = tokens[at].text.endswith(" to") or behind > at + 1
    deed = behind + for_ + (for_ and tokens[behind + 1 : behind + 2] != [] and tokens[behind + 1].text in _WHOSE)
    noun = next((n for n in range(deed, min(deed + 3, len(tokens))) if tokens[n].has("kind")), 0)
    if not noun or not (for_ or (to and noun == deed)) or not any(t.has("name") for t in tokens[deed:]):
        return tokens
    if not all(t.has("name") for t in tokens[deed:noun]):
        return tokens
    return [*tokens[:at], tokens[noun], *tokens[deed:noun], *tokens[noun + 1 :]]


_WHOSE = frozenset({"his", "her", "their", "its", "the", "a", "this", "that"})


@found_by("sense", "respect")
def in_what_sense(tokens: list[Token]) -> list[Token]:
    """ "In what sense is it new?": that it is, and what is told of that."""
    words = [t.text for t in tokens[:4]]
    sense = words[:1] == ["in"] and words[1:2] in (["what"], ["which"]) and words[2:3] in (["sense"], ["respect"])
    return tokens[3:] if sense and words[3:] and words[3] in IS else tokens


_PLANNED = frozenset(
    {"schedule", "agenda", "itinerary", "calendar", "diary", "timetable", "list", "programme", "program"}
)


@found_by(*_PLANNED)
def on_somebodys_list(tokens: list[Token]) -> list[Token]:
    """ "Who came first on Kim's schedule, Park or Lee?": first with Kim."""
    at = next((n for n, t in enumerate(tokens[:-2]) if n and t.text in ("on", "in") and tokens[n + 1].has("name")), 0)
    planned = at and tokens[at + 2].text in _PLANNED
    order = any({"first", "last", "before", "after", "earlier"} & set(t.ids("mark")) for t in tokens[:at])
    either = any("either" in t.ids("mark") for t in tokens[at:])
    if not planned or not order or not either or not any(asks(t) for t in tokens[:at]):
        return tokens
    with_ = replace(tokens[at], text="with", senses=(Sense("prep", "with"), Sense("light", "")), pieces=())
    return [*tokens[:at], with_, tokens[at + 1], *tokens[at + 3 :]]


@found_by("or")
def this_number_or_that(tokens: list[Token]) -> list[Token]:
    """ "Was it floor 5 or floor 3 where Kim met Park?": on which floor."""
    start = 2 + (tokens[2:3] != [] and tokens[2].text == "the")
    either = next((n for n, t in enumerate(tokens) if "either" in t.ids("mark")), 0)
    if [t.text in IS for t in tokens[:1]] != [True] or [t.text for t in tokens[1:2]] != ["it"] or either != start + 2:
        return tokens
    noun, number, behind = tokens[start], tokens[start + 1], tokens[either + 1 :]
    behind = behind[len(behind[:1]) if behind and behind[0].text == "the" else 0 :]
    behind = behind[len(behind[:1]) if behind and behind[0].text == noun.text else 0 :]
    counted = noun.has("unit", "part") and not noun.has("name", "kind") and number.has("number")
    if not counted or not behind or not behind[0].has("number"):
        return tokens
    rest = behind[1:]
    rest = rest[1:] if rest and rest[0].text in ("where", "that", "which") else rest
    if not any(t.has("name", "kind", "noun", "anaphor") for t in rest):
        return tokens
    which = replace(tokens[1], text="which", senses=_WHICH, pieces=())
    on = replace(tokens[0], text="on", senses=(Sense("prep", "at"), Sense("light", "")), pieces=())
    return [on, which, noun, *rest]


_SPENT = ("be spent", "spent", "go towards", "go toward", "going towards", "going toward", "be used", "used")


@found_by("what", "what for", "why", begins=_SPENT)
def spent_on(tokens: list[Token]) -> list[Token]:
    """ "What will the money be spent on?", "what is it going to be used for?": what for."""
    at = next((n for n, t in enumerate(tokens) if n > 2 and t.text.startswith(_SPENT)), 0)
    words = tokens[at].text.split() if at else []
    asked = next((n for n in range(at) if asks(tokens[n])), 0)
    if not at or len([t for t in tokens if asks(t)]) != 1:
        return tokens
    if "why" in tokens[asked].ids("question"):
        rest = [p for p in tokens[at].pieces if p.has("prep") and p.text != "for"]
        return [*tokens[:at], *rest, *tokens[at + 1 :]] if words[0] == "be" and asked < 2 else tokens
    behind = [t.text for t in tokens[at + 1 : at + 2]]
    end = at + 1 + (behind in (["on"], ["for"]))
    toward = words[-1] in ("on", "for", "towards", "toward") or end > at + 1
    subject = tokens[asked + 1 : at]
    helped = tokens[asked].text in ("what", "whats") and len(subject) > 1 and subject[0].has("auxiliaries")
    if not toward or not helped or not any(t.has("part", "noun", "kind", "number") for t in subject[1:]):
        return tokens
    why = replace(tokens[asked], text="what for", senses=_WHY, pieces=())
    subject = [t for t in subject[1:] if t.text not in ("going to", "gonna", "to", "be", "being")]
    return [*tokens[:asked], why, *subject, *tokens[end:]]


_HOPING = frozenset(
    {"want", "hope", "wish", "seek", "aim", "intend", "plan", "expect", "hoping", "trying", "try", "hope to", "want to"}
)
_GAINING = frozenset({"achieve", "gain", "accomplish", "attain", "reach", "bring about", "get"})
_BY = frozenset({"with", "by", "from", "through", "out of", "via"})


@found_by(ends=_GAINING)
def hoped_to_gain(tokens: list[Token]) -> list[Token]:
    """ "What do Kim and Park hope to gain from the deal?": what the deal is for."""
    at = next((n for n, t in enumerate(tokens) if n > 2 and t.text.split()[-1] in _GAINING), 0)
    asked = next((n for n in range(at) if tokens[n].text == "what"), -1)
    if (
        not at
        or asked < 0
        or [t.text for t in tokens[asked + 1 : asked + 2]] not in (["do"], ["does"], ["did"], ["is"], ["are"])
    ):
        return tokens
    words = " ".join(t.text for t in tokens[asked + 2 : at + 1]).split()
    hoping = len(words) > 2 and words[-2] == "to" and words[-3] in _HOPING
    by = [t.text for t in tokens[at + 1 : at + 2]]
    if not hoping or not by or by[0] not in _BY or len(tokens) < at + 3:
        return tokens
    who = [t for t in tokens[asked + 2 : at] if not (t.text in _HOPING or t.text == "to")]
    why = replace(tokens[asked], text="why", senses=_WHY, pieces=())
    return [*tokens[:asked], why, tokens[asked + 1], *who, *(t for t in tokens[at + 2 :] if t.text not in _WHOSE)]


@found_by("around", "roughly", "approximately")
def near_a_time(tokens: list[Token]) -> list[Token]:
    """ "What happened around 3 p.m.?": right before a time it says how nearly, and nothing of what."""
    return [
        t.silenced()
        if t.text in ("around", "roughly", "approximately") and n + 1 < len(tokens) and tokens[n + 1].has("when")
        else t
        for n, t in enumerate(tokens)
    ]


_JOINED = frozenset({"came before", "comes before", "came after", "comes after"})
_COMING = frozenset({"comes", "come", "came", "lies", "lie", "falls", "is", "was", "sits", "stands"})


@found_by("after", "before", ends=("after", "before"))
def comes_after(tokens: list[Token]) -> list[Token]:
    """ "Which town comes after Rome?", "which meeting came before the one with Kim?": the town after Rome, the meeting before."""
    joint = next((n for n, t in enumerate(tokens[:-1]) if n > 1 and t.text in _JOINED and len(t.pieces) > 1), 0)
    if joint and tokens[0].text in ("which", "what") and tokens[joint - 1].has("kind", "noun", "sort"):
        mark = tokens[joint].pieces[-1]
        return comes_after([*tokens[:joint], mark, *tokens[joint + 1 :]])
    at = next((n for n, t in enumerate(tokens[:-1]) if n > 2 and t.text in ("after", "before")), 0)
    if not at or tokens[at - 1].text not in _COMING or not tokens[at + 1].has("name"):
        return tokens
    asked = next((n for n in range(at - 1) if tokens[n].text in ("which", "what")), -1)
    noun = tokens[asked + 1 : at - 1]
    if (
        asked < 0
        or len(noun) != 1
        or not (PLACES & set(noun[0].ids("sort")) or noun[0].text in ("stop", "leg", "visit"))
    ):
        return tokens
    return [*tokens[: at - 1], *tokens[at:]]


@found_by("been to", "been in", "been at", "set foot in", "gone to", "go to", "been inside")
def been_to(tokens: list[Token]) -> list[Token]:
    """ "Has Kim been to Rome before?", "did Kim ever set foot in Acme's office?": whether he was there."""
    at = next((n for n in range(2, len(tokens) - 1) if tokens[n].text in _BEEN), 0)
    who = [t for t in tokens[1:at] if t.text not in _EVER]
    where = [t for t in tokens[at + 1 :] if t.text not in _EVER]
    ever = any(t.text in _EVER for t in tokens[1:])
    helped = tokens[0].text in ("has", "have", "had") or (tokens[0].text == "did" and ever)
    if not at or not helped or len(who) != 1 or not who[0].has("name", "title"):
        return tokens
    if [t.has("name") for t in where if t.text != "the"] != [True]:
        return tokens
    was = replace(tokens[0], text="was", senses=(Sense("auxiliaries", ""), Sense("light", "")), pieces=())
    there = replace(tokens[at], text="at", senses=(Sense("prep", "at"), Sense("light", "")), pieces=())
    return [was, *who, there, *where, *(t for t in tokens[at + 1 :] if t.text in _EARLIER)]


_BEEN = frozenset({"been to", "been in", "been at", "set foot in", "gone to", "go to", "been inside"})
_EARLIER = frozenset({"before", "already", "previously", "in the past"})
_EVER = _EARLIER | {"ever", "yet", "once"}


@found_by("that", "it", "this", within=("does that", "is that"))
def figure_mentioned(tokens: list[Token]) -> list[Token]:
    """ "The story mentions $5 million. What does that refer to?": what the figure is of, and nothing that was said."""
    words = [p for t in tokens for p in (t.pieces if t.text in ("does that", "is that", "does it", "is it") else (t,))]
    asked = next((n for n, t in enumerate(words) if n > 1 and t.text in ("what", "whats")), 0)
    led, behind = words[:asked], words[asked:]
    start = next((n for n, t in enumerate(led) if t.has("number")), -1)
    told = next((n for n, t in enumerate(behind) if n and "thing" in t.ids("anaphor")), 0)
    figure = led[start:]
    if start < 1 or not told or any(t.has("name", "auxiliaries") for t in led) or len(figure) > _FIGURE:
        return tokens
    measured = all(t.has("number", "unit") or currencies(t.ids("sort")) or t.text in ("a", "per") for t in figure)
    mentioned = any(
        "said" in t.ids("part") or "about" in t.ids("part") or t.has("story", "tell", "filler") for t in led[:start]
    )
    end = (
        told
        + 1
        + (behind[told + 1 : told + 2] != [] and behind[told + 1].text in ("figure", "number", "sum", "amount"))
    )
    idle = all(t.has("light", "filler", "auxiliaries", "prep") for t in (*behind[1:told], *behind[end:]))
    return [*behind[:told], *figure, *behind[end:]] if measured and mentioned and idle else tokens


_FIGURE = 4
"""Words of a figure at most: "5 billion dollars a"."""


@found_by("visitors", "callers")
def visitors_received(tokens: list[Token]) -> list[Token]:
    """ "Which two visitors did Kim receive?": whom he received, and for nobody's visit."""
    at = next((n for n, t in enumerate(tokens) if n and t.text in ("visitors", "callers")), 0)
    asked = [t for t in tokens[:at] if not t.has("number", "tell", "filler")]
    behind = tokens[at + 1 :]
    led = bool(asked) and asked[-1].text in ("which", "what")
    helped = len(behind) > 2 and behind[0].text in ("did", "does") and behind[1].has("name")
    stated = len(behind) > 1 and behind[0].has("name") and behind[1].text in _RECEIVED
    if not led or not (stated or (helped and any(t.text in _RECEIVED for t in behind[2:]))):
        return tokens
    people = replace(tokens[at], senses=(Sense("sort", "person"), Sense("light", "")), pieces=())
    return [*tokens[:at], people, *behind]


_RECEIVED = frozenset(
    {"receive", "received", "host", "hosted", "welcome", "welcomed", "meet", "met", "see", "saw", "have"}
)


@found_by("who", "whom")
def headed_by_whom(tokens: list[Token]) -> list[Token]:
    """ "Acme is chaired by whom?", "sales head at Acme, who?": who chairs Acme, who that is."""
    last, led = tokens[-1], tokens[:-1]
    if len(led) < _LEAST or last.text not in ("who", "whom") or any(map(asks, led)):
        return tokens
    if led[-1].text == "by" and led[-2].text in _LEADING:
        house = [t for t in led[:-2] if t.text not in IS]
        named = any(t.has("name", "noun") for t in house)
        named = named and all(t.has("name", "noun", "prep") or t.text == "the" for t in house)
        leads = replace(led[-2], senses=(Sense("leads", ""), *led[-2].senses))
        return [last, leads, *house] if named else tokens
    be = replace(last, text="is", senses=(Sense("auxiliaries", ""), Sense("light", "")), pieces=())
    titled = any(map(_is_title, led)) and all(
        t.has("name", "prep", "noun") or _is_title(t) or t.text == "the" for t in led
    )
    return [last, be, *led] if titled else tokens


_LEAST = 2


def _is_title(token: Token) -> bool:
    return token.has("title") or "title" in token.ids("of_fact")


_OWNERS = frozenset({"his", "her", "their", "its", "whose"})


@found_by("own")
def of_ones_own(tokens: list[Token]) -> list[Token]:
    """ "In Acme's own office", "Kim's own view": that it is somebody's own says nothing more than whose it is."""
    at = next((n for n, t in enumerate(tokens[:-1]) if n and t.text == "own"), 0)
    owner = tokens[at - 1]
    helped = at > 1 and tokens[at - 2].text in ("do", "does", "did", "to", "will")
    either = any("either" in t.ids("mark") for t in tokens)
    if not at or helped or either or not (owner.has("name") or owner.text in _OWNERS):
        return tokens
    return tokens if tokens[at + 1].has("name", "question") else [*tokens[:at], *tokens[at + 1 :]]


_ACCOUNT = frozenset({"account", "own account", "words", "own words", "telling", "version", "statement", "remarks"})


@found_by("going by", "per", "judging by", within=(" if you ask ", " as ", " to hear "))
def going_by(tokens: list[Token]) -> list[Token]:
    """ "Going by Kim's account, is it settled?", "is it settled, per Kim?", "if you ask Kim": according to Kim."""
    start = next((n for n, t in enumerate(tokens[:-1]) if t.text in ("going by", "per", "judging by")), -1)
    if start < 0:
        return _as_somebody_puts_it(tokens)
    who = tokens[start + 1]
    end = start + 2 + (tokens[start + 2 : start + 3] != [] and tokens[start + 2].text in _ACCOUNT)
    if not who.has("name") or (start and end < len(tokens)):
        return tokens
    by = replace(tokens[start], text="according to", senses=(Sense("light", ""), Sense("prep", "by")), pieces=())
    rest = [*tokens[:start], *tokens[end:]]
    return [*rest, by, who] if len(rest) > 1 else tokens


def _as_somebody_puts_it(tokens: list[Token]) -> list[Token]:
    """ "If you ask Kim, ...", "as Kim put it, ...", "to hear Kim tell it, ...": according to Kim."""
    words = [p for t in tokens[:6] for p in (t.pieces or (t,))]
    texts = [t.text for t in words]
    at = next((n for n, t in enumerate(words) if t.has("name")), 0)
    frame = (texts[:at], texts[at + 1 : at + 3])
    asked = frame[0] == ["if", "you", "ask"]
    put = (
        frame[0] == ["as"]
        and frame[1][:1] in (["put"], ["sees"], ["tells"], ["saw"], ["told"])
        and frame[1][1:] == ["it"]
    )
    heard = frame[0] == ["to", "hear"] and frame[1] == ["tell", "it"]
    if not asked and not put and not heard:
        return tokens
    behind = words[at].end if asked else words[at + 2].end
    rest = [t for t in tokens if t.start >= behind]
    by = replace(words[0], text="according to", senses=(Sense("light", ""), Sense("prep", "by")), pieces=())
    return [*rest, by, words[at]] if len(rest) > 1 else tokens


_FORMS = frozenset({"form", "shape", "legal form", "legal shape"})


@found_by(*_FORMS)
def in_what_form(tokens: list[Token]) -> list[Token]:
    """ "What form does Acme take?", "in what form is Acme being set up?": what it is."""
    words = [t.text for t in tokens]
    at = next((n for n, t in enumerate(tokens[:-1]) if t.text in ("what", "which") and words[n + 1] in _FORMS), -1)
    named = [n for n in range(at + 2, len(tokens)) if tokens[n].has("name")]
    if at < 0 or len(named) < 1 or len(tokens) < at + 5:
        return tokens
    takes = words[at + 2] in ("does", "did", "will") and words[named[-1] + 1 : named[-1] + 2] == ["take"]
    behind = " ".join(words[named[-1] + 1 : named[-1] + 2])
    being = words[at + 2] in IS and behind.startswith("being") and words[:at] == ["in"]
    if not takes and not being:
        return tokens
    be = replace(tokens[at + 2], text="is", senses=(Sense("auxiliaries", ""), Sense("light", "")), pieces=())
    form = replace(tokens[at + 1], senses=(*tokens[at + 1].senses, Sense("part", "is")))
    of = replace(be, text="of", senses=(Sense("prep", "of"), Sense("light", "")))
    return [
        tokens[at],
        be,
        form,
        of,
        *tokens[at + 3 : named[-1] + 1],
        *(t for t in tokens[named[-1] + 1 :] if t.has("kind", "noun")),
    ]


@found_by(ends=("do",))
def planning_to_do(tokens: list[Token]) -> list[Token]:
    """ "What is Kim planning to do in Rome?": what he plans there."""
    found = list(tokens)
    for n, token in enumerate(tokens):
        plans = token.text.endswith(" to do") and len(token.pieces) > 1
        if plans and n > 1 and "what" in tokens[0].ids("question") and token.pieces[0].has("kind", "part"):
            found[n] = token.pieces[0]
    return found


@found_by("hour", "time", tags=("question",))
def over_at_what_hour(tokens: list[Token]) -> list[Token]:
    """ "At roughly what hour were the talks over?", "until roughly when did they run?": when they were over."""
    if tokens[-1].text not in _ENDING:
        return tokens
    nearly = [t for n, t in enumerate(tokens) if not (t.text in _NEARLY and any(map(asks, tokens[n + 1 : n + 2])))]
    first = next((n for n, t in enumerate(nearly) if t.has("question")), -1)
    asked, rest = nearly[first], nearly[first + 1 :]
    till = first > 0 and nearly[first - 1].text in ("until", "till", "til")
    hour = asked.text in ("what", "which") and [t.text for t in rest[:1]] in (["hour"], ["time"])
    clock = hour or "clock" in asked.ids("question")
    ends = "when" in asked.ids("question") and (till or "end" in asked.ids("part"))
    if first < 0 or not rest or not (ends or (clock and tokens[-1].text in _OVER)):
        return tokens
    when = replace(asked, text="when", senses=(Sense("question", "when"),), pieces=())
    led, rest = nearly[: first - till], rest[hour:]
    led = led[:-1] if led and led[-1].text == "at" else led
    if len(rest) > _LEAST and rest[0].text in ("did", "does", "do"):
        be = replace(rest[0], text="was", senses=(Sense("auxiliaries", ""), Sense("light", "")), pieces=())
        over = replace(rest[-1], text="over", senses=(Sense("part", "end"),), pieces=())
        return [*led, when, be, *rest[1:-1], over]
    return [*led, when, *rest]


_NEARLY = frozenset({"roughly", "about", "around", "approximately"})
_ENDING = _OVER | {"run", "last", "go on", "end"}


@found_by("what", "which")
def came_from_where(tokens: list[Token]) -> list[Token]:
    """ "Kim came to Rome from what country?": which country he came from."""
    at = next(
        (n for n in range(3, len(tokens) - 1) if tokens[n - 1].text == "from" and tokens[n].text in ("what", "which")),
        0,
    )
    noun = tokens[at + 1 : at + 2]
    led = tokens[: at - 1]
    moved = bool(led) and led[0].has("name") and any(t.has("move") or t.text in _CAME_TO for t in led[1:3])
    moved = moved and led[-1].has("name")
    if not at or not noun or not PLACES & set(noun[0].ids("sort")) or not moved or len(tokens) > at + 2:
        return tokens
    did = replace(tokens[at], text="did", senses=(Sense("auxiliaries", ""), Sense("light", "")), pieces=())
    return [tokens[at], *noun, did, *led, tokens[at - 1]]


_CAME_TO = frozenset({"came to", "come to", "flew to", "got to", "travelled to", "traveled to", "went to", "moved to"})


@found_by("the one")
def beside_the_one(tokens: list[Token]) -> list[Token]:
    """ "Which meeting came after the one with Kim?": after Kim."""
    at = next((n for n, t in enumerate(tokens[:-2]) if n > 1 and t.text == "the one"), 0)
    order = at and {"after", "before"} & set(tokens[at - 1].ids("mark"))
    noun = any(t.has("kind") and not t.has("name", "light") for t in tokens[: max(0, at - 1)])
    led = at and tokens[at + 1].has("prep") and tokens[at + 2].has("name") and len(tokens) == at + 3
    either = any("either" in t.ids("mark") for t in tokens)
    return [*tokens[:at], tokens[at + 2]] if order and noun and led and not either else tokens


def other_verbs(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Verbs in other words, where a base has the plain one: "want to find out" is to ask, to know each other is to have met."""
    if not tokens or not tokens[0].text.isascii():
        return tokens
    return _knew_before(_put_question(_wondered(tokens, lexicon), lexicon), lexicon)


def _wondered(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "What did the reporters want to find out?": what they asked."""
    words = [t.text for t in tokens]
    if "what" not in tokens[0].ids("question") or words[1:2] != ["did"]:
        return tokens
    for at in range(2, len(tokens)):
        taken = next((n for n in range(1, 5) if " ".join(words[at : at + n]) in _WONDERING), 0)
        if taken and tokens[at - 1].has("name"):
            ask = replace(tokens[at], text="ask", senses=lexicon.senses("ask"), pieces=())
            return [*tokens[:at], ask, *tokens[at + taken :]]
    return tokens


def _put_question(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "Who put the question of the price to Kim?": who asked him about it."""
    put = next((n for n, t in enumerate(tokens[:-2]) if n and t.text in _PUTTING), 0)
    to = next((n for n in range(put + 2, len(tokens) - 1) if tokens[n].text in ("to", "at")), 0) if put else 0
    noun = next((n for n in range(put + 1, to) if tokens[n].text == "question"), 0)
    if not noun or "who" not in tokens[0].ids("question") or not all(t.has("name") for t in tokens[to + 1 :]):
        return tokens
    asked = replace(tokens[put], text="asked", senses=lexicon.senses("asked"), pieces=())
    about = replace(tokens[to], text="about", senses=lexicon.senses("about"), pieces=())
    what = [
        t for t in tokens[put + 1 : to] if t is not tokens[noun] and t.text not in ("of", "on", "about", "that", "a")
    ]
    return [tokens[0], asked, *tokens[to + 1 :], *([about, *what] if any(t.text != "the" for t in what) else [])]


_PUTTING = frozenset({"put", "posed", "raised", "threw", "directed"})


def _knew_before(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "Does Kim know Park from before?", "did they already know each other?": whether they had met before."""
    know = next((n for n, t in enumerate(tokens) if n > 1 and t.text in _KNOWING), 0)
    mutual = any(t.text == "each other" for t in tokens) or tokens[know].text == "know each other from"
    if not know or tokens[0].text not in ("does", "did", "do", "had", "have"):
        return tokens
    words = [p for t in tokens[know + 1 :] for p in (t.pieces if t.text.startswith(_LED) and t.pieces else (t,))]
    before = [t for t in (*tokens[1:know], *words) if {"before", "earlier"} & set(t.ids("mark"))]
    who = [t for t in tokens[1:know] if t not in before]
    whom = [t for t in words if t.has("name")]
    idle = all(t.has("name", "anaphor") or t in before or t.text in _FROM_BEFORE for t in words)
    if not before or not idle or not any(t.has("name", "anaphor") for t in who):
        return tokens
    if not whom and not mutual:
        return tokens
    meet = replace(tokens[know], text="meet", senses=lexicon.senses("meet"), pieces=())
    mark = replace(before[0], text="before", senses=lexicon.senses("before"), pieces=())
    return [tokens[0], *who, meet, *whom, mark]


_KNOWING = frozenset({"know", "knew", "known", "know each other from"})
_LED = ("from ", "earlier ", "previous ")
_FROM_BEFORE = frozenset({"from", "each other", "an", "a", "meeting", "encounter", "occasion"})
_WONDERING = frozenset(
    f"{want} to {learn}" for want in ("want", "try", "hope", "seek") for learn in ("find out", "learn", "hear", "know")
)
