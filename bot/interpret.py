"""Words to a question: what is asked, about whom, under which conditions; nothing of the facts is looked at yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from bot.facts import AGENTS
from bot.interpreting.alternatives import alternatives
from bot.interpreting.asking import (
    anyone_from,
    is_doing,
    is_of_future,
    occupation,
    says_alone,
    sorts_of,
    tells_of_place,
    what_for,
)
from bot.interpreting.beside import compounded, converse, exchanges, went_to
from bot.interpreting.claims import claimed_of
from bot.interpreting.clauses import asides, lent, masked, silenced
from bot.interpreting.clipped import about_a_name, linking, numbered, one_of_slashed, rejoined
from bot.interpreting.context import inherit
from bot.interpreting.counted import all_of_so_many
from bot.interpreting.focus import FIRM, foci_of, head_foci, spelt_out
from bot.interpreting.frames import unframed
from bot.interpreting.guesses import without_guesses
from bot.interpreting.holder import with_doer
from bot.interpreting.interrogatives import BE, opened
from bot.interpreting.leads import leader_asked
from bot.interpreting.listed import who_is
from bot.interpreting.plain_minds import other_verbs
from bot.interpreting.readings import put_plainly
from bot.interpreting.reporting import deeds
from bot.interpreting.roles import beside_nouns, instead, is_passive, items_of, spoken_by, with_speaker
from bot.interpreting.titles import CAME, absorb_titles
from bot.interpreting.yesno import is_tagged, is_yesno
from bot.language.korean import is_syllable, split
from bot.language.senses import Sense
from bot.learning.known import CERTAIN, Known
from bot.question import Focus, Item, Question
from bot.recalling.spoken import names_doer
from bot.segment import Token
from bot.turn import Lang, Memory

if TYPE_CHECKING:
    from bot.hear import Heard


def interpret(heard: Heard, known: Known, memory: Memory) -> Question:
    """Read the words as a question."""
    asked_in: Lang = heard.lang or memory.lang or memory.said or "en"
    lang: Lang = memory.lang or asked_in
    typed = [
        replace(t, text="and", senses=(Sense("follow", ""),)) if t.text in ("n", "&") else t
        for t in _of_story(heard.tokens)
    ]
    typed = _joined_by_sign(typed, known)
    typed = [p for t in typed for p in (t.pieces if t.pieces and "+" in heard.text[t.start : t.end] else (t,))]
    typed = one_of_slashed(typed, heard.text) if "/" in heard.text else typed
    typed = about_a_name(rejoined(typed, known.lexicon), known.lexicon)
    typed = linking(numbered(typed, known.lexicon))
    tokens = other_verbs(deeds(opened(typed, known.lexicon), known.lexicon), known.lexicon)
    tokens = _unpointed(tokens, known, memory)
    tokens = put_plainly(without_guesses(unframed(_denials_amid(tokens), heard.text), heard.text))
    tokens = _in_a_town(_unfolded(_hours_apart(tokens), known), known)
    tokens = _of_topic(_on_topics(_hailing(tokens, known), memory), known, memory)
    chat = _chat(tokens)
    if chat:
        return Question(lang, asked_in, (), chat=chat)
    set_apart = alternatives(tokens)
    lends = lent(tokens, heard.text, known)
    asking = masked(tokens, lends)
    passive = is_passive(asking)
    spoken = absorb_titles(beside_nouns(items_of(tokens, passive, heard.text, lends), known), known, set_apart)
    items = _of_people(occupation(tokens), spoken, known) + with_speaker(
        instead(exchanges(compounded(spoken_by(spoken, known), known), known), known), known
    )
    items = went_to(all_of_so_many(items, known), known)
    meant = _pointed_back(items, tokens, lends, known)
    lends = {at: lent for at, lent in lends.items() if at not in meant}
    items = _all_but(_with_sides(items, tokens, known), known)
    items = [_lending(i, lends[i.at]) if i.at in lends else i for i in items]
    weighty = [i for i in items if i.lends is None]
    tagged = is_tagged(tokens, heard.text)
    tokens = what_for(asking)
    marks = frozenset(m for t in tokens for m in t.ids("mark"))
    phrases = [t for t in tokens if t.pieces]
    ago = [t for t in phrases if t.has("word") or (t.has("part") and any(p.has("unit") for p in t.pieces))]
    marks |= {m for t in ago for p in t.pieces for m in p.ids("mark") if m == "earlier"}
    if not any("except" in i.ids("mark") or i.role == "except" for i in items):
        marks -= {"except"}  # "가나 말고 다라는" is of 다라 alone
    names = _names(weighty) or _names(items)
    anyone = anyone_from(items, tokens)
    unknown = [*_unknown(tokens, heard.text), *_others_of_series(tokens, known, heard.text)]
    foci = (Focus("who"),) if anyone else foci_of(tokens, weighty, passive)
    if tagged:
        foci = ()
    foci = foci or spelt_out(weighty)
    if _asks_rest(items, known):
        foci = foci or ((Focus("who"),) if _ends_in_rest(items) else ())
        foci = tuple(replace(f, word="who", nouns=(FIRM,)) if f.word == "where" and not f.nouns else f for f in foci)
    foci = tuple(
        replace(f, word="who") if f.word == "which" and f.nouns and names_doer(f.nouns[0], known) else f for f in foci
    )  # "which players drew", "어떤 선수가"
    yesno = tagged or (
        not anyone and (is_yesno(tokens, foci, heard.text) or bool(not foci and (set_apart or "either_way" in marks)))
    )
    if not foci and not set_apart and not yesno:
        several = (Focus("who"),) if _names_several(tokens) else ()
        foci = several or _of_post(weighty)
    if yesno and _wants_name(tokens, heard.text):
        foci, yesno = (Focus("who"),), False
    reported = _before_reported(tokens) if yesno and not foci and not set_apart else []
    if reported:
        foci = head_foci(reported, weighty)  # "논의한 내용도 전해졌나요" asks for that
        yesno = not foci
    if not foci and not yesno and not tells_of_place(tokens):
        foci = head_foci(silenced(tokens, lends), weighty) or _present(tokens, marks)
    foci = tuple(f for focus in foci for f in with_doer(focus, items, known))
    if any("said" in n.ids("part") for f in foci for n in f.nouns):
        beside = asides(tokens)
        items = [replace(i, aside=True) if i.at in beside and i.text else i for i in items]
    question = Question(
        lang,
        asked_in,
        tuple(converse(items, foci, known)),
        foci,
        marks=marks,
        sorts=sorts_of(tokens),
        anaphora=frozenset(
            a
            for n, t in enumerate(tokens)
            for a in t.ids("anaphor")
            if not t.has("name") and not (meant and a == "person") and not _before_name(tokens, n, known)
        ),
        names=names,
        excepted=frozenset(n for i in items if i.role == "except" for n in i.ids("name")),
        unknown=tuple(word for word, _ in unknown),
        unknown_at=tuple(at for _, at in unknown),
        alternatives=set_apart,
        times=heard.times,
        yesno=yesno,
        summary=any(t.has("summary") and not _described(tokens[n + 1 :]) for n, t in enumerate(tokens)),
        source=any(t.has("source") for t in tokens),
        follow=bool(tokens) and tokens[0].has("follow"),
        passive=passive,
        text=heard.text,
        future=is_of_future(typed, heard.text),
        claimed=claimed_of(items, tokens, known) if yesno and not set_apart else (),
        alone=(yesno or (asked_in == "en" and not foci))
        and says_alone([t for n, t in enumerate(tokens) if n not in lends]),
        doing=is_doing(tokens),
    )
    if _leads_with_thing(question, known):
        question = replace(question, anaphora=question.anaphora - {"thing", "pair"})
    if _asks_of_what(question, known) or _asks_what_at(question, known):
        return who_is(question.names[0], question)
    leader = leader_asked(question, known)
    if leader:
        return who_is(leader, question)
    return inherit(question, known, memory)


def _joined_by_sign(tokens: list[Token], known: Known) -> list[Token]:
    """ "President & CEO" as the phrase that it is where the "and" is spelt out."""
    at = next((n for n in range(1, len(tokens) - 1) if tokens[n].text == "and" and tokens[n - 1].has("title")), 0)
    phrase = f"{tokens[at - 1].text} and {tokens[at + 1].text}" if at else ""
    senses = known.lexicon.senses(phrase) if at and tokens[at + 1].has("title") else ()
    if not any(s.tag == "title" for s in senses):
        return tokens
    return [*tokens[: at - 1], replace(tokens[at - 1], text=phrase, senses=senses, pieces=()), *tokens[at + 2 :]]


def _denials_amid(tokens: list[Token]) -> list[Token]:
    """ "What days did they not play?": such words ask for no assent where the verb comes behind them."""
    last = max((n for n, t in enumerate(tokens) if not t.has("light", "follow", "chat")), default=-1)
    return [
        p
        for n, t in enumerate(tokens)
        for p in (t.pieces if n < last and t.has("confirm") and t.pieces and t.pieces[-1].text == "not" else (t,))
    ]


def _described(behind: list[Token]) -> bool:
    """Whether a Korean verb of saying follows, so that a word for a summary tells how: "한마디로 표현한 말"."""
    says = [t for t in behind[:1] if t.has("verb") and not t.has("tell")]
    return any(not t.text.isascii() and "said" in t.ids("part") for t in says)


def _leads_with_thing(question: Question, known: Known) -> bool:
    """Whether "it" or "they" mean what the question itself opens with: "Acme, which firms does it own?", "the photos, whose are they"."""
    asked = min((f.at for f in question.foci), default=-1)
    led = [i for i in question.items if i.at < asked and not i.has("light", "follow", "prep")]
    opens = len(led) == 1 and bool(
        known.of_type(led[0].ids("name"), "organisation", "thing", "place")
        or (led[0].has("kind") and led[0].text.endswith("s") and "pair" in question.anaphora)
    )
    return opens and question.asked_in == "en" and all(i.at > asked for i in question.items if i.has("anaphor"))


def _before_name(tokens: list[Token], at: int, known: Known) -> bool:
    """Whether "that" only points at a thing that is named behind it, and at nothing told: "who makes that Acme Phone?", "그 가나호"."""
    behind = tokens[at + 1 : at + 2]
    named = bool(behind) and bool(known.of_type(behind[0].ids("name"), "thing"))
    korean = tokens[at].text in _THAT_KO
    return named and (korean or (tokens[at].text in _THAT and at > 0 and not tokens[at - 1].has("auxiliaries")))


_THAT = frozenset({"that", "this", "those", "these"})
_THAT_KO = frozenset({"그", "이", "저"})


def _asks_of_what(question: Question, known: Known) -> bool:
    """Whether it is asked of what house a person holds a title: "Kim is CEO of what?", "and Park, chairman of which company"."""
    of_what = len(question.foci) == 1 and question.foci[0].role == "of" and question.foci[0].word in ("what", "which")
    titled = any(i.has("title") and i.at == question.foci[0].at - 2 for i in question.items) if of_what else False
    return titled and len(question.names) == 1 and bool(known.of_type(question.names, "person"))


def _asks_what_at(question: Question, known: Known) -> bool:
    """Whether it is asked what somebody is at a house of his: "what is Kim at Acme?", "Kim is what at Acme?"."""
    if question.asked_in != "en" or question.asks != ("what",) or question.yesno or len(question.names) != 2:
        return False
    who, house = question.names
    said = [i for i in question.items if i.lends is None and i.text != "what"]
    idle = all(i.has("name", "prep") or i.text in BE or i.text == "the" for i in said)
    led = any(i.text in ("at", "of", "in", "for") for i in said) and any(i.text in BE for i in question.items)
    return idle and led and bool(known.of_type((who,), "person")) and house in known.members[who]


def _present(tokens: list[Token], marks: frozenset[str]) -> tuple[Focus, ...]:
    """What a word for those present asks for by itself: how many ("참석 인원은"), or all of them ("참석 명단")."""
    counted = any("present" in t.ids("mark") and "how_many" in p.ids("part") for t in tokens for p in t.pieces)
    if counted and not any(t.has("name", "kind", "word") for t in tokens):
        return (Focus("how_many", units=frozenset({"person"})),)
    return (Focus("who"),) if marks >= {"present", "all"} else ()


def _of_people(asked: list[Item], items: list[Item], known: Known) -> list[Item]:
    """What is asked of people alone: a house has no title."""
    types = {known.facts.names[n].type for i in items for n in i.ids("name")[:1]}
    return [] if types == {"organisation"} else asked


def _of_story(tokens: tuple[Token, ...]) -> list[Token]:
    """A phrase of chatter before a word for the story, word by word: "who is this story by"."""
    if not any(t.has("story") for t in tokens):
        return list(tokens)
    found: list[Token] = []
    for token, after in zip_longest(tokens, tokens[1:]):
        asks = token.has("chat") and any(p.has("question") for p in token.pieces)
        found += token.pieces if asks and after is not None and after.has("story") else (token,)
    return found


def _pointed_back(items: list[Item], tokens: list[Token], lends: dict[int, float], known: Known) -> set[int]:
    """Where the one person of the leading clauses stands whom a pronoun of the question means."""
    people = {i.at for i in items if i.at in lends and known.of_type(i.ids("name"), "person")}
    pronoun = any("person" in t.ids("anaphor") for n, t in enumerate(tokens) if n not in lends)
    return people if pronoun and len(people) == 1 else set()


def _unfolded(tokens: list[Token], known: Known) -> list[Token]:
    """A place word by word where it is asked which that is: "which Acme building", "아크메 건물 이름", "아크메 건물은 어느 건물"."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        if not known.of_type(token.ids("name"), "place"):
            found.append(token)
            continue
        nouns = [t.text for t in token.pieces[-1:]]
        near = [t for t in tokens[at + 1 : at + 4] if t.ending is None]
        before = at and "which" in tokens[at - 1].ids("question") and token.text.isascii()
        named = bool(near) and near[0].ids("sort") == ("name",) and any(t.has("question") for t in tokens)
        again = len(near) > 1 and "which" in near[0].ids("question") and near[1].text in nouns
        if found and "which" in found[-1].ids("question") and token.has("noun"):  # "어느 사옥" asks for one of several
            token = replace(token, senses=tuple(s for s in token.senses if s.tag != "name"))
        found += token.pieces if len(token.pieces) == 2 and (before or named or again) else (token,)
    return found


def _in_a_town(tokens: list[Token], known: Known) -> list[Token]:
    """ "Which Rome hotel did they meet in?": which hotel in Rome."""
    at = next((n for n, t in enumerate(tokens[:-3]) if t.text in ("which", "what")), len(tokens))
    town, noun = (tokens[at + 1], tokens[at + 2]) if at < len(tokens) else (None, None)
    if town is None or noun is None or not noun.has("noun") or noun.has("name", "auxiliaries"):
        return tokens
    if not known.of_type(town.ids("name"), "place") or town.has("noun") or not tokens[at + 3].has("auxiliaries"):
        return tokens
    where = replace(town, text="in", senses=(Sense("prep", "at"), Sense("light", "")), pieces=())
    return [*tokens[: at + 1], noun, where, town, *tokens[at + 3 :]]


def _all_but(items: list[Item], known: Known) -> list[Item]:
    """Houses or people side by side as those of whom the rest is asked: "가나 다라 말고 나머지 한 군데"."""
    if not _asks_rest(items, known):
        return items
    found: list[Item] = []
    for item in reversed(items):
        beside = bool(found) and found[-1].role == "except" and found[-1].at == item.at + 1
        agent = beside and known.of_type(item.ids("name"), *AGENTS)
        found.append(replace(item, role="except") if agent else item)
    return found[::-1]


def _asks_rest(items: list[Item], known: Known) -> bool:
    """Whether the rest of several houses or people is asked for: "가나 말고 나머지 하나는 어디야", "김이랑 박 빼고 나머지는"."""
    barred = [n for i in items if i.role == "except" for n in i.ids("name")]
    return (
        bool(barred)
        and known.of_type(barred, *AGENTS) == barred
        and any(i.text == "나머지" or _is_left(i) for i in items)
    )


def _ends_in_rest(items: list[Item]) -> bool:
    """Whether a text ends in a word for the rest, with how many these are: "나머지는?", "나머지 셋은"."""
    last = items[-2:] if len(items) > 1 and {"pair"} & set(items[-1].ids("mark")) else items[-1:]
    return last[0].text == "나머지" and len(last) <= 2 and all(i is last[0] or i.at <= last[0].at + 2 for i in last)


def _is_left(item: Item) -> bool:
    """Whether a Korean verb says that something is left: "가나 빼면 어디가 남아"."""
    return item.has("verb") and item.text.startswith("남")


def _with_sides(items: list[Item], tokens: list[Token], known: Known) -> list[Item]:
    """Houses whose people are asked for as those from there: "가나 사람은 누가 갔어", "가나 쪽 임원 누가 왔어"."""
    if any("except" in i.ids("mark") for i in items) or not any(t.has("verb", "kind", "mark") for t in tokens[1:]):
        return items
    who = any(t.text in ("누가", "누구누구") or "name" in t.ids("sort") for t in tokens)
    bare = not any(t.has("question", "auxiliaries") for t in tokens)  # "Acme people at the talks?"
    items = _of_side(items, known)
    found: list[Item] = []
    for item, *behind in zip_longest(items, items[1:], items[2:]):
        if item.text in ("쪽", "측") and found and found[-1].role == "from":
            item = replace(item, senses=(Sense("light", ""),), pieces=())
        if not item.has("name"):
            found.append(item)
            continue
        after = [i for i in behind if i is not None and i.text not in ("쪽", "측")][:1]
        people = any("person" in i.ids("sort") and not i.has("question", "name") and i.at <= item.at + 2 for i in after)
        relative = all(i is not None for i in behind) and behind[-1].has("name", "anaphor")  # "the Acme person he met"
        asked = (bare or relative) if item.text.isascii() else who
        house = item.role in ("", "of", "by") and known.of_type(item.ids("name"), "organisation")
        sided = (people and asked and house) or _of_whom_came(item, [i for i in behind if i is not None], known)
        found.append(replace(item, role="from") if sided else item)
    return found


def _of_side(items: list[Item], known: Known) -> list[Item]:
    """Who is on the side of a house, or of somebody of it, as those from there: "from Acme's side", "on the Acme side"."""
    if not any(i.text.endswith("side") for i in items):
        return items
    there = any("present" in i.ids("mark") for i in items)
    others = any("else" in i.ids("mark") for i in items)
    found: list[Item] = []
    for item in items:
        owner = item.pieces[0] if len(item.pieces) > 1 and item.text.endswith(" side") else None
        if owner is None and item.text == "side" and found and found[-1].at == item.at - 1:
            owner = found.pop()
            item = replace(item, at=owner.at)
        people = known.of_type(owner.ids("name"), "person") if owner is not None else []
        homes = [o for p in people for o in known.facts.names[p].of[:1]]
        houses = homes or (known.of_type(owner.ids("name"), "organisation") if owner is not None else [])
        led = any(i.text == "from" or (i.text == "on" and there) for i in found[-2:])
        if owner is not None and houses and led:
            item = replace(item, senses=tuple(Sense("name", h) for h in houses), role="from", pieces=())
            found += [replace(owner, text="", role="except")] if people and others else []
        elif owner is not None and item.text == "side":
            found.append(owner)
            item = replace(item, at=owner.at + 1)
        found.append(item)
    return found


def _of_whom_came(item: Item, behind: list[Item], known: Known) -> bool:
    """Whether a Korean house is the one of whose people it is asked who came: "가나는 누가 왔어", "가나는 김 혼자 왔어"."""
    if item.role not in ("topic", "by") or len(behind) < 2 or not known.of_type(item.ids("name"), "organisation"):
        return False
    theirs = any(set(item.ids("name")) & known.members[n] for n in known.of_type(behind[0].ids("name"), "person"))
    return (theirs or behind[0].text in ("누구", "누가")) and behind[1].text.startswith(CAME)


def _before_reported(tokens: list[Token]) -> list[Token]:
    """The tokens before a Korean verb for being known or reported that ends a question ("전해졌나", "전해진 거 있어"); none where no such verb does."""
    content = [n for n, t in enumerate(tokens) if t.ending is None and t.text not in ("게", "것", "거", "바")]
    if len(content) > 1 and tokens[content[-1]].text.startswith("있") and "reported" in tokens[content[-2]].ids("mark"):
        content.pop()
    at = max(content, default=-1)
    verb = at > 1 and "reported" in tokens[at].ids("mark") and tokens[at].has("verb")
    noun = verb and any(t.ending is not None for t in tokens[at - 1 : at]) and tokens[at - 2].has("part")
    return tokens[: at - 1] if noun and not tokens[at - 2].has("verb") else []


def _names_several(tokens: list[Token]) -> bool:
    """Whether a text ends in a Korean word for so many people who did something, or in their names: "다시 본 두 사람", "세 명 이름"."""
    content = [t for t in tokens if t.ending is None]
    if len(content) > _LEAST_NAMED and content[-1].ids("sort") == ("name",):
        content.pop()
        described = True
    else:
        described = len(content) > 1 and "n" in content[-2].ids("verb")
    several = content[-1:] and content[-1].text.endswith(("사람", "분", "명", "인"))
    return described and bool(several) and "pair" in content[-1].ids("mark") and not content[-1].text.isascii()


_LEAST_NAMED = 2


def _of_post(items: list[Item]) -> tuple[Focus, ...]:
    """Who it is that ends a text by title alone, and whom a Korean verb describes: "김이랑 같이 들어간 가나 대표"."""
    described = len(items) > _LEAST_NAMED and "n" in items[-2].ids("verb") and not items[-2].text.isascii()
    meant = described and items[-1].titled and items[-1].role in ("", "object")
    return (Focus("who", holder=items[-1].ids("name")),) if meant else ()


def _wants_name(tokens: list[Token], text: str) -> bool:
    """Whether no more than a name is asked for behind a Korean question of somebody: "가나 쪽 사람도 왔나? 이름 좀"."""
    at = next((n for n in range(1, len(tokens)) if "?" in text[tokens[n - 1].end : tokens[n].start]), 0)
    person = any("person" in w.ids("sort") or w.has("title") for t in tokens[:at] for w in (t, *t.pieces[-1:]))
    tail = tokens[at:]
    named = bool(at) and tail[0].ids("sort") == ("name",) and not tail[0].text.isascii()
    return named and person and all(t.ending is not None or t.has("tell", "filler", "light") for t in tail[1:])


def _hours_apart(tokens: list[Token]) -> list[Token]:
    """Korean phrases of two parts of the day word by word, which are set against one another: "오전 행사야 오후 행사야"."""
    hours = [t for t in tokens if t.has("daypart") or (t.pieces and any(p.has("daypart") for p in t.pieces))]
    if len(hours) < 2:
        return tokens
    return [
        p
        for t in tokens
        for p in ((t,) if t not in hours or t.has("daypart", "name") or t.text.isascii() else t.pieces)
    ]


def _lending(item: Item, lends: float) -> Item:
    """A word of a clause that only leads up to the question, with the words it is made of."""
    return replace(item, lends=lends, pieces=tuple(replace(p, lends=lends) for p in item.pieces))


def _unpointed(tokens: list[Token], known: Known, memory: Memory) -> list[Token]:
    """Where nothing was said before, or a remark on it, "the meeting" points at nothing, and is read word by word."""
    topic = known.records.get(memory.topic)
    said = topic is not None and "said" in topic.fact.parts and any("said" in t.ids("part") for t in tokens)
    if memory.facts and not said:
        return tokens
    return [
        p
        for t in tokens
        for p in (t.pieces if t.pieces and t.by_tag.keys() == {"anaphor"} and t.pieces[-1].has("kind") else (t,))
    ]


def _hailing(tokens: list[Token], known: Known) -> list[Token]:
    """ "Where is Kim from?", "Kim comes from where?": where somebody comes from."""
    content = [t for t in tokens if t.ending is None and not t.has("follow")]
    if len(content) < 3 or not any(t.has("name") for t in content):
        return tokens
    last = content[-1]
    if last.text not in ("from", "from where"):
        return tokens
    said = known.lexicon.senses("come from")
    asks = "where" in content[0].ids("question") and (content[1].text in BE or content[1].has("name"))
    if asks and last.text == "from":
        return [replace(t, text="come from", senses=said) if t is last else t for t in tokens]
    if last.text != "from where" or content[-2].text not in ("come", "comes", "came"):
        return tokens
    origin = replace(content[-2], text="come from", senses=said)
    return [origin if t is content[-2] else t for t in tokens]


def _on_topics(tokens: list[Token], memory: Memory) -> list[Token]:
    """ "On what topics?", of what was told: no question of what the bot knows."""
    found: list[Token] = []
    for token in tokens:
        asks = bool(memory.facts) and token.has("chat") and bool(found) and "about" in found[-1].ids("prep")
        asks = asks and len(token.pieces) == 2 and token.pieces[0].has("question") and token.pieces[1].has("part")
        found += token.pieces if asks else (token,)
    return found


def _of_topic(tokens: list[Token], known: Known, memory: Memory) -> list[Token]:
    """ "뭐하고 있어?", "are you sure?", where what was told has what they do there, or is doubted: no question of the bot."""
    topic = known.records.get(memory.topic)
    parts = {*topic.fact.parts, CERTAIN} if topic is not None else set()
    return [
        p
        for t in tokens
        for p in (t.pieces if t.has("chat") and any(parts & set(w.ids("part")) for w in t.pieces) else (t,))
    ]


def _names(items: Iterable[Item]) -> tuple[str, ...]:
    """Names that can be nothing else."""
    return tuple(dict.fromkeys(i.ids("name")[0] for i in items if len(i.ids("name")) == 1 and i.role != "except"))


def _chat(tokens: list[Token]) -> str | None:
    """What sort of chatter it is, where all of it is chatter."""
    content = [t for t in tokens if t.ending is None]
    said = [t for t in content if t.has("chat")]
    if not said or any(t.unknown for t in content):
        return None
    if any(t.has("question") and t.has("light") and not t.has("chat") for t in content):
        return None  # "thanks, when was it over?"
    if any(t.has("daypart") and n and content[n - 1].text in ("the", "in") for n, t in enumerate(content)):
        return None  # "no, the morning"
    if all(t.has("chat", "light", "filler", "follow", "auxiliaries", "confirm") for t in content):
        if all(t.has("follow", "confirm") for t in content) and not any(
            t.ids("chat") and not t.has("confirm") for t in content
        ):
            return None
        return max(said, key=lambda t: len(t.text)).ids("chat")[0]
    return None


def _unknown(tokens: list[Token], text: str) -> list[tuple[str, int]]:
    """The unknown words as they were typed: the whole written word around an unknown stretch, less its particles."""
    found: list[tuple[str, int]] = []
    for at, token in enumerate(tokens):
        if not (token.unknown and not _is_tail(tokens, at)) and not _stray_chat(token) and not _asked_for(tokens, at):
            continue
        start, end, n = token.start, token.end, at
        while n > 0 and not tokens[n].spaced and not tokens[n - 1].has("name") and tokens[n - 1].ending is None:
            n -= 1
            start = tokens[n].start
        n = at
        while (
            n + 1 < len(tokens)
            and not tokens[n + 1].spaced
            and (tokens[n + 1].unknown or tokens[n + 1].has("light"))
            and not tokens[n + 1].has("question")
        ):
            n += 1
            end = tokens[n].end
        word = text[start:end]
        if word and word not in (w for w, _ in found):
            found.append((word, at))
    return [(word, at) for word, at in found if not any(word != other and word in other for other, _ in found)]


def _others_of_series(tokens: list[Token], known: Known, text: str) -> list[tuple[str, int]]:
    """Numbered names that no name is, though others of that series are known: "Gate 4", where there is a Gate 3."""
    return [
        (text[before.start : token.end], at)
        for at, (before, token, *behind) in enumerate(zip_longest(tokens, tokens[1:], tokens[2:]))
        if before.text in known.series
        and not before.has("name")
        and token is not None
        and token.text.isdigit()
        and not (behind[0] is not None and behind[0].has("unit"))
    ]


def _asked_for(tokens: list[Token], at: int) -> bool:
    """Whether a word of courtesy is what is asked for ("어느 대학", "the hearing"), and so is none."""
    if at and tokens[at].text in _DEEDS and tokens[at - 1].text in ("the", "a", "an"):
        return not tokens[at].has("name", "kind", "part", "word", "noun", "title")
    if (
        not at
        or tokens[at - 1].text not in ("어느", "무슨", "어디", "whose")
        or len(tokens[at].text) < 2
        or tokens[at].ending is not None
    ):
        return False
    if tokens[at - 1].text == "어디" and not (at + 1 < len(tokens) and tokens[at + 1].ending is None):
        return False  # "어디 거야"
    return tokens[at].text not in ("정도", "만큼") and all(
        s.tag in ("light", "filler", "common") for s in tokens[at].senses
    )


_DEEDS = frozenset({"hearing", "reading"})
"""Nouns that are forms of verbs of courtesy ("I keep hearing that")."""


def _stray_chat(token: Token) -> bool:
    """Whether a word of chatter stands in a question that is none; greetings and thanks are courtesy."""
    return (
        bool(token.senses) and token.by_tag.keys() <= _CHATTER and not {"greeting", "thanks"} & set(token.ids("chat"))
    )


_CHATTER = frozenset({"chat", "verb", "common"})


def _is_tail(tokens: list[Token], at: int) -> bool:
    """Whether an unknown syllable or two are only the odd ending of a verb ("만났엉", "했슴돠")."""
    token = tokens[at]
    if token.spaced or not at or len(token.text) > 2 or not is_syllable(token.text[0]):
        return False
    before = tokens[at - 1]
    last = at + 1 == len(tokens) or tokens[at + 1].spaced
    return last and (before.ending == "" or before.has("kind", "light", "part")) and _is_past(before.text[-1])


def _is_past(char: str) -> bool:
    """Whether a syllable ends in ㅆ, or in ㅅ as people type it: a verb in the past."""
    return is_syllable(char) and split(char)[2] in ("ㅅ", "ㅆ")
