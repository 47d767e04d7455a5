"""Reads the workbook of a report as an office sent it to its province, or tells in one sentence why it is not taken."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from renderers import indonesian
from renderers.kantor import Bulan, Nasional
from renderers.provinsi import lembar
from renderers.provinsi.kiriman import Kiriman, Link
from renderers.received import Row, Sheet

NOT_OURS = (
    "Berkas ini bukan berkas laporan triwulan; kirim berkas .xlsx yang dibuat bot satker bersama laporannya, "
    "tanpa diubah."
)
TOO_OLD = (
    "Berkas ini tidak memuat lembar Provinsi; mintalah satker membuat versi baru laporannya, lalu kirim berkas "
    ".xlsx-nya."
)
OTHER_FORMAT = (
    "Berkas ini memakai format {}, yang belum dapat dibaca di sini; mintalah pengelola bot provinsi memperbarui bot."
)
ALTERED = "Isi berkas ini sudah diubah sejak dibuat; kirim berkas .xlsx asli dari bot satker."
WRONG_SUM = "Jumlah di lembar {}, baris {}, tidak sama dengan rinciannya; kirim berkas .xlsx asli dari bot satker."
# Sheets of a report with numbers behind so many words, whose last column adds up the others.
SUMMED = {"Matriks": 2, "Evaluasi": 1}


class Unfit(Exception):  # noqa: N818 - an outcome with a sentence, not a fault
    """The message is the sentence for the person who sent the file."""


class Line(NamedTuple):
    """A row of the sheet for the province."""

    hal: str
    bulan: str
    jenis: str
    platform: str
    nilai: str


def is_report(sheets: Sequence[Sheet]) -> bool:
    """Whether a workbook is one of a report."""
    return any(one.name == lembar.NAMA for one in sheets) or {"Matriks", "Evaluasi"} <= {one.name for one in sheets}


def read(sheets: Sequence[Sheet]) -> Kiriman:
    """Raises Unfit."""
    if not is_report(sheets):
        raise Unfit(NOT_OURS)
    sheet = next((one for one in sheets if one.name == lembar.NAMA), None)
    if sheet is None:
        raise Unfit(TOO_OLD)
    lines = [Line(*_cells(row, 5)) for row in sheet.rows]
    if (told := _once(lines, lembar.VERSI_LEMBAR)) != str(lembar.FORMAT):
        raise Unfit(OTHER_FORMAT.format(told) if told.isdigit() else ALTERED)
    for place in _wrong_sums(sheets, lines):
        raise Unfit(WRONG_SUM.format(*place))
    return _sound(sheets, lines)


def pemeriksaan(sheets: Sequence[Sheet]) -> str:
    """The sum over all that stands in the workbook."""
    return lembar.digest((one.name, [one.columns, *(row.cells for row in one.rows)]) for one in sheets)


def _sound(sheets: Sequence[Sheet], lines: Sequence[Line]) -> Kiriman:
    if _once(lines, lembar.PEMERIKSAAN) != pemeriksaan(sheets):
        raise Unfit(ALTERED)
    try:
        return _kiriman(lines, tuple(_links(sheets)))
    except (ValueError, LookupError) as misfit:
        raise Unfit(ALTERED) from misfit


def _once(lines: Sequence[Line], hal: str) -> str:
    return next((one.nilai for one in lines if one.hal == hal), "")


def _wrong_sums(sheets: Sequence[Sheet], lines: Sequence[Line]) -> Iterator[tuple[str, int]]:
    """Where the numbers of a row are not those of its sum, and where two sheets tell of a month differently."""
    for sheet in sheets:
        if (words := SUMMED.get(sheet.name)) is not None:
            yield from ((sheet.name, row.number) for row in sheet.rows if _differs(row, words, len(sheet.columns)))
    posted = Counter[str]()
    for one in lines:
        posted[one.bulan] += _number(one.nilai) if one.hal == lembar.POSTINGAN else 0
    matrix = {name: n for sheet in sheets if sheet.name == "Matriks" for name, n in _by_month(sheet).items()}
    for number, one in enumerate(lines, 2):
        if one.hal == lembar.BULANAN[3] and {posted[one.bulan], _month(one, matrix)} != {_number(one.nilai)}:
            yield lembar.NAMA, number


def _cells(row: Row, columns: int) -> tuple[str, ...]:
    """As many cells as there are columns: a row has none behind its last filled one."""
    return (*row.cells, *[""] * columns)[:columns]


def _differs(row: Row, words: int, columns: int) -> bool:
    cells = _cells(row, columns)[words:]
    if len(cells) < 2 or not cells[-1].lstrip("-").isdigit():  # noqa: PLR2004 - numbers and their sum
        return False
    return sum(map(_number, cells[:-1])) != _number(cells[-1])


def _by_month(sheet: Sheet) -> dict[str, int]:
    found = Counter[str]()
    for row in sheet.rows if sheet.columns else ():
        cells = _cells(row, len(sheet.columns))
        found[cells[0]] += _number(cells[-1])
    return found


def _month(one: Line, matrix: dict[str, int]) -> int:
    """What the matrix says of the month of a line; the line itself where it says nothing."""
    try:
        return matrix.get(indonesian.bulan(_first(one.bulan)), _number(one.nilai))
    except ValueError:
        return -1


def _number(cell: str) -> int:
    return int(cell) if cell.isascii() and cell.isdigit() else 0


def _first(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _kiriman(lines: Sequence[Line], tautan: tuple[Link, ...]) -> Kiriman:
    told = {one.hal: one.nilai for one in reversed(lines)}
    every = defaultdict[str, list[Line]](list)
    for one in lines:
        every[one.hal].append(one)
    datetime.fromisoformat(told[lembar.DIBUAT])
    return Kiriman(
        told[lembar.SATKER],
        int(told[lembar.VERSI]),
        told[lembar.DIBUAT],
        date.fromisoformat(told[lembar.BATAS]),
        _nasional(told, every),
        told[lembar.NOMOR],
        date.fromisoformat(told[lembar.TANGGAL]) if told[lembar.TANGGAL] else None,
        told[lembar.LAMPIRAN],
        int(told[lembar.BERFOTO]),
        int(told[lembar.FOTO]),
        int(told[lembar.KOLASE]),
        tuple((one.jenis, one.nilai) for one in every[lembar.MASALAH]),
        tuple(one.nilai for one in every[lembar.SARAN]),
        tautan,
    )


def _nasional(told: dict[str, str], every: dict[str, list[Line]]) -> Nasional:
    months = [one.bulan for one in every[lembar.BULANAN[0]]]
    counted = {(one.hal, one.bulan): int(one.nilai) for name in lembar.BULANAN for one in every[name]}
    rows = (Bulan(_first(month), *(counted[name, month] for name in lembar.BULANAN)) for month in months)
    return Nasional(
        told[lembar.KODE],
        told[lembar.PERIODE],
        tuple(rows),
        tuple((_first(one.bulan), one.jenis, one.platform, int(one.nilai)) for one in every[lembar.POSTINGAN]),
        tuple((one.platform, one.jenis, int(one.nilai)) for one in every[lembar.PENGIKUT]),
        int(told[lembar.TERCATAT]),
        int(told[lembar.SEHARI]),
        int(told[lembar.PEKAN]),
        int(told[lembar.KOSONG]),
        told[lembar.MANA],
    )


def _links(sheets: Sequence[Sheet]) -> Iterator[Link]:
    for sheet in sheets:
        for row in sheet.rows if sheet.name == "Tautan" else ():
            when, jenis, judul, platform, url = _cells(row, 5)
            if url:
                yield when, jenis, judul, platform, url
