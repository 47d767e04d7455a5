"""Undo takes back exactly one change; what others changed beside it stays."""

import pytest
from sqlalchemy import select

from handlers.catatan.records import kind_of
from handlers.chat.changes import Undo
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.database import Database
from storage.kantor.audit import Audit
from tests.phone import Phones, forged


def answers(database: Database) -> dict[str, object]:
    with database.transaction() as session:
        row = session.scalars(select(Kegiatan)).one()
        return {k: v for k, v in kind_of(row).answers_of(row).items() if v}


@pytest.mark.usefixtures("office")
def test_each_change_goes_back_by_itself_in_any_order(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Apel pagi")
    phones.say("Rudi", "simpan")
    first = answers(database)
    for said in ("ralat #1 tanggal 20", "ralat #1 nama Apel Akbar", "ralat #1 tempat aula"):
        phones.say("Rudi", said)
    for entry in (3, 2, 4):
        phones.say("Rudi", forged(Undo(entry)))
    assert answers(database) == first


@pytest.mark.usefixtures("office")
def test_a_partner_that_came_with_its_sector_goes_with_it(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Apel pagi")
    phones.say("Rudi", "simpan")
    first = answers(database)
    phones.say("Rudi", "ralat #1 instansi Kodim 0820")
    assert answers(database)["sektor"] == "pemerintah"
    phones.say("Rudi", "[Urungkan]")
    assert answers(database) == first


@pytest.mark.usefixtures("office")
def test_links_and_platforms_of_a_konten_come_back(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "https://www.instagram.com/p/Cabc123def/ Infografis pemilih")
    phones.say("Rudi", "simpan")
    phones.say("Rudi", "ralat #1 platform FB, TikTok")
    phones.say("Rudi", "[Urungkan]")
    with database.transaction() as session:
        row = session.scalars(select(Konten)).one()
        assert [(p.platform, p.kode) for p in row.postingan] == [("IG", "IG:Cabc123def")]


@pytest.mark.usefixtures("office")
def test_the_card_writes_only_what_was_changed_on_it(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Apel pagi")
    phones.say("Rudi", "simpan")
    for said in ("/ubah 1", "[Tempat]", "Aula"):
        phones.say("Rudi", said)
    phones.say("Qori", "ralat #1 nama Apel Akbar")
    assert phones.say("Rudi", "simpan")[1] == "   │ Tempat: – → Aula"
    assert {k: answers(database)[k] for k in ("nama", "tempat")} == {"nama": "Apel Akbar", "tempat": "Aula"}


@pytest.mark.usefixtures("office")
def test_a_change_that_would_repeat_a_link_is_refused_whole(database: Database) -> None:
    phones = Phones(database)
    for code in ("Cabc123def", "Cxyz123xyz"):
        phones.say("Rudi", f"https://www.instagram.com/p/{code}/ Infografis {code}")
        phones.say("Rudi", "simpan")
    told = phones.say("Rudi", "ralat #2 link https://www.instagram.com/p/Cabc123def/")
    assert told == ["Bot→Rudi> Tautan itu sudah tercatat: #1 Infografis Cabc123def."]
    with database.transaction() as session:
        assert [a.action for a in session.scalars(select(Audit))] == ["catat", "catat"]


@pytest.mark.usefixtures("office")
def test_recording_itself_cannot_be_undone_this_way(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor Apel pagi")
    phones.say("Rudi", "simpan")
    assert phones.say("Rudi", forged(Undo(1))) == ["Bot! Perubahan itu tidak ditemukan."]
