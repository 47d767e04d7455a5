"""The rows of a workbook read against what is recorded: what would change, or what is wrong in which row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.catatan.records import KINDS, Catatan, kind_of
from handlers.chat.messages import Turn
from handlers.excel import ekspor
from handlers.excel.impor_columns import LEMBAR, Cells, Isian, Salah
from handlers.reading.forms import Answers
from renderers.excel.ekspor import Table
from renderers.received import Sheet
from storage.catatan import konten as konten_rows
from storage.history import everything


@dataclass(frozen=True)
class Perubahan:
    """What a row would do: `nomor` None makes a new record; `semula` is what the answers replace."""

    macam: str
    nomor: int | None
    jawaban: Answers
    semula: Answers


def baca(turn: Turn, berkas: Sequence[Sheet]) -> tuple[list[Perubahan], list[str]]:
    """(what would change, what is wrong); sheets that come from counting are left alone."""
    found: list[Perubahan] = []
    wrong: list[str] = []
    recorded = {tabel.nama: tabel for tabel in ekspor.gather(turn).tabel}
    sheets = {lembar.nama: lembar for lembar in berkas if lembar.nama in LEMBAR}
    if not sheets:
        return [], ["Lembar Kegiatan dan lembar Konten tidak ada."]
    for nama, lembar in sheets.items():
        lost = [kolom for isian in LEMBAR[nama][1] for kolom in isian.kolom if kolom not in lembar.kolom]
        if "Nomor" not in lembar.kolom or lost:
            wrong.append(f"{nama}: kolom {', '.join(lost or ['Nomor'])} tidak ada.")
            continue
        for result in _rows(turn, lembar, recorded[nama]):
            if isinstance(result, Perubahan):
                found.append(result)
            else:
                wrong.append(result)
    return found, wrong


def _rows(turn: Turn, lembar: Sheet, recorded: Table) -> Iterator[Perubahan | str]:
    names = [kolom.nama for kolom in recorded.kolom]
    before = {row[0]: dict(zip(names, map(_cell, row), strict=True)) for row in recorded.baris}
    known = _known(turn)
    seen: set[int] = set()
    for baris in lembar.baris:
        cells = dict.fromkeys(names, "") | dict(zip(lembar.kolom, baris.sel, strict=False))
        try:
            nomor = _nomor(cells["Nomor"], before, seen)
            change = _row(turn, LEMBAR[lembar.nama], cells, before.get(nomor), known[nomor] if nomor else None)
        except Salah as error:
            yield f"{lembar.nama}, baris {baris.nomor}: {error}"
        else:
            if change:
                yield change


def _known(turn: Turn) -> dict[int, Catatan]:
    rows: list[Catatan] = [*everything.kegiatan(turn), *everything.konten(turn)]
    return {row.nomor: row for row in rows}


def _cell(value: str | int | None) -> str:
    return "" if value is None else str(value).strip()


def _nomor(cell: str, before: dict[Any, Cells], seen: set[int]) -> int | None:
    if not cell:
        return None
    nomor = int(cell) if re.fullmatch(r"[0-9]{1,9}", cell) else 0
    if nomor not in before:
        raise Salah(f"nomor “{cell[:20]}” tidak ada di catatan; kosongkan untuk catatan baru.")
    if nomor in seen:
        raise Salah(f"nomor {nomor} sudah dipakai di baris lain.")
    seen.add(nomor)
    return nomor


def _row(
    turn: Turn, lembar: tuple[str, tuple[Isian, ...]], cells: Cells, before: Cells | None, row: Catatan | None
) -> Perubahan | None:
    """Only cells that differ from what /ekspor writes are read; the others stay as they are, to the letter."""
    macam, isians = lembar
    told: Answers = {}
    for isian in isians:
        if before is None or any(cells[kolom] != before[kolom] for kolom in isian.kolom):
            told |= isian.baca(cells, turn.today)
    if not told:
        return None
    answers = kind_of(row).answers_of(row) if row else {}
    _complete(turn, macam, answers | told, row)
    semula = {name: answers.get(name) for name in told}
    return Perubahan(macam, row.nomor if row else None, told, semula) if told != semula else None


def _complete(turn: Turn, macam: str, answers: Answers, row: Catatan | None) -> None:
    one = {**answers, "jumlah": answers.get("jumlah") or 1}
    # A counted entry has no title, be it of one.
    counted = macam == "konten" and not answers.get("judul") and not answers.get("tautan")
    missing = [q.label for q in KINDS[macam].form.missing(one) if not (counted and q.name == "judul")]
    if missing:
        raise Salah(f"{', '.join(missing).casefold()} belum diisi.")
    for _, kode in (answers.get("tautan") or {}).values():
        other = konten_rows.by_kode(turn, kode)
        if other and other is not row:
            raise Salah(f"tautannya sudah tercatat di #{other.nomor}.")
