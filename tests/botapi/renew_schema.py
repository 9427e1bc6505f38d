"""Writes schema.json anew: the parameters of Bot API methods as JSON Schema, taken from aiogram's generated models.

aiogram is needed here only, and is no dependency of the tests:

    pip install aiogram && python tests/botapi/renew_schema.py
"""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

from aiogram import __api_version__, __version__, methods
from aiogram.client.default import Default
from aiogram.types import InputFile, TelegramObject
from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import GenerateJsonSchema, models_json_schema
from pydantic_core import PydanticOmit

METHODS = (
    "AnswerCallbackQuery",
    "AnswerInlineQuery",
    "Close",
    "DeleteMessage",
    "DeleteMyCommands",
    "DeleteWebhook",
    "EditMessageReplyMarkup",
    "EditMessageText",
    "GetChat",
    "GetChatMember",
    "GetMe",
    "GetMyCommands",
    "GetMyDescription",
    "GetMyName",
    "GetMyShortDescription",
    "GetUpdates",
    "GetWebhookInfo",
    "LeaveChat",
    "LogOut",
    "SendChatAction",
    "SendDocument",
    "SendMessage",
    "SendPhoto",
    "SetChatMenuButton",
    "SetMessageReaction",
    "SetMyCommands",
    "SetMyDescription",
    "SetMyName",
    "SetMyShortDescription",
    "SetWebhook",
)
"""The methods that the fake server carries out."""
NOT_ON_THE_WIRE = (Default, InputFile)
UNSAID = {"title", "description", "default", "examples", "discriminator"}


class OnTheWire(GenerateJsonSchema):
    """Leaves out what exists in Python only: aiogram's own defaults, upload objects, datetimes."""

    def is_instance_schema(self, schema: Any) -> dict[str, Any]:
        if issubclass(schema["cls"], NOT_ON_THE_WIRE):
            raise PydanticOmit
        return super().is_instance_schema(schema)

    def datetime_schema(self, schema: Any) -> dict[str, Any]:
        raise PydanticOmit

    def timedelta_schema(self, schema: Any) -> dict[str, Any]:
        raise PydanticOmit

    def custom_error_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])


def forbid_unknown_fields(base: type[BaseModel]) -> None:
    """Make every model below `base` refuse fields that the official API does not have."""
    for model in base.__subclasses__():
        forbid_unknown_fields(model)
        model.model_config = ConfigDict(**{**model.model_config, "extra": "forbid", "defer_build": True})
        model.model_rebuild(force=True)


def tidy(node: Any) -> Any:
    """Drop titles, docs, defaults, nulls and deprecated fields; a fixed value (`type: article`) becomes required."""
    if isinstance(node, list):
        return [tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "properties" in node:
        fields = {name: field for name, field in node["properties"].items() if not field.get("deprecated")}
        fixed = [name for name, field in fields.items() if "const" in field]
        required = sorted({*node.get("required", ()), *fixed} & fields.keys())
        tidied = {"type": "object", "properties": {name: tidy(field) for name, field in sorted(fields.items())}}
        return tidied | ({"required": required} if required else {}) | {"additionalProperties": False}
    kept = {key: tidy(value) for key, value in node.items() if key not in UNSAID}
    if "anyOf" in kept:
        choices = [choice for choice in kept["anyOf"] if choice not in ({"type": "null"}, {})]
        if len(choices) == 1:
            return choices[0]
        kept["anyOf"] = choices
    return kept


def reached(methods_: dict[str, Any], types: dict[str, Any]) -> dict[str, Any]:
    """The types that the methods still refer to once deprecated fields are gone."""
    found: dict[str, Any] = {}
    waiting = [json.dumps(methods_)]
    while waiting:
        text = waiting.pop()
        for name in types:
            if name not in found and f'"#/$defs/{name}"' in text:
                found[name] = types[name]
                waiting.append(json.dumps(types[name]))
    return dict(sorted(found.items()))


def section(name: str, nodes: dict[str, Any]) -> str:
    """One line a method or type, so that a renewal can be read as a diff."""
    return f',\n"{name}": {{\n' + ",\n".join(f'"{key}": {json.dumps(node)}' for key, node in nodes.items()) + "\n}"


def main() -> None:
    warnings.simplefilter("ignore")  # aiogram's defaults cannot be written as JSON, and are not wanted
    forbid_unknown_fields(TelegramObject)
    forbid_unknown_fields(methods.TelegramMethod)
    models = [getattr(methods, name) for name in METHODS]
    refs, exported = models_json_schema([(model, "validation") for model in models], schema_generator=OnTheWire)
    types = {name: tidy(node) for name, node in exported["$defs"].items()}
    by_method = {}
    for model in models:
        name = refs[model, "validation"]["$ref"].rsplit("/", 1)[1]
        by_method[model.__api_method__] = types.pop(name)
    comment = f"Bot API {__api_version__}, from aiogram {__version__} (MIT, see LICENSE.aiogram) by renew_schema.py"
    sections = {"methods": by_method, "$defs": reached(by_method, types)}
    text = f'{{"$comment": "{comment}"' + "".join(section(name, nodes) for name, nodes in sections.items()) + "}\n"
    json.loads(text)
    Path(__file__).with_name("schema.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
