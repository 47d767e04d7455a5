"""bot load: an office and its history from a file or the sample in the package, or an office's Word template."""

from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path

import click
from pydantic import ValidationError

from bot.commands.shell import explained, office_of, started
from bot.settings import Settings
from bot.workshop import received
from handlers.chat.messages import Rejected
from handlers.reading import links
from storage.database import Database
from storage.foto.store import Store
from storage.history import file
from storage.history.load import AlreadyThere, KeptFoto
from storage.history.load import load as insert
from storage.kantor import templat
from storage.kantor.satker import Here, Satker
from storage.kantor.templat import Templat

SAMPLE = "sample"


def load_from(source: str, kode: str | None) -> None:
    """Load the file `source` (or "sample"); a .docx becomes the template of the office with the region code `kode`."""
    settings, database = started()
    if source.lower().endswith(".docx"):
        _load_template(database, office_of(database, kode), Path(source))
    else:
        _load_history(settings, database, source)


def _load_history(settings: Settings, database: Database, source: str) -> None:
    try:
        with explained(OSError, ValidationError):
            office = load(database, source, settings.store.of(database), datetime.now(UTC))
    except AlreadyThere as known:
        raise click.ClickException(f"satker {known} is already there; a history is loaded once") from None
    click.echo(f"{office.nama}: {office.nomor_terakhir} records loaded")


def _load_template(database: Database, office: Satker, source: Path) -> None:
    with explained(OSError, Rejected):
        row = load_template(database, office, source, datetime.now(UTC))
    click.echo(f"{office.nama}: {row.nama} is the template of its reports")


def load(database: Database, source: str, store: Store, now: datetime) -> Satker:
    """Read the file `source` (or "sample"), keep its photos, then insert everything at once."""
    with as_file(files("storage") / "sample") as sample:
        path = sample / "probolinggo.json" if source == SAMPLE else Path(source)
        told = file.read(path)
        names = {name for entry in told.kegiatan for name in entry.foto}
        kept = {name: _kept(file.foto_path(path, name), store) for name in sorted(names)}
    with database.transaction() as session:
        return insert(session, told, kept, _kode, now)


def load_template(database: Database, office: Satker, path: Path, now: datetime) -> Templat:
    """Take the Word file as the template of the office's reports; Rejected says what is wrong with it."""
    found = received.template(path.read_bytes(), path.name)
    if found.faults:
        raise Rejected("\n".join(found.faults))
    with database.transaction() as session:
        return templat.add(Here(session, session.merge(office), now), found.name, found.docx, None)


def _kept(path: Path, store: Store) -> KeptFoto:
    found = received.photo(path.read_bytes())
    return KeptFoto(store.keep(found.jpeg), *found.size)


def _kode(url: str) -> str:
    return next((t.kode for t in links.tautan(url)), url)
