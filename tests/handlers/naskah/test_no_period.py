"""What looks like a period and is none is never kept as a text; each command says in one sentence what it takes."""

import pytest

from storage.database import Database
from storage.laporan.laporan import Masalah, Saran, Surat
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
COMMANDS = ("masalah", "saran", "surat", "narasi")
QUARTERS = "Triwulan hanya ada I sampai IV; yang mana?"
NONE = {
    "Q9": QUARTERS,
    "Q0": QUARTERS,
    "q5": QUARTERS,
    "q 12": QUARTERS,
    "TW V 2022": QUARTERS,
    "triwulan V": QUARTERS,
    "triwulan ke-6": QUARTERS,
    "triwulan keenam 2022": QUARTERS,
    "kuartal 7": QUARTERS,
    "S3": "Semester hanya ada I sampai II; yang mana?",
    "semester 4 2022": "Semester hanya ada I sampai II; yang mana?",
    "Q9 listrik padam": QUARTERS,
    "TW VI: listrik padam": QUARTERS,
    "Q4 2022": "Triwulan IV 2022 belum dimulai.",
} | {
    said: f"“{said}” bukan periode laporan; tulis misalnya Q2, TW II 2022, S1, atau 2022."
    for said in (
        "bulan 13", "Bulan ini", "Juni 2022", "Jun 22", "06/2022", "triwulan", "triwulan depan",
        "pekan ini", "pekan 9", "pekan kedua Juni", "minggu lalu", "pekan keenam Juni", "W25", "2022-W99", "tahun 1999",
    )
}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("said", NONE)
def test_it_is_answered_with_one_sentence_and_nothing_is_kept(database: Database, command: str, said: str) -> None:
    assert Phones(database).say("Qori", f"/{command} {said}") == [f"Bot→Qori> {NONE[said]}"]
    with database.transaction() as session:
        assert [session.query(kind).all() for kind in (Masalah, Saran, Surat)] == [[], [], []]


PERIODS = {
    "Q2/2022": "Triwulan II 2022",
    "TW II-2022": "Triwulan II 2022",
    "triwulan ke-2": "Triwulan II 2022",
    "triwulan kesatu 2022": "Triwulan I 2022",
    "tahun lalu": "Tahun 2021",
}


@pytest.mark.parametrize("said", PERIODS)
def test_a_period_is_no_text_however_it_is_written(database: Database, said: str) -> None:
    assert Phones(database).say("Qori", f"/saran {said}")[0] == f"Bot→Qori> **Saran {PERIODS[said]}**"
    with database.transaction() as session:
        assert session.query(Saran).all() == []


TEXTS = (
    "Juni 2022 listrik sering padam",
    "Minggu tenang belum disosialisasikan",
    "Bulan puasa",
    "Skema",
    "S3 Komunikasi perlu direkrut",
    "Triwulan depan perlu pelatihan",
    "2022 anggaran belum cair",
)


@pytest.mark.parametrize("said", TEXTS)
def test_words_that_go_on_are_a_text(database: Database, said: str) -> None:
    Phones(database).say("Qori", f"/saran {said}")
    with database.transaction() as session:
        assert [row.isi for row in session.query(Saran)] == [said]
