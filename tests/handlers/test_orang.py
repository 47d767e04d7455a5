"""People come in by single-use links, with the role the link was made for."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers import orang
from storage import people
from storage.database import Database
from storage.outbox import Outbox
from storage.people import Anggota, Role
from storage.satker import Satker
from tests.conftest import NOW, make_office
from tests.phone import Phones


def token_of(database: Database) -> str:
    """The token of the newest link, before its payload is forgotten."""
    with database.transaction() as session:
        row = session.scalars(select(Outbox).order_by(Outbox.id.desc())).first()
        assert row
        return str(row.payload["start"])


class Waiting(Phones):
    """Phones whose network is down: what the bot says waits in the outbox."""

    def hear(self) -> list[str]:
        return []


def test_the_first_link_makes_the_listed_ketua_pelaksana(database: Database) -> None:
    with database.transaction() as session:
        office = Satker(kode="3574", nama="KPU Kota Probolinggo")
        session.add(office)
        session.flush()
        people.add(session, office, "QORI", Role.KETUA_PELAKSANA)
        ((name, token),) = orang.first_links(session, NOW)
    assert name == "KPU Kota Probolinggo"
    phones = Phones(database)
    assert phones.say("Qori", f"/start {token}")[:2] == [
        "Bot→Qori> **Selamat datang, QORI**",
        "   │ Anda terdaftar sebagai Ketua Pelaksana tim Bakohumas KPU Kota Probolinggo.",
    ]
    assert phones.say("Orang", f"/start {token}") == [
        "Bot→Orang> Tautan undangan ini tidak berlaku lagi. Mintalah yang baru kepada Ketua Pelaksana."
    ]
    with database.transaction() as session:
        assert orang.first_links(session, NOW) == []


def test_on_an_empty_database_the_first_link_makes_the_satker(database: Database) -> None:
    with database.transaction() as session:
        ((name, token),) = orang.first_links(session, NOW)
    assert name == "satker baru"
    Phones(database).say("Qori", f"/start {token}")
    with database.transaction() as session:
        assert [o.nama for o in session.scalars(select(Satker))] == ["Satker baru"]
        assert [(a.nama, a.role) for a in session.scalars(select(Anggota))] == [("Qori", Role.KETUA_PELAKSANA)]


@pytest.mark.usefixtures("office")
def test_an_invitation_for_somebody_new(database: Database) -> None:
    Waiting(database).say("Qori", "/undang Siti Aminah, ketua")
    token = token_of(database)
    phones = Phones(database, count=1)
    phones.say("Siti", f"/start {token}")
    with database.transaction() as session:
        siti = people.find(session, "test", "Siti")
        assert siti
        assert (siti.nama, siti.role, siti.jabatan_tim) == ("Siti Aminah", Role.KETUA, "Ketua")


@pytest.mark.usefixtures("office")
def test_an_invitation_for_somebody_listed_activates_that_very_row(database: Database) -> None:
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        people.add(session, office, "UNGGUL SUGIARTO", Role.ANGGOTA)
    phones = Phones(database)
    assert phones.say("Qori", "/undang")[-1] == "   │ [UNGGUL SUGIARTO]"
    waiting = Waiting(database, count=1, shown=phones.shown)
    waiting.say("Qori", "[UNGGUL SUGIARTO]")
    token = token_of(database)
    Phones(database, count=2).say("Unggul", f"/start {token}")
    with database.transaction() as session:
        unggul = people.find(session, "test", "Unggul")
        assert unggul
        assert unggul.nama == "UNGGUL SUGIARTO"
        assert len(session.scalars(select(Anggota)).all()) == 6


@pytest.mark.usefixtures("office")
def test_a_link_is_over_after_72_hours_and_its_token_is_kept_only_as_a_hash(database: Database) -> None:
    Waiting(database).say("Qori", "/undang Siti Aminah")
    token = token_of(database)
    with database.transaction() as session:
        assert [i.token_hash for i in session.scalars(select(people.Invitation))] == [people.hashed(token)]
    phones = Phones(database, now=NOW + timedelta(hours=72), count=1)
    phones.hear()
    assert phones.say("Siti", f"/start {token}") == [
        "Bot→Siti> Tautan undangan ini tidak berlaku lagi. Mintalah yang baru kepada Ketua Pelaksana."
    ]
    with database.transaction() as session:
        assert [row.payload for row in session.scalars(select(Outbox)) if token in str(row.payload)] == []


@pytest.mark.usefixtures("office")
def test_an_office_never_sees_the_records_of_another(database: Database) -> None:
    with database.transaction() as session:
        make_office(session, "3573", "KPU Kota Malang")
    phones = Phones(database)
    phones.say("Rudi", "/lapor Apel Pagi di Probolinggo")
    phones.say("Rudi", "simpan")
    assert phones.say("Rudi 3573", "/daftar") == [
        "Bot→Rudi 3573> **Daftar 20–26 Juni 2022**",
        "   │ Belum ada yang tercatat.",
    ]
    assert phones.say("Qori 3573", "/ubah 1") == [
        "Bot→Qori 3573> Tidak ada catatan #1. Ketik /daftar untuk melihat nomornya."
    ]
    assert phones.say("Qori 3573", "[!c:1:hapus]") == [
        "Bot! Tidak ada catatan #1. Ketik /daftar untuk melihat nomornya."
    ]
    phones.say("Rudi 3573", "/lapor Apel Pagi di Malang")
    assert phones.say("Rudi 3573", "simpan")[0] == "Bot→Rudi 3573> **Tercatat #1**"
