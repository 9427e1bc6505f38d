"""The manual of every rule: what it says, with a sample that fails and one that passes, from the rule's docstring."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc
from textwrap import dedent, indent
from typing import Any, NamedTuple

from bot.factrules import answers, doubts, form, shape, value

Rule = Callable[..., Any]

RULES: tuple[Rule, ...] = (
    form.yaml,
    form.encoding,
    form.control_character,
    form.too_deep,
    form.too_big,
    form.too_many,
    form.unreadable,
    form.no_folder,
    form.no_facts,
    form.misplaced,
    form.alias,
    form.tag,
    form.documents,
    form.duplicate_key,
    form.bracket_key,
    shape.unknown_key,
    shape.unknown_section,
    shape.missing_key,
    shape.missing_language,
    shape.one_text_for_both,
    shape.not_a_text,
    shape.empty,
    shape.empty_list,
    shape.not_a_record,
    shape.not_a_section,
    shape.not_a_list,
    shape.unknown_choice,
    shape.bad_id,
    shape.duplicate_id,
    shape.unknown_id,
    shape.fact_without_kind,
    shape.unknown_slot,
    shape.main_elsewhere,
    shape.like_circle,
    value.not_a_time,
    value.no_year,
    value.no_such_time,
    value.not_a_day,
    value.not_a_figure,
    value.which_currency,
    value.unit_in_korean,
    value.no_unit,
    value.not_yes_or_no,
    value.no_value,
    value.wrong_type,
    *doubts.RULES,
    *answers.RULES,
    answers.told_twin,
)


class Manual(NamedTuple):
    """What a rule says of itself."""

    name: str
    text: str
    wrong: str
    """A piece of YAML that breaks the rule; empty where none can be shown."""
    right: str
    """The same, mended."""

    @property
    def gist(self) -> str:
        """Its first sentence, on one line."""
        return " ".join(self.text.split()).partition(". ")[0].removesuffix(".")

    def __str__(self) -> str:
        samples = [f"{title}:\n{indent(s, '    ')}" for title, s in (("Wrong", self.wrong), ("Right", self.right)) if s]
        return "\n\n".join([f"[{self.name}] {self.text}", *samples])


def name_of(rule: Rule) -> str:
    """The name that problems show: the function's, with hyphens."""
    return str(rule.__name__).replace("_", "-")


def manual(rule: Rule) -> Manual:
    """The manual of one rule."""
    text, _, samples = cleandoc(rule.__doc__ or "").partition("\nWrong:\n")
    wrong, _, right = samples.partition("Right:\n")
    return Manual(name_of(rule), text.strip(), dedent(wrong).strip(), dedent(right).strip())


def manuals() -> dict[str, Manual]:
    """All manuals by the rule's name."""
    return {name_of(rule): manual(rule) for rule in RULES}
