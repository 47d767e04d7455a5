"""The page's requests: its posts (a message or its change, a press, a later hour, a new beginning) and the stream of
all events."""

import asyncio
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.webchat.acts import Site, push, reword, say, strike
from bot.webchat.clock import hours_ahead, next_kolase
from bot.webchat.play import offered
from bot.webchat.state import GROUP, Message, Person, as_json, written
from bot.world import wholly
from handlers import dispatch, table
from handlers.chat.face import Command
from handlers.tim import bantuan
from renderers import clean

HEARTBEAT = 15
# A page connects again after 500 ms, because after "Mulai dari awal" the bot is back at once.
RETRY = "retry: 500\n\n"


async def events(site: Site, request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    await response.write(RETRY.encode())
    waiting: asyncio.Queue[str] = asyncio.Queue()
    waiting.put_nowait(written("state", _state(site)))
    site.room.pages.add(waiting)
    try:
        with suppress(ConnectionError):
            while event := await _next(waiting):
                await response.write(event.encode())
    finally:
        site.room.pages.discard(waiting)
    return response


async def _next(waiting: asyncio.Queue[str]) -> str:
    """The next event, a sign of life when nothing happens, "" at the end."""
    try:
        return await asyncio.wait_for(waiting.get(), HEARTBEAT)
    except TimeoutError:
        return ": here\n\n"


def _state(site: Site) -> dict[str, Any]:
    return {
        "now": site.clock().isoformat(),
        "grup": {"chat": GROUP, "nama": site.office.grup},
        "people": [asdict(person) for person in site.office.people.values()],
        "commands": [_command(one) for one in table.COMMANDS],
        "scripts": offered(site),
        "play": site.room.play,
        "sample": site.sample,
        "messages": [as_json(message) for message in site.room.messages.values()],
    }


def _command(one: Command) -> dict[str, Any]:
    """A command as the page offers it: in the private chat to those for whom it is `listed`, in the group to all of
    its `roles`."""
    listed = [role for role in sorted(one.who) if one.word in dict(bantuan.of_role(table.COMMANDS, role))]
    return {"word": f"/{one.word}", "tells": one.tells, "roles": sorted(one.who), "listed": listed, "grup": one.group}


# The limits of Telegram: characters of a message, bytes of a button's data.
TEXT, DATA = 4096, 64


async def message(site: Site, request: web.Request) -> web.Response:
    form = await request.post()
    person = _person(site, str(form.get("person", "")))
    to, text = str(form.get("chat", "")), clean.visible(str(form.get("text", ""))).strip()
    files = [field for field in form.getall("foto", []) if isinstance(field, web.FileField)]
    if to not in (person.chat, GROUP) or len(text) > TEXT or not (text or files) or (files and to == GROUP):
        raise web.HTTPBadRequest
    uploads = [(Path(file.filename).name, file.file.read()) for file in files]
    await say(site, person, to, text, uploads, _about(site, to, form.get("reply")))
    return web.Response(status=204)


async def edit(site: Site, request: web.Request) -> web.Response:
    """New words in place of those of an own message."""
    form = await request.post()
    person, text = _person(site, str(form.get("person", ""))), clean.visible(str(form.get("text", ""))).strip()
    shown = site.room.messages.get(str(form.get("message", "")))
    if shown is None or shown.person != person.person or not 1 <= len(text) <= TEXT:
        raise web.HTTPBadRequest
    await reword(site, person, shown, text)
    return web.Response(status=204)


async def press(site: Site, request: web.Request) -> web.Response:
    form = await request.post()
    person, data = _person(site, str(form.get("person", ""))), str(form.get("data", ""))
    shown = site.room.messages.get(str(form.get("message", "")))
    if shown is None or shown.chat not in (person.chat, GROUP) or not 1 <= len(data.encode()) <= DATA:
        raise web.HTTPBadRequest
    await push(site, person, shown, data)
    return web.Response(status=204)


async def advance(site: Site, _request: web.Request) -> web.Response:
    """Move the clock to Friday 16.00."""
    await strike(site, next_kolase(site.clock()))
    return web.Response(status=204)


async def following(site: Site, _request: web.Request) -> web.Response:
    """Move the clock to the hour of what is due next: a reminder, the preview of a kolase, a kolase."""
    database, now = site.inlet.world.database, site.clock()
    due = await wholly(dispatch.next_due, database, hours_ahead(now))
    await strike(site, due or next_kolase(now))
    return web.Response(status=204)


async def anew(site: Site, _request: web.Request) -> web.Response:
    """Begin anew: end the process as a signal would, whereupon the try-out starts again with the sample."""
    if not site.sample:
        raise web.HTTPBadRequest
    site.room.anew = True
    site.inlet.world.wake.halt()
    return web.Response(status=204)


def _about(site: Site, to: str, reply: object) -> Message | None:
    """The message of that chat which is replied to, if any."""
    shown = site.room.messages.get(str(reply)) if reply else None
    if reply and (shown is None or shown.chat != to):
        raise web.HTTPBadRequest
    return shown


def _person(site: Site, person: str) -> Person:
    if person not in site.office.people:
        raise web.HTTPBadRequest
    return site.office.people[person]
