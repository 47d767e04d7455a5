"""A partner is known by the names that the office lists, before those of its history."""

import pytest
from sqlalchemy import select

from storage.catatan import kegiatan
from storage.catatan.kegiatan import Mitra
from storage.database import Database
from storage.kantor.satker import Satker
from tests.conftest import here
from tests.phone import Phones


@pytest.fixture
def listed(database: Database, office: int) -> Database:
    with database.transaction() as session:
        row = Mitra(
            satker_id=office, nama="Dinas Pendidikan dan Kebudayaan", sektor="pemerintah", alias=["Diknas", "P dan K"]
        )
        session.add(row)
    return database


def test_every_name_leads_to_the_one_that_is_printed(listed: Database) -> None:
    with listed.transaction() as session:
        known = kegiatan.known(here(session, session.scalars(select(Satker)).one()))
    name = ("Dinas Pendidikan dan Kebudayaan", "pemerintah")
    assert known == {"Dinas Pendidikan dan Kebudayaan": name, "Diknas": name, "P dan K": name}


def test_an_alias_in_a_line_stands_as_written_and_its_sector_is_known(listed: Database) -> None:
    told = Phones(listed).say("Rudi", "/lapor koordinasi dengan diknas, data pemilih pemula")
    assert told[1:6] == [
        "   │ Nama: Koordinasi dengan Diknas",
        "   │ Tanggal: Jumat, 24 Juni 2022",
        "   │ Mitra: Pemerintah",
        "   │ Instansi: Diknas",
        "   │ Uraian: Koordinasi dan Komunikasi",
    ]


def test_the_sample_brings_its_own_names(sample_database: Database) -> None:
    with sample_database.transaction() as session:
        known = kegiatan.known(here(session, session.scalars(select(Satker)).one()))
    assert (known["Polres"], known["Kodim"]) == (
        ("Polresta Probolinggo", "pemerintah"),
        ("Kodim 0820 Probolinggo", "pemerintah"),
    )
    assert known["Partai Gelora"] == ("Partai Gelora", "nonpemerintah")


def test_each_name_is_known_with_its_count_and_the_sector_that_it_had_last(listed: Database) -> None:
    phones = Phones(listed)
    for words in ("apel pagi", "apel pagi", "Audiensi Partai Buruh"):
        phones.say("Rudi", f"/lapor {words}")
        phones.say("Rudi", "[Simpan]")
    with listed.transaction() as session:
        names = kegiatan.names(here(session, session.scalars(select(Satker)).one()))
    assert names == [("Apel Pagi", "internal", 2), ("Audiensi Partai Buruh", "nonpemerintah", 1)]
