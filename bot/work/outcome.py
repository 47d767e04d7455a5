"""The outcome of every sending is written to its outbox row, each in a transaction of its own."""

import logging
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from bot.channel import Gone, Migrated, Shut, Transient, Unknown, Waits
from bot.work.parcel import REPEATABLE, Parcel, bury, editable
from handlers import dispatch
from handlers.chat import queue
from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Chat, Outgoing, Template
from storage.chat import cards, handed, outbox, statuses, stuck
from storage.chat.outbox import Kind, Outbox
from storage.database import Database, Session
from storage.kantor import satker

log = logging.getLogger(__name__)

# Attempts until a row is given up, about seven hours; a row whose outcome stays unknown so long must itself be wrong.
TRIES = 50
QUICK_TRIES = 3


def recover(database: Database, channel: str, now: datetime, settles: timedelta | None = None) -> None:
    """Rows that a crash interrupted are sent again, except new messages that a group may have received already.
    `settles`: how long to wait for word of new ones, where the channel tells."""
    with database.transaction() as session:
        for row in handed.interrupted(session, channel):
            if settles and row.kind == Kind.SAY:
                handed.unsettled(row, now + settles, "interrupted")
            elif not row.group or row.kind in REPEATABLE or editable(outbox.card_of(session, row), row.files):
                outbox.again(row, now, "interrupted")
            else:
                _uncertain(session, row, "interrupted", now)


def sent(database: Database, parcel: Parcel, messages: Sequence[str], now: datetime) -> None:
    with database.transaction() as session:
        row = outbox.get(session, parcel.row)
        outbox.sent(session, row, messages, now)
        tell(Outcome(session, row, Became.SENT, now))
        outbox.over(session, row)


def unsent(database: Database, parcel: Parcel, now: datetime) -> None:
    """A row that was claimed and not sent goes as if it had not been claimed."""
    with database.transaction() as session:
        row = outbox.get(session, parcel.row)
        outbox.again(row, now, "")
        row.tries -= 1


def failed(
    database: Database, parcel: Parcel, problem: Exception, now: datetime, settles: timedelta | None = None
) -> float:
    """Decide whether a row that could not be sent is tried again; returns the seconds until then. `settles`: how long
    to wait for word of a row whose answer was lost, where the channel tells."""
    with database.transaction() as session:
        row = outbox.get(session, parcel.row)
        if settles and isinstance(problem, Unknown):
            # Its status may have come just before.
            out = problem.part in statuses.out(session, row.channel, handed.mark(row))
            outbox.again(row, now, "") if out else handed.unsettled(row, now + settles, str(problem))
        else:
            fail(session, row, problem, now, parcel.files)
        return (row.next_try - now).total_seconds()


def fail(session: Session, row: Outbox, problem: Exception, now: datetime, files: Sequence[Path]) -> None:
    """Decide the same of a row as it stands in its transaction."""
    match problem:
        case Gone() if row.kind == Kind.EDIT:
            outbox.give_up(row, outbox.State.DEAD, "the card is gone")
            tell(Outcome(session, row, Became.GONE, now))
            bury(session, row, files)
        case Gone():
            _push(session, row, now)
        case Migrated():
            _move(session, row, problem.new, now)
        case Shut() if _may_wait(session, row, now):
            stuck.hold(row, problem.why, now)
            tell(Outcome(session, row, Became.HELD, now, problem.why))
        case Waits() if row.kind == Kind.SAY and not stuck.given_up(row, now):
            stuck.hold(row, stuck.SILENT, now)
            queue.queue(session, _knock(session, row), now)
        case Transient() if not _hopeless(row):
            _later(row, problem, now)
        case Unknown() if row.group:
            _uncertain(session, row, str(problem), now)
        case Unknown() if row.tries < TRIES:
            outbox.retry(row, now, str(problem))
        case _:
            _dead(session, row, problem, now, files)


def tell(outcome: Outcome) -> None:
    """Tell the handlers of an outcome; an error of theirs is logged and does not undo the outcome."""
    if not dispatch.is_heard(outcome):
        return
    try:
        with outcome.session.begin_nested():
            dispatch.happened(outcome)
    except Exception:
        log.exception("nobody could be told that outbox row %d is %s", outcome.row.id, outcome.became)


def _knock(session: Session, row: Outbox) -> Iterator[Outgoing]:
    """The template of a message that waits for its person, unless it has been told for another one that waits: what
    stands in its gaps differs, and each costs."""
    told = row.payload.get("template")
    others = [one for one in handed.waiting_for(session, row.channel, [row.chat]) if one.id != row.id]
    if told and told["name"] not in [one.payload.get("template", {}).get("name") for one in others]:
        template = Template(told["name"], tuple(told.get("parameters", ())))
        yield Outgoing(Chat(row.channel, row.chat), template=template, satker=row.satker_id)


def _may_wait(session: Session, row: Outbox, now: datetime) -> bool:
    """Whether a message waits for its chat: what is for the group of an office does, for two weeks."""
    mine = row.kind in (Kind.SAY, Kind.EDIT) and satker.by_grup(session, row.channel, row.chat) is not None
    return mine and not stuck.given_up(row, now)


def _hopeless(row: Outbox) -> bool:
    # The phone stops waiting for the answer to a press after a minute, so later attempts are useless.
    return row.kind in outbox.QUICK and row.tries >= QUICK_TRIES


def _later(row: Outbox, problem: Transient, now: datetime) -> None:
    # The answer to a press is tried again at once, for the phone shows a clock until it comes.
    seconds = problem.retry_after or (0.5 if row.kind in outbox.QUICK else 0)
    if seconds:
        outbox.again(row, now + timedelta(seconds=seconds), str(problem))
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
    cards.move_chat(session, row.channel, old, new)


def _uncertain(session: Session, row: Outbox, error: str, now: datetime) -> None:
    outbox.give_up(row, outbox.State.UNCERTAIN, error)
    tell(Outcome(session, row, Became.UNCERTAIN, now))


def _dead(session: Session, row: Outbox, problem: Exception, now: datetime, files: Sequence[Path]) -> None:
    outbox.give_up(row, outbox.State.DEAD, str(problem))
    if row.kind in (Kind.SAY, Kind.EDIT):
        tell(Outcome(session, row, Became.FAILED, now))
    bury(session, row, files)
