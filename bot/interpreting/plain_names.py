"""What some constructions that ask for a name, or for one of several, say in other words: "what is it called", "단장 이름"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import IS
from bot.language.senses import HELPER, OF, Sense
from bot.segment import Token

_NAME = (Sense("light", ""), Sense("sort", "name"))
"""What a word means that asks for a name, whatever else the base means by names."""


@found_by("called", "named")
def what_called(tokens: list[Token]) -> list[Token]:
    """ "What is the ship called?", "how is it called?" ask for its name, and for nothing that was said."""
    asked = max((n for n, t in enumerate(tokens) if t.text in ("what", "whats", "how")), default=len(tokens))
    content = [n for n in range(asked, len(tokens)) if tokens[n].ending is None]
    if len(content) < 3 or tokens[content[-1]].text not in ("called", "named"):
        return tokens
    helpers = {tokens[n].text for n in content if tokens[n].has("auxiliaries")}
    to_be = helpers <= {"will", "would", "be"} and tokens[content[-2]].text == "be"  # "what will it be called"
    if not helpers <= IS and not to_be:
        return tokens
    what = (Sense("question", "what"),)
    return [
        replace(t, text="name", senses=_NAME, pieces=())
        if n == content[-1]
        else replace(t, text="what", senses=what)
        if n == asked
        else replace(t, text="is")
        if to_be and t.text in ("will", "would")
        else t
        for n, t in enumerate(tokens)
        if not (to_be and n == content[-2])
    ]


_POSSESSIVE = frozenset({"his", "her", "their", "its"})


def in_short(tokens: list[Token]) -> list[Token]:
    """ "암은 어느 나라": a name of one syllable with a particle of nouns behind it is no verb that is shortened to a noun."""
    return [
        replace(t, senses=tuple(s for s in t.senses if s.tag not in ("light", "verb")))
        if len(t.text) == 1 and t.has("name") and t.ids("verb")[:1] == ("m",) and _is_noun_before(after)
        else t
        for t, after in zip(tokens, [*tokens[1:], None], strict=True)
    ]


def _is_noun_before(after: Token | None) -> bool:
    """Whether a particle that only nouns have is joined to the word before it."""
    return after is not None and not after.spaced and after.ending in ("subject", "topic", "object", "of", "with")


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
            when = replace(who, text="언제", senses=(Sense("question", "when"),), pieces=())
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
    which = (Sense("question", "which"),)
    return [replace(t, text="어느", senses=which) if n == content[-2] else t for n, t in enumerate(tokens)]


@found_by(begins=("외국", "해외"))
def those_from_abroad(tokens: list[Token]) -> list[Token]:
    """ "김이 만난 외국 기업인들": behind a verb that says what was done with them, people from abroad are asked for word by word."""
    found: list[Token] = []
    asked = any("who" in t.ids("question") for t in tokens)
    for token in tokens:
        if token.text in _FOREIGNER and not token.has("name"):
            foreign = replace(token, senses=(Sense("mark", "foreign"),), pieces=())
            found += (foreign, replace(token, text="사람", senses=(Sense("sort", "person"),), pieces=()))
            continue
        abroad = len(token.pieces) == 2 and "foreign" in token.pieces[0].ids("mark")
        people = abroad and "person" in token.pieces[1].ids("sort") and not token.has("kind", "name", "sort")
        done = bool(found) and found[-1].has("kind") and found[-1].text in ("만난", "만났던", "본", "면담한")
        found += token.pieces if people and (done or asked) else (token,)
    return found


_FOREIGNER = frozenset({"외국인", "외국 사람", "외국인사", "외국 인사", "해외 인사"})


@found_by("어디")
def whose_object(tokens: list[Token]) -> list[Token]:
    """ "어디 기술을 써": right before the object of a verb that is no sort of place, 어디 asks whose it is."""
    at = next((n for n, t in enumerate(tokens[:-3]) if t.text == "어디" and t.has("question")), -1)
    last = next((n for n in range(at + 2, min(at + 4, len(tokens) - 1)) if tokens[n].ending == "object"), 0)
    if at < 0 or not last or any(t.ending is not None for t in tokens[at:last]) or not tokens[last + 1].has("verb"):
        return tokens
    noun = tokens[last - 1]
    owned = noun.has("part") and noun.has("word") and not noun.has("sort", "noun", "title", "verb", "of_fact")
    who = replace(tokens[at], text="누구", senses=(Sense("question", "who"),), pieces=())
    return [*tokens[:at], who, *tokens[at + 1 :]] if owned else tokens


@found_by(ends=("ans",))
def nationals(tokens: list[Token]) -> list[Token]:
    """ "Which Koreans came?", "how many Americans": people from there are asked for."""
    found: list[Token] = []
    for token in tokens:
        asked = bool(found) and bool({"which", "what", "how_many"} & set(found[-1].ids("question")))
        found.append(token)
        if asked and token.has("name") and token.text.endswith("ans"):
            found.append(replace(token, text="people", senses=_PEOPLE, pieces=()))
    return found


_PEOPLE = (Sense("light", ""), Sense("sort", "person"), Sense("unit", "person"))


@found_by("name")
def name_had(tokens: list[Token]) -> list[Token]:
    """ "Did the ship have a name?" asks for it."""
    words = [t.text for t in tokens]
    if words[-5:] in (["has", "it", "got", "a", "name"], ["does", "it", "have", "a", "name"]) and len(words) > 5:
        return name_had([tokens[-5], *tokens[:-5], *tokens[-3:]])  # "the ship, does it have a name?"
    if words[-3:] not in (["have", "a", "name"], ["got", "a", "name"]) or words[0] not in ("did", "does", "has"):
        return tokens
    what, be = (Sense("question", "what"),), HELPER
    first = replace(tokens[0], text="what", senses=what, pieces=())
    return [first, *tokens[1:-3], replace(tokens[-3], text="is", senses=be, pieces=()), *tokens[-2:]]


@found_by("name")
def name_last(tokens: list[Token]) -> list[Token]:
    """ "Acme workshop hotel name?", "sales chief at the fair, name": the name of that."""
    body = tokens[:-1]
    if len(body) == 1 and tokens[-1].text == "name" and body[0].has("part") and not body[0].has(*_NAMED_THINGS):
        return body  # "byline name"
    named = len(body) > 1 and tokens[-1].text == "name" and body[0].text not in ("the", "name", *_POSSESSIVE)
    spoken = any(asks(t) or t.has("auxiliaries", "tell", "confirm", "anaphor") for t in body)
    things = [t for t in body if t.has("noun", "title", "sort")]
    if not named or spoken or not things or any(t.text in _WITH_NAMES for t in body):
        return tokens
    of = replace(tokens[-1], text="of", senses=OF, pieces=())
    return [tokens[-1], of, *body]


_NAMED_THINGS = (
    "name",
    "noun",
    "title",
    "sort",
    "called",
    "mark",
    "prep",
    "anaphor",
    "light",
    "auxiliaries",
    "question",
)
_WITH_NAMES = frozenset(
    {"by", "full", "first", "last", "other", "own", "real", "family", "second", "korean", "english"}
)
"""Words that say which name, or by what name."""


@found_by("go by", "goes by", "by")
def goes_by(tokens: list[Token]) -> list[Token]:
    """ "What does the ship go by?", "by what name does the ship go?": what it is called."""
    asked = next((n for n, t in enumerate(tokens) if t.text == "what"), len(tokens))
    if tokens[-1].text in ("goes by", "go by"):
        body = tokens[asked + 1 : -1]
    elif [t.text for t in tokens[asked - 1 : asked + 2]] == ["by", "what", "name"]:
        body = [t for t in tokens[asked + 2 :] if t.text not in ("go", "goes")]
    else:
        return tokens
    body = [t for t in body if t.text != "name" and not (t.has("auxiliaries") and t.text in ("does", "do", "did"))]
    if not any(t.has("noun", "sort") for t in body):
        return tokens
    be = Token("is", tokens[0].start, tokens[0].end, HELPER)
    last = tokens[-1]
    name = Token("name", last.start, last.end, _NAME)
    what = Token("what", tokens[0].start, tokens[0].end, (Sense("question", "what"),))
    return [what, be, *body, name]


@found_by(tags=("noun",))
def its_own_name(tokens: list[Token]) -> list[Token]:
    """ "Name of the joint venture", "합작 벤처 이름": the name of the one that is such, and not of the term."""
    if not any("name" in t.ids("sort") for t in tokens):
        return tokens
    return [
        replace(t, senses=tuple(s for s in t.senses if s.tag != "name")) if t.has("name") and t.has("noun") else t
        for t in tokens
    ]


@found_by("name", tags=("title",))
def name_of(tokens: list[Token]) -> list[Token]:
    """ "The name of the ship", "단장 이름" ask for a name, whatever else the base means by names."""
    return [
        replace(t, senses=_NAME, pieces=())
        if (t.text == "name" and _of_thing(tokens[n + 1 : n + 5])) or _name_behind_title(tokens, n)
        else t
        for n, t in enumerate(tokens)
    ]


def _of_thing(tokens: list[Token]) -> bool:
    """Whether "of" and a common noun for something that has a name, or a title, stand here."""
    return [t.text for t in tokens[:1]] == ["of"] and any(
        t.has("noun", "title") and not t.has("sort") for t in tokens[1:]
    )


def _name_behind_title(tokens: list[Token], n: int) -> bool:
    """Whether a Korean word for a name stands right behind a title: "단장 이름"."""
    named = "name" in tokens[n].ids("sort") and not tokens[n].text.isascii() and n > 0
    return named and tokens[n - 1].has("title") and not tokens[n - 1].has("question")


@found_by("name")
def named_ones(tokens: list[Token]) -> list[Token]:
    """ "Name the guests who came" asks which guests came."""
    content = [n for n, t in enumerate(tokens) if not t.has("follow") or t.has("tell")]
    if len(content) < 3 or [tokens[n].text for n in content[:2]] != ["name", "the"]:
        return tokens
    joined = next((n for n in content[3:] if tokens[n].text in ("who", "that", "which")), None)
    if joined is None or not tokens[joined - 1].has("title", "sort", "noun", "name"):
        return tokens
    anyone = joined == content[3] and "person" in {*tokens[content[2]].ids("sort"), *tokens[content[2]].ids("unit")}
    asked, gone = ("who", content[1:4]) if anyone else ("which", [content[1], joined])
    first = replace(tokens[content[0]], text=asked, senses=(Sense("question", asked),), pieces=())
    return [first if n == content[0] else t for n, t in enumerate(tokens) if n not in gone]


@found_by("where", "when", "who")
def described_ones(tokens: list[Token]) -> list[Token]:
    """ "The hall where they met", "Acme people who came" as all that is said ask which hall, which Acme people."""
    joined = next((n for n, t in enumerate(tokens) if n and t.text in ("where", "when", "who")), 0)
    rest = tokens[joined + 1 :]
    if not joined or not rest or (rest[0].has("auxiliaries") and tokens[joined].text != "who"):
        return tokens
    noun = tokens[joined - 1]
    house = joined > 1 and noun.text.endswith("s") and tokens[joined - 2].has("name")
    start = joined - 2 if house else joined - 1
    if tokens[joined].text == "who" and not house:
        return tokens
    start -= start > 0 and tokens[start - 1].text == "the"
    opens = start < 1 or tokens[start - 1].has("tell", "follow")
    named = noun.has("sort", "part", "noun") and not noun.has("kind", "auxiliaries", "question", "prep", "name")
    verb = next((n for n, t in enumerate(rest) if t.has("kind", "auxiliaries")), len(rest))
    stated = not any(t.has("question", "auxiliaries") for t in rest[verb + 1 :])  # "the hall where they met is ..."
    if not (opens and named and stated):
        return tokens
    which = replace(tokens[joined], text="which", senses=(Sense("question", "which"),), pieces=())
    of = [t for t in tokens[start : joined - 1] if t.text != "the"]
    return [*tokens[:start], which, *of, noun, *rest]


@found_by(tags=("question",))
def counted_ones(tokens: list[Token]) -> list[Token]:
    """ "Which two firms": a figure and what is counted, though some kind of fact has that phrase for those who did it."""
    found: list[Token] = []
    for token in tokens:
        asked = bool(found) and {"which", "what"} & set(found[-1].ids("question"))
        counted = len(token.pieces) == 2 and token.pieces[0].has("number") and token.pieces[1].has("sort")
        if asked and counted and token.has("part") and token.text.isascii():
            noun = token.pieces[1]
            found += (token.pieces[0], replace(noun, senses=(*noun.senses, *token.senses)))
        else:
            found.append(token)
    return found


@found_by("from")
def from_elsewhere(tokens: list[Token]) -> list[Token]:
    """ "Who was not from Acme", "those that weren't from Acme": those present, all of Acme excepted."""
    at = next((n for n, t in enumerate(tokens) if t.text == "from" and n and "not" in tokens[n - 1].ids("mark")), 0)
    if not at or not any(t.has("name") for t in tokens[at + 1 : at + 3]) or not any(map(asks, tokens[:at])):
        return tokens
    excepted = replace(tokens[at], text="other than", senses=(Sense("mark", "except"), Sense("mark", "present")))
    return [*tokens[: at - 1], excepted, *tokens[at + 1 :]]


@found_by("아닌", "아니었던")
def of_none(tokens: list[Token]) -> list[Token]:
    """ "가나 소속이 아닌 사람": those present, all of 가나 excepted."""
    at = next((n for n, t in enumerate(tokens) if t.text in ("아닌", "아니었던") and n), 0)
    people = at and any("person" in t.ids("sort") for t in tokens[at + 1 : at + 2])
    house = next((n for n in range(at - 1, -1, -1) if tokens[n].ending is None and tokens[n].text not in _OF_HOUSE), 0)
    if not people or not tokens[house].has("name") or not any({"present", "all"} & set(t.ids("mark")) for t in tokens):
        return tokens
    excepted = replace(tokens[at], text="말고", senses=(Sense("mark", "except"),))
    return [*tokens[: house + 1], excepted, *tokens[at + 1 :]]


_OF_HOUSE = frozenset({"소속", "쪽", "측", "출신", "직원", "사람"})


@found_by("than")
def other_than(tokens: list[Token]) -> list[Token]:
    """ "In which other town than Rome": in which town, Rome excepted."""
    at = next((n for n, t in enumerate(tokens) if t.text.split()[0] == "other" and not t.has("name")), len(tokens))
    than = next((n for n in range(at + 1, min(at + 3, len(tokens))) if tokens[n].text == "than"), 0)
    if not than or tokens[at].text == "other than":
        return tokens
    rest = [p for p in tokens[at].pieces if p.text != "other"]
    excepted = replace(tokens[than], text="other than", senses=(Sense("mark", "except"),))
    return [*tokens[:at], *rest, *tokens[at + 1 : than], excepted, *tokens[than + 1 :]]


_HOUSED = frozenset({"hosted", "housed", "saw", "held"})


@found_by(*_HOUSED)
def housed(tokens: list[Token]) -> list[Token]:
    """ "Which hotel hosted the signing?", "hotel that hosted it": a place that hosts only is where it was, whatever it was."""
    joined = next((n for n, t in enumerate(tokens[:-2]) if t.text in ("that", "which") and n), 0)
    opens = all(t.text == "the" or t.has("tell", "follow") for t in tokens[: joined - 1]) if joined else False
    if opens and tokens[joined + 1].text in _HOUSED:
        which = replace(tokens[joined], text="which", senses=(Sense("question", "which"),), pieces=())
        tokens = [
            *(t for t in tokens[: joined - 1] if t.text != "the"),
            which,
            tokens[joined - 1],
            *tokens[joined + 1 :],
        ]
    for at in range(2, len(tokens) - 1):
        place = tokens[at - 1].has("noun", "sort", "part") and {"what", "which"} & set(tokens[at - 2].ids("question"))
        where = {"place", "city", "country"} & set(tokens[at - 1].ids("sort")) or "where" in tokens[at - 1].ids("part")
        where = where or any(s[:2] == ("of_fact", "where") for s in tokens[at - 1].senses)
        if place and where and tokens[at].text in _HOUSED:
            host = replace(tokens[at], senses=(*tokens[at].senses, Sense("light", "")))
            return [*tokens[:at], host, *tokens[at + 1 :]]
    return tokens
