"""What some constructions say in other words: each reading puts one of them plainly, word by word, before the question is read."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, zip_longest

from bot.alternatives import before_or_after, so_many, without_or_not
from bot.english import IS
from bot.hearsay import asked_again, for_anyone, honoured, in_office, rumoured, startled, what_again, words_of, written
from bot.interrogatives import asks
from bot.korean import is_of_past
from bot.question import PLACES
from bot.reporting import reported, schedules, whose_events
from bot.segment import Token
from bot.senses import Sense


def put_plainly(tokens: list[Token]) -> list[Token]:
    """The words of a question with all such constructions put plainly, one after another."""
    for read in _READINGS:
        tokens = read(tokens)
    return tokens


def what_called(tokens: list[Token]) -> list[Token]:
    """ "What is the ship called?", "how is it called?" ask for its name, and for nothing that was said."""
    asked = max((n for n, t in enumerate(tokens) if t.text in ("what", "how")), default=len(tokens))
    content = [n for n in range(asked, len(tokens)) if tokens[n].ending is None]
    if len(content) < 3 or tokens[content[-1]].text not in ("called", "named"):
        return tokens
    helpers = {tokens[n].text for n in content if tokens[n].has("auxiliaries")}
    to_be = helpers <= {"will", "would", "be"} and tokens[content[-2]].text == "be"  # "what will it be called"
    if not helpers <= IS and not to_be:
        return tokens
    name = (Sense("light", ""), Sense("sort", "name"))
    what = (Sense("question", "what"),)
    return [
        replace(t, text="name", senses=name, pieces=())
        if n == content[-1]
        else replace(t, text="what", senses=what)
        if n == asked
        else replace(t, text="is")
        if to_be and t.text in ("will", "would")
        else t
        for n, t in enumerate(tokens)
        if not (to_be and n == content[-2])
    ]


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


def last_one(tokens: list[Token]) -> list[Token]:
    """ "Where did that last one take place?": "that last one" is what was told last, and no end of a row."""
    at = next((n for n in range(1, len(tokens) - 1) if [t.text for t in tokens[n : n + 2]] == ["last", "one"]), 0)
    if not at or tokens[at - 1].text.split()[-1] != "that":
        return tokens
    told = (Sense("light", ""), Sense("anaphor", "thing"))
    before = [p for p in tokens[at - 1].pieces if p.text != "that"]  # "did that" may be one phrase
    return [*tokens[: at - 1], *before, replace(tokens[at], text="that one", senses=told, pieces=()), *tokens[at + 2 :]]


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


_NEWS = frozenset({"news", "story", "stories", "report", "piece", "coverage", "news story", "news item", "headlines"})
_IDLE = ("light", "tell", "filler", "prep", "auxiliaries", "follow", "anaphor", "confirm", "summary")
_ASKING_WHAT = frozenset({"what", "what's", "whats"})


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


def seen_where(tokens: list[Token]) -> list[Token]:
    """ "이번에는 어디서 본 거야": behind a word for one time of several, where that was is asked, and no source."""
    return [
        p
        for n, t in enumerate(tokens)
        for p in (
            t.pieces
            if t.has("source")
            and any("where" in w.ids("question") for w in t.pieces)
            and any({"now", "time"} & set(b.ids("anaphor")) or "earlier" in b.ids("mark") for b in tokens[:n])
            else (t,)
        )
    ]


def came_there(tokens: list[Token]) -> list[Token]:
    """ "회동에 누구누구 왔어": to come to an event is to be there."""
    found = list(tokens)
    for n, asked in enumerate(tokens[2:-1], 2):
        event, verb = tokens[n - 2], tokens[n + 1]
        noun = event.pieces[-1] if event.pieces else event
        there = tokens[n - 1].ending == "at" and noun.has("kind") and not noun.has("verb", "light", "question")
        if there and "who" in asked.ids("question") and verb.text in _CAME:
            found[n + 1] = replace(verb, senses=(Sense("mark", "present"), Sense("verb", "past")), pieces=())
    return found


_CAME = ("왔", "와", "온", "나왔", "나온", "갔", "간")
"""Korean verbs of coming and going, as they are cut up."""


def went_before(tokens: list[Token]) -> list[Token]:
    """ "어디 들렀다 왔어", "어디 있다가 왔대": where somebody was before he came is asked, and not where he came to."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    asked = next((n for n in content if "where" in tokens[n].ids("question")), None)
    behind = [n for n in content if asked is not None and n > asked]
    if asked is None or any(t.has("name") for t in tokens[:asked]):
        return tokens
    if not behind or len(behind) > 2 or not tokens[behind[0]].text.startswith(_STAYING):
        return tokens
    if not tokens[behind[-1]].text.split()[-1].startswith(_COMING):
        return tokens
    mark = replace(tokens[behind[0]], text="그 전", senses=(Sense("mark", "before"),), pieces=())
    come = replace(tokens[behind[-1]], text="있었", senses=(Sense("light", ""), Sense("verb", "past")), pieces=())
    return [*tokens[:asked], mark, tokens[asked], come, *tokens[behind[-1] + 1 :]]


_COMING = ("오", "왔", "온", "넘어온", "넘어왔", "들어온", "들어왔")
_STAYING = ("있다", "들렀", "들르", "거쳐", "거치", "머물", "있었다")
"""How Korean verbs begin for being somewhere on the way: "들렀다가", "거쳐서"."""


def once_more(tokens: list[Token]) -> list[Token]:
    """ "What was it called again?", "who again opened it?": asked once more, and not what will be again."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    if len(content) < 3 or not any(tokens[n].has("question") for n in content):
        return tokens
    if tokens[1].text == "again" and tokens[0].has("question"):
        return [tokens[0], *tokens[2:]]
    last, helpers = tokens[content[-1]], {t.text for t in tokens if t.has("auxiliaries")}
    if last.text.split()[-1] != "again" or not helpers <= {"is", "was", "are", "were", "did"}:
        return tokens
    if "did" in helpers and any("when" in t.ids("question") for t in tokens):
        return tokens  # "when did they meet again" is the next time
    return [*tokens[: content[-1]], *last.pieces[:-1]]


def had_last(tokens: list[Token]) -> list[Token]:
    """ "When had Kim last seen Park?": what was the last time then is an earlier time now."""
    had = next((n for n, t in enumerate(tokens) if t.text == "had" and t.has("auxiliaries")), len(tokens))
    earlier = (Sense("mark", "earlier"),)
    return [
        replace(t, senses=earlier, pieces=()) if n > had and t.text == "last" and t.has("mark") else t
        for n, t in enumerate(tokens)
    ]


def since_how_long(tokens: list[Token]) -> list[Token]:
    """ "It had been how long since they met?": how long since then is asked, and of nothing spoken of before."""
    words = [t.text for t in tokens[:6]]
    start = next((n for n, w in enumerate(words[:2]) if w in ("it", "it's", "its")), -1)
    at = next((n for n, t in enumerate(tokens[:6]) if "how_long" in t.ids("question")), -1)
    helpers = tokens[start + 1 : at]
    stated = 0 <= start < at and all(t.has("auxiliaries", "filler") or t.text == "been" for t in helpers)
    if not stated or "since" not in [t.text for t in tokens[at + 1 : at + 3]]:
        return tokens
    found = [*tokens[:start], *tokens[at:]]
    return [
        replace(t, senses=tuple(s for s in t.senses if s.tag != "light")) if t.text == "since" and t.has("part") else t
        for t in found
    ]


def said_off(tokens: list[Token]) -> list[Token]:
    """ "Is the strike off?", "was it over by then": behind "is", these say something, and are no courtesy."""
    content = [n for n, t in enumerate(tokens) if not t.has("follow") or t.text in _OFF]
    while len(content) > 3 and tokens[content[-1]].text in _NOW:
        content.pop()
    last = content[-1] if len(content) > 2 else -1
    if last < 0 or tokens[last].text not in _OFF or tokens[content[0]].text not in IS:
        return tokens
    told = tuple(s for s in tokens[last].senses if s.tag not in ("light", "filler", "follow", "prep", "bound"))
    return [replace(t, senses=told) if n == last else t for n, t in enumerate(tokens)]


_OFF = frozenset({"off", "over", "done", "finished"})
_NOW = frozenset({"now", "then", "yet", "already", "today", "again"})


def name_had(tokens: list[Token]) -> list[Token]:
    """ "Did the ship have a name?" asks for it."""
    words = [t.text for t in tokens]
    if words[-3:] not in (["have", "a", "name"], ["got", "a", "name"]) or words[0] not in ("did", "does", "has"):
        return tokens
    what, be = (Sense("question", "what"),), (Sense("auxiliaries", ""), Sense("light", ""))
    first = replace(tokens[0], text="what", senses=what, pieces=())
    return [first, *tokens[1:-3], replace(tokens[-3], text="is", senses=be, pieces=()), *tokens[-2:]]


def on_programme(tokens: list[Token]) -> list[Token]:
    """ "What was on the Acme programme?" asks what it was about, and not what Acme is."""
    at = next((n for n, t in enumerate(tokens) if t.text == "on"), 0)
    behind = [t for t in tokens[at + 1 :] if not t.has("name") and t.text != "the"]
    asked = at > 1 and "what" in tokens[at - 2].ids("question") and tokens[at - 1].has("auxiliaries")
    if not asked or len(behind) != 1 or behind[0].text not in _PROGRAMMES:
        return tokens
    return [replace(t, senses=(Sense("part", "about"),), pieces=()) if t is behind[0] else t for t in tokens]


_PROGRAMMES = frozenset({"programme", "program", "agenda", "schedule", "lineup", "bill", "menu", "table"})


def handed(tokens: list[Token]) -> list[Token]:
    """ "What did Kim show Park?": a verb of handing something over is a deed here, and no courtesy."""
    found = list(tokens)
    for n, token in enumerate(tokens):
        between = n > 1 and tokens[n - 1].has("name") and tokens[n - 2].text == "did"
        if between and token.text in _HANDING and n + 1 < len(tokens) and tokens[n + 1].has("name"):
            senses = tuple(s for s in token.senses if s.tag not in ("light", "tell", "filler"))
            found[n] = replace(token, senses=senses, pieces=())
    return found


_HANDING = frozenset({"show", "give", "hand", "bring", "offer", "send", "lend", "serve"})


def everything(tokens: list[Token]) -> list[Token]:
    """ "Everything Kim did that day?", "list all that Kim did" ask what Kim did."""
    first = next((n for n, t in enumerate(tokens) if not t.has("tell", "follow") or t.text in _ALL), len(tokens))
    start = first + 1 + (tokens[first + 1 : first + 2] != [] and tokens[first + 1].text == "that")
    named = next((n for n in range(start, len(tokens)) if tokens[n].has("name", "anaphor")), len(tokens))
    if first + 2 >= len(tokens) or tokens[first].text not in _ALL or named != start:
        return tokens
    did = start + 1
    if did >= len(tokens) or tokens[did].text not in ("did", "does", "do", "has done", "was doing"):
        return tokens
    what, do = (Sense("question", "what"),), tokens[did].senses
    return [
        replace(tokens[first], text="what", senses=what, pieces=()),
        *tokens[start:did],
        replace(tokens[did], text="do", senses=do, pieces=()),
        *tokens[did + 1 :],
    ]


_ALL = frozenset({"everything", "all", "anything", "the things", "things", "whatever"})


def victories(tokens: list[Token]) -> list[Token]:
    """ "Who won the race?": behind somebody "won" is a verb, and no Korean money."""
    found: list[Token] = []
    for token, after in zip_longest(tokens, tokens[1:]):
        who = bool(found) and _may_win(found[-1])
        if token.text == "won" and who and (after is None or after.text != "by"):
            won = tuple(s for s in token.senses if s.tag not in ("sort", "unit") and (s.tag, s.id, s.fact) != _SUM)
            token = replace(token, senses=won)
        found.append(token)
    return found


def _may_win(token: Token) -> bool:
    """Whether a word may be the subject of "won": no figure, nor what asks for one."""
    counts = token.has("number", "unit", "prep", "follow") or token.text in _MUCH
    return not counts and (not token.has("question") or bool(_WHOEVER & set(token.ids("question"))))


_MUCH = frozenset({"the", "a", "korean", "much", "many", "million", "billion", "trillion", "thousand"})
_WHOEVER = frozenset({"who", "which", "what"})
_SUM = ("part", "how_much", "")


def name_of(tokens: list[Token]) -> list[Token]:
    """ "The name of the ship", "단장 이름" ask for a name, whatever else the base means by names."""
    name = (Sense("light", ""), Sense("sort", "name"))
    return [
        replace(t, senses=name, pieces=())
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


def sums(tokens: list[Token]) -> list[Token]:
    """ "What does it come to", "what did it add up to in dollars" ask how much."""
    asked = next((n for n, t in enumerate(tokens) if "what" in t.ids("question")), len(tokens))
    verb = next((n for n in range(asked, len(tokens)) if tokens[n].text in _COMES_TO), len(tokens))
    behind = [t for t in tokens[verb + 1 :] if not t.has("prep", "light")]
    subject = tokens[asked + 1 : verb]
    whole = len(subject) > 1 and subject[0].has("auxiliaries") and any(t.has("kind", "part") for t in subject[1:])
    if verb == len(tokens) or not whole or any(not t.has("sort", "unit") for t in behind):
        return tokens
    much, light = (Sense("question", "how_much"),), (Sense("light", ""),)
    return [
        replace(t, senses=much, pieces=()) if n == asked else replace(t, senses=light, pieces=()) if n == verb else t
        for n, t in enumerate(tokens)
    ]


_COMES_TO = frozenset(
    {"come to", "comes to", "came to", "amount to", "amounts to", "amounted to", "add up to", "adds up to"}
)


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


def words_said(tokens: list[Token]) -> list[Token]:
    """ "김이 한 말이 뭐예요": what was said is asked; 말이 is a phrase of courtesy elsewhere ("말이야")."""
    said = (Sense("part", "said"), Sense("light", ""))
    for at, token in enumerate(tokens[1:-1], 1):
        if token.text == "말이" and tokens[at - 1].text in _SPOKEN and asks(tokens[at + 1]):
            words = replace(token, text="말", end=token.end - 1, senses=said, pieces=())
            subject = replace(
                token, text="이", start=token.end - 1, senses=(), pieces=(), ending="subject", spaced=False
            )
            return [*tokens[:at], words, subject, *tokens[at + 1 :]]
    return tokens


_SPOKEN = frozenset({"한", "하신", "했던", "하셨던", "남긴", "남겼던", "꺼낸", "던진", "전한"})
"""Verbs before 말 that make it what was said."""
_WRITTEN = (
    "적",
    "쓰",
    "써",
    "썼",
    "나오",
    "나와",
    "나왔",
    "나옴",
    "나온",
    "되",
    "돼",
    "표기",
    "불리",
    "불려",
    "부르",
    "불러",
    "불렀",
)
"""How verbs begin that 뭐라고 does not make verbs of saying."""


def sayings(tokens: list[Token]) -> list[Token]:
    """ "What did X say" holds a verb of saying ("뭐라고 했어"); before another verb it only asks what ("뭐라고 적혀 있어")."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if "what" not in token.ids("ask"):
            continue
        after = next((t for t in tokens[at + 1 :] if t.ending is None), None)
        direct = tokens[at + 1] if at + 1 < len(tokens) else None
        says = (
            direct is None or (direct.ending is not None and direct.text[:1] in tuple("하한했함해할")) or after is None
        )
        says = says or (after is not None and ("said" in after.ids("part") or not after.text.startswith(_WRITTEN)))
        says = says and not (after is None and at + 1 == len(tokens) and tokens[at - 1].text in _THAT_WHICH)
        if not says:
            found[at] = replace(token, senses=(Sense("question", "what"),), pieces=())
    return found


_THAT_WHICH = ("게", "는게", "은게", "건", "는건", "은건", "것이", "것은")
"""What stands before a 뭐라고 that only asks once more what that is: "짓는 게 뭐라고?"."""


def somethings(tokens: list[Token]) -> list[Token]:
    """A word for something that is no question ("뭔가 정해졌나요" asks whether), where a sentence follows it."""
    return [
        replace(t, senses=(Sense("light", ""),), pieces=())
        if t.text in ("뭔가", "무언가") and t.has("question") and n < len(tokens) - 2
        else t
        for n, t in enumerate(tokens)
    ]


def asked_by_phrase(tokens: list[Token]) -> list[Token]:
    """ "어디로 들어갔어", where an author wrote that whole down for a part: that part is asked for, and no yes or no."""
    if any(map(asks, tokens)):
        return tokens
    return [
        replace(t, senses=(*t.senses, Sense("ask", "what")))
        if not t.text.isascii() and t.has("of_fact") and t.has("verb") and any(map(asks, t.pieces[:1]))
        else t
        for t in tokens
    ]


def views(tokens: list[Token]) -> list[Token]:
    """ "김 눈에 박은 어떤 사람이야", "김이 보기에 박은": what the one said of the other is asked, and not who they are."""
    for at, token in enumerate(tokens):
        name = next(
            (n for n in (at - 1, at - 2) if n >= 0 and tokens[n].ending is None and not tokens[n].has("title")), -1
        )
        view = token.text in _VIEWS or _is_to_him(tokens[at : at + 4])
        if not view or name < 0 or not tokens[name].has("name", "anaphor") or not any(map(asks, tokens[at:])):
            continue
        subject = replace(token, text="이", senses=(), pieces=(), ending="subject", spaced=False)
        said = replace(token, senses=(Sense("part", "said"),), pieces=())
        before = [t for t in tokens[:at] if t.ending is None or t is not tokens[at - 1]]
        return [*before, subject, said, *_of_what_sort(tokens[at + 1 :])]
    return tokens


def _is_to_him(tokens: list[Token]) -> bool:
    """Whether it is asked what another is to the one before: "한테 박은 어떤 사람이야"."""
    if len(tokens) < 4 or tokens[0].ending != "to" or not tokens[1].has("name") or tokens[2].ending != "topic":
        return False
    return tokens[3].text.startswith("어떤")


def _of_what_sort(tokens: list[Token]) -> list[Token]:
    """ "어떤 사람이야" behind a view: it asks for what was said, and the noun is any."""
    asked = (Sense("ask", "what"), Sense("part", "said"))
    light = (Sense("light", ""),)
    which = [n for n, t in enumerate(tokens) if asks(t) and t.text.startswith("어떤")]
    nouns = {n + 1 for n in which if tokens[n].text == "어떤"}
    return [
        replace(t, text="뭐라고", senses=asked, pieces=())
        if n in which
        else replace(t, senses=light, pieces=())
        if n in nouns
        else t
        for n, t in enumerate(tokens)
    ]


_VIEWS = frozenset({"눈에", "눈엔", "눈으로", "보기에", "보기엔", "보기에는"})
"""Whose view it is, behind a name."""


def on_coming(tokens: list[Token]) -> list[Token]:
    """ "와서 만난 사람": to come, before what was done then and with no place, says nothing of its own."""
    return [
        replace(t, senses=(Sense("light", ""),), pieces=())
        if t.text in ("와", "가") and _leads_to_deed(tokens, n)
        else t
        for n, t in enumerate(tokens)
    ]


def _leads_to_deed(tokens: list[Token], at: int) -> bool:
    """Whether 서 and another verb stand behind a verb that has no place before it."""
    joined = at + 2 < len(tokens) and tokens[at + 1].text == "서" and tokens[at].spaced
    placed = at > 0 and tokens[at - 1].ending in ("at", "to", "into", "from")
    return joined and not placed and any(t.has("verb") and t.has("kind") for t in tokens[at + 2 : at + 5])


def costs(tokens: list[Token]) -> list[Token]:
    """ "짓는 데 얼마 들었어", "what will the bridge cost": what something costs is asked, and no place and no thing."""
    asked = next((n for n, t in enumerate(tokens) if "what" in t.ids("question") and t.text.isascii()), -1)
    helped = any(t.has("auxiliaries", "filler") for t in tokens[asked + 1 : -1])
    if asked >= 0 and tokens[-1].text == "cost" and helped and tokens[-2].text not in ("the", "a"):
        much = (Sense("question", "how_much"),)
        return [replace(t, senses=much, pieces=()) if n == asked else t for n, t in enumerate(tokens)]
    return [
        replace(t, senses=(Sense("light", ""),), pieces=())
        if t.text == "데"
        and any(a.has("question") and {"how_much", "how_long"} & set(a.ids("question")) for a in tokens[n + 1 : n + 3])
        else t
        for n, t in enumerate(tokens)
    ]


def days(tokens: list[Token]) -> list[Token]:
    """ "Where was he the day before?": with nothing behind it, it is a day, and before nothing else."""
    content = [n for n, t in enumerate(tokens) if t.ending is None and not t.has("confirm")]
    last = content[-1] if len(content) > 1 else -1
    return [
        replace(t, senses=tuple(s for s in t.senses if s.tag == "relative"), pieces=())
        if n == last and t.has("relative") and t.has("mark")
        else t
        for n, t in enumerate(tokens)
    ]


def days_spent(tokens: list[Token]) -> list[Token]:
    """ "며칠 있었어", "며칠 머물렀어": right before a verb for staying, 며칠 asks for how long, and not on which day."""
    how_long = (Sense("question", "how_long"),)
    return [
        replace(t, senses=how_long, pieces=())
        if t.text == "며칠" and after is not None and after.text.startswith(_STAYED)
        else t
        for t, after in zip_longest(tokens, tokens[1:])
    ]


_STAYED = ("있었", "있다", "있을", "머물", "머무", "묵", "체류", "지냈", "지내")


def afterwards(tokens: list[Token]) -> list[Token]:
    """ "만나고 나서": what came after that is asked."""
    after = (Sense("mark", "after"),)
    return [
        replace(t, senses=after, pieces=())
        if n
        and t.text in ("나서", "나서는", "나서도")
        and tokens[n - 1].ending is not None
        and tokens[n - 1].text == "고"
        else t
        for n, t in enumerate(tokens)
    ]


def lasting(tokens: list[Token]) -> list[Token]:
    """ "장애가 이어진 시간", "얼마나 이어졌어": how long it went on is asked, and neither when, nor what came after it."""
    asked = any(t.ids("question")[:1] in (("how_long",), ("how_much",)) for t in tokens)
    found = list(tokens)
    for at, (token, after) in enumerate(zip_longest(tokens, tokens[1:])):
        span = after is not None and after.text.endswith("시간") and token.text.startswith(_LASTED)
        if span and after is not None:
            found[at + 1] = replace(after, senses=(Sense("part", "how_long"),), pieces=())
        if (asked or span) and token.text.startswith("이어") and {"after", "next"} & set(token.ids("mark")):
            kept = tuple(s for s in token.senses if s.tag in ("part", "verb") and not s.fact)
            found[at] = replace(token, senses=kept or (Sense("light", ""),), pieces=())
    return found


_LASTED = ("이어진", "이어졌던", "계속된", "지속된", "걸린")
"""Korean verbs that describe a span of time."""


def in_passing(tokens: list[Token]) -> list[Token]:
    """ "가나에 들렀다가 다라에 왔지": what was done in between comes after the first."""
    after = (Sense("mark", "after"),)
    if any(map(asks, tokens)):
        return tokens
    return [
        replace(t, text="뒤에", senses=after, ending=None, pieces=())
        if n > 1 and t.ending is not None and t.text == "다가" and _done_there(tokens, n)
        else t
        for n, t in enumerate(tokens)
    ]


def _done_there(tokens: list[Token], at: int) -> bool:
    """Whether the verb before is in the past, beside a name, and another name stands behind."""
    last = tokens[at - 1].text[-1]
    past = is_of_past(last) and tokens[at - 1].has("kind")
    return (
        past
        and any(t.has("name") for t in tokens[at - 3 : at - 1])
        and any(t.has("name") for t in tokens[at + 1 : at + 3])
    )


def then(tokens: list[Token]) -> list[Token]:
    """ "Then where?", "and then?": what came next is asked, where nothing else is said."""
    content = [t for t in tokens if t.ending is None and t.text not in ("and", "so", "ok")]
    bare = 0 < len(content) < 3 and all(t.text == "then" or t.has("question") for t in content)
    following = (Sense("mark", "next"),)
    return [replace(t, senses=following) if bare and t.text == "then" else t for t in tokens]


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


def post_held(tokens: list[Token]) -> list[Token]:
    """ "The chairmanship of Acme is held by whom?" asks who is the chairman of Acme."""
    words = [t.text for t in tokens]
    start = words[:1] == ["the"]
    held = next((n for n, w in enumerate(words) if w in ("is held", "was held", "held")), 0)
    asked = (
        held and words[held + 1 : held + 2] == ["by"] and any("who" in t.ids("question") for t in tokens[held + 2 :])
    )
    if not asked or not tokens[start].has("title") or words[start + 1 : start + 2] != ["of"]:
        return tokens
    post = [t for t in tokens[:held] if not t.has("auxiliaries")]
    return [*tokens[held + 2 :], replace(tokens[held], text="is", senses=_IS, pieces=()), *post]


_IS = (Sense("auxiliaries", ""), Sense("light", ""))


def before_which(tokens: list[Token]) -> list[Token]:
    """ "Rome was visited by Kim before which town?": what came after Rome is asked; "Kim saw Rome after which town?": what before it."""
    at = next((n for n, t in enumerate(tokens[:-1]) if n > 2 and _order(t) and tokens[n + 1].text in _WHAT), 0)
    placed = any(PLACES & set(t.ids("sort")) for t in tokens[at + 1 :])
    first = next((n for n, t in enumerate(tokens) if t.text != "the"), 0)
    if not (at and placed and tokens[first].has("name")) or any(map(asks, tokens[:at])):
        return tokens
    passive = tokens[first + 1].text in ("was", "were", "is") and any("by" in t.ids("prep") for t in tokens[first:at])
    behind = max((n for n in range(first + 1, at) if tokens[n].has("name")), default=0)
    pivot = first if passive else behind
    if not pivot and not passive:
        return tokens
    rest = [t for n, t in enumerate(tokens[:at]) if n != pivot and t.text not in _HOW_SOON]
    order = _TURNED[_order(tokens[at])]
    mark = replace(tokens[at], text=order, senses=(Sense("mark", order),), pieces=())
    return [*tokens[at + 1 :], *rest, mark, tokens[pivot]]


def _order(token: Token) -> str:
    """ "before" or "after", where a word ends in it that says when: "right before"; "" elsewhere."""
    last = token.text.split()[-1]
    return last if last in _TURNED and token.has("mark") else ""


_TURNED = {"before": "after", "after": "before"}
_WHAT = frozenset({"which", "what"})
_HOW_SOON = frozenset({"one day", "a day", "right", "just", "shortly", "the day"})


def other_than(tokens: list[Token]) -> list[Token]:
    """ "In which other town than Rome": in which town, Rome excepted."""
    at = next((n for n, t in enumerate(tokens) if t.text.split()[0] == "other" and not t.has("name")), len(tokens))
    than = next((n for n in range(at + 1, min(at + 3, len(tokens))) if tokens[n].text == "than"), 0)
    if not than or tokens[at].text == "other than":
        return tokens
    rest = [p for p in tokens[at].pieces if p.text != "other"]
    excepted = replace(tokens[than], text="other than", senses=(Sense("mark", "except"),))
    return [*tokens[:at], *rest, *tokens[at + 1 : than], excepted, *tokens[than + 1 :]]


def earlier_than(tokens: list[Token]) -> list[Token]:
    """ "Was the lunch earlier in the day than the talks?": before them; "later than": after them."""
    at = next((n for n, t in enumerate(tokens) if t.text in _SOONER), len(tokens))
    than = next((n for n in range(at + 1, min(at + 6, len(tokens))) if tokens[n].text == "than"), 0)
    if not than or not all(
        t.has("light", "prep", "sort", "anaphor", "relative", "today") for t in tokens[at + 1 : than]
    ):
        return tokens
    order = (Sense("mark", _SOONER[tokens[at].text]),)
    return [*tokens[:at], replace(tokens[at], senses=order, pieces=()), *tokens[than + 1 :]]


_SOONER = {"earlier": "before", "sooner": "before", "later": "after"}


def in_the_morning(tokens: list[Token]) -> list[Token]:
    """ "Whether the talks were in the morning": they were then, and nobody was in them."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        then = any(t.has("daypart", "when", "weekday") for t in tokens[at + 1 : at + 3])
        found += token.pieces if then and token.text in _WERE_IN else (token,)
    return found


_WERE_IN = frozenset({"is in", "are in", "was in", "were in", "was at", "were at", "be in", "be at"})


def came_before(tokens: list[Token]) -> list[Token]:
    """ "Did the ship come before or after the talks?": to come before an event is no way to show oneself, as before the press."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        behind = tokens[at + 1 : at + 5]
        order = len(token.pieces) == 2 and {"before", "after"} & set(token.pieces[1].ids("mark"))
        either = bool(behind) and "either" in behind[0].ids("mark")
        words = [w for t in behind for w in (t, *t.pieces)]
        event = either or any(w.has("kind") and not w.has("light", "name") for w in words)
        found += token.pieces if order and event and token.text.isascii() and not token.has("mark") else (token,)
    return found


def proposals(tokens: list[Token]) -> list[Token]:
    """What somebody proposed was not done by that ("누가 만나자고 했어"): there the verb is a word of no fact."""
    found = list(tokens)
    for at, token in enumerate(tokens[:-2]):
        after = tokens[at + 2]
        if token.has("kind") and tokens[at + 1].text in ("자고", "자는") and after.text[:1] in tuple("하한했함해할제"):
            text = token.text + tokens[at + 1].text
            found[at] = replace(token, text=text, end=tokens[at + 1].end, senses=(), pieces=())
        if (
            token.text == "하자고"
            and tokens[at + 1].text[:1] in tuple("한했해할제")
            and any(t.has("kind", "word") for t in tokens[:at])
        ):
            found[at] = replace(token, senses=(), pieces=())  # "회동 누가 하자고 했어"
    return found


def in_korean(tokens: list[Token]) -> list[Token]:
    """ "press 앞에서 말한 사람 who?": an English question word among Korean ones is read by the rules of Korean."""
    if not any(t.ending is not None for t in tokens):
        return tokens
    return [
        replace(t, text=_KOREAN[t.text]) if t.has("question") and t.text in _KOREAN and _amid(tokens, n) else t
        for n, t in enumerate(tokens)
    ]


_KOREAN = {"who": "누구", "where": "어디", "when": "언제", "what": "뭐", "why": "왜"}


def _amid(tokens: list[Token], at: int) -> bool:
    """Whether Korean stands right beside a word."""
    beside = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]]
    return any(not t.text.isascii() for t in beside)


def carried_out(tokens: list[Token]) -> list[Token]:
    """ "사표 낸 사람", "내건 조건": beside a noun of the base such a verb only says that it was done."""
    found: list[Token] = []
    for token, after in zip_longest(tokens, tokens[1:]):
        before = found[-2] if len(found) > 1 and found[-1].ending == "object" else found[-1] if found else None
        beside = [t for t in (before, after) if t is not None and not t.has("name", "question", "verb")]
        if token.text.startswith(_CARRYING) and not _is_deed(token) and any(map(_is_deed, beside)):
            verb = tuple(s for s in token.senses if s.tag == "verb") or (Sense("verb", "past"),)
            token = replace(token, senses=(Sense("light", ""), *verb), pieces=())
        found.append(token)
    return found


def _is_deed(token: Token) -> bool:
    """Whether a word is the author's own for a kind of fact, or for a part of one kind."""
    return any(not s.like and (s.tag == "kind" or (s.tag == "part" and bool(s.fact))) for s in token.senses)


_CARRYING = (
    "낸",
    "냈",
    "내는",
    "던진",
    "던졌",
    "던지",
    "내건",
    "내걸",
    "세운",
    "세웠",
    "거둔",
    "거뒀",
    "벌인",
    "벌였",
    "치른",
    "치렀",
)
"""How Korean verbs begin that only carry out what the noun before them says."""


_READINGS = (
    lasting,
    startled,
    for_anyone,
    asked_again,
    what_again,
    rumoured,
    honoured,
    written,
    words_of,
    in_office,
    in_korean,
    carried_out,
    victories,
    days,
    days_spent,
    afterwards,
    described_ones,
    everything,
    handed,
    on_programme,
    in_passing,
    reported,
    whose_events,
    schedules,
    words_said,
    sayings,
    somethings,
    pointing,
    last_one,
    gists,
    asked_by_phrase,
    on_coming,
    views,
    costs,
    proposals,
    named_ones,
    name_had,
    name_of,
    had_last,
    since_how_long,
    said_off,
    once_more,
    sums,
    then,
    counted_ones,
    other_than,
    post_held,
    before_which,
    earlier_than,
    came_before,
    in_the_morning,
    of_where,
    seen_where,
    came_there,
    went_before,
    what_called,
    before_or_after,
    so_many,
    without_or_not,
)
