"""The drawers: each hands the frozen figures of one kind of Drawing to its renderer, and names the files that come
back."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.work.drawing import kept, sheets
from bot.work.drawing.drawer import Draw, Drawer, Drawn, Work, one
from bot.workshop import received, reports
from bot.workshop.wire import PICTURES, ROLLUP
from handlers.chat.chats import named
from handlers.laporan import gather
from handlers.reading.dates.periods import Periode
from renderers.asked import Logo, Panduan, Ringkas, Templat, Trial
from renderers.boards import matriks, ringkas, status
from renderers.boards import panduan as panduan_renderer
from renderers.boards.matriks import Matrix
from renderers.boards.status import Status
from renderers.excel import ekspor, impor_template
from renderers.excel.ekspor import Ekspor
from renderers.figures import Kolase, Rekap
from renderers.ink import qr
from renderers.kolase import kolase as kolase_renderer
from renderers.kolase.formats import FORMATS, POTRET
from renderers.provinsi.recap import RekapSatker
from renderers.rekap.rekap import REFRESH, TEMPLATE
from renderers.rekap.surat import TEMPLATE as LETTER
from renderers.word import office as word_office
from storage import columns
from storage.chat import reach
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor import templat as rows
from storage.kantor.satker import Here, Satker
from storage.kantor.templat import Jenis
from storage.laporan import deliveries
from storage.laporan.deliveries import SRIKANDI, Delivery
from storage.laporan.laporan import Laporan

# The name under which an outbox row asks for the QR code of an invitation, which has no frozen figures.
INVITATION = "qr"

COMPLETE = "Versi ini dahulu terkirim tanpa PDF dan nomor halaman; berkas ini lengkap dan menggantikannya."


def frozen(database: Database, renderer: str, row_id: int) -> tuple[object, str]:
    """The frozen figures of a drawing, as JSON, and the hash under which it is kept if it is a report that was drawn
    before; empty where the row is gone."""
    with database.transaction() as session:
        row = deliveries.drawn(session, renderer, row_id)
        return (row.figures if row else {}), (row.sha256 if isinstance(row, Laporan) else "")


def kolase(figures: Kolase, work: Work[Delivery]) -> Drawn:
    view = work.row.view
    kept.prepare_missing(work.photos, [foto for cell in figures.cells for foto in cell.fotos])
    if work.row.kind == deliveries.WEEKLY:
        sheets.wish(work.database, work.row.satker_id, figures, work.row.dibuat_at)
    form = FORMATS[view.format] if view.format else POTRET
    pages = kolase_renderer.draw(figures, work.photos, form, view.scale, work.row.lembar or None)
    name = f"Kolase {figures.pekan} {view.format}".replace("/", "-") if view.format else "kolase"
    drawn = tuple((f"{name}-{number}.jpg", sheet) for number, sheet in enumerate(pages, 1))
    # A preview is a single message, so it shows a single sheet.
    return Drawn((drawn[min(view.sheet, len(drawn)) - 1],) if view.sheet else drawn)


def logo(figures: Logo, work: Work[Delivery]) -> Drawn:
    """Make the square emblem of a photo that a person sent; it is kept beside the photos under its hash."""
    made = received.emblem((work.photos / figures.foto).read_bytes())
    if made is None:
        raise ValueError("no emblem to be seen")
    return Drawn((("logo.jpg", made),), sha256=hashlib.sha256(made).hexdigest(), foto=made)


def rekap(figures: Rekap, work: Work[Laporan]) -> Drawn:
    """Draw a report; one that was drawn before is sent again unchanged, even if the program would draw it otherwise by
    now."""
    row = work.row
    found = kept.read(work.data_dir, row.sha256)
    # A version drawn without LibreOffice lacks PDF and page numbers, and is drawn again once LibreOffice is there.
    if found and ("pdf" in dict(found) or word_office.program() is None):
        return Drawn(_named(figures, row, found), sha256=row.sha256)
    drawn = reports.draw(figures, work.photos, work.step, work.template(row.templat_id), shelf=work.shelf)
    if found and drawn.pdf is None:
        return Drawn(_named(figures, row, found), sha256=row.sha256)
    sha256 = kept.write(work.data_dir, drawn.docx, drawn.pdf)
    files = _named(figures, row, kept.read(work.data_dir, sha256))
    # The same document was sent complete before, and only its PDF was lost on the disk.
    if found and sha256 == row.sha256:
        return Drawn(files, sha256=sha256)
    return Drawn(files, COMPLETE if found else drawn.catatan, sha256, completes=bool(found))


def _named(figures: Rekap, row: Laporan, files: Sequence[tuple[str, bytes]]) -> tuple[tuple[str, bytes], ...]:
    name = _called("Laporan", figures, row)
    # The workbook is not kept, for it only repeats the figures of the report.
    book = reports.workbook(figures, (row.versi, columns.moment(row.dibuat_at)))
    return tuple((f"{name}.{kind}", data) for kind, data in (*files, ("xlsx", book)))


def _called(what: str, figures: Rekap, row: Laporan) -> str:
    periode = figures.periode
    # In a folder of downloads only the names tell versions apart.
    later = f" versi {row.versi}" if row.versi > 1 else ""
    return f"{what} Bakohumas {figures.satker.nama} {periode.sebutan} {periode.tahun}{later}".replace("/", "-")


def srikandi(figures: Rekap, work: Work[Laporan]) -> Drawn:
    """The covering letter of a version for SRIKANDI as it is filled in by now, and the report without it as its annex;
    neither is kept."""
    row = work.row
    with work.database.transaction() as session:
        here = Here(session, session.get_one(Satker, row.satker_id), row.dibuat_at)
        figures = replace(figures, surat=gather.surat(here, Periode.of_kode(row.periode)))
        own = rows.of(here, Jenis.SURAT)
    letter = reports.letter(figures, work.photos, own.isi if own else None)
    annex = reports.draw(figures, work.photos, work.step, work.template(row.templat_id), annex=True, shelf=work.shelf)
    name = _called("Lampiran Laporan", figures, row)
    pdf = ((f"{name}.pdf", annex.pdf),) if annex.pdf else ()
    surat = (f"{_called('Surat Pengantar Laporan', figures, row)}.docx", letter.docx)
    told = letter.catatan + annex.catatan.removesuffix(REFRESH)
    return Drawn((surat, (f"{name}.docx", annex.docx), *pdf), told.strip())


def trial(figures: Trial, work: Work[Delivery]) -> Drawn:
    """A report or letter that shows the office its own template; it is no version and is not kept."""
    if figures.surat:
        letter = reports.letter(figures.rekap, work.photos, work.template(figures.templat))
        return Drawn(((f"{figures.nama}.docx", letter.docx),), letter.catatan)
    drawn = reports.draw(figures.rekap, work.photos, work.step, work.template(figures.templat))
    files = (("docx", drawn.docx), *((("pdf", drawn.pdf),) if drawn.pdf else ()))
    return Drawn(tuple((f"{figures.nama}.{kind}", data) for kind, data in files), drawn.catatan)


def templat(figures: Templat, work: Work[Delivery]) -> Drawn:
    """The Word template itself, for the office to edit."""
    ours = LETTER if figures.surat else TEMPLATE
    return Drawn(((figures.nama, work.template(figures.templat) or ours.read_bytes()),))


def panduan(figures: Panduan, _work: Work[Delivery]) -> Drawn:
    return Drawn(tuple(panduan_renderer.draw(name) for name in figures.panduan))


def invitation(database: Database, row: Outbox, link: str) -> Drawn:
    """The QR codes of an invitation, one for each channel, first that by `link`. It has no frozen figures, for its
    token is kept only in the message itself."""
    with database.transaction() as session:
        office = session.get(Satker, row.satker_id)
        links = reach.links(session, row.payload["start"])
    links = {row.channel: link} | {name: to for name, to in links.items() if name != row.channel}
    where, title = office.nama if office else "", row.payload["title"]
    if len(links) == 1:
        return Drawn((("undangan.png", qr.draw(link, title, where)),))
    told = ((one, f"{named(one)} · {where}".removesuffix(" · "), to) for one, to in links.items())
    return Drawn(tuple((f"undangan-{one}.png", qr.draw(to, title, below)) for one, below, to in told))


def pictures(figures: RekapSatker, _work: Work[Delivery]) -> Drawn:
    drawn = reports.recap(figures, PICTURES)
    return Drawn(tuple((f"rekap-satker-{number}.jpg", sheet) for number, sheet in enumerate(drawn, 1)))


def rolled_up(figures: RekapSatker, _work: Work[Delivery]) -> Drawn:
    (book,) = reports.recap(figures, ROLLUP)
    return Drawn(((f"Rekap Satker {figures.provinsi} {figures.judul}.xlsx".replace("/", "-"), book),))


def _exported(figures: Ekspor) -> str:
    return f"{figures.judul} {figures.made_on:%Y-%m-%d}.xlsx"


ALL: tuple[Drawer[Any], ...] = (
    Drawer("kolase", Kolase, kolase),
    Drawer("logo", Logo, logo),
    Drawer("rekap", Rekap, rekap, printed=True),
    Drawer(SRIKANDI, Rekap, srikandi, printed=True),
    Drawer("contoh", Trial, trial, printed=True),
    Drawer("templat", Templat, templat),
    Drawer("panduan", Panduan, panduan),
    Drawer("satker", RekapSatker, pictures),
    Drawer("satker-xlsx", RekapSatker, rolled_up),
    one("matriks", Matrix, lambda f, _: matriks.draw(f), lambda f: f"matriks-{f.bulan:%Y-%m}.jpg"),
    one("status", Status, lambda f, _: status.draw(f), lambda _: "status.jpg"),
    one("ringkas", Ringkas, ringkas.draw, lambda _: "ringkas.jpg"),
    one("ekspor", Ekspor, lambda f, _: ekspor.draw(f), _exported),
    one("saya", Ekspor, lambda f, _: ekspor.draw(f), _exported),
    one("data", Ekspor, lambda f, _: ekspor.draw(f), _exported),
    # The empty workbook into which an office writes its old records.
    one("impor", impor_template.Templat, lambda f, _: impor_template.draw(f), lambda f: f"{f.judul}.xlsx"),
)
DRAWERS: Mapping[str, Draw] = {drawer.kind: drawer for drawer in ALL}
PRINTED = frozenset(drawer.kind for drawer in ALL if drawer.printed)
QUICK = frozenset({*DRAWERS, INVITATION}) - PRINTED
