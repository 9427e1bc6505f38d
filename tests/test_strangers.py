"""What people ask of bases by authors who know only the manual: a mountain rescue, a technology fair, a strike, a prize."""

from __future__ import annotations

import pytest
from questions.ask import known_of
from questions.bank import BASES

from bot.answer import answer
from bot.turn import Status


def said_to(base: str, question: str) -> str:
    """What is told, where anything is."""
    reply = answer(question, known_of(BASES / base))
    assert reply.status is Status.ANSWERED
    return reply.answer


@pytest.mark.parametrize(
    ("base", "question", "told"),
    [
        ("rescue", "Was the hearing on Monday?", "No. On Tuesday, March 10, 2026."),
        ("rescue", "Was the hearing in April?", "No. On Tuesday, March 10, 2026."),
        ("rescue", "공청회는 수요일이었어?", "아니요, 2026년 3월 10일 화요일입니다."),
        ("rescue", "Was the apology on a Monday?", "No. Wednesday, January 21, 2026."),
        ("rescue", "Did they get lost on Sunday?", "No. On Saturday, January 17, 2026"),
        ("bridge", "Was the keynote on Tuesday?", "No. Monday, October 12, 2026"),
        ("bridge", "기조연설이 오후였나요?", "아니요, 2026년 10월 12일 오전 10시입니다."),
        ("bridge", "기조연설은 월요일이었어?", "네, "),
        ("bridge", "기조연설은 무슨 요일이었어?", "2026년 10월 12일 월요일 오전 10시입니다."),
        ("bridge", "which day of the week was the protest?", "Thursday, October 15, 2026"),
        ("strike", "Was the vote on Sunday?", "No. The union's members will hold a ratification vote"),
        ("bridge", "님바라는 인수설에 대해 뭐라고 했어?", "그런 논의는 전혀 없었다"),
        ("bridge", "칩와이어는 인수설에 대해 뭐라고 했어?", "칩와이어는 님바라가"),
        ("rescue", "등산객들 어디서 출발했대", "물빛주차장"),
        ("rescue", "where did they set out from?", "Mulbit Car Park"),
        ("ferry", "배는 어디서 출발해?", "포트 캘더"),
        ("rescue", "구조 지휘본부는 어디에 차려졌습니까", "물빛초등학교"),
        ("bridge", "몇 개국이 서명했어?", "9개국"),
        ("bridge", "병원에 두레 몇 대 들어가?", "30대"),
        ("bridge", "두레는 병원 몇 곳에 들어가?", "마리스포트의 병원 두 곳"),
        ("bridge", "이번 박람회 열린 건물 이름이 뭐예요?", "베사리아 마리스포트 9번 부두"),
        ("bridge", "만찬 메인요리 뭐 나왔어?", "주요리는 도미구이"),
        ("rescue", "눈이 38cm 왔어?", "네, "),
        ("rescue", "눈이 50cm 왔어?", "아니요, "),
        ("bridge", "what time is the keynote again?", "October 12, 2026"),
    ],
)
def test_it_is_told(base: str, question: str, told: str) -> None:
    assert said_to(base, question).startswith(told)


@pytest.mark.parametrize(
    ("base", "question"),
    [
        ("rescue", "Was the second hearing in April?"),
        ("rescue", "Was the testimony on Monday?"),
        ("vessel", "Was the hearing in May?"),
        ("vessel", "who spoke at the hearing?"),
        ("bridge", "Was the dinner at night?"),
        ("bridge", "테셀은 인수설에 대해 뭐라고 했어?"),
        ("rescue", "헬기는 어디서 출발했어?"),
        ("rescue", "who are the members of the committee?"),
        ("bridge", "마리스포트 선언 서명한 9개국 이름 다 알려줘"),
        ("bridge", "칩와이어는 인수설 누구한테 들은거래?"),
        ("merger", "are Garam Bank and Solmoe Bank from the same country?"),
        ("merger", "are Yoo and Bae both from Sweden?"),
    ],
)
def test_it_is_declined(base: str, question: str) -> None:
    assert answer(question, known_of(BASES / base)).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("base", "question"),
    [
        ("rescue", "페랑 과장이 카스트로를 칭찬한 까닭은?"),
        ("rescue", "페랑 과장이 카스트로를 칭찬한 이유는?"),
        ("bridge", "카르도 장관은 다온 면담 끝나고 뭐라고 했습니까"),
    ],
)
def test_what_only_asks_is_no_strange_word(base: str, question: str) -> None:
    assert answer(question, known_of(BASES / base)).residue == ()


@pytest.mark.parametrize("word", ["메인요리", "디저트", "쇼룸", "굿즈", "레시피"])
def test_an_everyday_word_is_no_slip(word: str) -> None:
    assert answer(f"만찬 {word} 뭐 나왔어?", known_of(BASES / "bridge")).read_as is None
