"""A claimed outbox row as it goes to the channel, and the pace at which messages may go."""

import shutil
from collections import deque
from collections.abc import Iterable, Sized
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from handlers.chat.messages import Act, Chat, from_payload
from storage.chat import outbox
from storage.chat.outbox import Card, Kind, Outbox
from storage.database import Database

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
PER_SECOND, PER_GROUP_MINUTE = 25, 18


class Pace:
    """At most one message a second in a chat, 25 a second in all, 18 a minute in a group; Telegram allows 30 and 20."""

    def __init__(self) -> None:
        self.free: dict[str, datetime] = {}
        self.overall: deque[datetime] = deque(maxlen=PER_SECOND)
        self.groups: dict[str, deque[datetime]] = {}

    def wait(self, chat: str, group: bool, now: datetime) -> float:
        """Seconds until the chat may get its next message, at most 60; 0 means now."""
        moments = [self.free.get(chat, now)]
        if len(self.overall) == PER_SECOND:
            moments.append(self.overall[0] + SECOND)
        if group and len(self.groups.get(chat, ())) == PER_GROUP_MINUTE:
            moments.append(self.groups[chat][0] + MINUTE)
        pause = (max(moments) - now).total_seconds()
        # A clock that was set back must not silence a chat for hours.
        return min(max(0, pause), MINUTE.total_seconds())

    def note(self, chat: str, group: bool, now: datetime, messages: int = 1) -> None:
        """Count messages that are being sent; every picture of an album is one."""
        self.free = {other: moment for other, moment in self.free.items() if moment > now}
        self.free[chat] = now + messages * SECOND
        self.overall.extend([now] * messages)
        if group:
            self.groups.setdefault(chat, deque(maxlen=PER_GROUP_MINUTE)).extend([now] * messages)


REPEATABLE = (*outbox.ASIDE, Kind.LEAVE, Kind.EDIT)


@dataclass(frozen=True)
class Parcel:
    """A claimed row; `card`: the id of the message that shows its card; `edits`: the same, if it can be edited."""

    row: int
    kind: Kind
    act: Act
    files: tuple[Path, ...] = ()
    card: str = ""
    edits: str = ""

    @property
    def repeatable(self) -> bool:
        return self.kind in REPEATABLE or bool(self.edits)


def claim(database: Database, row_id: int, data_dir: Path) -> Parcel | None:
    """Take a row for sending; None if the row cannot be sent, or if its files are gone and must be drawn again."""
    with database.transaction() as session:
        row = outbox.claim(session, row_id)
        if row is None:
            return None
        files = tuple(data_dir / name for name in row.files)
        if not all(file.exists() for file in files):
            row.state, row.tries = outbox.State.DRAW, 0
            return None
        card = outbox.card_of(session, row)
        if row.kind == Kind.EDIT and card is None and not row.payload.get("replaces"):
            _never(row, "no card to renew", files)
            return None
        try:
            return _parcel(row, card, files)
        except ValueError as error:
            # Another release wrote a payload that this one cannot read.
            _never(row, str(error), files)
            return None


def _never(row: Outbox, error: str, files: tuple[Path, ...]) -> None:
    outbox.give_up(row, outbox.State.DEAD, error)
    bury(row, files)


def _parcel(row: Outbox, card: Card | None, files: tuple[Path, ...]) -> Parcel:
    # The row follows a group to its new id; the payload still has the id of the time when it was written.
    act = replace(from_payload(row.kind, row.payload), chat=Chat(row.channel, row.chat, row.group))
    parcel = Parcel(row.id, row.kind, act, files)
    return replace(parcel, card=card.message_id, edits=_edits(row, card, files)) if card else parcel


def _edits(row: Outbox, card: Card, files: Sized) -> str:
    return card.message_id if row.kind == Kind.EDIT else editable(card, files)


def editable(card: Card | None, files: Sized) -> str:
    """The id of the message that can show the card's next state; "" if it must be sent anew, as with several files."""
    return card.message_id if card and not card.pushed and len(files) <= 1 else ""


def bury(row: Outbox, files: Iterable[Path]) -> None:
    """Forget files and invitation of a message that never went out, once all who must hear of it have."""
    row.files, row.payload = [], {key: value for key, value in row.payload.items() if key != "start"}
    forget(files)


def forget(files: Iterable[Path]) -> None:
    """Delete drawn files, each with its folder."""
    for folder in {file.parent for file in files}:
        shutil.rmtree(folder, ignore_errors=True)
