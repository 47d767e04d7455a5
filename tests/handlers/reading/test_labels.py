"""Corrections as people type them, read against the questions of a form."""

from datetime import date

import pytest

from handlers.catatan import kegiatan, konten
from handlers.chat.messages import Rejected
from handlers.dialog import tally
from handlers.koreksi import ralat
from handlers.reading import label_words, labels
from handlers.reading.forms import Answers

TODAY = date(2022, 6, 24)
HELD = date(2022, 5, 30)


def on(day: str) -> Answers:
    return {"tanggal": {"mulai": day, "selesai": day, "sebulan": False}}


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("tanggal 16", on("2022-06-16")),
        ("Tanggalnya 16 Juni", on("2022-06-16")),
        ("tgl: 16/6", on("2022-06-16")),
        ("hari/tanggal Kamis, 16 Juni 2022", on("2022-06-16")),
        ("ralat tanggal 16 Juni", on("2022-06-16")),
        ("Maaf, tanggalnya seharusnya 16 Juni bukan 17 Juni", on("2022-06-16")),
        ("mohon ganti tanggal jadi kemarin", on("2022-06-23")),
        ("16 Juni", on("2022-06-16")),
        ("kemarin", on("2022-06-23")),
        ("nama: Apel Pagi Gabungan", {"nama": "Apel Pagi Gabungan"}),
        ("nama kegiatannya Apel Pagi", {"nama": "Apel Pagi"}),
        ("Kegiatan = Rapat Pleno", {"nama": "Rapat Pleno"}),
        ("instansinya Kodim 0820", {"instansi": "Kodim 0820"}),
        ("mitra Kodim 0820", {"instansi": "Kodim 0820"}),
        ("mitranya nonpemerintah", {"sektor": "nonpemerintah"}),
        ("bersama Bawaslu", {"instansi": "Bawaslu"}),
        ("uraian 2", {"uraian": "Rapat Koordinasi"}),
        ("tempat aula", {"tempat": "aula"}),
        ("di aula KPU", {"tempat": "aula KPU"}),
        ("jamnya 10", {"waktu": "10.00"}),
        ("waktu: 09.00", {"waktu": "09.00"}),
        ("pukul 9.30 - 11 WIB", {"waktu": "09.30–11.00"}),
        ("maaf, jamnya seharusnya 10 bukan 9", {"waktu": "10.00"}),
        ("waktunya ba'da zuhur", {"waktu": "ba'da zuhur"}),
        ("jam 9, di aula, pesertanya 25 orang", {"waktu": "09.00", "tempat": "aula", "peserta": "25 orang"}),
        ("jam 9, kalau tidak salah", {"waktu": "9, kalau tidak salah"}),
        ("pesertanya 25 orang", {"peserta": "25 orang"}),
        ("jumlah peserta: 25", {"peserta": "25"}),
        ("dihadiri oleh Bawaslu, 3 PPK", {"peserta": "Bawaslu, 3 PPK"}),
        ("tentang pemilu 2024", {"keterangan": "pemilu 2024"}),
        ("tanggal 16; tempat aula", on("2022-06-16") | {"tempat": "aula"}),
        ("tanggal 16\nnama Apel", on("2022-06-16") | {"nama": "Apel"}),
        ("tanggal 16, tempat aula", on("2022-06-16") | {"tempat": "aula"}),
        ("nama Rapat, tempat aula", {"nama": "Rapat, tempat aula"}),
        ("lokasi pelaksanaan aula", {"tempat": "aula"}),
        ("hari / tanggal pelaksanaan 16 Juni", on("2022-06-16")),
        ("nama instansi: Kodim 0820", {"instansi": "Kodim 0820"}),
        ("nama mitra Kodim 0820", {"instansi": "Kodim 0820"}),
        ("tamu: Kodim 0820", {"instansi": "Kodim 0820"}),
        ("Tmpt: aula", {"tempat": "aula"}),
        ("Jml pesrta : 25", {"peserta": "25"}),
        ("Perihal: Rapat", {"keterangan": "Rapat"}),
        ("tamu Kodim 0820", {}),
        ("mulai rapat", {}),
        ("catatan: revisi: belum", {"keterangan": "revisi: belum"}),
        ("terima kasih", {}),
        ("tanggal", {}),
        ("tempat aula; entahlah", {}),
        ("3", {}),
        ("", {}),
    ],
)
def test_a_correction_of_a_kegiatan(typed: str, answers: Answers) -> None:
    assert labels.corrections(kegiatan.FORM, typed, TODAY) == answers


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("judulnya Hari Pancasila", {"judul": "Hari Pancasila"}),
        ("jenis konten infografik", {"jenis": "Infografik"}),
        ("platform ig, fb dan tiktok", {"platform": ["IG", "FB", "TikTok"]}),
        ("informasi kepemiluan ya", {"informasi": "Ya"}),
        ("jumlah 3", {"jumlah": 3}),
        ("tanggal Mei 2022", {"tanggal": {"mulai": "2022-05-01", "selesai": "2022-05-31", "sebulan": True}}),
        (
            "link https://youtu.be/abcdefghijk",
            {"tautan": {"YouTube": ["https://youtu.be/abcdefghijk", "YouTube:abcdefghijk"]}},
        ),
    ],
)
def test_a_correction_of_a_konten(typed: str, answers: Answers) -> None:
    assert labels.corrections(konten.FORM, typed, TODAY) == answers


def test_a_correction_of_a_tally() -> None:
    assert labels.corrections(tally.FORM, "jumlah foto 2, repost 1", TODAY) == {
        "hitungan": {"Foto Berita": 2, "Repost": 1}
    }


MEANT = {"perihal": "keterangan", "uraian": "uraian"}
VALUES = {
    "tanggal": "16 Juni",
    "jenis": "infografik",
    "platform": "ig",
    "jumlah": "3",
    "tautan": "https://youtu.be/abcdefghijk",
}


@pytest.mark.parametrize("label", label_words.FIELDS)
def test_a_label_of_a_form_is_one_of_a_correction(label: str) -> None:
    field = MEANT.get(label, label_words.FIELDS[label])
    form = kegiatan.FORM if kegiatan.FORM.question(field) else konten.FORM
    value = VALUES.get(field, "Aula")
    assert field in labels.corrections(form, f"{label}: {value}", TODAY)


def test_a_day_alone_is_one_of_the_month_in_which_the_record_stands() -> None:
    assert labels.corrections(kegiatan.FORM, "tanggal 16", TODAY, HELD) == on("2022-05-16")
    assert labels.corrections(kegiatan.FORM, "tanggal 31", TODAY, date(2022, 6, 3)) == on("2022-05-31")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("tanggal Kamis 17 Juni", "17 Juni 2022 itu hari Jumat"),
        ("sektor swasta", "“swasta” bukan salah satu pilihan"),
        ("tempat " + "a" * 201, "Terlalu panjang"),
    ],
)
def test_a_value_that_cannot_be_read_is_named(typed: str, sentence: str) -> None:
    with pytest.raises(Rejected, match=sentence):
        labels.corrections(kegiatan.FORM, typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ralat #12 tanggal 16", ralat.Words(12, "tanggal 16")),
        ("Ralat 12: tanggal 16", ralat.Words(12, "tanggal 16")),
        ("koreksi #7 apa saja", ralat.Words(7, "apa saja")),
        ("ralat #12 hapus", ralat.Words(12, "hapus")),
        ("ralat 16 Juni", None),
        ("ralat tanggal 16", None),
        ("rapat #12 tanggal 16", None),
    ],
)
def test_a_correction_by_number(typed: str, words: ralat.Words | None) -> None:
    assert ralat.by_number(typed) == words


@pytest.mark.parametrize("of", ["siaran", "rakor", "mulai acara"])
@pytest.mark.parametrize(
    ("label", "field"),
    [("tanggal", "tanggal"), ("Hari/tgl", "tanggal"), ("hari", "tanggal"), ("jam", "waktu"), ("Lokasi", "tempat")],
)
def test_a_label_of_when_and_where_may_say_of_what(label: str, field: str, of: str) -> None:
    assert label_words.field_of(f"{label} {of}") == field


@pytest.mark.parametrize("label", ["tgl surat", "Tanggal undangan", "tanggal lahir", "tempat lahir", "jam kerja"])
def test_that_of_another_thing_is_not_that_of_the_event(label: str) -> None:
    assert label_words.field_of(label) == ""
