"""What people say to the bot and the bot to people, in types that hold for every channel (Telegram, the web page)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Protocol

from renderers.received import CheckedTemplate, Sheet
from storage.chat.outbox import Kind
from storage.kantor.people import Anggota
from storage.kantor.satker import Here


class Rejected(Exception):  # noqa: N818 - it is no error of the program: the person can mend it
    """A message or press that cannot be taken; it carries the one sentence that tells the person what to do instead."""


@dataclass(frozen=True)
class Chat:
    """`topic`: of a forum group; empty for General and for all other chats."""

    channel: str
    id: str
    group: bool = False
    topic: str = ""


class Presence(StrEnum):
    """What became of the bot's own place in a chat; in a private chat its person blocks it or lets it in again.
    `muted`: it may not write there; `lost`: a topic that it cannot reach, deleted for one."""

    ADDED = "added"
    REMOVED = "removed"
    HEARD = "heard"
    MUTED = "muted"
    REOPENED = "reopened"
    CLOSED = "closed"
    LOST = "lost"


@dataclass(frozen=True)
class Foto:
    """A received photo whose bytes are already safe on disk under `sha256`; sizes in pixels."""

    sha256: str
    lebar: int
    tinggi: int
    uid: str = ""


@dataclass(frozen=True)
class Incoming:
    """A message, a press or a change of membership. `refused`: the sentence about a file that came but cannot be taken,
    `suffix`: how its name ends; `reply_foto`: the photo in the group that /lapor replied to; `workbook`: the sheets of
    an .xlsx file; `templat`: a checked .docx file; `forum`: the group has topics; `place`: what became of the bot
    there; `left`: `person` left the group; `said_at`: when it was said, which after an outage is not when it is
    handled; `number`: the telephone number of the person, where the channel tells it beside an id."""

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
    suffix: str = ""
    edited: bool = False
    forum: bool = False
    place: Presence | None = None
    left: bool = False
    migrated_to: str = ""
    said_at: datetime | None = None
    number: str = ""


class Leads(Protocol):
    """The part of a door that a button needs: the data that it writes."""

    def written(self) -> str: ...


@dataclass(frozen=True, init=False)
class Button:
    """A button of a card, which does one of four things. `data`: sends a press with the written form of a door (at
    most 64 bytes); `start`: opens the private chat with this payload; `startgroup`: opens the choice of groups to add
    the bot to; `url`: opens this address."""

    label: str
    data: str = ""
    start: str = ""
    startgroup: str = ""
    url: str = ""

    def __init__(
        self, label: str, door: Leads | None = None, *, start: str = "", startgroup: str = "", url: str = ""
    ) -> None:
        data = door.written() if door else ""
        vars(self).update(label=label, data=data, start=start, startgroup=startgroup, url=url)


Menu = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Place:
    """Where a command stands that the list after a slash leaves out: the button `label` on the card that people open
    by typing `card` ("/narasi", "#12"); an empty `card` is a chat that has not begun."""

    card: str
    label: str

    def __str__(self) -> str:
        return f"tombol {self.label} di {self.card or 'chat yang baru'}"


@dataclass(frozen=True)
class Told:
    """A command that somebody may type, and what it does. `place`: where it stands, unless it is listed."""

    word: str
    tells: str
    place: Place | None = None


CommandList = tuple[tuple[str, str], ...]
"""Commands and what they do, as an app lists them when a person types a slash."""


@dataclass(frozen=True)
class Drawing:
    """A picture or document still to be drawn: a renderer's name and the row that holds its frozen figures."""

    renderer: str
    id: int


@dataclass(frozen=True)
class Template:
    """A text that the channel has approved, and the words that stand in its gaps: one line each."""

    name: str
    parameters: tuple[str, ...] = ()


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
    shows a picture. `placeholder`: the words in the empty input field; `blocks`: texts below that a tap copies, at most
    4096 letters with all other words; `last`: once sent, nothing of it is kept; `answers`: the message replied to;
    `rest`: buttons that are shown once “Lainnya…” is pressed; `template`: told first where a channel lets nobody be
    written to who has been silent for long; `mark`: the word by which a channel may tell later what became of it."""

    kind = Kind.SAY
    title: str = ""
    text: str = ""
    menu: Menu = ()
    rest: Menu = ()
    card: str = ""
    start: str = ""
    startgroup: str = ""
    drawing: Drawing | None = None
    companion: str = ""
    document: bool = False
    pictured: bool = False
    placeholder: str = ""
    blocks: tuple[str, ...] = ()
    satker: int | None = None
    last: bool = False
    answers: str = ""
    template: Template | None = None
    mark: str = ""

    def quietly(self, *replaces: str, below: str = "") -> "Edit":
        return Edit(**(vars(self) | {"replaces": replaces, "below": below}))


@dataclass(frozen=True)
class Edit(Outgoing):
    """A new state of a message that exists, or nothing if it is gone. `replaces`: the messages of a post whose pictures
    are exchanged, or, without a drawing, the message whose words are; `below`: the message with the buttons under the
    pictures."""

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
    that this person may type."""

    incoming: Incoming
    anggota: Anggota
    offer: tuple[Told, ...] = ()

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
