"""/panduan: which manual who gets, and what stands below it."""

import pytest
from sqlalchemy import select

from storage.chat.outbox import Outbox
from storage.database import Database
from storage.laporan.deliveries import Delivery, State
from tests.phone import Phones


def asked(database: Database, who: str) -> tuple[list[str], list[str]]:
    told = Phones(database).say(who, "/panduan")
    with database.transaction() as session:
        row = session.scalars(select(Delivery)).one()
        assert (row.kind, row.state) == ("panduan diminta", State.SENT)
        return told, row.figures["panduan"]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("who", ["Rudi", "Agus"])
def test_who_reports_gets_the_sheet_of_the_team(database: Database, who: str) -> None:
    told, names = asked(database, who)
    assert names == ["anggota"]
    assert told == [
        f"Bot→{who}> **Panduan bot Bakohumas**",
        "   │ Cetak pada kertas A4, lalu gantung di dekat meja kerja.",
        "   │ <panduan 1>",
    ]


@pytest.mark.usefixtures("office")
def test_the_ketua_pelaksana_gets_both(database: Database) -> None:
    told, names = asked(database, "Qori")
    assert names == ["ketua-pelaksana", "anggota"]
    assert told == [
        "Bot→Qori> **Panduan bot Bakohumas**",
        (
            "   │ Satu untuk Anda, satu untuk seluruh tim. Cetak pada kertas A4; "
            "milik tim dapat digantung di dekat meja kerja."
        ),
        "   │ <panduan 1>",
    ]


@pytest.mark.usefixtures("office")
def test_the_pembina_is_told_what_there_is_to_read(database: Database) -> None:
    told, names = asked(database, "Hudri")
    assert names == ["anggota"]
    assert told == [
        "Bot→Hudri> **Panduan bot Bakohumas**",
        (
            "   │ Lembar ini memperlihatkan cara tim melapor. "
            "Yang dapat Anda baca kapan saja: /status, /ringkas, /kolase, dan /daftar."
        ),
        "   │ <panduan 1>",
    ]


@pytest.mark.usefixtures("office")
def test_in_the_group_it_is_not_sent(database: Database) -> None:
    phones = Phones(database)
    assert phones.say("Rudi", "/panduan", grup="Grup")[-1] == "   │ [Buka chat pribadi]"
    with database.transaction() as session:
        assert [(row.chat, row.payload["drawing"]) for row in session.scalars(select(Outbox))] == [("Grup", None)] * 2
