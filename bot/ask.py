"""`factbot ask`: one question, or many as JSON lines."""

from __future__ import annotations

import json
import sys
import time
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.answer import answer
from bot.learning.known import Known
from bot.ready import ready, shipped
from bot.turn import LANGS, Memory, Reply

_LINE_ENDS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
"""What some readers of lines take for the end of one; JSON may hold them as escapes."""


def run(args: Namespace) -> int:
    """Answer `args.question`, or the JSON lines on stdin. 0: a reply each; 1: a bad line. Raises BrokenFacts."""
    if args.jsonl == bool(args.question):
        args.usage("give one question, or --jsonl and lines on stdin")
    known = ready(args.facts or shipped())
    if args.jsonl:
        return _lines(sys.stdin, known, args.lang)
    reply = answer(" ".join(args.question), known, Memory(lang=args.lang))
    if args.json:
        print(_json(reply.json()))
    else:
        _show(reply, known, args.explain)
    return 0


def _show(reply: Reply, known: Known, explain: bool) -> None:
    from bot.screen import shown, why

    lines = [*shown(reply), *(why(reply, known) if explain else ())]
    print(*(line.text for line in lines), sep="\n")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)


def _lines(lines: Iterable[str], known: Known, lang: Any) -> int:
    """A reply a line, in the same order; lines of the same chat share a memory."""
    memories: dict[str, Memory] = {}
    bad = 0
    for number, line in enumerate(lines, 1):
        asked = _parsed(line)
        if isinstance(asked, str):
            bad = 1
            out: dict[str, Any] = {"error": f"line {number}: {asked}"}
        else:
            out = _reply(asked, known, memories, lang).json()
        print(_json(out), flush=True)
    return bad


def _parsed(line: str) -> dict[str, Any] | str:
    """One line of JSON, or what is wrong with it."""
    try:
        asked = json.loads(line.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        return f"no JSON: {error.msg} at column {error.colno}"
    except (ValueError, RecursionError) as error:  # a figure of thousands of digits, thousands of brackets
        return f"no JSON that can be read: {error}"
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return 'an object with a "text" is expected: {"text": "who met whom?"}'
    if asked.get("lang") not in (None, *LANGS):
        return f'"lang" is {" or ".join(LANGS)}, not {json.dumps(asked["lang"])}'
    return asked


def _reply(asked: dict[str, Any], known: Known, memories: dict[str, Memory], lang: Any) -> Reply:
    chat = asked.get("chat")
    key = json.dumps(chat)
    before = memories.get(key, Memory()) if chat is not None else Memory()
    pinned = asked.get("lang") or lang
    reply = answer(asked["text"], known, replace(before, lang=pinned), time.monotonic())
    if chat is not None:
        memories[key] = reply.memory
    return reply
