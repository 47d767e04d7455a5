"""Kedaluwarsa: legal bases, decrees and members whose time was over, seen from the cut-off of a report."""

from collections.abc import Iterator
from datetime import date

from handlers import naskah
from handlers.bahan import Hal
from handlers.periods import Periode
from renderers import indonesian
from storage import people
from storage import satker as rows
from storage.database import Session
from storage.satker import Satker

SHOWN = 60


def of(session: Session, office: Satker, periode: Periode, batas: date) -> tuple[Hal, ...]:
    return (*_bases(session, office, periode, batas), *_decrees(session, office, batas), *_team(session, office, batas))


def _bases(session: Session, office: Satker, periode: Periode, batas: date) -> Iterator[Hal]:
    for row in rows.every_dasar_hukum(session, office):
        if row.berlaku_sampai and periode.mulai <= row.berlaku_sampai < batas:
            said = f"Dasar hukum “{naskah.pendek(row.teks, SHOWN)}” berakhir {indonesian.tanggal(row.berlaku_sampai)}"
            yield Hal(f"{said}, jadi tidak dicetak lagi; sudah ada gantinya?", "Atur dasar", "at:dasar")


def _decrees(session: Session, office: Satker, batas: date) -> Iterator[Hal]:
    decrees = [row for row in rows.keputusan_of(session, office, batas) if row.jenis == "SK"]
    if decrees and decrees[-1].tanggal.year < batas.year:
        last = f"{decrees[-1].nomor} tanggal {indonesian.tanggal(decrees[-1].tanggal)}"
        yield Hal(f"SK tim terakhir, {last}, dari tahun lalu; masih berlaku?", "Atur SK", "at:sk")


def _team(session: Session, office: Satker, batas: date) -> Iterator[Hal]:
    """Who left after the last decree: the decree still names them."""
    decrees = rows.keputusan_of(session, office, batas)
    since = decrees[-1].tanggal if decrees else date.min
    gone = [row for row in people.every(session, office) if row.berlaku_sampai and since < row.berlaku_sampai < batas]
    if gone:
        names = indonesian.daftar([row.nama for row in gone])
        yield Hal(f"{names} bukan anggota lagi, tetapi SK perubahannya belum dicatat.", "Atur SK", "at:sk")
