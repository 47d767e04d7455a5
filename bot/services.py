"""The channels that have settings, each as a service, and the process that runs them all."""

import asyncio
import gc
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from telegram import Bot
from telegram.error import InvalidToken

from bot.channel import Channel
from bot.health import Pulse
from bot.intake.inlet import Inlet, beating
from bot.intake.listening import Hook, serving
from bot.process import Busy, Service, serve
from bot.settings import Settings
from bot.telegram.channel import Telegram, connect, persistently
from bot.telegram.hello import introduced
from bot.telegram.intake import ALLOWED, hook, polling
from bot.watch import watching
from bot.whatsapp.channel import WhatsApp
from bot.whatsapp.graph import Graph
from bot.whatsapp.intake import hook as wa_hook
from bot.workshop.workshop import WORKSHOP
from bot.world import Wake, World, pause
from storage.database import Database
from storage.foto.store import Store

Opened = Callable[[str], None]


@dataclass(frozen=True)
class Ground:
    """All that the channels share."""

    settings: Settings
    database: Database
    store: Store
    wake: Wake = field(default_factory=Wake)
    pulses: dict[str, Pulse] = field(default_factory=dict)

    def world(self, channel: Channel) -> World:
        clock = partial(datetime.now, UTC)
        return World(self.database, channel, self.settings.data_dir, clock, self.wake, self.pulses, self.store)


class Served(NamedTuple):
    """A service, and the path at which its channel posts, if it does."""

    service: Service
    hook: Hook | None = None


async def run(settings: Settings, database: Database, opened: Opened, numbered: Opened = lambda _number: None) -> None:
    """The bot on every channel that has settings; `opened` hears its user name at Telegram once that is known, and
    where it is not on Telegram `numbered` its number at WhatsApp."""
    ground = Ground(settings, database, settings.store.of(database))
    served = [made for made in (telegram(ground, opened), whatsapp(ground, numbered)) if made]
    if not served:
        raise Busy("BOT_TOKEN is not set, nor is WA_TOKEN")
    WORKSHOP.warm()
    (world, intake), *more = (one.service for one in served)
    beside = [lambda: watching(world, settings), lambda: loaded(world)]
    if hooks := [one.hook for one in served if one.hook]:
        beside.append(lambda: serving(settings.listen, hooks, world.wake.stop))
    unknown = False
    try:
        await serve(world, intake, *more, beside=beside)
    except* InvalidToken:
        unknown = True
    if unknown:
        raise Busy("Telegram does not know this BOT_TOKEN")


async def loaded(world: World) -> None:
    """What is loaded by the first tick stays, so it is never again looked through for garbage: that would stop
    everything for a fifth of a second, every few hundred messages."""
    while not (world.wake.stop.is_set() or world.pulse.ticked_at):
        await pause(world.wake.stop, 0.5)
    if not world.wake.stop.is_set():
        gc.collect()
        gc.freeze()


def telegram(ground: Ground, opened: Opened) -> Served | None:
    settings = ground.settings
    if not settings.bot_token:
        return None
    bot = connect(settings.bot_token.get_secret_value(), settings.bot_api_url)
    world = ground.world(Telegram(bot, ground.database, ground.store, opened))
    if not settings.webhook_url:
        return Served(Service(world, lambda inlet: _polled(bot, inlet)))
    given = settings.webhook_secret
    secret = given.get_secret_value() if given else secrets.token_urlsafe(32)
    posted = Service(world, lambda inlet: _posted(bot, settings.webhook_url, secret, inlet))
    return Served(posted, hook(settings.webhook_url, secret, Inlet(world)))


def whatsapp(ground: Ground, numbered: Opened) -> Served | None:
    settings = ground.settings
    if lacking := settings.whatsapp_lacks:
        raise Busy(f"WhatsApp also needs {', '.join(lacking)}")
    verify, secret = settings.wa_verify_token, settings.wa_app_secret
    if not (verify and secret):
        return None
    # One way into an office is enough: two first links would make two offices.
    told = (lambda _number: None) if settings.bot_token else numbered
    channel = WhatsApp(Graph(settings), ground.database, ground.store, told)
    world = ground.world(channel)
    keys = verify.get_secret_value(), secret.get_secret_value(), settings.wa_phone_number_id
    return Served(Service(world, beating), wa_hook(*keys, Inlet(world), channel))


async def _polled(bot: Bot, inlet: Inlet) -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(introduced(bot, inlet.world))
        await persistently(bot.delete_webhook)
        await polling(bot, inlet)


async def _posted(bot: Bot, url: str, secret: str, inlet: Inlet) -> None:
    async def announce() -> None:
        await bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED)

    async with asyncio.TaskGroup() as group:
        group.create_task(introduced(bot, inlet.world))
        group.create_task(beating(inlet))
        await persistently(announce)
