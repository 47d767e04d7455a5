"""What words and history tell, and what they do not: a guess is never an invention."""

import pytest

from handlers.dialog import story
from handlers.reading import guesses
from handlers.reading.guesses import Mitra
from storage.catatan.kegiatan import NONPEMERINTAH, PEMERINTAH
from storage.catatan.konten import JENIS

KNOWN = [
    ("Kodim 0820 Probolinggo", PEMERINTAH),
    ("Partai Gelora", NONPEMERINTAH),
    ("PGRI Kota Probolinggo", NONPEMERINTAH),
    ("DPRD Kota Probolinggo", PEMERINTAH),
    ("Kwarcab Pramuka Kota Probolinggo", NONPEMERINTAH),
    ("Dinas Pendidikan", PEMERINTAH),
]


@pytest.mark.parametrize(
    ("text", "mitra"),
    [
        ("Audiensi Partai Buruh", Mitra("Partai Buruh", NONPEMERINTAH)),
        ("audiensi partai gelora", Mitra("Partai Gelora", NONPEMERINTAH)),
        ("audiensi partai buruh", Mitra("partai buruh", NONPEMERINTAH)),
        ("Silaturahmi ke Kodim 0820", Mitra("Kodim 0820 Probolinggo", PEMERINTAH)),
        ("koordinasi dengan kodim 0820 probolingo", Mitra("Kodim 0820 Probolinggo", PEMERINTAH)),
        ("Silaturahmi ke Kodim 0821", Mitra("Kodim 0821", PEMERINTAH)),
        ("Rapat bersama Dinas Pendidkan Kota Probolinggo", Mitra("Dinas Pendidikan", PEMERINTAH)),
        ("silaturahmi kwarcab pramuca", Mitra("Kwarcab Pramuka Kota Probolinggo", NONPEMERINTAH)),
        ("Sosialisasi di SMAN 1 Probolinggo", Mitra("SMAN 1 Probolinggo", PEMERINTAH)),
        ("Rapat Pleno Rutin", None),
        ("Rapat Staf KPU Kota Probolinggo", None),
        ("Jambore", None),
        ("Kunjungan partai", None),
        ("Rapat dengan DPRD", Mitra("DPRD Kota Probolinggo", PEMERINTAH)),
        ("Audiensi Bawaslu", Mitra("Bawaslu", PEMERINTAH)),
        ("Sosialisasi ke sekolah dan kantor", None),
        ("", None),
    ],
)
def test_the_partner_in_a_line(text: str, mitra: Mitra | None) -> None:
    assert guesses.mitra(text, KNOWN, "Kota Probolinggo") == mitra


def test_a_name_that_is_only_similar_is_not_sure() -> None:
    found = guesses.mitra("Audiensi Partai Gelombang", [("Partai Gelora", NONPEMERINTAH)])
    assert found == Mitra("Partai Gelora", NONPEMERINTAH, sure=False, written="Partai Gelombang")


@pytest.mark.parametrize("text", ["Rapat Pleno Rutin", "apel pagi", "English Short Course", "Bimbingan Teknis SOP"])
def test_a_meeting_among_ourselves(text: str) -> None:
    assert guesses.internal(text) is True


@pytest.mark.parametrize(
    ("text", "platforms", "jenis"),
    [
        ("Infografis PDPB Juni", ["IG"], "Infografik"),
        ("Turut berduka cita", ["IG"], "Ucapan Dukacita"),
        ("Selamat Hari Lahir Pancasila", ["IG"], "Peringatan Hari Besar"),
        ("Selamat dan sukses atas pelantikan", ["IG"], "Ucapan Selamat"),
        ("Repost KPU RI", ["IG"], "Repost"),
        ("KPU Flash edisi 3", ["YouTube"], "KPU Flash"),
        ("Serah terima", ["Website"], "Promote link berita web"),
        ("Keseruan jambore", ["TikTok"], "Video lainnya"),
        ("Keseruan jambore", ["IG"], None),
        ("", [], None),
    ],
)
def test_the_jenis_by_words_and_platform(text: str, platforms: list[str], jenis: str | None) -> None:
    assert guesses.jenis(text, platforms) == jenis
    assert jenis is None or jenis in JENIS


@pytest.mark.parametrize("text", ["siap ndan 🙏", "terima kasih", "0812-3456-7890", "rapat", "ok", "besok ya pak"])
def test_small_talk_is_no_report(text: str) -> None:
    assert guesses.is_kegiatan(text) is False
    assert story.read(text).is_form is False


FORM = """*Mohon izin melaporkan*
Yth. Bapak Ketua KPU
Hari : Kamis
Tanggal : 21 April 2022
Pukul : 09.00 WIB s/d selesai
📌 Tempat : Aula KPU Kota Probolinggo
*Kegiatan* : KPU - Bawaslu
Probolinggo Talk #5
Dihadiri oleh : Bawaslu Kota Probolinggo
Hasil : kesepakatan pertukaran data
Dokumentasi terlampir
Demikian dilaporkan, terima kasih 🙏"""


def test_the_form_of_the_groups_is_taken_apart_by_its_labels() -> None:
    found = story.read(FORM)
    assert found.fields == {
        "tanggal": "Kamis 21 April 2022",
        "waktu": "09.00 WIB s/d selesai",
        "tempat": "Aula KPU Kota Probolinggo",
        "nama": "KPU - Bawaslu Probolinggo Talk #5",
        "peserta": "Bawaslu Kota Probolinggo",
        "keterangan": "kesepakatan pertukaran data",
    }
    assert (found.free, found.is_form) == ("", True)


@pytest.mark.parametrize(
    ("text", "bebas", "is_form"),
    [
        ("Izin melaporkan, rapat pleno rutin hari ini. Terima kasih", "rapat pleno rutin hari ini", True),
        ("[21/4 10.05] Rudi: Ijin melaporkan apel pagi", "apel pagi", True),
        ("[10.05, 21/4/2022] Rudi Hartono: Apel *pagi*", "Apel pagi", False),
        ("Acara: halal bihalal", "", False),
        ("Rapat 2 x 3 * 4", "Rapat 2 x 3 * 4", False),
    ],
)
def test_the_form_with_labels_missing(text: str, bebas: str, is_form: bool) -> None:
    found = story.read(text)
    assert (found.free, found.is_form) == (bebas, is_form)
