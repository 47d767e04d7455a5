"""/daftar: the pages of a month and of a pekan."""

from datetime import date

import pytest

from handlers.chat.door import Door
from handlers.daftar.doors import OfMonth, OfPekan
from handlers.reading.dates.pekan import Pekan
from storage.database import Database
from storage.kantor import people
from storage.kantor.satker import Satker
from tests.conftest import NOW, make_office
from tests.handlers.records import held, shown
from tests.phone import Phones


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "forged", [OfMonth(date(9999, 12, 1)), OfMonth(date(2022, 6, 15)), OfPekan(Pekan(date(1999, 12, 27)))]
)
def test_a_forged_press_is_answered_like_an_old_one(database: Database, forged: Door) -> None:
    assert Phones(database).say("Qori", f"[!{forged.written()}]") == [
        "Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."
    ]


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        held(session, row, "Audiensi", date(2022, 4, 4), instansi="Partai Buruh", keterangan="100% siap")
        held(session, row, "Rapat_Pleno", date(2022, 6, 2), uraian="Rapat Koordinasi", tempat="Aula")
        held(session, row, "Rapat staf", date(2022, 5, 2)).dihapus_at = NOW
        shown(session, row, "Infografik", "PDPB Mei 2022", date(2022, 6, 1))
        shown(session, row, "Infografik", "PDPB Juni 2022", date(2022, 6, 23))
        other = make_office(session, "3575", "KPU Lain")
        held(session, other, "Audiensi lain", date(2022, 6, 1))
    return Phones(database)


AUDIENSI, PLENO = "#1 Audiensi (4 April 2022)", "#2 Rapat_Pleno (2 Juni 2022)"
BOTH = "   │ [‹ Sebelumnya] [Berikutnya ›]"
MEI, JUNI = "#4 Infografik: PDPB Mei 2022 (1 Juni 2022)", "#5 Infografik: PDPB Juni 2022 (23 Juni 2022)"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("audiensi", [AUDIENSI]),
        ("BURUH", [AUDIENSI]),
        ("buruh audiensi", [AUDIENSI]),
        ("siap", [AUDIENSI]),
        ("koordinasi", [PLENO]),
        ("aula", [PLENO]),
        ("infografik", [JUNI, MEI]),
        ("pdpb mei", [MEI]),
        ("#5", [JUNI]),
        ("4", [MEI]),
        ("2022", [JUNI, PLENO, MEI, AUDIENSI]),
        ("2021", []),
        ("april", [AUDIENSI]),
        ("bulan Juni", [JUNI, PLENO, MEI]),
        ("rapat jun 2022", [PLENO]),
        ("audiensi mei", []),
        ("bulan", []),
        ("%", [AUDIENSI]),
        ("_", [PLENO]),
        ("/", []),
        ("{0}", []),
        ("#%", []),
        ("staf", []),
        ("999999999999999999999", []),
    ],
)
def test_what_is_found(phones: Phones, words: str, found: list[str]) -> None:
    told = phones.say("Rudi", f"/cari {words}")
    head = f"{len(found)} catatan untuk “{words}”" if found else f"Pencarian “{words}”"
    lines = found or ["Tidak ada yang cocok. Coba kata lain, misalnya /cari Bawaslu."]
    assert told == [f"Bot→Rudi> **{head}**", *(f"   │ {line}" for line in lines)]


def test_a_long_result_is_turned_page_by_page(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        for n in range(1, 24):
            held(session, row, "Rapat: pagi", date(2022, 5, n))
    phones = Phones(database)
    pages = [phones.say("Rudi", "/cari rapat: pagi")]
    pages += [phones.say("Rudi", "[Berikutnya ›]") for _ in range(2)]
    pages += [phones.say("Rudi", "[‹ Sebelumnya]")]
    assert [(page[1], page[-2], page[-1]) for page in pages] == [
        ("   │ #23 Rapat: pagi (23 Mei 2022)", "   │ #14 Rapat: pagi (14 Mei 2022)", "   │ [Berikutnya ›]"),
        (
            "   │ #13 Rapat: pagi (13 Mei 2022)",
            "   │ #4 Rapat: pagi (4 Mei 2022)",
            "   │ [‹ Sebelumnya] [Berikutnya ›]",
        ),
        ("   │ #3 Rapat: pagi (3 Mei 2022)", "   │ #1 Rapat: pagi (1 Mei 2022)", "   │ [‹ Sebelumnya]"),
        (
            "   │ #13 Rapat: pagi (13 Mei 2022)",
            "   │ #4 Rapat: pagi (4 Mei 2022)",
            "   │ [‹ Sebelumnya] [Berikutnya ›]",
        ),
    ]


def test_a_page_that_is_gone_shows_the_last_one(phones: Phones) -> None:
    assert phones.say("Rudi", "[!q:7:buruh]") == ["Bot→Rudi> **1 catatan untuk “buruh”**", f"   │ {AUDIENSI}"]


def test_a_photo_count_stands_behind_its_record(database: Database, office: int) -> None:
    assert office
    phones = Phones(database)
    phones.say("Rudi", "(foto a) Apel Pagi")
    phones.say("Rudi", "simpan")
    assert phones.say("Rudi", "/cari apel")[1] == "   │ #1 Apel Pagi (24 Juni 2022), 1 foto"


def test_another_office_finds_its_own_alone(phones: Phones) -> None:
    with phones.database.transaction() as session:
        assert people.find(session, "test", "Rudi 3575")
    assert phones.say("Rudi 3575", "/cari audiensi") == [
        "Bot→Rudi 3575> **1 catatan untuk “audiensi”**",
        "   │ #1 Audiensi lain (1 Juni 2022)",
    ]


def test_words_that_no_record_has_are_told_with_those_found(phones: Phones) -> None:
    assert phones.say("Rudi", "tolong carikan audiensi di Untirta") == [
        "Bot→Rudi> **1 catatan untuk “audiensi”**",
        f"   │ {AUDIENSI}",
        "   │",
        "   │ Tidak ditemukan: untirta. Coba kata lain, misalnya /cari Bawaslu.",
    ]


@pytest.mark.parametrize("words", ["bulan april", "april 2022", "april"])
def test_a_month_in_words_is_searched_for_too(phones: Phones, words: str) -> None:
    assert phones.say("Rudi", f"tolong carikan audiensi {words}") == [
        "Bot→Rudi> **1 catatan untuk “audiensi april 2022”**",
        f"   │ {AUDIENSI}",
    ]
    assert phones.say("Rudi", "tolong carikan audiensi bulan mei") == [
        "Bot→Rudi> **1 catatan untuk “audiensi 2022”**",
        f"   │ {AUDIENSI}",
        "   │",
        "   │ Tidak ditemukan: mei. Coba kata lain, misalnya /cari Bawaslu.",
    ]
