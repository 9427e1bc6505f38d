"""Korean script and grammar: syllables and jamo, verb stems and their forms, particles that agree."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

CHOSEONG = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
JUNGSEONG = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
JONGSEONG = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

# Stems whose last consonant changes before a vowel; every other ㄷ, ㅂ or ㅅ stem is regular, except that
# adjectives in ㅂ nearly all change (Standard Korean, National Institute of Korean Language, chapter on 불규칙 활용).
_D_IRREGULAR = frozenset(["듣", "걷", "묻", "싣", "깨닫", "일컫", "붇"])
_B_REGULAR = frozenset(
    ["입", "잡", "뽑", "씹", "좁", "넓", "접", "집", "업", "꼽", "잡히", "굽히", "붙잡", "사로잡", "손잡"]
)
_S_IRREGULAR = frozenset(["짓", "낫", "붓", "잇", "긋", "젓"])
# 어떻다 is no ㅎ stem here either: its 어떤 is a word of its own, which asks which.
_H_REGULAR = frozenset(
    ["어떻", "좋", "놓", "넣", "낳", "쌓", "닿", "찧", "빻", "내놓", "싫", "옳", "잃", "앓", "뚫", "끓", "꿇", "많", "않", "끊"]
)  # fmt: skip
_REU_REGULAR = frozenset(["따르", "치르", "들르", "다다르", "우러르"])

AMONG = frozenset({"중", "중에", "중에서", "가운데", "둘 중", "둘 중에"})
"""Words behind the things of which one is asked for."""
EACH = frozenset({"각각", "각자", "각기"})
"""Words by which something is asked of each of several."""
ONE = frozenset({"거", "것", "게", "건", "걸"})
"""The noun for a thing or a deed that is not named, with its particles."""


def is_syllable(char: str) -> bool:
    """Whether the character is one whole Hangul syllable."""
    return "가" <= char <= "힣"


def split(syllable: str) -> tuple[str, str, str]:
    """A syllable's choseong, jungseong and jongseong ("" where there is none)."""
    n = ord(syllable) - 0xAC00
    return CHOSEONG[n // 588], JUNGSEONG[n % 588 // 28], JONGSEONG[n % 28]


def join(cho: str, jung: str, jong: str = "") -> str:
    """The syllable of three jamo."""
    return chr(0xAC00 + (CHOSEONG.index(cho) * 21 + JUNGSEONG.index(jung)) * 28 + JONGSEONG.index(jong))


def jamo(text: str) -> str:
    """Text with every syllable as three slots, an empty jongseong as "-", so that a slip changes one letter.

    >>> jamo("가넌")
    'ㄱㅏ-ㄴㅓㄴ'
    """
    return "".join("".join(p or "-" for p in split(c)) if is_syllable(c) else c for c in text)


def _close(stem: str, jong: str) -> str:
    """The stem with a jongseong put under its open last syllable."""
    cho, jung, _ = split(stem[-1])
    return stem[:-1] + join(cho, jung, jong)


_CONTRACTED = {
    "ㅗ": "ㅘ",
    "ㅜ": "ㅝ",
    "ㅣ": "ㅕ",
    "ㅏ": "ㅏ",
    "ㅓ": "ㅓ",
    "ㅐ": "ㅐ",
    "ㅔ": "ㅔ",
    "ㅕ": "ㅕ",
    "ㅚ": "ㅙ",
    "ㅟ": "ㅟ",
}


def is_of_past(syllable: str) -> bool:
    """Whether a syllable ends as the past of a verb does: 했, 갔."""
    return is_syllable(syllable) and split(syllable)[2] == "ㅆ"


def _infinitives(stem: str) -> set[str]:
    """The forms that -아/-어 makes of a stem, contracted and in full (보아, 봐; 내놓아, 내놔)."""
    if stem.endswith("하"):
        return {stem[:-1] + "해", stem[:-1] + "하여"}
    cho, jung, jong = split(stem[-1])
    bright = jung in "ㅏㅗㅑ"
    if jong:
        return {stem + ("아" if bright else "어"), *([f"{stem[:-1]}놔"] if stem[-1] == "놓" else [])}
    if jung == "ㅡ":
        return _infinitives_of_eu(stem, cho)
    head = stem[:-1] + join(cho, _CONTRACTED[jung]) if jung in _CONTRACTED else stem + "어"
    return {head} if jung in "ㅏㅓㅕ" else {head, stem + ("아" if bright else "어")}


def _infinitives_of_eu(stem: str, cho: str) -> set[str]:
    before = split(stem[-2])[1] if len(stem) > 1 and is_syllable(stem[-2]) else ""
    vowel = "ㅏ" if before and before in "ㅏㅗ" else "ㅓ"
    if stem[-1] == "르" and len(stem) > 1 and stem not in _REU_REGULAR:
        return {_close(stem[:-1], "ㄹ") + join("ㄹ", vowel)}
    return {stem[:-1] + join(cho, vowel)}


def _before_vowel(stem: str) -> str:
    """The shape of a consonant stem before a vowel: 듣 is 들, 돕 is 도우, 짓 is 지."""
    cho, jung, jong = split(stem[-1])
    if jong == "ㄷ" and any(stem.endswith(s) for s in _D_IRREGULAR):
        return stem[:-1] + join(cho, jung, "ㄹ")
    if jong == "ㅂ" and not any(stem.endswith(s) for s in _B_REGULAR):
        return stem[:-1] + join(cho, jung) + "우"
    if jong == "ㅅ" and any(stem.endswith(s) for s in _S_IRREGULAR):
        return stem[:-1] + join(cho, jung)
    return stem


@cache
def shapes(verb: str) -> dict[str, frozenset[str]]:
    """The shapes of a verb or adjective (in its dictionary form) that endings are put to, by spelling.

    A stem is open, closed, of ㄹ ("ell") or without its ㄹ ("dropped"); then what ㄴ, ㄹ, ㅁ and ㅂ make of it
    ("n", "l", "m", "b"; "eu": with 으), the infinitive ("inf") and its past ("past").

    >>> {form: sorted(kinds) for form, kinds in shapes("가다").items()}
    {'가': ['inf', 'open'], '간': ['n'], '갈': ['l'], '감': ['m'], '갑': ['b'], '갔': ['past'], '갓': ['past']}
    """
    stem = verb.removesuffix("다")
    if not stem or not is_syllable(stem[-1]):
        return {verb: kept(frozenset({ANY}))}
    cho, jung, jong = split(stem[-1])
    if jong == "ㅎ" and stem not in _H_REGULAR:
        return _shapes_of_h(stem, stem[:-1] + join(cho, jung))
    found = [(stem, "ell" if jong == "ㄹ" else "closed" if jong else "open")]
    if not jong or jong == "ㄹ":
        opened = stem if not jong else stem[:-1] + join(*split(stem[-1])[:2])
        found += [(opened, "dropped")] if jong else []
        found += [(_close(opened, j), shape) for j, shape in zip("ㄴㄹㅁㅂ", "nlmb", strict=True)]
        infinitives = _infinitives(stem)
    else:
        soft = _before_vowel(stem)
        if split(soft[-1])[2]:
            found += [(soft + end, shape) for end, shape in (("은", "n"), ("을", "l"), ("음", "m"), ("으", "eu"))]
        else:
            found += [(_close(soft, j), shape) for j, shape in zip("ㄴㄹㅁ", "nlm", strict=True)]
        infinitives = (
            {soft[:-1] + "워", soft[:-1] + "와"} if soft.endswith("우") and jong == "ㅂ" else _infinitives(soft)
        )
    for infinitive in sorted(infinitives):
        found.append((infinitive, "inf"))
        found += [(_close(infinitive, j), "past") for j in "ㅆㅅ"]  # 만났, and 만낫 as it is often typed
    kinds: dict[str, set[str]] = {}
    for form, shape in found:
        kinds.setdefault(form, set()).add(shape)
    return {form: kept(frozenset(kinds[form])) for form in kinds}


@cache
def kept(kinds: frozenset[str]) -> frozenset[str]:
    """One set for all that are equal: there are a few dozen, for tens of thousands of spellings."""
    return kinds


def _shapes_of_h(stem: str, opened: str) -> dict[str, frozenset[str]]:
    """An adjective in ㅎ: 그렇, 그러, 그런, 그럴, 그럼, 그래, 그랬."""
    cho, jung, _ = split(opened[-1])
    infinitive = opened[:-1] + join(cho, {"ㅑ": "ㅒ", "ㅕ": "ㅖ"}.get(jung, "ㅐ"))
    found = [(stem, "closed"), (opened, "eu"), (infinitive, "inf")]
    found += [(_close(opened, j), shape) for j, shape in zip("ㄴㄹㅁ", "nlm", strict=True)]
    found += [(_close(infinitive, j), "past") for j in "ㅆㅅ"]
    return {form: kept(frozenset({shape})) for form, shape in found}


@cache
def forms(verb: str) -> tuple[str, ...]:
    """All shapes of a verb, in order.

    >>> [f for f in forms("만나다") if f in ("만나", "만난", "만났", "만남", "만납", "만날")]
    ['만나', '만난', '만날', '만남', '만납', '만났']
    """
    return tuple(sorted(shapes(verb)))


ANY = "any"
"""The shape of what is no verb, or a verb and another word as well: every ending may stand behind it."""
_CONSONANT = "다고지죠네니나냐노누느는능더던든드데디게도자기긴길거겠구군길잖쥬쥐징"
_ENDINGS = {
    "open": _CONSONANT + "면며려러시셨셔세신실십쇼요야라므봐서도대래란",
    "closed": _CONSONANT + "은을음으어아었았엇앗습슴소여였대만읍젔졌진제중",
    "ell": "다고지죠더던든드게도자기거겠구군길잖면며려러므으어아었았엇앗만은을음대제중",
    "dropped": "는네니나냐느시셨셔세신실십쇼오",
    "eu": "면며려러시셨셔세신실십므니라",
    "n": "지가다대데거건걸걸게것적후뒤줄채만단답댄감교고중들바댜담",
    "l": "까지거건걸게것수때래라만줄텐듯려런뿐적랑게는란",
    "b": "니시디죠쇼",
    "inf": "서도야요라지주줘준줄봐본볼보버있놓놨두둔뒀왔온오갔간가졌진져질짐집선달드냈낸내놔여염용잉예유잇갖다러싸나났난",
    "past": _CONSONANT + "은을음으어었엇습슴단답담댄댔대디엉만슈읍댜겟다",
}
"""The first syllables of the endings that each shape takes (Standard Korean, chapter on 어미)."""


def joins(shapes_of: Iterable[str], ending: str) -> bool:
    """Whether an ending may stand behind a verb in one of these shapes; behind a noun of a verb ("m"), any may.

    >>> joins(["past"], "습니다"), joins(["b"], "니다"), joins(["b"], "한거야"), joins(["n"], "이")
    (True, True, False, False)
    """
    thing = ending.startswith("거") and ending[1:2] not in ("든", "나", "덩")  # 간거야, but no 갔거야
    return any(
        shape in ("m", ANY) or (ending[0] in _ENDINGS[shape] and (not thing or shape in ("n", "l")))
        for shape in shapes_of
    )


def harmonises(last: str, ending: str) -> bool:
    """Whether an ending in 아 goes with the vowel of the closed syllable before it: 받+았어, but no 만들+았어.

    >>> harmonises("받", "았어"), harmonises("들", "았어"), harmonises("들", "었어")
    (True, False, True)
    """
    if ending[0] not in "아았앗" or not is_syllable(last):
        return True
    _, vowel, closing = split(last)
    return not closing or closing == "ㅆ" or vowel in "ㅏㅗㅑ"


def chains(last: str, ending: str) -> bool:
    """Whether an ending may stand behind another one that ends in this syllable: 다+는거야, 만+이지.

    >>> chains("다", "는거야"), chains("만", "이지"), chains("이", "던")
    (True, True, False)
    """
    return (last == "다" and ending[0] in "는던며길지네니더") or (len(ending) > 1 and ending[0] in "이인입")


_ONE_OF_TWO = {"은": True, "이": True, "을": True, "과": True, "는": False, "가": False, "를": False, "와": False}


def agrees(word: str, particle: str) -> bool:
    """Whether a particle of two forms has the one that goes with the last syllable of a word.

    >>> agrees("산", "은"), agrees("산", "는"), agrees("산", "에")
    (True, False, True)
    """
    closed = _ONE_OF_TWO.get(particle)
    return closed is None or not is_syllable(word[-1]) or closed == bool(split(word[-1])[2])


def ends_open(text: str) -> tuple[bool, bool]:
    """Whether a word ends in a vowel sound, and whether in ㄹ, as a Korean reader says it; brackets are passed over.

    >>> ends_open("이슬"), ends_open("Dvm"), ends_open("SK"), ends_open("3")
    ((False, True), (False, False), (True, False), (False, False))
    """
    word = text
    while word.endswith(")") and "(" in word:
        word = word[: word.rindex("(")].rstrip()
    word = word.rstrip("\"'”’.,!? ")
    if not word:
        return True, False
    last = word[-1]
    if is_syllable(last):
        jong = split(last)[2]
        return not jong, jong == "ㄹ"
    if last.isdigit():
        return last in "2459", last in "178"
    return _latin_ending(word)


def _latin_ending(word: str) -> tuple[bool, bool]:
    """How a Latin word ends when it is read in Korean: an abbreviation by the names of its letters."""
    last = word[-1].lower()
    tail = word.split()[-1]
    if tail.isupper() and len(tail) <= 5 and not any(c in "AEIOU" for c in tail[1:-1]):
        return last not in "lmnr", last in "lr"
    if last in "lr":
        return last == "r", last == "l"
    return last not in "mngkpbct", False


_PAIRS = (
    ("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("이랑", "랑"), ("이나", "나"), ("이라", "라"),
    ("이며", "며"), ("이고", "고"), ("이었", "였"), ("으로", "로"),
)  # fmt: skip
_BY_EITHER = {form: pair for pair in _PAIRS for form in pair}
_AGREEING = sorted(_BY_EITHER, key=len, reverse=True)
_FOLLOWS = frozenset(" .,!?\n\"')]") | frozenset("라며고습서써부도만는")


def agree(word: str, after: str) -> str:
    """`after` with the particle at its head made to agree with `word`; authors write either form.

    >>> agree("영희", "은 왔습니다"), agree("서울", "으로 갔습니다"), agree("DVM", "가 답했습니다")
    ('는 왔습니다', '로 갔습니다', '이 답했습니다')
    """
    for form in _AGREEING:
        if after.startswith(form) and (len(after) == len(form) or after[len(form)] in _FOLLOWS):
            closed, opened = _BY_EITHER[form]
            is_open, is_l = ends_open(word)
            chosen = opened if is_open or (is_l and closed == "으로") else closed
            return chosen + after[len(form) :]
    return after
