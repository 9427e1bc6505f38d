"""Slips in Hangul: a written word as it stands, against its readings with one jamo changed.

A noisy channel (Kernighan, Church, Gale 1990, "A Spelling Correction Program"): every spelling one jamo away that
holds a known word or ending at the changed place is read, and the cheapest reading wins; the slip costs less where the two
letters are neighbours on the keyboard or sound alike, and the reading more where its words say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from bot.hearing.words import strange
from bot.language import fuzzy, layout
from bot.language.korean import ANY, CHOSEONG, JONGSEONG, JUNGSEONG, is_syllable, join, split
from bot.language.senses import COMMON, atoms
from bot.language.text import has_hangul
from bot.learning.lexicon import Lexicon
from bot.segment import Token, cheapest

_SLIP = (1.1, 1.2, 1.9)
"""What a slip costs: to a letter that sounds alike, to a neighbour on the keyboard, and to any other."""
_STRANGE = 1.5
"""More for a reading with a strange word in it."""
_TELLING = (0.2, 0.4, 0.6)
"""Less for one whose words all hint at something, tell something, or are one long name."""
_ROLE = 0.1
"""Less for one with a particle that tells a role (내용이), against an ending that tells nothing (내용아)."""
_VERB_ROLE = 0.5
"""More for one with such a particle behind a verb (치름도)."""
_GAIN = 0.2
"""How much cheaper than the word as it stands a reading with a slip has to be."""
CLOSE = 0.25
"""Readings whose costs are nearer than that are as good as one another."""
_CLEAN, _CLEAN_SYLLABLE = (2.3, 0.6), 0.45
"""The most that a mended word may cost, whatever its length; and from there on, by its syllables."""
_COUNTED = 0.8
"""More for each syllable that asks or counts (몇층에서)."""
_MOST_KEPT = 256
"""Written words whose readings are kept, for a question is read several times over."""
_LEAST, _LONGEST, _LONGEST_RUN = 3, 10, 30
"""Syllables of a written word of known pieces that may hold a slip; of a name; beyond which nothing is mended."""
Meaning = set[tuple[str, str]]
"""What the words of a reading tell, by sort and id."""
_HINTS = ("mark", "relative", "when", "number", "word", "of_fact", "contrary")
_SAYS = ("question", "name", "kind", "part", "title", "sort", "noun", "tell", "anaphor")


def chopped(run: list[Token]) -> bool:
    """Whether a written word reads as crumbs: words of one syllable, or endings that do not go with what is before."""
    if not run or not has_hangul(run[0].text):
        return False
    length = sum(len(t.text) for t in run)
    if not _LEAST <= length <= _LONGEST or not all(has_hangul(t.text) for t in run):
        return False
    return any(t.ill or _is_crumb(run, n) for n, t in enumerate(run)) or is_dust(run)


def is_dust(run: list[Token]) -> bool:
    """Whether a written word is nothing but syllables: 이서바 is no 이, 서 and 바; but what asks or counts is (몇층에).

    So is one of three that begins with a stray one: 긴정의 is no 긴 and 정의.
    """
    if len(run) > 2:
        kept = run[0].has("question") or (run[0].has("verb") and run[1].text in _DONE_AWAY)  # 써놨어
        kept = kept and all(t.ending is not None for t in run[1:])
        units = [t.has("unit") and not t.has("number") for t in run]
        return all(len(t.text) == 1 for t in run) and (not any(units) or units[:2] == [True, True]) and not kept
    return len(run) == 2 and len(run[0].text) == 1 and len(run[1].text) == 2 and _is_crumb(run, 0) and _is_bare(run)


_DONE_AWAY = frozenset({"놨", "뒀", "줬", "봤"})
"""Endings of one syllable that only say that something was done and stays so."""


def _is_bare(run: list[Token]) -> bool:
    """Whether a syllable that neither asks nor denies nor counts stands before a word that is no verb: 침+우선."""
    return (
        not run[0].has("mark", "tell", "follow") and run[1].ending is None and not run[1].has("verb", "unit", "number")
    )


def _is_crumb(run: list[Token], n: int) -> bool:
    """Whether a piece is a syllable that is hardly a word there, or a greeting with a particle (하이에서)."""
    token, after = run[n], run[n + 1] if n + 1 < len(run) else None
    if token.ending is not None:
        return False
    if len(token.text) > 1:
        return token.has("chat") and after is not None and not token.has(*_STANDS)
    if token.has("question", "anaphor") or (token.has("unit") and (n > 0 or after is None or after.ending is not None)):
        return False
    if after is not None and after.ending is None:
        return len(after.text) > 1 and not token.has("number")  # 내+용어
    if token.has("number"):
        return n > 0 and after is None and not run[n - 1].has("question", "number")  # 이름+두
    if token.has("verb"):
        return after is None and n > 0 and not token.has(*_STANDS)
    return not token.has(*_STANDS, *(("light",) if after is None else ()))


_STANDS = ("question", "unit", "sort", "part", "kind", "noun", "name", "title", "bound", "prep", "anaphor", "ask")


def mend_run(text: str, run: list[Token], titled: bool, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """Where a written word of Hangul stands, and what it should have been; None where no slip explains it.

    Before a title (`titled`) stands a name, and what is near one is one.
    """
    start, end = run[0].start, run[-1].end
    written = text[start:end]
    if len(written) > _LONGEST_RUN or (lexicon.is_real(written) if titled else _is_real(written, lexicon)):
        better = "" if titled or any(t.has("question", "ask") for t in run) else _asking(written, lexicon)
    elif titled:
        better = _name(written, lexicon)
    else:
        better = _cheapest_slip(written, lexicon)
    return (start, end, better) if better else None


def _is_made_verb(tokens: list[Token], lexicon: Lexicon) -> bool:
    """Whether a written word is a real noun with what makes it a verb: 처리+됐습니까."""
    if len(tokens) < 2 or any(t.ending is None for t in tokens[1:]) or tokens[1].text[0] not in _MAKING:
        return False
    return len(tokens[0].text) > 1 and tokens[0].ending is None and lexicon.is_real(tokens[0].text)


_MAKING = frozenset("되돼된됐될됨됩")


def _cheapest_slip(written: str, lexicon: Lexicon) -> str:
    """The best reading with one slip, where it is better than the word as it stands; empty where two are as good."""
    found = _readings(written, lexicon)
    if len(written) < _LEAST:  # too near to too many others, but for question words
        found = [f for f in found if any(tag == "question" for tag, _ in f[2])]
    if not found:
        return ""
    best, *others = found
    sure = len(best[1]) >= _LEAST and any(tag == "name" for tag, _ in best[2])
    rivals = (meant for cost, _, meant in others if cost < best[0] + CLOSE and (meant or not sure))
    return best[1] if all(best[2] <= meant for meant in rivals) else ""


def respellings(written: str, lexicon: Lexicon) -> list[tuple[float, str]]:
    """What a written word of Hangul may have been with one slip, with what each costs, the likeliest first; none of a real word.

    No slip is in a name of two syllables or a real word, and none leads to a word of which nothing is known but that it is real.
    """
    if not 1 < len(written) <= _LONGEST_RUN or _is_real(written, lexicon):
        return []
    real = _real_words(cheapest(atoms(written), lexicon)[0])
    found = []
    for cost, spelling, meant in _readings(written, lexicon):
        tokens, _ = cheapest(atoms(spelling), lexicon)
        asking = any(tag == "question" for tag, _ in meant)
        telling = asking if len(written) < _LEAST else meant or _leads_on(tokens)
        if telling and real <= _real_words(tokens) and not _is_too_short(tokens, spelling, written):
            found.append((cost, spelling))
    return found


def _real_words(tokens: list[Token]) -> set[tuple[int, int, str]]:
    """The real words of which nothing is known, with where they stand."""
    return {(t.start, t.end, t.text) for t in tokens if COMMON in t.senses and len(t.text) > 1}


def _leads_on(tokens: list[Token]) -> bool:
    """Whether a word only leads on, or is one of courtesy: 했나요, 감사합니다."""
    return all(t.ending is not None or t.has(*_LEADS_ON) for t in tokens)


def _is_too_short(tokens: list[Token], spelling: str, written: str) -> bool:
    """Whether the slip was in a name of two syllables, or a word of one that asks nothing: these are too near to too many others."""
    changed = next((n for n, (a, b) in enumerate(zip(spelling, written, strict=False)) if a != b), len(written))
    held = [t for t in tokens if t.start <= changed < t.end]
    short = any(len(t.text) == 1 and t.ending is None and not t.has("question") for t in held)
    return short or any(len(t.text) < _LEAST and t.named("name") for t in held)


_LEADS_ON = ("light", "chat", "filler", "auxiliaries", "ask")


def _readings(written: str, lexicon: Lexicon) -> list[tuple[float, str, Meaning]]:
    """What is cheaper with one slip than the word as it stands, with its cost and what it means, the cheapest first."""
    kept = lexicon.slips
    found: list[tuple[float, str, Meaning]] | None = kept.get(written)
    if found is None:
        if len(kept) >= _MOST_KEPT:  # another thread may empty it at any time
            kept.clear()
        found = kept[written] = sorted(_readings_of(written, lexicon), key=lambda f: (f[0], len(f[2]), f[1]))
    return found


def _readings_of(written: str, lexicon: Lexicon) -> list[tuple[float, str, Meaning]]:
    tokens, cost = cheapest(atoms(written), lexicon)
    if _is_made_verb(tokens, lexicon):
        return []
    plain, odd, _ = _judged(written, tokens, cost)
    if not odd and len(written) < _LEAST:
        return []
    real, head = _real_syllables(tokens), _real_head(tokens)
    found: list[tuple[float, str, Meaning]] = []
    for spelling, slip in _slips(written, _doubtful_syllables(written, tokens), lexicon):
        if len(spelling) == len(written) and any(spelling[n] != written[n] for n in real):
            continue
        if spelling[:head] != written[:head] and not _opens_with_name(spelling, head, lexicon):
            continue
        tokens, cost = cheapest(atoms(spelling), lexicon, most=plain - slip + _ROLE + max(_TELLING))
        if not tokens:  # whatever it tells, it would be no gain
            continue
        cost, poor, meant = _judged(spelling, tokens, cost)
        if not poor and cost + slip < plain - _GAIN:
            found.append((cost + slip, spelling, meant))
    return found


def _real_syllables(tokens: list[Token]) -> list[int]:
    """The syllables of real words behind a name or a particle in a text without spaces, which are no slips of others: 누구+랑+결혼+했어."""
    behind = (t for before, t in pairwise(tokens) if before.ending or before.has("name"))
    real = [t for t in behind if COMMON in t.senses and len(t.text) > 1]
    return [n for t in real for n in range(t.start, t.end)]


def _real_head(tokens: list[Token]) -> int:
    """How many syllables make a real word right before a known noun, of which no slip makes another word: 제주+공항."""
    first, *rest = tokens
    compound = COMMON in first.senses and len(first.text) > 1 and bool(rest) and rest[0].has("noun", "sort", "kind")
    return len(first.text) if compound else 0


def _opens_with_name(spelling: str, head: int, lexicon: Lexicon) -> bool:
    """Whether a known name begins a text and is longer than its first word: a slip in it is one in the name."""
    first, *_ = cheapest(atoms(spelling), lexicon)[0]
    return first.has("name") and len(first.text) > head


def _judged(written: str, tokens: list[Token], cost: float) -> tuple[float, bool, Meaning]:
    """What reading a word so costs, whether it is a poor reading (strange, in crumbs, or long-winded), and what its words mean."""
    odd = any(map(strange, tokens))
    words = [t for t in tokens if t.ending is None]
    counted = sum(len(t.text) == 1 and t.has("question", "unit") for t in words)
    most = max(_CLEAN[0], _CLEAN[1] + _CLEAN_SYLLABLE * len(written)) + _COUNTED * counted
    poor = odd or cost > most or chopped(tokens)
    cost += _STRANGE * odd - _ROLE * any(t.ending for t in tokens) - _telling(words)
    cost += _VERB_ROLE * any(t.ending and _is_verb_only(before) for before, t in pairwise(tokens))
    return cost, poor, {(s.tag, s.id) for t in words for s in t.senses if s.tag in _SAYS}


def _is_verb_only(token: Token) -> bool:
    return token.has("verb") and ANY not in token.ids("verb")


def _telling(words: list[Token]) -> float:
    """How much less a reading costs whose words all tell something; the more, where it is one long name."""
    if not words or not all(t.has(*_SAYS, *_HINTS) for t in words):
        return 0.0
    if len(words) == 1 and words[0].has("name") and len(words[0].text) >= _LEAST:
        return _TELLING[2]
    return _TELLING[1] if all(t.has(*_SAYS) for t in words) else _TELLING[0]


def _doubtful_syllables(written: str, tokens: list[Token]) -> Iterable[int]:
    """Where a slip may be: in a word anywhere, in a text without spaces in what is unknown or in crumbs, and right beside that."""
    if len(written) <= _LONGEST:
        return range(len(written))
    odd = [n for n, t in enumerate(tokens) if strange(t) or t.ill or _is_crumb(tokens, n)]
    near = sorted({n for at in odd for n in (at - 1, at, at + 1) if 0 <= n < len(tokens)})
    return [at for n in near for at in range(tokens[n].start, tokens[n].end)]


def _slips(written: str, places: Iterable[int], lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Every spelling one jamo away in which a known word or ending holds the changed syllable, with what the slip costs.

    A letter that is no neighbour is only thought of in longer words.
    """
    heads = lexicon.beginnings
    for at in places:
        syllable = written[at]
        if not is_syllable(syllable):
            continue
        starts = [start for start in range(max(0, at - _LONGEST), at + 1) if written[start:at] in heads]
        for other, cost in _neighbours(syllable):
            least = 1 if cost < _SLIP[-1] else 2
            if any(_holds(written[start:at] + other, written[at + 1 :], start, least, lexicon) for start in starts):
                yield written[:at] + other + written[at + 1 :], cost


def _holds(head: str, rest: str, start: int, least: int, lexicon: Lexicon) -> bool:
    """Whether a known word of so many syllables, or behind another an ending, begins with `head` and goes on as the rest."""
    for end in range(len(rest) + 1):
        spelling = head + rest[:end]
        if spelling not in lexicon.beginnings:
            return False
        if len(spelling) >= least and (spelling in lexicon.targets or (start and spelling in lexicon.tails)):
            return True
    return False


@cache
def _neighbours(syllable: str) -> tuple[tuple[str, float], ...]:
    """Every syllable one jamo away, with what that slip costs."""
    jamo = split(syllable)
    return tuple(
        (
            join(*(letter if n == place else part for n, part in enumerate(jamo))),
            _SLIP[layout.distance(jamo[place], letter)],
        )
        for place, letters in enumerate((CHOSEONG, JUNGSEONG, JONGSEONG))
        for letter in letters
        if letter != jamo[place]
    )


def _name(written: str, lexicon: Lexicon) -> str:
    """The name of three syllables or more that a written word is, or begins with, but for one jamo; else empty."""
    for length in range(min(len(written), _LONGEST), _LEAST - 1, -1):
        for near in fuzzy.near_hangul(written[:length], lexicon.sized("name", length)):
            if _only_endings(near, written[length:], lexicon):
                return near + written[length:]
    return ""


def _only_endings(head: str, rest: str, lexicon: Lexicon) -> bool:
    tokens, _ = cheapest(atoms(head + rest), lexicon)
    behind = [t for t in tokens if t.start >= len(head)]
    return all(t.ending is not None or t.has("light", "title") for t in behind) and not any(map(strange, tokens))


def _asking(run: str, lexicon: Lexicon) -> str:
    """The question word of three syllables or more that a written word is, but for one jamo ("어기서"); else empty."""
    near = fuzzy.near_hangul(run, lexicon.sized("asking", len(run))) if len(run) > 2 else []
    return near[0] if near else ""


def _is_real(word: str, lexicon: Lexicon) -> bool:
    """Whether a written word is a real one that means nothing here, as it stands, without its particle or with its ending."""
    if lexicon.is_real(word) or bare(word, lexicon) in lexicon.common or lexicon.is_real_verb(word):
        return True
    lasting = word.find("있", 2)  # 앉아있던
    if lasting > 0 and lexicon.is_real_verb(word[:lasting]):
        return True
    return len(word) > 2 and word[0] in lexicon.common and word[1:] in lexicon.particles  # 방에서


def bare(word: str, lexicon: Lexicon) -> str:
    """A written word without the particle at its end."""
    return next((word[:-n] for n in (3, 2, 1) if len(word) > n + 1 and word[-n:] in lexicon.particles), word)
