"""Every kind of period: its tables show the months they should, its labels agree, its sums are those of the cells."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.table import Table

from handlers.laporan import gather
from handlers.reading.dates import periods
from renderers import indonesian
from renderers.indonesian import angka
from renderers.photo import emblem
from renderers.rekap import rekap
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten, Postingan
from storage.database import Database
from storage.foto.photos import Foto
from storage.kantor import media
from storage.kantor.media import Media, Source
from storage.kantor.satker import Satker
from tests.conftest import here, make_office
from tests.renderers.reading import paragraphs, rows, table, tables, xml

MONTHS = [date(2022 + n // 12, n % 12 + 1, 1) for n in range(24)]
TODAY = date(2024, 2, 1)
PERIODS = ("TW1 2023", "TW2 2023", "TW3 2023", "TW4 2023", "S1 2023", "S2 2023", "2023")
TITLES = {
    "TW1 2023": "TRIWULAN I BULAN JANUARI s/d MARET 2023",
    "TW2 2023": "TRIWULAN II BULAN APRIL s/d JUNI 2023",
    "TW3 2023": "TRIWULAN III BULAN JULI s/d SEPTEMBER 2023",
    "TW4 2023": "TRIWULAN IV BULAN OKTOBER s/d DESEMBER 2023",
    "S1 2023": "SEMESTER I BULAN JANUARI s/d JUNI 2023",
    "S2 2023": "SEMESTER II BULAN JULI s/d DESEMBER 2023",
    "2023": "TAHUN 2023\nBULAN JANUARI s/d DESEMBER 2023",
}
BEFORE = {
    "TW1 2023": "Triwulan IV 2022", "TW2 2023": "Triwulan I 2023", "TW3 2023": "Triwulan II 2023",
    "TW4 2023": "Triwulan III 2023", "S1 2023": "Semester II 2022", "S2 2023": "Semester I 2023", "2023": "Tahun 2022",
}  # fmt: skip
# Those that begin in January show the same months either way.
CASES = [(text, True) for text in PERIODS] + [(text, False) for text in ("TW2 2023", "TW3 2023", "TW4 2023", "S2 2023")]


def ig(bulan: date) -> int:
    """A number that no other month has."""
    return bulan.year % 100 * 100 + bulan.month


def website(bulan: date) -> int:
    return bulan.month


def fill(database: Database) -> None:
    """Two years: of each month counted IG and FB postingan, links, one coordination on its last day."""
    made = datetime(2022, 1, 1, tzinfo=UTC)
    with database.transaction() as session:
        office = make_office(session)
        media.kept(here(session, office))
        names = enumerate(("Grup Bakohumas {satker}", "Grup Bakohumas Kota"), 3)
        session.add_all(Media(satker_id=office.id, urut=n, nama=nama, sumber=Source.GROUP) for n, nama in names)
        for n, bulan in enumerate(MONTHS):
            last = date.fromordinal(periods.next_month(bulan).toordinal() - 1)
            foto = Konten(satker_id=office.id, nomor=3 * n, jenis="Foto Berita", tanggal=bulan, dibuat_at=made)
            foto.postingan = [Postingan(platform=p, urut=0, jumlah=ig(bulan) + k) for k, p in enumerate(("IG", "FB"))]
            link = Konten(
                satker_id=office.id, nomor=3 * n + 1, jenis="Promote link berita web", tanggal=last, dibuat_at=made
            )
            link.postingan = [Postingan(platform="Twitter", urut=0, jumlah=website(bulan))]
            held = Kegiatan(
                satker_id=office.id, nomor=3 * n + 2, nama="Rakor", mulai=last, selesai=last, dibuat_at=made
            )
            held.sektor, held.instansi, held.uraian = "pemerintah", f"Instansi {bulan:%Y-%m}", "Rapat"
            session.add_all([foto, link, held])


@pytest.fixture(scope="module")
def filled(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("years") / "bakohumas.db"
    path.write_bytes(empty_database.read_bytes())
    database = Database(f"sqlite:///{path}")
    fill(database)
    yield database
    report.cache_clear()
    database.close()


@cache
def report(database: Database, text: str, kumulatif: bool) -> bytes:
    with database.transaction() as session:
        office = session.get_one(Satker, 1)
        office.kumulatif = kumulatif
        figures = gather.gather(here(session, office), periods.parse(text, TODAY), TODAY)
    return rekap.compose(figures, (), emblem.emblem(), None).docx


def months(text: str, kumulatif: bool) -> tuple[date, ...]:
    return periods.parse(text, TODAY).table_months(kumulatif)


def matrices(docx: bytes) -> list[tuple[str, list[list[str]]]]:
    """Every table of BAB III b below its heading."""
    found, heading, inside = [], "", False
    for block in Document(BytesIO(docx)).iter_inner_content():
        if isinstance(block, Table):
            found += [(heading, rows(block))] if inside else []
        elif block.style is not None and block.style.name in {"Heading 1", "Heading 2"}:
            inside = block.text == "Rekapitulasi Media Sosial"
        elif block.style is not None and block.style.name == "Heading 3":
            heading = block.text
    return found


@pytest.mark.parametrize(("text", "kumulatif"), CASES)
def test_a_matrix_for_each_month_and_their_sum(filled: Database, text: str, kumulatif: bool) -> None:
    shown = months(text, kumulatif)
    *single, (title, whole) = matrices(report(filled, text, kumulatif))
    assert [heading for heading, _ in single] == [f"Bulan {indonesian.bulan(b)}" for b in shown]
    for bulan, (_, cells) in zip(shown, single, strict=True):
        assert cells[2][2:] == [angka(ig(bulan)), "-", angka(ig(bulan) + 1), "-", angka(2 * ig(bulan) + 1)]
        assert cells[-1][-1] == angka(2 * ig(bulan) + 1 + website(bulan))
    total = sum(ig(b) for b in shown)
    assert title == f"Jumlah Postingan bulan {indonesian.nama_bulan(shown[0])} s/d {indonesian.bulan(shown[-1])}"
    assert whole[2][2:5] == [angka(total), "-", angka(total + len(shown))]
    assert whole[-1][2:] == [
        angka(total), angka(sum(map(website, shown))), angka(total + len(shown)), "-",
        angka(2 * total + len(shown) + sum(map(website, shown))),
    ]  # fmt: skip
    # Twitter became X in July 2023.
    assert whole[1][2:] == ["IG", "TWITTER" if shown[-1] < date(2023, 7, 1) else "X", "FB", "TIKTOK", "JUMLAH"]


@pytest.mark.parametrize(("text", "kumulatif"), CASES)
def test_the_evaluation_has_its_months_in_the_right_columns(filled: Database, text: str, kumulatif: bool) -> None:
    shown = months(text, kumulatif)
    _, names, publikasi, web, *groups = table(report(filled, text, kumulatif), "A.\tHasil Evaluasi")
    count = len(shown) + 1
    assert names[2 : 2 + count] == [*(indonesian.nama_bulan(b)[:3].upper() for b in shown), "JUMLAH"]
    assert publikasi[2 : 2 + count] == [*(angka(ig(b)) for b in shown), angka(sum(map(ig, shown)))]
    assert web[2 : 2 + count] == [*(angka(website(b)) for b in shown), angka(sum(map(website, shown)))]
    assert [row[2 : 2 + count] for row in groups] == [publikasi[2 : 2 + count]] * 2


@pytest.mark.parametrize(("text", "kumulatif"), CASES)
def test_coordination_of_the_same_months_up_to_the_last_day(filled: Database, text: str, kumulatif: bool) -> None:
    shown = months(text, kumulatif)
    body = table(report(filled, text, kumulatif), "A.\tDengan Instansi Pemerintah")[1:]
    assert [(row[0], row[3]) for row in body] == [(f"{n}.", f"Instansi {b:%Y-%m}") for n, b in enumerate(shown, 1)]
    assert body[-1][1] == {3: "31 Maret", 6: "30 Juni", 9: "30 September", 12: "31 Desember"}[shown[-1].month] + " 2023"


@pytest.mark.parametrize(("text", "kumulatif"), CASES)
def test_all_labels_agree(filled: Database, text: str, kumulatif: bool) -> None:
    docx, periode, shown = report(filled, text, kumulatif), periods.parse(text, TODAY), months(text, kumulatif)
    name = "Tahun 2023" if periode.jenis == "tahun" else f"{periode.sebutan} Tahun 2023"
    assert TITLES[text] in tables(docx)[2][1][0]
    assert f"BAB III\nPELAKSANAAN KEGIATAN BAKOHUMAS\n{name.upper()}" in paragraphs(docx)
    assert [row[2] for row in tables(docx)[1]][3] == f"Laporan {name} Bakohumas KPU Kota Probolinggo"
    said = [p for p in paragraphs(docx) if "kumulatif" in p]
    span = f"bulan {indonesian.nama_bulan(shown[0])} s/d {indonesian.bulan(shown[-1])}"
    wanted = [f"Data disajikan secara kumulatif, yaitu {span}."] if shown != periode.bulan else []
    assert [p[p.index("Data") :] for p in said] == wanted
    captions = [p for p in paragraphs(docx) if p.startswith("Gambar ")]
    assert [caption.split(", ")[-1] for caption in captions[:3]] == [span] * 3
    assert captions[3].endswith(f"{periode.judul} dibandingkan dengan {BEFORE[text]}")
    others = {"triwulan", "semester"} - {periode.jenis}
    words = " ".join([*paragraphs(docx, "Isi"), *paragraphs(docx, "Heading 1")]).lower()
    assert [other for other in others if other in words.replace("tiga bulan", "")] == []


@pytest.mark.parametrize(("text", "kumulatif"), CASES)
def test_the_period_before_is_compared_month_for_month(filled: Database, text: str, kumulatif: bool) -> None:
    periode = periods.parse(text, TODAY)
    now, before = (sum(map(ig, p.bulan)) for p in (periode, periode.previous()))
    (alt,) = re.findall(
        r'<wp:docPr [^>]*descr="Diagram batang\. [^"]* dibandingkan [^"]*"', xml(report(filled, text, kumulatif))
    )
    assert f"Publikasi (IG dan TikTok) {angka(before)} menjadi {angka(now)}." in alt
    assert f"Koordinasi pemerintah {len(periode.bulan)} menjadi {len(periode.bulan)};" in alt


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("TW4 2022", ["Pekan Kelima Desember 2022"]),
        ("2022", ["Pekan Kelima Desember 2022"]),
        ("TW1 2023", ["Pekan Pertama Januari 2023"]),
        ("2023", ["Pekan Pertama Januari 2023"]),
    ],
)
def test_a_week_across_new_year_stands_in_the_report_of_its_thursday(
    database: Database, text: str, weeks: list[str]
) -> None:
    """Kegiatan with photos on Friday 30 December, Sunday 1 January and Monday 2 January."""
    made = datetime(2022, 12, 30, tzinfo=UTC)
    with database.transaction() as session:
        office = make_office(session)
        for nomor, day in enumerate((date(2022, 12, 30), date(2023, 1, 1), date(2023, 1, 2)), 1):
            held = Kegiatan(
                satker_id=office.id, nomor=nomor, nama=f"Acara {nomor}", mulai=day, selesai=day, dibuat_at=made
            )
            session.add(held)
            session.flush()
            foto = Foto(satker_id=office.id, sha256=f"{nomor}", lebar=4, tinggi=3, urut=1, diterima_at=made)
            foto.kegiatan_id = held.id
            session.add(foto)
        figures = gather.gather(here(session, office), periods.parse(text, TODAY), TODAY)
    assert [k.pekan for k in figures.kolase] == weeks
    acara = {"2022": ["Acara 1"], "2023": ["Acara 2", "Acara 3"]}[text[-4:]]
    assert [k.nama for k in figures.kegiatan] == acara
