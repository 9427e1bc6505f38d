"""The store never stops an answer, keeps what it must no longer than it may, and really forgets."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.store import CLAIM_SECONDS, DAY, Asker, Sent, Store, Vain
from bot.storefile import REST_SECONDS
from bot.turn import Memory

KIM = Asker(chat=10, thread=0, user=10)
IN_GROUP = Asker(chat=-5, thread=7, user=10)
LEE = Asker(chat=-5, thread=7, user=11)
TOPIC = Memory(facts=("meeting",), names=("ann",), said="ko", at=5.0, turns=1)


class Clock:
    """A clock that stands until it is told to go on."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    store = Store(tmp_path / "deep" / "store.sqlite", clock=clock)
    yield store
    store.close()


def sent(message: int = 100, asker: Asker = KIM, **more: object) -> Sent:
    answer = Sent(
        message=message,
        asker=asker,
        asked=99,
        question="누가 왔어?",
        lang="ko",
        status="answered",
        facts=("meeting", "name:ann"),
        sources=("The Paper, 2025",),
        read_as=None,
        how=("a", "b"),
        before=Memory(),
        after=TOPIC,
    )
    return replace(answer, **more)  # type: ignore[arg-type]


# what is kept comes back


def test_nothing_is_known_at_first(store: Store) -> None:
    assert store.context(KIM) == Memory()
    assert store.pinned(KIM.user) is None
    assert store.last(KIM) is None
    assert store.vain() == []
    assert store.tallies(30) == {}
    assert store.parked() == []


def test_an_answer_comes_back_by_its_message_by_its_question_and_as_the_latest(store: Store) -> None:
    store.remember(sent())
    assert store.sent(KIM.chat, 100) == sent()
    assert store.answer_to(KIM.chat, 99) == sent()
    assert store.last(KIM) == sent()
    assert store.context(KIM) == TOPIC


def test_contexts_are_kept_apart_by_chat_thread_and_asker(store: Store) -> None:
    store.remember(sent(asker=IN_GROUP))
    assert store.context(IN_GROUP) == TOPIC
    for other in (KIM, LEE, replace(IN_GROUP, thread=8)):
        assert store.context(other) == Memory()


def test_an_edited_older_answer_does_not_become_the_context(store: Store) -> None:
    store.remember(sent(100))
    store.remember(sent(102, asked=101, after=replace(TOPIC, turns=9)))
    store.remember(sent(100, question="누가 갔어?"), latest=False)
    assert store.context(KIM).turns == 9
    edited = store.sent(KIM.chat, 100)
    assert edited is not None
    assert edited.question == "누가 갔어?"


def test_a_language_is_pinned_and_let_go(store: Store) -> None:
    store.pin(10, "ko")
    store.pin(10, "en")
    assert store.pinned(10) == "en"
    store.pin(10, None)
    assert store.pinned(10) is None


def test_one_vote_a_person_and_message_and_the_last_counts(store: Store) -> None:
    assert store.vote(1, 2, 10, up=True)
    assert not store.vote(1, 2, 10, up=True)
    assert store.vote(1, 2, 10, up=False)
    assert store.vote(1, 2, 11, up=True)
    assert store.tallies(30) == {"up": 1, "down": 1}


def test_questions_in_vain_are_counted_the_most_frequent_first(store: Store, clock: Clock) -> None:
    store.in_vain("golf?", "unknown_word")
    clock.now += DAY
    for _ in range(2):
        store.in_vain("who is Zed?", "unknown_name", "Zed")
    today = "2023-11-15"
    assert store.vain() == [
        Vain("who is Zed?", "unknown_name", "Zed", 2, today),
        Vain("golf?", "unknown_word", "", 1, "2023-11-14"),
    ]


def test_the_file_is_for_its_owner_only(store: Store) -> None:
    store.pin(10, "ko")
    assert store.path.stat().st_mode & 0o077 == 0


# an update is handled once


def test_an_update_is_claimed_once_and_done_for_good(store: Store) -> None:
    assert store.claim("1", lease=60) == "mine"
    assert store.claim("1", lease=60) == "taken"
    store.done("1")
    assert store.claim("1", lease=60) == "done"


def test_a_claim_without_a_lease_is_free_again_after_a_crash(store: Store) -> None:
    assert store.claim("1") == "mine"
    assert store.claim("1") == "mine"


def test_a_lease_ends_by_time_or_by_release(store: Store, clock: Clock) -> None:
    store.claim("1", lease=60)
    clock.now += 61
    assert store.claim("1", lease=60) == "mine"
    store.release("1")
    assert store.claim("1", lease=60) == "mine"


def test_a_lease_goes_on_while_it_is_renewed(store: Store, clock: Clock) -> None:
    store.claim("1", lease=60)
    clock.now += 50
    store.renew(["1"], lease=60)
    clock.now += 50
    assert store.claim("1", lease=60) == "taken"


def test_two_processes_on_one_file_do_not_both_get_an_update(store: Store, clock: Clock) -> None:
    other = Store(store.path, clock=clock)
    assert [store.claim("1", lease=60), other.claim("1", lease=60)] == ["mine", "taken"]
    other.close()


def test_what_is_parked_comes_back_in_its_order_until_it_is_done(store: Store, clock: Clock) -> None:
    for key in ("9", "10", "11"):
        store.claim(key)
        assert store.park(key, f"body {key}")
    store.done("10")
    assert store.parked() == [("9", "body 9"), ("11", "body 11")]


def test_what_is_parked_with_a_lease_is_in_other_hands_until_it_ends(store: Store, clock: Clock) -> None:
    store.park("1", "body", lease=60)
    assert store.parked() == []
    clock.now += 61
    assert store.parked() == [("1", "body")]


def test_a_key_is_new_once(store: Store) -> None:
    assert [store.first("album:1"), store.first("album:1"), store.first("album:2")] == [True, False, True]


# nothing is kept for longer than it may be


def test_context_and_answers_are_gone_after_a_day(store: Store, clock: Clock) -> None:
    store.remember(sent())
    clock.now += DAY + 1
    assert store.context(KIM) == Memory()
    assert store.sent(KIM.chat, 100) is None
    assert store.answer_to(KIM.chat, 99) is None


def test_a_sweep_deletes_what_is_over_and_only_that(store: Store, clock: Clock) -> None:
    store.pin(10, "ko")
    store.remember(sent())
    store.vote(1, 2, 10, up=True)
    store.in_vain("golf?", "unknown_word")
    store.tally("answered")
    store.done("1")
    clock.now += CLAIM_SECONDS + 1
    store.sweep()
    assert rows(store) == {"pinned": 1, "context": 0, "sent": 0, "vote": 1, "vain": 1, "tally": 1, "claim": 0}
    clock.now += 31 * DAY
    store.sweep()
    assert rows(store) == {"pinned": 1, "context": 0, "sent": 0, "vote": 0, "vain": 0, "tally": 0, "claim": 0}


def test_forgetting_leaves_nothing_of_the_person_in_the_file_and_all_of_the_others(store: Store) -> None:
    store.remember(sent(question="SECRET of Kim"))
    store.remember(sent(101, asker=IN_GROUP, question="SECRET of Kim"))
    store.remember(sent(102, asker=LEE, question="of Lee"))
    store.pin(10, "ko")
    store.vote(1, 2, 10, up=True)
    assert store.forget(10)
    assert store.context(KIM) == store.context(IN_GROUP) == Memory()
    assert store.pinned(10) is None
    assert store.tallies(30) == {}
    assert store.last(LEE) == sent(102, asker=LEE, question="of Lee")
    for file in store.path.parent.iterdir():
        assert b"SECRET of Kim" not in file.read_bytes()


def test_questions_in_vain_have_no_tie_to_whoever_asked(store: Store) -> None:
    store.in_vain("golf?", "unknown_word")
    with closing(sqlite3.connect(store.path)) as db:
        columns = [row[1] for row in db.execute("PRAGMA table_info(vain)")]
    assert columns == ["day", "text", "why", "lacked", "count"]


# it never stops an answer


def use(store: Store) -> None:
    """All that an answer asks of the store."""
    assert store.claim("1") == "mine"
    assert store.pinned(10) is None
    assert store.context(KIM) == Memory()
    store.remember(sent())
    store.tally("answered")
    store.in_vain("golf?", "unknown_word")
    store.vote(1, 2, 10, up=True)
    store.done("1")
    assert store.sent(KIM.chat, 100) is None
    assert store.first("album:1")
    store.sweep()


def broken_file(path: Path) -> None:
    path.write_bytes(b"this is no database" * 100)


def folder_in_its_place(path: Path) -> None:
    path.mkdir()


def foreign_tables(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE context (other TEXT)")
        db.execute("CREATE TABLE sent (other TEXT)")
        db.execute("CREATE TABLE pinned (other TEXT)")
        db.execute("CREATE TABLE claim (other TEXT)")
    db.close()


@pytest.mark.parametrize("spoil", [broken_file, folder_in_its_place, foreign_tables])
def test_a_broken_store_is_no_store_and_says_why_once(
    spoil: object, tmp_path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "store.sqlite"
    assert callable(spoil)
    spoil(path)
    store = Store(path, clock=clock)
    for _ in range(3):
        use(store)
        clock.now += REST_SECONDS + 1
    assert not store.forget(10)
    assert not store.park("1", "body")
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_a_locked_store_costs_one_short_wait_and_works_again_later(
    store: Store, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    store.pin(11, "ko")
    other = sqlite3.connect(store.path)
    other.execute("BEGIN EXCLUSIVE")
    store.remember(sent())
    assert store.pinned(11) is None
    other.close()
    assert store.pinned(11) is None  # it is left alone for a while
    clock.now += REST_SECONDS + 1
    assert store.pinned(11) == "ko"
    assert [record.levelno for record in caplog.records] == [logging.WARNING, logging.INFO]


def test_a_full_disk_loses_what_is_new_and_keeps_what_was(store: Store, clock: Clock) -> None:
    store.pin(11, "ko")
    assert store.file.db is not None
    pages = store.file.db.execute("PRAGMA page_count").fetchone()[0]
    store.file.db.execute(f"PRAGMA max_page_count = {pages}")
    for message in range(100):
        store.remember(sent(message, question="x" * 4000))
    clock.now += REST_SECONDS + 1
    assert store.pinned(11) == "ko"


def test_a_row_that_another_version_wrote_is_no_row(store: Store) -> None:
    store.remember(sent())
    with sqlite3.connect(store.path) as db:
        db.execute("UPDATE sent SET body = '{}'")
        db.execute("UPDATE context SET memory = 'no json'")
    db.close()
    assert store.sent(KIM.chat, 100) is None
    assert store.context(KIM) == Memory()


def rows(store: Store) -> dict[str, int]:
    """How many rows each table holds."""
    db = sqlite3.connect(store.path)
    tables = ("pinned", "context", "sent", "vote", "vain", "tally", "claim")
    found = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
    db.close()
    return found
