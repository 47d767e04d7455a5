"""Updates into the inbox, and only then confirmed: by long polling with our own offset, or as Telegram posts them."""

import asyncio
import hmac
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic
from typing import Any
from urllib.parse import urlencode, urlsplit

from aiohttp import web
from telegram import Bot
from telegram.error import Conflict

from bot import health
from bot.telegram.errors import Line, Patience
from bot.telegram.read import lane_of, person_of, words_of
from bot.world import World, pause, until
from handlers import dispatch
from handlers.chat import queue
from handlers.deliveries import trouble
from storage.chat import inbox
from storage.chat.inbox import Inbox

log = logging.getLogger(__name__)

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
POLL = 50
# When a poll has waited for longer than so many seconds, its first update was sent just now: the date of that update
# shows how far the clock of this machine is off.
WAITED = 2
# The pulse in the database shows the span of an outage to the minute, and costs one write a minute.
WRITTEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Arrived:
    """An update as the channel delivered it; `urut` orders updates that came together, `person` is who caused it and
    `text` what they said."""

    event: str
    urut: int
    lane: str
    body: dict[str, Any]
    person: str = ""
    text: str = ""


@dataclass(frozen=True)
class Inlet:
    """The way of received updates into the inbox."""

    world: World

    @property
    def stop(self) -> asyncio.Event:
        return self.world.wake.stop

    async def put(self, arrived: Sequence[Arrived]) -> None:
        """Returns once all updates are on disk; the channel confirms them only after that."""
        await asyncio.to_thread(self._put, arrived)
        self.world.wake.lanes.set()

    async def heard(self) -> None:
        """Note that the channel has answered, with updates or without."""
        pulse, now = self.world.pulse, self.world.clock()
        pulse.heard_at = now
        if pulse.written_at is None or now - pulse.written_at >= WRITTEN_EVERY:
            await asyncio.to_thread(self._heard, now)
            pulse.written_at = now

    def _heard(self, now: datetime) -> None:
        with self.world.database.transaction() as session:
            queue.queue(session, trouble.heard(session, self.world.channel.name, now), now)

    def _put(self, arrived: Sequence[Arrived]) -> None:
        now = self.world.clock()
        with self.world.database.transaction() as session:
            heard = dispatch.heard_first(session, self.world.channel.name, [(a.person, a.text) for a in arrived], now)
            inbox.put(session, [self._row(*one, now) for one in zip(arrived, heard, strict=True)])

    def _row(self, one: Arrived, known: bool, now: datetime) -> Inbox:
        row = Inbox(channel=self.world.channel.name, event=one.event, urut=one.urut, lane=one.lane or one.event)
        row.body, row.state, row.tries, row.error, row.received_at = one.body, inbox.State.NEW, 0, "", now
        row.known = known
        return row


def arrived(update: dict[str, Any]) -> Arrived:
    number = update["update_id"]
    return Arrived(str(number), number, lane_of(update), update, person_of(update), words_of(update))


async def polling(bot: Bot, inlet: Inlet, poll: int = POLL) -> None:
    """Ask for updates, record them, confirm them by asking for the next; until the process stops."""
    # Raw JSON and not Bot.get_updates: one update that the library cannot read would hold up all behind it.
    request = Line(1, connect_timeout=10, read_timeout=poll + 15)
    await request.initialize()
    try:
        offset, patience = 0, Patience()
        while not inlet.stop.is_set():
            inlet.world.pulse.tried_at = inlet.world.clock()
            if not inlet.world.wake.leads.is_set():
                await pause(inlet.stop, 1)
                continue
            try:
                offset = await _polled(request, f"{bot.base_url}/getUpdates", inlet, offset, poll)
                patience.worked()
            except Exception as error:  # noqa: BLE001 - any error of the network may be over at the next attempt
                seconds = patience.failed()
                _complain(error, patience.failures)
                await pause(inlet.stop, seconds)
    finally:
        await request.shutdown()


async def _polled(request: Line, url: str, inlet: Inlet, offset: int, poll: int) -> int:
    query = {"timeout": poll, "allowed_updates": json.dumps(ALLOWED)} | ({"offset": offset} if offset else {})
    asked = monotonic()
    updates: Any = await until(inlet.stop, request.post(f"{url}?{urlencode(query)}"))
    if updates is None:
        return offset
    await inlet.heard()
    if not updates:
        return offset
    if monotonic() - asked > WAITED:
        inlet.world.pulse.skew = health.skew(updates[0], inlet.world.clock())
    await inlet.put([arrived(update) for update in updates])
    return int(updates[-1]["update_id"]) + 1


def _complain(error: Exception, failures: int) -> None:
    if isinstance(error, Conflict):
        log.error("another process polls with this token; only one may: %s", error)
    else:
        log.warning("polling failed %d times in a row: %r", failures, error)


SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
LARGEST_BODY = 2**20
# Open connections at once; Telegram itself makes 40 at most unless it is told otherwise.
MOST = 100


async def serving(url: str, secret: str, listen: str, inlet: Inlet) -> None:
    """Answer posts to the path of `url` at `listen` until the process stops."""
    trusted: set[object] = set()
    runner = web.AppRunner(application(urlsplit(url).path or "/", secret, inlet, trusted), access_log=None)
    await runner.setup()
    host, _, port = listen.rpartition(":")
    try:
        few = Few(runner, trusted)
        async with await asyncio.get_running_loop().create_server(few, host or "127.0.0.1", int(port)):
            log.info("webhook listens on %s", listen)
            await inlet.stop.wait()
    finally:
        await runner.cleanup()


class Few:
    """Makes connections, at most MOST at a time. For one more the oldest is closed that has never shown the secret, so
    that those who only hold connections keep out each other and not Telegram."""

    def __init__(self, runner: web.AppRunner, trusted: set[object]) -> None:
        """`trusted` are the connections over which the secret has come."""
        self.runner, self.trusted = runner, trusted

    def __call__(self) -> asyncio.BaseProtocol:
        server = self.runner.server
        if server is None:
            return Refused()
        self.trusted &= {*server.connections}
        there = [one for one in server.connections if one.transport is not None]
        if len(there) < MOST:
            return server()
        oldest = next((one for one in there if one not in self.trusted), None)
        if oldest is None:
            return Refused()
        oldest.force_close()
        return server()


class Refused(asyncio.Protocol):
    """A connection too many."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()


def application(path: str, secret: str, inlet: Inlet, trusted: set[object]) -> web.Application:
    async def post(request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET, "").encode(), secret.encode()):
            return web.Response(status=403)
        trusted.add(request.protocol)
        try:
            update = arrived(json.loads(await request.read()))
        except (ValueError, KeyError, TypeError, AttributeError):
            return web.Response(status=400)
        return await _recorded(inlet, update)

    app = web.Application(client_max_size=LARGEST_BODY)
    app.router.add_post(path, post)
    return app


async def _recorded(inlet: Inlet, update: Arrived) -> web.Response:
    try:
        await inlet.put([update])
    except Exception:
        # Anything but a 2xx makes Telegram deliver it again.
        log.exception("an update could not be recorded")
        return web.Response(status=500)
    return web.Response()
