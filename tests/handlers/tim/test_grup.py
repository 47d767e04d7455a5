"""In the group: a photo is taken with a nod, and the binding outlives being removed and added again."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.chat.messages import Presence
from handlers.deliveries import place
from handlers.tim import masuk
from storage.catatan.drafts import Draft
from storage.chat.outbox import Kind, Outbox
from storage.database import Database
from storage.foto import photos
from storage.kantor.satker import Satker
from tests.conftest import make_office
from tests.phone import Phones


def bound(database: Database) -> str | None:
    with database.transaction() as session:
        return session.scalars(select(Satker)).one().grup


@pytest.mark.usefixtures("office")
def test_the_photo_goes_into_the_private_card_and_the_group_sees_a_nod_only(database: Database) -> None:
    phones = Phones(database)
    told = phones.say("Rudi", "(balas foto a) /lapor Rapat pleno", "Grup")
    assert told[:3] == ["Bot@Grup: 👌", "Bot→Rudi> **Laporan kegiatan**", "   │ Nama: Rapat Pleno"]
    phones.say("Rudi", "(balas foto b) /lapor", "Grup")
    with database.transaction() as session:
        assert photos.count(session, session.scalars(select(Draft)).one()) == 2


@pytest.mark.usefixtures("office")
def test_people_who_may_not_report_or_are_unknown_take_nothing(database: Database) -> None:
    phones = Phones(database)
    phones.say("Hudri", "(balas foto a) /lapor", "Grup")
    assert phones.say("Orang", "(balas foto a) /lapor", "Grup") == []
    with database.transaction() as session:
        assert session.scalars(select(photos.Foto)).all() == []


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("who", ["Qori", "Rudi", "Orang"])
def test_being_removed_and_added_again_keeps_the_binding_and_only_the_ketua_pelaksana_hears(
    database: Database, who: str
) -> None:
    phones = Phones(database)
    assert [phones.say(who, said, "Grup") for said in ("(dikeluarkan)", "(ditambahkan)")] == [
        [f"Bot→Qori> {place.TOLD[Presence.REMOVED]} {place.LATER}"],
        [f"Bot→Qori* {place.BACK}"],
    ]
    assert bound(database) == "Grup"
    assert phones.say("Rudi", "/lapor", "Grup")[0] == "Bot@Grup: 👌"


@pytest.mark.usefixtures("office")
def test_another_group_is_only_taken_when_it_is_asked_for(database: Database) -> None:
    phones = Phones(database)
    assert phones.say("Qori", "(ditambahkan)", "Lain") == [
        "Bot@Lain> Ketik /hubungkan di sini untuk memindahkan grup satker."
    ]
    assert bound(database) == "Grup"


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("who", ["Qori 3573", "Rudi 3573"])
@pytest.mark.parametrize("said", ["/lapor", "(balas foto a) /lapor", "/rekap", "/kolase", "halo", "(ditambahkan)"])
def test_who_leads_another_office_is_a_guest_here_and_nothing_is_said_to_them(
    database: Database, who: str, said: str
) -> None:
    with database.transaction() as session:
        make_office(session, "3573", "KPU Kota Malang")
    phones = Phones(database)
    assert phones.say(who, said, "Grup") == []
    assert phones.say(who, "/lapor", f"Grup {who.split()[1]}")[0] == "Bot@Grup 3573: 👌"


@pytest.mark.usefixtures("office")
def test_the_button_of_the_group_brings_a_stranger_to_the_line_for_strangers(database: Database) -> None:
    phones = Phones(database)
    assert phones.say("Orang", "/start lapor") == [f"Bot→Orang> {masuk.STRANGER}"]
    assert phones.say("Orang", "/start lapor") == []
    # It was no guess of a link.
    assert [phones.say("Lain", "/start lapor") for _ in range(6)][1:] == [[]] * 5
    phones.now += timedelta(minutes=1)
    assert phones.say("Lain", "/start tebakan")[0].startswith("Bot→Lain> Tautan undangan ini tidak berlaku lagi.")


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("who", ["Qori", "Rudi", "Orang"])
def test_the_bot_stays_in_a_group_that_is_not_yet_connected_when_people_leave_it(database: Database, who: str) -> None:
    assert Phones(database).say(who, "(keluar)", "Lain") == []


@pytest.mark.usefixtures("office")
def test_an_answer_in_the_group_replies_to_its_message_and_one_in_private_to_none(database: Database) -> None:
    phones = Phones(database)
    phones.send("Rudi", "/lapor", "Grup#5")
    phones.send("Rudi", "/bantuan")
    with database.transaction() as session:
        rows = session.scalars(select(Outbox).where(Outbox.kind == Kind.SAY).order_by(Outbox.id))
        told = [(row.chat, row.topic, row.payload.get("answers")) for row in rows]
    assert told == [("Grup", "5", "1000"), ("Rudi", "", None)]
