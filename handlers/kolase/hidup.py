"""The living post: records that come or change after the post change its picture in the group."""

from datetime import timedelta
from typing import Any

from handlers.chat.messages import Chat, Edit, Outgoing, Says
from handlers.kolase.kolase import post
from handlers.kolase.words import HIDUP, diperbarui, same
from handlers.laporan.week import frozen
from handlers.reading.dates.pekan import Pekan
from storage.chat import drawing_order
from storage.kantor.satker import Here
from storage.laporan import decided, deliveries
from storage.laporan.deliveries import WEEKLY, Delivery

LIVES = timedelta(weeks=8)
# Changes in quick succession make one new picture, but a person who works all afternoon must not delay it for ever.
REST, LONGEST = timedelta(minutes=3), timedelta(minutes=15)


def renew(here: Here) -> Says:
    """Asked every minute: renews posts whose records changed; costs one small query if none did."""
    if not here.satker.grup:
        return
    today = here.today
    behind = deliveries.behind(here, WEEKLY, Pekan.of(today - LIVES).kode)
    if not behind or not _at_rest(here, min(row.dilihat for row in behind)):
        return
    newest, waiting = deliveries.newest_change(here), drawing_order.waiting_for(here.session, here.satker.id, "kolase")
    for row in behind:
        # A picture that is still on its way goes out before the next one is decided.
        if row.id not in waiting:
            if lives(here, Pekan.of_kode(row.period)):
                yield from compared(here, row)
            row.dilihat = newest


def lives(here: Here, pekan: Pekan) -> bool:
    """Whether its post changes by itself; a month that was closed changes by hand alone."""
    today = here.clock.date()
    return pekan.selesai > today - LIVES and pekan.bulan not in decided.closed(here)


def _at_rest(here: Here, seen: int) -> bool:
    first, last = deliveries.changed_between(here, seen)
    return here.now - last >= REST or here.now - first >= LONGEST


def compared(here: Here, row: Delivery) -> Says:
    """The edit of a post whose figures differ by now; nothing otherwise."""
    pekan = Pekan.of_kode(row.period)
    fresh = frozen(here, pekan)
    # The post in a group that the office has left is not changed any more.
    if row.grup in (None, here.satker.grup) and not same(row.figures, fresh):
        yield renewed(here, pekan, row, fresh)


def renewed(here: Here, pekan: Pekan, row: Delivery, fresh: dict[str, Any]) -> Outgoing:
    """The edit of the post with its new picture; its first figures are kept, so that the post can tell what was added
    since."""
    row.semula = row.semula or row.figures
    row.figures = {**row.figures, **{key: fresh[key] for key in HIDUP}}
    row.lembar = row.lembar or len(row.message_ids)
    note = diperbarui(row.semula, row.figures, here.clock.date())
    chat = Chat(here.satker.grup_channel or "", here.satker.grup or "", group=True)
    return _in_place(post(here, pekan, chat, row, note), row)


def _in_place(said: Outgoing, row: Delivery) -> Edit:
    sheets, below = row.message_ids[: row.lembar], row.message_ids[row.lembar :]
    return said.quietly(*sheets, below=below[0] if below else "")
