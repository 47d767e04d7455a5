"""What became of an outbox row, each fact in a transaction of its own."""

import logging
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.channel import Gone, Migrated, Transient, Unknown
from handlers import dispatch
from handlers.chat import Chat, Outgoing, from_payload
from storage import outbox, satker
from storage.database import Database, Session
from storage.outbox import Card, Outbox

log = logging.getLogger(__name__)

REPEATABLE = (*outbox.QUICK, "leave")
# About seven hours of an outcome that nobody knows; by then the row itself must be what is wrong.
TRIES = 50
QUICK_TRIES = 3


@dataclass(frozen=True)
class Parcel:
    """A claimed row: `card` is the message where its card stands, `edits` the same if that can be edited in place."""

    row: int
    kind: str
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
            row.state, row.tries = outbox.DRAW, 0
            return None
        try:
            return _parcel(row, outbox.card_of(session, row), files)
        except ValueError as error:
            # Written by another release in words that this one does not know.
            outbox.give_up(row, outbox.DEAD, str(error))
            return None


def _parcel(row: Outbox, card: Card | None, files: tuple[Path, ...]) -> Parcel:
    # The row knows where its chat is now; the payload where it was when this was said.
    outgoing = replace(from_payload(row.payload), chat=Chat(row.channel, row.chat, row.group))
    parcel = Parcel(row.id, row.kind, outgoing, files)
    return replace(parcel, card=card.message_id, edits=_editable(card, files)) if card else parcel


def _editable(card: Card | None, files: Sequence[object]) -> str:
    return card.message_id if card and not card.pushed and not files else ""


def recover(database: Database, channel: str, now: datetime) -> None:
    """After a crash: what was being sent is sent again, except what a group may have seen already."""
    with database.transaction() as session:
        for row in outbox.interrupted(session, channel):
            if not row.group or row.kind in REPEATABLE or _editable(outbox.card_of(session, row), row.files):
                outbox.again(row, now, "interrupted")
            else:
                _uncertain(session, row, "interrupted", now)


def sent(database: Database, parcel: Parcel, messages: Sequence[str], now: datetime) -> None:
    with database.transaction() as session:
        row = outbox.get(session, parcel.row)
        outbox.sent(session, row, messages, now)
        tell(session, row, "sent", now)


def failed(database: Database, parcel: Parcel, problem: Exception, now: datetime) -> float:
    """Decide what a failure means; answers in how many seconds the row may go again."""
    with database.transaction() as session:
        row = outbox.get(session, parcel.row)
        match problem:
            case Gone():
                _push(session, row, now)
            case Migrated():
                _move(session, row, problem.new, now)
            case Transient() if not _hopeless(row):
                _later(row, problem, now)
            case Unknown() if row.group:
                _uncertain(session, row, str(problem), now)
            case Unknown() if row.tries < TRIES:
                outbox.retry(row, now, str(problem))
            case _:
                _dead(session, row, problem, now)
        return (row.next_try - now).total_seconds()


def tell(session: Session, row: Outbox, what: str, now: datetime, detail: str = "") -> None:
    """Tell the handler; its failure must not undo the fact."""
    try:
        with session.begin_nested():
            dispatch.happened(session, row, what, now, detail)
    except Exception:
        log.exception("nobody could be told that outbox row %d is %s", row.id, what)


def forget_files(parcel: Parcel) -> None:
    for folder in {file.parent for file in parcel.files}:
        shutil.rmtree(folder, ignore_errors=True)


def _hopeless(row: Outbox) -> bool:
    # A press that is not answered within a minute has given up by itself.
    return row.kind in outbox.QUICK and row.tries >= QUICK_TRIES


def _later(row: Outbox, problem: Transient, now: datetime) -> None:
    if problem.retry_after:
        outbox.again(row, now + timedelta(seconds=problem.retry_after), str(problem))
    else:
        outbox.retry(row, now, str(problem))


def _push(session: Session, row: Outbox, now: datetime) -> None:
    card = outbox.card_of(session, row)
    if card:
        card.pushed = True
    outbox.again(row, now, "the card is gone")


def _move(session: Session, row: Outbox, new: str, now: datetime) -> None:
    old = row.chat
    outbox.again(row, now, f"moved from {old}")
    session.flush()
    satker.move_group(session, row.channel, old, new)
    outbox.move_chat(session, row.channel, old, new)


def _uncertain(session: Session, row: Outbox, error: str, now: datetime) -> None:
    outbox.give_up(row, outbox.UNCERTAIN, error)
    tell(session, row, "uncertain", now)


def _dead(session: Session, row: Outbox, problem: Exception, now: datetime) -> None:
    outbox.give_up(row, outbox.DEAD, str(problem))
    if row.kind == "say":
        tell(session, row, "failed", now)
