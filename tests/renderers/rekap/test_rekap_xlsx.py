"""The workbook beside the report: its sheets say what the tables say, as numbers and dates."""

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from renderers.figures import Kegiatan, Rekap, TanpaTautan, Tautan
from renderers.rekap import rekap_xlsx
from tests.renderers.rekaps import JENIS, JULI, KOSONG, PLATFORM, REKAP, rekap

FULL = rekap(
    kegiatan=(Kegiatan("=1+1", date(2023, 7, 3), date(2023, 7, 5), "Aula", ("a.jpg", "b.jpg")),),
    tautan=(Tautan(date(2023, 7, 3), False, "Repost", "@judul", (("IG", "https://a.id/1"), ("FB", "https://a.id/2"))),),
    tanpa_tautan=(TanpaTautan(JULI, 12, 36),),
)


def day(month: int, number: int) -> datetime:
    return datetime(2023, month, number)  # noqa: DTZ001 - a workbook knows no zone


def sheets(subject: Rekap) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(rekap_xlsx.draw(subject)))
    return {sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


@pytest.fixture(scope="module")
def book() -> dict[str, list[tuple[Any, ...]]]:
    return sheets(FULL)


def test_the_sheets(book: dict[str, list[tuple[Any, ...]]]) -> None:
    assert [(name, len(rows)) for name, rows in book.items()] == [
        ("Koordinasi", 5), ("Informasi", 5), ("Matriks", 1 + 3 * len(JENIS)), ("Evaluasi", 5), ("Kegiatan", 2),
        ("Tautan", 4),
    ]  # fmt: skip


def test_heads_and_order_are_those_of_the_document(book: dict[str, list[tuple[Any, ...]]]) -> None:
    assert book["Koordinasi"][0] == ("Sektor", "Mulai", "Selesai", "Uraian", "Instansi", "Keterangan")
    assert book["Informasi"] == [
        ("Tanggal", "Jenis informasi", "Media penyebaran"),
        (day(7, 3), "Jadwal kampanye", "IG"),
        (day(7, 31), "Rekapitulasi pemilih bulan Juli", "IG, Twitter, dan FB"),
        ("Juli 2023", "Hari dan tanggal Pemilu", "TikTok"),
        (day(9, 12), "Cara memeriksa daftar pemilih", "IG dan TikTok"),
    ]


def test_the_matrix_month_by_month(book: dict[str, list[tuple[Any, ...]]]) -> None:
    assert book["Matriks"][0] == ("Bulan", "Jenis konten", *PLATFORM, "Jumlah")
    assert book["Matriks"][1] == ("Juli 2023", "Foto Berita", 40, 40, 38, 0, 0, 118)
    assert book["Matriks"][-1] == ("September 2023", "Video lainnya", 3, 3, 3, 0, 20, 29)


def test_the_evaluation_with_its_sums(book: dict[str, list[tuple[Any, ...]]]) -> None:
    assert book["Evaluasi"] == [
        ("Media", "Juli 2023", "Agustus 2023", "September 2023", "Jumlah"),
        ("Media Sosial (IG dan TikTok)", 51, 63, 74, 188),
        ("Website", 6, 9, 9, 24),
        ("Grup Bakohumas KPU Kabupaten Sukamaju", 51, 63, 74, 188),
        ("Grup Bakohumas KPU Provinsi Nusa Raya", 51, 63, 74, 188),
    ]


def test_days_are_days_and_what_people_typed_is_text(book: dict[str, list[tuple[Any, ...]]]) -> None:
    days = day(7, 3), day(7, 5)
    assert book["Kegiatan"][1] == (*days, "=1+1", "Aula", 2)
    assert book["Koordinasi"][2] == (
        "Pemerintah", day(8, 14), day(9, 1), "Kunjungan", "SMAN 1 Sukamaju",
        "Pendidikan pemilih pemula",
    )  # fmt: skip
    assert book["Informasi"][3] == ("Juli 2023", "Hari dan tanggal Pemilu", "TikTok")
    sheet = openpyxl.load_workbook(io.BytesIO(rekap_xlsx.draw(FULL)))["Kegiatan"]
    assert (sheet["C2"].data_type, sheet["C2"].quotePrefix, sheet.freeze_panes) == ("s", True, "A2")


def test_links_one_a_line_and_what_has_none_below(book: dict[str, list[tuple[Any, ...]]]) -> None:
    third = day(7, 3)
    assert book["Tautan"][1:] == [
        (third, "Repost", "@judul", "IG", "https://a.id/1"),
        (third, "Repost", "@judul", "FB", "https://a.id/2"),
        ("Juli 2023", None, "12 konten tanpa tautan", None, None),
    ]


def test_empty_sheets_are_left_out_and_an_empty_report_still_opens() -> None:
    assert list(sheets(REKAP)) == ["Koordinasi", "Informasi", "Matriks", "Evaluasi"]
    assert list(sheets(KOSONG)) == ["Matriks"]


def test_hostile_text_does_not_break_it_and_equal_figures_give_equal_bytes() -> None:
    dirty = replace(FULL, kegiatan=(replace(FULL.kegiatan[0], nama="a\ud800\x01<&>😀 " + "x" * 40000),))
    assert sheets(dirty)["Kegiatan"][1][2][:8] == "a<&> xxx"
    assert rekap_xlsx.draw(dirty) == rekap_xlsx.draw(dirty)
