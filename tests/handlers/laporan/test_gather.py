"""The figures of a report, counted from the rows in the database, equal those that the office counted by hand."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from handlers.laporan import gather
from handlers.laporan import week as laporan_week
from handlers.reading.dates.pekan import Pekan
from handlers.reading.dates.periods import Periode
from renderers import indonesian
from renderers.figures import Rekap
from renderers.photo.album import Album
from renderers.photo.emblem import emblem
from renderers.rekap.fields import fields
from renderers.rekap.pictures import Material
from storage.catatan.kegiatan import Kegiatan
from storage.database import Database
from storage.kantor import akun as akun_rows
from storage.kantor.satker import Satker
from storage.nasional import jenis as nasional_jenis
from tests.conftest import here
from tests.handlers.records import month_of

JENIS = nasional_jenis.keys()

FIGURES: dict[str, Any] = json.loads((Path(__file__).parents[2] / "sample_figures.json").read_text("utf-8"))
Q2 = Periode("triwulan", 2, 2022)
TODAY = date(2022, 6, 30)


@pytest.fixture
def rekap(sample_database: Database) -> Rekap:
    return gathered(sample_database, Q2)


def gathered(database: Database, periode: Periode, **changed: Any) -> Rekap:
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        for name, value in changed.items():
            setattr(office, name, value)
        return gather.gather(here(session, office), periode, TODAY)


def test_every_cell_of_the_six_matrices(rekap: Rekap) -> None:
    told = {f"{m.bulan:%Y-%m}": {j: list(row) for j, row in zip(JENIS, m.angka, strict=True)} for m in rekap.matriks}
    assert told == FIGURES["matriks"]


def test_the_evaluation_table(rekap: Rekap) -> None:
    told = {f"{e.bulan:%Y-%m}": {"publikasi": e.publikasi, "website": e.website} for e in rekap.evaluasi}
    assert told == FIGURES["evaluasi"]


@pytest.mark.parametrize("sektor", ["pemerintah", "nonpemerintah"])
def test_both_coordination_tables(rekap: Rekap, sektor: str) -> None:
    rows = [k for k in rekap.koordinasi if k.sektor == sektor]
    told = [[indonesian.span(k.mulai, k.selesai), k.uraian, k.instansi, k.keterangan] for k in rows]
    assert told == FIGURES["koordinasi"][sektor]


def test_the_six_information_tables(rekap: Rekap) -> None:
    told: dict[str, list[Any]] = {month: [] for month in FIGURES["informasi"]}
    for i in rekap.informasi:
        when = indonesian.bulan(i.tanggal) if i.sebulan else indonesian.tanggal(i.tanggal)
        told[f"{i.tanggal:%Y-%m}"].append([when, i.judul, list(i.platform)])
    assert told == FIGURES["informasi"]


@pytest.mark.parametrize("kode", sorted(FIGURES["kolase"]))
def test_the_four_weeks_of_the_office(sample_database: Database, kode: str) -> None:
    year, week = map(int, kode.split("-W"))
    with sample_database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        picture = laporan_week.gather(here(session, office), Pekan(date.fromisocalendar(year, week, 1)))
    assert [[c.caption, c.tanggal] for c in picture.cells] == FIGURES["kolase"][kode]


def test_tables_are_cumulative_or_of_the_period_alone_as_the_satker_wants(sample_database: Database) -> None:
    alone = gathered(sample_database, Q2, kumulatif=False)
    assert [f"{m.bulan:%m}" for m in alone.matriks] == ["04", "05", "06"]
    assert [f"{e.bulan:%m}" for e in alone.evaluasi] == ["04", "05", "06"]
    assert [k.mulai for k in alone.koordinasi if k.mulai < Q2.mulai] == []
    assert [k.sektor for k in alone.koordinasi].count("pemerintah") == 3
    assert [k.sektor for k in alone.koordinasi].count("nonpemerintah") == 4


def test_publikasi_counts_the_accounts_that_are_marked_and_no_others(sample_database: Database) -> None:
    with sample_database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        for akun in akun_rows.every(here(session, office)):
            akun.dihitung = akun.platform == "YouTube"
        told = [month_of(here(session, office), date(2022, month, 1)).evaluasi.publikasi for month in range(1, 7)]
    assert told == [5, 0, 0, 0, 0, 0]


def test_the_quarter_before_is_there_to_compare_with_and_the_one_before_the_first_is_not(
    sample_database: Database,
) -> None:
    before = gathered(sample_database, Q2).sebelumnya
    assert before
    assert [e.publikasi for e in before] == [79, 72, 88]
    assert gathered(sample_database, Periode("triwulan", 1, 2022)).sebelumnya is None


def test_the_cut_off_is_today_or_the_last_day_of_the_period(sample_database: Database) -> None:
    assert gathered(sample_database, Q2).batas == TODAY
    assert gathered(sample_database, Periode("triwulan", 1, 2022)).batas == date(2022, 3, 31)


def test_the_pictures_of_the_quarter_come_in_order_and_belong_to_the_month_of_their_thursday(rekap: Rekap) -> None:
    titles = [k.pekan for k in rekap.kolase]
    assert titles == [
        "Pekan Kedua April 2022",
        "Pekan Ketiga April 2022",
        "Pekan Kedua Mei 2022",
        "Pekan Ketiga Mei 2022",
        "30 Mei–3 Juni 2022",
        "Pekan Ketiga Juni 2022",
        "Pekan Keempat Juni 2022",
    ]


def test_a_kegiatan_that_runs_over_the_end_of_a_quarter_is_listed_in_both_and_counted_in_the_first(
    sample_database: Database,
) -> None:
    with sample_database.transaction() as session:
        row = session.scalars(select(Kegiatan).where(Kegiatan.mulai == date(2022, 6, 14))).first()
        assert row is not None
        row.sektor, row.mulai, row.selesai, row.instansi = (
            "pemerintah",
            date(2022, 6, 24),
            date(2022, 7, 20),
            "Polres dan Kodim",
        )
    both = [gathered(sample_database, Periode("triwulan", n, 2022), kumulatif=False) for n in (2, 3)]
    listed = [[k.mitra for k in one.koordinasi if k.selesai == date(2022, 7, 20)] for one in both]
    assert listed == [[("Polres", "Kodim")], [("Polres", "Kodim")]]
    drawn = [fields(one, Material(emblem()), Album())["koordinasi"]["pemerintah"] for one in both]
    told = [[row["tanggal"] for row in rows][-1:] for rows in drawn]
    assert told == [["24 Juni s/d 20 Juli 2022 (berlanjut)"]] * 2
    assert [one.kini.pemerintah for one in both if one.kini] == [
        sum(k.sektor == "pemerintah" for k in both[0].koordinasi),
        0,
    ]
