"""The parts of the Telegram shell that need no Telegram: what is heard, how it is shown, paced, logged and set up."""

from __future__ import annotations

import asyncio
import logging
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from telegram import Message, User
from telegram.error import BadRequest, Forbidden, TimedOut

from bot.store import Asker, Store, Vain
from bot.talk_telegram import owners, webhook
from bot.talk_telegram.base import short_key
from bot.talk_telegram.calls import Calls
from bot.talk_telegram.flood import LONGEST_WAIT, Flood
from bot.talk_telegram.handle import EVERYBODY, OWNERS
from bot.talk_telegram.hearing import ANONYMOUS_ADMIN, Said, hear
from bot.talk_telegram.lanes import Lanes
from bot.talk_telegram.logs import Redacting, where
from bot.talk_telegram.menu import GROUP, OWNER, PRIVATE
from bot.talk_telegram.owners import group
from bot.talk_telegram.request import NotArrived, Slow
from bot.talk_telegram.settings import NUMBERS, BadSetting, Settings, read_settings
from bot.talk_telegram.shell import Shell
from bot.talk_telegram.show import LONGEST, Page, pieces, reply_buttons, reply_page
from bot.talk_telegram.watch import Watch, alive
from bot.talk_telegram.words import load_words
from bot.turn import LANGS, Cited, Reason, Reply, Status

WORDS = load_words()
ME = User(4200000042, "Factbot", True, username="factbot_test_bot")
KIM: dict[str, Any] = {"id": 7, "is_bot": False, "first_name": "Kim", "language_code": "ko-KR"}
TOKEN = "4200000042:AAG-not-a-real-token-only-for-tests"


# what is said to the bot


def message(text: str | None = "", chat: str = "private", sender: dict[str, Any] = KIM, **more: Any) -> Message:
    """A message as Telegram sends it, with the entities that Telegram would find."""
    entities = [
        {"type": "mention", "offset": m.start(), "length": len(m[0])} for m in re.finditer(r"(?<!\S)@\w+", text or "")
    ]
    place = {"id": 7 if chat == "private" else -100, "type": chat, "title": "G"}
    data = {"message_id": 5, "date": 1_700_000_000, "chat": place, "from": sender, "text": text, "entities": entities}
    return Message.de_json(data | more, None)


def heard(*args: Any, edited: bool = False, **more: Any) -> Said | None:
    return hear(message(*args, **more), ME, WORDS, edited=edited)


OURS = {"message_id": 3, "date": 1_700_000_000, "chat": {"id": -100, "type": "supergroup"}, "from": ME.to_dict()}
PHOTO: dict[str, Any] = {"text": None, "photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]}


@pytest.mark.parametrize(
    ("said", "command", "text"),
    [
        ("who met Ann?", None, "who met Ann?"),
        ("/start f_meeting", "start", "f_meeting"),
        ("/ASK  who met Ann?", "ask", "who met Ann?"),
        ("/ask@Factbot_Test_Bot\nwho met Ann?", "ask", "who met Ann?"),
        ("도움말", "help", "도움말"),
        ("주제 목록!", "topics", "주제 목록!"),
        ("/주제", "topics", "/주제"),
        ("/날씨", None, "/날씨"),
        ("출처?", "sources", "출처?"),
        ("주제가 뭐야", None, "주제가 뭐야"),
        ("/", None, "/"),
    ],
)
def test_any_text_in_private_is_a_question_or_a_command(said: str, command: str | None, text: str) -> None:
    found = heard(said)
    assert found is not None
    assert (found.command, found.text, found.private, found.guess) == (command, text, True, "ko")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("@factbot_test_bot who met Ann?", "who met Ann?"),
        ("who met @Factbot_Test_Bot Ann?", "who met Ann?"),
        ("/ask who met Ann?", "who met Ann?"),
        ("@factbot_test_bot", ""),
    ],
)
def test_in_a_group_a_mention_or_a_command_is_for_the_bot(said: str, text: str) -> None:
    found = heard(said, "supergroup")
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize(
    "said", ["who met Ann?", "@other_bot who?", "/ask@other_bot who?", "도움말", "a@factbot_test_bot"]
)
def test_in_a_group_the_rest_is_not_for_the_bot(said: str) -> None:
    assert heard(said, "supergroup") is None


def test_a_reply_to_the_bot_is_for_it_and_one_to_the_head_of_a_topic_is_not() -> None:
    found = heard("and where?", "supergroup", reply_to_message=OURS)
    assert found is not None
    assert found.reply_to == 3
    head = OURS | {"forum_topic_created": {"name": "x", "icon_color": 7322096}}
    assert heard("and where?", "supergroup", reply_to_message=head) is None


def test_the_thread_of_a_forum_is_kept_and_the_chain_of_replies_of_other_groups_is_none() -> None:
    topic = heard("/ask who?", "supergroup", message_thread_id=9, is_topic_message=True)
    chain = heard("/ask who?", "supergroup", message_thread_id=9)
    assert topic is not None
    assert chain is not None
    assert (topic.asker, chain.asker) == (Asker(-100, 9, 7), Asker(-100, 0, 7))


@pytest.mark.parametrize(
    "more",
    [
        {"sender": KIM | {"is_bot": True}},
        {"via_bot": ME.to_dict()},
        {"chat": "channel"},
        {"sender": KIM | {"id": 777000}, "is_automatic_forward": True},
    ],
)
def test_bots_and_channels_are_never_answered(more: dict[str, Any]) -> None:
    assert heard("/ask who?", **({"chat": "supergroup"} | more)) is None


def test_an_anonymous_administrator_is_a_person() -> None:
    found = heard("/ask who?", "supergroup", KIM | {"is_bot": True, "id": ANONYMOUS_ADMIN})
    assert found is not None
    assert found.asker.user == -100


def test_a_photo_is_noticed_in_private_only_and_its_caption_is_a_question() -> None:
    photo, caption = heard(**PHOTO), heard(**PHOTO, caption="who met Ann?")
    assert photo is not None
    assert photo.only_text
    assert caption is not None
    assert (caption.text, caption.only_text) == ("who met Ann?", False)
    assert heard(chat="supergroup", **PHOTO) is None
    assert heard(edited=True, **PHOTO) is None


def test_a_service_message_is_nothing_to_answer() -> None:
    assert heard(text=None, new_chat_title="New") is None


# how a reply is shown


SOURCE = Cited("s", "The <Paper>", "2025-02-04", "The <Paper>, 2025", "https://example.org/?a=1&b=2")
REPLY = Reply(
    "who?", "en", Status.ANSWERED, None, "Ann & <b>Bob</b>.", ("meeting",), (SOURCE,), suggestions=("where?",)
)


def test_every_text_is_escaped() -> None:
    shown = reply_page(replace(REPLY, read_as="<who>?"), WORDS, asked=True).messages()
    assert shown == [
        "<b>▸ who?</b>\n<i>Read as: &lt;who&gt;?</i>\nAnn &amp; &lt;b&gt;Bob&lt;/b&gt;.\n"
        '<i><a href="https://example.org/?a=1&amp;b=2">Source: The &lt;Paper&gt;, 2025</a></i>'
    ]


def test_a_long_answer_is_cut_where_a_reader_pauses_and_nothing_is_lost() -> None:
    answer = "One sentence of some length, and then another. " * 300
    shown = reply_page(replace(REPLY, answer=answer.strip(), sources=()), WORDS).messages()
    assert len(shown) > 3
    assert all(len(text) <= LONGEST for text in shown)
    assert all(text.endswith(".") for text in shown)
    assert " ".join(shown).split() == answer.split()


@pytest.mark.parametrize("body", ["", "short", "가" * 9000, "a b. " * 3000])
def test_what_must_fit_one_message_keeps_its_head_and_tail(body: str) -> None:
    shown = Page(("<b>head</b>",), body, ("<i>tail</i>",)).message()
    assert len(shown) <= LONGEST
    assert shown.startswith("<b>head</b>\n")
    assert shown.endswith("\n<i>tail</i>")
    assert ("…" in shown) == (len(body) > LONGEST)


@pytest.mark.parametrize("text", ["", "a", "가" * 9000, " " * 5000, "a b " * 3000])
def test_pieces_fit_and_are_never_none(text: str) -> None:
    found = pieces(text)
    assert found
    assert all(len(piece) <= LONGEST for piece in found)


@pytest.mark.parametrize(
    ("reply", "labels"),
    [
        (REPLY, ["where?", "👍", "👎"]),
        (replace(REPLY, status=Status.CLARIFY, choices=("Ann?", "Bob?")), ["Ann?", "Bob?"]),
        (replace(REPLY, status=Status.UNKNOWN, reason=Reason.UNKNOWN_NAME, suggestions=()), ["👍", "👎"]),
        (replace(REPLY, status=Status.CHAT), ["where?"]),
        (replace(REPLY, status=Status.CHAT, suggestions=()), []),
    ],
)
def test_buttons(reply: Reply, labels: list[str]) -> None:
    keyboard = reply_buttons(reply)
    shown = [button for row in keyboard.inline_keyboard for button in row] if keyboard else []
    assert [button.text for button in shown] == labels
    assert all(len(str(button.callback_data).encode()) <= 64 for button in shown)


def test_keys_of_buttons_are_short_and_stay_the_same() -> None:
    assert len(short_key("가나" * 50)) == len(short_key("a")) == 10
    assert short_key("a") != short_key("b")


# what the shell says


def test_every_text_is_there_in_both_languages_with_the_same_slots() -> None:
    for key, text in {**WORDS.texts, **WORDS.menu, **WORDS.description}.items():
        slots = [{slot for _, slot, _, _ in Formatter().parse(text[lang]) if slot} for lang in LANGS]
        assert slots[0] == slots[1], key


def test_every_text_that_the_code_names_is_there_and_no_other() -> None:
    code = "".join(path.read_text("utf-8") for path in Path(webhook.__file__).parent.glob("*.py"))
    unused = [
        key
        for key in WORDS.texts
        if not re.search(f"[\"']{key}[\"']", code) and not key.startswith(("lang_name_", "reason_"))
    ]
    assert unused == []


def test_every_outcome_has_words() -> None:
    for why in (*Reason, *Status, "disliked"):
        for lang in LANGS:
            assert why is Status.UNKNOWN or WORDS.reason(why, lang) != why or (why, lang) == ("answered", "en")


def test_the_menu_names_commands_that_exist_and_hides_the_owners() -> None:
    assert {*PRIVATE, *GROUP} <= set(EVERYBODY)
    assert set(OWNER) == set(OWNERS)
    assert not set(OWNER) & {*PRIVATE, *GROUP}
    assert set(WORDS.commands.values()) <= set(EVERYBODY)
    longest = {lang: max(len(text[lang]) for text in WORDS.menu.values()) for lang in LANGS}
    assert max(longest.values()) <= 256
    assert all(len(WORDS.description["long"][lang]) <= 512 for lang in LANGS)
    assert all(len(WORDS.description["short"][lang]) <= 120 for lang in LANGS)


@pytest.mark.parametrize(
    ("seconds", "said"), [(86400, "하루"), (30 * 86400, "30일"), (7200, "2시간"), (3600, "한 시간"), (5, "5초")]
)
def test_durations(seconds: float, said: str) -> None:
    assert WORDS.duration(seconds, "ko") == said


# order and pace


def test_a_lane_keeps_its_order_and_does_not_hold_up_another() -> None:
    done: list[str] = []

    async def scenario() -> None:
        lanes, gate = Lanes(), asyncio.Event()

        def job(name: str, wait: asyncio.Event | None = None) -> Callable[[], Awaitable[None]]:
            async def work() -> None:
                if wait:
                    await wait.wait()
                done.append(name)

            return work

        lanes.submit("a", job("a1", gate))
        last = lanes.submit("a", job("a2"))
        await lanes.submit("b", job("b1"))
        gate.set()
        await last
        assert await lanes.drain(1)

    asyncio.run(scenario())
    assert done == ["b1", "a1", "a2"]


def test_a_job_that_fails_does_not_stop_its_lane() -> None:
    async def scenario() -> None:
        lanes = Lanes()

        async def fail() -> None:
            raise RuntimeError

        async def work() -> None:
            pass

        lanes.submit("a", fail)
        await lanes.submit("a", work)

    asyncio.run(scenario())


def test_draining_ends_in_time_and_says_what_was_left() -> None:
    async def scenario() -> None:
        lanes = Lanes()

        async def forever() -> None:
            await asyncio.Event().wait()

        task = lanes.submit("a", forever)
        assert not await lanes.drain(0)
        assert task.cancelled()

    asyncio.run(scenario())


def test_a_flood_is_spaced_and_told_once() -> None:
    flood = Flood(20)
    admitted = [flood.admit(1, now=0.0) for _ in range(23)]
    assert [a.wait for a in admitted] == [0.0] * 20 + [3.0, 6.0, 9.0]
    assert [a.tell for a in admitted] == [False] * 20 + [True, False, False]
    assert flood.admit(2, now=0.0).wait == 0
    assert not flood.admit(1, now=10.0).tell
    calm = [flood.admit(1, now=1000.0) for _ in range(21)]
    assert [a.tell for a in calm].count(True) == 1


def test_a_flood_without_end_is_cut() -> None:
    flood = Flood(60)
    waits = [flood.admit(1, now=0.0) for _ in range(5000)]
    assert max(a.wait for a in waits if not a.dropped) <= LONGEST_WAIT
    assert waits[-1].dropped


def test_a_limit_of_nothing_is_no_limit() -> None:
    assert {Flood(0).admit(1, now=0.0).wait for _ in range(100)} == {0.0}


SETTINGS = Settings(TOKEN, backoff=0.001, send_wait=5)


class Script:
    """A call that fails as told, then succeeds."""

    def __init__(self, *outcomes: Exception) -> None:
        self.outcomes = list(outcomes)
        self.made = 0

    async def __call__(self) -> str:
        self.made += 1
        if self.outcomes:
            raise self.outcomes.pop(0)
        return "done"


@pytest.mark.parametrize(
    ("outcomes", "again", "result", "made"),
    [
        ((), False, "done", 1),
        ((Slow(0.001), NotArrived("502"), NotArrived("no connection")), False, "done", 4),
        ((TimedOut(),), False, None, 1),
        ((TimedOut(),), True, "done", 2),
        ((Forbidden("bot was blocked"),), True, None, 1),
        ((BadRequest("message is not modified"),), True, None, 1),
    ],
)
def test_only_what_surely_did_not_arrive_is_sent_again(
    outcomes: tuple[Exception, ...], again: bool, result: str | None, made: int
) -> None:
    async def scenario() -> tuple[str | None, int]:
        script = Script(*outcomes)
        return await Calls(SETTINGS).to_chat(1, script, again=again), script.made

    assert asyncio.run(scenario()) == (result, made)


def test_a_429_holds_back_its_own_chat_only_and_nothing_urgent() -> None:
    async def scenario() -> list[str]:
        calls, done = Calls(SETTINGS), []

        async def note(name: str, work: Awaitable[str | None]) -> None:
            await work
            done.append(name)

        slow = asyncio.create_task(note("slow", calls.to_chat(1, Script(Slow(0.05)))))
        await asyncio.sleep(0)
        await note("other", calls.to_chat(2, Script()))
        await note("urgent", calls.urgent(Script(Slow(60))))
        await slow
        return done

    assert asyncio.run(scenario()) == ["other", "urgent", "slow"]


# logs, settings, health


def test_no_token_gets_into_the_log() -> None:
    formatter = Redacting(TOKEN)
    try:
        raise ValueError(f"https://example.org/bot{TOKEN}/getMe")
    except ValueError:
        record = logging.LogRecord(
            "n", logging.ERROR, "p", 1, "of %s and %s", (TOKEN, "99999:" + "b" * 35), sys.exc_info()
        )
    shown = formatter.format(record)
    assert TOKEN not in shown
    assert "bbbb" not in shown
    assert shown.count("<token>") == 3


@pytest.mark.parametrize("thread", [False, True])
def test_a_bug_is_told_as_one_and_without_the_token(thread: bool) -> None:
    bug = f"dict()['https://example.org/bot{TOKEN}/getMe']"
    cause = f"import threading; threading.Thread(target=lambda: {bug}).start()" if thread else bug
    code = f"from bot.talk_telegram.logs import set_up_logs; set_up_logs('{TOKEN}')\n{cause}"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "KeyError" in ended.stderr
    assert "<token>" in ended.stderr
    assert TOKEN not in ended.stderr
    assert ended.returncode == (0 if thread else 1)


def test_an_error_is_told_without_its_text() -> None:
    try:
        raise KeyError("what somebody wrote")
    except KeyError as error:
        shown = where(error)
    assert "KeyError" in shown
    assert "test_an_error_is_told_without_its_text" in shown
    assert "wrote" not in shown


def test_settings_come_from_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(TOKEN + "\n")
    env = {"TELEGRAM_BOT_TOKEN_FILE": str(file), "FACTBOT_OWNERS": "1, 2", "FACTBOT_STORE": str(tmp_path / "s.sqlite")}
    settings = read_settings(env | dict.fromkeys(NUMBERS, "7") | {"FACTBOT_POLL_WAIT": "6"})
    assert settings.token == TOKEN
    assert settings.owners == {1, 2}
    assert settings.heartbeat == tmp_path / "telegram.alive"
    assert all(getattr(settings, field) == 7 for field in NUMBERS.values() if field != "poll_wait")


@pytest.mark.parametrize(
    "env",
    [
        {},
        {"TELEGRAM_BOT_TOKEN": " "},
        {"TELEGRAM_BOT_TOKEN": "two words"},
        {"TELEGRAM_BOT_TOKEN_FILE": "/no/such/file"},
        {"TELEGRAM_BOT_TOKEN": TOKEN, "FACTBOT_OWNERS": "me"},
        {"TELEGRAM_BOT_TOKEN": TOKEN, "FACTBOT_FLOOD": "many"},
        {"TELEGRAM_BOT_TOKEN": TOKEN, "FACTBOT_FLOOD": "-1"},
        {"TELEGRAM_BOT_TOKEN": TOKEN, "FACTBOT_FLOOD": "nan"},
        {"TELEGRAM_BOT_TOKEN": TOKEN, "FACTBOT_WATCHDOG": "0"},
        {"TELEGRAM_BOT_TOKEN": TOKEN, "FACTBOT_WATCHDOG": "50", "FACTBOT_POLL_WAIT": "50"},
    ],
)
def test_a_bad_setting_is_one_line_without_the_token(env: dict[str, str]) -> None:
    with pytest.raises(BadSetting) as problem:
        read_settings(env)
    assert "\n" not in str(problem.value)
    assert TOKEN not in str(problem.value)


def test_the_webhook_secret_is_the_same_for_every_replica_and_is_what_telegram_takes() -> None:
    secret = webhook.secret_of(TOKEN, None)
    assert secret == webhook.secret_of(TOKEN, None)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret)
    assert webhook.secret_of(TOKEN, "chosen") == "chosen"


@pytest.mark.parametrize(
    ("listen", "found"),
    [(None, ("127.0.0.1", 8080)), ("0.0.0.0:80", ("0.0.0.0", 80)), (":80", ("0.0.0.0", 80)), ("[::1]:80", ("::1", 80))],
)
def test_where_to_listen(listen: str | None, found: tuple[str, int]) -> None:
    assert webhook.read_hook("https://e.org/x", listen) == webhook.Hook("https://e.org/x", *found)


def test_without_a_webhook_it_polls() -> None:
    assert webhook.read_hook(None, None) is None


def test_health_is_a_recent_sign_of_life(tmp_path: Path) -> None:
    env = {"FACTBOT_HEARTBEAT": str(tmp_path / "alive"), "FACTBOT_WATCHDOG": "60"}
    assert not alive(env, 0.0)
    watch = Watch(tmp_path / "alive", limit=60)
    watch.beat()
    now = (tmp_path / "alive").stat().st_mtime
    assert alive(env, now + 59)
    assert not alive(env, now + 61)
    watch.stop()
    assert not alive(env, now)


def test_questions_asked_in_vain_are_grouped_by_likeness() -> None:
    asked = [
        Vain("골프 쳤어?", "unknown_word", "골프", 3, "d"),
        Vain("who met Zed", "unknown_name", "Zed", 2, "d"),
        Vain("그날 둘이서 골프도 했나요?", "unknown_word", "골프도", 2, "d"),
        Vain("Where is zed?", "unknown_name", "zed", 2, "d"),
        Vain("who met Zoe", "unknown_name", "Zoe", 1, "d"),
        Vain("why did they meet?", "not_stated", "", 1, "d"),
        Vain("Why did they meet", "disliked", "", 1, "d"),
    ]
    found = [(g.text, g.count, g.whys) for g in group(asked)]
    assert found == [
        ("골프 쳤어?", 5, ("unknown_word",)),
        ("who met Zed", 4, ("unknown_name",)),
        ("why did they meet?", 2, ("not_stated", "disliked")),
        ("who met Zoe", 1, ("unknown_name",)),
    ]


def test_more_questions_in_vain_than_can_be_compared_are_counted_and_hold_up_nobody(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "store.sqlite")) as store:
        with closing(sqlite3.connect(store.path)) as db, db:
            rows = [(f"who is {letters(n)}?", "unknown_name", letters(n)) for n in range(20_000)]
            store.vain()  # makes the tables
            db.executemany("INSERT INTO vain VALUES (date('now'), ?, ?, ?, 1)", rows)
        said, sent = heard("/unanswered"), []

        class Quiet(Shell):
            async def tell_all(self, said: Said, texts: list[str], buttons: object = None) -> None:
                sent.extend(texts)

        assert said is not None
        shell = Quiet(*[None] * 4, store, None, WORDS, Settings(TOKEN), False)  # type: ignore[arg-type]
        began = time.process_time()
        asyncio.run(owners.unanswered(shell, said))
        assert "그 밖에" in sent[-1]
        assert time.process_time() - began < 10  # without a bound it would take minutes


def letters(n: int) -> str:
    """Unlike those of any other number."""
    return blake2b(str(n).encode(), digest_size=16).hexdigest()


def test_a_question_without_letters_can_be_grouped_too() -> None:
    assert [g.count for g in group([Vain("?!", "unreadable", "", 1, "d"), Vain("", "unreadable", "", 1, "d")])] == [2]
