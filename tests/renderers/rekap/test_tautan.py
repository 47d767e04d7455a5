"""Links as evidence: clickable, only of the web, months in order, the rest counted in a line."""

import re
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from renderers.figures import Rekap, TanpaTautan, Tautan
from renderers.photo import emblem
from renderers.rekap.rekap import compose
from renderers.rekap.tautan import address
from tests.renderers.reading import paragraphs, table, xml
from tests.renderers.rekaps import AGUSTUS, JULI, SEPTEMBER, rekap

OKTOBER = date(2023, 10, 1)
HEAD = ["NO.", "TANGGAL", "JENIS DAN JUDUL", "PLATFORM", "TAUTAN"]
WEB = (("IG", "https://www.instagram.com/p/Cab/"), ("FB", "https://www.facebook.com/x/posts/1"))
LINKS = (
    Tautan(date(2023, 7, 3), False, "Infografik", 'Jadwal <kampanye> & "tahapan"', WEB),
    Tautan(JULI, True, "Repost", "", (("Website", "https://kab-sukamaju.kpu.go.id/blog/1"),)),
    Tautan(date(2023, 9, 9), False, "Repost", "Judul", (("IG", "javascript:alert(1)"),)),
)
REST = (TanpaTautan(JULI, 2, 1036), TanpaTautan(AGUSTUS, 1, 9))
MORE = (*REST, TanpaTautan(SEPTEMBER, 0, 5), TanpaTautan(OKTOBER, 1, 1))


def drawn(subject: Rekap) -> bytes:
    return compose(subject, (), emblem.emblem(), None).docx


@pytest.fixture(scope="module")
def docx() -> bytes:
    return drawn(rekap(tautan=LINKS, tanpa_tautan=REST))


def appendix(docx: bytes) -> list[str]:
    told = [p.text for p in Document(BytesIO(docx)).paragraphs if p.text.strip()]
    return told[told.index("LAMPIRAN TAUTAN KONTEN") :] if "LAMPIRAN TAUTAN KONTEN" in told else []


def test_months_in_order_and_what_has_no_link_in_a_line(docx: bytes) -> None:
    assert [text for text in appendix(docx) if not text.startswith("Tabel ")] == [
        "LAMPIRAN TAUTAN KONTEN",
        "TRIWULAN III TAHUN 2023",
        "Bulan Juli 2023",
        "2 konten lainnya (1.036 postingan) tercatat tanpa tautan.",
        "Bulan Agustus 2023",
        "1 konten (9 postingan) tercatat tanpa tautan.",
        "Bulan September 2023",
    ]


def test_a_line_for_each_link_below_one_number(docx: bytes) -> None:
    tables = [[[c.text for c in row.cells] for row in t.rows] for t in Document(BytesIO(docx)).tables]
    july, september = (rows for rows in tables if rows[0] == HEAD)
    first = ["1.", "3 Juli 2023", 'Infografik\nJadwal <kampanye> & "tahapan"']
    assert july[1:] == [
        [*first, "IG", "instagram.com/p/Cab/"],
        [*first, "FB", "facebook.com/x/posts/1"],
        ["2.", "Juli 2023", "Repost", "Website", "kab-sukamaju.kpu.go.id/blog/1"],
    ]
    assert september[1:] == [["1.", "9 September 2023", "Repost\nJudul", "IG", "javascript:alert(1)"]]


def test_every_link_of_the_web_is_clickable_and_no_other(docx: bytes) -> None:
    codes = [node.text or "" for node in Document(BytesIO(docx)).element.body.iter(qn("w:instrText"))]
    assert [code.strip() for code in codes if "HYPERLINK" in code] == [
        'HYPERLINK "https://www.instagram.com/p/Cab/"',
        'HYPERLINK "https://www.facebook.com/x/posts/1"',
        'HYPERLINK "https://kab-sukamaju.kpu.go.id/blog/1"',
    ]


@pytest.mark.parametrize(
    ("typed", "carried"),
    [
        ("https://x.com/i/status/1", "https://x.com/i/status/1"),
        (" HTTP://X.COM/a ", "http://X.COM/a"),
        ('https://a.id/b c"d\\e', "https://a.id/b%20c%22d%5Ce"),
        ("https://a.id/é?q=%20&x=[1]#f", "https://a.id/%C3%A9?q=%20&x=[1]#f"),
        ("https://exämple.id/", "https://xn--exmple-cua.id/"),
        ("https://a.id/{{ x }}", "https://a.id/%7B%7B%20x%20%7D%7D"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("http://[::1", None),
        ("https://a.id:99999/", None),
        ("https://" + "ä" * 70 + ".id/", None),
        ("instagram.com/p/x", None),
        ("", None),
    ],
)
def test_what_may_be_an_address(typed: str, carried: str | None) -> None:
    assert address(typed) == carried


def test_where_the_links_are_is_said_in_the_chapter() -> None:
    told = [
        [p for p in paragraphs(drawn(subject), "Isi") if "autan" in p and "konten" in p.lower()]
        for subject in (
            rekap(tautan=LINKS),
            rekap(tautan=LINKS, tanpa_tautan=MORE),
            rekap(tanpa_tautan=REST),
            rekap(matriks=(), tanpa_tautan=()),
        )
    ]
    assert told == [
        ["Tautan konten pada periode ini dimuat pada Lampiran Tautan Konten."],
        [
            (
                "Baru 3 (tiga) dari 7 (tujuh) konten pada periode ini tercatat bersama tautannya, sehingga daftar "
                "tautan tidak dilampirkan."
            )
        ],
        ["Konten pada periode ini dicatat tanpa tautan, sehingga daftar tautan tidak dilampirkan."],
        [],
    ]


def test_without_any_link_or_with_fewer_than_half_there_is_no_appendix_page() -> None:
    assert appendix(drawn(rekap(tanpa_tautan=REST))) == []
    assert appendix(drawn(rekap(tautan=LINKS, tanpa_tautan=MORE))) == []


def test_what_a_correction_added_is_counted_in_postingan_alone() -> None:
    told = appendix(drawn(rekap(tautan=LINKS, tanpa_tautan=MORE[2:3])))
    assert told[-1] == "5 postingan lainnya tercatat tanpa tautan."


def test_the_appendix_stands_in_the_daftar_isi(docx: bytes) -> None:
    assert re.findall(
        r'<w:pStyle w:val="TOC1"/></w:pPr><w:hyperlink[^>]*><w:r><w:t[^>]*>(LAMPIRAN[^<]*)', xml(docx)
    ) == [
        "LAMPIRAN TAUTAN KONTEN",
    ]
    assert table(docx, "Bulan Juli 2023")[0] != HEAD
