"""What one word of a question is worth for one record; None where the record does not account for it.

A word is accounted for by a name in the fact (in the right role), a name those belong to, the kind of fact, one of its
parts, a word of the fact itself, its time, its figures, or by being a word of courtesy. Nothing else counts, however
alike it looks.
"""

from __future__ import annotations

from bot.learning.known import NAME_KIND, Known, Record
from bot.question import Item, Question
from bot.recalling.barred import unanswerable
from bot.recalling.cover_names import misplaced
from bot.recalling.cover_senses import GATHERED, LIKE_WORD, STORY
from bot.recalling.cover_times import of_another_span
from bot.recalling.readied import readied
from bot.recalling.spoken import own_word

_OWN_WORD = 0.5
"""More for a word of the kind that the author wrote down for this fact as well."""
_OTHER_KIND = 0.5
"""A word that names another kind of fact counts for little, even where the fact's own text has it."""


def cover(item: Item, question: Question, record: Record, known: Known) -> float | None:
    """What a word is worth for a record; None where the record does not account for it."""
    ready = readied(item, question)
    if ready.courtesy:
        return 0.0
    if ready.barring and unanswerable(item, question, record, known):
        return None
    if "number" in item.by_tag and of_another_span(item, question, record):
        return None
    worths = [0.0] * (ready.idle_of_deed if record.kind == NAME_KIND else ready.idle)
    worths += ready.here.get(record.fact.id, ())
    worded = ready.worded.get(record.fact.id, ())
    stories = ready.stories.count(record.fact.story)
    if (worded or stories) and not (ready.placed and misplaced(item, question, record, known)):
        worths += worded  # who is in it in another role is no word of it
        if stories and not _elsewhere(item, record, known):
            worths += [STORY] * stories
    for worth_of, sense in ready.senses:
        worth = worth_of(sense, item, question, record, known)
        if worth is not None:
            worths.append(LIKE_WORD * worth if sense.like else worth)
    if worths and ready.capped and not _of_kind(item, record, known):
        worths = [min(w, _OTHER_KIND) for w in worths]
    if worths and ready.pieced:
        whole = _by_pieces(item, question, record, known)
        worths.append(min(whole, GATHERED) if ready.gathered else whole)
    if len(worths) > 1 and ready.of_kind and _of_kind(item, record, known):
        return max(worths) + (_OWN_WORD if own_word(item, record) else 0.0)
    return max(worths) if worths else None


def _elsewhere(item: Item, record: Record, known: Known) -> bool:
    """Whether a place where it is said to be is none of those that a record tells or is known not to tell: such a name is no mere colour."""
    fact = record.fact
    if item.role not in ("at", "from") or "where" not in (*fact.parts, *fact.not_told):  # 에, 에서
        return False
    asked = known.of_type(item.ids("name"), "place")
    moves = known.part(record, "where").role == "to"  # one may go there from here
    return bool(asked) and not moves and not {*record.names, *record.near}.intersection(asked)


def _by_pieces(item: Item, question: Question, record: Record, known: Known) -> float:
    """What a phrase is worth by its words; nothing where one of them is not accounted for."""
    total, names = 0.0, []
    for piece in item.pieces:
        worth = cover(piece, question, record, known)
        if worth is None:
            return 0.0
        total += worth
        if worth and piece.has("name"):
            names.append(worth)
    once = sum(names) - max(names) if names and item.has("name") else 0.0  # "Nabi 5 Mini" beside "Nabi 5" is one name
    return total - once


def _of_kind(item: Item, record: Record, known: Known) -> bool:
    kinds = item.ids("kind")
    if record.kind in kinds or item.has("of_fact", "name"):
        return True
    kind = known.facts.kinds.get(record.kind)
    return kind is not None and any(k in kind.like for k in kinds)
