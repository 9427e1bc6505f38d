"""Either/or: the things that a question sets against one another ("Kim or Park", "오전이야 오후야")."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from bot.interpreting.cues import found_by
from bot.language.korean import AMONG
from bot.language.senses import Sense
from bot.segment import Token

Alternatives = tuple[frozenset[int], ...]
"""For each alternative the indexes of its tokens."""


def alternatives(tokens: list[Token]) -> Alternatives:
    """What stands on both sides of "or", or before two verbs of the same form; empty where nothing does."""
    tokens = _embedded(tokens) or tokens
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    joints = [n for n in content if "either" in tokens[n].ids("mark")]
    if joints:
        content = _without_order(tokens, content, joints[0])
        units = [_unit_before(tokens, content, joints[0]), *(_unit_after(tokens, content, n) for n in joints)]
        units[1:] = [_owned_name(tokens, unit) for unit in units[1:]]
        if len(joints) == 1:
            units[0] = _owner(tokens, units) or _subject(tokens, units) or _alike(tokens, units) or units[0]
            behind = [n for n in content if n > joints[0]]
            clauses = [n for n in content if n < joints[0]], behind
            if _says_again(tokens, units[0], behind):  # "정하는 자리였어 아니면 시작하는 자리였어"
                return _apart(tokens, *clauses)
            if _of_one_form(tokens, joints[0]):  # "혼자 간 건지 아니면 동생도 데리고 간 건지"
                return _apart(tokens, *clauses) or (tuple(units) if all(units) else ())
        return tuple(units) if all(units) else ()
    chosen = _chosen_from(tokens, content) or _which_first(tokens, content)
    if chosen:
        return chosen
    timed = [n for n in content if tokens[n].has("daypart", "weekday")]
    for sort in ("daypart", "weekday") if len(timed) > 1 else ():
        found = {tokens[n].ids(sort)[0]: frozenset({n}) for n in timed if tokens[n].has(sort)}
        if len(found) > 1:
            return tuple(found.values())
    return _by_form(tokens, content)


def _without_order(tokens: list[Token], content: list[int], joint: int) -> list[int]:
    """The tokens that count, without a word of order right before "or" that stands on both of its sides: "Kim first or Park first"."""
    before = max((n for n in content if n < joint), default=0)
    again = any(tokens[n].text == tokens[before].text for n in content if n > joint)
    ordered = again and bool({"first", "last"} & set(tokens[before].ids("mark")))
    return [n for n in content if tokens[n].text != tokens[before].text] if ordered else content


def _embedded(tokens: list[Token]) -> list[Token]:
    """Two Korean questions that are only to be told, without the request: "가나가 한 건지 다라가 한 건지 알려 줘"."""
    ends = [n for n, t in enumerate(tokens) if _ends_embedded(t) and (n + 1 == len(tokens) or _closes(tokens[n + 1]))]
    if len(ends) < 2:
        return []
    behind = tokens[ends[-1] + 1 :]
    return tokens[: ends[-1] + 1] if all(t.ending is not None or t.has(*_REQUESTING) for t in behind) else []


_REQUESTING = ("tell", "light", "filler", "confirm", "anaphor")
"""What words may be of that stand behind an embedded question."""


def _ends_embedded(token: Token) -> bool:
    """Whether it ends a Korean question within another sentence: 인지, 는지, 건지."""
    ends = token.text.endswith(("지", "지요")) and not token.text.isascii() and not token.has("name")
    return ends and (token.ending == "" or token.has("light"))


def _closes(token: Token) -> bool:
    """Whether the word before is done: a new word begins, or only a particle stands behind it ("건지가")."""
    return token.spaced or token.ending in ("subject", "object", "topic", "also")


def _says_again(tokens: list[Token], unit: frozenset[int], behind: list[int]) -> bool:
    """Whether the Korean word before "or" stands behind it once more, so that what describes it is set apart."""
    texts = [tokens[n].text for n in behind]
    return len(behind) > 1 and any(tokens[n].text in texts and not tokens[n].text.isascii() for n in unit)


def _of_one_form(tokens: list[Token], joint: int) -> bool:
    """Whether the Korean words before "or" and at the end ask in the same form, so that a clause stands on both sides."""
    form = tokens[-1].text[-1]
    return joint > 0 and form in _FORMS and tokens[joint - 1].text[-1] == form and joint + 2 < len(tokens)


def _owner(tokens: list[Token], units: list[frozenset[int]]) -> frozenset[int]:
    """The owner of the first thing, where the second is only an owner: "Acme's building or Bolt's"."""
    first, other = min(units[0], default=0), max(units[1], default=0)
    owned = first > 0 and len(units[0]) == 1 and _possessive(tokens[first - 1]) and not tokens[first].has("name")
    return frozenset({first - 1}) if owned and _possessive(tokens[other]) and other == len(tokens) - 1 else frozenset()


def _subject(tokens: list[Token], units: list[frozenset[int]]) -> frozenset[int]:
    """The subject of a verb, where only another subject stands behind "or": "does Acme pay or Bolt?"."""
    first, other = min(units[0], default=0), max(units[1], default=0)
    verb = first > 1 and len(units[0]) == 1 and tokens[first].has("kind") and not tokens[first].has("name", "title")
    led = verb and tokens[first - 1].has("name") and tokens[first - 2].has("auxiliaries")
    named = tokens[other].has("name") and units[1] == {len(tokens) - 1}
    return frozenset({first - 1}) if led and named and tokens[first].text.isascii() else frozenset()


def _alike(tokens: list[Token], units: list[frozenset[int]]) -> frozenset[int]:
    """The first word that names the same part as the one that ends the text: "is it certain what they said, or only reported"."""
    first, other = min(units[0], default=0), max(units[1], default=0)
    parts = set(tokens[other].ids("part"))
    apart = other == len(tokens) - 1 and tokens[other].text.isascii() and not parts & set(tokens[first].ids("part"))
    return (
        frozenset(next(([n] for n in range(first) if parts & set(tokens[n].ids("part"))), [])) if apart else frozenset()
    )


def _owned_name(tokens: list[Token], unit: frozenset[int]) -> frozenset[int]:
    """Whoever stands behind the house that he is of: "Acme's Kim or Bolt's Park"."""
    at = min(unit, default=-1)
    owned = len(unit) == 1 and _possessive(tokens[at]) and at + 1 < len(tokens) and tokens[at + 1].has("name")
    return frozenset({at + 1}) if owned else unit


def _possessive(token: Token) -> bool:
    """Whether a name was typed with 's, which its text has lost."""
    return token.has("name") and token.text.isascii() and token.end - token.start == len(token.text) + len("'s")


def _chosen_from(tokens: list[Token], content: list[int]) -> Alternatives:
    """What stands joined before 중: "가나랑 다라 중에 누가"."""
    for at in content:
        if tokens[at].text not in AMONG:
            continue
        joints = [n for n in range(at) if tokens[n].ending == "with"]
        named = list(takewhile(lambda n: tokens[n].has("name"), reversed([n for n in content if n < at])))
        if not joints and len(named) > 1:
            return tuple(frozenset({n}) for n in reversed(named))  # "가나 다라 마바 중에 누가"
        units = [_unit_before(tokens, content, n) for n in (*joints, at)]
        if len(joints) == 1:  # "가나 제휴랑 다라 공장 준공 중에"
            units[1] |= frozenset(n for n in content if joints[0] < n < at)
        return tuple(units) if joints and all(units) and len(set(units)) == len(units) else ()
    return ()


def _which_first(tokens: list[Token], content: list[int]) -> Alternatives:
    """What stands joined before the question which of them was first: "김하나 사임이랑 노조 파업, 뭐가 먼저야"."""
    first = next((n for n in content if tokens[n].text == "먼저"), -1)
    asked = max((n for n in content if n < first and tokens[n].has("question")), default=-1)
    joints = [n for n in range(asked) if tokens[n].ending == "with"]
    if not joints or any(n for n in content if asked < n < first):
        return ()
    units = (range(joints[-1]), range(joints[-1], asked))
    sides = tuple(frozenset(n for n in content if n in unit and not tokens[n].has("light")) for unit in units)
    return sides if all(any(tokens[n].has("name", "kind", "noun") for n in side) for side in sides) else ()


def _unit_before(tokens: list[Token], content: list[int], joint: int) -> frozenset[int]:
    before = [n for n in content if n < joint]
    if before and tokens[before[-1]].has("kind") and not tokens[before[-1]].has("light", "prep", "auxiliaries"):
        owned = _owned_event(tokens, before[-1], joint)
        return owned or frozenset({before[-1]})  # "a year or in all", "met or called"
    while before and _passing(tokens[before[-1]]):
        before.pop()
    return _event_at(tokens, before[-1]) or _whole(tokens, content, before[-1]) if before else frozenset()


def _owned_event(tokens: list[Token], at: int, joint: int) -> frozenset[int]:
    """An event with the name right before it, where one of its sort stands behind "or" as well: "the Acme talks or the Bolt talks"."""
    named = at > 0 and tokens[at - 1].has("name") and tokens[at].text.isascii()
    again = any(t.text.split()[-1] == tokens[at].text for t in tokens[joint + 1 :])
    return frozenset({at - 1, at}) if named and again else frozenset()


def _event_at(tokens: list[Token], at: int) -> frozenset[int]:
    """The event that a name only ends, where it is asked which of two came first: "Kim's visit to Lyon"; none elsewhere."""
    ordered = any({"first", "last", "after"} & set(t.ids("mark")) for t in tokens)
    if not ordered or at < 2 or not tokens[at].has("name") or not tokens[at].text.isascii():
        return frozenset()
    joined = tokens[at - 1].text.endswith(" with")  # "meeting with" is one word
    event = at - 1 if joined else at - 2
    owned = event > 0 and (tokens[event - 1].text == "the" or _possessive(tokens[event - 1]))
    if not (owned and tokens[event].has("kind") and (joined or tokens[at - 1].has("prep"))):
        return frozenset()
    return frozenset(range(event - _possessive(tokens[event - 1]), at + 1))


def _unit_after(tokens: list[Token], content: list[int], joint: int) -> frozenset[int]:
    after = [n for n in content if n > joint]
    while after and (_leads_on(tokens[after[0]]) or _passing(tokens[after[0]])) and not _is_event(tokens, after[0]):
        after.pop(0)
    unit = _whole(tokens, content, after[0]) if after else frozenset()
    return unit | _of_what(tokens, content, max(unit)) if unit else unit


def _leads_on(token: Token) -> bool:
    """Whether a word is a preposition whatever else it may be: "or from Acme", where a part has "from" as its word."""
    return token.text.isascii() and token.has("prep") and token.has("light") and not token.has("name", "number")


def _is_event(tokens: list[Token], at: int) -> bool:
    """Whether a word for a kind of fact stands as a noun: "the fire or the protest"."""
    return (
        at > 0 and tokens[at - 1].text in ("the", "a", "an") and tokens[at].has("kind") and not tokens[at].has("light")
    )


def _of_what(tokens: list[Token], content: list[int], at: int) -> frozenset[int]:
    """The words of "of ..." that end a text behind one of the things: "the opening of the factory", "Kim's visit to Lyon"."""
    behind = [n for n in content if n > at]
    event = tokens[at].has("kind") and not tokens[at].has("title")
    told = event and bool(behind) and tokens[behind[0]].text in ("of", "to", "with") and len(behind) <= _LONGEST_OF
    plain = all(tokens[n].has("light", "prep", "name", "noun", "kind", "sort", "word") for n in behind)
    return frozenset(behind) if told and plain else frozenset()


_LONGEST_OF = 4
"""Words of an "of" phrase that ends a question, with its article."""


def _passing(token: Token) -> bool:
    return token.has("prep", "auxiliaries", "light", "question", "kind", "tell") and not _weighs(token)


def _weighs(token: Token) -> bool:
    return token.unknown or bool({"alone", "earlier"} & set(token.ids("mark"))) or token.has(
        "name", "number", "daypart", "when", "relative", "weekday", "title", "noun", "part", "contrary", "of_fact", "sort", "word", "common"
    )  # fmt: skip


def _whole(tokens: list[Token], content: list[int], at: int) -> frozenset[int]:
    """A name with the title beside it, a figure with its unit, else the word itself."""
    here = content.index(at)
    beside = [content[m] for m in (here - 1, here + 1) if 0 <= m < len(content)]
    kind = (
        "title"
        if tokens[at].has("name")
        else "name"
        if tokens[at].has("title")
        else "unit"
        if tokens[at].has("number")
        else ""
    )
    name = at - 1 if at and not tokens[at].has("name") else at
    event = {name, name + 1} if _named_event(tokens, name) else {at}
    if at > 1 and tokens[at - 2].text in ("the", "a") and (tokens[at - 1].unknown or tokens[at - 1].has("common")):
        event.add(at - 1)  # "the front door"
    return frozenset({*event, *(n for n in beside if kind and tokens[n].has(kind) and abs(n - at) <= 2)})


def _named_event(tokens: list[Token], at: int) -> bool:
    """Whether a name and the noun behind it are one event: "the Acme talks", "Kim's visit", "가나 회동"."""
    if at + 1 >= len(tokens) or not tokens[at].has("name"):
        return False
    noun = tokens[at + 1]
    marked = not noun.text.isascii() or (at > 0 and tokens[at - 1].text == "the") or _possessive(tokens[at])
    return marked and noun.ending is None and noun.has("kind") and not noun.has("verb", "auxiliaries", "light", "title")


# Korean: the same verb form twice


_FORMS = frozenset("야요나어음임까니냐지죠대여함됨")
"""Last syllables of Korean words that ask."""
_WONDERING = ("인가", "는가", "은가", "던가", "을까", "일까")


def _by_form(tokens: list[Token], content: list[int]) -> Alternatives:
    ends = [n for n in range(len(tokens)) if n + 1 == len(tokens) or tokens[n + 1].spaced]
    if not ends or any(t.has("question", "ask") for t in tokens):
        return ()
    form = tokens[ends[-1]].text[-1]
    if form not in _FORMS and not tokens[ends[-1]].text.endswith(_WONDERING):
        return ()
    for at in reversed(ends[:-1]):
        leads_on = tokens[at].text.endswith(("서요", "데요"))
        noun = (
            tokens[at].ending is None and tokens[at].has("kind", "part", "word") and not tokens[at].has("verb", "light")
        )
        if tokens[at].text[-1] == form and not leads_on and not noun and not tokens[at].has("name"):  # no 투어, 치어
            return _apart(tokens, [n for n in content if n <= at], [n for n in content if n > at])
    return ()


def _apart(tokens: list[Token], first: list[int], second: list[int]) -> Alternatives:
    """What only one of two clauses says."""
    said, again = (frozenset(w for n in clause for w in _words(tokens[n])) for clause in (first, second))
    right = [n for n in second if not said.issuperset(_words(tokens[n])) and not tokens[n].has("follow")]
    if not right or any({"not", "else"} & set(tokens[n].ids("mark")) for n in right):
        return ()
    left = [n for n in first if not again.issuperset(_words(tokens[n])) and _weighs(tokens[n])]
    left = [n for n in left if not tokens[n].has("light")] or left
    right = [n for n in right if _weighs(tokens[n])]
    if not any(_is_topic(tokens, n) for n in right):
        left = [n for n in left if not _is_topic(tokens, n)]  # "가나는 학생용이야 교수용이야"
    bare = [n for n in (*left, *right) if not (n and tokens[n].has("title") and tokens[n - 1].has("name"))]
    pairs = [(a, b) for b in right for a in left[::-1] if a in bare and b in bare and _of_a_sort(tokens[a], tokens[b])]
    if pairs:
        return frozenset({pairs[0][0]}), frozenset({pairs[0][1]})
    count = len([n for n in right if n in bare]) or len(right)  # "가나 대표 먼저 봤어 다라 회장 먼저 봤어"
    heads = [n for n in left if n in bare] or left
    if not right or len(heads) < count:
        return ()
    return frozenset(n for n in left if n >= heads[-count]), frozenset(right)


def _is_topic(tokens: list[Token], at: int) -> bool:
    return tokens[at].has("name") and at + 1 < len(tokens) and tokens[at + 1].ending == "topic"


def _words(token: Token) -> list[str]:
    """The words that a token is made of, as they stand."""
    return [token.text] if token.has("title") else [p.text.lower() for p in token.pieces] or [token.text]


def _of_a_sort(one: Token, other: Token) -> bool:
    """Whether two words are such as are set against one another, whatever stands beside them: "회장이야 아직 부회장이야"."""
    return any(one.has(tag) and other.has(tag) for tag in ("title", "daypart", "weekday"))


@found_by(tags=("mark",))
def before_or_after(tokens: list[Token]) -> list[Token]:
    """ "Before or after Park?", "먼저야 나중이야?": one word of order, marked so that the reply says which of the two it was."""
    tokens = _order_last(_order_apart(tokens))
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    for here, one in enumerate(content[:-1]):
        joined = "either" in tokens[content[here + 1]].ids("mark")
        behind = [tokens[n] for n in content[here + 1 : here + 4]]
        again = len(behind) == 3 and behind[0].text == behind[2].text and not behind[0].text.isascii()
        joined = joined or again  # "먼저 갔나요 나중에 갔나요"
        other = content[here + 2] if joined and here + 2 < len(content) else content[here + 1]
        pair = [set(tokens[n].ids("mark")) & _BEFORE_AFTER for n in (one, other)]
        if not (pair[0] and pair[1]) or pair[0] & pair[1] or not (joined or not tokens[other].text.isascii()):
            continue
        near = (*tokens[max(0, one - 2) : one], *tokens[other + 1 : other + 4])
        if not any((_weighs(t) and not t.has("common")) or (t.has("kind") and not t.has("light")) for t in near):
            continue
        order = "after" if "after" in pair[0] else "before"
        both = replace(tokens[one], senses=(Sense("mark", order), Sense("mark", "either_way")), pieces=())
        return [*tokens[:one], both, *tokens[other + 1 :]]
    return tokens


_BEFORE_AFTER = frozenset({"before", "earlier", "after"})


def _order_apart(tokens: list[Token]) -> list[Token]:
    """ "Before or after the talks": what an author calls "after the talks" word by word."""
    either = next((n for n, t in enumerate(tokens[:-1]) if n and "either" in t.ids("mark")), 0)
    phrase = tokens[either + 1].pieces if either else ()
    order = bool(phrase) and _BEFORE_AFTER & set(phrase[0].ids("mark")) and phrase[0].text.isascii()
    return [*tokens[: either + 1], *phrase, *tokens[either + 2 :]] if order else tokens


def _order_last(tokens: list[Token]) -> list[Token]:
    """ "After the talks or before?": before or after them."""
    last = set(tokens[-1].ids("mark")) & _BEFORE_AFTER if len(tokens) > _LEAST_ORDERED else set()
    if not last or "either" not in tokens[-2].ids("mark") or not tokens[-1].text.isascii():
        return tokens
    at = next((n for n, t in enumerate(tokens[:-2]) if n and _BEFORE_AFTER & set(t.ids("mark")) - last), 0)
    return [*tokens[: at + 1], *tokens[-2:], *tokens[at + 1 : -2]] if at else tokens


_LEAST_ORDERED = 4


@found_by(begins=("몇",))
def so_many(tokens: list[Token]) -> list[Token]:
    """ "한 번에 쓰는 건지 몇 년에 나눠 쓰는 건지": 몇 in one of two that are set against one another is some, and asks nothing."""
    asking = [n for n, t in enumerate(tokens) if t.has("question", "ask")]
    if len(asking) != 1 or not tokens[asking[0]].text.startswith("몇") or not _embedded(tokens):
        return tokens
    return [t.silenced() if n == asking[0] else t for n, t in enumerate(tokens)]


@found_by(tags=("mark",))
def without_or_not(tokens: list[Token]) -> list[Token]:
    """A yes/no question without the other answer that it spells out: "... or not?", "했어 안 했어?"."""
    content = [n for n, t in enumerate(tokens) if t.ending is None]
    joint = next((n for n in content[1:-1] if "either" in tokens[n].ids("mark")), 0)
    if joint and _denies([tokens[n] for n in content if n > joint]):
        return [*tokens[:joint], *_tag_of(tokens, joint)]
    for at in content[1:]:
        if _asks_after_all(tokens, content, at):
            return tokens[at + 1 :]
        if _asks_again(tokens, content, at) or _says_otherwise(tokens, at):
            return tokens[:at]
        if "not" not in tokens[at].ids("mark") or tokens[at].text.isascii() or at + 1 >= len(tokens):
            continue
        again = [tokens[n].text for n in content if n > at]
        before = [tokens[n].text for n in content if n < at]
        if again and again == before[-len(again) :] and tokens[at].spaced:
            return tokens[:at]
    return tokens


def _says_otherwise(tokens: list[Token], at: int) -> bool:
    """Whether a second Korean verb of the same form only says a judgement once more: "좋았대 별로였대", "어땠대 만족했대"."""
    rest = [t for t in tokens[at:] if t.ending is None]
    alike = at > 0 and tokens[at].spaced and tokens[at - 1].text[-1:] == tokens[-1].text[-1:] in _FORMS | {"대", "래"}
    judged = any("judged" in t.ids("mark") or "how" in t.ids("question") for t in tokens[:at])
    return alike and judged and len(rest) == 1 and (rest[0].has("light") or "judged" in rest[0].ids("mark"))


def _asks_again(tokens: list[Token], content: list[int], at: int) -> bool:
    """Whether "or" begins the other answer as a question of its own: "..., or is it still open?"."""
    after = [tokens[n] for n in content if n > at]
    return (
        "either" in tokens[at].ids("mark")
        and len(after) > 1
        and after[0].text.isascii()
        and after[0].has("auxiliaries")
        and after[1].has("anaphor")
        and tokens[content[0]].has("auxiliaries")
        and not any(t.has("name", "number", "daypart", "when", "weekday", "title") for t in after)
    )


def _asks_after_all(tokens: list[Token], content: list[int], at: int) -> bool:
    """Whether "or" begins the question, behind one that names nothing: "is that it, or are Kim and Park to meet again?"."""
    before, after = ([tokens[n] for n in content if n < at], [tokens[n] for n in content if n > at])
    asks = len(after) > 2 and after[0].has("auxiliaries") and after[0].text.isascii() and not after[1].has("anaphor")
    named = any(t.has("name", "noun", "title", "of_fact", "number", "question") or t.unknown for t in before)
    return "either" in tokens[at].ids("mark") and asks and before[0].has("auxiliaries") and not named


def _denies(rest: list[Token]) -> bool:
    """Whether what stands behind "or" only says no: "or not", "or not really", "or wasn't he", "or was he not"."""
    if len(rest) == 1:
        return "not" in rest[0].ids("mark") or rest[0].has("follow", "confirm")
    denied = any("not" in t.ids("mark") for t in rest) and rest[0].text.isascii()
    idle = all(t.has("light", "auxiliaries", "anaphor", "follow", "confirm") or "not" in t.ids("mark") for t in rest)
    return denied and idle and not any(t.has("name", "kind", "part") for t in rest)


def _tag_of(tokens: list[Token], joint: int) -> list[Token]:
    """What asks for yes or no behind an English statement: "Kim was there, or wasn't he?"."""
    first = next((t for t in tokens[:joint] if not t.has("follow", "filler")), tokens[joint])
    stated = first.text.isascii() and not first.has("auxiliaries", "question", "confirm")
    return [replace(tokens[-1], text="right", senses=(Sense("confirm", ""),), pieces=())] if stated else []


@found_by("only", "just", "merely")
def or_only(tokens: list[Token]) -> list[Token]:
    """ "Is Kim the chairman or only the deputy?": what is set against the first stands behind "only"."""
    at = next((n for n in range(1, len(tokens) - 1) if [t.text for t in tokens[n - 1 : n + 1]] in _OR_ONLY), 0)
    if at and tokens[0].has("auxiliaries") and any(t.text in _AS_WELL for t in tokens[: at - 1]):
        return tokens[: at - 1]  # "was Kim there too, or just Park": whether Kim was
    only = tokens[at + 1 : at + 2] if at and tokens[0].has("auxiliaries") else []
    if only and "organisation" in only[0].ids("sort") and not only[0].has("name", "title", "number"):
        return tokens[: at - 1]  # "were schools invited, or only big firms": whether schools were
    other = next((t for t in tokens[at + 1 :] if t.text not in ("the", "a")), tokens[at])
    return [*tokens[:at], *tokens[at + 1 :]] if at and other.has("title", "name", "number", "daypart") else tokens


_OR_ONLY = (["or", "only"], ["or", "just"], ["or", "merely"])
_AS_WELL = frozenset({"too", "also", "as well", "likewise"})
