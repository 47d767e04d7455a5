"""Answers that are typed instead of tapped, and words on a card that asks nothing."""

import pytest

from storage.database import Database
from tests.phone import Phones


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    assert office
    return Phones(database)


def card(phones: Phones, *lines: str) -> list[str]:
    """The fields of the last card, without its buttons."""
    said = [phones.say("Rudi", line) for line in lines][-1]
    return [line.removeprefix("   │ ") for line in said if ": " in line and "[" not in line]


TITLED = ("/lapor konten", "7", "Selamat Hari Lahir Pancasila")
LINKED = ("https://www.instagram.com/p/CdX_y-1/ Kabar", "1")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("/lapor Malam Keakraban", "internal saja"), "Mitra: Internal"),
        (("/lapor Malam Keakraban", "non pemerintah"), "Mitra: Nonpemerintah"),
        (("/lapor Malam Keakraban", "pemerintahan"), "Mitra: Pemerintah"),
        (("/lapor konten", "infografis"), "Jenis: Infografik"),
        (("/lapor konten", "video"), "Jenis: Video lainnya"),
        ((*TITLED, "instagram"), "Platform: IG"),
        ((*TITLED, "ig fb"), "Platform: IG dan FB"),
        ((*TITLED, "IG,FB,dan Twitter"), "Platform: IG, Twitter, dan FB"),
        ((*TITLED, "1 dan 3"), "Platform: IG dan FB"),
        ((*LINKED, "iya"), "Informasi kepemiluan: Ya"),
        ((*LINKED, "tdk"), "Informasi kepemiluan: Tidak"),
        (("(foto a) Apel Pagi", "salah, harusnya tanggal 10"), "Tanggal: Jumat, 10 Juni 2022"),
        (("(foto a) Apel Pagi", "mitranya polres"), "Instansi: Polres"),
        (("(foto a) 🙏🙏",), "Nama: …"),
        (("(foto a) .",), "Nama: …"),
        (("(foto a) dokumentasi kegiatan",), "Nama: …"),
    ],
)
def test_what_is_typed_stands_on_the_card(phones: Phones, lines: tuple[str, ...], told: str) -> None:
    assert told in card(phones, *lines)


def test_a_partner_of_unknown_sector_is_asked_about(phones: Phones) -> None:
    for line in ("(foto a) Apel Pagi", "mitranya Warung Kopi Pojok"):
        said = phones.say("Rudi", line)
    assert said[-4:] == [
        "   │ Mitranya Warung Kopi Pojok; pilih asalnya.",
        "   │ [Internal] [Pemerintah] [Nonpemerintah]",
        "   │ [Lewati]",
        "   │ [Ubah] [Batal]",
    ]
    assert "   │ Instansi: Warung Kopi Pojok" in phones.say("Rudi", "[Nonpemerintah]")


@pytest.mark.parametrize("last", ["foto sa kirim menyusul e", "fotonya nyusul ya"])
def test_photos_that_are_still_to_come_keep_no_chat_from_being_a_report(phones: Phones, last: str) -> None:
    chat = f"[9/6/22 16:05] Rina: selesai sosialisasi di SMA Harapan, 50 siswa\n[9/6/22 16:06] Rina: {last}"
    assert "Nama: Sosialisasi di SMA Harapan" in card(phones, chat)
