"""getUpdates: long polling, one receiver at a time."""

from __future__ import annotations

from typing import Any

from .refusals import conflict
from .updates import Update
from .world import World


async def get_updates(world: World, params: dict[str, Any]) -> Any:
    """Updates from `offset` on, or none after `timeout` seconds; all before it are confirmed."""
    if world.webhook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    world.updates.allow(params.get("allowed_updates"))
    world.updates.confirm_below(params.get("offset", 0))
    turn = world.polls = world.polls + 1
    world.bell.ring()  # sends an earlier poll away
    limit = min(max(params.get("limit", 100), 1), 100)

    def look() -> list[Update] | None:
        if world.webhook is not None:
            raise conflict("terminated by setWebhook request")
        if world.polls != turn:
            raise conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
        return (world.updates.waiting and world.updates.give(limit)) or None

    try:
        batch = await world.bell.until(look, min(params.get("timeout", 0), 50))
    except TimeoutError:
        batch = []
    return [update.wire() for update in batch]
