"""A workbook as somebody sends it back: the last export, with some cells typed over."""

import io
from datetime import date

from openpyxl import load_workbook
from sqlalchemy import select

from renderers.excel import ekspor, impor, impor_template
from renderers.excel.ekspor import Ekspor
from renderers.excel.impor_template import Templat
from renderers.frozen import thaw
from renderers.received import Sheet
from storage.database import Database
from storage.laporan.deliveries import Delivery

Cell = str | int | date | None


def _newest(database: Database, kind: str) -> object:
    with database.transaction() as session:
        wanted = select(Delivery.figures).where(Delivery.kind == f"{kind} diminta").order_by(Delivery.id.desc())
        return session.scalars(wanted).first()


def exported(database: Database) -> bytes:
    return ekspor.draw(thaw(Ekspor, _newest(database, "ekspor")))


def template(database: Database) -> bytes:
    return impor_template.draw(thaw(Templat, _newest(database, "impor")))


def typed_over(data: bytes, cells: dict[str, Cell]) -> bytes:
    """`cells`: "Kegiatan!B2" -> what stands there now; "Kegiatan!B2:B4" -> what stands in these, which are merged;
    "Kegiatan!" -> the new name of the sheet, empty to remove it."""
    book = load_workbook(io.BytesIO(data))
    for place, value in sorted(cells.items(), key=lambda cell: cell[0].endswith("!")):
        sheet, _, cell = place.partition("!")
        if ":" in cell:
            book[sheet].merge_cells(cell)
        if cell:
            book[sheet][cell.partition(":")[0]].value = value
        elif value:
            book[sheet].title = str(value)
        else:
            book.remove(book[sheet])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sent_back(database: Database, told: str, what: str = "ekspor") -> tuple[Sheet, ...]:
    """`told` as in a transcript: "Kegiatan!B2=Apel Sore; Konten!F2=3"."""
    parts = [part.strip().partition("=") for part in told.split(";") if part.strip()]
    book = exported(database) if what == "ekspor" else template(database)
    return impor.read(typed_over(book, {place: value for place, _, value in parts}))
