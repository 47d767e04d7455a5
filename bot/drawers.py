"""Which renderer draws which Drawing, from what frozen figures, into files of what names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from renderers import charts
from renderers import ekspor as ekspor_renderer
from renderers import kolase as kolase_renderer
from renderers import matriks as matriks_renderer
from renderers import rekap as rekap_renderer
from renderers.charts import Status
from renderers.ekspor import Ekspor
from renderers.figures import Kolase, Rekap
from renderers.matriks import Lembar
from storage import deliveries, laporan
from storage.database import Database

KOLASE, REKAP = TypeAdapter(Kolase), TypeAdapter(Rekap)
MATRIKS, STATUS, EKSPOR = TypeAdapter(Lembar), TypeAdapter(Status), TypeAdapter(Ekspor)


@dataclass(frozen=True)
class Drawn:
    """Names and bytes; `detail` is what the handler should hear about them."""

    files: tuple[tuple[str, bytes], ...]
    detail: str = ""


Drawer = Callable[[Database, int, Path], Drawn]


def kolase(database: Database, row_id: int, data_dir: Path) -> Drawn:
    with database.transaction() as session:
        figures = deliveries.get(session, row_id).figures
    sheets = kolase_renderer.draw(KOLASE.validate_python(figures), data_dir / "foto")
    return Drawn(tuple((f"kolase-{number}.jpg", sheet) for number, sheet in enumerate(sheets, 1)))


def rekap(database: Database, row_id: int, data_dir: Path) -> Drawn:
    with database.transaction() as session:
        figures = REKAP.validate_python(laporan.get(session, row_id).figures)
    drawn = rekap_renderer.draw(figures, data_dir / "foto")
    periode = figures.periode
    name = f"Laporan Bakohumas {figures.satker.nama} {periode.sebutan} {periode.tahun}".replace("/", "-")
    files = ((f"{name}.docx", drawn.docx), (f"{name}.pdf", drawn.pdf))
    return Drawn(tuple((file, data) for file, data in files if data), drawn.catatan)


def matriks(database: Database, row_id: int, _data_dir: Path) -> Drawn:
    with database.transaction() as session:
        figures = MATRIKS.validate_python(deliveries.get(session, row_id).figures)
    return Drawn(((f"matriks-{figures.bulan:%Y-%m}.jpg", matriks_renderer.draw(figures)),))


def status(database: Database, row_id: int, _data_dir: Path) -> Drawn:
    with database.transaction() as session:
        figures = STATUS.validate_python(deliveries.get(session, row_id).figures)
    return Drawn((("status.jpg", charts.draw(figures)),))


def ekspor(database: Database, row_id: int, _data_dir: Path) -> Drawn:
    with database.transaction() as session:
        figures = EKSPOR.validate_python(deliveries.get(session, row_id).figures)
    name = f"{figures.judul} {figures.dibuat:%Y-%m-%d}.xlsx".replace("/", "-")
    return Drawn(((name, ekspor_renderer.draw(figures)),))


DRAWERS: Mapping[str, Drawer] = {
    "kolase": kolase,
    "rekap": rekap,
    "matriks": matriks,
    "status": status,
    "ekspor": ekspor,
}
