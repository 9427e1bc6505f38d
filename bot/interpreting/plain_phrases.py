"""What some everyday English phrases say in fewer words: "Kim and his guests", "from outside Acme", "once Rome is done"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import IS, POSSESSIVES
from bot.language.senses import Sense
from bot.segment import Token

_GUESTS = frozenset({"guest", "guests", "visitor", "visitors", "companion", "companions", "colleague", "colleagues"})


@found_by("and")
def and_guests(tokens: list[Token]) -> list[Token]:
    """ "What did Kim and his two guests discuss?": who was with him is told by the fact, and not asked."""
    for at in range(1, len(tokens) - 2):
        if tokens[at].text != "and" or tokens[at + 1].text not in POSSESSIVES or not tokens[at - 1].has("name"):
            continue
        noun = at + 2 + tokens[at + 2].has("number")
        if noun >= len(tokens) - 1:
            continue
        people = "person" in tokens[noun].ids("sort") and not tokens[noun].has("title")
        if (people or tokens[noun].text in _GUESTS) and not any("who" in t.ids("question") for t in tokens):
            return [*tokens[:at], *tokens[noun + 1 :]]
    return tokens


_ROOMS = frozenset({"room", "hall", "venue", "hotel", "building", "place", "space", "site", "stage", "floor", "office"})
_TAKEN = frozenset({"used", "booked", "chosen", "picked", "reserved", "set aside"})


@found_by(*_ROOMS)
def taken_for(tokens: list[Token]) -> list[Token]:
    """ "The room that was used for the talks", "which hall was booked for the dinner": where that was."""
    for at in range(1, len(tokens) - 1):
        words = tokens[at].text.split()
        verb = [w for w in words if w not in (*IS, "for")]
        taken = (" ".join(verb) in _TAKEN and len(verb) < len(words)) or tokens[at].text in _TAKEN
        behind = at + 1 + (words[-1] != "for")
        if not taken or (words[-1] != "for" and tokens[at + 1].text != "for") or behind >= len(tokens):
            continue
        start = at - next((n for n, t in enumerate(tokens[at - 1 :: -1]) if not _idle(t)), 0)
        if start and tokens[start - 1].text in _ROOMS and any(map(asks, tokens[:at])) and not asks(tokens[behind]):
            there = tokens[at].leading("at", "at")
            return [*tokens[:start], there, *tokens[behind:]]
    return tokens


def _idle(token: Token) -> bool:
    """Whether a word only joins what was done with a room to it."""
    return token.text in IS or token.text in ("that", "which", "being")


_TOPICS = frozenset({"what", "whether", "how", "why", "where", "if"})


@found_by("on")
def on_what(tokens: list[Token]) -> list[Token]:
    """ "Kim on what happens next", "Kim on whether it worked": in a headline, what was said about that."""
    heads = len(tokens) > 3 and tokens[0].has("name") and tokens[1].text == "on" and tokens[2].text in _TOPICS
    if not heads or any(t.text in ("did", "does", "do") for t in tokens[3:]):
        return tokens
    said = replace(tokens[1], text="said", senses=(Sense("part", "said"), Sense("ask", "what")), pieces=())
    rest = [t for t in tokens[3:] if not t.has("auxiliaries", "filler") and t.text not in ("with", "comes")]
    return [tokens[0], said, tokens[1], *rest]


@found_by("say")
def good_to_say(tokens: list[Token]) -> list[Token]:
    """ "Did Kim have anything good to say about it?": whether he said anything good."""
    for at in range(1, len(tokens) - 4):
        have, thing, good, to, say = tokens[at : at + 5]
        words = (have.text in ("have", "got"), to.text == "to", say.text == "say")
        if all(words) and thing.text in ("anything", "something") and "judged" in good.ids("mark"):
            return [*tokens[:at], say, thing, good, *tokens[at + 5 :]]
    return tokens


_FIELDS = frozenset({"field", "area", "division", "department", "unit", "branch", "section", "line"})


_OF = frozenset({"of", "for", "in charge of", "charge of", "over"})


@found_by(*_FIELDS)
def of_what_field(tokens: list[Token]) -> list[Token]:
    """ "What field is Kim president of?": what he is president of."""
    for at in range(len(tokens) - 4):
        asked = tokens[at].text in ("what", "which") and tokens[at + 1].text in _FIELDS
        held = asked and tokens[at + 2].text in IS and tokens[at + 3].has("name") and tokens[-1].text in _OF
        if held and all(t.has("title") or t.text in ("the", "in") for t in tokens[at + 4 : -1]):
            return [*tokens[: at + 1], *tokens[at + 2 :]]
    return tokens


_STORY = frozenset({"this", "it", "that", "story", "news", "article", "all", "any", "piece", "report", "whole"})


@found_by("to do with")
def to_do_with(tokens: list[Token]) -> list[Token]:
    """ "What has Kim got to do with this story?": what is told of him is asked."""
    at = next((n for n, t in enumerate(tokens[:-1]) if t.text == "to do with"), 0)
    before, behind = tokens[:at], [t for t in tokens[at + 1 :] if t.text not in ("the", "of")]
    named = [t for t in before if t.has("name")]
    idle = all(t.has("name", "auxiliaries", "follow", "anaphor") or t.text in ("what", "got") for t in before)
    asked = any("what" in t.ids("question") for t in before)
    if len(named) != 1 or not asked or not idle or not behind or not {t.text for t in behind} <= _STORY:
        return tokens
    told = replace(tokens[at], text="summary", senses=(Sense("summary", ""), Sense("light", "")), pieces=())
    return [told, *named]


_DONE = frozenset({"done", "over", "finished", "is done", "is over", "is finished", "was over", "was done", "through"})


@found_by("once", "when", "after")
def once_done(tokens: list[Token]) -> list[Token]:
    """ "Which town is next once Rome is done?", "when she is done with Rome": after Rome."""
    after = (Sense("mark", "after"),)
    for at in range(1, len(tokens) - 2):
        rest = tokens[at + 1 :]
        if tokens[at].text not in ("once", "when", "after") or not any(map(asks, tokens[:at])):
            continue
        mark = replace(tokens[at], text="after", senses=after, pieces=())
        over = rest[0].has("name") and len(rest) < 4 and rest[-1].text in _DONE
        if over and all(t.text in IS for t in rest[1:-1]):
            return [*tokens[:at], mark, rest[0]]
        with_ = next((n for n, t in enumerate(rest) if t.text == "with"), 0)
        helped = all(t.has("auxiliaries", "anaphor", "light") for t in rest[: max(0, with_ - 1)])
        if with_ and rest[with_ - 1].text in _DONE and helped and [t.has("name") for t in rest[with_ + 1 :]] == [True]:
            return [*tokens[:at], mark, rest[-1]]
    return tokens


_LOOKING_AFTER = frozenset({"look after", "looks after", "looked after", "looking after"})


@found_by(*_LOOKING_AFTER)
def looks_after(tokens: list[Token]) -> list[Token]:
    """ "Who looks after sales at Acme?": who is in charge of it there, where that is no deed of any kind of fact."""
    at = next((n for n, t in enumerate(tokens) if t.text in _LOOKING_AFTER and not t.has("kind", "part")), 0)
    house = len(tokens) > at + 3 and tokens[-1].has("name") and tokens[-2].text in ("at", "for", "of")
    if not at or not house or not any("who" in t.ids("question") for t in tokens[:at]):
        return tokens
    return [*tokens[:at], replace(tokens[at], senses=(Sense("part", "title"),), pieces=()), *tokens[at + 1 :]]


@found_by("behind")
def standing_behind(tokens: list[Token]) -> list[Token]:
    """ "Name of the paper behind this story", "the firm that is behind it": which of them is asked, and not who did it."""
    at = next((n for n, t in enumerate(tokens[:-1]) if n and t.text == "behind"), 0)
    joined = at
    while joined > 1 and tokens[joined - 1].text in ("that", "which", "is", "are", "stands", "stand", "was", "that is"):
        joined -= 1
    noun = tokens[joined - 1] if at else None
    if noun is not None and "why" in noun.ids("question"):
        return [*tokens[:at], *tokens[at + 1 :]]  # "what was the reason behind the deal"
    if noun is None or not noun.has("noun", "part") or noun.has("name", "title", "auxiliaries", "question", "kind"):
        return tokens
    if "person" in noun.ids("sort") or any("who" in t.ids("question") for t in tokens[:at]):
        return tokens
    return [*tokens[:joined], tokens[at].silenced(), *tokens[at + 1 :]]


_COMPARED = frozenset({"more", "less"})


@found_by("or")
def which_of_two(tokens: list[Token]) -> list[Token]:
    """ "Which is the larger plan, the Acme one or the Bolt one?", "which is larger, the Acme plan or the Bolt plan?": which plan is."""
    at = next((n for n, t in enumerate(tokens[:-1]) if t.text in ("which", "what") and tokens[n + 1].text in IS), -1)
    start = at + 2 + (at >= 0 and [t.text for t in tokens[at + 2 : at + 3]] == ["the"])
    either = next((n for n in range(start + 2, len(tokens) - 1) if "either" in tokens[n].ids("mark")), 0)
    if at < 0 or not either or not _COMPARED & set(tokens[start].ids("mark")):
        return tokens
    noun = tokens[start + 1] if _is_compared(tokens[start + 1]) else None
    sides = tokens[start + (2 if noun else 1) :]
    if noun is None and _is_compared(tokens[either - 1]) and tokens[either - 1].text == tokens[-1].text:
        noun = tokens[-1]
    rest = [t for t in sides if t.text not in ("one", "ones", "the one") and (noun is None or t.text != noun.text)]
    if noun is None or sum(t.has("name", "noun") for t in rest) < 2:
        return tokens
    return [*tokens[: at + 1], noun, tokens[at + 1], tokens[start], *rest]


def _is_compared(token: Token) -> bool:
    """Whether a word is a noun for what is compared."""
    return token.has("kind", "part", "noun") and not token.has("name", "question", "prep", "auxiliaries", "number")


@found_by("name")
def name_of_one(tokens: list[Token]) -> list[Token]:
    """ "Name of the Acme chief who met Kim": who the Acme chief is who met Kim."""
    at = next((n for n, t in enumerate(tokens[:-3]) if t.text == "name" and tokens[n + 1].text == "of"), -1)
    led = at >= 0 and all(t.has("tell", "follow", "auxiliaries", "light") or t.text == "what" for t in tokens[:at])
    behind = next((n for n in range(at + 2, len(tokens) - 1) if tokens[n].text in ("who", "that")), 0)
    who = tokens[at + 2 : behind]
    if not led or not who or not all(t.has("name", "title") or t.text == "the" or _is_titled(t) for t in who):
        return tokens
    if not any(t.has("title") or _is_titled(t) for t in who):
        return tokens
    asked = tokens[at].asking("who")
    be = tokens[at + 1].helping("is")
    return [asked, be, *tokens[at + 2 :]]


def _is_titled(token: Token) -> bool:
    """Whether a phrase ends in a title: "chip boss"."""
    return bool(token.pieces) and token.pieces[-1].has("title") and not token.has("kind")


_ONE = frozenset({"the one", "the ones", "one", "that"})


@found_by("the one", "the ones")
def ones_or_ones(tokens: list[Token]) -> list[Token]:
    """ "Which meeting was first, the one in Rome or the one in Oslo?", "the meeting in Rome or the one in Oslo": in which of them."""
    either = next((n for n, t in enumerate(tokens[:-3]) if n and "either" in t.ids("mark")), 0)
    if not either or tokens[either + 1].text not in _ONE or not tokens[either + 2].has("prep"):
        return tokens
    led = next((n for n in range(either - 1, 0, -1) if tokens[n].text == tokens[either + 2].text), 0)
    noun = tokens[led - 1] if led else None
    behind = tokens[either + 2 :]
    if noun is not None and noun.text in _ONE:
        return [*tokens[: led - 1], *tokens[led : either + 1], *behind]
    asked = next((n for n, t in enumerate(tokens[:led]) if t.text in ("which", "what")), -1)
    if noun is None or not _is_compared(noun) or asked < 0 or _is_compared(tokens[asked + 1]):
        return tokens
    before = tokens[asked + 1 : led - 1]
    before = before[:-1] if before and before[-1].text == "the" else before
    return [*tokens[: asked + 1], noun, *before, *tokens[led : either + 1], *behind]


_SOONER = {"earlier": "first", "sooner": "first", "later": "last"}


@found_by("later", begins=("earlier", "sooner"))
def earlier_of_two(tokens: list[Token]) -> list[Token]:
    """ "Which was earlier, the strike or the vote?", "which was the later meeting, with Kim or with Park?": which came first, or last."""
    at = next((n for n, t in enumerate(tokens) if t.text.split()[0] in _SOONER and not t.has("name")), 0)
    either = any("either" in t.ids("mark") for t in tokens[at + 1 :])
    asked = any(t.text in ("which", "what", "who") for t in tokens[:at])
    if not at or not either or not asked or any("than" in t.text.split() for t in tokens):
        return tokens
    words = tokens[at].text.split()
    mark = replace(tokens[at], text=words[0], senses=(Sense("mark", _SOONER[words[0]]),), pieces=())
    return [*tokens[:at], mark, *(p for p in tokens[at].pieces if p.text != words[0]), *tokens[at + 1 :]]


@found_by("belong to", "belongs to")
def belongs_to(tokens: list[Token]) -> list[Token]:
    """ "What does Acme belong to?": which house it is of is asked, as "who does it belong to" asks."""
    asked = [n for n, t in enumerate(tokens) if t.text == "what" and t.has("question")]
    named = any(t.has("name") for t in tokens[:-1])
    if len(asked) != 1 or not named or tokens[-1].text not in ("belong to", "belongs to"):
        return tokens
    who = tokens[asked[0]].asking("who")
    return [*tokens[: asked[0]], who, *tokens[asked[0] + 1 :]]


@found_by("how much")
def time_of_somebody(tokens: list[Token]) -> list[Token]:
    """ "How much of Kim's time did Park get?": how long Park got with Kim."""
    words = [t.text for t in tokens[:4]]
    if len(tokens) < 6 or words[:2] != ["how much", "of"] or words[3] != "time" or not tokens[2].has("name"):
        return tokens
    how_long = tokens[0].asking("how long")
    with_ = tokens[1].leading("with", "with")
    return [how_long, *tokens[4:], with_, tokens[2]]


_PAYING = frozenset({"pay", "pays", "paid", "paying", "give", "gives", "gave", "given", "giving"})


@found_by(*_PAYING)
def paid_a(tokens: list[Token]) -> list[Token]:
    """ "Did Kim pay Rome a visit?", "who paid Park a compliment?": to visit, and to compliment, with whom or what right behind."""
    for at in range(len(tokens) - 3):
        verb, whom, a, deed = tokens[at : at + 4]
        light = verb.text in _PAYING and whom.has("name") and a.text in ("a", "an")
        if light and deed.has("kind") and not deed.has("part", "unit", "number", "name"):
            return [*tokens[:at], deed, whom, *tokens[at + 4 :]]
    return tokens


def _are_there(noun: Token, rest: list[Token]) -> bool:
    """Whether people are asked for of whom a verb stands right behind: "which of the people was there"."""
    behind = rest[rest.index(noun) + 1 :]
    return noun.text == "people" and bool(behind) and behind[0].has("auxiliaries", "mark")


@found_by("which")
def which_of_the(tokens: list[Token]) -> list[Token]:
    """ "Which of the towns did Kim visit", "which of Acme's people came": which towns, which people."""
    at = next((n for n in range(len(tokens) - 3) if [t.text for t in tokens[n : n + 2]] == ["which", "of"]), -1)
    rest = tokens[at + 2 + (tokens[at + 2].text == "the") :] if at >= 0 else []
    noun = next((t for t in rest if not t.has("name") or t.has("noun")), None)
    several = (
        noun is not None and noun.has("sort", "noun", "part") and (noun.text.endswith("s") or _are_there(noun, rest))
    )
    counted = any(p.has("number") for t in rest[:1] for p in (t, *t.pieces))
    if noun is None or not several or counted or noun.has("anaphor", "mark", "auxiliaries"):
        return tokens
    return [*tokens[: at + 1], *rest]


_GIVES = frozenset({"a", "any", "the", "what", "which", "some", "no", "his", "her", "their"})


@found_by("present", "presents")
def presents(tokens: list[Token]) -> list[Token]:
    """ "What present did Kim give Park?", "were presents given?": a gift, and nothing of who was there."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        before, behind = tokens[at - 1].text if at else "", tokens[at + 1 : at + 2]
        given = before in _GIVES and (not behind or behind[0].has("auxiliaries", "prep"))
        if "present" in token.ids("mark") and (token.text == "presents" or (token.text == "present" and given)):
            own = tuple(s for s in token.senses if s.tag in ("kind", "noun", "name") and not s.like)
            found[at] = replace(token, senses=own, pieces=())
    return found


_PROJECTS = frozenset(
    {"project", "projects", "plans", "activities", "undertakings", "endeavours", "endeavors", "initiatives", "tasks"}
)


@found_by("future", "upcoming", "coming")
def future_projects(tokens: list[Token]) -> list[Token]:
    """ "Future projects of Acme with Bolt": that projects are still to come says nothing of which they are."""
    at = next((n for n, t in enumerate(tokens[:-1]) if t.text in _TO_COME and tokens[n + 1].text in _PROJECTS), None)
    return [*tokens[:at], *tokens[at + 1 :]] if at is not None and tokens[at + 1].has("part") else tokens


_TO_COME = frozenset({"future", "upcoming", "coming"})
