"""Foto Berita goes where its kegiatan goes: to another day, another name, another record, and away."""

from datetime import date

import pytest
from sqlalchemy import select

from handlers.koreksi.doors import Merge, Restore
from handlers.lapor.doors import FotoBerita
from handlers.reading.dates.periods import Periode
from handlers.rekap.doors import CloseMonth, MakeVersion, ReopenMonth
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.catatan.permintaan import Permintaan
from storage.database import Database
from storage.foto import photos
from storage.kantor.audit import Audit
from storage.kantor.people import Identity
from storage.kantor.satker import Satker
from tests.phone import Phones, forged

pytestmark = pytest.mark.usefixtures("office")
MEI = date(2022, 5, 30)


@pytest.fixture
def phones(database: Database) -> Phones:
    return Phones(database)


def says(phones: Phones, *lines: str, who: str = "Rudi") -> list[str]:
    return [phones.say(who, line) for line in lines][-1]


def konten(phones: Phones, nomor: int = 2) -> tuple[str, date, dict[str, int], bool]:
    with phones.database.transaction() as session:
        row = session.scalars(select(Konten).where(Konten.nomor == nomor)).one()
        return row.judul, row.tanggal, {p.platform: p.jumlah for p in row.postingan}, row.dihapus_at is None


def living(phones: Phones) -> dict[int, int]:
    """Which kegiatan every living Foto Berita is of, by their numbers."""
    with phones.database.transaction() as session:
        pairs = select(Konten.nomor, Kegiatan.nomor).join(Kegiatan, Kegiatan.id == Konten.kegiatan_id)
        return {row[0]: row[1] for row in session.execute(pairs.where(Konten.dihapus_at.is_(None)))}


def fotos(phones: Phones) -> dict[int, list[int]]:
    with phones.database.transaction() as session:
        rows = session.scalars(select(Kegiatan).order_by(Kegiatan.nomor)).all()
        return {row.nomor: [f.id for f in photos.of(session, row)] for row in rows}


def test_it_follows_day_and_name_and_back_again(phones: Phones) -> None:
    says(phones, "/lapor Apel Pagi", "simpan", "[3]", "ralat #1 tanggal 30 Mei", "ralat #1 nama Apel Akbar")
    three = {"IG": 3, "Twitter": 3, "FB": 3}
    assert konten(phones) == ("Apel Akbar", MEI, three, True)
    with phones.database.transaction() as session:
        assert session.scalars(select(Audit.action).where(Audit.what == "konten").order_by(Audit.id)).all() == [
            "foto berita",
            "ubah",
            "ubah",
        ]
    says(phones, "[Urungkan]")
    assert konten(phones) == ("Apel Pagi", MEI, three, True)


def test_what_was_corrected_on_it_stays(phones: Phones) -> None:
    says(phones, "/lapor Apel Pagi", "simpan", "[3]", "ralat #2 tanggal 23", "ralat #1 tanggal 30 Mei")
    assert konten(phones)[1] == date(2022, 6, 23)


def test_another_count_keeps_the_platforms(phones: Phones) -> None:
    says(phones, "/lapor Apel Pagi", "simpan", "[2]", "ralat #2 platform ig", "#1", "[Foto Berita]", "[3]")
    assert konten(phones)[2] == {"IG": 3}


def test_a_removed_kegiatan_says_what_still_counts(phones: Phones) -> None:
    says(phones, "/lapor Apel Pagi", "simpan", "[3]")
    headline = "   │ Apel Pagi (24 Juni 2022)"
    assert says(phones, "/hapus 1") == [
        "Bot→Rudi> **Dihapus #1**",
        headline,
        "   │",
        "   │ #2 Foto Berita ×3 tetap dihitung.",
        "   │ [Kembalikan] [Hapus #2]",
    ]
    assert says(phones, "[Hapus #2]") == ["Bot→Rudi* **Dihapus #1**", headline, "   │ [Kembalikan]"]
    assert living(phones) == {}
    assert says(phones, forged(FotoBerita(1, 2))) == ["Bot! Catatan #1 sudah dihapus; kembalikan dahulu."]


ASKED = "   │ Berapa Foto Berita dari kegiatan ini? Jumlahnya dihitung sebagai konten dalam laporan."
NUMBERS = "   │ [0] [1] [2] [3] [Lewati]"
TOLD = ["   │ Nama: Apel Pagi", "   │ Tanggal: Jumat, 24 Juni 2022", "   │ Mitra: Internal"]
BELOW = ["   │ [Foto Berita]", "   │ [Ubah] [Hapus] [Teks WA]"]


@pytest.mark.parametrize("answer", ["[Lewati]", "[0]"])
def test_the_question_goes_with_its_answer_and_can_be_asked_for_again(phones: Phones, answer: str) -> None:
    asked = says(phones, "/lapor Apel Pagi", "simpan")
    assert asked[-4:] == ["   │", ASKED, NUMBERS, BELOW[1]]
    answered = ["Bot→Rudi* **Tercatat #1**", *TOLD, *BELOW]
    assert says(phones, answer) == answered
    assert says(phones, "#1")[:-1] == ["Bot→Rudi> **Tercatat #1**", *TOLD, BELOW[0]]
    assert says(phones, "[Foto Berita]")[-3:] == [ASKED, NUMBERS, BELOW[1]]
    assert says(phones, "[2]") == [
        *answered[:-2], "   │", "   │ Foto Berita: 2 di IG, Twitter, dan FB (#2)", *BELOW
    ]  # fmt: skip
    assert says(phones, "[Foto Berita]", "[Lewati]")[-3:] == ["   │ Foto Berita: 2 di IG, Twitter, dan FB (#2)", *BELOW]
    # Who deletes them has answered, too.
    assert says(phones, "/hapus 2", "#1")[-3:-1] == [TOLD[-1], BELOW[0]]


def test_the_question_is_over_with_its_month_and_with_its_report(phones: Phones) -> None:
    says(phones, "(foto a) Apel Pagi", "simpan")
    says(phones, forged(CloseMonth(date(2022, 6, 1))), who="Qori")
    told = [*TOLD, "   │ Foto: 1", BELOW[0]]
    assert says(phones, "#1")[1:-1] == told
    says(phones, forged(ReopenMonth(date(2022, 6, 1))), who="Qori")
    assert says(phones, "#1")[-3:-1] == [ASKED, NUMBERS]
    heard = says(phones, forged(MakeVersion(Periode.of_kode("2022-TW2"), 1)), who="Qori")
    assert heard[heard.index("Bot→Rudi* **Tercatat #1**") + 5 :][:4] == [
        "   │", "   │ Dipakai dalam laporan Triwulan II 2022 versi 1.", *BELOW
    ]  # fmt: skip


def test_an_answer_takes_the_question_from_the_other_reporters(phones: Phones) -> None:
    three_of_one(phones)
    says(phones, "[Gabung ke #1]", who="Kadir")
    says(phones, "[Lihat #1]", who="Kadir")
    heard = says(phones, "[Lewati]")
    assert [line for line in heard if line.startswith("Bot") or "Foto Berita" in line] == [
        "Bot→Rudi* **Tercatat #1**", BELOW[0], "Bot→Kadir* **Tercatat #1**", BELOW[0]
    ]  # fmt: skip


def three_of_one(phones: Phones) -> None:
    """Rudi, Kadir and Qori report the same meeting as #1, #2 and #3."""
    for who, foto in (("Rudi", "a"), ("Kadir", "b"), ("Qori", "c")):
        says(phones, f"(foto {foto}) Rapat Pleno Rutin", "simpan", who=who)
    with phones.database.transaction() as session:
        session.scalars(select(Kegiatan).where(Kegiatan.nomor == 3)).one().mirip = 2


def test_two_counts_of_one_event_count_once_until_they_part(phones: Phones) -> None:
    three_of_one(phones)
    says(phones, "[2]")
    says(phones, "[3]", "[Gabung ke #1]", who="Kadir")
    assert living(phones) == {4: 1}
    says(phones, "[Kembalikan]", who="Kadir")
    assert living(phones) == {4: 1, 5: 2}


def test_a_count_that_was_taken_back_makes_place(phones: Phones) -> None:
    three_of_one(phones)
    says(phones, "[2]", "[Foto Berita]", "[0]")
    says(phones, "[3]", "[Gabung ke #1]", who="Kadir")
    assert living(phones) == {5: 1}
    says(phones, "#1", "[Foto Berita]", "[1]")
    assert konten(phones, 5)[2] == {"IG": 1, "Twitter": 1, "FB": 1}
    says(phones, forged(Restore(2)), who="Kadir")
    assert living(phones) == {5: 2}


@pytest.mark.parametrize("order", [(3, 2), (2, 3)])
def test_a_chain_of_mergings_parts_in_any_order(phones: Phones, order: tuple[int, int]) -> None:
    three_of_one(phones)
    before = fotos(phones)
    says(phones, "[1]", "[Gabung ke #2]", forged(Merge(2, 1)), who="Qori")
    assert (fotos(phones), living(phones)) == ({1: [1, 2, 3], 2: [], 3: []}, {4: 1})
    for nomor in order:
        says(phones, forged(Restore(nomor)), who="Qori")
    assert (fotos(phones), living(phones)) == (before, {4: 3})


def test_the_word_kembalikan_parts_like_the_button(phones: Phones) -> None:
    three_of_one(phones)
    before = fotos(phones)
    says(phones, "[Gabung ke #1]", who="Kadir")
    assert says(phones, "ralat #2 kembalikan", who="Kadir")[0] == "Bot→Kadir> **Dikembalikan #2**"
    assert fotos(phones) == before
    with phones.database.transaction() as session:
        assert session.scalars(select(Kegiatan.digabung)).all() == [None, None, None]


def test_a_konten_whose_link_was_told_again_does_not_come_back(phones: Phones) -> None:
    link = "https://www.instagram.com/p/Cabc123def/ Infografis pemilih"
    says(phones, link, "simpan", "/hapus 1", link, "simpan")
    assert says(phones, "[Kembalikan]") == ["Bot! Tautan itu sudah tercatat: #2 Infografis Pemilih."]
    assert konten(phones, 1)[3] is False


def test_photos_of_a_tally_go_with_its_first_konten(phones: Phones) -> None:
    says(phones, "/lapor", "(foto a)", "foto 3, link 1", "simpan")
    with phones.database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        rows = session.scalars(select(Konten).where(Konten.satker_id == office.id).order_by(Konten.nomor)).all()
        assert [photos.count(session, row) for row in rows] == [1, 0]


def test_a_caption_may_begin_with_the_command(phones: Phones) -> None:
    assert says(phones, "(foto a) /lapor Apel Pagi")[1] == "   │ Nama: Apel Pagi"


def test_a_photo_for_a_record_that_is_gone_begins_a_new_one(phones: Phones) -> None:
    says(phones, "/lapor Apel Pagi", "simpan", "/ubah 1", "[Tempat]", "Aula")
    says(phones, "/hapus 1", who="Qori")
    assert says(phones, "(foto a)") == [
        "Bot→Rudi> **Dihapus #1**",
        "   │ Apel Pagi (24 Juni 2022)",
        "   │ [Kembalikan]",
        "Bot→Rudi> **Laporan kegiatan**",
        "   │ Nama: …",
        "   │ Tanggal: Jumat, 24 Juni 2022",
        "   │ Mitra: –",
        "   │ Foto: 1",
        "   │",
        "   │ Apa nama kegiatannya?",
        "   │ [Ubah] [Batal]",
    ]


def states(phones: Phones) -> list[str]:
    with phones.database.transaction() as session:
        return list(session.scalars(select(Permintaan.state).order_by(Permintaan.id)))


def test_a_request_for_a_record_that_is_gone_is_dropped_once(phones: Phones) -> None:
    says(phones, "/lapor Apel Pagi", "simpan")
    says(phones, "#1", "[Minta lengkapi]", who="Qori")
    says(phones, "/hapus 1")
    told = says(phones, "Mohon dilengkapi", who="Qori")
    assert told == ["Bot→Qori> Catatan #1 sudah dihapus, jadi permintaannya tidak dikirim."]
    assert states(phones) == []
    assert says(phones, "/lapor Senam", who="Qori")[1] == "   │ Nama: Senam"


def test_a_request_to_nobody_is_dropped_once(phones: Phones) -> None:
    says(phones, "/lapor Apel Pagi", "simpan")
    says(phones, "#1", "[Minta lengkapi]", who="Qori")
    with phones.database.transaction() as session:
        session.delete(session.scalars(select(Identity).where(Identity.person == "Rudi")).one())
    told = says(phones, "Mohon dilengkapi", who="Qori")
    assert told == ["Bot→Qori> Pelapornya belum terhubung dengan bot; mohon disampaikan langsung."]
    assert states(phones) == []
