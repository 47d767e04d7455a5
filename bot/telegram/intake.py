"""Updates into the inbox, and only then confirmed: by long polling with our own offset, or as Telegram posts them."""

import json
import logging
from time import monotonic
from typing import Any
from urllib.parse import urlencode, urlsplit

from aiohttp import web
from telegram import Bot
from telegram.error import Conflict

from bot import health
from bot.intake.inlet import Arrived, Inlet
from bot.intake.listening import Hook, recorded, same, trust
from bot.intake.patience import Patience
from bot.telegram.line import Line
from bot.telegram.read import lane_of, person_of, words_of
from bot.world import pause, until

log = logging.getLogger(__name__)

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
POLL = 50
# When a poll has waited for longer than so many seconds, its first update was sent just now: the date of that update
# shows how far the clock of this machine is off.
WAITED = 2


def arrived(update: dict[str, Any]) -> Arrived:
    number = update["update_id"]
    return Arrived(str(number), number, lane_of(update), update, person_of(update), words_of(update))


async def polling(bot: Bot, inlet: Inlet, poll: int = POLL) -> None:
    """Ask for updates, record them, confirm them by asking for the next; until the process stops."""
    # Raw JSON and not Bot.get_updates: one update that the library cannot read would hold up all behind it.
    request = Line(1, poll + 15)
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


def hook(url: str, secret: str, inlet: Inlet) -> Hook:
    """Answers posts to the path of `url` that show the secret."""

    async def post(request: web.Request) -> web.Response:
        if not same(request.headers.get(SECRET, ""), secret):
            return web.Response(status=403)
        trust(request)
        try:
            update = arrived(json.loads(await request.read()))
        except (ValueError, KeyError, TypeError, AttributeError):
            return web.Response(status=400)
        return await recorded(inlet.put([update]))

    return Hook(urlsplit(url).path or "/", post)
