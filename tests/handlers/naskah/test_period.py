"""What the four commands of the report's texts share: the period, clean text, sheets, and taking back."""

from datetime import date, datetime

import pytest

from handlers.chat.changes import Undo
from handlers.chat.messages import Rejected
from handlers.naskah import period
from handlers.naskah.doors import (
    CloseText,
    DeleteText,
    Lists,
    ReopenText,
    RewriteText,
    Texts,
)
from handlers.reading import text as reading_text
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from storage.database import Database
from storage.kantor.audit import Audit
from storage.laporan.laporan import Masalah
from tests.conftest import WIB
from tests.phone import Phones


@pytest.mark.parametrize(
    ("today", "kode"),
    [
        (date(2022, 6, 24), "2022-TW2"),
        (date(2022, 7, 1), "2022-TW2"),
        (date(2022, 7, 21), "2022-TW2"),
        (date(2022, 7, 22), "2022-TW3"),
        (date(2022, 1, 5), "2021-TW4"),
        (date(2022, 1, 22), "2022-TW1"),
    ],
)
def test_the_report_of_a_triwulan_is_written_three_weeks_long(today: date, kode: str) -> None:
    assert periods.due(today).kode == kode


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("/saran", "Saran Triwulan II 2022"),
        ("/saran Q1", "Saran Triwulan I 2022"),
        ("/saran q2 2022", "Saran Triwulan II 2022"),
        ("/saran TW I 2022", "Saran Triwulan I 2022"),
        ("/saran s1", "Saran Semester I 2022"),
        ("/saran 2022", "Saran Tahun 2022"),
        ("/saran triwulan 1 2022", "Saran Triwulan I 2022"),
        ("/saran 2021-TW3", "Saran Triwulan III 2021"),
    ],
)
def test_the_period_as_people_type_it(database: Database, office: int, said: str, title: str) -> None:
    assert office
    assert Phones(database).say("Qori", said)[0] == f"Bot→Qori> **{title}**"


def test_a_period_that_has_not_begun(database: Database, office: int) -> None:
    assert office
    phones = Phones(database)
    assert phones.say("Qori", "/saran Q4 2022") == ["Bot→Qori> Triwulan IV 2022 belum dimulai."]
    assert phones.say("Qori", f"[!{Texts(Lists.SARAN, Periode('triwulan', 4, 2022)).written()}]") == [
        "Bot! Triwulan IV 2022 belum dimulai."
    ]


def test_words_that_only_look_like_a_period_are_text_unless_they_begin_with_one_that_is_none(
    database: Database, office: int
) -> None:
    assert office
    phones = Phones(database)
    assert phones.say("Qori", "/saran Q5 tidak ada") == ["Bot→Qori> Triwulan hanya ada I sampai IV; yang mana?"]
    assert phones.say("Qori", "/saran Triwulan depan perlu pelatihan.")[5] == "   │ Triwulan depan perlu pelatihan."


def test_the_periods_beside_one() -> None:
    told = (("triwulan", 4, 2022), ("semester", 1, 2022), ("tahun", 1, 2022))
    after = [period.following(Periode(*p)).kode for p in told]
    assert after == ["2023-TW1", "2022-S2", "2023"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Anggaran 👍🏽 belum cair ✅", "Anggaran belum cair"),
        ("<b>tebal</b> & *miring* {{ 7*7 }}", "<b>tebal</b> & *miring* {{ 7*7 }}"),
        ("\u202egnabrab\u202c\u200b", "gnabrab"),
        ("a\x00b\x1fc\ud800", "abc"),
        ("© 2022, suhu 30°", "© 2022, suhu 30°"),
        ("1\ufe0f\u20e3 satu", "1 satu"),
        ("\ue000pribadi", "pribadi"),
        ("satu\n\n\n\ndua", "satu\n\ndua"),
    ],
)
def test_text_fit_for_a_letter(typed: str, kept: str) -> None:
    assert reading_text.printable(typed, 100) == kept


def test_text_that_is_empty_or_too_long() -> None:
    with pytest.raises(Rejected, match=r"^Teksnya masih kosong; mohon ditulis\.$"):
        reading_text.printable("👍 \u200b", 100)
    with pytest.raises(Rejected, match=r"^Terlalu panjang: 101 huruf, paling banyak 100\.$"):
        reading_text.printable("a" * 101, 100)


def test_a_long_text_becomes_sheets_that_lose_no_word() -> None:
    text = " ".join(f"kata{n}" for n in range(2000))
    sheets = reading_text.in_messages(text)
    assert max(map(len, sheets)) <= reading_text.FULL
    assert " ".join(sheets) == text
    assert reading_text.in_messages("x" * 8000) == ["x" * 3500, "x" * 3500, "x" * 1000]
    assert reading_text.in_messages("pendek") == ["pendek"]


TW2 = Periode("triwulan", 2, 2022)


def test_every_change_is_in_the_audit_and_can_be_taken_back_once(database: Database, office: int) -> None:
    assert office
    phones = Phones(database, datetime(2022, 6, 24, 23, 30, tzinfo=WIB))
    for said in ("/masalah Listrik padam", "[Ubah]", "Listrik sering padam", "[Hapus]", "[Urungkan]"):
        phones.say("Qori", said)
    with database.transaction() as session:
        told = [(a.what, a.action, a.before, a.after) for a in session.query(Audit).order_by(Audit.id)]
        (row,) = session.query(Masalah)
    first = {"judul": "Listrik padam", "isi": ""}
    gone = "2022-06-24T16:30:00+00:00"
    assert told == [
        ("masalah", "tambah", {**first, "dihapus_at": gone}, {**first, "dihapus_at": None}),
        ("masalah", "ubah", first, {"judul": "Listrik sering padam", "isi": ""}),
        ("masalah", "hapus", {"dihapus_at": None}, {"dihapus_at": gone}),
        ("masalah", "kembalikan", {"dihapus_at": gone}, {"dihapus_at": None}),
    ]
    assert (row.judul, row.dihapus_at) == ("Listrik sering padam", None)
    assert phones.say("Qori", f"[!{Undo(3).written()}]") == ["Bot! Sudah diurungkan."]
    assert phones.say("Qori", f"[!{Undo(2).written()}]")[1] == "   │ Diurungkan: Listrik padam"


def test_what_was_written_since_is_not_lost_by_taking_back(database: Database, office: int) -> None:
    assert office
    phones = Phones(database)
    for said in ("/saran Satu", "[Ubah]", "Dua", "[Ubah]", "Tiga"):
        phones.say("Qori", said)
    assert phones.say("Qori", f"[!{Undo(2).written()}]") == ["Bot! Bagian itu sudah diubah lagi sesudahnya."]
    assert phones.say("Qori", f"[!{Undo(99).written()}]") == ["Bot! Perubahan itu tidak ditemukan."]


def test_an_old_card_does_nothing_to_a_removed_text(database: Database, office: int) -> None:
    assert office
    phones = Phones(database)
    for said in ("/masalah Satu", "[Ubah]", "Dua", "[Ubah]", f"[!{DeleteText(Lists.MASALAH, TW2, 1).written()}]"):
        phones.say("Qori", said)
    gone = "Teks itu sudah dihapus."
    doors = (RewriteText(Lists.MASALAH, TW2, 1), CloseText(Lists.MASALAH, TW2, 1), ReopenText(Lists.MASALAH, TW2, 1))
    assert [phones.say("Qori", f"[!{door.written()}]") for door in doors] == [[f"Bot! {gone}"]] * 3
    assert phones.say("Qori", f"[!{Undo(2).written()}]") == ["Bot! Bagian itu sudah dihapus."]
    assert phones.say("Qori", f"[!{Undo(3).written()}]")[1] == "   │ Diurungkan: Dua"
