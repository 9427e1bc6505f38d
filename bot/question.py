"""A question as it was understood: what interpret hands to recall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.facts import When
from bot.language.senses import Sense, Sensed
from bot.turn import Lang

T = TypeVar("T")
THAT_DAY = "that_day"
"""Key of the time of a question that is a day beside that of the fact last told."""
PLACES = frozenset({"country", "city", "place"})
"""Sorts of nouns by which a place is asked for: "which city"."""
MEASURES = frozenset({"how_much", "how_many", "how_long"})
"""Question words for a figure, and the general parts that hold one."""
FULL = 1.0
"""What a word outside the clause that asks lends of its worth, where that clause does not stand by itself."""


@dataclass(frozen=True, slots=True)
class Item(Sensed):
    """One word of the question that has to be accounted for."""

    text: str
    senses: tuple[Sense, ...]
    role: str = ""
    """What it is to the verb: by, object, with, to, from, about, at, for, of, topic, except; "" where nothing says so."""
    at: int = 0
    """Index of its token."""
    titled: bool = False
    """A person spoken of by title alone ("the Acme CEO")."""
    pieces: tuple[Item, ...] = ()
    """For a phrase: its words one by one, which count where the phrase as such means nothing to a fact."""
    aside: bool = False
    """It stands in a clause of time behind what is asked: "what did Kim say when asked about it"."""
    lends: float | None = None
    """For a word in a clause that only leads up to the question: how much of its worth it lends; it is never missed."""
    narrowed: tuple[Sense, ...] = ()
    """What parts the word right before it names of which it is only the common noun: "rental price", "첫 재판 날짜"."""
    by_tag: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def is_subject_before(self, after: Item) -> bool:
        """Whether it has a Korean particle of its own that makes it the subject, right before another word: "가나가 전에"."""
        apart = after.at > self.at + 1 or bool(self.pieces and self.text == f"{self.pieces[0].text}이")
        return apart and self.role in ("by", "topic")


@dataclass(frozen=True, slots=True)
class Focus:
    """One thing that a question asks for."""

    word: str
    """The question word: who, where, when, what, which, why, how, how_long, how_much, how_many, clock."""
    role: str = ""
    """What the thing asked for is to the verb, as for `Item`."""
    nouns: tuple[Item, ...] = ()
    """The words that say what sort of thing it is ("which floor", "what was the purpose", "직함이 뭐야")."""
    at: int = -1
    """Index of the token that asks; -1 where no word does."""
    sides: tuple[str, ...] = ()
    """Ids of names within its phrase: "which SK executives" asks for those of SK."""
    units: frozenset[str] = frozenset()
    """The units that it is asked in: "how many months"."""
    count: int = 0
    """How many are asked for: "the two companies"; 0 where no number says so."""
    holder: tuple[str, ...] = ()
    """Ids of the person spoken of by title whose name is asked: "who is the Acme CEO", "가나 대표 이름"."""

    @property
    def is_for_name(self) -> bool:
        """Whether a noun says that a name is asked for: "what is the name", "성함이"."""
        return any("name" in n.ids("sort") for n in self.nouns)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was understood."""

    lang: Lang
    """The language of the reply."""
    asked_in: Lang
    """The language that it is put in: that of the reply, unless a chat holds to one."""
    items: tuple[Item, ...]
    """What carries meaning, in the order of the text."""
    foci: tuple[Focus, ...] = ()
    """What is asked for, in the order of the text; empty for yes/no and for a bare topic."""
    marks: frozenset[str] = frozenset()
    sorts: frozenset[str] = frozenset()
    anaphora: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    """Names that can be nothing else, as they stand."""
    excepted: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()
    """The words that nothing known accounts for, as they were typed."""
    unknown_at: tuple[int, ...] = ()
    """Index of the token of each."""
    alternatives: tuple[frozenset[int], ...] = ()
    """For either/or: the indexes of the tokens of each thing that is set against the others."""
    times: dict[str, When] = field(default_factory=dict)
    yesno: bool = False
    """It is put as a yes/no question."""
    summary: bool = False
    source: bool = False
    chat: str | None = None
    follow: bool = False
    """It opens as a continuation ("그럼", "what about")."""
    passive: bool = False
    text: str = ""
    """The question as it was read."""
    future: bool = False
    """It asks for what will be."""
    claimed: tuple[str, ...] = ()
    """Ids of the one of whom it is to be confirmed that it was they: "was it Kim who called", "말한 사람이 김이야"."""
    alone: bool = False
    """It asks whether those it names were the only ones: "was Kim alone?", "둘만 만났어?"."""
    doing: bool = False
    """It asks what somebody did, with no other verb."""
    asks: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The question words, without doubles."""
    filled: bool = field(init=False, repr=False, compare=False)
    """Whether a part was filled in from the last turn ("and Kim?" asks for what was asked before)."""
    tags: frozenset[str] = field(init=False, repr=False, compare=False)
    """The sorts of senses that any of its words has, by which most special readings are passed over at a look."""
    texts: frozenset[str] = field(init=False, repr=False, compare=False)
    """Its words as they were read, to the same end."""
    looked_up: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was told of its words once, for all records that it is held against."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "asks", tuple(dict.fromkeys(f.word for f in self.foci)))
        texts = frozenset([i.text for i in self.items])
        object.__setattr__(self, "texts", texts)
        object.__setattr__(self, "tags", frozenset().union(*[i.by_tag for i in self.items]))
        object.__setattr__(self, "filled", "" in texts and any(not i.text and i.has("part") for i in self.items))

    def once(self, tell: Callable[[Question], T]) -> T:
        """What a function tells of the question alone: asked once for all records that it is held against."""
        if tell not in self.looked_up:
            self.looked_up[tell] = tell(self)
        return self.looked_up[tell]  # type: ignore[no-any-return]

    def behind(self, item: Item) -> Item | None:
        """The next word behind one that says anything; None where none does."""
        return next((i for i in self.items if i.at > item.at and not i.has("light")), None)

    @property
    def opener(self) -> str:
        """The first word as it was typed, courtesy and words that only join passed over; "" where there is none."""
        return next(
            (i.text for i in self.items if i.text and (i.has("auxiliaries") or not i.has("follow", "light", "chat"))),
            "",
        )

    @property
    def asked_role(self) -> str:
        """What the one asked for first is to the verb."""
        return self.foci[0].role if self.foci else ""
