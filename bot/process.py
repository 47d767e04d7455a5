"""One process: intake, lanes, sender, drawing and ticker around one database and one channel."""

import asyncio
import fcntl
import logging
import secrets
import signal
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from telegram import Bot
from telegram.error import InvalidToken

from bot.leading import Part, leading, running, woken
from bot.settings import Settings
from bot.telegram.channel import Telegram, connect, persistently
from bot.telegram.hello import introduced
from bot.telegram.intake import ALLOWED, Inlet, polling, serving
from bot.watch import watching
from bot.work.drawing import workers
from bot.work.lanes import Lanes
from bot.work.sender import Sender
from bot.work.ticker import ticking
from bot.workshop.workshop import WORKSHOP
from bot.world import Wake, World, pause, until
from storage.database import Database
from storage.locks import Locks, shared

log = logging.getLogger(__name__)

Intake = Callable[[Inlet], Awaitable[None]]


class Busy(Exception):  # noqa: N818 - the person who started it reads the sentence
    """The bot cannot start: another process uses the same data folder, or the token is missing or wrong."""


async def run(settings: Settings, database: Database, opened: Callable[[str], None]) -> None:
    """The bot on Telegram; `opened` hears its user name once it is known."""
    if settings.bot_token is None:
        raise Busy("BOT_TOKEN is not set")
    bot = connect(settings.bot_token.get_secret_value(), settings.bot_api_url)
    store = settings.store.of(database)
    WORKSHOP.warm()
    channel = Telegram(bot, database, store, opened)
    world = World(database, channel, settings.data_dir, partial(datetime.now, UTC), Wake(), kept=store)
    try:
        beside = (lambda: watching(world, settings), lambda: introduced(bot, world))
        await serve(world, lambda inlet: received(bot, settings, inlet), *beside)
    except InvalidToken:
        raise Busy("Telegram does not know this BOT_TOKEN") from None


async def serve(world: World, intake: Intake, *beside: Part) -> None:
    """Run until SIGTERM, SIGINT, the end of the intake or `wake.halt()`; messages under way are finished first."""
    world.pulse.started_at = world.clock()
    world.data_dir.mkdir(parents=True, exist_ok=True)
    # PostgreSQL has locks that keep several processes apart; for SQLite the data folder is locked instead.
    alone = nullcontext() if shared(world.database) else locked(world.data_dir)
    with alone, halted_by_signals(world.wake):
        try:
            await until(world.wake.stop, world.channel.open())
            await _together(world, intake, beside)
        finally:
            await world.channel.close()


async def _together(world: World, intake: Intake, beside: Sequence[Part]) -> None:
    held = Locks(world.database)
    alone: list[Part] = [Sender(world).run, *(one.run for one in workers(world)), lambda: ticking(world)]
    try:
        async with asyncio.TaskGroup() as group:
            for part in (Lanes(world, held).run, lambda: leading(world, held, alone), lambda: woken(world), *beside):
                group.create_task(running(part))
            await until(world.wake.stop, intake(Inlet(world)))
            world.wake.halt()
    finally:
        held.close()


async def received(bot: Bot, settings: Settings, inlet: Inlet) -> None:
    if not settings.webhook_url:
        await persistently(bot.delete_webhook)
        return await polling(bot, inlet)
    given = settings.webhook_secret
    secret = given.get_secret_value() if given else secrets.token_urlsafe(32)

    async def announce() -> None:
        await bot.set_webhook(settings.webhook_url, secret_token=secret, allowed_updates=ALLOWED)

    async with asyncio.TaskGroup() as group:
        group.create_task(serving(settings.webhook_url, secret, settings.listen, inlet))
        group.create_task(beating(inlet))
        await persistently(announce)
    return None


async def beating(inlet: Inlet, every: float = 30) -> None:
    """Keep the pulse of a webhook: Telegram calls us, so we count as reachable as long as we listen."""
    while not inlet.stop.is_set():
        inlet.world.pulse.tried_at = inlet.world.clock()
        try:
            await inlet.heard()
        except Exception:
            log.exception("the database does not take the pulse")
        await pause(inlet.stop, every)


@contextmanager
def locked(data_dir: Path) -> Iterator[None]:
    """Hold the data folder; Busy if another process has it, for two would take each other's updates."""
    with (data_dir / "bot.lock").open("w") as file:
        try:
            # The kernel releases this lock even after kill -9.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(f"another bot is running on {data_dir}") from None
        yield


@contextmanager
def halted_by_signals(wake: Wake) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, wake.halt)
    yield
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.remove_signal_handler(number)
