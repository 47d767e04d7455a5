import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from renderers.clean import clean, text
from renderers.figures import Cell, Kolase, Masalah, Periode, Rekap, Surat
from renderers.photo.album import Album
from renderers.photo.emblem import emblem, logo
from renderers.rekap.document import PREPARED
from renderers.rekap.fields import fields as template_fields
from renderers.rekap.pictures import Material
from renderers.rekap.rekap import TEMPLATE, Report, compose, draw, sheets_of
from renderers.templat_bawaan import build
from renderers.word import word
from renderers.word.ooxml import pack, unpack
from tests.renderers.reading import paragraphs, table, tables, xml
from tests.renderers.rekaps import AGUSTUS, JULI, KOSONG, LEMBAR, REKAP, SATKER, SEPTEMBER, TRIWULAN, rekap

HOSTILE = "Rapat <A & B> \"x\" 'y' 😀\x00\x0b\x1f\ud83d {{ 7*7 }} {% raw %} ]]> &amp; selesai "
# What is left of it: marks that break XML are gone, an invisible joiner parts the braces.
SAFE = "Rapat <A & B> \"x\" 'y' 😀 {\u2060{ 7*7 }\u2060} {\u2060% raw %\u2060} ]]> &amp; selesai "
CHARTS = 3  # the pictures before the kolase: two of postingan, one of publikasi


def drawn(subject: Rekap = REKAP) -> Report:
    return compose(subject, LEMBAR, emblem(), None)


@pytest.fixture(scope="module")
def docx() -> bytes:
    return drawn().docx


@pytest.fixture(scope="module")
def empty() -> bytes:
    return compose(KOSONG, (), emblem(), None).docx


def test_the_letter(docx: bytes) -> None:
    assert tables(docx)[:2] == [
        [
            [
                "",
                f"KOMISI PEMILIHAN UMUM\nKABUPATEN SUKAMAJU\n{SATKER.alamat}\nLaman: kab-sukamaju.kpu.go.id",
            ]
        ],
        [
            ["Nomor", ":", "21/PR.04.1-SD/9901/2023"],
            ["Sifat", ":", "Biasa"],
            ["Lampiran", ":", "1 (satu) berkas"],
            ["Perihal", ":", "Laporan Triwulan III Tahun 2023 Bakohumas KPU Kabupaten Sukamaju"],
        ],
    ]
    body = (
        "Keputusan KPU Nomor 561/HM.03.5-Kpt/06/KPU/VIII/2021 tentang Bakohumas menugaskan Tim Bakohumas KPU "
        "Kabupaten/Kota untuk melaporkan kegiatannya setiap 3 (tiga) bulan dan setiap tahun kepada KPU Provinsi, "
        "yang selanjutnya meneruskannya kepada KPU. Memenuhi ketentuan tersebut, dengan hormat kami sampaikan "
        "Laporan Bakohumas KPU Kabupaten Sukamaju Triwulan III Tahun 2023 sebagaimana terlampir."
    )
    assert paragraphs(docx)[:5] == [
        "Sukamaju, 4 Oktober 2023",
        "Kepada\nYth. Ketua KPU Provinsi Nusa Raya\ndi\nRAYAPURA",
        body,
        "Demikian laporan ini kami sampaikan. Atas perhatian Saudara, kami mengucapkan terima kasih.",
        "Ketua KPU Kabupaten Sukamaju,\n\n\n\nSITI RAHAYU",
    ]
    assert paragraphs(docx, "Surat Tembusan") == ["Tembusan disampaikan kepada Yth.:", "1. Arsip"]


def test_what_the_secretariat_has_not_given_is_a_line_to_write_on(empty: bytes) -> None:
    blank = "…" * 11
    assert tables(empty)[1][:3] == [["Nomor", ":", blank], ["Sifat", ":", blank], ["Lampiran", ":", "1 (satu) berkas"]]
    assert paragraphs(empty)[0] == f"Sukamaju, {blank}"
    assert paragraphs(empty, "Tanda Tangan")[-1] == (
        f"Dibuat di Kabupaten Sukamaju\nTanggal {blank}\n\nKetua KPU Kabupaten Sukamaju\n\n\n\nSITI RAHAYU"
    )


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
    assert paragraphs(docx, "Heading 3") == [*months, *months, total]
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


def test_the_kolase_one_sheet_a_page_in_order_with_caption_and_description(docx: bytes) -> None:
    weeks = [x.caption for x in LEMBAR]
    named = [f"Gambar {n}. {week}" for n, week in enumerate(weeks, start=CHARTS + 1)]
    assert paragraphs(docx, "Caption")[CHARTS:] == named
    alts = re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', xml(docx))
    assert alts[:2] + alts[2 + CHARTS :] == ["Lambang KPU Kabupaten Sukamaju"] * 2 + weeks
    kinds = [unpack(docx)[f"word/media/rIdG{n}.jpg"][:3] for n in (CHARTS + 2, CHARTS + 3)]
    assert kinds == [b"\xff\xd8\xff"] * 2
    # 16 cm wide, as high as its shape: 108 × 135 pixels.
    assert re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', xml(docx))[2 + CHARTS] == ("5760000", "7200000")
    assert xml(docx).count('<w:pStyle w:val="HalamanBaru"/>') == len(LEMBAR) - 1


def test_captions_of_a_pekan_with_several_sheets() -> None:
    week = Kolase("KPU", "Sukamaju", (), "Kegiatan KPU", "Pekan Pertama Juli 2023", "3–7 Juli 2023", (), "", ())
    assert [x.caption for x in sheets_of(week, [b"a", b"b"])] == [
        "Kegiatan KPU Pekan Pertama Juli 2023 (3–7 Juli 2023), lembar 1 dari 2",
        "Kegiatan KPU Pekan Pertama Juli 2023 (3–7 Juli 2023), lembar 2 dari 2",
    ]
    assert [x.caption for x in sheets_of(replace(week, rentang=""), [b"a"])] == ["Kegiatan KPU Pekan Pertama Juli 2023"]


def test_draw_makes_the_kolase_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no office program: the document alone
    Image.new("RGB", (640, 480), "navy").save(tmp_path / "foto.jpg")
    cell = Cell("foto.jpg", "Apel Pagi", "Senin, 3 Juli 2023")
    week = Kolase("KPU", "Sukamaju", (), "Kegiatan KPU", "Pekan Pertama Juli 2023", "", (cell,), "laman", ())
    laporan = draw(rekap(kolase=(week,)), tmp_path)
    assert paragraphs(laporan.docx, "Caption")[CHARTS:] == ["Gambar 4. Kegiatan KPU Pekan Pertama Juli 2023"]


def test_an_empty_period_says_so_everywhere(empty: bytes) -> None:
    said = Counter(p for p in paragraphs(empty) if p.startswith("Tidak ada"))
    months = ("Juli 2023", "Agustus 2023", "September 2023")
    assert said == Counter(
        [
            "Tidak ada dasar hukum yang tercatat.",
            *(f"Tidak ada informasi kepemiluan yang tercatat disebarluaskan pada bulan {m}." for m in months),
            *(f"Tidak ada postingan media sosial yang tercatat pada bulan {m}." for m in months),
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


def hostile(value: Any) -> Any:
    if isinstance(value, str):
        return HOSTILE + value
    if isinstance(value, tuple):
        return tuple(map(hostile, value))
    if is_dataclass(value) and not isinstance(value, type):
        kept = {"sektor", "platform", "jenis", "logo", "narasi"}
        return replace(value, **{f.name: hostile(getattr(value, f.name)) for f in fields(value) if f.name not in kept})
    return value


def test_hostile_text_breaks_and_cuts_nothing() -> None:
    docx = drawn(hostile(REKAP)).docx
    row = table(docx, "B.\tDengan Instansi Nonpemerintah")[1]
    assert row[2:] == [f"{SAFE}Audiensi", f"{SAFE}PWI Sukamaju", f"{SAFE}Liputan tahapan kampanye"]
    assert tables(docx)[3][1][1] == f"{SAFE}SITI RAHAYU"
    # Nothing behind it is lost either.
    assert paragraphs(docx, "Caption")[-1] == f"Gambar {CHARTS + 2}. {LEMBAR[1].caption}"
    assert f"{SAFE}Pencairan tertunda." in paragraphs(docx, "Butir Isi")


def test_line_breaks_and_tabs_of_people_stay() -> None:
    docx = drawn(rekap(masalah=(Masalah("Judul", "satu\r\ndua\ttiga\rempat"),))).docx
    assert paragraphs(docx, "Butir Isi") == ["satu\ndua\ttiga\nempat"]


def test_clean_reaches_records_within_records() -> None:
    dirty = rekap(narasi={"akun": "a\x00b"}, surat=Surat("1\u200b/2"), saran=("x\ud800y",))
    cleaned = clean(dirty)
    assert (cleaned.narasi, cleaned.surat.nomor, cleaned.saran) == ({"akun": "ab"}, "1/2", ("xy",))
    assert cleaned.batas == dirty.batas
    assert text("e\u0301") == "é"


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


def test_equal_data_give_equal_bytes(docx: bytes) -> None:
    assert drawn().docx == docx


def test_the_committed_template_is_what_the_script_builds() -> None:
    # Otherwise run `python -m renderers.templat_bawaan.build` and commit both files.
    assert unpack(TEMPLATE.read_bytes()) == build.parts()
    assert unpack(PREPARED.read_bytes()) == word.prepare(build.parts())


def test_the_template_asks_for_what_it_is_given() -> None:
    given = template_fields(REKAP, Material(emblem(), LEMBAR), Album())
    assert word.names(unpack(TEMPLATE.read_bytes())) == set(given)


def test_the_template_knows_no_office_and_no_year() -> None:
    prosa = (Path(build.__file__).parent / "prosa.txt").read_text("utf-8")
    assert re.findall(r"Probolinggo|Jawa Timur|2022|2024", prosa) == []


def edited(old: str, new: str) -> dict[str, bytes]:
    parts = build.parts()
    assert old in parts["word/document.xml"].decode()
    return {**parts, "word/document.xml": parts["word/document.xml"].decode().replace(old, new).encode()}


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("{{ surat.nomr }}", "has no attribute 'nomr'"),
        ("{{ nomor }}", "'nomor' is undefined"),
        ("{{ surat.nomor", "word/document.xml: "),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ cycler.__init__.__globals__ }}", "unsafe"),
    ],
)
def test_a_spoiled_template_stops_the_report_and_says_where(new: str, message: str) -> None:
    given = template_fields(REKAP, Material(emblem(), LEMBAR), Album())
    with pytest.raises(word.BrokenTemplate, match=re.escape(message)):
        word.render(edited("{{ surat.nomor }}", new), given)


def test_the_language_is_indonesian_and_the_paper_a4_with_the_margins_of_the_office(docx: bytes) -> None:
    assert re.findall(r'<w:lang w:val="([^"]*)"', xml(docx, "word/styles.xml")) == ["id-ID"]
    sizes = set(re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"/>', xml(docx)))
    assert sizes == {("11906", "16838")}
    margins = re.findall(r'w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"', xml(docx))
    assert [margin for margin in margins if margin[1] == "1134"] == [("1134", "1134", "1417", "1701")] * 3


def test_front_matter_in_roman_the_body_in_arabic_figures(docx: bytes) -> None:
    assert re.findall(r"<w:pgNumType ([^/]*)/>", xml(docx)) == [
        'w:fmt="lowerRoman" w:start="1"',
        'w:fmt="lowerRoman"',
        'w:fmt="decimal" w:start="1"',
    ]


def test_title_and_author_of_the_file_survive_an_ampersand() -> None:
    docx = drawn(rekap(satker=replace(SATKER, nama="KPU A & B"))).docx
    core = xml(docx, "docProps/core.xml")
    assert "<dc:title>Laporan Bakohumas KPU A &amp; B Triwulan III Tahun 2023</dc:title>" in core
    assert "<dc:creator>KPU A &amp; B</dc:creator>" in core


@pytest.mark.parametrize("name", [None, "hilang.png", "rusak.png", "besar.png"])
def test_an_emblem_that_cannot_be_read_is_replaced_by_a_drawn_one(tmp_path: Path, name: str | None) -> None:
    (tmp_path / "rusak.png").write_bytes(b"<html>")
    Image.new("1", (9000, 9000)).save(tmp_path / "besar.png")
    assert logo(tmp_path, name) == emblem()


def test_an_emblem_keeps_its_shape_and_its_transparency(tmp_path: Path) -> None:
    Image.new("RGBA", (2000, 1000), (0, 0, 0, 0)).save(tmp_path / "logo.png")
    (tmp_path / "out.png").write_bytes(logo(tmp_path, "logo.png"))
    with Image.open(tmp_path / "out.png") as image:
        assert (image.size, image.mode) == ((900, 450), "RGBA")
    placed = Album().place(logo(tmp_path, "logo.png"), "Lambang", 4.0, 4.0)
    assert (placed.width, placed.height) == (4.0, 2.0)


def test_pictures_are_stored_not_deflated() -> None:
    plain = pack({"a.jpg": b"x" * 1000, "b.xml": b"x" * 1000})
    assert plain.count(b"x" * 1000) == 1
