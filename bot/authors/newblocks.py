"""The blocks that `factbot new` writes: a name, a story with its first fact, a fact of a kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from pathlib import Path

from bot.authors.factedit import Refused, flow, inserted, scalar, schema_line
from bot.factrules.shape import slug
from bot.facts import Facts
from bot.loading.factfolder import read_folder, shown
from bot.loading.factshapes import NAME_SECTIONS
from bot.loading.yamlnodes import Map, Scalar
from bot.problems import nearest
from bot.turn import LANGS

Answers = dict[str, str]


def one_of(key: str, given: str, known: Collection[str]) -> str:
    """What is said of an answer that is none of those there are."""
    close = nearest(given, known)
    hint = f"; did you mean '{close}'?" if close else ""
    return f"{key}={given or '...'} is none of: {', '.join(known)}{hint}"


def _id(answers: Answers) -> str:
    id_ = answers.get("id") or slug(answers["en"])
    if not id_:
        raise Refused("id=... is needed: small letters and hyphens")
    return id_


def _name(folder: Path, answers: Answers, facts: Facts | None) -> tuple[Path, str, str]:
    sections: dict[str, str] = {sort: section for section, sort in NAME_SECTIONS.items()}
    sort = answers["sort"]
    if sort not in sections:
        raise Refused(one_of("sort", sort, sections))
    id_ = _id(answers)
    if facts and id_ in facts.names:
        raise Refused(f"there is a name '{id_}' already, at {facts.names[id_].place}")
    lines = [f"{id_}:", f"  name: {flow({lang: answers[lang] for lang in LANGS})}"]
    lines += ["  # also: {en: [another spelling], ko: [다른 표기]}"]
    if bool(answers.get("title_en")) != bool(answers.get("title_ko")):
        raise Refused(
            f"title_{'ko' if answers.get('title_en') else 'en'}=... is needed too: replies are in both languages"
        )
    if answers.get("title_en"):
        lines.append(f"  title: {flow({'en': answers['title_en'], 'ko': answers['title_ko']})}")
    if answers.get("of"):
        lines.append(f"  of: {scalar(answers['of'])}")
    block = "\n".join(lines) + "\n"
    path = _file_of_section(folder, sections[sort]) or folder / "names" / f"{sections[sort]}.yaml"
    text = path.read_text("utf-8") if path.exists() else schema_line(folder, "names")
    return path, inserted(text, shown(path), sections[sort], id_, block), block


def _file_of_section(folder: Path, section: str) -> Path | None:
    """The file of names/ that has a section already."""
    files = (f for f in read_folder(folder) if f.folder == "names" and isinstance(f.root, Map))
    return next((f.path for f in files if isinstance(f.root, Map) and section in f.root.entries), None)


_STORY = """\
# Check it with `factbot check`; what can be asked of it shows `factbot questions {id}`.
story: {id}
title: {title}
date: {date}        # the day that "today" means in it
main: {id}-1        # the fact that "what happened?" asks for
subject: {subject}
source:
  outlet: {outlet}
  # author: {{en: ..., ko: ...}}
  # date: {date}    # of publication

facts:
  # A fact that is simply told. Better is one with a kind, which can be asked for part by part:
  # `factbot new fact story={id}` writes one.
  {id}-1:
    told: {told}
    asked: {asked}

# Questions that must be answered; `factbot check` asks them. Write your own, and take the marks away:
# questions:
#   - {{ask: {{en: ..., ko: ...}}, facts: [{id}-1]}}
"""


def _story(folder: Path, answers: Answers, facts: Facts | None) -> tuple[Path, str, str]:
    id_ = _id(answers)
    if facts and id_ in facts.stories:
        raise Refused(f"there is a story '{id_}' already, at {facts.stories[id_].place}")
    pairs = {
        key: flow({lang: answers[f"{key}_{lang}"] for lang in ("en", "ko")}) for key in ("outlet", "told", "asked")
    }
    title = flow({"en": answers["en"], "ko": answers["ko"]})
    block = _STORY.format(id=id_, title=title, date=answers["date"], subject=answers["subject"], **pairs)
    path = folder / "stories" / f"{id_}.yaml"
    if path.exists():
        raise Refused(f"there is a file {shown(path)} already")
    return path, schema_line(folder, "stories") + block, block


def _fact(folder: Path, answers: Answers, facts: Facts | None) -> tuple[Path, str, str]:
    id_ = _id(answers)
    if facts is None or answers["story"] not in facts.stories:
        raise Refused(one_of("story", answers["story"], facts.stories if facts else ()))
    if id_ in facts.facts:
        raise Refused(f"there is a fact '{id_}' already, at {facts.facts[id_].place}")
    lines = [f"{id_}:", f"  kind: {answers['kind']}", f"  title: {flow({lang: answers[lang] for lang in LANGS})}"]
    lines += [f"  {p}: {_part(answers[p])}" for p in facts.kinds[answers["kind"]].parts if answers.get(p)]
    words = {lang: _words(answers[f"words_{lang}"]) for lang in LANGS if answers.get(f"words_{lang}")}
    lines += [
        f"  words: {flow(words)}" if words else "  # words: {en: [first], ko: [첫]}  # what sets it apart from others"
    ]
    lines += [
        "  # sure: reported        # where the source is not certain",
        "  # not_told: [how_long]  # what it does not tell",
    ]
    block = "\n".join(lines) + "\n"
    path = next(f.path for f in read_folder(folder) if f.folder == "stories" and _story_of(f.root) == answers["story"])
    return path, inserted(path.read_text("utf-8"), shown(path), "facts", id_, block), block


def _words(answer: str) -> list[str]:
    return [word.strip() for word in answer.split(",") if word.strip()]


def _part(answer: str) -> str:
    """A part as it was typed: YAML where it looks like it, ids with commas as a list, else one text."""
    if answer[0] in "[{":
        return answer
    ids = [piece.strip() for piece in answer.split(",")]
    return flow(ids) if len(ids) > 1 and all(re.fullmatch(r"[a-z0-9-]+", i) for i in ids) else scalar(answer)


def _story_of(root: object) -> str:
    node = root.entries["story"][1] if isinstance(root, Map) and "story" in root.entries else None
    return node.value if isinstance(node, Scalar) else ""


BLOCKS: dict[str, Callable[[Path, Answers, Facts | None], tuple[Path, str, str]]] = {
    "name": _name,
    "story": _story,
    "fact": _fact,
}
