"""Posts of the page: a message, a press, Friday, a new beginning; a post that no phone could make is refused."""

from pathlib import Path

from aiohttp import web

from bot.webchat.acts import Site, push, say, strike
from bot.webchat.clock import next_kolase
from bot.webchat.state import GROUP, Person
from renderers import clean

# The limits of Telegram: characters of a message, bytes of a button's data.
TEXT, DATA = 4096, 64


async def message(site: Site, request: web.Request) -> web.Response:
    form = await request.post()
    person = _person(site, str(form.get("person", "")))
    to, text = str(form.get("chat", "")), clean.visible(str(form.get("text", ""))).strip()
    files = [field for field in form.getall("foto", []) if isinstance(field, web.FileField)]
    if to not in (person.chat, GROUP) or len(text) > TEXT or not (text or files) or (files and to == GROUP):
        raise web.HTTPBadRequest
    await say(site, person, to, text, [(Path(file.filename).name, file.file.read()) for file in files])
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


async def anew(site: Site, _request: web.Request) -> web.Response:
    """End the process as a signal would; the try-out then starts again with the sample."""
    if not site.sample:
        raise web.HTTPBadRequest
    site.room.anew = True
    site.inlet.world.wake.halt()
    return web.Response(status=204)


def _person(site: Site, person: str) -> Person:
    if person not in site.office.people:
        raise web.HTTPBadRequest
    return site.office.people[person]
