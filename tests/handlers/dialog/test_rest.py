"""Words that no field took stand on the card, one tap from a field, a second kegiatan, or away."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from handlers.lapor.doors import Use, UseRest
from handlers.reading.message.parts import Reading
from storage.catatan.drafts import Draft
from storage.catatan.kegiatan import Kegiatan
from storage.database import Database
from tests.handlers.held import APEL, MASKOT, SAID, TODAY, opened
from tests.phone import forged

PLENO = Reading("kegiatan", {"nama": "Rapat pleno", "sektor": "internal"}, rest=("dipimpin ketua",))
UNUSED = "   │ Belum dipakai: dipimpin ketua"


def rows(database: Database) -> list[tuple[str, str]]:
    with database.transaction() as session:
        return [(k.nama, k.keterangan) for k in session.scalars(select(Kegiatan).order_by(Kegiatan.nomor))]


@pytest.mark.usefixtures("office")
def test_what_no_field_took_stands_on_the_card_and_keeps_nobody_from_saving(database: Database) -> None:
    phones = opened(database, PLENO)
    assert phones.say("Rudi", "(foto a)") == [
        "Bot→Rudi> **Laporan kegiatan**",
        "   │ Nama: Rapat pleno",
        "   │ Tanggal: Jumat, 24 Juni 2022",
        "   │ Mitra: Internal",
        "   │ Foto: 1",
        "   │",
        UNUSED,
        "   │",
        "   │ Sudah benar? Tekan Simpan.",
        "   │ [Ke keterangan] [Kegiatan kedua] [Buang]",
        "   │ [Simpan] [Ubah] [Batal]",
    ]
    assert UNUSED in phones.say("Rudi", "(foto b)")
    phones.say("Rudi", "tunda")
    assert UNUSED in phones.say("Rudi", "[Lanjutkan]")
    told = phones.say("Rudi", "[Simpan]")
    assert not [line for line in told if "dipimpin" in line]
    assert phones.say("Rudi", "/riwayat 1")[1:] == ["   │ • 24 Juni 2022 09.00, Rudi mencatat", UNUSED]


@pytest.mark.usefixtures("office")
def test_it_goes_behind_the_keterangan(database: Database) -> None:
    answers = {"nama": "Audiensi", "sektor": "pemerintah", "instansi": "Kodim", "uraian": None, "keterangan": "Pemilu"}
    phones = opened(database, Reading("kegiatan", answers, rest=("dipimpin ketua", "12 orang")))
    phones.say("Rudi", "(foto a)")
    told = phones.say("Rudi", "[Ke keterangan]")
    assert told[6:9] == ["   │ Keterangan: Pemilu; dipimpin ketua; 12 orang", "   │ Foto: 1", "   │"]
    phones.say("Rudi", "[Simpan]")
    assert rows(database) == [("Audiensi", "Pemilu; dipimpin ketua; 12 orang")]


@pytest.mark.usefixtures("office")
def test_a_keterangan_without_room_for_it_says_so_and_nothing_changes(database: Database) -> None:
    answers = {"nama": "Audiensi", "sektor": "pemerintah", "instansi": "Kodim", "uraian": None, "keterangan": "a" * 390}
    phones = opened(database, Reading("kegiatan", answers, rest=("dipimpin ketua",)))
    phones.say("Rudi", "(foto a)")
    assert phones.say("Rudi", "[Ke keterangan]") == ["Bot! Terlalu panjang: 406 huruf, paling banyak 400."]
    assert UNUSED in phones.say("Rudi", "(foto b)")


@pytest.mark.usefixtures("office")
def test_it_becomes_a_second_kegiatan_on_the_same_day(database: Database) -> None:
    phones = opened(database, replace(APEL, rest=("terus rapat pleno rutin",)))
    phones.say("Rudi", "/lapor")
    told = phones.say("Rudi", "[Kegiatan kedua]")
    assert told[:9] == [
        "Bot→Rudi* **2 kegiatan**",
        "   │ 1. Nama: Apel pagi",
        "   │ Tanggal: Kamis, 23 Juni 2022",
        "   │ Mitra: Internal",
        "   │",
        "   │ 2. Nama: Rapat Pleno Rutin",
        "   │ Tanggal: Kamis, 23 Juni 2022",
        "   │ Mitra: Internal",
        "   │",
    ]
    phones.say("Rudi", "[Simpan semua]")
    assert rows(database) == [("Apel pagi", ""), ("Rapat Pleno Rutin", "")]


@pytest.mark.usefixtures("office")
def test_it_is_thrown_away_once(database: Database) -> None:
    phones = opened(database, PLENO)
    phones.say("Rudi", "(foto a)")
    away = forged(UseRest(1, 1, Use.NONE))
    assert not [line for line in phones.say("Rudi", "[Buang]") if "dipimpin" in line]
    assert phones.say("Rudi", away)[0] == "Bot! Kartu ini sudah berubah. Lihat yang terbaru."
    with database.transaction() as session:
        assert session.scalars(select(Draft.rest)).one() == []
    assert phones.say("Rudi", forged(UseRest(1, 2, Use.NONE))) == [
        "Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."
    ]


@pytest.mark.usefixtures("office")
def test_a_konten_has_no_keterangan_to_put_it_into(database: Database) -> None:
    phones = opened(database, Reading("konten", MASKOT.answers | {"tanggal": TODAY}, rest=("siap diteruskan",)))
    told = phones.say("Rudi", "(foto a)")
    assert told[-2:] == ["   │ [Kegiatan kedua] [Buang]", "   │ [Simpan] [Ubah] [Batal]"]


@pytest.mark.usefixtures("office")
def test_an_edited_message_brings_its_unused_words_anew(database: Database) -> None:
    phones = opened(database, PLENO)
    told = phones.say("Rudi", f"(mengedit {SAID}) Rapat pleno")
    assert (told[1], [line for line in told if "Belum dipakai" in line]) == (
        "   │ Kartu ini mengikuti pesan Anda yang diubah.",
        [],
    )
