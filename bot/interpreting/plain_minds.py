"""What some roundabout ways of asking in English what somebody has in mind say straight: "what do they hope to gain from it", "going by Kim's account"."""

from __future__ import annotations

from dataclasses import replace

from bot.interpreting.cues import found_by
from bot.interpreting.interrogatives import asks
from bot.language.english import DETERMINERS, IS
from bot.language.senses import Sense
from bot.learning.lexicon import Lexicon
from bot.segment import Token

_IT = frozenset({"it", "things", "that", "this", "everything", "all"})


_GO_WITH = frozenset({"go with", "went with", "going with", "goes with", "gone with"})


@found_by(*_GO_WITH)
def went_with(tokens: list[Token]) -> list[Token]:
    """ "How did it go with Kim, according to Park?": what went so or so is no going along with somebody."""
    for at in range(2, len(tokens)):
        how = any("how" in t.ids("question") for t in tokens[max(0, at - 3) : at - 1])
        if tokens[at].text in _GO_WITH and tokens[at - 1].text in _IT and how:
            return [*tokens[:at], *tokens[at].pieces, *tokens[at + 1 :]]
    return tokens


_SAID = frozenset({"words", "view", "opinion", "eyes", "account"})


@found_by("go in")
def went_in_words(tokens: list[Token]) -> list[Token]:
    """ "How did the talks go in Kim's view?": in Kim's words, how they were."""
    at = next((n for n, t in enumerate(tokens) if n > 2 and t.text == "go in"), 0)
    whose = tokens[at + 1 : -1]
    if not at or not whose or tokens[-1].text not in _SAID or not all(t.has("name") for t in whose):
        return tokens
    if "how" not in tokens[0].ids("question") or tokens[1].text != "did":
        return tokens
    was = tokens[1].helping("was")
    said = replace(tokens[-1], text="words", senses=(Sense("light", ""), Sense("part", "said")), pieces=())
    return [tokens[at].pieces[-1], *whose, said, tokens[0], was, *tokens[2:at]]


_SEEING = frozenset(
    {"see", "catch", "spot", "notice", "photograph", "film", "recognise", "recognize", "bother", "snap"}
)
_NOT = frozenset({"wouldn't", "couldn't", "can't", "won't", "cannot", "didn't"})


@found_by("so", "so that")
def lest_seen(tokens: list[Token]) -> list[Token]:
    """ "Which way did Kim go in so the press wouldn't see him?": what was to be avoided is told by whom; that it was is no "not"."""
    at = next((n for n, t in enumerate(tokens) if n > 2 and t.text in ("so", "so that")), 0)
    asked = any(map(asks, tokens[:at]))
    denied = next((n for n in range(at + 1, len(tokens)) if tokens[n].text in _NOT), 0) if asked else 0
    behind = tokens[denied + 1 :]
    if not denied or not any(t.has("name") for t in tokens[at + 1 : denied]) or not behind:
        return tokens
    seen = behind[0].text in _SEEING and all("person" in t.ids("anaphor") for t in behind[1:])
    return [*tokens[:at], *tokens[at + 1 : denied]] if seen else tokens


@found_by("sense", "respect")
def in_what_sense(tokens: list[Token]) -> list[Token]:
    """ "In what sense is it new?": that it is, and what is told of that."""
    words = [t.text for t in tokens[:4]]
    sense = words[:1] == ["in"] and words[1:2] in (["what"], ["which"]) and words[2:3] in (["sense"], ["respect"])
    return tokens[3:] if sense and words[3:] and words[3] in IS else tokens


_HOPING = frozenset(
    {"want", "hope", "wish", "seek", "aim", "intend", "plan", "expect", "hoping", "trying", "try", "hope to", "want to"}
)
_GAINING = frozenset({"achieve", "gain", "accomplish", "attain", "reach", "bring about", "get"})
_BY = frozenset({"with", "by", "from", "through", "out of", "via"})


@found_by(ends=_GAINING)
def hoped_to_gain(tokens: list[Token]) -> list[Token]:
    """ "What do Kim and Park hope to gain from the deal?": what the deal is for."""
    at = next((n for n, t in enumerate(tokens) if n > 2 and t.text.split()[-1] in _GAINING), 0)
    asked = next((n for n in range(at) if tokens[n].text == "what"), -1)
    if (
        not at
        or asked < 0
        or [t.text for t in tokens[asked + 1 : asked + 2]] not in (["do"], ["does"], ["did"], ["is"], ["are"])
    ):
        return tokens
    words = " ".join(t.text for t in tokens[asked + 2 : at + 1]).split()
    hoping = len(words) > 2 and words[-2] == "to" and words[-3] in _HOPING
    by = [t.text for t in tokens[at + 1 : at + 2]]
    if not hoping or not by or by[0] not in _BY or len(tokens) < at + 3:
        return tokens
    who = [t for t in tokens[asked + 2 : at] if not (t.text in _HOPING or t.text == "to")]
    why = tokens[asked].asking("why")
    return [*tokens[:asked], why, tokens[asked + 1], *who, *(t for t in tokens[at + 2 :] if t.text not in DETERMINERS)]


_ACCOUNT = frozenset({"account", "own account", "words", "own words", "telling", "version", "statement", "remarks"})


@found_by("going by", "per", "judging by", within=(" if you ask ", " as ", " to hear "))
def going_by(tokens: list[Token]) -> list[Token]:
    """ "Going by Kim's account, is it settled?", "is it settled, per Kim?", "if you ask Kim": according to Kim."""
    start = next((n for n, t in enumerate(tokens[:-1]) if t.text in ("going by", "per", "judging by")), -1)
    if start < 0:
        return _as_somebody_puts_it(tokens)
    who = tokens[start + 1]
    end = start + 2 + (tokens[start + 2 : start + 3] != [] and tokens[start + 2].text in _ACCOUNT)
    if not who.has("name") or (start and end < len(tokens)):
        return tokens
    by = tokens[start].leading("according to", "by")
    rest = [*tokens[:start], *tokens[end:]]
    return [*rest, by, who] if len(rest) > 1 else tokens


def _as_somebody_puts_it(tokens: list[Token]) -> list[Token]:
    """ "If you ask Kim, ...", "as Kim put it, ...", "to hear Kim tell it, ...": according to Kim."""
    words = [p for t in tokens[:6] for p in (t.pieces or (t,))]
    texts = [t.text for t in words]
    at = next((n for n, t in enumerate(words) if t.has("name")), 0)
    frame = (texts[:at], texts[at + 1 : at + 3])
    asked = frame[0] == ["if", "you", "ask"]
    put = (
        frame[0] == ["as"]
        and frame[1][:1] in (["put"], ["sees"], ["tells"], ["saw"], ["told"])
        and frame[1][1:] == ["it"]
    )
    heard = frame[0] == ["to", "hear"] and frame[1] == ["tell", "it"]
    if not asked and not put and not heard:
        return tokens
    behind = words[at].end if asked else words[at + 2].end
    rest = [t for t in tokens if t.start >= behind]
    by = words[0].leading("according to", "by")
    return [*rest, by, words[at]] if len(rest) > 1 else tokens


@found_by("have", "had", "has")
def kind_words(tokens: list[Token]) -> list[Token]:
    """ "Did Kim have kind words for Park?", "had he any praise for her": whether he said such of her, and praised her."""
    words = [w for t in tokens for w in (t.pieces if t.text.endswith(" for") else (t,))]
    at = next((n for n, t in enumerate(words[:-2]) if t.text in ("have", "had", "has") and n), 0)
    behind = next((n for n in range(at + 1, len(words) - 1) if words[n].text == "for"), 0) if at else 0
    at = at if words[0].has("auxiliaries") else 0
    said = [w for w in words[at + 1 : behind] if w.text not in ("any", "some", "a", "few", "only")]
    if not at or not said or len(said) > _PRAISE or said[-1].text not in ("words", "word", "praise"):
        return tokens
    if said[-1].text == "praise":
        return [*words[:at], said[-1], *words[behind + 1 :]]
    say = replace(words[at], text="say", senses=(Sense("part", "said"),), pieces=())
    about = words[behind].leading("about", "about")
    return [*words[:at], say, *said[:-1], about, *words[behind + 1 :]]


_PRAISE = 3
"""Words of a phrase for praise at most: "very kind words"."""


@found_by(ends=("do",))
def planning_to_do(tokens: list[Token]) -> list[Token]:
    """ "What is Kim planning to do in Rome?": what he plans there."""
    found = list(tokens)
    for n, token in enumerate(tokens):
        plans = token.text.endswith(" to do") and len(token.pieces) > 1
        if plans and n > 1 and "what" in tokens[0].ids("question") and token.pieces[0].has("kind", "part"):
            found[n] = token.pieces[0]
    return found


def other_verbs(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Verbs in other words, where a base has the plain one: "want to find out" is to ask, to know each other is to have met."""
    if not tokens or not tokens[0].text.isascii():
        return tokens
    tokens = _came_of(_faced(_settled_that(tokens, lexicon), lexicon), lexicon)
    return _presented(_knew_before(_put_question(_wondered(tokens, lexicon), lexicon), lexicon), lexicon)


def _presented(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "Who presented the plan?": who announced it, and nothing of who was present."""
    found = list(tokens)
    for n, token in enumerate(tokens):
        if token.text in ("presented", "presenting") and "present" in token.ids("mark"):
            own = tuple(s for s in token.senses if s.tag == "kind" and not s.like)
            announced = tuple(s for s in lexicon.senses("announced") if s.tag in ("kind", "part"))
            found[n] = replace(token, senses=own or announced, pieces=())
    return found


_SETTLED = frozenset({"settled", "decided", "agreed", "fixed", "final", "determined", "clear", "a done deal"})


def _settled_that(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "Is it settled that Kim goes there?", "has it been decided that he does?": whether that is confirmed."""
    at = next((n for n in range(1, min(len(tokens) - 1, 6)) if tokens[n].text in _SETTLED), 0)
    words = [w for t in tokens[:at] for w in t.text.split()]
    led = words[:2] in (["is", "it"], ["was", "it"], ["has", "it"]) and _ALREADY.issuperset(words[2:])
    confirmed = lexicon.senses("confirmed") if led and tokens[at + 1].text in ("that", "whether", "if") else ()
    if not confirmed:
        return tokens
    return [*tokens[:at], replace(tokens[at], text="confirmed", senses=confirmed, pieces=()), *tokens[at + 1 :]]


_ALREADY = frozenset({"been", "already", "yet", "now", "really", "finally"})


def _came_of(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "What came of the talks?", "what, if anything, did the talks yield?": what their outcome was."""
    ends = tokens[-1].text in _YIELDS and "what" in tokens[0].ids("question")
    helper = next((n for n, t in enumerate(tokens[:4]) if t.text in ("did", "has", "have")), 0) if ends else 0
    event = tokens[1:] if tokens[0].text == "what came of" else tokens[helper + 1 : -1] if helper else []
    outcome = lexicon.senses("outcome")
    if not outcome or not event or not any(map(_is_event, event)):
        return tokens
    first = tokens[0]
    words = [
        replace(first, text=w, senses=lexicon.senses(w), pieces=()) for w in ("what", "was", "the", "outcome", "of")
    ]
    return [*words, *event]


def _is_event(token: Token) -> bool:
    """Whether a word is for something that took place: "talks", or "the talks" that were spoken of."""
    pieces = token.pieces if "thing" in token.ids("anaphor") else (token,)
    return any(t.has("kind", "word") and not t.has("light") for t in pieces)


_YIELDS = frozenset({"yield", "yielded", "produce", "produced", "lead to", "led to", "result in"})


_PRESS = frozenset({"reporters", "press", "the press", "the reporters", "media", "the media", "journalists", "cameras"})


def _faced(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "When did Kim face the press?": when he spoke to them."""
    at = next((n for n in range(2, len(tokens)) if tokens[n].text.split()[0] in ("face", "faced")), 0)
    asked = {"when", "clock", "where"} & {q for t in tokens[:at] for q in t.ids("question")}
    behind = [*(tokens[at].pieces[1:] if at else ()), *tokens[at + 1 :]]
    press = [t.text for t in behind if t.text != "the"][:1]
    if not at or not asked or not _PRESS.issuperset(press) or not press:
        return tokens
    speak = replace(tokens[at], text="speak", senses=lexicon.senses("speak"), pieces=())
    return [*tokens[:at], speak, replace(speak, text="to", senses=lexicon.senses("to")), *behind]


def _wondered(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "What did the reporters want to find out?": what they asked."""
    words = [t.text for t in tokens]
    if "what" not in tokens[0].ids("question") or words[1:2] != ["did"]:
        return tokens
    for at in range(2, len(tokens)):
        taken = next((n for n in range(1, 5) if " ".join(words[at : at + n]) in _WONDERING), 0)
        if taken and tokens[at - 1].has("name"):
            ask = replace(tokens[at], text="ask", senses=lexicon.senses("ask"), pieces=())
            return [*tokens[:at], ask, *tokens[at + taken :]]
    return tokens


def _put_question(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "Who put the question of the price to Kim?": who asked him about it."""
    put = next((n for n, t in enumerate(tokens[:-2]) if n and t.text in _PUTTING), 0)
    to = next((n for n in range(put + 2, len(tokens) - 1) if tokens[n].text in ("to", "at")), 0) if put else 0
    noun = next((n for n in range(put + 1, to) if tokens[n].text == "question"), 0)
    if not noun or "who" not in tokens[0].ids("question") or not all(t.has("name") for t in tokens[to + 1 :]):
        return tokens
    asked = replace(tokens[put], text="asked", senses=lexicon.senses("asked"), pieces=())
    about = replace(tokens[to], text="about", senses=lexicon.senses("about"), pieces=())
    what = [
        t for t in tokens[put + 1 : to] if t is not tokens[noun] and t.text not in ("of", "on", "about", "that", "a")
    ]
    return [tokens[0], asked, *tokens[to + 1 :], *([about, *what] if any(t.text != "the" for t in what) else [])]


_PUTTING = frozenset({"put", "posed", "raised", "threw", "directed"})


def _knew_before(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "Does Kim know Park from before?", "did they already know each other?": whether they had met before."""
    know = next((n for n, t in enumerate(tokens) if n > 1 and t.text in _KNOWING), 0)
    mutual = any(t.text == "each other" for t in tokens) or tokens[know].text == "know each other from"
    if not know or tokens[0].text not in ("does", "did", "do", "had", "have"):
        return tokens
    words = [p for t in tokens[know + 1 :] for p in (t.pieces if t.text.startswith(_LED) and t.pieces else (t,))]
    before = [t for t in (*tokens[1:know], *words) if {"before", "earlier"} & set(t.ids("mark"))]
    who = [t for t in tokens[1:know] if t not in before]
    whom = [t for t in words if t.has("name")]
    idle = all(t.has("name", "anaphor") or t in before or t.text in _FROM_BEFORE for t in words)
    if not before or not idle or not any(t.has("name", "anaphor") for t in who):
        return tokens
    if not whom and not mutual:
        return tokens
    meet = replace(tokens[know], text="meet", senses=lexicon.senses("meet"), pieces=())
    mark = replace(before[0], text="before", senses=lexicon.senses("before"), pieces=())
    return [tokens[0], *who, meet, *whom, mark]


_KNOWING = frozenset({"know", "knew", "known", "know each other from"})
_LED = ("from ", "earlier ", "previous ")
_FROM_BEFORE = frozenset({"from", "each other", "an", "a", "meeting", "encounter", "occasion"})
_WONDERING = frozenset(
    f"{want} to {learn}" for want in ("want", "try", "hope", "seek") for learn in ("find out", "learn", "hear", "know")
)
