"""Rows of an office's own: what asks for one, as what it counts, and what is never asked."""

import pytest
from sqlalchemy import select

from handlers.dialog import choices
from handlers.lapor.doors import Candidate
from handlers.reading.links import strangers
from storage.catatan.kegiatan import Kegiatan
from storage.database import Database
from storage.kantor.satker import Satker
from tests.phone import Phones, forged

LINK = "https://www.instagram.com/p/Cabc123/ Bincang Pemilu"


def lists(database: Database) -> list[dict[str, str]]:
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        return [getattr(office, column) for column in choices.COLUMNS.values()]


@pytest.mark.usefixtures("office")
def test_a_row_that_something_stands_on_is_not_taken_back(database: Database) -> None:
    phones = Phones(database)
    for said in (LINK, "Siniar", "[Video lainnya]"):
        card = phones.say("Rudi", said)
    assert card[-1] == "   │ [Urungkan]"
    phones.say("Rudi", "simpan")
    phones.say("Rudi", "/riwayat 1")
    assert lists(database) == [{}, {"Siniar": "Video lainnya"}, {}]
    refused = "Bot! Siniar sudah dipakai dalam catatan. Ganti dahulu isian catatan itu."
    assert phones.say("Rudi", "[!k:1]") == [refused]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("said", ["[Siniar]", "/lapor siniar 3"])
def test_nor_one_that_somebody_has_chosen_in_a_report_that_is_not_saved(database: Database, said: str) -> None:
    phones = Phones(database)
    for told in (LINK, "Siniar", "[Video lainnya]"):
        phones.say("Rudi", told)
    phones.say("Qori", LINK.replace("Cabc123", "Cabc124") if said.startswith("[") else said)
    phones.say("Qori", said) if said.startswith("[") else None
    refused = "Bot! Siniar dipakai dalam laporan yang belum disimpan. Ganti dahulu isian laporan itu."
    assert phones.say("Rudi", "[!k:1]") == [refused]
    phones.say("Qori", "batal")
    assert phones.say("Rudi", "[!k:1]")[1].startswith("   │ Siniar tidak lagi ada di daftar.")
    assert lists(database) == [{}, {}, {}]


@pytest.mark.usefixtures("office")
def test_a_national_row_may_be_chosen_instead(database: Database) -> None:
    phones = Phones(database)
    for said in (LINK, "Siniar", "[Jenis lain]"):
        phones.say("Rudi", said)
    assert phones.say("Rudi", "repost")[1] == "   │ Jenis: Repost"
    assert lists(database) == [{}, {}, {}]


@pytest.mark.usefixtures("office")
def test_new_platforms_stand_beside_those_that_are_named(database: Database) -> None:
    phones = Phones(database)
    for said in (LINK, "[Infografik]", "[Ubah]", "[Platform]", "ig, fb, dan Snack Video"):
        asked = phones.say("Rudi", said)
    assert "   │ Snack Video belum ada di daftar platform: dihitung sebagai apa?" in asked
    assert phones.say("Rudi", "[Lainnya]")[5] == "   │ Platform: IG, FB, dan Snack Video"
    assert lists(database)[0] == {"Snack Video": "Lainnya"}


@pytest.mark.usefixtures("office")
def test_a_partner_of_the_media_or_of_an_own_sector(database: Database) -> None:
    phones = Phones(database)
    for said in ("/lapor Temu Pers", "[Ubah]", "[Mitra]", "media massa"):
        card = phones.say("Rudi", said)
    assert "   │ Mitra: Media" in card
    for said in ("[Ubah]", "[Mitra]", "Ormas"):
        asked = phones.say("Rudi", said)
    assert "   │ Ormas belum ada di daftar mitra: dihitung sebagai apa?" in asked
    phones.say("Rudi", "[Nonpemerintah]")
    for said in ("Ansor", "lewati", "lewati", "simpan"):
        phones.say("Rudi", said)
    with database.transaction() as session:
        assert session.scalars(select(Kegiatan.sektor)).all() == ["Ormas"]


@pytest.mark.usefixtures("office")
def test_a_choice_that_the_question_does_not_have_is_old(database: Database) -> None:
    phones = Phones(database)
    for said in (LINK, "Siniar"):
        phones.say("Rudi", said)
    told = phones.say("Rudi", forged(Candidate(1, 2, "jenis", 40)))
    assert told == ["Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("said", ["entah apa ya ini namanya", "12345", "???", "x" * 30])
def test_a_sentence_or_a_number_is_no_name(database: Database, said: str) -> None:
    phones = Phones(database)
    phones.say("Rudi", LINK)
    assert phones.say("Rudi", said)[0] == (
        f"Bot→Rudi> “{said}” bukan salah satu pilihan. Tekan tombolnya, atau ketik nomornya."
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("https://www.linkedin.com/posts/a-1", ["linkedin"]),
        ("https://id.snackvideo.com/@kpu/video/5", ["snackvideo"]),
        ("https://berita.detik.co.id/d-1", ["detik"]),
        ("https://s.id/abc https://bit.ly/x https://kpu.go.id/berita/1 https://www.instagram.com/kpu_kota", []),
        ("https://linkedin.com tanpa alamat", []),
        ("https://www.linkedin.com/posts/a-1,https://id.snackvideo.com/@kpu/video/5", ["linkedin", "snackvideo"]),
    ],
)
def test_a_strange_link_is_called_by_its_host(text: str, names: list[str]) -> None:
    assert [one.platform for one in strangers(text)] == names
