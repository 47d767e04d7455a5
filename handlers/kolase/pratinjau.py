"""The preview: hours before the week is posted the ketua pelaksana sees it, each in a chat of their own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from handlers.chat import chats
from handlers.chat.door import Stale
from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Chat, Drawing, Outgoing, Says
from handlers.kolase import kolase, susun_card, when
from handlers.laporan.week import frozen
from handlers.reading.dates.pekan import Pekan
from storage.chat.outbox import Kind
from storage.kantor import people
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Here
from storage.laporan import deliveries, susunan
from storage.laporan.deliveries import Delivery, Part, View


def preview(here: Here) -> Says:
    """Asked each minute: in the hours before the post shows each ketua pelaksana the preview, and renews it when
    records change."""
    if not here.satker.kolase_pratinjau or when.since(here) is None:
        return
    this = Pekan.of(here.today)
    at = when.post_at(here.satker, this)
    soon = [this] if at - timedelta(hours=here.satker.kolase_pratinjau) <= here.now < at else []
    # A week that was put off is seen until it goes out.
    put_off = [Pekan.of_kode(kode) for kode in susunan.waiting(here)]
    for pekan in dict.fromkeys((*soon, *put_off)):
        if not deliveries.taken(here, deliveries.WEEKLY, pekan.kode):
            yield from _renewed(here, pekan)


def late(here: Here) -> Says:
    """Asked each minute: for a week without anything to show at its hour, shows the preview once there are records, and
    renews it."""
    today = here.today
    since = Pekan.of(today - timedelta(weeks=when.LOOK_BACK)).kode
    for row in deliveries.behind(here, deliveries.WEEKLY, since, deliveries.State.EMPTY):
        row.dilihat = deliveries.seen(here)
        yield from _renewed(here, Pekan.of_kode(row.period))


def _renewed(here: Here, pekan: Pekan) -> Says:
    rows = views(here, pekan)
    yield from _changed(here, pekan, rows)
    yield from _shown(here, pekan, {row.period for row in rows})


def _shown(here: Here, pekan: Pekan, there: set[str]) -> Says:
    new = [
        chat
        for one in people.with_role(here, Role.KETUA_PELAKSANA, here.today)
        for chat in _new(here, one, pekan, there)
    ]
    picture = frozen(here, pekan) if new else {}
    for chat in new if picture.get("cells") else []:
        if row := _claimed(here, pekan, chat, picture):
            yield card(here, pekan, row)


def _new(here: Here, leader: Anggota, pekan: Pekan, there: set[str]) -> list[Chat]:
    """The chat in which somebody spoke last, unless another one of theirs has the preview already."""
    own = chats.every(here.session, leader)
    return [] if any(_period(pekan, chat) in there for chat in own) else own[:1]


def _changed(here: Here, pekan: Pekan, rows: Sequence[Delivery]) -> Says:
    newest = deliveries.newest_change(here) if rows else 0
    behind = [row for row in rows if row.dilihat < newest]
    fresh = frozen(here, pekan) if behind else {}
    for row in behind:
        row.dilihat = newest
        # The figures that are compared hold the colours too, so a changed theme draws the preview anew.
        if row.figures != fresh:
            row.figures = fresh
            yield card(here, pekan, row).quietly()


def views(here: Here, pekan: Pekan) -> Sequence[Delivery]:
    """The previews of a week, at most one in each chat."""
    return deliveries.starting(here, susun_card.KIND, f"{pekan.kode} ")


def view(here: Here, pekan: Pekan, chat: Chat) -> Delivery:
    """The preview of a week in a chat, newly made if there is none."""
    if row := deliveries.of(here, susun_card.KIND, _period(pekan, chat)):
        return row
    made = _claimed(here, pekan, chat, frozen(here, pekan))
    if made is None:
        raise Stale
    return made


def _claimed(here: Here, pekan: Pekan, chat: Chat, picture: dict[str, Any]) -> Delivery | None:
    row = deliveries.claim(here, susun_card.KIND, _period(pekan, chat), picture, view=View(sheet=1))
    if row:
        row.dilihat = deliveries.seen(here)
    return row


def _period(pekan: Pekan, chat: Chat) -> str:
    return f"{pekan.kode} {chat.channel} {chat.id}"


def card(
    here: Here, pekan: Pekan, row: Delivery, note: str = "", *, drawn: bool = True, change: Audit | None = None
) -> Outgoing:
    """The message of a preview, turned to the part that its chat looks at. `change`: the entry just made in it, for
    Urungkan."""
    _, channel, id_ = row.period.split(" ", 2)
    row.lembar = susun_card.sheets_of_post(here, pekan)
    text, menu = susun_card.of(here, pekan, row, change)
    return Outgoing(
        Chat(channel, id_),
        title=f"Kolase {row.figures['pekan']}",
        text=f"{note}\n\n{text}" if note else text,
        menu=menu,
        card=susun_card.key(pekan),
        drawing=Drawing("kolase", row.id) if drawn else None,
        pictured=not drawn,
        satker=here.satker.id,
    )


def happened(outcome: Outcome) -> Says:
    """When the kolase of a week has reached the group, its previews say so."""
    yield from kolase.happened(outcome)
    delivery = outcome.delivery
    if outcome.became == Became.SENT and delivery.kind == deliveries.WEEKLY and outcome.row.kind != Kind.EDIT:
        here, pekan = outcome.here, Pekan.of_kode(delivery.period)
        # A person who is looking at a single cell keeps that cell in view.
        for one in (row for row in views(here, pekan) if row.view.part != Part.CELLS):
            one.view = replace(one.view, part=Part.ALL)
            yield card(here, pekan, one, drawn=False).quietly()
