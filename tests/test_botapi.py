"""The fake Bot API server is worth what it refuses: each thing Telegram would not take is not taken here either."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from botapi import BotProcess, FakeTelegram, faults
from botapi.calls import METHODS
from botapi.talk import Talk
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

Answer = dict[str, Any]
ROW = [{"text": "ok", "callback_data": "x"}]


class Wire:
    """A bot that sends whatever the test wants, as a form or as JSON."""

    def __init__(self, telegram: FakeTelegram, web: aiohttp.ClientSession) -> None:
        self.telegram = telegram
        self.web = web

    async def __call__(self, method: str, token: str | None = None, **params: Any) -> Answer:
        form = {key: value if isinstance(value, str) else json.dumps(value) for key, value in params.items()}
        async with self.web.post(f"{self.telegram.url}{token or self.telegram.token}/{method}", data=form) as answer:
            body: Answer = await answer.json()
            assert body["ok"] or body["error_code"] == answer.status
            return body


def play(scene: Callable[[FakeTelegram, Wire], Awaitable[None]]) -> None:
    """Run a scene with a server and a bare bot."""

    async def run() -> None:
        async with FakeTelegram() as telegram, aiohttp.ClientSession() as web:
            await scene(telegram, Wire(telegram, web))

    asyncio.run(run())


async def kim_who_wrote(telegram: FakeTelegram) -> Talk:
    chat = telegram.private("Kim", lang="ko")
    await chat.says("안녕")
    return chat


REFUSED_MESSAGES: dict[str, tuple[Answer, str]] = {
    "a line break tag": ({"text": "a<br>b", "parse_mode": "HTML"}, 'Unsupported start tag "br"'),
    "a tag closed in itself": ({"text": "<b/>x", "parse_mode": "HTML"}, "Unsupported start tag"),
    "an open tag": ({"text": "<b>x", "parse_mode": "HTML"}, "Can't find end tag"),
    "crossed tags": ({"text": "<b><i>x</b></i>", "parse_mode": "HTML"}, "Unexpected end tag"),
    "a less-than sign": ({"text": "1 < 2", "parse_mode": "HTML"}, "can't parse entities"),
    "a span without its class": ({"text": "<span>x</span>", "parse_mode": "HTML"}, "span"),
    "another markup": ({"text": "*x*", "parse_mode": "MarkdownV2"}, "parse_mode"),
    "5,000 characters": ({"text": "가" * 5000}, "message is too long"),
    "4,097 characters beside the markup": ({"text": f"<b>{'x' * 4097}</b>", "parse_mode": "HTML"}, "too long"),
    "nothing": ({"text": ""}, "text is empty"),
    "nothing but tags": ({"text": "<b> </b>", "parse_mode": "HTML"}, "text is empty"),
    "no text": ({}, "'text' is a required property"),
    "an unknown field": ({"text": "x", "colour": "red"}, "colour"),
    "a field dropped from the API": ({"text": "x", "disable_web_page_preview": True}, "disable_web_page_preview"),
    "an unknown field within": ({"text": "x", "reply_parameters": {"message_id": 1, "soft": True}}, "soft"),
    "a wrong type": ({"text": "x", "disable_notification": "maybe"}, "maybe"),
    "broken JSON": ({"text": "x", "reply_parameters": "{"}, "can't parse JSON"),
    "65 bytes of callback data": (
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": "가" * 22}]]}},
        "BUTTON_DATA_INVALID",
    ),
    "a button that does nothing": ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "b"}]]}}, "unallowed"),
    "a button without a text": (
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "", "callback_data": "x"}]]}},
        "button text is empty",
    ),
    "a button to nowhere": ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "b", "url": "x"}]]}}, "URL"),
    "nine buttons in a row": ({"text": "x", "reply_markup": {"inline_keyboard": [ROW * 9]}}, "too long"),
    "a thread outside a forum": ({"text": "x", "message_thread_id": 1}, "thread not found"),
    "a reply to nothing": ({"text": "x", "reply_parameters": {"message_id": 99}}, "replied not found"),
}


@pytest.mark.parametrize("name", REFUSED_MESSAGES)
def test_a_message_that_telegram_would_refuse_is_refused_and_recorded(name: str) -> None:
    params, why = REFUSED_MESSAGES[name]

    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        kim = await kim_who_wrote(telegram)
        answer = await call("sendMessage", chat_id=kim.id, **params)
        assert (answer["ok"], answer["error_code"]) == (False, 400)
        assert why in answer["description"]
        assert [c.method for c in telegram.refused] == ["sendMessage"]
        assert not kim.shown

    play(scene)


TAKEN_MESSAGES: dict[str, tuple[Answer, str]] = {
    "plain": ({"text": "1 < 2 & <br>"}, "1 < 2 & <br>"),
    "escaped": ({"text": "&lt;b&gt;&amp; &quot;x&#39;", "parse_mode": "HTML"}, "<b>& \"x'"),
    "a lone ampersand": ({"text": "Q&A", "parse_mode": "HTML"}, "Q&A"),
    "nested": ({"text": "<b>a<i>b</i></b> <a href='https://e.org/?a=1&amp;b=2'>c</a>", "parse_mode": "HTML"}, "ab c"),
    "4,096 characters beside the markup": ({"text": f"<b>{'x' * 4096}</b>", "parse_mode": "HTML"}, "x" * 4096),
    "64 bytes of callback data": (
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": "가" * 21}]]}},
        "x",
    ),
    "a soft reply to nothing": (
        {"text": "x", "reply_parameters": {"message_id": 99, "allow_sending_without_reply": True}},
        "x",
    ),
}


@pytest.mark.parametrize("name", TAKEN_MESSAGES)
def test_a_message_that_telegram_takes_is_shown_without_its_markup(name: str) -> None:
    params, shown = TAKEN_MESSAGES[name]

    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        kim = await kim_who_wrote(telegram)
        answer = await call("sendMessage", chat_id=kim.id, **params)
        assert answer["ok"], answer
        assert answer["result"]["text"] == shown
        assert (await kim.sees("*")).text == shown
        assert not telegram.refused

    play(scene)


def test_entities_are_placed_in_utf_16() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        kim = await kim_who_wrote(telegram)
        answer = await call("sendMessage", chat_id=kim.id, text=" 😀<b>굵게</b>", parse_mode="HTML")
        assert answer["result"]["entities"] == [{"type": "bold", "offset": 2, "length": 2}]

    play(scene)


def test_a_bot_of_the_usual_library_that_sends_a_line_break_tag_fails() -> None:
    async def run() -> None:
        async with FakeTelegram() as telegram, Bot(telegram.token, base_url=telegram.url) as bot:
            kim = await kim_who_wrote(telegram)
            with pytest.raises(BadRequest, match=r"(?i)unsupported start tag"):
                await bot.send_message(kim.id, "a<br>b", parse_mode="HTML")
            with pytest.raises(BadRequest, match="too long"):
                await bot.send_message(kim.id, "x" * 5000)
            with pytest.raises(BadRequest, match="colour"):
                await bot.send_message(kim.id, "x", api_kwargs={"colour": "red"})
            markup = InlineKeyboardMarkup([[InlineKeyboardButton("b", callback_data="x")]])
            sent = await bot.send_message(kim.id, "fine", reply_markup=markup)
            with pytest.raises(BadRequest, match="not modified"):
                await sent.edit_text("fine", reply_markup=markup)
            assert [call.method for call in telegram.malformed] == ["sendMessage"] * 3
            assert [call.method for call in telegram.refused] == ["sendMessage"] * 3 + ["editMessageText"]

    asyncio.run(run())


def test_a_bot_process_that_made_a_call_that_no_telegram_takes_fails_its_test(tmp_path: Path) -> None:
    async def run() -> None:
        async with FakeTelegram() as telegram, aiohttp.ClientSession() as web, BotProcess(telegram, tmp_path) as bot:
            await bot.ready()
            kim = await kim_who_wrote(telegram)
            await kim.sees("*")
            await Wire(telegram, web)("sendMessage", chat_id=kim.id, text="a<br>b", parse_mode="HTML")

    with pytest.raises(AssertionError, match="Unsupported start tag"):
        asyncio.run(run())


def test_a_bug_of_the_server_itself_fails_the_test_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(METHODS, "setMyDescription", lambda world, params: 1 / 0)

    async def run() -> None:
        async with FakeTelegram() as telegram, BotProcess(telegram, tmp_path):
            await telegram.until(lambda: telegram.made("setMyDescription"))

    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        asyncio.run(run())


def test_a_bot_that_hangs_up_in_the_middle_of_a_call_is_no_bug_of_the_server() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        _, half = await asyncio.open_connection("127.0.0.1", telegram.port)
        head = f"POST /bot{telegram.token}/sendMessage HTTP/1.1\r\nHost: api\r\nContent-Length: 100\r\n"
        half.write(f"{head}Content-Type: application/x-www-form-urlencoded\r\n\r\nchat_id=1".encode())
        while not telegram.made("sendMessage"):
            await call("getMe")
        half.transport.abort()
        for _ in range(10):
            assert (await call("getMe"))["ok"]
        assert telegram.bugs == []

    play(scene)


def test_a_wrong_token_and_an_unknown_method_are_refused() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        assert (await call("getMe", token="1:x"))["error_code"] == 401
        assert (await call("sendPizza"))["error_code"] == 404
        assert (await call("GETME"))["result"]["is_bot"] is True

    play(scene)


def test_edits_show_change_or_say_why_not() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        kim = await kim_who_wrote(telegram)
        id_ = (await call("sendMessage", chat_id=kim.id, text="one"))["result"]["message_id"]
        assert (await call("editMessageText", chat_id=kim.id, message_id=id_, text="two"))["result"]["edit_date"]
        again = await call("editMessageText", chat_id=kim.id, message_id=id_, text="two")
        assert again["description"].startswith("Bad Request: message is not modified")
        for target in ({}, {"chat_id": kim.id}, {"message_id": id_}):
            await call("editMessageText", text="two", **target)
            assert telegram.malformed[-1].params == {"text": "two"} | target
        gone = await call("editMessageText", chat_id=kim.id, message_id=77, text="two")
        assert gone["description"] == "Bad Request: message to edit not found"
        theirs = await call("editMessageText", chat_id=kim.id, message_id=1, text="two")
        assert theirs["description"] == "Bad Request: message can't be edited"
        await kim.sees("one")
        await kim.sees("two", "edited")

    play(scene)


def test_a_press_is_answered_once_and_in_time() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        kim = await kim_who_wrote(telegram)
        await call("sendMessage", chat_id=kim.id, text="?", reply_markup={"inline_keyboard": [ROW]})
        press = await kim.presses("ok")
        assert (await call("answerCallbackQuery", callback_query_id=press.id, text="yes"))["ok"]
        assert await kim.answered(press) == "yes"
        assert not (await call("answerCallbackQuery", callback_query_id=press.id))["ok"]
        late = await kim.presses("ok")
        telegram.ahead += 60
        assert "query is too old" in (await call("answerCallbackQuery", callback_query_id=late.id))["description"]

    play(scene)


def article(id_: str = "1", **more: Any) -> dict[str, Any]:
    return {"type": "article", "id": id_, "title": "t", "input_message_content": {"message_text": "x"}} | more


INLINE_ANSWERS: dict[str, tuple[Answer, str | None]] = {
    "fine": ({"results": [article(str(n)) for n in range(50)]}, None),
    "none, with a button": ({"results": [], "button": {"text": "ask me", "start_parameter": "x"}}, None),
    "51": ({"results": [article(str(n)) for n in range(51)]}, "RESULTS_TOO_MUCH"),
    "the same id twice": ({"results": [article(), article()]}, "RESULT_ID_DUPLICATE"),
    "a Korean start parameter": (
        {"results": [], "button": {"text": "x", "start_parameter": "가"}},
        "START_PARAM_INVALID",
    ),
    "no content": ({"results": [{"type": "article", "id": "1", "title": "t"}]}, "results.0"),
    "broken markup": (
        {"results": [article(input_message_content={"message_text": "a<br>", "parse_mode": "HTML"})]},
        "Unsupported start tag",
    ),
    "an unknown field": ({"results": [article(colour="red")]}, "results.0"),
}


@pytest.mark.parametrize("name", INLINE_ANSWERS)
def test_inline_results_are_checked_as_the_messages_they_would_be(name: str) -> None:
    params, why = INLINE_ANSWERS[name]

    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        asked = asyncio.create_task(telegram.asks_inline(telegram.person("Kim"), "altman"))
        update = (await call("getUpdates", timeout=5))["result"][0]
        answer = await call("answerInlineQuery", inline_query_id=update["inline_query"]["id"], **params)
        assert answer["ok"] is (why is None), answer
        assert (why or "") in answer.get("description", "")
        if why is None:
            assert len((await asked).results) == len(params["results"])
        asked.cancel()

    play(scene)


def test_a_picked_result_is_a_message_that_only_its_inline_id_can_edit() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        kim, group = telegram.person("Kim"), telegram.group("Newsroom", privacy=False)
        asked = asyncio.create_task(telegram.asks_inline(kim, "altman"))
        update = (await call("getUpdates", timeout=5))["result"][0]
        results = [article(reply_markup={"inline_keyboard": [ROW]})]
        await call("answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=results)
        message = await group.picks(await asked)
        assert message.wire()["via_bot"]["username"] == "factbot_test_bot"
        await group.presses("ok", by=kim)
        press = (await call("getUpdates", offset=update["update_id"] + 1))["result"][-1]["callback_query"]
        assert "message" not in press
        assert (await call("editMessageText", inline_message_id=press["inline_message_id"], text="y"))["result"] is True
        assert message.text == "y"
        assert not (await call("editMessageText", inline_message_id="other", text="y"))["ok"]

    play(scene)


def test_a_server_that_went_away_comes_back_with_all_it_knew() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        kim = await kim_who_wrote(telegram)
        await telegram.goes_away()
        with pytest.raises(aiohttp.ClientConnectionError):
            await call("getMe")
        await telegram.comes_back()
        assert (await call("getUpdates"))["result"][0]["message"]["chat"]["id"] == kim.id

    play(scene)


def test_commands_are_kept_per_scope_and_language_and_must_be_latin() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        commands = [{"command": "help", "description": "도움말"}]
        scope = {"type": "all_group_chats"}
        assert (await call("setMyCommands", commands=commands, scope=scope, language_code="ko"))["ok"]
        assert (await call("getMyCommands", scope=scope, language_code="ko"))["result"] == commands
        assert (await call("getMyCommands", scope=scope))["result"] == []
        stranger = {"type": "chat", "chat_id": 12345}
        assert "chat not found" in (await call("setMyCommands", commands=commands, scope=stranger))["description"]
        korean = [{"command": "검색", "description": "x"}]
        assert (await call("setMyCommands", commands=korean))["description"] == "Bad Request: BOT_COMMAND_INVALID"
        assert not (await call("setMyDescription", description="x" * 513))["ok"]
        assert not (await call("setMyShortDescription", short_description="x", language_code="kor"))["ok"]

    play(scene)


def test_who_blocked_the_bot_or_never_wrote_to_it_is_not_written_to() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        kim, group = await kim_who_wrote(telegram), telegram.group("Newsroom", muted=True)
        await kim.blocks()
        assert (await call("sendMessage", chat_id=kim.id, text="x"))["error_code"] == 403
        assert (await call("sendMessage", chat_id=telegram.private("Lee").id, text="x"))["error_code"] == 403
        assert "not enough rights" in (await call("sendMessage", chat_id=group.id, text="x"))["description"]
        assert (await call("sendMessage", chat_id=12345, text="x"))["description"] == "Bad Request: chat not found"
        assert not telegram.malformed

    play(scene)


def test_the_privacy_mode_shows_a_bot_only_what_is_meant_for_it() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        group, kim = telegram.group("Newsroom"), telegram.person("Kim")
        await call("sendMessage", chat_id=group.id, text="hello")
        meant = ["/ask x", "/ask@factbot_test_bot x", "hey @Factbot_Test_Bot", "what?"]
        for text in ["hello all", "/ask@other_bot x", "@factbot_test_botty", "mail@factbot_test_bot", *meant[:3]]:
            await group.says(text, by=kim)
        await group.says(meant[3], by=kim, reply_to=group.messages[1])
        got = (await call("getUpdates"))["result"]
        assert [update["message"]["text"] for update in got] == meant
        assert got[-1]["message"]["message_thread_id"] == 1  # a chain of replies, which is no topic
        assert not (await call("sendMessage", chat_id=group.id, text="x", message_thread_id=1))["ok"]

    play(scene)


def test_a_message_in_a_topic_replies_to_the_head_of_the_topic() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        group, kim = telegram.group("Newsroom", forum=True, privacy=False), telegram.person("Kim")
        topic = await group.opens_topic("Chips", by=kim)
        await group.says("hello", by=kim, topic=topic)
        message = (await call("getUpdates"))["result"][-1]["message"]
        assert (message["message_thread_id"], message["is_topic_message"]) == (topic, True)
        assert "forum_topic_created" in message["reply_to_message"]
        assert (await call("sendMessage", chat_id=group.id, text="x", message_thread_id=topic))["ok"]

    play(scene)


def test_updates_come_again_until_an_offset_confirms_them() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        kim = telegram.private("Kim")
        for text in "abc":
            await kim.says(text)
        first = (await call("getUpdates", limit=2))["result"]
        assert [u["message"]["text"] for u in first] == ["a", "b"]
        assert (await call("getUpdates", limit=2))["result"] == first
        rest = (await call("getUpdates", offset=first[-1]["update_id"] + 1))["result"]
        assert [u["message"]["text"] for u in rest] == ["c"]
        assert (await call("getUpdates", offset=-1))["result"] == rest
        assert (await call("getUpdates", offset=rest[0]["update_id"] + 1))["result"] == []
        await kim.handled()

    play(scene)


def test_a_bot_gets_only_the_kinds_of_update_it_asked_for() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        kim = telegram.private("Kim")
        await call("getUpdates", allowed_updates=["edited_message"])
        message = await kim.says("one")
        await kim.edits(message, "two")
        assert [set(u) for u in (await call("getUpdates"))["result"]] == [{"update_id", "edited_message"}]

    play(scene)


def test_a_long_poll_ends_when_something_is_said() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        poll = asyncio.create_task(call("getUpdates", timeout=50))
        await telegram.until(lambda: telegram.made("getUpdates"))
        await telegram.private("Kim").says("hello")
        assert len((await poll)["result"]) == 1

    play(scene)


def test_two_pollers_and_a_poller_beside_a_webhook_are_in_conflict() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        first = asyncio.create_task(call("getUpdates", timeout=50))
        await telegram.until(lambda: telegram.polls == 1)
        second = asyncio.create_task(call("getUpdates", timeout=50))
        assert "terminated by other getUpdates request" in (await first)["description"]
        await call("setWebhook", url="http://127.0.0.1:9/x")
        assert "terminated by setWebhook request" in (await second)["description"]
        assert "while webhook is active" in (await call("getUpdates"))["description"]
        assert (await call("setWebhook", url="http://127.0.0.1:9/x"))["error_code"] == 429
        assert [c.refused.code for c in telegram.refused if c.refused] == [409, 409, 409, 429]

    play(scene)


def test_files_sent_as_multipart_are_taken() -> None:
    async def run() -> None:
        async with FakeTelegram() as telegram, Bot(telegram.token, base_url=telegram.url) as bot:
            kim = await kim_who_wrote(telegram)
            await bot.send_photo(kim.id, b"\x89PNG", caption="<i>a &amp; b</i>", parse_mode="HTML")
            await kim.sees("a & b")
            assert not telegram.refused

    asyncio.run(run())


FAULTS: dict[str, tuple[Callable[[], faults.Fault], int]] = {
    "429": (lambda: faults.too_many(7), 0),
    "401": (faults.unauthorized, 0),
    "403": (faults.forbidden, 0),
    "409": (faults.another_poller, 0),
    "500": (faults.server_error, 0),
    "502": (faults.bad_gateway, 0),
    "0 dropped": (faults.dropped, 0),
    "0 answer lost": (faults.answer_lost, 1),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_strikes_as_often_as_asked_and_only_an_acting_one_acts(name: str) -> None:
    make, shown = FAULTS[name]

    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        kim = await kim_who_wrote(telegram)
        telegram.fail("sendMessage", make(), chat_id=kim.id)
        form = {"chat_id": str(kim.id), "text": "x"}
        url = f"{telegram.url}{telegram.token}/sendMessage"
        try:
            async with call.web.post(url, data=form) as answer:
                status, body = answer.status, await answer.text()
        except aiohttp.ClientError:
            status, body = 0, ""
        assert status == int(name.split()[0])
        assert status != 429 or json.loads(body)["parameters"] == {"retry_after": 7}
        assert status != 502 or body.startswith("<html>")
        assert len(kim.shown) == shown
        assert (await call("sendMessage", chat_id=kim.id, text="again"))["ok"]
        assert not telegram.refused  # the faults were ours, not the bot's

    play(scene)


def test_a_held_answer_holds_nobody_else() -> None:
    async def scene(telegram: FakeTelegram, call: Wire) -> None:
        kim = await kim_who_wrote(telegram)
        fault = telegram.fail("sendMessage", faults.held())
        assert fault.hold
        slow = asyncio.create_task(call("sendMessage", chat_id=kim.id, text="slow"))
        await telegram.until(lambda: fault.met)
        assert (await call("sendMessage", chat_id=kim.id, text="quick"))["ok"]
        fault.hold.set()
        assert (await slow)["ok"]
        assert [shown.text for shown in kim.shown] == ["quick", "slow"]

    play(scene)
