"""The preview: hours before the week is posted the ketua pelaksana sees it, each in a chat of their own."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from handlers.chat import reach
from handlers.chat.messages import Chat, Drawing, Outgoing, Says
from handlers.kolase import kolase, susun_card
from handlers.laporan.week import frozen
from handlers.reading.periods import Pekan
from storage.chat.outbox import Kind, Outbox
from storage.database import Session
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from storage.laporan import deliveries, susunan
from storage.laporan.deliveries import Delivery


def preview(session: Session, office: Satker, now: datetime) -> Says:
    """Each minute of the hours before the post: shown once to everybody who decides, renewed when records change."""
    if not office.grup or not office.terhubung_at or not office.kolase_pratinjau:
        return
    this = Pekan.dari(office.local(now).date())
    at = kolase.post_at(office, this)
    soon = [this] if at - timedelta(hours=office.kolase_pratinjau) <= now < at else []
    # A week that was put off is seen until it goes out.
    put_off = [Pekan.berkode(kode) for kode in susunan.waiting(session, office, now)]
    for pekan in dict.fromkeys((*soon, *put_off)):
        if not deliveries.taken(session, office, deliveries.WEEKLY, pekan.kode):
            yield from _renewed(session, office, pekan, now)


def late(session: Session, office: Satker, now: datetime) -> Says:
    """A week that had nothing to show at its hour and has by now: whoever may send it sees it."""
    today = office.local(now).date()
    since = Pekan.dari(today - timedelta(weeks=kolase.LOOK_BACK)).kode
    for row in deliveries.behind(session, office, deliveries.WEEKLY, since, deliveries.State.EMPTY):
        row.dilihat = deliveries.seen(session, office, now)
        yield from _renewed(session, office, Pekan.berkode(row.period), now)


def _renewed(session: Session, office: Satker, pekan: Pekan, now: datetime) -> Says:
    rows = views(session, office, pekan)
    yield from _changed(session, office, pekan, rows, now)
    yield from _shown(session, office, pekan, {row.period for row in rows}, now)


def _shown(session: Session, office: Satker, pekan: Pekan, there: set[str], now: datetime) -> Says:
    chats = reach.chats_of(session, office, Role.KETUA_PELAKSANA, now)
    new = [chat for chat in chats if _period(pekan, chat) not in there]
    picture = frozen(session, office, pekan) if new else {}
    for chat in new if picture.get("cells") else []:
        if row := _claimed(session, office, pekan, chat, picture, now):
            yield card(session, office, pekan, row, now)


def _changed(session: Session, office: Satker, pekan: Pekan, rows: Sequence[Delivery], now: datetime) -> Says:
    newest = deliveries.newest_change(session, office) if rows else 0
    behind = [row for row in rows if row.dilihat < newest]
    fresh = frozen(session, office, pekan) if behind else {}
    for row in behind:
        row.dilihat = newest
        # The colours too: what is posted will have them.
        if any(row.figures.get(key) != fresh[key] for key in fresh):
            row.figures = {**row.figures, **fresh}
            yield card(session, office, pekan, row, now, quiet=True)


def views(session: Session, office: Satker, pekan: Pekan) -> Sequence[Delivery]:
    """The previews of a week, one a chat."""
    return deliveries.starting(session, office, susun_card.KIND, f"{pekan.kode} ")


def view(session: Session, office: Satker, pekan: Pekan, chat: Chat, now: datetime) -> Delivery:
    """The preview in a chat, begun where there was none."""
    if row := deliveries.of(session, office, susun_card.KIND, _period(pekan, chat)):
        return row
    made = _claimed(session, office, pekan, chat, frozen(session, office, pekan), now)
    if made is None:
        raise LookupError
    return made


def _claimed(
    session: Session, office: Satker, pekan: Pekan, chat: Chat, picture: dict[str, Any], now: datetime
) -> Delivery | None:
    shown = picture | {"halaman": 1, "tampak": ""}
    row = deliveries.claim(session, office, susun_card.KIND, _period(pekan, chat), shown, now)
    if row:
        row.dilihat = deliveries.seen(session, office, now)
    return row


def _period(pekan: Pekan, chat: Chat) -> str:
    return f"{pekan.kode} {chat.channel} {chat.id}"


def card(
    session: Session, office: Satker, pekan: Pekan, row: Delivery, now: datetime, note: str = "", *,
    quiet: bool = False, drawn: bool = True,
) -> Outgoing:  # fmt: skip
    """A preview as its chat looks at it now."""
    _, channel, id_ = row.period.split(" ", 2)
    row.lembar = susun_card.lembar(session, office, pekan)
    text, menu = susun_card.of(session, office, pekan, row, now)
    return Outgoing(
        Chat(channel, id_),
        title=f"Kolase {pekan.judul()[0]}",
        text=f"{note}\n\n{text}" if note else text,
        menu=menu,
        card=susun_card.key(pekan),
        drawing=Drawing("kolase", row.id) if drawn else None,
        pictured=not drawn,
        quiet=quiet,
        satker=office.id,
    )


def happened(session: Session, row: Outbox, what: str, now: datetime, detail: str) -> Says:
    """What became of a kolase; once the week is in the group, its previews say so."""
    yield from kolase.happened(session, row, what, now, detail)
    delivery = deliveries.get(session, row.payload["drawing"]["id"])
    if what == "sent" and delivery.kind == deliveries.WEEKLY and row.kind != Kind.EDIT:
        office = session.get_one(Satker, delivery.satker_id)
        pekan = Pekan.berkode(delivery.period)
        # Whoever is looking at one cell goes on with it.
        for one in (row for row in views(session, office, pekan) if not row.figures["tampak"].startswith("s")):
            one.figures = {**one.figures, "tampak": ""}
            yield card(session, office, pekan, one, now, quiet=True, drawn=False)
