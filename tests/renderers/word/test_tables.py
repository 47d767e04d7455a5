"""The tables of a report, row for row."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from renderers.figures import Evaluasi, Matriks, Rekap
from renderers.ink.arial import width
from renderers.kantor import Akun
from renderers.templat_bawaan import build, shell
from renderers.word import tables
from renderers.word.ooxml import HEAD, NAMESPACES, W, pack, paragraph
from renderers.word.structure import LOOKS
from tests.renderers.reading import rows
from tests.renderers.rekaps import AGUSTUS, EVALUASI, JULI, KOSONG, MATRIKS, PLATFORM, REKAP, matriks, rekap

YEAR = tuple(date(2023, m, 1) for m in range(1, 13))


def read(xml: str | None) -> list[list[str]]:
    assert xml is not None
    body = f"{xml}{paragraph('Normal')}{shell.section('isi')}"
    document = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
    return rows(Document(BytesIO(pack({**build.parts(), "word/document.xml": document}))).tables[0])


def faults(xml: str | None) -> list[str]:
    from lxml import etree

    root = etree.fromstring(f"<w:document {NAMESPACES}>{xml}{paragraph('Normal')}</w:document>")
    return [fault for look in LOOKS for fault in look(root)]


def test_the_matrix_of_a_month() -> None:
    head = "JUMLAH POSTINGAN"
    assert read(tables.matrix(REKAP, MATRIKS[:1])) == [
        ["NO.", "JENIS KONTEN", head, head, head, head, head, head],
        ["NO.", "JENIS KONTEN", "IG", "TWITTER", "FB", "YOUTUBE", "TIKTOK", "JUMLAH"],
        ["1.", "Foto Berita", "40", "40", "38", "-", "-", "118"],
        ["2.", "KPU Flash", "-", "-", "-", "-", "-", "-"],
        ["3.", "Meme Quote", "-", "-", "-", "-", "-", "-"],
        ["4.", "Ucapan Selamat", "-", "-", "-", "-", "-", "-"],
        ["5.", "Ucapan Dukacita", "-", "-", "-", "-", "-", "-"],
        ["6.", "Infografik", "-", "-", "-", "-", "-", "-"],
        ["7.", "Peringatan Hari Besar", "-", "-", "-", "-", "-", "-"],
        ["8.", "Promote live IG/streaming", "-", "-", "-", "-", "-", "-"],
        ["9.", "Promote link berita web", "6", "6", "6", "-", "-", "18"],
        ["10.", "Repost", "-", "-", "-", "-", "-", "-"],
        ["11.", "Video lainnya", "2", "2", "2", "1", "3", "10"],
        ["JUMLAH", "JUMLAH", "48", "48", "46", "1", "3", "146"],
    ]


def test_the_sum_of_several_months() -> None:
    summed = read(tables.matrix(REKAP, MATRIKS))
    assert summed[2] == ["1.", "Foto Berita", "122", "122", "120", "-", "-", "364"]
    assert summed[-1] == ["JUMLAH", "JUMLAH", "158", "156", "156", "1", "30", "501"]


def test_thousands_have_a_point() -> None:
    assert read(tables.matrix(REKAP, [matriks(JULI, berita=(1713, 0, 0, 0, 0))]))[-1] == (
        ["JUMLAH", "JUMLAH", "1.713", "-", "-", "-", "-", "1.713"]
    )


@pytest.mark.parametrize("name", ["Diskon 50%", "%s & <b>", "{{ nama }}", "100%s%%"])
def test_names_are_printed_as_they_are(name: str) -> None:
    named = replace(REKAP, jenis=(name, *REKAP.jenis[1:]), platform=(name, *PLATFORM[1:]))
    drawn = read(tables.matrix(named, MATRIKS[:1]))
    assert drawn[1][2] == name.upper()
    assert drawn[2] == ["1.", name, "40", "40", "38", "-", "-", "118"]


@pytest.mark.parametrize("months", [(), (matriks(JULI),)])
def test_nothing_posted_is_no_table(months: tuple[Matriks, ...]) -> None:
    assert tables.matrix(REKAP, months) is None


def test_the_evaluation_names_the_accounts_that_are_counted() -> None:
    many, daily = "BANYAKNYA/BULAN", "Link berita dan aktivitas keseharian"
    assert read(tables.evaluation(REKAP)) == [
        ["NO.", "MEDIA", many, many, many, many, "KETERANGAN"],
        ["NO.", "MEDIA", "JUL", "AGU", "SEP", "JUMLAH", "KETERANGAN"],
        ["1.", "Media Sosial (IG dan TikTok)", "51", "63", "74", "188", daily],
        ["2.", "Website", "6", "9", "9", "24", "Berita"],
        ["3.", "Grup Bakohumas KPU Kabupaten Sukamaju", "51", "63", "74", "188", daily],
        ["4.", "Grup Bakohumas KPU Provinsi Nusa Raya", "51", "63", "74", "188", daily],
    ]


@pytest.mark.parametrize(
    ("counted", "label"),
    [
        ((), "Media Sosial"),
        (("FB",), "Media Sosial (FB)"),
        (("TikTok", "FB", "IG"), "Media Sosial (IG, FB, dan TikTok)"),
    ],
)
def test_the_label_follows_the_accounts(counted: tuple[str, ...], label: str) -> None:
    accounts = tuple(Akun(platform, "nama", platform in counted) for platform in reversed(PLATFORM))
    assert tables.media_sosial(rekap(akun=accounts)) == label


def test_a_single_month_has_no_sum() -> None:
    assert read(tables.evaluation(rekap(evaluasi=EVALUASI[:1])))[1:3] == [
        ["NO.", "MEDIA", "JUL", "KETERANGAN"],
        ["1.", "Media Sosial (IG dan TikTok)", "51", "Link berita dan aktivitas keseharian"],
    ]


def test_none_is_a_dash() -> None:
    rows = read(tables.evaluation(rekap(evaluasi=(Evaluasi(JULI, 5, 0), Evaluasi(AGUSTUS, 0, 0)))))
    assert [row[2:5] for row in rows[2:4]] == [["5", "-", "5"], ["-", "-", "-"]]


@pytest.mark.parametrize("none", [(), (Evaluasi(JULI, 0, 0),)])
def test_an_empty_evaluation_says_so_in_one_row(none: tuple[Evaluasi, ...]) -> None:
    rows = read(tables.evaluation(replace(KOSONG, evaluasi=none)))
    assert [set(row) for row in rows[2:]] == [{"Tidak ada publikasi yang tercatat."}]


def _year() -> Rekap:
    return rekap(evaluasi=tuple(Evaluasi(b, 120 + n, n) for n, b in enumerate(YEAR)))


@pytest.mark.parametrize(
    "xml",
    [
        tables.matrix(REKAP, MATRIKS),
        tables.evaluation(REKAP),
        tables.evaluation(KOSONG),
        tables.evaluation(rekap(evaluasi=EVALUASI[:1])),
        tables.evaluation(_year()),
    ],
    ids=["matriks", "triwulan", "kosong", "bulan", "tahun"],
)
def test_every_table_is_sound_sixteen_centimetres_wide_and_stays_on_one_page(xml: str) -> None:
    from lxml import etree

    root = etree.fromstring(f"<w:r {NAMESPACES}>{xml}</w:r>")
    assert faults(xml) == []
    assert sum(int(str(c.get(f"{W}w"))) for c in root.iter(f"{W}gridCol")) == 9071
    *kept, last = root.iter(f"{W}tr")
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for row in kept for p in row.iter(f"{W}p"))
    assert all(p.find(f"{W}pPr/{W}keepNext") is None for p in last.iter(f"{W}p"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in root.iter(f"{W}tr")][:3] == [True, True, False]


def test_twelve_months_use_the_narrow_look() -> None:
    assert 'w:val="TabelRapat"' in tables.evaluation(_year())
    assert 'w:val="TabelLaporan"' in tables.evaluation(REKAP)


def columns_of(xml: str) -> list[list[tuple[str, int, int, bool]]]:
    """Each row as (text, width of its cell in twips, size in half points, whether it is bold)."""
    from lxml import etree

    root = etree.fromstring(f"<w:r {NAMESPACES}>{xml}</w:r>")
    return [[_cell(cell) for cell in row.iter(f"{W}tc")] for row in root.iter(f"{W}tr")]


SIZES = {"SelJudul": (18, True), "SelKecilJudul": (16, True), "SelTengah": (20, False), "Sel": (20, False)}


def _cell(cell: Any) -> tuple[str, int, int, bool]:
    (style,) = (node.get(f"{W}val") for node in cell.iter(f"{W}pStyle"))
    size, bold = SIZES.get(style, (16, False))
    own = [int(node.get(f"{W}val")) for node in cell.iter(f"{W}sz")]
    text = "".join(node.text or "" for node in cell.iter(f"{W}t"))
    width = int(next(cell.iter(f"{W}tcW")).get(f"{W}w"))
    return text, width, own[0] if own else size, bold or next(cell.iter(f"{W}b"), None) is not None


def broken(xml: str) -> list[str]:
    """The figures and heads that are wider than their cell, without its margins."""
    margin = 46 if 'w:val="TabelRapat"' in xml else 114
    cells = [cell for row in columns_of(xml) for cell in row]
    words = [(word, wide, size, bold) for text, wide, size, bold in cells for word in text.split()]
    return [word for word, wide, size, bold in words if width(word, size / 2, bold=bold) > wide - margin]


@pytest.mark.parametrize("months", range(1, 13))
@pytest.mark.parametrize("figure", [9, 999, 9999, 99_999])
def test_no_figure_and_no_head_of_the_evaluation_breaks(months: int, figure: int) -> None:
    told = rekap(evaluasi=tuple(Evaluasi(b, figure, figure) for b in YEAR[:months]))
    assert broken(tables.evaluation(told)) == []


@pytest.mark.parametrize("platforms", range(1, 10))
@pytest.mark.parametrize("figure", [9, 999, 9999, 99_999])
def test_no_figure_and_no_head_of_a_matrix_breaks(platforms: int, figure: int) -> None:
    names = ("IG", "Twitter", "FB", "YouTube", "TikTok", "Threads", "IG PPID", "Podcast", "Website")[:platforms]
    month = Matriks(JULI, ((figure,) * platforms,) * len(REKAP.jenis))
    drawn = tables.matrix(rekap(platform=names, matriks=(month,)), [month])
    assert drawn is not None
    assert broken(drawn) == []
