"""The question of the recipe: old records have no answer, new ones are asked, saved, shown, corrected, exported."""

import os

import pytest
from sqlalchemy import select

from storage.catatan.kegiatan import Kegiatan
from storage.columns import told
from storage.database import Database
from storage.laporan.deliveries import Delivery
from tests.phone import Phones

CARD = ["Bot→Rudi> **Laporan kegiatan**", "   │ Nama: Apel Pagi", "   │ Tanggal: Jumat, 24 Juni 2022"]


@pytest.fixture
def phones() -> Phones:
    """On a database that was there before the recipe, with a kegiatan in it."""
    database = Database(f"sqlite:///{os.environ['BEFORE']}")
    database.upgrade()
    return Phones(database)


def saved(phones: Phones) -> list[str]:
    with phones.database.transaction() as session:
        return [told(row)["narasumber"] for row in session.scalars(select(Kegiatan).order_by(Kegiatan.nomor))]


def test_it_is_asked_and_saved_and_shown(phones: Phones) -> None:
    assert saved(phones) == [""]
    asked = ["   │ Mitra: Internal", "   │ Narasumber: –", "   │", "   │ Siapa narasumbernya?"]
    assert phones.say("Rudi", "/lapor Apel pagi") == [
        *CARD, *asked, "   │ [Lewati]", "   │ [Simpan] [Ubah] [Batal]"
    ]  # fmt: skip
    assert phones.say("Rudi", "Ketua KPU")[:5] == [*CARD, "   │ Mitra: Internal", "   │ Narasumber: Ketua KPU"]
    assert phones.say("Rudi", "[Simpan]")[4] == "   │ Narasumber: Ketua KPU"
    assert saved(phones) == ["", "Ketua KPU"]
    assert phones.say("Rudi", "ralat #2 narasumber Sekretaris")[1] == "   │ Narasumber: Ketua KPU → Sekretaris"
    assert phones.say("Rudi", "/cari sekretaris")[0] == "Bot→Rudi> **1 catatan untuk “sekretaris”**"
    phones.say("Qori", "/ekspor")
    with phones.database.transaction() as session:
        figures = session.scalars(select(Delivery).where(Delivery.kind == "ekspor diminta")).one().figures
    names = [column["nama"] for column in figures["tables"][0]["columns"]]
    column = names.index("Narasumber")
    assert [row[column] for row in figures["tables"][0]["rows"]] == ["", "Sekretaris"]
    phones.say("Qori", f"(berkas ekspor, Kegiatan!{'ABCDEFGHIJKL'[column]}2=Bawaslu)")
    phones.say("Qori", "[Simpan]")
    assert saved(phones) == ["Bawaslu", "Sekretaris"]
