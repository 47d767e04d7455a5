"""What is said, in the words of no channel: Incoming, Outgoing and what they carry."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from pydantic import TypeAdapter

from renderers.received import CheckedTemplate, Sheet
from storage.kantor.people import Anggota
from storage.kantor.satker import Here


class Rejected(Exception):  # noqa: N818 - it is no error of the program: the person can mend it
    """Carries the one sentence that tells the person what to do instead."""


@dataclass(frozen=True)
class Chat:
    channel: str
    id: str
    group: bool = False


@dataclass(frozen=True)
class Foto:
    """A received photo whose bytes are already safe on disk under `sha256`; sizes in pixels."""

    sha256: str
    lebar: int
    tinggi: int
    uid: str = ""


@dataclass(frozen=True)
class Incoming:
    """One event of a channel. `refused` is the sentence about something that came but cannot be taken; `reply_foto` the
    photo of a group that /lapor replied to; `berkas` the sheets of a workbook; `templat` a Word file, checked;
    `said_at` when it was said, which after an outage is not when it is handled."""

    chat: Chat
    event: str
    person: str
    name: str = ""
    text: str = ""
    message: str = ""
    foto: Foto | None = None
    berkas: tuple[Sheet, ...] = ()
    templat: CheckedTemplate | None = None
    album: str = ""
    reply_to: str = ""
    reply_foto: Foto | None = None
    press: str = ""
    press_id: str = ""
    refused: str = ""
    edited: bool = False
    added: bool = False
    removed: bool = False
    migrated_to: str = ""
    said_at: datetime | None = None


class Leads(Protocol):
    """A door, as far as a button knows it."""

    def written(self) -> str: ...


@dataclass(frozen=True, init=False)
class Button:
    """`data` names the door and comes back as a press (at most 64 bytes); `start` instead opens the private chat with
    that payload, and `startgroup` a choice of groups to which the bot is added."""

    label: str
    data: str = ""
    start: str = ""
    startgroup: str = ""

    def __init__(self, label: str, door: Leads | None = None, *, start: str = "", startgroup: str = "") -> None:
        data = door.written() if door else ""
        vars(self).update(label=label, data=data, start=start, startgroup=startgroup)


Menu = tuple[tuple[Button, ...], ...]
Offer = tuple[tuple[str, str], ...]
"""Commands with what they do, as an app lists them when somebody types a slash."""


@dataclass(frozen=True)
class Drawing:
    """A picture or document still to be drawn: a renderer's name and the row that holds its frozen figures."""

    renderer: str
    id: int


@dataclass(frozen=True)
class Outgoing:
    """Something to be said. `card` names the live message this is the new state of; `start` adds a deep link;
    `answer` is the press this answers; `reaction` is set on message `to`; `quiet` renews a card where it stands, or not
    at all. Of pictures: `replaces` are the messages of a post whose pictures these take the place of, `below` the one
    under them that carries the buttons, with the text `companion`; `document` sends them uncompressed; `pictured`: the
    words of a card that shows one already. `placeholder`: what stands in the empty field where the answer is typed.
    `offer` says nothing, and gives this chat its list of commands; an empty one takes it away."""

    chat: Chat
    title: str = ""
    text: str = ""
    menu: Menu = ()
    card: str = ""
    start: str = ""
    startgroup: str = ""
    drawing: Drawing | None = None
    answer: str = ""
    to: str = ""
    reaction: str = ""
    leave: bool = False
    quiet: bool = False
    replaces: tuple[str, ...] = ()
    below: str = ""
    companion: str = ""
    document: bool = False
    pictured: bool = False
    placeholder: str = ""
    offer: Offer | None = None
    satker: int | None = None


@dataclass(frozen=True)
class Event:
    """Something that a handler tells of among what it says, for other capabilities to say more (`Capability.on`)."""


@dataclass(frozen=True)
class Turn(Here):
    """One message being handled: who says what in which satker, when, inside which transaction. `offer`: the commands
    of this person."""

    incoming: Incoming
    anggota: Anggota
    offer: Offer = ()

    @property
    def today(self) -> date:
        return self.satker.local(self.incoming.said_at or self.now).date()

    @property
    def text(self) -> str:
        """What follows the command word."""
        head, space, rest = self.incoming.text.partition(" ")
        head, newline, below = head.partition("\n")
        return (below + space + rest if newline else rest).strip() if head.startswith("/") else self.incoming.text

    def reply(self, text: str = "", *, title: str = "", menu: Menu = (), card: str = "") -> Outgoing:
        return Outgoing(self.incoming.chat, title=title, text=text, menu=menu, card=card)

    def toast(self, text: str) -> Outgoing:
        return Outgoing(self.incoming.chat, text=text, answer=self.incoming.press_id)


Says = Iterable[Outgoing | Event]


_JSON = TypeAdapter(Outgoing)


def to_payload(outgoing: Outgoing) -> dict[str, Any]:
    """An Outgoing as JSON, as the outbox keeps it."""
    payload: dict[str, Any] = _JSON.dump_python(outgoing, mode="json", exclude_defaults=True)
    return payload


def from_payload(payload: dict[str, Any]) -> Outgoing:
    return _JSON.validate_python(payload)
