"""Webhooks: setting one, and sending updates there in order per chat, again and again until they are taken."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import aiohttp

from .refusals import Refused, bad
from .updates import Update
from .world import Webhook, World

PAUSE = 0.05
"""Seconds before an update that was not taken is sent again. Telegram waits longer; tests should not."""
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


def set_webhook(world: World, params: dict[str, Any]) -> Any:
    """Set the address; an empty one removes it. Twice within a second is too often."""
    now = world.now()
    if params["url"] and now - world.webhook_set_at < 1:
        raise Refused(429, "Too Many Requests: retry after 1", "state", retry_after=1)
    if not SECRET.fullmatch(params.get("secret_token", "x")):
        raise bad("secret token contains unallowed characters")
    if params["url"] and not re.match(r"https?://[^/\s]+", params["url"]):
        raise bad("bad webhook: invalid webhook URL specified")
    world.updates.allow(params.get("allowed_updates"))
    _drop(world, params)
    if params["url"]:
        world.webhook = Webhook(params["url"], params.get("secret_token"), params.get("max_connections", 40))
        world.webhook_set_at = now
    else:
        world.webhook = None
    world.bell.ring()
    return True


def delete_webhook(world: World, params: dict[str, Any]) -> Any:
    """Go back to polling."""
    _drop(world, params)
    world.webhook = None
    world.bell.ring()
    return True


def webhook_info(world: World, params: dict[str, Any]) -> Any:
    """Where updates go, and how many wait."""
    url = world.webhook.url if world.webhook else ""
    return {"url": url, "has_custom_certificate": False, "pending_update_count": len(world.updates.waiting)}


def _drop(world: World, params: dict[str, Any]) -> None:
    if params.get("drop_pending_updates"):
        world.updates.confirm_below(2**62)


class Postman:
    """Carries updates to the webhook while one is set: each chat in order, chats side by side."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self.attempts: list[tuple[int, int]] = []
        """(update id, HTTP status or 0 where there was no answer), in order."""

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with aiohttp.ClientSession() as web, asyncio.TaskGroup() as group:
            while True:
                update = await self._world.bell.until(self._next, within=3600)
                self._under_way[update.chat] = group.create_task(self._deliver(web, update))

    def _next(self) -> Update | None:
        hook = self._world.webhook
        if hook is None or len(self._under_way) >= hook.connections:
            return None
        return next((update for update in self._world.updates.waiting if update.chat not in self._under_way), None)

    async def _deliver(self, web: aiohttp.ClientSession, update: Update) -> None:
        status = await self._post(web, update)
        self.attempts.append((update.id, status))
        if 200 <= status < 300:
            self._world.updates.confirm(update)
        else:
            await asyncio.sleep(PAUSE)
        del self._under_way[update.chat]
        self._world.bell.ring()

    async def _post(self, web: aiohttp.ClientSession, update: Update) -> int:
        hook = self._world.webhook
        if hook is None:
            return 0
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        try:
            async with web.post(hook.url, json=update.wire(), headers=headers) as answer:
                await answer.read()
                return answer.status
        except aiohttp.ClientError:
            return 0
