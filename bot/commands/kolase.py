"""bot kolase: the kolase of a pekan as pictures in a folder."""

from datetime import datetime
from pathlib import Path

from bot.commands.offline import write, written
from handlers.laporan import week
from handlers.reading.dates import pekan as dates_pekan
from renderers.kolase import kolase as renderer
from storage.database import Database
from storage.foto.store import Store, photos_in
from storage.kantor.satker import Here, Satker


def write_kolase(pekan: tuple[str, ...], out: Path, kode: str | None) -> None:
    """`pekan`: its words, such as ("2022-W15",); without any, this week."""
    write(kolase, pekan, out, kode)


def kolase(database: Database, office: Satker, text: str, now: datetime, store: Store, out: Path) -> list[Path]:
    """Write the kolase of a pekan, such as "2022-W15"; no file where the pekan has no photo."""
    pekan = dates_pekan.parse_pekan(text, now.date())
    with database.transaction() as session:
        figures = week.gather(Here(session, session.merge(office), now), pekan)
    if not figures.cells:
        return []
    store.present(photos_in(figures))
    sheets = renderer.draw(figures, store.folder)
    name = f"kolase-{office.kode}-{pekan.kode}"
    return written(out, [(f"{name}-{number}.jpg", sheet) for number, sheet in enumerate(sheets, 1)])
