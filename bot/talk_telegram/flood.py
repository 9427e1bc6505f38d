"""How fast one person may ask: so many a minute at once, then evenly spaced."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_WAIT = 600.0
"""Seconds; also the bound of what one person can make the bot keep."""
MOST_PEOPLE = 10_000
"""Above this, people who have calmed down are dropped from the list."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """When a question is answered."""

    wait: float
    """Seconds from now; 0 for everybody who does not flood."""
    tell: bool = False
    """True for the first one that has to wait: the asker is told."""
    dropped: bool = False
    """It would have to wait so long that nobody would want the answer any more."""


class Flood:
    """A leaky bucket a person (the generic cell rate algorithm, ITU-T I.371): one number each."""

    def __init__(self, a_minute: float) -> None:
        self.burst = a_minute
        self.seconds = 60 / a_minute if a_minute else 0.0
        """The spacing of questions over the limit; a limit of 0 is none."""
        self.full: dict[int, float] = {}
        """When the bucket of a person will be empty again."""
        self.told: set[int] = set()
        """Who was told, until their bucket is empty again."""

    def admit(self, person: int, now: float) -> Admitted:
        """Count a question in; `now` in seconds of any steady clock."""
        if not self.seconds:
            return Admitted(0.0)
        before = max(self.full.get(person, now), now)
        if before == now:
            self.told.discard(person)
        wait = before + self.seconds - self.burst * self.seconds - now
        if wait > LONGEST_WAIT:
            return Admitted(wait, dropped=True)
        self.full[person] = before + self.seconds
        tell = wait > 0 and person not in self.told
        if tell:
            self.told.add(person)
        if len(self.full) > MOST_PEOPLE:
            self.full = {who: at for who, at in self.full.items() if at > now}
            self.told &= self.full.keys()
        return Admitted(max(0.0, wait), tell)
