"""Reads a text with its markup as Telegram does: the plain text, its entities, or the refusal."""

from __future__ import annotations

import html
import re
from typing import Any

from .refusals import bad

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
"""https://core.telegram.org/bots/api#html-style, but custom emoji and dates, which the server does not read."""
PIECE = re.compile(
    r"<(?P<close>/?)(?P<tag>[^\s>/]*)(?P<rest>[^>]*)>|(?P<char>&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);)"
)
ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w{3,32})?(?!\w)")
MENTION = re.compile(r"(?<![\w@])@\w{3,32}")

Entities = list[dict[str, Any]]


def read_text(text: str, parse_mode: str | None, entities: Entities | None = None) -> tuple[str, Entities]:
    """The text as shown and its entities. Refused where the markup is broken, or in a language not read here."""
    if parse_mode is None:
        plain, found = text, list(entities or [])
    elif parse_mode.lower() == "html":
        plain, found = _read_html(text)
    else:
        raise bad(f"unsupported parse_mode {parse_mode} (the tests' server reads HTML only)")
    return _stripped(plain, found)


def typed_entities(text: str) -> Entities:
    """The entities that a client finds in what a person types: commands and mentions."""
    found = [("bot_command", match) for match in COMMAND.finditer(text)]
    found += [("mention", match) for match in MENTION.finditer(text) if not _within(match, found)]
    marks = [(kind, units(text[: m.start()]), units(m.group())) for kind, m in found]
    return sorted(({"type": t, "offset": o, "length": n} for t, o, n in marks), key=lambda e: e["offset"])


def units(text: str) -> int:
    """The length in UTF-16 code units, by which entities are placed."""
    return len(text.encode("utf-16-le")) // 2


def _within(match: re.Match[str], found: list[tuple[str, re.Match[str]]]) -> bool:
    return any(other.start() <= match.start() < other.end() for _, other in found)


def _read_html(text: str) -> tuple[str, Entities]:
    plain, at = "", 0
    found: Entities = []
    opened: list[tuple[str, int, dict[str, Any]]] = []
    while (less := _next_mark(text, at)) is not None:
        plain, at = plain + text[at:less], less
        match = PIECE.match(text, at)
        if match is None:
            if text[at] == "&":  # an ampersand that opens no known character stands for itself
                plain, at = plain + "&", at + 1
                continue
            raise bad(f"can't parse entities: Unclosed start tag at byte offset {_bytes(text, at)}")
        if match["char"]:
            plain += html.unescape(match["char"])
        elif match["close"]:
            if not opened or opened[-1][0] != match["tag"].lower():
                raise bad(
                    f'can\'t parse entities: Unexpected end tag "{match["tag"]}" at byte offset {_bytes(text, at)}'
                )
            _, start, entity = opened.pop()
            if units(plain) > start:
                found.append(entity | {"offset": start, "length": units(plain) - start})
        else:
            opened.append((match["tag"].lower(), units(plain), _entity(match, _bytes(text, at))))
        at = match.end()
    if opened:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{opened[-1][0]}\"")
    return plain + text[at:], sorted(found, key=lambda e: (e["offset"], -e["length"]))


def _next_mark(text: str, at: int) -> int | None:
    match = re.compile("[<&]").search(text, at)
    return match and match.start()


def _bytes(text: str, at: int) -> int:
    return len(text[:at].encode())


def _entity(match: re.Match[str], offset: int) -> dict[str, Any]:
    tag = match["tag"].lower()
    given = {name.lower(): a or b or c or "" for name, a, b, c in ATTRIBUTE.findall(match["rest"])}
    if tag not in TAGS or match["rest"].rstrip().endswith("/"):
        raise bad(f'can\'t parse entities: Unsupported start tag "{match["tag"]}" at byte offset {offset}')
    if tag == "span" and given.get("class") != "tg-spoiler":
        raise bad(f'can\'t parse entities: Tag "span" must have class "tg-spoiler" at byte offset {offset}')
    if tag == "a":
        return {"type": "text_link", "url": html.unescape(given.get("href", ""))}
    if tag == "blockquote" and "expandable" in given:
        return {"type": "expandable_blockquote"}
    return {"type": TAGS[tag]}


def _stripped(plain: str, found: Entities) -> tuple[str, Entities]:
    """Telegram cuts white space around a text, and entities that are left empty."""
    cut = units(plain) - units(plain.lstrip())
    shown = plain.strip()
    end = units(shown)
    kept: list[dict[str, Any]] = []
    for entity in found:
        start = max(entity["offset"] - cut, 0)
        stop = min(entity["offset"] + entity["length"] - cut, end)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return shown, kept
