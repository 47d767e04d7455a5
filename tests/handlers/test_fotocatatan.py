"""Forty photos of one report: none lost, paged, removed, put first, and given back."""

import pytest
from sqlalchemy import select

from handlers import kolase
from handlers.periods import Pekan
from storage import photos
from storage.audit import Audit
from storage.database import Database
from storage.drafts import Draft
from storage.kegiatan import Kegiatan
from storage.satker import Satker
from tests.conftest import NOW
from tests.phone import Phones

COUNT = 40


def album(phones: Phones, count: int = COUNT) -> None:
    for n in range(count):
        phones.say("Rudi", f"(foto f{n}, album x) {'' if n else 'Rapat pleno'}")


def order(database: Database) -> list[int]:
    with database.transaction() as session:
        return [f.id for f in photos.of(session, session.scalars(select(Kegiatan)).one())]


@pytest.mark.usefixtures("office")
def test_forty_photos_are_paged_by_five_and_none_is_lost(database: Database) -> None:
    phones = Phones(database)
    album(phones)
    phones.say("Rudi", "[Simpan]")
    assert order(database) == list(range(1, COUNT + 1))
    phones.say("Rudi", "/ubah 1")
    pages = [phones.say("Rudi", "[Foto]"), *(phones.say("Rudi", "[Berikutnya ›]") for _ in range(7))]
    numbers = [line.split(":")[0].split()[-1] for page in pages for line in page if line.startswith("   │ Foto")]
    assert numbers == [str(n) for n in range(1, COUNT + 1)]
    assert pages[-1][-2:] == ["   │ [‹ Sebelumnya]", "   │ [Selesai]"]


@pytest.mark.usefixtures("office")
def test_the_last_page_goes_when_its_only_photo_goes(database: Database) -> None:
    phones = Phones(database)
    album(phones, 6)
    phones.say("Rudi", "[Simpan]")
    phones.say("Rudi", "[!p:1:1]")
    assert phones.say("Rudi", "[Hapus foto 6]")[3:5] == [
        "   │ Foto 1: diterima 24 Juni 2022 09.00, tampil di kolase",
        "   │ Foto 2: diterima 24 Juni 2022 09.00",
    ]


@pytest.mark.usefixtures("office")
def test_the_first_photo_is_the_one_in_the_kolase_and_kembalikan_restores_the_order(database: Database) -> None:
    phones = Phones(database)
    album(phones, 3)
    phones.say("Rudi", "[Simpan]")
    phones.say("Rudi", "[!p:1:0]")
    phones.say("Rudi", "[Jadikan pertama 3]")
    assert order(database) == [3, 1, 2]
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        cells = kolase.gather(session, office, Pekan.dari(NOW.date())).cells
        third = session.get_one(photos.Foto, 3)
        assert [c.foto for c in cells] == [third.file]
    phones.say("Rudi", "[Kembalikan]")
    assert order(database) == [1, 2, 3]
    phones.say("Rudi", "[Hapus foto 2]")
    assert order(database) == [1, 3]
    phones.say("Rudi", "[Kembalikan]")
    assert order(database) == [1, 2, 3]
    with database.transaction() as session:
        told = session.scalars(select(Audit).where(Audit.action == "foto")).all()
        assert [(a.before["foto"], a.after["foto"]) for a in told] == [
            ([1, 2, 3], [3, 1, 2]),
            ([3, 1, 2], [1, 2, 3]),
            ([1, 2, 3], [1, 3]),
            ([1, 3], [1, 2, 3]),
        ]


@pytest.mark.usefixtures("office")
def test_a_removed_picture_that_came_again_is_not_put_back_twice(database: Database) -> None:
    phones = Phones(database)
    album(phones, 2)
    phones.say("Rudi", "[Simpan]")
    phones.say("Rudi", "[!p:1:0]")
    phones.say("Rudi", "[Hapus foto 2]")
    phones.say("Rudi", "(balas #1) (foto f1)")
    assert phones.say("Rudi", "[!p:1:0:balik:2:2]")[1] == "   │ Foto ini sudah ada."
    assert order(database) == [1, 3]


@pytest.mark.usefixtures("office")
def test_the_order_chosen_on_the_card_is_the_order_of_the_record(database: Database) -> None:
    phones = Phones(database)
    album(phones, 3)
    for said in ("[Ubah]", "[Foto]", "[Jadikan pertama 2]", "[Hapus foto 2]", "[Selesai]", "[Simpan]"):
        phones.say("Rudi", said)
    assert order(database) == [2, 3]


@pytest.mark.usefixtures("office")
def test_two_albums_that_interleave_keep_apart_before_and_after_simpan(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "(foto a, album x) Rapat pleno")
    phones.say("Rudi", "[Simpan]")
    phones.say("Rudi", "(foto p, album y) Apel pagi")
    for foto, name in (("b", "x"), ("q", "y"), ("c", "x")):
        phones.say("Rudi", f"(foto {foto}, album {name})")
    phones.say("Rudi", "simpan")
    phones.say("Rudi", "(foto d, album x)")
    phones.say("Rudi", "(foto r, album y)")
    with database.transaction() as session:
        rows = session.scalars(select(Kegiatan).order_by(Kegiatan.nomor)).all()
        assert [[f.album for f in photos.of(session, row)] for row in rows] == [["x"] * 4, ["y"] * 3]
        assert len(session.scalars(select(Draft)).all()) == 2


@pytest.mark.usefixtures("office")
def test_only_a_photo_of_this_record_can_be_removed_here(database: Database) -> None:
    phones = Phones(database)
    album(phones, 1)
    phones.say("Rudi", "[Simpan]")
    phones.say("Kadir", "(foto z) Senam kemarin")
    phones.say("Kadir", "[Simpan]")
    assert phones.say("Kadir", "[!p:2:0:hapus:1]")[1] == "   │ Foto itu sudah dihapus."
    assert phones.say("Kadir", "[!p:1:0:hapus:1]") == [
        "Bot! Catatan #1 bukan milik Anda; mintalah pelapornya atau Ketua Pelaksana."
    ]
    with database.transaction() as session:
        assert [f.dihapus_at for f in session.scalars(select(photos.Foto))] == [None, None]
