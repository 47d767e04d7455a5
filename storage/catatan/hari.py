"""What the team did on a day: whether anything at all was logged."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select

from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.database import Session
from storage.kantor.satker import Satker


def logged(session: Session, satker: Satker, day: date) -> bool:
    """Something was reported on that day in the satker's zone, or is about that day."""
    begin = datetime.combine(day, datetime.min.time(), ZoneInfo(satker.zona))
    end = begin.replace(hour=23, minute=59, second=59, microsecond=999999)
    kegiatan = select(Kegiatan.id).where(Kegiatan.satker_id == satker.id, Kegiatan.dihapus_at.is_(None))
    about = (Kegiatan.mulai <= day) & (Kegiatan.selesai >= day)
    konten = select(Konten.id).where(Konten.satker_id == satker.id, Konten.dihapus_at.is_(None))
    shown = (Konten.tanggal == day) & Konten.sebulan.is_(False)
    found = (
        session.scalar(kegiatan.where(or_(about, Kegiatan.dibuat_at.between(begin, end))).limit(1)),
        session.scalar(konten.where(or_(shown, Konten.dibuat_at.between(begin, end))).limit(1)),
    )
    return any(found)
