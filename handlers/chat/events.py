"""Events: facts that one capability tells so that others can add to the answer, and what became of a message on its way
out."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from handlers.chat.messages import Chat, Drawing, Event, Outgoing, Turn
from storage.chat.outbox import Outbox
from storage.database import Session
from storage.kantor.audit import Audit
from storage.kantor.satker import Here, Satker
from storage.laporan import deliveries
from storage.laporan.deliveries import Delivery


class Became(StrEnum):
    """The states that a message of the outbox comes to; the remark behind a state tells the meaning of
    `Outcome.detail`."""

    DRAWING = "drawing"
    STEP = "step"  # detail: the name of a part and how many are done, as in "kolase 5/13"
    KEPT = "kept"  # detail: the hash under which the file is kept
    COMPLETED = "completed"  # detail: the hash of a file that replaces an incomplete one
    DRAWN = "drawn"  # detail: a remark about the file, for the person
    SENT = "sent"
    FAILED = "failed"
    GONE = "gone"  # the message that was to be edited has been deleted
    UNCERTAIN = "uncertain"
    HELD = "held"  # it waits until the bot may write there; detail: a Presence


@dataclass(frozen=True)
class Outcome:
    """The state that a row of the outbox came to, and when."""

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
        return Chat(self.row.channel, self.row.chat, self.row.group, self.row.topic)

    @property
    def delivery(self) -> Delivery:
        """The delivery that holds the figures of the drawing; NoResultFound where the message has none."""
        return deliveries.get(self.session, self.drawing.id if self.drawing else 0)

    @property
    def here(self) -> Here:
        """The satker that the drawing was made for."""
        return Here(self.session, self.session.get_one(Satker, self.row.satker_id), self.now)


@dataclass(frozen=True)
class Arrived(Event):
    """A drawing has reached its chat."""

    outcome: Outcome
    drawing: Drawing


@dataclass(frozen=True)
class Uncertain(Event):
    """A message to the group was cut off by a crash or a lost connection, so it may or may not have arrived."""

    outcome: Outcome


@dataclass(frozen=True)
class Held(Event):
    """A message has to wait because the bot may not write in its group."""

    outcome: Outcome


@dataclass(frozen=True)
class Came(Event):
    """A person joined the office or said /start. `welcome`: the greeting, which the listener says, perhaps with
    more."""

    turn: Turn
    welcome: Outgoing


@dataclass(frozen=True)
class SettingsOpened(Event):
    """A person opened /atur. `card`: the list of its sections, which the listener says, perhaps with more."""

    turn: Turn
    card: Outgoing


@dataclass(frozen=True)
class TermChanged(Event):
    """It was changed from when or until when somebody belongs to the team; the entry says to what."""

    turn: Turn
    entry: Audit


@dataclass(frozen=True)
class Bound(Event):
    """The group chat of the satker has just been connected to it; the turn is the message in that group."""

    turn: Turn


@dataclass(frozen=True)
class MonthClosed(Event):
    """A month was closed; `bulan`: its first day."""

    turn: Turn
    bulan: date


@dataclass(frozen=True)
class Imported(Event):
    """The rows of a workbook were saved as records (/impor)."""

    turn: Turn
