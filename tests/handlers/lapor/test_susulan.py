"""What follows up on a record: photos, corrections, deletions and links find it, or ask which one is meant."""

import pytest
from sqlalchemy import select

from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.database import Database
from storage.foto.photos import Foto
from storage.kantor import audit
from storage.kantor.audit import MOST, Audit
from storage.kantor.people import Anggota
from tests.conftest import NOW
from tests.phone import Phones


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    assert office
    return Phones(database)


def told(phones: Phones, *names: str, who: str = "Rudi") -> None:
    for name in names:
        phones.say(who, f"/lapor {name}")
        phones.say(who, "simpan")


def buttons(said: list[str]) -> list[str]:
    rows = (line.removeprefix("   │ ").strip() for line in said)
    return [label for row in rows if row.startswith("[") for label in row[1:-1].split("] [")]


def counts(phones: Phones) -> dict[int, int]:
    """The number of photos of each kegiatan by its number."""
    with phones.database.transaction() as session:
        held = {row.id: row.nomor for row in session.scalars(select(Kegiatan))}
        fotos = [f.kegiatan_id for f in session.scalars(select(Foto).where(Foto.dihapus_at.is_(None))) if f.kegiatan_id]
    return {nomor: fotos.count(id_) for id_, nomor in held.items()}


def test_what_others_do_meanwhile_hides_nothing_of_ones_own(phones: Phones) -> None:
    told(phones, "Rapat Pleno Rutin")
    with phones.database.transaction() as session:
        qori = session.scalars(select(Anggota).where(Anggota.nama == "Qori")).one()
        for number in range(MOST + 1):
            audit.note(session, qori, NOW, "kegiatan", 1000 + number, "catat", after={"nama": "Impor"})
    told_now = phones.say("Rudi", "(foto a) foto susulan rapat pleno")
    assert told_now[:2] == ["Bot→Rudi> **Tercatat #1**", "   │ Foto ditambahkan ke #1."]


@pytest.mark.parametrize(
    "caption",
    [
        "#1",
        "foto susulan #1",
        "tambahan untuk #1",
        "foto susulan rapat pleno",
        "dokumentasi tambahan rapat plno tadi",
        "ketinggalan 1 foto rapat pleno",
        "foto rapat pleno yang tadi",
    ],
)
def test_a_photo_with_words_of_its_record_joins_it_and_can_be_taken_out(phones: Phones, caption: str) -> None:
    told(phones, "Rapat Pleno Rutin", "Apel Pagi")
    assert phones.say("Rudi", f"(foto a) {caption}")[:2] == [
        "Bot→Rudi> **Tercatat #1**",
        "   │ Foto ditambahkan ke #1.",
    ]
    assert counts(phones) == {1: 1, 2: 0}
    phones.say("Rudi", "[Urungkan]")
    assert counts(phones) == {1: 0, 2: 0}


def test_a_caption_that_may_mean_several_records_is_asked_about(phones: Phones) -> None:
    told(phones, "Rapat Pleno Rutin", "Apel Pagi")
    assert phones.say("Rudi", "(foto a, album x) ini yg tadi dilaporkan kurang 1 foto lg") == [
        "Bot→Rudi> “ini yg tadi dilaporkan kurang 1 foto lg”",
        "   │",
        "   │ Foto ini untuk apa?",
        "   │ [Tambahkan ke #2]",
        "   │ [Tambahkan ke #1]",
        "   │ [Kegiatan] [Konten]",
        "   │ [Bukan laporan]",
    ]
    assert "   │ 2 foto ini untuk apa?" in phones.say("Rudi", "(foto b, album x)")
    phones.say("Rudi", "[Tambahkan ke #1]")
    assert counts(phones) == {1: 2, 2: 0}


def test_photos_that_were_asked_about_may_be_a_report_of_their_own(phones: Phones) -> None:
    told(phones, "Rapat Pleno Rutin", "Apel Pagi")
    phones.say("Rudi", "(foto a) ini yg tadi dilaporkan kurang 1 foto lg")
    assert "   │ Foto: 1" in phones.say("Rudi", "[Kegiatan]")


def test_the_only_record_of_the_day_needs_no_question(phones: Phones) -> None:
    told(phones, "Rapat Pleno Rutin")
    phones.say("Rudi", "(foto a) ini yg tadi dilaporkan kurang 1 foto lg")
    assert counts(phones) == {1: 1}


@pytest.mark.parametrize(
    "caption", ["Pemungutan Suara Susulan di TPS 3", "Sosialisasi Daftar Pemilih Tambahan", "Tindak Lanjut Rapat #1"]
)
def test_a_caption_of_another_event_opens_its_own_card(phones: Phones, caption: str) -> None:
    told(phones, "Rapat Pleno Rutin")
    assert f"   │ Nama: {caption}" in phones.say("Rudi", f"(foto a) {caption}")
    assert counts(phones) == {1: 0}


def test_a_bare_photo_right_after_a_receipt_offers_the_record_first(phones: Phones) -> None:
    told(phones, "Rapat Pleno Rutin")
    assert buttons(phones.say("Rudi", "(foto a)")) == ["Tambahkan ke #1", "Ubah", "Batal"]
    phones.say("Rudi", "[Tambahkan ke #1]")
    assert counts(phones) == {1: 1}
    with phones.database.transaction() as session:
        assert [e.action for e in session.scalars(select(Audit).where(Audit.what == "kegiatan"))] == ["catat", "foto"]


def test_later_and_for_others_a_bare_photo_is_a_new_report(phones: Phones) -> None:
    told(phones, "Rapat Pleno Rutin")
    assert buttons(phones.say("Kadir", "(foto a)")) == ["Ubah", "Batal"]
    phones.at(NOW.replace(hour=NOW.hour + 1))
    assert buttons(phones.say("Rudi", "(foto b)")) == ["Ubah", "Batal"]


def test_the_record_of_another_takes_no_photo(phones: Phones) -> None:
    told(phones, "Rapat Pleno Rutin")
    why = "Catatan #1 bukan milik Anda; mintalah pelapornya atau Ketua Pelaksana."
    assert phones.say("Kadir", "(foto a) #1") == [
        "Bot→Kadir> “#1”",
        "   │",
        f"   │ {why} Foto ini untuk apa?",
        "   │ [Kegiatan] [Konten]",
        "   │ [Bukan laporan]",
    ]
    phones.say("Qori", "(foto b) #1")
    assert counts(phones) == {1: 1}


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("eh salah, tanggalnya kemarin", "mulai", "2022-06-23"),
        ("maaf salah tgl, harusnya tanggal 21", "mulai", "2022-06-21"),
        ("maaf salah, tempatnya di aula", "tempat", "Aula"),
        ("tempatnya di pendopo", "tempat", "Pendopo"),
        ("koreksi: nama kegiatan terakhir mestinya Apel Gabungan", "nama", "Apel Gabungan"),
        ("ralat tanggal 20", "mulai", "2022-06-20"),
        ("#1 tempatnya aula", "tempat", "Aula"),
    ],
)
def test_a_correction_right_after_the_receipt_is_made_and_can_be_taken_back(
    phones: Phones, words: str, field: str, value: str
) -> None:
    told(phones, "Apel Pagi")
    was = the(phones, field)
    assert phones.say("Rudi", words)[0] == "Bot→Rudi> **Diubah #1**"
    assert the(phones, field) == value
    phones.say("Rudi", "[Urungkan]")
    assert the(phones, field) == was


def the(phones: Phones, field: str) -> str:
    with phones.database.transaction() as session:
        return str(getattr(session.scalars(select(Kegiatan)).one(), field))


def test_a_correction_means_the_record_that_the_person_touched_last(phones: Phones) -> None:
    told(phones, "Apel Pagi", "Rapat Pleno Rutin")
    told(phones, "Senam Bersama", who="Kadir")
    phones.say("Rudi", "ralat #1 tempat aula")
    assert phones.say("Rudi", "eh salah, tanggalnya kemarin")[0] == "Bot→Rudi> **Diubah #1**"


@pytest.mark.parametrize("words", ["harusnya pak camat yang bicara", "ralat dong", "koreksi yang tadi"])
def test_a_correction_that_cannot_be_read_is_kept_with_its_record(phones: Phones, words: str) -> None:
    told(phones, "Apel Pagi")
    assert "Ralat #1" in buttons(phones.say("Rudi", words))
    said = phones.say("Rudi", "[Ralat #1]")
    assert said[:2] == [
        "Bot→Rudi> **Mengubah #1**",
        f"   │ “{words}” belum terbaca sebagai ralat; tekan isian yang diganti.",
    ]


def test_a_correction_with_a_value_that_cannot_be_read_is_kept_and_says_why(phones: Phones) -> None:
    told(phones, "Apel Pagi")
    said = phones.say("Rudi", "eh salah, tanggalnya 35 Juni")
    assert (said[0], "Ralat #1" in buttons(said)) == ("Bot→Rudi> “eh salah, tanggalnya 35 Juni”", True)
    assert phones.say("Rudi", "[Ralat #1]")[0] == "Bot→Rudi> **Mengubah #1**"


def test_the_name_of_another_event_renames_nothing(phones: Phones) -> None:
    told(phones, "Apel Pagi")
    phones.say("Rudi", "kegiatannya rapat pleno di aula")
    assert the(phones, "nama") == "Apel Pagi"


def test_days_later_the_button_makes_the_correction_of_the_day_on_which_it_was_said(phones: Phones) -> None:
    told(phones, "Apel Pagi")
    phones.now = NOW.replace(hour=NOW.hour + 3)
    phones.say("Rudi", "eh salah tanggalnya kemarin")
    phones.now = NOW.replace(day=NOW.day + 2)
    assert phones.say("Rudi", "[Ralat #1]")[0] == "Bot→Rudi* Pesan itu menjadi ralat #1."
    assert the(phones, "mulai") == "2022-06-23"


@pytest.mark.parametrize(
    "words", ["hapus yang tadi", "hapus yg terakhir dong", "tolong batalkan laporan tadi", "hapus #1"]
)
def test_a_deletion_is_confirmed_by_one_tap(phones: Phones, words: str) -> None:
    told(phones, "Apel Pagi")
    assert phones.say("Rudi", words)[:2] == ["Bot→Rudi> **Tercatat #1**", "   │ Catatan ini yang dihapus? Tekan Hapus."]
    assert phones.say("Rudi", "[Hapus]")[0] == "Bot→Rudi* **Dihapus #1**"


def test_the_record_that_is_called_by_its_name_is_deleted(phones: Phones) -> None:
    told(phones, "Senam Pagi", "Rapat Staf")
    assert phones.say("Rudi", "senam yg tadi hapus aja, kembar")[:2] == [
        "Bot→Rudi> **Tercatat #1**",
        "   │ Catatan ini yang dihapus? Tekan Hapus.",
    ]


def test_there_is_nothing_to_delete(phones: Phones) -> None:
    assert phones.say("Rudi", "hapus yang tadi") == [
        "Bot→Rudi> Hari ini belum ada catatan Anda. Ketik /daftar untuk melihat nomornya, lalu misalnya /hapus 12."
    ]


IG, FB = "https://www.instagram.com/p/Cabc123/", "https://www.facebook.com/kpu/posts/9"


@pytest.mark.parametrize(
    "words", [f"juga di fb {FB}", f"{FB} fb nya juga sudah naik ya", f"infografis PDPB jg di FB {FB}"]
)
def test_a_link_that_is_there_too_joins_its_konten(phones: Phones, words: str) -> None:
    for line in (f"{IG} Infografis PDPB Juni", "simpan", words):
        phones.say("Rudi", line)
    assert placed(phones) == [{"IG": IG, "FB": FB}]
    phones.say("Rudi", "[Urungkan]")
    assert placed(phones) == [{"IG": IG}]


def placed(phones: Phones) -> list[dict[str, str]]:
    with phones.database.transaction() as session:
        rows = session.scalars(select(Konten).order_by(Konten.nomor)).all()
        return [{p.platform: p.url or "" for p in row.postingan} for row in rows]


def test_platforms_alone_join_it_as_well(phones: Phones) -> None:
    for line in (f"{IG} Infografis PDPB Juni", "simpan", "juga di fb dan tiktok"):
        phones.say("Rudi", line)
    assert placed(phones) == [{"IG": IG, "FB": "", "TikTok": ""}]


def test_a_link_with_a_title_of_its_own_is_another_konten(phones: Phones) -> None:
    for line in (f"{IG} Infografis PDPB Juni", "simpan", f"juga ada video podcast {FB}", "[Video]", "simpan"):
        if line.startswith("["):
            phones.say("Rudi", "video")
        else:
            phones.say("Rudi", line)
    assert placed(phones) == [{"IG": IG}, {"FB": FB}]


def test_a_correction_of_the_record_of_another_is_kept(phones: Phones) -> None:
    told(phones, "Rapat Pleno Rutin")
    why = "Catatan #1 bukan milik Anda; mintalah pelapornya atau Ketua Pelaksana."
    assert phones.say("Kadir", "#1 tempatnya aula")[:3] == [
        "Bot→Kadir> “#1 tempatnya aula”",
        "   │",
        f"   │ Ralat #1 tidak dicatat. {why} Pesan ini untuk apa?",
    ]
    assert the(phones, "tempat") == ""


def test_a_correction_of_a_number_that_does_not_exist_waits_for_the_right_one(phones: Phones) -> None:
    told(phones, "Apel Pagi")
    assert phones.say("Rudi", "ralat #99 tanggal 20") == [
        "Bot→Rudi> “ralat #99 tanggal 20”",
        "   │",
        "   │ Catatan #99 tidak ada, jadi ralatnya belum dicatat. Pesan ini untuk apa?",
        "   │ [Kegiatan] [Konten]",
        "   │ [Cari] [Ralat #1]",
        "   │ [Bukan laporan]",
    ]
    assert phones.say("Rudi", "[Ralat #1]")[:3] == [
        "Bot→Rudi* Pesan itu menjadi ralat #1.",
        "Bot→Rudi> **Diubah #1**",
        "   │ Tanggal: Jumat, 24 Juni 2022 → Senin, 20 Juni 2022",
    ]
    assert the(phones, "mulai") == "2022-06-20"
