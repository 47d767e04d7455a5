"""/daftar: the pages of a month and of a pekan."""

from datetime import date

import pytest

from handlers.chat.door import Door
from handlers.daftar.doors import OfMonth, OfPekan
from handlers.reading.dates.pekan import Pekan
from storage.database import Database
from tests.phone import Phones


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "forged", [OfMonth(date(9999, 12, 1)), OfMonth(date(2022, 6, 15)), OfPekan(Pekan(date(1999, 12, 27)))]
)
def test_a_forged_press_is_answered_like_an_old_one(database: Database, forged: Door) -> None:
    assert Phones(database).say("Qori", f"[!{forged.written()}]") == [
        "Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."
    ]
