"""One run of the bot: start-up, the way updates come in, and the end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path
from typing import Any

from telegram import Bot

from bot.store import Store
from bot.talk_telegram.base import Base
from bot.talk_telegram.calls import Calls
from bot.talk_telegram.ending import revoked
from bot.talk_telegram.intake import Intake
from bot.talk_telegram.logs import where
from bot.talk_telegram.menu import set_menu
from bot.talk_telegram.occasions import Occasions
from bot.talk_telegram.polling import Polling
from bot.talk_telegram.request import AiohttpRequest
from bot.talk_telegram.settings import Settings
from bot.talk_telegram.shell import Shell
from bot.talk_telegram.starting import either, or_stop, patiently, stopping
from bot.talk_telegram.updates import ALLOWED
from bot.talk_telegram.watch import Watch
from bot.talk_telegram.webhook import Hook, Webhook, secret_of
from bot.talk_telegram.words import load_words

log = logging.getLogger(__name__)


async def run(
    settings: Settings, base: Base, folder: Path, *, hook: Hook | None, log_questions: bool, occasions: Occasions
) -> int:
    """Run until SIGTERM or SIGINT, and return its number; raises Ended where it ends before."""
    proxied = settings.api_url.startswith("https:")  # a server of one's own is reached directly
    fetching, calling = (AiohttpRequest(settings.request_wait, proxied=proxied) for _ in range(2))
    bot = Bot(settings.token, base_url=settings.api_url, request=calling, get_updates_request=fetching)
    store = Store(settings.store, keep_context=settings.keep_context, keep_questions=settings.keep_questions)
    try:
        with stopping() as stop, occasions.listening():
            await or_stop(patiently(bot.initialize, settings), stop.event)
            if stop.event.is_set():
                return stop.number
            shell = Shell(bot, bot.bot, base, folder, store, Calls(settings), load_words(), settings, log_questions)
            watch = Watch(settings.heartbeat, settings.watchdog)
            if hook:
                await _serve_webhook(shell, watch, stop.event, hook, occasions)
            else:
                await _serve_polling(shell, watch, stop.event, occasions)
            return stop.number
    finally:
        await bot.shutdown()
        store.close()


async def _serve_polling(shell: Shell, watch: Watch, stop: asyncio.Event, occasions: Occasions) -> None:
    await or_stop(patiently(shell.bot.delete_webhook, shell.settings), stop)
    intake = Intake(shell)
    polling = Polling(shell, intake, watch.beat)
    watch.start()
    async with _background(set_menu(shell), _housekeeping(intake), occasions.look(), occasions.work(intake)):
        log.info("polling as @%s", shell.me.username)
        try:
            await polling.run(stop)
        finally:
            watch.stop()
            await intake.drain(shell.settings.drain_wait)
        await polling.confirm()


async def _serve_webhook(shell: Shell, watch: Watch, stop: asyncio.Event, hook: Hook, occasions: Occasions) -> None:
    secret = secret_of(shell.settings.token, shell.settings.webhook_secret)
    intake = Intake(shell, lease=shell.settings.lease)
    server = Webhook(shell, intake, hook.url, secret, lambda: not stop.is_set() and not intake.revoked.is_set())
    try:
        await server.open(hook.host, hook.port)
        await or_stop(
            patiently(
                lambda: shell.bot.set_webhook(hook.url, secret_token=secret, allowed_updates=ALLOWED), shell.settings
            ),
            stop,
        )
        watch.start()
        works = (set_menu(shell), _housekeeping(intake), _beating(watch), occasions.look(), occasions.work(intake))
        async with _background(*works):
            log.info("listening on %s:%d as @%s", hook.host, hook.port, shell.me.username)
            await either(stop, intake.revoked)
            watch.stop()
            await intake.drain(shell.settings.drain_wait)
        if intake.revoked.is_set():
            raise revoked()
    finally:
        await server.close()


async def _housekeeping(intake: Intake) -> None:
    """Now and then: delete what was kept long enough, renew leases, take what a process that is gone has parked."""
    loop = asyncio.get_running_loop()
    swept, pause = float("-inf"), intake.shell.settings.sweep
    while True:
        try:
            if loop.time() - swept >= pause:
                intake.shell.store.sweep()
                swept = loop.time()
            intake.renew()
            intake.adopt()
        except Exception as error:  # whatever it is: leases and retention must go on
            log.error("housekeeping failed: %s", where(error))
        await asyncio.sleep(intake.lease / 3 or max(pause, 0.1))


async def _beating(watch: Watch) -> None:
    """With a webhook nothing need come for hours: the sign of life is that the loop turns."""
    while True:
        watch.beat()
        await asyncio.sleep(watch.limit / 4)


@contextlib.asynccontextmanager
async def _background(*works: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Work beside the bot, ended with it; none of it may end the bot."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for failure in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(failure, Exception):
                log.error("background work failed: %s", type(failure).__name__)
