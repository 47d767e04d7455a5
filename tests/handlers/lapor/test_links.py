"""Links and counts, from the message to the record."""

import pytest

from storage.database import Database
from tests.phone import Phones

IG, IG2 = "https://www.instagram.com/p/AAAAA11/", "https://www.instagram.com/p/BBBBB22/"
TODAY = "   │ Tanggal: Jumat, 24 Juni 2022"


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    assert office
    return Phones(database)


def test_two_links_of_one_platform_are_two_konten_on_one_card(phones: Phones) -> None:
    told = phones.say("Rudi", f"Infografis coklit {IG}⏎Kuis pemilih {IG2}")
    assert told[:13] == [
        "Bot→Rudi> **2 konten**",
        "   │ 1. Judul: Infografis Coklit",
        "   │ Jenis: Infografik",
        "   │ Platform: IG",
        TODAY,
        "   │ Tautan: IG",
        "   │ Informasi kepemiluan: –",
        "   │",
        "   │ 2. Judul: Kuis Pemilih",
        "   │ Jenis: …",
        "   │ Platform: IG",
        TODAY,
        "   │ Tautan: IG",
    ]


def test_a_second_link_of_a_platform_does_not_take_the_place_of_the_first(phones: Phones) -> None:
    phones.say("Rudi", f"{IG} Infografis coklit")
    assert phones.say("Rudi", f"{IG2} Kuis pemilih") == [
        "Bot→Rudi> Kartu ini sudah memuat tautan IG. Simpan atau Tunda dahulu, lalu kirim lagi."
    ]


def test_a_count_by_platform_asks_for_its_jenis_and_is_one_record(phones: Phones) -> None:
    counted = ["   │ Hitungan: IG 40, FB 38", "   │ Jenis: …", "   │ Tanggal: Mei 2022"]
    assert phones.say("Rudi", "rekap medsos Mei: ig 40, fb 38")[:4] == ["Bot→Rudi> **Hitungan konten**", *counted]
    phones.say("Rudi", "[Repost]")
    assert phones.say("Rudi", "[Simpan]") == [
        "Bot→Rudi* **Tercatat #1**",
        "   │ #1 Repost: IG 40, FB 38",
        "   │ Platform: IG dan FB",
        "   │ Tanggal: Mei 2022",
        "   │ [Ubah #1] [Teks WA]",
    ]


def test_a_link_below_a_photo_is_a_konten(phones: Phones) -> None:
    fields = ["   │ Jenis: Infografik", "   │ Judul: Infografis Coklit", "   │ Platform: IG", TODAY, "   │ Tautan: IG"]
    told = phones.say("Rudi", f"(foto a) {IG} Infografis coklit")
    assert told[:6] == ["Bot→Rudi> **Laporan konten**", *fields]
