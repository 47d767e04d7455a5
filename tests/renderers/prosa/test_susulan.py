"""The susulan of the report before: rows, changed cells, and the sentence that keeps them from being counted twice."""

from dataclasses import replace
from datetime import date

import pytest

from renderers.figures import Informasi, Koordinasi, Rekap, Sel, Susulan
from renderers.photo.emblem import emblem
from renderers.prosa import susulan
from renderers.rekap.rekap import compose
from tests.renderers.reading import paragraphs, table
from tests.renderers.rekaps import REKAP

WORDS = (("Kegiatan", "masuk"), ("Informasi", "masuk"), ("Angka", "berubah"))

TW2 = Susulan(
    "Triwulan II 2023",
    2,
    date(2023, 6, 30),
    (Koordinasi("pemerintah", date(2023, 6, 28), date(2023, 6, 28), "Rapat", "Polres Sukamaju", "Rakor pengamanan"),),
    (Informasi(date(2023, 6, 1), True, "Cara memilih", ("IG",)),),
    ("1 Juni 2023: PWI, Audiensi",),
    (Sel(date(2023, 5, 1), "Repost", "IG", 10, 8), Sel(date(2023, 6, 1), "Foto Berita", "FB", 0, 1200)),
)


def report(rekap: Rekap) -> bytes:
    return compose(rekap, (), emblem(), None).docx


def test_nothing_is_said_where_nothing_came() -> None:
    assert [p for p in paragraphs(report(REKAP)) if "usulan" in p] == []


def test_rows_cells_and_what_was_withdrawn() -> None:
    docx = report(replace(REKAP, susulan=TW2))
    kegiatan, informasi, angka = (susulan.sentence(replace(REKAP, susulan=TW2), *words) for words in WORDS)
    assert table(docx, kegiatan) == [
        ["NO.", "TGL PELAKSANAAN", "URAIAN", "INSTANSI", "KETERANGAN"],
        ["1.", "28 Juni 2023", "Rapat", "Polres Sukamaju", "Rakor pengamanan"],
    ]
    assert table(docx, informasi) == [["NO.", "TANGGAL", "JENIS INFORMASI"], ["1.", "Juni 2023", "Cara memilih"]]
    assert table(docx, angka) == [
        ["NO.", "BULAN", "JENIS KONTEN", "MEDIA", "SEMULA", "MENJADI", "SELISIH"],
        ["1.", "Mei 2023", "Repost", "IG", "10", "8", "−2"],
        ["2.", "Juni 2023", "Foto Berita", "FB", "0", "1.200", "+1.200"],
    ]
    told = "Baris berikut dimuat dalam laporan Triwulan II 2023 dan sesudah itu diubah atau dicabut"
    assert [p for p in paragraphs(docx) if p.startswith(told)] == [f"{told}: 1 Juni 2023: PWI, Audiensi."]


def test_tables_of_the_period_alone_do_not_count_it_and_cumulative_ones_count_it_once() -> None:
    alone = replace(REKAP, susulan=TW2)
    months = tuple(date(2023, n, 1) for n in range(1, 10))
    cumulative = replace(alone, periode=replace(REKAP.periode, bulan_tabel=months))
    made = "Angka berikut berubah sesudah laporan Triwulan II 2023 versi 2 (data sampai dengan 30 Juni 2023)."
    assert susulan.sentence(alone, "Angka", "berubah") == (
        f"{made} Angka ini milik periode sebelumnya dan tidak dihitung dalam Triwulan III."
    )
    assert susulan.sentence(cumulative, "Angka", "berubah") == (
        f"{made} Angka ini sudah termuat dalam tabel kumulatif, sehingga tidak dijumlahkan lagi."
    )


@pytest.mark.parametrize(("part", "times"), [("koordinasi", 4), ("informasi", 3), ("sel", 3), ("dicabut", 1)])
def test_each_kind_stands_alone(part: str, times: int) -> None:
    """Heading, sentence and the name of the table; the heading of a subbab also in the daftar isi."""
    one = replace(Susulan("Triwulan II 2023", 1, TW2.batas), **{part: getattr(TW2, part)})
    told = [p for p in paragraphs(report(replace(REKAP, susulan=one))) if "Triwulan II 2023" in p]
    assert len(told) == times
