"""Words that follow up on a record, and talk: told from reports, and read at once however long they are."""

import time
from collections.abc import Callable
from contextlib import suppress
from itertools import product

import pytest

from handlers import table
from handlers.catatan import konten
from handlers.chat.messages import Rejected
from handlers.reading import chatter, followup, forms, removal, requests
from handlers.reading.message.envelope import questions
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.read import read as read_message
from tests.conftest import NOW

PHRASES = {one.word: one.said for one in table.COMMANDS if one.said}
READERS: tuple[Callable[[str], object], ...] = (
    followup.joins, followup.numbered, followup.corrects, followup.of_it, removal.removes, followup.also,
    chatter.talk, chatter.tells, questions.asks, questions.announces, questions.asks_of_postings, chatter.cancels,
)  # fmt: skip
SECONDS = 0.5
PLATFORM = konten.FORM.question("platform")


@pytest.mark.parametrize(
    ("caption", "number"),
    [
        ("#130", 130),
        ("untuk #130", 130),
        ("foto susulan #130", 130),
        ("#130 foto lagi", 130),
        ("foto lagi", None),
        ("Tindak lanjut rapat #130", None),
        ("#2024 ayo memilih", None),
        ("niki foto susulane #130", 130),
    ],
)
def test_a_caption_names_a_record_where_it_names_nothing_else(caption: str, number: int | None) -> None:
    assert followup.numbered(caption) == number


OPENINGS, PICTURES = ("", "maaf ", "ini ", "mohon izin "), ("foto", "dokumentasi", "gambar")
MORE = ("{p} susulan", "tambahan {p}", "kurang 2 {p}", "{p} yang ketinggalan", "{p} lagi", "ketinggalan satu {p}")
SUBJECTS = ("", " rakor polres", " sosialisasi di SMAN 2 tadi")


def test_more_photos_are_told_in_many_words() -> None:
    for opening, more, picture, subject in product(OPENINGS, MORE, PICTURES, SUBJECTS):
        caption = f"{opening}{more.format(p=picture)}{subject}"
        assert followup.joins(caption), caption
        assert followup.fits(caption, "Rapat koordinasi Polres Kota; Sosialisasi SMAN 2"), caption
        assert followup.fits(caption, "Apel Gabungan") is (not subject), caption


@pytest.mark.parametrize("of", ["tanggalnya kemarin", "tempatnya di aula", "nama kegiatan mestinya Apel"])
def test_a_correction_is_told_in_many_words(of: str) -> None:
    for sorry, wrong in product(("", "eh ", "maaf min, ", "aduh "), ("salah, ", "keliru ", "harusnya ", "ralat: ")):
        assert followup.corrects(f"{sorry}{wrong}{of}"), (sorry, wrong)


@pytest.mark.parametrize(
    ("text", "corrects"),
    [
        ("maaf yg kemarin keliru jamnya", True),
        ("mohon maaf pak, laporan saya tadi salah tempatnya", True),
        ("yg terakhir tempatnya salah, harusnya Novotel", True),
        ("maaf baru lapor, apel pagi", False),
        ("maaf lupa kirim kemarin: senam", False),
        ("kemarin bukan main ramainya sosialisasi", False),
        ("salah satu peserta debat hadir", False),
        ("maaf yg senam sama koramil tadi keliru, harusnya hari rabu", True),
        ("yg gowes tadi bukan 25 org tapi 32", True),
        ("tolong ganti tempat senam tadi jadi aula", True),
        ("yang tadi ralat aja", True),
        ("yang senam kemarin ganti aja jamnya", True),
        ("piket tadi tolong diubah dong tempatnya", True),
        ("tadi ganti oli mobil", False),
        ("rapat tadi ganti ketua", False),
        ("yang hadir 25 orang", False),
        ("senam pagi, yang ikut bukan pegawai saja", False),
        ("ganti oli mobil dinas", False),
        ("maaf yang saya kirim tadi keliru, itu punya kantor sebelah", True),
        ("mohon maaf pak, data peserta yang tadi saya sampaikan keliru", True),
        ("maaf kak yg kemarin laporan bimtek tanggalnya keliru", True),
        ("ngapunten, laporan ingkang wau klentu", True),
        ("punten nu tadi salah, kuduna di aula", True),
        ("td salah ketik, bukan Kodim tp Koramil", True),
        ("ternyata yg hadir bukan camat tp sekcam", True),
        ("maaf tadi telat karena salah alamat, monitoring di Desa Nele", False),
        ("yang audiensi itu dengan PGRI bukan PWI, mohon dibetulkan ya", True),
        ("yg tadi platformnya kurang satu", True),
        ("min yg kunjungan Hanura tadi sektornya nonpemerintah ya", True),
        ("Yg pagi td pesertanya nambah jadi 17", True),
        ("yg bener jamnya setengah sembilan", True),
        ("eh lupa, tadi jg ikut dari Damkar", True),
        ("lupa lapor, kemarin juga ada donor darah", False),
        ("Rakor tadi pagi di balai desa, mohon dikoreksi", False),
        ("Rapat tadi bahas pagar roboh, tolong diperbaiki", False),
    ],
)
def test_an_apology_corrects_where_it_says_that_something_was_wrong(text: str, corrects: bool) -> None:
    assert followup.corrects(text) is corrects


LAST = ("yang tadi", "laporan terakhir", "catatan ini")


@pytest.mark.parametrize(
    ("text", "nomor"),
    [
        *((f"{one}{two} {which}", 0) for one, two, which in product(("", "tolong "), ("hapus", "batalkan"), LAST)),
        ("hapus #12", 12),
        ("tolong hapus catatan nomor 12 ya", 12),
        ("hapus", None),
        ("hapus mural di pasar", None),
        ("Rapat penghapusan aset", None),
        ("hapus yang tadi" * 99, None),
    ],
)
def test_a_deletion_names_a_number_or_the_last_record(text: str, nomor: int | None) -> None:
    found = removal.removes(text)
    assert (found.nomor if found else None) == nomor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("senam yg tadi hapus aja, kembar", "senam yg tadi"),
        ("yang barusan batalin", "yang barusan"),
        ("yang bimtek tadi tolong dihapus ya", "yang bimtek tadi"),
        ("hapus dong yg piket tadi, sudah ada", "yg piket tadi"),
        ("maaf itu kembar, tolong hapus saja", "itu kembar,"),
        ("piket tadi dibatalkan karena banjir", None),
        ("kerja bakti tadi hapus mural", None),
        ("tadi hapus coretan di tembok kantor", None),
        ("ketua batalkan rapat tadi", None),
        ("kemarin rapat penghapusan aset", None),
    ],
)
def test_a_deletion_calls_a_record_by_its_name(text: str, words: str | None) -> None:
    found = removal.removes(text)
    assert (found.words if found else None) == words


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("senam yg tadi hapus aja", True),
        ("yg piket kemarin ganti aja ketuanya", True),
        ("bimtek kemarin dulu belum masuk ya", False),
        ("yang rapat staf lalu belum masuk ya", True),
        ("ganti spanduk di posko", False),
        ("rapat staf jam 9, ganti ketua", False),
        ("Rapat ralat daftar pemilih", False),
        ("apel pagi", False),
    ],
)
def test_a_short_request_is_no_report(text: str, asks: bool) -> None:
    (one,) = read_message(text, NOW.date(), Gazetteer())
    assert removal.only_asks(text, one.signs) is asks


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "?",
        "tlg ",
        "foto ",
        "maaf ",
        "eh, ",
        "#1 ",
        "juga ",
        "yang tadi ",
        "hapus ",
        "kolase ",
        "ig ",
        "👍",
        "\n",
    ],
)
def test_hostile_words_are_read_at_once(unit: str) -> None:
    text = (unit * 4096)[:4096]
    began = time.process_time()
    for read in READERS:
        read(text)
    removal.removes(text[:120])
    followup.fits(text, "Rapat Pleno Rutin")
    requests.wanted(text, NOW.date(), PHRASES)
    assert PLATFORM
    with suppress(Rejected):
        forms.read(PLATFORM, text, NOW.date())
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("rapat besok jam 9", True),
        ("lusa monitoring ke kecamatan", True),
        ("monitoring kemarin lusa", False),
        ("coklit kmrn lusa jam 8", False),
        ("lusa kemarin ke gudang", False),
        ("apel pekan depan", True),
        ("sesuk esuk apel gabungan", True),
        ("isukan rapat di aula", True),
        ("foto simulasi menyusul ya, sinyal jelek", True),
        ("Dokumentasi simulasi di lapangan", False),
        ("nanti sore senam, siapkan musik", True),
        ("senam ditunda", True),
        ("senam yang sempat ditunda jadi juga", False),
        ("Undangan: senam bersama. Mohon kehadirannya", True),
        ("jadwal senam: senin ketua, selasa sekretaris", True),
        ("rencana senam tiap Jumat", True),
        ("foto senam tolong dikirim ke grup", True),
        ("senam tadi, tolong dicatat", False),
        ("menghadiri undangan senam", False),
        ("lomba yel-yel telah dilaksanakan di aula, pemenangnya diumumkan besok", False),
        ("tadi pagi senam; lusa gladi upacara", False),
        ("besok senam, tadi pagi sudah diumumkan", True),
        ("tadi pagi senam batal, diganti besok", True),
        ("senam yang batal kemarin jadi dilaksanakan", False),
        ("ini foto senam kemarin, menyusul ya", True),
        ("foto senam di alun-alun, laporan tertulis menyusul", False),
    ],
)
def test_what_is_still_to_come_is_no_report(text: str, ahead: bool) -> None:
    assert questions.announces(text) is ahead


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("foto senam mana", True),
        ("foto lomba kemarin yang mana ya 🙏", True),
        ("senam berikutnya kapan, pak", True),
        ("kapan senam", True),
        ("rapat membahas siapa dan kapan di aula", False),
        ("senam di Desa Mana Jaya", False),
    ],
)
def test_a_question_begins_or_ends_with_its_word(text: str, asked: bool) -> None:
    assert questions.asks(text) is asked


SEARCHES = (
    "cari",
    "carikan",
    "cariin",
    "tolong cari",
    "min, tolong carikan",
    "bang cariin",
    "ada nggak",
    "mana",
    "ado ndak",
)
SOUGHT = (
    "foto senam kemarin",
    "rapat dengan Kodim bulan lalu dong",
    "apel pekan lalu, kok nggak ketemu",
)


@pytest.mark.parametrize("search", SEARCHES)
def test_what_is_looked_for_is_no_report(search: str) -> None:
    assert [sought for sought in SOUGHT if not questions.asks(f"{search} {sought}")] == []


@pytest.mark.parametrize("sought", ["lokasi gudang logistik", "tempat debat", "bahan materi sosialisasi"])
def test_what_is_looked_for_out_of_doors_is_a_report(sought: str) -> None:
    assert not questions.asks(f"cari {sought} bersama Polres")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("kak spill dong kegiatan yang sama SMK kemarin", True),
        ("min bagi foto dong yang apel tadi", True),
        ("share ke grup dong hasil rapatnya", True),
        ("bagi takjil di simpang empat", False),
        ("kirim logistik ke PPK, lanjut rapat dong", False),
    ],
)
def test_begging_is_a_question_and_no_report(text: str, asks: bool) -> None:
    assert questions.asks(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("flyer di fb pribadi boleh dihitung ga min?", True),
        ("min postingan ig yg kemarin kok belum muncul?", True),
        ("konten tiktok apa juga dicatat?", True),
        ("meme 'Sudah terdaftar belum?' di ig dan fb", False),
        ('flyer "Apa itu pantarlih?"', False),
        ("Posting IG: Kapan pemilu digelar?", False),
        ("Sudah tahu belum? infografis di ig tadi pagi", False),
    ],
)
def test_a_question_about_postings_is_none_where_only_the_title_asks(text: str, asks: bool) -> None:
    assert questions.asks_of_postings(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("siap bu, sudah kami input semua", True),
        ("Baik pak, segera kami lengkapi fotonya", True),
        ("siap, senam pagi sudah dilaksanakan", False),
        ("siap lapor, senam dengan Kodim selesai", False),
        ("coba cek catatan nomor 7 sudah benar", True),
        ("tolong rekap konten bulan mei ya", True),
        ("tolong rekap kegiatan: senam, donor darah", False),
        ("cek gudang logistik tadi pagi", False),
    ],
)
def test_what_is_asked_and_answered_about_records_tells_of_nothing(text: str, asks: bool) -> None:
    assert questions.asks(text) is asks
