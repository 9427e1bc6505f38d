"""Slips mended: a strange word becomes the known word that is one slip away, or stays as it is."""

from __future__ import annotations

from bot import english, fuzzy
from bot.lexicon import Lexicon
from bot.segment import Token, cheapest
from bot.senses import atoms
from bot.text import has_hangul
from bot.words import strange


def mend(text: str, tokens: list[Token], lexicon: Lexicon) -> str:
    """The text with every unknown word put right where one slip explains it."""
    mended = text
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if not strange(token) or (token.senses and len(token.text) > 2):
            continue
        start, end, better = (
            _mend_hangul(text, tokens, at, lexicon) if has_hangul(token.text) else _mend_latin(token, text, lexicon)
        )
        if better:
            mended = mended[:start] + better + mended[end:]
    return mended


_NEVER = frozenset({"never", "not", "none", "neither", "nobody", "except", "without"})
"""Words that turn a question around are never what a slip is repaired to."""


def _mend_latin(token: Token, text: str, lexicon: Lexicon) -> tuple[int, int, str]:
    word = token.text
    if len(word) < 4 or not word.isalpha() or any(b in lexicon.common for b in english.bases(word)):
        return token.start, token.end, ""
    found = [
        w
        for w in fuzzy.near(word, lexicon.latin)
        if len(w) >= 4 and (w[0] == word[0] or len(word) > 4 or w.endswith(word))
    ]
    found += [w for w in _with_one_less(word) if any(b in lexicon.latin for b in english.bases(w))]
    if text[token.start].isupper() and not text.isupper() and token.start:  # a name is repaired to a name
        found = [w for w in found if w in lexicon.name_words]
    found = [w for w in dict.fromkeys(found) if w not in _NEVER][:6]
    best = min(found, key=lambda w: _trial(text, token, w, lexicon), default="")
    return token.start, token.end, best


def _with_one_less(word: str) -> list[str]:
    """The word with one letter taken out, or two neighbours swapped: what an inflected word may have been."""
    out = [word[:n] + word[n + 1 :] for n in range(1, len(word))]
    return out + [word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1)]


def _trial(text: str, token: Token, word: str, lexicon: Lexicon) -> tuple[float, bool, str]:
    """How the whole text reads with a word put in the place of a strange one."""
    _, cost = cheapest(atoms(text[: token.start] + word + text[token.end :]), lexicon)
    return cost, word not in lexicon.name_words, word


_LONGEST_RUN = 60
"""Syllables without a space beyond which nothing is mended; each trial reads the whole run, and no question is so long."""


def _mend_hangul(text: str, tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[int, int, str]:
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
    if any(lexicon.is_real(word) for word in (run, _bare_of(run, lexicon), tokens[at].text) if len(word) > 1):
        return run_start, run_end, ""
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
                cost += 4.0 * any(map(strange, after)) + (0.2 if sort == "name" else 0.0)
                if best is None or (cost, -len(window), found) < (best[0], -(best[2] - best[1]), best[3]):
                    best = (cost, start, end, found)
    if best is None:
        return run_start, run_end, ""
    return run_start + best[1], run_start + best[2], best[3]


def _strangeness(tokens: list[Token]) -> int:
    return sum(len(t.text) for t in tokens if strange(t))


def _bare_of(word: str, lexicon: Lexicon) -> str:
    """A written word without the particle at its end."""
    return next((word[:-n] for n in (3, 2, 1) if len(word) > n + 1 and word[-n:] in lexicon.particles), word)


def _candidates(window: str, start: int, lexicon: Lexicon) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for sort in ("name", "word") if len(window) > 2 else ("word",):
        found += [(sort, hit) for hit in fuzzy.near_hangul(window, lexicon.sized(sort, len(window)))]
    if start and len(window) < 4:
        found += [("ending", hit) for hit in fuzzy.near_hangul(window, lexicon.sized("ending", len(window)))]
    return found
