"""After a long silence everybody who reports is told once what may be lost."""

from datetime import datetime, timedelta

import pytest

from handlers.deliveries import trouble
from storage.database import Database
from storage.kantor import people
from tests.conftest import NOW

pytestmark = pytest.mark.usefixtures("office")
SAID = (
    "Pesan yang Anda kirim antara Kamis, 23 Juni 2022 pukul 09.00 sampai {until} mungkin tidak sampai. "
    "Periksa dengan /saya, lalu kirim sekali lagi yang belum tercatat."
)


def heard(database: Database, at: datetime, channel: str = "test") -> list[tuple[str, str]]:
    with database.transaction() as session:
        return [(said.chat.id, said.text) for said in trouble.heard(session, channel, at)]


def test_the_first_time_and_a_short_silence_say_nothing(database: Database) -> None:
    day = NOW - timedelta(days=1)
    assert [heard(database, at) for at in (day, day + timedelta(minutes=1), day + timedelta(hours=20))] == [[], [], []]


def test_after_a_long_silence_members_hear_once_which_span_may_be_lost(database: Database) -> None:
    heard(database, NOW - timedelta(days=1))
    text = SAID.format(until="Jumat, 24 Juni 2022 pukul 01.00")
    assert heard(database, NOW + timedelta(hours=12)) == [(name, text) for name in ("Agus", "Qori", "Rudi", "Kadir")]
    assert heard(database, NOW + timedelta(hours=12, minutes=1)) == []


def test_whatsapp_holds_ready_for_a_week_what_nobody_heard(database: Database) -> None:
    with database.transaction() as session:
        rudi = people.find(session, "test", "Rudi")
        assert rudi
        people.identify(session, rudi, "whatsapp", "628121", "628121")
    heard(database, NOW - timedelta(days=6), "whatsapp")
    assert heard(database, NOW, "whatsapp") == []
    told = heard(database, NOW + timedelta(days=7), "whatsapp")
    assert [chat for chat, _ in told] == ["628121"]


def test_a_clock_that_goes_back_does_not_make_a_silence(database: Database) -> None:
    heard(database, NOW)
    assert heard(database, NOW - timedelta(hours=3)) == []
    assert heard(database, NOW + timedelta(hours=19)) == []
