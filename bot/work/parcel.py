"""A claimed outbox row in the form that the channel sends."""

import shutil
from collections.abc import Iterable, Sized
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from handlers.chat import means
from handlers.chat.messages import Act, Chat, Outgoing
from handlers.chat.queue import from_payload
from storage.chat import handed, outbox, stuck
from storage.chat.outbox import Card, Kind, Outbox
from storage.database import LASTS, Database, Session

REPEATABLE = (*outbox.ASIDE, Kind.LEAVE, Kind.EDIT)


@dataclass(frozen=True)
class Parcel:
    """A claimed outbox row, ready to send. `card`: the id of the message that shows its card now; `edits`: the same id,
    if that message can be edited; `since`: when that message was sent, if known."""

    row: int
    kind: Kind
    act: Act
    files: tuple[Path, ...] = ()
    card: str = ""
    edits: str = ""
    since: datetime | None = None

    @property
    def repeatable(self) -> bool:
        return self.kind in REPEATABLE or bool(self.edits)


def claim(session: Session, row_id: int, data_dir: Path) -> Parcel | None:
    """Claim a row for sending; None if it cannot be sent, or if its files are gone and must be drawn again."""
    row = outbox.claim(session, row_id)
    if row is None:
        return None
    if row.group:
        # What a power cut interrupts is sent once more to one person, but never to a group without asking.
        session.info[LASTS] = True
    files = tuple(data_dir / name for name in row.files)
    if not all(file.exists() for file in files):
        row.state, row.tries = outbox.State.DRAW, 0
        return None
    card = outbox.card_of(session, row) if means.of(row.channel).edits else None
    if row.kind == Kind.EDIT and card is None and not row.payload.get("replaces"):
        _never(session, row, "no card to renew", files)
        return None
    try:
        return _parcel(row, card, files)
    except ValueError as error:
        # Another release wrote a payload that this one cannot read.
        _never(session, row, str(error), files)
        return None


def _never(session: Session, row: Outbox, error: str, files: tuple[Path, ...]) -> None:
    outbox.give_up(row, outbox.State.DEAD, error)
    bury(session, row, files)


def _parcel(row: Outbox, card: Card | None, files: tuple[Path, ...]) -> Parcel:
    # The row follows a group to its new id; the payload still has the id of the time when it was written.
    act = replace(from_payload(row.kind, row.payload), chat=Chat(row.channel, row.chat, row.group, row.topic))
    act = replace(act, mark=handed.mark(row)) if isinstance(act, Outgoing) else act
    parcel = Parcel(row.id, row.kind, act, files)
    if card is None:
        return parcel
    return replace(parcel, card=card.message_id, edits=_edits(row, card, files), since=card.sent_at)


def _edits(row: Outbox, card: Card, files: Sized) -> str:
    return card.message_id if row.kind == Kind.EDIT else editable(card, files)


def editable(card: Card | None, files: Sized) -> str:
    """The id of the message that can be edited into the next state of a card; "" if the card must be sent anew, as with
    several files."""
    return card.message_id if card and not card.pushed and len(files) <= 1 else ""


def forget_ended(database: Database, data_dir: Path) -> None:
    """Delete the drawn files of rows that failed or are gone; files of rows that may still be sent stay."""
    drawn = {folder: int(folder.name.partition("-")[0]) for folder in (data_dir / "drawn").glob("[0-9]*-*")}
    if not drawn:
        return
    with database.transaction() as session:
        unsent = stuck.unsent(session, drawn.values())
    for folder, row in drawn.items():
        if row not in unsent:
            shutil.rmtree(folder, ignore_errors=True)


def bury(session: Session, row: Outbox, files: Iterable[Path]) -> None:
    """Delete the words, files and invitation of a message that never went out; called after all handlers have heard of
    it."""
    outbox.over(session, row)
    forget(files)


def forget(files: Iterable[Path]) -> None:
    """Delete drawn files, each with its folder."""
    for folder in {file.parent for file in files}:
        shutil.rmtree(folder, ignore_errors=True)
