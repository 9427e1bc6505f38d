"""The nouns that say what sort of thing a question word asks for: "which floor", "what was the purpose", "직함이 뭐야"."""

from __future__ import annotations

from bot.interpreting.interrogatives import BE, is_light
from bot.language.english import is_past
from bot.language.korean import is_syllable, split
from bot.language.senses import Sense
from bot.question import Item
from bot.segment import Token


def antecedent(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """The noun that a relative clause describes: "the time at which it began"."""
    if tokens[at].text != "which" or at < 2 or not tokens[at - 1].has("prep") or tokens[at - 1].text == "of":
        return ()
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or (is_noun(after) and not after.has("name")):
        return ()
    n = next((n for n in range(at - 2, -1, -1) if not is_light(tokens[n]) or is_noun(tokens[n])), -1)
    return (items[n],) if n in items and is_noun(tokens[n]) else ()


def governing(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """The verb whose object is asked for, where it names a part of its own: "what did they ask", "뭘 물어봤어"."""
    after = [n for n in range(at + 1, len(tokens)) if tokens[n].ending is None]
    if not tokens[at].text.isascii():
        after = [n for n in after[:1] if tokens[n].has("verb")]
    elif "'" not in tokens[at].text and not (after and tokens[after[0]].has("auxiliaries")):
        return ()
    for n in after:
        token = tokens[n]
        if token.text in _BEFALLS:
            return ()
        if tokens[n - 1].text in ("the", "a", "an") and _acts(tokens, n):
            continue  # "what did the winner cook"
        if token.has("tell") and not token.own_part:
            continue
        if (
            n in items
            and token.has("part", "of_fact")
            and not token.has("name", "sort", "noun", "auxiliaries", "prep", "title")
        ):
            if _is_adverb(token.text):
                continue
            return (items[n],)
        if token.has("prep", "question") and token.text.isascii():
            break
        deed = token.has("kind") and not token.has("name", "noun", "sort", "title", "light")
        if deed and tokens[n - 1].has("name", "anaphor") and token.text.isascii():
            break  # "what did Kim think of the discussion"
    return ()


def _acts(tokens: list[Token], at: int) -> bool:
    """Whether a noun of an English question is the one who does what the word right behind it says."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is not None and behind.has("kind", "part", "light") and not behind.has("prep", "sort", "noun", "mark")


def nouns_of(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """The nouns beside the question word at an index, in the order of the text."""
    token = tokens[at]
    if not token.has("question"):  # "뭐라고"
        before = _korean_nouns(tokens, at, items) if not token.text.isascii() else ()
        speaker = bool(before) and (before[-1].titled or before[-1].has("title") or "person" in before[-1].ids("sort"))
        timed = bool(before) and before[-1].has("light") and "when" in before[-1].ids("part")  # "열 때 뭐라고 했어"
        return (before if not speaker and not timed else ()) or ((items[at],) if at in items else ())
    phrase = items[at].pieces if at in items and "why" not in items[at].ids("question") else ()  # "to do what"
    inner = tuple(p for p in phrase if is_noun(p) and not p.has("verb"))
    if inner:
        quoted = _quoted(tokens, at)
        return (SAID,) if quoted else inner  # "어떤 사람이라고"; "which day", "어느 나라"
    if token.text.isascii():
        return _english_nouns(tokens, at, items)
    return _korean_nouns(tokens, at, items)


def _english_nouns(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """The noun phrase behind "which" or "what", or behind a form of "be": "what was the purpose"."""
    n = at + 1
    if tokens[at].text == "whose":
        return ()
    if "'" in tokens[at].text and not tokens[at].text.endswith("'s"):
        return ()  # "what'd he say"
    if not set(tokens[at].ids("question")) & {"what", "which", "who"}:
        if set(tokens[at].ids("question")) & _CIRCUMSTANCES:
            return ()  # "when the three guests met"
        house = "how_many" in tokens[at].ids("question") and n < len(tokens) and tokens[n].has("name")
        n += house and n + 1 in items and "person" in items[n + 1].ids("sort")  # "how many Acme people"
        people = n in items and "person" in items[n].ids("sort")
        counted = n in items and is_noun(tokens[n]) and (not tokens[n].has("light", "kind") or _own_part(tokens[n]))
        return (items[n],) if counted or people else ()
    if n < len(tokens) and "present" in tokens[n].ids("mark") and tokens[n].text.split()[0] in BE:
        return ()  # "who is in the photo"
    if n < len(tokens) and tokens[n].has("auxiliaries") and tokens[n].text in BE:
        n += 1
    elif n < len(tokens) and tokens[n].has("auxiliaries"):
        return ()
    what = n == at + 1 < len(tokens) and "what" in tokens[at].ids("question")
    if what and tokens[n].text.split()[0] in ("the", "both", "these", "those") and _told_by_verb(tokens, n):
        return ()  # "what the three guests discussed"
    if n == at + 1 < len(tokens) and "who" in tokens[at].ids("question"):
        deed = tokens[n].has("part", "of_fact") and not tokens[n].has("sort", "noun", "title", "name")
        if tokens[n].has("kind") or deed:
            return ()  # "who came along with the Acme head", "who spoke to reporters"
    if n == at + 2 and _continues(tokens, n):
        return ()  # "what were the traders protesting against"
    if n == at + 1 < len(tokens) and tokens[n].text.split()[0] in _BEFALLS:
        return (items[n],) if n in items and "result" in tokens[n].ids("part") else ()  # "what came of the talks"
    found: list[Item] = []
    while n < len(tokens):
        token = tokens[n]
        if token.has("auxiliaries", "question") or (token.has("anaphor") and n > at + 1):
            break
        if token.has("prep") and not token.has("part", "sort", "noun"):
            if token.text == "of" and found and all(map(_says_little, found)):
                n += 1
                continue
            break
        if token.has("kind") and not token.has("part", "noun", "sort", "title") and found:
            break
        if found and "present" in token.ids("mark") and token.text.split()[0] in BE:
            break  # "which guest is in the photo"
        verb = token.has("light") and token.text.endswith("s") and not token.text.endswith("ss")
        if found and token.text in ("the", "a", "an") and tokens[n - 1].text != "of":
            break  # "which hotel the fair was held in", "which guide spoke at the fair"
        if found and verb and not token.has("sort", "noun", "part", "title", "kind"):
            break  # "which country gets the money"
        describes = n + 1 < len(tokens) and n + 1 in items and is_noun(tokens[n + 1])  # "the name of the injured baker"
        if found and token.has("kind") and is_past(token.text) and not (describes and token.text.endswith("ed")):
            break  # "which building hosted the talks", "which chairman came by train"
        named = n in items and items[n].has("name")
        if token.has("verb") or (named and (found or _ends_phrase(tokens, n, items))):
            break
        if n in items and (is_noun(token) or items[n].titled or (n == at + 1 and _one_of_sort(tokens, n))):
            found.append(items[n])
        n += 1
    if len(found) > 1 and found[-1].text == "name":  # "what is the ship called": the name of the ship
        found = [found[-1], *found[:-1]]
    return tuple(found)


def _says_little(noun: Item) -> bool:
    """Whether what a noun is "of" says more of what is asked than itself: "the name of the boat", not "the date of the boat trip"."""
    return (noun.has("light") and "date" not in noun.ids("sort")) or "name" in noun.ids("sort")


_CIRCUMSTANCES = frozenset({"when", "where", "why", "clock"})


def _one_of_sort(tokens: list[Token], at: int) -> bool:
    """Whether "which" asks for one of those who are a name of their own all together: "which reporter", of the reporters."""
    one = tokens[at].has("name") and tokens[at].has("title") and tokens[at].has("part")
    return one and "which" in tokens[at - 1].ids("question") and not tokens[at].text.endswith("s")


def _own_part(token: Token) -> bool:
    """Whether a word in the plural names a part, as its author put it."""
    return token.text.endswith("s") and any(s.tag == "part" and not s.like for s in token.senses)


_BEFALLS = frozenset({"came", "comes", "became", "followed"})


def _continues(tokens: list[Token], at: int) -> bool:
    """Whether a noun phrase begins here that is the subject of a verb in -ing, with no preposition between."""
    for token in tokens[at : at + 4]:
        if token.text.endswith("ing") and token.has("kind", "part") and not token.has("sort", "noun"):
            return token is not tokens[at]
        if token.has("prep", "question", "auxiliaries"):
            return False
    return False


def _told_by_verb(tokens: list[Token], at: int) -> bool:
    """Whether a noun phrase begins here that is the subject of a verb which is no form of "be"."""
    behind = tokens[at + 1 : at + 5]
    verb = next(
        (
            n
            for n, t in enumerate(behind)
            if t.has("kind", "part") and not t.has("sort", "noun", "title", "auxiliaries")
        ),
        0,
    )
    return verb > 0 and not any(t.text in BE or t.has("prep", "question") for t in behind[:verb])


def _ends_phrase(tokens: list[Token], at: int, items: dict[int, Item]) -> bool:
    """Whether a clause of its own begins with a name ("what Kim and ...", "what the Board the ..."), no "what Acme staff"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return not items[at].titled and after is not None and (after.text in ("and", "the", "a") or after.has("anaphor"))


def is_noun(token: Token | Item) -> bool:
    """Whether a word may say what sort of thing is asked for."""
    if token.text.isascii() and (
        token.text.endswith("ed")
        or _is_adverb(token.text)
        or (_is_verb_phrase(token.text) and not token.has("sort", "noun", "title"))
        or (token.text.endswith("ing") and not token.has("sort", "noun"))
    ):
        return False
    if token.has("mark") and not token.has("sort") and not (token.has("part") and token.ids("mark") == ("judged",)):
        return False
    return token.has("sort", "part", "noun", "of_fact", "title", "contrary") and not token.has(
        "name", "question", "auxiliaries", "prep"
    )


_IN_LY = frozenset({"reply", "family", "ally", "supply", "assembly", "rally", "apply", "fly", "monopoly"})


def _is_adverb(text: str) -> bool:
    return text.endswith("ly") and text not in _IN_LY


_ADVERBS = frozenset({"on", "in", "at", "by", "to", "for", "with", "off", "up", "out"})
"""Words that make a verb of a phrase ("happened on")."""


def _is_verb_phrase(text: str) -> bool:
    return " " in text and text.rsplit(maxsplit=1)[-1] in _ADVERBS


def named_by(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """For "name": the noun whose name it is ("호텔 이름", "임원의 이름"), where one stands before it."""
    if set(items[at].ids("sort")) != {"name"} or items[at].has("part"):
        return (items[at],)
    n = at - 1
    while n >= 0 and (
        tokens[n].ending == "of"
        or tokens[n].text in ("들의", "님", "님의")
        or (tokens[n].has("number", "unit", "both", "anaphor") and not tokens[n].has("sort", "noun"))
        or ("pair" in tokens[n].ids("mark") and n > 0 and "person" in tokens[n - 1].ids("sort"))
    ):
        n -= 1
    if any("person" in t.ids("unit") for t in tokens[n + 1 : at]) and not (n in items and is_noun(tokens[n])):
        return (PERSON,)  # "모인 다섯 명 이름"
    if n not in items or tokens[n].has("verb"):
        return (items[at],)
    named = [p for p in (items[n], *items[n].pieces[-1:]) if is_noun(p) and not p.has("name") and p.has(*THINGS)]
    if items[at].has("of_fact") and not (named and named[0].has("part", "of_fact")):
        return (items[at],)
    return tuple(named[:1]) or (items[at],)


THINGS = ("sort", "part", "noun", "of_fact", "title")
"""What may have a name; the contrary of a part ("비공개") only describes one."""


def _korean_nouns(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """The noun behind 어느, 무슨 or 몇, or the one before 뭐, 누구, 어디: "직함이 뭐야"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if "how" in tokens[at].ids("question"):
        return ()
    phrase = at + 1 in items and after is not None and (not is_noun(after) or after.has("verb"))
    phrase = phrase and after is not None and not after.has("unit")
    inner = [p for p in items[at + 1].pieces if is_noun(p) and not p.has("verb")] if phrase else []
    if inner and "what" not in tokens[at].ids("question")[:1]:
        return (inner[0],)  # "어느 신문 기사"
    counts = (
        "how_many" in tokens[at].ids("question") and not tokens[at].pieces
    )  # "몇 살", which may be a verb elsewhere
    noun = after is not None and after.ending is None and is_noun(after) and (counts or not after.has("verb"))
    # "누가 나온거"
    doing = tokens[at].text == "누가" and after is not None and any(p.has("verb") for p in after.pieces)
    if noun and at + 1 in items and not doing:
        quoted = _quoted(tokens, at + 1)  # "어떤 사람이라고"
        return (SAID,) if quoted else (items[at + 1],)
    of_country = after is not None and after.has("name") and "which" in tokens[at].ids("question")
    if of_country and at + 2 in items and {"organisation", "person"} & set(items[at + 2].ids("sort")):
        return (items[at + 2],)  # "어느 가나국 기업이"
    if _quoted(tokens, at):
        return (SAID,)
    if tokens[at].text == "누가" and after is not None and after.has("verb", "kind") and not after.has("tell"):
        return ()  # "그 조각 누가 선물했어": what stands before is no sort of person
    if at and tokens[at - 1].ending == "subject" and _is_object(tokens, at):
        return ()  # "세 회사가 뭘 지어": they are not what is asked for
    n = at - 1
    passed = ("subject", "topic", "also", "object") if _naming_verb(after, tokens, at) else ("subject", "topic", "also")
    while n >= 0 and (_marks_noun(tokens[n], passed) or (_is_idle(tokens[n]) and not is_noun(tokens[n]))):
        n -= 1
    before = tokens[n] if n >= 0 else None
    if before is not None and n == at - 1 and before.text.endswith(_WHEN_BEHIND):
        return ()  # "면담 뒤 뭐라고 했어"
    if before is not None and n in items and is_noun(before) and _nominal(before):
        return _described(tokens, n, items) or named_by(tokens, n, items)
    return ()


_WHEN_BEHIND = (" 뒤", " 후", " 직후", " 전", " 때")
"""Last words of Korean phrases that say when something else was."""


def _is_idle(token: Token) -> bool:
    """Whether a word says nothing of its own between a noun and what asks of it: "부제가 총 몇 개"."""
    return is_light(token) or bool({"count", "all"} & set(token.ids("mark")))


def _marks_noun(token: Token, passed: tuple[str, ...]) -> bool:
    """Whether a particle stands here that a noun may have which is asked for, in the plural or not: "기업들은 어디"."""
    return token.ending in passed or (token.ending == "plain" and token.text in ("들", "들은", "들이", "들도"))


def _is_object(tokens: list[Token], at: int) -> bool:
    """Whether a question word has the particle of the object: "뭘", "무엇을"."""
    marked = at + 1 < len(tokens) and tokens[at + 1].ending == "object"
    return marked or tokens[at].text in ("뭘", "무얼", "뭐를", "멀")


def _quoted(tokens: list[Token], at: int) -> bool:
    """Whether a noun ends what somebody says it is: "어떤 사람이라고", "어떤 회의였다고"."""
    endings = [t for t in tokens[at + 1 : at + 3] if t.ending is not None]
    return any(t.ending == "quote" or t.text.endswith(("다고", "라고")) for t in endings)


def _naming_verb(after: Token | None, tokens: list[Token], at: int) -> bool:
    """Whether to be called is what stands behind 뭐라고: "그 방을 뭐라고 불러"."""
    verb = tokens[at + 2] if after is not None and after.ending is not None and at + 2 < len(tokens) else after
    return verb is not None and verb.text.startswith(("부르", "부른", "불러", "불렀", "불리", "불린"))


def _described(tokens: list[Token], at: int, items: dict[int, Item]) -> tuple[Item, ...]:
    """The verb right before a noun for what is told, which says what is asked: "물어본 내용"."""
    verb = items.get(at - 1)
    contents = any(s.tag == "part" and not s.fact and s.id in ("about", "said") for s in tokens[at].senses)
    if verb is None or not contents or not tokens[at - 1].has("verb"):
        return ()
    last = verb.text[-1]
    adnominal = is_syllable(last) and split(last)[2] in ("ㄴ", "ㄹ")
    own = any(s.tag == "part" and s.fact.startswith("kind:") for s in verb.senses)
    return (verb,) if adnominal and own and not tokens[at].has("sort") else ()


PERSON = Item("", (Sense("sort", "person"),))
"""What the name of so many people asks for, who are called by no noun."""
SAID = Item("", (Sense("part", "said"),))
"""What "무엇이라고" asks for, whatever verb stands behind it."""


def _nominal(token: Token) -> bool:
    return (
        token.ending is None
        and not token.has("verb")
        and (not token.has("kind") or token.has("part", "of_fact", "sort"))
    )
