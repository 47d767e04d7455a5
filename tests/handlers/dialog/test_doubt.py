"""A doubt is state of the card: it stands until somebody says what is right, whatever comes in between."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.lapor.doors import Candidate, Save
from handlers.reading.message.parts import Doubt, Reading
from storage.catatan.drafts import Draft, State
from storage.catatan.kegiatan import INTERNAL, NONPEMERINTAH, Kegiatan, Mitra
from storage.database import Database
from storage.kantor.satker import Satker
from storage.pribadi import pribadi, retention
from tests.conftest import NOW, here
from tests.handlers.held import APEL, PLENO, opened
from tests.handlers.records import known as known_as
from tests.phone import Phones, forged

WHY = "   │ 23 Juni 2022 itu hari Kamis. Yang benar Rabu, 22 Juni 2022 atau Kamis, 23 Juni 2022?"
ASKED = [
    "   │ Nama: Rapat pleno",
    "   │ Tanggal: ?",
    "   │ Mitra: Internal",
    "   │",
    WHY,
    "   │ [Rabu, 22 Juni] [Kamis, 23 Juni] [Tanggal lain]",
    "   │ [Ubah] [Batal]",
]
SURE = ["   │ Sudah benar? Tekan Simpan.", "   │ [Simpan] [Ubah] [Batal]"]


def held(database: Database) -> list[tuple[str, int, str]]:
    """(name, day, sektor) of every kegiatan."""
    with database.transaction() as session:
        rows = session.scalars(select(Kegiatan).order_by(Kegiatan.nomor)).all()
        return [(row.nama, row.mulai.day, row.sektor) for row in rows]


def card(told: list[str]) -> list[str]:
    """A card without its title and its photos."""
    return [line for line in told[1:] if not line.startswith("   │ Foto: ")]


@pytest.mark.usefixtures("office")
def test_a_doubt_outlives_albums_other_words_the_wait_and_a_night(database: Database) -> None:
    phones = opened(database, PLENO)
    for foto in "abc":
        assert card(phones.say("Rudi", f"(foto {foto}, album x)")) == ASKED
    phones.say("Rudi", "[Ubah]")
    phones.say("Rudi", "[Tempat]")
    assert card(phones.say("Rudi", "Aula")) == [*ASKED[:3], "   │ Tempat: Aula", *ASKED[3:]]
    phones.say("Rudi", "tunda")
    assert card(phones.say("Rudi", "[Lanjutkan]"))[-3:] == ASKED[-3:]
    assert phones.at(NOW + timedelta(hours=23))[-3:] == ASKED[-3:]


@pytest.mark.usefixtures("office")
def test_a_card_in_doubt_cannot_be_saved_by_word_or_by_an_old_button(database: Database) -> None:
    phones = opened(database, PLENO)
    told = phones.say("Rudi", "(foto a)")
    assert not [line for line in told if "[Simpan]" in line]
    assert phones.say("Rudi", "simpan") == ["Bot→Rudi> Pastikan dahulu: Tanggal."]
    assert phones.say("Rudi", forged(Save(1, 1))) == ["Bot! Pastikan dahulu: Tanggal."]
    assert held(database) == []


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("said", "day"),
    [
        (["[Rabu, 22 Juni]"], 22),
        (["[Kamis, 23 Juni]"], 23),
        (["[Tanggal lain]", "20 Juni"], 20),
        (["[Tanggal lain]", "[Kemarin]"], 23),
        (["Selasa 21 Juni"], 21),
        (["ralat tanggal 19 Juni"], 19),
    ],
)
def test_a_tap_a_typed_value_and_a_ralat_end_a_doubt(database: Database, said: list[str], day: int) -> None:
    phones = opened(database, PLENO)
    phones.say("Rudi", "(foto a)")
    for one in said:
        told = phones.say("Rudi", one)
    assert told[-2:] == SURE
    phones.say("Rudi", "[Simpan]")
    assert held(database) == [("Rapat pleno", day, INTERNAL)]


@pytest.mark.usefixtures("office")
def test_another_day_can_be_asked_for_and_the_doubt_still_stands(database: Database) -> None:
    phones = opened(database, PLENO)
    phones.say("Rudi", "(foto a)")
    told = phones.say("Rudi", "[Tanggal lain]")
    assert told[2:] == [
        "   │ Tanggal: ?",
        "   │ Mitra: Internal",
        "   │ Foto: 1",
        "   │",
        "   │ Kapan? Misalnya: kemarin, 17 Juni, 12 Mei s/d 3 Juni 2022.",
        "   │ [Hari ini] [Kemarin]",
        "   │ [Ubah] [Batal]",
    ]
    assert phones.say("Rudi", "kapan saja")[0].startswith("Bot→Rudi> “kapan saja” belum terbaca")
    assert card(phones.say("Rudi", "(foto b)"))[1] == "   │ Tanggal: ?"


@pytest.mark.usefixtures("office")
def test_a_candidate_that_is_none_is_an_old_button(database: Database) -> None:
    phones = opened(database, PLENO)
    old = ["Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."]
    for door in (Candidate(1, 1, "tanggal", 9), Candidate(1, 1, "nama", 0)):
        assert phones.say("Rudi", forged(door)) == old
    phones.say("Rudi", "(foto a)")
    first = phones.button("Rudi", "[Rabu, 22 Juni]")
    phones.say("Rudi", "[Kamis, 23 Juni]")
    assert phones.say("Rudi", f"[!{first}]")[0] == "Bot! Kartu ini sudah berubah. Lihat yang terbaru."


@pytest.mark.usefixtures("office")
def test_what_the_words_contradict_is_asked_and_editing_the_message_ends_it(database: Database) -> None:
    phones = Phones(database)
    told = phones.say("Rudi", "Rapat pleno rabu 23 juni 2022")
    assert (told[2], told[5]) == ("   │ Tanggal: ?", WHY)
    told = phones.say("Rudi", "(mengedit Rapat pleno) Rapat pleno kamis 23 juni 2022")
    assert told[:5] == [
        "Bot→Rudi* **Laporan kegiatan**",
        "   │ Kartu ini mengikuti pesan Anda yang diubah.",
        "   │",
        "   │ Nama: Rapat Pleno",
        "   │ Tanggal: Kamis, 23 Juni 2022",
    ]
    told = phones.say("Rudi", "(mengedit Rapat pleno) Rapat pleno rabu 23 juni 2022")
    assert told[4] == "   │ Tanggal: ?"
    phones.say("Rudi", "kemarin")
    told = phones.say("Rudi", "(mengedit Rapat pleno) Rapat pleno rutin rabu 23 juni 2022")
    assert told[3:5] == ["   │ Nama: Rapat Pleno Rutin", "   │ Tanggal: Kamis, 23 Juni 2022"]


@pytest.fixture
def known(database: Database, office: int) -> None:
    with database.transaction() as session:
        session.add(Mitra(satker_id=office, nama="Yayasan Bina Insani", sektor=NONPEMERINTAH, alias=[]))


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("chosen", ["Yayasan Bina Insanni", "Yayasan Bina Insani"])
def test_a_written_mitra_is_not_replaced_by_a_similar_one_that_is_known(database: Database, chosen: str) -> None:
    phones = Phones(database)
    assert phones.say("Rudi", "/lapor Audiensi ke Yayasan Bina Insanni") == [
        "Bot→Rudi> **Laporan kegiatan**",
        "   │ Nama: Audiensi ke Yayasan Bina Insanni",
        "   │ Tanggal: Jumat, 24 Juni 2022",
        "   │ Mitra: Nonpemerintah",
        "   │ Instansi: ?",
        "   │ Uraian: Koordinasi dan Komunikasi",
        "   │ Keterangan: –",
        "   │",
        "   │ Tertulis “Yayasan Bina Insanni”, mirip Yayasan Bina Insani. Mitranya yang mana?",
        "   │ [Yayasan Bina Insanni] [Yayasan Bina Insani]",
        "   │ [Instansi lain]",
        "   │ [Ubah] [Batal]",
    ]
    phones.say("Rudi", f"[{chosen}]")
    phones.say("Rudi", "[Simpan]")
    with database.transaction() as session:
        assert session.scalars(select(Kegiatan.instansi)).all() == [chosen]


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(("label", "sektor"), [("Yayasan Bina Insani", NONPEMERINTAH), ("Pemda", "")])
def test_a_known_mitra_brings_its_sektor_and_that_of_a_strange_one_is_asked(
    database: Database, label: str, sektor: str
) -> None:
    which = Doubt("instansi", "Mitranya yang mana?", tuple((name, name) for name in ("Yayasan Bina Insani", "Pemda")))
    phones = opened(database, Reading("kegiatan", {"nama": "Donor darah"}, (which,)))
    told = phones.say("Rudi", "(foto a)")
    assert told[3:7] == ["   │ Mitra: –", "   │ Instansi: ?", "   │ Foto: 1", "   │"]
    assert told[-2:] == ["   │ [Yayasan Bina Insani] [Pemda]", "   │ [Instansi lain]", "   │ [Ubah] [Batal]"][-2:]
    told = phones.say("Rudi", f"[{label}]")
    asked = ["   │ Bentuknya apa? Pilih, atau tulis sendiri."] if sektor else [f"   │ {label} itu mitra dari mana?"]
    assert [line for line in told if line.endswith("?") or "Bentuknya" in line] == asked
    phones.say("Rudi", "simpan")
    with database.transaction() as session:
        row = session.scalars(select(Kegiatan)).one()
        assert (row.instansi, row.sektor) == (label, sektor)


@pytest.mark.usefixtures("office")
def test_a_doubt_about_the_mitra_of_an_internal_kegiatan_is_none(database: Database) -> None:
    phones = opened(database, Reading("kegiatan", APEL.answers, (Doubt("instansi", "Mitranya Kodim?"),)))
    assert phones.say("Rudi", "(foto a)")[-2:] == SURE


@pytest.mark.usefixtures("office")
def test_what_waits_to_be_answered_is_forgotten_with_the_draft(database: Database) -> None:
    phones = opened(database, PLENO, APEL)
    phones.say("Rudi", "batal")
    with database.transaction() as session:
        retention.forget(session, NOW + timedelta(days=100))
        row = session.scalars(select(Draft)).one()
        assert (row.answers, row.doubts, row.rest, row.others) == ({}, [], [], [])


@pytest.mark.usefixtures("office")
def test_nothing_of_a_card_is_left_of_a_person_who_is_erased(database: Database) -> None:
    phones = opened(database, replace(PLENO, rest=("dipimpin Rudi",)), APEL)
    for said in ("(foto a)", "[Rabu, 22 Juni]", "[Simpan semua]"):
        phones.say("Rudi", said)
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        pribadi.erase(here(session, office), known_as(session, "Rudi"))
        row = session.scalars(select(Draft)).one()
        session.refresh(row)
        assert (row.state, row.answers, row.doubts, row.rest, row.others) == (State.SAVED, {}, [], [], [])
