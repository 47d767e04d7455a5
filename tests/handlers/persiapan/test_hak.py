"""The setting up is for whoever leads, and reaches no other office."""

import pytest
from sqlalchemy import select

from handlers.persiapan.doors import (
    Choose,
    Count,
    GoOn,
    Invite,
    InviteAll,
    KolaseTime,
    Part,
    PassOver,
    StepName,
    Template,
)
from storage.database import Database
from storage.kantor import people
from storage.kantor.akun import Akun
from storage.kantor.people import Invitation, Role
from storage.kantor.satker import Satker
from tests.conftest import here, make_office
from tests.handlers.baru import phones, title
from tests.phone import Phones

__all__ = ["phones"]

OLD = "Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."


@pytest.mark.parametrize("who", ["Hudri", "Agus", "Rudi"])
@pytest.mark.usefixtures("office")
def test_nobody_else_sees_or_presses_it(database: Database, who: str) -> None:
    with database.transaction() as session:
        session.scalars(select(Satker)).one().persiapan = []
    phones = Phones(database)
    told = phones.say(who, "/start")
    assert [line for line in told if "Menyiapkan" in line or "Persiapan" in line] == []
    for door in (GoOn(), GoOn(later=True), PassOver(StepName.AKUN), InviteAll(), Choose("3513"), Template()):
        assert phones.say(who, f"[!{door.written()}]") == ["Bot! Tombol ini bukan untuk peran Anda."]
    assert title(phones.say("Qori", "/start")) == "Menyiapkan satker · 1 dari 7: Alamat"


def test_another_office_s_rows_are_out_of_reach(phones: Phones) -> None:
    with phones.database.transaction() as session:
        other = make_office(session, "3513", "KPU Kabupaten Probolinggo")
        waiting = people.add(here(session, other), "Siti", Role.ANGGOTA)
        account = session.scalars(select(Akun).where(Akun.satker_id == other.id).order_by(Akun.id)).all()[0]
    assert phones.say("Qori", f"[!{Count(account.id).written()}]") == [OLD]
    assert phones.say("Qori", f"[!{Invite(waiting.id).written()}]") == ["Bot! Orang itu sudah aktif."]
    with phones.database.transaction() as session:
        fresh = session.get_one(Akun, account.id)
        assert (fresh.dihitung, list(session.scalars(select(Invitation.nama)))) == (account.dihitung, [""])


@pytest.mark.parametrize(
    "data", ["ps:x", "psl", "psl:x", "pss:", "psa:x", "psa", KolaseTime(Part.DAY, 9).written(), "psk:z:1",
             KolaseTime(Part.HOUR, 13).written(), KolaseTime(Part.AHEAD, 4).written(), Choose("0000").written(),
             "pso:semua", "pst:x"],
)  # fmt: skip
def test_what_no_button_holds(phones: Phones, data: str) -> None:
    assert phones.say("Qori", f"[!{data}]") == [OLD]
