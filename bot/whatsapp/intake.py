"""What Meta posts: signed bodies of many messages and statuses, all of them on disk before they are acknowledged."""

import asyncio
import hashlib
import hmac
import json
import logging
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count
from typing import Any

from aiohttp import web

from bot.channel import Telling
from bot.intake import listening
from bot.intake.inlet import Arrived, Inlet
from bot.intake.listening import Hook, body_of, recorded, same, trust
from bot.whatsapp import read, statuses
from bot.work import settling
from storage.chat.statuses import Told
from storage.database import Session

log = logging.getLogger(__name__)

PATH = "/whatsapp"
SIGNATURE = "X-Hub-Signature-256"
# Meta puts up to 3 MB into one body.
LARGEST_BODY = 4 * 2**20
Json = dict[str, Any]


def hook(verify: str, secret: str, number: str, inlet: Inlet, channel: Telling) -> Hook:
    """Answers Meta's handshake, and its posts that are signed with the app's secret. `number`: the id of ours, for an
    account may have others."""
    intake = Intake(inlet, channel)

    async def get(request: web.Request) -> web.Response:
        asked = request.query
        if asked.get("hub.mode") != "subscribe" or not same(asked.get("hub.verify_token", ""), verify):
            return web.Response(status=403)
        return web.Response(text=asked.get("hub.challenge", ""))

    async def post(request: web.Request) -> web.Response:
        raw = await intake.body(request)
        if not same(request.headers.get(SIGNATURE, ""), signature(raw, secret)):
            return web.Response(status=403)
        trust(request)
        try:
            body = json.loads(raw)
        except ValueError:
            return web.Response(status=400)
        return await recorded(intake.put(_ours(body, number) if isinstance(body, dict) else {}))

    return Hook(PATH, post, get)


def signature(raw: bytes, secret: str) -> str:
    return f"sha256={hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()}"


def _ours(body: Json, number: str) -> Json:
    """The body without what another number of the account has heard."""
    mine = [value for value in statuses.values(body) if _id(value) in ("", number)]
    return {"entry": [{"changes": [{"field": "messages", "value": value} for value in mine]}]}


def _id(value: Json) -> str:
    told = value.get("metadata")
    return str(told.get("phone_number_id") or "") if isinstance(told, dict) else ""


def _writers(said: Sequence[Arrived]) -> Iterable[str]:
    """The people who have said or done something themselves; WhatsApp itself tells of a number that has changed."""
    return {one.lane for one in said if one.body["message"].get("type") != "system"}


class Intake:
    """One body after the other, as they came in, for the seconds of a message tell no order."""

    def __init__(self, inlet: Inlet, channel: Telling) -> None:
        self.inlet, self.channel = inlet, channel
        self.turn = asyncio.Lock()
        # Anybody may send a long body, so only a few of them are read at a time.
        self.long = asyncio.Semaphore(4)
        # It goes on where the process before has ended, and never back within one.
        self.place = count(time.time_ns())

    async def body(self, request: web.Request) -> bytes:
        if (request.content_length or LARGEST_BODY) <= listening.LARGEST_BODY:
            return await body_of(request, LARGEST_BODY)
        async with self.long:
            return await body_of(request, LARGEST_BODY)

    async def put(self, body: Json) -> None:
        """Record all that a body has, in one transaction."""
        said, told = read.arrived(body), statuses.read(body)
        if not (said or told):
            return
        async with self.turn:
            placed = [replace(one, urut=next(self.place)) for one in said]
            await self.inlet.put(placed, lambda session, now: self._beside(session, placed, told, now))
        self.inlet.world.wake.all()

    def _beside(self, session: Session, said: Sequence[Arrived], told: Sequence[Told], now: datetime) -> None:
        settling.told(session, self.channel, told, now, self.inlet.world.data_dir)
        if said:
            settling.written_again(session, self.channel, _writers(said), now)
