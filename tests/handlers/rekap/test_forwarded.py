"""A report comes to whoever asks for it, and to every ketua pelaksana who forwards it where no group is connected."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from tests.conftest import NOW
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
TITLE = "**Laporan Bakohumas KPU Kota Probolinggo Triwulan II 2022**"
FORWARD = "Teruskan berkas di atas ke grup WhatsApp satker."


@pytest.fixture
def phones(database: Database) -> Phones:
    """Qori and Agus lead, both on WhatsApp; no group."""
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        office.grup = office.grup_channel = office.terhubung_at = None
        for name, number in (("Qori", "628q"), ("Agus", "628a")):
            who = people.find(session, "test", name)
            assert who
            who.role = Role.KETUA_PELAKSANA
            people.identify(session, who, "whatsapp", number, number, NOW - timedelta(days=1))
    return Phones(database, channel="whatsapp", alone=True)


def heads(told: list[str], *words: str) -> list[str]:
    return [line for line in told if line.startswith("Bot") and any(word in line for word in words)]


def test_who_asks_sees_how_far_it_is_and_all_who_lead_get_it_with_the_request(phones: Phones) -> None:
    asked = phones.say("628q", "/rekap Q2")
    goes = "7 penting, 6 boleh dibiarkan. Buat laporan mengirimnya kepada Ketua Pelaksana, untuk diteruskan ke grup."
    assert [line for line in asked if "mengirimnya" in line] == [f"   │ {goes}"]
    told = phones.say("628q", "[Buat laporan]")
    mine = [line for line in heads(told, TITLE, FORWARD) if line.startswith("Bot→628q")]
    assert mine == [f"Bot→628q> {TITLE}", f"Bot→628q> {FORWARD}"]
    ends = [line for line in told if "Terkirim" in line]
    assert ends == ["   │ Terkirim ke chat ini."]
    assert [line for line in told if line.startswith("Bot→628a")] == [f"Bot→628a> {TITLE}", f"Bot→628a> {FORWARD}"]


def test_who_asks_in_telegram_gets_it_there_and_the_card_too(phones: Phones, database: Database) -> None:
    telegram = Phones(database, now=NOW, count=500)
    telegram.say("Qori", "/rekap Q2")
    said = telegram.say("Qori", "[Buat laporan]")
    assert heads(said, TITLE, FORWARD) == [f"Bot→Qori> {TITLE}", f"Bot→Qori> {FORWARD}"]
    assert heads(phones.hear(), TITLE, FORWARD) == [f"Bot→628a> {TITLE}", f"Bot→628a> {FORWARD}"]
