"""What happened in one capability and others answer to, each with what its listeners need."""

from dataclasses import dataclass
from datetime import datetime

from handlers.chat.messages import Event, Outgoing, Turn
from storage.chat.outbox import Outbox
from storage.database import Session


@dataclass(frozen=True)
class Arrived(Event):
    """A drawing is where it was sent."""

    session: Session
    row: Outbox
    now: datetime


@dataclass(frozen=True)
class Uncertain(Event):
    """Nobody knows whether a message arrived in the group."""

    session: Session
    row: Outbox
    now: datetime


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
class Bound(Event):
    """The satker's group has just been bound, in it."""

    turn: Turn


@dataclass(frozen=True)
class Imported(Event):
    """A workbook has become records."""

    turn: Turn
