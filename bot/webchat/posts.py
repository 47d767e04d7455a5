"""What the page posts: a message, photos, a press, the wish to see Friday; safe in the inbox before it is shown."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from aiohttp import web

from bot.channel import clean
from bot.intake import Arrived, Inlet
from bot.webchat.channel import chat, press_id, to_body
from bot.webchat.clock import Clock, next_kolase
from bot.webchat.state import GROUP, File, Message, Office, Person, Room
from handlers import dispatch
from handlers.chat import Foto, Incoming
from renderers import impor, photo
from renderers.impor import Lembaran
from renderers.templat.terima import Berkas, terima

# What a phone lets one send.
TEXT, DATA = 4096, 64


@dataclass(frozen=True)
class Site:
    """What the page is about."""

    room: Room
    inlet: Inlet
    clock: Clock
    office: Office


@dataclass(frozen=True)
class Sent:
    """A file that somebody sent: the photo that it became, or the sentence why it did not."""

    shown: File
    foto: Foto | None = None
    refused: str = ""
    berkas: tuple[Lembaran, ...] = ()
    templat: Berkas | None = None


async def message(site: Site, request: web.Request) -> web.Response:
    form = await request.post()
    person = _person(site, str(form.get("person", "")))
    to, text = str(form.get("chat", "")), clean(str(form.get("text", ""))).strip()
    files = [field for field in form.getall("foto", []) if isinstance(field, web.FileField)]
    if to not in (person.chat, GROUP) or len(text) > TEXT or not (text or files) or (files and to == GROUP):
        raise web.HTTPBadRequest
    sent = [await asyncio.to_thread(_kept, site, field) for field in files]
    number = site.room.number()
    await _recorded(site, told(site.room, Incoming(chat(to), "", person.person, person.nama, text, str(number)), sent))
    shown = Message(str(number), to, site.clock(), person.person, person.nama, text=text)
    site.room.show(replace(shown, files=tuple(one.shown for one in sent)))
    return web.Response(status=204)


def told(room: Room, incoming: Incoming, sent: Sequence[Sent]) -> list[Incoming]:
    """One event a photo, the words with the first that could be read; those sent together are an album."""
    album = incoming.message if len(sent) > 1 else ""
    empty = replace(incoming, text="", album=album)
    events = [
        replace(empty, foto=one.foto, berkas=one.berkas, templat=one.templat, refused=one.refused) for one in sent
    ] or [incoming]
    first = next((at for at, one in enumerate(sent) if one.foto), 0)
    events[first] = replace(events[first], text=incoming.text)
    return [replace(one, event=str(room.number())) for one in events]


def _kept(site: Site, field: web.FileField) -> Sent:
    name, data = Path(field.filename).name, field.file.read()
    shown = File(name, "", picture=False, size=len(data))
    try:
        if name.casefold().endswith(".xlsx"):
            return Sent(shown, berkas=impor.read(data))
        if name.casefold().endswith(".docx"):
            return Sent(shown, templat=terima(data, name))
        upright = photo.upright(data)
    except (photo.Unreadable, impor.Unreadable) as error:
        return Sent(shown, refused=str(error))
    foto = Foto(site.inlet.world.store.keep(upright), *photo.size(upright))
    return Sent(site.room.file(f"{Path(name).stem}.jpg", upright), foto)


async def press(site: Site, request: web.Request) -> web.Response:
    form = await request.post()
    person, data = _person(site, str(form.get("person", ""))), str(form.get("data", ""))
    shown = site.room.messages.get(str(form.get("message", "")))
    if shown is None or shown.chat not in (person.chat, GROUP) or not 1 <= len(data.encode()) <= DATA:
        raise web.HTTPBadRequest
    event = str(site.room.number())
    pressed = Incoming(chat(shown.chat), event, person.person, person.nama, message=shown.id, press=data)
    await _recorded(site, [replace(pressed, press_id=press_id(event, person.person))])
    return web.Response(status=204)


async def advance(site: Site, _request: web.Request) -> web.Response:
    """Friday 16.00 comes, and the clock strikes."""
    site.clock.move_to(next_kolase(site.clock()))
    site.room.tell("clock", {"now": site.clock().isoformat()})
    await asyncio.to_thread(dispatch.tick, site.inlet.world.database, site.clock())
    site.inlet.world.wake.all()
    return web.Response(status=204)


def _person(site: Site, person: str) -> Person:
    if person not in site.office.people:
        raise web.HTTPBadRequest
    return site.office.people[person]


async def _recorded(site: Site, events: Sequence[Incoming]) -> None:
    await site.inlet.put([Arrived(one.event, int(one.event), one.chat.id, to_body(one)) for one in events])
