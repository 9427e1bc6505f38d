"""Slips in Hangul: one jamo of a written word, against the spellings that are known."""

from __future__ import annotations

from bot import fuzzy
from bot.lexicon import Lexicon
from bot.segment import Token, cheapest
from bot.senses import atoms
from bot.text import has_hangul
from bot.words import strange

_LONGEST_RUN = 60
"""Syllables without a space beyond which nothing is mended; each trial reads the whole run, and no question is so long."""
_LONG, _LONGEST = 4, 10
"""Syllables of a spelling that is near by itself, whatever words its pieces may be (도서관즈); and of the longest run."""


def chopped(run: list[Token]) -> bool:
    """Whether a written word reads as crumbs: no piece of two syllables, or more than one word and an odd one."""
    words = [t for t in run if t.ending is None]
    length = sum(len(t.text) for t in run)
    if not 3 <= length <= _LONGEST or not all(has_hangul(t.text) for t in run):
        return False
    return all(len(t.text) == 1 for t in words) or (len(words) > 1 and any(len(t.text) == 1 for t in words[:1]))


def mend_long(text: str, run: list[Token], titled: bool, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """A written word that begins like a long spelling, or before a title like any name of three, put right; else None."""
    start, end = run[0].start, run[-1].end
    written = text[start:end]
    if len(written) > _LONGEST or lexicon.is_real(written) or lexicon.is_real(bare(written, lexicon)):
        return None
    crumbs = chopped(run)
    before = _read(written, lexicon)
    for length in range(len(written), 2, -1):
        sorts = ("name", "word") if length >= _LONG else ("name",)
        if length < _LONG and not (titled or crumbs):
            break
        head = written[:length]
        for sort in sorts:
            for near in fuzzy.near_hangul(head, lexicon.sized(sort, length)):
                after = _read(near + written[length:], lexicon)
                if after[0] == 0 and after < before and _only_endings(near, written[length:], lexicon):
                    return start, end, near + written[length:]
    return None


def _read(written: str, lexicon: Lexicon) -> tuple[int, float]:
    """How many letters of a text are strange, and the cost of its reading."""
    tokens, cost = cheapest(atoms(written), lexicon)
    return sum(len(t.text) for t in tokens if strange(t)), cost


def _only_endings(head: str, rest: str, lexicon: Lexicon) -> bool:
    tokens, _ = cheapest(atoms(head + rest), lexicon)
    return all(t.ending is not None or t.has("light", "title") for t in tokens if t.start >= len(head))


def mend_piece(text: str, tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[int, int, str]:
    """Try the stretches of the written word around an unknown one, the longest first, against known spellings."""
    first = last = at
    while first > 0 and not tokens[first].spaced and has_hangul(tokens[first - 1].text):
        first -= 1
    while last + 1 < len(tokens) and not tokens[last + 1].spaced and has_hangul(tokens[last + 1].text):
        last += 1
    run_start, run_end = tokens[first].start, tokens[last].end
    run = text[run_start:run_end]
    if len(run) > _LONGEST_RUN:
        return run_start, run_end, ""
    inner_start, inner_end = tokens[at].start - run_start, tokens[at].end - run_start
    if any(lexicon.is_real(word) for word in (run, bare(run, lexicon), tokens[at].text) if len(word) > 1):
        return run_start, run_end, "" if any(t.has("question", "ask") for t in tokens) else _asking(run, lexicon)
    best: tuple[float, int, int, str] | None = None
    for start in range(max(0, inner_start - 3), inner_end):
        for end in range(min(len(run), inner_end + 3), max(start, inner_start), -1):
            window = run[start:end]
            if (
                not (1 if start else 2) <= len(window) <= 9
                or " " in window
                or (len(window) > 1 and window in lexicon.common)
            ):
                continue
            for sort, found in _candidates(window, start, lexicon):
                trial = run[:start] + found + run[end:]
                after, cost = cheapest(atoms(trial), lexicon)
                if _strangeness(after) > _strangeness(tokens[first : last + 1]) - len(tokens[at].text):
                    continue  # a repair accounts for the whole of a strange word or for nothing of it
                if _leaves_crumb(after, start + len(found), inner_end) or _ill_fitting(after, start):
                    continue
                cost += 4.0 * any(map(strange, after)) + (0.2 if sort == "name" else 0.0)
                if best is None or (cost, -len(window), found) < (best[0], -(best[2] - best[1]), best[3]):
                    best = (cost, start, end, found)
    if best is None:
        return run_start, run_end, ""
    return run_start + best[1], run_start + best[2], best[3]


def _asking(run: str, lexicon: Lexicon) -> str:
    """The question word of three syllables or more that a written word is, but for one jamo ("어기서"); else empty."""
    near = fuzzy.near_hangul(run, lexicon.sized("word", len(run))) if len(run) > 2 else []
    return next((word for word in near if lexicon.has(word, frozenset({"question", "ask"}))), "")


def _leaves_crumb(after: list[Token], mended_to: int, unknown_to: int) -> bool:
    """Whether a repair of the head of an unknown word leaves a syllable of it over as another word (금주+원)."""
    whole = [t for t in after if t.start < unknown_to and t.ending is None]
    if len(whole) > 1 and all(len(t.text) == 1 for t in whole):
        return True  # 하익: 하+식
    crumbs = [t for t in after if mended_to <= t.start < unknown_to and len(t.text) == 1 and t.ending is None]
    verbs = any(t.end == mended_to and t.has("verb") for t in after)
    return any(not (verbs and t.has("light")) for t in crumbs)


def _ill_fitting(after: list[Token], start: int) -> bool:
    """Whether a particle that stands behind nouns would follow a verb, its ending or a greeting (거둘이, 하이에서)."""
    for n, token in enumerate(after):
        follows = after[n + 1] if n + 1 < len(after) else None
        here = token.start <= start < token.end
        if here and token.ids("chat") and follows is not None and follows.ending is not None:
            return not token.has("name", "word", "kind", "part", "noun", "question")
        if token.start == start and not token.has("verb") and follows is not None and follows.ending is not None:
            return follows.text[:1] in ("었", "았")  # 둘었어
        if token.start == start and token.has("verb"):
            return any(t.ending in ("subject", "object", "with", "of", "to") for t in after[n + 1 : n + 3])
    return False


def _strangeness(tokens: list[Token]) -> int:
    return sum(len(t.text) for t in tokens if strange(t))


def bare(word: str, lexicon: Lexicon) -> str:
    """A written word without the particle at its end."""
    return next((word[:-n] for n in (3, 2, 1) if len(word) > n + 1 and word[-n:] in lexicon.particles), word)


def _candidates(window: str, start: int, lexicon: Lexicon) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for sort in ("name", "word") if len(window) > 2 else ("word",):
        found += [(sort, hit) for hit in fuzzy.near_hangul(window, lexicon.sized(sort, len(window)))]
    if start and len(window) < 4:
        found += [("ending", hit) for hit in fuzzy.near_hangul(window, lexicon.sized("ending", len(window)))]
    return found
