"""bot load: an office and its history from a file or the sample in the package, or an office's Word template."""

from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path

import click

from bot.commands.shell import explained, office_of, started
from bot.settings import Settings
from bot.workshop import received
from bot.workshop.workshop import Refused
from handlers.chat.messages import Rejected
from handlers.reading import links
from storage.database import Database
from storage.foto.store import Store
from storage.history import file
from storage.history.doubts import doubts
from storage.history.faults import Faulty
from storage.history.load import AlreadyThere, KeptFoto
from storage.history.load import load as insert
from storage.kantor import templat
from storage.kantor.satker import Here, Satker
from storage.kantor.templat import Jenis, Templat

SAMPLE = "sample"
DOCUMENTS = {Jenis.LAPORAN: "reports", Jenis.SURAT: "letters"}


def load_from(source: str, kode: str | None) -> None:
    """Load the file `source` (or "sample"); a .docx becomes the template of the office with the region code `kode`."""
    with started() as (settings, database):
        if source.lower().endswith(".docx"):
            _load_template(database, office_of(database, kode), Path(source))
        else:
            _load_history(settings, database, source)


def _load_history(settings: Settings, database: Database, source: str) -> None:
    try:
        with explained(OSError, Faulty):
            office, doubtful = load(database, source, settings.store.of(database), datetime.now(UTC))
    except AlreadyThere as known:
        raise click.ClickException(f"satker {known} is already there; a history is loaded once") from None
    for doubt in doubtful:
        click.echo(f"Perhatikan {doubt}", err=True)
    click.echo(f"{office.nama}: {office.nomor_terakhir} records loaded")


def _load_template(database: Database, office: Satker, source: Path) -> None:
    with explained(OSError, Rejected):
        row, lost = load_template(database, office, source, datetime.now(UTC))
    for sentence in lost:
        click.echo(f"Perhatikan: {sentence}", err=True)
    click.echo(f"{office.nama}: {row.nama} is the template of its {DOCUMENTS[row.jenis]}")


def load(database: Database, source: str, store: Store, now: datetime) -> tuple[Satker, list[str]]:
    """Read the file `source` (or "sample"), keep its photos, then insert everything at once; the office, and what its
    parts say against one another. Faulty where the file or a photo does not fit."""
    with as_file(files("storage") / "sample") as sample:
        path = sample / "probolinggo.json" if source == SAMPLE else Path(source)
        told = file.read(path)
        names = {name for entry in told.kegiatan for name in entry.foto}
        kept = {name: _kept(file.foto_path(path, name), store) for name in sorted(names)}
    with database.transaction() as session:
        return insert(session, told, kept, _kode, now), doubts(told)


def load_template(database: Database, office: Satker, path: Path, now: datetime) -> tuple[Templat, tuple[str, ...]]:
    """Take the Word file as the template of the office's reports or letters, and tell what it has lost against the
    built-in one; Rejected says what is wrong with it."""
    found = received.template(path.read_bytes(), path.name)
    if found.faults:
        raise Rejected("\n".join(found.faults))
    with database.transaction() as session:
        here, jenis = Here(session, session.merge(office), now), Jenis.SURAT if found.letter else Jenis.LAPORAN
        return templat.add(here, found.name, found.docx, None, jenis), found.lost


def _kept(path: Path, store: Store) -> KeptFoto:
    if not path.is_file():
        raise Faulty(f"foto {path.name}: tidak ada dalam folder {path.parent.name} di samping berkas ini.")
    try:
        found = received.photo(path.read_bytes())
    except Refused as refused:
        raise Faulty(f"foto {path.name}: {refused}") from None
    return KeptFoto(store.keep(found.jpeg), *found.size)


def _kode(url: str) -> str:
    return next((t.kode for t in links.tautan(url)), url)
