"""What people say to the bot and the bot to people, in types that hold for every channel (Telegram, the web page)."""

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
    """A message or press that cannot be taken; it carries the one sentence that tells the person what to do instead."""


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
    """One event of a channel: a message, a press or a change of membership. `refused`: the sentence about a file that
    came but cannot be taken; `reply_foto`: the photo in the group that /lapor replied to; `workbook`: the sheets of an
    .xlsx file; `templat`: a checked .docx file; `added`, `removed`: the bot came into a group or left it; `left`:
    `person` left the group; `said_at`: when it was said, which after an outage is not when it is handled."""

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
    """The part of a door that a button needs: the data that it writes."""

    def written(self) -> str: ...


@dataclass(frozen=True, init=False)
class Button:
    """A button of a card, which does one of three things. `data`: sends a press with the written form of a door (at
    most 64 bytes); `start`: opens the private chat with this payload; `startgroup`: opens the choice of groups to add
    the bot to."""

    label: str
    data: str = ""
    start: str = ""
    startgroup: str = ""

    def __init__(self, label: str, door: Leads | None = None, *, start: str = "", startgroup: str = "") -> None:
        data = door.written() if door else ""
        vars(self).update(label=label, data=data, start=start, startgroup=startgroup)


Menu = tuple[tuple[Button, ...], ...]
CommandList = tuple[tuple[str, str], ...]
"""Commands and what they do, as an app lists them when a person types a slash."""


@dataclass(frozen=True)
class Drawing:
    """A picture or document still to be drawn: a renderer's name and the row that holds its frozen figures."""

    renderer: str
    id: int


@dataclass(frozen=True)
class Act:
    """An act of the bot in a chat; each kind is a subclass below."""

    kind: ClassVar[Kind]
    chat: Chat


@dataclass(frozen=True)
class Outgoing(Act):
    """A message. `card`: the key of the live message whose new state this is; `start`, `startgroup`: the payload of a
    link that opens the private chat, or a choice of groups. `companion`: the text of the message below an album, which
    carries its buttons; `document`: pictures are sent uncompressed; `pictured`: the text belongs to a card that already
    shows a picture. `placeholder`: the words in the empty input field; `last`: once it is sent, nothing of it is
    kept."""

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
    """A new state of a message that exists, or nothing if it is gone. `replaces`: the ids of the messages of a post
    whose pictures are exchanged, or, without a drawing, the id of the message whose words are; `below`: the id of the
    message under the pictures, which carries the buttons."""

    kind = Kind.EDIT
    replaces: tuple[str, ...] = ()
    below: str = ""


@dataclass(frozen=True)
class Toast(Act):
    """The answer to a press: a line that the app shows for a moment, or nothing; `start`: opens the private chat."""

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
    """A fact that a handler puts among its messages, so that other capabilities can add theirs (`Capability.on`)."""


@dataclass(frozen=True)
class Turn(Here):
    """One message that is being handled: its satker, its transaction, its sender and the time. `offer`: the commands
    that this person has."""

    incoming: Incoming
    anggota: Anggota
    offer: CommandList = ()

    @property
    def today(self) -> date:
        return self.satker.local(self.incoming.said_at or self.now).date()

    @property
    def text(self) -> str:
        """The words of the message without a command word at its beginning."""
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
    """The JSON of an act for the outbox, which keeps its kind in another column."""
    payload: dict[str, Any] = _JSON[act.kind].dump_python(act, mode="json", exclude_defaults=True)
    return payload


def from_payload(kind: Kind, payload: dict[str, Any]) -> Act:
    return _JSON[kind].validate_python(payload)
