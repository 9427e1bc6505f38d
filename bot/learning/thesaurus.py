"""Words that readers use for one another: what an author writes once is asked for in all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.language.english import bases


class Thesaurus:
    """Groups of words of one language that may be swapped in a question without asking for another fact."""

    def __init__(self, groups: Iterable[str] = ()) -> None:
        """`groups`: lines of words, with commas between them."""
        self._groups: dict[str, list[tuple[str, ...]]] = {}
        for line in groups:
            words = tuple(word.strip() for word in line.split(",") if word.strip())
            for word in words:
                self._groups.setdefault(word, []).append(words)

    def mates(self, words: Iterable[str]) -> Iterator[str]:
        """Every word of the groups that hold one of these words (or the base of one), without the words themselves.

        >>> list(Thesaurus(["open, opening, inaugurate", "cost, price"]).mates(["opening", "year"]))
        ['open', 'inaugurate']
        """
        given = tuple(words)
        seen = set(given)
        for word in given:
            for group in self._of(word):
                for mate in group:
                    if mate not in seen:
                        seen.add(mate)
                        yield mate

    def _of(self, word: str) -> list[tuple[str, ...]]:
        found = self._groups.get(word.lower())
        if found is None and word.isascii() and word.isalpha():
            found = next((g for base in bases(word.lower())[1:] if (g := self._groups.get(base))), None)
        return found or []
