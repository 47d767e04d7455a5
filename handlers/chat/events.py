"""What happened: in one capability for others to answer to, and to a message on its way out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handlers.chat.messages import Chat, Drawing, Event, Outgoing, Turn
from storage.chat.outbox import Outbox
from storage.database import Session
from storage.kantor.audit import Audit
from storage.kantor.satker import Here, Satker
from storage.laporan import deliveries
from storage.laporan.deliveries import Delivery


class Became(StrEnum):
    """What became of a message; behind the value what its outcome gives as `detail`."""

    DRAWING = "drawing"
    STEP = "step"  # the name of a part and how many of them are done: "kolase 5/13"
    KEPT = "kept"  # the hash under which the file is kept
    COMPLETED = "completed"  # the hash of a file that takes the place of an incomplete one
    DRAWN = "drawn"  # a remark about the file
    SENT = "sent"
    FAILED = "failed"
    GONE = "gone"  # nothing; the message that was to be renewed is there no more
    UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class Outcome:
    """What became of a row of the outbox, and when."""

    session: Session
    row: Outbox
    became: Became
    now: datetime
    detail: str = ""

    @property
    def drawing(self) -> Drawing | None:
        told = self.row.payload.get("drawing")
        return Drawing(**told) if told else None

    @property
    def chat(self) -> Chat:
        return Chat(self.row.channel, self.row.chat, self.row.group)

    @property
    def delivery(self) -> Delivery:
        """The delivery that was drawn; NoResultFound where the drawing has none."""
        return deliveries.get(self.session, self.drawing.id if self.drawing else 0)

    @property
    def here(self) -> Here:
        """The satker that the drawing was made for."""
        return Here(self.session, self.session.get_one(Satker, self.row.satker_id), self.now)


@dataclass(frozen=True)
class Arrived(Event):
    """A drawing is where it was sent."""

    outcome: Outcome
    drawing: Drawing


@dataclass(frozen=True)
class Uncertain(Event):
    """Nobody knows whether a message arrived in the group."""

    outcome: Outcome


@dataclass(frozen=True)
class Came(Event):
    """Somebody came in, or said /start; `welcome` is what they are told, and it is the listener who says it."""

    turn: Turn
    welcome: Outgoing


@dataclass(frozen=True)
class SettingsOpened(Event):
    """The sections of /atur are shown; `card` is said by the listener."""

    turn: Turn
    card: Outgoing


@dataclass(frozen=True)
class TermChanged(Event):
    """It was changed from when or until when somebody belongs to the team; the entry says to what."""

    turn: Turn
    entry: Audit


@dataclass(frozen=True)
class Bound(Event):
    """The satker's group has just been bound, in it."""

    turn: Turn


@dataclass(frozen=True)
class Imported(Event):
    """A workbook has become records."""

    turn: Turn
