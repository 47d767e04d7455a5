"""Kegiatan and konten put straight into the tables, for tests that are not about reporting them."""

from datetime import date

from handlers.laporan import months
from handlers.laporan.held import Held
from handlers.laporan.months import Month
from storage.catatan import konten
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.database import Session
from storage.kantor import people
from storage.kantor.people import Anggota
from storage.kantor.satker import Here, Satker, next_nomor
from tests.conftest import NOW, here


def known(session: Session, name: str) -> Anggota:
    found = people.find(session, "test", name)
    assert found
    return found


def held(
    session: Session, office: Satker, nama: str, day: date, last: date | None = None, who: str = "", **facts: str
) -> Kegiatan:
    row = Kegiatan(satker_id=office.id, nomor=next_nomor(here(session, office)), nama=nama, mulai=day, **facts)
    row.selesai, row.dibuat_at = last or day, NOW
    row.pelapor_id = known(session, who).id if who else None
    session.add(row)
    session.flush()
    return row


def shown(
    session: Session, office: Satker, jenis: str, judul: str, day: date, who: str = "", sebulan: bool = False,
    **jumlah: int,
) -> Konten:  # fmt: skip
    row = Konten(satker_id=office.id, nomor=next_nomor(here(session, office)), jenis=jenis, judul=judul, tanggal=day)
    row.sebulan, row.dibuat_at = sebulan, NOW
    row.pelapor_id = known(session, who).id if who else None
    session.add(row)
    konten.place(row, jumlah)
    session.flush()
    return row


def held_of(here: Here) -> Held:
    """All that an office has recorded."""
    return Held(here, date(2020, 1, 1), date(2030, 1, 1))


def month_of(here: Here, bulan: date) -> Month:
    return months.month(held_of(here), bulan)
