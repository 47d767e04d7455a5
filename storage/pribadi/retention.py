"""Retention: the list of how long which data is kept, and its deletion from the database."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import String, cast, delete, or_, select, update

from storage.catatan.drafts import EMPTIED, UNSAVED, Draft, Pesan, State
from storage.chat import inbox, outbox, statuses
from storage.chat.inbox import Inbox
from storage.chat.outbox import Outbox
from storage.database import Session
from storage.foto.photos import Foto
from storage.kantor.people import Invitation
from storage.laporan.deliveries import Delivery


@dataclass(frozen=True)
class Kept:
    """A rule of retention. `data`, `since`: words for people; `days`: counted from `since`, None if `since` is the
    whole span."""

    key: str
    data: str
    days: int | None
    since: str

    @property
    def span(self) -> str:
        return f"{self.days} hari {self.since}" if self.days else self.since


ARCHIVE = "selama arsip kantor disimpan"
RETENTION = (
    Kept("pesan", "Isi pesan mentah dari Telegram dan WhatsApp", 7, "sesudah diolah"),
    Kept("catatan pesan", "Tanda terima pesan (nomor dan waktunya)", 90, "sesudah diolah"),
    Kept("kiriman", "Kiriman bot (isinya dikosongkan begitu terkirim)", 90, "sesudah dijadwalkan"),
    Kept("gambar", "Angka di balik gambar dan berkas yang diminta", 30, "sesudah diminta"),
    Kept("hasil", "Berkas yang digambar dan tidak jadi terkirim", 7, "sesudah digambar"),
    Kept("draf", "Isi laporan yang tidak jadi disimpan", 90, "sesudah terakhir disentuh"),
    Kept("undangan", "Tautan undangan (hanya sidiknya)", 30, "sesudah masa berlakunya habis"),
    Kept("foto dihapus", "Foto yang dihapus dari catatan", 90, "sesudah dihapus"),
    Kept("foto lepas", "Berkas foto yang tidak menjadi bagian catatan", 7, "sesudah diterima"),
    Kept(
        "anggota",
        "Nama, jabatan, peran, dan nomor akun anggota",
        None,
        "sampai dihapus atas permintaan",
    ),
    Kept("catatan", "Catatan kegiatan dan konten beserta fotonya", None, ARCHIVE),
    Kept("laporan", "Laporan yang sudah dibuat", None, ARCHIVE),
    Kept("riwayat", "Riwayat siapa mengubah apa", None, ARCHIVE),
)
_DAYS = {kept.key: kept.days for kept in RETENTION}


def until(key: str, now: datetime) -> datetime:
    """The instant before which data of a class is forgotten; KeyError for an unknown class."""
    return now - timedelta(days=_DAYS[key] or 0)


def forget(session: Session, now: datetime) -> None:
    """Once a day, for all offices at once; doing it again changes nothing."""
    _messages(session, now)
    _figures(session, until("gambar", now))
    _drafts(session, until("draf", now))
    session.execute(delete(Invitation).where(Invitation.expires_at < until("undangan", now)))
    session.execute(delete(Foto).where(Foto.dihapus_at < until("foto dihapus", now)))


def _messages(session: Session, now: datetime) -> None:
    # Telegram repeats an update for a day at most, and may begin its numbers anew: an old one must not stand for a new.
    done = Inbox.state.in_(inbox.OVER), Inbox.done_at < until("catatan pesan", now)
    session.execute(delete(Inbox).where(*done))
    gone = Outbox.state.in_(outbox.OVER), Outbox.next_try < until("kiriman", now)
    session.execute(delete(Outbox).where(*gone))
    statuses.forget(session, until("kiriman", now))


def _figures(session: Session, before: datetime) -> None:
    """Delete the figures of drawings that people asked for; those of posts in the group stay."""
    asked = Delivery.kind.endswith(" diminta") | (Delivery.kind == "kolase asli")
    old = update(Delivery).where(asked, Delivery.dibuat_at < before, cast(Delivery.figures, String) != "{}")
    session.execute(old.values(figures={}))


def _drafts(session: Session, before: datetime) -> None:
    """Delete the answers of drafts; the row stays, so that a button of its card can say that it is over."""
    told = [cast(getattr(Draft, name), String) != json.dumps(empty) for name, empty in EMPTIED.items()]
    told.append(Draft.state != State.DROPPED)
    wanted = select(Draft.id).where(Draft.state.in_(UNSAVED), Draft.diubah_at < before, or_(*told))
    empty_drafts(session, list(session.scalars(wanted.with_for_update())))


def empty_drafts(session: Session, ids: list[int]) -> None:
    """Drop drafts that became no record, with everything that was told them."""
    alone = Foto.kegiatan_id.is_(None), Foto.konten_id.is_(None)
    session.execute(delete(Foto).where(Foto.draft_id.in_(ids), *alone))
    session.execute(delete(Pesan).where(Pesan.draft_id.in_(ids)))
    session.execute(update(Draft).where(Draft.id.in_(ids)).values(EMPTIED | {"state": State.DROPPED}))
