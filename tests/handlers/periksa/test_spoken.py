"""The class of the completeness list about words of talk that the editor could not put in written ones by itself."""

from dataclasses import replace

import pytest

from handlers.catatan.gazetteer import KINDS
from handlers.periksa import groups, material, spoken
from handlers.reading.editor.unsure import talk
from renderers.figures import Masalah
from tests.handlers.periksa import test_groups
from tests.handlers.periksa.test_groups import held, rekap, shown
from tests.handlers.periksa.ways import way

Material = material.Material
sample = test_groups.material


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Konsultasi dr Andi", [("dr", "dari atau dr.")]),
        ("Tamu dr dinas sosial", [("dr", "dari")]),
        ("Konsultasi dr. Andi, PD, HR", []),
        ("Rapat utk pemilih", [("utk", "untuk")]),
        ("Rapat ramai bgt", [("bgt", "")]),
        ("Lancar!! Terima kasih 🙏 semua", [("!!", ""), ("🙏", "")]),
        ("Ayo Memilih! Ingat 14 Februari?", []),
        ("RAPAT PLENO RUTIN", [("RAPAT PLENO RUTIN", "huruf kapital semua")]),
        ("KPU RI dan PPK", []),
        ("Alun-alun dan masing2 titik", [("masing2", "masing-masing")]),
        ("Kata “yg penting rukun” dan https://x.com/utk/bgt", []),
        ("Praktek silahturahmi", []),
    ],
)
def test_what_is_talk_still(text: str, told: list[tuple[str, str]]) -> None:
    assert list(talk(text, KINDS)) == told


@pytest.mark.usefixtures("sample")
def test_records_masalah_and_saran_are_told_with_the_way_to_their_place(sample: Material) -> None:
    texts = replace(sample.rekap, narasi={}, saran=("Koordinasi ditingkatkan bgt.",), masalah=(_masalah(),))
    told = replace(
        sample,
        rekap=texts,
        kegiatan=(held("Konsultasi dr Andi", 3, sektor="nonpemerintah", instansi="Yayasan dr Soetomo"),),
        konten=(shown("Yuk cek DPT!!", sample.today, 7),),
    )
    assert [(gap.sentence, gap.label, way(gap)) for gap in spoken.spoken(told)] == [
        ("Bahasa percakapan pada #3: “dr” (dari atau dr.).", "Lihat #3", "c:3"),
        ("Bahasa percakapan pada #3: “dr” (dari atau dr.).", "Lihat #3", "c:3"),
        ("Bahasa percakapan pada #7: “!!”.", "Lihat #7", "c:7"),
        (
            "Bahasa percakapan pada masalah: “jd” (jadi), “telat” (terlambat), “otw”, dan 1 lainnya.",
            "Buka masalah",
            "ms:masalah:2022-TW2",
        ),
        ("Bahasa percakapan pada saran: “bgt”.", "Buka saran", "ms:saran:2022-TW2"),
    ]
    (group,) = groups.check(told, frozenset({"Bahasa percakapan"})).values()
    assert len(group) == 4


def _masalah() -> Masalah:
    return Masalah("Internet mati", "Unggahan jd telat, teknisi otw, gaes")


def test_the_sample_quarter_has_none(sample: Material) -> None:
    assert list(spoken.spoken(rekap(sample))) == []
