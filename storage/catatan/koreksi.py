"""Corrections of matrix cells: set, changed and taken back by the ketua pelaksana."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from storage.catatan.konten import Koreksi
from storage.database import Session
from storage.kantor.satker import Satker


def of_month(session: Session, satker: Satker, bulan: date) -> Sequence[Koreksi]:
    wanted = select(Koreksi).where(Koreksi.satker_id == satker.id, Koreksi.bulan == bulan)
    return session.scalars(wanted.order_by(Koreksi.id)).all()


def get(session: Session, satker: Satker, bulan: date, jenis: str, platform: str) -> Koreksi | None:
    wanted = select(Koreksi).where(Koreksi.satker_id == satker.id, Koreksi.bulan == bulan)
    return session.scalar(wanted.where(Koreksi.jenis == jenis, Koreksi.platform == platform).with_for_update())


def put(
    session: Session, satker: Satker, bulan: date, jenis: str, platform: str, nilai: int, alasan: str, oleh: int
) -> Koreksi:
    row = get(session, satker, bulan, jenis, platform)
    if row is None:
        row = Koreksi(satker_id=satker.id, bulan=bulan, jenis=jenis, platform=platform)
        session.add(row)
    row.nilai, row.alasan, row.oleh_id = nilai, alasan, oleh
    session.flush()
    return row


def remove(session: Session, row: Koreksi) -> None:
    session.delete(row)
    session.flush()
