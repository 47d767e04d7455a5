"""Drafts never mix, never vanish, and are reminded of once."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from handlers.lapor import remind
from handlers.lapor.doors import Choose, ChooseKind, Resume, Save, Switch
from storage.catatan import drafts
from storage.catatan.drafts import Draft
from storage.catatan.kegiatan import Kegiatan
from storage.database import Database
from storage.foto import photos
from storage.kantor.satker import Satker
from tests.conftest import NOW, here
from tests.phone import Phones, forged


def states(database: Database) -> list[tuple[str, int]]:
    """(state, photos) of every draft, in the order they began."""
    with database.transaction() as session:
        rows = session.scalars(select(Draft).order_by(Draft.id)).all()
        return [(row.state, photos.count(session, row)) for row in rows]


@pytest.mark.usefixtures("office")
def test_what_is_put_aside_keeps_its_photos_and_gets_its_late_ones(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "(foto a, album x) Rapat pleno")
    phones.say("Rudi", "tunda")
    phones.say("Rudi", "(foto p, album y) Apel pagi")
    for foto, album in (("b", "x"), ("q", "y"), ("c", "x")):
        phones.say("Rudi", f"(foto {foto}, album {album})")
    assert states(database) == [("parked", 3), ("open", 2)]
    phones.say("Rudi", "simpan")
    phones.say("Rudi", forged(Resume(1, 0)))
    phones.say("Rudi", "simpan")
    with database.transaction() as session:
        rows = session.scalars(select(Kegiatan).order_by(Kegiatan.nomor)).all()
        assert [(row.nama, photos.count(session, row)) for row in rows] == [("Apel Pagi", 2), ("Rapat Pleno", 3)]


@pytest.mark.usefixtures("office")
def test_a_choice_that_a_question_does_not_have_is_an_old_button(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Rapat pleno")
    told = ["Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."]
    for door in (Choose(1, 1, "sektor", 99), Switch(1, 1, "sektor", 99, on=True), ChooseKind(1, 1, "laporan")):
        assert phones.say("Rudi", forged(door)) == told


@pytest.mark.usefixtures("office")
def test_only_one_draft_is_open_whatever_is_pressed(database: Database) -> None:
    phones = Phones(database)
    for name in ("Rapat pleno", "Apel pagi", "Senam pagi"):
        phones.say("Rudi", f"/lapor {name}")
        phones.say("Rudi", "tunda")
    for id_ in (1, 2, 3, 2, 2, 1):
        phones.say("Rudi", forged(Resume(id_, 0)))
    assert [state for state, _ in states(database)] == ["open", "parked", "parked"]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("hours", "told"),
    [(0, 0), (19, 0), (22, 0), (22.9, 0), (23, 1), (34.9, 1), (35, 0), (46.9, 0), (47, 1)],
)
def test_a_reminder_comes_after_twenty_hours_and_by_day(database: Database, hours: float, told: int) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Rapat pleno")
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        assert len(list(remind.stale(here(session, office, NOW + timedelta(hours=hours))))) == told


@pytest.mark.usefixtures("office")
def test_nobody_is_reminded_twice_of_one_report_nor_of_an_empty_one(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Rapat pleno")
    phones.say("Kadir", "/lapor")
    heard = [line for day in range(1, 9) for line in phones.at(NOW + timedelta(days=day)) if "belum disimpan" in line]
    assert heard == ["   │ Laporan ini belum disimpan. Lanjutkan kapan saja, Simpan, atau Batal."]


@pytest.mark.usefixtures("office")
def test_day_is_the_satkers(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Rapat pleno")
    early = datetime(2022, 6, 25, 8, tzinfo=ZoneInfo("Asia/Jayapura"))
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        session.scalars(select(Draft)).one().diubah_at = early - timedelta(hours=21)
        session.flush()
        assert list(remind.stale(here(session, office, early))) == []
        office.zona = "Asia/Jayapura"
        assert len(list(remind.stale(here(session, office, early)))) == 1


@pytest.mark.usefixtures("office")
def test_the_card_of_a_change_without_a_change_makes_room(database: Database) -> None:
    phones = Phones(database)
    for said in ("/lapor Rapat pleno", "simpan", "/ubah 1", "/lapor Apel pagi"):
        told = phones.say("Rudi", said)
    assert told[:2] == ["Bot→Rudi> **Laporan kegiatan**", "   │ Nama: Apel Pagi"]
    assert [state for state, _ in states(database)] == [drafts.State.SAVED, drafts.State.DROPPED, drafts.State.OPEN]
    assert phones.say("Rudi", forged(Save(2, 0)))[:2] == ["Bot! Kartu ini sudah ditutup.", "Bot→Rudi> **Tercatat #1**"]


@pytest.mark.usefixtures("office")
def test_a_long_name_that_is_put_aside_ends_in_an_ellipsis(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "(foto a) Rapat koordinasi persiapan pemutakhiran data pemilih berkelanjutan")
    assert phones.say("Rudi", "tunda")[0] == "Bot→Rudi> **Ditunda: Rapat Koordinasi Persiapan Pemutakhiran…**"
