"""A report is made and right whatever was typed, lost or piled up: from rows in the database to the Word file."""

import io
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PIL import Image
from pydantic import TypeAdapter

from handlers.laporan import gather
from handlers.reading.dates import periods
from renderers.clean import text as cleaned
from renderers.figures import Rekap
from renderers.rekap import rekap, rekap_xlsx
from renderers.word import gate
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten, Postingan
from storage.database import Database, Session
from storage.foto import photos
from storage.foto.photos import Foto
from storage.kantor.fakta import About
from storage.kantor.satker import Satker
from storage.laporan.laporan import Masalah, Saran
from storage.nasional import jenis as nasional_jenis
from tests.conftest import here, make_office
from tests.facts import fact
from tests.postgres import URL
from tests.renderers.reading import paragraphs, table, tables
from tests.renderers.rekaps import REKAP

JENIS = nasional_jenis.keys()

MADE = datetime(2022, 6, 1, tzinfo=UTC)
TODAY = date(2022, 7, 1)
WILD = {
    "marks": "Rapat <A & B> \"x\" 'y' ]]> &amp; <!-- -->",
    "emoji": "Apel 😀🇮🇩👨‍👩‍👧 pagi",
    "rtl": "اجتماع مع الشركاء שלום",
    "long": "panjang " * 250,
    "unbroken": "x" * 2000,
    # Of all characters only the first is one that PostgreSQL does not even keep.
    "control": f"a{'' if URL else chr(0)}b\x0bc\x1fd\x7fe\u200b\u202e\ufeff",
    "tags": "{{ 7*7 }} {% for x in y %} {# z #}",
    "blank": " ",
}


def held(session: Session, office: Satker, nomor: int, nama: str, **more: Any) -> Kegiatan:
    day = date(2022, 4, 1) + timedelta(days=nomor % 90)
    row = Kegiatan(satker_id=office.id, nomor=nomor, nama=nama, mulai=day, selesai=day, dibuat_at=MADE, **more)
    session.add(row)
    session.flush()
    return row


def shown(session: Session, office: Satker, nomor: int, judul: str, url: str, **more: Any) -> Konten:
    row = Konten(satker_id=office.id, nomor=nomor, jenis=JENIS[nomor % 11], judul=judul, dibuat_at=MADE, **more)
    row.postingan = [Postingan(platform="IG", urut=0, jumlah=1, url=url), Postingan(platform="FB", urut=1, jumlah=1)]
    session.add(row)
    return row


def photographed(session: Session, row: Kegiatan, sha256: str, urut: int = 1) -> None:
    foto = Foto(satker_id=row.satker_id, sha256=sha256, lebar=640, tinggi=480, urut=urut, diterima_at=MADE)
    foto.kegiatan_id = row.id
    session.add(foto)


def jpeg() -> bytes:
    out = BytesIO()
    Image.effect_noise((640, 480), 80).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def drawn(session: Session, office: Satker, folder: Path, text: str = "Q2 2022") -> tuple[Rekap, bytes]:
    session.flush()
    figures = gather.gather(here(session, office), periods.parse(text, TODAY), TODAY)
    return figures, rekap.draw(figures, folder).docx


@pytest.fixture(autouse=True)
def _no_office_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renderers.word.office.program", lambda: None)


@pytest.mark.parametrize("kind", sorted(WILD))
def test_whatever_people_type_is_printed_and_breaks_nothing(database: Database, tmp_path: Path, kind: str) -> None:
    wild, said = WILD[kind], cleaned(WILD[kind])
    with database.transaction() as session:
        office = make_office(session)
        office.nama, office.tempat = wild, wild
        fact(session, office, About.KETUA, wild)
        row = held(
            session, office, 1, wild, sektor="pemerintah", instansi=wild, uraian=wild, keterangan=wild, tempat=wild
        )
        photographed(session, row, photos.keep(tmp_path, jpeg()))
        held(session, office, 2, wild)
        day = date(2022, 4, 3)
        shown(session, office, 3, wild, f"https://a.id/{wild}", tanggal=day, informasi=True)
        session.add(Masalah(satker_id=office.id, judul=wild, isi=wild, dibuka=day))
        session.add(Saran(satker_id=office.id, periode="2022-TW2", isi=wild))
        figures, docx = drawn(session, office, tmp_path)
    assert list(gate.find(docx)) == []
    (first,) = table(docx, "A.\tDengan Instansi Pemerintah")[1:]
    assert [cell.strip() for cell in first[2:]] == [said] * 3
    pictures, links = tables(docx)[-2:]
    assert pictures[0][0].strip().startswith(said[:200])
    assert links[1][2].strip() == f"{JENIS[3]}\n{said}".strip()
    assert [p.strip() for p in paragraphs(docx, "Catatan") if p.startswith("Kegiatan yang tidak berfoto")] == [
        f"Kegiatan yang tidak berfoto: {said} (Minggu, 3 April 2022)."
    ]
    assert rekap_xlsx.draw(figures)[:2] == b"PK"


def test_photos_that_are_gone_or_broken_do_not_stop_a_report(database: Database, tmp_path: Path) -> None:
    good = jpeg()
    with database.transaction() as session:
        office = make_office(session)
        kept, cut, none = (photos.keep(tmp_path, data) for data in (good, good[: len(good) // 2], b"<html>"))
        for nomor, shas in enumerate(([kept], [cut, kept], [none], ["hilang"], ["hilang", cut, none, kept]), 1):
            row = held(session, office, nomor, f"Acara {nomor}")
            for urut, sha256 in enumerate(shas):
                photographed(session, row, sha256, urut)
        _, docx = drawn(session, office, tmp_path)
    assert list(gate.find(docx)) == []
    named = [cell.strip().split("\n")[0] for row in tables(docx)[-1] for cell in row]
    assert list(dict.fromkeys(named)) == ["Acara 1", "Acara 2", "Acara 5"]
    (said,) = [p for p in paragraphs(docx, "Catatan") if p.startswith("Kegiatan yang tidak berfoto")]
    assert said == "Kegiatan yang tidak berfoto: Acara 3 (Senin, 4 April 2022) dan Acara 4 (Selasa, 5 April 2022)."


def test_a_year_of_fifteen_hundred_konten(database: Database, tmp_path: Path) -> None:
    with database.transaction() as session:
        office = make_office(session)
        for n in range(1500):
            day = date(2022, 1, 1) + timedelta(days=n * 365 // 1500)
            url = f"https://www.instagram.com/p/C{n}/" if n % 3 else ""
            shown(session, office, n, f"Konten {n}", url, tanggal=day, informasi=n % 50 == 0)
        figures, docx = drawn(session, office, tmp_path, "2022")
    assert list(gate.find(docx)) == []
    assert figures.kini
    assert (figures.kini.konten, figures.kini.postingan, len(figures.tautan)) == (1500, 3000, 1000)
    assert sum(t.konten for t in figures.tanpa_tautan) == 500
    document = Document(io.BytesIO(docx))
    links = [t for t in document.tables if t.rows[0].cells[-1].text == "TAUTAN"]
    assert (len(links), sum(len(t._tbl.tr_lst) - 1 for t in links)) == (12, 1000)  # noqa: SLF001 - 1,000 rows take long
    whole = table(docx, "Jumlah Postingan bulan Januari s/d Desember 2022")
    assert [whole[-1][2], whole[-1][4], whole[-1][-1]] == ["1.500", "1.500", "3.000"]


def test_a_report_frozen_before_there_were_charts_and_appendices_is_still_drawn(tmp_path: Path) -> None:
    adapter = TypeAdapter(Rekap)
    frozen = adapter.dump_python(REKAP, mode="json")
    for newer in ("kegiatan", "tautan", "tanpa_tautan", "kini", "dulu"):
        del frozen[newer]
    thawed = adapter.validate_python(frozen)
    assert thawed == REKAP
    assert list(gate.find(rekap.draw(thawed, tmp_path).docx)) == []


def test_the_same_rows_give_the_same_bytes(database: Database, tmp_path: Path) -> None:
    with database.transaction() as session:
        office = make_office(session)
        row = held(session, office, 1, "Rapat")
        photographed(session, row, photos.keep(tmp_path, jpeg()))
        shown(session, office, 2, "Judul", "https://a.id/1", tanggal=date(2022, 4, 3))
        first, again = drawn(session, office, tmp_path), drawn(session, office, tmp_path)
    assert first == again
    assert rekap_xlsx.draw(first[0]) == rekap_xlsx.draw(again[0])
