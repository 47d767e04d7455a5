"""The office's report of Triwulan II 2022 as it was typed: the sample, with the errors of the original put back."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from storage.catatan.kegiatan import Kegiatan
from storage.database import Session
from storage.foto import photos
from storage.kantor import fakta
from storage.kantor.dasar import DasarHukum, Keputusan
from storage.kantor.fakta import About
from storage.kantor.people import Anggota
from storage.kantor.satker import Satker
from storage.laporan import laporan
from storage.laporan.laporan import Masalah, Narasi
from tests.conftest import NOW, here

KODE = "2022-TW2"
ASLI: dict[str, Any] = json.loads((Path(__file__).parent / "laporan_asli.json").read_text("utf-8"))


def typed(session: Session, office: Satker) -> None:
    _office(session, office)
    _team(session)
    _held(session)
    _texts(session, office)
    session.flush()


def _office(session: Session, office: Satker) -> None:
    (budget,) = fakta.of(here(session, office), About.ANGGARAN)
    budget.isi = ASLI["satker"]["anggaran"]
    letter = laporan.surat_of(here(session, office), KODE)
    assert letter
    letter.nomor, letter.tanggal = ASLI["surat"]["nomor"], date.fromisoformat(ASLI["surat"]["tanggal"])
    for nomor, tanggal in ASLI["keputusan"].items():
        session.scalars(select(Keputusan).where(Keputusan.nomor == nomor)).one().tanggal = date.fromisoformat(tanggal)
    for row in session.scalars(select(DasarHukum)):
        for right, wrong in ASLI["dasar_hukum"]:
            row.teks = row.teks.replace(right, wrong)


def _team(session: Session) -> None:
    for nama, changed in ASLI["anggota"].items():
        member = session.scalars(select(Anggota).where(Anggota.nama == nama)).one()
        for name, value in changed.items():
            setattr(member, name, value)


def _held(session: Session) -> None:
    for nama, changed in ASLI["kegiatan"].items():
        session.scalars(select(Kegiatan).where(Kegiatan.nama == nama)).one().nama = changed["nama"]
    bare = [date.fromisoformat(day) for day in ASLI["tanpa_foto"]]
    for row in session.scalars(select(Kegiatan).where(Kegiatan.mulai.in_(bare))):
        for foto in photos.of(session, row):
            foto.dihapus_at = NOW


def _texts(session: Session, office: Satker) -> None:
    for row in session.scalars(select(Narasi).where(Narasi.periode == KODE)):
        session.delete(row)
    session.flush()
    for bagian, teks in ASLI["narasi"].items():
        session.add(Narasi(satker_id=office.id, periode=KODE, bagian=bagian, teks=teks))
    for judul, isi in ASLI["masalah"].items():
        session.scalars(select(Masalah).where(Masalah.judul == judul)).one().isi = isi
