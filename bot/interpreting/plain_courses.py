"""What some roundabout ways of asking in English how things and journeys run their course say straight: "will they go on", "which town comes after Rome"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import DETERMINERS, IS
from bot.language.senses import THERE, Sense
from bot.question import PLACES
from bot.segment import Token

_OVER = frozenset({"finished", "over", "done", "concluded", "complete", "completed", "ended", "closed", "through"})
_ON = frozenset(
    {"go on", "continue", "going on", "keep going", "carry on", "resume", "still going", "ongoing", "go further"}
)


_ALL_OF_IT = (["it"], ["all"], ["the", "end"], ["the", "end", "of", "it"], ["the", "end", "of", "that"])
_MORE = frozenset({"more", "more to come", "be more", "be more of them", "be more to come", "going", "keep talking"})


@found_by("or")
def over_or_on(tokens: list[Token]) -> list[Token]:
    """ "Are the talks finished for good or will they go on?", "is that all or is there more to come?": whether that goes on."""
    typed = tokens
    tokens = [w for t in tokens for w in (t.pieces if t.text.endswith(" over") else (t,))]  # "are the talks over"
    either = next((n for n, t in enumerate(tokens) if "either" in t.ids("mark")), 0)
    if not either or tokens[0].text not in IS:
        return typed
    over = next((n for n in range(either) if tokens[n].text in _OVER), 0)
    left = [t for t in tokens[over + 1 : either] if not t.has("light", "filler") and t.text != "good"]
    pointed = tokens[1].text in ("that", "this", "it") and [t.text for t in tokens[2:either]] in _ALL_OF_IT
    more = _going_on(tokens[either + 1 :])
    if more is None or not (pointed or (over > 1 and not left)):
        return typed
    subject = tokens[1:2] if pointed else tokens[1:over]
    what = tokens[0].asking("what")
    future = replace(tokens[either], text="future", senses=(Sense("part", "next"),), pieces=())
    of = tokens[either].leading("of", "of")
    return [what, tokens[0], future, *([of, *subject] if not (pointed and more) else []), *more]


def _going_on(tokens: list[Token]) -> list[Token] | None:
    """What stands behind words that ask whether something goes on, as between whom; None where they ask for something else."""
    tail = [w for t in tokens for w in (t.pieces if t.text == "is there" else (t,))]
    tail = [t for t in tail if not t.has("auxiliaries", "anaphor") and t.text not in ("still", "there")]
    line = [t.text for t in tail]
    end = next((n for n in range(len(line), 0, -1) if " ".join(line[:n]) in _ON | _MORE), 0)
    rest = tail[end:]
    aside = all(t.has("name", "light", "prep", "follow", "kind") or t.text in ("between", "longer") for t in rest)
    return rest if end and aside else None


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
    deed = behind + for_ + (for_ and tokens[behind + 1 : behind + 2] != [] and tokens[behind + 1].text in DETERMINERS)
    noun = next((n for n in range(deed, min(deed + 3, len(tokens))) if tokens[n].has("kind")), 0)
    if not noun or not (for_ or (to and noun == deed)) or not any(t.has("name") for t in tokens[deed:]):
        return tokens
    if not all(t.has("name") for t in tokens[deed:noun]):
        return tokens
    return [*tokens[:at], tokens[noun], *tokens[deed:noun], *tokens[noun + 1 :]]


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
    with_ = tokens[at].leading("with", "with")
    return [*tokens[:at], with_, tokens[at + 1], *tokens[at + 3 :]]


_COVERING = frozenset({"cover", "covers", "covered", "span", "encompass"})


@found_by(*_COVERING)
def places_covered(tokens: list[Token]) -> list[Token]:
    """ "Which towns does the tour cover?": which belong to it, and nothing that was told of them."""
    noun = tokens[1] if len(tokens) > _LEAST_COVERED and tokens[-1].text in _COVERING else None
    asked = noun is not None and bool({"which", "what", "how_many"} & set(tokens[0].ids("question")))
    if noun is None or not asked or not PLACES & set(noun.ids("sort")) or not tokens[2].has("auxiliaries"):
        return tokens
    return [*tokens[:-1], replace(tokens[-1], text="include", senses=THERE, pieces=())]


_LEAST_COVERED = 4


@found_by("spend", "spent", begins=("spend", "spent"))
def time_spent(tokens: list[Token]) -> list[Token]:
    """ "How did Kim spend his morning?", "how did she spend the 4th": what was done then."""
    at = next((n for n, t in enumerate(tokens) if n > 2 and t.text in ("spend", "spent")), 0)
    time = at + 1 + (tokens[at + 1 : at + 2] != [] and tokens[at + 1].text in (*DETERMINERS, "my"))
    timed = at and time < len(tokens) and tokens[time].has("daypart", "when", "relative", "today", "weekday")
    if not timed or "how" not in tokens[0].ids("question") or not tokens[1].has("auxiliaries"):
        return tokens
    what = tokens[0].asking("what")
    do = tokens[at].helping("do")
    then = tokens[at].leading("in", "at")
    return [what, *tokens[1:at], do, then, *tokens[time:]]


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


@found_by("already")
def already_when(tokens: list[Token]) -> list[Token]:
    """ "Had Kim been to Rome already when he came to Lyon?": whether he was there before that."""
    when = next((n for n, t in enumerate(tokens) if n > 2 and t.text in ("when", "by the time")), 0)
    first = [n for n in range(1, when) if tokens[n].text == "already"]
    if not first or tokens[0].text != "had" or when + 2 >= len(tokens):
        return tokens
    before = replace(tokens[when], text="before", senses=(Sense("mark", "before"),), pieces=())
    return [*(t for t in tokens[:when] if t.text != "already"), before, *tokens[when + 1 :]]


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
    was = tokens[0].helping("was")
    there = tokens[at].leading("at", "at")
    return [was, *who, there, *where, *(t for t in tokens[at + 1 :] if t.text in _EARLIER)]


_BEEN = frozenset({"been to", "been in", "been at", "set foot in", "gone to", "go to", "been inside"})
_EARLIER = frozenset({"before", "already", "previously", "in the past"})
_EVER = _EARLIER | {"ever", "yet", "once"}


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
    when = asked.asking("when")
    led, rest = nearly[: first - till], rest[hour:]
    led = led[:-1] if led and led[-1].text == "at" else led
    if len(rest) > _LEAST and rest[0].text in ("did", "does", "do"):
        be = rest[0].helping("was")
        over = replace(rest[-1], text="over", senses=(Sense("part", "end"),), pieces=())
        return [*led, when, be, *rest[1:-1], over]
    return [*led, when, *rest]


_LEAST = 2
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
    did = tokens[at].helping("did")
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
