"""A question to its finding: the facts that settle it, or the named reason why there are none.

The order of precedence: unreadable, chat, unknown name or word, contradiction, not related, not told, unclear, answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.facts import AGENTS, Flag
from bot.finding import Answer, Chatter, Finding, Settled, Unclear, Untold, answers_of
from bot.language.text import words_in
from bot.learning.known import NAME_KIND, Known, Record
from bot.question import PLACES, Focus, Item, Question
from bot.recalling import bounds, choose, confirm, order
from bot.recalling.affirm import times_another
from bot.recalling.amid import amid
from bot.recalling.amiss import amiss
from bot.recalling.askable import (
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
from bot.recalling.choose_deed import sums_a_part
from bot.recalling.choose_record import tells_who_it_is_said_of
from bot.recalling.choose_whole import of_mentioned
from bot.recalling.contests import contested
from bot.recalling.contradict import other_holder, other_value, uncovered
from bot.recalling.cover_senses import comes_anew
from bot.recalling.degree import COMPARING, asks_dearest
from bot.recalling.denied import contrary_told, flag_denied, flag_untold, kind_denied, left_open, undone
from bot.recalling.doers import done_by_no_doer
from bot.recalling.echo import (
    beside,
    echoed,
    house_there,
    listed_beside,
    others_there,
    part_of_it,
    sure_of_told,
    there_as_well,
)
from bot.recalling.either import either
from bot.recalling.former import former
from bot.recalling.gather import all_in_talk, whole_in_talk
from bot.recalling.happenings import (
    befell,
    given_by,
    happenings,
    in_short,
    of_figure,
    put_into,
    story_told,
    whereabouts,
)
from bot.recalling.headcount import miscounted
from bot.recalling.in_words import said_in_order
from bot.recalling.lean import behind
from bot.recalling.lean_topic import of_own_kind, of_subject_left_out, of_topic_alone
from bot.recalling.likest import likest, plainest_first, unclear_name
from bot.recalling.match import Fit, fit
from bot.recalling.misfits import without_misfits
from bot.recalling.narrow import is_of_deed_done, narrowed
from bot.recalling.ondate import on_another_date
from bot.recalling.onthehour import past_the_hour
from bot.recalling.opening import opening
from bot.recalling.pick_side import of_foreigners
from bot.recalling.rows import in_row
from bot.recalling.severally import SURE, told_apart
from bot.recalling.silent import kept_silent
from bot.recalling.stray import pointed, strayed
from bot.recalling.tallied import of_each, of_no_other, tallied
from bot.recalling.theirs import theirs
from bot.recalling.unasked import (
    came_to_thing,
    is_of_now,
    is_to_come,
    named_later,
    of_another_time,
    of_becoming,
    of_one_day_a_year,
    of_others,
    says_yes_or_no,
    set_against,
)
from bot.recalling.unlisted import unlisted
from bot.recalling.verdicts import how_it_went, is_over, met_about, put_in_it, spoken_of
from bot.turn import Memory, Reason


def recall(question: Question, known: Known, memory: Memory) -> Finding:
    """Find what the facts have to say to a question; nothing where that answers another one."""
    finding = _recalled(question, known, memory)
    finding = former(question, finding, known) or finding
    return Untold(Reason.NOT_STATED) if amiss(question, finding, known) else finding


def _recalled(question: Question, known: Known, memory: Memory) -> Finding:
    """What the facts have to say to a question, by whichever way of reading it leads there first."""
    if question.chat:
        return Chatter(question.chat)
    whole = None if question.unknown else in_row(question, known) or confirm.of_sorts(question, known)
    if whole is not None:
        return whole
    contest = None if question.unknown else contested(question, known)
    if contest is not None:
        return contest
    if question.alternatives and not question.marks & COMPARING and len(question.foci) < 2:
        chosen = either(question, lambda one: whole_in_talk(one, known, memory), known, memory.facts[:1])
        if chosen is not None and not (question.unknown and {"first", "last"} & question.marks):
            return chosen
    if question.unknown:
        return Untold(unknown_reason(question), question.unknown)
    figure = of_figure(question, known)
    if figure is not None:
        return figure
    if not is_meaningful(question) or (not memory.facts and figures_only(question)):
        return Untold(Reason.UNREADABLE)
    if not memory.facts and not any(i.has(*ABOUT) and i.ids("sort") != ("name",) for i in question.items):
        return Untold(Reason.NOT_STATED)  # nothing says what it is about
    bare = bare_verb(question)
    if bare is not None:
        return Untold(Reason.UNKNOWN_WORD, (bare.text,))
    if asks_meaning(question):
        return Untold(Reason.NOT_STATED)
    of_house = house_there(question, known, memory)
    if of_house is not None:
        return of_house
    denied = undone(question, lambda one: whole_in_talk(one, known, memory), known)
    denied = denied or left_open(question, lambda one: whole_in_talk(one, known, memory))
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
    if (
        question.source
        and not is_anchored(question)
        and not part_of_kind(question)
        and not _of_topic(question, known, memory)
    ):
        return story_told(known, memory.facts, "source")
    asks = {f.word for f in question.foci if not _is_day(f)}
    summed = question.summary and asks <= {"what", "which", "how"}  # not "when did it wrap up"
    summed = summed and not (question.names and not _called_by_title(question, known))
    summed = summed and not any(i.role in ("at", "from") and i.has("part") for i in question.items)  # "5층에서"
    if summed and all(is_free(i) or _leads_up(i) or i.has("name") for i in question.items):
        return story_told(known, memory.facts, "summary")
    confirmed = (
        echoed(question, known, memory)
        or there_as_well(question, known, memory)
        or others_there(question, known, memory)
        or beside(question, known, memory)
        or listed_beside(question, known)
        or part_of_it(question, known, memory)
        or theirs(question, known)
        or confirm.confirmed(question, known)
        or sure_of_told(question, known, memory)
        or confirm.name_of_last(question, known, memory)
        or confirm.holding(question, known, memory)
        or how_it_went(question, known, memory)
    )
    if confirmed is not None:
        return confirmed
    ordered = (
        bounds.bounded(question, known, memory)
        or amid(question, known)
        or opening(question, known, memory)
        or on_another_date(question, known)
        or order.ordered(question, known, memory)
        or tallied(question, known)
        or said_in_order(question, known)
    )
    if ordered is None and "either_way" in question.marks:
        return Untold(Reason.NOT_STATED)  # no order is told, and yes or no would not be an answer
    if ordered is None and "who" in question.asks and question.marks & {"most", "least", "old", "new"}:
        return Untold(Reason.NOT_STATED)  # nobody is told to be the most of anything because he was there
    if ordered is None and "which" in question.asks and any(i.text.split()[:1] in _MORE for i in question.items):
        return Untold(Reason.NOT_STATED)  # nor is which of them sent more people told by who is of one of them
    if ordered is None and question.alternatives and question.marks & COMPARING and "which" in question.asks:
        return Untold(Reason.NOT_STATED)  # nor is which of two is more of anything by what tells of both
    if ordered is None and asks_dearest(question) and "what" in question.asks and not question.names:
        return Untold(Reason.NOT_STATED)
    finding = ordered or _matched(question, known, memory)
    if question.alternatives and isinstance(finding, Settled) and finding.manner == "yes":
        finding = replace(finding, manner="tell")  # yes is no answer to "or"
    finding = is_over(question, finding, known) or met_about(question, finding, known) or finding
    finding = put_in_it(question, finding, known) or finding
    if isinstance(finding, Settled) and finding.manner == "yes":
        told = finding.answers[0].record
        if of_no_other(question, told):
            return replace(finding, manner="no")
        silent = flag_untold(question, told, known) if not finding.answers[0].parts else ""
        if silent:
            return Untold(Reason.NOT_STATED, (), told, (silent,))
        if not finding.answers[0].parts and contrary_told(question, told, known):
            return replace(finding, manner="no", holds=False)
        each = of_each(question, lambda one: whole_in_talk(one, known, memory), known)
        if each is not None:
            return each
        denied_flag = flag_denied(question, told, known) or kind_denied(question, told, known)
        if not denied_flag and "single" in question.marks:
            denied_flag = comes_anew(told)
        if denied_flag:
            holds = None if "either" in question.marks else False
            finding = Settled((Answer(told, (denied_flag,)),), "value", holds=holds)
    finding = miscounted(question, finding, known) or kept_silent(question, finding, known) or finding
    finding = past_the_hour(question, finding) or finding
    if of_others(question, finding, known):
        return _theirs_there(question, known, memory) or Untold(Reason.NOT_STATED)
    if named_later(question, finding) or came_to_thing(question, finding, known):
        return Untold(Reason.NOT_STATED)
    if of_becoming(question) and any(a.record.kind != NAME_KIND for a in answers_of(finding)):
        return Untold(Reason.NOT_STATED)  # when he became that is not told by when he did anything else
    if ordered is None and question.yesno and set_against(question) and says_yes_or_no(finding):
        return Untold(Reason.NOT_STATED)  # no two figures say which is more, and one of them proves nothing
    if of_foreigners(question) and not (isinstance(finding, Settled) and finding.manner in ("names", "count")):
        return Untold(Reason.NOT_STATED)
    if of_one_day_a_year(question, finding):
        return Untold(Reason.NOT_STATED)
    if is_of_now(finding) and of_another_time(question):
        return Untold(Reason.NOT_STATED)  # that they met says nothing of whether they had met before
    if is_to_come(finding) and is_of_deed_done(question):
        return replace(finding, answers=(replace(finding.answers[0], parts=()),), manner="not_yet", holds=None)
    return finding


def _of_topic(question: Question, known: Known, memory: Memory) -> bool:
    """Whether the word for a source is a part of what was spoken of: "출처는?", of photos."""
    topic = known.records.get(memory.topic)
    own = f"kind:{topic.kind}" if topic is not None else ""
    senses = (s for i in question.items if i.has("source") for s in i.senses if s.tag == "part" and s.fact == own)
    return topic is not None and any(s.id in topic.fact.parts for s in senses)


_MORE = (["more"], ["fewer"], ["더"])


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
    record = spoken_of(topic, memory.parts, known) if question.source and topic is not None else None
    asks = {q for i in question.items for w in (i, *i.pieces) for q in w.ids("question")}
    if record is None or asks != {"who"} or is_anchored(question):
        return None
    by = next((p for p, t in record.fact.parts.items() if known.part(record, p).role == "by" and t.names), None)
    if by is None or "said" not in record.fact.parts:
        return None
    return Settled((Answer(record, (by,), record.fact.parts[by].names),), "names")


def _done_then(question: Question) -> bool:
    """Whether it is asked what was done at a time, and nothing else: "what did he do in the morning?", "4시에 뭐 했어?"."""
    if not question.doing or question.asks != ("what",):
        return False
    times = [i for i in question.items if i.has("when", "relative", "today", "daypart")]
    rest = [i for i in question.items if i not in times and not i.has("name")]
    return bool(times) and all(is_free(i) for i in rest)


def _acts(record: Record, names: Sequence[str], known: Known) -> bool:
    """Whether a fact is an event in which one of these takes part."""
    parts = [p for n in names for p in known.parts_of(n, record)]
    return record.kind != NAME_KIND and any(p.mutual or p.extra or p.role in ("by", "with") for p in parts)


def _theirs_there(question: Question, known: Known, memory: Memory) -> Finding | None:
    """Those of a house who were in an event, where a word for them there asks who of that house it is: "가나 임원 누구야"."""
    nouns = [i for i in question.items if i.has("of_fact") and "person" in i.ids("sort")]
    fits = [
        f for f in whole_in_talk(question, known, memory) if not f.uncovered and f.record.kind != NAME_KIND and f.parts
    ]
    own = {(s.id, s.fact) for n in nouns for s in n.senses if s.tag == "of_fact"}
    there = [f for f in fits if (f.parts[0], f.record.fact.id) in own]
    finding = choose.settle(question, there, known, memory) if there and question.asks == ("who",) else None
    return finding if isinstance(finding, Settled) and not of_others(question, finding, known) else None


def _matched(question: Question, known: Known, memory: Memory) -> Finding:
    fitting = whole = whole_in_talk(question, known, memory)
    if (
        question.yesno and question.names and not question.summary
    ):  # a text that only has all the words confirms nothing
        agents = known.of_type(question.names, *AGENTS)
        near = {
            f.record.fact.id
            for f in whole
            if f.record.near.intersection(agents) or (len(agents) < 2 and len(question.names) < 2)
        }
        whole = [f for f in whole if f.names_hit or f.kind_named or (f.parts and f.record.fact.id in near)]
    if question.yesno and question.opener == "did":  # what somebody is, is nothing that they did
        whole = [f for f in whole if f.record.kind != NAME_KIND or not known.of_type(f.record.fact.names, "person")]
        whole = [f for f in whole if not done_by_no_doer(question, f.record)]
    if question.yesno:
        whole = _spoken_by_subject(question, [f for f in whole if not times_another(question, f.record)], known)
    each = None if any(f.names_hit >= len(question.names) for f in whole) else told_apart(question, known, memory)
    if each is not None:
        return each
    if not whole:
        fits = all_in_talk(question, known, memory, settled=bool(fitting))
        joined = _joined(question, fits, known, memory)
        other = other_value(question, fits) or other_holder(question, fits, known) or unlisted(question, fits, known)
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
    whole = of_subject_left_out(question, whole, known, memory)
    whole = of_own_kind(
        question, of_topic_alone(question, behind(question, narrowed(question, whole, known)), known, memory)
    )
    untold = pointed(question, whole, memory)
    if untold is not None:
        return untold
    if question.filled:  # what was told is told again if it can be
        whole = [f for f in whole if f.parts and f.names_hit] or whole
    said_of = tells_who_it_is_said_of(question, whole, known)
    tells_it = said_of or any(f.parts or f.missing for f in whole)
    if question.foci and (not tells_it or _describes_place(question)):
        entry = _joined(question, all_in_talk(question, known, memory, settled=True), known, memory)
        if entry is not None:
            return entry
    befallen = befell(question, whole, known) or given_by(question, whole, known)
    befallen = befallen or put_into(question, whole, known)
    if befallen is not None:
        return befallen
    if _done_then(question):
        acted = [f for f in whole if not question.names or _acts(f.record, question.names, known)]
        return happenings(question, acted, known) or Untold(Reason.NOT_STATED)
    if question.summary and (not question.foci or _of_events(question)) and not sums_a_part(question, whole):
        happened = happenings(question, whole, known) or in_short(question, whole, known)
        if happened is not None:
            return happened
    if question.asks == ("what",) and of_mentioned(question) and not question.foci[0].nouns:
        return Untold(Reason.NOT_STATED, (), max(whole, key=lambda f: f.weight).record)
    placed = whereabouts(question, whole, known)
    if placed is not None:
        return placed
    left = unclear_name(question, plainest_first(question, likest(question, whole, known, memory), known), memory)
    if isinstance(left, Unclear):
        return left
    finding = choose.settle(question, likest(question, left, known, memory), known, memory)
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
    told = answer.told
    named = bool(told) and not any(t.names for t in told)  # "what is the Red Room" names a room itself
    bare = all(t.says is None for t in told) and (
        named or all(not f.nouns or _names_others(f, question) for f in question.foci)
    )
    if set(question.asks) != {"what"} or answer.record.kind == NAME_KIND or len(told) != 1:
        return None
    if told[0].values == (Flag(True),) and not any(f.nouns for f in question.foci):
        return Settled((Answer(answer.record),), "tell")  # "뭐가 처음이야"
    if not bare:
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
    asks = question.foci or question.yesno or question.summary or question.marks
    if asks or memory.facts or not isinstance(finding, Settled):
        return None
    said = [
        i for i in question.items if not i.has("tell") and (i.has("name", "kind", "noun", "sort") or not is_free(i))
    ]
    names = said[0].ids("name") if len(said) == 1 else ()
    if len(names) != 1:
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
    entries = [f for f in described or fits if f.record.kind == NAME_KIND and f.sureness >= SURE and f.parts]
    entries = [f for f in entries if set(f.record.fact.names) & set(question.names)]
    if question.asks == ("who",):  # "who found that the bones belong to a woman" is not told by the tomb they are from
        entries = [f for f in entries if not _tells_things(f, known)]
    if "present" in question.marks:  # whose people were there is not told by whose the hall is
        entries = [f for f in entries if f.parts[0] != "of" or not known.of_type(f.record.fact.names, "place")]
    if any("person" in i.ids("unit") and i.has("part") for i in question.items):  # "the names of the 4 who died"
        entries = [f for f in entries if known.of_type(f.record.fact.names, "person")]
    owners = {n for i in question.items if i.role == "of" for n in i.ids("name")}
    entries = [f for f in entries if f.record.fact.names[0] in owners] or entries
    for found in entries if len(entries) == 1 else ():  # of two, nothing says whose it is
        name = found.record.fact.names[0]
        if found.parts[0] == "country" and _of_where_done(question):
            continue
        if found.parts[0] in ("country", "in") and any(i.has("when", "relative") for i in found.uncovered):
            continue  # "which country will be guest of the fair next year" is not told by where that is
        if found.parts[0] == "of" and question.asked_role == "with":
            continue  # with whom Kim did it is not told by whose he is
        lost = {i.at for i in found.uncovered}
        if any(name in f.record.names and not lost & {i.at for i in f.uncovered} for f in fits if f is not found):
            rest = replace(question, items=tuple(i for i in question.items if i.at not in lost))
            return choose.settle(rest, [fit(rest, found.record, known)], known, memory)
    return None


def _tells_things(found: Fit, known: Known) -> bool:
    """Whether the part that is asked for holds only things or places."""
    names = found.record.fact.parts[found.parts[0]].names
    return bool(names) and set(known.of_type(names, "thing", "place")) == set(names)


def _of_where_done(question: Question) -> bool:
    """Whether a Korean verb right before the noun says what was done there: "간 나라" is not where somebody is from."""
    nouns = [n.at for f in question.foci for n in f.nouns[-1:] if not n.text.isascii()]
    return any(i.at + 1 in nouns and "n" in i.ids("verb") and i.has("kind") for i in question.items)


def _describes_place(question: Question) -> bool:
    """Whether a second "where" only says which place is asked about: "where is the villa where Kim met Park"."""
    return question.asked_in == "en" and sum("where" in i.ids("question") for i in question.items) > 1
