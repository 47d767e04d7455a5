"""Acts of people on the page: a message or its change, a press, the clock moved. Each is in the inbox before the page
shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.intake.attached import REFUSED, Named, Picture, judged
from bot.intake.inlet import Arrived, Inlet
from bot.webchat.channel import chat, press_id, to_body
from bot.webchat.clock import Clock
from bot.webchat.state import File, Message, Office, Person, Room
from bot.workshop import received
from bot.workshop.workshop import Refused
from bot.world import apart, wholly
from handlers import dispatch
from handlers.chat.messages import Foto, Incoming
from renderers.received import CheckedTemplate, Sheet

Upload = tuple[str, bytes]


@dataclass(frozen=True)
class Site:
    """The page's room, clock and office; `sample`: the office was loaded as the sample, so that it can begin anew."""

    room: Room
    inlet: Inlet
    clock: Clock
    office: Office
    sample: bool = False


@dataclass(frozen=True)
class Sent:
    """A sent file as the page shows it, with the photo, workbook or template read from it, or the reason of refusal."""

    shown: File
    foto: Foto | None = None
    refused: str = ""
    workbook: tuple[Sheet, ...] = ()
    templat: CheckedTemplate | None = None


async def say(
    site: Site, person: Person, to: str, text: str, uploads: Sequence[Upload] = (), about: Message | None = None
) -> None:
    """`about`: the message that this one replies to."""
    sent = [await apart(_kept, site, name, data) for name, data in uploads]
    number, reply = str(site.room.number()), about.id if about else ""
    said = Incoming(chat(to), "", person.person, person.nama, text, number, reply_to=reply)
    await _recorded(site, told(site.room, said, sent))
    shown = Message(number, to, site.clock(), person.person, person.nama, text=text, reply=reply)
    site.room.show(replace(shown, files=tuple(one.shown for one in sent)))


async def reword(site: Site, person: Person, shown: Message, text: str) -> None:
    """Other words in place of those of an own message."""
    event = str(site.room.number())
    changed = Incoming(chat(shown.chat), event, person.person, person.nama, text, shown.id, edited=True)
    await _recorded(site, [changed])
    site.room.change(shown.id, text=text, edited=True)


def told(room: Room, incoming: Incoming, sent: Sequence[Sent]) -> list[Incoming]:
    """An event for each sent file; the words go with the first readable photo, and files sent together are an album."""
    album = incoming.message if len(sent) > 1 else ""
    empty = replace(incoming, text="", album=album)
    events = [
        replace(empty, foto=one.foto, workbook=one.workbook, templat=one.templat, refused=one.refused) for one in sent
    ] or [incoming]
    first = next((at for at, one in enumerate(sent) if one.foto), 0)
    events[first] = replace(events[first], text=incoming.text)
    return [replace(one, event=str(room.number())) for one in events]


def _kept(site: Site, name: str, data: bytes) -> Sent:
    shown = File(name, "", picture=False, size=len(data))
    found = judged(Named("", "", name, "", len(data)))
    if not isinstance(found, Picture):
        return Sent(shown, refused=found or REFUSED["document"])
    try:
        return _opened(site, shown, found, data)
    except Refused as error:
        return Sent(shown, refused=str(error))


def _opened(site: Site, shown: File, picture: Picture, data: bytes) -> Sent:
    if picture.workbook:
        return Sent(shown, workbook=received.workbook(data))
    if picture.templat:
        return Sent(shown, templat=received.template(data, picture.templat))
    found, name = received.photo(data), shown.name
    foto = Foto(site.inlet.world.store.keep(found.jpeg), *found.size)
    return Sent(site.room.file(f"{name.rpartition('.')[0] or name}.jpg", found.jpeg, found.size), foto)


async def push(site: Site, person: Person, shown: Message, data: str) -> None:
    event = str(site.room.number())
    pressed = Incoming(chat(shown.chat), event, person.person, person.nama, message=shown.id, press=data)
    await _recorded(site, [replace(pressed, press_id=press_id(event, person.person))])


async def strike(site: Site, instant: datetime) -> None:
    """Move the clock to this moment and do everything that is due by then."""
    site.clock.move_to(instant)
    site.room.tell("clock", {"now": site.clock().isoformat()})
    await wholly(dispatch.tick, site.inlet.world.database, site.clock())
    site.inlet.world.wake.all()


async def _recorded(site: Site, events: Sequence[Incoming]) -> None:
    await site.inlet.put([_arrived(one) for one in events])


def _arrived(one: Incoming) -> Arrived:
    return Arrived(one.event, int(one.event), one.chat.id, to_body(one), one.person, one.text)
