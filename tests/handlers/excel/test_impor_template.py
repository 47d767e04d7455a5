"""The template of /impor: its columns are those that are read, and its own examples can be imported."""

from datetime import date

import pytest
from sqlalchemy import select

from handlers.excel import ekspor, impor_template
from handlers.excel.impor_columns import sheets
from renderers.excel.impor_template import Sheet
from storage.database import Database
from storage.history import everything
from storage.kantor.satker import Satker
from tests.conftest import here
from tests.phone import Phones


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    assert office
    phones = Phones(database)
    phones.say("Qori", "/impor templat")
    return phones


def lists(phones: Phones) -> list[Sheet]:
    with phones.database.transaction() as session:
        return list(impor_template.sheets(here(session, session.scalars(select(Satker)).one())))


def examples(phones: Phones) -> str:
    """The rows of the sheet “Contoh”, typed where they belong."""
    cells: list[str] = []
    for lembar in lists(phones):
        for number, row in enumerate(lembar.examples, start=2):
            cells += [f"{lembar.nama}!{chr(65 + n)}{number}={cell}" for n, cell in enumerate(row) if cell]
    return "; ".join(cells)


def test_it_has_every_column_that_is_read(phones: Phones) -> None:
    with phones.database.transaction() as session:
        office = here(session, session.scalars(select(Satker)).one())
        known = sheets(office, ekspor.places(office))
    for lembar in lists(phones):
        read = [columns for isian in known[lembar.nama] for columns in isian.columns]
        assert {columns.nama for columns in lembar.columns} == {"Nomor", *read}
        assert all(len(row) == len(lembar.columns) for row in lembar.examples)


def test_a_list_fits_into_a_cell_of_a_spreadsheet(phones: Phones) -> None:
    found = [columns.choices for lembar in lists(phones) for columns in lembar.columns if columns.choices]
    assert len(found) == 3
    assert all(len(",".join(one)) <= 255 for one in found)


def test_its_own_examples_come_in_as_they_stand(phones: Phones) -> None:
    told = phones.say("Qori", f"(berkas templat, {examples(phones)})")
    assert told[0] == "Bot→Qori> **Impor: 4 baru**"
    phones.say("Qori", "[Simpan]")
    with phones.database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        assert [(k.nama, k.mulai, k.selesai, k.sektor) for k in everything.kegiatan(here(session, office))] == [
            ("Rapat Koordinasi Daftar Pemilih", date(2021, 6, 17), date(2021, 6, 17), "pemerintah"),
            ("Pelatihan Kehumasan", date(2021, 6, 21), date(2021, 6, 23), "internal"),
        ]
        more = [(k.tempat, k.waktu, k.peserta) for k in everything.kegiatan(here(session, office))]
        assert more == [("Aula KPU", "09.00–11.00", "25 orang"), ("", "", "")]
        found = everything.konten(here(session, office))
        assert [(k.jenis, k.judul, k.tanggal, k.sebulan, k.informasi) for k in found] == [
            ("Infografik", "Cara mengecek nama dalam daftar pemilih", date(2021, 6, 18), False, True),
            ("Foto Berita", "", date(2021, 6, 1), True, False),
        ]
        assert [{p.platform: p.jumlah for p in k.postingan} for k in found] == [
            {"IG": 1, "FB": 1},
            {"IG": 12, "Twitter": 10, "FB": 12},
        ]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("17 Juni 2019", date(2019, 6, 17)),
        ("7/6/2019", date(2019, 6, 7)),
        ("07-06-19", date(2019, 6, 7)),
        ("Kamis (13/6/2019)", date(2019, 6, 13)),
        ("2019-06-17", date(2019, 6, 17)),
        ("17 Jun 2019", date(2019, 6, 17)),
        ("17.6.2019", date(2019, 6, 17)),
    ],
)
def test_dates_as_an_office_has_typed_them_for_years(phones: Phones, typed: str, day: date) -> None:
    phones.say("Qori", f"(berkas templat, Kegiatan!B2=Rapat; Kegiatan!C2={typed})")
    phones.say("Qori", "[Simpan]")
    with phones.database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        assert [k.mulai for k in everything.kegiatan(here(session, office))] == [day]


def test_years_of_records_at_once(phones: Phones) -> None:
    rows = "; ".join(f"Kegiatan!B{n}=Rapat {n}; Kegiatan!C{n}={n % 28 + 1} Mei 2021" for n in range(2, 302))
    assert phones.say("Qori", f"(berkas templat, {rows})")[0] == "Bot→Qori> **Impor: 300 baru**"
    assert phones.say("Qori", "[Simpan]")[0].startswith("Bot→Qori* Diimpor: 300 baru (#1, #2,")
