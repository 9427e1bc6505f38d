"""Reads a call off the wire and refuses what the official API does not have."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from .refusals import Refused, bad

SCHEMA: dict[str, Any] = json.loads(Path(__file__).with_name("schema.json").read_text(encoding="utf-8"))
BY_LOWER_NAME = {name.lower(): name for name in SCHEMA["methods"]}
"""Telegram takes method names in any case."""


def method_named(name: str) -> str:
    """The method's name as the API spells it; Refused where there is none that the server carries out."""
    try:
        spelled: str = BY_LOWER_NAME[name.lower()]
        return spelled
    except KeyError:
        raise Refused(404, f"Not Found: method not found ({name})", "schema") from None


def read_call(method: str, sent: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a call as JSON values; Refused unless the schema holds. A form sends strings only."""
    fields = SCHEMA["methods"][method]["properties"]
    read = {name: _meant(value, fields.get(name, {})) for name, value in sent.items()}
    problem = best_match(_validator(method).iter_errors(read))
    if problem is not None:
        where = ".".join(str(step) for step in problem.absolute_path) or method
        raise bad(f"{where}: {problem.message[:200]}", "schema")
    return read


@cache
def _validator(method: str) -> Draft202012Validator:
    return Draft202012Validator({"$defs": SCHEMA["$defs"]} | SCHEMA["methods"][method])


def _meant(value: Any, field: Mapping[str, Any]) -> Any:
    if not isinstance(value, str):
        return value
    kinds = {choice.get("type", "object") for choice in field.get("anyOf", field.get("oneOf", (field,)))}
    if "integer" in kinds and re.fullmatch(r"-?\d{1,19}", value):
        return int(value)
    if "number" in kinds and re.fullmatch(r"-?\d+(\.\d+)?", value):
        return float(value)
    if "boolean" in kinds and value in ("true", "false"):
        return value == "true"
    if kinds & {"object", "array"} and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad(f"can't parse JSON: {error}", "schema") from None
    return value
