"""bot rekap and bot kolase: report and pictures into a folder, without any chat."""

from datetime import date
from pathlib import Path

import click

from handlers.laporan import gather, week
from handlers.reading import periods
from renderers.kolase import kolase as kolase_renderer
from renderers.rekap import rekap as rekap_renderer
from renderers.rekap import rekap_xlsx
from storage.database import Database
from storage.foto.store import Store, photos_in
from storage.kantor import templat
from storage.kantor.satker import Satker


def rekap(database: Database, office: Satker, text: str, today: date, store: Store, out: Path) -> list[Path]:
    """Write the report of a period, such as "Q2 2022"; returns the files. What they lack goes to stderr."""
    periode = periods.begun(periods.parse(text, today), today)
    with database.transaction() as session:
        figures = gather.gather(session, session.merge(office), periode, today)
        own = templat.of(session, office)
        template = own.isi if own else None
    store.present(photos_in(figures))
    drawn = rekap_renderer.draw(figures, store.folder, template=template)
    click.echo(drawn.catatan, err=True)
    name = f"laporan-bakohumas-{office.kode}-{periode.kode}"
    files = (("docx", drawn.docx), ("pdf", drawn.pdf), ("xlsx", rekap_xlsx.draw(figures)))
    return _written(out, tuple((f"{name}.{kind}", data) for kind, data in files))


def pictures(database: Database, office: Satker, text: str, today: date, store: Store, out: Path) -> list[Path]:
    """Write the kolase of a pekan, such as "2022-W15"; no file where the pekan has no photo."""
    pekan = periods.pekan(text, today)
    with database.transaction() as session:
        figures = week.gather(session, session.merge(office), pekan)
    if not figures.cells:
        return []
    store.present(photos_in(figures))
    sheets = kolase_renderer.draw(figures, store.folder)
    name = f"kolase-{office.kode}-{pekan.kode}"
    return _written(out, tuple((f"{name}-{number}.jpg", sheet) for number, sheet in enumerate(sheets, 1)))


def _written(out: Path, files: tuple[tuple[str, bytes | None], ...]) -> list[Path]:
    out.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, data in files:
        if data is not None:
            (out / name).write_bytes(data)
            paths.append(out / name)
    return paths
