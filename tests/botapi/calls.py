"""The methods of the Bot API: what each does to the world, and what it answers."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from .chats import Chat, Message
from .polling import get_updates
from .refusals import bad
from .rules import (
    ACTIONS,
    CAPTION_LIMIT,
    check_commands,
    check_keyboard,
    check_language,
    check_results,
    shown_text,
)
from .webhook import delete_webhook, set_webhook, webhook_info
from .world import World

Params = dict[str, Any]


def get_me(world: World, params: Params) -> Any:
    rights = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
    return world.bot.wire() | rights | {"can_connect_to_business": False, "has_main_web_app": False}


def send_message(world: World, params: Params) -> Any:
    chat = _writable(world, params)
    text, entities = shown_text(params)
    return _send(world, chat, params, text=text, entities=entities)


def send_photo(world: World, params: Params) -> Any:
    photo = [{"file_id": params["photo"], "file_unique_id": "p", "width": 640, "height": 480}]
    return _send_media(world, params, {"photo": photo})


def send_document(world: World, params: Params) -> Any:
    return _send_media(world, params, {"document": {"file_id": params["document"], "file_unique_id": "d"}})


def send_chat_action(world: World, params: Params) -> Any:
    chat = _writable(world, params)
    if params["action"] not in ACTIONS:
        raise bad("wrong parameter action in request")
    chat.actions.append(params["action"])
    return True


def edit_message_text(world: World, params: Params) -> Any:
    message = _editable(world, params)
    text, entities = shown_text(params)
    return _edit(world, message, params, text, entities)


def edit_message_reply_markup(world: World, params: Params) -> Any:
    message = _editable(world, params)
    return _edit(world, message, params, message.text, message.entities)


def delete_message(world: World, params: Params) -> Any:
    message = world.chat(params["chat_id"]).own(params["message_id"], world.bot, "delete")
    message.deleted = True
    message.chat.show("deleted", message)
    return True


def set_message_reaction(world: World, params: Params) -> Any:
    chat = _writable(world, params)
    if params["message_id"] not in chat.messages:
        raise bad("message to react not found", "state")
    return True


def answer_callback_query(world: World, params: Params) -> Any:
    if len(params.get("text", "")) > 200:
        raise bad("MESSAGE_TOO_LONG")
    world.open(world.presses, params["callback_query_id"]).answer = params
    return True


def answer_inline_query(world: World, params: Params) -> Any:
    check_results(params)
    world.open(world.asks, params["inline_query_id"]).answer = params
    return True


def set_my_commands(world: World, params: Params) -> Any:
    check_commands(params["commands"])
    world.commands[_scope(world, params)] = params["commands"]
    return True


def get_my_commands(world: World, params: Params) -> Any:
    return world.commands.get(_scope(world, params), [])


def delete_my_commands(world: World, params: Params) -> Any:
    world.commands.pop(_scope(world, params), None)
    return True


def get_chat(world: World, params: Params) -> Any:
    rest = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": {}}
    return world.chat(params["chat_id"]).wire() | rest


def get_chat_member(world: World, params: Params) -> Any:
    chat = world.chat(params["chat_id"])
    person = world.bot if params["user_id"] == world.bot.id else world.people.get(params["user_id"])
    if person is None:
        raise bad("user not found", "state")
    status = "left" if chat.blocked else "member"
    return {"status": status, "user": person.wire()}


def leave_chat(world: World, params: Params) -> Any:
    world.chat(params["chat_id"]).blocked = True
    return True


def done(world: World, params: Params) -> Any:
    """For methods whose effect nobody looks at."""
    return True


def _setter(field: str, parameter: str, limit: int) -> Callable[[World, Params], Any]:
    def set_text(world: World, params: Params) -> Any:
        check_language(params.get("language_code", ""))
        if len(params.get(parameter, "")) > limit:
            raise bad(f"{field} is too long")
        world.texts[field, params.get("language_code", "")] = params.get(parameter, "")
        return True

    return set_text


def _getter(field: str, parameter: str) -> Callable[[World, Params], Any]:
    def get_text(world: World, params: Params) -> Any:
        check_language(params.get("language_code", ""))
        return {parameter: world.texts.get((field, params.get("language_code", "")), "")}

    return get_text


METHODS: dict[str, Callable[[World, Params], Any | Awaitable[Any]]] = {
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
    "close": done,
    "deleteMessage": delete_message,
    "deleteMyCommands": delete_my_commands,
    "deleteWebhook": delete_webhook,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "editMessageText": edit_message_text,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getMe": get_me,
    "getMyCommands": get_my_commands,
    "getMyDescription": _getter("description", "description"),
    "getMyName": _getter("name", "name"),
    "getMyShortDescription": _getter("short description", "short_description"),
    "getUpdates": get_updates,
    "getWebhookInfo": webhook_info,
    "leaveChat": leave_chat,
    "logOut": done,
    "sendChatAction": send_chat_action,
    "sendDocument": send_document,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "setChatMenuButton": done,
    "setMessageReaction": set_message_reaction,
    "setMyCommands": set_my_commands,
    "setMyDescription": _setter("description", "description", 512),
    "setMyName": _setter("name", "name", 64),
    "setMyShortDescription": _setter("short description", "short_description", 120),
    "setWebhook": set_webhook,
}


def _writable(world: World, params: Params) -> Chat:
    chat = world.chat(params["chat_id"])
    chat.check_bot_may_write()
    chat.check_thread(params.get("message_thread_id"))
    return chat


def _send(world: World, chat: Chat, params: Params, **what: Any) -> Any:
    check_keyboard(params.get("reply_markup"))
    reply_to = chat.replied(params.get("reply_parameters"))
    thread = chat.thread_of(reply_to, params.get("message_thread_id"))
    said = {"markup": params.get("reply_markup"), "reply_to": reply_to, "thread": thread} | what
    message = chat.add(world.bot, int(world.now()), **said)
    chat.show("sent", message)
    return message.wire()


def _send_media(world: World, params: Params, media: Params) -> Any:
    chat = _writable(world, params)
    text, entities = shown_text(params, "caption", CAPTION_LIMIT)
    return _send(world, chat, params, text=text, entities=entities, media=media)


def _editable(world: World, params: Params) -> Message:
    if "inline_message_id" in params:
        if params["inline_message_id"] not in world.picked:
            raise bad("MESSAGE_ID_INVALID", "state")
        return world.picked[params["inline_message_id"]]
    if not {"chat_id", "message_id"} <= params.keys():
        raise bad("message identifier is not specified")
    chat = world.chat(params["chat_id"])
    chat.check_bot_may_write()
    return chat.own(params["message_id"], world.bot, "edit")


def _edit(world: World, message: Message, params: Params, text: str, entities: list[Params]) -> Any:
    check_keyboard(params.get("reply_markup"))
    after = (text, entities, params.get("reply_markup") or None)
    if after == (message.text, message.entities, message.markup or None):
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message",
            "state",
        )
    message.text, message.entities, message.markup = after
    message.edited = int(world.now())
    message.chat.show("edited", message)
    return True if message.inline_id else message.wire()


def _scope(world: World, params: Params) -> tuple[str, str]:
    check_language(params.get("language_code", ""))
    scope = params.get("scope", {"type": "default"})
    if scope.get("chat_id", 0) not in {0, *world.met}:
        world.chat(scope["chat_id"])  # refused unless there is one
    return json.dumps(scope, sort_keys=True), params.get("language_code", "")
