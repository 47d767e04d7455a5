"""Several records in one message stand on one card, are seen together and saved together."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from handlers.dialog import several
from handlers.lapor.doors import EditRecord, PhotosTo, Switch
from handlers.reading.message.parts import Reading
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.foto import photos
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker
from storage.laporan import decided
from tests.conftest import NOW, here
from tests.handlers.held import APEL, MASKOT, PLENO, SAID, SENAM, THURSDAY, TODAY, opened
from tests.handlers.records import held as kept
from tests.handlers.records import known
from tests.phone import forged

CARD = 3900
SURE = replace(PLENO, answers=PLENO.answers | {"tanggal": THURSDAY}, doubts=())
TITLES = {
    "3 kegiatan": (SURE, APEL, SENAM),
    "1 kegiatan dan 2 konten": (SURE, MASKOT, replace(MASKOT, answers=MASKOT.answers | {"judul": "Tahapan"})),
    "2 konten": (MASKOT, MASKOT),
    "1 kegiatan dan 1 hitungan konten": (
        SURE,
        Reading("hitungan", {"hitungan": {"Infografik": 2}, "platform": ["IG"]}),
    ),
}
THREE = [
    "   │ 1. Nama: Rapat pleno",
    "   │ Tanggal: Kamis, 23 Juni 2022",
    "   │ Mitra: Internal",
    "   │",
    "   │ 2. Nama: Apel pagi",
    "   │ Tanggal: Kamis, 23 Juni 2022",
    "   │ Mitra: Internal",
    "   │",
    "   │ 3. Judul: Maskot pemilu",
    "   │ Jenis: Video lainnya",
    "   │ Platform: TikTok",
    "   │ Tanggal: Jumat, 24 Juni 2022",
    "   │ Tautan: –",
    "   │ Informasi kepemiluan: Tidak",
]


def saved(database: Database) -> list[tuple[int, str, int]]:
    """(number, name, photos) of every record."""
    with database.transaction() as session:
        rows = [*session.scalars(select(Kegiatan)), *session.scalars(select(Konten))]
        told = [
            (row.nomor, row.nama if isinstance(row, Kegiatan) else row.judul, photos.count(session, row))
            for row in rows
        ]
        return sorted(told)


def menu(told: list[str]) -> list[str]:
    return [line.removeprefix("   │ ") for line in told if line.startswith("   │ [")]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("title", TITLES)
def test_the_title_counts_what_is_told(database: Database, title: str) -> None:
    phones = opened(database, *TITLES[title])
    assert phones.say("Rudi", "(foto a)")[0] == f"Bot→Rudi> **{title}**"
    phones.say("Rudi", "[Simpan semua]")
    assert len(saved(database)) == len(TITLES[title])


@pytest.mark.usefixtures("office")
def test_all_that_is_saved_by_one_tap_has_been_seen(database: Database) -> None:
    phones = opened(database, SURE, APEL, MASKOT)
    told = phones.say("Rudi", "(foto a)")
    assert [line for line in told if line != "   │ Foto: 1"] == [
        "Bot→Rudi> **2 kegiatan dan 1 konten**",
        *THREE,
        "   │",
        "   │ Sudah benar? Tekan Simpan semua.",
        "   │ [Simpan semua]",
        "   │ [Ubah 1] [Ubah 2] [Ubah 3]",
        "   │ [Foto ke 2] [Foto ke 3]",
        "   │ [Batal]",
    ]
    assert phones.say("Rudi", "[Simpan semua]") == [
        "Bot→Rudi* **Tercatat #1–#3**",
        "   │ #1 Rapat pleno (23 Juni 2022)",
        "   │ #2 Apel pagi (23 Juni 2022)",
        "   │ #3 Video lainnya: Maskot pemilu (24 Juni 2022)",
        "   │ [Ubah #1] [Ubah #2] [Ubah #3] [Teks WA]",
    ]
    assert saved(database) == [(1, "Rapat pleno", 1), (2, "Apel pagi", 0), (3, "Maskot pemilu", 0)]


@pytest.mark.usefixtures("office")
def test_while_one_is_in_doubt_nothing_is_saved_and_its_question_is_the_open_one(database: Database) -> None:
    asked = replace(SURE, answers={"nama": "Rapat pleno", "tanggal": THURSDAY})
    phones = opened(database, asked, APEL, PLENO)
    told = phones.say("Rudi", "(foto a)")
    assert menu(told) == [
        "[Rabu, 22 Juni] [Kamis, 23 Juni] [Tanggal lain]",
        "[Satu kegiatan saja]",
        "[Ubah 1] [Ubah 2] [Ubah 3]",
        "[Foto ke 2] [Foto ke 3]",
        "[Batal]",
    ]
    assert phones.say("Rudi", "simpan") == ["Bot→Rudi> Pastikan dahulu: Tanggal (nomor 3)."]
    told = phones.say("Rudi", "[Rabu, 22 Juni]")
    assert "   │ Nomor 1: Dengan mitra dari mana?" in told
    told = phones.say("Rudi", "[Internal]")
    assert menu(told)[0] == "[Simpan semua] [Satu kegiatan saja]"
    phones.say("Rudi", "[Simpan semua]")
    with database.transaction() as session:
        days = session.execute(select(Kegiatan.mulai, Kegiatan.sektor).order_by(Kegiatan.nomor)).all()
        assert [tuple(one) for one in days] == [(date(2022, 6, day), "internal") for day in (23, 23, 22)]


@pytest.mark.usefixtures("office")
def test_a_question_that_nobody_answers_does_not_keep_them_from_being_saved(database: Database) -> None:
    phones = opened(database, APEL, Reading("kegiatan", {"nama": "Kunjungan tamu"}))
    assert menu(phones.say("Rudi", "(foto a)"))[:3] == [
        "[Internal] [Pemerintah] [Nonpemerintah]",
        "[Lewati]",
        "[Simpan semua] [Satu kegiatan saja]",
    ]
    assert phones.say("Rudi", "[Simpan semua]")[3:5] == [
        "   │",
        "   │ Mitra #2 belum ditentukan; dihitung internal sampai diisi lewat Ubah.",
    ]


@pytest.mark.usefixtures("office")
def test_one_of_them_is_changed_and_the_card_shows_all_again(database: Database) -> None:
    phones = opened(database, SURE, APEL, MASKOT)
    phones.say("Rudi", "(foto a)")
    told = phones.say("Rudi", "[Ubah 3]")
    assert (told[0], menu(told)[-1]) == ("Bot→Rudi* **Konten 3 dari 3**", "[Kembali]")
    assert phones.say("Rudi", "[Kembali]")[0] == "Bot→Rudi* **2 kegiatan dan 1 konten**"
    phones.say("Rudi", "[Ubah 2]")
    phones.say("Rudi", "[Nama]")
    told = phones.say("Rudi", "Apel sore")
    assert [line for line in told if "Nama" in line] == ["   │ 1. Nama: Rapat pleno", "   │ 2. Nama: Apel Sore"]
    phones.say("Rudi", "[Ubah 3]")
    phones.say("Rudi", "[Platform]")
    phones.say("Rudi", "[FB]")
    told = phones.say("Rudi", "[Selesai]")
    assert "   │ Platform: FB dan TikTok" in told


@pytest.mark.usefixtures("office")
def test_words_on_a_card_without_a_question_are_not_put_into_one_of_them_by_chance(database: Database) -> None:
    phones = opened(database, SURE, APEL)
    phones.say("Rudi", "(foto a)")
    said = "Kartu ini memuat beberapa catatan. Tekan Ubah 1, Ubah 2, dan seterusnya, lalu ganti isiannya."
    assert phones.say("Rudi", "tanggal 20") == [f"Bot→Rudi> {said}"]
    phones.say("Rudi", "[Ubah 2]")
    assert "   │ Tanggal: Senin, 20 Juni 2022" in phones.say("Rudi", "tanggal 20")


@pytest.mark.usefixtures("office")
def test_an_old_button_changes_no_other_record(database: Database) -> None:
    phones = opened(database, MASKOT, replace(MASKOT, answers=MASKOT.answers | {"judul": "Tahapan"}))
    old = "Bot! Kartu ini sudah berubah. Lihat yang terbaru."
    phones.say("Rudi", "(foto a)")
    phones.say("Rudi", "[Ubah 2]")
    assert phones.say("Rudi", forged(Switch(1, 1, "platform", 0, on=True)))[0] == old
    for door in (EditRecord(1, 1, 3), PhotosTo(1, 1, 2)):
        assert phones.say("Rudi", forged(door))[0] == old


@pytest.mark.usefixtures("office")
def test_photos_go_to_the_first_and_one_tap_moves_them(database: Database) -> None:
    phones = opened(database, SURE, APEL)
    phones.say("Rudi", "(foto a, album x)")
    phones.say("Rudi", "(foto b, album x)")
    told = phones.say("Rudi", "[Foto ke 2]")
    assert told.index("   │ Foto: 2") == told.index("   │ 2. Nama: Apel pagi") + 3
    phones.say("Rudi", "[Simpan semua]")
    assert saved(database) == [(1, "Rapat pleno", 0), (2, "Apel pagi", 2)]


@pytest.mark.usefixtures("office")
def test_they_are_joined_to_one_and_no_word_is_lost(database: Database) -> None:
    partner = Reading("kegiatan", {"nama": "Audiensi", "tanggal": TODAY, "sektor": "pemerintah", "instansi": "Kodim"})
    phones = opened(database, partner, replace(SENAM, rest=("dipimpin ketua",)), PLENO)
    phones.say("Rudi", "(foto a)")
    told = phones.say("Rudi", "[Satu kegiatan saja]")
    kept = "Senam sehat, Alun-alun, dipimpin ketua; Rapat pleno, Rabu, 22 Juni atau Kamis, 23 Juni"
    assert (told[0], told[6]) == ("Bot→Rudi* **Laporan kegiatan**", f"   │ Keterangan: {kept}")


@pytest.mark.usefixtures("office")
def test_what_joins_a_kegiatan_without_keterangan_stays_on_the_card(database: Database) -> None:
    long = [replace(APEL, answers=APEL.answers | {"nama": f"Apel {n} " + "x" * 150}) for n in range(4)]
    partner = Reading("kegiatan", {"nama": "Audiensi", "tanggal": TODAY, "sektor": "pemerintah", "instansi": "Kodim"})
    phones = opened(database, partner, *long)
    phones.say("Rudi", "(foto a)")
    told = phones.say("Rudi", "[Satu kegiatan saja]")
    rest = "; ".join(f"{one.answers['nama']}, Kamis, 23 Juni 2022" for one in long)
    assert f"   │ Belum dipakai: {rest}" in told


@pytest.mark.usefixtures("office")
def test_beyond_five_the_names_of_the_others_are_said(database: Database) -> None:
    seven = [replace(APEL, answers=APEL.answers | {"nama": f"Apel {n}"}) for n in range(1, 8)]
    phones = opened(database, *seven)
    told = phones.say("Rudi", "(foto a)")
    assert (told[0], "   │ … dan 2 lagi; kirim terpisah: Apel 6 dan Apel 7." in told) == (
        "Bot→Rudi> **5 kegiatan**",
        True,
    )
    assert phones.say("Rudi", "[Simpan semua]")[6:8] == [
        "   │",
        "   │ Belum dicatat, kirim terpisah: Apel 6 dan Apel 7.",
    ]
    assert len(saved(database)) == several.MOST


@pytest.mark.usefixtures("office")
def test_a_card_holds_no_more_than_a_message_can_show(database: Database) -> None:
    long = [replace(APEL, answers=APEL.answers | {"nama": str(n) * 200, "tempat": "y" * 200}) for n in range(1, 60)]
    wide = [replace(one, rest=("z" * 300,)) for one in long]
    opened(database, *wide).send("Rudi", "(foto a)")
    with database.transaction() as session:
        told = session.scalars(select(Outbox)).one().payload
    assert (told["title"], len(told["text"]) < CARD) == ("3 kegiatan", True)


@pytest.mark.usefixtures("office")
def test_unused_words_are_cut_on_the_card_and_whole_in_the_history(database: Database) -> None:
    words = "panjang " * 600 + "habis"
    phones = opened(database, replace(SURE, rest=(words,)))
    told = phones.say("Rudi", "(foto a)")
    assert [len(line) for line in told if "Belum dipakai" in line] == [len("   │ Belum dipakai: ") + 1500]
    phones.say("Rudi", "[Simpan]")
    with database.transaction() as session:
        assert session.scalars(select(Audit)).one().after["belum dipakai"] == [words]


@pytest.mark.usefixtures("office")
def test_it_waits_and_is_taken_up_again_dropped_and_reminded_of(database: Database) -> None:
    phones = opened(database, SURE, APEL)
    assert phones.say("Rudi", "tunda")[0] == "Bot→Rudi> **Ditunda: 2 kegiatan**"
    assert menu(phones.say("Rudi", "/lapor"))[-1] == "[Lanjutkan: 2 kegiatan]"
    assert phones.say("Rudi", "[Lanjutkan: 2 kegiatan]")[-4] == "   │ Sudah benar? Tekan Simpan semua."
    told = phones.at(NOW + timedelta(hours=23))
    at = told.index("Bot→Rudi> **2 kegiatan**")
    assert told[at + 1] == "   │ Laporan ini belum disimpan. Lanjutkan kapan saja, Simpan, atau Batal."
    phones.say("Rudi", "[Batal]")
    assert saved(database) == []


@pytest.mark.usefixtures("office")
def test_twins_are_looked_for_among_earlier_records_only(database: Database) -> None:
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        kept(session, office, "Apel pagi", date(2022, 6, 23), who="Kadir", sektor="internal")
    phones = opened(database, APEL, replace(APEL, answers=APEL.answers | {"nama": "Apel pagi bersama"}))
    phones.say("Rudi", "(foto a)")
    told = phones.say("Rudi", "[Simpan semua]")
    assert told[3:] == [
        "   │",
        "   │ #2 mirip dengan #1; tekan Lihat #2 untuk menggabungkannya.",
        "   │ #3 mirip dengan #1; tekan Lihat #3 untuk menggabungkannya.",
        "   │ [Ubah #2] [Ubah #3] [Teks WA]",
        "   │ [Lihat #2] [Lihat #3]",
    ]
    assert menu(phones.say("Rudi", "[Lihat #2]"))[0] == "[Gabung ke #1] [Biarkan]"


@pytest.mark.usefixtures("office")
def test_records_of_a_closed_month_are_told_to_be_late_once(database: Database) -> None:
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        decided.close(here(session, office), date(2022, 6, 1), known(session, "Qori"))
    phones = opened(database, SURE, APEL)
    phones.say("Rudi", "(foto a)")
    assert phones.say("Rudi", "[Simpan semua]")[3:5] == [
        "   │",
        "   │ Bulan Juni 2022 sudah ditutup; Ketua Pelaksana diberi tahu.",
    ]


@pytest.mark.usefixtures("office")
def test_a_link_that_is_told_twice_saves_nothing(database: Database) -> None:
    link = MASKOT.answers | {"tautan": {"TikTok": ["https://www.tiktok.com/@kpu/video/7", "tiktok:7"]}}
    phones = opened(database, APEL, replace(MASKOT, answers=link), replace(MASKOT, answers=link))
    phones.say("Rudi", "(foto a)")
    told = phones.say("Rudi", "[Simpan semua]")
    assert told == ["Bot! Tautan itu sudah tercatat: #2 Maskot pemilu."]
    assert saved(database) == []


@pytest.mark.usefixtures("office")
def test_words_of_no_field_are_kept_in_the_history_of_their_record(database: Database) -> None:
    phones = opened(database, replace(SURE, rest=("12 orang",)), replace(APEL, rest=("dipimpin ketua",)))
    told = phones.say("Rudi", "(foto a)")
    assert "   │ Belum dipakai: 12 orang; dipimpin ketua" in told
    phones.say("Rudi", "[Simpan semua]")
    assert phones.say("Rudi", "/riwayat 2")[1:] == [
        "   │ • 24 Juni 2022 09.00, Rudi mencatat",
        "   │ Belum dipakai: dipimpin ketua",
    ]


@pytest.mark.usefixtures("office")
def test_a_reply_to_the_message_of_several_records_names_one(database: Database) -> None:
    phones = opened(database, SURE, APEL)
    phones.say("Rudi", "(foto a)")
    phones.say("Rudi", "[Simpan semua]")
    assert phones.say("Rudi", f"(balas {SAID}) tanggal 20") == [
        "Bot→Rudi> Pesan itu beberapa catatan. Sebutkan nomornya, misalnya ralat #1 tanggal 16."
    ]
    assert phones.say("Rudi", f"(mengedit {SAID}) Rapat pleno rutin") == [
        "Bot→Rudi> Laporan itu sudah tercatat. Ubah dengan tombolnya, atau ketik /ubah 1."
    ]


@pytest.mark.usefixtures("office")
def test_an_edited_message_is_read_again_as_a_whole(database: Database) -> None:
    phones = opened(database, SURE, APEL)
    told = phones.say("Rudi", f"(mengedit {SAID}) Rapat rutin kemarin")
    assert told[:5] == [
        "Bot→Rudi> **Laporan kegiatan**",
        "   │ Kartu ini dibaca ulang seluruhnya dari pesan Anda yang diubah.",
        "   │",
        "   │ Nama: Rapat Rutin",
        "   │ Tanggal: Kamis, 23 Juni 2022",
    ]
    assert phones.say("Rudi", f"(mengedit {SAID}) Rapat rutin kemarin") == []
