"""What the reader is not sure of is asked on the card, with what it may be as buttons: one tap, and it can be saved."""

import pytest

from storage.database import Database
from tests.phone import Phones

STRANGE = "Mantap gaes, MoU sama Bawaslu kelar, di aula"
WEB = "Pengumuman seleksi https://kota-probolinggo.kpu.go.id/blog/read/123"


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    assert office
    return Phones(database)


def test_a_name_that_nothing_vouches_for_is_asked(phones: Phones) -> None:
    asked = phones.say("Rudi", f"(foto a) {STRANGE}")
    assert (asked[1], asked[-4:]) == (
        "   │ Nama: ?",
        [
            "   │ Apa nama kegiatannya? Terbaca “Mantap gaes”.",
            "   │ [MoU Sama Bawaslu Kelar] [Mantap]",
            "   │ [Nama lain]",
            "   │ [Ubah] [Batal]",
        ],
    )
    assert phones.say("Rudi", "[MoU Sama Bawaslu Kelar]")[1] == "   │ Nama: MoU Sama Bawaslu Kelar"
    assert phones.say("Rudi", "[Simpan]")[:2] == ["Bot→Rudi* **Tercatat #1**", "   │ Nama: MoU Sama Bawaslu Kelar"]


def test_another_name_can_be_written_instead(phones: Phones) -> None:
    for line in (f"(foto a) {STRANGE}", "[Nama lain]", "Penandatanganan Nota"):
        said = phones.say("Rudi", line)
    assert (said[1], said[-1]) == ("   │ Nama: Penandatanganan Nota", "   │ [Simpan] [Ubah] [Batal]")


def test_where_a_link_of_the_own_pages_was_shared_is_asked(phones: Phones) -> None:
    assert phones.say("Rudi", WEB)[-4:] == [
        "   │ Tautan itu dibagikan di mana?",
        "   │ [IG, Twitter, dan FB] [Hanya website]",
        "   │ [Platform lain]",
        "   │ [Ubah] [Batal]",
    ]
    assert phones.say("Rudi", "[Hanya website]")[3] == "   │ Platform: Website"
    assert phones.say("Rudi", "[Simpan]")[3] == "   │ Platform: Website"
    assert phones.say("Rudi", "[Ubah]")[3] == "   │ Platform: Website"


def test_where_it_stands_is_not_asked_if_it_is_told(phones: Phones) -> None:
    assert phones.say("Rudi", f"Berita di web: {WEB}")[3] == "   │ Platform: Website"


def test_a_message_without_a_word_is_asked_about(phones: Phones) -> None:
    assert phones.say("Rudi", "") == [
        "Bot→Rudi> “”",
        "   │",
        "   │ Pesan ini untuk apa?",
        "   │ [Kegiatan] [Konten]",
        "   │ [Cari]",
        "   │ [Bukan laporan]",
    ]
