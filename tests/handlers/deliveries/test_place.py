"""What is told when the bot loses its place in a chat, and to whom."""

from datetime import date

import pytest
from sqlalchemy import select

from handlers.chat.messages import Presence
from handlers.deliveries import place
from storage.chat.inbox import Inbox
from storage.database import Database
from storage.kantor.people import Anggota
from tests.conftest import make_office
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
MUTED = f"Bot→Qori> {place.TOLD[Presence.MUTED]} {place.LATER}"


def test_of_who_did_it_nothing_is_kept(database: Database) -> None:
    phones = Phones(database)
    for said, chat in (("(dibisukan)", "Grup"), ("(topik ditutup)", "Grup#9"), ("(memblokir)", None)):
        phones.say("Orang", said, chat)
    with database.transaction() as session:
        assert [row.body for row in session.scalars(select(Inbox))] == [{"kind": "tempat"}] * 3


def test_only_the_office_of_the_group_hears_and_a_group_of_nobody_says_nothing(database: Database) -> None:
    with database.transaction() as session:
        make_office(session, "3573", "KPU Kota Malang")
    phones = Phones(database)
    assert phones.say("Orang", "(dibisukan)", "Grup") == [MUTED]
    assert phones.say("Orang", "(dibisukan)", "Grup 3573") == [MUTED.replace("Qori", "Qori 3573")]
    assert phones.say("Orang", "(dibisukan)", "Arisan") == []


def test_a_second_time_the_line_stands_below_what_was_said_since(database: Database) -> None:
    phones = Phones(database)
    for _ in range(2):
        assert phones.say("Orang", "(dibisukan)", "Grup") == [MUTED]


def test_the_last_who_leads_is_told_of_by_nobody(database: Database) -> None:
    with database.transaction() as session:
        session.scalars(select(Anggota).where(Anggota.nama == "Agus")).one().berlaku_sampai = date(2022, 1, 1)
    assert Phones(database).say("Qori", "(memblokir)") == []


def test_a_group_that_lost_its_topics_is_bound_without_a_name(database: Database) -> None:
    phones = Phones(database)
    phones.say("Qori", "/hubungkan", "Grup#5")
    assert phones.say("Qori", "/hubungkan", "Grup") == [
        "Bot@Grup> Mulai sekarang kolase pekanan dan laporan dikirim ke grup ini."
    ]
