"""Clauses that only lead up to a question ("I read that they met, but where was it?"): heard, but not held to the letter."""

from __future__ import annotations

import re
from functools import cache

from bot.interpreting.alternatives import alternatives
from bot.interpreting.asker import (
    SPEAKERS,
    asks_of_himself,
    begins_of_himself,
    joins_to_somebody,
    of_himself,
    says_he_asks,
    tells_what_he_heard,
)
from bot.interpreting.interrogatives import asks, opens_yesno
from bot.language.english import POSSESSIVES
from bot.language.korean import is_of_past
from bot.learning.known import Known
from bot.question import FULL
from bot.segment import Token

_CONNECTIVE = re.compile(
    r"(?:는데|은데|인데|던데|한데|ㄴ데|는데요|던데요|거든요?|더라고요?|더라구요?|니까|지만|라서|어서|아서|해서|으며|면서|다가|다며|라며|길래|[간긴난단큰쁜운픈른먼친편]데)요?$"
)
"""How a Korean word ends where its clause leads on to the next."""
_LEAST = 4
"""Words that a clause has at least; a shorter one is a list, or part of its neighbour."""


_SLIGHT = 0.3
"""What a word outside the clause that asks lends of its worth, where that clause stands by itself."""


def lent(tokens: list[Token], text: str, known: Known) -> dict[int, float]:
    """Tokens outside the clause that asks, each with what it lends; empty where all is one question."""
    clauses = _clauses(tokens, text, _break(known.words["en"]["shortened"]))
    if len(clauses) < 2:
        return {}
    main = _main(tokens, clauses, text)
    set_apart = {at for one in alternatives([tokens[i] for i in clauses[main]]) for at in one}
    alone = _anchored([tokens[i] for n, i in enumerate(clauses[main]) if n not in set_apart])
    named = any(tokens[i].has("name", "asked") for i in clauses[main])
    apart = alone and not asks_of_himself([tokens[i] for i in clauses[main]])
    led = next((n for n in range(main - 1, -1, -1) if _anchored([tokens[i] for i in clauses[n]])), main - 1)
    found: dict[int, float] = {}
    for n, clause in enumerate(clauses):
        himself = apart and n != main and of_himself([tokens[i] for i in clause])
        if himself:
            found |= dict.fromkeys(clause, _SLIGHT)
            continue
        if n == main or _narrows(tokens, clause) or (n == main + 1 and _completes(tokens, clauses[main], clause)):
            continue
        if (n == main - 1 and (_dates(tokens, clause) or _on_doing(tokens, clause))) or (
            n == main + 1 and _with_whom(tokens, clause)
        ):
            continue
        if _adverbial(tokens, clause) and (n < main or tokens[clause[0]].text not in ("before", "after")):
            continue
        if n < main and _asks_too(tokens, clause, clauses[n + 1]):
            continue
        if n == main - 1 and not alone and _topic(tokens, clause, text, _is_bare(tokens, clauses[main])):
            continue
        if n == main - 1 and not named and _brings_up(tokens, clause):
            continue
        if n == main - 1 and _taken_up(tokens, clause, clauses[main], text):
            continue
        asked_of = n == led and not named and text[tokens[clause[-1]].end :].lstrip().startswith("?")
        lends = _SLIGHT if (alone and not asked_of) or n not in (led, main - 1) else FULL
        closed = lends == _SLIGHT and text[tokens[clause[-1]].end :].lstrip()[:1] in tuple(".!?")
        found |= {i: lends for i in clause if closed or not _kept(tokens, i, text, lends)}
    return found


def _main(tokens: list[Token], clauses: list[list[int]], text: str) -> int:
    """Which clause asks: the last with a question word, or the one before a question mark; the first, where it opens so."""
    first = [tokens[i] for i in clauses[0]]
    opener = next((t for t in first if not t.has("follow", "chat")), first[0])
    if opener.has("auxiliaries") and opens_yesno(first):
        return 0
    whose = any(_is_somebody(tokens[i]) for i in clauses[-1])
    leads = [n for n, clause in enumerate(clauses[:-1]) if whose and _on_an_occasion([tokens[i] for i in clause])]
    asked = (n for n, clause in enumerate(clauses) if n not in leads and any(_asks_here(tokens, i) for i in clause))
    asking = max(asked, default=-1)
    if asking >= 0:
        return asking
    wants = [n for n, clause in enumerate(clauses[:-1]) if _wants(tokens, clause, text)]
    if wants and _CONNECTIVE.search(text.rstrip(" .!?~")):
        return wants[-1]
    marked = (n for n, clause in enumerate(clauses) if text[tokens[clause[-1]].end :].lstrip().startswith("?"))
    asked = (n for n, clause in enumerate(clauses) if not of_himself([tokens[i] for i in clause]))
    main = max(marked, default=max(asked, default=len(clauses) - 1))
    return main - 1 if main and _adverbial(tokens, clauses[main]) else main


def _wants(tokens: list[Token], clause: list[int], text: str) -> bool:
    """Whether a sentence ends in a Korean wish to know something: "시간이 궁금합니다. 가려고 하는데요"."""
    content = [tokens[i] for i in clause if tokens[i].ending is None]
    closed = text[tokens[clause[-1]].end :].lstrip()[:1] in tuple(".!")
    return closed and bool(content) and (content[-1].text.startswith("궁금") or content[-1].has("tell"))


def _asks_here(tokens: list[Token], at: int) -> bool:
    return asks(tokens[at]) and not joins_to_somebody(tokens, at)


def _is_somebody(token: Token) -> bool:
    """Whether a word is a name and nothing else, or a pronoun for whose something is: "Kim", "his", and not "the press"."""
    return token.text in POSSESSIVES or (token.has("name") and not any(t.has("part") for t in (token, *token.pieces)))


def _on_an_occasion(clause: list[Token]) -> bool:
    """Whether an English clause with "when" only says on what occasion: "when reporters asked about it, Kim's answer?"."""
    subject = clause[1] if clause[0].text == "when" and len(clause) > _LEAST - 1 else None
    named = subject is not None and subject.has("name", "title", "anaphor", "kind", "part")
    return named and not any(t.has("auxiliaries") for t in clause[1:3])


def _is_bare(tokens: list[Token], clause: list[int]) -> bool:
    """Whether an English clause is a question word and nothing else: "..., what time?"."""
    content = [tokens[i] for i in clause]
    return all(t.text.isascii() and t.has("question") for t in content)


def _topic(tokens: list[Token], clause: list[int], text: str, before_bare: bool) -> bool:
    """Whether a clause without a verb only names what is asked about: "the June talks in Lyon - how long?".

    Before a bare question word a comma sets it off as well: "first train to Lyon in the morning, what time?".
    """
    content = [tokens[i] for i in clause if tokens[i].ending is None]
    set_off = text[tokens[clause[-1]].end :].lstrip()[:1] in tuple("-–—:," if before_bare else "-–—:")
    told = bool(content) and tells_what_he_heard(content[0])  # "my colleague mentioned Kim - what is his job?"
    return (
        set_off
        and not told
        and not any(
            t.has("auxiliaries", "filler") or (t.text.endswith("ing") and not t.has("kind", "daypart")) for t in content
        )
    )


def _taken_up(tokens: list[Token], clause: list[int], main: list[int], text: str) -> bool:
    """Whether key words only name a deed of somebody, of which a pronoun then asks: "Kim exit from the hall, was he seen?"."""
    first, *rest = [tokens[i] for i in clause if tokens[i].ending is None]
    asking = [tokens[i] for i in main if not tokens[i].has("follow")]
    pointed = asking[:1] != [] and asking[0].has("auxiliaries") and any("person" in t.ids("anaphor") for t in asking)
    deed = any(t.has("kind") and not t.has("name", "light") for t in rest[:2])
    plain = not any(t.has("auxiliaries", "anaphor", "tell", "question") or t.unknown for t in rest)
    return pointed and deed and plain and first.has("name") and text[tokens[clause[-1]].end :].lstrip().startswith(",")


def _brings_up(tokens: list[Token], clause: list[int]) -> bool:
    """Whether a Korean clause says no more than that there is talk of something, of which it is then asked: "가나 얘기도 있던데 ..."."""
    content = [tokens[i] for i in clause if tokens[i].ending is None]
    topic, rest = content[:1], content[1:]
    talk = any("said" in t.ids("part") and not t.has("verb", "name") for t in rest)
    return talk and not topic[0].has("light", "anaphor", "question") and all(t.has("light") for t in rest)


def _adverbial(tokens: list[Token], clause: list[int]) -> bool:
    """Whether a clause is only a circumstance of its neighbour, with no verb of its own: "after his stop in Lyon, ..."."""
    content = [tokens[i] for i in clause if not tokens[i].has("follow")]
    opens = bool(content) and content[0].text in _OF_TIME
    return opens and not any(
        (t.has("auxiliaries", "anaphor") and t.text not in POSSESSIVES) or t.text in SPEAKERS for t in content
    )


def _completes(tokens: list[Token], main: list[int], clause: list[int]) -> bool:
    """Whether a clause is the rest of an English question that has no verb yet: "where had the two, Kim and Park, met?"."""
    first = tokens[clause[0]]
    verbless = not any(tokens[i].has("kind") and not tokens[i].has("light") for i in main)
    led = any(asks(tokens[i]) for i in main) and first.text.isascii()
    led = led and not (len(clause) > 1 and tokens[clause[1]].has("anaphor"))  # "which town was it, was it Lyon"
    return verbless and led and (first.has("auxiliaries") or (first.has("kind") and not first.has("light", "name")))


def _dates(tokens: list[Token], clause: list[int]) -> bool:
    """Whether a clause says what the one behind it was before or after: "the day before he came to Lyon, where was Kim?"."""
    content = [tokens[i] for i in clause if not tokens[i].has("follow")]
    opens = bool(content) and content[0].text.isascii() and {"before", "after"} & set(content[0].ids("mark"))
    known = not any(t.has("auxiliaries") or t.unknown or t.text in SPEAKERS for t in content)
    return bool(opens) and known and len(content) <= _LONGEST_DATE and any(t.has("kind", "name") for t in content)


def _on_doing(tokens: list[Token], clause: list[int]) -> bool:
    """Whether a clause only says what somebody is doing then: "Kim leaving the Acme office, any word to the press?"."""
    content = [tokens[i] for i in clause if not tokens[i].has("follow")]
    deed = len(content) > 1 and content[0].has("name") and content[1].has("kind") and content[1].text.endswith("ing")
    return deed and not any(t.has("auxiliaries", "anaphor") or t.unknown for t in content)


def _with_whom(tokens: list[Token], clause: list[int]) -> bool:
    """Whether a clause is only a preposition with names, that ends the question: "lamps and what else, for Acme and Bolt?"."""
    content = [tokens[i] for i in clause]
    led = content[0].has("prep") and content[0].text.isascii() and any(t.has("name") for t in content)
    return led and all(t.has("name", "title") or t.text in ("and", "or", "the") for t in content[1:])


_OF_TIME = frozenset({"after", "before", "during", "besides", "following", "at", "in", "on"})

_LONGEST_DATE = 6
"""Words of a clause that says when; a longer one tells a story of its own."""


def asides(tokens: list[Token]) -> frozenset[int]:
    """Tokens of a clause of time around the question: "what did Kim say when asked about it", "asked about it, what ..."."""
    asked = next((n for n, t in enumerate(tokens) if asks(t) and t.text.isascii()), len(tokens))
    if tokens[0].text.split()[0].endswith("ed") and asked < len(tokens):
        return frozenset(range(asked))
    start = next((n for n in range(asked + 2, len(tokens)) if tokens[n].text in _WHEN), len(tokens))
    return frozenset(range(start, len(tokens)))


_WHEN = frozenset({"when", "if", "once", "while", "upon", "as", "after"})


def _asks_too(tokens: list[Token], clause: list[int], after: list[int]) -> bool:
    """Whether a clause is a question of its own, with another behind it ("which hotel, and when")."""
    first = next((tokens[i] for i in clause if not tokens[i].has("light", "follow") or asks(tokens[i])), None)
    if first is None or not any(asks(tokens[i]) for i in clause):
        return False
    if not first.text.isascii():
        return any(tokens[i].has("question") for i in clause)
    behind = (tokens[i] for i in clause if tokens[i].start > first.start)
    second = next((t for t in behind if t.text != "and" and not t.has("question")), None)  # "where and when did Kim"
    opens = asks(first) and (
        first.text not in ("when", "where", "how", "who")
        or (second and second.has("auxiliaries"))
        or (first.text == "who" and clause[0] == 0 and second and second.has("kind"))  # "who wrote it, and when"
    )
    return bool(opens) and tokens[after[0]].text.split()[0] in (
        "and",
        "or",
        "plus",
        "which",
        "who",
        "what",
        "where",
        "when",
        "how",
    )


def _narrows(tokens: list[Token], clause: list[int]) -> bool:
    """Whether a clause says which of them is meant: "Kim or Park", "apart from Kim"."""
    content = [tokens[i] for i in clause if tokens[i].ending is None]
    if not any(t.has("name") for t in content) or any(t.unknown for t in content):
        return False
    return "except" in content[0].ids("mark") or (
        any("either" in t.ids("mark") for t in content) and not any(t.has("auxiliaries", "verb") for t in content)
    )


def _anchored(clause: list[Token]) -> bool:
    """Whether a clause says by itself what it is about, and does not point back ("그분이 누구인지")."""
    content = [t for t in clause if t.ending is None]
    pointing = any("thing" in t.ids("anaphor") and not t.text.isascii() for t in content)  # "그게 어느 도시"
    event = any(t.pieces and t.pieces[-1].has("kind") and any(p.has("name") for p in t.pieces) for t in content)
    if (event or any(t.has("name", "asked") for t in content)) and not pointing:
        return True
    return not any(t.has("anaphor") for t in content) and any(t.has("kind") and not t.has("light") for t in content)


def masked(tokens: list[Token], lends: dict[int, float]) -> list[Token]:
    """The tokens with those that lend little made words of courtesy, and none of the others a question."""
    return [
        t
        if n not in lends or t.ending is not None
        else t.silenced()
        if lends[n] < FULL or t.unknown or asks(t) or t.has("common", "auxiliaries") or _only_marks(t)
        else t
        for n, t in enumerate(tokens)
    ]


def silenced(tokens: list[Token], lends: dict[int, float]) -> list[Token]:
    """The tokens with all that stand outside the clause that asks made words of courtesy; all, where that asks yes or no."""
    rest = [t for t in tokens[max(lends, default=-1) + 1 :] if not t.has("follow")]
    if lends and rest and rest[0].has("auxiliaries") and rest[0].text.isascii():
        return [t.silenced() for t in tokens]
    return [t.silenced() if n in lends and t.ending is None else t for n, t in enumerate(tokens)]


def _only_marks(token: Token) -> bool:
    """Whether a word only negates or orders, which in a clause of its own says nothing of what is asked."""
    return token.has("mark") and not token.has("name", "kind", "part", "word", "of_fact")


@cache
def _break(shortened: str) -> re.Pattern[str]:
    """What parts clauses: any mark but the full stop of a word that is written short."""
    short = (re.escape(word.strip()) for word in shortened.split(",") if word.strip())
    return re.compile("".join(rf"(?<!\b{word})" for word in short) + r"\.|[!?;,:]|\s[-–—]\s")


def _clauses(tokens: list[Token], text: str, mark: re.Pattern[str]) -> list[list[int]]:
    found: list[list[int]] = [[]]
    for n, token in enumerate(tokens):
        leads_on = n > 0 and _breaks(text, tokens[n - 1], token, mark)
        leads_on = leads_on and not _costs(tokens, n) and not _lists(tokens, n, text)
        opens = leads_on or _framed(tokens, n) or begins_of_himself(tokens, n)
        begins = n > 0 and opens and _enough(tokens, found[-1])
        if begins or (len(found[-1]) > 2 and says_he_asks(tokens, n, text, mark)):
            found.append([])
        found[-1].append(n)
    if len(found) > 1 and not any(_weighs(tokens[i]) and not _says_all(tokens[i]) for i in found[-1]):
        last = found.pop()
        found[-1] += last
    return found


def _lists(tokens: list[Token], at: int, text: str) -> bool:
    """Whether a comma or a dash stands in a list of names: "Acme, Bolt and Coil", "the Acme - Bolt talks"."""
    before, after = tokens[at - 1 : at + 1]
    ends = before.has("question") and after.has("question")
    ends = (
        ends
        or not tokens[at + 1 : at + 2]
        or tokens[at + 1].text in ("and", "please", "pls")
        or _is_key(tokens[at + 1])
    )
    if _is_key(before) and _is_key(after) and ends and text[before.end : after.start].strip() in (",", "/", "+"):
        return True  # "amount, years, who"
    if before.has("name") and after.has("name") and text[before.end : after.start].strip() == "-":
        return True
    row = tokens[at : at + 4]
    joined = next((n for n, t in enumerate(row) if t.text in ("and", "or")), 0)
    named = tokens[at - 1].has("name") and joined > 0 and len(row) > joined + 1 and row[joined + 1].has("name")
    return named and all(t.has("name") or t.text == "the" for t in row[:joined])


def _is_key(token: Token) -> bool:
    """Whether a word asks for a part by itself: "venue", "who"."""
    keyed = token.has("part", "sort") and not token.has(
        "name", "kind", "auxiliaries", "title", "anaphor", "word", "prep"
    )
    return token.text.isascii() and (token.has("question") or keyed)


def _costs(tokens: list[Token], at: int) -> bool:
    """Whether what stands before is only what took so much: "짓는데 얼마 들었어", unlike "지었는데 ..."."""
    stem, ending = tokens[max(at - 2, 0)], tokens[at - 1]
    much = any({"how_much", "how_long"} & set(t.ids("question")) for t in tokens[at : at + 2])
    past = is_of_past(stem.text[-1])
    return much and ending.ending is not None and ending.text == "는데" and not past


def _framed(tokens: list[Token], at: int) -> bool:
    """Whether what is to be told begins here, behind something else: "before I argue, I'd like to know what ..."."""
    token = tokens[at]
    wants = token.has("tell") or (token.has("filler") and token.text.split()[-1] in _WANTING)
    return wants and token.text.isascii() and any(asks(t) for t in tokens[at + 1 : at + 3])


_WANTING = frozenset({"know", "learn", "hear", "ask", "asking", "wonder", "wondering", "understand", "see"})


def _breaks(text: str, before: Token, after: Token, mark: re.Pattern[str]) -> bool:
    if not after.spaced or "after" in before.ids("mark"):
        return False
    if after.text == "but":
        return True
    apart = text[before.end : after.start].strip()
    if (
        apart
        and mark.search(text, max(0, before.end - 6), after.start)
        and mark.search(text[: after.start], before.end)
    ):
        return True
    if text[before.end - 1].isascii():
        return False
    word = text[: before.end].rsplit(None, 1)[-1]
    if before.text == "데" and before.ending is None:
        return False  # "처음 제휴한데 어디야" asks who did that
    return bool(_CONNECTIVE.search(word)) and (len(word) > 2 or word in ("긴데", "큰데"))


def _enough(tokens: list[Token], clause: list[int]) -> bool:
    content = [tokens[i] for i in clause if tokens[i].ending is None]
    return len(content) >= _LEAST or (len(content) > 1 and any(t.has("verb") for t in content))


def _weighs(token: Token) -> bool:
    return token.ending is None and (
        asks(token) or not token.has("light", "tell", "follow", "confirm", "chat", "auxiliaries")
    )


def _says_all(token: Token) -> bool:
    """Whether a word only says that all are meant: "those who came, all of them"."""
    return "all" in token.ids("mark") and _only_marks(token)


def _kept(tokens: list[Token], at: int, text: str, lends: float) -> bool:
    """Whether a word is held to the letter all the same: an unknown name, and any name the question points back to."""
    return _may_be_name(tokens, at, text) or (lends == FULL and tokens[at].has("name", "number", "when"))


def _may_be_name(tokens: list[Token], at: int, text: str) -> bool:
    """Whether an unknown word looks like a name, which is never passed over."""
    token = tokens[at]
    if not token.unknown:
        return False
    if token.text.isascii():
        return text[token.start].isupper() and at > 0
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        2 <= len(token.text) <= 4
        and after is not None
        and after.ending in ("subject", "object", "with", "to", "topic", "of")
    )
