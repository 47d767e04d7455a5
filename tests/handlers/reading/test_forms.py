"""A form is data: where a dialogue stands is its first unanswered question."""

from datetime import date

import pytest

from handlers.catatan import kegiatan, konten
from handlers.chat import pages
from handlers.chat.messages import Button, Rejected
from handlers.reading import forms
from handlers.reading.dates.forms import Days
from handlers.reading.forms import Answers, Question

TODAY = date(2022, 6, 24)


def asked(form: forms.Form, answers: Answers) -> str | None:
    question = form.pending(answers)
    return question.name if question else None


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({}, "nama"),
        ({"nama": "Rapat"}, "sektor"),
        ({"nama": "Rapat", "sektor": None}, None),
        ({"nama": "Rapat", "sektor": "internal"}, None),
        ({"nama": "Rapat", "sektor": "pemerintah"}, "instansi"),
        ({"nama": "Rapat", "sektor": "pemerintah", "instansi": "Kodim 0820"}, "uraian"),
        ({"nama": "Rapat", "sektor": "pemerintah", "instansi": "Kodim 0820", "uraian": None}, "keterangan"),
        ({"nama": "Rapat", "sektor": "internal", "instansi": "Kodim 0820"}, None),
    ],
)
def test_the_open_question_of_a_kegiatan(answers: Answers, name: str | None) -> None:
    assert asked(kegiatan.FORM, answers) == name


def test_an_answer_that_is_not_relevant_any_more_does_not_count() -> None:
    answers = {"nama": "Rapat", "sektor": "internal", "instansi": "Kodim 0820"}
    assert kegiatan.FORM.kept(answers) == {"nama": "Rapat", "sektor": "internal"}


def test_a_question_that_a_release_added_is_asked_in_open_drafts_and_a_removed_one_is_ignored() -> None:
    older = {"nama": "Rapat", "sektor": "internal", "cuaca": "cerah"}
    newer = forms.Form("kegiatan", "", (*kegiatan.FORM.questions, Question("hasil", "Hasil", "Apa hasilnya?", str)))  # type: ignore[arg-type]
    assert asked(newer, older) == "hasil"
    assert "cuaca" not in newer.kept(older)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("1", "internal"), ("pemerintah", "pemerintah"), (" NONPEMERINTAH ", "nonpemerintah")],
)
def test_a_choice_is_given_by_number_or_word(typed: str, answer: str) -> None:
    question = kegiatan.FORM.question("sektor")
    assert question
    assert forms.read(question, typed, TODAY) == answer


def test_several_choices_in_one_line_come_in_the_order_of_the_form() -> None:
    question = konten.FORM.question("platform")
    assert question
    assert forms.read(question, "fb, ig dan tiktok", TODAY) == ["IG", "FB", "TikTok"]


@pytest.mark.parametrize("typed", ["³", "٣", "0", "99", "9" * 4096])
def test_a_digit_that_is_no_number_of_a_choice_is_no_choice(typed: str) -> None:
    question = kegiatan.FORM.question("sektor")
    assert question
    with pytest.raises(Rejected):
        forms.read(question, typed, TODAY)


def test_a_word_that_is_no_choice_is_named() -> None:
    question = konten.FORM.question("platform")
    assert question
    with pytest.raises(Rejected, match="“Friendster” bukan salah satu pilihan"):
        forms.read(question, "ig, Friendster", TODAY)


def test_a_shortcut_can_be_typed_by_number_but_a_date_stays_a_date() -> None:
    uraian, tanggal = kegiatan.FORM.question("uraian"), kegiatan.FORM.question("tanggal")
    assert uraian
    assert tanggal
    assert forms.read(uraian, "2", TODAY) == "Rapat Koordinasi"
    assert forms.read(uraian, "Kunjungan", TODAY) == "Kunjungan"
    assert forms.read(tanggal, "2", TODAY) == Days.on(date(2022, 6, 2)).json
    assert forms.read(tanggal, "Kemarin", TODAY) == Days.on(date(2022, 6, 23)).json


def test_a_switch_says_what_it_wants_so_that_pressing_twice_changes_nothing() -> None:
    question = konten.FORM.question("platform")
    assert question
    once = forms.switched(question, ["FB"], "IG", on=True)
    assert once == ["IG", "FB"]
    assert forms.switched(question, once, "IG", on=True) == once
    assert forms.switched(question, once, "FB", on=False) == ["IG"]


def test_gaps_are_marked_on_the_card() -> None:
    assert forms.lines(kegiatan.FORM, {"sektor": "pemerintah", "tanggal": Days.on(TODAY).json}) == [
        "Nama: …",
        "Tanggal: Jumat, 24 Juni 2022",
        "Mitra: Pemerintah",
        "Instansi: …",
        "Uraian: –",
        "Keterangan: –",
    ]


def test_buttons_stand_in_rows() -> None:
    buttons = [Button(str(n)) for n in range(5)]
    assert [len(row) for row in pages.in_rows(buttons, 2)] == [2, 2, 1]


SEKTOR, PLATFORM, JENIS, INFORMASI = (
    question
    for form, name in ((kegiatan.FORM, "sektor"), *((konten.FORM, name) for name in ("platform", "jenis", "informasi")))
    if (question := form.question(name))
)


@pytest.mark.parametrize(
    ("question", "typed", "meant"),
    [
        (SEKTOR, "internal saja", "internal"),
        (SEKTOR, "Non Pemerintah", "nonpemerintah"),
        (SEKTOR, "non-pemerintah ya", "nonpemerintah"),
        (SEKTOR, "pemerintahan", "pemerintah"),
        (SEKTOR, "Instansi pemerintah.", "pemerintah"),
        (SEKTOR, "pemerintha", "pemerintah"),
        (SEKTOR, "tidak ada mitra", "internal"),
        (SEKTOR, "no. 2", "pemerintah"),
        (SEKTOR, "yang nomor 3", "nonpemerintah"),
        (JENIS, "infografis", "Infografik"),
        (JENIS, "video", "Video lainnya"),
        (JENIS, "link berita", "Promote link berita web"),
        (JENIS, "ucapan duka", "Ucapan Dukacita"),
        (JENIS, "Hari Besar", "Peringatan Hari Besar"),
        (JENIS, "infografk", "Infografik"),
        (INFORMASI, "iya", "Ya"),
        (INFORMASI, "y", "Ya"),
        (INFORMASI, "tdk", "Tidak"),
        (INFORMASI, "tidak ada", "Tidak"),
        (INFORMASI, "gak", "Tidak"),
        (PLATFORM, "instagram", ["IG"]),
        (PLATFORM, "ig fb", ["IG", "FB"]),
        (PLATFORM, "IG,FB,dan Twitter", ["IG", "Twitter", "FB"]),
        (PLATFORM, "ig + tik tok & x", ["IG", "Twitter", "TikTok"]),
        (PLATFORM, "1 dan 3", ["IG", "FB"]),
        (PLATFORM, "1 3", ["IG", "FB"]),
        (PLATFORM, "fb/yt", ["FB", "YouTube"]),
        (PLATFORM, "Instagam", ["IG"]),
        (PLATFORM, "semuanya", ["IG", "Twitter", "FB", "YouTube", "TikTok"]),
    ],
)
def test_a_typed_answer_may_be_said_as_people_say_it(question: forms.Question, typed: str, meant: forms.Answer) -> None:
    assert forms.read(question, typed, TODAY) == meant


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (SEKTOR, "entahlah"),
        (SEKTOR, "pusat"),
        (JENIS, "foto video"),
        (INFORMASI, "mungkin"),
        (PLATFORM, "ig dan radio"),
    ],
)
def test_words_that_fit_no_choice_or_two_are_asked_about(question: forms.Question, typed: str) -> None:
    with pytest.raises(Rejected, match="bukan salah satu pilihan"):
        forms.read(question, typed, TODAY)
