"""Where a channel tells later what became of its messages: what it tells decides about the rows of the outbox."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from bot.channel import Telling, Unknown
from bot.work import outcome
from bot.work.parcel import Parcel, bury, forget
from handlers.chat.events import Became, Outcome
from storage.chat import handed, outbox, statuses, stuck
from storage.chat.outbox import Outbox, State
from storage.chat.statuses import Step, Told
from storage.database import Database, Session
from storage.locks import ring

# What a message says beside its template.
WORDS = {"title", "text", "menu", "drawing", "blocks"}


def taken(database: Database, channel: Telling, parcel: Parcel, messages: Sequence[str], now: datetime) -> bool:
    """Write down that the channel has taken a row; whether it has also told already what became of it."""
    with database.transaction() as session:
        row = outbox.get(session, parcel.row)
        handed.accepted(session, row, messages, now)
        outcome.tell(Outcome(session, row, Became.SENT, now))
        _judge(session, channel, row, now, parcel.files)
        return row.state != State.ACCEPTED


def told(session: Session, channel: Telling, news: Iterable[Told], now: datetime, data_dir: Path) -> None:
    """Write statuses down, and decide about their rows."""
    for one in news:
        step = statuses.note(session, channel.name, one, now)
        if step.moved and (row := handed.marked(session, channel.name, one.mark)):
            _moved(session, channel, row, one, step, now, [data_dir / name for name in row.files])


def _moved(
    session: Session, channel: Telling, row: Outbox, one: Told, step: Step, now: datetime, files: Sequence[Path]
) -> None:
    if row.state == State.ACCEPTED:
        _judge(session, channel, row, now, files)
    # A message that was known before is another one of the row than that whose answer was lost.
    elif row.state == State.UNSETTLED and step.first:
        if one.state == statuses.State.FAILED:
            outcome.fail(session, row, channel.problem(one.code, one.error), now, files)
        else:
            # The rest of the row is sent, and of this part only its id is noted.
            outbox.again(row, now, "")
    ring(session)


def _judge(session: Session, channel: Telling, row: Outbox, now: datetime, files: Sequence[Path]) -> None:
    if failed := handed.failure(session, row):
        outcome.fail(session, row, channel.problem(failed.code, failed.error), now, files)
    elif handed.arrived(session, row):
        _over(session, row, files)


def _over(session: Session, row: Outbox, files: Iterable[Path]) -> None:
    row.state = State.SENT
    outbox.over(session, row)
    forget(files)


def overdue(session: Session, channel: Telling, now: datetime, data_dir: Path) -> None:
    """What becomes of rows whose answer was lost, and of which no word came."""
    for row in handed.overdue(session, channel.name, now):
        files = [data_dir / name for name in row.files]
        outcome.fail(session, row, Unknown(f"no word for {channel.settles.total_seconds():.0f} s"), now, files)


def written_again(session: Session, channel: Telling, chats: Iterable[str], now: datetime) -> None:
    """These people have written, so what is held for them may go, and no template need knock any more."""
    written = set(chats)
    for chat in sorted(written):
        stuck.release(session, channel.name, chat, now)
    for row in handed.waiting_for(session, channel.name, written, State.NEW):
        if row.payload.get("template") and not row.payload.keys() & WORDS:
            outbox.give_up(row, State.DEAD, "nobody is silent any more")
            outbox.over(session, row)


def tidy(session: Session, now: datetime, data_dir: Path) -> None:
    """Once a day: rows of which no word will come have arrived, and those that waited too long never go."""
    for row in handed.silent(session, now):
        _over(session, row, [data_dir / name for name in row.files])
    for row in stuck.waited_out(session, now):
        outbox.give_up(row, State.DEAD, stuck.SILENT)
        outcome.tell(Outcome(session, row, Became.FAILED, now))
        bury(session, row, [data_dir / name for name in row.files])
