"""Every passage, list and table of a report says what its figures say."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from renderers.figures import Periode
from renderers.photo.emblem import emblem
from renderers.rekap.rekap import compose
from tests.renderers.reading import paragraphs, table, tables, xml
from tests.renderers.rekap.drawn import drawn
from tests.renderers.rekaps import AGUSTUS, JULI, KOSONG, SATKER, SEPTEMBER, TRIWULAN, rekap, with_passages


@pytest.fixture(scope="module")
def empty() -> bytes:
    return compose(with_passages(replace(KOSONG, dasar_laporan="")), (), emblem(), None).docx


def test_the_letter(docx: bytes) -> None:
    assert tables(docx)[:2] == [
        [
            [
                "",
                f"KOMISI PEMILIHAN UMUM\nKABUPATEN SUKAMAJU\n{SATKER.alamat}\nLaman: kab-sukamaju.kpu.go.id",
            ]
        ],
        [
            ["Nomor", ":", "21/PR.04.1-SD/9901/2023", "Sukamaju, 4 Oktober 2023"],
            ["Sifat", ":", "Biasa", ""],
            ["Lampiran", ":", "1 (satu) berkas", ""],
            ["Hal", ":", "Laporan Triwulan III Tahun 2023 Bakohumas KPU Kabupaten Sukamaju", ""],
        ],
    ]
    body = (
        "Keputusan KPU Nomor 561/HM.03.5-Kpt/06/KPU/VIII/2021 tentang Bakohumas menugaskan Tim Bakohumas KPU "
        "Kabupaten/Kota untuk melaporkan kegiatannya setiap 3 (tiga) bulan dan setiap tahun kepada KPU Provinsi, "
        "yang selanjutnya meneruskannya kepada KPU. Memenuhi ketentuan tersebut, dengan hormat kami sampaikan "
        "Laporan Bakohumas KPU Kabupaten Sukamaju Triwulan III Tahun 2023 sebagaimana terlampir."
    )
    assert paragraphs(docx)[:4] == [
        "Kepada\nYth. Ketua KPU Provinsi Nusa Raya\ndi\nRAYAPURA",
        body,
        "Demikian laporan ini kami sampaikan. Atas perhatian Saudara, kami mengucapkan terima kasih.",
        "Ketua KPU Kabupaten Sukamaju,\n\n\n\nSITI RAHAYU",
    ]
    assert paragraphs(docx, "Surat Tembusan") == ["Tembusan disampaikan kepada Yth.:", "1. Arsip"]


def test_what_the_secretariat_has_not_given_is_a_line_to_write_on(empty: bytes) -> None:
    blank = "…" * 11
    assert tables(empty)[1][:3] == [
        ["Nomor", ":", blank, f"Sukamaju, {blank}"],
        ["Sifat", ":", blank, ""],
        ["Lampiran", ":", "1 (satu) berkas", ""],
    ]
    assert paragraphs(empty, "Tanda Tangan")[-1] == (
        f"Dibuat di Kabupaten Sukamaju\nTanggal {blank}\n\nKetua KPU Kabupaten Sukamaju\n\n\n\nSITI RAHAYU"
    )


def test_a_letter_that_cites_nothing_still_says_who_asks_for_it(empty: bytes) -> None:
    (asked,) = [text for text in paragraphs(empty) if "menugaskan Tim Bakohumas" in text]
    assert asked.startswith("Ketentuan yang ditetapkan KPU menugaskan Tim Bakohumas")


def test_the_cover(docx: bytes) -> None:
    assert [[cell.strip() for cell in row] for row in tables(docx)[2]] == [
        ["KOMISI PEMILIHAN UMUM\nKABUPATEN SUKAMAJU\n\nMEMILIH DENGAN GEMBIRA"],
        ["LAPORAN BAKOHUMAS\nKPU KABUPATEN SUKAMAJU\n\nTRIWULAN III BULAN JULI s/d SEPTEMBER 2023"],
        ["2023\n\nJl. Merdeka No. 17 Sukamaju, Nusa Raya"],
    ]


def test_the_lists_of_the_first_chapter_are_complete(docx: bytes) -> None:
    assert Counter(re.findall(r'<w:numId w:val="(\d+)"/>', xml(docx))) == {
        "2": 10,  # bentuk partisipasi
        "3": 6,  # peran
        "4": 5,  # tujuan
        "5": 6,  # maksud
        "6": 2,  # dasar hukum
        "7": 2,  # masalah
    }
    assert [p for p in paragraphs(docx, "Butir") if "2008" in p or "561" in p] == [
        "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik.",
        "Keputusan KPU Nomor 561.",
    ]
    assert SATKER.anggaran in paragraphs(docx, "Isi")


def test_the_team(docx: bytes) -> None:
    assert tables(docx)[3] == [
        ["NO.", "NAMA", "JABATAN DALAM KEDINASAN", "JABATAN DALAM TIM"],
        ["1.", "SITI RAHAYU", "Ketua KPU", "Pembina"],
        ["2.", "BUDI SANTOSO", "Sekretaris", "Ketua"],
        ["3.", "DEWI LESTARI, S.Kom.", "Staf Pelaksana", "Anggota"],
    ]


def test_koordinasi_by_date_and_numbered_without_a_gap(docx: bytes) -> None:
    head = ["NO.", "TGL PELAKSANAAN", "URAIAN", "INSTANSI", "KETERANGAN"]
    hibah = "Audiensi dengan {} terkait dana hibah"
    assert table(docx, "A.\tDengan Instansi Pemerintah") == [
        head,
        ["1.", "4 Juli 2023", "Rapat", "Sekda Sukamaju", hibah.format("Sekda Sukamaju")],
        ["2.", "14 Agustus s/d 1 September 2023", "Kunjungan", "SMAN 1 Sukamaju", "Pendidikan pemilih pemula"],
        ["3.", "6 September 2023", "Rapat", "DPRD Sukamaju", hibah.format("DPRD Sukamaju")],
    ]
    assert table(docx, "B.\tDengan Instansi Nonpemerintah") == [
        head,
        ["1.", "20 Juli 2023", "Audiensi", "PWI Sukamaju", "Liputan tahapan kampanye"],
    ]


def test_informasi_by_month_days_before_what_has_only_a_month(docx: bytes) -> None:
    head = ["NO.", "TANGGAL", "JENIS INFORMASI", "MEDIA PENYEBARAN"]
    assert table(docx, "A.\tData Informasi Kepemiluan yang Disebarluaskan") == [
        head,
        ["1.", "3 Juli 2023", "Jadwal kampanye", "IG"],
        ["2.", "31 Juli 2023", "Rekapitulasi pemilih bulan Juli", "IG, Twitter, dan FB"],
        ["3.", "Juli 2023", "Hari dan tanggal Pemilu", "TikTok"],
    ]
    assert [p for p in paragraphs(docx) if p.startswith("Tidak ada informasi")] == [
        "Tidak ada informasi kepemiluan yang tercatat disebarluaskan pada bulan Agustus 2023."
    ]


def test_a_matrix_for_every_month_and_their_sum(docx: bytes) -> None:
    months = "Bulan Juli 2023", "Bulan Agustus 2023", "Bulan September 2023"
    total = "Jumlah Postingan bulan Juli s/d September 2023"
    # August has no information, and so a sentence instead of a heading.
    assert paragraphs(docx, "Heading 3") == [months[0], months[2], *months, total]
    sums = [rows[-1] for rows in tables(docx) if rows[-1][0] == "JUMLAH"]
    assert sums == [
        ["JUMLAH", "JUMLAH", "48", "48", "46", "1", "3", "146"],
        ["JUMLAH", "JUMLAH", "56", "54", "56", "-", "7", "173"],
        ["JUMLAH", "JUMLAH", "54", "54", "54", "-", "20", "182"],
        ["JUMLAH", "JUMLAH", "158", "156", "156", "1", "30", "501"],
    ]


def test_no_paragraph_stands_twice(docx: bytes) -> None:
    twice = Counter(p for p in paragraphs(docx, "Isi") + paragraphs(docx, "Isi Lekat"))
    assert [p for p, n in twice.items() if n > 1] == []


def test_problems_and_recommendations(docx: bytes) -> None:
    assert paragraphs(docx, "Butir")[-2:] == ["Anggaran", "Belum ada ruang podcast."]
    assert paragraphs(docx, "Butir Isi") == ["Pencairan tertunda."]
    assert "Unggah serentak dengan satu tagar." in paragraphs(docx, "Isi")
    several = drawn(rekap(saran=("Satu.", "Dua."))).docx
    assert paragraphs(several, "Butir")[-2:] == ["Satu.", "Dua."]


def test_the_cut_off(docx: bytes) -> None:
    assert paragraphs(docx, "Catatan") == ["Catatan: data sampai dengan tanggal 30 September 2023."]


def test_a_row_after_the_cut_off_is_called_a_plan() -> None:
    early = drawn(rekap(batas=date(2023, 9, 5))).docx
    assert [row[1] for row in table(early, "A.\tDengan Instansi Pemerintah")][3] == "6 September 2023 (rencana)"


def test_an_empty_period_says_so_everywhere(empty: bytes) -> None:
    said = Counter(p for p in paragraphs(empty) if p.startswith("Tidak ada"))
    assert said == Counter(
        [
            "Tidak ada dasar hukum yang tercatat.",
            "Tidak ada informasi kepemiluan yang tercatat disebarluaskan pada bulan Juli s/d September 2023.",
            "Tidak ada masalah atau tantangan yang dicatat pada periode ini.",
            "Tidak ada saran atau rekomendasi yang dicatat pada periode ini.",
            "Tidak ada foto kegiatan yang tercatat pada periode ini.",
        ]
    )
    assert [set(rows[-1]) for rows in tables(empty)[3:]] == [
        {"Tidak ada anggota tim yang tercatat."},
        {"Tidak ada kegiatan dengan instansi pemerintah."},
        {"Tidak ada kegiatan dengan instansi nonpemerintah."},
        {"Tidak ada publikasi yang tercatat."},
    ]


def test_months_without_anything_are_told_in_one_sentence_around_those_with_something() -> None:
    year = tuple(date(2023, n, 1) for n in range(1, 13))
    docx = drawn(rekap(periode=replace(TRIWULAN, bulan_tabel=year))).docx
    none = "Tidak ada informasi kepemiluan yang tercatat disebarluaskan pada bulan"
    assert [p for p in paragraphs(docx, "Isi") if p.startswith((none, "Bulan "))] == [
        f"{none} Januari s/d Juni 2023.",
        f"{none} Agustus 2023.",
        "Bulan Oktober s/d Desember 2023 belum berjalan.",
        "Bulan Oktober s/d Desember 2023 belum berjalan.",
    ]
    assert "Tidak ada postingan media sosial yang tercatat pada bulan Januari s/d Juni 2023." in paragraphs(docx, "Isi")


def test_nothing_empty_is_labelled(empty: bytes) -> None:
    assert not [p for p in paragraphs(empty) if "dilaksanakan berdasarkan:" in p]
    bare = drawn(rekap(satker=replace(SATKER, website=""))).docx
    assert tables(bare)[0] == [["", f"KOMISI PEMILIHAN UMUM\nKABUPATEN SUKAMAJU\n{SATKER.alamat}"]]


def test_long_lines_of_the_cover_and_of_the_signature_are_balanced() -> None:
    long = replace(SATKER, tempat="Kabupaten Bolaang Mongondow Utara", wilayah="Kabupaten Bolaang Mongondow Utara")
    docx = drawn(rekap(satker=replace(long, nama="KPU Kabupaten Bolaang Mongondow Utara"))).docx
    assert [cell.strip().split("\n\n")[0] for row in tables(docx)[2] for cell in row][:2] == [
        "KOMISI PEMILIHAN UMUM\nKABUPATEN BOLAANG\nMONGONDOW UTARA",
        "LAPORAN BAKOHUMAS\nKPU KABUPATEN BOLAANG\nMONGONDOW UTARA",
    ]
    assert paragraphs(docx, "Tanda Tangan")[-1].startswith("Dibuat di Kabupaten\nBolaang Mongondow Utara\nTanggal ")


@pytest.mark.parametrize(
    ("periode", "title", "chapter"),
    [
        (
            Periode("semester", "Semester II", 2023, (JULI, AGUSTUS, SEPTEMBER), (JULI, AGUSTUS, SEPTEMBER)),
            "SEMESTER II BULAN JULI s/d SEPTEMBER 2023",
            "BAB III\nPELAKSANAAN KEGIATAN BAKOHUMAS\nSEMESTER II TAHUN 2023",
        ),
        (
            Periode("tahun", "Tahun", 2023, (JULI, AGUSTUS, SEPTEMBER), (JULI, AGUSTUS, SEPTEMBER)),
            "TAHUN 2023\nBULAN JULI s/d SEPTEMBER 2023",
            "BAB III\nPELAKSANAAN KEGIATAN BAKOHUMAS\nTAHUN 2023",
        ),
    ],
)
def test_other_periods_carry_their_own_name(periode: Periode, title: str, chapter: str) -> None:
    docx = drawn(rekap(periode=periode)).docx
    assert title in tables(docx)[2][1][0]
    assert chapter in paragraphs(docx)
    assert "triwulan" not in " ".join(paragraphs(docx)).lower()


def test_cumulative_tables_are_labelled_as_such() -> None:
    months = (date(2023, 6, 1), JULI, AGUSTUS, SEPTEMBER)
    docx = drawn(rekap(periode=replace(TRIWULAN, bulan_tabel=months))).docx
    (said,) = [p for p in paragraphs(docx, "Isi") if p.startswith("Bab ini")]
    assert said == (
        "Bab ini menyajikan kegiatan koordinasi, komunikasi, dan kerja sama yang dijalankan KPU Kabupaten Sukamaju "
        "dengan instansi pemerintah maupun nonpemerintah selama bulan Juni s/d September 2023. Data disajikan secara "
        "kumulatif, yaitu bulan Juni s/d September 2023."
    )
    assert "Tidak ada postingan media sosial yang tercatat pada bulan Juni 2023." in paragraphs(docx)


def test_what_people_wrote_is_printed() -> None:
    own = drawn(rekap(narasi={"evaluasi": "Alinea pertama.\nAlinea kedua."})).docx
    written = paragraphs(own, "Isi")
    assert written[written.index("Alinea pertama.") :][:2] == ["Alinea pertama.", "Alinea kedua."]
    assert not [p for p in written if p.startswith("Publikasi informasi")]
