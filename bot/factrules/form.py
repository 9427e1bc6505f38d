"""Rules of form: what is wrong with a file before it can be read as facts at all.

A rule is a function that words the problem, named like it; its docstring is what `factbot check --explain` prints, and
the samples in it are run as tests.
"""

from __future__ import annotations

from bot.facts import Place
from bot.problems import Problem

_YAML = (
    # what PyYAML says, whether the trouble began where a bracket or quote was opened, what it means, what to do
    ("mapping values are not allowed", False, "a second ': ' in this line", 'put the text in quotes: "like: this"'),
    ("unexpected end of stream", True, "the quote that opens here is never closed", "close it with the same quote"),
    ("document indicator", True, "the quote that opens here is never closed", "close it with the same quote"),
    ("expected ',' or ']'", True, "the list that opens here with '[' is not closed", "close it with ']'"),
    ("expected ',' or '}'", True, "the '{' that opens here is not closed", "close it with '}'"),
    ("could not find expected ':'", True, "a key without its ':'", "write `key: value`, or put the text in quotes"),
    ("node content", False, "a value is missing here, or a bracket above is not closed", "complete or close it"),
    ("expected key", False, "this does not fit the nesting of the lines above", "indent it like its neighbours"),
    ("expected '-'", False, "this does not fit the list above", "begin it with '- ', or indent it like its neighbours"),
    ("block sequence entries", False, "a list item in the midst of a line", "begin a new line with '- '"),
    ("block collection", False, "this does not fit the nesting of the lines above", "indent it like its neighbours"),
    ("escape character", False, "a backslash that means nothing here", "write \\\\ for a backslash, or 'quotes'"),
    ("undefined alias", False, "a text that begins with '*'", "put it in quotes"),
)


def yaml(said: str, found: Place, opened: Place | None, line: str) -> Problem:
    """The text is no YAML: a bracket or quote is not closed, a line is indented wrongly, a tab stands in it.

    Nothing of such a file is read, so mend this first and check again.

    Wrong:
        people:
          kim:
            name: {en: Kim, ko: 김
            of: kite-club
    Right:
        people:
          kim:
            name: {en: Kim, ko: 김}
            of: kite-club
    """
    character = line[found.column - 1 : found.column]
    if character == "\t" or line[: found.column].endswith("\t"):
        return Problem(found, "yaml", "a tab", "indent with spaces")
    if "expected key" in said and line[: found.column - 1].strip():
        return Problem(found, "yaml", "text after a closed quote or bracket", "put all of it in quotes")
    for words, at_opening, message, mend in _YAML:
        if words in said:
            return Problem((opened if at_opening else None) or found, "yaml", message, mend)
    if "cannot start any token" in said:
        return Problem(found, "yaml", f"no text can begin with '{character}'", "put the text in quotes")
    return Problem(found, "yaml", f"this is no YAML ({said or 'it cannot be read'})", "compare with its neighbours")


def encoding(place: Place, byte: int) -> Problem:
    """The file is not in UTF-8, but in an older encoding such as CP949 or Latin-1.

    Editors have "Save with encoding: UTF-8" for this.
    """
    return Problem(place, "encoding", f"the byte 0x{byte:02x} is no UTF-8", "save the file as UTF-8")


def control_character(place: Place, character: str) -> Problem:
    """A character that no text can hold, such as NUL; mostly a trace of copying from another program."""
    message = f"the invisible character U+{ord(character):04X}"
    return Problem(place, "control-character", message, "delete it")


def too_deep(place: Place, deepest: int) -> Problem:
    """Brackets or lines are nested deeper than any fact needs.

    Wrong:
        people: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    Right:
        people:
    """
    return Problem(place, "too-deep", f"more than {deepest} levels of nesting", "close brackets, or indent less")


def too_big(file: str, size: int, most: int) -> Problem:
    """A file is too big to be a fact file; nothing of it is read. Several files of a folder are read as one."""
    message = f"the file has {size:,} bytes, and at most {most:,} are read"
    return Problem(Place(file, 1), "too-big", message, "split it into several files in the same folder")


def too_many(place: Place, most: int) -> Problem:
    """A file has more keys and values than are read. Several files of a folder are read as one."""
    message = f"more than {most:,} keys and values in one file"
    return Problem(place, "too-many", message, "split it into several files in the same folder")


def unreadable(file: str, why: str) -> Problem:
    """A file or folder cannot be opened."""
    return Problem(Place(file, 1), "unreadable", f"it cannot be read ({why})", "make it readable, or take it away")


def no_folder(folder: str) -> Problem:
    """There is no such folder."""
    message = "there is no such folder"
    return Problem(Place(folder, 1), "no-folder", message, "give the one with names/ and stories/")


def no_facts(folder: str) -> Problem:
    """The base holds no fact at all, so that the bot could answer nothing. `factbot new story` begins one."""
    return Problem(Place(folder, 1), "no-facts", "there is no fact in this folder", "add a story to stories/")


def misplaced(place: Place) -> Problem:
    """A YAML file lies beside the folders names/, stories/ and questions/, where it is not read."""
    mend = "move it into names/, stories/ or questions/"
    return Problem(place, "misplaced", "this file is not read", mend, "warning")


def alias(place: Place, name: str) -> Problem:
    """YAML's anchors and aliases (`&name`, `*name`) are not used in fact files.

    Wrong:
        people:
          kim: {name: &kim {en: Kim, ko: 김}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}}
    """
    message = f"'&{name}' and '*{name}' are YAML's anchors and aliases, which have no use here"
    return Problem(place, "alias", message, "write the value out, or put the text in quotes")


def tag(place: Place, name: str) -> Problem:
    """YAML's tags (`!name`) are not used in fact files: every value is read as text.

    Wrong:
        people:
          kim: {name: {en: !Kim, ko: 김}}
    Right:
        people:
          kim: {name: {en: "!Kim", ko: 김}}
    """
    message = f"'{name}' is a YAML tag, which has no use here"
    return Problem(place, "tag", message, "take it away, or put the text in quotes")


def documents(place: Place) -> Problem:
    """A second document begins with `---` in the same file.

    Wrong:
        people:
          kim: {name: {en: Kim, ko: 김}}
        ---
        places:
          pond: {name: {en: the pond, ko: 연못}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}}
        places:
          pond: {name: {en: the pond, ko: 연못}}
    """
    return Problem(place, "documents", "'---' begins a second document", "put it in a file of its own, or delete it")


def duplicate_key(place: Place, key: str, first: Place) -> Problem:
    """The same key stands twice in one block, so that one of them would be lost.

    Wrong:
        people:
          kim:
            name: {en: Kim, ko: 김}
            also: {en: Kimmy}
            also: {ko: 키미}
    Right:
        people:
          kim:
            name: {en: Kim, ko: 김}
            also: {en: Kimmy, ko: 키미}
    """
    return Problem(place, "duplicate-key", f"'{key}' is already in line {first.line}", "keep one of the two")


def bracket_key(place: Place) -> Problem:
    """A list or a mapping stands where a key belongs, mostly a text that begins with a bracket.

    Wrong:
        people:
          kim: {name: {en: Kim, {family}: 김}}
    Right:
        people:
          kim: {name: {en: Kim, ko: 김}}
    """
    message = "a bracket where a key belongs"
    return Problem(place, "bracket-key", message, "put a text that begins with '{' or '[' in quotes")
