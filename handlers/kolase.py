"""/kolase and the weekly one: the kegiatan of a pekan as a picture."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from handlers import orang, periods
from handlers.chat import Chat, Drawing, Outgoing, Rejected, Says, Turn
from handlers.periods import Pekan
from renderers import figures, indonesian
from storage import deliveries, kegiatan, konten, people, photos, rekan
from storage import satker as satker_rows
from storage.database import Session
from storage.kegiatan import Kegiatan
from storage.outbox import Outbox
from storage.people import Role
from storage.satker import Satker

WEEKLY, ASKED = "kolase", "kolase diminta"
LOOK_BACK = 2
_JSON = TypeAdapter(figures.Kolase)


def kolase(turn: Turn) -> Says:
    pekan = periods.pekan(turn.text, turn.today)
    picture = gather(turn.session, turn.satker, pekan)
    if not picture.cells:
        raise Rejected(f"Belum ada kegiatan berfoto pada {_named(pekan)}.")
    row = deliveries.claim(
        turn.session, turn.satker, ASKED, f"{pekan.kode} {turn.incoming.event}", _json(picture), turn.now
    )
    return [_post(turn.session, turn.satker, pekan, turn.incoming.chat, row.id)] if row else []


def weekly(session: Session, office: Satker, now: datetime) -> Says:
    """What should have been posted by now and was not; an outage heals itself, the unique row keeps it single."""
    if not office.grup or not office.grup_channel or not office.terhubung_at:
        return
    done = deliveries.periods(session, office, WEEKLY)
    for pekan in due(office, office.terhubung_at, now):
        if pekan.kode not in done:
            yield from _week(session, office, pekan, now)


def due(office: Satker, since: datetime, now: datetime) -> list[Pekan]:
    """The last weeks whose hour has come, not before the group was bound; oldest first."""
    this = Pekan.dari(now.astimezone(ZoneInfo(office.zona)).date())
    weeks = [Pekan(this.mulai - timedelta(weeks=n)) for n in range(LOOK_BACK, -1, -1)]
    return [pekan for pekan in weeks if since <= post_at(office, pekan) <= now]


def post_at(office: Satker, pekan: Pekan) -> datetime:
    day = pekan.mulai + timedelta(days=office.kolase_hari)
    return datetime.combine(day, office.kolase_jam, ZoneInfo(office.zona))


def _week(session: Session, office: Satker, pekan: Pekan, now: datetime) -> Says:
    picture = gather(session, office, pekan)
    state = deliveries.CLAIMED if picture.cells else deliveries.EMPTY
    row = deliveries.claim(session, office, WEEKLY, pekan.kode, _json(picture), now, state)
    if row is None:
        return
    if picture.cells:
        yield _post(session, office, pekan, Chat(office.grup_channel or "", office.grup or "", group=True), row.id)
        return
    # After an outage nobody wants to hear that a week long past was empty.
    if now - post_at(office, pekan) > timedelta(days=1):
        return
    for chat in orang.chats_of(session, office, Role.KETUA_PELAKSANA, now):
        yield Outgoing(chat, text=f"Belum ada kegiatan berfoto pada {_named(pekan)}, jadi tidak ada kolase pekan ini.")


def gather(session: Session, office: Satker, pekan: Pekan) -> figures.Kolase:
    """The pekan as plain data: one cell per kegiatan with a photo, its first; a long one again with new photos."""
    cells, last = [], None
    for row in kegiatan.between(session, office, pekan.mulai, pekan.selesai):
        if fotos := photos.of(session, row):
            cells.append(_cell(row, fotos[0].file))
            last = row.mulai
    later = kegiatan.running(session, office, pekan.mulai, pekan.selesai)
    cells += [_cell(row, file) for row in later if (file := _received_in(session, office, row, pekan))]
    title, rentang = pekan.judul(last)
    return figures.Kolase(
        lembaga=office.lembaga,
        tempat=office.tempat,
        tagline=tuple(office.tagline),
        judul=f"Kegiatan {office.nama}",
        pekan=title,
        rentang=rentang,
        cells=tuple(cells),
        website=office.website,
        akun=tuple(figures.Akun(a.platform, a.nama) for a in satker_rows.akun_of(session, office)),
        logo=office.logo,
    )


def _cell(row: Kegiatan, file: str) -> figures.Cell:
    when = (
        indonesian.hari_tanggal(row.mulai) if row.mulai == row.selesai else indonesian.rentang(row.mulai, row.selesai)
    )
    return figures.Cell(file, row.nama, when)


def _received_in(session: Session, office: Satker, row: Kegiatan, pekan: Pekan) -> str | None:
    zone = ZoneInfo(office.zona)
    got = (f for f in photos.of(session, row) if pekan.mulai <= f.diterima_at.astimezone(zone).date() < pekan.selesai)
    return next((f.file for f in got), None)


def _post(session: Session, office: Satker, pekan: Pekan, chat: Chat, delivery: int) -> Outgoing:
    title, rentang = pekan.judul()
    name = f"{title} ({rentang})" if rentang else title
    return Outgoing(
        chat,
        title=f"Kegiatan {office.nama}, {name}",
        text=caption(session, office, pekan),
        drawing=Drawing("kolase", delivery),
        satker=office.id,
    )


def caption(session: Session, office: Satker, pekan: Pekan) -> str:
    """The week's counts, and thanks to those who reported, by name."""
    held = kegiatan.between(session, office, pekan.mulai, pekan.selesai)
    shown = [k for k in konten.between(session, office, pekan.mulai, pekan.selesai) if not k.sebulan]
    counts = ((len(held), "kegiatan"), (sum(k.jumlah for k in shown), "konten"))
    told = " dan ".join(f"{n} {what}" for n, what in counts if n) + " pekan ini."
    ids = rekan.pelapor(session, held) | {row.pelapor_id for row in shown}
    names = [a.nama for a in people.current(session, office, pekan.mulai) if a.id in ids]
    # A name may end in a degree, which brings its own full stop.
    return f"{told} Terima kasih kepada {indonesian.daftar(names)}".rstrip(".") + "." if names else told


def _named(pekan: Pekan) -> str:
    title, rentang = pekan.judul()
    return f"{title} ({rentang})" if rentang else title


def _json(picture: figures.Kolase) -> dict[str, Any]:
    dumped: dict[str, Any] = _JSON.dump_python(picture, mode="json")
    return dumped


def happened(session: Session, row: Outbox, what: str, now: datetime, _detail: str) -> Says:
    """What became of a kolase."""
    delivery = deliveries.get(session, row.payload["drawing"]["id"])
    if what == "sent":
        delivery.state, delivery.message_ids = deliveries.SENT, row.message_ids
    if what != "failed":
        return
    delivery.state = deliveries.FAILED
    office = session.get_one(Satker, delivery.satker_id)
    leaders = orang.chats_of(session, office, Role.KETUA_PELAKSANA, now)
    for chat in leaders if row.group else [Chat(row.channel, row.chat)]:
        yield Outgoing(chat, text="Maaf, kolase tidak dapat dikirim. Coba lagi dengan /kolase.")
