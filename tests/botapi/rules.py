"""The limits of the Bot API that its schema cannot say, checked on a call's parameters."""

from __future__ import annotations

import re
from typing import Any

from .markup import Entities, read_text
from .refusals import bad

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
CALLBACK_DATA_BYTES = 64
RESULTS_LIMIT = 50
ACTIONS = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
]
BUTTON_ACTIONS = [
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
]


def shown_text(params: dict[str, Any], field: str = "text", limit: int = TEXT_LIMIT) -> tuple[str, Entities]:
    """The text of a message as people see it. Characters are counted after the markup is read."""
    marks = params.get("entities" if field != "caption" else "caption_entities")
    text, entities = read_text(params.get(field, ""), params.get("parse_mode"), marks)
    if not text and field != "caption":
        raise bad("message text is empty")
    if len(text) > limit:
        raise bad("message is too long" if field != "caption" else "message caption is too long")
    return text, entities


def check_keyboard(markup: dict[str, Any] | None) -> None:
    """Buttons have a text and just one thing they do; callback data are 1 to 64 bytes."""
    rows = (markup or {}).get("inline_keyboard", [])
    if any(len(row) > 8 for row in rows) or sum(map(len, rows)) > 100:
        raise bad("reply markup is too long")
    for button in (button for row in rows for button in row):
        if not button["text"].strip():
            raise bad("inline keyboard button text is empty" if not button["text"] else "BUTTON_TEXT_INVALID")
        if sum(action in button for action in BUTTON_ACTIONS) != 1:
            raise bad("text buttons are unallowed in the inline keyboard")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= CALLBACK_DATA_BYTES:
            raise bad("BUTTON_DATA_INVALID")
        if "url" in button and not re.match(r"(https?://|tg://)\S+$", button["url"]):
            raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def check_results(params: dict[str, Any]) -> None:
    """At most 50 results with different ids, each a message that could be sent; the button opens a chat or an app."""
    results = params["results"]
    if len(results) > RESULTS_LIMIT:
        raise bad("RESULTS_TOO_MUCH")
    ids = [result["id"] for result in results]
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    if any(not 1 <= len(id_.encode()) <= 64 for id_ in ids):
        raise bad("RESULT_ID_INVALID")
    if len(params.get("next_offset", "").encode()) > 64:
        raise bad("NEXT_OFFSET_INVALID")
    for result in results:
        if result["type"] == "article" and not result["title"].strip():
            raise bad("ARTICLE_TITLE_EMPTY")
        check_keyboard(result.get("reply_markup"))
        if "message_text" in result.get("input_message_content", {}):
            shown_text(result["input_message_content"], "message_text")
    _check_results_button(params.get("button"))


def _check_results_button(button: dict[str, Any] | None) -> None:
    if button is None:
        return
    if ("web_app" in button) == ("start_parameter" in button):
        raise bad("BUTTON_TYPE_INVALID")
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", button.get("start_parameter", "x")):
        raise bad("START_PARAM_INVALID")


def check_commands(commands: list[dict[str, Any]]) -> None:
    """Commands are lower-case Latin letters, digits and underscores; at most 100 of them."""
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")


def check_language(code: str) -> None:
    """A two-letter code, or nothing for all other languages."""
    if not re.fullmatch(r"([a-z]{2})?", code):
        raise bad("LANG_CODE_INVALID")
