"""How a question is put: its question words, yes or no, key words alone, what sort of thing it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile

from bot.facts import AGENTS, Part
from bot.language.english import bases
from bot.language.korean import is_syllable, split
from bot.language.senses import CURRENCIES, Sense
from bot.learning.known import Known
from bot.question import Focus, Item
from bot.segment import Token


def is_doing(tokens: list[Token]) -> bool:
    for at, token in enumerate(tokens):
        if "what" not in token.ids("question"):
            continue
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and after.text[:1] in tuple("하한했함해할") and not after.text.startswith("하는"):
            return after.ending is not None or after.has("light")
        if token.text.isascii() and tokens[at + 1 : at + 2] and tokens[at + 1].text not in ("does", "do"):
            return any(t.text in ("do", "doing", "done") for t in tokens[at + 2 :])
    return False


def is_of_future(tokens: list[Token], text: str) -> bool:
    """Whether it is asked what will be: "will they meet?", "any word on when they will meet?", "do they meet again?"."""
    asked = next((n for n, t in enumerate(tokens) if "when" in t.ids("question")), 0)
    near = (*tokens[:6], *tokens[max(asked, 6) : asked + 10 if asked else 0])
    return (
        any(t.text.split()[0] in _WILL for t in near if t.text)
        or " going to " in text
        or ("again" in text and any(t.text in ("do", "does", "are") for t in tokens[:3]))
    )


_WILL = frozenset({"will", "gonna", "shall"})


def sorts_of(tokens: list[Token]) -> frozenset[str]:
    """What sort of thing the nouns of the question speak of; of a phrase's words only a currency counts."""
    own = {s for t in tokens for s in t.ids("sort") if not (t.text.isascii() and t.text.endswith("ed"))}
    inner = {
        s
        for t in tokens
        for p in t.pieces
        for s in p.ids("sort")
        if s in CURRENCIES or (len(p.text) > 1 and not t.has("question"))
    }
    figures = any(t.has("number") for t in tokens)
    return frozenset((own | inner) - (CURRENCIES.keys() if figures and own - CURRENCIES.keys() else set()))


def what_for(tokens: list[Token]) -> list[Token]:
    """ "What is it for?" asks why."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    if len(content) < 3 or tokens[content[-1]].text not in _MEANT_FOR or not any(t.text == "what" for t in tokens):
        return tokens
    why = (Sense("question", "why"),)
    return [replace(t, senses=why) if t.text == "what" else t for t in tokens]


_MEANT_FOR = frozenset({"for", "meant for", "intended for", "used for", "earmarked for"})


def tells_of_place(tokens: list[Token]) -> bool:
    """Whether it is asked what happened somewhere: "what was going on in the hall" asks for no hall."""
    words = [w for t in tokens[:2] for w in t.text.split()]
    happened = bool(tokens) and tokens[0].has("summary") and tokens[0].text.isascii()
    place = words[len(tokens[0].text.split()) - 1 :] if happened else []
    return bool({"in", "at", "on", "inside"} & set(place))


def exchanges(items: list[Item], known: Known) -> list[Item]:
    """What two talked about is asked, and no words of one, where somebody did it with another: "가나랑 무슨 얘기 했어"."""
    if not any(i.has("name") and i.role in ("with", "from") for i in items):
        return items
    talks = [i for i in items if {"about", "said"} <= set(i.ids("part")) and not i.text.isascii()]
    if not talks:
        return items
    between = {k.id for k in known.facts.kinds.values() if any(p.mutual for p in k.parts.values())}
    return [
        replace(i, senses=tuple(s for s in i.senses if _of_both(s, between)), pieces=())
        if i in talks and between & set(i.ids("kind"))
        else i
        for i in items
    ]


def _of_both(sense: Sense, between: set[str]) -> bool:
    """Whether a word may mean what two do, or what that was about."""
    return (sense.tag, sense.id) != ("part", "said") and (sense.tag != "kind" or sense.id in between)


def compounded(items: list[Item], known: Known) -> list[Item]:
    """Words for a sum or a time with the parts of the word right before them that hold such: "rental price", "마감 날짜"."""
    before = [None, *items][:-1] if items else []
    return [
        replace(item, narrowed=narrower)
        if first is not None and first.at == item.at - 1 and (narrower := _narrower(first, item, known))
        else item
        for first, item in zip(before, items, strict=True)
    ]


def _narrower(first: Item, noun: Item, known: Known) -> tuple[Sense, ...]:
    """The parts that a word names which hold what a general noun behind it is for: a deadline is a date."""
    if noun.has("name", "kind") or first.has("name"):
        return ()
    heads = [known.facts.parts[p] for p in noun.ids("part") if p in known.general]
    own = [s for s in first.senses if s.tag == "part" and not s.like and (s.fact or s.id not in known.general)]
    return tuple(s for s in own if any(_holds_such(known.meant(s.id, s.fact), head) for head in heads))


def _holds_such(part: Part, head: Part) -> bool:
    """Whether a part holds what another one is the general part for."""
    of_one_sort = part.type == head.type and (part.type == "when" or bool(set(part.asks) & set(head.asks)))
    return of_one_sort and part.type in ("when", "amount") and part.id != head.id


def converse(items: list[Item], foci: tuple[Focus, ...], known: Known) -> list[Item]:
    """Who bought it is asked, where the kind of fact is of selling: whoever it went to, and not who sold it.

    So too "who sold it", where the kind is of buying, of whoever it came from.
    """
    asks = {"who", "which", "where"} & {f.word for f in foci} and all(
        f.role in ("by", "subject", "agent", "") for f in foci
    )
    if not asks or any(i.role in ("by", "topic") and known.of_type(i.ids("name"), *AGENTS) for i in items):
        return items
    asked_at = {f.at + 1 for f in foci if f.at >= 0}
    return [
        replace(i, senses=(*i.senses, *_other_side(i, known)))
        if i.has("transfer") and (not i.has("light") or i.at in asked_at)  # "who got it", not "did I get that right"
        else i
        for i in items
    ]


def _other_side(verb: Item, known: Known) -> Iterator[Sense]:
    """The part for the other side of a deed, in each kind that has verbs for both of its sides."""
    sides = verb.ids("transfer")
    for kind in verb.ids("kind") if len(sides) == 1 else ():
        if kind in known.two_sided:
            yield Sense("part", "to" if "taking" in sides else "from", f"kind:{kind}")


def says_alone(tokens: list[Token]) -> bool:
    """Whether those who are named are asked to have been the only ones: "only Kim", "김만", "was Kim alone"."""
    content = [t for t in tokens if t.ending is None]
    for at, (before, after) in enumerate(pairwise(tokens), 2):
        closed = at == len(tokens) or tokens[at].spaced or tokens[at].ending is not None  # not 가나만나 for 가나 만나
        if closed and after.ending == "only" and (before.has("name", "title") or "pair" in before.ids("mark")):
            return True
    pair = [t for t in content if "pair" in {*t.ids("mark"), *t.ids("anaphor")}]
    said_of = [t for t, after in pairwise(content) if after.has("name") or after in pair]
    for at, only in enumerate(content[:-2]):  # "did she only see Kim"; "just" before a verb is of time
        did = content[at + 1].has("kind") and only.text != "just"
        said_of += [only] if did and any(t.has("name") for t in content[at + 2 : at + 4]) else []
    if any(_only_one_with(content[n : n + _PHRASE]) for n in range(1, len(content))):
        return True
    return any("alone" in t.ids("mark") for t in content) or any("only" in t.ids("mark") for t in said_of)


def _only_one_with(tokens: list[Token]) -> bool:
    """Whether "the only one with" stands here, before whoever they were with."""
    only, *behind = tokens
    one = "only" in only.ids("mark") and bool(behind) and behind[0].text in ("one", "ones", "person", "people")
    with_whom = [n for n, t in enumerate(behind[1:]) if "with" in t.ids("prep") or t.text.endswith(" with")]
    return one and bool(with_whom) and any(t.has("name") for t in behind[2 + with_whom[0] :])


_PHRASE = 7
"""So many words at most "the only one who came with Kim" has."""


_ANYONE = (["anyone"], ["anybody"], ["someone"], ["somebody"])


def anyone_from(items: list[Item], tokens: list[Token]) -> bool:
    """ "Did anyone from X join?" wants to know who."""
    return any(t.text.split()[:1] in _ANYONE for t in tokens) and any(i.has("name") and i.role == "from" for i in items)


def occupation(tokens: list[Token]) -> list[Item]:
    """ "What does she do?" asks for her title."""
    content = [t for t in tokens if t.ending is None]
    while len(content) > 3 and content[-1].text not in ("do", "does") and _idle(content[-1]):
        content.pop()  # "... for a living", "... there", "... at Acme"
    words = [t.text for t in content]
    if "what" in words and words[-1:] in (["does"], ["do"]) and ("does" in words or words[-1] == "does"):
        return [Item("", (Sense("part", "title"),))]
    return []


def _idle(token: Token) -> bool:
    """Whether a word behind "what does she do" says no more than where; "say" is a deed of its own."""
    return (token.has("light", "prep", "name") and not token.has("kind")) or "place" in token.ids("anaphor")


def is_tagged(tokens: list[Token], text: str) -> bool:
    """Whether a statement ends in a tag that asks for yes or no, whatever joins its clauses: "..., isn't it?"."""
    content = [t for t in tokens if t.ending is None]
    first = next((t for t in content if not t.has("follow")), None)
    tagged = len(content) > 3 and content[-1].has("confirm") and content[-1].text.isascii()
    stated = first is not None and not first.has("question", "auxiliaries", "prep", "tell")
    return tagged and stated and text.rstrip().endswith("?")


WORDS_OF = frozenset({"말", "말이야", "말이에요", "말이죠", "말이지", "말인가요", "말임", "말입니까"})
"""Korean forms of what somebody said, behind a verb: "김이 한 말이야"."""
_THEIRS = frozenset(
    {"거야", "꺼야", "거예요", "꺼예요", "거에요", "꺼에요", "거지", "꺼지", "거죠", "꺼죠", "거임", "꺼임"}
)
"""Korean forms of what is somebody's, behind a name."""
_NEWS = frozenset({"얘기야", "이야기야", "얘기예요", "이야기예요", "소식이야", "뉴스야", "일이야", "일이에요"})
"""Korean forms of what came out or came about, behind a verb: "이번 달에 나온 얘기야"."""


def is_yesno(tokens: list[Token], foci: tuple[Focus, ...], text: str) -> bool:
    if foci:
        return False
    content = [t for t in tokens if t.ending is None]
    if not content or _names_a_sort(tokens):
        return False
    if any(t.has("of_fact") and t.text.startswith(_ASKS_ITSELF) for t in content):
        return False  # "누구한테 좋아", where a fact has these words for a part of it
    first = next(
        (t for t in content if not t.has("follow") and not (t.has("light") and not t.has("auxiliaries"))), None
    )
    if first is not None and "order" in first.ids("mark") and {"what", "which"} & {*first.text.split()}:
        return False  # "in what order did they meet"
    if first is not None and first.has("auxiliaries") and first.text.isascii():
        return not any(t.has("tell") for t in content[1:4])
    if _asks_whether(content) or _asks_if_one(content, text):
        return True
    if _left_out(content, text):
        return True
    if content[0].text.split()[:2] in _THERE and len(content) > 1:
        of_names = content[1].has("kind") and any(t.has("name") for t in content)
        if of_names or text.rstrip().endswith("?"):
            return True  # "is there a red one?", "is there a photo of Kim"
    if any(t.has("confirm") and not _before_noun(t, content) for t in content[-2:]):
        return True
    if any(t.has("confirm") and t.text.split()[0] in _ASKED_OF and " " in t.text for t in content[:2]):
        return True  # "is it true that ..."
    if text.rstrip().endswith("?") and any(_is_auxiliary(t) for t in content[1:]):
        return not any(t.has("tell") for t in content[:4])  # "the CEO was there too?"
    pointed = content[0].text == "and" and content[1:2] and "thing" in content[1].ids("anaphor")
    if pointed and text.rstrip().endswith("?") and any(t.has("number") for t in content):
        return True  # "and that took 40 minutes?"
    stated = tokens[0].text == "so" and text.rstrip().endswith("?") and not any(t.has("anaphor") for t in content[:3])
    if stated and any(t.has("kind", "part") for t in content):
        return True  # "so the ship goes there as well?"
    if any(t.ending is not None and t.text in _EMBEDDED for t in tokens):
        return True
    if any(_asks_here(tokens, n, text) for n in range(len(tokens))):
        return True
    last = max((n for n, t in enumerate(tokens) if t.ending is None), default=0)
    if tokens[last].text == "말" and any(_asks_by_form(t) for t in tokens[last + 1 :]):
        return True  # "김이 한 말이죠"
    if last and tokens[last].text in (WORDS_OF | _NEWS) - {"말"} and "n" in tokens[last - 1].ids("verb"):
        return True  # "김이 한 말이야"
    if last and tokens[last].text in _THEIRS and tokens[last - 1].has("name"):
        return True  # "사진은 가나뉴스꺼야"
    if tokens[last].text.startswith(("있", "없")) and last and tokens[last - 1].text in ("적", "적이", "일", "일이"):
        return True  # "만난 적이 있나요"
    if tokens[last].text.startswith("있") and last and (_by_verb(tokens[last - 1]) or _told_of(tokens, last - 1)):
        return True  # "들어가 있나요", "정해진 게 있나요", "다친 사람 있나요"
    among = any(t.text in ("중", "중에", "가운데") for t in content)
    if tokens[last].text.startswith("있") and last and among and tokens[last - 1].has("name"):
        return True  # "참여 기업 중에 가나 있나"
    if _is_there(content, text):
        return True
    counted = tokens[last].has("unit") and last and tokens[last - 1].has("number")  # "... 한 두 가지"
    counted = counted or (tokens[last].has("number") and last and _counts(tokens[last - 1], text))
    if tokens[last].has("light") and last and text.rstrip().endswith("?") and tokens[last].text[-1:] in _FORMS_OF_VERBS:
        return True  # "둘 다 회동에 갔음?"
    if tokens[last].text[:1] in ("거", "건") and tokens[last].has("light") and last and tokens[last - 1].has("name"):
        return True  # "사진은 가나 거예요"
    told = tokens[last].has("tell") and "past" not in tokens[last].ids("verb")  # "말해 줘", not "말했나요"
    if told or counted or all(s.tag in ("filler", "verb") for s in tokens[last].senses):
        return False
    return tokens[last].has("verb") or any(t.text in VERBAL or _asks_by_form(t) for t in tokens[last + 1 :])


def _asks_if_one(content: list[Token], text: str) -> bool:
    """Whether two names are asked to be of one, with no verb: "가나와 다라는 같은 사람?", "가나는 다라?"."""
    if not text.rstrip().endswith("?") or text.count("?") > 1 or any(t.has("question") for t in content):
        return False
    named = all(t.has("name", "title") and not t.has("kind") for t in content)
    bare = named and len(content) in (_TWO, _TWO + 1) and content[1].has("name")
    same = (
        len(content) > _TWO
        and any("same" in t.ids("mark") for t in content[-2:])
        and "person" in content[-1].ids("sort")
    )
    return (
        (bare or same) and not any(t.text.isascii() for t in content[-1:]) and (same or "는 " in text or "은 " in text)
    )


_TWO = 2


_ASKS_ITSELF = ("누구", "누가", "뭐", "무엇", "뭘", "어디", "언제", "얼마")
"""How Korean phrases begin that hold their question word."""


def _counts(noun: Token, text: str) -> bool:
    """Whether a figure behind a Korean noun says how many of them are asked for, and nothing is asked if: "임원 둘"."""
    last = noun.pieces[-1] if noun.pieces else noun
    return not text.rstrip().endswith("?") and last.has("sort", "noun", "part") and not last.has("verb")


def _before_noun(token: Token, content: list[Token]) -> bool:
    """Whether a Korean verb that may mean that it is so only describes the noun behind it: "손님을 맞은 방"."""
    described = bool({"n", "past"} & set(token.ids("verb"))) and token is not content[-1]
    return described and content[-1].has("part", "sort", "noun") and not content[-1].has("light")


def _is_there(content: list[Token], text: str) -> bool:
    """Whether a bare Korean noun for being there ends a text that asks if: "김하나 참석?", "박도 동석?", "최 배석 여부"."""
    said = list(takewhile(lambda t: not t.text.startswith("여부"), content))
    if len(said) < 2 or (len(said) == len(content) and not text.rstrip().endswith("?")):
        return False
    there = "present" in said[-1].ids("mark") or "also" in said[-1].ids("part")
    noun = there and not said[-1].has("verb", "sort", "name") and not said[-1].text.isascii()
    return noun and (said[-2].has("name", "title") or "title" in said[-2].ids("of_fact"))


def _left_out(content: list[Token], text: str) -> bool:
    """Whether only the verb is left out of a yes/no question: "Kim present at the talks?", "the lunch the same day as the talks?"."""
    if not text.rstrip().endswith("?") or not content[0].has("name") or len(content) < 2:
        return False
    if any(t.has("question", "ask", "auxiliaries", "tell") for t in content):
        return False
    if content[-1].has("prep"):
        return False  # "Kim came with?"
    if text[: content[0].end].endswith(("'s", "\u2019s")):
        return False  # "Acme's invited guests?"
    if _acted(content[1]) or (len(content) == 2 and content[1].text in ("present", "there")):
        return True
    there = any("present" in t.ids("mark") and t.text.split()[0] in ("present", "there") for t in content[1:3])
    alike = any("same" in t.ids("mark") and t.text.isascii() for t in content) and any(t.text == "as" for t in content)
    return (there or alike) and len(content) > 2


def _acted(token: Token) -> bool:
    """Whether an English verb in the past says what somebody did: "Kim attended?", "Kim came along?"."""
    verb = token.text.split()[0]
    past = not verb.endswith(("s", "ing")) and len(bases(verb)) > 1
    deed = token.has("kind") or "present" in token.ids("mark") or "also" in token.ids("part")
    return past and deed and not token.has("name", "sort", "noun", "title")


def _asks_whether(content: list[Token]) -> bool:
    """Whether a text only says that something is to be told, if it is so: "I wonder whether Kim came", "could you check if she did"."""
    at = next((n for n, t in enumerate(content) if t.text.split()[-1] in ("if", "whether")), -1)
    words = {w for t in content[: at + 1] for w in t.text.split()}
    polite = all(
        t.has("light", "tell", "filler", "follow", "chat", "auxiliaries", "confirm") for t in content[: at + 1]
    )
    return 0 <= at < len(content) - 2 and polite and ("whether" in words or not words.isdisjoint(_WONDERING))


_WONDERING = frozenset([
    "wonder", "wondering", "know", "tell", "ask", "asking", "check", "checking", "sure", "idea", "clue", "curious", "see", "confirm",
    "find", "clear", "remember", "remind", "figure", "say", "understand", "hear", "verify",
])  # fmt: skip
"""Words behind which "if" leads on to what is asked, and is no condition."""


_FORMS_OF_VERBS = ("음", "슴")
"""Last syllables of Korean verbs that ask, where a whole such form is one word of courtesy."""


def _is_auxiliary(token: Token) -> bool:
    """Whether an English word is a helping verb, or a phrase that begins with one ("was there")."""
    return token.text.isascii() and (token.has("auxiliaries") or token.text.split()[0] in ("was", "were"))


_THERE = (["is", "there"], ["are", "there"], ["was", "there"], ["were", "there"])


def _by_verb(token: Token) -> bool:
    """Whether a word is a Korean verb, or a phrase that one begins: "다친 사람"."""
    return any(t.has("verb") for t in (token, *token.pieces[:1]))


def _told_of(tokens: list[Token], at: int) -> bool:
    """Whether "게" stands behind what may have come about, and not behind what was said, which is asked for then."""
    return (
        tokens[at].text == "게" and at > 0 and tokens[at - 1].has("part") and "said" not in tokens[at - 1].ids("part")
    )


def is_marked_noun(tokens: list[Token], at: int) -> bool:
    """Whether a noun of a sort that may be a verb too has a particle of nouns behind it ("날은")."""
    after = tokens[at + 1].ending if at + 1 < len(tokens) else None
    return tokens[at].has("sort") and after in ("topic", "subject", "object")


def _names_a_sort(tokens: list[Token]) -> bool:
    """Whether a noun of a sort with a particle of nouns ends the text, though its form may be a verb's ("시작된 날은?")."""
    last = max((n for n, t in enumerate(tokens) if t.ending is None), default=0)
    described = (
        last > 0 and tokens[last].has("sort", "unit") and last == len(tokens) - 1 and _describes(tokens[last - 1])
    )
    return tokens[last].has("verb") and (described or is_marked_noun(tokens, last))


def _describes(token: Token) -> bool:
    """Whether a Korean verb stands in the form that goes before a noun: "적었던 달", "연 날"."""
    acts = token.has("verb") or (token.ending is not None and not token.text.isascii())
    return acts and is_syllable(token.text[-1]) and split(token.text[-1])[2] == "ㄴ"


_ASKED_OF = frozenset({"is", "isn't", "was", "am", "do", "did", "can", "could", "would", "please"})


def _asks_by_form(token: Token) -> bool:
    """Whether an ending is one of a question: "였습니까", "이었나요", "한거야"."""
    if token.ending != "" or len(token.text) < 2:
        return False
    form = token.text.removesuffix("요")
    stated = token.text.endswith(_WHETHER_IT_IS) or form.endswith(_HEARD)
    return form[-1:] in tuple("까나니냐지죠어음가") or stated


_HEARD = ("했대", "됐대", "하대", "된대", "한대", "다며", "다면서", "다매", "다고", "다구", "다던데")
"""Ends of what was heard and is asked about ("열었다며")."""
_WHETHER_IT_IS = ("거야", "거임", "거예요", "거에요")
"""Ends of a yes/no question that run on behind a noun ("계약한거야")."""


def _asks_here(tokens: list[Token], at: int, text: str) -> bool:
    """Whether a Korean verb or its ending stands right before a question mark, wherever that is."""
    token = tokens[at]
    return (
        text[token.end : token.end + 2].strip().startswith("?")
        and not token.text.isascii()
        and (token.has("verb") or token.text in VERBAL)
    )


_EMBEDDED = frozenset([
    "는지", "은지", "을지", "인지", "었는지", "였는지", "이었는지", "는가", "은가", "했는지", "됐는지", "되는지", "하는지", "있는지", "있었는지",
    "하셨는지", "하시는지", "셨는지", "시는지", "으셨는지", "되셨는지", "되었는지", "계셨는지", "계신지",
])  # fmt: skip
"""Endings of a yes/no question within a sentence ("왔는지 궁금해요")."""


VERBAL = frozenset([
    "어", "아", "어요", "아요", "나", "나요", "니", "냐", "지", "죠", "지요", "까", "습니까", "니까", "음", "임", "대", "대요", "는지", "은지",
    "을까", "을까요", "는가요", "은가요", "거야", "거죠", "거지", "던데", "다던데", "다며", "다면서", "야", "이야", "예요", "이에요", "인가요", "인가",
    "했어", "했나", "했나요", "했어요", "했음", "했지", "했죠", "됐어", "됐나", "됐나요", "됐어요", "돼", "해", "해요", "합니까", "됩니까", "되나",
    "되나요", "하나", "하나요", "거임", "건가", "건가요", "는거야", "는거임", "였어", "였나", "였나요", "이었나요", "맞지", "었어", "었나", "네", "네요",
])  # fmt: skip
