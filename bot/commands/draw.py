"""bot rekap and bot kolase: a report or the kolase of a pekan as files in a folder, without any chat."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.commands.shell import explained, office_of, started
from bot.work.drawing.sheets import Sheets
from bot.workshop import reports
from handlers.chat.messages import Rejected
from handlers.laporan import gather, week
from handlers.periksa.groups import Found
from handlers.reading.dates import pekan as dates_pekan
from handlers.reading.dates import periods
from handlers.rekap import kelengkapan
from renderers.report import PAGES, Print
from storage.database import Database
from storage.foto.store import Store, photos_in
from storage.kantor import templat
from storage.kantor.satker import Here, Satker


def write_kolase(pekan: tuple[str, ...], out: Path, kode: str | None) -> None:
    """`pekan`: its words, such as ("2022-W15",); without any, this week."""
    write(kolase, pekan, out, kode)


def kolase(database: Database, office: Satker, text: str, now: datetime, store: Store, out: Path) -> list[Path]:
    """Write the kolase of a pekan, such as "2022-W15"; no file where the pekan has no photo."""
    from renderers.kolase import kolase as renderer  # noqa: PLC0415  (a report is drawn in a child, which has it loaded)

    pekan = dates_pekan.parse_pekan(text, now.date())
    with database.transaction() as session:
        figures = week.gather(Here(session, session.merge(office), now), pekan)
    if not figures.cells:
        return []
    store.present(photos_in(figures))
    sheets = renderer.draw(figures, store.folder)
    name = f"kolase-{office.kode}-{pekan.kode}"
    return written(out, [(f"{name}-{number}.jpg", sheet) for number, sheet in enumerate(sheets, 1)])


# A command without chat is given the office, the words for the period, the instant, the photos and a folder, and
# returns the files that it wrote there.
Draw = Callable[[Database, Satker, str, datetime, Store, Path], list[Path]]


def write(draw: Draw, words: Sequence[str], out: Path, kode: str | None) -> None:
    """Draw for the office with this region code and print the files; ClickException where there is nothing to draw."""
    with started() as (settings, database), explained(Rejected):
        office, now = office_of(database, kode), datetime.now(UTC)
        files = draw(database, office, " ".join(words), now, settings.store, out)
    if not files:
        raise click.ClickException("there is no kegiatan with a photo in that pekan")
    for file in files:
        click.echo(str(file))


def written(out: Path, files: Sequence[tuple[str, bytes | None]]) -> list[Path]:
    """Write each name with its bytes into the folder; a file without bytes is left out."""
    out.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, data in files:
        if data is not None:
            (out / name).write_bytes(data)
            paths.append(out / name)
    return paths


def rekap(
    database: Database,
    office: Satker,
    text: str,
    now: datetime,
    store: Store,
    out: Path,
    prints: Print | None = None,
) -> list[Path]:
    """Write the report of a period, such as "Q2 2022"; returns the files. What it lacks goes to stderr. `prints`: an
    office program that has been started for it."""
    today = now.date()
    periode = periods.begun(periods.parse(text, today), today)
    with database.transaction() as session:
        here = Here(session, session.merge(office), now)
        figures = gather.gather(here, periode, today)
        gaps, _ = kelengkapan.parted(here, periode, kelengkapan.judged(here, periode, figures, today))
        own = templat.of(here)
        template = own.isi if own else None
    _tell(gaps)
    store.present(photos_in(figures))
    shelf = Sheets(database, store.of(database), office.id, now)
    with ThreadPoolExecutor(1) as beside:
        books: list[Future[bytes]] = []

        def step(told: str) -> None:
            # While LibreOffice makes the pages nothing else has work, and before that everything has.
            if told == PAGES and not books:
                books.append(beside.submit(reports.workbook, figures))

        drawn = reports.draw(figures, store.folder, step, template, shelf=shelf, prints=prints)
        book = books[0].result() if books else reports.workbook(figures)
    click.echo(drawn.catatan, err=True)
    name = f"laporan-bakohumas-{office.kode}-{periode.kode}"
    files = (("docx", drawn.docx), ("pdf", drawn.pdf), ("xlsx", book))
    return written(out, [(f"{name}.{kind}", data) for kind, data in files])


def _tell(gaps: Found) -> None:
    for group, found in gaps.items():
        click.echo("\n".join([f"{group}:", *(f"- {gap.sentence}" for gap in found)]), err=True)
