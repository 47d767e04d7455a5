"""The report of Triwulan II 2022, as the Word document that leaves: its tables equal the office's, cell for cell."""

import json
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from docx import Document
from PIL import Image
from pypdf import PdfReader

from handlers.laporan import gather
from handlers.reading.dates.periods import Periode
from renderers import indonesian
from renderers.figures import Rekap
from renderers.photo import emblem
from renderers.rekap import rekap
from renderers.rekap.kept import FORM
from renderers.rekap.kolase import shown
from renderers.rekap.photos.cards import prepare
from renderers.rekap.pictures import Sheet
from renderers.word import office
from storage.kantor import satker
from tests import sample
from tests.conftest import here
from tests.renderers.reading import paragraphs, table

FIGURES: dict[str, Any] = json.loads((Path(__file__).parent / "sample_figures.json").read_text("utf-8"))
MONTHS = [f"2022-{month:02}" for month in range(1, 7)]


@pytest.fixture(scope="module")
def figures(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Rekap:
    database = sample.copy(sample_folder, tmp_path_factory.mktemp("report") / "data")
    with database.transaction() as session:
        (kpu,) = satker.every(session)
        gathered = gather.gather(here(session, kpu), Periode("triwulan", 2, 2022), date(2022, 6, 30))
    database.close()
    return gathered


@pytest.fixture(scope="module")
def docx(sample_folder: Path, figures: Rekap) -> bytes:
    """Drawn without the office program: tables and prose are the same, only page numbers are missing."""
    sheet = Sheet(next((sample_folder / "foto").rglob("*.jpg")).read_bytes(), "Kegiatan sepekan")
    return rekap.compose(figures, [sheet], emblem.logo(sample_folder / "foto", None), None).docx


SOFFICE = office.program()
FEW = 6  # lines of a page without a picture, with its footer


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed here")
def test_the_report_is_short_and_no_page_has_a_few_lines_only(sample_folder: Path, figures: Rekap) -> None:
    """The kolase are blank, but as large as they are drawn."""
    blank = BytesIO()
    Image.new("RGB", (round(FORM.wide / 10), round(FORM.high / 10))).save(blank, "JPEG")
    sheets = [sheet for week in figures.kolase for sheet in rekap.sheets_of(week, [blank.getvalue()])]
    cards = prepare(figures.kegiatan, sample_folder / "foto", shown(figures))
    seal = emblem.logo(sample_folder / "foto", None)
    pdf = rekap.compose(figures, sheets, seal, partial(office.pdf, soffice=SOFFICE or ""), cards=cards).pdf
    assert pdf is not None
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages) <= 28
    bare = [page for page in pages if "/XObject" not in cast("dict[str, Any]", page["/Resources"])]
    assert [text for page in bare if len((text := page.extract_text()).splitlines()) <= FEW] == []
    assert len([sheet for sheet in sheets if sheet.caption]) == 7
    assert [card.kegiatan.nama for card in cards] == ["Audiensi dengan Komisi I DPRD Kota Probolinggo"]


def month(kode: str) -> str:
    return "Bulan " + indonesian.bulan(date.fromisoformat(f"{kode}-01"))


def below(docx: bytes, heading: str, kode: str) -> list[list[str]]:
    """The table of a month below a heading: both BAB III parts have one for every month."""
    seen, wanted = False, month(kode)
    document = Document(BytesIO(docx))
    found = False
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            if seen and found:
                return [[cell.text for cell in row.cells] for row in block.rows]
        elif block.text == heading.partition("\t")[2]:
            seen = True
        elif seen:
            found = block.text == wanted or (found and block.text.startswith("Tabel "))
    raise AssertionError((heading, kode))


def numbered(rows: list[list[str]]) -> list[list[str]]:
    """The rows without their first column, which is checked to count from 1 without a gap."""
    assert [row[0] for row in rows] == [f"{n}." for n in range(1, len(rows) + 1)]
    return [row[1:] for row in rows]


@pytest.mark.parametrize(
    ("heading", "sektor"),
    [("A.\tDengan Instansi Pemerintah", "pemerintah"), ("B.\tDengan Instansi Nonpemerintah", "nonpemerintah")],
)
def test_both_tables_of_bab_two(docx: bytes, heading: str, sektor: str) -> None:
    assert numbered(table(docx, heading)[1:]) == FIGURES["koordinasi"][sektor]


@pytest.mark.parametrize("kode", MONTHS)
def test_the_information_table_of_every_month(docx: bytes, kode: str) -> None:
    rows = numbered(below(docx, "A.\tData Informasi Kepemiluan yang Disebarluaskan", kode)[1:])
    assert rows == [[when, judul, indonesian.daftar(media)] for when, judul, media in FIGURES["informasi"][kode]]


@pytest.mark.parametrize("kode", MONTHS)
def test_the_matrix_of_every_month(docx: bytes, kode: str) -> None:
    rows = below(docx, "B.\tRekapitulasi Media Sosial", kode)
    body = numbered(rows[2:13])
    assert rows[1][2:7] == ["IG", "TWITTER", "FB", "YOUTUBE", "TIKTOK"]
    assert {row[0]: row[1:6] for row in body} == {
        jenis: [indonesian.angka(n) if n else "-" for n in numbers]
        for jenis, numbers in FIGURES["matriks"][kode].items()
    }


def test_the_evaluation_table(docx: bytes) -> None:
    rows = table(docx, "A.\tHasil Evaluasi")
    publikasi = [str(FIGURES["evaluasi"][kode]["publikasi"]) for kode in MONTHS]
    website = [str(FIGURES["evaluasi"][kode]["website"]) for kode in MONTHS]
    assert [row[1:8] for row in rows[2:]] == [
        ["Media Sosial (IG dan TikTok)", *publikasi],
        ["Website", *website],
        ["Grup Bakohumas KPU Kota Probolinggo", *publikasi],
        ["Grup Bakohumas KPU Provinsi Jawa Timur", *publikasi],
    ]


def test_the_eight_people_of_the_team(docx: bytes) -> None:
    rows = numbered(table(docx, "D.\tStruktur Organisasi Bakohumas")[1:])
    assert [row[0] for row in rows] == [
        "Dr. H. AHMAD HUDRI, S.T., M.AP.",
        "RADFAN FAISAL, S.Pd.",
        "AGUS SETIYONO, S.T.",
        "QORI MUGHNI KUMARA, M.IP.",
        "RUDI HARTONO RAHAP, S.Sos.",
        "UNGGUL SUGIARTO",
        "KADIR",
        "MUHAMMAD HASAN, S.T.",
    ]


def test_every_part_of_the_report_in_its_order(docx: bytes) -> None:
    styles = ("Judul Depan", "Heading 1", "Judul Lampiran")
    chapters = [text.replace("\n", " ") for style in styles for text in paragraphs(docx, style)]
    assert chapters == [
        "KATA PENGANTAR",
        "DAFTAR ISI",
        "BAB I PENDAHULUAN",
        "BAB II KOORDINASI, KOMUNIKASI DAN KERJA SAMA",
        "BAB III PELAKSANAAN KEGIATAN BAKOHUMAS TRIWULAN II TAHUN 2022",
        "BAB IV EVALUASI DAN MONITORING",
        "BAB V PENUTUP",
        "LAMPIRAN FOTO KOLASE",
    ]
