"""bot load: an office and its history from a file, or the sample inside the package; or the Word template of one."""

from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path

from handlers.chat.messages import Rejected
from handlers.reading import links
from renderers.photo import photo
from renderers.templat_kantor.trial import receive
from storage.database import Database
from storage.foto.store import Store
from storage.history import file
from storage.history.load import KeptFoto
from storage.history.load import load as insert
from storage.kantor import templat
from storage.kantor.satker import Satker
from storage.kantor.templat import Templat

SAMPLE = "sample"


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
    found = receive(path.read_bytes(), path.name)
    if found.faults:
        raise Rejected("\n".join(found.faults))
    with database.transaction() as session:
        return templat.add(session, session.merge(office), found.name, found.docx, None, now)


def _kept(path: Path, store: Store) -> KeptFoto:
    upright = photo.upright(path.read_bytes())
    return KeptFoto(store.keep(upright), *photo.size(upright))


def _kode(url: str) -> str:
    return next((t.kode for t in links.tautan(url)), url)
