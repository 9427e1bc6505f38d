"""Puts a question plainly before it is read: each reading puts one construction in other words, word by word."""

from __future__ import annotations

from bot.alternatives import before_or_after, so_many, without_or_not
from bot.hearsay import asked_again, for_anyone, honoured, in_office, rumoured, startled, what_again, words_of, written
from bot.plain_deeds import (
    came_there,
    carried_out,
    costs,
    everything,
    handed,
    housed,
    on_behalf,
    on_coming,
    on_programme,
    proposals,
    said_off,
    sums,
    twice,
    used_for,
    victories,
)
from bot.plain_names import (
    after_whom,
    counted_ones,
    described_ones,
    dislocated,
    from_elsewhere,
    guesses,
    last_one,
    name_had,
    name_of,
    named_ones,
    nationals,
    of_none,
    of_where,
    other_than,
    places_that,
    pointing,
    post_held,
    what_called,
)
from bot.plain_times import (
    afterwards,
    before_which,
    between,
    came_before,
    days,
    days_spent,
    earlier_than,
    had_last,
    in_passing,
    in_the_morning,
    lasting,
    once_more,
    since_how_long,
    then,
    went_before,
    when_done,
)
from bot.plain_words import (
    asked_by_phrase,
    contents,
    gists,
    in_korean,
    sayings,
    seen_where,
    somethings,
    told_after,
    views,
    words_said,
)
from bot.reporting import reported, schedules, whose_events
from bot.segment import Token


def put_plainly(tokens: list[Token]) -> list[Token]:
    """The words of a question with all such constructions put plainly, one after another; those of its script alone."""
    if any(not t.text.isascii() for t in tokens):
        for read in _KOREAN:
            tokens = read(tokens)
    if any(t.text.isascii() for t in tokens):
        for read in _ENGLISH:
            tokens = read(tokens)
    return tokens


_KOREAN = (
    places_that,
    after_whom,
    lasting,
    startled,
    for_anyone,
    asked_again,
    what_again,
    rumoured,
    honoured,
    written,
    words_of,
    in_office,
    in_korean,
    carried_out,
    days_spent,
    afterwards,
    in_passing,
    reported,
    whose_events,
    schedules,
    words_said,
    contents,
    told_after,
    sayings,
    somethings,
    pointing,
    asked_by_phrase,
    on_coming,
    views,
    costs,
    proposals,
    name_of,
    of_none,
    of_where,
    seen_where,
    twice,
    came_there,
    went_before,
    between,
    used_for,
    before_or_after,
    so_many,
    without_or_not,
)
_ENGLISH = (
    victories,
    days,
    described_ones,
    everything,
    handed,
    on_behalf,
    on_programme,
    pointing,
    last_one,
    gists,
    costs,
    named_ones,
    nationals,
    name_had,
    name_of,
    had_last,
    since_how_long,
    said_off,
    once_more,
    sums,
    then,
    counted_ones,
    from_elsewhere,
    other_than,
    post_held,
    before_which,
    between,
    earlier_than,
    came_before,
    in_the_morning,
    when_done,
    dislocated,
    guesses,
    housed,
    what_called,
    before_or_after,
    without_or_not,
)
"""In this order: what one has put plainly the next may read."""
