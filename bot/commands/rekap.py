"""bot rekap: the report of a period as files in a folder."""

from datetime import datetime
from pathlib import Path

import click

from bot.commands.offline import write, written
from handlers.laporan import gather
from handlers.reading.dates import periods
from renderers.rekap import rekap as renderer
from renderers.rekap import rekap_xlsx
from storage.database import Database
from storage.foto.store import Store, photos_in
from storage.kantor import templat
from storage.kantor.satker import Here, Satker


def write_rekap(period: tuple[str, ...], out: Path, kode: str | None) -> None:
    """`period`: its words, such as ("Q2", "2022")."""
    write(rekap, period, out, kode)


def rekap(database: Database, office: Satker, text: str, now: datetime, store: Store, out: Path) -> list[Path]:
    """Write the report of a period, such as "Q2 2022"; returns the files. Their gaps go to stderr."""
    today = now.date()
    periode = periods.begun(periods.parse(text, today), today)
    with database.transaction() as session:
        here = Here(session, session.merge(office), now)
        figures = gather.gather(here, periode, today)
        own = templat.of(here)
        template = own.isi if own else None
    store.present(photos_in(figures))
    drawn = renderer.draw(figures, store.folder, template=template)
    click.echo(drawn.catatan, err=True)
    name = f"laporan-bakohumas-{office.kode}-{periode.kode}"
    files = (("docx", drawn.docx), ("pdf", drawn.pdf), ("xlsx", rekap_xlsx.draw(figures)))
    return written(out, [(f"{name}.{kind}", data) for kind, data in files])
