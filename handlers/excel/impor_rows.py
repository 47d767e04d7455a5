"""Compares the rows of a workbook with the records: the changes that they would make, and the faults with their
rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.catatan.records import KINDS, Catatan, kind_of
from handlers.chat.messages import Turn
from handlers.excel import ekspor, impor_sheets
from handlers.excel.impor_columns import FORMS, WHOLE, Cells, Columns, Wrong, sheets
from handlers.reading.forms import Answers
from handlers.reading.links import codes
from renderers import indonesian
from renderers.excel.ekspor import Table
from renderers.received import BESIDE, Sheet
from storage.catatan import konten as konten_rows
from storage.history import everything
from storage.kantor import daftar
from storage.nasional import platform

# Sheets that are there to be read by people.
LEFT_ALONE = ("Matriks", "Petunjuk", "Contoh")
# As programs write them, some in the words of their language: #DIV/0!, #NAME?, #NAMA?, #GETTING_DATA.
_ERROR = re.compile(r"#(?:N/A|GETTING_DATA|[A-Z]+(?:/0)?[!?])")


@dataclass(frozen=True)
class RowChange:
    """The change that a row of the workbook makes. `nomor`: the record, None for a new one; `before`: the answers that
    these replace."""

    form: str
    nomor: int | None
    answers: Answers
    before: Answers


@dataclass(frozen=True)
class Compared:
    """What a workbook says: `changes`; `wrong`: the sentences about faults; `missing`: those about sheets that are not
    there, and about columns that nobody reads."""

    changes: tuple[RowChange, ...]
    wrong: tuple[str, ...]
    missing: tuple[str, ...]


def read(turn: Turn, workbook: Sequence[Sheet]) -> Compared:
    """Sheets of counted figures are left alone."""
    recorded = {table.nama: table for table in ekspor.gather(turn).tables}
    known = sheets(turn, _places(turn, workbook))
    every, needed = ({name: _columns(one, needed=only) for name, one in known.items()} for only in (False, True))
    found = impor_sheets.find(workbook, every, needed)
    results = [
        result for sheet in found.sheets for result in _sheet(turn, sheet, recorded[sheet.name], known[sheet.name])
    ]
    missing = tuple(_missing(name, found.others) for name in found.missing)
    return Compared(
        tuple(result for result in results if isinstance(result, RowChange)),
        (*(result for result in results if isinstance(result, str)), *(missing if not found.sheets else ())),
        (
            *missing,
            *(told for sheet in found.sheets for told in _unread(sheet, recorded[sheet.name], known[sheet.name])),
        ),
    )


def _places(turn: Turn, workbook: Sequence[Sheet]) -> list[str]:
    """The platforms of the columns: those that an export has now, and those of older workbooks and the template."""
    heads = {head for sheet in workbook for head in sheet.columns}
    return platform.in_order((*ekspor.places(turn), *(one for one in daftar.platforms(turn.satker) if one in heads)))


def _columns(known: Sequence[Columns], *, needed: bool) -> list[str]:
    return ["Nomor", *(column for one in known if one.needed or not needed for column in one.columns)]


def _missing(name: str, others: Sequence[str]) -> str:
    unknown = [f"“{other}”" for other in others if other not in LEFT_ALONE]
    return f"Lembar {name} tidak ada" + (f"; yang ada: {', '.join(unknown)}." if unknown else ".")


def _unread(sheet: Sheet, recorded: Table, read: Sequence[Columns]) -> Iterator[str]:
    """A sentence about the columns that hold something, of which the export knows nothing and which are not read."""
    known = {column.nama for column in recorded.columns} | {name for one in read for name in one.columns}
    filled = {n for row in sheet.rows for n, cell in enumerate(row.cells) if cell}
    if names := [f"“{name}”" for n, name in enumerate(sheet.columns) if name and name not in known and n in filled]:
        yield f"{sheet.name}: kolom {indonesian.daftar(names)} tidak dibaca."


def _sheet(turn: Turn, sheet: Sheet, recorded: Table, known: Sequence[Columns]) -> Iterator[RowChange | str]:
    lost = [column for column in _columns(known, needed=True) if column not in sheet.columns]
    twice = [column for column in dict.fromkeys(sheet.columns) if column and sheet.columns.count(column) > 1]
    if lost:
        yield f"{sheet.name}: kolom {', '.join(lost)} tidak ada."
    elif twice:
        yield f"{sheet.name}: kolom {', '.join(twice)} ada dua kali."
    else:
        yield from _rows(turn, sheet, recorded, known)


def _rows(turn: Turn, sheet: Sheet, recorded: Table, columns: Sequence[Columns]) -> Iterator[RowChange | str]:
    names = [column.nama for column in recorded.columns]
    before = {row[0]: dict(zip(names, map(_cell, row), strict=True)) for row in recorded.rows}
    there = tuple(one for one in columns if {*one.columns} & {*sheet.columns})
    known = _known(turn)
    seen: set[int] = set()
    for row in sheet.rows:
        told = dict(zip(sheet.columns, row.cells, strict=False))
        try:
            _whole(told)
            nomor = _number(told["Nomor"], before, seen)
            # A column that the workbook does not have, such as that of a newer platform, leaves its cells as they are.
            cells = dict.fromkeys(names, "") | before.get(nomor, {}) | told
            change = _row(turn, (FORMS[sheet.name], there), cells, before.get(nomor), known[nomor] if nomor else None)
        except Wrong as error:
            yield f"{sheet.name}, baris {row.number}: {error}"
        else:
            if change:
                yield change


def _whole(cells: Cells) -> None:
    for column, cell in cells.items():
        if cell == BESIDE:
            raise Wrong(f"{column} digabung dengan sel di sebelahnya; pisahkan di Excel.")
        if _ERROR.fullmatch(cell):
            raise Wrong(f"{column} berisi galat rumus {cell}; perbaiki di Excel.")


def _known(turn: Turn) -> dict[int, Catatan]:
    rows: list[Catatan] = [*everything.kegiatan(turn), *everything.konten(turn)]
    return {row.nomor: row for row in rows}


def _cell(value: str | float | None) -> str:
    cell = "" if value is None else str(value).strip()
    return "" if cell.casefold() in impor_sheets.NONE else cell


def _number(cell: str, before: dict[Any, Cells], seen: set[int]) -> int | None:
    if not cell:
        return None
    nomor = int(found[1]) if (found := WHOLE.fullmatch(cell)) else 0
    if nomor not in before:
        raise Wrong(f"nomor “{cell[:20]}” tidak ada di catatan; kosongkan untuk catatan baru.")
    if nomor in seen:
        raise Wrong(f"nomor {nomor} sudah dipakai di baris lain.")
    seen.add(nomor)
    return nomor


def _row(
    turn: Turn, sheet: tuple[str, tuple[Columns, ...]], cells: Cells, before: Cells | None, row: Catatan | None
) -> RowChange | None:
    """The change of one row, None if it changes nothing. Only cells that differ from the export are read, so that the
    others stay as they are, to the letter."""
    form, expected = sheet
    told: Answers = {}
    for one in expected:
        if before is None or any(cells[column] != before.get(column, "") for column in one.columns):
            told |= one.read(cells, turn.today)
    if not told:
        return None
    answers = kind_of(row).answers_of(row) if row else {}
    _complete(turn, form, answers | told, row)
    replaced = {name: answers.get(name) for name in told}
    return RowChange(form, row.nomor if row else None, told, replaced) if told != replaced else None


def _complete(turn: Turn, form: str, answers: Answers, row: Catatan | None) -> None:
    one = {**answers, "jumlah": answers.get("jumlah") or 1}
    # A counted entry has no judul, even one that counts a single konten.
    counted = form == "konten" and not answers.get("judul") and not answers.get("tautan")
    missing = [q.label for q in KINDS[form].form.missing(one) if not (counted and q.name == "judul")]
    if missing:
        raise Wrong(f"{', '.join(missing).casefold()} belum diisi.")
    for kode in codes(answers.get("tautan") or {}):
        other = konten_rows.by_kode(turn, kode)
        if other and other is not row:
            raise Wrong(f"tautannya sudah tercatat di #{other.nomor}.")
