"""Each column of the workbook answers a question of a form: how its cells are read, and the sentence where a cell
cannot be read."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from handlers.catatan.records import KINDS
from handlers.chat.messages import Rejected
from handlers.dialog import choices
from handlers.reading import forms
from handlers.reading.dates.days import EARLIEST, read_days
from handlers.reading.dates.forms import Days
from handlers.reading.forms import Answers, Question
from handlers.reading.links import json_of, tautan
from renderers import indonesian
from storage.catatan.kegiatan import TEXTS
from storage.kantor.satker import Here

Cells = dict[str, str]
# Whole numbers, also as some programs write them: "3.0"; "3.000" are three thousand.
WHOLE = re.compile(r"([0-9]{1,9})(?:[.,]0{1,2})?")
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)[ T]\d\d[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?Z?")
# A workbook that was written before these fields came has no columns for them, and leaves them as they are.
NEWER = {"waktu", "peserta"}
LABEL = {"Mulai": "tanggal mulai", "Selesai": "tanggal selesai"}


class Wrong(Exception):  # noqa: N818 - a fact about a row
    """The sentence about a fault of a row; the caller adds the name of the sheet and the number of the row."""


@dataclass(frozen=True)
class Columns:
    """Columns that together answer questions of a form; `needed`: a sheet without them is refused."""

    columns: tuple[str, ...]
    read: Callable[[Cells, date], Answers]
    needed: bool = True


def _texts(form: str, *names: str) -> Iterator[Columns]:
    return (_text(q) for q in KINDS[form].form.questions if q.name in names)


def _text(question: Question) -> Columns:
    column = question.label

    def read(cells: Cells, today: date) -> Answers:
        try:
            return {question.name: question.read(cells[column], today) if cells[column] else None}
        except Rejected as error:
            raise Wrong(f"{column.casefold()}: {error}") from error

    return Columns((column,), read, needed=question.name not in NEWER)


def _choice(here: Here, column: str, name: str, form: str, empty: str | None) -> Columns:
    def read(cells: Cells, today: date) -> Answers:
        question = KINDS[form].form.question(name)
        if not cells[column] or question is None:
            return {name: empty}
        try:
            return {name: forms.read(choices.question(here, question), cells[column], today)}
        except Rejected as error:
            raise unread(column, cells[column]) from error

    return Columns((column,), read)


def unread(column: str, cell: str) -> Wrong:
    return _wrong(LABEL.get(column, column).casefold(), cell)


def _wrong(label: str, cell: str) -> Wrong:
    return Wrong(f"{label} “{cell[:40]}” belum terbaca.")


def _days(column: str, cell: str, today: date) -> Days:
    """The days that a cell tells, within the bounds of typed ones, and begun."""
    try:
        found = _read_days(cell, today)
    except (Rejected, ValueError) as error:
        raise unread(column, cell) from error
    label = LABEL.get(column, column.casefold())
    if found.mulai < EARLIEST:
        raise Wrong(f"{label} {indonesian.tanggal(found.mulai)} terlalu lama; periksa tahunnya.")
    if found.mulai > today:
        raise Wrong(f"{label} {indonesian.tanggal(found.mulai)} belum tiba; periksa tahunnya.")
    return found


def _read_days(cell: str, today: date) -> Days:
    if clock := _CLOCK.fullmatch(cell):
        cell = clock[1]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
        return Days.on(date.fromisoformat(cell))
    if re.fullmatch(r"\d{4}-\d\d", cell):
        return Days.in_month(date.fromisoformat(f"{cell}-01"))
    return read_days(cell, today)


def _span(cells: Cells, today: date) -> Answers:
    """The days of a kegiatan from the columns Mulai and Selesai."""
    if not cells["Mulai"]:
        raise Wrong("tanggal mulai belum diisi.")
    first, last = (_one_day(column, cells[column] or cells["Mulai"], today) for column in ("Mulai", "Selesai"))
    if last < first:
        raise Wrong("tanggal selesai lebih dahulu daripada tanggal mulai.")
    return {"tanggal": Days(first, last).json}


def _one_day(column: str, cell: str, today: date) -> date:
    found = _days(column, cell, today)
    if found.mulai != found.selesai:
        raise unread(column, cell)
    return found.mulai


def _when(cells: Cells, today: date) -> Answers:
    """The day of a konten, or only its month, from the column Tanggal."""
    if not cells["Tanggal"]:
        raise Wrong("tanggal belum diisi.")
    found = _days("Tanggal", cells["Tanggal"], today)
    if not found.sebulan and found.mulai != found.selesai:
        raise unread("Tanggal", cells["Tanggal"])
    return {"tanggal": replace(found, selesai=found.mulai).json}


def _numbers(places: Sequence[str], cells: Cells) -> Answers:
    for platform in places:
        if not re.fullmatch(r"(?:[0-9]{1,3}(?:[.,]0{1,2})?)?", cells[platform]):
            raise _wrong(platform, cells[platform])
    each = {p: n for p in places if (found := WHOLE.fullmatch(cells[p])) and (n := int(found[1]))}
    if not each:
        raise Wrong("belum ada platform yang diisi angkanya.")
    same = set(each.values())
    jumlah = each if len(same) > 1 else same.pop()
    return {"platform": list(each), "jumlah": None if jumlah == 1 else jumlah}


def _links(cells: Cells, _today: date) -> Answers:
    found = tautan(cells["Tautan"])
    if cells["Tautan"] and not found:
        raise unread("Tautan", cells["Tautan"])
    return {"tautan": json_of(found) or None}


FORMS = {"Kegiatan": "kegiatan", "Konten": "konten"}
"""The form that each sheet holds the answers of."""


def sheets(here: Here, places: Sequence[str]) -> dict[str, tuple[Columns, ...]]:
    """The columns of each sheet that are read; `places`: the platforms that have one."""
    return {
        "Kegiatan": (
            *_texts("kegiatan", "nama"),
            Columns(("Mulai", "Selesai"), _span),
            _choice(here, "Mitra", "sektor", "kegiatan", "internal"),
            *_texts("kegiatan", *TEXTS),
        ),
        "Konten": (
            _choice(here, "Jenis", "jenis", "konten", None),
            *_texts("konten", "judul"),
            Columns(("Tanggal",), _when),
            _choice(here, "Informasi kepemiluan", "informasi", "konten", "Tidak"),
            Columns(tuple(places), lambda cells, _today: _numbers(places, cells), needed=False),
            Columns(("Tautan",), _links),
        ),
    }
