"""What is said, in the words of no channel: Incoming, Outgoing and what they carry."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Protocol

from pydantic import TypeAdapter

from renderers.received import CheckedTemplate, Sheet
from storage.chat.outbox import Kind
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
    photo of a group that /lapor replied to; `workbook` its sheets; `templat` a Word file, checked;
    `said_at` when it was said, which after an outage is not when it is handled."""

    chat: Chat
    event: str
    person: str
    name: str = ""
    text: str = ""
    message: str = ""
    foto: Foto | None = None
    workbook: tuple[Sheet, ...] = ()
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
    left: bool = False
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
CommandList = tuple[tuple[str, str], ...]
"""Commands with what they do, as an app lists them when somebody types a slash."""


@dataclass(frozen=True)
class Drawing:
    """A picture or document still to be drawn: a renderer's name and the row that holds its frozen figures."""

    renderer: str
    id: int


@dataclass(frozen=True)
class Act:
    """What the bot does in a chat: one of those below."""

    kind: ClassVar[Kind]
    chat: Chat


@dataclass(frozen=True)
class Outgoing(Act):
    """A message. `card` names the live message this is the new state of; `start` adds a deep link, `startgroup` one
    that leads to a choice of groups. Of pictures: `companion` is the text of the message under an album, which carries
    its buttons; `document` sends them uncompressed; `pictured`: the words of a card that shows one already.
    `placeholder` stands in the empty field where the answer is typed. `last`: nothing is kept of it once it is sent."""

    kind = Kind.SAY
    title: str = ""
    text: str = ""
    menu: Menu = ()
    card: str = ""
    start: str = ""
    startgroup: str = ""
    drawing: Drawing | None = None
    companion: str = ""
    document: bool = False
    pictured: bool = False
    placeholder: str = ""
    satker: int | None = None
    last: bool = False

    def quietly(self, *replaces: str, below: str = "") -> "Edit":
        return Edit(**(vars(self) | {"replaces": replaces, "below": below}))


@dataclass(frozen=True)
class Edit(Outgoing):
    """Renews a card where it stands, or not at all. `replaces` are the messages of a post whose pictures these take the
    place of, or, without a drawing, the message whose words these do; `below` the one under the pictures that carries
    the buttons."""

    kind = Kind.EDIT
    replaces: tuple[str, ...] = ()
    below: str = ""


@dataclass(frozen=True)
class Toast(Act):
    """Answers a press with a line that passes, or with nothing; `start` leads into the private chat."""

    kind = Kind.ANSWER
    press: str
    text: str = ""
    start: str = ""


@dataclass(frozen=True)
class Reaction(Act):
    kind = Kind.REACTION
    message: str
    emoji: str


@dataclass(frozen=True)
class Leave(Act):
    kind = Kind.LEAVE


@dataclass(frozen=True)
class Offer(Act):
    """The list of commands that an app shows in this chat; an empty one takes it away."""

    kind = Kind.OFFER
    commands: CommandList = ()


@dataclass(frozen=True)
class Event:
    """Something that a handler tells of among what it says, for other capabilities to say more (`Capability.on`)."""


@dataclass(frozen=True)
class Turn(Here):
    """One message being handled: who says what in which satker, when, inside which transaction. `offer`: the commands
    of this person."""

    incoming: Incoming
    anggota: Anggota
    offer: CommandList = ()

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

    def toast(self, text: str) -> Toast:
        return Toast(self.incoming.chat, self.incoming.press_id, text)


Says = Iterable[Act | Event]


_JSON: dict[Kind, TypeAdapter[Act]] = {
    one.kind: TypeAdapter(one) for one in (Outgoing, Edit, Toast, Reaction, Leave, Offer)
}


def to_payload(act: Act) -> dict[str, Any]:
    """An act as JSON, as the outbox keeps it beside its kind."""
    payload: dict[str, Any] = _JSON[act.kind].dump_python(act, mode="json", exclude_defaults=True)
    return payload


def from_payload(kind: Kind, payload: dict[str, Any]) -> Act:
    return _JSON[kind].validate_python(payload)
