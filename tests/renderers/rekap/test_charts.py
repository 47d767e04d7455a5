"""Charts show the numbers of the tables and say them again for those who cannot see."""

import re
from dataclasses import replace
from datetime import date

import pytest

from renderers.figures import Evaluasi, Jumlah, Rekap
from renderers.photo import emblem
from renderers.rekap import charts
from renderers.rekap.rekap import compose
from tests.renderers.reading import paragraphs, table, xml
from tests.renderers.rekaps import KOSONG, REKAP, TRIWULAN, rekap

DULU = Jumlah("Triwulan II 2023", 19, 5, 14, 240, 687, 150)
KINI = Jumlah("Triwulan III 2023", 33, 3, 1, 365, 501, 188)


def alts(place: str, **changes: object) -> list[str]:
    return [d.alt for d in charts.diagrams(rekap(**changes))[place]]


def test_postingan_by_platform_and_jenis_sorted_with_what_is_missing() -> None:
    assert alts("postingan") == [
        (
            "Diagram batang. Postingan menurut platform, bulan Juli s/d September 2023: "
            "IG 158, Twitter 156, FB 156, TikTok 30, YouTube 1."
        ),
        (
            "Diagram batang. Postingan menurut jenis konten, bulan Juli s/d September 2023: "
            "Foto Berita 364, Promote link berita web 72, Video lainnya 50, Repost 12, Peringatan Hari Besar 3. "
            "Tidak ada: KPU Flash, Meme Quote, Ucapan Selamat, Ucapan Dukacita, Infografik, dan "
            "Promote live IG/streaming."
        ),
    ]


def test_publikasi_of_every_month_with_its_peak() -> None:
    assert alts("publikasi") == [
        (
            "Diagram batang. Publikasi (IG dan TikTok), bulan Juli s/d September 2023: "
            "Juli 51, Agustus 63, September 74. Tertinggi: September."
        )
    ]


def test_this_period_against_the_one_before() -> None:
    assert alts("banding", kini=KINI, dulu=DULU) == [
        (
            "Diagram batang. Triwulan III 2023 dibandingkan dengan Triwulan II 2023: Kegiatan 19 menjadi 33; "
            "Koordinasi pemerintah 5 menjadi 3; Koordinasi nonpemerintah 14 menjadi 1; Konten 240 menjadi 365; "
            "Postingan 687 menjadi 501; Publikasi (IG dan TikTok) 150 menjadi 188."
        )
    ]


@pytest.mark.parametrize(
    ("batas", "told"),
    [
        (date(2023, 9, 30), "Triwulan III 2023"),
        (date(2023, 10, 4), "Triwulan III 2023"),
        (date(2023, 9, 29), "Triwulan III 2023 (s.d. 29 September 2023)"),
    ],
)
def test_a_period_that_still_runs_says_so(batas: date, told: str) -> None:
    assert charts.period_name(rekap(batas=batas), KINI) == told


def test_what_lies_ahead_has_no_bar_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn_: list[tuple[int, ...]] = []
    monkeypatch.setattr("renderers.ink.charts_print._standing", lambda *a, **_: drawn_.append(a[3:5]))
    rows = (*REKAP.evaluasi[:1], Evaluasi(date(2023, 8, 1), 0, 0), Evaluasi(date(2023, 9, 1), 0, 0))
    early = {"evaluasi": rows, "batas": date(2023, 8, 5)}
    assert alts("publikasi", **early) == [
        (
            "Diagram batang. Publikasi (IG dan TikTok), bulan Juli 2023 sampai dengan 5 Agustus 2023: "
            "Juli 51, Agustus 0, September belum berjalan. Tertinggi: Juli."
        )
    ]
    assert drawn_ == [(51, 51), (0, 51)]
    assert alts("banding", kini=KINI, dulu=DULU, batas=date(2023, 8, 5))[0].startswith(
        "Diagram batang. Triwulan III 2023 (s.d. 5 Agustus 2023) dibandingkan dengan Triwulan II 2023: "
        "Kegiatan 19, sejauh ini 33; "
    )


def test_months_ahead_are_called_so_in_the_document() -> None:
    told = paragraphs(drawn(rekap(batas=date(2023, 8, 5), matriks=REKAP.matriks[:1], informasi=())))
    assert told.count("Bulan September 2023 belum berjalan.") == 2
    whole = " ".join(told)
    assert whole.count("maupun nonpemerintah selama bulan Juli 2023 sampai dengan 5 Agustus 2023. ") == 1
    assert whole.count("selama bulan Juli s/d September 2023, dengan data sampai dengan tanggal 5 Agustus 2023. ") == 1


def test_every_number_of_a_chart_stands_in_a_table() -> None:
    docx = drawn()
    cells = {cell for row in table(docx, "Jumlah Postingan bulan Juli s/d September 2023") for cell in row}
    cells |= {cell for row in table(docx, "A.\tHasil Evaluasi") for cell in row}
    told = set(re.findall(r'descr="Diagram batang\. [^"]*?: ([^"]*?)[.;]', xml(docx)))
    assert len(told) == 3
    assert {n for alt in told for n in re.findall(r" (\d+)(?=,|$)", alt)} - cells == set()


def drawn(subject: Rekap = REKAP) -> bytes:
    return compose(subject, (), emblem.emblem(), None).docx


def test_an_empty_period_has_no_chart() -> None:
    assert charts.diagrams(KOSONG) == {"postingan": [], "publikasi": [], "banding": []}
    assert 'descr="Diagram' not in xml(drawn(KOSONG))


def test_without_a_period_before_one_sentence_says_so() -> None:
    said = "Belum ada data periode sebelumnya yang tercatat, sehingga capaian periode ini belum dapat dibandingkan."
    told = [said in paragraphs(drawn(rekap(kini=kini, dulu=dulu))) for kini, dulu in ((KINI, None), (KINI, DULU))]
    assert told == [True, False]
    # A report frozen before there were sums is drawn without the comparison.
    assert said not in paragraphs(drawn())


def test_charts_are_numbered_before_the_kolase() -> None:
    assert paragraphs(drawn(rekap(kini=KINI, dulu=DULU)), "Caption") == [
        "Gambar 1. Postingan menurut platform, bulan Juli s/d September 2023",
        "Gambar 2. Postingan menurut jenis konten, bulan Juli s/d September 2023",
        "Gambar 3. Publikasi (IG dan TikTok), bulan Juli s/d September 2023",
        "Gambar 4. Triwulan III 2023 dibandingkan dengan Triwulan II 2023",
    ]


def test_a_cumulative_chart_brackets_the_period_and_a_year_shortens_its_months(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[object, ...]] = []
    monkeypatch.setattr("renderers.ink.charts_print.months", lambda *a: told.append(a) or b"")  # type: ignore[func-returns-value]
    months = tuple(date(2023, n, 1) for n in range(1, 10))
    rows = tuple(Evaluasi(b, b.month, 0) for b in months)
    charts.diagrams(rekap(evaluasi=rows, periode=replace(TRIWULAN, bulan_tabel=months)))
    charts.diagrams(rekap(evaluasi=rows[6:], periode=TRIWULAN))
    bars, *group = told[0]
    assert group == ["Triwulan III", range(6, 9)]
    assert [bar.name for bar in bars][-2:] == ["Agu", "Sep"]  # type: ignore[attr-defined]
    assert [bar.name for bar in told[1][0]] == ["Juli", "Agustus", "September"]  # type: ignore[attr-defined]
    assert told[1][1:] == ("", range(0))
