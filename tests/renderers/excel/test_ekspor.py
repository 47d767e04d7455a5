"""The workbook opens, its dates are dates, and nothing that people wrote can calculate."""

import io
from datetime import date
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from renderers.excel import ekspor
from renderers.excel.ekspor import Column, Ekspor, Table

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
KOLOM = (Column("Nomor", 9), Column("Nama", 44), Column("Tanggal", 13, tanggal=True))


def book(*rows: tuple[str | int | None, ...]) -> Ekspor:
    return Ekspor("Data Bakohumas", date(2022, 6, 24), (Table("Kegiatan", KOLOM, rows), Table("Konten", KOLOM[:1], ())))


def part(data: bytes, name: str) -> ET.Element:
    with ZipFile(io.BytesIO(data)) as archive:
        return ET.fromstring(archive.read(name))


def cells(data: bytes) -> list[list[tuple[str | None, str]]]:
    """(type, value) of every cell of the first sheet; shared texts resolved."""
    texts = ["".join(t.text or "" for t in si.iter(f"{{{NS['m']}}}t")) for si in part(data, "xl/sharedStrings.xml")]
    found = []
    for row in part(data, "xl/worksheets/sheet1.xml").iterfind(".//m:row", NS):
        values = [(c.get("t"), c.findtext("m:v", "", NS)) for c in row]
        found.append([(kind, texts[int(v)] if kind == "s" else v) for kind, v in values])
    return found


def test_a_row_is_number_text_and_date() -> None:
    serial = (date(2022, 6, 1) - date(1899, 12, 30)).days
    assert cells(ekspor.draw(book((1, "Rapat", "2022-06-01"), (2, "Apel\npagi", "Juni 2022"), (3, "", None)))) == [
        [("s", "Nomor"), ("s", "Nama"), ("s", "Tanggal")],
        [(None, "1"), ("s", "Rapat"), (None, str(serial))],
        [(None, "2"), ("s", "Apel\npagi"), ("s", "Juni 2022")],
        [(None, "3")],
    ]


@pytest.mark.parametrize(
    "typed",
    [
        '=HYPERLINK("http://x","y")',
        "+62811",
        "-1+2",
        "@SUM(A1)",
        "#N/A",
        "2022-06-01",
        "http://x.id",
        "12",
        "{=A1}",
        "TRUE",
    ],
)
def test_what_people_typed_stays_text(typed: str) -> None:
    data = ekspor.draw(book((1, typed, None)))
    assert cells(data)[1][1] == ("s", typed)
    sheet = part(data, "xl/worksheets/sheet1.xml")
    assert (sheet.findall(".//m:f", NS), sheet.findall(".//m:hyperlink", NS)) == ([], [])


def test_what_a_program_would_calculate_is_marked_as_text_for_ever() -> None:
    data = ekspor.draw(book((1, "=1+1", None), (2, "Rapat", None)))
    styles = part(data, "xl/styles.xml").findall("m:cellXfs/m:xf", NS)
    rows = part(data, "xl/worksheets/sheet1.xml").findall(".//m:row", NS)
    marks = [styles[int(row[1].get("s", "0"))].get("quotePrefix") for row in rows[1:]]
    assert marks == ["1", None]


def test_control_characters_emoji_and_endless_text_do_not_break_it() -> None:
    data = ekspor.draw(book((1, "a\x01b \U0001f5f3 <&>", None), (2, "x" * 40000, None)))
    assert [len(row[1][1]) for row in cells(data)[1:]] == [len("a_x0001_b \U0001f5f3 <&>"), 32767]


def test_heads_stay_in_sight_and_columns_can_be_filtered() -> None:
    data = ekspor.draw(book((1, "Rapat", None)))
    sheet = part(data, "xl/worksheets/sheet1.xml")
    pane, area = sheet.find(".//m:pane", NS), sheet.find("m:autoFilter", NS)
    assert pane is not None
    assert area is not None
    assert (pane.get("ySplit"), pane.get("state"), area.get("ref")) == ("1", "frozen", "A1:C2")
    names = [s.get("name") for s in part(data, "xl/workbook.xml").iterfind(".//m:sheet", NS)]
    assert names == ["Kegiatan", "Konten"]


def test_the_same_figures_give_the_same_bytes() -> None:
    assert ekspor.draw(book((1, "Rapat", None))) == ekspor.draw(book((1, "Rapat", None)))
