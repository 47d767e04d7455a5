"""A claimed outbox row, as it goes to the channel."""

import shutil
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from handlers.chat.messages import Chat, Outgoing, from_payload
from storage.chat import outbox
from storage.chat.outbox import Card, Kind, Outbox
from storage.database import Database

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
PER_SECOND, PER_GROUP_MINUTE = 25, 18


class Pace:
    """The limits are Telegram's 30 and 20 with a margin."""

    def __init__(self) -> None:
        self.free: dict[str, datetime] = {}
        self.overall: deque[datetime] = deque(maxlen=PER_SECOND)
        self.groups: dict[str, deque[datetime]] = {}

    def wait(self, chat: str, group: bool, now: datetime) -> float:
        """Seconds until something may be said there; 0 for now."""
        moments = [self.free.get(chat, now)]
        if len(self.overall) == PER_SECOND:
            moments.append(self.overall[0] + SECOND)
        if group and len(self.groups.get(chat, ())) == PER_GROUP_MINUTE:
            moments.append(self.groups[chat][0] + MINUTE)
        pause = (max(moments) - now).total_seconds()
        # A clock that was set back must not silence a chat for hours.
        return min(max(0, pause), MINUTE.total_seconds())

    def note(self, chat: str, group: bool, now: datetime, messages: int = 1) -> None:
        """Something is being said; every picture of an album counts."""
        self.free = {other: moment for other, moment in self.free.items() if moment > now}
        self.free[chat] = now + messages * SECOND
        self.overall.extend([now] * messages)
        if group:
            self.groups.setdefault(chat, deque(maxlen=PER_GROUP_MINUTE)).extend([now] * messages)


REPEATABLE = (*outbox.ASIDE, Kind.LEAVE, Kind.EDIT)


@dataclass(frozen=True)
class Parcel:
    """A claimed row: `card` is the message where its card stands, `edits` the same if that can be edited in place."""

    row: int
    kind: Kind
    outgoing: Outgoing
    files: tuple[Path, ...] = ()
    card: str = ""
    edits: str = ""

    @property
    def repeatable(self) -> bool:
        return self.kind in REPEATABLE or bool(self.edits)


def claim(database: Database, row_id: int, data_dir: Path) -> Parcel | None:
    """Take a row for sending; None if it is gone, or if its drawing is and must be drawn once more."""
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
            outbox.give_up(row, outbox.State.DEAD, "no card to renew")
            return None
        try:
            return _parcel(row, card, files)
        except ValueError as error:
            # Written by another release in words that this one does not know.
            outbox.give_up(row, outbox.State.DEAD, str(error))
            return None


def _parcel(row: Outbox, card: Card | None, files: tuple[Path, ...]) -> Parcel:
    # The row knows where its chat is now; the payload where it was when this was said.
    outgoing = replace(from_payload(row.payload), chat=Chat(row.channel, row.chat, row.group))
    parcel = Parcel(row.id, row.kind, outgoing, files)
    return replace(parcel, card=card.message_id, edits=_edits(row, card, files)) if card else parcel


def _edits(row: Outbox, card: Card, files: Sequence[object]) -> str:
    return card.message_id if row.kind == Kind.EDIT else editable(card, files)


def editable(card: Card | None, files: Sequence[object]) -> str:
    """Where a card can show its next state; one message shows one picture, several come anew."""
    return card.message_id if card and not card.pushed and len(files) <= 1 else ""


def forget_files(parcel: Parcel) -> None:
    for folder in {file.parent for file in parcel.files}:
        shutil.rmtree(folder, ignore_errors=True)
