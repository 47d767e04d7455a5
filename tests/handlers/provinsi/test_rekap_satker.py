"""The roll-up of 38 offices, half of them read here and half sent as workbooks, is what their records add up to."""

import io
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import openpyxl
import pytest
from sqlalchemy import delete, select, text

from handlers.laporan import gather
from handlers.laporan.provinsi import satker
from handlers.reading.dates.periods import Periode
from renderers.excel import impor
from renderers.figures import Rekap
from renderers.frozen import freeze, thaw
from renderers.provinsi import baca, buku
from renderers.provinsi.papan import papan
from renderers.provinsi.recap import BERKAS, LANGSUNG, RekapSatker
from renderers.rekap import rekap_xlsx
from storage import columns
from storage.database import Database, Session
from storage.kantor.akun import Akun, AkunSnapshot
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Here, Satker
from storage.laporan import laporan
from storage.laporan.laporan import Laporan, Masalah, Saran
from storage.nasional import wilayah
from storage.provinsi import kiriman as rows
from tests.conftest import WIB, here
from tests.handlers.records import held, shown

Q2, NOW = Periode("triwulan", 2, 2022), datetime(2022, 7, 4, 10, tzinfo=WIB)
MONTHS = {4: "April 2022", 5: "Mei 2022", 6: "Juni 2022"}
JENIS = ("Foto Berita", "Repost", "Promote link berita web", "Video lainnya", "Siaran Radio")
PLATFORMS = ("IG", "Twitter", "FB", "YouTube", "TikTok", "IG PPID", "Website")
# What an office has beside the lists of the country, and the row as which it counts.
OWN = {"IG PPID": "IG", "Siaran Radio": "Repost"}
COUNTED = ("IG", "TikTok")
SECONDS = 2  # of the processor: to gather and draw it all
LATE, WITHOUT = range(3), range(3, 9)  # of all offices these began in June, and these have made no report


def recorded(session: Session, n: int, one: wilayah.Wilayah) -> Satker:
    """An office with a quarter of its own habits."""
    chance = random.Random(n)
    office = Satker(kode=one.kode, nama=one.kantor, tingkat="kota", wilayah=one.nama, persiapan=["selesai"])
    office.platform_sendiri, office.jenis_sendiri = {"IG PPID": "IG"}, {"Siaran Radio": "Repost"}
    session.add(office)
    session.flush()
    for urut, name in enumerate(PLATFORMS[:-1]):
        akun = Akun(satker_id=office.id, urut=urut, platform=name, nama=f"kpu {one.kode}", dihitung=name in COUNTED)
        session.add(akun)
        session.flush()
        if chance.random() < 0.4:
            session.add(AkunSnapshot(akun_id=akun.id, tanggal=date(2022, 6, 1), pengikut=chance.randrange(9000)))
    for month in (6,) if n in LATE else (3, 4, 5, 6):
        for _ in range(chance.randrange(1, 5)):
            day = date(2022, month, chance.randrange(1, 27))
            sektor = chance.choice(("internal", "internal", "pemerintah", "nonpemerintah"))
            row = held(session, office, f"Rapat {day}", day, sektor=sektor)
            row.dibuat_at = datetime(2022, month, day.day, 12, tzinfo=WIB) + timedelta(days=chance.choice((0, 0, 2)))
        for _ in range(chance.randrange(1, 6)):
            places = {p: chance.randrange(1, 30) for p in chance.sample(PLATFORMS, chance.randrange(1, 5))}
            day = date(2022, month, chance.randrange(1, 28))
            shown(session, office, chance.choice(JENIS), "", day, "", chance.random() < 0.3, **places)
    if n % 2:
        session.add(
            Masalah(satker_id=office.id, judul=("Kurang kamera", "kurang kamera.")[n % 4 == 1], dibuka=date(2022, 6, 1))
        )
        session.add(Saran(satker_id=office.id, periode=Q2.kode, isi="Pelatihan desain"))
    session.flush()
    return office


def reported(session: Session, office: Satker) -> Laporan:
    told = gather.gather(Here(session, office, NOW), Q2, NOW.date())
    return laporan.add(Here(session, office, NOW), Q2.kode, freeze(told), told.batas)


def sent(session: Session, province: Satker, row: Laporan, by: Anggota) -> None:
    """The workbook of a report arrives at the province, whose database knows no such report."""
    made = row.versi, columns.moment(row.dibuat_at)
    told = baca.read(impor.read(rekap_xlsx.draw(thaw(Rekap, row.figures), made)))
    kept = rows.Kiriman(kode=told.nasional.kode, periode=Q2.kode, versi=row.versi, dibuat_at=row.dibuat_at)
    kept.pemeriksaan, kept.figures = "", freeze(told)
    rows.add(Here(session, province, NOW), kept, by)


def filled(session: Session, most: int) -> Satker:
    """The province, and below it its first offices with their reports."""
    province = Satker(kode="35", nama="KPU Provinsi Jawa Timur", tingkat="provinsi", persiapan=["selesai"])
    session.add(province)
    session.flush()
    session.add(Anggota(satker_id=province.id, urut=1, nama="Budi", role=Role.PENGIRIM))
    session.flush()
    for n, one in enumerate(wilayah.within("35")[:most]):
        office = recorded(session, n, one)
        if n not in WITHOUT:
            reported(session, office)
    return province


def sender(session: Session) -> Anggota:
    return session.scalars(select(Anggota).where(Anggota.role == Role.PENGIRIM)).one()


@pytest.fixture
def offices(database: Database) -> Iterator[tuple[Session, Satker]]:
    with database.transaction() as session:
        yield session, filled(session, 38)


@pytest.fixture
def few(database: Database) -> Iterator[tuple[Session, Satker]]:
    with database.transaction() as session:
        yield session, filled(session, 3)


def sheets(recap: RekapSatker) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(buku.draw(recap)))
    return {sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)][1:] for sheet in book}


Told = dict[str, Counter[tuple[str, ...]]]


def counted(session: Session) -> Told:
    """The same figures, from the very rows and not by any function of ours: by sheet, a number for the words before
    it."""
    found: Told = defaultdict(Counter)
    sending = "SELECT s.kode, s.nama FROM laporan l JOIN satker s ON s.id = l.satker_id"
    names = {row[0]: row[1] for row in session.execute(text(sending))}
    _held(session, names, found)
    largest = dict[tuple[str, str, int], int]()
    for kode, tanggal, jenis, id_, where, n in session.execute(text(POSTED)):
        month = MONTHS.get(int(str(tanggal)[5:7]))
        if kode not in names or not month:
            continue
        largest[names[kode], month, id_] = max(n, largest.get((names[kode], month, id_), 0))
        if where != "Website":
            _posted(found, names[kode], month, jenis, where, n)
    for (place, month, _), n in largest.items():
        found["Konten"][place, month] += n
        found["Konten"]["Semua satker", month] += n
    return found


HELD = "SELECT s.kode, k.mulai, k.sektor FROM kegiatan k JOIN satker s ON s.id = k.satker_id"
POSTED = (
    "SELECT s.kode, k.tanggal, k.jenis, k.id, p.platform, p.jumlah FROM konten k JOIN satker s ON s.id = k.satker_id "
    "JOIN postingan p ON p.konten_id = k.id"
)


def _held(session: Session, names: dict[str, str], found: Told) -> None:
    for kode, mulai, sektor in session.execute(text(HELD)):
        month = MONTHS.get(int(str(mulai)[5:7]))
        for place in (names[kode], "Semua satker") if kode in names and month else ():
            found["Kegiatan"][place, str(month)] += 1
            found["Koordinasi"][place, str(month)] += sektor != "internal"


def _posted(found: Told, place: str, month: str, jenis: str, where: str, n: int) -> None:
    for one in (place, "Semua satker"):
        found["Postingan"][one, month] += n
        found["Publikasi"][one, month] += n if where in COUNTED else 0
    kind, national = OWN.get(jenis, jenis), OWN.get(where, where)
    for column in (national, "Jumlah"):
        found["Platform"][place, column] += n
        for bulan in (month, "Semua bulan"):
            found["Matriks"][bulan, kind, column] += n


MEASURES = ("Kegiatan", "Koordinasi", "Konten", "Postingan", "Publikasi")


def test_every_cell_is_what_the_records_add_up_to(offices: tuple[Session, Satker]) -> None:
    session, province = offices
    expected = counted(session)
    by = sender(session)
    direct = satker.gather(Here(session, province, NOW), Q2)
    for row in session.scalars(select(Laporan).order_by(Laporan.id)).all()[::2]:
        sent(session, province, row, by)
        session.execute(delete(Laporan).where(Laporan.id == row.id))
    began = time.process_time()
    mixed = satker.gather(Here(session, province, NOW), Q2)
    papan.draw(mixed)
    buku.draw(mixed)
    assert time.process_time() - began < SECONDS
    assert Counter(one.jalan for one in mixed.satker) == {LANGSUNG: 16, BERKAS: 16, "": 6}
    assert {one.pengirim for one in mixed.satker if one.jalan == BERKAS} == {"Budi"}
    assert [one.kiriman for one in mixed.satker] == [one.kiriman for one in direct.satker]
    book = sheets(mixed)
    assert sheets(direct) | {"Satker": []} == book | {"Satker": []}
    _monthly(book["Bulanan"], expected)
    _matrix(book["Matriks"], mixed, expected["Matriks"])
    _by_platform(book["Platform"], mixed, expected["Platform"])
    _sums(book["Angka"], book["Bulanan"])
    _ranks(book["Peringkat"], book["Angka"])
    _offices(book["Satker"], mixed)
    assert [(row[0].casefold().rstrip("."), row[1]) for row in book["Masalah"]] == [("kurang kamera", 16)]
    assert [row[:2] for row in book["Saran"]] == [("Pelatihan desain", 16)]


def _monthly(sheet: list[tuple[Any, ...]], expected: dict[str, Counter[tuple[str, ...]]]) -> None:
    assert len(sheet) == (32 + 1) * 3
    for place, month, *figures in sheet:
        assert [place, month, *figures] == [place, month, *(expected[name][place, month] for name in MEASURES)]


def _matrix(sheet: list[tuple[Any, ...]], recap: RekapSatker, expected: Counter[tuple[str, ...]]) -> None:
    names = [*(key for key, _ in recap.platform), "Jumlah"]
    cells = {(month, kind, name): n for month, kind, *line in sheet for name, n in zip(names, line, strict=True)}
    assert {cell: n for cell, n in cells.items() if n} == {cell: n for cell, n in expected.items() if n}


def _by_platform(sheet: list[tuple[Any, ...]], recap: RekapSatker, expected: Counter[tuple[str, ...]]) -> None:
    names = [*(key for key, _ in recap.platform), "Jumlah"]
    cells = {(office, name): n for office, *line in sheet for name, n in zip(names, line, strict=True)}
    assert {cell: n for cell, n in cells.items() if n} == {cell: n for cell, n in expected.items() if n}


def _sums(sheet: list[tuple[Any, ...]], monthly: list[tuple[Any, ...]]) -> None:
    for office, *line in sheet:
        months = [row[2:] for row in monthly if row[0] == office]
        assert line[:5] == [sum(month[n] for month in months) for n in range(5)]
        if office != "Semua satker":
            assert line[5] == sum(any(month) for month in months)


def _ranks(sheet: list[tuple[Any, ...]], angka: list[tuple[Any, ...]]) -> None:
    for n, name in enumerate(MEASURES):
        values = {row[0]: (row[1 + n], row[6]) for row in angka if row[0] != "Semua satker"}
        by_sum = {office: total for office, (total, _) in values.items() if total}
        by_month = {
            office: int(total * 100 / months + 5) // 10 / 10 for office, (total, months) in values.items() if total
        }
        for meaning, told in (("Jumlah", by_sum), ("Rata-rata per bulan yang dilaporkan", by_month)):
            best = {office for office, n in told.items() if sum(other > n for other in told.values()) < 5}
            rows = [row[2:] for row in sheet if row[:2] == (name, meaning)]
            assert {office for office, *_ in rows} == best
            for office, place, value in rows:
                assert (place, value) == (1 + sum(n > told[office] for n in told.values()), told[office])


def _offices(sheet: list[tuple[Any, ...]], recap: RekapSatker) -> None:
    assert [row[:5] for row in sheet[:2]] == [
        ("KPU Kabupaten Pacitan", "3501", "sudah", "berkas dari Budi", 1),
        ("KPU Kabupaten Ponorogo", "3502", "sudah", "bot ini", 1),
    ]
    assert [row[2] for row in sheet].count("belum") == len(recap.belum) == 6


def test_the_report_made_last_counts_whichever_way_it_came(few: tuple[Session, Satker]) -> None:
    """An office may leave for a bot of its own: what it made here stays until something newer comes."""
    session, province = few
    by = sender(session)
    row = session.scalars(select(Laporan).order_by(Laporan.id)).first()
    assert row is not None
    first = satker.gather(here(session, province, NOW), Q2).satker[0]
    elsewhere = rows.Kiriman(kode="3501", periode=Q2.kode, versi=1, pemeriksaan="")
    assert first.kiriman is not None
    told = replace(first.kiriman, dibuat="2022-07-05T00:00:00+00:00", nomor_surat="9/HM/2022")
    elsewhere.figures, elsewhere.dibuat_at = freeze(told), datetime(2022, 7, 5, tzinfo=UTC)
    rows.add(here(session, province, NOW), elsewhere, by)
    assert satker.gather(here(session, province, NOW), Q2).satker[0].kiriman == told
    session.execute(delete(rows.Kiriman))
    assert satker.gather(here(session, province, NOW), Q2).satker[0] == first
