"""The operator's link is the way back into an office: whoever opens it leads it, and nobody takes that away at once."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from handlers.tim import masuk
from handlers.tim.doors import ShutOut
from storage.database import Database
from storage.kantor import people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Satker
from tests.conftest import here, make_office
from tests.handlers.team import LEADER, becomes, came, dated, leaders, the
from tests.phone import Phones, forged

pytestmark = pytest.mark.usefixtures("office")
THEY = (
    "Orang ini baru masuk dengan tautan pengelola bot. Peran dan masa keanggotaannya dapat diubah mulai "
    "27 Juni 2022 pukul 09.00."
)


@pytest.fixture
def phones(database: Database) -> Phones:
    """Siti, the wrong person, came in as ketua pelaksana two days ago."""
    phones = Phones(database)
    came(phones, "Siti", LEADER)
    phones.now += timedelta(days=2)
    return phones


def link(phones: Phones, kode: str = "3574") -> str:
    with phones.database.transaction() as session:
        office = session.scalars(select(Satker).where(Satker.kode == kode)).one()
        return masuk.operators_link(session, office, phones.now)[1]


def told(phones: Phones) -> list[str]:
    return phones.say("Qori", f"/start {link(phones)}")


def test_who_was_ended_comes_back_as_who_they_are(phones: Phones) -> None:
    dated(phones, "Siti", "Qori", "kemarin")
    assert leaders(phones) == {"Siti"}
    said = told(phones)
    assert said[:2] == [
        "Bot→Qori> **Selamat datang, Qori**",
        "   │ Anda terdaftar sebagai Ketua Pelaksana tim Bakohumas KPU Kota Probolinggo.",
    ]
    assert said[-1] == "Bot→Siti> Qori kini aktif sebagai Ketua Pelaksana melalui tautan dari pengelola bot."
    assert leaders(phones) == {"Qori", "Siti"}
    assert the(phones, "Qori").berlaku_sampai is None


def test_whose_role_was_taken_leads_again(phones: Phones) -> None:
    phones.say("Siti", becomes(the(phones, "Qori"), Role.PEMBINA))
    assert leaders(phones) == {"Siti"}
    told(phones)
    assert leaders(phones) == {"Qori", "Siti"}


def test_whose_membership_was_made_to_begin_later_leads_again(phones: Phones) -> None:
    dated(phones, "Siti", "Qori", "1 Juli 2030", "berlaku_dari")
    told(phones)
    assert leaders(phones) == {"Qori", "Siti"}


def test_who_was_shut_out_comes_back_as_who_they_are(phones: Phones) -> None:
    came(phones, "Dewi", LEADER)
    phones.say("Siti", "[Bukan orangnya]")
    with phones.database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        assert [row.nama for row in people.waiting(here(session, office))] == ["Dewi"]
    phones.say("Akun baru Dewi", f"/start {link(phones)}")
    assert leaders(phones) == {"Qori", "Siti", "Dewi"}


def test_nobody_takes_it_away_for_a_day_and_who_came_so_waits_for_nothing(phones: Phones) -> None:
    told(phones)
    qori = the(phones, "Qori")
    assert phones.say("Siti", becomes(qori, Role.ANGGOTA)) == [f"Bot! {THEY}"]
    assert dated(phones, "Siti", "Qori", "kemarin") == [f"Bot→Siti> {THEY}"]
    refused = "Bot! Qori masuk dengan tautan pengelola bot. Akhiri keanggotaannya dengan /atur tim."
    assert phones.say("Siti", forged(ShutOut(qori.id))) == [refused]
    dated(phones, "Qori", "Siti", "kemarin")
    assert leaders(phones) == {"Qori"}


def test_after_a_day_it_is_as_with_everybody(phones: Phones) -> None:
    told(phones)
    phones.now += timedelta(days=1)
    phones.say("Siti", becomes(the(phones, "Qori"), Role.ANGGOTA))
    assert leaders(phones) == {"Siti"}


def test_where_it_came_into_wrong_hands_another_one_mends_it(phones: Phones) -> None:
    phones.say("Orang", f"/start {link(phones)}")
    assert leaders(phones) == {"Qori", "Siti", "Orang"}
    assert phones.say("Qori", becomes(the(phones, "Orang"), Role.ANGGOTA)) == [f"Bot! {THEY}"]
    phones.now += timedelta(minutes=1)
    told(phones)
    phones.say("Qori", becomes(the(phones, "Orang"), Role.ANGGOTA))
    assert leaders(phones) == {"Qori", "Siti"}


def test_who_came_later_is_shut_out_by_who_came_by_the_operators_link(phones: Phones) -> None:
    came(phones, "Dewi")
    phones.now += timedelta(hours=1)
    told(phones)
    assert phones.say("Qori", forged(ShutOut(the(phones, "Dewi").id)))[0] == (
        "Bot→Qori> Akses Dewi dicabut. Undang orang yang benar dengan /undang."
    )


def test_a_link_of_another_office_changes_nothing_for_who_is_known_here(phones: Phones) -> None:
    with phones.database.transaction() as session:
        make_office(session, "3573", "KPU Kota Malang")
    token = link(phones, "3573")
    assert phones.say("Rudi", f"/start {token}")[:2] == [
        "Bot→Rudi> **Selamat datang, Rudi**",
        "   │ Anda terdaftar sebagai Anggota tim Bakohumas KPU Kota Probolinggo.",
    ]
    with phones.database.transaction() as session:
        assert session.get_one(people.Invitation, people.hashed(token)).used_at is None


def test_it_is_good_once_and_for_a_day_also_for_who_is_known(phones: Phones) -> None:
    token = link(phones)
    phones.now += timedelta(days=1)
    phones.say("Rudi", f"/start {token}")
    assert the(phones, "Rudi").role == Role.ANGGOTA
    token = link(phones)
    phones.say("Rudi", f"/start {token}")
    phones.say("Kadir", f"/start {token}")
    assert [the(phones, name).role for name in ("Rudi", "Kadir")] == [LEADER, Role.ANGGOTA]


def test_it_is_for_the_listed_ketua_pelaksana_whose_time_has_come(phones: Phones) -> None:
    with phones.database.transaction() as session:
        office = here(session, session.scalars(select(Satker)).one())
        people.add(office, "Lama", LEADER).berlaku_sampai = date(2021, 12, 31)
        people.add(office, "Pengganti", LEADER)
    phones.say("Akun", f"/start {link(phones)}")
    assert leaders(phones) == {"Qori", "Siti", "Pengganti"}
    with phones.database.transaction() as session:
        assert [row.nama for row in session.scalars(select(Anggota).order_by(Anggota.id))][-2:] == ["Lama", "Pengganti"]


def test_whose_role_was_lowered_before_they_came_leads_by_the_operators_link(phones: Phones) -> None:
    with phones.database.transaction() as session:
        people.add(here(session, session.scalars(select(Satker)).one()), "Pengganti", LEADER)
    token = link(phones)
    phones.say("Siti", becomes(the(phones, "Pengganti"), Role.ANGGOTA))
    phones.say("Akun", f"/start {token}")
    assert leaders(phones) == {"Qori", "Siti", "Pengganti"}
