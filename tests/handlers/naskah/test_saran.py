"""/saran: a list per period; the period before is copied only when asked."""

from datetime import datetime

from handlers.chat.changes import Undo
from handlers.naskah.doors import CopyRecommendations, DeleteText, Lists, RewriteText
from handlers.reading.dates.periods import Periode
from storage.database import Database
from storage.kantor.satker import Satker
from storage.laporan import laporan as rows
from tests.conftest import WIB, here, make_office
from tests.phone import Phones

TW2, TW3 = Periode("triwulan", 2, 2022), Periode("triwulan", 3, 2022)


def of(database: Database, office: int, periode: str) -> list[str]:
    with database.transaction() as session:
        return list(rows.saran_of(here(session, session.get_one(Satker, office)), periode))


def test_each_period_has_its_own(database: Database, office: int) -> None:
    phones = Phones(database)
    for said in ("/saran Satu.", "/saran Q1 Dua.", "/saran 2022", "[Tambah]", "Tiga⏎baris."):
        phones.say("Qori", said)
    told = [of(database, office, kode) for kode in ("2022-TW1", "2022-TW2", "2022", "2022-S1")]
    assert told == [["Dua."], ["Satu."], ["Tiga baris."], []]


def test_they_are_copied_once_and_then_live_apart(database: Database, office: int) -> None:
    phones = Phones(database)
    phones.say("Qori", "/saran Satu.")
    phones.now = datetime(2022, 8, 1, 9, tzinfo=WIB)
    for said in ("/saran", "[Salin dari Triwulan II 2022]", "[Ubah]", "Satu, diperbarui."):
        phones.say("Qori", said)
    assert of(database, office, "2022-TW2") == ["Satu."]
    assert of(database, office, "2022-TW3") == ["Satu, diperbarui."]
    assert phones.say("Qori", f"[!{CopyRecommendations(TW3).written()}]") == ["Bot! Saran Triwulan III 2022 sudah ada."]


def test_another_office_sees_and_reaches_nothing(database: Database, office: int) -> None:
    with database.transaction() as session:
        make_office(session, "9999", "KPU Kota Lain")
    phones = Phones(database)
    phones.say("Qori", "/saran Rahasia.")
    assert phones.say("Qori 9999", "/saran")[1] == "   │ Belum ada saran untuk Triwulan II 2022."
    for door in (RewriteText(Lists.SARAN, TW2, 1), DeleteText(Lists.SARAN, TW2, 1)):
        assert phones.say("Qori 9999", f"[!{door.written()}]") == ["Bot! Teks itu tidak ditemukan."]
    assert of(database, office, "2022-TW2") == ["Rahasia."]


def test_a_removed_one_is_not_removed_twice(database: Database, office: int) -> None:
    assert office
    phones = Phones(database)
    phones.say("Qori", "/saran Satu.")
    phones.say("Qori", "[Hapus]")
    gone = ["Bot! Teks itu sudah dihapus."]
    doors = (DeleteText(Lists.SARAN, TW2, 1), RewriteText(Lists.SARAN, TW2, 1))
    assert [phones.say("Qori", f"[!{door.written()}]") for door in doors] == [gone] * 2


def test_a_copy_is_taken_back_whole_or_not_at_all(database: Database, office: int) -> None:
    phones = Phones(database)
    for said in ("/saran Satu.", "/saran Dua."):
        phones.say("Qori", said)
    phones.now = datetime(2022, 8, 1, 9, tzinfo=WIB)
    phones.say("Qori", "/saran")
    copied = phones.say("Qori", "[Salin dari Triwulan II 2022]")
    assert [copied[-4], *copied[-1:]] == ["   │ [Tambah] [Urungkan]", "   │ [Triwulan II 2022]"]
    assert phones.say("Qori", "[Urungkan]")[1] == "   │ Diurungkan."
    assert (of(database, office, "2022-TW3"), of(database, office, "2022-TW2")) == ([], ["Satu.", "Dua."])
    phones.say("Qori", "[Salin dari Triwulan II 2022]")
    phones.now = datetime(2022, 8, 1, 10, tzinfo=WIB)
    phones.say("Qori", "[Hapus]")
    assert phones.say("Qori", f"[!{Undo(7, 8).written()}]") == ["Bot! Bagian itu sudah diubah lagi sesudahnya."]
    unknown = ["Bot! Perubahan itu tidak ditemukan."]
    assert [phones.say("Qori", f"[!{Undo(*span).written()}]") for span in ((5, 6), (90, 99))] == [unknown] * 2
    assert of(database, office, "2022-TW3") == ["Dua."]


def test_nothing_is_copied_from_a_period_that_has_lost_its_own(database: Database, office: int) -> None:
    assert office
    told = Phones(database).say("Qori", f"[!{CopyRecommendations(TW2).written()}]")
    assert told == ["Bot! Saran Triwulan I 2022 sudah tidak ada."]


def test_a_word_that_was_read_as_a_period_is_told(database: Database, office: int) -> None:
    told = Phones(database).say("Qori", "/saran S1 Komunikasi perlu direkrut")
    assert told[:2] == [
        "Bot→Qori> **Saran Semester I 2022**",
        "   │ Ditambahkan untuk Semester I 2022 (“S1” dibaca sebagai periode).",
    ]
    assert of(database, office, "2022-S1") == ["Komunikasi perlu direkrut"]
