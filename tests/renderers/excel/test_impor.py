"""What comes as a workbook is read as plain rows, or refused with a sentence before it can do harm."""

import io
from datetime import date, datetime
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from renderers.excel import ekspor, impor
from renderers.excel.ekspor import Column, Ekspor, Table
from renderers.excel.impor import Unreadable
from renderers.received import Row, Sheet

BROKEN = "Berkas ini tidak dapat dibaca. Kirim berkas .xlsx dari /ekspor."


def book(*rows: tuple[object, ...]) -> bytes:
    made, out = Workbook(), io.BytesIO()
    sheet = made.active
    assert sheet
    sheet.title = "Kegiatan"
    for row in rows:
        sheet.append(list(row))
    made.save(out)
    return out.getvalue()


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for info in before.infolist():
            part = before.read(info)
            after.writestr(info.filename, part.replace(old, new) if info.filename == name else part)
    return out.getvalue()


def test_what_was_exported_is_read_back() -> None:
    columns = (Column("Nomor", 9), Column("Nama", 44), Column("Mulai", 13, tanggal=True))
    rows = ((1, "=1+1", "2022-06-01"), (2, "Apel\npagi <&> {{", "Juni 2022"), (3, "", None))
    data = ekspor.draw(
        Ekspor("Data", date(2022, 6, 24), (Table("Kegiatan", columns, rows), Table("Konten", columns, ())))
    )
    assert impor.read(data) == (
        Sheet(
            "Kegiatan",
            ("Nomor", "Nama", "Mulai"),
            (
                Row(2, ("1", "=1+1", "2022-06-01")),
                Row(3, ("2", "Apel\npagi <&> {{", "Juni 2022")),
                Row(4, ("3",)),
            ),
        ),
        Sheet("Konten", ("Nomor", "Nama", "Mulai"), ()),
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (3.0, "3"),
        (3.5, "3.5"),
        (True, "True"),
        (datetime(2022, 6, 1, 8, 30), "2022-06-01"),  # noqa: DTZ001 - a workbook knows no zone
        (date(2022, 6, 1), "2022-06-01"),
        ("  Rapat ", "Rapat"),
        ("#N/A", "#N/A"),
        ("Apel Sore_x000D_\ndi halaman", "Apel Sore\ndi halaman"),
        ("Apel\r\nSore", "Apel\nSore"),
    ],
)
def test_a_cell_becomes_text(value: object, text: str) -> None:
    assert impor.read(book(("Nomor",), (value,)))[0].rows == (Row(2, (text,)),)


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("mmm yyyy", "2022-06"),
        ("[$-421]mmmm yyyy;@", "2022-06"),
        ('"Bulan "m/yy', "2022-06"),
        ("d mmm yyyy", "2022-06-01"),
    ],
)
def test_a_date_of_which_only_the_month_is_shown_is_a_month(shown: str, text: str) -> None:
    made, out = Workbook(), io.BytesIO()
    assert made.active
    made.active.append(["Tanggal"])
    made.active.append([date(2022, 6, 1)])
    made.active["A2"].number_format = shown
    made.save(out)
    assert impor.read(out.getvalue())[0].rows == (Row(2, (text,)),)


def strict(data: bytes, *parts: str) -> bytes:
    usual, other = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    for part in parts:
        for word in (b"spreadsheetml", b"officeDocument"):
            data = changed(data, part, usual + word + b"/2006/", other + word + b"/")
    return data


@pytest.mark.parametrize(
    "parts",
    [
        ("xl/workbook.xml",),
        ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "xl/worksheets/sheet1.xml"),
    ],
)
def test_the_strict_form_is_read(parts: tuple[str, ...]) -> None:
    plain = book(("Nomor", "Nama"), (1, "Apel"))
    data = strict(plain, *parts)
    assert data != plain
    assert impor.read(data) == impor.read(plain)


def merged(*ranges: str) -> list[tuple[int, tuple[str, ...]]]:
    """The rows below the headings of a sheet of three columns whose cells are A2, B2, …, with these ranges merged."""
    made, out = Workbook(), io.BytesIO()
    assert made.active
    for number in range(1, 6):
        made.active.append([f"{column}{number}" for column in "ABC"] if number < 5 else [])
    made.active["A6"] = "A6"
    for one in ranges:
        made.active.merge_cells(one)
    made.save(out)
    return [(row.number, row.cells) for row in impor.read(out.getvalue())[0].rows]


def test_a_merged_cell_stands_in_each_row_that_has_something_of_its_own() -> None:
    assert merged("B2:B5", "C3:C4") == [
        (2, ("A2", "B2", "C2")), (3, ("A3", "B2", "C3")), (4, ("A4", "B2", "C3")), (6, ("A6",)),
    ]  # fmt: skip


def test_which_column_a_cell_merged_sideways_means_is_left_open() -> None:
    assert merged("B2:C3", "A1:C1", "A4:A6") == [
        (2, ("A2", "B2", "#GABUNG!")), (3, ("A3", "B2", "#GABUNG!")), (4, ("A4", "B4", "C4")),
    ]  # fmt: skip


def test_merged_cells_over_each_other_are_refused_before_they_take_hours() -> None:
    one = b'<mergeCell ref="B2:AN5000"/>'
    rows = book(("Nomor", "Nama"), *((n, "Apel") for n in range(2000)))
    data = changed(
        rows, "xl/worksheets/sheet1.xml", b"</sheetData>", b"</sheetData><mergeCells>" + one * 1000 + b"</mergeCells>"
    )
    with pytest.raises(Unreadable, match=BROKEN):
        impor.read(data)


def test_a_formula_is_never_more_than_its_last_result() -> None:
    assert impor.read(book(("Nomor", "Nama"), (1, "=1+1")))[0].rows == (Row(2, ("1",)),)


def test_rows_keep_their_numbers_over_empty_ones() -> None:
    assert [row.number for row in impor.read(book(("Nomor",), (None,), (7,), (None,), (8,)))[0].rows] == [3, 5]
    assert impor.read(book((None,), ("Nomor",)))[0].columns == ()


def test_a_claimed_size_is_not_believed() -> None:
    data = changed(book(("Nomor",), (7,)), "xl/worksheets/sheet1.xml", b'ref="A1:A2"', b'ref="A1:XFD1048576"')
    assert impor.read(data)[0].rows == (Row(2, ("7",)),)


@pytest.mark.parametrize("data", [b"", b"PK", b"nothing of the kind", b"\xd0\xcf\x11\xe0old excel"])
def test_what_is_no_zip_is_no_workbook(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^Berkas ini bukan berkas Excel \(.xlsx\).$"):
        impor.read(data)


def test_another_zip_or_a_cut_one_is_refused() -> None:
    other = io.BytesIO()
    with ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "a")
    for data in (other.getvalue(), changed(book((1,)), "xl/worksheets/sheet1.xml", b"</row>", b"")):
        with pytest.raises(Unreadable) as caught:
            impor.read(data)
        assert str(caught.value) == BROKEN


def test_a_file_that_unfolds_into_gigabytes_or_defines_entities_is_not_opened() -> None:
    bomb = changed(
        book((1,)), "xl/workbook.xml", b"<workbook", b"<!--" + b" " * (impor.MOST_BYTES + 1) + b"--><workbook"
    )
    entities = changed(book((1,)), "xl/workbook.xml", b"<workbook", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook')
    told = []
    for data in (bomb, entities):
        with pytest.raises(Unreadable) as caught:
            impor.read(data)
        told.append(str(caught.value))
    assert told == ["Berkas ini terlalu besar untuk diimpor.", BROKEN]


def test_an_endless_sheet_is_refused_and_wide_ones_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(impor.read(book(tuple(range(1, 60))))[0].columns) == impor.COLUMNS
    monkeypatch.setattr(impor, "ROWS", 3)
    with pytest.raises(Unreadable, match=r"^Lembar Kegiatan lebih dari 3 baris. Bagi menjadi beberapa berkas.$"):
        impor.read(book(*[(n,) for n in range(4)]))
