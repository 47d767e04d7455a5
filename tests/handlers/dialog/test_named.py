"""A name so like one that the office gave often offers that one: by one tap, and never in silence."""

from datetime import date, timedelta

import pytest

from storage.catatan.kegiatan import INTERNAL, PEMERINTAH, Kegiatan
from storage.database import Database
from storage.kantor.satker import Satker
from tests.conftest import NOW
from tests.handlers.records import held
from tests.phone import Phones

PLENO = "Rapat Pleno Rutin"


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    """The phones of an office that told one name three times, and another twice."""
    with database.transaction() as session:
        satker = session.get_one(Satker, office)
        for n, nama in enumerate([PLENO] * 3 + ["Kunjungan Lapangan"] * 2):
            held(session, satker, nama, date(2022, 5, 2 + n), sektor=INTERNAL)
        for n in range(3):
            held(session, satker, "Temu Wicara", date(2022, 5, 12 + n), sektor=PEMERINTAH, instansi="Bawaslu")
    return Phones(database)


def named(phones: Phones) -> list[tuple[str, str]]:
    """(name, sector) of what was recorded today."""
    with phones.database.transaction() as session:
        rows = session.query(Kegiatan).where(Kegiatan.mulai == NOW.date()).order_by(Kegiatan.nomor)
        return [(row.nama, row.sektor) for row in rows]


OFFER = "   │ Namanya mirip Rapat Pleno Rutin, yang sudah 3 kali dilaporkan. Sudah benar? Tekan Simpan."


def test_what_was_written_stands_until_the_known_name_is_taken(phones: Phones) -> None:
    assert phones.say("Rudi", "/lapor Rpat pleno rtuin") == [
        "Bot→Rudi> **Laporan kegiatan**",
        "   │ Nama: Rapat Pleno Rtuin",
        "   │ Tanggal: Jumat, 24 Juni 2022",
        "   │ Mitra: Internal",
        "   │",
        OFFER,
        "   │ [Pakai Rapat Pleno Rutin]",
        "   │ [Simpan] [Ubah] [Batal]",
    ]
    assert phones.say("Rudi", "[Pakai Rapat Pleno Rutin]")[1:] == [
        "   │ Nama: Rapat Pleno Rutin",
        "   │ Tanggal: Jumat, 24 Juni 2022",
        "   │ Mitra: Internal",
        "   │",
        "   │ Sudah benar? Tekan Simpan.",
        "   │ [Simpan] [Ubah] [Batal]",
    ]
    phones.say("Rudi", "[Simpan]")
    assert named(phones) == [(PLENO, "internal")]


def test_who_does_not_take_it_saves_what_was_written(phones: Phones) -> None:
    phones.say("Rudi", "/lapor Rpat pleno rtuin")
    phones.say("Rudi", "[Simpan]")
    assert named(phones) == [("Rapat Pleno Rtuin", "internal")]


def test_the_offer_outlives_photos_the_wait_and_a_night_but_not_another_name(phones: Phones) -> None:
    phones.say("Rudi", "/lapor Rpat pleno rtuin")
    for foto in "ab":
        assert phones.say("Rudi", f"(foto {foto}, album x)")[-3:-1] == [OFFER, "   │ [Pakai Rapat Pleno Rutin]"]
    phones.say("Rudi", "tunda")
    assert phones.say("Rudi", "[Lanjutkan]")[-3:-1] == [OFFER, "   │ [Pakai Rapat Pleno Rutin]"]
    assert phones.at(NOW + timedelta(hours=23))[-3:-1] == [OFFER, "   │ [Pakai Rapat Pleno Rutin]"]
    assert phones.say("Rudi", "nama: Rapat Pleno Terbuka")[-2:] == [
        "   │ Sudah benar? Tekan Simpan.",
        "   │ [Simpan] [Ubah] [Batal]",
    ]


def test_the_sector_comes_with_the_name_that_the_office_told_it_of(phones: Phones) -> None:
    assert phones.say("Rudi", "/lapor Temu Wicra")[3:7] == [
        "   │ Mitra: –",
        "   │",
        "   │ Dengan mitra dari mana? Namanya mirip Temu Wicara, yang sudah 3 kali dilaporkan.",
        "   │ [Internal] [Pemerintah] [Nonpemerintah]",
    ]
    assert phones.say("Rudi", "[Pakai Temu Wicara]")[1:4] == [
        "   │ Nama: Temu Wicara",
        "   │ Tanggal: Jumat, 24 Juni 2022",
        "   │ Mitra: Pemerintah",
    ]


def test_on_a_card_of_several_the_offer_names_its_record(phones: Phones) -> None:
    told = phones.say("Rudi", "/lapor 1. Apel pagi\n2. Rpat pleno rtuin")
    asked = [line for line in told if "mirip" in line or "Pakai" in line]
    assert asked == [
        OFFER.replace("Namanya", "Nomor 2: Namanya").replace("Tekan Simpan", "Tekan Simpan semua"),
        "   │ [Pakai Rapat Pleno Rutin]",
    ]
    phones.say("Rudi", "[Pakai Rapat Pleno Rutin]")
    phones.say("Rudi", "[Simpan semua]")
    assert [nama for nama, _ in named(phones)] == ["Apel Pagi", PLENO]


@pytest.mark.parametrize("name", ["Kunjungn Lapangan", "Rapat pleno rutin", "Rapat Pleno", "Rapat Pleno Terbuka"])
def test_no_offer_for(phones: Phones, name: str) -> None:
    assert [line for line in phones.say("Rudi", f"/lapor {name}") if "mirip" in line] == []
