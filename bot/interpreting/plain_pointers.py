"""What short words that point or ask mean by what stands beside them: "그 제휴", "제휴한데 어디야", "어디 신문", "that last one"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.interpreting.cues import found_by
from bot.language.senses import Sense
from bot.segment import Token


@found_by(ends=("데",))
def places_that(tokens: list[Token]) -> list[Token]:
    """ "투자하려는데가 어디야", "가나랑 처음 제휴한데 어디야": with nothing but a particle of nouns before 어디, the last syllable of the ending is the noun 데."""
    for at in range(1, len(tokens) - 1):
        ending, behind = tokens[at], tokens[at + 1]
        if behind.text == "데" and behind.ending is None and ending.ending == "":
            return [*_described(tokens[:at], ending.text, ending.end), *tokens[at + 1 :]]
        joined = not behind.spaced and behind.ending in ("subject", "topic")
        where = at + 1 + joined
        asked = where < len(tokens) and "where" in tokens[where].ids("question")
        last = all(t.ending == "" for t in tokens[where + 1 :])
        noun = ending.ending == "" and ending.text.endswith(_THAT_PLACE) and (joined or last)
        if noun and asked and not tokens[at - 1].has("name") and "past" not in tokens[at - 1].ids("verb"):
            place = (Sense("sort", "place"), Sense("part", "where"))
            place_ = replace(ending, text="데", start=ending.end - 1, senses=place, ending=None, spaced=True)
            particle = [replace(behind, ill=False)] if joined else []
            return [*_described(tokens[:at], ending.text[:-1], ending.end - 1), place_, *particle, *tokens[where:]]
    return tokens


def _described(before: list[Token], form: str, end: int) -> list[Token]:
    """The words before the noun 데, of which the last is the verb that describes it: "제휴한", "투자하려는"."""
    verb = before[-1]
    ending = Token(form, verb.end, end, ending="", spaced=False)
    if form not in ("한", "된") or verb.ending is not None:
        return [*before, ending]
    senses = (*verb.senses, Sense("verb", "n"))
    return [*before[:-1], replace(verb, text=verb.text + form, end=end, senses=senses, pieces=(verb, ending))]


_THAT_PLACE = ("는데", "한데", "된데", "은데", "할데")
"""Ends of Korean endings that may be an adnominal form and the noun 데."""


@found_by("고", "고서", "고 나서")
def after_whom(tokens: list[Token]) -> list[Token]:
    """ "그건 누구 만나고 한 말이야": on which occasion it was said is asked, and not who said it."""
    for at in range(len(tokens) - 4):
        who, deed, ending = tokens[at : at + 3]
        words = [t for t in tokens[at + 3 : at + 6] if t.ending is None]
        said = any("said" in t.ids("part") or t.text.startswith(("말이", "말인")) for t in words)
        said = said or (len(words) == 1 and words[0].text == "나서" and any(t.ending == "quote" for t in tokens[:at]))
        said = said and not any(t.has("question", "ask") for t in tokens[at + 3 :])
        done = deed.has("kind", "verb") and ending.ending is not None and ending.text in ("고", "고서", "고 나서")
        if "who" in who.ids("question") and done and said:
            when = who.asking("언제", "when")
            return [*tokens[:at], when, *tokens[at + 3 :]]
    return tokens


@found_by("그", "itself")
def pointing(tokens: list[Token]) -> list[Token]:
    """ "그 제휴": 그 right before a noun points at a thing, and is no "he"; "the meeting itself" is the meeting."""
    found = list(tokens)
    for at, (token, after) in enumerate(pairwise(tokens)):
        if after.text == "itself" and token.pieces and token.has("anaphor"):
            found[at] = token.pieces[-1]  # "the meeting itself" is no "it"
        thing = after.ending is None and after.has("kind", "noun", "sort") and not after.has("name", "question", "verb")
        if token.text == "그" and thing and not {"person"} & set(after.ids("sort")):
            found[at] = replace(token, senses=tuple(s for s in token.senses if s[:2] != ("anaphor", "person")))
    return found


@found_by("last")
def last_one(tokens: list[Token]) -> list[Token]:
    """ "Where did that last one take place?": "that last one" is what was told last, and no end of a row."""
    at = next((n for n in range(1, len(tokens) - 1) if [t.text for t in tokens[n : n + 2]] == ["last", "one"]), 0)
    if not at or tokens[at - 1].text.split()[-1] != "that":
        return tokens
    told = (Sense("light", ""), Sense("anaphor", "thing"))
    before = [p for p in tokens[at - 1].pieces if p.text != "that"]  # "did that" may be one phrase
    return [*tokens[: at - 1], *before, replace(tokens[at], text="that one", senses=told, pieces=()), *tokens[at + 2 :]]


@found_by("어디")
def of_where(tokens: list[Token]) -> list[Token]:
    """ "어디 신문 기사야": 어디 right before a phrase of nouns that ends the question asks which of them."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    if len(content) < 2 or content[-2] != content[-1] - 1 or tokens[content[-2]].text != "어디":
        return tokens
    noun = tokens[content[-1]]
    if len(noun.pieces) < 2 or not noun.has("kind") or noun.has("verb") or any(p.has("verb") for p in noun.pieces):
        return tokens
    return [t.asking("어느", "which") if n == content[-2] else t for n, t in enumerate(tokens)]


@found_by("어디")
def whose_object(tokens: list[Token]) -> list[Token]:
    """ "어디 기술을 써": right before the object of a verb that is no sort of place, 어디 asks whose it is."""
    at = next((n for n, t in enumerate(tokens[:-3]) if t.text == "어디" and t.has("question")), -1)
    last = next((n for n in range(at + 2, min(at + 4, len(tokens) - 1)) if tokens[n].ending == "object"), 0)
    if at < 0 or not last or any(t.ending is not None for t in tokens[at:last]) or not tokens[last + 1].has("verb"):
        return tokens
    noun = tokens[last - 1]
    owned = noun.has("part") and noun.has("word") and not noun.has("sort", "noun", "title", "verb", "of_fact")
    who = tokens[at].asking("누구", "who")
    return [*tokens[:at], who, *tokens[at + 1 :]] if owned else tokens
