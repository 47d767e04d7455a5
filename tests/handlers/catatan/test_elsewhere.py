"""What was sent names the records it used, on the reporters' own receipts and nowhere else."""

from datetime import datetime

import pytest
from sqlalchemy import select

from handlers.catatan.elsewhere import RENEWED
from handlers.reading.dates.periods import Periode
from handlers.rekap.doors import MakeVersion
from storage.catatan.records import Dipakai
from storage.chat import outbox
from storage.chat.outbox import Outbox
from storage.database import Database
from tests.conftest import WIB
from tests.phone import Phones, forged

Q2 = Periode("triwulan", 2, 2022)
FRIDAY = datetime(2022, 6, 24, 16, tzinfo=WIB)
NAMES = ("Apel", "Senam", "Jambore", "Upacara", "Pelantikan", "Simulasi", "Wawancara", "Podcast", "Seminar", "Workshop")
MORE = ("Peluncuran", "Kunjungan", "Silaturahmi")


def report(phones: Phones, names: tuple[str, ...]) -> None:
    for n, name in enumerate(names):
        phones.say("Rudi", f"(foto {name}) {name} {20 + n % 5} Juni")
        phones.say("Rudi", "simpan")


def uses(database: Database) -> list[tuple[int, str]]:
    with database.transaction() as session:
        return [(row.nomor, row.sebagai) for row in session.scalars(select(Dipakai).order_by(Dipakai.id))]


@pytest.mark.usefixtures("office")
def test_a_kolase_names_all_it_shows_once_and_renews_the_newest_receipts(database: Database) -> None:
    phones = Phones(database)
    report(phones, NAMES + MORE)
    told = phones.at(FRIDAY)
    assert [line for line in told if line.startswith("Bot→Rudi")] == [
        f"Bot→Rudi* **Tercatat #{n}**" for n in range(13, 13 - RENEWED, -1)
    ]
    assert uses(database) == [(n, "kolase Pekan Keempat Juni 2022") for n in range(1, 14)]
    assert phones.say("Rudi", "#1")[6] == "   │ Dipakai dalam kolase Pekan Keempat Juni 2022."


@pytest.mark.usefixtures("office")
def test_a_kolase_that_somebody_asked_for_is_no_use(database: Database) -> None:
    phones = Phones(database)
    report(phones, NAMES[:1])
    phones.say("Kadir", "/kolase")
    assert uses(database) == []


@pytest.mark.usefixtures("office")
def test_a_report_uses_coordination_photos_and_konten_but_not_what_it_does_not_print(database: Database) -> None:
    phones = Phones(database)
    report(phones, ("Apel",))
    for said in ("/lapor Rapat staf", "simpan", "/lapor Audiensi Kodim 0820, data", "simpan", "foto 3", "simpan"):
        phones.say("Rudi", said)
    phones.say("Qori", forged(MakeVersion(Q2, 1)))
    assert uses(database) == [(n, "laporan Triwulan II 2022 versi 1") for n in (1, 3, 4)]


@pytest.mark.usefixtures("office")
def test_a_new_version_takes_the_place_of_the_one_before(database: Database) -> None:
    phones = Phones(database)
    report(phones, ("Apel",))
    for said in (forged(MakeVersion(Q2, 1)), "/matriks Juni repost ig 12", forged(MakeVersion(Q2, 2))):
        phones.say("Qori", said)
    told = phones.say("Rudi", "#1")
    assert [line for line in told if "Dipakai" in line] == ["   │ Dipakai dalam laporan Triwulan II 2022 versi 2."]


@pytest.mark.usefixtures("office")
def test_a_receipt_that_is_being_changed_is_left_alone(database: Database) -> None:
    phones = Phones(database)
    report(phones, ("Apel",))
    for said in ("[Ubah]", "[Tempat]", "Aula"):
        phones.say("Rudi", said)
    assert [line for line in phones.at(FRIDAY) if line.startswith("Bot→Rudi")] == []
    with database.transaction() as session:
        assert session.scalars(select(Outbox).where(Outbox.kind == outbox.Kind.EDIT)).all() == []
