"""Everything that tells of a kolase names its week as the picture does: with the weekend, where something is on it."""

from datetime import datetime

import pytest
from sqlalchemy import select

from handlers import table
from handlers.kolase import hidup, kolase, pratinjau
from renderers.figures import Kolase
from renderers.frozen import thaw
from renderers.rekap.rekap import sheets_of
from storage.database import Database
from storage.laporan.deliveries import Delivery
from tests.conftest import WIB
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
DAYS = {
    "a week from Monday to Friday": ("20 Juni 2022", "2022-W25", "Pekan Keempat Juni 2022 (20–24 Juni 2022)"),
    "a Saturday": ("25 Juni 2022", "2022-W25", "Pekan Keempat Juni 2022 (20–25 Juni 2022)"),
    "a Sunday": ("26 Juni 2022", "2022-W25", "Pekan Keempat Juni 2022 (20–26 Juni 2022)"),
    "a week across the end of a month": ("29 Juni 2022", "2022-W26", "27 Juni–1 Juli 2022"),
    "a Saturday across it": ("2 Juli 2022", "2022-W26", "27 Juni–2 Juli 2022"),
    "a Sunday that is the next month's": ("31 Juli 2022", "2022-W30", "Pekan Keempat Juli 2022 (25–31 Juli 2022)"),
    "the last day of a year": ("31 Desember 2022", "2022-W52", "Pekan Kelima Desember 2022 (26–31 Desember 2022)"),
    "the first day of a year": (
        "1 Januari 2023",
        "2022-W52",
        "Pekan Kelima Desember 2022 (26 Desember 2022–1 Januari 2023)",
    ),
}


@pytest.mark.parametrize(("day", "kode", "named"), DAYS.values(), ids=DAYS)
def test_caption_picture_and_report_name_the_same_days(database: Database, day: str, kode: str, named: str) -> None:
    phones = Phones(database, datetime(2023, 1, 9, 9, tzinfo=WIB))
    phones.say("Rudi", f"(foto a) Apel Pagi {day}")
    phones.say("Rudi", "[Simpan]")
    caption, title = phones.say("Rudi", f"/kolase {kode}")[0], named.partition(" (")[0]
    assert caption == f"Bot→Rudi> **Kegiatan KPU Kota Probolinggo, {named}**"
    assert phones.say("Rudi", "[Format lain]")[0] == f"Bot→Rudi> Kolase {title}: bentuk yang mana?"
    assert phones.say("Rudi", "[Persegi]")[0] == f"Bot→Rudi> Kolase {title}, format Persegi."
    with database.transaction() as session:
        picture = thaw(Kolase, session.scalars(select(Delivery).where(Delivery.kind == kolase.ASKED)).one().figures)
    assert picture.kapan == named
    assert [one.caption for one in sheets_of(picture, [b""])] == [f"Kegiatan KPU Kota Probolinggo {named}"]


def test_a_week_that_grows_by_its_saturday_is_renamed_wherever_it_is_told(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "JOBS", (pratinjau.preview, kolase.weekly, hidup.renew))
    phones = Phones(database, datetime(2022, 6, 29, 9, tzinfo=WIB))
    phones.at(datetime(2022, 6, 29, 9, tzinfo=WIB))
    phones.say("Rudi", "(foto a) Apel Pagi")
    phones.say("Rudi", "[Simpan]")
    before = phones.at(datetime(2022, 7, 1, 13, tzinfo=WIB)) + phones.at(datetime(2022, 7, 1, 16, tzinfo=WIB))
    phones.now = datetime(2022, 7, 2, 9, tzinfo=WIB)
    phones.say("Kadir", "(foto b) Bakti sosial")
    phones.say("Kadir", "[Simpan]")
    after = phones.at(datetime(2022, 7, 2, 9, 30, tzinfo=WIB))
    assert [line for line in before if "27 Juni–1" in line] == [
        "Bot→Qori> **Kolase 27 Juni–1 Juli 2022**",
        "Bot@Grup> **Kegiatan KPU Kota Probolinggo, 27 Juni–1 Juli 2022**",
        "Bot→Qori* **Kolase 27 Juni–1 Juli 2022**",
        "   │ Dipakai dalam kolase 27 Juni–1 Juli 2022.",
    ]
    assert [line for line in after if "27 Juni–" in line] == [
        "Bot@Grup* **Kegiatan KPU Kota Probolinggo, 27 Juni–2 Juli 2022**",
        "   │ Dipakai dalam kolase 27 Juni–2 Juli 2022.",
        "   │ Dipakai dalam kolase 27 Juni–2 Juli 2022.",
    ]
