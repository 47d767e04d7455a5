"""Forty photos of one report: none lost, paged, removed, put first, and given back."""

import pytest
from sqlalchemy import select

from handlers.chat.messages import Chat, Incoming, Turn
from handlers.koreksi.doors import Mark, MarkPhoto, PhotoPrivacy, Photos, RemovePhoto, Whose
from handlers.laporan import gather, week
from handlers.reading.dates import periods
from handlers.reading.dates.pekan import Pekan
from handlers.rekap import ringkas
from storage.catatan.drafts import Draft
from storage.catatan.kegiatan import Kegiatan
from storage.database import Database
from storage.foto import photos
from storage.kantor import people
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker
from tests.conftest import NOW, here
from tests.phone import Phones, forged, picture

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
    assert pages[-1][-2:] == ["   │ [‹ Sebelumnya]", "   │ [Privasi foto] [Selesai]"]


@pytest.mark.usefixtures("office")
def test_the_last_page_goes_when_its_only_photo_goes(database: Database) -> None:
    phones = Phones(database)
    album(phones, 6)
    phones.say("Rudi", "[Simpan]")
    phones.say("Rudi", forged(Photos(Whose(1), 1)))
    assert phones.say("Rudi", "[Hapus foto 6]")[3:5] == [
        "   │ Foto 1: diterima 24 Juni 2022 09.00, tampil di kolase",
        "   │ Foto 2: diterima 24 Juni 2022 09.00",
    ]


@pytest.mark.usefixtures("office")
def test_the_first_photo_is_the_one_in_the_kolase_and_kembalikan_restores_the_order(database: Database) -> None:
    phones = Phones(database)
    album(phones, 3)
    phones.say("Rudi", "[Simpan]")
    phones.say("Rudi", "[Ubah]")
    phones.say("Rudi", "[Foto]")
    phones.say("Rudi", "[Jadikan pertama 3]")
    assert order(database) == [3, 1, 2]
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        cells = week.gather(here(session, office), Pekan.of(NOW.date())).cells
        third = session.get_one(photos.Foto, 3)
        assert [c.foto for c in cells] == [third.file]
    phones.say("Rudi", "[Urungkan]")
    assert order(database) == [1, 2, 3]
    phones.say("Rudi", "[Hapus foto 2]")
    assert order(database) == [1, 3]
    phones.say("Rudi", "[Urungkan]")
    assert order(database) == [1, 2, 3]
    with database.transaction() as session:
        told = session.scalars(select(Audit).where(Audit.action == "foto").order_by(Audit.id)).all()
        assert [(a.before["foto"], a.after["foto"]) for a in told] == [
            ([1, 2, 3], [3, 1, 2]),
            ([3, 1, 2], [1, 2, 3]),
            ([1, 2, 3], [1, 3]),
            ([1, 3], [1, 2, 3]),
        ]


@pytest.mark.usefixtures("office")
def test_what_was_put_first_before_others_goes_back_there(database: Database) -> None:
    phones = Phones(database)
    album(phones, 3)
    for said in ("[Simpan]", "[Ubah]", "[Foto]", "[Jadikan pertama 2]", "[Jadikan pertama 3]", "[Hapus foto 1]"):
        phones.say("Rudi", said)
    assert order(database) == [2, 1]
    phones.say("Rudi", "[Urungkan]")
    assert order(database) == [3, 2, 1]


@pytest.mark.usefixtures("office")
def test_a_removed_picture_that_came_again_is_not_put_back_twice(database: Database) -> None:
    phones = Phones(database)
    album(phones, 2)
    phones.say("Rudi", "[Simpan]")
    phones.say("Rudi", "[Ubah]")
    phones.say("Rudi", "[Foto]")
    phones.say("Rudi", "[Hapus foto 2]")
    phones.say("Rudi", "(balas #1) (foto f1)")
    assert phones.say("Rudi", "[Urungkan]")[1] == "   │ Foto ini sudah ada."
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
    assert phones.say("Kadir", forged(RemovePhoto(Whose(2), 0, 1)))[1] == "   │ Foto itu sudah dihapus."
    assert phones.say("Kadir", forged(RemovePhoto(Whose(1), 0, 1))) == [
        "Bot! Catatan #1 bukan milik Anda; mintalah pelapornya atau Ketua Pelaksana."
    ]
    with database.transaction() as session:
        assert [f.dihapus_at for f in session.scalars(select(photos.Foto))] == [None, None]


def shown(database: Database) -> list[list[int]]:
    """Which photos stand in a kolase, which in a report, and what the record keeps."""
    with database.transaction() as session:
        row = session.scalars(select(Kegiatan)).first()
        assert row
        there = photos.of(session, row)
        ways = ([f for f in there if f.for_kolase], [f for f in there if f.for_laporan], there)
        return [[f.id for f in way] for way in ways]


@pytest.mark.usefixtures("office")
def test_a_hidden_photo_stays_as_evidence_and_one_of_children_stays_in_the_house(database: Database) -> None:
    phones = Phones(database)
    album(phones, 3)
    for said in ("[Simpan]", forged(PhotoPrivacy(Whose(1))), "[Jangan tampilkan 1]", "[Ada anak 2]"):
        phones.say("Rudi", said)
    assert shown(database) == [[3], [2, 3], [1, 2, 3]]
    for said in ("[Tampilkan 1]", "[Tanpa anak 2]"):
        phones.say("Rudi", said)
    assert shown(database) == [[1, 2, 3]] * 3
    with database.transaction() as session:
        told = [
            (a.before, a.after)
            for a in session.scalars(select(Audit).where(Audit.action == "tampil").order_by(Audit.id))
        ]
    hidden, plain = {"foto": 1, "sembunyi": True, "anak": False}, {"foto": 1, "sembunyi": False, "anak": False}
    assert told[0] == (plain, hidden)
    assert told[2] == (hidden, plain)


@pytest.mark.usefixtures("office")
def test_a_hidden_photo_is_in_no_kolase_report_or_summary(database: Database) -> None:
    phones = Phones(database)
    album(phones, 2)
    for said in ("[Simpan]", forged(PhotoPrivacy(Whose(1))), "[Jangan tampilkan 1]"):
        phones.say("Rudi", said)
    second = [f"{sha[:2]}/{sha}.jpg" for sha in (picture("f1").sha256,)]
    with database.transaction() as session:
        office, qori = session.scalars(select(Satker)).one(), people.find(session, "test", "Qori")
        assert qori
        turn = Turn(session, office, NOW, incoming=Incoming(Chat("test", "Qori"), "1", "Qori"), anggota=qori)
        q2 = periods.parse("Q2 2022", NOW.date())
        assert [c.foto for c in week.gather(here(session, office), Pekan.of(NOW.date())).cells] == second
        assert [c.foto for c in ringkas.gather(turn, q2).foto] == second
        rekap = gather.gather(here(session, office), q2, NOW.date())
        assert [k.foto for k in rekap.kegiatan] == [tuple(second)]
        assert [c.foto for k in rekap.kolase for c in k.cells] == second


@pytest.mark.usefixtures("office")
def test_what_is_said_of_a_picture_holds_for_every_record_that_shows_it(database: Database) -> None:
    phones = Phones(database)
    for n, said in enumerate(("Rapat pleno", "Apel pagi"), 1):
        phones.say("Rudi", f"(foto a) {said}")
        phones.say("Rudi", "[Simpan]")
        phones.say("Rudi", forged(MarkPhoto(Whose(1), 0, 1, Mark.CHILD)) if n == 1 else forged(Photos(Whose(2))))
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        assert [f.anak for f in session.scalars(select(photos.Foto))] == [True, True]
        names = [photos.name_of(picture(name).sha256) for name in "ab"]
        assert photos.hidden(here(session, office), names) == {names[0]}
