"""Two reports of one event: asked about by meaning, merged without loss, and parted again exactly."""

from datetime import date

import pytest
from sqlalchemy import select

from handlers.kolase import words
from handlers.koreksi.doors import Merge, Restore
from handlers.reading.dates.pekan import Pekan
from storage.catatan import kegiatan
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.database import Database, Session
from storage.foto import photos
from storage.kantor.satker import Satker
from tests.conftest import here
from tests.phone import Phones, forged

WEEK = Pekan.of(date(2022, 6, 24))


def two(phones: Phones) -> None:
    """Rudi and Kadir report the same meeting; one of their pictures is the same file."""
    for who, name, fotos in (("Rudi", "Rapat pleno rutin", "ab"), ("Kadir", "Rapat Pleno Rutin Juni", "bcd")):
        for n, foto in enumerate(fotos):
            phones.say(who, f"(foto {foto}, album {who}) {'' if n else name}")
        phones.say(who, "[Simpan]")


def held(session: Session, nomor: int) -> Kegiatan:
    row = kegiatan.by_nomor(here(session, session.scalars(select(Satker)).one()), nomor)
    assert row
    return row


def picture(session: Session, nomor: int) -> tuple[list[int], int, bool, int | None]:
    """(ids of its photos in order, other reporters, living?, merged into)."""
    row = held(session, nomor)
    fotos = [f.id for f in photos.of(session, row)]
    return fotos, len(kegiatan.of(session, row)), row.dihapus_at is None, row.digabung


@pytest.mark.usefixtures("office")
def test_merging_keeps_every_picture_once_and_both_reporters(database: Database) -> None:
    phones = Phones(database)
    two(phones)
    phones.say("Kadir", "[Gabung ke #1]")
    with database.transaction() as session:
        assert picture(session, 1) == ([1, 2, 4, 5], 1, True, None)
        assert picture(session, 2) == ([3], 0, False, 1)
        office = session.scalars(select(Satker)).one()
        assert words.caption(here(session, office), WEEK) == "1 kegiatan pekan ini. Terima kasih kepada Rudi dan Kadir."


@pytest.mark.usefixtures("office")
def test_kembalikan_parts_them_exactly_and_a_second_press_changes_nothing(database: Database) -> None:
    phones = Phones(database)
    two(phones)
    phones.say("Kadir", "[2]")
    with database.transaction() as session:
        before = picture(session, 1), picture(session, 2), held(session, 2).id
    phones.say("Kadir", "[Gabung ke #1]")
    with database.transaction() as session:
        assert session.scalars(select(Konten.kegiatan_id)).all() == [held(session, 1).id]
    phones.say("Kadir", "[Kembalikan]")
    with database.transaction() as session:
        assert (picture(session, 1), picture(session, 2), held(session, 2).id) == before
        assert session.scalars(select(Konten.kegiatan_id)).all() == [before[2]]
    assert phones.say("Kadir", forged(Restore(2)))[0] == "Bot→Kadir* **Tercatat #2**"


@pytest.mark.usefixtures("office")
def test_a_double_tap_merges_once(database: Database) -> None:
    phones = Phones(database)
    two(phones)
    phones.say("Kadir", "[Gabung ke #1]")
    assert phones.say("Kadir", forged(Merge(2, 1))) == ["Bot! Catatan #2 sudah digabung ke #1."]
    with database.transaction() as session:
        assert picture(session, 1) == ([1, 2, 4, 5], 1, True, None)


@pytest.mark.usefixtures("office")
def test_a_late_sibling_of_a_merged_album_joins_what_it_was_merged_into(database: Database) -> None:
    phones = Phones(database)
    two(phones)
    phones.say("Kadir", "[Gabung ke #1]")
    assert phones.say("Kadir", "(foto e, album Kadir)")[0] == "Bot→Kadir> **Tercatat #1**"
    with database.transaction() as session:
        assert picture(session, 1)[0] == [1, 2, 4, 5, 6]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        ("Rapat pleno rutin", "rapat pleno", "Rapat Pleno Rutin"),
        ("Audiensi Kodim 0820", "Silaturahmi Kodim 0820", "Audiensi Kodim 0820"),
        ("Apel pagi", "Rapat pleno rutin", None),
        ("Apel pagi kemarin", "Apel pagi", None),
        ("Pelatihan 20 s/d 25 Juni 2022", "Pelatihan", "Pelatihan"),
    ],
)
def test_what_counts_as_the_same(database: Database, first: str, second: str, asked: str | None) -> None:
    phones = Phones(database)
    for who, text in (("Rudi", first), ("Kadir", second)):
        phones.say(who, f"/lapor {text}")
        told = phones.say(who, "simpan")
    questions = [line for line in told if "Mirip" in line]
    assert questions == ([f"   │ Mirip dengan #1 {asked} (Rudi). Gabung?"] if asked else [])


@pytest.mark.usefixtures("office")
def test_the_same_picture_asks_whatever_the_names_are(database: Database) -> None:
    phones = Phones(database)
    for who, text in (("Rudi", "Apel pagi"), ("Kadir", "Senam kemarin")):
        phones.say(who, f"(foto a) {text}")
        told = phones.say(who, "simpan")
    assert [line for line in told if "Mirip" in line] == ["   │ Mirip dengan #1 Apel Pagi (Rudi). Gabung?"]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        ("Apel Gabungan", "Apel gabungan di halaman kantor", True),
        ("Sosialisasi pemilih pemula SMAN 1", "Sosialisasi Pemilih Pemula SMAN 1", True),
        ("Pembentukan badan adhoc", "Pembentukan Badan Adhoc Tahun 2024", True),
        ("Sosialisasi pemilih pemula SMAN 1", "Sosialisasi pemilih pemula SMAN 3", False),
        ("Bimtek PPS gelombang II", "Bimtek PPS gelombang III", False),
        ("Kunjungan ke Bawaslu", "Kunjungan ke Kejari", False),
        ("Apel", "Apel Pagi dan Rapat Pleno dan Sosialisasi", False),
        ("Apel", "apel", True),
    ],
)
def test_two_names_are_one_event_only_where_nothing_tells_them_apart(
    database: Database, first: str, second: str, asked: bool
) -> None:
    phones = Phones(database)
    phones.say("Rudi", f"/lapor {first}")
    phones.say("Rudi", "simpan")
    phones.say("Kadir", f"/lapor {second}")
    assert any("Mirip dengan #1" in line for line in phones.say("Kadir", "simpan")) == asked
