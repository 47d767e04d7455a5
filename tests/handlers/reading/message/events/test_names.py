"""A written institution stays what was written; a known one is meant where it is its name, and offered where it is
nearly so."""

import pytest

from handlers.catatan.gazetteer import of_partners
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.words import words
from storage.catatan.kegiatan import NONPEMERINTAH, PEMERINTAH

TOLD = {
    "Kodim 0820 Probolinggo": PEMERINTAH,
    "Partai Gelora": NONPEMERINTAH,
    "DPRD Kota Probolinggo": PEMERINTAH,
    "Kwarcab Pramuka Kota Probolinggo": NONPEMERINTAH,
    "Dinas Pendidikan": PEMERINTAH,
    "Dinas Kelautan": PEMERINTAH,
    "Polres Probolinggo": PEMERINTAH,
    "SMAN 1 Probolinggo": PEMERINTAH,
}
KNOWN = {nama: (nama, sektor) for nama, sektor in TOLD.items()} | {"Polresta": ("Polres Probolinggo", PEMERINTAH)}
NAMES = Names(of_partners(KNOWN, "Kota Probolinggo"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Audiensi Partai Buruh", [("Partai Buruh", NONPEMERINTAH)]),
        ("audiensi partai gelora", [("Partai Gelora", NONPEMERINTAH)]),
        ("Silaturahmi ke Kodim 0820", [("Kodim 0820 Probolinggo", PEMERINTAH)]),
        ("koordinasi dengan kodim 0820 probolingo", [("Kodim 0820 Probolinggo", PEMERINTAH)]),
        ("Silaturahmi ke Kodim 0821", [("Kodim 0821", PEMERINTAH)]),
        ("Rapat dengan DPRD", [("DPRD Kota Probolinggo", PEMERINTAH)]),
        ("koordinasi polresta", [("polresta", PEMERINTAH)]),
        ("Koordinasi Polres Probolinggo Kota", [("Polres Probolinggo Kota", PEMERINTAH)]),
        ("Koordinasi Dinas Kesehatan", [("Dinas Kesehatan", PEMERINTAH)]),
        ("Sosialisasi di SMAN 2 Probolinggo", [("SMAN 2 Probolinggo", PEMERINTAH)]),
        ("Audiensi Bawaslu", [("Bawaslu", PEMERINTAH)]),
        ("hadir bwslu dan klrhn", [("bwslu", PEMERINTAH)]),
        (
            "rapat dengan Dinas Kependudukan dan Pencatatan Sipil Kabupaten Bantul di aula",
            [("Dinas Kependudukan dan Pencatatan Sipil Kabupaten Bantul", PEMERINTAH)],
        ),
        ("pengawasan bersama bawaslu kab banyumas", [("bawaslu kab banyumas", PEMERINTAH)]),
        ("menerima mahasiswa Universitas Mataram", [("Universitas Mataram", NONPEMERINTAH)]),
        ("Kunjungan Kementerian Dalam Negeri", [("Kementerian Dalam Negeri", PEMERINTAH)]),
        ("konsultasi ke kpu provinsi", [("kpu provinsi", PEMERINTAH)]),
        ("Rapat Staf KPU Kota Probolinggo", []),
        ("Rapat Pleno Rutin", []),
        ("Kunjungan partai", []),
        ("di kantor KPU bersama badan adhoc", []),
        ("halaman", []),
        ("", []),
    ],
)
def test_the_institutions_of_a_line(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.nama, one.sektor) for one in NAMES.all(words(text))] == found


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("Dinas Pendidkan", "Dinas Pendidikan"),
        ("Dinas Kesehatan", ""),
        ("Dinas Kelurahan", ""),
        ("Partai Gelombang", ""),
        ("SMAN 2 Probolinggo", ""),
        ("Kodim 0821", ""),
    ],
)
def test_a_known_name_is_offered_for_a_slip_of_the_keys_alone(text: str, like: str) -> None:
    assert [one.like for one in NAMES.all(words(text))] == [like]
