"""What some constructions about who answered, what is reported and what part of a text it stands in say in other words: "who fielded the question"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import IS
from bot.language.senses import Sense
from bot.segment import Token

_PROGRAMMES = frozenset({"programme", "program", "agenda", "schedule", "lineup", "bill", "menu", "table"})


@found_by(*_PROGRAMMES)
def on_programme(tokens: list[Token]) -> list[Token]:
    """ "What was on the Acme programme?" asks what it was about, and not what Acme is."""
    at = next((n for n, t in enumerate(tokens) if t.text == "on"), 0)
    behind = [t for t in tokens[at + 1 :] if not t.has("name") and t.text != "the"]
    asked = at > 1 and "what" in tokens[at - 2].ids("question") and tokens[at - 1].has("auxiliaries")
    if not asked or len(behind) != 1 or behind[0].text not in _PROGRAMMES:
        return tokens
    return [replace(t, senses=(Sense("part", "about"),), pieces=()) if t is behind[0] else t for t in tokens]


_FIELDS = frozenset(
    {"field", "fielded", "handle", "handled", "tackle", "tackled", "addressed", "dealt with", "parried", "dodged"}
)


@found_by(*_FIELDS)
def fielded(tokens: list[Token]) -> list[Token]:
    """ "Who fielded the question on pay?", "did Kim handle that question?": who answered it."""
    at = next((n for n, t in enumerate(tokens) if n and t.text in _FIELDS), 0)
    asked = [t for t in tokens[at + 1 : at + _NEAR_VERB] if t.text.split()[-1] in ("question", "questions")]
    who = {"who"} & set(tokens[at - 1].ids("question")) or tokens[at - 1].has("name", "anaphor")
    if not at or not asked or not who:
        return tokens
    return [replace(t, senses=(Sense("part", "said"),), pieces=()) if n == at else t for n, t in enumerate(tokens)]


_NEAR_VERB = 6


_ASKED = frozenset({"asked", "asked about", "questioned", "questioned about", "quizzed", "quizzed about", "quizzed on"})


@found_by(*_ASKED, "was asked", "got asked", "were asked")
def was_asked(tokens: list[Token]) -> list[Token]:
    """ "Who was asked about the price?", "who got asked whether it was sold?": who answered that."""
    words = [w for t in tokens[:3] for w in t.text.split()]
    passive = words[:1] == ["who"] and words[1:2] in (["was"], ["got"], ["were"]) and words[2] in _ASKED
    if not passive or len(tokens) < _NEAR + 1 or any(t.text == "by" for t in tokens[2:]):
        return tokens
    at = 1 if len(tokens[1].text.split()) > 1 else 2
    said = replace(tokens[at], text="answered", senses=(Sense("part", "said"),), pieces=())
    behind = tokens[at + 1 :]
    if behind[0].text in ("whether", "if"):
        behind = [t for t in behind if not t.has("auxiliaries")]
    return [tokens[0], said, *(tokens[2].pieces[1:] if at > 1 else ()), *behind]


_NEAR = 3


_REFUSING = frozenset({"refuse", "refused", "refuses", "refusing", "decline", "declined", "declines", "declining"})


@found_by(*_REFUSING)
def refused_to_say(tokens: list[Token]) -> list[Token]:
    """ "Did Kim decline to say more?": to refuse to speak is nothing that was decided; no fact tells it but by that word."""
    found = list(tokens)
    for n, token in enumerate(tokens[:-2]):
        said = (tokens[n + 2], *tokens[n + 2].pieces)
        spoken = tokens[n + 1].text == "to" and any("said" in t.ids("part") for t in said)
        if token.text in _REFUSING and spoken:
            found[n] = replace(token, senses=tuple(s for s in token.senses if s.tag != "contrary"), pieces=())
    return found


_NEWS = frozenset({"news", "story", "stories", "report", "piece", "coverage", "news story", "news item", "headlines"})


@found_by(*_NEWS)
def gists(tokens: list[Token]) -> list[Token]:
    """ "What's this news about?", "explain the Acme story", "the news on Acme": what happened is asked, and no report itself."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    news = [n for n in content if tokens[n].text in _NEWS and not tokens[n].has("name", "noun")]
    rest = [tokens[n] for n in content if n not in news]
    plain = all(t.has("name") or (t.has(*_IDLE) and not t.has("source")) or t.text in _ASKING_WHAT for t in rest)
    asked = [t for t in rest if t.has("tell", "name", "summary") or t.text in ("about", "of", "on")]
    if len(news) != 1 or not plain or not asked:
        return tokens
    summary = (Sense("summary", ""), Sense("light", ""))
    asking = [n for n in content if tokens[n].text in _ASKING_WHAT]
    gone = {*asking, *(n + 1 for n in asking)} if any(t.has("name") for t in rest) else set()
    told = [replace(t, senses=summary, pieces=()) if n == news[0] else t for n, t in enumerate(tokens)]
    return [t for n, t in enumerate(told) if n not in gone]


_IDLE = ("light", "tell", "filler", "prep", "auxiliaries", "follow", "anaphor", "confirm", "summary")


_ASKING_WHAT = frozenset({"what", "what's", "whats"})


@found_by(tags=("question",))
def mentions(tokens: list[Token]) -> list[Token]:
    """ "Why is Acme mentioned in the story?", "가나는 왜 나와": what is told of Acme is asked, and no reason of a deed."""
    at = next((n for n, t in enumerate(tokens) if "why" in t.ids("question")), len(tokens))
    named = [t for t in tokens if t.has("name")]
    if at == len(tokens) or len(named) != 1:
        return tokens
    rest = [t for n, t in enumerate(tokens) if n != at and t.ending is None and t not in named]
    told = [t for t in rest if t.text.startswith(_MENTIONED)]
    words = {w for t in rest for w in t.text.split()}
    said = told or {"come", "up"} <= words or ("in" in words and rest[-1].text.endswith(_STORY))
    if not said or not all(t in told or t.has(*_IDLE) or t.text.endswith(_STORY) for t in rest):
        return tokens
    tell = replace(tokens[at], text="summary", senses=(Sense("summary", ""), Sense("light", "")), pieces=())
    return [tell, *named] if tokens[at].text.isascii() else [*named, tell]


_STORY = ("article", "story", "news", "piece", "report", "기사", "뉴스", "보도", "글")
_MENTIONED = (
    "mentioned", "mention", "appear", "included", "brought up",
    "나오", "나와", "나왔", "언급", "등장", "거론",
)  # fmt: skip
"""How words begin that say that somebody is spoken of."""


@found_by("on")
def held_forth(tokens: list[Token]) -> list[Token]:
    """ "Kim on Park", "Kim on Park's style": in a headline, what the one said of the other."""
    behind = [t for t in tokens[2:] if t.text not in ("the", "his", "her", "its", "their")]
    heads = len(tokens) > 2 and tokens[0].has("name") and tokens[1].text == "on"
    if not heads or not behind or not behind[0].has("name") or behind[0].has("when", "number", "weekday"):
        return tokens
    if any(asks(t) or t.has("auxiliaries", "kind") for t in behind):
        return tokens
    said = replace(tokens[1], text="said", senses=(Sense("part", "said"), Sense("ask", "what")), pieces=())
    return [tokens[0], said, tokens[1], tokens[2], *(t for t in tokens[3:] if "person" not in t.ids("sort"))]


_HELD = frozenset(
    {"mentioned", "named", "dealt with", "covered", "discussed", "listed", "told", "written", "contained", "included"}
)
"""What is done to that of which a text speaks, where it is asked what that is."""


@found_by("in", "in it")
def said_in_part(tokens: list[Token]) -> list[Token]:
    """ "What is dealt with in the second chapter?", "the first chapter, what's in it?": what that part of the text is."""
    words = [t.text for t in tokens]
    asked = next((n for n, w in enumerate(words) if w in ("what", "which", "what's")), -1)
    within = next((n for n in range(len(words)) if words[n] == "in"), -1)
    if words[-1:] == ["in it"] and asked > 0 and IS.issuperset(words[asked + 1 : -1]):
        part = tokens[:asked]
    elif asked >= 0 and within > asked and _HELD & set(words[asked:within]):
        part = tokens[within + 1 :]
    elif within >= 0 and asked > within and _HELD & set(words[asked:]) and not any(map(asks, tokens[:within])):
        part = tokens[within + 1 : asked]
    else:
        return tokens
    told = [t for t in part if not t.has("light")]
    noun = told[-1] if told else None
    bare = noun is not None and noun.own_part and not noun.has("kind", "name", "noun", "verb", "sort")
    if not bare or not all(t is noun or t.has("nth", "mark", "number") for t in told):
        return tokens
    the = [] if part[0].text == "the" else [tokens[0].leading("the", "the").silenced()]
    return [tokens[0].asking("what"), tokens[0].helping("is"), *the, *part]
