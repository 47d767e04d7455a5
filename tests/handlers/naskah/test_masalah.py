"""/masalah: what people write becomes judul and isi, and stands in the reports of the time it was open."""

from datetime import date, datetime

import pytest

from handlers.chat.changes import Undo
from handlers.chat.door import Door
from handlers.chat.messages import Rejected
from handlers.laporan import gather
from handlers.naskah import masalah
from handlers.naskah.doors import CloseText, DeleteText, Lists, ReopenText, RewriteText
from handlers.reading.dates.periods import Periode
from storage.database import Database
from storage.kantor.satker import Satker
from storage.laporan.laporan import Masalah
from tests.conftest import WIB, here, make_office
from tests.phone import Phones


@pytest.mark.parametrize(
    ("typed", "judul", "isi"),
    [
        ("Ruang podcast belum ada", "Ruang podcast belum ada", ""),
        ("Ruang podcast belum ada.", "Ruang podcast belum ada", ""),
        ("Listrik padam. Genset rusak. Perlu diganti.", "Listrik padam", "Genset rusak. Perlu diganti."),
        ("Judul saja\nBaris dua\nBaris tiga", "Judul saja", "Baris dua\nBaris tiga"),
        ("Surat No. 5 Kab. Sukamaju belum dibalas", "Surat No. 5 Kab. Sukamaju belum dibalas", ""),
        ("Anggaran TA. 2022 belum cair. Menunggu juknis", "Anggaran TA. 2022 belum cair", "Menunggu juknis"),
        ("Mengapa lambat? Servernya jauh", "Mengapa lambat?", "Servernya jauh"),
    ],
)
def test_the_first_line_or_sentence_is_the_judul(typed: str, judul: str, isi: str) -> None:
    assert masalah.read(typed) == {"judul": judul, "isi": isi}


def test_a_judul_is_short() -> None:
    with pytest.raises(Rejected, match=r"^Judulnya terlalu panjang, paling banyak 200 huruf\. Tulis judul pada baris"):
        masalah.read("a" * 201)
    assert masalah.read("Judul\n" + "a" * 1500) == {"judul": "Judul", "isi": "a" * 1500}


TW2 = Periode("triwulan", 2, 2022)
OF_ONE = (
    RewriteText(Lists.MASALAH, TW2, 1),
    CloseText(Lists.MASALAH, TW2, 1),
    ReopenText(Lists.MASALAH, TW2, 1),
    DeleteText(Lists.MASALAH, TW2, 1),
)


def press(phones: Phones, door: Door, who: str = "Qori") -> list[str]:
    return phones.say(who, f"[!{door.written()}]")


def in_report(database: Database, office: int, kuartal: int) -> list[str]:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        told = gather.gather(here(session, row), Periode("triwulan", kuartal, 2022), date(2022, 12, 31))
    return [m.judul for m in told.masalah]


def test_open_problems_go_on_and_closed_ones_stay_where_they_were_closed(database: Database, office: int) -> None:
    phones = Phones(database)
    for said in ("/masalah Satu", "/masalah Dua", "/masalah Tiga", "[Hapus]"):
        phones.say("Qori", said)
    phones.now = datetime(2022, 7, 12, 9, tzinfo=WIB)
    for said in ("/masalah Empat", "[‹ Sebelumnya]", "[Tutup]"):
        phones.say("Qori", said)
    assert in_report(database, office, 1) == []
    assert in_report(database, office, 2) == ["Satu", "Dua", "Empat"]
    assert in_report(database, office, 3) == ["Satu", "Empat"]
    assert in_report(database, office, 4) == ["Satu", "Empat"]


def test_one_problem_at_a_time_with_its_buttons(database: Database, office: int) -> None:
    assert office
    phones = Phones(database)
    for n in range(1, 4):
        added = phones.say("Qori", f"/masalah Masalah {n}⏎{'isi ' * 300}")
    assert [line[:25] for line in added[3:]] == [
        "   │ 3 terbuka.",
        "   │",
        "   │ 3 dari 3",
        "   │ Masalah 3",
        "   │ Isi isi isi isi isi ",
        "   │ [Tambah] [Urungkan]",
        "   │ [Ubah] [Tutup] [Hapu",
        "   │ [‹ Sebelumnya]",
    ]
    phones.say("Qori", "[‹ Sebelumnya]")
    closed = phones.say("Qori", "[Tutup]")
    assert [line for line in closed if "Masalah 2" in line or "terbuka" in line] == [
        "   │ Ditutup: Masalah 2",
        "   │ 2 terbuka, 1 ditutup.",
        "   │ Masalah 2 (ditutup 24 Juni 2022)",
    ]
    assert closed[-3:] == ["   │ [Tambah]", "   │ [Buka lagi]", "   │ [‹ Sebelumnya] [Berikutnya ›]"]
    first = phones.say("Qori", "/masalah")
    assert [line for line in first if "dari 3" in line or line.startswith("   │ Masalah")] == [
        "   │ 1 dari 3",
        "   │ Masalah 1",
    ]
    assert [line for line in phones.say("Qori", "[Hapus]") if "dari" in line] == ["   │ 1 dari 2"]


def test_what_is_taken_back_is_shown_in_the_period_whose_card_was_pressed(database: Database, office: int) -> None:
    assert office
    phones = Phones(database)
    phones.say("Qori", "/masalah Q1 2022")
    phones.say("Qori", "[Tambah]")
    phones.say("Qori", "Listrik padam")
    assert phones.say("Qori", "[Urungkan]")[0] == "Bot→Qori* **Masalah dalam laporan Triwulan I 2022**"


def test_another_office_sees_and_reaches_nothing(database: Database, office: int) -> None:
    assert office
    with database.transaction() as session:
        make_office(session, "9999", "KPU Kota Lain")
    phones = Phones(database)
    phones.say("Qori", "/masalah Rahasia")
    assert phones.say("Qori 9999", "/masalah")[1] == "   │ Belum ada masalah yang dicatat."
    gone = ["Bot! Teks itu tidak ditemukan."]
    assert [press(phones, door, "Qori 9999") for door in OF_ONE] == [gone] * 4
    assert press(phones, Undo(1), "Qori 9999") == ["Bot! Perubahan itu tidak ditemukan."]


STRANGE = (
    "mt:masalah:apa:1 mt:saran:2022-TW2:1 mr mr:masalah:2022-TW2 mr:masalah:2022-TW2:x mr:apa:2022-TW2:1 ms:saran:apa "
    "sf:2022-TW2:apa na:2022-TW2:apa nt:2022-TW2:apa nk:2022-TW2:akun"
)


@pytest.mark.parametrize("data", STRANGE.split())
def test_data_of_no_button(database: Database, office: int, data: str) -> None:
    assert office
    (answer,) = Phones(database).say("Qori", f"[!{data}]")
    assert answer in {
        "Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah.",
        "Bot! Periodenya belum terbaca; tulis misalnya Q2, TW II 2022, S1, atau 2022.",
    }


def test_closed_and_removed_ones_say_so(database: Database, office: int) -> None:
    assert office
    phones = Phones(database)
    phones.say("Qori", "/masalah Satu")
    assert press(phones, ReopenText(Lists.MASALAH, TW2, 1)) == ["Bot! Masalah ini masih terbuka."]
    phones.say("Qori", "[Tutup]")
    assert press(phones, CloseText(Lists.MASALAH, TW2, 1)) == ["Bot! Masalah ini sudah ditutup."]
    press(phones, DeleteText(Lists.MASALAH, TW2, 1))
    assert press(phones, DeleteText(Lists.MASALAH, TW2, 1)) == ["Bot! Teks itu sudah dihapus."]


def test_every_period_can_be_given_its_problems(database: Database, office: int) -> None:
    phones = Phones(database)
    assert phones.say("Qori", "/masalah Q1")[:2] == [
        "Bot→Qori> **Masalah dalam laporan Triwulan I 2022**",
        "   │ Belum ada masalah yang dicatat.",
    ]
    for said in ("[Tambah]", "Lama", "[Tutup]", "/masalah Q1 Susulan", "/masalah Baru"):
        phones.say("Qori", said)
    assert in_report(database, office, 1) == ["Lama", "Susulan"]
    assert in_report(database, office, 2) == ["Susulan", "Baru"]
    with database.transaction() as session:
        days = [(m.judul, m.dibuka, m.ditutup) for m in session.query(Masalah).order_by(Masalah.id)]
    assert days == [
        ("Lama", date(2022, 3, 31), date(2022, 3, 31)),
        ("Susulan", date(2022, 3, 31), None),
        ("Baru", date(2022, 6, 24), None),
    ]
