"""The living post: what was recorded or mended late changes the picture in the group where it stands."""

from datetime import datetime, timedelta
from typing import Any

from handlers.chat.messages import Chat, Outgoing, Says
from handlers.kolase.kolase import post
from handlers.kolase.words import HIDUP, diperbarui, same
from handlers.laporan.week import frozen
from handlers.reading.periods import Pekan
from storage.chat import outbox
from storage.database import Session
from storage.kantor.satker import Satker
from storage.laporan import deliveries, tutup
from storage.laporan.deliveries import WEEKLY, Delivery

LIVES = timedelta(weeks=8)
# Several changes in a row are one; but somebody who works all afternoon must not hold the picture back.
REST, LONGEST = timedelta(minutes=3), timedelta(minutes=15)


def renew(session: Session, office: Satker, now: datetime) -> Says:
    """Asked every minute: one small query where nothing was changed since the posts last looked."""
    if not office.grup:
        return
    today = office.local(now).date()
    behind = deliveries.behind(session, office, WEEKLY, Pekan.dari(today - LIVES).kode)
    if not behind or not _at_rest(session, office, min(row.dilihat for row in behind), now):
        return
    newest = deliveries.newest_change(session, office)
    for row in behind:
        # The last state goes out before the next one is decided.
        if not outbox.drawing_waits(session, office.id, "kolase", row.id):
            if lives(session, office, Pekan.berkode(row.period), now):
                yield from compared(session, office, row, now)
            row.dilihat = newest


def lives(session: Session, office: Satker, pekan: Pekan, now: datetime) -> bool:
    """Whether its post changes by itself; a month that was closed changes by hand alone."""
    today = office.local(now).date()
    return pekan.selesai > today - LIVES and pekan.bulan not in tutup.closed(session, office)


def _at_rest(session: Session, office: Satker, seen: int, now: datetime) -> bool:
    first, last = deliveries.changed_between(session, office, seen)
    return now - last >= REST or now - first >= LONGEST


def compared(session: Session, office: Satker, row: Delivery, now: datetime) -> Says:
    """The post with its new picture, where there is one."""
    pekan = Pekan.berkode(row.period)
    fresh = frozen(session, office, pekan)
    # A post in a group that the office has left is history.
    if row.grup in (None, office.grup) and not same(row.figures, fresh):
        yield renewed(session, office, pekan, row, fresh, now)


def renewed(
    session: Session, office: Satker, pekan: Pekan, row: Delivery, fresh: dict[str, Any], now: datetime
) -> Outgoing:
    """The post with its new picture; what it looked like first is kept, to say what came since."""
    row.semula = row.semula or row.figures
    row.figures = {**row.figures, **{key: fresh[key] for key in HIDUP}}
    row.lembar = row.lembar or len(row.message_ids)
    note = diperbarui(row.semula, row.figures, office.local(now).date())
    chat = Chat(office.grup_channel or "", office.grup or "", group=True)
    return _in_place(post(session, office, pekan, chat, row, note), row)


def _in_place(said: Outgoing, row: Delivery) -> Outgoing:
    sheets, below = row.message_ids[: row.lembar], row.message_ids[row.lembar :]
    return Outgoing(
        said.chat, said.title, said.text, said.menu, drawing=said.drawing, companion=said.companion,
        replaces=tuple(sheets), below=below[0] if below else "", satker=said.satker,
    )  # fmt: skip
