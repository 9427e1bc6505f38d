"""A question to its finding: the facts that settle it, or the named reason why there are none.

The order of precedence: unreadable, chat, unknown name or word, contradiction, not related, not told, unclear, answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from bot import bounds, choose, confirm, match, order
from bot.affirm import times_another
from bot.amiss import amiss
from bot.askable import (
    ABOUT,
    asks_meaning,
    bare_verb,
    figures_only,
    is_anchored,
    is_free,
    is_meaningful,
    is_negated,
    part_of_kind,
    unknown_reason,
)
from bot.choose_names import CLOSE
from bot.choose_whole import of_mentioned
from bot.clauses import FULL
from bot.compare import COMPARING, asks_dearest, is_of
from bot.contradict import other_holder, other_value, uncovered
from bot.denied import flag_denied, kind_denied, undone
from bot.doers import done_by_no_doer
from bot.echo import beside, echoed, house_there, listed_beside, others_there, part_of_it, there_as_well
from bot.either import either
from bot.entitled import Spoken
from bot.facts import AGENTS, Amount
from bot.finding import Answer, Chatter, Finding, Settled, Unclear, Untold, answers_of
from bot.happenings import happenings, in_short, of_figure, story_told, whereabouts
from bot.known import NAME_KIND, Known, Record
from bot.lean import behind, leaning_bonus, of_own_kind, of_topic_alone, own_kinds, pointed, strayed
from bot.match import Fit, fit, whole_fit
from bot.misfits import without_misfits
from bot.narrow import is_of_deed_done, narrowed
from bot.pick import of_foreigners
from bot.question import MEASURES, PLACES, Focus, Item, Question
from bot.rows import in_row
from bot.spoken import own_word
from bot.stale import to_come
from bot.tallied import tallied
from bot.text import words_in
from bot.turn import Memory, Reason
from bot.verdicts import how_it_went, is_over, met_about, spoken_of


def recall(question: Question, known: Known, memory: Memory) -> Finding:
    """Find what the facts have to say to a question; nothing where that answers another one."""
    finding = _recalled(question, known, memory)
    return Untold(Reason.NOT_STATED) if amiss(question, finding, known) else finding


def _recalled(question: Question, known: Known, memory: Memory) -> Finding:
    """What the facts have to say to a question, by whichever way of reading it leads there first."""
    if question.chat:
        return Chatter(question.chat)
    whole = None if question.unknown else in_row(question, known) or confirm.of_sorts(question, known)
    if whole is not None:
        return whole
    if question.alternatives and not question.marks & COMPARING and len(question.foci) < 2:
        chosen = either(question, lambda one: _fits(one, known, memory), known, memory.facts[:1])
        if chosen is not None:
            return chosen
    if question.unknown:
        return Untold(unknown_reason(question), question.unknown)
    figure = of_figure(question, known)
    if figure is not None:
        return figure
    if not is_meaningful(question) or (not memory.facts and figures_only(question)):
        return Untold(Reason.UNREADABLE)
    if not memory.facts and not any(i.has(*ABOUT) for i in question.items):
        return Untold(Reason.NOT_STATED)  # nothing says what it is about
    bare = bare_verb(question)
    if bare is not None:
        return Untold(Reason.UNKNOWN_WORD, (bare.text,))
    if asks_meaning(question):
        return Untold(Reason.NOT_STATED)
    of_house = house_there(question, known, memory)
    if of_house is not None:
        return of_house
    denied = undone(question, lambda one: _fits(one, known, memory), known)
    if denied is not None:
        return denied
    if is_negated(question):
        return Untold(
            Reason.UNKNOWN_WORD,
            tuple(i.text for i in question.items if "not" in i.ids("mark") or "without" in i.ids("mark")),
        )
    speaker = _who_said_it(question, known, memory)
    if speaker is not None:
        return speaker
    if question.source and not is_anchored(question) and not part_of_kind(question):
        return story_told(known, memory.facts, "source")
    asks = {f.word for f in question.foci if not _is_day(f)}
    summed = question.summary and asks <= {"what", "which", "how"}  # not "when did it wrap up"
    summed = summed and not (question.names and not _called_by_title(question, known))
    if summed and all(is_free(i) or _leads_up(i) or i.has("name") for i in question.items):
        return story_told(known, memory.facts, "summary")
    confirmed = (
        echoed(question, known, memory)
        or there_as_well(question, known, memory)
        or others_there(question, known, memory)
        or beside(question, known, memory)
        or listed_beside(question, known)
        or part_of_it(question, known, memory)
        or confirm.confirmed(question, known)
        or confirm.sure_of_told(question, known, memory)
        or confirm.name_of_last(question, known, memory)
        or confirm.holding(question, known, memory)
        or how_it_went(question, known, memory)
    )
    if confirmed is not None:
        return confirmed
    ordered = (
        bounds.bounded(question, known, memory) or order.ordered(question, known, memory) or tallied(question, known)
    )
    if ordered is None and "either_way" in question.marks:
        return Untold(Reason.NOT_STATED)  # no order is told, and yes or no would not be an answer
    if ordered is None and "who" in question.asks and question.marks & {"most", "least", "old", "new"}:
        return Untold(Reason.NOT_STATED)  # nobody is told to be the most of anything because he was there
    if ordered is None and asks_dearest(question) and "what" in question.asks and not question.names:
        return Untold(Reason.NOT_STATED)
    finding = ordered or _matched(question, known, memory)
    if question.alternatives and isinstance(finding, Settled) and finding.manner == "yes":
        finding = replace(finding, manner="tell")  # yes is no answer to "or"
    finding = is_over(question, finding) or met_about(question, finding, known) or finding
    if isinstance(finding, Settled) and finding.manner == "yes":
        told = finding.answers[0].record
        denied_flag = flag_denied(question, told, known) or kind_denied(question, told, known)
        if denied_flag:
            finding = Settled((Answer(told, (denied_flag,)),), "value", holds=False)
    if _of_others(question, finding, known):
        return _theirs_there(question, known, memory) or Untold(Reason.NOT_STATED)
    if _named_later(question, finding) or _came_to_thing(question, finding, known):
        return Untold(Reason.NOT_STATED)
    if _of_becoming(question) and any(a.record.kind != NAME_KIND for a in answers_of(finding)):
        return Untold(Reason.NOT_STATED)  # when he became that is not told by when he did anything else
    if ordered is None and question.yesno and _set_against(question) and _decides(finding):
        return Untold(Reason.NOT_STATED)  # no two figures say which is more, and one of them proves nothing
    if of_foreigners(question) and not (isinstance(finding, Settled) and finding.manner in ("names", "count")):
        return Untold(Reason.NOT_STATED)
    if _is_of_now(finding) and _of_another_time(question):
        return Untold(Reason.NOT_STATED)  # that they met says nothing of whether they had met before
    if _is_to_come(finding) and is_of_deed_done(question):
        return replace(finding, answers=(replace(finding.answers[0], parts=()),), manner="not_yet", holds=None)
    return finding


def _of_another_time(question: Question) -> bool:
    """Whether it is to be confirmed that something had been so before: "has Kim met Park before?", "예전에 만난 적 있어"."""
    said = [i for i in question.items if i.lends is None]
    last = said[-1] if said else None
    ends = last is not None and last.text == "before"
    return question.yesno and (ends or any("earlier" in i.ids("mark") and i.text not in _AT_ANY_TIME for i in said))


_AT_ANY_TIME = frozenset(
    {"ever", "already", "at any time", "once", "so far", "until now", "up to now", "till now", "earlier", "earlier on",
     "한번이라도", "이미", "그동안"}
)  # fmt: skip
"""Words for an earlier time that holds the present too."""


def _is_of_now(finding: Finding) -> bool:
    """Whether it says yes by a fact with a time, none of which was before that of its story."""
    told = [a.record for a in answers_of(finding)] if isinstance(finding, Settled) and finding.manner == "yes" else []
    return bool(told) and all(r.rank and r.current for r in told)


def _is_to_come(finding: Finding) -> TypeGuard[Settled]:
    """Whether it says yes to what its source only tells as a plan."""
    if not isinstance(finding, Settled) or not finding.answers or finding.answers[0].record.fact.sure != "planned":
        return False
    return finding.manner == "yes" or bool(finding.manner == "value" and finding.holds)


def _is_day(focus: Focus) -> bool:
    """Whether nothing but the noun "day" itself asks: "sum up the day"."""
    return any(n.at == focus.at and "day" in n.ids("unit") for n in focus.nouns)


def _called_by_title(question: Question, known: Known) -> bool:
    """Whether the names of a question are those by which a title calls a story, with a noun of it: "Kim's day in Rome"."""
    named = [i for i in question.items if i.has("name")]
    nouns = [i.text for i in question.items if i.has("unit") and not i.has("name", "number")]
    titles = [set(words_in(s.title[question.asked_in])) for s in known.facts.stories.values()]
    return bool(nouns) and any(words.issuperset([*nouns, *(i.text for i in named)]) for words in titles)


def _leads_up(item: Item) -> bool:
    """Whether a word stands in a clause that only leads up to the request: "글이 길어서 그런데 요약해 주세요"."""
    return item.lends is not None and not item.has("name", "noun", "number", "when")


def _of_events(question: Question) -> bool:
    """Whether the noun that key words ask for names events ("4일 동선 정리"), and no question word stands beside it."""
    nouns = [n for f in question.foci for n in f.nouns]
    asks = any(i.has("question", "ask") for i in question.items)
    return bool(nouns) and not asks and all(n.has("kind") and not n.has("sort", "noun") for n in nouns)


def _who_said_it(question: Question, known: Known, memory: Memory) -> Finding | None:
    """ "Who said that?", behind the words of somebody: who spoke them, and not where the story is from; None for any other."""
    topic = known.event(memory.topic)
    record = spoken_of(topic, memory.parts, known) if topic is not None else None
    asks = {q for i in question.items for w in (i, *i.pieces) for q in w.ids("question")}
    if record is None or not question.source or asks != {"who"} or is_anchored(question):
        return None
    by = next((p for p, t in record.fact.parts.items() if known.part(record, p).role == "by" and t.names), None)
    if by is None or "said" not in record.fact.parts:
        return None
    return Settled((Answer(record, (by,), record.fact.parts[by].names),), "names")


def _done_then(question: Question) -> bool:
    """Whether it is asked what was done at a time, and nothing else: "what did he do in the morning?", "4시에 뭐 했어?"."""
    times = [i for i in question.items if i.has("when", "relative", "today", "daypart")]
    rest = [i for i in question.items if i not in times and not i.has("name")]
    return question.doing and question.asks == ("what",) and bool(times) and all(is_free(i) for i in rest)


def _acts(record: Record, names: Sequence[str], known: Known) -> bool:
    """Whether a fact is an event in which one of these takes part."""
    parts = [p for n in names for p in known.parts_of(n, record)]
    return record.kind != NAME_KIND and any(p.mutual or p.extra or p.role in ("by", "with") for p in parts)


def _decides(finding: Finding) -> bool:
    """Whether it says yes or no."""
    return isinstance(finding, Settled) and (finding.manner in ("yes", "no") or finding.holds is not None)


def _named_later(question: Question, finding: Finding) -> bool:
    """Whether it is asked what something will be called, and what is so called now is found."""
    naming = question.future and "name" in question.sorts and set(question.asks) <= {"what", "which"}
    return naming and any(not to_come(a.record) for a in answers_of(finding))


def _of_others(question: Question, finding: Finding, known: Known) -> bool:
    """Whether somebody of a house is asked for ("who is Acme's spokesman"), and another than one of theirs is found."""
    people = [n for f in question.foci for n in f.nouns[-1:] if "person" in n.ids("sort") and not n.titled]
    if not people:
        return False
    owners = [i for i in question.items if any(_owns(i, n) for n in people)]
    houses = set(known.of_type((n for i in owners for n in i.ids("name")), "organisation"))
    if not houses or question.yesno or "how_many" in question.asks:
        return False
    named = [
        n for a in answers_of(finding) for n in a.names or (a.record.fact.names if a.record.kind == NAME_KIND else ())
    ]
    sorts = {s for n in people for w in (n, *n.pieces) for s in w.ids("sort")}
    asked = set(named if "organisation" in sorts else known.of_type(named, "person"))  # "which firms' heads"
    return not all(n in asked and n not in houses and houses & known.members[n] for n in named)


def _theirs_there(question: Question, known: Known, memory: Memory) -> Finding | None:
    """Those of a house who were in an event, where a word for them there asks who of that house it is: "가나 임원 누구야"."""
    nouns = [i for i in question.items if i.has("of_fact") and "person" in i.ids("sort")]
    fits = [f for f in _fits(question, known, memory) if not f.uncovered and f.record.kind != NAME_KIND and f.parts]
    own = {(s.id, s.fact) for n in nouns for s in n.senses if s.tag == "of_fact"}
    there = [f for f in fits if (f.parts[0], f.record.fact.id) in own]
    finding = choose.settle(question, there, known, memory) if there and question.asks == ("who",) else None
    return finding if isinstance(finding, Settled) and not _of_others(question, finding, known) else None


def _came_to_thing(question: Question, finding: Finding, known: Known) -> bool:
    """Whether houses are asked for that did something at a thing, and what that thing is would be told: "어떤 회사가 왔어"."""
    asked = any(i.role == "by" and "organisation" in i.ids("sort") and i.lends is None for i in question.items)
    deed = any(i.has("kind") and i.has("verb") for i in question.items)
    entry = isinstance(finding, Settled) and all(
        a.record.kind == NAME_KIND and known.of_type(a.record.fact.names, "thing") and not a.names
        for a in finding.answers
    )
    return question.asked_in == "ko" and bool(question.foci) and asked and deed and entry


def _owns(item: Item, noun: Item) -> bool:
    """Whether a name stands right before a noun as the one whose it is: "Acme's new spokesman", "Acme spokesman"."""
    return noun.at == item.at + 1 or (item.role == "of" and item.at < noun.at <= item.at + 2)


def _of_becoming(question: Question) -> bool:
    """Whether it is asked when or how somebody came to what he is: "김하나는 언제 가나 대표가 됐어"."""
    if not set(question.asks) & {"when", "why", "how", "how_long"}:
        return False
    titled = [i for i in question.items if i.titled and i.lends is None and i.role == "by"]
    return any(
        i.at < t.at and i.role == "topic" and i.ids("name") == t.ids("name") for t in titled for i in question.items
    )


def _set_against(question: Question) -> bool:
    """Whether a standard is named that something is held against: "than", "보다"."""
    return any(i.role == "than" or i.text.endswith("than") for i in question.items if "except" not in i.ids("mark"))


def _matched(question: Question, known: Known, memory: Memory) -> Finding:
    fitting = whole = _fits(question, known, memory)
    if (
        question.yesno and question.names and not question.summary
    ):  # a text that only has all the words confirms nothing
        agents = known.of_type(question.names, *AGENTS)
        near = {f.record.fact.id for f in whole if len(agents) < 2 or f.record.near.intersection(agents)}
        whole = [f for f in whole if f.names_hit or f.kind_named or (f.parts and f.record.fact.id in near)]
    if question.yesno and question.opener == "did":  # what somebody is, is nothing that they did
        whole = [f for f in whole if f.record.kind != NAME_KIND or not known.of_type(f.record.fact.names, "person")]
        whole = [f for f in whole if not done_by_no_doer(question, f.record)]
    if question.yesno:
        whole = _spoken_by_subject(question, [f for f in whole if not times_another(question, f.record)], known)
    each = None if any(f.names_hit >= len(question.names) for f in whole) else _apart(question, known, memory)
    if each is not None:
        return each
    if not whole:
        fits = _all_fits(question, known, memory, settled=bool(fitting))
        joined = _joined(question, fits, known, memory)
        other = other_value(question, fits, known) or other_holder(question, fits, known)
        return joined or other or uncovered(question, fits, known)
    if _of_seat(question, known):
        meant = set(question.names or memory.names)
        whole = [f for f in whole if f.parts and _tells_of(f.record, meant, known)]
        if not whole:
            return Untold(Reason.NOT_STATED)
    whole = without_misfits(question, whole, known)
    if not whole:
        return Untold(Reason.NOT_STATED)
    away = strayed(question, whole, known, memory)
    if away is not None:
        return away
    whole = of_own_kind(
        question, of_topic_alone(question, behind(question, narrowed(question, whole, known)), known, memory)
    )
    untold = pointed(question, whole, memory)
    if untold is not None:
        return untold
    if question.filled:  # what was told is told again if it can be
        whole = [f for f in whole if f.parts and f.names_hit] or whole
    said_of = choose.tells_who_it_is_said_of(question, whole, known)
    tells_it = said_of or any(f.parts or f.missing for f in whole)
    if question.foci and (not tells_it or _describes_place(question)):
        entry = _joined(question, _all_fits(question, known, memory, settled=True), known, memory)
        if entry is not None:
            return entry
    if _done_then(question):
        acted = [f for f in whole if not question.names or _acts(f.record, question.names, known)]
        return happenings(question, acted, known) or Untold(Reason.NOT_STATED)
    if question.summary and (not question.foci or _of_events(question)) and not choose.sums_a_part(question, whole):
        happened = happenings(question, whole, known) or in_short(question, whole, known)
        if happened is not None:
            return happened
    if question.asks == ("what",) and of_mentioned(question) and not question.foci[0].nouns:
        return Untold(Reason.NOT_STATED, (), max(whole, key=lambda f: f.weight).record)
    placed = whereabouts(question, whole, known)
    if placed is not None:
        return placed
    left = _unclear(question, _plainest(question, _alike(question, whole, known, memory), known), memory)
    if isinstance(left, Unclear):
        return left
    finding = choose.settle(question, _alike(question, left, known, memory), known, memory)
    return _of_bare_name(question, finding, known, memory) or _said_again(question, finding) or finding


def _spoken_by_subject(question: Question, whole: list[Fit], known: Known) -> list[Fit]:
    """Where somebody is known to have done what is asked, without what only others left undone: "did Kim comment?"."""
    subjects = {n for i in question.items if i.role in ("by", "topic", "of") for n in i.ids("name")}
    for verb in (i for i in question.items if i.has("kind") and i.has("part") and not i.has("name", "light")):
        acts = [f for f in whole if f.record.kind in verb.ids("kind") and _did_it(f.record, subjects, known)]
        undone = set(verb.ids("part"))
        whole = [f for f in whole if f in acts or not undone & set(f.parts[:1])] if acts else whole
    return whole


def _did_it(record: Record, subjects: set[str], known: Known) -> bool:
    """Whether a fact is one that somebody of these did."""
    return any(p.role == "by" for n in subjects for p in known.parts_of(n, record))


def _tells_of(record: Record, meant: set[str], known: Known) -> bool:
    """Whether a record tells of one of these names alone: its own entry, or what lasts or was done by nobody else, and not at home."""
    if record.kind == NAME_KIND:
        return bool(meant & {*record.names, *record.near})
    agents = set(known.of_type(record.names, *AGENTS))
    lasts = not record.times
    return bool(agents) and agents <= meant and (lasts or not record.countries.intersection(record.names))


def _of_seat(question: Question, known: Known) -> bool:
    """Whether it is asked where a house itself is ("which city is Acme based in"): no event it took part in tells that."""
    placed = "where" in question.asks or (question.sorts & PLACES and not question.yesno)
    if not placed or len(question.names) > 1:
        return False
    bare = all(i.has("name", "question", "sort", "prep") or i.has("auxiliaries", "anaphor") for i in question.items)
    bare = bare and "organisation" not in question.sorts  # "가나는 어느 도시 회사야"
    return "seat" in question.marks or (bare and bool(known.of_type(question.names, "organisation")))


def _said_again(question: Question, finding: Finding) -> Finding | None:
    """The whole fact, where "what" would be told with no more than the question says: "what did the change to the law allow?"."""
    if not isinstance(finding, Settled) or question.yesno or len(finding.answers) != 1 or question.alternatives:
        return None
    answer = finding.answers[0]
    told = [answer.record.fact.parts[p] for p in answer.parts if p in answer.record.fact.parts]
    named = bool(told) and not any(t.names for t in told)  # "what is the Red Room" names a room itself
    bare = all(t.says is None for t in told) and (
        named or all(not f.nouns or _names_others(f, question) for f in question.foci)
    )
    if set(question.asks) != {"what"} or answer.record.kind == NAME_KIND or len(told) != 1 or not bare:
        return None
    names = set(answer.names or told[0].names)
    texts = [t[question.lang] for t in told[0].texts]
    said = [i for i in question.items if i.lends is None and answer.parts[0] not in i.ids("part")]  # "무슨 칩"
    spoken = {n for i in said for n in (*i.ids("name"), *i.ids("noun"))}
    words = {w for i in question.items for w in _words(i.text)}
    again = bool(names or texts) and names <= spoken and all(_words(t) <= words for t in texts)
    return Settled((Answer(answer.record),), "tell") if again else None


def _names_others(focus: Focus, question: Question) -> bool:
    """Whether the names of those are asked for of whom no word is one of what would be told: "names of those who won the cup"."""
    last = focus.nouns[-1]
    behind = next((i for i in question.items if i.at > last.at and not i.has("light", "prep")), None)
    whose = behind is not None and behind.has("word") and not behind.has("name", "noun", "kind", "part")
    return whose and last.text == "names"


def _words(text: str) -> set[str]:
    """The words of a text that say something, without the endings of a plural and a possessive."""
    return {w.removesuffix("s") for w in words_in(text)} - {"", "the", "a", "an", "of"}


def _of_bare_name(question: Question, finding: Finding, known: Known, memory: Memory) -> Finding | None:
    """Who or what it is that a question only names, where no one fact that speaks of it is told for it."""
    said = [
        i for i in question.items if not i.has("tell") and (i.has("name", "kind", "noun", "sort") or not is_free(i))
    ]
    names = said[0].ids("name") if len(said) == 1 else ()
    asks = question.foci or question.yesno or question.summary or question.marks
    if asks or memory.facts or len(names) != 1 or not isinstance(finding, Settled):
        return None
    told = finding.answers[0].record.fact.told
    name = known.facts.names[names[0]]
    spelt = [t[question.lang].casefold() for t in (name.name, name.short) if t is not None]
    whole = len(finding.answers) == 1 and not finding.answers[0].parts
    if whole and told is not None and any(s in told[question.lang].casefold() for s in spelt):
        return None
    return Settled((Answer(known.entry(name.id)),), "tell")


def _joined(question: Question, fits: list[Fit], known: Known, memory: Memory) -> Finding | None:
    """What a name's own entry tells, where another fact accounts for how the question describes that name.

    "What is the title of Kim, who opened the library?": the entry of Kim has the title, the opening all the rest.
    """
    if question.yesno or not question.foci or (question.asked_role == "from" and "where" in question.asks):
        return None  # from where somebody set out is not where he is from
    places = known.of_type(question.names, "place") if "where" in question.asks else []
    described = [fit(question, known.entry(n), known) for n in places]  # "where is the villa where Kim met Park"
    entries = [f for f in described or fits if f.record.kind == NAME_KIND and f.sureness >= _SURE and f.parts]
    entries = [f for f in entries if set(f.record.fact.names) & set(question.names)]
    if any("person" in i.ids("unit") and i.has("part") for i in question.items):  # "the names of the 4 who died"
        entries = [f for f in entries if known.of_type(f.record.fact.names, "person")]
    owners = {n for i in question.items if i.role == "of" for n in i.ids("name")}
    entries = [f for f in entries if f.record.fact.names[0] in owners] or entries
    for found in entries if len(entries) == 1 else ():  # of two, nothing says whose it is
        name = found.record.fact.names[0]
        if found.parts[0] == "country" and _of_where_done(question):
            continue
        lost = {i.at for i in found.uncovered}
        if any(name in f.record.names and not lost & {i.at for i in f.uncovered} for f in fits if f is not found):
            rest = replace(question, items=tuple(i for i in question.items if i.at not in lost))
            return choose.settle(rest, [fit(rest, found.record, known)], known, memory)
    return None


def _of_where_done(question: Question) -> bool:
    """Whether a Korean verb right before the noun says what was done there: "간 나라" is not where somebody is from."""
    nouns = [n.at for f in question.foci for n in f.nouns[-1:] if not n.text.isascii()]
    return any(i.at + 1 in nouns and "n" in i.ids("verb") and i.has("kind") for i in question.items)


def _describes_place(question: Question) -> bool:
    """Whether a second "where" only says which place is asked about: "where is the villa where Kim met Park"."""
    return question.asked_in == "en" and sum("where" in i.ids("question") for i in question.items) > 1


def _apart(question: Question, known: Known, memory: Memory) -> Finding | None:
    """What facts of one kind tell of each of several names that stand joined: "how many branches do Acme and Bolt have"."""
    row = _joined_names(question, known)
    items = [i for i in question.items if i.text not in confirm.EACH]
    foci = tuple(f for f in question.foci if not any(n.text in confirm.EACH for n in f.nouns))
    if not row or question.yesno or len(foci) != 1:
        return None
    each = _each_alone(question, row, items, foci)
    people = _of_each_house(question, each, known, memory)
    if people is not None:
        return people
    answers = []
    for item, one in each:
        told = [f for f in _whole(one, known, memory) if f.names_hit]
        fits = [f for f in _leaning(told, one, known, memory) if f.parts and f.sureness >= _SURE]
        fits.sort(key=lambda f: (f.weight, is_of(f.record, set(item.ids("name")))), reverse=True)
        answers += [Answer(f.record, f.parts[:1]) for f in fits[:1] if _is_of_one(f, item, known)]
    alike = {(a.record.kind, a.parts) for a in answers}
    apart = len({a.record.fact.id for a in answers}) == len(row)
    one_sort = len(alike) == 1 or {a.parts[0] for a in answers} in ({m} for m in MEASURES)
    return Settled(tuple(answers), "value", label=True) if apart and one_sort else None


def _each_alone(
    question: Question, row: list[Item], items: list[Item], foci: tuple[Focus, ...]
) -> list[tuple[Item, Question]]:
    """Each name of a row, with the question put of that one alone."""
    others = tuple(n for n in question.names if not any(n in i.ids("name") for i in row))
    found = []
    for item in row:
        kept = (replace(i, role=row[-1].role) if i is item else i for i in items if i is item or i not in row)
        found.append((item, replace(question, items=tuple(kept), foci=foci, names=(*others, *item.ids("name")))))
    return found


def _of_each_house(
    question: Question, each: list[tuple[Item, Question]], known: Known, memory: Memory
) -> Finding | None:
    """Who of each of several houses did it: "which Acme and Bolt people did Kim meet"; None where one sent nobody."""
    houses = all(known.of_type(item.ids("name"), "organisation") for item, _ in each)
    word = each[0][1].foci[0].word
    if not houses or word not in ("who", "which") or (word == "which" and "person" not in question.sorts):
        return None
    answers: list[Answer] = []
    for item, one in each:
        house = item.ids("name")[0]
        asked = tuple(replace(f, word="who", sides=(house,) if f.sides else ()) for f in one.foci)
        one = replace(one, foci=asked)
        fits = sorted(_fits(one, known, memory), key=lambda f: -f.weight)
        found = choose.settle(one, fits, known, memory) if fits else None
        if not isinstance(found, Settled) or found.manner != "names":
            return None
        theirs = [a for a in found.answers if all(house in known.members[n] for n in a.names)]
        if not theirs:
            return None
        answers += theirs
    return Settled(tuple(answers), "names") if len({a.record.kind for a in answers}) == 1 else None


def _joined_names(question: Question, known: Known) -> list[Item]:
    """The names of one sort that stand joined in the longest row: "Acme, Bolt and Cord", "가나랑 다라"; none where no two do."""
    rows: list[list[Item]] = []
    for item in (i for i in question.items if i.has("name") and i.lends is None):
        if rows and _is_joined(rows[-1][-1], item, question, known):
            rows[-1].append(item)
        else:
            rows.append([item])
    row = max(rows, key=len, default=[])
    return row if len(row) > 1 and "alone" not in question.marks else []


def _is_joined(before: Item, item: Item, question: Question, known: Known) -> bool:
    """Whether two names of one sort stand beside one another, with no more than "and" between them."""
    between = [i for i in question.items if before.at < i.at < item.at]
    near = item.at - before.at < _NEAR and all(i.has("follow", "light") for i in between)
    one, other = ({known.facts.names[n].type for n in i.ids("name")} for i in (before, item))
    return near and one == other and before.role in ("with", item.role)


_NEAR = 4
"""Names that stand joined are fewer tokens apart, with their particles and "and" between them."""


def _is_of_one(found: Fit, item: Item, known: Known) -> bool:
    """Whether a fact measures or dates what has this name, and is nothing that it had with others."""
    mutual = any(p.mutual for n in item.ids("name") for p in known.parts_of(n, found.record))
    return not mutual and known.part(found.record, found.parts[0]).type in ("amount", "when")


_ENTITLED = 2.5
"""More for the fact whose title is all that the question says of any."""
_SURE = 1.5
"""A part of a name's entry must be asked for at least so surely, by a word of its own."""


def _unclear(question: Question, fits: list[Fit], memory: Memory) -> Unclear | list[Fit]:
    """The choice between two people of one name, where nothing said so far decides it; else the fits that are left."""
    for item in question.items:
        ids = item.ids("name")
        if len(ids) < 2:
            continue
        top = [f for f in fits if f.weight >= fits[0].weight - CLOSE]
        held = [{n for n in ids if n in f.record.names} for f in top]
        meant = set().union(*held)
        spoken = [n for n in memory.names if n in meant]
        if spoken:
            fits = [f for f in fits if spoken[0] in f.record.names]
        elif len(meant) > 1 and not any(len(h) > 1 for h in held):
            return Unclear(tuple(n for n in ids if n in meant), "name", item.text)
    return fits


def _fits(question: Question, known: Known, memory: Memory) -> list[Fit]:
    """The records that account for every word of a question."""
    return _leaning(_whole(question, known, memory), question, known, memory)


def _whole(question: Question, known: Known, memory: Memory) -> list[Fit]:
    """The same, as if nothing had been said before."""
    found = (whole_fit(question, r, known) for r in _pool(question, known, memory))
    return [f for f in found if f is not None]


def _all_fits(question: Question, known: Known, memory: Memory, *, settled: bool) -> list[Fit]:
    """All that may speak of it; where some account for all of it, nothing is asked of the others but of names' own entries."""
    found = [fit(question, r, known) for r in _pool(question, known, memory)]
    if settled:
        found = [f.unasked() if f.uncovered and f.record.kind != NAME_KIND else f for f in found]
    return _leaning(found, question, known, memory)


def _pool(question: Question, known: Known, memory: Memory) -> list[Record]:
    pool = match.likely(question, known)
    if not pool:  # no word speaks of any: of names only those that were spoken of can be meant
        subjects = {s.subject for s in known.facts.stories.values()}
        meant = {f"{NAME_KIND}:{n}" for n in (*memory.names, *subjects)}
        pool = [id_ for id_, r in known.records.items() if r.kind != NAME_KIND or id_ in meant]
    return [known.records[id_] for id_ in pool if _possible(question, id_, known)]


def _leaning(fits: list[Fit], question: Question, known: Known, memory: Memory) -> list[Fit]:
    """The same, with what the talk so far adds to each."""
    leaning = bool(question.anaphora - {"now"}) or not is_anchored(question)
    apart = own_kinds(question)
    spoken = Spoken(question)
    return [
        f._replace(
            weight=f.weight
            + (_ENTITLED if spoken.entitles(f.record) else 0.0)
            + leaning_bonus(question, f, leaning and (not apart or f.record.kind in apart), known, memory)
        )
        for f in fits
    ]


def _possible(question: Question, id_: str, known: Known) -> bool:
    """A simply told fact needs one of its phrasings whole."""
    record = known.records[id_]
    if not record.phrasings:
        return True
    here = {
        int(s.id)
        for i in question.items
        if i.lends is None or i.lends == FULL
        for w in (i, *i.pieces)
        for s in w.senses
        if s.tag == "asked" and s.fact == id_
    }
    return any(phrasing <= here for phrasing in record.phrasings)


def _companions(question: Question, whole: Sequence[Fit], known: Known) -> list[Fit]:
    """Facts that tell no more than who was with whom, where that is all that is asked: "who was with Kim"."""
    said = [i for i in question.items if not i.has("question", "auxiliaries", "prep", "follow") or i.has("name")]
    if question.asks != ("who",) or len(said) != 1 or said[0].role != "with" or not said[0].has("name"):
        return []
    ids = said[0].ids("name")
    bare = [f for f in whole if not f.record.times and "where" not in f.record.fact.parts]
    return [f for f in bare if any(p.role == "with" for n in ids for p in known.parts_of(n, f.record))]


def _alike(question: Question, whole: Sequence[Fit], known: Known, memory: Memory) -> list[Fit]:
    """The best fits, likest first; of equals those of the story's day come before what went before."""
    earlier = bool(question.marks & {"earlier", "before"})
    past = [f for f in whole if not f.record.current and f.record.kind != NAME_KIND]
    told = {f.record.kind for f in whole if f.record.fact.id in memory.facts}  # "the time before, where was that?"
    left = (
        question.follow
        and bool(question.foci)
        and not any(i.has("kind") and not i.has("light") for i in question.items)
    )
    past = [f for f in past if f.kind_named or (left and f.record.kind in told) or (not question.yesno and _called(f))]
    if not question.names and not question.yesno and all(f in past for f in whole):
        past = _but_latest(past)
    whole = past if earlier and past else _companions(question, whole, known) or whole
    ranked = sorted(whole, key=lambda f: -f.weight - (0.3 if _in_its_time(f, question, earlier) else 0.0))
    top = ranked[0].weight
    return [f for f in ranked if f.weight >= top - CLOSE] + [f for f in ranked if f.weight < top - CLOSE]


def _but_latest(past: list[Fit]) -> list[Fit]:
    """Of facts that all have been, those before the latest: "the previous sponsor" is not the sponsor."""
    ranked = [f for f in past if f.record.rank]
    latest = max((f.record.rank for f in ranked), default=())
    return [f for f in ranked if f.record.rank < latest] or past


def _called(found: Fit) -> bool:
    """Whether the author wrote down a word for a kind of fact, or for a part of one, as the own word of a fact of another."""
    return any(own_word(i, found.record) for i in found.items if i.has("kind", "part"))


def _plainest(question: Question, ranked: list[Fit], known: Known) -> list[Fit]:
    """Of figures that are as likely, the one whose fact names nothing that is not in all, or around it: the turnout of all.

    Of several such, the latest; only where the question names nothing itself.
    """
    top = [f for f in ranked if f.weight >= ranked[0].weight - CLOSE and f.record.kind != NAME_KIND and f.parts]
    named = any(i.has("name", "noun", "word", "number", "when", "relative") for i in question.items if i.lends is None)
    told = [v for f in top for p in f.parts[:1] for v in f.record.fact.parts[p].values]
    named |= not all(isinstance(v, Amount) for v in told)
    named |= any(known.of_type(f.record.names, *AGENTS) for f in top)  # nobody's own figure is that of all
    if named or len(top) < 2 or question.marks & {"all", "most", "least"} or question.yesno:
        return ranked
    around = [known.around(f.record.names) for f in top]
    plain = [f for f in top if all(set(f.record.names) <= wide for wide in around)]
    if not plain or len(plain) == len(top):
        return ranked
    chosen = max(plain, key=lambda f: f.record.rank)
    return [chosen, *(f for f in ranked if f not in top)]


def _in_its_time(found: Fit, question: Question, earlier: bool) -> bool:
    if found.record.kind == NAME_KIND:
        return found.record.fact.names[0] in question.names
    return found.record.current != earlier and (found.record.fact.sure != "planned" or "next" in question.marks)
