"""The living post: records that come or change after the post change its picture in the group."""

from datetime import timedelta
from typing import Any

from handlers.chat import chats
from handlers.chat.messages import Button, Chat, Edit, Outgoing, Says
from handlers.kolase.doors import PostAgain
from handlers.kolase.kolase import post, sent
from handlers.kolase.words import HIDUP, diperbarui, named, same
from handlers.laporan.week import frozen
from handlers.reading.dates.pekan import Pekan
from storage.chat import drawing_order
from storage.kantor.people import Role
from storage.kantor.satker import Here
from storage.laporan import decided, deliveries
from storage.laporan.deliveries import WEEKLY, Delivery, State

LIVES = timedelta(weeks=8)
# Changes in quick succession make one new picture, but a person who works all afternoon must not delay it for ever.
PACE = timedelta(minutes=3), timedelta(minutes=15)
# What people forward cannot be changed in its place: each change is one more post, which somebody has to forward.
FORWARDED = timedelta(hours=1), timedelta(hours=4)


def renew(here: Here) -> Says:
    """Asked every minute: renews posts whose records changed; costs one small query if none did."""
    places = chats.places(here)
    if not places:
        return
    today = here.today
    behind = deliveries.behind(here, WEEKLY, Pekan.of(today - LIVES).kode, State.SENT, State.UNCERTAIN)
    pace = PACE if places[0].group else FORWARDED
    if not behind or not _at_rest(here, min(row.dilihat for row in behind), *pace):
        return
    newest, waiting = deliveries.newest_change(here), drawing_order.waiting_for(here.session, here.satker.id, "kolase")
    for row in behind:
        # A picture that is still on its way goes out before the next one is decided.
        if row.id not in waiting:
            if lives(here, Pekan.of_kode(row.period)):
                yield from compared(here, row) if row.state == State.SENT else _offered(here, row)
            row.dilihat = newest


def _offered(here: Here, row: Delivery) -> Says:
    """A post that arrived perhaps cannot be changed, for nobody knows its messages: a new one is offered."""
    pekan = Pekan.of_kode(row.period)
    if same(row.figures, frozen(here, pekan)):
        return
    text = (
        f"Catatan {named(row.figures)} berubah, tetapi kolasenya di grup tidak dapat diperbarui: jaringan terputus "
        "saat mengirimnya. Kirim yang baru, lalu hapus yang lama bila ada."
    )
    menu = ((Button("Kirim yang baru", PostAgain(pekan)),),)
    for chat in chats.chats_of(here, Role.KETUA_PELAKSANA):
        yield Outgoing(chat, text=text, menu=menu, card=f"kolase:{row.id}")


def lives(here: Here, pekan: Pekan) -> bool:
    """Whether its post changes by itself; a month that was closed changes by hand alone."""
    today = here.clock.date()
    return pekan.selesai > today - LIVES and pekan.bulan not in decided.closed(here)


def _at_rest(here: Here, seen: int, rest: timedelta, longest: timedelta) -> bool:
    first, last = deliveries.changed_between(here, seen)
    return here.now - last >= rest or here.now - first >= longest


def compared(here: Here, row: Delivery) -> Says:
    """The edit of a post whose figures differ by now, a further post where it was forwarded; nothing otherwise."""
    group, fresh = chats.group_of(here), frozen(here, Pekan.of_kode(row.period))
    if group is None and not same(row.figures, fresh):
        yield from _mended(here, row, fresh)
    # The post in a group that the office has left is not changed any more.
    if group and row.grup in (None, group.id) and not same(row.figures, fresh):
        yield _renewed(here, group, row, fresh)


def _renewed(here: Here, group: Chat, row: Delivery, fresh: dict[str, Any]) -> Outgoing:
    """The edit of the post with its new picture; its first figures are kept, so that the post can tell what was added
    since."""
    row.lembar = row.lembar or len(row.message_ids)
    return _in_place(post(here, Pekan.of_kode(row.period), group, row, _freshened(here, row, fresh)), row)


def _mended(here: Here, row: Delivery, fresh: dict[str, Any]) -> list[Outgoing]:
    """What has been forwarded stays as it is, so that a post of its own tells what is right."""
    note, row.lembar = _freshened(here, row, fresh), 0
    return sent(here, Pekan.of_kode(row.period), row, f"Perbaikan kolase {named(row.figures)}", note)


def _freshened(here: Here, row: Delivery, fresh: dict[str, Any]) -> str:
    """Put new figures into a post; returns the words that say what is different."""
    row.semula = row.semula or row.figures
    row.figures = {**row.figures, **{key: fresh[key] for key in HIDUP}}
    return diperbarui(row.semula, row.figures, here.clock.date())


def _in_place(said: Outgoing, row: Delivery) -> Edit:
    sheets, below = row.message_ids[: row.lembar], row.message_ids[row.lembar :]
    return said.quietly(*sheets, below=below[0] if below else "")
