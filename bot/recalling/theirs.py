"""Whether a thing is somebody's: "사진 두 장 다 가나뉴스 거야?", "사진은 가나뉴스야?"."""

from __future__ import annotations

from bot.finding import Answer, Finding, Settled
from bot.learning.known import Known
from bot.question import Question

_WHOSE = "누구 거"
"""By what an author lets it be asked whose something is."""
_THEIRS = ("거", "꺼")
_LEAST = 2


def theirs(question: Question, known: Known) -> Finding | None:
    """Yes or no by the parts that tell whose the things of a kind are; None for any other question."""
    if not question.yesno or question.alternatives or question.asked_in != "ko":
        return None
    said = [i for i in question.items if i.lends is None]
    if said and said[-1].has("light") and said[-1].text.startswith(_THEIRS):
        said.pop()
    if len(said) < _LEAST:
        return None
    *things, owner = said
    house = set(known.of_type(owner.ids("name"), "organisation")) if owner.role in ("", "of") else set()
    nouns = [i for i in things if i.has("kind") and not i.has("name", "verb")]
    idle = all(i in nouns or "all" in i.ids("mark") or i.has("light", "anaphor", "nth") for i in things)
    if not house or not nouns or not idle or len(question.names) != 1:
        return None
    own = {(s.fact.removeprefix("kind:"), s.id) for s in known.lexicon.senses(_WHOSE) if s.tag == "part" and s.fact}
    own = {(kind, part) for kind, part in own if kind in nouns[-1].ids("kind")}
    held = [(r, p) for r in known.records.values() for p in r.fact.parts if (r.kind, p) in own]
    told = {r.fact.parts[p].names for r, p in held}
    if not held or (len(told) > 1 and any(i.has("nth") for i in things)):
        return None
    holds = all(house & set(names) for names in told)
    kept = held[:1] if len(told) == 1 else held
    return Settled(tuple(Answer(r, (p,), r.fact.parts[p].names) for r, p in kept), "value", holds=holds)
