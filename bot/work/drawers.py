"""The drawers: each reads the frozen figures of a Drawing, lets its renderer draw them and names the files."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from bot.work import kept
from renderers.boards import charts
from renderers.boards import matriks as matriks_renderer
from renderers.boards import panduan as panduan_renderer
from renderers.boards import ringkas as ringkas_renderer
from renderers.boards.charts import Status
from renderers.boards.matriks import Matrix
from renderers.boards.ringkas_figures import Ringkas
from renderers.excel import ekspor as ekspor_renderer
from renderers.excel import impor_template
from renderers.excel.ekspor import Ekspor
from renderers.excel.impor_template import Templat
from renderers.figures import Kolase, Rekap
from renderers.frozen import thaw
from renderers.ink import qr
from renderers.kolase import kolase as kolase_renderer
from renderers.kolase.formats import FORMATS
from renderers.photo import emblem
from renderers.rekap import rekap as rekap_renderer
from renderers.rekap import rekap_xlsx
from renderers.rekap.rekap import Step
from renderers.word import office as word_office
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor import templat as rows
from storage.kantor.satker import Satker
from storage.laporan import deliveries, drawings, laporan

KOLASE, MATRIKS, STATUS, EKSPOR = TypeAdapter(Kolase), TypeAdapter(Matrix), TypeAdapter(Status), TypeAdapter(Ekspor)
RINGKAS, IMPOR = TypeAdapter(Ringkas), TypeAdapter(Templat)
# The renderer of an invitation, which is drawn from the outbox row itself.
INVITATION = "qr"

COMPLETE = "Versi ini dahulu terkirim tanpa PDF dan nomor halaman; berkas ini lengkap dan menggantikannya."


@dataclass(frozen=True)
class Drawn:
    """`files`: names and bytes; `detail`: a remark for the handler; `sha256`: the hash of a report; `completes`: the
    report replaces an earlier one without PDF; `foto`: a picture to be kept among the photos."""

    files: tuple[tuple[str, bytes], ...]
    detail: str = ""
    sha256: str = ""
    completes: bool = False
    foto: bytes = b""


Drawer = Callable[[Database, int, Path, Step], Drawn]


def frozen(database: Database, renderer: str, row_id: int) -> object:
    """The figures that a drawing shows."""
    with database.transaction() as session:
        row = drawings.get(session, renderer, row_id)
        return row.figures if row else {}


def kolase(database: Database, row_id: int, data_dir: Path, _step: Step) -> Drawn:
    with database.transaction() as session:
        row = deliveries.get(session, row_id)
        figures, lembar = KOLASE.validate_python(row.figures), row.lembar or None
        form, scale = FORMATS[row.figures.get("bentuk", "potret")], row.figures.get("skala", 1)
        page = row.figures.get("halaman", 0)
    kept.prepare_missing(data_dir / "foto", [cell.foto for cell in figures.cells])
    sheets = kolase_renderer.draw(figures, data_dir / "foto", form, scale, lembar)
    name = f"Kolase {figures.pekan} {row.figures['bentuk']}".replace("/", "-") if "bentuk" in row.figures else "kolase"
    drawn = tuple((f"{name}-{number}.jpg", sheet) for number, sheet in enumerate(sheets, 1))
    # A preview is one message, and shows one sheet.
    return Drawn((drawn[min(page, len(drawn)) - 1],) if page else drawn)


def logo(database: Database, row_id: int, data_dir: Path, _step: Step) -> Drawn:
    """A photo that somebody sent as the emblem, square; kept beside the photos under its hash."""
    with database.transaction() as session:
        name = deliveries.get(session, row_id).figures["foto"]
    made = emblem.square((data_dir / "foto" / name).read_bytes())
    if made is None:
        raise ValueError("no emblem to be seen")
    return Drawn((("logo.jpg", made),), sha256=hashlib.sha256(made).hexdigest(), foto=made)


def rekap(database: Database, row_id: int, data_dir: Path, step: Step) -> Drawn:
    """Draw a report, or send the kept files again unchanged, even if the program would draw them otherwise by now."""
    with database.transaction() as session:
        row = laporan.get(session, row_id)
        figures, sha256 = thaw(Rekap, row.figures), row.sha256
        template = rows.bytes_of(session, row.templat_id)
    found = kept.read(data_dir, sha256)
    # A version drawn without LibreOffice lacks PDF and page numbers, and is drawn again once LibreOffice is there.
    if found and ("pdf" in dict(found) or word_office.program() is None):
        return Drawn(_named(figures, found), sha256=sha256)
    drawn = rekap_renderer.draw(figures, data_dir / "foto", step, template)
    if found and drawn.pdf is None:
        return Drawn(_named(figures, found), sha256=sha256)
    sha256 = kept.write(data_dir, drawn.docx, drawn.pdf)
    files = _named(figures, kept.read(data_dir, sha256))
    return Drawn(files, COMPLETE if found else drawn.catatan, sha256, completes=bool(found))


def _named(figures: Rekap, files: Sequence[tuple[str, bytes]]) -> tuple[tuple[str, bytes], ...]:
    periode = figures.periode
    name = f"Laporan Bakohumas {figures.satker.nama} {periode.sebutan} {periode.tahun}".replace("/", "-")
    # The workbook is not kept, for it only repeats the figures of the report.
    return tuple((f"{name}.{kind}", data) for kind, data in (*files, ("xlsx", rekap_xlsx.draw(figures))))


def matriks(database: Database, row_id: int, _data_dir: Path, _step: Step) -> Drawn:
    with database.transaction() as session:
        figures = MATRIKS.validate_python(deliveries.get(session, row_id).figures)
    return Drawn(((f"matriks-{figures.bulan:%Y-%m}.jpg", matriks_renderer.draw(figures)),))


def status(database: Database, row_id: int, _data_dir: Path, _step: Step) -> Drawn:
    with database.transaction() as session:
        figures = STATUS.validate_python(deliveries.get(session, row_id).figures)
    return Drawn((("status.jpg", charts.draw(figures)),))


def ringkas(database: Database, row_id: int, data_dir: Path, _step: Step) -> Drawn:
    with database.transaction() as session:
        figures = RINGKAS.validate_python(deliveries.get(session, row_id).figures)
    return Drawn((("ringkas.jpg", ringkas_renderer.draw(figures, data_dir / "foto")),))


def ekspor(database: Database, row_id: int, _data_dir: Path, _step: Step) -> Drawn:
    with database.transaction() as session:
        figures = EKSPOR.validate_python(deliveries.get(session, row_id).figures)
    name = f"{figures.judul} {figures.dibuat:%Y-%m-%d}.xlsx".replace("/", "-")
    return Drawn(((name, ekspor_renderer.draw(figures)),))


def impor(database: Database, row_id: int, _data_dir: Path, _step: Step) -> Drawn:
    """The empty workbook into which an office writes its old records."""
    with database.transaction() as session:
        figures = IMPOR.validate_python(deliveries.get(session, row_id).figures)
    return Drawn(((f"{figures.judul}.xlsx".replace("/", "-"), impor_template.draw(figures)),))


def invitation(database: Database, row: Outbox, link: str) -> Drawn:
    """The QR code of an invitation. It has no frozen figures, for its token is kept only in the message itself."""
    with database.transaction() as session:
        office = session.get(Satker, row.satker_id)
    drawn = qr.draw(link, row.payload["title"], office.nama if office else "")
    return Drawn((("undangan.png", drawn),))


def templat(database: Database, row_id: int, _data_dir: Path, _step: Step) -> Drawn:
    """The Word template itself, to be edited."""
    with database.transaction() as session:
        figures = deliveries.get(session, row_id).figures
        own = rows.bytes_of(session, figures["templat"])
    return Drawn(((figures["nama"], own or rekap_renderer.TEMPLATE.read_bytes()),))


def panduan(database: Database, row_id: int, _data_dir: Path, _step: Step) -> Drawn:
    with database.transaction() as session:
        names = deliveries.get(session, row_id).figures["panduan"]
    return Drawn(tuple(panduan_renderer.draw(name) for name in names))


def contoh(database: Database, row_id: int, data_dir: Path, step: Step) -> Drawn:
    """A report as a trial of the template: it is no version and is not kept."""
    with database.transaction() as session:
        frozen = deliveries.get(session, row_id).figures
        template = rows.bytes_of(session, frozen["templat"])
    drawn = rekap_renderer.draw(thaw(Rekap, frozen["rekap"]), data_dir / "foto", step, template)
    files = (("docx", drawn.docx), *((("pdf", drawn.pdf),) if drawn.pdf else ()))
    return Drawn(tuple((f"{frozen['nama']}.{kind}", data) for kind, data in files), drawn.catatan)


DRAWERS: Mapping[str, Drawer] = {
    "kolase": kolase,
    "logo": logo,
    "rekap": rekap,
    "matriks": matriks,
    "status": status,
    "ekspor": ekspor,
    "data": ekspor,
    "templat": templat,
    "contoh": contoh,
    "impor": impor,
    "ringkas": ringkas,
    "panduan": panduan,
}
